// What the endpoints of the law's arithmetic share: a flat query (and, where there are lists, a JSON body) becomes an answer in
// every format, under the rules of an evaluation. Each calculator states its fields, its answer and its arithmetic.

import { z } from 'zod';
import { claimFields } from '../claim/claim_fields.ts';
import { describeField } from '../fields/field.ts';
import { type Format, fact, type Layout, type Sheet } from '../formats/format.ts';
import { LawNotCovered } from '../law/dated.ts';
import { DEFAULT_JURISDICTION, lawOf } from '../law/jurisdictions.ts';
import type { Jurisdiction } from '../law/law.ts';
import { MODEL_VERSION } from '../report/report.ts';
import { canonical } from '../request/canonical.ts';
import { flatFields } from '../request/composition.ts';
import { type BrokenFieldRule, fieldsReader } from '../request/fields_reader.ts';
import { missingLaw } from '../request/missing_law.ts';
import type { Day } from '../values/day.ts';
import type { Lang } from '../values/text.ts';
import { type Question, type Resource, sendAnswer, servePost, serveQuery } from './resource.ts';
import { type Ctx, REFUSAL_CACHED, type Route, sendProblem, sha256 } from './route.ts';

type Fields = Readonly<Record<string, z.ZodType>>;
type Data<F extends Fields> = z.output<z.ZodObject<F>>;

/** What an answer is computed with beside its own fields. */
export interface About {
  readonly law: Jurisdiction;
  readonly lang: Lang;
  /** The day asked for, else today in the jurisdiction. */
  readonly day: Day;
}

/** An answer; what it was computed with is added to it. */
export type Answer = Omit<Sheet, 'origin' | 'value'> & { readonly value: Readonly<Record<string, unknown>> };

/** One endpoint of the law's arithmetic. */
export interface Calculator<F extends Fields> {
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
  readonly schema: z.ZodType;
  /** Rules between fields. */
  readonly check: (
    data: Partial<Data<F>>,
    day: Day | undefined,
    unread: ReadonlySet<string>,
  ) => readonly BrokenFieldRule[];
  readonly answer: (data: Data<F>, about: About) => Answer;
}

// ---- Requests ------------------------------------------------------------------------------------------------------

const shared = { jurisdiction: claimFields.jurisdiction, lang: flatFields.get('lang')! };

interface Asked extends Question {
  readonly data: Readonly<Record<string, unknown>>;
  readonly about: About;
  /** SHA-256 of the canonical input. */
  readonly hash: string;
}

/** Reads the questions of a calculator. */
function readerOf<F extends Fields>({ dayField, path, fields, check }: Calculator<F>): Resource<Asked>['read'] {
  const readFields = fieldsReader<Fields>({ ...fields, ...shared });
  return async (input, todayIn, fallback) => {
    const result = readFields(input, fallback, (data, unread) => {
      // A day that was written but not read must not be replaced by today.
      const day =
        data[dayField] ?? (unread.has(dayField) ? undefined : todayIn(data.jurisdiction as string | undefined));
      return check(data as Partial<Data<F>>, day as Day | undefined, unread);
    });
    if (!result.ok) return result;
    const { data, lang } = result;
    const law = lawOf(typeof data.jurisdiction === 'string' ? data.jurisdiction : DEFAULT_JURISDICTION);
    const day = (data[dayField] as Day | undefined) ?? todayIn(law.id);
    const { lang: _, ...said } = data;
    const hash = await sha256(canonical([path, { ...said, [dayField]: day, jurisdiction: law.id }]));
    return { ok: true, lang, jurisdiction: law.id, follows_from: [hash], data, about: { law, lang, day }, hash };
  };
}

function answered<F extends Fields>(
  c: Ctx,
  calculator: Calculator<F>,
  question: Asked,
  format: Format,
  headers: Record<string, string>,
  layout: Layout,
): Response {
  const { data, about, hash } = question;
  const { law, lang, day } = about;
  try {
    const { value, ...sheet } = calculator.answer(data as Data<F>, about);
    const input_hash = hash.slice(0, 16);
    const meta = {
      model_version: MODEL_VERSION,
      law_version: law.version,
      jurisdiction: law.id,
      currency: law.currency,
      lang,
      input_hash,
    };
    const text = format.writeSheet(
      {
        ...sheet,
        value: { ...value, meta },
        origin: [
          fact(calculator.dayField, { ja: '基準日', en: 'day' }, day),
          fact('currency', { ja: '通貨', en: 'currency' }, law.currency),
          fact('law_version', { ja: '法令データの版', en: 'law version' }, law.version),
          fact('model_version', { ja: 'モデルの版', en: 'model version' }, MODEL_VERSION),
          fact('input_hash', { ja: '入力ハッシュ', en: 'input hash' }, input_hash),
        ],
      },
      lang,
      layout,
    );
    return sendAnswer(c, text, sheet.name, format, lang, headers, layout);
  } catch (error) {
    if (!(error instanceof LawNotCovered)) throw error;
    const { dayField } = calculator;
    const missing = missingLaw(error, { law, lang, data, dayField });
    return sendProblem(c, 'law_not_covered', { lang, ...missing }, { ...headers, 'Cache-Control': REFUSAL_CACHED });
  }
}

/** A calculator as a resource. */
export const resourceOf = <F extends Fields>(calculator: Calculator<F>): Resource<Asked> => ({
  dayField: calculator.dayField,
  read: readerOf(calculator),
  answer: (c, question, format, headers, layout) => answered(c, calculator, question, format, headers, layout),
});

// ---- Description ---------------------------------------------------------------------------------------------------

/** The fields as parameters of a query; lists are left to bodies. */
export const parameters = (fields: Fields): Record<string, z.ZodType> =>
  Object.fromEntries(
    Object.entries({ ...fields, ...shared }).filter(([name, schema]) => describeField(name, schema)?.kind !== 'list'),
  );

/** The body of a POST: every field of the calculator. */
export const bodySchema = <F extends Fields>(fields: F, id: string, description: string, example: object) =>
  z.strictObject({ ...fields, ...shared }).meta({ id, description, example });

/** The route of a calculator: queries in every format, and bodies where there are lists. */
export function calculatorRoute<F extends Fields>(calculator: Calculator<F>): Route {
  const { path, id, summary, description, schema, fields, body } = calculator;
  const resource = resourceOf(calculator);
  const described = { path, id, summary, description, tag: 'law', schema } as const;
  return (app) => {
    if (body !== undefined)
      servePost(
        app,
        resource,
        { ...described, description: `${description} The same as the query, with lists.` },
        { schema: body, description: 'The facts.' },
      );
    serveQuery(app, resource, described, parameters(fields));
  };
}
