// What the law must state about stamp duty on the papers of collecting a claim.
import type { Dated } from '../dated.ts';
import type { FeeScale } from '../scale.ts';
import type { RuleSet } from './rules.ts';

/** Papers of collecting a claim. */
export const DOCUMENTS = [
  'receipt',
  'loan_contract',
  'debt_acknowledgment',
  'assignment',
  'guarantee',
  'settlement',
  'basic_contract',
  'promissory_note',
] as const;
/** One of these papers. */
export type DocumentKind = (typeof DOCUMENTS)[number];

/** The duty on a paper; null where there is none. */
export interface StampDuty {
  readonly scale: FeeScale;
  /** Amounts below it are exempt. */
  readonly exempt_below: number;
  /** Duty when no amount is stated. */
  readonly unstated: number;
}

/** Rules of stamp duty that are stated in words. */
export const STAMP_RULES = ['electronic', 'not_business', 'tax_stated_apart', 'acknowledgment', 'penalty'] as const;
/** One of these rules. */
export type StampRule = (typeof STAMP_RULES)[number];

/** The part of a jurisdiction about stamp duty. */
export interface StampDutyLaw {
  readonly duties: Readonly<Record<DocumentKind, Dated<StampDuty>>>;
  readonly rules: RuleSet<StampRule>;
}
