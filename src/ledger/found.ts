// What is read from a ledger: its rows as requests, its columns, the lines left out, and the doubts.

import type { Day } from '../values/day.ts';
import type { Text } from '../values/text.ts';

/** A note on a ledger, or on one of its lines. */
export interface LedgerNote {
  /** Stable code. */
  readonly code: string;
  readonly text: Text;
  /** Line of the table, from 1. */
  readonly line?: number;
}

/** One receivable: flat fields of a request, with `id` and `debtor_id`. */
export interface LedgerRow {
  /** Line of the table, from 1; a line break inside quotes does not begin a new line. */
  readonly line: number;
  /** Amounts in whole units of currency as decimal text, days as ISO text; what cannot be read stays as it was written. */
  readonly record: Readonly<Record<string, string | number>>;
  readonly notes: readonly LedgerNote[];
}

/** A column of the table and the field it was read as. */
export interface LedgerColumn {
  /** Place of the column, from 0. */
  readonly index: number;
  /** Its heading as it is written. */
  readonly header: string;
  /** Field of a request, `id` or `debtor_id`; null when the column is not used. */
  readonly field: string | null;
  /** How the field was found: `given` by the caller, `values` by what stands in the column; null when the column is not used. */
  readonly by: 'name' | 'synonym' | 'preset' | 'bucket' | 'given' | 'values' | null;
  /** What is doubtful about it; null when nothing is. */
  readonly doubt: Text | null;
}

/**
 * Why a line is no receivable:
 * - `title`, `blank`, `total`, `group`: it never was one;
 * - `settled`: nothing is open on it, by its figures or because a credit used it up; `paid`: its status or its day of payment says so;
 * - `void`: cancelled, deleted or reversed; `draft`: not issued, or no invoice; `written_off`: given up in the books;
 * - `credit`: a credit note or a negative balance; `payment`: a receipt. Both reduce other lines where credits are netted;
 * - `transferred`: discounted, endorsed or sold, so that another holds it; `payable`: what we owe ourselves;
 * - `repeated`: the receivable of an earlier line again; `part`: an item, or the net amount or tax, of an invoice whose whole amount stands on
 *   another line; `other_table`: a line of another table below or beside, with other columns.
 */
export type WhyLeftOut =
  | 'title'
  | 'total'
  | 'group'
  | 'blank'
  | 'credit'
  | 'settled'
  | 'paid'
  | 'void'
  | 'draft'
  | 'written_off'
  | 'payment'
  | 'transferred'
  | 'payable'
  | 'repeated'
  | 'part'
  | 'other_table';

/** A line that is no receivable. Its original cells are those of the same `line` of the table. */
export interface LeftOut {
  /** Line of the table, from 1. */
  readonly line: number;
  readonly why: WhyLeftOut;
  /** Its cells as text, shortened. */
  readonly text: string;
  /** What in the line says so (its status), or what became of its amount (netted against which lines); absent where `why` says all. */
  readonly because?: Text;
}

/** A ledger as it was read. */
export interface Ledger {
  /** One line for each receivable, or one for each debtor with a column for each age. */
  readonly layout: 'open_items' | 'aging';
  /** Id of the accounting system whose headings these are; null when none is recognised. */
  readonly preset: string | null;
  /** Line of the headings, from 1. */
  readonly header_line: number;
  /** What the amounts of the table were multiplied by: 1, 1000, … */
  readonly unit: number;
  /** Day of the table where it says so. */
  readonly as_of: Day | null;
  readonly columns: readonly LedgerColumn[];
  /** Place of the column that names the debtors whose codes are read as `debtor_id`; null when there is none. */
  readonly name_column: number | null;
  readonly rows: readonly LedgerRow[];
  readonly left_out: readonly LeftOut[];
  readonly doubts: readonly LedgerNote[];
}

/** A note in both languages; `line` counts from 1 and is left out for a note on the whole ledger. */
export const note = (code: string, ja: string, en: string, line?: number): LedgerNote => ({
  code,
  text: { ja, en },
  ...(line === undefined ? {} : { line }),
});
