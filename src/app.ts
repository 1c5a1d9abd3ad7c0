// The service as one function from request to response: middleware, error mapping and mounting. It starts nothing, so
// tests and both entries import the same app.

import { HonoBase } from 'hono/hono-base';
import { TrieRouter } from 'hono/router/trie-router';
import { callerAddress, callerOf, rateHeaders } from './http/access.ts';
import { calculatorsIn } from './http/calculator.ts';
import type { App, Ctx, Env, Limits, StreamEnd } from './http/context.ts';
import { dress, forwardedScheme, PREFLIGHT } from './http/dressing.ts';
import { loggedFailure } from './http/failure_log.ts';
import { Gate } from './http/gate.ts';
import { RETRY_SECONDS } from './http/limits.ts';
import { RateLimit, type RateVerdict } from './http/rate_limit.ts';
import { sendProblem } from './http/sending.ts';
import { type Settings, USUAL_SETTINGS } from './http/settings.ts';
import { CALLER_GONE, CallerGone, Stopping, turnLimit } from './http/turns.ts';
import { LawNotCovered } from './law/dated.ts';
import { mountMcp } from './mcp/mcp.ts';
import type { KeptDecisions } from './portfolio/kept_decisions.ts';
import type { Helpers, Helping } from './portfolio/shared_work.ts';
import { ModelDiffers } from './request/model_version.ts';
import * as routes from './routes/index.ts';
import { LANGS, type Lang } from './values/text.ts';

/** What an entry lends to the app. */
export interface Host {
  /** Receives one line of JSON per request, and one for each place at which the code failed; nothing is logged without it. */
  readonly log?: (line: string) => void;
  /** A file of the documentation package, or one that is made before the service starts (`made_files.ts`). */
  readonly asset?: (name: string, bindings: unknown) => Promise<Response | undefined>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** How much one request may ask for, where it differs from the usual. */
  readonly limits?: Partial<Limits>;
  /** Whether the service is about to end, and the moment at which work in hand has to. */
  readonly stop?: { readonly isBegun: () => boolean; readonly signal: AbortSignal };
  /** What whoever runs the service has set. */
  readonly settings?: Settings;
  /** The address of a connection. */
  readonly address?: (bindings: unknown, request: Request) => string | undefined;
  /** Counts a request of a caller where the platform does; undefined where it does not, and the process counts by itself. */
  readonly limiter?: (caller: string, bindings: unknown) => Promise<RateVerdict> | undefined;
  /** Hears of every row of a ledger when it is answered, with its status. */
  readonly row_answered?: (status: number) => void;
  /** Keeps what is decided of ledgers, for a service that one person holds. */
  readonly kept?: KeptDecisions;
  /** Other workers who decide claims of the one ledger that is asked for, where decisions are kept. */
  readonly helpers?: Helpers;
  /** The share of the one ledger that is decided for another worker, instead of answering its rows. */
  readonly helping?: Helping;
}

/** What a Worker can do in its time. */
const WORKER_LIMITS: Limits = { bytes: 64 * 1024 * 1024, rows: 100_000, cost: 10_000 };
/** Milliseconds for which a request may hold the process at a stretch. */
const TURN_MS = 8;
/** Steps after which its turn is over on a platform whose clock stands still while it computes. */
const TURN_STEPS = 64;

/** Milliseconds since 1970. */
const moment = (): number => Date.now();

/** Request ids that are kept; any other is replaced. */
const REQUEST_ID = /^[A-Za-z0-9_-]{1,64}$/;
/** Characters of a path that are logged. */
const PATH_LOGGED = 200;
/** Places of failure that are logged of one request. */
const FAILURES_LOGGED = 20;

/** The first language of the service that an Accept-Language header prefers; Japanese when it names none. */
export function preferredLang(header: string | undefined): Lang {
  let best: Lang = 'ja';
  let most = 0;
  for (const range of (header ?? '').slice(0, 500).split(',')) {
    const [tag = '', quality] = range.split(';').map((part) => part.trim().toLowerCase());
    const lang = LANGS.find((known) => tag === known || tag.startsWith(`${known}-`));
    const weight = quality?.startsWith('q=') ? Number(quality.slice(2)) : 1;
    if (lang !== undefined && weight > most) {
      best = lang;
      most = weight;
    }
  }
  return best;
}

/** What is said of a compressed body: read as it is, it would seem to be broken. */
const NOT_PACKED = {
  ja: '本文を圧縮しないで（Content-Encoding なしで）送ってください。',
  en: 'Send the body without compression (without Content-Encoding).',
};

/** Whether a path is one that a route serves; a segment beginning with a colon stands for any. */
function serves(pattern: string, path: string): boolean {
  const [parts, segments] = [pattern.split('/'), path.split('/')];
  return parts.length === segments.length && parts.every((part, i) => part.startsWith(':') || part === segments[i]);
}

/** Methods that exist at a path. */
function methodsAt(app: App, path: string): string[] {
  const methods = new Set(
    app.routes.filter((route) => route.method !== 'ALL' && serves(route.path, path)).map(({ method }) => method),
  );
  if (methods.has('GET')) methods.add('HEAD');
  return methods.size === 0 ? [] : [...methods, 'OPTIONS'];
}

/** Logs where the code failed under one request, each place once: the rows of a long ledger mostly fail alike. */
function failureLog(log: Host['log'], request_id: string): (error: unknown) => void {
  const logged = new Set<string>();
  return (error) => {
    const line = JSON.stringify({ ...loggedFailure(error), request_id });
    if (logged.has(line) || logged.size >= FAILURES_LOGGED) return;
    logged.add(line);
    log?.(line);
  };
}

/** Lets the process do what waits; where it can, without a timer, which takes a millisecond at least. */
const aside = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });

/** Writes the line of a request; of one that is answered piece by piece, when that ends. */
function requestLog(c: Ctx, log: Host['log']): (end?: Partial<StreamEnd> & { readonly ms?: number }) => void {
  return (end = {}) => {
    const found = c.get('problem');
    const line = {
      method: c.req.method,
      path: c.req.path.slice(0, PATH_LOGGED),
      status: c.res.status,
      size: c.get('size') ?? 0,
      ...(found === undefined ? {} : { problem: found }),
      ...end,
      request_id: c.get('request_id'),
    };
    log?.(JSON.stringify(line));
  };
}

/** What the requests of one service have in common. */
interface ServiceParts {
  readonly host: Host;
  readonly settings: Settings;
  readonly gates: Ctx['var']['gates'];
  readonly rates: RateLimit;
}

/** Tells the operations what they may need to know about a request. */
function introduce(c: Ctx, { host, settings, gates }: ServiceParts): void {
  const { log, asset, now = moment, limits, stop } = host;
  const stated = c.req.header('X-Request-Id');
  const request_id = stated !== undefined && REQUEST_ID.test(stated) ? stated : crypto.randomUUID();
  const turn = turnLimit({ ms: TURN_MS, steps: TURN_STEPS, now: moment, aside });
  c.set('request_id', request_id);
  c.set('log_failure', failureLog(log, request_id));
  c.set('lang', preferredLang(c.req.header('Accept-Language')));
  c.set('now', now());
  c.set('limits', { ...WORKER_LIMITS, ...limits, ...settings.limits });
  c.set('kept', host.kept);
  c.set('helpers', host.helpers);
  c.set('helping', host.helping);
  c.set('row_answered', (status) => host.row_answered?.(status));
  c.set('gates', gates);
  c.set('public_url', settings.public_url);
  c.set('scheme', forwardedScheme(c, settings.trusted_proxies));
  c.set('stop', stop?.signal);
  c.set('is_stopping', stop?.isBegun() ?? false);
  c.set('turn_over', turn.isOver);
  c.set('give_way', turn.giveWay);
  c.set('asset', async (name) => asset?.(name, c.env));
}

/** Refuses a caller that may not go on; undefined for the others. `told` receives what a caller learns about its rate. */
async function refusal(c: Ctx, { host, settings, rates }: ServiceParts, told: Record<string, string>) {
  const { path, raw } = c.req;
  // Whoever watches the service is never turned away.
  if (path === '/health') return undefined;
  const { trusted_proxies } = settings;
  const address = callerAddress(host.address?.(c.env, raw) ?? '', raw.headers.get('X-Forwarded-For'), trusted_proxies);
  const caller = callerOf({ headers: raw.headers, path, address }, settings);
  const { ok, who, rate } = caller;
  if (rate !== null) {
    const verdict = (await host.limiter?.(who, c.env)) ?? rates.take(who, rate, c.get('now'));
    Object.assign(told, rateHeaders(rate, verdict));
    if (!verdict.allowed) return sendProblem(c, 'too_many_requests');
  }
  if (!ok) return sendProblem(c, 'key_needed', {}, { 'WWW-Authenticate': 'Bearer' });
  return /^(?:identity)?$/i.test(raw.headers.get('Content-Encoding') ?? '')
    ? undefined
    : sendProblem(
        c,
        'unsupported_media_type',
        { detail: NOT_PACKED[c.get('lang')] },
        { 'Accept-Encoding': 'identity' },
      );
}

/** Builds the app. */
export function createApp(host: Host = {}): App {
  const { log, settings = USUAL_SETTINGS } = host;
  const { places, line } = settings.heavy;
  // What is short is never turned away.
  const gates = { heavy: new Gate(places, line), light: new Gate(places, Number.POSITIVE_INFINITY) };
  const service: ServiceParts = { host, settings, gates, rates: new RateLimit() };
  // The usual router of hono compiles all addresses at the first request, which costs a new instance more than it saves.
  const app: App = new HonoBase<Env>({ router: new TrieRouter() });

  app.use('*', async (c, next) => {
    introduce(c, service);
    const logRequest = requestLog(c, log);
    const began = moment();
    let isLater = false;
    c.set('log_later', () => {
      isLater = true;
      return (end) => logRequest({ ...end, ms: moment() - began });
    });
    const told: Record<string, string> = {};
    if (c.req.method === 'OPTIONS') {
      const methods = methodsAt(app, c.req.path);
      c.res = new Response(null, {
        status: 204,
        headers: { ...PREFLIGHT, ...(methods.length === 0 ? {} : { Allow: methods.join(', ') }) },
      });
    } else {
      const refused = await refusal(c, service, told);
      if (refused) c.res = refused;
      else await next();
    }
    dress(c, settings, told);
    if (!isLater) logRequest();
  });

  for (const mount of Object.values(routes)) mount(app);
  mountMcp(app, calculatorsIn(routes));

  app.notFound((c) => {
    const methods = methodsAt(app, c.req.path);
    return methods.length === 0
      ? sendProblem(c, 'not_found')
      : sendProblem(c, 'method_not_allowed', {}, { Allow: methods.join(', ') });
  });

  app.onError((error, c) => {
    if (error instanceof Stopping) return sendProblem(c, 'stopping', {}, { 'Retry-After': String(RETRY_SECONDS) });
    if (error instanceof CallerGone) return new Response(null, { status: CALLER_GONE });
    if (error instanceof LawNotCovered) {
      const detail = {
        ja: `${error.id} を ${error.day} について収録していません。基準日か契約日を確かめてください。`,
        en: `${error.id} is not covered on ${error.day}. Check as_of and contract_date.`,
      };
      return sendProblem(c, 'law_not_covered', { detail: detail[c.get('lang')] });
    }
    if (error instanceof ModelDiffers) return sendProblem(c, 'model_version_differs');
    c.get('log_failure')(error);
    return sendProblem(c, 'internal');
  });

  return app;
}
