// The contract every jurisdiction satisfies: what the law must state before the engine can value a claim under it.
// It holds no fact of any country; those stand, each with its source, in the jurisdictions that `index.ts` lists.
import type { Day, Period } from '../values/day.ts';
import type { Text } from '../values/text.ts';
import type { Citation, Dated } from './dated.ts';
import type { Scale } from './scale.ts';

/** What the claim arose from. */
export const CLAIM_KINDS = [
  'goods',
  'services',
  'works',
  'freight',
  'rent',
  'lease',
  'loan',
  'instalment_sale',
  'medical',
  'other',
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** Who owes it. */
export const DEBTOR_TYPES = ['corporation', 'sole_proprietor', 'consumer', 'public_body'] as const;
export type DebtorType = (typeof DEBTOR_TYPES)[number];

/** What already makes the claim enforceable, or `none`. */
export const TITLE_KINDS = ['none', 'judgment', 'payment_order', 'notarial_deed', 'settlement'] as const;
export type TitleKind = (typeof TITLE_KINDS)[number];

/** A yearly rate or a share as decimal text, `0.03` for three per cent. */
export type Rate = string;

/** A share as numerator and denominator, exact where decimal text would not be. */
export type Fraction = readonly [number, number];

/** From one amount or share to another, for what has no fixed value. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

// ---- Court fees ----------------------------------------------------------------------------------------------------

export const PETITIONS = [
  'suit',
  'small_claims',
  'payment_order',
  'mediation',
  'appeal',
  'final_appeal',
  'pre_suit_settlement',
] as const;
export type Petition = (typeof PETITIONS)[number];

/** How a petition reaches the court. */
export type Filing = 'paper' | 'online';

/** What a petition costs: a share of the scale fee and a flat part by way of filing. */
export interface PetitionFee {
  readonly scale: Scale;
  readonly share: Fraction;
  readonly flat: Readonly<Record<Filing, number>>;
  /** Added for each defendant after the first. */
  readonly per_extra_defendant: number;
  /** Deposit for service by post: 0 = none is taken, null = it is taken but its amount is not known. */
  readonly postage: number | null;
  /** Source of the postage, which is seldom the statute; null when the statute of the fee settles it or nothing is known. */
  readonly postage_citation: Citation | null;
}

/** Which parts of a payment-order fee count towards the suit it turns into. */
export interface ObjectionCredit {
  readonly base: boolean;
  readonly flat: boolean;
}

/** What is kept of a fee when a petition is withdrawn early: a share of it, but at least so much. */
export interface RefundRule {
  readonly kept: Fraction;
  readonly kept_at_least: number;
}

/** Fees that do not depend on the amount claimed. */
export const FLAT_FEES = [
  'attachment',
  'third_party_information',
  'asset_disclosure',
  'provisional_attachment',
  'bankruptcy_petition',
  'rehabilitation_petition',
  'small_claims_objection',
  'execution_clause',
  'certificate',
  'copy_page',
  'electronic_certificate',
  'deed_clause',
  'deed_service',
  'deed_service_certificate',
  'deed_copy_page',
  'deed_electronic',
  'deed_extra_page',
  'fixed_date',
  'assignment_registration',
  'assignment_certificate',
  'certified_mail_first_sheet',
  'certified_mail_extra_sheet',
] as const;
export type FlatFee = (typeof FLAT_FEES)[number];

/** Costs for which only a usual range is known. */
export const ESTIMATES = [
  'attachment_postage',
  'lawyer_letter',
  'assignment_registration_agent',
  'provisional_attachment_security',
  'bank_account_security',
] as const;
export type Estimate = (typeof ESTIMATES)[number];

/** What is asked beside a fee, of amounts that each court, agent or lawyer sets. */
export interface Beside {
  /** A deposit for service by post, of an amount that is not known. */
  readonly postage?: true;
  /** Money that the court wants in advance, of an amount that is not known. */
  readonly advance?: true;
  /** Costs of which a usual range is known. */
  readonly estimates?: readonly Estimate[];
}

/** What lawyers charge by the usual tariff, before consumption tax. */
export interface LawyerTariff {
  readonly retainer: Dated<Scale>;
  readonly success: Dated<Scale>;
  readonly minimum_retainer: Dated<number>;
  readonly payment_order_retainer: Dated<Scale>;
  readonly payment_order_minimum_retainer: Dated<number>;
  /** By how much the figures are moved up or down with the case, as a share. */
  readonly spread: Dated<Rate>;
}

// ---- Limits --------------------------------------------------------------------------------------------------------

/** Thresholds and time limits; the unit of each stands on the value. */
export const LIMITS = [
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
  'late_proof_months',
] as const;
export type Limit = (typeof LIMITS)[number];

// ---- Late interest -------------------------------------------------------------------------------------------------

/** The highest agreed late interest on a loan: a factor on the interest cap of the tier the principal falls into. */
export interface LoanCap {
  readonly factor: Rate;
  /** `below` is the first principal that is outside the tier; null = the last tier. */
  readonly tiers: readonly { readonly below: number | null; readonly rate: Rate }[];
}

/** The parts of a debt, in the order of law in which a payment fills them. */
export type DebtPart = 'costs' | 'interest' | 'principal';

export interface LateInterestLaw {
  /** By the first day of default; it then stays for the life of the debt. */
  readonly statutory: Dated<Rate>;
  /** Rate for claims from commercial acts; null where the law makes no difference. */
  readonly commercial: Dated<Rate>;
  readonly commercial_kinds: readonly ClaimKind[];
  /** Rate owed by a commissioning business to a small contractor, from the day after `subcontract_days`. */
  readonly subcontract: Dated<Rate>;
  /** Latest day of payment under the subcontract act, counting the day of receipt as the first. */
  readonly subcontract_days: Dated<number>;
  /** Cap on what a consumer may agree to; not for loans. */
  readonly consumer_cap: Dated<Rate>;
  readonly loan_cap: Dated<LoanCap>;
  /** Cap for loans by those who lend as a business. */
  readonly business_loan_cap: Dated<Rate>;
  readonly appropriation: Dated<readonly DebtPart[]>;
}

// ---- Limitation ----------------------------------------------------------------------------------------------------

/** From when a period runs. */
export type PeriodStart = 'knowledge' | 'exercisable' | 'completion';

/** A limitation period: the earliest of its ends counts. */
export interface LimitationPeriod {
  readonly code: string;
  readonly label: Text;
  readonly ends: readonly (Period & { readonly counts_from: PeriodStart })[];
  readonly citation: Citation;
}

/** The periods of one regime. */
export interface LimitationRegime {
  readonly id: string;
  readonly label: Text;
  readonly by_claim_kind: Readonly<Record<ClaimKind, LimitationPeriod>>;
  /** Periods that a fact beside the kind of claim brings (an instrument, a trade); absent = the period of the kind. */
  readonly special: Readonly<Record<string, LimitationPeriod>>;
}

export const LIMITATION_EVENTS = [
  'demand_received',
  'acknowledgment',
  'part_payment',
  'consultation_agreement',
  'suit',
  'payment_order',
  'mediation',
  'insolvency_proof',
  'enforcement',
  'provisional_attachment',
  'special_liquidation',
  'discharge_pending',
  'disaster',
] as const;
export type LimitationEventKind = (typeof LIMITATION_EVENTS)[number];

/** What an event does to a running period. */
export interface EventRule {
  readonly label: Text;
  /** The period cannot end while the event lasts. */
  readonly pending: boolean;
  /** How long after the event (or its end) the period cannot end; null = no time is given. */
  readonly grace: Period | null;
  /** The parties may agree on a shorter time than `grace` (`months` of the event). */
  readonly grace_by_agreement: boolean;
  /** How long after a written refusal (`refused_on`) the effect lasts; null = a refusal does not matter. */
  readonly grace_after_refusal: Period | null;
  /** The longest postponement, counted from the day on which the period would have ended without any; null = no limit. */
  readonly cap: Period | null;
  /** No effect when made while the end is postponed by one of these. */
  readonly no_effect_while: readonly LimitationEventKind[];
  /** Starts the period anew: at once, at its end when it led to its legal result, or never. */
  readonly renews: 'at_once' | 'at_end' | 'never';
  /** The new period is that of a title. */
  readonly gives_title: boolean;
  readonly citation: Citation;
}

export interface LimitationLaw {
  /** By the earlier of the days of contract and accrual. */
  readonly regimes: Dated<LimitationRegime>;
  /** By the day of the event; null for an event without effect. */
  readonly events: Dated<Readonly<Record<LimitationEventKind, EventRule | null>>>;
  /** Period of a right fixed by a title of one of `title_kinds`. */
  readonly title: Dated<LimitationPeriod>;
  readonly title_kinds: readonly TitleKind[];
  /** Debtors for whom the right ends without anybody invoking the limitation. */
  readonly without_invocation: readonly DebtorType[];
}

// ---- Insolvency, sale, conduct, tax, outlook -----------------------------------------------------------------------

export const INSOLVENCY_STATES = [
  'payment_suspended',
  'petition',
  'bankruptcy',
  'rehabilitation',
  'reorganisation',
  'special_liquidation',
  'liquidation',
] as const;
export type InsolvencyState = (typeof INSOLVENCY_STATES)[number];

/** What a creditor without security can still do when the debtor is in this state. */
export interface InsolvencyRule {
  readonly label: Text;
  /** The creditor cannot collect outside the procedure. */
  readonly stays_individual_action: boolean;
  readonly stays_enforcement: boolean;
  readonly allows_set_off: boolean;
  /** Set-off must be declared before the time for filing claims ends. */
  readonly set_off_until_claims_deadline: boolean;
  /** The claim must be filed to share in what there is. */
  readonly proof: boolean;
  readonly citations: {
    readonly stay: Citation | null;
    readonly proof: Citation | null;
    readonly set_off: Citation | null;
  };
  readonly note: Text;
}

/** Whether a licensed servicer may buy claims of a kind, and on which condition. */
export interface ServicerRule {
  readonly may_buy: boolean;
  readonly condition: Text | null;
  readonly citation: Citation;
}

/** When a debtor must be left alone; hours as local time `HH:MM`. */
export interface Conduct {
  readonly quiet_from: string;
  readonly quiet_until: string;
  /** No direct contact once counsel or a court has given notice. */
  readonly stop_after_counsel_notice: boolean;
  readonly citation: Citation;
}

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

/** A change of law that is coming. */
export interface ChangeWatch {
  readonly on: Day;
  /** `latest` = the change is in force by that day at the latest. */
  readonly kind: 'exact' | 'latest';
  readonly what: Text;
  readonly citation: Citation | null;
}

// ---- Citations -----------------------------------------------------------------------------------------------------

export const CITE_KEYS = [
  'limitation',
  'limitation_invocation',
  'limitation_demand',
  'limitation_suit',
  'limitation_acknowledgment',
  'limitation_agreement',
  'limitation_title',
  'set_off',
  'set_off_ban',
  'set_off_attached',
  'set_off_assigned',
  'set_off_excluded',
  'set_off_materials',
  'set_off_time_barred',
  'set_off_prohibited_in_crisis',
  'servicer_scope',
  'unlicensed_collection',
  'assignment',
  'assignment_ban',
  'assignment_perfection',
  'factoring_market',
  'factoring_recourse',
  'payment_order',
  'payment_order_objection',
  'payment_order_venue',
  'small_claims',
  'small_claims_count',
  'summary_court',
  'suit',
  'default_judgment',
  'filing_fee',
  'court_costs',
  'enforcement_title',
  'attachment',
  'third_party_information',
  'asset_disclosure',
  'provisional_attachment',
  'notarial_deed',
  'certified_mail',
  'lawyer_tariff',
  'preference',
  'goods_lien',
  'retention_of_title',
  'self_help',
  'rescission',
  'bad_debt_legal',
  'bad_debt_factual',
  'bad_debt_formal',
  'sale_loss',
  'consumption_tax_bad_debt',
  'late_interest',
  'statutory_rate',
  'subcontract_interest',
  'consumer_interest_cap',
  'interest_after_insolvency',
  'appropriation',
  'public_debtor',
  'conduct',
  'court_instalments',
  'discharge',
] as const;
export type CiteKey = (typeof CITE_KEYS)[number];

// ---- The contract --------------------------------------------------------------------------------------------------

/** The law of one country as data. Amounts are in `currency`. */
export interface Jurisdiction {
  readonly id: string;
  readonly label: Text;
  readonly currency: string;
  /** Digits of the smallest unit after the point: 0 = whole units. */
  readonly minor_digits: number;
  readonly time_zone: string;
  /** Stamp of the data, with the day up to which the law is known. */
  readonly version: string;
  readonly checked: Day;
  readonly petitions: Readonly<Record<Petition, Dated<PetitionFee>>>;
  readonly objection_credit: Dated<ObjectionCredit>;
  readonly refund: Dated<RefundRule>;
  readonly fees: Readonly<Record<FlatFee, Dated<number>>>;
  readonly beside: Readonly<Partial<Record<FlatFee, Beside>>>;
  readonly estimates: Readonly<Record<Estimate, Dated<Range>>>;
  readonly notarial_deed: Dated<Scale>;
  readonly lawyer: LawyerTariff;
  readonly limits: Readonly<Record<Limit, Dated<number>>>;
  readonly late_interest: LateInterestLaw;
  readonly limitation: LimitationLaw;
  readonly insolvency: Readonly<Record<InsolvencyState, InsolvencyRule>>;
  readonly servicer: Readonly<Record<ClaimKind, ServicerRule>>;
  readonly conduct: Conduct;
  readonly bad_debt: BadDebtLaw;
  readonly change_watch: readonly ChangeWatch[];
  readonly citations: Readonly<Record<CiteKey, Citation>>;
}
