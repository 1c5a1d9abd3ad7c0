// Fee scales as data and the one look-up over them. The amounts below each bracket are summed once per scale, so that a look-up
// computes one slice. The scales of a country are in its own data.
import { Fault } from '../values/fault.ts';
import { ceilTo, Money, ZERO } from '../values/money.ts';

/** So much for each started unit of the part of the value that falls into the bracket. */
export interface UnitBracket {
  readonly up_to: number | null;
  readonly unit: number;
  readonly fee: number;
}

/** A fixed total for the whole value when it ends in this bracket. */
export interface FixedBracket {
  readonly up_to: number | null;
  readonly total: number;
}

/** A share of the part of the value that falls into the bracket, as decimal text. */
export interface RateBracket {
  readonly up_to: number | null;
  readonly rate: string;
}

/** A bracket ends at `up_to`, which belongs to it; null = without end, last bracket only. */
export type Bracket = UnitBracket | FixedBracket | RateBracket;

/** Brackets in ascending order. `fee` and `total` are in the currency of the jurisdiction. */
export type FeeScale = readonly Bracket[];

interface ScaleStep {
  readonly bracket: Bracket;
  readonly above: Money;
  readonly up_to: Money | null;
  readonly below: Money;
  readonly rate: Money;
}

function stepFee(step: ScaleStep, value: Money): Money {
  const { bracket } = step;
  if ('total' in bracket) return step.rate;
  const slice = value.minus(step.above);
  if ('rate' in bracket) return step.below.plus(slice.times(step.rate));
  return step.below.plus(ceilTo(slice, bracket.unit).div(bracket.unit).times(step.rate));
}

function compileScale(scale: FeeScale): readonly ScaleStep[] {
  const steps: ScaleStep[] = [];
  let above: Money = ZERO;
  let below: Money = ZERO;
  for (const bracket of scale) {
    const rate = new Money('total' in bracket ? bracket.total : 'rate' in bracket ? bracket.rate : bracket.fee);
    const step: ScaleStep = {
      bracket,
      above,
      up_to: bracket.up_to === null ? null : new Money(bracket.up_to),
      below,
      rate,
    };
    steps.push(step);
    if (step.up_to !== null) {
      below = stepFee(step, step.up_to);
      above = step.up_to;
    }
  }
  return steps;
}

// Keyed by the data itself: the same scale always compiles to the same steps.
const compiled = new WeakMap<FeeScale, readonly ScaleStep[]>();

function stepsOf(scale: FeeScale): readonly ScaleStep[] {
  let steps = compiled.get(scale);
  if (steps === undefined) {
    steps = compileScale(scale);
    compiled.set(scale, steps);
  }
  return steps;
}

/**
 * What a scale charges for a value: the amounts of all brackets below plus one slice. Nothing for a value of 0.
 * Throws `RangeError` for a negative value or one above the last bracket.
 */
export function lookUp(scale: FeeScale, value: Money): Money {
  if (value.isZero()) return ZERO;
  if (value.isNegative()) throw new Fault('a scale has no fee for a negative value');
  for (const step of stepsOf(scale)) {
    if (step.up_to === null || value.lte(step.up_to)) return stepFee(step, value);
  }
  throw new Fault('the value is above the last bracket of the scale');
}

/**
 * `lookUp` for whole amounts as doubles, which hold every whole unit below 2^53 exactly; for valuations that ask often.
 * A share of a part is the only charge that may not be whole.
 */
export function lookUpWhole(scale: FeeScale, value: number): number {
  if (value === 0) return 0;
  let below = 0;
  let above = 0;
  for (const bracket of scale) {
    const top = bracket.up_to === null ? value : Math.min(value, bracket.up_to);
    const slice = top - above;
    if ('total' in bracket) below = bracket.total;
    else if ('rate' in bracket) below += slice * Number(bracket.rate);
    else below += Math.ceil(slice / bracket.unit) * bracket.fee;
    if (top === value) return below;
    above = top;
  }
  throw new Fault('the value is above the last bracket of the scale');
}
