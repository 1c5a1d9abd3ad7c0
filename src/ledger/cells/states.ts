// What a line says about itself: its status (paid, open, void, …) and its kind (invoice, credit note, payment, …), by the words that
// accounting systems and people write into such columns, in Japanese and English.

import type { WhyLeftOut } from '../found.ts';

/** The state of a line by its word; `unknown` for a word that is not in the lists. */
export type LineStatus =
  | 'open'
  | 'part'
  | 'paid'
  | 'void'
  | 'draft'
  | 'written_off'
  | 'transferred'
  | 'disputed'
  | 'unknown';

/** The kind of a line by its word. */
export type LineKindWord =
  | 'claim'
  | 'credit'
  | 'payment'
  | 'payable'
  /** An estimate or an order, which is no claim yet. */
  | 'offer'
  /** A paper that goes with an invoice; alone it says nothing about a claim. */
  | 'paper'
  | 'unknown';

/** A word without width, case, spaces and marks. */
const bare = (text: string): string =>
  text
    .slice(0, 60)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.:;/・()[\]【】‐-]/g, '')
    .replace(/(?:済み|[すず]み)$/, '済')
    // A coloured dot before a word says the same as the word.
    .replaceAll('\u{fe0f}', '')
    .replace(/^\p{So}+(?=[\p{L}\p{N}])/gu, '');

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const LINE_STATUS_WORDS: readonly (readonly [LineStatus, ReadonlySet<string>])[] = [
  [
    'open',
    words(
      'open unpaid outstanding overdue pastdue due sent issued notpaid awaitingpayment authorised authorized approved posted active unsettled uncollected submitted viewed late pending current notdue reminded inarrears delinquent incollections incollection paymentplan legal suspended underpaid 資金不足 口座なし 残高不足 振替不能 預金取引なし 取引なし 預金者都合 依頼書なし 委託者都合 failed insufficientfunds held dishonored dishonoured bounced 延滞 延滞中 滞納 遅延 督促中 督促済 請求済 送付済 発行済 確定 承認済 残あり 未 まだ 払ってくれない 払わない 回収中 請求中 期限超過 期日超過 期日前 入金待ち 確認待ち unpaidsent 手持 手持ち 期日待ち 取立 取立中 取立依頼 取立依頼中 督促状 催告書 訴訟 訴訟中 差押 差押中 差押済 duetoday duesoon upcoming 保証会社請求中 保証会社請求済 不渡 不渡り 支払不能 遅れ 法的手続中 分割弁済中 分割中 交渉中 督促状送付済 催告中 催告済',
    ),
  ],
  ['disputed', words('disputed indispute dispute contested 係争 係争中 異議あり クレーム クレーム中')],
  ['part', words('partial partiallypaid partpaid partlypaid partiallysettled 内入')],
  [
    'paid',
    words(
      'paid fullypaid paidinfull settled closed cleared collected complete completed received reconciled matched paidup paidlate overpaid settledinfull recovered deposited pif 済 完了 完済 完納 保証会社入金済 入金 入金あり 全額 全額入金 領収 もらった 受取った 受け取った 対応完了 期日決済 決済 支払等記録 支払等記録済',
    ),
  ],
  [
    'void',
    words(
      'void voided cancelled canceled cancel deleted rejected reversed reversal inactive expired declined refunded fullyrefunded superseded 返金済 差替 差替済 差し替え済 取消 取消済 発行取消 取消し 取り消し 無効 キャンセル キャンセル済 破棄 削除 削除済 赤黒 却下 失効',
    ),
  ],
  [
    'draft',
    words(
      'draft unbilled scheduled unsent unsubmitted applying remanded proforma quote quotation estimate unissued notsent pendingapproval awaitingapproval 下書き 下書 請求予定 発行予定 未発行 請求前 発行前 未送付 送付待ち 送付待 発行待ち 発行待 未請求 作成中 入力中 編集中 見積 見積もり 仮 仮登録 承認待ち 承認待 未承認 未確定',
    ),
  ],
  [
    'written_off',
    words(
      'writtenoff writeoff baddebt uncollectible chargedoff waived forgiven 貸倒 貸倒れ 貸倒処理 貸倒処理済 貸倒損失 償却 償却済 放棄 債権放棄 免除 全額免除 減免',
    ),
  ],
  [
    'transferred',
    words(
      'factored soldtofactor endorsed discounted 割引 割引済 手形割引 裏書 裏書済 裏書譲渡 譲渡 譲渡済 代位弁済 代位弁済済 保証会社立替済 保証会社代位弁済済 保証履行済 譲渡記録 譲渡記録済 債権譲渡 債権譲渡済 ファクタリング ファクタリング済 流動化 流動化済',
    ),
  ],
];

/** Words and marks of a column that says no more than whether a line was paid. */
const PAID_FLAGS = words('印 済印 ㊞ yes y true checked 1 ○ 〇 ◯ ⭕ ● ✓ ✔ ☑ ✅ 🆗 🙆 レ x済 有 あり はい ok 完 了');
const OPEN_FLAGS = words('no n false unchecked 0 × ✕ ✗ ☐ □ ❌ ⬜ ⏳ ⌛ x 無 なし いいえ ng');

/** A word without the number of its class before it: 20:返品, 3 入金済. */
const withoutCode = (text: string): string => text.replace(/^\d{1,6}[\s:：.．・_-]+(?=\p{L})/u, '');

/** A word without what people write beside it: a day before it, remarks in brackets, the kind of the line before a colon. */
const variantsOf = (text: string): string[] =>
  [
    text.replace(/[(（[【][^)）\]】]*[)）\]】]/g, ''),
    // 2年分未納 and 未納3ヶ月分: how much of it is another question.
    text.replace(/\b\d{1,3}\s*(?:months?|mos?|years?|yrs?|instal?lments?|payments?)\b/i, ''),
    text.replace(/(?:[\d一二三四五六七八九十]{1,3}\s*(?:[ヶケかカヵ箇個]?月|年度?|[回期])分?[・、,~〜-]?)+の?/u, ''),
    text.replace(/^\d{1,4}[/.月-]\d{1,2}(?:[/.月-]\d{1,2})?日?[\s　]*(?:に|付)?/, ''),
    // 済10/2 has its day behind it, Overdue 28 days and Overdue on 11/04/2026 since when.
    text.replace(/(?<=^(?:入金)?済み?)[\s　]*\d{1,4}[/.月-]\d{1,2}(?:[/.月-]\d{1,2})?日?$/, ''),
    text.replace(/^((?:over)?due)\s(?:(?:on|by|in|since)\s)?\d[\d/. -]*(?:days?)?$/i, '$1'),
    text.split(/[:：]|\s[-–]\s/).at(-1) ?? '',
    withoutCode(text),
    // 発送済・入金済: the last one says how far it has come.
    text.split(/[・、/／](?!\d)/).at(-1) ?? '',
  ].filter((variant) => variant !== text && variant.trim() !== '');

/** The status that a text names, whatever stands beside the word; `flag` where the column asks whether a line was paid. */
export function lineStatus(text: string, flag: boolean): LineStatus {
  const found = statusOfWord(text, flag);
  if (found !== 'unknown') return found;
  // Paid (partial), 入金済（一部） and 入金済（予定） are not paid.
  if (/[(（[【][^)）\]】]*(?:part|一部|半)/i.test(text)) return 'part';
  if (/[(（[【][^)）\]】]*(?:未|残|予定|見込|not|un|expect|pend)/i.test(text)) return 'unknown';
  return (
    variantsOf(text.slice(0, 60))
      .map((variant) => statusOfWord(variant, flag))
      .find((status) => status !== 'unknown') ?? 'unknown'
  );
}

const PAID_BY =
  /^(?:paid|pd)\b[\s:,-]*(?:on|by|via|in|with|thru|through|w\/|#|\(|\d|check|chk|ck|cheque|chq|wire|ach|eft|cash|card|cc)\b/i;
const PAID_IN_PART =
  /part|half|bal|remain|short|less|only|%|\bof\b|not|\?|expect|will|plan|\dk\b|\d,\d{3}|^(?:paid|pd)\s*[¥$]?\d{4,}/i;

/** The status that a word alone names. */
function statusOfWord(text: string, flag: boolean): LineStatus {
  const word = bare(text);
  // A box with a cross in it is ticked.
  if (flag && (PAID_FLAGS.has(word) || /^\s*\[\s?x\s?\]\s*$/i.test(text))) return 'paid';
  // A plain x under Paid is a mark that it is for some and that it is not for others.
  if (flag && word === 'x') return 'unknown';
  if (flag && OPEN_FLAGS.has(word)) return 'open';
  if (flag && word === '') return 'open';
  const found = LINE_STATUS_WORDS.find(([, known]) => known.has(word))?.[0];
  if (found !== undefined) return found;
  if (/^(?:一部|半分|半額|partial)/.test(word)) return 'part';
  // Paid 9/15, Paid by check 1021: whoever writes so much says by what and when, unless it was not all.
  if (PAID_BY.test(text) && !PAID_IN_PART.test(text)) return 'paid';
  if (/^未(?:入金|決済|回収|払|消込|収|納|済|精算|清算|完|処理|支払)/.test(word)) return 'open';
  if (
    /^(?:全額)?(?:入金|支払い?|決済|回収|消込|受領|領収|精算|清算|相殺|完済|完納|納付|納入|払込|収納|納金|振替|引落|取立|口座間送金決済)(?:確認)?(?:完了|済み?)$/.test(
      word,
    )
  )
    return 'paid';
  return 'unknown';
}

const KIND_WORDS: readonly (readonly [LineKindWord, ReadonlySet<string>])[] = [
  [
    'claim',
    words(
      'ar 売上高 receivable receivables dr 売掛金 income revenue invoice inv salesinvoice taxinvoice arinvoice customerinvoice debitnote debitmemo financecharge sale sales charge interest statementcharge openingbalance rv in si dm cb chargeback accrec outinvoice receivableinvoice 売上 請求 請求書 収入 掛売 掛売上 売掛 受取 受取手形 電子記録債権 でんさい 電債 未収入金 未収金 accountsreceivable 納品 売上計上 掛 通常 課税売上 繰越 前月繰越 期首残高 利息 遅延損害金 立替金 貸付金 未収収益 未収利息 customer 得意先 tradereceivables tradereceivable tradedebtors loansreceivable',
    ),
  ],
  [
    'credit',
    words(
      'credit creditmemo creditnote customercredit salescredit creditadjustment return salesreturn discount allowance rebate overpayment cr cn cm dg rc creditinvoice crn salescreditnote salescreditmemo accreccredit outrefund receivablecreditnote 返品 値引 値引き 返金 赤伝 赤伝票 割戻 割戻し 相殺 貸方 マイナス 減額 前受 前受金 過入金 売上返品 売上値引 リベート',
    ),
  ],
  [
    'payment',
    words(
      'payment receipt paymententry cashreceipt customerpayment deposit prepayment pmt rcpt rct dep unapp dz receiptonaccount paymentonaccount onaccount unappliedpayment unappliedreceipt unappliedcash receivepayment receivedpayment 入金 回収 振込 領収 現金 手形 小切手 口座振替 入金消込 消込 振込入金 現金入金 手形入金',
    ),
  ],
  [
    'payable',
    words(
      'ap payable payables vendor supplier creditor 仕入先 外注先 accountspayable tradepayables tradecreditors customerdeposits customerprepayments deferredrevenue unearnedrevenue advancesfromcustomers 仮受金 預り金 預り保証金 前受収益 借入金 買掛金 未払金 未払費用 支払手形 電子記録債務 bill expense purchase vendorbill billpayment check vendorcredit purchaseinvoice kr accpay accpaycredit ininvoice inrefund payableinvoice payablecreditnote billpmt 支出 仕入 仕入高 支払 経費 外注 外注費 消耗品費 旅費交通費 通信費 広告宣伝費 接待交際費 地代家賃 水道光熱費 支払手数料 給料 給料手当 新聞図書費 租税公課 荷造運賃 福利厚生費 買掛 購入',
    ),
  ],
  ['offer', words('quote quotation estimate proforma salesorder 見積 見積書 受注 注文書 発注書')],
  ['paper', words('deliverynote packingslip 納品書 検収書 領収書 領収証')],
];

/** The kind of a line that a word names. */
export function kindOf(text: string): LineKindWord {
  if (/^[▲△−-]$/.test(text.trim())) return 'credit';
  const [word, plain] = [bare(text), /^\d/.test(text) ? bare(withoutCode(text)) : ''];
  // Classes of consumption tax say whether something was sold or bought: 課税売上10%, 課対仕入10%.
  const taxed = /^(?:課税?|課対|共対|非対|非課|非課税|免税|輸出|対象外)(売上|仕入)/.exec(word)?.[1];
  if (taxed !== undefined) return taxed === '売上' ? 'claim' : 'payable';
  // 精算返金 among 精算請求.
  if (/.(?:返金|払戻し?|還付)$/.test(word)) return 'credit';
  if (/.請求$/.test(word)) return 'claim';
  return KIND_WORDS.find(([, known]) => known.has(word) || known.has(plain))?.[0] ?? 'unknown';
}

/** Kinds of Sage, whose letters mean something else in other systems. */
const SAGE_KINDS: Readonly<Record<string, LineKindWord>> = { SC: 'credit', SD: 'credit', SA: 'payment', SR: 'payment' };

/** The kind of a line that a word names in a column of Sage. */
export const sageKindOf = (text: string): LineKindWord => SAGE_KINDS[text] ?? kindOf(text);

const DEBIT_SIDE = words('dr debit d s 借 借方 黒 黒伝 増');
const CREDIT_SIDE = words('cr credit c h 貸 貸方 赤 赤伝 減');

/** Whether a heading asks on which side of an account an amount stands. `folded` is the heading folded. */
export const isSideHeading = (folded: string): boolean =>
  /^(?:dc|sh|drcr|crdr|shkzg|sign|debitcredit(?:ind|indicator|flag)?|伝区|[±+]|(?:符号|正負|増減|貸借|借貸|赤黒|黒赤)(?:区分|フラグ)?)$/.test(
    folded,
  );

/** The kind of a line by the side on which its amount stands. */
export function sideOf(text: string): LineKindWord {
  const [word, sign] = [bare(text), text.trim().normalize('NFKC')];
  if (/^[-−–▲△]$/.test(sign)) return 'credit';
  return sign === '+' || DEBIT_SIDE.has(word) ? 'claim' : CREDIT_SIDE.has(word) ? 'credit' : kindOf(text);
}

/** Why a line of a status is no receivable; undefined where it is one. */
export const leftOutByStatus = (status: LineStatus): WhyLeftOut | undefined =>
  status === 'paid' || status === 'void' || status === 'draft' || status === 'written_off' || status === 'transferred'
    ? status
    : undefined;

/** Words behind a flag whose cells hold the posting that set it. */
const POSTING = '伝票(?:番号|no)?|番号|with|by|doc(?:ument)?(?:number|no)?';
const FLAG = `(?:済み?|された?)?の?(?:フラグ|flag|flg|有無|区分|日[付時]?|date|on|at|${POSTING})?$`;

/** Headings that ask whether one thing became of a claim, and the state in which it then is. */
const FLAG_HEADINGS: readonly (readonly [pattern: RegExp, status: LineStatus])[] = [
  [
    new RegExp(
      `^(?:is|has)?(?:削除|取消|取り消し|無効|キャンセル|破棄|void(?:ed)?|cancell?(?:ed|ation)|deleted|revers(?:ed?|al))${FLAG}`,
    ),
    'void',
  ],
  [
    new RegExp(
      `^(?:is)?(?:他社)?(?:ファクタリング|債権譲渡|譲渡|流動化|代位弁済|factored|soldtofactor|factor(?:ingcompany)?|assignee|譲渡先)${FLAG}`,
    ),
    'transferred',
  ],
  [new RegExp(`^(?:is)?(?:貸倒れ?|償却|債権放棄|writtenoff|writeoff|baddebt)(?:承認|approved)?${FLAG}`), 'written_off'],
];

const OPEN_HEADING =
  /^(?:is|still)?(?:未回収|未入金|未収|未納|未払い?|open|unpaid|owed|owing|outstanding)(?:フラグ|flag|flg|有無)?$/;
const OVERDUE_HEADING = /^(?:is)?(?:滞納|延滞|期日超過|overdue|pastdue|delinquent)(?:フラグ|flag|flg|有無)?$/;

/** Whether a heading asks if a line is open or overdue. `folded` is the heading folded. */
export const asksForMark = (folded: string): boolean => OPEN_HEADING.test(folded) || OVERDUE_HEADING.test(folded);

/**
 * The state that a mark gives its line under a heading that asks whether it is open or overdue: one that is not open is paid, one that is
 * not overdue may be open. Undefined for other headings and words.
 */
export function openState(folded: string, text: string): 'open' | 'paid' | undefined {
  if (!asksForMark(folded)) return undefined;
  // 未納 and 済 under 未納 say themselves what they mean.
  const own = isYesOrNo(text) ? 'unknown' : lineStatus(text, false);
  if (own === 'open' || own === 'paid') return own;
  const marked = isMarked(text);
  return marked === undefined ? undefined : marked || !OPEN_HEADING.test(folded) ? 'open' : 'paid';
}

/** Whether a heading asks if a line is open, so that an empty cell is no answer. `folded` is the heading folded. */
export const asksIfOpen = (folded: string): boolean => OPEN_HEADING.test(folded);

/** Whether a text is a mark for yes or no and no more. */
export const isYesOrNo = (text: string): boolean => PAID_FLAGS.has(bare(text)) || OPEN_FLAGS.has(bare(text));

/** The state that a line has where a column of this heading is marked; undefined for other headings. `folded` is the heading folded. */
export const flaggedState = (folded: string): LineStatus | undefined =>
  FLAG_HEADINGS.find(([pattern]) => pattern.test(folded))?.[1];

const BY_POSTING = new RegExp(`(?:${POSTING})$`);

/** Whether a cell under a heading that asks for the posting that set a state names one. `folded` is the heading folded. */
export const namesPosting = (folded: string, text: string): boolean => BY_POSTING.test(folded) && /\d/.test(text);

/** Whether a cell of such a column marks its line: yes, 1, 済, a day. Undefined for a word that may mean anything. */
export function isMarked(text: string): boolean | undefined {
  const word = bare(text);
  if (word === '' || OPEN_FLAGS.has(word) || /^未/.test(word)) return false;
  return PAID_FLAGS.has(word) || /^(?:済み?|完了)$/.test(word) || /^\d{4,}/.test(word) ? true : undefined;
}
