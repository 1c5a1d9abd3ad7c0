// The page as it is written and built: what it may import, that every list and bridge has words for people, and that the built file is small,
// complete and forbidden to send anything.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { CALCULATOR_LAW } from '../page.vite.ts';
import { claimEventSchema } from '../src/claim/event.ts';
import { otherDebtorSchema } from '../src/claim/other_debtor.ts';
import { type DescribedField, describeField } from '../src/fields/field.ts';
import { BRIDGE_WORDS } from '../src/page/bridge_words.ts';
import {
  CHOICES,
  DEFAULT_WORDS,
  FIRST_FIELDS,
  KEPT_FIELDS,
  MEMBERS_OF_KINDS,
  NOT_TYPED,
  ROW_NEEDS,
  TOPICS,
} from '../src/page/field_words.ts';
import { BRIDGE_STEPS } from '../src/report/bridge.ts';
import { describedFields } from '../src/request/composition.ts';
import { found, PAGE, SRC } from './sources.ts';

/** Bytes of the page, gzipped. */
// 388 kB: 345 kB of engine, of which a quarter is the words of both languages, 35 kB of the page itself and 4 kB of style. 424 kB before
// the engine stood in the page as it is, without what the page never asks for. 2 % are left for what is added to the engine;
// 3 kB more for who owes once a debtor has died, merged, been split or sold its business, and 15 kB for what lists may look like and what offers are
// answered with, 6 kB for the days of proceedings, what is said before a due date, and small claims that are let go of, 5 kB for more lists, 4 kB for remarks, lists that are
// dropped anywhere and more advice, and 6 kB for more lists and for what comes before a debtor is asked once more, 3 kB for
// opposed orders and lists that are read by their arithmetic.
const PAGE_MAX = 496_500;

describe('the sources', () => {
  test('nothing of the service imports the page', () => {
    for (const { path, imports } of SRC)
      expect(
        imports.filter((target) => target.startsWith('src/page/')),
        path,
      ).toEqual([]);
  });

  test('only the worker imports what computes; the rest of the page imports texts and types', () => {
    for (const { path, code } of PAGE) {
      if (path === 'src/page/worker.ts') continue;
      const values = [...code.matchAll(/^import (?!type )[^;]*? from '(\.\.\/[^']+)'/gm)].map(([, target]) => target);
      for (const target of values) expect(target, path).toMatch(/values\/text\.ts$|^\.\.\/(?!\.\.)[a-z_]+\.tsx?$/);
    }
  });

  test('the law that the page leaves out is read by calculators alone', () => {
    const name = `(?:${CALCULATOR_LAW.join('|')})`;
    const members = new RegExp(`\\blaw\\w*\\.${name}\\b|\\{[^{}]*\\b${name}\\b[^{}]*\\} = (?:\\w+\\.)*law\\b`);
    const asking = SRC.filter(({ path }) => !/^src\/(?:routes|law|mcp)\//.test(path));
    expect(found(asking, members)).toEqual([]);
    for (const { path, imports } of asking)
      for (const name of CALCULATOR_LAW) expect(imports, path).not.toContain(`src/law/${name}.ts`);
  });

  test('the page asks no network by itself', () => {
    expect(found(PAGE, /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts/)).toEqual([]);
  });
});

describe('words for people', () => {
  /** What a row of each list that is typed holds. */
  const LISTS: Readonly<Record<string, readonly DescribedField[]>> = Object.fromEntries(
    Object.entries({ events: claimEventSchema, other_debtors: otherDebtorSchema }).map(([list, { shape }]) => [
      list,
      Object.entries(shape).flatMap(([name, schema]) => describeField(name, schema) ?? []),
    ]),
  );
  const fields = [...describedFields(), ...Object.values(LISTS).flat()].filter(
    ({ name, values = [] }) => !NOT_TYPED.has(name) && values.length < 40,
  );
  const wordFor = ({ name, value_labels }: DescribedField, member: string) =>
    CHOICES[name]?.[member] ?? value_labels?.[member];

  test.each(fields.filter(({ kind }) => kind === 'choice').map((field) => [field.name, field] as const))(
    '%s: every member of the list has words in both languages',
    (name, field) => {
      if (name === 'rating') return;
      for (const value of field.values ?? []) {
        expect(wordFor(field, value)?.ja, value).toMatch(/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u);
        expect(wordFor(field, value)?.en, value).toMatch(/[a-z]/);
      }
    },
  );

  test('what holds when a field is empty is said in Japanese', () => {
    const unsaid = fields
      .filter(({ default: words }) => words !== undefined && /[a-z]/.test(words))
      .filter(
        (field) =>
          DEFAULT_WORDS[field.default ?? ''] === undefined && wordFor(field, field.default ?? '') === undefined,
      );
    expect(unsaid.map(({ name, default: words }) => `${name}: ${words}`)).toEqual([]);
  });

  test('every field that a topic or the browser keeps exists', () => {
    const known = new Set(describedFields().flatMap(({ name }) => [name, name.split('.')[0]]));
    for (const name of [...TOPICS.flatMap((topic) => topic.fields), ...KEPT_FIELDS, ...FIRST_FIELDS, ...NOT_TYPED])
      expect(known.has(name), name).toBe(true);
  });

  test('a row of a list waits for what it cannot do without, and shows what says something about its kind', () => {
    const lists = describedFields().filter(({ name, kind }) => kind === 'list' && !NOT_TYPED.has(name));
    expect(lists.map(({ name }) => name)).toEqual(Object.keys(LISTS));
    for (const [list, members] of Object.entries(LISTS)) {
      expect(ROW_NEEDS[list]).toEqual(members.filter(({ required }) => required).map(({ name }) => name));
      const kinds = members.find(({ name }) => name === 'kind')?.values;
      for (const { name } of members)
        for (const kind of MEMBERS_OF_KINDS[`${list}.${name}`] ?? []) expect(kinds, name).toContain(kind);
    }
  });

  test('a word of the page says more than that of the service, and for a member that exists', () => {
    const known = new Map(describedFields().map((field) => [field.name, field]));
    for (const [name, words] of Object.entries(CHOICES))
      for (const [member, word] of Object.entries(words)) {
        const ours = known.get(name)?.value_labels?.[member];
        expect(ours, `${name} ${member}`).toBeDefined();
        expect(word, `${name} ${member}`).not.toEqual({ ja: ours?.ja, en: ours?.en });
      }
  });

  test('every line of the bridge says where it comes from', () => {
    expect(Object.keys(BRIDGE_WORDS).sort()).toEqual(Object.keys(BRIDGE_STEPS).sort());
  });
});

describe('the built page', () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  let html: string;

  beforeAll(() => {
    execFileSync(process.execPath, ['src/node.ts', 'page'], { cwd: root, stdio: 'ignore' });
    html = readFileSync(new URL('../dist/page/kaishu.html', import.meta.url), 'utf8');
  }, 120_000);

  test(`has at most ${PAGE_MAX} bytes, gzipped`, () => {
    expect(gzipSync(html, { level: 9 }).length).toBeLessThanOrEqual(PAGE_MAX);
  });

  test('is one file: it loads no script, style, font or picture from anywhere', () => {
    const outside = html.replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>/g, '');
    expect(outside).not.toMatch(/<(?:script|img|iframe|object)[^>]*\ssrc=|<link[^>]*href="(?!data:)/);
    expect(html.match(/<style(?:\s[^>]*)?>([\s\S]*?)<\/style>/)?.[1]).not.toMatch(/url\(|@import/);
  });

  test('forbids itself to send: hashes for what it holds, a worker of its own, and no connection', () => {
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/connect-src|unsafe|https?:|'self'/);
    for (const [, tag, text = ''] of html.matchAll(/<(script|style)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/g)) {
      const hash = createHash('sha256').update(text).digest('base64');
      expect(policy, tag).toContain(`'sha256-${hash}'`);
    }
  });

  test('is built once: a second call finds it fresh', () => {
    const written = readFileSync(new URL('../dist/page/kaishu.html', import.meta.url)).length;
    execFileSync(process.execPath, ['src/node.ts', 'page'], { cwd: root, stdio: 'ignore' });
    expect(existsSync(new URL('../dist/page/kaishu.html', import.meta.url))).toBe(true);
    expect(readFileSync(new URL('../dist/page/kaishu.html', import.meta.url)).length).toBe(written);
  });
});
