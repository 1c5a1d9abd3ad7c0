// Factoring an invoice before it is due: cash now for a fee; with recourse we buy back what stays unpaid (docs/model.md 6.3).

import { z } from 'zod';
import { perKind } from '../assumptions/kinds.ts';
import { amountField, choiceField, flagField, rateField } from '../fields/field.ts';
import { monthsOf } from '../values/day.ts';
import { procedureBars } from './bars.ts';
import { type Bar, type Figure, option, type Situation } from './option.ts';

const KINDS_OF_FACTORING = ['two_party', 'three_party'] as const;

interface Terms {
  readonly kind: (typeof KINDS_OF_FACTORING)[number];
  readonly fee_rate: number;
  readonly fixed_fee: number;
  readonly recourse: boolean;
}

const terms = z.strictObject({
  kind: choiceField(KINDS_OF_FACTORING, {
    label: { ja: 'ファクタリングの種類', en: 'kind of factoring' },
    description: 'Two-party (the debtor is not told) or three-party (with the consent of the debtor).',
    example: 'three_party',
    default: 'the better of both',
  }).optional(),
  fee_rate: rateField({
    label: { ja: '手数料率', en: 'fee rate' },
    description: "Factor's fee as a share of the invoice.",
    example: '5%',
    default: 'see /v1/assumptions',
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
  if (claim.debtor_type === 'consumer' || claim.debtor_type === 'sole_proprietor')
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
  return bars;
}

/** Yearly cost of the advance when recourse makes it a loan: fee on the advance over the days to the due date. */
export function effectiveAnnualRate(s: Situation, t: Terms): number {
  const fee = s.state.balance * t.fee_rate + t.fixed_fee;
  return (fee / (s.state.balance - fee)) * (12 / Math.max(s.facts.due_in, monthsOf(1)));
}

export const factor = option<Terms>({
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
  terms,
  needs: () => [],
  bars: (s) => [...marketBars(s), ...procedureBars(s, 'individual_action')],
  variants: (s) => {
    const said = (s.terms.factor ?? {}) as z.output<typeof terms>;
    const kinds = said.kind ? [said.kind] : KINDS_OF_FACTORING;
    return kinds.map((kind) => ({
      kind,
      fee_rate: said.fee_rate ?? (kind === 'two_party' ? s.a.factor.fee_two_party : s.a.factor.fee_three_party),
      fixed_fee: said.fixed_fee?.toNumber() ?? s.a.factor.fixed_fee,
      recourse: said.recourse ?? false,
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
    const paid = perKind((k) => {
      const onTime = s.a.prior.paid_on_time[k]!;
      return onTime + (1 - onTime) * (1 - Math.exp(-s.debtor.hazards.pay[k]! * late));
    });
    return {
      event: {
        id: 'advanced',
        at: 0,
        flows: [fee, { external: t.fixed_fee }],
        next: [{ chance: paid, event: { id: 'factor_paid', at: window } }],
      },
      stays: perKind((k) => 1 - paid[k]!),
      staying: [{ principal: -balance }],
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
      ask: (value) => ({ terms: { factor: { ...(s.terms.factor as object | undefined), fee_rate: value } } }),
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
  assumes: ['factor', 'relationship.loss.factor_two_party', 'relationship.loss.factor_three_party'],
  sentences: {
    ja: {
      step: (say, t) =>
        `${t.kind === 'two_party' ? '2社間' : '3社間'}ファクタリングを申し込みます（手数料 ${say.percent(t.fee_rate)}、固定費用 ${say.yen(t.fixed_fee)}）。`,
      risk: (say, t, s) =>
        t.recourse
          ? `償還請求権付きは実質的に借入れです（年率 ${say.percent(effectiveAnnualRate(s, t))}相当）。貸金業登録のない業者は避けます。`
          : null,
    },
    en: {
      step: (say, t) =>
        `Apply for ${t.kind === 'two_party' ? 'two-party' : 'three-party'} factoring (fee ${say.percent(t.fee_rate)}, fixed cost ${say.yen(t.fixed_fee)}).`,
      risk: (say, t, s) =>
        t.recourse
          ? `With recourse it is a loan in substance, at an effective ${say.percent(effectiveAnnualRate(s, t))} a year; avoid firms without a lending licence.`
          : null,
    },
  },
});
