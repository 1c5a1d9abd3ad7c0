// Reads the amounts of a column: how it writes them, and what stands in each cell.

import { amountOf, groupedByPoints, type NumberStyle, numberStyle, textOf } from '../cells/figures.ts';
import { leftOutByStatus, lineStatus } from '../cells/states.ts';
import { unitOfHeading } from '../cells/titles.ts';
import { type LedgerNote, note, type WhyLeftOut } from '../found.ts';
import type { Heading } from '../headings/header.ts';

/** How the amounts of a column are written. */
export interface AmountStyle {
  /** What an amount without a unit of its own is multiplied by. */
  readonly unit: number;
  readonly style: NumberStyle;
  /** Whether commas set off thousands in the column, so that 220.000 in it may be 220 or 220,000. */
  readonly mixed?: boolean;
}

/** A figure whose point may set off thousands or decimals. */
const OPEN_POINT = /^[-¥￥\\\s]*[1-9]\d{0,2}\.\d{3}[\s円-]*$/;

/**
 * The amount in a cell: nothing, or a word such as 済 that says why nothing is owed; a text that is no amount; or an amount in whole units
 * of currency.
 */
export type AmountCell =
  | { readonly kind: 'empty'; readonly why?: WhyLeftOut }
  | { readonly kind: 'unread'; readonly text: string }
  | { readonly kind: 'amount'; readonly text: string; readonly value: bigint };

/** Reads the amount in a cell. */
export function amountIn(cell: unknown, { unit, style, mixed }: AmountStyle): AmountCell {
  const stated = textOf(cell);
  if (stated === '') return { kind: 'empty' };
  // As it is written, the evaluation would read it as decimals.
  if (mixed && OPEN_POINT.test(stated)) return { kind: 'unread', text: `${stated}?` };
  const text = amountOf(cell, unit, style);
  if (text !== undefined) return { kind: 'amount', text, value: BigInt(text) };
  const why = /\d/.test(stated) ? undefined : leftOutByStatus(lineStatus(stated, false));
  // 未確定 says that an amount is not known, not that nothing is owed.
  return why === undefined || why === 'draft' ? { kind: 'unread', text: stated } : { kind: 'empty', why };
}

/** The text of an amount for a record: decimal text, or what was written where it is no amount; undefined for an empty cell. */
export const amountText = (amount: AmountCell): string | undefined =>
  amount.kind === 'empty' ? undefined : amount.text;

/** How a column of amounts is written. `unit` is that of the table; the heading may have its own. Doubts are added to `doubts`. */
export function amountStyle(
  rows: readonly (readonly unknown[])[],
  { index, text }: Heading,
  unit: number,
  doubts: LedgerNote[],
): AmountStyle {
  const column = rows.map((row) => row[index]);
  const own = unitOfHeading(text) ?? unit;
  // Yen have no thousandths: 980.000 is a figure with its thousands set off by points.
  const style = own === 1 && groupedByPoints(column) ? 'comma' : numberStyle(column);
  if (style === 'comma')
    doubts.push(
      note(
        'decimal_comma_column',
        `「${text}」は 1.234,00 の書き方（ピリオドが桁区切り）として読みます。`,
        `"${text}" is read as written 1.234,00 (points separate thousands).`,
      ),
    );
  const mixed =
    style === 'point' &&
    own === 1 &&
    column.some((cell) => typeof cell === 'string' && cell.includes('.') && OPEN_POINT.test(cell)) &&
    column.some((cell) => typeof cell === 'string' && /\d,\d{3}(?![\d.])/.test(cell));
  return { unit: own, style, ...(mixed && { mixed }) };
}

/** Marks for a month that is not paid. */
export const OPEN_MARK = /^(?:[×✕✗]|未納?|未[収払]い?)$/;

/** Whether a column of months has a cross for a month that is not paid, so that circles say what is. */
export const isCrossed = (cells: readonly (readonly unknown[])[], index: number): boolean =>
  cells.some((row) => OPEN_MARK.test(textOf(row[index])));
