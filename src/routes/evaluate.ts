// POST and GET /v1/evaluate: one receivable in, every way of recovering it valued and ranked.
// The GET form is a flat query for spreadsheets and links; its format stands in the address, so that caches see it.

import { z } from 'zod';
import { ASSUMPTIONS_VERSION } from '../assumptions/values.ts';
import { nearest } from '../claim/read.ts';
import type { Format } from '../formats/format.ts';
import * as registry from '../formats/index.ts';
import * as laws from '../law/index.ts';
import { type FieldError, inputProblem, type Lang } from '../problem.ts';
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
  type Ctx,
  isKnown,
  problemResponses,
  type Route,
  readBody,
  send,
  sendProblem,
  sha256,
  wallClock,
} from './route.ts';

const formats: readonly Format[] = Object.values(registry).sort((a, b) => (a.extension < b.extension ? -1 : 1));
const DEFAULT_FORMAT = registry.json;
const formatOf = (extension: string): Format | undefined => formats.find((format) => format.extension === extension);

const LAW_VERSIONS = Object.values(laws)
  .map(({ version }) => version)
  .join(',');

const DAY_SECONDS = 86_400;
/** Seconds for which an answer without a day of valuation may be reused; never past midnight. */
const FRESH_SECONDS = 600;

/** The format that the query names; the address and the query may both name it, but only alike. */
function chosenFormat(
  pairs: readonly [string, string][],
  address: Format | undefined,
  lang: Lang,
): Format | FieldError {
  const named = pairs.filter(([name]) => name === 'format').map(([, value]) => value);
  const known = formats.map(({ extension }) => extension);
  const expected = { ja: `${known.join('、')} のどれか`, en: `one of ${known.join(', ')}` }[lang];
  const wrong = (code: string, ja: string, en: string): FieldError => ({
    code,
    pointer: '/format',
    parameter: 'format',
    detail: lang === 'ja' ? ja : en,
    expected,
  });
  if (named.length > 1)
    return wrong('repeated_parameter', 'format が二度書かれています。', 'format is given more than once.');
  if (named[0] === undefined || named[0] === '') return address ?? DEFAULT_FORMAT;
  const format = formatOf(named[0].toLowerCase());
  if (format === undefined) {
    const near = nearest(named[0], known);
    return wrong(
      'unknown_value',
      `その形式はありません。${near === undefined ? '' : `${near} のことですか。`}`,
      `There is no such format.${near === undefined ? '' : ` Did you mean ${near}?`}`,
    );
  }
  return address === undefined || address === format
    ? format
    : wrong(
        'format_conflict',
        'URL の拡張子と format が合いません。',
        'format differs from the extension of the address.',
      );
}

/** The format with the highest preference in an Accept header; undefined when none is acceptable. */
function acceptedFormat(accept: string | undefined): Format | undefined {
  if (accept === undefined || accept.trim() === '') return DEFAULT_FORMAT;
  const offered = [DEFAULT_FORMAT, ...formats.filter((format) => format !== DEFAULT_FORMAT)];
  const ranges = accept
    .slice(0, 1000)
    .split(',')
    .map((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1');
      return { type, weight: Number.isFinite(weight) ? weight : 1 };
    });
  let best: Format | undefined;
  let most = 0;
  for (const format of offered) {
    const [main] = format.media_type.split('/');
    // The most exact range that matches decides, as RFC 9110 says.
    const weight =
      ranges.find(({ type }) => type === format.media_type)?.weight ??
      ranges.find(({ type }) => type === `${main}/*`)?.weight ??
      ranges.find(({ type }) => type === '*/*')?.weight ??
      0;
    if (weight > most) {
      most = weight;
      best = format;
    }
  }
  return best;
}

function refused(c: Ctx, errors: readonly FieldError[], lang: Lang, headers: Record<string, string>): Response {
  return sendProblem(c, inputProblem(errors), { lang, errors }, headers);
}

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
    return refused(c, errors, lang, { 'Cache-Control': 'public, max-age=60', ...vary });
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
  const fresh = Math.max(1, Math.min(FRESH_SECONDS, clock.left));
  const headers = {
    'Cache-Control': named('as_of')
      ? `public, max-age=3600, s-maxage=${7 * DAY_SECONDS}`
      : `public, max-age=${fresh}, s-maxage=${fresh}`,
    ETag: `"${MODEL_VERSION}.${tag.slice(0, 16)}"`,
    ...vary,
  };
  // The tag follows from the request alone, so a caller who has the answer costs no evaluation.
  if (isKnown(c, headers.ETag)) return new Response(null, { status: 304, headers });
  return answer(c, request, hash, format, headers);
}

const contents = (format: Format) => ({
  [format.media_type]: {
    schema:
      format === DEFAULT_FORMAT ? answerSchema : z.string().meta({ description: `The answer as ${format.label.en}.` }),
  },
});

const querySchema = z.object(Object.fromEntries(flatFields));
const formatSchema = z
  .enum(formats.map(({ extension }) => extension) as [string, ...string[]])
  .optional()
  .meta({
    description: 'Format of the answer.',
    example: DEFAULT_FORMAT.extension,
    'x-label-ja': '形式',
  });

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
        content: Object.assign({}, ...formats.map(contents)),
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
      request: { query: format === undefined ? querySchema.extend({ format: formatSchema }) : querySchema },
      responses: {
        200: {
          description: 'The answer.',
          content: format === undefined ? Object.assign({}, ...formats.map(contents)) : contents(format),
        },
        304: { description: 'The caller has the answer already.' },
        ...problemResponses('malformed_input', 'invalid_input', 'law_not_covered'),
      },
    });
    app.get(path, (c) => handleGet(c, format));
  }
};
