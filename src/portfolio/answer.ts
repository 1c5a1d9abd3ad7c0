// The schema of the answer to a ledger: a status for each row, and what the rows come to together.

import * as z from 'zod';
import { ASSUMPTIONS_VERSION } from '../assumptions/values.ts';
import { problemSchema } from '../problem.ts';
import { answerSchema, type Report } from '../report/answer.ts';
import { MODEL_VERSION } from '../report/report.ts';
import { OPTION_IDS } from '../request/options.ts';
import { forDescription } from '../values/description.ts';
import { mappingSchema } from './mapping.ts';

const wholeYen = (description: string) => z.string().meta({ description, example: '812345' });
const idSchema = (description: string) => z.union([z.string(), z.null()]).meta({ description, example: 'A-1001' });

const assignedSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      option: z.string().meta({ description: 'Id of the first step.', example: OPTION_IDS[0] }),
      label: z.string().meta({ description: 'Its name.', example: '静観' }),
      net_value: wholeYen('Expected net value of going about it so, whole yen.'),
      hours: z.number().meta({ description: 'Hours of own time expected.', example: 1.5 }),
    })
    .meta({ id: 'Assigned', description: 'What to do within the hours available.' }),
);

/** Most rows of a claim that each of its rows names, so that the answer to a debtor with many invoices stays short. */
export const DECIDED_WITH_MAX = 20;

const decidedWithSchema = /* @__PURE__ */ forDescription(() =>
  z.array(z.int().min(0)).meta({
    description: `Index of the rows that were decided with this one as one claim, the first ${DECIDED_WITH_MAX} of them; the first of all has the whole evaluation.`,
    example: [0, 3],
  }),
);

const rowSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      index: z.int().min(0).meta({ description: 'Place among the rows, from 0.', example: 0 }),
      line: z.int().min(1).optional().meta({ description: 'Line of the file, from 1.', example: 5 }),
      id: idSchema('The id that the row gives.'),
      debtor_id: idSchema('The debtor that the row names.'),
      status: z.int().meta({ description: 'HTTP status that the row alone would have.', example: 200 }),
      result: z
        .record(z.string(), z.union([z.string(), z.number(), z.null()]))
        .optional()
        .meta({
          description: 'The values asked for, by name; money as decimal text.',
          example: { best_label: '自社督促', best_net: '905246' },
        }),
      decided_with: decidedWithSchema.optional(),
      decided_rows: z
        .int()
        .optional()
        .meta({ description: 'How many rows were decided as one claim, where they are several.', example: 2 }),
      notes: z
        .array(
          z
            .strictObject({
              code: z.string().meta({ description: 'Stable code.', example: 'age_estimated' }),
              text: z.string().meta({ description: 'What to know.', example: '滞留日数は区分の中央です。' }),
            })
            .meta({ id: 'RowNote', description: 'Something to know about how a row was read.' }),
        )
        .optional()
        .meta({ description: 'What to know about how the row was read.' }),
      assigned: assignedSchema.optional(),
      evaluation: answerSchema.optional(),
      problem: problemSchema.optional(),
    })
    .meta({ id: 'PortfolioRow', description: 'One row: its values, or why there are none.' }),
);

/** The answer to one row. */
export type RowAnswer = Omit<z.output<typeof rowSchema>, 'evaluation'> & { readonly evaluation?: Report };

const optionSumSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      label: z.string().meta({ description: 'Name of the option.', example: '自社督促' }),
      count: z.int().meta({ description: 'Rows it is recommended for.', example: 12 }),
      face: wholeYen('What is owed on them.'),
      net_value: wholeYen('What they are expected to bring.'),
      over_waiting: z.union([z.string(), z.null()]).meta({
        description: 'How much more than doing nothing more; null where that was left out.',
        example: '112345',
      }),
    })
    .meta({ id: 'OptionSum', description: 'What one option comes to.' }),
);

/** Days ahead for which the deadlines of a ledger are listed. */
export const DEADLINE_DAYS = 90;
/** Most deadlines that a ledger lists, the next ones first. */
export const DEADLINES_MAX = 100;

const ledgerDeadlineSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      on: z.string().meta({ description: 'Last day.', example: '2027-01-31' }),
      days: z.int().meta({ description: 'Days from the valuation until then.', example: 71 }),
      index: z.int().meta({ description: 'Index of the first row of the claim.', example: 0 }),
      line: z.union([z.int(), z.null()]).meta({ description: 'Its line in the file.', example: 5 }),
      id: idSchema('Its id.'),
      debtor_id: idSchema('Its debtor.'),
      kind: z.string().meta({ description: 'What it is the deadline of.', example: 'limitation' }),
      text: z.string().meta({ description: 'What to do by then.', example: 'この日までに訴えを起こします。' }),
      citation: z.union([z.string(), z.null()]).meta({ description: 'Article.', example: '民法166条1項' }),
    })
    .meta({ id: 'LedgerDeadline', description: 'A day that must not be missed for one claim of a ledger.' }),
);

/** A day that must not be missed for one claim of a ledger. */
export type LedgerDeadline = z.output<typeof ledgerDeadlineSchema>;

const summarySchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      rows: z.int().meta({ description: 'Rows read.', example: 500 }),
      ok: z.int().meta({ description: 'Rows evaluated.', example: 498 }),
      failed: z.int().meta({ description: 'Rows with a problem.', example: 2 }),
      claims: z.int().meta({ description: 'Claims decided: invoices decided together count once.', example: 320 }),
      face: wholeYen('What is owed on the rows evaluated.'),
      net_value: wholeYen(
        'What the recommended steps are expected to bring; within the budget of hours where there is one.',
      ),
      over_waiting: z.union([z.string(), z.null()]).meta({
        description: 'How much more than doing nothing more; null where that was left out.',
        example: '212345',
      }),
      by_option: z
        .record(z.string(), optionSumSchema)
        .meta({ description: 'Rows and sums by recommended option, most rows first.' }),
      hours: z.number().meta({ description: 'Hours of own time expected.', example: 120.5 }),
      budget: z
        .union([z.number(), z.null()])
        .meta({ description: 'Hours there are; null when nothing was said.', example: 100 }),
      price_of_one_more_hour: z
        .union([z.string(), z.null()])
        .meta({ description: 'Yen that one more hour would bring; null without a budget.', example: '52000' }),
      deadlines: z.array(ledgerDeadlineSchema).meta({
        description: `Days within ${DEADLINE_DAYS} days that must not be missed, at most ${DEADLINES_MAX}, the next ones first.`,
      }),
      deadline_count: z.int().meta({ description: `How many there are within ${DEADLINE_DAYS} days.`, example: 3 }),
      text: z.string().meta({ description: 'All this in two or three sentences.', example: '…' }),
    })
    .meta({ id: 'PortfolioSummary', description: 'What the rows come to together.' }),
);

/** What the rows of a ledger come to together. */
export type PortfolioSummary = z.output<typeof summarySchema>;

const portfolioMetaSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      model_version: z.string().meta({ description: 'Version of the model.', example: MODEL_VERSION }),
      law_version: z.string().meta({ description: 'Version of the law data.', example: 'jp-2026-06-27' }),
      assumptions_version: z
        .string()
        .meta({ description: 'Version of the assumptions.', example: ASSUMPTIONS_VERSION }),
      as_of: z.string().meta({ description: 'Day of the valuation, for rows that name none.', example: '2026-11-21' }),
      lang: z.string().meta({ description: 'Language of the texts.', example: 'ja' }),
    })
    .meta({ id: 'PortfolioMeta', description: 'What the rows were computed with.' }),
);

/** What the rows of a ledger were computed with. */
export type PortfolioMeta = z.output<typeof portfolioMetaSchema>;

/** The answer as JSON; other forms hold the same. */
export const portfolioSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      meta: portfolioMetaSchema,
      ledger: mappingSchema.optional(),
      rows: z.array(rowSchema).optional().meta({ description: 'One entry for each row, in their order.' }),
      table: z
        .array(z.array(z.union([z.string(), z.number(), z.null()])))
        .optional()
        .meta({
          description: 'For a table: one line for each line of it, the first the names of the values.',
          example: [
            ['best_label', 'best_net'],
            ['自社督促', 905246],
          ],
        }),
      summary: summarySchema.optional().meta({
        description: 'What the rows come to together; absent only where the answer was broken off.',
      }),
      problem: problemSchema.optional().meta({
        description:
          'Why the answer was broken off after its first rows: in the place of the summary, because the status had been sent by then.',
      }),
    })
    .meta({ id: 'Portfolio', description: 'A ledger evaluated.' }),
);
