// Late interest at the boundaries of its rules: exact sums, agreed rates, and the caps of the law.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_COUNTS, type InterestRequest, lateInterest } from '../src/law/interest.ts';
import { addDays } from '../src/values/day.ts';
import { moneyText } from '../src/values/money.ts';
import { ask } from './asking.ts';
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

describe('what was agreed holds, up to the caps and down to the floors of the law', () => {
  const base = { principal: 1_000_000, due_date: '2026-03-31', as_of: '2026-11-21', claim_kind: 'services' } as const;

  test.each<[string, Partial<InterestRequest>, string, string, string]>([
    ['2.5 % agreed between companies (Civil Code 420(1))', { agreed_rate: '0.025' }, '0.025', 'agreed', '16095'],
    ['nothing agreed: the statutory 3 %', {}, '0.03', 'statutory', '19315'],
    ['agreed at the statutory rate', { agreed_rate: '0.03' }, '0.03', 'agreed', '19315'],
    ['agreed to be free of late interest', { agreed_rate: '0' }, '0', 'agreed', '0'],
    [
      'an instalment sale to a consumer: the statutory rate at most (Instalment Sales Act 6(2))',
      { claim_kind: 'instalment_sale', debtor_type: 'consumer', agreed_rate: '0.146' },
      '0.03',
      'capped',
      '19315',
    ],
    [
      'less agreed in an instalment sale stands',
      { claim_kind: 'instalment_sale', debtor_type: 'consumer', agreed_rate: '0.03' },
      '0.03',
      'agreed',
      '19315',
    ],
    [
      'an instalment sale to a business is not capped (art. 8(i))',
      { claim_kind: 'instalment_sale', debtor_type: 'sole_proprietor', agreed_rate: '0.146' },
      '0.146',
      'agreed',
      '94000',
    ],
    [
      'goods sold to a consumer: 14.6 % (Consumer Contract Act 9)',
      { claim_kind: 'goods', debtor_type: 'consumer', agreed_rate: '0.146' },
      '0.146',
      'agreed',
      '94000',
    ],
    [
      'a public body without an agreement: the rate of the notice, in whole hundreds',
      { debtor_type: 'public_body' },
      '0.025',
      'public_contract',
      '16000',
    ],
    [
      'less than that cannot be agreed with it (art. 8(1))',
      { debtor_type: 'public_body', agreed_rate: '0.024' },
      '0.025',
      'public_contract',
      '16000',
    ],
    ['more can', { debtor_type: 'public_body', agreed_rate: '0.026' }, '0.026', 'agreed', '16739'],
    [
      'a loan to it is no government contract',
      { debtor_type: 'public_body', claim_kind: 'loan' },
      '0.03',
      'statutory',
      '19315',
    ],
    [
      'default before 2021-04-01',
      { debtor_type: 'public_body', due_date: '2021-03-30', as_of: '2022-03-30' },
      '0.026',
      'public_contract',
      '26000',
    ],
    [
      'default from 2021-04-01',
      { debtor_type: 'public_body', due_date: '2021-03-31', as_of: '2022-03-31' },
      '0.025',
      'public_contract',
      '25000',
    ],
    [
      'less than a hundred yen is not owed',
      { debtor_type: 'public_body', principal: 6_000 },
      '0.025',
      'public_contract',
      '0',
    ],
  ])('%s', (_, change, rate, code, interest) => {
    const found = lateInterest(jp, { ...base, ...change });
    expect([moneyText(found.rate), found.breakdown[0]?.code, moneyText(found.interest)]).toEqual([
      rate,
      code,
      interest,
    ]);
  });

  test('an instalment sale to a consumer says its cap and the demand that all of it needs; another sale does not', async () => {
    const codes = async (claim_kind: string) =>
      (await ask({ amount: 600_000, overdue_days: 90, debtor_type: 'consumer', claim_kind })).warnings.map(
        ({ code }) => code,
      );
    expect(await codes('instalment_sale')).toContain('instalment_sale');
    expect(await codes('goods')).not.toContain('instalment_sale');
  });
});
