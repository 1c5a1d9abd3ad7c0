// An exit ends our part: everybody who is open goes through its tree, and the relationship may be lost at its start.

import { KIND_COUNT, ofKind, type PerKind } from '../../assumptions/kinds.ts';
import type { MoveInMonth } from '../programme/claim_family.ts';
import { drift, undrift } from '../vector.ts';
import { type NodeView, SLACK } from './node_view.ts';

/** Value of an exit from a node; null when even with hindsight it would not beat `least`, which spares the choices inside it. */
export function exitValue({ prospect, flat }: MoveInMonth, node: NodeView, least: number): number | null {
  const { discount, behaving, month } = node;
  const loss = (prospect.relationship ?? 0) * node.relationshipOpen;
  if (discount * (flat.ceiling(behaving, month) - loss) < least - SLACK) return null;
  return discount * (flat.value(behaving, month) - loss);
}

/** The same per unit of weight of each labelled kind. */
export function exitAlpha({ prospect, flat }: MoveInMonth, node: NodeView): PerKind {
  const { labelled, sound, month, discount, relationship } = node;
  const alpha = undrift(flat.gradient(drift(labelled, sound), month), sound);
  const loss = prospect.relationship ?? 0;
  for (let k = 0; k < KIND_COUNT; k++) alpha[k] = discount * (ofKind(alpha, k) - loss * ofKind(relationship, k));
  return alpha;
}
