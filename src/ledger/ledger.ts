// Reads a receivables ledger as accounting systems export it: finds the headings, maps the columns, reads figures and days, and leaves out
// totals, groups and credits with their reason. No line is lost: what cannot be read stays as it was written.

import { didYouMean, nearest } from '../fields/nearest.ts';
import { echo } from '../fields/reading.ts';
import type { Day } from '../values/day.ts';
import { finish, type Steps } from '../values/steps.ts';
import { currencyOfGroup, currencyOfTitle } from './cells/currencies.ts';
import { type DateOrder, textOf } from './cells/figures.ts';
import type { CellTable } from './cells/profile.ts';
import { type PaymentTerms, readTerms } from './cells/terms.ts';
import { asOfLine, mentionsUnit, unitOfLine } from './cells/titles.ts';
import { type ColumnMapping, mapColumns, nameColumn } from './columns/columns.ts';
import { turnedCells, turnedDoubt, unfoldedBlocks } from './file/blocks.ts';
import {
  CELL_MAX,
  COLUMNS_MAX,
  cellTooLong,
  rowLimitExceeded,
  SHORT_TABLE,
  type TableLimits,
  tooManyColumns,
} from './file/cells.ts';
import { type Unreadable, unreadable } from './file/decode.ts';
import { type Ledger, type LedgerNote, note } from './found.ts';
import { withCodesRead } from './headings/code_legends.ts';
import { findHeader, type Header, headingKey, isColumnField } from './headings/header.ts';
import { headingsAbove } from './headings/headings_below.ts';
import { legendDoubt, titleDoubt } from './headings/legends.ts';
import { taxSaidDoubt } from './headings/list_words.ts';
import { PRESETS } from './headings/presets.ts';
import { readAging } from './lines/aging.ts';
import { doubtsOfList, missingDoubts } from './lines/list_doubts.ts';
import { numberKindsDoubt } from './lines/number_kinds.ts';
import { type CreditRule, readOpenItems } from './lines/open_items.ts';
import { withPromises } from './lines/promises.ts';
import { readReceivableLines } from './lines/records.ts';
import { remarksDoubts } from './lines/remarks.ts';
import { ofOwnTable } from './table/sections.ts';
import { regroupedCells, struckDoubt, unwrappedCells } from './table/shifted.ts';
import { snapshotDoubt } from './table/snapshots.ts';
import { joinedDays } from './table/split_days.ts';
import { joinedFigures } from './table/split_figures.ts';
import { joinedNames } from './table/split_names.ts';
import { stackedTable } from './table/stacked.ts';
import { dayAssumed } from './table/table_day.ts';
import {
  centsRefused,
  isFromAbroad,
  matrixRefused,
  measuresRefused,
  otherListRefused,
  payablesRefused,
  statedCurrency,
} from './table/whole_table.ts';

/** A ledger, or why it cannot be read. */
export type LedgerResult = { readonly ok: true; readonly ledger: Ledger } | Unreadable;

/** How the caller wants a ledger to be read. */
export interface LedgerReading {
  /** Id of the accounting system; found by the headings without it, or with `auto`. */
  readonly preset?: string;
  /** Order of days such as 3/4/2026; without it, what a column itself forces. */
  readonly date_order?: DateOrder;
  /** What every amount of the table is multiplied by; without it, what the table says. */
  readonly unit?: number;
  /** What becomes of credits and receipts: netted against the claims of their debtor, or (without it) left out. */
  readonly credits?: CreditRule;
  /** Terms of payment of lines without a due date, such as 月末締め翌月末払い or Net 30. */
  readonly terms?: string;
  /** Headings that the caller gives a field to, where words do not decide. */
  readonly columns?: readonly GivenColumn[];
  /** Name of its sheet, which may be that of the currency of its amounts. */
  readonly sheet?: string | undefined;
  /** A day near which the days of the table lie, by which years of two digits are told. */
  readonly today?: Day;
  /** The day on which it is valued, where the caller names one. */
  readonly as_of?: Day;
  /** How long the table may be. */
  readonly limits?: TableLimits;
}

/** A heading and the field that the caller gives it. */
export interface GivenColumn {
  readonly field: string;
  readonly heading: string;
}

/** The first limit that a table exceeds; undefined when it exceeds none. */
function exceededLimit(cells: CellTable, limits: TableLimits): Unreadable | undefined {
  if (cells.length > limits.lines) return rowLimitExceeded('lines', limits);
  for (const [i, row] of cells.entries()) {
    if (row.length > COLUMNS_MAX) return tooManyColumns(i + 1, row.length);
    const long = row.find((cell): cell is string => typeof cell === 'string' && cell.length > CELL_MAX);
    if (long !== undefined) return cellTooLong(i + 1, row.indexOf(long) + 1, long.length);
  }
  return undefined;
}

/** The rows that may say something about the table as a whole: those above the headings, and short ones below. */
const rowsBesideTable = (cells: CellTable, header: Header): CellTable => [
  ...cells.filter(
    (row, i) => i < header.row || (i > header.row && row.filter((cell) => textOf(cell) !== '').length <= 2),
  ),
  bracketsOf(header),
];

/** What brackets in headings say of the table and not of a column of money: those that stand alone, and those over debtors and numbers. */
const bracketsOf = ({ headings }: Header): string[] =>
  headings.flatMap(({ text, folded, meaning }) =>
    folded === ''
      ? [text]
      : /^(?:debtor_|id$)/.test(meaning?.role ?? '')
        ? (/[([（【〔].+[)\]）】〕]/.exec(text.slice(0, 100))?.[0] ?? [])
        : [],
  );

/** The short rows between the lines of a table, which say something about those below them alone. */
function betweenLines(body: CellTable): ReadonlySet<CellTable[number]> {
  const isLine = (row: readonly unknown[]): boolean => row.filter((cell) => textOf(cell) !== '').length > 2;
  const [first, last] = [body.findIndex(isLine), body.findLastIndex(isLine)];
  return new Set(first < 0 ? [] : body.slice(first, last).filter((row) => !isLine(row)));
}

/** Why a table without headings cannot be read. */
function noHeader(cells: CellTable): Unreadable {
  const first = cells.find((row) => row.some((cell) => textOf(cell) !== ''));
  if (first === undefined) return unreadable('empty_ledger', '表が空です。', 'The table is empty.');
  const matrix = cells
    .slice(0, 20)
    .map((row, i) => matrixRefused(row.map(textOf), cells.slice(i + 1)))
    .find((one) => one !== undefined);
  if (matrix !== undefined) return matrix;
  return unreadable(
    'no_header',
    `見出しの行が見つかりません。最初の行は「${echo(first.map(textOf).join(' '))}」です。`,
    `No line of headings is found. The first line is "${echo(first.map(textOf).join(' '))}".`,
    {
      ja: '残高・支払期日・得意先コードなど、知られた見出しが2つ以上ある行',
      en: 'a line with at least two known headings, such as Balance and Due date',
    },
  );
}

/** Reads a ledger as `ledgerSteps` does, at once. */
export const readLedger = (table: CellTable, how: LedgerReading = {}): LedgerResult => finish(ledgerSteps(table, how));

/**
 * Reads a ledger from the cells of its table: text from a file, or numbers, texts and empty cells from a spreadsheet. Every record holds
 * flat fields of a request, with `id` and `debtor_id`; amounts in whole units of currency as decimal text, days in ISO text. `line`
 * counts the rows of the table from 1.
 */
export function* ledgerSteps(table: CellTable, how: LedgerReading = {}): Steps<LedgerResult> {
  const tooMuch = exceededLimit(table, how.limits ?? SHORT_TABLE);
  if (tooMuch !== undefined) return tooMuch;
  const turned = turnedCells(table);
  const flat = regroupedCells(joinedNames(joinedDays(joinedFigures(unwrappedCells(turned ?? unfoldedBlocks(table))))));
  // Headings that the caller names are those of the file.
  const stacked = turned === undefined && how.columns === undefined ? stackedTable(flat.cells) : undefined;
  const cells = stacked?.cells ?? flat.cells;
  const wanted = PRESETS.find(({ id }) => id === how.preset);
  if (how.preset !== undefined && how.preset !== 'auto' && wanted === undefined) {
    const known = PRESETS.map(({ id }) => id);
    const near = didYouMean(nearest(how.preset, known));
    return unreadable(
      'unknown_preset',
      `「${echo(how.preset)}」という会計システムはありません。${near.ja}`,
      `There is no accounting system "${echo(how.preset)}".${near.en}`,
      { ja: known.join('、'), en: `one of ${known.join(', ')}` },
    );
  }
  if (how.unit !== undefined && !(Number.isSafeInteger(how.unit) && how.unit >= 1))
    return unreadable('unknown_unit', '単位は1以上の整数です。', 'A unit is a whole number of 1 or more.', {
      ja: '1、1000、1000000 など',
      en: 'such as 1, 1000 or 1000000',
    });
  const terms = how.terms === undefined ? undefined : readTerms(how.terms);
  if (how.terms !== undefined && terms === undefined) return unknownTerms(how.terms);
  const given = new Map((how.columns ?? []).map(({ field, heading }) => [headingKey(heading), field]));
  const found = findHeader(cells, wanted, given);
  if (found === undefined) return noHeader(cells);
  const moved = turned === undefined ? headingsAbove(cells, found, stacked?.lines) : undefined;
  const header = moved === undefined || moved.cells === cells ? found : findHeader(moved.cells, wanted, given);
  if (header === undefined) return noHeader(cells);
  const absent = absentColumn(header, how.columns ?? []);
  if (absent !== undefined) return absent;
  return yield* readTable(moved?.cells ?? cells, header, how, {
    terms,
    regrouped: flat.columns,
    turned: [
      ...struckDoubt(table),
      ...(turned === undefined ? (stacked?.doubts ?? []) : [turnedDoubt()]),
      ...(moved?.doubts ?? []),
    ],
    lines: moved !== undefined && moved.cells !== cells ? moved.lines : stacked?.lines,
  });
}

/** The refusal of terms that cannot be read. */
const unknownTerms = (terms: string): Unreadable =>
  unreadable(
    'unknown_terms',
    `支払条件「${echo(terms)}」は読めません。`,
    `The terms of payment "${echo(terms)}" cannot be read.`,
    {
      ja: '月末締め翌月末払い、20日締め翌月10日、Net 30 など',
      en: 'such as Net 30, or closing day and month of payment in Japanese',
    },
  );

/** The refusal of a heading or field that the caller names and that is not there; undefined where all are. */
function absentColumn({ headings }: Header, columns: readonly GivenColumn[]): Unreadable | undefined {
  const texts = new Set(headings.map(({ text }) => headingKey(text)));
  const absent = columns.find(({ heading }) => !texts.has(headingKey(heading)));
  const unknown = columns.find(({ field }) => !isColumnField(field));
  if (absent !== undefined)
    return unreadable(
      'unknown_column',
      `「${echo(absent.heading)}」という見出しはありません。`,
      `There is no heading "${echo(absent.heading)}".`,
      {
        ja: headings
          .map(({ text }) => text)
          .filter(Boolean)
          .slice(0, 20)
          .map(echo)
          .join('、'),
        en: `one of ${headings
          .map(({ text }) => text)
          .filter(Boolean)
          .slice(0, 20)
          .map(echo)
          .join(', ')}`,
      },
    );
  return unknown === undefined
    ? undefined
    : unreadable(
        'unknown_column',
        `「${echo(unknown.field)}」という項目はありません。`,
        `There is no field "${echo(unknown.field)}".`,
        { ja: 'id、debtor_id、amount、due_date などの項目', en: 'a field such as id, debtor_id, amount or due_date' },
      );
}

const isBareFigure = (cell: unknown): boolean => /^[^\p{L}\d]*\d[\d,.]*\D?$/u.test(textOf(cell));

/** The units that the lines beside a table state, and the doubts about them. A line of two cells with an amount states none. */
function unitOfTable(
  { rows, body }: { readonly rows: CellTable; readonly body: CellTable },
  { amount, total }: ColumnMapping,
  wanted: number | undefined,
  doubts: LedgerNote[],
): number {
  const places = [amount?.amount, total].flatMap((one) => one?.index ?? []);
  const between = betweenLines(body);
  const beside = rows.filter(
    (row) => row.filter((cell) => textOf(cell) !== '').length > 2 || !places.some((i) => isBareFigure(row[i])),
  );
  const stated = new Set(beside.flatMap((row) => (between.has(row) ? [] : (unitOfLine(row) ?? []))));
  const ofParts = beside.flatMap((row) => (between.has(row) ? (unitOfLine(row) ?? []) : []));
  if ((stated.size > 1 || ofParts.some((unit) => unit !== ([...stated][0] ?? 1))) && wanted === undefined)
    doubts.push(
      note(
        'units_differ',
        '表に複数の単位が書かれています。1つの単位で読みました。',
        'The table states more than one unit; all of it is read in one.',
      ),
    );
  if (stated.size === 0 && wanted === undefined && beside.some(mentionsUnit))
    doubts.push(
      note(
        'unit_in_note',
        '注記に千円・百万円などの単位がありますが、表の金額の単位とは読みません。違うときは、円で書くか unit を付けてください。',
        'A note speaks of thousands or millions; it is not taken for the unit of the amounts. Write yen, or say unit, if it is.',
      ),
    );
  return wanted ?? [...stated][0] ?? 1;
}

/** The doubt that figures of columns that are read are grouped by lakhs and crores; none where none is. */
function regroupedDoubt({ columns }: ColumnMapping, regrouped: ReadonlySet<number>): LedgerNote[] {
  const read = columns.filter(({ index, field }) => field === 'amount' && regrouped.has(index));
  return read.length === 0
    ? []
    : [
        note(
          'grouped_by_lakhs',
          `「${read.map(({ header }) => header).join('」「')}」の金額は 1,25,000 のようなインド式の桁区切りとして読みます。`,
          `The amounts under ${read.map(({ header }) => `"${header}"`).join(', ')} are read as grouped by lakhs, such as 1,25,000.`,
        ),
      ];
}

/** The doubt that a list in a language of countries without yen names no currency. */
const currencyDoubt = (): LedgerNote =>
  note(
    'currency_not_stated',
    '通貨が書かれていないため、円として読みました。',
    'The table names no currency; its amounts are read as yen.',
  );

/** The currency that the lines beside a table, its headings without words or the name of its sheet state; undefined where none does. */
const currencyOfTable = (beside: CellTable, header: Header, sheet: string | undefined): string | undefined =>
  beside
    .slice(0, header.row)
    .map(currencyOfTitle)
    .find((one) => one !== undefined) ??
  statedCurrency(beside.slice(header.row).filter((row) => currencyOfGroup(row) === undefined)) ??
  statedCurrency(bracketsOf(header).map((text) => [text])) ??
  currencyOfGroup([sheet]);

/** What was settled about a table before its columns are read. */
interface TablePreparation {
  readonly terms: PaymentTerms | undefined;
  /** Columns whose figures are grouped by lakhs. */
  readonly regrouped: ReadonlySet<number>;
  /** The doubt that it was turned or stacked; empty where it was not. */
  readonly turned: readonly LedgerNote[];
  /** The line of every row in the file, where rows were put elsewhere. */
  readonly lines: readonly number[] | undefined;
}

/** Reads a table below the headings that were found. */
function* readTable(
  written: CellTable,
  headed: Header,
  how: LedgerReading,
  { terms, regrouped, turned, lines }: TablePreparation,
): Steps<LedgerResult> {
  const { cells, header, doubts: ofCodes } = withCodesRead(written, headed);
  const body = cells.slice(header.row + header.height);
  yield;
  const mapping = mapColumns(header, ofOwnTable(body, header));
  yield;
  const beside = rowsBesideTable(cells, header);
  const upper = cells.slice(0, header.row + 1).flat();
  const titles = [...upper.map(textOf), how.sheet ?? ''].join(' ').slice(0, 2000);
  const doubts: LedgerNote[] = [...turned, ...ofCodes, ...mapping.doubts, ...regroupedDoubt(mapping, regrouped)];
  const unit = unitOfTable({ rows: beside, body }, mapping, how.unit, doubts);
  const currency = currencyOfTable(beside, header, how.sheet);
  const isAbroad = currency === undefined && isFromAbroad(header, mapping);
  if (isAbroad) doubts.push(currencyDoubt());
  const above = cells.slice(0, header.row).flat().map(textOf).join(' ').slice(0, 2000);
  const refused =
    payablesRefused({ above, titles }, header, mapping) ??
    otherListRefused(above, header, mapping, body) ??
    measuresRefused(header, body) ??
    matrixRefused(
      header.headings.flatMap(({ by, text }) => (by === null ? [text] : [])),
      body,
    ) ??
    (how.unit === undefined ? centsRefused(body, mapping, { unit, currency, isAbroad }) : undefined);
  if (refused !== undefined) return refused;
  let as_of: Day | null = beside.map((row) => asOfLine(row, how.date_order)).find((day) => day !== undefined) ?? null;
  if (as_of === null && mapping.layout === 'aging') {
    const assumed = dayAssumed(mapping, titles, how.as_of ?? how.today);
    as_of = assumed?.day ?? null;
    doubts.push(...(assumed === undefined ? [] : [assumed.doubt]));
  }
  const today = as_of ?? how.today;
  const found = yield* readReceivableLines(cells, header, mapping, {
    unit,
    order: how.date_order,
    today,
    currency,
    terms,
    lines,
  });
  const { credits = 'leave', limits = SHORT_TABLE } = how;
  const receivables =
    mapping.layout === 'aging'
      ? readAging(found.lines, header, mapping, { unit, as_of, titles, credits, most: limits.rows })
      : yield* readOpenItems(found.lines, mapping, { unit, rule: credits, totals: found.totals });
  if (receivables.rows.length > limits.rows) return rowLimitExceeded('receivables', limits);
  const promises = withPromises(
    receivables.rows,
    new Map(found.lines.flatMap(({ line, promised }) => (promised === undefined ? [] : [[line, promised]]))),
    how.as_of ?? today,
  );
  return {
    ok: true,
    ledger: {
      layout: mapping.layout,
      preset: header.preset?.id ?? null,
      header_line: header.row + 1,
      unit: receivables.unit,
      as_of,
      columns: mapping.columns,
      name_column: nameColumn(mapping),
      rows: promises.rows,
      left_out: [...found.left_out, ...receivables.left_out].sort((a, b) => a.line - b.line),
      doubts: [
        ...doubts,
        ...found.doubts,
        ...receivables.doubts,
        ...promises.doubts,
        ...remarksDoubts(promises.rows),
        ...missingDoubts(mapping, receivables.rows, found.doubts),
        ...titleDoubt(`${above} ${how.sheet ?? ''}`, mapping.states),
        ...legendDoubt(header.headings, body, beside),
        ...(mapping.amount?.tax === undefined ? taxSaidDoubt([[mapping.amount?.amount.text ?? ''], ...beside]) : []),
        ...snapshotDoubt(header, mapping, cells),
        ...numberKindsDoubt(receivables.rows, mapping.states),
        ...doubtsOfList(lines === undefined ? written : [], header, found, receivables),
      ],
    },
  };
}
