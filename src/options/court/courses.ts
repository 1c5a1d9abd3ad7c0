// The course of each court route from a day on, shared by a route that is begun and by one that is already running: service, objection, hearing
// (docs/model.md 7 and 7.3). Here 'payment_order', 'small_claims' and 'suit' are procedures, not options.

import { complement, every, type PerKind, product } from '../../assumptions/kinds.ts';
import { objecting } from '../../debtor/in_court.ts';
import { minus, plus } from '../../numbers/number.ts';
import type { Case, Event, Fork, Situation } from '../option.ts';
import { leg } from '../parts/leg.ts';
import { type Acting, conducting } from './acting.ts';
import { ENTIRE_CLAIM } from './agreed_title.ts';
import { hearing, type Months, paidBeside, served, suitMonths, title } from './court.ts';
import { dropped, type IfOpposed } from './opposed.ts';

/** How long a suit or a small claim takes, months from today. */
export interface SuitTimes extends Months {
  readonly service: number;
}

/** How long a small claim takes, months from its filing. */
export function smallClaimMonths({ a }: Case): SuitTimes {
  const { months } = a.court;
  return {
    service: months.small_claims_service,
    default: months.small_claims_default,
    settlement: months.small_claims_settlement,
    judgment: months.small_claims_judgment,
  };
}

/** A suit or a small claim, with counsel or without. */
export interface SuitCourse {
  readonly route: 'suit' | 'small_claims';
  readonly months: SuitTimes;
  readonly counsel: boolean;
}

/** A suit or a small claim that has been filed: service, and the hearing for those who do not pay on it. */
export const suitCourse = (s: Situation, { route, months, counsel }: SuitCourse): Fork[] =>
  served(s, { route, at: months.service, counsel }, (unpaid) => [
    {
      chance: unpaid,
      event: {
        id: 'unpaid',
        at: months.service,
        next: hearing(s, { route, months, from: months.service, counsel }),
      },
    },
  ]);

/** How long a payment order takes, months from today. */
export interface OrderTimes {
  readonly service: number;
  readonly objection: number;
  /** Until it is provisionally enforceable and the debtor has had time to pay. */
  readonly title: number;
}

/** How long a payment order takes, months from its filing. */
export function orderMonths({ a }: Case): OrderTimes {
  const { months } = a.court;
  return {
    service: months.payment_order_service,
    objection: plus(months.payment_order_service, months.objection),
    title: plus(months.payment_order_title, months.voluntary),
  };
}

/** Chance of an objection per kind, and of none. */
function answering(c: Case, acknowledged: boolean): { readonly objects: PerKind; readonly accepts: PerKind } {
  const objects = objecting(c.a, c.facts.disputed, acknowledged);
  return { objects, accepts: complement(objects) };
}

/** The suit that a payment order becomes: it takes its usual time from the objection, but nothing is served again. */
export function afterObjection(s: Situation, at: number, acting: Acting): Event {
  const suit = suitMonths(s);
  const months = {
    default: plus(at, suit.default),
    settlement: plus(at, suit.settlement),
    judgment: plus(at, suit.judgment),
  };
  return {
    id: 'objected',
    at,
    flows: [{ external: s.tariff.objection(s.state.balance), price: 1 }, ...conducting(s, acting, 2)],
    next: hearing(s, { route: 'after_objection', months, from: at, counsel: acting === 'lawyer' }),
  };
}

/** Who acts in the suit that an opposed order becomes, and whether it is brought at all; null where nobody can oppose it any more. */
export interface OrderConduct {
  readonly acting: Acting;
  readonly if_opposed: IfOpposed | null;
}

/** A payment order that has been served on debtors of whom `unpaid` have not paid on it: an objection, where it may still come, or a title. */
export function orderAnswered(
  s: Situation,
  { service, objection, title: titled }: OrderTimes,
  unpaid: PerKind,
  { acting, if_opposed }: OrderConduct,
): Fork[] {
  const { objects, accepts } = s.once(answering, s.state.acknowledged);
  const enforceable = title(s, { id: 'provisional_execution', at: titled, share: ENTIRE_CLAIM, counsel: false });
  const receipt = paidBeside(s, false);
  const waiting = { from: service, months: minus(titled, service), pressure: 'procedure', receipt } as const;
  const unopposed: Event = { id: 'unopposed', at: service, next: leg(s, waiting, enforceable) };
  if (if_opposed === null) return [{ chance: unpaid, event: unopposed }];
  const opposed = if_opposed === 'drop' ? dropped(s, objection) : afterObjection(s, objection, acting);
  return [
    { chance: product(unpaid, objects), event: opposed },
    { chance: product(unpaid, accepts), event: unopposed },
  ];
}

/** A payment order that has been filed: service, then an objection or a title for those who do not pay on it. */
export const orderCourse = (s: Situation, times: OrderTimes, conduct: OrderConduct): Fork[] =>
  served(s, { route: 'payment_order', at: times.service, counsel: false }, (unpaid) =>
    orderAnswered(s, times, unpaid, conduct),
  );

/** Everybody, of whom none has paid yet. */
export const EVERYBODY: PerKind = every(1);
