// What a suit still costs when a petition before it has paid a part of its fee. Here 'suit' is a petition, not an option.

import type { Situation } from '../option.ts';

/** Fee and postage of a suit over the balance, less what counts toward it; yen. */
export const feeOfSuit = (s: Situation): number =>
  Math.max(0, s.tariff.filing('suit', s.state.balance) - s.state.fee_paid);

/** Fee and postage of a suit over an amount against somebody else; yen. */
export const suitOver = (s: Situation, amount: number): number => s.tariff.filing('suit', amount);
