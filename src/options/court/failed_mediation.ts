// Mediation that has ended without a result: it is not asked for a second time, and the suit that follows soon counts from its petition.

import { failedMediationOn } from '../../claim/facts.ts';
import { addDays } from '../../values/day.ts';
import { phrase } from '../../values/phrase.ts';
import type { Bar, OptionDeadline, Situation } from '../option.ts';

/** What could not be agreed before the court is not taken there again, nor talked about once more. */
export function failedMediationBars(s: Situation): Bar[] {
  const ended_on = failedMediationOn(s.facts.claim);
  if (ended_on === undefined) return [];
  return [
    {
      code: 'mediation_failed',
      text: phrase(
        { ended_on },
        {
          ja: '調停は{ended_on}に合意なく終わっています。話合いを重ねず、訴えます。',
          en: 'Mediation ended without an agreement on {ended_on}: do not talk again but sue.',
        },
      ),
      inputs: { events: s.facts.claim.events?.length ?? null },
      cite: s.law.citations.consent_to_settle,
      opens_if: {
        ja: '相手が話合いに応じると言う場合（その事実の経過［events］を省きます）',
        en: 'the debtor agrees to talks (leave that event out)',
      },
    },
  ];
}

/** Until when a suit counts as brought with the petition for mediation that has failed. */
export function suitAfterMediation(s: Situation): OptionDeadline[] {
  const ended_on = failedMediationOn(s.facts.claim);
  if (ended_on === undefined) return [];
  const days = s.tariff.mediation_to_suit_days;
  const on = addDays(ended_on, days);
  if (on < s.facts.claim.as_of) return [];
  return [
    {
      on,
      kind: 'suit_after_mediation',
      text: phrase(
        { ended_on, days },
        {
          ja: '調停は{ended_on}に終わりました。不成立の通知から{days}日以内（同じ日の通知なら、この日まで）に訴えれば、申立ての時に訴えたことになり、納めた手数料も通算されます。',
          en: 'Mediation ended on {ended_on}. A suit filed within {days} days of the notice (by this day if it came on that day) counts as filed with the petition, and the fee paid for it is credited.',
        },
      ),
      cite: s.law.citations.mediation_to_suit,
    },
  ];
}
