// What could be attached provisionally, as a caller states it: the object that is known, and what it is worth.

import * as z from 'zod';
import { choiceField, positiveAmountField } from '../fields/field.ts';

/** Objects among which a caller chooses. */
export const FREEZABLE_OBJECTS = ['real_estate', 'bank_deposit', 'receivable', 'deposit', 'movables'] as const;
/** One of these objects. */
export type FreezableObject = (typeof FREEZABLE_OBJECTS)[number];

/** An object that could be attached provisionally, as a schema. */
export const frozenObjectSchema = z.strictObject({
  object: choiceField(FREEZABLE_OBJECTS, {
    label: { ja: '仮差押えの目的物', en: 'object to attach' },
    description: 'What of the debtor could be attached provisionally before there is a title.',
    description_ja:
      '債務名義を得る前に仮差押えできる財産（real_estate：不動産、bank_deposit：預金、receivable：売掛金など、deposit：敷金・保証金、movables：動産）。',
    example: 'bank_deposit',
    default: 'bank_deposit',
  }).optional(),
  value: positiveAmountField({
    label: { ja: '目的物の価額', en: 'value of the object' },
    description: 'What that object is worth, less what ranks ahead of us.',
    description_ja: 'その財産の価額（預金残高・売掛金額などの推定額。先順位の担保は引きます）。',
    example: 800000,
    default: 'a usual share of the claim, see /v1/assumptions',
  }).optional(),
});
