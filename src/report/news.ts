// What may be heard of a debtor that a plan does not take as given: on hearing it the claim is evaluated again, and not on the next day of review.

import { isSolvent } from '../claim/facts.ts';
import type { Situation } from '../options/option.ts';
import type { Day } from '../values/day.ts';
import { listed, phrase, type Sentence } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';

/** A piece of news, and whether it would be one to this claim. */
interface News {
  readonly text: Text;
  readonly isNew: (situation: Situation) => boolean;
}

const NEWS: readonly News[] = [
  {
    text: { ja: '相手からの支払の申出', en: 'the debtor offers a sum or instalments' },
    isNew: ({ facts }) => isSolvent(facts.claim) && facts.overdue_days > 0,
  },
  { text: { ja: '一部入金', en: 'a part is paid' }, isNew: () => true },
  {
    text: { ja: '異議', en: 'the claim is disputed' },
    isNew: ({ facts }) => !facts.disputed,
  },
  {
    text: { ja: '倒産の知らせ', en: 'payments are suspended or insolvency proceedings begin' },
    isNew: ({ facts }) => isSolvent(facts.claim),
  },
];

/** When to evaluate a claim again: on a day, and before it on news that would change the plan. */
export function reviewSentence(situation: Situation, on: Day): Sentence {
  const news = NEWS.filter(({ isNew }) => isNew(situation)).map(({ text }) => text);
  return phrase(
    { on, news: listed(news, { ja: '・', en: ', or ' }) },
    {
      ja: '{on}、または{news}があった日に計算し直してください。',
      en: 'Evaluate again on {on}, and before that day with what is new as soon as {news}.',
    },
  );
}
