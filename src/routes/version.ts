// GET /version: the versions that decide an answer.

import * as z from 'zod';
import { ASSUMPTIONS_VERSION } from '../assumptions/values.ts';
import { catalogueHandler } from '../http/caching.ts';
import type { DescribedOperation, Route } from '../http/context.ts';
import { problemResponses } from '../http/description.ts';
import * as laws from '../law/index.ts';
import { MODEL_VERSION } from '../report/report.ts';
import { forDescription } from '../values/description.ts';

/**
 * Version of the contract: addresses, fields, ids and codes. The second number rises when something is added, the first when a program that
 * was right may no longer be (docs/contract.md).
 */
export const CONTRACT_VERSION = '1.7.0';

const LAWS_KNOWN = Object.fromEntries(Object.entries(laws).map(([id, law]) => [id, law.version]));

const versionSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      contract_version: z
        .string()
        .meta({ description: 'Version of the contract: addresses, fields, ids and codes.', example: CONTRACT_VERSION }),
      model_version: z.string().meta({ description: 'Version of the model.', example: MODEL_VERSION }),
      assumptions_version: z
        .string()
        .meta({ description: 'Version of the default numbers.', example: ASSUMPTIONS_VERSION }),
      laws: z
        .record(z.string(), z.string())
        .meta({ description: 'Version of the law of each jurisdiction.', example: LAWS_KNOWN }),
    })
    .meta({ id: 'Version', description: 'The versions that decide an answer.' }),
);

/** The description of the operation. */
export const describeVersion = (): DescribedOperation[] => [
  {
    method: 'get',
    path: '/version',
    operationId: 'version',
    summary: 'Version',
    description:
      'The versions of contract, model, default numbers and law; the same request under the same versions gives the same bytes.',
    tags: ['service'],
    responses: {
      200: { description: 'The versions.', content: { 'application/json': { schema: versionSchema } } },
      ...problemResponses(),
    },
  },
];

/** Adds the versions that decide an answer. */
export const version: Route = (app) => {
  const value = {
    contract_version: CONTRACT_VERSION,
    model_version: MODEL_VERSION,
    assumptions_version: ASSUMPTIONS_VERSION,
    laws: LAWS_KNOWN,
  };
  app.get(
    '/version',
    catalogueHandler(() => value),
  );
};
