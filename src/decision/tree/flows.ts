// Present values of flows: what a dated flow of money is worth at the start of its tree, tax and late interest included (docs/model.md 7).

import { minus, oneMinus, over, plus, times } from '../../numbers/number.ts';
import type { Event, Flow } from '../../options/option.ts';

/** What turns flows into present values for one case. */
export interface ValuationTerms {
  /** Present value of 1 yen `months` after the valuation day. */
  readonly discount: (months: number) => number;
  /** Late-payment interest per yen and month. */
  readonly interest: number;
  /** Age of the debt on the valuation day, months past due. */
  readonly age: number;
  /** Share of loss and cost that comes back as tax; 0 when not asked for. */
  readonly tax_rate: number;
  /** Consumption tax in a yen of the claim, relieved on losses that qualify, after corporate tax on it; 0 when not asked for. */
  readonly relief_rate: number;
  /** Months from a loss to its tax effect. */
  readonly tax_lag: number;
}

/** The present value of a flow at the start month is share·(now + delay·growth) + fixed. */
export interface FlowValue {
  readonly now: number;
  readonly growth: number;
  readonly fixed: number;
  /** What a fee of the whole would take from `now` and `growth`. */
  readonly fee: number;
  readonly feeGrowth: number;
}

/** A start to which flows are discounted: its month, and its own discount to the valuation day. */
export interface Start {
  readonly month: number;
  readonly discount: number;
}

/** The start in a month. */
export const startIn = (month: number, { discount }: ValuationTerms): Start => ({ month, discount: discount(month) });

/** Values a flow of an event that falls `eventAt` months after the start. */
export function flowValue(flow: Flow, eventAt: number, { month, discount }: Start, terms: ValuationTerms): FlowValue {
  const at = flow.at ?? eventAt;
  const principal = flow.principal ?? 0;
  const kept = oneMinus(flow.fee_rate ?? 0);
  // Principal was taxed when it was invoiced; interest is taxable and every cost is deductible.
  const taxed = 1 - terms.tax_rate;
  const time = plus(month, at);
  const d = at === 0 ? 1 : over(terms.discount(time), discount);
  const yen = minus(minus(times(flow.interest ?? 0, kept), flow.external ?? 0), flow.own_time ?? 0);
  const fixed = times(times(yen, taxed), d);
  // Many flows are costs alone.
  if (principal === 0) return { now: 0, growth: 0, fixed, fee: 0, feeGrowth: 0 };
  const rate = times(flow.interest_share ?? 0, terms.interest);
  const age = plus(terms.age, time);
  const grows = times(times(times(principal, rate), times(kept, taxed)), d);
  const whole = times(principal, plus(kept, times(terms.tax_rate, oneMinus(kept))));
  const feeGrowth = minus(0, times(times(times(principal, rate), taxed), d));
  return {
    now: plus(times(whole, d), times(grows, age)),
    growth: grows,
    fixed,
    fee: minus(times(feeGrowth, age), times(times(principal, taxed), d)),
    feeGrowth,
  };
}

/** Share of a loss that tax gives back when the file closes at this event (docs/model.md 11.4). */
export const closingRate = (event: Event, terms: ValuationTerms): number =>
  terms.tax_rate + (event.relief ? terms.relief_rate : 0);

/** Whether losses have a tax effect at all. */
export const isTaxed = (terms: ValuationTerms): boolean => terms.tax_rate > 0 || terms.relief_rate > 0;
