// Finds quantiles of many outcomes without sorting them: a quantile falls into one bucket of a histogram, and is selected among the few there.

import { numberAt } from '../../numbers/row.ts';

/** Buckets of the histogram. */
const BUCKETS = 256;

/** Chances within this of a quantile reach it. */
const HAIR = 1e-12;

/** Holds values with their chances and answers for their quantiles; it reuses its buffers. */
export class Quantiles {
  #values = new Float64Array(0);
  #chances = new Float64Array(0);
  #bucketOf = new Uint8Array(2_048);
  readonly #mass = new Float64Array(BUCKETS);

  /** Takes values, which are read until the next are taken. */
  take(values: Float64Array<ArrayBuffer>, chances: Float64Array<ArrayBuffer>): void {
    this.#values = values;
    this.#chances = chances;
    if (this.#bucketOf.length < values.length) this.#bucketOf = new Uint8Array(2 * values.length);
    const bucketOf = this.#bucketOf;
    const mass = this.#mass.fill(0);
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < values.length; i++) {
      const value = numberAt(values, i);
      if (value < low) low = value;
      if (value > high) high = value;
    }
    const scale = high > low ? (BUCKETS - 1) / (high - low) : 0;
    for (let i = 0; i < values.length; i++) {
      // Never negative, so cutting off the fraction rounds down.
      const bucket = ((numberAt(values, i) - low) * scale) | 0;
      bucketOf[i] = bucket;
      mass[bucket] = numberAt(mass, bucket) + numberAt(chances, i);
    }
  }

  /** The least value whose cumulative chance reaches `p`. */
  quantile(p: number): number {
    const mass = this.#mass;
    let below = 0;
    let bucket = 0;
    let last = 0;
    for (; bucket < BUCKETS; bucket++) {
      if (numberAt(mass, bucket) > 0) last = bucket;
      if (below + numberAt(mass, bucket) >= p - HAIR) break;
      below += numberAt(mass, bucket);
    }
    // Chances that do not add up to p by rounding: the highest value.
    return bucket < BUCKETS ? this.#select(bucket, p, below) : this.#select(last, Number.POSITIVE_INFINITY, 0);
  }

  /** The least value of a bucket at which the cumulative chance, `below` before it, reaches `p`; the highest when none does. */
  #select(bucket: number, p: number, below: number): number {
    const values = this.#values;
    const chances = this.#chances;
    let among: number[] = [];
    for (let i = 0; i < values.length; i++) if (this.#bucketOf[i] === bucket) among.push(i);
    for (;;) {
      const pivot = numberAt(values, among[among.length >> 1]!);
      const less: number[] = [];
      const more: number[] = [];
      let lower = 0;
      let equal = 0;
      for (const i of among) {
        const value = numberAt(values, i);
        if (value < pivot) {
          less.push(i);
          lower += numberAt(chances, i);
        } else if (value > pivot) more.push(i);
        else equal += numberAt(chances, i);
      }
      if (less.length > 0 && below + lower >= p - HAIR) among = less;
      else if (below + lower + equal >= p - HAIR || more.length === 0) return pivot;
      else {
        below += lower + equal;
        among = more;
      }
    }
  }

  /** Mean of the worst `share` of outcomes, of which `quantile` is the best; that one counts in part. */
  tailMean(share: number, quantile: number): number {
    const values = this.#values;
    const chances = this.#chances;
    let left = share;
    let sum = 0;
    for (let i = 0; i < values.length; i++) {
      if (numberAt(values, i) >= quantile) continue;
      sum += numberAt(chances, i) * numberAt(values, i);
      left -= numberAt(chances, i);
    }
    // A mean of equal values may come out a hair above them, and half a yen is rounded up or down by a hair.
    return Math.min(quantile, (sum + left * quantile) / share);
  }
}
