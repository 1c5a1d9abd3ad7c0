// Rights beside the claim against the debtor that can be used once: the claim that goes on remembers which were used.

import { every } from '../assumptions/kinds.ts';
import type { Text } from '../values/text.ts';
import { failureEvent } from './failure.ts';
import type { Bar, Event, Fork, Situation } from './option.ts';

/** The rights that are used once: other people who owe, and the goods that were sold. */
type SideRight = 'others' | 'goods';

/** Whether a right was used on the way to this claim. */
export const isUsed = ({ state }: Situation, right: SideRight): boolean => state.used.split(' ').includes(right);

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

/** What follows once a right is used: nothing where all is paid, else the rest goes on, unless the debtor has failed meanwhile. */
export function restOfClaim(s: Situation, { left, at, right, label }: RestOfRight): readonly Fork[] {
  if (left === 0) return [];
  const rest: Event = { id: 'rest_goes_on', label, at, goes_on: { balance: left, used: usedWith(s, right) } };
  // Proceedings that are open need not be expected.
  if (s.facts.proceedings) return [{ chance: every(1), event: rest }];
  const { alive, failed } = s.debtor.survival(at);
  return [
    { chance: failed, event: failureEvent(s, at, left) },
    { chance: alive, event: rest },
  ];
}
