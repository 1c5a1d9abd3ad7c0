// Worlds that are played from a recording against the plain recursion over the whole plan, which compiles nothing and records nothing:
// every first step's value in random worlds of every scenario.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kronecker, matched, POINTS } from '../../src/analysis/sampling.ts';
import { outlookOf } from '../../src/analysis/scenarios.ts';
import { drawnCase, drawnWeights } from '../../src/analysis/uncertain_inputs.ts';
import { together } from '../../src/analysis/uncertainty.ts';
import { effortsEnd } from '../../src/decision/programme/horizon.ts';
import type { Selected } from '../../src/decision/programme/programme.ts';
import type { Move } from '../../src/decision/tree/family_tree.ts';
import type { Case, Option, State } from '../../src/options/option.ts';
import { SCENARIOS } from '../cases/scenarios.ts';
import { type Enumeration, enumerated } from '../enumeration.ts';
import { judged } from '../judging.ts';
import { normals } from '../random.ts';
import { type Fields, request, runs } from '../receivables.ts';

/** Worlds of a random claim, beside the fixed worlds of every scenario. */
const WORLDS = 4;
const CLAIMS = 200;

/**
 * The moves of a claim with the terms that were chosen for it, and for the smaller claims that reductions leave. What follows a title is
 * chosen among all terms, because it depends on who arrives there.
 */
function movesOf(
  c: Case,
  state: State,
  options: readonly Option[],
  { places, rests }: Selected,
): Pick<Enumeration, 'moves' | 'followers' | 'movesAfter'> {
  const variants = options.map((option) =>
    option.variants({ ...c, state, month: 0 }).map((terms): Move => ({ option, terms })),
  );
  return {
    moves: variants.flatMap((moves, i) => moves[places[i] ?? 0] ?? moves[0] ?? []),
    followers: variants.flat(),
    movesAfter: ({ option, terms }) => {
      const left: State = { ...state, ...option.prospect({ ...c, state, month: 0 }, terms).after };
      const others = options.filter((other) => other !== option);
      return movesOf(c, left, others, rests.get(option) ?? { places: [], rests: new Map() });
    },
  };
}

/** Yen within which two ways to one number agree. */
const HAIR = 1e-6;

/**
 * Yen that the programme may stay below the recursion. Both are exact, except that after an effort that is not ordinary pursuit, and after a
 * claim is bought back from a factor, the programme goes on with the policy that is best for those who stay open under pursuit; they are
 * nearly the same people.
 */
function shortfall({ facts, terms }: Case, { shape, ordinary }: Option): number {
  if (shape === 'effort' && !ordinary) return 1e-4 * facts.principal;
  const { recourse } = (terms.factor ?? {}) as { readonly recourse?: boolean };
  return recourse && facts.due_in > 0 ? 1e-5 * facts.principal : HAIR;
}

/** Compares the worlds at points, one row of standard normal numbers for each. */
function compareWorlds(fields: Fields, pointsOf: (dimensions: number) => readonly (readonly number[])[]): void {
  const { worlds, variables } = judged(fields);
  const { decision, options } = worlds;
  const { state } = decision.situation;
  const uncertain = variables.filter(({ kind }) => kind === 'assumption');
  const shifts = pointsOf(uncertain.length).map((point) => together(uncertain, point));
  const drawn = shifts.map((shift) => ({ changes: shift.changes, weights: drawnWeights(worlds, shift) }));
  for (const [w, played] of worlds.recorded.withSameTerms(drawn).entries()) {
    if (!played) continue;
    const c = drawnCase(worlds, shifts[w]!);
    const { weights } = drawn[w]!;
    const { months } = decision.solution;
    const moves = movesOf(c, state, options, decision.selected);
    const plain = enumerated(
      { c, state, weights },
      { c, ...moves, months, effortsEnd: effortsEnd(c.facts), remembered: new Map() },
    );
    const { best, values } = outlookOf(played);
    expect([...values.keys()].sort()).toEqual([...plain.keys()].sort());
    const short = (id: string) => shortfall(c, options.find((option) => option.id === id)!);
    const off = [...plain].filter(([id, value]) => {
      const above = value - values.get(id)!;
      return !(above >= -HAIR && above <= short(id));
    });
    const told = off.map(([id, value]) => `world ${w}, ${id}: ${values.get(id)} played, ${value} by the recursion`);
    expect(told, JSON.stringify(fields)).toEqual([]);
    expect(plain.get(best)!).toBeGreaterThanOrEqual(Math.max(...plain.values()) - short(best));
  }
}

describe('a world that is played is worth what the plain recursion says', () => {
  test.each(SCENARIOS)(
    `all ${POINTS} worlds of $name`,
    ({ request: fields }) => compareWorlds(fields, (dimensions) => matched(kronecker(dimensions))),
    3_600_000,
  );

  test('random claims', () => {
    const next = normals(20_261_121);
    const points = (dimensions: number) =>
      Array.from({ length: WORLDS }, () => Array.from({ length: dimensions }, () => next()));
    fc.assert(
      fc.property(request, (fields) => compareWorlds(fields, points)),
      { ...runs(1), numRuns: CLAIMS },
    );
  }, 3_600_000);
});
