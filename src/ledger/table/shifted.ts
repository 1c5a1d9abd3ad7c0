// Puts back together what a file lost: figures cut at their thousands by an unquoted comma, texts that a spreadsheet was told to keep as
// they are (="0001"), and figures in lakhs and crores.

import { textOf } from '../cells/figures.ts';
import { type LedgerNote, note } from '../found.ts';
import type { LineCells } from './line_states.ts';

/** Arabic and Persian digits and the marks between them, as they are written from the left. */
const ARABIC = /[\u0660-\u0669\u06f0-\u06f9]/;
const inAsciiDigits = (text: string): string =>
  text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replaceAll('\u066c', ',')
    .replaceAll('\u066b', '.');

/** What a cell begins with or holds that is to be written otherwise. */
const MAY_BE_WRAPPED = /^="|^['’]\d|^~~|[\u0660-\u0669\u06f0-\u06f9]/;

/** A text that is struck through, as Markdown writes it. */
const STRUCK = /^~~(.+?)~~$/;

/** The doubt that lines of a text are struck through; none where none is. */
export function struckDoubt(cells: readonly LineCells[]): LedgerNote[] {
  const lines = cells.flatMap((row, i) =>
    row.some((cell) => typeof cell === 'string' && cell.startsWith('~~') && STRUCK.test(cell.trim())) ? [i + 1] : [],
  );
  return lines.length === 0
    ? []
    : [
        note(
          'struck_rows',
          `取り消し線のある行が${lines.length}行（${lines.slice(0, 5).join('、')}行目など）あり、それらも読みました。済んだ行なら消してください。`,
          `${lines.length} line${lines.length === 1 ? ' is' : 's are'} struck through (line ${lines.slice(0, 5).join(', ')}) and read, too. Delete what is settled.`,
        ),
      ];
}

/** A text without the formula or the apostrophe that keeps a spreadsheet from reading it as a number. */
function unwrapped(cell: unknown): unknown {
  if (typeof cell !== 'string') return cell;
  if (ARABIC.test(cell)) return inAsciiDigits(cell);
  if (cell.startsWith('~~')) return STRUCK.exec(cell.trim())?.[1] ?? cell;
  if (cell.startsWith('="')) return /^="([^"]*)"$/.exec(cell.trim())?.[1] ?? cell;
  return /^['’]\d[\d-]*$/.test(cell) ? cell.slice(1) : cell;
}

/** The cells of a table, each text as it was meant. */
export const unwrappedCells = (cells: readonly LineCells[]): readonly LineCells[] =>
  cells.map((row) =>
    row.some((cell) => typeof cell === 'string' && MAY_BE_WRAPPED.test(cell)) ? row.map(unwrapped) : row,
  );

/** A figure whose digits are set off by lakhs and crores: 1,25,000 and 1,02,34,500. */
const BY_LAKHS = /^[^\d,]*[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?[^\d,.]*$/;
/** A figure with a comma where that way of writing has none. */
const BY_THREES = /^[^\d,]*(?:[1-9]\d{2},\d{3}|[1-9]\d{0,2}(?:,\d{3}){2,})(?:\.\d+)?[^\d,.]*$/;
/** Most characters of such a figure. */
const FIGURE_MAX = 40;

/**
 * The cells of a table with figures in lakhs and crores written by threes, and the columns in which that was done: those in which every
 * figure is grouped so. Where both ways stand in one column a comma may be misplaced, and its cells stay as they are.
 */
export function regroupedCells(cells: readonly LineCells[]): {
  readonly cells: readonly LineCells[];
  readonly columns: ReadonlySet<number>;
} {
  const [lakhs, threes] = [new Set<number>(), new Set<number>()];
  for (const row of cells)
    for (const [i, cell] of row.entries()) {
      if (typeof cell !== 'string' || cell.length > FIGURE_MAX || !cell.includes(',')) continue;
      if (BY_LAKHS.test(cell)) lakhs.add(i);
      else if (BY_THREES.test(cell)) threes.add(i);
    }
  const columns = new Set([...lakhs].filter((one) => !threes.has(one)));
  const regrouped = (cell: unknown, i: number): unknown =>
    columns.has(i) && typeof cell === 'string' && cell.length <= FIGURE_MAX && BY_LAKHS.test(cell)
      ? cell.replaceAll(',', '')
      : cell;
  return columns.size === 0 ? { cells, columns } : { cells: cells.map((row) => row.map(regrouped)), columns };
}

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
    const [head = '', ...tail] = row.slice(at, at + 1 + extra).map((cell) => textOf(cell).normalize('NFKC'));
    const isCut = /^[-▲△¥\\(]*[1-9]\d{0,2}$/.test(head) && tail.every((text) => /^\d{3}[)円-]?$/.test(text));
    return isCut ? [[...row.slice(0, at), [head, ...tail].join(','), ...row.slice(at + 1 + extra, filled)]] : [];
  });
  return ways.length === 1 ? ways[0] : undefined;
}
