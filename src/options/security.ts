// What is done about security that is held while no other step is taken against a debtor who is failing.

import { isInCrisis } from '../claim/facts.ts';
import type { Text } from '../values/text.ts';
import type { Situation } from './option.ts';

/** What is done about security while nothing else is, against a debtor who is failing; null without security. */
export const securityMeanwhile = (s: Situation): Text | null =>
  s.facts.security > 0 && isInCrisis(s.facts.claim)
    ? {
        ja: '担保の実行か任意売却を進めます。ほかには手を打たず、入金と倒産手続の開始を確かめます。',
        en: 'Go on to enforce the security or have it sold by agreement. Take no other step; check for payment and for the opening of proceedings.',
      }
    : null;
