// The lines of a table as receivables: figures and days read column by column, groups and totals left out, each with its reason.

import { describedFields } from '../request/composition.ts';
import type { Plan } from './columns.ts';
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
import type { Header } from './header.ts';
import { lineOf } from './lines.ts';
import { currencyOfHeading, unitOfHeading } from './titles.ts';

const KINDS: ReadonlyMap<string, string> = new Map(describedFields().map(({ name, kind }) => [name, kind]));

/** A line that is no total, no group and not blank, with what its columns say beside the amount. */
export interface Line {
  readonly line: number;
  readonly cells: readonly unknown[];
  readonly record: Readonly<Record<string, string | number>>;
  readonly notes: readonly LedgerNote[];
}

/** The grand total of a list, at the place where it stands among the lines. */
export interface GrandTotal {
  readonly line: number;
  readonly cells: readonly unknown[];
  /** Lines before it. */
  readonly after: number;
}

export interface Lines {
  readonly lines: readonly Line[];
  readonly totals: readonly GrandTotal[];
  readonly left_out: readonly LeftOut[];
  readonly doubts: readonly LedgerNote[];
}

/** How the amounts of a column are written. */
export interface Figures {
  readonly unit: number;
  readonly style: NumberStyle;
}

/** An amount of a row: decimal text of whole units, the cell as it was written where it is none, undefined where there is none. */
export function amountIn(cell: unknown, { unit, style }: Figures): { text: string | undefined; read: boolean } {
  const written = textOf(cell);
  if (written === '') return { text: undefined, read: false };
  const text = amountOf(cell, unit, style);
  return text === undefined ? { text: written, read: false } : { text, read: true };
}

/** How a column of amounts is written; `unit` is that of the table, and the heading may have its own. */
export function figuresOf(
  rows: readonly (readonly unknown[])[],
  at: number,
  heading: string,
  unit: number,
  doubts: LedgerNote[],
): Figures {
  const style = numberStyle(rows.map((row) => row[at]));
  if (style === 'comma')
    doubts.push(
      note(
        'decimal_comma_column',
        `「${heading}」は 1.234,00 の書き方（ピリオドが桁区切り）として読みます。`,
        `"${heading}" is read as written 1.234,00 (points separate thousands).`,
      ),
    );
  return { unit: unitOfHeading(heading) ?? unit, style };
}

/** The order of the days of every column: its own values force it, or else those of another column do, which is a doubt. */
function ordersOf(
  columns: ReadonlyMap<string, { heading: string; cells: readonly unknown[] }>,
  wanted: DateOrder | undefined,
  doubts: LedgerNote[],
): ReadonlyMap<string, DateOrder | undefined> {
  const seen = [...columns].map(([field, { heading, cells }]) => ({ field, heading, cells, ...dateOrder(cells) }));
  const forced = new Set(seen.flatMap(({ order }) => order ?? []));
  const shared = forced.size === 1 && !seen.some(({ mixed }) => mixed) ? [...forced][0] : undefined;
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
      if (open && shared !== undefined)
        doubts.push(
          note(
            'date_order_from_other_column',
            `「${heading}」の日付は、ほかの列と同じく${shared === 'mdy' ? '月' : '日'}が先として読みます。違うときは date_order を付けてください。`,
            `"${heading}" is read with the ${shared === 'mdy' ? 'month' : 'day'} first, as another column is written. Say date_order if that is wrong.`,
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
      return [field, shared];
    }),
  );
}

type ReadCell = (cell: unknown) => string | number;

/** How the cells of a column become values of a field. */
function readerOf(field: string, figures: Figures, order: DateOrder | undefined): ReadCell {
  const kind = KINDS.get(field);
  if (kind === 'amount') return (cell) => amountIn(cell, figures).text ?? '';
  if (kind === 'day') return (cell) => dayOf(cell, order) ?? textOf(cell);
  if (field === 'overdue_days') return (cell) => overdueDaysOf(cell) ?? textOf(cell);
  if (field === 'currency')
    return (cell) => (/^(?:円|日本円|¥|yen)$/i.test(textOf(cell).normalize('NFKC')) ? 'JPY' : textOf(cell));
  if (field === 'id' || field === 'debtor_id' || kind === 'choice') return textOf;
  return (cell) => (typeof cell === 'number' ? cell : textOf(cell));
}

const shown = (row: readonly unknown[]): string => row.map(textOf).filter(Boolean).join(' ').slice(0, 200);

/** Reads the lines below the headings. `unit` and `order` are those of the table or the caller. */
export function linesOf(
  cells: readonly (readonly unknown[])[],
  header: Header,
  plan: Plan,
  unit: number,
  order: DateOrder | undefined,
): Lines {
  const start = header.row + header.height;
  const body = cells.slice(start);
  const doubts: LedgerNote[] = [];
  const left_out: LeftOut[] = [];
  for (const [i, row] of cells.slice(0, start).entries())
    if (i !== header.row) left_out.push({ line: i + 1, why: shown(row) === '' ? 'blank' : 'title', text: shown(row) });

  const days = [...plan.fields]
    .filter(([field]) => KINDS.get(field) === 'day')
    .map(([field, at]) => [field, { heading: header.headings[at]!.text, cells: body.map((row) => row[at]) }] as const);
  const orders = ordersOf(new Map(days), order, doubts);
  const readers = new Map<string, ReadCell>();
  for (const [field, at] of plan.fields) {
    const isAmount = KINDS.get(field) === 'amount';
    const figures = isAmount
      ? figuresOf(body, at, header.headings[at]!.text, unit, doubts)
      : { unit, style: 'point' as const };
    readers.set(field, readerOf(field, figures, orders.get(field)));
  }
  const amounts = [
    ...(plan.amount === null ? [] : [plan.amount.at, ...plan.amount.less]),
    ...plan.buckets.map(({ index }) => index),
    ...(plan.total === null ? [] : [plan.total]),
  ];
  const currency = amounts.map((at) => currencyOfHeading(header.headings[at]!.text)).find((one) => one !== undefined);
  const looks = {
    headings: header.headings.map(({ text }) => text),
    own: ['id', 'due_date', 'invoice_date'].flatMap((field) => plan.fields.get(field) ?? []),
    amounts,
  };
  const width = header.headings.length;
  const lines: Line[] = [];
  const totals: GrandTotal[] = [];
  let group: string | undefined;
  let grouped = 0;
  for (const [i, row] of body.entries()) {
    const line = start + i + 1;
    const what = lineOf(row, looks);
    if (what.kind !== 'row') {
      left_out.push({ line, why: what.kind, text: shown(row) });
      if (what.kind === 'group' && what.debtor) group = what.name;
      if (what.kind === 'total') {
        group = undefined;
        if (what.grand) totals.push({ line, cells: row, after: lines.length });
      }
      continue;
    }
    const record: Record<string, string | number> = {};
    for (const [field, read] of readers) {
      const cell = row[plan.fields.get(field)!];
      if (textOf(cell) !== '') record[field] = read(cell);
    }
    if (record.due_date !== undefined) delete record.overdue_days;
    if (record.debtor_id === undefined && group !== undefined) {
      record.debtor_id = group;
      grouped++;
    }
    if (record.currency === undefined && currency !== undefined) record.currency = currency;
    lines.push({ line, cells: row, record, notes: notesOn(row, width, amounts, unit, line) });
  }
  if (grouped > 0)
    doubts.push(
      note(
        'debtor_from_group',
        `${grouped}行の相手方は、その上の見出し行から取りました。`,
        `The debtor of ${grouped} line${grouped === 1 ? '' : 's'} is taken from the group line above.`,
      ),
    );
  return { lines, totals, left_out, doubts };
}

function notesOn(
  row: readonly unknown[],
  width: number,
  amounts: readonly number[],
  unit: number,
  line: number,
): LedgerNote[] {
  const notes: LedgerNote[] = [];
  if (row.slice(width).some((cell) => textOf(cell) !== ''))
    notes.push(
      note(
        'extra_cells',
        '見出しより多くのセルがあります。金額の桁区切りのコンマで列がずれていないか確かめてください。',
        'There are more cells than headings. Check that a comma inside a figure has not shifted the columns.',
        line,
      ),
    );
  if (amounts.some((at) => (unitInCell(row[at]) ?? unit) !== unit))
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
