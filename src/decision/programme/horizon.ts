// How far a programme looks ahead.

/** Months looked ahead after the due date. */
export const HORIZON_MONTHS = 24;

/** Months of the programme for a claim that is due in so many months. */
export const horizonOf = (due_in: number): number => Math.ceil(HORIZON_MONTHS + due_in);
