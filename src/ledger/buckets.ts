// The age columns of an aging table: which days overdue a heading such as 31-60, 2ヶ月, 90日超, Current or 2026年8月 stands for.
// A range is turned into one number, its middle. An open end takes half the width of the neighbouring range beyond its known end; a
// bucket that is not yet due lies as far before the due date. A month of thirty days, as aging tables count.

import { type Day, daysBetween, daysInMonth } from '../values/day.ts';

/** What a heading says about an age, before its neighbours are known. */
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

/** A bucket with its place in days overdue; `to` null = no upper end, `from` null = no lower end. */
export interface Bucket {
  readonly label: string;
  readonly from: number | null;
  readonly to: number | null;
  /** The number of days that stands for it. */
  readonly days: number;
}

const DAYS_PER_AGE_MONTH = 30;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const NOT_DUE = /^(current|currentamount|notdue|notyetdue|期日未到来|期日前|未到来|期限内|期日内|未経過|正常)$/;
const RUNNING = /^(当月|今月|当月分|当月発生|0(?:ヶ月|か月)|<1months?|thismonth)$/;
const OLDEST = /^(older|それ以前|以前|それ以上|以上|older\+)$/;

const foldedAge = (label: string): string =>
  label
    .slice(0, 60)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,'"]/g, '')
    .replace(/[〜~～–—―−]|から|to(?=\d)/g, '-')
    .replace(/[ケヵカヶ箇か]月/g, 'ヶ月')
    .replace(/(pastdue|overdue|daysold|経過|延滞|滞留|超過)$/, '')
    .replace(/(andover|ormore|andabove)days?$/, '$1')
    .replace(/分$/, '');

/** Days of a number with its unit: plain numbers are days. */
const inDays = (number: string, unit: string | undefined): number =>
  Number(number) * (unit !== undefined && /月|month/.test(unit) ? DAYS_PER_AGE_MONTH : 1);

/** What a heading says about an age; undefined when it says nothing. */
export function parseAgeLabel(label: string): AgeLabel | undefined {
  const text = foldedAge(label);
  if (NOT_DUE.test(text)) return { kind: 'not_due' };
  if (RUNNING.test(text)) return { kind: 'months', age: 0 };
  if (text === '前月' || text === '前々月') return { kind: 'months', age: text.length - 1 };
  if (OLDEST.test(text)) return { kind: 'oldest' };
  const calendar = /^(\d{4})[年/.-](\d{1,2})月?(以前)?$/.exec(text) ?? /^()(\d{1,2})月(以前)?$/.exec(text);
  if (calendar !== null) return calendarMonth(Number(calendar[1] || 0), Number(calendar[2]), calendar[3] !== undefined);
  const english = /^([a-z]{3,9})[-/.]?(\d{4})$/.exec(text);
  if (english !== null) return calendarMonth(Number(english[2]), MONTHS.indexOf(english[1]!.slice(0, 3)) + 1, false);
  const range = /^(\d{1,4})(日|days?|ヶ月|months?)?-(\d{1,4})(日|days?|ヶ月|months?)?$/.exec(text);
  if (range !== null) {
    const [, low, , high, unit] = range;
    const from = unit !== undefined && /月|month/.test(unit) ? inDays(low!, unit) + 1 : Number(low);
    const to = inDays(high!, unit);
    return from < to ? { kind: 'range', from, to } : undefined;
  }
  const upTo = /^(?:<=?|-|upto|under)?(\d{1,4})(日|days?|ヶ月|months?)?(以内|以下|まで|未満|orless)?$/.exec(text);
  if (upTo !== null && (upTo[3] !== undefined || /^(<|-|upto|under)/.test(text)))
    return { kind: 'up_to', to: inDays(upTo[1]!, upTo[2]) };
  const above =
    /^(?:(>=?|over)?(\d{1,4})(日|days?|ヶ月|months?)?(以上|以降|以前|超|超え|-|\+|andover|ormore|andabove|ormore)?)$/.exec(
      text,
    );
  if (above !== null && (above[1] !== undefined || above[4] !== undefined)) {
    const beyond = above[1] === '>' || above[1] === 'over' || above[4] === '超' || above[4] === '超え';
    const months = above[3] !== undefined && /月|month/.test(above[3]);
    return { kind: 'from', from: inDays(above[2]!, above[3]) + (beyond || months ? 1 : 0) };
  }
  const months = /^(\d{1,2})(ヶ月|months?)前?$/.exec(text);
  return months === null ? undefined : { kind: 'months', age: Number(months[1]) };
}

const calendarMonth = (year: number, month: number, older: boolean): AgeLabel | undefined =>
  month >= 1 && month <= 12 && (year === 0 || (year >= 1990 && year <= 2199))
    ? { kind: 'calendar', year, month, older }
    : undefined;

/** Whether a heading names a calendar month. */
export const isCalendarMonth = (label: string): boolean => parseAgeLabel(label)?.kind === 'calendar';

const firstOfMonth = (year: number, month: number): Day => `${year}-${String(month).padStart(2, '0')}-01`;
/** The last day of a month. */
export const lastOfMonth = (year: number, month: number): Day =>
  `${year}-${String(month).padStart(2, '0')}-${String(daysInMonth(year, month)).padStart(2, '0')}`;

/** The last day of the newest calendar month among the headings; null when none names its year. */
export function newestMonthEnd(labels: readonly string[]): Day | null {
  const ends = labels
    .map(parseAgeLabel)
    .flatMap((said) => (said?.kind === 'calendar' && said.year > 0 ? [lastOfMonth(said.year, said.month)] : []))
    .sort();
  return ends.at(-1) ?? null;
}

/** The days of a calendar month against the day of the table; a month without a year is the latest one not after that day. */
function daysOfMonth(said: Extract<AgeLabel, { kind: 'calendar' }>, as_of: Day): { from: number; to: number } {
  let { year } = said;
  if (year === 0) {
    year = Number(as_of.slice(0, 4));
    if (said.month > Number(as_of.slice(5, 7))) year--;
  }
  return {
    from: daysBetween(lastOfMonth(year, said.month), as_of),
    to: daysBetween(firstOfMonth(year, said.month), as_of),
  };
}

const middle = (from: number, to: number): number => Math.round((from + to) / 2);

/**
 * The buckets of a table, in the order of its columns. `as_of` is the day of the table, needed for calendar months; a month cannot be
 * placed without it and is left out (null).
 */
export function bucketsOf(labels: readonly string[], as_of: Day | null): (Bucket | null)[] {
  const said = labels.map(parseAgeLabel);
  const zero = said.some((one) => one?.kind === 'months' && one.age === 0);
  const notDue = said.some((one) => one?.kind === 'not_due');
  // Ranges whose two ends are known, so that an open end can lean on its neighbour.
  const closed = said.map((one): { from: number; to: number } | undefined => {
    if (one?.kind === 'range') return one;
    if (one?.kind === 'calendar') return as_of === null || one.older ? undefined : daysOfMonth(one, as_of);
    if (one?.kind !== 'months') return undefined;
    if (one.age === 0) return { from: notDue ? 1 : 0, to: DAYS_PER_AGE_MONTH };
    // Beside a running month, one month of age is the thirty days after it; without one, the first thirty days.
    const from = (zero ? one.age : one.age - 1) * DAYS_PER_AGE_MONTH;
    return { from: from + 1, to: from + DAYS_PER_AGE_MONTH };
  });
  // "Up to 30" begins where the range before it ends.
  for (const [i, one] of said.entries()) {
    if (one?.kind !== 'up_to') continue;
    const below = closed.flatMap((range) => (range !== undefined && range.to < one.to ? [range.to + 1] : []));
    closed[i] = { from: Math.max(notDue ? 1 : 0, ...below), to: one.to };
  }
  const highest = Math.max(0, ...closed.flatMap((range) => range?.to ?? []));
  const widthAt = (day: number): number => {
    const near = closed
      .filter((range) => range !== undefined)
      .sort((a, b) => Math.abs(a.to - day) - Math.abs(b.to - day))[0];
    return near === undefined ? DAYS_PER_AGE_MONTH : near.to - near.from + 1;
  };
  return said.map((one, i): Bucket | null => {
    const label = labels[i]!.normalize('NFKC').trim();
    const range = closed[i];
    if (range !== undefined) return { label, ...range, days: middle(range.from, range.to) };
    if (one === undefined) return null;
    if (one.kind === 'not_due') return { label, from: null, to: 0, days: -Math.round(widthAt(0) / 2) };
    let from = highest + 1;
    if (one.kind === 'from')
      from = Math.max(one.from, closed.length > 1 ? Math.min(highest + 1, one.from + DAYS_PER_AGE_MONTH) : 0);
    if (one.kind === 'calendar') {
      if (as_of === null) return null;
      from = daysOfMonth(one, as_of).from;
    }
    return { label, from, to: null, days: from + Math.round(widthAt(from) / 2) };
  });
}
