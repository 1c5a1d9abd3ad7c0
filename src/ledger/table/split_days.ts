// Puts together days that a form splits over columns: 年, 月 and 日 under a heading of their own, or Due Year, Due Month and Due Day.

import { textOf } from '../cells/figures.ts';
import type { LineCells } from './line_states.ts';

/** Lines among which such headings are looked for. */
const DAYS_SEARCHED = 30;
const ENDINGS: readonly (readonly [year: RegExp, month: RegExp, day: RegExp, whole: string])[] = [
  [/^(.{0,10})年$/, /^(.{0,10})月$/, /^(.{0,10})日$/, '日'],
  [/^(.{0,20}?)\s*year$/i, /^(.{0,20}?)\s*month$/i, /^(.{0,20}?)\s*day$/i, ' date'],
];

/** The heading of a day whose year, month and day stand in columns from a place on; undefined for other columns. */
function dayHeaded(row: LineCells, at: number): string | undefined {
  const texts = [0, 1, 2].map((i) => textOf(row[at + i]));
  for (const [year, month, day, whole] of ENDINGS) {
    const words = [year, month, day].map((pattern, i) => pattern.exec(texts[i] ?? '')?.[1]);
    const [word] = words;
    if (word !== undefined && words.every((one) => one === word)) return word === '' ? '' : `${word}${whole}`;
  }
  return undefined;
}

/** The cells of a table with the days of such columns in the first of them. Other tables are unchanged. */
export function joinedDays(cells: readonly LineCells[]): readonly LineCells[] {
  for (const [line, row] of cells.slice(0, DAYS_SEARCHED).entries()) {
    const places = new Map<number, string>();
    for (let at = 0; at + 2 < row.length; at++) {
      const heading = dayHeaded(row, at);
      // Bare words need a heading above that says which day it is.
      const over = heading === '' ? textOf(cells[line - 1]?.[at]) : heading;
      if (heading !== undefined && over) places.set(at, heading);
    }
    if (places.size > 0) return cells.map((one, i) => (i < line ? one : withDays(one, places, i === line)));
  }
  return cells;
}

/** A line with its days in the first of their columns each; the line of headings with its words there. */
function withDays(row: LineCells, places: ReadonlyMap<number, string>, isHeading: boolean): LineCells {
  const joined = [...row];
  for (const [at, heading] of places) {
    const [year = '', month = '', day = ''] = [0, 1, 2].map((i) => textOf(row[at + i]));
    const isDay = /^\d{2,4}$/.test(year) && /^\d{1,2}$/.test(month) && /^\d{1,2}$/.test(day);
    if (!isHeading && !isDay) continue;
    joined[at] = isHeading ? heading : `${year}/${month}/${day}`;
    joined[at + 1] = '';
    joined[at + 2] = '';
  }
  return joined;
}
