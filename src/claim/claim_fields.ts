// The fields of a receivable, each with its schema, its name for people and what it means. The names are the names on the wire.
// Unknown is absence: no field has a member that means "not known" unless that is a fact.

import {
  amountField,
  chanceField,
  choiceField,
  countField,
  dayField,
  decimalField,
  flagField,
  listField,
  positiveAmountField,
  rateField,
} from '../fields/field.ts';
import { CLAIM_KINDS, DEBTOR_TYPES, TITLE_KINDS } from '../law/contract/claim.ts';
import { INSOLVENCY_STATES } from '../law/contract/insolvency.ts';
import { CURRENCIES, DEFAULT_JURISDICTION, JURISDICTIONS, lawOf } from '../law/jurisdictions.ts';
import { causeField, disputeRefusedField, whereabouts } from './background_fields.ts';
import { claimEventSchema, EVENT_LIST_META } from './event.ts';
import { OTHER_DEBTOR_LIST_META, otherDebtorSchema } from './other_debtor.ts';

// Values of the fields that hold a member of a closed list.
const EVIDENCE = ['strong', 'medium', 'weak'] as const;
const DISPUTES = ['none', 'partial', 'full'] as const;
const RATINGS = ['AAA', 'AA', 'A', 'BBB', 'BB', 'B', 'CCC'] as const;
const CONTACTS = ['responsive', 'evasive', 'unreachable'] as const;
const PAYMENT_HISTORIES = ['good', 'mixed', 'bad', 'new'] as const;
const DISTRESSES = ['none', 'some', 'severe'] as const;
const INSOLVENCIES = ['none', ...INSOLVENCY_STATES] as const;
const ASSETS = ['known', 'partly', 'unknown', 'none_found'] as const;
const REPRESENTATIONS = ['ourselves', 'scrivener', 'lawyer'] as const;
const RISKS = ['neutral', 'averse'] as const;

/** What is owed. */
const owed = {
  amount: positiveAmountField({
    label: { ja: '債権額', en: 'amount' },
    description: 'Unpaid principal, tax included.',
    description_ja: '未回収の元本（税込）。',
    example: 1250000,
  }),
  currency: choiceField(CURRENCIES, {
    label: { ja: '通貨', en: 'currency' },
    description: 'ISO 4217 code of the currency of every amount.',
    example: lawOf(DEFAULT_JURISDICTION).currency,
    default: 'currency of the jurisdiction',
  }).optional(),
  jurisdiction: choiceField(JURISDICTIONS, {
    label: { ja: '準拠法', en: 'jurisdiction' },
    description: 'Jurisdiction whose law and courts apply.',
    example: DEFAULT_JURISDICTION,
    default: DEFAULT_JURISDICTION,
  }).optional(),
  as_of: dayField({
    label: { ja: '基準日', en: 'as of' },
    description: 'Day on which the claim is valued.',
    example: '2026-11-21',
    default: 'today in the jurisdiction',
  }).optional(),
  invoice_date: dayField({
    label: { ja: '請求日', en: 'invoice date' },
    description: 'Day of the invoice.',
    example: '2026-07-31',
  }).optional(),
  due_date: dayField({
    label: { ja: '支払期日', en: 'due date' },
    description: 'Day on which payment was due; either this or overdue_days is needed.',
    description_ja: '支払期日。これか滞留日数のどちらかが必要です。',
    example: '2026-08-31',
  }).optional(),
  overdue_days: countField({
    counter: 'days',
    label: { ja: '滞留日数', en: 'days overdue' },
    description: 'Days since the due date, negative when not yet due; either this or due_date is needed.',
    description_ja: '支払期日からの経過日数（期日前は負の数）。これか支払期日のどちらかが必要です。',
    example: 82,
    min: -3650,
    max: 36500,
  }).optional(),
  contract_date: dayField({
    label: { ja: '契約日', en: 'contract date' },
    description: 'Day of the individual contract, which decides between old and new limitation law.',
    example: '2026-06-15',
    default: 'invoice date, else due date',
  }).optional(),
  claim_kind: choiceField(CLAIM_KINDS, {
    label: { ja: '債権の種類', en: 'kind of claim' },
    description: 'What the money is owed for.',
    example: 'goods',
  }).optional(),
  evidence: choiceField(EVIDENCE, {
    label: { ja: '証拠の強さ', en: 'evidence' },
    description: 'How well the claim is documented.',
    description_ja: '証憑の強さ（strong: 契約書・注文書・受領書がそろう、medium: 一部、weak: ほぼない）。',
    example: 'strong',
    default: 'medium',
  }).optional(),
  dispute: choiceField(DISPUTES, {
    label: { ja: '争い', en: 'dispute' },
    description: 'Whether the debtor disputes the claim.',
    example: 'none',
  }).optional(),
  cause: causeField,
  disputed_amount: amountField({
    label: { ja: '争いのある額', en: 'disputed amount' },
    description: 'Part of the amount that the debtor disputes.',
    example: 300000,
    default: 'share by kind of dispute',
  }).optional(),
  delay_rate: rateField({
    label: { ja: '約定遅延損害金率', en: 'contractual delay rate' },
    description: 'Yearly rate of delay interest agreed in the contract.',
    example: '6%',
    default: 'statutory rate',
  }).optional(),
  consumption_tax_rate: rateField({
    label: { ja: '消費税率', en: 'consumption tax rate' },
    description: 'Consumption tax rate contained in the amount.',
    example: '10%',
    default: 'relief is left out',
  }).optional(),
  subcontract_act: flagField({
    label: { ja: '取適法の適用', en: 'subcontract act applies' },
    description: 'Whether the act on payments to small contractors applies, with its own delay interest.',
    description_ja: '取適法（旧下請法）の対象取引か。',
    example: false,
    default: 'false',
  }).optional(),
  freelance_act: flagField({
    label: { ja: 'フリーランス法の適用', en: 'freelance act applies' },
    description: 'Whether we work without employees and the debtor, which has some, commissioned the work.',
    description_ja: '当社が従業員を使わない個人か一人会社で、従業員のいる発注者から業務委託を受けたか。',
    example: false,
    default: 'false',
  }).optional(),
  received_on: dayField({
    label: { ja: '受領日', en: 'received on' },
    description:
      'Day on which the debtor received the goods or work, from which the subcontract and freelance acts count.',
    description_ja:
      '相手方が給付（物品や成果物）を受領した日。取適法の遅延利息とフリーランス法の支払期日はこの日から数えます。',
    example: '2026-02-01',
    default: 'due date, so that nothing is claimed too early',
  }).optional(),
  title: choiceField(TITLE_KINDS, {
    label: { ja: '債務名義', en: 'title' },
    description: 'Enforceable title already in hand.',
    example: 'none',
    default: 'none',
  }).optional(),
  title_on: dayField({
    label: { ja: '債務名義の確定日', en: 'title on' },
    description: 'Day on which the title became final (a deed: was made), from which its limitation period runs.',
    description_ja: '債務名義が確定した日（公正証書は作成日）。時効期間はこの日から数え直します。',
    example: '2025-08-05',
    default: 'due date, the earliest day on which it can have been',
  }).optional(),
  security_value: amountField({
    label: { ja: '担保の額', en: 'value of security' },
    description:
      'What security in assets, or a guarantee that nothing is stated of under guarantor, is expected to bring under a title.',
    description_ja:
      '物的担保、または guarantor に書かない保証から、債務名義により回収できると思われる額。guarantor や lien に書いたものは含めません。',
    example: 0,
    default: '0',
    once: true,
  }).optional(),
  assignment_ban: flagField({
    label: { ja: '譲渡禁止特約', en: 'ban on assignment' },
    description: 'Whether the contract restricts assignment of the claim.',
    example: false,
    default: 'false',
  }).optional(),
  setoff_ban: flagField({
    label: { ja: '相殺禁止特約', en: 'ban on set-off' },
    description: 'Whether the contract excludes set-off.',
    example: false,
    default: 'false',
  }).optional(),
  events: listField(claimEventSchema, EVENT_LIST_META).optional(),
  other_debtors: listField(otherDebtorSchema, OTHER_DEBTOR_LIST_META).optional(),
};

/** Who owes it. */
const debtor = {
  debtor_type: choiceField(DEBTOR_TYPES, {
    label: { ja: '相手方の種類', en: 'type of debtor' },
    description: 'Legal form of the debtor.',
    example: 'corporation',
    default: 'corporation',
  }).optional(),
  pd: chanceField({
    label: { ja: '倒産確率（12か月）', en: 'probability of failure' },
    description: 'Probability that the debtor fails within 12 months.',
    example: '2%',
  }).optional(),
  tdb_score: decimalField({
    counter: 'points',
    label: { ja: '帝国データバンク評点', en: 'TDB score' },
    description: 'Teikoku Databank score, from 0 to 100.',
    example: 52,
    min: 0,
    max: 100,
  }).optional(),
  tsr_score: decimalField({
    counter: 'points',
    label: { ja: '東京商工リサーチ評点', en: 'TSR score' },
    description: 'Tokyo Shoko Research score, from 0 to 100.',
    example: 50,
    min: 0,
    max: 100,
  }).optional(),
  rating: choiceField(RATINGS, {
    label: { ja: '格付', en: 'rating' },
    description: 'Credit rating of the debtor, without plus or minus.',
    example: 'BBB',
  }).optional(),
  altman_z2: decimalField({
    label: { ja: "アルトマン Z''", en: "Altman Z''" },
    description: "Altman's Z'' of the debtor's accounts.",
    example: 2.6,
    min: -50,
    max: 50,
  }).optional(),
  contact: choiceField(CONTACTS, {
    label: { ja: '連絡', en: 'contact' },
    description: 'How the debtor answers.',
    description_ja: '連絡のつき方（responsive: 応答する、evasive: 逃げ腰、unreachable: つかない）。',
    example: 'responsive',
  }).optional(),
  payment_history: choiceField(PAYMENT_HISTORIES, {
    label: { ja: '支払実績', en: 'payment history' },
    description: 'How the debtor has paid before.',
    example: 'mixed',
  }).optional(),
  broken_promises: countField({
    counter: 'times',
    label: { ja: '支払約束の不履行回数', en: 'broken promises' },
    description: 'Promises to pay that were broken.',
    example: 1,
    min: 0,
    max: 99,
  }).optional(),
  partial_paid: flagField({
    label: { ja: '一部入金', en: 'paid in part' },
    description: 'Whether the debtor has paid a part.',
    example: false,
  }).optional(),
  last_payment_on: dayField({
    label: { ja: '最後の弁済日', en: 'last payment on' },
    description: 'Day on which the debtor last paid anything on what it owes us.',
    description_ja: '相手方が最後に弁済した日。',
    example: '2026-09-30',
    default: 'no payment, or that of the last part payment among the events',
  }).optional(),
  continuing_dealings: flagField({
    label: { ja: '継続的な取引', en: 'continuing dealings' },
    description: 'Whether we had traded with the debtor regularly, and not only once, before dealings stopped.',
    description_ja: '一度きりではなく継続して取引していた相手かどうか（取引を停止した後の貸倒処理の要件）。',
    example: true,
    default: 'not known; a write-off then says that it needs them',
  }).optional(),
  dealings_stopped_on: dayField({
    label: { ja: '取引を停止した日', en: 'dealings stopped on' },
    description: 'Day on which dealings with the debtor stopped.',
    description_ja: '相手方との取引を停止した日。',
    example: '2026-06-30',
    default: 'due date; the valuation day where margin_per_year says that dealings go on',
  }).optional(),
  acknowledged: flagField({
    label: { ja: '債務の承認', en: 'acknowledged' },
    description: 'Whether the debtor has acknowledged the debt.',
    example: true,
  }).optional(),
  distress: choiceField(DISTRESSES, {
    label: { ja: '経営不安の兆候', en: 'distress' },
    description: 'Signs of financial distress.',
    example: 'none',
  }).optional(),
  insolvency: choiceField(INSOLVENCIES, {
    label: { ja: '倒産手続', en: 'insolvency' },
    description:
      'Insolvency proceedings, or what comes before: suspension of payments, notice by counsel, a closed business, a bill dishonoured, a petition.',
    description_ja:
      '倒産手続、またはその前の状態（payment_suspended：支払停止、counsel_notice：弁護士の受任通知、business_closed：事業の閉鎖、dishonoured：手形の不渡り・でんさいの支払不能、petition：申立て）。',
    example: 'none',
    default: 'none',
  }).optional(),
  claims_deadline: dayField({
    label: { ja: '債権届出期限', en: 'deadline for claims' },
    description: 'Last day for filing the claim in the insolvency proceedings.',
    example: '2026-12-20',
  }).optional(),
  investigation_ends_on: dayField({
    label: { ja: '一般調査期間の末日', en: 'investigation ends on' },
    description:
      'Last day of the general period, or day of the general date, for investigating claims in the insolvency proceedings.',
    description_ja: '倒産手続の一般調査期間の末日（一般調査期日による場合はその日）。',
    example: '2027-02-20',
    default: 'not known',
  }).optional(),
  failed_attachments: countField({
    counter: 'times',
    label: { ja: '空振りの差押え回数', en: 'attachments without success' },
    description: 'How many attachments under a title have taken nothing.',
    description_ja: '債務名義による差押えが空振りに終わった回数。',
    example: 0,
    default: '0',
    min: 0,
    max: 99,
  }).optional(),
  assets: choiceField(ASSETS, {
    label: { ja: '資産の把握', en: 'assets' },
    description: 'Whether assets that can be attached are known; `none_found` when they were looked for in vain.',
    description_ja: '差押えできる財産（口座・売掛先など）を把握しているか。調べても見当たらなければ none_found。',
    example: 'partly',
    default: 'unknown',
  }).optional(),
  address_known: flagField({
    label: { ja: '送達先の把握', en: 'address known' },
    description: 'Whether an address for service is known.',
    example: true,
    default: 'true, less surely where the debtor cannot be reached',
  }).optional(),
  ...whereabouts,
};

/** What has been done so far. */
const done = {
  effort_months: decimalField({
    counter: 'months',
    label: { ja: '督促した月数', en: 'months of effort' },
    description: 'Months in which the debtor was actually chased.',
    example: 2,
    default: 'all months overdue',
    min: 0,
    max: 600,
  }).optional(),
  demand_sent: flagField({
    label: { ja: '内容証明の送付済み', en: 'demand sent' },
    description: 'Whether a certified demand has been sent.',
    example: false,
    default: 'false',
  }).optional(),
  lawyer_letter_sent: flagField({
    label: { ja: '弁護士名の督促状の送付済み', en: "lawyer's letter sent" },
    description: "Whether a lawyer's letter has been sent.",
    example: false,
    default: 'false',
  }).optional(),
  plan_refused: flagField({
    label: { ja: '分割案の拒絶', en: 'plan refused' },
    description: 'Whether the debtor has refused an instalment plan.',
    example: false,
    default: 'false',
  }).optional(),
  settlement_refused: flagField({
    label: { ja: '和解案の拒絶', en: 'settlement refused' },
    description: 'Whether the debtor has refused a settlement.',
    example: false,
    default: 'false',
  }).optional(),
  dispute_refused: disputeRefusedField,
};

/** Costs and aims of the creditor. */
const aims = {
  discount_rate: rateField({
    label: { ja: '割引率（年）', en: 'discount rate' },
    description: 'Yearly rate at which later money is discounted.',
    example: '6%',
    default: 'see /v1/assumptions',
  }).optional(),
  staff_rate: amountField({
    label: { ja: '人件費単価（1時間）', en: 'staff cost per hour' },
    description: 'Cost of one hour of own staff.',
    example: 4000,
    default: 'see /v1/assumptions',
  }).optional(),
  lawyer: choiceField(['yes', 'no'], {
    label: { ja: '弁護士への依頼', en: 'lawyer' },
    description: 'Whether a lawyer is used in court.',
    example: 'no',
    default: 'by amount and court',
  }).optional(),
  representation: choiceField(REPRESENTATIONS, {
    label: { ja: '裁判での代理', en: 'representation' },
    description:
      'Who acts in court: we ourselves, a certified judicial scrivener, or a lawyer; lawyer is the short way to say it.',
    description_ja:
      '裁判での代理（ourselves：自社、scrivener：認定司法書士、lawyer：弁護士）。lawyer（yes・no）でも書けます。',
    example: 'scrivener',
    default: 'by amount and court, and by value between ourselves and a scrivener',
  }).optional(),
  filing: choiceField(['online', 'paper'], {
    label: { ja: '申立ての方法', en: 'filing' },
    description: 'Whether court papers are filed online or on paper.',
    example: 'online',
    default: 'paper',
  }).optional(),
  margin_per_year: amountField({
    label: { ja: '取引の年間粗利', en: 'margin per year' },
    description: 'Yearly margin of the business with this debtor that could be lost.',
    example: 500000,
    default: '0',
  }).optional(),
  relationship_years: decimalField({
    counter: 'years',
    label: { ja: '取引の継続年数', en: 'years of relationship' },
    description: 'Years for which that margin would go on.',
    example: 3,
    min: 0,
    max: 50,
  }).optional(),
  cash_needed_by: dayField({
    label: { ja: '資金が必要な日', en: 'cash needed by' },
    description: 'Day by which the money is needed; after it the gap is bridged at bridge_rate.',
    example: '2026-12-10',
  }).optional(),
  bridge_rate: rateField({
    label: { ja: 'つなぎ資金の年利', en: 'bridge rate' },
    description: 'Yearly cost of bridging the gap after cash_needed_by.',
    example: '15%',
  }).optional(),
  risk: choiceField(RISKS, {
    label: { ja: 'リスクへの態度', en: 'risk' },
    description: 'Whether options are ranked by expected value or with a charge for risk.',
    example: 'neutral',
    default: 'neutral',
  }).optional(),
  fiscal_year_end: dayField({
    label: { ja: '決算日', en: 'end of the fiscal year' },
    description: 'Last day of our fiscal year, by which a loss must be booked.',
    description_ja: '当社の事業年度の末日。貸倒損失を計上する期限になります。',
    example: '2027-03-31',
  }).optional(),
  tax_rate: rateField({
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
