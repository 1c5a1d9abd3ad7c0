// What a letter still brings from a debtor who has known of a title for months and not paid.

import { type PerKind, zipKinds } from '../assumptions/kinds.ts';
import { monthsUnderTitle } from '../debtor/in_court.ts';
import { atMost, decay, minus, oneMinus, over, plus, times } from '../numbers/number.ts';
import type { Situation } from './option.ts';

/** Months of a title being ignored after which a letter brings what pressing with the title does; before that a part of it. */
const IGNORED_AFTER = 1;

/**
 * Share per kind that pays on a letter within so many months. A debtor who has ignored a title pays on a letter no more often than when it is
 * pressed with the title: who would pay because a creditor is serious has paid (docs/model.md 7).
 */
export function paysOnLetter({ facts, a }: Situation, usual: PerKind, months: number): PerKind {
  const ignored = atMost(over(monthsUnderTitle(facts, a), IGNORED_AFTER), 1);
  if (ignored === 0) return usual;
  return zipKinds(usual, a.enforce.chased, (letter, rate) =>
    plus(letter, times(ignored, minus(atMost(letter, oneMinus(decay(rate, months))), letter))),
  );
}
