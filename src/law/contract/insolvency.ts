// What the law must state about a debtor's insolvency: what a creditor without security can still do in each state of it.
import type { Text } from '../../values/text.ts';
import type { Citation } from '../dated.ts';

/** States of a debtor who cannot pay, from suspended payments to a winding-up. */
export const INSOLVENCY_STATES = [
  'payment_suspended',
  'petition',
  'bankruptcy',
  'rehabilitation',
  'reorganisation',
  'special_liquidation',
  'liquidation',
] as const;
/** One of these states. */
export type InsolvencyState = (typeof INSOLVENCY_STATES)[number];

/** What a creditor without security can still do when the debtor is in this state. */
export interface InsolvencyRule {
  readonly label: Text;
  /** The creditor cannot collect outside the procedure. */
  readonly stays_individual_action: boolean;
  readonly stays_enforcement: boolean;
  readonly allows_set_off: boolean;
  /** Set-off must be declared before the time for filing claims ends. */
  readonly set_off_until_claims_deadline: boolean;
  /** The claim must be filed to share in what there is. */
  readonly proof: boolean;
  readonly citations: {
    readonly stay: Citation | null;
    readonly proof: Citation | null;
    readonly set_off: Citation | null;
  };
  readonly note: Text;
}
