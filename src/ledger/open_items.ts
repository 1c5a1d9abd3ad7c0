// A list with one line for each receivable: the balance of each line, with credits and settled lines left out and counted.

import type { ColumnMapping } from './columns.ts';
import { times } from './figures.ts';
import { type LedgerNote, type LedgerRow, type LeftOut, note } from './found.ts';
import type { Header } from './header.ts';
import { type AmountStyle, amountIn, amountStyle, type ReceivableLine } from './records.ts';

/** The receivables of a table with what they were made from. */
export interface Receivables {
  readonly rows: readonly LedgerRow[];
  readonly left_out: readonly LeftOut[];
  readonly doubts: readonly LedgerNote[];
  /** Amount of each line, credits included, in the order of the lines; undefined where it could not be read. */
  readonly sums: readonly (bigint | undefined)[];
  /** Amount that a total line states, or undefined. */
  readonly stated: (cells: readonly unknown[]) => bigint | undefined;
  readonly unit: number;
}

/** The doubt that credits stand in the list, with their sum. */
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

/** What a row is told when a credit of its debtor was left out: it asks for more than the debtor owes. */
function withCredit(row: LedgerRow, byDebtor: ReadonlyMap<unknown, bigint>): LedgerRow {
  const credit = byDebtor.get(row.record.debtor_id);
  if (credit === undefined || row.record.debtor_id === undefined) return row;
  const told = note(
    'credit_not_netted',
    `この相手にはマイナスの行（${credit}円）があり、差し引いていません。`,
    `This debtor has a credit of ${credit} yen, which is not netted.`,
  );
  return { ...row, notes: [...row.notes, told] };
}

/** One line's amount: a column, or what was billed less what was paid. */
function amountOfLine(
  cells: readonly unknown[],
  { at, less }: NonNullable<ColumnMapping['amount']>,
  figures: ReadonlyMap<number, AmountStyle>,
): { text: string | undefined; read: boolean } {
  const whole = amountIn(cells[at], figures.get(at)!);
  if (less.length === 0 || !whole.read) return whole;
  let rest = BigInt(whole.text!);
  for (const one of less) {
    const paid = amountIn(cells[one], figures.get(one)!);
    if (paid.text === undefined) continue;
    if (!paid.read) return paid;
    rest -= BigInt(paid.text);
  }
  return { text: times(rest.toString(), 1), read: true };
}

/** Reads the receivables of an open-item list. */
export function readOpenItems(
  lines: readonly ReceivableLine[],
  header: Header,
  plan: ColumnMapping,
  unit: number,
): Receivables {
  const doubts: LedgerNote[] = [];
  const { amount } = plan;
  const rows = lines.map(({ cells }) => cells);
  const figures = new Map(
    (amount === null ? [] : [amount.at, ...amount.less]).map((at) => [
      at,
      amountStyle(rows, at, header.headings[at]!.text, unit, doubts),
    ]),
  );
  const found: LedgerRow[] = [];
  const left_out: LeftOut[] = [];
  const sums: (bigint | undefined)[] = [];
  let [credits, sum] = [0, 0n];
  const byDebtor = new Map<unknown, bigint>();
  for (const { line, cells, record, notes } of lines) {
    const { text, read } = amount === null ? { text: undefined, read: false } : amountOfLine(cells, amount, figures);
    const value = read ? BigInt(text!) : undefined;
    sums.push(value);
    const shown = Object.values(record)
      .concat(text ?? '')
      .join(' ')
      .trim()
      .slice(0, 200);
    if (value === 0n) left_out.push({ line, why: 'settled', text: shown });
    else if (value !== undefined && value < 0n) {
      left_out.push({ line, why: 'credit', text: shown });
      credits++;
      sum += value;
      byDebtor.set(record.debtor_id, (byDebtor.get(record.debtor_id) ?? 0n) + value);
    } else found.push({ line, record: { ...record, ...(text === undefined ? {} : { amount: text }) }, notes });
  }
  return {
    rows: found.map((row) => withCredit(row, byDebtor)),
    left_out,
    doubts: [...doubts, ...creditsDoubt(credits, sum)],
    sums,
    stated: (cells) => {
      if (amount === null) return undefined;
      const { text, read } = amountOfLine(cells, amount, figures);
      return read ? BigInt(text!) : undefined;
    },
    unit: amount === null ? unit : figures.get(amount.at)!.unit,
  };
}
