// Fee scales as data and the one look-up over them. The amounts below each bracket are summed once per scale, so that a look-up
// computes one slice. What the scales of a country are stands in its own data.
import { ceilTo, Money, ZERO } from '../values/money.ts';

/** So much for each started unit of the part of the value that falls into the bracket. */
export interface PerUnit {
  readonly up_to: number | null;
  readonly unit: number;
  readonly yen: number;
}

/** A fixed total for the whole value when it ends in this bracket. */
export interface Fixed {
  readonly up_to: number | null;
  readonly total: number;
}

/** A share of the part of the value that falls into the bracket, as decimal text. */
export interface Share {
  readonly up_to: number | null;
  readonly rate: string;
}

/** A bracket ends at `up_to`, which belongs to it; null = without end, last bracket only. */
export type Bracket = PerUnit | Fixed | Share;

/** Brackets in ascending order. `yen` and `total` are in the currency of the jurisdiction. */
export type Scale = readonly Bracket[];

interface Step {
  readonly bracket: Bracket;
  readonly above: Money;
  readonly up_to: Money | null;
  readonly below: Money;
  readonly rate: Money;
}

function charge(step: Step, value: Money): Money {
  const { bracket } = step;
  if ('total' in bracket) return step.rate;
  const slice = value.minus(step.above);
  if ('rate' in bracket) return step.below.plus(slice.times(step.rate));
  return step.below.plus(ceilTo(slice, bracket.unit).div(bracket.unit).times(step.rate));
}

function compile(scale: Scale): readonly Step[] {
  const steps: Step[] = [];
  let above: Money = ZERO;
  let below: Money = ZERO;
  for (const bracket of scale) {
    const rate = new Money('total' in bracket ? bracket.total : 'rate' in bracket ? bracket.rate : bracket.yen);
    const step: Step = { bracket, above, up_to: bracket.up_to === null ? null : new Money(bracket.up_to), below, rate };
    steps.push(step);
    if (step.up_to !== null) {
      below = charge(step, step.up_to);
      above = step.up_to;
    }
  }
  return steps;
}

// Keyed by the data itself: the same scale always compiles to the same steps.
const compiled = new WeakMap<Scale, readonly Step[]>();

function stepsOf(scale: Scale): readonly Step[] {
  let steps = compiled.get(scale);
  if (steps === undefined) {
    steps = compile(scale);
    compiled.set(scale, steps);
  }
  return steps;
}

/**
 * What a scale charges for a value: the amounts of all brackets below plus one slice. Nothing for a value of 0.
 * Throws `RangeError` for a negative value or one above the last bracket.
 */
export function lookUp(scale: Scale, value: Money): Money {
  if (value.isZero()) return ZERO;
  if (value.isNegative()) throw new RangeError('a scale has no fee for a negative value');
  for (const step of stepsOf(scale)) {
    if (step.up_to === null || value.lte(step.up_to)) return charge(step, value);
  }
  throw new RangeError('the value is above the last bracket of the scale');
}

/**
 * `lookUp` for whole amounts as doubles, which hold every whole yen below 2^53 exactly; for valuations that ask often.
 * A share of a part is the only charge that may not be whole.
 */
export function lookUpWhole(scale: Scale, value: number): number {
  if (value === 0) return 0;
  let below = 0;
  let above = 0;
  for (const bracket of scale) {
    const top = bracket.up_to === null ? value : Math.min(value, bracket.up_to);
    const slice = top - above;
    if ('total' in bracket) below = bracket.total;
    else if ('rate' in bracket) below += slice * Number(bracket.rate);
    else below += Math.ceil(slice / bracket.unit) * bracket.yen;
    if (top === value) return below;
    above = top;
  }
  throw new RangeError('the value is above the last bracket of the scale');
}
