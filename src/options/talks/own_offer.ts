// States once why we do not offer instalments or a discount of our own accord, and what else waits for the same reasons.

import { windowOf } from '../../claim/order_window.ts';
import { isMediation, isOrderPending, isUndecided, procedureOf } from '../../claim/procedure.ts';
import { phrase } from '../../values/phrase.ts';
import { attachFirstBars } from '../court/attach_first.ts';
import type { Bar, Situation } from '../option.ts';
import { pendingOrderIn, runningIn } from '../parts/bars.ts';
import { avoidsUs, isLost } from '../parts/contact.ts';
import { askedEnoughBars, courtFirstBars, ONCE_IT_ANSWERS } from './court_first.ts';
import { letterFirstBars } from './letter_first.ts';

/**
 * An order for payment is on its way to a debtor who avoids us: it is declared enforceable within its time, and not held up for offers of ours.
 * What the debtor offers itself is another matter.
 */
function orderWindowBars(s: Situation): Bar[] {
  const procedure = pendingOrderIn(s);
  if (procedure === undefined) return [];
  if (!avoidsUs(s.facts.claim.contact)) return orderFirstBars(s);
  return [
    {
      code: 'order_window',
      text: {
        ja: '支払督促を申し立て、相手は連絡を避けています。仮執行宣言の申立てには期間があるので、分割や減額をこちらから申し出て手続を止めません。',
        en: 'A payment order is on its way to a debtor who avoids us. Provisional enforcement must be applied for in time, so it is not held up by offers of ours.',
      },
      inputs: { 'procedure.kind': procedure.kind, 'procedure.stage': procedure.stage },
      cite: s.law.citations.provisional_execution,
      opens_if: ONCE_IT_ANSWERS,
    },
  ];
}

/** Months that a step takes which goes on beside an order. */
const BESIDE_MONTHS = 1;

/** Less than a month is left to have an order declared enforceable: that is done before anything that takes a month, and talks go on beside it. */
export function orderFirstBars(s: Situation): Bar[] {
  const procedure = runningIn(s);
  const window = windowOf(s.facts.claim, s.law);
  if (procedure === undefined || window === null || s.facts.monthsUntil(window.apply_by) >= BESIDE_MONTHS) return [];
  return [
    {
      code: 'order_window',
      text: phrase(
        { by: window.apply_by },
        {
          ja: '支払督促の仮執行宣言を{by}までに申し立てないと効力を失います。先に申し立て、話合いは並行して進めます。',
          en: 'The payment order loses its effect unless provisional enforcement is applied for by {by}: apply first, and talk meanwhile.',
        },
      ),
      inputs: { 'procedure.kind': procedure.kind, 'procedure.stage': procedure.stage },
      cite: s.law.citations.provisional_execution,
      opens_if: {
        ja: '仮執行宣言を申し立てていた場合（段階を judged にします）',
        en: 'it was declared enforceable (stage "judged")',
      },
    },
  ];
}

/** Whether a public body can pay is no question, and what it pays and when goes by its budget: no instalments and no discount of ours. */
export function publicBodyBars({ facts: { claim } }: Situation): Bar[] {
  if (claim.debtor_type !== 'public_body') return [];
  return [
    {
      code: 'public_body_pays',
      text: {
        ja: '国や自治体の支払能力に問題はなく、支払は予算と会計の手続によります。こちらから分割や減額を申し出る理由がありません。',
        en: 'A public body is able to pay and pays by its budget: there is no reason to offer instalments or a discount.',
      },
      inputs: { debtor_type: 'public_body' },
      cite: null,
      opens_if: { ja: '相手から申出があった場合', en: 'it makes an offer itself' },
    },
  ];
}

/** Nobody can be found who would answer an offer, or talk: a letter and a search come first, or the court. What the debtor offers is another matter. */
export function unansweredBars({ facts: { claim } }: Situation): Bar[] {
  if (!isLost(claim)) return [];
  return [
    {
      code: 'nobody_to_answer',
      text: {
        ja: '連絡や書面の届かない相手には、分割も減額も争いの話合いも持ちかけられません。所在を確かめ、催告か法的手続を先にします。',
        en: 'Nobody can be reached who would answer an offer or talk: find the debtor, and demand or go to court first.',
      },
      inputs: { contact: claim.contact ?? null, address_known: claim.address_known ?? null },
      cite: null,
      opens_if: {
        ja: '相手と連絡がついた場合、または相手から申出があった場合',
        en: 'the debtor can be reached, or makes an offer itself',
      },
    },
  ];
}

/** What was settled in court is paid by its terms: nobody is dunned and nothing else is offered while they are kept. What the debtor asks for is another matter. */
export function settledBars(s: Situation): Bar[] {
  if (runningIn(s)?.stage !== 'settled') return [];
  return [
    {
      code: 'settled_in_court',
      text: {
        ja: '和解・調停が成立しており、その条項で支払われます。守られている間は督促も別の申出もせず、滞れば強制執行します。',
        en: 'The matter was settled in court and is paid by those terms: do not chase and offer nothing else while they are kept, and enforce them once they are not.',
      },
      inputs: { 'procedure.stage': 'settled' },
      cite: s.law.citations.enforcement_title,
      opens_if: {
        ja: '支払が滞った場合（title を settlement とし、procedure を省きます）、または相手から申出があった場合',
        en: 'a payment is missed (then state title: settlement and leave procedure out), or the debtor makes an offer itself',
      },
    },
  ];
}

/** An attachment is under way: what it takes is known before anything is offered. What the debtor asks for is another matter. */
function attachedBars(s: Situation): Bar[] {
  if (runningIn(s)?.stage !== 'enforcing') return [];
  return [
    {
      code: 'attachment_running',
      text: {
        ja: '差押えが進行中です。結果が分かるまで、分割や減額をこちらから申し出ません。',
        en: 'An attachment is under way: nothing is offered of our own accord before it is known what it takes.',
      },
      inputs: { 'procedure.stage': 'enforcing' },
      cite: null,
      opens_if: {
        ja: '差押えが空振りに終わった場合（procedure を省きます）、または相手から申出があった場合',
        en: 'it took nothing (then leave procedure out), or the debtor makes an offer itself',
      },
    },
  ];
}

/** Months that an offer takes, which who answers may sign meanwhile; and with a petition that is prepared when nothing comes of it. */
const OFFER_MONTHS = 1;
const OFFER_AND_FILING_MONTHS = 2;

/** So little is left of the period that it may end while a reply is waited for: a demand or a court comes first. What carries it is another matter. */
function endingOfferBars(s: Situation): Bar[] {
  const { claim, limitation } = s.facts;
  const { limitation: left } = s.state;
  const isCarried = s.state.enforceable || procedureOf(claim) !== undefined;
  const needed = claim.contact === 'responsive' ? OFFER_MONTHS : OFFER_AND_FILING_MONTHS;
  if (isCarried || left <= 0 || left >= needed) return [];
  return [
    {
      code: 'limitation_near',
      text: phrase(
        { last_day: limitation.last_day },
        {
          ja: '時効期間が{last_day}に満了します。申出の返事を待つ間に過ぎるおそれがあるので、催告か申立てを先にします。',
          en: 'The limitation period ends on {last_day}, perhaps before an offer is replied to: send a demand or file first.',
        },
      ),
      inputs: { limitation_last_day: limitation.last_day, contact: claim.contact ?? null },
      cite: s.law.citations.limitation_demand,
      opens_if: {
        ja: '催告・訴え・債務の承認などで時効の完成が猶予または更新された場合、または相手から申出があった場合',
        en: 'a demand, a suit or an acknowledgment has postponed the end or renewed the period, or the debtor makes an offer itself',
      },
    },
  ];
}

/**
 * A court is asked already, and the debtor avoids us: it goes on without the debtor, and neither reminders nor a month that is let go by, nor offers of
 * ours, come first. What is agreed is put on its record in the hearing.
 */
export function courtRunsBars(s: Situation): Bar[] {
  const procedure = runningIn(s);
  const { contact } = s.facts.claim;
  if (procedure === undefined || isMediation(procedure) || !isUndecided(procedure) || !avoidsUs(contact)) return [];
  return [
    {
      code: 'procedure_running',
      text: {
        ja: '手続が進行中で、相手は連絡を避けています。督促や申出で時間を与えず、手続を進めます。和解は期日にできます。',
        en: 'A procedure is running and the debtor avoids us: go on with it, and give no time by asking or offering. A settlement can be made in the hearing.',
      },
      inputs: { 'procedure.kind': procedure.kind, 'procedure.stage': procedure.stage, contact: contact ?? null },
      cite: s.law.citations[isOrderPending(procedure) ? 'provisional_execution' : 'default_judgment'],
      opens_if: ONCE_IT_ANSWERS,
    },
  ];
}

/** A court comes next, whether the debtor avoids us or says no; told once. */
function courtNext(s: Situation): Bar[] {
  const avoided = courtFirstBars(s);
  return avoided.length > 0 ? avoided : askedEnoughBars(s);
}

/** Why we do not offer instalments or a discount of our own accord. */
export const ownOfferBars = (s: Situation): Bar[] => [
  ...unansweredBars(s),
  ...attachFirstBars(s),
  ...orderWindowBars(s),
  ...publicBodyBars(s),
  ...settledBars(s),
  ...attachedBars(s),
  ...(pendingOrderIn(s) === undefined ? courtRunsBars(s) : []),
  ...endingOfferBars(s),
  ...(runningIn(s) === undefined ? [...letterFirstBars(s), ...courtNext(s)] : []),
];
