// One axis of a grid: which number moves, a field of the request or an assumption, and over which values; read with every mistake at
// its place.

import * as z from 'zod';
import type { Axis } from '../analysis/grid.ts';
import { catalogueEntry } from '../assumptions/values.ts';
import { type FieldMistake, fieldMistakesIn } from '../fields/mistake.ts';
import { didYouMean, nearest } from '../fields/nearest.ts';
import { readDecimal } from '../fields/number.ts';
import { echo, type Reading } from '../fields/reading.ts';
import type { quantity } from '../report/quantity.ts';
import { flatFields } from '../request/composition.ts';
import { NUMERIC_FIELDS } from '../request/numeric_inputs.ts';
import { ASSUMPTION_IDS, readNumberFor } from '../request/overrides.ts';
import { Fault } from '../values/fault.ts';
import type { Text } from '../values/text.ts';

/** Values along one axis. */
export const AXIS_VALUES_MAX = 25;
const STEPS_DEFAULT = 11;

/** An axis of a grid with its name and the unit in which its values are written. */
export interface GridAxis extends Axis {
  readonly id: string;
  readonly label: Text;
  readonly unit: Parameters<typeof quantity>[1];
}

/** A number that can move along an axis, and how its values are read. */
interface Movable extends Pick<GridAxis, 'label' | 'unit' | 'along'> {
  /** Only whole values have a meaning. */
  readonly isWhole: boolean;
  readonly read: (value: unknown) => Reading<number> | ({ readonly ok: false } & FieldMistake);
}

/** Reads a number as its field of the request is read. */
function readField(schema: z.ZodType, value: unknown): ReturnType<Movable['read']> {
  const read = schema.safeParse(value, { reportInput: true });
  if (read.success) return { ok: true, value: Number(read.data) };
  const [refusal] = fieldMistakesIn(read.error.issues);
  if (refusal === undefined) throw new Fault('a field refuses a number without saying why');
  return { ok: false, ...refusal };
}

/** The fields that hold a number. */
const MOVABLE_FIELDS: ReadonlyMap<string, Movable> = new Map(
  NUMERIC_FIELDS.flatMap(({ name, label, kind }) => {
    const schema = flatFields.get(name);
    if (schema === undefined) return [];
    const isWhole = kind === 'count' || kind === 'amount';
    const along = { name, kind };
    return [[name, { label, unit: kind, along, isWhole, read: (value: unknown) => readField(schema, value) }]];
  }),
);

/** What can move under a name: a field that holds a number, else an assumption. */
function movableOf(id: string): Movable | undefined {
  const entry = catalogueEntry(id);
  return (
    MOVABLE_FIELDS.get(id) ??
    (entry && {
      label: entry.label,
      unit: entry.unit,
      along: { assumption: id },
      isWhole: false,
      read: (value) => readNumberFor(id, value),
    })
  );
}

/** A mistake in an axis at its place. */
interface AxisError extends FieldMistake {
  readonly path: PropertyKey[];
}

const AXIS_SHAPE: Text = {
  ja: '{"id": 項目名, "values": [数, …]} または {"id": 項目名, "from": 数, "to": 数, "steps": 数}',
  en: '{"id": name, "values": [number, …]} or {"id": name, "from": number, "to": number, "steps": number}',
};

const AXIS_MEMBERS = ['id', 'values', 'from', 'to', 'steps'];

/** Members that no axis has. */
const unknownMembers = (given: Record<string, unknown>): AxisError[] =>
  Object.keys(given)
    .slice(0, AXIS_VALUES_MAX)
    .filter((name) => !AXIS_MEMBERS.includes(name))
    .map((name) => ({
      path: [name],
      code: 'unknown_field',
      expected: { ja: AXIS_MEMBERS.join('、'), en: AXIS_MEMBERS.join(', ') },
      detail: { ja: `「${echo(name)}」という項目はありません。`, en: `There is no field "${echo(name)}".` },
    }));

/** The mistake of naming nothing that can move. */
function notMovable(id: unknown): AxisError {
  const name = typeof id === 'string' ? id : undefined;
  const near = name === undefined ? undefined : nearest(name, [...MOVABLE_FIELDS.keys(), ...ASSUMPTION_IDS]);
  const hint = didYouMean(near);
  return {
    path: ['id'],
    code: name === undefined ? 'missing' : 'unknown_value',
    expected: {
      ja: near ?? '/v1/fields の数の項目、または /v1/assumptions のパス',
      en: near ?? 'a numeric field of /v1/fields, or a path of /v1/assumptions',
    },
    detail:
      name === undefined
        ? { ja: '動かす数の名前がありません。', en: 'The number to move is not named.' }
        : { ja: `「${echo(name)}」は動かせません。${hint.ja}`, en: `"${echo(name)}" cannot be moved.${hint.en}` },
    value: id,
  };
}

/** Reads one number of an axis; a mistake is noted and counts as 0. */
type ReadAxisNumber = (value: unknown, path: PropertyKey[]) => number;

/** An axis, with every mistake at its place. */
function readAxis(value: unknown): GridAxis | AxisError[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const code = value === undefined ? 'missing' : 'wrong_type';
    const detail = { ja: '動かす数とその値を書いてください。', en: 'Say which number moves, and over which values.' };
    return [{ path: [], code, expected: AXIS_SHAPE, detail }];
  }
  const given = value as Record<string, unknown>;
  const errors = unknownMembers(given);
  const { id } = given;
  const movable = typeof id === 'string' ? movableOf(id) : undefined;
  if (typeof id !== 'string' || movable === undefined) return [...errors, notMovable(id)];
  const { label, unit, along, isWhole } = movable;
  const readNumber: ReadAxisNumber = (stated, path) => {
    const read = movable.read(stated);
    if (read.ok) return read.value;
    errors.push({ path, code: read.code, expected: read.expected, detail: read.detail, value: stated });
    return 0;
  };
  const values =
    'values' in given ? listedValues(given.values, readNumber, errors) : spacedValues(given, readNumber, errors);
  if (errors.length > 0) return errors;
  return { id, label, unit, along, values: [...new Set(isWhole ? values.map(Math.round) : values)] };
}

/** The values of a list. */
function listedValues(values: unknown, readNumber: ReadAxisNumber, errors: AxisError[]): number[] {
  const isList = Array.isArray(values) && values.length > 0 && values.length <= AXIS_VALUES_MAX;
  if (isList) return values.map((value: unknown, i) => readNumber(value, ['values', i]));
  errors.push({
    path: ['values'],
    code: Array.isArray(values) && values.length > AXIS_VALUES_MAX ? 'too_many' : 'wrong_type',
    expected: { ja: `1～${AXIS_VALUES_MAX}個の数のリスト`, en: `a list of 1 to ${AXIS_VALUES_MAX} numbers` },
    detail: { ja: '値のリストを書いてください。', en: 'Give a list of values.' },
    value: values,
  });
  return [];
}

/** Values at equal distances from the first to the last. */
function spacedValues(given: Record<string, unknown>, readNumber: ReadAxisNumber, errors: AxisError[]): number[] {
  const { from, to, steps } = given;
  const [first, last] = [readNumber(from, ['from']), readNumber(to, ['to'])];
  const count =
    steps === undefined
      ? { ok: true as const, value: STEPS_DEFAULT }
      : readDecimal(steps, { min: 2, max: AXIS_VALUES_MAX });
  if (!count.ok) {
    errors.push({ path: ['steps'], code: count.code, expected: count.expected, detail: count.detail, value: steps });
    return [];
  }
  const n = Math.round(count.value);
  // Rounded far below what matters, so that 0.1 + 0.2 is written 0.3.
  return Array.from({ length: n }, (_, i) => Number((first + ((last - first) * i) / (n - 1)).toPrecision(12)));
}

/** The field of a request that names an axis. */
export const gridAxis = (description: string, example: object) =>
  z
    .unknown()
    .transform((value, context): GridAxis => {
      const read = readAxis(value);
      if (!Array.isArray(read)) return read;
      for (const { path, detail, ...params } of read)
        context.addIssue({ code: 'custom', message: detail.en, path, params: { ...params, detail } });
      return z.NEVER;
    })
    .meta({
      type: 'object',
      properties: {
        id: { type: 'string', description: 'Numeric field of the request, or path of an assumption.' },
        values: {
          type: 'array',
          items: { type: ['number', 'string'] },
          maxItems: AXIS_VALUES_MAX,
          description: 'Values to try.',
        },
        from: { type: ['number', 'string'], description: 'First value, instead of a list.' },
        to: { type: ['number', 'string'], description: 'Last value.' },
        steps: {
          type: 'integer',
          minimum: 2,
          maximum: AXIS_VALUES_MAX,
          description: 'Number of values from first to last.',
        },
      },
      required: ['id'],
      additionalProperties: false,
      description,
      example,
    });
