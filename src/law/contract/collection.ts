// What the law must state about those who collect: which claims a servicer may buy, and when a debtor must be left alone.
import type { Text } from '../../values/text.ts';
import type { Citation } from '../dated.ts';

/** Whether a licensed servicer may buy claims of a kind, and on which condition. */
export interface ServicerRule {
  readonly may_buy: boolean;
  readonly condition: Text | null;
  /** The condition is taken to be met when nothing is said about it; else it must be said. */
  readonly presumed: boolean;
  readonly citation: Citation;
}

/** When a debtor must be left alone; hours as local time `HH:MM`. */
export interface Conduct {
  readonly quiet_from: string;
  readonly quiet_until: string;
  /** No direct contact once counsel or a court has given notice. */
  readonly stop_after_counsel_notice: boolean;
  readonly citation: Citation;
}
