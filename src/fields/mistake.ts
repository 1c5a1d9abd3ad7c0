// What is wrong with a field: its code and sentences at the place where it was written, and schemas that report several at once.

import * as z from 'zod';
import type { Text } from '../values/text.ts';
import type { Reading } from './reading.ts';

/** The place of a value in a request: names of objects and indexes of lists. */
export type FieldPath = readonly PropertyKey[];

/** What is wrong with a value, in both languages; the custom issues of our schemas carry it as their params. */
export interface FieldMistake {
  readonly code: string;
  readonly expected: Text;
  readonly detail: Text;
  readonly value?: unknown;
}

/** The mistakes that our schemas found; an issue that zod found by itself carries none. */
export const fieldMistakesIn = (issues: readonly z.core.$ZodIssue[]): FieldMistake[] =>
  issues.flatMap((issue) => (issue.code === 'custom' && issue.params ? [issue.params as FieldMistake] : []));

/** Reports a mistake at its path. */
export type ReportMistake = (path: FieldPath, params: FieldMistake) => void;

/** A schema over `read`, which reports every mistake at its own path. */
export function customSchema<Out>(
  read: (value: unknown, report: ReportMistake) => Out,
  meta: Record<string, unknown>,
): z.ZodType<Out> {
  return z
    .unknown()
    .transform((value, context): Out => {
      let failed = false;
      const out = read(value, (path, params) => {
        failed = true;
        context.addIssue({ code: 'custom', message: params.detail.en, path: [...path], params });
      });
      return failed ? z.NEVER : out;
    })
    .meta(meta) as unknown as z.ZodType<Out>;
}

/** The value of a reading; undefined, with its mistake reported, when it was refused. */
export const acceptedValue = <Out>(
  value: unknown,
  result: Reading<Out>,
  path: FieldPath,
  report: ReportMistake,
): Out | undefined => {
  if (result.ok) return result.value;
  report(path, { code: result.code, expected: result.expected, detail: result.detail, value });
  return undefined;
};
