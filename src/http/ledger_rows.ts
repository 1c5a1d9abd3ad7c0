// The rows of a ledger as they are evaluated, from whatever it came as: a list, lines, or a table under names or headings.

import { readDay } from '../fields/day.ts';
import type { TableLimits } from '../ledger/file/cells.ts';
import type { Unreadable } from '../ledger/file/decode.ts';
import type { Ledger, LedgerNote } from '../ledger/found.ts';
import { ledgerSteps } from '../ledger/ledger.ts';
import { readNamedTable } from '../portfolio/columns.ts';
import { doubtsOf, type Mapping, mappingOf, type SourceFile } from '../portfolio/mapping.ts';
import type { RawRow } from '../portfolio/row.ts';
import type { CallerTable } from '../portfolio/writers.ts';
import { type FieldError, parameterError } from '../problem.ts';
import { repeatedPaths } from '../request/mistakes.ts';
import type { Day } from '../values/day.ts';
import type { Steps } from '../values/steps.ts';
import type { Lang, Text } from '../values/text.ts';
import { cellsOfJson, type LedgerBody, type TableCells, TooLarge } from './ledger_body.ts';
import { cellsOfRows } from './ledger_json.ts';
import { type LedgerQuery, readingOf } from './ledger_query.ts';
import { chooseSheet } from './ledger_sheet.ts';

/** The rows of a ledger, and what is known about how it was read. */
export interface LedgerRows {
  readonly entries: AsyncIterable<RawRow> | readonly RawRow[];
  /** The table they came in; none for rows and lines of JSON. */
  readonly caller?: CallerTable;
  /** It came as cells in JSON, and goes back so. */
  readonly asCells?: boolean;
  readonly ledger?: Mapping;
  /** What is doubtful about the table and its columns. */
  readonly doubts?: readonly LedgerNote[];
  /** The day of a ledger that says it. */
  readonly as_of?: string | undefined;
}

/** The rows, or what is wrong with them. */
export type LedgerRowsOrErrors =
  | LedgerRows
  | { readonly errors: readonly FieldError[] }
  | { readonly unreadable: Unreadable };

/** What the reading of a table needs beside the question. */
interface ReadingContext {
  readonly lang: Lang;
  /** A day near which the days of a table lie. */
  readonly today: Day;
  /** How long a table may be. */
  readonly limits: TableLimits;
  readonly doubts?: readonly LedgerNote[];
}

/** The rows of a body, or what is wrong with it. */
export function* rowsOf(body: LedgerBody, query: LedgerQuery, context: ReadingContext): Steps<LedgerRowsOrErrors> {
  const { lang } = context;
  if (body.kind === 'lines') return { entries: body.entries };
  if (body.kind === 'cells') return yield* fromCells(body.cells, query, context, body);
  if (body.kind === 'workbook') {
    const chosen = chooseSheet(body.sheets, query.data.sheet);
    if ('ok' in chosen) return { unreadable: chosen };
    const { sheet } = chosen;
    const doubts = [...chosen.doubts, ...(body.doubts ?? [])];
    return yield* fromCells(sheet.cells, query, { ...context, doubts }, { ...NO_TEXT, sheet: sheet.name });
  }
  if (body.repeated.length > 0) return { errors: repeatedPaths(body.repeated, lang) };
  const { rows, table } = body.body;
  const expected = {
    ja: 'rows（行のリスト）か table（セルの表）',
    en: 'rows, a list of rows, or table, lists of cells',
  }[lang];
  const wrong = (name: string, code: string, ja: string, en: string): LedgerRowsOrErrors => ({
    errors: [parameterError(name, code, lang === 'ja' ? ja : en, expected)],
  });
  if (rows === undefined && table === undefined)
    return wrong('rows', 'missing', '評価する行がありません。', 'There are no rows to evaluate.');
  if (rows !== undefined && table !== undefined)
    return wrong('table', 'repeated_parameter', 'rows と table の両方は書けません。', 'Give rows or table, not both.');
  if (rows !== undefined)
    return !Array.isArray(rows)
      ? wrong('rows', 'wrong_type', 'rows はリストで書いてください。', 'Write rows as a list.')
      : query.data.map !== undefined
        ? yield* mappedRows(rows, query, { ...context, doubts: body.doubts })
        : {
            entries: rows.map(
              (given: unknown, index): RawRow => ({ index, given, ...(index === 0 && { notes: body.doubts }) }),
            ),
          };
  const cells = cellsOfJson({ table }, lang);
  if ('code' in cells) return { errors: [cells] };
  const found = yield* fromCells(cells, query, context, NO_TEXT);
  return 'entries' in found ? { ...found, asCells: true } : found;
}

/** How a table was written that is no text. */
const NO_TEXT: SourceFile = { encoding: null, separator: null };

/** Rows of JSON whose members are headings of an accounting system: a table with one line for each. */
function* mappedRows(rows: readonly unknown[], query: LedgerQuery, context: ReadingContext): Steps<LedgerRowsOrErrors> {
  const found = yield* fromCells(cellsOfRows(rows), query, context, NO_TEXT);
  if (!('entries' in found) || !Array.isArray(found.entries)) return found;
  // They go back as rows and not as the table that they were read as.
  const { caller: _, ...rest } = found;
  // The first line of the table is that of the headings.
  const entries = (found.entries as readonly RawRow[]).map((row) => ({ ...row, line: (row.line ?? 2) - 1 }));
  return { ...rest, entries };
}

function* fromCells(
  cells: TableCells,
  { data, defaults }: LedgerQuery,
  { lang, today, limits, doubts = [] }: ReadingContext,
  file: SourceFile,
): Steps<LedgerRowsOrErrors> {
  if (data.map === undefined) {
    const read = readNamedTable(cells, lang, Object.keys(defaults));
    return 'errors' in read ? read : rowsOfLedger(read.ledger, read.caller, lang, file);
  }
  const valued = readDay(defaults.as_of);
  const known = { today, limits, ...(valued.ok ? { as_of: valued.value } : {}) };
  const read = yield* ledgerSteps(cells, { ...readingOf(data, known), sheet: file.sheet });
  if (!read.ok) return { unreadable: read };
  const { header_line, left_out } = read.ledger;
  const caller: CallerTable = {
    header: cells[header_line - 1] ?? [],
    header_line,
    lines: cells,
    left_out: new Map(left_out.map(({ line, why, because }) => [line, withCause(LEFT_OUT[why], because)[lang]])),
  };
  const ledger: Ledger = { ...read.ledger, doubts: [...doubts, ...read.ledger.doubts] };
  return rowsOfLedger(ledger, caller, lang, file);
}

/** The rows of a ledger. What is doubtful about the table stands on its first row, because the user looks at the rows. */
function rowsOfLedger(ledger: Ledger, caller: CallerTable, lang: Lang, file: SourceFile): LedgerRows {
  const doubts = doubtsOf(ledger);
  return {
    entries: ledger.rows.map(
      ({ line, record, notes }, index): RawRow => ({
        index,
        line,
        given: record,
        notes: index === 0 ? [...notes, ...doubts] : notes,
      }),
    ),
    caller: ledger.rows.length > 0 ? caller : withReasons(caller, doubts, lang),
    ledger: mappingOf(ledger, file, lang),
    doubts,
    as_of: ledger.as_of ?? undefined,
  };
}

/** A table without rows, whose first line left out says what is doubtful. */
function withReasons(caller: CallerTable, doubts: readonly LedgerNote[], lang: Lang): CallerTable {
  const [first] = caller.left_out;
  if (first === undefined || doubts.length === 0) return caller;
  const [line, why] = first;
  const texts = [why, ...doubts.map(({ text }) => text[lang])].filter((text) => text !== '');
  return { ...caller, left_out: new Map([...caller.left_out, [line, texts.join(' / ')]]) };
}

/** Why a line is no row, with what in it says so. */
const withCause = (why: Text, because: Text | undefined): Text =>
  because === undefined ? why : { ja: `${why.ja}（${because.ja}）`, en: `${why.en} (${because.en})` };

/** Why a line of a ledger is no row. */
const LEFT_OUT: Readonly<Record<Ledger['left_out'][number]['why'], { ja: string; en: string }>> = {
  title: { ja: '表題', en: 'title' },
  total: { ja: '合計行', en: 'total' },
  group: { ja: '見出し行', en: 'group heading' },
  blank: { ja: '', en: '' },
  credit: { ja: '残高がマイナスのため対象外', en: 'left out: credit balance' },
  settled: { ja: '残高がないため対象外', en: 'left out: settled' },
  paid: { ja: '入金済みのため対象外', en: 'left out: paid' },
  void: { ja: '取消のため対象外', en: 'left out: void' },
  draft: { ja: '未発行のため対象外', en: 'left out: draft' },
  written_off: { ja: '償却済みのため対象外', en: 'left out: written off' },
  payment: { ja: '入金の行のため対象外', en: 'left out: payment' },
  payable: { ja: '当方の債務のため対象外', en: 'left out: payable' },
  transferred: { ja: '割引・裏書・譲渡済みのため対象外', en: 'left out: discounted, endorsed or sold' },
  repeated: { ja: '前の行と同じ債権のため対象外', en: 'left out: repeated' },
  part: { ja: '請求書の内訳のため対象外', en: 'left out: part of an invoice' },
  other_table: { ja: '列の違う別の表のため対象外', en: 'left out: another table' },
};

/** Rows that arrive, up to a number of them. */
export async function* upTo(entries: AsyncIterable<RawRow>, most: number): AsyncGenerator<RawRow> {
  for await (const entry of entries) {
    if (entry.index >= most) throw new TooLarge();
    yield entry;
  }
}
