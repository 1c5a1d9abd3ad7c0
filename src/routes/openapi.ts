// GET /openapi.json: the description of the service, generated from the schemas that validate.

import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { ASSUMPTIONS_VERSION } from '../assumptions/values.ts';
import { catalogueHandler } from '../http/caching.ts';
import type { App, Route } from '../http/context.ts';
import { problemResponses, TAGS } from '../http/description.ts';
import { MODEL_VERSION } from '../report/report.ts';

type Generated = ReturnType<OpenApiGeneratorV31['generateDocument']>;

/** States a parameter that several operations share once, under its name; what only has the same name gets a number. */
function shareParameters(document: Generated): Generated {
  const operations = Object.values(document.paths ?? {}).flatMap((item) => Object.values(item));
  const lists = operations.flatMap((operation) =>
    operation?.parameters ? [operation.parameters as { name: string }[]] : [],
  );
  const uses = new Map<string, number>();
  for (const parameter of lists.flat()) {
    const text = JSON.stringify(parameter);
    uses.set(text, (uses.get(text) ?? 0) + 1);
  }
  const parameters: Record<string, unknown> = {};
  const keys = new Map<string, string>();
  for (const list of lists) {
    list.forEach((parameter, index) => {
      const text = JSON.stringify(parameter);
      if ((uses.get(text) ?? 0) < 2) return;
      let key = keys.get(text) ?? parameter.name;
      for (let n = 2; !keys.has(text) && key in parameters; n++) key = `${parameter.name}_${n}`;
      keys.set(text, key);
      parameters[key] = parameter;
      (list as unknown[])[index] = { $ref: `#/components/parameters/${key}` };
    });
  }
  return { ...document, components: { ...document.components, parameters } } as Generated;
}

/** The OpenAPI 3.1 document of an app. */
export function openapiDocument({ descriptions }: App): object {
  const registry = new OpenAPIRegistry();
  for (const describe of descriptions) registry.registerPath(describe());
  return shareParameters(
    new OpenApiGeneratorV31(registry.definitions).generateDocument({
      openapi: '3.1.0',
      info: {
        title: 'kaishu',
        version: MODEL_VERSION,
        description:
          'What each way of recovering an unpaid invoice is worth, and which comes first. A comparison by calculation, not legal advice. ' +
          `Default numbers: version ${ASSUMPTIONS_VERSION}. Clients ignore fields of answers that they do not know.`,
        license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      },
      servers: [{ url: '/', description: 'This service.' }],
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    }),
  );
}

/** Adds the description of the service. */
export const openapi: Route = (app) => {
  app.descriptions.push(() => ({
    method: 'get',
    path: '/openapi.json',
    operationId: 'openapi',
    summary: 'This document',
    description: 'The OpenAPI 3.1 description of the service.',
    tags: ['service'],
    responses: {
      200: {
        description: 'The document.',
        content: { 'application/json': { schema: { type: 'object', description: 'An OpenAPI document.' } } },
      },
      ...problemResponses(),
    },
  }));
  // Generated on first use, because that costs more than an answer and most instances are never asked.
  app.get(
    '/openapi.json',
    catalogueHandler(() => openapiDocument(app)),
  );
};
