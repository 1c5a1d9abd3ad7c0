// What is done about security that is held while no other step is taken against a debtor who is failing.

import { isInCrisis } from '../../claim/facts.ts';
import { atMost } from '../../numbers/number.ts';
import type { Text } from '../../values/text.ts';
import type { Flow, Situation } from '../option.ts';

/** What is done about security while nothing else is, against a debtor who is failing; null without security. */
export const securityMeanwhile = (s: Situation): Text | null =>
  s.facts.security > 0 && isInCrisis(s.facts.claim)
    ? {
        ja: '担保の実行か任意売却を進めます。ほかには手を打たず、入金と倒産手続の開始を確かめます。',
        en: 'Go on to enforce the security or have it sold by agreement. Take no other step; check for payment and for the opening of proceedings.',
      }
    : null;

/** Security that is not stayed by the proceedings that are open; in those where it is, only who files the claim has it. */
const isOutside = ({ facts: { claim, proceedings, security }, law }: Situation): boolean =>
  proceedings &&
  security > 0 &&
  claim.insolvency !== undefined &&
  claim.insolvency !== 'none' &&
  !law.insolvency[claim.insolvency].stays_security;

/** What is done about security outside the proceedings; null where there is none, or it is stayed. */
export const securityOutside = (s: Situation): Text | null =>
  isOutside(s)
    ? {
        ja: '担保は手続の外で実行するか、管財人などと任意売却を進めます。',
        en: 'Enforce the security outside the proceedings, or have it sold by agreement.',
      }
    : null;

/** What security brings to who takes no other step in proceedings: outside them, or where it is stayed once the claim was filed (`filed`). */
export function securityInProceedings(s: Situation, filed: boolean): Flow[] {
  if (s.facts.security === 0 || !(filed || isOutside(s))) return [];
  return [{ at: s.a.insolvency.security_months, principal: atMost(s.state.balance, s.facts.security) }];
}
