// What a creditor receives when the debtor fails: security realised, then the dividend if proving is worth its cost (docs/model.md 4).
// Every failure of every tree is priced here, so that an option only says that a debtor fails and what it then owes.

import { atLeast, atMost, isAboveAsNumber, minus, over, plus, times } from '../../numbers/number.ts';
import type { Case, Event, Flow } from '../../options/option.ts';
import { dividendRate } from '../../options/parts/failure.ts';
import { flowValue, startIn, type ValuationTerms } from './flows.ts';

/** 1 when proving a claim of `amount` yen is worth its cost, else 0. */
const proves = (c: Case, amount: number, security: number): number => {
  const { dividend_months, proof_cost } = c.a.insolvency;
  const unsecured = atLeast(minus(amount, security), 0);
  return isAboveAsNumber(times(times(dividendRate(c), unsecured), c.discount(dividend_months)), proof_cost);
};

/** Whether two claims fail alike: neither is secured, and both are proved or neither. */
export const failAlike = (c: Case, amount: number, other: number): boolean =>
  c.facts.security === 0 && proves(c, amount, 0) === proves(c, other, 0);

/** Flows from proceedings that begin `at` months after the start, on a claim of `amount` yen, of whose security so much is left. */
export function proceeds(c: Case, at: number, amount: number, security = c.facts.security): readonly Flow[] {
  const { dividend_months: wait, proof_cost, security_months } = c.a.insolvency;
  const proved = proves(c, amount, security);
  const flows: Flow[] = [];
  if (security > 0) flows.push({ at: plus(at, security_months), principal: atMost(amount, security) });
  if (proved === 0) return flows.length > 0 ? flows : NO_FLOWS;
  const dividend = times(dividendRate(c), atLeast(minus(amount, security), 0));
  flows.push({ at: plus(at, wait), principal: times(dividend, proved) }, { at, external: times(proof_cost, proved) });
  return flows;
}

/** Flows from proceedings in which an event ends; none where its debtor has not failed. */
export const proceedsOf = (c: Case, { at, fails, unsecured }: Event): readonly Flow[] =>
  fails === undefined ? NO_FLOWS : proceeds(c, at, fails, unsecured ? 0 : c.facts.security);

/** Where an event brings nothing. */
export const NO_FLOWS: readonly Flow[] = [];

/** What an event brings: its flows, or where its debtor has failed those of the proceedings. */
export const flowsOf = (c: Case, event: Event): readonly Flow[] =>
  event.fails === undefined ? (event.flows ?? NO_FLOWS) : proceedsOf(c, event);

/** Present value at the failure of a failed claim of `amount` yen, tax on the loss included. From `start` on, all months discount alike. */
export function failureValue(c: Case, amount: number, terms: ValuationTerms, start: number): number {
  const from = startIn(start, terms);
  let worth = 0;
  let received = 0;
  for (const flow of proceeds(c, 0, amount)) {
    const value = flowValue(flow, 0, from, terms);
    worth = plus(worth, plus(value.now, value.fixed));
    received = plus(received, flow.principal ?? 0);
  }
  const rate = terms.tax_rate + terms.relief_rate;
  if (rate === 0) return worth;
  const later = plus(start, plus(c.a.insolvency.dividend_months, terms.tax_lag));
  const back = over(terms.discount(later), from.discount);
  return plus(worth, times(times(rate, atLeast(minus(amount, received), 0)), back));
}
