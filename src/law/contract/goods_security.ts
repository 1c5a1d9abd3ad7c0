// What the law must state about security in goods that were sold: the seller's lien, its reach to the resale price, and retained title.
import type { ClaimKind } from './claim.ts';
import type { InsolvencyState } from './insolvency.ts';
import type { RuleSet } from './rules.ts';

/** Rules of security in goods that are stated in words. */
export const GOODS_RULES = [
  'lien',
  'lien_kinds',
  'delivered_on',
  'resale',
  'resale_paid',
  'resale_assigned',
  'rescinded',
  'enforce_goods',
  'enforce_resale',
  'outside',
  'stayed',
  'retention',
  'retention_act',
  'self_help',
  'preference',
  'enterprise_charge',
] as const;
/** One of these rules. */
export type GoodsRule = (typeof GOODS_RULES)[number];

/** The part of a jurisdiction about security in goods. */
export interface GoodsSecurityLaw {
  /** Claims that bring the lien. */
  readonly kinds: readonly ClaimKind[];
  /** States of insolvency in which the security may not be realised. */
  readonly stayed_in: readonly InsolvencyState[];
  /** States of insolvency outside which the security stands. */
  readonly outside_in: readonly InsolvencyState[];
  readonly rules: RuleSet<GoodsRule>;
}
