// GET /v1/fields: every field of a request, with label, limits, example and default.

import { z } from 'zod';
import { catalogueOf, problemResponses, type Route } from '../http/route.ts';
import { FLAT_FIELDS } from '../report/flat.ts';
import { describedFields } from '../request/composition.ts';

/** A text in both languages. */
export const textSchema = z
  .object({
    ja: z.string().meta({ description: 'In Japanese.', example: '債権額' }),
    en: z.string().meta({ description: 'In English.', example: 'amount' }),
  })
  .meta({ id: 'Text', description: 'A text in both languages.' });

/** A field of a request as catalogues show it. */
export const describedFieldSchema = z
  .object({
    name: z.string().meta({ description: 'Name; nested names are written with a dot.', example: 'amount' }),
    kind: z.string().meta({ description: 'Kind of value.', example: 'amount' }),
    label: textSchema,
    description: z.string().meta({ description: 'What it means.', example: 'Unpaid principal, tax included.' }),
    description_ja: z
      .string()
      .optional()
      .meta({ description: 'What it means, in Japanese.', example: '未回収の元本（税込）。' }),
    example: z.unknown().meta({ description: 'A value that may be written.', example: 1250000 }),
    default: z.string().optional().meta({ description: 'What holds when it is left out.', example: 'medium' }),
    required: z.boolean().meta({ description: 'Whether it must be given.', example: true }),
    minimum: z.number().optional().meta({ description: 'Smallest value.', example: 0 }),
    maximum: z.number().optional().meta({ description: 'Largest value.', example: 100 }),
    values: z
      .array(z.string())
      .optional()
      .meta({ description: 'Values of a closed list.', example: ['none', 'partial', 'full'] }),
    once: z.boolean().optional().meta({
      description: 'In a ledger it holds for all invoices of a debtor together and is used up once.',
      example: true,
    }),
  })
  .meta({ id: 'FieldEntry', description: 'One field of a request.' });

const answerFieldSchema = z
  .object({
    name: z.string().meta({ description: 'Name for field= and out=.', example: 'best_net' }),
    label: textSchema,
    needs: z.union([z.string(), z.null()]).meta({
      description: 'The part of the answer that is computed for it, beyond the usual.',
      example: 'break_even',
    }),
  })
  .meta({ id: 'AnswerField', description: 'One value of an answer.' });

const schema = z
  .object({
    fields: z.array(describedFieldSchema).meta({ description: 'The fields.' }),
    answer: z.array(answerFieldSchema).meta({ description: 'Single values of an answer, for cells and columns.' }),
  })
  .meta({ id: 'FieldCatalogue', description: 'Every field of a request, and every single value of an answer.' });

export const fields: Route = (app) => {
  const answer = [...FLAT_FIELDS.values()].map(({ name, label, needs }) => ({ name, label, needs: needs ?? null }));
  const value = { fields: describedFields(), answer };
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/v1/fields',
    operationId: 'listFields',
    summary: 'Fields',
    description: 'Every field of a request, with its label, limits, example and default.',
    tags: ['catalogues'],
    responses: {
      200: { description: 'The fields.', content: { 'application/json': { schema } } },
      ...problemResponses(),
    },
  });
  app.get(
    '/v1/fields',
    catalogueOf(() => value),
  );
};
