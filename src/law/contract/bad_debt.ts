// What the law must state about a claim that is lost: when it may be written off, and what tax comes back.
import type { Dated } from '../dated.ts';
import type { Fraction, Rate } from './amounts.ts';

/** When a claim may be written off and what tax comes back. */
export interface BadDebtLaw {
  /** Months since dealings stopped after which a trade claim may be written down. */
  readonly formal_after_months: Dated<number>;
  /** What must stay in the books then. */
  readonly memo_value: Dated<number>;
  /** Share that may be reserved when an insolvency procedure is applied for. */
  readonly reserve_share: Dated<Rate>;
  /** Part of the claim including tax that is credited, by consumption-tax rate as decimal text. */
  readonly consumption_tax_credit: Dated<Readonly<Record<Rate, Fraction>>>;
  /** Whether a loss on selling the claim brings the consumption-tax credit. */
  readonly credit_on_sale: boolean;
}
