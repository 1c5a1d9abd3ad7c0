// What a professional tells of one claim as time goes by, and where facts meet that are seldom told together: a title against a guarantor, a
// failed mediation, heirs and a period that ends, security in proceedings, an instrument that was not paid. Each is asked of the service, on both
// sides of the fact.

import { describe, expect, test } from 'vitest';
import type { Report } from '../src/report/answer.ts';
import { ask } from './asking.ts';

const CLAIM = { amount: 1_500_000, overdue_days: 90 };

const optionOf = ({ options }: Report, id: string) => options.find((option) => option.id === id)!;
const worthOf = (report: Report, id: string) => Number(optionOf(report, id).net_value);
const barsOf = async (id: string, facts: object) =>
  (optionOf(await ask({ ...CLAIM, ...facts }), id).bars ?? []).map(({ code }) => code);
const stepsOf = (report: Report) => (report.recommendation.plan ?? []).map(({ option }) => option);
const firstText = async (facts: object) => (await ask({ ...CLAIM, ...facts })).recommendation.plan?.[0]?.text ?? '';
const warningOf = async (code: string, facts: object) =>
  (await ask({ ...CLAIM, ...facts })).warnings.find((warning) => warning.code === code)?.text;
const dayOf = async (kind: string, facts: object) =>
  (await ask({ ...CLAIM, ...facts })).recommendation.deadlines.find((one) => one.kind === kind);
const risksOf = async (facts: object) =>
  (await ask({ ...CLAIM, ...facts })).recommendation.risks.map(({ text }) => text).join(' ');

describe('one claim as time goes by', () => {
  const ASKED = new Set(['pursue', 'demand']);

  test.each<[overdue_days: number, first: string]>([
    [10, 'pursue'],
    [29, 'pursue'],
    [40, 'demand'],
    [100, 'demand'],
    [200, 'demand'],
    [400, 'demand'],
    [900, 'demand'],
    [1700, 'demand'],
  ])('of which nothing else is said is asked for, then demanded: %i days', async (overdue_days, first) => {
    const report = await ask({ amount: 900_000, overdue_days });
    expect(report.recommendation.option).toBe(first);
    expect(stepsOf(report).at(-1)).toBe('payment_order');
  });

  test('is worth less with every month, and never ends in a court after its period', async () => {
    let before = Number.POSITIVE_INFINITY;
    for (const overdue_days of [10, 40, 100, 200, 400, 900, 1700, 1830]) {
      const report = await ask({ amount: 900_000, overdue_days, contract_date: '2021-06-01' });
      const worth = Number(report.recommendation.net_value);
      expect(worth, `${overdue_days}`).toBeLessThan(before);
      before = worth;
      if (overdue_days > 1826) expect(stepsOf(report)).not.toContain('payment_order');
    }
  });

  test('of who is short of cash is turned into instalments at any age', async () => {
    for (const overdue_days of [10, 100, 400, 1700]) {
      const report = await ask({ amount: 900_000, overdue_days, contact: 'responsive', cause: 'short_of_cash' });
      expect(report.recommendation.option, `${overdue_days}`).toBe('plan');
    }
  });

  test('of a person is small, asked for while it is fresh, and let go without a letter that costs more', async () => {
    const first = async (overdue_days: number) =>
      (await ask({ amount: 60_000, overdue_days, debtor_type: 'consumer' })).recommendation.option;
    for (const overdue_days of [10, 40, 100]) expect(ASKED.has(await first(overdue_days))).toBe(true);
    expect(await first(900)).toBe('wait');
  });
});

describe('the end of the limitation period', () => {
  test.each<[rule: string, procedure: object | undefined, words: RegExp]>([
    ['is held off by a suit that runs', { kind: 'suit', stage: 'served' }, /does not end while the procedure runs/],
    ['is held off by an order that was opposed', { kind: 'payment_order', stage: 'objected' }, /while the procedure/],
    ['is held off by mediation', { kind: 'mediation', stage: 'hearing' }, /while the procedure runs/],
    ['is that of a title once it was settled', { kind: 'suit', stage: 'settled' }, /with an enforceable title/],
    ['asks for a court where none is asked', undefined, /^By this day file a suit/],
    [
      'asks for a court again once an order lapsed',
      { kind: 'payment_order', stage: 'served', stage_on: '2026-09-01' },
      /file a suit/,
    ],
  ])('%s', async (_, procedure, words) => {
    expect((await dayOf('limitation', { procedure }))?.text).toMatch(words);
  });

  test.each<[rule: string, facts: object, words: RegExp]>([
    ['by enforcement under a title', { title: 'judgment', title_on: '2017-03-20' }, /apply for enforcement/],
    ['by a court without one', { contract_date: '2022-01-01', due_date: '2022-02-10' }, /file a suit/],
  ])('that a demand postpones is made lasting %s', async (_, facts, words) => {
    const old = {
      overdue_days: 'due_date' in facts ? undefined : 3900,
      contact: 'evasive',
      options: 'demand',
      ...facts,
    };
    expect((await dayOf('after_demand', old))?.text).toMatch(words);
  });

  const heirs = { debtor_type: 'consumer', claim_kind: 'loan', evidence: 'strong', succession: 'died' };
  const near = { overdue_days: undefined, due_date: '2022-01-15', contract_date: '2021-06-01' };

  test('does not come before the heirs are settled: the court is still there for whoever finds them first', async () => {
    const report = await ask({ ...CLAIM, ...heirs, ...near });
    expect(stepsOf(report)[0]).toBe('pursue');
    expect(stepsOf(report).at(-1)).toBe('payment_order');
    expect((await dayOf('limitation', { ...heirs, ...near }))?.text).toMatch(/within 6 months of the heirs being/);
    const merged = { ...heirs, ...near, succession: 'merged' };
    expect((await dayOf('limitation', merged))?.text).toMatch(/^By this day file a suit/);
  });

  test('that has come is not taken back by a death', async () => {
    const over = { ...heirs, ...near, due_date: '2021-11-15' };
    const died = await ask({ ...CLAIM, ...over });
    expect(died.claim.limitation.status).toBe('expired_invocable');
    expect(stepsOf(died)).not.toContain('payment_order');
  });

  test.each<[rule: string, facts: object, isTold: boolean]>([
    ['a loan to a person under the old law', {}, true],
    ['a loan under the new law', { due_date: '2021-06-30', contract_date: '2020-04-01' }, false],
    ['a loan to a company', { debtor_type: 'corporation' }, false],
    ['a price', { claim_kind: 'services' }, false],
    ['a judgment', { title: 'judgment', title_on: '2019-05-01' }, false],
    ['a loan of more than ten years ago', { due_date: '2016-11-20', contract_date: '2015-11-20' }, false],
  ])('may be that of private people, which is longer: %s', async (_, facts, isTold) => {
    const old = { due_date: '2018-03-31', contract_date: '2017-03-31', debtor_type: 'consumer', claim_kind: 'loan' };
    const text = await warningOf('private_loan', { overdue_days: undefined, ...old, ...facts });
    expect(text !== undefined).toBe(isTold);
    if (isTold) expect(text).toContain('2028-03-31');
  });

  test.each<[rule: string, facts: object, isTold: boolean]>([
    ['a part was paid, nobody says when', { partial_paid: true }, true],
    ['the debt was acknowledged, nobody says when', { acknowledged: true }, true],
    ['nothing is told', {}, false],
    ['the day is told', { partial_paid: true, events: [{ on: '2024-01-10', kind: 'part_payment' }] }, false],
    ['the end is far', { partial_paid: true, due_date: '2025-03-31' }, false],
  ])('asks for the day of what moves it: %s', async (_, facts, isTold) => {
    const old = { overdue_days: undefined, due_date: '2021-03-31', contract_date: '2021-02-01', ...facts };
    expect((await warningOf('payment_not_counted', old)) !== undefined).toBe(isTold);
  });
});

describe('a title whose period ends', () => {
  const titled = (title_on: string) => ({ overdue_days: 4000, title: 'payment_order', title_on, contact: 'evasive' });

  test.each<[rule: string, title_on: string, first: string]>([
    ['in days, is used or carried by a demand', '2016-11-30', 'demand'],
    ['in a month, is used', '2016-12-30', 'enforce'],
  ])('%s, and not only spoken of', async (_, title_on, first) => {
    const report = await ask({ ...CLAIM, ...titled(title_on) });
    expect(stepsOf(report)[0]).toBe(first);
    const enforced = report.recommendation.plan?.find(({ option }) => option === 'enforce');
    expect(enforced?.text).toMatch(/^(?:Attach|Identify .* and attach)/);
  });

  test('in two years, may be kept while one chases', async () => {
    const { plan = [] } = (await ask({ ...CLAIM, ...titled('2018-11-30'), options: 'enforce' })).recommendation;
    expect(plan[0]?.text).toMatch(/keep asking for payment under the title/);
  });

  test.each<[string, string[]]>([
    ['2016-12-20', ['limitation_near']],
    ['2016-12-23', []],
  ])('leaves no month for asking: final on %s', async (title_on, bars) => {
    expect(await barsOf('pursue', titled(title_on))).toEqual(bars);
  });

  test('has enforcement applied for where the letter may come too late', async () => {
    const asked = { options: 'demand', overdue_days: 4000, contact: 'evasive' };
    expect(await risksOf({ ...asked, ...titled('2016-11-25') })).toMatch(/apply for enforcement or asset disclosure/);
    const untitled = { overdue_days: undefined, due_date: '2021-11-25', contract_date: '2021-10-01' };
    expect(await risksOf({ ...asked, ...untitled })).toMatch(/file a payment order or a suit the same day/);
  });
});

describe('who owes beside the debtor', () => {
  const asked = { options: 'guarantor' };

  test.each<[rule: string, facts: object, words: RegExp]>([
    ['attached under a title', { guarantor: { value: 900_000, title: true } }, /1.5 months, attach under the title\./],
    ['sued without one', { guarantor: { value: 900_000 } }, /1.5 months, sue\./],
    [
      'sued or attached, where there is a title against one',
      { guarantor: { value: 900_000, title: true }, other_debtors: [{ kind: 'joint_debtor', amount: 900_000 }] },
      /sue, or attach where there is a title\./,
    ],
  ])('is %s', async (_, facts, words) => {
    expect(await firstText({ ...asked, ...facts })).toMatch(words);
  });

  const works = { ...asked, claim_kind: 'works' };
  const prime = { other_debtors: [{ kind: 'prime_contractor', amount: 900_000 }] };

  test('owes nothing as a prime contractor, and no word is said of a guarantor', async () => {
    expect(await risksOf({ ...works, ...prime })).toMatch(/prime contractor owes nothing/);
    expect(await risksOf({ ...works, guarantor: { value: 900_000 } })).not.toMatch(/prime contractor/);
    const reasonIn = async (facts: object) =>
      (
        await ask({ ...CLAIM, ...works, insolvency: 'bankruptcy', claims_deadline: '2026-12-20', ...facts })
      ).recommendation.reasons.find(({ code }) => code === 'guarantor_suits')?.text;
    expect(await reasonIn(prime)).toMatch(/^It is another purse/);
    expect(await reasonIn({ guarantor: { value: 900_000 } })).toMatch(/^What the guarantor must pay/);
  });
});

describe('after mediation that failed', () => {
  const failed = { events: [{ on: '2026-07-01', kind: 'mediation', ended_on: '2026-11-13' }] };
  const disputing = { dispute: 'partial', contact: 'responsive', overdue_days: 320 };

  test('nobody talks once more, and a letter is sent before anything is offered', async () => {
    expect(await barsOf('resolve_dispute', { ...disputing, ...failed })).toContain('mediation_failed');
    expect(await barsOf('resolve_dispute', disputing)).toEqual([]);
    for (const id of ['plan', 'settle']) {
      expect(await barsOf(id, { ...disputing, ...failed })).toEqual(['own_demand_first']);
      expect(await barsOf(id, { ...disputing, ...failed, demand_sent: true })).toEqual([]);
    }
    expect(await barsOf('demand', { ...disputing, ...failed })).toEqual([]);
    expect(await barsOf('demand', disputing)).toEqual(['ask_first']);
  });

  test('the first step is one of a creditor, and the day of the suit that still counts is told', async () => {
    const report = await ask({ ...CLAIM, ...disputing, ...failed });
    expect(stepsOf(report)[0]).toBe('demand');
    expect((await dayOf('suit_after_mediation', { ...disputing, ...failed }))?.on).toBe('2026-11-27');
  });

  test.each<[rule: string, facts: object, bars: string[]]>([
    ['of who disputes all, after talks', { dispute: 'full', dispute_refused: true }, ['own_demand_first']],
    [
      'of who disputes all, after talks and a letter',
      { dispute: 'full', dispute_refused: true, demand_sent: true },
      [],
    ],
    ['of who disputes a part, after talks', { dispute: 'partial', dispute_refused: true }, []],
  ])('so it is %s', async (_, facts, bars) => {
    expect(await barsOf('settle', { contact: 'responsive', ...facts })).toEqual(bars);
  });
});

describe('what is offered by counsel, or as a last word', () => {
  const offered = { contact: 'responsive', distress: 'some', options: 'settle', overdue_days: 100 };

  test.each<[rule: string, facts: object, words: RegExp]>([
    ['more is asked for once', { settle: { offer: 1_200_000 } }, /ask once whether it can be raised/],
    ['nothing is asked of a last word', { settle: { offer: 1_200_000, final: true } }, /if it is not paid\.$/],
    [
      'counsel is asked whether all get the same',
      { settle: { offer: 400_000 }, insolvency: 'counsel_notice', distress: undefined },
      /ask counsel whether all creditors are offered the same share\.$/,
    ],
  ])('%s', async (_, facts, words) => {
    expect(await firstText({ ...offered, ...facts })).toMatch(words);
  });
});

describe('who has agreed to a notarial deed', () => {
  const agreed = { amount: 3_000_000, contact: 'responsive', acknowledged: true, enforceable_deed: { agreed: true } };

  test('gets what is agreed in the deed, before any letter', async () => {
    expect(await firstText(agreed)).toMatch(/^Offer .* in an enforceable notarial deed\.$/);
    expect(await firstText({ ...agreed, enforceable_deed: undefined, options: 'plan' })).not.toMatch(/notarial deed/);
  });

  test.each<[rule: string, facts: object, bars: string[]]>([
    ['answers', {}, ['ask_first']],
    ['has agreed to none', { enforceable_deed: { agreed: false } }, []],
    ['avoids us since', { contact: 'evasive' }, []],
    ['has broken a promise', { broken_promises: 1 }, []],
  ])('is sent no letter where it %s', async (_, facts, bars) => {
    expect(await barsOf('demand', { ...agreed, ...facts })).toEqual(bars);
  });
});

describe('security in proceedings', () => {
  const secured = { amount: 30_000_000, overdue_days: 400, security_value: 20_000_000 };
  const late = { claims_deadline: '2026-09-10', investigation_ends_on: '2026-11-01' };
  const filed = { events: [{ on: '2026-09-01', kind: 'insolvency_proof' }] };
  const waiting = async (facts: object) => worthOf(await ask({ ...secured, ...facts }), 'wait');

  test.each(['bankruptcy', 'rehabilitation', 'special_liquidation'])(
    'is used outside them, whether the claim was filed or not: %s',
    async (insolvency) => {
      expect(await waiting({ insolvency, ...late })).toBeGreaterThan(19_000_000);
      expect(await waiting({ insolvency, ...late, security_value: 0 })).toBe(0);
      expect(await firstText({ ...secured, insolvency, ...late, options: 'wait' })).toMatch(
        /^Enforce the security outside the proceedings/,
      );
    },
  );

  test('comes beside the dividend of what was filed', async () => {
    const both = await waiting({ insolvency: 'bankruptcy', ...late, ...filed });
    const alone = await waiting({ insolvency: 'bankruptcy', ...late });
    const dividend = await waiting({
      insolvency: 'bankruptcy',
      ...late,
      ...filed,
      amount: 10_000_000,
      security_value: 0,
    });
    expect(Math.abs(both - alone - dividend)).toBeLessThanOrEqual(1);
    const text = await firstText({ ...secured, insolvency: 'bankruptcy', ...late, ...filed, options: 'wait' });
    expect(text).toMatch(/^Enforce the security .* agreement\. The claim is filed/);
  });

  test('is stayed in reorganisation, where only who files has it', async () => {
    expect(await waiting({ insolvency: 'reorganisation', claims_deadline: '2026-09-10' })).toBe(0);
    expect(await waiting({ insolvency: 'reorganisation', claims_deadline: '2026-09-10', ...filed })).toBeGreaterThan(
      19_000_000,
    );
  });

  test('of a claim that can be filed adds the dividend alone to what filing is better by', async () => {
    const report = await ask({ ...secured, insolvency: 'bankruptcy', claims_deadline: '2027-01-10' });
    expect(worthOf(report, 'prove_claim') - worthOf(report, 'wait')).toBeLessThan(1_000_000);
    expect(report.recommendation.option).toBe('prove_claim');
  });
});

describe('a day that the law sets before the one that was agreed', () => {
  const commissioned = { overdue_days: undefined, contract_date: '2026-08-01', claim_kind: 'services' };
  const passed = { ...commissioned, due_date: '2026-11-30', received_on: '2026-09-01', subcontract_act: true };
  const coming = { ...commissioned, due_date: '2027-01-31', received_on: '2026-10-20', freelance_act: true };

  test('has payment asked for once it has passed, and is watched before', async () => {
    expect(await firstText({ ...passed, options: 'pursue' })).toMatch(
      /^By law the price was due on 2026-10-30.*at once/,
    );
    expect(await firstText({ ...coming, options: 'pursue' })).toMatch(/^Watch the due date \(2026-12-18\)/);
    expect(await firstText({ ...coming, freelance_act: false, options: 'pursue' })).toMatch(/\(2027-01-31\)/);
  });

  test('is the day that must not be missed', async () => {
    expect((await dayOf('due_date', coming))?.on).toBe('2026-12-18');
    expect(await dayOf('due_date', passed)).toBeUndefined();
    expect((await dayOf('due_date', { ...passed, subcontract_act: false }))?.on).toBe('2026-11-30');
  });
});

describe('what is known of the debtor', () => {
  test.each<[rule: string, facts: object, isTold: boolean]>([
    ['a bill', { claim_kind: 'bill' }, true],
    ['a recorded claim', { claim_kind: 'electronic_claim' }, true],
    ['a bill whose day is to come', { claim_kind: 'bill', overdue_days: -5 }, false],
    ['a bill of which that is told', { claim_kind: 'bill', insolvency: 'dishonoured' }, false],
    ['a price', { claim_kind: 'goods' }, false],
  ])('an instrument that is not paid on its day is more than late: %s', async (_, facts, isTold) => {
    expect((await warningOf('unpaid_instrument', { overdue_days: 4, ...facts })) !== undefined).toBe(isTold);
  });

  test('what is attached provisionally is not attached once more, and the suit must follow', async () => {
    const known = { assets: 'known', contact: 'evasive', overdue_days: 200 };
    const held = { events: [{ on: '2026-09-01', kind: 'provisional_attachment' }] };
    const ended = { events: [{ on: '2026-09-01', kind: 'provisional_attachment', ended_on: '2026-10-01' }] };
    for (const [facts, isHeld] of [
      [held, true],
      [ended, false],
      [{}, false],
    ] as const) {
      expect((await warningOf('main_suit_open', { ...known, ...facts })) !== undefined).toBe(isHeld);
      expect((await warningOf('consider_provisional_attachment', { ...known, ...facts })) === undefined).toBe(isHeld);
      expect((await firstText({ ...known, ...facts })).includes('apply before anything warns')).toBe(!isHeld);
    }
  });

  test('whoever holds a title and waits looks up who is not reached', async () => {
    const titled = { amount: 400_000, overdue_days: 500, title: 'judgment', title_on: '2026-03-10', options: 'wait' };
    const person = { ...titled, debtor_type: 'consumer' };
    expect(await firstText({ ...person, contact: 'unreachable' })).toMatch(/^Find the address in the register/);
    expect(await firstText({ ...titled, contact: 'unreachable' })).toMatch(/^Look up the seat/);
    expect(await firstText({ ...person, contact: 'evasive' })).toMatch(/^The title can be used until 2036-03-10/);
  });

  test.each<[rule: string, facts: object, isTold: boolean]>([
    ['rent', {}, true],
    ['another price', { claim_kind: 'services' }, false],
    ['rent that is not due yet', { overdue_days: -10 }, false],
    ['rent under a title', { title: 'judgment', title_on: '2026-08-01' }, false],
    ['rent of a tenant in bankruptcy', { insolvency: 'bankruptcy' }, false],
  ])('whoever waits for what grows every month ends it: %s', async (_, facts, isTold) => {
    const text = await firstText({ claim_kind: 'rent', options: 'wait', ...facts });
    expect(text.includes('terminate it and have the premises vacated')).toBe(isTold);
  });

  test.each<[string, object, boolean]>([
    ['a company that ends', { insolvency: 'liquidation' }, true],
    ['who has stopped paying', { insolvency: 'payment_suspended' }, true],
    ['who pays its creditors', {}, false],
    ['who disputes the claim', { insolvency: 'payment_suspended', dispute: 'partial' }, false],
  ])('mediation leads to instalments, which do not fit %s', async (_, facts, isClosed) => {
    const bars = await barsOf('mediation', { contact: 'responsive', ...facts });
    expect(bars.some((code) => code === 'company_ends' || code === 'opening_likely')).toBe(isClosed);
  });
});
