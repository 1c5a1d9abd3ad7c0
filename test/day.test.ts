// Civil days: calendar arithmetic against known days, and the laws it keeps.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  compareDays,
  dayNumber,
  dayOfMonth,
  daysBetween,
  daysInMonth,
  earlier,
  fromDayNumber,
  isDay,
  isLeapYear,
  later,
  monthOf,
  periodEnd,
  yearOf,
} from '../src/values/day.ts';
import cases from './cases/law-jp.json' with { type: 'json' };
import { addMonths } from './months.ts';

const anyDay = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2200-12-31') }).map(fromDayNumber);

describe('a civil day', () => {
  test.each(['2026-05-21', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (day) => {
    expect(isDay(day)).toBe(true);
  });
  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-04-31',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '0000-01-01',
    '',
    20260101,
    null,
  ])('%s is not a day', (value) => {
    expect(isDay(value)).toBe(false);
  });
  test('its parts are read from the text', () => {
    expect([yearOf('2026-05-21'), monthOf('2026-05-21'), dayOfMonth('2026-05-21')]).toEqual([2026, 5, 21]);
  });
});

describe('day numbers', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-03-01', 11017],
    ['2026-05-21', 20594],
    ['0001-01-01', -719162],
    ['9999-12-31', 2932896],
  ])('%s is number %i', (day, number) => {
    expect(dayNumber(day)).toBe(number);
    expect(fromDayNumber(number)).toBe(day);
  });
  test('days outside the years 1 to 9999 are refused', () => {
    expect(() => fromDayNumber(2932897)).toThrow(RangeError);
    expect(() => fromDayNumber(-719163)).toThrow(RangeError);
    expect(() => fromDayNumber(0.5)).toThrow(RangeError);
  });
  test('every day of four centuries follows the last', () => {
    let previous = '1800-12-31';
    for (let n = dayNumber('1801-01-01'); n <= dayNumber('2200-12-31'); n++) {
      const day = fromDayNumber(n);
      if (!isDay(day) || day <= previous || dayNumber(day) !== n) throw new Error(`${previous} then ${day}`);
      previous = day;
    }
  });
  test('adding days and counting them agree', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40000, max: 40000 }), (day, n) => {
        const other = addDays(day, n);
        expect(daysBetween(day, other)).toBe(n);
        expect(Math.sign(n)).toBe(compareDays(other, day));
      }),
    );
  });
  test('the earlier and the later of two days', () => {
    expect(earlier('2026-01-02', '2026-01-01')).toBe('2026-01-01');
    expect(later('2026-01-02', '2026-01-01')).toBe('2026-01-02');
  });
});

describe('months', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-05-21', 0, '2026-05-21'],
  ])('%s plus %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });
  test('February has 29 days in leap years only', () => {
    expect([2024, 2026, 1900, 2000].map((year) => daysInMonth(year, 2))).toEqual([29, 28, 28, 29]);
    expect([2024, 1900].map(isLeapYear)).toEqual([true, false]);
  });
});

describe('the end of a period (Civil Code art. 140-143)', () => {
  test.each(cases.periodEnd)('$event + $years years $months months ends on $last', ({ event, years, months, last }) => {
    expect(periodEnd(event, { years, months })).toBe(last);
  });
  test('years and months may stand alone', () => {
    expect(periodEnd('2021-03-31', { years: 5 })).toBe('2026-03-31');
    expect(periodEnd('2026-12-31', { months: 6 })).toBe('2027-06-30');
    expect(periodEnd('2026-08-31', { months: 6 })).toBe('2027-02-28');
  });
  test('it is never before the event plus the period less a day, and never after the month of the corresponding day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 240 }), (event, months) => {
        const end = periodEnd(event, { months });
        expect(end >= addDays(addMonths(event, months), -1)).toBe(true);
        expect(end <= addMonths(addDays(event, 1), months)).toBe(true);
        expect(isDay(end)).toBe(true);
      }),
    );
  });
  test('a later event never ends earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 240 }), (event, months) => {
        expect(periodEnd(addDays(event, 1), { months }) >= periodEnd(event, { months })).toBe(true);
      }),
    );
  });
});
