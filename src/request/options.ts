// Every option as the request, the engine and the report meet it: its id, its name for the reader, and the terms that may be stated of it.

import type * as z from 'zod';
import { claimObjects } from '../claim/claim_objects.ts';
import * as registry from '../options/index.ts';
import type { Option } from '../options/option.ts';
import type { Text } from '../values/text.ts';

/**
 * Every option, sorted by id, because a bundler may list the members of a module in another order than the runtime does. This is the
 * one cast over the registry: its members differ only in the type of their terms, which nobody else reads.
 */
export const OPTIONS = Object.values(registry).sort((a, b) => (a.id < b.id ? -1 : 1)) as unknown as readonly Option[];

const OPTION_LABELS: ReadonlyMap<string, Text> = new Map(OPTIONS.map(({ id, label }) => [id, label]));

/** The name of an option in every language. */
export const optionLabel = (id: string): Text => OPTION_LABELS.get(id) ?? { ja: id, en: id };

/** Ids of every option, sorted. */
export const OPTION_IDS: readonly string[] = OPTIONS.map(({ id }) => id);

/** Names of groups of options. */
export const OPTION_GROUPS: readonly string[] = [...new Set(OPTIONS.flatMap(({ group }) => group ?? []))];

/** Terms by the name of the object that holds them: an option's id, or the name of a group. Options without terms have no such object. */
export const termSchemas: ReadonlyMap<string, z.ZodObject> = new Map(
  OPTIONS.flatMap(({ id, terms, group, group_terms }): [string, z.ZodObject][] => [
    [id, terms],
    ...(group_terms === undefined ? [] : [[group ?? id, group_terms] satisfies [string, z.ZodObject]]),
  ]).filter(([, terms]) => Object.keys(terms.shape).length > 0),
);

/** The fields of an object of terms with their schemas. */
export const termFields = (terms: z.ZodObject): [name: string, schema: z.ZodType][] =>
  Object.entries(terms.shape).map(([name, schema]) => [name, schema as z.ZodType]);

/** Every object of a request whose members are fields: facts of the claim, and the terms of options. */
export const objectSchemas: ReadonlyMap<string, z.ZodObject> = new Map<string, z.ZodObject>([
  ...Object.entries(claimObjects),
  ...termSchemas,
]);
