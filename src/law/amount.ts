// An amount as callers of the law's arithmetic write it.
import { Money, money } from '../values/money.ts';

/** A decimal, a whole number, or decimal text. */
export type AmountLike = Money | number | string;

/** The amount as a decimal. Throws `RangeError` when it is no finite number. */
export const toMoney = (amount: AmountLike): Money => (amount instanceof Money ? amount : money(amount));
