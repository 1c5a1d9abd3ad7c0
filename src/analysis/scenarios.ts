// Looks at the base decision from other worlds: the same question under other assumptions or inputs is either decided anew with terms of
// its own, or follows the terms and the policy of the base.

import { driversOf } from '../assumptions/drivers.ts';
import type { PerKind } from '../assumptions/kinds.ts';
import { overridesOf, type Question, settingOf, setUp } from '../decision/programme/case.ts';
import type { Decision } from '../decision/programme/decide.ts';
import { type Policy, policyOf } from '../decision/programme/policy.ts';
import { Programme, type Solved } from '../decision/programme/programme.ts';
import type { Solution } from '../decision/programme/solution.ts';
import { entryOf } from '../decision/programme/timetable.ts';
import type { Case, Option } from '../options/option.ts';
import { RecordedClaim } from './recorded_claim.ts';
import { type Base, drawnCase, drawnWeights, type Shift, shifted } from './uncertain_inputs.ts';

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
  /** The claim with everything recorded that can move. */
  readonly recorded: RecordedClaim;
}

/** Records a claim when it is first needed: break-evens and enquiries mostly are not looked at from other worlds. */
class LazyWorlds implements Worlds {
  readonly question: Question;
  readonly decision: Decision;
  readonly courses: readonly Course[];
  #recorded: RecordedClaim | null = null;

  constructor(question: Question, decision: Decision) {
    const { solution } = decision;
    this.question = question;
    this.decision = decision;
    this.courses = solution.first
      .map((first) => ({ option: first.move.option, value: first.value, policy: policyOf(solution, first) }))
      .sort((a, b) => b.value - a.value);
  }

  get case(): Case {
    return this.decision.case;
  }

  get weights(): PerKind {
    return this.decision.belief.weights;
  }

  get options(): readonly Option[] {
    return this.decision.programme.options;
  }

  get recorded(): RecordedClaim {
    if (this.#recorded === null) {
      const parts = driversOf(overridesOf(this.question)).flatMap((driver) => driver.parts);
      const { case: c, options } = this;
      this.#recorded = new RecordedClaim({ case: c, options, parts, selected: this.decision.selected });
    }
    return this.#recorded;
  }
}

/** Prepares a decision for looks from other worlds. */
export const worldsOf = (question: Question, decision: Decision): Worlds => new LazyWorlds(question, decision);

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

/** A world that was drawn, solved with the terms of the base, and the weights there. */
export interface DrawnWorld {
  readonly solution: Solution;
  readonly weights: PerKind;
}

/** What may be moved in a world without stating the claim anew. */
const isPlayable = ({ inputs }: Shift): boolean => inputs.length === 0;

/** Solves playable shifts from the recording; the others, and worlds that cannot be played, by themselves. */
function solved<S extends { readonly shift: Shift }>(
  all: readonly S[],
  play: (some: readonly S[]) => readonly (Solution | null)[],
  byItself: (one: S) => Solution,
): Solution[] {
  const playable = all.filter(({ shift }) => isPlayable(shift));
  const found = new Map(play(playable).map((solution, i) => [playable[i], solution] as const));
  return all.map((one) => found.get(one) ?? byItself(one));
}

/** The outlook in other worlds, decided anew there. Throws `LawNotCovered` when the law of a needed day is not in the data. */
export const anew = (worlds: Worlds, shifts: readonly Shift[]): Outlook[] =>
  solved(
    shifts.map((shift) => ({ shift })),
    (some) => worlds.recorded.anew(some.map(({ shift }) => shift.changes)),
    ({ shift }) => solveAnew(shifted(worlds, shift), worlds.options).solution,
  ).map(outlookOf);

/** Worlds that were drawn, solved with the terms of the base. */
export function withSameTerms(worlds: Worlds, shifts: readonly Shift[]): DrawnWorld[] {
  const { decision, options } = worlds;
  const drawn = shifts.map((shift) => ({ shift, weights: drawnWeights(worlds, shift) }));
  const solutions = solved(
    drawn,
    (some) => worlds.recorded.withSameTerms(some.map(({ shift, weights }) => ({ changes: shift.changes, weights }))),
    ({ shift, weights }) =>
      new Programme(drawnCase(worlds, shift), options, decision.situation.state).solveWith(decision.selected, weights)
        .solution,
  );
  return drawn.map(({ weights }, i) => ({ solution: entryOf(solutions, i), weights }));
}
