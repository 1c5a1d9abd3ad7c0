// The service inside the browser: the same routes as on a server, in a Web Worker. A message is a request, and its answer comes back in
// messages; nothing leaves the computer.

import { HonoBase } from 'hono/hono-base';
import { TrieRouter } from 'hono/router/trie-router';
import type { Draft } from '../documents/draft_answer.ts';
import { DOCX_TYPE, draftDocx } from '../formats/docx.ts';
import { draftText } from '../formats/draft_text.ts';
import type { App, Env } from '../http/context.ts';
import { Gate } from '../http/gate.ts';
import { isUnread, readLedgerBody, refuseBody, type TableCells } from '../http/ledger_body.ts';
import { chooseSheet, hiddenRows } from '../http/ledger_sheet.ts';
import { sendProblem } from '../http/sending.ts';
import { turnLimit } from '../http/turns.ts';
import { DEFAULT_JURISDICTION, lawOf } from '../law/jurisdictions.ts';
import { laidOut } from '../law/letter_sheets.ts';
import { assumptions } from '../routes/assumptions.ts';
import { documents } from '../routes/documents.ts';
import { evaluate } from '../routes/evaluate.ts';
import { fields } from '../routes/fields.ts';
import { portfolio } from '../routes/portfolio.ts';
import { portfolio_map } from '../routes/portfolio_map.ts';
import { sensitivity_grid } from '../routes/sensitivity_grid.ts';
import type { FileCells, WorkerAnswer, WorkerMessage } from './messages.ts';

/** What a browser can hold of a ledger. Whoever waits for it alone may ask for as much computing as they like. */
const PAGE_LIMITS = { bytes: 256 * 1024 * 1024, rows: 1_000_000, cost: Number.POSITIVE_INFINITY };
/** Milliseconds for which an answer may keep the worker from hearing that it is no longer wanted. */
const TURN_MS = 40;

const aside = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Answers are computed one at a time; what is short is not kept waiting by what is long. */
const GATES = { heavy: new Gate(1, Number.POSITIVE_INFINITY), light: new Gate(1, Number.POSITIVE_INFINITY) };

/** Cells as texts, with the encoding or the sheet from which they come. */
const shownCells = (cells: TableCells, { origin, sheets, doubts }: Omit<FileCells, 'cells'>): FileCells => ({
  cells: cells.map((row) => row.map((cell) => String(cell ?? ''))),
  origin,
  sheets,
  doubts,
});

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
    c.set('gates', GATES);
    c.set('public_url', null);
    c.set('scheme', undefined);
    c.set('stop', undefined);
    c.set('is_stopping', false);
    c.set('log_later', () => () => {});
    c.set('row_answered', () => {});
    const turn = turnLimit({ ms: TURN_MS, now: () => performance.now(), aside });
    c.set('turn_over', turn.isOver);
    c.set('give_way', turn.giveWay);
    c.set('asset', async () => undefined);
    await next();
  });
  for (const mount of [documents, evaluate, portfolio, portfolio_map, sensitivity_grid, fields, assumptions])
    mount(app);
  // The cells of a file, for the columns to be corrected by hand; it answers nobody but the page.
  app.post('/page/cells', async (c) => {
    const lang = c.req.query('lang') === 'en' ? 'en' : 'ja';
    const body = await readLedgerBody(c.req.raw, PAGE_LIMITS);
    if (isUnread(body)) return refuseBody(c, body, lang);
    if (body.kind === 'cells') return c.json(shownCells(body.cells, { origin: body.encoding, sheets: [], doubts: [] }));
    if (body.kind !== 'workbook') return sendProblem(c, 'unreadable_ledger', { lang });
    const chosen = chooseSheet(body.sheets, c.req.query('sheet'));
    if (!('sheet' in chosen)) return refuseBody(c, { kind: 'unreadable', why: chosen }, lang);
    const { sheet } = chosen;
    // Which sheet is shown can be seen and chosen on the page.
    const doubts = hiddenRows(sheet).map(({ code, text }) => ({ code, text: text[lang], line: null }));
    const sheets = body.sheets.map(({ name }) => name);
    return c.json(shownCells(sheet.cells, { origin: sheet.name, sheets, doubts }));
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
/** Answers in hand, by the numbers of their messages. */
const inHand = new Map<number, AbortController>();

const post = (answer: WorkerAnswer): void => self.postMessage(answer);

type AskedOfWorker = Extract<WorkerMessage, { readonly path: string }>;

/** Answers one request piece by piece, until it is done or no longer wanted. */
async function answer({ id, path, body, type, accept }: AskedOfWorker): Promise<void> {
  const wanted = new AbortController();
  inHand.set(id, wanted);
  const { signal } = wanted;
  const headers = { 'Content-Type': type, ...(accept === undefined ? {} : { Accept: accept }) };
  const response = await inside.request(path, {
    signal,
    ...(body === undefined ? {} : { method: 'POST', headers, body }),
  });
  const { status } = response;
  const reader = response.body?.getReader();
  for (;;) {
    const piece = await reader?.read();
    if (piece === undefined || piece.done || signal.aborted) break;
    post({ id, status, piece: piece.value });
  }
  if (signal.aborted) await reader?.cancel();
  else post({ id, status, done: true });
}

self.onmessage = ({ data }: MessageEvent<WorkerMessage>): void => {
  const { id } = data;
  if ('cancel' in data) {
    inHand.get(id)?.abort();
    return;
  }
  answer(data)
    .catch(() => post({ id, status: 500, done: true }))
    .finally(() => inHand.delete(id));
};
