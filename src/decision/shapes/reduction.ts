// A reduction is certain: what it brings comes at once, and a smaller claim with the same belief goes on, with terms chosen anew.

import { ofKind, type PerKind, perKind } from '../../assumptions/kinds.ts';
import type { State } from '../../options/option.ts';
import type { MoveInMonth } from '../programme/claim_family.ts';

/** The claim that a reduction leaves. */
export const leftBy = (state: State, { prospect }: MoveInMonth): State => ({ ...state, ...prospect.after });

/** Value of a reduction today per unit of weight of each kind; `after` is what the smaller claim is worth per unit. */
export function reductionAlpha(
  { prospect, flat }: MoveInMonth,
  weights: PerKind,
  relationship: PerKind,
  after: PerKind,
): PerKind {
  const g = flat.gradient(weights, 0);
  const loss = prospect.relationship ?? 0;
  return perKind((k) => ofKind(g, k) - loss * ofKind(relationship, k) + ofKind(after, k));
}
