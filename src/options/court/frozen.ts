// How much of a claim an object covers that is attached provisionally (docs/model.md 7.4).

import { atMost } from '../../numbers/number.ts';
import type { Case } from '../option.ts';

/** Share of the claim that the object covers: its value where that is stated. It stays the same while a part is paid. */
export function coveredBy({ a, facts }: Case): number {
  const value = facts.claim.provisional_attachment?.value?.toNumber();
  return value === undefined ? a.securing.covers : atMost(value / facts.principal, 1);
}
