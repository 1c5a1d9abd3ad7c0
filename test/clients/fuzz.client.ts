// Thousands of random questions to the service as it runs, on Node and on Workers, from a fixed seed.

import { describe, expect, test } from 'vitest';
import { askAt, askHere, fuzz } from '../fuzz/fuzz.ts';
import { wranglerDev } from './wrangler.ts';

/** A busy machine may take long; nothing is timed. */
const PATIENT = 1_800_000;

describe('random questions', () => {
  test(
    '5,000 find no fault on Node',
    async () => {
      expect((await fuzz(askHere(), { count: 5_000, seed: 20_261_121 })).faults).toEqual([]);
    },
    PATIENT,
  );

  test(
    '5,000 find no fault under wrangler dev',
    async () => {
      const served = await wranglerDev();
      try {
        expect((await fuzz(askAt(served.origin), { count: 5_000, seed: 20_261_122 })).faults).toEqual([]);
      } finally {
        await served.stop();
      }
    },
    PATIENT,
  );
});
