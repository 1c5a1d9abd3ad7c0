// Laws of the engine, held against random receivables: what more information, better terms or a better position may never do, and what
// every decision keeps. Where a law needs conditions they are stated with it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { every, total } from '../src/assumptions/kinds.ts';
import type { Override } from '../src/assumptions/values.ts';
import { type Decision, decide } from '../src/decision/programme/decide.ts';
import { board } from '../src/decision/programme/moves.ts';
import { CLEAR_SHARE, tieBand } from '../src/decision/programme/rank.ts';
import { PRESENT } from '../src/decision/tree/components.ts';
import type { Event, Flow, Option, Scaling, Situation, State } from '../src/options/option.ts';
import { OPTION_IDS } from '../src/request/options.ts';
import { decisionOn, type Fields, jp, maybe, OPTIONS, oneOf, read, receivable, request, runs } from './receivables.ts';

/** Value of the best first step. */
const bestValue = (fields: Fields, overrides: Readonly<Record<string, Override>> = {}): number =>
  Math.max(...decisionOn(fields, overrides).open.map(({ value }) => value));

/** Terms told by the caller, so that nothing is chosen: the choice among terms is a rule of thumb, and not monotone in anything. */
const TOLD = { plan: { instalments: 6, down_rate: '10%', deed: false }, settlement_refused: true };

/** Late interest that is never paid: without it nothing grows with age. */
const NO_INTEREST = {
  'money.interest_paid_voluntarily': 0,
  'money.interest_paid_in_plan': 0,
  'money.interest_paid_in_court': 0,
};

const slack = (amount: number): number => 1e-9 * amount;

/** A change of the request after which the best value must not be lower. */
interface Better {
  readonly law: string;
  readonly worse: (of: Fields & { amount: number; overdue_days: number }) => Fields;
  readonly better: (of: Fields & { amount: number; overdue_days: number }) => Fields;
  readonly overrides?: Readonly<Record<string, Override>>;
  /** Changes only what a term is worth, so it holds to the yen when the terms are told; else within the band of a near tie. */
  readonly when?: (of: { amount: number; overdue_days: number }) => boolean;
}

const bid = (amount: number, share: number) => ({ offer: Math.round(amount * share), buyer: 'lawful_buyer' });

const BETTER: readonly Better[] = [
  {
    law: 'a higher bid of a lawful buyer never lowers the best value',
    worse: (of) => ({ ...of, sell: bid(of.amount, 0.2) }),
    better: (of) => ({ ...of, sell: bid(of.amount, 0.3) }),
  },
  {
    law: 'a higher offer of the debtor never lowers the best value',
    worse: (of) => ({ ...of, settle: { offer: Math.round(of.amount * 0.3) } }),
    better: (of) => ({ ...of, settle: { offer: Math.round(of.amount * 0.5) } }),
  },
  {
    law: 'strong evidence is never worth less than medium',
    worse: (of) => ({ ...of, evidence: 'medium' }),
    better: (of) => ({ ...of, evidence: 'strong' }),
  },
  {
    law: 'medium evidence is never worth less than weak',
    worse: (of) => ({ ...of, evidence: 'weak' }),
    better: (of) => ({ ...of, evidence: 'medium' }),
  },
  {
    law: 'knowing part of the assets is never worth less than knowing none',
    worse: (of) => ({ ...of, assets: 'unknown' }),
    better: (of) => ({ ...of, assets: 'partly' }),
  },
  {
    law: 'knowing the assets is never worth less than knowing part of them',
    worse: (of) => ({ ...of, assets: 'partly' }),
    better: (of) => ({ ...of, assets: 'known' }),
  },
  {
    law: 'more security never lowers the best value',
    worse: (of) => ({ ...of, security_value: 0 }),
    better: (of) => ({ ...of, security_value: Math.round(of.amount * 0.3) }),
  },
  {
    law: 'dearer staff never raises the best value',
    worse: (of) => ({ ...of, staff_rate: 5_500 }),
    better: (of) => ({ ...of, staff_rate: 3_000 }),
  },
  {
    law: 'a higher discount rate never raises the best value where no relationship is at stake',
    worse: (of) => ({ ...of, discount_rate: '10%' }),
    better: (of) => ({ ...of, discount_rate: '4%' }),
  },
  {
    // With interest the claim itself grows; before the due date money only comes nearer; after a period of limitation has run out the
    // value of waiting is another formula; security pays for a debtor who has failed, which an older debtor has more likely done; and in the
    // first month nobody is sent a letter, though it might bring a little more. So: no interest, overdue for longer than that, unsecured, and
    // limitation beyond the months looked ahead.
    law: 'an unsecured debt that is a month older is never worth more',
    worse: (of) => ({ ...of, security_value: 0, overdue_days: of.overdue_days + 30 }),
    better: (of) => ({ ...of, security_value: 0 }),
    overrides: NO_INTEREST,
    when: ({ overdue_days }) => overdue_days > 31 && overdue_days <= 1000,
  },
  {
    // A likelier failure also changes who the debtor probably is: among debtors who dispute or evade, failing ones may be the better
    // payers, and who has survived for long is not insolvent. So: undisputed, unsecured, at most three months overdue.
    law: 'a likelier failure never raises the value of an undisputed, unsecured, young debt',
    worse: (of) => ({ ...of, dispute: 'none', security_value: 0, pd: 0.1 }),
    better: (of) => ({ ...of, dispute: 'none', security_value: 0, pd: 0.02 }),
    when: ({ overdue_days }) => overdue_days <= 90,
  },
  {
    // With the belief held fixed (a probability that tells nothing of the kind, a debt that is due today) it is exact, without a dividend.
    law: 'a likelier failure never raises the value when it tells nothing of the kind of debtor and pays no dividend',
    worse: (of) => ({ ...of, overdue_days: 0, security_value: 0, pd: 0.3 }),
    better: (of) => ({ ...of, overdue_days: 0, security_value: 0, pd: 0.03 }),
    overrides: { 'insolvency.pd_logit_sd': 1e9, 'insolvency.dividend': 0 },
  },
];

describe('what is better is never worth less', () => {
  test.each(BETTER)('$law, the terms being told', ({ worse, better, overrides = {}, when = () => true }) => {
    fc.assert(
      fc.property(receivable, (of) => {
        fc.pre(when(of));
        const told = { ...of, ...TOLD };
        const low = bestValue(worse(told), overrides);
        expect(bestValue(better(told), overrides)).toBeGreaterThanOrEqual(low - slack(of.amount));
      }),
      runs(10),
    );
  });

  test.each(BETTER)(
    '$law by more than a near tie, the terms being chosen',
    ({ worse, better, overrides = {}, when = () => true }) => {
      fc.assert(
        fc.property(receivable, (of) => {
          fc.pre(when(of));
          const low = bestValue(worse(of), overrides);
          expect(bestValue(better(of), overrides)).toBeGreaterThanOrEqual(low - tieBand(of.amount));
        }),
        runs(4),
      );
    },
  );

  // Pursuit is not left alone while an offer is considered: it goes on, so that to be without it may be worth a little more.
  test('an option that may be left alone never lowers the best value, pursuit by no more than a near tie', () => {
    fc.assert(
      fc.property(receivable, fc.constantFrom(...OPTION_IDS.filter((id) => id !== 'wait')), (of, left) => {
        const { claim, terms } = read({ ...of, ...TOLD });
        const ask = (options: readonly string[]) =>
          Math.max(
            ...decide({ claim, terms, overrides: {}, options: OPTIONS, consider: new Set(options), law: jp }).open.map(
              ({ value }) => value,
            ),
          );
        const less = left === 'pursue' ? tieBand(of.amount) : slack(of.amount);
        expect(ask(OPTION_IDS)).toBeGreaterThanOrEqual(ask(OPTION_IDS.filter((id) => id !== left)) - less);
      }),
      runs(10),
    );
  });
});

describe('every decision', () => {
  test('values a first step at least as high as the step alone, and the best at least as high as any step alone', () => {
    fc.assert(
      fc.property(request, (of) => {
        const { open } = decisionOn(of);
        const best = Math.max(...open.map(({ value }) => value));
        for (const { option, value, alone } of open) {
          expect(value, option.id).toBeGreaterThanOrEqual(alone - slack(of.amount));
          expect(best).toBeGreaterThanOrEqual(alone - slack(of.amount));
        }
      }),
      runs(10),
    );
  });

  test('is never below the floor: giving up costs nothing where no relationship is at stake', () => {
    fc.assert(
      fc.property(request, (of) => {
        const { open } = decisionOn({ ...of, margin_per_year: undefined });
        const wait = open.find(({ option }) => option.baseline);
        expect(wait?.value).toBeGreaterThanOrEqual(0);
        expect(open[0]?.value, 'the recommendation').toBeGreaterThanOrEqual(0);
      }),
      runs(10),
    );
  });

  test('re-adds: the weights of the kinds times their values are the value, and the outcomes have the same mean', () => {
    fc.assert(
      fc.property(request, (of) => {
        const { open, belief } = decisionOn(of);
        expect(total(belief.weights)).toBeCloseTo(1, 12);
        for (const { option, value, alpha, spread } of open) {
          const added = alpha.reduce((sum, one, k) => sum + belief.weights[k]! * one, 0);
          expect(Math.abs(added - value), option.id).toBeLessThanOrEqual(1e-7 * of.amount);
          expect(Math.abs(spread.expected[PRESENT]! - value), option.id).toBeLessThanOrEqual(1e-7 * of.amount);
        }
      }),
      runs(10),
    );
  });

  test('has ordered quantiles and chances between 0 and 1', () => {
    fc.assert(
      fc.property(request, (of) => {
        const decision = decisionOn(of);
        for (const weight of decision.belief.weights) expect(weight >= 0 && weight <= 1).toBe(true);
        for (const { option, spread } of decision.open) {
          const { p10, p50, p90, cvar10 } = spread;
          expect(cvar10, option.id).toBeLessThanOrEqual(p10 + slack(of.amount));
          expect(p10, option.id).toBeLessThanOrEqual(p50);
          expect(p50, option.id).toBeLessThanOrEqual(p90);
          for (const chance of [spread.chance_of_loss, spread.chance_paid_in_full, spread.chance_of_nothing]) {
            expect(chance, option.id).toBeGreaterThanOrEqual(-1e-9);
            expect(chance, option.id).toBeLessThanOrEqual(1 + 1e-9);
          }
          expect(spread.chance_paid_in_full + spread.chance_of_nothing, option.id).toBeLessThanOrEqual(1 + 1e-9);
          if (spread.months_to_cash !== null) expect(spread.months_to_cash, option.id).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
      runs(10),
    );
  });

  /** Values as options are ranked by them. */
  const scored = ({ open }: Decision) => open.map((entry) => entry.spread.certainty_equivalent ?? entry.value);

  test('the first has the highest value, and the others follow by value', () => {
    fc.assert(
      fc.property(request, maybe(fc.constant('averse')), (of, risk) => {
        const scores = scored(decisionOn({ ...of, risk }));
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      }),
      runs(10),
    );
  });

  test('those within the band of near ties are tied with the first, and no other', () => {
    fc.assert(
      fc.property(request, maybe(fc.constant('averse')), (of, risk) => {
        const decision = decisionOn({ ...of, risk });
        const scores = scored(decision);
        for (const [i, entry] of decision.open.entries())
          expect(decision.tied.has(entry)).toBe(i > 0 && scores[0]! - scores[i]! <= tieBand(of.amount));
      }),
      runs(10),
    );
  });

  test('says clear, likely or close of the family and of the step inside it, as their margins do', () => {
    const word = (margin: number | null, face: number) => {
      if (margin === null) return 'clear';
      if (margin <= tieBand(face)) return 'close';
      return margin > CLEAR_SHARE * face ? 'clear' : 'likely';
    };
    fc.assert(
      fc.property(request, (of) => {
        const { open, clarity } = decisionOn(of);
        const [first, ...others] = open;
        const over = (rivals: typeof open) =>
          rivals.length === 0 ? null : first!.value - Math.max(...rivals.map(({ value }) => value));
        const family_margin = over(others.filter(({ option }) => option.family !== first!.option.family));
        const step_margin = over(others.filter(({ option }) => option.family === first!.option.family));
        expect(clarity).toEqual({
          call: word(family_margin, of.amount),
          family_margin,
          step_call: word(step_margin, of.amount),
          step_margin,
          margin: over(others),
        });
      }),
      runs(10),
    );
  });
});

/** What an option says of one of two claims that differ only in their balance. */
interface OfOne {
  readonly balance: number;
  readonly scaling: Scaling;
  readonly event: Event;
}

/** The numbers of a flow that are the same for every balance: times, shares, and costs that are no listed price. */
function sameForAll({ at, share, interest_share, interest, own_time, external, price, fee_rate }: Flow, s: Scaling) {
  const fee = fee_rate === undefined || s.fee_rate === undefined ? fee_rate : fee_rate - s.fee_rate;
  return [at, share, interest_share, interest, own_time, price, fee, external === undefined, price ?? external];
}

/** What is in proportion to the balance, by yen of it. */
const inProportion = ({ flows = [], fails = 0, conceded = 0 }: Event, balance: number): number[] =>
  [...flows.map(({ principal = 0 }) => principal), fails, conceded].map((amount) => amount / balance);

/** Times, chances, and what goes on, which no balance changes. */
const shapeOf = ({ id, at, closes, relief, goes_on, flows = [], next = [] }: Event, s: Scaling) => [
  [id, at, closes, relief, goes_on],
  flows.map((flow) => sameForAll(flow, s)),
  next.map(({ chance, turned }) => [chance, turned]),
];

/** The events of a tree. */
const eventsOf = (event: Event): Event[] => [event, ...(event.next ?? []).flatMap((fork) => eventsOf(fork.event))];

/** Compares two trees: alike but for what is in proportion to the balance, the listed prices and the rate of the fee. */
function expectScaled(one: OfOne, other: OfOne): void {
  const [these, those] = [one, other].map(({ event, scaling, balance }) => ({
    alike: JSON.stringify(eventsOf(event).map((e) => shapeOf(e, scaling))),
    parts: eventsOf(event).flatMap((e) => inProportion(e, balance)),
  }));
  expect(those!.alike).toBe(these!.alike);
  const off = these!.parts.filter((part, i) => !(Math.abs(those!.parts[i]! - part) < 1e-9));
  expect(off).toEqual([]);
  for (const { event, scaling } of [one, other])
    for (const { price, external = 0, own_time = 0, interest = 0 } of eventsOf(event).flatMap(
      ({ flows = [] }) => flows,
    ))
      if (price !== undefined && (external !== scaling.prices[price] || own_time !== 0 || interest !== 0))
        expect.fail(`price ${price} is ${external} in the tree and ${scaling.prices[price]} in the list`);
}

describe('every option that tells thresholds', () => {
  const after = fc.record({
    standing: oneOf('acknowledged', 'title'),
    enforceable: fc.boolean(),
    counsel: fc.boolean(),
    balances: fc.tuple(fc.integer({ min: 1, max: 4_000_000 }), fc.integer({ min: 1, max: 4_000_000 })),
  });

  /** Null where it is closed or does not scale. */
  function ofOne(option: Option, s: Situation): OfOne | null {
    const scaling = option.scaling?.(s) ?? null;
    if (scaling === null || option.needs(s).length > 0 || option.bars(s).length > 0) return null;
    return { balance: s.state.balance, scaling, event: option.prospect(s, option.variants(s)[0]).event };
  }

  test('has the same bars, and scales alike, for balances between two of them', () => {
    fc.assert(
      fc.property(request, after, (of, { standing, enforceable, counsel, balances }) => {
        const { situation } = decisionOn(of);
        const claims = balances.map((balance) => ({
          ...situation,
          state: { ...situation.state, balance, standing, enforceable, counsel, acknowledged: true },
        }));
        const kinds = (option: Option) =>
          claims.map((s) => [
            option.bars(s).map(({ code }) => code),
            option.scaling?.(s)?.prices.length ?? null,
            option.scaling?.(s)?.fee_rate === undefined,
          ]);
        for (const option of OPTIONS) {
          if (option.shape !== 'exit' || !option.follows.includes(standing)) continue;
          expect(option.thresholds, option.id).toBeDefined();
          const [low, high] = [Math.min(...balances), Math.max(...balances)];
          if (option.thresholds!(situation).some((threshold) => low <= threshold && threshold < high)) continue;
          const [one, other] = kinds(option);
          expect(other, option.id).toEqual(one);
          const [a, b] = claims.map((s) => ofOne(option, s));
          if (a && b) expectScaled(a, b);
        }
      }),
      runs(40),
    );
  });

  test('has for each balance the tree that it would have by itself: fees, prices and failures are those of that balance', () => {
    let compared = 0;
    let withFees = 0;
    fc.assert(
      fc.property(request, after, (of, { standing, enforceable, counsel, balances: [low, high] }) => {
        const { case: c, situation } = decisionOn(of);
        const states = [low, high].map(
          (balance): State => ({
            ...situation.state,
            standing,
            enforceable,
            counsel,
            acknowledged: true,
            balance,
            share: standing === 'title' ? every(1) : null,
          }),
        );
        const moves = OPTIONS.flatMap((option) => option.variants(situation).map((terms) => ({ option, terms })));
        const shared = board(c, moves);
        for (const move of moves) {
          if (move.option.shape !== 'exit' || move.option.scaling === undefined) continue;
          for (const state of states) {
            const [together, alone] = [shared, board(c, moves)].map((b) => b.timeline(move, state));
            if (together!.never || !together!.open(0)) continue;
            const [ours, own] = [together!.at(0).tree, alone!.at(0).tree];
            const size = 1e-9 * state.balance + 1e-6;
            for (const k of ours.v0.keys()) {
              expect(Math.abs(ours.v0[k]! - own.v0[k]!), move.option.id).toBeLessThan(size);
              expect(Math.abs(ours.v1[k]! - own.v1[k]!), move.option.id).toBeLessThan(size);
            }
            compared++;
            if (counsel && move.option.scaling({ ...situation, state })?.fee_rate) withFees++;
          }
        }
      }),
      runs(25),
    );
    expect(compared).toBeGreaterThan(100);
    expect(withFees).toBeGreaterThan(5);
  });

  /** The events of every variant of an option, without the shares on what is received. */
  const withoutShares = (option: Option, s: Situation): string =>
    JSON.stringify(
      option.variants(s).map((terms) => option.prospect(s, terms).event),
      (key, value) => (key === 'share' ? undefined : value),
    );

  test('and says that a court may grant a share of the claim bears it on every receipt, and nothing else depends on it', () => {
    const share = fc.tuple(...Array.from({ length: 5 }, () => fc.double({ min: 0, max: 1, noNaN: true })));
    fc.assert(
      fc.property(request, share, fc.boolean(), (of, granted, counsel) => {
        const { situation } = decisionOn(of);
        const titled = {
          ...situation.state,
          standing: 'title',
          enforceable: true,
          acknowledged: true,
          counsel,
        } as const;
        const [part, whole] = [granted, every(1)].map((one) => ({ ...situation, state: { ...titled, share: one } }));
        for (const option of OPTIONS) {
          if (option.scaling?.(part!)?.granted !== true) continue;
          expect(withoutShares(option, part!), option.id).toBe(withoutShares(option, whole!));
          const flows = option
            .variants(part!)
            .flatMap((terms) => eventsOf(option.prospect(part!, terms).event))
            .flatMap(({ flows: all = [] }) => all);
          for (const flow of flows)
            expect(flow.share, option.id).toEqual(flow.principal === undefined ? undefined : granted);
        }
      }),
      runs(20),
    );
  });
});
