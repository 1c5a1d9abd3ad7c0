// States once the reason that closes a procedure against a debtor abroad.

import type { ProcedureAbroad } from '../../law/contract/abroad.ts';
import type { Bar, Situation } from '../option.ts';

/** A procedure at home that does not reach this debtor, because it is abroad and nothing is said that brings it within reach. */
export function abroadBars(s: Situation, procedure: ProcedureAbroad): Bar[] {
  const { claim, abroad } = s.facts;
  if (!abroad || s.law.abroad === null) return [];
  const { open_with, reason, opens_if, citation } = s.law.abroad.procedures[procedure];
  const { debtor_country = null, court_here = null, assets_here = null } = claim;
  // Assets that can be attached give the courts jurisdiction as well.
  const reached = open_with === 'assets_here' ? assets_here : open_with === 'court_here' && (court_here || assets_here);
  if (reached) return [];
  return [
    {
      code: 'debtor_abroad',
      text: reason,
      inputs: {
        debtor_country,
        ...(open_with === 'court_here' ? { court_here } : {}),
        ...(open_with === 'never' ? {} : { assets_here }),
      },
      cite: citation,
      opens_if,
    },
  ];
}
