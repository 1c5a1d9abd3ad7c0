// GET and POST /v1/stamp-duty: the stamp duty on a paper of collecting a claim.

import { claimFields } from '../claim/claim_fields.ts';
import { amountField, choiceField, flagField } from '../fields/field.ts';
import { findingsRoute, told } from '../http/findings.ts';
import { DOCUMENTS } from '../law/contract/stamp_duty.ts';
import { stampDutyFindings } from '../law/stamp_duty.ts';

const stampDutyFields = {
  as_of: claimFields.as_of,
  document: choiceField(DOCUMENTS, {
    label: { ja: '文書', en: 'document' },
    words: { settlement: { ja: '和解書', en: 'settlement', also: ['示談書'] } },
    description: 'What the paper is.',
    example: 'receipt',
    default: 'receipt',
  }).optional(),
  stated_amount: amountField({
    label: { ja: '記載金額', en: 'stated amount' },
    description: 'Amount that the paper states; leave it out when it states none.',
    example: 550000,
  }).optional(),
  tax_apart: amountField({
    label: { ja: '区分記載の消費税', en: 'tax stated apart' },
    description: 'Consumption tax that the paper states apart.',
    example: 50000,
  }).optional(),
  electronic: flagField({
    label: { ja: '電磁的記録', en: 'electronic' },
    description: 'Whether it exists only as an electronic record.',
    example: false,
  }).optional(),
  not_business: flagField({
    label: { ja: '営業に関しない', en: 'not business' },
    description: 'Whether a receipt concerns no business.',
    example: false,
  }).optional(),
};

/** Adds stamp duty. */
export const stamp_duty = findingsRoute({
  path: '/v1/stamp-duty',
  id: 'stampDuty',
  summary: 'Stamp duty',
  description:
    'The stamp duty on a receipt, a loan contract, an assignment, a guarantee, a note or another paper of collecting a claim, by the amount that it states.',
  title: { ja: '印紙税', en: 'Stamp duty' },
  fields: stampDutyFields,
  dayField: 'as_of',
  body: { id: 'StampDutyRequest', example: { document: 'receipt', stated_amount: 550000, tax_apart: 50000 } },
  find: ({ as_of: _, document = 'receipt', stated_amount, ...facts }, { law, day }) =>
    stampDutyFindings(law, { ...told(facts), ...told({ stated: stated_amount }), document, on: day }),
});
