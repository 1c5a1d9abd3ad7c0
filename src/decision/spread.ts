// How an option can turn out: quantiles, tail mean, chances and time, from the exact outcome tree (model section 10).

import type { PerKind } from '../debtor/kinds.ts';
import { COMPONENTS, type Components, PRESENT, PRINCIPAL, TIMED } from './components.ts';
import { outcomes } from './outcomes.ts';
import type { Solution, Valued } from './sequence.ts';

/** Share of face from which a claim counts as paid in full (paid less small deductions). */
export const FULL_SHARE = 0.9;

/** Present values in yen, chances as fractions, time in months. */
export interface Spread {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Mean of the worst tenth. */
  readonly cvar10: number;
  readonly chance_of_loss: number;
  /** At least nine tenths of face received. */
  readonly chance_paid_in_full: number;
  /** Nothing received. */
  readonly chance_of_nothing: number;
  /** Mean month of the principal that is received; null when none is. */
  readonly months_to_cash: number | null;
  /** Expected totals by component. */
  readonly expected: Components;
  /** Number of outcomes enumerated. */
  readonly outcomes: number;
}

/** Enumerates the outcomes of a policy and reads its spread. */
export function spreadOf(solution: Solution, first: Valued, weights: PerKind, face: number): Spread {
  const values: number[] = [];
  const chances: number[] = [];
  const expected = new Float64Array(COMPONENTS);
  let loss = 0;
  let full = 0;
  let nothing = 0;
  outcomes(solution, first, weights, (probability, components) => {
    values.push(components[PRESENT]!);
    chances.push(probability);
    for (let i = 0; i < COMPONENTS; i++) expected[i]! += probability * components[i]!;
    if (components[PRESENT]! < 0) loss += probability;
    if (components[PRINCIPAL]! >= FULL_SHARE * face) full += probability;
    if (components[PRINCIPAL]! <= 0) nothing += probability;
  });
  const order = Uint32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const quantile = (p: number): number => {
    let reached = 0;
    for (const i of order) {
      reached += chances[i]!;
      if (reached >= p - 1e-12) return values[i]!;
    }
    return values[order[order.length - 1]!] ?? 0;
  };
  return {
    p10: quantile(0.1),
    p50: quantile(0.5),
    p90: quantile(0.9),
    cvar10: tailMean(order, values, chances, 0.1),
    chance_of_loss: loss,
    chance_paid_in_full: full,
    chance_of_nothing: nothing,
    months_to_cash: expected[PRINCIPAL]! > 0 ? expected[TIMED]! / expected[PRINCIPAL]! : null,
    expected,
    outcomes: values.length,
  };
}

/** Mean of the worst `share` of outcomes; the last one counts in part. */
function tailMean(order: Uint32Array, values: readonly number[], chances: readonly number[], share: number): number {
  let left = share;
  let sum = 0;
  for (const i of order) {
    const mass = Math.min(left, chances[i]!);
    sum += mass * values[i]!;
    left -= mass;
    if (left <= 0) break;
  }
  return sum / (share - Math.max(0, left));
}
