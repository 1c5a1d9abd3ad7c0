// What a claim tells about its debtor, joined with the assumptions: signs, probability of failure, dispute, hazards.

import { complement, DISPUTING, every, type PerKind } from '../assumptions/kinds.ts';
import { logistic, logitOf } from '../assumptions/scale.ts';
import type { Assumptions } from '../assumptions/values.ts';
import type { Claim } from '../claim/claim.ts';
import { disputeOf, isInCrisis, isPublicBody } from '../claim/facts.ts';
import { isReached } from '../claim/procedure.ts';
import { atLeast, decay, log, minus, oneMinus, over, plus, times } from '../numbers/number.ts';
import { clippedPd, type Hazards, hazards, type Signs } from './debtor.ts';

/** The debtor of one claim as the options see it. Hazards are per month, shares are fractions. */
export interface Debtor {
  readonly hazards: Hazards;
  readonly signs: Signs;
  /** Chance per kind of paying on the due date while that is to come: none of a debtor of whom it is known that it will not. */
  readonly on_time: PerKind;
  /** Probability of failure within 12 months; undefined when nothing is known. */
  readonly pd: number | undefined;
  /** The field it was read from. */
  readonly pd_from: PdSource | null;
  /** Share of the claim in dispute. */
  readonly dispute_share: number;
  /** Share of the balance that a voluntary payment brings, per kind. */
  readonly paid_share: PerKind;
  /** Share of what the debtor hands over itself that we may keep: less than all once we know of its crisis (preference). */
  readonly kept: number;
  /** Share of pursuit, and of letters and services, that reaches the debtor. */
  readonly called: number;
  readonly written: number;
  /** Multiple by which contact changes the chance that an offer is taken up. */
  readonly contact_factor: number;
  /** Chance per kind of being free of insolvency proceedings after so many months, and of the contrary. */
  readonly survival: (months: number) => { readonly alive: PerKind; readonly failed: PerKind };
}

/** Fields from which a probability of failure can be read. */
export type PdSource = 'pd' | 'insolvency' | 'tdb_score' | 'tsr_score' | 'rating' | 'altman_z2';

/** Bands of a credit score, best first. */
const SCORE_BANDS = [66, 51, 46, 41, 36, 0] as const;

/** Zones of Altman's Z'': below the first distress, below the second grey (the published cut-offs). */
const ALTMAN_ZONES = [1.1, 2.6] as const;

/** The chance of failure within 12 months that a state before proceedings implies; undefined for any other. */
function impliedByCrisis(state: Claim['insolvency'], a: Assumptions): number | undefined {
  switch (state) {
    case 'petition':
      // A petition makes failure all but certain; the model's highest probability stands for it.
      return clippedPd(1);
    case 'payment_suspended':
    case 'counsel_notice':
    case 'business_closed':
    case 'dishonoured':
      return a.credit.crisis[state];
    default:
      return undefined;
  }
}

/** The most specific statement about the debtor's chance of failure within 12 months, and where it came from. */
function probabilityOfFailure(claim: Claim, a: Assumptions): { pd: number; from: PdSource } | null {
  if (claim.pd !== undefined) return { pd: claim.pd, from: 'pd' };
  const implied = impliedByCrisis(claim.insolvency, a);
  if (implied !== undefined) return { pd: implied, from: 'insolvency' };
  for (const from of ['tdb_score', 'tsr_score'] as const) {
    const score = claim[from];
    if (score === undefined) continue;
    const band = SCORE_BANDS.find((least) => score >= least) ?? 0;
    return { pd: a.credit.score[`from_${band}`], from };
  }
  if (claim.rating !== undefined) return { pd: a.credit.rating[claim.rating], from: 'rating' };
  if (claim.altman_z2 !== undefined) {
    const { baseline, overdue_multiplier, altman_distress_odds, altman_grey_odds } = a.credit;
    const [distress, grey] = ALTMAN_ZONES;
    const odds = claim.altman_z2 < distress ? altman_distress_odds : claim.altman_z2 < grey ? altman_grey_odds : 1;
    return { pd: logistic(plus(logitOf(times(baseline, overdue_multiplier)), log(odds))), from: 'altman_z2' };
  }
  return null;
}

/**
 * Hazards of a debtor in a crisis before proceedings. What is known of the crisis is known of this debtor, whatever its kind, so proceedings
 * open at the rate of the crisis; a chance that the caller states is taken as stated.
 */
function inCrisis(
  rates: Hazards,
  failure: ReturnType<typeof probabilityOfFailure>,
  state: Claim['insolvency'],
  a: Assumptions,
): Hazards {
  if (failure?.from !== 'insolvency') return rates;
  const opening =
    state === 'petition' ? over(1, a.insolvency.opening_months) : over(minus(0, log(oneMinus(failure.pd))), 12);
  return { ...rates, fail: rates.fail.map((rate) => atLeast(rate, opening)) };
}

/** Share of the claim in dispute: as stated, or the default by kind of dispute. */
function disputeShare(claim: Claim, a: Assumptions): number {
  // What was paid since may leave less than is disputed.
  if (claim.disputed_amount?.gt(0)) return Math.min(1, claim.disputed_amount.div(claim.amount).toNumber());
  return { none: a.dispute.share_none, partial: a.dispute.share_partial, full: a.dispute.share_full }[
    disputeOf(claim) ?? 'none'
  ];
}

/** Whoever does not answer calls but has an address where it is known to be, or where a court has served it, avoids us, and has not gone. */
function avoidingSign(claim: Claim): Claim['contact'] {
  const { contact, address_known } = claim;
  return contact === 'unreachable' && (address_known ?? isReached(claim)) ? 'evasive' : contact;
}

/** The signs of the debtor's kind that a claim gives. A crisis before proceedings is the severest sign of distress there is, whatever is said. */
const signsOf = (claim: Claim): Signs => ({
  contact: avoidingSign(claim),
  dispute: disputeOf(claim),
  partial_paid: claim.partial_paid,
  broken_promises: claim.broken_promises,
  payment_history: claim.payment_history,
  distress: isInCrisis(claim) ? 'severe' : claim.distress,
  cause: claim.cause === 'dispute' ? undefined : claim.cause,
  acknowledged: claim.acknowledged,
  will_not_pay: willNotPay(claim),
  always_able: isPublicBody(claim),
});

const NEVER_FAILS = every(0);

/** Before the day comes it is known that nothing will be paid on it: the debtor has not the cash, does not mean to pay, or has stopped paying. */
const willNotPay = (claim: Claim): boolean =>
  claim.cause === 'short_of_cash' || claim.cause === 'unwilling' || isInCrisis(claim);

/** How letters and services reach the debtor. */
const answersLetters = (claim: Claim): keyof Assumptions['contact']['served'] => avoidingSign(claim) ?? 'unknown';

/**
 * Share of what the debtor hands over that we may keep. What is taken after a petition by who knows of it is given back whenever proceedings open
 * (Bankruptcy Act art. 162(1)(i)), so no more is kept than the chance that none do.
 */
function shareKept(claim: Claim, failure: ReturnType<typeof probabilityOfFailure>, a: Assumptions): number {
  if (!isInCrisis(claim)) return 1;
  const { clawback } = a.insolvency;
  return oneMinus(claim.insolvency === 'petition' && failure !== null ? atLeast(clawback, failure.pd) : clawback);
}

/** What is known about the debtor of a claim over `principal` yen. */
export function debtorOf(claim: Claim, principal: number, a: Assumptions): Debtor {
  const failure = probabilityOfFailure(claim, a);
  const disputed = disputeShare(claim, a);
  const disputingPays = oneMinus(times(a.dispute.lost_share, disputed));
  const kept = shareKept(claim, failure, a);
  const usual = inCrisis(hazards(principal, failure?.pd, a), failure, claim.insolvency, a);
  const rates = isPublicBody(claim) ? { ...usual, fail: NEVER_FAILS, deteriorate: NEVER_FAILS } : usual;
  const known = new Map<number, { alive: PerKind; failed: PerKind }>();
  const survival = (months: number) => {
    let found = known.get(months);
    if (!found) {
      const alive = rates.fail.map((rate) => decay(rate, months));
      found = { alive, failed: complement(alive) };
      known.set(months, found);
    }
    return found;
  };
  const signs = signsOf(claim);
  return {
    survival,
    hazards: rates,
    signs,
    on_time: signs.will_not_pay ? every(0) : a.prior.paid_on_time,
    pd: failure?.pd,
    pd_from: failure?.from ?? null,
    dispute_share: disputed,
    kept,
    paid_share: a.hazard.paid_share.map((share, k) => times(kept, k === DISPUTING ? disputingPays : share)),
    called: a.contact.called[claim.contact ?? 'unknown'],
    written: a.contact.served[answersLetters(claim)],
    contact_factor: a.contact[claim.contact ?? 'unknown'],
  };
}

/** Share of those who would settle that the level of an offer leaves out. */
const AT_THE_MIDDLE = 0.5;

/** Offers that have been refused, with the share of each kind that refuses them: the same likelihood as inside a plan. */
export function refusedOffers(claim: Claim, debtor: Debtor, a: Assumptions): [field: string, refusing: PerKind][] {
  const refused: [string, PerKind][] = [];
  const put = (field: string, told: boolean | undefined, takes: PerKind, reached: number) => {
    if (told === true) refused.push([field, takes.map((chance) => oneMinus(times(chance, reached)))]);
  };
  put('demand_sent', claim.demand_sent, a.demand.respond, debtor.written);
  put('lawyer_letter_sent', claim.lawyer_letter_sent, a.counsel_letter.respond, debtor.written);
  put('plan_refused', claim.plan_refused, a.plan.accept.in_6, debtor.contact_factor);
  // At the level that half of those who would settle accept.
  put('settlement_refused', claim.settlement_refused, a.settle.cap, times(debtor.contact_factor, AT_THE_MIDDLE));
  return refused;
}
