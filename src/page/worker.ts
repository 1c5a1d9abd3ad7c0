// The service inside the browser: the same routes as on a server, in a Web Worker. A message is a request, and its answer comes back in
// messages; nothing leaves the computer.

import { HonoBase } from 'hono/hono-base';
import { TrieRouter } from 'hono/router/trie-router';
import type { Draft } from '../documents/draft_answer.ts';
import { DOCX_TYPE, draftDocx } from '../formats/docx.ts';
import { draftText } from '../formats/draft_text.ts';
import type { App, Env } from '../http/context.ts';
import { sendProblem } from '../http/sending.ts';
import { DEFAULT_JURISDICTION, lawOf } from '../law/jurisdictions.ts';
import { laidOut } from '../law/letter_sheets.ts';
import { parseCells } from '../ledger/cells.ts';
import { decode } from '../ledger/decode.ts';
import { assumptions } from '../routes/assumptions.ts';
import { documents } from '../routes/documents.ts';
import { evaluate } from '../routes/evaluate.ts';
import { fields } from '../routes/fields.ts';
import { portfolio } from '../routes/portfolio.ts';
import { portfolio_map } from '../routes/portfolio_map.ts';
import { sensitivity_grid } from '../routes/sensitivity_grid.ts';
import type { WorkerAnswer, WorkerMessage } from './messages.ts';

/** What a browser can hold of a ledger. */
const PAGE_LIMITS = { bytes: 256 * 1024 * 1024, rows: 1_000_000 };

/** How the sheets of certified mail may be laid out. */
const LAYOUTS = lawOf(DEFAULT_JURISDICTION).letter_layouts.periods.at(-1)?.value ?? [];

/** Builds the app with the routes that the page asks. */
function pageApp(): App {
  const app: App = new HonoBase<Env>({ router: new TrieRouter() });
  app.use('*', async (c, next) => {
    c.set('request_id', 'page');
    // What failed is shown as the answer; a browser keeps no log.
    c.set('log_failure', () => {});
    c.set('lang', 'ja');
    c.set('now', Date.now());
    c.set('limits', PAGE_LIMITS);
    c.set('give_way', () => new Promise((resolve) => setTimeout(resolve, 0)));
    c.set('asset', async () => undefined);
    await next();
  });
  for (const mount of [documents, evaluate, portfolio, portfolio_map, sensitivity_grid, fields, assumptions])
    mount(app);
  // The cells of a text, for the columns to be corrected by hand; it answers nobody but the page.
  app.post('/page/cells', async (c) => {
    const text = decode(new Uint8Array(await c.req.arrayBuffer()));
    const read = text.ok ? parseCells(text.text) : text;
    return c.json(read.ok && text.ok ? { cells: read.cells, encoding: text.encoding } : { refused: read });
  });
  // A draft with its names in it, as text or as a file, or how many sheets it takes; it answers nobody but the page.
  app.post('/page/draft', async (c) => {
    const { paragraphs, sheets } = await c.req.json<Pick<Draft, 'paragraphs' | 'sheets'>>();
    const accept = c.req.header('Accept');
    if (accept === 'text/plain') return c.text(draftText(paragraphs));
    const letter = paragraphs.filter(({ style }) => style !== 'note').map(({ text }) => text);
    const mailed = laidOut(letter, LAYOUTS);
    if (accept !== DOCX_TYPE) return c.json({ count: mailed.sheets.length });
    return c.body(draftDocx({ paragraphs, sheets: sheets && { ...sheets, ...mailed.layout } }));
  });
  app.onError((_, c) => sendProblem(c, 'internal'));
  return app;
}

const inside = pageApp();
const cancelled = new Set<number>();

const post = (answer: WorkerAnswer): void => self.postMessage(answer);

/** Answers one request piece by piece. */
async function answer({
  id,
  path,
  body,
  type,
  accept,
}: Extract<WorkerMessage, { readonly path: string }>): Promise<void> {
  const init =
    body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'Content-Type': type, ...(accept === undefined ? {} : { Accept: accept }) },
          body,
        };
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
