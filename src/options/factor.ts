// Factoring an invoice before it is due: cash now for a fee; with recourse we buy back what stays unpaid (docs/model.md 6.3).

import * as z from 'zod';
import { complement, zipKinds } from '../assumptions/kinds.ts';
import { catalogueEntry } from '../assumptions/values.ts';
import { amountField, choiceField, flagField, rateField } from '../fields/field.ts';
import { isIndividual } from '../law/individual.ts';
import { decay, oneMinus, plus, times } from '../numbers/number.ts';
import { monthsOf } from '../values/day.ts';
import { phrase, type Sentence } from '../values/phrase.ts';
import { type Bar, type Figure, option, type Situation, statedTerms } from './option.ts';

const KINDS_OF_FACTORING = ['two_party', 'three_party'] as const;

interface FactorTerms {
  readonly kind: (typeof KINDS_OF_FACTORING)[number];
  readonly fee_rate: number;
  readonly fixed_fee: number;
  readonly recourse: boolean;
}

const factorTerms = z.strictObject({
  kind: choiceField(KINDS_OF_FACTORING, {
    label: { ja: 'ファクタリングの種類', en: 'kind of factoring' },
    description: 'Two-party (the debtor is not informed) or three-party (with the consent of the debtor).',
    example: 'three_party',
    default: 'the better of both',
  }).optional(),
  fee_rate: rateField({
    label: { ja: '手数料率', en: 'fee rate' },
    description: "Factor's fee as a share of the invoice.",
    example: '5%',
    not_whole: {
      ja: '手数料が全額では受け取れるものがありません。',
      en: 'A fee of 100% would leave nothing to receive.',
    },
  }).optional(),
  fixed_fee: amountField({
    label: { ja: '固定費用', en: 'fixed fee' },
    description: 'Fixed cost of factoring, registration included.',
    example: 10000,
    default: 'see /v1/assumptions',
  }).optional(),
  recourse: flagField({
    label: { ja: '償還請求権', en: 'recourse' },
    description: 'Whether we must buy back an unpaid invoice.',
    example: false,
    default: 'false',
  }).optional(),
});

const statedFactoring = statedTerms<z.output<typeof factorTerms>>('factor');

/** Nobody buys an invoice of a debtor that is failing. */
function failingDebtorBars(s: Situation): Bar[] {
  const { insolvency = 'none', distress } = s.facts.claim;
  if (insolvency === 'none' && distress !== 'severe') return [];
  return [
    {
      code: 'debtor_failing',
      text: {
        ja: '経営が行き詰まった相手に対する請求書は、倒産の危険を引き受ける買い手がおらず、買い取られません（取引慣行）。',
        en: 'Nobody takes over the risk of a debtor that is failing, so its invoices are not bought (market practice).',
      },
      inputs: { insolvency, distress: distress ?? null },
      cite: s.law.citations.factoring_market,
      opens_if: {
        ja: '深刻な経営不安（distress=severe）も倒産やその前の状態（insolvency）もない場合',
        en: 'there is neither severe distress (distress=severe) nor insolvency or what comes before it (insolvency)',
      },
    },
  ];
}

/** What factors refuse as a matter of market practice. */
function marketBars(s: Situation): Bar[] {
  const bars: Bar[] = [];
  const { claim } = s.facts;
  if (s.facts.due_in <= 0)
    bars.push({
      code: 'overdue',
      text: {
        ja: '期日を過ぎた請求書は、市場ではほとんど買い取られません（取引慣行）。',
        en: 'Factors hardly ever buy an invoice that is already overdue (market practice).',
      },
      inputs: { overdue_days: s.facts.overdue_days },
      cite: s.law.citations.factoring_market,
      opens_if: { ja: '期日前の債権の場合', en: 'the invoice is not due yet' },
    });
  if (s.facts.disputed)
    bars.push({
      code: 'disputed',
      text: {
        ja: '争いのある請求書は買い取られません（取引慣行）。',
        en: 'Disputed invoices are not bought (market practice).',
      },
      inputs: { dispute: claim.dispute ?? null },
      cite: s.law.citations.factoring_market,
      opens_if: { ja: '争いが解消した場合', en: 'the dispute is resolved' },
    });
  if (isIndividual(claim.debtor_type))
    bars.push({
      code: 'individual_debtor',
      text: {
        ja: '個人が相手の債権は通常買い取られません（取引慣行）。',
        en: 'Claims against individuals are usually not bought (market practice).',
      },
      inputs: { debtor_type: claim.debtor_type },
      cite: s.law.citations.factoring_market,
      opens_if: { ja: '相手が法人の場合', en: 'the debtor is a corporation' },
    });
  bars.push(...failingDebtorBars(s));
  return bars;
}

/**
 * Yearly cost of the advance when recourse makes it a loan: fee on the advance over the days to the due date. Null when the fee takes
 * the whole advance, which then costs something and lends nothing.
 */
function effectiveAnnualRate(s: Situation, t: FactorTerms): number | null {
  const fee = s.state.balance * t.fee_rate + t.fixed_fee;
  if (fee >= s.state.balance) return null;
  return (fee / (s.state.balance - fee)) * (12 / Math.max(s.facts.due_in, monthsOf(1)));
}

/** With recourse the factor lends: who has no licence to lend may not do so. */
function loanWithRecourse(s: Situation): Sentence {
  const { law, article } = s.law.citations.factoring_recourse;
  return phrase(
    { law, article },
    {
      ja: '償還請求権や買戻しの付いたファクタリングは、裁判所と監督官庁が実質的に貸付けとみることがあり、借入れとして扱います（{law}、{article}）。貸金業の登録がない業者とは契約しません。',
      en: 'Factoring with recourse or a duty to buy back is treated as a loan by courts and supervisors, and should be booked as one ({law}, {article}); do not sign with a firm that has no lending licence.',
    },
  );
}

/** What factors usually take. */
function usualFees(s: Situation): Sentence | null {
  const two = catalogueEntry('factor.fee_two_party');
  const three = catalogueEntry('factor.fee_three_party');
  if (two === undefined || three === undefined) return null;
  return phrase(
    {
      two_low: { percent: two.low },
      two_high: { percent: two.high },
      three_low: { percent: three.low },
      three_high: { percent: three.high },
      fixed: { yen: s.a.factor.fixed_fee },
    },
    {
      ja: '市場の手数料の目安は、2社間で{two_low}～{two_high}、3社間で{three_low}～{three_high}、ほかに固定費用{fixed}ほどです。見積りを取ってから比べます。',
      en: 'Usual fees are {two_low} to {two_high} for two-party and {three_low} to {three_high} for three-party factoring, and about {fixed} fixed; ask for a quote first.',
    },
  );
}

export const factor = option<FactorTerms>({
  id: 'factor',
  label: { ja: 'ファクタリング', en: 'factoring' },
  description: {
    ja: '期日前の請求書を買い取ってもらい、手数料を払って早く現金にします。',
    en: 'Have an invoice bought before it is due, for a fee.',
  },
  family: 'exit',
  shape: 'exit',
  follows: ['fresh'],
  varies: () => 'monthly',
  terms: factorTerms,
  // An invoice that nobody buys need not be priced.
  needs: (s) => (statedFactoring(s).fee_rate === undefined && marketBars(s).length === 0 ? ['factor.fee_rate'] : []),
  bars: marketBars,
  // In factoring between two the debtor is not told.
  papers: (_, t) => (t?.kind === 'two_party' ? [] : ['assignment_notice']),
  variants: (s) => {
    const stated = statedFactoring(s);
    const kinds = stated.kind ? [stated.kind] : KINDS_OF_FACTORING;
    return kinds.map((kind) => ({
      kind,
      fee_rate: stated.fee_rate ?? (kind === 'two_party' ? s.a.factor.fee_two_party : s.a.factor.fee_three_party),
      fixed_fee: stated.fixed_fee?.toNumber() ?? s.a.factor.fixed_fee,
      recourse: stated.recourse ?? false,
    }));
  },
  prospect: (s, t) => {
    const { balance } = s.state;
    const fee = { principal: balance, fee_rate: t.fee_rate };
    const relationship =
      t.kind === 'two_party' ? s.a.relationship.loss.factor_two_party : s.a.relationship.loss.factor_three_party;
    const open = { until: s.facts.due_in };
    if (!t.recourse)
      return { event: { id: 'factored', at: 0, flows: [fee, { external: t.fixed_fee }] }, relationship, open };
    // With recourse: those who pay by the first month after the due date pay the factor; the rest is bought back.
    const window = Math.max(1, Math.ceil(s.facts.due_in - s.month));
    const late = window + s.month - s.facts.due_in;
    const paid = zipKinds(s.debtor.on_time, s.debtor.hazards.pay, (onTime, pay) =>
      plus(onTime, times(oneMinus(onTime), oneMinus(decay(pay, late)))),
    );
    return {
      event: {
        id: 'advanced',
        at: 0,
        flows: [fee, { external: t.fixed_fee }],
        next: [{ chance: paid, event: { id: 'factor_paid', at: window } }],
      },
      staysOpen: complement(paid),
      flowsIfOpen: [{ principal: -balance }],
      window,
      relationship,
      open,
    };
  },
  figures: (s) => [
    {
      name: 'fee_rate',
      label: { ja: '払ってよい手数料率の上限', en: 'highest fee worth paying' },
      kind: 'rate',
      worst: 1,
      best: 0,
      ask: (value) => ({ terms: { factor: { ...statedFactoring(s), fee_rate: value } } }),
      against: 'others',
    },
    ...(s.facts.claim.cash_needed_by === undefined
      ? []
      : ([
          {
            name: 'bridge_rate',
            label: { ja: '利用が有利になるつなぎ金利', en: 'bridge rate above which it pays' },
            kind: 'rate',
            worst: 0,
            best: 1,
            ask: (value) => ({ claim: { bridge_rate: value } }),
            against: 'others',
          },
        ] satisfies Figure[])),
  ],
  sentences: {
    warning: loanWithRecourse,
    missing: usualFees,
    step: (_, t) =>
      phrase(
        {
          kind: t.kind === 'two_party' ? { ja: '2社間', en: 'two-party' } : { ja: '3社間', en: 'three-party' },
          fee: { percent: t.fee_rate },
          fixed: { yen: t.fixed_fee },
        },
        {
          ja: '{kind}ファクタリングを申し込みます（手数料 {fee}、固定費用 {fixed}）。',
          en: 'Apply for {kind} factoring (fee {fee}, fixed cost {fixed}).',
        },
      ),
    declined: (s, _, { value, less }) =>
      statedFactoring(s).fee_rate === undefined
        ? null
        : phrase(
            { value: { yen: value }, less: { yen: less } },
            {
              ja: '見積りの条件でファクタリングを使うと期待額は{value}で、勧める手順より{less}少なくなるため、使いません。',
              en: 'Factoring on the terms quoted is expected to bring {value}, {less} less than what is recommended, so it is not used.',
            },
          ),
    risk: (s, t) => {
      if (!t.recourse) return null;
      const yearly = effectiveAnnualRate(s, t);
      if (yearly === null)
        return {
          ja: '手数料が前払いの全額に及び、受け取れるものがないまま償還の義務だけが残ります。',
          en: 'The fee takes the whole advance: nothing comes in, and the duty to buy back stays.',
        };
      return phrase(
        { yearly: { percent: yearly } },
        {
          ja: '償還請求権付きは実質的に借入れです（年率 {yearly}相当）。貸金業登録のない業者は避けます。',
          en: 'With recourse it is a loan in substance, at an effective {yearly} a year; avoid firms without a lending licence.',
        },
      );
    },
  },
});
