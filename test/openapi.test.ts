// The published description: it is what the code says, it is well formed, and everything in it is explained.

import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { madeFile } from '../src/made_files.ts';
import { openapiDocument } from '../src/routes/descriptions.ts';

type Node = { readonly [name: string]: unknown };

const app = createApp({ asset: madeFile });
const text = `${JSON.stringify(openapiDocument(), null, 2)}\n`;
const document = JSON.parse(text) as {
  openapi: string;
  info: { license?: { name: string } };
  tags: { name: string; description: string }[];
  servers: { description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Node>; parameters: Record<string, Node> };
};

interface Operation {
  operationId: string;
  description: string;
  summary: string;
  tags: string[];
  parameters?: Node[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Node }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Node }> }>;
}

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    path,
    method,
    operation,
  })),
);

/** Every object in the document, with where it stands. */
function* walk(node: unknown, at = '#'): Generator<[string, Node]> {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) yield [at, node as Node];
  for (const [name, child] of Object.entries(node))
    yield* walk(child, `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}

const resolve = (ref: string): unknown =>
  ref
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], document);

/** A value that may be null is described at its other form. */
const isDescribed = (node: Node): boolean =>
  resolved(node).description !== undefined || ((node.anyOf ?? []) as Node[]).some(isDescribed);

const resolved = (node: Node): Node => (typeof node.$ref === 'string' ? (resolve(node.$ref) as Node) : node);

test('the committed document is the one the code generates', async () => {
  const committed = await readFile(new URL('../openapi/openapi.json', import.meta.url), 'utf8');
  expect(committed === text, 'openapi/openapi.json differs from the code: run `npm run openapi`').toBe(true);
});

test('generating twice gives the same bytes, and the service serves them', async () => {
  expect(`${JSON.stringify(openapiDocument(), null, 2)}\n`).toBe(text);
  expect(await (await app.request('/openapi.json')).json()).toEqual(document);
});

test('it is an OpenAPI 3.1 document with a licence and described tags', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(document.info.license?.name).toBe('Apache-2.0');
  for (const { description } of document.tags) expect(description).toMatch(/\.$/);
});

test('what the page of the description shows above the operations is told in Japanese, too', () => {
  const told: readonly object[] = [document.info, ...document.tags, ...document.servers];
  for (const one of told) expect((one as Node)['x-description-ja']).toMatch(/[\p{sc=Hira}]/u);
});

describe('operations', () => {
  test.each(operations)('$name says what it is', ({ operation }) => {
    expect(operation.operationId).toMatch(/^[A-Za-z][A-Za-z0-9_]*$/);
    expect(operation.description).toMatch(/\.$/);
    expect(operation.summary).not.toBe('');
    expect(operation.tags.length).toBeGreaterThan(0);
    for (const tag of operation.tags) expect(document.tags.map(({ name }) => name)).toContain(tag);
  });

  test.each(operations)('$name answers every problem as problem+json', ({ operation }) => {
    for (const [status, response] of Object.entries(operation.responses)) {
      expect(response.description).not.toBe('');
      if (Number(status) >= 400) expect(Object.keys(response.content ?? {})).toEqual(['application/problem+json']);
    }
    expect(operation.responses['500']).toBeDefined();
  });

  test('ids are unique, and no path ends with a slash', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const path of Object.keys(document.paths)) expect(path).not.toMatch(/.\/$/);
  });

  test('every operation exists, and every public address is described', () => {
    // The page about spreadsheets is served with and without its slash, and described once.
    const served = app.routes.filter(
      ({ method, path }) => method !== 'ALL' && !path.startsWith('/docs/') && path !== '/sheets/',
    );
    // One path stands for the addresses with every extension; each of them is served by itself.
    const described = new Set(
      operations.flatMap(({ name, operation }) => {
        const extension = (operation.parameters ?? [])
          .map(resolved)
          .find((parameter) => parameter.name === 'extension');
        const extensions = (extension?.schema as { enum: string[] } | undefined)?.enum;
        return extensions?.map((one) => name.replace('{extension}', one)) ?? [name];
      }),
    );
    const named = served.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(new Set(named)).toEqual(described);
  });

  test('a body that is needed is marked as required', () => {
    for (const { operation } of operations)
      if (operation.requestBody) expect(operation.requestBody.required).toBe(true);
  });
});

describe('what a typed client is made of', () => {
  const success = (operation: Operation): string[] => Object.keys(operation.responses['200']?.content ?? {});

  test('an address without an extension answers JSON alone where it answers JSON first; a draft is a text first', () => {
    for (const { name, path, operation } of operations)
      if (success(operation)[0] === 'application/json' && !path.includes('{extension}'))
        expect(success(operation), name).toEqual(['application/json']);
  });

  test('files are binary, not texts', () => {
    const files = operations.flatMap(({ operation }) =>
      [operation.requestBody, ...Object.values(operation.responses)].flatMap((body) =>
        Object.entries(body?.content ?? {}).filter(([type]) => /spreadsheet|octet-stream|image/.test(type)),
      ),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const [, { schema }] of files) expect(schema).toMatchObject({ type: 'string', format: 'binary' });
  });

  test('no field has a type and alternatives beside it, and no alternative twice', () => {
    for (const [at, node] of walk(document)) {
      if (at.includes('/example')) continue;
      for (const keyword of ['anyOf', 'oneOf']) {
        const alternatives = node[keyword];
        if (!Array.isArray(alternatives)) continue;
        expect(node.type, at).toBeUndefined();
        expect(new Set(alternatives.map((one) => JSON.stringify(one))).size, at).toBe(alternatives.length);
      }
    }
  });

  test('an option is one of three shapes, told apart by its status, and none of a closed one may be null', () => {
    const { OptionAnswer, BarredOption, NeedsTermsOption } = document.components.schemas as Record<string, Node>;
    const shapes = (OptionAnswer!.oneOf as Node[]).map((one) => resolved(one) as { properties: Record<string, Node> });
    expect(shapes.map(({ properties }) => properties.status!.const)).toEqual(['open', 'barred', 'needs_terms']);
    expect(JSON.stringify([BarredOption, NeedsTermsOption])).not.toContain('"null"');
  });

  test('amounts say how they are read, and nothing needs a key', () => {
    const { Money } = document.components.schemas as Record<string, Node>;
    expect(Money).toMatchObject({ type: 'string', format: 'decimal' });
    expect(Money!.description).toMatch(/decimal type/);
    expect((document as Node & typeof document).security).toEqual([]);
  });

  test('the version of the contract stands beside that of the model', async () => {
    const { contract_version, model_version } = (await (await app.request('/version')).json()) as Record<
      string,
      string
    >;
    expect(document.info).toMatchObject({ version: contract_version, 'x-model-version': model_version });
  });
});

describe('schemas', () => {
  test('every reference leads somewhere', () => {
    for (const [at, node] of walk(document)) {
      if (typeof node.$ref === 'string') expect(resolve(node.$ref), `${at} → ${node.$ref}`).toBeDefined();
    }
  });

  test('every component is used', () => {
    const used = new Set([...walk(document)].map(([, node]) => node.$ref));
    for (const name of Object.keys(document.components.schemas)) expect(used).toContain(`#/components/schemas/${name}`);
    for (const name of Object.keys(document.components.parameters))
      expect(used).toContain(`#/components/parameters/${name}`);
  });

  test('enumerations are typed and have no member twice', () => {
    for (const [at, node] of walk(document)) {
      if (!Array.isArray(node.enum) || at.includes('/example')) continue;
      expect(node.type, at).toBeDefined();
      expect(new Set(node.enum).size, at).toBe(node.enum.length);
    }
  });

  const request = document.components.schemas.EvaluateRequest as { properties: Record<string, Node> };
  const properties = Object.entries(request.properties).flatMap(([name, node]): [string, Node][] => {
    const schema = resolved(node);
    const inner = (schema.properties ??
      (resolved((schema.items ?? {}) as Node).properties as Node | undefined) ??
      {}) as Record<string, Node>;
    return [
      [name, schema],
      ...Object.entries(inner).map(([field, value]): [string, Node] => [`${name}.${field}`, resolved(value)]),
    ];
  });

  test.each(properties)(
    'the request property %s has a description, an example, a Japanese label and limits',
    (_, schema) => {
      expect(schema.description).toMatch(/\.$/);
      expect(schema.example ?? schema.examples).toBeDefined();
      expect(schema['x-label-ja']).toEqual(expect.any(String));
      const types = [schema.type].flat();
      if (types.includes('string')) expect(schema.maxLength).toBeGreaterThan(0);
      if (types.includes('number') && !types.includes('boolean')) {
        expect(schema.minimum ?? schema.exclusiveMinimum).toEqual(expect.any(Number));
        expect(schema.maximum ?? schema.exclusiveMaximum).toEqual(expect.any(Number));
      }
      if (types.includes('array')) expect(schema.maxItems).toBeGreaterThan(0);
    },
  );

  test('every property of an answer is described', () => {
    const missing = [...walk(document.components.schemas)]
      .filter(([at]) => /\/properties\/[^/]+$/.test(at) && !at.includes('/example'))
      .filter(([, node]) => !isDescribed(node))
      .map(([at]) => at)
      .filter((at) => !at.includes('/additionalProperties/'));
    expect(missing).toEqual([]);
  });

  test('no sentence holds the name of a type or a function of the code', () => {
    const sentences = [...walk(document)]
      .flatMap(([, { description, summary }]) => [description, summary])
      .filter((sentence): sentence is string => typeof sentence === 'string');
    expect(sentences.length).toBeGreaterThan(500);
    const names = sentences.flatMap((sentence) => sentence.match(/\b[A-Za-z][a-z]+(?:[A-Z][a-z]+)+\b/g) ?? []);
    expect(names.filter((name) => name !== 'LibreOffice')).toEqual([]);
  });

  test('an amount is described as the operation reads it, though operations share what is alike by name', () => {
    const amounts = operations.flatMap(({ path, operation }) => {
      const amount = (operation.parameters ?? []).map(resolved).find(({ name }) => name === 'amount');
      return amount === undefined ? [] : [[path, amount.required] as const];
    });
    expect(amounts.length).toBeGreaterThan(8);
    for (const [path, required] of amounts)
      expect(required, path).toBe(!/^\/v1\/(court-fees|cells|portfolio)/.test(path));
  });

  test('every parameter of a query is described', () => {
    for (const { operation } of operations) {
      for (const parameter of (operation.parameters ?? []).map(resolved)) expect(parameter.description).toMatch(/\.$/);
    }
  });
});

test('every example value of a field is accepted by the service', async () => {
  const { fields } = (await (await app.request('/v1/fields')).json()) as {
    fields: { name: string; example: unknown; kind: string }[];
  };
  for (const { name, example, kind } of fields) {
    if (kind === 'list' && typeof example !== 'string') continue;
    const query = new URLSearchParams({ amount: '1250000', overdue_days: '82', lang: 'en', as_of: '2026-11-21' });
    if (name === 'cash_needed_by') query.set('bridge_rate', '15%');
    if (name === 'due_date') query.delete('overdue_days');
    query.set(name, String(example));
    const answer = await app.request(`/v1/evaluate?${query}`);
    expect(answer.status, `${name}=${example}: ${answer.ok ? '' : await answer.text()}`).toBe(200);
  }
});
