// The whole request of an evaluation: the receivable, what the caller says about each option, and what is asked for.
// It is composed from the registries, so a new option's terms are read, refused and described without a change here.

import { z } from 'zod';
import { catalogue, entryOf, limitsOf, type Override } from '../assumptions/values.ts';
import { type Claim, checkClaim, claimFields, type PartialClaim } from '../claim/claim.ts';
import { choice, type DescribedField, describeField } from '../fields/field.ts';
import {
  type IssueParams,
  isNumber,
  orderEnds,
  orRanges,
  type Path,
  type Range,
  type Report,
  readEnds,
  refuseOtherNames,
  saidIn,
} from '../fields/range.ts';
import { didYouMean, echo, nearest, type Reading, readChoice, readDecimal, readRate } from '../fields/read.ts';
import { DEFAULT_JURISDICTION, lawOf } from '../law/jurisdictions.ts';
import * as registry from '../options/index.ts';
import type { FieldError } from '../problem.ts';
import type { Day } from '../values/day.ts';
import { LANGS, type Lang, type Text } from '../values/text.ts';

/** What the request needs to know of an option. */
interface Stated {
  readonly id: string;
  readonly label: Text;
  readonly terms?: z.ZodObject | undefined;
  readonly group?: string | undefined;
  readonly group_terms?: z.ZodObject | undefined;
}

// Sorted, because a bundler may list the members of a module in another order than the runtime does.
const stated: readonly Stated[] = Object.values(registry).sort((a, b) => (a.id < b.id ? -1 : 1));

/** Paths of every assumption that can be replaced, sorted. */
export const ASSUMPTION_IDS: readonly string[] = catalogue.map(({ id }) => id).sort();

/** Ids of every option, sorted. */
export const OPTION_IDS: readonly string[] = stated.map(({ id }) => id);

/** Names that stand for several options together. */
const GROUPS: readonly string[] = [...new Set(stated.flatMap(({ group }) => group ?? []))];

/** Terms by the name of the object they stand in: an option's id, or a group's word. */
const termSchemas: ReadonlyMap<string, z.ZodObject> = new Map(
  stated
    .flatMap(({ id, terms, group, group_terms }) => [[id, terms] as const, [group ?? id, group_terms] as const])
    .filter(
      (pair): pair is readonly [string, z.ZodObject] => pair[1] !== undefined && Object.keys(pair[1].shape).length > 0,
    ),
);

/** Parts of the answer that can be asked for. Here 'plan' is such a part, not an option. */
export const INCLUDES = ['bridge', 'plan', 'sensitivity', 'break_even', 'information'] as const;
export type Include = (typeof INCLUDES)[number];
/** Parts that are computed when none is named; the others decide many times over and are asked for by name. */
const DEFAULT_INCLUDES: readonly Include[] = ['bridge', 'plan'];
/** Parts that the contract reserves and this version does not compute. */
const RESERVED_INCLUDES = ['trace'];

/** Mistakes reported at once; a request with more is shown the first ones. */
const ERRORS_MAX = 100;
const LIST_MAX = 100;
/** Characters of a comma list. */
const NAMES_LENGTH = 2000;

/** A request that could be read in full. */
export interface EvaluationRequest {
  readonly claim: Claim;
  /** What the caller said about options, by option id or group word; absent where nothing was said. */
  readonly terms: Readonly<Record<string, unknown>>;
  /** Numbers that replace defaults, by path. */
  readonly assumptions: Readonly<Record<string, Override>>;
  /** Ranges of numbers of the request, by flat name: 90 % of what the caller thinks possible. */
  readonly ranges: Readonly<Record<string, Range>>;
  /** Ids of the options to consider, sorted. */
  readonly options: readonly string[];
  readonly include: readonly Include[];
  readonly lang: Lang;
}

/** What a request leaves to its surroundings. */
export interface Surroundings {
  /** Today in the jurisdiction, for a request without `as_of`. */
  readonly today: Day;
  /** Language of a request without `lang`. */
  readonly lang: Lang;
}

export type ReadResult =
  | { readonly ok: true; readonly request: EvaluationRequest }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly lang: Lang };

type Bag = Record<string, unknown>;

const isObject = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names no prototype can be reached through. */
const bag = (): Bag => Object.create(null) as Bag;

/** A schema over `read`, which reports every mistake at its own path. */
function reading<Out>(read: (value: unknown, report: Report) => Out, meta: Record<string, unknown>): z.ZodType<Out> {
  return z
    .unknown()
    .transform((value, context): Out => {
      let failed = false;
      const out = read(value, (path, params) => {
        failed = true;
        context.addIssue({ code: 'custom', message: params.detail.en, path: [...path], params });
      });
      return failed ? z.NEVER : out;
    })
    .meta(meta) as unknown as z.ZodType<Out>;
}

const given = <Out>(value: unknown, result: Reading<Out>, path: Path, report: Report): Out | undefined => {
  if (result.ok) return result.value;
  report(path, { code: result.code, expected: result.expected, detail: result.detail, value });
  return undefined;
};

/** A list of names, or the same as comma text. */
function readNames<const T extends string>(
  value: unknown,
  members: readonly T[],
  later: readonly string[],
  report: Report,
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
      detail: { ja: `${echo(value)} はこの項目に書けません。`, en: `${echo(value)} cannot stand here.` },
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
    const name = given(item, readChoice(item, members), path, report);
    if (name !== undefined && !out.includes(name)) out.push(name);
  });
  return out;
}

/** The options to consider; an empty list would leave nothing to compare. */
function readOptions(value: unknown, report: Report): string[] {
  const names = readNames(value, [...OPTION_IDS, ...GROUPS], [], report);
  if (Array.isArray(value) && value.length === 0) {
    report([], {
      code: 'missing',
      expected: { ja: '1つ以上の手段', en: 'at least one option' },
      detail: { ja: '検討する手段がありません。', en: 'There is no option to consider.' },
    });
  }
  return names;
}

/** A number in the place of an assumption, within the limits of its unit. */
export function readNumberFor(id: string, value: unknown): Reading<number> {
  const entry = entryOf(id)!;
  const [min, max] = limitsOf(entry);
  const percent = typeof value === 'string' && value.length <= 64 && value.normalize('NFKC').trim().endsWith('%');
  return percent && (entry.unit === 'share' || entry.unit === 'per_year')
    ? readRate(value)
    : readDecimal(value, { min, max });
}

function readAssumptions(value: unknown, report: Report): Record<string, Override> {
  const out: Record<string, Override> = bag() as Record<string, Override>;
  if (!isObject(value)) {
    report([], {
      code: 'wrong_type',
      expected: { ja: 'パスと数のオブジェクト', en: 'an object of paths and numbers' },
      detail: { ja: '前提は {"パス": 数} の形で書いてください。', en: 'Write assumptions as {"path": number}.' },
      value,
    });
    return out;
  }
  let unknown = 0;
  for (const [id, override] of Object.entries(value)) {
    if (entryOf(id) === undefined) {
      if (++unknown > ERRORS_MAX) break;
      const near = nearest(id, ASSUMPTION_IDS);
      report([id], {
        code: 'unknown_field',
        expected: { ja: near ?? '/v1/assumptions にあるパス', en: near ?? 'a path listed at /v1/assumptions' },
        detail: {
          ja: `「${echo(id)}」という前提はありません。${didYouMean(near).ja}`,
          en: `There is no assumption "${echo(id)}".${didYouMean(near).en}`,
        },
      });
    } else if (isObject(override)) {
      out[id] = readRange(id, override, report);
    } else {
      out[id] = given(override, readNumberFor(id, override), [id], report) ?? 0;
    }
  }
  return out;
}

function readRange(id: string, override: Bag, report: Report): Override {
  refuseOtherNames(override, [id], report);
  const part = (name: 'mean' | 'low' | 'high') =>
    name !== 'mean' && override[name] === undefined
      ? undefined
      : given(override[name], readNumberFor(id, override[name]), [id, name], report);
  const mean = part('mean') ?? 0;
  const low = part('low');
  const high = part('high');
  orderEnds(mean, low, high, [id], report);
  return { mean, ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}

const control = {
  assumptions: reading(readAssumptions, {
    type: 'object',
    description: 'Numbers that replace default assumptions, by path; each a number or {mean, low, high}.',
    example: { [ASSUMPTION_IDS[0]!]: entryOf(ASSUMPTION_IDS[0]!)!.value },
    additionalProperties: {
      anyOf: [
        { type: 'number' },
        { type: 'string', maxLength: 64 },
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
  options: reading(readOptions, {
    type: ['array', 'string'],
    items: { type: 'string', enum: [...OPTION_IDS, ...GROUPS] },
    maxItems: LIST_MAX,
    maxLength: NAMES_LENGTH,
    description: 'Options to consider, as a list or as comma text.',
    example: OPTION_IDS.slice(0, 2).join(','),
    'x-label-ja': '検討する手段',
    'x-label-en': 'options',
    'x-default': 'all',
    'x-kind': 'list',
  }).optional(),
  include: reading((value, report) => readNames(value, INCLUDES, RESERVED_INCLUDES, report), {
    type: ['array', 'string'],
    items: { type: 'string', enum: INCLUDES },
    maxItems: LIST_MAX,
    maxLength: NAMES_LENGTH,
    description: 'Parts of the answer to compute, as a list or as comma text.',
    example: INCLUDES.join(','),
    'x-label-ja': '答えに含めるもの',
    'x-label-en': 'include',
    'x-default': DEFAULT_INCLUDES.join(','),
    'x-kind': 'list',
  }).optional(),
  lang: choice(LANGS, {
    label: { ja: '言語', en: 'language' },
    description: 'Language of the answer.',
    example: 'ja',
    default: 'Accept-Language, else ja',
  }).optional(),
};

const termName = (name: string): string =>
  `${name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}Terms`;

const termLabel = (name: string): Text => stated.find(({ id }) => id === name)?.label ?? { ja: name, en: name };

const optionTerms: Record<string, z.ZodOptional<z.ZodObject>> = Object.fromEntries(
  [...termSchemas].map(([name, terms]) => [
    name,
    z
      .strictObject(orRanges(terms.shape))
      .meta({
        ...terms.meta(),
        id: termName(name),
        description: `What is known about ${termLabel(name).en}.`,
        example: Object.fromEntries(
          Object.entries(terms.shape).map(([field, schema]) => [
            field,
            describeField(field, schema as z.ZodType)?.example ?? null,
          ]),
        ),
        'x-label-ja': termLabel(name).ja,
      })
      .optional(),
  ]),
);

/** The request as a schema: it validates, and it describes itself in the OpenAPI document. */
export const requestSchema = z.strictObject({ ...orRanges(claimFields), ...optionTerms, ...control }).meta({
  id: 'EvaluateRequest',
  description: 'One receivable, what is known about each way of recovering it, and what is asked for.',
  example: { amount: 1250000, overdue_days: 82 },
});

const FIELDS: Readonly<Record<string, z.ZodType>> = { ...claimFields, ...optionTerms, ...control };

/** Every field that fits into a query string, by its flat name, with its schema. */
export const flatFields: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ...Object.entries(claimFields).filter(([name]) => !(FIELDS[name] instanceof z.ZodOptional && isList(FIELDS[name]))),
  ...[...termSchemas].flatMap(([name, terms]) =>
    Object.entries(terms.shape)
      .filter(([, schema]) => !isList(schema as z.ZodType))
      .map(([field, schema]) => [`${name}.${field}`, schema as z.ZodType] as const),
  ),
  ['options', control.options],
  ['include', control.include],
  ['lang', control.lang],
]);

function isList(schema: z.ZodType): boolean {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  return inner instanceof z.ZodArray;
}

/** Every field of a request as the catalogue shows it, nested names written with a dot. */
export const describedFields = (): DescribedField[] =>
  [
    ...Object.entries(claimFields),
    ...[...termSchemas].flatMap(([name, terms]) =>
      Object.entries(terms.shape).map(([field, schema]) => [`${name}.${field}`, schema as z.ZodType] as const),
    ),
    ...Object.entries(control),
  ].flatMap(([name, schema]) => describeField(name, schema as z.ZodType) ?? []);

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.length <= 64 && value.trim() === '');

/** Without the known names whose cell is empty: an empty cell says nothing. */
function withoutEmpty(input: Bag, known: (name: string) => boolean): Bag {
  const out = bag();
  for (const [name, value] of Object.entries(input)) if (!(isEmpty(value) && known(name))) out[name] = value;
  return out;
}

/** Cut before parsing: one more than the limit is enough to be refused for its length. */
const tidyList = (items: readonly unknown[]): unknown[] =>
  items.slice(0, LIST_MAX + 1).map((item) => (isObject(item) ? withoutEmpty(item, () => true) : item));

interface Mistake extends IssueParams {
  readonly path: Path;
}

/** The words in which the mistakes of a request are told. */
interface Vocabulary {
  readonly labels: ReadonlyMap<string, Text>;
  /** Names that may stand where a path points. */
  readonly namesAt: (path: Path) => readonly string[];
  /** Where every name can be found. */
  readonly listed: Text;
}

/** Names of the fields of a request for people. */
export const FIELD_LABELS: ReadonlyMap<string, Text> = new Map(
  describedFields().map(({ name, label }) => [name, label]),
);

const EVALUATION: Vocabulary = {
  labels: FIELD_LABELS,
  namesAt: ([head, ...rest]) =>
    rest.length === 0 ? [...Object.keys(FIELDS), ...flatFields.keys()] : memberNames(FIELDS[String(head)]),
  listed: { ja: '/v1/fields にある項目名', en: 'a name listed at /v1/fields' },
};

/** Dotted names become objects (`sell.offer` → `{sell: {offer}}`); a name given twice is a mistake. */
function unflatten(input: Bag, mistakes: Mistake[]): Bag {
  const out = bag();
  for (const [name, value] of Object.entries(input)) {
    const dot = name.indexOf('.');
    const head = dot < 0 ? name : name.slice(0, dot);
    // Names that are no objects of ours stay as they are, so that they are refused under the name that was written.
    if (dot < 0 || !(head === 'assumptions' || termSchemas.has(head))) {
      if (name in out) mistakes.push(repeated(name));
      else out[name] = isObject(value) ? Object.assign(bag(), value) : value;
      continue;
    }
    out[head] ??= bag();
    const rest = name.slice(dot + 1);
    const target = out[head];
    if (!isObject(target) || rest in target) mistakes.push(repeated(name));
    else target[rest] = value;
  }
  return out;
}

const repeated = (name: string): Mistake => ({
  path: name.split('.'),
  code: 'repeated_parameter',
  expected: { ja: '一度だけ', en: 'once' },
  detail: { ja: `${echo(name)} が二度書かれています。`, en: `${echo(name)} is given more than once.` },
});

/** Reads a request from parsed JSON, or from an object of flat names. Reports all mistakes at once. */
export function readRequest(input: unknown, surroundings: Surroundings): ReadResult {
  return readBag(input, surroundings, []);
}

/** Reads a request from the name-value pairs of a query string. Names beginning with `_` are ignored. */
export function readQuery(pairs: Iterable<readonly [string, string]>, surroundings: Surroundings): ReadResult {
  const { flat, mistakes } = flatBag(pairs, FIELDS);
  return readBag(flat, surroundings, mistakes);
}

type Fields = Readonly<Record<string, z.ZodType>>;

/** The values of a query by name, and what is wrong with its form. */
function flatBag(pairs: Iterable<readonly [string, string]>, fields: Fields): { flat: Bag; mistakes: Mistake[] } {
  const flat = bag();
  const mistakes: Mistake[] = [];
  for (const [name, value] of pairs) {
    if (name.startsWith('_')) continue;
    if (name in flat) mistakes.push(repeated(name));
    else if (fields[name] !== undefined && isList(fields[name])) {
      mistakes.push({
        path: [name],
        code: 'list_in_query',
        expected: { ja: 'POST の JSON 本文', en: 'a JSON body sent by POST' },
        detail: { ja: 'リストは URL に書けません。', en: 'A list cannot stand in a URL.' },
        value,
      });
    } else flat[name] = value;
  }
  return { flat, mistakes };
}

/** Takes the ranges out of a request: where a number is given as {mean, low, high}, its mean stays in its place. */
function takeRanges(nested: Bag, mistakes: Mistake[]): Record<string, Range> {
  const found = bag() as Record<string, Range>;
  const take = (bagOf: Bag, field: string, path: string[], schema: z.ZodType): void => {
    const value = bagOf[field];
    if (!isObject(value) || !('mean' in value) || !isNumber(schema)) return;
    bagOf[field] = value.mean;
    const read = readEnds(value, path, schema, (at, params) => mistakes.push({ ...params, path: at }));
    if (read !== null) found[path.join('.')] = read;
  };
  for (const [field, schema] of Object.entries(claimFields)) take(nested, field, [field], schema);
  for (const [name, terms] of termSchemas) {
    const object = nested[name];
    if (!isObject(object)) continue;
    nested[name] = Object.assign(bag(), object);
    for (const [field, schema] of Object.entries(terms.shape))
      take(nested[name] as Bag, field, [name, field], schema as z.ZodType);
  }
  return found;
}

const NO_OBJECT: Mistake = {
  path: [],
  code: 'wrong_type',
  expected: { ja: 'JSON のオブジェクト', en: 'a JSON object' },
  detail: { ja: '本文を {…} の形のオブジェクトにしてください。', en: 'Send one object, {…}.' },
};

function readBag(input: unknown, { today, lang: fallback }: Surroundings, mistakes: Mistake[]): ReadResult {
  if (!isObject(input)) {
    return { ok: false, errors: [localised(NO_OBJECT, fallback, EVALUATION)], lang: fallback };
  }
  const nested = unflatten(input, mistakes);
  const ranges = takeRanges(nested, mistakes);
  const tidy = withoutEmpty(nested, (name) => FIELDS[name] !== undefined);
  for (const [name, terms] of termSchemas) {
    const object = tidy[name];
    if (isObject(object)) tidy[name] = withoutEmpty(object, (field) => field in terms.shape);
  }
  if (Array.isArray(tidy.events)) {
    tidy.events = tidyList(tidy.events);
  }
  const wanted = readChoice(tidy.lang, LANGS);
  const lang = wanted.ok ? wanted.value : fallback;

  const parsed = requestSchema.safeParse(tidy, { reportInput: true });
  if (parsed.success && mistakes.length === 0) {
    const claim = completed(parsed.data as Bag, today);
    const broken = checkClaim(claim);
    if (broken.length === 0) return { ok: true, request: { ...composed(claim, parsed.data as Bag, lang), ranges } };
    mistakes.push(...broken);
  } else {
    const issues = parsed.success ? [] : parsed.error.issues;
    for (const issue of issues) mistakes.push(...asMistakes(issue, ERRORS_MAX - mistakes.length, EVALUATION));
    const unread = new Set(mistakes.map(({ path }) => String(path[0])));
    // A day of valuation that was written but not read must not be replaced by today.
    const partial: PartialClaim = completed(readable(claimFields, tidy, unread), today);
    mistakes.push(...checkClaim(unread.has('as_of') ? { ...partial, as_of: undefined } : partial, unread));
  }
  return { ok: false, errors: told(mistakes, lang, EVALUATION), lang };
}

/** A request that has fields only, read in full. */
export type FieldsResult<Data> =
  | { readonly ok: true; readonly data: Data; readonly lang: Lang }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly lang: Lang };

/** A rule between fields that a request breaks. */
export type Broken = Omit<Mistake, 'value'>;

/** Where the fields of a request stand: in the pairs of a query, or in parsed JSON. */
export type Input = { readonly query: readonly (readonly [string, string])[] } | { readonly body: unknown };

/** Looks at what could be read; it is told which fields were given but could not be. */
type Check<F extends Fields> = (
  data: Partial<z.output<z.ZodObject<F>>>,
  unread: ReadonlySet<string>,
) => readonly Broken[];

/**
 * A reader of requests that have these fields and nothing else, by the rules of an evaluation. It is made once: its schema and
 * the words of its mistakes are the same for every request.
 */
export function fieldsReader<F extends Fields>(
  fields: F,
): (input: Input, fallback: Lang, check: Check<F>) => FieldsResult<z.output<z.ZodObject<F>>> {
  const words = vocabularyOf(fields);
  const schema = z.strictObject(fields);
  return (input, fallback, check) => {
    const query = 'query' in input ? flatBag(input.query, fields) : undefined;
    const given = 'body' in input ? input.body : query?.flat;
    if (!isObject(given)) return { ok: false, errors: [localised(NO_OBJECT, fallback, words)], lang: fallback };
    const tidy = withoutEmpty(given, (name) => Object.hasOwn(fields, name));
    for (const [name, value] of Object.entries(tidy)) if (Array.isArray(value)) tidy[name] = tidyList(value);
    const wanted = readChoice(tidy.lang, LANGS);
    const lang = wanted.ok ? wanted.value : fallback;
    const mistakes: Mistake[] = [...(query?.mistakes ?? [])];
    const parsed = schema.safeParse(tidy, { reportInput: true });
    for (const issue of parsed.success ? [] : parsed.error.issues)
      mistakes.push(...asMistakes(issue, ERRORS_MAX - mistakes.length, words));
    const unread = new Set(mistakes.map(({ path }) => String(path[0])));
    const data = parsed.success ? parsed.data : readable(fields, tidy, unread);
    mistakes.push(...check(data as Partial<z.output<z.ZodObject<F>>>, unread));
    return mistakes.length === 0
      ? { ok: true, data: data as z.output<z.ZodObject<F>>, lang }
      : { ok: false, errors: told(mistakes, lang, words), lang };
  };
}

function vocabularyOf(fields: Fields): Vocabulary {
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

/** The names of the members of an object, or of a list's items. */
function memberNames(schema: z.ZodType | undefined): string[] {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  const item = inner instanceof z.ZodArray ? inner.element : inner;
  return item instanceof z.ZodObject ? Object.keys(item.shape) : [];
}

/** The fields that can be read by themselves when the request as a whole cannot. */
function readable(fields: Fields, tidy: Bag, unread: ReadonlySet<string>): Bag {
  const out = bag();
  for (const [name, schema] of Object.entries(fields)) {
    if (tidy[name] === undefined || unread.has(name)) continue;
    const value = schema.safeParse(tidy[name]);
    if (value.success) out[name] = value.data;
  }
  return out;
}

/** The claim fields of a parsed request, with the three that are never missing. */
function completed(data: Bag, today: Day): Claim {
  const claim: Bag = {};
  for (const name of Object.keys(claimFields)) if (data[name] !== undefined) claim[name] = data[name];
  claim.as_of ??= today;
  claim.jurisdiction ??= DEFAULT_JURISDICTION;
  claim.currency ??= lawOf(claim.jurisdiction as string).currency;
  return claim as unknown as Claim;
}

function composed(claim: Claim, data: Bag, lang: Lang): Omit<EvaluationRequest, 'ranges'> {
  const terms: Bag = {};
  for (const name of termSchemas.keys()) if (data[name] !== undefined) terms[name] = data[name];
  const wanted = data.options as readonly string[] | undefined;
  return {
    claim,
    terms,
    assumptions: (data.assumptions ?? {}) as Record<string, Override>,
    options:
      wanted === undefined
        ? OPTION_IDS
        : stated
            .filter(({ id, group }) => wanted.includes(id) || (group !== undefined && wanted.includes(group)))
            .map(({ id }) => id),
    include: (data.include ?? DEFAULT_INCLUDES) as readonly Include[],
    lang,
  };
}

/** An issue of zod as mistakes; a list of unknown names makes one mistake each, at most `room` of them. */
function asMistakes(issue: z.core.$ZodIssue, room: number, words: Vocabulary): Mistake[] {
  const { path } = issue;
  if (issue.code === 'custom') {
    const [params] = saidIn([issue]);
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
      detail: { ja: `${echo(issue.input)} はこの項目に書けません。`, en: `${echo(issue.input)} cannot stand here.` },
      value: issue.input,
    },
  ];
}

function unknownField(path: Path, key: string, { namesAt, listed }: Vocabulary): Mistake {
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

const pointerOf = (path: Path): string =>
  path.map((part) => `/${echo(String(part)).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The first mistakes in a language. */
const told = (mistakes: readonly Mistake[], lang: Lang, words: Vocabulary): FieldError[] =>
  mistakes.slice(0, ERRORS_MAX).map((mistake) => localised(mistake, lang, words));

function localised({ path, code, detail, expected, value }: Mistake, lang: Lang, { labels }: Vocabulary): FieldError {
  const parameter = path.map((part) => echo(String(part))).join('.');
  const label = code === 'unknown_field' ? undefined : labels.get(parameter);
  const colon = lang === 'ja' ? '：' : ': ';
  return {
    code,
    pointer: pointerOf(path),
    parameter,
    detail: label === undefined ? detail[lang] : `${label[lang]}${colon}${detail[lang]}`,
    expected: expected[lang],
    ...(value === undefined || value === null ? {} : { value: echo(value) }),
  };
}

/** Text that is equal for equal values: keys sorted, amounts as decimals, absent members left out. */
export function canonical(value: unknown): string {
  if (value === undefined) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if ('toFixed' in value && typeof value.toFixed === 'function') return JSON.stringify(value.toFixed());
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}

/** What an answer follows from, as canonical text: neither the language nor the parts asked for change a figure. */
export const canonicalInput = ({ claim, terms, assumptions, options, ranges }: EvaluationRequest): string =>
  canonical({ claim, terms, assumptions, options, ...(Object.keys(ranges).length === 0 ? {} : { ranges }) });
