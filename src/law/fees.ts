// What it costs to go to court, to a notary, to the post or to a lawyer: the arithmetic over the data of a jurisdiction.
// Amounts are in its currency. No figure stands here.

import { type Day, earlier } from '../values/day.ts';
import { Fault } from '../values/fault.ts';
import { floorTo, Money, ZERO } from '../values/money.ts';
import type { Text } from '../values/text.ts';
import { type AmountLike, toMoney } from './amount.ts';
import type { CostRange, Fraction } from './contract/amounts.ts';
import type { Filing, Petition } from './contract/court_fees.ts';
import type { Estimate, FlatFee } from './contract/flat_fees.ts';
import { type Certainty, type Citation, periodAt, valueOn, weakest } from './dated.ts';
import type { Jurisdiction } from './law.ts';
import { lookUp } from './scale.ts';

/** One line of a fee. The amounts of a breakdown sum to the total. */
export interface FeeLine {
  readonly code: string;
  readonly label: Text;
  readonly amount: Money;
}

/** What a petition costs. */
export interface FilingFee {
  /** base + flat; postage comes on top. */
  readonly total: Money;
  /** The part that follows the value of the claim. */
  readonly base: Money;
  /** The part that does not, extra defendants included. */
  readonly flat: Money;
  /** Deposit for service by post: 0 = none is taken, null = not known. */
  readonly postage: Money | null;
  readonly breakdown: readonly FeeLine[];
  readonly citations: readonly Citation[];
  readonly certainty: Certainty;
}

/** What is asked of a court. */
export interface FilingRequest {
  /** Value of the claim: principal without interest, penalties and costs. */
  readonly amount: AmountLike;
  /** Day of filing. */
  readonly on: Day;
  readonly filing: Filing;
  /** Day on which the suit was filed, for a petition whose fee it decides; the day of filing when absent. */
  readonly suit_on?: Day | undefined;
  /** Number of defendants, 1 unless stated. */
  readonly defendants?: number;
}

/** A single amount with its source. */
export interface Charge {
  readonly amount: Money;
  readonly citation: Citation;
  readonly certainty: Certainty;
}

const FEE_LINE_LABELS = {
  base: { ja: '訴額に応じた手数料', en: 'fee by the value of the claim' },
  flat: { ja: '定額部分', en: 'flat part' },
  extra_defendants: { ja: '被告の追加', en: 'further defendants' },
  suit: { ja: '訴え提起の手数料', en: 'fee of the suit' },
  credited: { ja: '納付済み手数料の控除', en: 'fee already paid' },
} as const satisfies Record<string, Text>;

function shareOf(amount: Money, [numerator, denominator]: Fraction): Money {
  if (numerator === denominator) return amount;
  const times = numerator === 1 ? amount : amount.times(numerator);
  return denominator === 1 ? times : times.div(denominator);
}

/** A value that the law states on the day; an abolished one has no price. Throws `LawNotCovered`, `RangeError`. */
function chargeOf(dated: Parameters<typeof periodAt<number>>[0], on: Day): Charge {
  const { value, citation, certainty } = periodAt(dated, on);
  if (value === null) throw new Fault(`${dated.id} does not exist on the day`);
  return { amount: new Money(value), citation, certainty };
}

/** Whether the fee of a petition is that of the day on which its suit was filed. Throws `LawNotCovered`. */
export const isFixedBySuit = (law: Jurisdiction, petition: Petition, on: Day): boolean =>
  valueOn(law.fixed_by_suit, on)?.includes(petition) ?? false;

/** The day whose tariff a petition follows: that of its filing, or of the suit in which it is filed. Throws `LawNotCovered`. */
export const tariffDay = (
  law: Jurisdiction,
  petition: Petition,
  { on, suit_on }: Pick<FilingRequest, 'on' | 'suit_on'>,
): Day => (suit_on !== undefined && isFixedBySuit(law, petition, on) ? earlier(on, suit_on) : on);

/**
 * The fee for a petition on the day of filing. Throws `LawNotCovered` before the first day covered and `RangeError` for a negative
 * amount or fewer than one defendant. Whether the petition is open for this amount is not asked here.
 */
export function filingFee(law: Jurisdiction, petition: Petition, request: FilingRequest): FilingFee {
  const { filing, defendants = 1 } = request;
  if (!Number.isInteger(defendants) || defendants < 1) throw new Fault('there is at least one defendant');
  const dated = law.petitions[petition];
  const { value: rule, citation, certainty } = periodAt(dated, tariffDay(law, petition, request));
  if (rule === null) throw new Fault(`${dated.id} does not exist on the day`);
  const base = shareOf(lookUp(rule.scale, toMoney(request.amount)), rule.share);
  const flatPart = rule.flat[filing];
  const extra = rule.per_extra_defendant * (defendants - 1);
  const flat = new Money(flatPart + extra);
  const breakdown: FeeLine[] = [{ code: 'base', label: FEE_LINE_LABELS.base, amount: base }];
  if (flatPart > 0) breakdown.push({ code: 'flat', label: FEE_LINE_LABELS.flat, amount: new Money(flatPart) });
  if (extra > 0) {
    breakdown.push({ code: 'extra_defendants', label: FEE_LINE_LABELS.extra_defendants, amount: new Money(extra) });
  }
  return {
    total: base.plus(flat),
    base,
    flat,
    postage: rule.postage === null ? null : new Money(rule.postage),
    breakdown,
    citations: rule.postage_citation === null ? [citation] : [citation, rule.postage_citation],
    certainty,
  };
}

/** What is still to pay when a payment order becomes a suit. */
export interface ObjectionFee {
  readonly total: Money;
  readonly breakdown: readonly FeeLine[];
  readonly citations: readonly Citation[];
  readonly certainty: Certainty;
}

/**
 * The fee to pay after an objection: that of the suit less the credited part of the payment-order fee, never below 0.
 * `on` is the day on which the payment order was filed, because the suit counts as filed then; the suit is taken to follow the
 * same way of filing. Throws like `filingFee`.
 */
export function objectionExtraFee(law: Jurisdiction, request: FilingRequest): ObjectionFee {
  const suit = filingFee(law, 'suit', request);
  const order = filingFee(law, 'payment_order', request);
  const credit = periodAt(law.objection_credit, request.on);
  const rule = credit.value;
  let credited: Money = ZERO;
  if (rule?.base) credited = credited.plus(order.base);
  if (rule?.flat) credited = credited.plus(order.flat);
  if (credited.gt(suit.total)) credited = suit.total;
  return {
    total: suit.total.minus(credited),
    breakdown: [
      { code: 'suit', label: FEE_LINE_LABELS.suit, amount: suit.total },
      { code: 'credited', label: FEE_LINE_LABELS.credited, amount: credited.isZero() ? ZERO : credited.neg() },
    ],
    citations: [credit.citation, ...suit.citations.slice(0, 1)],
    certainty: weakest([credit.certainty, suit.certainty, order.certainty]),
  };
}

/**
 * What comes back of a paid fee when the petition is withdrawn before the first hearing (a payment order: before service).
 * Never below 0. Throws `LawNotCovered`.
 */
export function refund(law: Jurisdiction, fee: AmountLike, on: Day): Charge {
  const { value: rule, citation, certainty } = periodAt(law.refund, on);
  const paid = toMoney(fee);
  if (rule === null) return { amount: ZERO, citation, certainty };
  const kept = Money.max(shareOf(paid, rule.kept), rule.kept_at_least);
  return { amount: kept.gte(paid) ? ZERO : floorTo(paid.minus(kept)), citation, certainty };
}

/** What a lawyer usually charges, before consumption tax. */
export interface LawyerFee {
  readonly retainer: Money;
  readonly success: Money;
  readonly citations: readonly Citation[];
  readonly certainty: Certainty;
}

/**
 * The usual retainer on the economic benefit sought, and the success fee if all of it is obtained; for a part obtained ask again with
 * that part and take its success fee. `route` chooses the lower retainer for payment orders. Throws `LawNotCovered`, `RangeError`.
 */
export function lawyerFee(
  law: Jurisdiction,
  benefit: AmountLike,
  on: Day,
  route: 'suit' | 'payment_order' = 'suit',
): LawyerFee {
  const tariff = law.lawyer;
  const value = toMoney(benefit);
  const retainer = periodAt(route === 'suit' ? tariff.retainer : tariff.payment_order_retainer, on);
  const least = chargeOf(route === 'suit' ? tariff.minimum_retainer : tariff.payment_order_minimum_retainer, on);
  const success = periodAt(tariff.success, on);
  if (retainer.value === null || success.value === null) throw new Fault('there is no lawyer tariff on the day');
  return {
    retainer: Money.max(lookUp(retainer.value, value), least.amount),
    success: lookUp(success.value, value),
    citations: retainer.citation === success.citation ? [retainer.citation] : [retainer.citation, success.citation],
    certainty: weakest([retainer.certainty, least.certainty, success.certainty]),
  };
}

/**
 * The fee for a notarial deed of a debt of this amount, without copies, pages over the limit, clause and service (`flatFee`).
 * Throws `LawNotCovered`, `RangeError`.
 */
export function notarialDeedFee(law: Jurisdiction, value: AmountLike, on: Day): Charge {
  const { value: scale, citation, certainty } = periodAt(law.notarial_deed, on);
  if (scale === null) throw new Fault(`${law.notarial_deed.id} does not exist on the day`);
  return { amount: lookUp(scale, toMoney(value)), citation, certainty };
}

/** A fee that does not follow the amount. Throws `LawNotCovered`, and `RangeError` when there is no such fee on the day. */
export const flatFee = (law: Jurisdiction, fee: FlatFee, on: Day): Charge => chargeOf(law.fees[fee], on);

/** A cost of which only the usual range is known. Throws like `flatFee`. */
export function estimate(
  law: Jurisdiction,
  id: Estimate,
  on: Day,
): CostRange & { readonly citation: Citation; readonly certainty: Certainty } {
  const { value, citation, certainty } = periodAt(law.estimates[id], on);
  if (value === null) throw new Fault(`${law.estimates[id].id} does not exist on the day`);
  return { low: value.low, high: value.high, citation, certainty };
}

/** Postage of one certified letter with delivery certificate. Throws `RangeError` below one sheet, `LawNotCovered`. */
export function certifiedMailFee(law: Jurisdiction, sheets: number, on: Day): Charge {
  if (!Number.isInteger(sheets) || sheets < 1) throw new Fault('a letter has at least one sheet');
  const first = flatFee(law, 'certified_mail_first_sheet', on);
  if (sheets === 1) return first;
  const further = flatFee(law, 'certified_mail_extra_sheet', on);
  return {
    amount: first.amount.plus(further.amount.times(sheets - 1)),
    citation: first.citation,
    certainty: weakest([first.certainty, further.certainty]),
  };
}
