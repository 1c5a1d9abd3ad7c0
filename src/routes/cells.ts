// GET /v1/cells: many claims in one address, one line of values for each, for a spreadsheet that asks once for a block of cells. What is
// alike in all rows stands in the query as usual; a row that cannot be read is a line with its mistake, and the others are as they are.

import { z } from 'zod';
import { ASSUMPTIONS_VERSION } from '../assumptions/values.ts';
import { COMMAS, delimitedCell as tableCell } from '../formats/table.ts';
import {
  bare,
  fieldsNamed,
  isJudged,
  missingParameter,
  ROWS_JUDGED_MAX,
  refusedInCell,
  strictField,
  valuesOf,
} from '../http/cell_values.ts';
import { keeping, varying } from '../http/resource.ts';
import { type Ctx, isKnown, problemResponses, type Route, send, wallClock } from '../http/route.ts';
import { errorText, type FieldError, parameterError } from '../problem.ts';
import { flatFields } from '../request/composition.ts';
import { readQueryRequest } from '../request/read_request.ts';
import { LANGS, type Lang } from '../values/text.ts';

/** Rows in one address; a longer block is a ledger. */
const ROWS_MAX = 200;
const OUT_DEFAULT = 'best_label,best_net,margin';
const CELLS_TYPE = 'text/csv';
const EXAMPLE = {
  ja: '例: cols=amount,overdue_days&rows=1250000,82;300000,40',
  en: 'e.g. cols=amount,overdue_days&rows=1250000,82;300000,40',
} as const;

const own = {
  cols: z.string().max(2000).meta({
    description: 'Names of the columns of a row, as comma text.',
    example: 'amount,overdue_days',
    'x-label-ja': '列の項目名',
  }),
  rows: z
    .string()
    .max(16_000)
    .meta({
      description: `Claims: cells separated by commas, rows by semicolons; at most ${ROWS_MAX}, or ${ROWS_JUDGED_MAX} when a break-even or a chance of being best is among the values.`,
      example: '1250000,82;300000,40',
      'x-label-ja': '行',
    }),
  out: z.string().max(2000).optional().meta({
    description: 'Names of the values of a line, of those listed at /v1/fields under answer.',
    example: OUT_DEFAULT,
    'x-label-ja': '出す値',
    'x-default': OUT_DEFAULT,
  }),
  strict: strictField,
};

const OWN = ['cols', 'rows', 'out', 'strict'];

async function answer(c: Ctx): Promise<Response> {
  const pairs = [...new URL(c.req.url).searchParams];
  const value = (name: string) => pairs.find(([key]) => key === name)?.[1] ?? '';
  const shared = pairs.filter(([name]) => !OWN.includes(name));
  const lang = LANGS.find((one) => one === value('lang')) ?? c.get('lang');
  const clock = (jurisdiction: string | undefined) => wallClock(c.get('now'), jurisdiction);
  const { fields, errors } = fieldsNamed(
    namesIn(value('out') || OUT_DEFAULT).map((name) => name.toLowerCase()),
    'out',
    lang,
  );
  const columns = namesIn(value('cols'));
  const rows = value('rows') === '' ? [] : value('rows').replace(/;$/, '').split(';');
  const absent = ['cols', 'rows'].filter((name) => value(name).trim() === '');
  const wrong = [...errors, ...absent.map((name) => missingParameter(name, lang, EXAMPLE[lang]))];
  const most = fields.some(({ needs }) => needs !== undefined && isJudged(needs)) ? ROWS_JUDGED_MAX : ROWS_MAX;
  if (rows.length > most)
    wrong.push(
      parameterError(
        'rows',
        'too_many',
        { ja: `${rows.length}行は多すぎます。`, en: `${rows.length} rows are too many.` }[lang],
        { ja: `${most}行まで`, en: `at most ${most} rows` }[lang],
      ),
    );
  const langNamed = value('lang') !== '';
  if (wrong.length > 0)
    return refusedInCell(c, wrong, lang, { isStrict: value('strict') === '1', type: CELLS_TYPE, langNamed });
  const { today, left } = clock(value('jurisdiction') || undefined);
  const kept = await keeping([pairs, today, lang, ASSUMPTIONS_VERSION], value('as_of') !== '', left);
  const headers = { ...kept, 'Content-Language': lang, ...varying(langNamed) };
  if (isKnown(c, headers.ETag)) return new Response(null, { status: 304, headers });
  const lines: string[] = [];
  for (const row of rows) {
    const cells = row.split(',');
    const query = [...shared, ...columns.map((name, i): [string, string] => [name, cells[i] ?? ''])];
    const read = readQueryRequest(query, { today, lang });
    const extra = cells.length > columns.length ? [tooMany(cells.length, columns.length, lang)] : [];
    const failed = [...extra, ...(read.ok ? [] : read.errors)];
    const found = read.ok && failed.length === 0 ? await valuesOf(read.request, fields) : null;
    const text =
      found === null
        ? [errorText(failed, lang)]
        : 'errors' in found
          ? [errorText(found.errors, lang)]
          : found.values.map(bare);
    // Every line has as many cells as were asked for, so that a block stays a block.
    lines.push(
      fields.map(({ kind }, i) => tableCell(text[i] ?? '', found === null ? 'plain' : kind, COMMAS)).join(','),
    );
  }
  return send(c, lines.join('\n'), CELLS_TYPE, headers);
}

const namesIn = (list: string): string[] => list.split(',').map((name) => name.trim());

const tooMany = (cells: number, columns: number, lang: Lang): FieldError =>
  parameterError(
    'rows',
    'too_many',
    {
      ja: `セルが${cells}個ありますが、列は${columns}個です。桁区切りのコンマは書けません。`,
      en: `There are ${cells} cells for ${columns} columns; amounts are written without separators.`,
    }[lang],
    String(columns),
  );

export const cells: Route = (app) => {
  app.openAPIRegistry.registerPath({
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
        ...own,
      }),
    },
    responses: {
      200: {
        description: 'The lines.',
        content: {
          [CELLS_TYPE]: { schema: z.string().meta({ description: 'The lines.', example: '自社督促,905246,-8440' }) },
        },
      },
      ...problemResponses('malformed_input', 'invalid_input'),
    },
  });
  app.get('/v1/cells', answer);
};
