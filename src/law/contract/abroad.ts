// What the law must state about a debtor abroad: which procedures at home reach it, and on which condition.
import type { Text } from '../../values/text.ts';
import type { Citation } from '../dated.ts';

/** Procedures at home that a debtor abroad may be out of the reach of. */
export const PROCEDURES_ABROAD = [
  'payment_order',
  'small_claims',
  'suit',
  'mediation',
  'pre_suit_settlement',
  'enforcement',
] as const;
/** One of these procedures. */
export type ProcedureAbroad = (typeof PROCEDURES_ABROAD)[number];

/** What must be so for a procedure to reach a debtor abroad. */
export interface AbroadRule {
  /**
   * `never` = it does not reach a debtor abroad; `court_here` = it does where the courts at home may hear the case; `assets_here` = it does
   * where the debtor has assets at home.
   */
  readonly open_with: 'never' | 'court_here' | 'assets_here';
  /** Why it is closed otherwise. */
  readonly reason: Text;
  readonly opens_if: Text;
  readonly citation: Citation;
}

/** The part of a jurisdiction about debtors abroad. */
export interface AbroadLaw {
  readonly procedures: Readonly<Record<ProcedureAbroad, AbroadRule>>;
  /** How papers of the court are served abroad. */
  readonly service: { readonly text: Text; readonly citation: Citation };
}
