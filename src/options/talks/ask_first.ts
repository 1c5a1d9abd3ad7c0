// States once what is too early for a debtor who has hardly been asked: a certified letter, and offers of ours.
// Here 'enforceable_deed' and 'settle' are groups of fields, not options.

import {
  chasedSoFar,
  haveTalksFailed,
  isDemanded,
  isInCrisis,
  isPublicBody,
  isShortOfCash,
} from '../../claim/facts.ts';
import { titleOf } from '../../claim/procedure.ts';
import { monthsOf } from '../../values/day.ts';
import type { Money } from '../../values/money.ts';
import type { Text } from '../../values/text.ts';
import { type Bar, type Situation, statedTerms } from '../option.ts';
import { avoidsUs } from '../parts/contact.ts';
import { isDeedAgreed } from './deed_terms.ts';
import { isOffered, statedInstalments } from './offers.ts';

/** Reasons for which a debtor has not paid that a creditor mends, or mends with it, before it demands anything. */
const MENDED_FIRST: ReadonlySet<string | undefined> = new Set(['invoice_not_received', 'invoice_wrong', 'forgotten']);

/** Months for which a debtor is asked in the ordinary way before it is sent a certified letter. */
const ORDINARY_MONTHS = 1;

/** Who pays on the due date is in time: nobody is sent a letter before the next day. */
const ON_THE_DAY: Bar[] = [
  {
    code: 'not_due',
    text: {
      ja: '今日が支払期日で、今日中の支払は遅れになりません。翌日に入金を確かめてから使います。',
      en: 'The debt falls due today, and a payment today is in time. Check for it tomorrow before you use this.',
    },
    inputs: { overdue_days: 0 },
    cite: null,
    opens_if: { ja: '支払期日を過ぎた場合', en: 'the due date has passed' },
    lifts: monthsOf(1),
  },
];

/** Who has agreed to sign is asked to come, before it thinks better of it. */
const DEED_FIRST: Bar[] = [
  {
    code: 'ask_first',
    text: {
      ja: '公正証書にすることに応じている相手なので、証書の作成が先です。1か月たってもできなければ使います。',
      en: 'The debtor has agreed to a notarial deed: have it made first; use this when it is not signed within 1 month.',
    },
    inputs: { 'enforceable_deed.agreed': true },
    cite: null,
    opens_if: {
      ja: '1か月たっても証書ができない場合、約束が破られた場合、または時効が近い場合',
      en: 'it is not signed within 1 month, a promise is broken, or the limitation period is near',
    },
    lifts: ORDINARY_MONTHS,
  },
];

/** Hardly late, or hardly asked. */
const TOO_EARLY: Text = {
  ja: '支払期日か督促から1か月たっていません。まず電話やメールで入金の予定を確かめます。1か月たっても払われなければ使います。',
  en: 'The due date or the first reminder is less than 1 month past: call or write in the ordinary way first; use it when nothing is paid within 1 month.',
};

/** Why the ordinary way comes before a letter, and the inputs that decide it. */
const ASKED_FIRST = {
  invoice: {
    text: {
      ja: '払われない理由が請求書の不備・不達や失念なので、請求書の再送と支払日の確認が先です。1か月たっても払われなければ使います。',
      en: 'Nothing was paid because of the invoice or by oversight: send the invoice again and agree on a day first; use it when nothing is paid within 1 month.',
    },
    by: ['cause'],
  },
  public_body: {
    text: {
      ja: '支払担当部署への確認が先です。1か月たっても払われなければ使います。',
      en: 'Ask the department that pays first; use it when nothing is paid within 1 month.',
    },
    by: ['debtor_type', 'effort_months'],
  },
  early: {
    text: TOO_EARLY,
    by: ['overdue_days', 'contact'],
  },
  unasked: {
    text: TOO_EARLY,
    by: ['effort_months', 'contact'],
  },
  offer: {
    text: {
      ja: '応答して支払の申出をしている相手なので、まず申出に答えて条件を詰めます。1か月たってもまとまらなければ使います。',
      en: 'The debtor answers and has made an offer: reply to it and settle the terms first; use this when nothing is agreed within 1 month.',
    },
    by: ['contact'],
  },
  talks: {
    text: {
      ja: '資金繰りが苦しいと応答している相手なので、入金の予定を聞き、分割や担保を話し合うのが先です。1か月たっても払われなければ使います。',
      en: 'The debtor answers and is short of cash: ask when cash comes in and talk about instalments and security first; use it when nothing is paid within 1 month.',
    },
    by: ['cause', 'contact'],
  },
  dispute: {
    text: {
      ja: '争って応答している相手なので、理由を聞き、争いの解消を話し合うのが先です。1か月たっても払われなければ使います。',
      en: 'The debtor answers and disputes the claim: ask for its reasons and talk about them first; use it when nothing is paid within 1 month.',
    },
    by: ['dispute', 'contact'],
  },
} as const satisfies Readonly<Record<string, { readonly text: Text; readonly by: readonly DecidedBy[] }>>;

/** An input that decides whether the ordinary way comes first. */
type DecidedBy = 'cause' | 'contact' | 'debtor_type' | 'dispute' | 'effort_months' | 'overdue_days';

/** The bar of a step that comes after the ordinary way has been tried for a month. */
const askFirst = (
  { claim, due_in, overdue_days }: Situation['facts'],
  by: readonly DecidedBy[],
  said: Pick<Bar, 'text' | 'opens_if'>,
): Bar => ({
  code: 'ask_first',
  inputs: Object.fromEntries(by.map((name) => [name, name === 'overdue_days' ? overdue_days : (claim[name] ?? null)])),
  cite: null,
  lifts: Math.max(0, due_in) + ORDINARY_MONTHS,
  ...said,
});

/** Nobody has asked the debtor for a month, and nothing that it said, or that was sent or offered, tells that it was asked all the same. */
const isHardlyAsked = (facts: Situation['facts']): boolean => {
  const { claim, disputed } = facts;
  const hasAnswered =
    claim.cause !== undefined || disputed || claim.plan_refused === true || claim.settlement_refused === true;
  return chasedSoFar(facts) < ORDINARY_MONTHS && !hasAnswered && !isDemanded(claim);
};

/** A public body that nobody says was asked for a month: it pays late because papers lie somewhere, which its paying office can tell. */
const isUnaskedOffice = (claim: Situation['facts']['claim']): boolean =>
  isPublicBody(claim) &&
  !avoidsUs(claim.contact) &&
  (claim.effort_months ?? 0) < ORDINARY_MONTHS &&
  !isDemanded(claim) &&
  titleOf(claim) === 'none';

/** The lump sum that the debtor has offered, as the caller states it. */
const offeredSum = statedTerms<{ offer: Money; final: boolean }>('settle');

/** The debtor answers, disputes nothing, and has made an offer that may be answered with another. */
function isToBeAnswered(s: Situation): boolean {
  const { claim, disputed } = s.facts;
  const isOpen = claim.contact === 'responsive' && !disputed && titleOf(claim) === 'none';
  if (!isOpen || claim.plan_refused === true || claim.settlement_refused === true) return false;
  const isInParts = isOffered(s) && statedInstalments(s).final !== true;
  const sum = offeredSum(s);
  return isInParts || (sum.offer !== undefined && sum.final !== true);
}

/**
 * What is done in the ordinary way before a letter is sent; null where nothing is. Nobody is sent one the day after the due date who has given
 * no cause; a debtor who answers that it is short of cash, or why it disputes the claim, is talked to.
 */
function askedFirst(facts: Situation['facts']): keyof typeof ASKED_FIRST | null {
  const { claim, age, disputed } = facts;
  const { cause, contact, distress, payment_history, plan_refused } = claim;
  if (isUnaskedOffice(claim)) return 'public_body';
  if (MENDED_FIRST.has(cause)) return 'invoice';
  if (distress === 'severe' || titleOf(claim) !== 'none') return null;
  if (cause === 'short_of_cash' && contact === 'responsive' && plan_refused !== true) return 'talks';
  if (disputed && contact === 'responsive' && !haveTalksFailed(claim)) return 'dispute';
  if (avoidsUs(contact) || payment_history === 'bad') return null;
  if (age < ORDINARY_MONTHS) return 'early';
  return isHardlyAsked(facts) ? 'unasked' : null;
}

/** Time presses or trust is gone: nobody is asked in the ordinary way first. */
const isPressing = ({ facts, tariff }: Situation): boolean =>
  facts.limitation_months < tariff.demand_months || (facts.claim.broken_promises ?? 0) > 0 || isInCrisis(facts.claim);

/** Ways of which nothing says that the debtor cannot pay. */
const HARDLY_ASKED: ReadonlySet<keyof typeof ASKED_FIRST> = new Set(['early', 'invoice', 'unasked']);

/** Nothing says yet that the debtor cannot pay in full: nobody who has hardly been asked is offered to pay less or later. */
export function unaskedBars(s: Situation): Bar[] {
  const { claim, disputed, overdue_days } = s.facts;
  // Nobody is late today; who has said that it is short of cash is talked to.
  if (overdue_days === 0 && claim.cause !== 'short_of_cash' && !disputed && !isInCrisis(claim)) return ON_THE_DAY;
  const why = askedFirst(s.facts);
  if (why === null || !HARDLY_ASKED.has(why) || isShortOfCash(claim) || disputed || isPressing(s)) return [];
  return [
    askFirst(s.facts, why === 'unasked' ? ['effort_months', 'contact'] : ['overdue_days', 'cause'], {
      text: {
        ja: '払えない事情を聞いておらず、支払期日か督促から1か月たっていないか、請求書の不備・不達や失念が理由です。分割や減額をこちらから申し出ません。',
        en: 'Nothing says that the debtor cannot pay: the due date or the first reminder is less than 1 month past, or the reason is the invoice or an oversight. No instalments or discount are offered of our own accord.',
      },
      opens_if: {
        ja: '1か月後にも払われない場合、相手が資金繰りを理由にした場合、または相手から申出があった場合',
        en: 'nothing is paid within 1 month, the debtor says that it is short of cash, or it makes an offer itself',
      },
    }),
  ];
}

/** The bar of what comes after the ordinary way, by what that is. */
const ordinaryWayFirst = (s: Situation, why: keyof typeof ASKED_FIRST): Bar =>
  askFirst(s.facts, ASKED_FIRST[why].by, {
    text: ASKED_FIRST[why].text,
    opens_if: {
      ja: '1か月後にも払われない場合、約束が破られた場合、または時効が近い場合',
      en: 'nothing is paid within 1 month, a promise is broken, or the limitation period is near',
    },
  });

/**
 * A letter comes too early: today is the due date, or the debtor has not been asked in the ordinary way, where the reason lies with the invoice,
 * it answers that it is short of cash, or it is a public body. The latter lift after a month, and do not stand where the limitation
 * period is near, a promise was broken or the debtor is in a crisis.
 */
export function askFirstBars(s: Situation): Bar[] {
  if (s.facts.overdue_days === 0) return ON_THE_DAY;
  if (isDeedAgreed(s) && !avoidsUs(s.facts.claim.contact) && titleOf(s.facts.claim) === 'none' && !isPressing(s))
    return DEED_FIRST;
  const why = isToBeAnswered(s) ? 'offer' : askedFirst(s.facts);
  if (why === null || isPressing(s)) return [];
  return [ordinaryWayFirst(s, why)];
}

/** What lies with the invoice, or was forgotten, is mended before a month is let go by or a court is asked. */
export function mendedFirstBars(s: Situation): Bar[] {
  const isMended = s.state.standing === 'fresh' && askedFirst(s.facts) === 'invoice' && !isPressing(s);
  return isMended ? [ordinaryWayFirst(s, 'invoice')] : [];
}
