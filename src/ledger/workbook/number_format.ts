// What the number format of a cell says about its value: a day, a figure in thousands, a code with leading zeros, a currency.

import { addDays, type Day } from '../../values/day.ts';

/** How a cell is shown, as far as it changes what its number means. */
export interface NumberFormat {
  readonly isDay: boolean;
  /** Powers of a thousand by which the shown figure is smaller than what the cell holds. */
  readonly thousands: number;
  /** Digits of a code with leading zeros; 0 for other formats. */
  readonly zeros: number;
  /** The unit written behind the figure, such as 千円, where the figure itself is not scaled; empty without one. */
  readonly unit: string;
  /** Whether it is struck through. */
  readonly struck?: boolean;
  /** The sign of a currency other than yen; empty without one. */
  readonly currency: string;
}

const PLAIN_FORMAT: NumberFormat = { isDay: false, thousands: 0, zeros: 0, unit: '', currency: '' };
const DAY_FORMAT: NumberFormat = { ...PLAIN_FORMAT, isDay: true };

/** Built-in formats that show a day, those of East Asian editions included. */
const isBuiltInDay = (id: number): boolean =>
  (id >= 14 && id <= 17) ||
  id === 22 ||
  (id >= 27 && id <= 31) ||
  id === 34 ||
  id === 35 ||
  id === 36 ||
  (id >= 50 && id <= 58);

/** The sign of a currency in a format: [$€-407], "US$" or a bare $; empty for yen and where there is none. */
function currencyOf(code: string): string {
  const sign =
    /\[\$([^\]-]+)(?:-[^\]]*)?\]/.exec(code)?.[1] ??
    /"([^"]*[$€£₩฿₹]|USD|EUR|GBP|CNY)\s*"/.exec(code)?.[1] ??
    /(?<!\[)[$€£₩฿₹]/.exec(code)?.[0] ??
    '';
  return /^(?:[¥￥円]|JPY)?$/.test(sign.trim()) ? '' : sign.trim();
}

/** What a format says, by its number and, where it is one of the workbook's own, its code. */
export function formatOfCell(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return isBuiltInDay(id) ? DAY_FORMAT : PLAIN_FORMAT;
  const bare = code
    .slice(0, 255)
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general/gi, '')
    .replace(/E[+-]/g, '');
  const isTimeOnly = /[hs]/i.test(bare) && !/[yde]/i.test(bare);
  if (/[ymdge]/i.test(bare) && !isTimeOnly && !/[0#?]/.test(bare.replace(/[ymdhsge].*$/i, ''))) return DAY_FORMAT;
  const [positive = ''] = bare.split(';');
  const thousands = /[0#?](,+)(?:\.|[^0#?,.]*$)/.exec(positive)?.[1]?.length ?? 0;
  return {
    isDay: false,
    thousands,
    unit: thousands > 0 ? '' : (/(?:千|万|百万|億)円/.exec(code.replaceAll('\\', ''))?.[0] ?? ''),
    zeros: /^0{2,}$/.test(positive.trim()) ? positive.trim().length : 0,
    currency: currencyOf(code),
  };
}

/** Day 0 of the two date systems of workbooks. */
const SERIAL_ZEROS = { 1900: '1899-12-30' as Day, 1904: '1904-01-01' as Day };
const LAST_SERIAL = 2_958_465;

/** The number of a cell as its format shows it: a day in ISO text, a code, a figure with its currency, or the number. */
export function shownValue(text: string, format: NumberFormat, system: keyof typeof SERIAL_ZEROS): string | number {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return text;
  if (format.isDay && value >= 1 && value <= LAST_SERIAL) return addDays(SERIAL_ZEROS[system], Math.floor(value));
  // What is computed in binary is off in its 16th digit.
  const exact = Number(value.toPrecision(15));
  if (format.zeros > 0 && Number.isSafeInteger(exact) && exact >= 0) return String(exact).padStart(format.zeros, '0');
  // Shown in thousands, a figure is what its cell holds whether or not the table says so.
  if (format.thousands > 0 && format.currency === '') return `${exact}円`;
  if (format.unit !== '') return `${exact}${format.unit}`;
  return format.currency === '' ? exact : `${format.currency}${exact}`;
}
