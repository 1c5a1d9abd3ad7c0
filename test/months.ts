// A month later by the calendar, as the tests of periods count it: the engine itself counts months by days or by period ends.
import { type Day, dayOfMonth, daysInMonth, monthOf, yearOf } from '../src/values/day.ts';

/** The same day of the month `months` later or earlier, or the last day of that month when it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const count = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  const parts = [year, month, Math.min(dayOfMonth(day), daysInMonth(year, month))];
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
}
