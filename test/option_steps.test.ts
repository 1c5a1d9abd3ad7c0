// What each step costs, brings and takes, reckoned a second time from the published numbers: whole terms, prices, chances, windows, and the
// cases on both sides of every limit.
import { describe, expect, test } from 'vitest';
import { INSOLVENT, KINDS, type PerKind } from '../src/assumptions/kinds.ts';
import { DEFAULTS } from '../src/assumptions/values.ts';
import { demandSheets } from '../src/claim/demand_letter.ts';
import type * as registry from '../src/options/index.ts';
import type { Event, Fork, Option, Prospect, Situation } from '../src/options/option.ts';
import { keptHalf, legChances } from '../src/options/parts/leg.ts';
import { chasingCost, monthEnds } from '../src/options/parts/month.ts';
import { schedule } from '../src/options/talks/instalments.ts';
import { offerWindow, wholeMonths } from '../src/options/talks/offers.ts';
import { jp, MEMBERS, situationOf, VOICES } from './situations.ts';

const a = DEFAULTS;
type Id = keyof typeof registry;
const PER_MONTH = 365.25 / 12;
const BASE = { amount: 1_000_000, overdue_days: 60 };
const at = (facts: object = {}, month = 0): Situation => ({ ...situationOf({ ...BASE, ...facts }), month });
const BY_ID = new Map<string, Option>(MEMBERS);
const option = (id: Id): Option => BY_ID.get(id)!;
const variants = (id: Id, s: Situation) => option(id).variants(s);
const prospect = (id: Id, s: Situation, terms: unknown = variants(id, s)[0]): Prospect => option(id).prospect(s, terms);
const codes = (id: Id, s: Situation) =>
  option(id)
    .bars(s)
    .map(({ code }) => code);
const step = (id: Id, s: Situation, terms: unknown = variants(id, s)[0]) =>
  VOICES.en.tell(option(id).sentences.step(s, terms));
const close = (found: PerKind | undefined, expected: PerKind) => {
  expect(found?.length).toBe(KINDS.length);
  found?.forEach((value, k) => {
    expect(value, KINDS[k]).toBeCloseTo(expected[k]!, 9);
  });
};
const each = (of: (k: number) => number): PerKind => KINDS.map((_, k) => of(k));
const forkTo = (event: Event | undefined, id: string): Fork => event!.next!.find(({ event: to }) => to.id === id)!;
/** Money paid to others and own time of an event, yen. */
const spent = (event: Event | undefined) =>
  (event?.flows ?? []).reduce((sum, { external = 0, own_time = 0 }) => sum + external + own_time, 0);
const sumOf = (flows: Prospect['asking']) =>
  (flows ?? []).reduce((sum, { external = 0, own_time = 0 }) => sum + external + own_time, 0);

describe('pursuit', () => {
  test('a month of it ends in payment, failure or neither, as competing hazards', () => {
    const s = at();
    const { pay, fail } = s.debtor.hazards;
    const { event, staysOpen, window, relationship } = prospect('pursue', s);
    const leaving = (k: number) => 1 - Math.exp(-(pay[k]! + fail[k]!));
    const share = (rate: PerKind) => each((k) => (leaving(k) * rate[k]!) / (pay[k]! + fail[k]!));
    close(forkTo(event, 'paid').chance, share(pay));
    close(forkTo(event, 'insolvent').chance, share(fail));
    close(
      staysOpen,
      each((k) => 1 - leaving(k)),
    );
    expect([window, relationship, forkTo(event, 'paid').event.at]).toEqual([1, a.relationship.loss.pursue, 0.5]);
    expect(forkTo(event, 'paid').event.flows).toEqual([
      { principal: 1_000_000, share: s.debtor.paid_share, interest_share: a.money.interest_paid_voluntarily },
    ]);
  });

  test('it costs hours that grow with the amount, between a least and a most', () => {
    const hours = (amount: number) => chasingCost(at({ amount })) / a.money.staff_rate;
    expect(hours(100_000)).toBeCloseTo(0.6, 10);
    expect(hours(200_000)).toBeCloseTo(0.85, 10);
    expect(hours(1_600_000)).toBeCloseTo(1.6, 10);
    expect([hours(1), hours(1e9)]).toEqual([0.25, 3]);
    expect(spent(prospect('pursue', at()).event)).toBeCloseTo(chasingCost(at()), 9);
  });

  test('before the due date nobody is dunned and nothing is spent; some pay on the day, if it falls into the month', () => {
    const far = prospect('pursue', at({ overdue_days: -60 }));
    close(forkTo(far.event, 'paid').chance, [0, 0, 0, 0, 0]);
    expect(far.event.flows).toEqual([]);
    const s = at({ overdue_days: -15 });
    const due = 15 / PER_MONTH;
    const near = prospect('pursue', s);
    const { pay, fail } = s.debtor.hazards;
    const onTime = a.prior.paid_on_time;
    close(
      forkTo(near.event, 'paid').chance,
      each((k) => Math.exp(-fail[k]!) * (onTime[k]! + (1 - onTime[k]!) * (1 - Math.exp(-pay[k]! * (1 - due))))),
    );
    close(
      forkTo(near.event, 'insolvent').chance,
      each((k) => 1 - Math.exp(-fail[k]!)),
    );
    expect(forkTo(near.event, 'paid').event.at).toBeCloseTo((due + 1) / 2, 10);
    expect(prospect('pursue', at({ overdue_days: -15 }, 1)).event.flows?.length).toBe(1);
  });

  test('it wears off by the age that the claim has in the month, and again once the limitation period has run', () => {
    const rate = (s: Situation) => {
      const { event, staysOpen } = prospect('pursue', s);
      const gone = -Math.log(staysOpen![1]!);
      return (gone * forkTo(event, 'paid').chance[1]!) / (1 - staysOpen![1]!);
    };
    const fresh = at().debtor.hazards.pay[1]!;
    const { from_3, from_9 } = a.hazard.wears_off;
    expect(rate(at({}, 1))).toBeCloseTo(fresh, 10);
    expect(rate(at({}, 2))).toBeCloseTo(fresh * from_3[1]!, 10);
    expect(rate(at({}, 8))).toBeCloseTo(fresh * from_9[1]!, 10);
    const ended = at();
    expect(rate({ ...ended, state: { ...ended.state, limitation: 0 } })).toBeCloseTo(
      fresh * a.hazard.after_limitation[1]!,
      10,
    );
    expect(rate({ ...ended, state: { ...ended.state, limitation: 1 } })).toBeCloseTo(fresh, 10);
    expect(rate(at({ contact: 'unreachable' }))).toBeCloseTo(fresh * a.contact.called.unreachable, 10);
    expect(option('pursue').changes?.(at())).toEqual([3 - 60 / PER_MONTH, 9 - 60 / PER_MONTH]);
  });

  test('from the fifth month something must change; where nobody answers somebody is looked for', () => {
    const told = (facts: object, month = 0) => step('pursue', at(facts, month));
    expect(told({ effort_months: 3.9 })).toMatch(/^Call, write and visit/);
    expect(told({ effort_months: 4 })).toMatch(/^Do not repeat/);
    expect(told({ effort_months: 3 }, 1)).toMatch(/^Do not repeat/);
    expect(told({ overdue_days: Math.floor(4 * PER_MONTH) })).toMatch(/^Call/);
    expect(told({ overdue_days: Math.ceil(4 * PER_MONTH) })).toMatch(/^Do not repeat/);
    expect(told({ cause: 'short_of_cash' })).toMatch(/^Ask when cash comes in/);
    expect(told({ cause: 'unwilling' })).toMatch(/^Ask for the reason in writing/);
    expect(told({ contact: 'unreachable' })).toMatch(/^Check the commercial register.*well\.$/);
    expect(told({ contact: 'unreachable', debtor_type: 'consumer' })).toMatch(/^Check the address in the register/);
    expect(told({ contact: 'unreachable', debtor_type: 'sole_proprietor' })).toMatch(/register of residents/);
    expect(told({ contact: 'unreachable', effort_months: 4 })).toMatch(/stop calling/);
    expect(told({ insolvency: 'counsel_notice' })).toMatch(/^Write to the debtor's counsel/);
    expect(told({ overdue_days: -10 })).toMatch(/^Watch the due date/);
    expect(told({ overdue_days: -10, claim_kind: 'bill' })).toMatch(/^Watch the day of maturity/);
    expect(told({ overdue_days: 0 })).toMatch(/^Today is the due date/);
    expect(told({ overdue_days: 1 })).toMatch(/^Call/);
  });

  test('the first question is a friendly one, later ones are not; before the due date there is none', () => {
    const papers = (facts: object, month = 0) => option('pursue').papers?.(at(facts, month), null);
    expect(papers({ overdue_days: 30 })).toEqual(['reminder', 'file_note']);
    expect(papers({ overdue_days: 31 })).toEqual(['second_reminder', 'file_note']);
    expect(papers({ overdue_days: 10, broken_promises: 1 })).toEqual(['second_reminder', 'file_note']);
    expect(papers({ overdue_days: 10, contact: 'unreachable' })).toEqual(['second_reminder', 'file_note']);
    expect(papers({ overdue_days: 10 }, 1)).toEqual(['second_reminder', 'file_note']);
    expect(papers({ overdue_days: -1 })).toEqual([]);
    expect(option('pursue').varies(at())).toBe('interest');
    expect(option('pursue').varies(at({ overdue_days: -1 }))).toBe('monthly');
  });

  test('a month left alone brings a fraction of one of chasing', () => {
    const s = at();
    const { pay, fail } = s.debtor.hazards;
    const ends = (chased: boolean, expired: boolean, effort: number) => {
      const { paid, failed, open } = monthEnds(s, 4, expired, chased);
      const rate = (k: number) =>
        effort * pay[k]! * a.hazard.wears_off.from_3[k]! * (expired ? a.hazard.after_limitation[k]! : 1);
      const gone = (k: number) => 1 - Math.exp(-(rate(k) + fail[k]!));
      close(
        paid,
        each((k) => (gone(k) * rate(k)) / (rate(k) + fail[k]!)),
      );
      close(
        failed,
        each((k) => (gone(k) * fail[k]!) / (rate(k) + fail[k]!)),
      );
      close(
        open,
        each((k) => 1 - gone(k)),
      );
    };
    ends(true, false, 1);
    ends(false, false, a.hazard.passive_factor);
    ends(true, true, 1);
  });
});

describe('instalments', () => {
  const terms = (instalments: number, more: object = {}) => ({ instalments, down_rate: 0.1, deed: false, ...more });
  const { accept, miss } = a.plan;
  const between = (low: PerKind, high: PerKind, x: number) => each((k) => low[k]! * (1 - x) + high[k]! * x);

  test.each([
    [1, accept.in_3, miss.in_3],
    [3, accept.in_3, miss.in_3],
    [4, between(accept.in_3, accept.in_6, 1 / 3), between(miss.in_3, miss.in_6, 1 / 3)],
    [5, between(accept.in_3, accept.in_6, 2 / 3), between(miss.in_3, miss.in_6, 2 / 3)],
    [6, accept.in_6, miss.in_6],
    [7, between(accept.in_6, accept.in_12, 1 / 6), between(miss.in_6, miss.in_12, 1 / 6)],
    [10, between(accept.in_6, accept.in_12, 4 / 6), between(miss.in_6, miss.in_12, 4 / 6)],
    [12, accept.in_12, miss.in_12],
    [24, accept.in_12, miss.in_12],
  ])('%i of them are accepted and missed as the table says, linear between its columns', (count, accepts, missing) => {
    const s = at();
    const { event, acceptance } = prospect('plan', s, terms(count));
    close(
      acceptance,
      each((k) => accepts[k]! * a.contact.unknown),
    );
    const { alive } = s.debtor.survival(a.plan.down_months);
    close(
      forkTo(event, 'instalment_missed').chance,
      each((k) => alive[k]! * missing[k]!),
    );
    close(
      forkTo(event, 'down_payment').chance,
      each((k) => alive[k]! * (1 - missing[k]!)),
    );
  });

  test('broken promises make misses more likely, twice at most and never certain', () => {
    const missed = (broken_promises: number) => {
      const s = at({ broken_promises });
      const { alive } = s.debtor.survival(a.plan.down_months);
      return each((k) => forkTo(prospect('plan', s, terms(3)).event, 'instalment_missed').chance[k]! / alive[k]!);
    };
    const of = (factor: number) => miss.in_3.map((p) => Math.min(0.9, p * factor));
    close(missed(0), of(1));
    close(missed(1), of(1.6));
    close(missed(2), of(2.2));
    close(missed(3), of(2.2));
    expect(missed(2)[INSOLVENT]).toBeCloseTo(0.9, 12);
  });

  test('they add up to the balance in whole yen, the rest in the last', () => {
    expect(schedule(1_000_000, terms(3))).toEqual([100_000, 300_000, 300_000, 300_000]);
    expect(schedule(1_000_001, terms(3))).toEqual([100_000, 300_000, 300_000, 300_001]);
    expect(schedule(100, terms(7))).toEqual([10, 12, 12, 12, 12, 12, 12, 18]);
    expect(schedule(1_000_000, terms(1, { down_rate: 0 }))).toEqual([0, 1_000_000]);
    expect(schedule(1, terms(3, { down_rate: 0.9 }))).toEqual([0, 0, 0, 1]);
    expect(schedule(15, terms(1))).toEqual([2, 13]);
  });

  test('each is due a month after the other; what is still owed goes on when one is missed', () => {
    const { event } = prospect('plan', at(), terms(2));
    const steps: [number, number, number | undefined][] = [];
    for (let here: Event | undefined = event; here?.next; ) {
      const missed: Event = forkTo(here, 'instalment_missed').event;
      const paid: Event | undefined = here.next.find(({ event: to }) => /paid|payment/.test(to.id))?.event;
      steps.push([paid!.at, paid!.flows![0]!.principal!, missed.goes_on?.balance]);
      expect(missed.at).toBe(paid!.at + 0.5);
      expect(forkTo(here, 'insolvent').event).toMatchObject({ at: paid!.at + 0.5, fails: missed.goes_on?.balance });
      here = paid;
    }
    expect(steps).toEqual([
      [0.5, 100_000, 1_000_000],
      [1, 450_000, 900_000],
      [2, 450_000, 450_000],
    ]);
  });

  test('the way to each instalment is as long as the time between them', () => {
    const s = at();
    const { event } = prospect('plan', s, terms(3));
    const first = forkTo(event, 'down_payment').event;
    const second = forkTo(first, 'instalment_paid').event;
    const failing = (here: Event) => forkTo(here, 'insolvent').chance;
    close(failing(event), s.debtor.survival(0.5).failed);
    close(failing(first), s.debtor.survival(0.5).failed);
    close(failing(second), s.debtor.survival(1).failed);
  });

  test('a broken plan leaves an acknowledged claim, which a deed makes enforceable', () => {
    const rest = (facts: object, deed: boolean) =>
      forkTo(prospect('plan', at(facts), terms(3, { deed })).event, 'instalment_missed').event.goes_on;
    expect(rest({}, false)).toEqual({
      balance: 1_000_000,
      standing: 'acknowledged',
      enforceable: false,
      acknowledged: true,
      limitation: Number.POSITIVE_INFINITY,
    });
    expect(rest({}, true)).toMatchObject({ standing: 'acknowledged', enforceable: true });
    expect(rest({ title: 'judgment' }, false)).toMatchObject({ standing: 'title', enforceable: true });
  });

  test('a deed is signed less often and costs the notary and its preparation', () => {
    const [plain, deed] = [false, true].map((with_deed) => prospect('plan', at(), terms(6, { deed: with_deed })));
    close(
      deed!.acceptance,
      plain!.acceptance!.map((p) => p * a.plan.deed_acceptance),
    );
    expect(spent(plain!.event)).toBe(a.plan.agreement_cost);
    // 5,000 for the deed, 2,000 for its clause, 1,600 for its service.
    expect(spent(deed!.event)).toBe(a.plan.agreement_cost + 8_600 + a.plan.deed_preparation);
    expect([sumOf(plain!.asking), plain!.window, plain!.voidIfFailed]).toEqual([a.plan.offer_cost, 1, false]);
    expect(plain!.open).toEqual({ from: 0, until: 12.5 });
  });

  test('three, six or twelve are tried, with a deed and without; what is stated takes their place', () => {
    const tried = (plan: object, facts: object = {}) =>
      (variants('plan', at({ plan, ...facts })) as { instalments: number; down_rate: number; deed: boolean }[]).map(
        ({ instalments, down_rate, deed }) => [instalments, down_rate, deed],
      );
    expect(tried({})).toEqual([
      [3, 0.2, false],
      [6, 0.1, false],
      [12, 0.1, false],
      [3, 0.2, true],
      [6, 0.1, true],
      [12, 0.1, true],
    ]);
    expect(tried({ instalments: 3, deed: false })).toEqual([[3, 0.2, false]]);
    expect(tried({ instalments: 4, deed: true })).toEqual([[4, 0.1, true]]);
    expect(tried({ instalments: 4, deed: false, down_rate: '30%' })).toEqual([[4, 0.3, false]]);
    const offered = { acknowledged: true, contact: 'responsive' };
    expect(tried({ instalments: 4, deed: false }, offered)).toEqual([[4, 0, false]]);
    expect(tried({ instalments: 4, deed: false, offered: false }, offered)).toEqual([[4, 0.1, false]]);
    expect(tried({ instalments: 4, deed: false }, { ...offered, plan_refused: true })).toEqual([[4, 0.1, false]]);
    expect(tried({ instalments: 4, deed: false, offered: true })).toEqual([[4, 0, false]]);
  });

  test('what the debtor itself offers is taken up for certain, today, without asking', () => {
    const offered = prospect('plan', at({ plan: { instalments: 4, offered: true } }), terms(4));
    close(offered.acceptance, [1, 1, 1, 1, 1]);
    expect([offered.asking, offered.open]).toEqual([[], { until: 0.5 }]);
    const deed = prospect('plan', at({ plan: { instalments: 4, offered: true } }), terms(4, { deed: true }));
    close(
      deed.acceptance,
      each(() => a.plan.deed_acceptance),
    );
    expect(codes('plan', at({ plan_refused: true }))).toEqual(['plan_refused']);
    expect(codes('plan', at({ plan_refused: true, plan: { instalments: 4, offered: true } }))).toEqual([]);
  });
});

describe('factoring', () => {
  const BEFORE_DUE = { overdue_days: -46 };
  const due = 46 / PER_MONTH;

  test('costs its fee of the invoice and what is fixed, and ends on the due date', () => {
    const s = at({ ...BEFORE_DUE, factor: { fee_rate: '5%' } });
    const [two, three] = variants('factor', s);
    expect([two, three]).toEqual([
      { kind: 'two_party', fee_rate: 0.05, fixed_fee: 10_000, recourse: false },
      { kind: 'three_party', fee_rate: 0.05, fixed_fee: 10_000, recourse: false },
    ]);
    const { event, open, relationship, window } = prospect('factor', s, two);
    expect(event).toEqual({
      id: 'factored',
      at: 0,
      flows: [{ principal: 1_000_000, fee_rate: 0.05 }, { external: 10_000 }],
    });
    expect([open, relationship, window]).toEqual([{ until: due }, a.relationship.loss.factor_two_party, undefined]);
    expect(prospect('factor', s, three).relationship).toBe(a.relationship.loss.factor_three_party);
    const usual = variants('factor', at(BEFORE_DUE)) as { fee_rate: number }[];
    expect(usual.map(({ fee_rate }) => fee_rate)).toEqual([a.factor.fee_two_party, a.factor.fee_three_party]);
    expect(option('factor').papers?.(s, two)).toEqual([]);
    expect(option('factor').papers?.(s, three)).toEqual(['assignment_notice']);
  });

  test.each([
    [-46, 0, 2],
    [-60, 0, 2],
    [-61, 0, 3],
    [-62, 1, 2],
    [-20, 0, 1],
    [-1, 0, 1],
  ])(
    'with recourse, due in %i days and looked at in month %i, it lasts %i whole months',
    (overdue_days, month, months) => {
      const s = at({ overdue_days, factor: { fee_rate: '5%', recourse: true } }, month);
      const [terms] = variants('factor', s);
      const { event, window, staysOpen, flowsIfOpen } = prospect('factor', s, terms);
      expect(window).toBe(months);
      const late = months + month + overdue_days / PER_MONTH;
      const { pay } = s.debtor.hazards;
      const paid = each((k) => 1 - (1 - a.prior.paid_on_time[k]!) * Math.exp(-pay[k]! * late));
      close(forkTo(event, 'factor_paid').chance, paid);
      close(
        staysOpen,
        paid.map((p) => 1 - p),
      );
      expect(forkTo(event, 'factor_paid').event.at).toBe(months);
      expect(flowsIfOpen).toEqual([{ principal: -1_000_000 }]);
    },
  );

  test('with recourse it is a loan, whose yearly rate is that of the fee on what is advanced', () => {
    const risk = (factor: object) => {
      const s = at({ ...BEFORE_DUE, factor });
      const told = option('factor').sentences.risk?.(s, variants('factor', s)[0]);
      return told ? VOICES.en.tell(told) : null;
    };
    // 60,000 on 940,000 for 46 days.
    const yearly = (60_000 / 940_000) * (12 / due) * 100;
    expect(risk({ fee_rate: '5%', recourse: true })).toContain(`${yearly.toFixed(1)}%`);
    expect(risk({ fee_rate: '99%', fixed_fee: 10_000, recourse: true })).toMatch(/nothing comes in/);
    expect(risk({ fee_rate: '99%', fixed_fee: 9_999, recourse: true })).toMatch(/effective/);
    expect(risk({ fee_rate: '5%' })).toBeNull();
  });

  test('nobody buys what is due, disputed, owed by an individual, or of a debtor that is failing', () => {
    const barred = (facts: object) => codes('factor', at({ ...BEFORE_DUE, ...facts }));
    expect(barred({})).toEqual([]);
    expect(barred({ overdue_days: 0 })).toEqual(['overdue']);
    expect(barred({ overdue_days: -1 })).toEqual([]);
    expect(barred({ dispute: 'partial' })).toEqual(['disputed']);
    expect(barred({ debtor_type: 'consumer' })).toEqual(['individual_debtor']);
    expect(barred({ debtor_type: 'sole_proprietor' })).toEqual(['individual_debtor']);
    expect(barred({ debtor_type: 'corporation' })).toEqual([]);
    expect(barred({ distress: 'severe' })).toEqual(['debtor_failing']);
    expect(barred({ distress: 'some' })).toEqual([]);
    expect(barred({ insolvency: 'liquidation' })).toEqual(['debtor_failing']);
    const needs = (facts: object) => option('factor').needs(at({ ...BEFORE_DUE, ...facts }));
    expect([needs({}), needs({ factor: { fee_rate: '5%' } }), needs({ overdue_days: 0 })]).toEqual([
      ['factor.fee_rate'],
      [],
      [],
    ]);
  });
});

describe('a sale', () => {
  const price = (facts: object, month = 0) => {
    const { event } = prospect('sell', at({ claim_kind: 'lease', ...facts }, month));
    return [event.flows?.[0]?.principal, event.conceded];
  };
  test('brings the standing offer, which falls with the months, and no more than the claim', () => {
    const [today, lost] = price({ sell: { offer: 300_000 } });
    expect([today, lost]).toEqual([300_000, 700_000]);
    expect(price({ sell: { offer: 300_000 } }, 2)[0]).toBeCloseTo(300_000 * Math.exp(-2 * a.sale.offer_decay), 6);
    expect(price({ sell: { offer: 1_200_000 } })).toEqual([1_000_000, 0]);
    const s = at({ claim_kind: 'lease', sell: { offer: 300_000 } });
    const half = prospect('sell', { ...s, state: { ...s.state, balance: 500_000 } });
    expect(half.event.flows?.[0]?.principal).toBe(150_000);
    expect(half.event.flows?.[1]).toEqual({ external: a.sale.cost });
  });

  test('without one it brings a share that falls with age, to a floor', () => {
    const share = (overdue_days: number, month = 0) => (price({ overdue_days }, month)[0] ?? 0) / 1_000_000;
    const age = 60 / PER_MONTH;
    expect(share(0)).toBeCloseTo(a.sale.price, 10);
    expect(share(-30)).toBeCloseTo(a.sale.price, 10);
    expect(share(60)).toBeCloseTo(a.sale.price * Math.exp(-a.sale.age_decay * age), 10);
    expect(share(60, 3)).toBeCloseTo(a.sale.price * Math.exp(-a.sale.age_decay * (age + 3)), 10);
    expect(share(3_650)).toBeCloseTo(a.sale.floor, 12);
    expect(share(1_500, 24)).toBeCloseTo(a.sale.floor, 12);
  });
});

describe('a lump sum', () => {
  const offered = (settle: object, facts: object = {}) => {
    const s = at({ settle, ...facts });
    return prospect('settle', s);
  };
  test('that the debtor offers is accepted for certain today, and mostly paid', () => {
    const { event, acceptance, open, window, asking } = offered({ offer: 700_000, in_days: 30 });
    close(acceptance, [1, 1, 1, 1, 1]);
    expect([open, window, asking]).toEqual([{ until: 0.5 }, 1, undefined]);
    const { chance, event: paid } = forkTo(event, 'settlement_paid');
    close(
      chance,
      each(() => a.settle.firm_performed),
    );
    expect([paid.at, paid.flows, paid.conceded]).toEqual([30 / PER_MONTH, [{ principal: 700_000 }], 300_000]);
    expect(forkTo(offered({ offer: 700_000 }).event, 'settlement_paid').event.at).toBe(14 / PER_MONTH);
    expect(forkTo(offered({ offer: 1_500_000 }).event, 'settlement_paid').event.conceded).toBe(0);
    const crisis = forkTo(offered({ offer: 700_000 }, { insolvency: 'dishonoured' }).event, 'settlement_paid').event;
    expect(crisis.flows?.[0]?.principal).toBeCloseTo(700_000 * (1 - a.insolvency.clawback), 6);
  });

  test('that we offer is taken up the more often the lower it is', () => {
    const s = at({ contact: 'evasive' });
    const levels = variants('settle', s) as { level: number }[];
    expect(levels.map(({ level }) => level)).toEqual(
      Array.from({ length: 14 }, (_, i) => Math.round((0.95 - 0.05 * i) * 100) / 100),
    );
    for (const terms of [levels[0]!, levels[7]!]) {
      const { event, acceptance, asking, open, window } = prospect('settle', s, terms);
      const { cap, middle, slope } = a.settle;
      close(
        acceptance,
        each((k) => (cap[k]! * a.contact.evasive) / (1 + Math.exp(-(middle[k]! - terms.level) / slope))),
      );
      const { chance, event: paid } = forkTo(event, 'settlement_paid');
      close(
        chance,
        each(() => a.settle.performed),
      );
      expect(paid.flows?.[0]?.principal).toBeCloseTo(1_000_000 * terms.level, 6);
      expect(paid.conceded).toBeCloseTo(1_000_000 * (1 - terms.level), 6);
      expect([paid.at, sumOf(asking), window]).toEqual([a.settle.months_to_pay, a.settle.cost, 1]);
      expect(open).toEqual({ from: 0, until: 12.5 });
    }
  });

  test('is given away a twentieth at a time', () => {
    const talks = (t: unknown, settle: object = {}) => option('settle').bargaining?.(at({ settle }), t);
    expect(talks({ level: 0.8 })).toMatchObject({
      lump_sum: 800_000,
      concessions: [{ from: { level: 0.8 }, to: { level: 0.75 } }],
    });
    expect(talks({ level: 0.05 })).toEqual({});
    const partly = (level: number) =>
      option('settle').bargaining?.(at({ dispute: 'partial', disputed_amount: 250_000 }), { level });
    expect(partly(0.8)).toMatchObject({ concessions: [{ to: { level: 0.75 } }] });
    expect(partly(0.75)).toEqual({});
    expect(talks({ amount: 1, months: 1 }, { offer: 700_000 })).toEqual({ offered: 700_000 });
    expect(talks(null, { offer: 1_700_000 })).toEqual({ offered: 1_000_000 });
    expect(talks(null)).toEqual({});
  });

  test('offers are made for a year and take whole months', () => {
    expect(offerWindow(2)).toEqual({ from: 2, until: 12.5 });
    expect([wholeMonths(0.4), wholeMonths(1), wholeMonths(2)]).toEqual([1, 1, 2]);
  });
});

describe('a demand', () => {
  test('costs the letter and its preparation, and is answered by those whom it reaches', () => {
    const { event, acceptance, asking, window, voidIfFailed } = prospect('demand', at({ contact: 'unreachable' }));
    expect(sumOf(asking)).toBe(1_420 + a.demand.preparation);
    close(
      acceptance,
      a.demand.respond.map((p) => p * a.contact.served.unreachable),
    );
    expect([event.at, event.flows?.[0]?.principal, window, voidIfFailed]).toEqual([
      a.demand.months_to_pay,
      1_000_000,
      1,
      true,
    ]);
    close(prospect('demand', at({ demand_sent: true })).acceptance, [0, 0, 0, 0, 0]);
  });

  test('costs another sheet for each that the letter needs', () => {
    const s = at();
    const postage = (lines: number) => {
      const layout = { written: 'across', characters: 20, lines } as const;
      const tariff = { ...s.tariff, letter_layouts: [layout] };
      const once: Situation['once'] = (compute, ...given) => compute({ ...s, tariff }, ...given);
      return sumOf(prospect('demand', { ...s, tariff, once }).asking) - a.demand.preparation;
    };
    const needed = demandSheets(s.facts, s.law, [{ written: 'across', characters: 20, lines: 1 }]).sheets.length;
    expect(needed).toBeGreaterThan(4);
    expect([postage(needed), postage(needed - 1), postage(1)]).toEqual([
      1_420,
      1_420 + 290,
      1_420 + 290 * (needed - 1),
    ]);
  });

  test('keeps the period from ending for six months, where that is later than its end', () => {
    const s = at();
    const near = (limitation: number) => prospect('demand', { ...s, state: { ...s.state, limitation } });
    expect([near(3).after?.limitation, near(6).after?.limitation, near(7).after?.limitation]).toEqual([6, 6, 7]);
    expect(near(3).open).toEqual({ from: 0, until: 3 });
    const early = at({ overdue_days: -30 });
    expect(prospect('demand', { ...early, state: { ...early.state, limitation: 3 } }).after?.limitation).toBeCloseTo(
      6 + 30 / PER_MONTH,
      10,
    );
  });

  test("a lawyer's letter costs the lawyer and the post", () => {
    const s = at({ demand_sent: true });
    expect(sumOf(prospect('lawyer_letter', s).asking)).toBe(
      a.counsel_letter.fee + 1_420 + a.counsel_letter.hours * a.money.staff_rate,
    );
    expect(codes('lawyer_letter', at())).toEqual(['own_demand_first']);
    expect(codes('lawyer_letter', s)).toEqual([]);
  });
});

test.each<[Id, string, object, boolean]>([
  ['demand', 'paid in one sum', {}, true],
  ['lawyer_letter', 'paid in one sum', {}, true],
  ['resolve_dispute', 'paid in one sum', { dispute: 'partial' }, true],
  ['settle', 'paid in one sum', {}, true],
  ['settle', 'money that is there', { settle: { offer: 600_000 } }, false],
  ['plan', 'begun with those who are there', {}, false],
])('a yes to %s is %s: whether nothing comes of it when the debtor has failed meanwhile', (id, _, facts, isEmpty) => {
  expect(prospect(id, at(facts)).voidIfFailed).toBe(isEmpty);
});

describe('who acts', () => {
  type Acted = { readonly scrivener: boolean };
  const menu = (facts: object) => (variants('suit', at(facts)) as Acted[]).map(({ scrivener }) => scrivener);
  const cost = (facts: object, terms?: unknown) => {
    const s = at(facts);
    return spent(prospect('suit', s, terms ?? variants('suit', s)[0]).event);
  };
  const staff = (hours: number) => hours * a.money.staff_rate;

  test('a scrivener may be chosen up to 1,400,000, from 1,400,001 on a lawyer acts', () => {
    expect(menu({ amount: 1_400_000 })).toEqual([false, true]);
    expect(menu({ amount: 1_400_001 })).toEqual([false]);
    expect(menu({ lawyer: 'yes' })).toEqual([false]);
    expect(menu({ lawyer: 'no' })).toEqual([false, true]);
    expect(menu({ lawyer: 'no', amount: 1_400_001 })).toEqual([false]);
    expect(menu({ representation: 'ourselves' })).toEqual([false]);
    expect(menu({ litigate: { cost: 200_000 } })).toEqual([false]);
    expect(codes('suit', at({ representation: 'scrivener', amount: 1_400_000 }))).toEqual([]);
    expect(codes('suit', at({ representation: 'scrivener', amount: 1_400_001 }))).toEqual(['over_scrivener_limit']);
  });

  test('each costs what is published or quoted, and hours of our own', () => {
    const { hours } = a.court;
    const [ourselves, scrivener] = variants('suit', at());
    expect(cost({}, ourselves)).toBe(10_000 + 2_500 + staff(hours.suit));
    expect(cost({}, scrivener)).toBe(10_000 + 2_500 + a.scrivener.suit + staff(hours.with_counsel));
    expect(cost({ representation: 'scrivener' })).toBe(12_500 + a.scrivener.suit + staff(hours.with_counsel));
    // Counsel's benchmark for 1,400,000: 8 %.
    expect(cost({ amount: 1_400_000, lawyer: 'yes' })).toBeCloseTo(14_500 + 112_000 + staff(hours.with_counsel), 6);
    expect(cost({ litigate: { cost: 200_000 } })).toBe(12_500 + 200_000 + staff(hours.with_counsel));
  });

  test('a petition is written in hours of our own, or by a scrivener who is briefed', () => {
    const order = (scrivener: boolean) => spent(prospect('payment_order', at(), { scrivener }).event);
    expect(order(false)).toBe(5_000 + 2_700 + staff(a.court.hours.payment_order));
    expect(order(true)).toBe(7_700 + a.scrivener.payment_order + staff(a.scrivener.briefing));
    const small = at({ amount: 500_000 });
    const claim = (scrivener: boolean) => spent(prospect('small_claims', small, { secure: false, scrivener }).event);
    expect(claim(false)).toBe(5_000 + 2_500 + staff(a.court.hours.small_claims));
    expect(claim(true)).toBe(7_500 + a.scrivener.small_claims + staff(a.scrivener.briefing));
  });

  test('what was paid for a petition that failed counts toward the suit, down to nothing', () => {
    const s = at();
    const fee = (fee_paid: number) =>
      prospect('suit', { ...s, state: { ...s.state, fee_paid } }, variants('suit', s)[0]).event.flows?.[0]?.external;
    expect([fee(0), fee(5_000), fee(12_500), fee(20_000)]).toEqual([12_500, 7_500, 0, 0]);
  });

  test('a small claim is one of up to 600,000, the eleventh of a year is none', () => {
    const barred = (facts: object) => codes('small_claims', at(facts));
    expect(barred({ amount: 600_000 })).toEqual([]);
    expect(barred({ amount: 600_001 })).toEqual(['over_small_claims_limit']);
    expect(barred({ amount: 600_000, small_claims: { filed_this_year: 9 } })).toEqual([]);
    expect(barred({ amount: 600_000, small_claims: { filed_this_year: 10 } })).toEqual(['small_claims_count']);
    expect(barred({ amount: 600_000, address_known: false })).toEqual(['no_service_address']);
    expect(option('small_claims').thresholds?.(at())).toEqual([1_400_000, 600_000]);
  });
});

describe('time between two events', () => {
  test('half an agreement is kept as often as makes both halves kept as often as the whole', () => {
    close(
      keptHalf(at()).map((p) => p * p),
      a.court.settlement_performed,
    );
  });

  test('who turns insolvent in it does so by its own hazard, and the insolvent do not turn', () => {
    const { turned } = legChances(at(), 5, 'procedure');
    close(
      turned,
      each((k) => (k === INSOLVENT ? 0 : 1 - Math.exp(-5 * a.hazard.deteriorate[k]!))),
    );
  });
});

describe('stopping', () => {
  test('a claim is written off a year after the last of stop, due date and payment, and not in proceedings', () => {
    const barred = (facts: object) => codes('write_off', at(facts));
    const AS_OF = { as_of: '2026-11-21', overdue_days: undefined };
    expect(barred({ ...AS_OF, due_date: '2025-11-20' })).toEqual([]);
    expect(barred({ ...AS_OF, due_date: '2025-11-21' })).toEqual(['loss_not_yet_deductible']);
    expect(barred({ overdue_days: 500, claim_kind: 'loan' })).toEqual(['not_a_trade_claim']);
    expect(barred({ overdue_days: 500, security_value: 1 })).toEqual(['security_held']);
    expect(barred({ overdue_days: 500, security_value: 0 })).toEqual([]);
    expect(barred({ overdue_days: 500, continuing_dealings: false })).toEqual(['single_dealing']);
    expect(barred({ overdue_days: 500, insolvency: 'bankruptcy' })).toEqual(['loss_not_fixed']);
    expect(barred({ overdue_days: 500, insolvency: 'petition' })).toEqual([]);
    const [bar] = option('write_off').bars(at({ ...AS_OF, due_date: '2025-12-21' }));
    expect(bar?.lifts).toBeCloseTo(31 / PER_MONTH, 10);
    expect(prospect('write_off', at({ overdue_days: 500 })).event).toEqual({ id: 'written_off', at: 0, relief: true });
  });

  test('the last day of the business year is its deadline, until it has passed', () => {
    const days = (fiscal_year_end?: string) =>
      option('write_off')
        .deadlines?.(at(fiscal_year_end ? { fiscal_year_end } : {}), false)
        .map(({ on }) => on);
    expect([days('2027-03-31'), days('2026-11-21'), days('2026-11-20'), days()]).toEqual([
      ['2027-03-31'],
      ['2026-11-21'],
      [],
      [],
    ]);
  });

  test('waiting costs a look at the end, and in proceedings nothing', () => {
    const { event, relationship } = prospect('wait', at());
    expect([spent(event), relationship]).toEqual([
      a.looking_again.closing_hours * a.money.staff_rate,
      a.relationship.loss.wait,
    ]);
    expect(prospect('wait', at({ insolvency: 'bankruptcy' }))).toEqual({
      event: { id: 'wait', at: 0, closes: a.insolvency.dividend_months, relief: true },
    });
  });

  test('unprompted payments come in for four years, or until the period ends, or three years after that', () => {
    const closes = (limitation: number, facts: object = {}) => {
      const s = at(facts);
      return prospect('wait', { ...s, facts: { ...s.facts, limitation_months: limitation } }).event.closes;
    };
    expect([closes(60), closes(48), closes(20), closes(0.2), closes(0)]).toEqual([48, 48, 20, 0.5, 36]);
    expect(closes(60, { overdue_days: -30 })).toBeCloseTo(48 + 30 / PER_MONTH, 10);
  });

  test('of those who are left alone each kind pays and fails by its own hazards', () => {
    const s = at();
    const { event } = prospect('wait', s);
    const T = event.closes!;
    const { pay, fail, deteriorate } = s.debtor.hazards;
    const by = (id: string) =>
      each((k) => event.next!.filter(({ event: to }) => to.id === id).reduce((sum, { chance }) => sum + chance[k]!, 0));
    const rate = (k: number) => a.hazard.passive_factor * pay[k]!;
    const all = (k: number) => rate(k) + fail[k]! + deteriorate[k]!;
    const left = (k: number) => 1 - Math.exp(-all(k) * T);
    close(
      by('paid_unprompted'),
      each((k) => (left(k) * rate(k)) / all(k)),
    );
    close(
      by('insolvent'),
      each((k) => (left(k) * fail[k]!) / all(k)),
    );
    // One payment at the mean month is worth what the stream of them is worth.
    const v = Math.log(1 + a.money.discount_rate) / 12;
    const [first] = event.next!;
    expect(s.discount(first!.event.at)).toBeCloseTo(
      ((all(0) / (all(0) + v)) * (1 - Math.exp(-(all(0) + v) * T))) / left(0),
      6,
    );
  });
});

describe('proceedings', () => {
  const IN = { insolvency: 'bankruptcy' };
  test('a claim is filed by the end of the investigation in bankruptcy, by the day set in a rescue', () => {
    const barred = (facts: object) => codes('prove_claim', at({ as_of: '2026-11-21', ...facts }));
    expect(barred({})).toEqual(['no_proceedings']);
    expect(barred({ insolvency: 'petition' })).toEqual(['no_proceedings']);
    expect(barred({ ...IN, claims_deadline: '2026-11-20' })).toEqual([]);
    expect(barred({ ...IN, investigation_ends_on: '2026-11-21' })).toEqual([]);
    expect(barred({ ...IN, investigation_ends_on: '2026-11-20' })).toEqual(['investigation_ended']);
    const rescue = { insolvency: 'rehabilitation' };
    expect(barred({ ...rescue, claims_deadline: '2026-11-21' })).toEqual([]);
    expect(barred({ ...rescue, claims_deadline: '2026-11-20' })).toEqual(['claims_deadline_passed']);
    expect(barred({ insolvency: 'liquidation', claims_deadline: '2026-11-20' })).toEqual([]);
  });

  test('it is filed for what is owed, and closed when the dividend is paid', () => {
    expect(prospect('prove_claim', at(IN)).event).toEqual({
      id: 'proved',
      at: 0,
      fails: 1_000_000,
      closes: a.insolvency.dividend_months,
      relief: true,
    });
  });

  test('its deadline is the day set, then the end of the investigation, as long as they have not passed', () => {
    const days = (facts: object) =>
      option('prove_claim')
        .deadlines?.(at({ as_of: '2026-11-21', ...facts }), false)
        .map(({ on, kind }) => [on, kind]);
    expect(days({})).toEqual([]);
    expect(days({ ...IN, claims_deadline: '2026-11-21' })).toEqual([['2026-11-21', 'proof_of_claim']]);
    const late = { ...IN, claims_deadline: '2026-11-20' };
    expect(days(late)).toEqual([]);
    expect(days({ ...late, investigation_ends_on: '2026-11-21' })).toEqual([['2026-11-21', 'late_proof']]);
    expect(days({ ...late, investigation_ends_on: '2026-11-20' })).toEqual([]);
    expect(days({ ...late, insolvency: 'rehabilitation', investigation_ends_on: '2026-12-20' })).toEqual([]);
  });

  test('the dividend expected is that of the proceedings', () => {
    const told = (insolvency: string) => step('prove_claim', at({ insolvency }));
    expect(told('bankruptcy')).toContain('4%');
    expect(told('rehabilitation')).toContain('9%');
    expect(told('reorganisation')).toContain('11.4%');
  });
});

describe('talks', () => {
  test('about a dispute concede a part of what is disputed', () => {
    const s = at({ dispute: 'full', contact: 'evasive' });
    const { event, acceptance, asking, open } = prospect('resolve_dispute', s);
    const conceded = 1_000_000 * a.dispute.credit_share * a.dispute.share_full;
    expect(event.conceded).toBeCloseTo(conceded, 6);
    expect(event.flows?.[0]?.principal).toBeCloseTo(1_000_000 - conceded, 6);
    expect(event.at).toBe(a.dispute.months_to_pay);
    close(
      acceptance,
      a.dispute.success.map((p) => p * a.contact.evasive),
    );
    expect([sumOf(asking), open]).toEqual([a.dispute.hours * a.money.staff_rate, { from: 0 }]);
    expect(codes('resolve_dispute', at())).toEqual(['no_dispute']);
    expect(codes('resolve_dispute', at({ dispute: 'partial' }))).toEqual([]);
    expect(codes('resolve_dispute', at({ dispute: 'partial', dispute_refused: true }))).toEqual(['dispute_refused']);
  });

  test('before a court need a debtor who talks', () => {
    const talks = (facts: object) => codes('mediation', at(facts));
    expect(talks({ contact: 'responsive' })).toEqual(['nothing_to_mediate']);
    expect(talks({ contact: 'responsive', distress: 'some' })).toEqual([]);
    expect(talks({ contact: 'responsive', margin_per_year: 100_000 })).toEqual([]);
    expect(talks({})).toEqual(['nobody_to_talk_to']);
    expect(talks({ dispute: 'partial' })).toEqual([]);
    expect(talks({ dispute: 'partial', contact: 'evasive' })).toEqual(['nobody_to_talk_to']);
    expect(talks({ dispute: 'partial', contact: 'unreachable' })).toEqual(['nobody_to_talk_to']);
    const record = (facts: object) => codes('settle_before_suit', at(facts));
    expect(record({ contact: 'responsive' })).toEqual(['no_agreement_in_sight']);
    const short = { contact: 'responsive', cause: 'short_of_cash' };
    expect(record(short)).toEqual([]);
    expect(record({ contact: 'responsive', acknowledged: true })).toEqual([]);
    expect(record({ ...short, dispute: 'partial' })).toEqual(['no_agreement_in_sight']);
    expect(record({ cause: 'short_of_cash' })).toEqual(['no_agreement_in_sight']);
    expect(record({ ...short, plan_refused: true })).toEqual(['plan_refused']);
  });

  test('that fail leave the fee of mediation to be counted, and six months near the end of the period', () => {
    const s = at({ contact: 'responsive' });
    const rest = (limitation: number, month = 0) => {
      const { event } = prospect('mediation', { ...s, month, state: { ...s.state, limitation } });
      return event.next!.map(({ event: to }) => to.goes_on).find((state) => state?.fee_paid !== undefined);
    };
    expect(rest(4)).toMatchObject({ fee_paid: 5_000, limitation: 6 });
    expect(rest(4, 2)).toMatchObject({ limitation: 8 });
    expect(rest(20)).toMatchObject({ limitation: 20 });
    expect(option('mediation').varies({ ...s, state: { ...s.state, limitation: 36 } })).toBe('interest');
    expect(option('mediation').varies({ ...s, state: { ...s.state, limitation: 35.9 } })).toBe('monthly');
    expect(spent(prospect('mediation', s).event)).toBe(5_000 + a.mediating.hours * a.money.staff_rate);
  });

  test('end in an agreement, an order that stands, nothing, or a failure on the way', () => {
    const s = at({ contact: 'responsive' });
    const { event } = prospect('mediation', s);
    const { alive, failed } = s.debtor.survival(a.mediating.months);
    const { agrees, order_stands } = a.mediating;
    const agreed = agrees.map((p) => p * a.contact.responsive);
    close(forkTo(event, 'insolvent').chance, failed);
    close(
      forkTo(event, 'mediation_agreed').chance,
      each((k) => alive[k]! * agreed[k]!),
    );
    close(
      forkTo(event, 'order_stands').chance,
      each((k) => alive[k]! * (1 - agreed[k]!) * order_stands[k]!),
    );
    const rest = event.next!.find(({ event: to }) => to.goes_on !== undefined)!;
    close(
      rest.chance,
      each((k) => alive[k]! * (1 - agreed[k]!) * (1 - order_stands[k]!)),
    );
  });

  test('before a suit cost the record only where there is an agreement', () => {
    const s = at({ contact: 'responsive' });
    const { event, open } = prospect('settle_before_suit', s);
    const { accepts, hours, hours_before_suit, months_before_suit } = a.agreement;
    const { alive } = s.debtor.survival(months_before_suit);
    expect(spent(event)).toBe(hours * a.money.staff_rate);
    const agreed = forkTo(event, 'settlement_recorded');
    close(
      agreed.chance,
      each((k) => alive[k]! * accepts[k]! * a.contact.responsive),
    );
    expect(spent(agreed.event)).toBe(2_700 + hours_before_suit * a.money.staff_rate);
    expect([agreed.event.at, open]).toEqual([months_before_suit, { until: s.state.limitation }]);
  });

  test('for an acknowledgment take a month of chasing and some hours more', () => {
    const s = at();
    const { event, staysOpen, window, open } = prospect('acknowledge', s);
    const { paid, open: still } = monthEnds(s, s.facts.age, false, true);
    close(forkTo(event, 'paid').chance, paid);
    close(staysOpen, still);
    expect(spent(event)).toBeCloseTo(chasingCost(s) + a.acknowledging.hours * a.money.staff_rate, 6);
    expect([window, open, forkTo(event, 'paid').event.at]).toEqual([1, { until: 0.5 }, 0.5]);
    expect(codes('acknowledge', at({ acknowledged: true }))).toEqual(['debt_acknowledged']);
    expect(codes('acknowledge', at({ contact: 'unreachable' }))).toEqual(['nobody_to_sign']);
  });
});

describe('others who collect', () => {
  test('take their share of what each kind of debtor pays within their time', () => {
    const s = at({ claim_kind: 'lease', agency: { fee_rate: '20%' } });
    const { event, open, relationship } = prospect('agency', s);
    const { months, effort, hand_over_hours } = a.collector;
    const { pay, fail, deteriorate } = s.debtor.hazards;
    const all = (k: number) => pay[k]! * effort + fail[k]! + deteriorate[k]!;
    const left = (k: number) => 1 - Math.exp(-all(k) * months);
    const by = (id: string) =>
      each((k) => event.next!.filter(({ event: to }) => to.id === id).reduce((sum, { chance }) => sum + chance[k]!, 0));
    close(
      by('collected'),
      each((k) => (left(k) * pay[k]! * effort) / all(k)),
    );
    close(
      by('insolvent'),
      each((k) => (left(k) * fail[k]!) / all(k)),
    );
    const [slow] = event.next!;
    expect(slow!.event.at).toBeCloseTo(1 / all(0) - (months * (1 - left(0))) / left(0), 9);
    expect(slow!.event.flows?.[0]).toMatchObject({ principal: 1_000_000, fee_rate: 0.2 });
    expect([spent(event), event.closes, relationship]).toEqual([
      hand_over_hours * a.money.staff_rate,
      months,
      a.relationship.loss.agency,
    ]);
    expect(open).toEqual({ until: s.state.limitation });
  });

  test('must be allowed to: servicers for the claims of their act, others once their right was checked', () => {
    const barred = (facts: object) => codes('agency', at(facts));
    expect(barred({ claim_kind: 'lease' })).toEqual([]);
    expect(barred({ claim_kind: 'lease', agency: { condition_met: false } })).toEqual(['servicer_condition']);
    expect(barred({ claim_kind: 'loan' })).toEqual(['servicer_condition']);
    expect(barred({ claim_kind: 'loan', agency: { condition_met: true } })).toEqual([]);
    expect(barred({ claim_kind: 'goods' })).toEqual(['unlicensed_collector', 'not_a_servicer_claim']);
    expect(barred({ claim_kind: 'goods', agency: { collector: 'servicer' } })).toEqual(['not_a_servicer_claim']);
    expect(barred({ claim_kind: 'goods', agency: { collector: 'unlicensed' } })).toEqual(['unlicensed_collector']);
    expect(barred({ claim_kind: 'goods', agency: { collector: 'lawful_collector' } })).toEqual([]);
    const needs = (facts: object) => option('agency').needs(at(facts));
    expect(needs({ claim_kind: 'lease' })).toEqual(['agency.fee_rate']);
    expect(needs({ claim_kind: 'lease', agency: { fee_rate: '20%' } })).toEqual([]);
    expect(needs({ claim_kind: 'goods' })).toEqual([]);
  });
});

test('the law of these situations is that of Japan', () => {
  expect(at().law).toBe(jp);
});

describe('the last weeks of a title', () => {
  const ending = { as_of: '2026-11-20', title: 'judgment', title_on: '2016-12-05', overdue_days: 3_800 };

  test.each([
    ['responsive', false],
    ['evasive', true],
    [undefined, true],
  ])('a debtor whose contact is %s is not asked to sign an acknowledgment any more: %s', (contact, isClosed) => {
    expect(codes('acknowledge', at({ ...ending, contact })).includes('limitation_near')).toBe(isClosed);
    expect(codes('acknowledge', at({ ...ending, title_on: '2020-12-05', contact }))).not.toContain('limitation_near');
  });
});

describe('a lump sum that the debtor offers', () => {
  const offered = at({ settle: { offer: 600_000 }, contact: 'responsive' });

  test('is named beside what we ask for, and not where nothing was offered', () => {
    expect(step('settle', offered, { level: 0.9 })).toMatch(/600,000.*900,000|900,000.*600,000/s);
    expect(step('settle', at({ contact: 'responsive' }), { level: 0.9 })).not.toContain('600,000');
  });
});
