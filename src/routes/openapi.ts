// GET /openapi.json: the description of the service, which is made of the schemas that validate before the service starts.

import * as z from 'zod';
import { keptHandler } from '../http/caching.ts';
import type { DescribedOperation, Route } from '../http/context.ts';
import { problemResponses } from '../http/description.ts';

/** The name of the document among the files that are made before the service starts. */
export const OPENAPI_NAME = 'openapi.json';

/** The description of the operation. */
export const describeOpenapi = (): DescribedOperation[] => [
  {
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
  },
];

/** Adds the description of the service. */
export const openapi: Route = (app) => {
  app.get(
    '/openapi.json',
    keptHandler(async (c) => {
      const file = await c.get('asset')(OPENAPI_NAME);
      return file?.ok ? file.text() : undefined;
    }),
  );
};
