// A reduction is certain: what it brings comes at once, and a smaller claim with the same belief goes on, with terms chosen anew.

import { ofKind, type PerKind } from '../../assumptions/kinds.ts';
import { numberAt } from '../../numbers/row.ts';
import type { State } from '../../options/option.ts';
import type { Walk, WalkedStep } from '../programme/walk.ts';
import type { Move } from '../tree/family_tree.ts';
import { gradientOf, type PickedPiece, type Piece, pickedValue } from '../tree/pieces.ts';
import type { Setter, StatedMove } from './case_values.ts';
import type { NodeView } from './node_view.ts';

/** A reduction on the valuation day, and the claim that it leaves. */
export interface ReductionEntry {
  readonly shape: 'reduction';
  readonly move: Move;
  readonly piece: Piece;
  readonly loss: number;
  readonly left: State;
}

/** Puts a reduction down; `state` is the claim before it. */
export const setReduction = (
  setter: Setter,
  move: Move,
  { prospect, tree, month }: StatedMove,
  state: State,
): ReductionEntry => ({
  shape: 'reduction',
  move,
  piece: setter.trees.piece(tree, month),
  loss: setter.place(prospect.relationship ?? 0),
  left: { ...state, ...prospect.after },
});

/** Value of a reduction today per unit of weight of each kind; `after` is what the smaller claim is worth per unit. */
export function reductionAlpha({ piece, loss }: ReductionEntry, node: NodeView, after: PerKind): PerKind {
  const { n, labelled, relationship } = node;
  return gradientOf(n, piece, labelled, 0).map(
    (own, k) => own - numberAt(n, loss) * ofKind(relationship, k) + ofKind(after, k),
  );
}

/** What a reduction itself brings when the choices are made that were made elsewhere. */
export const reductionFollowed = ({ loss }: ReductionEntry, node: NodeView, tree: PickedPiece): number =>
  pickedValue(node.n, tree, node.labelled, 0) - numberAt(node.n, loss) * node.relationshipOpen;

/** Walks a reduction. It is certain, so its flows come before the smaller claim. */
export const walkReduction = (walk: Walk, { board, open, tree }: WalkedStep): void =>
  walk.spend(tree.event.flows, { board, open, month: 0, at: tree.event.at });
