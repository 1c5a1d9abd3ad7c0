// Until when a claim can be filed or declared in proceedings.

import type { InsolvencyRule } from '../../law/contract/insolvency.ts';
import type { Day } from '../../values/day.ts';
import type { Situation } from '../option.ts';

/** The day set for filing, for a step of today while it is still to come; undefined for any other. */
export function filingDay({ month, facts: { claim } }: Situation): Day | undefined {
  const { claims_deadline, as_of } = claim;
  return claims_deadline === undefined || claims_deadline < as_of || month > 0 ? undefined : claims_deadline;
}

/** The day after which nothing more can be filed without an excuse, once it has passed; undefined before it, and where it is not told. */
export function missedFilingDay(
  { claim }: Situation['facts'],
  { filed_until }: Pick<InsolvencyRule, 'filed_until'>,
): Day | undefined {
  const { claims_deadline, investigation_ends_on } = claim;
  const last = { claims_deadline, investigation: investigation_ends_on, any_time: undefined }[filed_until];
  return last !== undefined && last < claim.as_of ? last : undefined;
}
