// The one decimal type: every yen that is owed, paid, charged or reported passes through here. Only this file imports decimal.js.
// Roundings are named where they happen; an exact split never loses a unit (largest remainder).
import { Decimal } from 'decimal.js';

/** Decimal money and rates with 40 significant digits; never mixed with another decimal constructor. */
export const Money = Decimal.clone({
  precision: 40,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -60,
  toExpPos: 60,
});
/** An amount of money, or a rate that is multiplied with one. */
export type Money = Decimal;

/** A decimal from text or a number. Throws when the text is no finite number. */
export function money(x: string | number | Money): Money {
  const value = new Money(x);
  if (!value.isFinite()) throw new RangeError(`not an amount: ${String(x)}`);
  return value;
}

/** No money. */
export const ZERO: Money = new Money(0);

/** The decimal text of an amount, without exponent and without a negative zero: the form in which money crosses the wire. */
export const moneyText = (m: Money): string => (m.isZero() ? '0' : m.toFixed());

const toUnit = (m: Money, unit: string | number | Money, mode: Decimal.Rounding): Money => {
  const rounded = m.toNearest(unit, mode);
  return rounded.isZero() ? ZERO : rounded;
};

/** The largest multiple of `unit` that is not above the amount: what a creditor claims of a fraction. */
export const floorTo = (m: Money, unit: string | number | Money = 1): Money => toUnit(m, unit, Money.ROUND_FLOOR);

/** The smallest multiple of `unit` that is not below the amount: what a started unit costs. */
export const ceilTo = (m: Money, unit: string | number | Money = 1): Money => toUnit(m, unit, Money.ROUND_CEIL);

/** The nearest multiple of `unit`; halves go away from zero (Currency Act art. 3(1) for whole yen). */
export const nearestTo = (m: Money, unit: string | number | Money = 1): Money => toUnit(m, unit, Money.ROUND_HALF_UP);

/**
 * A double on its way into an answer. Throws `RangeError` when it is infinite or no number: such a figure is a fault of ours, and a
 * fault must fail instead of reaching a caller.
 */
export function finite(x: number): number {
  if (!Number.isFinite(x)) throw new RangeError(`not a figure: ${x}`);
  return x;
}

/** A double rounded to whole units like `nearestTo`: halves away from zero, never -0. Throws `RangeError` when it is not finite. */
export function roundWhole(x: number): number {
  const whole = finite(x) < 0 ? -Math.round(-x) : Math.round(x);
  return whole === 0 ? 0 : whole;
}

/**
 * Splits a total over its components in whole units so that the parts sum exactly to `roundWhole(total)`.
 * Each component is floored; what is missing is handed out one unit at a time by largest fraction (ties: lower index); what is
 * too much is taken back one at a time from the smallest fraction. Never returns -0.
 * Throws `RangeError` when a number is not finite or when there is nothing to hand a rest to.
 */
export function splitExactly(components: readonly number[], total: number): number[] {
  const parts = components.map((component, index) => {
    const whole = Math.floor(component);
    return { index, whole, fraction: component - whole };
  });
  let rest = roundWhole(total);
  for (const { whole } of parts) rest -= whole;
  if (!Number.isSafeInteger(rest)) throw new RangeError('cannot split: an amount is not finite or too large');
  if (rest !== 0) {
    const count = parts.length;
    if (count === 0) throw new RangeError('cannot split an amount over nothing');
    const step = rest > 0 ? 1 : -1;
    const order = [...parts].sort((a, b) => step * (b.fraction - a.fraction) || a.index - b.index);
    const rounds = Math.trunc(rest / count);
    const extra = Math.abs(rest - rounds * count);
    for (const [place, part] of order.entries()) part.whole += rounds + (place < extra ? step : 0);
  }
  return parts.map(({ whole }) => (whole === 0 ? 0 : whole));
}

/** `splitExactly` in the smallest unit of a currency with so many digits after the point. Throws as it does. */
export function splitDigits(components: readonly number[], total: number, digits: number): number[] {
  if (digits === 0) return splitExactly(components, total);
  const scale = 10 ** digits;
  const units = splitExactly(
    components.map((component) => component * scale),
    total * scale,
  );
  return units.map((unit) => unit / scale);
}

/** Splits a total over named amounts as `splitDigits` does; each part keeps its name. Throws as it does. */
export function splitNamed<T>(
  amounts: readonly (readonly [name: T, amount: number])[],
  total: number,
  digits = 0,
): [T, number][] {
  const parts = splitDigits(
    amounts.map(([, amount]) => amount),
    total,
    digits,
  );
  return amounts.map(([name], i) => [name, parts[i]!]);
}
