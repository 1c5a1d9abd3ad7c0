// Reads amounts and days as accounting systems write them: units, SAP's trailing minus and decimal comma, days with the month in front.
// Amounts stay decimal text: a unit multiplies them exactly, without floating point. What is unclear stays as it was written, so that the
// evaluation refuses it with its own message.

import { readDay } from '../fields/day.ts';
import { readInteger, readSignedAmount } from '../fields/number.ts';
import { type Day, isDay, isoDay } from '../values/day.ts';

/** Which mark stands before the decimals of the numbers of a column. */
export type NumberStyle = 'point' | 'comma';
/** Whether month or day comes first in the days of a column, where the year comes last. */
export type DateOrder = 'mdy' | 'dmy';

/** A cell as text without spaces around it; empty for an empty cell and for anything that is not a text, number or truth value. */
export const textOf = (cell: unknown): string =>
  typeof cell === 'string' ? cell.trim() : typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';

/** Most characters of a figure. */
const FIGURE_LENGTH_MAX = 80;

/** A cell in half-width forms; empty for a text that is too long for a figure, whatever it begins with. */
const narrow = (cell: unknown): string => {
  const text = textOf(cell);
  return text.length > FIGURE_LENGTH_MAX ? '' : text.normalize('NFKC').trim();
};

const COMMA_FORCED = /\d\.\d{3}(?:\.\d{3})*,\d{1,2}(?!\d)|\d\.\d{3}\.\d{3}(?![\d,.])|^\D*\d+,\d{1,2}\D*$/;
const POINT_FORCED = /\d,\d{3}(?:,\d{3})*\.\d{1,2}(?!\d)|\d,\d{3}(?![\d.,])|^\D*\d+\.\d{1,2}\D*$/;

/**
 * Whether a column writes 1.234,00 (comma) or 1,234.00 (point): comma only when some value forces it and none denies it. A group of
 * three after a comma denies it, because decimals of money are at most two.
 */
export function numberStyle(column: readonly unknown[]): NumberStyle {
  let comma = false;
  for (const cell of column) {
    if (typeof cell !== 'string' || !/[,.，．]/.test(cell)) continue;
    const text = narrow(cell);
    if (POINT_FORCED.test(text)) return 'point';
    if (COMMA_FORCED.test(text)) comma = true;
  }
  return comma ? 'comma' : 'point';
}

/** Decimal text times a whole number, exactly, without trailing zeros. */
export function multiplied(decimal: string, unit: number): string {
  const negative = decimal.startsWith('-');
  const [whole = '0', decimals = ''] = decimal.replace('-', '').split('.');
  const digits = (BigInt(whole + decimals) * BigInt(unit)).toString().padStart(decimals.length + 1, '0');
  const at = digits.length - decimals.length;
  const fraction = digits.slice(at).replace(/0+$/, '');
  const value = `${digits.slice(0, at)}${fraction === '' ? '' : `.${fraction}`}`;
  return negative && value !== '0' ? `-${value}` : value;
}

const UNIT_IN_CELL: readonly (readonly [end: RegExp, unit: number])[] = [
  [/百万円$/, 1_000_000],
  [/千円$/, 1000],
  [/^[^\d]*[¥\\]|円$|^jpy|jpy$/i, 1],
];

/** The unit that a cell itself states: 1 for yen, 1000 or 1000000; undefined where it states none. */
export const unitInCell = (cell: unknown): number | undefined =>
  typeof cell !== 'string' || !/[円¥￥\\yｙＹ]/i.test(cell)
    ? undefined
    : UNIT_IN_CELL.find(([end]) => end.test(narrow(cell)))?.[1];

/** An amount in whole units of currency as decimal text; undefined for a cell that is none. A unit in the cell goes before `unit`. */
export function amountOf(cell: unknown, unit: number, style: NumberStyle): string | undefined {
  let text = narrow(cell);
  const own = unitInCell(cell);
  text = text.replace(/(百万|千)円$/, '');
  // A point before any digit can only be that of decimals.
  const isPoint = /^[^\d,.]*\.\d/.test(text);
  if (style === 'comma' && typeof cell === 'string' && !isPoint)
    text = text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
  // The decimals are set aside, because amounts are read whole.
  const parts = /^([^.]*)\.(\d{1,20})([^.\d]*)$/.exec(text);
  const [, head = text, decimals = '', tail = ''] = parts ?? [];
  const read = readSignedAmount(`${/\d/.test(head) || parts === null ? head : `${head}0`}${tail}`);
  if (!read.ok) return undefined;
  // A minus before a zero is lost by the reader, but -0.5 is negative.
  const negative = read.value.startsWith('-') || (read.value === '0' && /[-−▲△(]/.test(text));
  const value = multiplied(`${negative ? '-' : ''}${read.value.replace('-', '')}.${decimals}`, own ?? unit);
  return value.includes('.') ? undefined : value;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The month of an English name or its first three letters, 1 to 12; undefined for another word. */
export function monthNamed(name: string): number | undefined {
  const index = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return index < 0 ? undefined : index + 1;
}

/** The text of a day without a time of day and without a weekday. */
const withoutTime = (text: string): string =>
  text
    .replace(/\s*\((?:[日月火水木金土]|[a-z]{3})\)$/i, '')
    .replace(/(?<=\d)(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.0+)?)?(?:\s*[AP]M)?$/i, '')
    .replace(/(?<=\d)T00:00:00(?:\.0+)?Z$/, '');

const existingDay = (year: string, month: number, day: string): Day | undefined => {
  const text = isoDay(Number(year), month, Number(day));
  return isDay(text) ? text : undefined;
};

/** The parts of a day such as 3/31/2026 or 31.03.2026, where the year comes last. */
function yearLast(cell: unknown): { first: string; second: string; year: string } | undefined {
  const [, first, , second, year] = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(withoutTime(narrow(cell))) ?? [];
  return first === undefined || second === undefined || year === undefined ? undefined : { first, second, year };
}

/** The order of the days of a column: forced by a part above 12, `open` where no value forces it, `mixed` where values contradict. */
export function dateOrder(column: readonly unknown[]): { order: DateOrder | undefined; open: boolean; mixed: boolean } {
  let [mdy, dmy, open] = [false, false, false];
  for (const cell of column) {
    const parts = yearLast(cell);
    if (parts === undefined) continue;
    if (Number(parts.first) > 12) dmy = true;
    else if (Number(parts.second) > 12) mdy = true;
    else if (Number(parts.first) !== Number(parts.second)) open = true;
  }
  const order = mdy === dmy ? undefined : mdy ? 'mdy' : 'dmy';
  return { order, open: open && order === undefined, mixed: mdy && dmy };
}

/** Whether a cell writes a day with a year of two digits, which may be any of its three parts. */
export const isShortYear = (cell: unknown): boolean =>
  /^\d{1,2}([/.-])\d{1,2}\1\d{2}$/.test(withoutTime(narrow(cell))) ||
  /^\d{1,2}[- ][a-z]{3,9}[- ]\d{2}$/i.test(narrow(cell));

/** A day as accounting systems write it; undefined for a cell that is no day, or whose order is not known. */
export function dayOf(cell: unknown, order: DateOrder | undefined): Day | undefined {
  // A serial number of a spreadsheet has the time of day behind the point.
  const read = readDay(typeof cell === 'number' ? Math.floor(cell) : withoutTime(narrow(cell)));
  if (read.ok) return read.value;
  const text = withoutTime(narrow(cell));
  const parts = yearLast(cell);
  if (parts !== undefined) {
    const { first, second, year } = parts;
    const known = order ?? (Number(first) === Number(second) ? 'mdy' : undefined);
    if (known === undefined) return undefined;
    return known === 'mdy' ? existingDay(year, Number(first), second) : existingDay(year, Number(second), first);
  }
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i.exec(text);
  const dayFirst = /^(\d{1,2})[- ]([a-z]{3,9})\.?[-, ]+(\d{4})$/i.exec(text);
  const [name, day, year] =
    monthFirst !== null ? monthFirst.slice(1) : dayFirst !== null ? [dayFirst[2], dayFirst[1], dayFirst[3]] : [];
  if (name === undefined || day === undefined || year === undefined) return undefined;
  const month = monthNamed(name);
  return month === undefined ? undefined : existingDay(year, month, day);
}

/** Days overdue from 305, 305日 or "305 days overdue"; undefined for a cell that is no such number. */
export function overdueDaysOf(cell: unknown): number | undefined {
  const text = narrow(cell)
    .toLowerCase()
    .replace(/\s*(?:日|days?)?\s*(?:overdue|past due|late|超過|経過|延滞)?$/, '');
  const read = readInteger(text, { min: -3650, max: 36_500 });
  return read.ok ? read.value : undefined;
}
