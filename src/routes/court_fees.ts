// GET /v1/court-fees: what a step costs at a court, a notary, the post or a lawyer, with every line, its source, and what of it
// nobody knows.

import { z } from 'zod';
import { claimFields } from '../claim/claim_fields.ts';
import { choiceField, countField, dayField, positiveAmountField } from '../fields/field.ts';
import { column, fact } from '../formats/format.ts';
import { type About, type Answer, calculatorRoute } from '../http/calculator.ts';
import {
  certaintySchema,
  citationSchema,
  daySchema,
  distinct,
  inLang,
  metaSchema,
  orNull,
  source,
  sourcesText,
  unverifiedWarning,
  type Warning,
  warningsSchema,
  yenSchema,
} from '../http/law_schema.ts';
import {
  type Asked,
  besideOf,
  type Cost,
  costOf,
  isPetition,
  needsAmount,
  PROCEDURES,
  type Procedure,
  procedureLabel,
} from '../law/costs.ts';
import { at, weakest } from '../law/dated.ts';
import { estimate } from '../law/fees.ts';
import type { Estimate, Jurisdiction } from '../law/law.ts';
import { voice } from '../report/voice.ts';
import type { BrokenFieldRule } from '../request/fields_reader.ts';
import { type Money, moneyText, ZERO } from '../values/money.ts';
import type { Text } from '../values/text.ts';

const fields = {
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
  }),
  on: dayField({
    label: { ja: '申立日', en: 'on' },
    description:
      'Day of the petition or order, which decides the tariff; for an objection the day of the payment order.',
    example: '2026-11-21',
    default: 'today in the jurisdiction',
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

const estimateSchema = z
  .object({
    id: z.string().meta({ description: 'Id of the value.', example: 'estimates.attachment_postage' }),
    label: z.string().meta({ description: 'Name.', example: '債権差押えの予納郵券' }),
    unit: z.string().meta({ description: 'JPY, or share of the claim.', example: 'JPY' }),
    low: z.number().meta({ description: 'Lower end of the usual range.', example: 3000 }),
    high: z.number().meta({ description: 'Upper end of the usual range.', example: 5000 }),
    certainty: certaintySchema,
    citation: citationSchema,
  })
  .meta({ id: 'FeeEstimate', description: 'A cost beside the fee, of which only a usual range is known.' });

const schema = z
  .object({
    procedure: z.string().meta({ description: 'The step.', example: 'suit' }),
    label: z.string().meta({ description: 'Its name.', example: '訴えの提起' }),
    on: daySchema('Day of the tariff.'),
    filing: z.string().meta({ description: 'Way of filing.', example: 'online' }),
    fee: orNull(yenSchema('What is to pay (for refund: what comes back); null when there is no such fee on the day.')),
    base: orNull(yenSchema('The part that follows the amount; null where the fee is not made of parts.')),
    flat: orNull(yenSchema('The part that does not; null where the fee is not made of parts.')),
    postage: orNull(
      yenSchema('Deposit for service by post, on top of the fee: 0 = none is taken, null = unknown or there is none.'),
    ),
    postage_certainty: orNull(certaintySchema),
    unknown: z
      .array(z.string())
      .meta({ description: 'Figures that exist but are not known; never to be read as 0.', example: ['postage'] }),
    range: orNull(
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
    estimates: z.array(estimateSchema).meta({ description: 'Costs beside the fee of which only a range is known.' }),
    certainty: certaintySchema,
    citations: z.array(citationSchema).meta({ description: 'Sources of the figures.' }),
    warnings: warningsSchema,
    meta: metaSchema,
  })
  .meta({ id: 'CourtFees', description: 'What a step costs.' });

function warningsOf(law: Jurisdiction, procedure: Procedure, asked: Asked, cost: Cost, estimates: readonly Estimate[]) {
  const warnings: Warning[] = [];
  const warn = (code: string, ja: string, en: string) => warnings.push({ code, text: { ja, en } });
  if (cost.fee === null) warn('no_such_fee', 'この日にはこの費用はありません。', 'There is no such fee on this day.');
  if (cost.postage === null)
    warn(
      'postage_unknown',
      '予納郵券の額は裁判所ごとに異なり、収録していません。0円ではありません。',
      'A deposit for service by post is taken, of an amount that is not known here. It is not zero.',
    );
  if (besideOf(law, procedure).advance)
    warn(
      'advance_unknown',
      '別に予納金が必要です。額は裁判所が定め、収録していません。',
      'The court also asks for an advance payment, of an amount that is not known here.',
    );
  // Here 'small_claims' and 'suit' are petitions, not options.
  if (procedure === 'small_claims') {
    const most = at(law.limits.small_claims_max, asked.on);
    if (most !== null && asked.amount.gt(most))
      warn(
        'above_small_claims_max',
        `少額訴訟は${most}円以下の債権に限られます。`,
        `Small claims are limited to ${most} yen.`,
      );
  }
  if (procedure === 'lawyer' || procedure === 'lawyer_payment_order')
    warn(
      'benchmark',
      '廃止された基準による目安です。実際の額は依頼先との契約で決まります。',
      'A benchmark after a standard that was abolished; the contract with the lawyer decides.',
    );
  if (cost.certainty === 'secondary')
    warn(
      'secondary',
      '公的な出典ではなく民間の頁や実務による額です（secondary）。',
      'The figure rests on a private page or on practice, not on an official source (secondary).',
    );
  if (cost.postage_certainty === 'secondary')
    warn(
      'postage_secondary',
      '予納郵券の額は一つの裁判所の例です（secondary）。',
      'The deposit for service by post is that of one court (secondary).',
    );
  const doubtful = [...cost.citations, ...(cost.range === undefined ? [] : [cost.range.by])];
  const found = [cost.certainty, ...(cost.range === undefined ? [] : [cost.range.certainty])];
  for (const id of estimates) {
    const { citation, certainty } = estimate(law, id, asked.on);
    doubtful.push(citation);
    found.push(certainty);
  }
  return [...warnings, ...unverifiedWarning(weakest(found), distinct(doubtful))];
}

const unusedWarning = (unused: readonly string[]): Warning[] =>
  unused.length === 0
    ? []
    : [
        {
          code: 'not_used',
          text: {
            ja: `この手続では使わない項目です：${unused.join('、')}。`,
            en: `This step does not use ${unused.join(', ')}.`,
          },
        },
      ];

type Data = z.output<z.ZodObject<typeof fields>>;

function answer(data: Data, { law, lang, day: on }: About): Answer {
  const { procedure } = data;
  const asked: Asked = {
    amount: data.amount ?? ZERO,
    on,
    filing: data.filing ?? 'paper',
    defendants: data.defendants ?? 1,
    sheets: data.sheets ?? 1,
  };
  // A row of a spreadsheet may carry fields that its step does not use; that is said, not refused.
  const unused = [
    ...(data.sheets !== undefined && procedure !== 'certified_mail' ? ['sheets'] : []),
    ...(data.defendants !== undefined && !isPetition(procedure) && procedure !== 'objection' ? ['defendants'] : []),
  ];
  const cost = costOf(law, procedure, asked);
  const beside = besideOf(law, procedure);
  const ranged = (beside.estimates ?? []).filter((id) => at(law.estimates[id], on) !== null);
  const label = procedureLabel(law, procedure)[lang];
  const unknown = [...(cost.postage === null ? ['postage'] : []), ...(beside.advance ? ['advance'] : [])];
  const warnings = inLang([...warningsOf(law, procedure, asked, cost, ranged), ...unusedWarning(unused)], lang);
  const yen = (amount: Money | null | undefined): string | null => (amount ? moneyText(amount) : null);
  const fee = yen(cost.fee);
  const citations = distinct([...cost.citations, ...(cost.range === undefined ? [] : [cost.range.by])]);
  const breakdown = cost.lines.map(({ code, label: name, amount }) => ({
    code,
    label: name[lang],
    amount: moneyText(amount),
  }));
  const estimates = ranged.map((id) => {
    const { low, high, citation, certainty } = estimate(law, id, on);
    const { id: path, label: name, unit } = law.estimates[id];
    return { id: path, label: name[lang], unit, low, high, certainty, citation: source(citation, lang) };
  });
  const range =
    cost.range === undefined
      ? null
      : { low: moneyText(cost.range.low), high: moneyText(cost.range.high), certainty: cost.range.certainty };
  const sum = cost.fee === null ? '–' : voice(lang, on).yen(cost.fee.toNumber());
  const ranges = estimates.map(({ label: name, low, high, unit }) => `${name}: ${low}–${high} ${unit}`);
  return {
    name: 'court-fees',
    value: {
      procedure,
      label,
      on,
      filing: asked.filing,
      fee,
      base: yen(cost.base),
      flat: yen(cost.flat),
      postage: yen(cost.postage),
      postage_certainty: cost.postage_certainty ?? null,
      unknown,
      range,
      breakdown,
      estimates,
      certainty: cost.certainty,
      citations: citations.map((citation) => source(citation, lang)),
      warnings,
    },
    headline: lang === 'ja' ? `${label}：${sum}` : `${label}: ${sum}`,
    facts: [
      fact('procedure', { ja: '手続', en: 'procedure' }, procedure),
      fact('filing', { ja: '申立ての方法', en: 'filing' }, asked.filing),
      // A fee that does not exist is no unknown one.
      fact('fee', { ja: '費用', en: 'fee' }, fee ?? undefined, 'amount'),
      fact('base', { ja: '額に応じた部分', en: 'by the amount' }, yen(cost.base) ?? undefined, 'amount'),
      fact('flat', { ja: '定額部分', en: 'flat part' }, yen(cost.flat) ?? undefined, 'amount'),
      fact(
        'postage',
        { ja: '予納郵券', en: 'postage' },
        cost.postage === undefined ? undefined : yen(cost.postage),
        'amount',
      ),
      fact('low', { ja: '幅の下', en: 'lower end' }, range?.low, 'amount'),
      fact('high', { ja: '幅の上', en: 'upper end' }, range?.high, 'amount'),
      fact('certainty', { ja: '確からしさ', en: 'certainty' }, cost.certainty),
      fact('citations', { ja: '根拠', en: 'sources' }, sourcesText(citations, lang), 'text'),
    ],
    columns: [
      column('line', { ja: '明細', en: 'line' }),
      column('line_label', { ja: '内容', en: 'what' }),
      column('line_amount', { ja: '金額', en: 'amount' }, 'amount'),
    ],
    rows: breakdown.map(({ code, label: name, amount }) => [code, name, amount]),
    notes: [...warnings.map(({ text }) => text), ...ranges],
  };
}

/** The mistake of leaving out what is needed. */
const missing = (name: string, ja: string, en: string, expected: Text): BrokenFieldRule => ({
  path: [name],
  code: 'missing',
  expected,
  detail: { ja, en },
});

export const court_fees = calculatorRoute({
  path: '/v1/court-fees',
  id: 'courtFees',
  summary: 'Court fees',
  description:
    'What a petition, an enforcement step, a deed, a letter or a lawyer costs on a day, line by line, with sources; what is not known is said to be unknown.',
  fields,
  dayField: 'on',
  schema,
  check: ({ amount, procedure }, _, unread) =>
    procedure !== undefined && needsAmount(procedure) && amount === undefined && !unread.has('amount')
      ? [
          missing(
            'amount',
            `${procedure} の費用は額によって決まります。amount を書いてください。`,
            `The cost of ${procedure} follows the amount. Write amount.`,
            { ja: '0より大きい金額。例: 1000000', en: 'an amount above zero, such as 1000000' },
          ),
        ]
      : [],
  answer,
});
