// Decides which column is read as which field: exact names first, then balances before billed amounts, codes before names, due dates
// before days overdue.

import { type LedgerColumn, type LedgerNote, note } from './found.ts';
import type { Header, Heading } from './header.ts';
import type { Role } from './vocabulary.ts';

/** The columns of the amount: one column, less others where only what was billed and what was paid are known. */
export interface AmountColumns {
  readonly amount: Heading;
  /** Columns that are subtracted; empty for a balance. */
  readonly less: readonly Heading[];
}

/** An age column: its heading, and the age it stands for as the label of a bucket. */
export interface AgeColumn {
  readonly heading: Heading;
  readonly bucket: string;
}

/** How the columns of a ledger are read. */
export interface ColumnMapping {
  readonly layout: 'open_items' | 'aging';
  /** The columns of the amount of an open-item list; null where none is found, and in an aging table. */
  readonly amount: AmountColumns | null;
  /** The column of every other field. */
  readonly fields: ReadonlyMap<string, Heading>;
  /** Age columns of an aging table. */
  readonly buckets: readonly AgeColumn[];
  /** The column with the total of a row of an aging table. */
  readonly total: Heading | null;
  /** Every column and its field, for the caller. */
  readonly columns: readonly LedgerColumn[];
  readonly doubts: readonly LedgerNote[];
}

/** Roles that lead to one field; the amount and the debtor have rules of their own. */
const SINGLE: readonly (readonly [role: Role, field: string])[] = [
  ['id', 'id'],
  ['due_date', 'due_date'],
  ['invoice_date', 'invoice_date'],
  ['overdue_days', 'overdue_days'],
  ['currency', 'currency'],
];

/** Collects the fields given to columns, with at most one doubt for each column. */
function assignment(headings: readonly Heading[]) {
  const given = new Map<number, { field: string; by: Heading['by'] }>();
  const doubts = new Map<number, LedgerNote>();
  const fields = new Map<string, Heading>();
  const doubt = ({ index, text }: Heading, code: string, ja: string, en: string): void =>
    void doubts.set(index, note(code, `「${text}」: ${ja}`, `"${text}": ${en}`));
  const give = (heading: Heading, field: string): void => {
    given.set(heading.index, { field, by: heading.by });
    if (field !== 'amount') fields.set(field, heading);
    if (heading.meaning?.doubt === undefined) return;
    const { code, text } = heading.meaning.doubt;
    doubt(heading, code, text.ja, text.en);
  };
  const unused = (heading: Heading, used: Heading): void =>
    heading.folded === used.folded
      ? doubt(
          heading,
          'repeated_column',
          '同じ見出しの列が二つあります。先の列を使います。',
          'the heading is there twice; the first column is used.',
        )
      : doubt(
          heading,
          'column_not_used',
          `「${used.text}」を使い、この列は使いません。`,
          `"${used.text}" is used instead.`,
        );
  return {
    fields,
    doubt,
    give,
    unused,
    certain: ({ index }: Heading): void => void doubts.delete(index),
    mark: ({ index }: Heading, by: Heading['by']): void => void given.set(index, { field: 'amount', by }),
    withdraw: ({ index }: Heading): void => void given.delete(index),
    columns: (): LedgerColumn[] =>
      headings.map(({ index, text }) => ({
        index,
        header: text,
        ...(given.get(index) ?? { field: null, by: null }),
        doubt: doubts.get(index)?.text ?? null,
      })),
    doubts: (): LedgerNote[] => [...doubts].sort(([one], [other]) => one - other).map(([, noted]) => noted),
  };
}

type Assignment = ReturnType<typeof assignment>;

/** Headings of a role that do not name a field exactly, the best word first. */
const ofRole = (headings: readonly Heading[], role: Role): Heading[] =>
  headings
    .flatMap((heading) => {
      const { meaning, field } = heading;
      return meaning?.role === role && field === undefined ? [{ heading, place: meaning.place }] : [];
    })
    .sort((a, b) => a.place - b.place || a.heading.index - b.heading.index)
    .map(({ heading }) => heading);

/** Gives every field to the column headed by its name; of two such columns the first is used. */
function giveNamed(headings: readonly Heading[], to: Assignment): Map<string, Heading> {
  const named = new Map<string, Heading>();
  for (const heading of headings) {
    if (heading.field === undefined) continue;
    const before = named.get(heading.field);
    if (before === undefined) {
      named.set(heading.field, heading);
      to.give(heading, heading.field);
    } else to.unused(heading, before);
  }
  return named;
}

/** Gives a field to the first of its candidates, unless a column has it by name. */
function giveOne(candidates: readonly Heading[], field: string, named: Heading | undefined, to: Assignment): void {
  const [first, ...rest] = named === undefined ? candidates : [named, ...candidates];
  if (first === undefined) return;
  if (named === undefined) to.give(first, field);
  // A second number or day of issue changes nothing; a second due date may.
  const matters = field !== 'id' && field !== 'invoice_date' && field !== 'debtor_id';
  for (const heading of rest) if (matters || heading.folded === first.folded) to.unused(heading, first);
}

/** The columns of the amount where there is no balance: what was billed, less what was paid. */
function billedLessPaid(headings: readonly Heading[], to: Assignment): AmountColumns | null {
  const [billed, ...others] = [...ofRole(headings, 'billed'), ...ofRole(headings, 'total')];
  if (billed === undefined) return null;
  const paid = ofRole(headings, 'paid');
  to.give(billed, 'amount');
  for (const heading of others) to.unused(heading, billed);
  // What is left over is known where payments are, so the doubt about the billed amount is settled.
  if (paid.length > 0) to.certain(billed);
  for (const heading of paid) {
    to.mark(heading, heading.by);
    to.doubt(
      heading,
      'amount_from_difference',
      `残高の列がないため、「${billed.text}」から差し引いた額を債権額とします。`,
      `there is no balance; it is subtracted from "${billed.text}".`,
    );
  }
  return { amount: billed, less: paid };
}

/** Decides as what every column of a table is read. */
export function mapColumns({ headings }: Header): ColumnMapping {
  const to = assignment(headings);
  const named = giveNamed(headings, to);
  for (const [role, field] of SINGLE) giveOne(ofRole(headings, role), field, named.get(field), to);
  const days = to.fields.get('overdue_days');
  if (days !== undefined && to.fields.has('due_date'))
    to.doubt(
      days,
      'days_beside_due_date',
      '支払期日がある行では支払期日を使います。',
      'the due date is used where a line has one.',
    );
  // A name is passed on only where there is no code to tell debtors apart.
  const codes = ofRole(headings, 'debtor_code');
  const debtors = codes.length > 0 || named.has('debtor_id') ? codes : ofRole(headings, 'debtor_name').slice(0, 1);
  giveOne(debtors, 'debtor_id', named.get('debtor_id'), to);

  const buckets = headings.flatMap((heading): AgeColumn[] =>
    heading.bucket === undefined ? [] : [{ heading, bucket: heading.bucket }],
  );
  const balances = ofRole(headings, 'balance');
  const total = named.get('amount') ?? balances[0] ?? ofRole(headings, 'total')[0];
  const dated = to.fields.has('due_date') || days !== undefined;
  // An invoice spread over age columns has its own due date; the ages then say nothing more.
  if (buckets.length >= 2 && !(dated && total !== undefined)) {
    for (const { heading } of buckets) to.mark(heading, 'bucket');
    if (total !== undefined) to.withdraw(total);
    const [first] = headings;
    if (!to.fields.has('debtor_id') && first?.text === '') to.give({ ...first, by: 'synonym' }, 'debtor_id');
    return {
      layout: 'aging',
      amount: null,
      fields: to.fields,
      buckets,
      total: total ?? null,
      columns: to.columns(),
      doubts: to.doubts(),
    };
  }
  const chosen = buckets.length >= 2 ? total : (named.get('amount') ?? balances[0]);
  if (chosen !== undefined) {
    if (!named.has('amount')) to.give(chosen, 'amount');
    for (const heading of balances) if (heading !== chosen) to.unused(heading, chosen);
    // The total of an invoice spread over its ages is what is open.
    if (buckets.length >= 2) to.certain(chosen);
  }
  return {
    layout: 'open_items',
    amount: chosen === undefined ? billedLessPaid(headings, to) : { amount: chosen, less: [] },
    fields: to.fields,
    buckets: [],
    total: null,
    columns: to.columns(),
    doubts: to.doubts(),
  };
}
