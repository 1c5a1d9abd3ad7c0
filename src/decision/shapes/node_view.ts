// A node of the programme in one world as the shapes see it: who is open there, how they behave, and what the month does to present values.

import { INSOLVENT, ofKind, type PerKind } from '../../assumptions/kinds.ts';
import type { Row } from '../../numbers/row.ts';

/** One node, for valuing the moves that are open there. */
export interface NodeView {
  /** The numbers of the world. */
  readonly n: Row;
  readonly month: number;
  /** Weights of those still open, per kind as labelled today. */
  readonly labelled: PerKind;
  /** Share of each kind that still behaves as labelled. */
  readonly sound: PerKind;
  /** The same of those who still behave so before a court. */
  readonly inCourt: PerKind;
  /** Present value on the valuation day of a yen in this month. */
  readonly discount: number;
  /** Value of the relationship per kind, and that of all who are open here. */
  readonly relationship: PerKind;
  readonly relationshipOpen: number;
}

/** A node whose moves are valued, with those who behave how, and room for those who take an offer up. */
export interface ValuedNode extends NodeView {
  readonly behaving: PerKind;
  readonly behavingInCourt: PerKind;
  readonly takers: number[];
}

/** Yen by which a ceiling may miss the value it bounds: only rounding lies between them. */
export const SLACK = 1e-3;

/** A value per behaving kind, seen from the labels; those who deteriorated are worth `failed` each. */
export const seenFromLabels = (
  g: PerKind,
  { sound }: Pick<NodeView, 'sound'>,
  failed: number = ofKind(g, INSOLVENT),
): PerKind => g.map((own, k) => ofKind(sound, k) * own + (1 - ofKind(sound, k)) * failed);
