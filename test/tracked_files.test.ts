// What no file that is kept may hold, and what package.json promises.
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filesUnder, PAGE, read, SRC } from './sources.ts';

describe('tracked files', () => {
  const TOP = [
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'biome.json',
    'vitest.config.ts',
    'wrangler.toml',
    '.gitignore',
  ];
  const files = [
    ...TOP,
    ...[
      'README.md',
      'README.ja.md',
      'page.vite.ts',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
      '.ci/run',
      'openapi/openapi.json',
    ],
    ...filesUnder('.github/workflows'),
    ...filesUnder('docs').filter((path) => path.endsWith('.md')),
    ...[...SRC, ...PAGE].map(({ path }) => path),
    ...filesUnder('test').filter((path) => /\.(ts|json|md|csv)$/.test(path)),
  ].filter((path) => existsSync(new URL(`../${path}`, import.meta.url)));

  test('hold no path of a machine', () => {
    // Built from parts, so that this file does not hold what it looks for.
    const machine = new RegExp(
      ['work', 'home', 'root', 'Users', 'tmp', 'mnt', 'private']
        .map((part) => `["'\`\\s(]/${part}/[a-zA-Z_.-]`)
        .join('|'),
    );
    for (const path of files)
      for (const line of read(path).split('\n')) expect(machine.test(line) ? line : '', path).toBe('');
  });

  test('hold no host of a package registry but the public one of the lock file', () => {
    for (const path of files) {
      const hosts = [...read(path).matchAll(/"resolved": "https?:\/\/([^/"]+)/g)].map(([, host]) => host);
      for (const host of new Set(hosts)) expect(host, path).toBe('registry.npmjs.org');
      if (path !== 'package-lock.json' && path !== 'test/tracked_files.test.ts')
        expect(read(path), path).not.toMatch(
          new RegExp(`registry\\.${'npmjs'}|npm${'mirror'}|artifact${'ory'}|verd${'accio'}`),
        );
    }
  });

  interface Package {
    readonly dependencies: Readonly<Record<string, string>>;
    readonly devDependencies: Readonly<Record<string, string>>;
    readonly optionalDependencies?: Readonly<Record<string, string>>;
    readonly overrides?: Readonly<Record<string, string>>;
  }
  const {
    dependencies,
    devDependencies,
    optionalDependencies = {},
    overrides = {},
  } = JSON.parse(read('package.json')) as Package;

  test('package.json pins every version exactly', () => {
    for (const group of [dependencies, devDependencies, optionalDependencies, overrides])
      for (const [name, version] of Object.entries(group))
        expect(version, name).toMatch(/^(?:\d+\.\d+\.\d+|file:vendor\/\w+|\$@[\w/-]+)$/);
  });

  test('every package that the sources import is a dependency, and every dependency is used', () => {
    const used = new Set(
      SRC.flatMap(({ packages }) => packages)
        .filter((name) => !name.startsWith('node:'))
        .map((name) =>
          name
            .split('/')
            .slice(0, name.startsWith('@') ? 2 : 1)
            .join('/'),
        ),
    );
    // The documentation page serves files of this package without importing it.
    used.add('swagger-ui-dist');
    expect(Object.keys(dependencies).sort()).toEqual([...used].sort());
  });

  test('the README names every runtime dependency with a reason', () => {
    const readme = read('README.md');
    for (const name of Object.keys(dependencies)) {
      const line = readme.split('\n').find((text) => text.includes(`\`${name}\``));
      expect(line, name).toBeDefined();
      expect(
        line!
          .replace(/[`|*-]/g, '')
          .replace(name, '')
          .trim().length,
        `${name}: the reason`,
      ).toBeGreaterThan(10);
    }
  });
});
