// Parses the text of a file into a table of cells: finds its separator and reads quotes as RFC 4180 defines them. The rows of the answer
// are in the order of the file, and a line break inside quotes does not begin a new row.

import Papa from 'papaparse';
import { type Unreadable, unreadable } from './decode.ts';

/** How long a table may be. */
export interface TableLimits {
  /** Most receivables. */
  readonly rows: number;
  /** Most lines, with headings, groups, totals and blank ones. */
  readonly lines: number;
}

/** How long a table may be where memory is short, as in a Worker or a browser; whoever runs a process of their own may allow more. */
export const SHORT_TABLE: TableLimits = { rows: 10_000, lines: 20_000 };
/** How long it may be in a process of one's own, where nothing else is set. */
export const LONG_TABLE: TableLimits = { rows: 100_000, lines: 100_000 };
/** Most columns of a table. */
export const COLUMNS_MAX = 500;
/** Characters a cell may have; a spreadsheet holds no more. */
export const CELL_MAX = 32_767;
/** Lines in which the separator is looked for. */
const SAMPLE_LINES = 20;

const SEPARATORS = [',', '\t', ';'] as const;

/** The cells of a text with their separator, or why it cannot be read. */
export type ParsedCells = { readonly ok: true; readonly cells: string[][]; readonly separator: string } | Unreadable;

/** A table with more lines or receivables than may be sent at once. */
export const rowLimitExceeded = (kind: 'lines' | 'receivables', limits: TableLimits): Unreadable => {
  const max = kind === 'lines' ? limits.lines : limits.rows;
  return unreadable(
    'too_many_rows',
    `${kind === 'lines' ? '行' : '債権'}が${max}件を超えています。`,
    `There are more than ${max} ${kind}.`,
    { ja: `1回に${max}件まで。分けて送ってください`, en: `at most ${max} ${kind} at a time; send it in parts` },
  );
};
/** A table with more columns on a line than may be sent. */
export const tooManyColumns = (line: number, count: number): Unreadable =>
  unreadable('too_many_columns', `${line}行目に${count}列あります。`, `Line ${line} has ${count} columns.`, {
    ja: `${COLUMNS_MAX}列まで`,
    en: `at most ${COLUMNS_MAX} columns`,
  });
/** A table with a cell of more characters than may be sent; `line` and `column` count from 1. */
export const cellTooLong = (line: number, column: number, length: number): Unreadable =>
  unreadable(
    'cell_too_long',
    `${line}行目の${column}列目が${length}文字あります。`,
    `Line ${line}, column ${column} has ${length} characters.`,
    { ja: `1つのセルは${CELL_MAX}文字まで`, en: `at most ${CELL_MAX} characters in a cell` },
  );

/** How often each separator stands outside quotes on each of the first lines. */
function separatorCounts(text: string): readonly ReadonlyMap<string, number>[] {
  const lines: Map<string, number>[] = [new Map()];
  let quoted = false;
  for (let i = 0; i < text.length && lines.length <= SAMPLE_LINES; i++) {
    const mark = text.charAt(i);
    const line = lines[lines.length - 1];
    if (mark === '"') quoted = !quoted;
    else if (quoted || line === undefined) continue;
    else if (mark === '\n') lines.push(new Map());
    else if (mark === ',' || mark === '\t' || mark === ';') line.set(mark, (line.get(mark) ?? 0) + 1);
  }
  return lines;
}

/**
 * The separator that stands equally often on most of the first lines; of equals the more frequent one; the comma when none occurs. Commas
 * inside figures stand on some lines only.
 */
function separatorOf(text: string): string {
  const lines = separatorCounts(text);
  let [best, bestScore] = [',', 0];
  for (const separator of SEPARATORS) {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = line.get(separator) ?? 0;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    const total = [...counts].reduce((sum, [count, times]) => sum + count * times, 0);
    const score = Math.max(0, ...counts.values()) * 1e6 + total;
    if (score > bestScore) [best, bestScore] = [separator, score];
  }
  return best;
}

/** The first line with more separators than a row may have cells, before a parser makes a list of them. */
function overfullLine(text: string, separator: string): { line: number; count: number } | undefined {
  let [line, count, quoted] = [1, 1, false];
  for (let i = 0; i <= text.length; i++) {
    const mark = text[i] ?? '\n';
    if (mark === separator) count++;
    else if (mark === '"') quoted = true;
    else if (mark === '\n') {
      // Separators inside quotes do not begin columns.
      if (count > COLUMNS_MAX + (quoted ? CELL_MAX : 0)) return { line, count };
      [line, count, quoted] = [line + 1, 1, false];
    }
  }
  return undefined;
}

const unbalanced = (line: number): Unreadable =>
  unreadable(
    'unbalanced_quotes',
    `${line}行目で始まる引用符（"）が正しく閉じていません。これより後の行を読み落とすおそれがあるため、読みません。`,
    `The quotation mark that opens on line ${line} is not closed properly. Lines after it would be lost, so nothing is read.`,
    { ja: '値の中の " は "" と重ねて書いた CSV', en: 'CSV in which a " inside a value is doubled' },
  );

/** The most frequent number of cells in a row. */
function usualWidth(cells: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of cells) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? 1;
}

/** How many lines of the text a row takes. */
const linesIn = (row: readonly string[]): number =>
  row.reduce((lines, cell) => (cell.includes('\n') ? lines + cell.split('\n').length - 1 : lines), 1);

/** The line of the first row in which a quoted cell seems to hold whole rows, because two stray quotes happen to match. */
function lineOfSwallowedRows(cells: readonly (readonly string[])[], separator: string): number | undefined {
  const most = Math.max(3, usualWidth(cells) - 1);
  let line = 1;
  for (const row of cells) {
    for (const cell of row) if (cell.includes('\n') && cell.split(separator).length > most) return line;
    line += linesIn(row);
  }
  return undefined;
}

/**
 * Parses a text into cells. `separator` is the one to use where it is known. A quote that is not closed makes the text unreadable; the
 * answer names the line where it opens, because everything after it would be one cell.
 */
export function parseCells(text: string, separator?: string, limits: TableLimits = SHORT_TABLE): ParsedCells {
  const lines = text.replace(/\r\n?/g, '\n');
  const delimiter = separator ?? separatorOf(lines);
  const overfull = overfullLine(lines, delimiter);
  if (overfull !== undefined) return tooManyColumns(overfull.line, overfull.count);
  const cells: string[][] = [];
  let problem: Unreadable | undefined;
  let line = 1;
  const parser = new Papa.Parser({
    delimiter,
    newline: '\n',
    step: ({ data, errors }: Papa.ParseResult<string[]>) => {
      const row = data[0] ?? [];
      const quote = errors.find(({ type }) => type === 'Quotes');
      const long = row.find((cell) => cell.length > CELL_MAX);
      if (quote !== undefined) problem = unbalanced(line);
      else if (row.length > COLUMNS_MAX) problem = tooManyColumns(line, row.length);
      else if (long !== undefined) problem = cellTooLong(line, row.indexOf(long) + 1, long.length);
      else if (cells.length === limits.lines) problem = rowLimitExceeded('lines', limits);
      if (problem !== undefined) return parser.abort();
      cells.push(row);
      line += linesIn(row);
    },
  });
  parser.parse(lines.endsWith('\n') ? lines.slice(0, -1) : lines, 0, false);
  if (problem !== undefined) return problem;
  const swallowed = lineOfSwallowedRows(cells, delimiter);
  return swallowed === undefined ? { ok: true, cells, separator: delimiter } : unbalanced(swallowed);
}
