// Data and versions move together: no figure changes under a version that callers and caches know already.

import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { jp } from '../src/law/index.ts';
import { read } from './sources.ts';
import { presentVersions, recordedVersions, type VersionHash, versionFault } from './version_hashes.ts';

describe('versions', () => {
  const recorded = recordedVersions();
  let present: Readonly<Record<string, VersionHash>> = {};
  beforeAll(async () => {
    present = await presentVersions();
  });

  test('what each version names is what was recorded under it', () => {
    const faults = Object.entries(present).map(([what, one]) => versionFault(what, one, recorded[what] ?? []));
    const told = faults.filter((fault) => fault !== undefined);
    if (told.length > 0) expect.fail(told.join('\n\n'));
    expect(Object.keys(recorded).sort()).toEqual(Object.keys(present).sort());
  });

  test('a version names one state of the data for ever', () => {
    for (const [what, known] of Object.entries(recorded)) {
      const versions = known.map(({ version }) => version);
      expect(new Set(versions).size, what).toBe(versions.length);
    }
  });

  test('every recorded version has its row in the table of the changelog', () => {
    const rows = read('CHANGELOG.md')
      .split('\n')
      .filter((line) => line.startsWith('| '));
    for (const [what, known] of Object.entries(recorded)) {
      for (const { version } of known) {
        const name = version.split(' ')[0] ?? version;
        const kind = what.split(' ')[0];
        const label = { law: name, assumptions: `assumptions ${name}`, answers: `model ${name}` }[kind ?? ''] ?? name;
        expect(
          rows.some((row) => row.startsWith(`| ${label} |`)),
          `no row "| ${label} |" in CHANGELOG.md`,
        ).toBe(true);
      }
    }
  });

  test('a changed figure under an old version is refused with what to do, and a new version asks to be recorded', () => {
    const known = [
      { version: 'jp-1', hash: 'a' },
      { version: 'jp-2', hash: 'b' },
    ];
    expect(versionFault('law jp', { version: 'jp-2', hash: 'b' }, known)).toBeUndefined();
    expect(versionFault('law jp', { version: 'jp-2', hash: 'c' }, known)).toContain(
      'raise version in src/law/jp/jp.ts',
    );
    // Going back to an old version would serve new answers under its tag, whatever its hash.
    expect(versionFault('law jp', { version: 'jp-1', hash: 'a' }, known)).toContain('still jp-1');
    expect(versionFault('law jp', { version: 'jp-3', hash: 'c' }, known)).toContain('npm run versions');
  });

  test('the tag of an answer moves with the versions of model and law', async () => {
    const tag = (await createApp().request('/v1/interest?amount=5&overdue_days=1&as_of=2026-11-21')).headers.get(
      'ETag',
    );
    expect(tag).toMatch(/^"\d+\.\d+\.\d+\.[0-9a-f]{16}"$/);
    expect(jp.version).toMatch(/^jp-\d{4}-\d\d-\d\d(\.\d+)?$/);
  });
});
