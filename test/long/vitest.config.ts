// Tests that take minutes, for the night: what the suite holds with few random cases is held here with many.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'long',
    environment: 'node',
    include: ['test/long/*.test.ts'],
    isolate: false,
    execArgv: ['--max-semi-space-size=64'],
    testTimeout: 600_000,
  },
});
