// What is said of a policy beside its value, each said a second time: its receipts and payments month by month, its value when it is
// followed again, how it may turn out, its rank, and who files for us.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { total } from '../src/assumptions/kinds.ts';
import { setUp } from '../src/decision/programme/case.ts';
import { CASH_COMPONENTS, type CashFlows } from '../src/decision/programme/cash_book.ts';
import { type Decision, decide } from '../src/decision/programme/decide.ts';
import { OutcomeList, TerminalsCache } from '../src/decision/programme/outcome_list.ts';
import { cashFlows, outcomes } from '../src/decision/programme/outcomes.ts';
import { policyOf, policyValue } from '../src/decision/programme/policy.ts';
import { Quantiles } from '../src/decision/programme/quantiles.ts';
import { clarityOf, type Rankable, rank, tieBand, tiedWithFirst } from '../src/decision/programme/rank.ts';
import {
  CONCEDED,
  EXTERNAL,
  FEES,
  INTEREST,
  OWN_TIME,
  PRESENT,
  PRINCIPAL,
  RELATIONSHIP,
  TAX,
  TIMED,
} from '../src/decision/tree/components.ts';
import { drift, undrift } from '../src/decision/vector.ts';
import { tariffOn, type WayOfFiling } from '../src/law/tariff.ts';
import { flowsOf } from './plain_steps.ts';
import { AS_OF, CONSIDER, decisionOn, type Fields, jp, OPTIONS, read, request, runs } from './receivables.ts';

const sumOf = ({ flows }: CashFlows, component: number): number =>
  flows.reduce((sum, flow) => (flow.component === component ? sum + flow.amount : sum), 0);

/** Claims that between them pay, go to court, are enforced, end by tax, and have terms of their own. */
const CLAIMS: readonly (readonly [title: string, fields: Fields])[] = [
  [
    'a taxed claim with a relationship',
    { amount: 3_000_000, overdue_days: 60, tax_rate: 0.34, margin_per_year: 400_000 },
  ],
  ['one with a title and tax', { amount: 2_000_000, overdue_days: 400, title: 'judgment', tax_rate: 0.3 }],
  [
    'offers, set-off and goods that come back',
    {
      amount: 1_500_000,
      overdue_days: 90,
      tax_rate: 0.2,
      consumption_tax_rate: '10%',
      offset: { payable: 600_000 },
      sell: { offer: 300_000, buyer: 'servicer' },
      return_goods: { value: 400_000, consent: true },
    },
  ],
  ['a bankruptcy', { amount: 4_000_000, overdue_days: 200, insolvency: 'bankruptcy', tax_rate: 0.3 }],
  ['a debt not due yet', { amount: 800_000, overdue_days: -40, tax_rate: 0.3, security_value: 300_000 }],
];

describe('the receipts and payments of a policy', () => {
  const check = (decision: Decision): void => {
    const { open, solution, belief } = decision;
    for (const { option, valued, spread } of open) {
      const book = cashFlows(solution, valued, belief.weights);
      const { expected } = spread;
      for (const component of CASH_COMPONENTS)
        expect(sumOf(book, component), `${option.id}, component ${component}`).toBeCloseTo(expected[component]!, 4);
      // Each is written in the whole month in which it falls.
      const timed = book.flows
        .filter(({ component }) => component === PRINCIPAL)
        .reduce((sum, { amount, month }) => sum + amount * month, 0);
      expect(Math.min(...book.flows.map(({ month }) => month)), option.id).toBeGreaterThanOrEqual(0);
      expect(timed, option.id).toBeLessThanOrEqual(expected[TIMED]! + 1e-3);
      expect(timed + expected[PRINCIPAL]!, option.id).toBeGreaterThan(expected[TIMED]! - 1e-3);
      expect(book.external_at_most, option.id).toBeGreaterThanOrEqual(-expected[EXTERNAL]! - 1e-6);
      const places = book.flows.map(({ month, option: its, component }) => `${month} ${its} ${component}`);
      expect(new Set(places).size, 'one sum for each month, option and component').toBe(places.length);
    }
  };

  test.each(CLAIMS)('add up by component to what the policy is explained by: %s', (_, fields) => {
    check(decisionOn(fields));
  });

  test('whatever is known of the claim', () => {
    fc.assert(
      fc.property(request, (fields) => check(decisionOn(fields))),
      runs(6),
    );
  });

  test('are all of its value where money costs nothing and no relationship is lost', () => {
    for (const [, fields] of CLAIMS) {
      const { open, solution, belief } = decisionOn(fields, { 'money.discount_rate': 0 });
      for (const { option, valued, value, spread } of open) {
        const book = cashFlows(solution, valued, belief.weights);
        const cash = CASH_COMPONENTS.reduce((sum: number, component) => sum + sumOf(book, component), 0);
        expect(cash + spread.expected[RELATIONSHIP]!, option.id).toBeCloseTo(value, 3);
      }
    }
  });

  test('begin with the option that is started, and name what follows it', () => {
    const { open, solution, belief } = decisionOn({ amount: 3_000_000, overdue_days: 60 });
    const demand = open.find(({ option }) => option.id === 'demand')!;
    const { flows } = cashFlows(solution, demand.valued, belief.weights);
    const first = flows.filter(({ month }) => month === 0).map(({ option }) => option);
    expect(first[0]).toBe('demand');
    const known = new Set<string>(OPTIONS.map(({ id }) => id));
    expect(flows.every(({ option }) => known.has(option))).toBe(true);
    expect(new Set(flows.map(({ option }) => option)).size).toBeGreaterThan(2);
  });

  test('stand in the month that begins with the day on which they fall', () => {
    const { open, solution, belief } = decisionOn({
      amount: 900_000,
      overdue_days: 60,
      plan: { offered: true, instalments: 3, down_rate: 0 },
    });
    const plan = open.find(({ option }) => option.id === 'plan')!;
    const { flows } = cashFlows(solution, plan.valued, belief.weights);
    const instalments = flows.filter(
      ({ option, component, amount }) => option === 'plan' && component === PRINCIPAL && amount > 1_000,
    );
    expect(instalments.map(({ month }) => month).sort()).toEqual([1, 2, 3]);
  });

  test('have the signs of what they are: own time and payments to others are negative, principal is not', () => {
    const { open, solution, belief } = decisionOn({ amount: 3_000_000, overdue_days: 60 });
    for (const { valued } of open)
      for (const { component, amount } of cashFlows(solution, valued, belief.weights).flows) {
        if (component === PRINCIPAL || component === INTEREST) expect(amount).toBeGreaterThan(0);
        else if (component !== TAX) expect(amount).toBeLessThan(0);
      }
  });

  test('tell the most that is paid to others, whoever pays in the end: it rises by what a quote rises by', () => {
    const at = (fee: number) => {
      const { open, solution, belief } = decisionOn({
        amount: 3_000_000,
        overdue_days: 60,
        demand_sent: true,
        lawyer_letter: { fee },
      });
      const letter = open.find(({ option }) => option.id === 'lawyer_letter')!;
      return { expected: -letter.spread.expected[EXTERNAL]!, ...cashFlows(solution, letter.valued, belief.weights) };
    };
    const [low, high] = [at(30_000), at(31_000)];
    expect(high.external_at_most - low.external_at_most).toBeCloseTo(1_000, 6);
    // Who pays only on some ways expects to pay less than on the dearest.
    expect(low.expected).toBeGreaterThan(30_000);
    expect(low.external_at_most).toBeGreaterThan(low.expected + 1_000);
  });
});

describe('a policy that is followed again in the same world', () => {
  test('is worth what its first step is worth', () => {
    fc.assert(
      fc.property(request, (fields) => {
        const { open, solution, belief } = decisionOn(fields);
        for (const { option, valued, value } of open)
          expect(policyValue(policyOf(solution, valued), solution, belief.weights), option.id).toBeCloseTo(value, 3);
      }),
      runs(8),
    );
  });

  // Side steps are chosen as if pursuit followed, so that another policy may be worth a very little more.
  test('is worth no more than the best one in another world', () => {
    const here = decisionOn({ amount: 2_000_000, overdue_days: 100 });
    const there = decisionOn({ amount: 2_000_000, overdue_days: 100 }, { 'money.discount_rate': 0.2 });
    const weights = there.belief.weights;
    for (const { option, valued } of here.open) {
      const best = there.open.find((one) => one.option === option)!.value;
      expect(policyValue(policyOf(here.solution, valued), there.solution, weights), option.id).toBeLessThan(
        best + 1e-3 * Math.abs(best),
      );
    }
  });
});

describe('a later month of the programme', () => {
  test('is worth what its best step is worth then, and no more moves are open than are valued', () => {
    fc.assert(
      fc.property(request, (fields) => {
        const { solution } = decisionOn(fields);
        for (let month = 0; month <= solution.months; month++) {
          const node = { month, made: 0 };
          const best = Math.max(...solution.movesAt(node).map(({ value }) => value));
          const today = Math.max(...solution.first.map(({ value }) => value));
          if (total(solution.weights(node)) > 0)
            expect(solution.value(node), `month ${month}`).toBeCloseTo(month === 0 ? today : best, 4);
        }
      }),
      runs(8),
    );
  });
});

describe('the terms that are chosen for a step', () => {
  test('bring no less than any other terms of it: those of an exit exactly, offered ones within a near tie', () => {
    let met = 0;
    for (const [title, fields] of CLAIMS) {
      const { programme, selected, belief, solution, case: c, situation } = decisionOn(fields);
      const contested = programme.options.flatMap((option, place) => {
        const count = option.variants(situation).length;
        return count > 1 && solution.first.some(({ move }) => move.option === option) ? [{ option, place, count }] : [];
      });
      met += contested.length;
      for (const { option, place, count } of contested) {
        const worth = (variant: number): number => {
          const places = selected.places.with(place, variant);
          const other = programme.solveWith({ ...selected, places }, belief.weights).solution;
          return other.first.find(({ move }) => move.option === option)?.value ?? Number.NEGATIVE_INFINITY;
        };
        const chosen = worth(selected.places[place]!);
        const slack = option.negotiable ? tieBand(c.facts.principal) : 1e-6;
        for (let variant = 0; variant < count; variant++)
          expect(chosen, `${option.id} ${variant}: ${title}`).toBeGreaterThanOrEqual(worth(variant) - slack);
      }
    }
    expect(met).toBeGreaterThan(3);
  });

  // An offer is held against a programme without any: whoever pays by another offer needs no discount in this one.
  test('do not depend on the other offers that could be made', () => {
    fc.assert(
      fc.property(request, (fields) => {
        const { open } = decisionOn(fields);
        const offered = open.filter(({ option }) => option.negotiable === true && option.shape === 'offer');
        for (const { option, terms } of offered) {
          const others = offered.filter((other) => other.option !== option).map((other) => other.option.id);
          const alone = decisionOn(fields, {}, new Set([...CONSIDER].filter((id) => !others.includes(id))));
          expect(alone.open.find((one) => one.option === option)?.terms, option.id).toEqual(terms);
        }
      }),
      runs(20),
    );
  });
});

describe('how a policy may turn out', () => {
  test('is read from its outcomes: loss below zero, in full from nine tenths of face, nothing at zero', () => {
    for (const [title, fields] of CLAIMS) {
      const { open, solution, belief, case: c } = decisionOn(fields);
      const face = c.facts.principal;
      for (const { option, valued, value, spread } of open) {
        const { chance, present, principal, expected } = outcomes(
          solution,
          valued,
          belief.weights,
          new TerminalsCache(),
        );
        const share = (holds: (i: number) => boolean): number =>
          chance.reduce((sum, p, i) => (holds(i) ? sum + p : sum), 0);
        const what = `${option.id}: ${title}`;
        expect(spread.outcomes, what).toBe(chance.length);
        expect(spread.chance_of_loss, what).toBeCloseTo(
          share((i) => present[i]! < 0),
          9,
        );
        expect(spread.chance_paid_in_full, what).toBeCloseTo(
          share((i) => principal[i]! >= 0.9 * face),
          9,
        );
        expect(spread.chance_of_nothing, what).toBeCloseTo(
          share((i) => principal[i]! <= 0),
          9,
        );
        expect(
          share(() => true),
          what,
        ).toBeCloseTo(1, 9);
        const mean = chance.reduce((sum, p, i) => sum + p * present[i]!, 0);
        expect(expected[PRESENT], what).toBeCloseTo(mean, 3);
        expect(value, what).toBeCloseTo(mean, 3);
        const received = chance.reduce((sum, p, i) => sum + p * principal[i]!, 0);
        expect(expected[PRINCIPAL], what).toBeCloseTo(received, 3);
        if (spread.months_to_cash !== null)
          expect(spread.months_to_cash, what).toBeCloseTo(expected[TIMED]! / expected[PRINCIPAL]!, 9);
        else expect(expected[PRINCIPAL], what).toBe(0);
        expect([expected[EXTERNAL]! <= 0, expected[FEES]! <= 0, expected[OWN_TIME]! <= 0], what).toEqual([
          true,
          true,
          true,
        ]);
      }
    }
  });

  test.each([[['pursue']], [['pursue', 'plan']], [['settle', 'suit']], [['demand', 'return_goods']]])(
    'where only %j may be done, those who are still open at the end are an outcome too',
    (ids) => {
      const fields = { amount: 2_000_000, overdue_days: 60, return_goods: { value: 400_000, consent: true } };
      const { claim, terms, assumptions } = read(fields);
      const options = OPTIONS.filter(({ id }) => ids.includes(id));
      const { open, solution, belief } = decide({
        claim,
        terms,
        overrides: assumptions,
        options,
        consider: CONSIDER,
        law: jp,
      });
      expect(open.length).toBeGreaterThan(0);
      for (const { option, valued, value, alpha } of open) {
        const { chance, present } = outcomes(solution, valued, belief.weights, new TerminalsCache());
        expect(
          chance.reduce((sum, p) => sum + p, 0),
          option.id,
        ).toBeCloseTo(1, 9);
        expect(
          chance.reduce((sum, p, i) => sum + p * present[i]!, 0),
          option.id,
        ).toBeCloseTo(value, 3);
        expect(
          alpha.reduce((sum, of, k) => sum + of * belief.weights[k]!, 0),
          option.id,
        ).toBeCloseTo(value, 3);
      }
    },
  );

  test('tells what is given up: of a sale all but its price, of a settlement the rest of the debt where it is paid, of waiting nothing', () => {
    const { open, case: c } = decisionOn({
      amount: 1_000_000,
      overdue_days: 60,
      sell: { offer: 300_000, buyer: 'lawful_buyer' },
      settle: { offer: 600_000, in_days: 14, final: true },
    });
    const given = (id: string): number => open.find(({ option }) => option.id === id)!.spread.expected[CONCEDED]!;
    expect(given('sell')).toBeCloseTo(700_000, 6);
    expect(given('settle')).toBeCloseTo(400_000 * c.a.settle.firm_performed, 6);
    expect(given('wait')).toBe(0);
  });

  test('of waiting: months are those of the principal that comes in, kind by kind, what a failure brings included', () => {
    for (const fields of [{ security_value: 300_000 }, { overdue_days: -40 }, { insolvency: 'petition' }]) {
      const { open, case: c, belief, situation } = decisionOn({ amount: 1_000_000, overdue_days: 60, ...fields });
      const { option, terms, spread } = open.find((one) => one.option.baseline)!;
      const sums = { principal: 0, timed: 0 };
      for (const { chance, event } of option.prospect(situation, terms).event.next!)
        for (const flow of flowsOf({ c, moves: [] }, event))
          for (const [k, weight] of belief.weights.entries()) {
            const principal = weight * chance[k]! * (flow.principal ?? 0) * (flow.share?.[k] ?? 1);
            sums.principal += principal;
            sums.timed += principal * (flow.at ?? event.at);
          }
      expect(spread.expected[PRINCIPAL]).toBeCloseTo(sums.principal, 4);
      expect(spread.expected[TIMED]).toBeCloseTo(sums.timed, 4);
      expect(spread.months_to_cash).toBeCloseTo(sums.timed / sums.principal, 9);
    }
  });

  /** The same by sorting. */
  function sorted(values: readonly number[], chances: readonly number[]) {
    const order = values.map((value, i) => ({ value, chance: chances[i]! })).sort((a, b) => a.value - b.value);
    return {
      quantile: (p: number): number => {
        let sum = 0;
        for (const { value, chance } of order) {
          sum += chance;
          if (sum >= p - 1e-12) return value;
        }
        return order.at(-1)!.value;
      },
      tail: (share: number): number => {
        let left = share;
        let sum = 0;
        for (const { value, chance } of order) {
          const part = Math.min(left, chance);
          sum += part * value;
          left -= part;
        }
        return sum / share;
      },
    };
  }

  const outcome = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 10 }));

  test('the mean of the worst share is not above its best outcome, not even by a hair that moves a yen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (halves, p) => {
          const quantiles = new Quantiles();
          quantiles.take(Float64Array.of(halves / 2, halves / 2), Float64Array.of(0.3, 0.7));
          expect(quantiles.tailMean(p, quantiles.quantile(p))).toBeLessThanOrEqual(halves / 2);
        },
      ),
      runs(300),
    );
  });

  test('quantiles and the mean of the worst tenth are those of the sorted outcomes, ties and chances of nothing included', () => {
    fc.assert(
      fc.property(
        fc.array(outcome, { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (given, p) => {
          const all = given.reduce((sum, [, parts]) => sum + parts, 0);
          fc.pre(all > 0);
          const values = given.map(([value]) => value * 1_000);
          const chances = given.map(([, parts]) => parts / all);
          const quantiles = new Quantiles();
          quantiles.take(Float64Array.from(values), Float64Array.from(chances));
          const plain = sorted(values, chances);
          expect(quantiles.quantile(p)).toBe(plain.quantile(p));
          expect(quantiles.tailMean(p, quantiles.quantile(p))).toBeCloseTo(plain.tail(p), 6);
        },
      ),
      runs(300),
    );
  });

  test.each([
    ['a chance that reaches the quantile exactly', [1, 2, 3], [0.1, 0.4, 0.5], 0.1, 1],
    ['one that just misses it', [1, 2, 3], [0.0999, 0.4001, 0.5], 0.1, 2],
    ['chances that by rounding add up to less than is asked for', [1, 2, 3], [0.1, 0.4, 0.4999], 1, 3],
    ['one value alone', [7], [1], 0.9, 7],
  ])('a quantile: %s', (_, values, chances, p, expected) => {
    const quantiles = new Quantiles();
    quantiles.take(Float64Array.from(values), Float64Array.from(chances));
    expect(quantiles.quantile(p)).toBe(expected);
  });

  test('there is room for any number of outcomes', () => {
    const list = new OutcomeList();
    for (let i = 0; i < 5_000; i++) list.add(i, 2 * i, 3 * i);
    const { chance, present, principal } = list.all([]);
    expect([chance.length, chance[4_999], present[4_999], principal[4_999]]).toEqual([5_000, 4_999, 9_998, 14_997]);
    expect([chance[2_047], present[2_048], principal[0]]).toEqual([2_047, 4_096, 0]);
    const quantiles = new Quantiles();
    quantiles.take(
      present,
      chance.map(() => 1 / 5_000),
    );
    expect(quantiles.quantile(0.5)).toBe(2 * 2_499);
  });
});

describe('the rank of a step', () => {
  const step = (id: string, value: number, more: Partial<Rankable> = {}): Rankable => ({
    id,
    value,
    family: 'in_house',
    reversible: true,
    ...more,
  });

  test('is by value, then by whether it leaves others open, then by name', () => {
    const given = [
      step('c', 5),
      step('a', 5),
      step('final', 5, { reversible: false }),
      step('best', 6, { reversible: false }),
    ];
    expect(rank(given).map(({ id }) => id)).toEqual(['best', 'a', 'c', 'final']);
    expect(given[0]!.id).toBe('c');
  });

  test.each([
    [100_000, 3_000],
    [300_000, 3_000],
    [300_100, 3_001],
    [5_000_000, 50_000],
  ])('of a face of %i is tied within %i yen: a hundredth, and 3,000 at least', (face, band) => {
    expect(tieBand(face)).toBe(band);
    const ranked = [step('first', 0), step('at', -band), step('beyond', -band - 0.01)];
    expect(tiedWithFirst(ranked, face).map(({ id }) => id)).toEqual(['at']);
  });

  const FACE = 1_000_000;
  test.each([
    ['close at the band', 10_000, 'close'],
    ['likely beyond it', 10_001, 'likely'],
    ['likely at a twentieth of face', 50_000, 'likely'],
    ['clear beyond that', 50_001, 'clear'],
  ])('%s, of the family and of the step alike', (_, margin, call) => {
    const first = step('first', 100_000);
    const family = clarityOf([first, step('other', 100_000 - margin, { family: 'stop' })], FACE);
    expect(family).toEqual({ call, family_margin: margin, step_call: 'clear', step_margin: null, margin });
    const inside = clarityOf([first, step('other', 100_000 - margin)], FACE);
    expect(inside).toEqual({ call: 'clear', family_margin: null, step_call: call, step_margin: margin, margin });
  });

  test('is told against the best rival of each sort', () => {
    const ranked = [step('a', 9), step('b', 8, { family: 'stop' }), step('c', 5), step('d', 1, { family: 'stop' })];
    expect(clarityOf(ranked, 0)).toMatchObject({ family_margin: 1, step_margin: 4, margin: 1 });
    expect(clarityOf([], FACE)).toMatchObject({ call: 'clear', margin: null });
    expect(tiedWithFirst([], FACE)).toEqual([]);
  });
});

describe('labels and behaviour', () => {
  const five = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 });

  test('who deteriorated behaves as insolvent: nobody is lost, and a value seen from the labels is the same', () => {
    const close = (a: number, b: number) => expect(a).toBeCloseTo(b, 9);
    fc.assert(
      fc.property(five, five, five, (w, sound, g) => {
        const u = drift(w, sound);
        close(
          u.reduce((sum, x) => sum + x, 0),
          w.reduce((sum, x) => sum + x, 0),
        );
        for (const [k, x] of u.slice(0, 4).entries()) close(x, w[k]! * sound[k]!);
        close(
          u.reduce((sum, x, k) => sum + x * g[k]!, 0),
          undrift(g, sound).reduce((sum, x, k) => sum + x * w[k]!, 0),
        );
      }),
      runs(30),
    );
  });
});

describe('who files for us, and how', () => {
  const LARGE = { amount: 3_000_000, overdue_days: 60 };
  test.each<[title: string, fields: Fields, way: WayOfFiling]>([
    [
      'nothing is said: on paper, counsel above the limit',
      {},
      { own: 'paper', counsel: 'online', counselled: 'above_limit' },
    ],
    ['we file online', { filing: 'online' }, { own: 'online', counsel: 'online', counselled: 'above_limit' }],
    ['counsel is wanted', { lawyer: 'yes' }, { own: 'online', counsel: 'online', counselled: 'always' }],
    ['no counsel is wanted', { lawyer: 'no' }, { own: 'paper', counsel: 'online', counselled: 'never' }],
    ['counsel represents us', { representation: 'lawyer' }, { own: 'online', counsel: 'online', counselled: 'always' }],
    ['a scrivener does', { representation: 'scrivener' }, { own: 'online', counsel: 'online', counselled: 'never' }],
    ['nobody does', { representation: 'ourselves' }, { own: 'paper', counsel: 'online', counselled: 'never' }],
    [
      'court work is quoted',
      { litigate: { cost: 300_000 } },
      { own: 'paper', counsel: 'online', counselled: 'always' },
    ],
    [
      'it is quoted, but no counsel is wanted',
      { lawyer: 'no', litigate: { cost: 300_000 } },
      { own: 'paper', counsel: 'online', counselled: 'never' },
    ],
    [
      'on paper although counsel is wanted',
      { lawyer: 'yes', filing: 'paper' },
      { own: 'paper', counsel: 'online', counselled: 'always' },
    ],
  ])('%s', (_, fields, way) => {
    const { claim, terms, assumptions } = read({ ...LARGE, ...fields });
    let asked: WayOfFiling | undefined;
    setUp({
      claim,
      terms,
      overrides: assumptions,
      options: OPTIONS,
      consider: CONSIDER,
      law: jp,
      tariffs: (law, on, told) => {
        expect(on).toBe(AS_OF);
        asked = told;
        return tariffOn(law, on, told);
      },
    });
    expect(asked).toEqual(way);
  });
});
