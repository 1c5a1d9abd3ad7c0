// Random numbers that are the same in every run.

/** mulberry32: a small generator of uniform numbers in [0, 1) with a 32-bit state. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Half a step of the generator: added to its numbers, none is 0. */
const HALF = 2 ** -33;

/** A stream of standard normal numbers, after Box and Muller. */
export function normals(seed: number): () => number {
  const uniform = generator(seed);
  const next = () => uniform() + HALF;
  return () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
}
