// What each step tells, and to whom: which sentence stands in which case, on both sides of the fact that decides it.
import { describe, expect, test } from 'vitest';
import { DEFAULTS } from '../src/assumptions/values.ts';
import type { Option, Situation } from '../src/options/option.ts';
import { soughtFirst } from '../src/options/talks/sought.ts';
import { TOLD_WHERE } from './cases/told.ts';
import { MEMBERS, situationOf, VOICES } from './situations.ts';

const a = DEFAULTS;
const AS_OF = '2026-11-21';
const BASE = { amount: 1_000_000, overdue_days: 60, as_of: AS_OF };
const at = (facts: object = {}, month = 0): Situation => ({ ...situationOf({ ...BASE, ...facts }), month });
const BY_ID = new Map<string, Option>(MEMBERS);
const option = (id: string): Option => BY_ID.get(id)!;
const english = (sentence: Parameters<typeof VOICES.en.tell>[0] | null | undefined) =>
  sentence ? VOICES.en.tell(sentence) : null;
const sentence = (what: 'step' | 'risk' | 'reason', id: string, facts: object | Situation, terms?: unknown) => {
  const s = 'state' in facts ? (facts as Situation) : at(facts);
  return english(option(id).sentences[what]?.(s, terms ?? option(id).variants(s)[0]));
};
const limited = (facts: object, limitation: number) => {
  const s = at(facts);
  return { ...s, state: { ...s.state, limitation } };
};

describe('a demand', () => {
  test.each<[string, object, RegExp]>([
    ['by certified mail', {}, /^Send a content-certified demand with proof of delivery and a deadline; wait/],
    ['abroad by tracked mail', { debtor_country: 'US' }, /^Content certification is for domestic mail/],
    ['to counsel who has given notice', { insolvency: 'counsel_notice' }, /to the debtor's counsel/],
    ['to the director of a company that cannot be reached', { contact: 'unreachable' }, /director's address/],
    [
      'to the director of a corporation that cannot be reached',
      { contact: 'unreachable', debtor_type: 'corporation' },
      /director's address/,
    ],
    [
      'to nobody else',
      { contact: 'unreachable', debtor_type: 'consumer' },
      /^Send a content-certified demand with proof/,
    ],
    ['to a company that answers', { contact: 'responsive' }, /^Send a content-certified demand with proof/],
  ])('is sent %s', (_, facts, words) => {
    expect(sentence('step', 'demand', facts)).toMatch(words);
  });

  test('looks for a company in the register: at home, before anything was agreed or judged, and not in proceedings', () => {
    const lost = { contact: 'unreachable', debtor_type: 'corporation' };
    const looks = (facts: object, standing: 'fresh' | 'acknowledged' = 'fresh') => {
      const s = at(facts);
      return soughtFirst({ ...s, state: { ...s.state, standing } }) !== null;
    };
    expect(looks(lost)).toBe(true);
    expect(looks({ ...lost, debtor_country: 'US' })).toBe(false);
    expect(looks(lost, 'acknowledged')).toBe(false);
    expect(looks({ ...lost, insolvency: 'bankruptcy' })).toBe(false);
  });

  test('says that it gains time in the last six months, and that it must arrive in the last half of one', () => {
    expect(sentence('reason', 'demand', limited({}, 5.9))).toMatch(/postpones the end/);
    expect(sentence('reason', 'demand', limited({}, 6))).toBeNull();
    expect(sentence('risk', 'demand', limited({}, 0.4))).toMatch(/must arrive within/);
    expect(sentence('risk', 'demand', limited({}, 0.5))).toBeNull();
    expect(sentence('risk', 'demand', { demand_sent: true })).toMatch(/is not known/);
    const told = { demand_sent: true, events: [{ on: '2026-10-01', kind: 'demand_received' }] };
    expect(sentence('risk', 'demand', told)).toBeNull();
  });

  test('that is not sent would keep a claim that is about to be barred, and evidence where it costs little', () => {
    const keeps = (months: number, near: boolean) => {
      const s = at();
      const near_end = { ...s, facts: { ...s.facts, limitation_months: months } };
      return english(option('demand').sentences.keeps?.(near_end, { yen: 1_234, near }));
    };
    expect(keeps(5.9, false)).toMatch(/time-barred.*about ¥4,020.*¥1,234/);
    expect(keeps(6, false)).toBeNull();
    expect(keeps(6, true)).toMatch(/evidence of the claim/);
  });

  test('is repeated only where that gains time', () => {
    const codes = (facts: object) =>
      option('demand')
        .bars(at(facts))
        .map(({ code }) => code);
    expect(codes({})).toEqual([]);
    expect(codes({ demand_sent: true })).toEqual(['demand_sent']);
    expect(codes({ address_known: false })).toEqual(['no_delivery_address']);
    const near = { overdue_days: undefined, due_date: '2021-12-31' };
    expect(codes({ ...near, demand_sent: true })).toEqual([]);
    const effective = { ...near, due_date: '2021-11-10', events: [{ on: '2026-11-01', kind: 'demand_received' }] };
    expect(codes(effective)).toEqual(['demand_without_effect']);
    const [bar] = option('demand').bars(at({ demand_sent: true }));
    const s = at({ demand_sent: true });
    expect(bar?.lifts).toBeCloseTo(s.facts.limitation_months - 6, 10);
  });

  test('of a long letter costs a sheet more', () => {
    const price = (facts: object) => {
      const s = at(facts);
      return option('demand').prospect(s, {}).asking?.[0]?.external;
    };
    expect(price({})).toBe(1_420 + a.demand.preparation);
    const long = { subcontract_act: true, received_on: '2026-03-01', overdue_days: 200, amount: 123_456_789 };
    expect([1_420, 1_710]).toContain((price(long) ?? 0) - a.demand.preparation);
  });
});

describe('a procedure that runs', () => {
  const running = (procedure: object, facts: object = {}) => at({ procedure, ...facts });
  const step = (procedure: object, terms?: unknown) => sentence('step', 'go_on', running(procedure), terms);

  test.each<[string, object, RegExp]>([
    ['a suit that was filed', { kind: 'suit', stage: 'filed' }, /^Wait for service and the hearing/],
    ['a suit that was served', { kind: 'suit', stage: 'served' }, /^Attend the hearing/],
    ['a suit that is heard', { kind: 'suit', stage: 'hearing' }, /^In the hearing offer to settle/],
    ['a small claim that was served', { kind: 'small_claims', stage: 'served' }, /^Attend the hearing/],
    ['an order that was filed', { kind: 'payment_order', stage: 'filed' }, /^Wait for service of the payment order/],
    ['an order that was served', { kind: 'payment_order', stage: 'served' }, /^Once the 14 days for an objection/],
    ['an order that was opposed', { kind: 'payment_order', stage: 'objected' }, /pay the rest of the fee \(¥7,500\)/],
    ['mediation', { kind: 'mediation', stage: 'filed' }, /^Attend the session of mediation/],
    ['mediation in session', { kind: 'mediation', stage: 'hearing' }, /^Attend the session of mediation/],
    ['a settlement', { kind: 'suit', stage: 'settled' }, /^Check every month/],
    ['a judgment', { kind: 'suit', stage: 'judged' }, /^See that the judgment or order is served/],
  ])('%s goes on with its next step', (_, procedure, words) => {
    expect(step(procedure)).toMatch(words);
  });

  test('an attachment is waited for, and what follows is chosen', () => {
    const enforcing = { kind: 'suit', stage: 'enforcing' };
    expect(step(enforcing, { order: 'attach_again' })).toMatch(/attach again after half a year/);
    expect(step(enforcing, { order: 'attach' })).toMatch(/keep the title and wait/);
    const choices = (procedure: object) => option('go_on').variants(running(procedure));
    const orders = ['attach', 'attach_again'];
    expect(choices(enforcing)).toEqual(orders.map((order) => ({ order, if_opposed: null })));
    expect(choices({ kind: 'suit', stage: 'judged' })).toEqual([{ order: null, if_opposed: null }]);
  });

  test('an order for payment that is not opposed yet may be dropped when it is, which the step says', () => {
    const choices = (stage: string) => option('go_on').variants(running({ kind: 'payment_order', stage }));
    for (const stage of ['filed', 'served'])
      expect(choices(stage), stage).toEqual(['sue', 'drop'].map((if_opposed) => ({ order: null, if_opposed })));
    for (const stage of ['objected', 'hearing', 'judged'])
      expect(choices(stage), stage).toEqual([{ order: null, if_opposed: null }]);
    const filed = { kind: 'payment_order', stage: 'filed' };
    expect(step(filed, { order: null, if_opposed: 'drop' })).toMatch(/If it is opposed, .* withdraw it/);
    expect(step(filed, { order: null, if_opposed: 'sue' })).not.toMatch(/opposed, /);
  });

  test('is withdrawn with consent once the debtor has answered; of a title or a settlement nothing is said', () => {
    const warns = (procedure: object, facts: object = {}) =>
      english(option('go_on').sentences.warning?.(running(procedure, facts)));
    expect(warns({ kind: 'suit', stage: 'filed' })).toMatch(/\(a suit\).*part of the fee is refunded/s);
    expect(warns({ kind: 'suit', stage: 'served' })).toMatch(/refunded/);
    expect(warns({ kind: 'suit', stage: 'hearing' })).toMatch(/only with the debtor's consent/);
    expect(warns({ kind: 'payment_order', stage: 'objected' })).toMatch(/\(a payment order\).*consent/s);
    expect(warns({ kind: 'mediation', stage: 'hearing' })).toMatch(/\(civil mediation\).*refunded/s);
    expect(warns({ kind: 'small_claims' })).toMatch(/\(a small claim\)/);
    expect(warns({ kind: 'suit', stage: 'settled' })).toBeNull();
    expect(warns({ kind: 'suit', stage: 'judged' })).toBeNull();
    expect(english(option('go_on').sentences.warning?.(at()))).toBeNull();
  });

  test('only one that runs can go on, and the input that decided is named', () => {
    const [bar] = option('go_on').bars(at());
    expect([bar?.code, bar?.inputs]).toEqual(['no_procedure', { 'procedure.kind': null }]);
    expect(option('go_on').bars(running({ kind: 'suit' }))).toEqual([]);
    const s = running({ kind: 'suit' });
    const [changed] = option('go_on').bars({ ...s, state: { ...s.state, standing: 'acknowledged' } });
    expect(changed?.inputs).toEqual({ 'procedure.kind': 'suit' });
    expect(
      option('go_on')
        .bars(running({ kind: 'suit' }, { insolvency: 'bankruptcy' }))
        .map(({ code }) => code),
    ).toEqual(['stayed_by_insolvency']);
  });

  test('an order is declared enforceable within thirty days of the two weeks for an objection', () => {
    const days = (procedure: object) =>
      option('go_on')
        .deadlines?.(running({ kind: 'payment_order', ...procedure }), false)
        .map(({ on, text }) => [on, /was served on/.test(english(text) ?? '')]);
    expect(days({ stage: 'served', stage_on: '2026-11-10' })).toEqual([['2026-12-24', true]]);
    expect(days({ stage: 'served' })).toEqual([['2027-01-04', false]]);
    // Filed today, it is served in eight tenths of a month.
    expect(days({ stage: 'filed', filed_on: AS_OF })).toEqual([['2027-01-28', false]]);
    expect(days({ stage: 'objected' })).toEqual([]);
    expect(days({ kind: 'suit', stage: 'filed' })).toEqual([]);
  });

  test('cannot be put off beyond its stage', () => {
    const until = (procedure: object) => {
      const s = running(procedure);
      return option('go_on').prospect(s, option('go_on').variants(s)[0]).open?.until;
    };
    const { months } = a.court;
    expect(until({ kind: 'suit', stage: 'filed', filed_on: AS_OF })).toBeCloseTo(months.summary_service + 0.5, 9);
    expect(until({ kind: 'suit', stage: 'judged', stage_on: AS_OF })).toBeCloseTo(1.5, 9);
    expect(until({ kind: 'suit', stage: 'judged', stage_on: '2026-10-01' })).toBeCloseTo(1.5, 9);
    expect(until({ kind: 'suit', stage: 'settled', stage_on: AS_OF })).toBeCloseTo(months.first_instalments + 0.5, 9);
    expect(until({ kind: 'mediation', stage: 'filed', filed_on: AS_OF })).toBeCloseTo(a.mediating.months + 0.5, 9);
    expect(until({ kind: 'suit', stage: 'hearing', stage_on: AS_OF })).toBeCloseTo(
      Math.max(1, months.summary_settlement - months.summary_default) + 0.5,
      9,
    );
  });
});

describe('enforcement', () => {
  const TITLED = { title: 'judgment', title_on: '2026-01-10', overdue_days: 400 };
  test('says where to look for assets, and of an individual what of a wage stays', () => {
    const reason = (facts: object) => sentence('reason', 'enforce', { ...TITLED, ...facts });
    const search = reason({});
    expect(search).not.toBeNull();
    expect(reason({ assets: 'unknown' })).toBe(search);
    expect(reason({ assets: 'known' })).toBeNull();
    expect(reason({ assets: 'known', debtor_type: 'corporation' })).toBeNull();
    expect(reason({ assets: 'known', debtor_type: 'consumer' })).toContain('¥330,000');
    expect(reason({ assets: 'partly', debtor_type: 'sole_proprietor' })).toContain('25%');
  });

  test('asks for a search where assets are not known, which finds them as often as it makes the difference', () => {
    const searched = (assets?: string) =>
      option('enforce').enquiries?.(at({ ...TITLED, ...(assets ? { assets } : {}) }));
    expect(searched('known')).toEqual([]);
    const [search] = searched()!;
    expect(search?.price).toBe(a.enquiry.search_price);
    const { unknown, known, partly } = a.enforce.success;
    search?.findings[0]?.chance.forEach((p, k) => {
      expect(p).toBeCloseTo(Math.min(1, unknown[k]! / known[k]!), 12);
    });
    const [part] = searched('partly')!;
    expect(part?.findings[0]?.chance[1]).toBeCloseTo(partly[1]! / known[1]!, 12);
    expect(part?.findings[0]?.known?.['enforce.success.partly.unwilling']).toBe(known[1]);
    expect(part?.findings[1]?.known?.['enforce.success.partly.unwilling']).toBe(0);
    expect(part?.findings[1]?.chance[1]).toBeCloseTo(1 - partly[1]! / known[1]!, 12);
  });

  test('of a title whose period has run can be stopped: not where the day is not known, nor once the debt was acknowledged', () => {
    const OLD = { ...TITLED, title_on: '2014-01-10', overdue_days: 5_000 };
    const stopped = /stops once the debtor invokes the limitation/;
    const expired = at(OLD);
    expect(expired.facts.limitation.status).toBe('expired_invocable');
    expect(sentence('risk', 'enforce', expired)).toMatch(stopped);
    const acknowledged = { ...expired.state, limitation: Number.POSITIVE_INFINITY };
    expect(sentence('risk', 'enforce', { ...expired, state: acknowledged })).not.toMatch(stopped);
    expect(sentence('risk', 'enforce', { ...OLD, title_on: undefined })).not.toMatch(stopped);
    expect(sentence('risk', 'enforce', TITLED)).not.toMatch(stopped);
    expect(sentence('risk', 'enforce', limited(TITLED, 0))).not.toMatch(stopped);
  });

  test('needs a title, and is not begun twice', () => {
    const codes = (facts: object) =>
      option('enforce')
        .bars(at(facts))
        .map(({ code }) => code);
    expect(codes({})).toEqual(['no_title']);
    expect(codes(TITLED)).toEqual([]);
    expect(codes({ ...TITLED, insolvency: 'special_liquidation' })).toEqual(['stayed_by_insolvency']);
    expect(codes({ procedure: { kind: 'suit', stage: 'enforcing' } })).toContain('procedure_running');
    expect(codes({ procedure: { kind: 'suit', stage: 'judged' } })).not.toContain('procedure_running');
  });

  test('by a lawyer or alone where the title was in hand', () => {
    const who = (facts: object) =>
      new Set(
        (option('enforce').variants(at({ ...TITLED, ...facts })) as { alone: boolean }[]).map(({ alone }) => alone),
      );
    expect([...who({ lawyer: 'yes' })].sort()).toEqual([false, true]);
    expect([...who({})]).toEqual([false]);
  });
});

describe('what can go wrong, and why it suits', () => {
  test('a sale rests on a condition that nobody has confirmed', () => {
    const risk = (facts: object) => sentence('risk', 'sell', facts);
    const usual = risk({ claim_kind: 'goods' });
    expect(risk({ claim_kind: 'lease' })).not.toBe(usual);
    expect(risk({ claim_kind: 'lease', sell: { condition_met: true } })).toBe(usual);
    expect(risk({ claim_kind: 'lease', sell: { buyer: 'lawful_buyer' } })).toBe(usual);
    const step = (facts: object) => sentence('step', 'sell', { claim_kind: 'lease', ...facts });
    expect(step({ sell: { offer: 300_000 } })).not.toBe(step({}));
    expect(step({ sell: { offer: 300_000 } })).toContain('¥300,000');
  });

  test('a lump sum is paid as often as offers of its kind are', () => {
    expect(sentence('risk', 'settle', {})).toContain('3%');
    expect(sentence('risk', 'settle', { settle: { offer: 500_000 } })).toContain('5%');
    expect(sentence('step', 'settle', { settle: { offer: 500_000, in_days: 30 } })).toMatch(/¥500,000.*30/);
    expect(sentence('step', 'settle', {})).toContain('95%');
  });

  test('a plan renews the period while it runs, and afterwards takes away what has run', () => {
    expect(sentence('reason', 'plan', limited({}, 0.1))).toMatch(/renews a|renews the/);
    expect(sentence('reason', 'plan', limited({}, 0))).toMatch(/renews nothing/);
    expect(sentence('reason', 'acknowledge', limited({}, 0.1))).not.toBe(
      sentence('reason', 'acknowledge', limited({}, 0)),
    );
    expect(sentence('reason', 'enforceable_deed', limited({ acknowledged: true }, 0.1))).toMatch(/renews the/);
    expect(sentence('reason', 'enforceable_deed', limited({ acknowledged: true }, 0))).toMatch(/may no longer invoke/);
    expect(sentence('risk', 'plan', { plan: { instalments: 6 } })).toContain('8%');
    expect(sentence('step', 'plan', { plan: { instalments: 6, offered: true } })).toMatch(/^Accept/);
    expect(sentence('step', 'plan', { plan: { instalments: 6, offered: false } })).toMatch(/^Offer/);
  });

  test.each<[who: string, guarantor: object | undefined, isCopied: boolean]>([
    ['a joint guarantor', { value: 500_000, joint: true }, true],
    ['a guarantor of whom nothing else is told', { value: 500_000 }, true],
    ['a plain guarantor, who is asked after the debtor', { value: 500_000, joint: false }, false],
    ['nobody', undefined, false],
  ])('the demand is copied to who owes at once beside the debtor: %s', (_, guarantor, isCopied) => {
    expect(String(sentence('step', 'demand', guarantor ? { guarantor } : {})).includes('joint guarantor')).toBe(
      isCopied,
    );
  });

  test.each<[when: string, claim: object, isSent: boolean]>([
    ['hardly late, nobody asked', { overdue_days: 1 }, true],
    ['late by less than a month', { overdue_days: 30 }, true],
    ['late by more than a month, asked meanwhile for all that is known', { overdue_days: 31 }, false],
    ['late for months, nobody asked', { overdue_days: 90, effort_months: 0 }, true],
    ['late for months, asked for a month', { overdue_days: 90, effort_months: 1 }, false],
    ['due today', { overdue_days: 0 }, false],
    ['demanded', { overdue_days: 10, demand_sent: true }, false],
    ['in bankruptcy', { overdue_days: 10, insolvency: 'bankruptcy' }, false],
  ])('a claim that is let go is billed once more where nobody was asked: %s', (_, claim, isSent) => {
    expect(String(sentence('step', 'wait', claim)).startsWith('Send the invoice once more')).toBe(isSent);
  });

  test('waiting watches the due date, and the end of the period within two years', () => {
    expect(sentence('step', 'wait', { overdue_days: -1 })).toMatch(/^Watch the due date/);
    expect(sentence('step', 'wait', { overdue_days: 0 })).toMatch(/^Take no further step/);
    expect(sentence('risk', 'wait', limited({}, 23.9))).not.toBeNull();
    expect(sentence('risk', 'wait', limited({}, 24))).toBeNull();
    expect(sentence('step', 'pause', { overdue_days: -1 })).not.toBe(sentence('step', 'pause', { overdue_days: 0 }));
    expect(sentence('risk', 'pause', { overdue_days: -1 })).toBeNull();
    expect(sentence('risk', 'pause', { overdue_days: 0 })).not.toBeNull();
  });

  test('a suit is filed in the court for its amount, by whoever acts', () => {
    const suit = (facts: object) => sentence('step', 'suit', facts);
    expect(suit({ amount: 1_400_000 })).toMatch(/summary.*¥14,500/);
    expect(suit({ amount: 1_400_001 })).toMatch(/district/);
    expect(suit({ lawyer: 'yes' })).toMatch(/through a lawyer.*¥100,000/);
    expect(suit({ representation: 'scrivener' })).toMatch(/scrivener.*¥80,000/);
    expect(suit({})).toMatch(/by ourselves/);
    expect(sentence('risk', 'suit', { address_known: false })).not.toBe(sentence('risk', 'suit', {}));
    expect(sentence('risk', 'payment_order', { lawyer: 'yes' })).toContain('¥107,500');
    expect(sentence('risk', 'payment_order', {})).toContain('¥7,500');
    expect(sentence('step', 'payment_order', { representation: 'scrivener' })).toContain('¥40,000');
    expect(sentence('step', 'small_claims', { amount: 500_000, representation: 'scrivener' })).toContain('¥55,000');
    expect(sentence('step', 'small_claims', { amount: 500_000 })).toContain('¥7,500');
  });

  test('a write-off asks for what was not told of the dealings', () => {
    const risk = (facts: object) => sentence('risk', 'write_off', { overdue_days: 500, ...facts });
    const told = new Set([risk({}), risk({ continuing_dealings: true }), risk({ partial_paid: true })]);
    expect(told.size).toBe(3);
    const paid = { partial_paid: true, last_payment_on: '2025-08-01' };
    expect(risk({ ...paid, continuing_dealings: true })).toBe(risk({ continuing_dealings: true }));
    expect(risk(paid)).toBe(risk({}));
  });

  test('goods and guarantors are told what threatens them', () => {
    const back = { claim_kind: 'goods', return_goods: { value: 1, consent: true } };
    expect(sentence('risk', 'return_goods', back)).not.toBe(
      sentence('risk', 'return_goods', { ...back, insolvency: 'bankruptcy' }),
    );
    expect(sentence('risk', 'return_goods', back)).toBe(
      sentence('risk', 'return_goods', { ...back, insolvency: 'petition' }),
    );
    const guarantor = { guarantor: { value: 300_000 } };
    const risks = new Set([
      sentence('risk', 'guarantor', guarantor),
      sentence('risk', 'guarantor', { guarantor: { value: 300_000, kind: 'individual' } }),
      sentence('risk', 'guarantor', { ...guarantor, other_debtors: [{ kind: 'director' }] }),
    ]);
    expect(risks.size).toBe(3);
    expect(sentence('step', 'guarantor', guarantor)).toContain('¥300,000');
    const prime = { claim_kind: 'works', other_debtors: [{ kind: 'prime_contractor', amount: 300_000 }] };
    expect(sentence('step', 'guarantor', prime)).not.toBe(sentence('step', 'guarantor', guarantor));
    expect(sentence('reason', 'guarantor', { ...guarantor, insolvency: 'bankruptcy' })).not.toBe(
      sentence('reason', 'guarantor', guarantor),
    );
    const lien = (terms: object) => sentence('step', 'lien', { claim_kind: 'goods', lien: terms });
    expect(lien({ resale_price: 300_000, paid_on: '2026-12-31' })).toMatch(/¥300,000.*before it is paid on/);
    expect(lien({ resale_price: 300_000 })).not.toMatch(/before it is paid on/);
    expect(lien({ goods_value: 200_000 })).toContain('¥200,000');
    expect(sentence('risk', 'lien', { lien: { goods_value: 1 } })).not.toBe(
      sentence('risk', 'lien', { lien: { resale_price: 1 } }),
    );
  });

  test('mediation and proof are told what their facts ask for', () => {
    const talks = { contact: 'responsive' };
    expect(sentence('reason', 'mediation', talks)).not.toBe(
      sentence('reason', 'mediation', { ...talks, dispute: 'partial' }),
    );
    const days = option('mediation').deadlines?.(at(talks), true);
    // Three months from today, and two weeks.
    expect(days?.map(({ on }) => on)).toEqual(['2027-03-06']);
    expect(option('mediation').deadlines?.(at(talks), false)).toEqual([]);
    const proof = (facts: object) => sentence('step', 'prove_claim', { insolvency: 'bankruptcy', ...facts });
    const steps = new Set([
      proof({}),
      proof({ claims_deadline: '2026-12-20' }),
      proof({ claims_deadline: '2026-11-20' }),
      proof({ insolvency: 'rehabilitation' }),
    ]);
    expect(steps.size).toBe(4);
    const risk = (facts: object) => sentence('risk', 'prove_claim', facts);
    const risks = new Set([
      risk({ insolvency: 'special_liquidation' }),
      risk({ insolvency: 'bankruptcy', claims_deadline: '2026-11-20' }),
      risk({ insolvency: 'bankruptcy' }),
    ]);
    risks.add(risk({ insolvency: 'rehabilitation' }));
    expect(risks.size).toBe(4);
    expect(risk({ insolvency: 'reorganisation' })).toBe(risk({ insolvency: 'rehabilitation' }));
  });

  test('a payment order names the last day to have it declared enforceable', () => {
    const days = (planned: boolean) =>
      option('payment_order')
        .deadlines?.(at(), planned)
        .map(({ on }) => on);
    // Served in eight tenths of a month, then two weeks and thirty days.
    expect([days(true), days(false)]).toEqual([['2027-01-28'], []]);
  });
});

describe('what talks can give away and ask for', () => {
  const talks = (id: string, facts: object, terms: unknown = null) => {
    const { concessions = [], asks = [] } = option(id).bargaining?.(at(facts), terms) ?? {};
    return [concessions.map((one) => one.id), asks.map((one) => one.id)];
  };
  const six = { instalments: 6, down_rate: 0.1, deed: false };

  test('instalments: a month more, no interest, half the down payment; a deed, security, dated payments', () => {
    expect(talks('plan', {}, six)).toEqual([
      ['month_more', 'interest_waived', 'down_payment_halved'],
      ['deed', 'security', 'dated_payments'],
    ]);
    expect(talks('plan', {}, { ...six, down_rate: 0 })[0]).toEqual(['month_more', 'interest_waived']);
    expect(talks('plan', { security_value: 1 }, six)[1]).toEqual(['deed', 'dated_payments']);
    expect(talks('plan', { security_value: 0 }, six)[1]).toEqual(['deed', 'security', 'dated_payments']);
    expect(talks('plan', { insolvency: 'bankruptcy' }, six)[1]).toEqual(['deed', 'dated_payments']);
    expect(talks('plan', {})).toEqual([[], ['security']]);
    const { concessions, asks } = option('plan').bargaining!(at(), six);
    expect(concessions?.map(({ to }) => to)).toEqual([{ ...six, instalments: 7 }, six, { ...six, down_rate: 0.05 }]);
    expect(concessions?.[1]?.changes).toEqual({ 'money.interest_paid_in_plan': 0 });
    expect(asks?.[0]?.terms).toEqual({ from: six, to: { ...six, deed: true } });
    expect(JSON.stringify(asks?.[1]?.change)).toBe(
      JSON.stringify({ claim: { security_value: String(1_000_000 * a.bargaining.security_share) } }),
    );
  });

  test('set-off, an acknowledgment, where the accounts are', () => {
    for (const facts of [{}, { setoff_ban: true }]) expect(talks('offset', facts)[1]).toEqual(['set_off_consent']);
    expect(option('offset').bargaining!(at({ setoff_ban: true }), null).asks?.[0]?.change).toEqual({
      claim: { setoff_ban: false },
    });
    expect(option('offset').bargaining!(at(), null).asks?.[0]?.change).toBeUndefined();
    expect(talks('acknowledge', {})[1]).toEqual(['acknowledgment']);
    expect(talks('acknowledge', { acknowledged: true })[1]).toEqual([]);
    expect(talks('enforce', {})[1]).toEqual(['bank_and_customers']);
    expect(talks('enforce', { assets: 'known' })[1]).toEqual([]);
  });

  test('what is worth taking is asked by its own figure, between its worst and its best', () => {
    const figures = (id: string, facts: object = {}) =>
      option(id)
        .figures?.(at(facts))
        .map(({ name, kind, worst, best, against }) => [name, kind, worst, best, against]);
    expect(figures('plan')).toEqual([
      ['instalments', 'count', 60, 1, 'others'],
      ['down_rate', 'rate', 0, 0.9, 'others'],
    ]);
    expect(figures('settle')).toEqual([['amount', 'amount', 1, 1_000_000, 'others']]);
    expect(figures('sell')).toEqual([['offer', 'amount', 0, 1_000_000, 'doing_without']]);
    expect(figures('factor')).toEqual([['fee_rate', 'rate', 1, 0, 'others']]);
    expect(figures('factor', { cash_needed_by: '2026-12-31', bridge_rate: '15%' })?.[1]).toEqual([
      'bridge_rate',
      'rate',
      0,
      1,
      'others',
    ]);
    for (const id of ['suit', 'small_claims', 'payment_order'])
      expect(figures(id)).toEqual([['win_rate', 'chance', 0, 1, 'doing_without']]);
    expect(figures('guarantor')).toEqual([]);
    expect(figures('guarantor', { guarantor: { value: 5 } })).toEqual([
      ['value', 'amount', 1, 1_000_000, 'doing_without'],
    ]);
    expect(figures('lien')).toEqual([]);
    expect(figures('lien', { lien: { goods_value: 5 } })).toEqual([
      ['goods_value', 'amount', 1, 1_000_000, 'doing_without'],
    ]);
  });
});

test.each(TOLD_WHERE)('$option, $what: $says is told where it belongs and nowhere else', (told) => {
  const { option: id, what, says, where, not, month = 0 } = told;
  const of = (facts: object) => {
    const s = at(facts, month);
    return english(option(id).sentences[what]?.(s, option(id).variants(s)[0])) ?? '';
  };
  for (const facts of where) expect(of(facts), JSON.stringify(facts)).toMatch(says);
  for (const facts of not) expect(of(facts), JSON.stringify(facts)).not.toMatch(says);
});

describe('what closes talks, letters and settlements', () => {
  const codes = (id: string, facts: object | Situation) =>
    option(id)
      .bars('state' in facts ? (facts as Situation) : at(facts))
      .map(({ code }) => code);
  const ANSWERS = { contact: 'responsive' };
  const SHORT = { ...ANSWERS, cause: 'short_of_cash' };
  const BOTH = { plan_refused: true, settlement_refused: true };

  test.each<[rule: string, facts: object, open: boolean]>([
    ['one who answers comes to mediation', SHORT, true],
    ['one who disputes does', { dispute: 'partial' }, true],
    ['of whom nothing is known may not', {}, false],
    ['one who avoids us does not, whatever it disputes', { contact: 'evasive', dispute: 'full' }, false],
    ['nor one who cannot be reached', { contact: 'unreachable', dispute: 'full' }, false],
    ['who has refused instalments and a discount agrees to nothing', { ...SHORT, ...BOTH }, false],
    ['who has refused one of them may agree to the other', { ...SHORT, plan_refused: true }, true],
    ['the same the other way round', { ...SHORT, settlement_refused: true }, true],
    ['and both, where there is a dispute to settle', { ...ANSWERS, ...BOTH, dispute: 'partial' }, true],
  ])('%s', (_, facts, open) => {
    expect(codes('mediation', facts)).toEqual(open ? [] : ['nobody_to_talk_to']);
  });

  test('a settlement before suit needs one who answers and disputes nothing', () => {
    expect(codes('settle_before_suit', SHORT)).toEqual([]);
    for (const facts of [{}, ANSWERS, { ...SHORT, contact: 'evasive' }, { ...SHORT, dispute: 'partial' }])
      expect(codes('settle_before_suit', facts)).toEqual(['no_agreement_in_sight']);
  });

  test("a lawyer's letter leaves the last letter to the demand once its time comes within a year", () => {
    const ending = (months: number) => {
      const s = at({ demand_sent: true });
      return { ...s, facts: { ...s.facts, limitation_months: months } };
    };
    expect(codes('lawyer_letter', ending(18))).toEqual(['demand_for_time']);
    expect(codes('lawyer_letter', ending(18.1))).toEqual([]);
  });

  test('a loss that is not yet one may be reserved once a petition is filed', () => {
    const text = (facts: object) => english(option('write_off').bars(at(facts))[0]?.text);
    expect(text({ insolvency: 'petition' })).toMatch(/A petition is filed.*50%/);
    expect(text({})).not.toMatch(/petition/);
    expect(text({ insolvency: 'bankruptcy' })).toMatch(/may reserve 50%/);
  });

  test('factoring with recourse costs a year what its fee on the advance comes to, counted from a day at least', () => {
    const yearly = (overdue_days: number) =>
      Number(
        /effective ([\d.,]+)%/
          .exec(sentence('risk', 'factor', { overdue_days, factor: { fee_rate: '5%', recourse: true } }) ?? '')![1]!
          .replaceAll(',', ''),
      );
    // 5 % of 1,000,000 and 10,000 fixed, on what is advanced.
    const fee = 60_000 / 940_000;
    expect(yearly(-46) / 100).toBeCloseTo(fee * (365.25 / 46), 2);
    expect(yearly(-1) / 100).toBeCloseTo(fee * 365.25, 1);
  });
});

describe('recourse against endorsers', () => {
  const ENDORSED = { claim_kind: 'bill', other_debtors: [{ kind: 'endorser', amount: 300_000 }] };
  const days = (facts: object) =>
    option('guarantor')
      .deadlines?.(at({ overdue_days: undefined, due_date: '2026-09-22', ...ENDORSED, ...facts }), false)
      .map(({ on, kind }) => [on, kind]);
  test('ends a year after maturity, for bills alone, until the day is past', () => {
    expect(days({})).toEqual([['2027-09-22', 'recourse']]);
    expect(days({ claim_kind: 'goods' })).toEqual([]);
    expect(days({ other_debtors: [{ kind: 'joint_debtor', amount: 300_000 }] })).toEqual([]);
    expect(days({ other_debtors: undefined, guarantor: { value: 1 } })).toEqual([]);
    expect(days({ due_date: '2025-11-21' })).toEqual([['2026-11-21', 'recourse']]);
    expect(days({ due_date: '2025-11-20' })).toEqual([]);
  });
});

describe('what a sale or an attachment rests on', () => {
  test('to look for assets first is told who does not, where none are known', () => {
    const reason = (order: string) => sentence('reason', 'enforce', { title: 'judgment' }, { order });
    expect(reason('chase_first')).toMatch(/use asset disclosure or third-party information .* first/);
    expect(reason('find_out') ?? '').not.toMatch(/use asset disclosure/);
  });

  test.each([[undefined], [false]])('a buyer whose condition is told as %s is shown what was told', (condition_met) => {
    const bars = option('sell').bars(
      at({ claim_kind: 'loan', ...(condition_met === undefined ? {} : { sell: { condition_met } }) }),
    );
    const bar = bars.find(({ code }) => code === 'servicer_condition');
    expect(bar?.inputs).toMatchObject({ 'sell.condition_met': condition_met ?? null });
  });
});
