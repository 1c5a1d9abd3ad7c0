// GET and POST /v1/limitation: until when a claim can be enforced, and every step that leads to that day, with its article.

import * as z from 'zod';
import { claimFields } from '../claim/claim_fields.ts';
import { EVENT_KINDS, EVENT_LIST_META, limitationEventsOf, limitationRuleOf } from '../claim/event.ts';
import { checkClaim } from '../claim/rules.ts';
import { choiceField, dayField, listField } from '../fields/field.ts';
import { column, fact } from '../formats/format.ts';
import {
  bodySchema,
  type CalculatorAnswer,
  type CalculatorContext,
  type CalculatorValues,
  calculatorRoute,
} from '../http/calculator.ts';
import {
  calculationMetaSchema,
  certaintySchema,
  citationSchema,
  daySchema,
  distinctSources,
  type LawWarning,
  sourceOf,
  unverifiedWarning,
  warningList,
  warningsSchema,
  warningTexts,
} from '../http/law_schema.ts';
import { LIMITATION_EVENTS } from '../law/contract/limitation.ts';
import { periodAt, weakest } from '../law/dated.ts';
import * as laws from '../law/index.ts';
import type { Jurisdiction } from '../law/law.ts';
import { type Limitation, type LimitationRequest, reckonLimitation } from '../law/limitation.ts';
import { addDays, type Day } from '../values/day.ts';
import { forDescription } from '../values/description.ts';
import type { Text } from '../values/text.ts';

const LIMITATION_EVENT_KINDS = [...new Set([...EVENT_KINDS, ...LIMITATION_EVENTS])];

/** Names of the periods that a fact beside the kind of claim brings, in any law. */
const SPECIALS = [
  ...new Set(
    Object.values(laws).flatMap((law: Jurisdiction) =>
      law.limitation.regimes.periods.flatMap(({ value }) => Object.keys(value?.special ?? {})),
    ),
  ),
].sort();

const limitationEventSchema = claimFields.events
  .unwrap()
  .element.extend({
    kind: choiceField(LIMITATION_EVENT_KINDS, {
      label: { ja: '種類', en: 'kind' },
      description: 'What happened.',
      example: 'demand_received',
    }),
  })
  .meta({ id: 'LimitationEvent', description: 'Something that suspends a limitation period or starts it anew.' });

/** A day beside the due date, which counts where it is left out. */
const datedField = (ja: string, en: string, description: string, example: Day) =>
  dayField({ label: { ja, en }, description, example, default: 'due date' }).optional();

const limitationFields = {
  due_date: claimFields.due_date,
  overdue_days: claimFields.overdue_days,
  as_of: claimFields.as_of,
  contract_date: claimFields.contract_date,
  claim_kind: claimFields.claim_kind,
  debtor_type: claimFields.debtor_type,
  title: claimFields.title,
  title_on: datedField(
    '債務名義の確定日',
    'title on',
    'Day on which the title became final, or a deed was made.',
    '2025-08-05',
  ),
  accrued_on: datedField('債権の発生日', 'accrued on', 'Day on which the claim arose.', '2026-06-30'),
  known_on: datedField('知った日', 'known on', 'Day on which the creditor learned of the claim.', '2026-08-31'),
  completed_on: datedField(
    '工事・事件の終了日',
    'completed on',
    'Day on which the works or the matter ended.',
    '2026-07-31',
  ),
  special: choiceField(SPECIALS, {
    label: { ja: '特別な期間', en: 'special period' },
    description: 'A fact that brings a period of its own, such as an instrument.',
    example: 'promissory_note',
    default: 'period of the kind of claim',
  }).optional(),
  events: listField(limitationEventSchema, EVENT_LIST_META).optional(),
};

const LIMITATION_STATUS = {
  safe: { ja: '余裕あり', en: 'safe' },
  due_soon: { ja: 'まもなく満了', en: 'due soon' },
  suspended: { ja: '完成猶予中', en: 'suspended' },
  expired_invocable: { ja: '期間満了（援用されうる）', en: 'expired, can be invoked' },
} as const satisfies Record<string, Text>;

/** The answer. */
export const limitationSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      last_day: daySchema('Last safe day; while a proceeding goes on, as if it were withdrawn today.'),
      status: z.enum(['safe', 'due_soon', 'suspended', 'expired_invocable']).meta({
        description: 'safe, due_soon (180 days or fewer), suspended, or expired_invocable (the debtor may refuse).',
        example: 'safe',
      }),
      days_left: z.int().meta({ description: 'Days until the last day; negative when it is past.', example: 1744 }),
      original_last_day: daySchema('Last day without title and events.'),
      regime: z.string().meta({ description: 'Id of the set of periods that governs the claim.', example: 'new' }),
      period: z
        .object({
          code: z.string().meta({ description: 'Id of the period.', example: 'general' }),
          label: z.string().meta({ description: 'Its name.', example: '知った時から5年・行使できる時から10年' }),
        })
        .meta({ description: 'The period in force on the day.' }),
      invocation_needed: z.boolean().meta({
        description: 'Whether the debtor must invoke limitation, or the right ends by itself.',
        example: true,
      }),
      due_date: daySchema('Due date.'),
      as_of: daySchema('Day on which we look.'),
      steps: z
        .array(
          z
            .object({
              day: daySchema('Day of the step.'),
              code: z.string().meta({ description: 'Stable code.', example: 'started' }),
              text: z
                .string()
                .meta({ description: 'What the step does.', example: '催告の到達：2026-09-20まで完成しない' }),
              citation: citationSchema,
            })
            .meta({ id: 'LimitationStep', description: 'One step of the reckoning.' }),
        )
        .meta({ description: 'How the last day came about, from the first day on.' }),
      certainty: certaintySchema,
      citation: citationSchema.meta({ description: 'Source of the period.' }),
      warnings: warningsSchema,
      meta: calculationMetaSchema,
    })
    .meta({ id: 'LimitationAnswer', description: 'Until when a claim can be enforced.' }),
);

type LimitationFacts = CalculatorValues<typeof limitationFields>;

/** The facts in the form that the arithmetic of the law needs. */
function limitationRequest(data: LimitationFacts, as_of: Day): LimitationRequest {
  const { due_date, overdue_days = 0, claim_kind = 'other', events = [] } = data;
  const { contract_date, accrued_on, known_on, completed_on, debtor_type, special, title, title_on } = data;
  return {
    due_date: due_date ?? addDays(as_of, -overdue_days),
    as_of,
    claim_kind,
    events: limitationEventsOf(events),
    ...(contract_date === undefined ? {} : { contract_date }),
    ...(accrued_on === undefined ? {} : { accrued_on }),
    ...(known_on === undefined ? {} : { known_on }),
    ...(completed_on === undefined ? {} : { completed_on }),
    ...(debtor_type === undefined ? {} : { debtor_type }),
    ...(special === undefined ? {} : { special }),
    ...(title === undefined ? {} : { title }),
    ...(title_on === undefined ? {} : { title_on }),
  };
}

/** Whether the law that governs the claim has a period for the special fact. */
function hasSpecial(law: Jurisdiction, { due_date, contract_date, accrued_on, special }: LimitationRequest): boolean {
  if (special === undefined) return true;
  const accrued = accrued_on ?? due_date;
  const decides = contract_date !== undefined && contract_date < accrued ? contract_date : accrued;
  return Object.hasOwn(periodAt(law.limitation.regimes, decides).value?.special ?? {}, special);
}

/** What to know about the answer. */
function limitationWarnings(
  law: Jurisdiction,
  data: LimitationFacts,
  request: LimitationRequest,
  found: Limitation,
): readonly LawWarning[] {
  const { warnings, warn } = warningList();
  if (data.claim_kind === undefined && data.special === undefined)
    warn('claim_kind_assumed', {
      ja: '債権の種類（claim_kind）がないため、other として計算しています。短い期間が当てはまることがあります。',
      en: 'Without claim_kind the claim is taken as other; a shorter period may apply.',
    });
  if (data.contract_date === undefined && data.special === undefined)
    warn('contract_date_assumed', {
      ja: '契約日（contract_date）がないため、債権の発生日か支払期日の法によっています。',
      en: 'Without contract_date the law of the day of accrual, else of the due date, is taken.',
    });
  if (!hasSpecial(law, request))
    warn('special_without_period', {
      ja: `この債権に当てはまる法には ${data.special} の期間がなく、債権の種類の期間によっています。`,
      en: `The law that governs the claim has no period for ${data.special}; that of the kind of claim is taken.`,
    });
  if (found.invocation_lost_on !== null)
    warn('invocation_lost', {
      ja: `期間の満了後の${found.invocation_lost_on}の承認により、相手は満了を援用できないものとして数えています。消費者が知らずに少額を払ったような場合は、裁判所が援用を認めることがあります。`,
      en: `The acknowledgment of ${found.invocation_lost_on} came after the period had run; the debtor is taken to have lost the right to invoke that. Courts protect a consumer who paid a little without knowing of it.`,
    });
  if (data.events?.some(({ kind }) => limitationRuleOf(kind) === null))
    warn('event_without_effect', {
      ja: '時効に効力のない出来事（other）は数えていません。',
      en: 'Events of the kind other have no effect on limitation and are left out.',
    });
  return warnings;
}

/** The answer for programs, tables and readers. */
function answerLimitation(data: LimitationFacts, { law, lang, day: as_of }: CalculatorContext): CalculatorAnswer {
  const request = limitationRequest(data, as_of);
  const found = reckonLimitation(law, request);
  const { last_day, status, days_left, original_last_day, regime, invocation_needed } = found;
  // Steps are noted as they are met; a reader follows them by their days.
  const inOrder = found.steps.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const steps = inOrder.map(({ day, code, text, citation }) => ({
    day,
    code,
    text: text[lang],
    citation: sourceOf(citation, lang),
  }));
  const citations = distinctSources([found.citation, ...found.steps.map(({ citation }) => citation)]);
  const certainty = weakest(citations.map((citation) => citation.certainty));
  const warnings = warningTexts(
    [...limitationWarnings(law, data, request, found), ...unverifiedWarning(certainty, citations)],
    lang,
  );
  const period = { code: found.period.code, label: found.period.label[lang] };
  const citation = sourceOf(found.citation, lang);
  return {
    name: 'limitation',
    value: {
      last_day,
      status,
      days_left,
      original_last_day,
      regime,
      period,
      invocation_needed,
      due_date: request.due_date,
      as_of,
      steps,
      certainty,
      citation,
      warnings,
    },
    headline:
      lang === 'ja'
        ? `時効の最終日：${last_day}（${LIMITATION_STATUS[status].ja}、${days_left < 0 ? `${-days_left}日経過` : `残り${days_left}日`}）`
        : `Last day before limitation: ${last_day} (${LIMITATION_STATUS[status].en}, ${days_left < 0 ? `${-days_left} days ago` : `${days_left} days left`})`,
    facts: [
      fact('last_day', { ja: '最終日', en: 'last day' }, last_day),
      fact('status', { ja: '状態', en: 'status' }, status),
      fact('days_left', { ja: '残り日数', en: 'days left' }, days_left),
      fact('original_last_day', { ja: '出来事がない場合の最終日', en: 'without events' }, original_last_day),
      fact('regime', { ja: '適用される法', en: 'regime' }, regime),
      fact('period', { ja: '期間', en: 'period' }, period.code),
      fact('period_label', { ja: '期間の内容', en: 'period in words' }, period.label),
      fact('invocation_needed', { ja: '援用が必要', en: 'must be invoked' }, invocation_needed),
      fact('due_date', { ja: '支払期日', en: 'due date' }, request.due_date),
      fact('certainty', { ja: '確からしさ', en: 'certainty' }, certainty),
      fact('citation', { ja: '根拠', en: 'source' }, citation.text, 'text'),
    ],
    columns: [
      column('step_day', { ja: '日付', en: 'day' }),
      column('step', { ja: '段階', en: 'step' }),
      column('step_text', { ja: '内容', en: 'what' }, 'text'),
      column('step_citation', { ja: '根拠', en: 'source' }, 'text'),
    ],
    rows: steps.map((step) => [step.day, step.code, step.text, step.citation.text]),
    notes: warnings.map(({ text }) => text),
  };
}

/** Adds the last day on which a claim can be enforced. */
export const limitation = calculatorRoute({
  path: '/v1/limitation',
  id: 'limitation',
  summary: 'Limitation',
  description:
    'The last day on which a claim can be enforced against a debtor who invokes the passage of time, with every step that leads to it.',
  fields: limitationFields,
  dayField: 'as_of',
  body: bodySchema(limitationFields, 'LimitationRequest', 'The facts that decide limitation.', {
    due_date: '2021-03-31',
    contract_date: '2021-02-10',
    claim_kind: 'services',
    as_of: '2026-09-10',
    events: [{ on: '2026-03-20', kind: 'demand_received' }],
  }),
  check: ({ due_date, overdue_days, contract_date, events }, as_of, unread) =>
    checkClaim(
      {
        as_of,
        due_date,
        overdue_days,
        contract_date,
        // The rules look at the days of an event only.
        events: events?.map((one) => ({ ...one, kind: 'other' as const })),
      },
      unread,
    ),
  answer: answerLimitation,
});
