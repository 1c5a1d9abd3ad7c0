// A leg: a stretch of months between two events of a procedure, in which nothing is decided and the debtor goes on living. Some pay by
// themselves, some fail, some turn insolvent without saying so; the rest arrives at the next event (docs/model.md 7).

import { every, INSOLVENT, type PerKind, product, zipKinds } from '../../assumptions/kinds.ts';
import { decay, oneMinus, over, plus, power, times } from '../../numbers/number.ts';
import type { Case, Event, Flow, Fork, Situation } from '../option.ts';
import { failureEvent } from './failure.ts';
import { chasingMeanwhile } from './month.ts';

/** How a debtor leaves a leg, per kind: paid, failed, or there at its end; and the share of those who by then behave as insolvent. */
export interface LegChances {
  readonly paid: PerKind;
  readonly failed: PerKind;
  readonly arrives: PerKind;
  readonly turned: PerKind;
}

/** Parts of an agreement under a title, which is mostly paid in instalments: with two, one may be paid and the other not. */
export const HALF = 0.5;

/** What presses a debtor in a leg: a procedure that runs, or chasing with a title in hand, valid or expired. */
export type Pressure = 'procedure' | 'title' | 'expired_title';

/** Hazard of payment per month under a pressure, per kind. */
function payingIn({ a, debtor }: Case, pressure: Pressure): PerKind {
  const pressed = a.enforce.chased.map((rate) => times(rate, debtor.called));
  if (pressure === 'title') return pressed;
  if (pressure === 'expired_title') return product(pressed, a.hazard.after_limitation);
  const reached = times(a.court.beside, debtor.called);
  return debtor.hazards.late.map((rate) => times(rate, reached));
}

/** The chances of a leg of so many months, as competing hazards that stay the same in it. */
export function legChances(c: Case, months: number, pressure: Pressure): LegChances {
  // Nobody pays by itself once proceedings are open, and what they bring is brought by proving the claim in them.
  if (c.facts.proceedings) return STANDING_STILL;
  const { fail, deteriorate } = c.debtor.hazards;
  const pay = payingIn(c, pressure);
  const leaving = zipKinds(pay, fail, plus);
  const leaves = leaving.map((all) => oneMinus(decay(all, months)));
  const by = (hazard: PerKind): PerKind =>
    zipKinds(
      leaves,
      zipKinds(hazard, leaving, (one, all) => over(one, all)),
      times,
    );
  return {
    paid: by(pay),
    failed: by(fail),
    arrives: leaving.map((all) => decay(all, months)),
    turned: deteriorate.map((rate, k) => (k === INSOLVENT ? 0 : oneMinus(decay(rate, months)))),
  };
}

const STANDING_STILL: LegChances = { paid: every(0), failed: every(0), arrives: every(1), turned: every(0) };

/** A stretch of time from one month after the start to another. */
export interface Leg {
  readonly from: number;
  readonly months: number;
  readonly pressure: Pressure;
  /** What a payment in it brings. */
  readonly receipt: Flow;
  /** What a debtor who fails in it owes: the whole balance, with its security, when missing. */
  readonly owed?: Pick<Event, 'fails' | 'unsecured'>;
}

/** An event that another one follows for certain. */
const after = (event: Event, then: Event): Event => ({ ...event, next: [{ chance: every(1), event: then }] });

/** Follows a debtor through a leg to the event at its end. Whoever presses it spends time on that for as long as it is there. */
export function leg(s: Situation, { from, months, pressure, receipt, owed }: Leg, end: Event): Fork[] {
  const { paid, failed, arrives, turned } = s.once(legChances, months, pressure);
  const middle = plus(from, over(months, 2));
  const half = chasingMeanwhile(s, over(months, 2));
  const fails: Event = { ...failureEvent(s, middle, s.state.balance), ...owed };
  return [
    { chance: paid, event: { id: 'paid_meanwhile', at: middle, flows: [receipt, ...half] } },
    { chance: failed, event: half.length === 0 ? fails : after({ id: 'chased', at: middle, flows: half }, fails) },
    { chance: arrives, turned, event: { ...end, flows: [...chasingMeanwhile(s, months), ...(end.flows ?? [])] } },
  ];
}

/** Chance of keeping each half of an agreement under a title, so that both are kept as often as a settlement in court is performed. */
export const keptHalf = ({ a }: Case): PerKind => a.court.settlement_performed.map((p) => power(p, HALF));

/** Follows a debtor to an event of an agreement that it keeps or not: meanwhile it may only fail, which the agreement does not prevent. */
export function surviving(
  s: Situation,
  { from, months, owed }: Pick<Leg, 'from' | 'months' | 'owed'>,
  event: Event,
): Fork[] {
  const { alive, failed } = s.debtor.survival(months);
  const middle = plus(from, over(months, 2));
  return [
    { chance: alive, event },
    { chance: failed, event: { ...failureEvent(s, middle, s.state.balance), ...owed } },
  ];
}
