// A ledger of which every row has been answered, as the sheet and the report on it take it.

import type { LedgerNote } from '../ledger/found.ts';
import type { FlatField } from '../report/flat.ts';
import type { Lang } from '../values/text.ts';
import type { PortfolioMeta, PortfolioSummary, RowAnswer } from './answer.ts';
import type { Mapping } from './mapping.ts';
import type { RawRow } from './row.ts';
import type { CallerTable } from './writers.ts';

/** The table in which a ledger came, how its columns were read, and its rows as they were read. */
export interface ReadTable {
  readonly caller: CallerTable;
  readonly mapping: Mapping;
  /** What is doubtful about the table and its columns. */
  readonly doubts: readonly LedgerNote[];
  readonly entries: AsyncIterable<RawRow> | readonly RawRow[];
}

/** A ledger of which every row has been answered. */
export interface AnsweredLedger {
  readonly meta: PortfolioMeta;
  readonly rows: readonly RowAnswer[];
  readonly summary: PortfolioSummary;
  /** The values wanted of each row. */
  readonly fields: readonly FlatField[];
  readonly lang: Lang;
  /** The table in which it came, where it came in one. */
  readonly table?: ReadTable;
  /** Whether the columns of that table are kept. */
  readonly keepsColumns: boolean;
}
