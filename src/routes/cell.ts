// GET /v1/cell: one value of one evaluation as bare text, for WEBSERVICE and IMPORTDATA. A mistake is text, too, with status 200, because a
// spreadsheet shows nothing of an answer that failed; strict=1 asks for the status.

import { z } from 'zod';
import { FLAT_FIELDS } from '../report/flat.ts';
import { MODEL_VERSION } from '../report/report.ts';
import { canonical, canonicalInput, flatFields, readQuery } from '../request.ts';
import { bare, CELL_TYPE, errorText, fieldsNamed, strictField, valuesOf } from './flat.ts';
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
  const read = readQuery(query, { today: clock(value('jurisdiction') || undefined).today, lang: c.get('lang') });
  const lang = read.ok ? read.request.lang : read.lang;
  const wanted = fieldsNamed([value('field').trim().toLowerCase()], 'field', lang);
  const vary: Record<string, string> = value('lang') === '' ? { Vary: 'Accept-Language' } : {};
  const isStrict = value('strict') === '1';
  const fail = (errors: Parameters<typeof errorText>[0]): Response =>
    isStrict
      ? refused(c, errors, lang, { 'Cache-Control': REFUSAL_CACHED, ...vary })
      : send(c, errorText(errors, lang), CELL_TYPE, {
          'Cache-Control': REFUSAL_CACHED,
          'Content-Language': lang,
          ...vary,
        });
  if (!read.ok || wanted.errors.length > 0) return fail([...(read.ok ? [] : read.errors), ...wanted.errors]);
  const { request } = read;
  const [field] = wanted.fields;
  const tag = await sha256(canonical([canonicalInput(request), field!.name, lang, MODEL_VERSION, LAW_VERSIONS]));
  const headers = {
    'Cache-Control': reusable(value('as_of') !== '', clock(request.claim.jurisdiction).left),
    ETag: `"${MODEL_VERSION}.${tag.slice(0, 16)}"`,
    'Content-Language': lang,
    ...vary,
  };
  if (isKnown(c, headers.ETag)) return new Response(null, { status: 304, headers });
  const found = await valuesOf(request, [field!]);
  return 'error' in found ? fail([found.error]) : send(c, bare(found.values[0]!), CELL_TYPE, headers);
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
