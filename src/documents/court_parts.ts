// What applications to a court share: the parties, what is asked for, and why. Courts take Japanese only, so the English words are a gloss
// that no answer shows.

import { owedFor } from '../claim/demand_letter.ts';
import { blank, type DraftParagraph } from '../claim/draft.ts';
import type { Facts } from '../claim/facts.ts';
import type { Jurisdiction } from '../law/law.ts';
import { amountDigits } from '../values/currency.ts';
import { money } from '../values/money.ts';
import { phrase, type Sentence } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';
import { writtenAmount, writtenDay, writtenRate } from '../values/written.ts';
import { item, prose } from './sentences.ts';

/** The court, the day and the parties, named as the procedure names them. */
export function caption({ claim }: Facts, office: Text, [ours, theirs]: readonly [Text, Text]): DraftParagraph[] {
  const party = (as: Text, who: 'creditor' | 'debtor'): DraftParagraph[] => [
    prose(phrase({ as, address: blank(`${who}_address`) }, { ja: '{as}　{address}', en: '{as}: {address}' })),
    prose(
      phrase(
        { name: blank(who), signatory: blank(`${who}_signatory`) },
        { ja: '　　　　{name}　{signatory}', en: '{name}, {signatory}' },
      ),
    ),
  ];
  return [
    { style: 'right', text: phrase({ day: writtenDay(claim.as_of) }, { ja: '{day}', en: '{day}' }) },
    prose(phrase({ court: blank('court'), office }, { ja: '{court}{office} 御中', en: 'To: {court}{office}' })),
    ...party(ours, 'creditor'),
    ...party(theirs, 'debtor'),
  ];
}

/** What is asked for: principal, late interest from the first day of default to payment. */
export function purport({ claim, interest }: Facts, law: Jurisdiction): DraftParagraph[] {
  const { citations, from, rate } = interest;
  return [
    item(phrase({ principal: writtenAmount(claim.amount, law) }, { ja: '1 金{principal}', en: '1. {principal}' })),
    interest.breakdown.length > 1
      ? {
          ...item(
            phrase(
              {
                interest: writtenAmount(interest.interest, law),
                day: writtenDay(claim.as_of),
                rate: writtenRate(rate),
              },
              {
                ja: '2 {day}までの確定遅延損害金{interest}、及び上記1の金額に対する同日の翌日から支払済みまで年{rate}の割合による遅延損害金',
                en: '2. late interest to {day}, {interest}, and from the next day at {rate} a year until paid',
              },
            ),
          ),
          cites: citations,
        }
      : {
          ...item(
            phrase(
              { from: writtenDay(from), rate: writtenRate(rate) },
              {
                ja: '2 上記1の金額に対する{from}から支払済みまで年{rate}の割合による遅延損害金',
                en: '2. late interest on it from {from} until paid at {rate} a year',
              },
            ),
          ),
          cites: citations,
        },
  ];
}

/** Why it is owed: the contract, the due date, and that nothing was paid. */
export const cause = (facts: Facts, [ours, theirs]: readonly [Text, Text]): DraftParagraph[] => [
  item(
    phrase(
      { ours, theirs, contract: blank('contract'), what: owedFor(facts) },
      {
        ja: '1 {ours}は{theirs}に対し、{contract}に基づく{what}の債権を有する。',
        en: '1. Under {contract} {theirs} owes {ours} {what}.',
      },
    ),
  ),
  item(
    phrase({ due: writtenDay(facts.due_date) }, { ja: '2 支払期日は{due}である。', en: '2. It fell due on {due}.' }),
  ),
  item(
    phrase(
      { theirs },
      { ja: '3 {theirs}は、期日を過ぎても支払わない。', en: '3. {theirs} has not paid although it is due.' },
    ),
  ),
];

/** Late interest to the day of the paper, and the court's fee. */
export const calculation = ({ claim, interest }: Facts, law: Jurisdiction, fee: number): DraftParagraph[] => [
  item(
    phrase(
      { day: writtenDay(claim.as_of), interest: writtenAmount(interest.interest, law) },
      { ja: '{day}までの遅延損害金 金{interest}', en: 'Late interest to {day}: {interest}' },
    ),
  ),
  {
    ...item(
      phrase(
        { fee: writtenAmount(money(amountDigits(fee, law.minor_digits)), law) },
        { ja: '申立手数料（郵便の費用を含む） 金{fee}', en: 'Court fee with postage: {fee}' },
      ),
    ),
    cites: [law.citations.filing_fee],
  },
];

/** A line about evidence. */
export const evidenceLine: Sentence = phrase(
  { evidence: blank('evidence') },
  { ja: '証拠・添付書類 {evidence}', en: 'Evidence: {evidence}' },
);
