// States once who avoids us, and who cannot be found.

import type { Situation } from '../option.ts';

/** The debtor does not answer, or cannot be reached. */
export const avoidsUs = (contact: Situation['facts']['claim']['contact']): boolean =>
  contact === 'evasive' || contact === 'unreachable';

/** Nobody can be reached, or letters come back from who does not answer: whoever is to be offered anything must be found first. */
export const isLost = ({ contact, address_known }: Situation['facts']['claim']): boolean =>
  contact === 'unreachable' || (address_known === false && contact !== 'responsive');
