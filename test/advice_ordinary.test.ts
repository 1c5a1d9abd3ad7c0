// Rules that a professional keeps in the ordinary cases of a finance team and of small owners: a customer who disputes a part, one who does not
// want to pay, one who has moved, one abroad. Each is asked of the service as a caller asks, on both sides of the fact that decides it.

import { describe, expect, test } from 'vitest';
import type { Report } from '../src/report/answer.ts';
import { ask } from './asking.ts';

const CLAIM = { amount: 1_500_000, overdue_days: 60 };

const optionOf = (report: Report, id: string) => report.options.find((option) => option.id === id)!;
const barsOf = async (id: string, facts: object) =>
  (optionOf(await ask({ ...CLAIM, ...facts }), id).bars ?? []).map(({ code }) => code);
const stepsOf = (report: Report) => (report.recommendation.plan ?? []).map(({ option }) => option);
const warned = (report: Report, code: string) => report.warnings.find((warning) => warning.code === code)?.text;
const stepOf = async (id: string, facts: object) =>
  (await ask({ ...CLAIM, ...facts, options: id })).recommendation.plan?.find(({ option }) => option === id)?.text;

describe('who answers and disputes a part', () => {
  const disputing = { contact: 'responsive', dispute: 'partial', evidence: 'medium' };

  test.each<[string, object, string[]]>([
    ['is talked to before it gets a certified letter', {}, ['ask_first']],
    ['gets one at once where the dispute is one of those who do not answer', { contact: 'evasive' }, []],
    ['gets one at once after talks that failed', { dispute_refused: true }, []],
    ['gets one at once after a broken promise', { broken_promises: 1 }, []],
    ['gets one at once where nothing is disputed', { dispute: 'none' }, []],
  ])('%s', async (_, facts, bars) => {
    expect(await barsOf('demand', { ...disputing, ...facts })).toEqual(bars);
  });

  test('gets it a month later', async () => {
    const { plan = [] } = (await ask({ ...CLAIM, ...disputing, options: 'demand,pursue' })).recommendation;
    expect(plan.find(({ option }) => option === 'demand')?.from).toBe('2026-12-21');
  });

  test.each<[string, object, string[]]>([
    ['is offered instalments after talks about what is owed', {}, ['disputed_in_part']],
    ['is offered them at once where cash is short', { cause: 'short_of_cash' }, []],
    ['is offered them at once in distress', { distress: 'some' }, []],
    ['is offered them at once after talks that failed', { dispute_refused: true }, []],
    ['is offered them at once where the debt is acknowledged', { acknowledged: true }, []],
    ['has its own offer heard at once', { plan: { instalments: 6, offered: true } }, []],
    ['is offered them in court', { procedure: { kind: 'suit', stage: 'hearing', filed_on: '2026-07-10' } }, []],
  ])('%s', async (_, facts, bars) => {
    expect(await barsOf('plan', { ...disputing, ...facts })).toEqual(bars);
  });

  test('is offered them in the plan once the talks of the plan were of no use', async () => {
    const steps = stepsOf(await ask({ ...CLAIM, ...disputing, evidence: 'weak' }));
    expect(steps.indexOf('plan')).toBeGreaterThan(steps.indexOf('resolve_dispute'));
    expect(steps).toContain('resolve_dispute');
  });
});

describe('who disputes everything, does not talk and avoids us', () => {
  const lost = { dispute: 'full', dispute_refused: true, contact: 'evasive', demand_sent: true };

  test.each<[rule: string, facts: object, bars: string[]]>([
    ['is offered nothing more', {}, ['disputed_in_full']],
    ['is offered something where it answers', { contact: 'responsive' }, []],
    ['is offered something once it has acknowledged the debt', { acknowledged: true }, []],
  ])('%s', async (_, facts, bars) => {
    for (const id of ['plan', 'settle']) expect(await barsOf(id, { ...lost, ...facts })).toEqual(bars);
  });

  test('has its own offers heard', async () => {
    expect(await barsOf('settle', { ...lost, settle: { offer: 600_000 } })).toEqual([]);
    expect(await barsOf('plan', { ...lost, plan: { instalments: 6, offered: true } })).toEqual([]);
  });

  test('is sued, after a lawyer’s letter at most', async () => {
    for (const facts of [lost, { ...lost, dispute_refused: false }]) {
      const steps = stepsOf(await ask({ ...CLAIM, ...facts, amount: 3_000_000, evidence: 'strong' }));
      expect(steps.at(-1)).toBe('suit');
      expect(steps.filter((id) => id === 'plan' || id === 'settle')).toEqual([]);
    }
  });
});

describe('who can pay and does not want to', () => {
  const unwilling = { contact: 'responsive', cause: 'unwilling', evidence: 'strong' };
  const AGREED = ['plan', 'mediation', 'settle_before_suit'];

  test.each(AGREED)('is not asked to agree on instalments: %s', async (id) => {
    const closed = { mediation: ['nothing_to_mediate'], settle_before_suit: ['no_agreement_in_sight'] }[id] ?? [];
    expect(await barsOf(id, unwilling)).toEqual([...closed, 'not_for_want_of_cash']);
    expect(await barsOf(id, { ...unwilling, cause: undefined })).toEqual(closed);
    expect(await barsOf(id, { ...unwilling, distress: 'some' })).toEqual([]);
  });

  test('may mediate what it disputes, may be offered a discount, and has its own offer heard', async () => {
    expect(await barsOf('mediation', { ...unwilling, dispute: 'partial' })).toEqual([]);
    expect(await barsOf('settle', unwilling)).toEqual([]);
    expect(await barsOf('plan', { ...unwilling, plan: { instalments: 6, offered: true } })).toEqual([]);
  });

  test('meets a court that needs no consent', async () => {
    const steps = stepsOf(await ask({ ...CLAIM, ...unwilling, tdb_score: 60, assets: 'known' }));
    expect(steps[0]).toBe('demand');
    expect(['payment_order', 'suit']).toContain(steps.at(-1));
  });
});

describe('what lies with the invoice', () => {
  const wrong = { cause: 'invoice_wrong', contact: 'evasive', evidence: 'strong' };

  test.each(['payment_order', 'suit', 'pause'])('comes before %s, unless trust is gone or time presses', async (id) => {
    expect(await barsOf(id, wrong)).toEqual(['ask_first']);
    expect(await barsOf(id, { ...wrong, cause: undefined })).toEqual([]);
    expect(await barsOf(id, { ...wrong, broken_promises: 1 })).toEqual([]);
  });

  test('comes before a court that needs the debtor, too, and a month before any', async () => {
    const asking = { ...wrong, contact: 'responsive', margin_per_year: 100_000 };
    for (const id of ['mediation', 'settle_before_suit']) expect(await barsOf(id, asking)).toEqual(['ask_first']);
    const { plan = [] } = (await ask({ ...CLAIM, ...wrong, options: 'payment_order,pursue' })).recommendation;
    const filed = plan.find(({ option }) => option === 'payment_order');
    expect(filed!.from >= '2026-12-21').toBe(true);
  });

  test('is mended once: the step that follows does not begin with it again', async () => {
    const text = await stepOf('pursue', { cause: 'invoice_not_received', contact: 'responsive', effort_months: 0 });
    expect(text?.match(/invoice/g)).toHaveLength(1);
    expect(text).toMatch(/^First send the invoice again.*go on as follows\. Call, write and visit/);
  });
});

describe('a debtor who has moved', () => {
  const gone = { contact: 'unreachable', address_known: false };

  test.each<[string, object, RegExp]>([
    ['a person in the register of residents', { debtor_type: 'consumer' }, /^Find the address.*or the heirs/],
    ['a company in the commercial register', {}, /^Look up the seat/],
  ])('is looked for before it is waited for: %s', async (_, facts, words) => {
    expect(await stepOf('wait', { ...gone, ...facts })).toMatch(words);
    expect(await barsOf('pause', { ...gone, ...facts })).toEqual(['nobody_to_answer']);
    const answering = { ...facts, contact: 'responsive' };
    expect(await stepOf('wait', answering)).toMatch(/^Send one last reminder/);
    expect(await stepOf('pause', answering)).toMatch(/^Do nothing for 1 month/);
  });

  test('whose address is known: anybody may look up a company', async () => {
    expect(await stepOf('wait', { contact: 'unreachable' })).toMatch(/^Look up the seat/);
    expect(await stepOf('wait', { contact: 'evasive' })).toMatch(/^Send one last reminder/);
    expect(await stepOf('wait', { contact: 'unreachable', debtor_type: 'consumer' })).toMatch(/^Take no further step/);
    expect(await stepOf('wait', { contact: 'unreachable', debtor_country: 'US' })).toMatch(/^Take no further step/);
  });

  test.each<[string, object, RegExp, RegExp]>([
    ['a consumer has no shop', { debtor_type: 'consumer' }, /register of residents, and write/, /shop/],
    ['a sole proprietor has one', { debtor_type: 'sole_proprietor' }, /the shop still trades/, /director/],
    ['a company has a director', {}, /director's home/, /residents/],
    ['a company abroad is in no register here', { debtor_country: 'TW' }, /in its country/, /director/],
  ])('is written to: %s', async (_, facts, words, others) => {
    const text = await stepOf('pursue', { contact: 'unreachable', ...facts });
    expect(text).toMatch(words);
    expect(text).not.toMatch(others);
  });
});

test('who is abroad and pays no reminder is left to a lawyer there', async () => {
  const late = { contact: 'responsive', overdue_days: 200 };
  expect(await stepOf('pursue', { ...late, debtor_country: 'US' })).toMatch(
    /without one, ask a lawyer there for a quote/,
  );
  expect(await stepOf('pursue', late)).toMatch(/without one, go on to another step/);
  const gone = { ...late, contact: 'unreachable', amount: 30_000_000 };
  expect(await stepOf('pursue', { ...gone, debtor_country: 'US' })).toMatch(/stop calling and ask a lawyer there/);
  expect(await stepOf('pursue', gone)).toMatch(/stop calling and go on to another step/);
});

describe('what must be told', () => {
  test('deliveries to one who does not answer are decided first', async () => {
    const told = async (contact: string) =>
      warned(await ask({ ...CLAIM, contact, stop_supply: { per_month: 500_000 } }), 'stop_supply');
    expect(await told('evasive')).toContain('does not answer');
    expect(await told('unreachable')).toBeDefined();
    expect(await told('responsive')).toBeUndefined();
  });

  test('whoever takes payment from one in grave trouble may have to give it back, also after a letter', async () => {
    const risks = async (change: object) =>
      (await ask({ ...CLAIM, contact: 'evasive', distress: 'severe', ...change })).recommendation.risks;
    const codes = async (change: object) => (await risks(change)).map(({ code }) => code);
    expect(await codes({ options: 'demand' })).toContain('preference');
    expect(await codes({ options: 'demand', distress: 'some' })).not.toContain('preference');
    expect(await codes({ options: 'payment_order' })).not.toContain('preference');
  });

  test('a credit insurer is read before the debtor is given time; a friend who guarantees is not one', async () => {
    const told = async (kind: string | undefined, change: object = {}) =>
      warned(await ask({ ...CLAIM, guarantor: { value: 1_500_000, kind }, ...change }), 'guarantor');
    expect(await told('corporation')).toMatch(/credit insurer/);
    expect(await told('individual')).toBeUndefined();
    expect(await told(undefined)).toBeUndefined();
    expect(await told('corporation', { insolvency: 'bankruptcy' })).toBeUndefined();
  });

  test('the director of a company does not owe its debt, and may be asked for a guarantee', async () => {
    const bar = async (kind: string, claim_kind = 'works') =>
      optionOf(await ask({ ...CLAIM, claim_kind, other_debtors: [{ kind }] }), 'guarantor').bars?.[0];
    expect((await bar('director'))?.text).toMatch(/does not owe.*joint guarantee/);
    expect((await bar('director'))?.citation).toMatch(/Companies Act art\. 429\(1\)/);
    expect((await bar('prime_contractor', 'goods'))?.text).toMatch(/^Nobody has been named/);
    expect((await bar('prime_contractor'))?.text).toMatch(/^What those named can pay/);
  });

  test('a loss of this year: what a waiver needs', async () => {
    const stopped = { continuing_dealings: true, dealings_stopped_on: '2025-08-01', fiscal_year_end: '2027-03-31' };
    const { deadlines } = (await ask({ ...CLAIM, overdue_days: 500, ...stopped })).recommendation;
    expect(deadlines.find(({ kind }) => kind === 'write_off')?.text).toMatch(/long-insolvent debtor.*9-6-1/);
  });
});
