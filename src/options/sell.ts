// Selling the claim, to a licensed servicer or another lawful buyer (docs/model.md 6.1). Who may buy is law.

import * as z from 'zod';
import { isInCrisis } from '../claim/facts.ts';
import { amountField, choiceField, flagField } from '../fields/field.ts';
import { atLeast, atMost, decay, minus, times } from '../numbers/number.ts';
import { money } from '../values/money.ts';
import { phrase, type Sentence } from '../values/phrase.ts';
import { type Bar, option, type Situation, statedTerms } from './option.ts';
import { limitationBars } from './parts/bars.ts';
import { dividendRate } from './parts/failure.ts';

const BUYERS = ['servicer', 'lawful_buyer', 'unlicensed'] as const;

const sellTerms = z.strictObject({
  offer: amountField({
    label: { ja: '買取提示額', en: "buyer's offer" },
    description: 'Price a buyer has offered for the claim.',
    description_ja: '買い手が提示している価格。',
    example: 300000,
  }).optional(),
  buyer: choiceField(BUYERS, {
    label: { ja: '買い手', en: 'buyer' },
    description:
      'Who would buy: a licensed servicer, a buyer whose right to buy you have checked, or one who collects without a licence.',
    description_ja:
      '買い手（servicer：許可サービサー、lawful_buyer：適法性を確認済みの買い手、unlicensed：許可なく回収を業とする買い手）。',
    example: 'servicer',
    default: 'servicer',
  }).optional(),
  condition_met: flagField({
    label: { ja: 'サービサー法の条件', en: 'condition for a servicer met' },
    description:
      'Whether the claim meets the condition under which a licensed servicer may buy claims of its kind, which the answer states.',
    description_ja: 'この種類の債権をサービサーが買い取れる条件（回答に書かれます）を満たすか。',
    example: true,
    default: 'taken as met for leases and instalment sales, not for loans',
  }).optional(),
});

const statedSale = statedTerms<z.output<typeof sellTerms>>('sell');

/** Only kinds of claim listed in the law may go to a licensed servicer; buying to enforce as a business is barred to others. */
function buyerBars(s: Situation): Bar[] {
  if (statedSale(s).buyer === 'lawful_buyer') return [];
  if (statedSale(s).buyer === 'unlicensed')
    return [
      {
        code: 'unlicensed_buyer',
        text: {
          ja: '他人の権利を譲り受けて取り立てることを業とすることは、許可サービサーなどのほかは禁じられています。',
          en: 'Buying the rights of others to enforce them as a business is forbidden to all but licensed servicers and the like.',
        },
        inputs: { 'sell.buyer': 'unlicensed' },
        cite: s.law.citations.unlicensed_collection,
        opens_if: {
          ja: '適法と確認した買い手の場合（sell.buyer=lawful_buyer）',
          en: 'the right of the buyer to buy is checked (sell.buyer=lawful_buyer)',
        },
      },
    ];
  const kind = s.facts.claim.claim_kind ?? 'other';
  const rule = s.law.servicer[kind];
  const { condition } = rule;
  if (rule.may_buy && (condition === null || (statedSale(s).condition_met ?? rule.presumed))) return [];
  if (rule.may_buy && condition !== null)
    return [
      {
        code: 'servicer_condition',
        text: phrase(
          { condition },
          {
            ja: 'サービサーが買い取れる債権には条件があります。{condition}',
            en: 'A licensed servicer may buy a claim of this kind on one condition. {condition}',
          },
        ),
        inputs: { claim_kind: kind, 'sell.condition_met': statedSale(s).condition_met ?? null },
        cite: rule.citation,
        opens_if: {
          ja: '条件を満たす場合（sell.condition_met=true）、または適法と確認した買い手がいる場合（sell.buyer=lawful_buyer）',
          en: 'the condition is met (sell.condition_met=true), or you have a buyer whose right to buy you have checked (sell.buyer=lawful_buyer)',
        },
      },
    ];
  return [
    {
      code: 'not_a_servicer_claim',
      text: {
        ja: '通常の売掛債権は、サービサーが買い取れる「特定金銭債権」に当たりません。債務者が倒産しても変わりません。',
        en: 'An ordinary trade receivable is not a claim that a licensed servicer may buy; the debtor’s insolvency does not change that.',
      },
      inputs: { claim_kind: s.facts.claim.claim_kind ?? null, 'sell.buyer': statedSale(s).buyer ?? 'servicer' },
      cite: rule.citation,
      opens_if: {
        ja: 'リース料・割賦・貸付など対象となる債権の場合、または適法と確認した買い手がいる場合（sell.buyer=lawful_buyer）',
        en: 'the claim is of an eligible kind (lease, instalment sale, loan), or you have a buyer whose right to buy you have checked (sell.buyer=lawful_buyer)',
      },
    },
  ];
}

/**
 * The most that anybody pays for what a debtor owes who pays nobody, or by dividend alone: what the buyer gets of it in the end, today, less the proof. All
 * of it where the debtor pays, or something secures the claim.
 */
function mostPaid(s: Situation): number {
  const { proceedings, claim, security } = s.facts;
  if (security > 0 || !(proceedings || isInCrisis(claim))) return s.state.balance;
  const { dividend_months, proof_cost } = s.a.insolvency;
  const dividend = times(times(s.state.balance, dividendRate(s)), s.discount(dividend_months));
  return atLeast(minus(dividend, proof_cost), 0);
}

/** Price at a month: the standing offer, which falls, or the price curve by age, which knows nothing of a crisis. */
function price(s: Situation): number {
  const { sale } = s.a;
  const share = s.state.balance / s.facts.principal;
  const offer = statedSale(s).offer?.toNumber();
  if (offer !== undefined) return times(offer * share, decay(sale.offer_decay, s.month));
  const age = Math.max(0, s.facts.age);
  const today = atLeast(times(sale.price, decay(sale.age_decay, age)), sale.floor);
  const curve = atLeast(times(today, decay(sale.age_decay, s.month)), sale.floor);
  return atMost(times(s.state.balance, curve), mostPaid(s));
}

/** What a sale does not bring, and the condition under which a servicer may buy where nobody has said that it is met. */
function saleRisk(s: Situation): Sentence {
  const { condition } = s.law.servicer[s.facts.claim.claim_kind ?? 'other'];
  const { buyer = 'servicer', condition_met } = statedSale(s);
  if (buyer === 'servicer' && condition !== null && condition_met === undefined)
    return phrase(
      { condition },
      {
        ja: 'サービサーが買い取れるかは次の条件によります。{condition}売却損には貸倒れの消費税控除がありません。',
        en: 'Whether a servicer may buy depends on this. {condition} A loss on sale brings no consumption-tax bad-debt credit.',
      },
    );
  return {
    ja: '売却損には貸倒れの消費税控除がありません。債務者の抗弁は買い手に引き継がれます。',
    en: 'A loss on sale brings no consumption-tax bad-debt credit; the debtor keeps its defences against the buyer.',
  };
}

export const sell = option({
  id: 'sell',
  label: { ja: '債権売却', en: 'sell the claim' },
  description: {
    ja: '債権を買い手に売り、代金を得て回収から離れます。',
    en: 'Sell the claim and leave collection to the buyer.',
  },
  family: 'exit',
  shape: 'exit',
  follows: ['fresh', 'acknowledged'],
  varies: () => 'monthly',
  terms: sellTerms,
  needs: () => [],
  bars: (s) => [...buyerBars(s), ...limitationBars(s)],
  papers: () => ['assignment_notice'],
  variants: () => [{}],
  prospect: (s) => {
    const paid = price(s);
    return {
      event: {
        id: 'sold',
        at: 0,
        flows: [{ principal: atMost(paid, s.state.balance) }, { external: s.a.sale.cost }],
        conceded: atLeast(minus(s.state.balance, paid), 0),
      },
      relationship: s.a.relationship.loss.sell,
    };
  },
  thresholds: () => [],
  // The figure assumes a lawful buyer, so that the lowest price is known before the search for a buyer begins.
  figures: (s) => [
    {
      name: 'offer',
      label: { ja: '売ってよい最低額', en: 'lowest price worth taking' },
      kind: 'amount',
      worst: 0,
      best: s.facts.principal,
      ask: (value) => ({ terms: { sell: { offer: money(value), buyer: 'lawful_buyer' } } }),
      against: 'doing_without',
    },
  ],
  sentences: {
    step: (s) => {
      const told = { price: { yen: price(s) } };
      return statedSale(s).offer === undefined
        ? phrase(told, {
            ja: '買い手を探して譲渡契約を結び（売却価格の相場の目安 {price}）、確定日付のある通知で対抗要件を備えます。',
            en: 'Find a buyer, assign the claim (estimated market price {price}) and perfect the assignment by a notice with a certified date.',
          })
        : phrase(told, {
            ja: '買い手と譲渡契約を結び（提示された代金 {price}）、確定日付のある通知で対抗要件を備えます。',
            en: 'Assign the claim for the price offered, {price}, and perfect the assignment by a notice with a certified date.',
          });
    },
    declined: (s, _, { value, less }) =>
      statedSale(s).offer === undefined
        ? null
        : phrase(
            { price: { yen: price(s) }, value: { yen: value }, less: { yen: less } },
            {
              ja: '提示された代金 {price}で今売ると期待額は{value}で、勧める手順より{less}少なくなるため、この代金では売りません。',
              en: 'Selling now for the price offered, {price}, is expected to bring {value}, {less} less than what is recommended, so the claim is not sold at that price.',
            },
          ),
    risk: saleRisk,
  },
});
