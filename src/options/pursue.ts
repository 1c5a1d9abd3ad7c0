// In-house pursuit: calls, mails and visits, month by month (docs/model.md 4).

import * as z from 'zod';
import { every, product, zipKinds } from '../assumptions/kinds.ts';
import { WEARS_OFF_AT, wornOff } from '../debtor/debtor.ts';
import { atLeast, atMost, decay, log2, minus, oneMinus, over, plus, times } from '../numbers/number.ts';
import { phrase } from '../values/phrase.ts';
import { procedureBars } from './bars.ts';
import { failureEvent } from './failure.ts';
import { option } from './option.ts';

/** The length of one step of pursuit, in months. */
const STEP_MONTHS = 1;

/** Chance of leaving within a step by a way with this hazard, when `all` is the hazard of all ways. */
const leavingBy = (hazard: number, all: number): number => over(times(oneMinus(decay(all, STEP_MONTHS)), hazard), all);

export const pursue = option({
  id: 'pursue',
  label: { ja: '自社督促', en: 'pursue in-house' },
  description: {
    ja: '電話・メール・訪問で督促を続けます。1か月ごとに続けるか別の手に移るかを決めます。',
    en: 'Keep calling, writing and visiting, deciding anew each month.',
  },
  family: 'in_house',
  shape: 'effort',
  follows: ['fresh'],
  varies: (s) => (s.month < s.facts.due_in ? 'monthly' : 'interest'),
  changes: ({ facts }) => WEARS_OFF_AT.map((age) => age - facts.age),
  terms: z.strictObject({}),
  needs: () => [],
  bars: (s) => procedureBars(s, 'individual_action'),
  variants: () => [{}],
  prospect: (s) => {
    const { a, facts, month, state } = s;
    const { hazards, paid_share } = s.debtor;
    const expired = month >= state.limitation;
    const untilDue = Math.max(0, facts.due_in - month);
    const due = untilDue === 0;
    const acting = Math.max(0, STEP_MONTHS - untilDue);
    const dueInside = !due && acting > 0;
    const mid = dueInside ? (untilDue + STEP_MONTHS) / 2 : STEP_MONTHS / 2;
    const usual = product(hazards.pay, wornOff(facts.age + month, a)).map((rate) => times(rate, s.debtor.called));
    const pay = expired ? product(usual, a.hazard.after_limitation) : usual;
    const { fail } = hazards;
    const chances = due
      ? zipKinds(pay, fail, (p, f) => leavingBy(p, plus(p, f)))
      : dueInside
        ? product(
            fail.map((f) => decay(f, STEP_MONTHS)),
            zipKinds(a.prior.paid_on_time, pay, (onTime, p) =>
              plus(onTime, times(oneMinus(onTime), oneMinus(decay(p, acting)))),
            ),
          )
        : every(0);
    const fails = due
      ? zipKinds(pay, fail, (p, f) => leavingBy(f, plus(p, f)))
      : fail.map((f) => oneMinus(decay(f, STEP_MONTHS)));
    const { hours_base, hours_per_doubling, hours_reference, hours_min, hours_max } = a.pursue;
    const hours = plus(hours_base, times(hours_per_doubling, log2(over(state.balance, hours_reference))));
    const cost = times(times(STEP_MONTHS, a.money.staff_rate), atMost(atLeast(hours, hours_min), hours_max));
    return {
      event: {
        id: 'pursue',
        at: 0,
        flows: due ? [{ own_time: cost }] : [],
        next: [
          {
            chance: chances,
            event: {
              id: 'paid',
              at: mid,
              flows: [
                { principal: state.balance, share: paid_share, interest_share: a.money.interest_paid_voluntarily },
              ],
            },
          },
          { chance: fails, event: failureEvent(s, mid, state.balance) },
        ],
      },
      staysOpen: zipKinds(chances, fails, (paid, failed) => minus(oneMinus(paid), failed)),
      window: STEP_MONTHS,
      relationship: a.relationship.loss.pursue,
    };
  },
  assumes: ['hazard', 'pursue', 'insolvency', 'money', 'relationship.loss.pursue'],
  sentences: {
    step: () => ({
      ja: '電話・メール・訪問で督促し、支払日を約束させて記録します。',
      en: 'Call, write and visit; get a payment date and put it on record.',
    }),
    reason: (s) =>
      s.facts.claim.contact === 'responsive'
        ? phrase(
            { time: { months: 1 } },
            {
              ja: '相手と連絡が取れるため、{time}の督促で動く見込みがあります。',
              en: 'The debtor answers, so {time} of reminders may bring payment.',
            },
          )
        : null,
  },
});
