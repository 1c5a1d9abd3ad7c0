// What a heading means by the parts it is made of, where no known word is the whole of it: Japanese headings by their stems and endings,
// English ones by their tokens, in whatever order and abbreviation they are written.

import { currencyIn } from '../cells/currencies.ts';
import { flaggedState, isSideHeading } from '../cells/states.ts';
import { IGNORED, tokensOf } from './heading_tokens.ts';
import {
  EXPECTED_DAY,
  EXPECTED_PART,
  fold,
  type Meaning,
  NEXT_DAY,
  placeOfRole,
  type Role,
  SINCE_WHEN,
  UNCLEAR_AMOUNT,
} from './vocabulary.ts';

/** How good a word is among those of its role: what is open before a balance, gross before net. */
type Rank = 'first' | 'usual' | 'second' | 'last' | 'contract' | 'least';

const STEPS: Readonly<Record<Rank, number>> = {
  first: -0.5,
  usual: 0.25,
  second: 0.5,
  last: 0.75,
  contract: 8,
  least: 9,
};

const meaning = (role: Role, rank: Rank = 'usual', doubt?: Meaning['doubt']): Meaning => ({
  role,
  place: placeOfRole(role) + STEPS[rank],
  doubt,
});

const PARTY =
  '(?:得意[先様]|先方|購入(?:企業|会社|店)|取引先|顧客|客先|客|請求先|債務者|相手先|相手方|相手|販売先|売上先|貸付先|融資先|クライアント|会員|顧問先|契約者|借主|入居者|退[去居]者|賃借人|借受人|[利使]用者|患者|売先|受注先|発注者|発注元|会社|法人|企業|支払人|支払者|支払元|買主|荷主|飼い?主|加盟店|保護者|組合員|納付者|(?:納[付入税]|扶養)義務者|納入者|納税者|滞納者|元請|施主|破産者|回収先|債権先|売掛先|(?:区分)?所有者|世帯主)';

/** Stems and endings of Japanese headings, the more special first. */
const JAPANESE: readonly (readonly [pattern: RegExp, found: Meaning])[] = [
  [/^最終(?:支払い?|入金|納付)?(?:期限|期日)$/, meaning('due_date')],
  [
    /^前残|^(?:前月|前期|前回|先月|前年度?|期首|前々[回月期年]|\d{1,2}[ヶか]?[回月期年]前)|与信|預り?金|在庫|買掛|借入|手数料|引当|^(?:最終|直近)/,
    meaning('other'),
  ],
  // What a debtor paid in advance is ours to give back; only what was set against the bill lowers it.
  [/^(?:前受|仮受)金?(?:残高?|残額|額|金額|高)?$/, meaning('other')],
  // What is still to be delivered, spent or drawn is no money that a debtor owes.
  [
    /^(?:受注|発注|注文|見積|予算|現金|口座|ポイント|チャージ|プリペイド|積立|貯[金蓄]|チケット|保証金|敷金|有給|有休|仕入|数量|(?:[件台本個点回枚])数).*残|^見積/,
    meaning('other'),
  ],
  [/^(?:差引)?繰越?(?:残高|残額|残)$/, meaning('balance', 'last')],
  // What is carried over to the month to come is what is open now.
  [/^(?:翌々?|次)[月期回年]度?へ?の?繰越し?(?:残?高|残?額|金額?)?$/, meaning('balance')],
  // The number that a customer gave its order stands beside the code of the customer.
  [/^客先(?:番号|no)$/, meaning('debtor_code', 'last')],
  [new RegExp(`^(?:${PARTY}|宛先)様?(?:コード|cd|code|no|番号|id|key)$`), meaning('debtor_code')],
  [
    new RegExp(
      `^(?:(?:(?:勘定)?科目)?${PARTY}様?(?:(?:企業|会社)?名|名称|氏名|略称|略名|名1|正式名称)?|宛先?名|宛先|社名|商号|屋号|相手方)$`,
    ),
    meaning('debtor_name'),
  ],
  // Guardians pay for these, where they stand beside them.
  [/^(?:生徒|塾生|学生|児童|園児|幼児|お子)(?:様|さま)?(?:名|氏名|名前)$/, meaning('debtor_name', 'last')],
  // Who sells for us or brought a customer stands beside who owes.
  [/^代理店様?(?:名|名称)?$/, meaning('debtor_name', 'last')],
  // Beside a customer, a name alone is that of a person there or of our own.
  [/^氏?名前$|^氏名$/, meaning('debtor_name', 'second')],
  // Goods may go to a branch, or to a customer of the one who is billed, and another may order or pay for them.
  [/^(?:納品|納入|送付)先(?:コード|cd|code|no|番号|id)$/, meaning('debtor_code', 'last')],
  [
    /^(?:(?:書類)?送付先(?:会社)?|発行先|立替先|ユーザー?|納品先|納入先|親会社|本社|注文[者主]|購入者|申込[者人]|依頼[者人主]|受講者|(?:口座)?名義人|口座名義)様?(?:(?:企業|会社)?名|名称|略称|氏名)?$/,
    meaning('debtor_name', 'last'),
  ],
  [
    /^(?:支払|入金|回収|決済|弁済|返済|納付|納入|振込|引落|履行|満期|償還|返還|精算|清算|残金)?い?(?:期限|期日|満期日)日?$|^納期限日?$/,
    meaning('due_date'),
  ],
  [
    /^(?:支払|入金|回収|決済|弁済|返済|納付|振込|引落)い?(?:約定|指定|締切)日$|^約定(?:支払い?|返済|弁済|納付)(?:期?日|期限)$/,
    meaning('due_date'),
  ],
  [
    /^(?:変更後|延長後|改定後|修正後|新|再)の?(?:お?支払い?|入金|回収|決済|弁済)?(?:期限|期日)日?$/,
    meaning('due_date', 'first'),
  ],
  [/^(?:当初|変更前|元の?|旧|原)の?(?:お?支払い?|入金|回収|決済|弁済)?(?:期限|期日)日?$/, meaning('due_date', 'last')],
  [
    /^(?:支払|入金|回収|決済|弁済|返済|納付|振込|引落|精算|清算)い?予定(?:年月)?(?:日|期日|日付)$/,
    meaning('due_date', 'last', EXPECTED_DAY),
  ],
  [/^(?:口座)?(?:引落し?|振替)日$/, meaning('due_date', 'last', EXPECTED_DAY)],
  [/^(?:支払|入金|回収|返済)?い?約束(?:日|期日|期限)?$/, meaning('promise_date')],
  [/^(?:請求)?(?:締|締め|〆|締切)(?:年月)?(?:日|日付)$/, meaning('closing_date')],
  [
    /^(?:残金)?(?:入金|着金|決済|回収|消し?込み?|領収|完済|受領|振込|精算|清算|納付|集金|収納){1,2}(?:済み?|完了|確認|処理)?(?:年月)?(?:日|日付)$/,
    meaning('paid_date'),
  ],
  [
    /^(?:請求書?|発行|計上|売上|納品|伝票|取引|発生|出荷|検収|起票|記帳|作成|書類)(?:年月)?(?:日|日付)$/,
    meaning('invoice_date'),
  ],
  [/^(?:期日|期限|支払|入金)?(?:延滞|遅延|超過|滞納|経過|未払い?|未[収納]|未入金)日数$/, meaning('overdue_days')],
  [/^(?:滞留|年齢|経過|延滞|期日経過|滞納)(?:月数|区分|帯|階層|ランク)$/, meaning('age')],
  [
    /^(?:入金|支払い?|決済|回収|請求|消込|債権|督促|処理|振込|着金)?(?:(?:(?<=入金|回収|決済)|領収|受領|集金)印|ステータス|状況|状態|進捗|フラグ|flag|flg|済み?(?:フラグ|flag|flg)?|確認|完了|有無)$|^(?:入金|回収|決済|消込|支払)チェック$|^(?:口座)?(?:振替|引落し?|決済|入金|消込|回収)結果(?:コード|cd|区分)?$/,
    meaning('status'),
  ],
  [
    /^(?:伝票|取引先?|収支|売上|明細|請求|データ|貸借|借貸|入出金|行|書類|帳票)(?:書?)(?:区分|種別|種類|タイプ|分類|形式)$/,
    meaning('kind'),
  ],
  [/^(?:支払い?|回収|入金|決済|取引|請求)(?:条件|サイト|サイクル)$/, meaning('terms')],
  [/^(?:内)?(?:消費)?税(?:額|金|等)?$|^うち消費税額?$/, meaning('tax')],
  [
    /^未(?:収|回収|入金|納|払い|払(?![込費]|金(?!額))|決済|消込|払込|精算|清算)(?:金|料金|代金|債権|賃料|家賃)?(?:額|金額|高|分|金|残高?|残額|総額)?(?:合計|計)?$/,
    meaning('balance'),
  ],
  // What is added because a claim is late is not the claim.
  [
    /^延滞金$|^(?:延滞|遅延)(?:利息|利子|損害金|賠償金|違約金|手数料)(?:額|金額)?(?:累計|合計|残高?|計)?$/,
    meaning('other'),
  ],
  [/^(?:滞納|延滞|滞留|遅延)(?:金|料金|債権)?(?:額|金額|残高?|総額)$/, meaning('balance', 'last', EXPECTED_PART)],
  [/(?:滞納|未納|未収)金?額$|^(?:合計|総)(?:滞納|未納|未収)$/, meaning('balance', 'last')],
  [
    /^(?:滞納|延滞|未納|未収|未回収)(?!.*(?:日|月|年[数度]|人数|期間|回数|件数|者|先|区分|理由|期間|番号|名|フラグ|flag|flg|有無|要否|繰越)).{0,8}$/,
    meaning('balance', 'last'),
  ],
  [/^(?:税抜き?|税別|本体|消費税|税)(?:価格|金|額)?の?(?:残高|残額|残)$/, meaning('balance', 'last')],
  // What is left of the whole bill goes before what is left of a part of it.
  [/^(?:請求|精算後?|最終)残[額金]$/, meaning('balance', 'first')],
  [/(?:残高|残額|残金|残債|残)(?:合計|計)?$|^残(?:元金|元本|債務|債権|代金|金)額?$/, meaning('balance')],
  // What is left of a bill after its discounts, or of a fee after the tax that is withheld.
  [
    /^(?:収入)?未済(?:額|金額|残高)$|^期末(?:現在)?(?:残?高|額)$|^(?:回収|請求)すべき(?:金?額|債権額)$/,
    meaning('balance'),
  ],
  [/^(?:相殺|控除)後の?(?:請求|支払い?|入金|回収)?金?額$/, meaning('billed', 'first', UNCLEAR_AMOUNT)],
  [/^差引(?:請求|売上|支払い?)(?:金|合計)?(?:額|金額|高)$/, meaning('billed', 'first', UNCLEAR_AMOUNT)],
  [
    /^(?:出来高)?(?:請求済み?|請求累計|累計請求|請求)(?:金額|額|高)$|^出来高請求(?:済み?)?$/,
    meaning('billed', 'first', UNCLEAR_AMOUNT),
  ],
  [/^(?:円|邦貨?)(?:貨|換算|建て?)+(?:後|相当)?(?:金?額|高)$/, meaning('billed', 'first', UNCLEAR_AMOUNT)],
  // What is billed for a month may come to what was open before.
  [/^(?:当月|今月)請求(?:金額|額|高)$/, meaning('billed', 'contract', UNCLEAR_AMOUNT)],
  // What was agreed is billed in parts, and may have been changed.
  [
    /^(?:変更|増減|改定|修正)後の?(?:契約|請負|受注)[金総代]*(?:額|高)$|^最終(?:契約|請負)[金総代]*額$/,
    meaning('billed', 'contract', UNCLEAR_AMOUNT),
  ],
  [
    /^(?:今回|当初|変更前|元|原|総|合計|差引)?の?契約(?:金|総|合計)*(?:額|高|計)$/,
    meaning('billed', 'least', UNCLEAR_AMOUNT),
  ],
  [/(?:税抜|税別|本体).*(?:額|価格|計|高)$/, meaning('billed', 'last', UNCLEAR_AMOUNT)],
  [
    /^税込み?(?:.*(?:額|価格|計|高))?$|^(?:請求|売上)総?(?:額|金額)(?:税込|総?合計|総計)$/,
    meaning('billed', 'first', UNCLEAR_AMOUNT),
  ],
  [
    /^(?:今回|当初|総|合計|差引)?(?:請求書?|売上|発生|計上|調定|徴収|賦課|取引|伝票|納品|購入|利用|仕切|立替|売掛|債権|手形)(?:金|総|合計)?(?:額|金額|高|合計額?|総額|計)$/,
    meaning('billed', 'usual', UNCLEAR_AMOUNT),
  ],
  [
    /^(?:今回|累計|一部|合計)?(?:入金|回収|消込|受領|受入|決済|領収|充当|納付|収納|収入(?=済)|支払|弁済|返済|内入|既払|既収)(?:済み?|実績)?金?(?:(?:額|金額|高)(?:累計|合計|計)?|合計額?|累計額?|計)$/,
    meaning('paid'),
  ],
  // What was received and is put to this bill.
  [/^(?:入金)?(?:割当|充当|割付)済み?(?:金?額|高)?$|^入金の?(?:割当|割付)(?:金?額)?$/, meaning('paid')],
  [/^(?:入金)?消し?込み?$|^(?:入金|決済|回収|納入|納付|集金|領収|入金実績|回収実績)$/, meaning('paid', 'last')],
  [/^(?:現金|振込|手形|小切手|口座振替|でんさい|電債|カード|その他)(?:入金|回収)(?:額|金額)?$/, meaning('paid')],
  [/^(?:請求|売上|発生|掛売上?|計上|分割払?い?金?額?|割賦金?額?)$/, meaning('billed', 'last', UNCLEAR_AMOUNT)],
  [/^(?:口座)?(?:振替|引落し?)(?:金額|額)$/, meaning('billed', 'last', UNCLEAR_AMOUNT)],
  [
    /^[年月]?(?:会費|授業料|受講料|保育料|給食費|学費|診療費|利用料|使用料|顧問料|家賃|賃料|地代|謝|額|管理費|駐車場?[代料]|代金|料金)(?:額|金額)?$/,
    meaning('billed', 'last', UNCLEAR_AMOUNT),
  ],
  [
    /^(?:相殺|値引き?|返品|値引(?:・)?返品|返品(?:・)?値引|割戻し?|リベート|歩引き?|控除|(?:前受|仮受|敷|保証|預り)金?(?:充当|相殺))(?:済み?)?(?:額|金額|高)?$/,
    meaning('paid', 'last'),
  ],
  [/^(?:取引)?通貨/, meaning('currency')],
  [
    /^(?:請求書?|伝票|債権|管理|売上|注文|受注|予約|取引|明細|納品書?|契約|案件|整理|受付|文書|仕訳|書類|手形|(?:電子)?記録)(?:番号|no|id|コード|cd)$/,
    meaning('id', 'last'),
  ],
  // States of other things than payment: only words that say what became of the claim count there.
  [/^.{1,12}(?:ステータス|状況|状態|進捗)$|^(?:て|顛)末$|^結果$/, meaning('status', 'last')],
  [
    /^(?:入金|支払い?|振込|回収|決済)(?:した|しました|ました|された|があった|あった|はまだ|の有無|済み?|済みですか)か?$|^(?:全額)?(?:入金|支払|回収)済み?か$/,
    meaning('status'),
  ],
];

const PARTIES =
  'customer client debtor payer payor buyer partner party tenant patient member subscriber borrower obligor purchaser consignee counterparty lessee resident recipient guest student pupil family household attendee exhibitor maker drawer drawee account company'.split(
    ' ',
  );
const PARTY_BESIDE = new Set(
  'name full legal display business primary short organization registered invoice number id code key account company corporation entity associated'.split(
    ' ',
  ),
);
const ID_HEADS = 'invoice document voucher bill transaction reference claim entry folio record'.split(' ');
const MONEY = 'amount balance total value sum receivable principal receivables'.split(' ');
const OPEN =
  'open outstanding remaining residual unpaid uncollected owed owing due unsettled arrears overdue remainder pending shortfall'.split(
    ' ',
  );
const NOT_OURS =
  'limit opening previous prior forward brought last running cumulative beginning phone email address city zip po class group region rep salesperson memo note notes description item qty quantity rate price discount percent percentage unapplied credit credits order ship shipping delivery created modified updated promised promise expected category vendor supplier'.split(
    ' ',
  );

const IN_CURRENCY = 'amount lc local dc document foreign transaction company code currency'.split(' ');

/** The meaning of a heading that names a day; undefined where it names none. `isAge` says that it is the name of an age. */
function dayByTokens(has: (...words: string[]) => boolean, isAge: boolean): Meaning | undefined {
  if (has('days', 'day') && has('late', 'overdue', 'past', 'arrears', 'delinquent')) return meaning('overdue_days');
  // How long something has been open may count from its issue.
  if (has('days', 'day') && has('outstanding', 'aged', 'old', 'open'))
    return meaning('overdue_days', 'last', SINCE_WHEN);
  if (has('days', 'weeks', 'months') && has('due')) return meaning('other');
  // DUE 0 is an age.
  if (isAge) return undefined;
  if (has('due', 'maturity') && !has(...MONEY, 'past', 'current', 'remaining', 'now', 'today'))
    return meaning(
      'due_date',
      has('revised', 'extended', 'new', 'amended')
        ? 'first'
        : has('original', 'old', 'initial', 'next', 'upcoming')
          ? 'last'
          : 'usual',
      has('next', 'upcoming') ? NEXT_DAY : undefined,
    );
  // The latest of several days is none of the line.
  if (!has('date', 'on', 'day', 'dated') || has('recent', 'latest', 'oldest', 'earliest')) return undefined;
  if (
    has(
      'paid',
      'pay',
      'payment',
      'settled',
      'settlement',
      'cleared',
      'clearing',
      'received',
      'receipt',
      'collected',
      'credited',
      'banked',
      'remitted',
      'closed',
    )
  )
    return meaning('paid_date');
  return has('invoice', 'bill', 'billed', 'document', 'issue', 'issued', 'transaction', 'posting', 'sale', 'sales')
    ? meaning('invoice_date')
    : undefined;
}

const RECURRING = 'rent dues fee fees premium subscription tuition charge'.split(' ');
const EVERY = 'monthly annual yearly quarterly weekly membership base'.split(' ');

/** Whether a heading names a fee that is due again and again. */
const isRecurring = (tokens: readonly string[]): boolean =>
  tokens.some((token) => RECURRING.includes(token)) &&
  tokens.every((token) => RECURRING.includes(token) || EVERY.includes(token));

const ADVANCES = /^(?:prepaid|advance|trust|escrow|retainer|deposits?|points?|wallet|loyalty)$/;

/** The meaning of a heading that names an amount; undefined where it names none. */
function amountByTokens(tokens: readonly string[], has: (...words: string[]) => boolean): Meaning | undefined {
  // What a debtor paid in advance, or others hold for it, is none of what it owes.
  if (has('balance') && ADVANCES.test(tokens[0] ?? '')) return meaning('other');
  const isMoney = has(...MONEY, 'equivalent', 'equiv') || /^(?:net|gross)$/.test(tokens.join());
  if (
    has('tax', 'vat', 'gst') &&
    !has(
      'incl',
      'including',
      'inclusive',
      'excl',
      'excluding',
      'exclusive',
      'before',
      'after',
      'code',
      'id',
      'number',
      'withholding',
      'withheld',
      'assessable',
    )
  )
    return meaning('tax');
  // What was due at first is what was billed.
  if (/^remain(?:ing|der)?,to,(?:take|pay|collect)$/.test(tokens.join())) return meaning('balance', 'first');
  const atFirst = has('original', 'initial') && !has('remaining', 'outstanding', 'open', 'unpaid');
  // What is due by now is a part of a balance.
  if (/^(?:amount,)?(?:due,now|now,due)$/.test(tokens.join())) return meaning('balance', 'last', EXPECTED_PART);
  if (
    !atFirst &&
    has(...OPEN) &&
    (isMoney ||
      tokens.every(
        (token) => [...OPEN, ...RECURRING, 'current', 'now', 'payment'].includes(token) || /^\d+$/.test(token),
      ))
  )
    return meaning('balance', 'first');
  if (isMoney && has('current') && has('transaction', 'document', 'invoice')) return meaning('balance');
  if (
    has('paid', 'received', 'collected', 'applied', 'allocated', 'settled', 'cleared') &&
    (isMoney || tokens.length === 1)
  )
    return meaning('paid');
  if (has('payments', 'receipts') && tokens.length === 1) return meaning('paid');
  if (/^(?:paid,(?:in,)?full|fully,paid)$/.test(tokens.join())) return meaning('paid', 'last');
  if (/^(?:(?:cash|bank),)?(?:collected|received)(?:,(?:cash|bank))?$/.test(tokens.join())) return meaning('paid');
  // One of several payments has a number.
  const unnumbered = tokens.filter((token) => !/^\d{1,2}$/.test(token)).join();
  if (/^(?:payment|receipt)(?:,(?:amount|total))?$|^total,(?:payments|receipts)$/.test(unnumbered))
    return meaning('paid', 'last');
  if (has('balance')) return meaning('balance');
  if (isRecurring(tokens) || /^(?:scheduled|billed)$/.test(tokens.join()))
    return meaning('billed', 'last', UNCLEAR_AMOUNT);
  if (!isMoney) return undefined;
  if (has('amount') && tokens.every((token) => IN_CURRENCY.includes(token)))
    return meaning('billed', has('lc', 'local', 'company') ? 'first' : 'last', UNCLEAR_AMOUNT);
  if (has('equivalent', 'equiv')) return meaning('billed', 'first', UNCLEAR_AMOUNT);
  if (has('net', 'excl', 'excluding', 'exclusive', 'before', 'ex', 'subtotal', 'sub', 'assessable'))
    return meaning('billed', 'last', UNCLEAR_AMOUNT);
  if (has('gross', 'incl', 'including', 'inclusive', 'grand', 'after'))
    return meaning('billed', 'first', UNCLEAR_AMOUNT);
  return has(
    'invoice',
    'billed',
    'bill',
    'original',
    'document',
    'transaction',
    'sales',
    'charge',
    'charged',
    'requested',
    'face',
    'principal',
    'total',
    'scheduled',
    'instalment',
    'installment',
  )
    ? meaning('billed', 'usual', UNCLEAR_AMOUNT)
    : undefined;
}

/** The meaning of an English heading by its tokens; undefined where they say nothing. */
function english(text: string): Meaning | undefined {
  if (/^[A-Z]{3}$/.test(text) && currencyIn(text) !== undefined) return meaning('billed', 'last', UNCLEAR_AMOUNT);
  const tokens = tokensOf(text).filter((token) => !IGNORED.has(token));
  if (tokens.length === 0 || tokens.length > 6) return undefined;
  const has = (...words: string[]): boolean => words.some((word) => tokens.includes(word));
  // How many there are is neither who owes nor what.
  if (/^(?:(?:no|nos|num|number|count|#)\.?\s*of\b|(?:#|(?:no|num|number)[. ])\s*\w+s$)|\bcount$/i.test(text.trim()))
    return meaning('other');
  // -Insurance and =Patient are steps of a sum.
  if (/^[=+-]\s*[a-z]/i.test(text.trim()) && has(...PARTIES)) return undefined;
  if (has('status') && !has('credit', 'customer', 'account')) return meaning('status');
  if (
    has('state', 'result') &&
    tokens.every((token) => ['state', 'result', 'payment', 'collection', 'invoice', 'document'].includes(token))
  )
    return meaning('status', tokens.length > 1 ? 'usual' : 'last');
  if (tokens.join() === 'stage') return meaning('status', 'last');
  if (has('terms') || /^(?:due in|credit|payment|net) days$|^days (?:to pay|of credit)$/i.test(text.trim()))
    return meaning('terms');
  if (has('bucket', 'band') && has('age', 'aging', 'ageing', 'aged', 'overdue')) return meaning('age');
  if (tokens.join() === 'total,price') return meaning('billed', 'usual', UNCLEAR_AMOUNT);
  if (has(...NOT_OURS)) return undefined;
  if (has('type', 'kind'))
    return has('sale', 'sales', 'transaction', 'document', 'invoice', 'voucher', 'entry', 'record', 'move', 'party')
      ? meaning('kind')
      : undefined;
  if (/^(?:(?:bill|sold|invoice|charge)[\s_-]*to\b|billing[\s_](?:name|company)$)/i.test(text.trim()))
    return meaning(has('number', 'id', 'code', 'key', 'account') ? 'debtor_code' : 'debtor_name');
  if (/^(?:customer|client) ?[:/] ?(?:project|job|matter|sub)/i.test(text.trim())) return meaning('debtor_name');
  if (
    /^(?:to(?:,(?:company|customer|client|organization))?|third,party|(?:parent|guardian)s?(?:,guardian)?|(?:home|unit|lot|property),?owner)(?:,name)?$|^owner,name$/.test(
      tokens.join(),
    )
  )
    return meaning('debtor_name', 'last');
  if (/\b(?:due|payable|pay) (?:by|on|before)(?: date)?$/i.test(text.trim())) return meaning('due_date');
  const day = dayByTokens(has, /^due,\d+$/.test(tokens.join()));
  if (day !== undefined) return day;
  const isParty = has(...PARTIES) && tokens.every((token) => PARTIES.includes(token) || PARTY_BESIDE.has(token));
  // The number of an invoice of a customer is that of the invoice.
  if (isParty && !(has('invoice') && has('number', 'id', 'code', 'key')))
    return meaning(
      has('number', 'id', 'code', 'key') || tokens.join() === 'account' ? 'debtor_code' : 'debtor_name',
      // Whoever else is named, these owe: the client of an agency is its creditor.
      has('debtor', 'obligor', 'borrower', 'lessee', 'tenant')
        ? 'first'
        : tokens[0] === 'company' && has('id', 'code', 'number', 'key')
          ? 'last'
          : 'usual',
    );
  if (/^(?:roll|admission|enrol?lment),number$/.test(tokens.join())) return meaning('debtor_name', 'last');
  const amount = amountByTokens(tokens, has);
  if (amount !== undefined) return amount;
  if (has('currency')) return meaning('currency');
  const isId =
    has(...ID_HEADS) && tokens.every((token) => [...ID_HEADS, 'number', 'id', 'code', 'key', 'sales'].includes(token));
  return isId ? meaning('id', 'last') : undefined;
}

/** What a heading means by its parts; undefined where they say nothing that is certain enough. */
export function meaningByParts(text: string): Meaning | undefined {
  if (text === '' || text.length > 100) return undefined;
  const folded = fold(text);
  if (flaggedState(folded) !== undefined || /.(?:フラグ|flag|flg)$/.test(folded)) return meaning('status');
  if (isSideHeading(folded)) return meaning('kind');
  if (/^[\p{ASCII}¥]*$/u.test(folded)) return english(text);
  const bare = folded
    .replace(/^(今回|前回|当月|今月|前月|先月|差引|累計|変更後|当初)?(?:お|ご|御)/, '$1')
    .replace(/^(支払|振込|引落)い?/, '$1');
  return stemOf(bare) ?? stemOfSeveral(bare);
}

const stemOf = (bare: string): Meaning | undefined => JAPANESE.find(([pattern]) => pattern.test(bare))?.[1];

/** The meaning of one of several payments, such as 入金額2 or 7月入金: every one of them counts. */
function stemOfSeveral(bare: string): Meaning | undefined {
  const single = bare.replace(/^(?:第?\d{1,2}回目?の?|\d{1,2}月の?)|(?:\d{1,2}(?:回目)?)$/g, '');
  const found = single === bare ? undefined : stemOf(single);
  return found?.role === 'paid' || found?.role === 'paid_date' ? found : undefined;
}
