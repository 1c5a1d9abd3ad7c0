// What the second edition of the model changed in what is known of a debtor and in what may be agreed: pursuit wears off, silence teaches for
// ever, what was refused is the same news inside a plan and when told, and the debtor's own plan is accepted for certain.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PerKind } from '../src/assumptions/kinds.ts';
import { DEFAULTS } from '../src/assumptions/values.ts';
import { wornOff } from '../src/debtor/debtor.ts';
import type { Decision } from '../src/decision/programme/decide.ts';
import type { Event, State } from '../src/options/option.ts';
import { addDays } from '../src/values/day.ts';
import { ask } from './asking.ts';
import { optionNamed, settingOf } from './golden_cases.ts';
import { bestValue } from './more_rights.ts';
import { KINDS } from './plain_steps.ts';
import { AS_OF, decisionOn, type Fields, maybe, oneOf, request, runs } from './receivables.ts';
import { tries } from './tries.ts';

describe('what pursuit does wears off', () => {
  const { from_3, from_9 } = DEFAULTS.hazard.wears_off;
  const whole: PerKind = [1, 1, 1, 1, 1];

  test.each<[age: number, left: PerKind]>([
    [-1, whole],
    [0, whole],
    [2.999, whole],
    [3, from_3],
    [4, from_3],
    [8.999, from_3],
    [9, from_9],
    [10, from_9],
    [60, from_9],
  ])('%d months past due', (age, left) => {
    expect(wornOff(age, DEFAULTS)).toEqual(left);
  });

  test.each<[age: number, month: number, left: PerKind]>([
    [2, 0, whole],
    [2, 1, from_3],
    [8, 0, from_3],
    [8, 1, from_9],
  ])('%d months past due today, in month %d: pursuit and waiting take what is left', (age, month, left) => {
    const { c, state } = settingOf({ amount: 500_000, overdue_days: 60 }, {}, { facts: { age } });
    const { pay, fail } = c.debtor.hazards;
    const chanceOf = (id: string, fork: string, k: number): number =>
      optionNamed(id)
        .prospect({ ...c, state, month }, {})
        .event.next!.find(({ event, chance }) => event.id === fork && chance[k]! > 0)!.chance[k]!;
    for (const k of KINDS) {
      const pays = pay[k]! * left[k]!;
      const all = pays + fail[k]!;
      expect(chanceOf('pursue', 'paid', k)).toBeCloseTo((pays / all) * (1 - Math.exp(-all)), 12);
      const passive = pays * c.a.hazard.passive_factor;
      const leaves = passive + fail[k]! + c.debtor.hazards.deteriorate[k]!;
      const months = 48;
      expect(chanceOf('wait', 'paid_unprompted', k)).toBeCloseTo(
        (passive / leaves) * (1 - Math.exp(-leaves * Math.min(months, c.facts.limitation_months - month))),
        12,
      );
    }
  });
});

describe('silence teaches for ever', () => {
  const silent = fc.record({
    amount: fc.integer({ min: 50_000, max: 20_000_000 }),
    contact: maybe(oneOf('evasive', 'unreachable')),
    distress: maybe(oneOf('none', 'some', 'severe')),
    broken_promises: maybe(fc.integer({ min: 0, max: 3 })),
    evidence: maybe(oneOf('strong', 'medium', 'weak')),
    assets: maybe(oneOf('known', 'partly', 'unknown')),
  });

  test('a claim of which 747 days are silent is worth more than one of 1,107', () => {
    const at = (overdue_days: number) => bestValue({ amount: 3_590_977, contact: 'unreachable', overdue_days });
    expect(at(1_107)).toBeLessThanOrEqual(at(747));
  });

  test('beyond two years, a claim that is older by months is never worth more', () => {
    fc.assert(
      fc.property(
        silent,
        fc.integer({ min: 730, max: 1_050 }),
        fc.constantFrom(30, 180, 360),
        (claim, overdue_days, more) => {
          // Before the months looked ahead reach the end of the limitation period.
          fc.pre(overdue_days + more <= 1_080);
          const [young, old] = [overdue_days, overdue_days + more].map((days) =>
            bestValue({ ...claim, overdue_days: days }),
          );
          expect(old).toBeLessThanOrEqual(young! + 0.5);
        },
      ),
      { numRuns: tries(30, 600), seed: 20_261_121 },
    );
  });
});

/** What is expected of a claim a month on, still unpaid, per yen still open, when a first step has not brought it. */
function expectedAfter({ solution, case: c }: Decision, step: string): number {
  const first = solution.first.find(({ move }) => move.option.id === step)!;
  const node = first.to!;
  const open = solution.weights(node).reduce((sum, w) => sum + w, 0);
  return solution.value(node) / (open * c.discount(node.month));
}

describe('what was refused is the same news inside a plan and when told', () => {
  type Asked = Fields & { readonly amount: number; readonly overdue_days: number };
  const TOLD: Readonly<Record<string, Fields>> = {
    pursue: {},
    demand: { demand_sent: true },
    plan: { plan_refused: true, plan: { instalments: 6, deed: false } },
    settle: { settlement_refused: true },
  };
  const EVADER: Asked = { amount: 850_000, overdue_days: 122, contact: 'evasive' };
  const UNKNOWN: Asked = { amount: 1_250_000, overdue_days: 40 };
  const LARGE: Asked = {
    amount: 5_000_000,
    overdue_days: 330,
    contact: 'evasive',
    assets: 'known',
    evidence: 'strong',
  };

  /** Whoever avoids us is offered instalments after a demand, and then only if cash is what it lacks. */
  const offeredTo = (step: string, asked: Asked): Asked =>
    step === 'plan' && asked.contact === 'evasive' ? { ...asked, demand_sent: true, distress: 'some' } : asked;

  /** What is worth more when asked a month later than the plan expected, as a share of face. */
  function gained(step: string, asked: Asked): number {
    const claim = offeredTo(step, asked);
    const { plan_refused: _, demand_sent: __, settlement_refused: ___, ...terms } = TOLD[step]!;
    const stated = expectedAfter(decisionOn({ ...claim, ...terms }), step);
    const later = { ...claim, ...TOLD[step], as_of: addDays(AS_OF, 30), overdue_days: claim.overdue_days + 30 };
    return (bestValue(later) - stated) / claim.amount;
  }

  test.each(
    ['pursue', 'demand', 'plan'].flatMap((step) =>
      [
        EVADER,
        { ...EVADER, overdue_days: 100 },
        // A letter shows whether the debtor answers, which is told with it.
        ...(step === 'demand' ? [] : [UNKNOWN, { ...UNKNOWN, overdue_days: 122 }]),
        // Who avoids us is offered no time where it is known what to attach.
        step === 'plan' ? { ...LARGE, assets: 'partly' as const } : LARGE,
      ].map((claim) => ({
        step,
        claim,
      })),
    ),
  )(
    '$step without success, $claim.amount yen, $claim.overdue_days days: a month later it is worth what the plan expected, to 1 % of face',
    ({ step, claim }) => {
      expect(Math.abs(gained(step, claim))).toBeLessThan(0.01);
    },
  );

  const PURSUED = {
    options: ['pursue', 'demand', 'lawyer_letter', 'plan', 'payment_order', 'suit', 'enforce', 'wait'],
  };

  test.each(
    [{ ...UNKNOWN, overdue_days: 10 }, { ...UNKNOWN, amount: 10_000_000, overdue_days: 10 }, UNKNOWN, EVADER].flatMap(
      (claim) => [2, 4].map((months) => ({ claim: { ...claim, ...PURSUED }, months })),
    ),
  )(
    '$months months of pursuit, a letter and a plan refused, $claim.amount yen, $claim.overdue_days days: it is worth what the plan expected, to 2.5 % of face',
    ({ claim, months }) => {
      const { solution, case: c } = decisionOn(claim);
      const made = solution.offers.reduce(
        (set, { option: { id } }, bit) => (['demand', 'plan'].includes(id) ? set | (1 << bit) : set),
        0,
      );
      const node = { month: months, made };
      const open = solution.weights(node).reduce((sum, w) => sum + w, 0);
      const days = Math.round((365.25 / 12) * months);
      const told = { as_of: addDays(AS_OF, days), overdue_days: claim.overdue_days + days };
      const later = bestValue({ ...claim, ...told, demand_sent: true, plan_refused: true });
      expect(Math.abs(solution.value(node) / (open * c.discount(months)) - later) / claim.amount).toBeLessThan(0.025);
    },
  );

  test('where months of pursuit and court are close when asked, the plan does not chase for years', () => {
    for (const overdue_days of [10, 45, 100, 200]) {
      const { solution } = decisionOn({ amount: 10_000_000, overdue_days, contact: 'evasive', evidence: 'strong' });
      let node = { month: 0, made: 0 };
      for (;;) {
        const best = solution.best(node);
        if (best?.to == null) break;
        node = best.to;
      }
      expect(node.month, `${overdue_days} days`).toBeLessThanOrEqual(6);
    }
  });

  test('no plan chases for more than six months beside letters and offers, so none keeps court for its last month', () => {
    fc.assert(
      fc.property(request, (claim) => {
        const { solution, open, case: c } = decisionOn(claim);
        let node = { month: 0, made: 0 };
        const due = Math.max(0, Math.ceil(c.facts.due_in));
        let efforts = 0;
        // Months of offers come on top, also of those that are made before the due date.
        let early = 0;
        for (let move = open[0]?.valued; move?.to; move = solution.best(node) ?? undefined) {
          const from = Math.max(node.month, due);
          if (move.move.option.shape === 'effort') efforts += Math.max(0, move.to.month - from);
          else early += Math.max(0, Math.min(move.to.month, due) - node.month);
          node = move.to;
        }
        expect(efforts).toBeLessThanOrEqual(6 + early);
      }),
      runs(60),
    );
  });

  /** Where what was expected and what is then answered are further apart, and why. Each entry must be needed. */
  const APART: readonly {
    readonly step: string;
    readonly claim: Asked;
    readonly most: number;
    readonly why: string;
  }[] = [
    {
      step: 'settle',
      claim: UNKNOWN,
      most: 0.06,
      why: 'a refused settlement is told without its level, so it is news of a moderate one; a high one teaches more inside the plan',
    },
  ];

  test.each(APART)('$step, $claim.amount yen, $claim.overdue_days days: $why', ({ step, claim, most }) => {
    const apart = Math.abs(gained(step, claim));
    expect(apart).toBeGreaterThan(0.01);
    expect(apart).toBeLessThan(most);
  });

  test('what a refusal adds to a difference that is there without it is under 1 % of face, also where pursuit wears off', () => {
    for (const claim of [
      { ...EVADER, overdue_days: 91 },
      { ...UNKNOWN, overdue_days: 82, contact: 'responsive' as const },
    ])
      for (const step of ['demand', 'plan'])
        expect(Math.abs(gained(step, claim) - gained('pursue', offeredTo(step, claim))), step).toBeLessThan(0.01);
  });

  test('a refusal that is told lowers what is expected of those who would have accepted', () => {
    const weights = (fields: Fields) => decisionOn({ amount: 850_000, overdue_days: 91, ...fields }).belief.weights;
    const ratio = (told: Fields, k: number, l: number) => weights(told)[k]! / weights(told)[l]!;
    // The slow answer demands, the constrained plans and the disputing settlements more often than the insolvent.
    for (const [told, k] of [
      [{ demand_sent: true }, 0],
      [{ plan_refused: true }, 2],
      [{ settlement_refused: true }, 3],
    ] as const)
      expect(ratio(told, k, 4)).toBeLessThan(ratio({}, k, 4));
    expect(weights({ demand_sent: false })).toEqual(weights({}));
  });
});

/** Every event of a tree. */
const eventsOf = (event: Event): Event[] => [event, ...(event.next ?? []).flatMap((fork) => eventsOf(fork.event))];

describe('instalments that the debtor itself offers', () => {
  const OFFERED = { plan: { instalments: 20, deed: false, offered: true } };
  const planOf = async (fields: object) =>
    (await ask({ amount: 1_000_000, overdue_days: 91, ...fields })).options.find(({ id }) => id === 'plan')!;

  const prospect = (terms: Record<string, unknown>, more: Partial<State> = {}) => {
    const { c, state } = settingOf({ amount: 1_000_000, overdue_days: 91, contact: 'evasive' }, { plan: terms });
    const plan = optionNamed('plan');
    const s = { ...c, state: { ...state, ...more }, month: 0 };
    return plan.prospect(s, plan.variants(s)[0]);
  };

  test('are accepted for certain, cost no asking, and are there today only', () => {
    const { acceptance, asking, open } = prospect(OFFERED.plan);
    expect(acceptance).toEqual([1, 1, 1, 1, 1]);
    expect(asking).toEqual([]);
    expect(open).toEqual({ until: 0.5 });
    expect(Math.max(...prospect({ instalments: 20, deed: false }).acceptance!)).toBeLessThan(1);
  });

  test('a deed that is asked for beside may be refused', () => {
    const { deed_acceptance } = DEFAULTS.plan;
    expect(prospect({ ...OFFERED.plan, deed: true }).acceptance).toEqual(KINDS.map(() => deed_acceptance));
  });

  test('nothing is paid down unless the debtor says so', () => {
    const down = (terms: Record<string, unknown>) =>
      eventsOf(prospect(terms).event).find(({ id }) => id === 'down_payment')!.flows![0]!.principal;
    expect(down(OFFERED.plan)).toBe(0);
    expect(down({ ...OFFERED.plan, down_rate: 0.1 })).toBe(100_000);
  });

  test('a number of instalments must be told for an offer to be one', () => {
    expect(Math.max(...prospect({ offered: true, deed: false }).acceptance!)).toBeLessThan(1);
  });

  test('a plan of ours that was refused does not bar it; without an offer it does', async () => {
    expect((await planOf({ ...OFFERED, plan_refused: true })).status).toBe('open');
    const own = await planOf({ plan: { instalments: 20, deed: false }, plan_refused: true });
    expect(own.bars.map(({ code }) => code)).toEqual(['plan_refused']);
  });

  test.each<
    [title: string, terms: object, standing: State['standing'], after: Pick<State, 'standing' | 'enforceable'>]
  >([
    ['without a title', { deed: false }, 'fresh', { standing: 'acknowledged', enforceable: false }],
    ['without a title, in a deed', { deed: true }, 'fresh', { standing: 'acknowledged', enforceable: true }],
    ['with a title', { deed: false }, 'title', { standing: 'title', enforceable: true }],
    ['with a title, in a deed', { deed: true }, 'title', { standing: 'title', enforceable: true }],
  ])('a plan that is broken %s leaves what was there', (_, terms, standing, after) => {
    const { event } = prospect({ ...OFFERED.plan, ...terms }, { standing, enforceable: standing === 'title' });
    const broken = eventsOf(event).filter(({ goes_on }) => goes_on !== undefined);
    expect(broken).toHaveLength(21);
    for (const { goes_on } of broken) expect(goes_on).toMatchObject({ ...after, acknowledged: true });
  });
});
