// Laws of the engine, held against random receivables: what more information, better terms or a better position may never do, and what
// every answer keeps whatever it is about. Where a law needs conditions they are stated with it.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { total } from '../src/assumptions/kinds.ts';
import { assume, catalogue, limitsOf, type Override } from '../src/assumptions/values.ts';
import { factsOf } from '../src/claim/facts.ts';
import { debtorOf } from '../src/debtor/known.ts';
import { caseOf } from '../src/decision/programme/case.ts';
import { type Decision, decide, decideCase } from '../src/decision/programme/decide.ts';
import { CLEAR_SHARE, tieBand } from '../src/decision/programme/rank.ts';
import { PRESENT } from '../src/decision/tree/components.ts';
import * as laws from '../src/law/index.ts';
import { type Tariff, tariffOn } from '../src/law/tariff.ts';
import * as registry from '../src/options/index.ts';
import type { Option } from '../src/options/option.ts';
import { answerSchema, type Report } from '../src/report/answer.ts';
import { reportOf } from '../src/report/report.ts';
import { OPTION_IDS } from '../src/request/options.ts';
import { ask } from '../src/request/question.ts';
import { type EvaluationRequest, readRequest } from '../src/request/read_request.ts';
import { tries } from './tries.ts';

const AS_OF = '2026-11-21';
const OPTIONS = Object.values(registry) as unknown as readonly Option[];
const CONSIDER: ReadonlySet<string> = new Set(OPTION_IDS);
const { jp } = laws;

/** The same receivables in every run, so that a failure is a change of the engine and not of the weather. */
const SEED = 20261121;
const runs = (few: number) => ({ numRuns: tries(few, 15 * few), seed: SEED, endOnFailure: true });

type Fields = Readonly<Record<string, unknown>>;

function read(fields: Fields): EvaluationRequest {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const result = readRequest({ as_of: AS_OF, ...given }, { today: AS_OF, lang: 'en' });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.request;
}

function decisionOn(fields: Fields, overrides: Readonly<Record<string, Override>> = {}): Decision {
  const { claim, terms, assumptions } = read(fields);
  return decide({
    claim,
    terms,
    overrides: { ...assumptions, ...overrides },
    options: OPTIONS,
    consider: CONSIDER,
    law: jp,
  });
}

const reportOn = (fields: Fields): Report => reportOf(ask(read(fields)), '0'.repeat(64));

/** Value of the best first step. */
const bestValue = (fields: Fields, overrides: Readonly<Record<string, Override>> = {}): number =>
  Math.max(...decisionOn(fields, overrides).open.map(({ value }) => value));

const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined, freq: 2 });
const oneOf = <const T extends string>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** What is known of a claim and its debtor. */
const receivable = fc.record({
  amount: fc.integer({ min: 20_000, max: 30_000_000 }),
  overdue_days: fc.integer({ min: -90, max: 1200 }),
  contact: maybe(oneOf('responsive', 'evasive', 'unreachable')),
  dispute: maybe(oneOf('none', 'partial', 'full')),
  payment_history: maybe(oneOf('good', 'mixed', 'bad', 'new')),
  distress: maybe(oneOf('none', 'some', 'severe')),
  broken_promises: maybe(fc.integer({ min: 0, max: 3 })),
  partial_paid: maybe(fc.boolean()),
  acknowledged: maybe(fc.boolean()),
  pd: maybe(fc.double({ min: 0.001, max: 0.6, noNaN: true })),
  evidence: maybe(oneOf('strong', 'medium', 'weak')),
  assets: maybe(oneOf('known', 'partly', 'unknown')),
  demand_sent: maybe(fc.boolean()),
  security_value: maybe(fc.integer({ min: 0, max: 5_000_000 })),
  claim_kind: maybe(oneOf('goods', 'lease', 'services')),
  lawyer: maybe(oneOf('yes', 'no')),
});

/** And what else a caller may say: terms, aims, tax, insolvency, a title. */
const request = fc
  .tuple(
    receivable,
    fc.record({
      plan_refused: maybe(fc.boolean()),
      settlement_refused: maybe(fc.boolean()),
      margin_per_year: maybe(fc.integer({ min: 0, max: 3_000_000 })),
      tax_rate: maybe(fc.double({ min: 0, max: 0.4, noNaN: true })),
      consumption_tax_rate: maybe(fc.constantFrom('8%', '10%')),
      title: maybe(oneOf('none', 'judgment', 'notarial_deed')),
      insolvency: fc.option(oneOf('none', 'payment_suspended', 'petition', 'bankruptcy', 'rehabilitation'), {
        nil: undefined,
        freq: 1,
      }),
      address_known: maybe(fc.boolean()),
      claims_deadline: maybe(fc.constantFrom('2026-10-01', '2026-11-21', '2026-12-20')),
      offset: maybe(fc.record({ payable: fc.integer({ min: 0, max: 20_000_000 }) })),
      sell: maybe(
        fc.record({ offer: fc.integer({ min: 0, max: 8_000_000 }), buyer: oneOf('servicer', 'lawful_buyer') }),
      ),
      settle: maybe(
        fc.record({ offer: fc.integer({ min: 1, max: 20_000_000 }), in_days: fc.integer({ min: 0, max: 90 }) }),
      ),
      plan: maybe(fc.record({ instalments: fc.integer({ min: 1, max: 24 }), deed: fc.boolean() })),
      factor: maybe(fc.record({ fee_rate: fc.double({ min: 0, max: 0.3, noNaN: true }), recourse: fc.boolean() })),
      return_goods: maybe(fc.record({ value: fc.integer({ min: 0, max: 9_000_000 }), consent: fc.boolean() })),
      cash: maybe(fc.constant({ cash_needed_by: '2027-01-15', bridge_rate: '30%' })),
    }),
  )
  .map(([claim, { cash, ...rest }]) => ({ ...claim, ...rest, ...cash }));

/** Terms told by the caller, so that nothing is chosen: the choice among terms is a rule of thumb, and not monotone in anything. */
const TOLD = { plan: { instalments: 6, down_rate: '10%', deed: false }, settlement_refused: true };

/** Late interest that is never paid: without it nothing grows with age. */
const NO_INTEREST = {
  'money.interest_paid_voluntarily': 0,
  'money.interest_paid_in_plan': 0,
  'money.interest_paid_in_court': 0,
};

const slack = (amount: number): number => 1e-9 * amount;

/** A change of the request after which the best value must not be lower. */
interface Better {
  readonly law: string;
  readonly worse: (of: Fields & { amount: number; overdue_days: number }) => Fields;
  readonly better: (of: Fields & { amount: number; overdue_days: number }) => Fields;
  readonly overrides?: Readonly<Record<string, Override>>;
  /** Changes only what a term is worth, so it holds to the yen when the terms are told; else within the band of a near tie. */
  readonly when?: (of: { amount: number; overdue_days: number }) => boolean;
}

const bid = (amount: number, share: number) => ({ offer: Math.round(amount * share), buyer: 'lawful_buyer' });

const BETTER: readonly Better[] = [
  {
    law: 'a higher bid of a lawful buyer never lowers the best value',
    worse: (of) => ({ ...of, sell: bid(of.amount, 0.2) }),
    better: (of) => ({ ...of, sell: bid(of.amount, 0.3) }),
  },
  {
    law: 'a higher offer of the debtor never lowers the best value',
    worse: (of) => ({ ...of, settle: { offer: Math.round(of.amount * 0.3) } }),
    better: (of) => ({ ...of, settle: { offer: Math.round(of.amount * 0.5) } }),
  },
  {
    law: 'strong evidence is never worth less than medium',
    worse: (of) => ({ ...of, evidence: 'medium' }),
    better: (of) => ({ ...of, evidence: 'strong' }),
  },
  {
    law: 'medium evidence is never worth less than weak',
    worse: (of) => ({ ...of, evidence: 'weak' }),
    better: (of) => ({ ...of, evidence: 'medium' }),
  },
  {
    law: 'knowing part of the assets is never worth less than knowing none',
    worse: (of) => ({ ...of, assets: 'unknown' }),
    better: (of) => ({ ...of, assets: 'partly' }),
  },
  {
    law: 'knowing the assets is never worth less than knowing part of them',
    worse: (of) => ({ ...of, assets: 'partly' }),
    better: (of) => ({ ...of, assets: 'known' }),
  },
  {
    law: 'more security never lowers the best value',
    worse: (of) => ({ ...of, security_value: 0 }),
    better: (of) => ({ ...of, security_value: Math.round(of.amount * 0.3) }),
  },
  {
    law: 'dearer staff never raises the best value',
    worse: (of) => ({ ...of, staff_rate: 5_500 }),
    better: (of) => ({ ...of, staff_rate: 3_000 }),
  },
  {
    law: 'a higher discount rate never raises the best value where no relationship is at stake',
    worse: (of) => ({ ...of, discount_rate: '10%' }),
    better: (of) => ({ ...of, discount_rate: '4%' }),
  },
  {
    // With interest the claim itself grows; before the due date money only comes nearer; after a period of limitation has run out the
    // value of waiting is another formula; and security pays for a debtor who has failed, which an older debtor has more likely done. So: no
    // interest, overdue, unsecured, and limitation beyond the months looked ahead.
    law: 'an unsecured debt that is a month older is never worth more',
    worse: (of) => ({ ...of, security_value: 0, overdue_days: of.overdue_days + 30 }),
    better: (of) => ({ ...of, security_value: 0 }),
    overrides: NO_INTEREST,
    when: ({ overdue_days }) => overdue_days >= 0 && overdue_days <= 1000,
  },
  {
    // A likelier failure also changes who the debtor probably is: among debtors who dispute or evade, failing ones may be the better
    // payers, and who has survived for long is not insolvent. So: undisputed, unsecured, at most three months overdue.
    law: 'a likelier failure never raises the value of an undisputed, unsecured, young debt',
    worse: (of) => ({ ...of, dispute: 'none', security_value: 0, pd: 0.1 }),
    better: (of) => ({ ...of, dispute: 'none', security_value: 0, pd: 0.02 }),
    when: ({ overdue_days }) => overdue_days <= 90,
  },
  {
    // With the belief held fixed (a probability that tells nothing of the kind, a debt that is due today) it is exact, without a dividend.
    law: 'a likelier failure never raises the value when it tells nothing of the kind of debtor and pays no dividend',
    worse: (of) => ({ ...of, overdue_days: 0, security_value: 0, pd: 0.3 }),
    better: (of) => ({ ...of, overdue_days: 0, security_value: 0, pd: 0.03 }),
    overrides: { 'insolvency.pd_logit_sd': 1e9, 'insolvency.dividend': 0 },
  },
];

describe('what is better is never worth less', () => {
  test.each(BETTER)('$law, the terms being told', ({ worse, better, overrides = {}, when = () => true }) => {
    fc.assert(
      fc.property(receivable, (of) => {
        fc.pre(when(of));
        const told = { ...of, ...TOLD };
        const low = bestValue(worse(told), overrides);
        expect(bestValue(better(told), overrides)).toBeGreaterThanOrEqual(low - slack(of.amount));
      }),
      runs(10),
    );
  });

  test.each(BETTER)(
    '$law by more than a near tie, the terms being chosen',
    ({ worse, better, overrides = {}, when = () => true }) => {
      fc.assert(
        fc.property(receivable, (of) => {
          fc.pre(when(of));
          const low = bestValue(worse(of), overrides);
          expect(bestValue(better(of), overrides)).toBeGreaterThanOrEqual(low - tieBand(of.amount));
        }),
        runs(4),
      );
    },
  );

  // Pursuit is not left alone while an offer is considered: it goes on, so that to be without it may be worth a little more.
  test('an option that may be left alone never lowers the best value, pursuit by no more than a near tie', () => {
    fc.assert(
      fc.property(receivable, fc.constantFrom(...OPTION_IDS.filter((id) => id !== 'wait')), (of, left) => {
        const { claim, terms } = read({ ...of, ...TOLD });
        const ask = (options: readonly string[]) =>
          Math.max(
            ...decide({ claim, terms, overrides: {}, options: OPTIONS, consider: new Set(options), law: jp }).open.map(
              ({ value }) => value,
            ),
          );
        const less = left === 'pursue' ? tieBand(of.amount) : slack(of.amount);
        expect(ask(OPTION_IDS)).toBeGreaterThanOrEqual(ask(OPTION_IDS.filter((id) => id !== left)) - less);
      }),
      runs(10),
    );
  });
});

describe('every decision', () => {
  test('values a first step at least as high as the step alone, and the best at least as high as any step alone', () => {
    fc.assert(
      fc.property(request, (of) => {
        const { open } = decisionOn(of);
        const best = Math.max(...open.map(({ value }) => value));
        for (const { option, value, alone } of open) {
          expect(value, option.id).toBeGreaterThanOrEqual(alone - slack(of.amount));
          expect(best).toBeGreaterThanOrEqual(alone - slack(of.amount));
        }
      }),
      runs(10),
    );
  });

  test('is never below the floor: giving up costs nothing where no relationship is at stake', () => {
    fc.assert(
      fc.property(request, (of) => {
        const { open } = decisionOn({ ...of, margin_per_year: undefined });
        const wait = open.find(({ option }) => option.baseline);
        expect(wait?.value).toBeGreaterThanOrEqual(0);
        expect(open[0]?.value, 'the recommendation').toBeGreaterThanOrEqual(0);
      }),
      runs(10),
    );
  });

  test('re-adds: the weights of the kinds times their values are the value, and the outcomes have the same mean', () => {
    fc.assert(
      fc.property(request, (of) => {
        const { open, belief } = decisionOn(of);
        expect(total(belief.weights)).toBeCloseTo(1, 12);
        for (const { option, value, alpha, spread } of open) {
          const added = alpha.reduce((sum, one, k) => sum + belief.weights[k]! * one, 0);
          expect(Math.abs(added - value), option.id).toBeLessThanOrEqual(1e-7 * of.amount);
          expect(Math.abs(spread.expected[PRESENT]! - value), option.id).toBeLessThanOrEqual(1e-7 * of.amount);
        }
      }),
      runs(10),
    );
  });

  test('has ordered quantiles and chances between 0 and 1', () => {
    fc.assert(
      fc.property(request, (of) => {
        const decision = decisionOn(of);
        for (const weight of decision.belief.weights) expect(weight >= 0 && weight <= 1).toBe(true);
        for (const { option, spread } of decision.open) {
          const { p10, p50, p90, cvar10 } = spread;
          expect(cvar10, option.id).toBeLessThanOrEqual(p10 + slack(of.amount));
          expect(p10, option.id).toBeLessThanOrEqual(p50);
          expect(p50, option.id).toBeLessThanOrEqual(p90);
          for (const chance of [spread.chance_of_loss, spread.chance_paid_in_full, spread.chance_of_nothing]) {
            expect(chance, option.id).toBeGreaterThanOrEqual(-1e-9);
            expect(chance, option.id).toBeLessThanOrEqual(1 + 1e-9);
          }
          expect(spread.chance_paid_in_full + spread.chance_of_nothing, option.id).toBeLessThanOrEqual(1 + 1e-9);
          if (spread.months_to_cash !== null) expect(spread.months_to_cash, option.id).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
      runs(10),
    );
  });

  /** Values as options are ranked by them. */
  const scored = ({ open }: Decision) => open.map((entry) => entry.spread.certainty_equivalent ?? entry.value);

  test('the first has the highest value, and the others follow by value', () => {
    fc.assert(
      fc.property(request, maybe(fc.constant('averse')), (of, risk) => {
        const scores = scored(decisionOn({ ...of, risk }));
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      }),
      runs(10),
    );
  });

  test('those within the band of near ties are tied with the first, and no other', () => {
    fc.assert(
      fc.property(request, maybe(fc.constant('averse')), (of, risk) => {
        const decision = decisionOn({ ...of, risk });
        const scores = scored(decision);
        for (const [i, entry] of decision.open.entries())
          expect(decision.tied.has(entry)).toBe(i > 0 && scores[0]! - scores[i]! <= tieBand(of.amount));
      }),
      runs(10),
    );
  });

  test('says clear, likely or close of the family and of the step inside it, as their margins do', () => {
    const word = (margin: number | null, face: number) => {
      if (margin === null) return 'clear';
      if (margin <= tieBand(face)) return 'close';
      return margin > CLEAR_SHARE * face ? 'clear' : 'likely';
    };
    fc.assert(
      fc.property(request, (of) => {
        const { open, clarity } = decisionOn(of);
        const [first, ...others] = open;
        const over = (rivals: typeof open) =>
          rivals.length === 0 ? null : first!.value - Math.max(...rivals.map(({ value }) => value));
        const family_margin = over(others.filter(({ option }) => option.family !== first!.option.family));
        const step_margin = over(others.filter(({ option }) => option.family === first!.option.family));
        expect(clarity).toEqual({
          call: word(family_margin, of.amount),
          family_margin,
          step_call: word(step_margin, of.amount),
          step_margin,
          margin: over(others),
        });
      }),
      runs(10),
    );
  });
});

describe('every option that tells thresholds', () => {
  const after = fc.record({
    standing: oneOf('acknowledged', 'title'),
    enforceable: fc.boolean(),
    counsel: fc.boolean(),
    balances: fc.tuple(fc.integer({ min: 1, max: 4_000_000 }), fc.integer({ min: 1, max: 4_000_000 })),
  });

  test('has the same bars, and scales alike, for balances between two of them', () => {
    fc.assert(
      fc.property(request, after, (of, { standing, enforceable, counsel, balances }) => {
        const { situation } = decisionOn(of);
        const claims = balances.map((balance) => ({
          ...situation,
          state: { ...situation.state, balance, standing, enforceable, counsel, acknowledged: true },
        }));
        const kinds = (option: Option) =>
          claims.map((s) => [option.bars(s).map(({ code }) => code), option.scaling?.(s)?.alike ?? null]);
        for (const option of OPTIONS) {
          if (option.shape !== 'exit' || !option.follows.includes(standing)) continue;
          expect(option.thresholds, option.id).toBeDefined();
          const [low, high] = [Math.min(...balances), Math.max(...balances)];
          if (option.thresholds!(situation).some((threshold) => low <= threshold && threshold < high)) continue;
          const [one, other] = kinds(option);
          expect(other, option.id).toEqual(one);
        }
      }),
      runs(40),
    );
  });
});

describe('every answer', () => {
  test('keeps the published schema, and holds every option exactly once: open ones ranked first, closed ones with their reasons', () => {
    fc.assert(
      fc.property(request, fc.constantFrom('ja', 'en'), (of, lang) => {
        const report = answerSchema.parse(JSON.parse(JSON.stringify(reportOn({ ...of, lang }))));
        expect(report.options.map(({ id }) => id).sort()).toEqual([...OPTION_IDS].sort());
        const open = report.options.filter(({ status }) => status === 'open');
        expect(report.options.slice(0, open.length)).toEqual(open);
        expect(open.map(({ rank }) => rank)).toEqual(open.map((_, i) => i + 1));
        for (const { status, bars, net_value, id } of report.options.slice(open.length)) {
          expect(status, id).not.toBe('open');
          expect(bars, id).not.toHaveLength(0);
          expect(net_value, id).toBeNull();
        }
        expect(report.recommendation.option).toBe(open[0]?.id);
        expect(report.recommendation.net_value).toBe(open[0]?.net_value);
      }),
      runs(8),
    );
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
          if (by_kind === null) continue;
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
        const values = options.flatMap(({ net_value }) => (net_value === null ? [] : [Number(net_value)]));
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
            ({ label: _, bars: __, break_even_notes: ___, tie_note: ____, bridge, why_not, ...rest }) => ({
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
    const report = answerSchema.parse(await answer.json());
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
    certified_mail: c * tariff.certified_mail,
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
    const tariff = scaled(tariffOn(jp, claim.as_of, 'paper', 'online'), c);
    const decision = decideCase(
      { options: OPTIONS, consider: CONSIDER },
      caseOf(facts, debtorOf(claim, facts.principal, a), tariff, jp, a, terms),
    );
    return new Map(decision.open.map(({ option, value }) => [option.id, value]));
  }

  test('with every amount, price and fee seven times as large, every value is seven times as large', () => {
    const c = 7;
    fc.assert(
      // Amounts that divide into instalments without a rest, because instalments are whole yen.
      fc.property(receivable, fc.integer({ min: 1, max: 80 }), (of, units) => {
        const claim = { ...of, amount: units * 150_000, margin_per_year: 300_000 };
        const [once, often] = [values(claim, 1), values(claim, c)];
        expect([...often.keys()].sort()).toEqual([...once.keys()].sort());
        for (const [id, value] of once)
          expect(Math.abs(often.get(id)! - c * value), id).toBeLessThanOrEqual(1e-9 * c * claim.amount);
      }),
      runs(6),
    );
  });
});
