// A claim for which nobody asks any more: some of those who owe it pay by themselves in the years that follow, some fail, and some come to have
// nothing to pay with (docs/model.md 5).

import { type DebtorKind, KINDS, ofNamedKind, onlyKind, type PerKind } from '../../assumptions/kinds.ts';
import { decay, isAbove, log, minus, oneMinus, over, plus, times } from '../../numbers/number.ts';
import type { Case, Flow, Fork, Situation } from '../option.ts';
import { failureEvent } from './failure.ts';

/** Longest time for which a forgotten claim that has not expired still brings in payments, months. A judgement. */
export const MONTHS_RUNNING = 48;

/** How long a forgotten claim is watched, and at which rate what comes later is worth less (a month). */
interface Horizon {
  readonly months: number;
  readonly discount: number;
}

/** Chance that a claim which people leave at a rate a month is left within the horizon, and the month of one payment of that worth. */
function leaving(rate: number, { months, discount }: Horizon): { readonly chance: number; readonly mean: number } {
  const chance = oneMinus(decay(rate, months));
  if (!isAbove(chance, 0)) return { chance, mean: 0 };
  if (!isAbove(discount, 0))
    return { chance, mean: minus(over(1, rate), over(times(months, oneMinus(chance)), chance)) };
  const both = plus(rate, discount);
  const discounted = times(over(rate, both), oneMinus(decay(both, months)));
  return { chance, mean: over(minus(0, log(over(discounted, chance))), discount) };
}

/** How those of one kind leave a claim that is left alone. */
export interface Leaving {
  readonly pays: number;
  readonly fails: number;
  /** Months after which one payment has the present value of the whole stream of chances. */
  readonly mean: number;
}

/** How those of a kind who pay unasked at a hazard per month leave a claim within so many months, as competing hazards. */
export function leftAlone(c: Case, paying: PerKind, kind: DebtorKind, months: number): Leaving {
  const { fail, deteriorate } = c.debtor.hazards;
  const pay = ofNamedKind(paying, kind);
  const failing = ofNamedKind(fail, kind);
  const all = plus(plus(pay, failing), ofNamedKind(deteriorate, kind));
  const { chance, mean } = leaving(all, { months, discount: minus(0, log(c.discount(1))) });
  return { pays: over(times(chance, pay), all), fails: over(times(chance, failing), all), mean };
}

/** Hazard of payment per month of a claim that nobody asks for any more, after it was asked for long. */
const payingUnasked = ({ a, debtor }: Case): PerKind =>
  debtor.hazards.late.map((rate) => times(rate, a.hazard.passive_factor));

/** How each kind leaves a claim that is let lie, which rests on the case alone. */
const lying = (c: Case) =>
  KINDS.map((kind) => {
    const { pays, fails, mean } = leftAlone(c, payingUnasked(c), kind, MONTHS_RUNNING);
    return { paid: onlyKind(kind, pays), failed: onlyKind(kind, fails), mean };
  });

/** What becomes of a claim that is let lie, months from today, after all that was done about it: payments that bring `receipt`, and failures. */
export const letLie = (s: Situation, from: number, receipt: Flow): Fork[] =>
  s.once(lying).flatMap(({ paid, failed, mean }) => {
    const at = plus(from, mean);
    return [
      { chance: paid, event: { id: 'paid_unprompted', at, flows: [receipt] } },
      { chance: failed, event: failureEvent(s, at, s.state.balance) },
    ];
  });
