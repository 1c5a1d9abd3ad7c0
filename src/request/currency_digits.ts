// Amounts of a request that have more digits after the point than their currency has. A field cannot know the currency by itself, so it reads
// the digits of any, and the whole request is held to its own here.

import { describeField, isAboveZero, withoutOptional } from '../fields/field.ts';
import type { FieldPath } from '../fields/mistake.ts';
import { readAmount, readPositiveAmount } from '../fields/number.ts';
import type { StatedRange } from '../fields/range.ts';
import { DEFAULT_JURISDICTION, isJurisdiction, lawOf } from '../law/jurisdictions.ts';
import { Money, money } from '../values/money.ts';
import type { LocatedMistake } from './mistakes.ts';
import type { FieldSchemas, RawObject } from './raw_object.ts';

/** What was read of a request, and what it was read from. */
interface ReadAmounts {
  readonly fields: FieldSchemas;
  /** As it was written. */
  readonly raw: RawObject;
  /** As it was read. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Ranges of numbers by their flat names. */
  readonly ranges?: Readonly<Record<string, StatedRange>>;
}

/** Digits after the point of the currency of a request; of the default where its jurisdiction is none. */
function minorDigits(jurisdiction: unknown): number {
  const known = typeof jurisdiction === 'string' && isJurisdiction(jurisdiction);
  return lawOf(known ? jurisdiction : DEFAULT_JURISDICTION).minor_digits;
}

/** The schema at a place of a request. */
function schemaAt(fields: FieldSchemas, [head, member]: FieldPath): FieldSchemas[string] | undefined {
  const schema = fields[String(head)];
  if (schema === undefined || member === undefined) return schema;
  const inner = withoutOptional(schema);
  return 'shape' in inner ? (inner.shape as FieldSchemas)[String(member)] : undefined;
}

/** The mistakes of amounts that are finer than the smallest unit of the currency. */
export function fractionMistakes({ fields, raw, data, ranges = {} }: ReadAmounts): LocatedMistake[] {
  const digits = minorDigits(data.jurisdiction);
  const found: LocatedMistake[] = [];
  const check = (amount: Money, stated: unknown, path: FieldPath): void => {
    if (amount.decimalPlaces() <= digits) return;
    const schema = schemaAt(fields, path);
    const isPositive = schema !== undefined && isAboveZero(schema);
    const reading = isPositive ? readPositiveAmount(stated, digits) : readAmount(stated, digits);
    if (!reading.ok) {
      const { code, expected, detail } = reading;
      found.push({ code, expected, detail, path, value: stated });
    }
  };
  const visit = (value: unknown, stated: unknown, path: FieldPath): void => {
    if (value instanceof Money) check(value, stated, path);
    else if (typeof value === 'object' && value !== null)
      for (const [name, member] of Object.entries(value))
        visit(member, (stated as Readonly<Record<string, unknown>> | undefined)?.[name], [...path, name]);
  };
  for (const [name, value] of Object.entries(data)) visit(value, raw[name], [name]);
  for (const [name, range] of Object.entries(ranges)) {
    const path = name.split('.');
    const schema = schemaAt(fields, path);
    if (schema === undefined || describeField('', schema)?.kind !== 'amount') continue;
    for (const [end, value] of Object.entries(range)) check(money(value), value, [...path, end]);
  }
  return found;
}
