// Which columns hold what was paid: amounts, each payment once, and not the marks and days that only say that a line is paid.

import { textOf } from '../cells/figures.ts';
import { type CellTable, hasMoney, isSameColumn, MONEY_LEAST, profileOf, wholeOf } from '../cells/profile.ts';
import { isYesOrNo, lineStatus } from '../cells/states.ts';
import type { Heading } from '../headings/header.ts';
import { type Assignment, ofRole } from './assignment.ts';

/** Columns of payments: those that are subtracted, and the parts that the sum of them holds. */
interface PaidColumns {
  readonly used: readonly Heading[];
  readonly parts: readonly Heading[];
}

/** Columns of what was paid, each once: two columns with the same figures are one payment. */
export function paidColumns(headings: readonly Heading[], rows: CellTable, to: Assignment): PaidColumns {
  const debits = headings.some(({ folded }) => /^(?:debit|charge|dr$|借方|残高借方|soll|débit|debe)/.test(folded));
  const all = ofRole(headings, 'paid').filter(
    (heading) =>
      (debits || !/^(?:credit(?:amount|balance)?$|cr$|貸方|残高貸方)/.test(heading.folded)) &&
      !isFlagColumn(heading, rows),
  );
  const used: Heading[] = [];
  for (const heading of all) {
    // A way of payment or the number of a receipt may stand under the same word.
    const isOne = /^(?:payment|receipt)$/.test(heading.folded);
    if (isOne && !rows.some((row) => (wholeOf(row[heading.index]) ?? 0n) >= MONEY_LEAST)) continue;
    const twin = used.find((one) => !isNextPayment(one, heading) && isSameColumn(rows, one.index, heading.index));
    if (twin === undefined) used.push(heading);
    else
      to.doubt(
        heading,
        'paid_twice',
        `「${twin.text}」と同じ入金と思われるため、二重には差し引きません。`,
        `it holds the same payments as "${twin.text}" and is not subtracted twice.`,
      );
  }
  // Payments of each kind may stand beside their total.
  const whole =
    used.length < 3 || used.length > KINDS_MAX
      ? undefined
      : used.find((one) => isSumOfAll(rows, one, used) && !used.some((other) => isNextPayment(one, other)));
  return whole === undefined ? { used, parts: [] } : { used: [whole], parts: used.filter((one) => one !== whole) };
}

/** Kinds of payment beside which their total is looked for. */
const KINDS_MAX = 12;

/** Whether a column is the sum of all other ones of a list, at least one of which is not zero on some line. */
export const isSumOfAll = (rows: CellTable, whole: Heading, all: readonly Heading[]): boolean => {
  const value = (row: readonly unknown[], { index }: Heading): bigint => wholeOf(row[index]) ?? 0n;
  return (
    hasMoney(whole, rows) &&
    rows.every((row) => all.reduce((sum, one) => sum + value(row, one), 0n) === 2n * value(row, whole))
  );
};

/** Whether two headings are those of one payment and the next: 7月入金 and 8月入金, Paid 1 and Paid 2. */
export const isNextPayment = (one: Heading, other: Heading): boolean =>
  one.folded !== other.folded && one.folded.replace(/\d+/g, '') === other.folded.replace(/\d+/g, '');

const PAID_ON = /^\d{1,4}[/月-]\d{1,2}(?:[/月-]\d{1,2})?日?$/;

/** Whether a column headed as an amount or a day holds words such as Paid, Yes or 済, or in place of payments their days. */
export function isFlagColumn({ index, meaning, folded }: Heading, rows: CellTable): boolean {
  const { filled, figures } = profileOf(rows, index);
  // A note below the list may stand in any column, alone on its line.
  const lines = rows.filter((row) => row.filter((cell) => textOf(cell) !== '').length > 1);
  const cells = lines.map((row) => textOf(row[index])).filter((text) => text !== '');
  const days = meaning?.role === 'paid' ? cells.filter((text) => PAID_ON.test(text)).length : 0;
  // No bill is paid with one yen: 1 and 0 say whether it was, unless the heading says that they are amounts.
  if (
    meaning?.role === 'paid' &&
    !/額|高|amount|amt/.test(folded) &&
    cells.includes('1') &&
    cells.every((text) => /^[01]$/.test(text))
  )
    return true;
  if (filled === 0 || figures - days > filled / 2) return false;
  // An amount among words says that a part was paid.
  if (meaning?.role === 'paid' && cells.some((text) => /^¥?\d{1,3}(?:,\d{3})+円?$|\d円$/.test(text.normalize('NFKC'))))
    return false;
  const known = days + cells.filter((text) => isYesOrNo(text) || lineStatus(text, true) !== 'unknown').length;
  return known > cells.length / 2 || (known > 0 && figures === days);
}
