// The timetable: which step when, how likely it is that we get there, and the price above which to sell instead (model 9.2).

import { total } from '../debtor/kinds.ts';
import type { Node, Solution, Valued } from '../decision/sequence.ts';
import type { Option } from '../options/option.ts';

/** A stretch of the plan under one option. Months are counted from the valuation day. */
export interface PlanStep {
  readonly option: Option;
  readonly terms: unknown;
  readonly from: number;
  /** Month in which the next step begins if the claim is still open; null for the last. */
  readonly to: number | null;
  /** Chance that the claim is still open when the step begins. */
  readonly reached: number;
  /** Yen above which a firm cash offer beats going on; null where a step ends our part at once. */
  readonly sell_above: number | null;
}

/** Weights below which a node is never reached and the plan ends. */
const NEVER = 1e-9;

/** The steps of a policy from its first move. */
export function timetable(solution: Solution, first: Valued): PlanStep[] {
  const steps: PlanStep[] = [];
  let current: Valued = first;
  let node: Node = { month: 0, made: 0 };
  let share = 1;
  const { discount } = solution.board.terms;
  const whole = total(solution.weights(node));
  for (;;) {
    const last = steps.at(-1);
    if (last?.option !== current.move.option) {
      const worth = node.month === 0 ? current.value : solution.value(node);
      steps.push({
        option: current.move.option,
        terms: current.move.terms,
        from: node.month,
        to: null,
        reached: share,
        sell_above: share > NEVER ? Math.max(0, worth / (share * whole * discount(node.month))) : null,
      });
      if (last) steps[steps.length - 2] = { ...last, to: node.month };
    }
    if (current.rest) return [...steps, ...timetable(current.rest, current.rest.best({ month: 0, made: 0 }))];
    if (!current.to) return steps;
    node = current.to;
    share = total(solution.weights(node)) / whole;
    if (share <= NEVER) return steps;
    current = solution.best(node);
  }
}
