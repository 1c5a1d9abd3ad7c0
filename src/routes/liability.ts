// GET and POST /v1/liability: until when a successor, a director or the receiver of what was given away can be claimed from.

import { claimFields } from '../claim/claim_fields.ts';
import { choiceField, dayField, flagField } from '../fields/field.ts';
import { findingsRoute, told } from '../http/findings.ts';
import { LIABILITY_GROUNDS } from '../law/contract/liability.ts';
import { liabilityFindings } from '../law/liability.ts';

const liabilityFields = {
  as_of: claimFields.as_of,
  ground: choiceField(LIABILITY_GROUNDS, {
    label: { ja: '根拠', en: 'ground' },
    description: 'The ground of the claim.',
    example: 'act_harming_creditors',
    default: 'act_harming_creditors',
  }).optional(),
  act_on: dayField({
    label: { ja: '行為・譲渡の日', en: 'act on' },
    description: 'Day of the act or transfer, whose law applies.',
    example: '2024-11-20',
  }),
  knew_on: dayField({
    label: { ja: '知った日', en: 'knew on' },
    description: 'Day on which the creditor learned of it.',
    example: '2024-11-20',
  }).optional(),
  shown: flagField({
    label: { ja: '要件の証明', en: 'shown' },
    description: 'Whether what the ground needs can be shown.',
    example: true,
  }).optional(),
  claimed_on: dayField({
    label: { ja: '請求・予告の日', en: 'claimed on' },
    description: 'Day on which the creditor claimed, sued, or notified the seller.',
    example: '2026-11-01',
  }).optional(),
  insolvency: claimFields.insolvency,
};

/** Adds others who may owe. */
export const liability = findingsRoute({
  path: '/v1/liability',
  id: 'liability',
  summary: 'Others who may owe',
  description:
    'Until when a successor of the business, a director, or the receiver of what was given away can be claimed from, what must be shown, and how far it reaches.',
  title: { ja: '第三者の責任', en: 'Others who may owe' },
  fields: liabilityFields,
  dayField: 'as_of',
  body: {
    id: 'LiabilityRequest',
    example: { ground: 'act_harming_creditors', act_on: '2024-11-20', knew_on: '2024-11-20', shown: true },
  },
  find: ({ as_of: _, insolvency, ground = 'act_harming_creditors', ...facts }, { law, day }) =>
    liabilityFindings(law, {
      ...told(facts),
      ground,
      ...(insolvency === undefined || insolvency === 'none' ? {} : { insolvency }),
      on: day,
    }),
});
