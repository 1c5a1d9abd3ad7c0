// What the law must state about limitation: the periods, and what each event does to a running one.
import type { Period } from '../../values/day.ts';
import type { Text } from '../../values/text.ts';
import type { Citation, Dated } from '../dated.ts';
import type { ClaimKind, DebtorType, TitleKind } from './claim.ts';

/** From when a period runs. */
export type PeriodStart = 'knowledge' | 'exercisable' | 'completion';

/** A limitation period: the earliest of its ends counts. */
export interface LimitationPeriod {
  readonly code: string;
  readonly label: Text;
  readonly ends: readonly (Period & { readonly counts_from: PeriodStart })[];
  readonly citation: Citation;
}

/** The periods of one regime. */
export interface LimitationRegime {
  readonly id: string;
  readonly label: Text;
  readonly by_claim_kind: Readonly<Record<ClaimKind, LimitationPeriod>>;
  /** Periods that a fact beside the kind of claim brings (an instrument, a trade); absent = the period of the kind. */
  readonly special: Readonly<Record<string, LimitationPeriod>>;
}

/** What can postpone the end of a limitation period or start it anew. */
export const LIMITATION_EVENTS = [
  'demand_received',
  'acknowledgment',
  'part_payment',
  'consultation_agreement',
  'suit',
  'payment_order',
  'mediation',
  'insolvency_proof',
  'enforcement',
  'provisional_attachment',
  'special_liquidation',
  'discharge_pending',
  'disaster',
] as const;
/** One of these events. */
export type LimitationEventKind = (typeof LIMITATION_EVENTS)[number];

/** What an event does to a running period. */
export interface EventRule {
  readonly label: Text;
  /** The period cannot end while the event lasts. */
  readonly pending: boolean;
  /** How long after the event (or its end) the period cannot end; null = no time is given. */
  readonly grace: Period | null;
  /** The parties may agree on a shorter time than `grace` (`months` of the event). */
  readonly grace_by_agreement: boolean;
  /** How long after a written refusal (`refused_on`) the effect lasts; null = a refusal does not matter. */
  readonly grace_after_refusal: Period | null;
  /** The longest postponement, counted from the day on which the period would have ended without any; null = no limit. */
  readonly cap: Period | null;
  /** No effect when made while the end is postponed by one of these. */
  readonly no_effect_while: readonly LimitationEventKind[];
  /** Starts the period anew: at once, at its end when it led to its legal result, or never. */
  readonly renews: 'at_once' | 'at_end' | 'never';
  /**
   * Why the debtor may no longer invoke a limitation that had already run when this happened, so that a new period runs from it; null when
   * it has no effect then.
   */
  readonly bars_invocation: Citation | null;
  /** The new period is that of a title. */
  readonly gives_title: boolean;
  readonly citation: Citation;
}

/** The part of a jurisdiction about limitation. */
export interface LimitationLaw {
  /** By the earlier of the days of contract and accrual. */
  readonly regimes: Dated<LimitationRegime>;
  /** By the day of the event; null for an event without effect. */
  readonly events: Dated<Readonly<Record<LimitationEventKind, EventRule | null>>>;
  /** Period of a right fixed by a title of one of `title_kinds`. */
  readonly title: Dated<LimitationPeriod>;
  readonly title_kinds: readonly TitleKind[];
  /** Titles that the debtor makes with us: what it owes is acknowledged in them. */
  readonly acknowledging_titles: readonly TitleKind[];
  /** Debtors for whom the right ends without anybody invoking the limitation. */
  readonly without_invocation: readonly DebtorType[];
}
