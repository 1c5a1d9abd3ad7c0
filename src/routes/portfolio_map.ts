// POST /v1/portfolio/map: what a pasted or exported ledger holds: its headings and the fields they are read as, what is doubtful, what is
// left out, and what is missing before it can be valued. It computes nothing.

import { z } from 'zod';
import { choice } from '../claim/fields.ts';
import type { Text } from '../claim/read.ts';
import { column, fact, PLAIN, type Sheet } from '../formats/format.ts';
import { LINES_MAX, ROWS_MAX } from '../ledger/cells.ts';
import { type Ledger, readLedger } from '../ledger/ledger.ts';
import { PRESET_CERTAINTY, PRESETS } from '../ledger/presets.ts';
import type { Lang } from '../problem.ts';
import { MODEL_VERSION } from '../report/report.ts';
import { FIELD_LABELS, fieldsReader, flatFields } from '../request.ts';
import { sendAnswer } from './exchange.ts';
import { type Source, sourceOf, unreadable } from './ledger_body.ts';
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
} from './route.ts';

const LEFT_OUT_SHOWN = 20;
const SAMPLES = 5;
const HEADING_SHOWN = 100;

const UNITS = { yen: 1, thousand: 1000, million: 1_000_000 } as const;
const UNIT_NAMES = ['yen', 'thousand', 'million'] as const;

const fields = {
  map: choice(['auto', ...PRESETS.map(({ id }) => id)], {
    label: { ja: '会計システム', en: 'accounting system' },
    description: 'Accounting system that wrote the ledger; auto finds it by its headings.',
    description_ja: '表を出力した会計システム。auto なら見出しから判断します。',
    example: 'auto',
    default: 'auto',
  }).optional(),
  date_order: choice(['mdy', 'dmy'], {
    label: { ja: '日付の順', en: 'order of days' },
    description: 'Order of days such as 3/4/2026: month first (mdy) or day first (dmy).',
    description_ja: '3/4/2026 のような日付の順。mdy は月が先、dmy は日が先。',
    example: 'mdy',
    default: 'what the column itself shows',
  }).optional(),
  unit: choice(UNIT_NAMES, {
    label: { ja: '金額の単位', en: 'unit of amounts' },
    description: 'Unit of the amounts of the table.',
    description_ja: '表の金額の単位。',
    example: 'thousand',
    default: 'what the table says, else yen',
  }).optional(),
  lang: flatFields.get('lang')!,
};
const readQuery = fieldsReader(fields);

const LABELS: Readonly<Record<string, Text>> = {
  id: { ja: '番号', en: 'number of the receivable' },
  debtor_id: { ja: '相手方', en: 'debtor' },
};
const labelOf = (field: string | null, lang: Lang): string | null =>
  field === null ? null : ((LABELS[field] ?? FIELD_LABELS.get(field))?.[lang] ?? field);

const nullable = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()]);
const text = (description: string, example: string) => z.string().meta({ description, example });
const line = (description: string) => z.int().min(1).meta({ description, example: 7 });

const noteSchema = z
  .object({
    code: text('Stable code.', 'credits_left_out'),
    text: text('What to know, in words.', 'マイナスの行が1件あります。'),
    line: nullable(line('Line of the table; null when it concerns all of it.')),
  })
  .meta({ id: 'LedgerNote', description: 'Something to know about a ledger.' });

const schema = z
  .object({
    encoding: nullable(text('Encoding that the file was read in; null for a JSON table.', 'shift_jis')),
    separator: nullable(text('Separator of the cells; null for a JSON table.', ',')),
    layout: z.enum(['open_items', 'aging']).meta({
      description: 'One line for each receivable, or one for each debtor with a column for each age.',
      example: 'open_items',
    }),
    preset: nullable(
      z
        .object({
          id: text('Id of the accounting system.', 'freee'),
          name: text('Its name.', 'freee会計'),
          certainty: text('How sure its headings are: none was compared with a file.', PRESET_CERTAINTY),
        })
        .meta({ description: 'Accounting system whose headings these are; null when none is recognised.' }),
    ),
    header_line: line('Line of the headings.'),
    unit: z.int().meta({ description: 'What the amounts of the table are multiplied by.', example: 1000 }),
    as_of: nullable(text('Day of the table, where it says so.', '2026-10-31')),
    columns: z
      .array(
        z
          .object({
            index: z.int().min(0).meta({ description: 'Place of the column, from 0.', example: 6 }),
            header: text('Heading as it is written, at most 100 characters.', '未決済金額'),
            field: nullable(text('Field of a request, id or debtor_id; null when the column is not used.', 'amount')),
            label: nullable(text('Name of the field.', '債権額')),
            by: nullable(text('How the field was found: name, synonym, preset or bucket.', 'synonym')),
            doubt: nullable(text('What is doubtful about it.', '予定額や滞留額は残高の一部かもしれません。')),
          })
          .meta({ id: 'MappedColumn', description: 'A column of a ledger and what it is read as.' }),
      )
      .meta({ description: 'The columns.' }),
    doubts: z.array(noteSchema).meta({ description: 'What is doubtful.' }),
    left_out: z
      .object({
        count: z.int().meta({ description: 'Lines that are no receivable.', example: 4 }),
        by_reason: z
          .record(z.string(), z.int())
          .meta({ description: 'Their number by reason.', example: { total: 2, credit: 1, title: 1 } }),
        lines: z
          .array(
            z
              .object({
                line: line('Line of the table.'),
                why: text('Reason: title, total, group, blank, credit or settled.', 'total'),
                text: text('What stands there.', '合計 3,130.5'),
              })
              .meta({ id: 'LeftOutLine', description: 'A line that is no receivable.' }),
          )
          .meta({ description: `The first ${LEFT_OUT_SHOWN} of them.` }),
      })
      .meta({ description: 'Lines that are no receivable: titles, totals, groups, blank, credit and settled ones.' }),
    rows: z.int().meta({ description: 'Receivables found.', example: 128 }),
    samples: z
      .array(
        z
          .object({
            line: line('Line of the table.'),
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

function answerOf(ledger: Ledger, { encoding, separator }: Source, lang: Lang): Answer {
  const preset = PRESETS.find(({ id }) => id === ledger.preset);
  const said = (notes: Ledger['doubts']) =>
    notes.map((one) => ({ code: one.code, text: one.text[lang], line: one.line ?? null }));
  const by_reason: Record<string, number> = {};
  for (const { why } of ledger.left_out) by_reason[why] = (by_reason[why] ?? 0) + 1;
  return {
    encoding,
    separator,
    layout: ledger.layout,
    preset: preset === undefined ? null : { id: preset.id, name: preset.name, certainty: preset.certainty },
    header_line: ledger.header_line,
    unit: ledger.unit,
    as_of: ledger.as_of,
    columns: ledger.columns.map(({ index, header, field, by, doubt }) => ({
      index,
      header: header.slice(0, HEADING_SHOWN),
      field,
      label: labelOf(field, lang),
      by,
      doubt: doubt?.[lang] ?? null,
    })),
    doubts: said(ledger.doubts),
    left_out: {
      count: ledger.left_out.length,
      by_reason,
      lines: ledger.left_out.slice(0, LEFT_OUT_SHOWN).map((one) => ({ ...one })),
    },
    rows: ledger.rows.length,
    samples: ledger.rows
      .slice(0, SAMPLES)
      .map((row) => ({ line: row.line, record: { ...row.record }, notes: said(row.notes) })),
    missing: missingIn(ledger),
  };
}

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
      fact('layout', '形', 'layout', answer.layout),
      fact('preset', '会計システム', 'accounting system', answer.preset?.id),
      fact('encoding', '文字コード', 'encoding', answer.encoding ?? undefined),
      fact('header_line', '見出しの行', 'line of headings', answer.header_line),
      fact('unit', '単位', 'unit', answer.unit),
      fact('ledger_as_of', '表の基準日', 'day of the table', answer.as_of ?? undefined),
      fact('rows', '件数', 'receivables', rows),
      fact('left_out', '除いた行', 'left out', left_out.count),
      fact('missing', '不足', 'missing', missing.join(' ') || undefined),
    ],
    columns: [
      column('index', '列', 'column'),
      column('header', '見出し', 'heading', 'text'),
      column('field', '項目', 'field'),
      column('label', '項目名', 'label'),
      column('by', '根拠', 'found by'),
      column('doubt', '疑問', 'doubt', 'text'),
    ],
    rows: answer.columns.map(({ index, header, field, label, by, doubt }) =>
      [index, header, field, label, by, doubt].map((cell) => cell ?? undefined),
    ),
    notes: answer.doubts.map((one) => one.text),
    origin: [fact('model_version', 'モデルの版', 'model version', MODEL_VERSION)],
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
  const source = await sourceOf(c, lang);
  if (source instanceof Response) return source;
  const { map: preset, date_order, unit } = query.data;
  const result = readLedger(source.cells, {
    ...(preset === undefined ? {} : { preset }),
    ...(date_order === undefined ? {} : { date_order }),
    ...(unit === undefined ? {} : { unit: UNITS[unit] }),
  });
  if (!result.ok) return unreadable(c, result, lang);
  const sheet = sheetOf(answerOf(result.ledger, source, lang), lang);
  const headers = { 'Cache-Control': 'no-store', Vary: 'Accept, Accept-Language' };
  return sendAnswer(c, format.writeSheet(sheet, lang, PLAIN), sheet.name, format, lang, headers, PLAIN);
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
    description: `How an exported or pasted receivables ledger is read: headings and the fields they are taken for, doubts, lines left out, and what is missing. Nothing is valued. At most 8 MB, ${ROWS_MAX} receivables and ${LINES_MAX} lines. UTF-8, UTF-16 and Shift_JIS are recognised.`,
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
                  .max(LINES_MAX)
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
      ...problemResponses(
        'malformed_json',
        'too_deep',
        'malformed_input',
        'not_acceptable',
        'body_too_large',
        'unsupported_media_type',
        'invalid_input',
        'unreadable_ledger',
      ),
    },
  });
  app.post('/v1/portfolio/map', map);
};
