// How an operation is described in the OpenAPI document: tags, the content of answers in every format, and the problems they may be.

import * as z from 'zod';
import type { Format } from '../formats/format.ts';
import { PROBLEMS, type ProblemCode, problemSchema } from '../problem.ts';
import { DEFAULT_FORMAT, formats } from './negotiation.ts';

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
}

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
  for (const code of [...codes, 'internal'] as const) {
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
