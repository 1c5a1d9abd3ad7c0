// The edge of what is known of Japanese law: days around the first one whose statutory rate has not been announced. It moves as rates
// are announced, so that tests of what is refused read it from the data.

import { jp } from '../src/law/index.ts';
import { addDays, type Day } from '../src/values/day.ts';

const { unknown_from } = jp.late_interest.statutory;
if (unknown_from === undefined) throw new RangeError('the rates of all days are known');

/** The first day of default whose rate is not known. */
export const UNANNOUNCED: Day = unknown_from;
/** A due date whose default begins on that day, and a day on which it is overdue. */
export const DUE_UNKNOWN: Day = addDays(UNANNOUNCED, -1);
export const OVERDUE_ON: Day = addDays(UNANNOUNCED, 30);
