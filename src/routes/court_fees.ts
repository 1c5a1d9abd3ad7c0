// GET /v1/court-fees: what a step costs at a court, a notary, the post or a lawyer, with every line, its source, and what of it
// nobody knows; and without a step what every step costs. Here 'suit' is a petition that costs a fee, not an option.

import * as z from 'zod';
import { claimFields } from '../claim/claim_fields.ts';
import { choiceField, countField, dayField, positiveAmountField } from '../fields/field.ts';
import { column, fact } from '../formats/format.ts';
import {
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
  nullableSchema,
  sourceOf,
  sourcesText,
  warningsSchema,
  warningTexts,
  yenSchema,
} from '../http/law_schema.ts';
import { costInTable, costShape, procedureShape, statedCost } from '../http/procedure_cost.ts';
import { type CostQuery, isPetition, needsAmount, PROCEDURES, type Procedure } from '../law/costs.ts';
import { LawNotCovered, weakest } from '../law/dated.ts';
import { isFixedBySuit } from '../law/fees.ts';
import { voice } from '../report/voice.ts';
import { forDescription } from '../values/description.ts';
import { moneyText, ZERO } from '../values/money.ts';

const courtFeeFields = {
  amount: positiveAmountField({
    label: { ja: '訴額・債権額', en: 'amount' },
    description:
      'Value of the claim: principal without interest and costs; for refund the fee that was paid. Needed where the fee follows it.',
    description_ja: '訴額（利息・費用を除く元本）。refund では納付した手数料。額に応じて決まる費用では必要です。',
    example: 1_000_000,
  }).optional(),
  procedure: choiceField(PROCEDURES, {
    label: { ja: '手続', en: 'procedure' },
    description:
      'The step: a petition, an objection that turns a payment order into a suit, a flat fee, a deed, a letter, a lawyer.',
    example: 'suit',
    default: 'every step',
  }).optional(),
  on: dayField({
    label: { ja: '申立日', en: 'on' },
    description:
      'Day of the petition or order, which decides the tariff; for an objection the day of the payment order.',
    example: '2026-11-21',
    default: 'today in the jurisdiction',
  }).optional(),
  suit_on: dayField({
    label: { ja: '訴え提起の日', en: 'suit on' },
    description: 'Day on which the suit was filed; an appeal keeps the tariff of that day.',
    description_ja: '訴えを提起した日。控訴・上告の手数料はこの日の定めによります。',
    example: '2026-04-01',
    default: 'the day of the petition',
  }).optional(),
  filing: claimFields.filing,
  defendants: countField({
    label: { ja: '被告の人数', en: 'defendants' },
    description: 'Number of defendants.',
    example: 1,
    default: '1',
    min: 1,
    max: 1000,
  }).optional(),
  sheets: countField({
    label: { ja: '枚数', en: 'sheets' },
    description: 'Sheets of a certified letter.',
    example: 1,
    default: '1',
    min: 1,
    max: 100,
  }).optional(),
};

const filingShape = /* @__PURE__ */ forDescription(() => ({
  on: daySchema('Day of the tariff.'),
  filing: z.string().meta({ description: 'Way of filing.', example: 'online' }),
}));

const courtFeesSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({ ...procedureShape, ...filingShape, ...costShape, meta: calculationMetaSchema })
    .meta({ id: 'CourtFees', description: 'What a step costs.' }),
);

const courtFeeListSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      amount: nullableSchema(yenSchema('Value of the claim; null when it was not stated.')),
      ...filingShape,
      procedures: z
        .array(
          z
            .object({ ...procedureShape, ...costShape })
            .meta({ id: 'ProcedureCost', description: 'What one step costs.' }),
        )
        .meta({
          description:
            'Every step, whether or not it is open for the amount; without an amount the fees that follow it are unknown.',
        }),
      certainty: certaintySchema,
      citations: z.array(citationSchema).meta({ description: 'Sources of the figures, each once.' }),
      warnings: warningsSchema,
      meta: calculationMetaSchema,
    })
    .meta({ id: 'CourtFeeList', description: 'What every step costs.' }),
);

/** The answer about one step, or about every petition. */
export const courtFeesAnswerSchema = /* @__PURE__ */ forDescription(() =>
  z.union([courtFeesSchema, courtFeeListSchema]).meta({
    description: 'What the step costs; without procedure what every step costs.',
  }),
);

type CourtFeeFacts = CalculatorValues<typeof courtFeeFields>;

/** What a cost depends on, with what holds when it is left out. */
const costQuery = ({ amount, filing, defendants, sheets, suit_on }: CourtFeeFacts, on: CostQuery['on']): CostQuery => ({
  amount: amount ?? ZERO,
  on,
  filing: filing ?? 'paper',
  defendants: defendants ?? 1,
  sheets: sheets ?? 1,
  suit_on,
});

/** Fields that the steps do not use. A row of a spreadsheet may carry them, so that they are noted, not refused. */
function unusedWarning(
  { sheets, defendants, suit_on }: CourtFeeFacts,
  procedures: readonly Procedure[],
  { law, day }: Pick<CalculatorContext, 'law' | 'day'>,
): LawWarning[] {
  const usesSuit = procedures.some((one) => isPetition(one) && isFixedBySuit(law, one, day));
  const usesDefendants = procedures.some((one) => isPetition(one) || one === 'objection');
  const unused = [
    ...(sheets !== undefined && !procedures.includes('certified_mail') ? ['sheets'] : []),
    ...(defendants !== undefined && !usesDefendants ? ['defendants'] : []),
    ...(suit_on !== undefined && !usesSuit ? ['suit_on'] : []),
  ];
  if (unused.length === 0) return [];
  const text = {
    ja: `この手続では使わない項目です：${unused.join('、')}。`,
    en: `This step does not use ${unused.join(', ')}.`,
  };
  return [{ code: 'not_used', text }];
}

/** What one step costs. */
function oneCost(
  data: CourtFeeFacts,
  procedure: Procedure,
  { law, lang, day: on }: CalculatorContext,
): CalculatorAnswer {
  const query = costQuery(data, on);
  const { filing } = query;
  const { cost, citations, named, figures } = statedCost(law, procedure, query, lang);
  const { fee, base, flat, postage, range, certainty, breakdown, estimates } = figures;
  const warnings = [...figures.warnings, ...warningTexts(unusedWarning(data, [procedure], { law, day: on }), lang)];
  const sum = cost.fee === null ? '–' : voice(lang, on, law).yen(cost.fee.toNumber());
  const ranges = estimates.map(({ label, low, high, unit }) => `${label}: ${low}–${high} ${unit}`);
  return {
    name: 'court-fees',
    value: { ...named, on, filing, ...figures, warnings },
    headline: lang === 'ja' ? `${named.label}：${sum}` : `${named.label}: ${sum}`,
    facts: [
      fact('procedure', { ja: '手続', en: 'procedure' }, procedure),
      fact('filing', { ja: '申立ての方法', en: 'filing' }, filing),
      // A fee that does not exist is no unknown one.
      fact('fee', { ja: '費用', en: 'fee' }, fee ?? undefined, 'amount'),
      fact('base', { ja: '額に応じた部分', en: 'by the amount' }, base ?? undefined, 'amount'),
      fact('flat', { ja: '定額部分', en: 'flat part' }, flat ?? undefined, 'amount'),
      fact('postage', { ja: '予納郵券', en: 'postage' }, cost.postage === undefined ? undefined : postage, 'amount'),
      fact('low', { ja: '幅の下', en: 'lower end' }, range?.low, 'amount'),
      fact('high', { ja: '幅の上', en: 'upper end' }, range?.high, 'amount'),
      fact('certainty', { ja: '確からしさ', en: 'certainty' }, certainty),
      fact('citations', { ja: '根拠', en: 'sources' }, sourcesText(citations, lang), 'text'),
    ],
    columns: [
      column('line', { ja: '明細', en: 'line' }),
      column('line_label', { ja: '内容', en: 'what' }),
      column('line_amount', { ja: '金額', en: 'amount' }, 'amount'),
    ],
    rows: breakdown.map(({ code, label, amount }) => [code, label, amount]),
    notes: [...warnings.map(({ text }) => text), ...ranges],
  };
}

/** The steps of the table. What a refund brings follows from a fee that was paid, not from the value of a claim. */
const LISTED_PROCEDURES = PROCEDURES.filter((procedure) => procedure !== 'refund');

/** What every step costs. */
function costTable(data: CourtFeeFacts, { law, lang, day: on }: CalculatorContext): CalculatorAnswer {
  const query = { ...costQuery(data, on), amount: data.amount };
  const { filing } = query;
  const amount = query.amount === undefined ? null : moneyText(query.amount);
  const costs = LISTED_PROCEDURES.map((procedure) => costInTable(law, procedure, query, lang));
  // A day on which nothing at all is covered is refused, as it is for one step.
  if (costs.every(({ figures }) => figures.warnings.some(({ code }) => code === 'not_covered')))
    throw new LawNotCovered(law.petitions.suit.id, on, 'before_first_day');
  const citations = distinctSources(costs.flatMap((one) => one.citations));
  const warnings = warningTexts(unusedWarning(data, LISTED_PROCEDURES, { law, day: on }), lang);
  const sum = query.amount === undefined ? null : voice(lang, on, law).yen(query.amount.toNumber());
  const colon = { ja: '：', en: ': ' }[lang];
  const headline = {
    ja: sum === null ? `手続の費用（${on}）` : `訴額${sum}の手続の費用`,
    en: sum === null ? `What each step costs on ${on}` : `What each step over ${sum} costs`,
  }[lang];
  return {
    name: 'court-fees',
    value: {
      amount,
      on,
      filing,
      procedures: costs.map(({ named, figures }) => ({ ...named, ...figures })),
      certainty: weakest(costs.map(({ cost }) => cost.certainty)),
      citations: citations.map((citation) => sourceOf(citation, lang)),
      warnings,
    },
    headline,
    facts: [
      fact('amount', { ja: '訴額', en: 'amount' }, amount ?? undefined, 'amount'),
      fact('filing', { ja: '申立ての方法', en: 'filing' }, filing),
    ],
    columns: [
      column('procedure', { ja: '手続', en: 'procedure' }),
      column('procedure_label', { ja: '手続の名称', en: 'name of the procedure' }),
      column('fee', { ja: '費用', en: 'fee' }, 'amount'),
      column('base', { ja: '額に応じた部分', en: 'by the amount' }, 'amount'),
      column('flat', { ja: '定額部分', en: 'flat part' }, 'amount'),
      column('postage', { ja: '予納郵券', en: 'postage' }, 'amount'),
      column('certainty', { ja: '確からしさ', en: 'certainty' }),
      column('citations', { ja: '根拠', en: 'sources' }, 'text'),
    ],
    rows: costs.map(({ cost, citations: sources, named, figures }) => {
      const { fee, base, flat, postage, unknown, certainty } = figures;
      return [
        named.procedure,
        named.label,
        // A fee that nobody can know here is no missing one.
        unknown.includes('fee') ? null : (fee ?? undefined),
        base ?? undefined,
        flat ?? undefined,
        cost.postage === undefined ? undefined : postage,
        certainty,
        sourcesText(sources, lang),
      ];
    }),
    notes: [
      ...costs.flatMap(({ named, figures }) => figures.warnings.map(({ text }) => `${named.label}${colon}${text}`)),
      ...warnings.map(({ text }) => text),
    ],
  };
}

/** Adds the costs of a step, and of every step. */
export const court_fees = calculatorRoute({
  path: '/v1/court-fees',
  id: 'courtFees',
  summary: 'Court fees',
  description:
    'What a petition, an enforcement step, a deed, a letter or a lawyer costs on a day, line by line, with sources; what is not known is said to be unknown. Without procedure: what every step costs; without an amount, too, the fees that follow one are then unknown.',
  fields: courtFeeFields,
  dayField: 'on',
  check: ({ amount, procedure, suit_on }, on, unread) => {
    if (suit_on !== undefined && on !== undefined && suit_on > on)
      return [
        {
          path: ['suit_on'],
          code: 'fact_after_as_of',
          expected: { ja: '申立日以前の日', en: 'a day on or before the petition' },
          detail: {
            ja: `訴え提起の日 ${suit_on} が申立日 ${on} より後です。`,
            en: `The suit of ${suit_on} is after the day of the petition, ${on}.`,
          },
        },
      ];
    if (procedure === undefined || !needsAmount(procedure) || amount !== undefined || unread.has('amount')) return [];
    return [
      {
        path: ['amount'],
        code: 'missing',
        expected: { ja: '0より大きい金額。例: 1000000', en: 'an amount above zero, such as 1000000' },
        detail: {
          ja: `${procedure} の費用は額によって決まります。amount を書いてください。`,
          en: `The cost of ${procedure} follows the amount. Write amount.`,
        },
      },
    ];
  },
  answer: (data, context) =>
    data.procedure === undefined ? costTable(data, context) : oneCost(data, data.procedure, context),
});
