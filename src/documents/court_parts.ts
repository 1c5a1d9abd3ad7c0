// What applications to a court share: the parties, what is asked for, and why. Courts take Japanese only.

import { owedFor } from '../claim/demand_letter.ts';
import { blank, type DraftParagraph } from '../claim/draft.ts';
import type { Facts } from '../claim/facts.ts';
import type { Jurisdiction } from '../law/law.ts';
import { amountDigits } from '../values/currency.ts';
import { money } from '../values/money.ts';
import type { Sentence } from '../values/phrase.ts';
import { writtenAmount, writtenDay, writtenRate } from '../values/written.ts';
import { courtWords, item, prose } from './sentences.ts';

/** The court, the day and the parties, named as the procedure names them. */
export function caption({ claim }: Facts, office: string, [ours, theirs]: readonly [string, string]): DraftParagraph[] {
  const party = (as: string, who: 'creditor' | 'debtor'): DraftParagraph[] => [
    prose(courtWords('{as}　{address}', { as, address: blank(`${who}_address`) })),
    prose(courtWords('　　　　{name}　{signatory}', { name: blank(who), signatory: blank(`${who}_signatory`) })),
  ];
  return [
    { style: 'right', text: courtWords('{day}', { day: writtenDay(claim.as_of) }) },
    prose(courtWords('{court}{office} 御中', { court: blank('court'), office })),
    ...party(ours, 'creditor'),
    ...party(theirs, 'debtor'),
  ];
}

/** What is asked for: principal, late interest from the first day of default to payment. */
export function purport({ claim, interest }: Facts, law: Jurisdiction): DraftParagraph[] {
  const { citations, from, rate } = interest;
  return [
    item(courtWords('1 金{principal}', { principal: writtenAmount(claim.amount, law) })),
    interest.breakdown.length > 1
      ? {
          ...item(
            courtWords(
              '2 {day}までの確定遅延損害金{interest}、及び上記1の金額に対する同日の翌日から支払済みまで年{rate}の割合による遅延損害金',
              {
                interest: writtenAmount(interest.interest, law),
                day: writtenDay(claim.as_of),
                rate: writtenRate(rate),
              },
            ),
          ),
          cites: citations,
        }
      : {
          ...item(
            courtWords('2 上記1の金額に対する{from}から支払済みまで年{rate}の割合による遅延損害金', {
              from: writtenDay(from),
              rate: writtenRate(rate),
            }),
          ),
          cites: citations,
        },
  ];
}

/** Why it is owed: the contract, the due date, and that nothing was paid. */
export const cause = (facts: Facts, [ours, theirs]: readonly [string, string]): DraftParagraph[] => [
  item(
    courtWords('1 {ours}は{theirs}に対し、{contract}に基づく{what}の債権を有する。', {
      ours,
      theirs,
      contract: blank('contract'),
      what: owedFor(facts),
    }),
  ),
  item(courtWords('2 支払期日は{due}である。', { due: writtenDay(facts.due_date) })),
  item(courtWords('3 {theirs}は、期日を過ぎても支払わない。', { theirs })),
];

/** Late interest to the day of the paper, and the court's fee. */
export const calculation = ({ claim, interest }: Facts, law: Jurisdiction, fee: number): DraftParagraph[] => [
  item(
    courtWords('{day}までの遅延損害金 金{interest}', {
      day: writtenDay(claim.as_of),
      interest: writtenAmount(interest.interest, law),
    }),
  ),
  {
    ...item(
      courtWords('申立手数料（郵便の費用を含む） 金{fee}', {
        fee: writtenAmount(money(amountDigits(fee, law.minor_digits)), law),
      }),
    ),
    cites: [law.citations.filing_fee],
  },
];

/** A line about evidence. */
export const evidenceLine: Sentence = courtWords('証拠・添付書類 {evidence}', { evidence: blank('evidence') });
