// An agreement that is a title as well, whoever records it: some keep it, the others break it, and the claim goes on with the title in hand
// (docs/model.md 7.1). What talks leave behind that fail stands here, too.

import { complement, type PerKind } from '../assumptions/kinds.ts';
import { over, plus, times } from '../numbers/number.ts';
import { ifSolvent, splitBySolvency } from './failure.ts';
import type { Case, Event, Situation, State } from './option.ts';

/** An agreement with a title. */
interface AgreedTitle {
  readonly id: string;
  /** Months after the start at which it is made. */
  readonly at: number;
  /** Share of the claim that is agreed, per kind; null = all of it. */
  readonly share: PerKind | null;
}

/** Chance that an agreement with a title is kept, from the day it is made; agreements in court tell how often they are. */
const keeping = (c: Case) => splitBySolvency(c, c.a.court.settlement_performed, c.a.agreement.months_to_pay);

/** A breach shows in the middle of the instalments. */
const breaksAfter = ({ a }: Case): number => over(a.agreement.months_to_pay, 2);

const breaking = (c: Case) => splitBySolvency(c, complement(c.a.court.settlement_performed), breaksAfter(c));

/** What may happen once it is made: payment as agreed, on average after some months, failure before it, or a breach. */
export function agreedTitle(s: Situation, { id, at, share }: AgreedTitle): Event {
  const { agreement, money } = s.a;
  const paidAt = plus(at, agreement.months_to_pay);
  const paid: Event = {
    id: 'paid_as_agreed',
    at: paidAt,
    flows: [
      {
        principal: times(s.state.balance, s.debtor.kept),
        ...(share === null ? {} : { share }),
        interest_share: money.interest_paid_in_plan,
      },
      { own_time: times(agreement.monthly_cost, agreement.months_to_pay) },
    ],
  };
  const broken: Event = {
    id: 'agreement_broken',
    label: { ja: '合意どおりに払われない場合', en: 'if the agreement is not kept' },
    at: plus(at, breaksAfter(s)),
    goes_on: {
      standing: 'title',
      enforceable: true,
      share,
      acknowledged: true,
      limitation: Number.POSITIVE_INFINITY,
    },
  };
  return {
    id,
    at,
    next: [
      ...ifSolvent(s, s.once(keeping), paid, s.state.balance),
      ...ifSolvent(s, s.once(breaking), broken, s.state.balance),
    ],
  };
}

/** The claim after talks that failed: every exit that may follow a broken agreement may follow them, without an acknowledgment. */
export const afterTalks = (at: number, changes: Partial<State> = {}): Event => ({
  id: 'no_agreement',
  label: { ja: '合意に至らない場合', en: 'if no agreement is reached' },
  at,
  goes_on: { standing: 'acknowledged', ...changes },
});
