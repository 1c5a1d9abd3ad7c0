// What the law must state about a debtor's insolvency: what a creditor without security can still do in each state of it.
import type { Text } from '../../values/text.ts';
import type { Citation } from '../dated.ts';

/** States before proceedings open, in which a creditor may still act but may have to give back what it gets. */
export const CRISIS_STATES = [
  'payment_suspended',
  'counsel_notice',
  'business_closed',
  'dishonoured',
  'petition',
] as const;

/** States of a debtor who cannot pay, from suspended payments to a winding-up. */
export const INSOLVENCY_STATES = [
  ...CRISIS_STATES,
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
  /** What the law presumes of the debtor in this state, and since when that counts; null where it presumes nothing. */
  readonly presumption: { readonly text: Text; readonly citation: Citation } | null;
  /** The creditor cannot collect outside the procedure. */
  readonly stays_individual_action: boolean;
  /** No new suit of the creditor is heard. */
  readonly stays_suits: boolean;
  readonly stays_enforcement: boolean;
  /** Rights in the debtor's goods, such as a seller's lien, cannot be exercised outside the procedure either. */
  readonly stays_security: boolean;
  readonly allows_set_off: boolean;
  /** Set-off must be declared before the time for filing claims ends. */
  readonly set_off_until_claims_deadline: boolean;
  /** A claim that is not due yet counts as due. */
  readonly accelerates_claims: boolean;
  /** Set-off against what we came to owe after we knew of the crisis: void, valid but lost if proceedings open, or allowed. */
  readonly set_off_in_crisis: 'void' | 'may_fall' | 'allowed';
  /** The claim must be filed to share in what there is. */
  readonly proof: boolean;
  /**
   * Until when it can still be filed: to the end of the time set, to the end of the general investigation (at the creditor's cost once the
   * time set has passed), or at any time by a creditor whom the debtor knows.
   */
  readonly filed_until: 'claims_deadline' | 'investigation' | 'any_time';
  /** What keeps the limitation period from ending: filing the claim, the opening itself, or what does so outside proceedings. */
  readonly limitation_stopped_by: 'proof' | 'opening' | 'usual_means';
  readonly citations: {
    readonly stay: Citation | null;
    readonly proof: Citation | null;
    readonly set_off: Citation | null;
    /** Why set-off is void, or may fall, when our debt arose in the crisis. */
    readonly set_off_in_crisis: Citation | null;
    /** What can still be filed late, and on which condition. */
    readonly late_proof: Citation | null;
    /** What becomes of a suit of ours that runs as the proceedings open. */
    readonly running_suit: Citation | null;
    /** Rights in the debtor's goods. */
    readonly security: Citation | null;
    /** What it does to the limitation period. */
    readonly limitation: Citation | null;
  };
  readonly note: Text;
  /** What differs where the debtor is a person: the note, and the least share that a plan pays of debts as large as persons usually have. */
  readonly person?: { readonly note: Text; readonly least_paid: number };
}
