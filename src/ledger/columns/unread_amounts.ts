// What stands beside an amount and is not read, although it may lower what is owed: that is told, because a claim that is too high costs money.

import { currencyOfHeading } from '../cells/currencies.ts';
import { textOf } from '../cells/figures.ts';
import { isPlainLine } from '../cells/lines.ts';
import { type CellTable, hasMoney, isSumOf, MONEY_LEAST, profileOf, wholeOf } from '../cells/profile.ts';
import type { Heading } from '../headings/header.ts';
import { type Assignment, spokenOf } from './assignment.ts';
import { feeDoubt, isFeeBeside } from './fees.ts';

/** Headings of what may lower a bill although no word says that it was paid. */
const REDUCING =
  /保留|留保|源泉|前受|仮受|買掛|(?:相殺|値引き?|返品)予定|預り|手数料|引当|貸倒|償却|免除|欠損|調整|(?:入金|回収|消込|支払|振込)(?:額|金額|高|計)?$|retention|retainage|\bheld\b|withh|deposit|advance|prepa|adjustment|write[ -]?off|discount|rebate|credits?(?: (?:amount|balance))?$|^貸方|deduction|on account|down ?payment|\b(?:tds|wht)\b|bank charge|手付|内金|頭金|着手金/i;

/** Headings of what part of a bill was paid. */
const SHARE_PAID =
  /(?:入金|回収|消込|支払|納付)率|(?:paid|collected|received)\s*(?:%|percent|rate)|(?:%|percent)\s*(?:paid|collected|received)/i;

const mayLower = (heading: Heading, { text }: Heading, to: Assignment): void =>
  to.doubt(
    heading,
    'figures_not_read',
    `「${text}」から差し引くべき金額かもしれませんが、差し引いていません。`,
    `it may have to be subtracted from "${text}"; it is not.`,
  );

/** Doubts every column that may lower what was billed and is not read, and every other column of money that no word explains. */
export function unreadBesideBilled(
  headings: readonly Heading[],
  read: { readonly billed: Heading; readonly others: readonly Heading[] },
  rows: CellTable,
  to: Assignment,
): void {
  const known = new Set([read.billed, ...read.others].map(({ index }) => index));
  const parts = addendsOf(headings, read.billed, rows);
  for (const heading of headings) {
    const { index, text, by, bucket, meaning } = heading;
    if (known.has(index) || bucket !== undefined || parts.has(index)) continue;
    if (SHARE_PAID.test(text)) {
      if (rows.some((row) => /[1-9]/.test(textOf(row[index])))) mayLower(spokenOf(heading), read.billed, to);
      continue;
    }
    const reducing =
      REDUCING.test(text) && (meaning === undefined || meaning.role === 'other' || meaning.role === 'paid');
    if (!reducing && by !== null) continue;
    const cells = rows.map((row) => textOf(row[index])).filter((cell) => cell !== '');
    const { filled, figures, days, serials } = profileOf(rows, index);
    const isMoney =
      (cells.some((cell) => /\d,\d{3}|[¥円]/.test(cell)) || isWithinBill(heading, read.billed, rows)) &&
      !/単価|数量|小計|対象|外貨|契約残|subtotal|price|qty|quantity|rate|foreign/i.test(text) &&
      (currencyOfHeading(text) ?? 'JPY') === 'JPY';
    const isFeeToo = isFeeBeside(heading, read.billed, cells);
    if (isFeeToo && figures === filled) feeDoubt(heading, read.billed, to);
    if (isFeeToo || filled === 0 || figures < filled || days > 0 || (!reducing && serials === filled)) continue;
    if (!(reducing || isMoney) || !cells.some((cell) => /[1-9]/.test(cell))) continue;
    // What is left after it stands beside what was there before it.
    if (headings.some((whole) => isSumOf(rows, whole.index, read.billed.index, index))) continue;
    mayLower(spokenOf(heading), read.billed, to);
  }
}

/** Columns among which the parts of a total are looked for. */
const ADDENDS_MAX = 12;

/** The places of the columns of figures beside each other that make up a total on every line, so that none of them lowers it. */
function addendsOf(headings: readonly Heading[], total: Heading, rows: CellTable): ReadonlySet<number> {
  const lines = rows.filter((row) => isPlainLine(row) && textOf(row[total.index]) !== '');
  const isPart = ({ index, text, meaning }: Heading): boolean =>
    index !== total.index &&
    !REDUCING.test(text) &&
    !['paid', 'overdue_days', 'debtor_code', 'id'].includes(meaning?.role ?? '') &&
    lines.every((row) => textOf(row[index]) === '' || wholeOf(row[index]) !== undefined);
  // Those right before the total, or right behind it, as far as they are figures.
  for (const step of [-1, 1]) {
    const parts: number[] = [];
    for (let i = total.index + step; parts.length < ADDENDS_MAX; i += step) {
      const one = headings[i];
      if (one === undefined || !isPart(one)) break;
      parts.push(i);
      const isWhole = lines.every(
        (row) => parts.reduce((sum, at) => sum + (wholeOf(row[at]) ?? 0n), 0n) === wholeOf(row[total.index]),
      );
      if (parts.length > 1 && isWhole) return new Set(parts);
    }
  }
  return new Set();
}

/** Parts of words of payments, under whatever heading. */
const SAYS_PAID =
  /入金|受[取領]|払|返|もら|集金|回収|控除|差し?引|\b(?:paid|pay(?:ment|ments)?|rec[ei]+\w*|collect\w*|remit\w*|settle\w*|cleared|cash|deduct\w*)\b/i;
/** Headings of numbers, and of what is left over. */
const SAYS_NUMBER = /番号|コード|\b(?:no|num|number|code|id|net|now|to (?:pay|collect))\b|[#№]/i;

/** Whether a column of payments by its name holds figures as amounts are, no line more than was billed, and some less. */
function isWithinBill({ index, text }: Heading, billed: Heading, rows: CellTable): boolean {
  if (!SAYS_PAID.test(text) || SAYS_NUMBER.test(text)) return false;
  let [some, less] = [false, false];
  for (const row of rows.filter(isPlainLine)) {
    const [part, whole] = [wholeOf(row[index]), wholeOf(row[billed.index])];
    if (part === undefined || part < 0n || part > (whole ?? 0n)) return false;
    if (part >= MONEY_LEAST) some = true;
    if (part < (whole ?? 0n)) less = true;
  }
  return some && less;
}

/** Whether a column holds what debtors paid in advance, or what we owe them. */
export const isAdvance = ({ folded }: Heading): boolean =>
  /^(?:前受|仮受|買掛)金?(?:残高?|残額|額|金額|高)?$|^(?:敷|保証|預り)金充当|^(?:差引|敷金)?返還(?:予定)?(?:金|額)|^(?:相殺|値引き?|返品)予定|^仮消込|^(?:ファクタリング|債権譲渡|譲渡|割引)済み?(?:金?額|高)|^未充当|^未(?:照合|消込|割当|特定)の?入金|^過(?:入金|払い?|誤納)|^(?:overpa(?:id|yment)|unmatched|unidentified|onaccount)|^(?:unapplied|unallocated|prepaid|trust|escrow|retainer|advances?|available(?:credit|deposit))|creditsavailable$/.test(
    folded,
  );

/** Doubts every column of advances or payables beside a balance, because they may have to be set against it. */
export function advancesBeside(balance: Heading, headings: readonly Heading[], rows: CellTable, to: Assignment): void {
  // What is left of a credit limit is no credit of the debtor.
  const isOfLimit = headings.some(({ text }) => /limit|限度/i.test(text));
  for (const heading of headings)
    if (isAdvance(heading) && hasMoney(heading, rows) && !(isOfLimit && /^available/.test(heading.folded)))
      mayLower(heading, balance, to);
}

const LATE_INTEREST =
  /遅延(?:損害金|利息)|延滞(?:金|利息)|^(?:約定)?利[息子]|^損害金|late ?(?:fee|charge)|\binterest\b/i;

/** Doubts late interest that is in the amount, too, where interest would run on it once more. */
export function interestWithin(amount: Heading, headings: readonly Heading[], rows: CellTable, to: Assignment): void {
  for (const late of headings)
    if (
      LATE_INTEREST.test(late.text) &&
      ((/合計|総額|total/i.test(amount.text) && hasMoney(late, rows)) ||
        headings.some(({ index }) => isSumOf(rows, amount.index, index, late.index)))
    )
      mayLower(late, amount, to);
}

/** Doubts an amount whose heading counts hundredths, which yen do not have. */
export function minorUnits(amount: Heading, to: Assignment): void {
  if (!/(?:^|[\s_(-])(?:minor|cents)(?:$|[\s_)-])|銭/i.test(amount.text)) return;
  to.doubt(
    amount,
    'minor_units',
    '1/100円の単位なら、100倍に読んでいます。円で送ってください。',
    'if it counts hundredths of a yen, it is read as 100 times too much. Send yen.',
  );
}
