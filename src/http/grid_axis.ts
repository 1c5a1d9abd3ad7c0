// One side of a grid: which number moves, a field of the request or an assumption, and over which values; read with every mistake at
// its place.

import { z } from 'zod';
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
import type { Text } from '../values/text.ts';

/** Values along one side. */
export const SIDE_MAX = 25;
const STEPS_DEFAULT = 11;

/** A side of the grid with its name and how its numbers are read. */
export interface Side extends Axis {
  readonly id: string;
  readonly label: Text;
  readonly unit: Parameters<typeof quantity>[1];
}

/** What can be moved: the fields that hold a number, then the assumptions. */
const INPUTS = new Map(NUMERIC_FIELDS.map((field) => [field.name, field]));

interface Refusal extends FieldMistake {
  readonly path: PropertyKey[];
}

const refusal = (path: PropertyKey[], code: string, expected: Text, detail: Text, value?: unknown): Refusal => ({
  path,
  code,
  expected,
  detail,
  value,
});

/** One number of a side, read as its field or its assumption is read. */
function readOne(id: string, value: unknown): Reading<number> | ({ readonly ok: false } & FieldMistake) {
  if (!INPUTS.has(id)) return readNumberFor(id, value);
  const read = flatFields.get(id)!.safeParse(value, { reportInput: true });
  if (read.success) return { ok: true, value: Number(read.data) };
  return { ok: false, ...fieldMistakesIn(read.error.issues)[0]! };
}

const SIDE: Text = {
  ja: '{"id": 項目名, "values": [数, …]} または {"id": 項目名, "from": 数, "to": 数, "steps": 数}',
  en: '{"id": name, "values": [number, …]} or {"id": name, "from": number, "to": number, "steps": number}',
};

const MEMBERS = ['id', 'values', 'from', 'to', 'steps'];

/** A side of the grid, with every mistake at its place. */
function readSide(value: unknown): Side | Refusal[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [
      refusal([], value === undefined ? 'missing' : 'wrong_type', SIDE, {
        ja: '動かす数とその値を書いてください。',
        en: 'Say which number moves, and over which values.',
      }),
    ];
  const given = value as Record<string, unknown>;
  const found: Refusal[] = [];
  for (const name of Object.keys(given).slice(0, SIDE_MAX))
    if (!MEMBERS.includes(name))
      found.push(
        refusal(
          [name],
          'unknown_field',
          { ja: MEMBERS.join('、'), en: MEMBERS.join(', ') },
          { ja: `「${echo(name)}」という項目はありません。`, en: `There is no field "${echo(name)}".` },
        ),
      );
  const { id } = given;
  const input = typeof id === 'string' ? INPUTS.get(id) : undefined;
  const entry = typeof id === 'string' ? catalogueEntry(id) : undefined;
  if (typeof id !== 'string' || (!input && !entry)) {
    const near = typeof id === 'string' ? nearest(id, [...INPUTS.keys(), ...ASSUMPTION_IDS]) : undefined;
    return [
      ...found,
      refusal(
        ['id'],
        typeof id === 'string' ? 'unknown_value' : 'missing',
        {
          ja: near ?? '/v1/fields の数の項目、または /v1/assumptions のパス',
          en: near ?? 'a numeric field of /v1/fields, or a path of /v1/assumptions',
        },
        {
          ja: `${typeof id === 'string' ? `「${echo(id)}」は動かせません。` : '動かす数の名前がありません。'}${didYouMean(near).ja}`,
          en: `${typeof id === 'string' ? `"${echo(id)}" cannot be moved.` : 'The number to move is not named.'}${didYouMean(near).en}`,
        },
        id,
      ),
    ];
  }
  const one = (at: unknown, path: PropertyKey[]): number => {
    const read = readOne(id, at);
    if (read.ok) return read.value;
    found.push({ path, code: read.code, expected: read.expected, detail: read.detail, value: at });
    return 0;
  };
  const values = 'values' in given ? listed(given.values, one, found) : spaced(given, one, found);
  if (found.length > 0) return found;
  const steps = [...new Set(input?.kind === 'count' || input?.kind === 'amount' ? values.map(Math.round) : values)];
  return {
    id,
    label: input?.label ?? entry!.label,
    unit: input?.kind ?? entry!.unit,
    along: input ? { name: id, kind: input.kind } : { assumption: id },
    values: steps,
  };
}

type One = (at: unknown, path: PropertyKey[]) => number;

function listed(values: unknown, one: One, found: Refusal[]): number[] {
  const isList = Array.isArray(values) && values.length > 0 && values.length <= SIDE_MAX;
  if (isList) return values.map((at: unknown, i) => one(at, ['values', i]));
  found.push(
    refusal(
      ['values'],
      Array.isArray(values) && values.length > SIDE_MAX ? 'too_many' : 'wrong_type',
      { ja: `1～${SIDE_MAX}個の数のリスト`, en: `a list of 1 to ${SIDE_MAX} numbers` },
      { ja: '値のリストを書いてください。', en: 'Give a list of values.' },
      values,
    ),
  );
  return [];
}

function spaced({ from, to, steps }: Record<string, unknown>, one: One, found: Refusal[]): number[] {
  const [first, last] = [one(from, ['from']), one(to, ['to'])];
  const count =
    steps === undefined ? { ok: true as const, value: STEPS_DEFAULT } : readDecimal(steps, { min: 2, max: SIDE_MAX });
  if (!count.ok) {
    found.push({ path: ['steps'], code: count.code, expected: count.expected, detail: count.detail, value: steps });
    return [];
  }
  const n = Math.round(count.value);
  // Rounded far below what matters, so that 0.1 + 0.2 is written 0.3.
  return Array.from({ length: n }, (_, i) => Number((first + ((last - first) * i) / (n - 1)).toPrecision(12)));
}

/** The field of a request that names a side. */
export const side = (description: string, example: object) =>
  z
    .unknown()
    .transform((value, context): Side => {
      const read = readSide(value);
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
          maxItems: SIDE_MAX,
          description: 'Values to try.',
        },
        from: { type: ['number', 'string'], description: 'First value, instead of a list.' },
        to: { type: ['number', 'string'], description: 'Last value.' },
        steps: { type: 'integer', minimum: 2, maximum: SIDE_MAX, description: 'Number of values from first to last.' },
      },
      required: ['id'],
      additionalProperties: false,
      description,
      example,
    });
