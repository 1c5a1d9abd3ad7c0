// Every code that an answer may hold, so that programs can be written against closed lists. What an option says of itself bears its id.

import type { Option } from '../options/option.ts';
import { OPTIONS } from '../request/options.ts';

/** Codes of the reasons why an option is closed, sorted. */
export const BAR_CODES = [
  'ask_first',
  'attach_first',
  'claims_deadline_passed',
  'company_ends',
  'debt_acknowledged',
  'debt_not_acknowledged',
  'debtor_abroad',
  'debtor_failing',
  'demand_for_time',
  'demand_sent',
  'demand_without_effect',
  'dispute_refused',
  'disputed',
  'disputed_in_full',
  'disputed_in_part',
  'due_after_filing',
  'goods_delivered',
  'guarantee_not_written',
  'guarantee_without_maximum',
  'heirs_first',
  'incurred_in_crisis',
  'individual_debtor',
  'investigation_ended',
  'lawyer_letter_sent',
  'limitation_expired',
  'limitation_near',
  'loss_not_fixed',
  'loss_not_yet_deductible',
  'materials_early',
  'mediation_failed',
  'no_agreement_in_sight',
  'no_consent',
  'no_delivery_address',
  'no_dispute',
  'no_goods',
  'no_lien',
  'no_procedure',
  'no_proceedings',
  'no_service_address',
  'no_such_procedure',
  'no_title',
  'nobody_else_owes',
  'nobody_to_answer',
  'nobody_to_sign',
  'nobody_to_talk_to',
  'not_a_servicer_claim',
  'not_a_trade_claim',
  'not_considered',
  'not_due',
  'not_for_want_of_cash',
  'nothing_owed',
  'nothing_to_return',
  'nothing_under_lien',
  'opening_likely',
  'order_lapsed',
  'order_window',
  'order_would_be_opposed',
  'over_scrivener_limit',
  'over_small_claims_limit',
  'overdue',
  'own_demand_first',
  'payable_assigned',
  'payable_attached',
  'payable_excluded',
  'plan_refused',
  'principal_assets_first',
  'principal_first',
  'procedure_running',
  'public_body_pays',
  'resale_paid',
  'security_held',
  'servicer_condition',
  'set_off_ban',
  'set_off_excluded',
  'set_off_too_late',
  'settled_in_court',
  'settlement_refused',
  'single_dealing',
  'small_claims_count',
  'stayed_by_insolvency',
  'terms_missing',
  'title_in_hand',
  'unlicensed_buyer',
  'unlicensed_collector',
  'used_before',
] as const;

type OptionWords = Option['sentences'];

/** Ids of the options that say something of a kind. */
const saying = (kind: keyof OptionWords): string[] =>
  OPTIONS.filter(({ sentences }) => sentences[kind] !== undefined).map(({ id }) => id);

/** Codes of reasons that are not an option's own. */
export const OWN_REASONS = [
  'better_than_waiting',
  'effort_does_not_pay',
  'kept_all_the_same',
  'likely_kind',
  'offer_declined',
  'relationship_counted',
  'rest',
  'risk_averse',
  'sequence',
  'tied',
] as const;

/** Codes of the reasons for a recommendation. */
export const reasonCodes = (): string[] => [...OWN_REASONS, ...saying('reason').map((id) => `${id}_suits`)];

/** Codes of risks that are not an option's own. */
export const OWN_RISKS = [
  'costs_exceed_receipts',
  'limitation_due_soon',
  'limitation_expired',
  'passes',
  'preference',
] as const;

/** Codes of what can go wrong. */
export const riskCodes = (): string[] => [...OWN_RISKS, ...saying('risk')];

/** Codes of warnings that are not an option's own. */
export const OWN_WARNINGS = [
  'assignment_ban',
  'being_wound_up',
  'bill_dishonour',
  'bridge_rate_missing',
  'conduct',
  'consider_provisional_attachment',
  'contract_date_assumed',
  'debtor_abroad',
  'due_day_by_law',
  'electronic_claim_court',
  'electronic_claim_default',
  'find_address',
  'freelance_report',
  'in_proceedings',
  'insolvency_presumed',
  'instalment_sale',
  'interest_source',
  'invocation_lost',
  'keep_records',
  'limitation_expired',
  'lost_bill',
  'no_tax_credit',
  'one_credit_source',
  'order_lapsed',
  'over_scrivener_limit',
  'payment_not_counted',
  'public_debtor',
  'recourse_needs_presentment',
  'rent_deposit',
  'retention',
  'risk_ranking',
  'score_scale',
  'security_in_insolvency',
  'subcontract_report',
  'succession',
  'summary_suit',
  'title_expired',
  'title_on_assumed',
  'tort_limitation',
  'uncalibrated',
  'underlying_claim',
  'unverified_value',
  'unwritten_guarantee',
] as const;

/** Codes of what to know before acting. */
export const warningCodes = (): string[] => [...OWN_WARNINGS, ...saying('warning')];
