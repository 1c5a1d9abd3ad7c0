// The schema of a prepared negotiation: what `include=negotiation` adds to the answer.

import * as z from 'zod';
import { forDescription } from '../values/description.ts';
import { day, name, optionName, orNull, share, text, yen } from './parts.ts';

const basis = (value: 'engine' | 'judgement', description: string) =>
  z.enum(['engine', 'judgement']).meta({ description, example: value });

const sumSchema = (id: string, description: string, from: 'engine' | 'judgement') =>
  z
    .strictObject({
      amount: orNull(yen('The sum; null where there is none.')),
      basis: basis(from, 'Whether the engine computed it, or it is a rule of thumb.'),
      text: text('The sum in words, and where it comes from.'),
    })
    .meta({ id, description });

const floorStatus = /* @__PURE__ */ forDescription(() =>
  z.enum(['found', 'always', 'never', 'closed']).meta({
    description:
      'found: the amount is the least worth accepting; always: any sum is; never: none is; closed: no lump sum can be agreed.',
    example: 'found',
  }),
);

const goalSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      principal: yen('Unpaid principal.'),
      interest: yen('Late interest accrued to as_of.'),
      full: yen('Both together.'),
      by: day('Day by which to have it.'),
      alternative: yen('Value today of the best way without any agreement with the debtor.'),
      alternative_option: optionName('Its first step.'),
      text: text('The goal in words.'),
    })
    .meta({ id: 'NegotiationGoal', description: 'What to reach, and what not agreeing is worth.' }),
);

const floorSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      amount: orNull(yen('Least lump sum worth accepting: break_even of the settlement; null unless found.')),
      status: floorStatus,
      basis: basis('engine', 'Where it comes from.'),
      text: text('The floor in words, or why there is none.'),
    })
    .meta({ id: 'NegotiationFloor', description: 'Lump sum below which to say no.' }),
);

const laterFloorSchema = /* @__PURE__ */ forDescription(() =>
  z.strictObject({
    on: day('Day on which a lump sum is offered.'),
    months: z.int().meta({ description: 'Months from as_of.', example: 3 }),
    amount: orNull(yen('Least lump sum worth accepting then.')),
    status: floorStatus,
    text: text('The same in words.'),
  }),
);

const offerSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      amount: yen('Lump sum that the debtor has offered.'),
      accept: z.boolean().meta({ description: 'Whether it reaches the floor.', example: false }),
      text: text('What to answer.'),
    })
    .meta({ id: 'NegotiationOffer', description: 'The answer to the offer of the debtor; null without one.' }),
);

const concessionSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      id: name('Name of the concession.', 'month_more'),
      option: optionName('Option whose terms it changes.'),
      cost: yen('By how much the agreement is then worth less to us.'),
      chance_before: share('Chance that the debtor agrees without it.'),
      chance_after: share('Chance that the debtor agrees with it.'),
      text: text('What is given away, what it costs and what it gains.'),
    })
    .meta({ id: 'Concession', description: 'One thing to give away.' }),
);

const askForSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      id: name('Name of what is asked for.', 'acknowledgment'),
      adds: orNull(yen('By how much it raises the value; null where it is not valued.')),
      text: text('What to ask for and what it is worth.'),
    })
    .meta({ id: 'AskFor', description: 'One thing to ask for in return.' }),
);

const questionSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      id: name('Field that the answer fills.', 'cause'),
      words: text('How to ask.'),
      worth: yen('What hearing the answer before deciding is worth.'),
      replies: z
        .array(
          z.strictObject({
            reply: text('The reply.'),
            chance: share('Chance of it.'),
            option: optionName('Best first step after it.'),
          }),
        )
        .max(10)
        .meta({ description: 'What each reply would lead to.' }),
      text: text('The question, its worth and what it would change.'),
    })
    .meta({ id: 'Question', description: 'A question for the call.' }),
);

const approachSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      about: name('Kind of debtor, or cause of non-payment.', 'slow'),
      label: text('Its name.'),
      chance: orNull(share('Chance of the kind; null for a cause.')),
      open: text('How to open.'),
      avoid: text('What to avoid.'),
    })
    .meta({ id: 'Approach', description: 'How to speak to one kind of debtor.' }),
);

const paperSchema = /* @__PURE__ */ forDescription(() =>
  z.strictObject({
    id: name('Name of the paper.', 'instalments'),
    text: text('What must be in it and why.'),
    citation: orNull(text('Article.')),
  }),
);

const stopSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      on: day('Day on which talking ends.'),
      next: orNull(optionName('The step that then begins.')),
      text: text('When talking ends.'),
      answers: z
        .array(text('An answer at which it ends at once.'))
        .max(5)
        .meta({ description: 'Answers that end it.' }),
    })
    .meta({ id: 'NegotiationStop', description: 'When to stop talking and go on.' }),
);

export const negotiationSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      text: text('The preparation in one or two sentences.'),
      goal: goalSchema,
      opening: sumSchema('NegotiationOpening', 'Lump sum to name first.', 'judgement'),
      target: sumSchema('NegotiationTarget', 'Lump sum to aim for.', 'engine'),
      floor: floorSchema,
      floor_by_month: z
        .array(laterFloorSchema)
        .max(12)
        .meta({ description: 'The floor later on, if nothing was paid or agreed until then: decided as of that day.' }),
      offer: orNull(offerSchema),
      concessions: z
        .array(concessionSchema)
        .max(20)
        .meta({ description: 'What may be given away, the cheapest chance of agreement first.' }),
      ask_for: z.array(askForSchema).max(20).meta({ description: 'What to ask for, the most valuable first.' }),
      questions: z
        .array(questionSchema)
        .max(10)
        .meta({ description: 'What to find out, the most worth knowing first.' }),
      say: z
        .array(approachSchema)
        .max(3)
        .meta({ description: 'How to speak: by the cause that is known, then for the two likeliest kinds of debtor.' }),
      in_writing: z.array(paperSchema).max(10).meta({ description: 'What to have on paper.' }),
      stop: stopSchema,
    })
    .meta({ id: 'Negotiation', description: 'Talks with the debtor, prepared; absent unless included.' }),
);
