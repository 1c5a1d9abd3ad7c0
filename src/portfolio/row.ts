// One row of a ledger: as it came, and read as a request of its own over the defaults of the ledger. A row that cannot be read keeps
// its place, its id and its mistakes.

import { echo } from '../fields/reading.ts';
import { type FieldError, inputProblem, type ProblemCode, parameterError } from '../problem.ts';
import { flatFields } from '../request/composition.ts';
import { type EvaluationRequest, readRequest, type Surroundings } from '../request/read_request.ts';
import type { Lang, Text } from '../values/text.ts';

/** Something to know about a row that its figures do not tell. */
export interface Note {
  readonly code: string;
  readonly text: Text;
}

/** A row as it came. */
export interface Entry {
  /** Place among the rows, from 0. */
  readonly index: number;
  /** Line of the file or table it stands on, from 1. */
  readonly line?: number;
  /** Fields of a request, flat or nested, with `id` and `debtor_id` among them. */
  readonly given: unknown;
  readonly notes?: readonly Note[];
  /** Why the row is no record at all. */
  readonly unread?: ProblemCode;
}

/** What every row of a ledger has. */
interface Placed {
  readonly entry: Entry;
  readonly id: string | null;
  readonly debtor_id: string | null;
}

/** A row that can be evaluated. */
export interface Row extends Placed {
  readonly request: EvaluationRequest;
}

/** A row that cannot, and why. */
export interface Refused extends Placed {
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
}

export type Fields = Readonly<Record<string, unknown>>;

/** Characters of a name that the caller gives a row or a debtor. */
const ID_MAX = 200;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Objects whose members are fields of their own. */
const HEADS: ReadonlySet<string> = new Set([
  'assumptions',
  ...[...flatFields.keys()].filter((name) => name.includes('.')).map((name) => name.slice(0, name.indexOf('.'))),
]);

const saysNothing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** Sets the fields of a record by their flat names; empty cells say nothing, so that what was there stays. */
function lay(record: Fields, out: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(record)) {
    if (isRecord(value) && HEADS.has(name)) {
      for (const [member, inner] of Object.entries(value)) if (!saysNothing(inner)) out[`${name}.${member}`] = inner;
    } else if (!saysNothing(value)) out[name] = value;
  }
}

/** A row over the defaults of its ledger, by flat names. */
export function over(defaults: Fields, row: Fields): Record<string, unknown> {
  const out = Object.create(null) as Record<string, unknown>;
  lay(defaults, out);
  lay(row, out);
  return out;
}

/** A name given by the caller, as text; null when there is none. */
function readName(value: unknown, field: string, lang: Lang): { name: string | null; error?: FieldError } {
  if (saysNothing(value)) return { name: null };
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  if (typeof text === 'string' && text.trim().length <= ID_MAX) return { name: text.trim() };
  const expected = { ja: `${ID_MAX}文字までの文字列`, en: `a text of at most ${ID_MAX} characters` }[lang];
  const detail = { ja: `${echo(value)} は名前に使えません。`, en: `${echo(value)} cannot be a name.` }[lang];
  return {
    name: null,
    error: parameterError(field, typeof text === 'string' ? 'too_long' : 'wrong_type', detail, expected),
  };
}

/** Reads a row over the defaults of its ledger. */
export function readEntry(entry: Entry, defaults: Fields, surroundings: Surroundings): Row | Refused {
  const { given } = entry;
  if (entry.unread !== undefined || !isRecord(given)) {
    const read = readRequest(given, surroundings);
    const errors = entry.unread !== undefined || read.ok ? [] : read.errors;
    return { entry, id: null, debtor_id: null, code: entry.unread ?? inputProblem(errors), errors };
  }
  const { id, debtor_id, ...fields } = over(defaults, given);
  const read = readRequest(fields, surroundings);
  const lang = read.ok ? read.request.lang : read.lang;
  const own = readName(id, 'id', lang);
  const debtor = readName(debtor_id, 'debtor_id', lang);
  const named = { entry, id: own.name, debtor_id: debtor.name };
  const errors = [own.error, debtor.error, ...(read.ok ? [] : read.errors)].filter((error) => error !== undefined);
  return read.ok && errors.length === 0
    ? { ...named, request: read.request }
    : { ...named, code: inputProblem(errors), errors };
}

/** The mistakes in the defaults of a ledger, told once instead of on every row. */
export function mistakesIn(defaults: Fields, surroundings: Surroundings): readonly FieldError[] {
  const named = over({}, defaults);
  // Any claim will do: what is wrong with it alone is not told.
  const claim = { amount: 1, ...('due_date' in named ? {} : { overdue_days: 1 }) };
  const read = readRequest({ ...claim, ...named }, surroundings);
  if (read.ok) return [];
  const names = Object.keys(named);
  return read.errors.filter(({ parameter }) =>
    names.some((name) => parameter === name || parameter.startsWith(`${name}.`) || name.startsWith(`${parameter}.`)),
  );
}
