// How a claim stands on the valuation day, before any step.

import type { Facts } from '../../claim/facts.ts';
import { titleOf } from '../../claim/procedure.ts';
import type { State } from '../../options/option.ts';

/** The claim as it stands today. */
export function stateOf(facts: Facts): State {
  const titled = titleOf(facts.claim) !== 'none';
  return {
    balance: facts.principal,
    share: null,
    standing: titled ? 'title' : 'fresh',
    enforceable: titled,
    acknowledged: facts.claim.acknowledged === true,
    counsel: facts.claim.lawyer === 'yes' || facts.claim.representation === 'lawyer',
    limitation: facts.limitation_months,
    used: '',
    fee_paid: 0,
  };
}
