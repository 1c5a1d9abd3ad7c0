// What is undisputed where a debtor disputes a part of the claim: it is asked for at once, so that it does not wait for the rest, and no
// discount of ours goes below it.

import { disputeOf, isShortOfCash, isSolvent } from '../../claim/facts.ts';
import { phrase, type Sentence, SILENT } from '../../values/phrase.ts';
import type { Situation } from '../option.ts';

/**
 * Share of the balance below which no discount of ours goes: who can pay owes at least what it does not dispute. 0 where it is not said how
 * much is disputed, or the debtor is short of cash.
 */
export function leastShare({ facts: { claim }, state: { balance } }: Situation): number {
  const { disputed_amount } = claim;
  if (disputeOf(claim) !== 'partial' || isShortOfCash(claim)) return 0;
  return disputed_amount?.gt(0) ? Math.max(0, balance - disputed_amount.toNumber()) / balance : 0;
}

/** What talks about a part begin with: the rest waits for nothing. Nothing for any other claim, or of who may not or cannot pay one alone. */
export function undisputedNow({ facts: { claim } }: Situation): Sentence {
  if (disputeOf(claim) !== 'partial' || !isSolvent(claim)) return SILENT;
  const { amount, disputed_amount } = claim;
  if (disputed_amount === undefined)
    return { ja: '争いのない部分は今払うよう求めます。', en: 'Ask for payment of the undisputed part now. ' };
  return phrase(
    { rest: { yen: amount.minus(disputed_amount).toNumber() } },
    { ja: '争いのない金額（{rest}）は今払うよう求めます。', en: 'Ask for payment of the undisputed {rest} now. ' },
  );
}

/**
 * The sentence that a letter or a call adds where a part is disputed: pay the rest first, and say why and how much in writing. The whole
 * claim is asked for all the same, because a demand for a part postpones the limitation period of that part alone. Nothing for any other claim.
 */
export function undisputedFirst({ facts: { claim } }: Situation): Sentence {
  if (disputeOf(claim) !== 'partial') return SILENT;
  const { amount, disputed_amount } = claim;
  if (disputed_amount === undefined)
    return {
      ja: '請求は全額とし、争いのない部分は先に払うよう、争いのある部分は理由と金額を書面で示すよう求めます。',
      en: ' Claim the whole sum, but ask for the undisputed part first, and for the reason and the amount of the rest in writing.',
    };
  const rest = amount.minus(disputed_amount);
  if (!rest.gt(0)) return SILENT;
  return phrase(
    { rest: { yen: rest.toNumber() } },
    {
      ja: '請求は全額とし、争いのない{rest}は先に払うよう、残りは理由を書面で示すよう求めます。',
      en: ' Claim the whole sum, but ask for the undisputed {rest} first, and for the reason for the rest in writing.',
    },
  );
}
