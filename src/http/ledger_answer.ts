// The answer to a ledger: written in the shape that the caller chose, while it is computed.

import type { Format, Layout } from '../formats/format.ts';
import { XLSX_TYPE } from '../formats/workbook.ts';
import type { PortfolioMeta, PortfolioSummary, RowAnswer } from '../portfolio/answer.ts';
import { evaluateRows, type PortfolioQuery, ROWS_BUDGETED_MAX } from '../portfolio/portfolio.ts';
import type { RawRow } from '../portfolio/row.ts';
import { portfolioSheet } from '../portfolio/sheet.ts';
import { jsonLines, jsonRows, type PortfolioWriter, rowsText, tableText, tableValues } from '../portfolio/writers.ts';
import { type FieldError, type ProblemCode, problem } from '../problem.ts';
import type { Lang } from '../values/text.ts';
import type { Ctx } from './context.ts';
import { type LedgerBody, TooLarge } from './ledger_body.ts';
import { type LedgerRows, upTo } from './ledger_rows.ts';
import { acceptedFormat, chosenFormat, DEFAULT_FORMAT, formats, isFormat } from './negotiation.ts';
import { contentType, disposition, type HeaderFields, ownOrigin, sendAnswer, sendProblem } from './sending.ts';
import { CALLER_GONE, CallerGone, Stopping, unlessStopping } from './turns.ts';

/** One row of JSON a line: the shape of a ledger that is no format of a single answer. */
export const NDJSON = 'ndjson';
/** Media type of one row of JSON a line. */
export const NDJSON_TYPE = 'application/x-ndjson';
/** Media types that an answer to a ledger can have. */
export const LEDGER_ANSWER_TYPES: readonly string[] = [...formats.map(({ media_type }) => media_type), NDJSON_TYPE];

/** How the answer is written: in a registered format, or one row a line. */
export type LedgerShape = Format | typeof NDJSON;

/** The shape that the caller names in `format` or Accept; without either, that of the ledger itself. */
export function chosenShape(
  pairs: readonly (readonly [name: string, value: string])[],
  accept: string,
  body: LedgerBody,
  lang: Lang,
): LedgerShape | FieldError | undefined {
  const named = pairs.filter(([name, value]) => name === 'format' && value !== '').map(([, value]) => value);
  if (named.length > 0)
    return named.some((value) => value.toLowerCase() === NDJSON) ? NDJSON : chosenFormat(pairs, undefined, lang);
  const accepted = accept.trim().toLowerCase();
  if (/ndjson|jsonl/.test(accepted)) return NDJSON;
  if (accepted !== '' && accepted !== '*/*') return acceptedFormat(accepted);
  if (body.kind === 'lines') return NDJSON;
  if (body.kind === 'workbook' && body.doubts === undefined)
    return formats.find(({ media_type }) => media_type === XLSX_TYPE);
  if (body.kind !== 'cells') return DEFAULT_FORMAT;
  const separated = formats.filter(({ dialect }) => dialect !== undefined);
  return separated.find(({ dialect }) => dialect?.separator === body.separator) ?? separated[0];
}

/** Whether a shape was chosen, or a mistake was made in naming one. */
export const isShape = (chosen: LedgerShape | FieldError): chosen is LedgerShape =>
  typeof chosen === 'string' || isFormat(chosen);

/** A ledger that was read, the question about it, and how the answer is written. */
export interface LedgerTask {
  readonly rows: LedgerRows;
  readonly question: PortfolioQuery;
  readonly shape: LedgerShape;
  readonly layout: Layout;
  readonly meta: PortfolioMeta;
}

/** Writes the answer while it is computed; a format that holds the whole ledger is written at once. */
export function answerLedger(c: Ctx, task: LedgerTask): Response | Promise<Response> {
  const { layout, question, rows } = task;
  const headers = {
    'Cache-Control': 'no-store',
    Vary: 'Accept, Accept-Language',
    'Content-Language': question.lang,
    ...readingHeaders(rows),
  };
  const how = writerFor(task);
  if ('whole' in how) return answerAtOnce(c, task, how.whole, headers);
  const { writer, extension, type, isTable } = how;
  const body = streamed(c, answersOf(task, Number.POSITIVE_INFINITY), writer, question.lang);
  return new Response(body, {
    headers: {
      'Content-Type': contentType(type),
      ...headers,
      ...disposition(`portfolio.${extension}`, isTable, layout.download),
    },
  });
}

/** How many doubts there are about a table, and how many of its lines are left out, for a program that does not look into the answer. */
function readingHeaders({ doubts = [], ledger, entries }: LedgerRows): HeaderFields {
  if (ledger === undefined || !isReadWhole(entries)) return {};
  // The first row carries the doubts about the table.
  const found = entries.length === 0 ? doubts.length : entries.reduce((sum, { notes = [] }) => sum + notes.length, 0);
  return { 'X-Ledger-Doubts': String(found), 'X-Ledger-Left-Out': String(countedOut(ledger)) };
}

/** Lines left out that hold something. */
const countedOut = ({ left_out }: NonNullable<LedgerRows['ledger']>): number =>
  left_out.count - (left_out.by_reason.blank ?? 0);

/** A shape that can be written while rows pass. */
interface PassingWriter {
  readonly writer: PortfolioWriter;
  readonly extension: string;
  readonly type: string;
  readonly isTable: boolean;
}

/** How the shape of a task is written while rows pass, or the format that holds all of them. */
function writerFor({ rows, question, shape, layout, meta }: LedgerTask): PassingWriter | { readonly whole: Format } {
  const { caller, ledger, asCells } = rows;
  const { lang, fields, hours } = question;
  if (shape === NDJSON)
    return { writer: jsonLines(meta, ledger), extension: NDJSON, type: NDJSON_TYPE, isTable: false };
  const { extension, media_type: type, dialect } = shape;
  const columns = { fields, budgeted: hours !== null };
  if (shape === DEFAULT_FORMAT) {
    const writer =
      asCells && caller ? tableValues(caller, columns, { meta, ledger, layout, lang }) : jsonRows(meta, ledger);
    return { writer, extension, type, isTable: false };
  }
  if (dialect === undefined) return { whole: shape };
  const writer = caller ? tableText(caller, columns, dialect, layout) : rowsText(columns, dialect, layout);
  return { writer, extension, type, isTable: true };
}

/** The answers to the rows of a task, of which at most so many may come. */
function answersOf({ rows, question }: LedgerTask, most: number): AsyncGenerator<RowAnswer, PortfolioSummary> {
  const { entries } = rows;
  if (isReadWhole(entries)) return evaluateRows(entries, question, true);
  return evaluateRows(upTo(entries, question.hours === null ? most : ROWS_BUDGETED_MAX), question, false);
}

/** Whether all rows are at hand, and none is still to come. */
export const isReadWhole = (entries: LedgerRows['entries']): entries is readonly RawRow[] => Array.isArray(entries);

/** Most rows of an answer in a format that is written as a whole, such as a workbook. */
const WRITTEN_WHOLE_MAX = 10_000;

/** Answers in a format that holds the whole ledger. */
async function answerAtOnce(c: Ctx, task: LedgerTask, format: Format, headers: HeaderFields): Promise<Response> {
  const { rows, question, layout, meta } = task;
  const { lang, fields } = question;
  if (isReadWhole(rows.entries) && rows.entries.length > WRITTEN_WHOLE_MAX)
    return sendProblem(c, 'ledger_too_large', { lang });
  const answers = answersOf(task, WRITTEN_WHOLE_MAX);
  const done: RowAnswer[] = [];
  let next = await answers.next().catch(endedByLength);
  for (; next && !next.done; next = await answers.next().catch(endedByLength)) {
    done.push(next.value);
    c.get('row_answered')(next.value.status);
  }
  if (next === null) return sendProblem(c, 'ledger_too_large', { lang });
  const sheet = portfolioSheet({
    meta,
    rows: done,
    summary: next.value,
    fields,
    lang,
    ...(rows.caller && rows.ledger
      ? { table: { caller: rows.caller, mapping: rows.ledger, doubts: rows.doubts ?? [], entries: rows.entries } }
      : {}),
    keepsColumns: format.isFile === true,
  });
  const content = format.writeSheet(sheet, lang, layout);
  return sendAnswer(c, { content, name: sheet.name, lang }, { format, layout, headers });
}

/** Null when there are more rows than can be written at once. */
function endedByLength(error: unknown): null {
  if (error instanceof TooLarge) return null;
  throw error;
}

/** Rows written in one piece. */
const ROWS_IN_PIECE = 16;

/** The problem with which a ledger that has begun to be answered breaks off. */
function codeOf(error: unknown, logFailure: (error: unknown) => void): ProblemCode {
  if (error instanceof TooLarge) return 'ledger_too_large';
  if (error instanceof Stopping) return 'stopping';
  logFailure(error);
  return 'internal';
}

/** The pieces of an answer while they are computed. A failure after the first piece ends it with the problem. */
function streamed(
  c: Ctx,
  answers: AsyncGenerator<RowAnswer, PortfolioSummary>,
  { head, row, foot, broken }: PortfolioWriter,
  lang: Lang,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const logEnd = c.get('log_later')();
  let begun = false;
  let rows = 0;
  let size = 0;
  return new ReadableStream({
    async pull(controller) {
      let text = begun ? '' : head();
      let code: ProblemCode | undefined;
      begun = true;
      let done = false;
      try {
        for (let i = 0; i < ROWS_IN_PIECE && !done; i++) {
          const next = await unlessStopping(c, () => answers.next());
          done = next.done === true;
          if (!next.done) c.get('row_answered')(next.value.status);
          text += next.done ? foot(next.value) : row(next.value);
          if (!next.done) rows++;
        }
      } catch (error) {
        if (error instanceof CallerGone) {
          logEnd({ rows, size, status: CALLER_GONE });
          controller.error(error);
          return;
        }
        code = codeOf(error, c.get('log_failure'));
        text += broken(problem(code, { lang, request_id: c.get('request_id'), origin: ownOrigin(c) }));
        done = true;
      }
      const bytes = encoder.encode(text);
      size += bytes.length;
      if (bytes.length > 0) controller.enqueue(bytes);
      if (!done) return;
      logEnd({ rows, size, ...(code === undefined ? {} : { problem: code }) });
      controller.close();
    },
    async cancel() {
      logEnd({ rows, size, status: CALLER_GONE });
      await answers.return(undefined as never);
    },
  });
}
