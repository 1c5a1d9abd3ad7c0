// What may be done before a claim is late: nobody is sent a letter on the day itself, what the debtor offers can be taken, and some people can be
// asked already.

import { describe, expect, test } from 'vitest';
import { ask } from './asking.ts';

const CLAIM = { amount: 3_000_000, overdue_days: -10, contact: 'responsive' };
const OFFER = { offer: 1_800_000, in_days: 5 };
const ENDORSED = { ...CLAIM, claim_kind: 'bill', other_debtors: [{ kind: 'endorser', amount: 3_000_000 }] };
const GUARANTEED = { ...CLAIM, guarantor: { value: 2_000_000, joint: true } };

/** An option of the answer to a request. */
const optionOf = async (request: object, id: string) =>
  (await ask(request)).options.find((option) => option.id === id)!;

/** Codes of the bars of an option; none where it is open. */
const barsOf = async (request: object, id: string) => {
  const found = await optionOf(request, id);
  return 'bars' in found && found.bars ? found.bars.map(({ code }) => code) : [];
};

const RULES: readonly [rule: string, option: string, barred: object, open: object][] = [
  [
    'a letter is sent to one who avoids us from the day after the due date on',
    'demand',
    { overdue_days: 0, contact: 'evasive' },
    { overdue_days: 1, contact: 'evasive' },
  ],
  ['before the due date no discount is offered, but the debtor’s own is taken', 'settle', {}, { settle: OFFER }],
  [
    'before the due date no instalments are offered, but the debtor’s own are taken',
    'plan',
    {},
    { plan: { offered: true, instalments: 6 } },
  ],
  [
    'a guarantor is asked before the due date once bankruptcy has made the debt due',
    'guarantor',
    { ...GUARANTEED, insolvency: 'rehabilitation' },
    { ...GUARANTEED, insolvency: 'bankruptcy' },
  ],
  [
    'an endorser is asked before maturity once the maker has suspended payments',
    'guarantor',
    ENDORSED,
    { ...ENDORSED, insolvency: 'payment_suspended' },
  ],
  [
    'or once an attachment has missed',
    'guarantor',
    { ...ENDORSED, failed_attachments: 0 },
    { ...ENDORSED, failed_attachments: 1 },
  ],
  [
    'a guarantor beside the endorser is not',
    'guarantor',
    { ...ENDORSED, insolvency: 'payment_suspended', guarantor: { value: 2_000_000 } },
    { ...ENDORSED, insolvency: 'payment_suspended' },
  ],
  [
    'an endorser of what is no bill is not',
    'guarantor',
    { ...ENDORSED, claim_kind: 'goods', insolvency: 'payment_suspended' },
    { ...ENDORSED, insolvency: 'payment_suspended' },
  ],
];

describe('before the debt is late', () => {
  test.each(RULES)('%s', async (_, id, barred, open) => {
    expect(await barsOf({ ...CLAIM, ...barred }, id)).toContain('not_due');
    expect(await barsOf({ ...CLAIM, ...open }, id)).toEqual([]);
  });

  test.each(['short_of_cash', 'unwilling'])(
    'whoever says before the day that it is %s is not expected to pay on it',
    async (cause) => {
      const waiting = async (change: object) =>
        Number((await optionOf({ ...CLAIM, overdue_days: -1, ...change }, 'wait')).net_value);
      expect(await waiting({ cause })).toBeLessThan(0.85 * (await waiting({})));
      expect(await waiting({ cause: 'forgotten' })).toBeGreaterThan(0.95 * (await waiting({})));
    },
  );

  test('so instalments that such a debtor offers are taken before the day', async () => {
    const offered = { ...CLAIM, overdue_days: -1, acknowledged: true, plan: { offered: true, instalments: 3 } };
    expect((await ask({ ...offered, cause: 'short_of_cash' })).recommendation.option).toBe('plan');
    expect((await ask(offered)).recommendation.option).not.toBe('plan');
  });

  test('what a failing debtor pays before the day may have to be given back, and the answer says so', async () => {
    const risks = async (change: object) =>
      JSON.stringify(
        (await ask({ ...CLAIM, options: 'settle', settle: { ...OFFER, offer: 2_950_000 }, ...change })).recommendation
          .risks,
      );
    expect(await risks({ distress: 'severe' })).toContain('art. 162(1)(ii)');
    expect(await risks({ distress: 'some' })).not.toContain('art. 162(1)(ii)');
    expect(await risks({ distress: 'severe', overdue_days: 1 })).not.toContain('art. 162(1)(ii)');
  });

  test('while the day of a failing debtor is watched, security is asked for and the next steps are made ready', async () => {
    const step = async (change: object) =>
      (await ask({ ...CLAIM, options: 'pursue', ...change })).recommendation.plan?.[0]?.text;
    expect(await step({ distress: 'severe' })).toContain('security or a guarantor');
    expect(await step({ insolvency: 'dishonoured' })).toContain('security or a guarantor');
    expect(await step({ distress: 'some' })).toContain('no reminders yet');
    expect(await step({ distress: 'severe', claim_kind: 'goods' })).toContain('goods we delivered');
    expect(await step({ distress: 'severe', claim_kind: 'services' })).not.toContain('goods we delivered');
  });
});
