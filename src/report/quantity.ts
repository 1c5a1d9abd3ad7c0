// A number with its unit as a reader of each language writes it: a chance, a rate a month, hours, yen.

import type { Shown } from '../analysis/uncertain_inputs.ts';
import type { Voice } from '../options/option.ts';
import type { Lang } from '../values/text.ts';

/** Up to three significant digits, without exponent. */
const short = (x: number): string => String(Number(x.toPrecision(3)));

/** Small shares keep two decimals, so that 0.05 % is not written as 0.1 %. */
const fine = (share: number): string =>
  `${Math.abs(share) < 0.01 ? Math.round(share * 1e4) / 100 : Math.round(share * 1e3) / 10}%`;

/** A quantity in words. */
export function quantity(value: number, unit: Shown, say: Voice, lang: Lang): string {
  const ja = lang === 'ja';
  switch (unit) {
    case 'share':
    case 'weight':
    case 'level':
      return fine(value);
    case 'chance':
    case 'rate':
      return `${Math.round(value * 1e4) / 100}%`;
    case 'per_year':
      return ja ? `年${fine(value)}` : `${fine(value)} a year`;
    case 'per_month':
      return ja ? `月${short(value)}` : `${short(value)} a month`;
    case 'months':
      return say.months(value);
    case 'hours':
      return ja ? `${short(value)}時間` : `${short(value)} hours`;
    case 'yen':
    case 'amount':
      return say.yen(value);
    case 'yen_per_hour':
      return ja ? `1時間${say.yen(value)}` : `${say.yen(value)} an hour`;
    case 'ratio':
    case 'odds':
      return ja ? `${short(value)}倍` : `${short(value)} times`;
    default:
      return short(value);
  }
}
