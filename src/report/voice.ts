// Numbers and days as a reader of each language writes them. One style of yen per language, half-width digits throughout.

import type { Citation } from '../law/dated.ts';
import type { Voice } from '../options/option.ts';
import { type Day, dayAfter } from '../values/day.ts';
import { roundWhole } from '../values/money.ts';
import { type Lang, yenText } from '../values/text.ts';

const oneDecimal = (x: number): string => String(Math.round(x * 10) / 10);

/** A voice in a language, speaking from the valuation day. */
export function voice(lang: Lang, as_of: Day): Voice {
  return {
    yen: (amount) => yenText(roundWhole(amount), lang),
    percent: (share) => `${oneDecimal(share * 100)}%`,
    months: (months) => {
      const n = oneDecimal(months);
      return lang === 'ja' ? `${n}か月` : `${n} month${n === '1' ? '' : 's'}`;
    },
    day: (months) => dayAfter(as_of, months),
  };
}

/** A citation as one phrase, marked when nobody has read its source. */
export function cited(citation: Citation | null, lang: Lang): string | null {
  if (citation === null) return null;
  const { law, article } = citation;
  // An article number follows its law directly; anything else is a heading of its own.
  const numbered = /^[\d第]/.test(article.ja);
  const between = numbered ? { ja: '', en: ' ' } : { ja: '：', en: ': ' };
  const phrase = `${law[lang]}${between[lang]}${article[lang]}`;
  if (citation.certainty !== 'unverified') return phrase;
  return lang === 'ja' ? `${phrase}［未確認］` : `${phrase} [unverified]`;
}
