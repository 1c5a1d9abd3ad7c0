// POST /v1/portfolio/map: what a pasted or exported ledger holds: its headings and the fields they are read as, what is doubtful, what is
// left out, and what is missing before it can be valued. It computes nothing.

import * as z from 'zod';
import { column, fact, plainLayout, type Sheet } from '../formats/format.ts';
import { XLSX_TYPE } from '../formats/workbook.ts';
import { clockOf } from '../http/clock.ts';
import { type Ctx, type DescribedOperation, queryPairs, type Route } from '../http/context.ts';
import { fileBytes, jsonContent, problemResponses } from '../http/description.ts';
import {
  cellsOfJson,
  isUnread,
  LEDGER_PROBLEMS,
  type LedgerBody,
  readLedgerBody,
  refuseBody,
  type TableCells,
  tableLimits,
} from '../http/ledger_body.ts';
import { mapFields, readingOf, uploadForm } from '../http/ledger_query.ts';
import { chooseSheet } from '../http/ledger_sheet.ts';
import { acceptedFormat, chosenFormat, isFormat } from '../http/negotiation.ts';
import { refuseRequest, sendAnswer, sendProblem } from '../http/sending.ts';
import { inTurns } from '../http/turns.ts';
import { LONG_TABLE, SHORT_TABLE } from '../ledger/file/cells.ts';
import type { Unreadable } from '../ledger/file/decode.ts';
import type { Ledger, LedgerNote } from '../ledger/found.ts';
import { ledgerSteps } from '../ledger/ledger.ts';
import { mappingOf, mappingSchema, noteSchema, notesIn, type SourceFile } from '../portfolio/mapping.ts';
import type { FieldError } from '../problem.ts';
import { MODEL_VERSION } from '../report/report.ts';
import { requestSchema } from '../request/composition.ts';
import { fieldsReader } from '../request/fields_reader.ts';
import { repeatedPaths } from '../request/mistakes.ts';
import { forDescription } from '../values/description.ts';
import type { Lang } from '../values/text.ts';

const SAMPLES = 5;

const mapQueryFields = { ...mapFields, lang: requestSchema.shape.lang };
const readMapQuery = fieldsReader(mapQueryFields);

const mapSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      ...mappingSchema.shape,
      rows: z.int().meta({ description: 'Receivables found.', example: 128 }),
      samples: z
        .array(
          z
            .object({
              line: z.int().min(1).meta({ description: 'Line of the table.', example: 7 }),
              record: z.record(z.string(), z.union([z.string(), z.number()])).meta({
                description: 'The receivable as flat fields of a request.',
                example: { id: '00012345', debtor_id: '0001', amount: '1250500', due_date: '2026-07-31' },
              }),
              notes: z.array(noteSchema).meta({ description: 'What to know about it.' }),
            })
            .meta({ id: 'LedgerSample', description: 'A receivable of a ledger as it is read.' }),
        )
        .meta({ description: `The first ${SAMPLES} receivables.` }),
      missing: z
        .array(z.string())
        .meta({ description: 'Fields without which nothing can be valued: amount, due_date.', example: ['due_date'] }),
    })
    .meta({ id: 'PortfolioMap', description: 'What a ledger holds, before anything is computed.' }),
);

/** What a ledger holds, as the answer states it. */
type LedgerMap = z.output<typeof mapSchema>;

/** What is missing before anything can be valued. */
const missingIn = ({ rows }: Ledger): string[] => [
  ...(rows.some(({ record }) => record.amount !== undefined) ? [] : ['amount']),
  ...(rows.some(({ record }) => record.due_date !== undefined || record.overdue_days !== undefined)
    ? []
    : ['due_date']),
];

const ledgerMap = (ledger: Ledger, written: SourceFile, lang: Lang): LedgerMap => ({
  ...mappingOf(ledger, written, lang),
  rows: ledger.rows.length,
  samples: ledger.rows
    .slice(0, SAMPLES)
    .map(({ line, record, notes }) => ({ line, record: { ...record }, notes: notesIn(notes, lang) })),
  missing: missingIn(ledger),
});

/** The answer as a table of its columns. */
function mapSheet(map: LedgerMap, lang: Lang): Sheet {
  const { rows, left_out, missing } = map;
  return {
    name: 'portfolio-map',
    value: map,
    headline:
      lang === 'ja'
        ? `債権${rows}件を読み取りました。除いた行は${left_out.count}行です。${missing.length === 0 ? '' : `不足：${missing.join('、')}`}`
        : `${rows} receivables are found; ${left_out.count} lines are left out.${missing.length === 0 ? '' : ` Missing: ${missing.join(', ')}`}`,
    facts: [
      fact('layout', { ja: '形', en: 'layout' }, map.layout),
      fact('preset', { ja: '会計システム', en: 'accounting system' }, map.preset?.id),
      fact('encoding', { ja: '文字コード', en: 'encoding' }, map.encoding ?? undefined),
      fact('header_line', { ja: '見出しの行', en: 'line of headings' }, map.header_line),
      fact('unit', { ja: '単位', en: 'unit' }, map.unit),
      fact('ledger_as_of', { ja: '表の基準日', en: 'day of the table' }, map.as_of ?? undefined),
      fact('rows', { ja: '件数', en: 'receivables' }, rows),
      fact('left_out', { ja: '除いた行', en: 'left out' }, left_out.count),
      fact('missing', { ja: '不足', en: 'missing' }, missing.join(' ') || undefined),
    ],
    columns: [
      column('index', { ja: '列', en: 'column' }),
      column('header', { ja: '見出し', en: 'heading' }, 'text'),
      column('field', { ja: '項目', en: 'field' }),
      column('label', { ja: '項目名', en: 'label' }),
      column('by', { ja: '根拠', en: 'found by' }),
      column('doubt', { ja: '疑問', en: 'doubt' }, 'text'),
    ],
    rows: map.columns.map(({ index, header, field, label, by, doubt }) =>
      [index, header, field, label, by, doubt].map((cell) => cell ?? undefined),
    ),
    notes: map.doubts.map((one) => one.text),
    origin: [fact('model_version', { ja: 'モデルの版', en: 'model version' }, MODEL_VERSION)],
  };
}

/** The cells of a body and how they were written, or its refusal. */
function tableOf(body: LedgerBody, wanted: string | undefined, lang: Lang): TableOfBody | Unreadable | FieldError {
  if (body.kind === 'cells') return { cells: body.cells, written: body, doubts: [] };
  if (body.kind === 'workbook') {
    const chosen = chooseSheet(body.sheets, wanted);
    if ('ok' in chosen) return chosen;
    const { sheet } = chosen;
    const doubts = [...chosen.doubts, ...(body.doubts ?? [])];
    return { cells: sheet.cells, written: { encoding: null, separator: null, sheet: sheet.name }, doubts };
  }
  const cells = cellsOfJson(body.kind === 'object' ? body.body : {}, lang);
  const doubts = body.kind === 'object' ? body.doubts : [];
  return 'code' in cells ? cells : { cells, written: { encoding: null, separator: null }, doubts };
}

/** A table with how it was written. */
interface TableOfBody {
  readonly cells: TableCells;
  readonly written: SourceFile;
  readonly doubts: readonly LedgerNote[];
}

/** Answers with what a ledger holds. */
async function answerMap(c: Ctx): Promise<Response> {
  const limits = c.get('limits');
  const body = await readLedgerBody(c.req.raw, limits, true);
  const pairs = [...queryPairs(c), ...(isUnread(body) ? [] : (body.form ?? []))];
  const query = readMapQuery({ query: pairs.filter(([name]) => name !== 'format') }, c.get('lang'), () => []);
  const { lang } = query;
  const named = pairs.some(([name, value]) => name === 'format' && value !== '');
  const format = named ? chosenFormat(pairs, undefined, lang) : acceptedFormat(c.req.header('Accept'));
  if (format === undefined) return sendProblem(c, 'not_acceptable', { lang });
  if (!query.ok || !isFormat(format))
    return refuseRequest(c, [...(query.ok ? [] : query.errors), ...(isFormat(format) ? [] : [format])], lang);
  c.set('lang', lang);
  if (isUnread(body)) return refuseBody(c, body, lang);
  // What is read row by row has no headings.
  if (body.kind === 'lines') return refuseBody(c, { kind: 'problem', code: 'unsupported_media_type' }, lang);
  if (body.kind === 'object' && body.repeated.length > 0)
    return refuseRequest(c, repeatedPaths(body.repeated, lang), lang);
  const table = tableOf(body, query.data.sheet, lang);
  if ('ok' in table) return refuseBody(c, { kind: 'unreadable', why: table }, lang);
  if ('code' in table) return refuseRequest(c, [table], lang);
  const { cells, written, doubts } = table;
  const reading = readingOf(query.data, { today: clockOf(c)(undefined).today, limits: tableLimits(limits) });
  const result = await inTurns(c, ledgerSteps(cells, { ...reading, sheet: written.sheet }));
  if (!result.ok) return refuseBody(c, { kind: 'unreadable', why: result }, lang);
  const ledger: Ledger = { ...result.ledger, doubts: [...doubts, ...result.ledger.doubts] };
  const sheet = mapSheet(ledgerMap(ledger, written, lang), lang);
  const headers = { 'Cache-Control': 'no-store', Vary: 'Accept, Accept-Language' };
  const layout = plainLayout(format, lang);
  const content = format.writeSheet(sheet, lang, layout);
  return sendAnswer(c, { content, name: sheet.name, lang }, { format, layout, headers });
}

/** A table as it was pasted. */
const pastedTable = /* @__PURE__ */ forDescription(() =>
  z.string().meta({
    description: 'The table as text.',
    example: '請求番号,得意先コード,支払期日,残高\nINV-1,C001,2026-07-31,"1,250,000"\n',
  }),
);

/** The description of the operation. */
export const describePortfolioMap = (): DescribedOperation[] => [
  {
    method: 'post',
    path: '/v1/portfolio/map',
    operationId: 'mapPortfolio',
    summary: 'What a ledger holds',
    description: `How an exported or pasted receivables ledger is read: headings and the fields they are taken for, doubts, lines left out, and what is missing. Nothing is valued. At most 32 MB and ${LONG_TABLE.lines} lines; on Workers 8 MB, ${SHORT_TABLE.rows} receivables and ${SHORT_TABLE.lines} lines. UTF-8, UTF-16 and Shift_JIS are recognised, and workbooks (.xlsx), lists between bars and HTML tables are read, too. Accept or format= chooses another format of the answer.`,
    tags: ['evaluate'],
    request: {
      query: z.object(mapQueryFields),
      body: {
        required: true,
        description: 'The ledger as the accounting system exports it, as pasted text, or as a table of cells.',
        content: {
          'text/csv': { schema: pastedTable },
          'text/tab-separated-values': { schema: pastedTable },
          'text/plain': { schema: pastedTable },
          'application/x-ndjson': { schema: z.string().meta({ description: 'One row of JSON a line.' }) },
          'application/octet-stream': {
            schema: fileBytes('The bytes of the file.'),
          },
          [XLSX_TYPE]: { schema: fileBytes('A workbook (.xlsx).') },
          'multipart/form-data': { schema: uploadForm },
          'application/json': {
            schema: z
              .looseObject({
                rows: z.array(z.looseObject({})).max(LONG_TABLE.rows).optional().meta({
                  description: 'The same as records; the only list of records of another object is found, too.',
                }),
                table: z
                  .array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])))
                  .max(LONG_TABLE.lines)
                  .optional()
                  .meta({ description: 'Rows of cells, headings included.' }),
              })
              .meta({
                id: 'LedgerTable',
                description: 'A ledger as a table of cells.',
                example: {
                  table: [
                    ['請求番号', '支払期日', '残高'],
                    ['INV-1', '2026-07-31', 1250000],
                  ],
                },
              }),
          },
        },
      },
    },
    responses: {
      200: { description: 'What the ledger holds.', content: jsonContent(mapSchema) },
      ...problemResponses(...LEDGER_PROBLEMS),
    },
  },
];

/** Adds the reading of a ledger without a valuation. */
export const portfolio_map: Route = (app) => {
  app.post('/v1/portfolio/map', answerMap);
};
