// An offer can be made once. Asking costs whoever answers; those who take it up go through its tree, and with the others ordinary pursuit
// goes on while it is considered.

import { INSOLVENT, KIND_COUNT, ofKind, type PerKind, product, total } from '../../assumptions/kinds.ts';
import { over, plus, times } from '../../numbers/number.ts';
import { numberAt } from '../../numbers/row.ts';
import type { Prospect, State } from '../../options/option.ts';
import type { MoveBoard } from '../programme/moves.ts';
import type { Walk, WalkedStep } from '../programme/walk.ts';
import type { Move } from '../tree/family_tree.ts';
import { ceilingOf, gradientOf, type PickedPiece, type Piece, pickedValue, rememberedValue } from '../tree/pieces.ts';
import { vectorAt } from '../vector.ts';
import { costOf, type Setter, type StatedMove, stillSound } from './case_values.ts';
import { type NodeView, SLACK, seenFromLabels, type ValuedNode } from './node_view.ts';

/** An offer in one month. */
export interface OfferEntry {
  readonly shape: 'offer';
  readonly move: Move;
  readonly piece: Piece;
  /** The month as of which it is reckoned. */
  readonly reckoned: number;
  readonly window: number;
  /** Where the shares that take it up stand, the cost of asking, and the chance of losing the relationship. */
  readonly acceptance: number;
  readonly asking: number;
  readonly loss: number;
  /** Where it stands what an empty yes still brings; null when a yes from a debtor who has since failed is not empty. */
  readonly empty: number | null;
}

/** The share of each kind that takes an offer up. Throws `RangeError` for an option that states none and so is no offer. */
export function acceptanceOf({ acceptance }: Prospect): PerKind {
  if (acceptance === undefined) throw new RangeError('an offer says who takes it up');
  return acceptance;
}

/** Those open at a node who take up an offer and can still answer for it, as they behave. Written to `u`. */
export function takers(
  { labelled, sound }: Pick<NodeView, 'labelled' | 'sound'>,
  acceptance: PerKind,
  isVoid: boolean,
  u = [0, 0, 0, 0, 0],
): number[] {
  let failed = 0;
  for (let k = 0; k < KIND_COUNT; k++) {
    const taken = ofKind(labelled, k) * ofKind(acceptance, k);
    u[k] = taken * ofKind(sound, k);
    failed += taken * (1 - ofKind(sound, k));
  }
  if (!isVoid) u[INSOLVENT] = ofKind(u, INSOLVENT) + failed;
  return u;
}

/** Those who do not take up an offer. */
export const refusing = (w: PerKind, acceptance: PerKind): PerKind => [
  ofKind(w, 0) * (1 - ofKind(acceptance, 0)),
  ofKind(w, 1) * (1 - ofKind(acceptance, 1)),
  ofKind(w, 2) * (1 - ofKind(acceptance, 2)),
  ofKind(w, 3) * (1 - ofKind(acceptance, 3)),
  ofKind(w, 4) * (1 - ofKind(acceptance, 4)),
];

/** Weight of those whose yes is empty, because they have failed since. */
function emptyYes(w: PerKind, acceptance: PerKind, sound: PerKind): number {
  let weight = 0;
  for (let k = 0; k < KIND_COUNT; k++) weight += ofKind(w, k) * ofKind(acceptance, k) * (1 - ofKind(sound, k));
  return weight;
}

/** What a yes from a debtor who has since failed still brings: nothing but the tax effect of the loss, nominal and present. */
export function emptyYesRate(state: State, month: number, board: MoveBoard): { amount: number; present: number } {
  const { tax_rate, tax_lag, discount } = board.terms;
  const amount = tax_rate * state.balance;
  if (amount === 0) return { amount, present: 0 };
  return { amount, present: over(times(amount, discount(plus(month, tax_lag))), discount(month)) };
}

/**
 * The month as of which an offer's interest is reckoned: offers are valued as of the first month in which they can be made, unless a need
 * of cash makes every month different.
 */
export const reckonedMonth = (board: MoveBoard, first: number, month: number): number => (board.steady ? first : month);

/** Puts an offer down; `state` is the claim before it, `first` the first month in which it can be made. */
export function setOffer(
  setter: Setter,
  { move, first }: { readonly move: Move; readonly first: number },
  { prospect, tree, month }: StatedMove,
  state: State,
): OfferEntry {
  const { board, sheet } = setter;
  const reckoned = reckonedMonth(board, first, month);
  return {
    shape: 'offer',
    move,
    piece: setter.trees.piece(tree, reckoned),
    reckoned,
    window: prospect.window ?? 1,
    acceptance: sheet.putVector(acceptanceOf(prospect)),
    asking: setter.place(costOf(prospect.asking, month, board)),
    loss: setter.place(prospect.relationship ?? 0),
    empty: prospect.voidIfFailed ? setter.place(emptyYesRate(state, month, board).present) : null,
  };
}

/** What asking costs and an empty yes still brings. */
function askingAndEmpty(entry: OfferEntry, node: NodeView, acceptance: PerKind): number {
  const { n, labelled, sound, discount } = node;
  const empty =
    entry.empty === null || n[entry.empty] === 0 ? 0 : emptyYes(labelled, acceptance, sound) * numberAt(n, entry.empty);
  return (
    discount * (empty - numberAt(n, entry.asking) * total(labelled) - numberAt(n, entry.loss) * node.relationshipOpen)
  );
}

/**
 * Value of an offer from a node; `others` is what the rest brings: ordinary pursuit while it is considered, and the node after it. Null when
 * even with hindsight it would not beat `least`, which spares the choices inside it.
 */
export function offerValue(
  entry: OfferEntry,
  node: ValuedNode,
  { acceptance, others }: { readonly acceptance: PerKind; readonly others: number },
  least: number,
): number | null {
  const { n, discount } = node;
  const { piece, reckoned } = entry;
  const all = askingAndEmpty(entry, node, acceptance) + others;
  const u = takers(node, acceptance, entry.empty !== null, node.takers);
  if (discount * ceilingOf(n, piece, u, reckoned) + all < least - SLACK) return null;
  return discount * rememberedValue(n, piece, u, reckoned) + all;
}

/** The same per unit of weight of each labelled kind; `rest` is what those who do not take it up are worth per unit. */
export function offerAlpha(entry: OfferEntry, node: NodeView, rest: PerKind): PerKind {
  const { n, discount, relationship } = node;
  const acceptance = vectorAt(n, entry.acceptance);
  const u = takers(node, acceptance, entry.empty !== null);
  const g = gradientOf(n, entry.piece, u, entry.reckoned);
  const yes = seenFromLabels(g, node, entry.empty === null ? undefined : n[entry.empty]);
  return yes.map((own, k) => {
    const paid = numberAt(n, entry.asking) + numberAt(n, entry.loss) * ofKind(relationship, k);
    return discount * (ofKind(acceptance, k) * own - paid) + (1 - ofKind(acceptance, k)) * ofKind(rest, k);
  });
}

/** What an offer brings from those who take it up when the choices are made that were made elsewhere, less what asking costs. */
export function offerFollowed(entry: OfferEntry, node: NodeView, tree: PickedPiece): number {
  const { n, discount } = node;
  const acceptance = vectorAt(n, entry.acceptance);
  const u = takers(node, acceptance, entry.empty !== null);
  return discount * pickedValue(n, tree, u, entry.reckoned) + askingAndEmpty(entry, node, acceptance);
}

/** An offer whose gain is asked for: who takes it up, what asking costs and may lose, and what the takers are then worth. */
export interface OfferVariant {
  readonly acceptance: PerKind;
  readonly asking: number;
  /** Chance of losing the relationship. */
  readonly loss: number;
  readonly isVoid: boolean;
  readonly value: (takers: PerKind) => number;
}

/** Gain of an offer from a node over a policy that is worth `alpha` per unit of weight of each kind and goes on with the others. */
export function offerGain(variant: OfferVariant, node: NodeView, alpha: PerKind): number {
  const { acceptance, asking, loss, isVoid, value } = variant;
  const { labelled, discount, relationshipOpen } = node;
  const forgone = labelled.reduce((sum, own, k) => sum + own * ofKind(acceptance, k) * ofKind(alpha, k), 0);
  const spent = asking * total(labelled) + loss * relationshipOpen;
  return discount * (value(takers(node, acceptance, isVoid)) - spent) - forgone;
}

/**
 * Walks an offer: those who take it up end in its tree, and a yes from a debtor who has since failed may be empty; returns those who do not.
 */
export function walkOffer(walk: Walk, step: WalkedStep): PerKind {
  const { board, state, month, open, prospect } = step;
  const acceptance = acceptanceOf(prospect);
  const isVoid = prospect.voidIfFailed === true;
  walk.spend(prospect.asking, { ...step, at: 0 });
  const taken = product(open, acceptance);
  walk.run(step, taken, product(step.deciding, acceptance), !isVoid);
  if (isVoid) {
    const sound = stillSound(board, month);
    const { amount, present } = emptyYesRate(state, month, board);
    const today = present * board.terms.discount(month);
    for (const [k, weight] of taken.entries()) {
      const failed = weight * (1 - ofKind(sound, k));
      if (failed > 0) walk.endWithTax(k, failed, { amount, present: today, month: month + board.terms.tax_lag });
    }
  }
  return refusing(open, acceptance);
}
