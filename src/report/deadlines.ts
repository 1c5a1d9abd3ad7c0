// Days that must not be missed: the end of the limitation period, the due date, and what the options that are not barred ask for.

import { latestDueDay } from '../claim/due_by_law.ts';
import { hasProved, isBeforeProceedings } from '../claim/facts.ts';
import { isUndecided, procedureOf } from '../claim/procedure.ts';
import type { Decision } from '../decision/programme/decide.ts';
import { successionRule } from '../law/succession.ts';
import type { OptionDeadline, Situation } from '../options/option.ts';
import { addDays, type Day } from '../values/day.ts';
import { phrase, type Sentence, SILENT } from '../values/phrase.ts';
import type { Lang, Text } from '../values/text.ts';
import type { PlanStep } from './plan.ts';
import { cited, type Voice } from './voice.ts';

/** A day that must not be missed, told in the language of the reader. */
export interface Deadline {
  readonly on: Day;
  readonly kind: string;
  readonly text: string;
  readonly citation: string | null;
}

/** Deadlines from the valuation day on, earliest first; of two of a kind the first stated. */
export function deadlines(decision: Decision, plan: readonly PlanStep[], say: Voice, lang: Lang): Deadline[] {
  const found = new Map<string, Deadline>();
  for (const { on, kind, text, cite } of [...claimDeadlines(decision), ...optionDeadlines(decision, plan)])
    if (!found.has(kind)) found.set(kind, { on, kind, text: say.tell(text), citation: cited(cite, lang) });
  return [...found.values()].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.kind < b.kind ? -1 : 1));
}

/** The end of the limitation period, and the due date where it is to come. */
function claimDeadlines({ situation, closed }: Decision): OptionDeadline[] {
  const { limitation, overdue_days, due_date } = situation.facts;
  const { as_of } = situation.facts.claim;
  const days: OptionDeadline[] = [];
  if (limitation.status !== 'expired_invocable')
    days.push({ on: limitation.last_day, kind: 'limitation', ...(lateFiling(closed) ?? beforeLimitation(situation)) });
  // Once proceedings have opened nobody is asked for payment on its day.
  if (situation.facts.proceedings) return days;
  const next = unpaidThen(situation);
  const byLaw = latestDueDay(situation.facts, situation.law);
  if (byLaw !== null && byLaw >= as_of)
    days.push({
      on: byLaw,
      kind: 'due_date',
      text: phrase(
        { next },
        {
          ja: '法律上の支払期日です。翌日に入金を確かめ、なければ{next}。',
          en: 'By law this is the due date. Check for payment the next day and {next} if it has not arrived.',
        },
      ),
      cite: null,
    });
  if (overdue_days <= 0 && byLaw === null)
    days.push({
      on: due_date,
      kind: 'due_date',
      text: phrase(
        { next },
        {
          ja: '支払期日です。翌日に入金を確かめ、なければ{next}。',
          en: 'This is the due date. Check for payment the next day and {next} if it has not arrived.',
        },
      ),
      cite: null,
    });
  return days;
}

/** Whom one turns to on the day after the due date: where counsel acts for the debtor, not the debtor. */
const unpaidThen = ({ facts: { claim } }: Situation): Text =>
  isBeforeProceedings(claim)
    ? { ja: '代理人弁護士に問い合わせます', en: "ask the debtor's counsel" }
    : { ja: 'すぐ連絡します', en: 'call at once' };

/** Bars of a claim that was not filed in the proceedings in time. */
const FILED_LATE = new Set(['claims_deadline_passed', 'investigation_ended']);

/** What is left of a claim that was not filed in time; null where it can be filed. */
function lateFiling(closed: Decision['closed']): Told | null {
  const bar = closed.flatMap(({ bars }) => bars).find(({ code }) => FILED_LATE.has(code));
  if (bar === undefined) return null;
  return {
    text: {
      ja: '時効期間の末日ですが、債権届出の期間はすでに過ぎています。届け出られなかったことに責めのない事情があれば、それがやんでから1か月以内に届出を追完します（期間内に届け出ていれば、events に insolvency_proof を入れます）。',
      en: 'The limitation period ends on this day, but the time for filing the claim is already over. With an excuse, file it late within 1 month after the excuse has ceased (if it was filed in time, write insolvency_proof into events).',
    },
    cite: bar.cite,
  };
}

/** The words for a day and their source. */
type Told = Pick<OptionDeadline, 'text' | 'cite'>;

/** What keeps the period from ending in proceedings of insolvency; null where none are open that do. */
function inProceedings({ facts, law }: Situation): Told | null {
  const { insolvency = 'none' } = facts.claim;
  const proceedings = insolvency === 'none' ? null : law.insolvency[insolvency];
  if (proceedings?.limitation_stopped_by === 'proof' && hasProved(facts.claim))
    return {
      text: {
        ja: '倒産手続に債権を届け出ているので、手続が続く間は時効が完成しません（手続がないとした場合の末日です）。',
        en: 'The claim was filed in the proceedings and cannot become time-barred while they last (the day counts without them).',
      },
      cite: proceedings.citations.limitation,
    };
  if (proceedings?.limitation_stopped_by === 'proof')
    return {
      text: {
        ja: '倒産手続に債権を届け出れば、手続が続く間は時効が完成しません。この日までに届け出ます。訴えや催告では足りません。',
        en: 'A claim filed in the proceedings cannot become time-barred while they last: file it by this day. A suit or a letter is not enough.',
      },
      cite: proceedings.citations.limitation,
    };
  if (proceedings?.limitation_stopped_by === 'opening')
    return {
      text: phrase(
        { proceedings: proceedings.label },
        {
          ja: '手続（{proceedings}）が続く間は時効が完成しません。開始の命令が取り消されたときは、この日までに訴えなどを起こします。',
          en: 'The limitation period does not end while the proceedings last ({proceedings}). If the order is revoked, file a suit or the like by this day.',
        },
      ),
      cite: proceedings.citations.limitation,
    };
  return null;
}

/** What keeps the limitation period from ending, for this claim: in proceedings, with a title, while a procedure runs, after a demand, or else. */
function beforeLimitation(s: Situation): Told {
  return inProceedings(s) ?? inCourt(s) ?? byCourtOrDemand(s);
}

/** The same for a claim with a title, or in a procedure that runs. */
function inCourt({ facts, law, state }: Situation): Told | null {
  const procedure = procedureOf(facts.claim);
  if (state.enforceable || procedure?.stage === 'settled')
    return {
      text: {
        ja: '債務名義のある債権の時効です。この日までに強制執行・財産開示・第三者からの情報取得を申し立てるか、債務の承認を得ると更新されます。',
        en: 'This is the end of the limitation period of a claim with an enforceable title: apply by this day for enforcement, asset disclosure or information from third parties, or obtain an acknowledgment; each of these renews it.',
      },
      cite: law.citations.limitation_enforcement,
    };
  if (procedure !== undefined && isUndecided(procedure) && facts.order_lapsed_on === null)
    return {
      text: {
        ja: '進行中の手続が続く間は時効が完成しません。取下げや不成立などで終われば、この日（今日終わった場合）までに改めて訴えるか、債務の承認を得ます。',
        en: 'The limitation period does not end while the procedure runs. If it ends without a title, sue anew or obtain an acknowledgment by this day (counted as if it ended today).',
      },
      cite: law.citations.limitation_suit,
    };
  return null;
}

/** What an agreement to consult postpones, another one in writing postpones again. */
function agreedAgain({ claim }: Situation['facts'], { citations }: Situation['law']): Sentence {
  const last = (claim.events ?? []).toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
  if (last?.kind !== 'consultation_agreement' || last.refused_on !== undefined) return SILENT;
  const { law, article } = citations.limitation_agreement;
  return phrase(
    { law, article },
    {
      ja: '協議が続くなら、それまでに改めて書面で協議を合意すれば、さらに猶予されます（本来の満了から通算5年まで：{law}{article}）。',
      en: ' While you still talk, another agreement to consult in writing before then postpones it again (5 years at most from its own end: {law} {article}).',
    },
  );
}

/** The same for any other claim. */
function byCourtOrDemand({ facts, law }: Situation): Told {
  const { limitation, demand_today } = facts;
  if (demand_today === 'no_effect')
    return {
      text: phrase(
        { agreed: agreedAgain(facts, law) },
        {
          ja: '前の催告または協議の合意で時効の完成が猶予されています。重ねて催告しても延びないので、この日までに訴え・支払督促などを申し立てるか、承認を得ます。{agreed}',
          en: 'An earlier demand or agreement to consult postpones the limitation period, and another demand does not postpone it again: file a suit or apply for a payment order, or obtain an acknowledgment, by this day.{agreed}',
        },
      ),
      cite: law.citations.limitation_demand,
    };
  if (limitation.status === 'suspended')
    return {
      text: {
        ja: '時効の完成が猶予されています。この日までに訴え・支払督促などを申し立てるか、承認を得ます。',
        en: 'The end of the limitation period is postponed: file a suit or apply for a payment order, or obtain an acknowledgment, by this day.',
      },
      cite: limitation.citation,
    };
  const heirs = successionRule(law, facts.claim.succession);
  if (heirs !== undefined && heirs.limitation_months !== null)
    return {
      text: phrase(
        { months: heirs.limitation_months },
        {
          ja: '相続人が確定して{months}か月は時効が完成しません。すでに確定していれば、この日までに相続人を訴えるか、承認を得ます。',
          en: 'The limitation period does not end within {months} months of the heirs being settled. If they are settled already, sue them or obtain an acknowledgment by this day.',
        },
      ),
      cite: heirs.citation,
    };
  if (facts.abroad)
    return {
      text: {
        ja: '相手が国外なので支払督促は使えません。この日までに管轄のある裁判所に訴えを起こすか、債務の承認を得ます。催告の到達でも猶予されますが、重ねて送っても延びません。',
        en: 'No payment order reaches a debtor abroad: by this day sue in a court that has jurisdiction, or obtain an acknowledgment. A demand that arrives before it also postpones the end, but only once.',
      },
      cite: limitation.citation,
    };
  if (facts.claim.address_known === false)
    return {
      text: {
        ja: '届け先が分からないので催告や支払督促は使えません。この日までに公示送達による訴えを起こすか、債務の承認を得ます。',
        en: 'Without an address neither a demand nor a payment order is possible: by this day file a suit to be served by public notice, or obtain an acknowledgment.',
      },
      cite: limitation.citation,
    };
  return {
    text: {
      ja: 'この日までに訴え・支払督促を申し立てるか、債務の承認を得ます。内容証明の到達でも猶予されますが、重ねて送っても延びません。',
      en: 'By this day file a suit or apply for a payment order, or obtain an acknowledgment. A certified demand that arrives before it also postpones the end, but only once.',
    },
    cite: limitation.citation,
  };
}

/** Months within which a step of the plan must begin for its deadlines to be listed: those of later steps rest on days that nobody knows yet. */
const NEXT_STEPS_MONTHS = 3;

/** What the next options of the plan ask for, each when its step begins, and then what the others ask for that are not barred, as of today. */
function optionDeadlines({ situation, open, closed }: Decision, plan: readonly PlanStep[]): OptionDeadline[] {
  const next = plan.filter(({ from }) => from <= NEXT_STEPS_MONTHS);
  const planned = next.flatMap(
    ({ option, state, from }) => option.deadlines?.({ ...situation, state, month: from }, true) ?? [],
  );
  const possible = [...open, ...closed.filter(({ needs }) => needs.length > 0)]
    .filter(({ option }) => !next.some((step) => step.option === option))
    .flatMap(({ option }) => option.deadlines?.(situation, false) ?? []);
  return [...planned, ...possible];
}

/** Day on which to evaluate again: the first switch of the plan, a month at the latest, and before any deadline. */
export function reviewOn(as_of: Day, firstSwitch: Day | null, days: readonly Deadline[]): Day {
  const candidates = [addDays(as_of, 30), ...(firstSwitch === null ? [] : [firstSwitch])];
  for (const { on } of days) if (on > as_of) candidates.push(on);
  return candidates.reduce((first, day) => (day < first ? day : first));
}
