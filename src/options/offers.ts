// What offers to the debtor share: they are worth making only within the first year.

import { wholeNumber } from '../numbers/number.ts';

/** Months after the valuation day until which a plan or a settlement is still offered (docs/model.md 5). */
export const OFFER_UNTIL_MONTHS = 12;

/** A window that closes after the offer period. */
export const offerWindow = (due_in: number): { from: number; until: number } => ({
  from: due_in,
  until: OFFER_UNTIL_MONTHS + 0.5,
});

/** Whole months that an offer takes, at least one, because the programme decides month by month. */
export const wholeMonths = (months: number): number => Math.max(1, wholeNumber(months));
