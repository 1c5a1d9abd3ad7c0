// An offer can be made once. Asking costs whoever answers; those who take it up go through its tree, and with the others ordinary pursuit
// goes on while it is considered.

import { INSOLVENT, KIND_COUNT, ofKind, type PerKind, perKind, total } from '../../assumptions/kinds.ts';
import type { Prospect, State } from '../../options/option.ts';
import type { MoveInMonth } from '../programme/claim_family.ts';
import type { MoveBoard } from '../programme/moves.ts';
import { drift } from '../vector.ts';
import { costOf } from './case_values.ts';
import { type NodeView, SLACK } from './node_view.ts';

/** The share of each kind that takes an offer up. Throws `RangeError` for an option that states none and so is no offer. */
export function acceptanceOf({ acceptance }: Prospect): PerKind {
  if (acceptance === undefined) throw new RangeError('an offer says who takes it up');
  return acceptance;
}

/** Those who take up an offer and can still answer for it, as they behave. Written to `u`. */
export function takers(
  w: PerKind,
  prospect: Prospect,
  sound: PerKind,
  u: PerKind = new Float64Array(KIND_COUNT),
): PerKind {
  const acceptance = acceptanceOf(prospect);
  const isVoid = prospect.voidIfFailed === true;
  for (let k = 0; k < KIND_COUNT; k++) u[k] = ofKind(w, k) * ofKind(acceptance, k) * (isVoid ? ofKind(sound, k) : 1);
  return isVoid ? u : drift(u, sound, u);
}

/** Those who do not take up an offer. Written to `out`. */
export function refusing(w: PerKind, acceptance: PerKind, out: PerKind = new Float64Array(KIND_COUNT)): PerKind {
  for (let k = 0; k < KIND_COUNT; k++) out[k] = ofKind(w, k) * (1 - ofKind(acceptance, k));
  return out;
}

/** Weight of those whose yes is empty, because they have failed since. */
export function emptyYes(w: PerKind, acceptance: PerKind, sound: PerKind): number {
  let weight = 0;
  for (let k = 0; k < KIND_COUNT; k++) weight += ofKind(w, k) * ofKind(acceptance, k) * (1 - ofKind(sound, k));
  return weight;
}

/** What a yes from a debtor who has since failed still brings: nothing but the tax effect of the loss, nominal and present. */
export function emptyYesRate(state: State, month: number, board: MoveBoard): { amount: number; present: number } {
  const { tax_rate, tax_lag, discount } = board.terms;
  const amount = tax_rate * state.balance;
  return { amount, present: amount === 0 ? 0 : (amount * discount(month + tax_lag)) / discount(month) };
}

/**
 * The month as of which an offer's interest is reckoned: offers are valued as of the first month in which they can be made, unless a need
 * of cash makes every month different.
 */
export const reckonedMonth = (board: MoveBoard, first: number, month: number): number => (board.steady ? first : month);

/** An offer at a node: what it answers there, the claim as it is before it, and the month as of which it is reckoned. */
export interface OfferAtNode {
  readonly stated: MoveInMonth;
  readonly state: State;
  readonly reckoned: number;
}

/**
 * Value of an offer from a node; `others` is what the rest brings: ordinary pursuit while it is considered, and the node after it. Null when
 * even with hindsight it would not beat `least`, which spares the choices inside it. The takers are written to `buffer`.
 */
export function offerValue(
  { stated: { prospect, flat }, state, reckoned }: OfferAtNode,
  node: NodeView,
  {
    others,
    least,
    buffer,
  }: { readonly others: readonly [number, number]; readonly least: number; readonly buffer: PerKind },
): number | null {
  const { board, month, labelled, sound, discount } = node;
  const empty = prospect.voidIfFailed
    ? emptyYes(labelled, acceptanceOf(prospect), sound) * emptyYesRate(state, month, board).present
    : 0;
  const asking = costOf(prospect.asking, month, board) * total(labelled);
  const [meanwhile, after] = others;
  const beside = discount * (empty - asking - (prospect.relationship ?? 0) * node.relationshipOpen) + meanwhile + after;
  const u = takers(labelled, prospect, sound, buffer);
  if (discount * flat.ceiling(u, reckoned) + beside < least - SLACK) return null;
  return discount * flat.value(u, reckoned) + beside;
}

/** The same per unit of weight of each labelled kind; `rest` is what those who do not take it up are worth per unit. */
export function offerAlpha(
  { stated: { prospect, flat }, state, reckoned }: OfferAtNode,
  node: NodeView,
  rest: PerKind,
): PerKind {
  const { board, month, labelled, sound, discount, relationship } = node;
  const acceptance = acceptanceOf(prospect);
  const g = flat.gradient(takers(labelled, prospect, sound), reckoned);
  const empty = prospect.voidIfFailed ? emptyYesRate(state, month, board).present : ofKind(g, INSOLVENT);
  const asking = costOf(prospect.asking, month, board);
  const loss = prospect.relationship ?? 0;
  return perKind((k) => {
    const yes = ofKind(acceptance, k) * (ofKind(sound, k) * ofKind(g, k) + (1 - ofKind(sound, k)) * empty);
    const refused = (1 - ofKind(acceptance, k)) * ofKind(rest, k);
    return discount * (yes - asking - loss * ofKind(relationship, k)) + refused;
  });
}
