// GET /openapi.json: the description of the service, generated from the schemas that validate.

import * as z from 'zod';
import { ASSUMPTIONS_VERSION } from '../assumptions/values.ts';
import { catalogueHandler } from '../http/caching.ts';
import type { App, Route } from '../http/context.ts';
import { problemResponses, TAGS } from '../http/description.ts';
import { describedOperations } from '../http/openapi_document.ts';
import { MODEL_VERSION } from '../report/report.ts';

/** The OpenAPI 3.1 document of an app. */
export const openapiDocument = ({ descriptions }: App): object => ({
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
  ...describedOperations(descriptions.map((describe) => describe())),
});

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
        content: {
          'application/json': { schema: z.unknown().meta({ type: 'object', description: 'An OpenAPI document.' }) },
        },
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
