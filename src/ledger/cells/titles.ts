// Reads what stands around a table: the unit of its amounts, its currency and its day, as title lines and headings write them.

import { monthNamed } from '../../fields/day.ts';
import { type Day, lastOfMonth } from '../../values/day.ts';
import { type DateOrder, dayOf, textOf } from './figures.ts';

const UNIT_WORDS: readonly (readonly [pattern: RegExp, unit: number])[] = [
  [/百万(?:円|日元)|million|jpym\b|^百万$/, 1_000_000],
  [/千(?:円|日元)|thousand|jpyk\b|^千$|^k$/, 1000],
  [/万(?:円|日?元)|^万$/, 10_000],
  [/円|yen|jpy/, 1],
];

/** Thousands and millions of yen as English tables abbreviate them: JPY thousands, ¥'000, JPY mn, (000s). */
const SHORT_UNITS: readonly (readonly [pattern: RegExp, unit: number])[] = [
  [
    /(?<![a-z\d]|\d )m[mn]?\s?(?:jpy|yen|¥)|(?:jpy|yen|¥)\s?(?:in )?(?:millions?|mil|mn|mm|m)(?![a-z])|millions? (?:of )?(?:japanese )?(?:jpy|yen)|(?<![\d,.]|\d )['’]?000[,' ]000s?(?!\d)/,
    1_000_000,
  ],
  [
    /(?<![a-z\d]|\d )k\s?(?:jpy|yen|¥)|(?:jpy|yen|¥)\s?(?:in )?(?:thousands?|k|['’]?000(?:['’]?s)?)(?![a-z\d,.])|thousands? (?:of )?(?:japanese )?(?:jpy|yen)|(?<![\d,.])['’]000(?:['’]?s)?(?![\d,.])|[([]000(?:['’]?s)?(?: omitted)?[)\]]/,
    1000,
  ],
];

const shortUnitIn = (text: string): number | undefined => SHORT_UNITS.find(([pattern]) => pattern.test(text))?.[1];

const unitIn = (text: string): number | undefined => UNIT_WORDS.find(([pattern]) => pattern.test(text))?.[1];

/** A text in half-width forms and with single spaces, so that no pattern below can backtrack over runs of spaces. */
const singleSpaced = (text: string): string => text.slice(0, 300).normalize('NFKC').replaceAll(/\s+/g, ' ');

/** What stands in the brackets of a heading. */
const bracketed = (heading: string): string[] =>
  [...singleSpaced(heading).matchAll(/[([{【〔]([^)\]}】〕]*)[)\]}】〕]/g)].flatMap(
    ([, inside]) => inside?.trim() ?? [],
  );

/** The unit that a heading such as 残高（千円） names in brackets: 1, 1000, 10000 or 1000000 yen; undefined without one. */
export function unitOfHeading(heading: string): number | undefined {
  const short = shortUnitIn(singleSpaced(heading).toLowerCase().replaceAll('\\', '¥'));
  if (short !== undefined) return short;
  for (const inside of bracketed(heading)) {
    const unit = unitIn(inside.toLowerCase());
    if (unit !== undefined) return unit;
  }
  return undefined;
}

/** Whether a line speaks of something else than the amounts of the table: a note, or a credit limit. */
const isAside = (text: string): boolean => /^(?:notes?\b|n\.b\.|注|※|\*)|limit|与信|限度|turnover/i.test(text);

/** Whether a line beside the table speaks of thousands or millions without being the unit of its amounts. */
export const mentionsUnit = (cells: readonly unknown[]): boolean => {
  const text = singleSpaced(cells.map(textOf).filter(Boolean).join(' ')).toLowerCase();
  return isAside(text) && /千円|百万円|万円|thousands?|millions?/.test(text);
};

/** The unit that a line outside the table states, as 単位：千円, (千円) or in thousands of yen; undefined without one. */
export function unitOfLine(cells: readonly unknown[]): number | undefined {
  const text = singleSpaced(cells.map(textOf).filter(Boolean).join(' ')).toLowerCase();
  const stated =
    /[単单]位\s*[:：=]?\s*[([]?\s*(\S{1,6})/.exec(text)?.[1] ?? /[([]\s*(百万円|千円|万円)\s*[)\]]/.exec(text)?.[1];
  if (stated !== undefined) return unitIn(stated);
  if (isAside(text)) return undefined;
  const short = shortUnitIn(text.replaceAll('\\', '¥'));
  if (short !== undefined) return short;
  const english = /\b(?:units?\s*:\s*(.{1,30})|(?:in|yen)\s+(thousands?|millions?))\b/.exec(text);
  const words = english?.[1] ?? english?.[2];
  return words === undefined ? undefined : unitIn(words);
}

/** The year, month or day that a name says, so that the later is the greater; 0 where it says no year. */
export function periodIn(name: string): number {
  const text = name.normalize('NFKC');
  const [, era, year = '', month = '', day = ''] =
    /(?<![\dA-Za-z])(R|令和)?(\d{4}|(?<=R|令和)\d{1,2})(?:[年./_-]?(\d{1,2}(?!\d)|(?<=\d{4})\d\d(?=\d\d(?!\d))))?(?:[月./_-]?(\d{1,2}))?(?!\d)/.exec(
      text,
    ) ?? [];
  if (year === '') return 0;
  const named = month === '' ? /(?:(\d{1,2}) )?\b([A-Za-z]{3,9})\b/g : /$^/g;
  const [, before = '', monthName = ''] =
    [...text.matchAll(named)].find(([, , word = '']) => monthNamed(word) > 0) ?? [];
  const months = monthName === '' ? Number(month) : monthNamed(monthName);
  return ((Number(year) + (era === undefined ? 0 : 2018)) * 100 + months) * 100 + Number(before || day);
}

/** Whether numbers of months follow each other by so many, from December to January: 1 onwards, 11 back. 0 stands for no month. */
export const monthsRun = (months: readonly number[], step: 1 | 11): boolean =>
  months.every((month, i) => month > 0 && (i === 0 || (month - (months[i - 1] ?? 0) + 12) % 12 === step));

const STATED_DAY =
  '(\\d{4}[年/.-]\\s?\\d{1,2}[月/.-]\\s?\\d{1,2}日?|(?:令和|R)\\s?\\d{1,2}[年.]\\s?\\d{1,2}[月.]\\s?\\d{1,2}日?|[A-Z][a-z]{2,8}\\.? \\d{1,2},? \\d{4}|\\d{1,2} [A-Z][a-z]{2,8}\\.? \\d{4}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4})';
const STATED_AS_OF = [
  new RegExp(`(?:基準日|集計日|現在日|基準年月日|[Aa]s (?:of|at)|AS OF|[Aa]ging date)\\s*[:=]?\\s*${STATED_DAY}`),
  new RegExp(`${STATED_DAY}\\s*(?:現在|時点)`),
];

/**
 * The day of the table that a title line states: 2026年10月31日現在, 基準日, As of October 31, 2026, or the end of 終了年月. `order` is that of
 * days such as 3/4/2026, where it is known. Undefined without such a day.
 */
export function asOfLine(cells: readonly unknown[], order: DateOrder | undefined): Day | undefined {
  const text = singleSpaced(cells.map(textOf).filter(Boolean).join(' '));
  for (const pattern of STATED_AS_OF) {
    const found = pattern.exec(text)?.[1];
    if (found === undefined) continue;
    const forced = /^(\d{1,2})[/.](\d{1,2})[/.]/.exec(found);
    const implied =
      forced === null ? undefined : Number(forced[1]) > 12 ? 'dmy' : Number(forced[2]) > 12 ? 'mdy' : undefined;
    const day = dayOf(found.replace(/\s+(?=\d{1,2}[月日])/g, ''), order ?? implied);
    if (day !== undefined) return day;
  }
  const [, year, month] = /終了年月\s*[:=]?\s*(\d{4})[年/.-]\s?(\d{1,2})/.exec(text) ?? [];
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  return year !== undefined && isMonth ? lastOfMonth(Number(year), Number(month)) : undefined;
}
