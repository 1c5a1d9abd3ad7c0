// GET /v1/fields: every field of a request, with label, limits, example and default.

import * as z from 'zod';
import { catalogueHandler } from '../http/caching.ts';
import { describedFieldSchema, textSchema } from '../http/catalogue_schema.ts';
import type { DescribedOperation, Route } from '../http/context.ts';
import { problemResponses } from '../http/description.ts';
import { FLAT_FIELDS } from '../report/flat.ts';
import { describedFields } from '../request/composition.ts';
import { forDescription } from '../values/description.ts';

const answerFieldSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      name: z.string().meta({ description: 'Name for field= and out=.', example: 'best_net' }),
      label: textSchema,
      needs: z.union([z.string(), z.null()]).meta({
        description: 'The part of the answer that is computed for it, beyond the usual.',
        example: 'break_even',
      }),
    })
    .meta({ id: 'AnswerField', description: 'One value of an answer.' }),
);

const fieldsSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      fields: z.array(describedFieldSchema).meta({ description: 'The fields.' }),
      answer: z.array(answerFieldSchema).meta({ description: 'Single values of an answer, for cells and columns.' }),
    })
    .meta({ id: 'FieldCatalogue', description: 'Every field of a request, and every single value of an answer.' }),
);

/** The description of the operation. */
export const describeFields = (): DescribedOperation[] => [
  {
    method: 'get',
    path: '/v1/fields',
    operationId: 'listFields',
    summary: 'Fields',
    description: 'Every field of a request, with its label, limits, example and default.',
    tags: ['catalogues'],
    responses: {
      200: { description: 'The fields.', content: { 'application/json': { schema: fieldsSchema } } },
      ...problemResponses(),
    },
  },
];

/** Adds the catalogue of fields. */
export const fields: Route = (app) => {
  const answer = [...FLAT_FIELDS.values()].map(({ name, label, needs }) => ({ name, label, needs: needs ?? null }));
  const value = { fields: describedFields(), answer };
  app.get(
    '/v1/fields',
    catalogueHandler(() => value),
  );
};
