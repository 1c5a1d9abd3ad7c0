// A sentence in every language of the service over facts that are stated once. Words are plain text with named places, so that no
// language can compute a figure by itself and show another one than the rest.

import type { Text } from './text.ts';

/** A fact that fills a place of a sentence; the writer of a language formats it. */
export type PhraseFact =
  | { readonly yen: number }
  | { readonly percent: number }
  | { readonly months: number }
  /** The day so many months after the valuation day. */
  | { readonly day_in: number }
  /** A count. */
  | number
  /** A day, or the name of a field: alike in every language. */
  | string
  | Sentence;

/** Words with places, and the facts that fill them. */
export interface Phrase {
  readonly words: Text;
  readonly facts: Readonly<Record<string, PhraseFact>>;
}

/** Words alone, or words about facts. */
export type Sentence = Text | Phrase;

/** The places of words: `fee` and `days` of 'a fee of {fee} in {days}'. */
type PlacesOf<Words extends string> = Words extends `${string}{${infer Place}}${infer Rest}`
  ? Place | PlacesOf<Rest>
  : never;

/** Words that have exactly these places; `never` when they leave a fact out or use one that is not stated. */
type Telling<Words extends string, Place> = [Place] extends [PlacesOf<Words>]
  ? [PlacesOf<Words>] extends [Place]
    ? Words
    : never
  : never;

/** A sentence about facts. It compiles only when the words of each language use every fact and no other. */
export const phrase = <const Facts extends Phrase['facts'], const Ja extends string, const En extends string>(
  facts: Facts,
  words: { readonly ja: Ja & Telling<Ja, keyof Facts>; readonly en: En & Telling<En, keyof Facts> },
): Phrase => ({ words, facts });

/** Nothing, in every language: the part of a sentence that is left out. */
export const SILENT: Text = { ja: '', en: '' };

/** Sentences one after another, joined as each language joins them. */
export function listed(sentences: readonly Sentence[], between: Text = { ja: '、', en: ', ' }): Sentence {
  const [first = SILENT, ...others] = sentences;
  return others.reduce<Sentence>(
    (before, next) =>
      phrase({ before, between, next }, { ja: '{before}{between}{next}', en: '{before}{between}{next}' }),
    first,
  );
}

const isPhrase = (sentence: Sentence): sentence is Phrase => 'words' in sentence;

/** The words of a sentence in every language, and the facts that fill their places. */
export const wordsOf = (sentence: Sentence): Phrase => (isPhrase(sentence) ? sentence : { words: sentence, facts: {} });
