// Who acts for us in court, what a caller may say about that and about all court routes, and what it costs (docs/model.md 7).

import * as z from 'zod';
import { amountField, chanceField } from '../../fields/field.ts';
import { valueOn } from '../../law/dated.ts';
import { over, times } from '../../numbers/number.ts';
import { phrase } from '../../values/phrase.ts';
import type { Text } from '../../values/text.ts';
import { type Bar, type Case, type Flow, type Scaling, type Situation, statedTerms } from '../option.ts';

/** What a caller may say about all court routes together. */
export const litigateTerms = z.strictObject({
  cost: amountField({
    label: { ja: '法的手続の見積費用', en: 'quoted cost of litigation' },
    description: "Your lawyer's quote for court work, replacing the benchmark retainer and success fee.",
    description_ja: '弁護士の見積額（着手金と報酬の合計）。標準額の代わりに使います。',
    example: 300000,
  }).optional(),
  win_rate: chanceField({
    label: { ja: '勝訴の確率', en: 'chance of winning' },
    description: 'Chance of winning if the case is contested, replacing the default by evidence.',
    description_ja: '争われた場合に勝訴する確率。証拠の強さによる既定値の代わりに使います。',
    example: 0.8,
  }).optional(),
});

/** What the caller said about all court routes. */
export const statedLitigation = statedTerms<z.output<typeof litigateTerms>>('litigate');

/** Who acts for us in court. */
export type Acting = 'ourselves' | 'scrivener' | 'lawyer';

/** Who acts unless a scrivener is chosen: as the caller wishes, a lawyer with a quote and above the limit of the summary court. */
function usuallyActing(s: Situation): Acting {
  const { lawyer, representation } = s.facts.claim;
  if (representation !== undefined) return representation;
  if (lawyer !== undefined) return lawyer === 'yes' ? 'lawyer' : 'ourselves';
  const isUsual = statedLitigation(s).cost !== undefined || s.state.balance > s.tariff.summary_court_max;
  return isUsual ? 'lawyer' : 'ourselves';
}

/** Who acts for us, with a scrivener where that is chosen. */
export const actsFor = (s: Situation, scrivener: boolean): Acting => (scrivener ? 'scrivener' : usuallyActing(s));

/** Highest claim that a certified judicial scrivener may argue in the summary court; 0 where the law has no such profession. */
const scrivenerLimit = (c: Case): number => valueOn(c.law.limits.scrivener_max, c.facts.claim.as_of) ?? 0;

/** Whether a scrivener may be chosen instead: the caller left it open, nothing asks for a lawyer, and the claim is low enough. */
export function scrivenerMenu(s: Situation): readonly boolean[] {
  const isOpen = s.facts.claim.representation === undefined && usuallyActing(s) === 'ourselves';
  return isOpen && s.state.balance <= s.once(scrivenerLimit) ? [false, true] : [false];
}

/** A scrivener was asked for whom the claim is too high. */
export function scrivenerBars(s: Situation): Bar[] {
  const limit = s.once(scrivenerLimit);
  if (usuallyActing(s) !== 'scrivener' || s.state.balance <= limit) return [];
  return [
    {
      code: 'over_scrivener_limit',
      text: phrase(
        { limit: { yen: limit } },
        {
          ja: '認定司法書士が代理できるのは、簡易裁判所の{limit}以下の請求に限られます。',
          en: 'A certified judicial scrivener may argue claims up to {limit} in the summary court only.',
        },
      ),
      inputs: { representation: 'scrivener', balance: s.state.balance, limit },
      cite: s.law.citations.scrivener,
      opens_if: {
        ja: '弁護士に依頼する場合、司法書士に書類の作成だけを頼んで自社で出頭する場合（representation を lawyer か ourselves に）、または請求額が上限以下になった場合',
        en: 'a lawyer acts, or a scrivener drafts the papers only and we appear ourselves (representation: lawyer or ourselves), or the claim is reduced to the limit',
      },
    },
  ];
}

/** Whether a lawyer is instructed. */
export const needsCounsel = (s: Situation): boolean => usuallyActing(s) === 'lawyer';

/** Counsel's fees: the caller's quote, or the benchmark tariff on the balance. */
export function counselFees(s: Situation): { retainer: number; success_rate: number } {
  const quote = statedLitigation(s).cost?.toNumber();
  if (quote !== undefined) return { retainer: quote, success_rate: 0 };
  const { balance } = s.state;
  const level = s.a.court.counsel_fee_level;
  return {
    retainer: times(level, s.tariff.retainer(balance)),
    success_rate: over(times(level, s.tariff.success(balance)), balance),
  };
}

/** A court route scales with the balance, within one court; its fees are prices of their own, counsel's retainer the last of them. */
export function courtScaling(s: Situation, prices: readonly number[]): Scaling {
  if (!needsCounsel(s)) return { prices };
  const { retainer, success_rate: fee_rate } = counselFees(s);
  return { prices: [...prices, retainer], fee_rate };
}

/** Costs of a suit beside the court's fees: a lawyer's retainer, which is the price with this number, or a scrivener's fee, and our own time. */
export function conducting(s: Situation, acting: Acting, price: number): Flow[] {
  const { hours } = s.a.court;
  const own = (count: number): Flow => ({ own_time: times(count, s.a.money.staff_rate) });
  if (acting === 'ourselves') return [own(hours.suit)];
  return acting === 'lawyer'
    ? [{ external: counselFees(s).retainer, price }, own(hours.with_counsel)]
    : [{ external: s.a.scrivener.suit }, own(hours.with_counsel)];
}

/** Costs of a petition beside the court's fee: our own hours, or a scrivener's fee and the hours to brief one. */
export function petitioning(s: Situation, scrivener: boolean, { hours, fee }: PetitionCosts): Flow[] {
  if (!scrivener) return [{ own_time: times(hours, s.a.money.staff_rate) }];
  return [{ external: fee, own_time: times(s.a.scrivener.briefing, s.a.money.staff_rate) }];
}

/** What a petition costs in our own hours, or as a scrivener's fee. */
interface PetitionCosts {
  readonly hours: number;
  readonly fee: number;
}

/** Who acts, as the first words of a step: nothing where we do. */
export const ACTING_TEXTS: Readonly<Record<Acting, Text>> = {
  ourselves: { ja: '自社で', en: 'by ourselves' },
  scrivener: { ja: '認定司法書士に依頼し、', en: 'through a certified judicial scrivener' },
  lawyer: { ja: '弁護士に依頼し、', en: 'through a lawyer' },
};
