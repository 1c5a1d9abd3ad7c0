// Finds where another table begins below the first one, in the same sheet or file: headings of other columns, or the title of a list of
// payables. Its lines are not read under headings that are not theirs.

import { amountOf, textOf } from './figures.ts';
import { type LedgerNote, note } from './found.ts';
import { type Header, type Heading, headingOf } from './header.ts';
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
  if (filled.length < HEADINGS_MIN) return undefined;
  if (filled.some(({ cell }) => typeof cell !== 'string' || amountOf(cell, 1, 'point') !== undefined)) return undefined;
  const found = filled.map(({ cell, index }) => headingOf(cell, index, undefined));
  const known = found.filter(({ by }) => by !== null).length;
  return known >= HEADINGS_MIN && known * 3 >= found.length * 2 ? found : undefined;
}

/** A line without the mark of a quotation before its first cell. */
const withoutMark = (row: readonly unknown[]): readonly unknown[] =>
  row.map((cell, i) => (i === 0 && typeof cell === 'string' ? cell.replace(/^[>\s]+/, '') : cell));

/** What a heading is read as, to compare two lines of headings. */
const readAs = ({ field, bucket, meaning, folded }: Heading): string => field ?? bucket ?? meaning?.role ?? folded;

/** Whether headings are those of the table again, as on its next page. */
const areOwn = (found: readonly Heading[], { headings, preset }: Header): boolean =>
  found.every((heading) => {
    // A word that says nothing, such as the number of a page, may change.
    if (heading.by === null) return true;
    const own = headings[heading.index];
    if (own === undefined) return false;
    return own.folded === heading.folded || readAs(headingOf(heading.text, heading.index, preset)) === readAs(own);
  });

/** Whether a text is a sentence or a note below a list, and no title. */
const isRemark = (text: string): boolean => text.length > 30 || /^[※*＊(（]|^(?:注|備考|note)|。$/i.test(text);

/** What each line below the headings belongs to. */
export function sectionsOf(rows: readonly (readonly unknown[])[], header: Header): readonly Section[] {
  let now: OtherTable | undefined;
  return rows.map((row): Section => {
    const first = row.map(textOf).filter((text) => text !== '');
    const [title] = first;
    if (first.length === 1 && title !== undefined) {
      if (isPayablesTitle(title) && !isRemark(title)) now = 'payable';
      else if (isReceivablesTitle(title)) now = undefined;
      return now;
    }
    // What a mail quotes below its own list is an older one.
    const isQuoted = title?.startsWith('>') === true && headingsIn(withoutMark(row)) !== undefined;
    if (isQuoted) now = 'other_table';
    const found = first.length < HEADINGS_MIN || isQuoted ? undefined : headingsIn(row);
    if (found === undefined) return now;
    const creditor =
      found.some(({ text }) => namesCreditor(text)) && !header.headings.some(({ text }) => namesCreditor(text));
    if (creditor) now = 'payable';
    else if (!areOwn(found, header)) now = 'other_table';
    else if (now === 'other_table') now = undefined;
    return now ?? 'headings';
  });
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
