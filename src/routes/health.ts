// GET /health: whether the service answers.

import * as z from 'zod';
import type { DescribedOperation, Route } from '../http/context.ts';
import { problemResponses } from '../http/description.ts';
import { send, sendProblem } from '../http/sending.ts';
import { MODEL_VERSION } from '../report/report.ts';
import { forDescription } from '../values/description.ts';

const healthSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      ok: z.boolean().meta({ description: 'Always true.', example: true }),
      model_version: z.string().meta({ description: 'Version of the model.', example: MODEL_VERSION }),
    })
    .meta({ id: 'Health', description: 'The service answers.' }),
);

/** Whoever watches the service needs no key and is never turned away. */
const { 401: _key, 429: _rate, ...HEALTH_PROBLEMS } = problemResponses('stopping');

/** The description of the operation. */
export const describeHealth = (): DescribedOperation[] => [
  {
    method: 'get',
    path: '/health',
    operationId: 'health',
    summary: 'Health',
    description: 'Answers when the service runs; 503 when it is about to end.',
    tags: ['service'],
    responses: {
      200: { description: 'The service runs.', content: { 'application/json': { schema: healthSchema } } },
      ...HEALTH_PROBLEMS,
    },
  },
];

/** Adds the check whether the service answers. */
export const health: Route = (app) => {
  app.get('/health', (c) =>
    c.get('is_stopping')
      ? sendProblem(c, 'stopping')
      : send(c, JSON.stringify({ ok: true, model_version: MODEL_VERSION }), {
          type: 'application/json',
          headers: { 'Cache-Control': 'no-store' },
        }),
  );
};
