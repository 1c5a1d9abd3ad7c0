// The request of an evaluation, composed from the registries: the receivable, the terms of every option, and what is asked for.
// A new option's terms are read, refused and described without a change here.

import * as z from 'zod';
import { claimFields } from '../claim/claim_fields.ts';
import { CLAIM_OBJECT_LABELS, claimObjects } from '../claim/claim_objects.ts';
import { type DescribedField, describeField, holdsList } from '../fields/field.ts';
import { orRanges } from '../fields/range.ts';
import type { Text } from '../values/text.ts';
import { controlFields } from './control_fields.ts';
import { memberNames, type Vocabulary } from './mistakes.ts';
import { OPTIONS, objectSchemas, termFields, termSchemas } from './options.ts';
import type { FieldSchemas } from './raw_object.ts';

/** The name of the terms of an option in the OpenAPI document. */
const termName = (name: string): string =>
  `${name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}Terms`;

/** The name for people of an option or of a group of options. */
const termLabel = (name: string): Text => OPTIONS.find(({ id }) => id === name)?.label ?? { ja: name, en: name };

/** An object of fields as a member of a request. */
const objectField = (
  terms: z.ZodObject,
  about: { readonly id: string; readonly description: string; readonly ja: string },
) =>
  z
    .strictObject(orRanges(terms.shape))
    .meta({
      ...terms.meta(),
      id: about.id,
      description: about.description,
      example: Object.fromEntries(
        termFields(terms).map(([field, schema]) => [field, describeField(field, schema)?.example ?? null]),
      ),
      'x-label-ja': about.ja,
    })
    .optional();

/** The terms of every option as members of a request. */
const optionTerms: Record<string, z.ZodOptional<z.ZodObject>> = Object.fromEntries(
  [...termSchemas].map(([name, terms]) => {
    const { ja, en } = termLabel(name);
    return [name, objectField(terms, { id: termName(name), description: `What is known about ${en}.`, ja })];
  }),
);

/** The facts of the claim that have members, as members of a request. */
const claimMembers: Record<string, z.ZodOptional<z.ZodObject>> = Object.fromEntries(
  Object.entries(CLAIM_OBJECT_LABELS).map(([name, { ja, en }]) => [
    name,
    objectField(claimObjects[name as keyof typeof claimObjects], {
      id: termName(name).replace(/Terms$/, 'Fact'),
      description: `What is known of ${en}.`,
      ja,
    }),
  ]),
);

/** The request as a schema: it validates, and it describes itself in the OpenAPI document. */
export const requestSchema = z
  .strictObject({ ...orRanges(claimFields), ...claimMembers, ...optionTerms, ...controlFields })
  .meta({
    id: 'EvaluateRequest',
    description: 'One receivable, what is known about each way of recovering it, and what is asked for.',
    example: { amount: 1250000, overdue_days: 82 },
  });

/** Every member of a request by its name, objects of terms included. */
export const REQUEST_FIELDS: FieldSchemas = {
  ...claimFields,
  ...claimMembers,
  ...optionTerms,
  ...controlFields,
};

/** The members of every object of a request, by their flat names. */
const flatTerms = [...objectSchemas].flatMap(([name, terms]) =>
  termFields(terms).map(([field, schema]) => [`${name}.${field}`, schema] as const),
);

/** Every field that fits into a query string, by its flat name, with its schema. */
export const flatFields: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ...[...Object.entries(claimFields), ...flatTerms].filter(([, schema]) => !holdsList(schema)),
  ['options', controlFields.options],
  ['include', controlFields.include],
  ['reference', controlFields.reference],
  ['expect_model_version', controlFields.expect_model_version],
  ['lang', controlFields.lang],
]);

/** Every field of a request as the catalogue shows it, nested names written with a dot. */
export const describedFields = (): DescribedField[] =>
  [...Object.entries(claimFields), ...flatTerms, ...Object.entries(controlFields)].flatMap(
    ([name, schema]) => describeField(name, schema) ?? [],
  );

/** Names of the fields of a request for people. */
export const FIELD_LABELS: ReadonlyMap<string, Text> = new Map(
  describedFields().map(({ name, label }) => [name, label]),
);

/** The words in which mistakes of an evaluation are reported. */
export const REQUEST_VOCABULARY: Vocabulary = {
  labels: FIELD_LABELS,
  namesAt: ([head, ...rest]) =>
    rest.length === 0
      ? [...Object.keys(REQUEST_FIELDS), ...flatFields.keys()]
      : memberNames(REQUEST_FIELDS[String(head)]),
  listed: { ja: '/v1/fields にある項目名', en: 'a name listed at /v1/fields' },
};
