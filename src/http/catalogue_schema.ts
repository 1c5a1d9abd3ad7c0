// The schemas that several catalogues have in common: a text in both languages, and a field of a request.

import * as z from 'zod';
import { forDescription } from '../values/description.ts';

/** A text in both languages. */
export const textSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      ja: z.string().meta({ description: 'In Japanese.', example: '債権額' }),
      en: z.string().meta({ description: 'In English.', example: 'amount' }),
    })
    .meta({ id: 'Text', description: 'A text in both languages.' }),
);

/** A field of a request as catalogues show it. */
export const describedFieldSchema = /* @__PURE__ */ forDescription(() =>
  z
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
      value_labels: z
        .record(z.string(), textSchema)
        .optional()
        .meta({
          description: 'What people call these values; the words are accepted as input, too.',
          example: { none: { ja: 'なし', en: 'none' } },
        }),
      once: z.boolean().optional().meta({
        description: 'In a ledger it holds for all invoices of a debtor together and is used up once.',
        example: true,
      }),
    })
    .meta({ id: 'FieldEntry', description: 'One field of a request.' }),
);
