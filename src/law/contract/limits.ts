// Which thresholds and time limits of courts, enforcement and insolvency the law must state.
import type { Dated } from '../dated.ts';

/** Thresholds and time limits; the unit of each stands on the value. */
export const LEGAL_LIMITS = [
  'small_claims_max',
  'small_claims_per_year',
  'summary_court_max',
  'scrivener_max',
  'unvalued_claim',
  'small_claims_instalment_years',
  'settlement_order_instalment_years',
  'payment_order_objection_days',
  'provisional_execution_window_days',
  'small_claims_objection_days',
  'address_correction_months',
  'mediation_to_suit_days',
  'collection_wait_days',
  'wage_collection_wait_days',
  'wage_attachable_share',
  'asset_disclosure_again_years',
  'provisional_attachment_execution_days',
  'preference_days',
  'preference_suspension_years',
  'preference_exercise_years',
  'set_off_cause_years',
  'late_proof_months',
  'instalment_demand_days',
  'wage_exempt_month_max',
  'freelance_payment_days',
  'deed_pages_paper',
  'deed_pages_electronic',
] as const;
/** One of these limits. */
export type LegalLimit = (typeof LEGAL_LIMITS)[number];

/** The part of a jurisdiction about thresholds and time limits. */
export interface LimitLaw {
  readonly limits: Readonly<Record<LegalLimit, Dated<number>>>;
}
