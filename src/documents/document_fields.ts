// The facts beside the claim that only documents ask for.

import { dayField } from '../fields/field.ts';
import type { Text } from '../values/text.ts';
import type { DocumentField } from './document.ts';

/** What people call them. */
export const DOCUMENT_FIELD_LABELS: Readonly<Record<DocumentField, Text>> = {
  pay_by: { ja: '支払・回答の期日', en: 'pay or answer by' },
  opened_on: { ja: '手続開始の日', en: 'proceedings opened on' },
};

/** Their schemas, by name. */
export const documentFields = {
  pay_by: dayField({
    label: DOCUMENT_FIELD_LABELS.pay_by,
    description: 'Day by which the document asks to pay or to answer.',
    description_ja: '書面で求める支払・回答の期日。',
    example: '2026-12-11',
    default: '7 days after as_of; in an agreement the day that the valuation counts with',
  }).optional(),
  opened_on: dayField({
    label: DOCUMENT_FIELD_LABELS.opened_on,
    description: 'Day on which the insolvency proceedings of the debtor opened; a proof of claim needs it.',
    description_ja: '相手方の倒産手続が開始した日。債権届出に要ります。',
    example: '2026-11-02',
  }).optional(),
} as const satisfies Record<DocumentField, unknown>;
