// The scales on which numbers are uncertain: a chance moves in logits, a positive number in logarithms, any other as it is.

import { decay, log, oneMinus, over, plus } from '../numbers/number.ts';

/** The scale on which a number is uncertain. */
export type UncertaintyScale = 'logit' | 'log' | 'additive';

/** The logarithm of the odds of a chance. */
export const logitOf = (p: number): number => log(over(p, oneMinus(p)));
/** The chance of a logit. */
export const logistic = (x: number): number => over(1, plus(1, decay(x, 1)));

/** A number on its scale. */
export const onScale = (x: number, scale: UncertaintyScale): number =>
  scale === 'logit' ? logitOf(x) : scale === 'log' ? Math.log(x) : x;

/** Whether a number has a place on a scale. */
export const fits = (x: number, scale: UncertaintyScale): boolean =>
  scale === 'additive' || (scale === 'log' ? x > 0 : x > 0 && x < 1);

/** A number moved by so much on its scale. */
export function movedOnScale(x: number, scale: UncertaintyScale, by: number): number {
  const y = onScale(x, scale) + by;
  return scale === 'logit' ? logistic(y) : scale === 'log' ? Math.exp(y) : y;
}
