// What a caller may say of a notarial deed. Here 'enforceable_deed' is a group of fields, not an option.

import * as z from 'zod';
import { flagField } from '../../fields/field.ts';
import { type Case, statedTerms } from '../option.ts';

/** The terms of a deed as a schema. */
export const deedTerms = z.strictObject({
  agreed: flagField({
    label: { ja: '公正証書にする約束', en: 'deed agreed' },
    description: 'Whether the debtor has agreed in writing that the debt is put into an enforceable notarial deed.',
    description_ja: '強制執行認諾文言付きの公正証書にすることを、相手方が書面で約束しているか。',
    example: true,
    default: 'false',
  }).optional(),
});

/** What the caller has stated of a deed. */
export const statedDeed = statedTerms<z.output<typeof deedTerms>>('enforceable_deed');

/** The debtor has agreed to sign a deed: what is agreed goes into it. */
export const isDeedAgreed = (c: Case): boolean => statedDeed(c).agreed === true;
