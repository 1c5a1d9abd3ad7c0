// Japan: notary scales and what lawyers usually charge. Notary Fees Order art. 9 and Table; the former fee standard of the bar.

import type { LawyerTariff } from '../contract/tariffs.ts';
import { type Dated, datedTable, period } from '../dated.ts';
import type { FeeScale } from '../scale.ts';
import { barTariff, CHECKED, citations, cite, notaryFeesOrder } from './citations.ts';
import { COVERED_FROM, NOTARY_FROM } from './flat_fees.ts';

/** The bar abolished its fee standard on this day; since then it is a benchmark only. */
const TARIFF_FROM = '2004-04-01';

/** Table of the Notary Fees Order since 2025-10-01: fixed steps, then so much for each started fifty million. */
const deedScale: FeeScale = [
  { up_to: 500_000, total: 3_000 },
  { up_to: 1_000_000, total: 5_000 },
  { up_to: 2_000_000, total: 7_000 },
  { up_to: 5_000_000, total: 13_000 },
  { up_to: 10_000_000, total: 20_000 },
  { up_to: 30_000_000, total: 26_000 },
  { up_to: 50_000_000, total: 33_000 },
  { up_to: 100_000_000, total: 49_000 },
  { up_to: 300_000_000, unit: 50_000_000, fee: 15_000 },
  { up_to: 1_000_000_000, unit: 50_000_000, fee: 13_000 },
  { up_to: null, unit: 50_000_000, fee: 9_000 },
];

const oldDeedScale: FeeScale = [
  { up_to: 1_000_000, total: 5_000 },
  { up_to: 2_000_000, total: 7_000 },
  { up_to: 5_000_000, total: 11_000 },
  { up_to: 10_000_000, total: 17_000 },
  { up_to: 30_000_000, total: 23_000 },
  { up_to: 50_000_000, total: 29_000 },
  { up_to: 100_000_000, total: 43_000 },
  { up_to: 300_000_000, unit: 50_000_000, fee: 13_000 },
  { up_to: 1_000_000_000, unit: 50_000_000, fee: 11_000 },
  { up_to: null, unit: 50_000_000, fee: 8_000 },
];

/** What a notary charges for a deed over an amount. */
export const notarialDeed: Dated<FeeScale> = {
  id: 'notarial_deed',
  label: { ja: '公正証書の作成手数料', en: 'notarial deed' },
  unit: 'JPY',
  periods: [
    period(
      COVERED_FROM,
      oldDeedScale,
      cite(notaryFeesOrder, '9条・別表（2025年10月1日前）', 'art. 9, Table as in force before 2025-10-01'),
    ),
    period(NOTARY_FROM, deedScale, cite(notaryFeesOrder, '9条・別表', 'art. 9, Table')),
  ],
  checked: CHECKED,
};

const retainerScale: FeeScale = [
  { up_to: 3_000_000, rate: '0.08' },
  { up_to: 30_000_000, rate: '0.05' },
  { up_to: 300_000_000, rate: '0.03' },
  { up_to: null, rate: '0.02' },
];

const successScale: FeeScale = [
  { up_to: 3_000_000, rate: '0.16' },
  { up_to: 30_000_000, rate: '0.10' },
  { up_to: 300_000_000, rate: '0.06' },
  { up_to: null, rate: '0.04' },
];

const paymentOrderScale: FeeScale = [
  { up_to: 3_000_000, rate: '0.02' },
  { up_to: 30_000_000, rate: '0.01' },
  { up_to: 300_000_000, rate: '0.005' },
  { up_to: null, rate: '0.003' },
];

const unverifiedTariff = cite(barTariff, '督促手続・増減額', 'payment orders and adjustments', 'unverified');

/** What lawyers usually charge, before consumption tax. */
export const lawyer = datedTable<LawyerTariff>('lawyer', {
  retainer: {
    label: { ja: '着手金', en: 'retainer' },
    unit: 'JPY',
    from: TARIFF_FROM,
    value: retainerScale,
    citation: citations.lawyer_tariff,
  },
  success: {
    label: { ja: '報酬金', en: 'success fee' },
    unit: 'JPY',
    from: TARIFF_FROM,
    value: successScale,
    citation: citations.lawyer_tariff,
  },
  minimum_retainer: {
    label: { ja: '着手金の最低額', en: 'minimum retainer' },
    unit: 'JPY',
    from: TARIFF_FROM,
    value: 100_000,
    citation: citations.lawyer_tariff,
  },
  payment_order_retainer: {
    label: { ja: '督促手続の着手金', en: 'retainer for a payment order' },
    unit: 'JPY',
    from: TARIFF_FROM,
    value: paymentOrderScale,
    citation: unverifiedTariff,
  },
  payment_order_minimum_retainer: {
    label: { ja: '督促手続の着手金の最低額', en: 'minimum retainer for a payment order' },
    unit: 'JPY',
    from: TARIFF_FROM,
    value: 50_000,
    citation: unverifiedTariff,
  },
  spread: {
    label: { ja: '事情による増減の幅', en: 'adjustment with the circumstances' },
    unit: 'share',
    from: TARIFF_FROM,
    value: '0.30',
    citation: unverifiedTariff,
  },
});
