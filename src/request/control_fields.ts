// What a request says beside the receivable and the terms of options: assumptions to replace, options to consider, parts of the answer, language.

import { catalogue } from '../assumptions/values.ts';
import { choiceField, textField } from '../fields/field.ts';
import { acceptedValue, customSchema, type ReportMistake } from '../fields/mistake.ts';
import { echo, TEXT_MAX } from '../fields/reading.ts';
import { readChoice } from '../fields/word.ts';
import { LANGS, type Text } from '../values/text.ts';
import { MODEL_VERSION } from './model_version.ts';
import { OPTION_GROUPS, OPTION_IDS } from './options.ts';
import { readAssumptions } from './overrides.ts';
import { LIST_MAX } from './raw_object.ts';

/** Parts of the answer that can be asked for. Here 'plan' is such a part, not an option. */
export const INCLUDES = [
  'bridge',
  'plan',
  'plans',
  'outcomes',
  'cash',
  'assumptions',
  'sensitivity',
  'break_even',
  'information',
  'negotiation',
] as const;
/** A part of the answer that can be asked for. */
export type Include = (typeof INCLUDES)[number];
/** Parts that are computed when none is named; the others decide many times over and must be named. */
export const DEFAULT_INCLUDES: readonly Include[] = ['bridge', 'plan'];
/** Parts that the contract reserves and this version does not compute. */
const RESERVED_INCLUDES = ['trace'];

/** Characters of a reference. */
export const REFERENCE_MAX = 60;

/** Characters of a version. */
const VERSION_MAX = 20;

/** Characters of a comma list. */
const NAMES_LENGTH = 2000;

/** A list of names, or the same as comma text. */
function readNames<const T extends string>(
  value: unknown,
  members: readonly T[],
  later: readonly string[],
  report: ReportMistake,
): T[] {
  const expected: Text = {
    ja: `${members.join('、')} から選んだリスト、またはコンマ区切り`,
    en: `a list, or comma-separated text, of ${members.join(', ')}`,
  };
  const items = typeof value === 'string' ? (value.length > NAMES_LENGTH ? undefined : value.split(',')) : value;
  if (!Array.isArray(items) || items.length > LIST_MAX) {
    report([], {
      code: Array.isArray(items) ? 'too_many' : 'wrong_type',
      expected,
      detail: Array.isArray(items)
        ? { ja: '件数が多すぎます。', en: 'There are too many items.' }
        : { ja: `${echo(value)} はこの項目に書けません。`, en: `${echo(value)} cannot be used here.` },
      value,
    });
    return [];
  }
  const out: T[] = [];
  items.forEach((item: unknown, index) => {
    const path = typeof value === 'string' ? [] : [index];
    const word = typeof item === 'string' ? item.trim().toLowerCase() : item;
    if (typeof word === 'string' && later.includes(word)) {
      report(path, {
        code: 'not_available',
        expected,
        detail: {
          ja: `${word} はまだ計算していません。書けるのは ${members.join('、')} です。`,
          en: `${word} is not computed yet. You may write ${members.join(', ')}.`,
        },
        value: item,
      });
      return;
    }
    const name = acceptedValue(item, readChoice(item, members), path, report);
    if (name !== undefined && !out.includes(name)) out.push(name);
  });
  return out;
}

/** The options to consider; an empty list would leave nothing to compare. */
function readOptions(value: unknown, report: ReportMistake): string[] {
  const names = readNames(value, [...OPTION_IDS, ...OPTION_GROUPS], [], report);
  if (Array.isArray(value) && value.length === 0) {
    report([], {
      code: 'missing',
      expected: { ja: '1つ以上の手段', en: 'at least one option' },
      detail: { ja: '検討する手段がありません。', en: 'There is no option to consider.' },
    });
  }
  return names;
}

/** Schemas of the fields of a request beside the receivable and the terms of options, by name. */
export const controlFields = {
  assumptions: customSchema(readAssumptions, {
    type: 'object',
    description: 'Numbers that replace default assumptions, by path; each a number or {mean, low, high}.',
    example: Object.fromEntries(catalogue.slice(0, 1).map(({ id, value }) => [id, value])),
    additionalProperties: {
      anyOf: [
        { type: 'number' },
        { type: 'string', maxLength: TEXT_MAX },
        {
          type: 'object',
          properties: { mean: { type: 'number' }, low: { type: 'number' }, high: { type: 'number' } },
          required: ['mean'],
          additionalProperties: false,
        },
      ],
    },
    'x-label-ja': '前提の置き換え',
    'x-label-en': 'assumptions',
  }).optional(),
  options: customSchema(readOptions, {
    type: ['array', 'string'],
    items: { type: 'string', enum: [...OPTION_IDS, ...OPTION_GROUPS] },
    maxItems: LIST_MAX,
    maxLength: NAMES_LENGTH,
    description: 'Options to consider, as a list or as comma text.',
    example: OPTION_IDS.slice(0, 2).join(','),
    'x-label-ja': '検討する手段',
    'x-label-en': 'options',
    'x-default': 'all',
    'x-kind': 'list',
  }).optional(),
  include: customSchema((value, report) => readNames(value, INCLUDES, RESERVED_INCLUDES, report), {
    type: ['array', 'string'],
    items: { type: 'string', enum: INCLUDES },
    maxItems: LIST_MAX,
    maxLength: NAMES_LENGTH,
    description:
      'Parts of the answer to compute, as a list or as comma text. Without it: the plan, and the bridge of the recommended option; bridge brings those of all options, with by_kind and why_not.',
    example: INCLUDES.join(','),
    'x-label-ja': '答えに含めるもの',
    'x-label-en': 'include',
    'x-default': DEFAULT_INCLUDES.join(','),
    'x-kind': 'list',
  }).optional(),
  reference: textField({
    label: { ja: '整理番号', en: 'reference' },
    description:
      'Text of your own that the answer repeats, such as a file number; it changes no figure and is not logged. No name of a person, please.',
    example: 'AR-2026-0415',
    max: REFERENCE_MAX,
  }).optional(),
  expect_model_version: textField({
    label: { ja: '想定するモデルの版', en: 'expected version of the model' },
    description:
      'The answer is refused (409) unless the service computes with this version of the model: the same request under the same version has the same answer.',
    description_ja: 'サービスのモデルがこの版でなければ答えません（409）。同じ版なら、同じ要求の答えは変わりません。',
    example: MODEL_VERSION,
    max: VERSION_MAX,
  }).optional(),
  lang: choiceField(LANGS, {
    label: { ja: '言語', en: 'language' },
    description: 'Language of the answer.',
    example: 'ja',
    default: 'Accept-Language, else ja',
  }).optional(),
};
