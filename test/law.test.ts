// The law: every golden figure of Japan, one case on each side of each day of change, the laws the arithmetic keeps, and the
// completeness of the data of every jurisdiction.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CITE_KEYS } from '../src/law/contract/citations.ts';
import { CLAIM_KINDS } from '../src/law/contract/claim.ts';
import { type Filing, PETITIONS, type Petition } from '../src/law/contract/court_fees.ts';
import { ESTIMATES, FLAT_FEES } from '../src/law/contract/flat_fees.ts';
import { INSOLVENCY_STATES } from '../src/law/contract/insolvency.ts';
import { LIMITATION_EVENTS } from '../src/law/contract/limitation.ts';
import { LEGAL_LIMITS } from '../src/law/contract/limits.ts';
import {
  type Certainty,
  type Dated,
  datedTable,
  LawNotCovered,
  period,
  periodAt,
  valueOn,
  weakest,
} from '../src/law/dated.ts';
import {
  certifiedMailFee,
  estimate,
  filingFee,
  flatFee,
  lawyerFee,
  notarialDeedFee,
  objectionExtraFee,
  refund,
} from '../src/law/fees.ts';
import * as jurisdictions from '../src/law/index.ts';
import { appropriate, type InterestRequest, lateInterest } from '../src/law/interest.ts';
import { DUE_SOON_DAYS, type LimitationEvent, reckonLimitation } from '../src/law/limitation.ts';
import { type FeeScale, lookUp } from '../src/law/scale.ts';
import { type Tariff, tariffOn, tariffReader, type WayOfFiling } from '../src/law/tariff.ts';
import { addDays, daysBetween, isDay, later } from '../src/values/day.ts';
import { type Money, money, moneyText } from '../src/values/money.ts';
import golden from './cases/law-jp.json' with { type: 'json' };
import { LIMITATION_CASES } from './cases/limitation.ts';
import { addMonths } from './months.ts';
import { DUE_UNKNOWN, OVERDUE_ON } from './unannounced.ts';

const { jp } = jurisdictions;
const BEFORE = '2026-05-20';
const REFORM = '2026-05-21';

const text = (amount: Money | null): string | null => (amount === null ? null : moneyText(amount));
const fee = (petition: Petition, amount: number, on: string, filing: Filing = 'paper', defendants = 1): string =>
  moneyText(filingFee(jp, petition, { amount, on, filing, defendants }).total);

describe('scales', () => {
  const scale: FeeScale = [
    { up_to: 100, total: 7 },
    { up_to: 200, unit: 50, fee: 3 },
    { up_to: 1000, rate: '0.01' },
  ];
  test.each([
    [0, '0'],
    [1, '7'],
    [100, '7'],
    [101, '10'],
    [150, '10'],
    [151, '13'],
    [200, '13'],
    [300, '14'],
    [1000, '21'],
  ])('a value of %i costs %s', (value, expected) => {
    expect(moneyText(lookUp(scale, money(value)))).toBe(expected);
  });
  test('a fraction of a yen starts a new unit', () => {
    expect(moneyText(lookUp(scale, money('150.000000000000000000001')))).toBe('13');
  });
  test('values below zero or above the last bracket are refused', () => {
    expect(() => lookUp(scale, money(-1))).toThrow(RangeError);
    expect(() => lookUp(scale, money(1001))).toThrow(RangeError);
  });
});

describe('court fees (Act on Costs of Civil Procedure, Tables 1 and 2)', () => {
  test.each(golden.fees)('a claim of $claimValue', (row) => {
    const value = row.claimValue;
    expect({
      claimValue: value,
      suitBase: Number(fee('suit', value, BEFORE)),
      suitPaperFrom20260521: Number(fee('suit', value, REFORM, 'paper')),
      suitOnlineFrom20260521: Number(fee('suit', value, REFORM, 'online')),
      paymentOrderBase: Number(fee('payment_order', value, BEFORE)),
      paymentOrderPaper: Number(fee('payment_order', value, REFORM, 'paper')),
      paymentOrderOnline: Number(fee('payment_order', value, REFORM, 'online')),
      mediation: Number(fee('mediation', value, REFORM)),
      appealBase: Number(fee('appeal', value, BEFORE)),
      finalAppealBase: Number(fee('final_appeal', value, BEFORE)),
    }).toEqual(row);
    expect(fee('small_claims', value, REFORM, 'online')).toBe(String(row.suitOnlineFrom20260521));
  });

  test.each<[string, Petition, number, string, Filing, number, string]>([
    ['the day before the reform has no flat part', 'suit', 1_000_000, BEFORE, 'online', 1, '10000'],
    ['the day of the reform adds 1,400 online', 'suit', 1_000_000, REFORM, 'online', 1, '11400'],
    ['each further defendant adds 2,000', 'suit', 1_000_000, REFORM, 'paper', 3, '16500'],
    ['further defendants cost nothing more before the reform', 'suit', 1_000_000, BEFORE, 'paper', 3, '10000'],
    ['an appeal adds 1,900 on paper', 'appeal', 1_000_000, REFORM, 'paper', 1, '16900'],
    ['an appeal adds 800 online', 'appeal', 1_000_000, REFORM, 'online', 1, '15800'],
    ['a final appeal adds 2,700 on paper', 'final_appeal', 1_000_000, REFORM, 'paper', 1, '22700'],
    ['a final appeal adds 1,100 online', 'final_appeal', 1_000_000, REFORM, 'online', 1, '21100'],
    ['pre-suit settlement is 2,700 on paper', 'pre_suit_settlement', 9_000_000, REFORM, 'paper', 1, '2700'],
    ['pre-suit settlement is 2,400 online', 'pre_suit_settlement', 9_000_000, REFORM, 'online', 1, '2400'],
    ['mediation does not change with the reform', 'mediation', 1_000_000, BEFORE, 'paper', 1, '5000'],
  ])('%s', (_, petition, amount, on, filing, defendants, expected) => {
    expect(fee(petition, amount, on, filing, defendants)).toBe(expected);
  });

  test('postage is deposited before the reform, not after, and unknown is not zero', () => {
    const postage = (petition: Petition, on: string) =>
      text(filingFee(jp, petition, { amount: 500_000, on, filing: 'paper' }).postage);
    expect(postage('suit', BEFORE)).toBe('6000');
    expect(postage('suit', REFORM)).toBe('0');
    expect(postage('payment_order', BEFORE)).toBeNull();
    expect(postage('payment_order', REFORM)).toBe('0');
    expect(postage('mediation', REFORM)).toBeNull();
  });

  test('days before the first day covered are refused', () => {
    expect(fee('suit', 1_000_000, '2004-01-01')).toBe('10000');
    expect(() => fee('suit', 1_000_000, '2003-12-31')).toThrow(LawNotCovered);
  });

  test('what is no petition is refused', () => {
    expect(() => fee('suit', -1, REFORM)).toThrow(RangeError);
    expect(() => fee('suit', 1, REFORM, 'paper', 0)).toThrow(RangeError);
    expect(() => fee('suit', 1, REFORM, 'paper', 1.5)).toThrow(RangeError);
  });

  test('an objection costs the suit less the base of the payment order (art. 3(3))', () => {
    const extra = (filing: Filing, on = REFORM) =>
      moneyText(objectionExtraFee(jp, { amount: 1_000_000, on, filing }).total);
    expect(extra('online')).toBe('6400');
    expect(extra('paper')).toBe('7500');
    expect(extra('paper', BEFORE)).toBe('5000');
  });

  test.each(golden.refund)('of a fee of $fee, $refund come back on early withdrawal (art. 9)', (row) => {
    expect(moneyText(refund(jp, row.fee, REFORM).amount)).toBe(String(row.refund));
  });

  const amount = fc.integer({ min: 0, max: 12_000_000_000 });
  const petition = fc.constantFrom(...PETITIONS);
  test('a higher claim never costs less', () => {
    fc.assert(
      fc.property(amount, amount, petition, fc.constantFrom(BEFORE, REFORM), (a, b, which, on) => {
        expect(Number(fee(which, Math.min(a, b), on))).toBeLessThanOrEqual(Number(fee(which, Math.max(a, b), on)));
      }),
    );
  });
  test('a payment order costs half the base of a suit, and every breakdown sums to its total', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom<Filing>('paper', 'online'), (value, filing) => {
        const suit = filingFee(jp, 'suit', { amount: value, on: REFORM, filing, defendants: 2 });
        const order = filingFee(jp, 'payment_order', { amount: value, on: REFORM, filing });
        expect(moneyText(order.base.times(2))).toBe(moneyText(suit.base));
        for (const { total, breakdown } of [suit, order]) {
          expect(breakdown.reduce((sum, line) => sum + line.amount.toNumber(), 0)).toBe(total.toNumber());
        }
      }),
    );
  });
});

describe('notarial deeds (Notary Fees Order art. 9)', () => {
  test.each(golden.notaryFrom20251001)('$value from 2025-10-01: $fee', ({ value, fee: expected }) => {
    expect(moneyText(notarialDeedFee(jp, value, '2025-10-01').amount)).toBe(String(expected));
  });
  test.each(golden.notaryUntil20250930)('$value until 2025-09-30: $fee', ({ value, fee: expected }) => {
    expect(moneyText(notarialDeedFee(jp, value, '2025-09-30').amount)).toBe(String(expected));
  });
  test('a higher value never costs less', () => {
    const value = fc.integer({ min: 1, max: 3_000_000_000 });
    fc.assert(
      fc.property(value, value, fc.constantFrom('2025-09-30', '2025-10-01'), (a, b, on) => {
        const low = notarialDeedFee(jp, Math.min(a, b), on).amount;
        expect(low.lte(notarialDeedFee(jp, Math.max(a, b), on).amount)).toBe(true);
      }),
    );
  });
});

describe('lawyers and other fees', () => {
  test.each(golden.lawyerOldStandard)('a benefit of $benefit', ({ benefit, retainer, success }) => {
    const usual = lawyerFee(jp, benefit, '2026-06-27');
    expect([moneyText(usual.retainer), moneyText(usual.success)]).toEqual([String(retainer), String(success)]);
    expect(usual.certainty).toBe('secondary');
  });
  test.each([
    [1_000_000, '50000'],
    [5_000_000, '80000'],
    [50_000_000, '430000'],
    [400_000_000, '1980000'],
  ])('a payment order of %i has a lower retainer of %s', (benefit, expected) => {
    const usual = lawyerFee(jp, benefit, '2026-06-27', 'payment_order');
    expect(moneyText(usual.retainer)).toBe(expected);
    expect(usual.certainty).toBe('unverified');
  });
  test('certified mail: 1,420 for a sheet and 290 for each further one', () => {
    const mail = (sheets: number) => certifiedMailFee(jp, sheets, '2026-06-27');
    expect([1, 2, 5].map((sheets) => moneyText(mail(sheets).amount))).toEqual(['1420', '1710', '2580']);
    expect([mail(1).certainty, mail(2).certainty]).toEqual(['secondary', 'unverified']);
    expect(() => mail(0)).toThrow(RangeError);
    const former = (on: string) => certifiedMailFee(jp, 2, on);
    expect([former('2024-09-30'), former('2023-09-30')].map(({ amount }) => moneyText(amount))).toEqual([
      '1684',
      '1539',
    ]);
    expect(former('2024-09-30').certainty).toBe('unverified');
    expect(() => former('2020-03-31')).toThrow(LawNotCovered);
  });
  test('flat fees and ranges', () => {
    expect(moneyText(flatFee(jp, 'attachment', REFORM).amount)).toBe('4000');
    expect(moneyText(flatFee(jp, 'third_party_information', REFORM).amount)).toBe('1000');
    expect(moneyText(flatFee(jp, 'asset_disclosure', REFORM).amount)).toBe('2000');
    expect(estimate(jp, 'attachment_postage', REFORM)).toMatchObject({
      low: 3000,
      high: 5000,
      certainty: 'unverified',
    });
  });
});

const BY_PAPER: WayOfFiling = { own: 'paper', counsel: 'online', counselled: 'above_limit' };

describe('tariffs', () => {
  const figures = ({ filing, objection, ...tariff }: Tariff) => [filing('suit', 250_000), objection(250_000), tariff];

  test('a reader of tariffs reads each day and way of filing once, and no other law in its place', () => {
    const read = tariffReader();
    const paper = read(jp, REFORM, BY_PAPER);
    expect(read(jp, REFORM, BY_PAPER)).toBe(paper);
    expect(read(jp, REFORM, { ...BY_PAPER, own: 'online' })).not.toBe(paper);
    expect(read({ ...jp }, REFORM, BY_PAPER)).not.toBe(paper);
    expect(tariffReader()(jp, REFORM, BY_PAPER)).not.toBe(paper);
  });

  test('a reader that has read many days still gives the tariff of each', () => {
    const read = tariffReader();
    for (let i = 0; i < 200; i++) {
      const day = addDays('2026-03-01', i);
      const [kept, anew] = [read(jp, day, BY_PAPER), tariffOn(jp, day, BY_PAPER)];
      expect(JSON.stringify(figures(kept)), day).toBe(JSON.stringify(figures(anew)));
    }
  });
});

describe('late interest', () => {
  const interest = (request: InterestRequest) => lateInterest(jp, request);
  const claim = { principal: 1_000_000, due_date: '2025-12-31', as_of: '2026-03-31' } as const;

  test.each(golden.interest)('$principal at $rate from $due to $pay', (row) => {
    const found = interest({ principal: row.principal, due_date: row.due, as_of: row.pay, agreed_rate: row.rate });
    expect([found.days, moneyText(found.interest)]).toEqual([row.days, String(row.floor)]);
    if (row.floor366 !== undefined) {
      const courts = interest({
        principal: row.principal,
        due_date: row.due,
        as_of: row.pay,
        agreed_rate: row.rate,
        day_count: 'year_then_days',
      });
      expect(moneyText(courts.interest)).toBe(String(row.floor366));
    }
  });

  test.each(golden.statutoryRate)('the statutory rate from $from to $to is $rate', (row) => {
    for (const on of [row.from, row.to]) expect(valueOn(jp.late_interest.statutory, on)).toBe(String(row.rate));
  });

  test.each<[string, Partial<InterestRequest>, string, string]>([
    ['default on the last day before the reform: 5 %', { due_date: '2020-03-30' }, '0.05', 'statutory'],
    ['of a commercial claim: 6 %', { due_date: '2020-03-30', claim_kind: 'goods' }, '0.06', 'commercial'],
    ['of a medical claim: 5 %', { due_date: '2020-03-30', claim_kind: 'medical' }, '0.05', 'statutory'],
    ['default on the day of the reform: 3 %', { due_date: '2020-03-31', claim_kind: 'goods' }, '0.03', 'statutory'],
    ['the last day of the first period', { due_date: '2023-03-30' }, '0.03', 'statutory'],
    ['the first day of the second period', { due_date: '2023-03-31' }, '0.03', 'statutory'],
    ['the last day of the third period', { due_date: '2029-03-30', as_of: '2030-01-01' }, '0.03', 'statutory'],
    ['a rate agreed between businesses stands', { agreed_rate: '0.25' }, '0.25', 'agreed'],
    ['a lower agreed rate stands, too', { agreed_rate: '0.01' }, '0.01', 'agreed'],
    ['a consumer owes 14.6 % at most', { agreed_rate: '0.2', debtor_type: 'consumer' }, '0.146', 'capped'],
    ['14.6 % may be agreed with a consumer', { agreed_rate: '0.146', debtor_type: 'consumer' }, '0.146', 'agreed'],
    ['a loan of 99,999: 29.2 %', { principal: 99_999, agreed_rate: '0.5', claim_kind: 'loan' }, '0.292', 'capped'],
    ['a loan of 100,000: 26.28 %', { principal: 100_000, agreed_rate: '0.5', claim_kind: 'loan' }, '0.2628', 'capped'],
    ['a loan of a million: 21.9 %', { agreed_rate: '0.5', claim_kind: 'loan' }, '0.219', 'capped'],
    ['a lender by business: 20 %', { agreed_rate: '0.5', claim_kind: 'loan', business_lender: true }, '0.2', 'capped'],
  ])('%s', (_, facts, rate, code) => {
    const found = interest({ ...claim, ...facts });
    expect([moneyText(found.rate), found.breakdown[0]?.code]).toEqual([rate, code]);
  });

  test('a default from the first day that is not announced has no known rate', () => {
    expect(() => interest({ ...claim, due_date: DUE_UNKNOWN, as_of: OVERDUE_ON })).toThrow(LawNotCovered);
  });

  test('nothing is owed up to the due date', () => {
    for (const as_of of ['2025-12-31', '2025-01-01']) {
      const found = interest({ ...claim, as_of });
      expect([found.days, moneyText(found.interest), found.breakdown.length]).toEqual([0, '0', 0]);
    }
  });

  test('the subcontract act: 14.6 % from the day after day 60, the day of receipt counting as the first', () => {
    const found = interest({
      ...claim,
      due_date: '2026-03-31',
      received_on: '2026-02-01',
      as_of: '2026-04-30',
      subcontract_act: true,
    });
    expect(found.breakdown.map(({ code, from, to, days }) => [code, from, to, days])).toEqual([
      ['statutory', '2026-04-01', '2026-04-01', 1],
      ['subcontract', '2026-04-02', '2026-04-30', 29],
    ]);
    expect(moneyText(found.interest)).toBe('11682');
    expect(moneyText(found.rate)).toBe('0.146');
  });

  test('the subcontract act: a due date after day 60 is moved back to it', () => {
    const found = interest({
      ...claim,
      due_date: '2026-06-30',
      received_on: '2026-02-01',
      as_of: '2026-04-30',
      subcontract_act: true,
    });
    expect(found.from).toBe('2026-04-02');
    expect(found.days).toBe(29);
  });

  test('the subcontract act: without the day of receipt nothing is claimed too early, and a higher agreed rate stays', () => {
    const unknown = interest({ ...claim, as_of: '2026-03-31', subcontract_act: true });
    expect(unknown.breakdown.map((line) => line.from)).toEqual(['2026-01-01', '2026-03-01']);
    const agreed = interest({ ...claim, subcontract_act: true, agreed_rate: '0.18' });
    expect(agreed.breakdown.map((line) => line.code)).toEqual(['agreed']);
  });

  test('full years by the year and odd days by the length of their calendar year', () => {
    const found = interest({
      principal: 1_000_000,
      due_date: '2023-01-31',
      as_of: '2024-02-10',
      day_count: 'year_then_days',
    });
    // One year, then 10 days of 2024: 30,000 + 30,000 × 10 / 366.
    expect(moneyText(found.interest)).toBe('30819');
  });

  test('interest over split periods adds up within a yen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.integer({ min: 1, max: 1500 }),
        fc.integer({ min: 1, max: 1500 }),
        (principal, first, second) => {
          const start = '2021-01-31';
          const middle = addDays(start, first);
          const end = addDays(middle, second);
          const of = (due_date: string, as_of: string) =>
            interest({ principal, due_date, as_of, agreed_rate: '0.146' }).interest.toNumber();
          expect(Math.abs(of(start, end) - of(start, middle) - of(middle, end))).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test('a part payment fills costs, then interest, then principal (Civil Code art. 489)', () => {
    const owed = { costs: 1_420, interest: 7_397, principal: 1_000_000 };
    const { paid, remaining, surplus } = appropriate(jp, 100_000, owed, REFORM);
    expect(Object.values(paid).map(moneyText)).toEqual(['1420', '7397', '91183']);
    expect(moneyText(remaining.principal)).toBe('908817');
    expect(moneyText(surplus)).toBe('0');
    expect(moneyText(appropriate(jp, 2_000_000, owed, REFORM).surplus)).toBe('991183');
  });
});

describe('limitation', () => {
  test.each(LIMITATION_CASES)('$title', (one) => {
    const found = reckonLimitation(jp, one.facts);
    expect(found.last_day).toBe(one.last_day);
    expect(found.days_left).toBe(daysBetween(one.facts.as_of, one.last_day));
    if (one.status) expect(found.status).toBe(one.status);
    if (one.regime) expect(found.regime).toBe(one.regime);
    if (one.original_last_day) expect(found.original_last_day).toBe(one.original_last_day);
    if (one.step) expect(found.steps.map((step) => step.code)).toContain(one.step);
    for (const step of found.steps) {
      expect(step.text.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
      expect(step.text.en).toMatch(/[a-z]/);
    }
  });

  test.each([
    ['2026-03-31', 'due_soon'],
    ['2026-04-01', 'expired_invocable'],
    [addDays('2026-03-31', -DUE_SOON_DAYS), 'due_soon'],
    [addDays('2026-03-31', -DUE_SOON_DAYS - 1), 'safe'],
  ])('on %s a claim that ends on 2026-03-31 is %s', (as_of, status) => {
    expect(reckonLimitation(jp, { claim_kind: 'services', due_date: '2021-03-31', as_of }).status).toBe(status);
  });

  test('a price that the State owes is a claim of private law: its limitation must be invoked', () => {
    const facts = { claim_kind: 'services', due_date: '2021-03-31', as_of: '2026-05-01' } as const;
    expect(reckonLimitation(jp, facts).invocation_needed).toBe(true);
    expect(reckonLimitation(jp, { ...facts, debtor_type: 'public_body' }).invocation_needed).toBe(true);
  });

  const day = fc.integer({ min: 0, max: 365 * 8 }).map((n) => addDays('2020-04-01', n));
  const event: fc.Arbitrary<LimitationEvent> = fc
    .record({
      kind: fc.constantFrom(...LIMITATION_EVENTS),
      on: day,
      length: fc.integer({ min: 0, max: 600 }),
      with_title: fc.boolean(),
      months: fc.integer({ min: 1, max: 14 }),
    })
    .map(({ kind, on, length, with_title, months }) => ({
      kind,
      on,
      ended_on: addDays(on, length),
      with_title,
      months,
    }));

  test('the last day is never before the day the period corresponds to', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...CLAIM_KINDS), (due_date, claim_kind) => {
        const found = reckonLimitation(jp, { due_date, claim_kind, as_of: due_date });
        const years = { freight: 1, bill: 3, electronic_claim: 3 }[claim_kind as string] ?? 5;
        expect(found.last_day >= addDays(addMonths(due_date, years * 12), -1)).toBe(true);
      }),
    );
  });
  test('no event ever shortens the time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CLAIM_KINDS), fc.array(event, { maxLength: 5 }), day, (kind, events, as_of) => {
        const facts = { claim_kind: kind, due_date: '2020-06-30', contract_date: '2020-05-01', as_of };
        const without = reckonLimitation(jp, facts);
        const found = reckonLimitation(jp, { ...facts, events });
        expect(found.original_last_day).toBe(without.last_day);
        expect(found.last_day >= without.last_day).toBe(true);
        expect(later(found.last_day, without.last_day)).toBe(found.last_day);
      }),
    );
  });
  test('the order in which events are given does not matter when their days differ', () => {
    fc.assert(
      fc.property(fc.uniqueArray(event, { maxLength: 5, selector: (one) => one.on }), day, (events, as_of) => {
        // Things of one day keep the order in which they are given, so every day here has one event only.
        const days = events.flatMap((one) => [...new Set([one.on, one.ended_on])]);
        fc.pre(new Set(days).size === days.length);
        const facts = { claim_kind: 'goods', due_date: '2020-06-30', as_of } as const;
        const forward = reckonLimitation(jp, { ...facts, events });
        const backward = reckonLimitation(jp, { ...facts, events: [...events].reverse() });
        expect(backward.last_day).toBe(forward.last_day);
      }),
    );
  });
});

describe('dated values', () => {
  const dated: Dated<number> = {
    id: 'x',
    label: { ja: '例', en: 'example' },
    unit: 'JPY',
    periods: [
      { from: '2020-01-01', value: 1, citation: jp.citations.limitation, certainty: 'statute' },
      { from: '2021-01-01', value: null, citation: jp.citations.limitation, certainty: 'statute' },
    ],
    unknown_from: '2022-01-01',
    checked: '2026-06-27',
  };
  test('a value holds from its first day until the next; null is abolished; other days are refused', () => {
    expect(valueOn(dated, '2020-01-01')).toBe(1);
    expect(valueOn(dated, '2020-12-31')).toBe(1);
    expect(valueOn(dated, '2021-01-01')).toBeNull();
    expect(() => valueOn(dated, '2019-12-31')).toThrow(LawNotCovered);
    expect(() => valueOn(dated, '2022-01-01')).toThrow(LawNotCovered);
  });
  test('a value of a table holds until the first of its later periods begins', () => {
    const [first, second] = dated.periods.map((one) => one.citation);
    const later = [period('2021-01-01', 2, second!)];
    const entry = { label: dated.label, unit: 'JPY', from: '2020-01-01', value: 1, citation: first!, later };
    const { x } = datedTable<{ x: Dated<number> }>('t', { x: entry });
    expect([x.id, valueOn(x, '2020-12-31'), valueOn(x, '2021-01-01')]).toEqual(['t.x', 1, 2]);
  });
  test('the refusal says which value, which day and why', () => {
    try {
      periodAt(dated, '2022-06-01');
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ name: 'LawNotCovered', id: 'x', day: '2022-06-01', reason: 'not_yet_known' });
    }
  });
  test('the weakest of several certainties', () => {
    expect(weakest(['statute', 'secondary', 'official'])).toBe('secondary');
    expect(weakest([])).toBe('statute');
  });
});

describe.each(Object.entries(jurisdictions))('the data of %s', (id, law) => {
  const CERTAINTIES: readonly Certainty[] = ['statute', 'official', 'secondary', 'unverified'];
  type Found = { readonly path: string; readonly value: Record<string, unknown> };
  const found: Found[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'function') throw new Error(`${path} is a function: a jurisdiction is data`);
    if (typeof value !== 'object' || value === null) return;
    found.push({ path, value: value as Record<string, unknown> });
    for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
  };
  walk(law, id);
  const having = (...keys: string[]) => found.filter(({ value }) => keys.every((key) => key in value));

  test('says which day it was checked and is plain data', () => {
    expect(law.id).toBe(id);
    expect(isDay(law.checked)).toBe(true);
    // A change between two checks of everything counts up behind the day.
    expect(law.version).toMatch(new RegExp(`^${id}-${law.checked}(\\.\\d+)?$`));
    expect(JSON.parse(JSON.stringify(law))).toEqual(law);
  });
  test('every text stands in both languages', () => {
    const texts = found.filter(({ value }) => 'ja' in value || 'en' in value);
    expect(texts.length).toBeGreaterThan(100);
    for (const { path, value } of texts) {
      expect([path, Object.keys(value).sort()]).toEqual([path, ['en', 'ja']]);
      expect(`${value.ja}`.length, path).toBeGreaterThan(0);
      expect(`${value.en}`, path).toMatch(/^[\x20-\x7e]+$/);
    }
  });
  test('every citation names law, article, certainty and day, and links where it has an identifier', () => {
    const cited = having('law', 'article');
    expect(cited.length).toBeGreaterThan(CITE_KEYS.length);
    for (const { path, value } of cited) {
      expect(CERTAINTIES, path).toContain(value.certainty);
      expect(isDay(value.checked), path).toBe(true);
      if (value.law_id !== null) expect(value.url, path).toBe(`https://laws.e-gov.go.jp/law/${value.law_id}`);
      // What is read in a statute is either linked or a statute that is no longer in force as such.
      if (value.url !== null) expect(value.url, path).toMatch(/^https:\/\//);
    }
  });
  test('every dated value has id, label, unit, day, and ascending periods with source and certainty', () => {
    const dated = having('periods', 'unit');
    expect(dated.length).toBeGreaterThan(60);
    const ids = dated.map(({ value }) => value.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, value } of dated) {
      const one = value as unknown as Dated<unknown>;
      expect(path, `${id}.${one.id}`).toMatch(new RegExp(`${one.id.replaceAll('.', '\\.')}$`));
      expect(one.unit, path).toMatch(/^(JPY|1\/year|share|days|months|years|count|rule)$/);
      expect(isDay(one.checked), path).toBe(true);
      expect(one.periods.length, path).toBeGreaterThan(0);
      for (const [i, period] of one.periods.entries()) {
        expect(isDay(period.from), path).toBe(true);
        expect(CERTAINTIES, path).toContain(period.certainty);
        expect(period.citation, path).toBeDefined();
        expect(period.value, path).not.toBeUndefined();
        const previous = one.periods[i - 1];
        if (previous) expect(period.from > previous.from, path).toBe(true);
      }
      expect(() => valueOn(one, addDays(one.periods[0]!.from, -1)), path).toThrow(LawNotCovered);
      expect(() => valueOn(one, one.periods[0]!.from), path).not.toThrow();
      if (one.unknown_from !== undefined) expect(() => valueOn(one, one.unknown_from!), path).toThrow(LawNotCovered);
    }
  });
  test('every closed list is covered', () => {
    const keys = (record: object) => Object.keys(record).sort();
    expect(keys(law.citations)).toEqual([...CITE_KEYS].sort());
    expect(keys(law.petitions)).toEqual([...PETITIONS].sort());
    expect(keys(law.fees)).toEqual([...FLAT_FEES].sort());
    expect(keys(law.estimates)).toEqual([...ESTIMATES].sort());
    expect(keys(law.limits)).toEqual([...LEGAL_LIMITS].sort());
    expect(keys(law.insolvency)).toEqual([...INSOLVENCY_STATES].sort());
    expect(keys(law.servicer)).toEqual([...CLAIM_KINDS].sort());
    for (const { value } of law.limitation.events.periods) expect(keys(value!)).toEqual([...LIMITATION_EVENTS].sort());
    for (const { value } of law.limitation.regimes.periods) {
      expect(keys(value!.by_claim_kind)).toEqual([...CLAIM_KINDS].sort());
    }
  });
  test('every scale ascends', () => {
    const scales = found.filter(({ value }) => Array.isArray(value) && value.some((one) => one?.up_to !== undefined));
    expect(scales.length).toBeGreaterThan(0);
    for (const { path, value } of scales) {
      const ends = (value as unknown as FeeScale).map((bracket) => bracket.up_to ?? Number.POSITIVE_INFINITY);
      expect(ends, path).toEqual([...ends].sort((a, b) => a - b));
    }
  });
  test('a stay of individual action is a stay of enforcement, and names its provision', () => {
    for (const [state, rule] of Object.entries(law.insolvency)) {
      if (rule.stays_individual_action) expect(rule.stays_enforcement, state).toBe(true);
      if (rule.stays_enforcement) expect(rule.citations.stay, state).not.toBeNull();
      if (rule.proof) expect(rule.citations.proof, state).not.toBeNull();
      if (rule.allows_set_off) expect(rule.citations.set_off, state).not.toBeNull();
    }
  });
  test('coming changes are in order of their days', () => {
    const days = law.change_watch.map((change) => change.on);
    expect(days.every(isDay)).toBe(true);
    expect(days).toEqual([...days].sort());
  });
});
