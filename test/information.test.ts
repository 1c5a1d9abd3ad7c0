// What it is worth to know more: never less than nothing, never more than knowing all, and what a credit report is worth.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { information } from '../src/analysis/information.ts';
import { KIND_COUNT } from '../src/assumptions/kinds.ts';
import { enquiries } from '../src/debtor/enquiries.ts';
import { SCENARIOS } from './cases/scenarios.ts';
import { judged, scenario } from './judging.ts';
import { tries } from './tries.ts';

const without = (fields: Readonly<Record<string, unknown>>, ...names: string[]) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

const CREDIT = ['tdb_score', 'pd', 'rating'];

describe('findings', () => {
  test('what an enquiry may turn up is certain to be one of its findings, for every kind of debtor', () => {
    const { worlds } = judged({ amount: 1_000_000, overdue_days: 60 });
    const { facts, debtor, a } = worlds.case;
    const about = enquiries(facts.claim, debtor, a, false);
    const own = worlds.options.flatMap((option) => option.enquiries?.(worlds.decision.situation) ?? []);
    expect([...about, ...own].map(({ id }) => id).sort()).toEqual([
      'asset_search',
      'call',
      'credit_report',
      'site_visit',
    ]);
    for (const { id, findings, price } of [...about, ...own]) {
      expect(price, id).toBeGreaterThan(0);
      for (let k = 0; k < KIND_COUNT; k++)
        expect(
          findings.reduce((sum, { chance }) => sum + chance[k]!, 0),
          id,
        ).toBeCloseTo(1, 6);
    }
  });

  test.each([
    ['a score', { tdb_score: 50 }, 'credit_report'],
    ['a probability of failure', { pd: '2%' }, 'credit_report'],
    ['how the debtor answers', { contact: 'evasive' }, 'call'],
    ['signs of distress', { distress: 'some' }, 'site_visit'],
    ['its assets', { assets: 'known' }, 'asset_search'],
  ])('what is known already cannot be found out: %s', (_, said, id) => {
    const found = information(judged({ amount: 1_000_000, overdue_days: 60, ...said }).worlds);
    expect(found.enquiries.map(({ enquiry }) => enquiry.id)).not.toContain(id);
  });

  test('once proceedings are open there is nothing left to guess', () => {
    const found = information(judged(scenario('S5:')).worlds);
    expect([found.perfect, found.enquiries]).toEqual([0, []]);
  });
});

describe('a credit report', () => {
  // What the first edition found it worth rested on courts whose rules are others now; what follows holds whatever the numbers are.
  test('without a score it is worth something where it may change what is done, and never more than knowing everything of the debtor', () => {
    const worths = ['S1:', 'S2:', 'S11:', 'S12:'].map((name) => {
      const found = information(judged(without(scenario(name), ...CREDIT, 'offset', 'settle')).worlds);
      const { worth } = found.enquiries.find(({ enquiry }) => enquiry.id === 'credit_report')!;
      expect(worth).toBeGreaterThanOrEqual(0);
      // It tells the chance of failure as well as the kind, so it may be worth a little more than knowing the kind alone.
      expect(worth).toBeLessThan(found.perfect + 0.01 * judged(scenario(name)).worlds.case.facts.principal);
      return worth;
    });
    expect(worths.filter((worth) => worth > 0).length).toBeGreaterThan(1);
  });

  test('it is bought when it is worth more than its price, and not otherwise', () => {
    const request = { amount: 3_000_000, overdue_days: 120, settle: { offer: 1_700_000 } };
    const at = (price: number) =>
      information(judged({ ...request, assumptions: { 'enquiry.report_price': price } }).worlds).enquiries.find(
        ({ enquiry }) => enquiry.id === 'credit_report',
      )!;
    const { worth } = at(20_000);
    expect(at(Math.floor(worth) - 1).buy).toBe(true);
    expect(at(Math.ceil(worth) + 1).buy).toBe(false);
  });

  test('what it could change is a finding after which another first step is best', () => {
    let changes = 0;
    for (const overdue_days of [82, 150, 240, 400]) {
      const found = information(judged({ amount: 1_250_000, overdue_days }).worlds);
      const report = found.enquiries.find(({ enquiry }) => enquiry.id === 'credit_report')!;
      changes += report.after.filter(({ option }) => option !== found.now).length;
      expect(report.after.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 6);
    }
    expect(changes).toBeGreaterThan(0);
  });
});

describe('knowing more', () => {
  const request = fc.record({
    amount: fc.integer({ min: 50_000, max: 9_000_000 }),
    overdue_days: fc.integer({ min: -40, max: 500 }),
    evidence: fc.constantFrom('strong', 'medium', 'weak'),
    assets: fc.constantFrom('known', 'partly', 'unknown'),
    payment_history: fc.constantFrom('good', 'mixed', 'bad', 'new'),
    dispute: fc.constantFrom('none', 'partial', 'full'),
  });

  test('0 ≤ the worth of an enquiry about the debtor ≤ the worth of knowing its kind', () => {
    fc.assert(
      fc.property(request, (fields) => {
        const found = information(judged(fields).worlds);
        expect(found.perfect).toBeGreaterThanOrEqual(0);
        for (const { enquiry, worth } of found.enquiries) {
          expect(worth, enquiry.id).toBeGreaterThanOrEqual(0);
          if (enquiry.findings.every(({ known }) => known === undefined))
            expect(worth, enquiry.id).toBeLessThanOrEqual(found.perfect + 1e-6);
        }
      }),
      { numRuns: tries(16, 160), seed: 20_261_121 },
    );
  });

  test.each(SCENARIOS)('the base is worth no more than the best that could be done for it — $name', (one) => {
    const { worlds } = judged(one.request);
    const found = information(worlds);
    const share = found.by_kind.reduce((sum, { chance }) => sum + chance, 0);
    expect(share).toBeCloseTo(1, 9);
    expect(found.perfect).toBeLessThan(worlds.case.facts.principal);
  });
});
