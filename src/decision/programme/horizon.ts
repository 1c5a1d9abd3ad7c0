// How far a programme looks ahead.

/** Months after the due date in which an offer must open to be considered at all. */
const HORIZON_MONTHS = 24;

/**
 * Months after the due date for which a plan goes on with efforts, beside those that its letters and offers take: then an exit is chosen.
 * A judgement. Without it the cheap months before the end of whatever horizon there is put court off to its last month (docs/model.md 8).
 */
export const EFFORT_MONTHS = 6;

/** Months of the programme for a claim that is due in so many months. */
export const horizonOf = (due_in: number): number => Math.ceil(HORIZON_MONTHS + due_in);

/** The month from which no further effort is made for a claim that is due in so many months, when no offer has been made. */
export const effortsEnd = (due_in: number): number => Math.ceil(EFFORT_MONTHS + due_in);
