// How many of those who are still open behave as they were labelled: the rest have turned insolvent without our seeing it, and because such
// debtors seldom pay, they are more among those who stay (docs/model.md 4).

import { every, INSOLVENT, ofKind, type PerKind, perKind } from '../../assumptions/kinds.ts';
import { decay, oneMinus, over, plus, times } from '../../numbers/number.ts';
import type { Case } from '../../options/option.ts';

/** Chance per kind, as it behaves, that the claim stays open in the month after this one under ordinary pursuit; null where nobody pursues it. */
export type StaysInMonth = (month: number) => PerKind | null;

/**
 * Follows debtors of each label month by month through two states, sound and turned insolvent, as a hidden Markov chain that is seen only as
 * "still open". What it says of a month does not depend on which offers were made by then, so the programme stays exact.
 */
export class Soundness {
  readonly #case: Case;
  readonly #stays: StaysInMonth;
  readonly #byMonth: PerKind[] = [every(1)];

  constructor(c: Case, stays: StaysInMonth) {
    this.#case = c;
    this.#stays = stays;
  }

  /** Share of those labelled each kind and still open `month` months after the valuation day who behave as labelled. */
  at(month: number): PerKind {
    for (let next = this.#byMonth.length; next <= month; next++) {
      const before = this.#byMonth[next - 1] ?? every(1);
      this.#byMonth.push(this.#after(before, next));
    }
    return this.#byMonth[month] ?? every(1);
  }

  #after(before: PerKind, month: number): PerKind {
    const { facts, debtor } = this.#case;
    // Nobody turns insolvent before the due date, and in the month of it only in the part after it.
    const exposed = Math.max(0, month - facts.due_in) - Math.max(0, month - 1 - facts.due_in);
    const stays = this.#stays(month - 1);
    return perKind((k) => {
      const own = ofKind(before, k);
      if (k === INSOLVENT) return own;
      const left = decay(ofKind(debtor.hazards.deteriorate, k), exposed);
      if (stays === null) return times(own, left);
      const sound = times(own, ofKind(stays, k));
      const turned = times(oneMinus(own), ofKind(stays, INSOLVENT));
      return times(over(sound, plus(sound, turned)), left);
    });
  }
}
