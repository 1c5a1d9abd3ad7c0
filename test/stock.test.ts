// What a world shares with the base is only what does not differ there: solving from a stock and solving from nothing agree but
// for rounding.

import { describe, expect, test } from 'vitest';
import { Z90 } from '../src/assumptions/assumption.ts';
import { anew, type Outlook, outlookOf, stockOf, withSameTerms } from '../src/decision/worlds.ts';
import { judged, scenario } from './judging.ts';

const CLAIMS: Readonly<Record<string, object>> = {
  'a receivable of which only amount and age are known': { amount: 1250000, overdue_days: 82 },
  'one with tax and a relationship': {
    amount: 600000,
    overdue_days: 40,
    tax_rate: 0.3,
    margin_per_year: 400000,
  },
  'one that is not due': { amount: 900000, overdue_days: -30 },
  S2: scenario('S2'),
  S6: scenario('S6'),
};

/** Rounding may differ, by far less than a thousandth of a thousandth of a yen. */
function expectEqual(kept: Outlook, plain: Outlook, what: string): void {
  expect([...kept.values.keys()], what).toEqual([...plain.values.keys()]);
  for (const [id, value] of plain.values) expect(kept.values.get(id), `${what}: ${id}`).toBeCloseTo(value, 6);
}

describe('a stock of answers', () => {
  test.each(Object.entries(CLAIMS))('%s: every number, moved by itself, is answered as without it', (_, claim) => {
    const { worlds, variables } = judged(claim);
    const stock = stockOf(worlds);
    for (const variable of variables)
      for (const z of [-Z90, Z90]) {
        expectEqual(anew(worlds, variable.at(z), stock), anew(worlds, variable.at(z)), variable.id);
        const [kept, plain] = [stock, undefined].map((one) => withSameTerms(worlds, variable.draw(z), one).solution);
        expectEqual(outlookOf(kept!), outlookOf(plain!), variable.id);
      }
  });

  test('numbers moved together are answered as without it, whatever was asked before', () => {
    const { worlds, variables } = judged({ amount: 1250000, overdue_days: 82 });
    const stock = stockOf(worlds);
    const uncertain = variables.filter((variable) => variable.uncertain);
    for (let i = 0; i + 2 < uncertain.length; i += 3) {
      const shifts = uncertain.slice(i, i + 3).map((variable) => variable.at(i % 2 === 0 ? Z90 : -Z90));
      const shift = { changes: shifts.flatMap(({ changes }) => changes), inputs: [] };
      expectEqual(
        anew(worlds, shift, stock),
        anew(worlds, shift),
        shifts.map(({ changes }) => changes[0]!.part.id).join(),
      );
    }
  });
});
