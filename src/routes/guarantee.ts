// GET and POST /v1/guarantee: whether a guarantee holds, how far it reaches, and what late notice and insolvency do to it.
// Here 'guarantor' is a person, not an option.

import { claimFields } from '../claim/claim_fields.ts';
import { amountField, choiceField, dayField, flagField, rateField } from '../fields/field.ts';
import { findingsRoute, told } from '../http/findings.ts';
import { guaranteeFindings } from '../law/guarantee.ts';
import { money } from '../values/money.ts';

const guaranteeFields = {
  as_of: claimFields.as_of,
  amount: claimFields.amount,
  interest: amountField({
    label: { ja: '利息・遅延損害金', en: 'interest' },
    description: 'Interest and damages owed beside the principal.',
    example: 150000,
  }).optional(),
  guaranteed_on: dayField({
    label: { ja: '保証契約日', en: 'guaranteed on' },
    description: 'Day of the contract of guarantee, whose law applies.',
    example: '2021-04-01',
  }).optional(),
  guarantor: choiceField(['individual', 'corporation'], {
    label: { ja: '保証人', en: 'guarantor' },
    description: 'Whether the guarantor is an individual or a corporation.',
    example: 'individual',
  }).optional(),
  written: flagField({
    label: { ja: '書面', en: 'in writing' },
    description: 'Whether the guarantee is in writing or an electronic record.',
    example: true,
  }).optional(),
  joint: flagField({
    label: { ja: '連帯保証', en: 'joint' },
    description: 'Whether the guarantee is joint.',
    example: true,
  }).optional(),
  open_ended: flagField({
    label: { ja: '根保証', en: 'open-ended' },
    description: 'Whether it covers unspecified debts, as of continuing dealings.',
    example: true,
  }).optional(),
  maximum: amountField({
    label: { ja: '極度額', en: 'maximum' },
    description: 'Maximum that the contract states.',
    example: 3000000,
  }).optional(),
  accelerated_on: dayField({
    label: { ja: '期限の利益の喪失日', en: 'accelerated on' },
    description: 'Day on which the whole debt fell due.',
    example: '2026-03-10',
  }).optional(),
  known_on: dayField({
    label: { ja: '喪失を知った日', en: 'known on' },
    description: 'Day on which the creditor learned of it.',
    example: '2026-03-10',
  }).optional(),
  told_on: dayField({
    label: { ja: '保証人に知らせた日', en: 'notified on' },
    description: 'Day on which the guarantor was notified.',
    example: '2026-05-10',
  }).optional(),
  accelerated_amount: amountField({
    label: { ja: '喪失により期限が来た額', en: 'accelerated amount' },
    description: 'Part of the principal that only acceleration made due.',
    example: 2000000,
  }).optional(),
  delay_rate: claimFields.delay_rate,
  dividend_rate: rateField({
    label: { ja: '配当率', en: 'dividend' },
    description: 'Dividend expected in the bankruptcy of the principal.',
    example: '4%',
  }).optional(),
  paid_after_opening: amountField({
    label: { ja: '開始後の弁済', en: 'paid after opening' },
    description: 'What the guarantor paid after the bankruptcy was opened.',
    example: 2000000,
  }).optional(),
};

/** Adds guarantee. */
export const guarantee = findingsRoute({
  path: '/v1/guarantee',
  id: 'guarantee',
  summary: 'Guarantee',
  description:
    'Whether a guarantee of a trade debt holds, the amount that it covers, the late interest that a late notice of acceleration costs, and the proof in the bankruptcy of the principal.',
  title: { ja: '保証', en: 'Guarantee' },
  fields: guaranteeFields,
  dayField: 'as_of',
  body: {
    id: 'GuaranteeRequest',
    example: {
      amount: 5000000,
      interest: 150000,
      maximum: 3000000,
      guarantor: 'individual',
      written: true,
      open_ended: true,
    },
  },
  find: ({ as_of: _, amount, accelerated_amount, delay_rate, dividend_rate, ...facts }, { law, day }) =>
    guaranteeFindings(law, {
      ...told(facts),
      ...told({ accelerated: accelerated_amount }),
      principal: amount,
      // Rates are read as doubles; their decimal text is exact.
      ...(delay_rate === undefined ? {} : { delay_rate: money(String(delay_rate)) }),
      ...(dividend_rate === undefined ? {} : { dividend_rate: money(String(dividend_rate)) }),
      on: day,
    }),
});
