// What a procedure costs, as an answer states it: figures, lines, sources, and what of it nobody knows.
// Here 'small_claims' and 'suit' are petitions that cost a fee, not options.

import * as z from 'zod';
import type { Petition } from '../law/contract/court_fees.ts';
import type { Estimate } from '../law/contract/flat_fees.ts';
import {
  besideOf,
  type Cost,
  type CostQuery,
  followsAmount,
  isPetition,
  type Procedure,
  procedureCost,
  procedureLabel,
  sourcesOfPrice,
} from '../law/costs.ts';
import { type Citation, LawNotCovered, valueOn, weakest } from '../law/dated.ts';
import { estimate, isFixedBySuit } from '../law/fees.ts';
import type { Jurisdiction } from '../law/law.ts';
import type { Day } from '../values/day.ts';
import { forDescription } from '../values/description.ts';
import { type Money, moneyText, ZERO } from '../values/money.ts';
import type { Lang, Text } from '../values/text.ts';
import {
  certaintySchema,
  citationSchema,
  distinctSources,
  type LawWarning,
  nullableSchema,
  sourceOf,
  unverifiedWarning,
  warningList,
  warningsSchema,
  warningTexts,
  yenSchema,
} from './law_schema.ts';

const feeEstimateSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      id: z.string().meta({ description: 'Id of the value.', example: 'estimates.attachment_postage' }),
      label: z.string().meta({ description: 'Name.', example: '債権差押えの予納郵券' }),
      unit: z.string().meta({ description: 'JPY, or share of the claim.', example: 'JPY' }),
      low: z.number().meta({ description: 'Lower end of the usual range.', example: 3000 }),
      high: z.number().meta({ description: 'Upper end of the usual range.', example: 5000 }),
      certainty: certaintySchema,
      citation: citationSchema,
    })
    .meta({ id: 'FeeEstimate', description: 'A cost beside the fee, of which only a usual range is known.' }),
);

/** What names a procedure. */
export const procedureShape = /* @__PURE__ */ forDescription(() => ({
  procedure: z.string().meta({ description: 'The step.', example: 'suit' }),
  label: z.string().meta({ description: 'Its name.', example: '訴えの提起' }),
}));

/** What a procedure costs. */
export const costShape = /* @__PURE__ */ forDescription(() => ({
  fee: nullableSchema(
    yenSchema('What is to pay (for refund: what comes back); null when there is no such fee on the day.'),
  ),
  base: nullableSchema(yenSchema('The part that follows the amount; null where the fee is not made of parts.')),
  flat: nullableSchema(yenSchema('The part that does not; null where the fee is not made of parts.')),
  postage: nullableSchema(
    yenSchema('Deposit for service by post, on top of the fee: 0 = none is taken, null = unknown or there is none.'),
  ),
  postage_certainty: nullableSchema(certaintySchema),
  unknown: z
    .array(z.string())
    .meta({ description: 'Figures that exist but are not known; never to be read as 0.', example: ['postage'] }),
  range: nullableSchema(
    z
      .object({ low: yenSchema('Lower end.'), high: yenSchema('Upper end.'), certainty: certaintySchema })
      .meta({ description: 'How far the fee usually goes down and up with the case.' }),
  ),
  breakdown: z
    .array(
      z
        .object({
          code: z.string().meta({ description: 'Stable code.', example: 'base' }),
          label: z.string().meta({ description: 'Name.', example: '訴額に応じた手数料' }),
          amount: yenSchema('Amount; the lines sum to the fee.'),
        })
        .meta({ id: 'FeeLine', description: 'One line of a fee.' }),
    )
    .meta({ description: 'The lines of the fee.' }),
  estimates: z.array(feeEstimateSchema).meta({ description: 'Costs beside the fee of which only a range is known.' }),
  certainty: certaintySchema,
  citations: z.array(citationSchema).meta({ description: 'Sources of the figures.' }),
  warnings: warningsSchema,
}));

/** Whether the fee of a petition follows the day of its suit, and was another one before. */
const hasOtherFeeBySuit = (law: Jurisdiction, petition: Petition, on: Day): boolean =>
  isFixedBySuit(law, petition, on) && law.petitions[petition].periods.filter(({ from }) => from <= on).length > 1;

/** What to know about a cost that its figures do not tell. */
function costWarnings(law: Jurisdiction, procedure: Procedure, query: CostQuery, cost: Cost): LawWarning[] {
  const { amount, on } = query;
  const { warnings, warn } = warningList();
  if (cost.fee === null)
    warn('no_such_fee', { ja: 'この日にはこの費用はありません。', en: 'There is no such fee on this day.' });
  if (cost.postage === null)
    warn('postage_unknown', {
      ja: '予納郵券の額は裁判所ごとに異なり、収録していません。0円ではありません。',
      en: 'A deposit for service by post is taken, of an amount that is not known here. It is not zero.',
    });
  if (besideOf(law, procedure).advance)
    warn('advance_unknown', {
      ja: '別に予納金が必要です。額は裁判所が定め、収録していません。',
      en: 'The court also requires an advance payment whose amount is not known here.',
    });
  if (isPetition(procedure) && query.suit_on === undefined && hasOtherFeeBySuit(law, procedure, on))
    warn('suit_day_assumed', {
      ja: '訴え提起の日（suit_on）がないため、申立日の定めによっています。改正前に提起された訴えなら改正前の額です。',
      en: 'Without suit_on the tariff of the day of the petition is taken; in a suit filed before the reform the fee is that of before it.',
    });
  const most = procedure === 'small_claims' ? valueOn(law.limits.small_claims_max, on) : null;
  if (most !== null && amount.gt(most))
    warn('above_small_claims_max', {
      ja: `少額訴訟は${most}円以下の債権に限られます。`,
      en: `Small claims are limited to ${most} yen.`,
    });
  if (procedure === 'lawyer' || procedure === 'lawyer_payment_order')
    warn('benchmark', {
      ja: '廃止された基準による目安です。実際の額は依頼先との契約で決まります。',
      en: 'A benchmark after a standard that was abolished; the contract with the lawyer decides.',
    });
  if (cost.certainty === 'secondary')
    warn('secondary', {
      ja: '公的な出典ではなく民間の頁や実務による額です（secondary）。',
      en: 'The figure rests on a private page or on practice, not on an official source (secondary).',
    });
  if (cost.postage_certainty === 'secondary')
    warn('postage_secondary', {
      ja: '予納郵券の額は一つの裁判所の例です（secondary）。',
      en: 'The deposit for service by post is that of one court (secondary).',
    });
  return [...warnings];
}

/** The costs beside a procedure of which the law of the day knows a range. */
const estimatesOn = (law: Jurisdiction, procedure: Procedure, { on }: CostQuery): readonly Estimate[] =>
  (besideOf(law, procedure).estimates ?? []).filter((id) => valueOn(law.estimates[id], on) !== null);

/** The warning that a figure of a cost or beside it rests on what nobody has read, or none. */
function unreadWarning(law: Jurisdiction, cost: Cost, estimates: readonly Estimate[], { on }: CostQuery): LawWarning[] {
  const ranges = estimates.map((id) => estimate(law, id, on));
  const certainties = [...(cost.range ? [cost.range] : []), ...ranges].map(({ certainty }) => certainty);
  const citations = [...citationsOf(cost), ...ranges.map(({ citation }) => citation)];
  return unverifiedWarning(weakest([cost.certainty, ...certainties]), distinctSources(citations));
}

const citationsOf = (cost: Cost): Citation[] => [
  ...cost.citations,
  ...(cost.range === undefined ? [] : [cost.range.by]),
];

const costText = (amount: Money | null | undefined): string | null => (amount ? moneyText(amount) : null);

/** What is stated about a cost beside its figures. */
interface CostRemarks {
  readonly estimates: readonly Estimate[];
  readonly unknown: readonly string[];
  readonly warnings: readonly LawWarning[];
  readonly on: Day;
}

/** A cost in the language of an answer: the cost itself, its sources each once, and the members of both shapes. */
function writtenCost(
  { law, procedure, lang }: { readonly law: Jurisdiction; readonly procedure: Procedure; readonly lang: Lang },
  cost: Cost,
  { estimates, unknown, warnings, on }: CostRemarks,
) {
  const { range } = cost;
  const citations = distinctSources(citationsOf(cost));
  return {
    cost,
    citations,
    /** The members of `procedureShape`. */
    named: { procedure, label: procedureLabel(law, procedure)[lang] },
    /** The members of `costShape`. */
    figures: {
      fee: costText(cost.fee),
      base: costText(cost.base),
      flat: costText(cost.flat),
      postage: costText(cost.postage),
      postage_certainty: cost.postage_certainty ?? null,
      unknown,
      range: range ? { low: moneyText(range.low), high: moneyText(range.high), certainty: range.certainty } : null,
      breakdown: cost.lines.map(({ code, label, amount }) => ({ code, label: label[lang], amount: moneyText(amount) })),
      estimates: estimates.map((id) => {
        const { low, high, citation, certainty } = estimate(law, id, on);
        const { id: path, label, unit } = law.estimates[id];
        return { id: path, label: label[lang], unit, low, high, certainty, citation: sourceOf(citation, lang) };
      }),
      certainty: cost.certainty,
      citations: citations.map((citation) => sourceOf(citation, lang)),
      warnings: warningTexts(warnings, lang),
    },
  };
}

/**
 * What a procedure costs on a day: the cost itself, its sources each once, and both in the language of the answer. Throws `LawNotCovered`
 * on a day that the data do not cover.
 */
export function statedCost(law: Jurisdiction, procedure: Procedure, query: CostQuery, lang: Lang) {
  const cost = procedureCost(law, procedure, query);
  const estimates = estimatesOn(law, procedure, query);
  const warnings = [...costWarnings(law, procedure, query, cost), ...unreadWarning(law, cost, estimates, query)];
  const unknown = [
    ...(cost.postage === null ? ['postage'] : []),
    ...(besideOf(law, procedure).advance ? ['advance'] : []),
  ];
  return writtenCost({ law, procedure, lang }, cost, { estimates, unknown, warnings, on: query.on });
}

/** A cost as an answer states it. */
export type StatedCost = ReturnType<typeof statedCost>;

const NOT_KNOWN = {
  amount_missing: {
    ja: '費用は額によって決まります。amount を書いてください。',
    en: 'The fee follows the amount. Write amount.',
  },
  not_covered: {
    ja: 'この日の費用は収録していません。0円ではありません。',
    en: 'The fee of this day is not in the data. It is not zero.',
  },
} as const satisfies Record<string, Text>;

/**
 * What a procedure costs, in a table of all of them: a fee that follows an amount which was not stated, and one that the data do not cover
 * on the day, are unknown and not refused.
 */
export function costInTable(
  law: Jurisdiction,
  procedure: Procedure,
  query: Omit<CostQuery, 'amount'> & { readonly amount: Money | undefined },
  lang: Lang,
): StatedCost {
  const { amount, on } = query;
  const unknownFor = (code: keyof typeof NOT_KNOWN): StatedCost => {
    const citations = sourcesOfPrice(law, procedure);
    const cost = { fee: null, lines: [], citations, certainty: weakest(citations.map(({ certainty }) => certainty)) };
    const warnings = [{ code, text: NOT_KNOWN[code] }];
    return writtenCost({ law, procedure, lang }, cost, { estimates: [], unknown: ['fee'], warnings, on });
  };
  try {
    if (amount === undefined && followsAmount(law, procedure, on)) return unknownFor('amount_missing');
    return statedCost(law, procedure, { ...query, amount: amount ?? ZERO }, lang);
  } catch (error) {
    if (error instanceof LawNotCovered) return unknownFor('not_covered');
    throw error;
  }
}
