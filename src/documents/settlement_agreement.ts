// The agreement of a lump sum: what is paid by which day, what is given up once it is paid, and what happens if it is not.

import { furtherInterest } from '../claim/demand_letter.ts';
import { blank } from '../claim/draft.ts';
import { procedureBars } from '../options/parts/bars.ts';
import { amountDigits } from '../values/currency.ts';
import type { Day } from '../values/day.ts';
import { type Money, money } from '../values/money.ts';
import { phrase } from '../values/phrase.ts';
import { writtenAmount, writtenDay } from '../values/written.ts';
import { type DraftContext, document, payableOn } from './document.ts';
import { agreementOf, BOTH, COURT_CLAUSE, owedClause, prose } from './sentences.ts';

/** The terms of the option that calls for the document: the debtor's own offer, or a level that we would propose. */
type SettledSum = { readonly level: number } | { readonly amount: number; readonly months: number };

/** The sum and the day of its payment. */
function agreedSum(c: DraftContext): { readonly amount: Money; readonly on: Day } {
  const terms = c.step?.terms as SettledSum;
  return 'amount' in terms
    ? { amount: money(terms.amount), on: payableOn(c, terms.months) }
    : {
        amount: money(amountDigits(c.facts.principal * terms.level, c.law.minor_digits)),
        on: payableOn(c, c.situation.a.settle.months_to_pay),
      };
}

export const settlement_agreement = document({
  id: 'settlement_agreement',
  label: { ja: '和解契約書', en: 'settlement agreement' },
  description: {
    ja: '一括払いの和解。支払えば清算し、払われなければ全額に戻る条項を置きます。',
    en: 'A lump sum: everything is settled once it is paid, and the whole claim comes back if it is not.',
  },
  langs: BOTH,
  with_option: true,
  bars: (s) => procedureBars(s, 'individual_action'),
  paragraphs: (c) => {
    const { facts, law } = c;
    const { interest } = facts;
    const { amount, on } = agreedSum(c);
    return agreementOf({ ja: '和解契約書', en: 'Settlement agreement' }, [
      owedClause(c),
      prose(
        phrase(
          { amount: writtenAmount(amount, law), on: writtenDay(on), account: blank('account') },
          {
            ja: '乙は、甲に対し、解決金として金{amount}を{on}までに{account}に振り込んで支払う。振込手数料は乙の負担とする。',
            en: 'The Debtor pays the Creditor {amount} in settlement by {on} into {account}, bank charges paid by the Debtor.',
          },
        ),
      ),
      prose({
        ja: '前条の全額が期限までに支払われたときは、甲は第1条のその余の請求を放棄し、甲乙は、本件について本契約に定めるほか何らの債権債務がないことを相互に確認する。',
        en: 'Once the whole sum is paid in time, the Creditor waives the rest of clause 1, and the parties owe each other nothing more in this matter than this agreement says.',
      }),
      prose(
        phrase(
          { further: furtherInterest(facts) },
          {
            ja: '前条の全額が期限までに支払われないときは、前条は効力を生じない。乙は、第1条の全額から支払済みの額を除いた残額と{further}を直ちに支払う。',
            en: 'If the whole sum is not paid in time, the preceding clause has no effect: the Debtor pays at once the whole of clause 1 less what it has paid, with {further}.',
          },
        ),
        interest.citations,
      ),
      COURT_CLAUSE,
    ]);
  },
});
