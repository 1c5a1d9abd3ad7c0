// States once that a court comes before offers of ours to a debtor who avoids us once words were tried.
// Here 'payment_order' is a filing with its fee, not an option.

import { ofNamedKind } from '../../assumptions/kinds.ts';
import type { Claim } from '../../claim/claim.ts';
import { isInCrisis, isShortOfCash } from '../../claim/facts.ts';
import { titleOf } from '../../claim/procedure.ts';
import { payingOnTitle } from '../../debtor/in_court.ts';
import { minus, plus, times } from '../../numbers/number.ts';
import type { Text } from '../../values/text.ts';
import { isWorthTaking, MERELY_LATE, PROMISES_SPENT } from '../court/attach_first.ts';
import { isObjectKnown } from '../court/securing.ts';
import type { Bar, Situation } from '../option.ts';
import { abroadBars } from '../parts/abroad.ts';
import { runningIn } from '../parts/bars.ts';
import { avoidsUs } from '../parts/contact.ts';

/** What an order for payment costs, with our own time; yen. */
const priceOfOrder = (s: Situation): number =>
  plus(s.tariff.filing('payment_order', s.state.balance), times(s.a.court.hours.payment_order, s.a.money.staff_rate));

/** An attachment pays for the order that leads to it, too; whatever is known of the assets, which is never a drawback. */
const isWorthOrdering = (s: Situation): boolean => isWorthTaking(s, priceOfOrder(s));

/** A court may be asked for a title: the papers are good enough, nothing is disputed, and what it says can be enforced here. */
function isForCourt(s: Situation): boolean {
  const { claim, disputed } = s.facts;
  if (titleOf(claim) !== 'none' || claim.evidence === 'weak' || disputed || isInCrisis(claim)) return false;
  return s.state.limitation > 0 && abroadBars(s, 'enforcement').length === 0;
}

/** What opens again all that we do not ask or offer to one who avoids us. */
export const ONCE_IT_ANSWERS: Text = {
  ja: '相手が応答した場合、または相手から申出があった場合',
  en: 'the debtor answers, or makes an offer itself',
};

/** A debtor that avoids us has let a lawyer's letter go by, or more than one promise of its own. */
const areWordsSpent = ({ contact, lawyer_letter_sent, broken_promises = 0 }: Claim): boolean =>
  avoidsUs(contact) && (lawyer_letter_sent === true || broken_promises >= PROMISES_SPENT);

/** It is known what to attach of a debtor that avoids us, and nothing says that it lacks the money: time is what it needs to move that. */
const wouldMoveIt = (claim: Claim): boolean =>
  avoidsUs(claim.contact) && claim.partial_paid !== true && !isShortOfCash(claim) && isObjectKnown(claim);

const NO_TIME_GIVEN = {
  spent: {
    ja: '約束や弁護士の催告を守らず、連絡を避けている相手です。分割や減額をこちらから申し出て時間を与えるより、催告と法的手続を先にします。',
    en: "The debtor avoids us and has kept neither its promises nor a lawyer's time limit: demand payment, then go to court, before an offer gives it time.",
  },
  moved: {
    ja: '連絡を避けている相手で、差し押さえられる財産が分かっています。申出は財産を移す時間を与えるので、催告と法的手続を先にします。',
    en: 'The debtor avoids us and it is known what to attach: an offer gives it time to move that, so demand payment, then go to court.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/**
 * Whoever avoids us when words were tried, or could move what we would attach, is not offered to pay less or later: it would use the time. A demand,
 * then a court, comes first, where papers are good enough for one and assets were not looked for in vain. What the debtor offers itself is another matter.
 */
export function courtFirstBars(s: Situation): Bar[] {
  const { claim } = s.facts;
  const areSpent = areWordsSpent(claim);
  if (!(areSpent || wouldMoveIt(claim)) || !isForCourt(s)) return [];
  if (claim.assets === 'none_found' || !isWorthOrdering(s)) return [];
  return [
    {
      code: 'court_first',
      text: areSpent ? NO_TIME_GIVEN.spent : NO_TIME_GIVEN.moved,
      inputs: {
        contact: claim.contact ?? null,
        broken_promises: claim.broken_promises ?? null,
        lawyer_letter_sent: claim.lawyer_letter_sent ?? null,
        ...(areSpent ? {} : { assets: claim.assets ?? null }),
      },
      cite: null,
      opens_if: ONCE_IT_ANSWERS,
    },
  ];
}

/** An order pays for itself, by what is paid once there is a title or taken by what is known of the assets, from who could pay and will not. */
function isCourtWorth(s: Situation): boolean {
  const { assets = 'unknown' } = s.facts.claim;
  const paid = times(ofNamedKind(payingOnTitle(s.a, s.debtor.written), 'unwilling'), s.state.balance);
  return assets !== 'none_found' && isWorthTaking(s, minus(priceOfOrder(s), paid), assets);
}

/** The same of one who answers, which is heard once more. */
const PROMISES_SPENT_ANSWERING = PROMISES_SPENT + 1;

/**
 * What a debtor has let go by: a lawyer's letter, where it avoids us or says that it will not pay; or a certified demand of ours, where it avoids us, says
 * nothing for months or has spent its promises, and nothing tells of want of cash.
 */
function letterIgnored({ age, claim }: Situation['facts']): 'lawyer_letter_sent' | 'demand_sent' | null {
  const { acknowledged, broken_promises = 0, cause, contact, demand_sent, lawyer_letter_sent, partial_paid } = claim;
  const isAvoided = avoidsUs(contact);
  if (lawyer_letter_sent === true && (isAvoided || cause === 'unwilling')) return 'lawyer_letter_sent';
  // Nothing says that it answers, months after the due date.
  const isSilent = contact === undefined && cause === undefined && acknowledged !== true && age > MERELY_LATE;
  const spent = contact === 'responsive' ? PROMISES_SPENT_ANSWERING : PROMISES_SPENT;
  const isSpent = isAvoided || isSilent || broken_promises >= spent;
  return demand_sent === true && isSpent && !isShortOfCash(claim) && partial_paid !== true ? 'demand_sent' : null;
}

/**
 * Whether asking and offers of ours are over inside a plan once a letter was let go by: as it is when that is told. Of whom nothing is said it is not
 * known today how it will answer the letter.
 */
export function wordsSpentAfter(s: Situation, refused: string): boolean {
  const { facts } = s;
  if ((refused !== 'demand_sent' && refused !== 'lawyer_letter_sent') || facts.claim.contact === undefined)
    return false;
  return askedEnoughBars({ ...s, facts: { ...facts, claim: { ...facts.claim, [refused]: true } } }).length > 0;
}

const ASKED_ENOUGH = {
  lawyer_letter_sent: {
    ja: '弁護士名の督促でも払わない相手です。督促や申出を重ねて時間を与えず、法的手続に進みます。',
    en: "A lawyer's letter brought nothing: go to court, and give the debtor no more time by asking or offering.",
  },
  demand_sent: {
    ja: '内容証明での催告に応じなかった相手です。督促や申出を重ねず、弁護士名の督促か法的手続に進みます。',
    en: "The debtor let a certified demand go by: a lawyer's letter or a court follows, not more asking or offering.",
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Who has let a letter with a deadline go by is neither asked once more nor offered anything: a lawyer's letter or a court follows. */
export function askedEnoughBars(s: Situation): Bar[] {
  const { claim } = s.facts;
  const ignored = letterIgnored(s.facts);
  if (ignored === null || runningIn(s) || !isForCourt(s) || !isCourtWorth(s)) return [];
  return [
    {
      code: 'court_first',
      text: ASKED_ENOUGH[ignored],
      inputs: {
        [ignored]: true,
        contact: claim.contact ?? null,
        cause: claim.cause ?? null,
        broken_promises: claim.broken_promises ?? null,
      },
      cite: null,
      opens_if: ONCE_IT_ANSWERS,
    },
  ];
}
