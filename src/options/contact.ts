// States once who avoids us.

import type { Situation } from './option.ts';

/** The debtor does not answer, or cannot be reached. */
export const avoidsUs = (contact: Situation['facts']['claim']['contact']): boolean =>
  contact === 'evasive' || contact === 'unreachable';
