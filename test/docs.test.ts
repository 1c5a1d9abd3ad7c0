// What the documents name is there: files, constants of the code, assumptions by their paths, and tests.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as groups from '../src/assumptions/index.ts';
import { entriesUnder } from '../src/assumptions/values.ts';

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(new URL('docs/', root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
] as const;

const codeUnder = (folder: string): string =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(`${folder}${name.replaceAll('\\', '/')}`))
    .join('\n');
const CODE = codeUnder('src/') + codeUnder('test/');

describe.each(DOCUMENTS)('%s', (path) => {
  const text = read(path);

  test('names a folder or file only if it exists', () => {
    for (const [, name] of text.matchAll(/`((?:src|test|docs|openapi|\.ci|\.github)\/[\w./-]+)`/g))
      expect(existsSync(new URL(name!, root)), name).toBe(true);
    for (const [, name] of text.matchAll(/\]\((?!https?:)([^)#]+)/g))
      expect(existsSync(new URL(name!, new URL(path, root))), name).toBe(true);
  });

  test('names a constant only if the code declares it', () => {
    for (const [, name] of text.matchAll(/`([A-Z][A-Z0-9]*_[A-Z0-9_]+|[A-Z]{4,})`/g))
      expect(new RegExp(`\\bconst ${name}\\b`).test(CODE), name).toBe(true);
  });

  test('names a function, type or property only if the code declares it', () => {
    for (const [, name] of text.matchAll(/`([a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*)`/g))
      expect(
        new RegExp(`\\b(?:export (?:const|function|class|interface|type)|readonly) ${name}\\b`).test(CODE),
        name,
      ).toBe(true);
  });

  test('ends with one line break, and no line ends with a blank', () => {
    expect(text).toMatch(/[^\n]\n$/);
    expect(text.split('\n').filter((line) => /\s$/.test(line))).toEqual([]);
  });
});

test('every assumption that the page of the model names exists', () => {
  const paths = new RegExp(
    `(?<![\\w./])(?:${Object.keys(groups).join('|')})\\.(?!ts\\b)[a-z_]+(?:\\.[a-z_0-9]+)*`,
    'g',
  );
  const named = [...read('docs/model.md').matchAll(paths)].map(([name]) => name.replace(/_k$/, ''));
  expect(named.length).toBeGreaterThan(80);
  expect(named.filter((name) => entriesUnder(new Set([name])).length === 0)).toEqual([]);
});
