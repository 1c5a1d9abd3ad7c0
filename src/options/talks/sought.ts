// Whoever cannot be found is looked for before anything else: what the registers tell costs next to nothing.

import { titleOf } from '../../claim/procedure.ts';
import { isIndividual } from '../../law/individual.ts';
import type { Text } from '../../values/text.ts';
import type { Situation } from '../option.ts';

/** How the heirs of a debtor are found, and who of them is left. */
export const HEIRS_SOUGHT: Text = {
  ja: '除籍謄本などで相続人と相続分を調べ、放棄の有無を家庭裁判所に照会します。',
  en: 'Find the heirs and their shares in the family register, and ask the family court who has renounced.',
};

/** How a debtor at home is looked for, a person or a company. */
const lookedUp = ({ facts: { claim } }: Situation): Text =>
  isIndividual(claim.debtor_type)
    ? {
        ja: '住民票の写しなどで、住所（亡くなっていれば相続人）を確かめます。',
        en: 'Find the address in the register of residents, or the heirs of one who has died.',
      }
    : {
        ja: '登記で、本店と代表者の住所、解散の有無を確かめます。',
        en: 'Look up the seat, the director’s address and a dissolution in the commercial register.',
      };

/**
 * How a debtor at home is looked for today, as a sentence of its own; null for any other. A company that nobody reaches is looked up even where
 * its address is known, because anybody may read the commercial register; a person once a letter of ours was of no use.
 */
export function soughtFirst(s: Situation): Text | null {
  const { facts, month, state } = s;
  const { address_known, contact, demand_sent, lawyer_letter_sent } = facts.claim;
  if (facts.proceedings || month > 0) return null;
  if (facts.claim.succession === 'died') return HEIRS_SOUGHT;
  if (facts.abroad || state.standing !== 'fresh') return null;
  const isLookedUp = !isIndividual(facts.claim.debtor_type) || demand_sent === true || lawyer_letter_sent === true;
  return address_known === false || (contact === 'unreachable' && isLookedUp) ? lookedUp(s) : null;
}

/** Who has a title and attaches nothing looks for a debtor that nobody reaches before it waits: a title lives for years. Null for any other. */
export function soughtUnderTitle(s: Situation): Text | null {
  const { facts, month } = s;
  const isLost = facts.claim.address_known === false || facts.claim.contact === 'unreachable';
  return isLost && titleOf(facts.claim) !== 'none' && !facts.proceedings && !facts.abroad && month === 0
    ? lookedUp(s)
    : null;
}
