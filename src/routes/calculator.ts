// What the endpoints of the law's arithmetic share: a flat query (and, where there are lists, a JSON body) becomes an answer in
// every format, under the rules of an evaluation. Each calculator states its fields, its answer and its arithmetic.

import { z } from 'zod';
import { claimFields, DEFAULT_JURISDICTION } from '../claim/claim.ts';
import { addDays, type Day } from '../claim/day.ts';
import { describeField } from '../claim/fields.ts';
import type { Text } from '../claim/read.ts';
import { type Format, fact, type Sheet } from '../formats/format.ts';
import { datedValues, historyOf } from '../law/catalogue.ts';
import { LawNotCovered } from '../law/dated.ts';
import * as laws from '../law/index.ts';
import type { Jurisdiction } from '../law/law.ts';
import type { FieldError, Lang } from '../problem.ts';
import { MODEL_VERSION } from '../report/report.ts';
import { type Broken, canonical, flatFields, readFields } from '../request.ts';
import {
  type App,
  acceptedFormat,
  type Ctx,
  chosenFormat,
  contents,
  formats,
  isKnown,
  LAW_VERSIONS,
  problemResponses,
  REFUSAL_CACHED,
  type Route,
  readBody,
  refused,
  reusable,
  send,
  sendProblem,
  sha256,
  wallClock,
  withFormat,
} from './route.ts';

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
  readonly check: (data: Partial<Data<F>>, day: Day | undefined, unread: ReadonlySet<string>) => readonly Broken[];
  readonly answer: (data: Data<F>, about: About) => Answer;
}

// ---- Requests ------------------------------------------------------------------------------------------------------

const shared = { jurisdiction: claimFields.jurisdiction, lang: flatFields.get('lang')! };

const lawOf = (jurisdiction: unknown): Jurisdiction =>
  (laws as Readonly<Record<string, Jurisdiction>>)[
    typeof jurisdiction === 'string' ? jurisdiction : DEFAULT_JURISDICTION
  ]!;

interface Read {
  readonly ok: true;
  readonly data: Readonly<Record<string, unknown>>;
  readonly about: About;
  /** SHA-256 of the canonical input. */
  readonly hash: string;
}

type ReadOrNot = Read | { readonly ok: false; readonly errors: readonly FieldError[]; readonly lang: Lang };

async function read<F extends Fields>(
  c: Ctx,
  calculator: Calculator<F>,
  input: Parameters<typeof readFields>[1],
  today: (jurisdiction: string | undefined) => Day,
): Promise<ReadOrNot> {
  const { dayField, path } = calculator;
  const fields: Fields = { ...calculator.fields, ...shared };
  const result = readFields(fields, input, c.get('lang'), (data, unread) => {
    const known = data as Readonly<Record<string, unknown>>;
    // A day that was written but not read must not be replaced by today.
    const day = known[dayField] ?? (unread.has(dayField) ? undefined : today(known.jurisdiction as string | undefined));
    return calculator.check(data as Partial<Data<F>>, day as Day | undefined, unread);
  });
  if (!result.ok) return result;
  const data = result.data as Readonly<Record<string, unknown>>;
  const law = lawOf(data.jurisdiction);
  const day = (data[dayField] as Day | undefined) ?? today(law.id);
  const { lang: _, ...said } = data;
  const hash = await sha256(canonical([path, { ...said, [dayField]: day, jurisdiction: law.id }]));
  return { ok: true, data, about: { law, lang: result.lang, day }, hash };
}

/** The fields whose day led to a day that the data do not cover: the day itself, or the day after, on which default begins. */
const fieldsOf = (data: Readonly<Record<string, unknown>>, dayField: string, day: Day): string[] => {
  const named = Object.entries(data).filter(
    ([, value]) => typeof value === 'string' && /^\d{4}-/.test(value) && (value === day || addDays(value, 1) === day),
  );
  return named.length === 0 ? [dayField] : named.map(([name]) => name);
};

function notCovered(
  c: Ctx,
  error: LawNotCovered,
  { data, about }: Read,
  dayField: string,
  headers: Record<string, string>,
): Response {
  const { law, lang } = about;
  const dated = datedValues(law).find(({ id }) => id === error.id);
  const label = dated?.label[lang] ?? error.id;
  const first = dated === undefined ? undefined : historyOf(dated)[0]?.from;
  const until = dated?.unknown_from;
  const expected: Text = {
    ja:
      [first === undefined ? '' : `${first}以後`, until === undefined ? '' : `${until}前`].filter(Boolean).join('、') ||
      '収録期間の日',
    en:
      [first === undefined ? '' : `from ${first}`, until === undefined ? '' : `before ${until}`]
        .filter(Boolean)
        .join(', ') || 'a day that is covered',
  };
  const why: Text =
    error.reason === 'not_yet_known'
      ? { ja: 'まだ公表されていません', en: 'it has not been announced yet' }
      : { ja: '収録期間より前です', en: 'the day is before the first day in the data' };
  const detail = {
    ja: `「${label}」（${error.id}）の ${error.day} の値はありません：${why.ja}。`,
    en: `There is no value of "${label}" (${error.id}) on ${error.day}: ${why.en}.`,
  }[lang];
  const errors = fieldsOf(data, dayField, error.day).map((name) => ({
    code: 'law_not_covered',
    pointer: `/${name}`,
    parameter: name,
    detail,
    expected: expected[lang],
  }));
  return sendProblem(c, 'law_not_covered', { lang, detail, errors }, headers);
}

/** The name of a file for an answer in a table format. */
const disposition = (format: Format, name: string): Record<string, string> =>
  format.columns === undefined ? {} : { 'Content-Disposition': `inline; filename="${name}.${format.extension}"` };

function written<F extends Fields>(
  c: Ctx,
  calculator: Calculator<F>,
  request: Read,
  format: Format,
  headers: Record<string, string>,
): Response {
  const { data, about, hash } = request;
  const { law, lang, day } = about;
  // From here on problems speak the language of the request, too.
  c.set('lang', lang);
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
          fact(calculator.dayField, '基準日', 'day', day),
          fact('currency', '通貨', 'currency', law.currency),
          fact('law_version', '法令データの版', 'law version', law.version),
          fact('model_version', 'モデルの版', 'model version', MODEL_VERSION),
          fact('input_hash', '入力ハッシュ', 'input hash', input_hash),
        ],
      },
      lang,
    );
    return send(c, text, format.media_type, {
      ...headers,
      'Content-Language': lang,
      ...disposition(format, sheet.name),
    });
  } catch (error) {
    if (!(error instanceof LawNotCovered)) throw error;
    return notCovered(c, error, request, calculator.dayField, { ...headers, 'Cache-Control': REFUSAL_CACHED });
  }
}

/** Answers a query in the format of the address or of `format=`. */
export async function answerQuery<F extends Fields>(
  c: Ctx,
  calculator: Calculator<F>,
  address: Format | undefined,
): Promise<Response> {
  const pairs = [...new URL(c.req.url).searchParams];
  const rest = pairs.filter(([name]) => name !== 'format');
  const clock = (jurisdiction: string | undefined) => wallClock(c.get('now'), jurisdiction);
  const request = await read(c, calculator, { query: rest }, (jurisdiction) => clock(jurisdiction).today);
  const lang = request.ok ? request.about.lang : request.lang;
  const format = chosenFormat(pairs, address, lang);
  const named = (wanted: string) => rest.some(([name, value]) => name === wanted && value.trim() !== '');
  const vary: Record<string, string> = named('lang') ? {} : { Vary: 'Accept-Language' };
  if (!('write' in format) || !request.ok) {
    const errors = [...(request.ok ? [] : request.errors), ...('write' in format ? [] : [format])];
    return refused(c, errors, lang, { 'Cache-Control': REFUSAL_CACHED, ...vary });
  }
  const tag = await sha256(canonical([request.hash, lang, format.extension, MODEL_VERSION, LAW_VERSIONS]));
  const headers = {
    'Cache-Control': reusable(named(calculator.dayField), clock(request.about.law.id).left),
    ETag: `"${MODEL_VERSION}.${tag.slice(0, 16)}"`,
    ...vary,
  };
  if (isKnown(c, headers.ETag)) return new Response(null, { status: 304, headers });
  return written(c, calculator, request, format, headers);
}

async function answerBody<F extends Fields>(c: Ctx, calculator: Calculator<F>): Promise<Response> {
  const format = acceptedFormat(c.req.header('Accept'));
  if (format === undefined) return sendProblem(c, 'not_acceptable');
  const body = await readBody(c.req.raw);
  if (!body.ok) return sendProblem(c, body.code);
  const request = await read(
    c,
    calculator,
    { body: body.value },
    (jurisdiction) => wallClock(c.get('now'), jurisdiction).today,
  );
  if (!request.ok) return refused(c, request.errors, request.lang, {});
  return written(c, calculator, request, format, { 'Cache-Control': 'no-store', Vary: 'Accept, Accept-Language' });
}

// ---- Description ---------------------------------------------------------------------------------------------------

/** The fields as parameters of a query; lists are left to bodies. */
export const parameters = (fields: Fields): Record<string, z.ZodType> =>
  Object.fromEntries(
    Object.entries({ ...fields, ...shared }).filter(([name, schema]) => describeField(name, schema)?.kind !== 'list'),
  );

/** The body of a POST: every field of the calculator. */
export const bodySchema = <F extends Fields>(fields: F, id: string, description: string, example: object) =>
  z.strictObject({ ...fields, ...shared }).meta({ id, description, example });

function registerPost<F extends Fields>(app: App, calculator: Calculator<F>, body: z.ZodType): void {
  const { path, id, summary, description, schema } = calculator;
  app.openAPIRegistry.registerPath({
    method: 'post',
    path,
    operationId: id,
    summary,
    description: `${description} The same as the query, with lists. JSON labelled text/plain is read too.`,
    tags: ['law'],
    request: {
      body: { required: true, description: 'The facts.', content: { 'application/json': { schema: body } } },
    },
    responses: {
      200: { description: 'The answer, in the format asked for by Accept.', content: contents(schema) },
      ...problemResponses(
        'malformed_json',
        'too_deep',
        'malformed_input',
        'not_acceptable',
        'body_too_large',
        'unsupported_media_type',
        'invalid_input',
        'law_not_covered',
      ),
    },
  });
  app.post(path, (c) => answerBody(c, calculator));
}

/** The route of a calculator: its address alone, and with the extension of every format. */
export function calculatorRoute<F extends Fields>(calculator: Calculator<F>): Route {
  return (app) => {
    const { path, id, summary, description, schema, body } = calculator;
    if (body !== undefined) registerPost(app, calculator, body);
    for (const format of [undefined, ...formats]) {
      const address = format === undefined ? path : `${path}.${format.extension}`;
      const query = parameters(calculator.fields);
      app.openAPIRegistry.registerPath({
        method: 'get',
        path: address,
        operationId: `${id}Query${format === undefined ? '' : `_${format.extension}`}`,
        summary: format === undefined ? summary : `${summary}, as ${format.label.en}`,
        description: `${description} Parameters beginning with _ are ignored.`,
        tags: ['law'],
        request: { query: format === undefined ? withFormat(query) : z.object(query) },
        responses: {
          200: { description: 'The answer.', content: contents(schema, format) },
          304: { description: 'The caller has the answer already.' },
          ...problemResponses('malformed_input', 'invalid_input', 'law_not_covered'),
        },
      });
      app.get(address, (c) => answerQuery(c, calculator, format));
    }
  };
}
