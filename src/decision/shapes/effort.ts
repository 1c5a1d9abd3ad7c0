// An effort is made one step at a time: some pay or fail in its window, the others stay open and the programme goes on with them.

import { INSOLVENT, ofKind, type PerKind, product } from '../../assumptions/kinds.ts';
import { minus, oneMinus, plus, times } from '../../numbers/number.ts';
import type { Row } from '../../numbers/row.ts';
import type { Prospect } from '../../options/option.ts';
import type { Walk, WalkedStep } from '../programme/walk.ts';
import type { Move } from '../tree/family_tree.ts';
import { addFlow } from '../tree/terminals.ts';
import { dotAt, dotSumAt, plusProductAt, undrift } from '../vector.ts';
import { costOf, relationshipValue, type Setter, type StatedMove, stillSound } from './case_values.ts';

/** One step of an effort: where its gain and those who stay open stand, per unit of labelled weight, and its length in months. */
export interface EffortStep {
  readonly shape: 'effort';
  readonly move: Move;
  /** Present value today of the step itself. */
  readonly gain: number;
  readonly stays: number;
  readonly window: number;
}

/** The chance of staying open per kind. Throws `RangeError` for an option that states none and so is no effort. */
export function staysOpenIn({ staysOpen }: Prospect): PerKind {
  if (staysOpen === undefined) throw new RangeError('an effort says who stays open');
  return staysOpen;
}

/** Puts a step of an effort down. */
export function setEffort(setter: Setter, move: Move, { prospect, tree, month }: StatedMove): EffortStep {
  const { board, sheet } = setter;
  const sound = stillSound(board, month);
  const relationship = relationshipValue(board);
  const d = board.terms.discount(month);
  const delay = month - tree.start;
  const window = prospect.window ?? 1;
  const loss = prospect.relationship ?? 0;
  const stays = undrift(staysOpenIn(prospect), sound);
  const back = prospect.flowsIfOpen
    ? times(minus(0, costOf(prospect.flowsIfOpen, month + window, board)), board.terms.discount(month + window))
    : 0;
  const worth = tree.v0.map((value, k) => plus(value, times(delay, ofKind(tree.v1, k))));
  const gain = worth.map((own, k) => {
    const behaving = plus(times(ofKind(sound, k), own), times(oneMinus(ofKind(sound, k)), ofKind(worth, INSOLVENT)));
    const kept = minus(behaving, times(loss, ofKind(relationship, k)));
    return plus(times(d, kept), times(back, ofKind(stays, k)));
  });
  return { shape: 'effort', move, gain: sheet.putVector(gain), stays: sheet.putVector(stays), window };
}

/** Value of a step and of what follows it, where those who stay open are worth `after` per unit of weight of each kind. */
export const effortValue = (n: Row, { gain, stays }: EffortStep, labelled: PerKind, after: PerKind): number =>
  dotSumAt(n, [gain, stays], labelled, after);

/** The same where the value of those who stay open is known. */
export const effortThen = (n: Row, { gain }: EffortStep, labelled: PerKind, after: number): number =>
  dotAt(n, gain, labelled) + after;

/** The same per unit of weight of each labelled kind. */
export const effortAlpha = (n: Row, { gain, stays }: EffortStep, after: PerKind): PerKind =>
  plusProductAt(n, gain, stays, after);

/** Walks a step of an effort: those who pay or fail end here; returns those who stay open. */
export function walkEffort(walk: Walk, step: WalkedStep): PerKind {
  const { board, month, open, prospect, tree } = step;
  walk.run(step, open, step.deciding);
  const left = product(open, undrift(staysOpenIn(prospect), stillSound(board, month)));
  // The step's own cost is already in the expected totals; those who stay carry it on.
  const d = board.terms.discount(month);
  for (const flow of tree.event.flows ?? []) {
    const { now, got } = addFlow(
      0,
      flow,
      { at: flow.at ?? tree.event.at, start: month, terms: board.terms },
      walk.expected,
    );
    walk.carryOn(now * d, got);
    walk.carryPaid(flow);
  }
  if (prospect.flowsIfOpen)
    walk.spend(prospect.flowsIfOpen, { board, open: left, month: month + (prospect.window ?? 1), at: 0 });
  return left;
}
