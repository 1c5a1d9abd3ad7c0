// What a letter still brings from a debtor who has known of a title for months and not paid.

import { type PerKind, zipKinds } from '../assumptions/kinds.ts';
import { monthsUnderTitle } from '../debtor/in_court.ts';
import { atMost, decay, isAbove, oneMinus } from '../numbers/number.ts';
import type { Situation } from './option.ts';

/**
 * Share per kind that pays on a letter within so many months. A debtor who has ignored a title pays on a letter no more often than when it is
 * pressed with the title: who would pay because a creditor is serious has paid (docs/model.md 7).
 */
export const paysOnLetter = ({ facts, a }: Situation, usual: PerKind, months: number): PerKind =>
  isAbove(monthsUnderTitle(facts, a), 0)
    ? zipKinds(usual, a.enforce.chased, (letter, rate) => atMost(letter, oneMinus(decay(rate, months))))
    : usual;
