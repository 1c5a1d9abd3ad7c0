// Numbers with a range: {mean, low, high} in the place of a number, where the ends enclose 90 % of what is thought possible.

import * as z from 'zod';
import { describeField, NUMERIC_KINDS, withoutOptional } from './field.ts';
import { type FieldPath, fieldMistakesIn, type ReportMistake } from './mistake.ts';
import { didYouMean, nearest } from './nearest.ts';
import { echo } from './reading.ts';

/** Ends of a range; one may be left open. */
export interface StatedRange {
  readonly low?: number;
  readonly high?: number;
}

/** The three numbers of a range. */
const RANGE_MEMBERS = ['mean', 'low', 'high'] as const;
/** Most other names that are reported one by one. */
const RANGE_NAMES_MAX = 100;

/** Reports every name other than mean, low and high. */
export function refuseOtherNames(
  value: Readonly<Record<string, unknown>>,
  path: FieldPath,
  report: ReportMistake,
): void {
  for (const name of Object.keys(value).slice(0, RANGE_NAMES_MAX)) {
    if ((RANGE_MEMBERS as readonly string[]).includes(name)) continue;
    const near = nearest(name, RANGE_MEMBERS);
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

/** The three numbers of a range that was stated; an end may be left open. */
interface RangeEnds {
  readonly mean: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** Reports a range whose low, mean and high do not ascend. */
export function orderEnds({ mean, low, high }: RangeEnds, path: FieldPath, report: ReportMistake): void {
  if ((low ?? mean) <= mean && mean <= (high ?? mean)) return;
  report(path, {
    code: 'range_order',
    expected: { ja: 'low ≦ mean ≦ high', en: 'low ≤ mean ≤ high' },
    detail: {
      ja: 'low、mean、high の順に大きくしてください。',
      en: 'low must not be above mean, nor mean above high.',
    },
  });
}

/** Whether a field holds a number, so that a caller may give a range of it. */
export const holdsNumber = (schema: z.ZodType): boolean => {
  const kind = describeField('', schema)?.kind;
  return kind !== undefined && NUMERIC_KINDS.includes(kind);
};

/** How a field that holds a number is described in a body: the number, or its range. */
function orRange(schema: z.ZodType): z.ZodType {
  if (!holdsNumber(schema)) return schema;
  const inner = withoutOptional(schema);
  const meta = inner.meta() as Record<string, unknown> & { readonly type: readonly string[] };
  const { type, minimum, exclusiveMinimum, maximum, exclusiveMaximum, maxLength, ...rest } = meta;
  const one = { type, minimum, exclusiveMinimum, maximum, exclusiveMaximum, maxLength };
  const ends = {
    type: 'object',
    properties: {
      mean: { ...one, description: 'The value expected.' },
      low: { ...one, description: 'It is lower with a chance of 5 % only.' },
      high: { ...one, description: 'It is higher with a chance of 5 % only.' },
    },
    required: ['mean'],
    additionalProperties: false,
  };
  const wide = inner.meta({
    ...Object.fromEntries(Object.keys(one).map((name) => [name, undefined])),
    ...rest,
    anyOf: [one, ends],
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
  report: ReportMistake,
): StatedRange | null {
  let whole = true;
  const fails: ReportMistake = (at, params) => {
    whole = false;
    report(at, params);
  };
  refuseOtherNames(value, path, fails);
  const end = (name: (typeof RANGE_MEMBERS)[number]): number | undefined => {
    if (value[name] === undefined || value[name] === null) return undefined;
    const read = schema.safeParse(value[name], { reportInput: true });
    if (read.success) return Number(read.data);
    // A wrong mean is reported when the field itself is read, which then holds the mean alone.
    if (name === 'mean') whole = false;
    else for (const mistake of fieldMistakesIn(read.error.issues)) fails([...path, name], mistake);
    return undefined;
  };
  const [mean, low, high] = [end('mean'), end('low'), end('high')];
  if (mean !== undefined) orderEnds({ mean, low, high }, path, fails);
  return whole && (low !== undefined || high !== undefined)
    ? { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) }
    : null;
}
