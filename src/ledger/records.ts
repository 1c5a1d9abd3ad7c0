// Reads the lines of a table as records: figures and days column by column. Groups, totals and blank lines are left out, each with its
// reason.

import { describedFields } from '../request/composition.ts';
import type { ColumnMapping } from './columns.ts';
import {
  amountOf,
  type DateOrder,
  dateOrder,
  dayOf,
  isShortYear,
  type NumberStyle,
  numberStyle,
  overdueDaysOf,
  textOf,
  unitInCell,
} from './figures.ts';
import { type LedgerNote, type LeftOut, note } from './found.ts';
import type { Header, Heading } from './header.ts';
import { type LineClues, lineKind } from './lines.ts';
import { currencyOfHeading, unitOfHeading } from './titles.ts';

/** The kind of every field of a request by its name. */
const FIELD_KINDS: ReadonlyMap<string, string> = new Map(describedFields().map(({ name, kind }) => [name, kind]));

/** A line that is a receivable, with the values of its columns other than the amount. */
export interface ReceivableLine {
  /** Line of the table, from 1. */
  readonly line: number;
  readonly cells: readonly unknown[];
  readonly record: Readonly<Record<string, string | number>>;
  readonly notes: readonly LedgerNote[];
}

/** The grand total of a list, and its place among the lines. */
export interface GrandTotal {
  /** Line of the table, from 1. */
  readonly line: number;
  readonly cells: readonly unknown[];
  /** How many receivables come before it. */
  readonly after: number;
}

/** The lines below the headings. */
export interface ReceivableLines {
  readonly lines: readonly ReceivableLine[];
  readonly totals: readonly GrandTotal[];
  readonly left_out: readonly LeftOut[];
  readonly doubts: readonly LedgerNote[];
}

/** How the amounts of a column are written. */
export interface AmountStyle {
  /** What an amount without a unit of its own is multiplied by. */
  readonly unit: number;
  readonly style: NumberStyle;
}

/** The amount in a cell: nothing, a text that is no amount, or an amount in whole units of currency. */
export type AmountCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unread'; readonly text: string }
  | { readonly kind: 'amount'; readonly text: string; readonly value: bigint };

/** Reads the amount in a cell. */
export function amountIn(cell: unknown, { unit, style }: AmountStyle): AmountCell {
  const stated = textOf(cell);
  if (stated === '') return { kind: 'empty' };
  const text = amountOf(cell, unit, style);
  return text === undefined ? { kind: 'unread', text: stated } : { kind: 'amount', text, value: BigInt(text) };
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
  const style = numberStyle(rows.map((row) => row[index]));
  if (style === 'comma')
    doubts.push(
      note(
        'decimal_comma_column',
        `「${text}」は 1.234,00 の書き方（ピリオドが桁区切り）として読みます。`,
        `"${text}" is read as written 1.234,00 (points separate thousands).`,
      ),
    );
  return { unit: unitOfHeading(text) ?? unit, style };
}

/** The order of the days of every column. Its own values force it; where they do not, those of another column do, which is a doubt. */
function dateOrders(
  columns: ReadonlyMap<string, { heading: string; cells: readonly unknown[] }>,
  wanted: DateOrder | undefined,
  doubts: LedgerNote[],
): ReadonlyMap<string, DateOrder | undefined> {
  const seen = [...columns].map(([field, { heading, cells }]) => ({ field, heading, cells, ...dateOrder(cells) }));
  const forced = new Set(seen.flatMap(({ order }) => order ?? []));
  const common = forced.size === 1 && !seen.some(({ mixed }) => mixed) ? [...forced][0] : undefined;
  return new Map(
    seen.map(({ field, heading, cells, order, open, mixed }) => {
      if (cells.some(isShortYear))
        doubts.push(
          note(
            'two_digit_year',
            `「${heading}」に年が2桁の日付があります。年・月・日の順が決められないため読みません。`,
            `"${heading}" has days with a year of two digits. Their order is not clear, so they are not read.`,
          ),
        );
      if (wanted !== undefined || order !== undefined) return [field, wanted ?? order];
      if (open && common !== undefined)
        doubts.push(
          note(
            'date_order_from_other_column',
            `「${heading}」の日付は、ほかの列と同じく${common === 'mdy' ? '月' : '日'}が先として読みます。違うときは date_order を付けてください。`,
            `"${heading}" is read with the ${common === 'mdy' ? 'month' : 'day'} first, as another column is written. Say date_order if that is wrong.`,
          ),
        );
      else if (open || mixed)
        doubts.push(
          note(
            mixed ? 'date_order_mixed' : 'date_order_unclear',
            `「${heading}」の日付は月が先か日が先か決められません。date_order=mdy（月が先）か date_order=dmy（日が先）を付けてください。`,
            `It is not clear whether "${heading}" writes the month or the day first. Say date_order=mdy or date_order=dmy.`,
          ),
        );
      return [field, common];
    }),
  );
}

type ReadCell = (cell: unknown) => string | number;

/** How the cells of a column become values of a field. */
function cellReader(field: string, amounts: AmountStyle, order: DateOrder | undefined): ReadCell {
  const kind = FIELD_KINDS.get(field);
  if (kind === 'amount') return (cell) => amountText(amountIn(cell, amounts)) ?? '';
  if (kind === 'day') return (cell) => dayOf(cell, order) ?? textOf(cell);
  if (field === 'overdue_days') return (cell) => overdueDaysOf(cell) ?? textOf(cell);
  if (field === 'currency')
    return (cell) => (/^(?:円|日本円|¥|yen)$/i.test(textOf(cell).normalize('NFKC')) ? 'JPY' : textOf(cell));
  if (field === 'id' || field === 'debtor_id' || kind === 'choice') return textOf;
  return (cell) => (typeof cell === 'number' ? cell : textOf(cell));
}

/** What a line of cells holds, shortened for the caller. */
const lineText = (cells: readonly unknown[]): string => cells.map(textOf).filter(Boolean).join(' ').slice(0, 200);

/** Columns of amounts, wherever they are. */
const amountColumns = ({ amount, buckets, total }: ColumnMapping): Heading[] => [
  ...(amount === null ? [] : [amount.amount, ...amount.less]),
  ...buckets.map(({ heading }) => heading),
  ...(total === null ? [] : [total]),
];

/** A column and how its cells become values of a field. */
interface FieldReader {
  readonly field: string;
  readonly index: number;
  readonly read: ReadCell;
}

/** How the columns of a table are read, except those of the amount. Doubts are added to `doubts`. */
function fieldReaders(
  rows: readonly (readonly unknown[])[],
  { fields }: ColumnMapping,
  { unit, order }: TableReading,
  doubts: LedgerNote[],
): FieldReader[] {
  const days = [...fields]
    .filter(([field]) => FIELD_KINDS.get(field) === 'day')
    .map(([field, { text, index }]) => [field, { heading: text, cells: rows.map((row) => row[index]) }] as const);
  const orders = dateOrders(new Map(days), order, doubts);
  return [...fields].map(([field, heading]) => {
    const amounts: AmountStyle =
      FIELD_KINDS.get(field) === 'amount' ? amountStyle(rows, heading, unit, doubts) : { unit, style: 'point' };
    return { field, index: heading.index, read: cellReader(field, amounts, orders.get(field)) };
  });
}

/** What is known about a table as a whole. */
export interface TableReading {
  /** What its amounts are multiplied by. */
  readonly unit: number;
  /** Order of days such as 3/4/2026; undefined where the columns decide. */
  readonly order: DateOrder | undefined;
}

/** Reads the lines below the headings. No line is lost: what is no receivable is in `left_out`. */
export function readReceivableLines(
  cells: readonly (readonly unknown[])[],
  header: Header,
  mapping: ColumnMapping,
  reading: TableReading,
): ReceivableLines {
  const start = header.row + header.height;
  const body = cells.slice(start);
  const doubts: LedgerNote[] = [];
  const left_out: LeftOut[] = [];
  for (const [i, row] of cells.slice(0, start).entries())
    if (i !== header.row)
      left_out.push({ line: i + 1, why: lineText(row) === '' ? 'blank' : 'title', text: lineText(row) });

  const readers = fieldReaders(body, mapping, reading, doubts);
  const amounts = amountColumns(mapping);
  const currency = amounts.map(({ text }) => currencyOfHeading(text)).find((one) => one !== undefined);
  const clues: LineClues = {
    headings: header.headings.map(({ text }) => text),
    own: ['id', 'due_date', 'invoice_date'].flatMap((field) => mapping.fields.get(field)?.index ?? []),
    amounts: amounts.map(({ index }) => index),
  };
  const lines: ReceivableLine[] = [];
  const totals: GrandTotal[] = [];
  let debtor: string | undefined;
  let fromGroup = 0;
  for (const [i, row] of body.entries()) {
    const line = start + i + 1;
    const found = lineKind(row, clues);
    if (found.kind !== 'row') {
      left_out.push({ line, why: found.kind, text: lineText(row) });
      if (found.kind === 'group' && found.debtor) debtor = found.name;
      if (found.kind === 'total') {
        debtor = undefined;
        if (found.grand) totals.push({ line, cells: row, after: lines.length });
      }
      continue;
    }
    const record: Record<string, string | number> = {};
    for (const { field, index, read } of readers) if (textOf(row[index]) !== '') record[field] = read(row[index]);
    if (record.due_date !== undefined) delete record.overdue_days;
    if (record.debtor_id === undefined && debtor !== undefined) {
      record.debtor_id = debtor;
      fromGroup++;
    }
    if (record.currency === undefined && currency !== undefined) record.currency = currency;
    lines.push({ line, cells: row, record, notes: lineNotes(row, line, clues, reading.unit) });
  }
  if (fromGroup > 0)
    doubts.push(
      note(
        'debtor_from_group',
        `${fromGroup}行の相手方は、その上の見出し行から取りました。`,
        `The debtor of ${fromGroup} line${fromGroup === 1 ? '' : 's'} is taken from the group line above.`,
      ),
    );
  return { lines, totals, left_out, doubts };
}

/** What to know about how a line was read; `unit` is that of the table. */
function lineNotes(
  row: readonly unknown[],
  line: number,
  { headings, amounts }: LineClues,
  unit: number,
): LedgerNote[] {
  const notes: LedgerNote[] = [];
  if (row.slice(headings.length).some((cell) => textOf(cell) !== ''))
    notes.push(
      note(
        'extra_cells',
        '見出しより多くのセルがあります。金額の桁区切りのコンマで列がずれていないか確かめてください。',
        'There are more cells than headings. Check that a comma inside a figure has not shifted the columns.',
        line,
      ),
    );
  if (amounts.some((index) => (unitInCell(row[index]) ?? unit) !== unit))
    notes.push(
      note(
        'unit_in_cell',
        'セルに書かれた単位で読みました。表の単位と異なります。',
        'The unit written in the cell is used; it differs from that of the table.',
        line,
      ),
    );
  return notes;
}
