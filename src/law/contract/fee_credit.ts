// What the law must state about petitions whose fee counts toward the suit that follows them.
import type { Dated } from '../dated.ts';
import type { RuleSet } from './rules.ts';

/** Petitions that settle a claim without a suit, and whose fee may count toward one. */
export const SETTLING_PETITIONS = ['mediation', 'pre_suit_settlement'] as const;
/** One of these petitions. */
export type SettlingPetition = (typeof SETTLING_PETITIONS)[number];

/** What counts, and until when. */
export interface FeeCredit {
  /** Days from the notice that it failed within which the suit must be brought; null = the suit goes on from the petition itself. */
  readonly within_days: number | null;
  /** At most so much counts; null = all that was paid. */
  readonly at_most: number | null;
}

/** Rules of these petitions that are stated in words. */
export const SETTLING_RULES = [
  'mediation_court',
  'settlement_court',
  'consent',
  'title',
  'order_in_place',
  'suit_from_petition',
  'limitation',
  'absence',
  'deed_limitation',
] as const;
/** One of these rules. */
export type SettlingRule = (typeof SETTLING_RULES)[number];

/** The part of a jurisdiction about these petitions. */
export interface FeeCreditLaw {
  readonly credits: Readonly<Record<SettlingPetition, Dated<FeeCredit>>>;
  readonly rules: RuleSet<SettlingRule>;
}
