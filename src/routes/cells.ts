// GET /v1/cells: many claims in one address, one line of values for each, for a spreadsheet that asks once for a block of cells. What is
// alike in all rows stands in the query as usual; a row that cannot be read is a line with its mistake, and the others are as they are.

import { z } from 'zod';
import { COMMAS, cell as tableCell } from '../formats/table.ts';
import type { FieldError } from '../problem.ts';
import { MODEL_VERSION } from '../report/report.ts';
import { canonical, flatFields, readQuery } from '../request.ts';
import { bare, errorText, fieldsNamed, namesIn, strictField, valuesOf } from './flat.ts';
import {
  type Ctx,
  isKnown,
  LAW_VERSIONS,
  problemResponses,
  REFUSAL_CACHED,
  type Route,
  refused,
  reusable,
  send,
  sha256,
  wallClock,
} from './route.ts';

/** Rows in one address; a longer block is a ledger. What decides a claim many times over is asked for fewer. */
const ROWS_MAX = 200;
const ROWS_JUDGED_MAX = 20;
const JUDGED: readonly string[] = ['sensitivity', 'break_even', 'information'];
const OUT_DEFAULT = 'best_label,best_net,margin';

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
  const lang = value('lang') === 'en' || value('lang') === 'ja' ? (value('lang') as 'ja' | 'en') : c.get('lang');
  const clock = (jurisdiction: string | undefined) => wallClock(c.get('now'), jurisdiction);
  const { fields, errors } = fieldsNamed(namesIn(value('out') || OUT_DEFAULT), 'out', lang);
  const columns = value('cols')
    .split(',')
    .map((name) => name.trim());
  const rows = value('rows') === '' ? [] : value('rows').replace(/;$/, '').split(';');
  const wrong = [...errors, ...missing(value('cols'), 'cols', lang), ...missing(value('rows'), 'rows', lang)];
  const most = fields.some(({ needs }) => needs !== undefined && JUDGED.includes(needs)) ? ROWS_JUDGED_MAX : ROWS_MAX;
  if (rows.length > most)
    wrong.push({
      code: 'too_many',
      pointer: '/rows',
      parameter: 'rows',
      detail: { ja: `${rows.length}行は多すぎます。`, en: `${rows.length} rows are too many.` }[lang],
      expected: { ja: `${most}行まで`, en: `at most ${most} rows` }[lang],
    });
  const vary: Record<string, string> = value('lang') === '' ? { Vary: 'Accept-Language' } : {};
  if (wrong.length > 0) {
    const headers = { 'Cache-Control': REFUSAL_CACHED, ...vary };
    return value('strict') === '1'
      ? refused(c, wrong, lang, headers)
      : send(c, errorText(wrong, lang), 'text/csv', headers);
  }
  const { today, left } = clock(value('jurisdiction') || undefined);
  const tag = await sha256(canonical([pairs, today, lang, MODEL_VERSION, LAW_VERSIONS]));
  const headers = {
    'Cache-Control': reusable(value('as_of') !== '', left),
    ETag: `"${MODEL_VERSION}.${tag.slice(0, 16)}"`,
    'Content-Language': lang,
    ...vary,
  };
  if (isKnown(c, headers.ETag)) return new Response(null, { status: 304, headers });
  const lines: string[] = [];
  for (const row of rows) {
    const cells = row.split(',');
    const query = [...shared, ...columns.map((name, i): [string, string] => [name, cells[i] ?? ''])];
    const read = readQuery(query, { today, lang });
    const extra = cells.length > columns.length ? tooMany(cells.length, columns.length, lang) : [];
    const failed = [...extra, ...(read.ok ? [] : read.errors)];
    const found = read.ok && failed.length === 0 ? await valuesOf(read.request, fields) : null;
    const text =
      found === null
        ? [errorText(failed, lang)]
        : 'error' in found
          ? [errorText([found.error], lang)]
          : found.values.map(bare);
    // Every line has as many cells as were asked for, so that a block stays a block.
    lines.push(
      fields.map(({ kind }, i) => tableCell(text[i] ?? '', found === null ? 'plain' : kind, COMMAS)).join(','),
    );
  }
  return send(c, lines.join('\n'), 'text/csv', headers);
}

const missing = (value: string, parameter: string, lang: 'ja' | 'en'): FieldError[] =>
  value.trim() !== ''
    ? []
    : [
        {
          code: 'missing',
          pointer: `/${parameter}`,
          parameter,
          detail: { ja: `${parameter} がありません。`, en: `${parameter} is missing.` }[lang],
          expected: {
            ja: '例: cols=amount,overdue_days&rows=1250000,82;300000,40',
            en: 'e.g. cols=amount,overdue_days&rows=1250000,82;300000,40',
          }[lang],
        },
      ];

const tooMany = (cells: number, columns: number, lang: 'ja' | 'en'): FieldError[] => [
  {
    code: 'too_many',
    pointer: '/rows',
    parameter: 'rows',
    detail: {
      ja: `セルが${cells}個ありますが、列は${columns}個です。桁区切りのコンマは書けません。`,
      en: `There are ${cells} cells for ${columns} columns; amounts are written without separators.`,
    }[lang],
    expected: String(columns),
  },
];

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
          'text/csv': { schema: z.string().meta({ description: 'The lines.', example: '自社督促,905246,-8440' }) },
        },
      },
      ...problemResponses('malformed_input', 'invalid_input'),
    },
  });
  app.get('/v1/cells', answer);
};
