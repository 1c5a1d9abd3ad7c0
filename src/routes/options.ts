// GET /v1/options: what can be done with a receivable, and what may be said about each option.

import * as z from 'zod';
import { describeField } from '../fields/field.ts';
import { catalogueHandler } from '../http/caching.ts';
import { describedFieldSchema, textSchema } from '../http/catalogue_schema.ts';
import type { DescribedOperation, Route } from '../http/context.ts';
import { problemResponses } from '../http/description.ts';
import * as registry from '../options/index.ts';
import { OPTION_IDS } from '../request/options.ts';
import { forDescription } from '../values/description.ts';

const optionsSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      options: z
        .array(
          z
            .object({
              id: z.string().meta({ description: 'Id in requests and answers.', example: OPTION_IDS.at(0) }),
              label: textSchema.meta({ description: 'Name.' }),
              description: textSchema.meta({ description: 'What it is.' }),
              group: z.string().optional().meta({ description: 'Name of a group of several options.' }),
              shape: z
                .string()
                .meta({ description: 'How it enters a plan: effort, offer, exit or reduction.', example: 'offer' }),
              terms: z.array(describedFieldSchema).meta({ description: 'What may be said about it in a request.' }),
            })
            .meta({ id: 'OptionEntry', description: 'One option.' }),
        )
        .meta({ description: 'The options.' }),
    })
    .meta({ id: 'OptionCatalogue', description: 'Every option.' }),
);

/** The description of the operation. */
export const describeOptions = (): DescribedOperation[] => [
  {
    method: 'get',
    path: '/v1/options',
    operationId: 'listOptions',
    summary: 'Options',
    description: 'Every option that is considered, with what may be said about it.',
    tags: ['catalogues'],
    responses: {
      200: { description: 'The options.', content: { 'application/json': { schema: optionsSchema } } },
      ...problemResponses(),
    },
  },
];

/** Adds the catalogue of options. */
export const options: Route = (app) => {
  const value = {
    options: Object.values(registry)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, label, description, group, shape, terms, group_terms }) => ({
        id,
        label,
        description,
        ...(group === undefined ? {} : { group }),
        shape,
        terms: [
          ...Object.entries(terms.shape).map(([name, field]) => describeField(`${id}.${name}`, field as z.ZodType)),
          ...Object.entries(group_terms?.shape ?? {}).map(([name, field]) =>
            describeField(`${group}.${name}`, field as z.ZodType),
          ),
        ].flatMap((field) => field ?? []),
      })),
  };
  app.get(
    '/v1/options',
    catalogueHandler(() => value),
  );
};
