// The worlds of chance against which the fixed worlds of an answer are held: drawn from a seeded generator, so that they are the same in
// every run, and drawn in batches, so that the batches tell how much of a difference is chance.
import { type Uncertainty, uncertainty } from '../src/analysis/uncertainty.ts';
import type { Judged } from './judging.ts';
import { normals } from './random.ts';

/** Scenarios for which fixed worlds are compared with random ones. */
export const COMPARED = ['S2:', 'S6:', 'S8:', 'S12:'] as const;

/** Errors that 128 points may have (docs/model.md 12): percent of face for the value and for EVPI, and points of chance. */
export const OF_FACE = { mean: 0.06, perfect: 0.13 };
export const OF_CHANCE = 0.04;

/** Standard errors of the random draws that are allowed beside that. */
export const NOISE = 3;

const SEED = 20_261_121;
const BATCHES = 16;

/** A figure over random worlds, with its standard error. */
interface Figure {
  readonly mean: number;
  readonly error: number;
}

/** What random worlds say of a claim. */
export interface RandomWorlds {
  readonly figure: (of: (found: Uncertainty) => number) => Figure;
}

/**
 * Follows every course of a claim through `pairs` of random worlds, the second of each pair the mirror image of the first: their means are
 * far surer than those of as many single worlds.
 */
export function randomWorlds({ worlds, variables }: Judged, pairs: number): RandomWorlds {
  const uncertain = variables.filter((variable) => variable.uncertain);
  const next = normals(SEED);
  const batches = Array.from({ length: BATCHES }, () => {
    const points = Array.from({ length: pairs / BATCHES }, () => uncertain.map(() => next()));
    return uncertainty(worlds, variables, [...points, ...points.map((point) => point.map((z) => -z))]);
  });
  return {
    figure: (of) => {
      const values = batches.map(of);
      const mean = values.reduce((sum, value) => sum + value, 0) / BATCHES;
      const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (BATCHES - 1);
      return { mean, error: Math.sqrt(square / BATCHES) };
    },
  };
}
