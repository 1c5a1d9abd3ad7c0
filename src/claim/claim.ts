// What is owed and by whom: the request schema of a receivable, the `Claim` it becomes, and the rules between its fields.
// The names are the names on the wire. Unknown is absence: no field has a member that means "not known" unless that is a fact.

import { z } from 'zod';
import {
  amount,
  chance,
  choice,
  count,
  day,
  days,
  decimal,
  flag,
  list,
  positiveAmount,
  rate,
} from '../fields/field.ts';
import { echo } from '../fields/read.ts';
import { CLAIM_KINDS, DEBTOR_TYPES, TITLE_KINDS } from '../law/contract/claim.ts';
import { INSOLVENCY_STATES } from '../law/contract/insolvency.ts';
import { CURRENCIES, DEFAULT_JURISDICTION, JURISDICTIONS, lawOf } from '../law/jurisdictions.ts';
import { addDays, type Day, daysBetween } from '../values/day.ts';
import type { Text } from '../values/text.ts';

export const EVIDENCE = ['strong', 'medium', 'weak'] as const;
export const DISPUTES = ['none', 'partial', 'full'] as const;
export const RATINGS = ['AAA', 'AA', 'A', 'BBB', 'BB', 'B', 'CCC'] as const;
export const CONTACTS = ['responsive', 'evasive', 'unreachable'] as const;
export const PAYMENT_HISTORIES = ['good', 'mixed', 'bad', 'new'] as const;
export const DISTRESSES = ['none', 'some', 'severe'] as const;
export const INSOLVENCIES = ['none', ...INSOLVENCY_STATES] as const;
export const ASSETS = ['known', 'partly', 'unknown'] as const;
export const FILINGS = ['online', 'paper'] as const;
export const LAWYERS = ['yes', 'no'] as const;
export const RISKS = ['neutral', 'averse'] as const;
export const EVENT_KINDS = [
  'demand_received',
  'acknowledgment',
  'part_payment',
  'consultation_agreement',
  'suit',
  'payment_order',
  'mediation',
  'insolvency_proof',
  'enforcement',
  'asset_disclosure',
  'provisional_attachment',
  'other',
] as const;

/** How a list of such events is described, whatever kinds it may hold. */
export const EVENTS = {
  label: { ja: '時効に関わる出来事', en: 'events' },
  description: 'What has happened that bears on the limitation period; JSON bodies only.',
  description_ja: '時効に関わる出来事。JSON の本文でのみ書けます。',
  example: [{ on: '2026-06-01', kind: 'demand_received' }],
  max: 100,
} as const;

const event = z
  .strictObject({
    on: day({
      label: { ja: '日付', en: 'day' },
      description: 'Day on which it happened; for a demand, the day it arrived.',
      example: '2026-06-01',
    }),
    kind: choice(EVENT_KINDS, {
      label: { ja: '種類', en: 'kind' },
      description: 'What happened.',
      example: 'demand_received',
    }),
    ended_on: day({
      label: { ja: '終了日', en: 'ended on' },
      description: 'Day on which the procedure ended.',
      example: '2026-09-01',
      default: 'still pending',
    }).optional(),
    with_title: flag({
      label: { ja: '権利の確定', en: 'with title' },
      description: 'Whether the procedure ended with a final judgment or a title of equal force.',
      example: false,
      default: 'false',
    }).optional(),
    months: count({
      label: { ja: '合意した月数', en: 'months agreed' },
      description: 'Length of an agreement to consult, in months.',
      example: 6,
      default: '12',
      min: 1,
      max: 60,
    }).optional(),
    refused_on: day({
      label: { ja: '協議拒絶の通知日', en: 'refused on' },
      description: 'Day of a written refusal to go on consulting.',
      example: '2026-08-01',
    }).optional(),
  })
  .meta({ id: 'ClaimEvent', description: 'Something that bears on the limitation period.' });

/** What is owed. */
const owed = {
  amount: positiveAmount({
    label: { ja: '債権額', en: 'amount' },
    description: 'Unpaid principal, tax included.',
    description_ja: '未回収の元本（税込）。',
    example: 1250000,
  }),
  currency: choice(CURRENCIES, {
    label: { ja: '通貨', en: 'currency' },
    description: 'ISO 4217 code of the currency of every amount.',
    example: CURRENCIES[0]!,
    default: 'currency of the jurisdiction',
  }).optional(),
  jurisdiction: choice(JURISDICTIONS, {
    label: { ja: '準拠法', en: 'jurisdiction' },
    description: 'Jurisdiction whose law and courts apply.',
    example: DEFAULT_JURISDICTION,
    default: DEFAULT_JURISDICTION,
  }).optional(),
  as_of: day({
    label: { ja: '基準日', en: 'as of' },
    description: 'Day on which the claim is valued.',
    example: '2026-11-21',
    default: 'today in the jurisdiction',
  }).optional(),
  invoice_date: day({
    label: { ja: '請求日', en: 'invoice date' },
    description: 'Day of the invoice.',
    example: '2026-07-31',
  }).optional(),
  due_date: day({
    label: { ja: '支払期日', en: 'due date' },
    description: 'Day on which payment was due; either this or overdue_days is needed.',
    description_ja: '支払期日。これか滞留日数のどちらかが必要です。',
    example: '2026-08-31',
  }).optional(),
  overdue_days: days({
    label: { ja: '滞留日数', en: 'days overdue' },
    description: 'Days since the due date, negative when not yet due; either this or due_date is needed.',
    description_ja: '支払期日からの経過日数（期日前は負の数）。これか支払期日のどちらかが必要です。',
    example: 82,
    min: -3650,
    max: 36500,
  }).optional(),
  contract_date: day({
    label: { ja: '契約日', en: 'contract date' },
    description: 'Day of the individual contract, which decides between old and new limitation law.',
    example: '2026-06-15',
    default: 'invoice date, else due date',
  }).optional(),
  claim_kind: choice(CLAIM_KINDS, {
    label: { ja: '債権の種類', en: 'kind of claim' },
    description: 'What the money is owed for.',
    example: 'goods',
  }).optional(),
  evidence: choice(EVIDENCE, {
    label: { ja: '証拠の強さ', en: 'evidence' },
    description: 'How well the claim is documented.',
    description_ja: '証憑の強さ（strong: 契約書・注文書・受領書がそろう、medium: 一部、weak: ほぼない）。',
    example: 'strong',
    default: 'medium',
  }).optional(),
  dispute: choice(DISPUTES, {
    label: { ja: '争い', en: 'dispute' },
    description: 'Whether the debtor disputes the claim.',
    example: 'none',
  }).optional(),
  disputed_amount: amount({
    label: { ja: '争いのある額', en: 'disputed amount' },
    description: 'Part of the amount that the debtor disputes.',
    example: 300000,
    default: 'share by kind of dispute',
  }).optional(),
  delay_rate: rate({
    label: { ja: '約定遅延損害金率', en: 'contractual delay rate' },
    description: 'Yearly rate of delay interest agreed in the contract.',
    example: '6%',
    default: 'statutory rate',
  }).optional(),
  consumption_tax_rate: rate({
    label: { ja: '消費税率', en: 'consumption tax rate' },
    description: 'Consumption tax rate contained in the amount.',
    example: '10%',
    default: 'relief is left out',
  }).optional(),
  subcontract_act: flag({
    label: { ja: '取適法の適用', en: 'subcontract act applies' },
    description: 'Whether the act on payments to small contractors applies, with its own delay interest.',
    description_ja: '取適法（旧下請法）の対象取引か。',
    example: false,
    default: 'false',
  }).optional(),
  received_on: day({
    label: { ja: '受領日', en: 'received on' },
    description: 'Day on which the debtor received the goods or work, from which the subcontract act counts.',
    description_ja: '相手方が給付（物品や成果物）を受領した日。取適法の遅延利息はこの日から数えます。',
    example: '2026-02-01',
    default: 'due date, so that nothing is claimed too early',
  }).optional(),
  title: choice(TITLE_KINDS, {
    label: { ja: '債務名義', en: 'title' },
    description: 'Enforceable title already in hand.',
    example: 'none',
    default: 'none',
  }).optional(),
  security_value: amount({
    label: { ja: '担保・保証の額', en: 'value of security' },
    description: 'What security or a guarantee is expected to bring.',
    example: 0,
    default: '0',
    once: true,
  }).optional(),
  assignment_ban: flag({
    label: { ja: '譲渡禁止特約', en: 'ban on assignment' },
    description: 'Whether the contract restricts assignment of the claim.',
    example: false,
    default: 'false',
  }).optional(),
  setoff_ban: flag({
    label: { ja: '相殺禁止特約', en: 'ban on set-off' },
    description: 'Whether the contract excludes set-off.',
    example: false,
    default: 'false',
  }).optional(),
  events: list(event, EVENTS).optional(),
};

/** Who owes it. */
const debtor = {
  debtor_type: choice(DEBTOR_TYPES, {
    label: { ja: '相手方の種類', en: 'type of debtor' },
    description: 'Legal form of the debtor.',
    example: 'corporation',
    default: 'corporation',
  }).optional(),
  pd: chance({
    label: { ja: '倒産確率（12か月）', en: 'probability of failure' },
    description: 'Probability that the debtor fails within 12 months.',
    example: '2%',
  }).optional(),
  tdb_score: decimal({
    label: { ja: '帝国データバンク評点', en: 'TDB score' },
    description: 'Teikoku Databank score, from 0 to 100.',
    example: 52,
    min: 0,
    max: 100,
  }).optional(),
  tsr_score: decimal({
    label: { ja: '東京商工リサーチ評点', en: 'TSR score' },
    description: 'Tokyo Shoko Research score, from 0 to 100.',
    example: 50,
    min: 0,
    max: 100,
  }).optional(),
  rating: choice(RATINGS, {
    label: { ja: '格付', en: 'rating' },
    description: 'Credit rating of the debtor, without plus or minus.',
    example: 'BBB',
  }).optional(),
  altman_z2: decimal({
    label: { ja: "アルトマン Z''", en: "Altman Z''" },
    description: "Altman's Z'' of the debtor's accounts.",
    example: 2.6,
    min: -50,
    max: 50,
  }).optional(),
  contact: choice(CONTACTS, {
    label: { ja: '連絡', en: 'contact' },
    description: 'How the debtor answers.',
    description_ja: '連絡のつき方（responsive: 応答する、evasive: 逃げ腰、unreachable: つかない）。',
    example: 'responsive',
  }).optional(),
  payment_history: choice(PAYMENT_HISTORIES, {
    label: { ja: '支払実績', en: 'payment history' },
    description: 'How the debtor has paid before.',
    example: 'mixed',
  }).optional(),
  broken_promises: count({
    label: { ja: '支払約束の不履行回数', en: 'broken promises' },
    description: 'Promises to pay that were broken.',
    example: 1,
    min: 0,
    max: 99,
  }).optional(),
  partial_paid: flag({
    label: { ja: '一部入金', en: 'paid in part' },
    description: 'Whether the debtor has paid a part.',
    example: false,
  }).optional(),
  acknowledged: flag({
    label: { ja: '債務の承認', en: 'acknowledged' },
    description: 'Whether the debtor has acknowledged the debt.',
    example: true,
  }).optional(),
  distress: choice(DISTRESSES, {
    label: { ja: '経営不安の兆候', en: 'distress' },
    description: 'Signs of financial distress.',
    example: 'none',
  }).optional(),
  insolvency: choice(INSOLVENCIES, {
    label: { ja: '倒産手続', en: 'insolvency' },
    description: 'Insolvency proceedings or suspension of payments.',
    example: 'none',
    default: 'none',
  }).optional(),
  claims_deadline: day({
    label: { ja: '債権届出期限', en: 'deadline for claims' },
    description: 'Last day for filing the claim in the insolvency proceedings.',
    example: '2026-12-20',
  }).optional(),
  assets: choice(ASSETS, {
    label: { ja: '資産の把握', en: 'assets' },
    description: 'Whether assets that can be attached are known.',
    description_ja: '差押えできる財産（口座・売掛先など）を把握しているか。',
    example: 'partly',
    default: 'unknown',
  }).optional(),
  address_known: flag({
    label: { ja: '送達先の把握', en: 'address known' },
    description: 'Whether an address for service is known.',
    example: true,
    default: 'true',
  }).optional(),
};

/** What has been done so far. */
const done = {
  effort_months: decimal({
    label: { ja: '督促した月数', en: 'months of effort' },
    description: 'Months in which the debtor was actually chased.',
    example: 2,
    default: 'all months overdue',
    min: 0,
    max: 600,
  }).optional(),
  demand_sent: flag({
    label: { ja: '内容証明の送付済み', en: 'demand sent' },
    description: 'Whether a certified demand has been sent.',
    example: false,
    default: 'false',
  }).optional(),
  plan_refused: flag({
    label: { ja: '分割案の拒絶', en: 'plan refused' },
    description: 'Whether the debtor has refused an instalment plan.',
    example: false,
    default: 'false',
  }).optional(),
  settlement_refused: flag({
    label: { ja: '和解案の拒絶', en: 'settlement refused' },
    description: 'Whether the debtor has refused a settlement.',
    example: false,
    default: 'false',
  }).optional(),
};

/** Costs and aims of the creditor. */
const aims = {
  discount_rate: rate({
    label: { ja: '割引率（年）', en: 'discount rate' },
    description: 'Yearly rate at which later money is discounted.',
    example: '6%',
    default: 'see /v1/assumptions',
  }).optional(),
  staff_rate: amount({
    label: { ja: '人件費単価（1時間）', en: 'staff cost per hour' },
    description: 'Cost of one hour of own staff.',
    example: 4000,
    default: 'see /v1/assumptions',
  }).optional(),
  lawyer: choice(LAWYERS, {
    label: { ja: '弁護士への依頼', en: 'lawyer' },
    description: 'Whether a lawyer is used in court.',
    example: 'no',
    default: 'by amount and court',
  }).optional(),
  filing: choice(FILINGS, {
    label: { ja: '申立ての方法', en: 'filing' },
    description: 'Whether court papers are filed online or on paper.',
    example: 'online',
    default: 'paper',
  }).optional(),
  margin_per_year: amount({
    label: { ja: '取引の年間粗利', en: 'margin per year' },
    description: 'Yearly margin of the business with this debtor that could be lost.',
    example: 500000,
    default: '0',
  }).optional(),
  relationship_years: decimal({
    label: { ja: '取引の継続年数', en: 'years of relationship' },
    description: 'Years for which that margin would go on.',
    example: 3,
    min: 0,
    max: 50,
  }).optional(),
  cash_needed_by: day({
    label: { ja: '資金が必要な日', en: 'cash needed by' },
    description: 'Day by which the money is needed; after it the gap is bridged at bridge_rate.',
    example: '2026-12-10',
  }).optional(),
  bridge_rate: rate({
    label: { ja: 'つなぎ資金の年利', en: 'bridge rate' },
    description: 'Yearly cost of bridging the gap after cash_needed_by.',
    example: '15%',
  }).optional(),
  risk: choice(RISKS, {
    label: { ja: 'リスクへの態度', en: 'risk' },
    description: 'Whether options are ranked by expected value or with a charge for risk.',
    example: 'neutral',
    default: 'neutral',
  }).optional(),
  fiscal_year_end: day({
    label: { ja: '決算日', en: 'end of the fiscal year' },
    description: 'Last day of our fiscal year, by which a loss must be booked.',
    description_ja: '当社の事業年度の末日。貸倒損失を計上する期限になります。',
    example: '2027-03-31',
  }).optional(),
  tax_rate: rate({
    label: { ja: '法人実効税率', en: 'tax rate' },
    description: 'Effective tax rate, when the tax effect of a loss counts.',
    example: '34%',
    default: 'tax is left out',
  }).optional(),
};

/** The fields of a receivable under the headings of the form, in the order in which they are asked. */
export const claimGroups = { owed, debtor, done, aims };

/** Every field of a receivable by its name. */
export const claimFields = { ...owed, ...debtor, ...done, ...aims };

const claimSchema = z.strictObject(claimFields);

/** A receivable as read: amounts are `Money`, rates numbers, days ISO text. Absent means not known. */
export type Claim = z.output<typeof claimSchema> & {
  readonly as_of: Day;
  readonly jurisdiction: string;
  readonly currency: string;
};

/** An event that bears on the limitation period. */
export type ClaimEvent = z.output<typeof event>;

/** A rule between fields that a claim breaks. */
export interface RuleBroken {
  readonly code:
    | 'missing_due'
    | 'due_conflict'
    | 'due_before_invoice'
    | 'as_of_before_invoice'
    | 'contract_after_as_of'
    | 'disputed_above_amount'
    | 'dispute_conflict'
    | 'currency_mismatch'
    | 'event_after_as_of'
    | 'event_order'
    | 'bridge_rate_missing';
  /** Path of the field to change. */
  readonly path: readonly (string | number)[];
  readonly expected: Text;
  readonly detail: Text;
}

/** The fields between which `checkClaim` looks; a claim that could be read only in part is checked for what is there. */
export type PartialClaim = { readonly [K in keyof Claim]?: Claim[K] | undefined };

/**
 * The rules between fields. `unread` names fields that were given but could not be read: nothing is said about those,
 * so that one mistake gives one error.
 */
export function checkClaim(claim: PartialClaim, unread: ReadonlySet<string> = new Set()): RuleBroken[] {
  const broken: RuleBroken[] = [];
  const rule = (code: RuleBroken['code'], path: RuleBroken['path'], detail: Text, expected: Text) =>
    broken.push({ code, path, detail, expected });
  const { as_of, invoice_date, contract_date, due_date, overdue_days } = claim;

  if (due_date === undefined && overdue_days === undefined && !unread.has('due_date') && !unread.has('overdue_days')) {
    rule(
      'missing_due',
      ['due_date'],
      { ja: '支払期日（due_date）か滞留日数（overdue_days）を書いてください。', en: 'Write due_date or overdue_days.' },
      { ja: '支払期日か滞留日数のどちらか', en: 'either due_date or overdue_days' },
    );
  }
  if (due_date !== undefined && overdue_days !== undefined && as_of !== undefined) {
    const counted = daysBetween(due_date, as_of);
    if (counted !== overdue_days) {
      rule(
        'due_conflict',
        ['overdue_days'],
        {
          ja: `支払期日 ${due_date} なら基準日 ${as_of} の滞留日数は ${counted} 日で、${overdue_days} 日と合いません。どちらかを消してください。`,
          en: `With due_date ${due_date} the claim is ${counted} days overdue on ${as_of}, not ${overdue_days}. Remove one of the two.`,
        },
        { ja: `${counted}、または省略`, en: `${counted}, or leave it out` },
      );
    }
  }
  const due =
    due_date ?? (overdue_days === undefined || as_of === undefined ? undefined : addDays(as_of, -overdue_days));
  if (due !== undefined && invoice_date !== undefined && due < invoice_date) {
    rule(
      'due_before_invoice',
      [due_date === undefined ? 'overdue_days' : 'due_date'],
      {
        ja: `支払期日 ${due} が請求日 ${invoice_date} より前です。`,
        en: `The due date ${due} is before the invoice date ${invoice_date}.`,
      },
      { ja: '請求日以後の支払期日', en: 'a due date on or after the invoice date' },
    );
  }
  if (as_of !== undefined && invoice_date !== undefined && as_of < invoice_date) {
    rule(
      'as_of_before_invoice',
      ['as_of'],
      {
        ja: `基準日 ${as_of} が請求日 ${invoice_date} より前です。`,
        en: `The day of valuation ${as_of} is before the invoice date ${invoice_date}.`,
      },
      { ja: '請求日以後の基準日', en: 'a day on or after the invoice date' },
    );
  }
  if (as_of !== undefined && contract_date !== undefined && as_of < contract_date) {
    rule(
      'contract_after_as_of',
      ['contract_date'],
      {
        ja: `契約日 ${contract_date} が基準日 ${as_of} より後です。`,
        en: `The contract date ${contract_date} is after the day of valuation ${as_of}.`,
      },
      { ja: '基準日以前の契約日', en: 'a day on or before as_of' },
    );
  }
  if (claim.disputed_amount !== undefined && claim.amount !== undefined && claim.disputed_amount.gt(claim.amount)) {
    rule(
      'disputed_above_amount',
      ['disputed_amount'],
      {
        ja: `争いのある額 ${claim.disputed_amount.toFixed()} が債権額 ${claim.amount.toFixed()} を超えています。`,
        en: `The disputed amount ${claim.disputed_amount.toFixed()} is above the amount ${claim.amount.toFixed()}.`,
      },
      { ja: '債権額以下の額', en: 'at most the amount' },
    );
  }
  if (claim.dispute === 'none' && claim.disputed_amount !== undefined && claim.disputed_amount.gt(0)) {
    rule(
      'dispute_conflict',
      ['disputed_amount'],
      {
        ja: '争いがない（dispute=none）のに争いのある額が書かれています。',
        en: 'dispute is none, yet a disputed amount is given.',
      },
      {
        ja: 'dispute を partial か full にするか、この項目を省く',
        en: 'set dispute to partial or full, or leave this out',
      },
    );
  }
  if (
    claim.currency !== undefined &&
    claim.jurisdiction !== undefined &&
    claim.currency !== lawOf(claim.jurisdiction).currency
  ) {
    rule(
      'currency_mismatch',
      ['currency'],
      {
        ja: `この準拠法の金額は ${lawOf(claim.jurisdiction).currency} で計算します。`,
        en: `Amounts under this jurisdiction are computed in ${lawOf(claim.jurisdiction).currency}.`,
      },
      { ja: lawOf(claim.jurisdiction).currency, en: lawOf(claim.jurisdiction).currency },
    );
  }
  if (claim.cash_needed_by !== undefined && claim.bridge_rate === undefined && !unread.has('bridge_rate')) {
    rule(
      'bridge_rate_missing',
      ['bridge_rate'],
      {
        ja: '資金が必要な日を書くときは、つなぎ資金の年利（bridge_rate）も書いてください。',
        en: 'With cash_needed_by, write bridge_rate as well.',
      },
      { ja: '年利。例: 15%', en: 'a yearly rate such as 15%' },
    );
  }
  (claim.events ?? []).forEach((item, index) => {
    if (as_of !== undefined && item.on > as_of) {
      rule(
        'event_after_as_of',
        ['events', index, 'on'],
        {
          ja: `出来事の日 ${item.on} が基準日 ${as_of} より後です。`,
          en: `The event of ${item.on} is after the day of valuation ${as_of}.`,
        },
        { ja: '基準日以前の日', en: 'a day on or before as_of' },
      );
    }
    for (const name of ['ended_on', 'refused_on'] as const) {
      const later = item[name];
      if (later === undefined || later >= item.on) continue;
      rule(
        'event_order',
        ['events', index, name],
        {
          ja: `${echo(later)} が出来事の日 ${item.on} より前です。`,
          en: `${echo(later)} is before the day of the event, ${item.on}.`,
        },
        { ja: '出来事の日以後の日', en: 'a day on or after the event' },
      );
    }
  });
  return broken;
}
