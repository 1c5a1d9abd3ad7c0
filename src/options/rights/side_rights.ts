// Rights beside the claim against the debtor that can be used once: the claim that goes on remembers which were used.

import { every, zipKinds } from '../../assumptions/kinds.ts';
import { decay, oneMinus, over, plus, times } from '../../numbers/number.ts';
import type { Text } from '../../values/text.ts';
import type { Bar, Case, Event, Fork, Situation } from '../option.ts';
import { failureEvent } from '../parts/failure.ts';

/**
 * The rights that are used once: other people who owe, the goods that were sold, an object attached provisionally, with whether that froze
 * anything, instalments under a title, which nobody grants a second time to a debtor who has broken them, a declaration to a liquidator,
 * and a demand that a plain guarantor may insist on.
 */
type SideRight = 'others' | 'goods' | 'frozen' | 'nothing_frozen' | 'instalments' | 'declared' | 'demanded';

/** Whether a right was used on the way to this claim. */
export const isUsed = ({ state }: Situation, right: SideRight): boolean =>
  state.used !== '' && state.used.split(' ').includes(right);

/** The rights used once this one is, for the claim that goes on. */
export const usedWith = ({ state }: Situation, right: SideRight): string =>
  [...state.used.split(' ').filter((word) => word !== '' && word !== right), right].sort().join(' ');

/** The right was used before. Nobody can state that of a claim: the engine knows it of the steps before. */
export const usedBars = (s: Situation, right: SideRight): Bar[] =>
  isUsed(s, right)
    ? [
        {
          code: 'used_before',
          text: { ja: 'この手段はすでに使っています。', en: 'This has been used already.' },
          inputs: { balance: s.state.balance },
          cite: null,
          opens_if: { ja: 'まだ使っていない場合', en: 'it has not been used yet' },
        },
      ]
    : [];

/** What a right has left of a claim. */
interface RestOfRight {
  /** Whole yen still owed. */
  readonly left: number;
  readonly at: number;
  readonly right: SideRight;
  /** When it goes on, as the condition of a sentence. */
  readonly label: Text;
}

/** Chance that a debtor has paid, or failed, within so many months of being chased beside another step, and that the claim is open still. */
function meanwhile({ a, debtor }: Case, months: number) {
  const { late, fail } = debtor.hazards;
  const slowed = late.map((hazard) => times(hazard, a.chasing_beside.effort));
  const all = zipKinds(slowed, fail, plus);
  const open = all.map((hazard) => decay(hazard, months));
  const leaving = (hazards: readonly number[]) =>
    zipKinds(zipKinds(hazards, all, over), open, (share, stays) => times(share, oneMinus(stays)));
  return { paid: leaving(slowed), failed: leaving(fail), open };
}

/** What follows once a right is used: nothing where all is paid, else the debtor may have paid the rest or failed meanwhile, or it goes on. */
export function restOfClaim(s: Situation, { left, at, right, label }: RestOfRight): readonly Fork[] {
  if (left === 0) return [];
  const rest: Event = { id: 'rest_goes_on', label, at, goes_on: { balance: left, used: usedWith(s, right) } };
  // Proceedings that are open need not be expected, and nobody pays in them by itself.
  if (s.facts.proceedings) return [{ chance: every(1), event: rest }];
  const { paid, failed, open } = s.once(meanwhile, at);
  const { share, enforceable } = s.state;
  const reached = share ?? (enforceable ? every(1) : s.debtor.paid_share);
  const { interest_paid_voluntarily: interest_share } = s.a.money;
  const flows = [{ principal: times(left, s.debtor.kept), share: reached, interest_share }];
  return [
    { chance: paid, event: { id: 'rest_paid', at, flows } },
    { chance: failed, event: failureEvent(s, at, left) },
    { chance: open, event: rest },
  ];
}
