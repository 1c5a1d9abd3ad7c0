// How an option can turn out: quantiles, tail mean, chances and time, from the exact outcome tree (model section 10).

import type { PerKind } from '../debtor/kinds.ts';
import { type Components, PRINCIPAL, TIMED } from './components.ts';
import { type EndsMemo, outcomes } from './outcomes.ts';
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
  /** Sum for certain that an averse caller holds equal to it; null when the caller is neutral to risk. */
  readonly certainty_equivalent: number | null;
  /** Number of outcomes enumerated. */
  readonly outcomes: number;
}

type Numbers = ArrayLike<number>;

/** Certainty equivalent under constant absolute risk aversion of `aversion` a yen: −ln E[e^(−aversion·present)] / aversion (model 11.1). */
export function certaintyEquivalent(present: Numbers, chance: Numbers, aversion: number): number {
  // Measured from the worst outcome, so that no power overflows.
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < present.length; i++) least = Math.min(least, present[i]!);
  let mean = 0;
  let all = 0;
  for (let i = 0; i < present.length; i++) {
    mean += chance[i]! * Math.exp(-aversion * (present[i]! - least));
    all += chance[i]!;
  }
  return least - Math.log(mean / all) / aversion;
}

/** Enumerates the outcomes of a policy and reads its spread; `aversion` to risk is per yen, 0 for a neutral caller. */
export function spreadOf(
  solution: Solution,
  first: Valued,
  weights: PerKind,
  face: number,
  memo: EndsMemo,
  aversion: number,
): Spread {
  const { chance, present, principal, expected } = outcomes(solution, first, weights, memo);
  let loss = 0;
  let full = 0;
  let nothing = 0;
  for (let i = 0; i < chance.length; i++) {
    if (present[i]! < 0) loss += chance[i]!;
    if (principal[i]! >= FULL_SHARE * face) full += chance[i]!;
    if (principal[i]! <= 0) nothing += chance[i]!;
  }
  const ranked = sorted(present, chance);
  return {
    p10: ranked.quantile(0.1),
    p50: ranked.quantile(0.5),
    p90: ranked.quantile(0.9),
    cvar10: ranked.tailMean(0.1),
    chance_of_loss: loss,
    chance_paid_in_full: full,
    chance_of_nothing: nothing,
    months_to_cash: expected[PRINCIPAL]! > 0 ? expected[TIMED]! / expected[PRINCIPAL]! : null,
    expected,
    certainty_equivalent: aversion > 0 ? certaintyEquivalent(present, chance, aversion) : null,
    outcomes: chance.length,
  };
}

/** Buckets by which outcomes are presorted; each is then short. */
const BUCKETS = 256;

/** Outcomes in order of value: a bucket sort, so that only the buckets a quantile falls into are sorted out. */
function sorted(values: Numbers, chances: Numbers) {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const scale = high > low ? (BUCKETS - 1) / (high - low) : 0;
  const mass: number[] = new Array(BUCKETS).fill(0);
  const sums: number[] = new Array(BUCKETS).fill(0);
  const bucketOf = (value: number): number => Math.floor((value - low) * scale);
  for (let i = 0; i < values.length; i++) {
    const b = bucketOf(values[i]!);
    mass[b]! += chances[i]!;
    sums[b]! += chances[i]! * values[i]!;
  }
  const inside = (b: number): number[] => {
    const found: number[] = [];
    for (let i = 0; i < values.length; i++) if (bucketOf(values[i]!) === b) found.push(i);
    return found.sort((x, y) => values[x]! - values[y]!);
  };
  /** The bucket in which the cumulative chance reaches `p`, and the chance below it. */
  const locate = (p: number): { bucket: number; below: number } => {
    let below = 0;
    for (let b = 0; b < BUCKETS; b++) {
      if (below + mass[b]! >= p - 1e-12) return { bucket: b, below };
      below += mass[b]!;
    }
    return { bucket: BUCKETS - 1, below: below - mass[BUCKETS - 1]! };
  };
  return {
    /** The least value whose cumulative chance reaches `p`. */
    quantile: (p: number): number => {
      const { bucket, below } = locate(p);
      const order = inside(bucket);
      let reached = below;
      for (const i of order) {
        reached += chances[i]!;
        if (reached >= p - 1e-12) return values[i]!;
      }
      return order.length > 0 ? values[order[order.length - 1]!]! : high;
    },
    /** Mean of the worst `share` of outcomes; the last one counts in part. */
    tailMean: (share: number): number => {
      const { bucket, below } = locate(share);
      let left = share - below;
      let sum = 0;
      for (let b = 0; b < bucket; b++) sum += sums[b]!;
      for (const i of inside(bucket)) {
        const part = Math.min(left, chances[i]!);
        sum += part * values[i]!;
        left -= part;
        if (left <= 0) break;
      }
      return sum / (share - Math.max(0, left));
    },
  };
}
