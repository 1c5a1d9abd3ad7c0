// A procedure that is already running, valued from its stage: the legs that are past are left out, what was paid is spent, and the months that
// remain are counted from the day on which it came to the stage (docs/model.md 7.3).
// Here 'payment_order', 'small_claims', 'suit' and 'mediation' are procedures, not options.

import { windowOf } from '../../claim/order_window.ts';
import {
  type CourtProcedure,
  hasHearing,
  isMediation,
  isUndecided,
  type ProcedureStage,
  procedureOf,
} from '../../claim/procedure.ts';
import { articleOf } from '../../law/dated.ts';
import { atLeast, atMost, isAbove, minus, plus, times } from '../../numbers/number.ts';
import { phrase, type Sentence, SILENT } from '../../values/phrase.ts';
import type { Text } from '../../values/text.ts';
import type { Event, Flow, Fork, Prospect, Situation } from '../option.ts';
import { pendingOrderIn, runningIn } from '../parts/bars.ts';
import { avoidsUs } from '../parts/contact.ts';
import { actsFor, conducting, counselFees, needsCounsel } from './acting.ts';
import { agreedTitle, ENTIRE_CLAIM } from './agreed_title.ts';
import {
  EVERYBODY,
  orderAnswered,
  orderCourse,
  orderMonths,
  type SuitTimes,
  smallClaimMonths,
  suitCourse,
} from './courses.ts';
import { type Hearing, heard, hearing, type Months, settlement, suitMonths, title } from './court.ts';
import { mediated } from './mediated.ts';
import type { IfOpposed } from './opposed.ts';
import type { Order } from './title_means.ts';
import { isTitleExpired, TitleOrder } from './title_orders.ts';

/** The procedure that runs, and for how many months it has been at its stage by the month of the situation. */
export interface Progress {
  readonly procedure: CourtProcedure;
  readonly stage: ProcedureStage;
  readonly since: number;
}

/** Months that a suit over the claim takes once it is served, whatever it began as: an order that was opposed is not served again. */
function suitOf(s: Situation, { kind }: CourtProcedure): SuitTimes {
  if (kind === 'small_claims') return smallClaimMonths(s);
  return kind === 'payment_order' ? { ...suitMonths(s), service: 0 } : suitMonths(s);
}

/** Months from the filing after which a procedure usually comes to a stage. */
function usualMonths(s: Situation, procedure: CourtProcedure, stage: ProcedureStage): number {
  const { kind } = procedure;
  if (stage === 'filed') return 0;
  if (kind === 'mediation') return s.a.mediating.months;
  const isOrder = kind === 'payment_order';
  const order = orderMonths(s);
  const suit = suitOf(s, procedure);
  const begun = isOrder ? order.objection : 0;
  switch (stage) {
    case 'served':
      return isOrder ? order.service : suit.service;
    case 'objected':
      return order.objection;
    case 'hearing':
      return plus(begun, suit.default);
    case 'settled':
      return plus(begun, suit.settlement);
    case 'judged':
      return isOrder ? s.a.court.months.payment_order_title : suit.judgment;
    case 'enforcing':
      return plus(isOrder ? order.title : suit.judgment, s.a.court.months.voluntary);
  }
}

/** How far the procedure of a claim has come by the month of the situation; null where none runs, or it was an order that lapsed. */
export function progressOf(s: Situation): Progress | null {
  const procedure = procedureOf(s.facts.claim);
  if (procedure === undefined || s.facts.order_lapsed_on !== null) return null;
  const { stage, stage_on, filed_on } = procedure;
  if (stage_on !== undefined) return { procedure, stage, since: s.month - s.facts.monthsUntil(stage_on) };
  if (filed_on === undefined) return { procedure, stage, since: s.month };
  const filed = s.month - s.facts.monthsUntil(filed_on);
  return { procedure, stage, since: atLeast(minus(filed, usualMonths(s, procedure, stage)), 0) };
}

/** What is left of so many months, never less than a short rest. */
const restOf = (s: Situation, months: number, since: number): number =>
  atLeast(minus(months, since), s.a.running.least_months);

/** Nothing can be served on a debtor whose address is not known. */
export const isUnserved = (s: Situation, stage: ProcedureStage): boolean =>
  stage === 'filed' && s.facts.claim.address_known === false;

/** Months left until the next event of the procedure. */
export function monthsLeft(s: Situation, { procedure, stage, since }: Progress): number {
  const { court, enforce, mediating } = s.a;
  const suit = suitOf(s, procedure);
  const isOrder = procedure.kind === 'payment_order';
  const order = orderMonths(s);
  if (procedure.kind === 'mediation' && (stage === 'filed' || stage === 'hearing'))
    return restOf(s, stage === 'filed' ? mediating.months : court.months.voluntary, since);
  switch (stage) {
    case 'filed':
      return restOf(s, isOrder ? order.service : suit.service, since);
    case 'served':
      return restOf(s, isOrder ? minus(order.objection, order.service) : minus(suit.default, suit.service), since);
    case 'objected':
      return restOf(s, suit.default, since);
    case 'hearing':
      return restOf(s, minus(suit.settlement, suit.default), since);
    case 'settled':
      return restOf(s, court.months.first_instalments, since);
    case 'judged':
      return restOf(s, court.months.voluntary, since);
    case 'enforcing':
      return restOf(s, enforce.months, since);
  }
}

/** Months for which it can be gone on with at least, so that a plan or a settlement can be offered beside it. */
const LEAST_OPEN = 1;

/** The last day of a window is inside it, also where it is today. */
const A_MOMENT = 1e-6;

/**
 * The month, from today, until which a procedure can still be gone on with: its next event, and the decision in that month; no later than an
 * order that was served must be declared enforceable.
 */
export function openFor(today: Situation, progress: Progress): number {
  const usual = plus(atLeast(monthsLeft(today, progress), LEAST_OPEN), 0.5);
  const window = windowOf(today.facts.claim, today.law);
  return window === null ? usual : atMost(usual, Math.max(0, today.facts.monthsUntil(window.apply_by)) + A_MOMENT);
}

/**
 * When something may be begun beside a procedure that is not decided yet: so early that a month of it leaves time to go on with the procedure,
 * because nobody lets an order lapse or withdraws a suit to go on chasing. As it stands where none runs.
 */
export function besideProcedure(s: Situation, open: NonNullable<Prospect['open']> = {}): NonNullable<Prospect['open']> {
  const from = droppedFrom(s);
  if (from === null) return open;
  const last = minus(from, LEAST_OPEN);
  return { ...open, until: open.until === undefined ? last : atMost(open.until, last) };
}

/** The month from which a procedure that is not gone on with has been dropped; null where none can be. */
export function droppedFrom(s: Situation): number | null {
  const procedure = runningIn(s);
  if (procedure === undefined || !isUndecided(procedure)) return null;
  const today = { ...s, month: 0 };
  const progress = progressOf(today);
  return progress === null ? null : openFor(today, progress);
}

/**
 * The procedure in whose hearing or session an agreement over the claim as it stands is put on record, which makes it a title; undefined where
 * none is to come, or it was dropped.
 */
export function recordedIn(s: Situation): CourtProcedure | undefined {
  const procedure = runningIn(s);
  if (procedure === undefined || !hasHearing(procedure)) return undefined;
  const from = droppedFrom(s);
  return from !== null && isAbove(from, s.month) ? procedure : undefined;
}

/** From when on a running procedure no longer takes part in what is agreed, as `changes` of an option has it. */
export function whenDropped(today: Situation): readonly number[] {
  const from = droppedFrom(today);
  return from === null ? [] : [from];
}

/** What is still done about an order while the debtor is talked to; nothing where none is on its way. */
function appliedMeanwhile(s: Situation): Sentence {
  if (pendingOrderIn(s) === undefined) return SILENT;
  const window = windowOf(s.facts.claim, s.law);
  return phrase(
    { by: window === null ? SILENT : phrase({ day: window.apply_by }, { ja: '（{day}まで）', en: ' by {day}' }) },
    {
      ja: '支払督促は取り下げず、仮執行宣言の申立て{by}は並行して進めます。',
      en: ' Do not withdraw the payment order; apply for provisional enforcement{by} meanwhile.',
    },
  );
}

/** The rest of the fee after an objection is due whatever is agreed meanwhile. */
const FEE_IN_TIME: Text = {
  ja: '異議後の手数料の差額は、裁判所の定める期間内に納めます。',
  en: ' Pay the rest of the fee in the time that the court sets.',
};

/** An attachment is kept until the money is there. */
const KEPT_UNTIL_PAID: Text = {
  ja: '差押えは、入金を確かめるまで取り下げません。',
  en: ' Do not withdraw the attachment before the money is there.',
};

/** A debtor who avoids us is likely to miss the first hearing, which is still to come. */
const isMissed = ({ facts: { claim } }: Situation, procedure: CourtProcedure): boolean =>
  avoidsUs(claim.contact) && !isMediation(procedure) && (procedure.stage === 'filed' || procedure.stage === 'served');

/** What waiting does to a procedure that nobody goes on with; nothing where none is on its way. */
export function lapsing(s: Situation): Sentence {
  const procedure = runningIn(s);
  if (procedure !== undefined && isUnserved(s, procedure.stage) && droppedFrom(s) !== null)
    return {
      ja: '手続は取り下げず、送達先が分かれば、裁判所が定める期間内に申し出ます。',
      en: ' Do not withdraw the procedure: name a place of service to the court in the time that it sets, if you find one.',
    };
  if (pendingOrderIn(s) !== undefined)
    return {
      ja: '支払督促は仮執行宣言を申し立てなければ効力を失うので、申立て（手数料はなく送達の郵便料だけ）は期間内にしておきます。',
      en: ' The payment order loses its effect unless provisional enforcement is applied for: do that in time all the same, for it costs only the postage of its service.',
    };
  if (droppedFrom(s) === null) return SILENT;
  return procedure !== undefined && isMissed(s, procedure)
    ? {
        ja: '進行中の手続を取り下げるのは、期日が続く見込みのときだけにします（相手が欠席すればすぐ判決になり、時効は10年になります）。',
        en: ' Withdraw the procedure that is running only if the hearing is likely to be adjourned: a debtor who stays away is judged at once, and a judgment lasts 10 years.',
      }
    : { ja: '進行中の手続は取り下げます。', en: ' Withdraw the procedure that is running.' };
}

/** Why an offer is no reason to withdraw what runs; nothing where nothing runs. */
export function onRecord(s: Situation): Sentence {
  if (runningIn(s)?.stage === 'enforcing') return KEPT_UNTIL_PAID;
  const procedure = recordedIn(s);
  if (procedure === undefined) return appliedMeanwhile(s);
  return isMediation(procedure)
    ? {
        ja: '調停は取り下げず、合意は期日に調停調書にしてもらいます。',
        en: ' Do not withdraw the mediation: have the agreement put on its record.',
      }
    : phrase(
        { fee: procedure.stage === 'objected' ? FEE_IN_TIME : SILENT },
        {
          ja: '訴訟は取り下げず、合意は期日に和解調書にしてもらいます（そのまま債務名義になります）。{fee}',
          en: ' Do not withdraw the suit: have the agreement put on the record of the court, which makes it a title.{fee}',
        },
      );
}

/**
 * The same of instalments: where the debtor disputes nothing and cannot come to agree on a record, a summary court may order them in place of a
 * settlement.
 */
export function instalmentsOnRecord(s: Situation): Sentence {
  const record = onRecord(s);
  const procedure = recordedIn(s);
  const isOrdered =
    procedure !== undefined &&
    !isMediation(procedure) &&
    !s.facts.disputed &&
    s.state.balance <= s.tariff.summary_court_max;
  return isOrdered
    ? phrase(
        { record, source: articleOf(s.law.citations.court_instalments) },
        {
          ja: '{record}相手が出頭できなければ、争いのない請求として和解に代わる決定を求めます（{source}）。',
          en: '{record} If the debtor disputes nothing and cannot come, ask the court to order them in place of a settlement ({source}).',
        },
      )
    : record;
}

/** What becomes of a procedure that runs while the debtor is chased: it goes on beside until its next event. */
export function besideChasing(s: Situation): Sentence {
  if (droppedFrom(s) === null) return SILENT;
  const applied = appliedMeanwhile(s);
  if (applied !== SILENT) return applied;
  return phrase(
    { fee: runningIn(s)?.stage === 'objected' ? FEE_IN_TIME : SILENT },
    {
      ja: '進行中の手続は取り下げず、次の段階まで並行して進めます。{fee}',
      en: ' Do not withdraw the procedure that is running; it goes on meanwhile.{fee}',
    },
  );
}

/** Own time that is still to come of so many hours. */
const remainingTime = (s: Situation, hours: number, left: number): Flow => ({
  own_time: times(times(hours, left), s.a.money.staff_rate),
});

/** Months of a suit that are left, from its service or from its hearing. */
function suitLeft(s: Situation, from: number, since: number, suit: Months): Months {
  return {
    default: restOf(s, minus(suit.default, from), since),
    settlement: restOf(s, minus(suit.settlement, from), since),
    judgment: restOf(s, minus(suit.judgment, from), since),
  };
}

/** The route by which a debtor who is served, or has objected, stays away or comes. */
const hearingRoute = ({ kind }: CourtProcedure): Hearing['route'] =>
  kind === 'payment_order' ? 'after_objection' : kind === 'small_claims' ? 'small_claims' : 'suit';

/** Whether counsel acts in the suit; nobody instructs counsel for a small claim. */
const counselActs = (s: Situation, { kind }: CourtProcedure): boolean => kind !== 'small_claims' && needsCounsel(s);

/** Hours that the procedure takes from beginning to end. */
function wholeHours(s: Situation, procedure: CourtProcedure): number {
  const { hours } = s.a.court;
  if (procedure.kind === 'small_claims') return hours.small_claims;
  return actsFor(s, false) === 'ourselves' ? hours.suit : hours.with_counsel;
}

/**
 * The time for an objection to an order that was served is over, and none was told of: whoever objects does so within it. What is left is the
 * application. An objection after that day still counts until the order is declared enforceable; nothing is built on it.
 */
export function isObjectionOver(s: Situation): boolean {
  const window = windowOf(s.facts.claim, s.law);
  return window !== null && window.objection_by < s.facts.claim.as_of;
}

/** What is still to come before a hearing. */
function beforeHearing(
  s: Situation,
  { procedure, stage, since }: Progress,
  if_opposed: IfOpposed | null,
): { flows: Flow[]; next: readonly Fork[] } {
  const counsel = counselActs(s, procedure);
  const acting = actsFor(s, false);
  const { before_hearing, order_pending } = s.a.running.hours_left;
  if (procedure.kind === 'payment_order') {
    const order = orderMonths(s);
    const flows = [remainingTime(s, s.a.court.hours.payment_order, order_pending)];
    if (stage === 'filed') {
      const service = restOf(s, order.service, since);
      const later = { service, objection: plus(service, minus(order.objection, order.service)) };
      const left = { ...later, title: plus(service, minus(order.title, order.service)) };
      return { flows, next: orderCourse(s, left, { acting, if_opposed }) };
    }
    const left = {
      service: 0,
      objection: restOf(s, minus(order.objection, order.service), since),
      title: restOf(s, minus(order.title, order.service), since),
    };
    return { flows, next: orderAnswered(s, left, EVERYBODY, { acting, if_opposed }) };
  }
  const flows = [remainingTime(s, wholeHours(s, procedure), before_hearing)];
  const suit = suitOf(s, procedure);
  const route = procedure.kind === 'small_claims' ? 'small_claims' : 'suit';
  if (stage === 'filed') {
    const service = restOf(s, suit.service, since);
    const after = (months: number) => plus(service, minus(months, suit.service));
    const months = {
      service,
      default: after(suit.default),
      settlement: after(suit.settlement),
      judgment: after(suit.judgment),
    };
    return { flows, next: suitCourse(s, { route, months, counsel }) };
  }
  const months = suitLeft(s, suit.service, since, suit);
  return { flows, next: hearing(s, { route, months, from: 0, counsel }) };
}

/** What is still to come once an order was opposed: the rest of the fee, and the suit. */
function afterOpposition(s: Situation, { procedure, since }: Progress): { flows: Flow[]; next: readonly Fork[] } {
  const counsel = counselActs(s, procedure);
  const months = suitLeft(s, 0, since, suitOf(s, procedure));
  return {
    flows: [
      { external: s.tariff.objection(s.state.balance) },
      ...conducting(s, actsFor(s, false), 0).map(withoutPrice),
    ],
    next: hearing(s, { route: 'after_objection', months, from: 0, counsel }),
  };
}

const withoutPrice = ({ price: _, ...flow }: Flow): Flow => flow;

/** Mediation from its petition or its first session on. */
function mediatedFrom(s: Situation, progress: Progress): Event {
  const fee_paid = s.tariff.filing('mediation', s.state.balance);
  const { before_hearing, in_hearing } = s.a.running.hours_left;
  const left = progress.stage === 'filed' ? before_hearing : in_hearing;
  return {
    id: 'mediation_runs',
    at: 0,
    flows: [remainingTime(s, s.a.mediating.hours, left)],
    next: mediated(s, monthsLeft(s, progress), { fee_paid }),
  };
}

/** How a procedure is gone on with. */
export interface GoingOn {
  /** What follows an attachment that is under way. */
  readonly order: Order;
  /** What becomes of an order for payment that is opposed; null where none is pending, or nobody can oppose it any more. */
  readonly if_opposed: IfOpposed | null;
}

/** What the procedure still brings, from its stage on. */
export function runningEvent(s: Situation, progress: Progress, { order, if_opposed }: GoingOn): Event {
  const { procedure, stage, since } = progress;
  const counsel = counselActs(s, procedure);
  const inSession = procedure.kind === 'mediation';
  switch (stage) {
    case 'settled':
      return inSession
        ? agreedTitle(s, { id: 'mediation_agreed', at: 0, share: ENTIRE_CLAIM })
        : settlement(s, { months: { default: 0, settlement: 0, judgment: 0 }, counsel }, ENTIRE_CLAIM);
    case 'judged':
      return title(s, { id: 'judgment', at: monthsLeft(s, progress), share: ENTIRE_CLAIM, counsel });
    case 'enforcing': {
      const fee_rate = s.state.counsel ? counselFees(s).success_rate : undefined;
      return {
        id: 'enforcing',
        at: 0,
        next: new TitleOrder(s, fee_rate, isTitleExpired(s)).resume(order, monthsLeft(s, progress)),
      };
    }
    default:
      break;
  }
  if (inSession) return mediatedFrom(s, progress);
  if (stage === 'objected') return { id: 'procedure_runs', at: 0, ...afterOpposition(s, progress) };
  if (stage !== 'hearing') return { id: 'procedure_runs', at: 0, ...beforeHearing(s, progress, if_opposed) };
  const suit = suitOf(s, procedure);
  const h = { route: hearingRoute(procedure), months: suitLeft(s, suit.default, since, suit), from: 0, counsel };
  const flows = [remainingTime(s, wholeHours(s, procedure), s.a.running.hours_left.in_hearing)];
  return { id: 'procedure_runs', at: 0, flows, next: heard(s, h) };
}
