// GET /v1/cell: one value of one evaluation as bare text, for WEBSERVICE and IMPORTDATA. A mistake is text, too, with status 200, because a
// spreadsheet shows nothing of an answer that failed; strict=1 asks for the status.

import { z } from 'zod';
import { ASSUMPTIONS_VERSION } from '../assumptions/values.ts';
import { bare, fieldsNamed, refusedInCell, strictField, valuesOf } from '../http/cell_values.ts';
import { keeping, varying } from '../http/resource.ts';
import { type Ctx, isKnown, problemResponses, type Route, send, wallClock } from '../http/route.ts';
import type { FieldError } from '../problem.ts';
import { FLAT_FIELDS } from '../report/flat.ts';
import { canonicalInput } from '../request/canonical.ts';
import { flatFields } from '../request/composition.ts';
import { readQueryRequest } from '../request/read_request.ts';

const CELL_TYPE = 'text/plain';

const own = {
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

async function answer(c: Ctx): Promise<Response> {
  const pairs = [...new URL(c.req.url).searchParams];
  const value = (name: string) => pairs.find(([key]) => key === name)?.[1] ?? '';
  const query = pairs.filter(([name]) => name !== 'field' && name !== 'strict');
  const clock = (jurisdiction: string | undefined) => wallClock(c.get('now'), jurisdiction);
  const read = readQueryRequest(query, { today: clock(value('jurisdiction') || undefined).today, lang: c.get('lang') });
  const lang = read.ok ? read.request.lang : read.lang;
  const wanted = fieldsNamed([value('field').trim().toLowerCase()], 'field', lang);
  const langNamed = value('lang') !== '';
  const how = { isStrict: value('strict') === '1', type: CELL_TYPE, langNamed };
  const fail = (errors: readonly FieldError[]): Response => refusedInCell(c, errors, lang, how);
  if (!read.ok || wanted.errors.length > 0) return fail([...(read.ok ? [] : read.errors), ...wanted.errors]);
  const { request } = read;
  const [field] = wanted.fields;
  const followsFrom = [canonicalInput(request), field!.name, lang, ASSUMPTIONS_VERSION];
  const kept = await keeping(followsFrom, value('as_of') !== '', clock(request.claim.jurisdiction).left);
  const headers = { ...kept, 'Content-Language': lang, ...varying(langNamed) };
  if (isKnown(c, headers.ETag)) return new Response(null, { status: 304, headers });
  const found = await valuesOf(request, [field!]);
  return 'errors' in found ? fail(found.errors) : send(c, bare(found.values[0]!), CELL_TYPE, headers);
}

export const cell: Route = (app) => {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/v1/cell',
    operationId: 'cell',
    summary: 'One value as text',
    description:
      'One value of an evaluation as bare text, for a cell of a spreadsheet. A mistake is text, too: ERR, a code, and a sentence.',
    tags: ['evaluate'],
    request: { query: z.object({ ...Object.fromEntries(flatFields), ...own }) },
    responses: {
      200: {
        description: 'The value, or ERR with a code and a sentence.',
        content: { 'text/plain': { schema: z.string().meta({ description: 'The value.', example: '812345' }) } },
      },
      304: { description: 'The caller has the value already.' },
      ...problemResponses('malformed_input', 'invalid_input', 'law_not_covered'),
    },
  });
  app.get('/v1/cell', answer);
};
