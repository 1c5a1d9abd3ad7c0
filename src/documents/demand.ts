// The certified demand as a document. Its words are in src/claim/demand_letter.ts, because its sheets decide what sending it costs.
// Here 'demand' is a letter, not an option.

import { demandLetter } from '../claim/demand_letter.ts';
import { phrase } from '../values/phrase.ts';
import { writtenCount, writtenDay } from '../values/written.ts';
import { document } from './document.ts';
import { BOTH, prose } from './sentences.ts';

export const demand = document({
  id: 'demand',
  label: { ja: '催告書（内容証明）', en: 'certified demand' },
  description: {
    ja: '時効の完成や法的手続の前に、内容証明郵便で支払を求めます。送る書面は日本語で、英文は訳です。',
    en: 'Asks for payment by certified mail before limitation or court. What is sent is the Japanese letter; the English one is a translation.',
  },
  langs: BOTH,
  mailed: true,
  with_option: true,
  paragraphs: ({ facts, law }) => demandLetter(facts, law),
  notes: ({ facts, law, situation }) => [
    prose(
      phrase(
        { months: writtenCount(situation.tariff.demand_months), end: writtenDay(facts.limitation.last_day) },
        {
          ja: '到達から{months}か月は時効が完成しません（現在の満了日 {end}）。その間に重ねて催告しても延びません。',
          en: 'For {months} months from its arrival the limitation period, which now ends on {end}, does not run out; another demand meanwhile adds nothing.',
        },
      ),
      [law.citations.limitation_demand, law.citations.declaration_arrives],
    ),
    prose(
      {
        ja: '枚数は、会社名20字、住所30字などとして紙の内容証明の字数で数えています。電子内容証明（e内容証明）はページ数で料金が決まります。',
        en: 'Sheets are counted as certified mail on paper, with 20 characters for a company and 30 for an address; the electronic form is charged by pages.',
      },
      [law.letter_layouts.periods.at(-1)?.citation ?? law.citations.certified_mail],
    ),
  ],
});
