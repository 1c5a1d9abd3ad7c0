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

/** The last month for which a plan waits until a way opens that is closed today. */
export const waitsUntil = ({ due_in }: Pick<Facts, 'due_in'>): number => Math.ceil(due_in + EFFORT_MONTHS);

/** The month from which no further effort is made, when no offer has been made; `opens` is the month in which the last way opens. */
export const effortsEnd = (facts: Facts, opens = 0): number =>
  Math.max(opens, Math.ceil(facts.due_in + Math.max(LEFT_MONTHS, EFFORT_MONTHS - chasedSoFar(facts))));
