// What stands in the columns of a table, as a witness beside their headings: figures, days, words, ages, running balances, and columns that
// say the same thing twice.

import { parseAgeLabel } from './buckets.ts';
import { amountOf, dayOf, textOf } from './figures.ts';

/** The cells of a table, row by row. */
export type CellTable = readonly (readonly unknown[])[];

/** How many cells of a column are filled, and how many of them are figures, days or ages. */
export interface ColumnProfile {
  readonly filled: number;
  readonly figures: number;
  readonly days: number;
  readonly ages: number;
  /** Ages with a range or an open end, which are no plain words. */
  readonly ranges: number;
}

/** Lines that are looked at for the profile of a column. */
const LOOKED_AT = 500;

/** What stands in a column. */
export function profileOf(rows: CellTable, index: number): ColumnProfile {
  let [filled, figures, days, ages, ranges] = [0, 0, 0, 0, 0];
  for (const row of rows.slice(0, LOOKED_AT)) {
    const cell = row[index];
    const text = textOf(cell);
    if (text === '') continue;
    filled++;
    if (amountOf(cell, 1, 'point') !== undefined || /^[^\p{L}]*\d[\d,.' ]*\D{0,4}$/u.test(text)) figures++;
    if (typeof cell === 'string' && (dayOf(cell, 'mdy') ?? dayOf(cell, 'dmy') ?? dayOf(cell, 'ymd')) !== undefined)
      days++;
    const age = typeof cell === 'string' ? parseAgeLabel(text) : undefined;
    if (age !== undefined) ages++;
    if (age !== undefined && (age.kind === 'range' || age.kind === 'from')) ranges++;
  }
  return { filled, figures, days, ages, ranges };
}

/** A figure below this is rather a number or a count than an amount in yen, where no word says what it is. */
export const MONEY_LEAST = 1000n;

/** The value of a cell as a whole number, zero for an empty one; undefined for other cells. */
export const wholeOf = (cell: unknown): bigint | undefined => {
  const text = textOf(cell) === '' ? '0' : amountOf(cell, 1, 'point');
  return text === undefined ? undefined : BigInt(text);
};

/**
 * Whether a column is the running balance of what other columns add and take away: every value is the one before plus the movement of
 * its line, or begins anew with a movement. At least one value must really run on.
 */
export function isRunning(rows: CellTable, balance: number, plus: number, minus: number | undefined): boolean {
  let [before, runs] = [0n, 0];
  for (const row of rows) {
    // Headings and names of groups stand among the lines of a ledger.
    if (!/\d/.test(textOf(row[balance]))) continue;
    if (textOf(row[plus]) + (minus === undefined ? '' : textOf(row[minus])) === '') {
      // A line without a movement states where the balance stands.
      before = wholeOf(row[balance]) ?? before;
      continue;
    }
    const [now, more, less] = [
      wholeOf(row[balance]),
      wholeOf(row[plus]),
      minus === undefined ? 0n : wholeOf(row[minus]),
    ];
    if (now === undefined || more === undefined || less === undefined) return false;
    if (now === before + more - less && before !== 0n && now !== 0n) runs++;
    else if (now !== before + more - less && now !== more - less) return false;
    before = now;
  }
  return runs > 0;
}

/** Whether two columns hold the same figures, at least one of them not zero. */
export function isSameColumn(rows: CellTable, one: number, other: number): boolean {
  let seen = false;
  for (const row of rows) {
    const [a, b] = [wholeOf(row[one]), wholeOf(row[other])];
    if (a !== b || a === undefined) return false;
    if (a !== 0n) seen = true;
  }
  return seen;
}

/** Whether one column is another one with a third added on every line, such as a total with its tax. */
export function isSumOf(rows: CellTable, total: number, part: number, more: number): boolean {
  let seen = false;
  for (const row of rows) {
    const [a, b, c] = [wholeOf(row[total]), wholeOf(row[part]), wholeOf(row[more])];
    if (a === undefined || b === undefined || c === undefined || a !== b + c) return false;
    if (c !== 0n) seen = true;
  }
  return seen;
}
