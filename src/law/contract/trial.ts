// What the law must state about the choice of the court by agreement, and about a trial within a fixed period.
import type { Dated } from '../dated.ts';
import type { DebtorType } from './claim.ts';
import type { RuleSet } from './rules.ts';

/** The days and months of a trial within a fixed period. */
export interface FixedPeriodTrial {
  /** Days from the order within which the first hearing is held. */
  readonly first_hearing_days: number;
  /** Months from the first hearing: to put everything forward, to close the hearing. */
  readonly submission_months: number;
  readonly closing_months: number;
  /** Months from the close to the judgment. */
  readonly judgment_months: number;
  /** Days from service of the judgment to object. */
  readonly objection_days: number;
  /** Debtors against whom it is not open. */
  readonly not_against: readonly DebtorType[];
}

/** Rules about courts that are stated in words. */
export const TRIAL_RULES = [
  'clause_form',
  'clause_first_instance',
  'clause_transfer',
  'place_of_performance',
  'fixed_period_needs',
  'fixed_period_not_for',
  'fixed_period_back',
  'fixed_period_appeal',
] as const;
/** One of these rules. */
export type TrialRule = (typeof TRIAL_RULES)[number];

/** The part of a jurisdiction about courts chosen and trials within a fixed period. */
export interface TrialLaw {
  readonly fixed_period: Dated<FixedPeriodTrial>;
  readonly rules: RuleSet<TrialRule>;
}
