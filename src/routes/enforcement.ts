// GET and POST /v1/enforcement: what can be attached of wages and money, when it may be collected, and which enquiries are open.

import { claimFields } from '../claim/claim_fields.ts';
import { amountField, choiceField, dayField, flagField } from '../fields/field.ts';
import { findingsRoute, told } from '../http/findings.ts';
import { PAY_PERIODS } from '../law/contract/enforcement.ts';
import { enforcementFindings } from '../law/enforcement.ts';

const enforcementFields = {
  as_of: claimFields.as_of,
  debtor_type: claimFields.debtor_type,
  title: claimFields.title,
  from_small_claims: flagField({
    label: { ja: '少額訴訟の債務名義', en: 'from small claims' },
    description: 'Whether the title comes from small claims.',
    example: false,
  }).optional(),
  attached_by_others: flagField({
    label: { ja: 'ほかの差押え', en: 'attached by others' },
    description: 'Whether another creditor attached the claim before.',
    example: false,
  }).optional(),
  wage: amountField({
    label: { ja: '手取りの給与', en: 'net wages' },
    description: 'Net wages of one payment.',
    example: 440000,
  }).optional(),
  pay_period: choiceField(PAY_PERIODS, {
    label: { ja: '支払期', en: 'pay period' },
    description: 'How the wages are paid.',
    example: 'month',
    default: 'month',
  }).optional(),
  cash: amountField({
    label: { ja: '現金', en: 'money' },
    description: 'Money in the hands of the debtor.',
    example: 700000,
  }).optional(),
  served_on: dayField({
    label: { ja: '債務者への送達日', en: 'served on' },
    description: 'Day on which the attachment was served on the debtor.',
    example: '2026-11-20',
  }).optional(),
  distribution_ended_on: dayField({
    label: { ja: '配当等の終了日', en: 'distribution ended on' },
    description: 'Day on which a distribution ended without full payment.',
    example: '2026-08-31',
  }).optional(),
  assets_insufficient: flagField({
    label: { ja: '財産の不足の疎明', en: 'assets insufficient' },
    description: 'Whether known assets are shown not to be enough.',
    example: true,
  }).optional(),
  disclosed_on: dayField({
    label: { ja: '財産開示期日', en: 'disclosed on' },
    description: 'Day on which a disclosure of assets was held.',
    example: '2025-11-20',
  }).optional(),
  disclosure_lapsed: flagField({
    label: { ja: '再実施の例外', en: 'disclosure lapsed' },
    description: 'Whether assets were left out or acquired since, or the job ended.',
    example: false,
  }).optional(),
};

/** Adds enforcement of a title. */
export const enforcement = findingsRoute({
  path: '/v1/enforcement',
  id: 'enforcement',
  summary: 'Enforcement of a title',
  description:
    'What of wages and money can be attached, the days of collection, and whether disclosure, information from third parties, a transfer order and small-claims enforcement are open.',
  title: { ja: '強制執行', en: 'Enforcement of a title' },
  fields: enforcementFields,
  dayField: 'as_of',
  body: {
    id: 'EnforcementRequest',
    example: { title: 'judgment', wage: 440000, served_on: '2026-11-20', assets_insufficient: true },
  },
  find: ({ as_of: _, title, ...facts }, { law, day }) =>
    enforcementFindings(law, { ...told(facts), ...(title === undefined ? {} : { titled: title !== 'none' }), on: day }),
});
