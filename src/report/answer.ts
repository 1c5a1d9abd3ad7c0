// The schema of the answer: what `/v1/evaluate` promises. Money is decimal text in whole yen, chances are fractions.

import * as z from 'zod';
import { KINDS } from '../assumptions/kinds.ts';
import { ASSUMPTIONS_VERSION } from '../assumptions/values.ts';
import { DEFAULT_JURISDICTION } from '../law/jurisdictions.ts';
import { FAMILIES, type Family } from '../options/option.ts';
import { MODEL_VERSION } from '../request/model_version.ts';
import { forDescription } from '../values/description.ts';
import { gapSchema } from './attribution.ts';
import { breakEvenSchema } from './break_even.ts';
import { BRIDGE_STEPS, type BridgeStep } from './bridge.ts';
import { cashSchema } from './cash.ts';
import { BAR_CODES, reasonCodes, riskCodes, warningCodes } from './codes.ts';
import { outcomesSchema } from './distribution.ts';
import { informationSchema } from './information.ts';
import { negotiationSchema } from './negotiation_schema.ts';
import { coded, day, name, oneOf, optionName, orNull, share, text, yen } from './parts.ts';
import { sensitivitySchema } from './sensitivity.ts';
import { estimateSchema, uncertaintySchema } from './uncertainty.ts';
import { whyNotSchema } from './why_not.ts';

const metaSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      model_version: name('Version of the valuation model.', MODEL_VERSION),
      law_version: name('Version of the law data.', '2026-06-27'),
      assumptions_version: name('Version of the default assumptions.', ASSUMPTIONS_VERSION),
      jurisdiction: name('Jurisdiction whose law applies.', DEFAULT_JURISDICTION),
      currency: name('ISO 4217 code of every amount.', 'JPY'),
      as_of: day('Day on which the claim is valued.'),
      lang: z.enum(['ja', 'en']).meta({ description: 'Language of the texts.', example: 'ja' }),
      input_hash: name('SHA-256 of the canonical input, first 16 hex digits.', '0b4e94cb3ba3f55f'),
      reference: orNull(z.string().max(60).meta({ description: 'Text of the caller.', example: 'AR-2026-0415' })),
    })
    .meta({ id: 'Meta', description: 'What the answer was computed with.' }),
);

const planStep = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      from: day('First day of the step.'),
      to: orNull(day('Day on which the next step begins if nothing was paid; null for the last step.')),
      option: optionName('Option of the step.'),
      label: text('Name of the option.'),
      text: text('What to do.'),
      until: text('What ends the step.'),
      documents: z
        // Here 'demand' is a document, not an option.
        .array(name('Kind of a document; see GET /v1/documents.', 'demand'))
        .max(10)
        .meta({ description: 'Documents that the step needs; POST /v1/documents/{kind} drafts them.' }),
      chance_reached: share('Chance that the claim is still open then.'),
      sell_above: yen('Take any firm cash offer above this instead.'),
      months: z
        .array(
          z
            .strictObject({
              on: day('Day of the decision.'),
              chance_reached: share('Chance that the claim is still open then.'),
              sell_above: yen('Take any firm cash offer above this instead.'),
            })
            .meta({ id: 'PlanMonth', description: 'One decision inside a step.' }),
        )
        // A claim may fall due in ten years.
        .max(200)
        .meta({ description: 'Every decision inside the step, month by month.' }),
    })
    .meta({ id: 'PlanStep', description: 'One dated step of the plan.' }),
);

const deadline = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      on: day('Last day.'),
      kind: name('What it is the deadline of.', 'limitation'),
      text: text('What to do by then.'),
      citation: orNull(text('Article.')),
    })
    .meta({ id: 'Deadline', description: 'A day that must not be missed.' }),
);

const callSchema = /* @__PURE__ */ forDescription(() => z.enum(['clear', 'likely', 'close']));

const recommendation = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      option: optionName('The recommended first step.'),
      label: text('Its name.'),
      headline: text('One sentence to forward.'),
      net_value: yen('Expected net value today, with the best continuation.'),
      family: z
        .enum(Object.keys(FAMILIES) as [Family, ...Family[]])
        .meta({ description: 'Family of the recommended step.', example: 'in_house' }),
      family_label: text('Its name.'),
      margin: yen('Value over the best other first step, or certainty equivalent if risk is averse; never negative.'),
      family_margin: orNull(yen('The same over the best first step of another family; null when there is none.')),
      chance_best: orNull(share('Share of worlds in which it is best, to the nearest 5 %; null until asked for.')),
      chance_level: orNull(share('The same, best or tied with the best; null until asked for.')),
      call_label: text('How clear it is, in words.'),
      step_call_label: text('How clear the step is inside its family, in words.'),
      call: callSchema.meta({ description: 'How clear the family of the step is.', example: 'clear' }),
      step_call: callSchema.meta({ description: 'How clear the step is inside its family.', example: 'close' }),
      reasons: z
        .array(coded(reasonCodes(), { id: 'Reason', description: 'A reason for the recommendation.' }))
        .max(20)
        .meta({ description: 'Why.' }),
      gap: orNull(gapSchema),
      risks: z
        .array(coded(riskCodes(), { id: 'Risk', description: 'What can go wrong with the step or the claim.' }))
        .max(20)
        .meta({ description: 'What can go wrong.' }),
      plan: z.array(planStep).max(60).optional().meta({ description: 'Dated steps and switch points.' }),
      cash: cashSchema.optional(),
      deadlines: z.array(deadline).max(20).meta({ description: 'Days that must not be missed.' }),
      review_on: day('Day on which to evaluate again.'),
      review: text('When to evaluate again: the day, and the news on which to do it before.'),
    })
    .meta({ id: 'Recommendation', description: 'What to do first, why, and what follows.' }),
);

const bar = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      code: oneOf(BAR_CODES, 'Why it is closed; never changes.'),
      text: text('Why the option is closed.'),
      inputs: z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
        .meta({ description: 'Inputs that decided it.' }),
      citation: orNull(text('Article or source.')),
      opens_if: text('What would open it.'),
    })
    .meta({ id: 'Bar', description: 'A reason why an option is closed.' }),
);

const byKind = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject(
      Object.fromEntries(KINDS.map((kind) => [kind, yen(`Value if the debtor is ${kind}.`)])) as Record<
        (typeof KINDS)[number],
        z.ZodString
      >,
    )
    .meta({ id: 'ByKind', description: 'Value per kind of debtor; weighted by debtor.belief it gives net_value.' }),
);

const bridgeSchema = /* @__PURE__ */ forDescription(() =>
  z
    .array(
      z
        .strictObject({
          step: z
            .enum(Object.keys(BRIDGE_STEPS) as [BridgeStep, ...BridgeStep[]])
            .meta({ description: 'Step of the bridge.', example: 'face' }),
          label: text('Its name.'),
          amount: yen('Change, in whole yen; face and net are totals.'),
        })
        .meta({ id: 'BridgeStep', description: 'One step from face to net.' }),
    )
    .max(20),
);

/** What every option says, whatever its status. */
const naming = /* @__PURE__ */ forDescription(() => ({
  id: optionName('Its id.'),
  label: text('Name of the option.'),
  family: z
    .enum(Object.keys(FAMILIES) as [Family, ...Family[]])
    .meta({ description: 'Family in which it is compared first.', example: 'in_house' }),
  status_label: text('The status in words; where parts are named, or of the recommended option.').optional(),
  break_even: breakEvenSchema.optional(),
  break_even_notes: z
    .array(text('A break-even as a sentence.'))
    .max(10)
    .optional()
    .meta({ description: 'The break-evens in words, where they were asked for.' }),
}));

const openSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      rank: z.int().min(1).max(100).meta({ description: 'Place among open options.', example: 1 }),
      ...naming,
      status: z.literal('open').meta({ description: 'It can be started.' }),
      tied: z
        .boolean()
        .meta({ description: 'Whether its value is within the band of near ties of the first.', example: false }),
      tie_note: text('What speaks for a tied option, and what choosing it first costs; only where tied.').optional(),
      bars: z.array(bar).max(0).meta({ description: 'Always empty: nothing closes it.' }),
      terms: z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
        .meta({ description: 'Terms it was valued with, those chosen by the engine included.' }),
      net_value: yen('As first step, then the best continuation.'),
      stand_alone_value: yen('This option and nothing after it.'),
      p10: yen('One time in ten it brings less.'),
      p50: yen('Median outcome.'),
      p90: yen('One time in ten it brings more.'),
      cvar10: yen('Mean of the worst tenth of outcomes.'),
      certainty_equivalent: yen(
        'Sum for certain that a risk-averse caller holds equal; only where risk is averse.',
      ).optional(),
      chance_best: share('Share of worlds in which it is best, to the nearest 5 %; only where asked for.').optional(),
      chance_level: share('The same, best or tied with the best; only where asked for.').optional(),
      estimate: estimateSchema.optional(),
      why_not: whyNotSchema.optional(),
      chance_of_loss: share('Chance that costs exceed receipts.'),
      chance_paid_in_full: share('Chance of receiving at least nine tenths of face.'),
      months_to_cash: orNull(
        z.number().min(0).meta({
          description: 'Mean months until the money comes; null when none is expected.',
          example: 3.2,
        }),
      ),
      effort_hours: orNull(
        z.number().min(0).meta({
          description: 'Expected hours of own staff; null when an hour costs nothing.',
          example: 6.5,
        }),
      ),
      by_kind: byKind.optional(),
      bridge: bridgeSchema.optional().meta({
        description: 'From face to net value, without lines of zero; sums exactly.',
      }),
      then: z
        .array(optionName('A step.'))
        .max(60)
        .optional()
        .meta({ description: 'Steps that follow in the best sequence.' }),
      plan: z.array(planStep).max(60).optional().meta({ description: 'The whole plan that begins with it.' }),
      outcomes: outcomesSchema.optional(),
    })
    .meta({ id: 'OpenOption', description: 'An option that can be started, with its figures.' }),
);

const barredSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      ...naming,
      status: z.literal('barred').meta({ description: 'It cannot be started.' }),
      bars: z.array(bar).min(1).max(20).meta({ description: 'Why it is closed.' }),
    })
    .meta({ id: 'BarredOption', description: 'An option that cannot be started, with the reasons.' }),
);

// Here 'sell' is an object of a request, not an option.
const needsTermsSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      ...naming,
      status: z.literal('needs_terms').meta({ description: 'It can be valued once something is told.' }),
      bars: z.array(bar).min(1).max(20).meta({ description: 'What to tell, in words.' }),
      needs: z
        .array(name('Field of the request.', 'sell.offer'))
        .max(20)
        .meta({ description: 'Fields of the request that would let it be valued.' }),
    })
    .meta({ id: 'NeedsTermsOption', description: 'An option that cannot be valued yet, with what to tell.' }),
);

const optionSchema = /* @__PURE__ */ forDescription(() =>
  z.discriminatedUnion('status', [openSchema, barredSchema, needsTermsSchema]).meta({
    id: 'OptionAnswer',
    description: 'One way of recovering the claim; its status says which figures it has.',
  }),
);

const claimSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      principal: yen('Unpaid principal.'),
      overdue_days: z.int().meta({ description: 'Days past due; negative when not yet due.', example: 82 }),
      due_date: day('Due date.'),
      interest: yen('Late interest accrued to as_of.'),
      delay_rate: z.number().min(0).max(1).meta({ description: 'Yearly rate of late interest.', example: 0.03 }),
      interest_citation: orNull(text('Source of the rate.')),
      limitation: z
        .strictObject({
          last_day: day('Last safe day.'),
          status: z
            .enum(['safe', 'due_soon', 'suspended', 'expired_invocable'])
            .meta({ description: 'State of the limitation period.', example: 'safe' }),
          status_label: text('The same in words.'),
          days_left: z.int().meta({ description: 'Days to the last safe day.', example: 1744 }),
          citation: orNull(text('Article.')),
          steps: z
            .array(
              z.strictObject({
                day: day('Day of the step.'),
                code: name('What happened.', 'period'),
                text: text('What it did to the period.'),
                citation: orNull(text('Article.')),
              }),
            )
            .max(200)
            .meta({ description: 'How the last day came about.' }),
        })
        .meta({ id: 'Limitation', description: 'The limitation period.' }),
      court: z
        .enum(['summary', 'district'])
        .meta({ description: 'Court of first instance by value.', example: 'summary' }),
      small_claims: z.boolean().meta({ description: 'Whether the value allows small claims.', example: false }),
    })
    .meta({ id: 'ClaimFacts', description: 'What follows from the claim and the law on the day.' }),
);

const kindShares = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject(
      Object.fromEntries(KINDS.map((kind) => [kind, share(`Chance that the debtor is ${kind}.`)])) as Record<
        (typeof KINDS)[number],
        z.ZodNumber
      >,
    )
    .meta({ id: 'Belief', description: 'How likely each kind of debtor is; sums to 1.' }),
);

const debtorSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      belief: kindShares,
      drivers: z
        .array(
          z.strictObject({
            field: name('Field of the request.', 'contact'),
            effect: text('What it changed most.'),
            kind: oneOf(KINDS, 'Kind whose chance it moved most.'),
            from: share('Chance before.'),
            to: share('Chance after.'),
          }),
        )
        .max(20)
        .meta({ description: 'Which fact moved the belief, in the order taken into account.' }),
      failure_12m: share('Chance of insolvency proceedings within 12 months.'),
    })
    .meta({ id: 'DebtorFacts', description: 'Who the debtor probably is.' }),
);

const assumption = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      id: name('Path; send it in `assumptions` to replace it.', 'money.discount_rate'),
      value: z.number().meta({ description: 'Value used.', example: 0.06 }),
      source: text('Where it comes from.'),
      certainty: z
        .enum(['official', 'secondary', 'poll', 'judgement', 'caller'])
        .meta({ description: 'How sure it is.', example: 'judgement' }),
    })
    .meta({ id: 'AssumptionUsed', description: 'A default or an override that the answer rests on.' }),
);

/** The answer of `/v1/evaluate`. */
export const answerSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      meta: metaSchema,
      recommendation,
      options: z.array(optionSchema).max(60).meta({ description: 'Every option, best first; closed ones last.' }),
      claim: claimSchema,
      debtor: debtorSchema,
      uncertainty: orNull(uncertaintySchema),
      sensitivity: orNull(sensitivitySchema),
      information: orNull(informationSchema),
      negotiation: negotiationSchema.optional(),
      assumptions_used: z.array(assumption).max(400).meta({
        description:
          'Numbers the recommended sequence rests on: those of the caller and the five that matter most, or all when asked for.',
      }),
      not_modelled: z.array(text('A limit of the model.')).max(30).meta({ description: 'What the figures leave out.' }),
      warnings: z
        .array(
          z
            .strictObject({
              code: oneOf(warningCodes(), 'What it says; never changes.'),
              field: orNull(name('Field of the request.', 'delay_rate')),
              text: text('Sentence.'),
              severity: z.enum(['info', 'warning']).meta({ description: 'How serious.', example: 'warning' }),
            })
            .meta({ id: 'Warning', description: 'Something to know before acting.' }),
        )
        .max(30)
        .meta({ description: 'Things to know before acting.' }),
      disclaimer: text('What this is not.'),
    })
    .meta({ id: 'Evaluation', description: 'The ranked recommendation for one receivable.' }),
);

/** The answer as it is promised. */
export type EvaluationAnswer = z.output<typeof answerSchema>;

type OpenAnswer = z.output<typeof openSchema>;
type NeedsTermsOption = z.output<typeof needsTermsSchema>;
type EveryOption = 'id' | 'label' | 'family' | 'bars';

/** One option of the answer, whatever its status: what the status has no place for is missing. */
export type OptionAnswer = Pick<OpenAnswer, EveryOption> & {
  readonly status: EvaluationAnswer['options'][number]['status'];
} & Partial<Omit<OpenAnswer, EveryOption | 'status'> & Pick<NeedsTermsOption, 'needs'>>;

/** The answer as a plain JSON value, its options alike for those who write it. */
export type Report = Omit<EvaluationAnswer, 'options'> & { readonly options: readonly OptionAnswer[] };

/** What is told of one invoice, also where several are decided together. Here 'small_claims' is a field, not an option. */
export type Invoice = Omit<Report['claim'], 'court' | 'small_claims'>;
