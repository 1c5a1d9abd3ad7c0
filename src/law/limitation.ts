// Limitation: until when a claim can be enforced against a debtor who invokes the passage of time. The periods, and what each event
// does to them, are data of the jurisdiction; this file applies them to the calendar of one claim.
//
// Conventions. A claim falls under the regime of the earlier of the days of contract and accrual; an event under the rules of its own
// day. An event counts only when the period has not ended by then. The end is "postponed" on a day when the period would have ended
// before that day without the postponing events. Last days are counted by `periodEnd` and not lengthened by holidays, so that they
// are safe.

import { type Day, daysBetween, earlier, later, type Period, periodEnd } from '../values/day.ts';
import { Fault } from '../values/fault.ts';
import type { Text } from '../values/text.ts';
import type { ClaimKind, DebtorType, TitleKind } from './contract/claim.ts';
import type { EventRule, LimitationEventKind, LimitationPeriod, PeriodStart } from './contract/limitation.ts';
import { type Citation, periodAt } from './dated.ts';
import type { Jurisdiction } from './law.ts';

/**
 * How many days before its end a limitation counts as due soon. This is a judgement, no rule of law: half a year leaves time for a
 * demand, for the six months it gives, and for a court petition.
 */
export const DUE_SOON_DAYS = 180;

/** Something that happened to the claim. */
export interface LimitationEvent {
  /** Day of the event: arrival of a demand, filing of a petition. */
  readonly on: Day;
  readonly kind: LimitationEventKind;
  /** Last day of a proceeding; absent = it still goes on. */
  readonly ended_on?: Day;
  /**
   * It led to its legal result: a final judgment or its equal for a proceeding, completion without withdrawal or cancellation for
   * enforcement. Absent counts as no.
   */
  readonly with_title?: boolean;
  /** Agreed length of a consultation. */
  readonly months?: number;
  /** Day of a written refusal to go on consulting. */
  readonly refused_on?: Day;
}

/** The facts that decide limitation. */
export interface LimitationRequest {
  /** Day on which the claim could be exercised: the due date. */
  readonly due_date: Day;
  /** Day of the contract (an individual order, not its master agreement); the accrual or due date when absent. */
  readonly contract_date?: Day;
  /** Day on which the claim arose; the due date when absent. */
  readonly accrued_on?: Day;
  /** Day on which the creditor learned of it; the due date when absent. */
  readonly known_on?: Day;
  /** Day on which the works or the matter ended; the due date when absent. */
  readonly completed_on?: Day;
  readonly claim_kind: ClaimKind;
  readonly debtor_type?: DebtorType;
  /** A fact that brings a period of its own, such as `promissory_note`; unknown ones leave the period of the kind. */
  readonly special?: string;
  readonly title?: TitleKind;
  /** Day on which the title became final, a deed was made; the due date when absent, the earliest day on which it can have been. */
  readonly title_on?: Day;
  readonly events?: readonly LimitationEvent[];
  /** Day on which we look. Later events have not happened yet. */
  readonly as_of: Day;
}

/**
 * `safe` = far from its end; `due_soon` = within `DUE_SOON_DAYS`; `suspended` = the period is over or stands still, but an event still
 * keeps it from ending; `expired_invocable` = the debtor may refuse by invoking it.
 */
export type LimitationStatus = 'safe' | 'due_soon' | 'suspended' | 'expired_invocable';

/** One step of the reckoning. */
export interface LimitationStep {
  readonly code:
    | 'started'
    | 'title'
    | 'renewed'
    | 'postponed'
    | 'pending'
    | 'capped'
    | 'no_effect_repeat'
    | 'no_effect'
    | 'no_effect_ended'
    | 'invocation_lost'
    | 'too_late'
    | 'not_yet';
  readonly text: Text;
  readonly day: Day;
  readonly citation: Citation;
}

/** Where a claim stands. */
export interface Limitation {
  /** Last safe day; the debtor may invoke limitation from the next. While a proceeding goes on: as if it were withdrawn today. */
  readonly last_day: Day;
  readonly status: LimitationStatus;
  /** Days from `as_of` to `last_day`; negative when it is past. */
  readonly days_left: number;
  /** Last day without any of the events. */
  readonly original_last_day: Day;
  readonly regime: string;
  /** The period in force on `as_of`, as the data names it. */
  readonly period: { readonly code: string; readonly label: Text };
  /** Day on which the debtor acknowledged a debt whose period had run, and lost the right to invoke that; null when it did not. */
  readonly invocation_lost_on: Day | null;
  /** False when the right ends by itself, without anybody invoking it. */
  readonly invocation_needed: boolean;
  readonly steps: readonly LimitationStep[];
  readonly citation: Citation;
}

const endOf = (period: LimitationPeriod, starts: Readonly<Record<PeriodStart, Day>>): Day => {
  let end = '9999-12-31';
  for (const one of period.ends) end = earlier(end, periodEnd(starts[one.counts_from], one));
  return end;
};

const endFrom = (period: LimitationPeriod, day: Day): Day =>
  endOf(period, { knowledge: day, exercisable: day, completion: day });

/** The calendar of one claim: `base` is its end without postponement, `until` the end with it. */
class Reckoning {
  readonly steps: LimitationStep[] = [];
  readonly law: Jurisdiction;
  period: LimitationPeriod;
  base: Day;
  until: Day;
  /** Until when each kind of event postpones the end. */
  postponed: Partial<Record<LimitationEventKind, Day>> = {};
  open = new Set<LimitationEvent>();
  invocationLostOn: Day | null = null;

  constructor(law: Jurisdiction, period: LimitationPeriod, base: Day) {
    this.law = law;
    this.period = period;
    this.base = base;
    this.until = base;
  }

  note(code: LimitationStep['code'], day: Day, citation: Citation, text: Text): void {
    this.steps.push({ code, text, day, citation });
  }

  alive(day: Day): boolean {
    return this.open.size > 0 || day <= this.until;
  }

  begin(event: LimitationEvent, rule: EventRule): void {
    const { on, kind } = event;
    const { ja, en } = rule.label;
    if (!this.alive(on) && rule.bars_invocation !== null) {
      this.loseInvocation(on, rule, rule.bars_invocation);
      return;
    }
    if (!this.alive(on)) {
      this.note('too_late', on, rule.citation, {
        ja: `${ja}：時効期間の満了後`,
        en: `${en}: after the period had ended`,
      });
      return;
    }
    if (on > this.base && rule.no_effect_while.some((other) => on <= (this.postponed[other] ?? ''))) {
      this.note('no_effect_repeat', on, rule.citation, {
        ja: `${ja}：完成猶予中のため効力なし`,
        en: `${en}: no effect while the end is already postponed`,
      });
      return;
    }
    if (rule.renews === 'at_once') this.renew(on, rule);
    else if (rule.pending) {
      this.open.add(event);
      this.note('pending', on, rule.citation, {
        ja: `${ja}：終了まで完成しない`,
        en: `${en}: the period cannot end while it lasts`,
      });
    } else this.postpone(kind, on, this.lengthOf(event, rule), rule);
  }

  finish(event: LimitationEvent, rule: EventRule): void {
    if (!this.open.delete(event)) return;
    const day = event.ended_on ?? event.on;
    if (rule.renews === 'at_end' && event.with_title) {
      if (rule.gives_title) {
        const title = periodAt(this.law.limitation.title, day).value;
        if (title !== null) this.period = title;
      }
      this.renew(day, rule);
    } else if (rule.grace !== null) {
      this.postpone(event.kind, day, periodEnd(day, rule.grace), rule);
    } else {
      const { ja, en } = rule.label;
      this.note('no_effect_ended', day, rule.citation, {
        ja: `${ja}：結果なく終了し効力なし`,
        en: `${en}: ended without its result, no effect`,
      });
    }
  }

  /** The day until which an event without duration postpones the end. */
  lengthOf(event: LimitationEvent, rule: EventRule): Day {
    let until = rule.grace === null ? event.on : periodEnd(event.on, rule.grace);
    if (rule.grace_by_agreement && event.months !== undefined) {
      until = earlier(until, periodEnd(event.on, { months: event.months }));
    }
    if (rule.grace_after_refusal !== null && event.refused_on !== undefined) {
      until = earlier(until, periodEnd(event.refused_on, rule.grace_after_refusal));
    }
    return until;
  }

  renew(day: Day, rule: EventRule): void {
    this.base = endFrom(this.period, day);
    this.until = later(this.until, this.base);
    this.postponed = {};
    const { ja, en } = rule.label;
    this.note('renewed', day, rule.citation, {
      ja: `${ja}：更新し${this.base}まで`,
      en: `${en}: starts anew, until ${this.base}`,
    });
  }

  /** The debtor acknowledges a debt whose period has run: good faith keeps it from invoking that, and a new period runs. */
  loseInvocation(day: Day, rule: EventRule, citation: Citation): void {
    this.base = endFrom(this.period, day);
    this.until = this.base;
    this.postponed = {};
    this.invocationLostOn = day;
    const { ja, en } = rule.label;
    this.note('invocation_lost', day, citation, {
      ja: `${ja}：期間の満了後で更新ではないが、信義則により満了を援用できず、新たに${this.base}まで`,
      en: `${en}: after the period had ended, no renewal; in good faith the debtor may not invoke that end, and a new period runs until ${this.base}`,
    });
  }

  postpone(kind: LimitationEventKind, day: Day, wanted: Day, rule: EventRule): void {
    const { ja, en } = rule.label;
    let until = wanted;
    const limit = rule.cap === null ? null : periodEnd(this.base, rule.cap);
    if (limit !== null && until > limit) {
      until = limit;
      this.note('capped', day, rule.citation, {
        ja: `${ja}：通算の上限は${limit}`,
        en: `${en}: limited to ${limit} in all`,
      });
    }
    this.postponed[kind] = later(this.postponed[kind] ?? until, until);
    this.until = later(this.until, until);
    this.note('postponed', day, rule.citation, {
      ja: `${ja}：${until}まで完成しない`,
      en: `${en}: the period cannot end before ${until} is over`,
    });
  }
}

interface EventTurn {
  readonly day: Day;
  readonly event: LimitationEvent;
  readonly rule: EventRule;
  readonly ends: boolean;
}

/** The events as turns in time; those without effect or in the future are noted and left out. */
function turnsOf(reckoning: Reckoning, request: LimitationRequest): EventTurn[] {
  const { events, periods } = { events: request.events ?? [], periods: reckoning.law.limitation.events };
  const turns: EventTurn[] = [];
  for (const event of events) {
    const { value, citation } = periodAt(periods, event.on);
    const rule = value?.[event.kind] ?? null;
    if (event.on > request.as_of) {
      reckoning.note('not_yet', event.on, citation, { ja: '基準日より後の事由', en: 'after the day on which we look' });
    } else if (rule === null) {
      reckoning.note('no_effect', event.on, citation, {
        ja: '当時の法では効力のない事由',
        en: 'no effect under the law of its day',
      });
    } else {
      turns.push({ day: event.on, event, rule, ends: false });
      if (rule.pending && event.ended_on !== undefined && event.ended_on <= request.as_of) {
        turns.push({ day: later(event.on, event.ended_on), event, rule, ends: true });
      }
    }
  }
  // Array.sort is stable: an event begins before it ends, and events of one day keep their order.
  return turns.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** A refusal that has not happened yet on the day on which we look does not shorten anything. */
const withoutFutureRefusal = (event: LimitationEvent, as_of: Day): LimitationEvent => {
  if (event.refused_on === undefined || event.refused_on <= as_of) return event;
  const { refused_on: _, ...rest } = event;
  return rest;
};

/** What bears on the period: the events, and a title that was made with the debtor once the claim was due, who acknowledged it then. */
function bearingOn(law: Jurisdiction, { title, title_on, due_date, as_of, events = [] }: LimitationRequest) {
  const stated = events.map((event) => withoutFutureRefusal(event, as_of));
  const acknowledges = title !== undefined && law.limitation.acknowledging_titles.includes(title);
  if (!acknowledges || title_on === undefined || title_on <= due_date) return stated;
  const deed: LimitationEvent = { kind: 'acknowledgment', on: title_on };
  return [deed, ...stated];
}

function periodOf(law: Jurisdiction, request: LimitationRequest): { id: string; period: LimitationPeriod } {
  const accrued = request.accrued_on ?? request.due_date;
  const decides = earlier(request.contract_date ?? accrued, accrued);
  const regime = periodAt(law.limitation.regimes, decides).value;
  if (regime === null) throw new Fault('there is no law of limitation on the day');
  const special = request.special === undefined ? undefined : regime.special[request.special];
  return { id: regime.id, period: special ?? regime.by_claim_kind[request.claim_kind] };
}

/** While a proceeding goes on, the last day is as if each open one were withdrawn today without result. */
function lastDay(reckoning: Reckoning, law: Jurisdiction, as_of: Day): Day {
  let last = reckoning.until;
  for (const event of reckoning.open) {
    const grace: Period | null = periodAt(law.limitation.events, event.on).value?.[event.kind]?.grace ?? null;
    last = later(last, grace === null ? as_of : periodEnd(as_of, grace));
  }
  return last;
}

/**
 * Until when the claim can be enforced, and how that day came about. An acknowledgment after the end renews nothing, but where the law
 * keeps the debtor from invoking the end then, a new period runs from it: the step `invocation_lost` says so.
 * Throws `LawNotCovered` for days before the first regime in the data.
 */
export function reckonLimitation(law: Jurisdiction, request: LimitationRequest): Limitation {
  const { due_date, as_of } = request;
  const { id, period } = periodOf(law, request);
  const original = endOf(period, {
    knowledge: later(request.known_on ?? due_date, due_date),
    exercisable: due_date,
    completion: request.completed_on ?? due_date,
  });
  const reckoning = new Reckoning(law, period, original);
  const { ja, en } = period.label;
  reckoning.note('started', due_date, period.citation, {
    ja: `${ja}：${original}まで`,
    en: `${en}: until ${original}`,
  });
  const titled = request.title !== undefined && law.limitation.title_kinds.includes(request.title);
  const title_on = titled ? (request.title_on ?? due_date) : null;
  if (title_on !== null) {
    const fixed = periodAt(law.limitation.title, title_on).value;
    if (fixed !== null) {
      reckoning.period = fixed;
      reckoning.base = endFrom(fixed, title_on);
      reckoning.until = reckoning.base;
      const label = fixed.label;
      reckoning.note('title', title_on, fixed.citation, {
        ja: `${label.ja}：${reckoning.base}まで`,
        en: `${label.en}: until ${reckoning.base}`,
      });
    }
  }
  for (const turn of turnsOf(reckoning, { ...request, events: bearingOn(law, request) })) {
    // What happened before the title is settled by it.
    if (title_on !== null && turn.day < title_on) continue;
    if (turn.ends) reckoning.finish(turn.event, turn.rule);
    else reckoning.begin(turn.event, turn.rule);
  }
  const last_day = lastDay(reckoning, law, as_of);
  const days_left = daysBetween(as_of, last_day);
  const standing = reckoning.open.size > 0;
  const status: LimitationStatus =
    standing || (as_of > reckoning.base && days_left >= 0)
      ? 'suspended'
      : days_left < 0
        ? 'expired_invocable'
        : days_left <= DUE_SOON_DAYS
          ? 'due_soon'
          : 'safe';
  return {
    last_day,
    status,
    days_left,
    original_last_day: original,
    regime: id,
    period: { code: reckoning.period.code, label: reckoning.period.label },
    invocation_lost_on: reckoning.invocationLostOn,
    invocation_needed: !law.limitation.without_invocation.includes(request.debtor_type ?? 'corporation'),
    steps: reckoning.steps,
    citation: reckoning.period.citation,
  };
}

/**
 * What a demand that arrives today would do: keep the period from ending, add nothing because the end is far away, have no effect because a
 * demand or an agreement to consult already keeps the period from ending, or come too late.
 */
export type DemandEffect = 'postpones' | 'adds_nothing' | 'no_effect' | 'too_late';

/** The effect of a demand that arrives on the day on which we look, by the same reckoning. `known` is the reckoning without it. */
export function demandEffect(law: Jurisdiction, request: LimitationRequest, known: Limitation): DemandEffect {
  if (known.status === 'expired_invocable') return 'too_late';
  const demand: LimitationEvent = { kind: 'demand_received', on: request.as_of };
  const { last_day, steps } = reckonLimitation(law, { ...request, events: [...(request.events ?? []), demand] });
  if (last_day > known.last_day) return 'postpones';
  const repeats = (noted: readonly LimitationStep[]) => noted.filter(({ code }) => code === 'no_effect_repeat').length;
  return repeats(steps) > repeats(known.steps) ? 'no_effect' : 'adds_nothing';
}
