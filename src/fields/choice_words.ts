// The words for the members of choices: how people call them in both languages, and what else they write for them. A member that means
// something else in one field than in the others has its word there. Words are accepted as input and stand in lists to choose from.

import type { Text } from '../values/text.ts';
import { TEXT_MAX } from './reading.ts';

/** How people call a member of a choice, and what else they may write for it. */
export interface ChoiceWord extends Text {
  readonly also?: readonly string[];
}

/** Words for members of a choice in one field. */
export type ChoiceWords<T extends string> = Readonly<Partial<Record<T, ChoiceWord>>>;

const WORDS: Readonly<Record<string, ChoiceWord>> = {
  demand_received: { ja: '催告の到達', en: 'demand received', also: ['催告', '督促の到達', '内容証明の到達'] },
  acknowledgment: { ja: '債務の承認', en: 'acknowledgment', also: ['承認', 'acknowledgement'] },
  part_payment: {
    ja: '一部弁済',
    en: 'part payment',
    also: ['一部入金', '内入れ', '内金', 'partial payment', 'payment on account'],
  },
  consultation_agreement: { ja: '協議を行う旨の合意', en: 'agreement to consult', also: ['協議の合意'] },
  suit: {
    ja: '通常訴訟',
    en: 'ordinary suit',
    also: ['訴訟', '訴え', '裁判', '提訴', 'lawsuit', 'litigation', 'court'],
  },
  payment_order: { ja: '支払督促', en: 'payment order', also: ['order for payment'] },
  mediation: { ja: '民事調停', en: 'mediation', also: ['調停'] },
  insolvency_proof: {
    ja: '倒産手続での債権届出',
    en: 'proof in insolvency',
    also: ['債権届出', '破産債権届出', 'proof of claim', 'proof of debt'],
  },
  enforcement: { ja: '強制執行', en: 'enforcement', also: ['執行', 'execution'] },
  asset_disclosure: { ja: '財産開示', en: 'asset disclosure', also: ['財産開示手続'] },
  provisional_attachment: { ja: '仮差押え', en: 'provisional attachment', also: ['仮差押'] },
  other: { ja: 'その他', en: 'other', also: ['ほか', 'そのほか'] },
  small_claims: { ja: '少額訴訟', en: 'small claims suit', also: ['少額', 'small claim'] },
  filed: { ja: '申立て済み', en: 'filed', also: ['申立て', '提訴', '申立済'] },
  served: { ja: '送達済み', en: 'served', also: ['送達'] },
  objected: { ja: '異議が出た', en: 'opposed', also: ['異議', '督促異議'] },
  hearing: { ja: '期日に相手が出頭', en: 'hearing attended', also: ['期日', '口頭弁論'] },
  settled: { ja: '和解・調停が成立', en: 'settled in court', also: ['和解成立', '調停成立'] },
  judged: { ja: '判決・仮執行宣言', en: 'judged', also: ['判決', '仮執行宣言', 'judgment', 'judgement'] },
  enforcing: { ja: '差押え中', en: 'being enforced', also: ['差押え', '執行中'] },
  invoice_not_received: {
    ja: '請求書の未着',
    en: 'invoice not received',
    also: ['請求書未着', '請求書が届いていない', 'not received', 'no invoice'],
  },
  invoice_wrong: {
    ja: '請求書の誤り',
    en: 'invoice wrong',
    also: ['請求誤り', '請求書誤り', 'wrong invoice', 'error in the invoice'],
  },
  forgotten: { ja: '失念', en: 'forgotten', also: ['支払忘れ', '払い忘れ', 'うっかり', 'overlooked', 'forgot'] },
  short_of_cash: {
    ja: '資金不足',
    en: 'short of cash',
    also: ['資金繰り', '資金繰りの悪化', 'お金がない', 'cash flow', 'no money', 'cannot pay'],
  },
  dispute: { ja: '争いがある', en: 'dispute', also: ['争い', 'クレーム', 'disputed'] },
  unwilling: {
    ja: '払う気がない',
    en: 'unwilling',
    also: ['支払拒絶', '支払拒否', '払わない', 'refuses to pay', 'will not pay'],
  },
  died: { ja: '死亡', en: 'died', also: ['相続', 'deceased', 'death'] },
  merged: { ja: '合併', en: 'merged', also: ['吸収合併', 'merger'] },
  split: { ja: '会社分割', en: 'split', also: ['demerger', 'company split'] },
  transferred: { ja: '事業譲渡', en: 'business transferred', also: ['営業譲渡', 'business sold'] },
  joint_debtor: { ja: '連帯債務者', en: 'joint debtor' },
  endorser: { ja: '手形の裏書人', en: 'endorser', also: ['裏書人'] },
  prime_contractor: {
    ja: '元請',
    en: 'prime contractor',
    also: ['元請け', '元請会社', 'main contractor', 'general contractor'],
  },
  director: { ja: '役員', en: 'director', also: ['取締役', '代表者'] },
  JPY: { ja: '円', en: 'yen', also: ['日本円', '¥'] },
  jp: { ja: '日本', en: 'Japan', also: ['日本法'] },
  goods: {
    ja: '商品・製品',
    en: 'goods',
    also: ['商品', '製品', '物品', '売買', '売掛金', 'product', 'products', 'sale of goods'],
  },
  services: { ja: '役務・サービス', en: 'services', also: ['役務', 'サービス', '業務委託', '委託料', 'service'] },
  works: { ja: '請負・工事', en: 'works', also: ['請負', '工事', '建設工事', 'construction', 'building work'] },
  freight: { ja: '運送', en: 'freight', also: ['運賃', '運送料', 'transport', 'carriage', 'shipping'] },
  rent: { ja: '賃料', en: 'rent', also: ['家賃', '地代', 'rental'] },
  lease: { ja: 'リース', en: 'lease', also: ['リース料', 'leasing'] },
  loan: { ja: '貸付金', en: 'loan', also: ['貸金', '貸付', 'lending', 'money lent'] },
  instalment_sale: { ja: '割賦販売', en: 'instalment sale', also: ['割賦', 'installment sale', 'hire purchase'] },
  medical: { ja: '診療報酬', en: 'medical fees', also: ['医療費', '診療費', 'healthcare'] },
  bill: {
    ja: '手形',
    en: 'bill of exchange or note',
    also: ['受取手形', '約束手形', 'bill of exchange', 'promissory note'],
  },
  electronic_claim: { ja: '電子記録債権', en: 'electronically recorded claim', also: ['でんさい', '電債', 'densai'] },
  strong: { ja: '強い', en: 'strong', also: ['強', '十分', 'そろっている', '揃っている', 'good', 'complete'] },
  medium: { ja: 'ふつう', en: 'medium', also: ['中', '普通', '一部あり', '中くらい', 'average', 'fair'] },
  weak: { ja: '弱い', en: 'weak', also: ['弱', 'ほぼない', 'ほとんどない', '不十分', 'poor'] },
  none: { ja: 'なし', en: 'none', also: ['無し', '無', 'ない', '該当なし', '争いなし', '正常'] },
  partial: { ja: '一部', en: 'in part', also: ['一部争い', '一部あり', 'partly', 'part'] },
  full: { ja: '全部', en: 'in full', also: ['全額', '全部争い', '全面', 'fully', 'whole', 'all'] },
  judgment: { ja: '確定判決', en: 'judgment', also: ['判決', 'judgement', 'final judgment'] },
  notarial_deed: { ja: '公正証書', en: 'notarial deed', also: ['執行証書', 'deed'] },
  settlement: { ja: '和解・調停調書', en: 'settlement', also: ['和解調書', '調停調書', '和解', 'court settlement'] },
  corporation: {
    ja: '法人',
    en: 'corporation',
    also: ['会社', '株式会社', '有限会社', '合同会社', 'company', 'limited company', 'Ltd', 'Inc', 'KK'],
  },
  sole_proprietor: {
    ja: '個人事業主',
    en: 'sole proprietor',
    also: ['個人事業者', '自営業', 'sole trader', 'freelancer', 'self-employed'],
  },
  consumer: { ja: '消費者', en: 'consumer', also: ['個人', '一般消費者', 'individual', 'person', 'private person'] },
  public_body: {
    ja: '公的機関',
    en: 'public body',
    also: ['官公庁', '自治体', '国・自治体', 'government', 'municipality', 'public sector'],
  },
  AAA: { ja: 'AAA', en: 'AAA' },
  AA: { ja: 'AA', en: 'AA' },
  A: { ja: 'A', en: 'A' },
  BBB: { ja: 'BBB', en: 'BBB' },
  BB: { ja: 'BB', en: 'BB' },
  B: { ja: 'B', en: 'B' },
  CCC: { ja: 'CCC', en: 'CCC' },
  responsive: {
    ja: '応答する',
    en: 'responsive',
    also: [
      '連絡が取れる',
      '連絡がつく',
      '連絡可',
      '応答あり',
      '返事がある',
      'つながる',
      'answers',
      'reachable',
      'in contact',
    ],
  },
  evasive: {
    ja: '逃げ腰',
    en: 'evasive',
    also: [
      'はぐらかす',
      'のらりくらり',
      '先延ばし',
      '返事を濁す',
      '連絡がつきにくい',
      'avoids us',
      'stalling',
      'puts us off',
    ],
  },
  unreachable: {
    ja: '連絡が取れない',
    en: 'unreachable',
    also: [
      '連絡がつかない',
      '連絡不能',
      '連絡不通',
      '音信不通',
      '不通',
      'つながらない',
      '応答なし',
      '返事がない',
      '取れない',
      'no contact',
      'no answer',
      'cannot be reached',
    ],
  },
  good: { ja: '良い', en: 'good', also: ['良好', '良', '遅れなし', 'on time', 'prompt'] },
  mixed: {
    ja: '遅れがち',
    en: 'mixed',
    also: ['ときどき遅れる', '時々遅れる', 'ばらつき', 'sometimes late', 'irregular'],
  },
  bad: { ja: '悪い', en: 'bad', also: ['悪', '不良', '常に遅れる', '延滞が多い', 'poor', 'often late'] },
  new: { ja: '初めて', en: 'new', also: ['新規', '実績なし', '取引なし', 'first time', 'no history'] },
  some: { ja: '少しある', en: 'some', also: ['あり', 'やや', '兆候あり', '多少', 'mild', 'moderate'] },
  severe: { ja: '深刻', en: 'severe', also: ['重大', '大きい', '著しい', 'serious', 'heavy'] },
  payment_suspended: {
    ja: '支払停止',
    en: 'payments suspended',
    also: ['支払いの停止', 'payment suspended', 'stopped paying'],
  },
  counsel_notice: { ja: '弁護士の受任通知', en: 'notice by counsel', also: ['受任通知', "lawyer's notice"] },
  business_closed: {
    ja: '事業の閉鎖',
    en: 'business closed',
    also: ['廃業', '閉鎖', '夜逃げ', '事業停止', 'closed', 'out of business'],
  },
  dishonoured: {
    ja: '手形の不渡り',
    en: 'bill dishonoured',
    also: ['不渡り', '不渡', '支払不能', 'dishonored', 'bounced'],
  },
  petition: { ja: '申立て', en: 'petition filed', also: ['倒産申立て', '破産申立て'] },
  bankruptcy: { ja: '破産', en: 'bankruptcy', also: ['破産手続', '破産手続開始', 'bankrupt'] },
  rehabilitation: {
    ja: '民事再生',
    en: 'civil rehabilitation',
    also: ['再生', '再生手続', '再生手続開始', 'civil rehabilitation'],
  },
  reorganisation: { ja: '会社更生', en: 'corporate reorganisation', also: ['更生', '更生手続', 'reorganization'] },
  special_liquidation: { ja: '特別清算', en: 'special liquidation' },
  liquidation: { ja: '清算', en: 'liquidation', also: ['通常清算', '解散', 'dissolved', 'winding up'] },
  known: {
    ja: '把握している',
    en: 'known',
    also: ['把握', '分かっている', 'わかっている', 'あり', '判明', 'identified'],
  },
  partly: { ja: '一部把握している', en: 'partly known', also: ['一部', '一部把握', '一部判明', 'partially known'] },
  unknown: { ja: '分からない', en: 'unknown', also: ['不明', 'わからない', '把握していない', '未把握', 'not known'] },
  none_found: {
    ja: '調べたが見当たらない',
    en: 'none found',
    also: ['見当たらない', '財産なし', '資産なし', '無資産', '見つからない', 'no assets', 'nothing found'],
  },
  yes: { ja: 'はい', en: 'yes', also: ['有', 'あり', '依頼する', 'y', 'true'] },
  no: { ja: 'いいえ', en: 'no', also: ['無', 'なし', '依頼しない', 'n', 'false'] },
  ourselves: { ja: '自社', en: 'ourselves', also: ['本人', '自分で', '本人訴訟', 'self', 'in-house'] },
  scrivener: { ja: '認定司法書士', en: 'judicial scrivener', also: ['司法書士'] },
  lawyer: { ja: '弁護士', en: 'lawyer', also: ['attorney', 'counsel', 'solicitor'] },
  online: { ja: 'オンライン', en: 'online', also: ['電子申立て', '電子', 'ネット', 'electronic', 'electronically'] },
  paper: { ja: '書面', en: 'paper', also: ['紙', '郵送', '窓口', 'by post', 'mail'] },
  neutral: { ja: '中立', en: 'neutral', also: ['リスク中立', '期待値', 'risk neutral'] },
  averse: { ja: '回避的', en: 'averse', also: ['リスク回避', '慎重', '安全重視', 'risk averse', 'cautious'] },
  real_estate: { ja: '不動産', en: 'real estate', also: ['土地', '建物', '土地建物', 'property', 'land', 'building'] },
  bank_deposit: { ja: '預金', en: 'bank deposit', also: ['預貯金', '銀行預金', '口座', 'bank account', 'account'] },
  receivable: { ja: '売掛金など', en: 'receivable', also: ['売掛金', '売掛債権', 'receivables'] },
  deposit: { ja: '敷金・保証金', en: 'deposit', also: ['敷金', '保証金', '差入保証金'] },
  movables: { ja: '動産', en: 'movables', also: ['在庫', '機械', 'stock', 'inventory', 'machinery'] },
  servicer: { ja: '許可サービサー', en: 'licensed servicer', also: ['サービサー', '債権回収会社'] },
  lawful_collector: { ja: '適法な受託者', en: 'lawful collector', also: ['適法性を確認済みの者', '弁護士'] },
  unlicensed: { ja: '許可のない業者', en: 'unlicensed', also: ['無許可', '許可なし'] },
  two_party: { ja: '2社間', en: 'two-party', also: ['二社間', '2者間', '二者間', '2-party'] },
  three_party: { ja: '3社間', en: 'three-party', also: ['三社間', '3者間', '三者間', '3-party'] },
  individual: { ja: '個人', en: 'individual', also: ['自然人', 'natural person', 'person'] },
  trade: { ja: '商取引', en: 'trade', also: ['買掛金', '仕入', '取引', 'payables'] },
  wages: { ja: '給料', en: 'wages', also: ['賃金', '給与', 'salary', 'wage'] },
  damages: { ja: '損害賠償', en: 'damages', also: ['賠償', '賠償金'] },
  lawful_buyer: { ja: '適法な買い手', en: 'lawful buyer', also: ['適法性を確認済みの買い手'] },
  ja: { ja: '日本語', en: 'Japanese' },
  en: { ja: '英語', en: 'English' },
  plan_confirmed: { ja: '計画の認可', en: 'plan confirmed', also: ['再生計画の認可', '更生計画の認可'] },
  creditors_settled: { ja: '債権者集会の協議決定', en: 'creditors agreed', also: ['協議決定'] },
  waived: { ja: '債務免除', en: 'debt waived', also: ['免除', '債権放棄', 'forgiven'] },
  wholly_lost: { ja: '全額が回収不能', en: 'wholly lost', also: ['全額回収不能', '回収不能'] },
  dealings_stopped: { ja: '取引停止後1年', en: 'dealings stopped', also: ['取引停止'] },
  below_cost: { ja: '取立費用に満たない', en: 'below the cost of collection', also: ['費用倒れ'] },
  petition_filed: { ja: '手続の申立て', en: 'petition filed', also: ['申立て'] },
  bankruptcy_opened: { ja: '破産手続の開始', en: 'bankruptcy opened', also: ['破産開始'] },
  sold_below_face: { ja: '額面未満での譲渡', en: 'sold below face', also: ['譲渡', '債権譲渡'] },
  limitation_run: { ja: '時効の完成', en: 'limitation run', also: ['時効'] },
  appeal: { ja: '控訴', en: 'appeal' },
  final_appeal: { ja: '上告', en: 'final appeal' },
  pre_suit_settlement: { ja: '訴え提起前の和解', en: 'settlement before suit', also: ['即決和解'] },
  objection: { ja: '異議申立て', en: 'objection', also: ['異議'] },
  refund: { ja: '手数料の還付', en: 'refund of fees', also: ['還付'] },
  certified_mail: { ja: '内容証明郵便', en: 'certified mail', also: ['内容証明'] },
  lawyer_payment_order: { ja: '弁護士による支払督促', en: 'payment order by a lawyer' },
  attachment: { ja: '差押え', en: 'attachment', also: ['差押', '債権差押え'] },
  third_party_information: {
    ja: '第三者からの情報取得',
    en: 'information from third parties',
    also: ['情報取得', '第三者からの情報取得手続'],
  },
  bankruptcy_petition: { ja: '破産の申立て', en: 'bankruptcy petition', also: ['破産申立て'] },
  rehabilitation_petition: { ja: '再生の申立て', en: 'rehabilitation petition', also: ['再生申立て'] },
  small_claims_objection: { ja: '少額訴訟の異議', en: 'objection in small claims' },
  execution_clause: { ja: '執行文の付与', en: 'execution clause', also: ['執行文'] },
  certificate: { ja: '証明書', en: 'certificate' },
  copy_page: { ja: '謄本の1枚', en: 'page of a copy', also: ['謄本'] },
  electronic_certificate: { ja: '電子証明書', en: 'electronic certificate' },
  deed_clause: { ja: '公正証書の執行文', en: 'clause of a deed' },
  deed_service: { ja: '公正証書の送達', en: 'service of a deed' },
  deed_service_certificate: { ja: '公正証書の送達証明', en: 'certificate of service of a deed' },
  deed_copy_page: { ja: '公正証書の謄本の1枚', en: 'page of a copy of a deed' },
  deed_electronic: { ja: '公正証書の電子データ', en: 'electronic deed' },
  deed_extra_page: { ja: '公正証書の枚数加算', en: 'extra page of a deed' },
  fixed_date: { ja: '確定日付', en: 'fixed date' },
  assignment_registration: { ja: '債権譲渡登記', en: 'registration of an assignment' },
  assignment_certificate: { ja: '債権譲渡登記の証明書', en: 'certificate of an assignment' },
  month: { ja: '月払い', en: 'monthly', also: ['毎月', '月給'] },
  half_month: { ja: '半月払い', en: 'half-monthly', also: ['半月'] },
  ten_days: { ja: '旬払い', en: 'every ten days', also: ['10日ごと', '旬'] },
  day: { ja: '日払い', en: 'daily', also: ['日給'] },
  bonus: { ja: '賞与', en: 'bonus', also: ['ボーナス'] },
  retirement: { ja: '退職金', en: 'retirement allowance', also: ['退職手当'] },
  promissory_note: { ja: '約束手形', en: 'promissory note', also: ['手形'] },
  cheque: { ja: '小切手', en: 'cheque', also: ['check'] },
  act365: { ja: '年365日', en: '365 days a year', also: ['365日'] },
  year_then_days: { ja: '年と残りの日数', en: 'years, then days', also: ['年単位'] },
  trade_name_kept: { ja: '商号の続用', en: 'trade name kept', also: ['商号続用'] },
  seller_remains: { ja: '営業譲渡後も譲渡人が残る', en: 'seller remains' },
  abusive_transfer: { ja: '詐害的な事業譲渡', en: 'abusive transfer', also: ['詐害譲渡'] },
  act_harming_creditors: { ja: '詐害行為', en: 'act harming creditors', also: ['詐害行為取消'] },
  payment_to_one_creditor: { ja: '偏った弁済', en: 'payment to one creditor', also: ['偏頗弁済'] },
  discharge_pending: { ja: '免責の審理中', en: 'discharge pending', also: ['免責'] },
  disaster: { ja: '天災', en: 'disaster', also: ['災害'] },
  craft: { ja: '職人の代金', en: 'craft work' },
  labour: { ja: '労働の報酬', en: 'labour' },
  lodging: { ja: '宿泊・飲食', en: 'lodging', also: ['宿泊', '飲食'] },
  not_commercial: { ja: '商行為でない債権', en: 'not commercial', also: ['民事債権'] },
  periodic: { ja: '定期給付', en: 'periodic payments' },
  short_hire: { ja: '動産の短期賃貸', en: 'short hire' },
  tuition: { ja: '授業料', en: 'tuition', also: ['月謝'] },
  auto: { ja: '自動', en: 'automatic', also: ['自動判別'] },
  freee: { ja: 'freee会計', en: 'freee' },
  moneyforward: { ja: 'マネーフォワード', en: 'Money Forward', also: ['マネーフォワード クラウド'] },
  yayoi: { ja: '弥生', en: 'Yayoi', also: ['弥生会計', '弥生販売'] },
  bugyo: { ja: '奉行', en: 'Bugyo', also: ['勘定奉行', '債権奉行'] },
  sap: { ja: 'SAP', en: 'SAP' },
  netsuite: { ja: 'NetSuite', en: 'NetSuite' },
  quickbooks: { ja: 'QuickBooks', en: 'QuickBooks' },
  xero: { ja: 'Xero', en: 'Xero' },
  business_central: { ja: 'Business Central', en: 'Business Central', also: ['Dynamics 365 Business Central'] },
  mdy: { ja: '月・日・年', en: 'month first', also: ['月が先'] },
  dmy: { ja: '日・月・年', en: 'day first', also: ['日が先'] },
  ymd: { ja: '年・月・日', en: 'year first', also: ['年が先'] },
  net: { ja: '差し引く', en: 'deduct', also: ['相殺する'] },
  leave: { ja: '差し引かない', en: 'leave out', also: ['除く'] },
  yen: { ja: '円', en: 'yen' },
  thousand: { ja: '千円', en: 'thousands', also: ['千'] },
  million: { ja: '百万円', en: 'millions', also: ['百万'] },
  debtor: { ja: '相手方ごと', en: 'by debtor', also: ['相手方', '得意先ごと'] },
  values: { ja: '値だけ', en: 'values', also: ['値'] },
  key: { ja: '項目名', en: 'names on the wire' },
  '0': { ja: 'なし', en: 'none', also: ['見出しなし'] },
  bank_account: { ja: '預金口座', en: 'bank account', also: ['預金', '銀行口座'] },
  other_claim: { ja: 'その他の債権', en: 'other claim', also: ['売掛金'] },
  option: { ja: '手段の名前', en: 'name of the option', also: ['手段'] },
  id: { ja: '手段のコード', en: 'id of the option', also: ['コード'] },
  net_value: { ja: '期待額', en: 'net value' },
  receipt: { ja: '領収書', en: 'receipt', also: ['受取書'] },
  loan_contract: { ja: '金銭消費貸借契約書', en: 'loan contract', also: ['借用書'] },
  debt_acknowledgment: { ja: '債務承認書', en: 'acknowledgment of debt', also: ['債務確認書'] },
  assignment: { ja: '債権譲渡契約書', en: 'assignment', also: ['債権譲渡'] },
  guarantee: { ja: '保証契約書', en: 'guarantee', also: ['保証書'] },
  basic_contract: { ja: '取引基本契約書', en: 'basic contract', also: ['基本契約書'] },
};

/** The word for a member of a choice; the member itself where nobody has another word for it. */
export const choiceWord = (member: string): ChoiceWord =>
  (Object.hasOwn(WORDS, member) ? WORDS[member] : undefined) ?? { ja: member, en: member };

/** A word as it is compared: half-width, in small letters, without spaces and the marks between its parts. */
const foldedWord = (text: string): string =>
  text
    .slice(0, 4 * TEXT_MAX)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_・、,。.-]/g, '');

/** The members of a choice by everything that may be written for them. A word that two members share stands for neither. */
export function membersByWord<const T extends string>(
  members: readonly T[],
  own?: ChoiceWords<T>,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  const shared = new Set<string>();
  for (const member of members) {
    const { ja, en, also = [] } = own?.[member] ?? choiceWord(member);
    for (const word of new Set([ja, en, `${ja}(${member})`, `${en}(${member})`, ...also].map(foldedWord))) {
      if (found.has(word)) shared.add(word);
      found.set(word, member);
    }
  }
  for (const word of shared) found.delete(word);
  // The code of a member is always its own.
  for (const member of members) found.set(foldedWord(member), member);
  return found;
}

/** The member of a choice that a text names; undefined where it names none. */
export const memberNamed = <T extends string>(text: string, words: ReadonlyMap<string, T>): T | undefined =>
  words.get(foldedWord(text));
