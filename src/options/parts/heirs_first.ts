// States once what waits after a death until the heirs are settled.

import { titleOf } from '../../claim/procedure.ts';
import { successionRule } from '../../law/succession.ts';
import { phrase } from '../../values/phrase.ts';
import type { Bar, Situation } from '../option.ts';

/** The debtor has died, and its heirs may renounce: whoever is pressed now renounces, and a suit against the wrong person is lost. */
export function heirsFirstBars({ facts, law, state }: Situation): Bar[] {
  const { succession } = facts.claim;
  const rule = successionRule(law, succession);
  const isFirst = state.standing === 'fresh' || titleOf(facts.claim) !== 'none';
  if (rule === undefined || rule.unsettled_months === null || !isFirst) return [];
  return [
    {
      code: 'heirs_first',
      text: phrase(
        { months: { months: rule.unsettled_months } },
        {
          ja: '相続人が放棄できる間（知った時から{months}）は、誰がいくら負うか決まりません。請求や手続は、相続人が確定してからにします。',
          en: 'While the heirs may renounce (for {months} from knowing) it is not settled who owes how much: claim or sue once it is.',
        },
      ),
      inputs: { succession: succession ?? null },
      cite: rule.citation,
      opens_if: {
        ja: '相続人が確定した場合（相続分ごとに計算します）',
        en: 'the heirs are settled (calculate every share by itself)',
      },
      lifts: rule.unsettled_months,
    },
  ];
}
