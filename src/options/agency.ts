// Having somebody else collect for a share of what it collects. Who may do that is law (docs/model.md 6.1).

import * as z from 'zod';
import { KINDS, ofNamedKind, onlyKind, zipKinds } from '../assumptions/kinds.ts';
import { catalogueEntry } from '../assumptions/values.ts';
import { choiceField, flagField, rateField } from '../fields/field.ts';
import { atLeast, decay, minus, oneMinus, over, plus, times } from '../numbers/number.ts';
import { phrase, type Sentence } from '../values/phrase.ts';
import { type Bar, type Fork, option, type Situation, statedTerms } from './option.ts';
import { limitationBars, notDueBars, procedureBars } from './parts/bars.ts';
import { failureEvent } from './parts/failure.ts';

const COLLECTORS = ['servicer', 'lawful_collector', 'unlicensed'] as const;

interface AgencyTerms {
  readonly fee_rate: number;
}

const agencyTerms = z.strictObject({
  collector: choiceField(COLLECTORS, {
    label: { ja: '委託先', en: 'collector' },
    description:
      'Who would collect: a licensed servicer, somebody whose right to collect you have checked (such as a lawyer), or a firm without a licence.',
    description_ja:
      '委託先（servicer：許可サービサー、lawful_collector：弁護士など適法性を確認済みの者、unlicensed：許可のない業者）。',
    example: 'servicer',
    default: 'servicer',
  }).optional(),
  fee_rate: rateField({
    label: { ja: '成功報酬率', en: 'contingency fee' },
    description: 'Share of what is collected that the collector keeps.',
    description_ja: '回収額のうち委託先が受け取る割合。',
    example: '25%',
    not_whole: {
      ja: '報酬が全額では受け取れるものがありません。',
      en: 'A fee of 100% would leave nothing to receive.',
    },
  }).optional(),
  condition_met: flagField({
    label: { ja: 'サービサー法の条件', en: 'condition for a servicer met' },
    description:
      'Whether the claim meets the condition under which a licensed servicer may take claims of its kind, which the answer states.',
    description_ja: 'この種類の債権をサービサーが扱える条件（回答に書かれます）を満たすか。',
    example: true,
    default: 'taken as met for leases and instalment sales, not for loans',
  }).optional(),
});

const statedAgency = statedTerms<z.output<typeof agencyTerms>>('agency');

/** Collecting for others as a business is for lawyers, and for licensed servicers within their act. */
const unlicensed = (s: Situation): Bar => ({
  code: 'unlicensed_collector',
  text: {
    ja: '報酬を得て他人の債権の取立てを業とすることは弁護士などのほかは禁じられ、債権を譲り受けて取り立てることを業とするのも同じです。例外は、扱える債権について許可を受けたサービサーだけです。',
    en: 'Collecting the claims of others for reward as a business is forbidden to all but lawyers, and so is taking them over to collect them; the exception is a licensed servicer, for the claims that it may take.',
  },
  inputs: { 'agency.collector': statedAgency(s).collector ?? null },
  cite: s.law.citations.unlicensed_collection,
  opens_if: {
    ja: '弁護士など、適法と確認した者に委託する場合（agency.collector=lawful_collector）',
    en: 'you engage a lawyer, or another collector whose right to collect you have checked (agency.collector=lawful_collector)',
  },
});

/** Who may collect this claim for us. */
function collectorBars(s: Situation): Bar[] {
  const { collector, condition_met } = statedAgency(s);
  if (collector === 'lawful_collector') return [];
  if (collector === 'unlicensed') return [unlicensed(s)];
  const { claim_kind } = s.facts.claim;
  const { may_buy, condition, presumed, citation } = s.law.servicer[claim_kind ?? 'other'];
  if (may_buy && (condition === null || (condition_met ?? presumed))) return [];
  if (may_buy && condition !== null)
    return [
      {
        code: 'servicer_condition',
        text: phrase(
          { condition },
          {
            ja: 'サービサーが扱える債権には条件があります。{condition}',
            en: 'A licensed servicer may handle a claim of this kind on one condition. {condition}',
          },
        ),
        inputs: { claim_kind: claim_kind ?? null, 'agency.condition_met': condition_met ?? null },
        cite: citation,
        opens_if: {
          ja: '条件を満たす場合（agency.condition_met=true）、または適法と確認した者に委託する場合（agency.collector=lawful_collector）',
          en: 'the condition is met (agency.condition_met=true), or you engage a collector whose right to collect you have checked (agency.collector=lawful_collector)',
        },
      },
    ];
  return [
    ...(collector === undefined ? [unlicensed(s)] : []),
    {
      code: 'not_a_servicer_claim',
      text: {
        ja: '許可を受けたサービサーが扱えるのは「特定金銭債権」だけで、通常の売掛債権は当たりません。当社自身が倒産手続にある場合や、債権を業として買い取る貸金業者から譲り受けた場合などは別です。',
        en: 'A licensed servicer may only handle the kinds of claims listed in the act. An ordinary trade receivable is not one of them, unless we ourselves are in insolvency proceedings, or it was bought by a moneylender that buys receivables as a business, and the like.',
      },
      inputs: { claim_kind: claim_kind ?? null, 'agency.collector': collector ?? 'servicer' },
      cite: s.law.citations.servicer_licence,
      opens_if: {
        ja: 'リース料・割賦など対象となる債権の場合（claim_kind）、または適法と確認した者に委託する場合（agency.collector=lawful_collector）',
        en: 'the claim is of a kind that is listed, such as a lease or an instalment sale (claim_kind), or you engage a collector whose right to collect you have checked (agency.collector=lawful_collector)',
      },
    },
  ];
}

const agencyBars = (s: Situation): Bar[] => [
  ...collectorBars(s),
  ...notDueBars(s),
  ...limitationBars(s),
  ...procedureBars(s, 'individual_action'),
];

/** Hazards below this are taken for it, so that a debtor who never pays has a mean time, too. */
const HAZARD_MIN = 1e-9;

/** How each kind of debtor leaves the collector's file: by payment less the fee, or by failing. */
function leavingFile(s: Situation, fee_rate: number): Fork[] {
  const { a, debtor, state } = s;
  const { pay, fail, deteriorate } = debtor.hazards;
  const { months, effort } = a.collector;
  const paying = pay.map((rate) => times(rate, effort));
  const departing = zipKinds(zipKinds(paying, fail, plus), deteriorate, plus);
  return KINDS.flatMap((kind) => {
    const all = atLeast(ofNamedKind(departing, kind), HAZARD_MIN);
    const left = oneMinus(decay(all, months));
    const by = (rate: number) => onlyKind(kind, over(times(left, rate), all));
    const at = minus(over(1, all), over(times(months, oneMinus(left)), left));
    return [
      {
        chance: by(ofNamedKind(paying, kind)),
        event: {
          id: 'collected',
          at,
          flows: [
            {
              principal: state.balance,
              share: debtor.paid_share,
              interest_share: a.money.interest_paid_voluntarily,
              fee_rate,
            },
          ],
        },
      },
      { chance: by(ofNamedKind(fail, kind)), event: failureEvent(s, at, state.balance) },
    ];
  });
}

/** What a collector usually takes, as far as it is published. */
function usualFee(): Sentence | null {
  const fee = catalogueEntry('collector.fee');
  if (fee === undefined) return null;
  return phrase(
    { low: { percent: fee.low }, high: { percent: fee.high } },
    {
      ja: '米国の商業債権の回収会社では回収額の{low}～{high}ほどで、日本の公表値はありません。',
      en: 'US agencies for commercial claims take about {low} to {high} of what they collect; no Japanese figure is published.',
    },
  );
}

export const agency = option<AgencyTerms>({
  id: 'agency',
  label: { ja: '回収の委託', en: 'collection by others' },
  description: {
    ja: '許可サービサーなどに回収を任せ、回収額から成功報酬を払います。',
    en: 'Hand collection to a licensed servicer or the like for a share of what it collects.',
  },
  family: 'exit',
  shape: 'exit',
  follows: ['fresh', 'acknowledged'],
  varies: () => 'interest',
  terms: agencyTerms,
  // Who may not collect need not be asked for a price.
  needs: (s) => (statedAgency(s).fee_rate === undefined && agencyBars(s).length === 0 ? ['agency.fee_rate'] : []),
  bars: agencyBars,
  variants: (s) => [{ fee_rate: statedAgency(s).fee_rate ?? s.a.collector.fee }],
  prospect: (s, { fee_rate }) => ({
    event: {
      id: 'handed_over',
      at: 0,
      flows: [{ own_time: times(s.a.collector.hand_over_hours, s.a.money.staff_rate) }],
      next: leavingFile(s, fee_rate),
      closes: s.a.collector.months,
    },
    open: { until: s.state.limitation },
    relationship: s.a.relationship.loss.agency,
  }),
  thresholds: () => [],
  scaling: () => ({ prices: [] }),
  sentences: {
    step: (s, { fee_rate }) =>
      phrase(
        {
          who:
            statedAgency(s).collector === 'lawful_collector'
              ? { ja: '適法性を確かめた委託先', en: 'the collector whose right to collect you have checked' }
              : { ja: '許可サービサー', en: 'a licensed servicer' },
          fee: { percent: fee_rate },
        },
        {
          ja: '{who}に回収を委託し（成功報酬 {fee}）、証憑と交渉の記録を渡します。',
          en: 'Hand the claim to {who} for {fee} of what is collected, with the evidence and the record of talks.',
        },
      ),
    risk: () => ({
      ja: '委託先の言動は取引関係に響きます。簡易裁判所の限度額を超える訴訟などは、サービサーも弁護士に任せなければなりません。',
      en: 'You may be held responsible for what the collector says and does. Suits beyond the limit of the summary court must be left to a lawyer by a servicer, too.',
    }),
    missing: usualFee,
  },
});
