// Reads the body of a ledger: rows or a table of cells as JSON, one row a line, or the text of a file. What is read as a whole is
// bounded before it is parsed; lines of NDJSON are read while they arrive.

import type { FieldPath } from '../fields/mistake.ts';
import { echo } from '../fields/reading.ts';
import { XLSX_TYPE } from '../formats/workbook.ts';
import { SHORT_TABLE, type TableLimits } from '../ledger/file/cells.ts';
import { decode, type Unreadable, unreadable } from '../ledger/file/decode.ts';
import { cellsOfText } from '../ledger/file/text_tables.ts';
import type { LedgerNote } from '../ledger/found.ts';
import type { LedgerSheet } from '../ledger/workbook/workbook.ts';
import type { FieldValues, RawRow } from '../portfolio/row.ts';
import { type FieldError, type ProblemCode, parameterError } from '../problem.ts';
import type { Lang } from '../values/text.ts';
import type { Ctx, Limits } from './context.ts';
import { bytesOf, isJsonType, joinBytes, jsonOf, mediaTypeOf } from './json_body.ts';
import { cellsOfRows, rowsOfEnvelope } from './ledger_json.ts';
import { isLedgerMember } from './ledger_query.ts';
import { contentTypeHelp } from './problem_help.ts';
import { sendProblem } from './sending.ts';

/** Bytes of a ledger that is read as a whole where memory is short. */
const LEDGER_BYTES = 8 * 1024 * 1024;

/** How long a ledger may be that is read as a whole. */
export const tableLimits = ({ table }: Limits): TableLimits & { readonly bytes: number } =>
  table ?? { ...SHORT_TABLE, bytes: LEDGER_BYTES };

/** Bytes of one line of NDJSON. */
const LINE_BYTES = 64 * 1024;

/** The cells of a table, row by row. */
export type TableCells = readonly (readonly unknown[])[];

/** The problems with which a ledger may be refused, for the description of an operation. */
export const LEDGER_PROBLEMS = [
  'malformed_json',
  'too_deep',
  'malformed_input',
  'not_acceptable',
  'ledger_too_large',
  'unsupported_media_type',
  'invalid_input',
  'unreadable_ledger',
] as const satisfies readonly ProblemCode[];

/** The body of a ledger in one of its forms. */
export type LedgerBody = (
  | {
      readonly kind: 'object';
      readonly body: FieldValues;
      readonly doubts: readonly LedgerNote[];
      /** Places of members that are written more than once. */
      readonly repeated: readonly FieldPath[];
    }
  | {
      readonly kind: 'workbook';
      readonly sheets: readonly LedgerSheet[];
      /** What is doubtful about lists of JSON, of which one is chosen like a sheet; absent for a file. */
      readonly doubts?: readonly LedgerNote[];
    }
  | {
      readonly kind: 'cells';
      readonly cells: TableCells;
      readonly separator: string;
      readonly encoding: string;
    }
  | { readonly kind: 'lines'; readonly entries: AsyncIterable<RawRow> }
) & {
  /** The other fields of the form in which a file was uploaded; they count as parameters. */
  readonly form?: readonly (readonly [name: string, value: string])[];
};

/** Why a body is no ledger: a problem of its form, or a table that cannot be read. */
export type UnreadBody =
  | { readonly kind: 'problem'; readonly code: ProblemCode }
  | { readonly kind: 'unreadable'; readonly why: Unreadable };

/** Whether a body could not be read as a ledger. */
export const isUnread = (body: LedgerBody | UnreadBody): body is UnreadBody =>
  body.kind === 'problem' || body.kind === 'unreadable';

/** More rows or bytes than are read; thrown while they arrive, when the answer has begun. */
export class TooLarge extends Error {}

/** Media types of one row of JSON a line. */
const NDJSON_TYPES: readonly string[] = [
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/x-jsonlines',
];
/** Media types of a table as the text of a file. */
const TABLE_TYPES: readonly string[] = [
  'text/csv',
  'text/tab-separated-values',
  'text/plain',
  'application/octet-stream',
  'application/csv',
  'application/vnd.ms-excel',
];

/** Media types of workbooks; one labelled otherwise is known by its first bytes. */
const WORKBOOK_TYPES: readonly string[] = [XLSX_TYPE, 'application/vnd.ms-excel.sheet.macroenabled.12'];
const FORM_TYPE = 'multipart/form-data';

/** Media types of a ledger that is read as a whole. */
const WHOLE_TYPES = [...TABLE_TYPES, 'text/html', XLSX_TYPE, FORM_TYPE, 'application/json'];

const notALedger = (code: ProblemCode): UnreadBody => ({ kind: 'problem', code });

/** Reads the body of a request as a ledger. `mapped` says that its headings are to be understood, so that it is read as a whole. */
export async function readLedgerBody(
  request: Request,
  limits: Limits,
  mapped: boolean,
): Promise<LedgerBody | UnreadBody> {
  const { media, charset } = mediaTypeOf(request.headers.get('Content-Type'));
  const isByLine = NDJSON_TYPES.includes(media);
  if (isByLine && !mapped) {
    const length = Number(request.headers.get('Content-Length') ?? '0');
    if (length > limits.bytes) return notALedger('ledger_too_large');
    // The reader is taken at once: some runtimes refuse it when the answer has begun.
    return { kind: 'lines', entries: rowsOfLines(request.body?.getReader(), limits) };
  }
  const isKnown = isByLine || isJsonType(media) || [...WHOLE_TYPES, ...WORKBOOK_TYPES].includes(media);
  if (!isKnown) return notALedger('unsupported_media_type');
  const table = tableLimits(limits);
  const bytes = await bytesOf(request, table.bytes);
  if (bytes === undefined) return notALedger('ledger_too_large');
  if (isByLine) return jsonOfLines(bytes, table);
  return media === FORM_TYPE
    ? uploadedLedger(bytes, request.headers.get('Content-Type') ?? '', table)
    : wholeLedger(bytes, { media, charset }, table, mapped);
}

/** Reads a ledger that has arrived as a whole. */
async function wholeLedger(
  bytes: Uint8Array,
  { media, charset }: ReturnType<typeof mediaTypeOf>,
  limits: TableLimits,
  mapped: boolean,
): Promise<LedgerBody | UnreadBody> {
  if (isJsonType(media)) return jsonLedger(bytes, mapped);
  if ((media === 'text/plain' || media === 'application/octet-stream') && beginsJson(bytes)) {
    const read = jsonLedger(bytes, mapped);
    return isUnread(read) && mapped ? jsonOfLines(bytes, limits) : read;
  }
  if (isZip(bytes)) {
    // Loaded where it is needed, because few ledgers come as workbooks.
    const { readWorkbook } = await import('../ledger/workbook/workbook.ts');
    const read = await readWorkbook(new Uint8Array(bytes), limits);
    return read.ok ? { kind: 'workbook', sheets: read.sheets } : { kind: 'unreadable', why: read };
  }
  const decoded = decode(bytes, charset);
  if (!decoded.ok) return { kind: 'unreadable', why: decoded };
  const read = cellsOfText(decoded.text, media === 'text/tab-separated-values' ? '\t' : undefined, limits);
  if (!read.ok) return { kind: 'unreadable', why: read };
  return { kind: 'cells', cells: read.cells, separator: read.separator, encoding: decoded.encoding };
}

const isZip = (bytes: Uint8Array): boolean => [0x50, 0x4b, 0x03, 0x04].every((byte, i) => bytes[i] === byte);

/** Reads the file of a form; its other fields are parameters. */
async function uploadedLedger(bytes: Uint8Array, type: string, limits: TableLimits): Promise<LedgerBody | UnreadBody> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'Content-Type': type } })
    .formData()
    .catch(() => null);
  const entries = [...(form?.entries() ?? [])];
  const file = entries.map(([, value]) => value).find((value) => typeof value !== 'string');
  if (file === undefined || typeof file === 'string') return { kind: 'unreadable', why: NO_FILE };
  const body = await wholeLedger(new Uint8Array(await file.arrayBuffer()), mediaTypeOf(file.type), limits, true);
  const fields = entries.flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return isUnread(body) ? body : { ...body, form: fields };
}

const NO_FILE = unreadable('no_file', 'フォームにファイルがありません。', 'The form holds no file.', {
  ja: 'ファイルを1つ入れたフォーム',
  en: 'a form with one file',
});

/** Whether a text begins as an object does, or a list of objects or lists; a title may stand in brackets, too. */
const beginsJson = (bytes: Uint8Array): boolean =>
  /^\s*(?:\{\s*["}]|\[\s*[{[])/.test(new TextDecoder().decode(bytes.subarray(0, 500)));

/**
 * `mapped` says that headings are to be understood, so that one of several lists can be chosen by them; not while members are written twice,
 * which is refused.
 */
function jsonLedger(bytes: Uint8Array, mapped: boolean): LedgerBody | UnreadBody {
  const body = jsonOf(bytes);
  if (!body.ok) return notALedger(body.code);
  const { repeated } = body;
  const { lists, ...read } = rowsOfEnvelope(body.value, isLedgerMember);
  return mapped && lists !== undefined && repeated.length === 0
    ? { kind: 'workbook', sheets: lists, doubts: read.doubts }
    : { kind: 'object', ...read, repeated };
}

/** One row of JSON a line, read as a whole. A line that is no JSON might be money, so that nothing is read. */
function jsonOfLines(bytes: Uint8Array, limits: TableLimits): LedgerBody | UnreadBody {
  const rows: unknown[] = [];
  const twice: FieldPath[] = [];
  for (const [i, text] of new TextDecoder().decode(bytes).split('\n').entries()) {
    if (text.trim() === '') continue;
    if (rows.length === limits.rows) return notALedger('ledger_too_large');
    const { given, unread, repeated = [] } = readLine(text);
    if (unread !== undefined)
      return {
        kind: 'unreadable',
        why: unreadable('malformed_line', `${i + 1}行目は JSON ではありません。`, `Line ${i + 1} is no JSON.`),
      };
    twice.push(...repeated.map((path) => ['rows', rows.length, ...path]));
    rows.push(given);
  }
  return { kind: 'object', body: { rows }, doubts: [], repeated: twice };
}

/** The cells of the rows or the table of a JSON body, or what is wrong with it. */
export function cellsOfJson({ table, ...others }: FieldValues, lang: Lang): TableCells | FieldError {
  if (table === undefined && Array.isArray(others.rows)) return cellsOfRows(others.rows);
  const expected = { ja: '{"table": [[…], …]}：行のリスト', en: '{"table": [[…], …]}, a list of rows' }[lang];
  const wrong = (code: string, at: string, ja: string, en: string): FieldError => ({
    ...parameterError('table', code, lang === 'ja' ? ja : en, expected),
    pointer: `/table${at}`,
  });
  const [other] = Object.keys(others);
  if (other !== undefined)
    return wrong(
      'unknown_field',
      '',
      `「${echo(other)}」という項目はありません。`,
      `There is no field "${echo(other)}".`,
    );
  if (!Array.isArray(table)) return wrong('wrong_type', '', '表は行のリストです。', 'A table is a list of rows.');
  for (const [i, row] of table.entries()) {
    if (!Array.isArray(row)) return wrong('wrong_type', `/${i}`, '行はセルのリストです。', 'A row is a list of cells.');
    const at = row.findIndex((cell) => typeof cell === 'object' && cell !== null);
    if (at >= 0)
      return wrong('wrong_type', `/${i}/${at}`, 'セルは文字か数か空です。', 'A cell is a text, a number or empty.');
  }
  return table as TableCells;
}

/** Answers why a body cannot be read as a ledger. */
export function refuseBody(c: Ctx, body: UnreadBody, lang: Lang): Response {
  if (body.kind === 'problem') {
    const help =
      body.code === 'unsupported_media_type'
        ? { detail: contentTypeHelp([...WHOLE_TYPES, ...NDJSON_TYPES])[lang] }
        : {};
    return sendProblem(c, body.code, { lang, ...help });
  }
  const { code, detail, expected } = body.why;
  const isSize = code.startsWith('too_many') || code === 'cell_too_long';
  const errors = [parameterError('body', code, detail[lang], expected[lang])];
  return sendProblem(c, isSize ? 'ledger_too_large' : 'unreadable_ledger', { lang, detail: detail[lang], errors });
}

const NEWLINE = 0x0a;

/** What hands over a body piece by piece; none of an empty one. */
type BodyReader = ReadableStreamDefaultReader<Uint8Array> | undefined;

/** The lines of NDJSON as rows; a line that is no JSON is a row with that problem. */
async function* rowsOfLines(body: BodyReader, { bytes: most, rows }: Limits): AsyncGenerator<RawRow> {
  let index = 0;
  let line = 0;
  for await (const text of bodyLines(body, most)) {
    line++;
    if (text !== null && text.trim() === '') continue;
    if (index >= rows) throw new TooLarge();
    yield { index, line, ...readLine(text) };
    index++;
  }
}

/** A line as a row; one that is no JSON is a row with that problem. */
function readLine(text: string | null): Pick<RawRow, 'given' | 'unread' | 'repeated'> {
  if (text === null) return { given: null, unread: 'body_too_large' };
  const read = jsonOf(text);
  return read.ok ? { given: read.value, repeated: read.repeated } : { given: null, unread: read.code };
}

/** The lines of a body, while they arrive; null for one that is too long to be read. Bytes that are no UTF-8 become a text that is no JSON. */
async function* bodyLines(reader: BodyReader, most: number): AsyncGenerator<string | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let held: Uint8Array[] = [];
  let size = 0;
  let all = 0;
  const finished = (): string | null => {
    const whole = size > LINE_BYTES ? null : joinBytes(held, size);
    held = [];
    size = 0;
    if (whole === null) return null;
    try {
      return decoder.decode(whole);
    } catch {
      // The reader of the line refuses it as JSON.
      return '\ufffd';
    }
  };
  const keep = (part: Uint8Array): void => {
    size += part.byteLength;
    if (size <= LINE_BYTES) held.push(part);
    else held = [];
  };
  for (;;) {
    const part = await reader?.read();
    if (part === undefined || part.done) break;
    all += part.value.byteLength;
    if (all > most) {
      await reader?.cancel();
      throw new TooLarge();
    }
    let from = 0;
    for (let to = part.value.indexOf(NEWLINE); to >= 0; to = part.value.indexOf(NEWLINE, from)) {
      keep(part.value.subarray(from, to));
      yield finished();
      from = to + 1;
    }
    if (from < part.value.byteLength) keep(part.value.subarray(from));
  }
  if (size > 0) yield finished();
}
