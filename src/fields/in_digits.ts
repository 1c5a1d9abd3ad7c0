// Writes numbers as digits that people write with words: amounts in 万円 or in millions, groups of three apart by spaces, counts with what
// they count. Only what can mean one thing is rewritten; the readers of numbers refuse the rest.

import { TEXT_MAX } from './reading.ts';

/** Units of an amount by their powers of ten, the longer words first. */
const UNIT_POWERS: Readonly<Record<string, number>> = { 億: 8, 千万: 7, 百万: 6, 十万: 5, 万: 4, 千: 3, 百: 2 };

const FIGURE = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?';
/** A figure with the unit behind it. */
const FIGURE_IN_UNIT = new RegExp(`(${FIGURE})\\s*(${Object.keys(UNIT_POWERS).join('|')})?\\s*`, 'y');
/** What may stand around an amount: the marks of its currency and its sign, and what closes a sum. */
const MARKED_AMOUNT = /^((?:[-−▲△+(¥\\金\s]|jpy)*)(\d.*?)(円|yen|jpy)?([)也整-]?)$/i;

const WORD_POWERS: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9 };
const ENGLISH_AMOUNT = new RegExp(`^(${FIGURE})\\s*(${Object.keys(WORD_POWERS).join('|')})s?\\s*$`, 'i');

/** Groups of three apart by spaces or apostrophes, or by two points or more, one of which cannot be that of decimals. */
const SPACED = /^\d{1,3}(?:[ \u00a0'’]\d{3})+\s*$/;
const POINTED = /^\d{1,3}(?:\.\d{3}){2,}\s*$/;

/** A figure times a power of ten as decimal text. */
function raised(figure: string, power: number): string {
  const [whole = '', decimals = ''] = figure.replaceAll(',', '').split('.');
  const digits = decimals.padEnd(power, '0');
  const rest = digits.slice(power).replace(/0+$/, '');
  return `${whole}${digits.slice(0, power)}${rest === '' ? '' : `.${rest}`}`;
}

/** The sum of figures in units that become smaller: 1億2,500万, 125万5,000, 125.5万; undefined for any other text. */
function inUnits(body: string): string | undefined {
  let sum: string | undefined;
  let above = Number.POSITIVE_INFINITY;
  FIGURE_IN_UNIT.lastIndex = 0;
  while (FIGURE_IN_UNIT.lastIndex < body.length) {
    const [part, figure = '', unit = ''] = FIGURE_IN_UNIT.exec(body) ?? [];
    const power = unit === '' ? 0 : (UNIT_POWERS[unit] ?? 0);
    if (part === undefined || power >= above || (unit === '' && sum === undefined)) return undefined;
    const isAlone = FIGURE_IN_UNIT.lastIndex === part.length && FIGURE_IN_UNIT.lastIndex === body.length;
    if (figure.includes('.') && !isAlone) return undefined;
    const own = raised(figure, power);
    // 1億25,000万 is written by nobody who means one amount.
    if (own.length > above) return undefined;
    sum = sum === undefined ? own : String(BigInt(sum) + BigInt(own));
    above = power;
  }
  return sum;
}

/** An amount in digits where it is written in units, in English words or in spaced groups; any other value is unchanged. */
export function amountInDigits(value: unknown): unknown {
  if (typeof value !== 'string' || value.length > TEXT_MAX) return value;
  const [, before = '', body = '', currency = '', after = ''] =
    MARKED_AMOUNT.exec(value.normalize('NFKC').trim()) ?? [];
  if (body === '') return value;
  const [, figure = '', word = ''] = ENGLISH_AMOUNT.exec(body) ?? [];
  const digits =
    figure !== ''
      ? raised(figure, WORD_POWERS[word.toLowerCase()] ?? 0)
      : SPACED.test(body) || POINTED.test(body)
        ? body.replaceAll(/\D/g, '')
        : (inUnits(body) ?? (/yen/i.test(currency) ? body.trim() : undefined));
  return digits === undefined ? value : `${before}${digits}${/yen/i.test(currency) ? '円' : currency}${after}`;
}

/** What a field counts, and how people write it behind the count. */
const COUNTERS = {
  days: /(?<=\d)\s*(?:日間?|日経過|days?)$/i,
  months: /(?<=\d)\s*(?:[かヶヵカケ箇]月間?|months?)$/i,
  years: /(?<=\d)\s*(?:年間?|years?)$/i,
  times: /(?<=\d)\s*(?:回|times?)$/i,
  hours: /(?<=\d)\s*(?:時間|hours?)$/i,
  points: /(?<=\d)\s*(?:点|points?)$/i,
} as const;

/** What is counted. */
export type Counter = keyof typeof COUNTERS;

/** A count without the word for what is counted behind it. */
export function countInDigits(value: unknown, counter: Counter | undefined): unknown {
  if (counter === undefined || typeof value !== 'string' || value.length > TEXT_MAX) return value;
  const text = value.normalize('NFKC').trim();
  return /^[-−+]?[\d,.]+\D+$/.test(text) ? text.replace(COUNTERS[counter], '') : value;
}
