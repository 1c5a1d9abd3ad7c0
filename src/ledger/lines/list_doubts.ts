// What is to be said of a list once its claims are read: columns that nobody finds, a total that its lines do not reach, words about the
// whole of it.

import { groupsBy } from '../../values/groups.ts';
import { grouped } from '../../values/text.ts';
import { textOf } from '../cells/figures.ts';
import type { CellTable } from '../cells/profile.ts';
import type { ColumnMapping } from '../columns/columns.ts';
import { type LedgerNote, type LedgerRow, note } from '../found.ts';
import type { Header } from '../headings/header.ts';
import { listDoubts, type ReadList, sameClaimDoubt, severalDebtorsDoubt } from '../headings/list_words.ts';
import { type Receivables, sumOfKnown } from './open_items.ts';
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

/**
 * The doubt that lines without a number are the same in every cell, and no total says that each of them counts; none where none are. Lines of
 * two groups are those of two.
 */
function sameLinesDoubt({ lines, marks, totals }: ReceivableLines, { rows, sums, stated }: Receivables): LedgerNote[] {
  const last = totals.at(-1);
  if (last !== undefined && stated(last.cells) === sumOfKnown(sums)) return [];
  const unnumbered = new Set(
    rows.flatMap(({ line, record: { id, debtor_id } }) => (id === undefined && debtor_id !== undefined ? [line] : [])),
  );
  if (unnumbered.size < 2) return [];
  let group = 0;
  const placed = lines.map(({ line, cells }, i) => {
    if (marks.has(i)) group++;
    return { line, cells, group };
  });
  const same = groupsBy(
    placed.filter(({ line }) => unnumbered.has(line)),
    (one) => `${one.group} ${one.cells.map(textOf).join('\t')}`,
  ).filter((alike) => alike.length > 1);
  const at = same[0]?.slice(0, 3).map(({ line }) => line);
  const count = same.reduce((sum, alike) => sum + alike.length - 1, 0);
  return at === undefined
    ? []
    : [
        note(
          'same_lines',
          `番号がなく、内容がまったく同じ行が${count}行あります（${at.join('・')}行目など）。別々の債権として数えました。二重なら除いてください。`,
          `${count} line${count === 1 ? ' is' : 's are'} the same as another in every cell, without a number (lines ${at.join(', ')}). Each counts; remove what is there twice.`,
          at[1],
        ),
      ];
}

/** The doubt that no line, or some do not, name their debtor. `told` are the doubts that lines have raised already. */
function debtorDoubt(rows: readonly LedgerRow[], told: readonly LedgerNote[]): LedgerNote[] {
  const missing = rows.filter(({ record }) => record.debtor_id === undefined);
  const [first] = missing;
  if (first === undefined || rows.length === 1) return [];
  if (missing.length === rows.length)
    return [
      note(
        'no_debtor',
        '相手方の列が見つかりません。行ごとに別の相手として判断します。columns=debtor_id:見出し で列を示せます。',
        'No column of debtors is found. Every line is decided as if it had a debtor of its own. Name it: columns=debtor_id:heading.',
      ),
    ];
  if (told.some(({ code }) => code === 'debtor_is_error' || code === 'unnamed_lines_read')) return [];
  const count = missing.length;
  return [
    note(
      'debtor_missing',
      `相手方のない行が${count}行あります（${first.line}行目など）。行ごとに別の相手として判断します。相手方を書いてください。`,
      `${count} line${count === 1 ? ' names' : 's name'} no debtor (line ${first.line}${count === 1 ? '' : ' first'}) and ${count === 1 ? 'is decided as if it' : 'are decided as if each'} had one of its own. Write who owes.`,
      first.line,
    ),
  ];
}

/** The doubts that no column holds the amount, none a due date or days overdue, or none the debtor. */
export function missingDoubts(
  { layout, amount, fields, states }: ColumnMapping,
  rows: readonly LedgerRow[],
  told: readonly LedgerNote[],
): LedgerNote[] {
  const nobody = debtorDoubt(rows, told);
  if (layout === 'aging') return nobody;
  const isDated = fields.has('due_date') || fields.has('overdue_days');
  const isKnown =
    isDated || rows.some(({ record }) => record.due_date !== undefined || record.overdue_days !== undefined);
  const [terms] = states.get('terms') ?? [];
  return [
    ...(amount === null
      ? [
          note(
            'no_amount',
            '残高の列が見つかりません。columns=amount:見出し で列を示してください。',
            'No column of balances is found. Name it: columns=amount:heading.',
          ),
        ]
      : []),
    ...(isKnown
      ? []
      : [
          note(
            'no_due_date',
            '支払期日や滞留日数の列が見つかりません。請求締日は支払期日ではありません。columns=due_date:見出し で列を示してください。',
            'No column of due dates or of days overdue is found. A closing day is no due date. Name it: columns=due_date:heading.',
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
  ...sameLinesDoubt(found, receivables),
  ...severalDebtorsDoubt(receivables.rows),
  ...versionsDoubt(receivables.rows),
  ...sameClaimDoubt(
    receivables.rows,
    header,
    found.lines.map((line) => line.cells),
  ),
  ...listDoubts(cells, listAsRead(header, found, receivables)),
];
