// The solution of a programme: the best move at every node, and the value of every move that is open today.

import type { PerKind } from '../../assumptions/kinds.ts';
import type { Row } from '../../numbers/row.ts';
import type { State } from '../../options/option.ts';
import type { NodeView } from '../shapes/node_view.ts';
import type { Move } from '../tree/family_tree.ts';
import type { MoveBoard } from './moves.ts';
import type { Entry, Timetable } from './timetable.ts';

/** Where the programme stands: a month and the set of offers already made (a bit mask over `Solution.offers`). */
export interface ProgrammeNode {
  readonly month: number;
  readonly made: number;
}

/** A move from a node, with its value and the node it leads to if the claim stays open. */
export interface ValuedMove {
  readonly move: Move;
  /** Where it stands in the timetable. */
  readonly entry: Entry;
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
  readonly timetable: Timetable;
  /** The numbers of the world that was solved. */
  readonly row: Row;
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
  /** Every move that is open at a node. */
  readonly movesAt: (node: ProgrammeNode) => readonly ValuedMove[];
  /** The claim after a set of offers. */
  readonly stateAfter: (made: number) => State;
  /** The month as of which an offer made in `month` is reckoned. */
  readonly reckoned: (move: Move, month: number) => number;
  /** The effort that goes on while an offer is considered. */
  readonly ordinary: Move | null;
  /** A node as the shapes see it. */
  readonly view: (node: ProgrammeNode) => NodeView;
}
