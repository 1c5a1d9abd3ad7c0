// The dearest request that anybody can write: every field told, every number of it and every assumption with a range, every analysis asked.

import { leaves } from '../../src/assumptions/assumption.ts';
import * as registry from '../../src/assumptions/index.ts';
import { limitsOf } from '../../src/assumptions/values.ts';
import { NUMERIC_FIELDS } from '../../src/request/numeric_inputs.ts';

/** Every field that goes together with the others. */
const TOLD = {
  amount: 3_200_000,
  overdue_days: 120,
  contract_date: '2026-01-15',
  claim_kind: 'goods',
  evidence: 'medium',
  dispute: 'partial',
  disputed_amount: 600_000,
  delay_rate: 0.03,
  consumption_tax_rate: 0.1,
  security_value: 400_000,
  debtor_type: 'corporation',
  pd: 0.08,
  contact: 'evasive',
  payment_history: 'mixed',
  partial_paid: true,
  broken_promises: 1,
  distress: 'some',
  assets: 'partly',
  address_known: true,
  effort_months: 2,
  lawyer: 'no',
  discount_rate: 0.03,
  staff_rate: 3_600,
  margin_per_year: 500_000,
  relationship_years: 3,
  cash_needed_by: '2027-02-28',
  bridge_rate: 0.12,
  tax_rate: 0.34,
  risk: 'averse',
  fiscal_year_end: '2027-03-31',
  litigate: { cost: 300_000, win_rate: 0.7 },
  factor: { kind: 'three_party', fee_rate: 0.08, fixed_fee: 20_000, recourse: true },
  offset: { payable: 500_000, payable_due_date: '2027-01-31' },
  plan: { instalments: 10, down_rate: 0.1, deed: true },
  return_goods: { value: 250_000, consent: true },
  sell: { offer: 600_000, buyer: 'lawful_buyer' },
  settle: { offer: 1_500_000, in_days: 30 },
} as const;

/** A number with a range of a tenth on both sides, as far as its limits allow. */
function around(mean: number, least: number, most: number): object | number {
  const [low, high] = [Math.max(least, 0.9 * mean), Math.min(most, 1.1 * mean)];
  return low < mean && mean < high ? { mean, low, high } : mean;
}

/** The fields with a range for every number among them. */
function ranged(fields: Readonly<Record<string, unknown>>, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (typeof value === 'object' && value !== null)
        return [name, ranged(value as Readonly<Record<string, unknown>>, `${name}.`)];
      const field = NUMERIC_FIELDS.find((one) => one.name === prefix + name);
      if (!field || typeof value !== 'number') return [name, value];
      const { minimum = 0, maximum = Number.POSITIVE_INFINITY, kind } = field;
      // Amounts and counts are whole.
      return [name, kind === 'count' || kind === 'amount' ? wholeRange(value) : around(value, minimum, maximum)];
    }),
  );
}

const wholeRange = (mean: number): object | number => {
  const low = Math.floor(0.9 * mean);
  return low > 0 && low < mean ? { mean, low, high: Math.ceil(1.1 * mean) } : mean;
};

/** The request. */
export const RICHEST = {
  ...ranged(TOLD),
  assumptions: Object.fromEntries(
    [...leaves(registry)].map(({ id, mean, about }) => [id, around(mean, ...limitsOf(about))]),
  ),
  include: 'bridge,plan,sensitivity,break_even,information',
};
