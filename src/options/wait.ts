// Do nothing more: the baseline that every other way must beat. In closed form (docs/model.md 5).

import * as z from 'zod';
import { KINDS, ofNamedKind, onlyKind, type PerKind, product, zipKinds } from '../assumptions/kinds.ts';
import { chasedSoFar, hasProved, isSolvent } from '../claim/facts.ts';
import { titleOf } from '../claim/procedure.ts';
import { wornOff } from '../debtor/debtor.ts';
import { articleOf } from '../law/dated.ts';
import { personRule } from '../law/individual.ts';
import { atLeast, atMost, decay, isAbove, minus, oneMinus, plus, times } from '../numbers/number.ts';
import { listed, phrase, type Sentence, SILENT } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';
import { lapsing } from './court/running.ts';
import { type Event, type Flow, type Fork, option, type Prospect, type Situation } from './option.ts';
import { dividendRate, failureEvent } from './parts/failure.ts';
import { leftAlone, letLie, MONTHS_RUNNING } from './parts/left_alone.ts';
import { missedFilingDay } from './rights/filing.ts';
import { securityInProceedings, securityMeanwhile, securityOutside } from './rights/security.ts';
import { mendedFirstBars } from './talks/ask_first.ts';
import { soughtFirst, soughtUnderTitle } from './talks/sought.ts';
import { writtenToCounsel } from './talks/who_answers.ts';

/** Longest time for which a forgotten claim still brings in payments after the limitation period. */
const MONTHS_EXPIRED = 36;

/** How one kind of debtor pays unprompted: on the due date if that is to come, later, or fails; each chance stands alone in its vector. */
interface Stream {
  readonly on_time: PerKind | null;
  readonly paid: PerKind;
  readonly failed: PerKind;
  /** Month at which one payment has the present value of the whole stream of chances. */
  readonly at: number;
}

/** The streams of all kinds over `T` months after the due date. */
function streams(s: Situation, T: number, untilDue: number, expired: boolean): readonly Stream[] {
  const { a, debtor } = s;
  const { pay, fail } = debtor.hazards;
  const unchased = product(pay, wornOff(plus(s.facts.age, s.month), a)).map((rate) =>
    times(a.hazard.passive_factor, rate),
  );
  const paying = expired ? product(unchased, a.hazard.after_limitation) : unchased;
  const prompt = zipKinds(debtor.on_time, fail, (paid, failed) => times(paid, decay(failed, untilDue)));
  const isDue = !isAbove(untilDue, 0);
  return KINDS.map((kind) => {
    const { pays, fails, mean } = leftAlone(s, paying, kind, T);
    const on_time = isDue ? 0 : ofNamedKind(prompt, kind);
    const later = oneMinus(on_time);
    return {
      on_time: isDue ? null : onlyKind(kind, on_time),
      paid: onlyKind(kind, times(later, pays)),
      failed: onlyKind(kind, times(later, fails)),
      at: plus(untilDue, mean),
    };
  });
}

/** Payments that come in by themselves, before and after the limitation period. */
function passive(s: Situation): Prospect {
  const { state, month, facts } = s;
  // A demand postpones the end of the period only for those who then act, so waiting is valued with the period as it stands.
  const end = state.standing === 'fresh' ? facts.limitation_months : state.limitation;
  const expired = !isAbove(end, month);
  const untilDue = facts.due_in === 0 ? 0 : atLeast(minus(facts.due_in, month), 0);
  const T = expired ? MONTHS_EXPIRED : atMost(atLeast(minus(minus(end, month), untilDue), 0.5), MONTHS_RUNNING);
  return { event: unpromptedOnce(s, T, untilDue, expired), relationship: s.a.relationship.loss.wait };
}

interface KnownEvent {
  readonly balance: number;
  readonly untilDue: number;
  readonly expired: boolean;
  readonly worn: PerKind;
  readonly event: Event;
}

/** Kept by the case; filled length by length. */
const knownByLength = (): Map<number, KnownEvent[]> => new Map();

/** Shares events between months and between claims whose limitation period a demand has moved, where all inputs of `unprompted` are equal. */
function unpromptedOnce(s: Situation, T: number, untilDue: number, expired: boolean): Event {
  const { balance } = s.state;
  const byLength = s.once(knownByLength);
  const worn = wornOff(plus(s.facts.age, s.month), s.a);
  const known = byLength.get(T) ?? [];
  const same = known.find(
    (one) => one.balance === balance && one.untilDue === untilDue && one.expired === expired && one.worn === worn,
  );
  if (same) return same.event;
  const event = unprompted(s, T, untilDue, expired);
  known.push({ balance, untilDue, expired, worn, event });
  byLength.set(T, known);
  return event;
}

/** Whoever waits looks once more whether it was paid, and takes it off the books if not. */
const looking = ({ a }: Situation): Flow[] => [{ own_time: times(a.looking_again.closing_hours, a.money.staff_rate) }];

/** What comes in unprompted over `T` months after the due date. */
function unprompted(s: Situation, T: number, untilDue: number, expired: boolean): Event {
  const { balance } = s.state;
  const receipt = [{ principal: balance, share: s.debtor.paid_share }];
  const next: Fork[] = [];
  for (const { on_time, paid, failed, at } of streams(s, T, untilDue, expired)) {
    if (on_time) next.push({ chance: on_time, event: { id: 'paid_on_time', at: untilDue, flows: receipt } });
    next.push({ chance: paid, event: { id: 'paid_unprompted', at, flows: receipt } });
    next.push({ chance: failed, event: failureEvent(s, at, balance) });
  }
  return { id: 'wait', at: 0, flows: looking(s), next, closes: plus(untilDue, T) };
}

/** A title that was obtained on the way; one in hand from the start is waited on as the claim without it, because it takes nothing away. */
const isWaitedOnAsTitle = ({ state, facts }: Situation): boolean =>
  state.standing === 'title' && titleOf(facts.claim) === 'none';

/** A title that is not used is paid as little as the claim without it, and what it does not grant not at all. */
function waitOnTitle(s: Situation): Prospect {
  const { balance, share } = s.state;
  const receipt = share === null ? { principal: balance } : { principal: balance, share };
  return {
    event: { id: 'wait', at: 0, flows: looking(s), next: letLie(s, 0, receipt), closes: MONTHS_RUNNING },
    relationship: s.a.relationship.loss.wait,
  };
}

/** A claim that was filed brings its dividend, whatever else is done. */
function dividend(s: Situation): Prospect {
  const { dividend_months: closes } = s.a.insolvency;
  const principal = times(dividendRate(s), Math.max(0, s.state.balance - s.facts.security));
  const flows = [...securityInProceedings(s, true), { at: closes, principal }];
  return { event: { id: 'wait', at: 0, flows, closes, relief: true } };
}

/** A claim that was not filed brings what security brings outside the proceedings. Their opening is no loss yet: it is one when they end. */
function unfiled(s: Situation): Prospect {
  const { dividend_months: closes } = s.a.insolvency;
  const flows = securityInProceedings(s, false);
  return { event: { id: 'wait', at: 0, ...(flows.length > 0 ? { flows } : {}), closes, relief: true } };
}

/** Whether a claim is let go of whose debtor may still be asked for it by a line that costs next to nothing, beside an invoice that is sent anyhow. */
const isWrittenTo = (s: Situation): boolean => {
  const { state, facts, month } = s;
  const isAsked = facts.overdue_days > 0 && facts.claim.demand_sent !== true && isSolvent(facts.claim);
  return month === 0 && state.standing === 'fresh' && isAsked && mendedFirstBars(s).length === 0;
};

/** Whether hardly anybody was asked yet: to send the invoice once more costs next to nothing. */
const isUnasked = (s: Situation): boolean => isWrittenTo(s) && chasedSoFar(s.facts) < 1;

/** Days past due until which who is let go of is reminded once more. A judgement. */
const REMINDED_DAYS = 365;

/** Whether the claim is still fresh and its debtor may be reached: one more line is a record, too. */
const isReminded = (s: Situation): boolean => {
  const { overdue_days, claim } = s.facts;
  const isReached = claim.contact !== 'unreachable' && claim.succession === undefined;
  return isWrittenTo(s) && isReached && s.state.limitation > 0 && overdue_days <= REMINDED_DAYS;
};

/** What becomes of a title that is not used today: a letter would warn of an attachment where it is known what to attach. */
const ATTACHED_LATER: Text = {
  ja: '把握している財産が増えたときに、知らせずに差し押さえ',
  en: 'attach without warning once there is more of what is known',
};
const ASKED_ONCE: Text = {
  ja: '書面で一度支払を求め、差し押さえられる財産が分かれば計算し直し',
  en: 'ask for payment once in writing, calculate again when something to attach becomes known',
};

/** What is left of a claim that was not filed in time: an excuse, and in a rehabilitation what the debtor admits itself; null in time. */
function filedLate({ law, facts }: Situation): Sentence | null {
  const { insolvency = 'none' } = facts.claim;
  if (!facts.proceedings || insolvency === 'none' || hasProved(facts.claim)) return null;
  const rule = law.insolvency[insolvency];
  const { late_proof } = rule.citations;
  if (missedFilingDay(facts, rule) === undefined || late_proof === null) return null;
  const admitted =
    insolvency === 'rehabilitation'
      ? {
          ja: '債務者に、認否書で自ら認めるよう今すぐ求めます（101条3項）。',
          en: ' Ask the debtor at once to admit it itself in its statement of claims (art. 101(3)).',
        }
      : SILENT;
  return phrase(
    { admitted, source: articleOf(late_proof) },
    {
      ja: '届出の期間は過ぎています。責めのない事情で届け出られなかったのなら、その事情がやんで1か月以内に届け出ます（{source}）。{admitted}',
      en: 'The time for filing has passed: if that was through no fault of yours, file within 1 month after the excuse has ceased ({source}).{admitted}',
    },
  );
}

/** A part payment of a known day that nobody has counted: the period that seems to have run has not, or cannot be invoked; null without one. */
function uncounted({ facts, month, state }: Situation): Sentence | null {
  const { last_payment_on: day, partial_paid, events = [] } = facts.claim;
  const isCounted = events.some(({ kind }) => kind === 'part_payment' || kind === 'acknowledgment');
  if (day === undefined || day <= facts.due_date || partial_paid !== true || isCounted) return null;
  if (state.limitation > 0 || month > 0 || titleOf(facts.claim) !== 'none') return null;
  return phrase(
    { day },
    {
      ja: 'あきらめる前に、{day}の入金がこの債権への一部弁済かを入金記録で確かめます。そうなら満了を主張されないので、events に part_payment として入れて計算し直します。',
      en: 'Before you give up, find out from your records whether the payment of {day} was made on this claim: if so, the limitation cannot be invoked; enter it in events as a part_payment and calculate again.',
    },
  );
}

/** The step: to look whether it is paid. */
function lettingGo(s: Situation): Sentence {
  const payment = uncounted(s);
  if (payment !== null) return payment;
  if (s.facts.proceedings && hasProved(s.facts.claim))
    return {
      ja: '届け出た債権の認否と、配当・弁済の時期と見込みを管財人などに確かめ、振込先や住所が変われば届け出ます。',
      en: 'The claim is filed: ask the trustee or the debtor whether it is admitted, and when and how much will be paid; report a new account or address.',
    };
  // The list of creditors of a person may have filed the claim for us.
  if (s.facts.proceedings && personRule(s.law, s.facts.claim) !== undefined)
    return {
      ja: '債権者一覧表に載っていれば届け出たものとみなされるので、裁判所か債務者の代理人に確かめ、載っていれば events に insolvency_proof を入れて計算し直します。',
      en: 'A claim on the list of creditors counts as filed: ask the court or the debtor’s counsel whether it is there, and if so write insolvency_proof into events and calculate again.',
    };
  const late = filedLate(s);
  if (late !== null) return late;
  if (s.month < s.facts.due_in)
    return phrase(
      { due: s.facts.due_date },
      {
        ja: '支払期日（{due}）を見守り、入金を確認します。ほかの手は打ちません。',
        en: 'Watch the due date ({due}) and check for payment; take no other step.',
      },
    );
  const counsel = writtenToCounsel(s);
  const isAtStart = s.state.standing === 'fresh' || (s.month === 0 && titleOf(s.facts.claim) !== 'none');
  if (counsel !== null && isAtStart)
    return phrase(
      { counsel },
      {
        ja: '{counsel}ほかには手を打たず、開始の通知と届出期限を待ちます。',
        en: '{counsel} Take no other step; wait for notice of the opening and the day for filing.',
      },
    );
  const sought = soughtFirst(s) ?? soughtUnderTitle(s);
  if (sought !== null)
    return phrase(
      { sought },
      {
        ja: '{sought}新しい事実があれば計算し直し、なければ入金だけを確認します。',
        en: '{sought} Calculate again with what is new; otherwise only check for payments.',
      },
    );
  if (isUnasked(s))
    return {
      ja: '請求書を普通郵便かメールで送り直し、あとは新たな手を打たず、入金だけを確認します。',
      en: 'Send the invoice once more by ordinary post or e-mail; then take no further step and only check for payments.',
    };
  if (titleOf(s.facts.claim) !== 'none' && s.month === 0 && s.state.limitation > 0 && isSolvent(s.facts.claim))
    return phrase(
      { last_day: s.facts.limitation.last_day, use: s.facts.claim.assets === 'known' ? ATTACHED_LATER : ASKED_ONCE },
      {
        ja: '債務名義は{last_day}まで使えます。{use}、それまでは入金だけを確認します。',
        en: 'The title can be used until {last_day}: {use}, and only check for payments until then.',
      },
    );
  if (isReminded(s) && s.facts.disputed)
    return {
      ja: '相手の言い分に、応じられる額を書いて書面かメールで一度答え、あとは新たな手を打たず、入金だけを確認します。',
      en: 'Answer what the debtor disputes once in writing, with the sum that you would accept; then take no further step and only check for payments.',
    };
  if (isReminded(s))
    return {
      ja: '支払の最終期日を書いた督促状を普通郵便かメールで一度送り、あとは新たな手を打たず、入金だけを確認します。',
      en: 'Send one last reminder, with a last day for payment, by ordinary post or e-mail; then take no further step and only check for payments.',
    };
  return {
    ja: '新たな手は打たず、入金だけを確認します。',
    en: 'Take no further step; only check for payments.',
  };
}

/** Whoever waits for rent is owed more every month: what is not worth chasing is worth ending. */
const endingLease = ({ facts, state, month }: Situation): Sentence =>
  facts.claim.claim_kind === 'rent' &&
  month >= facts.due_in &&
  facts.overdue_days > 0 &&
  state.standing === 'fresh' &&
  isSolvent(facts.claim)
    ? {
        ja: '賃貸借が続いているなら、期間を定めた書面の催告、解除、明渡しに進み、未払を増やしません。',
        en: ' If the lease goes on, demand the rent in writing with a deadline, then terminate it and have the premises vacated, so that no more falls due.',
      }
    : SILENT;

/** Security is used whatever becomes of the claim in the proceedings; of that is told what there is to do. */
function besideSecurity(s: Situation): Sentence {
  const outside = securityOutside(s);
  if (outside === null) return lettingGo(s);
  const { claim } = s.facts;
  return hasProved(claim) || personRule(s.law, claim) !== undefined
    ? phrase({ outside, rest: lettingGo(s) }, { ja: '{outside}{rest}', en: '{outside} {rest}' })
    : outside;
}

export const wait = option({
  id: 'wait',
  label: { ja: '静観', en: 'wait' },
  description: {
    ja: 'これ以上の手を打たず、相手の自発的な支払を待ちます。ほかの手段はすべてこれと比べます。',
    en: 'Do nothing more and wait for the debtor to pay unprompted; the baseline for every other way.',
  },
  family: 'stop',
  shape: 'exit',
  baseline: true,
  follows: ['fresh', 'acknowledged', 'title'],
  // What comes in unprompted wears off with the months past due, also after an agreement that was broken; a title is waited on alike.
  varies: (s) => (!isWaitedOnAsTitle(s) || s.state.limitation < Number.POSITIVE_INFINITY ? 'monthly' : 'never'),
  terms: z.strictObject({}),
  needs: () => [],
  bars: () => [],
  variants: () => [{}],
  prospect: (s) => {
    if (s.facts.proceedings) return hasProved(s.facts.claim) ? dividend(s) : unfiled(s);
    return isWaitedOnAsTitle(s) ? waitOnTitle(s) : passive(s);
  },
  thresholds: () => [],
  scaling: (s) => (s.state.standing === 'fresh' ? null : { prices: [] }),
  sentences: {
    step: (s) => listed([securityMeanwhile(s) ?? besideSecurity(s), lapsing(s), endingLease(s)], SILENT),
    risk: (s) =>
      s.state.limitation > 0 && s.state.limitation < 24
        ? phrase(
            { end: { day_in: s.state.limitation } },
            {
              ja: '待つ間に時効期間が満了します（{end}頃）。',
              en: 'The limitation period ends while you wait (about {end}).',
            },
          )
        : null,
  },
});
