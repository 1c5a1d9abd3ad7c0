// The letter after silence or a broken promise: principal, interest to the day, a new day, how to pay and whom to call.

import { furtherInterest, owedItems } from '../claim/demand_letter.ts';
import { blank } from '../claim/draft.ts';
import { notDueBars, procedureBars } from '../options/parts/bars.ts';
import { phrase } from '../values/phrase.ts';
import { writtenDay } from '../values/written.ts';
import { answerBy, document } from './document.ts';
import { BOTH, letterOf, prose } from './sentences.ts';

const SILENT_SO_FAR = {
  ja: '下記の債権は、支払期日を過ぎてもお支払いがなく、ご連絡もいただいておりません。',
  en: 'The following claim is overdue, and we have had neither payment nor a reply.',
};
const PROMISED = {
  ja: '下記の債権は、お約束の日を過ぎてもお支払いがありません。',
  en: 'The following claim is overdue, and the day on which you promised to pay has passed.',
};
const UNPAID = {
  ja: '下記の債権は、支払期日を過ぎてもお支払いがありません。',
  en: 'The following claim is overdue and has not been paid.',
};

export const second_reminder = document({
  id: 'second_reminder',
  label: { ja: '督促状', en: 'second reminder' },
  description: {
    ja: '返事がないときや約束が守られなかったとき。利息まで計算し、新しい期日と支払方法を示します。',
    en: 'After silence or a broken promise: interest to the day, a new day, and how to pay.',
  },
  langs: BOTH,
  bars: (s) => [...notDueBars(s), ...procedureBars(s, 'individual_action')],
  paragraphs: (c) => {
    const { broken_promises = 0, contact } = c.facts.claim;
    return letterOf(c, { ja: '督促状', en: 'Second reminder' }, [
      prose(broken_promises > 0 ? PROMISED : contact === 'unreachable' ? SILENT_SO_FAR : UNPAID),
      ...owedItems(c.facts, c.law),
      prose(
        phrase(
          { day: writtenDay(answerBy(c)), account: blank('account') },
          {
            ja: '{day}までに、合計額を{account}へお振り込みください。',
            en: 'Please transfer the total to {account} by {day}.',
          },
        ),
      ),
      prose(
        phrase(
          { further: furtherInterest(c.facts) },
          {
            ja: 'このほかに、{further}がかかります。期日までのお支払いが難しいときは、その前に支払方法をご相談ください。',
            en: 'On top of this comes {further}. If you cannot pay by that day, please contact us before it so that we can agree on how to pay.',
          },
        ),
      ),
    ]);
  },
});
