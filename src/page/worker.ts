// The service inside the browser: the same routes as on a server, in a Web Worker. A message is a request, and its answer comes back in
// messages; nothing leaves the computer.

import './no_eval.ts';
import { claimEventSchema } from '../claim/event.ts';
import { otherDebtorSchema } from '../claim/other_debtor.ts';
import type { Draft } from '../documents/draft_answer.ts';
import { describeField } from '../fields/field.ts';
import { DOCX_TYPE, draftDocx } from '../formats/docx.ts';
import { draftText } from '../formats/draft_text.ts';
import type { Variables } from '../http/context.ts';
import { Gate } from '../http/gate.ts';
import { cellsOfJson, isUnread, readLedgerBody, refuseBody, type TableCells } from '../http/ledger_body.ts';
import { chooseSheet, unusualRows } from '../http/ledger_sheet.ts';
import { refuseRequest, sendProblem } from '../http/sending.ts';
import { turnLimit } from '../http/turns.ts';
import { DEFAULT_JURISDICTION, lawOf } from '../law/jurisdictions.ts';
import { laidOut } from '../law/letter_sheets.ts';
import { KeptDecisions } from '../portfolio/kept_decisions.ts';
import { Helpers, type ToldDecision } from '../portfolio/shared_work.ts';
import { repeatedPaths } from '../request/mistakes.ts';
import { assumptions } from '../routes/assumptions.ts';
import { documents } from '../routes/documents.ts';
import { evaluate } from '../routes/evaluate.ts';
import { fields } from '../routes/fields.ts';
import { portfolio } from '../routes/portfolio.ts';
import { portfolio_map } from '../routes/portfolio_map.ts';
import { sensitivity_grid } from '../routes/sensitivity_grid.ts';
import { InsideApp } from './inside.ts';
import type { FileCells, WorkerAnswer, WorkerMessage } from './messages.ts';

/** What a browser can hold of a ledger. Whoever waits for it alone may ask for as much computing as they like. */
const PAGE_LIMITS = { bytes: 256 * 1024 * 1024, rows: 1_000_000, cost: Number.POSITIVE_INFINITY };
/** Milliseconds for which an answer may keep the worker from hearing that another one is wanted. */
const TURN_MS = 15;

const { port1: here, port2: there } = new MessageChannel();
const stoodAside: (() => void)[] = [];
here.onmessage = () => stoodAside.shift()?.();

/** Lets messages be heard that came before. A timer would wait for some milliseconds besides. */
const aside = (): Promise<void> =>
  new Promise((resolve) => {
    stoodAside.push(resolve);
    there.postMessage(null);
  });

/** Answers are computed one at a time; what is short is not kept waiting by what is long. */
const GATES = { heavy: new Gate(1, Number.POSITIVE_INFINITY), light: new Gate(1, Number.POSITIVE_INFINITY) };

/** A list is written as a file after its rows were shown. */
const KEPT = new KeptDecisions();

/** Cells as texts, with the encoding or the sheet from which they come. */
const shownCells = (cells: TableCells, { origin, sheets, doubts }: Omit<FileCells, 'cells'>): FileCells => ({
  cells: cells.map((row) => row.map((cell) => String(cell ?? ''))),
  origin,
  sheets,
  doubts,
});

/** How the sheets of certified mail may be laid out. */
const LAYOUTS = lawOf(DEFAULT_JURISDICTION).letter_layouts.periods.at(-1)?.value ?? [];

/** What every handler knows about a request of the page. */
function knownAt(now: number): Partial<Variables> {
  const turn = turnLimit({ ms: TURN_MS, now: () => performance.now(), aside });
  return {
    request_id: 'page',
    // What failed is shown as the answer; a browser keeps no log.
    log_failure: () => {},
    lang: 'ja',
    now,
    limits: PAGE_LIMITS,
    gates: GATES,
    kept: KEPT,
    public_url: null,
    scheme: undefined,
    stop: undefined,
    is_stopping: false,
    log_later: () => () => {},
    row_answered: () => {},
    turn_over: turn.isOver,
    give_way: turn.giveWay,
    asset: async () => undefined,
  };
}

/** The members of a row, described as fields are. */
const membersOf = ({ shape }: typeof claimEventSchema | typeof otherDebtorSchema) =>
  Object.entries(shape).flatMap(([name, schema]) => describeField(name, schema) ?? []);

/** Builds the app with the routes that the page asks. */
function pageApp(): InsideApp {
  const app = new InsideApp((c) => sendProblem(c, 'internal'));
  for (const mount of [documents, evaluate, portfolio, portfolio_map, sensitivity_grid, fields, assumptions])
    mount(app.routes);
  // What a row of a list holds; the catalogue of fields names the lists alone.
  app.get('/page/rows', () =>
    Response.json({ events: membersOf(claimEventSchema), other_debtors: membersOf(otherDebtorSchema) }),
  );
  // The cells of a file, for the columns to be corrected by hand; it answers nobody but the page.
  app.post('/page/cells', async (c) => {
    const asked = new URL(c.req.url).searchParams;
    const lang = asked.get('lang') === 'en' ? 'en' : 'ja';
    const body = await readLedgerBody(c.req.raw, PAGE_LIMITS, true);
    if (isUnread(body)) return refuseBody(c, body, lang);
    if (body.kind === 'cells')
      return Response.json(shownCells(body.cells, { origin: body.encoding, sheets: [], doubts: [] }));
    if (body.kind === 'lines') return sendProblem(c, 'unreadable_ledger', { lang });
    const said = (body.doubts ?? []).map(({ code, text }) => ({ code, text: text[lang], line: null }));
    if (body.kind === 'object') {
      if (body.repeated.length > 0) return refuseRequest(c, repeatedPaths(body.repeated, lang), lang);
      const cells = cellsOfJson(body.body, lang);
      return 'code' in cells
        ? refuseBody(c, { kind: 'problem', code: 'malformed_json' }, lang)
        : Response.json(shownCells(cells, { origin: 'JSON', sheets: [], doubts: said }));
    }
    const chosen = chooseSheet(body.sheets, asked.get('sheet') ?? undefined);
    if (!('sheet' in chosen)) return refuseBody(c, { kind: 'unreadable', why: chosen }, lang);
    const { sheet } = chosen;
    // Which sheet is shown can be seen and chosen on the page.
    const doubts = [...said, ...unusualRows(sheet).map(({ code, text }) => ({ code, text: text[lang], line: null }))];
    const sheets = body.sheets.map(({ name }) => name);
    return Response.json(shownCells(sheet.cells, { origin: sheet.name, sheets, doubts }));
  });
  // A draft with its names in it, as text or as a file, or how many sheets it takes; it answers nobody but the page.
  app.post('/page/draft', async (c) => {
    const { paragraphs, sheets }: Pick<Draft, 'paragraphs' | 'sheets'> = await c.req.raw.json();
    const accept = c.req.raw.headers.get('Accept');
    if (accept === 'text/plain') return new Response(draftText(paragraphs));
    const letter = paragraphs.filter(({ style }) => style !== 'note').map(({ text }) => text);
    const mailed = laidOut(letter, LAYOUTS);
    if (accept !== DOCX_TYPE) return Response.json({ count: mailed.sheets.length });
    return new Response(draftDocx({ paragraphs, sheets: sheets && { ...sheets, ...mailed.layout } }));
  });
  return app;
}

const inside = pageApp();

/** An answer in hand: how it is given up, and who helps with it. */
interface AnswerInHand {
  readonly wanted: AbortController;
  readonly helpers: Helpers | undefined;
}

/** Answers in hand, by the numbers of their messages. */
const inHand = new Map<number, AnswerInHand>();

const post = (answer: WorkerAnswer): void => self.postMessage(answer);

type AskedOfWorker = Extract<WorkerMessage, { readonly path: string }>;

/** Those who decide claims of a list besides, heard through their ports. */
function helpersAt(ports: readonly MessagePort[] | undefined): Helpers | undefined {
  if (ports === undefined) return undefined;
  const helpers = new Helpers(ports.length + 1);
  for (const port of ports) port.onmessage = ({ data }: MessageEvent<ToldDecision>) => helpers.hear(data);
  return helpers;
}

/** Answers one request piece by piece, until it is done or no longer wanted. */
async function answer({ id, path, body, type, accept, helpers: ports, helping }: AskedOfWorker): Promise<void> {
  const wanted = new AbortController();
  const helpers = helpersAt(ports);
  inHand.set(id, { wanted, helpers });
  const { signal } = wanted;
  const together: Pick<Variables, 'helpers' | 'helping'> = {
    helpers,
    helping: helping && { share: helping.share, tell: (told) => helping.to.postMessage(told) },
  };
  const headers = { 'Content-Type': type, ...(accept === undefined ? {} : { Accept: accept }) };
  // The host is nobody's: only the path and the query are read.
  const request = new Request(`http://page${path}`, {
    signal,
    ...(body === undefined ? {} : { method: 'POST', headers, body }),
  });
  const known = { ...knownAt(Date.now()), ...together };
  const response = (await inside.answer(request, known)) ?? new Response(null, { status: 404 });
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
  const { wanted, helpers } = inHand.get(id) ?? {};
  if ('left' in data) {
    helpers?.leave(data.left);
    return;
  }
  if ('cancel' in data) {
    wanted?.abort();
    // They are gone, too, and are waited for no longer.
    helpers?.leaveAll();
    return;
  }
  answer(data)
    .catch(() => post({ id, status: 500, done: true }))
    .finally(() => inHand.delete(id));
};
