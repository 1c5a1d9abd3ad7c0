// How far a programme looks ahead.

import { chasedSoFar, type Facts } from '../../claim/facts.ts';

/** Months after the due date in which an offer must open to be considered at all. */
const HORIZON_MONTHS = 24;

/**
 * Months for which a debtor is chased after the due date, beside those that letters and offers take: then a plan chooses an exit. A judgement.
 * Without it the cheap months before the end of whatever horizon there is put court off to its last month (docs/model.md 8).
 */
const EFFORT_MONTHS = 6;

/** Of these, as many are left to whoever has chased for longer already. */
const LEFT_MONTHS = 1;

/** Months of the programme for a claim that is due in so many months. */
export const horizonOf = (due_in: number): number => Math.ceil(HORIZON_MONTHS + due_in);

/** The month from which no further effort is made, when no offer has been made. */
export const effortsEnd = (facts: Facts): number =>
  Math.ceil(facts.due_in + Math.max(LEFT_MONTHS, EFFORT_MONTHS - chasedSoFar(facts)));
