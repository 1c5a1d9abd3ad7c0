// What options state of a debtor's failure: how likely it is beside another event, and what is then owed. What a failed claim brings is
// priced once, in decision/tree/failure.ts.

import { type PerKind, product } from '../../assumptions/kinds.ts';
import { personRule } from '../../law/individual.ts';
import { atLeast, plus } from '../../numbers/number.ts';
import type { Case, Event, Fork, Situation } from '../option.ts';

/** Dividend expected in the proceedings at hand, or in bankruptcy when none has begun. */
export function dividendRate(s: Case): number {
  switch (s.facts.claim.insolvency) {
    case 'rehabilitation':
      return atLeast(s.a.insolvency.dividend_rehabilitation, personRule(s.law, s.facts.claim)?.least_paid ?? 0);
    case 'reorganisation':
      return s.a.insolvency.dividend_reorganisation;
    default:
      return s.a.insolvency.dividend;
  }
}

/** The debtor has failed and owes `amount` yen; the file closes when the dividend is paid. */
export const failureEvent = (s: Situation, at: number, amount: number): Event => ({
  id: 'insolvent',
  at,
  fails: amount,
  closes: plus(at, s.a.insolvency.dividend_months),
  relief: true,
});

/** Two chances: of an event at `at` for a debtor who has survived until then, and of having failed before it. */
export interface Split {
  readonly alive: PerKind;
  readonly failed: PerKind;
}

/** Splits a chance by whether the debtor is still solvent at `at`. */
export function splitBySolvency(s: Case, chance: PerKind, at: number): Split {
  const { alive, failed } = s.debtor.survival(at);
  return { alive: product(chance, alive), failed: product(chance, failed) };
}

/** An event that only a solvent debtor reaches, beside the failure of the others. */
export const ifSolvent = (s: Situation, chances: Split, event: Event, amount: number): Fork[] => [
  { chance: chances.alive, event },
  { chance: chances.failed, event: failureEvent(s, event.at, amount) },
];
