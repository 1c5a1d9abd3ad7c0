// Whoever cannot be found is looked for before anything else: what the registers tell costs next to nothing.

import { isIndividual } from '../law/individual.ts';
import type { Text } from '../values/text.ts';
import type { Situation } from './option.ts';

/** How the heirs of a debtor are found, and who of them is left. */
export const HEIRS_SOUGHT: Text = {
  ja: '除籍謄本などで相続人と相続分を調べ、放棄の有無を家庭裁判所に照会します。',
  en: 'Find the heirs and their shares in the family register, and ask the family court who has renounced.',
};

/**
 * How a debtor at home is looked for today, as a sentence of its own; null for any other. A company that nobody reaches is looked up even where
 * its address is known, because anybody may read the commercial register; a person once a letter of ours was of no use.
 */
export function soughtFirst({ facts, month, state }: Situation): Text | null {
  const { address_known, contact, demand_sent, lawyer_letter_sent } = facts.claim;
  if (facts.proceedings || month > 0) return null;
  if (facts.claim.succession === 'died') return HEIRS_SOUGHT;
  if (facts.abroad || state.standing !== 'fresh') return null;
  const isPerson = isIndividual(facts.claim.debtor_type);
  const isLookedUp = !isPerson || demand_sent === true || lawyer_letter_sent === true;
  if (address_known !== false && (contact !== 'unreachable' || !isLookedUp)) return null;
  return isPerson
    ? {
        ja: '住民票の写しなどで、住所（亡くなっていれば相続人）を確かめます。',
        en: 'Find the address in the register of residents, or the heirs of one who has died.',
      }
    : {
        ja: '登記で、本店と代表者の住所、解散の有無を確かめます。',
        en: 'Look up the seat, the director’s address and a dissolution in the commercial register.',
      };
}
