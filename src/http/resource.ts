// A resource: facts in, an answer out, whatever they are. A GET carries the facts in its query, and caches may keep the answer; a POST carries
// them as JSON, and none may. Both answer in every format.

import type { Format } from '../formats/format.ts';
import type { FieldError } from '../problem.ts';
import { NO_COST, type WorkCost } from '../request/cost.ts';
import type { RequestSource } from '../request/fields_reader.ts';
import { repeatedPaths } from '../request/mistakes.ts';
import { isRawObject } from '../request/raw_object.ts';
import type { Day } from '../values/day.ts';
import type { Lang } from '../values/text.ts';
import { cacheHeaders, callerHas, notModified, REFUSAL_CACHED, varyHeader } from './caching.ts';
import { clockOf } from './clock.ts';
import { type App, type Ctx, queryPairs } from './context.ts';
import { type JsonValue, readBody } from './json_body.ts';
import { isDeclined, withinLimits } from './limits.ts';
import { acceptedFormat, chosenFormat, formats, isFormat } from './negotiation.ts';
import { type Rendering, refuseRequest, sendProblem } from './sending.ts';
import { chosenLayout, LAYOUT_PARAMETERS } from './table_layout.ts';

/** A query that could be read. */
export interface ResourceQuery {
  readonly ok: true;
  readonly lang: Lang;
  readonly jurisdiction: string;
  /** What the answer follows from beside its format and the versions of model and law. */
  readonly follows_from: readonly unknown[];
}

/** A query, or every mistake in it. */
export type QueryOrErrors<Q extends ResourceQuery> =
  | Q
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly lang: Lang };

/** What can be asked at an address. */
export interface Resource<Q extends ResourceQuery> {
  /** The field that names the day of the answer; today without it. */
  readonly dayField: string;
  readonly read: (
    input: RequestSource,
    today: (jurisdiction: string | undefined) => Day,
    lang: Lang,
  ) => QueryOrErrors<Q>;
  readonly answer: (c: Ctx, query: Q, rendering: Rendering) => Response | Promise<Response>;
  /** What the answer will cost to compute; nothing worth a limit without it. */
  readonly cost?: (query: Q) => WorkCost;
  /** Its tables may be limited to some of their columns. */
  readonly selects?: boolean;
}

/** Reads a request for a resource at the moment at which it came in. */
function readInput<Q extends ResourceQuery>(c: Ctx, resource: Resource<Q>, input: RequestSource): QueryOrErrors<Q> {
  const clock = clockOf(c);
  return resource.read(input, (jurisdiction) => clock(jurisdiction).today, c.get('lang'));
}

/** Answers a query that could be read, when that costs no more than it may. */
async function answerWithin<Q extends ResourceQuery>(
  c: Ctx,
  { cost, answer }: Resource<Q>,
  query: Q,
  rendering: Rendering,
): Promise<Response> {
  // From here on problems speak the language of the request, too.
  const { lang } = query;
  c.set('lang', lang);
  const found = await withinLimits(c, cost?.(query) ?? NO_COST, async () => answer(c, query, rendering));
  if (!isDeclined(found)) return found;
  const { declined, detail, headers } = found;
  return sendProblem(c, declined, detail ? { detail: detail[lang] } : {}, headers);
}

/** Answers a query in the format of the address or of `format=`. */
export async function answerQuery<Q extends ResourceQuery>(
  c: Ctx,
  resource: Resource<Q>,
  address: Format | undefined,
): Promise<Response> {
  const pairs = queryPairs(c);
  const stated = pairs.filter(([name]) => name !== 'format' && !LAYOUT_PARAMETERS.includes(name));
  const query = readInput(c, resource, { query: stated });
  const { lang } = query;
  const format = chosenFormat(pairs, address, lang);
  const isStated = (field: string) => stated.some(([name, value]) => name === field && value.trim() !== '');
  const vary = varyHeader(isStated('lang'));
  const refused = { 'Cache-Control': REFUSAL_CACHED, ...vary };
  const mistakes = query.ok ? [] : query.errors;
  if (!isFormat(format)) return refuseRequest(c, [...mistakes, format], lang, refused);
  const { layout, errors } = chosenLayout(pairs, format, lang, resource.selects ? format.columns : undefined);
  if (!query.ok || errors.length > 0) return refuseRequest(c, [...mistakes, ...errors], lang, refused);
  const followsFrom = [query.follows_from, lang, format.extension, layout];
  const { left } = clockOf(c)(query.jurisdiction);
  const kept = cacheHeaders(followsFrom, isStated(resource.dayField), left);
  const headers = { ...kept, ...vary };
  if (callerHas(c, kept.ETag)) return notModified(headers);
  return answerWithin(c, resource, query, { format, layout, headers });
}

/** A body with the fields that its address adds, which nobody should pass over in silence, and the names that stand in both. */
export function withAddress(c: Ctx, { value: body, repeated: twice }: JsonValue, not: readonly string[] = []) {
  const added = queryPairs(c).filter(([name]) => !name.startsWith('_') && !not.includes(name));
  const isObject = isRawObject(body);
  const repeated = added
    .map(([name]) => name)
    .filter((name, i, names) => isObject && (Object.hasOwn(body, name) || names.indexOf(name) < i));
  return {
    value: isObject ? { ...Object.fromEntries(added), ...body } : body,
    repeated: (lang: Lang): FieldError[] => repeatedPaths([...twice, ...repeated.map((name) => name.split('.'))], lang),
  };
}

/** Answers a JSON body, to which the address may add fields, in the format of `format=` or that which Accept prefers. */
async function answerBody<Q extends ResourceQuery>(c: Ctx, resource: Resource<Q>): Promise<Response> {
  const pairs = queryPairs(c);
  const isStated = pairs.some(([name]) => name === 'format');
  const accepted = acceptedFormat(c.req.header('Accept'));
  if (accepted === undefined && !isStated) return sendProblem(c, 'not_acceptable');
  const body = await readBody(c.req.raw);
  if (!body.ok) return sendProblem(c, body.code);
  const { value, repeated } = withAddress(c, body, ['format', ...LAYOUT_PARAMETERS]);
  const query = readInput(c, resource, { body: value });
  const { lang } = query;
  const mistakes = [...(query.ok ? [] : query.errors), ...repeated(lang)];
  const format = accepted === undefined || isStated ? chosenFormat(pairs, undefined, lang) : accepted;
  if (!isFormat(format)) return refuseRequest(c, [...mistakes, format], lang);
  const { layout, errors } = chosenLayout(pairs, format, lang, resource.selects ? format.columns : undefined);
  if (!query.ok || mistakes.length > 0 || errors.length > 0) return refuseRequest(c, [...mistakes, ...errors], lang);
  const headers = { 'Cache-Control': 'no-store', Vary: 'Accept, Accept-Language' };
  return answerWithin(c, resource, query, { format, layout, headers });
}

/** Serves a resource at an address for JSON bodies. */
export function servePost<Q extends ResourceQuery>(app: App, resource: Resource<Q>, path: string): void {
  app.post(path, (c) => answerBody(c, resource));
}

/** Serves a resource for queries: at its address alone, and with the extension of every format. */
export function serveQuery<Q extends ResourceQuery>(app: App, resource: Resource<Q>, path: string): void {
  app.get(path, (c) => answerQuery(c, resource, undefined));
  for (const format of formats) app.get(`${path}.${format.extension}`, (c) => answerQuery(c, resource, format));
}
