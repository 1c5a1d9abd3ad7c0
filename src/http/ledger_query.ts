// The query of a ledger beside its rows: the values wanted, a budget of hours, how the file is to be read, and the defaults under
// every row. All of it may stand in the query; what comes as a JSON object may say it there.

import * as z from 'zod';
import { claimFields } from '../claim/claim_fields.ts';
import { choiceField, decimalField, flagField } from '../fields/field.ts';
import { LONG_TABLE } from '../ledger/file/cells.ts';
import { PRESETS } from '../ledger/headings/presets.ts';
import type { GivenColumn, LedgerReading } from '../ledger/ledger.ts';
import type { FieldValues } from '../portfolio/row.ts';
import { type FieldError, parameterError } from '../problem.ts';
import type { FlatField } from '../report/flat.ts';
import { requestSchema } from '../request/composition.ts';
import { fieldsReader } from '../request/fields_reader.ts';
import { repeatedPaths } from '../request/mistakes.ts';
import { forDescription } from '../values/description.ts';
import type { Lang } from '../values/text.ts';
import { fieldsNamed } from './cell_values.ts';
import { HEADERS } from './table_layout.ts';

const LEDGER_OUT_DEFAULT = [
  'best',
  'best_label',
  'best_net',
  'margin',
  'call',
  'call_label',
  'p10',
  'p90',
  'months_to_cash',
  'first_step',
  'review_on',
  'limitation_last_day',
  'warnings',
  'input_hash',
];

/** Parameters of how a table is read. */
export const mapFields = {
  map: choiceField(['auto', ...PRESETS.map(({ id }) => id)], {
    label: { ja: '会計システム', en: 'accounting system' },
    description: 'Reads a table as this accounting system exported it; auto finds the system by its headings.',
    description_ja: '表を出力した会計システム。auto なら見出しから判断します。',
    example: 'auto',
    default: 'columns named as in /v1/fields; auto where nothing but the mapping is asked',
  }).optional(),
  date_order: choiceField(['mdy', 'dmy', 'ymd'], {
    label: { ja: '日付の順', en: 'order of days' },
    description: 'Order of days such as 3/4/2026 or 26/07/31: month first (mdy), day first (dmy) or year first (ymd).',
    description_ja: '3/4/2026 や 26/07/31 のような日付の順。mdy は月が先、dmy は日が先、ymd は年が先。',
    example: 'mdy',
    default: 'what the column itself shows',
  }).optional(),
  unit: choiceField(['yen', 'thousand', 'million'], {
    label: { ja: '金額の単位', en: 'unit of amounts' },
    description: 'Unit of the amounts of a table.',
    description_ja: '表の金額の単位。',
    example: 'thousand',
    default: 'what the table says, else yen',
  }).optional(),
  credits: choiceField(['net', 'leave'], {
    label: { ja: 'マイナスの扱い', en: 'credits' },
    description:
      "Whether credits and receipts of a table are deducted from the same debtor's claims (net) or left out (leave).",
    description_ja: '返品・値引・入金などのマイナスを同じ相手の債権から差し引く（net）か、除くだけにする（leave）か。',
    example: 'net',
    default: 'net',
  }).optional(),
  terms: z.string().max(60).optional().meta({
    description: 'Terms of payment of lines without a due date: Net 30, 月末締め翌月末払い, 20日締め翌月10日.',
    example: '月末締め翌月末払い',
    'x-label-ja': '支払条件',
  }),
  columns: z.string().max(2000).optional().meta({
    description:
      'Fields of columns whose headings are not understood, as field:heading in comma text; fields of a request, id, debtor_id, status, kind, paid, paid_date, promise_date, terms, closing_date or age.',
    example: 'amount:ご請求残高,due_date:お約束日',
    'x-label-ja': '列の指定',
  }),
  sheet: z.string().max(100).optional().meta({
    description: 'Name of the sheet of a workbook that holds the ledger, or its number from 1.',
    example: '売掛金一覧',
    'x-label-ja': 'シート',
    'x-default': 'the sheet with the most known headings',
  }),
};

const UNIT_FACTORS = { yen: 1, thousand: 1_000, million: 1_000_000 } as const;

/** Parameters of how a table is read, as they were said. */
type MapControls = z.output<z.ZodObject<typeof mapFields>>;

/** How the caller wants a table to be read; `known` is what the service knows beside that. */
export const readingOf = (
  { map, date_order, unit, credits, terms, columns }: MapControls,
  known: Pick<LedgerReading, 'today' | 'as_of' | 'limits'>,
): LedgerReading => ({
  ...known,
  credits: credits ?? 'net',
  ...(map === undefined ? {} : { preset: map }),
  ...(date_order === undefined ? {} : { date_order }),
  ...(unit === undefined ? {} : { unit: UNIT_FACTORS[unit] }),
  ...(terms === undefined || terms === '' ? {} : { terms }),
  ...(columns === undefined || columns === '' ? {} : { columns: givenColumns(columns) }),
});

/** Fields and headings from comma text; a heading may hold a comma, because a field has a colon behind it. */
const givenColumns = (text: string): GivenColumn[] =>
  text.split(/,(?=[a-z_.0-9]+:)/).map((part) => {
    const at = part.indexOf(':');
    return { field: part.slice(0, Math.max(at, 0)).trim(), heading: part.slice(at + 1).trim() };
  });

/** Parameters of a ledger beside `out` and the defaults of its rows. */
export const ledgerFields = {
  hours: decimalField({
    counter: 'hours',
    label: { ja: '使える時間', en: 'hours available' },
    description: 'Staff hours available for all rows; they are spent where they earn most.',
    example: 40,
    min: 0,
    max: 1_000_000,
  }).optional(),
  group: choiceField(['debtor', 'none'], {
    label: { ja: 'まとめ方', en: 'grouping' },
    description: 'Whether invoices with the same debtor_id are decided together.',
    example: 'debtor',
    default: 'debtor',
  }).optional(),
  detail: choiceField(['values', 'full'], {
    label: { ja: '詳しさ', en: 'detail' },
    description: 'Whether each claim comes with its whole evaluation (JSON only).',
    example: 'values',
    default: 'values',
  }).optional(),
  ...mapFields,
  header: choiceField(HEADERS, {
    label: { ja: '見出し', en: 'header' },
    description: 'Names of our columns: on the wire (key), in a language, or none (0).',
    example: 'ja',
    default: 'key',
  }).optional(),
  download: flagField({
    label: { ja: 'ファイルとして保存', en: 'download' },
    description: 'Whether the answer is kept as a file; a table then begins with a byte order mark.',
    example: true,
    default: 'false',
  }).optional(),
};

/** Names of the values wanted, as they are described. */
export const outField = z
  .string()
  .max(4000)
  .optional()
  .meta({
    description: 'Names of the values of a row, of those listed at /v1/fields under answer.',
    example: 'best_label,best_net',
    'x-label-ja': '出す値',
    'x-default': LEDGER_OUT_DEFAULT.join(','),
  });

/** A form with the file of a ledger. */
export const uploadForm = /* @__PURE__ */ forDescription(() =>
  z.looseObject({
    file: z.string().meta({ description: 'The file; other fields of the form are parameters.', format: 'binary' }),
  }),
);

/** A ledger as a JSON body, as it is described. */
export const ledgerBody = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      defaults: requestSchema
        .partial()
        .optional()
        .meta({ description: 'Fields that hold for every row that does not say otherwise.' }),
      rows: z
        .array(z.looseObject({}))
        .max(LONG_TABLE.rows)
        .optional()
        .meta({
          description: 'Requests of an evaluation, with id and debtor_id beside their fields.',
          example: [{ id: 'A-1', amount: 1250000, overdue_days: 82 }],
        }),
      table: z
        .array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])))
        .max(LONG_TABLE.lines)
        .optional()
        .meta({
          description: 'The same as cells; the first line names the columns.',
          example: [
            ['amount', 'overdue_days'],
            [1250000, 82],
          ],
        }),
      out: z
        .union([z.string(), z.array(z.string())])
        .optional()
        .meta({
          description: 'Names of the values of a row, as a list or as comma text.',
          example: 'best_label,best_net',
        }),
      lang: requestSchema.shape.lang,
      as_of: claimFields.as_of,
      ...ledgerFields,
    })
    .meta({ id: 'PortfolioRequest', description: 'A ledger to evaluate.' }),
);

type LedgerControls = z.output<z.ZodObject<typeof ledgerFields>>;

/** What a caller wants to know about a ledger. */
export interface LedgerQuery {
  readonly data: LedgerControls;
  readonly fields: readonly FlatField[];
  readonly defaults: FieldValues;
}

const readControls = fieldsReader(ledgerFields);
const CONTROL_NAMES = new Set(Object.keys(ledgerFields));
const BODY_NAMES = new Set(['defaults', 'out', 'lang', 'as_of', ...CONTROL_NAMES]);

/** Whether a member of a JSON body beside its rows is one that the service knows. */
export const isLedgerMember = (name: string): boolean => BODY_NAMES.has(name);

/** Parameters that decide how an answer is written, not what it holds. */
const WRITING_PARAMETERS = new Set(['format', 'out']);

/** Reads the query of a ledger from the address and from the members of a JSON body other than its rows. */
export function readLedgerQuery(
  pairs: readonly (readonly [string, string])[],
  body: FieldValues,
  lang: Lang,
): { readonly query: LedgerQuery; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const say = (ja: string, en: string) => (lang === 'ja' ? ja : en);
  const { defaults: stated, out: outInBody, lang: language, as_of, ...rest } = body;
  const inQuery = pairs.filter(([name]) => CONTROL_NAMES.has(name));
  const controls: Record<string, unknown> = Object.create(null);
  for (const [name, value] of [...inQuery, ...Object.entries(rest)]) {
    if (name in controls) errors.push(...repeatedPaths([[name]], lang));
    controls[name] = value;
  }
  const read = readControls({ body: controls }, lang, (data) =>
    data.map === undefined
      ? (['date_order', 'unit', 'credits', 'terms', 'columns'] as const)
          .filter((name) => data[name] !== undefined)
          .map((name) => ({
            path: [name],
            code: 'needs_map',
            expected: { ja: 'map=auto と一緒に', en: 'together with map=auto' },
            detail: { ja: 'map=auto のときだけ使えます。', en: 'It is for map=auto only.' },
          }))
      : [],
  );
  if (!read.ok) errors.push(...read.errors);

  const isObject = typeof stated === 'object' && stated !== null && !Array.isArray(stated);
  if (stated !== undefined && !isObject)
    errors.push(
      parameterError(
        'defaults',
        'wrong_type',
        say('defaults は {"項目": 値} の形で書いてください。', 'Write defaults as {"field": value}.'),
        say('オブジェクト { … }', 'an object { … }'),
      ),
    );
  const fromQuery = pairs.filter(
    ([name]) => !CONTROL_NAMES.has(name) && !WRITING_PARAMETERS.has(name) && !name.startsWith('_'),
  );
  const defaults: FieldValues = {
    ...Object.fromEntries(fromQuery),
    ...(language === undefined ? {} : { lang: language }),
    ...(as_of === undefined ? {} : { as_of }),
    ...(isObject ? (stated as FieldValues) : {}),
  };
  const wanted = fieldsNamed(columnNames(outInBody ?? pairs.find(([name]) => name === 'out')?.[1]), 'out', lang);
  errors.push(...wanted.errors);
  return { query: { data: read.ok ? read.data : {}, fields: wanted.fields, defaults }, errors };
}

/** Names in comma text or in a list; the usual ones without either. */
function columnNames(out: unknown): readonly string[] {
  if (out === undefined || out === null || out === '') return LEDGER_OUT_DEFAULT;
  const names = Array.isArray(out) ? out : String(out).split(',');
  return names.slice(0, 200).map((name) => String(name).trim().toLowerCase());
}
