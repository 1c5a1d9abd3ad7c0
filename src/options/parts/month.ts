// A month after the due date, chased or left alone: what it costs and how it ends (docs/model.md 4). Shared by the steps that last a month.

import { type PerKind, product, zipKinds } from '../../assumptions/kinds.ts';
import { chasedSoFar } from '../../claim/facts.ts';
import { wornOff } from '../../debtor/debtor.ts';
import { atLeast, atMost, decay, log2, minus, oneMinus, over, plus, times } from '../../numbers/number.ts';
import type { Case, Flow, Situation } from '../option.ts';

/** How a month ends: payment, failure, or neither. */
export interface MonthEnds {
  readonly paid: PerKind;
  readonly failed: PerKind;
  readonly open: PerKind;
}

/** The chances of a month that begins `age` months past due, with the debtor chased or not. */
export function monthEnds(c: Case, age: number, expired: boolean, chased: boolean): MonthEnds {
  const { a, debtor } = c;
  const { pay, fail } = debtor.hazards;
  const effort = chased ? debtor.called : a.hazard.passive_factor;
  const usual = product(pay, wornOff(age, a)).map((rate) => times(effort, rate));
  const paying = expired ? product(usual, a.hazard.after_limitation) : usual;
  const all = zipKinds(paying, fail, plus);
  const leaves = (hazard: PerKind): PerKind =>
    zipKinds(
      all.map((rate) => oneMinus(decay(rate, 1))),
      zipKinds(hazard, all, over),
      times,
    );
  const [paid, failed] = [leaves(paying), leaves(fail)];
  return { paid, failed, open: zipKinds(paid, failed, (p, f) => minus(oneMinus(p), f)) };
}

/** Months in which the debtor has been chased when a step begins. */
export const chasedMonths = ({ facts, month }: Situation): number =>
  chasedSoFar(facts) + Math.max(0, month - facts.due_in);

/** Months after which something must change in how the debtor is dealt with: from the fifth on. */
const SAME_FOR_MONTHS = 4;

/** The same reminders have brought nothing for months. */
export const isChasedInVain = (s: Situation): boolean => chasedMonths(s) >= SAME_FOR_MONTHS;

/** Own time of a month of chasing, which grows with the amount; yen. */
export function chasingCost(s: Situation): number {
  const { hours_base, hours_per_doubling, hours_reference, hours_min, hours_max } = s.a.pursue;
  const hours = plus(hours_base, times(hours_per_doubling, log2(over(s.state.balance, hours_reference))));
  return times(s.a.money.staff_rate, atMost(atLeast(hours, hours_min), hours_max));
}

/** Own time for chasing the debtor for so many months beside another step, or with a title in hand. */
export const chasingMeanwhile = (s: Situation, months: number): Flow[] =>
  s.facts.proceedings ? [] : [{ own_time: times(times(s.a.chasing_beside.hours, months), s.a.money.staff_rate) }];
