// Japan: stamp duty on papers of collecting a claim. Stamp Tax Act, Table 1; its text was not at hand, so that amounts rest on private pages
// where two agree, and are unverified where none was read.

import type { StampDutyLaw } from '../contract/stamp_duty.ts';
import { type Citation, datedTable } from '../dated.ts';
import type { FeeScale } from '../scale.ts';
import { cite, stampTaxAct } from './citations.ts';
import { rule } from './rules.ts';

/** Receipts under 50,000 yen are exempt since this day; the tables below hold from then on. */
const RECEIPTS_FROM = '2014-04-01';

const stampTable = (ja: string, en: string, certainty: Citation['certainty']): Citation =>
  cite(stampTaxAct, `別表第一・${ja}`, `Table 1(${en})`, certainty);

const loanScale: FeeScale = [
  { up_to: 100_000, total: 200 },
  { up_to: 500_000, total: 400 },
  { up_to: 1_000_000, total: 1_000 },
  { up_to: 5_000_000, total: 2_000 },
  { up_to: 10_000_000, total: 10_000 },
  { up_to: 50_000_000, total: 20_000 },
  { up_to: 100_000_000, total: 60_000 },
  { up_to: 500_000_000, total: 100_000 },
  { up_to: 1_000_000_000, total: 200_000 },
  { up_to: 5_000_000_000, total: 400_000 },
  { up_to: null, total: 600_000 },
];

const receiptScale: FeeScale = [
  { up_to: 1_000_000, total: 200 },
  { up_to: 2_000_000, total: 400 },
  { up_to: 3_000_000, total: 600 },
  { up_to: 5_000_000, total: 1_000 },
  { up_to: 10_000_000, total: 2_000 },
  { up_to: 20_000_000, total: 4_000 },
  { up_to: 30_000_000, total: 6_000 },
  { up_to: 50_000_000, total: 10_000 },
  { up_to: 100_000_000, total: 20_000 },
  { up_to: 200_000_000, total: 40_000 },
  { up_to: 300_000_000, total: 60_000 },
  { up_to: 500_000_000, total: 100_000 },
  { up_to: 1_000_000_000, total: 150_000 },
  { up_to: null, total: 200_000 },
];

const always = (total: number): FeeScale => [{ up_to: null, total }];

/** Stamp duty. */
export const stampDutyLaw: StampDutyLaw = {
  duties: datedTable<StampDutyLaw['duties']>('stamp_duty.duties', {
    receipt: {
      label: { ja: '領収書（売上代金）', en: 'receipt for a price' },
      unit: 'JPY',
      from: RECEIPTS_FROM,
      value: { scale: receiptScale, exempt_below: 50_000, unstated: 200 },
      citation: stampTable('一七', '17', 'unverified'),
    },
    loan_contract: {
      label: { ja: '金銭消費貸借・準消費貸借の契約書', en: 'contract of loan or quasi-loan' },
      unit: 'JPY',
      from: RECEIPTS_FROM,
      value: { scale: loanScale, exempt_below: 10_000, unstated: 200 },
      citation: stampTable('一の三', '1-3', 'secondary'),
    },
    debt_acknowledgment: {
      label: { ja: '売掛金の債務承認・分割払いの契約書', en: 'acknowledgment of a price with instalments' },
      unit: 'JPY',
      from: RECEIPTS_FROM,
      value: null,
      citation: stampTable('該当なし（準消費貸借としないとき）', 'none, unless made a quasi-loan', 'unverified'),
    },
    assignment: {
      label: { ja: '債権譲渡・債務引受の契約書', en: 'contract of assignment or assumption of debt' },
      unit: 'JPY',
      from: RECEIPTS_FROM,
      value: { scale: always(200), exempt_below: 10_000, unstated: 200 },
      citation: stampTable('一五', '15', 'unverified'),
    },
    guarantee: {
      label: {
        ja: '保証の契約書（主たる債務の契約書に併記しないもの）',
        en: 'contract of guarantee on a paper of its own',
      },
      unit: 'JPY',
      from: RECEIPTS_FROM,
      value: { scale: always(200), exempt_below: 0, unstated: 200 },
      citation: stampTable('一三', '13', 'unverified'),
    },
    settlement: {
      label: { ja: '示談書・和解契約書（金銭のみ）', en: 'settlement in money' },
      unit: 'JPY',
      from: RECEIPTS_FROM,
      value: null,
      citation: stampTable('該当なし', 'none', 'secondary'),
    },
    basic_contract: {
      label: { ja: '継続的取引の基本契約書', en: 'basic contract of continuing dealings' },
      unit: 'JPY',
      from: RECEIPTS_FROM,
      value: { scale: always(4_000), exempt_below: 0, unstated: 4_000 },
      citation: stampTable('七', '7', 'unverified'),
    },
    promissory_note: {
      label: { ja: '約束手形', en: 'promissory note' },
      unit: 'JPY',
      from: RECEIPTS_FROM,
      value: { scale: receiptScale, exempt_below: 100_000, unstated: 0 },
      citation: stampTable('三', '3', 'unverified'),
    },
  }),
  rules: datedTable<StampDutyLaw['rules']>('stamp_duty.rules', {
    electronic: rule(
      { ja: '電磁的記録', en: 'electronic records' },
      {
        ja: '電子契約や電子メールで送る領収書には印紙税がかかりません。',
        en: 'Contracts and receipts that exist only as electronic records bear no duty.',
      },
      stampTable('課税文書（紙の文書に限る）', 'papers only', 'unverified'),
    ),
    not_business: rule(
      { ja: '営業に関しない受取書', en: 'receipts outside a business' },
      {
        ja: '営業に関しない受取書は非課税です。',
        en: 'A receipt that concerns no business is exempt.',
      },
      stampTable('一七', '17', 'secondary'),
    ),
    tax_stated_apart: rule(
      { ja: '消費税の区分記載', en: 'consumption tax stated apart' },
      {
        ja: '領収書で消費税額を分けて書けば、税抜きの金額で判定します。',
        en: 'Where a receipt states the consumption tax apart, the amount without it counts.',
      },
      cite(stampTaxAct, '通達（消費税の区分記載）', 'circular on consumption tax stated apart', 'unverified'),
    ),
    acknowledgment: rule(
      { ja: '債務承認弁済契約書', en: 'acknowledgment of a loan' },
      {
        ja: '書面のある貸付けの残額を確認し弁済方法を変えるだけなら、金額の記載のない消費貸借の契約書（200円）です。',
        en: 'A paper that only confirms what is left of a written loan and changes how it is repaid is a loan contract without an amount (200 yen).',
      },
      cite(stampTaxAct, '国税庁質疑応答（債務承認弁済契約書）', 'tax office on acknowledgments of debt', 'secondary'),
    ),
    penalty: rule(
      { ja: '過怠税', en: 'penalty' },
      {
        ja: '貼らないと印紙税の3倍の過怠税がかかりますが、契約の効力には影響しません。',
        en: 'Without the stamp three times the duty is owed; the contract is valid all the same.',
      },
      cite(stampTaxAct, '20条', 'art. 20', 'unverified'),
    ),
  }),
};
