// Tests with real clients: they need Debian packages, so that `npm test` runs without them. `.ci/run` installs what they need.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'clients',
    environment: 'node',
    include: ['test/clients/*.client.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
