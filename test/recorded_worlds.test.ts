// Worlds that are played from one recording of a claim equal worlds that are decided by themselves: every first step's value to a millionth
// of a yen, the best step, the terms chosen, and what every policy of the base is worth. Where a world cannot be played, which is seldom,
// it is decided by itself anyway.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Outlook, outlookOf } from '../src/analysis/scenarios.ts';
import { drawnCase, drawnWeights, type Shift, shifted } from '../src/analysis/uncertain_inputs.ts';
import { together } from '../src/analysis/uncertainty.ts';
import { Z90 } from '../src/assumptions/assumption.ts';
import { settingOf } from '../src/decision/programme/case.ts';
import { policyValue } from '../src/decision/programme/policy.ts';
import { Programme } from '../src/decision/programme/programme.ts';
import type { Solution } from '../src/decision/programme/solution.ts';
import { SCENARIOS } from './cases/scenarios.ts';
import { type Judged, judged } from './judging.ts';
import { normals } from './random.ts';
import { type Fields, request, runs } from './receivables.ts';
import { GRID } from './situations.ts';
import { tries } from './tries.ts';

/** Random worlds of a claim, and ends of numbers: in the suite a few, which fall on other numbers from claim to claim. */
const DRAWN = tries(2, 128);
const ENDS = tries(2, Number.POSITIVE_INFINITY);

/** Yen within which two ways to one number agree. */
const HAIR = 1e-6;

const OWN_OFFER = { amount: 2_400_000, overdue_days: 140, settle: { offer: 1_300_000, in_days: 20 } };

/** Claims of the grid that the suite looks at; the nightly run looks at all of them. */
const SHOWN: readonly string[] = [
  'due in six weeks, with recourse',
  'a large debt with security',
  'a judgment in hand',
  'limitation in 40 days',
  'rehabilitation, filing in time',
  'tax counts',
  'cash is needed',
];

/** Claims in which something special counts. */
const SPECIAL: Readonly<Record<string, Fields>> = {
  ...Object.fromEntries(Object.entries(GRID).filter(([name]) => tries(SHOWN.includes(name), true))),
  'sold after a broken plan': {
    amount: 1_800_000,
    overdue_days: 200,
    distress: 'some',
    sell: { offer: 700_000, buyer: 'lawful_buyer' },
    plan: { instalments: 6, down_rate: '10%', deed: true },
  },
  'the debtor has offered a lump sum itself': OWN_OFFER,
  'the same, for a caller who shuns risk': { ...OWN_OFFER, risk: 'averse', tax_rate: '30%' },
  'a need of cash, tax, set-off and goods to take back together': {
    amount: 3_200_000,
    overdue_days: 40,
    cash_needed_by: '2027-01-31',
    bridge_rate: '18%',
    tax_rate: '34%',
    consumption_tax_rate: '10%',
    margin_per_year: 400_000,
    security_value: 250_000,
    offset: { payable: 900_000, payable_due_date: '2026-12-20' },
    return_goods: { value: 300_000, consent: true },
  },
  'limitation in a quarter, with a lawful buyer': {
    amount: 2_600_000,
    overdue_days: 1_740,
    contact: 'evasive',
    sell: { offer: 400_000, buyer: 'lawful_buyer' },
  },
};

/** How many worlds were asked of recordings, and how many had to be decided by themselves. */
class Tally {
  asked = 0;
  apart = 0;

  note(solutions: readonly (Solution | null)[]): void {
    this.asked += solutions.length;
    this.apart += solutions.filter((one) => one === null).length;
  }

  get share(): number {
    return this.apart / this.asked;
  }
}

/** Which variant of each option is used, by its place among all moves of the board: terms themselves may hold recorded numbers. */
const variantsOf = ({ moves, board }: Solution): string =>
  moves.map((move) => `${move.option.id} ${board.moves.indexOf(move)}`).join();

/** Whether two outlooks name one best step; of two that are level each may be the best. */
const sameBest = (a: Outlook, b: Outlook): boolean =>
  a.best === b.best || Math.abs(a.value - (a.values.get(b.best) ?? Number.NaN)) <= HAIR;

/** Compares a world that was played with the same world decided by itself. */
function expectSame(played: Solution, alone: Solution, what: string): void {
  expect(variantsOf(played), what).toBe(variantsOf(alone));
  const [a, b] = [outlookOf(played), outlookOf(alone)];
  const off = [...b.values].filter(([id, value]) => !(Math.abs((a.values.get(id) ?? Number.NaN) - value) <= HAIR));
  const told = off.map(([id, value]) => `${id}: ${a.values.get(id)} played, ${value} by itself`);
  expect([what, ...told, a.values.size]).toEqual([what, b.values.size]);
  expect(sameBest(a, b), what).toBe(true);
}

/** The ends of some numbers, beginning with one that depends on the claim. */
function endsOf({ variables, worlds }: Judged): Shift[] {
  const movable = variables.filter(({ kind }) => kind === 'assumption');
  const ends = movable.flatMap((variable) => [variable.at(-Z90), variable.at(Z90)]);
  if (ends.length <= ENDS) return ends;
  const from = worlds.case.facts.principal % ends.length;
  const step = Math.ceil(ends.length / ENDS);
  return Array.from({ length: ENDS }, (_, i) => ends[(from + i * step) % ends.length]!);
}

function compareWorlds(fields: Fields, seed: number, drawnApart: Tally, anewApart: Tally): void {
  const of = judged(fields);
  const { worlds, variables } = of;
  const { options, decision, courses, recorded } = worlds;
  const { state } = decision.situation;
  const uncertain = variables.filter(({ kind }) => kind === 'assumption');
  const next = normals(seed);
  const shifts = Array.from({ length: DRAWN }, () =>
    together(
      uncertain,
      uncertain.map(() => next()),
    ),
  );

  const drawn = shifts.map((shift) => ({ changes: shift.changes, weights: drawnWeights(worlds, shift) }));
  const played = recorded.withSameTerms(drawn);
  drawnApart.note(played);
  for (const [w, { weights }] of drawn.entries()) {
    const solution = played[w];
    if (!solution) continue;
    const what = `${JSON.stringify(fields)}, world ${w}, terms of the base`;
    const alone = new Programme(drawnCase(worlds, shifts[w]!), options, state).solveWith(decision.selected, weights);
    expectSame(solution, alone.solution, what);
    for (const { option, policy } of courses) {
      const [here, there] = [solution, alone.solution].map((one) => policyValue(policy, one, weights));
      expect(Math.abs(here! - there!), `${what}: the policy of ${option.id}`).toBeLessThanOrEqual(HAIR);
    }
  }

  const moved = [...shifts, ...endsOf(of)];
  const anew = recorded.anew(moved.map(({ changes }) => changes));
  anewApart.note(anew);
  for (const [w, shift] of moved.entries()) {
    const solution = anew[w];
    if (!solution) continue;
    const { case: c, belief, state: there } = settingOf(shifted(worlds, shift));
    const alone = new Programme(c, options, there).solve(belief.weights).solution;
    expectSame(solution, alone, `${JSON.stringify(fields)}, world ${w}, decided anew: ${changesOf(shift)}`);
  }
}

const changesOf = ({ changes }: Shift): string =>
  changes.length > 9 ? 'all numbers' : changes.map(({ part, value }) => `${part.id}=${value}`).join(' ');

describe('a world that is played from a recording is the world decided by itself', () => {
  const drawn = new Tally();
  const anew = new Tally();

  test.each(SCENARIOS.filter(({ name }) => tries(/^(S1|S4b|S5|S6|S8|S12):/, /./).test(name)))(
    '$name',
    ({ request: fields }) => {
      compareWorlds(fields, 1, drawn, anew);
    },
  );

  test.each(Object.entries(SPECIAL))('%s', (_, fields) => {
    compareWorlds(fields, 2, drawn, anew);
  });

  test(
    'random claims',
    () => {
      let seed = 3;
      fc.assert(
        fc.property(request, (fields) => {
          compareWorlds(fields, seed++, drawn, anew);
        }),
        { ...runs(1), numRuns: tries(3, 200) },
      );
    },
    tries(60_000, 3_600_000),
  );

  test('few worlds are decided by themselves', () => {
    expect(drawn.asked).toBeGreaterThan(30);
    expect(drawn.share).toBeLessThan(0.05);
    expect(anew.share).toBeLessThan(0.05);
  });
});
