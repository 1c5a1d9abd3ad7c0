// A request before it is read: an object of unknown values under the names that were written, from JSON or from the pairs of a query.

import type * as z from 'zod';
import { holdsList } from '../fields/field.ts';
import { TEXT_MAX } from '../fields/reading.ts';
import { type LocatedMistake, repeatedName } from './mistakes.ts';

/** Values as they were written, by name. */
export type RawObject = Record<string, unknown>;

/** Schemas of fields by name. */
export type FieldSchemas = Readonly<Record<string, z.ZodType>>;

/** Items of a list that are read; a longer list is refused. */
export const LIST_MAX = 100;

/** Whether a value is an object with names. */
export const isRawObject = (value: unknown): value is RawObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object through whose names no prototype can be reached. */
export const emptyObject = (): RawObject => Object.create(null) as RawObject;

/** Whether a cell is empty. */
const isEmptyCell = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.length <= TEXT_MAX && value.trim() === '');

/** The object without known names whose cell is empty, because an empty cell states nothing. */
export function withoutBlanks(input: RawObject, known: (name: string) => boolean): RawObject {
  const out = emptyObject();
  for (const [name, value] of Object.entries(input)) if (!(isEmptyCell(value) && known(name))) out[name] = value;
  return out;
}

/** A list, cut before it is parsed, without the blank cells of its items. One item too many is kept, so that its length is refused. */
export const cutList = (items: readonly unknown[]): unknown[] =>
  items.slice(0, LIST_MAX + 1).map((item) => (isRawObject(item) ? withoutBlanks(item, () => true) : item));

/** The values of a query by name, and what is wrong with its form. */
export function readPairs(
  pairs: Iterable<readonly [string, string]>,
  fields: FieldSchemas,
): { flat: RawObject; mistakes: LocatedMistake[] } {
  const flat = emptyObject();
  const mistakes: LocatedMistake[] = [];
  for (const [name, value] of pairs) {
    if (name.startsWith('_')) continue;
    if (name in flat) mistakes.push(repeatedName(name));
    else if (fields[name] !== undefined && holdsList(fields[name])) {
      mistakes.push({
        path: [name],
        code: 'list_in_query',
        expected: { ja: 'POST の JSON 本文', en: 'a JSON body sent by POST' },
        detail: { ja: 'リストは URL に書けません。', en: 'A list cannot be written in a URL.' },
        value,
      });
    } else flat[name] = value;
  }
  return { flat, mistakes };
}

/** The fields that can be read by themselves when the request as a whole cannot. */
export function readableFields(fields: FieldSchemas, tidy: RawObject, unread: ReadonlySet<string>): RawObject {
  const out = emptyObject();
  for (const [name, schema] of Object.entries(fields)) {
    if (tidy[name] === undefined || unread.has(name)) continue;
    const value = schema.safeParse(tidy[name]);
    if (value.success) out[name] = value.data;
  }
  return out;
}
