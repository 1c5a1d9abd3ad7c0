// The age columns of an aging table: which days overdue a heading such as 31-60, 2ヶ月, 90日超, Current or 2026年8月 stands for.
// A range is turned into one number, its middle. A range with an open end is placed half the width of its neighbour beyond its known end;
// a bucket that is not yet due lies as far before the due date. A month has thirty days, as aging tables count.

import { monthNamed } from '../../fields/day.ts';
import { type Day, daysBetween, isoDay, lastOfMonth, monthOf, yearOf } from '../../values/day.ts';
import { type LedgerNote, note } from '../found.ts';
import { textOf } from './figures.ts';

/** The age that a heading states, before its neighbours are known. */
type AgeLabel =
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'up_to'; readonly to: number }
  | { readonly kind: 'from'; readonly from: number }
  | { readonly kind: 'not_due' }
  /** Months of age: 0 is the running month. */
  | { readonly kind: 'months'; readonly age: number }
  | { readonly kind: 'oldest' }
  /** A calendar month; `year` 0 where only the month is written, `older` for everything up to it. */
  | { readonly kind: 'calendar'; readonly year: number; readonly month: number; readonly older: boolean };

/** An age column and its range in days overdue, both ends included; a null `from` or `to` is an open end. */
export interface Bucket {
  readonly label: string;
  readonly from: number | null;
  readonly to: number | null;
  /** The days overdue by which the whole bucket is valued; negative before the due date. */
  readonly days: number;
}

/** Days of a month of age: aging tables count months of thirty days, whatever `DAYS_PER_MONTH` is. */
const DAYS_PER_AGE_MONTH = 30;

/** Days of a year of age: twelve such months, so that 6ヶ月～1年 meets 1年以上. */
const DAYS_PER_AGE_YEAR = 360;

const NOT_DUE =
  /^(current(?:not|0days?)?|(?:延滞|遅延|遅れ|滞納|超過|期日超過)なし|currentamount|currentdue|not|notyet|notdue|notyetdue|atdate|future|futuredue|undue|withinterms|期日未到来|支払期日未到来|(?:支払)?期日(?:到来)?前|performing(?:notdue)?|未到来|nichtfällig|nonéchu|porvencer|未到期|期限内|期日内|期限前|未経過|正常|正常債権|正常先|将来)$/;
const RUNNING = /^(当月|今月|当月分|当月発生|今月発生|当月売上|0(?:ヶ月|か月)|<1months?|thismonth|currentmonth)$/;
const OLDEST =
  /^(older|oldest|prior|[前先]々?月以前|それ以前|以前|それ以上|以上|older\+|(?:それ)?以前発生|過年度|長期|長期未収|長期債権|beyond|over)$/;
const UNIT = '(日|days?|d|週間?|weeks?|wks?|ヶ月|months?|mths?|mos?|m|年|years?|yrs?)';

const foldedAge = (label: string): string =>
  label
    .slice(0, 60)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([](?:[百千万]*円|jpy|yen|¥)[)\]]$/, '')
    .replace(/(?<=\d)_(?=\d)/g, '-')
    .replace(/[\s,'"_()（）]/g, '')
    .replace(/[〜~～–—―−]|から|(?<!up)to(?=\d)/g, '-')
    .replace(/[ケヵカヶ箇か]月/g, 'ヶ月')
    .replace(/(?<=\d)(?:tage|jours|d[ií]as|天)/, 'days')
    .replace(/^(?:\+de|plusde|über|másde)(?=\d)/, '>')
    .replace(/(?<=\d)ormore(?=days?)/, '+')
    .replace(/((?:past|after|beyond)due(?:date)?|overdue|daysold|old|late|経過|延滞|滞留|超過|遅延)$/, '')
    .replace(
      /^(?:b|bucket|range|age?ing|days|a\/?r|ow(?:ed|ing)|bal(?:ance)?|am(?:oun)?t|open|o\/?s|outstanding|unpaid)(?=\d{1,3}(?:-\d{1,3}(?![\d-])|\+|plus)|over\d)/,
      '',
    )
    .replace(/^(?:pastdue|overdue|due|aged?|days?)0$/, '0days')
    // days30 beside days60 is 30 days.
    .replace(/^days?((?:15|30|45|60|75|90|1[258]0)(?:plus|\+)?)$/, '$1days')
    .replace(/^(?:pastdue|overdue|due|aged?|days?|(?:期日|期限)?(?:経過|超過|延滞|滞留|遅延))(?=[\d<>])/, '')
    .replace(/半年/, '6ヶ月')
    .replace(/(?:and|&|or)?(?:above|over|more|older|up|plus|greater)(days?)?$/, '+$1')
    .replace(/-\+/, '+')
    .replace(/^(?:morethan|greaterthan|above|olderthan|older)(?=\d)/, '>')
    .replace(/^(?:lessthan|below|within)(?=\d)/, '<')
    .replace(/(?:売上|発生|計上|請求)?分$|(?<=\d月)(?:発生|分?(?:未納|未収|未入金|滞納)(?:金|額)?)$/, '')
    .replace(/(?<=\d月)期[日限](?:分|到来)?$/, '')
    .replace(
      /(?<=(?:以内|以上|超|未満|以下|\d日|ヶ月))(?:金額|残高|遅れ)$|(?<=以上|超|以内)(?:の)?(?:遅れ|延滞|滞留)$/,
      '',
    )
    .replace(/(?<=月)前以前$|(?<=以上)前$/, (end) => end.slice(1));

const isWeeks = (unit: string | undefined): boolean => unit !== undefined && /週|^w/.test(unit);
const isMonths = (unit: string | undefined): boolean => unit !== undefined && /月|^m/.test(unit);
const isYears = (unit: string | undefined): boolean => unit !== undefined && /年|^y/.test(unit);

/** Days of a number with its unit; a number without a unit counts days. */
const inDays = (digits: string | undefined, unit: string | undefined): number =>
  Number(digits) * (isYears(unit) ? DAYS_PER_AGE_YEAR : isMonths(unit) ? DAYS_PER_AGE_MONTH : isWeeks(unit) ? 7 : 1);

const isLongUnit = (unit: string | undefined): boolean => isMonths(unit) || isYears(unit);

const RANGE = new RegExp(
  `^(?:>|over)?(\\d{1,4})${UNIT}?(?:(超え?|以上|以降)-?|-)(\\d{1,4})${UNIT}?(以内|以下|未満|まで)?$`,
);
const UP_TO = new RegExp(`^(?:<=?|-|upto|under)?(\\d{1,4})${UNIT}?(以内|以下|まで|未満|orless)?$`);
const ABOVE = new RegExp(`^(>=?|over)?(\\d{1,4})${UNIT}?(以上|以降|以前|超|超え|-|\\+)?${UNIT}?$`);

/** The year before the first one of Reiwa. */
const REIWA = 2018;

/** The age that a heading states; undefined for a heading that states none. */
export function parseAgeLabel(label: string): AgeLabel | undefined {
  const found = ageIn(label);
  if (found !== undefined || !/[)）]\s*$/.test(label)) return found;
  // 31-60日(注意): what a list thinks of an age stands behind it.
  const bare = label.replace(/\s*[(（][^()（）\d]{1,20}[)）]\s*$/, '');
  return bare === label || !/\d/.test(bare) ? undefined : ageIn(bare);
}

function ageIn(label: string): AgeLabel | undefined {
  const text = foldedAge(label);
  if (NOT_DUE.test(text) || /^(?:future[<>\d]|-\d+-0$)/.test(text) || /^due (?:in|within) \d/i.test(label.trim()))
    return { kind: 'not_due' };
  if (RUNNING.test(text)) return { kind: 'months', age: 0 };
  const before = /^([前先]々?月)(?:発生)?$/.exec(text)?.[1];
  if (before !== undefined) return { kind: 'months', age: before.length - 1 };
  if (OLDEST.test(text) || text === '+') return { kind: 'oldest' };
  const period = /^period(\d{1,2})$/.exec(text)?.[1];
  if (period !== undefined) return { kind: 'range', from: (Number(period) - 1) * 30 + 1, to: Number(period) * 30 };
  const calendar =
    /^(\d{4})[年/.-](\d{1,2})(?:月|-(?:01|2[89]|3[01]))?(以前)?$/.exec(text) ?? /^()(\d{1,2})月(以前)?$/.exec(text);
  if (calendar !== null) return calendarMonth(Number(calendar[1] || 0), Number(calendar[2]), calendar[3] !== undefined);
  const era = /^(?:r|令和?)(\d{1,2}|元)[年/.-](\d{1,2})月?(以前)?$/.exec(text);
  if (era !== null)
    return calendarMonth(REIWA + (era[1] === '元' ? 1 : Number(era[1])), Number(era[2]), era[3] !== undefined);
  const [, name, year] =
    /^([a-z]{3,9})[-/.]?(\d{4})$/.exec(text) ?? /^([a-z]{3,9})[-/'’](\d\d)$/.exec(label.trim().toLowerCase()) ?? [];
  if (name !== undefined) return calendarMonth(Number(year?.padStart(4, '20')), monthNamed(name), false);
  return statedRange(text);
}

/** The age of a heading that states a range, one end of it, or a number of months. */
function statedRange(text: string): AgeLabel | undefined {
  const range = RANGE.exec(text);
  if (range !== null) {
    const [, low, lowUnit, beyond, high, unit, below] = range;
    // 3ヶ月～6ヶ月 follows what ends at three months; 30日以上 begins with its day.
    const isAfter = beyond === undefined ? isLongUnit(lowUnit ?? unit) : beyond.startsWith('超') || isLongUnit(lowUnit);
    const from = inDays(low, lowUnit ?? unit) + (isAfter ? 1 : 0);
    const to = inDays(high, unit) - (below === '未満' && !isLongUnit(unit) ? 1 : 0);
    return from < to ? { kind: 'range', from, to } : undefined;
  }
  const upTo = UP_TO.exec(text);
  if (upTo !== null && (upTo[3] !== undefined || /^(<|-|upto|under)/.test(text)))
    return { kind: 'up_to', to: inDays(upTo[1], upTo[2]) };
  const above = ABOVE.exec(text);
  if (above !== null && (above[1] !== undefined || above[4] !== undefined)) {
    const unit = above[3] ?? above[5];
    const beyond = above[1] === '>' || above[1] === 'over' || above[4] === '超' || above[4] === '超え';
    return { kind: 'from', from: inDays(above[2], unit) + (beyond || isLongUnit(unit) ? 1 : 0) };
  }
  const months = /^(\d{1,2})(ヶ月|months?)前?$/.exec(text);
  if (months !== null) return { kind: 'months', age: Number(months[1]) };
  // "30 Days" beside "60 Days" ends there.
  const mark = /^(\d{1,4})(日|days?|週間?|weeks?)$/.exec(text);
  if (mark !== null && Number(mark[1]) === 0) return { kind: 'range', from: 0, to: 0 };
  return mark === null ? undefined : { kind: 'up_to', to: inDays(mark[1], mark[2]) };
}

const calendarMonth = (year: number, month: number, older: boolean): AgeLabel | undefined =>
  month >= 1 && month <= 12 && (year === 0 || (year >= 1990 && year <= 2199))
    ? { kind: 'calendar', year, month, older }
    : undefined;

/** Whether a heading states a calendar month. */
export const isCalendarMonth = (label: string): boolean => parseAgeLabel(label)?.kind === 'calendar';

const firstOfMonth = (year: number, month: number): Day => isoDay(year, month, 1);

/** The last day of the newest calendar month among the headings; null when none names its year. */
export function newestMonthEnd(labels: readonly string[]): Day | null {
  const ends = labels
    .map(parseAgeLabel)
    .flatMap((age) => (age?.kind === 'calendar' && age.year > 0 ? [lastOfMonth(age.year, age.month)] : []))
    .sort();
  return ends.at(-1) ?? null;
}

/** The end of a month that names no year, the latest one on a day; undefined for other headings. */
export function monthEndBefore(label: string, day: Day): Day | undefined {
  const age = parseAgeLabel(label);
  if (age?.kind !== 'calendar' || age.year > 0) return undefined;
  return lastOfMonth(age.month > monthOf(day) ? yearOf(day) - 1 : yearOf(day), age.month);
}

/** A range of days overdue, both ends included. */
interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** The days overdue of a calendar month on the day of the table; a month without a year is the latest one not after that day. */
function daysOfMonth({ year, month }: { readonly year: number; readonly month: number }, as_of: Day): DayRange {
  const latest = month > monthOf(as_of) ? yearOf(as_of) - 1 : yearOf(as_of);
  const dated = year === 0 ? latest : year;
  return { from: daysBetween(lastOfMonth(dated, month), as_of), to: daysBetween(firstOfMonth(dated, month), as_of) };
}

const middle = ({ from, to }: DayRange): number => Math.round((from + to) / 2);

/** The ranges whose two ends are known, in the order of the columns; undefined for an age with an open end. */
function closedRanges(ages: readonly (AgeLabel | undefined)[], as_of: Day | null): (DayRange | undefined)[] {
  const hasRunningMonth = ages.some((age) => age?.kind === 'months' && age.age === 0);
  const first = ages.some((age) => age?.kind === 'not_due') ? 1 : 0;
  const closed = ages.map((age): DayRange | undefined => {
    if (age?.kind === 'range') return { from: age.from, to: age.to };
    if (age?.kind === 'calendar') return as_of === null || age.older ? undefined : daysOfMonth(age, as_of);
    if (age?.kind !== 'months') return undefined;
    if (age.age === 0) return { from: first, to: DAYS_PER_AGE_MONTH };
    // Beside a running month, one month of age is the thirty days after it; without one, it is the first thirty days.
    const from = (hasRunningMonth ? age.age : age.age - 1) * DAYS_PER_AGE_MONTH;
    return { from: from + 1, to: from + DAYS_PER_AGE_MONTH };
  });
  // "Up to 30" begins where the range before it ends.
  const upTo = ages.flatMap((age, i) => (age?.kind === 'up_to' ? [{ i, to: age.to }] : []));
  for (const { i, to } of upTo.sort((one, other) => one.to - other.to)) {
    const below = closed.flatMap((range) => (range !== undefined && range.to < to ? [range.to + 1] : []));
    closed[i] = { from: Math.max(first, ...below), to };
  }
  return closed;
}

/**
 * The buckets of a table, in the order of its columns. `as_of` is the day of the table; without it a calendar month cannot be placed. A
 * column that cannot be placed is null.
 */
export function bucketsOf(labels: readonly string[], as_of: Day | null): (Bucket | null)[] {
  const ages = labels.map(parseAgeLabel);
  const closed = closedRanges(ages, as_of);
  const known = closed.filter((range) => range !== undefined);
  const highest = Math.max(0, ...known.map(({ to }) => to));
  const widthNear = (day: number): number => {
    const [near] = [...known].sort((a, b) => Math.abs(a.to - day) - Math.abs(b.to - day));
    return near === undefined ? DAYS_PER_AGE_MONTH : near.to - near.from + 1;
  };
  return labels.map((text, i): Bucket | null => {
    const label = text.normalize('NFKC').trim();
    const [age, range] = [ages[i], closed[i]];
    if (range !== undefined) return { label, ...range, days: middle(range) };
    if (age === undefined) return null;
    if (age.kind === 'not_due') return { label, from: null, to: 0, days: -Math.round(widthNear(0) / 2) };
    let from = highest + 1;
    if (age.kind === 'from')
      from = Math.max(age.from, labels.length > 1 ? Math.min(highest + 1, age.from + DAYS_PER_AGE_MONTH) : 0);
    if (age.kind === 'calendar') {
      if (as_of === null) return null;
      from = daysOfMonth(age, as_of).from;
    }
    return { label, from, to: null, days: from + Math.round(widthNear(from) / 2) };
  });
}

/** The range of a bucket in words. */
function rangeText({ from, to }: Bucket): { ja: string; en: string } {
  if (from === null) return { ja: '期日前', en: 'not yet due' };
  return to === null
    ? { ja: `${from}日以上`, en: `${from} days or more` }
    : { ja: `${from}～${to}日`, en: `${from} to ${to} days` };
}

/** The note that the age of a row is estimated from its bucket. */
export function ageNote(bucket: Bucket, line: number): LedgerNote {
  const { ja, en } = rangeText(bucket);
  const rule =
    bucket.from === null || bucket.to === null
      ? {
          ja: '端が開いているため、隣の区分の幅の半分を加えた日',
          en: 'the open end is taken half the width of its neighbour away',
        }
      : { ja: '区分の中央', en: 'the middle of the range' };
  return note(
    'age_estimated',
    `滞留日数${bucket.days}日は「${bucket.label}」（${ja}）からの推定です（${rule.ja}）。`,
    `${bucket.days} days overdue stand for "${bucket.label}" (${en}); ${rule.en}.`,
    line,
  );
}

/** The ages that the cells of a column name, by their text. */
export function namedAges(
  rows: readonly (readonly unknown[])[],
  column: number | undefined,
): ReadonlyMap<string, Bucket> {
  if (column === undefined) return new Map();
  const labels = [...new Set(rows.map((row) => textOf(row[column])))].filter((label) => label !== '').slice(0, 100);
  return new Map(
    bucketsOf(
      labels.map((label) => (label === '0' ? '0 days' : label)),
      null,
    ).flatMap((bucket, i): [string, Bucket][] => (bucket === null ? [] : [[labels[i] ?? '', bucket]])),
  );
}
