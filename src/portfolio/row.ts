// One row of a ledger: as it came, and as a request of its own with the defaults of the ledger. A row that cannot be read keeps its
// place, its id and its errors.

import type { FieldPath } from '../fields/mistake.ts';
import { echo } from '../fields/reading.ts';
import { type FieldError, inputProblem, type ProblemCode, parameterError } from '../problem.ts';
import { flatFields } from '../request/composition.ts';
import { repeatedPaths } from '../request/mistakes.ts';
import { isRawObject } from '../request/raw_object.ts';
import { type EvaluationRequest, readRequest, type Surroundings } from '../request/read_request.ts';
import type { Lang, Text } from '../values/text.ts';

/** What to know about how a row was read. */
export interface RowNote {
  readonly code: string;
  readonly text: Text;
}

/** A row as it came, before its fields are read. */
export interface RawRow {
  /** Place among the rows, from 0. */
  readonly index: number;
  /** Line of the file or table, from 1; absent for a row of a JSON list. */
  readonly line?: number;
  /** Fields of a request, flat or nested, with `id` and `debtor_id` beside them. */
  readonly given: unknown;
  readonly notes?: readonly RowNote[];
  /** Places of members that are written more than once. */
  readonly repeated?: readonly FieldPath[];
  /** Why the row is no record at all. */
  readonly unread?: ProblemCode;
}

/** What every row of a ledger has, whether it can be read or not. */
interface IdentifiedRow {
  readonly raw: RawRow;
  /** The id that the caller gives the row; null without one. */
  readonly id: string | null;
  /** The id that the caller gives the debtor; null without one. */
  readonly debtor_id: string | null;
}

/** A row that can be evaluated. */
export interface ClaimRow extends IdentifiedRow {
  readonly request: EvaluationRequest;
}

/** A row that cannot be evaluated, and why. */
export interface RefusedRow extends IdentifiedRow {
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
}

/** Values of the fields of a record by name, not read yet. */
export type FieldValues = Readonly<Record<string, unknown>>;

/** Characters of a name that the caller gives a row or a debtor. */
const ID_MAX = 200;

/** Objects whose members are fields of their own. */
const NESTED_FIELDS: ReadonlySet<string> = new Set([
  'assumptions',
  ...[...flatFields.keys()].filter((name) => name.includes('.')).map((name) => name.slice(0, name.indexOf('.'))),
]);

const isEmptyValue = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** Sets the fields of a record in `target` by their flat names. An empty value leaves what was set before. */
function setFields(record: FieldValues, target: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(record)) {
    if (isRawObject(value) && NESTED_FIELDS.has(name)) {
      for (const [member, inner] of Object.entries(value))
        if (!isEmptyValue(inner)) target[`${name}.${member}`] = inner;
    } else if (!isEmptyValue(value)) target[name] = value;
  }
}

/** The fields of a row by flat names, with the defaults of its ledger where the row says nothing. */
function withDefaults(defaults: FieldValues, row: FieldValues): Record<string, unknown> {
  const fields = Object.create(null) as Record<string, unknown>;
  setFields(defaults, fields);
  setFields(row, fields);
  return fields;
}

/** A name that the caller gives, as text without spaces around it; null when there is none. */
function readName(value: unknown, field: string, lang: Lang): { name: string | null; error?: FieldError } {
  if (isEmptyValue(value)) return { name: null };
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  if (typeof text === 'string' && text.trim().length <= ID_MAX) return { name: text.trim() };
  const expected = { ja: `${ID_MAX}文字までの文字列`, en: `a text of at most ${ID_MAX} characters` }[lang];
  const detail = { ja: `${echo(value)} は名前に使えません。`, en: `${echo(value)} cannot be a name.` }[lang];
  return {
    name: null,
    error: parameterError(field, typeof text === 'string' ? 'too_long' : 'wrong_type', detail, expected),
  };
}

/** The debtor that a row names, or its ledger for every row, before anything else of it is read; null for none that can be read. */
export function debtorNamed({ given, unread }: RawRow, defaults: FieldValues): string | null {
  if (unread !== undefined || !isRawObject(given)) return null;
  const { debtor_id: own } = given;
  return readName(isEmptyValue(own) ? defaults.debtor_id : own, 'debtor_id', 'ja').name;
}

/** Reads a row as a request, with the defaults of its ledger. `surroundings` supply today and the language. */
export function readRow(raw: RawRow, defaults: FieldValues, surroundings: Surroundings): ClaimRow | RefusedRow {
  const { given, unread, repeated = [] } = raw;
  if (unread !== undefined || !isRawObject(given)) {
    const read = readRequest(given, surroundings);
    const errors = unread !== undefined || read.ok ? [] : read.errors;
    return { raw, id: null, debtor_id: null, code: unread ?? inputProblem(errors), errors };
  }
  const { id, debtor_id, ...fields } = withDefaults(defaults, given);
  const read = readRequest(fields, surroundings);
  const lang = read.ok ? read.request.lang : read.lang;
  const name = readName(id, 'id', lang);
  const debtor = readName(debtor_id, 'debtor_id', lang);
  const identified = { raw, id: name.name, debtor_id: debtor.name };
  const own = [name.error, debtor.error].filter((error) => error !== undefined);
  const errors = [...own, ...repeatedPaths(repeated, lang), ...(read.ok ? [] : read.errors)];
  return read.ok && errors.length === 0
    ? { ...identified, request: read.request }
    : { ...identified, code: inputProblem(errors), errors };
}

/** The errors in the defaults of a ledger, so that they can be reported once instead of on every row. */
export function errorsInDefaults(defaults: FieldValues, surroundings: Surroundings): readonly FieldError[] {
  const stated = withDefaults({}, defaults);
  // Any claim will do, because only errors in the defaults are reported.
  const claim = { amount: 1, ...('due_date' in stated ? {} : { overdue_days: 1 }) };
  const read = readRequest({ ...claim, ...stated }, surroundings);
  if (read.ok) return [];
  const names = Object.keys(stated);
  return read.errors.filter(({ parameter }) =>
    names.some((name) => parameter === name || parameter.startsWith(`${name}.`) || name.startsWith(`${parameter}.`)),
  );
}
