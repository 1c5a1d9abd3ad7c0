// The assumptions against those of the first edition: every number of it has a place here, and every default has one there or is named as
// new. What the numbers are has changed since; the rules that are compared with it (golden.test.ts) are compared under its own.

import { describe, expect, test } from 'vitest';
import { leaves } from '../src/assumptions/assumption.ts';
import * as groups from '../src/assumptions/index.ts';
import { horizonOf } from '../src/decision/programme/horizon.ts';
import { valueOn } from '../src/law/dated.ts';
import { jp } from '../src/law/index.ts';
import { OFFER_UNTIL_MONTHS } from '../src/options/talks/offers.ts';
import { assumed, FIRST_EDITION, goldenAssumptions, IN_FORMULAS, SAME_NUMBER } from './first_edition.ts';
import { AS_OF, GOLDEN, goldenSetting, optionNamed, PROTOTYPE_TARIFF } from './golden_cases.ts';

const claimed = { ...goldenSetting(GOLDEN[0]!.receivable) };
const situation = { ...claimed.c, state: claimed.state, month: 0 };
const variants = (id: string) => optionNamed(id).variants(situation) as Readonly<Record<string, unknown>>[];

/** Numbers of the prototype that stand elsewhere than in the assumptions: in the law, in an option's menu, or as a sum. */
const ELSEWHERE: Readonly<Record<string, () => unknown>> = {
  version: () => 1,
  'grid.stepMonths': () => optionNamed('pursue').prospect(situation, {}).window,
  'grid.horizonMonths': () => horizonOf(0),
  'grid.offerUntilMonths': () => OFFER_UNTIL_MONTHS,
  delayInterestAnnual: () => goldenSetting(GOLDEN[1]!.receivable).c.facts.interest.rate.toNumber(),
  // The dispute is definitional: a stated dispute multiplies the weights by its likelihoods as they are (checked by the beliefs above).
  'prior.noTemper': () => ['dispute'],
  'demand.cost': () => FIRST_EDITION.demand.preparation + PROTOTYPE_TARIFF.certified_mail,
  'demand.extendMonths': () => PROTOTYPE_TARIFF.demand_months,
  'plan.menu': () =>
    variants('plan')
      .filter(({ deed }) => deed === false)
      .map(({ instalments: n, down_rate: down }) => ({ n, down })),
  'plan.deedCost': () => FIRST_EDITION.plan.deed_preparation + PROTOTYPE_TARIFF.deed(0),
  // The prototype named four kinds; an insolvent debtor is one already.
  'plan.defaultToZ': () => Array.from(FIRST_EDITION.plan.turns_insolvent).slice(0, 4),
  'settle.grid': () => variants('settle').map(({ level }) => level),
  'legal.selfMax': () => valueOn(jp.limits.summary_court_max, AS_OF),
  'legal.smallClaimsMax': () => valueOn(jp.limits.small_claims_max, AS_OF),
  'legal.postage': () => PROTOTYPE_TARIFF.filing('suit', 100_000) - 1_000,
  'legal.enforceFee': () => PROTOTYPE_TARIFF.attachment,
  scoreToPd: () => ([66, 51, 46, 41, 36, 0] as const).map((band) => [band, FIRST_EDITION.credit.score[`from_${band}`]]),
};

/** Assumptions that the prototype did not have. */
const NEW_HERE = [
  'prior.promise_months',
  'insolvency.report_logit_mean',
  'insolvency.opening_months',
  'goods.',
  ...['return_goods', 'guarantor', 'lien', 'mediation', 'settle_before_suit', 'enforceable_deed', 'stop_supply'].map(
    (id) => `relationship.loss.${id}`,
  ),
  'agreement.',
  'chasing_beside.',
  'mediating.',
  'sale_lien.',
  'supply_stop.',
  'surety.',
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
  'bargaining.',
  'risk.',
  'court.counsel_fee_level',
  'credit.crisis.',
  'signals.cause.',
  'collector.',
  'scrivener.',
  'securing.',
  'running.',
  'counsel_letter.',
  'acknowledging.',
  'looking_again.',
  'court.settles_in_court.summary',
  'relationship.loss.lawyer_letter',
  'relationship.loss.agency',
  // What wears off, what arrives, and what a title begins.
  'hazard.wears_off.',
  'contact.called.',
  'contact.served.',
  'court.beside',
  'court.months.first_instalments',
  'court.months.all_instalments',
  'enforce.reach',
  'enforce.fades',
  'enforce.renewal',
  'enforce.search_',
  'enforce.chased',
  'enforce.takes_instalments',
  'enforce.title_since',
];

describe('assumptions', () => {
  const theirs = new Map(goldenAssumptions());
  const ours = new Map(SAME_NUMBER);

  test('every number of the first edition has a place here', () => {
    for (const [path, value] of theirs) {
      const where = ours.get(path);
      const elsewhere = ELSEWHERE[path];
      if (where === undefined && elsewhere === undefined) throw new Error(`nothing stands for ${path}`);
      expect([path, where === undefined ? elsewhere!() : assumed(where)]).toEqual([path, value]);
    }
  });

  test('every default has a place in the first edition, in its numbers or its formulas, or is named as new', () => {
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

  test.each(Object.entries(IN_FORMULAS))('%s was %d in the formulas of the first edition', (path, value) => {
    expect(assumed(path)).toBe(value);
  });

  test('the debtor of the worked lump-sum offer performs with the default chance', () => {
    const offers = GOLDEN.flatMap(({ receivable }) => receivable.debtorOffer ?? []);
    expect(offers.map(({ prob }) => prob)).toEqual([FIRST_EDITION.settle.firm_performed]);
  });
});
