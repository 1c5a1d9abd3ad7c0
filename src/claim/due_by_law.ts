// The day on which the law has a price due whatever was agreed: so many days after receipt under the acts for small contractors and freelancers.

import { valueOn } from '../law/dated.ts';
import type { Jurisdiction } from '../law/law.ts';
import { addDays, type Day } from '../values/day.ts';
import type { Facts } from './facts.ts';

/** The latest day on which the acts let a price be due; null where neither applies, it is kept, or the day of receipt is not known. */
export function latestDueDay({ claim, due_date }: Pick<Facts, 'claim' | 'due_date'>, law: Jurisdiction): Day | null {
  const { freelance_act, subcontract_act, received_on, contract_date } = claim;
  if (received_on === undefined) return null;
  const on = contract_date ?? received_on;
  const days = [
    freelance_act === true ? valueOn(law.limits.freelance_payment_days, on) : null,
    subcontract_act === true ? valueOn(law.late_interest.subcontract_days, on) : null,
  ].filter((known) => known !== null);
  if (days.length === 0) return null;
  const latest = addDays(received_on, Math.min(...days) - 1);
  return latest < due_date ? latest : null;
}
