// The published description under the rules of a linter of others, without an error and without a warning.

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

test('redocly finds nothing to say about the description', { timeout: 120_000 }, async () => {
  // It stays on this machine: no telemetry, no question for a newer version.
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const lint = ['node_modules/@redocly/cli/bin/cli.js', 'lint', 'openapi/openapi.json', '--format=json'];
  const run = await promisify(execFile)(process.execPath, lint, { cwd: root, env, maxBuffer: 32e6 }).catch(
    (failed: { stdout: string }) => failed,
  );
  const { totals, problems } = JSON.parse(run.stdout) as { totals: Record<string, number>; problems: object[] };
  expect(problems.slice(0, 5)).toEqual([]);
  expect(totals).toMatchObject({ errors: 0, warnings: 0 });
});
