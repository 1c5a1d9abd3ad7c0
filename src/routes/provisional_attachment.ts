// GET and POST /v1/provisional-attachment: whether a provisional attachment is open, what it locks and costs, and by when to go on.

import { claimFields } from '../claim/claim_fields.ts';
import { amountField, choiceField, countField, dayField, flagField, rateField } from '../fields/field.ts';
import { findingsRoute, told } from '../http/findings.ts';
import { ATTACHED_OBJECTS } from '../law/contract/provisional_attachment.ts';
import { provisionalAttachment } from '../law/provisional_attachment.ts';

const provisionalAttachmentFields = {
  as_of: claimFields.as_of,
  amount: claimFields.amount,
  object: choiceField(ATTACHED_OBJECTS, {
    label: { ja: '目的物', en: 'object' },
    description: 'What is to be attached.',
    example: 'bank_account',
    default: 'other_claim',
  }).optional(),
  object_value: amountField({
    label: { ja: '目的物の価額', en: 'value of the object' },
    description: 'Value of the object, on which security is a share of it.',
    example: 3000000,
  }).optional(),
  object_known: flagField({
    label: { ja: '目的物の特定', en: 'object known' },
    description: 'Whether an object that can be named is known.',
    example: true,
  }).optional(),
  on_bill: flagField({
    label: { ja: '手形・小切手による債権', en: 'on a bill' },
    description: 'Whether the claim rests on a bill or a cheque.',
    example: false,
  }).optional(),
  security_rate: rateField({
    label: { ja: '担保資金の年利', en: 'cost of the security' },
    description: 'Yearly cost of the money that is locked as security.',
    example: '6%',
  }).optional(),
  months: countField({
    counter: 'months',
    label: { ja: '担保を積む月数', en: 'months' },
    description: 'Months for which the security is locked.',
    example: 9,
    min: 1,
    max: 120,
  }).optional(),
  shown: flagField({
    label: { ja: '疎明', en: 'shown' },
    description: 'Whether claim and need can be shown prima facie.',
    example: true,
  }).optional(),
  title: claimFields.title,
  insolvency: claimFields.insolvency,
  served_on: dayField({
    label: { ja: '命令が当方に送達された日', en: 'served on' },
    description: 'Day on which the order was served on the creditor.',
    example: '2026-11-20',
  }).optional(),
  suit_ordered_on: dayField({
    label: { ja: '起訴命令の送達日', en: 'suit ordered on' },
    description: 'Day on which the court set a time for the main suit.',
    example: '2026-11-25',
  }).optional(),
};

/** Adds provisional attachment. */
export const provisional_attachment = findingsRoute({
  path: '/v1/provisional-attachment',
  id: 'provisionalAttachment',
  summary: 'Provisional attachment',
  description:
    'Whether the law opens a provisional attachment, the security that courts usually ask, its fees, and the days by which the creditor must go on.',
  title: { ja: '仮差押え', en: 'Provisional attachment' },
  fields: provisionalAttachmentFields,
  dayField: 'as_of',
  body: {
    id: 'ProvisionalAttachmentRequest',
    example: { amount: 5000000, object: 'bank_account', object_value: 3000000, object_known: true, shown: true },
  },
  find: ({ as_of: _, insolvency, title, object = 'other_claim', amount, ...facts }, { law, day }) =>
    provisionalAttachment(law, {
      ...told(facts),
      amount,
      object,
      titled: title !== undefined && title !== 'none',
      ...(insolvency === undefined || insolvency === 'none' ? {} : { insolvency }),
      on: day,
    }),
});
