// Situations that creditors tell of themselves, and that columns of lawyers, courts and credit agencies describe on public pages, each with what a
// professional did, on both sides of the fact that decides. The facts alone are theirs. Each is asked of the service as a caller asks.

import { describe, expect, test } from 'vitest';
import type { Report } from '../src/report/answer.ts';
import { ask } from './asking.ts';

const optionOf = ({ options }: Report, id: string) => options.find((option) => option.id === id)!;
const netOf = (report: Report, id: string) => Number(optionOf(report, id).net_value);
const codesOf = (report: Report, id: string) => optionOf(report, id).bars.map(({ code }) => code);
const firstOf = ({ recommendation }: Report) => recommendation.option;
const stepsOf = (report: Report) => (report.recommendation.plan ?? []).map(({ option }) => option);
const textOf = (report: Report) => report.recommendation.plan?.[0]?.text ?? '';
const likelyOf = ({ recommendation }: Report) =>
  recommendation.reasons.find(({ code }) => code === 'likely_kind')?.text ?? '';

describe('an order for payment that was served, and that nobody has opposed', () => {
  const FEE = { amount: 300_000, overdue_days: 240, claim_kind: 'services', contact: 'evasive' };
  const served = (stage_on: string, stage = 'served') => ({ procedure: { kind: 'payment_order', stage, stage_on } });

  test.each<[rule: string, facts: object]>([
    ['of an evader', FEE],
    ['of whom nothing is said', { ...FEE, contact: undefined }],
    ['of who answers', { ...FEE, contact: 'responsive', effort_months: 1 }],
  ])('is declared enforceable once the time for an objection is over: %s', async (_, facts) => {
    const report = await ask({ ...facts, ...served('2026-11-02') });
    expect(firstOf(report)).toBe('go_on');
    expect(textOf(report)).toMatch(/apply for provisional enforcement at once/);
  });

  test.each<[rule: string, day: string, isOver: boolean]>([
    ['of 2 weeks is over', '2026-11-06', true],
    ['ends today', '2026-11-07', false],
  ])('takes no objection any more where that time %s, and so no suit', async (_, day, isOver) => {
    const report = await ask({ ...FEE, ...served(day) });
    expect('if_opposed' in (optionOf(report, 'go_on').terms ?? {})).toBe(!isOver);
    const earlier = await ask({ ...FEE, ...served('2026-11-20') });
    expect(netOf(report, 'go_on') > netOf(earlier, 'go_on') + 1_000).toBe(isOver);
  });

  test('becomes a suit all the same once it was opposed', async () => {
    const [opposed, not] = [
      await ask({ ...FEE, ...served('2026-11-02', 'objected') }),
      await ask({ ...FEE, ...served('2026-11-02') }),
    ];
    expect(netOf(not, 'go_on')).toBeGreaterThan(netOf(opposed, 'go_on'));
  });

  test('is not let lapse by who waits: the application costs the postage alone', async () => {
    const report = await ask({ ...FEE, amount: 60_000, ...served('2026-11-02') });
    expect(firstOf(report)).toBe('wait');
    expect(textOf(report)).toMatch(/do that in time all the same, for it costs only the postage/);
  });
});

describe('papers of a court that were served', () => {
  const SILENT = { amount: 1_000_000, overdue_days: 240, claim_kind: 'services', contact: 'unreachable' };
  const at = (kind: string, stage: string) => ({ procedure: { kind, stage, stage_on: '2026-11-10' } });

  test.each<[rule: string, facts: object, isFound: boolean]>([
    ['an order', at('payment_order', 'served'), true],
    ['a suit', at('suit', 'served'), true],
    ['an order that was opposed', at('payment_order', 'objected'), true],
    ['an order that is only filed', at('payment_order', 'filed'), false],
    ['a suit in its hearing, which public notice may have led to', at('suit', 'hearing'), false],
    [
      'an order, to an address that is not good any more',
      { ...at('payment_order', 'served'), address_known: false },
      false,
    ],
  ])('have reached a debtor that only the telephone does not: %s', async (_, facts, isFound) => {
    const silent = likelyOf(await ask({ ...SILENT, ...facts }));
    const evading = likelyOf(await ask({ ...SILENT, ...facts, contact: 'evasive' }));
    expect(silent === evading).toBe(isFound);
  });
});

describe('a suit or a small claim that waits for its first hearing', () => {
  const SMALL = { amount: 85_000, overdue_days: 260, contact: 'unreachable', lawyer: 'no', options: 'wait' };
  const at = (kind: string, stage = 'served') => ({ procedure: { kind, stage, stage_on: '2026-11-10' } });
  const ONE_HEARING = /only if the hearing is likely to be adjourned: a debtor who stays away is judged at once/;

  test.each<[rule: string, facts: object, isTold: boolean]>([
    ['a small claim against who avoids us', { ...SMALL, ...at('small_claims') }, true],
    ['a suit', { ...SMALL, ...at('suit', 'filed') }, true],
    ['against who answers', { ...SMALL, ...at('suit'), contact: 'responsive' }, false],
    ['in its hearing', { ...SMALL, ...at('suit', 'hearing') }, false],
    ['mediation, in which nobody is judged', { ...SMALL, ...at('mediation', 'filed') }, false],
  ])('is not withdrawn for the little that is left of it: %s', async (_, facts, isTold) => {
    expect(ONE_HEARING.test(textOf(await ask(facts)))).toBe(isTold);
  });
});

describe('a judgment of this month', () => {
  const WORKS = { amount: 2_400_000, overdue_days: 330, claim_kind: 'works', evidence: 'strong', assets: 'partly' };
  const JUDGED = { procedure: { kind: 'suit', stage: 'judged', stage_on: '2026-11-12' } };

  test.each<[rule: string, facts: object]>([
    ['that was entered as a stage', JUDGED],
    ['that was entered as a title', { title: 'judgment', title_on: '2026-11-12' }],
  ])('is used against who avoids us, and no instalments are offered beside it: %s', async (_, facts) => {
    const report = await ask({ ...WORKS, ...facts, contact: 'evasive' });
    for (const id of ['plan', 'settle']) expect(codesOf(report, id), id).toContain('attach_first');
    expect(['enforce', 'go_on', 'demand']).toContain(firstOf(report));
  });

  test.each<[rule: string, facts: object]>([
    ['the debtor answers', { ...JUDGED, contact: 'responsive' }],
    ['nothing is said of that', JUDGED],
    ['what it has was looked for in vain', { ...JUDGED, contact: 'evasive', assets: 'none_found' }],
    ['the debtor offers them', { ...JUDGED, contact: 'evasive', plan: { instalments: 6, offered: true } }],
    ['the suit is still heard', { procedure: { kind: 'suit', stage: 'hearing' }, contact: 'evasive' }],
  ])('leaves room for instalments where %s', async (_, facts) => {
    expect(codesOf(await ask({ ...WORKS, ...facts }), 'plan')).not.toContain('attach_first');
  });
});

describe('who was attached in vain more than once', () => {
  const FEES = {
    amount: 4_800_000,
    overdue_days: 1_400,
    claim_kind: 'services',
    title: 'settlement',
    title_on: '2026-02-20',
    contact: 'evasive',
    assets: 'unknown',
    failed_attachments: 2,
  };

  test('is not written to again: what it has is asked of others', async () => {
    const report = await ask(FEES);
    expect(firstOf(report)).toBe('enforce');
    for (const id of ['demand', 'pursue']) expect(codesOf(report, id), id).toContain('attach_first');
    expect(textOf(report)).toMatch(/third-party information/);
  });

  test.each<[rule: string, change: object]>([
    ['one account was empty', { failed_attachments: 1 }],
    ['it answers', { contact: 'responsive' }],
    ['everything was looked for', { assets: 'none_found' }],
    ['the sum is not worth it', { amount: 40_000 }],
  ])('may be written to where %s', async (_, change) => {
    expect(codesOf(await ask({ ...FEES, ...change }), 'demand')).not.toContain('attach_first');
  });
});

describe('a debtor whose counsel prepares proceedings', () => {
  const AGENCY = { amount: 30_000_000, overdue_days: 10, claim_kind: 'services', insolvency: 'counsel_notice' };
  const COURT = ['payment_order', 'suit'];

  test.each<[rule: string, facts: object]>([
    ['and answers', { ...AGENCY, contact: 'responsive' }],
    ['and cannot be reached itself', { ...AGENCY, contact: 'unreachable', broken_promises: 2 }],
    ['or has asked for them', { ...AGENCY, insolvency: 'petition' }],
  ])("is not sued, nor sent a lawyer's letter: %s", async (_, facts) => {
    const report = await ask(facts);
    for (const id of [...COURT, 'lawyer_letter']) {
      expect(codesOf(report, id), id).toContain('opening_likely');
      expect(stepsOf(report), id).not.toContain(id);
    }
    expect(textOf(report)).toMatch(/counsel/);
  });

  test('is told the claim, whichever letter it is', async () => {
    const report = await ask({ ...AGENCY, options: 'demand' });
    expect(textOf(report)).toMatch(/to the debtor's counsel: state the claim, and ask about the plan/);
  });

  test.each<[rule: string, facts: object]>([
    ['has only stopped its payments', { ...AGENCY, insolvency: 'payment_suspended' }],
    ['disputes the claim, which a court must decide', { ...AGENCY, dispute: 'partial' }],
    ['may soon invoke the limitation', { ...AGENCY, overdue_days: undefined, due_date: '2022-02-28' }],
    ['has no trouble', { ...AGENCY, insolvency: undefined }],
  ])('may be sued who %s', async (_, facts) => {
    expect(codesOf(await ask(facts), 'suit')).not.toContain('opening_likely');
  });

  test('a small sum is let go there, too', async () => {
    const report = await ask({ ...AGENCY, amount: 80_000, overdue_days: 60 });
    expect(firstOf(report)).toBe('wait');
    expect(codesOf(report, 'small_claims')).toContain('opening_likely');
  });
});

describe('signs of distress before the due date', () => {
  const CUSTOMER = { amount: 5_000_000, overdue_days: -3, claim_kind: 'goods', contact: 'responsive' };
  const VALUED = { ...CUSTOMER, margin_per_year: 1_500_000, relationship_years: 3 };

  test.each<[rule: string, facts: object]>([
    ['some, of a valued customer', { ...VALUED, distress: 'some' }],
    ['grave ones', { ...VALUED, distress: 'severe' }],
    ['a want of cash that it tells of', { ...VALUED, cause: 'short_of_cash' }],
    ['weeks before the day', { ...VALUED, overdue_days: -45, distress: 'severe' }],
    ['of who has always paid', { ...VALUED, distress: 'some', payment_history: 'good' }],
  ])('are no reason to let a month go by: %s', async (_, facts) => {
    const report = await ask(facts);
    expect(firstOf(report)).toBe('pursue');
    expect(codesOf(report, 'pause')).toContain('ask_first');
    expect(textOf(report)).toMatch(/ask now what can be paid|ask for security/);
  });

  test.each<[rule: string, facts: object]>([
    ['there are none', VALUED],
    ['it is said that there are none', { ...VALUED, distress: 'none' }],
    ['the day has passed', { ...VALUED, overdue_days: 20, distress: 'some' }],
  ])('leave a month of waiting open where %s', async (_, facts) => {
    expect(codesOf(await ask(facts), 'pause')).not.toContain('ask_first');
  });

  test.each<[rule: string, facts: object, isTold: boolean]>([
    ['whose maker may not meet it', { distress: 'some' }, true],
    ['whose maker says so', { cause: 'short_of_cash' }, true],
    ['of which nothing is known', {}, false],
    ['whose maker has asked for proceedings', { insolvency: 'petition', distress: 'severe' }, false],
  ])('are the moment to ask for something in return for a renewed bill: one %s', async (_, facts, isTold) => {
    const text = textOf(await ask({ ...CUSTOMER, claim_kind: 'bill', options: 'pursue', ...facts }));
    expect(/agree only for security or a guarantor/.test(text)).toBe(isTold);
  });
});

describe('advice that was right and stays', () => {
  test.each<[rule: string, facts: object, first: readonly string[]]>([
    [
      'goods resold and unpaid are followed to the buyer before proceedings open',
      {
        amount: 8_000_000,
        overdue_days: 5,
        claim_kind: 'goods',
        evidence: 'strong',
        insolvency: 'counsel_notice',
        lien: {
          goods_value: 0,
          still_held: false,
          resale_price: 7_500_000,
          resale_unpaid: true,
          paid_on: '2026-12-31',
        },
      },
      ['lien'],
    ],
    [
      'a deed whose third instalment was missed is enforced on the wages that are known',
      {
        amount: 900_000,
        overdue_days: 70,
        claim_kind: 'loan',
        debtor_type: 'consumer',
        title: 'notarial_deed',
        title_on: '2026-03-01',
        broken_promises: 1,
        contact: 'evasive',
        assets: 'known',
      },
      ['enforce'],
    ],
    [
      'most of a disputed price that is offered in the hearing is taken',
      {
        amount: 75_000_000,
        overdue_days: 420,
        claim_kind: 'services',
        evidence: 'strong',
        dispute: 'full',
        contact: 'responsive',
        lawyer: 'yes',
        procedure: { kind: 'suit', stage: 'hearing', stage_on: '2026-11-10' },
        settle: { offer: 65_000_000, in_days: 30 },
      },
      ['settle'],
    ],
    [
      'a title on who lives on public assistance is let lie',
      {
        amount: 95_000,
        overdue_days: 700,
        title: 'judgment',
        title_on: '2026-07-20',
        assets: 'none_found',
        contact: 'unreachable',
      },
      ['wait', 'write_off'],
    ],
    [
      'works that were only spoken of are talked about first',
      {
        amount: 1_800_000,
        overdue_days: 60,
        claim_kind: 'works',
        evidence: 'weak',
        dispute: 'full',
        contact: 'responsive',
      },
      ['resolve_dispute'],
    ],
    [
      'freight of nearly a year ago against which damages are set off is demanded at once',
      { amount: 1_200_000, due_date: '2025-12-18', claim_kind: 'freight', dispute: 'full', contact: 'responsive' },
      ['demand'],
    ],
    [
      'an invoice that came late is sent again',
      {
        amount: '240,000円',
        overdue_days: '25',
        claim_kind: '役務・サービス',
        contact: '応答する',
        cause: 'invoice_not_received',
      },
      ['pursue'],
    ],
  ])('%s', async (_, facts, first) => {
    expect(first).toContain(firstOf(await ask(facts)));
  });
});
