// How the answer to a ledger goes out: in the shape that is asked for, while it is worked out.

import type { Format, Layout } from '../formats/format.ts';
import { LEDGER_ROWS_MAX } from '../ledger/cells.ts';
import type { PortfolioMeta, PortfolioSummary, RowAnswer } from '../portfolio/answer.ts';
import { evaluateRows as evaluated, type PortfolioQuery, ROWS_BUDGETED_MAX } from '../portfolio/portfolio.ts';
import type { RawRow } from '../portfolio/row.ts';
import { portfolioSheet } from '../portfolio/sheet.ts';
import { jsonLines, jsonRows, type PortfolioWriter, rowsText, tableText, tableValues } from '../portfolio/writers.ts';
import { type FieldError, problem } from '../problem.ts';
import type { Lang } from '../values/text.ts';
import { type Came, TooLarge } from './ledger_body.ts';
import { atMost, type Rows } from './ledger_rows.ts';
import { disposition, sendAnswer } from './resource.ts';
import { acceptedFormat, type Ctx, chosenFormat, DEFAULT_FORMAT, formats, sendProblem } from './route.ts';

/** One row of JSON a line: the shape of a ledger that is no format of a single answer. */
export const LINES = 'ndjson';
export const LINES_TYPE = 'application/x-ndjson';
/** How the answer is written: in a registered format, or one row a line. */
export type Shape = Format | typeof LINES;

/** The shape that is asked for by name or by Accept; that of the ledger itself when nothing is said. */
export function shapeOf(c: Ctx, pairs: [string, string][], came: Came, lang: Lang): Shape | FieldError | undefined {
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

/** Writes the answer while it is worked out; pages to read are written at once. */
export async function written(
  c: Ctx,
  rows: Rows,
  asked: PortfolioQuery,
  shape: Shape,
  meta: PortfolioMeta,
  layout: Layout,
): Promise<Response> {
  const { entries, caller, ledger, asCells } = rows;
  const { lang, fields, hours } = asked;
  const all = Array.isArray(entries);
  const isPage = shape !== LINES && shape !== DEFAULT_FORMAT && shape.dialect === undefined;
  const most = hours !== null ? ROWS_BUDGETED_MAX : isPage ? LEDGER_ROWS_MAX : Number.POSITIVE_INFINITY;
  const read = all ? entries : atMost(entries as AsyncIterable<RawRow>, most);
  const answers = evaluated(read, asked, all);
  const headers = { 'Cache-Control': 'no-store', Vary: 'Accept, Accept-Language', 'Content-Language': lang };
  const columns = { fields, budgeted: hours !== null };
  const stream = (writer: PortfolioWriter, type: string, file: string, isTable: boolean): Response => {
    const body = streamed(answers, writer, lang, c.get('pause'));
    return new Response(body, {
      headers: { 'Content-Type': type, ...headers, ...disposition(file, isTable, layout.download) },
    });
  };
  if (shape === LINES) return stream(jsonLines(meta), LINES_TYPE, `portfolio.${LINES}`, false);
  if (shape === DEFAULT_FORMAT) {
    const writer =
      asCells && caller ? tableValues(caller, columns, { meta, ledger, layout, lang }) : jsonRows(meta, ledger);
    return stream(writer, shape.media_type, `portfolio.${shape.extension}`, false);
  }
  if (shape.dialect !== undefined) {
    const { dialect } = shape;
    const writer = caller ? tableText(caller, columns, dialect, layout) : rowsText(columns, dialect, layout);
    return stream(writer, `${shape.media_type}; charset=utf-8`, `portfolio.${shape.extension}`, true);
  }
  const done: RowAnswer[] = [];
  let next = await answers.next().catch(endedByLength);
  for (; next && !next.done; next = await answers.next().catch(endedByLength)) done.push(next.value);
  if (next === null) return sendProblem(c, 'ledger_too_large', { lang });
  const sheet = portfolioSheet({ meta, rows: done, summary: next.value, fields }, shape.isFile ? caller : undefined);
  return sendAnswer(c, shape.writeSheet(sheet, lang, layout), sheet.name, shape, lang, headers, layout);
}

/** Null when there are more rows than can be written at once. */
function endedByLength(error: unknown): null {
  if (error instanceof TooLarge) return null;
  throw error;
}

/** Rows answered between two looks at what else the process has to do. */
const ROWS_AT_ONCE = 16;

/** The pieces of an answer while they are worked out. What goes wrong when it has begun stands at its end. */
function streamed(
  answers: AsyncGenerator<RowAnswer, PortfolioSummary>,
  { head, row, foot }: PortfolioWriter,
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
