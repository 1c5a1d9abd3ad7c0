// What follows from a claim and the law on a day: principal, interest accrued, limitation, dispute, liquidity.
// These facts do not change while the claim is evaluated; what steps change is `State` in the option contract.
// Here 'mediation' is a kind of event, not an option.

import { bringsTaxCredit, formalWriteOffFrom } from '../law/bad_debt.ts';
import { CRISIS_STATES } from '../law/contract/insolvency.ts';
import { type LateInterest, lateInterest } from '../law/interest.ts';
import type { Jurisdiction } from '../law/law.ts';
import {
  type DemandEffect,
  demandEffect,
  type Limitation,
  type LimitationEvent,
  type LimitationRequest,
  reckonLimitation,
} from '../law/limitation.ts';
import { successionRule } from '../law/succession.ts';
import { addDays, type Day, dayAfter, daysBetween, later, monthsOf } from '../values/day.ts';
import type { Money } from '../values/money.ts';
import type { Claim } from './claim.ts';
import { limitationEventsOf } from './event.ts';
import { lapsedOn, windowOf } from './order_window.ts';
import { limitationOfProcedure, procedureOf, titleOf } from './procedure.ts';

/** Proceedings that take the debtor's affairs out of its hands. */
const PROCEEDINGS = new Set(['bankruptcy', 'rehabilitation', 'reorganisation', 'special_liquidation']);

/** What a claim comes to on the valuation day. Money in yen, ages in months, rates a year. */
export interface Facts {
  readonly claim: Claim;
  /** Whole yen. */
  readonly principal: number;
  readonly due_date: Day;
  readonly overdue_days: number;
  /** Months past due; negative when not yet due. */
  readonly age: number;
  /** Months until the due date; 0 when past. */
  readonly due_in: number;
  /** Months for which late-payment interest runs already: the age, or that of several invoices that are decided together. */
  readonly interest_age: number;
  /** Late-payment interest a year, and what has accrued. */
  readonly delay_rate: number;
  readonly interest: LateInterest;
  readonly limitation: Limitation;
  /** What a demand that arrives on the valuation day would do to the limitation period. */
  readonly demand_today: DemandEffect;
  /** The claim has a title whose limitation period runs from a day that is not stated, so that its end is later than counted. */
  readonly title_day_unknown: boolean;
  /** Months since the title became final or was made; null where there is none, or its day is not known. */
  readonly titled_for: number | null;
  /** Months until the limitation period ends; Infinity beyond the reach of the valuation. */
  readonly limitation_months: number;
  /** Last day on which a running order for payment could be declared enforceable, when it has certainly passed; else null. */
  readonly order_lapsed_on: Day | null;
  /** First day on which the claim may be written down because dealings stopped long ago; null = never. */
  readonly written_off_from: Day | null;
  /** Consumption tax that is contained in the amount and comes back with a loss; undefined when it is not known. */
  readonly credited_tax_rate: number | undefined;
  readonly evidence: 'strong' | 'medium' | 'weak';
  readonly disputed: boolean;
  /** Yen that security or a guarantee would bring. */
  readonly security: number;
  /** Insolvency proceedings are open. */
  readonly proceedings: boolean;
  /** The debtor has its seat in another country than that of the jurisdiction. */
  readonly abroad: boolean;
  readonly margin_per_year: number;
  readonly relationship_years: number;
  /** Money is needed `months` from now and bridged at a yearly rate after that; null when there is no such need. */
  readonly liquidity: { readonly months: number; readonly rate: number } | null;
  /** Months from the valuation day to a day. */
  readonly monthsUntil: (day: Day) => number;
  /** The day so many months after the valuation day. */
  readonly dayAfter: (months: number) => Day;
}

/** The whole amount is said to be in dispute, as by a debtor who has paid what it thinks it owes and nothing of the rest that is claimed. */
const isAllDisputed = ({ amount, disputed_amount }: Claim): boolean =>
  disputed_amount?.gt(0) === true && !amount.gt(disputed_amount);

/**
 * The dispute as stated, or a partial one when an amount is said to be in dispute or a dispute is why nothing was paid. It is one in full where
 * that amount is all there is.
 */
export function disputeOf(claim: Claim): Claim['dispute'] {
  if (isAllDisputed(claim)) return 'full';
  return claim.dispute ?? (claim.disputed_amount?.gt(0) || claim.cause === 'dispute' ? 'partial' : undefined);
}

/** Day on which the last mediation over the claim ended without a result, as it is told; undefined where none did. */
export function failedMediationOn({ events = [], as_of }: Claim): Day | undefined {
  const ended = events.flatMap(({ kind, ended_on, with_title }) =>
    kind === 'mediation' && with_title !== true && ended_on !== undefined && ended_on <= as_of ? [ended_on] : [],
  );
  return ended.sort().at(-1);
}

/** Talks about what is owed were held and came to nothing: among the parties, or before a court. */
export const haveTalksFailed = (claim: Claim): boolean =>
  claim.dispute_refused === true || failedMediationOn(claim) !== undefined;

/** A demand is told to have arrived, on a day that is known. */
export const hasDemandArrived = ({ events = [] }: Claim): boolean =>
  events.some(({ kind }) => kind === 'demand_received');

/** A demand, ours or a lawyer's, has reached the debtor or was sent. */
export const isDemanded = (claim: Claim): boolean =>
  claim.demand_sent === true || claim.lawyer_letter_sent === true || hasDemandArrived(claim);

/** The claim was filed in proceedings that still run. */
export const hasProved = ({ events = [] }: Claim): boolean =>
  events.some(({ kind, ended_on }) => kind === 'insolvency_proof' && ended_on === undefined);

/** Months in which the debtor has been chased on the valuation day: all months overdue where the caller does not say. */
export const chasedSoFar = ({ claim, age }: Pick<Facts, 'claim' | 'age'>): number =>
  claim.effort_months ?? Math.max(0, age);

const CRISIS: ReadonlySet<string | undefined> = new Set(CRISIS_STATES);

/** The debtor is in a state before proceedings in which what a creditor gets may have to be given back. */
export const isInCrisis = ({ insolvency }: Claim): boolean => CRISIS.has(insolvency);

/** The debtor is said to be short of cash, or shows signs of distress. */
export const isShortOfCash = ({ cause, distress = 'none' }: Claim): boolean =>
  cause === 'short_of_cash' || distress !== 'none';

/** A public body pays out of a budget: it may be late, dispute a claim or not mean to pay, and it can neither run dry nor fail. */
export const isPublicBody = ({ debtor_type }: Claim): boolean => debtor_type === 'public_body';

/** Something of the debtor's is attached provisionally, and still is. */
export const isHeldProvisionally = ({ events = [] }: Claim): boolean =>
  events.some(({ kind, ended_on }) => kind === 'provisional_attachment' && ended_on === undefined);

/** It is known what the debtor has, and it may be gone before there is a title: it is attached provisionally before anything warns the debtor. */
export const mayVanish = ({ claim, proceedings }: Pick<Facts, 'claim' | 'proceedings'>): boolean =>
  claim.assets === 'known' &&
  (claim.contact === 'evasive' || claim.distress === 'severe') &&
  titleOf(claim) === 'none' &&
  !isHeldProvisionally(claim) &&
  !proceedings;

/** Counsel of the debtor prepares proceedings, or has asked for them. */
export const isBeforeProceedings = ({ insolvency }: Claim): boolean =>
  insolvency === 'counsel_notice' || insolvency === 'petition';

/** Nothing is told of an insolvency: no crisis, no proceedings, no liquidation. */
export const isSolvent = ({ insolvency = 'none' }: Claim): boolean => insolvency === 'none';

/** Day of the last payment: as stated, or that of the last part payment among the events; undefined when none is known. */
export function lastPaymentOf({ last_payment_on, events = [] }: Claim): Day | undefined {
  const paid = events.filter(({ kind }) => kind === 'part_payment').map(({ on }) => on);
  const known = [...paid, ...(last_payment_on === undefined ? [] : [last_payment_on])];
  return known.length === 0 ? undefined : known.reduce(later);
}

/** Day on which dealings stopped: as stated. Where they are told to earn a margin they go on, and could stop today at the earliest. */
const dealingsStoppedOn = ({ dealings_stopped_on, margin_per_year, as_of }: Claim): Day | undefined =>
  dealings_stopped_on ?? (margin_per_year?.gt(0) ? as_of : undefined);

/** Day of the judgment of a running procedure, where no other day of the title is stated. */
function dayOfTitle(claim: Claim): Day | undefined {
  const procedure = procedureOf(claim);
  return procedure?.stage === 'judged' ? procedure.stage_on : undefined;
}

/** What bears on the limitation period: the events that are stated, and a procedure that runs, unless it is among them. */
function eventsOf(claim: Claim, lapsed_on: Day | null): LimitationEvent[] {
  const stated = limitationEventsOf(claim.events ?? []);
  return [
    ...stated,
    ...limitationOfProcedure(claim, lapsed_on).filter(({ kind }) => !stated.some((one) => one.kind === kind)),
  ];
}

/** Months for which the period cannot end because it is not settled yet which heirs owe, and some after that; 0 for any other claim. */
function keptForHeirs({ succession }: Claim, law: Jurisdiction): number {
  const rule = successionRule(law, succession);
  const { unsettled_months: unsettled = null, limitation_months: more = null } = rule ?? {};
  return unsettled === null || more === null ? 0 : unsettled + more;
}

/**
 * What of the last day of a period still counts, in days. A step that begins so many months from now is told for the nearest whole day, which is the
 * last one at the latest as long as this stays below a half.
 */
const LAST_DAY = 0.49;

/** Late interest of several invoices that are decided together, whose days the claim that represents them cannot hold. */
export interface Accrued {
  /** What has accrued on all of them. */
  readonly interest: Money;
  /** Mean months overdue that the valuation takes into account, weighted by amount. */
  readonly months: number;
}

/**
 * The facts of a claim on its valuation day. Throws `LawNotCovered` when the law of a day it depends on is not in the data.
 */
export function factsOf(claim: Claim, law: Jurisdiction, accrued?: Accrued): Facts {
  const { as_of } = claim;
  const due_date = claim.due_date ?? addDays(as_of, -(claim.overdue_days ?? 0));
  const overdue_days = daysBetween(due_date, as_of);
  const age = monthsOf(overdue_days);
  const kind = claim.claim_kind ?? 'other';
  const interest = lateInterest(law, {
    principal: claim.amount,
    due_date,
    as_of,
    claim_kind: kind,
    debtor_type: claim.debtor_type ?? 'corporation',
    subcontract_act: claim.subcontract_act ?? false,
    ...(claim.received_on === undefined ? {} : { received_on: claim.received_on }),
    ...(claim.delay_rate === undefined ? {} : { agreed_rate: claim.delay_rate }),
  });
  const title = titleOf(claim);
  const title_on = claim.title_on ?? dayOfTitle(claim);
  const order_lapsed_on = lapsedOn(windowOf(claim, law), as_of);
  const reckoned: LimitationRequest = {
    due_date,
    as_of,
    claim_kind: kind,
    debtor_type: claim.debtor_type ?? 'corporation',
    title,
    ...(title_on === undefined ? {} : { title_on }),
    contract_date: claim.contract_date ?? claim.invoice_date ?? due_date,
    events: eventsOf(claim, order_lapsed_on),
  };
  const period = reckonLimitation(law, reckoned);
  const written_off_from = formalWriteOffFrom(
    law,
    { due_date, stopped_on: dealingsStoppedOn(claim), last_payment_on: lastPaymentOf(claim) },
    as_of,
  );
  const monthsUntil = (day: Day): number => monthsOf(daysBetween(as_of, day));
  const cash = claim.cash_needed_by;
  return {
    claim,
    principal: claim.amount.toNumber(),
    due_date,
    overdue_days,
    age,
    due_in: Math.max(0, -age),
    interest_age: accrued?.months ?? age,
    delay_rate: interest.rate.toNumber(),
    interest: accrued === undefined ? interest : { ...interest, interest: accrued.interest },
    limitation: period,
    title_day_unknown: title !== 'none' && title_on === undefined && law.limitation.title_kinds.includes(title),
    titled_for: title === 'none' || title_on === undefined ? null : Math.max(0, -monthsUntil(title_on)),
    demand_today: demandEffect(law, reckoned, period),
    limitation_months: Math.max(
      0,
      monthsOf(daysBetween(as_of, period.last_day) + LAST_DAY),
      period.status === 'expired_invocable' ? 0 : keptForHeirs(claim, law),
    ),
    written_off_from,
    order_lapsed_on,
    credited_tax_rate:
      claim.consumption_tax_rate !== undefined && bringsTaxCredit(law, kind, as_of)
        ? claim.consumption_tax_rate
        : undefined,
    evidence: claim.evidence ?? 'medium',
    disputed: disputeOf(claim) !== 'none' && disputeOf(claim) !== undefined,
    security: claim.security_value?.toNumber() ?? 0,
    proceedings: PROCEEDINGS.has(claim.insolvency ?? 'none'),
    abroad: claim.debtor_country !== undefined && claim.debtor_country !== law.country,
    margin_per_year: claim.margin_per_year?.toNumber() ?? 0,
    relationship_years: claim.relationship_years ?? (claim.margin_per_year ? 1 : 0),
    liquidity:
      cash === undefined || claim.bridge_rate === undefined
        ? null
        : { months: Math.max(0, monthsUntil(cash)), rate: claim.bridge_rate },
    monthsUntil,
    dayAfter: (months) => dayAfter(as_of, months),
  };
}
