// What is asked of the programme, and its solution: the best move at every node, and the value of every move that is open today.

import type { PerKind } from '../../assumptions/kinds.ts';
import type { State } from '../../options/option.ts';
import type { Move } from '../tree/scalable_tree.ts';
import type { MoveBoard } from './moves.ts';

/** Months looked ahead after the due date. */
export const HORIZON_MONTHS = 24;

/** Months of the programme for a claim that is due in so many months. */
export const horizonOf = (due_in: number): number => Math.ceil(HORIZON_MONTHS + due_in);

/** Where the programme stands: a month and the set of offers already made (a bit mask over `Solution.offers`). */
export interface ProgrammeNode {
  readonly month: number;
  readonly made: number;
}

/** A move from a node, with its value and the node it leads to if the claim stays open. */
export interface ValuedMove {
  readonly move: Move;
  /** Expected net present value on the valuation day, for the weights that reach the node. */
  readonly value: number;
  /** The same per unit of weight of each kind: value = Σ weight·alpha. */
  readonly alpha: PerKind;
  /** The node reached by those who stay open; null when the move ends our part. */
  readonly to: ProgrammeNode | null;
  /** The smaller problem that a reduction leaves. */
  readonly rest: Solution | null;
}

export interface Solution {
  readonly board: MoveBoard;
  /** The moves that were allowed. */
  readonly moves: readonly Move[];
  readonly offers: readonly Move[];
  readonly months: number;
  readonly state: State;
  /** Weights of those still open at a node, per kind as labelled today. */
  readonly weights: (node: ProgrammeNode) => PerKind;
  /** Value of the best policy from a node. */
  readonly value: (node: ProgrammeNode) => number;
  /** The best move at a node; null when none is open, and the claim is left alone. */
  readonly best: (node: ProgrammeNode) => ValuedMove | null;
  /** Every move that is open on the valuation day. */
  readonly first: readonly ValuedMove[];
  /** The claim after a set of offers. */
  readonly stateAfter: (made: number) => State;
  /** The month as of which an offer made in `month` is reckoned. */
  readonly reckoned: (move: Move, month: number) => number;
  /** The effort that goes on while an offer is considered. */
  readonly ordinary: Move | null;
}

/** What to solve. */
export interface SequenceProblem {
  readonly weights: PerKind;
  readonly state: State;
  /** Moves that may be made; all when missing. */
  readonly allowed?: (move: Move) => boolean;
  /** Solves the smaller claim that a reduction leaves; without it nothing follows a reduction. */
  readonly solveRest?: (state: State, made: Move) => Solution;
  /** Months of the programme; the whole horizon when missing. */
  readonly months?: number;
}
