// Late interest at the boundaries of its rules: exact sums, agreed rates, and the caps of the law.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_COUNTS, type InterestRequest, lateInterest } from '../src/law/interest.ts';
import { addDays } from '../src/values/day.ts';
import { moneyText } from '../src/values/money.ts';
import { jp } from './situations.ts';

const owed = (request: InterestRequest) => moneyText(lateInterest(jp, request).interest);

describe('interest is multiplied out before it is divided and rounded', () => {
  const base = { due_date: '2026-03-31', claim_kind: 'services' } as const;

  test('1,700,000 at 14.6 % for 110 days is 74,800 exactly, a day less 74,120 exactly', () => {
    const at = { ...base, principal: 1_700_000, agreed_rate: '0.146' };
    expect(owed({ ...at, as_of: '2026-07-19' })).toBe('74800');
    expect(owed({ ...at, as_of: '2026-07-18' })).toBe('74120');
  });

  test('an exact sum over two rates is not lost by the digits of its parts', () => {
    // 1 day at 3 % and 29 days at 14.6 % of 73,000,000: 6,000 + 846,800.
    const found = lateInterest(jp, {
      principal: 73_000_000,
      due_date: '2026-03-31',
      received_on: '2026-02-01',
      as_of: '2026-04-30',
      subcontract_act: true,
    });
    expect(found.breakdown.map(({ amount }) => moneyText(amount))).toEqual(['6000', '846800']);
    expect(moneyText(found.interest)).toBe('852800');
  });

  test('every sum is the whole part of principal × rate × days over the days of the year, in whole numbers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.constantFrom(30n, 60n, 146n, 183n),
        fc.integer({ min: 1, max: 364 }),
        fc.constantFrom(...DAY_COUNTS),
        fc.constantFrom('2023-01-31', '2023-12-31'),
        (principal, perMille, days, day_count, due_date) => {
          const agreed_rate = Number(perMille) / 1000;
          const as_of = addDays(due_date, days);
          // All the days of a year fall into one calendar year when it begins on the first of January.
          const year = due_date === '2023-12-31' && day_count === 'year_then_days' ? 366n : 365n;
          if (due_date === '2023-01-31' && as_of > '2023-12-31') return;
          const exact = (BigInt(principal) * perMille * BigInt(days)) / (1000n * year);
          expect(owed({ principal, agreed_rate, due_date, as_of, day_count, claim_kind: 'services' })).toBe(
            String(exact),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
