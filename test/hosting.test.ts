// The files for hosting: what they name is there, what can be set is documented, and the service gives up what it does not need.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

test('every setting that the code reads is documented, and every one that is documented is read', () => {
  const code = ['src/http/settings.ts', 'src/serving.ts'].map(read).join('\n');
  const read_here = [...code.matchAll(/Setting\(values, '([A-Z_]+)'/g)].map(([, name]) => name!);
  const ofNode = [...read('src/node.ts').matchAll(/process\.env\.([A-Z_]+)/g)].map(([, name]) => name!);
  const table = read('docs/operate.md').split('## Settings')[1]!.split('\n\n')[2]!;
  const documented = [...table.matchAll(/`([A-Z_]+)=/g)].map(([, name]) => name!);
  expect([...new Set(documented)].sort()).toEqual([...new Set([...read_here, ...ofNode])].sort());
});

describe('the image', () => {
  const lines = read('deploy/Dockerfile')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line));
  const of = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));

  test('is built of what is there, on named versions, without scripts of packages', () => {
    for (const from of of('FROM')) expect(from).toMatch(/^[\w./-]+:(?!latest)[\w.-]+/);
    const sources = of('COPY').filter((copy) => !copy.startsWith('--from'));
    for (const source of sources.flatMap((copy) => copy.split(/\s+/).slice(0, -1)))
      expect(existsSync(new URL(source, root)), source).toBe(true);
    for (const run of of('RUN').filter((line) => line.startsWith('npm'))) expect(run).toContain('--ignore-scripts');
  });

  test('lets its build see only what it copies', () => {
    const seen = read('deploy/Dockerfile.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = of('COPY')
      .filter((copy) => !copy.startsWith('--from'))
      .flatMap((copy) => copy.split(/\s+/).slice(0, -1));
    expect(seen.sort()).toEqual([...new Set(copied)].sort());
  });

  test('is served without root, with a check of its health and an entry that exists', () => {
    expect(of('USER')).toEqual(['nonroot']);
    expect(of('HEALTHCHECK')).toHaveLength(1);
    expect(of('HEALTHCHECK')[0]).toContain('/health');
    const [entry] = JSON.parse(of('CMD').at(-1)!) as string[];
    expect(existsSync(new URL(entry!, root))).toBe(true);
  });
});

describe('the service of systemd', () => {
  const unit = read('deploy/kaishu.service');

  test('starts what is there, and has longer to stop than the service takes', () => {
    const [, entry] = /^ExecStart=\/usr\/bin\/node \/opt\/kaishu\/(\S+)$/m.exec(unit)!;
    expect(existsSync(new URL(entry!, root))).toBe(true);
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)![1])).toBeGreaterThan(25);
  });

  const isThere = spawnSync('systemd-analyze', ['--version']).status === 0;

  test.runIf(isThere)('is understood by systemd without a word, and gives up what it does not need', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kaishu-'));
    try {
      const file = join(folder, 'kaishu.service');
      writeFileSync(file, unit.replace('/usr/bin/node', process.execPath));
      const verified = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
      // What systemd does not know only warns.
      expect(`${verified.stdout}${verified.stderr}`.trim()).toBe('');
      const exposed = spawnSync('systemd-analyze', ['security', '--offline=true', '--threshold=20', file]);
      expect(exposed.status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
