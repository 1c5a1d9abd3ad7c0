// The notice that the claim was assigned: which claim, to whom, and who is to be paid from now on. A certified date makes it hold against others.

import { owedItems } from '../claim/demand_letter.ts';
import { blank } from '../claim/draft.ts';
import { phrase } from '../values/phrase.ts';
import { writtenDay } from '../values/written.ts';
import { document } from './document.ts';
import { BOTH, letterOf, prose } from './sentences.ts';

export const assignment_notice = document({
  id: 'assignment_notice',
  label: { ja: '債権譲渡通知書', en: 'notice of assignment' },
  description: {
    ja: '売却・ファクタリングの後、譲渡人が相手方に知らせます。内容証明郵便の日付が確定日付になります。',
    en: 'After a sale or factoring the assignor tells the debtor; the date of certified mail is the certified date.',
  },
  langs: BOTH,
  mailed: true,
  paragraphs: (c) =>
    letterOf(c, { ja: '債権譲渡通知書', en: 'Notice of assignment' }, [
      prose(
        phrase(
          { assignee: blank('assignee'), day: writtenDay(c.facts.claim.as_of) },
          {
            ja: '当社は、次の債権を、これに附帯する遅延損害金とともに{day}付けで{assignee}に譲渡しましたので、通知します。',
            en: 'We have assigned the following claim, with its late interest, to {assignee} as of {day}.',
          },
        ),
        [c.law.citations.assignment_perfection],
      ),
      ...owedItems(c.facts, c.law),
      prose(
        phrase(
          { assignee: blank('assignee') },
          { ja: '今後は{assignee}にお支払いください。', en: 'Please pay {assignee} from now on.' },
        ),
      ),
    ]),
  notes: ({ facts, law }) => [
    prose(
      {
        ja: '通知は譲渡人がします。第三者に対抗するには確定日付のある証書が要ります。',
        en: 'The assignor gives the notice. Against third parties it needs a certified date.',
      },
      [law.citations.assignment_perfection],
    ),
    ...(facts.claim.assignment_ban === true
      ? [
          prose(
            {
              ja: '譲渡を制限する特約があるため、それを知る譲受人には、相手方は支払を拒むことができます。',
              en: 'The contract restricts assignment, so the debtor may refuse to pay an assignee who knew of it.',
            },
            [law.citations.assignment_ban],
          ),
        ]
      : []),
  ],
});
