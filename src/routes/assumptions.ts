// GET /v1/assumptions: every default number, with its range, source and certainty.

import * as z from 'zod';
import { ASSUMPTIONS_VERSION, catalogueEntry } from '../assumptions/values.ts';
import { catalogueHandler } from '../http/caching.ts';
import { textSchema } from '../http/catalogue_schema.ts';
import type { DescribedOperation, Route } from '../http/context.ts';
import { problemResponses } from '../http/description.ts';
import { ASSUMPTION_IDS } from '../request/overrides.ts';
import { forDescription } from '../values/description.ts';

const assumptionsSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      assumptions_version: z.string().meta({ description: 'Version of the numbers.', example: ASSUMPTIONS_VERSION }),
      assumptions: z
        .array(
          z
            .object({
              id: z
                .string()
                .meta({ description: 'Path under which it can be replaced.', example: ASSUMPTION_IDS.at(0) }),
              label: textSchema,
              value: z.number().meta({ description: 'Mean.', example: 6000 }),
              low: z.number().meta({ description: 'Lower end of the 90 % range.', example: 4000 }),
              high: z.number().meta({ description: 'Upper end of the 90 % range.', example: 9000 }),
              unit: z.string().meta({ description: 'Unit.', example: 'yen' }),
              source: textSchema.meta({ description: 'Where it comes from.' }),
              certainty: z
                .string()
                .meta({ description: 'How sure it is; judgement means no published figure.', example: 'judgement' }),
            })
            .meta({ id: 'AssumptionEntry', description: 'One default number.' }),
        )
        .meta({ description: 'The numbers.' }),
    })
    .meta({ id: 'AssumptionCatalogue', description: 'Every default number.' }),
);

/** The description of the operation. */
export const describeAssumptions = (): DescribedOperation[] => [
  {
    method: 'get',
    path: '/v1/assumptions',
    operationId: 'listAssumptions',
    summary: 'Assumptions',
    description: 'Every default number, with its range, unit, source and certainty.',
    tags: ['catalogues'],
    responses: {
      200: { description: 'The assumptions.', content: { 'application/json': { schema: assumptionsSchema } } },
      ...problemResponses(),
    },
  },
];

/** Adds the catalogue of default numbers. */
export const assumptions: Route = (app) => {
  app.get(
    '/v1/assumptions',
    catalogueHandler(() => ({
      assumptions_version: ASSUMPTIONS_VERSION,
      assumptions: ASSUMPTION_IDS.map(catalogueEntry),
    })),
  );
};
