// Reads an open-item list, which has one line for each receivable: the balance of each line. Credits and settled lines are left out and
// counted.

import type { ColumnMapping } from './columns.ts';
import { type LedgerNote, type LedgerRow, type LeftOut, note } from './found.ts';
import type { Heading } from './header.ts';
import {
  type AmountCell,
  type AmountStyle,
  amountIn,
  amountStyle,
  amountText,
  type ReceivableLine,
} from './records.ts';

/** The receivables of a table, and what the table says about their sum. */
export interface Receivables {
  readonly rows: readonly LedgerRow[];
  readonly left_out: readonly LeftOut[];
  readonly doubts: readonly LedgerNote[];
  /** Amount of each line, credits included, in the order of the lines; undefined where it cannot be read. */
  readonly sums: readonly (bigint | undefined)[];
  /** The amount that a total line states; undefined where it states none. */
  readonly stated: (cells: readonly unknown[]) => bigint | undefined;
  /** What the amounts were multiplied by. */
  readonly unit: number;
}

/** The doubt that the list holds credits, with their number and their sum in yen; none without credits. */
export function creditsDoubt(count: number, sum: bigint): LedgerNote[] {
  return count === 0
    ? []
    : [
        note(
          'credits_left_out',
          `マイナスの行が${count}件（合計 ${sum}円）あります。相手の債務を減らすものなので除きました。差し引きはしていません。`,
          `${count} negative line${count === 1 ? '' : 's'} (${sum} yen in all) ${count === 1 ? 'is' : 'are'} left out. Credits reduce what the debtor owes; they are not netted here.`,
        ),
      ];
}

/** The row with a note where a credit of its debtor was left out, because the row then asks for more than the debtor owes. */
function withCredit(row: LedgerRow, byDebtor: ReadonlyMap<unknown, bigint>): LedgerRow {
  const credit = byDebtor.get(row.record.debtor_id);
  if (credit === undefined || row.record.debtor_id === undefined) return row;
  const credited = note(
    'credit_not_netted',
    `この相手にはマイナスの行（${credit}円）があり、差し引いていません。`,
    `This debtor has a credit of ${credit} yen, which is not netted.`,
  );
  return { ...row, notes: [...row.notes, credited] };
}

/** A column of amounts and how they are written. */
interface AmountColumn extends AmountStyle {
  readonly index: number;
}

/** The amount of a line: that of one column, or what was billed less what was paid. */
function amountOfLine(cells: readonly unknown[], billed: AmountColumn, paid: readonly AmountColumn[]): AmountCell {
  const whole = amountIn(cells[billed.index], billed);
  if (paid.length === 0 || whole.kind !== 'amount') return whole;
  let rest = whole.value;
  for (const column of paid) {
    const part = amountIn(cells[column.index], column);
    if (part.kind === 'unread') return part;
    if (part.kind === 'amount') rest -= part.value;
  }
  return { kind: 'amount', text: rest.toString(), value: rest };
}

/** Reads the receivables of an open-item list. `unit` is what its amounts are multiplied by unless a heading or a cell says otherwise. */
export function readOpenItems(lines: readonly ReceivableLine[], { amount }: ColumnMapping, unit: number): Receivables {
  const doubts: LedgerNote[] = [];
  const rows = lines.map(({ cells }) => cells);
  const columnOf = (heading: Heading): AmountColumn => ({
    index: heading.index,
    ...amountStyle(rows, heading, unit, doubts),
  });
  const billed = amount === null ? null : columnOf(amount.amount);
  const paid = amount === null ? [] : amount.less.map(columnOf);
  const amountOf = (cells: readonly unknown[]): AmountCell =>
    billed === null ? { kind: 'empty' } : amountOfLine(cells, billed, paid);
  const receivables: LedgerRow[] = [];
  const left_out: LeftOut[] = [];
  const sums: (bigint | undefined)[] = [];
  let [credits, creditSum] = [0, 0n];
  const creditByDebtor = new Map<unknown, bigint>();
  for (const { line, cells, record, notes } of lines) {
    const found = amountOf(cells);
    const text = amountText(found);
    const value = found.kind === 'amount' ? found.value : undefined;
    sums.push(value);
    const summary = Object.values(record)
      .concat(text ?? '')
      .join(' ')
      .trim()
      .slice(0, 200);
    if (value === 0n) left_out.push({ line, why: 'settled', text: summary });
    else if (value !== undefined && value < 0n) {
      left_out.push({ line, why: 'credit', text: summary });
      credits++;
      creditSum += value;
      creditByDebtor.set(record.debtor_id, (creditByDebtor.get(record.debtor_id) ?? 0n) + value);
    } else receivables.push({ line, record: { ...record, ...(text === undefined ? {} : { amount: text }) }, notes });
  }
  return {
    rows: receivables.map((row) => withCredit(row, creditByDebtor)),
    left_out,
    doubts: [...doubts, ...creditsDoubt(credits, creditSum)],
    sums,
    stated: (cells) => {
      const total = amountOf(cells);
      return total.kind === 'amount' ? total.value : undefined;
    },
    unit: billed?.unit ?? unit,
  };
}
