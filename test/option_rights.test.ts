// Rights beside the claim, reckoned a second time: set-off on both sides of every day, goods taken back, guarantors asked in turn, the lien, a deed
// that is signed or not, an object frozen before a suit.
import { describe, expect, test } from 'vitest';
import { INSOLVENT, KINDS, type PerKind } from '../src/assumptions/kinds.ts';
import { DEFAULTS } from '../src/assumptions/values.ts';
import type { Event, Fork, Option, Prospect, Situation } from '../src/options/option.ts';
import { isUsed, usedWith } from '../src/options/rights/side_rights.ts';
import { MEMBERS, situationOf } from './situations.ts';

const a = DEFAULTS;
const AS_OF = '2026-11-21';
const PER_MONTH = 365.25 / 12;
const BASE = { amount: 1_000_000, overdue_days: 60, as_of: AS_OF };
const at = (facts: object = {}, month = 0): Situation => ({ ...situationOf({ ...BASE, ...facts }), month });
const BY_ID = new Map<string, Option>(MEMBERS);
const option = (id: string): Option => BY_ID.get(id)!;
const prospect = (id: string, s: Situation, terms: unknown = option(id).variants(s)[0]): Prospect =>
  option(id).prospect(s, terms);
const codes = (id: string, facts: object) =>
  option(id)
    .bars(at(facts))
    .map(({ code }) => code);
const needs = (id: string, facts: object) => option(id).needs(at(facts));
const each = (of: (k: number) => number): PerKind => KINDS.map((_, k) => of(k));
const close = (found: PerKind | undefined, expected: PerKind) => {
  expect(found?.length).toBe(KINDS.length);
  found?.forEach((value, k) => {
    expect(value, KINDS[k]).toBeCloseTo(expected[k]!, 9);
  });
};
/** A step that leads to what depends on whether the claim stands, as where it does. */
const standing = (of: Prospect): Prospect => ({
  ...of,
  event: { ...of.event, next: forkTo(of.event, 'claim_stands').event.next ?? [] },
});
const forkTo = (event: Event | undefined, id: string): Fork => event!.next!.find(({ event: to }) => to.id === id)!;
const spent = (event: Event | undefined) =>
  (event?.flows ?? []).reduce((sum, { external = 0, own_time = 0 }) => sum + external + own_time, 0);
const staff = (hours: number) => hours * a.money.staff_rate;

describe('set-off', () => {
  const owing = (offset: object = {}, facts: object = {}) => ({ offset: { payable: 400_000, ...offset }, ...facts });

  test('takes the smaller of the two debts, when ours would have been due', () => {
    const of = (offset: object, month = 0) => prospect('offset', at(owing(offset), month));
    const { event, after, relationship } = of({});
    expect(event.flows).toEqual([{ at: 0, principal: 400_000 }, { external: 1_420 + a.offset.preparation }]);
    expect([after, relationship]).toEqual([{ balance: 600_000 }, a.relationship.loss.offset]);
    expect(of({ payable: 1_500_000 }).after).toEqual({ balance: 0 });
    expect(of({ payable_due_date: '2026-12-21' }).event.flows?.[0]?.at).toBeCloseTo(30 / PER_MONTH, 10);
    expect(of({ payable_due_date: '2026-10-21' }).event.flows?.[0]?.at).toBe(0);
    expect([needs('offset', {}), needs('offset', owing())]).toEqual([['offset.payable'], []]);
    expect(codes('offset', owing({ payable: 0 }))).toEqual(['nothing_owed']);
    expect(codes('offset', owing({}, { setoff_ban: true }))).toEqual(['set_off_ban']);
    expect(codes('offset', owing({}, { setoff_ban: false }))).toEqual([]);
  });

  test('comes too late where our debt was taken before the cause of our claim', () => {
    const contract = { contract_date: '2026-06-01' };
    const taken = (day: string, facts: object = contract) =>
      codes('offset', owing({ payable_attached_on: day }, facts));
    expect(taken('2026-05-31')).toEqual(['payable_attached']);
    expect(taken('2026-06-01')).toEqual(['payable_attached']);
    expect(taken('2026-06-02')).toEqual([]);
    expect(taken('2026-05-31', {})).toEqual([]);
    expect(codes('offset', owing({ payable_assigned_on: '2026-06-01' }, contract))).toEqual(['payable_assigned']);
    expect(codes('offset', owing({ payable_assigned_on: '2026-06-02' }, contract))).toEqual([]);
  });

  test('says what it does not know of the day on which our debt was taken', () => {
    const risk = (offset: object, facts: object = {}) =>
      JSON.stringify(option('offset').sentences.risk?.(at(owing(offset, facts)), {}));
    const unknown = risk({ payable_attached_on: '2026-09-22' });
    expect(risk({ payable_attached_on: '2026-09-23' })).not.toBe(unknown);
    expect(risk({ payable_assigned_on: '2026-09-22' })).toBe(unknown);
    expect(risk({ payable_attached_on: '2026-09-01' }, { invoice_date: '2026-08-31' })).not.toBe(unknown);
    expect(risk({ payable_attached_on: '2026-08-31' }, { invoice_date: '2026-08-31' })).toBe(unknown);
    const sayings = new Set([
      unknown,
      risk({}),
      risk({}, { address_known: false }),
      risk({}, { insolvency: 'petition' }),
      risk({ payable_arose_on: '2026-11-02', crisis_known_on: '2026-11-01' }, { insolvency: 'petition' }),
      risk({}, { insolvency: 'bankruptcy' }),
    ]);
    expect(sayings.size).toBe(6);
    expect(risk({}, { address_known: false, insolvency: 'bankruptcy' })).toBe(risk({}, { insolvency: 'bankruptcy' }));
  });

  test('is not for wages and torts, nor for materials before the fee is due', () => {
    expect(codes('offset', owing({ payable_kind: 'wages' }))).toEqual(['payable_excluded']);
    expect(codes('offset', owing({ payable_kind: 'damages' }))).toEqual(['payable_excluded']);
    expect(codes('offset', owing({ payable_kind: 'trade' }))).toEqual([]);
    const supplied = (payable_due_date: string, materials_supplied = true) =>
      codes('offset', owing({ payable_due_date, materials_supplied }));
    expect(supplied('2026-11-22')).toEqual(['materials_early']);
    expect(supplied(AS_OF)).toEqual([]);
    expect(supplied('2026-11-22', false)).toEqual([]);
  });

  test('in proceedings is not for a debt incurred after the crisis was known', () => {
    const incurred = (payable_arose_on: string, insolvency: string) =>
      codes('offset', owing({ payable_arose_on, crisis_known_on: '2026-11-01' }, { insolvency }));
    expect(incurred('2026-11-02', 'bankruptcy')).toEqual(['incurred_in_crisis']);
    expect(incurred('2026-11-01', 'bankruptcy')).toEqual([]);
    expect(incurred('2026-11-02', 'petition')).toEqual([]);
    expect(incurred('2026-11-02', 'liquidation')).toEqual([]);
  });

  test('in a rescue is declared within the time for filing, in which the claim must fall due', () => {
    const rescue = (claims_deadline: string, facts: object = {}) =>
      codes('offset', owing({}, { insolvency: 'rehabilitation', claims_deadline, ...facts }));
    expect(rescue(AS_OF)).toEqual([]);
    expect(rescue('2026-11-20')).toEqual(['set_off_too_late']);
    // Due on 2026-12-21.
    expect(rescue('2026-12-20', { overdue_days: -30 })).toEqual(['due_after_filing']);
    expect(rescue('2026-12-21', { overdue_days: -30 })).toEqual(['not_due']);
    expect(codes('offset', owing({}, { insolvency: 'bankruptcy', overdue_days: -30 }))).toEqual([]);
    expect(codes('offset', owing({}, { overdue_days: -30 }))).toEqual(['not_due']);
    const days = (insolvency: string, claims_deadline: string) =>
      option('offset')
        .deadlines?.(at({ insolvency, claims_deadline }), false)
        .map(({ on, kind }) => [on, kind]);
    expect(days('rehabilitation', AS_OF)).toEqual([[AS_OF, 'set_off']]);
    expect(days('rehabilitation', '2026-11-20')).toEqual([]);
    expect(days('bankruptcy', '2026-12-20')).toEqual([]);
  });

  test('of a claim that is barred needs two debts that stood against each other before', () => {
    const barred = { due_date: '2020-06-30', contract_date: '2020-06-01', overdue_days: undefined };
    const due = (payable_due_date?: string) =>
      codes('offset', owing(payable_due_date ? { payable_due_date } : {}, barred));
    expect([due('2025-06-30'), due('2025-07-01'), due()]).toEqual([[], ['limitation_expired'], ['limitation_expired']]);
  });
});

describe('goods that are taken back', () => {
  const back = (more: object = {}, facts: object = {}) => ({
    claim_kind: 'goods',
    return_goods: { value: 200_000, consent: true, ...more },
    ...facts,
  });
  test('count at their value, less what it costs to fetch them', () => {
    const { event, after } = prospect('return_goods', at(back()));
    expect(event.flows).toEqual([
      { at: a.goods.months, principal: 200_000 },
      { external: 200_000 * a.goods.cost_share },
    ]);
    expect(after).toEqual({ balance: 800_000, used: 'goods' });
    expect(prospect('return_goods', at(back({ value: 1_500_000 }))).after?.balance).toBe(0);
  });
  test('need goods, a value and the consent of who holds them', () => {
    expect(codes('return_goods', back())).toEqual([]);
    expect(codes('return_goods', back({ consent: false }))).toEqual(['no_consent']);
    expect(codes('return_goods', back({ value: 0 }))).toEqual(['nothing_to_return']);
    expect(codes('return_goods', back({}, { claim_kind: 'services' }))).toEqual(['no_goods']);
    expect(needs('return_goods', {})).toEqual(['return_goods.value', 'return_goods.consent']);
    expect(needs('return_goods', back())).toEqual([]);
  });
});

describe('a month without more', () => {
  test('stopped deliveries press each kind by its own measure', () => {
    const s = at({ stop_supply: { per_month: 300_000 } });
    const { pay, fail } = s.debtor.hazards;
    const { event, staysOpen, window, open } = prospect('stop_supply', s);
    const rate = (k: number) => pay[k]! * a.supply_stop.pressure[k]!;
    const gone = (k: number) => 1 - Math.exp(-(rate(k) + fail[k]!));
    close(
      forkTo(event, 'paid').chance,
      each((k) => (gone(k) * rate(k)) / (rate(k) + fail[k]!)),
    );
    close(
      staysOpen,
      each((k) => 1 - gone(k)),
    );
    expect([spent(event), window, open]).toEqual([staff(a.supply_stop.hours), 1, { until: 6.5 }]);
  });

  test.each(['pause', 'acknowledge', 'stop_supply'])(
    '%s: from the moment on which the limitation period ends fewer pay, and not before',
    (id) => {
      const s = at({ stop_supply: { per_month: 300_000 } });
      const ending = (limitation: number) => prospect(id, { ...s, state: { ...s.state, limitation } }).staysOpen;
      expect(ending(0.1)).toEqual(prospect(id, s).staysOpen);
      expect(ending(0)).toEqual(ending(-1));
      expect(ending(0)![1]).toBeGreaterThan(ending(0.1)![1]!);
    },
  );

  test('a pause costs a look, and before the due date leaves the day to come', () => {
    const s = at();
    const { pay, fail } = s.debtor.hazards;
    const { event, staysOpen, window, open } = prospect('pause', s);
    const rate = (k: number) => pay[k]! * a.hazard.passive_factor;
    close(
      staysOpen,
      each((k) => Math.exp(-(rate(k) + fail[k]!))),
    );
    expect([spent(event), window, open, forkTo(event, 'paid_unprompted').event.at]).toEqual([
      staff(a.looking_again.hours),
      1,
      { until: 0.5 },
      0.5,
    ]);
    const near = prospect('pause', at({ overdue_days: -15 }));
    expect(forkTo(near.event, 'paid_unprompted').event.at).toBeCloseTo((15 / PER_MONTH + 1) / 2, 10);
    const far = prospect('pause', at({ overdue_days: -60 }));
    expect(forkTo(far.event, 'paid_unprompted').event.at).toBe(0.5);
    close(forkTo(far.event, 'paid_unprompted').chance, [0, 0, 0, 0, 0]);
  });
});

describe('a guarantor, and others who owe', () => {
  const asked = (guarantor: object, facts: object = {}) => standing(prospect('guarantor', at({ guarantor, ...facts })));
  const { pays, forced, months_to_pay, months_forced, months_titled, preparation } = a.surety;

  test('pays on demand, is made to pay, or pays nothing', () => {
    const { event, open } = asked({ value: 300_000 });
    expect(spent(event)).toBeCloseTo(1_420 + preparation + staff(a.chasing_beside.hours * months_to_pay), 6);
    expect(event.next!.map(({ event: to, chance }) => [to.id, to.at, chance[0]])).toEqual([
      ['paid_by_guarantor', months_to_pay, pays.joint],
      ['guarantor_forced', months_forced, (1 - pays.joint) * forced],
      ['guarantor_pays_nothing', months_forced, (1 - pays.joint) * (1 - forced)],
    ]);
    const [own, made, nothing] = event.next!.map(({ event: to }) => to);
    // The disputing are granted enough for that.
    const share = [1, 1, 1, 1, 1];
    expect(own!.flows).toEqual([{ principal: 300_000, share, interest_share: a.money.interest_paid_voluntarily }]);
    // A suit over 300,000 on paper, an attachment, and the hours of both.
    const costs = 3_000 + 2_500 + 8_000 + staff(a.court.hours.suit + a.court.hours.enforcement);
    expect([spent(made), spent(nothing)]).toEqual([costs, costs]);
    expect(made!.flows?.at(-1)).toEqual({ principal: 300_000, share, interest_share: a.money.interest_paid_in_court });
    expect(open).toEqual({ until: at().state.limitation });
    const left = (to: Event) => forkTo(to, 'rest_goes_on').event.goes_on;
    expect([left(own!), left(made!), left(nothing!)]).toEqual([
      { balance: 700_000, used: 'others' },
      { balance: 700_000, used: 'others' },
      { balance: 1_000_000, used: 'others' },
    ]);
  });

  test('a plain one pays less often; a chance that is told takes the place of the usual', () => {
    const chance = (guarantor: object) => asked({ value: 300_000, ...guarantor }).event.next![0]!.chance[0];
    expect([chance({ joint: false }), chance({ joint: true }), chance({ pays: '80%' })]).toEqual([
      pays.plain,
      pays.joint,
      0.8,
    ]);
  });

  test('a title against it spares the suit and its months', () => {
    const { event } = prospect('guarantor', at({ guarantor: { value: 300_000, title: true } }));
    const made = forkTo(event, 'guarantor_forced').event;
    expect([made.at, spent(made)]).toEqual([months_titled, 8_000 + staff(a.court.hours.enforcement)]);
  });

  test('a maximum caps what is asked, interest included', () => {
    const paid = (guarantor: object) => asked(guarantor).event.next![0]!.event.flows;
    const share = [1, 1, 1, 1, 1];
    expect(paid({ value: 300_000, maximum: 250_000 })).toEqual([{ principal: 250_000, share }]);
    expect(paid({ value: 300_000, maximum: 350_000 })).toEqual([{ principal: 300_000, share }]);
    const all = asked({ value: 1_500_000 }).event.next![0]!.event;
    expect([all.flows?.[0]?.principal, all.next]).toEqual([1_000_000, []]);
    // Of the disputing no more of the whole than a court grants.
    close(all.flows?.[0]?.share, [1, 1, 1, 1 - a.dispute.lost_share * a.dispute.share_none, 1]);
  });

  test('others are asked after it, two in all; a prime contractor only for works, and is not sued', () => {
    const people = (other_debtors: object[], facts: object = {}) => {
      const { event } = prospect('guarantor', at({ other_debtors, ...facts }));
      return (event.flows ?? []).filter(({ external }) => external === 1_420 + preparation).length;
    };
    const joint = { kind: 'joint_debtor', amount: 100_000 };
    const prime = { kind: 'prime_contractor', amount: 100_000 };
    expect(people([joint])).toBe(1);
    expect(people([joint, joint, joint])).toBe(2);
    expect(people([joint, joint], { guarantor: { value: 1 } })).toBe(2);
    expect(people([{ kind: 'director', amount: 100_000 }, joint])).toBe(1);
    expect(people([{ kind: 'joint_debtor' }])).toBe(0);
    expect([
      people([prime]),
      people([prime], { claim_kind: 'works' }),
      people([prime], { claim_kind: 'goods' }),
    ]).toEqual([1, 1, 0]);
    const { event } = prospect('guarantor', at({ other_debtors: [prime], claim_kind: 'works' }));
    expect(event.next!.map(({ event: to, chance }) => [to.id, to.at, chance[0], spent(to)])).toEqual([
      ['paid_by_guarantor', months_to_pay, pays.prime_contractor, 0],
      ['guarantor_forced', months_forced, 0, 0],
      ['guarantor_pays_nothing', months_to_pay, 1 - pays.prime_contractor, 0],
    ]);
    expect(event.next![0]!.event.flows).toEqual([{ principal: 100_000 }]);
    const endorser = prospect('guarantor', at({ other_debtors: [{ kind: 'endorser', amount: 1 }] }));
    expect(endorser.event.next![0]!.chance[0]).toBe(pays.endorser);
    expect(codes('guarantor', { other_debtors: [{ kind: 'director', amount: 1 }] })).toEqual(['nobody_else_owes']);
    expect(codes('guarantor', { other_debtors: [joint] })).toEqual([]);
    expect([needs('guarantor', {}), needs('guarantor', { other_debtors: [joint] })]).toEqual([['guarantor.value'], []]);
  });

  test('a plain one sends us to the principal first: by a demand, and to its known assets', () => {
    const plain = (facts: object) => codes('guarantor', { guarantor: { value: 1, joint: false }, ...facts });
    expect(plain({})).toEqual(['principal_first']);
    expect(plain({ demand_sent: true })).toEqual([]);
    expect(plain({ demand_sent: true, assets: 'known' })).toEqual(['principal_assets_first']);
    expect(plain({ demand_sent: true, assets: 'partly' })).toEqual([]);
    expect(plain({ insolvency: 'bankruptcy' })).toEqual([]);
    expect(plain({ address_known: false })).toEqual([]);
    expect(plain({ title: 'judgment' })).toEqual([]);
  });

  test('without writing, or as an individual without a maximum for all debts, it is void', () => {
    const void_ = (guarantor: object) => codes('guarantor', { guarantor: { value: 1, ...guarantor } });
    expect(void_({ written: false })).toEqual(['guarantee_not_written']);
    const open = { kind: 'individual', open_ended: true };
    expect(void_(open)).toEqual(['guarantee_without_maximum']);
    expect(void_({ ...open, maximum: 1 })).toEqual([]);
    expect(void_({ ...open, kind: 'corporation' })).toEqual([]);
    expect(void_({ ...open, open_ended: false })).toEqual([]);
    expect(void_({ ...open, guaranteed_on: '2020-03-31' })).toEqual([]);
    expect(void_({ ...open, guaranteed_on: '2020-04-01' })).toEqual(['guarantee_without_maximum']);
  });
});

describe('what is left once a right is used', () => {
  test('the debtor has paid it, failed, or it goes on, as when it is chased beside', () => {
    const s = at({ guarantor: { value: 300_000 } });
    const { event } = standing(prospect('guarantor', s));
    const paid = forkTo(event, 'paid_by_guarantor').event;
    const { late, fail } = s.debtor.hazards;
    const rate = (k: number) => late[k]! * a.chasing_beside.effort;
    const open = (k: number) => Math.exp(-(rate(k) + fail[k]!) * paid.at);
    close(
      forkTo(paid, 'rest_paid').chance,
      each((k) => ((1 - open(k)) * rate(k)) / (rate(k) + fail[k]!)),
    );
    close(
      forkTo(paid, 'insolvent').chance,
      each((k) => ((1 - open(k)) * fail[k]!) / (rate(k) + fail[k]!)),
    );
    close(forkTo(paid, 'rest_goes_on').chance, each(open));
    expect(forkTo(paid, 'rest_paid').event.flows?.[0]).toMatchObject({
      principal: 700_000,
      interest_share: a.money.interest_paid_voluntarily,
    });
    expect(forkTo(paid, 'insolvent').event.fails).toBe(700_000);
  });

  test('under a title all of it is to be had, and without one what such debtors pay', () => {
    const shareOf = (enforceable: boolean, share: PerKind | null = null) => {
      const s = at({ guarantor: { value: 300_000 } });
      const { event } = standing(prospect('guarantor', { ...s, state: { ...s.state, enforceable, share } }));
      return forkTo(event.next![0]!.event, 'rest_paid').event.flows![0]!.share;
    };
    close(shareOf(false), at().debtor.paid_share);
    close(shareOf(true), [1, 1, 1, 1, 1]);
    close(shareOf(true, [0.6, 0.6, 0.6, 0.6, 0.6]), [0.6, 0.6, 0.6, 0.6, 0.6]);
  });

  test('in proceedings nothing of it comes in by itself, and nobody is chased', () => {
    const { event } = standing(prospect('guarantor', at({ insolvency: 'bankruptcy', guarantor: { value: 300_000 } })));
    expect(spent(event)).toBe(1_420 + a.surety.preparation);
    expect(event.next![0]!.event.next!.map(({ event: to }) => to.id)).toEqual(['rest_goes_on']);
  });

  test('is used once, whatever else was used', () => {
    const s = at();
    const used = (words: string) => ({ ...s, state: { ...s.state, used: words } });
    expect([usedWith(s, 'others'), usedWith(used('others'), 'goods'), usedWith(used('goods'), 'goods')]).toEqual([
      'others',
      'goods others',
      'goods',
    ]);
    expect([isUsed(used('goods others'), 'goods'), isUsed(used('others'), 'goods')]).toEqual([true, false]);
    const again = used('others');
    const withGuarantor = at({ guarantor: { value: 1 } });
    expect(
      option('guarantor')
        .bars({ ...withGuarantor, state: again.state })
        .map(({ code }) => code),
    ).toEqual(['used_before']);
  });
});

describe("the seller's lien", () => {
  const lien = (terms: object, facts: object = {}) => ({ claim_kind: 'goods', lien: terms, ...facts });
  const l = a.sale_lien;

  test('brings the goods by auction, less its costs, and the rest goes on', () => {
    const { event, open } = standing(prospect('lien', at(lien({ goods_value: 300_000 }))));
    expect(spent(event)).toBeCloseTo(8_000 + staff(l.hours) + staff(a.chasing_beside.hours * l.resale_months), 6);
    const got = forkTo(event, 'goods_auctioned');
    expect([got.chance[0], got.event.at]).toEqual([l.goods_obtained, l.goods_months]);
    expect(got.event.flows).toEqual([
      { principal: 300_000, share: [1, 1, 1, 1, 1], interest_share: a.money.interest_paid_in_court },
      { external: 300_000 * l.auction_cost_share },
    ]);
    expect(forkTo(event, 'goods_auctioned_failed').chance[0]).toBe(1 - l.goods_obtained);
    expect(forkTo(got.event, 'rest_goes_on').event.goes_on).toEqual({ balance: 700_000, used: 'goods' });
    expect(open).toEqual({ until: 6.5 });
  });

  test('brings the resale price first, and of both no more than is owed', () => {
    const { event } = standing(prospect('lien', at(lien({ goods_value: 800_000, resale_price: 600_000 }))));
    const first = forkTo(event, 'resale_price_collected');
    expect([first.chance[0], first.event.at, first.event.flows?.[0]?.principal]).toEqual([
      l.resale_obtained,
      l.resale_months,
      600_000,
    ]);
    const second = forkTo(first.event, 'goods_auctioned').event;
    expect([second.flows?.[0]?.principal, second.next]).toEqual([400_000, []]);
  });

  test('fades month by month: goods leave, prices are paid; a day that is told does not', () => {
    const chance = (terms: object, id: string, month: number) =>
      forkTo(standing(prospect('lien', at(lien(terms), month))).event, id).chance[0];
    expect(chance({ goods_value: 1 }, 'goods_auctioned', 2)).toBeCloseTo(
      l.goods_obtained * Math.exp(-2 * l.goods_leave),
      10,
    );
    expect(chance({ resale_price: 1 }, 'resale_price_collected', 2)).toBeCloseTo(
      l.resale_obtained * Math.exp(-2 * l.resale_paid),
      10,
    );
    const told = { resale_price: 1, paid_on: '2027-03-31' };
    expect(chance(told, 'resale_price_collected', 2)).toBe(l.resale_obtained);
    const denied = forkTo(prospect('lien', at(lien(told))).event, 'claim_denied').event;
    expect(denied.next?.map(({ event: to }) => to.id)).not.toContain('resale_price_collected');
    const ends = prospect('lien', at(lien(told))).open?.until;
    expect(ends).toBeCloseTo(130 / PER_MONTH, 10);
    expect(prospect('lien', at(lien({ ...told, goods_value: 1 }))).open?.until).toBe(6.5);
  });

  test('is gone with the goods and with the payment', () => {
    const gone = (terms: object, facts: object = {}) => codes('lien', lien(terms, facts));
    expect(gone({ goods_value: 1 })).toEqual([]);
    expect(gone({ goods_value: 1, still_held: false })).toEqual(['goods_delivered']);
    expect(gone({ goods_value: 1, identifiable: false })).toEqual(['goods_delivered']);
    expect(gone({ resale_price: 1 })).toEqual([]);
    expect(gone({ resale_price: 1, resale_unpaid: false })).toEqual(['resale_paid']);
    expect(gone({ resale_price: 1, paid_on: AS_OF })).toEqual(['resale_paid']);
    expect(gone({ resale_price: 1, paid_on: '2026-11-22' })).toEqual([]);
    expect(gone({ goods_value: 1, still_held: false, resale_price: 1, resale_unpaid: false })).toEqual([
      'goods_delivered',
      'resale_paid',
    ]);
    expect(gone({ goods_value: 0 })).toEqual(['nothing_under_lien']);
    expect(codes('lien', { claim_kind: 'services', lien: { goods_value: 1 } })).toEqual(['no_lien']);
    expect(codes('lien', { lien: { goods_value: 1 } })).toEqual([]);
    expect(gone({ goods_value: 1 }, { insolvency: 'reorganisation' })).toEqual(['stayed_by_insolvency']);
    expect(gone({ goods_value: 1 }, { insolvency: 'bankruptcy', overdue_days: -30 })).toEqual([]);
    expect(gone({ goods_value: 1 }, { overdue_days: -30 })).toEqual(['not_due']);
    expect(needs('lien', {})).toEqual(['lien.goods_value', 'lien.resale_price']);
    expect(needs('lien', { lien: { resale_price: 1 } })).toEqual([]);
  });

  test('has the day of the payment as its deadline, until it has come', () => {
    const days = (terms: object) =>
      option('lien')
        .deadlines?.(at(lien(terms)), false)
        .map(({ on }) => on);
    expect(days({ resale_price: 1, paid_on: '2026-11-22' })).toEqual(['2026-11-22']);
    expect(days({ resale_price: 1, paid_on: AS_OF })).toEqual([]);
    expect(days({ resale_price: 1 })).toEqual([]);
    expect(days({ goods_value: 1, paid_on: '2026-12-22' })).toEqual([]);
    expect(days({ resale_price: 1, paid_on: '2026-12-22', resale_unpaid: false })).toEqual([]);
  });
});

describe('an agreement that is a title', () => {
  test('a deed is signed by some who acknowledged, and by most who had promised it', () => {
    const { agreement } = a;
    const signed = (facts: object) => {
      const s = at({ contact: 'evasive', ...facts });
      const { alive, failed } = s.debtor.survival(agreement.months_deed);
      const { event } = prospect('enforceable_deed', s);
      close(forkTo(event, 'insolvent').chance, failed);
      return [forkTo(event, 'deed_signed').chance, forkTo(event, 'no_agreement').chance, alive, event] as const;
    };
    const [usual, refuses, alive, event] = signed({ acknowledged: true });
    const willing = agreement.signs_deed.map((p) => p * a.contact.evasive);
    close(
      usual,
      each((k) => alive[k]! * willing[k]!),
    );
    close(
      refuses,
      each((k) => alive[k]! * (1 - willing[k]!)),
    );
    const [promised] = signed({ enforceable_deed: { agreed: true } });
    close(
      promised,
      each((k) => alive[k]! * agreement.signs_as_agreed),
    );
    expect(spent(event)).toBe(staff(agreement.hours));
    // The deed over 1,000,000, its clause and its service.
    expect(spent(forkTo(event, 'deed_signed').event)).toBe(5_000 + 2_000 + 1_600 + agreement.deed_preparation);
    expect(forkTo(event, 'no_agreement').event.goes_on).toEqual({ standing: 'acknowledged', used: 'instalments' });
    expect(codes('enforceable_deed', {})).toEqual(['debt_not_acknowledged']);
    expect(codes('enforceable_deed', { acknowledged: true })).toEqual([]);
    expect(codes('enforceable_deed', { enforceable_deed: { agreed: true } })).toEqual([]);
    expect(codes('enforceable_deed', { acknowledged: true, title: 'judgment' })).toEqual(['title_in_hand']);
  });

  test('is paid in two halves, each kept or not; what is not paid goes on with the title', () => {
    const s = at({ acknowledged: true });
    const made = forkTo(prospect('enforceable_deed', s).event, 'deed_signed').event;
    const { first_instalments: first, all_instalments: all } = a.court.months;
    const signed = a.agreement.months_deed;
    const kept = a.court.settlement_performed.map((p) => p ** 0.5);
    const due = forkTo(made, 'half_due');
    close(due.chance, s.debtor.survival(first).alive);
    close(forkTo(made, 'insolvent').chance, s.debtor.survival(first).failed);
    expect(forkTo(made, 'insolvent').event).toMatchObject({ fails: 1_000_000, at: signed + first / 2 });
    const half = forkTo(due.event, 'half_paid');
    close(half.chance, kept);
    expect(half.event.at).toBe(signed + first);
    const [receipt, watching] = half.event.flows!;
    expect(receipt).toMatchObject({ principal: 1_000_000, interest_share: a.money.interest_paid_in_plan });
    close(
      receipt!.share,
      each(() => 0.5),
    );
    expect(watching!.own_time).toBeCloseTo((a.agreement.monthly_cost * all) / 2, 9);
    const broken = forkTo(due.event, 'agreement_broken');
    close(
      broken.chance,
      kept.map((p) => 1 - p),
    );
    expect(broken.event.goes_on).toMatchObject({
      standing: 'title',
      enforceable: true,
      acknowledged: true,
      limitation: Number.POSITIVE_INFINITY,
      used: 'instalments',
    });
    close(
      broken.event.goes_on!.share!,
      each(() => 1),
    );
    expect(forkTo(half.event, 'insolvent').event).toMatchObject({
      fails: 500_000,
      at: signed + first + (all - first) / 2,
    });
    const rest = forkTo(half.event, 'rest_due').event;
    expect([rest.at, forkTo(rest, 'paid_as_agreed').event.at]).toEqual([signed + all, signed + all]);
    close(
      forkTo(rest, 'agreement_broken').event.goes_on!.share!,
      each(() => 0.5),
    );
  });
});

describe('an object frozen before a suit', () => {
  type Secured = { readonly secure: boolean };
  const secures = (facts: object) => (option('suit').variants(at(facts)) as Secured[]).some(({ secure }) => secure);
  const KNOWN = { assets: 'known' };

  test('must be known, within reach and not behind a title or proceedings', () => {
    expect(secures({})).toBe(false);
    expect(secures(KNOWN)).toBe(true);
    expect(secures({ assets: 'partly' })).toBe(false);
    expect(secures({ assets: 'partly', provisional_attachment: { object: 'real_estate' } })).toBe(true);
    expect(secures({ assets: 'unknown', provisional_attachment: { object: 'real_estate' } })).toBe(false);
    expect(secures({ ...KNOWN, insolvency: 'dishonoured' })).toBe(false);
    expect(secures({ ...KNOWN, title: 'judgment' })).toBe(false);
    expect(secures({ ...KNOWN, debtor_country: 'US' })).toBe(false);
    expect(secures({ ...KNOWN, debtor_country: 'US', assets_here: true })).toBe(true);
  });

  test('costs the fee, hours, a tax on land, and what the locked security would have earned', () => {
    const secured = (facts: object) => {
      const s = at({ ...KNOWN, ...facts });
      const plain = prospect('suit', s, { secure: false, scrivener: false });
      const { event } = prospect('suit', s, { secure: true, scrivener: false });
      const { months } = a.court;
      const years = (months.summary_judgment + months.voluntary + a.enforce.months) / 12;
      const locked = spent(forkTo(event, 'frozen').event) / (a.money.discount_rate * years);
      return [Math.round(spent(event) - spent(plain.event)), Math.round(locked)];
    };
    const petition = 2_000 + staff(a.securing.hours);
    // A quarter of a deposit that covers half the claim.
    expect(secured({})).toEqual([petition, 125_000]);
    const object = (name: string, value?: number, more: object = {}) =>
      secured({ provisional_attachment: { object: name, ...(value ? { value } : {}) }, ...more });
    expect(object('bank_deposit', 800_000)).toEqual([petition, 200_000]);
    expect(object('bank_deposit', 3_000_000)).toEqual([petition, 250_000]);
    expect(object('real_estate', 800_000)).toEqual([petition + 4_000, 140_000]);
    expect(object('receivable', 800_000)).toEqual([petition, 160_000]);
    expect(object('deposit', 800_000)).toEqual([petition, 140_000]);
    expect(object('movables', 800_000)).toEqual([petition, 250_000]);
    expect(object('bank_deposit', 800_000, { claim_kind: 'bill' })).toEqual([petition, 140_000]);
  });

  test('is hit more often than enforcement would find it later, and some pay to have it released', () => {
    const s = at(KNOWN);
    const { event } = prospect('suit', s, { secure: true, scrivener: false });
    const { success, fades, reach } = a.enforce;
    const age = 60 / PER_MONTH;
    const found = (k: number) => Math.min(1, success.known[k]! / reach) * Math.exp(-fades[k]! * age);
    const fresh = (k: number) => Math.min(1, success.known[k]! / reach);
    const hits = each((k) => Math.min(1, (found(k) * (success.known[k]! / fresh(k))) / a.securing.kept[k]!));
    close(forkTo(event, 'frozen').chance, hits);
    close(
      forkTo(event, 'nothing_frozen').chance,
      hits.map((p) => 1 - p),
    );
    const frozen = forkTo(event, 'frozen').event;
    close(forkTo(frozen, 'paid_to_release').chance, a.securing.pays);
    expect(forkTo(frozen, 'paid_to_release').event.at).toBe(a.securing.months_to_pay);
    expect(INSOLVENT).toBe(4);
  });

  test('comes in under the title whatever else the attachment takes, and no further', () => {
    const taken = (used: string) => {
      const s = at({ ...KNOWN, provisional_attachment: { object: 'bank_deposit', value: 300_000 } });
      const state = { ...s.state, standing: 'title', enforceable: true, used } as const;
      const { event } = prospect('enforce', { ...s, state }, { order: 'attach', alone: false });
      const find = (one: Event): Event | undefined =>
        one.id === 'nothing_taken' ? one : (one.next ?? []).map(({ event: to }) => find(to)).find(Boolean);
      return find(event)!.flows!.map(({ principal }) => principal);
    };
    expect(taken('frozen')).toEqual([300_000]);
    expect(taken('')).toEqual([]);
  });
});
