// The operations of the service in the words of an OpenAPI document, with the JSON Schemas that zod makes of the schemas that validate.

import * as z from 'zod';
import type { DescribedOperation, MediaSchemas } from './context.ts';

/** A JSON Schema. */
interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** A parameter of an operation, or a reference to one. */
type Parameter = JsonSchema;

/** Removes what zod adds to every whole number and every map, and says nothing. */
function withoutBounds({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  delete jsonSchema.propertyNames;
}

/** JSON Schemas of many schemas at once, so that those with a name are stated once and referred to. */
function jsonSchemas(schemas: ReadonlySet<z.ZodType>) {
  const whole = z.object(Object.fromEntries([...schemas].map((schema, i) => [String(i), schema])));
  const made = z.toJSONSchema(whole, { io: 'input', unrepresentable: 'any', override: withoutBounds });
  const text = JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { properties, $defs } = JSON.parse(text) as Record<'properties' | '$defs', Record<string, JsonSchema>>;
  const places = new Map([...schemas].map((schema, i) => [schema, String(i)]));
  const of = (schema: z.ZodType): JsonSchema => properties[places.get(schema) ?? ''] ?? {};
  // The name of a schema is the key under which it stands.
  return { of, named: Object.fromEntries(Object.entries($defs).map(([name, { id: _, ...schema }]) => [name, schema])) };
}

/** Every schema of an operation. */
function schemasOf({ request = {}, responses }: DescribedOperation): z.ZodType[] {
  const bodies = [request.body, ...Object.values(responses)].flatMap((body) => Object.values(body?.content ?? {}));
  return [request.params, request.query, ...bodies.map(({ schema }) => schema)].filter(
    (schema) => schema !== undefined,
  );
}

/** States a parameter that several operations share once, under its name; what only has the same name gets a number. */
function shareParameters(operations: readonly { readonly parameters: Parameter[] }[]): Record<string, Parameter> {
  const uses = new Map<string, number>();
  for (const parameter of operations.flatMap(({ parameters }) => parameters)) {
    const text = JSON.stringify(parameter);
    uses.set(text, (uses.get(text) ?? 0) + 1);
  }
  const shared: Record<string, Parameter> = {};
  const keys = new Map<string, string>();
  for (const { parameters } of operations)
    for (const [index, parameter] of parameters.entries()) {
      const text = JSON.stringify(parameter);
      if ((uses.get(text) ?? 0) < 2) continue;
      let key = keys.get(text) ?? String(parameter.name);
      for (let n = 2; !keys.has(text) && key in shared; n++) key = `${parameter.name}_${n}`;
      keys.set(text, key);
      shared[key] = parameter;
      parameters[index] = { $ref: `#/components/parameters/${key}` };
    }
  return shared;
}

/** The members `components` and `paths` of an OpenAPI 3.1 document. */
export function describedOperations(operations: readonly DescribedOperation[]) {
  const schemas = jsonSchemas(new Set(operations.flatMap(schemasOf)));
  const content = (media: MediaSchemas) =>
    Object.fromEntries(Object.entries(media).map(([type, { schema }]) => [type, { schema: schemas.of(schema) }]));
  const parametersIn = (place: 'path' | 'query', fields: z.ZodObject | undefined): Parameter[] => {
    const { properties = {}, required = [] } = (fields ? schemas.of(fields) : {}) as {
      readonly properties?: Readonly<Record<string, JsonSchema>>;
      readonly required?: readonly string[];
    };
    return Object.entries(properties).map(([name, schema]) => ({
      schema,
      required: required.includes(name),
      description: schema.description,
      name,
      in: place,
    }));
  };
  const described = operations.map(({ method, path, request = {}, responses, ...said }) => ({
    method,
    path,
    parameters: [...parametersIn('path', request.params), ...parametersIn('query', request.query)],
    said,
    body: request.body && { ...request.body, content: content(request.body.content) },
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, { description, content: media }]) => [
        status,
        { description, ...(media && { content: content(media) }) },
      ]),
    ),
  }));
  const parameters = shareParameters(described);
  const paths: Record<string, Record<string, object>> = {};
  for (const { method, path, said, parameters: own, body, responses } of described) {
    const operation = {
      ...said,
      ...(own.length > 0 && { parameters: own }),
      ...(body && { requestBody: body }),
      responses,
    };
    paths[path] = { ...paths[path], [method]: operation };
  }
  return { components: { schemas: schemas.named, parameters }, paths };
}
