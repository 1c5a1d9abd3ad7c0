// Rules that a professional keeps where one fact of a known situation is turned round: a customer who avoids us before any letter, a title
// that was ignored, little proof, a company being wound up, a debtor who has died. Each is asked of the service as a caller asks, on both sides of the fact.

import { describe, expect, test } from 'vitest';
import { ordersFor } from '../src/options/court/title_means.ts';
import type { Report } from '../src/report/answer.ts';
import { ask } from './asking.ts';
import { situationOf } from './situations.ts';

const CLAIM = { amount: 1_500_000, overdue_days: 60 };

const stepsOf = (report: Report) => (report.recommendation.plan ?? []).map(({ option }) => option);
const firstOf = async (facts: object) => (await ask({ ...CLAIM, ...facts })).recommendation.plan?.[0];
const barsOf = async (id: string, facts: object) =>
  ((await ask({ ...CLAIM, ...facts })).options.find((option) => option.id === id)!.bars ?? []).map(({ code }) => code);

describe('who avoids us', () => {
  const small = {
    amount: 320_000,
    overdue_days: 220,
    debtor_type: 'sole_proprietor',
    contact: 'evasive',
    payment_history: 'bad',
    partial_paid: true,
    representation: 'ourselves',
  };

  test('is sent a letter before it is offered anything, also where that brings a little less', async () => {
    const steps = stepsOf(await ask(small));
    expect(steps[0]).toBe('demand');
    expect(steps).toContain('plan');
    expect(stepsOf(await ask({ ...small, demand_sent: true }))[0]).toBe('plan');
  });

  test.each<[string, object]>([
    ['where no letter can be delivered', { address_known: false }],
    [
      'where a letter no longer postpones anything',
      { due_date: '2021-01-31', contract_date: '2021-01-01', overdue_days: undefined },
    ],
    ['where a demand has arrived', { events: [{ on: '2026-10-01', kind: 'demand_received' }] }],
    ["after a lawyer's letter", { lawyer_letter_sent: true }],
    ['in a dispute, which is talked about first', { dispute: 'partial' }],
    ['in a crisis, which leaves no time', { insolvency: 'dishonoured' }],
    ['in court', { procedure: { kind: 'suit', stage: 'hearing', filed_on: '2026-07-10' } }],
  ])('needs none of ours %s', async (_, facts) => {
    expect(await barsOf('settle', { contact: 'evasive', ...facts })).not.toContain('own_demand_first');
  });
});

describe('who ignores a title', () => {
  const titled = { ...CLAIM, title: 'judgment', title_on: '2026-06-01', contact: 'evasive' };

  test.each<[string, object, string]>([
    ['is attached without a warning where it is known what', { assets: 'known' }, 'enforce'],
    [
      'is attached so, too, where nothing says how it answers',
      { assets: 'known', contact: undefined, overdue_days: 250 },
      'enforce',
    ],
    [
      'is made an offer first where a deed was made before and it may be merely late',
      { assets: 'known', contact: undefined, overdue_days: 90, title: 'notarial_deed', title_on: '2025-06-01' },
      'plan',
    ],
    [
      'is attached once it is more than late',
      { assets: 'known', contact: undefined, overdue_days: 93, title: 'notarial_deed', title_on: '2025-06-01' },
      'enforce',
    ],
    [
      'is looked into after one empty account, before it is offered a discount',
      { amount: 600_000, overdue_days: 350, debtor_type: 'sole_proprietor', failed_attachments: 1 },
      'enforce',
    ],
  ])('%s', async (_, facts, first) => {
    expect((await firstOf({ ...titled, ...facts }))?.option).toBe(first);
  });

  test.each<[string, RegExp]>([
    ['consumer', /accounts or wages/],
    ['sole_proprietor', /accounts or customers/],
  ])('a %s has what such a debtor has attached', async (debtor_type, words) => {
    expect((await firstOf({ ...titled, debtor_type, assets: 'known', options: 'enforce' }))?.text).toMatch(words);
  });

  test('is offered nothing of ours until what it has was looked for, however it answers, unless it does', async () => {
    const barred = async (facts: object) =>
      (await barsOf('settle', { ...titled, overdue_days: 250, ...facts })).includes('attach_first');
    expect(await barred({ contact: undefined })).toBe(true);
    expect(await barred({ contact: undefined, title_on: '2026-11-10' })).toBe(false);
    expect(await barred({ contact: undefined, assets: 'none_found' })).toBe(false);
    expect(await barred({ contact: 'responsive' })).toBe(false);
  });

  test('is attached what it has, which is identified first where it is not known', async () => {
    const claim = { ...titled, amount: 5_400_000, overdue_days: 900, title_on: '2025-02-01', options: 'enforce' };
    const text = async (assets?: string) => (await firstOf({ ...claim, assets }))?.text;
    expect(await text('known')).toMatch(/^Attach accounts or customers; if nothing is taken/);
    expect(await text()).toMatch(/^Identify accounts or customers and attach them; if nothing is taken/);
  });

  test('is not chased under it while counsel prepares proceedings', () => {
    const chased = (insolvency: string) =>
      ordersFor(situationOf({ ...titled, contact: undefined, insolvency })).includes('chase_only');
    expect(['payment_suspended', 'counsel_notice', 'petition'].map(chased)).toEqual([true, false, false]);
  });

  test('is not chased for half a year before anything is attached, unless it answers', async () => {
    const deed = { ...CLAIM, overdue_days: 40, title: 'notarial_deed', options: 'enforce' };
    const chased = async (contact?: string) => /^Keep asking/.test((await firstOf({ ...deed, contact }))?.text ?? '');
    expect(await chased('responsive')).toBe(true);
    expect(await chased()).toBe(false);
  });

  test('is written to where nobody knows what to attach, an attachment costs more than it takes, or it answers', async () => {
    const small = { assets: 'known', amount: 57_000 };
    for (const facts of [{ assets: 'unknown' }, small, { assets: 'known', contact: 'responsive' }])
      for (const id of ['demand', 'pursue', 'acknowledge'])
        expect(await barsOf(id, { ...titled, ...facts })).not.toContain('attach_first');
    // A fee and postage of 8,000 yen and 4 hours of 3,500 yen, against 38 of 100.
    expect(await barsOf('demand', { ...titled, ...small, amount: 58_000 })).toContain('attach_first');
  });
});

describe('little proof', () => {
  const weak = { contact: 'responsive', evidence: 'weak' };
  const collected = async (facts: object) =>
    (await firstOf({ ...weak, ...facts }))?.text.includes('first collect orders');

  test('is mended with who answers before anything else is done, whatever that is', async () => {
    for (const options of [undefined, 'demand', 'pursue', 'payment_order'])
      expect(await collected({ options })).toBe(true);
    const { plan = [] } = (await ask({ ...CLAIM, ...weak })).recommendation;
    for (const { text } of plan.slice(1)) expect(text).not.toContain('first collect orders');
  });

  test.each<[string, object]>([
    ['where there is proof', { evidence: 'medium' }],
    ['where nothing is done', { options: 'wait', contact: 'evasive' }],
    ['where the debt is acknowledged', { acknowledged: true }],
    ['under a title', { title: 'judgment' }],
    ['in proceedings', { insolvency: 'bankruptcy' }],
  ])('is not spoken of %s', async (_, facts) => {
    expect(await collected(facts)).toBe(false);
  });

  test.each<[string, object, boolean]>([
    ['who answers', {}, true],
    ['who avoids us', { contact: 'evasive' }, false],
    ['who disputes the claim, which is talked about', { dispute: 'partial' }, false],
  ])('is collected whoever owes, and confirmed by %s alone: %#', async (_, facts, confirms) => {
    expect(await collected(facts)).toBe(true);
    expect((await firstOf({ ...weak, ...facts }))?.text.includes('have the debtor confirm')).toBe(confirms);
  });
});

describe('before proceedings, and beside them', () => {
  test.each<[string, object, RegExp]>([
    [
      'counsel is told of the claim by who takes no other step',
      { insolvency: 'counsel_notice' },
      /^Write to the debtor's counsel/,
    ],
    ["so is the petitioner's counsel", { insolvency: 'petition' }, /^Ask the petitioner's counsel/],
    ['nobody else is', { insolvency: 'payment_suspended' }, /^Take no further step/],
  ])('%s', async (_, facts, words) => {
    expect((await firstOf({ ...facts, options: 'wait' }))?.text).toMatch(words);
  });

  test('a claim is declared to a liquidator before it is chased, by the day that is set', async () => {
    const winding = { insolvency: 'liquidation', options: 'pursue' };
    const told = async (claims_deadline?: string) => (await firstOf({ ...winding, claims_deadline }))?.text;
    expect(await told('2027-01-15')).toMatch(/^First declare the claim to the liquidator in writing \(by /);
    expect(await told('2026-11-20')).toMatch(/^First declare the claim to the liquidator in writing with/);
    expect(await told()).toMatch(/^First declare the claim to the liquidator in writing with/);
  });
});

describe('a limitation period that ends soon', () => {
  const old = { amount: 900_000, due_date: '2021-12-12', contract_date: '2021-10-01', evidence: 'strong' };
  const why = async (facts: object) => {
    const { reasons } = (await ask({ ...old, ...facts, options: 'demand' })).recommendation;
    return reasons.find(({ code }) => code === 'demand_suits')?.text;
  };

  test('is renewed by a signature of who answers, which is asked for beside the letter', async () => {
    expect(await why({ contact: 'responsive' })).toMatch(/sign an acknowledgment.*152/);
    expect(await why({ contact: 'evasive' })).toMatch(/postpones the end/);
    expect(await why({ contact: 'evasive' })).not.toContain('sign an acknowledgment');
  });
});

describe('who owes now', () => {
  const owed = { ...CLAIM, debtor_type: 'consumer', contact: 'responsive', evidence: 'strong' };
  const HELD = ['demand', 'plan', 'settle', 'acknowledge', 'payment_order', 'suit', 'mediation', 'enforceable_deed'];

  test.each(HELD)('the heirs are not pressed while they may renounce: %s', async (id) => {
    expect(await barsOf(id, { ...owed, succession: 'died' })).toContain('heirs_first');
    for (const succession of ['merged', 'split', 'transferred', undefined])
      expect(await barsOf(id, { ...owed, succession })).not.toContain('heirs_first');
  });

  test('nor is a title used against them, and a court is asked once they are settled', async () => {
    expect(await barsOf('enforce', { ...owed, title: 'judgment', succession: 'died' })).toEqual(['heirs_first']);
    const { plan = [] } = (await ask({ ...owed, succession: 'died', options: 'pursue,payment_order' })).recommendation;
    expect(plan[0]?.text).toMatch(/^Find the heirs.*Show the heirs/);
    for (const { option, from } of plan.slice(1))
      if (option === 'payment_order') expect(from >= '2027-02-20').toBe(true);
  });

  test.each([
    ['who has chased for a year', 400, 'died', '2027-02-20'],
    ['nobody waits where it is settled at once', 400, 'merged', '2026-12-20'],
  ])('efforts last until the heirs may be asked, though: %s', async (_, overdue_days, succession, day) => {
    const asked = { ...owed, amount: 5_000_000, evidence: 'strong', overdue_days, succession };
    const { plan = [] } = (await ask({ ...asked, options: 'pursue,payment_order' })).recommendation;
    const court = plan.find(({ option }) => option === 'payment_order');
    expect(court?.from.slice(0, 7)).toBe(day.slice(0, 7));
  });

  test('whoever takes no step looks for them, too, and in court they take up the procedure', async () => {
    for (const title of ['none', 'judgment'])
      expect((await firstOf({ ...owed, title, succession: 'died', options: 'wait' }))?.text).toMatch(/^Find the heirs/);
    const procedure = { kind: 'suit', stage: 'hearing', filed_on: '2026-07-10' };
    expect((await firstOf({ ...owed, procedure, succession: 'died', options: 'go_on' }))?.text).toMatch(
      /^First find the heirs, and ask the court/,
    );
  });

  test.each<[string, RegExp, RegExp]>([
    ['died', /899, 902-2, 915\(1\)/, /^(?!First check)/],
    ['merged', /Companies Act art. 750\(1\)/, /^First check in the register/],
    ['split', /759\(1\), \(4\)/, /^First check in the register/],
    ['transferred', /Companies Act art. 22, 23-2/, /^First look up the transferee .* claim the same from it, too/],
  ])(
    '%s: the answer says who owes, by its article, and the first step turns to it',
    async (succession, article, words) => {
      const { warnings, recommendation } = await ask({ ...CLAIM, contact: 'responsive', succession });
      expect(warnings.find(({ code }) => code === 'succession')?.text).toMatch(article);
      expect(recommendation.plan?.[0]?.text).toMatch(words);
    },
  );

  test('nothing of it is said where the debtor is who it was', async () => {
    const { warnings, recommendation } = await ask({ ...CLAIM, contact: 'responsive' });
    expect(warnings.map(({ code }) => code)).not.toContain('succession');
    expect(recommendation.plan?.[0]?.text).not.toMatch(/^First check/);
  });

  test('whoever attaches hears of others who have', async () => {
    const { risks } = (await ask({ ...CLAIM, title: 'judgment', assets: 'known', options: 'enforce' })).recommendation;
    expect(risks.find(({ code }) => code === 'enforce')?.text).toContain('Civil Execution Act art. 154, 165');
  });
});
