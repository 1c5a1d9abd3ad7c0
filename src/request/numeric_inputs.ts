// The numbers of a request, as the engine can move them: those that were written, and the amount and the age, which always are.

import type { Input } from '../analysis/uncertain_inputs.ts';
import { NUMERIC_KINDS } from '../fields/field.ts';
import { describedFields } from './composition.ts';
import type { EvaluationRequest } from './read_request.ts';

const memberOf = (held: unknown, name: string): unknown => (held as Record<string, unknown> | undefined)?.[name];

/** The fields that hold a number. */
export const NUMERIC_FIELDS = describedFields().filter(({ kind }) => NUMERIC_KINDS.includes(kind));

/** The numeric fields of a request, with the ranges that were given for them. */
export function numericInputs({ claim, terms, ranges }: EvaluationRequest, overdue_days: number): Input[] {
  return NUMERIC_FIELDS.flatMap(({ name, label, kind, minimum, maximum }): Input[] => {
    const dot = name.indexOf('.');
    const head = name.slice(0, dot);
    const object = memberOf(claim, head) ?? memberOf(terms, head);
    const held = dot < 0 ? memberOf(claim, name) : memberOf(object, name.slice(dot + 1));
    const value = name === 'overdue_days' ? overdue_days : held;
    if (value === undefined) return [];
    const limits = [minimum ?? Number.NEGATIVE_INFINITY, maximum ?? Number.POSITIVE_INFINITY] as const;
    const range = ranges[name];
    return [{ name, label, kind, value: Number(value), limits, ...(range === undefined ? {} : { range }) }];
  });
}
