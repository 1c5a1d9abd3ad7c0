// What every catalogue must hold: problems, assumptions, sources, fields and texts, in both languages and one style.
import { describe, expect, test } from 'vitest';
import { SOURCES as REFERENCES } from '../src/assumptions/sources.ts';
import { catalogue } from '../src/assumptions/values.ts';
import * as formats from '../src/formats/index.ts';
import * as laws from '../src/law/index.ts';
import * as options from '../src/options/index.ts';
import { PROBLEMS } from '../src/problem.ts';
import { describedFields } from '../src/request/composition.ts';
import { SRC } from './sources.ts';

describe('catalogues', () => {
  const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
  const FULL_WIDTH = /[０-９￥Ａ-Ｚａ-ｚ％]/;
  /** Three words of English in a row, which no Japanese text needs; names of fields and publications may stand in one. */
  const ENGLISH = /(?:\b[a-z]{2,} ){3,}[a-z]{2,}\b/;

  test('every problem is documented in both languages, with a status and what to do', async () => {
    for (const [code, { status, title, help }] of Object.entries(PROBLEMS)) {
      expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(title.ja, code).toMatch(JAPANESE);
      expect(title.en, code).toMatch(/^[A-Z]/);
      expect(help.ja, code).toMatch(/。$/);
      expect(help.en, code).toMatch(/\.$/);
    }
    const { createApp } = await import('../src/app.ts');
    const page = await (await createApp().request('/docs')).text();
    for (const code of Object.keys(PROBLEMS)) expect(page).toContain(`id="${code}"`);
  });

  test('every assumption has a source and a certainty, and judgement is called judgement', () => {
    for (const { id, source, certainty, low, value, high, label, unit } of catalogue) {
      expect(source.ja.length * source.en.length, id).toBeGreaterThan(0);
      expect(['official', 'secondary', 'poll', 'judgement'], id).toContain(certainty);
      if (source === REFERENCES.judgement) expect(certainty, id).toBe('judgement');
      expect(low, id).toBeLessThanOrEqual(value);
      expect(value, id).toBeLessThanOrEqual(high);
      expect(unit.length, id).toBeGreaterThan(0);
      expect(label.ja, id).toMatch(JAPANESE);
      expect(label.en, id).toMatch(/\.$/);
    }
    expect(REFERENCES.judgement.en).toMatch(/no published figure/i);
    expect(REFERENCES.judgement.ja).toMatch(/判断/);
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
  });

  test('every source of assumptions is used', () => {
    const used = new Set(catalogue.map(({ source }) => source));
    const unused = Object.entries(REFERENCES).filter(([, reference]) => !used.has(reference));
    expect(unused.map(([name]) => name)).toEqual([]);
  });

  test('every field of a request has a label in both languages, a sentence and an example', () => {
    for (const { name, label, description, example, description_ja } of describedFields()) {
      expect(label.ja, name).toMatch(/[^\x20-\x7e]/);
      expect(label.en, name).toMatch(/^[\x20-\x7e’]+$/);
      expect(description, name).toMatch(/^[A-Z].*\.$/);
      expect(example, name).toBeDefined();
      if (description_ja !== undefined) expect(description_ja, name).toMatch(/。$/);
    }
  });

  /** Every pair of texts in the values that the sources export. */
  function* texts(): Generator<[where: string, ja: string, en: string]> {
    const seen = new Set<unknown>();
    function* visit(value: unknown, where: string, depth: number): Generator<[string, string, string]> {
      if (typeof value !== 'object' || value === null || seen.has(value) || depth > 8 || ArrayBuffer.isView(value))
        return;
      seen.add(value);
      const node = value as Record<string, unknown>;
      if (typeof node.ja === 'string' && typeof node.en === 'string') yield [where, node.ja, node.en];
      for (const [name, child] of Object.entries(node)) {
        if (name === 'terms' || name === 'group_terms') continue;
        yield* visit(child, `${where}.${name}`, depth + 1);
      }
    }
    for (const [name, value] of Object.entries({
      options,
      laws,
      formats,
      PROBLEMS,
      REFERENCES,
      catalogue,
      fields: describedFields(),
    }))
      yield* visit(value, name, 0);
  }

  test('Japanese texts have half-width digits and one style of yen, and English texts no Japanese', () => {
    let count = 0;
    for (const [where, ja, en] of texts()) {
      count++;
      expect(ja, where).not.toMatch(FULL_WIDTH);
      expect(ja, where).not.toMatch(ENGLISH);
      expect(en, where).not.toMatch(JAPANESE);
      expect(en, where).not.toMatch(FULL_WIDTH);
      expect(ja.trim(), where).toBe(ja);
      expect(en.trim(), where).toBe(en);
    }
    expect(count).toBeGreaterThan(500);
  });

  test('texts written in the sources keep the same style', () => {
    for (const { path, code } of SRC) {
      for (const [, text] of code.matchAll(/\bja: ['`]([^'`]*)['`]/g)) expect(text, path).not.toMatch(FULL_WIDTH);
      for (const [, text] of code.matchAll(/\ben: ['"`]([^'"`]*)['"`]/g)) expect(text, path).not.toMatch(JAPANESE);
    }
  });

  test('there is no field for the name of a person', () => {
    for (const { name } of describedFields())
      expect(name).not.toMatch(/name|person|contact_person|email|phone|address(?!_known)/);
  });
});
