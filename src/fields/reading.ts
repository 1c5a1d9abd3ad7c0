// The result of reading a value: the value, or a refusal that says in both languages what is wrong and what may be written instead.
// Readers are generous with forms but never guess: what could be meant in two ways is refused. None of them throws, and each looks at every
// character at most a few times, after a bound on the length.

import type { Text } from '../values/text.ts';

/** Why a value was refused; callers may branch on it, so members are only ever added. */
export type ReadCode =
  | 'missing'
  | 'wrong_type'
  | 'too_long'
  | 'not_a_number'
  | 'irregular_thousands'
  | 'decimal_comma'
  | 'exponent'
  | 'too_large'
  | 'too_many_decimals'
  | 'negative'
  | 'not_positive'
  | 'not_an_integer'
  | 'out_of_range'
  | 'rate_not_fraction'
  | 'not_a_day'
  | 'ambiguous_day'
  | 'impossible_day'
  | 'not_a_flag'
  | 'unknown_value';

/** A value that was refused, and why. */
export interface RefusedReading {
  readonly ok: false;
  readonly code: ReadCode;
  /** What may be written. */
  readonly expected: Text;
  /** What is wrong with what was written. */
  readonly detail: Text;
}

/** A value as it was read, or its refusal. */
export type Reading<T> = { readonly ok: true; readonly value: T } | RefusedReading;

/** Characters that a scalar may have; longer text is refused. */
export const TEXT_MAX = 64;
const ECHO_MAX = 40;

/** A refusal as a reading. */
export const refuse = (code: ReadCode, expected: Text, detail: Text): RefusedReading => ({
  ok: false,
  code,
  expected,
  detail,
});

/** A value as a reading. */
export const accept = <T>(value: T): Reading<T> => ({ ok: true, value });

/** Control marks, lone surrogates, marks of no width, separators of lines, and marks that turn the direction of text. */
const HIDDEN = /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;

/** Reads a free text of at most `max` characters on one line. */
export function readText(value: unknown, max: number): Reading<string> {
  const expected = { ja: `${max}字までの1行の文字`, en: `text of one line and up to ${max} characters` };
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string')
    return refuse('wrong_type', expected, { ja: '文字ではありません。', en: 'This is not text.' });
  const trimmed = text.trim();
  if ([...trimmed].length > max || HIDDEN.test(trimmed)) {
    const detail = HIDDEN.test(trimmed)
      ? { ja: '改行などの見えない文字があります。', en: 'It holds line breaks or other characters that are not seen.' }
      : { ja: '長すぎます。', en: 'It is too long.' };
    return refuse(HIDDEN.test(trimmed) ? 'wrong_type' : 'too_long', expected, detail);
  }
  return accept(trimmed);
}

/** A caller's value for a sentence: at most 40 characters, without control or direction marks. */
export function echo(value: unknown): string {
  let text: string;
  if (typeof value === 'string') text = value.slice(0, ECHO_MAX + 1);
  else if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') text = String(value);
  else if (value === null) text = 'null';
  else if (Array.isArray(value)) text = '[…]';
  else text = typeof value === 'object' ? '{…}' : typeof value;
  let clean = '';
  let count = 0;
  for (const mark of text) {
    if (count++ === ECHO_MAX - 1 && text.length > ECHO_MAX) return `${clean}…`;
    clean += HIDDEN.test(mark) ? '?' : mark;
  }
  return clean;
}

/** The text of a value after NFKC (full-width forms become ASCII) and without spaces around it. */
export function normalised(value: string, expected: Text): Reading<string> {
  if (value.length > TEXT_MAX) {
    return refuse('too_long', expected, {
      ja: `長すぎます（${TEXT_MAX}文字まで）。`,
      en: `This is too long (at most ${TEXT_MAX} characters).`,
    });
  }
  const text = value.normalize('NFKC').trim();
  if (text === '') return refuse('missing', expected, { ja: '値がありません。', en: 'The value is missing.' });
  return accept(text);
}

/** Refuses a value that is missing, or of a type that cannot be read. */
export function wrongType(value: unknown, expected: Text): RefusedReading {
  if (value === undefined || value === null) {
    return refuse('missing', expected, { ja: '値がありません。', en: 'The value is missing.' });
  }
  return refuse('wrong_type', expected, {
    ja: `${echo(value)} はこの項目に書けません。`,
    en: `${echo(value)} cannot be used here.`,
  });
}
