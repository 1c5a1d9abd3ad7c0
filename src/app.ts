// The service as one function from request to response: middleware, error mapping and mounting. It starts nothing, so
// tests and both entries import the same app.

import { HonoBase } from 'hono/hono-base';
import { TrieRouter } from 'hono/router/trie-router';
import { calculatorsIn } from './http/calculator.ts';
import type { App, Ctx, Env, LedgerLimits } from './http/context.ts';
import { loggedFailure } from './http/failure_log.ts';
import { sendProblem } from './http/sending.ts';
import { LawNotCovered } from './law/dated.ts';
import { mountMcp } from './mcp/mcp.ts';
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
  /** How long a ledger may be that is read row by row. */
  readonly limits?: LedgerLimits;
  /** Hears of every row of a ledger when it is answered, with its status. */
  readonly row_answered?: (status: number) => void;
}

/** What a Worker can evaluate in its time. */
const WORKER_LIMITS: LedgerLimits = { bytes: 64 * 1024 * 1024, rows: 100_000 };

/** Request ids that are kept; any other is replaced. */
const REQUEST_ID = /^[A-Za-z0-9_-]{1,64}$/;
/** Characters of a path that are logged. */
const PATH_LOGGED = 200;
/** Places of failure that are logged of one request. */
const FAILURES_LOGGED = 20;

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Content-Language, ETag, X-Ledger-Doubts, X-Ledger-Left-Out, X-Request-Id',
};

const PREFLIGHT = {
  'Access-Control-Allow-Headers':
    'Accept, Accept-Language, Content-Type, If-None-Match, Mcp-Method, Mcp-Name, Mcp-Protocol-Version, X-Request-Id',
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, OPTIONS',
  'Access-Control-Max-Age': '86400',
};

const SECURITY = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=15552000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
};

const LINK = '</openapi.json>; rel="service-desc", </docs>; rel="service-doc"';

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

/** Headers that every answer carries; what a route has set itself stays. */
function dress(c: Ctx): void {
  const { headers } = c.res;
  for (const [name, value] of Object.entries({ ...CORS, ...SECURITY, Link: LINK })) {
    if (!headers.has(name)) headers.set(name, value);
  }
  // For browsers that do not read the policy; a page that may stand inside another says so there.
  if (headers.get('Content-Security-Policy')?.includes("frame-ancestors 'none'"))
    headers.set('X-Frame-Options', 'DENY');
  headers.set('X-Request-Id', c.get('request_id'));
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

/** Builds the app. */
export function createApp({ log, asset, now = Date.now, limits = WORKER_LIMITS, row_answered }: Host = {}): App {
  // The usual router of hono compiles all addresses at the first request, which costs a new instance more than it saves.
  const app: App = new HonoBase<Env>({ router: new TrieRouter() });

  app.use('*', async (c, next) => {
    const stated = c.req.header('X-Request-Id');
    const request_id = stated !== undefined && REQUEST_ID.test(stated) ? stated : crypto.randomUUID();
    c.set('request_id', request_id);
    c.set('log_failure', failureLog(log, request_id));
    c.set('lang', preferredLang(c.req.header('Accept-Language')));
    c.set('now', now());
    c.set('limits', limits);
    c.set('row_answered', (status) => row_answered?.(status));
    c.set('give_way', () => new Promise((resolve) => setTimeout(resolve, 0)));
    c.set('asset', async (name) => asset?.(name, c.env));
    if (c.req.method === 'OPTIONS') {
      const methods = methodsAt(app, c.req.path);
      c.res = new Response(null, {
        status: 204,
        headers: { ...PREFLIGHT, ...(methods.length === 0 ? {} : { Allow: methods.join(', ') }) },
      });
    } else {
      await next();
    }
    dress(c);
    log?.(
      JSON.stringify({
        method: c.req.method,
        path: c.req.path.slice(0, PATH_LOGGED),
        status: c.res.status,
        size: c.get('size') ?? 0,
        ...(c.get('problem') === undefined ? {} : { problem: c.get('problem') }),
        request_id,
      }),
    );
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
