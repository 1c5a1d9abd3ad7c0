// Arithmetic over the kinds of debtor inside the horizon: labels of today drift towards insolvency, and values are seen from the labels.

import { INSOLVENT, KIND_COUNT, ofKind, type PerKind } from '../assumptions/kinds.ts';

/** Labelled weights as they behave now: the share that deteriorated behaves as insolvent. Written to `u`. */
export function drift(w: PerKind, sound: PerKind, u: PerKind = new Float64Array(KIND_COUNT)): PerKind {
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
  const out = new Float64Array(KIND_COUNT);
  const failed = ofKind(g, INSOLVENT);
  for (let k = 0; k < KIND_COUNT; k++) out[k] = ofKind(sound, k) * ofKind(g, k) + (1 - ofKind(sound, k)) * failed;
  return out;
}

/** w·(a + b∘c). */
export function dotSum(w: PerKind, a: PerKind, b: PerKind, c: PerKind): number {
  let sum = 0;
  for (let k = 0; k < KIND_COUNT; k++) sum += ofKind(w, k) * (ofKind(a, k) + ofKind(b, k) * ofKind(c, k));
  return sum;
}

/** a + b∘c. */
export function plusProduct(a: PerKind, b: PerKind, c: PerKind): PerKind {
  const out = new Float64Array(KIND_COUNT);
  for (let k = 0; k < KIND_COUNT; k++) out[k] = ofKind(a, k) + ofKind(b, k) * ofKind(c, k);
  return out;
}
