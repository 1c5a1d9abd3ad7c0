// The service inside the browser: the same routes as on a server, in a Web Worker. A message is a request, and its answer comes back in
// messages; nothing leaves the computer.

import { HonoBase } from 'hono/hono-base';
import { TrieRouter } from 'hono/router/trie-router';
import type { App, Env } from '../http/context.ts';
import { Gate } from '../http/gate.ts';
import { sendProblem } from '../http/sending.ts';
import { parseCells } from '../ledger/cells.ts';
import { decode } from '../ledger/decode.ts';
import { assumptions } from '../routes/assumptions.ts';
import { evaluate } from '../routes/evaluate.ts';
import { fields } from '../routes/fields.ts';
import { portfolio } from '../routes/portfolio.ts';
import { portfolio_map } from '../routes/portfolio_map.ts';
import { sensitivity_grid } from '../routes/sensitivity_grid.ts';
import type { WorkerAnswer, WorkerMessage } from './messages.ts';

/** What a browser can hold of a ledger. How much is computed is up to whoever sits before it. */
const PAGE_LIMITS = { bytes: 256 * 1024 * 1024, rows: 1_000_000, cost: Number.POSITIVE_INFINITY };

/** Milliseconds of work after which messages are read: another question, or that an answer is no longer wanted. */
const TURN_MS = 40;

/** Builds the app with the routes that the page asks. */
function pageApp(): App {
  const app: App = new HonoBase<Env>({ router: new TrieRouter() });
  const [heavy, light] = [new Gate(1, Number.POSITIVE_INFINITY), new Gate(1, Number.POSITIVE_INFINITY)];
  app.use('*', async (c, next) => {
    c.set('request_id', 'page');
    // What failed is shown as the answer; a browser keeps no log.
    c.set('log_failure', () => {});
    c.set('lang', 'ja');
    c.set('now', Date.now());
    c.set('limits', PAGE_LIMITS);
    let since = Date.now();
    c.set('turn_over', () => Date.now() - since >= TURN_MS);
    c.set('give_way', async () => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      since = Date.now();
    });
    c.set('gates', { heavy, light });
    c.set('is_stopping', false);
    c.set('log_later', () => () => {});
    c.set('asset', async () => undefined);
    await next();
  });
  for (const mount of [evaluate, portfolio, portfolio_map, sensitivity_grid, fields, assumptions]) mount(app);
  // The cells of a text, for the columns to be corrected by hand; it answers nobody but the page.
  app.post('/page/cells', async (c) => {
    const text = decode(new Uint8Array(await c.req.arrayBuffer()));
    const read = text.ok ? parseCells(text.text) : text;
    return c.json(read.ok && text.ok ? { cells: read.cells, encoding: text.encoding } : { refused: read });
  });
  app.onError((_, c) => sendProblem(c, 'internal'));
  return app;
}

const inside = pageApp();
const cancelled = new Set<number>();

const post = (answer: WorkerAnswer): void => self.postMessage(answer);

/** Answers one request piece by piece. */
async function answer({ id, path, body, type }: Extract<WorkerMessage, { readonly path: string }>): Promise<void> {
  const init = body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': type }, body };
  const response = await inside.request(path, init);
  const { status } = response;
  const reader = response.body?.getReader();
  for (;;) {
    const piece = await reader?.read();
    if (piece === undefined || piece.done) break;
    if (cancelled.delete(id)) {
      await reader?.cancel();
      return;
    }
    post({ id, status, piece: piece.value });
  }
  post({ id, status, done: true });
}

self.onmessage = ({ data }: MessageEvent<WorkerMessage>): void => {
  if ('cancel' in data) {
    cancelled.add(data.id);
    return;
  }
  answer(data).catch(() => post({ id: data.id, status: 500, done: true }));
};
