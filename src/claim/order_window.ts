// The time in which an order for payment must be declared enforceable. It begins when the time for an objection has passed; an order for which
// nobody applies in it loses its effect.

import { valueOn } from '../law/dated.ts';
import type { Jurisdiction } from '../law/law.ts';
import { addDays, type Day } from '../values/day.ts';
import type { Claim } from './claim.ts';
import { isOrder, procedureOf } from './procedure.ts';

/** The days of an order that was served. */
export interface OrderWindow {
  readonly served_on: Day;
  /** Last day for an objection. */
  readonly objection_by: Day;
  /** Last day to apply for provisional enforcement. */
  readonly apply_by: Day;
}

/** The days of an order served on this day, by the law of that day; null where the law knows no such window. */
export function orderWindow(served_on: Day, { limits }: Pick<Jurisdiction, 'limits'>): OrderWindow | null {
  const objection = valueOn(limits.payment_order_objection_days, served_on);
  const application = valueOn(limits.provisional_execution_window_days, served_on);
  if (objection === null || application === null) return null;
  const objection_by = addDays(served_on, objection);
  return { served_on, objection_by, apply_by: addDays(objection_by, application) };
}

/**
 * Days that holidays may add to a window: a last day on which the courts are closed is moved to the next on which they are open, both when the
 * time for an objection ends and when the window does, and no calendar of holidays is kept here. Until they have passed an order is not said
 * to have lapsed.
 */
const HOLIDAYS_MAX = 14;

/** The last day of a window, once it has certainly passed by `as_of`; null while the order may stand. */
export const lapsedOn = (window: OrderWindow | null, as_of: Day): Day | null =>
  window !== null && addDays(window.apply_by, HOLIDAYS_MAX) < as_of ? window.apply_by : null;

/** The window of a running order whose day of service is told; null for any other procedure, stage, or without that day. */
export function windowOf(claim: Claim, law: Pick<Jurisdiction, 'limits'>): OrderWindow | null {
  const procedure = procedureOf(claim);
  if (procedure === undefined || !isOrder(procedure) || procedure.stage !== 'served') return null;
  return procedure.stage_on === undefined ? null : orderWindow(procedure.stage_on, law);
}
