// What the law must state about provisional attachment: what is locked, what it costs, and by when the creditor must go on.
import type { Dated } from '../dated.ts';
import type { CostRange, Rate } from './amounts.ts';
import type { RuleSet } from './rules.ts';

/** What can be attached before there is a title. */
export const ATTACHED_OBJECTS = ['real_estate', 'bank_account', 'wages', 'deposit', 'other_claim', 'movables'] as const;
/** One of these objects. */
export type AttachedObject = (typeof ATTACHED_OBJECTS)[number];

/** The share that courts usually ask as security, of the value of the object or of the claim. */
export interface SecurityShare extends CostRange {
  readonly of: 'object' | 'claim';
}

/** Rules of provisional attachment that are stated in words. */
export const PROVISIONAL_RULES = [
  'requirements',
  'before_due',
  'court',
  'named_object',
  'no_title',
  'not_stayed',
  'priority',
  'limitation',
  'release',
  'security_back',
  'damages',
] as const;
/** One of these rules. */
export type ProvisionalRule = (typeof PROVISIONAL_RULES)[number];

/** The part of a jurisdiction about provisional attachment. */
export interface ProvisionalAttachmentLaw {
  readonly security: Readonly<Record<AttachedObject, Dated<SecurityShare>>>;
  /** The same where the claim rests on a bill or a cheque. */
  readonly security_on_bill: Readonly<Record<AttachedObject, Dated<SecurityShare>>>;
  /** Tax on entering it in a register, as a share of the claim. */
  readonly register_tax: Dated<Rate>;
  readonly registered_objects: readonly AttachedObject[];
  /** Days from service on the creditor within which the order must be executed. */
  readonly execute_within_days: Dated<number>;
  /** Fewest days that a court may give for the main suit. */
  readonly main_suit_days: Dated<number>;
  readonly rules: RuleSet<ProvisionalRule>;
}
