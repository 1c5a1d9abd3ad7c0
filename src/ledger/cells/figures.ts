// Reads amounts and days as accounting systems write them: units, SAP's trailing minus and decimal comma, days with the month in front.
// Amounts stay decimal text: a unit multiplies them exactly, without floating point. What is unclear stays as it was written, so that the
// evaluation refuses it with its own message.

import { monthNamed, readDay } from '../../fields/day.ts';
import { readInteger, readSignedAmount } from '../../fields/number.ts';
import { addDays, type Day, isDay, isoDay, lastOfMonth, monthOf, yearOf } from '../../values/day.ts';

/** Which mark stands before the decimals of the numbers of a column. */
export type NumberStyle = 'point' | 'comma';
/** The order of the days of a column, where a year of four digits does not tell it. */
export type DateOrder = 'mdy' | 'dmy' | 'ymd';

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

const GROUPED_BY_POINTS = /^\D*[1-9]\d{0,2}(?:\.\d{3})+\D*$/;

/** Whether every figure of a column that has a point has groups of exactly three digits behind it: thousands, where nothing has thousandths. */
export function groupedByPoints(column: readonly unknown[]): boolean {
  let seen = false;
  for (const cell of column) {
    if (typeof cell !== 'string' || !/[.,]/.test(cell)) continue;
    const text = narrow(cell);
    if (!/\d/.test(text)) continue;
    if (!GROUPED_BY_POINTS.test(text)) return false;
    seen = true;
  }
  return seen;
}

/** A cell that holds nothing but a dash, as the accounting formats of spreadsheets write zero. */
const isDash = (text: string): boolean => /^[¥\\]?\s*[-–—―−ー‐─]{1,3}\s*円?$/.test(text);

const UNIT_IN_CELL: readonly (readonly [end: RegExp, unit: number])[] = [
  [/\d\s*億円?$/, 100_000_000],
  [/\d\s*百万円?$/, 1_000_000],
  [/\d\s*万円?$/, 10_000],
  [/\d\s*千円?$/, 1000],
  [/^[^\d]*[¥\\]|円[也整]?$|^jpy|jpy$/i, 1],
];

/** The unit that a cell itself states: 1 for yen, 1000, 10000, …; undefined where it states none. */
export const unitInCell = (cell: unknown): number | undefined =>
  typeof cell !== 'string' || !/[円千万億¥￥\\yｙＹ]/i.test(cell)
    ? undefined
    : UNIT_IN_CELL.find(([end]) => end.test(withoutTenThousands(narrow(cell))))?.[1];

/** Writes a figure of two units, of which the upper is ten thousand times the lower, in the lower alone; other figures are unchanged. */
const inLowerUnit =
  (upperUnit: string, parts: RegExp, lowerUnit: string) =>
  (text: string): string =>
    !text.includes(upperUnit)
      ? text
      : text.replace(parts, (whole, upper: string, lower: string) => {
          const digits = lower.replaceAll(',', '');
          return digits.length > 4 ? whole : `${upper.replaceAll(',', '')}${digits.padStart(4, '0')}${lowerUnit}`;
        });

/** A figure such as 1億2,000万円 in units of 万円. */
const withoutHundredMillions = inLowerUnit('億', /(\d[\d,]*)億\s*(\d[\d,]*)万/, '万');

/** A figure such as 3万5,000円 as yen. */
const withoutTenThousands = inLowerUnit('万', /(\d[\d,]*)万\s*(\d[\d,]*)円?$/, '円');

/** The side of an account written beside a figure: a credit is negative, a debit is not. */
const SIDE =
  /^[([]?(?:(cr|貸方?)|(?:dr|借方?))[)\]]?\.?\s*(?=[\d¥])|(?<=[\d)円])\s*[([]?(?:(cr|貸方?)|(?:dr|借方?))[)\]]?\.?$/i;

/** A figure without the words and marks beside it that the reader of amounts does not know, and whether they make it a credit. */
function plainFigure(text: string): { figure: string; credit: boolean } {
  const side = SIDE.exec(text);
  let figure = side === null ? text : text.replace(SIDE, '');
  figure = figure.replace(/^jp(?=¥)|(?<=\d)\s*yen$/gi, '');
  // A price may end in a comma or a point and a dash for no decimals, and a loss in its triangle.
  figure = figure.replace(/(?<=\d)[,.][-–—]{1,2}$/, '').replace(/^([^▲△]*\d)\s*[▲△]$/, '-$1');
  // The mark of a long vowel and dashes of all widths are typed for a minus.
  figure = figure.replace(/^([¥\\]?)\s*[ー―—‒]\s*(?=[¥\\\d])/, '-$1');
  figure = figure.replace(/(?<=\d)\s*(?:億|百万|千|万)円?$/, '');
  if (/^[^\d]*\d{1,3}(?:[ '’ʼ`]\d{3})+(?!\d)/.test(figure)) figure = figure.replace(/(?<=\d)[ '’ʼ`](?=\d{3})/g, '');
  return { figure: figure.trim(), credit: side?.[1] !== undefined || side?.[2] !== undefined };
}

/** Digits alone, or in groups of three: most figures of most tables. Nothing in them is left to be understood. */
const PLAIN_DIGITS = /^(?:0|[1-9]\d{0,12})$/;
const PLAIN_GROUPS = /^[1-9]\d{0,2}(?:,\d{3}){1,3}$/;

/** An amount in whole units of currency as decimal text; undefined for a cell that is none. A unit in the cell goes before `unit`. */
export function amountOf(cell: unknown, unit: number, style: NumberStyle): string | undefined {
  const plain = textOf(cell);
  if (PLAIN_DIGITS.test(plain)) return unit === 1 ? plain : multiplied(plain, unit);
  if (style === 'point' && PLAIN_GROUPS.test(plain)) {
    const digits = plain.replaceAll(',', '');
    return unit === 1 ? digits : multiplied(digits, unit);
  }
  const written = withoutTenThousands(withoutHundredMillions(narrow(cell)));
  if (isDash(written)) return '0';
  const own = unitInCell(written);
  const { figure, credit } = plainFigure(written);
  let text = figure;
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
  const negative = credit || read.value.startsWith('-') || (read.value === '0' && /[-−▲△(]/.test(text));
  const value = multiplied(`${negative ? '-' : ''}${read.value.replace('-', '')}.${decimals}`, own ?? unit);
  return value.includes('.') ? undefined : value;
}

/** Whether a cell holds a figure with a fraction that is not zero. */
export const hasFraction = (cell: unknown, style: NumberStyle): boolean => {
  const text = narrow(cell);
  const mark = style === 'comma' && typeof cell === 'string' ? ',' : '\\.';
  return new RegExp(`\\d${mark}\\d*[1-9]\\d*\\D*$`).test(text) && amountOf(cell, 1, style) === undefined;
};

/** The text of a day without a time of day and without a weekday. The day is that of the zone in which it is written. */
const withoutTime = (text: string): string =>
  text
    .replace(/\s*\((?:[日月火水木金土]|[a-z]{3})\)$/i, '')
    .replace(/^(?:sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}[,.]? (?=[a-z\d])/i, '')
    .replace(/(?<=\d[./-]) +(?=\d)/g, '')
    .replace(/(?<=\d)・(?=\d)/g, '.')
    .replace(/^令(?=[\d元])/, '令和')
    // A serial number of a spreadsheet may have kept its time of day.
    .replace(/^([2-6]\d{4})\.\d{1,15}$/, '$1')
    // Eight digits that went through a column of decimals.
    .replace(/^((?:19|20)\d{6})\.0+$/, '$1')
    .replace(/(?<=\d)(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:\s*[AP]M)?\s*(?:[+-]\d{2}:?\d{2})?$/i, '')
    // Until three in the afternoon in UTC it is the same day in Japan.
    .replace(/(?<=\d)[T ](?:0\d|1[0-4]):\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z$/, '');

/** The day of an instant in UTC that is midnight in Japan; undefined for other texts. */
function japaneseMidnight(text: string): Day | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})[T ]15:00(?::00(?:\.0+)?)?Z$/.exec(text)?.[1];
  return isDay(day) ? addDays(day, 1) : undefined;
}

const existingDay = (year: number, month: number, day: string): Day | undefined => {
  const text = isoDay(year, month, Number(day));
  return isDay(text) ? text : undefined;
};

/** The last day of a month written 2026年7月末, 令和8年7月末日, R8.7末 or 2026/7末; undefined for other texts. */
function endOfMonth(text: string): Day | undefined {
  const [, year, month] = /^((?:令和|[Rr])?\s?(?:\d{1,4}|元))[年/.-]\s?(\d{1,2})[月/]?末日?$/.exec(text) ?? [];
  if (year === undefined || month === undefined) return undefined;
  const first = readDay(`${year}${/^\d/.test(year) ? '-' : '.'}${month}${/^\d/.test(year) ? '-' : '.'}1`);
  if (!first.ok) return undefined;
  return lastOfMonth(yearOf(first.value), monthOf(first.value));
}

/** The three parts of a day such as 3/31/2026, 31.03.2026 or 26/07/31. */
interface DayParts {
  readonly parts: readonly [string, string, string];
  /** Whether its year has two digits, so that it may be any of the three. */
  readonly short: boolean;
}

function partsOf(cell: unknown): DayParts | undefined {
  // A day with its year in front, as most are, has no such parts.
  if (typeof cell === 'string' && /^\s*\d{4}/.test(cell)) return undefined;
  const [, first, , second, third] = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(withoutTime(narrow(cell))) ?? [];
  return first === undefined || second === undefined || third === undefined
    ? undefined
    : { parts: [first, second, third], short: third.length === 2 };
}

/** The day of three parts in an order; undefined where there is no such day. A year of two digits is one of this century. */
function orderedDay({ parts: [first, second, third], short }: DayParts, order: DateOrder): Day | undefined {
  if (order === 'ymd') return short ? existingDay(2000 + Number(first), Number(second), third) : undefined;
  const year = short ? 2000 + Number(third) : Number(third);
  return order === 'mdy' ? existingDay(year, Number(first), second) : existingDay(year, Number(second), first);
}

/** Years before and after today in which the days of an open list can lie. */
const PLAUSIBLE_YEARS = { before: 12, after: 2 };

/** The orders that fit every day of a column with years of two digits. `today` is a day near which they lie, where it is known. */
function fittingOrders(days: readonly DayParts[], today: Day | undefined): DateOrder[] {
  const orders: readonly DateOrder[] = ['ymd', 'mdy', 'dmy'];
  return orders.filter((order) =>
    days.every((day) => {
      const found = orderedDay(day, order);
      if (found === undefined || today === undefined) return found !== undefined;
      const years = yearOf(found) - yearOf(today);
      return years <= PLAUSIBLE_YEARS.after && years >= -PLAUSIBLE_YEARS.before;
    }),
  );
}

/** The order of the days of a column: forced by its values, `open` where no value forces it, `mixed` where values contradict. */
export function dateOrder(
  column: readonly unknown[],
  today?: Day,
): { order: DateOrder | undefined; open: boolean; mixed: boolean } {
  let [mdy, dmy, open] = [false, false, false];
  const short: DayParts[] = [];
  for (const cell of column) {
    const found = partsOf(cell);
    if (found === undefined) continue;
    const [first, second] = found.parts;
    if (found.short) short.push(found);
    else if (Number(first) > 12) dmy = true;
    else if (Number(second) > 12) mdy = true;
    else if (Number(first) !== Number(second)) open = true;
  }
  if (short.length > 0 && !mdy && !dmy && !open) {
    const [only, ...others] = fittingOrders(short, today);
    return { order: others.length === 0 ? only : undefined, open: others.length > 0, mixed: only === undefined };
  }
  const order = mdy === dmy ? undefined : mdy ? 'mdy' : 'dmy';
  return { order, open: open && order === undefined, mixed: mdy && dmy };
}

/** Whether a cell writes a day with a year of two digits, which may be any of its three parts. */
export const isShortYear = (cell: unknown): boolean => partsOf(cell)?.short === true;

/** A day with the name of its month that no request would write, such as 31-Mar-26 or 31/Mar/2026; undefined for other texts. */
function namedMonthDay(text: string): Day | undefined {
  const [, day, name, year] = /^(\d{1,2})(?:st|nd|rd|th)?[- /]?([a-z]{3,9})\.?[-, /]*(\d{4}|\d{2})$/i.exec(text) ?? [];
  if (name === undefined || day === undefined || year === undefined) return undefined;
  const month = monthNamed(name);
  return month === 0 ? undefined : existingDay(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
}

/** A day as accounting systems write it; undefined for a cell that is no day, or whose order is not known. */
export function dayOf(cell: unknown, order: DateOrder | undefined): Day | undefined {
  const written = narrow(cell);
  // A serial number of a spreadsheet has the time of day behind the point.
  const read = readDay(typeof cell === 'number' ? Math.floor(cell) : withoutTime(written));
  if (read.ok) return read.value;
  const parts = partsOf(cell);
  if (parts === undefined)
    return japaneseMidnight(written) ?? endOfMonth(written.replaceAll(' ', '')) ?? namedMonthDay(withoutTime(written));
  const [first, second] = parts.parts;
  const known = order ?? (!parts.short && Number(first) === Number(second) ? 'mdy' : undefined);
  return known === undefined ? undefined : orderedDay(parts, known);
}

/** A day whose year may stand behind its month and day, in whichever order these are; undefined for a cell that is no such day. */
export const yearLastDay = (cell: unknown): Day | undefined => dayOf(cell, 'mdy') ?? dayOf(cell, 'dmy');

/** Days overdue from 305, 305日 or "305 days overdue"; undefined for a cell that is no such number. */
export function overdueDaysOf(cell: unknown): number | undefined {
  const text = narrow(cell)
    .toLowerCase()
    .replace(/\s*(?:日|d|days?)?\s*(?:overdue|past due|late|超過|経過|延滞)?$/, '');
  const read = readInteger(text, { min: -3650, max: 36_500 });
  return read.ok ? read.value : undefined;
}

/** Whether a cell says no more than that it is the same as the one above. */
export const isDitto = (cell: unknown): boolean => /^(?:〃|々|同上|"|''|ditto|do\.|same)$/i.test(textOf(cell));

/** Whether a cell holds an error of a spreadsheet, such as #N/A. */
export const isErrorValue = (cell: unknown): boolean =>
  typeof cell === 'string' && /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/i.test(cell.trim());
