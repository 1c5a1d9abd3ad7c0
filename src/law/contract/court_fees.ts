// What the law must state about the fees of a petition to a court, and what of them is credited or comes back.
import type { Citation, Dated } from '../dated.ts';
import type { FeeScale } from '../scale.ts';
import type { Fraction } from './amounts.ts';

/** Petitions to a court whose fee follows the value of the claim. */
export const PETITIONS = [
  'suit',
  'small_claims',
  'payment_order',
  'mediation',
  'appeal',
  'final_appeal',
  'pre_suit_settlement',
] as const;
/** One of these petitions. */
export type Petition = (typeof PETITIONS)[number];

/** How a petition reaches the court. */
export type Filing = 'paper' | 'online';

/** What a petition costs: a share of the scale fee and a flat part by way of filing. */
export interface PetitionFee {
  readonly scale: FeeScale;
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

/** The part of a jurisdiction about fees of a petition. */
export interface CourtFeeLaw {
  readonly petitions: Readonly<Record<Petition, Dated<PetitionFee>>>;
  /** Petitions whose fee is that of the day on which their suit was filed, whenever they are filed themselves. */
  readonly fixed_by_suit: Dated<readonly Petition[]>;
  readonly objection_credit: Dated<ObjectionCredit>;
  readonly refund: Dated<RefundRule>;
}
