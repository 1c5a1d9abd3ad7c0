// What a letter still brings from a debtor who has known of a title for months and not paid.

import { type PerKind, zipKinds } from '../../assumptions/kinds.ts';
import { monthsUnderTitle } from '../../debtor/in_court.ts';
import { atMost, decay, minus, oneMinus, plus, times } from '../../numbers/number.ts';
import type { Situation } from '../option.ts';

/**
 * Share per kind that receives a letter and pays on it within so many months. A debtor who has ignored a title pays on a letter no more often than when it is
 * pressed with the title: who would pay because a creditor is serious has paid (docs/model.md 7). In the first month it counts by degrees.
 */
export function paysOnLetter({ facts, a, debtor }: Situation, usual: PerKind, months: number): PerKind {
  const ignored = atMost(monthsUnderTitle(facts, a), 1);
  const pays =
    ignored === 0
      ? usual
      : zipKinds(usual, a.enforce.chased, (letter, rate) =>
          plus(letter, times(ignored, minus(atMost(letter, oneMinus(decay(rate, months))), letter))),
        );
  return pays.map((share) => times(share, debtor.written));
}
