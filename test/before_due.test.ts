// What may be done before a claim is late: nobody is sent a letter on the day itself, what the debtor offers can be taken, and some people can be
// asked already.

import { describe, expect, test } from 'vitest';
import { ask } from './asking.ts';
import { BEFORE_DUE, EARLY_RULES, OFFER } from './cases/gates.ts';

const CLAIM = BEFORE_DUE;

/** An option of the answer to a request. */
const optionOf = async (request: object, id: string) =>
  (await ask(request)).options.find((option) => option.id === id)!;

/** Codes of the bars of an option; none where it is open. */
const barsOf = async (request: object, id: string) => {
  const found = await optionOf(request, id);
  return 'bars' in found && found.bars ? found.bars.map(({ code }) => code) : [];
};

describe('before the debt is late', () => {
  test.each(EARLY_RULES)('%s', async (_, id, barred, open) => {
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
    expect(await step({ distress: 'some' })).toContain('ask now what can be paid');
    expect(await step({})).toContain('no reminders yet');
    expect(await step({ distress: 'severe', claim_kind: 'goods' })).toContain('goods we delivered');
    expect(await step({ distress: 'severe', claim_kind: 'services' })).not.toContain('goods we delivered');
  });
});
