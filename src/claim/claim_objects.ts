// The facts of a receivable that have members of their own; a flat name writes a dot between.

import type { Text } from '../values/text.ts';
import { frozenObjectSchema } from './frozen_object.ts';
import { procedureSchema } from './procedure.ts';

/** Their schemas, by name. */
export const claimObjects = { procedure: procedureSchema, provisional_attachment: frozenObjectSchema };

/** What each of them is, for people. */
export const CLAIM_OBJECT_LABELS: Readonly<Record<keyof typeof claimObjects, Text>> = {
  procedure: { ja: '進行中の手続', en: 'a procedure that is running' },
  provisional_attachment: { ja: '仮差押えの目的物', en: 'what could be attached provisionally' },
};
