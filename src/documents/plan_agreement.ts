// The agreement of an instalment plan: the debt acknowledged, a schedule that sums to the principal, what a missed instalment does, and
// the clauses that may be added. Its terms are those of the step: as stated, or as the engine chose them.
// Here 'guarantor' is a blank to fill in, not an option.

import { laterInterest } from '../claim/demand_letter.ts';
import { blank, type DraftParagraph } from '../claim/draft.ts';
import { valueOn } from '../law/dated.ts';
import { procedureBars } from '../options/parts/bars.ts';
import { type PlanTerms, schedule } from '../options/talks/instalments.ts';
import { amountDigits } from '../values/currency.ts';
import { addDays, type Day, periodEnd } from '../values/day.ts';
import { money } from '../values/money.ts';
import { phrase, SILENT } from '../values/phrase.ts';
import { writtenAmount, writtenCount, writtenDay } from '../values/written.ts';
import { type DraftContext, document, payableOn } from './document.ts';
import { agreementOf, BOTH, COURT_CLAUSE, owedClause, prose } from './sentences.ts';

/** A payment that is agreed. */
interface AgreedPayment {
  readonly on: Day;
  readonly amount: number;
}

/** The terms of the step; the option that calls for the document has no others. */
const agreedTerms = ({ step }: DraftContext): PlanTerms => step?.terms as PlanTerms;

/** The down payment, then an instalment each month on the day of the month on which the agreement is made. */
function payments(c: DraftContext): AgreedPayment[] {
  const { as_of } = c.facts.claim;
  const first = payableOn(c, c.situation.a.plan.down_months);
  return schedule(c.facts.principal, agreedTerms(c))
    .map((amount, j) => ({ amount, on: j === 0 ? first : periodEnd(as_of, { months: j }) }))
    .filter(({ amount }) => amount > 0);
}

function scheduleTable(c: DraftContext): DraftParagraph {
  const paid = payments(c);
  const sum = paid.reduce((total, { amount }) => total + amount, 0);
  const yen = (amount: number) => writtenAmount(money(amountDigits(amount, c.law.minor_digits)), c.law);
  const cell = (fact: ReturnType<typeof writtenDay>) => phrase({ fact }, { ja: '{fact}', en: '{fact}' });
  return {
    style: 'table',
    text: SILENT,
    rows: [
      [
        { ja: '回', en: 'No.' },
        { ja: '支払日', en: 'Payable on' },
        { ja: '金額', en: 'Amount' },
      ],
      ...paid.map(({ on, amount }, i) => [cell(writtenCount(i + 1)), cell(writtenDay(on)), cell(yen(amount))]),
      [{ ja: '計', en: 'Total' }, SILENT, cell(yen(sum))],
    ],
  };
}

/** When the whole rest falls due at once; an instalment sale needs a demand in writing first. */
function acceleration({ facts, law }: DraftContext): DraftParagraph {
  const rest = { later: laterInterest(facts) };
  const days =
    facts.claim.claim_kind === 'instalment_sale' ? valueOn(law.limits.instalment_demand_days, facts.claim.as_of) : null;
  if (days !== null)
    return prose(
      phrase(
        { ...rest, days: writtenCount(days) },
        {
          ja: '乙が分割金の支払を怠り、甲が{days}日以上の期間を定めて書面で催告しても支払わないとき、又は乙について支払の停止若しくは倒産手続の申立てがあったときは、乙は期限の利益を失い、残元本及びこれに対する{later}を直ちに支払う。',
          en: 'If the Debtor misses an instalment and does not pay it within at least {days} days of a demand in writing, or suspends payments or insolvency proceedings are petitioned for, the rest of the principal falls due at once, with {later}.',
        },
      ),
      [law.citations.instalment_acceleration],
    );
  return prose(
    phrase(rest, {
      ja: '乙が分割金の支払を1回でも怠ったとき、又は乙について支払の停止、差押え若しくは倒産手続の申立てがあったときは、乙は催告なく期限の利益を失い、残元本及びこれに対する{later}を直ちに支払う。',
      en: 'If the Debtor misses an instalment, suspends payments, has assets attached or insolvency proceedings are petitioned for, the rest of the principal falls due at once without a demand, with {later}.',
    }),
    facts.interest.citations,
  );
}

export const plan_agreement = document({
  id: 'plan_agreement',
  label: { ja: '債務弁済契約書', en: 'instalment agreement' },
  description: {
    ja: '分割払いの合意。支払予定表、期限の利益の喪失、遅延損害金、公正証書・連帯保証・管轄の条項。',
    en: 'A plan that is agreed: schedule, acceleration, late interest, and clauses for a deed, a guarantor and the court.',
  },
  langs: BOTH,
  with_option: true,
  bars: (s) => procedureBars(s, 'individual_action'),
  paragraphs: (c) => {
    const { facts, law } = c;
    const { interest } = facts;
    return agreementOf({ ja: '債務弁済契約書', en: 'Agreement on payment by instalments' }, [
      owedClause(c),
      prose(
        phrase(
          { account: blank('account') },
          {
            ja: '乙は、前条の元本を次のとおり分割し、各支払日までに{account}に振り込んで支払う。振込手数料は乙の負担とする。',
            en: 'The Debtor pays the principal as follows into {account} by each day, bank charges paid by the Debtor.',
          },
        ),
      ),
      scheduleTable(c),
      acceleration(c),
      ...(interest.interest.isZero()
        ? []
        : [
            prose({
              ja: '乙が分割金をすべて期限までに支払ったときは、甲は第1条の遅延損害金の支払を免除する。',
              en: 'If every instalment is paid in time, the Creditor waives the late interest of clause 1.',
            }),
          ]),
      ...(agreedTerms(c).deed
        ? [
            prose(
              {
                ja: '甲と乙は、本契約について、強制執行認諾文言付きの公正証書を作成する。作成の費用は甲が負担する。',
                en: 'The parties have this agreement made into a notarial deed in which the Debtor accepts enforcement. The Creditor pays for it.',
              },
              [law.citations.notarial_deed],
            ),
          ]
        : []),
      prose(
        phrase(
          { guarantor: blank('guarantor') },
          {
            ja: '（保証人を付けるとき）{guarantor}は、本契約による乙の債務を乙と連帯して保証する。',
            en: '(With a guarantor) {guarantor} guarantees the debts under this agreement jointly and severally with the Debtor.',
          },
        ),
      ),
      COURT_CLAUSE,
    ]);
  },
  notes: ({ facts, law }) => [
    prose(
      facts.limitation.status === 'expired_invocable'
        ? {
            ja: '時効期間は満了しています。署名は更新ではありませんが、承認した相手は満了を援用できなくなります。',
            en: 'The limitation period has run out: signing renews nothing, but the debtor may no longer invoke it.',
          }
        : phrase(
            { end: writtenDay(facts.limitation.last_day), from: writtenDay(addDays(facts.claim.as_of, 1)) },
            {
              ja: '署名は債務の承認となり、時効期間（現在の満了日 {end}）は{from}以降に新たに進みます。',
              en: 'Signing acknowledges the debt: the limitation period, which now ends on {end}, runs anew from {from} at the earliest.',
            },
          ),
      [law.citations.limitation_acknowledgment],
    ),
  ],
});
