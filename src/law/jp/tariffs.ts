// Japan: notary scales, what lawyers usually charge, and costs of which only a range is known. Notary Fees Order art. 9 and Table;
// the former fee standard of the bar; court practice.
import { type Citation, type Dated, period } from '../dated.ts';
import type { Estimate, LawyerTariff, Range } from '../law.ts';
import type { Scale } from '../scale.ts';
import { COVERED_FROM, NOTARY_FROM } from './charges.ts';
import { barTariff, CHECKED, citations, cite, notary, practice, provisional } from './citations.ts';

/** The bar abolished its fee standard on this day; since then it is a benchmark only. */
const TARIFF_FROM = '2004-04-01';

const range = (
  id: string,
  ja: string,
  en: string,
  unit: string,
  from: string,
  value: Range,
  citation: Citation,
): Dated<Range> => ({
  id: `estimates.${id}`,
  label: { ja, en },
  unit,
  periods: [period(from, value, citation)],
  checked: CHECKED,
});

export const estimates: Readonly<Record<Estimate, Dated<Range>>> = {
  attachment_postage: range(
    'attachment_postage',
    '債権差押えの予納郵券',
    'postage deposited for an attachment',
    'JPY',
    COVERED_FROM,
    { low: 3_000, high: 5_000 },
    cite(practice, '各裁判所の予納郵券', 'deposits of the several courts', 'unverified'),
  ),
  lawyer_letter: range(
    'lawyer_letter',
    '弁護士名の内容証明郵便',
    'certified letter signed by a lawyer',
    'JPY',
    COVERED_FROM,
    { low: 30_000, high: 50_000 },
    cite(barTariff, '内容証明郵便の作成', 'certified letters', 'unverified'),
  ),
  assignment_registration_agent: range(
    'assignment_registration_agent',
    '債権譲渡登記の司法書士報酬',
    'judicial scrivener for registering an assignment',
    'JPY',
    COVERED_FROM,
    { low: 50_000, high: 100_000 },
    cite(practice, '司法書士報酬', 'fees of judicial scriveners', 'secondary'),
  ),
  provisional_attachment_security: range(
    'provisional_attachment_security',
    '仮差押えの担保（目的物または請求債権に対する割合）',
    'security for provisional attachment, share of the claim',
    'share',
    COVERED_FROM,
    { low: 0.1, high: 0.3 },
    cite(provisional, '14条・担保基準', 'art. 14 and court practice', 'secondary'),
  ),
  bank_account_security: range(
    'bank_account_security',
    '預金債権の仮差押えの担保割合',
    'security for provisional attachment of a bank account, share of the claim',
    'share',
    COVERED_FROM,
    { low: 0.2, high: 0.3 },
    cite(provisional, '14条・担保基準', 'art. 14 and court practice', 'secondary'),
  ),
};

/** Table of the Notary Fees Order since 2025-10-01: fixed steps, then so much for each started fifty million. */
const deedScale: Scale = [
  { up_to: 500_000, total: 3_000 },
  { up_to: 1_000_000, total: 5_000 },
  { up_to: 2_000_000, total: 7_000 },
  { up_to: 5_000_000, total: 13_000 },
  { up_to: 10_000_000, total: 20_000 },
  { up_to: 30_000_000, total: 26_000 },
  { up_to: 50_000_000, total: 33_000 },
  { up_to: 100_000_000, total: 49_000 },
  { up_to: 300_000_000, unit: 50_000_000, yen: 15_000 },
  { up_to: 1_000_000_000, unit: 50_000_000, yen: 13_000 },
  { up_to: null, unit: 50_000_000, yen: 9_000 },
];

const oldDeedScale: Scale = [
  { up_to: 1_000_000, total: 5_000 },
  { up_to: 2_000_000, total: 7_000 },
  { up_to: 5_000_000, total: 11_000 },
  { up_to: 10_000_000, total: 17_000 },
  { up_to: 30_000_000, total: 23_000 },
  { up_to: 50_000_000, total: 29_000 },
  { up_to: 100_000_000, total: 43_000 },
  { up_to: 300_000_000, unit: 50_000_000, yen: 13_000 },
  { up_to: 1_000_000_000, unit: 50_000_000, yen: 11_000 },
  { up_to: null, unit: 50_000_000, yen: 8_000 },
];

export const notarialDeed: Dated<Scale> = {
  id: 'notarial_deed',
  label: { ja: '公正証書の作成手数料', en: 'notarial deed' },
  unit: 'JPY',
  periods: [
    period(
      COVERED_FROM,
      oldDeedScale,
      cite(notary, '9条・別表（2025年10月1日前）', 'art. 9, Table as in force before 2025-10-01'),
    ),
    period(NOTARY_FROM, deedScale, cite(notary, '9条・別表', 'art. 9, Table')),
  ],
  checked: CHECKED,
};

const retainerScale: Scale = [
  { up_to: 3_000_000, rate: '0.08' },
  { up_to: 30_000_000, rate: '0.05' },
  { up_to: 300_000_000, rate: '0.03' },
  { up_to: null, rate: '0.02' },
];

const successScale: Scale = [
  { up_to: 3_000_000, rate: '0.16' },
  { up_to: 30_000_000, rate: '0.10' },
  { up_to: 300_000_000, rate: '0.06' },
  { up_to: null, rate: '0.04' },
];

const paymentOrderScale: Scale = [
  { up_to: 3_000_000, rate: '0.02' },
  { up_to: 30_000_000, rate: '0.01' },
  { up_to: 300_000_000, rate: '0.005' },
  { up_to: null, rate: '0.003' },
];

const unverifiedTariff = cite(barTariff, '督促手続・増減額', 'payment orders and adjustments', 'unverified');

const tariff = <T>(id: string, ja: string, en: string, unit: string, value: T, citation: Citation): Dated<T> => ({
  id: `lawyer.${id}`,
  label: { ja, en },
  unit,
  periods: [period(TARIFF_FROM, value, citation)],
  checked: CHECKED,
});

export const lawyer: LawyerTariff = {
  retainer: tariff('retainer', '着手金', 'retainer', 'JPY', retainerScale, citations.lawyer_tariff),
  success: tariff('success', '報酬金', 'success fee', 'JPY', successScale, citations.lawyer_tariff),
  minimum_retainer: tariff(
    'minimum_retainer',
    '着手金の最低額',
    'minimum retainer',
    'JPY',
    100_000,
    citations.lawyer_tariff,
  ),
  payment_order_retainer: tariff(
    'payment_order_retainer',
    '督促手続の着手金',
    'retainer for a payment order',
    'JPY',
    paymentOrderScale,
    unverifiedTariff,
  ),
  payment_order_minimum_retainer: tariff(
    'payment_order_minimum_retainer',
    '督促手続の着手金の最低額',
    'minimum retainer for a payment order',
    'JPY',
    50_000,
    unverifiedTariff,
  ),
  spread: tariff(
    'spread',
    '事情による増減の幅',
    'adjustment with the circumstances',
    'share',
    '0.30',
    unverifiedTariff,
  ),
};
