// GET /v1/interest: late interest on a day: which rate, for how many days, and why.

import * as z from 'zod';
import type { PartialClaim } from '../claim/claim.ts';
import { claimFields } from '../claim/claim_fields.ts';
import { checkClaim } from '../claim/rules.ts';
import { amountField, choiceField, flagField } from '../fields/field.ts';
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
  unverifiedWarning,
  warningList,
  warningsSchema,
  warningTexts,
  yenSchema,
} from '../http/law_schema.ts';
import { appropriate, DAY_COUNTS, type InterestRequest, type LateInterest, lateInterest } from '../law/interest.ts';
import { voice } from '../report/voice.ts';
import { addDays, type Day } from '../values/day.ts';
import { forDescription } from '../values/description.ts';
import { type Money, moneyText, nearestTo, ZERO } from '../values/money.ts';
import type { Lang } from '../values/text.ts';

const interestFields = {
  amount: claimFields.amount,
  due_date: claimFields.due_date,
  overdue_days: claimFields.overdue_days,
  as_of: claimFields.as_of,
  delay_rate: claimFields.delay_rate,
  claim_kind: claimFields.claim_kind,
  debtor_type: claimFields.debtor_type,
  subcontract_act: claimFields.subcontract_act,
  received_on: claimFields.received_on,
  day_count: choiceField(DAY_COUNTS, {
    label: { ja: '日数の数え方', en: 'day count' },
    description:
      'act365 divides days by 365 in every year; year_then_days takes full years whole and odd days by the length of their year.',
    example: 'act365',
    default: 'act365',
  }).optional(),
  business_lender: flagField({
    label: { ja: '営業的な貸付け', en: 'lender by business' },
    description: 'Whether the loan was made as a business, with its lower cap on interest.',
    example: false,
    default: 'false',
  }).optional(),
  payment: amountField({
    label: { ja: '一部弁済額', en: 'part payment' },
    description:
      'What the debtor pays on as_of, to be filled into costs, interest and principal in the order of the law.',
    description_ja: '基準日の一部弁済の額。費用、利息、元本の法定の順に充当します。',
    example: 300_000,
  }).optional(),
  costs: amountField({
    label: { ja: '費用', en: 'costs' },
    description: 'Costs that the debtor owes beside principal and interest.',
    description_ja: '元本と利息のほかに債務者が負担する費用。',
    example: 12_500,
    default: '0',
  }).optional(),
};

const rateSchema = (description: string) => z.number().meta({ description, example: 0.03 });

const partsSchema = (description: string) =>
  z
    .object({
      costs: yenSchema('Of the costs.'),
      interest: yenSchema('Of the late interest.'),
      principal: yenSchema('Of the principal.'),
    })
    .meta({ description });

/** The answer. */
export const interestSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      interest: yenSchema(
        'Late interest up to and including the day, rounded down to a whole yen (of a public body to whole hundreds).',
      ),
      rate: rateSchema('Yearly rate on the last day counted.'),
      days: z.int().meta({ description: 'Days counted.', example: 82 }),
      from: daySchema('First day for which interest is owed.'),
      due_date: daySchema('Due date.'),
      as_of: daySchema('Last day counted.'),
      day_count: z.enum(DAY_COUNTS).meta({ description: 'How days become years.', example: 'act365' }),
      breakdown: z
        .array(
          z
            .object({
              code: z.string().meta({
                description:
                  'Which rule gave the rate: statutory, commercial, agreed, capped, subcontract or public_contract.',
                example: 'statutory',
              }),
              label: z.string().meta({ description: 'Name of the rule.', example: '法定利率' }),
              from: daySchema('First day.'),
              to: daySchema('Last day.'),
              days: z.int().meta({ description: 'Days.', example: 82 }),
              rate: rateSchema('Yearly rate.'),
              amount: z.string().meta({
                description: 'Interest to four decimals; only the total is rounded down.',
                example: '8424.6575',
              }),
              citation: citationSchema,
            })
            .meta({ id: 'InterestLine', description: 'A stretch of days under one rate.' }),
        )
        .meta({ description: 'Stretches of days, each under one rate.' }),
      appropriation: nullableSchema(
        z
          .object({
            payment: yenSchema('The part payment.'),
            paid: partsSchema('What it pays.'),
            remaining: partsSchema('What is still owed after it.'),
            surplus: yenSchema('What is left over.'),
            citation: citationSchema,
          })
          .meta({ id: 'Appropriation', description: 'How a part payment is filled into the debt.' }),
      ),
      certainty: certaintySchema,
      citations: z.array(citationSchema).meta({ description: 'Sources of the rates.' }),
      warnings: warningsSchema,
      meta: calculationMetaSchema,
    })
    .meta({ id: 'Interest', description: 'Late interest on a day.' }),
);

type InterestFacts = CalculatorValues<typeof interestFields>;

/** The facts in the form that the arithmetic of the law needs. */
function interestRequest(data: InterestFacts, as_of: Day): InterestRequest {
  const { amount, due_date, overdue_days = 0, delay_rate, ...rest } = data;
  const { claim_kind, debtor_type, subcontract_act, received_on, day_count, business_lender } = rest;
  return {
    principal: amount,
    due_date: due_date ?? addDays(as_of, -overdue_days),
    as_of,
    ...(delay_rate === undefined ? {} : { agreed_rate: delay_rate }),
    ...(claim_kind === undefined ? {} : { claim_kind }),
    ...(debtor_type === undefined ? {} : { debtor_type }),
    ...(subcontract_act === undefined ? {} : { subcontract_act }),
    ...(received_on === undefined ? {} : { received_on }),
    ...(day_count === undefined ? {} : { day_count }),
    ...(business_lender === undefined ? {} : { business_lender }),
  };
}

const partTexts = (parts: Readonly<Record<'costs' | 'interest' | 'principal', Money>>) => ({
  costs: moneyText(parts.costs),
  interest: moneyText(parts.interest),
  principal: moneyText(parts.principal),
});

/** How the part payment is filled into what is owed on the day; null without one. */
function appropriation(
  { payment, costs = ZERO, amount: principal }: InterestFacts,
  owed: Money,
  { law, lang, day: on }: CalculatorContext,
) {
  if (payment === undefined) return null;
  const filled = appropriate(law, payment, { costs, interest: owed, principal }, on);
  return {
    payment: moneyText(payment),
    paid: partTexts(filled.paid),
    remaining: partTexts(filled.remaining),
    surplus: moneyText(filled.surplus),
    citation: sourceOf(filled.citation, lang),
  };
}

/** The stretches of days, each under one rate. */
const breakdownOf = ({ breakdown }: LateInterest, lang: Lang) =>
  breakdown.map(({ code, label, from, to, days, rate, amount, citation }) => ({
    code,
    label: label[lang],
    from,
    to,
    days,
    rate: rate.toNumber(),
    amount: moneyText(nearestTo(amount, '0.0001')),
    citation: sourceOf(citation, lang),
  }));

/** What to know about the rate. */
function interestWarnings(data: InterestFacts, { days, breakdown }: LateInterest): readonly LawWarning[] {
  const { warnings, warn } = warningList();
  if (days === 0) warn('not_overdue', { ja: 'まだ遅滞していません。', en: 'The debtor is not in default yet.' });
  if (breakdown.some(({ code }) => code === 'capped'))
    warn('capped', {
      ja: '約定利率が法定の上限に引き下げられています。',
      en: 'The agreed rate is cut to the cap of the law.',
    });
  const [first] = breakdown;
  if (data.delay_rate !== undefined && first?.code === 'public_contract')
    warn('below_public_rate', {
      ja: '国・地方公共団体との契約では、告示の率を下回る約定はできないため、告示の率によります。',
      en: 'Under a government contract no rate below that of the notice may be agreed; that rate applies.',
    });
  if (first?.code === 'capped' && data.claim_kind === 'instalment_sale')
    warn('instalment_sale_assumed', {
      ja: '割賦販売法の割賦販売（指定商品などを2か月以上・3回以上の分割で売るもの）として扱っています。当たらなければ消費者契約法の上限までの約定利率によります。',
      en: 'Taken as an instalment sale under the Instalment Sales Act (designated goods, 3 or more instalments over 2 months or more); otherwise the agreed rate holds up to the cap for consumers.',
    });
  if (data.subcontract_act && data.received_on === undefined)
    warn('received_on_assumed', {
      ja: '受領日（received_on）がないため、支払期日に受領したものとして数えています。',
      en: 'Without received_on the due date is taken as the day of receipt, so that nothing is claimed too early.',
    });
  return warnings;
}

/** The answer in one sentence. */
function interestHeadline(
  { interest, rate, days, breakdown }: LateInterest,
  { law, lang, day }: CalculatorContext,
): string {
  const sum = voice(lang, day, law).yen(interest.toNumber());
  // Under more than one rate the last of them would not explain the sum.
  const percent = breakdown.length > 1 ? undefined : `${rate.times(100).toFixed()}%`;
  return lang === 'ja'
    ? `遅延損害金：${sum}（${percent === undefined ? '' : `年${percent}、`}${days}日）`
    : `Late interest: ${sum} (${percent === undefined ? '' : `${percent} a year, `}${days} days)`;
}

/** Columns of the stretches of days. */
const INTEREST_COLUMNS = [
  column('line', { ja: '明細', en: 'line' }),
  column('line_label', { ja: '内容', en: 'what' }),
  column('line_from', { ja: '初日', en: 'from' }),
  column('line_to', { ja: '末日', en: 'to' }),
  column('line_days', { ja: '日数', en: 'days' }, 'amount'),
  column('line_rate', { ja: '年利', en: 'rate' }),
  column('line_amount', { ja: '金額', en: 'amount' }, 'amount'),
  column('line_citation', { ja: '根拠', en: 'source' }, 'text'),
];

/** The answer for programs, tables and readers. */
function answerInterest(data: InterestFacts, context: CalculatorContext): CalculatorAnswer {
  const { law, lang, day: as_of } = context;
  const request = interestRequest(data, as_of);
  const found = lateInterest(law, request);
  const { days, from, certainty } = found;
  const rate = found.rate.toNumber();
  const interest = moneyText(found.interest);
  const breakdown = breakdownOf(found, lang);
  const citations = distinctSources(found.citations);
  const warnings = warningTexts([...interestWarnings(data, found), ...unverifiedWarning(certainty, citations)], lang);
  const filled = appropriation(data, found.interest, context);
  const { due_date } = request;
  const day_count = data.day_count ?? 'act365';
  return {
    name: 'interest',
    value: {
      interest,
      rate,
      days,
      from,
      due_date,
      as_of,
      day_count,
      breakdown,
      appropriation: filled,
      certainty,
      citations: citations.map((citation) => sourceOf(citation, lang)),
      warnings,
    },
    headline: interestHeadline(found, context),
    facts: [
      fact('interest', { ja: '遅延損害金', en: 'interest' }, interest, 'amount'),
      fact('rate', { ja: '年利', en: 'rate' }, rate),
      fact('days', { ja: '日数', en: 'days' }, days),
      fact('from', { ja: '起算日', en: 'from' }, from),
      fact('due_date', { ja: '支払期日', en: 'due date' }, due_date),
      fact('day_count', { ja: '日数の数え方', en: 'day count' }, day_count),
      fact('paid_costs', { ja: '費用への充当', en: 'paid of costs' }, filled?.paid.costs, 'amount'),
      fact('paid_interest', { ja: '利息への充当', en: 'paid of interest' }, filled?.paid.interest, 'amount'),
      fact('paid_principal', { ja: '元本への充当', en: 'paid of principal' }, filled?.paid.principal, 'amount'),
      fact('remaining_principal', { ja: '元本の残り', en: 'principal left' }, filled?.remaining.principal, 'amount'),
      fact('certainty', { ja: '確からしさ', en: 'certainty' }, certainty),
      fact('citations', { ja: '根拠', en: 'sources' }, sourcesText(citations, lang), 'text'),
    ],
    columns: INTEREST_COLUMNS,
    rows: breakdown.map((part) => [
      part.code,
      part.label,
      part.from,
      part.to,
      part.days,
      part.rate,
      part.amount,
      part.citation.text,
    ]),
    notes: warnings.map(({ text }) => text),
  };
}

/** Adds the late interest on a day. */
export const interest = calculatorRoute({
  path: '/v1/interest',
  id: 'interest',
  summary: 'Late interest',
  description:
    'Late interest from the day after the due date up to and including a day: the rate the law gives, its caps, and every stretch of days.',
  fields: interestFields,
  dayField: 'as_of',
  check: ({ due_date, overdue_days }, as_of, unread) =>
    checkClaim({ due_date, overdue_days, as_of } satisfies PartialClaim, unread),
  answer: answerInterest,
});
