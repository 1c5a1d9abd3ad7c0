// A node of the programme as the shapes see it: who is open there, how they behave, and what the month does to present values.

import type { PerKind } from '../../assumptions/kinds.ts';
import type { MoveBoard } from '../programme/moves.ts';

/** One node, for valuing the moves that are open there. */
export interface NodeView {
  readonly board: MoveBoard;
  readonly month: number;
  /** Weights of those still open, per kind as labelled today. */
  readonly labelled: PerKind;
  /** The same as they behave now. */
  readonly behaving: PerKind;
  /** Share of each kind that still behaves as labelled. */
  readonly sound: PerKind;
  /** Present value on the valuation day of a yen in this month. */
  readonly discount: number;
  /** Value of the relationship per kind, and that of all who are open here. */
  readonly relationship: PerKind;
  readonly relationshipOpen: number;
}

/** Yen by which a ceiling may miss the value it bounds: only rounding lies between them. */
export const SLACK = 1e-3;
