// Who goes through the tree of a move: all who are open, or those who take an offer up.

import type { PerKind } from '../../assumptions/kinds.ts';
import { stillSound } from '../shapes/case_values.ts';
import { takers } from '../shapes/offer.ts';
import type { CompiledTree } from '../tree/compiled_tree.ts';
import type { Move } from '../tree/scalable_tree.ts';
import { drift } from '../vector.ts';
import type { ProgrammeNode, Solution } from './sequence.ts';

/** The tree of a move at a node, the weights that start it as they behave, and the month as of which it is valued. */
export interface Entrants {
  readonly tree: CompiledTree;
  readonly weights: PerKind;
  readonly month: number;
}

/** Those who go through the tree of `move` from `node`. */
export function entrantsOf(solution: Solution, move: Move, node: ProgrammeNode): Entrants {
  const { board } = solution;
  const { prospect, worth } = board.line(move, solution.stateAfter(node.made)).at(node.month);
  const labelled = solution.weights(node);
  const sound = stillSound(board, node.month);
  return prospect.acceptance
    ? { tree: worth, weights: takers(labelled, prospect, sound), month: solution.reckoned(move, node.month) }
    : { tree: worth, weights: drift(labelled, sound), month: node.month };
}
