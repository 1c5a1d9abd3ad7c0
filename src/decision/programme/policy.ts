// Fixes a policy once and values it under other assumptions: what is done in which month, and what is chosen if an instalment is missed or
// a judgment is not paid. We act without seeing the assumptions, so every world must follow the same policy.

import { dot, KIND_COUNT, type PerKind, product, total } from '../../assumptions/kinds.ts';
import type { Option } from '../../options/option.ts';
import { costOf, relationshipValue, stillSound } from '../shapes/case_values.ts';
import { effortStep } from '../shapes/effort.ts';
import { emptyYes, emptyYesRate, refusing, takers } from '../shapes/offer.ts';
import { arrivals, bestFollowUp, type CompiledTree, type DecisionNode, type Scratch } from '../tree/compiled_tree.ts';
import { drift } from '../vector.ts';
import type { MoveTimeline } from './claim_family.ts';
import { entrantsOf } from './entrants.ts';
import type { Solution, ValuedMove } from './solution.ts';

/** What is chosen at each choice of a tree: the option, and what is chosen after it; null where nothing is open. */
type Picks = readonly (Pick | null)[];
interface Pick {
  readonly id: string;
  readonly after: Picks;
}

interface Step {
  readonly option: Option;
  readonly month: number;
  readonly made: number;
  readonly picks: Picks;
}

/** A policy from its first step. */
export interface Policy {
  readonly steps: readonly Step[];
  /** What is done with the smaller claim that a reduction leaves. */
  readonly rest: Policy | null;
}

/** Share below which a node is never reached. */
const NEVER = 1e-12;

function picksOf(worth: CompiledTree, u: PerKind, month: number, buffers: Scratch): Picks {
  return worth.choices.map((choice) => {
    const x = arrivals(choice, u, new Float64Array(KIND_COUNT));
    const best = bestFollowUp(choice, x, month, buffers);
    return best && { id: best.candidate.id, after: picksOf(best.worth, x, month + choice.at, buffers) };
  });
}

/** The policy that begins with `first` and goes on as is best. */
export function policyOf(solution: Solution, first: ValuedMove): Policy {
  const { board } = solution;
  const steps: Step[] = [];
  let current = first;
  let node = { month: 0, made: 0 };
  for (;;) {
    const { option } = current.move;
    const { tree, weights, month } = entrantsOf(solution, current.move, node);
    const picks = picksOf(tree, weights, month, board.scratch);
    steps.push({ option, month: node.month, made: node.made, picks });
    const rest = current.rest?.best({ month: 0, made: 0 });
    if (current.rest && rest) return { steps, rest: policyOf(current.rest, rest) };
    if (!current.to) return { steps, rest: null };
    node = current.to;
    if (total(solution.weights(node)) < NEVER) return { steps, rest: null };
    const best = solution.best(node);
    if (!best) return { steps, rest: null };
    current = best;
  }
}

/** Value of a tree with its choices fixed; one that is no longer open is left alone. */
function pickedTreeValue(worth: CompiledTree, u: PerKind, month: number, picks: Picks): number {
  const { v0, v1, choices } = worth;
  const delay = month - worth.start;
  let value = 0;
  for (let k = 0; k < KIND_COUNT; k++) value += u[k]! * (v0[k]! + delay * v1[k]!);
  for (let c = 0; c < choices.length; c++) {
    const pick = picks[c];
    if (!pick) continue;
    const choice: DecisionNode = choices[c]!;
    const candidate = choice.candidates.find(({ id }) => id === pick.id);
    if (!candidate) continue;
    const at = month + choice.at;
    const x = arrivals(choice, u, new Float64Array(KIND_COUNT));
    value += choice.scale * pickedTreeValue(candidate.fixed ?? candidate.worth(at), x, at, pick.after);
  }
  return value;
}

/** Present value in yen of following a policy in the world of `solution`, from weights `w`. */
export function policyValue(policy: Policy, solution: Solution, weights: PerKind): number {
  const { board } = solution;
  const { discount } = board.terms;
  const R = relationshipValue(board);
  let open = weights;
  let value = 0;
  const goOn = (line: MoveTimeline, month: number): void => {
    const { prospect, worth } = line.at(month);
    const { gain, stays } = effortStep(board, prospect, worth, month);
    value += dot(open, gain);
    open = product(open, stays);
  };
  for (const { option, month, made, picks } of policy.steps) {
    const move = solution.moves.find((one) => one.option === option);
    if (!move) return value;
    const line = board.line(move, solution.stateAfter(made));
    if (!line.open(month)) return value;
    const { prospect, worth } = line.at(month);
    const sound = stillSound(board, month);
    const d = discount(month);
    if (option.shape === 'reduction') {
      value += pickedTreeValue(worth, open, 0, picks) - (prospect.relationship ?? 0) * dot(open, R);
      const rest = solution.first.find((one) => one.move === move)?.rest;
      return policy.rest && rest ? value + policyValue(policy.rest, rest, open) : value;
    }
    if (prospect.acceptance) {
      const { acceptance: taken } = prospect;
      value += d * pickedTreeValue(worth, takers(open, prospect, sound), solution.reckoned(move, month), picks);
      if (prospect.voidIfFailed) {
        const { present } = emptyYesRate(solution.stateAfter(made), month, board);
        value += d * emptyYes(open, taken, sound) * present;
      }
      value -= d * (costOf(prospect.asking, month, board) * total(open) + (prospect.relationship ?? 0) * dot(open, R));
      open = refusing(open, taken);
      const pursuit = solution.ordinary && board.line(solution.ordinary, solution.stateAfter(made));
      for (let j = month; j < month + (prospect.window ?? 1); j++) if (pursuit?.open(j)) goOn(pursuit, j);
    } else if (prospect.staysOpen) {
      goOn(line, month);
    } else {
      const lost = (prospect.relationship ?? 0) * dot(open, R);
      return value + d * (pickedTreeValue(worth, drift(open, sound), month, picks) - lost);
    }
  }
  return value;
}
