// What the law must state about others who may owe: successors of a business, directors, and receivers of what was given away.
import type { Text } from '../../values/text.ts';
import type { Dated } from '../dated.ts';
import type { InsolvencyState } from './insolvency.ts';

/** Grounds on which somebody else may owe, or something given away comes back. */
export const LIABILITY_GROUNDS = [
  'trade_name_kept',
  'seller_remains',
  'abusive_transfer',
  'director',
  'act_harming_creditors',
  'payment_to_one_creditor',
] as const;
/** One of these grounds. */
export type LiabilityGround = (typeof LIABILITY_GROUNDS)[number];

/** A ground: what must be shown, how far it reaches, and until when. */
export interface LiabilityRule {
  readonly needs: Text;
  readonly extent: Text;
  /** The earliest of these ends counts. */
  readonly ends: readonly { readonly years: number; readonly counts_from: 'knowledge' | 'act' }[];
  /** States of the transferor or debtor in which an office holder acts instead of the single creditor. */
  readonly not_in: readonly InsolvencyState[];
}

/** The part of a jurisdiction about others who may owe. */
export interface LiabilityLaw {
  /** By the day of the act or transfer. */
  readonly grounds: Readonly<Record<LiabilityGround, Dated<LiabilityRule>>>;
  /** Days before insolvency in which an act that was not yet owed counts as favouring one creditor. */
  readonly undue_days: Dated<number>;
}
