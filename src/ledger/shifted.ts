// Puts back together what a file lost: figures cut at their thousands by an unquoted comma, and texts that a spreadsheet was told to keep
// as they are (="0001").

import { textOf } from './figures.ts';
import type { LineCells } from './line_states.ts';

/** A text without the formula or the apostrophe that keeps a spreadsheet from reading it as a number. */
function unwrapped(cell: unknown): unknown {
  if (typeof cell !== 'string') return cell;
  if (cell.startsWith('="')) return /^="([^"]*)"$/.exec(cell.trim())?.[1] ?? cell;
  return /^['’]\d[\d-]*$/.test(cell) ? cell.slice(1) : cell;
}

/** The cells of a table, each text as it was meant. */
export const unwrappedCells = (cells: readonly LineCells[]): readonly LineCells[] =>
  cells.map((row) =>
    row.some((cell) => typeof cell === 'string' && (cell.startsWith('="') || /^['’]\d/.test(cell)))
      ? row.map(unwrapped)
      : row,
  );

/**
 * A row with more cells than headings, its figures joined again where that is possible in one way only: groups of three digits behind a
 * column of amounts, exactly as many as there are cells too many. Undefined where it is not.
 */
export function rejoined(row: LineCells, width: number, amounts: readonly number[]): LineCells | undefined {
  let filled = row.length;
  while (filled > width && textOf(row[filled - 1]) === '') filled--;
  const extra = filled - width;
  if (extra <= 0) return undefined;
  const ways = amounts.flatMap((at) => {
    const head = textOf(row[at]);
    const tail = row.slice(at + 1, at + 1 + extra).map(textOf);
    const isCut = /^[-▲△¥\\(]*[1-9]\d{0,2}$/.test(head) && tail.every((text) => /^\d{3}[)円-]?$/.test(text));
    return isCut ? [[...row.slice(0, at), [head, ...tail].join(','), ...row.slice(at + 1 + extra, filled)]] : [];
  });
  return ways.length === 1 ? ways[0] : undefined;
}
