// Finds receivables that a list holds twice, as exports with one line for each item do: the same number, debtor, day and balance is one
// invoice, and so are the parts of an invoice beside a line with their sum (net, tax and gross), unless the total of the list counts every line.
// Lines of items without an amount of their own belong to the line of their invoice.

import { groupsBy } from '../../values/groups.ts';
import type { Text } from '../../values/text.ts';
import { type LedgerNote, type LedgerRow, type LeftOut, note, type WhyLeftOut } from '../found.ts';

/** The rows of a list, each receivable once. */
export interface DistinctRows {
  readonly rows: readonly LedgerRow[];
  readonly left_out: readonly LeftOut[];
  readonly doubts: readonly LedgerNote[];
}

/** Number, debtor and days of a row, which one invoice has once; undefined where it has no number or day, or a number cut to an exponent. */
const invoiceOf = ({
  record: { id, debtor_id, due_date, overdue_days, invoice_date },
}: LedgerRow): string | undefined =>
  id === undefined ||
  (due_date ?? overdue_days ?? invoice_date) === undefined ||
  /^\d(?:\.\d+)?E\+?\d+$/i.test(String(id))
    ? undefined
    : JSON.stringify([id, debtor_id, due_date, overdue_days, invoice_date]);

/** A row with what one invoice has once, made out once for all that compare it. */
interface KeyedRow {
  readonly row: LedgerRow;
  readonly invoice: string | undefined;
}

const leftOut = ({ line, record }: LedgerRow, why: WhyLeftOut, because: Text): LeftOut => ({
  line,
  why,
  text: `${record.id} ${record.amount ?? ''}`.trim(),
  because,
});

/** The rows of each invoice. */
const invoices = (rows: readonly KeyedRow[]): LedgerRow[][] =>
  groupsBy(rows, ({ invoice }) => invoice).map((lines) => lines.map(({ row }) => row));

const yenOf = ({ record: { amount } }: LedgerRow): bigint | null =>
  amount !== undefined && /^\d+$/.test(String(amount)) ? BigInt(amount) : null;

/** The line with the sum of all others of its invoice, above or below them. */
function sumLineOf(invoice: readonly LedgerRow[]): LedgerRow | undefined {
  if (invoice.length < 3) return undefined;
  const amounts = invoice.map(yenOf);
  let sum = 0n;
  for (const amount of amounts) {
    if (amount === null) return undefined;
    sum += amount;
  }
  const isWhole = (i: number): boolean => 2n * (amounts.at(i) ?? 0n) === sum;
  return isWhole(-1) ? invoice.at(-1) : isWhole(0) ? invoice[0] : undefined;
}

/** Rows that are parts of another one, with that one. */
function partsIn(rows: readonly KeyedRow[]): Map<LedgerRow, LedgerRow> {
  const parts = new Map<LedgerRow, LedgerRow>();
  for (const invoice of invoices(rows)) {
    const whole = sumLineOf(invoice);
    if (whole !== undefined) for (const row of invoice) if (row !== whole) parts.set(row, whole);
  }
  return parts;
}

/** Rows with their keys after a step, and what it left out. */
interface KeyedRows extends Omit<DistinctRows, 'rows'> {
  readonly rows: readonly KeyedRow[];
}

const asTheyAre = (rows: readonly KeyedRow[]): KeyedRows => ({ rows, left_out: [], doubts: [] });

/** The rows without lines of items: those without an amount and a day below the line of their invoice, which has both. */
function withoutItems(rows: readonly LedgerRow[]): DistinctRows {
  if (rows.every(({ record }) => record.amount !== undefined)) return { rows, left_out: [], doubts: [] };
  const whole = new Map<unknown, LedgerRow>();
  const items = new Map<LedgerRow, LedgerRow>();
  for (const row of rows) {
    const { id, amount, debtor_id } = row.record;
    if (id === undefined) continue;
    const above = whole.get(id);
    if (amount !== undefined) whole.set(id, row);
    else if (above !== undefined && above.record.debtor_id === debtor_id && dayOfRow(row) === undefined)
      items.set(row, above);
  }
  return {
    rows: rows.filter((row) => !items.has(row)),
    left_out: [...items].map(([row, of]) => partOfInvoice(row, of)),
    doubts:
      items.size === 0
        ? []
        : [
            note(
              'item_lines',
              `請求の行の下にある、金額の列が空の明細が${items.size}行あり、請求の行の内訳として除きました。`,
              `${items.size} line${items.size === 1 ? '' : 's'} without an amount below the line of the same invoice ${items.size === 1 ? 'is' : 'are'} left out as its items.`,
            ),
          ],
  };
}

const dayOfRow = ({ record: { due_date, overdue_days } }: LedgerRow): string | number | undefined =>
  due_date ?? overdue_days;

const partOfInvoice = (row: LedgerRow, whole: LedgerRow): LeftOut =>
  leftOut(row, 'part', {
    ja: `${whole.line}行目の金額に含まれています。`,
    en: `Its amount is part of that on line ${whole.line}.`,
  });

/** The same with each invoice whole, where a line has the sum of the others. */
function wholeInvoices(rows: readonly KeyedRow[]): KeyedRows {
  const parts = partsIn(rows);
  if (parts.size === 0) return asTheyAre(rows);
  const count = new Set(parts.values()).size;
  return {
    rows: rows.filter(({ row }) => !parts.has(row)),
    left_out: [...parts].map(([row, whole]) => partOfInvoice(row, whole)),
    doubts: [
      note(
        'invoice_parts',
        `同じ番号の他の行の合計に等しい行がある請求が${count}件あり、その行だけを数えました（税抜と消費税、明細など${parts.size}行は内訳として除きました）。`,
        `${count} number${count === 1 ? ' has' : 's have'} a line with the sum of the other lines, and that line alone counts; ${parts.size} lines (net amount and tax, or items) are left out as its parts.`,
      ),
    ],
  };
}

/** The rows without those that repeat an earlier one. `isCounted` says whether the total of the list counts every line. */
export function distinctRows(rows: readonly LedgerRow[], isCounted: boolean): DistinctRows {
  const invoiced = withoutItems(rows);
  const keyed = invoiced.rows.map((row): KeyedRow => ({ row, invoice: invoiceOf(row) }));
  const whole = isCounted ? asTheyAre(keyed) : wholeInvoices(keyed);
  const distinct = withoutRepeats(whole.rows, isCounted);
  return {
    rows: distinct.rows,
    left_out: [...invoiced.left_out, ...whole.left_out, ...distinct.left_out],
    doubts: [...invoiced.doubts, ...whole.doubts, ...distinct.doubts],
  };
}

/** The rows without those that repeat an earlier one, or a doubt where the total of the list counts every line. */
function withoutRepeats(keyed: readonly KeyedRow[], isCounted: boolean): DistinctRows {
  const rows = keyed.map(({ row }) => row);
  const first = new Map<string, number>();
  const numbers = new Map<unknown, number>();
  const repeated: { readonly row: LedgerRow; readonly of: number }[] = [];
  for (const { row, invoice } of keyed) {
    if (invoice === undefined || row.record.amount === undefined) continue;
    const key = `${invoice} ${row.record.amount}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, row.line);
    else repeated.push({ row, of: before });
    const owner = `${row.record.id} ${row.record.debtor_id}`;
    numbers.set(owner, (numbers.get(owner) ?? 0) + 1);
  }
  const many = [...numbers.values()].filter((count) => count > 1).length;
  if (repeated.length === 0 || isCounted)
    return { rows, left_out: [], doubts: many === 0 ? [] : [repeatedNumbers(many)] };
  const gone = new Set(repeated.map(({ row }) => row));
  return {
    rows: rows.filter((row) => !gone.has(row)),
    left_out: repeated.map(({ row, of }) =>
      leftOut(row, 'repeated', { ja: `${of}行目と同じ債権です。`, en: `The same receivable as on line ${of}.` }),
    ),
    doubts: [
      note(
        'repeated_lines',
        `番号・相手・期日・残高がすべて同じ行が${repeated.length}件あり、1件の債権として数えました。`,
        `${repeated.length} line${repeated.length === 1 ? ' repeats' : 's repeat'} the number, debtor, day and balance of another and count${repeated.length === 1 ? 's' : ''} once.`,
      ),
    ],
  };
}

const repeatedNumbers = (count: number): LedgerNote =>
  note(
    'repeated_numbers',
    `同じ番号の行が複数ある債権が${count}件あります。それぞれ別の金額として数えました。`,
    `${count} number${count === 1 ? ' appears' : 's appear'} on several lines; each line counts with its own amount.`,
  );
