// Late interest: which rate applies, for how many days, and what a part payment pays first. Simple interest from the day after the
// due date to the day of payment, both counted. The rates and caps are data of the jurisdiction.

import { addDays, type Day, daysBetween, earlier, isLeapYear, later, periodEnd, yearOf } from '../values/day.ts';
import { floorTo, Money, ZERO } from '../values/money.ts';
import type { Text } from '../values/text.ts';
import { type AmountLike, toMoney } from './amount.ts';
import type { ClaimKind, DebtorType } from './contract/claim.ts';
import type { DebtPart, InterestScope } from './contract/interest.ts';
import { type Certainty, type Citation, type Dated, periodAt, valueOn, weakest } from './dated.ts';
import type { Jurisdiction } from './law.ts';

/**
 * How days become years: `act365` divides by 365 in every year, as contracts mostly say; `year_then_days` takes full years whole and
 * divides the odd days by the length of the calendar year they fall into, as courts do without a clause.
 */
export const DAY_COUNTS = ['act365', 'year_then_days'] as const;
/** One of these ways of counting days. */
export type DayCount = (typeof DAY_COUNTS)[number];

/** The facts that decide late interest. */
export interface InterestRequest {
  readonly principal: AmountLike;
  /** Day on which payment was due. Default begins the day after. */
  readonly due_date: Day;
  /** Day of payment, or the day on which we look; it is counted. */
  readonly as_of: Day;
  /** Agreed yearly rate of late interest, `0.146` for 14.6 per cent. */
  readonly agreed_rate?: AmountLike;
  readonly claim_kind?: ClaimKind;
  readonly debtor_type?: DebtorType;
  /** The debtor commissioned us under the subcontract act. */
  readonly subcontract_act?: boolean;
  /**
   * Day on which the debtor received the work. Without it the due date is taken, the latest day on which it can have been, so that the
   * interest of the subcontract act is never claimed too early.
   */
  readonly received_on?: Day;
  readonly day_count?: DayCount;
  /** We lend as a business: the lower cap on loans. */
  readonly business_lender?: boolean;
}

/** A stretch of days under one rate. */
export interface InterestLine {
  readonly code: 'statutory' | 'commercial' | 'agreed' | 'capped' | 'subcontract' | 'public_contract';
  readonly label: Text;
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  readonly rate: Money;
  /** Exact; only the total is rounded. */
  readonly amount: Money;
  readonly citation: Citation;
}

/** Late interest on a day. */
export interface LateInterest {
  /** The rate that applies on the last day counted (on the first day of default when nothing has accrued yet). */
  readonly rate: Money;
  readonly days: number;
  /** Rounded down to the smallest unit of the currency, or to the larger one that the law states for the claim. */
  readonly interest: Money;
  /** First day for which interest is owed. */
  readonly from: Day;
  readonly breakdown: readonly InterestLine[];
  readonly citations: readonly Citation[];
  readonly certainty: Certainty;
}

interface ChosenRate {
  readonly code: InterestLine['code'];
  readonly label: Text;
  readonly rate: Money;
  readonly citation: Citation;
  readonly certainty: Certainty;
}

const AGREED: Text = { ja: '約定利率', en: 'agreed rate' };

function statutoryRate(law: Jurisdiction, start: Day, kind: ClaimKind | undefined): ChosenRate {
  const rules = law.late_interest;
  if (kind !== undefined && rules.commercial_kinds.includes(kind)) {
    const commercial = periodAt(rules.commercial, start);
    if (commercial.value !== null) {
      const { value, citation, certainty } = commercial;
      return { code: 'commercial', label: rules.commercial.label, rate: new Money(value), citation, certainty };
    }
  }
  const { value, citation, certainty } = periodAt(rules.statutory, start);
  return { code: 'statutory', label: rules.statutory.label, rate: new Money(value ?? 0), citation, certainty };
}

const NO_CLAIM: InterestScope = { claim_kinds: [], debtor_types: [] };

/** Whether a rule about late interest applies to a claim. */
const inScope = (scope: Dated<InterestScope>, { claim_kind, debtor_type }: InterestRequest, start: Day): boolean => {
  if (claim_kind === undefined || debtor_type === undefined) return false;
  const { claim_kinds, debtor_types } = valueOn(scope, start) ?? NO_CLAIM;
  return claim_kinds.includes(claim_kind) && debtor_types.includes(debtor_type);
};

/** What a public body owes for what it bought, without an agreement or at least; null for any other claim. */
function publicRate(law: Jurisdiction, request: InterestRequest, start: Day): ChosenRate | null {
  const rules = law.late_interest;
  if (!inScope(rules.public_contract_scope, request, start)) return null;
  const { value, citation, certainty } = periodAt(rules.public_contract, start);
  if (value === null) return null;
  return { code: 'public_contract', label: rules.public_contract.label, rate: new Money(value), citation, certainty };
}

/** The highest late interest that may be agreed, or null when nothing limits it. */
function capOf(law: Jurisdiction, request: InterestRequest, start: Day): ChosenRate | null {
  const rules = law.late_interest;
  const capped = (dated: Dated<unknown>, rate: Money): ChosenRate => {
    const { citation, certainty } = periodAt(dated, start);
    return { code: 'capped', label: dated.label, rate, citation, certainty };
  };
  if (request.claim_kind === 'loan' && !request.business_lender) {
    const principal = toMoney(request.principal);
    const loan = valueOn(rules.loan_cap, start);
    const tier = loan?.tiers.find(({ below }) => below === null || principal.lt(below));
    return loan && tier ? capped(rules.loan_cap, new Money(tier.rate).times(loan.factor)) : null;
  }
  if (inScope(rules.statutory_cap, request, start))
    return capped(rules.statutory_cap, statutoryRate(law, start, request.claim_kind).rate);
  const dated =
    request.claim_kind === 'loan'
      ? rules.business_loan_cap
      : request.debtor_type === 'consumer'
        ? rules.consumer_cap
        : null;
  const rate = dated && valueOn(dated, start);
  return dated && rate !== null ? capped(dated, new Money(rate)) : null;
}

/** The ordinary rate: what was agreed, cut to its cap, or the statutory rate of the first day of default; public bodies owe theirs. */
function ordinaryRate(law: Jurisdiction, request: InterestRequest, start: Day): ChosenRate {
  const ofPublicBody = publicRate(law, request, start);
  if (request.agreed_rate === undefined) return ofPublicBody ?? statutoryRate(law, start, request.claim_kind);
  const rate = toMoney(request.agreed_rate);
  const highest = capOf(law, request, start);
  if (highest !== null && rate.gt(highest.rate)) return highest;
  if (ofPublicBody?.rate.gt(rate)) return ofPublicBody;
  // The parties may fix the damages of a delay, below the statutory rate, too.
  return { code: 'agreed', label: AGREED, rate, citation: law.citations.agreed_late_interest, certainty: 'statute' };
}

/** Days of a year that is no leap year, and of a leap year. */
const ORDINARY_YEAR = 365;
const LEAP_YEAR = 366;

/** Parts into which a year is divided so that a day of an ordinary year and one of a leap year are both whole numbers of them. */
const PARTS_OF_YEAR = ORDINARY_YEAR * LEAP_YEAR;

/** The days after `after` up to and including `to` in parts of a year, a whole number: what is then divided is divided once, at the end. */
function yearParts(after: Day, to: Day, count: DayCount): number {
  if (count === 'act365') return daysBetween(after, to) * LEAP_YEAR;
  let whole = Math.max(0, yearOf(to) - yearOf(after));
  let reached = whole === 0 ? after : periodEnd(after, { years: whole });
  if (reached > to) {
    whole -= 1;
    reached = whole === 0 ? after : periodEnd(after, { years: whole });
  }
  let leap = 0;
  let ordinary = 0;
  for (let from = reached; from < to; ) {
    const first = addDays(from, 1);
    const end = earlier(to, `${first.slice(0, 4)}-12-31`);
    if (isLeapYear(yearOf(first))) leap += daysBetween(from, end);
    else ordinary += daysBetween(from, end);
    from = end;
  }
  return whole * PARTS_OF_YEAR + ordinary * LEAP_YEAR + leap * ORDINARY_YEAR;
}

/**
 * Late interest from the day after the due date up to and including `as_of`; nothing when `as_of` is not after the due date.
 * The statutory rate is that of the first day of default and stays for the life of the debt.
 * Throws `LawNotCovered` when default begins on a day whose rate is not known.
 */
export function lateInterest(law: Jurisdiction, request: InterestRequest): LateInterest {
  const { as_of, day_count = 'act365' } = request;
  const principal = toMoney(request.principal);
  const rules = law.late_interest;
  const received = request.received_on ?? request.due_date;
  let due = request.due_date;
  let boundary: Day | null = null;
  let special: ChosenRate | null = null;
  let daysCertainty: Certainty = 'statute';
  if (request.subcontract_act) {
    const limit = periodAt(rules.subcontract_days, received);
    if (limit.value !== null) {
      // The day of receipt counts as the first; a due date after the last day is moved back to it.
      boundary = addDays(received, limit.value - 1);
      due = earlier(due, boundary);
      boundary = later(boundary, due);
      const { value, citation, certainty } = periodAt(rules.subcontract, addDays(boundary, 1));
      if (value !== null)
        special = { code: 'subcontract', label: rules.subcontract.label, rate: new Money(value), citation, certainty };
      daysCertainty = limit.certainty;
    }
  }
  const from = addDays(due, 1);
  const ordinary = ordinaryRate(law, request, from);
  // A higher rate agreed between the parties stays theirs.
  const raised = special?.rate.gt(ordinary.rate) ? special : null;
  const breakdown: InterestLine[] = [];
  // Added up before it is divided, so that a sum that is exact is not lost by the digits of its parts.
  let undivided: Money = ZERO;
  const add = (chosen: ChosenRate, after: Day, to: Day): void => {
    if (to <= after) return;
    const part = principal.times(chosen.rate).times(yearParts(after, to, day_count));
    undivided = undivided.plus(part);
    const amount = part.div(PARTS_OF_YEAR);
    const { code, label, rate, citation } = chosen;
    const days = daysBetween(after, to);
    breakdown.push({ code, label, from: addDays(after, 1), to, days, rate, amount, citation });
  };
  if (raised !== null && boundary !== null) {
    add(ordinary, due, earlier(as_of, boundary));
    add(raised, boundary, as_of);
  } else {
    add(ordinary, due, as_of);
  }
  const last = breakdown.at(-1);
  const smallest = new Money(10).pow(-law.minor_digits);
  const unit = ordinary.code === 'public_contract' ? valueOn(rules.public_contract_unit, from) : null;
  const used = raised !== null && last?.code === 'subcontract' ? [ordinary, raised] : [ordinary];
  return {
    rate: last?.rate ?? ordinary.rate,
    days: Math.max(0, daysBetween(due, as_of)),
    interest: floorTo(undivided.div(PARTS_OF_YEAR), unit ?? smallest),
    from,
    breakdown,
    citations: used.map((chosen) => chosen.citation),
    certainty: weakest([...used.map((chosen) => chosen.certainty), daysCertainty]),
  };
}

/** How a payment fills a debt: what it pays of each part, what remains of each, and what is left over. */
export interface Appropriation {
  readonly paid: Readonly<Record<DebtPart, Money>>;
  readonly remaining: Readonly<Record<DebtPart, Money>>;
  readonly surplus: Money;
  readonly citation: Citation;
}

/** Fills the parts of a debt with a payment in the order of law on the day. Throws `LawNotCovered`. */
export function appropriate(
  law: Jurisdiction,
  payment: AmountLike,
  owed: Readonly<Record<DebtPart, AmountLike>>,
  on: Day,
): Appropriation {
  const { value, citation } = periodAt(law.late_interest.appropriation, on);
  let left = toMoney(payment);
  const paid: Record<DebtPart, Money> = { costs: ZERO, interest: ZERO, principal: ZERO };
  const remaining: Record<DebtPart, Money> = {
    costs: toMoney(owed.costs),
    interest: toMoney(owed.interest),
    principal: toMoney(owed.principal),
  };
  for (const part of value ?? []) {
    const now = Money.min(left, remaining[part]);
    paid[part] = now;
    remaining[part] = remaining[part].minus(now);
    left = left.minus(now);
  }
  return { paid, remaining, surplus: left, citation };
}
