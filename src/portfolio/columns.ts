// The columns of a table whose first line names them in our words: the fields of a request by name or by label, and the two names that
// a row gives itself. Other columns are the caller's own and are handed back as they came.

import { didYouMean, nearest } from '../fields/nearest.ts';
import { echo } from '../fields/reading.ts';
import { textOf } from '../ledger/figures.ts';
import type { Ledger, LedgerColumn, LedgerRow } from '../ledger/ledger.ts';
import { type FieldError, parameterError } from '../problem.ts';
import { describedFields, flatFields } from '../request/composition.ts';
import type { Lang, Text } from '../values/text.ts';
import type { Caller } from './writers.ts';

const NAMES = ['id', 'debtor_id', ...flatFields.keys()];

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Fields by their names and by their labels in both languages. */
const BY_WORD: ReadonlyMap<string, string> = new Map([
  ...describedFields()
    .filter(({ name }) => flatFields.has(name))
    .flatMap(({ name, label }) => [[plain(label.ja), name] as const, [plain(label.en), name] as const]),
  ...NAMES.map((name) => [name, name] as const),
]);

/** The table of a caller as rows to read. */
export interface Table {
  readonly caller: Caller;
  readonly ledger: Ledger;
}

const isBlank = (cells: readonly unknown[]): boolean => cells.every((cell) => textOf(cell) === '');

/** Reads a table under its first line that is not blank. `known` are the fields that the defaults give already. */
export function tableOf(
  lines: readonly (readonly unknown[])[],
  lang: Lang,
  known: readonly string[],
): Table | { readonly errors: readonly FieldError[] } {
  const first = lines.findIndex((cells) => !isBlank(cells));
  const header = lines[first] ?? [];
  const columns = header.map((cell, index): LedgerColumn => {
    const word = typeof cell === 'string' ? plain(cell.slice(0, 200)) : '';
    const field = BY_WORD.get(word) ?? null;
    const near = field === null && word !== '' ? nearest(word, NAMES) : undefined;
    const doubt = near === undefined ? null : didYouMean(near);
    return { index, header: String(cell ?? ''), field, by: field === null ? null : 'name', doubt };
  });
  const errors = [
    ...repeated(columns, lang),
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
      left_out: [],
      doubts: [],
    },
  };
}

function repeated(columns: readonly LedgerColumn[], lang: Lang): FieldError[] {
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
