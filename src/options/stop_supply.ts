// Stopping further deliveries until the debt is paid, month by month, while the debtor is chased as before (docs/model.md 4.1). What it saves
// is no part of this claim, so it is told beside the value; what it presses out is.

import * as z from 'zod';
import { product, zipKinds } from '../assumptions/kinds.ts';
import { isShortOfCash } from '../claim/facts.ts';
import { WEARS_OFF_AT, wornOff } from '../debtor/debtor.ts';
import { positiveAmountField } from '../fields/field.ts';
import { decay, minus, oneMinus, over, plus, times } from '../numbers/number.ts';
import { phrase } from '../values/phrase.ts';
import { besideProcedure } from './court/running.ts';
import { type Case, option, type Situation, statedTerms } from './option.ts';
import { notDueBars, procedureBars } from './parts/bars.ts';
import { avoidsUs } from './parts/contact.ts';
import { failureEvent } from './parts/failure.ts';
import { isChasedInVain } from './parts/month.ts';
import { isFailing } from './talks/before_due.ts';
import { orderFirstBars } from './talks/own_offer.ts';

const stopTerms = z.strictObject({
  per_month: positiveAmountField({
    label: { ja: '月間の納入額', en: 'deliveries a month' },
    description: 'What is still delivered to the debtor in a month, at invoice value.',
    description_ja: '相手方に今も納めている商品・役務の月額（請求額）。',
    example: 800000,
  }).optional(),
});

const statedSupply = statedTerms<z.output<typeof stopTerms>>('stop_supply');

/**
 * A debtor to whom nobody delivers as before: it broke a promise, does not answer, has not paid for months without saying why, is short of
 * cash, or shows signs of distress.
 */
function isDoubtful(s: Situation): boolean {
  const { claim, disputed } = s.facts;
  if (!disputed && isChasedInVain({ ...s, month: 0 })) return true;
  return (claim.broken_promises ?? 0) > 0 || avoidsUs(claim.contact) || isShortOfCash(claim) || isFailing(s);
}

const perMonth = (s: Situation): number => statedSupply(s).per_month?.toNumber() ?? 0;

/** The length of one step, in months. */
const STOP_MONTHS = 1;

/** Months after the valuation day until which it presses; a debtor who still has not paid has found another supplier. */
const PRESSES_MONTHS = 6;

/** Chances of paying, failing and staying open within a month in which nothing is delivered. */
function inAMonth({ a, debtor }: Case, expired: boolean, age: number) {
  const { fail } = debtor.hazards;
  const pay = product(debtor.hazards.pay, wornOff(age, a)).map((rate) => times(rate, debtor.called));
  const pressed = product(expired ? product(pay, a.hazard.after_limitation) : pay, a.supply_stop.pressure);
  const leaves = (hazard: number, all: number) => over(times(oneMinus(decay(all, STOP_MONTHS)), hazard), all);
  const paid = zipKinds(pressed, fail, (p, f) => leaves(p, plus(p, f)));
  const failed = zipKinds(pressed, fail, (p, f) => leaves(f, plus(p, f)));
  return { paid, failed, open: zipKinds(paid, failed, (p, f) => minus(oneMinus(p), f)) };
}

export const stop_supply = option({
  id: 'stop_supply',
  label: { ja: '供給停止と督促', en: 'stop deliveries and pursue' },
  description: {
    ja: '支払があるまで以後の納入を止め（または前払いに切り替え）、督促を続けます。',
    en: 'Stop further deliveries, or ask for payment in advance, until the debt is paid, and keep chasing.',
  },
  family: 'in_house',
  shape: 'effort',
  follows: ['fresh'],
  varies: () => 'interest',
  changes: ({ facts }) => WEARS_OFF_AT.map((age) => age - facts.age),
  terms: stopTerms,
  needs: (s) => (statedSupply(s).per_month === undefined ? ['stop_supply.per_month'] : []),
  bars: (s) => [...notDueBars(s), ...procedureBars(s, 'chasing'), ...orderFirstBars(s)],
  variants: () => [{}],
  prospect: (s) => {
    const { paid, failed, open } = s.once(inAMonth, s.month >= s.state.limitation, s.facts.age + s.month);
    const at = STOP_MONTHS / 2;
    return {
      event: {
        id: 'stop_supply',
        at: 0,
        flows: [{ own_time: times(s.a.supply_stop.hours, s.a.money.staff_rate) }],
        next: [
          {
            chance: paid,
            event: {
              id: 'paid',
              at,
              flows: [
                {
                  principal: s.state.balance,
                  share: s.debtor.paid_share,
                  interest_share: s.a.money.interest_paid_voluntarily,
                },
              ],
            },
          },
          { chance: failed, event: failureEvent(s, at, s.state.balance) },
        ],
      },
      staysOpen: open,
      window: STOP_MONTHS,
      open: besideProcedure(s, { until: PRESSES_MONTHS + 0.5 }),
      relationship: s.a.relationship.loss.stop_supply,
    };
  },
  sentences: {
    // Later on, what the warning says was decided first goes on.
    step: (s) =>
      s.month > s.facts.due_in && isDoubtful(s)
        ? {
            ja: '納入の停止（または前払い）を続け、未払分の支払を再開の条件とすると書面で示して、督促を続けます。',
            en: 'Deliveries stay stopped, or paid in advance: say in writing that they start again once the debt is paid, and keep chasing.',
          }
        : {
            ja: '未払が続く間は以後の納入を止める（または前払いにする）と書面で知らせ、督促を続けます。',
            en: 'Tell the debtor in writing that deliveries stop, or need payment in advance, while the debt is unpaid, and keep chasing.',
          },
    reason: (s) =>
      phrase(
        { saved: { yen: perMonth(s) } },
        {
          ja: '納入を続けると未収が毎月{saved}ずつ増えます。止めればその分の損失を防げます（この金額は期待額に含めていません）。',
          en: 'Going on would add {saved} a month to what is unpaid; stopping keeps that from being lost (it is not part of the value shown).',
        },
      ),
    warning: (s) => {
      if (statedSupply(s).per_month === undefined || !isDoubtful(s)) return null;
      return phrase(
        { more: { yen: perMonth(s) } },
        {
          ja: '納入を続ける間、未払の残高は毎月{more}ずつ増えます。約束を破った相手、連絡を避ける相手、何か月も払わない相手、資金繰りに不安のある相手には、どの手段を選ぶ場合も、以後の納入を止めるか、前払い・減量にするか、担保を取るかを先に決めます。',
          en: 'While deliveries go on the unpaid balance grows by {more} a month. With a debtor who broke a promise, does not answer, has not paid for months or is short of cash, decide first whether to stop them, ask for payment in advance, deliver less or take security, whatever step you choose.',
        },
      );
    },
    risk: () => ({
      ja: '契約に供給停止の定めがないときは、相手の支払に不安がある事情を書面で示します。納期の定まった個別契約を理由なく止めると、当社が債務不履行になります。',
      en: 'Without a clause in the contract, state in writing why payment is in doubt: stopping an order with a fixed date without cause is a breach on our side.',
    }),
  },
});
