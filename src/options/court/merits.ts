// What the debtor says against a claim counts against those who answer for it, too, and against rights in goods that secure it: all of them are
// accessory to the claim (docs/model.md 7.2).

import { complement, every, type PerKind } from '../../assumptions/kinds.ts';
import { atMost, isAbove, over, times } from '../../numbers/number.ts';
import type { Fork, Situation } from '../option.ts';
import { behaviour } from './court.ts';

/** How far a claim holds against what the debtor may say, by the kind of the debtor. */
interface Merits {
  /** Chance that it stands, in proportion to one that nobody disputes, whose chance is counted where it is collected. */
  readonly stands: PerKind;
  /** Share of it that is granted where it stands. */
  readonly granted: PerKind;
}

const UNDOUBTED: Merits = { stands: every(1), granted: every(1) };

/** As a court would see it; a title has settled what is owed. */
function howItHolds(s: Situation): Merits {
  if (s.state.standing === 'title') return UNDOUBTED;
  const clear = s.a.court.win_undisputed[s.facts.evidence];
  const { win, granted } = behaviour(s);
  return { stands: win.map((chance) => (isAbove(clear, chance) ? over(chance, clear) : 1)), granted };
}

/** The share that is received, by kind, of so many yen that were good for a part of what is left: no more of the whole than is granted. */
export const grantedShare = (s: Situation, got: number, left: number): PerKind =>
  howItHolds(s).granted.map((share) => atMost(over(times(share, left), got), 1));

/** What follows where the claim stands, and where what the debtor says against it is upheld. */
export function whetherItStands(s: Situation, follow: (stands: boolean) => readonly Fork[]): readonly Fork[] {
  const merits = howItHolds(s);
  if (merits === UNDOUBTED) return follow(true);
  return [
    { chance: merits.stands, event: { id: 'claim_stands', at: 0, next: follow(true) } },
    { chance: complement(merits.stands), event: { id: 'claim_denied', at: 0, next: follow(false) } },
  ];
}
