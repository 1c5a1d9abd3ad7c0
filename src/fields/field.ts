// zod schema factories for the fields of a request, built on the readers: one definition reads the value, names what is
// wrong in both languages, and describes itself in the OpenAPI document and the catalogue of fields.

import { z } from 'zod';
import type { Day } from '../values/day.ts';
import { type Money, money } from '../values/money.ts';
import type { Text } from '../values/text.ts';
import {
  AMOUNT_MAX,
  type Limits,
  type Reading,
  readAmount,
  readChance,
  readChoice,
  readDay,
  readDecimal,
  readFlag,
  readInteger,
  readPositiveAmount,
  readRate,
} from './read.ts';

/** What every field says about itself. */
export interface FieldMeta {
  readonly label: Text;
  /** One English sentence ending with a full stop. */
  readonly description: string;
  readonly description_ja?: string;
  readonly example: string | number | boolean;
  /** What holds when the field is left out, in words or as a value. */
  readonly default?: string;
  /** In a ledger it holds for all invoices of a debtor together and is used up once, however often it is written. */
  readonly once?: true;
}

/** What a field looks like on the wire; the keys are those of JSON Schema. */
interface WireShape {
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | readonly string[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly maxLength?: number;
  readonly enum?: readonly string[];
}

/** What kind of value a field holds, for forms and catalogues. */
export type FieldKind = 'amount' | 'rate' | 'chance' | 'count' | 'decimal' | 'day' | 'flag' | 'choice' | 'list';

/** Kinds of fields that hold a number. */
export const NUMBERS: readonly FieldKind[] = ['amount', 'rate', 'chance', 'count', 'decimal'];

const TEXT_LENGTH = 64;
const LABEL = 'x-label-ja';
const LABEL_EN = 'x-label-en';
const DESCRIPTION_JA = 'x-description-ja';
const DEFAULT = 'x-default';
const KIND = 'x-kind';
const ONCE = 'x-once';

/** A field as a schema: `Out` inside, a scalar on the wire. */
export type Field<Out> = z.ZodType<Out, string | number | boolean>;

function field<Out>(
  read: (value: unknown) => Reading<Out>,
  kind: FieldKind,
  shape: WireShape,
  meta: FieldMeta,
): Field<Out> {
  const schema = z.unknown().transform((value, context): Out => {
    const reading = read(value);
    if (reading.ok) return reading.value;
    const { code, expected, detail } = reading;
    context.addIssue({ code: 'custom', message: detail.en, params: { code, expected, detail, value } });
    return z.NEVER;
  });
  return schema.meta({ ...shape, ...described(kind, meta) }) as unknown as Field<Out>;
}

function described(kind: FieldKind, meta: FieldMeta): Record<string, unknown> {
  return {
    description: meta.description,
    example: meta.example,
    [KIND]: kind,
    [LABEL]: meta.label.ja,
    [LABEL_EN]: meta.label.en,
    ...(meta.description_ja === undefined ? {} : { [DESCRIPTION_JA]: meta.description_ja }),
    ...(meta.default === undefined ? {} : { [DEFAULT]: meta.default }),
    ...(meta.once === undefined ? {} : { [ONCE]: true }),
  };
}

const asMoney = (reading: Reading<string>): Reading<Money> =>
  reading.ok ? { ok: true, value: money(reading.value) } : reading;

const AMOUNT_SHAPE = { type: ['number', 'string'], maximum: AMOUNT_MAX, maxLength: TEXT_LENGTH } as const;

/** An amount of money of zero or more. */
export const amount = (meta: FieldMeta): Field<Money> =>
  field((value) => asMoney(readAmount(value)), 'amount', { ...AMOUNT_SHAPE, minimum: 0 }, meta);

/** An amount of money above zero. */
export const positiveAmount = (meta: FieldMeta): Field<Money> =>
  field((value) => asMoney(readPositiveAmount(value)), 'amount', { ...AMOUNT_SHAPE, exclusiveMinimum: 0 }, meta);

// A number is below 1, because a bare 1 may mean 1 % or all; all is written as text.
const FRACTION_SHAPE = { type: ['number', 'string'], minimum: 0, exclusiveMaximum: 1, maxLength: TEXT_LENGTH } as const;

/** A share of one or a yearly rate: `0.05` or `5%`. `not_whole` says why it cannot be 100 %, where it cannot. */
export const rate = ({ not_whole, ...meta }: FieldMeta & { readonly not_whole?: Text }): Field<number> =>
  field((value) => readRate(value, not_whole), 'rate', FRACTION_SHAPE, meta);

/** A probability: `0.3` or `30%`. */
export const chance = (meta: FieldMeta): Field<number> => field(readChance, 'chance', FRACTION_SHAPE, meta);

/** A whole number within limits. */
export const count = ({ min, max, ...meta }: FieldMeta & Limits): Field<number> =>
  field(
    (value) => readInteger(value, { min, max }),
    'count',
    { type: ['integer', 'string'], minimum: min, maximum: max, maxLength: TEXT_LENGTH },
    meta,
  );

/** A number of days within limits. */
export const days: (meta: FieldMeta & Limits) => Field<number> = count;

/** A number within limits. */
export const decimal = ({ min, max, ...meta }: FieldMeta & Limits): Field<number> =>
  field(
    (value) => readDecimal(value, { min, max }),
    'decimal',
    { type: ['number', 'string'], minimum: min, maximum: max, maxLength: TEXT_LENGTH },
    meta,
  );

/** A civil day, in any form that `readDay` understands. */
export const day = (meta: FieldMeta): Field<Day> =>
  field(readDay, 'day', { type: ['string', 'integer'], maxLength: TEXT_LENGTH }, meta);

/** A yes or a no. */
export const flag = (meta: FieldMeta): Field<boolean> =>
  field(
    readFlag,
    'flag',
    { type: ['boolean', 'string', 'integer'], minimum: 0, maximum: 1, maxLength: TEXT_LENGTH },
    meta,
  );

/** A member of a closed list. */
export const choice = <const T extends string>(values: readonly T[], meta: FieldMeta): Field<T> =>
  field((value) => readChoice(value, values), 'choice', { type: 'string', enum: values, maxLength: TEXT_LENGTH }, meta);

/** A list of objects; lists stand in JSON bodies only, never in a query string. */
export const list = <Item extends z.ZodType>(
  item: Item,
  { max, ...meta }: Omit<FieldMeta, 'example'> & { readonly max: number; readonly example: readonly unknown[] },
): z.ZodArray<Item> => {
  const { example, ...rest } = meta;
  return z
    .array(item)
    .max(max)
    .meta({ ...described('list', { ...rest, example: '' }), example, maxItems: max });
};

/** A field as the catalogue of fields shows it. */
export interface DescribedField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: Text;
  readonly description: string;
  readonly description_ja?: string;
  readonly example: unknown;
  readonly default?: string;
  readonly required: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly values?: readonly string[];
  readonly once?: true;
}

/** What a field made by a factory above says about itself, or undefined for any other schema. */
export function describeField(name: string, schema: z.ZodType): DescribedField | undefined {
  const required = !(schema instanceof z.ZodOptional);
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
  const meta = inner.meta() as Record<string, unknown> | undefined;
  if (meta?.[KIND] === undefined) return undefined;
  return {
    name,
    kind: meta[KIND] as FieldKind,
    label: { ja: meta[LABEL] as string, en: meta[LABEL_EN] as string },
    description: meta.description as string,
    ...(meta[DESCRIPTION_JA] === undefined ? {} : { description_ja: meta[DESCRIPTION_JA] as string }),
    example: meta.example,
    ...(meta[DEFAULT] === undefined ? {} : { default: meta[DEFAULT] as string }),
    required,
    ...limit('minimum', meta.minimum ?? meta.exclusiveMinimum),
    ...limit('maximum', meta.maximum ?? meta.exclusiveMaximum),
    ...(meta.enum === undefined ? {} : { values: meta.enum as readonly string[] }),
    ...(meta[ONCE] === undefined ? {} : { once: true }),
  };
}

const limit = (key: string, value: unknown): Record<string, number> =>
  typeof value === 'number' ? { [key]: value } : {};
