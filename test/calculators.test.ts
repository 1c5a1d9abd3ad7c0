// The endpoints of the law's arithmetic through the app's own front door: the worked examples of Japanese law as data, each side of
// every day of change.

import { describe, expect, test } from 'vitest';
import * as formats from '../src/formats/index.ts';
import { PROCEDURES, procedureCost } from '../src/law/costs.ts';
import * as jurisdictions from '../src/law/index.ts';
import type { Jurisdiction } from '../src/law/law.ts';
import { addDays } from '../src/values/day.ts';
import { money } from '../src/values/money.ts';
import {
  app,
  type Fees,
  fees,
  interest,
  ok,
  post,
  type Query,
  refused,
  type Source,
  type Warned,
} from './calculating.ts';
import golden from './cases/law-jp.json' with { type: 'json' };
import { LIMITATION_CASES } from './cases/limitation.ts';
import { addMonths } from './months.ts';
import { DUE_UNKNOWN, OVERDUE_ON, UNANNOUNCED } from './unannounced.ts';

const BEFORE = '2026-05-20';
const REFORM = '2026-05-21';
interface FeeList {
  readonly procedures: readonly (Fees & { readonly procedure: string })[];
  readonly citations: readonly Source[];
}
interface Limited extends Warned {
  readonly last_day: string;
  readonly status: string;
  readonly days_left: number;
  readonly original_last_day: string;
  readonly regime: string;
  readonly invocation_needed: boolean;
  readonly steps: readonly {
    readonly day: string;
    readonly code: string;
    readonly text: string;
    readonly citation: Source;
  }[];
  readonly certainty: string;
}

describe('court fees', () => {
  test.each(golden.fees)('a claim of $claimValue', async (row) => {
    const fee = async (procedure: string, on: string, filing = 'paper') =>
      Number((await fees({ amount: row.claimValue, procedure, on, filing })).fee);
    expect({
      claimValue: row.claimValue,
      suitBase: await fee('suit', BEFORE),
      suitPaperFrom20260521: await fee('suit', REFORM),
      suitOnlineFrom20260521: await fee('suit', REFORM, 'online'),
      paymentOrderBase: await fee('payment_order', BEFORE),
      paymentOrderPaper: await fee('payment_order', REFORM),
      paymentOrderOnline: await fee('payment_order', REFORM, 'online'),
      mediation: await fee('mediation', REFORM),
      appealBase: await fee('appeal', BEFORE),
      finalAppealBase: await fee('final_appeal', BEFORE),
    }).toEqual(row);
  });

  test.each(golden.refund)('of a fee of $fee, $refund come back', async ({ fee, refund }) => {
    const found = await fees({ procedure: 'refund', amount: fee, on: REFORM });
    expect(found.fee).toBe(String(refund));
    expect(found.breakdown.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(refund);
  });

  test.each([
    ...golden.notaryFrom20251001.map((row) => ({ ...row, on: '2025-10-01' })),
    ...golden.notaryUntil20250930.map((row) => ({ ...row, on: '2025-09-30' })),
  ])('a notarial deed over $value on $on: $fee', async ({ value, fee, on }) => {
    expect((await fees({ procedure: 'notarial_deed', amount: value, on })).fee).toBe(String(fee));
  });

  test.each(golden.lawyerOldStandard)('a lawyer for $benefit is a benchmark with its spread', async (row) => {
    const found = await fees({ procedure: 'lawyer', amount: row.benefit });
    expect(found.breakdown.map(({ amount }) => Number(amount))).toEqual([row.retainer, row.success]);
    expect(found.certainty).toBe('secondary');
    const total = row.retainer + row.success;
    expect(found.range).toEqual({
      low: String((total * 7) / 10),
      high: String((total * 13) / 10),
      certainty: 'unverified',
    });
    expect(found.warnings.map(({ code }) => code)).toEqual(['benchmark', 'secondary', 'unverified']);
  });

  test.each<[string, Query, string]>([
    [
      'an objection online pays the suit less the base of the order',
      { procedure: 'objection', filing: 'online' },
      '6400',
    ],
    ['an objection on paper', { procedure: 'objection' }, '7500'],
    ['an objection the day before the reform', { procedure: 'objection', on: BEFORE }, '5000'],
    ['each further defendant adds 2,000', { procedure: 'suit', defendants: 3 }, '16500'],
    ['further defendants cost nothing the day before', { procedure: 'suit', defendants: 3, on: BEFORE }, '10000'],
    ['settlement before suit on paper', { procedure: 'pre_suit_settlement' }, '2700'],
    ['settlement before suit the day before the reform', { procedure: 'pre_suit_settlement', on: BEFORE }, '2000'],
    ['an attachment', { procedure: 'attachment' }, '4000'],
    ['a provisional attachment', { procedure: 'provisional_attachment' }, '2000'],
    ['asset disclosure', { procedure: 'asset_disclosure' }, '2000'],
    ['information from third parties', { procedure: 'third_party_information' }, '1000'],
    ["a creditor's bankruptcy petition", { procedure: 'bankruptcy_petition' }, '20000'],
    ['registering an assignment', { procedure: 'assignment_registration' }, '7500'],
    ['a certified letter of one sheet', { procedure: 'certified_mail' }, '1420'],
    ['a certified letter of five sheets', { procedure: 'certified_mail', sheets: 5 }, '2580'],
    ['a payment order by a lawyer', { procedure: 'lawyer_payment_order' }, '210000'],
  ])('%s', async (_, query, fee) => {
    expect((await fees({ amount: 1_000_000, on: REFORM, ...query })).fee).toBe(fee);
  });

  test('steps with one fee need no amount, and every step has a price, a name and a source today', async () => {
    expect((await fees({ procedure: 'attachment' })).fee).toBe('4000');
    for (const procedure of PROCEDURES) {
      const found = await fees({ procedure, amount: 1_000_000 });
      expect(Number(found.fee), procedure).toBeGreaterThan(0);
      expect(found.citations.length, procedure).toBeGreaterThan(0);
      const sum = found.breakdown.reduce((total, { amount }) => total + Number(amount), 0);
      expect(sum, procedure).toBe(Number(found.fee));
      expect(
        found.warnings.some(({ code }) => code === 'unverified'),
        procedure,
      ).toBe(
        found.citations
          .concat(found.estimates as unknown as Source[])
          .some(({ certainty }) => certainty === 'unverified'),
      );
    }
  });

  /** What a refund brings follows from a fee that was paid, so that it is no row of the table. */
  const LISTED = PROCEDURES.filter((procedure) => procedure !== 'refund');

  test('without a procedure every step is answered as it is alone, with the article behind it', async () => {
    const queries: Query[] = [
      { amount: 1_000_000 },
      { amount: 700_000, on: '2026-05-22', filing: 'online', defendants: 2 },
    ];
    for (const query of queries) {
      const list = await ok<FeeList>('/v1/court-fees', query);
      expect(list.procedures.map(({ procedure }) => procedure)).toEqual(LISTED);
      for (const entry of list.procedures) {
        const alone = await fees({ ...query, procedure: entry.procedure });
        // The table says once for all of its steps what none of them uses.
        const warnings = alone.warnings.filter(({ code }) => code !== 'not_used');
        expect({ ...alone, warnings }).toMatchObject(entry);
        expect(entry.citations.length, entry.procedure).toBeGreaterThan(0);
      }
      const texts = new Set(list.procedures.flatMap(({ citations }) => citations.map(({ text }) => text)));
      expect(new Set(list.citations.map(({ text }) => text))).toEqual(texts);
    }
  });

  test('without an amount the fixed fees are there and those that follow it are unknown, not zero', async () => {
    const { procedures } = await ok<FeeList>('/v1/court-fees', { on: REFORM, filing: 'online' });
    const named = new Map(procedures.map((one) => [one.procedure, one]));
    expect(named.get('suit')).toMatchObject({ fee: null, unknown: ['fee'], warnings: [{ code: 'amount_missing' }] });
    expect(named.get('pre_suit_settlement')).toMatchObject({ fee: '2400', unknown: [] });
    expect(named.get('attachment')).toMatchObject({ fee: '4000', unknown: ['postage'] });
    expect(named.get('certified_mail')).toMatchObject({ fee: '1420' });
    const table = await (await app.request(`/v1/court-fees.csv?on=${REFORM}`)).text();
    expect(table.split('\r\n')[1]).toMatch(/^,paper,suit,訴えの提起,unknown,/);
  });

  test('a step whose fee the data do not cover on the day is unknown, and a day without any is refused', async () => {
    const { procedures } = await ok<FeeList>('/v1/court-fees', { amount: 1_000_000, on: BEFORE });
    const named = new Map(procedures.map((one) => [one.procedure, one]));
    expect(named.get('suit')).toMatchObject({ fee: '10000' });
    expect(named.get('electronic_certificate')).toMatchObject({
      fee: null,
      unknown: ['fee'],
      warnings: [{ code: 'not_covered' }],
    });
    expect((await refused('/v1/court-fees?amount=1000000&on=1990-01-01')).code).toBe('law_not_covered');
  });

  test('the steps are a row each in a table, and every format has their fees and articles', async () => {
    const address = (extension: string) => `/v1/court-fees.${extension}?amount=1000000&on=${REFORM}&lang=en`;
    const table = (await (await app.request(address('csv'))).text()).trimEnd().split('\r\n');
    expect(table[0]).toMatch(/^amount,filing,procedure,procedure_label,fee,base,flat,postage,certainty,citations,/);
    expect(table.slice(1).map((row) => row.split(',')[2])).toEqual(LISTED);
    expect(table[1]).toMatch(/^1000000,paper,suit,suit,12500,10000,2500,0,statute,/);
    expect(table[4]).toMatch(/^1000000,paper,mediation,petition for civil mediation,5000,5000,0,unknown,/);
    for (const { extension } of Object.values(formats)) {
      const answer = await app.request(address(extension));
      expect(answer.status, extension).toBe(200);
      if (extension === 'xlsx') continue;
      const text = await answer.text();
      expect(text, extension).toMatch(/12,?500/);
      expect(text, extension).toContain('Table 2(1)');
    }
    const page = await (await app.request(address('txt'))).text();
    expect(page).toContain('small-claims suit: Small claims are limited to 600000 yen.');
  });

  test('what nobody knows is null, is named, and is a word in a table, never zero', async () => {
    const mediation = await fees({ procedure: 'mediation', amount: 500_000 });
    expect(mediation).toMatchObject({ postage: null, unknown: ['postage'] });
    expect(mediation.warnings.map(({ code }) => code)).toContain('postage_unknown');
    const bankruptcy = await fees({ procedure: 'bankruptcy_petition' });
    expect(bankruptcy).toMatchObject({ postage: null, unknown: ['postage', 'advance'] });
    const table = await (await app.request('/v1/court-fees.csv?procedure=mediation&amount=500000')).text();
    expect(table.split('\r\n')[1]).toMatch(/^mediation,paper,2500,2500,0,unknown,/);
    const page = await (await app.request('/v1/court-fees.txt?procedure=mediation&amount=500000')).text();
    expect(page).toMatch(/予納郵券 +不明/);
  });

  test('a deposit that is known has its own certainty, and none taken is zero', async () => {
    const suit = (on: string) => fees({ procedure: 'suit', amount: 500_000, on });
    expect(await suit(BEFORE)).toMatchObject({
      postage: '6000',
      postage_certainty: 'secondary',
      certainty: 'statute',
      unknown: [],
    });
    expect(await suit(REFORM)).toMatchObject({ postage: '0', postage_certainty: 'statute', unknown: [] });
  });

  test('costs beside the fee are ranges with their certainty', async () => {
    const { estimates, warnings } = await fees({ procedure: 'attachment' });
    expect(estimates).toMatchObject([
      { id: 'estimates.attachment_postage', low: 3000, high: 5000, certainty: 'unverified' },
    ]);
    expect(warnings.map(({ code }) => code)).toContain('unverified');
  });

  test('a figure without a source that was read is flagged', async () => {
    const found = await fees({ procedure: 'pre_suit_settlement', amount: 1, on: BEFORE, lang: 'en' });
    expect(found.certainty).toBe('unverified');
    expect(found.citations[0]?.text).toContain('[unverified]');
    expect(found.warnings.at(-1)).toMatchObject({ code: 'unverified' });
  });

  test('a small claim above its limit and a field that the step does not use are told', async () => {
    const codes = async (query: Query) => (await fees(query)).warnings.map(({ code }) => code);
    expect(await codes({ procedure: 'small_claims', amount: 600_000 })).toEqual([]);
    expect(await codes({ procedure: 'small_claims', amount: 600_001 })).toEqual(['above_small_claims_max']);
    expect(await codes({ procedure: 'suit', amount: 1, sheets: 2 })).toEqual(['not_used']);
  });

  test('a fee that the law of the day does not have is no figure', () => {
    const { jp } = jurisdictions;
    const [first] = jp.fees.attachment.periods;
    const abolished: Jurisdiction = {
      ...jp,
      fees: {
        ...jp.fees,
        attachment: { ...jp.fees.attachment, periods: [first!, { ...first!, from: REFORM, value: null }] },
      },
    };
    const asked = { amount: money(1), filing: 'paper', defendants: 1, sheets: 1 } as const;
    expect(procedureCost(abolished, 'attachment', { ...asked, on: BEFORE }).fee?.toNumber()).toBe(4000);
    expect(procedureCost(abolished, 'attachment', { ...asked, on: REFORM }).fee).toBeNull();
  });
});

describe('late interest', () => {
  test.each(golden.interest)('$principal at $rate from $due to $pay', async (row) => {
    const query = { amount: row.principal, delay_rate: row.rate, due_date: row.due, as_of: row.pay };
    expect(await interest(query)).toMatchObject({ days: row.days, interest: String(row.floor) });
    if (row.floor366 !== undefined)
      expect((await interest({ ...query, day_count: 'year_then_days' })).interest).toBe(String(row.floor366));
  });

  const claim = { amount: 1_000_000, due_date: '2025-12-31', as_of: '2026-03-31' } as const;
  test.each<[string, Query, number, string]>([
    ['default on the last day before the reform', { due_date: '2020-03-30' }, 0.05, 'statutory'],
    ['of a commercial claim', { due_date: '2020-03-30', claim_kind: 'goods' }, 0.06, 'commercial'],
    ['default on the day of the reform', { due_date: '2020-03-31', claim_kind: 'goods' }, 0.03, 'statutory'],
    ['the last day of the first period', { due_date: '2023-03-30' }, 0.03, 'statutory'],
    ['the first day of the second period', { due_date: '2023-03-31' }, 0.03, 'statutory'],
    ['the first day of the third period', { due_date: '2026-03-31', as_of: '2026-06-30' }, 0.03, 'statutory'],
    ['the last day of the third period', { due_date: '2029-03-30', as_of: '2030-01-01' }, 0.03, 'statutory'],
    ['a rate agreed between businesses', { delay_rate: '25%' }, 0.25, 'agreed'],
    ['a consumer', { delay_rate: '20%', debtor_type: 'consumer' }, 0.146, 'capped'],
    ['a loan of a million', { delay_rate: '50%', claim_kind: 'loan' }, 0.219, 'capped'],
    ['a loan of 99,999', { amount: 99_999, delay_rate: '50%', claim_kind: 'loan' }, 0.292, 'capped'],
    ['a lender by business', { delay_rate: '50%', claim_kind: 'loan', business_lender: true }, 0.2, 'capped'],
  ])('%s', async (_, facts, rate, code) => {
    const found = await interest({ ...claim, ...facts });
    expect([found.rate, found.breakdown[0]?.code]).toEqual([rate, code]);
  });

  test('a default from the first day that is not announced has no known rate: the refusal names the day, the field and what is covered', async () => {
    const problem = await refused(`/v1/interest?amount=1000000&due_date=${DUE_UNKNOWN}&as_of=${OVERDUE_ON}&lang=en`);
    expect(problem.code).toBe('law_not_covered');
    expect(problem.detail).toContain(UNANNOUNCED);
    expect(problem.errors).toMatchObject([
      { parameter: 'due_date', expected: `from 1898-07-16, before ${UNANNOUNCED}` },
    ]);
  });

  test('the subcontract act: 14.6 % from the day after day 60, in two lines', async () => {
    const query = { amount: 1_000_000, due_date: '2026-03-31', as_of: '2026-04-30', subcontract_act: 1 } as const;
    const found = await interest({ ...query, received_on: '2026-02-01' });
    expect(found.breakdown.map(({ code, from, to, days }) => [code, from, to, days])).toEqual([
      ['statutory', '2026-04-01', '2026-04-01', 1],
      ['subcontract', '2026-04-02', '2026-04-30', 29],
    ]);
    expect(found.interest).toBe('11682');
    expect((await interest(query)).warnings.map(({ code }) => code)).toEqual(['received_on_assumed']);
  });

  test('the rate under the former name of that act is flagged as unverified', async () => {
    const found = await interest({ ...claim, due_date: '2024-01-31', received_on: '2024-01-01', subcontract_act: 1 });
    expect(found.certainty).toBe('unverified');
    expect(found.warnings.map(({ code }) => code)).toEqual(['unverified']);
  });

  test('nothing is owed up to the due date, and the lines sum to the total', async () => {
    expect(await interest({ ...claim, as_of: '2025-12-31' })).toMatchObject({
      interest: '0',
      days: 0,
      from: '2026-01-01',
    });
    const found = await interest(claim);
    expect(Math.floor(found.breakdown.reduce((sum, { amount }) => sum + Number(amount), 0))).toBe(
      Number(found.interest),
    );
  });

  test('days overdue stand for the due date', async () => {
    const byDay = await interest(claim);
    const { due_date: _, ...rest } = claim;
    expect(await interest({ ...rest, overdue_days: 90 })).toMatchObject({
      interest: byDay.interest,
      due_date: '2025-12-31',
    });
  });

  test('a part payment fills costs, then interest, then principal', async () => {
    const owed = { amount: '1000000', due_date: '2026-02-20', as_of: '2026-05-21', costs: '1420' };
    const answer = await ok<{ interest: string; appropriation: object | null }>('/v1/interest', {
      ...owed,
      payment: '100000',
    });
    expect(answer.interest).toBe('7397');
    expect(answer.appropriation).toMatchObject({
      paid: { costs: '1420', interest: '7397', principal: '91183' },
      remaining: { costs: '0', interest: '0', principal: '908817' },
      surplus: '0',
      citation: { article: expect.stringContaining('489条') },
    });
    const small = await ok<{ appropriation: object | null }>('/v1/interest', { ...owed, payment: '1420' });
    expect(small.appropriation).toMatchObject({ remaining: { costs: '0', interest: '7397', principal: '1000000' } });
    expect((await ok<{ appropriation: object | null }>('/v1/interest', owed)).appropriation).toBeNull();
  });
});

describe('limitation', () => {
  // An event after the day on which we look is refused, as an evaluation refuses it.
  const cases = LIMITATION_CASES.filter(({ step }) => step !== 'not_yet');

  test.each(cases)('$title', async ({ facts, last_day, status, regime, original_last_day, step }) => {
    const answer = await post({ ...facts });
    const found = (await answer.json()) as Limited;
    expect(answer.status, JSON.stringify(found)).toBe(200);
    expect(found.last_day).toBe(last_day);
    if (status !== undefined) expect(found.status).toBe(status);
    if (regime !== undefined) expect(found.regime).toBe(regime);
    if (original_last_day !== undefined) expect(found.original_last_day).toBe(original_last_day);
    if (step !== undefined) expect(found.steps.map(({ code }) => code)).toContain(step);
    for (const { citation, text } of found.steps) expect(citation.text.length * text.length).toBeGreaterThan(0);
    const days = found.steps.map(({ day }) => day);
    expect(days).toEqual([...days].sort());
  });

  test.each(cases.filter(({ facts }) => facts.events === undefined))(
    'by query: $title',
    async ({ facts, last_day }) => {
      const { events: _, ...query } = facts;
      expect((await ok<Limited>('/v1/limitation', query as Query)).last_day).toBe(last_day);
    },
  );

  /** Kinds of claims, under the law of their day, whose period has so many years. */
  const KIND_OF: Readonly<Record<number, string>> = { 1: 'freight', 2: 'goods', 3: 'works', 5: 'services' };

  test.each(golden.periodEnd)('$years years and $months months from $event end on $last', async (row) => {
    const { event, years, months, last } = row;
    const facts =
      years === 0
        ? {
            // The period of the claim ends a day or two later, so that only the event decides.
            due_date: addDays(addMonths(event, -60), 1),
            claim_kind: 'services',
            events: [
              months === 6
                ? { kind: 'demand_received', on: event }
                : { kind: 'consultation_agreement', on: event, months },
            ],
          }
        : years === 10
          ? { due_date: addDays(event, -365), claim_kind: 'services', title: 'judgment', title_on: event }
          : { due_date: event, claim_kind: KIND_OF[years] };
    const found = (await (await post({ ...facts, as_of: event })).json()) as Limited;
    expect(found.last_day).toBe(last);
  });

  test('a lawyer can follow five events to the last day', async () => {
    const found = (await (
      await post({
        due_date: '2021-03-31',
        contract_date: '2021-02-10',
        claim_kind: 'services',
        as_of: '2027-01-10',
        lang: 'en',
        events: [
          { kind: 'demand_received', on: '2026-03-20' },
          { kind: 'demand_received', on: '2026-09-01' },
          { kind: 'suit', on: '2026-09-10', ended_on: '2026-10-01' },
          { kind: 'part_payment', on: '2026-12-01' },
          { kind: 'asset_disclosure', on: '2027-01-05' },
        ],
      })
    ).json()) as Limited;
    expect(found.steps.map(({ day, code, citation }) => [day, code, citation.text])).toEqual([
      ['2021-03-31', 'started', 'Civil Code art. 166(1)'],
      ['2026-03-20', 'postponed', 'Civil Code art. 150'],
      ['2026-09-01', 'no_effect_repeat', 'Civil Code art. 150'],
      ['2026-09-10', 'pending', 'Civil Code art. 147'],
      ['2026-10-01', 'postponed', 'Civil Code art. 147'],
      ['2026-12-01', 'renewed', 'Civil Code art. 152'],
      ['2027-01-05', 'pending', 'Civil Code art. 148'],
    ]);
    expect(found).toMatchObject({ last_day: '2031-12-01', status: 'suspended', original_last_day: '2026-03-31' });
  });

  test('what was assumed, and what rests on no source that was read, is told', async () => {
    const codes = async (body: object) =>
      ((await (await post({ due_date: '2021-03-31', as_of: '2025-01-01', ...body })).json()) as Limited).warnings.map(
        ({ code }) => code,
      );
    const stated = { claim_kind: 'services', contract_date: '2021-02-10' };
    expect(await codes({})).toEqual(['claim_kind_assumed', 'contract_date_assumed']);
    expect(await codes({ ...stated, special: 'craft' })).toEqual(['special_without_period']);
    expect(await codes({ ...stated, events: [{ kind: 'other', on: '2022-01-01' }] })).toEqual(['event_without_effect']);
    const old = { ...stated, due_date: '2016-03-31', contract_date: '2016-02-10' };
    expect(await codes({ ...old, events: [{ kind: 'demand_received', on: '2020-03-31' }] })).toEqual(['unverified']);
    expect(await codes({ ...old, events: [{ kind: 'demand_received', on: '2020-04-01' }] })).toEqual([]);
  });

  test('a price that the State owes is a claim of private law: its limitation must be invoked', async () => {
    const query = { due_date: '2021-03-31', claim_kind: 'goods', as_of: '2025-01-01' };
    expect((await ok<Limited>('/v1/limitation', query)).invocation_needed).toBe(true);
    expect((await ok<Limited>('/v1/limitation', { ...query, debtor_type: 'public_body' })).invocation_needed).toBe(
      true,
    );
  });

  test('POST answers in the format of Accept and is not stored', async () => {
    const body = { due_date: '2021-03-31', as_of: '2025-01-01' };
    const csv = await post(body, { Accept: 'text/csv' });
    expect(csv.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('Cache-Control')).toBe('no-store');
    expect((await refused(post(body, { Accept: 'image/png' }))).code).toBe('not_acceptable');
  });
});
