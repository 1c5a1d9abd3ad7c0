// GET /v1/cell: one value of one evaluation as bare text, for WEBSERVICE and IMPORTDATA. A mistake is text, too, with status 200, because a
// spreadsheet shows nothing of an answer that failed; strict=1 asks for the status.

import * as z from 'zod';
import { ASSUMPTIONS_VERSION } from '../assumptions/values.ts';
import { cacheHeaders, callerHas, notModified, varyHeader } from '../http/caching.ts';
import {
  cellsWithin,
  cellValueText,
  costOfValues,
  fieldsNamed,
  refuseInCell,
  strictField,
  valuesOf,
} from '../http/cell_values.ts';
import { clockOf } from '../http/clock.ts';
import { type Ctx, type DescribedOperation, queryPairs, type Route } from '../http/context.ts';
import { HEAVY_PROBLEMS, problemResponses } from '../http/description.ts';
import { send } from '../http/sending.ts';
import { FLAT_FIELDS } from '../report/flat.ts';
import { canonicalInput } from '../request/canonical.ts';
import { flatFields } from '../request/composition.ts';
import { readQueryRequest } from '../request/read_request.ts';

const CELL_TYPE = 'text/plain';

const cellFields = {
  field: z
    .string()
    .max(64)
    .meta({
      description: 'Name of the value wanted, of those listed at /v1/fields under answer.',
      example: 'best_label',
      enum: [...FLAT_FIELDS.keys()],
      'x-label-ja': '出す値',
    }),
  strict: strictField,
};

/** Answers with one value as bare text. */
async function answerCell(c: Ctx): Promise<Response> {
  const pairs = queryPairs(c);
  const value = (name: string) => pairs.find(([key]) => key === name)?.[1] ?? '';
  const stated = pairs.filter(([name]) => !Object.hasOwn(cellFields, name));
  const clock = clockOf(c);
  const read = readQueryRequest(stated, {
    today: clock(value('jurisdiction') || undefined).today,
    lang: c.get('lang'),
  });
  const lang = read.ok ? read.request.lang : read.lang;
  const {
    fields: [field],
    errors,
  } = fieldsNamed([value('field').trim().toLowerCase()], 'field', lang);
  const langNamed = value('lang') !== '';
  const refusal = { isStrict: value('strict') === '1', type: CELL_TYPE, lang, langNamed };
  if (!read.ok || field === undefined) return refuseInCell(c, [...(read.ok ? [] : read.errors), ...errors], refusal);
  const { request } = read;
  const followsFrom = [canonicalInput(request), field.name, lang, ASSUMPTIONS_VERSION];
  const { left } = clock(request.claim.jurisdiction);
  const kept = cacheHeaders(followsFrom, value('as_of') !== '', left);
  const headers = { ...kept, 'Content-Language': lang, ...varyHeader(langNamed) };
  if (callerHas(c, kept.ETag)) return notModified(headers);
  return cellsWithin(c, costOfValues(request, [field]), refusal, async () => {
    const found = await valuesOf(c, request, [field]);
    if ('errors' in found) return refuseInCell(c, found.errors, refusal);
    return send(c, found.values.map(cellValueText).join(''), { type: CELL_TYPE, headers });
  });
}

/** The description of the operation. */
export const describeCell = (): DescribedOperation[] => [
  {
    method: 'get',
    path: '/v1/cell',
    operationId: 'cell',
    summary: 'One value as text',
    description:
      'One value of an evaluation as bare text, for a cell of a spreadsheet. A mistake is text, too: ERR, a code, and a sentence.',
    tags: ['evaluate'],
    request: { query: z.object({ ...Object.fromEntries(flatFields), ...cellFields }) },
    responses: {
      200: {
        description: 'The value, or ERR with a code and a sentence.',
        content: { 'text/plain': { schema: z.string().meta({ description: 'The value.', example: '812345' }) } },
      },
      304: { description: 'The caller has the value already.' },
      ...problemResponses(
        'malformed_input',
        'invalid_input',
        'law_not_covered',
        'model_version_differs',
        ...HEAVY_PROBLEMS,
      ),
    },
  },
];

/** Adds the address of one value. */
export const cell: Route = (app) => {
  app.get('/v1/cell', answerCell);
};
