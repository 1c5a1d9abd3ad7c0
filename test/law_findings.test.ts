// What the calculators of the law say to facts: every ruling with its status, every amount and day, on both sides of each boundary.
import { describe, expect, test } from 'vitest';
import {
  besideOf,
  type CostQuery,
  followsAmount,
  needsAmount,
  PROCEDURES,
  type Procedure,
  procedureCost,
  procedureLabel,
  sourcesOfPrice,
} from '../src/law/costs.ts';
import { type EnforcementFacts, enforcementFindings } from '../src/law/enforcement.ts';
import { type CreditFacts, feeCredit } from '../src/law/fee_credit.ts';
import { certaintyOf, type LegalFindings } from '../src/law/findings.ts';
import { type GoodsFacts, goodsSecurity } from '../src/law/goods_security.ts';
import { eventsFor, type GuaranteeFacts, guaranteeFindings } from '../src/law/guarantee.ts';
import { jp } from '../src/law/index.ts';
import { businessDaysAfter, type InstrumentFacts, instrumentFindings } from '../src/law/instruments.ts';
import { laidOut, letterLines } from '../src/law/letter_sheets.ts';
import { type LiabilityFacts, liabilityFindings } from '../src/law/liability.ts';
import { type ProvisionalFacts, provisionalAttachment } from '../src/law/provisional_attachment.ts';
import { type DocumentFacts, stampDutyFindings } from '../src/law/stamp_duty.ts';
import { type TrialFacts, trialFindings } from '../src/law/trial.ts';
import { money } from '../src/values/money.ts';

const ON = '2026-11-21';
const statuses = ({ rulings }: LegalFindings) =>
  Object.fromEntries(rulings.filter(({ status }) => status !== 'stated').map(({ code, status }) => [code, status]));
const stated = ({ rulings }: LegalFindings) =>
  rulings.filter(({ status }) => status === 'stated').map(({ code }) => code);
const amounts = ({ amounts: found }: LegalFindings) =>
  Object.fromEntries(found.map(({ code, amount }) => [code, amount === null ? null : amount.toNumber()]));
const days = ({ days: found }: LegalFindings) => Object.fromEntries(found.map(({ code, day }) => [code, day]));

describe('enforcing a title', () => {
  const say = (facts: Partial<EnforcementFacts> = {}) => enforcementFindings(jp, { on: ON, ...facts });

  test('all that is to be known is said, and nothing is open without a title', () => {
    expect(stated(say())).toEqual([
      'papers',
      'court',
      'effect',
      'collection',
      'report',
      'wages',
      'cash',
      'tools',
      'disclosure_penalty',
      'limitation',
      'title_expired',
    ]);
    expect(statuses(say({ titled: false }))).toEqual({
      disclosure: 'closed',
      information_bank: 'closed',
      information_securities: 'closed',
      information_land: 'closed',
      information_wages: 'closed',
      transfer_order: 'closed',
      small_claims_enforcement: 'closed',
      clause: 'unknown',
    });
    expect(amounts(say())).toEqual({
      fee_attachment: 4_000,
      fee_asset_disclosure: 2_000,
      fee_third_party_information: 1_000,
    });
  });

  test('enquiries are open half a year after a distribution that failed, or where assets are not enough', () => {
    const bank = (facts: Partial<EnforcementFacts>) => statuses(say({ titled: true, ...facts })).information_bank;
    expect(bank({ distribution_ended_on: '2026-05-21' })).toBe('open');
    expect(bank({ distribution_ended_on: '2026-05-20' })).toBe('unknown');
    expect(bank({ distribution_ended_on: '2026-05-20', assets_insufficient: false })).toBe('closed');
    expect(bank({ assets_insufficient: true })).toBe('open');
    expect(bank({})).toBe('unknown');
  });

  test('a disclosure is not held again within three years, and opens information on land for as long', () => {
    const asked = (disclosed_on: string, disclosure_lapsed?: boolean) => {
      const { disclosure, disclosure_again, information_land } = statuses(
        say({
          titled: true,
          assets_insufficient: true,
          disclosed_on,
          ...(disclosure_lapsed === undefined ? {} : { disclosure_lapsed }),
        }),
      );
      return [disclosure, disclosure_again, information_land];
    };
    expect(asked('2023-11-21')).toEqual(['closed', 'not_met', 'open']);
    expect(asked('2023-11-20')).toEqual(['open', undefined, 'closed']);
    expect(asked('2023-11-21', true)).toEqual(['open', 'met', 'open']);
    expect(asked('2026-11-21')).toEqual(['closed', 'not_met', 'open']);
    expect(asked('2026-11-22')).toEqual(['open', undefined, 'closed']);
  });

  test('a transfer order needs that nobody else attached, small-claims enforcement a title from there', () => {
    const of = (facts: Partial<EnforcementFacts>) => {
      const { transfer_order, small_claims_enforcement, clause } = statuses(say({ titled: true, ...facts }));
      return [transfer_order, small_claims_enforcement, clause];
    };
    expect(of({})).toEqual(['unknown', 'unknown', 'unknown']);
    expect(of({ attached_by_others: false, from_small_claims: true })).toEqual(['open', 'open', 'met']);
    expect(of({ attached_by_others: true, from_small_claims: false })).toEqual(['closed', 'closed', 'not_met']);
  });

  test.each([
    [200_000, 'month', 50_000],
    [440_000, 'month', 110_000],
    [440_004, 'month', 110_004],
    [500_000, 'month', 170_000],
    [220_000, 'half_month', 55_000],
    [300_000, 'half_month', 135_000],
    [150_000, 'ten_days', 40_000],
    [16_000, 'day', 5_000],
    [600_000, 'bonus', 270_000],
    [10_000_000, 'retirement', 2_500_000],
    [200_001, 'month', 50_000],
  ] as const)('of %i paid by %s %i can be attached', (wage, pay_period, free) => {
    const found = amounts(say({ wage, pay_period }));
    expect([found.attachable_wages, found.exempt_wages]).toEqual([free, wage - free]);
  });

  test('money of an individual is exempt up to 660,000, that of a company not at all', () => {
    const free = (cash: number, debtor_type?: EnforcementFacts['debtor_type']) =>
      amounts(say({ cash, ...(debtor_type ? { debtor_type } : {}) })).attachable_cash;
    expect([free(660_000, 'consumer'), free(660_001, 'consumer'), free(700_000, 'sole_proprietor')]).toEqual([
      0, 1, 40_000,
    ]);
    expect([free(700_000, 'corporation'), free(700_000, 'public_body'), free(700_000)]).toEqual([
      700_000,
      700_000,
      null,
    ]);
  });

  test('what was attached is collected after a week, wages after four; two years later a report is due', () => {
    expect(days(say({ served_on: '2026-11-20' }))).toEqual({
      last_waiting_day: '2026-11-27',
      collect_from: '2026-11-28',
      collect_wages_from: '2026-12-19',
      report_after: '2028-11-28',
      report_by: '2028-12-26',
    });
    expect(days(say())).toEqual({});
  });
});

describe('security in goods', () => {
  const say = (facts: Partial<GoodsFacts> = {}) =>
    goodsSecurity(jp, { amount: 1_000_000, claim_kind: 'goods', on: ON, ...facts });
  const rights = (facts: Partial<GoodsFacts>) => {
    const { lien_on_goods, lien_on_resale, retained_title } = statuses(say(facts));
    return [lien_on_goods, lien_on_resale, retained_title];
  };
  const HELD = { identifiable: true, with_debtor: true, resold: false, retained: false } as const;

  test('each right is open, closed or stayed by what became of the goods', () => {
    expect(rights({})).toEqual(['unknown', 'unknown', 'unknown']);
    expect(rights(HELD)).toEqual(['open', 'closed', 'closed']);
    expect(rights({ ...HELD, retained: true })).toEqual(['open', 'closed', 'open']);
    expect(rights({ ...HELD, identifiable: false })).toEqual(['closed', 'closed', 'closed']);
    expect(rights({ ...HELD, with_debtor: false, resold: true, delivered: true, retained: true })).toEqual([
      'closed',
      'open',
      'closed',
    ]);
    expect(rights({ identifiable: true, delivered: true, resold: true })).toEqual(['closed', 'open', 'closed']);
    expect(rights({ ...HELD, rescinded: true, resold: true })).toEqual(['closed', 'closed', 'closed']);
    expect(rights({ ...HELD, claim_kind: 'services', resold: true })).toEqual(['closed', 'closed', 'closed']);
    expect(rights({ ...HELD, resold: true, insolvency: 'reorganisation', retained: true })).toEqual([
      'stayed',
      'stayed',
      'stayed',
    ]);
    expect(rights({ ...HELD, resold: true, insolvency: 'bankruptcy' })).toEqual(['open', 'open', 'closed']);
  });

  test('a resale price that is paid or assigned today is gone, one of tomorrow is not', () => {
    const resale = (facts: Partial<GoodsFacts>) => {
      const found = statuses(say({ ...HELD, resold: true, ...facts }));
      return [found.lien_on_resale, found.resale_paid, found.resale_assigned];
    };
    expect(resale({ resale_paid_on: ON })).toEqual(['closed', 'not_met', undefined]);
    expect(resale({ resale_paid_on: '2026-11-22' })).toEqual(['open', undefined, undefined]);
    expect(resale({ resale_assigned_on: ON })).toEqual(['closed', undefined, 'not_met']);
    expect(resale({ resale_assigned_on: '2026-11-22' })).toEqual(['open', undefined, undefined]);
  });

  test('what stands in the way, and what holds whatever the facts, is said', () => {
    const { lien_kinds, delivered_on, rescinded, outside, stayed, enterprise_charge } = statuses(
      say({ with_debtor: false, rescinded: true, insolvency: 'rehabilitation', enterprise_charge: true }),
    );
    expect([lien_kinds, delivered_on, rescinded, outside, stayed, enterprise_charge]).toEqual([
      'met',
      'not_met',
      'not_met',
      'met',
      undefined,
      'not_met',
    ]);
    expect(statuses(say({ insolvency: 'reorganisation' })).stayed).toBe('not_met');
    expect(stated(say())).toEqual(['enforce_goods', 'enforce_resale', 'self_help', 'preference']);
    expect(stated(say({ on: '2027-12-05' }))).toContain('retention_act');
    expect(statuses(say({ on: '2026-05-24', enterprise_charge: true })).enterprise_charge).toBeUndefined();
  });

  test('they bring what they are worth, up to what is owed, and nothing where the right is closed', () => {
    const brings = (facts: Partial<GoodsFacts>) => {
      const { value_of_goods, value_of_resale, fee } = amounts(say({ ...HELD, resold: true, ...facts }));
      return [value_of_goods, value_of_resale, fee];
    };
    expect(brings({ market_value: 500_001, sale_discount: 0.3, resale_price: 700_000 })).toEqual([
      350_000, 700_000, 4_000,
    ]);
    expect(brings({ market_value: 2_000_000, resale_price: 2_000_000 })).toEqual([1_000_000, 1_000_000, 4_000]);
    expect(brings({ rescinded: true, market_value: 1, resale_price: 1 })).toEqual([0, 0, 4_000]);
    expect(brings({})).toEqual([undefined, undefined, 4_000]);
  });
});

describe('a guarantee', () => {
  const say = (facts: Partial<GuaranteeFacts> = {}) =>
    guaranteeFindings(jp, { principal: 5_000_000, on: ON, ...facts });
  const OPEN = { written: true, guarantor: 'individual', open_ended: true } as const;

  test('holds in writing, and of an individual for all debts with a maximum', () => {
    const of = (facts: Partial<GuaranteeFacts>) => {
      const { guarantee, form, maximum } = statuses(say(facts));
      return [guarantee, form, maximum];
    };
    expect(of({})).toEqual(['unknown', 'unknown', 'unknown']);
    expect(of(OPEN)).toEqual(['closed', 'met', 'not_met']);
    expect(of({ ...OPEN, maximum: 1 })).toEqual(['open', 'met', 'met']);
    expect(of({ ...OPEN, guarantor: 'corporation' })).toEqual(['open', 'met', 'met']);
    expect(of({ ...OPEN, open_ended: false })).toEqual(['open', 'met', 'met']);
    expect(of({ ...OPEN, written: false, maximum: 1 })).toEqual(['closed', 'not_met', 'met']);
    expect(of({ ...OPEN, guaranteed_on: '2020-03-31' })).toEqual(['open', 'met', 'met']);
    expect(of({ ...OPEN, guaranteed_on: '2005-03-31', written: false })).toEqual(['open', undefined, 'met']);
    expect(of({ ...OPEN, guaranteed_on: '2005-04-01', written: false })).toEqual(['closed', 'not_met', 'met']);
  });

  test('covers interest, up to its maximum, and nothing when it is void', () => {
    const covered = (facts: Partial<GuaranteeFacts>) => amounts(say({ interest: 150_000, ...facts })).covered;
    expect([covered({}), covered({ maximum: 3_000_000 }), covered({ maximum: 9_000_000 }), covered(OPEN)]).toEqual([
      5_150_000, 3_000_000, 5_150_000, 0,
    ]);
  });

  test('plain or joint is said, and both where it is not known', () => {
    const of = (joint?: boolean) => {
      const { principal_first, joint: jointly } = statuses(say(joint === undefined ? {} : { joint }));
      return [principal_first, jointly];
    };
    expect([of(true), of(false), of()]).toEqual([
      [undefined, 'met'],
      ['met', undefined],
      ['unknown', 'unknown'],
    ]);
    expect(stated(say())).toEqual(['fixed_at', 'deed', 'told_before', 'asked', 'own_title', 'proof', 'discharge']);
  });

  test('late notice of acceleration costs its interest, from two months after we learned of it', () => {
    const told = (facts: Partial<GuaranteeFacts>) => {
      const found = say({
        guarantor: 'individual',
        accelerated_on: '2026-03-10',
        accelerated: 3_650_000,
        delay_rate: '0.1',
        ...facts,
      });
      return [days(found).tell_by, statuses(found).acceleration, amounts(found).interest_lost];
    };
    expect(told({ told_on: '2026-05-10' })).toEqual(['2026-05-10', 'met', 0]);
    expect(told({ told_on: '2026-05-11' })).toEqual(['2026-05-10', 'not_met', 62_000]);
    expect(told({ known_on: '2026-03-11', told_on: '2026-05-11' })).toEqual(['2026-05-11', 'met', 0]);
    // Not told until today: 256 days.
    expect(told({})).toEqual(['2026-05-10', 'not_met', 256_000]);
    expect(told({ on: '2026-05-10' })).toEqual(['2026-05-10', 'unknown', 0]);
    expect(told({ guarantor: 'corporation' })).toEqual([undefined, undefined, undefined]);
    expect(told({ guaranteed_on: '2020-03-31' })).toEqual([undefined, undefined, undefined]);
  });

  test('in bankruptcy the whole is proved, and no more is paid than is owed', () => {
    const dividend = (facts: Partial<GuaranteeFacts>) => {
      const { proof, dividend: paid } = amounts(say({ dividend_rate: '0.04', ...facts }));
      return [proof, paid];
    };
    expect(dividend({})).toEqual([5_000_000, 200_000]);
    expect(dividend({ paid_after_opening: 2_000_000 })).toEqual([5_000_000, 200_000]);
    expect(dividend({ paid_after_opening: 4_900_000 })).toEqual([5_000_000, 100_000]);
    expect(dividend({ paid_after_opening: 6_000_000 })).toEqual([5_000_000, 0]);
    expect(amounts(say()).proof).toBeUndefined();
    // Down to whole yen, and to the hundredth where a law counts in hundredths.
    const odd = { principal: 1_000_033, on: ON, dividend_rate: '0.0457' };
    expect(amounts(guaranteeFindings(jp, odd)).dividend).toBe(45_701);
    expect(amounts(guaranteeFindings({ ...jp, minor_digits: 2 }, odd)).dividend).toBe(45_701.5);
  });

  test('events against the principal reach the guarantor; the other way only by the former law', () => {
    const events = (['suit', 'demand_received', 'acknowledgment'] as const).flatMap((kind) => [
      { kind, on: '2026-01-01', against: 'principal' as const },
      { kind, on: '2026-01-01', against: 'guarantor' as const },
    ]);
    const count = (side: 'principal' | 'guarantor', guaranteed_on: string) =>
      eventsFor(jp, side, events, guaranteed_on).map(({ kind, against }) => `${kind} ${against}`);
    expect(count('guarantor', '2020-04-01').length).toBe(6);
    expect(count('principal', '2020-04-01')).toEqual([
      'suit principal',
      'demand_received principal',
      'acknowledgment principal',
    ]);
    expect(count('principal', '2020-03-31')).toEqual([
      'suit principal',
      'suit guarantor',
      'demand_received principal',
      'demand_received guarantor',
      'acknowledgment principal',
    ]);
  });
});

describe('instruments', () => {
  const say = (facts: Partial<InstrumentFacts>) =>
    instrumentFindings(jp, { instrument: 'promissory_note', on: ON, ...facts });

  test('business days leave out weekends, and one that falls due on a weekend is due on Monday', () => {
    // 2026-11-20 is a Friday.
    expect(
      ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'].map((day) => businessDaysAfter(day, 2)),
    ).toEqual(['2026-11-20', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-25']);
    expect([businessDaysAfter('2026-11-21', 0), businessDaysAfter('2026-11-20', 0)]).toEqual([
      '2026-11-23',
      '2026-11-20',
    ]);
    expect(businessDaysAfter('1969-12-31', 1)).toBe('1970-01-01');
  });

  test('a note is presented within two business days, and its maker owes for three years', () => {
    const note = say({ maturity: '2026-11-20', redeemed_on: '2027-01-15' });
    expect(days(note)).toEqual({
      present_by: '2026-11-24',
      maker_until: '2029-11-20',
      recourse_until: '2027-11-20',
      endorser_until: '2027-07-15',
    });
    const presented = (presented_on: string | undefined, on = ON) => {
      const found = statuses(say({ maturity: '2026-11-20', on, ...(presented_on ? { presented_on } : {}) }));
      return [found.presentment, found.recourse];
    };
    expect(presented('2026-11-24')).toEqual(['met', 'open']);
    expect(presented('2026-11-25')).toEqual(['not_met', 'closed']);
    expect(presented(undefined, '2026-11-24')).toEqual(['unknown', 'unknown']);
    expect(presented(undefined, '2026-11-25')).toEqual(['not_met', 'closed']);
    expect(presented('2026-11-24', '2027-11-20')).toEqual(['met', 'open']);
    expect(presented('2026-11-24', '2027-11-21')).toEqual(['met', 'closed']);
  });

  test('a cheque within ten days of its issue; from then recourse lasts six months', () => {
    expect(days(say({ instrument: 'cheque', issued_on: '2026-11-10' }))).toEqual({
      present_by: '2026-11-20',
      recourse_until: '2027-05-20',
    });
    expect(days(say({ instrument: 'electronic_claim', maturity: '2026-11-20' }))).toEqual({
      maker_until: '2029-11-20',
    });
    expect(days(say({}))).toEqual({});
  });

  test('the summary suit and the clearing house are for notes and cheques', () => {
    const note = say({ maturity: '2026-11-20', subcontract_act: true });
    expect(statuses(note)).toMatchObject({ summary_suit: 'open', clearing: 'met', subcontract_ban: 'not_met' });
    expect(stated(note)).toEqual([
      'summary_venue',
      'provisional_execution',
      'summary_objection',
      'bill_dishonour',
      'underlying_claim',
    ]);
    const recorded = say({ instrument: 'electronic_claim', maturity: '2026-11-20', subcontract_act: true });
    expect(statuses(recorded)).toEqual({ summary_suit: 'closed' });
    expect(stated(recorded)).toEqual(['electronic_claim_default', 'underlying_claim']);
    const falls = (maturity: string) =>
      Object.keys(statuses(say({ maturity }))).filter((code) => /^clearing/.test(code));
    expect([falls('2027-03-31'), falls('2027-04-01')]).toEqual([['clearing'], ['clearing_ended']]);
  });
});

describe('others who may owe', () => {
  const say = (facts: Partial<LiabilityFacts>) =>
    liabilityFindings(jp, { ground: 'abusive_transfer', act_on: '2024-11-21', on: ON, ...facts });
  const standing = (facts: Partial<LiabilityFacts>) => {
    const found = say(facts);
    return [Object.values(statuses(found))[0], statuses(found).in_time, days(found).act_by];
  };

  test('two years from knowing, ten from the act: the last day counts', () => {
    expect(standing({ knew_on: '2024-11-21', shown: true })).toEqual(['open', 'met', '2026-11-21']);
    expect(standing({ knew_on: '2024-11-20', shown: true })).toEqual(['closed', 'not_met', '2026-11-20']);
    expect(standing({ act_on: '2016-11-21', knew_on: '2026-01-01', shown: true })).toEqual(['open', 'met', ON]);
    expect(standing({ act_on: '2016-11-20', shown: true })).toEqual(['closed', 'not_met', '2026-11-20']);
    expect(standing({ shown: true })).toEqual(['open', 'met', '2034-11-21']);
  });

  test('who claimed in time has claimed; what is not told is unknown', () => {
    const seller = (claimed_on?: string) =>
      standing({ ground: 'seller_remains', act_on: '2024-11-20', shown: true, ...(claimed_on ? { claimed_on } : {}) });
    expect(seller('2026-11-20')).toEqual(['open', 'met', '2026-11-20']);
    expect(seller('2026-11-21')).toEqual(['closed', 'not_met', '2026-11-20']);
    expect(seller()).toEqual(['closed', 'not_met', '2026-11-20']);
    expect(standing({})[0]).toBe('unknown');
    expect(standing({ shown: false })[0]).toBe('closed');
    expect(say({ ground: 'trade_name_kept', shown: true }).days).toEqual([]);
  });

  test('in bankruptcy an office holder acts, for the buyer who kept the name nobody does', () => {
    const single = (facts: Partial<LiabilityFacts>) => {
      const found = statuses(say({ shown: true, ...facts }));
      return [Object.values(found)[0], found.single_creditor];
    };
    expect(single({ insolvency: 'bankruptcy' })).toEqual(['closed', 'not_met']);
    expect(single({ insolvency: 'liquidation' })).toEqual(['open', 'met']);
    expect(single({})).toEqual(['open', 'met']);
    expect(single({ ground: 'trade_name_kept', insolvency: 'bankruptcy' })).toEqual(['open', undefined]);
    expect(statuses(say({ shown: true })).needs).toBe('met');
    expect(stated(say({}))).toEqual(['extent']);
  });
});

describe('provisional attachment', () => {
  const say = (facts: Partial<ProvisionalFacts> = {}) =>
    provisionalAttachment(jp, { amount: 5_000_000, object: 'bank_account', on: ON, ...facts });
  const open = (facts: Partial<ProvisionalFacts>) => statuses(say(facts)).provisional_attachment;

  test('needs claim and need shown, an object that is named, no title and no proceedings', () => {
    const READY = { shown: true, object_known: true } as const;
    expect(open(READY)).toBe('open');
    expect([open({}), open({ shown: true }), open({ object_known: true })]).toEqual(['unknown', 'unknown', 'unknown']);
    expect(open({ ...READY, shown: false })).toBe('closed');
    expect(open({ ...READY, object_known: false })).toBe('closed');
    expect(open({ ...READY, titled: true })).toBe('closed');
    expect(open({ ...READY, titled: false })).toBe('open');
    expect(open({ ...READY, insolvency: 'bankruptcy' })).toBe('closed');
    expect(open({ ...READY, insolvency: 'petition' })).toBe('open');
    expect(open({ shown: true, object: 'movables' })).toBe('open');
    expect(statuses(say({ ...READY, titled: true, insolvency: 'bankruptcy' }))).toEqual({
      provisional_attachment: 'closed',
      requirements: 'met',
      no_title: 'not_met',
      not_stayed: 'not_met',
      named_object: 'met',
    });
    expect(stated(say())).toEqual(['court', 'priority', 'limitation', 'release', 'security_back', 'damages']);
  });

  test('locks a share of the object, of movables a share of the claim', () => {
    const locks = (facts: Partial<ProvisionalFacts>) => {
      const { security_low, security_high, locked_low, locked_high, register_tax, fee, postage } = amounts(say(facts));
      return [security_low, security_high, locked_low, locked_high, register_tax, fee, postage];
    };
    const nothing = undefined;
    expect(locks({})).toEqual([null, null, nothing, nothing, nothing, 2_000, null]);
    expect(locks({ object_value: 3_000_000, security_rate: 0.06, months: 9 })).toEqual([
      600_000,
      900_000,
      27_000,
      40_500,
      nothing,
      2_000,
      null,
    ]);
    expect(locks({ security_rate: 0.06, months: 9 })).toEqual([null, null, null, null, nothing, 2_000, null]);
    expect(locks({ object: 'movables', object_value: 1 })).toEqual([
      1_000_000,
      1_500_000,
      nothing,
      nothing,
      nothing,
      2_000,
      null,
    ]);
    expect(locks({ object: 'real_estate', object_value: 10_000_000 })).toEqual([
      1_000_000,
      2_500_000,
      nothing,
      nothing,
      20_000,
      2_000,
      null,
    ]);
    expect(locks({ object_value: 3_000_000, on_bill: true }).slice(0, 2)).toEqual([300_000, 750_000]);
  });

  test('is executed within two weeks of its service; the main suit has at least two', () => {
    expect(days(say({ served_on: '2026-11-20', suit_ordered_on: '2026-11-21' }))).toEqual({
      execute_by: '2026-12-04',
      main_suit_not_before: '2026-12-05',
    });
    expect(days(say())).toEqual({});
  });
});

describe('courts and trials', () => {
  const say = (facts: Partial<TrialFacts> = {}) => trialFindings(jp, { on: ON, ...facts });

  test('a clause needs writing and a relationship that is named', () => {
    const clause = (facts: Partial<TrialFacts>) => {
      const found = statuses(say(facts));
      return [found.clause, found.clause_form];
    };
    expect(clause({ clause: true, clause_written: true, clause_specific: true })).toEqual(['open', 'met']);
    expect(clause({ clause: true, clause_written: true })).toEqual(['unknown', 'unknown']);
    expect(clause({ clause: true, clause_written: false })).toEqual(['closed', 'not_met']);
    expect(clause({ clause: false })).toEqual(['closed', 'unknown']);
    expect(stated(say())).toEqual([
      'clause_first_instance',
      'clause_transfer',
      'place_of_performance',
      'fixed_period_back',
      'fixed_period_appeal',
    ]);
  });

  test('a trial within a fixed period needs both sides, no consumer, and the law since 2026-05-21', () => {
    const fixed = (facts: Partial<TrialFacts>) => statuses(say(facts)).fixed_period;
    expect(fixed({ debtor_type: 'corporation', both_ask: true })).toBe('open');
    expect(fixed({ debtor_type: 'consumer', both_ask: true })).toBe('closed');
    expect(fixed({ both_ask: true })).toBe('unknown');
    expect(fixed({ debtor_type: 'corporation', both_ask: false })).toBe('closed');
    expect(fixed({ debtor_type: 'corporation', both_ask: true, on: '2026-05-20' })).toBe('closed');
    expect(say({ on: '2026-05-20' }).days).toEqual([]);
    const found = statuses(say({ debtor_type: 'corporation', both_ask: true }));
    expect([found.fixed_period_needs, found.fixed_period_not_for]).toEqual(['met', 'met']);
  });

  test('its days are counted from the order, and from the first hearing', () => {
    expect(days(say({ ordered_on: '2026-11-20', judgment_served_on: '2027-07-01' }))).toEqual({
      first_hearing_by: '2026-12-04',
      put_forward_by: '2027-05-04',
      closed_by: '2027-06-04',
      judgment_by: '2027-07-04',
      object_by: '2027-07-15',
    });
  });
});

describe('stamp duty', () => {
  const duty = (facts: Partial<DocumentFacts>) =>
    amounts(stampDutyFindings(jp, { document: 'receipt', on: ON, ...facts })).duty;

  test.each<[DocumentFacts['document'], number, number]>([
    ['receipt', 49_999, 0],
    ['receipt', 50_000, 200],
    ['receipt', 1_000_000, 200],
    ['receipt', 1_000_001, 400],
    ['receipt', 1_000_000_001, 200_000],
    ['loan_contract', 9_999, 0],
    ['loan_contract', 10_000, 200],
    ['loan_contract', 5_000_001, 10_000],
    ['assignment', 9_999, 0],
    ['assignment', 10_000, 200],
    ['guarantee', 1, 200],
    ['promissory_note', 99_999, 0],
    ['promissory_note', 100_000, 200],
    ['basic_contract', 1_000_000, 4_000],
    ['settlement', 1_000_000, 0],
    ['debt_acknowledgment', 1_000_000, 0],
  ])('a %s over %i bears %i', (document, amount, expected) => {
    expect(duty({ document, stated: amount })).toBe(expected);
  });

  test('tax that is stated apart does not count; electronic papers and receipts outside a business are free', () => {
    expect(duty({ stated: 54_000, tax_apart: 4_000 })).toBe(200);
    expect(duty({ stated: 54_000, tax_apart: 4_001 })).toBe(0);
    expect(duty({ stated: 1, tax_apart: 2 })).toBe(0);
    expect(duty({ stated: 54_000, electronic: true })).toBe(0);
    expect(duty({ stated: 54_000, not_business: true })).toBe(0);
    expect(duty({ document: 'loan_contract', stated: 54_000, not_business: true })).toBe(200);
    expect([duty({}), duty({ document: 'basic_contract' }), duty({ document: 'promissory_note' })]).toEqual([
      200, 4_000, 0,
    ]);
  });

  test('what bears on it is said', () => {
    const say = (facts: Partial<DocumentFacts>) => stampDutyFindings(jp, { document: 'receipt', on: ON, ...facts });
    expect(statuses(say({ electronic: true }))).toEqual({ paper: 'not_met', electronic: 'met' });
    expect(statuses(say({ not_business: true, tax_apart: 1 }))).toEqual({
      paper: 'not_met',
      not_business: 'met',
      tax_stated_apart: 'met',
    });
    expect(stated(say({}))).toEqual(['electronic', 'not_business', 'tax_stated_apart', 'penalty']);
    for (const document of ['debt_acknowledgment', 'loan_contract'] as const)
      expect(stated(say({ document }))).toEqual(['electronic', 'acknowledgment', 'penalty']);
    expect(stated(say({ document: 'guarantee' }))).toEqual(['electronic', 'penalty']);
  });
});

describe('fees that count toward a suit', () => {
  const say = (facts: Partial<CreditFacts> = {}) =>
    feeCredit(jp, { amount: 1_000_000, petition: 'mediation', filing: 'online', on: ON, ...facts });

  test('of mediation all, if the suit follows within two weeks of the notice', () => {
    const within = (suit_on?: string) => {
      const found = say({ failed_on: '2026-11-20', ...(suit_on ? { suit_on } : {}) });
      const { credited, still_to_pay, paid_in_all } = amounts(found);
      return [statuses(found).credit, statuses(found).in_time, credited, still_to_pay, paid_in_all];
    };
    expect(within('2026-12-04')).toEqual(['open', 'met', 5_000, 6_400, 11_400]);
    expect(within('2026-12-05')).toEqual(['closed', 'not_met', 0, 11_400, 16_400]);
    expect(within()).toEqual(['unknown', 'unknown', 5_000, 6_400, 11_400]);
    expect(days(say({ failed_on: '2026-11-20', suit_on: '2026-12-04', filed_on: '2026-09-01' }))).toEqual({
      sue_by: '2026-12-04',
      sued_on: '2026-09-01',
    });
  });

  test('of settlement before suit 2,000, if both ask to go on', () => {
    const both = (both_ask?: boolean) => {
      const found = say({ petition: 'pre_suit_settlement', ...(both_ask === undefined ? {} : { both_ask }) });
      const { fee, credited } = amounts(found);
      return [statuses(found).credit, fee, credited];
    };
    expect([both(true), both(false), both()]).toEqual([
      ['open', 2_400, 2_000],
      ['closed', 2_400, 0],
      ['unknown', 2_400, 2_000],
    ]);
    expect(stated(say())).toEqual(['court', 'consent', 'title', 'limitation', 'order_in_place', 'absence']);
    expect(stated(say({ petition: 'pre_suit_settlement' }))).toEqual(['court', 'consent', 'title', 'limitation']);
  });

  test('a petition in time keeps the period from ending for six months after it failed', () => {
    const last = (limitation_last_day: string) =>
      days(say({ filed_on: '2026-03-25', failed_on: '2026-05-10', limitation_last_day })).limitation_last_day;
    expect(last('2026-03-31')).toBe('2026-11-10');
    expect(last('2026-03-25')).toBe('2026-11-10');
    expect(last('2026-03-24')).toBeUndefined();
    expect(last('2027-03-31')).toBe('2027-03-31');
  });
});

describe('what a step costs', () => {
  const query: CostQuery = { amount: money(1_000_000), on: ON, filing: 'online', defendants: 1, sheets: 3 };
  const cost = (procedure: Procedure, more: Partial<CostQuery> = {}) =>
    procedureCost(jp, procedure, { ...query, ...more });

  test('the lines of every step add up to its fee, with a name and a source for each', () => {
    for (const procedure of PROCEDURES) {
      const { fee, lines, citations } = cost(procedure);
      const sum = lines.reduce((total, { amount }) => total + amount.toNumber(), 0);
      expect(sum, procedure).toBe(fee?.toNumber());
      expect(lines.length, procedure).toBeGreaterThan(0);
      expect(citations.length, procedure).toBeGreaterThan(0);
      expect(procedureLabel(jp, procedure).en.length, procedure).toBeGreaterThan(3);
    }
  });

  test('each names the sources of all the prices it is made of', () => {
    const count = (procedure: Procedure) => sourcesOfPrice(jp, procedure).length;
    expect(
      ['suit', 'attachment', 'objection', 'refund', 'notarial_deed'].map((one) => count(one as Procedure)),
    ).toEqual([1, 1, 2, 1, 1]);
    expect([count('certified_mail'), count('lawyer'), count('lawyer_payment_order')]).toEqual([2, 3, 3]);
  });

  test('which of them follow the amount', () => {
    const without = PROCEDURES.filter((procedure) => !needsAmount(procedure));
    expect(without).toContain('certified_mail');
    expect(without).toContain('attachment');
    expect(without).not.toContain('suit');
    expect(without).not.toContain('refund');
    expect(followsAmount(jp, 'suit', ON)).toBe(true);
    expect(followsAmount(jp, 'pre_suit_settlement', ON)).toBe(false);
    expect(followsAmount(jp, 'certified_mail', ON)).toBe(false);
    expect(followsAmount(jp, 'lawyer', ON)).toBe(true);
  });

  test('a lawyer costs retainer and success fee, three tenths more or less', () => {
    const { fee, lines, range } = cost('lawyer', { amount: money(5_000_000) });
    expect([fee?.toNumber(), ...lines.map(({ code, amount }) => `${code} ${amount}`)]).toEqual([
      1_020_000,
      'retainer 340000',
      'success 680000',
    ]);
    expect([range?.low.toNumber(), range?.high.toNumber(), range?.certainty]).toEqual([
      714_000,
      1_326_000,
      'unverified',
    ]);
  });

  test('a letter costs its first sheet and the further ones', () => {
    const lines = (sheets: number) =>
      cost('certified_mail', { sheets }).lines.map(({ code, amount }) => `${code} ${amount}`);
    expect(lines(1)).toEqual(['first_sheet 1420']);
    expect(lines(3)).toEqual(['first_sheet 1420', 'extra_sheets 580']);
    const sources = (sheets: number) => cost('certified_mail', { sheets }).citations.length;
    expect([sources(1), sources(2)]).toEqual([1, 2]);
    expect(cost('certified_mail').flat?.toNumber()).toBe(2_000);
  });

  test('of a fee that was paid a part is kept', () => {
    const { fee, lines } = cost('refund', { amount: money(11_400) });
    expect([fee?.toNumber(), ...lines.map(({ code, amount }) => `${code} ${amount}`)]).toEqual([
      5_700,
      'paid 11400',
      'kept -5700',
    ]);
  });

  test('postage that is not known is not nothing', () => {
    expect(cost('attachment').postage).toBeNull();
    expect(cost('fixed_date').postage).toBeUndefined();
    expect(cost('suit').postage?.toNumber()).toBe(0);
    expect(cost('suit').postage_certainty).toBe('statute');
    expect(cost('suit', { on: '2026-05-20' }).postage_certainty).toBe('secondary');
    expect(cost('mediation').postage_certainty).toBeUndefined();
    expect([
      besideOf(jp, 'attachment').postage,
      besideOf(jp, 'certified_mail').estimates,
      besideOf(jp, 'suit'),
    ]).toEqual([true, ['lawyer_letter'], {}]);
    expect(cost('notarial_deed').base?.toNumber()).toBe(5_000);
  });

  test('what does not exist on the day has no figure, and no zero', () => {
    const gone = {
      ...jp,
      notarial_deed: { ...jp.notarial_deed, periods: [{ ...jp.notarial_deed.periods[0]!, value: null }] },
    };
    const { fee, lines, citations, certainty } = procedureCost(gone, 'notarial_deed', query);
    expect([fee, lines, citations.length, certainty]).toEqual([null, [], 1, 'statute']);
  });
});

describe('a certified letter on its sheets', () => {
  const across = { written: 'across', characters: 5, lines: 2 } as const;
  test('a line holds so many characters and does not begin with a closing mark', () => {
    expect(letterLines('あいうえお', 5)).toEqual(['あいうえお']);
    expect(letterLines('あいうえおか', 5)).toEqual(['あいうえお', 'か']);
    expect(letterLines('あいうえお。か', 5)).toEqual(['あいうえ', 'お。か']);
    expect(letterLines('。。。。', 3)).toEqual(['。', '。。。']);
    expect(letterLines('𠮷𠮷𠮷', 2)).toEqual(['𠮷𠮷', '𠮷']);
    expect(letterLines('', 5)).toEqual(['']);
  });
  test('the layout with the fewest sheets is taken, of equal ones the first', () => {
    const wide = { ...across, characters: 10 };
    expect(laidOut(['あいうえおかきくけこ', 'さ'], [across, wide])).toEqual({
      layout: wide,
      sheets: [['あいうえおかきくけこ', 'さ']],
    });
    expect(laidOut(['あいうえおかきくけこ', 'さ'], [across]).sheets.length).toBe(2);
    expect(laidOut(['あ', 'い'], [across, wide]).layout).toBe(across);
    expect(laidOut(['あ', 'い'], [across]).sheets).toEqual([['あ', 'い']]);
    expect(laidOut(['あ', 'い', 'う'], [across]).sheets).toEqual([['あ', 'い'], ['う']]);
    expect(laidOut(['あ'], [])).toEqual({ layout: null, sheets: [['あ']] });
  });
});

test('findings are as sure as the least sure of them', () => {
  expect(certaintyOf(enforcementFindings(jp, { on: ON }))).toBe('statute');
  expect(certaintyOf(provisionalAttachment(jp, { amount: 1, object: 'movables', on: ON }))).toBe('unverified');
});
