// Balances that are not what was billed less what was paid on their line: one of the three is wrong, and the list does not say which.

import { textOf } from '../cells/figures.ts';
import { isPlainLine } from '../cells/lines.ts';
import { type CellTable, wholeOf } from '../cells/profile.ts';
import type { Heading } from '../headings/header.ts';
import { BEFORE } from './amount_columns.ts';
import { type Assignment, ofRole } from './assignment.ts';
import { RUN_LOOKED_AT } from './balances.ts';

const DISCOUNT = /値引|割戻|割引|返品|控除|リベート|discount|rebate|allowance/i;

/** Columns of money among which a difference is looked for. */
const COMPARED_MAX = 12;

/**
 * Doubts the balance on lines where it is not one of the billed amounts less the payments, where it is on others. What another figure of the
 * line explains, such as a fee or a tax, is no difference.
 */
export function balanceAgainstBills(
  balance: Heading,
  headings: readonly Heading[],
  rows: CellTable,
  to: Assignment,
): void {
  const billed = ofRole(headings, 'billed').filter((one) => one !== balance);
  const paid = ofRole(headings, 'paid');
  // A discount may be in the bill already, and a payment on what was open before is none on this bill.
  if (paid.every(({ text }) => DISCOUNT.test(text)) || headings.some((one) => BEFORE.test(one.folded))) return;
  if (billed.length === 0 || paid.length === 0 || billed.length + paid.length > COMPARED_MAX) return;
  const used = new Set([balance, ...billed, ...paid].map(({ index }) => index));
  let [equal, differing] = [0, 0];
  for (const row of rows.slice(0, RUN_LOOKED_AT)) {
    if (textOf(row[balance.index]) === '' || !isPlainLine(row)) continue;
    const rest = wholeOf(row[balance.index]);
    const payments = paid.flatMap(({ index }) => wholeOf(row[index]) ?? []);
    const bills = billed.flatMap(({ index }) => (textOf(row[index]) === '' ? [] : (wholeOf(row[index]) ?? [])));
    if (rest === undefined || payments.length < paid.length || bills.length === 0) continue;
    // Payments may be written with a minus.
    const whole = payments.reduce((sum, one) => sum + (one < 0n ? -one : one), 0n);
    // One of the columns may be the total of the others.
    const wholes = [whole, ...(paid.length > 2 && payments.some((one) => 2n * one === whole) ? [whole / 2n] : [])];
    const missing = bills.flatMap((bill) => wholes.map((one) => bill - one - rest));
    const isExplained = (one: bigint): boolean =>
      row.some((cell, i) => !used.has(i) && textOf(cell) !== '' && [one, -one].includes(wholeOf(cell) ?? 0n));
    if (missing.includes(0n)) equal++;
    else if (!missing.some(isExplained)) differing++;
  }
  if (equal > 0 && differing > 0)
    to.doubt(
      balance,
      'balance_differs',
      `${differing}行で「${billed[0]?.text}」から「${paid.map(({ text }) => text).join('」「')}」を引いた額と合いません。残高の列のまま読みました。`,
      `on ${differing} line${differing === 1 ? '' : 's'} it is not "${billed[0]?.text}" less ${paid.map(({ text }) => `"${text}"`).join(', ')}; the balance is read.`,
    );
}
