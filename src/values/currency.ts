// How amounts of a currency are written: its digits after the point, and its sign in each language. The currencies themselves are data of
// the jurisdictions.

import { finite, roundWhole } from './money.ts';
import { grouped, type Lang } from './text.ts';

/** What the writing of an amount depends on. */
export interface Currency {
  /** Digits of the smallest unit after the point: 0 = whole units. */
  readonly minor_digits: number;
  /** What stands around an amount for a reader of each language; a sign that stands before it comes after a minus. */
  readonly currency_sign: Readonly<Record<Lang, { readonly before: string; readonly after: string }>>;
}

/** A double rounded to so many digits after the point, halves away from zero, never -0. Throws `RangeError` when it is not finite. */
export function roundDigits(x: number, digits: number): number {
  const scale = 10 ** digits;
  return roundWhole(x * scale) / scale;
}

/** A double as the decimal text of an amount with the digits of its currency. Throws `RangeError` when it is not finite. */
export const amountDigits = (x: number, digits: number): string =>
  digits === 0 ? String(roundWhole(x)) : roundDigits(finite(x), digits).toFixed(digits);

/** An amount as a reader of a language writes it: `1,234円`, `-¥1,234`, `€1,234.50`. */
export function amountWords(decimal: number | string, lang: Lang, { currency_sign, minor_digits }: Currency): string {
  const [whole = '', decimals = ''] = String(decimal).split('.');
  const text = grouped(minor_digits === 0 ? decimal : `${whole}.${decimals.padEnd(minor_digits, '0')}`);
  const { before, after } = currency_sign[lang];
  return text.startsWith('-') ? `-${before}${text.slice(1)}${after}` : `${before}${text}${after}`;
}
