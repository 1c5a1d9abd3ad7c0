// Scans one number as people and spreadsheets write it: its sign, its currency or percent mark, its thousands and its decimals.

import type { Text } from '../values/text.ts';
import { accept, echo, normalised, type Reading, type RefusedReading, refuse, wrongType } from './reading.ts';

/** Digits a number may have before the decimal point. */
export const WHOLE_DIGITS = 13;
/** Decimals to which a JSON number is written out that JavaScript would print with an exponent. */
const SPELT_DECIMALS = 20;

/** Whether a mark is an ASCII digit. */
export const isDigit = (mark: string | undefined): boolean => mark !== undefined && mark >= '0' && mark <= '9';

/** Whether a text consists of ASCII digits, at least one. */
export function allDigits(text: string): boolean {
  if (text === '') return false;
  for (const mark of text) if (!isDigit(mark)) return false;
  return true;
}

/** A number as its digits. */
export interface ScannedNumber {
  readonly negative: boolean;
  /** Without leading zeros; '0' when there is nothing else. */
  readonly whole: string;
  /** Without trailing zeros. */
  readonly decimals: string;
  /** Whether it was written with a percent sign. */
  readonly percent: boolean;
}

/** Marks that a number may be written with. */
export interface AllowedMarks {
  readonly currency: boolean;
  readonly percent: boolean;
}

/** Marks in front of a negative number. */
const MINUS = new Set(['-', '−', '‐', '‑', '–', '▲', '△']);

/** Refuses a text that is no number at all. */
function notANumber(text: string, expected: Text): RefusedReading {
  return refuse('not_a_number', expected, {
    ja: `「${echo(text)}」は数として読めません。`,
    en: `"${echo(text)}" is not a number.`,
  });
}

/** A mark at the ends of a number, and how many characters it takes in front and behind. */
interface OuterMark {
  readonly kind: 'space' | 'minus' | 'plus' | 'currency' | 'percent';
  readonly front: number;
  readonly back: number;
}

/** The next mark to take off a number; undefined when neither end has one that is allowed. */
function outerMark(body: string, allowed: AllowedMarks): OuterMark | undefined {
  const first = body.charAt(0);
  const last = body.charAt(body.length - 1);
  if (first === ' ') return { kind: 'space', front: 1, back: 0 };
  if (last === ' ') return { kind: 'space', front: 0, back: 1 };
  if (MINUS.has(first)) return { kind: 'minus', front: 1, back: 0 };
  if (first === '+') return { kind: 'plus', front: 1, back: 0 };
  if (first === '(' && last === ')') return { kind: 'minus', front: 1, back: 1 };
  if (last === '-' || last === '−') return { kind: 'minus', front: 0, back: 1 };
  if (allowed.currency) {
    if (first === '¥' || first === '\\') return { kind: 'currency', front: 1, back: 0 };
    if (last === '円') return { kind: 'currency', front: 0, back: 1 };
    if (body.slice(0, 3).toUpperCase() === 'JPY') return { kind: 'currency', front: 3, back: 0 };
    if (body.length > 3 && body.slice(-3).toUpperCase() === 'JPY') return { kind: 'currency', front: 0, back: 3 };
  }
  return allowed.percent && last === '%' ? { kind: 'percent', front: 0, back: 1 } : undefined;
}

/** The digits of a number without its outer marks: thousands separated by threes or not at all, and at most one decimal point. */
function scanDigits(text: string, body: string, expected: Text): Reading<Pick<ScannedNumber, 'whole' | 'decimals'>> {
  const point = body.indexOf('.');
  const head = point < 0 ? body : body.slice(0, point);
  const tail = point < 0 ? '' : body.slice(point + 1);
  if (point >= 0 && !allDigits(tail)) return misread(text, body, expected);

  let whole = head;
  const comma = head.indexOf(',');
  if (comma >= 0) {
    const lead = head.slice(0, comma);
    const groups = head.slice(comma + 1).split(',');
    const regular =
      allDigits(lead) &&
      lead.length <= 3 &&
      !lead.startsWith('0') &&
      groups.every((group) => group.length === 3 && allDigits(group));
    if (!regular) return misread(text, body, expected);
    whole = lead + groups.join('');
  } else {
    if (head !== '' && !allDigits(head)) return misread(text, body, expected);
    if (head === '' && tail === '') return notANumber(text, expected);
  }
  let start = 0;
  while (start < whole.length - 1 && whole[start] === '0') start++;
  let end = tail.length;
  while (end > 0 && tail[end - 1] === '0') end--;
  return accept({ whole: whole.slice(start) || '0', decimals: tail.slice(0, end) });
}

/**
 * Scans one number: at most one sign (leading, trailing, or parentheses), at most one currency mark where allowed,
 * regular thousands separators or none, at most one decimal point.
 */
function scan(text: string, allowed: AllowedMarks, expected: Text): Reading<ScannedNumber> {
  let body = text;
  let signs = 0;
  let negative = false;
  let currencies = 0;
  let percents = 0;
  // Takes marks off the two ends, one a turn, because people write them in any order: ▲¥1,234 and ¥-1,234 alike.
  while (body !== '') {
    const mark = outerMark(body, allowed);
    if (mark === undefined) break;
    body = body.slice(mark.front, body.length - mark.back);
    if (mark.kind === 'minus' || mark.kind === 'plus') signs++;
    if (mark.kind === 'minus') negative = true;
    if (mark.kind === 'currency') currencies++;
    if (mark.kind === 'percent') percents++;
  }
  if (signs > 1 || currencies > 1 || percents > 1) return notANumber(text, expected);
  const digits = scanDigits(text, body, expected);
  if (!digits.ok) return digits;
  const zero = digits.value.whole === '0' && digits.value.decimals === '';
  return accept({ ...digits.value, negative: negative && !zero, percent: percents === 1 });
}

/** Refuses what is almost a number, with the most helpful reason. */
function misread(text: string, body: string, expected: Text): RefusedReading {
  let commas = 0;
  let others = 0;
  let exponents = 0;
  for (const mark of body) {
    if (mark === ',') commas++;
    else if (mark === 'e' || mark === 'E') exponents++;
    else if (!isDigit(mark) && mark !== '.' && mark !== '-' && mark !== '+') others++;
  }
  if (exponents === 1 && others === 0 && isDigit(body[0])) {
    return refuse('exponent', expected, {
      ja: `「${echo(text)}」のような指数表記は読みません。桁をすべて書いてください。`,
      en: `"${echo(text)}" is in exponent notation, which is not read. Write all digits.`,
    });
  }
  if (others === 0 && exponents === 0 && commas === 1 && !body.includes('.')) {
    return refuse('decimal_comma', expected, {
      ja: `「${echo(text)}」のコンマが小数点か桁区切りか決められません。小数点はピリオド、桁区切りは3桁ごとに書いてください。`,
      en: `The comma in "${echo(text)}" may be a decimal comma or a separator. Write a point for decimals, and separate thousands by threes.`,
    });
  }
  if (others === 0 && exponents === 0 && commas > 0) {
    return refuse('irregular_thousands', expected, {
      ja: `「${echo(text)}」の桁区切りが3桁ごとになっていません。`,
      en: `The thousands separators in "${echo(text)}" do not separate groups of three digits.`,
    });
  }
  return notANumber(text, expected);
}

/** A JSON number as text without an exponent; undefined when it is not finite or cannot be an ordinary figure. */
function spellOut(value: number): string | undefined {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return undefined;
  const text = String(value);
  if (!text.includes('e')) return text;
  const spelt = value.toFixed(SPELT_DECIMALS);
  // A figure too small to be spelt out is still a fraction, and not zero.
  return Number(spelt) === 0 ? `${spelt.slice(0, -1)}1` : spelt;
}

/** Scans a number that was given as a JSON number or as text. */
export function scanNumber(value: unknown, allowed: AllowedMarks, expected: Text): Reading<ScannedNumber> {
  if (typeof value === 'number') {
    const text = spellOut(value);
    if (text !== undefined) return scan(text, allowed, expected);
    return Number.isFinite(value) ? tooLarge(value, expected) : notANumber(String(value), expected);
  }
  if (typeof value !== 'string') return wrongType(value, expected);
  const text = normalised(value, expected);
  return text.ok ? scan(text.value, allowed, expected) : text;
}

/** Refuses a number with more digits than any figure has. */
export const tooLarge = (value: unknown, expected: Text): RefusedReading =>
  refuse('too_large', expected, {
    ja: `${echo(value)} は大きすぎます。桁を確かめてください。`,
    en: `${echo(value)} is too large. Check the number of digits.`,
  });
