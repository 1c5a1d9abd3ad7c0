// GET and POST /v1/trial: whether a clause chooses the court, and the days of a trial within a fixed period.

import { claimFields } from '../claim/claim_fields.ts';
import { dayField, flagField } from '../fields/field.ts';
import { findingsRoute, told } from '../http/findings.ts';
import { trialFindings } from '../law/trial.ts';

const trialFields = {
  as_of: claimFields.as_of,
  debtor_type: claimFields.debtor_type,
  clause: flagField({
    label: { ja: '管轄の合意', en: 'clause' },
    description: 'Whether a clause names the court.',
    example: true,
  }).optional(),
  clause_written: flagField({
    label: { ja: '合意の書面', en: 'clause in writing' },
    description: 'Whether the clause is in writing or an electronic record.',
    example: true,
  }).optional(),
  clause_specific: flagField({
    label: { ja: '合意の特定', en: 'clause specific' },
    description: 'Whether the clause concerns suits from a specified legal relationship.',
    example: true,
  }).optional(),
  both_ask: flagField({
    label: { ja: '双方の申出・同意', en: 'both ask' },
    description: 'Whether both sides ask for the trial within a fixed period, or agree to it.',
    example: true,
  }).optional(),
  ordered_on: dayField({
    label: { ja: '決定の日', en: 'ordered on' },
    description: 'Day of the order that grants it.',
    example: '2026-11-20',
  }).optional(),
  judgment_served_on: dayField({
    label: { ja: '判決の送達日', en: 'judgment served on' },
    description: 'Day on which the judgment was served.',
    example: '2027-07-01',
  }).optional(),
};

/** Adds choice of court, trial within a fixed period. */
export const trial = findingsRoute({
  path: '/v1/trial',
  id: 'trial',
  summary: 'Choice of court, trial within a fixed period',
  description:
    'Whether a jurisdiction clause holds, whether the trial within a fixed period is open, and the days by which it is heard and decided.',
  title: { ja: '管轄の合意・法定審理期間訴訟手続', en: 'Choice of court, trial within a fixed period' },
  fields: trialFields,
  dayField: 'as_of',
  body: { id: 'TrialRequest', example: { debtor_type: 'corporation', both_ask: true, ordered_on: '2026-11-20' } },
  find: ({ as_of: _, ...facts }, { law, day }) => trialFindings(law, { ...told(facts), on: day }),
});
