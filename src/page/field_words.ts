// How the fields of a request are laid out for a person: the five that come first, the topics of the rest, and the words for the members of
// closed lists. A field that stands in no topic comes under the last one, so that a new field is never missing.

import type { Text } from '../values/text.ts';

/** The five fields that come first; of the two days one is enough. */
export const FIRST_FIELDS = ['amount', 'due_date', 'overdue_days', 'contact', 'dispute', 'evidence'] as const;

/** Lines of explanation under the fields that come first. */
export const HINTS: Readonly<Record<string, Text>> = {
  amount: { ja: '未払いの残額。「1,250,000円」とも書けます。', en: 'What is still unpaid, in yen.' },
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
export const NOT_TYPED: ReadonlySet<string> = new Set([
  'lang',
  'include',
  'options',
  'events',
  'other_debtors',
  'currency',
  'jurisdiction',
]);

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

const NONE = { ja: 'なし', en: 'none' };

/** Words for the members of closed lists. */
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
  claim_kind: {
    goods: { ja: '商品代金', en: 'goods' },
    services: { ja: '役務の対価', en: 'services' },
    works: { ja: '請負代金', en: 'works' },
    freight: { ja: '運送賃', en: 'freight' },
    rent: { ja: '賃料', en: 'rent' },
    lease: { ja: 'リース料', en: 'lease' },
    loan: { ja: '貸付金', en: 'loan' },
    instalment_sale: { ja: '割賦代金', en: 'instalment sale' },
    medical: { ja: '診療報酬', en: 'medical' },
    bill: { ja: '手形', en: 'bill' },
    electronic_claim: { ja: '電子記録債権', en: 'electronic claim' },
    other: { ja: 'その他', en: 'other' },
  },
  cause: {
    invoice_not_received: { ja: '請求書が届いていない', en: 'invoice not received' },
    invoice_wrong: { ja: '請求書に誤りがある', en: 'invoice wrong' },
    forgotten: { ja: '忘れている', en: 'forgotten' },
    short_of_cash: { ja: '資金不足', en: 'short of cash' },
    dispute: { ja: '内容に不満がある', en: 'disputes it' },
    unwilling: { ja: '払う気がない', en: 'does not want to pay' },
  },
  title: {
    none: NONE,
    judgment: { ja: '確定判決', en: 'judgment' },
    payment_order: { ja: '仮執行宣言付支払督促', en: 'payment order' },
    notarial_deed: { ja: '執行証書（公正証書）', en: 'notarial deed' },
    settlement: { ja: '和解調書・調停調書', en: 'settlement in court' },
  },
  debtor_type: {
    corporation: { ja: '法人', en: 'corporation' },
    sole_proprietor: { ja: '個人事業者', en: 'sole proprietor' },
    consumer: { ja: '消費者', en: 'consumer' },
    public_body: { ja: '公的機関', en: 'public body' },
  },
  payment_history: {
    good: { ja: '良い', en: 'good' },
    mixed: { ja: 'ときどき遅れる', en: 'mixed' },
    bad: { ja: '悪い', en: 'bad' },
    new: { ja: '取引が浅い', en: 'new customer' },
  },
  distress: {
    none: NONE,
    some: { ja: '少しある', en: 'some' },
    severe: { ja: '強い', en: 'severe' },
  },
  insolvency: {
    none: NONE,
    payment_suspended: { ja: '支払停止', en: 'payments suspended' },
    counsel_notice: { ja: '受任通知が届いた', en: "counsel's notice" },
    business_closed: { ja: '事実上の閉鎖', en: 'business closed' },
    dishonoured: { ja: '手形不渡り', en: 'bill dishonoured' },
    petition: { ja: '申立てがあった', en: 'petition filed' },
    bankruptcy: { ja: '破産手続開始', en: 'bankruptcy' },
    rehabilitation: { ja: '民事再生手続開始', en: 'civil rehabilitation' },
    reorganisation: { ja: '会社更生手続開始', en: 'corporate reorganisation' },
    special_liquidation: { ja: '特別清算', en: 'special liquidation' },
    liquidation: { ja: '通常の清算', en: 'liquidation' },
  },
  assets: {
    known: { ja: '預金や取引先を把握している', en: 'known' },
    partly: { ja: '一部を把握している', en: 'partly known' },
    unknown: { ja: '把握していない', en: 'unknown' },
    none_found: { ja: '調べたが見当たらない', en: 'none found' },
  },
  'procedure.kind': {
    payment_order: { ja: '支払督促', en: 'payment order' },
    small_claims: { ja: '少額訴訟', en: 'small claims' },
    suit: { ja: '通常訴訟', en: 'suit' },
    mediation: { ja: '民事調停', en: 'mediation' },
  },
  'procedure.stage': {
    filed: { ja: '申立て済み', en: 'filed' },
    served: { ja: '送達済み', en: 'served' },
    objected: { ja: '異議が出た', en: 'objected' },
    hearing: { ja: '期日', en: 'hearing' },
    settled: { ja: '和解した', en: 'settled' },
    judged: { ja: '判決が出た', en: 'judged' },
    enforcing: { ja: '執行中', en: 'enforcing' },
  },
  'provisional_attachment.object': {
    real_estate: { ja: '不動産', en: 'real estate' },
    bank_deposit: { ja: '預金', en: 'bank deposit' },
    receivable: { ja: '売掛金', en: 'receivable' },
    deposit: { ja: '敷金・保証金', en: 'deposit' },
    movables: { ja: '動産', en: 'movables' },
  },
  'agency.collector': {
    servicer: { ja: 'サービサー', en: 'servicer' },
    lawful_collector: { ja: '弁護士など', en: 'lawful collector' },
    unlicensed: { ja: '許可のない業者', en: 'unlicensed' },
  },
  'factor.kind': {
    two_party: { ja: '2社間', en: 'two-party' },
    three_party: { ja: '3社間', en: 'three-party' },
  },
  'guarantor.kind': {
    individual: { ja: '個人', en: 'individual' },
    corporation: { ja: '法人', en: 'corporation' },
  },
  'offset.payable_kind': {
    trade: { ja: '買掛金', en: 'trade' },
    wages: { ja: '給料', en: 'wages' },
    damages: { ja: '損害賠償', en: 'damages' },
  },
  'sell.buyer': {
    servicer: { ja: 'サービサー', en: 'servicer' },
    lawful_buyer: { ja: '適法な買い手', en: 'lawful buyer' },
    unlicensed: { ja: '許可のない業者', en: 'unlicensed' },
  },
  lawyer: { yes: { ja: '依頼する', en: 'yes' }, no: { ja: '依頼しない', en: 'no' } },
  representation: {
    ourselves: { ja: '自社', en: 'ourselves' },
    scrivener: { ja: '司法書士', en: 'scrivener' },
    lawyer: { ja: '弁護士', en: 'lawyer' },
  },
  filing: { online: { ja: 'オンライン', en: 'online' }, paper: { ja: '書面', en: 'paper' } },
  risk: { neutral: { ja: '平均で選ぶ', en: 'neutral' }, averse: { ja: '慎重に選ぶ', en: 'averse' } },
};

/** Japanese words for what holds when a field is empty, by the words of the catalogue. */
export const DEFAULT_WORDS: Readonly<Record<string, string>> = {
  false: 'いいえ',
  true: 'はい',
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
  as_of: '基準日',
  'nobody else': 'なし',
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
  corporation: '法人',
  medium: '注文書・請求書・メールがある',
  unknown: '把握していない',
  neutral: '平均で選ぶ',
  paper: '書面',
  suit: '通常訴訟',
  filed: '申立て済み',
  trade: '買掛金',
  servicer: 'サービサー',
  bank_deposit: '預金',
};
