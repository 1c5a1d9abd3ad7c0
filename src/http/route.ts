// The route contract and what every route needs: the context of one request, formats, answers, problems, today.

import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { didYouMean, nearest } from '../fields/nearest.ts';
import type { Content, Format } from '../formats/format.ts';
import * as registry from '../formats/index.ts';
import * as laws from '../law/index.ts';
import { DEFAULT_JURISDICTION } from '../law/jurisdictions.ts';
import {
  type FieldError,
  inputProblem,
  PROBLEMS,
  type ProblemCode,
  parameterError,
  problem,
  problemSchema,
} from '../problem.ts';
import type { Day } from '../values/day.ts';
import type { Lang } from '../values/text.ts';

/** What the middleware knows about one request. */
export interface Variables {
  /** Language asked for by the header; a `lang` in the request goes before it. */
  lang: Lang;
  request_id: string;
  /** Milliseconds since 1970, read once at the entry. */
  now: number;
  /** Bytes of the answer, for the log. */
  size: number;
  /** Code of the problem answered with, for the log. */
  problem: ProblemCode | undefined;
  /** A file of the documentation package. */
  asset: (name: string) => Promise<Response | undefined>;
  /** How long a ledger may be. */
  limits: Limits;
  /** Lets the process look at what else it has to do. */
  pause: () => Promise<void>;
}

/** How long a ledger may be that is read row by row; what is read as a whole has limits of its own. */
export interface Limits {
  readonly bytes: number;
  readonly rows: number;
}

export type Env = { Variables: Variables; Bindings: object };
export type App = OpenAPIHono<Env>;
export type Ctx = Context<Env>;

/** A route adds its operations, and their description, to the app. */
export type Route = (app: App) => void;

/** Tags under which operations are listed. */
export const TAGS = {
  evaluate: 'What each way of recovering a receivable is worth.',
  law: 'The arithmetic of the law by itself, and every legal value with its source.',
  catalogues: 'What can be asked and what is assumed.',
  sheets: 'What spreadsheets load: formulas, scripts, an add-in, workbooks.',
  service: 'The service itself.',
} as const;

const encoder = new TextEncoder();

/** Answers with a text or with the bytes of a file. */
export function send(
  c: Ctx,
  content: Content,
  type: string,
  headers: Record<string, string> = {},
  status = 200,
): Response {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  c.set('size', bytes.length);
  return new Response(bytes, {
    status,
    headers: { 'Content-Type': withCharset(type), 'Content-Length': String(bytes.length), ...headers },
  });
}

// JSON is UTF-8 by definition; for text a client would guess.
const withCharset = (type: string): string => (type.startsWith('text/') ? `${type}; charset=utf-8` : type);

/** Answers with a problem. */
export function sendProblem(
  c: Ctx,
  code: ProblemCode,
  occurrence: { lang?: Lang; detail?: string; errors?: readonly FieldError[] } = {},
  headers: Record<string, string> = {},
): Response {
  const lang = occurrence.lang ?? c.get('lang');
  const body = problem(code, { ...occurrence, lang, request_id: c.get('request_id') });
  c.set('problem', code);
  return send(
    c,
    JSON.stringify(body),
    'application/problem+json',
    { 'Content-Language': lang, 'Cache-Control': 'no-store', ...headers },
    body.status,
  );
}

/** SHA-256 as hex digits. */
export async function sha256(content: Content): Promise<string> {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether the caller already has the representation with this entity tag. */
export function isKnown(c: Ctx, etag: string): boolean {
  const known = c.req.header('If-None-Match');
  if (known === undefined) return false;
  return known
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === etag);
}

/** A handler for a catalogue, which changes only with the version of the service; 304 when the caller has it. */
export function catalogueOf(value: () => unknown): (c: Ctx) => Promise<Response> {
  // Written on first use and kept: a catalogue is large and always the same.
  let kept: { text: string; etag: string } | undefined;
  return async (c) => {
    if (kept === undefined) {
      const text = JSON.stringify(value());
      kept = { text, etag: `"${(await sha256(text)).slice(0, 16)}"` };
    }
    const headers = { 'Cache-Control': 'public, max-age=3600', ETag: kept.etag };
    return isKnown(c, kept.etag)
      ? new Response(null, { status: 304, headers })
      : send(c, kept.text, 'application/json', headers);
  };
}

/** Every format an answer can be written in, sorted by extension. */
export const formats: readonly Format[] = Object.values(registry).sort((a, b) => (a.extension < b.extension ? -1 : 1));
/** The format of an answer when none is asked for; its schema is the one that is described. */
export const DEFAULT_FORMAT = registry.json;
const formatOf = (extension: string): Format | undefined => formats.find((format) => format.extension === extension);

/** Versions of every law, for entity tags. */
export const LAW_VERSIONS = Object.values(laws)
  .map(({ version }) => version)
  .join(',');

const DAY_SECONDS = 86_400;
/** Seconds for which an answer without a day of its own may be reused; never past midnight. */
const FRESH_SECONDS = 600;
/** How long a refusal may be reused. */
export const REFUSAL_CACHED = 'public, max-age=60';

/** How long an answer to a query may be reused: long when the query names its day, else until `left` seconds have passed. */
export function reusable(named: boolean, left: number): string {
  if (named) return `public, max-age=3600, s-maxage=${7 * DAY_SECONDS}`;
  const fresh = Math.max(1, Math.min(FRESH_SECONDS, left));
  return `public, max-age=${fresh}, s-maxage=${fresh}`;
}

/** The format that the query names; the address and the query may both name it, but only alike. */
export function chosenFormat(
  pairs: readonly [string, string][],
  address: Format | undefined,
  lang: Lang,
): Format | FieldError {
  const named = pairs.filter(([name]) => name === 'format').map(([, value]) => value);
  const known = formats.map(({ extension }) => extension);
  const expected = { ja: `${known.join('、')} のどれか`, en: `one of ${known.join(', ')}` }[lang];
  const wrong = (code: string, ja: string, en: string): FieldError =>
    parameterError('format', code, lang === 'ja' ? ja : en, expected);
  if (named.length > 1)
    return wrong('repeated_parameter', 'format が二度書かれています。', 'format is given more than once.');
  if (named[0] === undefined || named[0] === '') return address ?? DEFAULT_FORMAT;
  const format = formatOf(named[0].toLowerCase());
  if (format === undefined) {
    const near = nearest(named[0], known);
    return wrong(
      'unknown_value',
      `その形式はありません。${didYouMean(near).ja}`,
      `There is no such format.${didYouMean(near).en}`,
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
export function acceptedFormat(accept: string | undefined): Format | undefined {
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

/** Answers with the mistakes of a request. */
export function refused(c: Ctx, errors: readonly FieldError[], lang: Lang, headers: Record<string, string>): Response {
  return sendProblem(c, inputProblem(errors), { lang, errors }, headers);
}

/** The content of an answer in a format, for its description; `schema` is that of the answer itself. */
const formatted = (format: Format, schema: z.ZodType) => ({
  [format.media_type]: {
    schema: format === DEFAULT_FORMAT ? schema : z.string().meta({ description: `The answer as ${format.label.en}.` }),
  },
});

/** The parameter that names a format. */
export const formatSchema = z
  .enum(formats.map(({ extension }) => extension) as [string, ...string[]])
  .optional()
  .meta({
    description: 'Format of the answer.',
    example: DEFAULT_FORMAT.extension,
    'x-label-ja': '形式',
  });

/** The answer in every format, or in one. */
export const contents = (schema: z.ZodType, format?: Format) =>
  format === undefined ? Object.assign({}, ...formats.map((one) => formatted(one, schema))) : formatted(format, schema);

/** The parameters of a query that names its format. */
export const withFormat = (query: Record<string, z.ZodType>) => z.object({ ...query, format: formatSchema });

interface Zone {
  readonly time_zone: string;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The formatter of a zone, kept because making one costs more than reading a request. */
function clockOf(time_zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(time_zone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone: time_zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    clocks.set(time_zone, clock);
  }
  return clock;
}

/** The wall clock of a jurisdiction: today, and the seconds until tomorrow. */
export function wallClock(now: number, jurisdiction: string | undefined): { today: Day; left: number } {
  const known = laws as Record<string, Zone>;
  const name = jurisdiction !== undefined && Object.hasOwn(known, jurisdiction) ? jurisdiction : DEFAULT_JURISDICTION;
  const { time_zone } = known[name]!;
  const parts = new Map<string, string>(
    clockOf(time_zone)
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  );
  const of = (type: string) => parts.get(type) ?? '00';
  return {
    today: `${of('year')}-${of('month')}-${of('day')}`,
    left: 86_400 - (Number(of('hour')) * 3600 + Number(of('minute')) * 60 + Number(of('second'))),
  };
}

/** The problems an operation can answer with, for its description. */
export function problemResponses(...codes: ProblemCode[]) {
  const byStatus = new Map<number, string[]>();
  for (const code of [...codes, 'internal'] as const) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), `${PROBLEMS[code].title.en} (${code}).`]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, lines]) => [
      status,
      { description: lines.join(' '), content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
  );
}
