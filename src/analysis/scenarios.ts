// Looks at the base decision from other worlds: the same question under other assumptions or inputs is either decided anew with terms of
// its own, or follows the terms and the policy of the base.

import type { PerKind } from '../assumptions/kinds.ts';
import { type Question, settingOf, setUp } from '../decision/programme/case.ts';
import type { Decision } from '../decision/programme/decide.ts';
import { type Policy, policyOf } from '../decision/programme/policy.ts';
import { Programme, type Solved } from '../decision/programme/programme.ts';
import type { Solution } from '../decision/programme/sequence.ts';
import type { Case, Option } from '../options/option.ts';
import { type Base, drawnWorld, type Shift, shifted } from './uncertain_inputs.ts';

/** What is best in a world by value, and what every first step is worth there; yen. */
export interface Outlook {
  readonly best: string;
  readonly value: number;
  readonly values: ReadonlyMap<string, number>;
}

/** A first step with the policy that follows it in the base. */
export interface Course {
  readonly option: Option;
  readonly value: number;
  readonly policy: Policy;
}

/** A base decision with everything that is needed to look at it from other worlds. */
export interface Worlds extends Base {
  readonly decision: Decision;
  readonly options: readonly Option[];
  /** The first steps of the base, by value. */
  readonly courses: readonly Course[];
}

/** Prepares a decision for looks from other worlds. */
export function worldsOf(question: Question, decision: Decision): Worlds {
  const { solution } = decision;
  const courses = solution.first.map((first) => ({
    option: first.move.option,
    value: first.value,
    policy: policyOf(solution, first),
  }));
  return {
    question,
    case: decision.case,
    weights: decision.belief.weights,
    decision,
    options: decision.programme.options,
    courses: courses.sort((a, b) => b.value - a.value),
  };
}

/** The values of the first steps of a solution. */
export function outlookOf({ first }: Solution): Outlook {
  const values = new Map(first.map(({ move, value }) => [move.option.id, value]));
  const best = first.reduce((top, next) => (next.value > top.value ? next : top));
  return { best: best.move.option.id, value: best.value, values };
}

/** Decides a case anew: belief, terms, sequence. */
function solveAnew(c: Case, options: readonly Option[]): Solved {
  const { belief, state } = settingOf(c);
  return new Programme(c, options, state).solve(belief.weights);
}

/** The outlook of another question, decided anew. */
export const outlookFor = (question: Question, options: readonly Option[]): Outlook =>
  outlookOf(solveAnew(setUp(question), options).solution);

/** The outlook in another world, decided anew there. */
export const anew = (worlds: Worlds, shift: Shift): Outlook =>
  outlookOf(solveAnew(shifted(worlds, shift), worlds.options).solution);

/** The solution in a world that was drawn, with the terms of the base, and the weights there. */
export function withSameTerms(worlds: Worlds, shift: Shift): { solution: Solution; weights: PerKind } {
  const { case: c, weights } = drawnWorld(worlds, shift);
  const programme = new Programme(c, worlds.options, worlds.decision.situation.state, worlds.decision.selected);
  return { solution: programme.solve(weights).solution, weights };
}
