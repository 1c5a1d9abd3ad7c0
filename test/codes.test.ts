// The codes of an answer are closed lists: every code that the sources state is on one, and every one on a list is stated.

import { describe, expect, test } from 'vitest';
import { BAR_CODES, OWN_REASONS, OWN_RISKS, OWN_WARNINGS, warningCodes } from '../src/report/codes.ts';
import { SRC } from './sources.ts';

/** What stands in one group of a pattern, in the files of a path; each once, sorted. */
const stated = (files: RegExp, pattern: RegExp): string[] => {
  const texts = SRC.filter(({ path }) => files.test(path)).map(({ text }) => text);
  const all = texts.flatMap((text) => [...text.matchAll(pattern)].flatMap((found) => found.slice(1).filter(Boolean)));
  return [...new Set(all)].sort();
};

const CODE = /\bcode: (?:what === 'order' \? )?'([a-z_]+)'(?: : '([a-z_]+)')?/g;

describe('the codes', () => {
  test('of bars are those of the options, of the options left out, and of the terms that are missing', () => {
    const refused = stated(/^src\/options\//, /madeBefore\(s, '([a-z_]+)'/g);
    const others = stated(/^src\/(options\/|decision\/programme\/decide|report\/report)/, CODE);
    expect([...refused, ...others].sort()).toEqual(BAR_CODES);
  });

  test('of reasons and risks are those that are added', () => {
    const added = /\badd\(\s*'([a-z_]+)'/g;
    expect(stated(/^src\/report\/reasons\.ts$/, added)).toEqual(OWN_REASONS);
    expect(stated(/^src\/report\/risks\.ts$/, added)).toEqual(OWN_RISKS);
  });

  test('of warnings are those of the report, and the rules of instruments', () => {
    const files = /^src\/report\/((background|claim|kind)_)?cautions\.ts$/;
    const rules = stated(
      files,
      /'(summary_suit|recourse_needs_presentment|[a-z_]*dishonour|underlying_claim|electronic_claim_default)'/g,
    );
    expect([...stated(files, CODE), ...rules].sort()).toEqual(OWN_WARNINGS);
    expect(new Set(warningCodes()).size).toBe(warningCodes().length);
  });
});
