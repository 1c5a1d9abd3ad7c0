// What is believed of a debtor, fact by fact: which statement of its credit counts, where its bands begin, how much a sign moves the odds, what
// finding out costs, and what the stage of a procedure tells. Each figure is computed a second time from the published numbers.
import { describe, expect, test } from 'vitest';
import { INSOLVENT, KINDS, type PerKind } from '../src/assumptions/kinds.ts';
import { assume, DEFAULTS, type Override } from '../src/assumptions/values.ts';
import { factsOf } from '../src/claim/facts.ts';
import { type BeliefFacts, belief, valuedAge } from '../src/debtor/belief.ts';
import { callQuestions } from '../src/debtor/call_questions.ts';
import { hazards, wornOff } from '../src/debtor/debtor.ts';
import { enquiries } from '../src/debtor/enquiries.ts';
import { isTitleNew, monthsUnderTitle, objecting, stageNews, titleNews } from '../src/debtor/in_court.ts';
import { debtorOf, refusedOffers } from '../src/debtor/known.ts';
import { jp, read } from './situations.ts';

const a = DEFAULTS;
const BASE = { amount: 1_000_000, overdue_days: 60 };
const claimOf = (facts: object = {}) => read({ ...BASE, ...facts }).claim;
const knownOf = (facts: object = {}, numbers = a) => debtorOf(claimOf(facts), 1_000_000, numbers);
const logit = (p: number) => Math.log(p / (1 - p));
const chance = (x: number) => 1 / (1 + Math.exp(-x));
const close = (found: PerKind, expected: PerKind) =>
  found.forEach((value, k) => {
    expect(value, KINDS[k]).toBeCloseTo(expected[k]!, 10);
  });

describe('the chance that a debtor fails', () => {
  const pd = (facts: object) => knownOf(facts).pd;

  test.each([
    [100, 0.0005],
    [66, 0.0005],
    [65, 0.003],
    [51, 0.003],
    [50, 0.008],
    [46, 0.008],
    [45, 0.02],
    [41, 0.02],
    [40, 0.05],
    [36, 0.05],
    [35, 0.06],
    [1, 0.06],
  ])('a score of %i stands for %d', (score, expected) => {
    expect(pd({ tdb_score: score })).toBe(expected);
    expect(pd({ tsr_score: score })).toBe(expected);
  });

  test.each(Object.entries(a.credit.rating))('a rating of %s stands for its own chance, %d', (rating, expected) => {
    expect(pd({ rating })).toBe(expected);
  });

  test("Altman's Z'': distress below 1.1, grey from there, neither from 2.6 on", () => {
    const { baseline, overdue_multiplier, altman_distress_odds, altman_grey_odds } = a.credit;
    const safe = chance(logit(baseline * overdue_multiplier));
    const at = (altman_z2: number) => pd({ altman_z2 })!;
    const odds = (p: number) => p / (1 - p);
    for (const z of [2.6, 5]) expect(at(z)).toBeCloseTo(safe, 12);
    for (const z of [1.1, 2.59]) expect(odds(at(z)) / odds(safe)).toBeCloseTo(altman_grey_odds, 10);
    for (const z of [-3, 1.09]) expect(odds(at(z)) / odds(safe)).toBeCloseTo(altman_distress_odds, 10);
  });

  test('the more particular statement counts, and says where it was read', () => {
    const all = {
      pd: '3%',
      insolvency: 'dishonoured',
      tdb_score: 66,
      tsr_score: 36,
      rating: 'CCC',
      altman_z2: 0.5,
    };
    const order = Object.keys(all);
    for (let from = 0; from < order.length; from++) {
      const told = Object.fromEntries(Object.entries(all).slice(from));
      expect(knownOf(told).pd_from).toBe(order[from]);
    }
    expect(knownOf(all).pd).toBe(0.03);
    expect(knownOf({ insolvency: 'dishonoured', tdb_score: 66 }).pd).toBe(a.credit.crisis.dishonoured);
    expect([knownOf().pd, knownOf().pd_from]).toEqual([undefined, null]);
  });

  test.each([
    ['petition', 0.9],
    ['payment_suspended', a.credit.crisis.payment_suspended],
    ['counsel_notice', a.credit.crisis.counsel_notice],
    ['business_closed', a.credit.crisis.business_closed],
    ['dishonoured', a.credit.crisis.dishonoured],
  ])('%s implies one', (insolvency, expected) => {
    expect(knownOf({ insolvency }).pd).toBe(expected);
  });

  test.each(['none', 'liquidation', 'bankruptcy', 'rehabilitation'])('%s implies none', (insolvency) => {
    expect(knownOf({ insolvency }).pd).toBeUndefined();
  });

  test('it moves the hazard of failing half way from that of the kind, within what a logit can say', () => {
    const monthly = (logits: number[]) => logits.map((x) => -Math.log(1 - chance(x)) / 12);
    const { pd_logit_mean } = a.insolvency;
    close(knownOf().hazards.fail, monthly([...pd_logit_mean]));
    close(knownOf({ pd: '3%' }).hazards.fail, monthly(pd_logit_mean.map((own) => (own + logit(0.03)) / 2)));
    close(hazards(1_000_000, 1, a).fail, monthly(pd_logit_mean.map((own) => (own + logit(0.9)) / 2)));
    close(hazards(1_000_000, 0, a).fail, monthly(pd_logit_mean.map((own) => (own + logit(1e-5)) / 2)));
  });

  test('whoever survives so many months is alive, the rest has failed', () => {
    const { survival, hazards: rates } = knownOf({ pd: '20%' });
    const { alive, failed } = survival(7);
    close(
      alive,
      rates.fail.map((rate) => Math.exp(-7 * rate)),
    );
    close(
      failed,
      rates.fail.map((rate) => 1 - Math.exp(-7 * rate)),
    );
    expect(survival(7)).toBe(survival(7));
    close(survival(0).failed, [0, 0, 0, 0, 0]);
  });
});

describe('what the claim tells of its debtor', () => {
  test('the share in dispute is that of the amount, at most all, or the usual one of the kind of dispute', () => {
    const share = (facts: object) => knownOf(facts).dispute_share;
    expect(share({ disputed_amount: 250_000 })).toBe(0.25);
    expect(share({ disputed_amount: 1_000_000 })).toBe(1);
    expect(share({})).toBe(a.dispute.share_none);
    expect(share({ dispute: 'none' })).toBe(a.dispute.share_none);
    expect(share({ dispute: 'partial' })).toBe(a.dispute.share_partial);
    expect(share({ cause: 'dispute' })).toBe(a.dispute.share_partial);
    expect(share({ dispute: 'full' })).toBe(a.dispute.share_full);
    const paidSince = { ...claimOf({ disputed_amount: 900_000 }), amount: claimOf({ amount: 600_000 }).amount };
    expect(debtorOf(paidSince, 600_000, a).dispute_share).toBe(1);
  });

  test('the disputing leave out what they would lose of it, and in a crisis a part must be given back', () => {
    const { paid_share } = a.hazard;
    const disputing = (share: number) => 1 - a.dispute.lost_share * share;
    close(knownOf({ dispute: 'full' }).paid_share, [
      paid_share[0]!,
      paid_share[1]!,
      paid_share[2]!,
      disputing(a.dispute.share_full),
      paid_share[4]!,
    ]);
    const crisis = knownOf({ dispute: 'full', insolvency: 'payment_suspended' });
    const kept = 1 - a.insolvency.clawback;
    expect([knownOf().kept, crisis.kept]).toEqual([1, kept]);
    close(
      crisis.paid_share,
      knownOf({ dispute: 'full' }).paid_share.map((share) => kept * share),
    );
  });

  test('contact decides who is reached by telephone, by post, and who takes up an offer', () => {
    for (const contact of ['responsive', 'evasive', 'unreachable'] as const) {
      const { called, written, contact_factor } = knownOf({ contact });
      expect([called, written, contact_factor]).toEqual([
        a.contact.called[contact],
        a.contact.served[contact],
        a.contact[contact],
      ]);
    }
    const { called, written, contact_factor } = knownOf();
    expect([called, written, contact_factor]).toEqual([1, 1, a.contact.unknown]);
  });

  test('a letter to an address that is said to be known arrives, although nobody answers calls', () => {
    const lost = { contact: 'unreachable' } as const;
    expect(knownOf({ ...lost, address_known: true }).written).toBe(a.contact.served.evasive);
    expect(knownOf({ ...lost, address_known: false }).written).toBe(a.contact.served.unreachable);
    expect(knownOf({ ...lost, address_known: true }).called).toBe(knownOf(lost).called);
  });

  test('a crisis is the severest sign of distress, whatever is said; a dispute is no cause beside itself', () => {
    expect(knownOf({ distress: 'none', insolvency: 'counsel_notice' }).signs.distress).toBe('severe');
    expect(knownOf({ distress: 'some' }).signs.distress).toBe('some');
    expect(knownOf({ cause: 'dispute' }).signs).toMatchObject({ cause: undefined, dispute: 'partial' });
    expect(knownOf({ cause: 'forgotten' }).signs.cause).toBe('forgotten');
  });

  test('what was refused is news: by the share of each kind that would have taken it up', () => {
    const claim = claimOf({
      contact: 'evasive',
      demand_sent: true,
      lawyer_letter_sent: true,
      plan_refused: true,
      settlement_refused: true,
    });
    const found = Object.fromEntries(refusedOffers(claim, debtorOf(claim, 1_000_000, a), a));
    const { evasive } = a.contact;
    const refusing = (takes: PerKind, reached: number) => takes.map((p) => 1 - p * reached);
    close(found.demand_sent!, refusing(a.demand.respond, 1));
    close(found.lawyer_letter_sent!, refusing(a.counsel_letter.respond, 1));
    close(found.plan_refused!, refusing(a.plan.accept.in_6, evasive));
    close(found.settlement_refused!, refusing(a.settle.cap, evasive / 2));
    const none = claimOf({ demand_sent: false, plan_refused: false });
    expect(refusedOffers(none, debtorOf(none, 1_000_000, a), a)).toEqual([]);
  });
});

describe('how fast a debtor pays', () => {
  test('a large amount a little slower than a small one, within three tenths of the usual', () => {
    const pay = (principal: number) => hazards(principal, undefined, a).pay[0]! / a.hazard.pay[0]!;
    expect(pay(500_000)).toBeCloseTo(1, 12);
    expect(pay(5_000_000)).toBeCloseTo(10 ** -0.05, 12);
    expect([pay(1), pay(1e12)]).toEqual([1.3, 0.7]);
    const { late, pay: early } = hazards(500_000, undefined, a);
    close(
      late,
      early.map((rate, k) => rate * a.hazard.wears_off.from_9[k]!),
    );
  });

  test('pursuit wears off after three months and again after nine', () => {
    const { from_3, from_9 } = a.hazard.wears_off;
    const fresh = [1, 1, 1, 1, 1];
    close(wornOff(0, a), fresh);
    close(wornOff(2.999, a), fresh);
    close(wornOff(3, a), from_3);
    close(wornOff(8.999, a), from_3);
    close(wornOff(9, a), from_9);
    close(wornOff(60, a), from_9);
  });

  test('late interest is valued for two years of age', () => {
    expect([valuedAge(-1, a), valuedAge(24, a), valuedAge(25, a)]).toEqual([-1, 24, 24]);
  });
});

describe('what is believed', () => {
  const of = (seen: Partial<BeliefFacts>, numbers = a) =>
    belief({ age: 2, signs: {}, ...seen }, hazards(1_000_000, seen.pd, numbers), numbers);
  const ratio = (after: PerKind, before: PerKind, k: number) => after[k]! / before[k]! / (after[0]! / before[0]!);
  const normal = (w: PerKind) => w.map((x) => x / w.reduce((sum, y) => sum + y, 0));

  test('up to the due date it is the mix of all debtors', () => {
    close(of({ age: 0 }).weights, normal(a.prior.due_weights));
    close(of({ age: -3 }).weights, normal(a.prior.due_weights));
  });

  test('after it those who paid or failed are gone, and pursuit for a part of the months counts for a part', () => {
    const still: Record<string, Override> = {};
    for (const kind of KINDS) still[`hazard.deteriorate.${kind}`] = 0;
    const b = assume(still);
    const { pay, fail } = hazards(1_000_000, undefined, b);
    const silent = (spans: readonly (readonly [months: number, factor: PerKind])[], effort: number) =>
      normal(
        b.prior.due_weights.map((share, k) => {
          const gone = spans.reduce(
            (sum, [months, factor]) => sum + months * (pay[k]! * factor[k]! * effort + fail[k]!),
            0,
          );
          return share * (1 - b.prior.paid_on_time[k]!) * Math.exp(-gone);
        }),
      );
    const fresh = [1, 1, 1, 1, 1];
    const { from_3, from_9 } = b.hazard.wears_off;
    close(of({ age: 2 }, b).weights, silent([[2, fresh]], 1));
    close(of({ age: 3 }, b).weights, silent([[3, fresh]], 1));
    close(
      of({ age: 7 }, b).weights,
      silent(
        [
          [3, fresh],
          [4, from_3],
        ],
        1,
      ),
    );
    close(
      of({ age: 30 }, b).weights,
      silent(
        [
          [3, fresh],
          [6, from_3],
          [21, from_9],
        ],
        1,
      ),
    );
    const half = (1 + b.hazard.passive_factor) / 2;
    close(of({ age: 2, effort_months: 1 }, b).weights, silent([[2, fresh]], half));
    close(of({ age: 2, effort_months: 0 }, b).weights, silent([[2, fresh]], b.hazard.passive_factor));
    close(of({ age: 2, effort_months: 9 }, b).weights, silent([[2, fresh]], 1));
  });

  test('some of each kind turn insolvent in the silence, and the insolvent stay so', () => {
    const turning = assume({ 'hazard.deteriorate.slow': 0.5 });
    const gained = (numbers: typeof a) =>
      of({ age: 2 }, numbers).weights[INSOLVENT]! / of({ age: 2 }, numbers).weights[1]!;
    expect(gained(turning)).toBeGreaterThan(gained(a));
    const one = assume({ 'hazard.deteriorate.insolvent': 0.5 });
    close(of({ age: 2 }, one).weights, of({ age: 2 }, a).weights);
  });

  test('the silence passes in steps of a quarter of a month, of which a stretch has forty at most', () => {
    const { pay, fail, deteriorate } = hazards(1_000_000, undefined, a);
    const { from_3, from_9 } = a.hazard.wears_off;
    const passing = (spans: readonly (readonly [months: number, factor: PerKind, steps: number])[]) => {
      let w = a.prior.due_weights.map((share, k) => share * (1 - a.prior.paid_on_time[k]!));
      for (const [months, factor, steps] of spans)
        for (let i = 0; i < steps; i++) {
          const h = months / steps;
          const left = w.map((share, k) => share * Math.exp(-h * (pay[k]! * factor[k]! + fail[k]!)));
          const turned = left.map((share, k) => (k === INSOLVENT ? 0 : share * (1 - Math.exp(-h * deteriorate[k]!))));
          const gained = turned.reduce((sum, share) => sum + share, 0);
          w = left.map((share, k) => share - turned[k]! + (k === INSOLVENT ? gained : 0));
        }
      return normal(w);
    };
    const fresh = [1, 1, 1, 1, 1];
    close(of({ age: 2 }).weights, passing([[2, fresh, 8]]));
    close(of({ age: 2.1 }).weights, passing([[2.1, fresh, 9]]));
    close(
      of({ age: 9 }).weights,
      passing([
        [3, fresh, 12],
        [6, from_3, 24],
      ]),
    );
    close(
      of({ age: 30 }).weights,
      passing([
        [3, fresh, 12],
        [6, from_3, 24],
        [21, from_9, 40],
      ]),
    );
  });

  test.each([
    ['contact', 'evasive', a.signals.contact.evasive],
    ['cause', 'short_of_cash', a.signals.cause.short_of_cash],
    ['partial_paid', true, a.signals.partial_paid.yes],
    ['partial_paid', false, a.signals.partial_paid.no],
    ['broken_promises', 0, a.signals.broken_promises.none],
    ['broken_promises', 1, a.signals.broken_promises.one],
    ['broken_promises', 2, a.signals.broken_promises.several],
    ['broken_promises', 5, a.signals.broken_promises.several],
    ['payment_history', 'bad', a.signals.payment_history.bad],
    ['distress', 'severe', a.signals.distress.severe],
    ['acknowledged', true, a.signals.acknowledged.yes],
    ['acknowledged', false, a.signals.acknowledged.no],
  ] as const)('%s %s moves the odds by its likelihood, tempered', (field, value, likelihood) => {
    const before = of({}).weights;
    const { weights, trail } = of({ signs: { [field]: value } });
    for (const k of [1, 2, 3, 4])
      expect(ratio(weights, before, k)).toBeCloseTo((likelihood[k]! / likelihood[0]!) ** a.prior.temper, 8);
    expect(trail.at(-1)).toMatchObject({ field, value });
    expect(trail.length).toBe(2);
  });

  test.each([
    { broken: 0, months: 12, exponents: [1, 0, 0] },
    { broken: 1, months: 3, exponents: [0, 1, 0] },
    { broken: 1, months: 6, exponents: [0.5, 0.5, 0] },
    { broken: 2, months: 1, exponents: [0, 0, 1] },
    { broken: 2, months: 3, exponents: [0, 0, 1] },
    { broken: 2, months: 4, exponents: [0, 0.5, 0.5] },
    { broken: 2, months: 6, exponents: [0, 1, 0] },
    { broken: 2, months: 12, exponents: [0.5, 0.5, 0] },
    { broken: 4, months: 6, exponents: [0, 0, 1] },
    { broken: 9, months: 12, exponents: [0, 0, 1] },
  ])(
    '$broken broken promises in $months months of chasing tell by their number a quarter',
    ({ broken, months, exponents }) => {
      const { none, one, several } = a.signals.broken_promises;
      const chance = (k: number) => [none, one, several].reduce((all, of, i) => all * of[k]! ** exponents[i]!, 1);
      for (const chased of [{ age: months }, { age: 24, effort_months: months }]) {
        const before = of(chased).weights;
        const { weights } = of({ ...chased, signs: { broken_promises: broken } });
        for (const k of [1, 2, 3, 4])
          expect(ratio(weights, before, k)).toBeCloseTo((chance(k) / chance(0)) ** a.prior.temper, 8);
      }
    },
  );

  test('a dispute is what it says: it is not tempered', () => {
    const { weights } = of({ signs: { dispute: 'full' } });
    const likelihood = a.signals.dispute.full;
    expect(ratio(weights, of({}).weights, 3)).toBeCloseTo(likelihood[3]! / likelihood[0]!, 8);
  });

  test('a chance of failure moves the odds by how well it fits each kind', () => {
    const { weights, trail } = of({ pd: 0.2 });
    const { report_logit_mean: mean, pd_logit_sd: sd } = a.insolvency;
    const fitting = (k: number) => Math.exp(-0.5 * ((logit(0.2) - mean[k]!) / sd) ** 2);
    const before = belief({ age: 2, signs: {} }, hazards(1_000_000, 0.2, a), a).weights;
    for (const k of [1, 2, 3, 4]) expect(ratio(weights, before, k)).toBeCloseTo(fitting(k) / fitting(0), 8);
    expect(trail.map(({ field }) => field)).toEqual(['overdue_days', 'pd']);
  });

  test('a crisis is a fact and no report: it is compared with how the kinds fail', () => {
    const { pd_logit_mean: mean, pd_logit_sd: sd } = a.insolvency;
    const fitting = (k: number) => Math.exp(-0.5 * ((logit(0.6) - mean[k]!) / sd) ** 2);
    const before = belief({ age: 2, signs: {} }, hazards(1_000_000, 0.6, a), a).weights;
    const { weights } = of({ pd: 0.6, in_crisis: true });
    for (const k of [1, 2, 3, 4]) expect(ratio(weights, before, k)).toBeCloseTo(fitting(k) / fitting(0), 6);
  });

  test('a score that states a high chance of failure never makes insolvency less likely, a good one never more', () => {
    const { score, rating } = a.credit;
    for (const seen of [
      { age: 1 },
      { age: 6 },
      { age: 12, signs: { contact: 'evasive', distress: 'some' } as const },
    ]) {
      const insolvent = (pd?: number) => of(pd === undefined ? seen : { ...seen, pd }).weights[INSOLVENT]!;
      for (const pd of [score.from_0, score.from_36, rating.CCC]) expect(insolvent(pd)).toBeGreaterThan(insolvent());
      for (const pd of [score.from_46, score.from_51, rating.BB]) expect(insolvent(pd)).toBeLessThan(insolvent());
    }
  });

  test("the zones of Altman's Z'' move the odds of insolvency by their published ratio", () => {
    const odds = (zone: number) => {
      const pd = 1 / (1 + (1 / (a.credit.baseline * a.credit.overdue_multiplier) - 1) / zone);
      const { weights } = of({ pd });
      return weights[INSOLVENT]! / weights[0]!;
    };
    expect(odds(a.credit.altman_distress_odds) / odds(1)).toBeCloseTo(7.7, 0);
    expect(odds(a.credit.altman_grey_odds) / odds(1)).toBeCloseTo(1.5, 1);
  });

  test('a refusal and a doubt move the odds as they are', () => {
    const refusing = [0.5, 0.9, 0.6, 0.8, 1];
    const refused = of({ refused: [['demand_sent', refusing]] });
    expect(ratio(refused.weights, of({}).weights, 2)).toBeCloseTo(0.6 / 0.5, 10);
    expect(refused.trail.at(-1)).toMatchObject({ field: 'demand_sent', value: true });
    const doubted = of({}, assume({ 'doubt.constrained': 2, 'doubt.insolvent': 3 }));
    expect(
      [1, 2, 3, 4].map((k) => ratio(doubted.weights, of({}).weights, k)).map((x) => Math.round(x * 1e6) / 1e6),
    ).toEqual([1, 2, 1, 3]);
    expect(doubted.trail.at(-1)?.field).toBe('assumptions');
    expect(of({}).trail.length).toBe(1);
  });

  test('once proceedings are open there is nothing left to guess', () => {
    const { weights, trail } = of({ proceedings: true, pd: 0.01, signs: { contact: 'responsive' } });
    expect(weights).toEqual([0, 0, 0, 0, 1]);
    expect(trail.map(({ field }) => field)).toEqual(['overdue_days', 'insolvency']);
    expect(trail.at(-1)?.value).toBe(true);
  });
});

describe('before the due date', () => {
  test.each([
    [{ cause: 'short_of_cash' }, false],
    [{ cause: 'unwilling' }, false],
    [{ insolvency: 'dishonoured' }, false],
    [{ cause: 'forgotten' }, true],
    [{}, true],
  ])('%j: somebody still pays on the day: %s', (facts, pays) => {
    expect(knownOf({ overdue_days: -20, ...facts }).on_time.some((share) => share > 0)).toBe(pays);
  });
});

describe('what could be found out', () => {
  const enquired = (facts: object, numbers = a) =>
    enquiries(claimOf(facts), debtorOf(claimOf(facts), 1_000_000, numbers), numbers, false);
  const ids = (facts: object) => enquired(facts).map(({ id }) => id);

  test('only what is not known, and nothing once proceedings are open', () => {
    expect(ids({})).toEqual(['credit_report', 'site_visit', 'call']);
    expect(ids({ pd: '3%' })).toEqual(['site_visit', 'call']);
    expect(ids({ distress: 'none' })).toEqual(['credit_report', 'call']);
    expect(ids({ contact: 'evasive' })).toEqual(['credit_report', 'site_visit']);
    expect(enquiries(claimOf(), knownOf(), a, true)).toEqual([]);
  });

  test('a call costs its hours, a visit its hours and the journey, a report its price', () => {
    const b = assume({
      'enquiry.call_hours': 0.5,
      'enquiry.visit_hours': 4,
      'enquiry.visit_travel': 3_000,
      'enquiry.report_price': 21_000,
      'money.staff_rate': 4_000,
    });
    expect(Object.fromEntries(enquired({}, b).map(({ id, price }) => [id, price]))).toEqual({
      credit_report: 21_000,
      site_visit: 4 * 4_000 + 3_000,
      call: 0.5 * 4_000,
    });
  });

  test('every kind of debtor shows one of the findings', () => {
    for (const { findings } of enquired({}))
      KINDS.forEach((_, k) => {
        expect(findings.reduce((sum, { chance: of }) => sum + of[k]!, 0)).toBeCloseTo(1, 9);
        for (const { chance: of } of findings) expect(of[k]).toBeGreaterThanOrEqual(0);
      });
  });

  test('a visit may show that nothing is amiss, a call that somebody answers: every sign that can be told', () => {
    const [, visit, call] = enquired({});
    expect(visit!.findings.map(({ label }) => label.en)).toEqual([
      'no sign of distress',
      'some signs of distress',
      'severe signs of distress',
    ]);
    expect(call!.findings.length).toBe(3);
  });

  test('the bands of a report rise, in whatever order the scores stand', () => {
    const score = Object.keys(a.credit.score);
    const turned = assume({ [`credit.score.${score[0]}`]: 0.5, [`credit.score.${score.at(-1)}`]: 0.001 });
    for (const numbers of [a, turned]) {
      const [report] = enquired({}, numbers);
      const pds = report!.findings.map(({ label }) => Number(/([\d.]+)%/.exec(label.en)?.[1]));
      expect(pds).toEqual(pds.toSorted((one, other) => one - other));
      expect(pds.length).toBe(score.length);
    }
  });

  test('a band is shown as often as the normal density over it says, from half way to the band below to half way to that above', () => {
    const { report_logit_mean: mean, pd_logit_sd: sd } = a.insolvency;
    const logits = Object.values(a.credit.score)
      .sort((one, other) => one - other)
      .map(logit);
    const [report] = enquired({});
    const edge = (i: number): number => (logits[i]! + logits[i + 1]!) / 2;
    const density = (x: number, middle: number) =>
      Math.exp(-(((x - middle) / sd) ** 2) / 2) / (sd * Math.sqrt(2 * Math.PI));
    for (const i of logits.keys())
      for (const [k, middle] of mean.entries()) {
        const from = i === 0 ? middle - 9 * sd : edge(i - 1);
        const to = i === logits.length - 1 ? middle + 9 * sd : edge(i);
        const step = (to - from) / 4_000;
        const mass = Array.from({ length: 4_000 }, (_, j) => density(from + (j + 0.5) * step, middle) * step);
        const sum = mass.reduce((all, one) => all + one, 0);
        expect(report!.findings[i]!.chance[k], `band ${i}, ${KINDS[k]}`).toBeCloseTo(sum, 5);
      }
  });

  test('a call shows what the sign of contact shows, tempered as the belief tempers it', () => {
    const [, , call] = enquired({});
    const { contact } = a.signals;
    const shown = [contact.responsive, contact.evasive, contact.unreachable].map((by) =>
      by.map((p) => p ** a.prior.temper),
    );
    call!.findings.forEach(({ chance: of }, i) => {
      close(
        of,
        of.map((_, k) => shown[i]![k]! / shown.reduce((sum, by) => sum + by[k]!, 0)),
      );
    });
    expect(call!.findings.map(({ label }) => label.en)).toEqual(['it answers', 'it evades', 'it cannot be reached']);
  });

  test('a report has a band for each score, which ends half way to the next', () => {
    const [report] = enquired({});
    expect(report!.findings.map(({ label }) => label.en.replace('probability of failure about ', ''))).toEqual([
      '0.05%',
      '0.3%',
      '0.8%',
      '2%',
      '5%',
      '6%',
    ]);
    // A report hardly ever says in time that a debtor is insolvent, so the worst band holds less than half of them.
    const worst = report!.findings.at(-1)!.chance[INSOLVENT]!;
    const edge = (logit(0.05) + logit(0.06)) / 2;
    expect(edge).toBeLessThan(a.insolvency.pd_logit_mean[INSOLVENT]!);
    expect(worst).toBeGreaterThan(0.4);
    expect(report!.findings[0]!.chance[0]).toBeGreaterThan(report!.findings[0]!.chance[INSOLVENT]!);
  });
});

describe('what to ask in a call', () => {
  const asked = (facts: object, proceedings = false) => callQuestions(claimOf(facts), a, proceedings);
  const ids = (facts: object) => asked(facts).map(({ id }) => id);

  test('only what is not known, and nothing once proceedings are open', () => {
    expect(ids({})).toEqual(['cause', 'dispute', 'acknowledged', 'distress']);
    expect(ids({ cause: 'forgotten' })).toEqual(['dispute', 'acknowledged', 'distress']);
    expect(ids({ cause: 'dispute' })).toEqual(['acknowledged', 'distress']);
    expect(ids({ disputed_amount: 1 })).toEqual(['cause', 'acknowledged', 'distress']);
    expect(ids({ acknowledged: false })).toEqual(['cause', 'dispute', 'distress']);
    expect(ids({ distress: 'none' })).toEqual(['cause', 'dispute', 'acknowledged']);
    expect(ids({ insolvency: 'dishonoured' })).toEqual(['cause', 'dispute', 'acknowledged']);
    expect(asked({}, true)).toEqual([]);
  });

  test('each reply is written into the request as the field of its question; a dispute changes the claim', () => {
    const fields = asked({}).map(({ id, findings, price, changes_claim }) => [
      id,
      price,
      changes_claim ?? false,
      findings.map((finding) => finding.fields[id]),
    ]);
    expect(fields).toEqual([
      ['cause', 0, false, ['invoice_not_received', 'invoice_wrong', 'forgotten', 'short_of_cash', 'unwilling']],
      ['dispute', 0, true, ['none', 'partial', 'full']],
      ['acknowledged', 0, false, [true, false]],
      ['distress', 0, false, ['none', 'some', 'severe']],
    ]);
    for (const { findings } of asked({}))
      for (const { fields: told } of findings) expect(Object.keys(told).length).toBe(1);
  });

  test('a reply is as likely as its sign; only a dispute is not tempered', () => {
    const [, dispute, acknowledged] = asked({});
    const { full } = a.signals.dispute;
    close(dispute!.findings[2]!.chance, full);
    const { yes, no } = a.signals.acknowledged;
    const t = a.prior.temper;
    close(
      acknowledged!.findings[0]!.chance,
      yes.map((p, k) => p ** t / (p ** t + no[k]! ** t)),
    );
  });
});

describe('what a procedure tells of the debtor', () => {
  const { court } = a;
  const mul = (...by: PerKind[]) => KINDS.map((_, k) => by.reduce((product, one) => product * one[k]!, 1));
  const not = (by: PerKind) => by.map((p) => 1 - p);
  const news = (procedure: object, more: object = {}, written = 1) => {
    const { claim } = read({ ...BASE, ...more, procedure });
    return stageNews(factsOf(claim, jp), written, 1_400_000, a);
  };
  const reached = (procedure: object, more?: object, written?: number) => news(procedure, more, written)[0]?.[1];

  test('one that was only filed tells nothing, nor does mediation before it settles', () => {
    expect(news({ kind: 'suit', stage: 'filed' })).toEqual([]);
    expect(news({ kind: 'mediation', stage: 'hearing' })).toEqual([]);
    expect(reached({ kind: 'mediation', stage: 'settled' })).toEqual(a.mediating.agrees);
    expect(stageNews(factsOf(claimOf(), jp), 1, 1_400_000, a)).toEqual([]);
  });

  test('whoever was served and did not pay, as far as it was reached', () => {
    close(reached({ kind: 'suit', stage: 'served' })!, not(court.pays_on_service.suit));
    close(
      reached({ kind: 'small_claims', stage: 'served' }, {}, 0.5)!,
      not(court.pays_on_service.small_claims.map((p) => p / 2)),
    );
  });

  test('a suit: who comes, who settles, who is judged', () => {
    const unpaid = not(court.pays_on_service.suit);
    const present = mul(unpaid, not(court.absent.suit));
    const { summary, district } = court.settles_in_court;
    close(reached({ kind: 'suit', stage: 'hearing' })!, present);
    close(reached({ kind: 'suit', stage: 'settled' })!, mul(present, summary));
    close(reached({ kind: 'suit', stage: 'settled' }, { amount: 1_400_000 })!, mul(present, summary));
    close(reached({ kind: 'suit', stage: 'settled' }, { amount: 1_400_001 })!, mul(present, district));
    const absent = mul(unpaid, court.absent.suit);
    const judged = absent.map((p, k) => p + present[k]! * (1 - summary[k]!));
    close(reached({ kind: 'suit', stage: 'judged' })!, judged);
    close(reached({ kind: 'suit', stage: 'enforcing' })!, mul(judged, not(court.pays_after_title)));
  });

  test('a payment order: who objects, who comes then, against whom it is declared enforceable', () => {
    const unpaid = not(court.pays_on_service.payment_order);
    const heard = mul(unpaid, court.objects);
    const present = mul(heard, not(court.absent.after_objection));
    close(reached({ kind: 'payment_order', stage: 'objected' })!, heard);
    close(reached({ kind: 'payment_order', stage: 'hearing' })!, present);
    close(reached({ kind: 'payment_order', stage: 'judged' })!, mul(unpaid, not(court.objects)));
    const disputed = mul(
      unpaid,
      court.objects.map((p) => Math.max(p, court.objects_disputed)),
    );
    close(reached({ kind: 'payment_order', stage: 'objected' }, { dispute: 'partial' })!, disputed);
  });

  test('who disputes objects at least so often; who acknowledged, half as often and without that floor', () => {
    close(objecting(a, false, false), court.objects);
    close(
      objecting(a, true, false),
      court.objects.map((p) => Math.max(p, court.objects_disputed)),
    );
    close(
      objecting(a, false, true),
      court.objects.map((p) => p * court.objects_acknowledged),
    );
    close(
      objecting(a, true, true),
      court.objects.map((p) => p * court.objects_acknowledged),
    );
  });

  test('a title that is not paid tells more with every month but the first', () => {
    const titled = (facts: object) =>
      factsOf(read({ ...BASE, overdue_days: 365, as_of: '2026-11-21', ...facts }).claim, jp);
    const of = (title_on: string) => titled({ title: 'judgment', title_on });
    const months = monthsUnderTitle(of('2026-05-21'), a);
    expect(months).toBeCloseTo(184 / (365.25 / 12) - 1, 6);
    const [[field, unpaid] = []] = titleNews(of('2026-05-21'), a);
    expect(field).toBe('title_on');
    close(
      unpaid!,
      a.enforce.chased.map((rate) => Math.exp(-rate * months)),
    );
    expect(monthsUnderTitle(of('2026-11-01'), a)).toBe(0);
    expect(titleNews(of('2026-11-01'), a)).toEqual([]);
    expect([isTitleNew(of('2026-11-01')), isTitleNew(of('2026-05-21'))]).toEqual([true, false]);
    // Its day is not known: half of the months past due.
    const unknown = titled({ title: 'judgment' });
    expect(monthsUnderTitle(unknown, a)).toBeCloseTo(unknown.age / 2 - 1, 9);
    expect(isTitleNew(unknown)).toBe(false);
    expect(monthsUnderTitle(titled({}), a)).toBe(0);
    expect(titleNews(titled({}), a)).toEqual([]);
  });
});
