// Takes back goods that the debtor still has, with the holder's consent and at their value; the rest of the price stays owed
// (docs/model.md 6.2).

import * as z from 'zod';
import { amountField, flagField } from '../fields/field.ts';
import { times } from '../numbers/number.ts';
import { phrase, type Sentence } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';
import { type Bar, option, type Situation, statedTerms } from './option.ts';
import { procedureBars } from './parts/bars.ts';
import { usedWith } from './rights/side_rights.ts';

const returnTerms = z.strictObject({
  value: amountField({
    label: { ja: '引き揚げる商品の価額', en: 'value of the goods' },
    description: 'What the goods still with the debtor would bring.',
    description_ja: '相手方に残っている商品の売れると思われる額。',
    example: 300000,
  }).optional(),
  consent: flagField({
    label: { ja: '引揚げへの同意', en: 'consent to return' },
    description: 'Whether whoever holds the goods (in proceedings the trustee) agrees in writing to their return.',
    description_ja: '商品を占有している相手方（倒産手続では管財人など）が書面で引揚げに同意しているか。',
    example: true,
  }).optional(),
});

const statedReturn = statedTerms<z.output<typeof returnTerms>>('return_goods');

const KINDS_WITH_GOODS = new Set(['goods', 'instalment_sale', 'lease', 'other', undefined]);

const SOLD: Text = { ja: '商品', en: 'the goods' };
const LEASED: Text = { ja: 'リース物件', en: 'the leased object' };

/** What the goods are credited with, whole yen: their value, up to what is owed. */
const creditedValue = (s: Situation): number =>
  Math.min(s.state.balance, Math.floor(statedReturn(s).value?.toNumber() ?? 0));

/** In proceedings goods come back only because the seller's lien on them stands outside: it secures the price of goods, nothing else. */
function lienBars(s: Situation): Bar[] {
  const { claim_kind } = s.facts.claim;
  if (!s.facts.proceedings || claim_kind !== 'other') return [];
  return [
    {
      code: 'no_lien',
      text: {
        ja: '倒産手続の中で商品を引き取れるのは、売買代金の先取特権や所有権留保が商品にある場合です。',
        en: "In insolvency proceedings goods come back only under a seller's lien for their price or a retained title.",
      },
      inputs: { claim_kind },
      cite: s.law.citations.goods_lien,
      opens_if: { ja: '商品の売買代金の場合', en: 'the claim is the price of goods' },
    },
  ];
}

/** What can undo a return, or stands in its way. */
function returnRisk(s: Situation): Sentence {
  const { insolvency = 'none' } = s.facts.claim;
  if (s.facts.claim.claim_kind === 'lease')
    return {
      ja: 'リース契約を解除して引き取り、評価額を債権に充てて清算します。ファイナンス・リースの物件は、倒産手続では担保として扱われます。',
      en: 'Terminate the lease, take the object at an appraised value and settle the account; in insolvency proceedings the object of a finance lease counts as security.',
    };
  if (!s.facts.proceedings || insolvency === 'none')
    return {
      ja: '相手方が倒産すると、引揚げが代物弁済として否認されることがあります（先取特権のある商品を相当な価額で引き取る場合を除きます）。',
      en: 'If the debtor then fails, the return may be avoided as a preference, except at a fair value for goods under the seller’s lien.',
    };
  return {
    ja: '先取特権は手続の外で行使できますが、商品が売主ごとに特定でき、まだ転売先に引き渡されていないことが要ります。同意には裁判所の許可が要ることがあり、先に売却されると商品への権利は失われます。',
    en: 'The lien can be exercised outside the proceedings, but only on goods that can be distinguished from others and have not been delivered to a buyer. The consent may need the permission of the court, and the right ends if the goods are sold first.',
  };
}

const SOLD_GOODS: Text = {
  ja: '書面の同意を得た場合（同意がなければ動産売買先取特権による競売を検討）',
  en: 'consent is given in writing (without it, consider an auction under the seller’s lien)',
};

/** A lessor has no lien on what is its own: it asks for its return. */
const OWN_GOODS: Text = {
  ja: '書面の同意を得た場合（同意がなければ占有移転禁止の仮処分と引渡しの訴えを検討）',
  en: 'consent is given in writing (without it, consider an injunction against passing them on and a suit for their return)',
};

export const return_goods = option({
  id: 'return_goods',
  label: { ja: '商品の引揚げ', en: 'take the goods back' },
  description: {
    ja: '相手方の同意を得て、残っている商品を価額で引き取ります。残額は引き続き回収します。',
    en: 'Take back the goods that are left, by consent and at their value; the rest is pursued as before.',
  },
  family: 'set_off',
  shape: 'reduction',
  consensual: true,
  follows: ['fresh'],
  varies: () => 'never',
  terms: returnTerms,
  needs: (s) => {
    const { value, consent } = statedReturn(s);
    return [
      ...(value === undefined ? ['return_goods.value'] : []),
      ...(consent === undefined ? ['return_goods.consent'] : []),
    ];
  },
  bars: (s) => {
    const { value, consent } = statedReturn(s);
    const bars: Bar[] = [];
    if (!KINDS_WITH_GOODS.has(s.facts.claim.claim_kind))
      bars.push({
        code: 'no_goods',
        text: {
          ja: '引き揚げられる商品のある債権ではありません。',
          en: 'The claim is not for goods that could be returned.',
        },
        inputs: { claim_kind: s.facts.claim.claim_kind ?? null },
        cite: s.law.citations.goods_lien,
        opens_if: { ja: '商品の売買代金の場合', en: 'the claim is the price of goods' },
      });
    if (value?.isZero())
      bars.push({
        code: 'nothing_to_return',
        text: { ja: '引き揚げる商品が残っていません。', en: 'No goods are left to return.' },
        inputs: { 'return_goods.value': 0 },
        cite: null,
        opens_if: { ja: '商品が相手方に残っている場合', en: 'goods are still with the debtor' },
      });
    if (consent === false)
      bars.push({
        code: 'no_consent',
        text: {
          ja: '占有者の同意なく引き揚げることはできません（自力救済の禁止）。',
          en: 'Goods may not be taken without the consent of the holder (no self-help).',
        },
        inputs: { 'return_goods.consent': false },
        cite: s.law.citations.self_help,
        opens_if: s.facts.claim.claim_kind === 'lease' ? OWN_GOODS : SOLD_GOODS,
      });
    bars.push(...procedureBars(s, 'security'), ...lienBars(s));
    return bars;
  },
  papers: () => ['return_agreement'],
  variants: () => [{}],
  prospect: (s) => {
    const value = creditedValue(s);
    return {
      event: {
        id: 'goods_returned',
        at: 0,
        flows: [{ at: s.a.goods.months, principal: value }, { external: times(value, s.a.goods.cost_share) }],
      },
      after: { balance: s.state.balance - value, used: usedWith(s, 'goods') },
      relationship: s.a.relationship.loss.return_goods,
    };
  },
  sentences: {
    step: (s) =>
      phrase(
        { what: s.facts.claim.claim_kind === 'lease' ? LEASED : SOLD, value: { yen: creditedValue(s) } },
        {
          ja: '書面の同意を得て{what}を引き取り、{value}を債権に充てます。',
          en: 'Take {what} back with written consent and credit {value} to the claim.',
        },
      ),
    risk: returnRisk,
  },
});
