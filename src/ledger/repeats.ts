// Finds receivables that a list holds twice, as exports with one line for each item do: the same number, debtor, day and balance is one
// invoice, unless the total of the list counts every line.

import { type LedgerNote, type LedgerRow, type LeftOut, note } from './found.ts';

/** The rows of a list, each receivable once. */
export interface DistinctRows {
  readonly rows: readonly LedgerRow[];
  readonly left_out: readonly LeftOut[];
  readonly doubts: readonly LedgerNote[];
}

const keyOf = ({
  record: { id, debtor_id, due_date, overdue_days, invoice_date, amount },
}: LedgerRow): string | undefined =>
  id === undefined ||
  amount === undefined ||
  (due_date ?? overdue_days ?? invoice_date) === undefined ||
  /^\d(?:\.\d+)?E\+?\d+$/i.test(String(id))
    ? undefined
    : JSON.stringify([id, debtor_id, due_date, overdue_days, invoice_date, amount]);

/** The rows without those that repeat an earlier one. `isCounted` says whether the total of the list counts every line. */
export function distinctRows(rows: readonly LedgerRow[], isCounted: boolean): DistinctRows {
  const first = new Map<string, number>();
  const numbers = new Map<unknown, number>();
  const repeated: { readonly row: LedgerRow; readonly of: number }[] = [];
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
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
    left_out: repeated.map(({ row, of }) => ({
      line: row.line,
      why: 'repeated',
      text: `${row.record.id} ${row.record.amount}`,
      because: { ja: `${of}行目と同じ債権です。`, en: `The same receivable as on line ${of}.` },
    })),
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
