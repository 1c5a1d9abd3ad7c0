// Sentences, numbers and days as a reader of each language writes them. One style of amounts per language and currency, half-width digits throughout.

import type { Citation } from '../law/dated.ts';
import { amountDigits, amountWords, type Currency } from '../values/currency.ts';
import { type Day, dayAfter } from '../values/day.ts';
import { finite } from '../values/money.ts';
import { type Phrase, type PhraseFact, SILENT, wordsOf } from '../values/phrase.ts';
import type { Lang, Text } from '../values/text.ts';

/** The writer of one language. Its numbers throw `RangeError` when they are not finite. */
export interface Voice {
  readonly yen: (amount: number) => string;
  /** An amount of the engine as the answer writes it: decimal text with the digits of the currency. */
  readonly amount: (amount: number) => string;
  readonly percent: (share: number) => string;
  readonly months: (months: number) => string;
  readonly day: (monthsFromNow: number) => string;
  /** A fact, or a sentence with its facts in their places. */
  readonly tell: (fact: PhraseFact) => string;
}

const oneDecimal = (x: number): string => String(Math.round(finite(x) * 10) / 10);

/** A voice in a language, speaking from the valuation day of amounts of a currency. */
export function voice(lang: Lang, as_of: Day, currency: Currency): Voice {
  const amount = (x: number): string => amountDigits(x, currency.minor_digits);
  const say: Voice = {
    yen: (x) => amountWords(amount(x), lang, currency),
    amount,
    percent: (share) => `${oneDecimal(share * 100)}%`,
    months: (months) => {
      const n = oneDecimal(months);
      return lang === 'ja' ? `${n}か月` : `${n} month${n === '1' ? '' : 's'}`;
    },
    day: (months) => dayAfter(as_of, months),
    tell: (fact) => {
      if (typeof fact === 'string') return fact;
      if (typeof fact === 'number') return String(finite(fact));
      if ('yen' in fact) return say.yen(fact.yen);
      if ('percent' in fact) return say.percent(fact.percent);
      if ('months' in fact) return say.months(fact.months);
      if ('day_in' in fact) return say.day(fact.day_in);
      const { words, facts } = wordsOf(fact);
      return words[lang].replace(/\{(\w+)\}/g, (_, place: string) => say.tell(factAt(place, facts)));
    },
  };
  return say;
}

/** What stands in a place; `phrase` sees to it that every place has something. */
function factAt(place: string, facts: Phrase['facts']): PhraseFact {
  const fact = facts[place];
  if (fact === undefined) throw new RangeError(`nothing stands in the place ${place}`);
  return fact;
}

/** A citation as one phrase in each language, marked when nobody has read its source. */
export function citationText({ law, article, certainty }: Citation): Text {
  // An article number follows its law directly; anything else is a heading of its own.
  const numbered = /^[\d第]/.test(article.ja);
  const between = numbered ? { ja: '', en: ' ' } : { ja: '：', en: ': ' };
  const marked = certainty === 'unverified' ? { ja: '［未確認］', en: ' [unverified]' } : SILENT;
  return {
    ja: `${law.ja}${between.ja}${article.ja}${marked.ja}`,
    en: `${law.en}${between.en}${article.en}${marked.en}`,
  };
}

/** A citation in one language. */
export const cited = (citation: Citation | null, lang: Lang): string | null =>
  citation === null ? null : citationText(citation)[lang];
