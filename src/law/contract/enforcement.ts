// What the law must state about enforcing a title: what is exempt, when attached money may be collected, and which enquiries are open.
import type { Dated } from '../dated.ts';
import type { Fraction } from './amounts.ts';
import type { RuleSet } from './rules.ts';

/** How wages are paid, as far as exemptions differ. */
export const PAY_PERIODS = ['month', 'half_month', 'ten_days', 'day', 'bonus', 'retirement'] as const;
/** One of these. */
export type PayPeriod = (typeof PAY_PERIODS)[number];

/** What of wages stays with the debtor: a share, but at most so much for each payment; null = no cap. */
export interface WageExemption {
  readonly share: Fraction;
  readonly at_most: Readonly<Record<PayPeriod, number | null>>;
}

/** Rules of enforcement that are stated in words. */
export const ENFORCEMENT_RULES = [
  'papers',
  'clause',
  'court',
  'small_claims_enforcement',
  'effect',
  'collection',
  'report',
  'transfer_order',
  'wages',
  'cash',
  'tools',
  'disclosure',
  'disclosure_again',
  'disclosure_penalty',
  'information_bank',
  'information_securities',
  'information_land',
  'information_wages',
  'limitation',
  'title_expired',
] as const;
/** One of these rules. */
export type EnforcementRule = (typeof ENFORCEMENT_RULES)[number];

/** The part of a jurisdiction about enforcing a title. */
export interface EnforcementLaw {
  readonly wages: Dated<WageExemption>;
  /** Money of an individual that cannot be attached. */
  readonly cash_exempt: Dated<number>;
  /** Days after service on the debtor before money may be collected, and the same for wages. */
  readonly collection_days: Dated<number>;
  readonly wage_collection_days: Dated<number>;
  /** Years without payment after which the creditor must report. */
  readonly report_years: Dated<number>;
  /** Days after that until the attachment may be lifted. */
  readonly report_grace_days: Dated<number>;
  /** Months before the petition in which a distribution must have ended without full payment. */
  readonly failed_distribution_months: Dated<number>;
  /** Years before disclosure can be asked for again. */
  readonly disclosure_again_years: Dated<number>;
  /** Years after a disclosure in which information on land can be asked for. */
  readonly land_after_disclosure_years: Dated<number>;
  readonly rules: RuleSet<EnforcementRule>;
}
