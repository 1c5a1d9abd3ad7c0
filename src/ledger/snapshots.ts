// Lists that repeat the balance of each debtor for one day or month after another, as files that grow do.

import type { ColumnMapping } from './columns.ts';
import { textOf } from './figures.ts';
import { type LedgerNote, note } from './found.ts';
import type { Header } from './header.ts';
import type { CellTable } from './profile.ts';

const OF_DAYS =
  /^(?:(?:対象|集計|処理|計上|締め?)?年月日?|(?:基準|集計|処理|締め?)(?:日|月)|月度?|年度|as ?(?:of|at)|month(?: ?end)?|(?:period|snapshot|report(?:ing)?)(?: (?:date|end))?|year)$/i;

/** The doubt that balances of debtors stand there for several days or months; none where they do not. */
export function snapshotDoubt({ headings }: Header, mapping: ColumnMapping, rows: CellTable): LedgerNote[] {
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
