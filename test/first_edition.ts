// The numbers of the first edition of the model, under the paths at which they stand today. What the later edition added is set so that it
// changes nothing: nothing wears off, every call and letter arrives. So the rules that are still those of the first edition show again,
// whatever the default numbers are now.

import { KINDS, type PerKind } from '../src/assumptions/kinds.ts';
import { type Assumptions, assume, type Override } from '../src/assumptions/values.ts';
import assumptions from './cases/assumptions-v1.json' with { type: 'json' };

/** Paths of the prototype's assumptions, and where their number stands here. */
export const SAME_NUMBER: readonly (readonly [theirs: string, ours: string])[] = [
  ['discountAnnual', 'money.discount_rate'],
  ['interestCollected.voluntary', 'money.interest_paid_voluntarily'],
  ['interestCollected.plan', 'money.interest_paid_in_plan'],
  ['interestCollected.legal', 'money.interest_paid_in_court'],
  ['staffRate', 'money.staff_rate'],
  ['prior.dueWeights', 'prior.due_weights'],
  ['prior.paidOnTime', 'prior.paid_on_time'],
  ['prior.temper', 'prior.temper'],
  ['prior.maxAge', 'prior.age_cap_months'],
  ['hazard.pay', 'hazard.pay'],
  ['hazard.deteriorate', 'hazard.deteriorate'],
  ['hazard.passiveFactor', 'hazard.passive_factor'],
  ['hazard.postLimitation', 'hazard.after_limitation'],
  ['hazard.amountElasticity', 'hazard.amount_elasticity'],
  ['hazard.amountRef', 'hazard.amount_reference'],
  ['hazard.paidFraction', 'hazard.paid_share'],
  ['hazard.scale', 'hazard.scale'],
  ['insolvency.pdLogitMean', 'insolvency.pd_logit_mean'],
  ['insolvency.pdLogitSd', 'insolvency.pd_logit_sd'],
  ['insolvency.pdBlend', 'insolvency.pd_blend'],
  ['insolvency.dividend', 'insolvency.dividend'],
  ['insolvency.dividendDelay', 'insolvency.dividend_months'],
  ['insolvency.proofCost', 'insolvency.proof_cost'],
  ['insolvency.securityDelay', 'insolvency.security_months'],
  ['pursue.hoursBase', 'pursue.hours_base'],
  ['pursue.hoursPerDoubling', 'pursue.hours_per_doubling'],
  ['pursue.hoursRef', 'pursue.hours_reference'],
  ['pursue.hoursMin', 'pursue.hours_min'],
  ['pursue.hoursMax', 'pursue.hours_max'],
  ['demand.months', 'demand.window_months'],
  ['demand.respond', 'demand.respond'],
  ['demand.delay', 'demand.months_to_pay'],
  ['resolve.months', 'dispute.window_months'],
  ['resolve.hours', 'dispute.hours'],
  ['resolve.creditShare', 'dispute.credit_share'],
  ['resolve.success', 'dispute.success'],
  ['resolve.delay', 'dispute.months_to_pay'],
  ['plan.months', 'plan.window_months'],
  ['plan.accept.3', 'plan.accept.in_3'],
  ['plan.accept.6', 'plan.accept.in_6'],
  ['plan.accept.12', 'plan.accept.in_12'],
  ['plan.missMonthly.3', 'plan.miss.in_3'],
  ['plan.missMonthly.6', 'plan.miss.in_6'],
  ['plan.missMonthly.12', 'plan.miss.in_12'],
  ['plan.offerCost', 'plan.offer_cost'],
  ['plan.cost', 'plan.agreement_cost'],
  ['plan.monthlyCost', 'plan.monthly_cost'],
  ['plan.deedAcceptFactor', 'plan.deed_acceptance'],
  ['offers.contactFactor.responsive', 'contact.responsive'],
  ['offers.contactFactor.evasive', 'contact.evasive'],
  ['offers.contactFactor.unreachable', 'contact.unreachable'],
  ['offers.contactFactor.unknown', 'contact.unknown'],
  ['offers.brokenMissMult', 'plan.broken_promise_effect'],
  ['settle.months', 'settle.window_months'],
  ['settle.cost', 'settle.cost'],
  ['settle.delay', 'settle.months_to_pay'],
  ['settle.cap', 'settle.cap'],
  ['settle.mid', 'settle.middle'],
  ['settle.slope', 'settle.slope'],
  ['settle.perform', 'settle.performed'],
  ['legal.hoursPO', 'court.hours.payment_order'],
  ['legal.hoursSC', 'court.hours.small_claims'],
  ['legal.hoursOS', 'court.hours.suit'],
  ['legal.hoursWithLawyer', 'court.hours.with_counsel'],
  ['legal.hoursEnforce', 'court.hours.enforcement'],
  ['legal.enforceLawyer', 'enforce.counsel_fee'],
  ['legal.loserCost', 'court.loser_cost'],
  ['legal.payOnService.PO', 'court.pays_on_service.payment_order'],
  ['legal.payOnService.SC', 'court.pays_on_service.small_claims'],
  ['legal.payOnService.OS', 'court.pays_on_service.suit'],
  ['legal.objectPO', 'court.objects'],
  ['legal.noShow.OS', 'court.absent.suit'],
  ['legal.noShow.SC', 'court.absent.small_claims'],
  ['legal.noShow.AFTER', 'court.absent.after_objection'],
  ['legal.inCourtSettle', 'court.settles_in_court.district'],
  ['legal.settleFraction', 'court.settlement_share'],
  ['legal.settlePerform', 'court.settlement_performed'],
  ['legal.winUndisputed.strong', 'court.win_undisputed.strong'],
  ['legal.winUndisputed.medium', 'court.win_undisputed.medium'],
  ['legal.winUndisputed.weak', 'court.win_undisputed.weak'],
  ['legal.winDisputed.strong', 'court.win_disputed.strong'],
  ['legal.winDisputed.medium', 'court.win_disputed.medium'],
  ['legal.winDisputed.weak', 'court.win_disputed.weak'],
  ['legal.winDefault', 'court.win_by_default'],
  ['legal.shadowPower', 'court.shadow_power'],
  ['legal.voluntaryAfterTitle', 'court.pays_after_title'],
  ['legal.enforce.known', 'enforce.success.known'],
  ['legal.enforce.partly', 'enforce.success.partly'],
  ['legal.enforce.unknown', 'enforce.success.unknown'],
  ['legal.enforceFraction', 'enforce.share'],
  ['legal.enforceDelay', 'enforce.months'],
  ['legal.titlePassive', 'court.passive_after_title'],
  ['legal.titlePassiveDelay', 'court.passive_after_title_months'],
  ['legal.times.PO.service', 'court.months.payment_order_service'],
  ['legal.times.PO.title', 'court.months.payment_order_title'],
  ['legal.times.SC.service', 'court.months.small_claims_service'],
  ['legal.times.SC.def', 'court.months.small_claims_default'],
  ['legal.times.SC.settle', 'court.months.small_claims_settlement'],
  ['legal.times.SC.judgment', 'court.months.small_claims_judgment'],
  ['legal.times.OSsummary.service', 'court.months.summary_service'],
  ['legal.times.OSsummary.def', 'court.months.summary_default'],
  ['legal.times.OSsummary.settle', 'court.months.summary_settlement'],
  ['legal.times.OSsummary.judgment', 'court.months.summary_judgment'],
  ['legal.times.OSdistrict.service', 'court.months.district_service'],
  ['legal.times.OSdistrict.def', 'court.months.district_default'],
  ['legal.times.OSdistrict.settle', 'court.months.district_settlement'],
  ['legal.times.OSdistrict.judgment', 'court.months.district_judgment'],
  ['sale.base', 'sale.price'],
  ['sale.ageDecay', 'sale.age_decay'],
  ['sale.floor', 'sale.floor'],
  ['sale.cost', 'sale.cost'],
  ['sale.offerDecay', 'sale.offer_decay'],
  ['factoring.fee2', 'factor.fee_two_party'],
  ['factoring.fee3', 'factor.fee_three_party'],
  ['factoring.fixed', 'factor.fixed_fee'],
  ['relationship.typeFactor', 'relationship.weight'],
  ['relationship.loss.pursue', 'relationship.loss.pursue'],
  ['relationship.loss.demand', 'relationship.loss.demand'],
  ['relationship.loss.resolve', 'relationship.loss.resolve_dispute'],
  ['relationship.loss.plan', 'relationship.loss.plan'],
  ['relationship.loss.settle', 'relationship.loss.settle'],
  ['relationship.loss.PO', 'relationship.loss.payment_order'],
  ['relationship.loss.SC', 'relationship.loss.small_claims'],
  ['relationship.loss.OS', 'relationship.loss.suit'],
  ['relationship.loss.sell', 'relationship.loss.sell'],
  ['relationship.loss.factor2', 'relationship.loss.factor_two_party'],
  ['relationship.loss.factor3', 'relationship.loss.factor_three_party'],
  ['relationship.loss.offset', 'relationship.loss.offset'],
  ['relationship.loss.stop', 'relationship.loss.wait'],
  ...['contact.responsive', 'contact.evasive', 'contact.unreachable'].map(sameSign),
  ...['dispute.none', 'dispute.partial', 'dispute.full'].map(sameSign),
  ...['distress.none', 'distress.some', 'distress.severe', 'acknowledged.yes', 'acknowledged.no'].map(sameSign),
  ['signals.partialPaid.yes', 'signals.partial_paid.yes'],
  ['signals.partialPaid.no', 'signals.partial_paid.no'],
  ['signals.brokenPromises.0', 'signals.broken_promises.none'],
  ['signals.brokenPromises.1', 'signals.broken_promises.one'],
  ['signals.brokenPromises.2', 'signals.broken_promises.several'],
  ['signals.history.good', 'signals.payment_history.good'],
  ['signals.history.mixed', 'signals.payment_history.mixed'],
  ['signals.history.bad', 'signals.payment_history.bad'],
  ['signals.history.new', 'signals.payment_history.new'],
  ['disputeShare.none', 'dispute.share_none'],
  ['disputeShare.partial', 'dispute.share_partial'],
  ['disputeShare.full', 'dispute.share_full'],
];

function sameSign(name: string): readonly [string, string] {
  return [`signals.${name}`, `signals.${name}`];
}

/** Numbers that the prototype's formulas held without a name (docs/model.md 3, 4, 5.1, 6.2 and 7). */
export const IN_FORMULAS: Readonly<Record<string, number>> = {
  'court.objects_disputed': 0.6,
  'court.objects_acknowledged': 0.5,
  'court.acknowledged_loss_share': 0.3,
  'court.months.objection': 0.4,
  'court.months.voluntary': 1,
  'dispute.lost_share': 0.5,
  'plan.miss_cap': 0.9,
  'plan.down_months': 0.5,
  'settle.firm_performed': 0.95,
  'offset.preparation': 2_500 - 1_420,
};

type Leaf = number | string | readonly unknown[];

/** Every number (or list of numbers) of the prototype's assumptions by its path. */
export function* goldenAssumptions(node: unknown = assumptions, prefix = ''): Generator<[path: string, value: Leaf]> {
  for (const [name, child] of Object.entries(node as Record<string, unknown>)) {
    if (typeof child === 'object' && child !== null && !Array.isArray(child))
      yield* goldenAssumptions(child, `${prefix}${name}.`);
    else yield [prefix + name, child as Leaf];
  }
}

/** The number, or the numbers by kind, that stand under a path of the assumptions. */
export function assumed(path: string, a: Assumptions = FIRST_EDITION): number | readonly number[] {
  let node: unknown = a;
  for (const name of path.split('.')) node = (node as Record<string, unknown>)[name];
  return typeof node === 'number' ? node : [...(node as PerKind)];
}

/** Prices of the first edition that held fees of others, which are law here: what is left of them. */
const WITHOUT_FEES: Readonly<Record<string, number>> = {
  'demand.preparation': assumptions.demand.cost - 1_420,
  'plan.deed_preparation': assumptions.plan.deedCost - 12_000,
};

/** What the later edition added, as if it were not there. */
const WITHOUT_EFFECT: Readonly<Record<string, Leaf>> = {
  'hazard.wears_off.from_3': [1, 1, 1, 1, 1],
  'hazard.wears_off.from_9': [1, 1, 1, 1, 1],
  'enforce.fades': [0, 0, 0, 0, 0],
  'prior.promise_months': 1_000,
  'looking_again.hours': 0,
  'looking_again.closing_hours': 0,
  ...Object.fromEntries(
    ['responsive', 'evasive', 'unreachable', 'unknown'].flatMap((contact) => [
      [`contact.called.${contact}`, 1],
      [`contact.served.${contact}`, 1],
    ]),
  ),
};

/** Every number of the first edition by its path here. */
function firstNumbers(): Record<string, Leaf> {
  const theirs = new Map(goldenAssumptions());
  return {
    ...Object.fromEntries(SAME_NUMBER.map(([path, here]) => [here, theirs.get(path)!])),
    ...IN_FORMULAS,
    ...WITHOUT_FEES,
    ...WITHOUT_EFFECT,
    // One mean told both how a kind fails and what reports say of it.
    'insolvency.report_logit_mean': [...assumptions.insolvency.pdLogitMean],
    // The first edition named four kinds; an insolvent debtor is one already.
    'plan.turns_insolvent': [...assumptions.plan.defaultToZ, 0],
    ...Object.fromEntries(assumptions.scoreToPd.map(([band, pd]) => [`credit.score.from_${band}`, pd!])),
  };
}

/** The default numbers with those of the first edition in their place. */
export const FIRST_EDITION: Assumptions = assume(
  Object.fromEntries(
    Object.entries(firstNumbers()).flatMap(([path, leaf]): [string, Override][] =>
      Array.isArray(leaf) ? KINDS.map((kind, k) => [`${path}.${kind}`, leaf[k]]) : [[path, Number(leaf)]],
    ),
  ),
);
