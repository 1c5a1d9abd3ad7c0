// Writes an evaluated ledger while its rows pass: as JSON, as one row of JSON a line, or as the caller's own table with our columns behind
// it, line for line.

import type { Dialect, Layout } from '../formats/format.ts';
import { BYTE_ORDER_MARK, columnHeading, delimitedCell, inert } from '../formats/table.ts';
import { errorText, type Problem } from '../problem.ts';
import type { FlatField, FlatValue } from '../report/flat.ts';
import type { Lang } from '../values/text.ts';
import type { PortfolioMeta, PortfolioSummary, RowAnswer } from './answer.ts';

/**
 * Writes an evaluated ledger piece by piece: `head` once, `row` for each answer in order, `foot` once. Where the work breaks off, `broken`
 * takes the place of the foot, so that what was written can still be read and says why it ends.
 */
export interface PortfolioWriter {
  readonly head: () => string;
  readonly row: (answer: RowAnswer) => string;
  readonly foot: (summary: PortfolioSummary) => string;
  readonly broken: (problem: Problem) => string;
}

/** The beginning of a JSON answer, up to the first member of its list. */
const opening = (meta: PortfolioMeta, ledger: unknown, list: 'rows' | 'table'): string =>
  `{"meta":${JSON.stringify(meta)},${ledger === undefined ? '' : `"ledger":${JSON.stringify(ledger)},`}"${list}":[`;

/** A function that writes the members of a JSON list one after another. */
function listWriter(): (member: unknown) => string {
  let between = '';
  return (member) => {
    const text = `${between}${JSON.stringify(member)}`;
    between = ',\n';
    return text;
  };
}

/** Writes one JSON object with a list of rows. `ledger` says how a file was read, where one was. */
export const jsonRows = (meta: PortfolioMeta, ledger: unknown): PortfolioWriter => ({
  head: () => opening(meta, ledger, 'rows'),
  row: listWriter(),
  foot: (summary) => `],"summary":${JSON.stringify(summary)}}`,
  broken: (problem) => `],"problem":${JSON.stringify(problem)}}`,
});

/** Writes one row a line (NDJSON); the last line holds meta, how a file was read, where one was, and the summary. */
export const jsonLines = (meta: PortfolioMeta, ledger: unknown): PortfolioWriter => ({
  head: () => '',
  row: (answer) => `${JSON.stringify(answer)}\n`,
  foot: (summary) => `${JSON.stringify({ meta, ...(ledger === undefined ? {} : { ledger }), summary })}\n`,
  broken: (problem) => `${JSON.stringify({ problem })}\n`,
});

/** A table as the caller sent it. */
export interface CallerTable {
  /** Names of its columns. */
  readonly header: readonly unknown[];
  /** Line of the names, from 1; lines above are titles. */
  readonly header_line: number;
  /** Every line, the names included. */
  readonly lines: readonly (readonly unknown[])[];
  /** Why a line is no row. */
  readonly left_out: ReadonlyMap<number, string>;
}

/** The columns added to a table: the values wanted, what to do within the hours, and the status of the row. */
interface AddedColumns {
  readonly fields: readonly FlatField[];
  readonly budgeted: boolean;
}

const STATUS_COLUMNS = [
  { name: 'decided_with', label: { ja: '一緒に判断した行数', en: 'rows decided together' } },
  { name: 'status', label: { ja: '結果コード', en: 'status' } },
  { name: 'problem', label: { ja: '誤り', en: 'problem' } },
] as const;

/** Notes on how a row was read, where the values wanted do not hold them. */
const ROW_NOTES_COLUMN = { name: 'notes', label: { ja: '読み取りの注意', en: 'notes on reading' } } as const;
const needsNotesColumn = (fields: readonly FlatField[]): boolean => fields.every(({ name }) => name !== 'warnings');

const ASSIGNED_COLUMNS = [
  { name: 'assigned', label: { ja: '時間内の手段コード', en: 'option within the hours' } },
  { name: 'assigned_label', label: { ja: '時間内の手段', en: 'name of the option within the hours' } },
  { name: 'assigned_net', label: { ja: '時間内の期待額', en: 'net value within the hours' } },
  { name: 'assigned_hours', label: { ja: '割り当てる時間', en: 'hours assigned' } },
] as const;

/** What our columns hold on one line of a table. Several rows of one line (the buckets of an aging list) are one line again. */
interface TableLine {
  readonly values: readonly { readonly value: FlatValue; readonly kind: FlatField['kind'] }[];
  readonly assigned: readonly FlatValue[];
  /** How many rows were decided together. */
  readonly decidedWith: FlatValue;
  readonly notes: string;
  readonly status: number;
  readonly problem: Problem | null;
}

function tableLine(answers: readonly RowAnswer[], { fields, budgeted }: AddedColumns): TableLine {
  const good = answers.filter(({ result }) => result !== undefined);
  const bad = answers.find(({ problem }) => problem !== undefined);
  const [largest] = [...good].sort((a, b) => largestAmount(b, fields) - largestAmount(a, fields));
  const total = (of: (answer: RowAnswer) => FlatValue | undefined): FlatValue => {
    const [first, ...others] = good.map(of).filter((value) => value !== null && value !== undefined);
    if (first === undefined || others.length === 0) return first ?? null;
    return String(others.reduce<number>((sum, value) => sum + Number(value), Number(first)));
  };
  const notes = [...new Set(answers.flatMap((answer) => (answer.notes ?? []).map(({ text }) => text)))].join(' / ');
  const fieldValue = ({ name, kind }: FlatField): FlatValue =>
    kind === 'amount' ? total(({ result }) => result?.[name]) : (largest?.result?.[name] ?? null);
  const assigned = budgeted
    ? [
        largest?.assigned?.option ?? null,
        largest?.assigned?.label ?? null,
        total((answer) => answer.assigned?.net_value),
        total((answer) => answer.assigned?.hours),
      ]
    : [];
  return {
    // A line that cannot be evaluated still says how it was read.
    values: fields.map((field) => ({
      value: bad ? (field.name === 'warnings' ? notes : null) : fieldValue(field),
      kind: field.kind,
    })),
    assigned: bad ? assigned.map(() => null) : assigned,
    decidedWith: largest?.decided_rows ?? null,
    notes,
    status: bad?.status ?? 200,
    problem: bad?.problem ?? null,
  };
}

/** The largest amount of a row, which decides whose texts a line of several rows shows. */
const largestAmount = ({ result }: RowAnswer, fields: readonly FlatField[]): number =>
  Math.max(
    0,
    ...fields.filter(({ kind }) => kind === 'amount').map(({ name }) => Math.abs(Number(result?.[name] ?? 0))),
  );

/** Every mistake of a row in one cell. */
const problemText = ({ code, detail, errors }: Problem): string =>
  errors === undefined ? `${code} ${detail}` : errors.map((error) => `${error.code} ${error.detail}`).join(' / ');

/** Writes every line of the caller's table in order by `line`, as soon as its rows have been answered, and its headings by `header`. */
function lineByLine(
  { lines, header_line }: CallerTable,
  line: (number: number, answers: readonly RowAnswer[]) => string,
  header: () => string,
): Pick<PortfolioWriter, 'row' | 'foot'> {
  let next = 1;
  let held: RowAnswer[] = [];
  const upTo = (end: number): string => {
    let text = '';
    for (; next < end; next++) {
      const own = held[0]?.line === next ? held : [];
      text += next === header_line ? header() : line(next, own);
      if (own.length > 0) held = [];
    }
    return text;
  };
  return {
    row: (answer) => {
      const text = upTo(answer.line ?? next);
      held.push(answer);
      return text;
    },
    foot: () => upTo(lines.length + 1),
  };
}

/** Most characters of a number; a longer text is none, and is not searched for one. */
const NUMBER_LENGTH_MAX = 40;
const isPlainNumber = (text: string): boolean => text.length <= NUMBER_LENGTH_MAX && /^[-+]?[\d,]*\.?\d+%?$/.test(text);

/** A cell of the caller as a table may hold it: no formula in it runs, and control characters are left out. */
function callerText(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = String(value).replaceAll(/(?![\t\n\r])\p{Cc}/gu, '');
  return typeof value === 'number' || isPlainNumber(text) ? text : inert(text);
}

/** The added part of a table: how many columns it has, their headings, and their cells on a line. */
function addedCells(columns: AddedColumns, dialect: Dialect, layout: Layout) {
  const { fields, budgeted } = columns;
  const noted = needsNotesColumn(fields);
  const own = [
    ...fields,
    ...(budgeted ? ASSIGNED_COLUMNS : []),
    ...(noted ? [ROW_NOTES_COLUMN] : []),
    ...STATUS_COLUMNS,
  ];
  return {
    width: own.length,
    names: own.map(({ name, label }) => delimitedCell(columnHeading(name, label, layout), 'text', dialect)),
    cells: (answers: readonly RowAnswer[]): string[] => {
      const line = tableLine(answers, columns);
      return [
        ...line.values.map(({ value, kind }) => delimitedCell(value, kind, dialect)),
        ...line.assigned.map((value) => delimitedCell(value, 'plain', dialect)),
        ...(noted ? [delimitedCell(line.notes, 'text', dialect)] : []),
        delimitedCell(line.decidedWith, 'plain', dialect),
        String(line.status),
        delimitedCell(line.problem === null ? '' : problemText(line.problem), 'text', dialect),
      ];
    },
  };
}

const joiner =
  ({ separator, end }: Dialect) =>
  (cells: readonly string[]): string =>
    `${cells.join(separator)}${end}`;

const byteOrderMark = ({ download }: Layout): string => (download ? BYTE_ORDER_MARK : '');

/** Writes the caller's table as delimited text, with our columns behind its own. */
export function tableText(
  caller: CallerTable,
  columns: AddedColumns,
  dialect: Dialect,
  layout: Layout,
): PortfolioWriter {
  const width = caller.lines.reduce((most, { length }) => Math.max(most, length), 0);
  const joined = joiner(dialect);
  const theirs = (cells: readonly unknown[]): string[] =>
    Array.from({ length: width }, (_, i) => dialect.guarded(callerText(cells[i])));
  const { names, cells: own, width: ownWidth } = addedCells(columns, dialect, layout);
  const blank = Array.from({ length: ownWidth - 1 }, () => '');
  const ownLine = (number: number, answers: readonly RowAnswer[]): string => {
    const cells = theirs(caller.lines[number - 1] ?? []);
    const why = caller.left_out.get(number) ?? '';
    return joined([
      ...cells,
      ...(answers.length === 0 ? [...blank, delimitedCell(why, 'text', dialect)] : own(answers)),
    ]);
  };
  const header = () => (layout.header === null ? '' : joined([...theirs(caller.header), ...names]));
  return {
    head: () => byteOrderMark(layout),
    ...lineByLine(caller, ownLine, header),
    broken: (problem) => joined([...theirs([]), ...own([brokenRow(problem)])]),
  };
}

/** Writes rows that came as JSON as delimited text: their ids, then our columns. */
export function rowsText(columns: AddedColumns, dialect: Dialect, layout: Layout): PortfolioWriter {
  const joined = joiner(dialect);
  const { names, cells } = addedCells(columns, dialect, layout);
  const name = (value: string | null) => dialect.guarded(callerText(value));
  return {
    head: () => `${byteOrderMark(layout)}${layout.header === null ? '' : joined(['id', 'debtor_id', ...names])}`,
    row: (answer) => joined([name(answer.id), name(answer.debtor_id), ...cells([answer])]),
    foot: () => '',
    broken: (problem) => joined(['', '', ...cells([brokenRow(problem)])]),
  };
}

/** A line that is no row and says why there are no more. */
const brokenRow = (problem: Problem): RowAnswer => ({
  index: 0,
  id: null,
  debtor_id: null,
  status: problem.status,
  problem,
});

/** What an answer with a table of values holds beside it, and how it is laid out. */
interface TableAnswer {
  readonly meta: PortfolioMeta;
  /** How the table was read. */
  readonly ledger: unknown;
  readonly layout: Layout;
  readonly lang: Lang;
}

/** Writes one JSON object with our values for every line of a table, for a formula that fills the cells beside it. */
export function tableValues(caller: CallerTable, columns: AddedColumns, answer: TableAnswer): PortfolioWriter {
  const { meta, ledger, layout, lang } = answer;
  const { fields, budgeted } = columns;
  const own = [...fields, ...(budgeted ? ASSIGNED_COLUMNS : [])];
  const line = listWriter();
  const headings = () =>
    layout.header === null ? '' : line(own.map(({ name, label }) => columnHeading(name, label, layout)));
  const empty = own.map(() => '');
  const values = (number: number, answers: readonly RowAnswer[]): string => {
    if (answers.length === 0) return line([caller.left_out.get(number) ?? '', ...empty.slice(1)]);
    const { values: known, assigned, problem } = tableLine(answers, columns);
    if (problem !== null) return line([errorCell(problem, lang), ...empty.slice(1)]);
    return line([
      ...known.map(({ value, kind }) => (kind === 'amount' && value !== null ? Number(value) : (value ?? ''))),
      ...assigned.map((value, i) => (i >= 2 && value !== null ? Number(value) : (value ?? ''))),
    ]);
  };
  const { row, foot } = lineByLine(caller, values, headings);
  return {
    head: () => opening(meta, ledger, 'table'),
    row,
    foot: (summary) => `${foot(summary)}],"summary":${JSON.stringify(summary)}}`,
    broken: (problem) =>
      `${line([errorCell(problem, lang), ...empty.slice(1)])}],"problem":${JSON.stringify(problem)}}`,
  };
}

/** The text of a cell that reports a problem; it begins with `ERR`. */
const errorCell = ({ code, detail, errors }: Problem, lang: Lang): string =>
  errors === undefined ? `ERR ${code} ${detail}` : errorText(errors, lang);
