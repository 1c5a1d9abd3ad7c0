// What a creditor receives when the debtor fails: security realised, then the dividend if proving is worth its cost (docs/model.md 4).

import { type PerKind, product } from '../assumptions/kinds.ts';
import type { Case, Event, Flow, Fork, Situation } from './option.ts';

/** Dividend expected in the proceedings at hand, or in bankruptcy when none has begun. */
export function dividendRate(s: Case): number {
  switch (s.facts.claim.insolvency) {
    case 'rehabilitation':
      return s.a.insolvency.dividend_rehabilitation;
    case 'reorganisation':
      return s.a.insolvency.dividend_reorganisation;
    default:
      return s.a.insolvency.dividend;
  }
}

/** Whether proving a claim of `amount` yen is worth its cost. */
const proves = (s: Situation, amount: number): boolean =>
  dividendRate(s) * Math.max(0, amount - s.facts.security) * s.discount(s.a.insolvency.dividend_months) >
  s.a.insolvency.proof_cost;

/** The balance above which proving is worth its cost: below and above it, a failure scales with the amount. */
export const provedAbove = (c: Case): number =>
  c.facts.security + c.a.insolvency.proof_cost / (dividendRate(c) * c.discount(c.a.insolvency.dividend_months));

/** What scaling depends on in a failure: security does not scale, and small claims are not proved. */
export const failureScales = (s: Situation): string | null =>
  s.facts.security > 0 ? null : proves(s, s.state.balance) ? 'proved' : 'not proved';

/** Flows from proceedings that begin `at` months after the start, on a claim of `amount` yen. */
export function proceeds(s: Situation, at: number, amount: number): readonly Flow[] {
  const { security } = s.facts;
  const { dividend_months: wait, proof_cost: cost, security_months } = s.a.insolvency;
  const secured = Math.min(amount, security);
  const dividend = dividendRate(s) * Math.max(0, amount - security);
  const proved = proves(s, amount);
  if (secured <= 0 && !proved) return NO_FLOWS;
  const flows: Flow[] = [];
  if (secured > 0) flows.push({ at: at + security_months, principal: secured });
  if (proved) flows.push({ at: at + wait, principal: dividend }, { at, external: cost });
  return flows;
}

const NO_FLOWS: readonly Flow[] = [];

/** The debtor has failed; the file closes when the dividend is paid. */
export const failureEvent = (s: Situation, at: number, amount: number): Event => ({
  id: 'insolvent',
  at,
  flows: proceeds(s, at, amount),
  closes: at + s.a.insolvency.dividend_months,
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
