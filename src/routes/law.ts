// GET /v1/law and /v1/law/{id}: every legal value as it stands on a day, with its source and how sure it is, and one value with
// its whole history. The answer says so where the data do not cover a day.

import * as z from 'zod';
import { claimFields } from '../claim/claim_fields.ts';
import { nearest } from '../fields/nearest.ts';
import { type Cell, column, fact } from '../formats/format.ts';
import {
  type Calculator,
  type CalculatorAnswer,
  type CalculatorContext,
  calculatorResource,
  calculatorRoute,
  describedCalculator,
  queryParameters,
} from '../http/calculator.ts';
import { textSchema } from '../http/catalogue_schema.ts';
import type { DescribedOperation, Route } from '../http/context.ts';
import { jsonContent, problemResponses } from '../http/description.ts';
import { calculationMetaSchema, certaintySchema, daySchema, nullableSchema, orNoneSchema } from '../http/law_schema.ts';
import { formats } from '../http/negotiation.ts';
import { answerQuery } from '../http/resource.ts';
import { sendProblem } from '../http/sending.ts';
import { datedValues, historyOf, type LegalStanding, type LegalStretch, standingOn } from '../law/catalogue.ts';
import { type Citation, type Dated, LawNotCovered } from '../law/dated.ts';
import * as laws from '../law/index.ts';
import type { Jurisdiction } from '../law/law.ts';
import { cited } from '../report/voice.ts';
import type { Day } from '../values/day.ts';
import { forDescription } from '../values/description.ts';
import { Fault } from '../values/fault.ts';
import type { Lang } from '../values/text.ts';

const lawFields = { as_of: claimFields.as_of };

const bilingualSourceSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      law: textSchema.meta({ description: 'Law or publication.' }),
      article: textSchema.meta({ description: 'Article or heading.' }),
      law_id: nullableSchema(
        z.string().meta({ description: 'Identifier in the official database.', example: '346AC0000000040' }),
      ),
      url: nullableSchema(
        z
          .string()
          .meta({ description: 'Address of the text.', example: 'https://laws.e-gov.go.jp/law/346AC0000000040' }),
      ),
      checked: daySchema('Day on which somebody last looked.'),
    })
    .meta({ id: 'LegalSourceText', description: 'Where a value is written, in both languages.' }),
);

const stretchShape = /* @__PURE__ */ forDescription(() => ({
  from: daySchema('First day of the value.'),
  until: nullableSchema(daySchema('Last day on which it is known to hold; null when no end is known.')),
  value: z.unknown().meta({
    description: 'The value: a number, a decimal as text, or a table or rule as an object; null = it does not exist.',
    example: '0.03',
  }),
  certainty: certaintySchema,
  unverified: z
    .boolean()
    .meta({ description: 'The value, or a part of it, rests on no source that was read.', example: false }),
  source: bilingualSourceSchema,
}));

const entrySchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      id: z.string().meta({ description: 'Id of the value.', example: 'late_interest.statutory' }),
      label: textSchema,
      unit: z
        .string()
        .meta({ description: 'Unit: JPY, 1/year, share, days, months, years, count or rule.', example: '1/year' }),
      status: z.enum(['in_force', 'none', 'not_covered']).meta({
        description:
          'It holds on the day, does not exist on it, or the data do not cover the day (then nothing is stated).',
        example: 'in_force',
      }),
      ...Object.fromEntries(Object.entries(stretchShape).map(([name, schema]) => [name, orNoneSchema(schema)])),
      next_change: nullableSchema(
        z
          .object({
            on: daySchema('Day of the change.'),
            kind: z.enum(['starts', 'changes', 'unknown']).meta({
              description: 'The first day covered, another value, or a value that is not known yet.',
              example: 'unknown',
            }),
          })
          .meta({ description: 'The next change that is known; null when there is none.' }),
      ),
      checked: daySchema('Day on which the newest value was last checked.'),
    })
    .meta({ id: 'LegalValue', description: 'A legal value as it applies on a day.' }),
);

const lawChangeSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      on: daySchema('Day of the change.'),
      kind: z.string().meta({ description: 'exact, or latest = by that day at the latest.', example: 'latest' }),
      what: textSchema.meta({ description: 'What changes.' }),
      source: nullableSchema(bilingualSourceSchema),
    })
    .meta({ id: 'LegalChange', description: 'A change of law that is coming.' }),
);

const listSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      as_of: daySchema('Day on which the values stand.'),
      values: z.array(entrySchema).meta({ description: 'Every dated value, by id.' }),
      change_watch: z.array(lawChangeSchema).meta({ description: 'Changes that are promulgated but not in force.' }),
      meta: calculationMetaSchema,
    })
    .meta({ id: 'LawCatalogue', description: 'Every legal value on a day.' }),
);

const valueSchema = /* @__PURE__ */ forDescription(() =>
  entrySchema
    .extend({
      as_of: daySchema('Day on which the value applies.'),
      history: z
        .array(z.object(stretchShape).meta({ id: 'LegalStretch', description: 'A value during one stretch of time.' }))
        .meta({ description: 'Every value known, oldest first.' }),
      unknown_from: nullableSchema(daySchema('First day for which the value is not known yet.')),
      meta: calculationMetaSchema,
    })
    .meta({ id: 'LegalValueHistory', description: 'A legal value with its whole history.' }),
);

const bilingualSource = ({ law, article, law_id, url, checked }: Citation) => ({ law, article, law_id, url, checked });

const stretchValue = ({ from, until, value, certainty, unverified, citation }: LegalStretch) => ({
  from,
  until,
  value,
  certainty,
  unverified,
  source: bilingualSource(citation),
});

const NO_STRETCH = { from: null, until: null, value: null, certainty: null, unverified: null, source: null };

const entryValue = ({ id, label, unit, status, stretch, next_change, checked }: LegalStanding) => ({
  id,
  label,
  unit,
  status,
  ...(stretch === null ? NO_STRETCH : stretchValue(stretch)),
  next_change,
  checked,
});

/** A value as one cell: unknown is said to be unknown, what does not exist is empty, tables and rules are JSON. */
const stretchCell = (stretch: LegalStretch | null): Cell => {
  if (stretch === null) return null;
  const { value } = stretch;
  if (value === null) return undefined;
  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);
};

/** Columns of a table of values; a row of the coming changes uses those it has. */
const LAW_COLUMNS = [
  column('id', { ja: '識別子', en: 'id' }),
  column('status', { ja: '状態', en: 'status' }),
  column('value', { ja: '値', en: 'value' }, 'data'),
  column('unit', { ja: '単位', en: 'unit' }),
  column('from', { ja: '初日', en: 'from' }),
  column('until', { ja: '末日', en: 'until' }),
  column('next_change', { ja: '次の変更日', en: 'next change' }),
  column('certainty', { ja: '確からしさ', en: 'certainty' }),
  column('unverified', { ja: '未確認', en: 'unverified' }),
  column('checked', { ja: '確認日', en: 'checked' }),
  column('label', { ja: '名称', en: 'name' }, 'text'),
  column('source', { ja: '根拠', en: 'source' }, 'text'),
  column('url', { ja: 'リンク', en: 'link' }, 'text'),
];

/** A row of the table: how a value stood in one stretch of time, and when it changes next. */
function stretchRow(
  { id, label, unit, checked }: Pick<LegalStanding, 'id' | 'label' | 'unit' | 'checked'>,
  {
    status,
    stretch,
    next,
  }: { readonly status: string; readonly stretch: LegalStretch | null; readonly next: Day | undefined },
  lang: Lang,
): Cell[] {
  return [
    id,
    status,
    stretchCell(stretch),
    unit,
    stretch?.from,
    stretch?.until ?? undefined,
    next,
    stretch?.certainty,
    stretch?.unverified,
    checked,
    label[lang],
    stretch === null ? undefined : cited(stretch.citation, lang),
    stretch?.citation.url ?? undefined,
  ];
}

const changeRow = ({ on, what, citation }: Jurisdiction['change_watch'][number], lang: Lang): Cell[] => [
  'change_watch',
  'coming',
  undefined,
  undefined,
  on,
  ...LAW_COLUMNS.slice(5, 10).map(() => undefined),
  what[lang],
  cited(citation, lang) ?? undefined,
  citation?.url ?? undefined,
];

function listAnswer(_: unknown, { law, lang, day: as_of }: CalculatorContext): CalculatorAnswer {
  const standings = datedValues(law).map((dated) => standingOn(dated, as_of));
  const doubtful = standings.filter(({ stretch }) => stretch?.unverified).length;
  const uncovered = standings.filter(({ status }) => status === 'not_covered').length;
  return {
    name: 'law',
    value: {
      as_of,
      values: standings.map(entryValue),
      change_watch: law.change_watch.map(({ on, kind, what, citation }) => ({
        on,
        kind,
        what,
        source: citation === null ? null : bilingualSource(citation),
      })),
    },
    headline:
      lang === 'ja'
        ? `${law.label.ja}の法令の値（${as_of}）：${standings.length}件、未確認${doubtful}件、収録期間外${uncovered}件`
        : `Legal values of ${law.label.en} on ${as_of}: ${standings.length}, of which unverified ${doubtful}, not covered ${uncovered}`,
    facts: [],
    columns: LAW_COLUMNS,
    rows: [
      ...standings.map((one) => stretchRow(one, { ...one, next: one.next_change?.on }, lang)),
      ...law.change_watch.map((change) => changeRow(change, lang)),
    ],
    notes: [],
  };
}

const STATUS_WORDS = {
  in_force: { ja: '下の表のとおり', en: 'as the table says' },
  none: { ja: 'なし', en: 'none' },
  not_covered: { ja: '収録期間外', en: 'not covered' },
} as const;

function valueAnswer(
  dated: Dated<unknown>,
  explicit: boolean,
  { lang, day: as_of }: CalculatorContext,
): CalculatorAnswer {
  const standing = standingOn(dated, as_of);
  const reason = dated.unknown_from !== undefined && as_of >= dated.unknown_from ? 'not_yet_known' : 'before_first_day';
  // A day that the caller names must be covered; a caller who names none gets the history in any case.
  if (explicit && standing.status === 'not_covered') throw new LawNotCovered(dated.id, as_of, reason);
  const history = historyOf(dated);
  const held = stretchCell(standing.stretch);
  const scalar = typeof held === 'string' && /^[[{]/.test(held) ? undefined : held;
  const words = scalar === undefined || scalar === null ? STATUS_WORDS[standing.status][lang] : String(scalar);
  return {
    name: dated.id,
    value: {
      as_of,
      ...entryValue(standing),
      history: history.map(stretchValue),
      unknown_from: dated.unknown_from ?? null,
    },
    headline: lang === 'ja' ? `${dated.label.ja}（${as_of}）：${words}` : `${dated.label.en} on ${as_of}: ${words}`,
    facts: [
      fact('value_on_day', { ja: '基準日の値', en: 'value on the day' }, held, 'data'),
      fact('status_on_day', { ja: '状態', en: 'status' }, standing.status),
      fact('unknown_from', { ja: '未公表となる日', en: 'not known from' }, dated.unknown_from),
    ],
    columns: LAW_COLUMNS,
    rows: history.map((stretch, index) => {
      const status = stretch.value === null ? 'none' : 'known';
      return stretchRow(dated, { status, stretch, next: history[index + 1]?.from ?? dated.unknown_from }, lang);
    }),
    notes: [],
  };
}

const lawCatalogue: Calculator<typeof lawFields> = {
  path: '/v1/law',
  id: 'law',
  summary: 'Legal values',
  description:
    'Every legal value as it applies on a day: value, unit, source, certainty, first day, day last checked, next change; and the changes that are coming.',
  fields: lawFields,
  dayField: 'as_of',
  check: () => [],
  answer: listAnswer,
};

const lawValue = (id: string): Calculator<typeof lawFields> => ({
  ...lawCatalogue,
  path: `/v1/law/${id}`,
  answer: (data, context) => {
    const dated = datedValues(context.law).find((one) => one.id === id);
    if (dated === undefined) throw new Fault('the law of the jurisdiction has no value of this name');
    return valueAnswer(dated, data.as_of !== undefined, context);
  },
});

const LAW_IDS = [...new Set(Object.values(laws).flatMap((law) => datedValues(law).map(({ id }) => id)))].sort();

/** The id and the format of an address: `late_interest.statutory.csv`. */
function addressed(text: string): { id: string; format: (typeof formats)[number] | undefined } {
  const format = formats.find(({ extension }) => text.endsWith(`.${extension}`));
  return { id: format === undefined ? text : text.slice(0, -format.extension.length - 1), format };
}

/** The descriptions of the operations. */
export const describeLaw = (): DescribedOperation[] => [
  ...describedCalculator(lawCatalogue, listSchema),
  {
    method: 'get',
    path: '/v1/law/{id}',
    operationId: 'lawValue',
    summary: 'One legal value',
    description:
      'One legal value with its whole history. The id may carry the extension of a format, in which the answer is then written.',
    tags: ['law'],
    request: {
      params: z.object({
        id: z.string().meta({
          description: `Id of the value, as listed at /v1/law; a format may follow (${formats.map(({ extension }) => `.${extension}`).join(', ')}).`,
          example: LAW_IDS.at(0),
        }),
      }),
      query: z.object(queryParameters(lawFields)),
    },
    responses: {
      200: { description: 'The value.', content: jsonContent(valueSchema) },
      304: { description: 'The caller has the answer already.' },
      ...problemResponses('not_found', 'malformed_input', 'invalid_input', 'law_not_covered'),
    },
  },
];

/** Adds the catalogue of legal values, and one value with its history. */
export const law: Route = (app) => {
  calculatorRoute(lawCatalogue)(app);
  app.get('/v1/law/:id', (c) => {
    const { id, format } = addressed(c.req.param('id'));
    if (LAW_IDS.includes(id)) return answerQuery(c, calculatorResource(lawValue(id)), format);
    const near = nearest(id, LAW_IDS);
    const detail = {
      ja: `そのような値はありません。${near === undefined ? '一覧は /v1/law にあります。' : `${near} のことですか。`}`,
      en: `There is no such value.${near === undefined ? ' They are listed at /v1/law.' : ` Did you mean ${near}?`}`,
    };
    return sendProblem(c, 'not_found', { detail: detail[c.get('lang')] });
  });
};
