// What the law must state about a claim that is lost: when it may be written off, and what tax comes back.
import type { Dated } from '../dated.ts';
import type { Fraction, Rate } from './amounts.ts';
import type { ClaimKind } from './claim.ts';

/** When a claim may be written off and what tax comes back. */
export interface BadDebtLaw {
  /** Months since dealings stopped after which a trade claim may be written down. */
  readonly formal_after_months: Dated<number>;
  /** Kinds of claim that may never be written down for that reason, because they are no trade claims. */
  readonly formal_excluded_kinds: Dated<readonly ClaimKind[]>;
  /** What must stay in the books then. */
  readonly memo_value: Dated<number>;
  /** Share that may be reserved when an insolvency procedure is applied for. */
  readonly reserve_share: Dated<Rate>;
  /** Part of the claim including tax that is credited, by consumption-tax rate as decimal text. */
  readonly consumption_tax_credit: Dated<Readonly<Record<Rate, Fraction>>>;
  /** Kinds of claim that bring no such credit, because no taxed supply stands behind them. */
  readonly no_credit_kinds: Dated<readonly ClaimKind[]>;
  /** Whether a loss on selling the claim brings the consumption-tax credit. */
  readonly credit_on_sale: boolean;
}
