// In-house pursuit: calls, mails and visits, month by month (docs/model.md 4).

import { z } from 'zod';
import { perKind } from '../assumptions/kinds.ts';
import { procedureBars } from './bars.ts';
import { failure } from './failure.ts';
import { option } from './option.ts';

/** The length of one step of pursuit, in months. */
const STEP = 1;

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
    const acting = Math.max(0, STEP - untilDue);
    const dueInside = !due && acting > 0;
    const mid = dueInside ? (untilDue + STEP) / 2 : STEP / 2;
    const chances = perKind((k) => {
      const pay = hazards.pay[k]! * (expired ? a.hazard.after_limitation[k]! : 1);
      const fail = hazards.fail[k]!;
      if (due) return ((1 - Math.exp(-(pay + fail) * STEP)) * pay) / (pay + fail);
      if (!dueInside) return 0;
      const onTime = a.prior.paid_on_time[k]!;
      return Math.exp(-fail * STEP) * (onTime + (1 - onTime) * (1 - Math.exp(-pay * acting)));
    });
    const fails = perKind((k) => {
      const pay = hazards.pay[k]! * (expired ? a.hazard.after_limitation[k]! : 1);
      const fail = hazards.fail[k]!;
      return due ? ((1 - Math.exp(-(pay + fail) * STEP)) * fail) / (pay + fail) : 1 - Math.exp(-fail * STEP);
    });
    const { hours_base, hours_per_doubling, hours_reference, hours_min, hours_max } = a.pursue;
    const hours = hours_base + hours_per_doubling * Math.log2(state.balance / hours_reference);
    const cost = due ? STEP * a.money.staff_rate * Math.min(hours_max, Math.max(hours_min, hours)) : 0;
    return {
      event: {
        id: 'pursue',
        at: 0,
        flows: cost > 0 ? [{ own_time: cost }] : [],
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
          { chance: fails, event: failure(s, mid, state.balance) },
        ],
      },
      stays: perKind((k) => 1 - chances[k]! - fails[k]!),
      window: STEP,
      relationship: a.relationship.loss.pursue,
    };
  },
  assumes: ['hazard', 'pursue', 'insolvency', 'money', 'relationship.loss.pursue'],
  sentences: {
    ja: {
      step: () => '電話・メール・訪問で督促し、支払日を約束させて記録します。',
      reason: (say, _, s) =>
        s.facts.claim.contact === 'responsive'
          ? `相手と連絡が取れるため、${say.months(1)}の督促で動く見込みがあります。`
          : null,
    },
    en: {
      step: () => 'Call, write and visit; get a payment date and put it on record.',
      reason: (say, _, s) =>
        s.facts.claim.contact === 'responsive'
          ? `The debtor answers, so ${say.months(1)} of reminders may move it.`
          : null,
    },
  },
});
