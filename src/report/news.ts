// What may be heard of a debtor that a plan does not take as given: on hearing it the claim is evaluated again, and not on the next day of review.

import type { Situation } from '../options/option.ts';
import type { Day } from '../values/day.ts';
import { phrase, type Sentence } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';

/** A piece of news, and whether it would be one to this claim. */
interface News {
  readonly text: Text;
  readonly isNew: (situation: Situation) => boolean;
}

const isSolvent = ({ facts }: Situation): boolean => (facts.claim.insolvency ?? 'none') === 'none';

const NEWS: readonly News[] = [
  {
    text: { ja: '相手からの支払の申出', en: 'the debtor offers a sum or instalments' },
    isNew: (situation) => isSolvent(situation) && situation.facts.overdue_days > 0,
  },
  { text: { ja: '一部入金', en: 'a part is paid' }, isNew: () => true },
  {
    text: { ja: '異議', en: 'the claim is disputed' },
    isNew: ({ facts }) => (facts.claim.dispute ?? 'none') === 'none',
  },
  {
    text: { ja: '倒産の知らせ', en: 'payments are suspended or insolvency proceedings begin' },
    isNew: isSolvent,
  },
];

/** When to evaluate a claim again: on a day, and before it on news that would change the plan. */
export function reviewSentence(situation: Situation, on: Day): Sentence {
  const texts = NEWS.filter(({ isNew }) => isNew(situation)).map(({ text }) => text);
  const news = { ja: texts.map(({ ja }) => ja).join('・'), en: texts.map(({ en }) => en).join(', or ') };
  return phrase(
    { on, news },
    {
      ja: '{on}、または{news}があった日に計算し直してください。',
      en: 'Evaluate again on {on}, and before that day with what is new as soon as {news}.',
    },
  );
}
