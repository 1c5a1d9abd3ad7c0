// Turns the issues of a schema into mistakes at a path, with the nearest known name, in the language of the answer.

import * as z from 'zod';
import { withoutOptional } from '../fields/field.ts';
import { type FieldMistake, type FieldPath, fieldMistakesIn } from '../fields/mistake.ts';
import { didYouMean, nearest } from '../fields/nearest.ts';
import { echo } from '../fields/reading.ts';
import type { FieldError } from '../problem.ts';
import type { Lang, Text } from '../values/text.ts';

/** Mistakes reported at once; a request with more is shown the first ones. */
export const ERRORS_MAX = 100;

/** A mistake and its place in the request. */
export interface LocatedMistake extends FieldMistake {
  readonly path: FieldPath;
}

/** The words in which the mistakes of a request are reported. */
export interface Vocabulary {
  readonly labels: ReadonlyMap<string, Text>;
  /** Names that are known at a path. */
  readonly namesAt: (path: FieldPath) => readonly string[];
  /** Where every name can be found. */
  readonly listed: Text;
}

/** A name that was written twice. */
export const repeatedName = (name: string, path: FieldPath = name.split('.')): LocatedMistake => ({
  path,
  code: 'repeated_parameter',
  expected: { ja: '一度だけ', en: 'once' },
  detail: { ja: `${echo(name)} が二度書かれています。`, en: `${echo(name)} is given more than once.` },
});

/** The same of members of a body and of parameters of an address. */
export const repeatedPaths = (paths: readonly FieldPath[], lang: Lang): FieldError[] =>
  localisedMistakes(
    paths.map((path) => repeatedName(path.join('.'), path)),
    lang,
    { labels: new Map() },
  );

/** A request that is no object. */
export const NO_OBJECT: LocatedMistake = {
  path: [],
  code: 'wrong_type',
  expected: { ja: 'JSON のオブジェクト', en: 'a JSON object' },
  detail: { ja: '本文を {…} の形のオブジェクトにしてください。', en: 'Send one object, {…}.' },
};

/** The names of the members of an object, or of a list's items. */
export function memberNames(schema: z.ZodType | undefined): string[] {
  const inner = schema === undefined ? undefined : withoutOptional(schema);
  const item = inner instanceof z.ZodArray ? inner.element : inner;
  return item instanceof z.ZodObject ? Object.keys(item.shape) : [];
}

/** An issue of zod as mistakes; a list of unknown names makes one mistake each, at most `room` of them. */
export function mistakesOfIssue(issue: z.core.$ZodIssue, room: number, words: Vocabulary): LocatedMistake[] {
  const { path } = issue;
  if (issue.code === 'custom') {
    const [params] = fieldMistakesIn([issue]);
    if (params?.expected !== undefined) return [{ ...params, path }];
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, Math.max(0, room)).map((key) => unknownField([...path, key], key, words));
  }
  if (issue.code === 'too_big') {
    return [
      {
        path,
        code: 'too_many',
        expected: { ja: `${issue.maximum}件まで`, en: `at most ${issue.maximum} items` },
        detail: { ja: '件数が多すぎます。', en: 'There are too many items.' },
      },
    ];
  }
  const kind = issue.code === 'invalid_type' && issue.expected === 'array' ? 'array' : 'object';
  return [
    {
      path,
      code: 'wrong_type',
      expected:
        kind === 'array'
          ? { ja: 'リスト [ … ]', en: 'a list [ … ]' }
          : { ja: 'オブジェクト { … }', en: 'an object { … }' },
      detail: { ja: `${echo(issue.input)} はこの項目に書けません。`, en: `${echo(issue.input)} cannot be used here.` },
      value: issue.input,
    },
  ];
}

/** A name that no field has. */
function unknownField(path: FieldPath, key: string, { namesAt, listed }: Vocabulary): LocatedMistake {
  const near = nearest(key, namesAt(path));
  return {
    path,
    code: 'unknown_field',
    expected: { ja: near ?? listed.ja, en: near ?? listed.en },
    detail: {
      ja: `「${echo(key)}」という項目はありません。${didYouMean(near).ja}`,
      en: `There is no field "${echo(key)}".${didYouMean(near).en}`,
    },
  };
}

/** The path as a JSON pointer. */
const pointerOf = (path: FieldPath): string =>
  path.map((part) => `/${echo(String(part)).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The first mistakes, at most `ERRORS_MAX`, in a language. */
export const localisedMistakes = (
  mistakes: readonly LocatedMistake[],
  lang: Lang,
  words: Pick<Vocabulary, 'labels'>,
): FieldError[] => mistakes.slice(0, ERRORS_MAX).map((mistake) => localisedMistake(mistake, lang, words));

/** The name of a field before what is said about it, with its path in brackets where the name does not say it. */
function fieldName(label: string, path: string, lang: Lang): string {
  if (lang === 'ja') return `${label}（${path}）：`;
  return label.toLowerCase().replaceAll(' ', '_') === path ? `${label}: ` : `${label} (${path}): `;
}

/** A mistake in a language, under the name that the field has for people. */
export function localisedMistake(
  { path, code, detail, expected, value }: LocatedMistake,
  lang: Lang,
  { labels }: Pick<Vocabulary, 'labels'>,
): FieldError {
  const parameter = path.map((part) => echo(String(part))).join('.');
  const label = code === 'unknown_field' ? undefined : labels.get(parameter);
  return {
    code,
    pointer: pointerOf(path),
    parameter,
    detail: label === undefined ? detail[lang] : `${fieldName(label[lang], parameter, lang)}${detail[lang]}`,
    expected: expected[lang],
    ...(value === undefined || value === null ? {} : { value: echo(value) }),
  };
}
