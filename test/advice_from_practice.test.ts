// Situations that lawyers, chambers of commerce and courts describe on public pages, each with what they did, on both sides of the fact that decides.
// The facts alone are theirs. Each is asked of the service as a caller asks.

import { describe, expect, test } from 'vitest';
import type { Report } from '../src/report/answer.ts';
import { ask } from './asking.ts';

const optionOf = ({ options }: Report, id: string) => options.find((option) => option.id === id)!;
const netOf = (report: Report, id: string) => Number(optionOf(report, id).net_value);
const codesOf = (report: Report, id: string) => optionOf(report, id).bars.map(({ code }) => code);
const stepsOf = (report: Report) => (report.recommendation.plan ?? []).map(({ option }) => option);
const textOf = (report: Report) => report.recommendation.plan?.[0]?.text ?? '';
const warned = (report: Report, code: string) => report.warnings.filter((warning) => warning.code === code);

describe('a contractor that has fled, whose works its customer has not paid for', () => {
  const FLED = {
    amount: 3_000_000,
    overdue_days: 30,
    claim_kind: 'works',
    evidence: 'strong',
    contact: 'unreachable',
    distress: 'severe',
    assets: 'known',
  };
  const freezing = (object: string, value?: number) => ({
    ...FLED,
    provisional_attachment: { object, ...(value === undefined ? {} : { value }) },
  });

  test('is sued with that price attached first, because what a customer owes is there until it is paid', async () => {
    const report = await ask(freezing('receivable', 3_500_000));
    expect(report.recommendation.option).toBe('suit');
    expect(textOf(report)).toContain('First petition for provisional attachment of the receivable');
  });

  test.each<[rule: string, facts: object]>([
    ['a bank account of the same worth, which may be empty', freezing('bank_deposit', 3_500_000)],
    ['a price that nobody has told', freezing('receivable')],
    ['nothing that is named', FLED],
  ])('is demanded from first where there is %s', async (_, facts) => {
    expect((await ask(facts)).recommendation.option).toBe('demand');
  });

  test('is sued in vain once the customer has paid: a month later the suit is worth less', async () => {
    const first = await ask(freezing('receivable', 3_500_000));
    expect(netOf(first, 'suit')).toBeGreaterThan(netOf(first, 'pause') + 200_000);
  });
});

describe('a claim whose limitation period has run', () => {
  const ENDED = { amount: 3_000_000, due_date: '2020-06-30', contract_date: '2020-05-01', contact: 'responsive' };
  const STOPPED = { events: [{ on: '2025-06-01', kind: 'suit', ended_on: '2026-10-30' }] };
  const OFFERED = { acknowledged: true, plan: { instalments: 10, offered: true } };

  test.each(['plan', 'settle'])(
    'is hardly worth an offer of ours, which would take the defence away: %s',
    async (id) => {
      const [ended, running] = [await ask(ENDED), await ask({ ...ENDED, ...STOPPED })];
      expect(ended.claim.limitation.status).toBe('expired_invocable');
      expect(running.claim.limitation.status).not.toBe('expired_invocable');
      expect(netOf(ended, id)).toBeLessThan(0.6 * netOf(running, id));
    },
  );

  test('is paid as the debtor itself offers', async () => {
    const report = await ask({ ...ENDED, ...OFFERED });
    expect(report.recommendation.option).toBe('plan');
    expect(netOf(report, 'plan')).toBeGreaterThan(4 * netOf(await ask(ENDED), 'plan'));
  });
});

describe('a debtor that avoids us, of which something to attach is known', () => {
  const HIDES = { amount: 800_000, overdue_days: 90, claim_kind: 'goods', evidence: 'strong', contact: 'evasive' };
  const KNOWN = { ...HIDES, demand_sent: true, assets: 'known' };

  test.each(['plan', 'settle'])('is offered nothing that gives it time: %s', async (id) => {
    for (const facts of [KNOWN, { ...KNOWN, demand_sent: false }]) {
      const report = await ask(facts);
      expect(codesOf(report, id)).toContain('court_first');
      expect(stepsOf(report)).not.toContain(id);
    }
  });

  test('goes to court after a demand that brought nothing', async () => {
    expect((await ask(KNOWN)).recommendation.option).toBe('payment_order');
  });

  test.each<[rule: string, change: object]>([
    ['nothing is known, and no demand was sent', { assets: 'unknown', demand_sent: false }],
    ['a part is known and no object is named', { assets: 'partly', demand_sent: false }],
    ['it answers', { contact: 'responsive' }],
    ['it lacks the money', { distress: 'some' }],
    ['it says so', { cause: 'short_of_cash' }],
    ['it has paid a part', { partial_paid: true }],
    ['the papers are weak', { evidence: 'weak' }],
    ['court costs more than it takes', { amount: 60_000 }],
  ])('may be offered instalments where %s', async (_, change) => {
    expect(codesOf(await ask({ ...KNOWN, ...change }), 'plan')).not.toContain('court_first');
  });

  test('is offered nothing where a part is known and an object is named', async () => {
    const land = { assets: 'partly', provisional_attachment: { object: 'real_estate', value: 2_000_000 } };
    expect(codesOf(await ask({ ...KNOWN, ...land }), 'plan')).toContain('court_first');
  });

  test('may offer instalments itself', async () => {
    const report = await ask({ ...KNOWN, plan: { instalments: 4, offered: true } });
    expect(codesOf(report, 'plan')).toEqual([]);
  });
});

describe('a debtor that has let words go by', () => {
  const SPENT = { amount: 4_000_000, overdue_days: 150, contact: 'evasive', evidence: 'strong', broken_promises: 2 };
  const ABROAD = { ...SPENT, debtor_country: 'US', demand_sent: true, lawyer_letter_sent: true };
  const ENDED = { ...SPENT, overdue_days: undefined, due_date: '2020-06-30', contract_date: '2020-05-01' };

  test.each<[rule: string, facts: object, isClosed: boolean]>([
    ['at home', SPENT, true],
    ['abroad, with something here to attach', { ...ABROAD, assets_here: true }, true],
    ['abroad, with nothing here to attach', ABROAD, false],
    ['abroad, where a judgment of our court is of no use', { ...ABROAD, court_here: true }, false],
    ['and whose limitation period has run', ENDED, false],
  ])('is sent to court before it is offered anything, where there is one: %s', async (_, facts, isClosed) => {
    const report = await ask(facts);
    for (const id of ['plan', 'settle']) expect(codesOf(report, id).includes('court_first'), id).toBe(isClosed);
  });

  test('is offered less or later where no court reaches it, which is worth more than to go on chasing', async () => {
    const report = await ask(ABROAD);
    expect(['plan', 'settle']).toContain(report.recommendation.option);
    expect(Number(report.recommendation.net_value)).toBeGreaterThan(netOf(report, 'pursue'));
  });
});

describe("a debtor that has let a lawyer's letter go by", () => {
  const LETTER = {
    amount: 3_000_000,
    overdue_days: 150,
    evidence: 'strong',
    demand_sent: true,
    lawyer_letter_sent: true,
  };
  const SAYS_NO = { ...LETTER, contact: 'responsive', cause: 'unwilling' };
  const HIDES = { ...LETTER, contact: 'evasive' };

  test.each([
    ['says that it will not pay', SAYS_NO],
    ['hides', HIDES],
  ])('is taken to court, and neither asked once more nor offered less: it %s', async (_, facts) => {
    const report = await ask(facts);
    for (const id of ['pursue', 'acknowledge', 'plan', 'settle'])
      expect(codesOf(report, id).filter((code) => code === 'court_first').length, id).toBe(1);
    expect(report.recommendation.option).toBe('payment_order');
  });

  test.each<[rule: string, facts: object]>([
    ['it answers and says nothing of that', { ...LETTER, contact: 'responsive' }],
    ['it disputes the claim', { ...SAYS_NO, cause: undefined, dispute: 'partial' }],
    ['the papers are weak', { ...HIDES, evidence: 'weak' }],
    ['what there is was looked for in vain', { ...HIDES, assets: 'none_found' }],
    ['a court costs more than it takes', { ...HIDES, amount: 300_000 }],
    ['it is abroad', { ...HIDES, debtor_country: 'US' }],
    ['proceedings may open', { ...HIDES, insolvency: 'counsel_notice' }],
    ['a suit runs', { ...HIDES, procedure: { kind: 'suit', stage: 'served' } }],
    ['there is a title', { ...HIDES, title: 'judgment', title_on: '2026-11-01' }],
  ])('may be asked once more where %s', async (_, facts) => {
    expect(codesOf(await ask(facts), 'pursue')).not.toContain('court_first');
  });
});

describe('the price of a claim on who pays nobody', () => {
  const LEASE = { amount: 2_500_000, overdue_days: 30, claim_kind: 'lease' };
  const OPENED = { ...LEASE, insolvency: 'bankruptcy', claims_deadline: '2027-01-20' };

  test.each<[state: string, facts: object, other: string]>([
    ['bankruptcy', OPENED, 'prove_claim'],
    ['notice by its counsel', { ...LEASE, insolvency: 'counsel_notice' }, 'wait'],
    ['suspended payments', { ...LEASE, insolvency: 'payment_suspended' }, 'wait'],
  ])('is no more than a buyer gets of it: %s', async (_, facts, other) => {
    const report = await ask(facts);
    expect(netOf(report, 'sell')).toBeLessThan(netOf(report, other));
    expect(report.recommendation.option).not.toBe('sell');
  });

  test.each<[state: string, facts: object]>([
    ['what somebody has offered', { ...OPENED, sell: { offer: 300_000, condition_met: true } }],
    ['the usual one of a debtor that pays', LEASE],
    ['the usual one where security stands behind the claim', { ...OPENED, security_value: 1_000_000 }],
  ])('is %s', async (_, facts) => {
    expect(netOf(await ask(facts), 'sell')).toBeGreaterThan(200_000);
  });
});

describe('works for a subcontractor', () => {
  const WORKS = { amount: 500_000, overdue_days: 37, claim_kind: 'works', contact: 'responsive' };
  const above = (more: object) => ({ other_debtors: [{ kind: 'prime_contractor', ...more }] });

  test.each<[rule: string, facts: object, isTold: boolean]>([
    ['of a company', WORKS, true],
    ['of one who trades alone', { ...WORKS, debtor_type: 'sole_proprietor' }, true],
    ['of one in bankruptcy', { ...WORKS, insolvency: 'bankruptcy', claims_deadline: '2027-01-20' }, true],
    ['with somebody above it, for nobody knows how much', { ...WORKS, ...above({}) }, true],
    ['with somebody above it, for a sum that is asked for', { ...WORKS, ...above({ amount: 500_000 }) }, false],
    ['of a consumer', { ...WORKS, debtor_type: 'consumer' }, false],
    ['of a public body', { ...WORKS, debtor_type: 'public_body' }, false],
    ['before the due date', { ...WORKS, overdue_days: -5 }, false],
    ['goods', { ...WORKS, claim_kind: 'goods' }, false],
  ])('have a contractor above, who may be advised to pay: %s', async (_, facts, isTold) => {
    const [told] = warned(await ask(facts), 'prime_contractor');
    expect(told !== undefined).toBe(isTold);
    if (told) expect(told.text).toMatch(/art\. 41\(2\), \(3\).*does not bind it/);
  });

  test('name whose sum is missing, and not nobody', async () => {
    const barOf = async (facts: object) => optionOf(await ask({ ...WORKS, ...facts }), 'guarantor').bars[0]?.text;
    expect(await barOf(above({}))).toMatch(/^What those named can pay \(amount\)/);
    expect(await barOf({ ...above({}), claim_kind: 'goods' })).toMatch(/^Nobody has been named/);
    expect(await barOf(above({ amount: 500_000 }))).toBeUndefined();
  });
});

describe('what is told once', () => {
  const FREIGHT = {
    amount: 1_400_000,
    overdue_days: 200,
    claim_kind: 'freight',
    contact: 'evasive',
    acknowledged: true,
  };

  test.each<[rule: string, facts: object, words: RegExp]>([
    [
      'a payment whose day is known',
      { partial_paid: true, last_payment_on: '2026-07-31' },
      /^The payment of 2026-07-31/,
    ],
    ['an acknowledgment of an unknown day', {}, /^A part payment or an acknowledgment/],
  ])('is that the period may run anew: %s', async (_, facts, words) => {
    const told = warned(await ask({ ...FREIGHT, ...facts }), 'payment_not_counted');
    expect(told.map(({ text }) => text)).toEqual([expect.stringMatching(words)]);
  });
});

describe('a small bill', () => {
  const PATIENT = { amount: 30_000, overdue_days: 40, claim_kind: 'medical', debtor_type: 'consumer' };

  test.each<[rule: string, facts: object]>([
    ['that is hardly late', { ...PATIENT, overdue_days: 14 }],
    ['of last month', PATIENT],
    ['for work that a company has not paid for', { ...PATIENT, claim_kind: 'services', debtor_type: 'corporation' }],
  ])('is asked for at once, for a call or a letter takes a quarter of an hour: %s', async (_, facts) => {
    expect((await ask(facts)).recommendation.option).toBe('pursue');
  });

  test('that is not worth that is asked for in one more line, and let go', async () => {
    const report = await ask({ ...PATIENT, amount: 3_000 });
    expect(report.recommendation.option).toBe('wait');
    expect(textOf(report)).toMatch(/^Send one last reminder, with a last day for payment/);
  });
});

describe('a debtor that nobody reaches by telephone', () => {
  const SILENT = { amount: 500_000, overdue_days: 100, contact: 'unreachable', broken_promises: 3 };
  const likelyOf = ({ recommendation }: Report) =>
    recommendation.reasons.find(({ code }) => code === 'likely_kind')?.text ?? '';
  const insolvent = (report: Report) => Number(/insolvent \(chance ([\d.]+)%/.exec(likelyOf(report))?.[1]);

  test('and lives where it is known to avoids us, and has not gone: it is demanded from', async () => {
    const [gone, found] = [await ask(SILENT), await ask({ ...SILENT, address_known: true })];
    expect(insolvent(found)).toBeLessThan(insolvent(gone) - 5);
    expect(found.recommendation.option).toBe('demand');
    expect(insolvent(found)).toBe(insolvent(await ask({ ...SILENT, contact: 'evasive' })));
  });
});
