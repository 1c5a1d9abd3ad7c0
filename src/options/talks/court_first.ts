// States once that a court comes before offers of ours to a debtor who avoids us once words were tried.
// Here 'payment_order' is a filing with its fee, not an option.

import type { Claim } from '../../claim/claim.ts';
import { isInCrisis } from '../../claim/facts.ts';
import { titleOf } from '../../claim/procedure.ts';
import { plus, times } from '../../numbers/number.ts';
import { isWorthTaking } from '../court/attach_first.ts';
import type { Bar, Situation } from '../option.ts';
import { avoidsUs } from '../parts/contact.ts';

/** An attachment pays for the order that leads to it, too, with our own time for both; whatever is known of the assets, which is never a drawback. */
const isWorthOrdering = (s: Situation): boolean =>
  isWorthTaking(
    s,
    plus(s.tariff.filing('payment_order', s.state.balance), times(s.a.court.hours.payment_order, s.a.money.staff_rate)),
  );

/** Promises of which one that is broken may be a misfortune, and this many are not. */
const PROMISES_SPENT = 2;

/** A debtor that avoids us has let a lawyer's letter go by, or more than one promise of its own. */
const areWordsSpent = ({ contact, lawyer_letter_sent, broken_promises = 0 }: Claim): boolean =>
  avoidsUs(contact) && (lawyer_letter_sent === true || broken_promises >= PROMISES_SPENT);

/**
 * Whoever avoids us when words were tried is not offered to pay less or later: it would use the time. A demand, then a court, comes first, where
 * papers are good enough for one and assets were not looked for in vain. What the debtor offers itself is another matter.
 */
export function courtFirstBars(s: Situation): Bar[] {
  const { claim, disputed } = s.facts;
  if (titleOf(claim) !== 'none' || !areWordsSpent(claim) || disputed || isInCrisis(claim)) return [];
  if (claim.evidence === 'weak' || claim.assets === 'none_found' || !isWorthOrdering(s)) return [];
  return [
    {
      code: 'court_first',
      text: {
        ja: '約束や弁護士の催告を守らず、連絡を避けている相手です。分割や減額をこちらから申し出て時間を与えるより、催告と法的手続を先にします。',
        en: "The debtor avoids us and has kept neither its promises nor a lawyer's time limit: demand payment, then go to court, before an offer gives it time.",
      },
      inputs: {
        contact: claim.contact ?? null,
        broken_promises: claim.broken_promises ?? null,
        lawyer_letter_sent: claim.lawyer_letter_sent ?? null,
      },
      cite: null,
      opens_if: {
        ja: '相手が応答した場合、または相手から申出があった場合',
        en: 'the debtor answers, or makes an offer itself',
      },
    },
  ];
}
