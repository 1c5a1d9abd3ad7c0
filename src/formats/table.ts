// The answer as a table, whatever separates its cells: one row per option, best first, closed ones last. Columns are only ever appended,
// because people select them by position; a caller may name those wanted, and the language of the first line.

import type { Report } from '../report/report.ts';
import type { Text } from '../values/text.ts';
import type { Cell, Dialect, Fact, Layout, Sheet, Column as SheetColumn } from './format.ts';

type Option = Report['options'][number];

/** Texts are filtered; figures and codes of ours are written as they are, so that -1234 stays a number. */
type Kind = 'text' | 'plain';

type Column = readonly [name: string, ja: string, en: string, kind: Kind, of: (option: Option, report: Report) => Cell];

const COLUMNS: readonly Column[] = [
  ['rank', '順位', 'rank', 'plain', (option) => option.rank],
  ['option', '手段コード', 'option code', 'plain', (option) => option.id],
  ['option_label', '手段', 'option', 'text', (option) => option.label],
  ['status', '状態', 'status', 'plain', (option) => option.status],
  ['net_value', '期待正味額', 'net value', 'plain', (option) => option.net_value],
  ['stand_alone_value', '単独の見込み', 'alone', 'plain', (option) => option.stand_alone_value],
  ['p10', '下位10%', 'P10', 'plain', (option) => option.p10],
  ['p50', '中央値', 'P50', 'plain', (option) => option.p50],
  ['p90', '上位10%', 'P90', 'plain', (option) => option.p90],
  ['chance_of_loss', '費用倒れの見込み', 'chance of loss', 'plain', (option) => option.chance_of_loss],
  ['chance_paid_in_full', '全額回収の見込み', 'chance paid in full', 'plain', (option) => option.chance_paid_in_full],
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
  ['chance_best', '最も有利な見込み', 'chance best', 'plain', (option) => option.chance_best],
  ['chance_level', '最も有利か互角の見込み', 'chance best or tied', 'plain', (option) => option.chance_level],
  ['estimate_p10', '前提を変えた見込みの下位10%', 'estimate P10', 'plain', (option) => option.estimate?.p10],
  ['estimate_p90', '前提を変えた見込みの上位10%', 'estimate P90', 'plain', (option) => option.estimate?.p90],
  ['break_even', '採算の分かれ目', 'break-even', 'text', (option) => option.break_even_notes.join(' / ')],
  ['why_not', '選ばれない理由', 'why not', 'text', (option) => option.why_not?.text],
  ['family', '方法', 'family', 'plain', (option) => option.family],
  ['tied', '互角', 'tied with the first', 'plain', (option) => option.tied],
  ['tie_note', '互角の手段の利点', 'what speaks for it', 'text', (option) => option.tie_note],
];

/** Names of the columns of an evaluation, in their order. */
export const COLUMN_NAMES: readonly string[] = COLUMNS.map(([name]) => name);

/** Commas after RFC 4180, quoted where it asks for it. */
export const COMMAS: Dialect = {
  separator: ',',
  end: '\r\n',
  guarded: (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text),
};

/** Tabs as on a clipboard: nothing can be quoted there. */
export const TABS: Dialect = {
  separator: '\t',
  end: '\n',
  guarded: (text) => text.replaceAll(/[\t\r\n]+/g, ' '),
};

const ACTIVE = new Set('=+-@＝＋－＠\t\r\n');

/** Takes the meaning away from text that a spreadsheet would run as a formula. */
export function inert(text: string): string {
  const first = text.trimStart()[0];
  return ACTIVE.has(text[0] ?? '') || (first !== undefined && ACTIVE.has(first)) ? `'${text}` : text;
}

/** One cell. */
export function cell(value: Cell, kind: SheetColumn['kind'], { guarded }: Dialect): string {
  if (value === null || value === undefined) return '';
  return guarded(kind === 'text' ? inert(String(value)) : String(value));
}

/** Marks a file as UTF-8 for programs that would guess otherwise; never on what a cell fetches. */
export const BYTE_ORDER_MARK = '\ufeff';

/** A table before it is written: its first line, if it has one, and values with their kinds. */
export interface Grid {
  readonly head: readonly string[] | null;
  readonly rows: readonly (readonly { readonly value: Cell; readonly kind: Kind }[])[];
}

function written({ head, rows }: Grid, dialect: Dialect, { download }: Layout): string {
  const { separator, end } = dialect;
  const lines = [
    ...(head === null ? [] : [head.map((text) => cell(text, 'text', dialect))]),
    ...rows.map((row) => row.map(({ value, kind }) => cell(value, kind, dialect))),
  ];
  return `${download ? BYTE_ORDER_MARK : ''}${lines.map((line) => `${line.join(separator)}${end}`).join('')}`;
}

/** The first line: names on the wire, or names for people. */
export const heading = (key: string, label: Text, { header }: Layout): string =>
  header === 'ja' || header === 'en' ? label[header] : key;

/** An evaluation before it is written. */
export function evaluationGrid(report: Report, layout: Layout): Grid {
  const wanted = layout.out;
  const columns = wanted === null ? COLUMNS : wanted.map((name) => COLUMNS.find((column) => column[0] === name)!);
  return {
    head: layout.header === null ? null : columns.map(([name, ja, en]) => heading(name, { ja, en }, layout)),
    rows: report.options.map((option) => columns.map(([, , , kind, of]) => ({ value: of(option, report), kind }))),
  };
}

/** An evaluation as a table. */
export const evaluationTable = (report: Report, layout: Layout, dialect: Dialect): string =>
  written(evaluationGrid(report, layout), dialect, layout);

/** In a spreadsheet an empty cell counts as 0, so that a figure nobody knows is written as a word. */
export const UNKNOWN = 'unknown';

const NOTES = { name: 'notes', label: { ja: '注意', en: 'notes' }, kind: 'text' } as const;

/** A small answer before it is written: its figures on every row, then the cells of the row, notes, and what it was computed with. */
function sheetGrid(sheet: Sheet, layout: Layout): Grid {
  const { facts, columns, rows, notes, origin } = sheet;
  const all = [...facts, ...columns, NOTES, ...origin];
  const cells = (values: readonly Cell[]) =>
    values.map((value, index) => {
      const kind: Kind = all[index]?.kind === 'text' ? 'text' : 'plain';
      return { value: value === null ? UNKNOWN : value, kind };
    });
  const values = (held: readonly Fact[]): Cell[] => held.map(({ value }) => value);
  // An answer without lines still has its figures.
  const lines = rows.length === 0 ? [columns.map(() => undefined)] : rows;
  return {
    head: layout.header === null ? null : all.map(({ name, label }) => heading(name, label, layout)),
    rows: lines.map((line) => cells([...values(facts), ...line, notes.join(' / '), ...values(origin)])),
  };
}

/** A small answer as a table. */
export const sheetTable = (sheet: Sheet, layout: Layout, dialect: Dialect): string =>
  written(sheetGrid(sheet, layout), dialect, layout);
