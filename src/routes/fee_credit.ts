// GET and POST /v1/fee-credit: what was paid for mediation or settlement before suit that counts toward the suit.
// Here 'mediation' is a petition, not an option.

import { claimFields } from '../claim/claim_fields.ts';
import { choiceField, dayField, flagField } from '../fields/field.ts';
import { findingsRoute, told } from '../http/findings.ts';
import { SETTLING_PETITIONS } from '../law/contract/fee_credit.ts';
import { feeCredit } from '../law/fee_credit.ts';

const feeCreditFields = {
  as_of: claimFields.as_of,
  amount: claimFields.amount,
  petition: choiceField(SETTLING_PETITIONS, {
    label: { ja: '手続', en: 'petition' },
    description: 'The petition that came before the suit.',
    example: 'mediation',
    default: 'mediation',
  }).optional(),
  filing: claimFields.filing,
  filed_on: dayField({
    label: { ja: '申立日', en: 'filed on' },
    description: 'Day of that petition.',
    example: '2026-08-20',
  }).optional(),
  failed_on: dayField({
    label: { ja: '不成立の通知の日', en: 'failed on' },
    description: 'Day of the notice that it failed.',
    example: '2026-11-20',
  }).optional(),
  suit_on: dayField({
    label: { ja: '訴えの日', en: 'suit on' },
    description: 'Day of the suit.',
    example: '2026-12-04',
  }).optional(),
  both_ask: flagField({
    label: { ja: '双方の申立て', en: 'both ask' },
    description: 'Whether both sides ask to go on as a suit, for a settlement before suit.',
    example: true,
  }).optional(),
  limitation_last_day: dayField({
    label: { ja: '時効の最終日', en: 'last day of limitation' },
    description: 'Last day of limitation without the petition.',
    example: '2026-03-31',
  }).optional(),
};

/** Adds fees that count toward a suit. */
export const fee_credit = findingsRoute({
  path: '/v1/fee-credit',
  id: 'feeCredit',
  summary: 'Fees that count toward a suit',
  description:
    'What was paid for mediation or settlement before suit that counts toward the suit, until when, and what the suit still costs.',
  title: { ja: '手数料の通算', en: 'Fees that count toward a suit' },
  fields: feeCreditFields,
  dayField: 'as_of',
  body: {
    id: 'FeeCreditRequest',
    example: {
      amount: 1000000,
      petition: 'mediation',
      filing: 'online',
      failed_on: '2026-11-20',
      suit_on: '2026-12-04',
    },
  },
  find: ({ as_of: _, petition = 'mediation', filing = 'paper', ...facts }, { law, day }) =>
    feeCredit(law, { ...told(facts), petition, filing, on: day }),
});
