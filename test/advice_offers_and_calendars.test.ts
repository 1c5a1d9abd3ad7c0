// What a professional says of offers on the table, and of days on a calendar: what a petition leaves of a payment, what proceedings ask for and
// by when, a limitation period that is only postponed, a due date that is still to come. Each is asked of the service, on both sides of the fact.

import { describe, expect, test } from 'vitest';
import type { Report } from '../src/report/answer.ts';
import { ask } from './asking.ts';

const CLAIM = { amount: 1_500_000, overdue_days: 90 };

const optionOf = ({ options }: Report, id: string) => options.find((option) => option.id === id)!;
const worthOf = async (id: string, facts: object) => Number(optionOf(await ask({ ...CLAIM, ...facts }), id).net_value);
const barsOf = async (id: string, facts: object) =>
  (optionOf(await ask({ ...CLAIM, ...facts }), id).bars ?? []).map(({ code }) => code);
const firstText = async (facts: object) => (await ask({ ...CLAIM, ...facts })).recommendation.plan?.[0]?.text ?? '';
const warningOf = async (code: string, facts: object) =>
  (await ask({ ...CLAIM, ...facts })).warnings.find((warning) => warning.code === code)?.text;
const dayOf = async (kind: string, facts: object) =>
  (await ask({ ...CLAIM, ...facts })).recommendation.deadlines.find((one) => one.kind === kind);
const said = async (what: 'reasons' | 'risks', code: string, facts: object) =>
  (await ask({ ...CLAIM, ...facts })).recommendation[what].filter((one) => one.code === code).map(({ text }) => text);

describe('a payment that is taken in a crisis', () => {
  const offered = {
    contact: 'responsive',
    settle: { offer: 1_000_000, in_days: 0, final: true },
    options: 'settle,wait',
  };

  test.each<[rule: string, facts: object, kept: number]>([
    ['is mostly kept before a petition', { insolvency: 'dishonoured' }, 0.7],
    ['falls once the petition that one knows of leads to proceedings', { insolvency: 'petition' }, 0.1],
    ['is kept more often where the petition is said to fail', { insolvency: 'petition', pd: '20%' }, 0.7],
    ['is kept where there is no crisis', {}, 1],
  ])('%s', async (_, facts, kept) => {
    // Such an offer is paid with a chance of 95%.
    expect(await worthOf('settle', { ...offered, ...facts })).toBeCloseTo(950_000 * kept, -2);
  });

  const PAID = { last_payment_on: '2026-11-07' };

  test.each<[rule: string, facts: object, isTold: boolean]>([
    ['two weeks ago, in a suspension', { insolvency: 'payment_suspended' }, true],
    ['two weeks ago, in bankruptcy', { insolvency: 'bankruptcy' }, true],
    ['two weeks ago, in rehabilitation', { insolvency: 'rehabilitation' }, true],
    ['a year ago', { insolvency: 'bankruptcy', last_payment_on: '2025-11-21' }, true],
    ['more than a year ago', { insolvency: 'bankruptcy', last_payment_on: '2025-11-20' }, false],
    ['in a special liquidation, which takes nothing back', { insolvency: 'special_liquidation' }, false],
    ['while nothing is told of an insolvency', {}, false],
    ['as an event', { insolvency: 'petition', events: [{ on: '2026-11-07', kind: 'part_payment' }] }, true],
  ])('is spoken of where it was made %s', async (_, facts, isTold) => {
    const text = await warningOf('paid_before', { ...('events' in facts ? {} : PAID), ...facts });
    expect(text !== undefined).toBe(isTold);
    if (isTold) expect(text).toMatch(/may have to be given back.*Bankruptcy Act art\. 162/);
  });
});

describe('in proceedings', () => {
  test.each<[rule: string, facts: object, isTold: boolean]>([
    ['a consumer in bankruptcy', { debtor_type: 'consumer', insolvency: 'bankruptcy' }, true],
    ['a sole proprietor in bankruptcy', { debtor_type: 'sole_proprietor', insolvency: 'bankruptcy' }, true],
    ['a company in bankruptcy', { insolvency: 'bankruptcy' }, false],
    ['a consumer in rehabilitation', { debtor_type: 'consumer', insolvency: 'rehabilitation' }, false],
  ])('what a discharge ends and what it leaves is told of %s', async (_, facts, isTold) => {
    const text = await warningOf('discharge', facts);
    expect(text !== undefined).toBe(isTold);
    if (isTold) for (const article of ['216(1)', '253(1)', '253(2)', '251']) expect(text).toContain(article);
  });

  test.each(['payment_order', 'suit'])(
    'of special liquidation no court is asked for what is paid pro rata: %s',
    async (id) => {
      const wound = { insolvency: 'special_liquidation', guarantor: { value: 600_000 } };
      expect(await barsOf(id, wound)).toContain('paid_in_proportion');
      expect(await barsOf(id, { ...wound, dispute: 'full' })).not.toContain('paid_in_proportion');
      expect(await barsOf(id, { ...wound, insolvency: 'liquidation' })).not.toContain('paid_in_proportion');
      const suit = { kind: 'suit', stage: 'hearing', filed_on: '2026-08-01' };
      expect(await barsOf('go_on', { ...wound, procedure: suit })).not.toContain('paid_in_proportion');
    },
  );

  test('a large claim in special liquidation is declared and not sued for', async () => {
    const { recommendation } = await ask({ amount: 120_000_000, overdue_days: 90, insolvency: 'special_liquidation' });
    expect(recommendation.option).toBe('prove_claim');
  });

  test.each<[insolvency: string, procedure: object | undefined, words: RegExp | null]>([
    ['bankruptcy', { kind: 'suit', stage: 'hearing' }, /interrupted.*Bankruptcy Act art\. 44\(1\), 127/],
    ['rehabilitation', { kind: 'payment_order', stage: 'objected' }, /Civil Rehabilitation Act art\. 40\(1\), 107/],
    ['special_liquidation', { kind: 'suit', stage: 'hearing' }, null],
    ['bankruptcy', { kind: 'mediation', stage: 'hearing' }, null],
    ['bankruptcy', { kind: 'suit', stage: 'judged', stage_on: '2026-11-01' }, null],
    ['bankruptcy', undefined, null],
  ])('a suit that runs is interrupted: %s, %j', async (insolvency, procedure, words) => {
    const text = await warningOf('suit_interrupted', { insolvency, procedure });
    if (words === null) expect(text).toBeUndefined();
    else expect(text).toMatch(words);
  });

  test.each<[string, RegExp]>([
    ['2021-10-11', /^The limitation period has ended: whoever examines the claim/],
    ['2021-12-11', /^A claim that is not filed in time/],
  ])('a claim whose period has ended may be contested: due %s', async (due_date, words) => {
    const old = { overdue_days: undefined, due_date, contract_date: '2021-09-01', insolvency: 'bankruptcy' };
    expect((await said('risks', 'prove_claim', old)).join(' ')).toMatch(words);
  });

  test('a claim that is not due yet is declared to a liquidator, and put to counsel', async () => {
    const early = { amount: 9_000_000, overdue_days: -30, options: 'pursue' };
    expect(await firstText({ ...early, insolvency: 'liquidation' })).toMatch(/^First declare.*Watch the due date/);
    expect(await firstText({ ...early, insolvency: 'petition' })).toMatch(
      /^Ask the petitioner's counsel.*or not at all\./,
    );
    expect(await firstText({ ...early, insolvency: 'payment_suspended' })).toMatch(/^Nothing.*ask for security/);
  });

  const soon = { overdue_days: -40 };

  test.each<[rule: string, insolvency: string, words: RegExp | null]>([
    ['nobody is called once they are open', 'bankruptcy', null],
    ['nor in a rehabilitation', 'rehabilitation', null],
    ['counsel is asked after a petition', 'petition', /ask the debtor's counsel/],
    ['and after a notice', 'counsel_notice', /ask the debtor's counsel/],
    ['the debtor itself is called in another crisis', 'payment_suspended', /call at once/],
    ['and in none', 'none', /call at once/],
  ])('a due date to come is another one: %s', async (_, insolvency, words) => {
    const due = await dayOf('due_date', { ...soon, insolvency });
    if (words === null) expect(due).toBeUndefined();
    else expect(due?.text).toMatch(words);
  });

  const late = { claims_deadline: '2026-11-20', options: 'wait' };

  test.each<[rule: string, facts: object, words: RegExp]>([
    ['is asked for of the debtor in rehabilitation', { insolvency: 'rehabilitation' }, /no fault.*95\(1\).*101\(3\)/],
    ['is excused in reorganisation', { insolvency: 'reorganisation' }, /no fault of yours.*art\. 139\(1\)\)\.$/],
    [
      'is still filed in bankruptcy until the investigation ends',
      { insolvency: 'bankruptcy', investigation_ends_on: '2026-12-20' },
      /^Take no further step/,
    ],
    [
      'is excused in bankruptcy afterwards',
      { insolvency: 'bankruptcy', investigation_ends_on: '2026-11-20' },
      /^The time for filing has passed/,
    ],
    ['is not due yet, but too late', { insolvency: 'rehabilitation', overdue_days: -30 }, /^The time for filing/],
    ['is in time on its day', { insolvency: 'rehabilitation', claims_deadline: '2026-11-21' }, /^Take no further step/],
    [
      'was filed',
      { insolvency: 'rehabilitation', events: [{ on: '2026-11-10', kind: 'insolvency_proof' }] },
      /^The claim is filed/,
    ],
  ])('a claim that is waited for past its time %s', async (_, facts, words) => {
    expect(await firstText({ ...late, ...facts })).toMatch(words);
  });

  test.each<[string, string, boolean]>([
    ['2026-11-22', 'rehabilitation', true],
    ['2026-11-20', 'rehabilitation', false],
    ['2026-11-22', 'none', false],
  ])('the guarantor is asked and the claim filed by %s (%s)', async (claims_deadline, insolvency, isTold) => {
    const facts = insolvency === 'none' ? {} : { insolvency, claims_deadline };
    const text = await firstText({ guarantor: { value: 600_000 }, options: 'guarantor', ...facts });
    expect(text.includes(`File the whole claim in the proceedings by ${claims_deadline}`)).toBe(isTold);
  });

  test.each<[string, boolean]>([
    ['2026-11-21', true],
    ['2026-11-20', false],
  ])('a declaration to the liquidator arrives by its day: %s', async (claims_deadline, isTold) => {
    const text = await firstText({ insolvency: 'liquidation', claims_deadline, options: 'demand' });
    expect(text.includes(`must arrive by ${claims_deadline}: hand it over`)).toBe(isTold);
  });

  test('whoever holds a title writes to counsel as well', async () => {
    const titled = { title: 'judgment', title_on: '2026-03-01', options: 'wait', debtor_type: 'consumer' };
    expect(await firstText({ ...titled, insolvency: 'counsel_notice' })).toMatch(/^Write to the debtor's counsel/);
    expect(await firstText({ ...titled, insolvency: 'payment_suspended' })).not.toMatch(/counsel/);
  });
});

describe('a limitation period that an event postpones', () => {
  const old = { overdue_days: undefined, due_date: '2021-08-20', contract_date: '2021-08-01', contact: 'evasive' };

  test.each<[rule: string, facts: object, day: string | null]>([
    ['a demand', { demand_sent: true, events: [{ on: '2026-07-30', kind: 'demand_received' }] }, '2027-01-30'],
    [
      'an order that was withdrawn',
      { events: [{ on: '2026-05-01', kind: 'payment_order', ended_on: '2026-08-01' }] },
      '2027-02-01',
    ],
    ['an agreement to consult', { events: [{ on: '2026-05-01', kind: 'consultation_agreement' }] }, '2027-05-01'],
    ['a suit that runs', { procedure: { kind: 'suit', stage: 'hearing', filed_on: '2026-06-01' } }, null],
    [
      'a claim in proceedings',
      { insolvency: 'bankruptcy', events: [{ on: '2026-05-01', kind: 'suit', ended_on: '2026-08-01' }] },
      null,
    ],
  ])('ends soon all the same, which is told: %s', async (_, facts, day) => {
    const risks = await said('risks', 'limitation_due_soon', { ...old, ...facts });
    expect(risks.length > 0).toBe(day !== null);
    if (day !== null) expect(risks[0]).toContain(day);
  });

  test.each<[rule: string, events: object[], isTold: boolean]>([
    ['by an agreement to consult', [{ on: '2026-05-01', kind: 'consultation_agreement' }], true],
    [
      'by one that was given up in writing',
      [{ on: '2026-05-01', kind: 'consultation_agreement', refused_on: '2026-11-01' }],
      false,
    ],
    ['by a demand', [{ on: '2026-07-30', kind: 'demand_received' }], false],
  ])('may be postponed again by another agreement: postponed %s', async (_, events, isTold) => {
    const text = (await dayOf('limitation', { ...old, dispute: 'partial', contact: 'responsive', events }))?.text;
    expect(text?.includes('another agreement to consult')).toBe(isTold);
  });

  test.each<[rule: string, facts: object, words: RegExp]>([
    ['abroad no order for payment follows', { debtor_country: 'TW' }, /: sue in a court that has jurisdiction or/],
    ['at home one may', {}, /: file a suit, apply for a payment order or/],
  ])('by a letter leads to a court: %s', async (_, facts, words) => {
    const near = { ...old, due_date: '2021-12-20', options: 'demand' };
    expect((await dayOf('after_demand', { ...near, ...facts }))?.text).toMatch(words);
  });
});

describe('a limitation period that ends within the month', () => {
  const near = { overdue_days: undefined, due_date: '2021-12-01', contract_date: '2021-09-01' };
  const notified = { ...near, insolvency: 'counsel_notice' };

  test.each<[rule: string, facts: object, bars: string[]]>([
    ['whose counsel prepares proceedings', {}, ['limitation_near']],
    ['whose bill was dishonoured', { insolvency: 'dishonoured', contact: 'responsive' }, ['limitation_near']],
    ['who is in no crisis', { insolvency: 'none' }, ['limitation_near']],
    ['with more than a month left', { due_date: '2021-12-22' }, []],
    ['after a demand, which is not carried twice', { events: [{ on: '2026-07-20', kind: 'demand_received' }] }, []],
    ['whom no letter reaches', { address_known: false }, []],
    ['who has died', { debtor_type: 'consumer', succession: 'died' }, []],
  ])('is carried before a debtor is only asked: %s', async (_, facts, bars) => {
    for (const id of ['pursue', 'acknowledge'])
      expect((await barsOf(id, { ...notified, ...facts })).filter((code) => code === 'limitation_near')).toEqual(bars);
  });

  test.each(['petition', 'counsel_notice'])(
    'is carried past the opening of proceedings, too: %s',
    async (insolvency) => {
      const { recommendation } = await ask({ ...CLAIM, ...near, insolvency });
      expect(recommendation.option).toBe('demand');
    },
  );
});

describe('an offer', () => {
  const answers = { contact: 'responsive', options: 'settle' };
  const near = { overdue_days: undefined, due_date: '2021-12-11', contract_date: '2021-10-01' };
  const SIGNED = /sign by 2026-12-11 that it owes the debt/;

  test.each<[rule: string, facts: object, words: RegExp | null]>([
    ['whose period ends soon is signed for', near, SIGNED],
    ['whose period has ended, too', { ...near, due_date: '2021-10-11' }, /may no longer invoke the limitation/],
    ['whose period is long is not', {}, null],
    ['of who disputes the debt admits nothing', { ...near, dispute: 'partial' }, null],
    ['under a title needs no signature', { ...near, title: 'judgment', title_on: '2017-01-10' }, null],
  ])('%s', async (_, facts, words) => {
    const text = await firstText({ ...answers, settle: { offer: 1_300_000, in_days: 60, final: true }, ...facts });
    expect(text).toMatch(/^Accept/);
    if (words === null) expect(text).not.toMatch(/owes the debt/);
    else expect(text).toMatch(words);
  });

  test.each<[overdue_days: number, words: RegExp]>([
    [-40, /ask for the rest on its day \(2026-12-31\)/],
    [100, /ask for a day for the rest/],
  ])('that is too low is taken on account, and the rest has its day: %i days', async (overdue_days, words) => {
    const facts = { overdue_days, contact: 'responsive', tdb_score: 60, settle: { offer: 450_000 } };
    expect((await said('reasons', 'offer_declined', facts)).join(' ')).toMatch(words);
  });

  test('that is as good as the first step is answered, too', async () => {
    const facing = { amount: 8_000_000, overdue_days: 130, contact: 'responsive', distress: 'severe' };
    const told = async (facts: object) => (await said('reasons', 'tied', { ...facing, ...facts })).join(' ');
    expect(await told({ settle: { offer: 2_400_000 } })).toMatch(/answered in any case: The offer of ¥2,400,000/);
    expect(await told({})).not.toMatch(/answered in any case/);
  });

  test.each<[rule: string, facts: object, isTold: boolean]>([
    ['of a bankrupt', { settle: { offer: 500_000 }, insolvency: 'bankruptcy' }, true],
    ['of a buyer who may not buy', { sell: { offer: 300_000 }, claim_kind: 'goods' }, true],
    ['of a factor, past due', { factor: { fee_rate: '5%' } }, true],
    ['that nobody made', { insolvency: 'bankruptcy' }, false],
    ['that is not asked about', { sell: { offer: 300_000 }, options: 'demand,wait' }, false],
  ])('that cannot be taken is spoken of: %s', async (_, facts, isTold) => {
    const told = (await said('reasons', 'offer_declined', facts)).join(' ');
    expect(told.includes('cannot be taken now')).toBe(isTold);
  });

  test('of a factor that is open costs what the two values differ by', async () => {
    const early = { overdue_days: -40, payment_history: 'good', tdb_score: 55 };
    const quoted = await said('reasons', 'offer_declined', { ...early, factor: { kind: 'two_party', fee_rate: '8%' } });
    expect(quoted.join(' ')).toMatch(/^Factoring on the terms quoted is expected to bring ¥[\d,]+, ¥[\d,]+ less/);
    expect(await said('reasons', 'offer_declined', early)).toEqual([]);
  });
});
