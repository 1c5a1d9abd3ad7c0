// An evaluated ledger as a sheet: what it comes to, the options recommended, what must not be missed, what is doubtful, and one line for
// each row. A workbook keeps the table of the caller: each of its cells as it came, what was read of it beside it, and the lines left out.

import { readDay } from '../fields/day.ts';
import { readAmount } from '../fields/number.ts';
import { type Cell, type Column, column, fact, type Part, type Sheet } from '../formats/format.ts';
import { describedFields, FIELD_LABELS } from '../request/composition.ts';
import type { Text } from '../values/text.ts';
import type { PortfolioSummary, RowAnswer } from './answer.ts';
import type { AnsweredLedger, ReadTable } from './answered.ts';
import type { FieldValues, RawRow } from './row.ts';
import { LINE_COLUMN, reportParts } from './sheet_parts.ts';

/** A column of a row before our values, and what stands in it. */
interface LeadingColumn extends Column {
  /** The cell of a row: `cells` are those of its line, `read` what was read of it. */
  readonly cell: (row: Partial<RowAnswer>, cells: readonly unknown[], read: FieldValues) => Cell;
}

const leading = (about: Column, cell: LeadingColumn['cell']): LeadingColumn => ({ ...about, cell });

const ID_COLUMN = column('id', { ja: 'ID', en: 'id' }, 'own');
const DEBTOR = column('debtor_id', { ja: '相手方', en: 'debtor' }, 'own');
const NOTES = column('notes', { ja: '除いた理由・読み取りの注意', en: 'why left out, notes on reading' }, 'text');

const lineColumn = leading(LINE_COLUMN, ({ line, index }) => line ?? (index === undefined ? undefined : index + 1));
const idColumn = leading(ID_COLUMN, ({ id }) => id ?? undefined);

/** Fields of a request whose value is a figure or a day. */
const FIGURES: ReadonlyMap<string, string> = new Map(
  describedFields().flatMap(({ name, kind }) =>
    ['amount', 'day', 'count', 'decimal'].includes(kind) ? [[name, kind] as const] : [],
  ),
);

/** Digits after the point that a cell may hold. */
const CELL_DIGITS = 4;

/** A figure or a day as it was read from a row; nothing where it could not be read. */
function figureOf(read: FieldValues, field: string): Cell {
  const value = read[field];
  if (value === undefined || value === null || value === '') return undefined;
  const reading = FIGURES.get(field) === 'day' ? readDay(value) : readAmount(value, CELL_DIGITS);
  if (reading.ok) return reading.value;
  return typeof value === 'number' ? value : /^-?\d+$/.test(String(value)) ? String(value) : undefined;
}

/** What was read as a field, beside what the caller wrote. */
function readColumn(field: string): LeadingColumn {
  const label = FIELD_LABELS.get(field) ?? { ja: field, en: field };
  const name = `read.${field}`;
  const title = { ja: `${label.ja}（読取値）`, en: `${label.en} (as read)` };
  const kind = FIGURES.get(field) === 'amount' ? 'amount' : 'plain';
  return leading(column(name, title, kind), (_, __, read) => figureOf(read, field));
}

/** The columns of the caller, each with what was read of it, and what was read of several of them together. */
function callerColumns({ caller, mapping }: ReadTable, records: readonly FieldValues[]): LeadingColumn[] {
  const width = caller.lines.reduce((most, { length }) => Math.max(most, length), caller.header.length);
  const fieldAt = new Map(mapping.columns.map(({ index, field, by }) => [index, by === 'bucket' ? null : field]));
  const held = new Set(records.flatMap((record) => Object.keys(record).filter((name) => FIGURES.has(name))));
  const beside = new Set([...fieldAt.values()].filter((field) => field !== null && held.has(field)));
  const own = Array.from({ length: width }, (_, i): LeadingColumn[] => {
    const text = String(caller.header[i] ?? '');
    const field = fieldAt.get(i) ?? null;
    return [
      leading(column(`own.${i}`, { ja: text, en: text }, 'own'), (__, cells) => scalar(cells[i])),
      ...(field !== null && beside.delete(field) ? [readColumn(field)] : []),
    ];
  });
  const others = [...held].filter((name) => !own.flat().some((one) => one.name === `read.${name}`));
  return [lineColumn, ...own.flat(), ...others.map(readColumn)];
}

const scalar = (value: unknown): Cell =>
  typeof value === 'number' || typeof value === 'boolean' ? value : value ? String(value) : undefined;

/** A line of the sheet: a row that was answered, or a line of the table that is no row. */
interface SheetLine {
  readonly row: RowAnswer | null;
  /** Line of the table, from 1. */
  readonly line: number;
}

/** The rows, and where the columns of the caller are kept, the lines that are no rows between them. */
function sheetLines({ rows, table, keepsColumns }: AnsweredLedger): SheetLine[] {
  const answered = rows.map((row): SheetLine => ({ row, line: row.line ?? row.index + 1 }));
  if (!table || !keepsColumns) return answered;
  const left = [...table.caller.left_out].flatMap(([line, why]): SheetLine[] =>
    why === '' ? [] : [{ row: null, line }],
  );
  // The sort is stable: the ages of one line stay in their order.
  return [...answered, ...left].sort((a, b) => a.line - b.line);
}

/** Our values of a row and how it was read. */
function ownCells({ row, line }: SheetLine, { fields, summary, table }: AnsweredLedger): Cell[] {
  const budgeted = summary.budget !== null;
  if (row === null)
    return [
      ...fields.map(() => undefined),
      ...(budgeted ? [undefined] : []),
      table?.caller.left_out.get(line),
      undefined,
      undefined,
    ];
  return [
    ...fields.map(({ name }) => row.result?.[name] ?? undefined),
    ...(budgeted ? [row.assigned?.label] : []),
    row.notes?.map(({ text }) => text).join(' / '),
    row.status,
    row.problem && (row.problem.errors?.map(({ detail }) => detail).join(' / ') ?? row.problem.detail),
  ];
}

/** What the ledger comes to, as figures that hold for the whole answer. */
function summaryFacts(summary: PortfolioSummary): Sheet['facts'] {
  const words = (ja: string, en: string): Text => ({ ja, en });
  return [
    fact('rows', words('行数', 'rows'), summary.rows),
    fact('failed', words('誤りのある行', 'rows with a problem'), summary.failed),
    fact('claims', words('判断した債権', 'claims decided'), summary.claims),
    fact('face', words('債権額', 'face'), summary.face, 'amount'),
    fact('net_value', words('期待額', 'net value'), summary.net_value, 'amount'),
    fact('over_waiting', words('静観との差', 'over waiting'), summary.over_waiting ?? undefined, 'amount'),
    fact('hours', words('社内の手間（時間）', 'hours of own time'), summary.hours),
    ...(summary.budget === null
      ? []
      : [
          fact('budget', words('使える時間', 'hours available'), summary.budget),
          fact(
            'price_of_one_more_hour',
            words('あと1時間の価値', 'value of one more hour'),
            summary.price_of_one_more_hour,
            'amount',
          ),
        ]),
    ...Object.entries(summary.by_option)
      .flatMap(([id, { label, count, face, net_value }]) => [
        fact(`count.${id}`, words(`${label}の件数`, `rows: ${label}`), count),
        fact(`face.${id}`, words(`${label}の債権額`, `face: ${label}`), face, 'amount'),
        fact(`net_value.${id}`, words(`${label}の期待額`, `net value: ${label}`), net_value, 'amount'),
      ])
      .map((one) => ({ ...one, tabled: true as const })),
  ];
}

const TITLE: Text = { ja: '売掛債権の回収方針', en: 'How to recover the ledger' };

/** The columns before our values: those of the caller where they are kept, else the line and the names of each row. */
function leadingColumns(
  { table, keepsColumns, rows }: AnsweredLedger,
  records: readonly FieldValues[],
): LeadingColumn[] {
  if (table && keepsColumns) return callerColumns(table, records);
  const debtor = leading(DEBTOR, ({ debtor_id }) => debtor_id ?? undefined);
  return [lineColumn, idColumn, ...(rows.some(({ debtor_id }) => debtor_id !== null) ? [debtor] : [])];
}

/** An answered ledger as a sheet. */
export function portfolioSheet(answered: AnsweredLedger): Sheet {
  const { meta, rows, summary, fields, lang, table } = answered;
  const entries = table && Array.isArray(table.entries) ? (table.entries as readonly RawRow[]) : [];
  const records = entries.map(({ given }) => (given ?? {}) as FieldValues);
  const lines = sheetLines(answered);
  const first = leadingColumns(answered, records);
  const amounts = first.filter(({ kind }) => kind === 'amount').map(({ name }) => name);
  const parts: Part[] = reportParts(answered);
  return {
    name: 'portfolio',
    value: { meta, rows, summary },
    title: TITLE[lang],
    headline: summary.text,
    facts: summaryFacts(summary),
    columns: [
      ...first.map(({ name, label, kind }) => ({ name, label, kind })),
      ...fields.map(({ name, label, kind }) => column(name, label, kind)),
      ...(summary.budget === null ? [] : [column('assigned_label', { ja: '時間内の手段', en: 'within the hours' })]),
      NOTES,
      column('status', { ja: '結果コード', en: 'status' }),
      column('problem', { ja: '誤り', en: 'problem' }, 'text'),
    ],
    rows: lines.map((one) => {
      const { row, line } = one;
      const cells = table?.caller.lines[line - 1] ?? [];
      const read = row === null ? {} : (records[row.index] ?? {});
      return [...first.map(({ cell }) => cell(row ?? { line }, cells, read)), ...ownCells(one, answered)];
    }),
    notes: [],
    origin: [
      fact('as_of', { ja: '基準日', en: 'day' }, meta.as_of),
      fact('law_version', { ja: '法令データの版', en: 'law version' }, meta.law_version),
      fact('model_version', { ja: 'モデルの版', en: 'model version' }, meta.model_version),
    ],
    parts,
    aside: new Set(lines.flatMap(({ row }, i) => (row === null ? [i] : []))),
    summed: [
      ...amounts,
      ...fields.filter(({ kind, not_summed }) => kind === 'amount' && not_summed !== true).map(({ name }) => name),
    ],
  };
}
