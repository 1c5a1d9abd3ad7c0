// Lists that repeat the balance of each debtor for one day or month after another, as files that grow do.

import { textOf } from '../cells/figures.ts';
import type { CellTable } from '../cells/profile.ts';
import type { ColumnMapping } from '../columns/columns.ts';
import { type LedgerNote, note } from '../found.ts';
import type { Header } from '../headings/header.ts';

const OF_DAYS =
  /^(?:(?:対象|集計|処理|計上|締め?)?年月日?|(?:基準|集計|処理|締め?)(?:日|月)|月度?|年度|as ?(?:of|at)|month(?: ?end)?|(?:period|snapshot|report(?:ing)?)(?: (?:date|end))?|year)$/i;

/** The doubts that balances stand there for several days or months, in a column or in lists below each other; none where they do not. */
export const snapshotDoubt = (header: Header, mapping: ColumnMapping, cells: CellTable): LedgerNote[] => [
  ...daysDoubt(header, mapping, cells.slice(header.row + header.height)),
  ...timesBelowDoubt(cells, header),
];

/** The doubt that balances of debtors stand there for several days or months. */
function daysDoubt({ headings }: Header, mapping: ColumnMapping, rows: CellTable): LedgerNote[] {
  const { amount, names, fields } = mapping;
  const days = headings.find(({ text }) => OF_DAYS.test(text));
  const [name] = names;
  if (days === undefined || name === undefined || amount?.amount.meaning?.role !== 'balance' || fields.has('id'))
    return [];
  const seen = new Map<string, Set<string>>();
  for (const row of rows) {
    const [debtor, day] = [textOf(row[name.index]), textOf(row[days.index])];
    if (debtor === '' || day === '') continue;
    const known = seen.get(debtor) ?? new Set();
    // Two claims of one day are no snapshots.
    if (known.has(day)) return [];
    seen.set(debtor, known.add(day));
  }
  return [...seen.values()].every(({ size }) => size < 2)
    ? []
    : [
        note(
          'balances_of_days',
          `「${days.text}」ごとに同じ相手の残高があります。時点ごとの残高なら重複して数えています。最新の分だけを送ってください。`,
          `Debtors have a balance for each of several "${days.text}". If these are one balance at several times, it is counted more than once: send the latest alone.`,
        ),
      ];
}

/** Titles of a list as it stood on one day, or in this month and the last. */
const OF_TIME =
  /^[^\p{L}\d]*(?:.*(?:\d月末日?|年度?末|期末|月度?残高?|現在|時点).*|[当今前先]々?[月期年]度?(?:末|分|残高?)?|.*\b(?:as (?:of|at)|month[- ]end|this month|last month|(?:current|prior|previous) (?:month|year|period))\b.*)[^\p{L}\d]*$/iu;

/** The doubt that a list stands there as it was at several times, one below another; none where it does not. */
function timesBelowDoubt(cells: CellTable, { headings }: Header): LedgerNote[] {
  const filled = headings.filter(({ text }) => text !== '');
  const titles = cells.flatMap((row, i) =>
    i > 0 && filled.every(({ index, text }) => textOf(row[index]) === text)
      ? [(cells[i - 1] ?? []).map(textOf).filter(Boolean).join(' ').slice(0, 60)]
      : [],
  );
  return titles.length < 2 || new Set(titles).size < titles.length || !titles.every((title) => OF_TIME.test(title))
    ? []
    : [
        note(
          'balances_of_days',
          `「${titles.slice(0, 3).join('」「')}」の表が縦に並んでいます。同じ債権の別の時点なら重複して数えています。最新の分だけを送ってください。`,
          `The lists "${titles.slice(0, 3).join('", "')}" stand below each other. If they are the same claims at several times, these are counted more than once: send the latest alone.`,
        ),
      ];
}
