// Where uncertain numbers are tried: a fixed sequence of points that fill many dimensions evenly, and the nodes of a quadrature.
// Nothing here is random, so the same request gives the same bytes.

import { normalQuantile } from '../assumptions/normal.ts';

/** Points at which all drivers are tried together (model section 12). */
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

/** Nodes and weights of the five-point Gauss–Hermite rule for a standard normal number, the outermost first. */
export const HERMITE: readonly (readonly [z: number, weight: number])[] = [
  [-2.856970013872806, 0.011257411327720691],
  [2.856970013872806, 0.011257411327720691],
  [-1.3556261799742659, 0.2220759220056126],
  [1.3556261799742659, 0.2220759220056126],
  [0, 0.5333333333333333],
];
