// How an answer or a problem goes out: its bytes, its type, its name as a file, and what the log keeps of it.

import type { Content, Format, Layout } from '../formats/format.ts';
import { type FieldError, inputProblem, type ProblemCode, problem } from '../problem.ts';
import { originIn } from '../sheets/files.ts';
import type { Lang } from '../values/text.ts';
import type { Ctx } from './context.ts';
import { helpFor } from './problem_help.ts';

/** Header fields of an answer by their names. */
export type HeaderFields = Readonly<Record<string, string>>;

/** The media type as a header states it. JSON is UTF-8 by definition; for text a client would guess. */
export const contentType = (media_type: string): string =>
  media_type.startsWith('text/') ? `${media_type}; charset=utf-8` : media_type;

/** The origin of the service as the caller knows it; undefined where that could mean something else inside a text. */
export const ownOrigin = (c: Ctx): string | undefined => c.get('public_url') ?? originIn(c.req.url, c.get('scheme'));

const encoder = new TextEncoder();

/** Answers with a text or with the bytes of a file. */
export function send(
  c: Ctx,
  content: Content,
  {
    type,
    headers = {},
    status = 200,
  }: { readonly type: string; readonly headers?: HeaderFields; readonly status?: number },
): Response {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  c.set('size', bytes.length);
  return new Response(bytes, {
    status,
    headers: { 'Content-Type': contentType(type), 'Content-Length': String(bytes.length), ...headers },
  });
}

/** Answers with a problem; without a detail of its own it says what the caller can do about it. */
export function sendProblem(
  c: Ctx,
  code: ProblemCode,
  occurrence: { readonly lang?: Lang; readonly detail?: string; readonly errors?: readonly FieldError[] } = {},
  headers: HeaderFields = {},
): Response {
  const { lang = c.get('lang'), errors } = occurrence;
  const detail = occurrence.detail ?? (errors === undefined ? helpFor(code)[lang] : undefined);
  const body = problem(code, { lang, detail, errors, request_id: c.get('request_id'), origin: ownOrigin(c) });
  c.set('problem', code);
  return send(c, JSON.stringify(body), {
    type: 'application/problem+json',
    headers: { 'Content-Language': lang, 'Cache-Control': 'no-store', ...headers },
    status: body.status,
  });
}

/** Answers with the mistakes of a request. */
export const refuseRequest = (
  c: Ctx,
  errors: readonly FieldError[],
  lang: Lang,
  headers: HeaderFields = {},
): Response => sendProblem(c, inputProblem(errors), { lang, errors }, headers);

/** The header that names a file: one to keep has a Japanese name beside it, a table to look at has its name, others have none. */
export function disposition(file: string, isTable: boolean, download: boolean): HeaderFields {
  if (download) {
    const japanese = encodeURIComponent(`回収_${file}`);
    return { 'Content-Disposition': `attachment; filename="${file}"; filename*=UTF-8''${japanese}` };
  }
  return isTable ? { 'Content-Disposition': `inline; filename="${file}"` } : {};
}

/** How the answer to a query is written and kept. */
export interface Rendering {
  readonly format: Format;
  readonly layout: Layout;
  /** How long it may be kept, and what it varies with. */
  readonly headers: HeaderFields;
}

/** Sends an answer in its format; `name` is that of a file that holds it, without extension. */
export function sendAnswer(
  c: Ctx,
  { content, name, lang }: { readonly content: Content; readonly name: string; readonly lang: Lang },
  { format, layout, headers }: Rendering,
): Response {
  const named = disposition(`${name}.${format.extension}`, format.columns !== undefined, layout.download);
  return send(c, content, { type: format.media_type, headers: { ...headers, 'Content-Language': lang, ...named } });
}
