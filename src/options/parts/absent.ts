// States once the reason that closes an option whose procedure the law of the country does not have.

import { type MissableProcedure, procedureSource } from '../../law/tariff.ts';
import { phrase } from '../../values/phrase.ts';
import type { Bar, Situation } from '../option.ts';

/** The law of the day does not have a procedure. */
export function absentBars(s: Situation, procedure: MissableProcedure): Bar[] {
  if (!s.tariff.absent.has(procedure)) return [];
  const { as_of } = s.facts.claim;
  const { label, citation } = procedureSource(s.law, procedure, as_of);
  return [
    {
      code: 'no_such_procedure',
      text: phrase(
        { country: s.law.label, procedure: label },
        {
          ja: '準拠法（{country}）には、この手続（{procedure}）がありません。',
          en: 'The law that applies ({country}) has no such procedure ({procedure}).',
        },
      ),
      inputs: { jurisdiction: s.law.id },
      cite: citation,
      opens_if: { ja: '別の国の法による場合', en: 'the law of another country applies' },
    },
  ];
}
