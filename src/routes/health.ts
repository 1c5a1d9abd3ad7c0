// GET /health: whether the service answers.

import { z } from 'zod';
import { problemResponses, type Route, send } from '../http/route.ts';
import { MODEL_VERSION } from '../report/report.ts';

const schema = z
  .object({
    ok: z.boolean().meta({ description: 'Always true.', example: true }),
    model_version: z.string().meta({ description: 'Version of the model.', example: '1.0.0' }),
  })
  .meta({ id: 'Health', description: 'The service answers.' });

export const health: Route = (app) => {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/health',
    operationId: 'health',
    summary: 'Health',
    description: 'Answers when the service runs.',
    tags: ['service'],
    responses: {
      200: { description: 'The service runs.', content: { 'application/json': { schema } } },
      ...problemResponses(),
    },
  });
  app.get('/health', (c) =>
    send(c, JSON.stringify({ ok: true, model_version: MODEL_VERSION }), 'application/json', {
      'Cache-Control': 'no-store',
    }),
  );
};
