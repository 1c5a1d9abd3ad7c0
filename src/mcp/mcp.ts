// POST /mcp: the service as tools for assistants. What serves them is loaded with the first request.

import type { CalculatorWords } from '../http/calculator.ts';
import type { App } from '../http/context.ts';
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

/** Adds the door for assistants. */
export function mountMcp(app: App, calculators: readonly CalculatorWords[]): void {
  app.post('/mcp', async (c) => {
    const { assistantHandler } = await import('./server.ts');
    return assistantHandler((request) => ({ ask: asker(app, request ?? c.req.raw, c.env), calculators }))(c.req.raw);
  });
}
