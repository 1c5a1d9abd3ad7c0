// An exit ends our part: everybody who is open goes through its tree, and the relationship may be lost at its start.

import { ofKind, type PerKind } from '../../assumptions/kinds.ts';
import { numberAt } from '../../numbers/row.ts';
import type { Walk, WalkedStep } from '../programme/walk.ts';
import type { Move } from '../tree/family_tree.ts';
import { ceilingOf, gradientOf, type PickedPiece, type Piece, pickedValue, rememberedValue } from '../tree/pieces.ts';
import { drift } from '../vector.ts';
import type { Setter, StatedMove } from './case_values.ts';
import { type NodeView, SLACK, seenFromLabels, type ValuedNode } from './node_view.ts';

/** An exit in one month: its tree, and where the chance of losing the relationship stands. */
export interface ExitEntry {
  readonly shape: 'exit';
  readonly move: Move;
  readonly piece: Piece;
  readonly loss: number;
}

/** Puts an exit down. */
export const setExit = (setter: Setter, move: Move, { prospect, tree, month }: StatedMove): ExitEntry => ({
  shape: 'exit',
  move,
  piece: setter.trees.piece(tree, month),
  loss: setter.place(prospect.relationship ?? 0),
});

/** Share of each kind that behaves as labelled in an exit from a node. */
export const soundIn = ({ sound, inCourt }: NodeView, { option }: Move): PerKind =>
  option.fades === true ? inCourt : sound;

/** Value of an exit from a node; null when even with hindsight it would not beat `least`, which spares the choices inside it. */
export function exitValue({ move, piece, loss }: ExitEntry, node: ValuedNode, least: number): number | null {
  const { n, discount, month } = node;
  const behaving = move.option.fades === true ? node.behavingInCourt : node.behaving;
  const lost = numberAt(n, loss) * node.relationshipOpen;
  const ceiling = discount * (ceilingOf(n, piece, behaving, month) - lost);
  if (ceiling < least - SLACK) return null;
  return piece.choices.length === 0 ? ceiling : discount * (rememberedValue(n, piece, behaving, month) - lost);
}

/** The same per unit of weight of each labelled kind. */
export function exitAlpha({ move, piece, loss }: ExitEntry, node: NodeView): PerKind {
  const { n, labelled, month, discount, relationship } = node;
  const sound = soundIn(node, move);
  const alpha = seenFromLabels(gradientOf(n, piece, drift(labelled, sound), month), { sound });
  return alpha.map((own, k) => discount * (own - numberAt(n, loss) * ofKind(relationship, k)));
}

/** Value of an exit in which the choices are made that were made elsewhere. */
export function exitFollowed({ move, loss }: ExitEntry, node: NodeView, tree: PickedPiece): number {
  const { n, discount, month } = node;
  const u = drift(node.labelled, soundIn(node, move));
  return discount * (pickedValue(n, tree, u, month) - numberAt(n, loss) * node.relationshipOpen);
}

/** Walks an exit: everybody who is open ends in its tree. */
export const walkExit = (walk: Walk, step: WalkedStep): void => walk.run(step, step.open, step.deciding);
