// States once that who avoids us is sent a letter before we offer it anything: instalments and a discount are for those who talk to us.

import type { Claim } from '../../claim/claim.ts';
import { disputeOf, failedMediationOn, isDemanded, isInCrisis } from '../../claim/facts.ts';
import { titleOf } from '../../claim/procedure.ts';
import type { Bar, Situation } from '../option.ts';

/** A letter of ours can be sent, and has an effect. */
const isLetterOpen = ({ facts, state, tariff }: Situation): boolean =>
  facts.claim.address_known !== false && state.limitation > 0 && !tariff.absent.has('certified_mail');

/** The inputs by which the debtor has refused to agree, in mediation or in talks over the whole; null where it has not. */
function refusedBy(claim: Claim): Bar['inputs'] | null {
  if (failedMediationOn(claim) !== undefined) return { events: claim.events?.length ?? null };
  const isDenied = disputeOf(claim) === 'full' && claim.dispute_refused === true;
  return isDenied ? { dispute: claim.dispute ?? null, dispute_refused: true } : null;
}

/**
 * A debtor that avoids us has asked for nothing, and one with whom talks have failed has refused: what we offer before it was ever told when to
 * pay by is read as weakness. What it offers itself, talks about a dispute and offers under a title or in a crisis are other matters.
 */
export function letterFirstBars(s: Situation): Bar[] {
  const { claim, disputed } = s.facts;
  const refused = refusedBy(claim);
  if (refused === null && (claim.contact !== 'evasive' || disputed)) return [];
  if (titleOf(claim) !== 'none' || isInCrisis(claim)) return [];
  if (isDemanded(claim) || !isLetterOpen(s)) return [];
  return [
    {
      code: 'own_demand_first',
      text: refused
        ? {
            ja: '話合いがまとまらなかった相手です。分割や減額をこちらから申し出るのは、期限を切った催告の後にします。',
            en: 'Talks with the debtor have failed: instalments or a discount are offered after a demand with a deadline.',
          }
        : {
            ja: '連絡を避けている相手です。分割や減額をこちらから申し出るのは、期限を切った催告の後にします。',
            en: 'The debtor avoids us: instalments or a discount are offered after a demand with a deadline.',
          },
      inputs: {
        ...(refused ?? { contact: 'evasive' }),
        demand_sent: false,
      },
      cite: null,
      opens_if: {
        ja: '内容証明を送っても払われなかった場合、または相手から申出があった場合',
        en: 'a certified demand was sent and nothing was paid, or the debtor makes an offer itself',
      },
      lifted_by: 'demand_sent',
    },
  ];
}
