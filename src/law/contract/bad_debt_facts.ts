// What the law must state about the facts that make a debt bad: how much of it is a loss, in which period, and whether tax comes back.
import type { Dated } from '../dated.ts';
import type { Rate } from './amounts.ts';
import type { ClaimKind } from './claim.ts';

/** Facts that may make a debt bad for tax. */
export const BAD_DEBT_FACTS = [
  'plan_confirmed',
  'creditors_settled',
  'waived',
  'wholly_lost',
  'dealings_stopped',
  'below_cost',
  'petition_filed',
  'bankruptcy_opened',
  'sold_below_face',
  'limitation_run',
] as const;
/** One of these facts. */
export type BadDebtFact = (typeof BAD_DEBT_FACTS)[number];

/** What a fact does. */
export interface BadDebtEffect {
  /** How much is a loss: the part cut off, all, all but the memorandum value, a share as reserve, the shortfall of a price, or nothing. */
  readonly loss: 'cut' | 'whole' | 'all_but_memo' | 'reserve' | 'shortfall' | 'none';
  /** The share of a reserve. */
  readonly share?: Rate;
  /** The loss belongs to the period of the fact, or to that in which it is booked. */
  readonly period: 'fact' | 'booked' | 'none';
  /** The consumption tax in the loss comes back. */
  readonly credit: boolean;
  /** Kinds of claim for which the fact does nothing. */
  readonly not_for: readonly ClaimKind[];
  /** Security must be disposed of first. */
  readonly without_security: boolean;
  /** Months since the latest of stop, due date and last payment of dealings that had continued; null = no such condition. */
  readonly after_months: number | null;
  /** Only creditors whom the law allows a reserve. */
  readonly reserve_only_if_allowed: boolean;
}

/** The part of a jurisdiction about facts that make a debt bad. */
export interface BadDebtFactLaw {
  readonly facts: Readonly<Record<BadDebtFact, Dated<BadDebtEffect>>>;
  /** Kinds of claim on whose loss no consumption tax comes back, whatever the fact. */
  readonly no_credit_for: readonly ClaimKind[];
  /** Years for which the papers must be kept. */
  readonly keep_papers_years: Dated<number>;
}
