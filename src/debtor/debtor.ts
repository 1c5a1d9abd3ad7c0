// What is known about who owes, and the hazards that follow: how fast each kind of debtor pays, fails and deteriorates.
// The formulas stand in docs/model.md 3.1, 3.2 and 4.

import { every, type PerKind, product, zipKinds } from '../assumptions/kinds.ts';
import { logistic, logitOf } from '../assumptions/scale.ts';
import type { Assumptions } from '../assumptions/values.ts';
import { atLeast, atMost, isAboveAsNumber, log, minus, oneMinus, over, plus, power, times } from '../numbers/number.ts';

/** Signs of the debtor's kind. A missing sign is unknown and changes nothing. */
export interface Signs {
  readonly contact?: 'responsive' | 'evasive' | 'unreachable' | undefined;
  readonly dispute?: 'none' | 'partial' | 'full' | undefined;
  /** Why nothing was paid, unless it is a dispute, which is a sign of its own. */
  readonly cause?: 'invoice_not_received' | 'invoice_wrong' | 'forgotten' | 'short_of_cash' | 'unwilling' | undefined;
  readonly partial_paid?: boolean | undefined;
  readonly broken_promises?: number | undefined;
  readonly payment_history?: 'good' | 'mixed' | 'bad' | 'new' | undefined;
  readonly distress?: 'none' | 'some' | 'severe' | undefined;
  readonly acknowledged?: boolean | undefined;
  /** It is known before the due date that nothing will be paid on it. */
  readonly will_not_pay?: boolean | undefined;
  /** It is a public body, which is never short of cash for long and cannot fail. */
  readonly always_able?: boolean | undefined;
}

/** Hazards per month by kind of debtor. */
export interface Hazards {
  /** Payment under in-house pursuit in the first months past due. */
  readonly pay: PerKind;
  /** The same once a debtor has been chased for long. */
  readonly late: PerKind;
  /** Insolvency proceedings. */
  readonly fail: PerKind;
  /** Turning de facto insolvent. */
  readonly deteriorate: PerKind;
}

/** Probabilities of failure are kept inside these bounds, outside which a logit says nothing. */
const PD_MIN = 1e-5;
const PD_MAX = 0.9;

/** A probability of failure inside those bounds. */
export const clippedPd = (pd: number): number => atMost(atLeast(pd, PD_MIN), PD_MAX);

/**
 * Hazards per month of a debtor who owes `principal` yen, given the 12-month probability of failure if one is known.
 * The payment hazard falls slightly with the amount; the failure hazard blends the kind's mean with the stated probability.
 */
export function hazards(principal: number, pd: number | undefined, a: Assumptions): Hazards {
  const size = power(over(principal, a.hazard.amount_reference), a.hazard.amount_elasticity);
  const scale = times(a.hazard.scale, atMost(atLeast(size, 0.7), 1.3));
  const { pd_logit_mean: mean, pd_blend: blend } = a.insolvency;
  const stated = pd === undefined ? undefined : logitOf(clippedPd(pd));
  const pay = a.hazard.pay.map((rate) => times(rate, scale));
  return {
    pay,
    late: product(pay, a.hazard.wears_off.from_9),
    fail: mean.map((own) => {
      const logit = stated === undefined ? own : plus(times(oneMinus(blend), own), times(blend, stated));
      return over(minus(0, log(oneMinus(logistic(logit)))), 12);
    }),
    deteriorate: a.hazard.deteriorate,
  };
}

/** Months past due at which pursuit wears off: what moved the debtor by then moved it early. */
export const WEARS_OFF_AT = [3, 9] as const;

/** Payment hazard so many months past due, as a multiple of that in the first months. */
export function wornOff(age: number, { hazard }: Assumptions): PerKind {
  const { from_3, from_9 } = hazard.wears_off;
  const [early, late] = WEARS_OFF_AT.map((limit) => oneMinus(isAboveAsNumber(limit, age)));
  if (late === 1) return from_9;
  if (late === 0 && early === 1) return from_3;
  if (late === 0 && early === 0) return FRESH;
  // An age that rests on assumptions is on one side in some worlds and on the other in others.
  return zipKinds(from_3, from_9, (first, then) =>
    plus(plus(1, times(early ?? 0, minus(first, 1))), times(late ?? 0, minus(then, first))),
  );
}

const FRESH: PerKind = every(1);
