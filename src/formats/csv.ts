// CSV after RFC 4180: one row per option, best first, barred ones last. No byte order mark, which spreadsheets that fetch
// an address would show as a character. Columns are only ever appended, because people select them by position.

import type { Report } from '../report/report.ts';
import type { Cell, Fact, Format, Sheet } from './format.ts';

type Option = Report['options'][number];

/** Texts are filtered; figures and codes of ours are written as they are, so that -1234 stays a number. */
type Column = readonly [name: string, kind: 'text' | 'plain', of: (option: Option, report: Report) => Cell];

const COLUMNS: readonly Column[] = [
  ['rank', 'plain', (option) => option.rank],
  ['option', 'plain', (option) => option.id],
  ['option_label', 'text', (option) => option.label],
  ['status', 'plain', (option) => option.status],
  ['net_value', 'plain', (option) => option.net_value],
  ['stand_alone_value', 'plain', (option) => option.stand_alone_value],
  ['p10', 'plain', (option) => option.p10],
  ['p50', 'plain', (option) => option.p50],
  ['p90', 'plain', (option) => option.p90],
  ['chance_of_loss', 'plain', (option) => option.chance_of_loss],
  ['chance_paid_in_full', 'plain', (option) => option.chance_paid_in_full],
  ['months_to_cash', 'plain', (option) => option.months_to_cash],
  ['effort_hours', 'plain', (option) => option.effort_hours],
  ['blocked_reason', 'text', (option) => option.bars.map((bar) => bar.text).join(' / ')],
  ['currency', 'plain', (_, { meta }) => meta.currency],
  ['as_of', 'plain', (_, { meta }) => meta.as_of],
  ['model_version', 'plain', (_, { meta }) => meta.model_version],
  ['law_version', 'plain', (_, { meta }) => meta.law_version],
  ['assumptions_version', 'plain', (_, { meta }) => meta.assumptions_version],
  ['input_hash', 'plain', (_, { meta }) => meta.input_hash],
  ['warnings', 'text', (_, { warnings }) => warnings.map((warning) => warning.text).join(' / ')],
  ['certainty_equivalent', 'plain', (option) => option.certainty_equivalent],
  ['chance_best', 'plain', (option) => option.chance_best],
  ['chance_level', 'plain', (option) => option.chance_level],
  ['estimate_p10', 'plain', (option) => option.estimate?.p10],
  ['estimate_p90', 'plain', (option) => option.estimate?.p90],
  ['break_even', 'text', (option) => option.break_even_notes.join(' / ')],
  ['why_not', 'text', (option) => option.why_not?.text],
];

const ACTIVE = new Set('=+-@＝＋－＠\t\r\n');

/** Takes the meaning away from text that a spreadsheet would run as a formula. */
export function inert(text: string): string {
  const first = text.trimStart()[0];
  return ACTIVE.has(text[0] ?? '') || (first !== undefined && ACTIVE.has(first)) ? `'${text}` : text;
}

/** One cell, quoted where RFC 4180 asks for it. */
export function cell(value: Cell, kind: 'text' | 'plain'): string {
  if (value === null || value === undefined) return '';
  const text = kind === 'text' ? inert(String(value)) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** In a spreadsheet an empty cell counts as 0, so that a figure nobody knows is written as a word. */
const UNKNOWN = 'unknown';

function sheetRows({ facts, columns, rows, notes, origin }: Sheet): string[][] {
  const all = [...facts, ...columns, NOTES, ...origin];
  const written = (cells: readonly Cell[]): string[] =>
    cells.map((value, index) =>
      value === null ? UNKNOWN : cell(value, all[index]?.kind === 'text' ? 'text' : 'plain'),
    );
  const values = (held: readonly Fact[]): Cell[] => held.map(({ value }) => value);
  // An answer without lines still has its figures.
  const lines = rows.length === 0 ? [columns.map(() => undefined)] : rows;
  return [
    all.map(({ name }) => name),
    ...lines.map((line) => written([...values(facts), ...line, notes.join(' / '), ...values(origin)])),
  ];
}

const NOTES = { name: 'notes', kind: 'text' } as const;

const lines = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.join(',')}\r\n`).join('');

export const csv: Format = {
  extension: 'csv',
  media_type: 'text/csv',
  label: { ja: 'CSV', en: 'CSV' },
  columns: COLUMNS.map(([name]) => name),
  write: (report) =>
    lines([
      COLUMNS.map(([name]) => name),
      ...report.options.map((option) => COLUMNS.map(([, kind, of]) => cell(of(option, report), kind))),
    ]),
  writeSheet: (sheet) => lines(sheetRows(sheet)),
};
