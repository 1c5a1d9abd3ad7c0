// Days, rates and amounts as a letter writes them, and a sentence with its facts in their places. A fact keeps its value beside its words,
// so that a program can read what a letter says.

import { amountWords, type Currency } from './currency.ts';
import { type Day, dayOfMonth, MONTH_NAMES, monthOf, yearOf } from './day.ts';
import { type Money, moneyText } from './money.ts';
import { type PhraseFact, type Sentence, wordsOf } from './phrase.ts';
import type { Lang, Text } from './text.ts';

/** A fact in the words of each language, with its value as decimal text or as an ISO day. */
export interface WrittenFact extends Text {
  readonly value: string;
}

/** A day: `2026年8月31日`, `31 August 2026`. */
export function writtenDay(day: Day): WrittenFact {
  const [year, month, date] = [yearOf(day), monthOf(day), dayOfMonth(day)];
  return { ja: `${year}年${month}月${date}日`, en: `${date} ${MONTH_NAMES[month - 1] ?? ''} ${year}`, value: day };
}

/** A rate a year, exact: `3%`. */
export function writtenRate(rate: Money): WrittenFact {
  const percent = `${moneyText(rate.times(100))}%`;
  return { ja: percent, en: percent, value: moneyText(rate) };
}

/** An amount: `1,250,000円`, `¥1,250,000`. */
export function writtenAmount(amount: Money, currency: Currency): WrittenFact {
  const value = moneyText(amount);
  return { ja: amountWords(value, 'ja', currency), en: amountWords(value, 'en', currency), value };
}

/** A count. */
export const writtenCount = (count: number): WrittenFact => ({
  ja: String(count),
  en: String(count),
  value: String(count),
});

const isWritten = (fact: PhraseFact): fact is WrittenFact => typeof fact === 'object' && 'value' in fact;

/** A sentence in one language. Its facts are words, written facts and sentences. Throws `RangeError` for any other. */
export function inLanguage(sentence: Sentence, lang: Lang): string {
  const { words, facts } = wordsOf(sentence);
  return words[lang].replace(/\{(\w+)\}/g, (_, place: string) => {
    const fact = facts[place];
    if (typeof fact === 'string') return fact;
    if (typeof fact === 'object' && ('ja' in fact || 'words' in fact)) return inLanguage(fact, lang);
    throw new RangeError(`nothing that a letter can write is in the place ${place}`);
  });
}

/** The facts of a sentence and of the sentences inside it, by the names of their places. */
export const factsIn = (sentence: Sentence): (readonly [name: string, fact: WrittenFact])[] =>
  Object.entries(wordsOf(sentence).facts).flatMap(([name, fact]) =>
    isWritten(fact) ? [[name, fact] as const] : typeof fact === 'object' && 'words' in fact ? factsIn(fact) : [],
  );
