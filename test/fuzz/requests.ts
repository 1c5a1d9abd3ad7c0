// Random calls of the service: from its published description, with mutations of what clients get wrong.

import { junk, oneOf, resolved, type Schema, type SchemaHome, someValue } from './schema.ts';

/** An operation of the description, as far as a caller needs it. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: Schema;
    readonly required?: boolean;
  }[];
  readonly body: Readonly<Record<string, { readonly schema: Schema }>> | undefined;
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

/** A description of the service. */
export interface Description extends SchemaHome {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A call. */
export interface Call {
  readonly operation: Operation;
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The fields of a plain question about one claim, where it is one. */
  readonly claim?: Readonly<Record<string, string>>;
}

const METHODS = ['get', 'post'];

/** The operations of a description. */
export function operationsOf(home: Description): Operation[] {
  return Object.entries(home.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, stated]) => {
        const {
          parameters = [],
          requestBody,
          responses,
        } = stated as {
          readonly parameters?: readonly Schema[];
          readonly requestBody?: { readonly content: Operation['body'] };
          readonly responses: Operation['responses'];
        };
        return {
          method: method.toUpperCase(),
          path,
          parameters: parameters.map((one) => resolved(one, home) as unknown as Operation['parameters'][number]),
          body: requestBody?.content,
          responses,
        };
      }),
  );
}

type Random = () => number;

const DAY = '2026-11-21';

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : Array.isArray(value) ? value.join(',') : (JSON.stringify(value) ?? '');

/** The fields of a claim that mostly can be read: an amount, an age, and a few others. */
function claimFields(operation: Operation, home: SchemaHome, random: Random): Record<string, string> {
  const fields: Record<string, string> = {
    amount: String(Math.round(10 ** (3.5 + 4 * random()))),
    overdue_days: String(Math.round(-30 + 700 * random() ** 2)),
    as_of: DAY,
  };
  const others = operation.parameters.filter(
    ({ name }) => !['format', 'header', 'out', 'columns', 'download', 'field', 'cols', 'rows', 'strict'].includes(name),
  );
  const count = Math.floor(random() * 7);
  for (let i = 0; i < count && others.length > 0; i++) {
    const { name, schema } = oneOf(others, random);
    // Judging a claim takes hundreds of times as long as deciding it.
    if (name === 'include')
      fields.include = oneOf(['bridge', 'plan,plans', 'outcomes,cash', 'bridge,assumptions'], random);
    else if (name === 'overdue_days' || name === 'due_date' || name === 'as_of') continue;
    else fields[name] = asText(random() < 0.06 ? junk(random) : someValue(schema, home, random));
  }
  return fields;
}

const query = (fields: Readonly<Record<string, string>>): string => new URLSearchParams(fields).toString();

/** The parameters of any other query: those that are required, and a few more. */
function otherFields({ parameters }: Operation, home: SchemaHome, random: Random): Record<string, string> {
  const stated = parameters.filter((one) => one.in === 'query');
  return Object.fromEntries(
    stated
      .filter(({ required }) => (required === true ? random() < 0.95 : random() < 0.3))
      .map(({ name, schema }) => [name, asText(random() < 0.06 ? junk(random) : someValue(schema, home, random))]),
  );
}

const ACCEPTED = [
  '*/*',
  'application/json',
  'text/csv',
  'application/xml;q=0.5, text/plain',
  'image/png',
  'a/b;q=x',
  '',
];
const LANGUAGES = ['ja', 'en', 'en-GB;q=0.7, ja;q=0.9', 'fr', '*', ';;;'];
const TYPES = [
  'application/json',
  'text/plain',
  'application/json; charset=shift_jis',
  'text/csv',
  'application/xml',
  '',
];

/** Texts that are no JSON, or more than is wanted. */
const BODIES = [
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '{"a":1,"a":2}',
  '['.repeat(40),
  '{"__proto__":{"amount":1}}',
  '\ufeff{}',
  '\u0000',
];

function tableOf(random: Random): string {
  const lines = Array.from({ length: Math.floor(random() * 6) }, (_, i) =>
    [`A-${i}`, Math.round(10 ** (3 + 4 * random())), Math.round(random() * 300)].join(','),
  );
  const head = oneOf(
    ['id,amount,overdue_days', '請求番号,残高,滞留日数', 'id,amount,overdue_dayz', '"id,amount'],
    random,
  );
  return [head, ...lines].join(oneOf(['\n', '\r\n'], random));
}

function bodyFor(operation: Operation, home: SchemaHome, random: Random): { body: string; type: string } {
  const media = Object.keys(operation.body ?? {});
  const type = oneOf(media, random) ?? 'application/json';
  if (random() < 0.08) return { body: oneOf(BODIES, random), type: oneOf(TYPES, random) };
  if (!type.endsWith('json')) return { body: tableOf(random), type };
  const claims = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, i) => ({
    id: `R${i}`,
    debtor_id: `D${Math.floor(random() * 2)}`,
    amount: Math.round(10 ** (3 + 4 * random())),
    overdue_days: random() < 0.1 ? junk(random) : Math.round(random() * 400),
  }));
  if (type.endsWith('ndjson')) return { body: claims.map((claim) => JSON.stringify(claim)).join('\n'), type };
  const schema = operation.body?.[type]?.schema ?? {};
  const value = someValue(schema, home, random);
  if (operation.path.startsWith('/v1/portfolio') && random() < 0.8)
    return { body: JSON.stringify({ defaults: { as_of: DAY }, rows: claims }), type };
  const isClaim = /evaluate|grid/.test(operation.path);
  const base = isClaim
    ? { ...(value as object), amount: 1_250_000, overdue_days: 82, as_of: DAY, include: ['bridge'] }
    : value;
  const axes = operation.path.endsWith('grid')
    ? { x: { id: 'amount', values: [100_000, 900_000] }, y: { id: 'overdue_days', values: [30, 200] } }
    : {};
  return { body: JSON.stringify({ ...(base as object), ...axes }), type };
}

/** A random call of an operation. */
export function someCall(operation: Operation, home: SchemaHome, random: Random): Call {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = operation.parameters.find((one) => one.in === 'path' && one.name === name);
    const part = asText(random() < 0.1 ? junk(random) : someValue(parameter?.schema ?? {}, home, random)) || 'x';
    // Half of a pair cannot stand in an address.
    return encodeURIComponent(part.toWellFormed());
  });
  const headers: Record<string, string> = {
    ...(random() < 0.3 ? { Accept: oneOf(ACCEPTED, random) } : {}),
    ...(random() < 0.3 ? { 'Accept-Language': oneOf(LANGUAGES, random) } : {}),
  };
  const isClaim = /^\/v1\/(?:evaluate|cell)/.test(operation.path) && operation.method === 'GET';
  const claim = isClaim ? claimFields(operation, home, random) : undefined;
  const fields: Record<string, string> = claim ? { ...claim } : otherFields(operation, home, random);
  if (operation.path === '/v1/cell') fields.field = oneOf(['best_net', 'best', 'margin', 'why', 'nothing'], random);
  if (operation.path === '/v1/cells')
    Object.assign(fields, {
      cols: 'amount,overdue_days',
      rows: oneOf(['1250000,82;300000,40', '1,2,3', ';;', 'x'], random),
    });
  if (random() < 0.03) fields[oneOf(['x_unknown', '_', 'amount ', '__proto__'], random)] = '1';
  const method =
    random() < 0.02 ? oneOf(['PUT', 'DELETE', 'PATCH', 'POST', 'GET', 'HEAD', 'OPTIONS'], random) : operation.method;
  const text = query(fields);
  const url = `${path}${text === '' ? '' : `?${text}`}`;
  const plain = claim && method === 'GET' && operation.path === '/v1/evaluate' ? { claim } : {};
  if (operation.body === undefined || method === 'GET' || method === 'HEAD')
    return { operation, method, url, headers, ...plain };
  const { body, type } = bodyFor(operation, home, random);
  return { operation, method, url, headers: { ...headers, ...(type === '' ? {} : { 'Content-Type': type }) }, body };
}
