// Who goes through the tree of a move: all who are open, or those who take an offer up.

import type { PerKind } from '../../assumptions/kinds.ts';
import { soundIn } from '../shapes/exit.ts';
import { takers } from '../shapes/offer.ts';
import type { CompiledTree } from '../tree/compiled_tree.ts';
import type { Move } from '../tree/family_tree.ts';
import { drift } from '../vector.ts';
import type { ProgrammeNode, Solution } from './solution.ts';

/** The tree of a move at a node, the weights that start it as they behave, and the month as of which it is valued. */
export interface Entrants {
  readonly tree: CompiledTree;
  readonly weights: PerKind;
  readonly month: number;
}

/** Those who go through the tree of `move` from `node`. */
export function entrantsOf(solution: Solution, move: Move, node: ProgrammeNode): Entrants {
  const { prospect, tree } = solution.board.timeline(move, solution.stateAfter(node.made)).at(node.month);
  const view = solution.view(node);
  const { acceptance, voidIfFailed } = prospect;
  return acceptance
    ? {
        tree,
        weights: takers(view, acceptance, voidIfFailed === true),
        month: solution.reckoned(move, node.month),
      }
    : { tree, weights: drift(view.labelled, soundIn(view, move)), month: node.month };
}
