// Claims written one below the other, each as lines of a label and its value, as people write them in mails and forms: 請求番号：1001.

import { textOf } from '../cells/figures.ts';
import type { CellTable } from '../cells/profile.ts';
import { type LedgerNote, note } from '../found.ts';
import { headingOf } from '../headings/header.ts';

/** Claims of a table whose fields stand below each other. */
const TURNED_MAX = 50;

/**
 * The cells of a table whose headings stand in its first column, with a claim in each of the others, as those of one with its headings in the
 * first line; undefined for other tables. The line of a claim is then the place of its column.
 */
export function turnedCells(cells: CellTable): CellTable | undefined {
  const rows: (readonly unknown[])[] = [];
  // A long list is left as soon as it is seen to be one.
  for (const row of cells) if (row.some((cell) => textOf(cell) !== '') && rows.push(row) > TURNED_MAX) return undefined;
  const width = Math.max(0, ...rows.map(({ length }) => length));
  if (rows.length < LINES_MIN || width < 3 || width > TURNED_MAX) return undefined;
  const found = rows.map((row) => headingOf(row[0], 0, undefined));
  const roles = new Set(found.flatMap(({ meaning, field }) => meaning?.role ?? field ?? []));
  const isHeaded = rows.some((row) => row.slice(1).some((cell) => MONEY_ROLES.has(roleOf(cell))));
  return roles.size >= LINES_MIN &&
    found.every(({ by }) => by !== null) &&
    !isHeaded &&
    found.some((one) => MONEY_ROLES.has(one.meaning?.role ?? ''))
    ? Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? ''))
    : undefined;
}

/** The doubt that a table was turned. */
export const turnedDoubt = (): LedgerNote =>
  note(
    'table_turned',
    '項目が縦に並ぶ表とみて、列ごとに1件の債権として読みました。行番号は列の順番です。',
    'The fields of this table stand below each other: every column is read as one claim, and its line is the place of the column.',
  );

/** Lines that a claim must have, so that its headings find room above its values. */
const LINES_MIN = 3;

const MONEY_ROLES: ReadonlySet<string> = new Set(['balance', 'billed']);
const roleOf = (cell: unknown): string => headingOf(cell, 0, undefined).meaning?.role ?? '';

/** A label of a line with its value. */
type Labelled = readonly [label: string, value: string];

const LABELLED = /^[^\p{L}\p{N}]*([^:：]{1,30}?)\s*[:：]\s*(.+)$/u;

/** The label and the value of a line; undefined for a line that has none, or whose label is not known. A comma may have cut a figure. */
function labelledIn(row: readonly unknown[]): Labelled | undefined {
  const filled = row.map(textOf).filter((text) => text !== '');
  const [first, second] = filled;
  if (first === undefined || (filled.length > 2 && !/[:：]/.test(first))) return undefined;
  const [, label, value] = LABELLED.exec(filled.join(',').slice(0, 300)) ?? [first, first, second];
  return label !== undefined && !/\d$/.test(label) && value !== undefined && headingOf(label, 0, undefined).by !== null
    ? [label, value]
    : undefined;
}

/**
 * The cells of a list of labelled lines as those of a table of as many lines, in which every claim stands on its second line and the headings
 * on the first line of the first. Other tables are unchanged, and so is a list with a figure on a line without a label, which might be money.
 */
export function unfoldedBlocks(cells: CellTable): CellTable {
  if (cells.some((row) => !/[:：]/.test(textOf(row[0])) && row.filter((cell) => textOf(cell) !== '').length > 2))
    return cells;
  const lines = cells.map(labelledIn);
  const first = lines.findIndex((line) => line !== undefined);
  const start = lines[first]?.[0];
  const starts = lines.flatMap((line, i) => (line !== undefined && line[0] === start ? [i] : []));
  const isOpen = cells.some(
    (row, i) => i > first && lines[i] === undefined && row.some((cell) => /\p{N}/u.test(textOf(cell))),
  );
  const labels = [...new Set(lines.flatMap((line) => line?.[0] ?? []))];
  if (start === undefined || starts.length < 2 || isOpen || labels.length < LINES_MIN) return cells;
  const table = cells.map((row, i): readonly unknown[] => (i < first ? row : []));
  for (const [n, from] of starts.entries()) {
    const block = new Map(lines.slice(from, starts[n + 1]).flatMap((line) => (line === undefined ? [] : [line])));
    if (block.size < LINES_MIN) return cells;
    table[from + 1] = labels.map((label) => block.get(label) ?? '');
  }
  table[first] = labels;
  return table;
}
