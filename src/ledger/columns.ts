// Which column is read as which field: exact names first, then balances before billed amounts, codes before names, due dates before days.

import type { Text } from '../claim/read.ts';
import { type LedgerColumn, type LedgerNote, note } from './found.ts';
import type { Header, Heading } from './header.ts';
import type { Role } from './vocabulary.ts';

/** Where the amount of a row stands: in one column, or as what was billed less what was paid. */
export interface AmountColumns {
  readonly at: number;
  readonly less: readonly number[];
}

/** How the columns of a ledger are read. */
export interface Plan {
  readonly layout: 'open_items' | 'aging';
  readonly amount: AmountColumns | null;
  /** Every other field with its column. */
  readonly fields: ReadonlyMap<string, number>;
  /** Ages of an aging table. */
  readonly buckets: readonly Heading[];
  /** The total of a row of an aging table. */
  readonly total: number | null;
  readonly columns: readonly LedgerColumn[];
  readonly doubts: readonly LedgerNote[];
}

interface Assigned {
  readonly field: string | null;
  readonly by: LedgerColumn['by'];
  readonly doubt: Text | null;
}

/** Roles that lead to one field, without the amount and the debtor. */
const SINGLE: readonly (readonly [role: Role, field: string])[] = [
  ['id', 'id'],
  ['due_date', 'due_date'],
  ['invoice_date', 'invoice_date'],
  ['overdue_days', 'overdue_days'],
  ['currency', 'currency'],
];

/** Decides what every column is read as. */
export function planOf({ headings }: Header): Plan {
  const assigned: Assigned[] = headings.map(() => ({ field: null, by: null, doubt: null }));
  const doubts: LedgerNote[] = [];
  const fields = new Map<string, number>();
  const doubt = (heading: Heading, code: string, ja: string, en: string): void => {
    const said = note(code, `「${heading.text}」: ${ja}`, `"${heading.text}": ${en}`);
    doubts.push(said);
    assigned[heading.index] = { ...assigned[heading.index]!, doubt: said.text };
  };
  const give = (heading: Heading, field: string): void => {
    assigned[heading.index] = { field, by: heading.by, doubt: null };
    if (heading.meaning?.doubt !== undefined) {
      const { code, text } = heading.meaning.doubt;
      doubt(heading, code, text.ja, text.en);
    }
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
  const ofRole = (role: Role): Heading[] =>
    headings
      .filter(({ meaning, field }) => meaning?.role === role && field === undefined)
      .sort((a, b) => a.meaning!.place - b.meaning!.place || a.index - b.index);

  const named = new Map<string, Heading>();
  for (const heading of headings) {
    if (heading.field === undefined) continue;
    const before = named.get(heading.field);
    if (before !== undefined) {
      unused(heading, before);
      continue;
    }
    named.set(heading.field, heading);
    if (heading.field !== 'amount') fields.set(heading.field, heading.index);
    give(heading, heading.field);
  }
  const takeOne = (candidates: readonly Heading[], field: string): void => {
    const byName = named.get(field);
    const [first, ...rest] = byName === undefined ? candidates : [byName, ...candidates];
    if (first === undefined) return;
    if (byName === undefined) {
      fields.set(field, first.index);
      give(first, field);
    }
    // A second number or day of issue changes nothing; a second due date may.
    const matters = field !== 'id' && field !== 'invoice_date' && field !== 'debtor_id';
    for (const heading of rest) if (matters || heading.folded === first.folded) unused(heading, first);
  };
  for (const [role, field] of SINGLE) takeOne(ofRole(role), field);
  const days = fields.get('overdue_days');
  if (days !== undefined && fields.has('due_date')) {
    // Whether they count from issue no longer matters much.
    const since = doubts.findIndex(({ code }) => code === 'days_since_unclear');
    if (since >= 0) doubts.splice(since, 1);
    doubt(
      headings[days]!,
      'days_beside_due_date',
      '支払期日がある行では支払期日を使います。',
      'the due date is used where a line has one.',
    );
  }
  // A name is passed on only where there is no code to tell debtors apart.
  const codes = ofRole('debtor_code');
  if (codes.length > 0 || named.has('debtor_id')) takeOne(codes, 'debtor_id');
  else {
    const [name] = ofRole('debtor_name');
    if (name !== undefined) takeOne([name], 'debtor_id');
  }

  const buckets = headings.filter(({ bucket }) => bucket !== undefined);
  const totals = ofRole('total');
  const balances = ofRole('balance');
  const rowAmount = named.get('amount') ?? balances[0] ?? totals[0];
  // An invoice spread over age columns has its own due date; the ages then say nothing more.
  const dated = fields.has('due_date') || fields.has('overdue_days');
  if (buckets.length >= 2 && !(dated && rowAmount !== undefined)) {
    for (const heading of buckets) assigned[heading.index] = { field: 'amount', by: 'bucket', doubt: null };
    const nameless = headings[0];
    if (!fields.has('debtor_id') && nameless?.text === '') {
      fields.set('debtor_id', 0);
      assigned[0] = { field: 'debtor_id', by: 'synonym', doubt: null };
    }
    const named_amount = named.get('amount');
    if (named_amount !== undefined) assigned[named_amount.index] = { field: null, by: null, doubt: null };
    return {
      layout: 'aging',
      amount: null,
      fields,
      buckets,
      total: rowAmount?.index ?? null,
      columns: columnsOf(headings, assigned),
      doubts,
    };
  }

  const billed = ofRole('billed');
  const paid = ofRole('paid');
  let amount: AmountColumns | null = null;
  const chosen = named.get('amount') ?? balances[0] ?? (buckets.length >= 2 ? totals[0] : undefined);
  if (chosen !== undefined) {
    amount = { at: chosen.index, less: [] };
    if (!named.has('amount')) give(chosen, 'amount');
    for (const heading of balances) if (heading !== chosen) unused(heading, chosen);
  } else {
    // The word that says "billed" goes before one that may be anything.
    const sure = [...billed.filter(({ folded }) => folded !== 'amount' && folded !== '金額'), ...billed, ...totals][0];
    if (sure !== undefined) {
      amount = { at: sure.index, less: paid.map(({ index }) => index) };
      give(sure, 'amount');
      for (const heading of billed) if (heading !== sure) unused(heading, sure);
      for (const heading of paid) {
        assigned[heading.index] = { field: 'amount', by: heading.by, doubt: null };
        doubt(
          heading,
          'amount_from_difference',
          `残高の列がないため、「${sure.text}」から差し引いた額を債権額とします。`,
          `there is no balance; it is subtracted from "${sure.text}".`,
        );
      }
      if (paid.length > 0) {
        // What is left over is known now, so the doubt about the billed amount is settled.
        assigned[sure.index] = { ...assigned[sure.index]!, doubt: null };
        const settled = doubts.findIndex(({ code }) => code === 'amount_may_be_billed');
        if (settled >= 0) doubts.splice(settled, 1);
      }
    }
  }
  return {
    layout: 'open_items',
    amount,
    fields,
    buckets: [],
    total: null,
    columns: columnsOf(headings, assigned),
    doubts,
  };
}

const columnsOf = (headings: readonly Heading[], assigned: readonly Assigned[]): LedgerColumn[] =>
  headings.map(({ index, text }) => ({ index, header: text, ...assigned[index]! }));
