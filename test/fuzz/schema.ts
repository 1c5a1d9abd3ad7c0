// JSON Schema as the published description uses it: whether a value fits, and random values that fit, nearly fit, or do not.

/** A JSON Schema. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/** A description with named schemas. */
export interface SchemaHome {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

type Random = () => number;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema itself, where another refers to it. */
export function resolved(schema: Schema, home: SchemaHome): Schema {
  const { $ref } = schema;
  if (typeof $ref !== 'string') return schema;
  let node: unknown = home;
  for (const part of $ref.slice(2).split('/'))
    node = (node as Record<string, unknown>)[part.replaceAll('~1', '/').replaceAll('~0', '~')];
  return node as Schema;
}

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  array: Array.isArray,
  object: isObject,
};

const asList = <T>(value: unknown): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as T[]) : [value as T];

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What is wrong with a text or a number. */
function mistakesInScalar(value: unknown, schema: Schema): string[] {
  const bound = (name: string, breaks: (limit: number) => boolean): string[] =>
    typeof schema[name] === 'number' && breaks(schema[name]) ? [`${name} ${schema[name]} is broken by ${value}`] : [];
  if (typeof value === 'string')
    return [
      ...bound('maxLength', (limit) => [...value].length > limit),
      ...bound('minLength', (limit) => [...value].length < limit),
      ...(typeof schema.pattern === 'string' && !new RegExp(schema.pattern, 'u').test(value)
        ? [`pattern ${schema.pattern} is broken by ${value}`]
        : []),
    ];
  if (typeof value === 'number')
    return [
      ...bound('minimum', (limit) => value < limit),
      ...bound('maximum', (limit) => value > limit),
      ...bound('exclusiveMinimum', (limit) => value <= limit),
      ...bound('exclusiveMaximum', (limit) => value >= limit),
    ];
  return [];
}

/** What is wrong with the members of an object. */
function mistakesInMembers(value: Record<string, unknown>, schema: Schema, home: SchemaHome): string[] {
  const known = (schema.properties ?? {}) as Record<string, Schema>;
  const found = asList<string>(schema.required)
    .filter((name) => !(name in value))
    .map((name) => `${name} is missing`);
  for (const [name, member] of Object.entries(value)) {
    const of = known[name] ?? schema.additionalProperties;
    if (of === false) found.push(`${name} is not described`);
    else if (isObject(of)) found.push(...mistakesIn(member, of, home).map((mistake) => `${name}: ${mistake}`));
  }
  return found;
}

/** What is wrong with a value, in words; nothing where it fits its schema. */
export function mistakesIn(value: unknown, stated: Schema, home: SchemaHome): string[] {
  const schema = resolved(stated, home);
  const types = asList<string>(schema.type);
  if (types.length > 0 && !types.some((type) => TYPES[type]?.(value)))
    return [`is no ${types.join(' or ')}: ${JSON.stringify(value)?.slice(0, 60)}`];
  const found = mistakesInScalar(value, schema);
  if (Array.isArray(schema.enum) && !schema.enum.some((member) => isSame(member, value)))
    found.push(`is none of the members: ${JSON.stringify(value)}`);
  if ('const' in schema && !isSame(schema.const, value)) found.push(`is not ${JSON.stringify(schema.const)}`);
  for (const one of asList<Schema>(schema.allOf)) found.push(...mistakesIn(value, one, home));
  for (const word of ['anyOf', 'oneOf']) {
    const ways = asList<Schema>(schema[word]);
    const fits = ways.filter((way) => mistakesIn(value, way, home).length === 0).length;
    const isFit = word === 'anyOf' ? fits > 0 : fits === 1;
    if (ways.length > 0 && !isFit) {
      const nearest = ways.map((way) => mistakesIn(value, way, home)).sort((a, b) => a.length - b.length)[0] ?? [];
      found.push(`fits ${fits} of ${word}: ${nearest.slice(0, 3).join('; ')}`);
    }
  }
  if (Array.isArray(value)) {
    if (typeof schema.maxItems === 'number' && value.length > schema.maxItems)
      found.push(`has ${value.length} items, maxItems ${schema.maxItems}`);
    if (typeof schema.minItems === 'number' && value.length < schema.minItems) found.push('has too few items');
    if (isObject(schema.items))
      for (const [i, item] of value.entries())
        found.push(...mistakesIn(item, schema.items, home).map((mistake) => `${i}: ${mistake}`));
  }
  if (isObject(value)) found.push(...mistakesInMembers(value, schema, home));
  return found;
}

/** One of a list. */
export const oneOf = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;

/** What nobody should send. */
const JUNK: readonly unknown[] = [
  null,
  '',
  ' ',
  '-1',
  'NaN',
  '1e400',
  '0x10',
  '９９９',
  '▲5',
  "'; --",
  '=1+1',
  '\u0000',
  '\ud83d',
  'é',
  'a'.repeat(300),
  '2026-02-30',
  '3/4/2026',
  '5',
  -0,
  1e21,
  1e-300,
  2 ** 53 + 2,
  true,
  [],
  {},
  [[]],
  { __proto__: null, constructor: 1 },
  { mean: 1 },
  { mean: 0.5, low: 0.9, high: 0.1 },
];

/** A value that does not belong anywhere. */
export const junk = (random: Random): unknown => oneOf(JUNK, random);

/** A day near the one on which the tests value, as people write it. */
const someDay = (random: Random): string =>
  `20${String(20 + Math.floor(random() * 9)).padStart(2, '0')}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;

function someNumber({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, example }: Schema, random: Random): number {
  const usual = typeof example === 'number' ? example : 1;
  const least = Number(minimum ?? exclusiveMinimum ?? 0);
  const most = Number(maximum ?? exclusiveMaximum ?? usual * 20);
  const way = random();
  if (way < 0.1) return least;
  if (way < 0.2) return most;
  if (way < 0.5) return usual;
  const near = usual * 10 ** (2 * random() - 1);
  const value = Math.min(most, Math.max(least, near));
  return Number.isInteger(usual) ? Math.round(value) : Number(value.toPrecision(4));
}

/** A random value for a schema; it mostly fits. */
export function someValue(stated: Schema, home: SchemaHome, random: Random, depth = 0): unknown {
  const schema = resolved(stated, home);
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return oneOf(schema.enum, random);
  const ways = [...asList<Schema>(schema.anyOf), ...asList<Schema>(schema.oneOf)];
  if (ways.length > 0) return someValue(oneOf(ways, random), home, random, depth);
  const type = asList<string>(schema.type)[0];
  if (schema.format === 'date' || /day|date|_on$/.test(String(schema.example))) return someDay(random);
  switch (type) {
    case 'integer':
    case 'number':
      return someNumber(schema, random);
    case 'boolean':
      return random() < 0.5;
    case 'array': {
      if (typeof schema.example === 'string' && random() < 0.3) return schema.example;
      if (!isObject(schema.items) || depth > 3) return [];
      const { items } = schema;
      return Array.from({ length: Math.floor(random() * 4) }, () => someValue(items, home, random, depth + 1));
    }
    case 'object': {
      const members = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
      const required = asList<string>(schema.required);
      return Object.fromEntries(
        members
          .filter(([name]) => required.includes(name) || random() < 2 / (depth + 3))
          .map(([name, member]) => [name, someValue(member, home, random, depth + 1)]),
      );
    }
    default:
      if (/^\d{4}-\d\d-\d\d$/.test(String(schema.example)) && random() < 0.7) return someDay(random);
      return schema.example ?? 'x';
  }
}
