// Civil days as ISO text (`2026-05-21`): no clock, no time zone, no `Date`. Period ends follow Civil Code art. 138-143.
// Day numbers count from 1970-01-01 in the proleptic Gregorian calendar (Hinnant's civil-day arithmetic).

/** A civil day written `YYYY-MM-DD`, 0001-01-01 to 9999-12-31. Days compare as text. */
export type Day = string;

/** A length of time by the calendar. Both parts may be given; years are twelve months. */
export interface Period {
  readonly years?: number;
  readonly months?: number;
}

const FIRST_NUMBER = -719162; // 0001-01-01
const LAST_NUMBER = 2932896; // 9999-12-31

/** The months in English, January first. */
export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Whether a year has 366 days. */
export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days in a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;

/** The year of a day. */
export const yearOf = (day: Day): number =>
  digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3);

/** The month of a day, 1 to 12. */
export const monthOf = (day: Day): number => digit(day, 5) * 10 + digit(day, 6);

/** The day of the month, 1 to 31. */
export const dayOfMonth = (day: Day): number => digit(day, 8) * 10 + digit(day, 9);

/** Whether a value is a real civil day in ISO text. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const year = yearOf(value);
  const month = monthOf(value);
  const day = dayOfMonth(value);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The ISO text of a year, a month and a day of the month, which need not exist. */
export function isoDay(year: number, month: number, day: number): Day {
  const y = year < 1000 ? String(year).padStart(4, '0') : year;
  return `${y}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** The last day of a month; `month` is 1 to 12. */
export const lastOfMonth = (year: number, month: number): Day => isoDay(year, month, daysInMonth(year, month));

/** The number of a day; 1970-01-01 is 0. */
function civilNumber(year: number, month: number, day: number): number {
  // The year is counted from March, so that the leap day is its last day.
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The number of a day; 1970-01-01 is 0. The day is taken to be valid (`isDay`). */
export const dayNumber = (day: Day): number => civilNumber(yearOf(day), monthOf(day), dayOfMonth(day));

/** The day of a number. Throws `RangeError` outside the years 1 to 9999. */
export function fromDayNumber(number: number): Day {
  if (!Number.isInteger(number) || number < FIRST_NUMBER || number > LAST_NUMBER) {
    throw new RangeError(`no civil day has the number ${number}`);
  }
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * m + 2) / 5) + 1;
  const month = m < 10 ? m + 3 : m - 9;
  return isoDay(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day);
}

/** The day `days` after (or, when negative, before) a day. */
export const addDays = (day: Day, days: number): Day => fromDayNumber(dayNumber(day) + days);

/** Days from one day to another: 0 on the same day, negative backwards. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** -1, 0 or 1, as for `Array.sort`. */
export const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

/** The earlier of two days. */
export const earlier = (a: Day, b: Day): Day => (b < a ? b : a);

/** The later of two days. */
export const later = (a: Day, b: Day): Day => (b > a ? b : a);

/** Throws `RangeError` for a year that no day can have. */
function checkYear(year: number): void {
  if (year < 1 || year > 9999) throw new RangeError(`the year ${year} is outside 1 to 9999`);
}

/**
 * The last day of a period that an event sets running, for the whole of that day.
 * The day of the event is not counted (Civil Code art. 140); the period ends on the day before the day that corresponds to its
 * first day, or on the last day of the month when there is no such day (art. 141, 143(2)).
 * So five years from 2023-02-28 end on 2028-02-29. Holidays do not lengthen it here (art. 142): the earlier day is the safe one.
 */
export function periodEnd(event: Day, period: Period): Day {
  let year = yearOf(event);
  let month = monthOf(event);
  let first = dayOfMonth(event) + 1;
  if (first > daysInMonth(year, month)) {
    first = 1;
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  const count = year * 12 + month - 1 + (period.years ?? 0) * 12 + (period.months ?? 0);
  year = Math.floor(count / 12);
  month = count - year * 12 + 1;
  checkYear(year);
  const length = daysInMonth(year, month);
  if (first > length) return isoDay(year, month, length);
  if (first > 1) return isoDay(year, month, first - 1);
  if (month > 1) return isoDay(year, month - 1, daysInMonth(year, month - 1));
  checkYear(year - 1);
  return isoDay(year - 1, 12, 31);
}

/** Days in a month wherever days become months: 365.25 / 12. */
export const DAYS_PER_MONTH = 30.4375;

/** The length of a number of days in months. */
export const monthsOf = (days: number): number => days / DAYS_PER_MONTH;

/** The day so many months after another. */
export const dayAfter = (from: Day, months: number): Day => addDays(from, Math.round(months * DAYS_PER_MONTH));
