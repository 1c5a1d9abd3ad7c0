// What is to be said of a list once its claims are read: columns that nobody finds, a total that its lines do not reach, words about the
// whole of it.

import { grouped } from '../values/text.ts';
import type { ColumnMapping } from './columns.ts';
import { type LedgerNote, type LedgerRow, note } from './found.ts';
import type { Header } from './header.ts';
import { listDoubts, type ReadList, sameClaimDoubt, severalDebtorsDoubt } from './list_words.ts';
import { type Receivables, sumOfKnown } from './open_items.ts';
import type { CellTable } from './profile.ts';
import type { GrandTotal, ReceivableLines } from './records.ts';
import { subtotalsDoubt } from './subtotals.ts';
import { versionsDoubt } from './versions.ts';

/** The doubt that the list's own grand total is not the sum of its lines. */
function totalDoubt(totals: readonly GrandTotal[], { sums, open, stated }: Receivables): LedgerNote[] {
  const last = totals.at(-1);
  const total = last === undefined ? undefined : stated(last.cells);
  if (last === undefined || total === undefined) return [];
  const sumOf = (amounts: Receivables['sums'], from: number): bigint =>
    // A total above the list is that of all of it.
    sumOfKnown(amounts.slice(from, last.after === 0 ? amounts.length : last.after));
  // With several totals of the same name, the last may be that of the last part only. A total may count what is paid or void, or not.
  const before = totals.at(-2);
  const isSum = [sums, open].some(
    (amounts) => total === sumOf(amounts, 0) || (before !== undefined && total === sumOf(amounts, before.after)),
  );
  if (isSum) return [];
  const unread = sums.slice(0, last.after).filter((one) => one === undefined).length;
  return [
    note(
      'total_differs',
      `表の合計 ${grouped(total)} が、行の合計 ${grouped(sumOf(sums, 0))} と合いません。${unread === 0 ? '' : `読めない金額が${unread}行あります。`}`,
      `The list states a total of ${grouped(total)}, but its lines add up to ${grouped(sumOf(sums, 0))}.${unread === 0 ? '' : ` The amount of ${unread} of them cannot be read.`}`,
      last.line,
    ),
  ];
}

/** The doubts that no column holds the amount, none a due date or days overdue, or none the debtor. */
export function missingDoubts(
  { layout, amount, fields, states }: ColumnMapping,
  rows: readonly LedgerRow[],
): LedgerNote[] {
  const nobody =
    rows.length > 1 && rows.every(({ record }) => record.debtor_id === undefined)
      ? [
          note(
            'no_debtor',
            '相手方の列が見つかりません。行ごとに別の相手として判断します。',
            'No column of debtors is found. Every line is decided as if it had a debtor of its own.',
          ),
        ]
      : [];
  if (layout === 'aging') return nobody;
  const isDated = fields.has('due_date') || fields.has('overdue_days');
  const isKnown =
    isDated || rows.some(({ record }) => record.due_date !== undefined || record.overdue_days !== undefined);
  const [terms] = states.get('terms') ?? [];
  return [
    ...(amount === null ? [note('no_amount', '残高の列が見つかりません。', 'No column of balances is found.')] : []),
    ...(isKnown
      ? []
      : [
          note(
            'no_due_date',
            '支払期日や滞留日数の列が見つかりません。請求締日は支払期日ではありません。',
            'No column of due dates or of days overdue is found. A closing day is no due date.',
          ),
          ...(terms === undefined
            ? []
            : [
                note(
                  'terms_not_read',
                  `「${terms.text}」からは支払期日を計算できません。支払期日の列を足すか、terms=月末締め翌月末払い のように付けてください。`,
                  `"${terms.text}" gives no due date that can be worked out. Add a column of due dates, or say terms, such as Net 30.`,
                ),
              ]),
        ]),
    ...nobody,
  ];
}

/** What was read of a list, to compare with what it says of itself. */
function listAsRead({ row, height }: Header, { lines, left_out }: ReceivableLines, read: Receivables): ReadList {
  const ofTotals = left_out.flatMap(({ why, line }) => (why === 'total' ? [line] : []));
  return {
    rows: read.rows,
    sums: [sumOfKnown(read.sums), sumOfKnown(read.open)],
    unit: BigInt(read.unit),
    lines: new Set(lines.map(({ line }) => line)),
    totals: new Set(ofTotals),
    header: row + height - 1,
  };
}

/** What is to be said of a list as a whole. `cells` are those of the file, none where they were put elsewhere. */
export const doubtsOfList = (
  cells: CellTable,
  header: Header,
  found: ReceivableLines,
  receivables: Receivables,
): LedgerNote[] => [
  ...totalDoubt(found.totals, receivables),
  ...subtotalsDoubt(found, receivables),
  ...severalDebtorsDoubt(receivables.rows),
  ...versionsDoubt(receivables.rows),
  ...sameClaimDoubt(
    receivables.rows,
    header,
    found.lines.map((line) => line.cells),
  ),
  ...listDoubts(cells, listAsRead(header, found, receivables)),
];
