// The parts that documents share: who writes to whom, the head of an agreement and its clauses, how to reach us, the line at the end.

import { letterEnds, owedFor } from '../claim/demand_letter.ts';
import { blank, type DraftParagraph } from '../claim/draft.ts';
import type { Citation } from '../law/dated.ts';
import { type Phrase, phrase, type Sentence } from '../values/phrase.ts';
import type { Lang, Text } from '../values/text.ts';
import { writtenAmount, writtenCount, writtenDay } from '../values/written.ts';
import type { DraftContext } from './document.ts';

/** A document that is written in both languages. */
export const BOTH: readonly Lang[] = ['ja', 'en'];
/** A document of a court, which takes Japanese (Court Act art. 74). */
export const COURT_LANGS: readonly Lang[] = ['ja'];

/** A sentence of a paper for a court, which is not written in English. */
export const courtWords = (words: string, facts: Phrase['facts'] = {}): Phrase => ({
  words: { ja: words, en: words },
  facts,
});

/** The heading of a document. */
export const titleLine = (text: Sentence): DraftParagraph => ({ style: 'title', text });

/** A paragraph, and what it rests on. */
export const prose = (sentence: Sentence, cites: readonly Citation[] = []): DraftParagraph => ({
  style: 'text',
  text: sentence,
  ...(cites.length === 0 ? {} : { cites }),
});

/** A line of a list. */
export const item = (sentence: Sentence): DraftParagraph => ({ style: 'item', text: sentence });

/** A heading inside a document. */
export const heading = (ja: string, en = ja): DraftParagraph => ({ style: 'heading', text: { ja, en } });

/** A letter: day and parties, a title, its paragraphs, and whom to ask. */
export function letterOf(c: DraftContext, name: Text, body: readonly DraftParagraph[]): DraftParagraph[] {
  const { head, foot } = letterEnds(c.facts);
  return [
    ...head,
    ...foot,
    titleLine(name),
    ...body,
    prose(phrase({ contact: blank('contact') }, { ja: 'お問い合わせ先 {contact}', en: 'Contact: {contact}' })),
  ];
}

/** An agreement: its title, who makes it, numbered clauses, and signatures of both sides. */
export function agreementOf(name: Text, clauses: readonly DraftParagraph[]): DraftParagraph[] {
  const sides = { creditor: blank('creditor'), debtor: blank('debtor') };
  return [
    titleLine(name),
    prose(
      phrase(sides, {
        ja: '{creditor}（以下「甲」という。）と{debtor}（以下「乙」という。）は、次のとおり合意する。',
        en: '{creditor} (the "Creditor") and {debtor} (the "Debtor") agree as follows.',
      }),
    ),
    ...numbered(clauses),
    prose({
      ja: '本書を2通作り、甲乙が記名押印して各1通を持つ。',
      en: 'Made in two copies, one for each party.',
    }),
    ...signed('creditor', { ja: '甲', en: 'Creditor' }),
    ...signed('debtor', { ja: '乙', en: 'Debtor' }),
  ];
}

/** The day, the address and the name of one who signs. */
export function signed(who: 'creditor' | 'debtor', as: Text): DraftParagraph[] {
  const place = { as, address: blank(`${who}_address`) };
  const name = { name: blank(who), signatory: blank(`${who}_signatory`) };
  return [
    prose({ ja: '　　　　年　　月　　日', en: 'Date:' }),
    prose(phrase(place, { ja: '{as}　{address}', en: '{as}: {address}' })),
    prose(phrase(name, { ja: '　　{name}　{signatory}　印', en: '{name}, {signatory}' })),
  ];
}

/** Paragraphs of which each that is no table has a number. */
function numbered(clauses: readonly DraftParagraph[]): DraftParagraph[] {
  let n = 0;
  return clauses.map((clause) => {
    if (clause.style === 'table') return clause;
    n += 1;
    const facts = { n: writtenCount(n), clause: clause.text };
    return { ...clause, text: phrase(facts, { ja: '第{n}条　{clause}', en: '{n}. {clause}' }) };
  });
}

/** The clause about the court. */
export const COURT_CLAUSE: DraftParagraph = prose({
  ja: '本件の訴訟は、甲の本店所在地を管轄する裁判所を第一審の専属的合意管轄裁判所とする。',
  en: 'The courts at the seat of the Creditor have exclusive jurisdiction in the first instance.',
});

/** The clause in which the debtor acknowledges the claim, with its late interest to the day as far as there is any. */
export function owedClause({ facts, law }: DraftContext, withInterest = true): DraftParagraph {
  const { claim, interest } = facts;
  const owed = {
    what: owedFor(facts),
    invoice: blank('invoice'),
    due: writtenDay(facts.due_date),
    principal: writtenAmount(claim.amount, law),
  };
  const late = { interest: writtenAmount(interest.interest, law), on: writtenDay(claim.as_of) };
  const sentence =
    withInterest && !interest.interest.isZero()
      ? phrase(
          { ...owed, ...late },
          {
            ja: '乙は、甲に対し、{what}（{invoice}、支払期日{due}）の元本金{principal}と、{on}までの遅延損害金{interest}の支払義務があることを認める。',
            en: 'The Debtor acknowledges this debt to the Creditor: {what} ({invoice}, due {due}), principal {principal}, and late interest to {on} {interest}.',
          },
        )
      : phrase(owed, {
          ja: '乙は、甲に対し、{what}（{invoice}、支払期日{due}）の元本金{principal}の支払義務があることを認める。',
          en: 'The Debtor acknowledges this debt to the Creditor: {what} ({invoice}, due {due}), principal {principal}.',
        });
  return prose(sentence, [law.citations.limitation_acknowledgment]);
}

/** The last line of every document. */
export const DRAFT_LINE: DraftParagraph = {
  style: 'note',
  text: {
    ja: '※これは下書きです。事実と最新の法令を確かめ、必要なら弁護士等に相談してから使ってください。',
    en: 'This is a draft: check the facts and the law of the day, and take advice where needed, before you use it.',
  },
};
