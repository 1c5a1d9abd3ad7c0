// A certified demand: content-certified mail with proof of delivery, which also postpones the end of the limitation period once
// (docs/model.md 5).

import { z } from 'zod';
import { phrase } from '../values/phrase.ts';
import { absentBars } from './absent.ts';
import { limitationBars, madeBefore, notDueBars, procedureBars } from './bars.ts';
import { wholeMonths } from './offers.ts';
import { option } from './option.ts';

export const demand = option({
  id: 'demand',
  label: { ja: '内容証明による催告', en: 'certified demand' },
  description: {
    ja: '内容証明郵便で支払を催告します。到達から時効の完成が一度だけ猶予されます。',
    en: 'Demand payment by content-certified mail; its arrival postpones the limitation period once.',
  },
  family: 'in_house',
  shape: 'offer',
  follows: ['fresh'],
  varies: () => 'never',
  terms: z.strictObject({}),
  needs: () => [],
  bars: (s) => [
    ...absentBars(s, 'certified_mail'),
    ...notDueBars(s),
    ...limitationBars(s),
    ...procedureBars(s, 'individual_action'),
    ...madeBefore(s, 'demand_sent', {
      ja: '内容証明はすでに送られています。2通目に時効を猶予する効果はありません。',
      en: 'A certified demand has been sent; a second one does not postpone the limitation period.',
    }),
  ],
  variants: () => [{}],
  prospect: (s) => {
    const { demand: d } = s.a;
    const extended = Math.max(s.facts.due_in, 0) + s.tariff.demand_months;
    return {
      event: {
        id: 'paid_on_demand',
        at: d.months_to_pay,
        flows: [{ principal: s.state.balance, share: s.debtor.paid_share }],
      },
      acceptance: d.respond,
      voidIfFailed: true,
      window: wholeMonths(d.window_months),
      asking: [{ external: s.tariff.certified_mail + d.preparation }],
      open: { from: s.facts.due_in, until: s.state.limitation },
      after: { limitation: Math.max(s.state.limitation, extended) },
      relationship: s.a.relationship.loss.demand,
    };
  },
  assumes: ['demand', 'relationship.loss.demand'],
  sentences: {
    step: () =>
      phrase(
        { wait: { months: 1 } },
        {
          ja: '配達証明付きの内容証明郵便で、期限を切って支払を催告します（{wait}待つ）。',
          en: 'Send a content-certified demand with proof of delivery and a deadline; wait {wait}.',
        },
      ),
    reason: (s) =>
      s.state.limitation < 6
        ? phrase(
            { end: { day_in: s.state.limitation } },
            {
              ja: '到達の時から時効の完成が猶予されます（現在の満了は{end}頃）。',
              en: 'Its arrival postpones the end of the limitation period, now about {end}.',
            },
          )
        : null,
    risk: (s) =>
      s.state.limitation < 0.5
        ? {
            ja: '時効期間内に到達しなければ猶予されません。間に合わないときは、その日のうちに支払督促か訴えを申し立てます。',
            en: 'It must arrive within the limitation period; if it may not, file a payment order or a suit the same day.',
          }
        : {
            ja: '2通目の催告に時効を猶予する効果はありません。',
            en: 'A second demand does not postpone the limitation period again.',
          },
  },
});
