// GET /v1/cells: many claims in one address, one line of values for each, for a spreadsheet that asks once for a block of cells. What is
// alike in all rows stands in the query as usual; a row that cannot be read is a line with its mistake, and the others are as they are.

import * as z from 'zod';
import { ASSUMPTIONS_VERSION } from '../assumptions/values.ts';
import { COMMAS, delimitedCell } from '../formats/table.ts';
import { cacheHeaders, callerHas, notModified, varyHeader } from '../http/caching.ts';
import {
  cellsWithin,
  cellValueText,
  costOfValues,
  fieldsNamed,
  isJudged,
  missingParameter,
  ROWS_JUDGED_MAX,
  refuseInCell,
  strictField,
  valuesOf,
} from '../http/cell_values.ts';
import { clockOf } from '../http/clock.ts';
import { type Ctx, type DescribedOperation, queryPairs, type Route } from '../http/context.ts';
import { HEAVY_PROBLEMS, problemResponses } from '../http/description.ts';
import { send } from '../http/sending.ts';
import { takeTurns } from '../http/turns.ts';
import { errorText, type FieldError, parameterError } from '../problem.ts';
import type { FlatField } from '../report/flat.ts';
import { flatFields } from '../request/composition.ts';
import { costOfAll, NO_COST } from '../request/cost.ts';
import { type EvaluationRequest, readQueryRequest } from '../request/read_request.ts';
import type { Day } from '../values/day.ts';
import { LANGS, type Lang } from '../values/text.ts';

/** Rows in one address; a longer block is a ledger. */
const CELLS_ROWS_MAX = 200;
const CELLS_OUT_DEFAULT = 'best_label,best_net,margin';
const CELLS_TYPE = 'text/csv';
const EXAMPLE = {
  ja: '例: cols=amount,overdue_days&rows=1250000,82;300000,40',
  en: 'e.g. cols=amount,overdue_days&rows=1250000,82;300000,40',
} as const;

const cellsFields = {
  cols: z.string().max(2000).meta({
    description: 'Names of the columns of a row, as comma text.',
    example: 'amount,overdue_days',
    'x-label-ja': '列の項目名',
  }),
  rows: z
    .string()
    .max(16_000)
    .meta({
      description: `Claims: cells separated by commas, rows by semicolons; at most ${CELLS_ROWS_MAX}, or ${ROWS_JUDGED_MAX} when a break-even or a chance of being best is among the values.`,
      example: '1250000,82;300000,40',
      'x-label-ja': '行',
    }),
  out: z.string().max(2000).optional().meta({
    description: 'Names of the values of a line, of those listed at /v1/fields under answer.',
    example: CELLS_OUT_DEFAULT,
    'x-label-ja': '出す値',
    'x-default': CELLS_OUT_DEFAULT,
  }),
  strict: strictField,
};

/** A block of claims as a query states it. */
interface CellBlock {
  readonly pairs: readonly (readonly [name: string, value: string])[];
  /** What is alike in all rows. */
  readonly shared: readonly (readonly [name: string, value: string])[];
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** Values of a line. */
  readonly fields: readonly FlatField[];
  readonly lang: Lang;
}

/** Names in comma text. */
const commaNames = (list: string): string[] => list.split(',').map((name) => name.trim());

/** Reads a block, with every mistake in the block itself; those of a row are reported on its line. */
function readBlock(c: Ctx): { readonly block: CellBlock; readonly errors: readonly FieldError[] } {
  const pairs = queryPairs(c);
  const value = (name: string) => pairs.find(([key]) => key === name)?.[1] ?? '';
  const lang = LANGS.find((one) => one === value('lang')) ?? c.get('lang');
  const names = commaNames(value('out') || CELLS_OUT_DEFAULT).map((name) => name.toLowerCase());
  const { fields, errors } = fieldsNamed(names, 'out', lang);
  const rows = value('rows') === '' ? [] : value('rows').replace(/;$/, '').split(';');
  const absent = ['cols', 'rows'].filter((name) => value(name).trim() === '');
  const most = fields.some(({ needs }) => needs !== undefined && isJudged(needs)) ? ROWS_JUDGED_MAX : CELLS_ROWS_MAX;
  return {
    block: {
      pairs,
      shared: pairs.filter(([name]) => !Object.hasOwn(cellsFields, name)),
      columns: commaNames(value('cols')),
      rows,
      fields,
      lang,
    },
    errors: [
      ...errors,
      ...absent.map((name) => missingParameter(name, lang, EXAMPLE[lang])),
      ...(rows.length > most ? [tooManyRows(rows.length, most, lang)] : []),
    ],
  };
}

/** A row that was read: its request, or its mistakes. */
type CellRow = { readonly request: EvaluationRequest } | { readonly mistakes: readonly FieldError[] };

/** Reads a row. */
function readCells(row: string, { shared, columns, lang }: CellBlock, today: Day): CellRow {
  const cells = row.split(',');
  const query = [...shared, ...columns.map((name, i): [string, string] => [name, cells[i] ?? ''])];
  const read = readQueryRequest(query, { today, lang });
  const extra = cells.length > columns.length ? [tooManyCells(cells.length, columns.length, lang)] : [];
  const mistakes = [...extra, ...(read.ok ? [] : read.errors)];
  return read.ok && mistakes.length === 0 ? { request: read.request } : { mistakes };
}

/** The line of a row: its values, or its mistake in the first cell. */
async function lineOfRow(c: Ctx, row: CellRow, { fields, lang }: CellBlock): Promise<string> {
  const found = 'request' in row ? await valuesOf(c, row.request, fields) : null;
  const texts =
    found !== null && 'values' in found
      ? found.values.map(cellValueText)
      : [errorText(found?.errors ?? ('mistakes' in row ? row.mistakes : []), lang)];
  // Every line has as many cells as were asked for, so that a block stays a block.
  return fields.map(({ kind }, i) => delimitedCell(texts[i] ?? '', found === null ? 'plain' : kind, COMMAS)).join(',');
}

/** Answers with one line of values for each row. */
async function answerCells(c: Ctx): Promise<Response> {
  const { block, errors } = readBlock(c);
  const { pairs, rows, lang } = block;
  const value = (name: string) => pairs.find(([key]) => key === name)?.[1] ?? '';
  const langNamed = value('lang') !== '';
  const refusal = { isStrict: value('strict') === '1', type: CELLS_TYPE, lang, langNamed };
  if (errors.length > 0) return refuseInCell(c, errors, refusal);
  const { today, left } = clockOf(c)(value('jurisdiction') || undefined);
  const kept = cacheHeaders([pairs, today, lang, ASSUMPTIONS_VERSION], value('as_of') !== '', left);
  const headers = { ...kept, 'Content-Language': lang, ...varyHeader(langNamed) };
  if (callerHas(c, kept.ETag)) return notModified(headers);
  const read: CellRow[] = [];
  for (const row of rows) {
    read.push(readCells(row, block, today));
    await takeTurns(c);
  }
  const costs = read.map((row) => ('request' in row ? costOfValues(row.request, block.fields) : NO_COST));
  return cellsWithin(c, costOfAll(costs), refusal, async () => {
    const lines: string[] = [];
    for (const row of read) lines.push(await lineOfRow(c, row, block));
    return send(c, lines.join('\n'), { type: CELLS_TYPE, headers });
  });
}

const tooManyRows = (count: number, most: number, lang: Lang): FieldError =>
  parameterError(
    'rows',
    'too_many',
    { ja: `${count}行は多すぎます。`, en: `${count} rows are too many.` }[lang],
    { ja: `${most}行まで`, en: `at most ${most} rows` }[lang],
  );

const tooManyCells = (cells: number, columns: number, lang: Lang): FieldError =>
  parameterError(
    'rows',
    'too_many',
    {
      ja: `セルが${cells}個ありますが、列は${columns}個です。桁区切りのコンマは書けません。`,
      en: `There are ${cells} cells for ${columns} columns; amounts are written without separators.`,
    }[lang],
    String(columns),
  );

/** The description of the operation. */
export const describeCells = (): DescribedOperation[] => [
  {
    method: 'get',
    path: '/v1/cells',
    operationId: 'cells',
    summary: 'Many claims in one address',
    description:
      'One line of values for each row, separated by commas, lines by line feeds, without a header. A row that cannot be read is a line with ERR, a code and a sentence.',
    tags: ['evaluate'],
    request: {
      query: z.object({
        ...Object.fromEntries([...flatFields].map(([name, schema]) => [name, schema.optional()])),
        ...cellsFields,
      }),
    },
    responses: {
      200: {
        description: 'The lines.',
        content: {
          [CELLS_TYPE]: { schema: z.string().meta({ description: 'The lines.', example: '自社督促,905246,-8440' }) },
        },
      },
      ...problemResponses('malformed_input', 'invalid_input', 'model_version_differs', ...HEAVY_PROBLEMS),
    },
  },
];

/** Adds the address of many claims. */
export const cells: Route = (app) => {
  app.get('/v1/cells', answerCells);
};
