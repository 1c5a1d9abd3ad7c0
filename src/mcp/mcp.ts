// POST /mcp: the service as tools for assistants. What serves them is loaded with the first request.

import type { CalculatorWords } from '../http/calculator.ts';
import type { App } from '../http/context.ts';
import { bytesOf, jsonOf } from '../http/json_body.ts';
import { repeatedPaths } from '../request/mistakes.ts';
import type { AskService } from './tools.ts';

/** Headers of a request of an assistant that go on to the operations it asks: who asks, and under which id. */
const PASSED_ON = ['Authorization', 'CF-Connecting-IP', 'X-API-Key', 'X-Forwarded-For', 'X-Request-Id'];

/** Asks the app in the name of the request at hand, and ceases to ask when that request is given up. */
export function asker(app: App, request?: Request, bindings?: object): AskService {
  const origin = request === undefined ? '' : new URL(request.url).origin;
  return async (path, init = {}) => {
    const headers = new Headers(init.headers);
    for (const name of PASSED_ON) {
      const value = request?.headers.get(name);
      if (value) headers.set(name, value);
    }
    const signal = request?.signal;
    return app.request(`${origin}${path}`, { ...init, headers, ...(signal ? { signal } : {}) }, bindings);
  };
}

/** Bytes of a message beyond which the reader of the protocol refuses it by itself. */
const MESSAGE_MAX = 4 * 1024 * 1024;
/** The error of JSON-RPC 2.0 for a message that is none. */
const INVALID_REQUEST = -32600;

/** Refuses a message that writes a member more than once, of which the reader of the protocol would keep the last in silence. */
async function refuseRepeated(request: Request): Promise<Response | null> {
  const bytes = await bytesOf(request.clone(), MESSAGE_MAX);
  const body = bytes && jsonOf(bytes);
  if (!body?.ok || body.repeated.length === 0) return null;
  const message = repeatedPaths(body.repeated, 'en')
    .map(({ detail }) => detail)
    .join(' ');
  return Response.json({ jsonrpc: '2.0', id: null, error: { code: INVALID_REQUEST, message } }, { status: 400 });
}

/** Adds the door for assistants. */
export function mountMcp(app: App, calculators: readonly CalculatorWords[]): void {
  app.post('/mcp', async (c) => {
    const refused = await refuseRepeated(c.req.raw);
    if (refused !== null) return refused;
    const { assistantHandler } = await import('./server.ts');
    return assistantHandler((request) => ({ ask: asker(app, request ?? c.req.raw, c.env), calculators }))(c.req.raw);
  });
}
