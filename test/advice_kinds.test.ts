// Rules that a professional keeps for kinds of claims and of debtors: who cannot fail, what proves a claim, what the law adds to a price that is due
// too late, what is answered to an offer that takes too long. Each is asked of the service as a caller asks, on both sides of the fact.

import { describe, expect, test } from 'vitest';
import type { Report } from '../src/report/answer.ts';
import { ask } from './asking.ts';

const CLAIM = { amount: 1_500_000, overdue_days: 60 };

const firstOf = async (facts: object) => (await ask({ ...CLAIM, ...facts })).recommendation.plan?.[0];
const textOf = async (facts: object): Promise<string> => (await firstOf(facts))?.text ?? '';
const warned = async (code: string, facts: object): Promise<string | undefined> =>
  (await ask({ ...CLAIM, ...facts })).warnings.find((one) => one.code === code)?.text;
const reasonOf = ({ recommendation }: Report, code: string): string | undefined =>
  recommendation.reasons.find((one) => one.code === code)?.text;
const daysOf = ({ recommendation }: Report, kind: string): string[] =>
  recommendation.deadlines.filter((one) => one.kind === kind).map(({ on }) => on);

describe('a public body', () => {
  const OLD = { amount: 800_000, overdue_days: 1600, contract_date: '2022-02-01', contact: 'responsive' };
  const netOf = async (facts: object) => Number((await ask({ ...OLD, ...facts })).recommendation.net_value);

  test('is believed able to pay however old the debt is; a company is not', async () => {
    const kinds = async (debtor_type: string) => reasonOf(await ask({ ...OLD, debtor_type }), 'likely_kind') ?? '';
    expect(await kinds('corporation')).toMatch(/insolvent/);
    expect(await kinds('public_body')).not.toMatch(/insolvent|constrained/);
    expect(await netOf({ debtor_type: 'public_body' })).toBeGreaterThan(
      4 * (await netOf({ debtor_type: 'corporation' })),
    );
  });

  test('has money where everybody knows it: no search for assets is told, and an empty account changes nothing', async () => {
    const titled = { debtor_type: 'public_body', title: 'judgment', title_on: '2026-08-01', options: 'enforce' };
    expect(reasonOf(await ask({ ...CLAIM, ...titled }), 'enforce_suits')).toBeUndefined();
    const { options } = await ask({ ...CLAIM, ...titled, failed_attachments: 1 });
    const [once] = options.filter(({ id }) => id === 'enforce').map(({ net_value }) => net_value);
    const never = await ask({ ...CLAIM, ...titled, failed_attachments: 0 });
    expect(never.options.find(({ id }) => id === 'enforce')?.net_value).toBe(once);
  });
});

test('the paying office of a public body is asked for what is not disputed, and for the reason of the rest', async () => {
  const city = { debtor_type: 'public_body', contact: 'responsive', claim_kind: 'works', options: 'pursue' };
  const disputed = { ...city, dispute: 'partial', disputed_amount: 500_000 };
  expect(await textOf(disputed)).toMatch(/^Ask the paying office .* ask for the undisputed ¥1,000,000 first/);
  expect(await textOf(city)).not.toContain('undisputed');
});

describe('an offer of instalments', () => {
  const SHORT = { ...CLAIM, amount: 450_000, overdue_days: 150, contact: 'responsive', cause: 'short_of_cash' };
  const offered = (instalments: number, more: object = {}) => ({
    ...SHORT,
    acknowledged: true,
    plan: { instalments, offered: true },
    ...more,
  });

  test.each<[rule: string, request: object, words: RegExp]>([
    ['as long as our longest is accepted', offered(12), /^Accept the 12 monthly instalments/],
    ['of many years is answered with our longest', offered(40), /^The 40 instalments .*ask for 10% down, 12 monthly/],
    ['is none where nobody offers', { ...SHORT, acknowledged: true }, /^Offer 10% down/],
  ])('%s', async (_, request, words) => {
    expect((await firstOf(request))?.option).toBe('plan');
    expect(await textOf(request)).toMatch(words);
  });

  test('that counsel makes to all creditors alike is taken as it is or not at all', async () => {
    const { options } = await ask({ ...offered(40, { insolvency: 'counsel_notice' }), options: 'plan' });
    expect(options.find(({ id }) => id === 'plan')?.terms).toMatchObject({ instalments: 40 });
  });

  test('admits the debt, which is kept as evidence', async () => {
    expect(reasonOf(await ask(offered(40)), 'plan_suits')).toMatch(/better terms.*Civil Code art\. 152/);
    expect(reasonOf(await ask(offered(12)), 'plan_suits')).toMatch(/saying yes is enough/);
  });

  test('that takes too long leaves what we would offer without it, and is never worth less than that', async () => {
    const netOf = async (request: object) => Number((await ask(request)).recommendation.net_value);
    const without = await netOf({ ...SHORT, acknowledged: true, plan: { instalments: 12, offered: false } });
    for (const instalments of [24, 40, 60])
      expect(await netOf(offered(instalments))).toBeGreaterThanOrEqual(without - 1);
  });

  test.each([
    ['who has refused ours', { plan_refused: true }],
    ['whose offer is its last word', { plan: { instalments: 40, offered: true, final: true } }],
  ])('is answered once: %s is told no', async (_, more) => {
    const report = await ask(offered(40, more));
    expect(reasonOf(report, 'offer_declined')).toMatch(/^Accepting the 40 instalments/);
    expect(report.recommendation.option).not.toBe('plan');
  });

  test('is worth taking up to a number that does not count our answer to it', async () => {
    const limit = async (instalments: number) => {
      const { options } = await ask({ ...offered(instalments), include: 'break_even' });
      return options.find(({ id }) => id === 'plan')?.break_even?.instalments;
    };
    const most = await limit(6);
    expect(most).toBeGreaterThan(12);
    expect(await limit(40)).toBe(most);
  });
});

describe('a guarantee', () => {
  const guarantor = { value: 2_000_000, kind: 'corporation' };
  const asked = { contact: 'responsive', options: 'plan', cause: 'short_of_cash' };

  test.each([
    ['of a company is kept by asking it first', guarantor, true],
    ['of a person is not lost by instalments', { ...guarantor, kind: 'individual' }, false],
    ['that nobody wrote down binds nobody', { ...guarantor, written: false }, false],
  ])('%s', async (_, given, first) => {
    for (const options of ['plan', 'settle'])
      expect(/^First tell the guarantee company/.test(await textOf({ ...asked, options, guarantor: given }))).toBe(
        first,
      );
  });

  test('by word of mouth is put in writing, and its giver is sent no copy', async () => {
    for (const [written, void_] of [
      [true, false],
      [false, true],
    ]) {
      const told = { contact: 'evasive', guarantor: { ...guarantor, kind: 'individual', written } };
      expect((await warned('unwritten_guarantee', told)) !== undefined).toBe(void_);
      expect((await textOf({ ...told, options: 'demand' })).includes('Send a copy')).toBe(!void_);
    }
  });
});

describe('the proof of a claim', () => {
  const weak = { contact: 'responsive', evidence: 'weak' };

  test.each([
    ['goods', /collect orders, delivery notes/],
    ['loan', /collect the note of the loan/],
    ['rent', /collect the contract, records of use/],
    ['bill', /collect a copy of the bill/],
  ])('of %s is what such a claim leaves', async (claim_kind, words) => {
    expect(await textOf({ ...weak, claim_kind })).toMatch(words);
  });

  test.each([
    ['hearing', true],
    ['judged', false],
  ])('counts until a court has judged: %s', async (stage, counts) => {
    const procedure = { kind: 'suit', stage, filed_on: '2026-05-01' };
    expect((await textOf({ ...weak, overdue_days: 300, procedure })).includes('evidence is weak')).toBe(counts);
  });
});

describe('what a kind of claim brings', () => {
  const received = { received_on: '2026-10-25', contract_date: '2026-09-01', overdue_days: undefined };

  test.each([
    ['on the 60th day', '2026-12-23', { freelance_act: true }, false],
    ['a day later', '2026-12-24', { freelance_act: true }, true],
    ['a day later, under the subcontract act', '2026-12-24', { subcontract_act: true }, true],
    ['a day later, under neither', '2026-12-24', {}, false],
  ])('a price is due in 60 days of receipt whatever was agreed: %s', async (_, due_date, act, told) => {
    const text = await warned('due_day_by_law', { ...received, due_date, ...act });
    expect(text?.includes('2026-12-23')).toBe(told ? true : undefined);
    if (told) expect(text).toContain('payment by then');
  });

  test('where that day is past, payment is asked for at once', async () => {
    const past = { received_on: '2026-09-01', due_date: '2026-12-01', overdue_days: undefined, subcontract_act: true };
    expect(await warned('due_day_by_law', past)).toMatch(/due on 2026-10-30 .* payment at once/);
  });

  test.each<[code: string, told: object, not: object]>([
    ['retention', { claim_kind: 'freight' }, { claim_kind: 'goods' }],
    ['retention', { claim_kind: 'works' }, { claim_kind: 'works', overdue_days: -5 }],
    ['tort_limitation', { claim_kind: 'other' }, { claim_kind: 'other', title: 'judgment' }],
    ['lost_bill', { claim_kind: 'bill', evidence: 'weak' }, { claim_kind: 'bill', evidence: 'strong' }],
    ['electronic_claim_court', { claim_kind: 'electronic_claim' }, { claim_kind: 'bill' }],
  ])('%s is told of %j and not of %j', async (code, told, not) => {
    expect(await warned(code, told)).toBeDefined();
    expect(await warned(code, not)).toBeUndefined();
  });
});

describe('where to turn', () => {
  test('a company that nobody reaches is looked up before a court is asked', async () => {
    const order = { options: 'payment_order' };
    expect(await textOf({ ...order, contact: 'unreachable' })).toMatch(/^Look up the seat/);
    expect(await textOf({ ...order, contact: 'evasive' })).toMatch(/^Apply/);
  });

  test.each([
    ['payment_order', /name another place within 2 months/],
    ['suit', /ask for service by public notice/],
  ])('what was filed needs an address for its service: %s', async (kind, words) => {
    const able = {
      amount: 4_000_000,
      overdue_days: 120,
      assets: 'known',
      distress: 'none',
      tdb_score: 55,
      evidence: 'strong',
    };
    const filed = { ...CLAIM, ...able, procedure: { kind, stage: 'filed', filed_on: '2026-11-01' } };
    const goingOn = ({ recommendation: { plan } }: Report) => plan?.find(({ option }) => option === 'go_on')?.text;
    const unknown = await ask({ ...filed, contact: 'unreachable', address_known: false });
    expect(goingOn(unknown)).toMatch(words);
    expect(daysOf(unknown, 'provisional_execution')).toEqual([]);
    expect(goingOn(await ask({ ...filed, options: 'go_on' }))).toMatch(/^Wait for service/);
  });
});

describe('after an attachment that took nothing', () => {
  const titled = { title: 'judgment', title_on: '2026-05-01', overdue_days: 420, options: 'enforce' };

  test('what there is is asked for before instalments are agreed with who avoids us', async () => {
    const avoids = { ...titled, contact: 'evasive' };
    expect(await textOf({ ...avoids, failed_attachments: 1 })).toMatch(
      /^After an attachment that took nothing, find out/,
    );
    expect(await textOf(avoids)).not.toMatch(/^After an attachment/);
  });

  test.each([
    ['consumer', true],
    ['corporation', false],
  ])('third parties name no employer of a %s for a price', async (debtor_type, told) => {
    const report = await ask({ ...CLAIM, ...titled, contact: 'evasive', failed_attachments: 1, debtor_type });
    expect(/art\. 206/.test(reasonOf(report, 'enforce_suits') ?? '')).toBe(told);
  });

  test('an agreement on instalments names what can be attached where that is not known', async () => {
    const agreed = { ...titled, contact: 'responsive', failed_attachments: 0, amount: 300_000 };
    for (const assets of ['unknown', 'known']) {
      const report = await ask({ ...CLAIM, ...agreed, assets });
      const isAgreed = /^Agree instalments/.test(report.recommendation.plan?.[0]?.text ?? '');
      const named = /written into the agreement/.test(reasonOf(report, 'enforce_suits') ?? '');
      expect(named).toBe(isAgreed && assets === 'unknown');
    }
  });
});

test.each([
  ['before it ends', '2022-01-15', ['2027-05-21']],
  ['where it ends later than that', '2022-06-15', []],
])(
  'a planned demand tells the day to which it keeps the limitation period from ending, %s',
  async (_, due_date, days) => {
    const old = { amount: 3_000_000, due_date, contract_date: '2021-11-01', contact: 'evasive', evidence: 'strong' };
    const report = await ask(old);
    expect(report.recommendation.plan?.[0]?.option).toBe('demand');
    expect(daysOf(report, 'after_demand')).toEqual(days);
  },
);
