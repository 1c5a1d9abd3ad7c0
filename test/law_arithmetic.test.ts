// The arithmetic of the law at its edges: lines that add up, the last day and the days beside it, what a raised rate rests on, what counts
// toward what, and what is not known.
import { describe, expect, test } from 'vitest';
import { bringsTaxCredit, formalWriteOffFrom, isFormallyWrittenOff } from '../src/law/bad_debt.ts';
import { type BadDebtCase, badDebtFindings } from '../src/law/bad_debt_facts.ts';
import { standingOn } from '../src/law/catalogue.ts';
import { type Filing, PETITIONS } from '../src/law/contract/court_fees.ts';
import type { LimitationEventKind } from '../src/law/contract/limitation.ts';
import { type Dated, weakest } from '../src/law/dated.ts';
import { certifiedMailFee, filingFee, flatFee, lawyerFee, objectionExtraFee, refund } from '../src/law/fees.ts';
import { both, either, type LegalFindings, metIf, openIf } from '../src/law/findings.ts';
import { jp } from '../src/law/index.ts';
import { appropriate, type InterestRequest, lateInterest } from '../src/law/interest.ts';
import {
  demandEffect,
  type Limitation,
  type LimitationEvent,
  type LimitationRequest,
  reckonLimitation,
} from '../src/law/limitation.ts';
import { lookUp, lookUpWhole } from '../src/law/scale.ts';
import { tariffOn, type WayOfFiling } from '../src/law/tariff.ts';
import { addDays } from '../src/values/day.ts';
import { Money, money, moneyText } from '../src/values/money.ts';
import { PAPER } from './filing.ts';

const BEFORE = '2026-05-20';
const REFORM = '2026-05-21';
const ON = '2026-11-21';
const FILINGS: readonly Filing[] = ['paper', 'online'];
const AMOUNTS = [1, 100_000, 600_000, 1_400_000, 1_400_001, 12_345_678, 1_000_000_001];

/** Another law in which the value is this one from the first day on. */
const changed = <T>(dated: Dated<T>, value: T | null): Dated<T> => ({
  ...dated,
  periods: dated.periods.map((period) => ({ ...period, value })),
});

describe('fees', () => {
  test('the lines of every fee add up to it, and each part that is charged has one', () => {
    for (const petition of PETITIONS)
      for (const filing of FILINGS)
        for (const on of [BEFORE, REFORM])
          for (const defendants of [1, 3])
            for (const amount of AMOUNTS) {
              const fee = filingFee(jp, petition, { amount, on, filing, defendants });
              const sum = fee.breakdown.reduce((total, line) => total.plus(line.amount), new Money(0));
              expect(moneyText(sum), `${petition} ${filing} ${on}`).toBe(moneyText(fee.total));
              expect(moneyText(fee.base.plus(fee.flat))).toBe(moneyText(fee.total));
              const parts = Object.fromEntries(fee.breakdown.map((line) => [line.code, line.amount.toNumber()]));
              const rule = jp.petitions[petition].periods.findLast(({ from }) => from <= on)!.value!;
              const each = rule.per_extra_defendant * (defendants - 1);
              expect(parts).toEqual({
                base: fee.base.toNumber(),
                ...(rule.flat[filing] > 0 ? { flat: rule.flat[filing] } : {}),
                ...(each > 0 ? { extra_defendants: each } : {}),
              });
            }
  });

  test('a source stands beside a fee: the table, and since the reform why no postage is asked', () => {
    const cited = (on: string) =>
      filingFee(jp, 'suit', { amount: 1, on, filing: 'paper' }).citations.map(({ article }) => article.ja);
    expect(cited(BEFORE)).toEqual(['別表第一・一の項', '東京地方裁判所の予納郵券（1対1）']);
    expect(cited(REFORM)).toEqual(['別表第二・一の項', '11条1項ただし書']);
    const mediation = filingFee(jp, 'mediation', { amount: 1, on: REFORM, filing: 'paper' });
    expect(mediation.citations.map(({ article }) => article.ja)).toEqual(['別表第一・一四の項']);
  });

  test('an objection costs the suit less what counts, shown as two lines that add up', () => {
    for (const filing of FILINGS)
      for (const amount of AMOUNTS) {
        const request = { amount, on: REFORM, filing };
        const { total, breakdown, citations } = objectionExtraFee(jp, request);
        const suit = filingFee(jp, 'suit', request);
        const order = filingFee(jp, 'payment_order', request);
        expect(breakdown.map(({ code, amount: part }) => [code, part.toNumber()])).toEqual([
          ['suit', suit.total.toNumber()],
          ['credited', -order.base.toNumber()],
        ]);
        expect(total.toNumber()).toBe(suit.total.toNumber() - order.base.toNumber());
        expect(citations.map(({ article }) => article.ja)).toEqual(['3条3項1号', '別表第二・一の項']);
      }
  });

  test('where the flat part counts, too, it is credited, and never more than the suit costs', () => {
    const request = { amount: 1_000_000, on: REFORM, filing: 'online' } as const;
    const extra = (base: boolean, flat: boolean, amount = 1_000_000) => {
      const law = { ...jp, objection_credit: changed(jp.objection_credit, { base, flat }) };
      const { total, breakdown } = objectionExtraFee(law, { ...request, amount });
      expect(tariffOn(law, REFORM, { ...PAPER, own: 'online' }).objection(amount)).toBe(total.toNumber());
      return [total.toNumber(), breakdown[1]?.amount.toNumber()];
    };
    // The suit costs 10,000 + 1,400; the payment order 5,000 + 2,500.
    expect(extra(true, false)).toEqual([6_400, -5_000]);
    expect(extra(true, true)).toEqual([3_900, -7_500]);
    expect(extra(false, true)).toEqual([8_900, -2_500]);
    expect(extra(false, false)).toEqual([11_400, 0]);
    // For one yen the suit costs 2,400, the payment order 3,000.
    expect(extra(true, true, 1)).toEqual([0, -2_400]);
  });

  test('the certainty of an objection is that of the weakest of its parts', () => {
    const sure = (on: string) => objectionExtraFee(jp, { amount: 1, on, filing: 'paper' }).certainty;
    expect([sure(BEFORE), sure(REFORM)]).toEqual(['secondary', 'statute']);
  });

  test.each([
    [4_000, 0],
    [4_001, 1],
    [7_999, 3_999],
    [8_000, 4_000],
    [8_001, 4_000],
    [8_002, 4_001],
  ])('of a fee of %i yen %i come back: half, of which at least 4,000 is kept, in whole yen', (paid, back) => {
    expect(refund(jp, paid, ON).amount.toNumber()).toBe(back);
  });

  test('a law without a refund gives nothing back, and names its source', () => {
    const law = { ...jp, refund: changed(jp.refund, null) };
    expect(refund(law, 10_000, ON).amount.toNumber()).toBe(0);
    expect(refund(law, 10_000, ON).citation).toBe(jp.refund.periods[0]?.citation);
  });

  test('a lawyer asks at least the minimum; both fees have one source, a payment order another retainer', () => {
    const fee = (benefit: number, route?: 'payment_order') => lawyerFee(jp, benefit, ON, route);
    expect(fee(1_250_000).retainer.toNumber()).toBe(100_000);
    expect(fee(1_250_001).retainer.toNumber()).toBeCloseTo(100_000.08, 6);
    expect(fee(2_500_000, 'payment_order').retainer.toNumber()).toBe(50_000);
    expect(fee(2_600_000, 'payment_order').retainer.toNumber()).toBe(52_000);
    expect(fee(2_600_000, 'payment_order').success.toNumber()).toBe(416_000);
    expect([fee(1).citations.length, fee(1, 'payment_order').citations.length]).toEqual([1, 2]);
    expect([fee(1).certainty, fee(1, 'payment_order').certainty]).toEqual(['secondary', 'unverified']);
  });

  test('a letter of one sheet is as sure as its tariff, further sheets are as sure as the weaker', () => {
    expect(certifiedMailFee(jp, 1, ON)).toEqual(flatFee(jp, 'certified_mail_first_sheet', ON));
    expect(certifiedMailFee(jp, 3, ON).amount.toNumber()).toBe(1_420 + 2 * 290);
    expect(() => certifiedMailFee(jp, 1.5, ON)).toThrow(RangeError);
  });

  test('of several certainties the weakest counts, of none the best', () => {
    expect(weakest(['statute', 'secondary', 'official'])).toBe('secondary');
    expect(weakest(['statute', 'official'])).toBe('official');
    expect(weakest(['unverified', 'statute'])).toBe('unverified');
    expect(weakest([])).toBe('statute');
  });
});

describe('scales in doubles', () => {
  const SCALES = [
    jp.petitions.suit.periods[0]!.value!.scale,
    jp.petitions.mediation.periods[0]!.value!.scale,
    jp.notarial_deed.periods[1]!.value!,
    jp.lawyer.retainer.periods[0]!.value!,
  ];
  const EDGES = [0, 1, 99_999, 100_000, 100_001, 500_000, 1_000_001, 3_000_000, 3_000_001, 1e8, 1e8 + 1, 5e9, 5e9 + 1];

  test('say what the exact scales say, on both sides of every edge', () => {
    for (const scale of SCALES)
      for (const value of EDGES)
        expect(lookUpWhole(scale, value)).toBeCloseTo(lookUp(scale, money(value)).toNumber(), 4);
  });

  test('refuse a value above their last bracket, and take the last one', () => {
    const scale = [
      { up_to: 100, total: 7 },
      { up_to: 200, unit: 50, fee: 3 },
    ];
    expect([100, 101, 151, 200].map((value) => lookUpWhole(scale, value))).toEqual([7, 10, 13, 13]);
    expect(() => lookUpWhole(scale, 201)).toThrow(RangeError);
  });
});

describe('tariffs', () => {
  const tariff = (way: Partial<WayOfFiling> = {}, law = jp, on = ON) => tariffOn(law, on, { ...PAPER, ...way });

  test('counsel files a suit above the limit of the summary court: 1,400,001, not 1,400,000', () => {
    const { filing } = tariff();
    expect(filing('suit', 1_400_000)).toBe(12_000 + 2_500);
    expect(filing('suit', 1_400_001)).toBe(13_000 + 1_400);
    expect(tariff({ counselled: 'never' }).filing('suit', 1_400_001)).toBe(13_000 + 2_500);
    expect(tariff({ counselled: 'always' }).filing('suit', 100_000)).toBe(1_000 + 1_400);
  });

  test('no other petition is filed by counsel', () => {
    const always = tariff({ counselled: 'always' });
    expect(always.filing('payment_order', 2_000_000)).toBe(7_500 + 2_700);
    expect(always.filing('small_claims', 600_000)).toBe(6_000 + 2_500);
    expect(always.filing('mediation', 2_000_000)).toBe(7_500);
    expect(always.filing('pre_suit_settlement', 2_000_000)).toBe(2_700);
  });

  test('before the reform a suit is filed with postage', () => {
    expect(tariff({}, jp, BEFORE).filing('suit', 1_000_000)).toBe(10_000 + 6_000);
    expect(tariff({}, jp, BEFORE).filing('payment_order', 1_000_000)).toBe(5_000);
  });

  test('every price is made of the values of the day', () => {
    const { attachment, asset_information, certified_mail, certified_mail_sheet, retainer, success, deed } = tariff();
    expect([attachment, asset_information]).toEqual([4_000 + 4_000, 1_000 + 4_000]);
    expect([certified_mail, certified_mail_sheet]).toEqual([1_420, 290]);
    expect([retainer(1_000_000), retainer(5_000_000)]).toEqual([100_000, 340_000]);
    expect([success(1_000_000), success(5_000_000)]).toEqual([160_000, 680_000]);
    expect([deed(1_000_000), deed(5_000_001)]).toEqual([5_000 + 2_000 + 1_600, 20_000 + 2_000 + 1_600]);
  });

  test('the limits and times of the law are handed on', () => {
    const { small_claims_max, small_claims_per_year, summary_court_max, write_off_months, ...rest } = tariff();
    expect([small_claims_max, small_claims_per_year, summary_court_max, write_off_months]).toEqual([
      600_000, 10, 1_400_000, 12,
    ]);
    expect([
      rest.payment_order_objection_days,
      rest.provisional_execution_days,
      rest.demand_months,
      rest.mediation_to_suit_days,
      rest.mediation_grace_months,
    ]).toEqual([14, 30, 6, 14, 6]);
    expect([rest.isSmallClaim(600_000), rest.isSmallClaim(600_001)]).toEqual([true, false]);
    expect(rest.letter_layouts.map(({ characters, lines }) => characters * lines)).toEqual([520, 520, 520, 520]);
    expect([...rest.absent]).toEqual([]);
  });

  test('what a country does not have is absent, costs nothing and has no limit', () => {
    const law = {
      ...jp,
      petitions: { ...jp.petitions, small_claims: changed(jp.petitions.small_claims, null) },
      fees: {
        ...jp.fees,
        attachment: changed(jp.fees.attachment, null),
        certified_mail_first_sheet: changed(jp.fees.certified_mail_first_sheet, null),
      },
      limits: { ...jp.limits, summary_court_max: changed(jp.limits.summary_court_max, null) },
      bad_debt: { ...jp.bad_debt, formal_after_months: changed(jp.bad_debt.formal_after_months, null) },
    };
    const without = tariff({}, law);
    expect([...without.absent].sort()).toEqual(['attachment', 'certified_mail', 'formal_write_off', 'small_claims']);
    expect([without.attachment, without.asset_information, without.certified_mail]).toEqual([0, null, 0]);
    expect([without.summary_court_max, without.write_off_months]).toEqual([0, Number.POSITIVE_INFINITY]);
    expect(without.isSmallClaim(1)).toBe(false);
    expect(() => without.filing('small_claims', 1)).toThrow(RangeError);
    // Without a summary court every suit is above its limit.
    expect(without.filing('suit', 1)).toBe(1_000 + 1_400);
  });

  test('what nobody has read yet is named, and nothing else', () => {
    expect(tariff().unverified.map(({ label }) => label.en)).toEqual(['postage deposited for an attachment']);
    const former = tariff({}, jp, '2023-01-01').unverified.map(({ label }) => label.en);
    expect(former).toEqual([
      'postage deposited for an attachment',
      'certified mail with delivery certificate, one sheet',
      'execution clause from a notary',
      'service of a notarial deed, without postage',
    ]);
  });

  test('every value of which it is made is named while nobody has read it', () => {
    const unread = <T>(dated: Dated<T>): Dated<T> => ({
      ...dated,
      periods: dated.periods.map((period) => ({ ...period, certainty: 'unverified' })),
    });
    const { lawyer, bad_debt, petitions } = jp;
    const others: readonly (readonly [label: string, law: typeof jp])[] = [
      [lawyer.retainer.label.en, { ...jp, lawyer: { ...lawyer, retainer: unread(lawyer.retainer) } }],
      [lawyer.success.label.en, { ...jp, lawyer: { ...lawyer, success: unread(lawyer.success) } }],
      [
        lawyer.minimum_retainer.label.en,
        { ...jp, lawyer: { ...lawyer, minimum_retainer: unread(lawyer.minimum_retainer) } },
      ],
      [jp.objection_credit.label.en, { ...jp, objection_credit: unread(jp.objection_credit) }],
      [jp.notarial_deed.label.en, { ...jp, notarial_deed: unread(jp.notarial_deed) }],
      [petitions.suit.label.en, { ...jp, petitions: { ...petitions, suit: unread(petitions.suit) } }],
      [
        bad_debt.formal_after_months.label.en,
        { ...jp, bad_debt: { ...bad_debt, formal_after_months: unread(bad_debt.formal_after_months) } },
      ],
    ];
    for (const [label, law] of others) expect(tariff({}, law).unverified.map((one) => one.label.en)).toContain(label);
  });
});

describe('what a raised rate rests on', () => {
  const claim: InterestRequest = {
    principal: 1_000_000,
    due_date: '2026-03-31',
    received_on: '2026-02-01',
    as_of: '2026-04-30',
    subcontract_act: true,
  };
  const articles = (request: Partial<InterestRequest>) =>
    lateInterest(jp, { ...claim, ...request }).citations.map(({ law }) => law.en);
  const SUBCONTRACT = 'Act against Delay in Payment to Small and Medium-sized Contractors (former Subcontract Act)';
  const RATE = 'Ministry of Justice on the statutory rate';

  test('once it runs, both rates are cited; on its last day without it, only the ordinary one', () => {
    expect(articles({ as_of: '2026-04-01' })).toEqual([RATE]);
    expect(articles({ as_of: '2026-04-02' })).toEqual([RATE, SUBCONTRACT]);
    expect(articles({ subcontract_act: false })).toEqual([RATE]);
  });

  test('each line names the rate it was reckoned with, and where that stands', () => {
    const { breakdown, rate, certainty } = lateInterest(jp, claim);
    expect(breakdown.map(({ rate: one, citation }) => [moneyText(one), citation.law.en])).toEqual([
      ['0.03', RATE],
      ['0.146', SUBCONTRACT],
    ]);
    expect([moneyText(rate), certainty]).toEqual(['0.146', 'official']);
    const former = lateInterest(jp, {
      ...claim,
      due_date: '2022-03-31',
      received_on: '2022-02-01',
      as_of: '2022-05-01',
    });
    expect(former.certainty).toBe('unverified');
  });

  test('a rate agreed at 14.6 % is not raised, one below it is', () => {
    const codes = (agreed_rate: string) =>
      lateInterest(jp, { ...claim, agreed_rate }).breakdown.map(({ code }) => code);
    expect(codes('0.146')).toEqual(['agreed']);
    expect(codes('0.1459')).toEqual(['agreed', 'subcontract']);
  });

  test('what a public body owes at least takes the place of a lower agreed rate, with its own source', () => {
    const bought = { ...claim, subcontract_act: false, claim_kind: 'goods', debtor_type: 'public_body' } as const;
    const rate = (agreed_rate?: string) => {
      const found = lateInterest(jp, { ...bought, ...(agreed_rate === undefined ? {} : { agreed_rate }) });
      return [moneyText(found.rate), found.breakdown[0]?.code, found.certainty];
    };
    expect(rate()).toEqual(['0.025', 'public_contract', 'official']);
    expect(rate('0.024')).toEqual(['0.025', 'public_contract', 'official']);
    expect(rate('0.025')).toEqual(['0.025', 'agreed', 'statute']);
    expect(rate('0.05')).toEqual(['0.05', 'agreed', 'statute']);
  });

  test('nothing accrues up to the due date, a day of it on the next', () => {
    const days = (as_of: string) => {
      const found = lateInterest(jp, { principal: 36_500_000, due_date: '2026-03-31', as_of });
      return [found.days, moneyText(found.interest), found.from, found.breakdown.length];
    };
    expect(days('2026-03-30')).toEqual([0, '0', '2026-04-01', 0]);
    expect(days('2026-03-31')).toEqual([0, '0', '2026-04-01', 0]);
    expect(days('2026-04-01')).toEqual([1, '3000', '2026-04-01', 1]);
  });

  test.each([
    ['a year that is no leap year', '2025-03-31', '2026-03-31', '300000'],
    ['a whole year with a leap day in it', '2023-03-31', '2024-03-31', '300000'],
    ['366 days of that year and the year', '2023-03-31', '2024-04-01', '300819'],
    ['half a leap year', '2023-12-31', '2024-06-30', '149180'],
    ['days on both sides of the new year', '2023-12-01', '2024-01-31', '50067'],
    ['a day less than a year', '2025-03-31', '2026-03-30', '299178'],
    ['two whole years', '2024-03-31', '2026-03-31', '600000'],
  ])('by years and odd days: %s', (_, due_date, as_of, expected) => {
    const request = { principal: 10_000_000, due_date, as_of, day_count: 'year_then_days' } as const;
    expect(moneyText(lateInterest(jp, request).interest)).toBe(expected);
  });

  test('a payment fills costs, then interest, then principal, and what is over is said', () => {
    const fill = (payment: number) => {
      const { paid, remaining, surplus } = appropriate(jp, payment, { costs: 10, interest: 20, principal: 100 }, ON);
      const figures = ({ costs, interest, principal }: typeof paid) =>
        [costs, interest, principal].map((one) => one.toNumber());
      return [figures(paid), figures(remaining), surplus.toNumber()];
    };
    expect(fill(5)).toEqual([[5, 0, 0], [5, 20, 100], 0]);
    expect(fill(30)).toEqual([[10, 20, 0], [0, 0, 100], 0]);
    expect(fill(31)).toEqual([[10, 20, 1], [0, 0, 99], 0]);
    expect(fill(131)).toEqual([[10, 20, 100], [0, 0, 0], 1]);
  });
});

describe('the last day of limitation and the days beside it', () => {
  const claim: LimitationRequest = {
    due_date: '2021-12-31',
    contract_date: '2021-11-01',
    claim_kind: 'goods',
    as_of: '2026-12-31',
  };
  const at = (as_of: string, more: Partial<LimitationRequest> = {}): Limitation =>
    reckonLimitation(jp, { ...claim, ...more, as_of });
  const event = (kind: LimitationEventKind, on: string, more: Partial<LimitationEvent> = {}) => ({ kind, on, ...more });
  const standing = ({ last_day, status, days_left }: Limitation) => [last_day, status, days_left];

  test('it ends with its last day: safe for 181 days, soon for 180, invocable on the next', () => {
    expect(standing(at(addDays('2026-12-31', -181)))).toEqual(['2026-12-31', 'safe', 181]);
    expect(standing(at(addDays('2026-12-31', -180)))).toEqual(['2026-12-31', 'due_soon', 180]);
    expect(standing(at('2026-12-31'))).toEqual(['2026-12-31', 'due_soon', 0]);
    expect(standing(at('2027-01-01'))).toEqual(['2026-12-31', 'expired_invocable', -1]);
  });

  test('a demand on the last day keeps it from ending for six months, on the next it is too late', () => {
    const demanded = (on: string, as_of: string) => at(as_of, { events: [event('demand_received', on)] });
    expect(standing(demanded('2026-12-31', '2026-12-31'))).toEqual(['2027-06-30', 'safe', 181]);
    expect(standing(demanded('2026-12-31', '2027-01-01'))).toEqual(['2027-06-30', 'suspended', 180]);
    expect(standing(demanded('2026-12-31', '2027-06-30'))).toEqual(['2027-06-30', 'suspended', 0]);
    expect(standing(demanded('2026-12-31', '2027-07-01'))).toEqual(['2027-06-30', 'expired_invocable', -1]);
    const late = demanded('2027-01-01', '2027-01-02');
    expect(standing(late)).toEqual(['2026-12-31', 'expired_invocable', -2]);
    expect(late.steps.map(({ code }) => code)).toEqual(['started', 'too_late']);
  });

  test('a second demand has an effect up to the last day of the period itself, none on the days that a first one gave', () => {
    const two = (second: string) =>
      at(second, { events: [event('demand_received', '2026-12-01'), event('demand_received', second)] });
    expect(two('2026-12-31').last_day).toBe('2027-06-30');
    expect(two('2027-01-01').last_day).toBe('2027-06-01');
    expect(two('2027-01-01').steps.at(-1)?.code).toBe('no_effect_repeat');
    expect(two('2027-06-01').steps.at(-1)?.code).toBe('no_effect_repeat');
    expect(two('2027-06-02').steps.at(-1)?.code).toBe('too_late');
  });

  test('an acknowledgment on the last day starts it anew; on the next it renews nothing, but good faith counts', () => {
    const on = (day: string) => at(day, { events: [event('acknowledgment', day)] });
    expect([on('2026-12-31').last_day, on('2026-12-31').invocation_lost_on]).toEqual(['2031-12-31', null]);
    expect([on('2027-01-01').last_day, on('2027-01-01').invocation_lost_on]).toEqual(['2032-01-01', '2027-01-01']);
    expect(on('2026-12-31').steps.map(({ code }) => code)).toEqual(['started', 'renewed']);
    expect(on('2027-01-01').steps.map(({ code }) => code)).toEqual(['started', 'invocation_lost']);
  });

  test('events of one day count in the order in which they are told', () => {
    const day = '2026-12-31';
    const events = [event('demand_received', day), event('acknowledgment', day)];
    expect(at(day, { events }).steps.map(({ code }) => code)).toEqual(['started', 'postponed', 'renewed']);
    expect(at(day, { events: [...events].reverse() }).steps.map(({ code }) => code)).toEqual([
      'started',
      'renewed',
      'postponed',
    ]);
  });

  test('events count in the order of their days, whatever the order in which they are told', () => {
    const events = [event('demand_received', '2026-12-20'), event('acknowledgment', '2024-06-10')];
    expect(at('2026-12-31', { events }).steps.map(({ code }) => code)).toEqual(['started', 'renewed', 'postponed']);
    expect(at('2026-12-31', { events }).last_day).toBe('2029-06-10');
  });

  test('a day that has not come yet does nothing: an event, an end, a refusal', () => {
    const future = at('2026-12-01', { events: [event('demand_received', '2026-12-02')] });
    expect([future.last_day, future.steps.at(-1)?.code]).toEqual(['2026-12-31', 'not_yet']);
    const suit = (as_of: string) =>
      at(as_of, { events: [event('suit', '2026-11-01', { ended_on: '2027-03-01', with_title: true })] });
    expect(standing(suit('2027-02-28'))).toEqual(['2027-08-31', 'suspended', 184]);
    expect(suit('2027-03-01').last_day).toBe('2037-03-01');
    expect(suit('2027-03-01').period.code).toBe('title');
    const consulting = (as_of: string) =>
      at(as_of, { events: [event('consultation_agreement', '2026-12-01', { refused_on: '2027-02-10' })] });
    expect(consulting('2027-02-09').last_day).toBe('2027-12-01');
    expect(consulting('2027-02-10').last_day).toBe('2027-08-10');
  });

  test('a proceeding that goes on keeps it standing: as if it were withdrawn today', () => {
    const pending = at('2028-05-15', { events: [event('suit', '2026-12-31')] });
    expect(standing(pending)).toEqual(['2028-11-15', 'suspended', 184]);
    const liquidation = at('2028-05-15', { events: [event('special_liquidation', '2026-12-31')] });
    expect(liquidation.last_day).toBe('2028-07-15');
  });

  test('a proceeding without a result gives six months; before the reform the law gave none', () => {
    const ended = { ended_on: '2027-02-10' };
    expect(at('2027-02-10', { events: [event('suit', '2026-12-01', ended)] }).last_day).toBe('2027-08-10');
    const old = { due_date: '2018-06-30', contract_date: '2018-05-01', claim_kind: 'services' } as const;
    const withdrawn = event('suit', '2019-01-10', { ended_on: '2019-03-10' });
    const found = at('2022-01-01', { ...old, events: [withdrawn] });
    expect([found.last_day, found.steps.at(-1)?.code]).toEqual(['2023-06-30', 'no_effect_ended']);
  });

  test('an agreement to consult lasts a year, or the shorter time agreed, and never beyond five years of the period', () => {
    const agreed = (months?: number) => {
      const more = months === undefined ? {} : { months };
      return at('2026-12-01', { events: [event('consultation_agreement', '2026-12-01', more)] }).last_day;
    };
    expect([agreed(), agreed(8), agreed(12), agreed(24)]).toEqual([
      '2027-12-01',
      '2027-08-01',
      '2027-12-01',
      '2027-12-01',
    ]);
    const yearly = [2026, 2027, 2028, 2029, 2030, 2031].map((year) => event('consultation_agreement', `${year}-11-30`));
    const capped = at('2031-12-01', { events: yearly });
    expect([capped.last_day, capped.steps.some(({ code }) => code === 'capped')]).toEqual(['2031-12-31', true]);
  });

  test('of two agreements the one that lasts longer keeps a demand from having an effect', () => {
    const consulting = (demanded_on: string) =>
      at(demanded_on, {
        events: [
          event('consultation_agreement', '2026-12-01'),
          event('consultation_agreement', '2026-12-15', { months: 2 }),
          event('demand_received', demanded_on),
        ],
      });
    expect(consulting('2027-03-01').steps.at(-1)?.code).toBe('no_effect_repeat');
    expect([consulting('2027-03-01').last_day, consulting('2027-12-01').last_day]).toEqual([
      '2027-12-01',
      '2027-12-01',
    ]);
  });

  test('a title gives ten years from its day; what came before it is settled', () => {
    const titled = at('2026-12-01', {
      title: 'judgment',
      title_on: '2025-06-10',
      events: [event('acknowledgment', '2025-06-09'), event('demand_received', '2025-06-10')],
    });
    expect([titled.last_day, titled.original_last_day, titled.period.code]).toEqual([
      '2035-06-10',
      '2026-12-31',
      'title',
    ]);
    expect(titled.steps.map(({ code }) => code)).toEqual(['started', 'title', 'postponed']);
    expect(at('2026-12-01', { title: 'judgment' }).last_day).toBe('2031-12-31');
    expect(at('2026-12-01', { title: 'notarial_deed' }).last_day).toBe('2026-12-31');
  });

  test('the earlier of contract and accrual decides which law counts', () => {
    const regime = (contract_date: string, accrued_on: string) =>
      at('2026-12-01', { contract_date, accrued_on }).regime;
    expect(regime('2020-03-31', '2020-05-01')).toBe('old');
    expect(regime('2020-04-01', '2020-05-01')).toBe('new');
    expect(regime('2020-05-01', '2020-03-31')).toBe('old');
    expect(regime('2020-05-01', '2020-04-01')).toBe('new');
  });

  test('whoever learns of it late has five years from then, but no more than ten in all', () => {
    const known = (known_on: string) => at('2026-01-01', { known_on }).last_day;
    expect(known('2021-01-01')).toBe('2026-12-31');
    expect(known('2023-05-10')).toBe('2028-05-10');
    expect(known('2027-05-10')).toBe('2031-12-31');
  });

  test('works of before the reform are counted from their end, the rest from the due date', () => {
    const old = { due_date: '2019-05-31', contract_date: '2019-01-01', completed_on: '2019-09-30' };
    expect(at('2021-01-01', { ...old, claim_kind: 'works' }).last_day).toBe('2022-09-30');
    expect(at('2021-01-01', { ...old, claim_kind: 'freight' }).last_day).toBe('2020-05-31');
    expect(at('2021-01-01', { ...old, special: 'tuition' }).last_day).toBe('2021-05-31');
    expect(at('2021-01-01', { ...old, special: 'no_such_period' }).last_day).toBe('2021-05-31');
    expect(at('2021-01-01', { ...old, special: 'not_commercial' }).last_day).toBe('2029-05-31');
  });

  test('a demand today postpones, adds nothing, has no effect, or comes too late', () => {
    const effect = (as_of: string, events: LimitationEvent[] = []) => {
      const request = { ...claim, as_of, events };
      return demandEffect(jp, request, reckonLimitation(jp, request));
    };
    expect(effect('2026-06-30')).toBe('adds_nothing');
    expect(effect('2026-07-01')).toBe('postpones');
    expect(effect('2026-12-31')).toBe('postpones');
    expect(effect('2027-01-01')).toBe('too_late');
    expect(effect('2027-01-01', [event('demand_received', '2026-12-01')])).toBe('no_effect');
  });
});

describe('when a claim may be written off', () => {
  test('a year after the latest of stop, due date and payment, from the next day on', () => {
    const from = (facts: object) => formalWriteOffFrom(jp, { due_date: '2025-03-31', ...facts }, ON);
    expect(from({})).toBe('2026-04-01');
    expect(from({ stopped_on: '2025-03-30' })).toBe('2026-04-01');
    expect(from({ stopped_on: '2025-04-01' })).toBe('2026-04-02');
    expect(from({ stopped_on: '2025-04-01', last_payment_on: '2025-05-10' })).toBe('2026-05-11');
    expect(from({ last_payment_on: '2025-02-10' })).toBe('2026-04-01');
    const law = {
      ...jp,
      bad_debt: { ...jp.bad_debt, formal_after_months: changed(jp.bad_debt.formal_after_months, null) },
    };
    expect(formalWriteOffFrom(law, { due_date: '2025-03-31' }, ON)).toBeNull();
  });

  test('a loan is never written off so, and brings no consumption tax back', () => {
    expect([isFormallyWrittenOff(jp, 'loan', ON), isFormallyWrittenOff(jp, 'goods', ON)]).toEqual([false, true]);
    expect([bringsTaxCredit(jp, 'loan', ON), bringsTaxCredit(jp, 'goods', ON)]).toEqual([false, true]);
  });

  const amountOf = ({ amounts }: LegalFindings, code: string) =>
    amounts.find((one) => one.code === code)?.amount?.toNumber() ?? null;
  const dayOf = ({ days }: LegalFindings, code: string) => days.find((one) => one.code === code)?.day ?? null;
  const statusOf = ({ rulings }: LegalFindings, code: string) =>
    rulings.find((one) => one.code === code)?.status ?? null;
  const debt = (facts: Omit<BadDebtCase, 'amount' | 'on'> & { on?: string }): LegalFindings =>
    badDebtFindings(jp, { amount: 1_100_000, on: ON, ...facts });

  test('a loss that must be booked belongs to the later of the fact and the booking', () => {
    const lost = (facts: Partial<BadDebtCase>) =>
      dayOf(debt({ fact: 'wholly_lost', security: 0, ...facts }), 'deductible_on');
    expect(lost({ fact_on: '2026-03-01', booked_on: '2026-06-30' })).toBe('2026-06-30');
    expect(lost({ fact_on: '2026-07-01', booked_on: '2026-06-30' })).toBe('2026-07-01');
    expect(lost({ booked_on: '2026-06-30' })).toBe('2026-06-30');
    expect(lost({ fact_on: '2026-03-01' })).toBeNull();
    expect(lost({ fact_on: '2026-03-01', booked_on: '2026-06-30', security: 1 })).toBeNull();
  });

  test('a plan cuts off in the period of its own day, without booking, and at most the claim', () => {
    const plan = (cut: number | undefined, tax_rate?: string) =>
      debt({
        fact: 'plan_confirmed',
        fact_on: '2026-03-01',
        ...(cut === undefined ? {} : { cut }),
        ...(tax_rate ? { tax_rate } : {}),
      });
    expect([amountOf(plan(880_000, '0.1'), 'loss'), amountOf(plan(880_000, '0.1'), 'consumption_tax')]).toEqual([
      880_000, 80_000,
    ]);
    expect(amountOf(plan(2_000_000), 'loss')).toBe(1_100_000);
    expect(amountOf(plan(undefined), 'loss')).toBeNull();
    expect(dayOf(plan(880_000), 'deductible_on')).toBe('2026-03-01');
    expect(amountOf(plan(880_000), 'consumption_tax')).toBeNull();
  });

  test('a reserve is half of what is open after security and what we owe, and brings no tax back', () => {
    const filed = (more: Partial<BadDebtCase>) =>
      debt({ fact: 'petition_filed', booked_on: ON, reserve_allowed: true, tax_rate: '0.1', ...more });
    expect(amountOf(filed({ security: 100_000, mutual_debts: 50_000 }), 'loss')).toBe(475_000);
    expect(amountOf(filed({ security: 99_999 }), 'loss')).toBe(500_000);
    expect(amountOf(filed({ security: 2_000_000 }), 'loss')).toBe(0);
    expect(amountOf(filed({}), 'consumption_tax')).toBe(0);
    expect(amountOf(filed({ reserve_allowed: false }), 'loss')).toBe(0);
    expect(statusOf(filed({ reserve_allowed: false }), 'loss')).toBe('closed');
  });

  test('dealings that stopped leave one yen, after a full year, booked, without security', () => {
    const stopped = (more: Partial<BadDebtCase> = {}) =>
      debt({
        fact: 'dealings_stopped',
        continuing: true,
        security: 0,
        stopped_on: '2025-10-01',
        last_due: '2025-11-20',
        last_payment: '2025-09-01',
        booked_on: ON,
        ...more,
      });
    expect([statusOf(stopped(), 'loss'), amountOf(stopped(), 'loss')]).toEqual(['open', 1_099_999]);
    expect([dayOf(stopped(), 'open_from'), statusOf(stopped({ on: '2026-11-20' }), 'time_passed')]).toEqual([
      '2026-11-21',
      'not_met',
    ]);
    expect(statusOf(stopped({ booked_on: '2026-11-22' }), 'booked')).toBe('not_met');
    expect(statusOf(stopped({ claim_kind: 'loan' }), 'kind')).toBe('not_met');
    expect(statusOf(stopped({ claim_kind: 'loan' }), 'loss')).toBe('closed');
  });

  test('what is sold below its face is lost by the difference, and brings no tax back', () => {
    const sold = debt({ fact: 'sold_below_face', fact_on: '2026-05-01', price: 300_000, tax_rate: '0.1' });
    expect([amountOf(sold, 'loss'), amountOf(sold, 'consumption_tax'), dayOf(sold, 'deductible_on')]).toEqual([
      800_000,
      0,
      '2026-05-01',
    ]);
    expect(amountOf(debt({ fact: 'sold_below_face', price: 2_000_000 }), 'loss')).toBe(0);
    expect(amountOf(debt({ fact: 'sold_below_face' }), 'loss')).toBeNull();
  });

  test('the opening of bankruptcy is no loss', () => {
    const opened = debt({ fact: 'bankruptcy_opened', fact_on: '2026-05-01' });
    expect([statusOf(opened, 'loss'), amountOf(opened, 'loss'), dayOf(opened, 'deductible_on')]).toEqual([
      'closed',
      0,
      null,
    ]);
  });
});

describe('facts that were not told', () => {
  const FACTS = [true, false, undefined];
  test('two that must both hold are false as soon as one is, and open while one is not told', () => {
    expect(FACTS.map((a) => FACTS.map((b) => both(a, b)))).toEqual([
      [true, false, undefined],
      [false, false, false],
      [undefined, false, undefined],
    ]);
  });
  test('of two either of which will do, one that holds is enough', () => {
    expect(FACTS.map((a) => FACTS.map((b) => either(a, b)))).toEqual([
      [true, true, true],
      [true, false, undefined],
      [true, undefined, undefined],
    ]);
  });
  test('a condition is met or not, a remedy open or closed, and what was not told is unknown', () => {
    expect(FACTS.map(metIf)).toEqual(['met', 'not_met', 'unknown']);
    expect(FACTS.map(openIf)).toEqual(['open', 'closed', 'unknown']);
  });
});

describe('how a value stands on a day', () => {
  const rate = jp.late_interest.statutory;
  const at = (day: string) => {
    const { status, stretch, next_change } = standingOn(rate, day);
    return [status, stretch?.from ?? null, stretch?.until ?? null, next_change];
  };
  test('before its first day, between two changes, before the unknown and in it', () => {
    expect(at('1898-07-15')).toEqual(['not_covered', null, null, { on: '1898-07-16', kind: 'starts' }]);
    expect(at('2020-03-31')).toEqual(['in_force', '1898-07-16', '2020-03-31', { on: '2020-04-01', kind: 'changes' }]);
    expect(at('2020-04-01')).toEqual(['in_force', '2020-04-01', '2023-03-31', { on: '2023-04-01', kind: 'changes' }]);
    expect(at('2029-03-31')).toEqual(['in_force', '2026-04-01', '2029-03-31', { on: '2029-04-01', kind: 'unknown' }]);
    expect(at('2029-04-01')).toEqual(['not_covered', null, null, null]);
  });
  test('what was abolished does not exist, and changes no more', () => {
    const { status, stretch, next_change } = standingOn(jp.late_interest.commercial, '2020-04-01');
    expect([status, stretch?.value, stretch?.until, next_change]).toEqual(['none', null, null, null]);
    expect(standingOn(jp.lawyer.spread, ON).stretch?.unverified).toBe(true);
    expect(standingOn(jp.lawyer.retainer, ON).stretch?.unverified).toBe(false);
  });
});
