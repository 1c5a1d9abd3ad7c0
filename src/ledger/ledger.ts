// Reads a receivables ledger as accounting systems export it: finds the headings, maps the columns, reads figures and days, and leaves out
// totals, groups and credits with their reason. No line is lost: what cannot be read stays as it was written.

import { didYouMean, nearest } from '../fields/nearest.ts';
import { echo } from '../fields/reading.ts';
import type { Day } from '../values/day.ts';
import { readAging } from './aging.ts';
import { newestMonthEnd } from './buckets.ts';
import {
  CELL_MAX,
  COLUMNS_MAX,
  cellTooLong,
  LEDGER_LINES_MAX,
  LEDGER_ROWS_MAX,
  rowLimitExceeded,
  tooManyColumns,
} from './cells.ts';
import { type ColumnMapping, mapColumns } from './columns.ts';
import { type Unreadable, unreadable } from './decode.ts';
import { type DateOrder, textOf } from './figures.ts';
import { type Ledger, type LedgerNote, note } from './found.ts';
import { findHeader, type Header } from './header.ts';
import { type Receivables, readOpenItems } from './open_items.ts';
import { PRESETS } from './presets.ts';
import { type GrandTotal, readReceivableLines } from './records.ts';
import { asOfLine, unitOfLine } from './titles.ts';

/** A ledger, or why it cannot be read. */
export type LedgerResult = { readonly ok: true; readonly ledger: Ledger } | Unreadable;

/** How the caller wants a ledger to be read. */
export interface LedgerReading {
  /** Id of the accounting system; found by the headings without it, or with `auto`. */
  readonly preset?: string;
  /** Order of days such as 3/4/2026; without it, what a column itself forces. */
  readonly date_order?: DateOrder;
  /** What every amount of the table is multiplied by; without it, what the table says. */
  readonly unit?: number;
}

type CellTable = readonly (readonly unknown[])[];

/** The first limit that a table exceeds; undefined when it exceeds none. */
function exceededLimit(cells: CellTable): Unreadable | undefined {
  if (cells.length > LEDGER_LINES_MAX) return rowLimitExceeded('lines');
  for (const [i, row] of cells.entries()) {
    if (row.length > COLUMNS_MAX) return tooManyColumns(i + 1, row.length);
    const long = row.find((cell): cell is string => typeof cell === 'string' && cell.length > CELL_MAX);
    if (long !== undefined) return cellTooLong(i + 1, row.indexOf(long) + 1, long.length);
  }
  return undefined;
}

/** The rows that may say something about the table as a whole: those above the headings, and short ones below. */
const rowsBesideTable = (cells: CellTable, header: Header): CellTable => [
  ...cells.filter(
    (row, i) => i < header.row || (i > header.row && row.filter((cell) => textOf(cell) !== '').length <= 2),
  ),
  // A heading that is nothing but a bracket says something about the table, not about its column.
  header.headings.filter(({ folded }) => folded === '').map(({ text }) => text),
];

/** The doubt that the list's own grand total is not the sum of its lines. */
function totalDoubt(totals: readonly GrandTotal[], { sums, stated }: Receivables): LedgerNote[] {
  const last = totals.at(-1);
  const total = last === undefined ? undefined : stated(last.cells);
  if (last === undefined || total === undefined) return [];
  const sumOf = (from: number): bigint =>
    sums.slice(from, last.after).reduce<bigint>((sum, one) => sum + (one ?? 0n), 0n);
  const whole = sumOf(0);
  // With several totals of the same name, the last may be that of the last part only.
  const before = totals.at(-2);
  if (total === whole || (before !== undefined && total === sumOf(before.after))) return [];
  const unread = sums.slice(0, last.after).filter((one) => one === undefined).length;
  return [
    note(
      'total_differs',
      `表の合計 ${total} が、行の合計 ${whole} と合いません。${unread === 0 ? '' : `読めない金額が${unread}行あります。`}`,
      `The list states a total of ${total}, but its lines add up to ${whole}.${unread === 0 ? '' : ` The amount of ${unread} of them cannot be read.`}`,
      last.line,
    ),
  ];
}

/** The doubts that no column holds the amount, or none a due date or days overdue. */
function missingDoubts({ layout, amount, fields }: ColumnMapping): LedgerNote[] {
  if (layout === 'aging') return [];
  return [
    ...(amount === null ? [note('no_amount', '残高の列が見つかりません。', 'No column of balances is found.')] : []),
    ...(fields.has('due_date') || fields.has('overdue_days')
      ? []
      : [
          note(
            'no_due_date',
            '支払期日や滞留日数の列が見つかりません。請求締日は支払期日ではありません。',
            'No column of due dates or of days overdue is found. A closing day is no due date.',
          ),
        ]),
  ];
}

/** Why a table without headings cannot be read. */
function noHeader(cells: CellTable): Unreadable {
  const first = cells.find((row) => row.some((cell) => textOf(cell) !== ''));
  if (first === undefined) return unreadable('empty_ledger', '表が空です。', 'The table is empty.');
  return unreadable(
    'no_header',
    `見出しの行が見つかりません。最初の行は「${echo(first.map(textOf).join(' '))}」です。`,
    `No line of headings is found. The first line is "${echo(first.map(textOf).join(' '))}".`,
    {
      ja: '残高・支払期日・得意先コードなど、知られた見出しが2つ以上ある行',
      en: 'a line with at least two known headings, such as Balance and Due date',
    },
  );
}

/**
 * Reads a ledger from the cells of its table: text from a file, or numbers, texts and empty cells from a spreadsheet. Every record holds
 * flat fields of a request, with `id` and `debtor_id`; amounts in whole units of currency as decimal text, days in ISO text. `line`
 * counts the rows of the table from 1.
 */
export function readLedger(cells: CellTable, how: LedgerReading = {}): LedgerResult {
  const tooMuch = exceededLimit(cells);
  if (tooMuch !== undefined) return tooMuch;
  const wanted = PRESETS.find(({ id }) => id === how.preset);
  if (how.preset !== undefined && how.preset !== 'auto' && wanted === undefined) {
    const known = PRESETS.map(({ id }) => id);
    const near = didYouMean(nearest(how.preset, known));
    return unreadable(
      'unknown_preset',
      `「${echo(how.preset)}」という会計システムはありません。${near.ja}`,
      `There is no accounting system "${echo(how.preset)}".${near.en}`,
      { ja: known.join('、'), en: `one of ${known.join(', ')}` },
    );
  }
  if (how.unit !== undefined && !(Number.isSafeInteger(how.unit) && how.unit >= 1))
    return unreadable('unknown_unit', '単位は1以上の整数です。', 'A unit is a whole number of 1 or more.', {
      ja: '1、1000、1000000 など',
      en: 'such as 1, 1000 or 1000000',
    });
  const header = findHeader(cells, wanted);
  if (header === undefined) return noHeader(cells);

  const mapping = mapColumns(header);
  const beside = rowsBesideTable(cells, header);
  const doubts: LedgerNote[] = [...mapping.doubts];
  const statedUnits = new Set(beside.flatMap((row) => unitOfLine(row) ?? []));
  if (statedUnits.size > 1 && how.unit === undefined)
    doubts.push(note('units_differ', '表に複数の単位が書かれています。', 'The table states more than one unit.'));
  const unit = how.unit ?? [...statedUnits][0] ?? 1;
  let as_of: Day | null = beside.map((row) => asOfLine(row, how.date_order)).find((day) => day !== undefined) ?? null;
  if (as_of === null && mapping.layout === 'aging') {
    as_of = newestMonthEnd(mapping.buckets.map(({ bucket }) => bucket));
    if (as_of !== null)
      doubts.push(
        note(
          'as_of_assumed',
          `基準日が書かれていないため、最も新しい月の末日 ${as_of} とします。`,
          `The table does not say its day; the end of its newest month, ${as_of}, is taken.`,
        ),
      );
  }
  const found = readReceivableLines(cells, header, mapping, { unit, order: how.date_order });
  const titles = cells
    .slice(0, header.row + 1)
    .flat()
    .map(textOf)
    .join(' ')
    .slice(0, 2000);
  const receivables =
    mapping.layout === 'aging'
      ? readAging(found.lines, header, mapping, { unit, as_of, titles })
      : readOpenItems(found.lines, mapping, unit);
  if (receivables.rows.length > LEDGER_ROWS_MAX) return rowLimitExceeded('receivables');
  return {
    ok: true,
    ledger: {
      layout: mapping.layout,
      preset: header.preset?.id ?? null,
      header_line: header.row + 1,
      unit: receivables.unit,
      as_of,
      columns: mapping.columns,
      rows: receivables.rows,
      left_out: [...found.left_out, ...receivables.left_out].sort((a, b) => a.line - b.line),
      doubts: [
        ...doubts,
        ...found.doubts,
        ...receivables.doubts,
        ...missingDoubts(mapping),
        ...totalDoubt(found.totals, receivables),
      ],
    },
  };
}
