// Work out the dispute before anything else: concede a part as a credit note, get the rest paid (docs/model.md 5).

import * as z from 'zod';
import { minus, times } from '../numbers/number.ts';
import { phrase, type Sentence, SILENT } from '../values/phrase.ts';
import { failedMediationBars } from './court/failed_mediation.ts';
import { besideProcedure, onRecord } from './court/running.ts';
import { option, type Situation } from './option.ts';
import { limitationBars, madeBefore, notDueBars, procedureBars } from './parts/bars.ts';
import { wholeMonths } from './talks/offers.ts';
import { unansweredBars } from './talks/own_offer.ts';
import { undisputedNow } from './talks/undisputed.ts';

/** What is conceded as a credit note, yen. */
const concession = (s: Situation): number =>
  times(times(s.state.balance, s.a.dispute.credit_share), s.debtor.dispute_share);

/**
 * Talks alone stop no period: where it ends soon, an agreement to consult is signed first, or a demand sent. While a demand keeps it from ending,
 * neither has an effect, and the deadlines tell what has.
 */
function talksInTime({ facts, law: { citations }, month, state, tariff }: Situation): Sentence {
  const { demand_today, limitation, limitation_months } = facts;
  const isCarried =
    demand_today === 'no_effect' ||
    limitation.steps.at(-1)?.code === 'postponed' ||
    state.limitation > limitation_months;
  if (isCarried || state.acknowledged || state.limitation >= month + tariff.demand_months) return SILENT;
  const { law, article } = citations.limitation_agreement;
  return phrase(
    { law, article },
    {
      ja: '話合いだけでは時効は止まりません。先に協議を行う旨の合意（{law}{article}）を書面で交わすか、催告します。',
      en: ' Talks alone do not stop the limitation period: first sign an agreement to consult ({law} {article}), or send a demand.',
    },
  );
}

export const resolve_dispute = option({
  id: 'resolve_dispute',
  label: { ja: '争いの解消', en: 'resolve the dispute' },
  description: {
    ja: '納品・品質・金額の争いを先に調べ、認める部分を減額して残りの支払を得ます。',
    en: 'Work out the complaint, concede what is justified as a credit note, and collect the rest.',
  },
  family: 'in_house',
  shape: 'offer',
  consensual: true,
  follows: ['fresh'],
  varies: () => 'never',
  terms: z.strictObject({}),
  needs: () => [],
  bars: (s) => [
    ...(s.facts.disputed
      ? []
      : [
          {
            code: 'no_dispute',
            text: { ja: '争いの有無（dispute）が入力されていません。', en: 'No dispute (dispute) has been entered.' },
            inputs: { dispute: s.facts.claim.dispute ?? null },
            cite: null,
            opens_if: { ja: '争い（dispute）が partial か full の場合', en: '"dispute" (dispute) is partial or full' },
          },
        ]),
    ...madeBefore(s, 'dispute_refused', {
      ja: '争いの解消に向けた協議はすでに決裂しています。',
      en: 'Talks about the dispute have already failed.',
    }),
    ...(s.facts.disputed ? failedMediationBars(s) : []),
    ...notDueBars(s),
    ...(s.facts.disputed ? unansweredBars(s) : []),
    ...limitationBars(s),
    ...procedureBars(s, 'chasing'),
  ],
  variants: () => [{}],
  prospect: (s) => {
    const { dispute } = s.a;
    const conceded = concession(s);
    return {
      event: {
        id: 'dispute_resolved',
        at: dispute.months_to_pay,
        flows: [{ principal: times(minus(s.state.balance, conceded), s.debtor.kept) }],
        conceded,
      },
      acceptance: dispute.success.map((chance) => times(chance, s.debtor.contact_factor)),
      voidIfFailed: true,
      window: wholeMonths(dispute.window_months),
      asking: [{ own_time: times(dispute.hours, s.a.money.staff_rate) }],
      open: besideProcedure(s, { from: s.facts.due_in }),
      relationship: s.a.relationship.loss.resolve_dispute,
    };
  },
  refused_as: 'dispute_refused',
  sentences: {
    step: (s) =>
      phrase(
        { conceded: { yen: concession(s) }, first: undisputedNow(s), inTime: talksInTime(s), record: onRecord(s) },
        {
          ja: '{first}相手の言い分と事実を確かめ、認める部分を減額して残額の支払日を書面で合意します（減額する額の目安 {conceded}）。{inTime}{record}',
          en: '{first}Check the facts, concede what is justified (estimate {conceded}), and agree in writing when the rest is paid.{inTime}{record}',
        },
      ),
    reason: () => ({
      ja: '争いが残ったまま法的手続に進むと、勝訴の確率も回収額も下がります。',
      en: 'Going to court with the dispute open lowers both the chance of winning and what it brings.',
    }),
  },
});
