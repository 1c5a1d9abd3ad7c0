// Calculators that answer with findings of the law: what is open, which conditions are kept, and the amounts and days that follow. All of
// them have one answer, one table and one page, so that a program and a spreadsheet read them alike.

import * as z from 'zod';
import { type Cell, column, fact } from '../formats/format.ts';
import { certaintyOf, type LegalFindings, RULING_STATUSES, type RulingStatus } from '../law/findings.ts';
import type { Jurisdiction } from '../law/law.ts';
import { voice } from '../report/voice.ts';
import type { Day } from '../values/day.ts';
import { forDescription } from '../values/description.ts';
import { moneyText } from '../values/money.ts';
import type { Lang, Text } from '../values/text.ts';
import {
  bodySchema,
  type Calculator,
  type CalculatorAnswer,
  type CalculatorContext,
  type CalculatorRoute,
  type CalculatorValues,
  calculatorRoute,
} from './calculator.ts';
import {
  calculationMetaSchema,
  certaintySchema,
  citationSchema,
  daySchema,
  distinctSources,
  nullableSchema,
  sourceOf,
  sourcesText,
  unverifiedWarning,
  warningsSchema,
  warningTexts,
  yenSchema,
} from './law_schema.ts';

const foundShape = /* @__PURE__ */ forDescription(() => ({
  code: z.string().meta({ description: 'Stable code.', example: 'security_low' }),
  label: z.string().meta({ description: 'Its name.', example: '担保の目安（下）' }),
  certainty: certaintySchema,
  citation: citationSchema,
}));

/** The answer of every calculator of findings. */
export const findingsSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      as_of: daySchema('Day on which we look.'),
      rulings: z
        .array(
          z
            .object({
              ...foundShape,
              status: z.enum(RULING_STATUSES).meta({
                description:
                  'A remedy is open, closed or stayed; a condition is met or not met; unknown = a fact was not given; stated = it holds in any case.',
                example: 'open',
              }),
              text: z.string().meta({ description: 'The rule in a sentence.', example: '…' }),
            })
            .meta({ id: 'LegalRuling', description: 'A rule, and how it applies to the facts.' }),
        )
        .meta({ description: 'Remedies first, then their conditions and what holds beside them.' }),
      amounts: z
        .array(
          z
            .object({
              ...foundShape,
              amount: nullableSchema(yenSchema('The amount; null = it exists and is not known.')),
            })
            .meta({ id: 'LegalAmount', description: 'An amount that follows from the law.' }),
        )
        .meta({ description: 'Amounts, each with its source.' }),
      days: z
        .array(
          z
            .object({ ...foundShape, day: daySchema('The day.') })
            .meta({ id: 'LegalDay', description: 'A day that follows from the law.' }),
        )
        .meta({ description: 'Days, each with its source; the last day of a time unless its name says otherwise.' }),
      certainty: certaintySchema,
      citations: z.array(citationSchema).meta({ description: 'Sources, each once.' }),
      warnings: warningsSchema,
      meta: calculationMetaSchema,
    })
    .meta({ id: 'LegalFindings', description: 'What the law says to the facts.' }),
);

/** The words of a status. */
const STATUS_TEXTS: Readonly<Record<RulingStatus, Text>> = {
  open: { ja: '可', en: 'open' },
  closed: { ja: '不可', en: 'closed' },
  stayed: { ja: '中止', en: 'stayed' },
  met: { ja: '満たす', en: 'met' },
  not_met: { ja: '満たさない', en: 'not met' },
  unknown: { ja: '不明', en: 'unknown' },
  stated: { ja: '―', en: '-' },
};

/** The first ruling, the first amounts that are known and the first days, in one sentence. */
function headlineOf(
  title: Text,
  { rulings, amounts, days }: LegalFindings,
  { law, lang, day }: CalculatorContext,
): string {
  const say = voice(lang, day, law);
  const [first] = rulings;
  const known = amounts.filter(({ amount }) => amount !== null).slice(0, 2);
  const parts = [
    ...(first === undefined ? [] : [`${first.label[lang]} ${STATUS_TEXTS[first.status][lang]}`]),
    ...known.map(({ label, amount }) => `${label[lang]} ${say.yen(amount?.toNumber() ?? 0)}`),
    ...days.slice(0, 2).map(({ label, day: on }) => `${label[lang]} ${on}`),
  ];
  return lang === 'ja' ? `${title.ja}：${parts.join('、')}` : `${title.en}: ${parts.join('; ')}`;
}

/** Findings as an answer for programs, tables and readers. */
function findingsAnswer(name: string, title: Text, found: LegalFindings, context: CalculatorContext): CalculatorAnswer {
  const { lang, day: as_of } = context;
  const { rulings, amounts, days } = found;
  const all = [...rulings, ...amounts, ...days];
  const citations = distinctSources(all.map(({ citation }) => citation));
  const certainty = certaintyOf(found);
  const warnings = warningTexts(unverifiedWarning(certainty, citations), lang);
  const named = <T extends (typeof all)[number]>({ code, label, certainty: sure, citation }: T) => ({
    code,
    label: label[lang],
    certainty: sure,
    citation: sourceOf(citation, lang),
  });
  const row = (kind: string, one: (typeof all)[number], cells: readonly Cell[]): Cell[] => [
    kind,
    one.code,
    one.label[lang],
    ...cells,
    one.certainty,
    sourcesText([one.citation], lang),
  ];
  return {
    name,
    value: {
      as_of,
      rulings: rulings.map((one) => ({ ...named(one), status: one.status, text: one.text[lang] })),
      amounts: amounts.map((one) => ({ ...named(one), amount: one.amount === null ? null : moneyText(one.amount) })),
      days: days.map((one) => ({ ...named(one), day: one.day })),
      certainty,
      citations: citations.map((citation) => sourceOf(citation, lang)),
      warnings,
    },
    headline: headlineOf(title, found, context),
    facts: [fact('weakest_certainty', { ja: '最も弱い確からしさ', en: 'weakest certainty' }, certainty)],
    columns: [
      column('kind', { ja: '種類', en: 'kind' }),
      column('code', { ja: '識別子', en: 'code' }),
      column('label', { ja: '名称', en: 'name' }, 'text'),
      column('status', { ja: '状態', en: 'status' }),
      column('amount_found', { ja: '金額', en: 'amount' }, 'amount'),
      column('day_found', { ja: '日付', en: 'day' }),
      column('text', { ja: '内容', en: 'what' }, 'text'),
      column('certainty', { ja: '確からしさ', en: 'certainty' }),
      column('source', { ja: '根拠', en: 'source' }, 'text'),
    ],
    rows: [
      ...rulings.map((one) => row('ruling', one, [one.status, undefined, undefined, one.text[lang]])),
      ...amounts.map((one) =>
        row('amount', one, [undefined, one.amount === null ? null : moneyText(one.amount), undefined, undefined]),
      ),
      ...days.map((one) => row('day', one, [undefined, undefined, one.day, undefined])),
    ],
    notes: warnings.map(({ text }) => text),
  };
}

type FindingsFields = Readonly<Record<string, z.ZodType>>;

/** One calculator that answers with findings. */
export interface FindingsCalculator<F extends FindingsFields>
  extends Pick<Calculator<F>, 'path' | 'id' | 'summary' | 'description' | 'fields'> {
  readonly title: Text;
  /** Id of the schema of its body, and an example of one. */
  readonly body: { readonly id: string; readonly example: object };
  readonly dayField: keyof F & string;
  readonly find: (
    data: CalculatorValues<F>,
    on: { readonly law: Jurisdiction; readonly day: Day; readonly lang: Lang },
  ) => LegalFindings;
}

/** The fields without those that were not told, so that absence stays absence. */
export function told<T extends object>(facts: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** The route of a calculator that answers with findings: queries in every format, and JSON bodies. */
export function findingsRoute<F extends FindingsFields>(stated: FindingsCalculator<F>): CalculatorRoute {
  const { title, body, find, path, fields, ...rest } = stated;
  return calculatorRoute<F>({
    ...rest,
    path,
    fields,
    body: bodySchema(fields, body.id, 'The facts.', body.example),
    check: () => [],
    answer: (data, context) =>
      findingsAnswer(path.slice(path.lastIndexOf('/') + 1), title, find(data, context), context),
  });
}
