// The default numbers against the prototype's: each stands here unchanged, comes from a formula of it, or is named as new.

import { describe, expect, test } from 'vitest';
import { leaves } from '../src/assumptions/assumption.ts';
import * as groups from '../src/assumptions/index.ts';
import { DEFAULTS } from '../src/assumptions/values.ts';
import { HORIZON_MONTHS } from '../src/decision/programme/horizon.ts';
import { valueOn } from '../src/law/dated.ts';
import { jp } from '../src/law/index.ts';
import { OFFER_UNTIL_MONTHS } from '../src/options/offers.ts';
import {
  AS_OF,
  assumed,
  GOLDEN,
  goldenAssumptions,
  goldenSetting,
  LATER_OPTIONS,
  optionNamed,
  PROTOTYPE_TARIFF,
} from './golden_cases.ts';

/** Paths of the prototype's assumptions, and where their number stands here. */
const SAME_NUMBER: readonly (readonly [theirs: string, ours: string])[] = [
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
  ['legal.inCourtSettle', 'court.settles_in_court'],
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

const claimed = { ...goldenSetting(GOLDEN[0]!.receivable) };
const situation = { ...claimed.c, state: claimed.state, month: 0 };
const variants = (id: string) => optionNamed(id).variants(situation) as Readonly<Record<string, unknown>>[];

/** Numbers of the prototype that stand elsewhere than in the assumptions: in the law, in an option's menu, or as a sum. */
const ELSEWHERE: Readonly<Record<string, () => unknown>> = {
  version: () => 1,
  'grid.stepMonths': () => optionNamed('pursue').prospect(situation, {}).window,
  'grid.horizonMonths': () => HORIZON_MONTHS,
  'grid.offerUntilMonths': () => OFFER_UNTIL_MONTHS,
  delayInterestAnnual: () => goldenSetting(GOLDEN[1]!.receivable).c.facts.interest.rate.toNumber(),
  // The dispute is definitional: a stated dispute multiplies the weights by its likelihoods as they are (checked by the beliefs above).
  'prior.noTemper': () => ['dispute'],
  'demand.cost': () => DEFAULTS.demand.preparation + PROTOTYPE_TARIFF.certified_mail,
  'demand.extendMonths': () => PROTOTYPE_TARIFF.demand_months,
  'plan.menu': () =>
    variants('plan')
      .filter(({ deed }) => deed === false)
      .map(({ instalments: n, down_rate: down }) => ({ n, down })),
  'plan.deedCost': () => DEFAULTS.plan.deed_preparation + PROTOTYPE_TARIFF.deed(0),
  // The prototype named four kinds; an insolvent debtor is one already.
  'plan.defaultToZ': () => Array.from(DEFAULTS.plan.turns_insolvent).slice(0, 4),
  'settle.grid': () => variants('settle').map(({ level }) => level),
  'legal.selfMax': () => valueOn(jp.limits.summary_court_max, AS_OF),
  'legal.smallClaimsMax': () => valueOn(jp.limits.small_claims_max, AS_OF),
  'legal.postage': () => PROTOTYPE_TARIFF.filing('suit', 100_000) - 1_000,
  'legal.enforceFee': () => PROTOTYPE_TARIFF.attachment,
  scoreToPd: () => ([66, 51, 46, 41, 36, 0] as const).map((band) => [band, DEFAULTS.credit.score[`from_${band}`]]),
};

/** Numbers that the prototype's formulas held without a name (docs/model.md 3, 4, 5.1, 6.2 and 7). */
const IN_FORMULAS: Readonly<Record<string, number>> = {
  'court.objects_disputed': 0.6,
  'court.objects_acknowledged': 0.5,
  'court.acknowledged_loss_share': 0.3,
  'court.months.objection': 0.4,
  'court.months.voluntary': 1,
  'court.months.settlement_paid': 2,
  'dispute.lost_share': 0.5,
  'plan.miss_cap': 0.9,
  'plan.down_months': 0.5,
  'settle.firm_performed': 0.95,
  'offset.preparation': 2_500 - 1_420,
};

/** Assumptions that the prototype did not have: those of options that came later, and these. */
const NEW_HERE = [
  ...LATER_OPTIONS.flatMap(({ assumes }) => assumes),
  'credit.rating.',
  'credit.baseline',
  'credit.overdue_multiplier',
  'credit.altman_',
  'insolvency.dividend_rehabilitation',
  'insolvency.dividend_reorganisation',
  'tax.',
  'insolvency.clawback',
  'doubt.',
  'enquiry.',
  'risk.',
  'court.counsel_fee_level',
  'credit.crisis.',
  'signals.cause.',
  'collector.',
  'relationship.loss.agency',
];

describe('assumptions', () => {
  const theirs = new Map(goldenAssumptions());
  const ours = new Map(SAME_NUMBER);

  test('every number of the prototype stands here unchanged', () => {
    for (const [path, value] of theirs) {
      const where = ours.get(path);
      const elsewhere = ELSEWHERE[path];
      if (where === undefined && elsewhere === undefined) throw new Error(`nothing stands for ${path}`);
      expect([path, where === undefined ? elsewhere!() : assumed(where)]).toEqual([path, value]);
    }
  });

  test('every default comes from a number of the prototype, from its formulas, or is named as new', () => {
    const known = new Set(ours.values());
    const summed = new Set([
      'demand.preparation',
      'plan.deed_preparation',
      'plan.turns_insolvent',
      ...[66, 51, 46, 41, 36, 0].map((band) => `credit.score.from_${band}`),
    ]);
    const paths = [...leaves(groups)].map(({ id, about }) => (about.type === 'kinds' ? id.replace(/\.\w+$/, '') : id));
    const unexplained = paths.filter(
      (path) =>
        !known.has(path) &&
        !summed.has(path) &&
        !(path in IN_FORMULAS) &&
        !NEW_HERE.some((prefix) => path.startsWith(prefix)),
    );
    expect(unexplained).toEqual([]);
  });

  test.each(Object.entries(IN_FORMULAS))('%s is %d, as in the formulas', (path, value) => {
    expect(assumed(path)).toBe(value);
  });

  test('the debtor of the worked lump-sum offer performs with the default chance', () => {
    const offers = GOLDEN.flatMap(({ receivable }) => receivable.debtorOffer ?? []);
    expect(offers.map(({ prob }) => prob)).toEqual([DEFAULTS.settle.firm_performed]);
  });
});
