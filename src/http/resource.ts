// How a question of facts is asked and answered, whatever the answer is: by a query that caches may keep, or by a JSON body that
// none may; in every format; and how both are described.

import { z } from 'zod';
import { type Content, type Format, type Layout, plainLayout } from '../formats/format.ts';
import type { FieldError } from '../problem.ts';
import { MODEL_VERSION } from '../report/report.ts';
import { canonical } from '../request/canonical.ts';
import type { RequestSource } from '../request/fields_reader.ts';
import type { Day } from '../values/day.ts';
import type { Lang } from '../values/text.ts';
import { readBody } from './json_body.ts';
import {
  type App,
  acceptedFormat,
  type Ctx,
  chosenFormat,
  contents,
  formats,
  isKnown,
  LAW_VERSIONS,
  problemResponses,
  REFUSAL_CACHED,
  refused,
  reusable,
  send,
  sendProblem,
  sha256,
  type TAGS,
  wallClock,
  withFormat,
} from './route.ts';
import { chosenLayout, columnsField, LAYOUT_PARAMETERS, layoutFields } from './table_layout.ts';

/** A question that could be read. */
export interface Question {
  readonly ok: true;
  readonly lang: Lang;
  readonly jurisdiction: string;
  /** What the answer follows from beside its format and the versions of model and law. */
  readonly follows_from: readonly unknown[];
}

export type QuestionOrErrors<Q extends Question> =
  | Q
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly lang: Lang };

/** What can be asked at an address. */
export interface Resource<Q extends Question> {
  /** The field that names the day of the answer; today without it. */
  readonly dayField: string;
  readonly read: (
    input: RequestSource,
    today: (jurisdiction: string | undefined) => Day,
    lang: Lang,
  ) => Promise<QuestionOrErrors<Q>>;
  readonly answer: (c: Ctx, question: Q, format: Format, headers: Record<string, string>, layout: Layout) => Response;
  /** Its tables may be limited to some of their columns. */
  readonly selects?: boolean;
}

/** Sends an answer as a file of this name; a file to keep has a Japanese name beside it. */
export function sendAnswer(
  c: Ctx,
  content: Content,
  name: string,
  format: Format,
  lang: Lang,
  headers: Record<string, string>,
  { download }: Layout,
): Response {
  return send(c, content, format.media_type, {
    ...headers,
    'Content-Language': lang,
    ...disposition(`${name}.${format.extension}`, format.columns !== undefined, download),
  });
}

/** The header that names a file: one to keep has a Japanese name beside it, a table to look at has its name, others have none. */
export const disposition = (file: string, isTable: boolean, download: boolean): Record<string, string> =>
  download
    ? {
        'Content-Disposition': `attachment; filename="${file}"; filename*=UTF-8''${encodeURIComponent(`回収_${file}`)}`,
      }
    : isTable
      ? { 'Content-Disposition': `inline; filename="${file}"` }
      : {};

const clockOf = (c: Ctx) => (jurisdiction: string | undefined) => wallClock(c.get('now'), jurisdiction);

/** What an answer to a query varies with beside its address. */
export const varying = (langNamed: boolean): Record<string, string> => (langNamed ? {} : { Vary: 'Accept-Language' });

/** How long an answer may be kept, and a tag that follows from the question alone, so that who has it costs no computation. */
export async function keeping(followsFrom: readonly unknown[], dayNamed: boolean, left: number) {
  const tag = await sha256(canonical([...followsFrom, MODEL_VERSION, LAW_VERSIONS]));
  return { 'Cache-Control': reusable(dayNamed, left), ETag: `"${MODEL_VERSION}.${tag.slice(0, 16)}"` };
}

/** Answers a query in the format of the address or of `format=`. */
export async function answerQuery<Q extends Question>(
  c: Ctx,
  resource: Resource<Q>,
  address: Format | undefined,
): Promise<Response> {
  const pairs = [...new URL(c.req.url).searchParams];
  const query = pairs.filter(([name]) => name !== 'format' && !LAYOUT_PARAMETERS.includes(name));
  const clock = clockOf(c);
  const question = await resource.read({ query }, (jurisdiction) => clock(jurisdiction).today, c.get('lang'));
  const { lang } = question;
  const format = chosenFormat(pairs, address, lang);
  const named = (wanted: string) => query.some(([name, value]) => name === wanted && value.trim() !== '');
  const vary = varying(named('lang'));
  const laid =
    'write' in format ? chosenLayout(pairs, format, lang, resource.selects ? format.columns : undefined) : null;
  if (!('write' in format) || laid === null || laid.errors.length > 0 || !question.ok) {
    const errors = [
      ...(question.ok ? [] : question.errors),
      ...('write' in format ? [] : [format]),
      ...(laid?.errors ?? []),
    ];
    return refused(c, errors, lang, { 'Cache-Control': REFUSAL_CACHED, ...vary });
  }
  const { layout } = laid;
  const followsFrom = [question.follows_from, lang, format.extension, layout];
  const kept = await keeping(followsFrom, named(resource.dayField), clock(question.jurisdiction).left);
  const headers = { ...kept, ...vary };
  if (isKnown(c, headers.ETag)) return new Response(null, { status: 304, headers });
  // From here on problems speak the language of the request, too.
  c.set('lang', lang);
  return resource.answer(c, question, format, headers, layout);
}

async function answerBody<Q extends Question>(c: Ctx, resource: Resource<Q>): Promise<Response> {
  const format = acceptedFormat(c.req.header('Accept'));
  if (format === undefined) return sendProblem(c, 'not_acceptable');
  const body = await readBody(c.req.raw);
  if (!body.ok) return sendProblem(c, body.code);
  const clock = clockOf(c);
  const question = await resource.read(
    { body: body.value },
    (jurisdiction) => clock(jurisdiction).today,
    c.get('lang'),
  );
  if (!question.ok) return refused(c, question.errors, question.lang, {});
  c.set('lang', question.lang);
  const headers = { 'Cache-Control': 'no-store', Vary: 'Accept, Accept-Language' };
  return resource.answer(c, question, format, headers, plainLayout(format, question.lang));
}

/** An address in the words of its description. */
interface Described {
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly tag: keyof typeof TAGS;
  /** Schema of the answer. */
  readonly schema: z.ZodType;
}

/** Serves and describes a resource at an address for JSON bodies. */
export function servePost<Q extends Question>(
  app: App,
  resource: Resource<Q>,
  { path, id, summary, description, tag, schema }: Described,
  body: { readonly schema: z.ZodType; readonly description: string },
): void {
  app.openAPIRegistry.registerPath({
    method: 'post',
    path,
    operationId: id,
    summary,
    description: `${description} JSON labelled text/plain is read too.`,
    tags: [tag],
    request: {
      body: {
        required: true,
        description: body.description,
        content: { 'application/json': { schema: body.schema } },
      },
    },
    responses: {
      200: { description: 'The answer, in the format asked for by Accept.', content: contents(schema) },
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
  app.post(path, (c) => answerBody(c, resource));
}

/** Serves and describes a resource for queries: at its address alone, and with the extension of every format. */
export function serveQuery<Q extends Question>(
  app: App,
  resource: Resource<Q>,
  { path, id, summary, description, tag, schema }: Described,
  query: Readonly<Record<string, z.ZodType>>,
): void {
  const parameters = { ...query, ...layoutFields, ...(resource.selects ? columnsField : {}) };
  for (const format of [undefined, ...formats]) {
    const address = format === undefined ? path : `${path}.${format.extension}`;
    app.openAPIRegistry.registerPath({
      method: 'get',
      path: address,
      operationId: format === undefined ? `${id}Query` : `${id}Query_${format.extension}`,
      summary: format === undefined ? summary : `${summary}, as ${format.label.en}`,
      description: `${description} Parameters beginning with _ are ignored.`,
      tags: [tag],
      request: { query: format === undefined ? withFormat(parameters) : z.object(parameters) },
      responses: {
        200: { description: 'The answer.', content: contents(schema, format) },
        304: { description: 'The caller has the answer already.' },
        ...problemResponses('malformed_input', 'invalid_input', 'law_not_covered'),
      },
    });
    app.get(address, (c) => answerQuery(c, resource, format));
  }
}
