// How much of a wage can be attached: the share and the most that is exempt are data of the jurisdiction.

import type { Day } from '../values/day.ts';
import { floorTo, Money, ZERO } from '../values/money.ts';
import { type AmountLike, toMoney } from './amount.ts';
import { periodAt, weakest } from './dated.ts';
import type { Charge } from './fees.ts';
import type { Jurisdiction } from './law.ts';

/**
 * What of a net monthly wage can be attached on a day: the share of the law, or what exceeds the most that is exempt, whichever is more.
 * Nothing where the law of the day knows no such share. Throws `LawNotCovered`.
 */
export function attachableWage(law: Jurisdiction, monthly: AmountLike, on: Day): Charge {
  const wage = toMoney(monthly);
  const share = periodAt(law.limits.wage_attachable_share, on);
  const most = periodAt(law.limits.wage_exempt_month_max, on);
  const byShare = share.value === null ? ZERO : wage.times(share.value);
  const amount = most.value === null ? byShare : Money.max(byShare, wage.minus(most.value));
  return { amount: floorTo(amount), citation: share.citation, certainty: weakest([share.certainty, most.certainty]) };
}
