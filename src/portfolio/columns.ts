// Reads a table whose first line names its columns in our words: fields of a request by name or by label, and the ids of row and debtor.
// Other columns are the caller's own and are handed back as they came.

import { didYouMean, nearest } from '../fields/nearest.ts';
import { echo } from '../fields/reading.ts';
import { textOf } from '../ledger/cells/figures.ts';
import type { Ledger, LedgerColumn, LedgerRow } from '../ledger/found.ts';
import { type FieldError, parameterError } from '../problem.ts';
import { describedFields, flatFields } from '../request/composition.ts';
import type { Lang, Text } from '../values/text.ts';
import type { CallerTable } from './writers.ts';

const ROW_FIELDS = ['id', 'debtor_id', ...flatFields.keys()];

const foldedLabel = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Fields by their names and by their labels in both languages. */
const FIELD_BY_LABEL: ReadonlyMap<string, string> = new Map([
  ...describedFields()
    .filter(({ name }) => flatFields.has(name))
    .flatMap(({ name, label }) => [[foldedLabel(label.ja), name] as const, [foldedLabel(label.en), name] as const]),
  ...ROW_FIELDS.map((name) => [name, name] as const),
]);

/** A table of the caller, and its rows as records to evaluate. */
export interface NamedTable {
  readonly caller: CallerTable;
  readonly ledger: Ledger;
}

const isBlank = (cells: readonly unknown[]): boolean => cells.every((cell) => textOf(cell) === '');

/**
 * Reads a table under its first line that is not blank. `known` are the fields that the defaults give already. Answers with errors where
 * two columns are the same field or where no column is the amount.
 */
export function readNamedTable(
  lines: readonly (readonly unknown[])[],
  lang: Lang,
  known: readonly string[],
): NamedTable | { readonly errors: readonly FieldError[] } {
  const first = lines.findIndex((cells) => !isBlank(cells));
  const header = lines[first] ?? [];
  const columns = header.map((cell, index): LedgerColumn => {
    const word = typeof cell === 'string' ? foldedLabel(cell.slice(0, 200)) : '';
    const field = FIELD_BY_LABEL.get(word) ?? null;
    const near = field === null && word !== '' ? nearest(word, ROW_FIELDS) : undefined;
    const doubt = near === undefined ? null : didYouMean(near);
    return { index, header: String(cell ?? ''), field, by: field === null ? null : 'name', doubt };
  });
  const errors = [
    ...repeatedColumns(columns, lang),
    ...(columns.some(({ field }) => field === 'amount') || known.includes('amount') ? [] : [noAmount(columns, lang)]),
  ];
  if (errors.length > 0) return { errors };
  const rows = lines.flatMap((cells, i): LedgerRow[] => {
    if (i <= first || isBlank(cells)) return [];
    const record = Object.create(null) as Record<string, string | number>;
    for (const { field, index } of columns) if (field !== null) record[field] = cells[index] as string | number;
    return [{ line: i + 1, record, notes: [] }];
  });
  return {
    caller: { header, header_line: first + 1, lines, left_out: new Map() },
    ledger: {
      layout: 'open_items',
      preset: null,
      header_line: first + 1,
      unit: 1,
      as_of: null,
      columns,
      rows,
      name_column: null,
      left_out: [],
      doubts: [],
    },
  };
}

function repeatedColumns(columns: readonly LedgerColumn[], lang: Lang): FieldError[] {
  const fields = columns.flatMap(({ field }) => field ?? []);
  const twice = new Set(fields.filter((field, i) => fields.indexOf(field) !== i));
  return [...twice].map((field) => {
    const detail: Text = {
      ja: `${field} の列が二つ以上あります。どちらを使うか決められません。`,
      en: `There is more than one column for ${field}; which of them counts is not clear.`,
    };
    return parameterError(field, 'repeated_column', detail[lang], { ja: '1列だけ', en: 'one column' }[lang]);
  });
}

function noAmount(columns: readonly LedgerColumn[], lang: Lang): FieldError {
  const seen = columns
    .slice(0, 12)
    .map(({ header }) => echo(header))
    .filter((header) => header !== '');
  const doubts = columns.flatMap(({ doubt }) => doubt?.[lang].trim() ?? []).slice(0, 3);
  const detail: Text = {
    ja: `見出しに amount（債権額）の列がありません。1行目：${seen.join('、') || '（空）'}。${doubts.join('')}`,
    en: `The first line has no column "amount". It reads: ${seen.join(', ') || '(nothing)'}. ${doubts.join(' ')}`.trim(),
  };
  const expected: Text = {
    ja: '/v1/fields の項目名を見出しにした表。会計ソフトの帳票をそのまま送るときは map=auto',
    en: 'a table headed by names of /v1/fields; with map=auto, a ledger as your accounting system exports it',
  };
  return parameterError('amount', 'missing_column', detail[lang], expected[lang]);
}
