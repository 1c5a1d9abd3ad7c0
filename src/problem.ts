// The closed catalogue of problems: every code with its status and its title in both languages, and the RFC 9457 body.
// A code never changes its meaning; an unknown exception is `internal` and never shows its message.

import * as z from 'zod';
import { forDescription } from './values/description.ts';
import type { Lang, Text } from './values/text.ts';

/** A kind of problem: its status, its title, and what to do about it. */
interface ProblemKind {
  readonly status: 400 | 401 | 404 | 405 | 406 | 408 | 409 | 413 | 415 | 422 | 429 | 431 | 500 | 503;
  readonly title: Text;
  /** What the caller can do about it, for the documentation and as the detail when there is nothing more to say. */
  readonly help: Text;
}

/** Every problem the service can answer with. */
export const PROBLEMS = {
  malformed_request: {
    status: 400,
    title: { ja: 'HTTP の要求として読めません', en: 'The request is not valid HTTP' },
    help: { ja: '要求の行とヘッダーを確かめてください。', en: 'Check the request line and the headers.' },
  },
  request_timeout: {
    status: 408,
    title: { ja: '要求が時間内に届きませんでした', en: 'The request did not arrive in time' },
    help: { ja: '接続を確かめて、もう一度送ってください。', en: 'Check the connection and send it again.' },
  },
  headers_too_large: {
    status: 431,
    title: { ja: 'URL かヘッダーが長すぎます', en: 'The address or the headers are too long' },
    help: {
      ja: '合わせて16 kBまでです。長い入力は POST の本文で送ってください。',
      en: 'Together they may have 16 kB. Send long input as the body of a POST.',
    },
  },
  malformed_json: {
    status: 400,
    title: { ja: 'JSON として読めません', en: 'The body is not valid JSON' },
    help: { ja: '本文を JSON のオブジェクトにしてください。', en: 'Send one JSON object as the body.' },
  },
  too_deep: {
    status: 400,
    title: { ja: 'JSON の入れ子が深すぎます', en: 'The JSON is nested too deeply' },
    help: { ja: '入れ子は16段までです。', en: 'At most 16 levels are read.' },
  },
  malformed_input: {
    status: 400,
    title: { ja: '項目名か値の形に誤りがあります', en: 'Unknown field or wrong type' },
    help: {
      ja: 'errors の項目名と値の形を直してください。値そのものの誤りは invalid_input です。',
      en: 'Correct the names and types listed in errors. Impossible values are reported as invalid_input.',
    },
  },
  key_needed: {
    status: 401,
    title: { ja: '鍵が必要です', en: 'A key is needed' },
    help: {
      ja: '運営者から受け取った鍵を Authorization: Bearer または X-Api-Key ヘッダーに書いてください。',
      en: 'Send the key that the operator gave you in the header Authorization: Bearer or X-Api-Key.',
    },
  },
  not_found: {
    status: 404,
    title: { ja: 'この URL はありません', en: 'There is nothing at this address' },
    help: { ja: '操作の一覧は /docs にあります。', en: 'The operations are listed at /docs.' },
  },
  method_not_allowed: {
    status: 405,
    title: { ja: 'このメソッドは使えません', en: 'Method not allowed' },
    help: { ja: 'Allow ヘッダーにあるメソッドを使ってください。', en: 'Use a method named in the Allow header.' },
  },
  not_acceptable: {
    status: 406,
    title: { ja: 'その形式では答えられません', en: 'No such format' },
    help: {
      ja: 'この操作が書ける形式を Accept に書いてください。',
      en: 'Ask for a media type that this operation can write.',
    },
  },
  model_version_differs: {
    status: 409,
    title: { ja: 'モデルの版が想定と違います', en: 'The version of the model is another one' },
    help: {
      ja: '今の版は /version にあり、版ごとの違いは CHANGELOG にあります。expect_model_version を今の版にするか、外してください。',
      en: 'The present version is at /version, and the changes are in the changelog. Write it as expect_model_version, or leave that out.',
    },
  },
  body_too_large: {
    status: 413,
    title: { ja: '本文が大きすぎます', en: 'The body is too large' },
    help: { ja: '本文は256 kBまでです。', en: 'At most 256 kB are read.' },
  },
  ledger_too_large: {
    status: 413,
    title: { ja: '一度に扱える量を超えています', en: 'The ledger is too large' },
    help: {
      ja: '表は100,000行、500列（Workers は8 MB、10,000行、ブックは10,000行）までです。分けて送るか、/v1/portfolio に NDJSON（application/x-ndjson）で送ってください。',
      en: 'A table has at most 100,000 rows and 500 columns (Workers: 8 MB, 10,000 rows; workbooks: 10,000 rows). Send it in parts, or as NDJSON (application/x-ndjson) to /v1/portfolio.',
    },
  },
  unsupported_media_type: {
    status: 415,
    title: { ja: 'Content-Type が使えません', en: 'Unsupported content type' },
    help: {
      ja: 'この操作が読める形式を Content-Type に書いてください。',
      en: 'Send a media type that this operation can read.',
    },
  },
  invalid_input: {
    status: 422,
    title: { ja: '入力に誤りがあります', en: 'The input cannot be used' },
    help: { ja: 'errors の項目を直してください。', en: 'Correct the fields listed in errors.' },
  },
  unreadable_ledger: {
    status: 422,
    title: { ja: '表を読めません', en: 'The table cannot be read' },
    help: {
      ja: '会計システムから CSV（UTF-8、UTF-16、Shift_JIS）で出力するか、見出しを含めて表を貼り付けてください。',
      en: 'Export CSV (UTF-8, UTF-16 or Shift_JIS) from the accounting system, or paste the table with its headings.',
    },
  },
  too_costly: {
    status: 422,
    title: { ja: '一度に計算できる量を超えています', en: 'It would take too much computing' },
    help: {
      ja: 'include に書いた部分、行やマスの数、値に付けた幅を減らしてください。',
      en: 'Include fewer parts, ask for fewer rows or cells, or give fewer numbers a range.',
    },
  },
  law_not_covered: {
    status: 422,
    title: { ja: 'その日の法令を収録していません', en: 'The law of that day is not covered' },
    help: { ja: '基準日を収録期間の中にしてください。', en: 'Choose a day of valuation that is covered.' },
  },
  too_many_requests: {
    status: 429,
    title: { ja: '要求が多すぎます', en: 'Too many requests' },
    help: {
      ja: 'Retry-After の秒数を待ってください。多くの債権は /v1/cells か /v1/portfolio で一度に送れます。',
      en: 'Wait for the seconds in Retry-After. Many claims can be sent at once to /v1/cells or /v1/portfolio.',
    },
  },
  busy: {
    status: 503,
    title: { ja: '混み合っています', en: 'The service is busy' },
    help: {
      ja: '重い計算がほかにあります。Retry-After の秒数を待って、もう一度送ってください。',
      en: 'Other heavy work is being done. Try again after the seconds in Retry-After.',
    },
  },
  stopping: {
    status: 503,
    title: { ja: 'サービスを停止しています', en: 'The service is stopping' },
    help: {
      ja: '残りの計算はしません。少し待って、もう一度送ってください。',
      en: 'What is left will not be computed. Send it again in a moment.',
    },
  },
  internal: {
    status: 500,
    title: { ja: '内部エラーです', en: 'Internal error' },
    help: {
      ja: '同じ要求で繰り返すときは、要求番号を添えてお知らせください。',
      en: 'If the same request fails again, report it with the request id.',
    },
  },
} as const satisfies Record<string, ProblemKind>;

/** Where the pages about problems stand. */
export const PROBLEMS_PATH = '/problems/';

/** The code of a problem. */
export type ProblemCode = keyof typeof PROBLEMS;

/** Every code, in the order of the catalogue. */
export const PROBLEM_CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

/** One mistake in the input, in the language of the answer. */
const fieldErrorSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      code: z.string().meta({ description: 'What is wrong; never changes.', example: 'rate_not_fraction' }),
      pointer: z.string().meta({ description: 'JSON pointer to the value.', example: '/discount_rate' }),
      parameter: z.string().meta({ description: 'Name in a query string or a CSV header.', example: 'discount_rate' }),
      detail: z
        .string()
        .meta({ description: 'What is wrong, in words.', example: '5 is not clear as a rate: write 0.05 or 5%.' }),
      expected: z.string().meta({ description: 'What may be written.', example: 'a fraction from 0 to below 1' }),
      value: z.string().optional().meta({ description: 'What was written, at most 40 characters.', example: '5' }),
    })
    .meta({ id: 'FieldError', description: 'One mistake in the input.' }),
);

/** One mistake in the input, in the language of the answer. */
export type FieldError = z.output<typeof fieldErrorSchema>;

/** A mistake in one parameter of a query. */
export const parameterError = (parameter: string, code: string, detail: string, expected: string): FieldError => ({
  code,
  pointer: `/${parameter}`,
  parameter,
  detail,
  expected,
});

/** Characters of a sentence in a cell. */
const SENTENCE_MAX = 120;

/** The first mistake as the text of a cell, and how many more there are. */
export function errorText(errors: readonly FieldError[], lang: Lang): string {
  const [first] = errors;
  if (first === undefined) return 'ERR';
  const more = errors.length - 1;
  const others = more === 0 ? '' : lang === 'ja' ? `（ほか${more}件）` : ` (and ${more} more)`;
  const sentence = first.detail.replaceAll(/\s+/g, ' ');
  const cut = sentence.length > SENTENCE_MAX ? `${sentence.slice(0, SENTENCE_MAX - 1)}…` : sentence;
  return `ERR ${first.code} ${cut}${others}`;
}

/** Body of every answer that is not a success. */
export const problemSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      type: z.string().meta({
        format: 'uri',
        description: 'Address of a page about this kind of problem.',
        example: 'https://kaishu.example/problems/invalid_input',
      }),
      title: z.string().meta({ description: 'The kind of problem, in words.', example: 'The input cannot be used' }),
      status: z.int().min(400).max(599).meta({ description: 'HTTP status.', example: 422 }),
      code: z
        .enum(PROBLEM_CODES)
        .meta({ description: 'The kind of problem; never changes.', example: 'invalid_input' }),
      detail: z.string().meta({ description: 'What to do about it.', example: 'Correct 1 field.' }),
      instance: z.string().optional().meta({ description: 'The request.', example: 'urn:request:8f1c2a' }),
      errors: z.array(fieldErrorSchema).optional().meta({ description: 'Every mistake found.' }),
    })
    .meta({ id: 'Problem', description: 'A problem as RFC 9457 describes it.' }),
);

/** The body of an answer that is not a success. */
export type Problem = z.output<typeof problemSchema>;

/** What is known about one occurrence of a problem. */
export interface Occurrence {
  readonly lang: Lang;
  readonly detail?: string | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  readonly request_id?: string | undefined;
  /** Origin of the service as the caller knows it; without it the type is relative to the address asked. */
  readonly origin?: string | undefined;
}

/** The body of a problem. */
export function problem(code: ProblemCode, { lang, detail, errors, request_id, origin = '' }: Occurrence): Problem {
  const kind: ProblemKind = PROBLEMS[code];
  return {
    type: `${origin}${PROBLEMS_PATH}${code}`,
    title: kind.title[lang],
    status: kind.status,
    code,
    detail: detail ?? (errors === undefined ? kind.help[lang] : fixes(errors.length)[lang]),
    ...(request_id === undefined ? {} : { instance: `urn:request:${request_id}` }),
    ...(errors === undefined ? {} : { errors: [...errors] }),
  };
}

const fixes = (count: number): Text => ({
  ja: `${count}か所を直してください。`,
  en: count === 1 ? 'Correct 1 field.' : `Correct ${count} fields.`,
});

/** Mistakes of form: what was sent does not have the shape of a request, whatever its values mean. */
const FORM_ERRORS: ReadonlySet<string> = new Set([
  'unknown_field',
  'wrong_type',
  'repeated_parameter',
  'list_in_query',
]);

/** The problem that a list of mistakes makes: 400 when all of them are of form, else 422. */
export const inputProblem = (errors: readonly FieldError[]): ProblemCode =>
  errors.every(({ code }) => FORM_ERRORS.has(code)) ? 'malformed_input' : 'invalid_input';
