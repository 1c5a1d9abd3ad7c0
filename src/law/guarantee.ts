// Guarantees: whether one holds, how far it reaches, what late notice costs, and what events on limitation do between principal and
// guarantor. The law is that of the day of the contract of guarantee.

import { type Day, daysBetween, earlier, later, periodEnd } from '../values/day.ts';
import { floorTo, Money, money, ZERO } from '../values/money.ts';
import type { Text } from '../values/text.ts';
import { type AmountLike, toMoney } from './amount.ts';
import { periodAt, valueOn } from './dated.ts';
import {
  both,
  figureOn,
  findingsOn,
  type GatheredFindings,
  type LegalFindings,
  legalPart,
  metIf,
  openIf,
} from './findings.ts';
import type { Jurisdiction } from './law.ts';
import type { LimitationEvent } from './limitation.ts';

/** The facts that decide a guarantee. */
export interface GuaranteeFacts {
  readonly principal: AmountLike;
  readonly interest?: AmountLike;
  /** Day of the contract of guarantee; the day on which we look when absent. */
  readonly guaranteed_on?: Day;
  readonly guarantor?: 'individual' | 'corporation';
  readonly written?: boolean;
  readonly joint?: boolean;
  /** It covers unspecified debts, as of continuing dealings. */
  readonly open_ended?: boolean;
  /** Maximum stated in the contract. */
  readonly maximum?: AmountLike;
  /** Acceleration: when it came, when we learned of it, when we told the guarantor, what it made due, at which rate. */
  readonly accelerated_on?: Day;
  readonly known_on?: Day;
  readonly told_on?: Day;
  readonly accelerated?: AmountLike;
  readonly delay_rate?: AmountLike;
  /** Bankruptcy of the principal: dividend, and what the guarantor paid after opening. */
  readonly dividend_rate?: AmountLike;
  readonly paid_after_opening?: AmountLike;
  readonly on: Day;
}

const GUARANTEE: Text = { ja: '保証の効力', en: 'guarantee' };

/** Whose limitation is asked for. */
export type GuaranteeSide = 'principal' | 'guarantor';

/** An event on limitation, and against whom it was. */
export type SidedEvent = LimitationEvent & { readonly against: GuaranteeSide };

/** The events that count for one side, by the law of the day of the contract of guarantee. Throws `LawNotCovered`. */
export function eventsFor(law: Jurisdiction, side: GuaranteeSide, events: readonly SidedEvent[], guaranteed_on: Day) {
  const part = legalPart(law.guarantee, 'guarantee', guaranteed_on);
  const reach = figureOn(part.limitation_reach, guaranteed_on).value;
  return events.filter(
    ({ against, kind }) =>
      against === side ||
      (against === 'principal' ? reach.principal_binds_guarantor : reach.guarantor_binds_principal.includes(kind)),
  );
}

/** What a late notice of acceleration costs: the interest that only acceleration brought, until the guarantor was told. */
function lostInterest(law: Jurisdiction, facts: GuaranteeFacts, found: GatheredFindings): void {
  const part = legalPart(law.guarantee, 'guarantee', facts.on);
  const { accelerated_on, known_on = accelerated_on, told_on, accelerated, delay_rate, on } = facts;
  const guaranteed_on = facts.guaranteed_on ?? on;
  const notice = periodAt(part.acceleration_notice_months, guaranteed_on);
  if (notice.value === null || known_on === undefined || facts.guarantor === 'corporation') return;
  const last = periodEnd(known_on, { months: notice.value });
  found.day('tell_by', part.acceleration_notice_months.label, last, notice);
  const reached = told_on ?? on;
  const late = reached > last;
  found.rule('acceleration', part.rules.acceleration, metIf(told_on === undefined && !late ? undefined : !late), {
    at: guaranteed_on,
  });
  if (accelerated_on === undefined || accelerated === undefined || delay_rate === undefined) return;
  const days = daysBetween(accelerated_on, later(accelerated_on, earlier(reached, on)));
  const interest = toMoney(accelerated).times(toMoney(delay_rate)).times(days).div(365);
  const lost = late ? floorTo(interest, new Money(10).pow(-law.minor_digits)) : ZERO;
  found.amount('interest_lost', { ja: '請求できない遅延損害金', en: 'late interest lost' }, lost, notice);
}

/** What the law says to a guarantee. Throws `LawNotCovered`. */
export function guaranteeFindings(law: Jurisdiction, facts: GuaranteeFacts): LegalFindings {
  const { on, guaranteed_on = on, guarantor, maximum } = facts;
  const { rules } = legalPart(law.guarantee, 'guarantee', on);
  const found = findingsOn(on);
  const individual = guarantor === undefined ? undefined : guarantor === 'individual';
  // A maximum is asked only of an individual who guarantees unspecified debts, and only since the law asks it.
  const asked_of = valueOn(legalPart(law.guarantee, 'guarantee', on).maximum_asked_of, guaranteed_on);
  const needed = asked_of === null ? false : both(asked_of === 'anybody' || individual, facts.open_ended);
  const capped = needed === false ? true : maximum !== undefined ? true : needed === undefined ? undefined : false;
  const written = valueOn(rules.form, guaranteed_on) === null ? true : facts.written;
  const valid = both(written, capped);
  found.rule('guarantee', rules.scope, openIf(valid), { at: guaranteed_on, label: GUARANTEE });
  found.rule('form', rules.form, metIf(written), { at: guaranteed_on });
  found.rule('maximum', rules.maximum, metIf(capped), { at: guaranteed_on });
  if (facts.joint !== true)
    found.rule('principal_first', rules.principal_first, facts.joint === false ? 'met' : 'unknown');
  if (facts.joint !== false) found.rule('joint', rules.joint, facts.joint === true ? 'met' : 'unknown');
  for (const name of ['fixed_at', 'deed', 'told_before', 'asked', 'own_title', 'proof', 'discharge'] as const)
    found.rule(name, rules[name], 'stated');

  const principal = toMoney(facts.principal);
  const whole = principal.plus(toMoney(facts.interest ?? 0));
  const scope = figureOn(rules.scope, guaranteed_on);
  const covered = maximum === undefined ? whole : Money.min(whole, toMoney(maximum));
  found.amount('covered', { ja: '保証の及ぶ額', en: 'amount covered' }, valid === false ? ZERO : covered, scope);
  lostInterest(law, facts, found);
  if (facts.dividend_rate !== undefined) {
    const proof = figureOn(rules.proof, on);
    const paid = toMoney(facts.paid_after_opening ?? 0);
    // Until all is paid the proof stays what it was at opening; a dividend above what is still owed is not ours.
    const dividend = Money.min(whole.times(toMoney(facts.dividend_rate)), whole.minus(paid));
    found.amount('proof', { ja: '届け出る額', en: 'amount to prove' }, whole, proof);
    found.amount(
      'dividend',
      { ja: '予想される配当', en: 'expected dividend' },
      floorTo(Money.max(ZERO, dividend), money(10).pow(-law.minor_digits)),
      proof,
    );
  }
  return found;
}
