// The timetable: which step when, what follows inside a step, how likely it is that we get there, and the price above which to
// sell instead (docs/model.md 9.2).

import { type DebtorKind, entriesByKind, total } from '../assumptions/kinds.ts';
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

/** A court route that could be taken instead of a step, when the step begins. */
export interface CourtInstead {
  readonly option: Option;
  /** Yen that it would bring less, of a claim that is still open then. */
  readonly less: number;
  /** The kind of debtor that is then most likely, and how likely it is. */
  readonly kind: DebtorKind;
  readonly chance: number;
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
  /** The best court route when the step begins, beside the step itself; null where none is open then. */
  readonly inCourt: () => CourtInstead | null;
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

/** What the best court route at a node would bring less than the policy from there. */
const courtInstead = (solution: Solution, chosen: ValuedMove, node: ProgrammeNode) => (): CourtInstead | null => {
  const weights = solution.weights(node);
  const open = total(weights);
  const inCourt = solution.movesAt(node).filter(({ move }) => move.option.family === 'court');
  const [likely] = entriesByKind(weights).toSorted(([, a], [, b]) => b - a);
  const best = inCourt.reduce<ValuedMove | null>((top, next) => (top && top.value >= next.value ? top : next), null);
  if (best === null || likely === undefined) return null;
  const each = open * solution.board.terms.discount(node.month);
  return {
    option: best.move.option,
    less: (chosen.value - best.value) / each,
    kind: likely[0],
    chance: likely[1] / open,
  };
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
        inCourt: courtInstead(solution, current, node),
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
