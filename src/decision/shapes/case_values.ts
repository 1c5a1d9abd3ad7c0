// What every shape asks of a case: how sound the kinds still are in a month, what the relationship is worth, what flows cost all alike.

import { INSOLVENT, ofKind, type PerKind, perKind } from '../../assumptions/kinds.ts';
import type { Case, Flow } from '../../options/option.ts';
import type { MoveBoard } from '../programme/moves.ts';
import { flowValue, noFlowValue } from '../tree/compile.ts';

/** The case keeps this list and fills it month by month. */
const soundByMonth = (): PerKind[] => [];

/** Share of each kind that still behaves as labelled after `month` (docs/model.md 4). */
export function stillSound(board: MoveBoard, month: number): PerKind {
  const since = Math.max(0, month - board.case.facts.due_in);
  const { deteriorate } = board.case.debtor.hazards;
  const known = board.case.once(soundByMonth);
  known[month] ??= perKind((k) => (k === INSOLVENT ? 1 : Math.exp(-ofKind(deteriorate, k) * since)));
  return known[month];
}

/** Value of the business relationship that would be lost, per kind (docs/model.md 11.3). */
export const relationshipValue = (board: MoveBoard): PerKind => board.case.once(relationshipOf);

function relationshipOf({ facts, a }: Case): PerKind {
  const { margin_per_year: margin, relationship_years: years } = facts;
  return perKind((k) => margin * years * ofKind(a.relationship.weight, k));
}

/** Net cost of flows that everybody still open has, in present value at the start month. */
export function costOf(flows: readonly Flow[] | undefined, month: number, board: MoveBoard): number {
  if (flows === undefined) return 0;
  const value = noFlowValue();
  let cost = 0;
  for (const flow of flows) {
    flowValue(flow, flow.at ?? 0, month, board.terms, value);
    cost -= value.now + value.fixed;
  }
  return cost;
}
