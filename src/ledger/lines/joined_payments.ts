// Finds bills that an export repeats for each of their payments: the same number, debtor, days and billed amount on several lines, each with
// another payment. Such a bill is owed once, less all that was paid.

import { groupsBy } from '../../values/groups.ts';
import { type LedgerNote, type LedgerRow, type LeftOut, note } from '../found.ts';

/** Rows with each bill once, and what that left out. */
interface BillsOnce {
  readonly rows: readonly LedgerRow[];
  readonly left_out: readonly LeftOut[];
  readonly doubts: readonly LedgerNote[];
}

/** What was billed on a line whose amount is that less a payment, and the day of the payment as it is written. */
export interface BilledLine {
  readonly billed: bigint;
  readonly day: string;
}

/** The rows with every bill once. `bills` are the lines from which a payment was taken off. */
export function billsOnce(rows: readonly LedgerRow[], bills: ReadonlyMap<LedgerRow, BilledLine>): BillsOnce {
  const asTheyAre = { rows, left_out: [], doubts: [] };
  if (bills.size < 2) return asTheyAre;
  const repeated = groupsBy(rows, (row) => {
    const { id, debtor_id, due_date, overdue_days, invoice_date } = row.record;
    const billed = bills.get(row)?.billed;
    return billed === undefined || id === undefined
      ? undefined
      : JSON.stringify([id, debtor_id, due_date, overdue_days, invoice_date, `${billed}`]);
  });
  const rest = new Map<LedgerRow, bigint>();
  const parts = new Map<LedgerRow, LedgerRow>();
  for (const lines of repeated) {
    const [first, ...others] = lines;
    const whole = first === undefined ? undefined : bills.get(first)?.billed;
    if (first === undefined || whole === undefined || others.length === 0) continue;
    const paid = lines.map(({ record: { amount } }) => whole - BigInt(amount ?? 0));
    const left = whole - paid.reduce((sum, one) => sum + one, 0n);
    // Lines without a payment are rather items of one price, and what was paid of the whole may stand on the line of each item.
    const isSame = new Set(lines.map((row, i) => `${paid[i]} ${bills.get(row)?.day}`)).size < lines.length;
    if (left < 0n || isSame || paid.some((one) => one <= 0n)) continue;
    rest.set(first, left);
    for (const row of others) parts.set(row, first);
  }
  if (rest.size === 0) return asTheyAre;
  return {
    rows: rows.flatMap((row) => {
      const left = rest.get(row);
      if (parts.has(row) || left === 0n) return [];
      return [left === undefined ? row : { ...row, record: { ...row.record, amount: left.toString() } }];
    }),
    left_out: [
      ...[...rest].flatMap(([{ line, record }, left]): LeftOut[] =>
        left === 0n ? [{ line, why: 'settled', text: `${record.id}` }] : [],
      ),
      ...[...parts].map(
        ([{ line, record }, first]): LeftOut => ({
          line,
          why: 'part',
          text: `${record.id}`,
          because: {
            ja: `${first.line}行目の請求への別の入金です。`,
            en: `Another payment on the bill on line ${first.line}.`,
          },
        }),
      ),
    ],
    doubts: [
      note(
        'bills_repeated_by_payment',
        `入金ごとに同じ請求の行がある請求が${rest.size}件あり、入金をすべて差し引いて1件として数えました。`,
        `${rest.size} bill${rest.size === 1 ? ' stands' : 's stand'} on a line for each payment and count${rest.size === 1 ? 's' : ''} once, less all of them.`,
      ),
    ],
  };
}
