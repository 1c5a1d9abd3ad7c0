// How much a decision asks and puts down: what does not vary is asked once, and what several months, sets of offers or choices share is kept
// once. A memo that is lost changes no answer; it multiplies these numbers by months or variants.
import { describe, expect, test } from 'vitest';
import { type Decision, decide } from '../src/decision/programme/decide.ts';
import type { Option, Situation } from '../src/options/option.ts';
import { COUNTED, EXPECTED } from './cases/options.ts';
import { GRID, jp, OPTIONS, read } from './situations.ts';

const decidedWith = (name: string, known: readonly Option[]): Decision => {
  const { claim, terms, assumptions, options } = read(GRID[name]!);
  return decide({ claim, terms, overrides: assumptions, options: known, consider: new Set(options), law: jp });
};

/** The options, with how often each is asked what may happen. */
function counting(): { readonly options: readonly Option[]; readonly asked: Map<string, number> } {
  const asked = new Map<string, number>();
  const options = OPTIONS.map((option) => ({
    ...option,
    prospect: (s: Situation, terms: unknown) => {
      asked.set(option.id, (asked.get(option.id) ?? 0) + 1);
      return option.prospect(s, terms);
    },
  }));
  return { options, asked };
}

describe('how often an option is asked what may happen', () => {
  test.each(COUNTED)('%s asks each option a bounded number of times', (name) => {
    const { options, asked } = counting();
    decidedWith(name, options);
    expect(asked.size).toBeGreaterThan(5);
    for (const [id, count] of asked) expect(count, id).toBeLessThanOrEqual(EXPECTED[id]!.asked[name] ?? 0);
  });

  test('a debt due in the future, a need for cash and a title ask no option without end', () => {
    for (const name of ['due in six weeks', 'cash is needed', 'a judgment in hand']) {
      const { options, asked } = counting();
      decidedWith(name, options);
      const all = [...asked.values()].reduce((sum, count) => sum + count, 0);
      expect(all, name).toBeLessThan(4_500);
    }
  });
});

describe('how many numbers a programme puts down', () => {
  /** A quarter more than are needed. */
  const MOST: Readonly<Record<string, number>> = {
    'the smallest request': 6_000,
    'everything told': 50_000,
    'due in six weeks': 6_500,
    'cash is needed': 5_500,
    'a judgment in hand': 2_800,
  };
  test.each(Object.entries(MOST))('%s: no more than %i', (name, most) => {
    const { programme } = decidedWith(name, OPTIONS);
    expect(programme.sheet.entries.length).toBeLessThanOrEqual(most);
  });
});
