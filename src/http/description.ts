// How an operation is described in the OpenAPI document: tags, the content of answers in every format, and the problems they may be.

import * as z from 'zod';
import { PROBLEMS, type ProblemCode, problemSchema } from '../problem.ts';
import type { Text } from '../values/text.ts';
import type { DescribedOperation, MediaSchemas } from './context.ts';
import { DEFAULT_FORMAT, formats } from './negotiation.ts';
import { columnsField, layoutFields } from './table_layout.ts';

/** Tags under which operations are listed. */
export const TAGS = {
  evaluate: {
    ja: '債権を回収するそれぞれの方法の価値。',
    en: 'What each way of recovering a receivable is worth.',
  },
  law: {
    ja: '法律の計算だけを行うもの、および出典付きの法定の値。',
    en: 'The arithmetic of the law by itself, and every legal value with its source.',
  },
  catalogues: { ja: '何を尋ねられるか、何を仮定しているか。', en: 'What can be asked and what is assumed.' },
  sheets: {
    ja: '表計算ソフトが読み込むもの：数式、スクリプト、アドイン、ブック。',
    en: 'What spreadsheets load: formulas, scripts, an add-in, workbooks.',
  },
  service: { ja: 'サービスそのもの。', en: 'The service itself.' },
} as const satisfies Record<string, Text>;

/** An operation in the words of its description. */
export interface OperationDescription {
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly tag: keyof typeof TAGS;
  /** Schema of the answer. */
  readonly schema: z.ZodType;
  /** It can ask for more computing than is done at once. */
  readonly isHeavy?: boolean;
  /** Problems beside the usual. */
  readonly problems?: readonly ProblemCode[];
}

/** Problems of operations that can ask for more computing than is done at once. */
export const HEAVY_PROBLEMS = ['too_costly', 'busy'] as const satisfies readonly ProblemCode[];

/** A text that is written in another format than JSON. */
export const writtenText = (description: string) => z.string().meta({ description });

/** The bytes of a file. */
export const fileBytes = (description: string) => z.string().meta({ description, format: 'binary' });

/** The extension of an address that names the format of its answer; `more` are names beside those of the formats. */
export const extensionField = (...more: readonly string[]) =>
  z.object({
    extension: z.enum([...formats.map(({ extension }) => extension), ...more]).meta({
      description: 'Format of the answer.',
      example: formats[0]?.extension,
      'x-label-ja': '形式',
    }),
  });

/** The content of an answer that is JSON: what an address without an extension answers unless it is asked for another format. */
export const jsonContent = (schema: z.ZodType) => ({ [DEFAULT_FORMAT.media_type]: { schema } });

/** The content of an answer in every format; `schema` is that of the answer itself, which the default format writes as it is. */
export const everyContent = (schema: z.ZodType): MediaSchemas =>
  Object.fromEntries(
    formats.map((format) => {
      const { media_type, label, isFile } = format;
      const written = isFile ? fileBytes : writtenText;
      return [media_type, { schema: format === DEFAULT_FORMAT ? schema : written(`The answer as ${label.en}.`) }];
    }),
  );

/** How to ask for another format, where the address alone does not say it. */
const OTHER_FORMATS = `Accept chooses another format: ${formats
  .filter((format) => format !== DEFAULT_FORMAT)
  .map(({ media_type }) => media_type)
  .join(', ')}.`;

/** The problems an operation can answer with. */
export function problemResponses(...codes: ProblemCode[]) {
  const byStatus = new Map<number, string[]>();
  for (const code of [...codes, 'key_needed', 'too_many_requests', 'internal'] as const) {
    const { status, title } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), `${title.en} (${code}).`]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, lines]) => [
      status,
      { description: lines.join(' '), content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
  );
}

/** The description of a resource that is served for JSON bodies. */
export const describedPost = (
  { path, id, summary, description, tag, schema, isHeavy = false, problems = [] }: OperationDescription,
  body: { readonly schema: z.ZodType; readonly description: string },
): DescribedOperation => ({
  method: 'post',
  path,
  operationId: id,
  summary,
  description: `${description} ${OTHER_FORMATS} JSON labelled text/plain is read too.`,
  tags: [tag],
  request: {
    body: { required: true, description: body.description, content: { 'application/json': { schema: body.schema } } },
  },
  responses: {
    200: { description: 'The answer.', content: jsonContent(schema) },
    ...problemResponses(
      'malformed_json',
      'too_deep',
      'malformed_input',
      'not_acceptable',
      'body_too_large',
      'unsupported_media_type',
      'invalid_input',
      'law_not_covered',
      ...(isHeavy ? HEAVY_PROBLEMS : []),
      ...problems,
    ),
  },
});

/** The descriptions of a resource that is served for queries: at its address alone, and with the extension of every format. */
export function describedQuery(
  { path, id, summary, description, tag, schema, isHeavy = false, problems = [] }: OperationDescription,
  query: Readonly<Record<string, z.ZodType>>,
  selects = false,
): DescribedOperation[] {
  const described = {
    method: 'get',
    description: `${description} Parameters beginning with _ are ignored.`,
    tags: [tag],
  } as const;
  const answers = (content: MediaSchemas): DescribedOperation['responses'] => ({
    200: { description: 'The answer.', content },
    304: { description: 'The caller has the answer already.' },
    ...problemResponses(
      'malformed_input',
      'invalid_input',
      'law_not_covered',
      ...(isHeavy ? HEAVY_PROBLEMS : []),
      ...problems,
    ),
  });
  return [
    {
      ...described,
      path,
      operationId: `${id}Query`,
      summary,
      request: { query: z.object(query) },
      responses: answers(jsonContent(schema)),
    },
    {
      ...described,
      path: `${path}.{extension}`,
      operationId: `${id}File`,
      summary: `${summary}, in any format`,
      request: {
        params: extensionField(),
        query: z.object({ ...query, ...layoutFields, ...(selects ? columnsField : {}) }),
      },
      responses: answers(everyContent(schema)),
    },
  ];
}
