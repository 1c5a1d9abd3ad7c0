// How the contract writes rates, shares and ranges, so that data hold them exactly.

/** A yearly rate or a share as decimal text, `0.03` for three per cent. */
export type Rate = string;

/** A share as numerator and denominator, exact where decimal text would not be. */
export type Fraction = readonly [number, number];

/** From one amount or share to another, for what has no fixed value. */
export interface CostRange {
  readonly low: number;
  readonly high: number;
}
