// Marks, words and numbers of receipts in columns that are not read, which may say that a claim is paid: that is told.

import { textOf } from '../cells/figures.ts';
import { isPlainLine } from '../cells/lines.ts';
import type { CellTable } from '../cells/profile.ts';
import { isYesOrNo, leftOutByStatus, lineStatus } from '../cells/states.ts';
import type { Heading } from '../headings/header.ts';
import { type Assignment, spokenOf } from './assignment.ts';

/** Words that name a state of a claim and of nothing else, whatever the heading over them. */
export const OF_A_CLAIM =
  /入金|支払|回収|消込|決済|取消|キャンセル|貸倒|割引|裏書|譲渡|不渡|取立|振替|引落|paid|void|cancel|written|collected|honou?red|factor/i;

/** Whether a heading names a month, a year or another period. */
export const isOfPeriod = ({ text }: Heading): boolean =>
  /\d\s*(?:年度?|月|期)|^(?:FY|[RH])?\s?\d{1,4}$|^(?:[1-4]?Q[1-4]?)\b|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i.test(
    text,
  );

const MARK = /^[○〇◯●✓✔☑レ×✕✗]$/;
/** Headings of days on which something was done with. */
const OF_END =
  /^(?:処理)?(?:完了|解決|終了|処理)日|クローズ|\b(?:bank|value|close[d]?|completed?|completion|resolved|resolution|done)(?: date| on)?$/i;
/** Headings of what was done with papers or goods. */
const OF_SENDING = /請求|送|発行|承認|督促|催告|納|出荷|検収|印刷|訪問|連絡|予告|通知|契約|登録|作成|郵/;
/** Headings that ask something about payment. */
const ASKS = /owe|due\b|open|outstanding|pay|receiv|clear|settle|入金|支払|回収|未[収納払]/i;
/** Headings of the numbers of receipts. */
const OF_RECEIPT =
  /^(?:入金|領収書?|回収)(?:伝票|書)?(?:番号|no)|\b(?:receipt|payment|remittance)\s*(?:no|num|number|ref|reference|id|#)/i;

/**
 * Doubts every column of marks such as ○, of words such as 入金済 or of numbers of receipts, under a heading that is not known: they may say
 * that a claim is paid. `read` are the columns of states, `isBilled` says that the amount is what was billed.
 */
export function marksDoubt(
  headings: readonly Heading[],
  rows: CellTable,
  { read, isBilled }: { readonly read: ReadonlySet<number>; readonly isBilled: boolean },
  to: Assignment,
): void {
  const lines = rows.filter(isPlainLine).length;
  for (const heading of headings.filter(({ by, index }) => by === null && !read.has(index))) {
    const cells = rows.map((row) => textOf(row[heading.index])).filter((cell) => cell !== '');
    const isPeriod = isOfPeriod(heading);
    // 1 and 0 may be figures, but not where the heading asks whether something was paid.
    const isPaidMark = /paid|入金|回収済|完納/i.test(heading.text) && cells.includes('1');
    const isAnswered =
      (isPaidMark || (ASKS.test(heading.text) && cells.some((cell) => !/^[01]$/.test(cell)))) && cells.every(isYesOrNo);
    if (
      cells.length > 0 &&
      (isAnswered ||
        cells.every(
          (cell) =>
            MARK.test(cell) ||
            ((isPeriod || (isBilled && !OF_SENDING.test(heading.text))) && /^[済未完]み?$/.test(cell)),
        ))
    )
      to.doubt(
        spokenOf(heading),
        'marks_not_read',
        '印の意味が分からないため読みません。入金済みかもしれません。',
        'its marks are not understood; they may mean paid.',
      );
    const words = new Set(cells);
    const told =
      words.size > 20
        ? undefined
        : [...words].find((word) => OF_A_CLAIM.test(word) && leftOutByStatus(lineStatus(word, false)) !== undefined);
    const isOnSome = isBilled && cells.length > 0 && cells.length < lines;
    if (isOnSome && OF_RECEIPT.test(heading.text))
      to.doubt(
        spokenOf(heading),
        'receipts_not_read',
        `番号のある行が${cells.length}行あります。入金済みかもしれませんが、債権として読みます。済んだ行は除いてください。`,
        `it names a receipt on ${cells.length} line${cells.length === 1 ? '' : 's'}, which may be paid and count${cells.length === 1 ? 's' : ''} as open. Remove what is paid.`,
      );
    if (isOnSome && OF_END.test(heading.text))
      to.doubt(
        spokenOf(heading),
        'days_not_read',
        `日付のある行が${cells.length}行あります。入金日かもしれませんが、債権として読みます。済んだ行は除いてください。`,
        `it has a day on ${cells.length} line${cells.length === 1 ? '' : 's'}, which may be that of payment; ${cells.length === 1 ? 'it counts' : 'they count'} as open. Remove what is paid.`,
      );
    if (told !== undefined)
      to.doubt(
        spokenOf(heading),
        'words_not_read',
        `「${told.slice(0, 30)}」などとありますが、何の列か分からないため読みません。入金済みかもしれません。`,
        `it says "${told.slice(0, 30)}", but what it is about is not known; it is not read. Such lines may be paid.`,
      );
  }
}
