// An effort is made one step at a time: some pay or fail in its window, the others stay open and the programme goes on with them.

import { INSOLVENT, KIND_COUNT, ofKind, type PerKind } from '../../assumptions/kinds.ts';
import type { Prospect } from '../../options/option.ts';
import type { MoveBoard } from '../programme/moves.ts';
import { type CompiledTree, valueOfKind } from '../tree/compiled_tree.ts';
import { undrift } from '../vector.ts';
import { costOf, relationshipValue, stillSound } from './case_values.ts';

/** One step of an effort per unit of labelled weight: its gain in present value today, who stays open, and its length in months. */
export interface EffortStep {
  readonly gain: PerKind;
  readonly stays: PerKind;
  readonly window: number;
}

/** The chance of staying open per kind. Throws `RangeError` for an option that states none and so is no effort. */
export function staysOpenIn({ staysOpen }: Prospect): PerKind {
  if (staysOpen === undefined) throw new RangeError('an effort says who stays open');
  return staysOpen;
}

/** The step of an effort that is started in `month`. */
export function effortStep(board: MoveBoard, prospect: Prospect, tree: CompiledTree, month: number): EffortStep {
  const { discount } = board.terms;
  const sound = stillSound(board, month);
  const relationship = relationshipValue(board);
  const d = discount(month);
  const delay = month - tree.start;
  const window = prospect.window ?? 1;
  const loss = prospect.relationship ?? 0;
  const stays = undrift(staysOpenIn(prospect), sound);
  const back = prospect.flowsIfOpen
    ? -costOf(prospect.flowsIfOpen, month + window, board) * discount(month + window)
    : 0;
  const failed = valueOfKind(tree, INSOLVENT, delay);
  const gain = new Float64Array(KIND_COUNT);
  for (let k = 0; k < KIND_COUNT; k++) {
    const behaving = ofKind(sound, k) * valueOfKind(tree, k, delay) + (1 - ofKind(sound, k)) * failed;
    gain[k] = d * (behaving - loss * ofKind(relationship, k)) + back * ofKind(stays, k);
  }
  return { gain, stays, window };
}
