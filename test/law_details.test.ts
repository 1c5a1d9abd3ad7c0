// Details of the law on both sides of their boundaries: who may buy, how counsel files, which article is cited.
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { DEFAULTS } from '../src/assumptions/values.ts';
import { LawNotCovered, valueOn } from '../src/law/dated.ts';
import { filingFee } from '../src/law/fees.ts';
import { tariffOn } from '../src/law/tariff.ts';
import { settle } from '../src/options/settle.ts';
import { ask, post } from './asking.ts';
import { PAPER } from './filing.ts';
import { jp, situationOf, VOICES } from './situations.ts';

const AS_OF = '2026-11-21';
const evaluate = (request: object) =>
  ask({ as_of: AS_OF, lang: 'ja', amount: 1_250_000, overdue_days: 82, claim_kind: 'goods', ...request });
const optionOf = async (id: string, request: object) =>
  (await evaluate(request)).options.find((option) => option.id === id)!;

describe('a servicer may buy only listed claims (Servicer Act 2(1))', () => {
  test.each<[string, object, string[]]>([
    ['a loan of ours', { claim_kind: 'loan' }, ['servicer_condition']],
    ['a loan that a bank held', { claim_kind: 'loan', sell: { condition_met: true } }, []],
    ['a loan to a lawful buyer', { claim_kind: 'loan', sell: { buyer: 'lawful_buyer' } }, []],
    ['a lease of which nothing is said', { claim_kind: 'lease' }, []],
    ['a lease that can be cancelled', { claim_kind: 'lease', sell: { condition_met: false } }, ['servicer_condition']],
    ['an instalment sale of which nothing is said', { claim_kind: 'instalment_sale' }, []],
    ['goods', { claim_kind: 'goods', sell: { condition_met: true } }, ['not_a_servicer_claim']],
  ])('%s', async (_, request, codes) => {
    expect((await optionOf('sell', request)).bars.map(({ code }) => code)).toEqual(codes);
  });

  test('the condition is shown, as the bar or as the risk', async () => {
    const [bar] = (await optionOf('sell', { claim_kind: 'loan' })).bars;
    expect(bar?.text).toContain('銀行・登録貸金業者');
    expect(bar?.citation).toContain('2条1項1号');
    const leased = { claim_kind: 'lease', overdue_days: 400, contact: 'unreachable', options: 'sell' };
    const sold = await evaluate({ ...leased, sell: { offer: 1_000_000 } });
    expect(sold.recommendation.option).toBe('sell');
    expect(JSON.stringify(sold.recommendation.risks)).toContain('中途解約できない');
    const confirmed = await evaluate({ ...leased, sell: { offer: 1_000_000, condition_met: true } });
    expect(JSON.stringify(confirmed.recommendation.risks)).not.toContain('中途解約できない');
  });
});

describe('counsel must file online (Code of Civil Procedure 132-11)', () => {
  const fee = async (request: object): Promise<string> => {
    const text = (
      await evaluate({
        options: 'suit',
        // So that suing is worth its cost, whatever the default numbers are.
        assumptions: { 'court.pays_on_service.suit.unwilling': 0.9, 'court.pays_on_service.suit.slow': 0.9 },
        contact: 'evasive',
        assets: 'known',
        evidence: 'strong',
        tdb_score: 55,
        broken_promises: 3,
        ...request,
      })
    ).recommendation;
    expect(text.option).toBe('suit');
    return /手数料 ([\d,]+)円/.exec(text.plan?.[0]?.text ?? '')?.[1] ?? '';
  };

  test.each<[string, object, string]>([
    ['1,250,000 by a lawyer on "paper" is filed online all the same', { lawyer: 'yes', filing: 'paper' }, '13,400'],
    ['a quote means a lawyer', { filing: 'paper', litigate: { cost: 200_000 } }, '13,400'],
    ['by the creditor on paper', { lawyer: 'no', filing: 'paper' }, '14,500'],
    ['by the creditor online', { lawyer: 'no', filing: 'online' }, '13,400'],
    ['by the creditor who says nothing', {}, '14,500'],
    ['2,000,000: a lawyer unless it is said otherwise', { amount: 2_000_000, filing: 'paper' }, '16,400'],
    ['2,000,000 without a lawyer on paper', { amount: 2_000_000, lawyer: 'no', filing: 'paper' }, '17,500'],
  ])('%s', async (_, request, expected) => {
    expect(await fee(request)).toBe(expected);
  });

  test('the difference is the flat part, 1,100', () => {
    const always = tariffOn(jp, AS_OF, { ...PAPER, counselled: 'always' });
    const never = tariffOn(jp, AS_OF, { ...PAPER, counselled: 'never' });
    for (const amount of [100_000, 1_400_000, 1_400_001])
      expect(never.filing('suit', amount) - always.filing('suit', amount)).toBe(1_100);
    // Nobody instructs counsel for a payment order.
    expect(never.filing('payment_order', 100_000)).toBe(always.filing('payment_order', 100_000));
  });
});

describe('articles', () => {
  test('the window for provisional enforcement cites Code of Civil Procedure 392', async () => {
    const { recommendation } = await evaluate({ options: 'payment_order', contact: 'evasive', assets: 'known' });
    const found = recommendation.deadlines.find(({ kind }) => kind === 'provisional_execution');
    expect(found?.citation).toBe('民事訴訟法391条1項・392条');
  });

  test.each([
    ['a court that is asked within three months', { amount: 900_000, overdue_days: 10, contact: 'evasive' }, true],
    ['one that is asked later', { amount: 30_000_000, overdue_days: 10, distress: 'severe', demand_sent: true }, false],
  ])('the days of a step that nobody knows yet are not among the deadlines: %s', async (_, claim, isListed) => {
    const { recommendation } = await ask(claim);
    expect(recommendation.plan?.map(({ option }) => option)).toContain('payment_order');
    const kinds = recommendation.deadlines.map(({ kind }) => kind);
    expect(kinds.includes('provisional_execution')).toBe(isListed);
  });
});

describe('an appeal keeps the fee of the day of its suit (Supplementary Provisions of Act No. 48 of 2022, art. 25)', () => {
  const appeal = (on: string, suit_on?: string, filing: 'paper' | 'online' = 'online') =>
    filingFee(jp, 'appeal', { amount: 1_000_000, on, filing, suit_on }).total.toNumber();

  test('filed on or after 2026-05-21 in a suit of before: no flat part', () => {
    expect(appeal('2026-11-21', '2026-05-20')).toBe(15_000);
    expect(appeal('2026-11-21', '2026-05-20', 'paper')).toBe(15_000);
    expect(appeal('2026-11-21', '2026-05-21')).toBe(15_800);
    expect(appeal('2026-11-21', '2026-05-21', 'paper')).toBe(16_900);
  });

  test('a final appeal alike; a suit itself follows its own day', () => {
    const fee = (petition: 'final_appeal' | 'suit', suit_on: string) =>
      filingFee(jp, petition, { amount: 1_000_000, on: '2026-11-21', filing: 'online', suit_on }).total.toNumber();
    expect([fee('final_appeal', '2026-05-20'), fee('final_appeal', '2026-05-21')]).toEqual([20_000, 21_100]);
    expect(fee('suit', '2026-05-20')).toBe(11_400);
  });

  test('the calculator asks for the day, says what it assumed, and refuses a day after the petition', async () => {
    const app = createApp();
    const asked = async (query: string) => {
      const answer = await app.request(
        `/v1/court-fees?procedure=appeal&amount=1000000&filing=online&on=2026-11-21${query}`,
      );
      return (await answer.json()) as { fee?: string; warnings?: { code: string }[]; errors?: { code: string }[] };
    };
    const assumed = await asked('');
    expect([assumed.fee, assumed.warnings?.map(({ code }) => code)]).toEqual(['15800', ['suit_day_assumed']]);
    const old = await asked('&suit_on=2026-05-20');
    expect([old.fee, old.warnings?.map(({ code }) => code)]).toEqual(['15000', ['postage_unknown']]);
    expect((await asked('&suit_on=2026-11-22')).errors?.map(({ code }) => code)).toEqual(['fact_after_as_of']);
  });
});

describe('what of a wage can be attached (Civil Execution Act 152(1), Enforcement Order 2)', () => {
  test('a quarter, or what exceeds 330,000: from 440,000 a month on the latter is more', () => {
    const share = valueOn(jp.limits.wage_attachable_share, AS_OF) ?? 0;
    const exempt = valueOn(jp.limits.wage_exempt_month_max, AS_OF) ?? 0;
    expect([share, exempt, exempt / (1 - share)]).toEqual([0.25, 330_000, 440_000]);
  });

  test('enforcement against an individual says so, with the figures of the law', async () => {
    const judged = { title: 'judgment', title_on: '2026-06-01', assets: 'known', options: 'enforce' };
    const reasons = async (debtor_type: string) =>
      JSON.stringify((await evaluate({ ...judged, debtor_type })).recommendation.reasons);
    expect(await reasons('consumer')).toContain('330,000円');
    expect(await reasons('corporation')).not.toContain('330,000円');
  });
});

describe('notarial deeds (Notary Fees Order 25)', () => {
  test('an electronic deed has three pages without an extra fee, one on paper four', () => {
    expect(valueOn(jp.limits.deed_pages_electronic, AS_OF)).toBe(3);
    expect(valueOn(jp.limits.deed_pages_paper, AS_OF)).toBe(4);
    expect(jp.fees.deed_extra_page.label.ja).toMatch(/電子・横書きは3枚/);
  });
});

describe('figures are stated once for both languages', () => {
  test.each([
    ['an offer of the debtor itself', { amount: 900_000, months: 0.5 }, 1 - DEFAULTS.settle.firm_performed],
    ['an offer of ours', { level: 0.8 }, 1 - DEFAULTS.settle.performed],
  ])('the chance that a settlement is not paid: %s', (_, terms, unpaid) => {
    const risk = settle.sentences.risk?.(situationOf({ amount: 1_250_000, overdue_days: 82 }), terms);
    if (!risk) throw new Error('a settlement has a risk');
    for (const voice of [VOICES.ja, VOICES.en]) expect(voice.tell(risk)).toContain(`${Math.round(unpaid * 100)}%`);
  });
});

describe('an old list', () => {
  const rows = async (as_of: string, claim: object = {}) => {
    const answer = await post('/v1/portfolio', {
      as_of,
      lang: 'ja',
      rows: [{ amount: 500_000, overdue_days: 90, claim_kind: 'goods', ...claim }],
    });
    const { rows: decided } = (await answer.json()) as {
      rows: { status: number; best?: string; problem?: { errors: { parameter: string; detail: string }[] } }[];
    };
    return decided[0]!;
  };

  test.each(['2020-04-01', '2023-09-30', '2024-09-30', '2025-03-31', '2025-09-30', '2025-10-01'])(
    'as of %s is decided, although the notary fees of 2025-10-01 do not reach back to it',
    async (as_of) => {
      expect((await rows(as_of)).status).toBe(200);
    },
  );

  test('before the first day covered it is said which day the list bears and what to do', async () => {
    const { status, problem } = await rows('2020-03-31');
    expect(status).toBe(422);
    expect(problem?.errors[0]?.parameter).toBe('as_of');
    expect(problem?.errors[0]?.detail).toMatch(/2020-03-31 だからです.*2020-04-01 以後の日/);
  });

  test('a price that is not covered is not asked for by ways that do not need it', () => {
    const { deed_clause } = jp.fees;
    const young = { ...deed_clause, periods: deed_clause.periods.slice(-1) };
    const law = { ...jp, fees: { ...jp.fees, deed_clause: young } };
    const tariff = tariffOn(law, '2025-09-30', PAPER);
    expect(tariff.certified_mail).toBe(1_420);
    expect(() => tariff.deed(500_000)).toThrow(LawNotCovered);
    expect(tariffOn(law, '2025-10-01', PAPER).deed(500_000)).toBe(3_000 + 2_000 + 1_600);
  });
});
