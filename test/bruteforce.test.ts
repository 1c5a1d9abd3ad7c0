// The programme against an enumeration of every sequence of actions over three or four months, written without it: event trees are
// followed lot by lot, beliefs are multiplied along each sequence, choices are tried one after the other; nothing is compiled or
// remembered. Only what an option itself states (bars, openings, prospects) is asked of the code under test. The same enumeration shows why
// numbers differ from the first edition: with its rule put back they are its own.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effortsEnd, horizonOf } from '../src/decision/programme/horizon.ts';
import { board } from '../src/decision/programme/moves.ts';
import { type SolveBoard, solveBoard } from '../src/decision/programme/programme.ts';
import { tieBand } from '../src/decision/programme/rank.ts';
import type { Solution } from '../src/decision/programme/solution.ts';
import type { Move } from '../src/decision/tree/family_tree.ts';
import type { Case, Option, Situation, State } from '../src/options/option.ts';
import { money } from '../src/values/money.ts';
import { enumerated } from './enumeration.ts';
import {
  GOLDEN,
  goldenOptions,
  goldenSetting,
  OPTIONS,
  optionId,
  type Setting,
  settingOf,
  shortName,
} from './golden_cases.ts';
import { tries } from './tries.ts';

const MONTHS = 4;

/** The same by the programme. */
function programmed({ c, state, weights }: Setting, moves: readonly Move[], months = MONTHS): Solution {
  const problem = (of: State, without: readonly Move[]): SolveBoard => ({
    weights,
    state: of,
    months,
    solveRest: ({ left, move: made }) => {
      const others = without.filter((move) => move !== made);
      return solveBoard(board(c, others), problem(left, others));
    },
  });
  return solveBoard(board(c, moves), problem(state, moves));
}

const terms: Readonly<Record<string, unknown>> = {
  plan: { instalments: 3, down_rate: 0.2, deed: false },
  settle: { level: 0.7 },
};

function movesOf({ c, state }: Setting, own: Readonly<Record<string, unknown>> = {}): Move[] {
  return OPTIONS.map((option) => ({
    option,
    terms: own[option.id] ?? terms[option.id] ?? option.variants({ ...c, state, month: 0 })[0],
  }));
}

interface Receivable {
  readonly title: string;
  readonly setting: Setting;
  readonly own?: Readonly<Record<string, unknown>>;
}

const RECEIVABLES: readonly Receivable[] = [
  {
    title: 'undisputed, two months late, with credit score and assets known',
    setting: settingOf({
      amount: 480_000,
      overdue_days: 61,
      contact: 'evasive',
      dispute: 'none',
      broken_promises: 1,
      tdb_score: 47,
      assets: 'known',
      evidence: 'strong',
    }),
  },
  {
    title: 'disputed in full, over the limit of the summary court',
    setting: settingOf({
      amount: 2_600_000,
      overdue_days: 95,
      contact: 'responsive',
      dispute: 'full',
      payment_history: 'good',
      evidence: 'medium',
    }),
  },
  {
    title: 'not due for a month and a half',
    setting: settingOf({ amount: 4_000_000, due_date: '2026-07-17', tsr_score: 52 }),
  },
  {
    title: 'a valued customer in some distress, twelve instalments under a deed',
    setting: settingOf({
      amount: 3_600_000,
      overdue_days: 92,
      contact: 'responsive',
      distress: 'some',
      partial_paid: true,
      margin_per_year: money(600_000),
      relationship_years: 3,
    }),
    own: { plan: { instalments: 12, down_rate: 0.1, deed: true } },
  },
  {
    title: 'limitation ends in forty days',
    setting: settingOf(
      { amount: 2_200_000, overdue_days: 1786, effort_months: 4, contact: 'evasive', evidence: 'strong' },
      {},
      { facts: { limitation_months: 1.3 } },
    ),
  },
  {
    title: 'severe distress, and a lawful buyer offers a quarter',
    setting: settingOf(
      { amount: 3_000_000, overdue_days: 274, distress: 'severe', broken_promises: 2, pd: 0.25 },
      { sell: { buyer: 'lawful_buyer', offer: money(750_000) } },
    ),
  },
  {
    title: 'taxed, with relief of consumption tax, over a year late',
    setting: settingOf({
      amount: 900_000,
      overdue_days: 400,
      contact: 'unreachable',
      tax_rate: 0.34,
      consumption_tax_rate: 0.1,
      security_value: money(150_000),
    }),
  },
  {
    title: 'cash needed in two weeks, invoice factored with recourse',
    setting: settingOf(
      { amount: 4_000_000, due_date: '2026-07-17', cash_needed_by: '2026-06-15', bridge_rate: 0.6, tdb_score: 60 },
      { factor: { kind: 'three_party', fee_rate: 0.025, fixed_fee: money(10_000), recourse: true } },
    ),
  },
  {
    title: 'taxed, and partly set off against what we owe',
    setting: settingOf(
      { amount: 1_200_000, overdue_days: 61, contact: 'evasive', distress: 'some', tdb_score: 42, tax_rate: 0.3 },
      { offset: { payable: money(500_000), payable_due_date: '2026-07-01' } },
    ),
  },
  {
    title: 'the debtor has offered a lump sum itself',
    setting: goldenSetting(GOLDEN.find(({ id }) => id.startsWith('S11'))!.receivable),
    own: { plan: { instalments: 3, down_rate: 0.2, deed: true }, settle: { amount: 1_400_000, months: 0.5 } },
  },
  {
    title: 'a guarantor, a lien on the goods and on their resale price, before the limitation ends',
    setting: settingOf(
      { amount: 1_900_000, overdue_days: 61, claim_kind: 'goods', contact: 'evasive', tdb_score: 40, tax_rate: 0.3 },
      {
        guarantor: { value: money(700_000) },
        lien: { goods_value: money(300_000), resale_price: money(250_000), paid_on: '2026-08-10' },
      },
    ),
  },
  {
    title: 'a debtor who talks and has acknowledged, and goods taken back',
    setting: settingOf(
      { amount: 1_600_000, overdue_days: 1_700, claim_kind: 'goods', contact: 'responsive', acknowledged: true },
      {
        return_goods: { value: money(200_000), consent: true },
        lien: { goods_value: money(300_000) },
        guarantor: { value: money(9_000_000), joint: true, pays: 0.3 },
      },
    ),
  },
  {
    title: 'deliveries that go on to a valued customer',
    setting: settingOf(
      { amount: 800_000, overdue_days: 40, contact: 'evasive', margin_per_year: money(200_000), relationship_years: 2 },
      { stop_supply: { per_month: money(300_000) } },
    ),
  },
];

/**
 * A step is worth what enumeration says. After an effort that is not ordinary pursuit the policy for those whom pursuit would have left open is
 * followed, so that it may be worth a little more: by less than counts as a tie, where any claim at all is looked at. So may a reduction, after
 * which such an effort may come first.
 */
function isExact(id: string, exact: number, value: number, face?: number): boolean {
  const { shape, ordinary } = OPTIONS.find((option) => option.id === id)!;
  const isAlike = Math.abs(value - exact) < 1e-6;
  if (face !== undefined && shape === 'reduction') return isAlike || (value < exact && exact - value < tieBand(face));
  if (shape !== 'effort' || ordinary) return isAlike;
  const less = Math.max(2e-3 * Math.abs(exact), face === undefined ? 0 : tieBand(face)) + 1e-6;
  return value < exact + 1e-6 && exact - value < less;
}

describe('every sequence of actions over four months', () => {
  test.each(RECEIVABLES)('$title: the programme gives every first step its exact value', ({ setting, own }) => {
    const moves = movesOf(setting, own);
    const exact = enumerated(setting, { c: setting.c, moves, months: MONTHS, effortsEnd: effortsEnd(setting.c.facts) });
    const solution = programmed(setting, moves);
    const values = new Map(solution.first.map(({ move, value }) => [move.option.id, value]));
    expect([...values.keys()].sort()).toEqual([...exact.keys()].sort());
    const off = [...exact].filter(([id, value]) => !isExact(id, value, values.get(id)!));
    expect(off.map(([id, value]) => `${id}: ${value} by enumeration, ${values.get(id)} by the programme`)).toEqual([]);
    const most = Math.max(...values.values());
    expect(solution.value({ month: 0, made: 0 })).toBe(most);
  });
});

describe('every sequence of actions of a whole plan', () => {
  test.each([
    ['efforts end after six months beside the month that a letter takes', { overdue_days: 120, effort_months: 0 }, 6],
    ['they are counted from the due date', { overdue_days: -45 }, 8],
    ['those made before are among them', { overdue_days: 120, effort_months: 2 }, 4],
    ['which are all months overdue where nobody says', { overdue_days: 61 }, 4],
    ['one month is left to who has chased for five', { overdue_days: 120, effort_months: 5 }, 1],
    ['and to who has chased for longer', { overdue_days: 400 }, 1],
  ])('%s', (_, days, end) => {
    const setting = settingOf({ amount: 9_000_000, contact: 'evasive', distress: 'some', ...days });
    const { c, state, weights } = setting;
    expect(effortsEnd(c.facts)).toBe(end);
    const moves = movesOf(setting).filter(({ option: { id } }) =>
      ['pursue', 'demand', 'payment_order', 'wait'].includes(id),
    );
    const exact = enumerated(setting, { c, moves, months: end + 1, effortsEnd: end, remembered: new Map() });
    const { first, months } = solveBoard(board(c, moves), { weights, state });
    expect(months).toBe(end + 1);
    expect(first.map(({ move }) => move.option.id).sort()).toEqual([...exact.keys()].sort());
    for (const { move, value } of first) expect(value, move.option.id).toBeCloseTo(exact.get(move.option.id)!, 6);
  });
});

const perhaps = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const share = fc.double({ min: 0.05, max: 1.2, noNaN: true });
const anyReceivable = fc.record({
  claim: fc.record({
    amount: fc.integer({ min: 20_000, max: 9_000_000 }),
    overdue_days: fc.constantFrom(-100, -45, -3, 0, 12, 75, 240, 500, 1_700, 1_830),
    contact: perhaps(fc.constantFrom('responsive', 'evasive', 'unreachable')),
    dispute: perhaps(fc.constantFrom('none', 'partial', 'full')),
    distress: perhaps(fc.constantFrom('none', 'severe')),
    insolvency: perhaps(fc.constantFrom('none', 'payment_suspended', 'petition', 'bankruptcy', 'rehabilitation')),
    title: perhaps(fc.constantFrom('none', 'judgment')),
    lawyer: perhaps(fc.constantFrom('yes', 'no')),
    tax_rate: perhaps(fc.constant(0.34)),
    demand_sent: perhaps(fc.boolean()),
    margin_per_year: perhaps(fc.integer({ min: 0, max: 1_000_000 }).map((yen) => money(yen))),
    security_value: perhaps(fc.integer({ min: 0, max: 2_000_000 }).map((yen) => money(yen))),
  }),
  payable: perhaps(share),
  offered: perhaps(share),
  goods: perhaps(share),
  recourse: fc.boolean(),
  needs_cash: fc.boolean(),
  plan: fc.record({ instalments: fc.constantFrom(1, 3), down_rate: fc.constantFrom(0, 0.2), deed: fc.boolean() }),
  level: fc.constantFrom(0.4, 0.7, 0.95),
});

describe('every sequence of actions over three months', () => {
  test('any receivable: the programme gives every first step its exact value', () => {
    fc.assert(
      fc.property(anyReceivable, ({ claim, payable, offered, goods, recourse, needs_cash, plan, level }) => {
        const part = (of: number | undefined) => money(Math.floor(claim.amount * (of ?? 0)));
        const setting = settingOf(
          { ...claim, ...(needs_cash ? { cash_needed_by: '2026-06-20', bridge_rate: 0.3 } : {}) },
          {
            factor: { kind: 'two_party', recourse },
            ...(payable === undefined ? {} : { offset: { payable: part(payable) } }),
            ...(offered === undefined ? {} : { sell: { buyer: 'lawful_buyer', offer: part(offered) } }),
            ...(goods === undefined ? {} : { return_goods: { value: part(goods), consent: true } }),
          },
        );
        const moves = movesOf(setting, { plan, settle: { level } });
        const months = 3;
        const exact = enumerated(setting, { c: setting.c, moves, months, effortsEnd: effortsEnd(setting.c.facts) });
        const values = new Map(
          programmed(setting, moves, months).first.map(({ move, value }) => [move.option.id, value]),
        );
        expect([...values.keys()].sort()).toEqual([...exact.keys()].sort());
        for (const [id, value] of exact)
          expect([id, isExact(id, value, values.get(id)!, claim.amount)]).toEqual([id, true]);
      }),
      { numRuns: tries(30, 300), seed: 20_260_601 },
    );
  });
});

/** An option whose prospect sees the case otherwise. */
const seeing = (option: Option, see: (s: Situation) => Situation): Option => ({
  ...option,
  prospect: (s, its) => option.prospect(see(s), its),
});

/** A broken plan leaves the limitation period as it was: waiting after it ends with the old period, half a month later at least. */
const periodKept = (option: Option): Option =>
  option.baseline
    ? seeing(option, (s) =>
        s.state.standing === 'acknowledged'
          ? { ...s, state: { ...s.state, limitation: Math.max(s.facts.limitation_months, s.month + 0.5) } }
          : s,
      )
    : option;

/** Waiting is discounted as if no cash were needed. */
const waitingUnhurried = (c: Case): Case => ({
  ...c,
  discount: (months) => (1 + c.a.money.discount_rate) ** (-months / 12),
});

// The first edition had more rules of its own: courts that charge the relationship on drifted weights, the exits after a missed instalment,
// a belief that learns nothing from the third year of silence on. They showed only in sequences that go to court, of which the rules are
// others now, or in the belief (golden.test.ts).
describe('the reasons for which numbers differ from the first edition', () => {
  const goldenNamed = (name: string) => GOLDEN.find(({ id }) => shortName(id) === name)!;

  test('S4: waiting is worth its number when no need of cash discounts it', () => {
    const golden = goldenNamed('S4');
    const { c, state, weights } = goldenSetting(golden.receivable);
    const wait = OPTIONS.find(({ baseline }) => baseline)!;
    const moves = [{ option: wait, terms: {} }];
    const values = enumerated({ c, state, weights }, { c: waitingUnhurried(c), moves, months: 0 });
    const stated = golden.options.find(({ action }) => optionId(action) === wait.id)!;
    expect(Math.abs(values.get(wait.id)! - stated.value)).toBeLessThan(0.01);
  });

  test.each(['S1', 'S2', 'S4b', 'S6', 'S8', 'S9', 'S11', 'S12', 'S13'])(
    '%s: pursuit alone is worth its number when each month mixes those left anew',
    (name) => {
      const golden = goldenNamed(name);
      const setting = goldenSetting(golden.receivable);
      const { c } = setting;
      const alone = goldenOptions(golden).filter(({ id, baseline }) => id === 'pursue' || baseline);
      const moves = alone.map((option) => ({ option, terms: {} }));
      const months = horizonOf(c.facts.due_in);
      const world = { c, moves, months, remembered: new Map(), mixedAnew: true } as const;
      const stated = golden.options.find(({ action }) => optionId(action) === 'pursue')!;
      expect(Math.abs(enumerated(setting, world).get('pursue')! - stated.alone)).toBeLessThan(1);
    },
  );

  test('S8: a plan alone is worth its number when a broken one keeps the old limitation period', () => {
    const golden = goldenNamed('S8');
    const setting = goldenSetting(golden.receivable);
    const { c, state } = setting;
    const alone = goldenOptions(golden).filter(
      ({ id, shape, baseline }) => id === 'plan' || shape === 'effort' || baseline,
    );
    const moves = alone
      .map(periodKept)
      .map((option) => ({ option, terms: option.variants({ ...c, state, month: 0 })[0] }));
    const stated = golden.options.find(({ action }) => action === 'plan')!;
    const value = enumerated(setting, { c, moves, months: 1 }).get('plan')!;
    expect(Math.abs(value - stated.alone)).toBeLessThan(0.01);
  });
});
