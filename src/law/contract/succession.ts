// What the law must state about a debtor that is no more, or whose business another has: who owes then.
import type { Text } from '../../values/text.ts';
import type { Citation } from '../dated.ts';

/** What may have become of a debtor: it died, merged into another, was split, or its business was transferred. */
export const SUCCESSIONS = ['died', 'merged', 'split', 'transferred'] as const;
/** One of these. */
export type Succession = (typeof SUCCESSIONS)[number];

/** Who owes after one of them, and what a creditor may ask for. */
export interface SuccessionRule {
  readonly text: Text;
  readonly citation: Citation;
  /** Months for which it is not settled who owes, because heirs may renounce; null where it is settled at once. */
  readonly unsettled_months: number | null;
  /** Months after it is settled before which the limitation period does not end; null where the law gives none. */
  readonly limitation_months: number | null;
}

/** The part of a jurisdiction about debtors that are succeeded. */
export type SuccessionLaw = Readonly<Record<Succession, SuccessionRule>>;
