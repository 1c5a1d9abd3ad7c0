// Reads amounts, plain numbers, whole numbers, rates and chances as people and spreadsheets write them.

import type { Text } from '../values/text.ts';
import { type ScannedNumber, scanNumber, tooLarge, WHOLE_DIGITS } from './digits.ts';
import { amountInDigits, type Counter, countInDigits } from './in_digits.ts';
import { accept, echo, type Reading, type RefusedReading, refuse, TEXT_MAX } from './reading.ts';

/** The largest amount that can be read. */
export const AMOUNT_MAX = 9_999_999_999_999;
/** Digits after the point of the currency with the most of them (ISO 4217). A request is held to those of its own currency later. */
export const MINOR_DIGITS_MAX = 4;

const AMOUNT_EXPECTED: Text = {
  ja: '0以上、整数部13桁までの金額。例: 1250000、1,250,000円、125万円',
  en: 'an amount of 0 or more with at most 13 digits, such as 1250000, ¥1,250,000 or 1.25 million',
};
const POSITIVE_EXPECTED: Text = {
  ja: '0より大きい、整数部13桁までの金額。例: 1250000、1,250,000円、125万円',
  en: 'an amount above 0 with at most 13 digits, such as 1250000, ¥1,250,000 or 1.25 million',
};

/**
 * A sum closed by a mark after a yen sign or 金, so that nothing can be added to it: ¥1,000-, ¥1,000.-, 金1,000円也. Without the sign in
 * front a dash behind is the minus of a credit.
 */
const CLOSED_SUM = /^\s*(?:[¥￥\\]|金)\s*([\d０-９,，]+)\s*(?:[.．]?\s*[-–—―−ー‐－]|円?[也整])\s*$/;

const withoutClosing = (value: unknown): unknown =>
  typeof value === 'string' && value.length < 80 ? value.replace(CLOSED_SUM, '$1') : value;

/** Reads an amount of money as canonical decimal text: `-1234.5`, `1250000`, and `0` for every kind of zero. */
export function readSignedAmount(value: unknown, expected: Text = AMOUNT_EXPECTED, digits = 0): Reading<string> {
  const scanned = scanNumber(withoutClosing(value), { currency: true, percent: false }, expected);
  if (!scanned.ok) return scanned;
  const { negative, whole, decimals } = scanned.value;
  if (whole.length > WHOLE_DIGITS) return tooLarge(value, expected);
  if (decimals.length > digits) return fractionRefused(value, expected, digits);
  return accept(`${negative ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`);
}

/** The refusal of an amount with more digits after the point than its currency has. */
function fractionRefused(value: unknown, expected: Text, digits: number): RefusedReading {
  const detail =
    digits === 0
      ? {
          ja: `${echo(value)} には端数があります。整数に丸めて書いてください。`,
          en: `${echo(value)} has a fraction. Round it to a whole amount.`,
        }
      : {
          ja: `${echo(value)} の小数は${digits}桁までです。`,
          en: `${echo(value)} has more than ${digits} digits after the point.`,
        };
  return refuse('too_many_decimals', expected, detail);
}

/** Reads an amount of zero or more, in a currency with so many digits after the point. */
export function readAmount(value: unknown, digits = 0): Reading<string> {
  const amount = readSignedAmount(amountInDigits(value), AMOUNT_EXPECTED, digits);
  return amount.ok && amount.value.startsWith('-') ? negativeRefused(value, AMOUNT_EXPECTED) : amount;
}

/** Reads an amount above zero, in a currency with so many digits after the point. */
export function readPositiveAmount(value: unknown, digits = 0): Reading<string> {
  const amount = readSignedAmount(amountInDigits(value), POSITIVE_EXPECTED, digits);
  if (!amount.ok) return amount;
  if (amount.value.startsWith('-')) {
    return refuse('negative', POSITIVE_EXPECTED, {
      ja: `${echo(value)} は負の数です。0より大きい金額を書いてください。`,
      en: `${echo(value)} is negative. Write an amount above 0.`,
    });
  }
  if (amount.value === '0') {
    return refuse('not_positive', POSITIVE_EXPECTED, {
      ja: '0より大きい金額を書いてください。',
      en: 'Write an amount above 0.',
    });
  }
  return amount;
}

const negativeRefused = (value: unknown, expected: Text): RefusedReading =>
  refuse('negative', expected, {
    ja: `${echo(value)} は負の数です。0以上で書いてください。`,
    en: `${echo(value)} is negative. Write 0 or more.`,
  });

/** Limits of a plain number, and what it counts, whose word may stand behind it. */
export interface NumberLimits {
  readonly min: number;
  readonly max: number;
  readonly counter?: Counter | undefined;
}

const limitsText = (kind: Text, { min, max }: NumberLimits): Text => ({
  ja: `${min}以上${max}以下の${kind.ja}`,
  en: `${kind.en} from ${min} to ${max}`,
});

const outOfRange = (value: unknown, expected: Text, { min, max }: NumberLimits): RefusedReading =>
  refuse('out_of_range', expected, {
    ja: `${echo(value)} は範囲の外です。${min}以上${max}以下で書いてください。`,
    en: `${echo(value)} is out of range. Write a value from ${min} to ${max}.`,
  });

/** Reads a plain number within limits. */
export function readDecimal(value: unknown, limits: NumberLimits): Reading<number> {
  const expected = limitsText({ ja: '数', en: 'a number' }, limits);
  const scanned = scanNumber(countInDigits(value, limits.counter), { currency: false, percent: false }, expected);
  if (!scanned.ok) return scanned;
  const { negative, whole, decimals } = scanned.value;
  if (whole.length > WHOLE_DIGITS) return tooLarge(value, expected);
  const number = Number(`${negative ? '-' : ''}${whole}.${decimals || '0'}`);
  return number < limits.min || number > limits.max ? outOfRange(value, expected, limits) : accept(number);
}

/** Reads a whole number within limits. */
export function readInteger(value: unknown, limits: NumberLimits): Reading<number> {
  const expected = limitsText({ ja: '整数', en: 'a whole number' }, limits);
  const scanned = scanNumber(countInDigits(value, limits.counter), { currency: false, percent: false }, expected);
  if (!scanned.ok) return scanned;
  const { negative, whole, decimals } = scanned.value;
  if (decimals !== '') {
    return refuse('not_an_integer', expected, {
      ja: `${echo(value)} は整数ではありません。`,
      en: `${echo(value)} is not a whole number.`,
    });
  }
  if (whole.length > WHOLE_DIGITS) return tooLarge(value, expected);
  const number = negative ? -Number(whole) : Number(whole);
  return number < limits.min || number > limits.max ? outOfRange(value, expected, limits) : accept(number);
}

const FRACTION_EXPECTED: Text = {
  ja: '0以上1未満の小数、または%付き（100%まで）。例: 0.05、5%',
  en: 'a fraction from 0 to below 1, or a percentage up to 100%, such as 0.05 or 5%',
};

const PART_EXPECTED: Text = {
  ja: '0以上1未満の小数、または%付き（100%未満）。例: 0.05、5%',
  en: 'a fraction from 0 to below 1, or a percentage below 100%, such as 0.05 or 5%',
};

/** A rate without the word that it is one of a year: 年3%, 年利14.6%, 3% p.a. One of a month stays what it is, and is refused. */
const withoutYear = (value: unknown): unknown =>
  typeof value === 'string' && value.length <= TEXT_MAX
    ? value
        .normalize('NFKC')
        .trim()
        .replace(/^年[利率]?\s*(?=[\d.])|(?<=%)\s*(?:p\.?a\.?|a year|per year|per annum|\/\s?年)$/gi, '')
    : value;

/**
 * Reads a share of one: `0.05` or `5%`. A bare 1 or more is refused, as text and as a number alike, because 5 may mean 5 % or 500 %
 * and 1 may mean 1 % or all; all is written `100%`. `notWhole` says why it cannot be all, where it cannot.
 */
export function readRate(value: unknown, notWhole?: Text): Reading<number> {
  const expected = notWhole === undefined ? FRACTION_EXPECTED : PART_EXPECTED;
  const scanned = scanNumber(withoutYear(value), { currency: false, percent: true }, expected);
  if (!scanned.ok) return scanned;
  const { negative, whole, decimals, percent } = scanned.value;
  if (negative) return negativeRefused(value, expected);
  if (whole.length > WHOLE_DIGITS) return tooLarge(value, expected);
  // The exponent keeps 5.1% exactly the double 0.051; a division by 100 would not.
  const number = Number(`${whole}.${decimals || '0'}${percent ? 'e-2' : ''}`);
  if (!percent && number >= 1) return unclearRate(value, scanned.value, expected);
  if (number > 1)
    return refuse('out_of_range', expected, {
      ja: `${echo(value)} は100%を超えています。`,
      en: `${echo(value)} is above 100%.`,
    });
  return number === 1 && notWhole !== undefined
    ? refuse('out_of_range', expected, {
        ja: `${notWhole.ja}100%未満で書いてください。`,
        en: `${notWhole.en} Write less than 100%.`,
      })
    : accept(number);
}

/** A bare 1 or more where a share is read, with the two ways in which it may be meant. */
function unclearRate(value: unknown, { whole, decimals }: ScannedNumber, expected: Text): RefusedReading {
  const number = Number(`${whole}.${decimals || '0'}`);
  const all = expected === FRACTION_EXPECTED;
  const asPercent = whole.length <= 3 && (all ? number <= 100 : number < 100) ? `${number}%` : '5%';
  const asFraction = asPercent === '5%' ? '0.05' : String(Number(`${whole}.${decimals || '0'}e-2`));
  const fix =
    all && (number === 1 || asPercent === '100%')
      ? { ja: '100% か 0.01 のように書いてください。', en: 'write 100% or 0.01, whichever you mean.' }
      : { ja: `${asFraction} か ${asPercent} と書いてください。`, en: `write ${asFraction} or ${asPercent}.` };
  return refuse('rate_not_fraction', expected, {
    ja: `${echo(value)} は率として決められません。${fix.ja}`,
    en: `${echo(value)} is not clear as a rate: ${fix.en}`,
  });
}

/** Reads a probability, under the same rule as a rate. */
export const readChance = (value: unknown): Reading<number> => readRate(value);
