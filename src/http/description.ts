// How an operation is described in the OpenAPI document: tags, the content of answers in every format, and the problems they may be.

import * as z from 'zod';
import type { Format } from '../formats/format.ts';
import { PROBLEMS, type ProblemCode, problemSchema } from '../problem.ts';
import type { DescribedOperation } from './context.ts';
import { DEFAULT_FORMAT, formats } from './negotiation.ts';
import { columnsField, layoutFields } from './table_layout.ts';

/** Tags under which operations are listed. */
export const TAGS = {
  evaluate: 'What each way of recovering a receivable is worth.',
  law: 'The arithmetic of the law by itself, and every legal value with its source.',
  catalogues: 'What can be asked and what is assumed.',
  sheets: 'What spreadsheets load: formulas, scripts, an add-in, workbooks.',
  service: 'The service itself.',
} as const;

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
}

/** Problems of operations that can ask for more computing than is done at once. */
export const HEAVY_PROBLEMS = ['too_costly', 'busy'] as const satisfies readonly ProblemCode[];

/** The parameter that names a format; `more` are names beside those of the formats. */
export const formatField = (...more: readonly string[]) =>
  z
    .enum([...more, ...formats.map(({ extension }) => extension)])
    .optional()
    .meta({
      description: 'Format of the answer.',
      example: more[0] ?? DEFAULT_FORMAT.extension,
      'x-label-ja': '形式',
    });

/** The parameters of a query that names its format. */
export const withFormat = (query: Record<string, z.ZodType>) => z.object({ ...query, format: formatField() });

/** The content of an answer in a format; `schema` is that of the answer itself, which the default format writes as it is. */
const contentIn = (format: Format, schema: z.ZodType) => ({
  [format.media_type]: {
    schema: format === DEFAULT_FORMAT ? schema : z.string().meta({ description: `The answer as ${format.label.en}.` }),
  },
});

/** The content of an answer in every format, or in one. */
export const answerContents = (schema: z.ZodType, format?: Format) =>
  format === undefined ? Object.assign({}, ...formats.map((one) => contentIn(one, schema))) : contentIn(format, schema);

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
  { path, id, summary, description, tag, schema, isHeavy = false }: OperationDescription,
  body: { readonly schema: z.ZodType; readonly description: string },
): DescribedOperation => ({
  method: 'post',
  path,
  operationId: id,
  summary,
  description: `${description} JSON labelled text/plain is read too.`,
  tags: [tag],
  request: {
    body: { required: true, description: body.description, content: { 'application/json': { schema: body.schema } } },
  },
  responses: {
    200: { description: 'The answer, in the format asked for by Accept.', content: answerContents(schema) },
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
    ),
  },
});

/** The descriptions of a resource that is served for queries: at its address alone, and with the extension of every format. */
export function describedQuery(
  { path, id, summary, description, tag, schema, isHeavy = false }: OperationDescription,
  query: Readonly<Record<string, z.ZodType>>,
  selects = false,
): DescribedOperation[] {
  const parameters = { ...query, ...layoutFields, ...(selects ? columnsField : {}) };
  return [undefined, ...formats].map((format) => ({
    method: 'get',
    path: format === undefined ? path : `${path}.${format.extension}`,
    operationId: format === undefined ? `${id}Query` : `${id}Query_${format.extension}`,
    summary: format === undefined ? summary : `${summary}, as ${format.label.en}`,
    description: `${description} Parameters beginning with _ are ignored.`,
    tags: [tag],
    request: { query: format === undefined ? withFormat(parameters) : z.object(parameters) },
    responses: {
      200: { description: 'The answer.', content: answerContents(schema, format) },
      304: { description: 'The caller has the answer already.' },
      ...problemResponses('malformed_input', 'invalid_input', 'law_not_covered', ...(isHeavy ? HEAVY_PROBLEMS : [])),
    },
  }));
}
