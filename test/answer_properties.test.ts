// What every answer keeps whatever it is about, held against random requests: its schema, its language, its reasons, its currency unit.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { assume, catalogue, limitsOf } from '../src/assumptions/values.ts';
import { factsOf } from '../src/claim/facts.ts';
import { debtorOf } from '../src/debtor/known.ts';
import { caseOf } from '../src/decision/programme/case.ts';
import { decideCase } from '../src/decision/programme/decide.ts';
import { type Tariff, tariffOn } from '../src/law/tariff.ts';
import { answerSchema, type Report } from '../src/report/answer.ts';
import { reportOf } from '../src/report/report.ts';
import { OPTION_IDS } from '../src/request/options.ts';
import { ask } from '../src/request/question.ts';
import { PAPER } from './filing.ts';
import {
  AS_OF,
  CONSIDER,
  decisionOn,
  type Fields,
  jp,
  OPTIONS,
  read,
  receivable,
  request,
  runs,
} from './receivables.ts';

const reportOn = (fields: Fields): Report => reportOf(ask(read(fields)), '0'.repeat(64));

describe('every answer', () => {
  test('keeps the published schema, and holds every option exactly once: open ones ranked first, closed ones with their reasons', () => {
    fc.assert(
      fc.property(request, fc.constantFrom('ja', 'en'), (of, lang) => {
        const report: Report = answerSchema.parse(JSON.parse(JSON.stringify(reportOn({ ...of, lang }))));
        expect(report.options.map(({ id }) => id).sort()).toEqual([...OPTION_IDS].sort());
        const open = report.options.filter(({ status }) => status === 'open');
        expect(report.options.slice(0, open.length)).toEqual(open);
        expect(open.map(({ rank }) => rank)).toEqual(open.map((_, i) => i + 1));
        for (const { status, bars, net_value, id } of report.options.slice(open.length)) {
          expect(status, id).not.toBe('open');
          expect(bars, id).not.toHaveLength(0);
          expect(net_value, id).toBeUndefined();
        }
        expect(report.recommendation.option).toBe(open[0]?.id);
        expect(report.recommendation.net_value).toBe(open[0]?.net_value);
      }),
      runs(8),
    );
  });

  // What the properties of this file found with many tries, each kept.
  test.each<[rule: string, request: Fields & { amount: number }]>([
    [
      'security covers no half of a claim that was paid',
      {
        amount: 4_000_000,
        overdue_days: 7,
        acknowledged: true,
        demand_sent: true,
        security_value: 5_000_000,
        broken_promises: 2,
      },
    ],
    [
      'nobody of a kind has anything that can be taken',
      {
        amount: 3_000_000,
        overdue_days: 82,
        title: 'judgment',
        assets: 'known',
        assumptions: { 'enforce.success.known.disputing': 0 },
      },
    ],
    [
      'an attachment always takes what there is',
      {
        amount: 3_000_000,
        overdue_days: 82,
        title: 'judgment',
        assumptions: { 'enforce.reach': 1, 'enforce.search_finds': 1 },
      },
    ],
  ])('no more is received than is owed: %s', (_, of) => {
    for (const { id, bridge } of reportOn({ ...of, include: 'bridge' }).options)
      for (const { step, amount } of bridge ?? [])
        if (step === 'not_recovered') expect(Number(amount), id).toBeLessThanOrEqual(0);
  });

  test('what is open under other terms is open: instalments under a title that were refused are left out of them', () => {
    const refused = {
      amount: 4_900_000,
      overdue_days: 4,
      assets: 'known',
      title: 'notarial_deed',
      plan_refused: true,
      partial_paid: true,
    };
    expect(reportOn(refused).options.find(({ id }) => id === 'enforce')?.status).toBe('open');
  });

  test('bridges every open option from face to net value in whole yen that sum exactly', () => {
    fc.assert(
      fc.property(request, (of) => {
        for (const { id, bridge, net_value } of reportOn(of).options) {
          if (bridge === undefined) continue;
          const amounts = bridge.map(({ amount }) => Number(amount));
          expect(bridge[0]).toMatchObject({ step: 'face', amount: String(of.amount) });
          expect(bridge.at(-1)).toMatchObject({ step: 'net', amount: net_value });
          expect(
            amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0),
            id,
          ).toBe(amounts.at(-1));
          const of_step = (step: string) => Number(bridge.find((line) => line.step === step)?.amount ?? 0);
          for (const cost of ['external_costs', 'own_time', 'relationship'])
            expect(of_step(cost), id).toBeLessThanOrEqual(0);
          expect(of_step('not_recovered'), id).toBeLessThanOrEqual(0);
        }
      }),
      runs(8),
    );
  });

  test('lets an accountant re-add it: belief times value by kind is the net value, up to the rounding of what is printed', () => {
    fc.assert(
      fc.property(request, (of) => {
        const { debtor, options } = reportOn(of);
        const kinds = Object.entries(debtor.belief);
        expect(kinds.reduce((sum, [, share]) => sum + share, 0)).toBeCloseTo(1, 5);
        for (const { id, net_value, by_kind } of options) {
          if (by_kind === undefined) continue;
          const values = kinds.map(([kind]) => Number(by_kind[kind as keyof typeof by_kind]));
          const added = kinds.reduce((sum, [, share], k) => sum + share * values[k]!, 0);
          // Half a yen for each value, and half of the sixth digit of each share.
          const rounding = 3 + 0.5e-6 * values.reduce((sum, value) => sum + Math.abs(value), 0);
          expect(Math.abs(added - Number(net_value)), id).toBeLessThanOrEqual(rounding);
        }
      }),
      runs(8),
    );
  });

  test('gives days in order, none before the day of valuation, and a day of review after it', () => {
    fc.assert(
      fc.property(request, (of) => {
        const { recommendation, meta } = reportOn(of);
        const { deadlines, plan = [], review_on } = recommendation;
        const days = deadlines.map(({ on }) => on);
        expect(days).toEqual([...days].sort());
        for (const on of days) expect(on >= meta.as_of).toBe(true);
        expect(review_on > meta.as_of).toBe(true);
        expect(plan[0]?.from).toBe(meta.as_of);
        for (const [i, step] of plan.entries()) {
          expect(step.from >= meta.as_of).toBe(true);
          if (i > 0) expect(step.from >= plan[i - 1]!.from).toBe(true);
          if (i > 0) expect(step.chance_reached).toBeLessThanOrEqual(plan[i - 1]!.chance_reached);
        }
      }),
      runs(8),
    );
  });

  test('gives only reasons that are true: better than waiting, or no step worth its cost', () => {
    fc.assert(
      fc.property(request, (of) => {
        const { recommendation, options } = reportOn(of);
        const codes = recommendation.reasons.map(({ code }) => code);
        const values = options.flatMap(({ net_value }) => (net_value === undefined ? [] : [Number(net_value)]));
        const waiting = Number(options.find(({ id }) => id === 'wait')?.net_value);
        if (codes.includes('better_than_waiting'))
          expect(Number(recommendation.net_value)).toBeGreaterThanOrEqual(waiting);
        if (codes.includes('effort_does_not_pay')) expect(waiting).toBeGreaterThanOrEqual(Math.max(...values));
      }),
      runs(12),
    );
  });

  test('is the same bytes for the same request, in whatever order its fields stand', () => {
    fc.assert(
      fc.property(request, (of) => {
        const turned = Object.fromEntries(Object.entries(of).reverse());
        const bytes = JSON.stringify(reportOn(of));
        expect(JSON.stringify(reportOn(turned))).toBe(bytes);
        expect(JSON.stringify(reportOn(of))).toBe(bytes);
      }),
      runs(6),
    );
  });

  test('does not depend on the language in any figure', () => {
    fc.assert(
      fc.property(request, (of) => {
        const figures = (lang: string) =>
          reportOn({ ...of, lang }).options.map(
            ({
              label: _,
              bars: __,
              break_even_notes: ___,
              tie_note: ____,
              status_label: _____,
              bridge,
              why_not,
              ...rest
            }) => ({
              ...rest,
              why_not: why_not && [why_not.gap, why_not.cause, why_not.amount],
              bridge: bridge?.map(({ step, amount }) => [step, amount]),
            }),
          );
        expect(figures('ja')).toEqual(figures('en'));
      }),
      runs(10),
    );
  });
});

describe('no request breaks the service', () => {
  const app = createApp();
  const post = (fields: Fields) =>
    app.request('/v1/evaluate', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ as_of: AS_OF, ...fields }),
    });

  /** An answer that keeps its schema and whose bridges end at the net value, or a problem that is the caller's. */
  async function expectSound(fields: Fields): Promise<void> {
    const answer = await post(fields);
    expect([200, 422], JSON.stringify(fields)).toContain(answer.status);
    if (answer.status !== 200) return;
    const report: Report = answerSchema.parse(await answer.json());
    for (const { id, bridge, net_value } of report.options) {
      if (bridge === undefined) continue;
      expect(bridge[0]?.amount, `${id}: ${JSON.stringify(fields)}`).toBe(report.claim.principal);
      expect(bridge.at(-1)?.amount, `${id}: ${JSON.stringify(fields)}`).toBe(net_value);
    }
  }

  test('whichever options are to be considered', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray([...OPTION_IDS], { minLength: 1 }),
        fc.constantFrom(-40, 82),
        (options, overdue_days) => expectSound({ amount: 1_250_000, overdue_days, options }),
      ),
      {
        ...runs(8),
        examples: [
          [['sell'], 82],
          [['suit', 'plan'], -40],
        ],
      },
    );
  });

  test.each(['1000.5', '0.01', '1', '1000000000000'])('an amount of %s', async (amount) => {
    await expectSound({ amount, overdue_days: 82 });
  });

  test('any assumption at either end of what may be written', async () => {
    const ends = catalogue.flatMap((entry) => limitsOf(entry).map((value) => [entry.id, value] as const));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ends), ([id, value]) =>
        expectSound({ amount: 3_000_000, overdue_days: 82, assumptions: { [id]: value } }),
      ),
      {
        ...runs(12),
        examples: [[['demand.respond.slow', 2]], [['demand.window_months', 0]], [['court.win_undisputed.medium', 0]]],
      },
    );
  });

  test.each([
    ['not yet due, with a plan to come', { amount: 3_000_000, overdue_days: -40 }],
    [
      'set-off where tax counts',
      { amount: 3_000_000, overdue_days: 82, tax_rate: '34%', offset: { payable: 500_000 } },
    ],
    [
      'a window of one month and a half',
      { amount: 3_000_000, overdue_days: 82, assumptions: { 'demand.window_months': 1.5 } },
    ],
  ])('%s', async (_, fields) => {
    await expectSound(fields);
  });

  test('no step is worth more than the debt, its interest and the tax on its loss', () => {
    fc.assert(
      fc.property(request, (of) => {
        const { open, case: c } = decisionOn(of);
        // Five years of interest; whatever is received is not lost as well.
        const most = of.amount * (1 + 5 * c.facts.delay_rate) + c.facts.interest.interest.toNumber();
        for (const { option, value } of open) expect(value, option.id).toBeLessThanOrEqual(most);
      }),
      runs(8),
    );
  });
});

describe('the currency unit does not matter', () => {
  /** A tariff in units `c` times smaller. */
  const scaled = (tariff: Tariff, c: number): Tariff => ({
    ...tariff,
    filing: (route, amount) => c * tariff.filing(route, amount / c),
    objection: (amount) => c * tariff.objection(amount / c),
    retainer: (amount) => c * tariff.retainer(amount / c),
    success: (amount) => c * tariff.success(amount / c),
    deed: (amount) => c * tariff.deed(amount / c),
    attachment: c * tariff.attachment,
    asset_information: tariff.asset_information === null ? null : c * tariff.asset_information,
    certified_mail: c * tariff.certified_mail,
    // A larger sum has more figures, for which a letter may need another sheet.
    letter_layouts: [],
    small_claims_max: c * tariff.small_claims_max,
    summary_court_max: c * tariff.summary_court_max,
  });

  /** Values of all options with every amount of money `c` times as large. */
  function values(fields: Fields & { amount: number }, c: number): Map<string, number> {
    const money = (value: unknown): unknown => (typeof value === 'number' ? value * c : value);
    const { claim, terms } = read({
      ...fields,
      amount: money(fields.amount),
      security_value: money(fields.security_value),
      margin_per_year: money(fields.margin_per_year),
      sell: { offer: fields.amount * 0.25 * c, buyer: 'lawful_buyer' },
      offset: { payable: fields.amount * 0.1 * c },
    });
    const dear = catalogue.filter(({ unit }) => unit === 'yen' || unit === 'yen_per_hour');
    const a = assume(Object.fromEntries(dear.map(({ id, value }) => [id, value * c])));
    const facts = factsOf(claim, jp);
    const tariff = scaled(tariffOn(jp, claim.as_of, PAPER), c);
    const decision = decideCase(
      { options: OPTIONS, consider: CONSIDER },
      caseOf({ facts, debtor: debtorOf(claim, facts.principal, a), tariff, law: jp, a, terms }),
    );
    return new Map(decision.open.map(({ option, value }) => [option.id, value]));
  }

  test('with every amount, price and fee seven times as large, every value is seven times as large', () => {
    const c = 7;
    fc.assert(
      // Amounts that divide into instalments without a rest, because instalments are whole yen.
      fc.property(receivable, fc.integer({ min: 1, max: 80 }), (of, units) => {
        // The fees of a provisional attachment and the limit for scriveners are law that the tariff does not hold.
        const claim = { ...of, amount: units * 150_000, margin_per_year: 300_000, lawyer: 'yes' };
        if (of.assets === 'known') claim.assets = 'partly';
        const [once, often] = [values(claim, 1), values(claim, c)];
        expect([...often.keys()].sort()).toEqual([...once.keys()].sort());
        for (const [id, value] of once)
          expect(Math.abs(often.get(id)! - c * value), id).toBeLessThanOrEqual(1e-9 * c * claim.amount);
      }),
      runs(6),
    );
  });
});
