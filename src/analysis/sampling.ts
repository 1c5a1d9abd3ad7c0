// Chooses where uncertain numbers are tried: a fixed sequence of points that fills many dimensions evenly, and the nodes of a quadrature.
// Nothing here is random, so the same request gives the same bytes.

import { normalQuantile } from '../assumptions/normal.ts';

/** Points at which all drivers are tried together (docs/model.md 12). */
export const POINTS = 128;

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
}

/** Kronecker sequence: standard normal coordinates Φ⁻¹({½ + n·√pⱼ}) for n = 1…`count` and the j-th prime. */
export function kronecker(dimensions: number, count = POINTS): number[][] {
  const steps = primes(dimensions).map(Math.sqrt);
  return Array.from({ length: count }, (_, n) => steps.map((step) => normalQuantile((0.5 + (n + 1) * step) % 1)));
}

/**
 * The same points with the moments they stand for: every coordinate is brought to mean 0 and variance 1 and made uncorrelated with those
 * before it (Gram and Schmidt), so that what is linear or quadratic in the coordinates is averaged without error. Without that, a
 * hundred points in forty dimensions are off by several times as much.
 */
export function matched(points: readonly (readonly number[])[]): number[][] {
  const count = points.length;
  const columns: Float64Array[] = [];
  for (let j = 0; j < (points[0]?.length ?? 0); j++) {
    const column = Float64Array.from(points, (point) => point[j]!);
    const mean = column.reduce((sum, z) => sum + z, 0) / count;
    for (let n = 0; n < count; n++) column[n]! -= mean;
    for (const before of columns) {
      let product = 0;
      for (let n = 0; n < count; n++) product += column[n]! * before[n]!;
      for (let n = 0; n < count; n++) column[n]! -= (product / count) * before[n]!;
    }
    const deviation = Math.sqrt(column.reduce((sum, z) => sum + z * z, 0) / count);
    columns.push(column.map((z) => z / deviation));
  }
  return points.map((_, n) => columns.map((column) => column[n]!));
}

/** Nodes and weights of the five-point Gauss–Hermite rule for a standard normal number, the outermost first. */
export const HERMITE: readonly (readonly [z: number, weight: number])[] = [
  [-2.856970013872806, 0.011257411327720691],
  [2.856970013872806, 0.011257411327720691],
  [-1.3556261799742659, 0.2220759220056126],
  [1.3556261799742659, 0.2220759220056126],
  [0, 0.5333333333333333],
];
