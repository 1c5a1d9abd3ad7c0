// POST /v1/portfolio: a ledger in, the same ledger out with what to do about every row, and what the rows come to together. Rows are
// answered while they are evaluated, each with a status of its own.

import { z } from 'zod';
import { ASSUMPTIONS_VERSION } from '../assumptions/values.ts';
import { type Format, type Layout, PLAIN } from '../formats/format.ts';
import type { Unreadable } from '../ledger/decode.ts';
import { type Ledger, readLedger } from '../ledger/ledger.ts';
import { type Meta, portfolioSchema, type RowAnswer, type Summary } from '../portfolio/answer.ts';
import { tableOf } from '../portfolio/columns.ts';
import { type Entry, type Fields, mistakesIn } from '../portfolio/entry.ts';
import { type Asked, portfolio as evaluated } from '../portfolio/portfolio.ts';
import { portfolioSheet } from '../portfolio/sheet.ts';
import {
  type Caller,
  jsonLines,
  jsonRows,
  rowsText,
  tableText,
  tableValues,
  type Writer,
} from '../portfolio/writers.ts';
import { type FieldError, LANGS, type Lang, parameterError, problem } from '../problem.ts';
import { questionOf } from '../report/judge.ts';
import { MODEL_VERSION } from '../report/report.ts';
import { flatFields, INCLUDES, readRequest, type Surroundings } from '../request.ts';
import { disposition, sendAnswer } from './exchange.ts';
import { isJudged, ROWS_JUDGED_MAX } from './flat.ts';
import { type LedgerAsked, ledgerBody, ledgerFields, outField, readLedgerAsked } from './ledger_asked.ts';
import { type Came, isTooLong, readLedgerBody, TooLarge } from './ledger_body.ts';
import {
  acceptedFormat,
  type Ctx,
  chosenFormat,
  DEFAULT_FORMAT,
  formats,
  problemResponses,
  type Route,
  refused,
  sendProblem,
  sha256,
  wallClock,
} from './route.ts';

/** One row of JSON a line: the shape of a ledger that is no format of a single answer. */
const LINES = 'ndjson';
const LINES_TYPE = 'application/x-ndjson';
const UNITS = { yen: 1, thousand: 1_000, million: 1_000_000 } as const;

/** How the answer is written: in a registered format, or one row a line. */
type Shape = Format | typeof LINES;

/** The shape that is asked for by name or by Accept; that of the ledger itself when nothing is said. */
function shapeOf(c: Ctx, pairs: [string, string][], came: Came, lang: Lang): Shape | FieldError | undefined {
  const named = pairs.some(([name, value]) => name === 'format' && value !== '');
  if (named) {
    const isLines = pairs.some(([name, value]) => name === 'format' && value.toLowerCase() === LINES);
    return isLines ? LINES : chosenFormat(pairs, undefined, lang);
  }
  const accept = c.req.header('Accept')?.toLowerCase();
  if (accept !== undefined && /ndjson|jsonl/.test(accept)) return LINES;
  if (accept !== undefined && accept.trim() !== '' && accept.trim() !== '*/*') return acceptedFormat(accept);
  if (came.kind === 'lines') return LINES;
  if (came.kind !== 'cells') return DEFAULT_FORMAT;
  const separated = formats.filter(({ dialect }) => dialect !== undefined);
  return separated.find(({ dialect }) => dialect!.separator === came.separator) ?? separated[0];
}

/** The rows of a ledger, and what is known about how it was read. */
interface Rows {
  readonly entries: AsyncIterable<Entry> | readonly Entry[];
  /** The table they came in; none for rows and lines of JSON. */
  readonly caller?: Caller;
  /** It came as cells in JSON, and goes back so. */
  readonly asCells?: boolean;
  readonly ledger?: unknown;
  /** The day of a ledger that says it. */
  readonly as_of?: string | undefined;
}

type Found = Rows | { readonly errors: readonly FieldError[] } | { readonly unreadable: Unreadable };

function rowsOf(came: Exclude<Came, { kind: 'problem' | 'unreadable' }>, asked: LedgerAsked, lang: Lang): Found {
  if (came.kind === 'lines') return { entries: came.entries };
  if (came.kind === 'cells') return fromCells(came.cells, asked, lang, { encoding: came.encoding });
  const { rows, table } = came.body;
  const expected = {
    ja: 'rows（行のリスト）か table（セルの表）',
    en: 'rows, a list of rows, or table, lists of cells',
  }[lang];
  const wrong = (name: string, code: string, ja: string, en: string): Found => ({
    errors: [parameterError(name, code, lang === 'ja' ? ja : en, expected)],
  });
  if (rows === undefined && table === undefined)
    return wrong('rows', 'missing', '評価する行がありません。', 'There are no rows to evaluate.');
  if (rows !== undefined && table !== undefined)
    return wrong('table', 'repeated_parameter', 'rows と table の両方は書けません。', 'Give rows or table, not both.');
  if (rows !== undefined)
    return Array.isArray(rows)
      ? { entries: rows.map((given: unknown, index): Entry => ({ index, given })) }
      : wrong('rows', 'wrong_type', 'rows はリストで書いてください。', 'rows is a list.');
  if (!Array.isArray(table) || !table.every(Array.isArray))
    return wrong(
      'table',
      'wrong_type',
      'table は行のリストのリストで書いてください。',
      'table is a list of lists of cells.',
    );
  const found = fromCells(table as unknown[][], asked, lang, {});
  return 'entries' in found ? { ...found, asCells: true } : found;
}

function fromCells(
  cells: readonly (readonly unknown[])[],
  { data, defaults }: LedgerAsked,
  lang: Lang,
  about: { readonly encoding?: string },
): Found {
  if (data.map === undefined) {
    const read = tableOf(cells, lang, Object.keys(defaults));
    if ('errors' in read) return read;
    return { entries: read.entries, caller: read.caller, ledger: { ...about, columns: read.columns } };
  }
  const read = readLedger(cells, {
    ...(data.map === 'auto' ? {} : { preset: data.map }),
    ...(data.date_order === undefined ? {} : { date_order: data.date_order }),
    ...(data.unit === undefined ? {} : { unit: UNITS[data.unit] }),
  });
  if (!read.ok) return { unreadable: read };
  const { ledger } = read;
  return {
    entries: ledger.rows.map(({ line, record, notes }, index): Entry => ({ index, line, given: record, notes })),
    caller: {
      header: cells[ledger.header_line - 1] ?? [],
      header_line: ledger.header_line,
      lines: cells,
      left_out: new Map(ledger.left_out.map(({ line, why }) => [line, LEFT_OUT[why][lang]])),
    },
    ledger: { ...about, ...toldOf(ledger, lang) },
    as_of: ledger.as_of ?? undefined,
  };
}

/** Why a line of a ledger is no row. */
const LEFT_OUT: Readonly<Record<Ledger['left_out'][number]['why'], { ja: string; en: string }>> = {
  title: { ja: '表題', en: 'title' },
  total: { ja: '合計行', en: 'total' },
  group: { ja: '見出し行', en: 'group heading' },
  blank: { ja: '', en: '' },
  credit: { ja: '残高がマイナスのため対象外', en: 'left out: credit balance' },
  settled: { ja: '残高がないため対象外', en: 'left out: settled' },
};

/** How a ledger was read, in a language. */
function toldOf({ columns, doubts, left_out, rows: _, ...ledger }: Ledger, lang: Lang): object {
  const reasons = new Map<string, number>();
  for (const { why } of left_out) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  return {
    ...ledger,
    columns: columns.map(({ doubt, ...column }) => ({ ...column, doubt: doubt?.[lang] ?? null })),
    doubts: doubts.map(({ text, ...doubt }) => ({ ...doubt, text: text[lang] })),
    left_out: Object.fromEntries(reasons),
  };
}

async function answer(c: Ctx): Promise<Response> {
  const pairs = [...new URL(c.req.url).searchParams] as [string, string][];
  const came = await readLedgerBody(c.req.raw, c.get('limits'));
  const { rows: _rows, table: _table, ...members } = came.kind === 'object' ? came.body : ({} as Fields);
  const lang = langOf(members.lang ?? pairs.find(([name]) => name === 'lang')?.[1]) ?? c.get('lang');
  if (came.kind === 'problem') return sendProblem(c, came.code, { lang });
  if (came.kind === 'unreadable') return unreadable(c, came.why, lang);
  const { asked, errors } = readLedgerAsked(pairs, members, lang);
  const shape = shapeOf(c, pairs, came, lang);
  if (shape === undefined) return sendProblem(c, 'not_acceptable', { lang });
  const found = rowsOf(came, asked, lang);
  if ('unreadable' in found) return unreadable(c, found.unreadable, lang);
  const rows = 'entries' in found ? found : null;
  if (rows && Array.isArray(rows.entries) && isTooLong(rows.entries))
    return sendProblem(c, 'ledger_too_large', { lang });
  const defaults: Fields = { ...(rows?.as_of === undefined ? {} : { as_of: rows.as_of }), ...asked.defaults };
  const surroundings = surroundingsOf(c, defaults, lang);
  const wrong = [
    ...errors,
    ...(typeof shape === 'object' && 'code' in shape ? [shape] : []),
    ...('errors' in found ? found.errors : []),
    ...mistakesIn(defaults, surroundings(null)),
    ...tooMuch(asked, defaults, rows, lang),
  ];
  if (wrong.length > 0 || rows === null || (typeof shape === 'object' && 'code' in shape))
    return refused(c, wrong, lang, {});
  c.set('lang', lang);
  const { data, fields } = asked;
  const allowed = new Set(INCLUDES.filter((part) => !isJudged(part) || isShort(rows)));
  const question: Asked = {
    fields,
    whole: data.detail === 'full' ? allowed : null,
    defaults,
    grouped: data.group !== 'none',
    hours: data.hours ?? null,
    lang,
    surroundings,
    hash: sha256,
  };
  const layout: Layout = {
    header: data.header === '0' ? null : (data.header ?? PLAIN.header),
    out: null,
    download: data.download ?? false,
  };
  return written(c, rows, question, shape, metaOf(defaults, surroundings(null), lang), layout);
}

const langOf = (word: unknown): Lang | undefined => LANGS.find((lang) => lang === word);

/** What a row leaves to its surroundings; the day is looked up once for a jurisdiction. */
function surroundingsOf(c: Ctx, defaults: Fields, lang: Lang): Asked['surroundings'] {
  const known = new Map<string, Surroundings>();
  return (row) => {
    const named = row?.jurisdiction ?? defaults.jurisdiction;
    const jurisdiction = typeof named === 'string' ? named : '';
    let found = known.get(jurisdiction);
    if (found === undefined) {
      found = { today: wallClock(c.get('now'), jurisdiction || undefined).today, lang };
      if (known.size < 100) known.set(jurisdiction, found);
    }
    return found;
  };
}

const isShort = ({ entries }: Rows): boolean => Array.isArray(entries) && entries.length <= ROWS_JUDGED_MAX;

/** What decides a claim many times over is asked for few rows. */
function tooMuch({ data, fields }: LedgerAsked, defaults: Fields, rows: Rows | null, lang: Lang): FieldError[] {
  if (rows === null || isShort(rows)) return [];
  const named = String(defaults.include ?? '').split(',');
  const parts = data.detail === 'full' ? INCLUDES.filter((part) => isJudged(part) && named.includes(part)) : [];
  const values = fields.filter(({ needs }) => needs !== undefined && isJudged(needs)).map(({ name }) => name);
  if (parts.length + values.length === 0) return [];
  const names = [...values, ...parts].join(', ');
  return [
    parameterError(
      values.length > 0 ? 'out' : 'include',
      'too_many',
      {
        ja: `${names} は1件ごとに何百回も計算するため、${ROWS_JUDGED_MAX}行までです。`,
        en: `${names}: each claim is decided hundreds of times over, so this is for at most ${ROWS_JUDGED_MAX} rows.`,
      }[lang],
      { ja: `${ROWS_JUDGED_MAX}行まで`, en: `at most ${ROWS_JUDGED_MAX} rows` }[lang],
    ),
  ];
}

function unreadable(c: Ctx, { code, detail, expected }: Unreadable, lang: Lang): Response {
  const isSize = code.startsWith('too_many') || code === 'cell_too_long';
  const errors = [parameterError('body', code, detail[lang], expected[lang])];
  return sendProblem(c, isSize ? 'ledger_too_large' : 'unreadable_ledger', { lang, detail: detail[lang], errors });
}

function metaOf(defaults: Fields, surroundings: Surroundings, lang: Lang): Meta {
  const claim = { amount: 1, overdue_days: 0, jurisdiction: defaults.jurisdiction, as_of: defaults.as_of };
  const read = readRequest(claim, surroundings);
  if (!read.ok) throw new RangeError('the defaults have been read');
  return {
    model_version: MODEL_VERSION,
    law_version: questionOf(read.request).law.version,
    assumptions_version: ASSUMPTIONS_VERSION,
    as_of: read.request.claim.as_of,
    lang,
  };
}

/** Writes the answer while it is worked out; pages to read are written at once. */
async function written(c: Ctx, rows: Rows, asked: Asked, shape: Shape, meta: Meta, layout: Layout): Promise<Response> {
  const { entries, caller, ledger, asCells } = rows;
  const { lang, fields, hours } = asked;
  const answers = evaluated(entries, asked, Array.isArray(entries));
  const headers = { 'Cache-Control': 'no-store', Vary: 'Accept, Accept-Language', 'Content-Language': lang };
  const columns = { fields, budgeted: hours !== null };
  const stream = (writer: Writer, type: string, file: string, isTable: boolean): Response => {
    const body = streamed(answers, writer, lang, c.get('pause'));
    return new Response(body, {
      headers: { 'Content-Type': type, ...headers, ...disposition(file, isTable, layout.download) },
    });
  };
  if (shape === LINES) return stream(jsonLines(meta), LINES_TYPE, `portfolio.${LINES}`, false);
  if (shape === DEFAULT_FORMAT) {
    const writer =
      asCells && caller ? tableValues(caller, columns, meta, ledger, layout, lang) : jsonRows(meta, ledger);
    return stream(writer, shape.media_type, `portfolio.${shape.extension}`, false);
  }
  if (shape.dialect !== undefined) {
    const { dialect } = shape;
    const writer = caller ? tableText(caller, columns, dialect, layout) : rowsText(columns, dialect, layout);
    return stream(writer, `${shape.media_type}; charset=utf-8`, `portfolio.${shape.extension}`, true);
  }
  const done: RowAnswer[] = [];
  let next = await answers.next();
  for (; !next.done; next = await answers.next()) done.push(next.value);
  const sheet = portfolioSheet(meta, done, next.value, fields);
  return sendAnswer(c, shape.writeSheet(sheet, lang, layout), sheet.name, shape, lang, headers, layout);
}

/** Rows answered between two looks at what else the process has to do. */
const ROWS_AT_ONCE = 16;

/** The pieces of an answer while they are worked out. What goes wrong when it has begun stands at its end. */
function streamed(
  answers: AsyncGenerator<RowAnswer, Summary>,
  { head, row, foot }: Writer,
  lang: Lang,
  pause: () => Promise<void>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let begun = false;
  return new ReadableStream({
    async pull(controller) {
      // A long ledger must not keep other requests waiting.
      await pause();
      let text = begun ? '' : head();
      begun = true;
      let done = false;
      try {
        for (let i = 0; i < ROWS_AT_ONCE && !done; i++) {
          const next = await answers.next();
          done = next.done === true;
          text += next.done ? foot(next.value) : row(next.value);
        }
      } catch (error) {
        text += `${JSON.stringify({ problem: problem(error instanceof TooLarge ? 'ledger_too_large' : 'internal', { lang }) })}\n`;
        done = true;
      }
      if (text !== '') controller.enqueue(encoder.encode(text));
      if (done) controller.close();
    },
    async cancel() {
      await answers.return(undefined as never);
    },
  });
}

export const portfolio: Route = (app) => {
  const text = (description: string) => z.string().meta({ description });
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: '/v1/portfolio',
    operationId: 'portfolio',
    summary: 'Evaluate a ledger',
    description:
      'Evaluates the rows of a ledger, each with a status of its own, and adds them up. JSON {defaults, rows} or {table}, one row a line, CSV or TSV; the answer has the same shape, or that of Accept or format. Fields of a request may stand in the query as defaults of every row. JSON labelled text/plain is read too.',
    tags: ['evaluate'],
    request: {
      query: z.object({
        ...Object.fromEntries([...flatFields].map(([name, schema]) => [name, schema.optional()])),
        ...ledgerFields,
        out: outField,
        format: z
          .enum([LINES, ...formats.map(({ extension }) => extension)])
          .optional()
          .meta({ description: 'Format of the answer.', example: 'csv', 'x-label-ja': '形式' }),
      }),
      body: {
        required: true,
        description: 'The ledger.',
        content: {
          'application/json': { schema: ledgerBody },
          [LINES_TYPE]: { schema: text('One row of JSON a line.') },
          'text/csv': { schema: text('A table under names of fields, or with map=auto a ledger as it was exported.') },
          'text/tab-separated-values': { schema: text('The same, separated by tabs.') },
        },
      },
    },
    responses: {
      200: {
        description: 'The rows with their status, and what they come to.',
        content: {
          'application/json': { schema: portfolioSchema },
          [LINES_TYPE]: { schema: text('One row a line; the last line holds meta and summary.') },
          ...Object.fromEntries(
            formats
              .filter((format) => format !== DEFAULT_FORMAT)
              .map(({ media_type, label }) => [media_type, { schema: text(`The answer as ${label.en}.`) }]),
          ),
        },
      },
      ...problemResponses(
        'malformed_json',
        'too_deep',
        'malformed_input',
        'not_acceptable',
        'ledger_too_large',
        'unsupported_media_type',
        'invalid_input',
        'unreadable_ledger',
      ),
    },
  });
  app.post('/v1/portfolio', answer);
};
