// How sure the answer is when the assumptions are uncertain together: each first step with its policy is followed through a fixed
// sequence of worlds (docs/model.md 12).

import { FollowedPolicy } from '../decision/programme/policy.ts';
import { tieBand } from '../decision/programme/rank.ts';
import { entryOf, type Timetable } from '../decision/programme/timetable.ts';
import { finish, type Steps } from '../values/steps.ts';
import { SIDE_BY_SIDE } from './recorded_claim.ts';
import { kronecker, matched, POINTS } from './sampling.ts';
import { type DrawnWorld, outlookOf, type Worlds, withSameTerms } from './scenarios.ts';
import type { Shift, Variable } from './uncertain_inputs.ts';

/** How one first step fares; yen, chances as fractions. */
export interface Fares {
  readonly id: string;
  /** Share of worlds in which it is the best first step. */
  readonly chance_best: number;
  /** Share of worlds in which it is best or level with the best. */
  readonly chance_level: number;
  /** Quantiles, and the mean, of its expected net value over the worlds. */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly mean: number;
}

/** How the first steps fare over all worlds tried. */
export interface Uncertainty {
  readonly points: number;
  readonly fares: readonly Fares[];
  /** Share of worlds in which some option of a group is best. */
  readonly groups: ReadonlyMap<string, number>;
  /** Expected value of knowing all uncertain numbers before deciding, with the terms of the base. */
  readonly perfect: number;
}

/** The shift of all uncertain variables at one point. */
export function together(variables: readonly Variable[], point: readonly number[]): Shift {
  const shifts = variables.map((variable, j) => variable.draw(entryOf(point, j)));
  return { changes: shifts.flatMap(({ changes }) => changes), inputs: shifts.flatMap(({ inputs }) => inputs) };
}

const quantile = (sorted: readonly number[], p: number): number =>
  entryOf(sorted, Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1)));

/** The worlds at points, a few at a time so that their numbers need not be kept; one at a time where each has to be decided by itself. */
function* worldsDrawn(
  worlds: Worlds,
  variables: readonly Variable[],
  points: readonly (readonly number[])[],
): Generator<DrawnWorld> {
  const atOnce = variables.some(({ kind }) => kind === 'input') ? 1 : SIDE_BY_SIDE;
  for (let from = 0; from < points.length; from += atOnce) {
    const shifts = points.slice(from, from + atOnce).map((point) => together(variables, point));
    yield* withSameTerms(worlds, shifts);
  }
}

/** The policies of the courses on a timetable; worlds that were played share one. */
function policiesOn({ courses }: Worlds): (timetable: Timetable) => readonly FollowedPolicy[] {
  const known = new Map<Timetable, readonly FollowedPolicy[]>();
  return (timetable) => {
    const found = known.get(timetable) ?? courses.map(({ policy }) => new FollowedPolicy(policy, timetable));
    known.set(timetable, found);
    return found;
  };
}

/**
 * Follows every course through the worlds at `points`, one row of standard normal numbers for each, in the order of the uncertain
 * variables. Costs one solution of the programme a point, and has a step a point.
 */
export function* uncertaintySteps(
  worlds: Worlds,
  variables: readonly Variable[],
  points?: readonly (readonly number[])[],
): Steps<Uncertainty> {
  const uncertain = variables.filter((variable) => variable.uncertain);
  const where = points ?? matched(kronecker(uncertain.length, POINTS));
  const fates = worlds.courses.map(({ option }) => ({ option, values: [] as number[], wins: 0, level: 0 }));
  const band = tieBand(worlds.case.facts.principal);
  let regret = 0;
  const followed = policiesOn(worlds);
  for (const { solution, weights } of worldsDrawn(worlds, uncertain, where)) {
    const here = followed(solution.timetable).map((policy) => policy.value(solution, weights));
    const top = Math.max(...here);
    const winner = here.indexOf(top);
    for (const [i, fate] of fates.entries()) {
      const value = entryOf(here, i);
      fate.values.push(value);
      if (i === winner) fate.wins += 1;
      if (top - value <= band) fate.level += 1;
    }
    regret += Math.max(outlookOf(solution).value, top) - entryOf(here, 0);
    yield;
  }
  const n = where.length;
  const groups = new Map<string, number>();
  const fares = fates.map(({ option, values, wins, level }): Fares => {
    const sorted = values.toSorted((a, b) => a - b);
    const chance = wins / n;
    if (option.group) groups.set(option.group, (groups.get(option.group) ?? 0) + chance);
    return {
      id: option.id,
      chance_best: chance,
      chance_level: level / n,
      p10: quantile(sorted, 0.1),
      p50: quantile(sorted, 0.5),
      p90: quantile(sorted, 0.9),
      mean: sorted.reduce((sum, value) => sum + value, 0) / n,
    };
  });
  return { points: n, fares, groups, perfect: regret / n };
}

/** The same at once. */
export const uncertainty = (...asked: Parameters<typeof uncertaintySteps>): Uncertainty =>
  finish(uncertaintySteps(...asked));
