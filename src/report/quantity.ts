// A number with its unit as a fact of a sentence: a chance, a rate a month, hours, yen.

import type { Shown } from '../analysis/uncertain_inputs.ts';
import { finite } from '../values/money.ts';
import { type PhraseFact, phrase } from '../values/phrase.ts';

/** Up to three significant digits, without exponent. */
const short = (x: number): string => String(Number(x.toPrecision(3)));

/** Small shares keep two decimals, so that 0.05 % is not written as 0.1 %. */
const fine = (share: number): string =>
  `${Math.abs(share) < 0.01 ? Math.round(share * 1e4) / 100 : Math.round(share * 1e3) / 10}%`;

/** A quantity with its unit. Throws `RangeError` when it is not finite. */
export function quantity(value: number, unit: Shown): PhraseFact {
  const number = short(finite(value));
  switch (unit) {
    case 'share':
    case 'weight':
    case 'level':
      return fine(value);
    case 'chance':
    case 'rate':
      return `${Math.round(value * 1e4) / 100}%`;
    case 'per_year':
      return phrase({ rate: fine(value) }, { ja: '年{rate}', en: '{rate} a year' });
    case 'per_month':
      return phrase({ number }, { ja: '月{number}', en: '{number} a month' });
    case 'months':
      return { months: value };
    case 'hours':
      return phrase({ number }, { ja: '{number}時間', en: '{number} hours' });
    case 'yen':
    case 'amount':
      return { yen: value };
    case 'yen_per_hour':
      return phrase({ price: { yen: value } }, { ja: '1時間{price}', en: '{price} an hour' });
    case 'ratio':
    case 'odds':
      return phrase({ number }, { ja: '{number}倍', en: '{number} times' });
    default:
      return number;
  }
}
