// An answer as delimited text: an evaluation has one row per option, best first and closed ones last. New columns are only ever appended,
// because people select columns by position; a caller may choose columns and the language of the first line.

import type { Report } from '../report/report.ts';
import type { Text } from '../values/text.ts';
import type { Cell, Column, Dialect, Fact, Layout, Sheet, TextFormat } from './format.ts';

/** Whether a cell is filtered as text or written as it is: our own figures and codes are, so that -1234 stays a number, and shares of one. */
type CellKind = 'text' | 'plain' | 'share';

type EvaluationColumn = readonly [
  name: string,
  ja: string,
  en: string,
  kind: CellKind,
  of: (option: Report['options'][number], report: Report) => Cell,
];

const EVALUATION_COLUMNS: readonly EvaluationColumn[] = [
  ['rank', '順位', 'rank', 'plain', (option) => option.rank],
  ['option', '手段コード', 'option code', 'plain', (option) => option.id],
  ['option_label', '手段', 'option', 'text', (option) => option.label],
  ['status', '状態', 'status', 'plain', (option) => option.status],
  ['net_value', '期待額', 'net value', 'plain', (option) => option.net_value],
  ['stand_alone_value', '単独の期待額', 'alone', 'plain', (option) => option.stand_alone_value],
  ['p10', '下位10%', 'P10', 'plain', (option) => option.p10],
  ['p50', '中央値', 'P50', 'plain', (option) => option.p50],
  ['p90', '上位10%', 'P90', 'plain', (option) => option.p90],
  ['chance_of_loss', '費用倒れの確率', 'chance of loss', 'share', (option) => option.chance_of_loss],
  ['chance_paid_in_full', '全額回収の確率', 'chance paid in full', 'share', (option) => option.chance_paid_in_full],
  ['months_to_cash', '入金までの月数', 'months to cash', 'plain', (option) => option.months_to_cash],
  ['effort_hours', '社内の手間（時間）', 'hours of own time', 'plain', (option) => option.effort_hours],
  ['blocked_reason', '使えない理由', 'why closed', 'text', (option) => option.bars.map((bar) => bar.text).join(' / ')],
  ['currency', '通貨', 'currency', 'plain', (_, { meta }) => meta.currency],
  ['as_of', '基準日', 'as of', 'plain', (_, { meta }) => meta.as_of],
  ['model_version', 'モデルの版', 'model version', 'plain', (_, { meta }) => meta.model_version],
  ['law_version', '法令データの版', 'law version', 'plain', (_, { meta }) => meta.law_version],
  ['assumptions_version', '前提の版', 'assumptions version', 'plain', (_, { meta }) => meta.assumptions_version],
  ['input_hash', '入力ハッシュ', 'input hash', 'plain', (_, { meta }) => meta.input_hash],
  ['warnings', '注意', 'warnings', 'text', (_, { warnings }) => warnings.map((warning) => warning.text).join(' / ')],
  ['certainty_equivalent', '確実性等価額', 'certainty equivalent', 'plain', (option) => option.certainty_equivalent],
  ['chance_best', '最も有利である確率', 'chance best', 'share', (option) => option.chance_best],
  ['chance_level', '最も有利か互角である確率', 'chance best or tied', 'share', (option) => option.chance_level],
  ['estimate_p10', '前提を変えた期待額の下位10%', 'estimate P10', 'plain', (option) => option.estimate?.p10],
  ['estimate_p90', '前提を変えた期待額の上位10%', 'estimate P90', 'plain', (option) => option.estimate?.p90],
  ['break_even', '採算の分かれ目', 'break-even', 'text', (option) => option.break_even_notes?.join(' / ')],
  ['why_not', '選ばれない理由', 'why not', 'text', (option) => option.why_not?.text],
  ['family', '方法', 'family', 'plain', (option) => option.family],
  ['tied', '互角', 'tied with the first', 'plain', (option) => option.tied],
  ['tie_note', '互角の手段の利点', 'what speaks for it', 'text', (option) => option.tie_note],
  ['status_label', '状態（言葉）', 'status in words', 'text', (option) => option.status_label],
];

/** Names of the columns of an evaluation, in their order. */
export const COLUMN_NAMES: readonly string[] = EVALUATION_COLUMNS.map(([name]) => name);

/** The text in quotation marks, with those inside doubled. */
const inMarks = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Comma-separated values: quotes a cell where RFC 4180 asks for it. */
export const COMMAS: Dialect = {
  separator: ',',
  end: '\r\n',
  guarded: (text) => (/[",\r\n]/.test(text) ? inMarks(text) : text),
};

/**
 * Tab-separated values as a clipboard holds them: a tab or a line break inside a cell becomes a space, because nothing is inMarks. A cell
 * that begins with a quotation mark is, because readers would take the mark for the beginning of a inMarks cell.
 */
export const TABS: Dialect = {
  separator: '\t',
  end: '\n',
  guarded: (text) => {
    const flat = text.replaceAll(/[\t\r\n]+/g, ' ');
    return flat.startsWith('"') ? inMarks(flat) : flat;
  },
};

const ACTIVE = new Set('=+-@＝＋－＠\t\r\n');

/** The text with an apostrophe before it where a spreadsheet would run it as a formula; any other text unchanged. */
export function inert(text: string): string {
  const first = text.trimStart()[0];
  return ACTIVE.has(text[0] ?? '') || (first !== undefined && ACTIVE.has(first)) ? `'${text}` : text;
}

/** The text of one cell in a dialect; empty where there is no value. Only a `text` is kept from running as a formula. */
export function delimitedCell(value: Cell, kind: Column['kind'], { guarded }: Dialect): string {
  if (value === null || value === undefined) return '';
  return guarded(kind === 'text' ? inert(String(value)) : String(value));
}

/** Marks a file as UTF-8 for programs that would guess otherwise. What a cell fetches never carries it, because it would show there. */
export const BYTE_ORDER_MARK = '\ufeff';

/** A table before it is written: its first line (null for none), and the values of each row with their kinds. */
export interface Grid {
  readonly head: readonly string[] | null;
  readonly rows: readonly (readonly { readonly value: Cell; readonly kind: CellKind }[])[];
}

function delimitedGrid({ head, rows }: Grid, dialect: Dialect, { download }: Layout): string {
  const { separator, end } = dialect;
  const lines = [
    ...(head === null ? [] : [head.map((text) => delimitedCell(text, 'text', dialect))]),
    ...rows.map((row) => row.map(({ value, kind }) => delimitedCell(value, kind, dialect))),
  ];
  return `${download ? BYTE_ORDER_MARK : ''}${lines.map((line) => `${line.join(separator)}${end}`).join('')}`;
}

/** The heading of a column: its name for people where the layout asks for a language, otherwise its name on the wire (`key`). */
export const columnHeading = (key: string, label: Text, { header }: Layout): string =>
  header === 'ja' || header === 'en' ? label[header] : key;

function evaluationColumn(name: string): EvaluationColumn {
  const column = EVALUATION_COLUMNS.find(([own]) => own === name);
  if (column === undefined) throw new RangeError(`an evaluation has no column ${name}`);
  return column;
}

/** An evaluation as a grid, with the columns that the layout asks for. Throws a `RangeError` for a column that does not exist. */
export function evaluationGrid(report: Report, layout: Layout): Grid {
  const columns = layout.out === null ? EVALUATION_COLUMNS : layout.out.map(evaluationColumn);
  return {
    head: layout.header === null ? null : columns.map(([name, ja, en]) => columnHeading(name, { ja, en }, layout)),
    rows: report.options.map((option) => columns.map(([, , , kind, of]) => ({ value: of(option, report), kind }))),
  };
}

/** An evaluation as delimited text. */
const evaluationTable = (report: Report, layout: Layout, dialect: Dialect): string =>
  delimitedGrid(evaluationGrid(report, layout), dialect, layout);

/** Stands in a table for a figure that is not known: a spreadsheet would count an empty cell as 0. */
export const UNKNOWN = 'unknown';

const NOTES_COLUMN = { name: 'notes', label: { ja: '注意', en: 'notes' }, kind: 'text' } as const;

/** A small answer as a grid: every row holds the facts, the cells of the row, the notes, and what it was computed with. */
function sheetGrid(sheet: Sheet, layout: Layout): Grid {
  const { facts, columns, rows, notes, origin } = sheet;
  const all = [...facts, ...columns, NOTES_COLUMN, ...origin];
  const cells = (values: readonly Cell[]) =>
    values.map((value, index) => {
      const kind: CellKind = all[index]?.kind === 'text' || all[index]?.kind === 'own' ? 'text' : 'plain';
      return { value: value === null ? UNKNOWN : value, kind };
    });
  const values = (stated: readonly Fact[]): Cell[] => stated.map(({ value }) => value);
  // An answer without lines still has its figures.
  const lines = rows.length === 0 ? [columns.map(() => undefined)] : rows;
  return {
    head: layout.header === null ? null : all.map(({ name, label }) => columnHeading(name, label, layout)),
    rows: lines.map((line) => cells([...values(facts), ...line, notes.join(' / '), ...values(origin)])),
  };
}

/** A small answer as delimited text. */
const sheetTable = (sheet: Sheet, layout: Layout, dialect: Dialect): string =>
  delimitedGrid(sheetGrid(sheet, layout), dialect, layout);

/** A format that writes tables in a dialect. */
export const delimitedFormat = (
  dialect: Dialect,
  names: Pick<TextFormat, 'extension' | 'media_type' | 'label'>,
): TextFormat => ({
  ...names,
  columns: COLUMN_NAMES,
  dialect,
  write: (report, _, layout) => evaluationTable(report, layout, dialect),
  writeSheet: (sheet, _, layout) => sheetTable(sheet, layout, dialect),
});
