// POST and GET /v1/evaluate: one receivable in, every way of recovering it valued and ranked.
// The GET form is a flat query for spreadsheets and links; its format stands in the address, so that caches see it.

import { z } from 'zod';
import { ASSUMPTIONS_VERSION } from '../assumptions/values.ts';
import type { Format } from '../formats/format.ts';
import { answerSchema } from '../report/answer.ts';
import { evaluate as engine, MODEL_VERSION } from '../report/report.ts';
import {
  canonical,
  canonicalInput,
  type EvaluationRequest,
  flatFields,
  type ReadResult,
  readQuery,
  readRequest,
  requestSchema,
} from '../request.ts';
import {
  acceptedFormat,
  type Ctx,
  chosenFormat,
  contents,
  formats,
  isKnown,
  LAW_VERSIONS,
  problemResponses,
  REFUSAL_CACHED,
  type Route,
  readBody,
  refused,
  reusable,
  send,
  sendProblem,
  sha256,
  wallClock,
  withFormat,
} from './route.ts';

/** Evaluates and answers; `hash` is the SHA-256 of the canonical input. */
function answer(
  c: Ctx,
  request: EvaluationRequest,
  hash: string,
  format: Format,
  headers: Record<string, string>,
): Response {
  // From here on problems speak the language of the request, too.
  c.set('lang', request.lang);
  const text = format.write(engine(request, hash), request.lang);
  return send(c, text, format.media_type, {
    ...headers,
    'Content-Language': request.lang,
    ...(format.columns === undefined
      ? {}
      : { 'Content-Disposition': `inline; filename="evaluation.${format.extension}"` }),
  });
}

async function handlePost(c: Ctx): Promise<Response> {
  const format = acceptedFormat(c.req.header('Accept'));
  if (format === undefined) return sendProblem(c, 'not_acceptable');
  const body = await readBody(c.req.raw);
  if (!body.ok) return sendProblem(c, body.code);
  const { today } = wallClock(c.get('now'), jurisdictionIn(body.value));
  const read = readRequest(body.value, { today, lang: c.get('lang') });
  if (!read.ok) return refused(c, read.errors, read.lang, {});
  const hash = await sha256(canonicalInput(read.request));
  return answer(c, read.request, hash, format, { 'Cache-Control': 'no-store', Vary: 'Accept, Accept-Language' });
}

const jurisdictionIn = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'jurisdiction' in value && typeof value.jurisdiction === 'string'
    ? value.jurisdiction
    : undefined;

async function handleGet(c: Ctx, address: Format | undefined): Promise<Response> {
  const pairs = [...new URL(c.req.url).searchParams];
  const rest = pairs.filter(([name]) => name !== 'format');
  const clock = wallClock(c.get('now'), rest.find(([name]) => name === 'jurisdiction')?.[1]);
  const read: ReadResult = readQuery(rest, { today: clock.today, lang: c.get('lang') });
  const lang = read.ok ? read.request.lang : read.lang;
  const format = chosenFormat(pairs, address, lang);
  const named = (wanted: string) => rest.some(([name, value]) => name === wanted && value.trim() !== '');
  const vary: Record<string, string> = named('lang') ? {} : { Vary: 'Accept-Language' };
  if (!('write' in format) || !read.ok) {
    const errors = [...(read.ok ? [] : read.errors), ...('write' in format ? [] : [format])];
    return refused(c, errors, lang, { 'Cache-Control': REFUSAL_CACHED, ...vary });
  }
  const { request } = read;
  const hash = await sha256(canonicalInput(request));
  const tag = await sha256(
    canonical([
      hash,
      request.lang,
      request.include,
      format.extension,
      MODEL_VERSION,
      ASSUMPTIONS_VERSION,
      LAW_VERSIONS,
    ]),
  );
  const headers = {
    'Cache-Control': reusable(named('as_of'), clock.left),
    ETag: `"${MODEL_VERSION}.${tag.slice(0, 16)}"`,
    ...vary,
  };
  // The tag follows from the request alone, so a caller who has the answer costs no evaluation.
  if (isKnown(c, headers.ETag)) return new Response(null, { status: 304, headers });
  return answer(c, request, hash, format, headers);
}

const querySchema = z.object(Object.fromEntries(flatFields));
export const evaluate: Route = (app) => {
  const registered = app.openAPIRegistry;
  registered.registerPath({
    method: 'post',
    path: '/v1/evaluate',
    operationId: 'evaluate',
    summary: 'Evaluate one receivable',
    description:
      'Values every way of recovering one receivable, ranks them, and explains the recommendation. JSON labelled text/plain is read too.',
    tags: ['evaluate'],
    request: {
      body: {
        required: true,
        description: 'The receivable; only amount and one of due_date and overdue_days are needed.',
        content: { 'application/json': { schema: requestSchema } },
      },
    },
    responses: {
      200: {
        description: 'The answer, in the format asked for by Accept.',
        content: contents(answerSchema),
      },
      ...problemResponses(
        'malformed_json',
        'too_deep',
        'malformed_input',
        'not_acceptable',
        'body_too_large',
        'unsupported_media_type',
        'invalid_input',
        'law_not_covered',
      ),
    },
  });
  app.post('/v1/evaluate', handlePost);

  for (const format of [undefined, ...formats]) {
    const path = format === undefined ? '/v1/evaluate' : `/v1/evaluate.${format.extension}`;
    registered.registerPath({
      method: 'get',
      path,
      operationId: format === undefined ? 'evaluateQuery' : `evaluateQuery_${format.extension}`,
      summary: format === undefined ? 'Evaluate from a query' : `Evaluate from a query, as ${format.label.en}`,
      description: 'The same from a flat query, for spreadsheets and links. Parameters beginning with _ are ignored.',
      tags: ['evaluate'],
      request: { query: format === undefined ? withFormat(querySchema.shape) : querySchema },
      responses: {
        200: {
          description: 'The answer.',
          content: contents(answerSchema, format),
        },
        304: { description: 'The caller has the answer already.' },
        ...problemResponses('malformed_input', 'invalid_input', 'law_not_covered'),
      },
    });
    app.get(path, (c) => handleGet(c, format));
  }
};
