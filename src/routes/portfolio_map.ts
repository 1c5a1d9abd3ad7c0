// POST /v1/portfolio/map: what a pasted or exported ledger holds: its headings and the fields they are read as, what is doubtful, what is
// left out, and what is missing before it can be valued. It computes nothing.

import { z } from 'zod';
import { column, fact, plainLayout, type Sheet } from '../formats/format.ts';
import { cellsOfJson, LEDGER_PROBLEMS, readLedgerBody, refuseBody } from '../http/ledger_body.ts';
import { howOf, mapFields } from '../http/ledger_query.ts';
import { sendAnswer } from '../http/resource.ts';
import {
  acceptedFormat,
  type Ctx,
  chosenFormat,
  contents,
  formatSchema,
  problemResponses,
  type Route,
  refused,
  sendProblem,
} from '../http/route.ts';
import { LEDGER_LINES_MAX, LEDGER_ROWS_MAX } from '../ledger/cells.ts';
import { type Ledger, readLedger } from '../ledger/ledger.ts';
import { mappingOf, mappingSchema, noteSchema, notesIn, type SourceFile } from '../portfolio/mapping.ts';
import { MODEL_VERSION } from '../report/report.ts';
import { flatFields } from '../request/composition.ts';
import { fieldsReader } from '../request/fields_reader.ts';
import type { Lang } from '../values/text.ts';

const SAMPLES = 5;

const fields = { ...mapFields, lang: flatFields.get('lang')! };
const readQuery = fieldsReader(fields);

const schema = z
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
  .meta({ id: 'PortfolioMap', description: 'What a ledger holds, before anything is computed.' });

type Answer = z.output<typeof schema>;

/** What is missing before anything can be valued. */
const missingIn = ({ rows }: Ledger): string[] => [
  ...(rows.some(({ record }) => record.amount !== undefined) ? [] : ['amount']),
  ...(rows.some(({ record }) => record.due_date !== undefined || record.overdue_days !== undefined)
    ? []
    : ['due_date']),
];

const answerOf = (ledger: Ledger, written: SourceFile, lang: Lang): Answer => ({
  ...mappingOf(ledger, written, lang),
  rows: ledger.rows.length,
  samples: ledger.rows
    .slice(0, SAMPLES)
    .map(({ line, record, notes }) => ({ line, record: { ...record }, notes: notesIn(notes, lang) })),
  missing: missingIn(ledger),
});

/** The answer as a table of its columns. */
function sheetOf(answer: Answer, lang: Lang): Sheet {
  const { rows, left_out, missing } = answer;
  return {
    name: 'portfolio-map',
    value: answer,
    headline:
      lang === 'ja'
        ? `債権${rows}件を読み取りました。除いた行は${left_out.count}行です。${missing.length === 0 ? '' : `不足：${missing.join('、')}`}`
        : `${rows} receivables are found; ${left_out.count} lines are left out.${missing.length === 0 ? '' : ` Missing: ${missing.join(', ')}`}`,
    facts: [
      fact('layout', { ja: '形', en: 'layout' }, answer.layout),
      fact('preset', { ja: '会計システム', en: 'accounting system' }, answer.preset?.id),
      fact('encoding', { ja: '文字コード', en: 'encoding' }, answer.encoding ?? undefined),
      fact('header_line', { ja: '見出しの行', en: 'line of headings' }, answer.header_line),
      fact('unit', { ja: '単位', en: 'unit' }, answer.unit),
      fact('ledger_as_of', { ja: '表の基準日', en: 'day of the table' }, answer.as_of ?? undefined),
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
    rows: answer.columns.map(({ index, header, field, label, by, doubt }) =>
      [index, header, field, label, by, doubt].map((cell) => cell ?? undefined),
    ),
    notes: answer.doubts.map((one) => one.text),
    origin: [fact('model_version', { ja: 'モデルの版', en: 'model version' }, MODEL_VERSION)],
  };
}

async function map(c: Ctx): Promise<Response> {
  const pairs = [...new URL(c.req.url).searchParams];
  const query = readQuery({ query: pairs.filter(([name]) => name !== 'format') }, c.get('lang'), () => []);
  const { lang } = query;
  const named = pairs.some(([name, value]) => name === 'format' && value !== '');
  const format = named ? chosenFormat(pairs, undefined, lang) : acceptedFormat(c.req.header('Accept'));
  if (format === undefined) return sendProblem(c, 'not_acceptable', { lang });
  if (!query.ok || !('write' in format))
    return refused(c, [...(query.ok ? [] : query.errors), ...('write' in format ? [] : [format])], lang, {});
  c.set('lang', lang);
  const came = await readLedgerBody(c.req.raw, c.get('limits'));
  if (came.kind === 'problem' || came.kind === 'unreadable') return refuseBody(c, came, lang);
  // What is read row by row has no headings.
  if (came.kind === 'lines') return sendProblem(c, 'unsupported_media_type', { lang });
  const table = came.kind === 'cells' ? came.cells : cellsOfJson(came.body, lang);
  if ('code' in table) return refused(c, [table], lang, {});
  const result = readLedger(table, howOf(query.data));
  if (!result.ok) return refuseBody(c, { kind: 'unreadable', why: result }, lang);
  const written = came.kind === 'cells' ? came : { encoding: null, separator: null };
  const sheet = sheetOf(answerOf(result.ledger, written, lang), lang);
  const headers = { 'Cache-Control': 'no-store', Vary: 'Accept, Accept-Language' };
  const layout = plainLayout(format, lang);
  return sendAnswer(c, format.writeSheet(sheet, lang, layout), sheet.name, format, lang, headers, layout);
}

const pasted = z.string().meta({
  description: 'The table as text.',
  example: '請求番号,得意先コード,支払期日,残高\nINV-1,C001,2026-07-31,"1,250,000"\n',
});

export const portfolio_map: Route = (app) => {
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: '/v1/portfolio/map',
    operationId: 'mapPortfolio',
    summary: 'What a ledger holds',
    description: `How an exported or pasted receivables ledger is read: headings and the fields they are taken for, doubts, lines left out, and what is missing. Nothing is valued. At most 8 MB, ${LEDGER_ROWS_MAX} receivables and ${LEDGER_LINES_MAX} lines. UTF-8, UTF-16 and Shift_JIS are recognised.`,
    tags: ['evaluate'],
    request: {
      query: z.object({ ...fields, format: formatSchema }),
      body: {
        required: true,
        description: 'The ledger as the accounting system exports it, as pasted text, or as a table of cells.',
        content: {
          'text/csv': { schema: pasted },
          'text/tab-separated-values': { schema: pasted },
          'text/plain': { schema: pasted },
          'application/octet-stream': {
            schema: z.string().meta({ description: 'The bytes of the file.', format: 'binary' }),
          },
          'application/json': {
            schema: z
              .strictObject({
                table: z
                  .array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])))
                  .max(LEDGER_LINES_MAX)
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
      200: { description: 'What the ledger holds.', content: contents(schema) },
      ...problemResponses(...LEDGER_PROBLEMS),
    },
  });
  app.post('/v1/portfolio/map', map);
};
