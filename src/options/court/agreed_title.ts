// An agreement that is a title as well, whoever records it: a court, a notary or a mediator. It is paid in instalments, here in two halves;
// what is not paid goes on with the title in hand (docs/model.md 7.1). What talks leave behind that fail stands here, too.

import { complement, every, type PerKind } from '../../assumptions/kinds.ts';
import { minus, plus, times } from '../../numbers/number.ts';
import type { Text } from '../../values/text.ts';
import type { Event, Flow, Situation, State } from '../option.ts';
import { HALF, keptHalf, surviving } from '../parts/leg.ts';
import { usedWith } from '../rights/side_rights.ts';

/** An agreement with a title. */
export interface AgreedTitle {
  readonly id: string;
  /** Months after the start at which it is made. */
  readonly at: number;
  /** Share of the claim that is agreed, per kind. */
  readonly share: PerKind;
  /** What a half brings that is paid in a month, given its share of the claim. */
  readonly paid: (half: PerKind, at: number) => readonly Flow[];
  /** How the claim goes on with what is not paid, given its share of the claim. */
  readonly rest: (share: PerKind) => Partial<State>;
  readonly label: Text;
}

/** What may happen once it is made: each half is kept or not, unless the debtor fails before it. */
export function inHalves(s: Situation, { id, at, share, paid, rest, label }: AgreedTitle): Event {
  const { first_instalments, all_instalments } = s.a.court.months;
  const { balance } = s.state;
  const kept = s.once(keptHalf);
  const missed = complement(kept);
  const half = share.map((part) => times(part, HALF));
  const [first, last] = [plus(at, first_instalments), plus(at, all_instalments)];
  const used = usedWith(s, 'instalments');
  const broken = (on: number, left: PerKind): Event => ({
    id: 'agreement_broken',
    label,
    at: on,
    goes_on: { ...rest(left), used },
  });
  const restDue: Event = {
    id: 'rest_due',
    at: last,
    next: [
      { chance: kept, event: { id: 'paid_as_agreed', at: last, flows: paid(half, last) } },
      { chance: missed, event: broken(last, half) },
    ],
  };
  const later = {
    from: first,
    months: minus(all_instalments, first_instalments),
    owed: { fails: times(balance, HALF) },
  };
  const halfPaid: Event = {
    id: 'half_paid',
    at: first,
    flows: paid(half, first),
    next: surviving(s, later, restDue),
  };
  const halfDue: Event = {
    id: 'half_due',
    at: first,
    next: [
      { chance: kept, event: halfPaid },
      { chance: missed, event: broken(first, share) },
    ],
  };
  const soon = { from: at, months: first_instalments, owed: { fails: balance } };
  return { id, at, next: surviving(s, soon, halfDue) };
}

/** An agreement out of court: interest as in a plan, and the months of watching it. */
export function agreedTitle(s: Situation, { id, at, share }: Pick<AgreedTitle, 'id' | 'at' | 'share'>): Event {
  const { agreement, money, court } = s.a;
  const watched = times(times(agreement.monthly_cost, court.months.all_instalments), HALF);
  return inHalves(s, {
    id,
    at,
    share,
    paid: (half, on) => [
      {
        at: on,
        principal: times(s.state.balance, s.debtor.kept),
        share: half,
        interest_share: money.interest_paid_in_plan,
      },
      { at: on, own_time: watched },
    ],
    rest: (left) => ({
      standing: 'title',
      enforceable: true,
      share: left,
      acknowledged: true,
      limitation: Number.POSITIVE_INFINITY,
    }),
    label: { ja: '合意どおりに払われない場合', en: 'if the agreement is not kept' },
  });
}

/** All of the claim, for every kind. */
export const ENTIRE_CLAIM: PerKind = every(1);

/** The claim after talks that failed: every exit that may follow a broken agreement may follow them, without an acknowledgment. */
export const afterTalks = (at: number, changes: Partial<State> = {}): Event => ({
  id: 'no_agreement',
  label: { ja: '合意に至らない場合', en: 'if no agreement is reached' },
  at,
  goes_on: { standing: 'acknowledged', ...changes },
});
