// The certified demand: what is owed to the day, the deadline and what follows, in so few words that it mostly fits on one sheet. It stands
// here and not among the documents because the number of its sheets decides what sending it costs.

import type { LetterLayout } from '../law/contract/flat_fees.ts';
import type { Jurisdiction } from '../law/law.ts';
import { laidOut } from '../law/letter_sheets.ts';
import { addDays } from '../values/day.ts';
import type { Money } from '../values/money.ts';
import { listed, phrase, type Sentence } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';
import { inLanguage, writtenAmount, writtenCount, writtenDay, writtenRate } from '../values/written.ts';
import { BLANKS, blank, type DraftParagraph } from './draft.ts';
import { disputeOf, type Facts } from './facts.ts';

/** Days after its arrival within which a demand asks for payment: usual in practice, no rule of law. */
export const DEMAND_DAYS = 14;

/** What the money is owed for. */
const OWED_FOR: Readonly<Record<NonNullable<Facts['claim']['claim_kind']>, Text>> = {
  goods: { ja: '商品の売買代金', en: 'the price of goods' },
  services: { ja: '役務の代金', en: 'the fee for services' },
  works: { ja: '請負代金', en: 'the price of works' },
  freight: { ja: '運送賃', en: 'freight' },
  rent: { ja: '賃料', en: 'rent' },
  lease: { ja: 'リース料', en: 'lease payments' },
  loan: { ja: '貸付金', en: 'a loan' },
  instalment_sale: { ja: '割賦代金', en: 'the price of an instalment sale' },
  medical: { ja: '診療費', en: 'medical fees' },
  bill: { ja: '手形金', en: 'a bill of exchange or note' },
  electronic_claim: { ja: '電子記録債権', en: 'an electronically recorded claim' },
  other: { ja: '代金', en: 'money owed' },
};

/** What the claim is for. */
export const owedFor = ({ claim }: Facts): Text => OWED_FOR[claim.claim_kind ?? 'other'];

/** How the debtor is addressed: a company, another body, or a person. */
export function addressee({ claim }: Facts): { readonly you: Text; readonly suffix: Text } {
  switch (claim.debtor_type ?? 'corporation') {
    case 'corporation':
      return { you: { ja: '貴社', en: 'you' }, suffix: { ja: ' 御中', en: '' } };
    case 'public_body':
      return { you: { ja: '貴団体', en: 'you' }, suffix: { ja: ' 御中', en: '' } };
    default:
      return { you: { ja: '貴殿', en: 'you' }, suffix: { ja: ' 様', en: '' } };
  }
}

/** The stretches of late interest up to the day of the facts, each with its rate. */
const stretches = ({ interest }: Facts): Sentence =>
  listed(
    interest.breakdown.map(({ from, to, rate }) =>
      phrase(
        { from: writtenDay(from), to: writtenDay(to), rate: writtenRate(rate) },
        { ja: '{from}から{to}まで年{rate}', en: '{from} to {to} at {rate} a year' },
      ),
    ),
  );

const itemOf = (text: Sentence): DraftParagraph => ({ style: 'item', text });

/** The claim, its principal and its due date, one item each. */
export const claimItems = (facts: Facts, law: Jurisdiction): DraftParagraph[] => [
  itemOf(
    phrase(
      { what: owedFor(facts), invoice: blank('invoice') },
      { ja: '債権 {what}（{invoice}）', en: 'Claim: {what} ({invoice})' },
    ),
  ),
  itemOf(
    phrase(
      { principal: writtenAmount(facts.claim.amount, law) },
      { ja: '元本 金{principal}', en: 'Principal: {principal}' },
    ),
  ),
  itemOf(phrase({ due: writtenDay(facts.due_date) }, { ja: '支払期日 {due}', en: 'Due: {due}' })),
];

/** What is owed on the day of the facts: the claim, late interest as far as there is any, and their sum, one item each. */
export function owedItems(facts: Facts, law: Jurisdiction): DraftParagraph[] {
  const { claim, interest } = facts;
  const amount = (x: Money) => writtenAmount(x, law);
  if (interest.breakdown.length === 0) return claimItems(facts, law);
  return [
    ...claimItems(facts, law),
    {
      ...itemOf(
        phrase(
          { interest: amount(interest.interest), stretches: stretches(facts) },
          { ja: '遅延損害金 金{interest}（{stretches}）', en: 'Late interest: {interest} ({stretches})' },
        ),
      ),
      cites: interest.citations,
    },
    itemOf(
      phrase({ total: amount(claim.amount.plus(interest.interest)) }, { ja: '合計 金{total}', en: 'Total: {total}' }),
    ),
  ];
}

/** From which day and at which rate late interest goes on after the day of the facts. */
const onwards = ({ claim, interest }: Facts) => ({
  on: writtenDay(addDays(claim.as_of, 1)),
  rate: writtenRate(interest.rate),
});

/** Late interest that goes on, on a sum that was just named. */
export const laterInterest = (facts: Facts): Sentence =>
  phrase(onwards(facts), {
    ja: '{on}から支払済みまで年{rate}の遅延損害金',
    en: 'late interest at {rate} a year from {on} until it is paid',
  });

/** Late interest that goes on, on the principal. */
export const furtherInterest = (facts: Facts): Sentence =>
  phrase(onwards(facts), {
    ja: '元本に対する{on}から支払済みまで年{rate}の遅延損害金',
    en: 'late interest on the principal at {rate} a year from {on} until it is paid',
  });

/** The day of a letter, whom it goes to and who writes it. */
export function letterEnds(facts: Facts): { readonly head: DraftParagraph[]; readonly foot: DraftParagraph[] } {
  const { suffix } = addressee(facts);
  const line = (style: DraftParagraph['style'], text: Sentence): DraftParagraph => ({ style, text });
  return {
    head: [
      line('right', phrase({ day: writtenDay(facts.claim.as_of) }, { ja: '{day}', en: '{day}' })),
      line('text', blank('debtor_address')),
      line('text', phrase({ debtor: blank('debtor'), suffix }, { ja: '{debtor}{suffix}', en: '{debtor}{suffix}' })),
    ],
    foot: [
      line('right', blank('creditor_address')),
      line('right', blank('creditor')),
      line('right', blank('creditor_signatory')),
    ],
  };
}

/** What is asked where a part is disputed. */
const UNDISPUTED_FIRST: DraftParagraph = {
  style: 'text',
  text: {
    ja: 'ご異議のある部分は理由と金額を書面でお示しのうえ、その余を期限までにお支払いください。',
    en: 'If you object to a part of it, please state the reason and the amount in writing and pay the rest by then.',
  },
};

/** The paragraphs of the demand. */
export function demandLetter(facts: Facts, law: Jurisdiction): DraftParagraph[] {
  const { head, foot } = letterEnds(facts);
  const { you } = addressee(facts);
  return [
    { style: 'title', text: { ja: '催告書', en: 'Demand for payment' } },
    {
      style: 'text',
      text: phrase(
        { you },
        {
          ja: '当社の{you}に対する次の債権は、期日を過ぎてもお支払いがありません。',
          en: 'The following claim against {you} is overdue and has not been paid.',
        },
      ),
    },
    ...owedItems(facts, law),
    {
      style: 'text',
      text: phrase(
        { days: writtenCount(DEMAND_DAYS), further: furtherInterest(facts) },
        {
          ja: '本書到達の日から{days}日以内に、合計額と{further}を請求書記載の口座へお支払いください。',
          en: 'Within {days} days of the arrival of this letter, please pay the total, and {further}, to the account named in the invoice.',
        },
      ),
      cites: [law.citations.limitation_demand],
    },
    ...(disputeOf(facts.claim) === 'partial' ? [UNDISPUTED_FIRST] : []),
    {
      style: 'text',
      text: {
        ja: '期限までに支払も連絡もないときは、裁判所の手続をとります。',
        en: 'If we receive neither payment nor a reply by then, we will apply to the court.',
      },
    },
    ...head,
    ...foot,
  ];
}

/** What is written into blanks, as far as its room is known, by the words of the blank. */
const FILLED_BLANKS: ReadonlyMap<string, string> = new Map(
  Object.values(BLANKS).map(({ label, room }) => [`［${label.ja}］`, '〇'.repeat(room)]),
);

/** A paragraph as the post counts it: a blank takes the room of what is usually written there. */
export const countedText = ({ text }: DraftParagraph): string =>
  inLanguage(text, 'ja').replace(/［[^］]+］/g, (open) => FILLED_BLANKS.get(open) ?? open);

/** The letter on its sheets, as the post counts them. */
export const demandSheets = (facts: Facts, law: Jurisdiction, layouts: readonly LetterLayout[]) =>
  laidOut(demandLetter(facts, law).map(countedText), layouts);
