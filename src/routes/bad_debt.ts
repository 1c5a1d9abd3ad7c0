// GET and POST /v1/bad-debt: how much of a debt is a deductible loss after a fact, from which day, and what consumption tax comes back.

import { claimFields } from '../claim/claim_fields.ts';
import { amountField, choiceField, dayField, flagField } from '../fields/field.ts';
import { findingsRoute, told } from '../http/findings.ts';
import { badDebtFindings } from '../law/bad_debt_facts.ts';
import { BAD_DEBT_FACTS } from '../law/contract/bad_debt_facts.ts';

const badDebtFields = {
  as_of: claimFields.as_of,
  amount: claimFields.amount,
  claim_kind: claimFields.claim_kind,
  fact: choiceField(BAD_DEBT_FACTS, {
    label: { ja: '事実', en: 'fact' },
    description: 'The fact that may make the debt bad.',
    example: 'dealings_stopped',
    default: 'dealings_stopped',
  }).optional(),
  fact_on: dayField({
    label: { ja: '事実の日', en: 'fact on' },
    description: 'Day of the fact.',
    example: '2026-11-20',
  }).optional(),
  booked_on: dayField({
    label: { ja: '損金経理の日', en: 'booked on' },
    description: 'Day on which the loss is booked.',
    example: '2027-03-31',
  }).optional(),
  cut_amount: amountField({
    label: { ja: '切り捨てられる額', en: 'amount cut' },
    description: 'Part that a plan, a settlement or a waiver cuts off.',
    example: 4000000,
  }).optional(),
  sale_price: amountField({
    label: { ja: '売却価額', en: 'sale price' },
    description: 'What a sale of the claim brings.',
    example: 500000,
  }).optional(),
  security_value: claimFields.security_value,
  mutual_debts: amountField({
    label: { ja: '相手への債務', en: 'mutual debts' },
    description: 'What the creditor owes the debtor.',
    example: 0,
  }).optional(),
  continuing: flagField({
    label: { ja: '継続取引', en: 'continuing dealings' },
    description: 'Whether dealings had continued before they stopped.',
    example: true,
  }).optional(),
  stopped_on: dayField({
    label: { ja: '取引停止日', en: 'stopped on' },
    description: 'Last day of dealings.',
    example: '2025-09-30',
  }).optional(),
  last_due: dayField({
    label: { ja: '最後の支払期日', en: 'last due date' },
    description: 'Last due date.',
    example: '2025-10-31',
  }).optional(),
  last_payment: dayField({
    label: { ja: '最後の入金日', en: 'last payment' },
    description: 'Day of the last payment.',
    example: '2025-11-20',
  }).optional(),
  reserve_allowed: flagField({
    label: { ja: '貸倒引当金の対象法人', en: 'reserve allowed' },
    description: 'Whether the law allows the creditor a reserve, as it does for small companies and banks.',
    example: true,
  }).optional(),
  consumption_tax_rate: claimFields.consumption_tax_rate,
};

/** Adds bad debt. */
export const bad_debt = findingsRoute({
  path: '/v1/bad-debt',
  id: 'badDebt',
  summary: 'Bad debt',
  description:
    'How much of a debt is a deductible loss after a fact, on which conditions and from which day, and what consumption tax comes back.',
  title: { ja: '貸倒れ', en: 'Bad debt' },
  fields: badDebtFields,
  dayField: 'as_of',
  body: {
    id: 'BadDebtRequest',
    example: {
      amount: 1100000,
      claim_kind: 'goods',
      fact: 'dealings_stopped',
      continuing: true,
      security_value: 0,
      last_payment: '2025-11-20',
      booked_on: '2026-11-21',
      consumption_tax_rate: '10%',
    },
  },
  find: (
    { as_of: _, fact = 'dealings_stopped', cut_amount, sale_price, security_value, consumption_tax_rate, ...facts },
    { law, day },
  ) =>
    badDebtFindings(law, {
      ...told(facts),
      ...told({ cut: cut_amount, price: sale_price, security: security_value }),
      ...(consumption_tax_rate === undefined ? {} : { tax_rate: String(consumption_tax_rate) }),
      fact,
      on: day,
    }),
});
