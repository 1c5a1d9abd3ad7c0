// Puts together names that a list splits over columns: 姓 and 名, First Name and Last Name. Apart, people of one family would be one debtor.

import { textOf } from '../cells/figures.ts';
import { headingOf } from '../headings/header.ts';
import type { LineCells } from './line_states.ts';

/** Lines among which such headings are looked for. */
const NAMES_SEARCHED = 30;

/** Headings of the two parts of a name: what stands before them, and behind them in brackets, must agree. */
const NAME_PARTS: readonly (readonly [family: RegExp, given: RegExp])[] = [
  [/^(.{0,10})[氏姓]([(（].{1,10}[)）])?$/, /^(.{0,10})名([(（].{1,10}[)）])?$/],
  [
    /^(.{0,20}?)(?:last[ _]?name|surname|family[ _]?name)()$/i,
    /^(.{0,20}?)(?:first[ _]?name|given[ _]?name|forename)()$/i,
  ],
];
/** The places of the parts of a name and the heading that both have together. */
interface NameParts {
  readonly family: number;
  readonly given: number;
  readonly heading: string;
  readonly isJapanese: boolean;
}

/** The first name that a line of headings splits; undefined where it splits none. */
function splitNameIn(row: LineCells): NameParts | undefined {
  const texts = row.map(textOf);
  // Beside a company or a whole name, they say whom to call there.
  if (texts.some((text, i) => headingOf(text, i, undefined).meaning?.role === 'debtor_name')) return undefined;
  for (const [which, [family, given]] of NAME_PARTS.entries())
    for (const [at, text] of texts.entries()) {
      const [whole, before = '', behind = ''] = family.exec(text) ?? [];
      if (whole === undefined) continue;
      const other = texts.findIndex((one) => {
        const [found, start = '', end = ''] = given.exec(one) ?? [];
        return found !== undefined && start === before && end === behind;
      });
      if (other < 0) continue;
      const isJapanese = which === 0;
      return { family: at, given: other, heading: `${before}${isJapanese ? '氏名' : 'Name'}${behind}`, isJapanese };
    }
  return undefined;
}

/** The cells of a table with names in one column whose parts stand in two. Other tables are unchanged. */
export function joinedNames(cells: readonly LineCells[]): readonly LineCells[] {
  for (const [line, row] of cells.slice(0, NAMES_SEARCHED).entries()) {
    const parts = row.length < 3 ? undefined : splitNameIn(row);
    if (parts !== undefined) return cells.map((one, i) => (i < line ? one : withName(one, parts, i === line)));
  }
  return cells;
}

/** A line with the name in the first of its columns; the line of headings with its heading there. */
function withName(row: LineCells, { family, given, heading, isJapanese }: NameParts, isHeading: boolean): LineCells {
  const [surname, first] = [textOf(row[family]), textOf(row[given])];
  if (!isHeading && surname === '' && first === '') return row;
  const joined = [...row];
  const name = (isJapanese ? [surname, first] : [first, surname]).filter(Boolean).join(' ');
  joined[Math.min(family, given)] = isHeading ? heading : name;
  joined[Math.max(family, given)] = '';
  return joined;
}
