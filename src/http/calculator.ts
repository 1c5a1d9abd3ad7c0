// A calculator: an endpoint of the law's arithmetic. A flat query (and, where there are lists, a JSON body) becomes an answer in every
// format, under the rules of an evaluation. Each calculator states its fields, its answer and its arithmetic.

import * as z from 'zod';
import { claimFields } from '../claim/claim_fields.ts';
import { describeField } from '../fields/field.ts';
import { fact, type Sheet } from '../formats/format.ts';
import { LawNotCovered } from '../law/dated.ts';
import { DEFAULT_JURISDICTION, lawOf } from '../law/jurisdictions.ts';
import type { Jurisdiction } from '../law/law.ts';
import { MODEL_VERSION } from '../report/report.ts';
import { canonical } from '../request/canonical.ts';
import { requestSchema } from '../request/composition.ts';
import { type BrokenFieldRule, fieldsReader } from '../request/fields_reader.ts';
import { missingLaw } from '../request/missing_law.ts';
import type { Day } from '../values/day.ts';
import { sha256 } from '../values/hash.ts';
import type { Lang } from '../values/text.ts';
import { REFUSAL_CACHED } from './caching.ts';
import type { Ctx, DescribedOperation, Route } from './context.ts';
import { describedPost, describedQuery } from './description.ts';
import { type Resource, type ResourceQuery, servePost, serveQuery } from './resource.ts';
import { type Rendering, sendAnswer, sendProblem } from './sending.ts';

type CalculatorFields = Readonly<Record<string, z.ZodType>>;

/** The values of some fields, as they are read. */
export type CalculatorValues<F extends CalculatorFields> = z.output<z.ZodObject<F>>;

/** What an answer is computed with beside its own fields. */
export interface CalculatorContext {
  readonly law: Jurisdiction;
  readonly lang: Lang;
  /** The day asked for, else today in the jurisdiction. */
  readonly day: Day;
}

/** The answer of a calculator; what it was computed with is added to it. */
export type CalculatorAnswer = Omit<Sheet, 'origin' | 'value'> & { readonly value: Readonly<Record<string, unknown>> };

/** One endpoint of the law's arithmetic. */
export interface Calculator<F extends CalculatorFields> {
  readonly path: string;
  /** Id of its operation. */
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  /** Fields of the query; `jurisdiction` and `lang` are added. */
  readonly fields: F;
  /** The field that names the day of the law; today without it. */
  readonly dayField: keyof F & string;
  /** Schema of the body, where there are lists: the calculator then answers POST, too. */
  readonly body?: z.ZodType;
  /** Rules between fields. */
  readonly check: (
    data: Partial<CalculatorValues<F>>,
    day: Day | undefined,
    unread: ReadonlySet<string>,
  ) => readonly BrokenFieldRule[];
  readonly answer: (data: CalculatorValues<F>, context: CalculatorContext) => CalculatorAnswer;
}

/** What describes a calculator. */
export type CalculatorWords = Pick<
  Calculator<CalculatorFields>,
  'path' | 'id' | 'summary' | 'description' | 'fields' | 'body'
>;

// ---- Queries -------------------------------------------------------------------------------------------------------

/** Fields that every calculator has. */
const COMMON_FIELDS = { jurisdiction: claimFields.jurisdiction, lang: requestSchema.shape.lang };

interface CalculatorQuery extends ResourceQuery {
  readonly data: Readonly<Record<string, unknown>>;
  readonly context: CalculatorContext;
  /** SHA-256 of the canonical input. */
  readonly hash: string;
}

/** Reads the queries of a calculator. */
function calculatorReader<F extends CalculatorFields>(calculator: Calculator<F>): Resource<CalculatorQuery>['read'] {
  const { dayField, path, fields, check } = calculator;
  const readFields = fieldsReader<CalculatorFields>({ ...fields, ...COMMON_FIELDS });
  return (input, todayIn, fallback) => {
    const result = readFields(input, fallback, (data, unread) => {
      // A day that was written but not read must not be replaced by today.
      const day =
        data[dayField] ?? (unread.has(dayField) ? undefined : todayIn(data.jurisdiction as string | undefined));
      return check(data as Partial<CalculatorValues<F>>, day as Day | undefined, unread);
    });
    if (!result.ok) return result;
    const { data, lang } = result;
    const law = lawOf(typeof data.jurisdiction === 'string' ? data.jurisdiction : DEFAULT_JURISDICTION);
    const day = (data[dayField] as Day | undefined) ?? todayIn(law.id);
    const { lang: _, ...stated } = data;
    const hash = sha256(canonical([path, { ...stated, [dayField]: day, jurisdiction: law.id }]));
    return { ok: true, lang, jurisdiction: law.id, follows_from: [hash], data, context: { law, lang, day }, hash };
  };
}

/** The answer of a calculator with what it was computed with, for programs and for readers. */
function sheetOfCalculation<F extends CalculatorFields>(
  calculator: Calculator<F>,
  { data, context, hash }: CalculatorQuery,
): Sheet {
  const { law, lang, day } = context;
  const { value, ...sheet } = calculator.answer(data as CalculatorValues<F>, context);
  const input_hash = hash.slice(0, 16);
  const meta = {
    model_version: MODEL_VERSION,
    law_version: law.version,
    jurisdiction: law.id,
    currency: law.currency,
    lang,
    input_hash,
  };
  return {
    ...sheet,
    value: { ...value, meta },
    origin: [
      fact(calculator.dayField, { ja: '基準日', en: 'day' }, day),
      fact('currency', { ja: '通貨', en: 'currency' }, law.currency),
      fact('law_version', { ja: '法令データの版', en: 'law version' }, law.version),
      fact('model_version', { ja: 'モデルの版', en: 'model version' }, MODEL_VERSION),
      fact('input_hash', { ja: '入力ハッシュ', en: 'input hash' }, input_hash),
    ],
  };
}

/** Answers a query, or says which law is missing for it. */
function answerCalculation<F extends CalculatorFields>(
  c: Ctx,
  calculator: Calculator<F>,
  query: CalculatorQuery,
  rendering: Rendering,
): Response {
  const { law, lang } = query.context;
  const { format, layout, headers } = rendering;
  try {
    const sheet = sheetOfCalculation(calculator, query);
    return sendAnswer(c, { content: format.writeSheet(sheet, lang, layout), name: sheet.name, lang }, rendering);
  } catch (error) {
    if (!(error instanceof LawNotCovered)) throw error;
    const missing = missingLaw(error, { law, lang, data: query.data, dayField: calculator.dayField });
    return sendProblem(c, 'law_not_covered', { lang, ...missing }, { ...headers, 'Cache-Control': REFUSAL_CACHED });
  }
}

/** A calculator as a resource. */
export const calculatorResource = <F extends CalculatorFields>(
  calculator: Calculator<F>,
): Resource<CalculatorQuery> => ({
  dayField: calculator.dayField,
  read: calculatorReader(calculator),
  answer: (c, query, rendering) => answerCalculation(c, calculator, query, rendering),
});

// ---- Description ---------------------------------------------------------------------------------------------------

/** The fields as parameters of a query; lists are left to bodies. */
export const queryParameters = (fields: CalculatorFields): Record<string, z.ZodType> =>
  Object.fromEntries(
    Object.entries({ ...fields, ...COMMON_FIELDS }).filter(
      ([name, schema]) => describeField(name, schema)?.kind !== 'list',
    ),
  );

/** The body of a POST: every field of the calculator. */
export const bodySchema = <F extends CalculatorFields>(fields: F, id: string, description: string, example: object) =>
  z.strictObject({ ...fields, ...COMMON_FIELDS }).meta({ id, description, example });

/** The descriptions of the operations of a calculator; `schema` is that of its answer, which the Worker does not hold. */
export function describedCalculator(calculator: CalculatorWords, schema: z.ZodType): DescribedOperation[] {
  const { path, id, summary, description, fields, body } = calculator;
  const operation = { path, id, summary, description, tag: 'law', schema } as const;
  const posted = { ...operation, description: `${description} The same as the query, with lists.` };
  return [
    ...(body === undefined ? [] : [describedPost(posted, { schema: body, description: 'The facts.' })]),
    ...describedQuery(operation, queryParameters(fields)),
  ];
}

// ---- Route ---------------------------------------------------------------------------------------------------------

/** The route of a calculator, which holds what describes it. */
export type CalculatorRoute = Route & { readonly calculator: CalculatorWords };

const isCalculatorRoute = (route: Route): route is CalculatorRoute => 'calculator' in route;

/** What describes the calculators among some routes. */
export const calculatorsIn = (routes: Readonly<Record<string, Route>>): CalculatorWords[] =>
  Object.values(routes)
    .filter(isCalculatorRoute)
    .map(({ calculator }) => calculator);

/** The route of a calculator: queries in every format, and bodies where there are lists. */
export function calculatorRoute<F extends CalculatorFields>(calculator: Calculator<F>): CalculatorRoute {
  const { path, body } = calculator;
  const resource = calculatorResource(calculator);
  const mount: Route = (app) => {
    if (body !== undefined) servePost(app, resource, path);
    serveQuery(app, resource, path);
  };
  return Object.assign(mount, { calculator });
}
