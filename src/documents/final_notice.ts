// The last letter before court: names the procedure and the day, and asks for a proposal.

import { furtherInterest, owedItems } from '../claim/demand_letter.ts';
import { blank } from '../claim/draft.ts';
import { addDays } from '../values/day.ts';
import { phrase } from '../values/phrase.ts';
import { writtenDay } from '../values/written.ts';
import { answerBy, document } from './document.ts';
import { BOTH, letterOf, prose } from './sentences.ts';

export const final_notice = document({
  id: 'final_notice',
  label: { ja: '法的手続の予告', en: 'notice before court' },
  description: {
    ja: '申立ての前に、手続の名前と申立予定日を知らせ、支払方法の提案を求めます。',
    en: 'Before filing: names the procedure and the day, and asks for a proposal.',
  },
  langs: BOTH,
  with_option: true,
  paragraphs: (c) => {
    const day = answerBy(c);
    const procedure = c.step?.option.label ?? { ja: '裁判所の手続', en: 'a procedure in court' };
    return letterOf(c, { ja: '法的手続の予告', en: 'Notice before court' }, [
      prose({
        ja: '下記の債権について、これまでのご請求にもかかわらずお支払いがありません。',
        en: 'The following claim has not been paid although we have asked for it.',
      }),
      ...owedItems(c.facts, c.law),
      prose(
        phrase(
          { day: writtenDay(day), account: blank('account'), further: furtherInterest(c.facts) },
          {
            ja: '{day}までに、合計額と{further}を{account}へお支払いいただくか、支払方法のご提案を書面でお送りください。',
            en: 'By {day}, please pay the total, and {further}, to {account}, or send us a proposal in writing.',
          },
        ),
      ),
      prose(
        phrase(
          { next: writtenDay(addDays(day, 1)), procedure },
          {
            ja: 'いずれもないときは、{next}以降に{procedure}の手続をとる予定です。',
            en: 'If neither arrives, we intend to start the following procedure from {next} on: {procedure}.',
          },
        ),
      ),
    ]);
  },
});
