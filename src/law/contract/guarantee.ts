// What the law must state about guarantees of a trade debt: when they hold, how far they reach, and what time and insolvency do to them.
import type { Dated } from '../dated.ts';
import type { LimitationEventKind } from './limitation.ts';
import type { RuleSet } from './rules.ts';

/** Rules of guarantees that are stated in words; by the day of the contract of guarantee. */
export const GUARANTEE_RULES = [
  'form',
  'scope',
  'principal_first',
  'joint',
  'maximum',
  'fixed_at',
  'deed',
  'told_before',
  'asked',
  'acceleration',
  'own_title',
  'proof',
  'discharge',
] as const;
/** One of these rules. */
export type GuaranteeRule = (typeof GUARANTEE_RULES)[number];

/** Between principal and guarantor: whose events work against whom on limitation. */
export interface LimitationReach {
  readonly principal_binds_guarantor: boolean;
  /** Events against a joint guarantor that work against the principal, too. */
  readonly guarantor_binds_principal: readonly LimitationEventKind[];
}

/** The part of a jurisdiction about guarantees. */
export interface GuaranteeLaw {
  /** Months within which an individual guarantor must be told that the debt fell due as a whole. */
  readonly acceleration_notice_months: Dated<number>;
  /** Who must state a maximum when guaranteeing unspecified debts, by the day of the contract of guarantee; null = nobody. */
  readonly maximum_asked_of: Dated<'individual' | 'anybody'>;
  /** By the day of the contract of guarantee. */
  readonly limitation_reach: Dated<LimitationReach>;
  readonly rules: RuleSet<GuaranteeRule>;
}
