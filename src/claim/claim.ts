// What is owed and by whom, as it was read: the type that every valuation starts from.

import type * as z from 'zod';
import type { Day } from '../values/day.ts';
import type { claimFields } from './claim_fields.ts';
import type { claimObjects } from './claim_objects.ts';

/** A receivable as read: amounts are `Money`, rates numbers, days ISO text. Absent means not known. */
export type Claim = z.output<z.ZodObject<typeof claimFields>> & {
  readonly [K in keyof typeof claimObjects]?: z.output<(typeof claimObjects)[K]> | undefined;
} & {
  readonly as_of: Day;
  readonly jurisdiction: string;
  readonly currency: string;
};

/** A claim that could be read only in part, or of which only some fields were asked. */
export type PartialClaim = { readonly [K in keyof Claim]?: Claim[K] | undefined };
