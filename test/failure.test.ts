// What a failed claim brings: the price that the engine sets on every failure, against the words of the model (docs/model.md 4).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { termsOf } from '../src/decision/programme/moves.ts';
import { failAlike, failureValue, proceeds } from '../src/decision/tree/failure.ts';
import { money } from '../src/values/money.ts';
import { settingOf } from './golden_cases.ts';
import { FAILED, flowOf, flowsOf, follow, lotsOf, sum } from './plain_steps.ts';
import { tries } from './tries.ts';

const yen = fc.integer({ min: 1, max: 9_000_000 });
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const claim = fc.record({
  amount: fc.integer({ min: 20_000, max: 9_000_000 }),
  overdue_days: fc.integer({ min: -60, max: 900 }),
  security_value: maybe(fc.integer({ min: 0, max: 3_000_000 }).map((value) => money(value))),
  insolvency: maybe(fc.constantFrom('none', 'rehabilitation', 'reorganisation', 'bankruptcy')),
  tax_rate: maybe(fc.constant(0.34)),
  consumption_tax_rate: maybe(fc.constant(0.1)),
});
const runs = { numRuns: tries(60, 900), seed: 20_261_121 };

describe('a claim whose debtor has failed', () => {
  test('brings its security, and the dividend on the rest where that pays for proving it; the loss has its tax effect', () => {
    fc.assert(
      fc.property(claim, yen, fc.integer({ min: 0, max: 30 }), (of, owed, at) => {
        const { c, state } = settingOf(of);
        const world = { c, moves: [] };
        const failure = { id: 'insolvent', at, fails: owed };
        const [stated, plain] = [proceeds(c, at, owed), flowsOf(world, failure)];
        const present = (flows: typeof stated) =>
          sum(flows.map((flow) => flowOf(world, flow, flow.at ?? at, FAILED).present));
        expect(Math.abs(present(stated) - present(plain))).toBeLessThan(1e-6);
        expect(stated.map((flow) => flow.at)).toEqual(plain.map((flow) => flow.at));

        const closing = { ...failure, at: 0, closes: c.a.insolvency.dividend_months, relief: true };
        const value = follow(world, closing, { ...state, balance: owed }, 0, lotsOf([0, 0, 0, 0, 1]));
        expect(Math.abs(failureValue(c, owed, termsOf(c), 0) - value)).toBeLessThan(1e-6);
      }),
      runs,
    );
  });

  test('fails like another when what both bring is in proportion to what is owed', () => {
    fc.assert(
      fc.property(claim, yen, yen, (of, owed, other) => {
        const { c } = settingOf(of);
        const [one, two] = [owed, other].map((amount) =>
          proceeds(c, 3, amount).map(({ at, principal = 0, external = 0 }) => [at, principal / amount, external]),
        );
        const close =
          one!.length === two!.length &&
          one!.flat().every((number, i) => Math.abs(number! - two!.flat()[i]!) < 1e-9 * Math.max(1, number!));
        if (failAlike(c, owed, other)) expect(close).toBe(true);
        else if (c.facts.security === 0) expect(close).toBe(false);
      }),
      runs,
    );
  });
});
