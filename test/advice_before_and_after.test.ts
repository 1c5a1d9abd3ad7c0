// What is written into an agreement and done before an attachment, what is said before the due date and on it, and how a small claim is let go of.
// Each is asked of the service, on both sides of the fact.

import { describe, expect, test } from 'vitest';
import { ask } from './asking.ts';

const CLAIM = { amount: 1_500_000, overdue_days: 90 };

const firstText = async (facts: object) => (await ask({ ...CLAIM, ...facts })).recommendation.plan?.[0]?.text ?? '';
const barsOf = async (id: string, facts: object) =>
  ((await ask({ ...CLAIM, ...facts })).options.find((option) => option.id === id)!.bars ?? []).map(({ code }) => code);
const warningOf = async (code: string, facts: object) =>
  (await ask({ ...CLAIM, ...facts })).warnings.find((warning) => warning.code === code)?.text;

describe('instalments', () => {
  const asked = { contact: 'responsive', cause: 'short_of_cash', options: 'plan' };
  const offered = { ...asked, plan: { instalments: 10, offered: true } };
  const GUARANTOR = 'Have the guarantor sign it, too.';
  const DEED = 'Promises were broken: ask for it in an enforceable notarial deed';
  const RENT = 'If the lease goes on, the rent that falls due is paid beside them.';

  test.each<[rule: string, facts: object, words: string, isTold: boolean]>([
    ['are signed by the guarantor', { guarantor: { value: 600_000 } }, GUARANTOR, true],
    ['are told to a guarantee company first', { guarantor: { value: 600_000, kind: 'corporation' } }, GUARANTOR, false],
    ['are signed by nobody else', {}, GUARANTOR, false],
    ['are secured where promises were broken', { broken_promises: 1 }, DEED, true],
    ['are agreed on as they are with who has kept its word', { broken_promises: 0 }, DEED, false],
    [
      'need no deed beside a title',
      { broken_promises: 1, title: 'judgment', title_on: '2026-06-01', overdue_days: 300 },
      DEED,
      false,
    ],
    ['of a tenant come beside the rent', { claim_kind: 'rent' }, RENT, true],
    ['of a buyer do not', { claim_kind: 'goods' }, RENT, false],
  ])('%s', async (_, facts, words, isTold) => {
    for (const plan of [asked, offered, { ...offered, plan: { instalments: 48, offered: true } }])
      expect((await firstText({ ...plan, ...facts })).includes(words)).toBe(isTold);
  });
});

test('counsel gives all creditors the same, so no deed is asked for, but whether it does', async () => {
  const offered = {
    contact: 'responsive',
    broken_promises: 1,
    plan: { instalments: 60, offered: true },
    options: 'plan',
  };
  const facts = { amount: 80_000_000, ...offered };
  const counsel = await firstText({ ...facts, insolvency: 'counsel_notice' });
  expect(counsel).toMatch(/ask counsel whether all creditors are offered the same terms\.$/);
  expect(counsel).not.toMatch(/notarial deed/);
  expect(await firstText({ ...facts, insolvency: 'payment_suspended' })).toMatch(/notarial deed/);
});

describe('a title that is used', () => {
  const titled = { overdue_days: 400, contact: 'evasive', assets: 'known', options: 'enforce' };

  test.each<[title: string, words: RegExp]>([
    ['notarial_deed', /execution clause and the certificate of service from the notary/],
    ['judgment', /execution clause \(not for a small-claims judgment\).*court clerk/],
    ['settlement', /execution clause and the certificate of service from the court clerk/],
    ['payment_order', /Obtain the certificate of service from the court clerk first/],
  ])('is made ready first: %s', async (title, words) => {
    const text = await firstText({ ...titled, title, title_on: '2026-03-01' });
    expect(text).toMatch(words);
    expect(text).toContain('Civil Execution Act art. 25, 26, 29');
  });

  test('that was used before is ready, and one that is to be got is not in hand', async () => {
    const used = { ...titled, title: 'judgment', title_on: '2026-03-01', failed_attachments: 1 };
    expect(await firstText(used)).not.toMatch(/certificate of service/);
    const { plan = [] } = (await ask({ ...CLAIM, ...titled, options: 'suit,enforce' })).recommendation;
    for (const { text } of plan) expect(text).not.toMatch(/certificate of service/);
  });
});

describe('before the due date', () => {
  const early = { overdue_days: -20, contact: 'responsive', options: 'pursue' };

  test.each<[rule: string, facts: object, words: RegExp]>([
    ['who is short of cash is asked what it can pay', { cause: 'short_of_cash' }, /^The debtor is short of cash/],
    [
      'who does not want to pay is asked why',
      { cause: 'unwilling' },
      /^Before the due date \(2026-12-11\) ask in writing why/,
    ],
    ['who disputes the claim is asked for its reasons', { dispute: 'partial' }, /^Before the due date .* disputes/],
    ['who has said so as the cause, too', { cause: 'dispute' }, /^Before the due date .* disputes/],
    ['who says nothing is not asked', {}, /^Watch the due date/],
    ['who is in grave trouble is made ready for', { cause: 'short_of_cash', distress: 'severe' }, /^Nothing can be/],
  ])('%s', async (_, facts, words) => {
    expect(await firstText({ ...early, ...facts })).toMatch(words);
  });

  test.each<[rule: string, facts: object, words: RegExp]>([
    ['is watched for until it is over', {}, /^Today is the due date.*get a payment date\.(?! Deliver)/],
    ['is watched and made ready for', { distress: 'severe' }, /^Today is the due date.*Deliver only against payment/],
    ['of a bill is a day of presentment', { claim_kind: 'bill' }, /^Watch the day of maturity/],
  ])('the day itself %s', async (_, facts, words) => {
    expect(await firstText({ overdue_days: 0, options: 'pursue', ...facts })).toMatch(words);
  });

  test.each<[rule: string, facts: object, isOpen: boolean]>([
    ['who is in trouble', { distress: 'severe' }, false],
    ['who has said that it cannot pay', { cause: 'short_of_cash' }, true],
    ['who is late since yesterday', { overdue_days: 1, distress: 'severe' }, true],
  ])('nobody is offered time or a discount on the day itself but %s', async (_, facts, isOpen) => {
    for (const id of ['plan', 'settle'])
      expect((await barsOf(id, { overdue_days: 0, contact: 'responsive', ...facts })).includes('not_due')).toBe(
        !isOpen,
      );
  });
});

test.each<[rule: string, facts: object, bars: string[]]>([
  ['who avoids us', { contact: 'evasive' }, ['limitation_near']],
  ['who answers', { contact: 'responsive' }, []],
  ['who avoids us, with years left', { contact: 'evasive', title_on: '2020-11-21' }, []],
])('on the last day of a title nobody is asked to sign: %s', async (_, facts, bars) => {
  const titled = { overdue_days: 4_500, title: 'judgment', title_on: '2016-11-21' };
  expect(await barsOf('acknowledge', { ...titled, ...facts })).toEqual(bars);
});

describe('a small claim that is let go of', () => {
  const small = { amount: 20_000, debtor_type: 'consumer', options: 'wait,pursue' };
  const REMINDED = /^Send one last reminder/;
  const NOTHING = /^Take no further step/;

  test.each<[rule: string, facts: object, words: RegExp]>([
    ['gets one more line while it is fresh', {}, REMINDED],
    ['and after a year', { overdue_days: 365 }, REMINDED],
    ['and none after that', { overdue_days: 366 }, NOTHING],
    ['gets none where nobody is reached', { contact: 'unreachable' }, NOTHING],
    ['gets none after a demand', { demand_sent: true }, NOTHING],
    ['has what is disputed answered', { dispute: 'full', contact: 'responsive' }, /^Answer what the debtor disputes/],
    ['has its invoice sent once', { cause: 'forgotten', overdue_days: 20 }, /^First send the invoice.*Take no further/],
    [
      'has a title, which lives on',
      { title: 'judgment', title_on: '2026-06-01', overdue_days: 400, contact: 'evasive' },
      /^The title can be used until 2036-06-01: ask for payment once/,
    ],
    [
      'has a title, and something to attach that is not warned of',
      { title: 'judgment', title_on: '2026-06-01', overdue_days: 400, contact: 'evasive', assets: 'known' },
      /^The title can be used until 2036-06-01: attach without warning/,
    ],
  ])('%s', async (_, facts, words) => {
    expect(await firstText({ ...small, options: 'wait', ...facts })).toMatch(words);
  });

  test('says what the nearest step would cost, and how much less it brings', async () => {
    const { recommendation, options } = await ask({ ...CLAIM, ...small });
    const text = recommendation.reasons.find(({ code }) => code === 'effort_does_not_pay')?.text ?? '';
    const [, cost, less] = /"pursue in-house", costs ¥([\d,]+), own time.*bring ¥([\d,]+) less/.exec(text) ?? [];
    const worth = Number(options.find(({ id }) => id === 'pursue')?.net_value);
    expect(Math.abs(Number(recommendation.net_value) - worth - Number(less?.replaceAll(',', '')))).toBeLessThanOrEqual(
      1,
    );
    expect(Number(cost?.replaceAll(',', ''))).toBeGreaterThan(500);
  });

  test('is written off under its article', async () => {
    const lost = { ...small, overdue_days: 500, contact: 'unreachable', tax_rate: '34%', consumption_tax_rate: '10%' };
    expect(await firstText({ ...lost, options: 'write_off' })).toMatch(/memo value of one yen \(.*9-6-3\)\.$/);
  });
});

describe('what is told beside the step', () => {
  test.each<[rule: string, facts: object, isTold: boolean]>([
    ['a guarantee company', { kind: 'corporation' }, true],
    ['a person', { kind: 'individual' }, false],
    ['a promise by word of mouth', { kind: 'corporation', written: false }, false],
  ])('the default is reported, by its terms, to %s', async (_, guarantor, isTold) => {
    const text = await firstText({
      guarantor: { value: 600_000, ...guarantor },
      contact: 'evasive',
      options: 'demand',
    });
    expect(text.includes('Report the default to the guarantee company')).toBe(isTold);
  });

  test.each<[rule: string, lien: object, isTold: boolean]>([
    ['less', { goods_value: 500_000 }, true],
    ['all', { goods_value: 1_500_000 }, false],
  ])('the rest of what a lien covers is claimed meanwhile: %s', async (_, lien, isTold) => {
    const text = await firstText({ claim_kind: 'goods', distress: 'severe', lien, options: 'lien' });
    expect(text.includes('Go on claiming the other ¥1,000,000')).toBe(isTold);
  });

  test('late payment under the subcontract act bears its own interest', async () => {
    const text = await warningOf('subcontract_report', { subcontract_act: true, received_on: '2026-07-01' });
    expect(text).toMatch(/late interest of 14\.6% a year runs from 60 days after receipt .*art\. 6\)/);
  });
});
