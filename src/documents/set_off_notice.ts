// The declaration of set-off: both claims, the day on which they could first be set off, and what remains.

import { claimItems } from '../claim/demand_letter.ts';
import { blank } from '../claim/draft.ts';
import { earlier, later } from '../values/day.ts';
import { type Money as Amount, floorTo, Money } from '../values/money.ts';
import { phrase } from '../values/phrase.ts';
import { writtenAmount, writtenDay } from '../values/written.ts';
import { type DraftContext, document, factsOn } from './document.ts';
import { BOTH, heading, item, letterOf, prose } from './sentences.ts';

/** What the option that calls for the document is told of our debt. */
interface StatedDebt {
  readonly payable?: Amount;
  readonly payable_due_date?: string;
}

/** What is set off and what remains, and since when it could be: from the later due date, or today where we waive our own time. */
function setOff(c: DraftContext) {
  const { facts } = c;
  const { payable, payable_due_date: due = facts.claim.as_of }: StatedDebt = c.stated;
  if (payable === undefined) throw new RangeError('set-off is open without a debt of ours');
  const set = Money.min(facts.claim.amount, floorTo(payable));
  const eligible = later(facts.due_date, earlier(due, facts.claim.as_of));
  return { payable, due, set, eligible, owed: facts.claim.amount.minus(set), left: payable.minus(set) };
}

export const set_off_notice = document({
  id: 'set_off_notice',
  label: { ja: '相殺通知書', en: 'notice of set-off' },
  description: {
    ja: '両方の債権、相殺に適した日、残額を示して相殺の意思を表示します。内容証明郵便で送ります。',
    en: 'Declares set-off: both claims, the day from which they could be set off, and what remains. Sent by certified mail.',
  },
  langs: BOTH,
  mailed: true,
  with_option: true,
  paragraphs: (c) => {
    const { law } = c;
    const { payable, due, set, eligible, owed, left } = setOff(c);
    const yen = (amount: Amount) => writtenAmount(amount, law);
    const { interest } = factsOn(c, eligible).interest;
    return letterOf(c, { ja: '相殺通知書', en: 'Notice of set-off' }, [
      prose(
        phrase(
          { set: yen(set) },
          {
            ja: '当社は、次の1の元本と2の債務を、対当額（金{set}）で相殺します。',
            en: 'We set off the principal of claim 1 against debt 2, up to {set}.',
          },
        ),
        [law.citations.set_off],
      ),
      heading('1 当社の債権', '1. Our claim'),
      ...claimItems(c.facts, law),
      heading('2 当社の債務', '2. Our debt'),
      item(
        phrase(
          { debt: blank('their_claim'), payable: yen(payable) },
          { ja: '債務 {debt} 金{payable}', en: 'Debt: {debt}, {payable}' },
        ),
      ),
      item(phrase({ due: writtenDay(due) }, { ja: '支払期日 {due}', en: 'Due: {due}' })),
      ...(due > c.facts.claim.as_of
        ? [
            prose({
              ja: '2の支払期日はまだ来ていませんが、当社は期限の利益を放棄します。',
              en: 'Debt 2 is not due yet; we waive the time that is left.',
            }),
          ]
        : []),
      prose(
        phrase(
          { eligible: writtenDay(eligible) },
          {
            ja: '相殺に適するようになった日は{eligible}です。',
            en: 'The two could be set off from {eligible} on.',
          },
        ),
        [law.citations.set_off],
      ),
      prose(
        phrase(
          { owed: yen(owed), left: yen(left) },
          {
            ja: '相殺後の残額は、1の元本が金{owed}、2の債務が金{left}です。',
            en: 'After set-off {owed} of the principal of claim 1 and {left} of debt 2 remain.',
          },
        ),
      ),
      ...(interest.isZero()
        ? []
        : [
            prose(
              phrase(
                { interest: yen(interest) },
                {
                  ja: '1の遅延損害金（同日まで金{interest}）は、別にお支払いください。',
                  en: 'Late interest on claim 1 up to that day ({interest}) remains payable.',
                },
              ),
              c.facts.interest.citations,
            ),
          ]),
    ]);
  },
  notes: ({ law }) => [
    prose(
      {
        ja: '相手が争うと、相殺は費用・利息・元本の順に充てたものとされることがあります。到達した時に効力を生じ、相殺に適した日にさかのぼります。',
        en: 'If the debtor objects, the set-off may count against costs and interest before principal. It takes effect on arrival, from the day on which the two could be set off.',
      },
      [law.citations.set_off, law.citations.appropriation, law.citations.declaration_arrives],
    ),
  ],
});
