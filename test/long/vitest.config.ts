// Tests that take minutes, for the night: what the suite holds with few random cases is held here with many.

import { defineConfig } from 'vitest/config';

/** Suites that ask `tries` how often to try. */
const WITH_MORE_TRIES = [
  'answer_properties',
  'break_even',
  'bruteforce',
  'information',
  'ledger_sums',
  'numbers',
  'procedures',
  'properties',
  'recorded_options',
  'recorded_worlds',
  'sensitivity',
  'second_edition',
  'second_reading',
  'simulation',
].map((name) => `test/${name}.test.ts`);

export default defineConfig({
  test: {
    name: 'long',
    environment: 'node',
    include: ['test/long/*.test.ts', ...WITH_MORE_TRIES],
    env: { TRIES: 'many' },
    isolate: false,
    execArgv: ['--min-semi-space-size=128', '--max-semi-space-size=128'],
    testTimeout: 600_000,
  },
});
