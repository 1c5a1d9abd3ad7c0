// TypeScript for the library out of the published description: the request, the answer, and what they refer to. The generators that others
// wrote need an older compiler; what is used of JSON Schema here is little.

/** A JSON Schema. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly description?: string;
}

const nameIn = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

const union = (types: readonly string[]): string => [...new Set(types)].join(' | ');

/** Types of JSON by their names in a schema. */
const PLAIN: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
};

const comment = ({ description }: Schema, indent: string): string =>
  description === undefined ? '' : `${indent}/** ${description.replaceAll('*/', '* /')} */\n`;

/** The members of an object. */
function objectType({ properties = {}, required = [], additionalProperties }: Schema, indent: string): string {
  const inner = `${indent}  `;
  const members = Object.entries(properties).map(([name, schema]) => {
    const key = /^[a-z_$][\w$]*$/i.test(name) ? name : JSON.stringify(name);
    const mark = required.includes(name) ? '' : '?';
    return `${comment(schema, inner)}${inner}readonly ${key}${mark}: ${typeOf(schema, inner)};\n`;
  });
  if (members.length === 0) {
    const value = typeof additionalProperties === 'object' ? typeOf(additionalProperties, indent) : 'unknown';
    return `Readonly<Record<string, ${value}>>`;
  }
  return `{\n${members.join('')}${indent}}`;
}

/** The type of one kind of value of a schema. */
function plainType(schema: Schema, type: string, indent: string): string {
  if (type === 'object') return objectType(schema, indent);
  if (type === 'array') return `readonly (${schema.items === undefined ? 'unknown' : typeOf(schema.items, indent)})[]`;
  return PLAIN[type] ?? 'unknown';
}

/** A schema as a type. */
function typeOf(schema: Schema, indent: string): string {
  if (schema.$ref !== undefined) return nameIn(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return union(schema.enum.map((value) => JSON.stringify(value)));
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives !== undefined) return union(alternatives.map((one) => typeOf(one, indent)));
  const types = [schema.type ?? []].flat();
  return types.length === 0 ? 'unknown' : union(types.map((type) => plainType(schema, type, indent)));
}

/** Names of the schemas that a schema refers to. */
const referredTo = (schema: Schema): string[] =>
  [...JSON.stringify(schema).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name = '']) => name);

/** What is declared beside the types of the description. */
const FUNCTIONS = `/** Version of the model. */
export declare const MODEL_VERSION: string;

/** A request that cannot be answered; \`problem\` says every mistake in it. */
export declare class RefusedRequest extends Error {
  readonly problem: Problem;
}

/**
 * Values every way of recovering one receivable, as POST /v1/evaluate does: no network, no clock. Throws RefusedRequest when the request has
 * mistakes or the law of a day it depends on is not covered.
 */
export declare function evaluate(request: EvaluateRequest & { readonly as_of: string }): Evaluation;
`;

/** The declarations of the library. */
export function libraryTypes(schemas: Readonly<Record<string, Schema>>): string {
  const names = ['EvaluateRequest', 'Evaluation', 'Problem'];
  for (const name of names)
    for (const other of referredTo(schemas[name] ?? {})) if (!names.includes(other)) names.push(other);
  const types = [...names].sort().map((name) => {
    const schema = schemas[name] ?? {};
    return `${comment(schema, '')}export type ${name} = ${typeOf(schema, '')};\n`;
  });
  return ['// Made of the published description of kaishu.\n', FUNCTIONS, ...types].join('\n');
}
