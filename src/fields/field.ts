// zod schema factories for the fields of a request, built on the readers: one definition reads the value, names what is
// wrong in both languages, and describes itself in the OpenAPI document and the catalogue of fields.

import * as z from 'zod';
import { COUNTRIES } from '../values/country.ts';
import type { Day } from '../values/day.ts';
import { type Money, money } from '../values/money.ts';
import type { Text } from '../values/text.ts';
import { type ChoiceWords, choiceWord } from './choice_words.ts';
import { readDay } from './day.ts';
import {
  AMOUNT_MAX,
  MINOR_DIGITS_MAX,
  type NumberLimits,
  readAmount,
  readChance,
  readDecimal,
  readInteger,
  readPositiveAmount,
  readRate,
} from './number.ts';
import { type Reading, readText, TEXT_MAX } from './reading.ts';
import { choiceReader, readCountry, readFlag } from './word.ts';

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
  readonly [X_VALUE_LABELS]?: Readonly<Record<string, Text>>;
}

/** What kind of value a field holds, for forms and catalogues. */
export type FieldKind =
  | 'amount'
  | 'rate'
  | 'chance'
  | 'count'
  | 'decimal'
  | 'day'
  | 'flag'
  | 'choice'
  | 'text'
  | 'list';

/** Kinds of fields that hold a number. */
export const NUMERIC_KINDS: readonly FieldKind[] = ['amount', 'rate', 'chance', 'count', 'decimal'];

/** Keys beside those of JSON Schema in which a field says more about itself. */
const X_LABEL_JA = 'x-label-ja';
const X_LABEL_EN = 'x-label-en';
const X_DESCRIPTION_JA = 'x-description-ja';
const X_DEFAULT = 'x-default';
const X_KIND = 'x-kind';
const X_ONCE = 'x-once';
const X_VALUE_LABELS = 'x-value-labels';

/** A field as a schema: `Out` inside, a scalar on the wire. */
export type Field<Out> = z.ZodType<Out, string | number | boolean>;

/** A schema that reads a scalar, refuses it in both languages, and describes itself. */
function scalarField<Out>(
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
  return schema.meta({ ...shape, ...wireMeta(kind, meta) }) as unknown as Field<Out>;
}

/** What a field says about itself under the keys of a JSON Schema. */
function wireMeta(kind: FieldKind, meta: FieldMeta): Record<string, unknown> {
  return {
    description: meta.description,
    example: meta.example,
    [X_KIND]: kind,
    [X_LABEL_JA]: meta.label.ja,
    [X_LABEL_EN]: meta.label.en,
    ...(meta.description_ja === undefined ? {} : { [X_DESCRIPTION_JA]: meta.description_ja }),
    ...(meta.default === undefined ? {} : { [X_DEFAULT]: meta.default }),
    ...(meta.once === undefined ? {} : { [X_ONCE]: true }),
  };
}

/** The reading of an amount as money. */
const moneyReading = (reading: Reading<string>): Reading<Money> =>
  reading.ok ? { ok: true, value: money(reading.value) } : reading;

const AMOUNT_SHAPE = { type: ['number', 'string'], maximum: AMOUNT_MAX, maxLength: TEXT_MAX } as const;

/** An amount of money of zero or more. */
export const amountField = (meta: FieldMeta): Field<Money> =>
  scalarField(
    (value) => moneyReading(readAmount(value, MINOR_DIGITS_MAX)),
    'amount',
    { ...AMOUNT_SHAPE, minimum: 0 },
    meta,
  );

/** An amount of money above zero. */
export const positiveAmountField = (meta: FieldMeta): Field<Money> =>
  scalarField(
    (value) => moneyReading(readPositiveAmount(value, MINOR_DIGITS_MAX)),
    'amount',
    { ...AMOUNT_SHAPE, exclusiveMinimum: 0 },
    meta,
  );

// A JSON number must be below 1, because a bare 1 may mean 1 % or all; who means all writes the text 100%.
const FRACTION_SHAPE = { type: ['number', 'string'], minimum: 0, exclusiveMaximum: 1, maxLength: TEXT_MAX } as const;

/** A share of one or a yearly rate: `0.05` or `5%`. `not_whole` says why it cannot be 100 %, where it cannot. */
export const rateField = ({ not_whole, ...meta }: FieldMeta & { readonly not_whole?: Text }): Field<number> =>
  scalarField((value) => readRate(value, not_whole), 'rate', FRACTION_SHAPE, meta);

/** A probability: `0.3` or `30%`. */
export const chanceField = (meta: FieldMeta): Field<number> => scalarField(readChance, 'chance', FRACTION_SHAPE, meta);

/** A whole number within limits. */
export const countField = ({ min, max, counter, ...meta }: FieldMeta & NumberLimits): Field<number> =>
  scalarField(
    (value) => readInteger(value, { min, max, counter }),
    'count',
    { type: ['integer', 'string'], minimum: min, maximum: max, maxLength: TEXT_MAX },
    meta,
  );

/** A number within limits. */
export const decimalField = ({ min, max, counter, ...meta }: FieldMeta & NumberLimits): Field<number> =>
  scalarField(
    (value) => readDecimal(value, { min, max, counter }),
    'decimal',
    { type: ['number', 'string'], minimum: min, maximum: max, maxLength: TEXT_MAX },
    meta,
  );

/** A civil day, in any form that `readDay` understands. */
export const dayField = (meta: FieldMeta): Field<Day> =>
  scalarField(readDay, 'day', { type: ['string', 'integer'], maxLength: TEXT_MAX }, meta);

/** A yes or a no. */
export const flagField = (meta: FieldMeta): Field<boolean> =>
  scalarField(
    readFlag,
    'flag',
    { type: ['boolean', 'string', 'integer'], minimum: 0, maximum: 1, maxLength: TEXT_MAX },
    meta,
  );

/** A member of a closed list, by its code or by a word for it; `words` are those that it has in this field alone. */
export const choiceField = <const T extends string>(
  values: readonly T[],
  { words, ...meta }: FieldMeta & { readonly words?: ChoiceWords<T> },
): Field<T> =>
  scalarField(
    choiceReader(values, words),
    'choice',
    {
      type: 'string',
      enum: values,
      maxLength: TEXT_MAX,
      [X_VALUE_LABELS]: Object.fromEntries(
        values.map((value) => [value, wordText(words?.[value] ?? choiceWord(value))]),
      ),
    },
    meta,
  );

const wordText = ({ ja, en }: Text): Text => ({ ja, en });

/** A free text of so many characters, which is echoed and never looked into. */
export const textField = ({ max, ...meta }: FieldMeta & { readonly max: number }): Field<string> =>
  scalarField((value) => readText(value, max), 'text', { type: 'string', maxLength: max }, meta);

/** A country by its two letters. */
export const countryField = (meta: FieldMeta): Field<string> =>
  scalarField(readCountry, 'choice', { type: 'string', enum: COUNTRIES, maxLength: TEXT_MAX }, meta);

/** A list of objects, which only a JSON body can state. */
export const listField = <Item extends z.ZodType>(
  item: Item,
  { max, ...meta }: Omit<FieldMeta, 'example'> & { readonly max: number; readonly example: readonly unknown[] },
): z.ZodArray<Item> => {
  const { example, ...rest } = meta;
  return z
    .array(item)
    .max(max)
    .meta({ ...wireMeta('list', { ...rest, example: '' }), example, maxItems: max });
};

/** The schema of a field, whether the field may be omitted or not. */
export const withoutOptional = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;

/** Whether a field holds an amount that must be above zero. */
export function isAboveZero(schema: z.ZodType): boolean {
  const meta = withoutOptional(schema).meta() as
    | { readonly exclusiveMinimum?: number; readonly anyOf?: readonly { readonly exclusiveMinimum?: number }[] }
    | undefined;
  return (meta?.exclusiveMinimum ?? meta?.anyOf?.[0]?.exclusiveMinimum) === 0;
}

/** Whether a field holds a list, which only a JSON body can state. */
export const holdsList = (schema: z.ZodType): boolean => withoutOptional(schema) instanceof z.ZodArray;

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
  /** What people call these values. */
  readonly value_labels?: Readonly<Record<string, Text>>;
  readonly once?: true;
}

/** What a field made by a factory above says about itself, or undefined for any other schema. */
export function describeField(name: string, schema: z.ZodType): DescribedField | undefined {
  const required = !(schema instanceof z.ZodOptional);
  const inner = withoutOptional(schema);
  const meta = inner.meta() as Record<string, unknown> | undefined;
  if (meta?.[X_KIND] === undefined) return undefined;
  return {
    name,
    kind: meta[X_KIND] as FieldKind,
    label: { ja: meta[X_LABEL_JA] as string, en: meta[X_LABEL_EN] as string },
    description: meta.description as string,
    ...(meta[X_DESCRIPTION_JA] === undefined ? {} : { description_ja: meta[X_DESCRIPTION_JA] as string }),
    example: meta.example,
    ...(meta[X_DEFAULT] === undefined ? {} : { default: meta[X_DEFAULT] as string }),
    required,
    ...numericLimit('minimum', meta.minimum ?? meta.exclusiveMinimum),
    ...numericLimit('maximum', meta.maximum ?? meta.exclusiveMaximum),
    ...(meta.enum === undefined ? {} : { values: meta.enum as readonly string[] }),
    ...(meta[X_VALUE_LABELS] === undefined
      ? {}
      : { value_labels: meta[X_VALUE_LABELS] as Readonly<Record<string, Text>> }),
    ...(meta[X_ONCE] === undefined ? {} : { once: true }),
  };
}

/** A limit of a field where it has one. */
const numericLimit = (key: string, value: unknown): Record<string, number> =>
  typeof value === 'number' ? { [key]: value } : {};
