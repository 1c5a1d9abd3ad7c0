// Finds where another table begins below the first one, in the same sheet or file: headings of other columns, or the title of a list of
// payables. Its lines are not read under headings that are not theirs.

import { currencyOfHeading } from '../cells/currencies.ts';
import { amountOf, textOf } from '../cells/figures.ts';
import type { CellTable } from '../cells/profile.ts';
import { type LedgerNote, note } from '../found.ts';
import { type Header, type Heading, headingOf } from '../headings/header.ts';
import { isPayablesTitle, isReceivablesTitle, namesCreditor } from './whole_table.ts';

/** Why a line below the headings belongs to another table. */
export type OtherTable = 'other_table' | 'payable';

/** What a line below the headings belongs to: the table, another one, or none because it is headings again. */
export type Section = OtherTable | 'headings' | undefined;

/** Words a line must hold to be headings. */
const HEADINGS_MIN = 3;

/** The headings in a line; undefined for a line that is none, as one with a figure in it. */
function headingsIn(row: readonly unknown[]): Heading[] | undefined {
  const filled = row.flatMap((cell, index) => (textOf(cell) === '' ? [] : [{ cell, index }]));
  // Whom we owe beside one more word begins a table of its own.
  const isOwing = filled.some(({ cell }) => namesCreditor(textOf(cell)));
  const least = isOwing ? HEADINGS_MIN - 1 : HEADINGS_MIN;
  if (filled.length < least) return undefined;
  if (filled.some(({ cell }) => typeof cell !== 'string' || amountOf(cell, 1, 'point') !== undefined)) return undefined;
  const found = filled.map(({ cell, index }) => headingOf(cell, index, undefined));
  const known = found.filter(({ by, text }) => by !== null || namesCreditor(text) || ITEM_HEADINGS.test(text)).length;
  return known >= least && known * 3 >= found.length * 2 ? found : undefined;
}

/** Headings of the items of an invoice. */
const ITEM_HEADINGS =
  /^(?:品名|品目|商品名?|内容|数量|単価|単位|items?|description|quantity|qty|unit price|price|rate|hours)$/i;
const MONEY_HEADS: ReadonlySet<string> = new Set(['balance', 'billed', 'total', 'paid']);
const isBlankLine = (row: readonly unknown[] | undefined): boolean =>
  row?.every((cell) => textOf(cell) === '') === true;

/** Two words below a blank line, of which one heads money under a heading of money; undefined for other lines. */
function shortHeadings(row: readonly unknown[], { headings }: Header): Heading[] | undefined {
  const filled = row.flatMap((cell, index) => (textOf(cell) === '' ? [] : [{ cell, index }]));
  if (filled.length !== 2 || filled.some(({ cell }) => /\d/.test(textOf(cell)))) return undefined;
  const found = filled.map(({ cell, index }) => headingOf(cell, index, undefined));
  const isMoney = (one: Heading | undefined): boolean => MONEY_HEADS.has(one?.meaning?.role ?? '');
  return found.some((one) => isMoney(one) && isMoney(headings[one.index])) ? found : undefined;
}

/** A line without the mark of a quotation before its first cell. */
const withoutMark = (row: readonly unknown[]): readonly unknown[] =>
  row.map((cell, i) => (i === 0 && typeof cell === 'string' ? cell.replace(/^[>\s]+/, '') : cell));

/** What a heading is read as, to compare two lines of headings. */
const readAs = ({ field, bucket, meaning, folded }: Heading): string => field ?? bucket ?? meaning?.role ?? folded;

const UNIT_WORD = /百万|[千万億]|thousands?|millions?|'000|\b[km]\b/i;

/** Whether two headings name other currencies or units. */
const inOtherMoney = (one: string, other: string): boolean => {
  const [was, is] = [one, other].map((text) => text.normalize('NFKC').toLowerCase());
  return (
    (currencyOfHeading(one) ?? 'JPY') !== (currencyOfHeading(other) ?? 'JPY') ||
    UNIT_WORD.exec(was ?? '')?.[0] !== UNIT_WORD.exec(is ?? '')?.[0]
  );
};

/** Whether headings are those of the table again, as on its next page. */
const areOwn = (found: readonly Heading[], { headings, preset }: Header): boolean =>
  found.every((heading) => {
    // A word that says nothing, such as the number of a page, may change.
    if (heading.by === null) return found.length > 2;
    const own = headings[heading.index];
    if (own === undefined || (own.text !== heading.text && inOtherMoney(own.text, heading.text))) return false;
    return own.folded === heading.folded || readAs(headingOf(heading.text, heading.index, preset)) === readAs(own);
  });

/** Whether a text is a sentence or a note below a list, and no title. */
const isRemark = (text: string): boolean => text.length > 30 || /^[※*＊(（]|^(?:注|備考|note)|。$/i.test(text);

/** Accounts of what we owe, and of what is owed to us, alone as a title. */
const OUR_DEBTS = /^(?:買掛金?|未払金|支払手形|(?:accounts )?payables?|a\/p)$/i;
const OUR_CLAIMS = /^(?:売掛金?|未収入?金|(?:accounts )?receivables?|a\/r)$/i;

/** What each line below the headings belongs to. */
export function sectionsOf(rows: readonly (readonly unknown[])[], header: Header): readonly Section[] {
  let now: OtherTable | undefined;
  return rows.map((row, i): Section => {
    const first = row.map(textOf).filter((text) => text !== '');
    const [title] = first;
    if (first.length === 1 && title !== undefined) {
      const bare = title.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
      if ((isPayablesTitle(title) && !isRemark(title)) || OUR_DEBTS.test(bare)) now = 'payable';
      else if (isReceivablesTitle(title) || OUR_CLAIMS.test(bare)) now = undefined;
      return now;
    }
    // What a mail quotes below its own list is an older one.
    const isQuoted = title?.startsWith('>') === true && headingsIn(withoutMark(row)) !== undefined;
    if (isQuoted) now = 'other_table';
    const found =
      first.length < HEADINGS_MIN - 1 || isQuoted
        ? undefined
        : (headingsIn(row) ?? (isBlankLine(rows[i - 1]) ? shortHeadings(row, header) : undefined));
    if (found === undefined) return now;
    const creditor =
      found.some(({ text }) => namesCreditor(text)) && !header.headings.some(({ text }) => namesCreditor(text));
    if (creditor) now = 'payable';
    else if (!areOwn(found, header)) now = 'other_table';
    else if (now === 'other_table') now = undefined;
    return now ?? 'headings';
  });
}

/** Whether a line has words and no figure, as every line has with which another table begins. */
const mayBegin = (row: readonly unknown[]): boolean =>
  row.some((cell) => cell !== '' && cell !== null) &&
  !row.some((cell) => typeof cell === 'number' || (typeof cell === 'string' && OF_A_FIGURE.test(cell)));
const OF_A_FIGURE = /^\W?\d[\d,.]*$/;

/** The lines below the headings without those of other tables. */
export function ofOwnTable(rows: CellTable, header: Header): CellTable {
  if (!rows.some(mayBegin)) return rows;
  const sections = sectionsOf(rows, header);
  const isOther = (section: Section): boolean => section === 'other_table' || section === 'payable';
  return sections.some(isOther) ? rows.filter((_, i) => !isOther(sections[i])) : rows;
}

/** The doubt that lines of another table are not read; none where there is none. `start` is the line of the first of `sections`, from 1. */
export function sectionDoubts(sections: readonly Section[], start: number): LedgerNote[] {
  return (['other_table', 'payable'] as const).flatMap((which) => {
    const first = sections.indexOf(which);
    if (first < 0) return [];
    const count = sections.filter((one) => one === which).length;
    const line = start + first;
    return [
      which === 'payable'
        ? note(
            'payables_below',
            `${line}行目から買掛金・支払の表が始まるため、${count}行を除きました。`,
            `A list of payables begins on line ${line}; its ${count} lines are left out.`,
            line,
          )
        : note(
            'other_table_below',
            `${line}行目から列の違う別の表が始まるため、${count}行を読んでいません。その表は分けて送ってください。`,
            `Another table with other columns begins on line ${line}; its ${count} lines are not read. Send it by itself.`,
            line,
          ),
    ];
  });
}
