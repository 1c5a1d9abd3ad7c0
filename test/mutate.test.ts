// The mutator: which small changes it makes of a source, that each is one a test should notice, and that every folder has tests that exist.
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { folderOf, TESTS_OF } from './mutate/folders.ts';
import { mutantsOf, mutated } from './mutate/mutants.ts';
import { filesUnder } from './sources.ts';

const changesOf = (source: string) => mutantsOf('src/law/x.ts', source).map((mutant) => mutated(source, mutant));

describe('a mutant is one change of the text', () => {
  test.each<[string, string, string[]]>([
    ['a boundary moves by one case, and turns around', 'f(a < b)', ['f(a <= b)', 'f(a >= b)']],
    ['an equality turns around', 'f(a === b)', ['f(a !== b)']],
    ['a sum is a difference', 'f(a + b)', ['f(a - b)']],
    ['a text that is put together is no sum', "f(a + 'x y')", []],
    ['and is or', 'f(a && b)', ['f(a || b)']],
    ['what is missing is always taken', 'f(a ?? b)', ['f(b)']],
    ['a condition is its contrary', 'f(a ? b : c)', ['f(!(a) ? b : c)']],
    ['an early way out is gone', 'if (a) return;', [';', 'if (!(a)) return;']],
    ['a call is gone', 'f(a);', [';']],
    ['a number is the next one', 'f(7)', ['f(8)']],
    ['a large number is a tenth larger', 'f(20_000)', ['f(22000)']],
    ['a share is a tenth larger, also as text', "f(0.5, '0.08')", ["f(0.55, '0.08')", "f(0.5, '0.088')"]],
    ['a day is the next one', "f('2026-02-28')", ["f('2026-03-01')"]],
    ['yes is no', 'f(true)', ['f(false)']],
    ['a closed name is empty, a sentence stays', "f('paper', 'A sentence.')", ["f('', 'A sentence.')"]],
    [
      'the smaller is the larger',
      'f(Math.min(a, b), x.plus(y))',
      ['f(Math.max(a, b), x.plus(y))', 'f(Math.min(a, b), x.minus(y))'],
    ],
    ['a member of a list is gone', 'f([a, b])', ['f([ b])', 'f([a, ])']],
    ['types and names of members stay', "const x = { 'a.b': y } as { c: 'd' };", []],
    ['the text of a fault stays', "if (a) throw new Fault('b');", [';', "if (!(a)) throw new Fault('b');"]],
    ['what is imported stays', "import { a } from 'b';", []],
  ])('%s', (_, source, expected) => {
    const isStatement = /[;}]$/.test(source);
    const around = (text: string) => (isStatement ? `function g() { ${text} }` : `const x = ${text};`);
    expect(changesOf(around(source))).toEqual(expected.map(around));
  });

  test('its place is told', () => {
    const [mutant] = mutantsOf('src/law/x.ts', 'const a = 1;\nconst b = a < c;\n').filter(
      ({ kind }) => kind === 'boundary',
    );
    expect(mutant).toMatchObject({ path: 'src/law/x.ts', line: 2, before: '<', text: '<=' });
  });
});

describe('folders', () => {
  test('a file belongs to the innermost folder that has tests', () => {
    expect(folderOf('src/law/jp/limits.ts')).toBe('src/law/jp');
    expect(folderOf('src/law/contract/limits.ts')).toBe('src/law');
    expect(folderOf('src/decision/tree/pieces.ts')).toBe('src/decision');
    expect(folderOf('src/app.ts')).toBeUndefined();
  });

  test.each(Object.entries(TESTS_OF))('%s exists, and so do its tests', (folder, names) => {
    expect(filesUnder(folder).length).toBeGreaterThan(3);
    for (const name of names) expect(existsSync(new URL(`./${name}.test.ts`, import.meta.url)), name).toBe(true);
  });
});
