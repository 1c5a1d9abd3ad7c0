// Provisional attachment as a term of a suit: an object that is known is frozen before the debtor can put it out of reach, stays so until a title
// is enforced, and falls with insolvency (docs/model.md 7.4).

import { complement, every, type PerKind, zipKinds } from '../../assumptions/kinds.ts';
import type { Claim } from '../../claim/claim.ts';
import type { FreezableObject } from '../../claim/frozen_object.ts';
import type { AttachedObject } from '../../law/contract/provisional_attachment.ts';
import { periodAt } from '../../law/dated.ts';
import { flatFee } from '../../law/fees.ts';
import { atLeast, atMost, decay, over, plus, times } from '../../numbers/number.ts';
import { phrase, type Sentence } from '../../values/phrase.ts';
import type { Text } from '../../values/text.ts';
import type { Case, Event, Flow, Fork, Situation } from '../option.ts';
import { usedWith } from '../rights/side_rights.ts';
import { counselFees } from './acting.ts';
import { type Months, paidBeside } from './court.ts';
import { coveredBy } from './frozen.ts';
import { knownAssets } from './title_orders.ts';

/** The names of these objects in the law. */
const IN_LAW: Readonly<Record<FreezableObject, AttachedObject>> = {
  real_estate: 'real_estate',
  bank_deposit: 'bank_account',
  receivable: 'other_claim',
  deposit: 'deposit',
  movables: 'movables',
};

const OBJECT_LABELS: Readonly<Record<FreezableObject, Text>> = {
  real_estate: { ja: '不動産', en: 'the real estate' },
  bank_deposit: { ja: '預金', en: 'the bank deposit' },
  receivable: { ja: '売掛金などの債権', en: 'the receivable' },
  deposit: { ja: '敷金・保証金', en: 'the deposit' },
  movables: { ja: '動産', en: 'the movables' },
};

/** Something of the debtor's is known that could be attached. */
export const isObjectKnown = ({ assets, provisional_attachment }: Claim): boolean =>
  assets === 'known' || (assets === 'partly' && provisional_attachment !== undefined);

/** Whether the claim may be secured by provisional attachment: an object is known, no title is in hand, nothing stays it. */
export function canSecure({ facts: { claim, abroad }, law, state }: Situation): boolean {
  const { insolvency = 'none', assets_here } = claim;
  if (law.provisional_attachment === null || insolvency !== 'none' || state.enforceable) return false;
  if (abroad && assets_here !== true) return false;
  return isObjectKnown(claim);
}

/** What the law asks for a provisional attachment: the fee, the security as a share and of what, and the tax of its registration. */
function priceOfSecuring({ facts: { claim }, law }: Case) {
  const part = law.provisional_attachment;
  if (part === null) return null;
  const object = IN_LAW[claim.provisional_attachment?.object ?? 'bank_deposit'];
  const shares = claim.claim_kind === 'bill' ? part.security_on_bill : part.security;
  const security = periodAt(shares[object], claim.as_of).value;
  if (security === null) return null;
  const isRegistered = part.registered_objects.includes(object);
  return {
    fee: flatFee(law, 'provisional_attachment', claim.as_of).amount.toNumber(),
    share: (security.low + security.high) / 2,
    of: security.of,
    tax: isRegistered ? Number(periodAt(part.register_tax, claim.as_of).value ?? 0) : 0,
  };
}

/** Security that the court usually asks, yen: a share of the object that is frozen, or of the claim. */
function securityOf(s: Situation): number {
  const price = s.once(priceOfSecuring);
  if (price === null) return 0;
  const base = price.of === 'claim' ? s.state.balance : times(s.once(coveredBy), s.state.balance);
  return times(price.share, base);
}

/** What securing costs and grows with the claim: the tax, and counsel's fee. */
export function securingPrice(s: Situation, counsel: boolean): number {
  const tax = times(s.once(priceOfSecuring)?.tax ?? 0, s.state.balance);
  return counsel ? plus(tax, times(s.a.securing.counsel_share, counselFees(s).retainer)) : tax;
}

/** What the money that is locked as security costs until the title is enforced. */
export const lockedPrice = (s: Situation, months: Months): number =>
  times(
    times(securityOf(s), s.a.money.discount_rate),
    over(plus(plus(months.judgment, s.a.court.months.voluntary), s.a.enforce.months), 12),
  );

/** The object stands in a register that anybody can read, and the caller, who tells its worth, has read it. */
function isRegistered({ facts: { claim }, law }: Case): boolean {
  const named = claim.provisional_attachment;
  const object = named?.object;
  if (object === undefined || named?.value === undefined) return false;
  return law.provisional_attachment?.registered_objects.includes(IN_LAW[object]) === true;
}

/** A claim of the debtor's on somebody whom the caller can name, because it tells what it is worth. */
const isNamedReceivable = ({ facts: { claim } }: Case): boolean =>
  claim.provisional_attachment?.object === 'receivable' && claim.provisional_attachment.value !== undefined;

/** A secured suit depends on the month where what it attaches is paid to the debtor on a day that nobody knows. */
export const variesBySecured = (s: Situation): 'monthly' | 'interest' =>
  canSecure(s) && isNamedReceivable(s) ? 'monthly' : 'interest';

/**
 * Chance per kind that the object is still there and is frozen: what enforcement would find later, less what would have gone by then. What stands in a
 * register is there today, and what a third party owes is owed until it is paid, whoever the creditor is: as under the seller's lien.
 */
function freezes(c: Case, month: number): { readonly hits: PerKind; readonly misses: PerKind } {
  if (isRegistered(c)) return { hits: every(1), misses: every(0) };
  const { has, hits } = knownAssets(c);
  const found = zipKinds(has, hits, times);
  const usual = zipKinds(found, c.a.securing.kept, (later, kept) => atMost(over(later, kept), 1));
  const { resale_obtained, resale_paid } = c.a.sale_lien;
  const owed = times(resale_obtained, decay(resale_paid, month));
  const now = isNamedReceivable(c) ? usual.map((chance) => atLeast(chance, owed)) : usual;
  return { hits: now, misses: complement(now) };
}

/** A suit that is secured. */
interface SecuredCourse {
  readonly counsel: boolean;
  readonly months: Months;
  /** Numbers of the prices of securing and of the locked money. */
  readonly prices: readonly [securing: number, locked: number];
  /** What follows the filing, for a claim as it then stands. */
  readonly course: (s: Situation) => readonly Fork[];
}

/** What it costs at once. */
export function securingFlows(s: Situation, { counsel, prices: [price] }: SecuredCourse): Flow[] {
  return [
    {
      external: s.once(priceOfSecuring)?.fee ?? 0,
      own_time: counsel ? 0 : times(s.a.securing.hours, s.a.money.staff_rate),
    },
    { external: securingPrice(s, counsel), price },
  ];
}

/** The course of a suit with an object frozen ahead of it, or found gone. */
export function secured(s: Situation, given: SecuredCourse): Fork[] {
  const { counsel, months, prices, course } = given;
  const { securing: a } = s.a;
  const standing = (right: 'frozen' | 'nothing_frozen'): Situation => ({
    ...s,
    state: { ...s.state, used: usedWith(s, right) },
  });
  const { hits, misses } = s.once(freezes, s.month);
  const released: Event = { id: 'paid_to_release', at: a.months_to_pay, flows: [paidBeside(s, counsel)] };
  const frozen: Event = {
    id: 'frozen',
    at: 0,
    flows: [{ external: lockedPrice(s, months), price: prices[1] }],
    next: [
      { chance: a.pays, event: released },
      { chance: complement(a.pays), event: { id: 'stays_frozen', at: 0, next: course(standing('frozen')) } },
    ],
  };
  return [
    { chance: hits, event: frozen },
    { chance: misses, event: { id: 'nothing_frozen', at: 0, next: course(standing('nothing_frozen')) } },
  ];
}

/** The petition to be made first, before the step of the suit. */
export function securingStep(s: Situation, suit: Sentence): Sentence {
  const object = OBJECT_LABELS[s.facts.claim.provisional_attachment?.object ?? 'bank_deposit'];
  return phrase(
    { object, fee: { yen: s.once(priceOfSecuring)?.fee ?? 0 }, security: { yen: Math.round(securityOf(s)) }, suit },
    {
      ja: '先に{object}の仮差押えを申し立てます（手数料{fee}、担保の目安{security}、終われば戻ります）。続けて{suit}',
      en: 'First petition for provisional attachment of {object} (fee {fee}, security about {security}, returned in the end). Then: {suit}',
    },
  );
}

/** What can go wrong with securing. */
export const SECURING_RISK: Text = {
  ja: '仮差押えに優先権はなく、相手が倒産すれば失効します。敗訴すると損害の賠償を求められることがあります。',
  en: 'A provisional attachment gives no priority and loses its effect in insolvency proceedings; a creditor who then loses the suit may owe damages.',
};
