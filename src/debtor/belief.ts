// How likely each kind of debtor is today: a hidden-Markov filter over the age of the debt, then credit information, then signs
// (docs/model.md 3). The trail keeps the weights after each line, so that a reader sees which fact moved what.

import {
  CONSTRAINED,
  complement,
  INSOLVENT,
  type PerKind,
  perKind,
  product,
  total,
  zipKinds,
} from '../assumptions/kinds.ts';
import { logitOf } from '../assumptions/scale.ts';
import type { Assumptions } from '../assumptions/values.ts';
import { atLeast, atMost, decay, exp, minus, oneMinus, over, plus, power, times } from '../numbers/number.ts';
import { clippedPd, type Hazards, type Signs, WEARS_OFF_AT, wornOff } from './debtor.ts';

/** One line of the audit trail: the weights after this fact was taken into account. */
export interface BeliefUpdate {
  readonly field: string;
  readonly value: string | number | boolean;
  readonly weights: PerKind;
}

/** What is believed of a debtor, and how it came to be believed. */
export interface Belief {
  /** Chance of each kind today; sums to 1. */
  readonly weights: PerKind;
  readonly trail: readonly BeliefUpdate[];
}

/** The facts the filter reads. Ages are in months past the due date; negative when not yet due. */
export interface BeliefFacts {
  readonly age: number;
  /** Months in which the debtor was really chased; the whole age when unknown. */
  readonly effort_months?: number | undefined;
  readonly pd?: number | undefined;
  /** The probability is what a crisis of this debtor says, which is a fact, and not what a report says of it. */
  readonly in_crisis?: boolean;
  /** Insolvency proceedings are open: there is nothing left to guess. */
  readonly proceedings?: boolean;
  readonly signs: Signs;
  /** What was tried and refused, with the share of each kind that refuses it: the same news as inside a plan. */
  readonly refused?: readonly (readonly [field: string, refusing: PerKind])[];
}

/**
 * Months past due up to which late interest is expected to come with a payment: beyond them the older of two silent claims would be worth
 * more. What a court would grant is told to the day elsewhere.
 */
export const valuedAge = (age: number, a: Assumptions): number => atMost(age, a.prior.age_cap_months);

/** Longest step of the filter, in months, and most steps between two ages at which pursuit wears off. */
const SUBSTEP = 0.25;
const SUBSTEPS_MAX = 40;

/** Weights in the same proportions that sum to 1. */
function normalise(w: PerKind): PerKind {
  const sum = total(w);
  return w.map((weight) => over(weight, sum));
}

/** Months in which the debtor was really chased: at most the age. */
const monthsChased = ({ age, effort_months }: BeliefFacts): number => atMost(effort_months ?? age, age);

/** Weights after `age` months of silence: competing hazards of payment, failure and deterioration in substeps. */
function afterSilence(seen: BeliefFacts, hazards: Hazards, a: Assumptions): PerKind {
  const start = a.prior.due_weights;
  const unpaid = zipKinds(start, a.prior.paid_on_time, (share, paid) => times(share, oneMinus(paid)));
  if (seen.age <= 0) return normalise(seen.signs.will_not_pay === true ? unpaid : start);
  let w = unpaid;
  const months = seen.age;
  const chased = monthsChased(seen);
  const effort = over(plus(chased, times(a.hazard.passive_factor, minus(months, chased))), months);
  const ends = [...WEARS_OFF_AT.filter((end) => end < months), months];
  let from = 0;
  for (const end of ends) {
    const pay = product(hazards.pay, wornOff(from, a)).map((rate) => times(rate, effort));
    w = openAfter(w, end - from, { ...hazards, pay });
    from = end;
  }
  return normalise(w);
}

/** Weights of those who neither paid nor failed over some months of the same hazards, in substeps that are longer where little happens. */
function openAfter(
  start: PerKind,
  months: number,
  { pay, fail, deteriorate }: Pick<Hazards, 'pay' | 'fail' | 'deteriorate'>,
): PerKind {
  const n = Math.min(SUBSTEPS_MAX, Math.ceil(months / SUBSTEP));
  const h = months / n;
  const stay = zipKinds(pay, fail, (paying, failing) => decay(plus(paying, failing), h));
  const turn = deteriorate.map((rate, k) => (k === INSOLVENT ? 0 : oneMinus(decay(rate, h))));
  const keep = complement(turn);
  let w = start;
  for (let i = 0; i < n; i++) {
    const left = product(w, stay);
    const turned = total(product(left, turn));
    w = product(left, keep).map((weight, k) => (k === INSOLVENT ? plus(weight, turned) : weight));
  }
  return w;
}

/**
 * How likely every kind is to have broken `n` promises in so many months of being chased. The table holds for `prior.promise_months`; over a
 * longer time the same number tells less, because who is asked more often promises more often: it counts as what it comes to in the time of
 * the table, between two columns in proportion.
 */
function promisesBroken(n: number, chased: number, { signals, prior }: Assumptions): PerKind {
  const { none, one, several } = signals.broken_promises;
  const count = atMost(times(n, over(prior.promise_months, atLeast(chased, prior.promise_months))), 2);
  const ofNone = atLeast(oneMinus(count), 0);
  const ofSeveral = atLeast(minus(count, 1), 0);
  const ofOne = oneMinus(plus(ofNone, ofSeveral));
  const atMostOne = zipKinds(none, one, (never, once) => times(power(never, ofNone), power(once, ofOne)));
  return zipKinds(atMostOne, several, (few, many) => times(few, power(many, ofSeveral)));
}

/** The signs that were given, each with how likely every kind is to show it. A dispute is definitional, so not tempered. */
function* likelihoods(
  signs: Signs,
  chased: number,
  a: Assumptions,
): Generator<[field: string, value: string | number | boolean, of: PerKind, temper: number]> {
  const t = a.prior.temper;
  const yesNo = (flag: boolean) => (flag ? 'yes' : 'no');
  if (signs.contact) yield ['contact', signs.contact, a.signals.contact[signs.contact], t];
  if (signs.dispute) yield ['dispute', signs.dispute, a.signals.dispute[signs.dispute], 1];
  if (signs.cause) yield ['cause', signs.cause, a.signals.cause[signs.cause], t];
  if (signs.partial_paid !== undefined)
    yield ['partial_paid', signs.partial_paid, a.signals.partial_paid[yesNo(signs.partial_paid)], t];
  if (signs.broken_promises !== undefined) {
    const n = signs.broken_promises;
    yield ['broken_promises', n, promisesBroken(n, chased, a), t];
  }
  if (signs.payment_history)
    yield ['payment_history', signs.payment_history, a.signals.payment_history[signs.payment_history], t];
  if (signs.distress) yield ['distress', signs.distress, a.signals.distress[signs.distress], t];
  if (signs.acknowledged !== undefined)
    yield ['acknowledged', signs.acknowledged, a.signals.acknowledged[yesNo(signs.acknowledged)], t];
}

/** Kinds that a public body can be of: it neither runs dry nor fails. */
const ALWAYS_ABLE = perKind((k) => (k === CONSTRAINED || k === INSOLVENT ? 0 : 1));

/** How likely each kind of debtor is, given everything seen so far. */
export function belief(seen: BeliefFacts, hazards: Hazards, a: Assumptions): Belief {
  let weights = afterSilence(seen, hazards, a);
  const trail: BeliefUpdate[] = [{ field: 'overdue_days', value: seen.age, weights }];
  if (seen.proceedings) {
    weights = perKind((k) => (k === INSOLVENT ? 1 : 0));
    return { weights, trail: [...trail, { field: 'insolvency', value: true, weights }] };
  }
  if (seen.signs.always_able === true) {
    weights = normalise(product(weights, ALWAYS_ABLE));
    trail.push({ field: 'debtor_type', value: 'public_body', weights });
  }
  if (seen.pd !== undefined) {
    const x = logitOf(clippedPd(seen.pd));
    const { report_logit_mean, pd_logit_mean, pd_logit_sd: sd } = a.insolvency;
    const mean = seen.in_crisis ? pd_logit_mean : report_logit_mean;
    weights = normalise(
      zipKinds(weights, mean, (weight, middle) =>
        times(weight, exp(times(-0.5, power(over(minus(x, middle), sd), 2)))),
      ),
    );
    trail.push({ field: 'pd', value: seen.pd, weights });
  }
  for (const [field, value, likelihood, temper] of likelihoods(seen.signs, monthsChased(seen), a)) {
    weights = normalise(zipKinds(weights, likelihood, (weight, chance) => times(weight, power(chance, temper))));
    trail.push({ field, value, weights });
  }
  for (const [field, refusing] of seen.refused ?? []) {
    weights = normalise(product(weights, refusing));
    trail.push({ field, value: true, weights });
  }
  const { doubt } = a;
  const odds = [1, doubt.unwilling, doubt.constrained, doubt.disputing, doubt.insolvent];
  if (odds.some((multiple) => multiple !== 1)) {
    weights = normalise(product(weights, odds));
    trail.push({ field: 'assumptions', value: 'doubt', weights });
  }
  return { weights, trail };
}
