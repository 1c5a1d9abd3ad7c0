// The timetable: which step when, what follows inside a step, how likely it is that we get there, and the price above which to
// sell instead (docs/model.md 9.2).

import { total } from '../assumptions/kinds.ts';
import { entrantsOf } from '../decision/programme/entrants.ts';
import type { ProgrammeNode, Solution, ValuedMove } from '../decision/programme/solution.ts';
import { arrivals, bestFollowUp } from '../decision/tree/compiled_tree.ts';
import type { Option, State } from '../options/option.ts';
import type { Text } from '../values/text.ts';

/** What follows if something happens inside a step. */
export interface Contingency {
  /** What happens, as the condition of a sentence. */
  readonly when: Text;
  /** Ids of the options that are then best, by when it happens. */
  readonly options: readonly string[];
}

/** One decision: a month, the chance that the claim is still open then, and the yen above which a firm cash offer beats going on. */
export interface PlanMonth {
  readonly month: number;
  readonly reached: number;
  readonly sell_above: number;
}

/** A stretch of the plan under one option. Months are counted from the valuation day. */
export interface PlanStep {
  readonly option: Option;
  readonly terms: unknown;
  /** The claim as it stands when the step begins. */
  readonly state: State;
  readonly from: number;
  /** Month in which the next step begins if the claim is still open; null for the last. */
  readonly to: number | null;
  /** Every decision inside the step, the first when it begins. */
  readonly months: readonly [PlanMonth, ...PlanMonth[]];
  /** What follows if something happens inside the step; found when it is asked for, because few readers of a plan do. */
  readonly contingencies: () => readonly Contingency[];
}

/** Share below which a node is never reached and the plan ends. */
const NEVER_REACHED = 1e-9;

/** Finds what is best after each thing that may happen inside a move. */
const contingenciesIn =
  (solution: Solution, { move }: ValuedMove, node: ProgrammeNode) =>
  (): Contingency[] => {
    const { tree, weights, month } = entrantsOf(solution, move, node);
    const found = new Map<string, { when: Text; options: string[] }>();
    for (const choice of tree.choices) {
      const x = arrivals(choice, weights);
      const best = total(x) > 0 ? bestFollowUp(choice, x, month) : null;
      const when = choice.event.label;
      if (!best || !when) continue;
      const known = found.get(when.en) ?? { when, options: [] };
      if (!known.options.includes(best.candidate.id)) known.options.push(best.candidate.id);
      found.set(when.en, known);
    }
    return [...found.values()];
  };

/** The steps of a policy from its first move. */
export function timetable(solution: Solution, first: ValuedMove): PlanStep[] {
  interface Growing extends PlanStep {
    months: [PlanMonth, ...PlanMonth[]];
    to: number | null;
  }
  const steps: Growing[] = [];
  let current: ValuedMove = first;
  let node: ProgrammeNode = { month: 0, made: 0 };
  let share = 1;
  const { discount } = solution.board.terms;
  const whole = total(solution.weights(node));
  for (;;) {
    const { month } = node;
    const worth = month === 0 ? current.value : solution.value(node);
    const now = { month, reached: share, sell_above: Math.max(0, worth / (share * whole * discount(month))) };
    const last = steps.at(-1);
    if (last?.option === current.move.option) last.months.push(now);
    else {
      if (last) last.to = month;
      steps.push({
        option: current.move.option,
        terms: current.move.terms,
        state: solution.stateAfter(node.made),
        from: month,
        to: current.rest ? month : null,
        months: [now],
        contingencies: contingenciesIn(solution, current, node),
      });
    }
    const rest = current.rest?.best({ month: 0, made: 0 });
    if (current.rest && rest) return [...steps, ...timetable(current.rest, rest)];
    if (!current.to) return steps;
    node = current.to;
    share = total(solution.weights(node)) / whole;
    if (share <= NEVER_REACHED) return steps;
    const best = solution.best(node);
    if (!best) return steps;
    current = best;
  }
}
