// The debtor's acknowledgment of what it owes: evidence, and a new limitation period where the old one still runs.

import { owedItems } from '../claim/demand_letter.ts';
import { blank } from '../claim/draft.ts';
import { procedureBars } from '../options/parts/bars.ts';
import { phrase } from '../values/phrase.ts';
import { writtenDay } from '../values/written.ts';
import { document } from './document.ts';
import { BOTH, prose, signed, titleLine } from './sentences.ts';

export const balance_confirmation = document({
  id: 'balance_confirmation',
  label: { ja: '残高確認書・債務承認書', en: 'acknowledgment of the debt' },
  description: {
    ja: '相手方が残高を認めて署名します。証拠になり、満了前なら時効が更新されます。',
    en: 'The debtor signs what it owes: evidence, and a new limitation period if the old one has not run out.',
  },
  langs: BOTH,
  bars: (s) => procedureBars(s, 'individual_action'),
  paragraphs: ({ facts, law }) => [
    titleLine({ ja: '残高確認書 兼 債務承認書', en: 'Confirmation of the balance and acknowledgment of debt' }),
    prose(
      phrase(
        { creditor: blank('creditor'), debtor: blank('debtor'), day: writtenDay(facts.claim.as_of) },
        {
          ja: '{debtor}は、{creditor}に対し、{day}現在、次の債務を負担していることを承認します。',
          en: '{debtor} acknowledges that on {day} it owes {creditor} the following.',
        },
      ),
      [law.citations.limitation_acknowledgment],
    ),
    ...owedItems(facts, law),
    prose({
      ja: '支払予定日と金額：　　　　年　　月　　日　金　　　　　　　円',
      en: 'To be paid on: ____________ Amount: ____________',
    }),
    ...signed('debtor', { ja: '債務者', en: 'Debtor' }),
  ],
  notes: ({ facts, law }) => [
    facts.limitation.status === 'expired_invocable'
      ? prose(
          phrase(
            { end: writtenDay(facts.limitation.last_day) },
            {
              ja: '時効期間は{end}に満了しています。満了後の承認は更新ではありませんが、承認した相手はその満了を援用できなくなります。',
              en: 'The limitation period ended on {end}. An acknowledgment after that renews nothing, but whoever signs may no longer invoke it.',
            },
          ),
          [law.citations.limitation_lost],
        )
      : prose(
          phrase(
            { end: writtenDay(facts.limitation.last_day) },
            {
              ja: '承認の日から時効期間が新たに進みます（現在の満了日 {end}）。署名する人に会社を代表する権限があるか確かめます。',
              en: 'From the day of the acknowledgment the limitation period, which now ends on {end}, runs anew. Check that whoever signs may bind the company.',
            },
          ),
          [law.citations.limitation_acknowledgment],
        ),
  ],
});
