// When a claim counts as lost for tax without anybody having proved it lost: the day from which it may be written down.
// The kinds of claim and the length of time are data of the jurisdiction.

import { addDays, type Day, later, periodEnd } from '../values/day.ts';
import type { ClaimKind } from './contract/claim.ts';
import { valueOn } from './dated.ts';
import type { Jurisdiction } from './law.ts';

/** The facts that decide when dealings have stopped long enough. */
export interface StoppedDealings {
  readonly due_date: Day;
  /** Day on which dealings stopped; the due date when absent, the earliest that counts. */
  readonly stopped_on?: Day | undefined;
  /** Day of the last payment; absent when nothing was paid. */
  readonly last_payment_on?: Day | undefined;
}

/**
 * First day on which a trade claim may be written down because dealings stopped long ago: the day after the time of the law has run from
 * the latest of the stop, the due date and the last payment. Null where the law of the day knows no such write-off. Throws `LawNotCovered`.
 */
export function formalWriteOffFrom(law: Jurisdiction, facts: StoppedDealings, on: Day): Day | null {
  const months = valueOn(law.bad_debt.formal_after_months, on);
  if (months === null) return null;
  const { due_date, stopped_on = due_date, last_payment_on = due_date } = facts;
  return addDays(periodEnd(later(due_date, later(stopped_on, last_payment_on)), { months }), 1);
}

/** Whether a claim of a kind can be written down for that reason at all. Throws `LawNotCovered`. */
export const isFormallyWrittenOff = (law: Jurisdiction, kind: ClaimKind, on: Day): boolean =>
  !valueOn(law.bad_debt.formal_excluded_kinds, on)?.includes(kind);

/** Whether the loss of a claim of a kind can bring consumption tax back. Throws `LawNotCovered`. */
export const bringsTaxCredit = (law: Jurisdiction, kind: ClaimKind, on: Day): boolean =>
  !valueOn(law.bad_debt.no_credit_kinds, on)?.includes(kind);
