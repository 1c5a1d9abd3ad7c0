// What stands in the columns of a table, as a witness beside their headings: figures, days, words, ages, running balances, and columns that
// say the same thing twice.

import { parseAgeLabel } from './buckets.ts';
import { amountOf, dayOf, textOf, yearLastDay } from './figures.ts';

/** The cells of a table, row by row. */
export type CellTable = readonly (readonly unknown[])[];

/** How many cells of a column are filled, and how many of them are figures, days or ages. */
export interface ColumnProfile {
  readonly filled: number;
  readonly figures: number;
  readonly days: number;
  readonly ages: number;
  /** Plain figures that may be days: serial numbers of a spreadsheet and days of eight digits. */
  readonly serials: number;
  /** Ages with a range or an open end, which are no plain words. */
  readonly ranges: number;
}

/** Lines that are looked at for the profile of a column. */
const LOOKED_AT = 500;

/** What stands in a column. */
export function profileOf(rows: CellTable, index: number): ColumnProfile {
  let [filled, figures, days, serials, ages, ranges] = [0, 0, 0, 0, 0, 0];
  for (const row of rows.slice(0, LOOKED_AT)) {
    const cell = row[index];
    const text = textOf(cell);
    if (text === '') continue;
    filled++;
    if (amountOf(cell, 1, 'point') !== undefined || /^[^\p{L}]*\d[\d,.' ]*\D{0,4}$/u.test(text)) figures++;
    // Digits alone are no age, and a day only as a serial number or with all its eight digits.
    const isPlain = /^\d+$/.test(text);
    const isDay =
      typeof cell === 'string' &&
      (isPlain
        ? (text.length === 5 || text.length === 8) && dayOf(cell, 'ymd') !== undefined
        : (yearLastDay(cell) ?? dayOf(cell, 'ymd')) !== undefined);
    if (isDay && isPlain) serials++;
    else if (isDay) days++;
    const age = typeof cell === 'string' && !isPlain ? parseAgeLabel(text) : undefined;
    if (age !== undefined || text === '0') ages++;
    if (age !== undefined && (age.kind === 'range' || age.kind === 'from')) ranges++;
  }
  return { filled, figures, days, serials, ages, ranges };
}

/** A figure below this is rather a number or a count than an amount in yen, where no word says what it is. */
export const MONEY_LEAST = 1000n;

/** The value of a cell as a whole number, zero for an empty one; undefined for other cells. */
export const wholeOf = (cell: unknown): bigint | undefined => {
  const text = textOf(cell) === '' ? '0' : amountOf(cell, 1, 'point');
  return text === undefined ? undefined : BigInt(text);
};

/** Whether a column holds a figure other than zero. */
export const hasMoney = ({ index }: { readonly index: number }, rows: CellTable): boolean =>
  rows.some((row) => /[1-9]/.test(textOf(row[index])) && (wholeOf(row[index]) ?? 0n) !== 0n);

/** What a column adds or takes away, by the places of the lines on which it holds something; undefined where that is no figure. */
type Movements = ReadonlyMap<number, bigint | undefined>;

/**
 * Answers whether a column is the running balance of what one of some columns adds and one of others takes away, or nothing: every value is
 * the one before plus the movement of its line, or begins anew with a movement. At least one value must really run on. Each column is read
 * once for all pairs, of which a wide table has thousands: those alone are looked at whose first line fits.
 */
export function runningBalance(
  rows: CellTable,
  balance: number,
): (plus: readonly number[], minus: readonly (number | undefined)[]) => boolean {
  // Headings and names of groups stand among the lines of a ledger.
  const lines = rows.filter((row) => /\d/.test(textOf(row[balance])));
  const standing: { readonly before: bigint; readonly now: bigint | undefined }[] = [];
  let last = 0n;
  for (const row of lines) {
    const now = wholeOf(row[balance]);
    standing.push({ before: last, now });
    last = now ?? last;
  }
  const known = new Map<number, Movements>();
  const movementsOf = (column: number): Movements => {
    let found = known.get(column);
    if (found === undefined) {
      const filled = lines.flatMap((row, at) =>
        textOf(row[column]) === '' ? [] : [[at, wholeOf(row[column])] as const],
      );
      found = new Map(filled);
      known.set(column, found);
    }
    return found;
  };
  const runsOn = (added: Movements, taken: Movements): boolean => {
    let runs = false;
    const isKept = (at: number, more: bigint | undefined, less: bigint | undefined): boolean => {
      const line = standing[at];
      if (line?.now === undefined || more === undefined || less === undefined) return false;
      const { before, now } = line;
      const after = before + more - less;
      if (now === after && before !== 0n && (now !== 0n || (more === 0n && less > 0n))) runs = true;
      return now === after || now === more - less;
    };
    for (const [at, more] of added) if (!isKept(at, more, taken.has(at) ? taken.get(at) : 0n)) return false;
    for (const [at, less] of taken) if (!added.has(at) && !isKept(at, 0n, less)) return false;
    return runs;
  };
  const [top = []] = lines;
  const first = standing[0]?.now;
  const isSilent = (column: number | undefined): boolean => column === undefined || textOf(top[column]) === '';
  const none: Movements = new Map();
  return (plus, minus) => {
    // Whole columns are read only where the first line fits; one that holds nothing there moves nothing.
    const byFirst = new Map<bigint | undefined, (number | undefined)[]>();
    for (const column of minus) {
      const less = column === undefined ? 0n : wholeOf(top[column]);
      const alike = byFirst.get(less);
      if (alike === undefined) byFirst.set(less, [column]);
      else alike.push(column);
    }
    return plus.some((column) => {
      const more = wholeOf(top[column]);
      if (first === undefined || more === undefined) return false;
      const silent = isSilent(column) ? (byFirst.get(0n) ?? []).filter(isSilent) : [];
      const fitting = [...(byFirst.get(more - first) ?? []), ...silent];
      return fitting.some((one) => runsOn(movementsOf(column), one === undefined ? none : movementsOf(one)));
    });
  };
}

/** A line with the one above it. */
type LinePair = readonly [above: CellTable[number], row: CellTable[number]];

/** The lines with the same names as the one above, each with that one. `names` are the places of the columns that name debtors. */
export function linePairs(lines: CellTable, names: readonly number[]): LinePair[] {
  const namesOf = (row: CellTable[number]): string => names.map((index) => textOf(row[index])).join('\t');
  return lines.flatMap((row, i): LinePair[] => {
    const above = lines[i - 1];
    return above === undefined || namesOf(above) !== namesOf(row) ? [] : [[above, row]];
  });
}

/**
 * Whether a balance falls from line to line by what another column holds, as in a plan of instalments. `pairs` are the lines of one debtor,
 * each with the one above; at least two of them must fall.
 */
export function isFalling(pairs: readonly LinePair[], balance: number, by: number): boolean {
  const falls = ([above, row]: LinePair): boolean => {
    const [before, now, here, there] = [above[balance], row[balance], row[by], above[by]].map(wholeOf);
    if (before === undefined || now === undefined || now >= before) return false;
    return (before - now === here || before - now === there) && now !== here;
  };
  return pairs.length > 1 && pairs.every(falls);
}

/**
 * Whether a balance is, line after line, the one above less what was paid, as in a plan of instalments of which some are paid. `pairs` are
 * the lines of one debtor, each with the one above. Equal bills of which the last is paid in part look so, too; behind a payment they do not.
 */
export function isPaidDown(pairs: readonly LinePair[], balance: number, paid: number): boolean {
  let isBehind = false;
  for (const [above, row] of pairs) {
    const [before, now, less, earlier] = [above[balance], row[balance], row[paid], above[paid]].map(wholeOf);
    if (before === undefined || now === undefined || before - now !== less) return false;
    if (earlier !== undefined && earlier > 0n) isBehind = true;
  }
  return pairs.length > 1 && isBehind;
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

/** Whether a balance becomes another one on every line by what is added and paid there, and a different one on some. */
export function isMovedOn(
  lines: CellTable,
  columns: readonly [before: number, more: number, less: number, after: number],
): boolean {
  let isMoved = false;
  for (const row of lines) {
    const [before, more = 0n, less = 0n, after] = columns.map((index) => wholeOf(row[index]));
    if (before === undefined || after === undefined || before + more - less !== after) return false;
    if (more !== 0n && less !== 0n) isMoved = true;
  }
  return isMoved;
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
