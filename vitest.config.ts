import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

// Two projects: everything through app.request in Node, and a small contract in workerd, the production runtime.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.worker.test.ts', 'test/long/**'],
          isolate: false,
          globalSetup: 'test/node_version.ts',
          // Deciding makes much garbage that does not live long: a larger nursery (megabytes) is emptied less often.
          execArgv: ['--min-semi-space-size=128', '--max-semi-space-size=128'],
          // Processes that tests start find the sources compiled by the first of them.
          env: { NODE_COMPILE_CACHE: 'node_modules/.cache/node' },
          // Judging an answer decides it hundreds of times over, and machines that run tests are busy.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.toml' } })],
        test: {
          name: 'workerd',
          include: ['test/**/*.worker.test.ts'],
          globalSetup: 'test/worker_assets.ts',
          isolate: false,
        },
      },
    ],
  },
});
