// Reads civil days in the forms in which people and spreadsheets write them: ISO, Japanese, eras, eight digits, serial numbers.

import { addDays, type Day, isDay, lastOfMonth, MONTH_NAMES, monthOf, yearOf } from '../values/day.ts';
import type { Text } from '../values/text.ts';
import { allDigits, isDigit } from './digits.ts';
import { accept, echo, normalised, type Reading, type RefusedReading, refuse, wrongType } from './reading.ts';

const DAY_EXPECTED: Text = {
  ja: '1900年から2199年までの日付。例: 2026-03-31、2026/3/31、令和8年3月31日、R8.3.31',
  en: 'a day from 1900 to 2199, such as 2026-03-31, 2026/3/31 or 31 March 2026',
};

const YEAR_MIN = 1900;
const YEAR_MAX = 2199;
const SERIAL_MIN = 20_000;
const SERIAL_MAX = 80_000;
/** Day 0 of the 1900 date system of spreadsheets, valid for every serial after February 1900. */
const SERIAL_ZERO = '1899-12-30' as Day;

/** An era by which Japan counts its years, with its first and last day. */
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

/** The day of a year, a month and a day of the month that were written. */
function civilDay(year: number, month: number, day: number, written: unknown): Reading<Day> {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (year < YEAR_MIN || year > YEAR_MAX) {
    return refuse('out_of_range', DAY_EXPECTED, {
      ja: `${echo(written)} は扱える期間（${YEAR_MIN}年から${YEAR_MAX}年まで）の外です。`,
      en: `${echo(written)} is outside the years ${YEAR_MIN} to ${YEAR_MAX}, which can be read.`,
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

const notADay = (written: unknown): RefusedReading =>
  refuse('not_a_day', DAY_EXPECTED, {
    ja: `「${echo(written)}」は日付として読めません。2026-03-31 のように書いてください。`,
    en: `"${echo(written)}" is not a day that can be read. Write it like 2026-03-31.`,
  });

const ambiguousDay = (written: unknown): RefusedReading =>
  refuse('ambiguous_day', DAY_EXPECTED, {
    ja: `「${echo(written)}」は年・月・日の順が決められません。2026-03-04 のように書いてください。`,
    en: `The order of day, month and year in "${echo(written)}" is not clear. Write it like 2026-03-04.`,
  });

/** Splits `2026/3/31` or `8年3月31日` into three runs of digits; the first may be 元 after an era. */
function threeParts(text: string, era: boolean): [string, string, string] | undefined {
  const parts = ['', '', ''];
  let index = 0;
  let separator = '';
  for (let i = 0; i < text.length; i++) {
    const mark = text.charAt(i);
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
  const [first, second, third] = parts;
  return !first || !second || !third || second.length > 2 || third.length > 2 ? undefined : [first, second, third];
}

/** The day of a date whose year is counted in an era; `rest` is the text after the era. */
function fromEra(era: Era, rest: string, written: string): Reading<Day> {
  const parts = threeParts(rest.trim(), true);
  if (parts === undefined || parts[0].length > 2 || (parts[0] !== '元' && !allDigits(parts[0])))
    return notADay(written);
  const ordinal = parts[0] === '元' ? 1 : Number(parts[0]);
  const day = civilDay(Number(era.from.slice(0, 4)) + ordinal - 1, Number(parts[1]), Number(parts[2]), written);
  if (!day.ok) return day;
  if (ordinal === 0 || day.value < era.from || day.value > era.until) {
    return refuse('impossible_day', DAY_EXPECTED, {
      ja: `${echo(written)} は${era.name}（${era.from}〜${era.until}）の外です。${day.value} なら西暦で書いてください。`,
      en: `${echo(written)} is outside the era ${era.letter} (${era.from} to ${era.until}). If you mean ${day.value}, write that.`,
    });
  }
  return day;
}

/** The day of eight digits, or of the serial number of a spreadsheet. */
function fromDigits(digits: string, written: unknown): Reading<Day> {
  if (digits.length === 8) {
    return civilDay(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)), written);
  }
  const serial = digits.length === 5 ? Number(digits) : 0;
  if (serial < SERIAL_MIN || serial > SERIAL_MAX) return notADay(written);
  return accept(addDays(SERIAL_ZERO, serial));
}

/** Where the parts of a day stand that names its month in English. */
const NAMED_MONTH: readonly RegExp[] = [
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?[ .-]{1,2}(?<month>[a-z]{3,9})[ .,-]{1,2}(?<year>\d{4})$/i,
  /^(?<month>[a-z]{3,9})[ .-]{1,2}(?<day>\d{1,2})(?:st|nd|rd|th)?[ ,-]{1,2}(?<year>\d{4})$/i,
  /^(?<year>\d{4})[ -](?<month>[a-z]{3,9})[ -](?<day>\d{1,2})$/i,
];

/** The month of an English name or of its first letters, three at least, 1 to 12; 0 for another word. */
export const monthNamed = (name: string): number =>
  name.length < 3 ? 0 : 1 + MONTH_NAMES.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase()));

/** The day of a date such as 31 August 2026 or Aug 31, 2026; undefined for a text without the name of a month. */
function fromNamedMonth(text: string): Reading<Day> | undefined {
  for (const form of NAMED_MONTH) {
    const { year, month = '', day } = form.exec(text)?.groups ?? {};
    const number = monthNamed(month);
    if (number > 0) return civilDay(Number(year), number, Number(day), text);
  }
  return undefined;
}

/** The last day of a month written 2026年8月末 or 令和8年8月末日; undefined for other texts. */
function fromEndOfMonth(text: string): Reading<Day> | undefined {
  const [, month] = /^(.{1,12}年\s?\d{1,2}月)末日?$/.exec(text) ?? [];
  if (month === undefined) return undefined;
  const first = readDay(`${month}1日`);
  if (!first.ok) return notADay(text);
  return accept(lastOfMonth(yearOf(first.value), monthOf(first.value)));
}

/** Reads a civil day from ISO, Japanese, era and English forms, eight digits, or the serial number of a spreadsheet. */
export function readDay(value: unknown): Reading<Day> {
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && value > 0 ? fromDigits(String(value), value) : notADay(value);
  }
  if (typeof value !== 'string') return wrongType(value, DAY_EXPECTED);
  const prepared = normalised(value, DAY_EXPECTED);
  if (!prepared.ok) return prepared;
  const text = prepared.value;
  if (allDigits(text)) return fromDigits(text, text);
  // Days of long lists are mostly written in digits.
  const worded = /[a-z]{3}|末/i.test(text) ? (fromNamedMonth(text) ?? fromEndOfMonth(text)) : undefined;
  if (worded !== undefined) return worded;
  for (const era of ERAS) {
    if (text.startsWith(era.name)) return fromEra(era, text.slice(era.name.length), text);
    if (text.charAt(0).toUpperCase() === era.letter) {
      return isDigit(text[1]) || text[1] === '元' ? fromEra(era, text.slice(1), text) : notADay(text);
    }
  }
  const parts = threeParts(text, false);
  if (parts === undefined) {
    // 3/4/2026 has a four-digit run at the end: the order is the caller's habit, not ours to guess.
    const pieces =
      text.split('/').length === 3 ? text.split('/') : text.split('-').length === 3 ? text.split('-') : text.split('.');
    return pieces.length === 3 && pieces.every((piece) => allDigits(piece)) ? ambiguousDay(text) : notADay(text);
  }
  return parts[0].length === 4
    ? civilDay(Number(parts[0]), Number(parts[1]), Number(parts[2]), text)
    : ambiguousDay(text);
}
