// Clients that generators make of the description: openapi-typescript with openapi-fetch, and @hey-api/openapi-ts. A script over each
// compiles in strict mode and runs against the service. The generators are installed into a folder of their own, because they need an
// older compiler.

import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, start } from '../service.ts';

const PACKAGES = {
  'openapi-typescript': '7.13.0',
  'openapi-fetch': '0.17.0',
  '@hey-api/openapi-ts': '0.99.0',
  '@types/node': '24.19.2',
  typescript: '5.9.3',
};

const TSCONFIG = {
  compilerOptions: {
    target: 'ES2022',
    module: 'NodeNext',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    types: ['node'],
    strict: true,
    noUncheckedIndexedAccess: true,
    outDir: 'out',
  },
  include: ['*.ts', 'hey/**/*.ts'],
};

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const DOCUMENT = path('../../openapi/openapi.json');

let service: Running;
let folder: string;

/** Runs a command in the folder; its output when it succeeds, else an error that holds it. */
async function run(command: string, ...args: string[]): Promise<string> {
  const ran = promisify(execFile)(command, args, { cwd: folder, maxBuffer: 32e6 });
  const { stdout } = await ran.catch((failed: { stdout: string; stderr: string }) => {
    throw new Error(`${command} ${args.join(' ')}\n${failed.stdout}\n${failed.stderr}`);
  });
  return stdout;
}
const bin = (name: string): string => join(folder, 'node_modules/.bin', name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaishu-typed-'));
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies: PACKAGES }),
  );
  await run('npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock');
  await run(bin('openapi-typescript'), DOCUMENT, '-o', 'api.ts');
  const generated = { input: DOCUMENT, output: { path: 'hey', module: { extension: '.js' } } };
  await writeFile(join(folder, 'hey.config.mjs'), `export default ${JSON.stringify(generated)};`);
  await run(bin('openapi-ts'), '-f', 'hey.config.mjs');
  for (const name of ['fetch_script.ts', 'hey_script.ts']) await cp(path(`typed/${name}`), join(folder, name));
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG));
  service = await start();
}, 300_000);

afterAll(async () => {
  await service?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true });
});

test('both scripts compile in strict mode, run, and say what the service says', { timeout: 240_000 }, async () => {
  await run(bin('tsc'), '-p', '.');
  const said = await Promise.all(
    ['fetch_script.js', 'hey_script.js'].map(async (name) =>
      JSON.parse(await run(process.execPath, join('out', name), service.origin)),
    ),
  );
  const answer = await fetch(`${service.origin}/v1/evaluate`, {
    method: 'POST',
    body: JSON.stringify({
      amount: 1_250_000,
      overdue_days: 82,
      as_of: '2026-11-21',
      lang: 'en',
      litigate: { win_rate: 0.7 },
    }),
    headers: { 'Content-Type': 'application/json' },
  });
  const { recommendation } = (await answer.json()) as { recommendation: Record<string, unknown> };
  const names = Object.keys(
    (JSON.parse(await readFile(DOCUMENT, 'utf8')) as { components: { schemas: object } }).components.schemas,
  );
  expect(names).toContain('OpenOption');
  for (const one of said) {
    const { option, call, net_value } = recommendation;
    expect(one).toMatchObject({
      option,
      call,
      net_value,
      refused: 'invalid_input',
      rows: [200],
      last_day: expect.stringMatching(/^2027-/),
      table: 'option,net_value',
    });
    expect(one.mistakes).toEqual(expect.arrayContaining(['missing_due']));
    expect(one.options.length).toBe(one.catalogue);
    expect(one.options.filter((line: string) => /^\d/.test(line)).length).toBeGreaterThan(3);
    expect(one.options).toEqual(expect.arrayContaining([expect.stringMatching(/^- /), expect.stringMatching(/^\? /)]));
  }
  expect(said[0]).toEqual(said[1]);
});
