// GET /v1/law and /v1/law/{id}: every legal value as it stands on a day, with its source and how sure it is, and one value with
// its whole history. A day that the data do not cover is said to be so.

import { z } from 'zod';
import { claimFields } from '../claim/claim_fields.ts';
import { nearest } from '../fields/nearest.ts';
import { type Cell, column, fact } from '../formats/format.ts';
import {
  type About,
  type Answer,
  type Calculator,
  calculatorRoute,
  parameters,
  resourceOf,
} from '../http/calculator.ts';
import { certaintySchema, daySchema, metaSchema, orNull } from '../http/law_schema.ts';
import { answerQuery } from '../http/resource.ts';
import { contents, formats, problemResponses, type Route, sendProblem, withFormat } from '../http/route.ts';
import { datedValues, historyOf, type Standing, type Stretch, standingOn } from '../law/catalogue.ts';
import { type Citation, type Dated, LawNotCovered } from '../law/dated.ts';
import * as laws from '../law/index.ts';
import type { Jurisdiction } from '../law/law.ts';
import { cited } from '../report/voice.ts';
import type { Lang } from '../values/text.ts';
import { textSchema } from './fields.ts';

const fields = { as_of: claimFields.as_of };

const bothSchema = z
  .object({
    law: textSchema.meta({ description: 'Law or publication.' }),
    article: textSchema.meta({ description: 'Article or heading.' }),
    law_id: orNull(
      z.string().meta({ description: 'Identifier in the official database.', example: '346AC0000000040' }),
    ),
    url: orNull(
      z.string().meta({ description: 'Address of the text.', example: 'https://laws.e-gov.go.jp/law/346AC0000000040' }),
    ),
    checked: daySchema('Day on which somebody last looked.'),
  })
  .meta({ id: 'LegalSourceText', description: 'Where a value is written, in both languages.' });

const stretchShape = {
  from: daySchema('First day of the value.'),
  until: orNull(daySchema('Last day on which it is known to hold; null when no end is known.')),
  value: z.unknown().meta({
    description: 'The value: a number, a decimal as text, or a table or rule as an object; null = it does not exist.',
    example: '0.03',
  }),
  certainty: certaintySchema,
  unverified: z
    .boolean()
    .meta({ description: 'The value, or a part of it, rests on no source that was read.', example: false }),
  source: bothSchema,
};

const entrySchema = z
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
    ...Object.fromEntries(Object.entries(stretchShape).map(([name, schema]) => [name, orNull(schema)])),
    next_change: orNull(
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
  .meta({ id: 'LegalValue', description: 'A legal value as it stands on a day.' });

const changeSchema = z
  .object({
    on: daySchema('Day of the change.'),
    kind: z.string().meta({ description: 'exact, or latest = by that day at the latest.', example: 'latest' }),
    what: textSchema.meta({ description: 'What changes.' }),
    source: orNull(bothSchema),
  })
  .meta({ id: 'LegalChange', description: 'A change of law that is coming.' });

const listSchema = z
  .object({
    as_of: daySchema('Day on which the values stand.'),
    values: z.array(entrySchema).meta({ description: 'Every dated value, by id.' }),
    change_watch: z.array(changeSchema).meta({ description: 'Changes that are promulgated but not in force.' }),
    meta: metaSchema,
  })
  .meta({ id: 'LawCatalogue', description: 'Every legal value on a day.' });

const valueSchema = entrySchema
  .extend({
    as_of: daySchema('Day on which the value stands.'),
    history: z
      .array(z.object(stretchShape).meta({ id: 'LegalStretch', description: 'A value during one stretch of time.' }))
      .meta({ description: 'Every value known, oldest first.' }),
    unknown_from: orNull(daySchema('First day for which the value is not known yet.')),
    meta: metaSchema,
  })
  .meta({ id: 'LegalValueHistory', description: 'A legal value with its whole history.' });

const sourceOf = ({ law, article, law_id, url, checked }: Citation) => ({ law, article, law_id, url, checked });

const stretchValue = ({ from, until, value, certainty, unverified, citation }: Stretch) => ({
  from,
  until,
  value,
  certainty,
  unverified,
  source: sourceOf(citation),
});

const NOTHING = { from: null, until: null, value: null, certainty: null, unverified: null, source: null };

const entryValue = ({ id, label, unit, status, stretch, next_change, checked }: Standing) => ({
  id,
  label,
  unit,
  status,
  ...(stretch === null ? NOTHING : stretchValue(stretch)),
  next_change,
  checked,
});

/** A value as one cell: unknown is said to be unknown, what does not exist is empty, tables and rules are JSON. */
const cellOf = (stretch: Stretch | null): Cell => {
  if (stretch === null) return null;
  const { value } = stretch;
  if (value === null) return undefined;
  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);
};

/** Columns of a table of values; a row of the coming changes uses those it has. */
const COLUMNS = [
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

function rowOf(
  { id, label, unit, checked }: Pick<Standing, 'id' | 'label' | 'unit' | 'checked'>,
  status: string,
  stretch: Stretch | null,
  next: string | undefined,
  lang: Lang,
): Cell[] {
  return [
    id,
    status,
    cellOf(stretch),
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
  ...COLUMNS.slice(5, 10).map(() => undefined),
  what[lang],
  cited(citation, lang) ?? undefined,
  citation?.url ?? undefined,
];

function listAnswer(_: unknown, { law, lang, day: as_of }: About): Answer {
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
        source: citation === null ? null : sourceOf(citation),
      })),
    },
    headline:
      lang === 'ja'
        ? `${law.label.ja}の法令の値（${as_of}）：${standings.length}件、未確認${doubtful}件、収録期間外${uncovered}件`
        : `Legal values of ${law.label.en} on ${as_of}: ${standings.length}, of which unverified ${doubtful}, not covered ${uncovered}`,
    facts: [],
    columns: COLUMNS,
    rows: [
      ...standings.map((one) => rowOf(one, one.status, one.stretch, one.next_change?.on, lang)),
      ...law.change_watch.map((change) => changeRow(change, lang)),
    ],
    notes: [],
  };
}

const STATUS = {
  in_force: { ja: '下の表のとおり', en: 'as the table says' },
  none: { ja: 'なし', en: 'none' },
  not_covered: { ja: '収録期間外', en: 'not covered' },
} as const;

function valueAnswer(dated: Dated<unknown>, explicit: boolean, { lang, day: as_of }: About): Answer {
  const standing = standingOn(dated, as_of);
  const reason = dated.unknown_from !== undefined && as_of >= dated.unknown_from ? 'not_yet_known' : 'before_first_day';
  // Who asks for a day is told when it is not covered; who asks for none gets the history in any case.
  if (explicit && standing.status === 'not_covered') throw new LawNotCovered(dated.id, as_of, reason);
  const history = historyOf(dated);
  const held = cellOf(standing.stretch);
  const scalar = typeof held === 'string' && /^[[{]/.test(held) ? undefined : held;
  const words = scalar === undefined || scalar === null ? STATUS[standing.status][lang] : String(scalar);
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
    columns: COLUMNS,
    rows: history.map((stretch, index) =>
      rowOf(
        dated,
        stretch.value === null ? 'none' : 'known',
        stretch,
        history[index + 1]?.from ?? dated.unknown_from,
        lang,
      ),
    ),
    notes: [],
  };
}

const all: Calculator<typeof fields> = {
  path: '/v1/law',
  id: 'law',
  summary: 'Legal values',
  description:
    'Every legal value as it stands on a day: value, unit, source, certainty, first day, day last checked, next change; and the changes that are coming.',
  fields,
  dayField: 'as_of',
  schema: listSchema,
  check: () => [],
  answer: listAnswer,
};

const oneOf = (id: string): Calculator<typeof fields> => ({
  ...all,
  path: `/v1/law/${id}`,
  answer: (data, about) =>
    valueAnswer(datedValues(about.law).find((dated) => dated.id === id)!, data.as_of !== undefined, about),
});

const IDS = [...new Set(Object.values(laws).flatMap((law) => datedValues(law).map(({ id }) => id)))].sort();

/** The id and the format of an address: `late_interest.statutory.csv`. */
function addressed(text: string): { id: string; format: (typeof formats)[number] | undefined } {
  const format = formats.find(({ extension }) => text.endsWith(`.${extension}`));
  return { id: format === undefined ? text : text.slice(0, -format.extension.length - 1), format };
}

export const law: Route = (app) => {
  calculatorRoute(all)(app);
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/v1/law/{id}',
    operationId: 'lawValue',
    summary: 'One legal value',
    description: 'One legal value with its whole history. The id may carry the extension of a format.',
    tags: ['law'],
    request: {
      params: z.object({
        id: z.string().meta({
          description: `Id of the value, as listed at /v1/law; a format may follow (${formats.map(({ extension }) => `.${extension}`).join(', ')}).`,
          example: IDS[0]!,
        }),
      }),
      query: withFormat(parameters(fields)),
    },
    responses: {
      200: { description: 'The value.', content: contents(valueSchema) },
      304: { description: 'The caller has the answer already.' },
      ...problemResponses('not_found', 'malformed_input', 'invalid_input', 'law_not_covered'),
    },
  });
  app.get('/v1/law/:id', (c) => {
    const { id, format } = addressed(c.req.param('id'));
    if (IDS.includes(id)) return answerQuery(c, resourceOf(oneOf(id)), format);
    const near = nearest(id, IDS);
    const detail = {
      ja: `そのような値はありません。${near === undefined ? '一覧は /v1/law にあります。' : `${near} のことですか。`}`,
      en: `There is no such value.${near === undefined ? ' They are listed at /v1/law.' : ` Did you mean ${near}?`}`,
    };
    return sendProblem(c, 'not_found', { detail: detail[c.get('lang')] });
  });
};
