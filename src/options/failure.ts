// What a creditor receives when the debtor fails: security realised, then the dividend if proving is worth its cost (model section 4).

import { type PerKind, perKind } from '../debtor/kinds.ts';
import type { Event, Flow, Fork, Situation } from './option.ts';

/** Dividend expected in the proceedings at hand, or in bankruptcy when none has begun. */
export function dividendRate(s: Situation): number {
  switch (s.facts.claim.insolvency) {
    case 'rehabilitation':
      return s.a.insolvency.dividend_rehabilitation;
    case 'reorganisation':
      return s.a.insolvency.dividend_reorganisation;
    default:
      return s.a.insolvency.dividend;
  }
}

/** Flows from proceedings that begin `at` months after the start, on a claim of `amount` yen. */
export function proceeds(s: Situation, at: number, amount: number): Flow[] {
  const { security } = s.facts;
  const { dividend_months: wait, proof_cost: cost, security_months } = s.a.insolvency;
  const secured = Math.min(amount, security);
  const dividend = dividendRate(s) * Math.max(0, amount - security);
  const flows: Flow[] = [];
  if (secured > 0) flows.push({ at: at + security_months, principal: secured });
  if (dividend * s.discount(wait) > cost) flows.push({ at: at + wait, principal: dividend }, { at, external: cost });
  return flows;
}

/** The debtor has failed; the file closes when the dividend is paid. */
export const failure = (s: Situation, at: number, amount: number): Event => ({
  id: 'insolvent',
  at,
  flows: proceeds(s, at, amount),
  closes: at + s.a.insolvency.dividend_months,
  relief: true,
});

/** Chance of staying out of proceedings for so many months, per kind. */
export const survives = (s: Situation, months: number): PerKind => {
  const { fail } = s.debtor.hazards;
  return s.once(`survives ${months}`, () => perKind((k) => Math.exp(-fail[k]! * months)));
};

/** `chance` of arriving at `event`, which only a debtor who has survived until then reaches; the others have failed. */
export function ifSolvent(s: Situation, chance: PerKind, event: Event, amount: number): Fork[] {
  const alive = survives(s, event.at);
  return [
    { chance: perKind((k) => chance[k]! * alive[k]!), event },
    { chance: perKind((k) => chance[k]! * (1 - alive[k]!)), event: failure(s, event.at, amount) },
  ];
}
