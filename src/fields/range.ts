// Numbers with a range: {mean, low, high} in the place of a number, where the ends enclose 90 % of what is thought possible.

import { z } from 'zod';
import type { Text } from '../values/text.ts';
import { describeField, NUMBERS } from './field.ts';
import { didYouMean, echo, nearest } from './read.ts';

export type Path = readonly PropertyKey[];

/** Custom issues carry the refusal of a reader in both languages. */
export interface IssueParams {
  readonly code: string;
  readonly expected: Text;
  readonly detail: Text;
  readonly value?: unknown;
}

/** What the readers of fields said against a value; nothing for an issue that zod found by itself. */
export const saidIn = (issues: readonly z.core.$ZodIssue[]): IssueParams[] =>
  issues.flatMap((issue) => (issue.code === 'custom' && issue.params ? [issue.params as IssueParams] : []));

/** Tells a mistake at its path. */
export type Report = (path: Path, params: IssueParams) => void;

/** Ends of a range; one may be left open. */
export interface Range {
  readonly low?: number;
  readonly high?: number;
}

/** The three numbers of a range. */
const MEMBERS = ['mean', 'low', 'high'] as const;
/** Names beside them that are told one by one. */
const NAMES_MAX = 100;

/** Names beside mean, low and high are mistakes. */
export function refuseOtherNames(value: Readonly<Record<string, unknown>>, path: Path, report: Report): void {
  for (const name of Object.keys(value).slice(0, NAMES_MAX)) {
    if ((MEMBERS as readonly string[]).includes(name)) continue;
    const near = nearest(name, MEMBERS);
    report([...path, name], {
      code: 'unknown_field',
      expected: { ja: 'mean、low、high', en: 'mean, low, high' },
      detail: {
        ja: `「${echo(name)}」という項目はありません。${didYouMean(near).ja}`,
        en: `There is no field "${echo(name)}".${didYouMean(near).en}`,
      },
    });
  }
}

/** Low, mean and high must ascend. */
export function orderEnds(
  mean: number,
  low: number | undefined,
  high: number | undefined,
  path: Path,
  report: Report,
): void {
  if ((low ?? mean) <= mean && mean <= (high ?? mean)) return;
  report(path, {
    code: 'range_order',
    expected: { ja: 'low ≦ mean ≦ high', en: 'low ≤ mean ≤ high' },
    detail: { ja: 'low、mean、high の順に大きくしてください。', en: 'low, mean and high must ascend.' },
  });
}

/** A field that holds a number may be given with its range. */
export const isNumber = (schema: z.ZodType): boolean => {
  const kind = describeField('', schema)?.kind;
  return kind !== undefined && NUMBERS.includes(kind);
};

/** How a field that holds a number is described in a body: the number, or its range. */
function orRange(schema: z.ZodType): z.ZodType {
  if (!isNumber(schema)) return schema;
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
  const meta = inner.meta() as Record<string, unknown> & { readonly type: readonly string[] };
  const { type, minimum, exclusiveMinimum, maximum, exclusiveMaximum, maxLength, ...rest } = meta;
  const one = { type, minimum, exclusiveMinimum, maximum, exclusiveMaximum, maxLength };
  const wide = inner.meta({
    ...rest,
    anyOf: [
      one,
      {
        type: 'object',
        properties: {
          mean: { ...one, description: 'The value expected.' },
          low: { ...one, description: 'It is lower with a chance of 5 % only.' },
          high: { ...one, description: 'It is higher with a chance of 5 % only.' },
        },
        required: ['mean'],
        additionalProperties: false,
      },
    ],
  });
  return schema instanceof z.ZodOptional ? wide.optional() : wide;
}

/** The fields as a body describes them. */
export const orRanges = (fields: Readonly<Record<string, z.ZodType>>): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, orRange(schema)]));

/** The ends of a stated range, read as the field itself is read. Null when they cannot be. */
export function readEnds(
  value: Readonly<Record<string, unknown>>,
  path: string[],
  schema: z.ZodType,
  report: Report,
): Range | null {
  let whole = true;
  const fails: Report = (at, params) => {
    whole = false;
    report(at, params);
  };
  refuseOtherNames(value, path, fails);
  const end = (name: (typeof MEMBERS)[number]): number | undefined => {
    if (value[name] === undefined || value[name] === null) return undefined;
    const read = schema.safeParse(value[name], { reportInput: true });
    if (read.success) return Number(read.data);
    // What is wrong with the mean is said where the mean now stands.
    if (name === 'mean') whole = false;
    else for (const said of saidIn(read.error.issues)) fails([...path, name], said);
    return undefined;
  };
  const [mean, low, high] = [end('mean'), end('low'), end('high')];
  if (mean !== undefined) orderEnds(mean, low, high, path, fails);
  return whole && (low !== undefined || high !== undefined)
    ? { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) }
    : null;
}
