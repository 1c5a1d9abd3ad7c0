// The agreement on the return of goods: which goods, the price credited for them, and what remains owed.

import { blank } from '../claim/draft.ts';
import { type Money as Amount, floorTo, Money } from '../values/money.ts';
import { phrase } from '../values/phrase.ts';
import { writtenAmount, writtenDay } from '../values/written.ts';
import { answerBy, document } from './document.ts';
import { agreementOf, BOTH, COURT_CLAUSE, owedClause, prose } from './sentences.ts';

/** What the option that calls for the document is told of the goods. */
interface StatedGoods {
  readonly value?: Amount;
}

export const return_agreement = document({
  id: 'return_agreement',
  label: { ja: '商品返還合意書', en: 'agreement on the return of goods' },
  description: {
    ja: '同意を得て商品を引き取り、その価額を代金に充て、残額を確認します。',
    en: 'Goods come back by consent, their value is credited to the price, and the rest is confirmed.',
  },
  langs: BOTH,
  with_option: true,
  paragraphs: (c) => {
    const { facts, law } = c;
    const { value }: StatedGoods = c.stated;
    if (value === undefined) throw new RangeError('goods come back without a value');
    const credited = Money.min(facts.claim.amount, floorTo(value));
    const yen = (amount: Amount) => writtenAmount(amount, law);
    return agreementOf({ ja: '商品返還合意書', en: 'Agreement on the return of goods' }, [
      owedClause(c, false),
      prose(
        phrase(
          { goods: blank('goods'), day: writtenDay(answerBy(c)) },
          {
            ja: '乙は、{goods}を{day}までに甲に引き渡す。引取りの費用は甲の負担とする。',
            en: 'The Debtor hands over {goods} to the Creditor by {day}. The Creditor pays for collecting them.',
          },
        ),
      ),
      prose(
        phrase(
          { credited: yen(credited) },
          {
            ja: '甲は、引き渡された商品の価額を金{credited}とし、第1条の元本に充てる。',
            en: 'The goods handed over are credited to the principal of clause 1 at {credited}.',
          },
        ),
      ),
      prose(
        phrase(
          { rest: yen(facts.claim.amount.minus(credited)) },
          {
            ja: '充当後の元本の残額は金{rest}である。',
            en: 'The principal that remains is {rest}.',
          },
        ),
      ),
      COURT_CLAUSE,
    ]);
  },
  notes: ({ law }) => [
    prose(
      {
        ja: '相手方が近く倒産すると、引取りが否認されることがあります。自社が売った商品を相当な価額で引き取り、品目ごとに記録します。',
        en: 'If the debtor soon fails, the return may be avoided. Take back your own goods at a fair value and record each item.',
      },
      [law.citations.preference, law.citations.goods_lien],
    ),
  ],
});
