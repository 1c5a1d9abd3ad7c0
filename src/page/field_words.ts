// How the fields of a request are laid out for a person: the five that come first, the topics of the rest, and the words for the members of
// closed lists. A field that stands in no topic comes under the last one, so that a new field is never missing.

import type { Text } from '../values/text.ts';

/** The five fields that come first; of the two days one is enough. */
export const FIRST_FIELDS = ['amount', 'due_date', 'overdue_days', 'contact', 'dispute', 'evidence'] as const;

/** Lines of explanation under the fields that come first. */
export const HINTS: Readonly<Record<string, Text>> = {
  amount: { ja: '未払いの残額。「125万円」とも書けます。', en: 'What is still unpaid, in yen: "1.25 million", too.' },
  due_date: { ja: '「2026/8/31」「令和8年8月31日」など。', en: 'Or fill in the days overdue instead.' },
  overdue_days: {
    ja: '期日の代わりに、過ぎた日数。期日前は負の数。',
    en: 'Instead of the due date; negative before it.',
  },
  contact: { ja: '催促への反応。', en: 'How the debtor answers.' },
  dispute: { ja: '請求の内容や金額に争いがあるか。', en: 'Whether the claim or its amount is disputed.' },
  evidence: { ja: '契約書・注文書・受領書などのそろい方。', en: 'Contract, order, receipt and so on.' },
};

interface Topic {
  readonly id: string;
  readonly label: Text;
  /** Names of fields, or of objects whose members all stand here. */
  readonly fields: readonly string[];
}

/** The topics under which the other fields are folded. */
export const TOPICS: readonly Topic[] = [
  {
    id: 'debtor',
    label: { ja: '相手先', en: 'Who owes' },
    fields: [
      'debtor_type',
      'payment_history',
      'broken_promises',
      'partial_paid',
      'last_payment_on',
      'acknowledged',
      'distress',
      'insolvency',
      'tdb_score',
      'tsr_score',
      'rating',
      'pd',
      'altman_z2',
      'assets',
      'address_known',
      'cause',
      'continuing_dealings',
      'dealings_stopped_on',
      'debtor_country',
      'other_debtors',
      'succession',
    ],
  },
  {
    id: 'papers',
    label: { ja: '書類とこれまでの経過', en: 'Papers, and what was done' },
    fields: [
      'claim_kind',
      'invoice_date',
      'contract_date',
      'disputed_amount',
      'effort_months',
      'demand_sent',
      'lawyer_letter_sent',
      'plan_refused',
      'settlement_refused',
      'dispute_refused',
      'events',
      'title',
      'title_on',
      'procedure',
      'failed_attachments',
      'security_value',
    ],
  },
  {
    id: 'owe',
    label: { ja: '当社の債務・商品', en: 'What we owe them, and goods' },
    fields: ['offset', 'return_goods', 'lien', 'stop_supply'],
  },
  {
    id: 'offers',
    label: { ja: '申出と見積り', en: 'Offers on the table' },
    fields: [
      'settle',
      'plan',
      'sell',
      'factor',
      'agency',
      'guarantor',
      'litigate',
      'lawyer_letter',
      'enforceable_deed',
    ],
  },
  {
    id: 'costs',
    label: { ja: '当社の費用と率', en: 'Our costs and rates' },
    fields: [
      'staff_rate',
      'discount_rate',
      'margin_per_year',
      'relationship_years',
      'cash_needed_by',
      'bridge_rate',
      'risk',
      'tax_rate',
      'consumption_tax_rate',
      'fiscal_year_end',
    ],
  },
  {
    id: 'law',
    label: { ja: '法律・手続・基準日', en: 'Law, procedure and day' },
    fields: ['as_of', 'reference', 'lawyer', 'representation', 'filing'],
  },
];

/** Fields that the page writes by itself, or that only a program states. */
export const NOT_TYPED: ReadonlySet<string> = new Set(['lang', 'include', 'options', 'currency', 'jurisdiction']);

/** The fields that the browser may keep when it is asked to. */
export const KEPT_FIELDS: readonly string[] = [
  'staff_rate',
  'discount_rate',
  'tax_rate',
  'fiscal_year_end',
  'bridge_rate',
  'risk',
  'lawyer',
  'representation',
  'filing',
];

/** What a row of a list cannot do without, by the name of the list. */
export const ROW_NEEDS: Readonly<Record<string, readonly string[]>> = {
  events: ['on', 'kind'],
  other_debtors: ['kind'],
};

/** Kinds of rows about which a member of a list says something; a member that is not named here says something about every kind. */
export const MEMBERS_OF_KINDS: Readonly<Record<string, readonly string[]>> = {
  'events.ended_on': [
    'suit',
    'payment_order',
    'mediation',
    'insolvency_proof',
    'enforcement',
    'asset_disclosure',
    'provisional_attachment',
  ],
  'events.with_title': ['suit', 'payment_order', 'mediation', 'insolvency_proof'],
  'events.months': ['consultation_agreement'],
  'events.refused_on': ['consultation_agreement'],
};

/** Words for the members of choices where a form says more than the one word by which the service knows them. */
export const CHOICES: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  contact: {
    responsive: { ja: '返事がある', en: 'answers' },
    evasive: { ja: '先延ばしにされる', en: 'puts us off' },
    unreachable: { ja: '連絡がつかない', en: 'cannot be reached' },
  },
  dispute: {
    none: { ja: '争いはない', en: 'not disputed' },
    partial: { ja: '一部に争いがある', en: 'a part is disputed' },
    full: { ja: '全部を争っている', en: 'all is disputed' },
  },
  evidence: {
    strong: { ja: '署名のある契約書や受領書がある', en: 'strong: signed contract or receipt' },
    medium: { ja: '注文書・請求書・メールがある', en: 'medium: order, invoice, e-mail' },
    weak: { ja: '口頭だけ、または足りない', en: 'weak: spoken only, or little' },
  },
  cause: { dispute: { ja: '内容に不満がある', en: 'disputes it' } },
  title: {
    payment_order: { ja: '仮執行宣言付支払督促', en: 'payment order' },
    notarial_deed: { ja: '執行証書（公正証書）', en: 'notarial deed' },
    settlement: { ja: '和解調書・調停調書', en: 'settlement in court' },
  },
  payment_history: {
    mixed: { ja: 'ときどき遅れる', en: 'mixed' },
    new: { ja: '取引が浅い', en: 'new customer' },
  },
  insolvency: {
    petition: { ja: '申立てがあった', en: 'petition filed' },
    bankruptcy: { ja: '破産手続開始', en: 'bankruptcy' },
    rehabilitation: { ja: '民事再生手続開始', en: 'civil rehabilitation' },
    reorganisation: { ja: '会社更生手続開始', en: 'corporate reorganisation' },
  },
  assets: {
    known: { ja: '預金や取引先を把握している', en: 'known' },
    unknown: { ja: '把握していない', en: 'unknown' },
  },
  'offset.payable_kind': { trade: { ja: '買掛金', en: 'trade' } },
  lawyer: { yes: { ja: '依頼する', en: 'yes' }, no: { ja: '依頼しない', en: 'no' } },
  risk: { neutral: { ja: '平均で選ぶ', en: 'neutral' }, averse: { ja: '慎重に選ぶ', en: 'averse' } },
};

/** Japanese words for what holds when a field is empty, by the words of the catalogue. */
export const DEFAULT_WORDS: Readonly<Record<string, string>> = {
  false: 'いいえ',
  true: 'はい',
  'true, less surely where the debtor cannot be reached': 'はい（連絡が取れない相手では不確か）',
  none: 'なし',
  'not known': '不明',
  'today in the jurisdiction': '今日',
  'invoice date, else due date': '請求日、なければ支払期日',
  'share by kind of dispute': '争いの種類ごとの割合',
  'statutory rate': '法定利率',
  'relief is left out': '貸倒れの税額控除を入れない',
  'due date, so that nothing is claimed too early': '支払期日',
  'due date, the earliest day on which it can have been': '支払期日',
  'due date': '支払期日',
  'due date; the valuation day where margin_per_year says that dealings go on':
    '支払期日（取引の年間粗利があり、取引が続いている場合は基準日）',
  as_of: '基準日',
  'nobody else': 'なし',
  'still pending': '継続中',
  'not valued': '計算に入れない',
  'by kind, see /v1/assumptions': '立場ごとの標準（下の「前提と出典」）',
  'no payment, or that of the last part payment among the events': '弁済なし',
  'all months overdue': '滞納している全期間',
  'see /v1/assumptions': '標準の前提（下の「前提と出典」）',
  'by amount and court': '金額と裁判所による',
  'by amount and court, and by value between ourselves and a scrivener': '金額と裁判所による',
  'tax is left out': '税を入れない',
  'chosen among 3, 6 and 12': '3・6・12回から選ぶ',
  '20 % for three instalments, else 10 %': '3回なら20%、ほかは10%',
  'chosen by value': '有利な方',
  'the better of both': '有利な方',
  'country of the jurisdiction': '日本',
  'not known; a write-off then says that it needs them': '不明',
  'false; it counts for a debtor abroad only': 'いいえ（国外の相手先だけに関係）',
  'so long ago that the stage has just been reached': 'その段階になったばかりとみる',
  'counted from filed_on by the usual months': '申立日から通常の月数で数える',
  'a usual share of the claim, see /v1/assumptions': '債権額に対する標準の割合',
  'taken as met for leases and instalment sales, not for loans': 'リース・割賦は満たす、貸付は満たさないとみる',
  'true for stated instalments of a debtor who answers and acknowledges the debt':
    '返事があり債務を認める相手先なら「はい」',
};
