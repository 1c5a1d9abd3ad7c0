// What holds for every answer, whatever was asked.

import { NDJSON_TYPE } from '../../src/http/ledger_answer.ts';
import { DEFAULT_FORMAT, formats } from '../../src/http/negotiation.ts';
import { PROBLEMS, type ProblemCode } from '../../src/problem.ts';
import type { Call, Description } from './requests.ts';
import { mistakesIn, type Schema } from './schema.ts';

/** An answer that has been read. */
export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** Sends a call. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** Sends a call and reads the answer. */
export async function answerTo(ask: Ask, { method, url, headers, body }: Omit<Call, 'operation'>): Promise<Answered> {
  const answer = await ask(url, { method, headers: { ...headers }, ...(body === undefined ? {} : { body }) });
  const type = (answer.headers.get('Content-Type') ?? '').split(';')[0] ?? '';
  return { status: answer.status, type, headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

const textOf = ({ bytes }: Answered): string => new TextDecoder().decode(bytes);

/** Formats beside the usual one. */
const OTHER_FORMATS = formats.filter((format) => format !== DEFAULT_FORMAT).map(({ media_type }) => media_type);

/** Answers that any operation may have, described or not. */
const ANYWHERE = [405, 406, 404, 304, 204];

interface Option {
  readonly id: string;
  readonly rank: number | null;
  readonly net_value: string | null;
  readonly p10: string | null;
  readonly p50: string | null;
  readonly p90: string | null;
  readonly cvar10: string | null;
  readonly chance_of_loss: number | null;
  readonly chance_paid_in_full: number | null;
  readonly bridge?: readonly { readonly step: string; readonly amount: string }[];
}

interface EvaluationBody {
  readonly meta: { readonly input_hash: string };
  readonly recommendation: { readonly option: string; readonly net_value: string };
  readonly options: readonly Option[];
}

/** What is wrong with one option. */
function mistakesInOption(option: Option): string[] {
  const found: string[] = [];
  const { id, net_value, bridge } = option;
  const quantiles = [option.cvar10, option.p10, option.p50, option.p90]
    .filter((one) => typeof one === 'string')
    .map(Number);
  if (quantiles.some((one, i) => i > 0 && one < (quantiles[i - 1] ?? one))) found.push(`${id}: quantiles ${quantiles}`);
  for (const chance of [option.chance_of_loss, option.chance_paid_in_full])
    if (typeof chance === 'number' && (chance < 0 || chance > 1)) found.push(`${id}: chance ${chance}`);
  if (bridge !== undefined && net_value !== null) {
    const amounts = bridge.map(({ amount }) => Number(amount));
    const sum = amounts.slice(0, -1).reduce((all, one) => all + one, 0);
    if (Math.abs(sum - (amounts.at(-1) ?? 0)) > 1e-6)
      found.push(`${id}: the bridge comes to ${sum}, not ${amounts.at(-1)}`);
    if (amounts.at(-1) !== Number(net_value))
      found.push(`${id}: the bridge ends at ${amounts.at(-1)}, not ${net_value}`);
  }
  return found;
}

/** What is wrong with an evaluation in itself. */
export function mistakesInEvaluation({ recommendation, options }: EvaluationBody): string[] {
  const open = options.filter(({ rank }) => typeof rank === 'number');
  const found = options.flatMap(mistakesInOption);
  if (open.some(({ rank }, i) => rank !== i + 1)) found.push(`ranks ${open.map(({ rank }) => rank)}`);
  const [first] = open;
  if (first?.id !== recommendation.option) found.push(`${first?.id} is first, ${recommendation.option} is recommended`);
  if (first?.net_value !== recommendation.net_value)
    found.push('the value of the first is not that of the recommendation');
  return found;
}

/** What is wrong with a problem. */
function mistakesInProblem(answer: Answered): string[] {
  const body = JSON.parse(textOf(answer)) as { code: ProblemCode; status: number; instance?: string; detail: string };
  const found: string[] = [];
  if (PROBLEMS[body.code]?.status !== answer.status || body.status !== answer.status)
    found.push(`${body.code} is ${answer.status}`);
  if (body.instance !== `urn:request:${answer.headers.get('X-Request-Id')}`)
    found.push('the problem names another request');
  if (body.detail === '') found.push('the problem says nothing');
  if (/\bat (?:async )?\w+ \(|node_modules|src\//.test(textOf(answer))) found.push('the problem shows the code');
  return found;
}

/** What is wrong with an answer in itself: its status, type, shape, and figures. */
export function mistakesInAnswer({ operation, method }: Call, answer: Answered, home: Description): string[] {
  const { status, type, headers } = answer;
  const found: string[] = [];
  if (status >= 500) found.push(`status ${status}`);
  if (!headers.get('X-Request-Id') || headers.get('X-Content-Type-Options') !== 'nosniff')
    found.push('a header is missing');
  if (method === 'HEAD' || method === 'OPTIONS' || status === 304) {
    if (answer.bytes.length > 0) found.push('a body where none may be');
    return found;
  }
  // Its faults are those of JSON-RPC.
  if (status >= 400 && operation.path === '/mcp') return found;
  if (status >= 400)
    return type === 'application/problem+json'
      ? [...found, ...mistakesInProblem(answer)]
      : [...found, `a problem as ${type}`];
  if (method !== operation.method) return found;
  const described = operation.responses[String(status)];
  if (described === undefined)
    return ANYWHERE.includes(status) ? found : [...found, `status ${status} is not described`];
  const content = Object.entries(described.content ?? {}).find(([media]) => media === type);
  // A plain address describes JSON alone; how to ask it for another format stands in its description.
  const others = operation.path === '/v1/portfolio' ? [...OTHER_FORMATS, NDJSON_TYPE] : OTHER_FORMATS;
  const isOtherFormat = 'application/json' in (described.content ?? {}) && others.includes(type);
  if (content === undefined) return isOtherFormat ? found : [...found, `${type} is not described`];
  const { schema } = content[1] as { schema: Schema };
  if (type === 'application/json') {
    const value = JSON.parse(textOf(answer)) as unknown;
    found.push(...mistakesIn(value, schema, home).slice(0, 5));
    if (operation.path.startsWith('/v1/evaluate')) found.push(...mistakesInEvaluation(value as EvaluationBody));
  }
  return found;
}

/** The figures of an evaluation, which no language changes. */
const figuresOf = ({ recommendation, options }: EvaluationBody): string =>
  JSON.stringify([
    recommendation.option,
    recommendation.net_value,
    options.map(({ id, rank, net_value, p10, p90, bridge }) => [
      id,
      rank,
      net_value,
      p10,
      p90,
      bridge?.map((one) => one.amount),
    ]),
  ]);

/** Fields as the members of a JSON object: a name with a dot is a member of an object. */
function nested(fields: Readonly<Record<string, string>>): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const dot = name.indexOf('.');
    if (dot < 0) body[name] = value;
    else body[name.slice(0, dot)] = { ...(body[name.slice(0, dot)] as object), [name.slice(dot + 1)]: value };
  }
  return body;
}

const JSON_HEADERS = { 'Content-Type': 'application/json' };

/** What is wrong between an answer about a claim and the same question by other doors and in another language. */
export async function mistakesBetweenDoors(ask: Ask, call: Call): Promise<string[]> {
  const { claim } = call;
  if (claim === undefined) return [];
  const found: string[] = [];
  const fields = { ...claim, lang: 'ja' };
  const get = (path: string, more: Record<string, string> = {}) =>
    answerTo(ask, { method: 'GET', url: `${path}?${new URLSearchParams({ ...fields, ...more })}`, headers: {} });
  const first = await get('/v1/evaluate');
  if (first.status !== 200) return [];
  const value = JSON.parse(textOf(first)) as EvaluationBody;
  const again = await get('/v1/evaluate');
  if (textOf(again) !== textOf(first)) found.push('the same request has other bytes');
  const english = await get('/v1/evaluate', { lang: 'en' });
  if (figuresOf(JSON.parse(textOf(english)) as EvaluationBody) !== figuresOf(value))
    found.push('English has other figures');
  if (Object.keys(fields).every((name) => !name.startsWith('assumptions.'))) {
    const body = JSON.stringify(nested(fields));
    const posted = await answerTo(ask, { method: 'POST', url: '/v1/evaluate', headers: JSON_HEADERS, body });
    if (textOf(posted) !== textOf(first)) found.push(`POST has other bytes: ${posted.status} ${body}`);
    const row = { defaults: {}, rows: [nested(fields)] };
    const ledger = await answerTo(ask, {
      method: 'POST',
      url: '/v1/portfolio?out=best,best_net&lang=ja',
      headers: JSON_HEADERS,
      body: JSON.stringify(row),
    });
    const { rows } = JSON.parse(textOf(ledger)) as { rows?: { result?: { best: string; best_net: string } }[] };
    const result = rows?.[0]?.result;
    if (result?.best_net !== value.recommendation.net_value)
      found.push(`a row is worth ${result?.best_net} ${ledger.status}`);
  }
  const cell = textOf(await get('/v1/cell', { field: 'best_net' }));
  if (cell !== value.recommendation.net_value)
    found.push(`a cell holds ${cell}, not ${value.recommendation.net_value}`);
  return found;
}
