// POST /mcp: the service as tools for assistants. What serves them is loaded with the first request.

import type { CalculatorWords } from '../http/calculator.ts';
import type { App } from '../http/context.ts';
import { bytesOf, parseJson } from '../http/json_body.ts';
import { repeatedPaths } from '../request/mistakes.ts';
import type { AskService } from './tools.ts';

/** Headers of a request of an assistant that go on to the operations it asks: who asks, and under which id. */
const PASSED_ON = ['Authorization', 'CF-Connecting-IP', 'X-API-Key', 'X-Forwarded-For', 'X-Request-Id'];

/** Bytes of a message: as many as the server of the protocol reads. */
const MESSAGE_BYTES = 4 * 1024 * 1024;
/** The code of JSON-RPC for a message that is not one. */
const INVALID_REQUEST = -32_600;

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

/** What the protocol answers to a message that says a thing twice, of which its own reader would take the last; undefined for any other. */
async function refusalOfTwice(request: Request): Promise<Response | undefined> {
  const bytes = await bytesOf(request.clone(), MESSAGE_BYTES);
  const read = bytes === undefined ? undefined : parseJson(bytes);
  const [twice] = read?.ok ? repeatedPaths(read.repeated, 'en') : [];
  if (twice === undefined) return undefined;
  const error = { code: INVALID_REQUEST, message: `${twice.pointer}: ${twice.detail}` };
  return Response.json({ jsonrpc: '2.0', id: null, error }, { status: 400 });
}

/** Adds the door for assistants. */
export function mountMcp(app: App, calculators: readonly CalculatorWords[]): void {
  app.post('/mcp', async (c) => {
    const refusal = await refusalOfTwice(c.req.raw);
    if (refusal !== undefined) return refusal;
    const { assistantHandler } = await import('./server.ts');
    return assistantHandler((request) => ({ ask: asker(app, request ?? c.req.raw, c.env), calculators }))(c.req.raw);
  });
}
