// Readers of scalars as people and spreadsheets write them: generous, but never guessing.
// Each is a hand-written scan that looks at every character at most a few times, after a bound on the length, and never
// throws. What could be meant in two ways is refused with the sentence that says what to write instead.

import { addDays, type Day, isDay } from '../values/day.ts';
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

export interface Refusal {
  readonly ok: false;
  readonly code: ReadCode;
  /** What may be written. */
  readonly expected: Text;
  /** What is wrong with what was written. */
  readonly detail: Text;
}

export type Reading<T> = { readonly ok: true; readonly value: T } | Refusal;

/** Digits an amount may have before the decimal point. */
export const AMOUNT_DIGITS = 13;
/** The largest amount that can be read. */
export const AMOUNT_MAX = 9_999_999_999_999;
/** Every currency known so far is counted in whole units. */
const AMOUNT_DECIMALS = 0;
const NUMBER_DECIMALS = 20;
const TEXT_MAX = 64;
const ECHO_MAX = 40;

const refuse = (code: ReadCode, expected: Text, detail: Text): Refusal => ({ ok: false, code, expected, detail });
const accept = <T>(value: T): Reading<T> => ({ ok: true, value });

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
    const code = mark.codePointAt(0)!;
    const hidden =
      code < 0x20 ||
      (code >= 0x7f && code < 0xa0) ||
      (code >= 0x200b && code <= 0x200f) ||
      (code >= 0x2028 && code <= 0x202e);
    const isolate = code >= 0x2066 && code <= 0x2069;
    const lone = code >= 0xd800 && code <= 0xdfff;
    if (count++ === ECHO_MAX - 1 && text.length > ECHO_MAX) return `${clean}…`;
    clean += hidden || isolate || lone || code === 0xfeff ? '?' : mark;
  }
  return clean;
}

const isDigit = (mark: string | undefined): boolean => mark !== undefined && mark >= '0' && mark <= '9';

function allDigits(text: string): boolean {
  if (text === '') return false;
  for (const mark of text) if (!isDigit(mark)) return false;
  return true;
}

/** The text of a value after NFKC (full-width forms become ASCII) and without spaces around it. */
function plain(value: string, expected: Text): Reading<string> {
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

function wrongType(value: unknown, expected: Text): Refusal {
  if (value === undefined || value === null) {
    return refuse('missing', expected, { ja: '値がありません。', en: 'The value is missing.' });
  }
  return refuse('wrong_type', expected, {
    ja: `${echo(value)} はこの項目に書けません。`,
    en: `${echo(value)} cannot stand here.`,
  });
}

interface Scanned {
  readonly negative: boolean;
  /** Without leading zeros; '0' when there is nothing else. */
  readonly whole: string;
  /** Without trailing zeros. */
  readonly decimals: string;
}

interface Marks {
  readonly currency: boolean;
  readonly percent: boolean;
}

const MINUS = new Set(['-', '−', '‐', '‑', '–', '▲', '△']);

function notANumber(text: string, expected: Text): Refusal {
  return refuse('not_a_number', expected, {
    ja: `「${echo(text)}」は数として読めません。`,
    en: `"${echo(text)}" is not a number.`,
  });
}

/**
 * Scans one number: at most one sign (leading, trailing, or parentheses), at most one currency mark where allowed,
 * regular thousands separators or none, at most one decimal point.
 */
function scan(text: string, marks: Marks, expected: Text): Reading<Scanned & { percent: boolean }> {
  let from = 0;
  let to = text.length;
  let signs = 0;
  let negative = false;
  let currencies = 0;
  let percents = 0;
  // Marks are peeled off the two ends, one a turn, in whatever order people write them: ▲¥1,234 and ¥-1,234 alike.
  for (let peeled = true; peeled && from < to; ) {
    peeled = false;
    const first = text[from]!;
    const last = text[to - 1]!;
    if (first === ' ') {
      from++;
      peeled = true;
    } else if (last === ' ') {
      to--;
      peeled = true;
    } else if (MINUS.has(first)) {
      from++;
      signs++;
      negative = true;
      peeled = true;
    } else if (first === '+') {
      from++;
      signs++;
      peeled = true;
    } else if (first === '(' && last === ')') {
      from++;
      to--;
      signs++;
      negative = true;
      peeled = true;
    } else if (last === '-' || last === '−') {
      to--;
      signs++;
      negative = true;
      peeled = true;
    } else if (marks.currency && (first === '¥' || first === '\\')) {
      from++;
      currencies++;
      peeled = true;
    } else if (marks.currency && last === '円') {
      to--;
      currencies++;
      peeled = true;
    } else if (marks.currency && text.slice(from, from + 3).toUpperCase() === 'JPY') {
      from += 3;
      currencies++;
      peeled = true;
    } else if (marks.currency && to - from > 3 && text.slice(to - 3, to).toUpperCase() === 'JPY') {
      to -= 3;
      currencies++;
      peeled = true;
    } else if (marks.percent && last === '%') {
      to--;
      percents++;
      peeled = true;
    }
  }
  if (signs > 1 || currencies > 1 || percents > 1) return notANumber(text, expected);

  const body = text.slice(from, to);
  const point = body.indexOf('.');
  const head = point < 0 ? body : body.slice(0, point);
  const tail = point < 0 ? '' : body.slice(point + 1);
  if (point >= 0 && !allDigits(tail)) return misread(text, body, expected);

  let whole = '';
  if (head.includes(',')) {
    const groups = head.split(',');
    const lead = groups[0]!;
    const regular =
      allDigits(lead) &&
      lead.length <= 3 &&
      lead[0] !== '0' &&
      groups.slice(1).every((group) => group.length === 3 && allDigits(group));
    if (!regular) return misread(text, body, expected);
    whole = groups.join('');
  } else {
    if (head !== '' && !allDigits(head)) return misread(text, body, expected);
    if (head === '' && tail === '') return notANumber(text, expected);
    whole = head;
  }
  let start = 0;
  while (start < whole.length - 1 && whole[start] === '0') start++;
  let end = tail.length;
  while (end > 0 && tail[end - 1] === '0') end--;
  const scanned = { whole: whole.slice(start) || '0', decimals: tail.slice(0, end) };
  const zero = scanned.whole === '0' && scanned.decimals === '';
  return accept({ ...scanned, negative: negative && !zero, percent: percents === 1 });
}

/** The most helpful refusal of something that is almost a number. */
function misread(text: string, body: string, expected: Text): Refusal {
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
      en: `The thousands separators in "${echo(text)}" are not regular.`,
    });
  }
  return notANumber(text, expected);
}

/** A JSON number as text without an exponent; undefined when it is not finite or cannot be an ordinary figure. */
function spellOut(value: number): string | undefined {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return undefined;
  const text = String(value);
  return text.includes('e') ? value.toFixed(NUMBER_DECIMALS) : text;
}

function scanAny(value: unknown, marks: Marks, expected: Text): Reading<Scanned & { percent: boolean }> {
  if (typeof value === 'number') {
    const text = spellOut(value);
    if (text !== undefined) return scan(text, marks, expected);
    return Number.isFinite(value) ? tooLarge(value, expected) : notANumber(String(value), expected);
  }
  if (typeof value !== 'string') return wrongType(value, expected);
  const text = plain(value, expected);
  return text.ok ? scan(text.value, marks, expected) : text;
}

const tooLarge = (value: unknown, expected: Text): Refusal =>
  refuse('too_large', expected, {
    ja: `${echo(value)} は大きすぎます。桁を確かめてください。`,
    en: `${echo(value)} is too large. Check the number of digits.`,
  });

const AMOUNT_EXPECTED: Text = {
  ja: '0以上、整数部13桁までの金額。例: 1250000、1,250,000、¥1,250,000、125000円',
  en: 'an amount of 0 or more with at most 13 digits, such as 1250000, 1,250,000 or ¥1,250,000',
};
const POSITIVE_EXPECTED: Text = {
  ja: '0より大きい、整数部13桁までの金額。例: 1250000、1,250,000、¥1,250,000、125000円',
  en: 'an amount above 0 with at most 13 digits, such as 1250000, 1,250,000 or ¥1,250,000',
};

/** Reads an amount of money as canonical decimal text: `-1234.5`, `1250000`, and `0` for every kind of zero. */
export function readSignedAmount(value: unknown, expected: Text = AMOUNT_EXPECTED): Reading<string> {
  const scanned = scanAny(value, { currency: true, percent: false }, expected);
  if (!scanned.ok) return scanned;
  const { negative, whole, decimals } = scanned.value;
  if (whole.length > AMOUNT_DIGITS) return tooLarge(value, expected);
  if (decimals.length > AMOUNT_DECIMALS) {
    return refuse('too_many_decimals', expected, {
      ja: `${echo(value)} には端数があります。整数に丸めて書いてください。`,
      en: `${echo(value)} has a fraction. Round it to a whole amount.`,
    });
  }
  return accept(`${negative ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`);
}

/** Reads an amount of zero or more. */
export function readAmount(value: unknown): Reading<string> {
  const amount = readSignedAmount(value, AMOUNT_EXPECTED);
  return amount.ok && amount.value.startsWith('-') ? negativeRefused(value, AMOUNT_EXPECTED) : amount;
}

/** Reads an amount above zero. */
export function readPositiveAmount(value: unknown): Reading<string> {
  const amount = readSignedAmount(value, POSITIVE_EXPECTED);
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

const negativeRefused = (value: unknown, expected: Text): Refusal =>
  refuse('negative', expected, {
    ja: `${echo(value)} は負の数です。0以上で書いてください。`,
    en: `${echo(value)} is negative. Write 0 or more.`,
  });

/** Limits of a plain number. */
export interface Limits {
  readonly min: number;
  readonly max: number;
}

const between = (kind: Text, { min, max }: Limits): Text => ({
  ja: `${min}以上${max}以下の${kind.ja}`,
  en: `${kind.en} from ${min} to ${max}`,
});

const outOfRange = (value: unknown, expected: Text, { min, max }: Limits): Refusal =>
  refuse('out_of_range', expected, {
    ja: `${echo(value)} は範囲の外です。${min}以上${max}以下で書いてください。`,
    en: `${echo(value)} is out of range. Write a value from ${min} to ${max}.`,
  });

/** Reads a plain number within limits. */
export function readDecimal(value: unknown, limits: Limits): Reading<number> {
  const expected = between({ ja: '数', en: 'a number' }, limits);
  const scanned = scanAny(value, { currency: false, percent: false }, expected);
  if (!scanned.ok) return scanned;
  const { negative, whole, decimals } = scanned.value;
  if (whole.length > AMOUNT_DIGITS) return tooLarge(value, expected);
  const number = Number(`${negative ? '-' : ''}${whole}.${decimals || '0'}`);
  return number < limits.min || number > limits.max ? outOfRange(value, expected, limits) : accept(number);
}

/** Reads a whole number within limits. */
export function readInteger(value: unknown, limits: Limits): Reading<number> {
  const expected = between({ ja: '整数', en: 'a whole number' }, limits);
  const scanned = scanAny(value, { currency: false, percent: false }, expected);
  if (!scanned.ok) return scanned;
  const { negative, whole, decimals } = scanned.value;
  if (decimals !== '') {
    return refuse('not_an_integer', expected, {
      ja: `${echo(value)} は整数ではありません。`,
      en: `${echo(value)} is not a whole number.`,
    });
  }
  if (whole.length > AMOUNT_DIGITS) return tooLarge(value, expected);
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

/**
 * Reads a share of one: `0.05` or `5%`. A bare 1 or more is refused, as text and as a number alike, because 5 may mean 5 % or 500 %
 * and 1 may mean 1 % or all; all is written `100%`. `notWhole` says why it cannot be all, where it cannot.
 */
export function readRate(value: unknown, notWhole?: Text): Reading<number> {
  const expected = notWhole === undefined ? FRACTION_EXPECTED : PART_EXPECTED;
  const scanned = scanAny(value, { currency: false, percent: true }, expected);
  if (!scanned.ok) return scanned;
  const { negative, whole, decimals, percent } = scanned.value;
  if (negative) return negativeRefused(value, expected);
  if (whole.length > AMOUNT_DIGITS) return tooLarge(value, expected);
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
function unclearRate(value: unknown, { whole, decimals }: Scanned, expected: Text): Refusal {
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

const DAY_EXPECTED: Text = {
  ja: '1900年から2199年までの日付。例: 2026-03-31、2026/3/31、令和8年3月31日、R8.3.31',
  en: 'a day from 1900 to 2199, such as 2026-03-31, 2026/3/31 or R8.3.31',
};

const YEAR_MIN = 1900;
const YEAR_MAX = 2199;
const SERIAL_MIN = 20_000;
const SERIAL_MAX = 80_000;
/** Day 0 of the 1900 date system of spreadsheets, valid for every serial after February 1900. */
const SERIAL_ZERO = '1899-12-30' as Day;

interface Era {
  readonly letter: string;
  readonly name: string;
  readonly from: string;
  readonly until: string;
}

const ERAS: readonly Era[] = [
  { letter: 'R', name: '令和', from: '2019-05-01', until: '2199-12-31' },
  { letter: 'H', name: '平成', from: '1989-01-08', until: '2019-04-30' },
  { letter: 'S', name: '昭和', from: '1926-12-25', until: '1989-01-07' },
  { letter: 'T', name: '大正', from: '1912-07-30', until: '1926-12-24' },
];

const pad = (number: number, width: number): string => String(number).padStart(width, '0');

function civil(year: number, month: number, day: number, written: unknown): Reading<Day> {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (year < YEAR_MIN || year > YEAR_MAX) {
    return refuse('out_of_range', DAY_EXPECTED, {
      ja: `${echo(written)} は扱える期間の外です。`,
      en: `${echo(written)} is outside the years that can be read.`,
    });
  }
  if (!isDay(text)) {
    return refuse('impossible_day', DAY_EXPECTED, {
      ja: `${echo(written)} という日はありません。`,
      en: `There is no such day as ${echo(written)}.`,
    });
  }
  return accept(text);
}

const notADay = (written: unknown): Refusal =>
  refuse('not_a_day', DAY_EXPECTED, {
    ja: `「${echo(written)}」は日付として読めません。2026-03-31 のように書いてください。`,
    en: `"${echo(written)}" is not a day that can be read. Write it like 2026-03-31.`,
  });

const ambiguous = (written: unknown): Refusal =>
  refuse('ambiguous_day', DAY_EXPECTED, {
    ja: `「${echo(written)}」は年・月・日の順が決められません。2026-03-04 のように書いてください。`,
    en: `The order of day, month and year in "${echo(written)}" is not clear. Write it like 2026-03-04.`,
  });

/** Splits `2026/3/31` or `8年3月31日` into three runs of digits; the first may be 元 where an era stands before it. */
function threeParts(text: string, era: boolean): [string, string, string] | undefined {
  const parts = ['', '', ''];
  let index = 0;
  let separator = '';
  for (let i = 0; i < text.length; i++) {
    const mark = text[i]!;
    if (isDigit(mark) || (era && mark === '元' && index === 0 && parts[0] === '')) {
      parts[index] += mark;
      continue;
    }
    const kanji = mark === '年' || mark === '月' || mark === '日';
    if (kanji) {
      if (mark !== '年月日'[index] || (separator !== '' && separator !== '年')) return undefined;
      if (mark === '日') {
        if (i !== text.length - 1) return undefined;
        break;
      }
      separator = '年';
    } else if (mark === '-' || mark === '/' || mark === '.') {
      if (separator !== '' && separator !== mark) return undefined;
      separator = mark;
    } else return undefined;
    if (++index > 2) return undefined;
  }
  if (separator === '年' && !text.endsWith('日')) return undefined;
  const [first, second, third] = parts as [string, string, string];
  return first === '' || second === '' || third === '' || second.length > 2 || third.length > 2
    ? undefined
    : [first, second, third];
}

function fromEra(era: Era, rest: string, written: string): Reading<Day> {
  const parts = threeParts(rest.trim(), true);
  if (parts === undefined || parts[0].length > 2 || (parts[0] !== '元' && !allDigits(parts[0])))
    return notADay(written);
  const ordinal = parts[0] === '元' ? 1 : Number(parts[0]);
  const day = civil(Number(era.from.slice(0, 4)) + ordinal - 1, Number(parts[1]), Number(parts[2]), written);
  if (!day.ok) return day;
  if (ordinal === 0 || day.value < era.from || day.value > era.until) {
    return refuse('impossible_day', DAY_EXPECTED, {
      ja: `${echo(written)} は${era.name}（${era.from}〜${era.until}）の外です。${day.value} なら西暦で書いてください。`,
      en: `${echo(written)} is outside the era ${era.letter} (${era.from} to ${era.until}). If you mean ${day.value}, write that.`,
    });
  }
  return day;
}

function fromDigits(digits: string, written: unknown): Reading<Day> {
  if (digits.length === 8) {
    return civil(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)), written);
  }
  const serial = digits.length === 5 ? Number(digits) : 0;
  if (serial < SERIAL_MIN || serial > SERIAL_MAX) return notADay(written);
  return accept(addDays(SERIAL_ZERO, serial));
}

/** Reads a civil day from ISO, Japanese and era forms, eight digits, or the serial number of a spreadsheet. */
export function readDay(value: unknown): Reading<Day> {
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && value > 0 ? fromDigits(String(value), value) : notADay(value);
  }
  if (typeof value !== 'string') return wrongType(value, DAY_EXPECTED);
  const prepared = plain(value, DAY_EXPECTED);
  if (!prepared.ok) return prepared;
  const text = prepared.value;
  if (allDigits(text)) return fromDigits(text, text);
  for (const era of ERAS) {
    if (text.startsWith(era.name)) return fromEra(era, text.slice(era.name.length), text);
    if (text[0]!.toUpperCase() === era.letter) {
      return isDigit(text[1]) || text[1] === '元' ? fromEra(era, text.slice(1), text) : notADay(text);
    }
  }
  const parts = threeParts(text, false);
  if (parts === undefined) {
    // 3/4/2026 has a four-digit run at the end: the order is the caller's habit, not ours to guess.
    const pieces =
      text.split('/').length === 3 ? text.split('/') : text.split('-').length === 3 ? text.split('-') : text.split('.');
    return pieces.length === 3 && pieces.every((piece) => allDigits(piece)) ? ambiguous(text) : notADay(text);
  }
  return parts[0].length === 4 ? civil(Number(parts[0]), Number(parts[1]), Number(parts[2]), text) : ambiguous(text);
}

const FLAG_EXPECTED: Text = {
  ja: 'true / false、yes / no、1 / 0、はい / いいえ、有 / 無、○ / × のどれか',
  en: 'true or false, yes or no, 1 or 0',
};
const TRUE_WORDS = new Set(['1', 'true', 'yes', 'はい', '○', '◯', '〇', '有']);
const FALSE_WORDS = new Set(['0', 'false', 'no', 'いいえ', '×', '✕', '無']);

/** Reads a yes or a no. */
export function readFlag(value: unknown): Reading<boolean> {
  if (typeof value === 'boolean') return accept(value);
  if (value === 1) return accept(true);
  if (value === 0) return accept(false);
  if (typeof value === 'string') {
    const text = plain(value, FLAG_EXPECTED);
    if (!text.ok) return text;
    const word = text.value.toLowerCase();
    if (TRUE_WORDS.has(word)) return accept(true);
    if (FALSE_WORDS.has(word)) return accept(false);
  } else if (typeof value !== 'number') return wrongType(value, FLAG_EXPECTED);
  return refuse('not_a_flag', FLAG_EXPECTED, {
    ja: `「${echo(value)}」がはい・いいえのどちらか決められません。`,
    en: `"${echo(value)}" is neither a yes nor a no.`,
  });
}

/** Reads a member of a closed list, in any letter case. */
export function readChoice<const T extends string>(value: unknown, members: readonly T[]): Reading<T> {
  const expected: Text = { ja: `${members.join('、')} のどれか`, en: `one of ${members.join(', ')}` };
  if (typeof value === 'boolean' && (members as readonly string[]).includes('yes')) {
    return accept((value ? 'yes' : 'no') as T);
  }
  if (typeof value !== 'string') return wrongType(value, expected);
  const text = plain(value, expected);
  if (!text.ok) return text;
  const word = text.value.toLowerCase().replaceAll('-', '_').replaceAll(' ', '_');
  for (const member of members) if (member.toLowerCase() === word || member === text.value) return accept(member);
  const near = nearest(word, members);
  return refuse('unknown_value', expected, {
    ja: `「${echo(value)}」は選べません。${near === undefined ? '不明なら省いてください。' : `${near} のことですか。`}`,
    en: `"${echo(value)}" is not known here. ${near === undefined ? 'Leave it out if it is not known.' : `Did you mean ${near}?`}`,
  });
}

/** The question whether a known name was meant; nothing where none is near. */
export const didYouMean = (near: string | undefined): Text =>
  near === undefined ? { ja: '', en: '' } : { ja: `${near} のことですか。`, en: ` Did you mean ${near}?` };

/** Edit distance with adjacent transpositions (optimal string alignment), given up once it must exceed the limit. */
function distance(left: string, right: string, limit: number): number {
  let before: number[] = [];
  let above = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let best = Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        best = Math.min(best, before[column - 2]! + 1);
      }
      current.push(best);
    }
    // A transposition reaches back two rows, so both must be beyond the limit.
    if (Math.min(...current) > limit && Math.min(...above) > limit) return limit + 1;
    before = above;
    above = current;
  }
  return above[right.length]!;
}

/** The known name nearest to a misspelt one, or undefined when none is near enough to be meant. */
export function nearest<const T extends string>(word: string, known: readonly T[]): T | undefined {
  if (word.length > ECHO_MAX) return undefined;
  const wanted = word.toLowerCase();
  const allowed = wanted.length <= 3 ? 1 : wanted.length <= 7 ? 2 : 3;
  let best: T | undefined;
  let least = allowed + 1;
  for (const name of known) {
    if (Math.abs(name.length - wanted.length) > allowed) continue;
    const apart = distance(wanted, name.toLowerCase(), allowed);
    if (apart < least) {
      least = apart;
      best = name;
    }
  }
  if (best !== undefined || wanted.length < 3) return best;
  // Half a name is meant more often than a far misspelling: `due` is due_date, `offer` is sell.offer.
  return known.find(
    (name) => name.startsWith(`${wanted}_`) || name.endsWith(`.${wanted}`) || name.endsWith(`_${wanted}`),
  );
}
