// Arithmetic over the kinds of debtor inside the horizon: labels of today drift towards insolvency, and values are seen from the labels.
// Numbers of a world stand side by side in one row; a vector in it begins at its place.

import { INSOLVENT, KIND_COUNT, ofKind, type PerKind } from '../assumptions/kinds.ts';
import { oneMinus, plus, times } from '../numbers/number.ts';
import { numberAt, type Row } from '../numbers/row.ts';

/** A vector of a row. */
export const vectorAt = (n: Row, at: number): PerKind => [
  numberAt(n, at),
  numberAt(n, at + 1),
  numberAt(n, at + 2),
  numberAt(n, at + 3),
  numberAt(n, at + 4),
];

/** Labelled weights as they behave now: the share that deteriorated behaves as insolvent. Written to `u`. */
export function drift(w: PerKind, sound: PerKind, u = [0, 0, 0, 0, 0]): number[] {
  let failed = 0;
  for (let k = 0; k < KIND_COUNT; k++) {
    failed += ofKind(w, k) * (1 - ofKind(sound, k));
    u[k] = ofKind(w, k) * ofKind(sound, k);
  }
  u[INSOLVENT] = ofKind(u, INSOLVENT) + failed;
  return u;
}

/** A vector over behaving kinds, seen from the labels. */
export function undrift(g: PerKind, sound: PerKind): PerKind {
  const failed = ofKind(g, INSOLVENT);
  return g.map((own, k) => plus(times(ofKind(sound, k), own), times(oneMinus(ofKind(sound, k)), failed)));
}

/** w·a, where `a` begins at a place of the row. */
export const dotAt = (n: Row, at: number, w: PerKind): number =>
  ofKind(w, 0) * numberAt(n, at) +
  ofKind(w, 1) * numberAt(n, at + 1) +
  ofKind(w, 2) * numberAt(n, at + 2) +
  ofKind(w, 3) * numberAt(n, at + 3) +
  ofKind(w, 4) * numberAt(n, at + 4);

/** w∘a, where `a` begins at a place of the row. */
export const productAt = (n: Row, at: number, w: PerKind): PerKind => [
  ofKind(w, 0) * numberAt(n, at),
  ofKind(w, 1) * numberAt(n, at + 1),
  ofKind(w, 2) * numberAt(n, at + 2),
  ofKind(w, 3) * numberAt(n, at + 3),
  ofKind(w, 4) * numberAt(n, at + 4),
];

/** w·(a + b∘c), where `a` and `b` begin at places of the row. */
export function dotSumAt(n: Row, [a, b]: readonly [a: number, b: number], w: PerKind, c: PerKind): number {
  let sum = 0;
  for (let k = 0; k < KIND_COUNT; k++) sum += ofKind(w, k) * (numberAt(n, a + k) + numberAt(n, b + k) * ofKind(c, k));
  return sum;
}

/** a + b∘c, where `a` and `b` begin at places of the row. */
export const plusProductAt = (n: Row, a: number, b: number, c: PerKind): PerKind =>
  c.map((own, k) => numberAt(n, a + k) + numberAt(n, b + k) * own);
