// Readers of requests that have fields only, such as those of a calculator, by the rules of an evaluation.

import * as z from 'zod';
import { describeField } from '../fields/field.ts';
import { readChoice } from '../fields/word.ts';
import type { FieldError } from '../problem.ts';
import { LANGS, type Lang } from '../values/text.ts';
import { fractionMistakes } from './currency_digits.ts';
import {
  ERRORS_MAX,
  type LocatedMistake,
  localisedMistake,
  localisedMistakes,
  memberNames,
  mistakesOfIssue,
  NO_OBJECT,
  type Vocabulary,
} from './mistakes.ts';
import {
  cutList,
  type FieldSchemas,
  isRawObject,
  type RawObject,
  readableFields,
  readPairs,
  withoutBlanks,
} from './raw_object.ts';

/** A request that has fields only, read in full. */
export type FieldsResult<Data> =
  | { readonly ok: true; readonly data: Data; readonly lang: Lang }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly lang: Lang };

/** A rule between fields that a request breaks. */
export type BrokenFieldRule = Omit<LocatedMistake, 'value'>;

/** Where the fields of a request come from: the pairs of a query, or parsed JSON. */
export type RequestSource = { readonly query: readonly (readonly [string, string])[] } | { readonly body: unknown };

/** Checks what could be read; `unread` names the fields that were given but could not be read. */
type Check<F extends FieldSchemas> = (
  data: Partial<z.output<z.ZodObject<F>>>,
  unread: ReadonlySet<string>,
) => readonly BrokenFieldRule[];

/**
 * A reader of requests that have these fields and nothing else, by the rules of an evaluation. It is made once: its schema and
 * the words of its mistakes are the same for every request.
 */
export function fieldsReader<F extends FieldSchemas>(
  fields: F,
): (input: RequestSource, fallback: Lang, check: Check<F>) => FieldsResult<z.output<z.ZodObject<F>>> {
  const words = vocabularyOf(fields);
  const schema = z.strictObject(fields);
  return (input, fallback, check) => {
    const query = 'query' in input ? readPairs(input.query, fields) : undefined;
    const given = 'body' in input ? input.body : query?.flat;
    if (!isRawObject(given))
      return { ok: false, errors: [localisedMistake(NO_OBJECT, fallback, words)], lang: fallback };
    const tidy = withoutBlanks(given, (name) => Object.hasOwn(fields, name));
    for (const [name, value] of Object.entries(tidy)) if (Array.isArray(value)) tidy[name] = cutList(value);
    const wanted = readChoice(tidy.lang, LANGS);
    const lang = wanted.ok ? wanted.value : fallback;
    const mistakes: LocatedMistake[] = [...(query?.mistakes ?? [])];
    const parsed = schema.safeParse(tidy, { reportInput: true });
    for (const issue of parsed.success ? [] : parsed.error.issues)
      mistakes.push(...mistakesOfIssue(issue, ERRORS_MAX - mistakes.length, words));
    const readable = parsed.success ? (parsed.data as RawObject) : readableFields(fields, tidy, new Set());
    mistakes.push(...fractionMistakes({ fields, raw: tidy, data: readable }));
    const unread = new Set(mistakes.map(({ path }) => String(path[0])));
    const data = mistakes.length === 0 ? readable : readableFields(fields, tidy, unread);
    mistakes.push(...check(data as Partial<z.output<z.ZodObject<F>>>, unread));
    return mistakes.length === 0
      ? { ok: true, data: data as unknown as z.output<z.ZodObject<F>>, lang }
      : { ok: false, errors: localisedMistakes(mistakes, lang, words), lang };
  };
}

/** The words in which mistakes of these fields are reported. */
function vocabularyOf(fields: FieldSchemas): Vocabulary {
  const names = Object.keys(fields);
  return {
    labels: new Map(
      Object.entries(fields).flatMap(([name, schema]) => {
        const described = describeField(name, schema);
        return described === undefined ? [] : [[name, described.label]];
      }),
    ),
    namesAt: ([head, ...rest]) => (rest.length === 0 ? names : memberNames(fields[String(head)])),
    listed: { ja: names.join('、'), en: names.join(', ') },
  };
}
