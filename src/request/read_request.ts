// Reads the whole request of an evaluation from JSON or from a query, and reports all of its mistakes at once.

import type * as z from 'zod';
import type { Override } from '../assumptions/values.ts';
import type { Claim, PartialClaim } from '../claim/claim.ts';
import { claimFields } from '../claim/claim_fields.ts';
import { claimObjects } from '../claim/claim_objects.ts';
import { checkClaim } from '../claim/rules.ts';
import { holdsNumber, readEnds, type StatedRange } from '../fields/range.ts';
import { readChoice } from '../fields/word.ts';
import { DEFAULT_JURISDICTION, lawOf } from '../law/jurisdictions.ts';
import type { FieldError } from '../problem.ts';
import type { Day } from '../values/day.ts';
import { LANGS, type Lang } from '../values/text.ts';
import { REQUEST_FIELDS, REQUEST_VOCABULARY, requestSchema } from './composition.ts';
import { DEFAULT_INCLUDES, type Include } from './control_fields.ts';
import { fractionMistakes } from './currency_digits.ts';
import {
  ERRORS_MAX,
  type LocatedMistake,
  localisedMistake,
  localisedMistakes,
  mistakesOfIssue,
  NO_OBJECT,
  repeatedName,
} from './mistakes.ts';
import { OPTIONS, objectSchemas, termFields, termSchemas } from './options.ts';
import {
  cutList,
  emptyObject,
  isRawObject,
  type RawObject,
  readableFields,
  readPairs,
  withoutBlanks,
} from './raw_object.ts';

/** A request that could be read in full. */
export interface EvaluationRequest {
  readonly claim: Claim;
  /** Terms that the caller stated, by option id or name of a group; absent where none were stated. */
  readonly terms: Readonly<Record<string, unknown>>;
  /** Numbers that replace defaults, by path. */
  readonly assumptions: Readonly<Record<string, Override>>;
  /** Ranges of numbers of the request, by flat name: 90 % of what the caller thinks possible. */
  readonly ranges: Readonly<Record<string, StatedRange>>;
  /** Ids of the options to consider, sorted. */
  readonly options: readonly string[];
  readonly include: readonly Include[];
  /** Text of the caller that the answer repeats. */
  readonly reference: string | null;
  /** The version of the model that the caller counts on; null for any. */
  readonly expect_model_version: string | null;
  readonly lang: Lang;
}

/** What holds where a request does not say. */
export interface Surroundings {
  /** Today in the jurisdiction, for a request without `as_of`; where there is no clock, what is said to such a request. */
  readonly today: Day | LocatedMistake;
  /** Language of a request without `lang`. */
  readonly lang: Lang;
}

/** A request that was read, or every mistake in it. */
export type ReadResult =
  | { readonly ok: true; readonly request: EvaluationRequest }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly lang: Lang };

/** Dotted names become objects (`sell.offer` → `{sell: {offer}}`); a name given twice is a mistake. */
function unflatten(input: RawObject, mistakes: LocatedMistake[]): RawObject {
  const out = emptyObject();
  for (const [name, value] of Object.entries(input)) {
    const dot = name.indexOf('.');
    const head = dot < 0 ? name : name.slice(0, dot);
    // Any other dotted name is kept, so that it is refused as it was written.
    if (dot < 0 || !(head === 'assumptions' || objectSchemas.has(head))) {
      if (name in out) mistakes.push(repeatedName(name));
      else out[name] = isRawObject(value) ? Object.assign(emptyObject(), value) : value;
      continue;
    }
    out[head] ??= emptyObject();
    const rest = name.slice(dot + 1);
    const target = out[head];
    if (!isRawObject(target) || rest in target) mistakes.push(repeatedName(name));
    else target[rest] = value;
  }
  return out;
}

/** Reads a request from parsed JSON, or from an object of flat names. Reports all mistakes at once. */
export function readRequest(input: unknown, surroundings: Surroundings): ReadResult {
  return readObject(input, surroundings, []);
}

/** Reads a request from the name-value pairs of a query string. Names beginning with `_` are ignored. */
export function readQueryRequest(pairs: Iterable<readonly [string, string]>, surroundings: Surroundings): ReadResult {
  const { flat, mistakes } = readPairs(pairs, REQUEST_FIELDS);
  return readObject(flat, surroundings, mistakes);
}

/** Takes the ranges out of a request: where a number is given as {mean, low, high}, its mean stays in its place. */
function takeRanges(nested: RawObject, mistakes: LocatedMistake[]): Record<string, StatedRange> {
  const found = emptyObject() as Record<string, StatedRange>;
  // Most requests, and nearly all rows of ledgers, hold nothing but scalars.
  if (!Object.values(nested).some(isRawObject)) return found;
  const take = (holder: RawObject, field: string, path: string[], schema: z.ZodType): void => {
    const value = holder[field];
    if (!isRawObject(value) || !('mean' in value) || !holdsNumber(schema)) return;
    holder[field] = value.mean;
    const read = readEnds(value, path, schema, (at, params) => mistakes.push({ ...params, path: at }));
    if (read !== null) found[path.join('.')] = read;
  };
  for (const [field, schema] of Object.entries(claimFields)) take(nested, field, [field], schema);
  for (const [name, terms] of objectSchemas) {
    const stated = nested[name];
    if (!isRawObject(stated)) continue;
    const own = Object.assign(emptyObject(), stated);
    nested[name] = own;
    for (const [field, schema] of termFields(terms)) take(own, field, [name, field], schema);
  }
  return found;
}

/** The members of a request in the order of its schema. */
const MEMBERS: readonly (readonly [name: string, schema: z.ZodType])[] = Object.entries(requestSchema.shape);
/** Those that no request lacks. */
const NEEDED: readonly string[] = MEMBERS.flatMap(([name, { type }]) => (type === 'optional' ? [] : [name]));

/**
 * The values of a request, member by member: of more than a hundred that there could be, a row of a ledger has ten, and the schema of the
 * whole would visit all. Undefined where anything is wrong, because that schema says best what.
 */
function memberValues(tidy: RawObject): RawObject | undefined {
  const values = emptyObject();
  let known = 0;
  for (const [name, schema] of MEMBERS) {
    if (!(name in tidy)) continue;
    const read = schema.safeParse(tidy[name]);
    if (!read.success) return undefined;
    values[name] = read.data;
    known++;
  }
  return known === Object.keys(tidy).length && NEEDED.every((name) => name in values) ? values : undefined;
}

/** Reads the values of a request; `mistakes` holds those of its form. */
function readObject(input: unknown, { today, lang: fallback }: Surroundings, mistakes: LocatedMistake[]): ReadResult {
  if (!isRawObject(input)) {
    return { ok: false, errors: [localisedMistake(NO_OBJECT, fallback, REQUEST_VOCABULARY)], lang: fallback };
  }
  const nested = unflatten(input, mistakes);
  const ranges = takeRanges(nested, mistakes);
  const tidy = withoutBlanks(nested, (name) => REQUEST_FIELDS[name] !== undefined);
  for (const [name, terms] of objectSchemas) {
    const object = tidy[name];
    if (isRawObject(object)) tidy[name] = withoutBlanks(object, (field) => field in terms.shape);
  }
  if (Array.isArray(tidy.events)) {
    tidy.events = cutList(tidy.events);
  }
  const wanted = readChoice(tidy.lang, LANGS);
  const lang = wanted.ok ? wanted.value : fallback;
  if (typeof today !== 'string' && tidy.as_of === undefined) mistakes.push(today);

  const quick = memberValues(tidy);
  const parsed = quick === undefined ? requestSchema.safeParse(tidy, { reportInput: true }) : undefined;
  const values = quick ?? (parsed?.data as RawObject | undefined);
  const readable = values ?? readableFields(REQUEST_FIELDS, tidy, new Set());
  const fractions = fractionMistakes({ fields: REQUEST_FIELDS, raw: tidy, data: readable, ranges });
  if (values !== undefined && mistakes.length === 0 && fractions.length === 0) {
    const claim = claimFrom(values, today);
    const broken = checkClaim(claim);
    if (broken.length === 0) return { ok: true, request: { ...requestFrom(claim, values, lang), ranges } };
    mistakes.push(...broken);
  } else {
    for (const issue of parsed?.error?.issues ?? [])
      mistakes.push(...mistakesOfIssue(issue, ERRORS_MAX - mistakes.length, REQUEST_VOCABULARY));
    mistakes.push(...fractions);
    const unread = new Set(mistakes.map(({ path }) => String(path[0])));
    // A day of valuation that was written but not read must not be replaced by today.
    const partial: PartialClaim = claimFrom(readableFields({ ...claimFields, ...claimObjects }, tidy, unread), today);
    mistakes.push(...checkClaim(unread.has('as_of') ? { ...partial, as_of: undefined } : partial, unread));
  }
  return { ok: false, errors: localisedMistakes(mistakes, lang, REQUEST_VOCABULARY), lang };
}

const CLAIM_NAMES: readonly string[] = [...Object.keys(claimFields), ...Object.keys(claimObjects)];

/** The claim fields of a parsed request, with the three that are never missing but for a day that nobody knows. */
function claimFrom(data: RawObject, today: Surroundings['today']): Claim {
  const claim: RawObject = {};
  for (const name of CLAIM_NAMES) if (data[name] !== undefined) claim[name] = data[name];
  claim.as_of ??= today;
  claim.jurisdiction ??= DEFAULT_JURISDICTION;
  claim.currency ??= lawOf(claim.jurisdiction as string).currency;
  return claim as unknown as Claim;
}

const ALL_OPTIONS: readonly string[] = OPTIONS.map(({ id }) => id);

/** The options that are considered where these are wanted, by their ids or by the name of their group. */
const consideredAmong = (wanted: readonly string[]): readonly string[] =>
  OPTIONS.filter(({ id, group }) => wanted.includes(id) || (group !== undefined && wanted.includes(group))).map(
    ({ id }) => id,
  );

/** The request of a claim that keeps its rules. */
function requestFrom(claim: Claim, data: RawObject, lang: Lang): Omit<EvaluationRequest, 'ranges'> {
  const terms: RawObject = {};
  for (const name of termSchemas.keys()) if (data[name] !== undefined) terms[name] = data[name];
  const wanted = data.options as readonly string[] | undefined;
  return {
    claim,
    terms,
    assumptions: (data.assumptions ?? {}) as Record<string, Override>,
    options: wanted === undefined ? ALL_OPTIONS : consideredAmong(wanted),
    reference: (data.reference as string | undefined) ?? null,
    expect_model_version: (data.expect_model_version as string | undefined) ?? null,
    include: (data.include ?? DEFAULT_INCLUDES) as readonly Include[],
    lang,
  };
}
