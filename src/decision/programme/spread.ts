// How an option can turn out: quantiles, tail mean, chances and time, from the exact outcome tree (docs/model.md 10).

import { ofKind, type PerKind } from '../../assumptions/kinds.ts';
import { numberAt, type Row } from '../../numbers/row.ts';
import { type Components, PRINCIPAL, TIMED } from '../tree/components.ts';
import type { TerminalsCache } from './outcome_list.ts';
import { outcomes } from './outcomes.ts';
import type { Solution, ValuedMove } from './solution.ts';

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

/** Certainty equivalent under constant absolute risk aversion of `aversion` a yen: −ln E[e^(−aversion·present)] / aversion (docs/model.md 11.1). */
export function certaintyEquivalent(present: Row, chance: Row, aversion: number): number {
  // Measured from the worst outcome, so that no power overflows.
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < present.length; i++) least = Math.min(least, numberAt(present, i));
  let mean = 0;
  let all = 0;
  for (let i = 0; i < present.length; i++) {
    mean += numberAt(chance, i) * Math.exp(-aversion * (numberAt(present, i) - least));
    all += numberAt(chance, i);
  }
  return least - Math.log(mean / all) / aversion;
}

/** Enumerates the outcomes of a policy and reads its spread; `aversion` to risk is per yen, 0 for a neutral caller. */
export function spreadOf(
  solution: Solution,
  first: ValuedMove,
  weights: PerKind,
  { face, memo, aversion }: { readonly face: number; readonly memo: TerminalsCache; readonly aversion: number },
): Spread {
  const { chance, present, principal, expected } = outcomes(solution, first, weights, memo);
  let loss = 0;
  let full = 0;
  let nothing = 0;
  const whole = FULL_SHARE * face;
  for (let i = 0; i < chance.length; i++) {
    if (numberAt(present, i) < 0) loss += numberAt(chance, i);
    if (numberAt(principal, i) >= whole) full += numberAt(chance, i);
    if (numberAt(principal, i) <= 0) nothing += numberAt(chance, i);
  }
  const { quantiles } = memo.room;
  quantiles.take(present, chance);
  const p10 = quantiles.quantile(0.1);
  const received = ofKind(expected, PRINCIPAL);
  return {
    p10,
    p50: quantiles.quantile(0.5),
    p90: quantiles.quantile(0.9),
    cvar10: quantiles.tailMean(0.1, p10),
    chance_of_loss: loss,
    chance_paid_in_full: full,
    chance_of_nothing: nothing,
    // A price that may have to be paid back counts against its own month, which can outweigh what comes in.
    months_to_cash: received > 0 ? Math.max(0, ofKind(expected, TIMED) / received) : null,
    expected,
    certainty_equivalent: aversion > 0 ? certaintyEquivalent(present, chance, aversion) : null,
    outcomes: chance.length,
  };
}
