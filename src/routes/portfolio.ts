// POST /v1/portfolio: a ledger in, the same ledger out with what to do about every row, and what the rows come to together. Rows are
// answered while they are evaluated, each with a status of its own.

import { z } from 'zod';
import { ASSUMPTIONS_VERSION } from '../assumptions/values.ts';
import { type Format, type Layout, PLAIN, plainLayout } from '../formats/format.ts';
import type { Unreadable } from '../ledger/decode.ts';
import { type Ledger, readLedger } from '../ledger/ledger.ts';
import { type Meta, portfolioSchema, type RowAnswer, type Summary } from '../portfolio/answer.ts';
import { tableOf } from '../portfolio/columns.ts';
import { type Entry, type Fields, mistakesIn } from '../portfolio/entry.ts';
import { mappingOf, type Written } from '../portfolio/mapping.ts';
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
import { howOf, type LedgerAsked, ledgerBody, ledgerFields, outField, readLedgerAsked } from './ledger_asked.ts';
import { type Came, type Cells, cellsOfJson, isTooLong, readLedgerBody, refuseBody, TooLarge } from './ledger_body.ts';
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
  if (came.kind === 'cells') return fromCells(came.cells, asked, lang, came);
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
  const cells = cellsOfJson({ table }, lang);
  if ('code' in cells) return { errors: [cells] };
  const found = fromCells(cells, asked, lang, { encoding: null, separator: null });
  return 'entries' in found ? { ...found, asCells: true } : found;
}

function fromCells(cells: Cells, { data, defaults }: LedgerAsked, lang: Lang, file: Written): Found {
  if (data.map === undefined) {
    const read = tableOf(cells, lang, Object.keys(defaults));
    return 'errors' in read ? read : found(read.ledger, read.caller, lang, file);
  }
  const read = readLedger(cells, howOf(data));
  if (!read.ok) return { unreadable: read };
  const { header_line, left_out } = read.ledger;
  const caller: Caller = {
    header: cells[header_line - 1] ?? [],
    header_line,
    lines: cells,
    left_out: new Map(left_out.map(({ line, why }) => [line, LEFT_OUT[why][lang]])),
  };
  return found(read.ledger, caller, lang, file);
}

const found = (ledger: Ledger, caller: Caller, lang: Lang, file: Written): Rows => ({
  entries: ledger.rows.map(({ line, record, notes }, index): Entry => ({ index, line, given: record, notes })),
  caller,
  ledger: mappingOf(ledger, file, lang),
  as_of: ledger.as_of ?? undefined,
});

/** Why a line of a ledger is no row. */
const LEFT_OUT: Readonly<Record<Ledger['left_out'][number]['why'], { ja: string; en: string }>> = {
  title: { ja: '表題', en: 'title' },
  total: { ja: '合計行', en: 'total' },
  group: { ja: '見出し行', en: 'group heading' },
  blank: { ja: '', en: '' },
  credit: { ja: '残高がマイナスのため対象外', en: 'left out: credit balance' },
  settled: { ja: '残高がないため対象外', en: 'left out: settled' },
};

async function answer(c: Ctx): Promise<Response> {
  const pairs = [...new URL(c.req.url).searchParams] as [string, string][];
  const came = await readLedgerBody(c.req.raw, c.get('limits'));
  const { rows: _rows, table: _table, ...members } = came.kind === 'object' ? came.body : ({} as Fields);
  const lang = langOf(members.lang ?? pairs.find(([name]) => name === 'lang')?.[1]) ?? c.get('lang');
  if (came.kind === 'problem' || came.kind === 'unreadable') return refuseBody(c, came, lang);
  const { asked, errors } = readLedgerAsked(pairs, members, lang);
  const shape = shapeOf(c, pairs, came, lang);
  if (shape === undefined) return sendProblem(c, 'not_acceptable', { lang });
  const ledger = rowsOf(came, asked, lang);
  if ('unreadable' in ledger) return refuseBody(c, { kind: 'unreadable', why: ledger.unreadable }, lang);
  const rows = 'entries' in ledger ? ledger : null;
  if (rows && Array.isArray(rows.entries) && isTooLong(rows.entries))
    return sendProblem(c, 'ledger_too_large', { lang });
  const defaults: Fields = { ...(rows?.as_of === undefined ? {} : { as_of: rows.as_of }), ...asked.defaults };
  const surroundings = surroundingsOf(c, defaults, lang);
  const wrong = [
    ...errors,
    ...(typeof shape === 'object' && 'code' in shape ? [shape] : []),
    ...('errors' in ledger ? ledger.errors : []),
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
  const usual = shape === LINES ? PLAIN : plainLayout(shape, lang);
  const layout: Layout = {
    header: data.header === '0' ? null : (data.header ?? usual.header),
    out: null,
    download: data.download ?? usual.download,
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
  const sheet = portfolioSheet(meta, done, next.value, fields, shape.isFile ? caller : undefined);
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
          .meta({ description: 'Format of the answer.', example: LINES, 'x-label-ja': '形式' }),
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
