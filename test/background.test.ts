// What lies behind a claim that is not paid: a crisis before proceedings, why nothing was paid, talks that failed, a debtor abroad, a bill or
// an electronic claim, a factor without a quote, a collector without a licence; and what the first step says because of it.
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { DEFAULTS } from '../src/assumptions/values.ts';
import { CRISIS_STATES } from '../src/law/contract/insolvency.ts';
import { demand } from '../src/options/demand.ts';
import { pursue } from '../src/options/pursue.ts';
import type { Report } from '../src/report/answer.ts';
import { ask } from './asking.ts';
import { situationOf, VOICES } from './situations.ts';

const AS_OF = '2026-11-21';
type Fields = Readonly<Record<string, unknown>>;
const evaluate = (request: Fields): Promise<Report> =>
  ask({ as_of: AS_OF, lang: 'ja', amount: 1_250_000, overdue_days: 82, ...request });
const optionOf = async (id: string, request: Fields) =>
  (await evaluate(request)).options.find((option) => option.id === id)!;
const codesOf = async (id: string, request: Fields): Promise<string[]> =>
  (await optionOf(id, request)).bars.map(({ code }) => code);
const warningOf = async (code: string, request: Fields) =>
  (await evaluate(request)).warnings.find((warning) => warning.code === code)?.text;
const firstStep = async (request: Fields): Promise<string> =>
  (await evaluate({ include: 'plan', ...request })).recommendation.plan![0]!.text;

describe('a crisis before proceedings', () => {
  test.each(CRISIS_STATES)('%s stays nothing, and is severe distress whatever is said', async (insolvency) => {
    const answer = await evaluate({ insolvency, distress: 'none', title: 'judgment' });
    expect(answer.options.flatMap(({ bars }) => bars.map(({ code }) => code))).not.toContain('stayed_by_insolvency');
    expect(answer.debtor.drivers.map(({ field }) => field)).toContain('distress');
    expect(answer.recommendation.risks.map(({ code }) => code)).toContain('preference');
  });

  test.each<[string, RegExp]>([
    ['payment_suspended', /破産法15条2項/],
    ['counsel_notice', /最高裁平成24年10月19日判決/],
    ['business_closed', /最高裁昭和60年2月14日判決/],
    ['dishonoured', /最高裁平成6年2月10日判決/],
    ['petition', /破産法71条1項4号/],
  ])('%s is presumed to mean insolvency, by its source', async (insolvency, source) => {
    expect(await warningOf('insolvency_presumed', { insolvency })).toMatch(source);
  });

  test.each(['none', 'liquidation', 'bankruptcy'])('%s is no such crisis', async (insolvency) => {
    expect(await warningOf('insolvency_presumed', { insolvency })).toBeUndefined();
  });

  test.each<[string, number]>([
    ['payment_suspended', DEFAULTS.credit.crisis.payment_suspended],
    ['counsel_notice', DEFAULTS.credit.crisis.counsel_notice],
    ['business_closed', DEFAULTS.credit.crisis.business_closed],
    ['dishonoured', DEFAULTS.credit.crisis.dishonoured],
  ])(
    'after %s proceedings open within a year as often as is said of it, whatever the kind of debtor',
    async (insolvency, chance) => {
      expect((await evaluate({ insolvency })).debtor.failure_12m).toBeCloseTo(chance, 6);
    },
  );

  test('after a petition they open within weeks, so no court is asked any more', async () => {
    for (const told of [{}, { security_value: 800_000 }, { contact: 'evasive', evidence: 'strong' }]) {
      const answer = await evaluate({ insolvency: 'petition', ...told });
      expect(answer.debtor.failure_12m).toBeGreaterThan(0.99);
      const barsOf = (id: string) => answer.options.find((option) => option.id === id)!.bars?.map(({ code }) => code);
      for (const court of ['payment_order', 'suit']) expect(barsOf(court)).toContain('opening_likely');
      expect(answer.options[0]!.family).not.toBe('court');
    }
  });

  test('each implies a chance of failure, unless one is stated', async () => {
    const failure = async (request: Fields) => (await evaluate(request)).debtor.failure_12m;
    const unknown = await failure({});
    const implied = await Promise.all(CRISIS_STATES.map((insolvency) => failure({ insolvency })));
    for (const chance of implied) expect(chance).toBeGreaterThan(unknown + 0.2);
    expect(implied[CRISIS_STATES.indexOf('petition')]).toBe(Math.max(...implied));
    expect(await failure({ insolvency: 'dishonoured', pd: '5%' })).toBeLessThan(
      await failure({ insolvency: 'dishonoured' }),
    );
    // What a score said before the crisis counts no more.
    expect(await failure({ insolvency: 'dishonoured', tdb_score: 60 })).toBe(
      await failure({ insolvency: 'dishonoured' }),
    );
  });

  test.each(CRISIS_STATES)('%s: part of what the debtor pays is counted as given back', async (insolvency) => {
    const offer = { settle: { offer: 600_000, in_days: 14 }, amount: 2_000_000 };
    const kept = Number((await optionOf('settle', { ...offer, insolvency })).stand_alone_value);
    expect(kept).toBeLessThan(0.8 * Number((await optionOf('settle', offer)).stand_alone_value));
  });

  test.each(CRISIS_STATES)('%s: set-off of a debt incurred after it was known is valid and may fall', async (state) => {
    const offset = { payable: 400_000, payable_arose_on: '2026-11-02', crisis_known_on: '2026-11-01' };
    const { recommendation } = await evaluate({ insolvency: state, offset, options: 'offset' });
    // Once a petition is filed it will hardly outlive the opening, so it is no longer worth its letter.
    if (state === 'petition') expect(recommendation.option).not.toBe('offset');
    else expect(JSON.stringify(recommendation.risks)).toContain('今は有効');
  });

  test('after notice by counsel nobody writes to the debtor itself', () => {
    for (const { sentences } of [pursue, demand]) {
      const told = (insolvency: string) =>
        VOICES.ja.tell(sentences.step(situationOf({ amount: 1_250_000, overdue_days: 82, insolvency }), {}));
      expect(told('counsel_notice')).toContain('代理人弁護士');
      expect(told('dishonoured')).not.toContain('代理人弁護士');
    }
  });
});

describe('why nothing was paid', () => {
  const beliefOf = async (request: Fields) => (await evaluate(request)).debtor.belief;

  test.each([
    ['forgotten', 'slow'],
    ['invoice_not_received', 'slow'],
    ['short_of_cash', 'constrained'],
    ['unwilling', 'unwilling'],
    ['dispute', 'disputing'],
  ] as const)('%s makes a debtor that is %s more likely', async (cause, kind) => {
    expect((await beliefOf({ cause }))[kind]).toBeGreaterThan((await beliefOf({}))[kind]);
  });

  test('a dispute as the cause is a partial dispute, and counts once', async () => {
    expect(await beliefOf({ cause: 'dispute' })).toEqual(await beliefOf({ dispute: 'partial' }));
    expect(await beliefOf({ cause: 'dispute', dispute: 'full' })).toEqual(await beliefOf({ dispute: 'full' }));
    expect(await codesOf('resolve_dispute', { cause: 'dispute' })).toEqual([]);
    expect(await codesOf('resolve_dispute', { cause: 'forgotten' })).toEqual(['no_dispute']);
  });

  test('a dispute as the cause and no dispute do not go together', async () => {
    const response = await createApp().request(
      `/v1/evaluate?as_of=${AS_OF}&amount=1000000&overdue_days=30&cause=dispute&dispute=none`,
    );
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('cause_conflict');
  });

  test.each([
    ['invoice_not_received', /^まず請求書を送り直し/],
    ['forgotten', /^まず請求書を送り直し/],
    ['invoice_wrong', /^まず誤りを直した請求書（適格請求書なら修正したもの）/],
  ])('%s: the first step begins with the invoice and the day of payment', async (cause, text) => {
    for (const options of ['pursue', 'demand', 'suit']) {
      const told = await firstStep({ cause, options });
      expect(told).toMatch(text);
      expect(told).toContain('支払日');
    }
    const { plan } = (await evaluate({ cause, include: 'plan' })).recommendation;
    for (const { text: later } of plan!.slice(1)) expect(later).not.toMatch(text);
  });

  test('other causes leave the invoice alone', async () => {
    expect(await firstStep({ cause: 'short_of_cash', options: 'pursue' })).toMatch(/^資金繰り/);
    expect(await firstStep({ cause: 'unwilling', options: 'pursue' })).toMatch(/^払わない理由/);
    expect(await firstStep({ options: 'pursue' })).toMatch(/^電話/);
  });
});

test('talks about a dispute that failed are not offered again', async () => {
  expect(await codesOf('resolve_dispute', { dispute: 'partial', dispute_refused: true })).toEqual(['dispute_refused']);
  expect(await codesOf('resolve_dispute', { dispute: 'partial', dispute_refused: false })).toEqual([]);
});

describe('a debtor abroad', () => {
  const small = { amount: 280_000 };
  test.each<[string, Fields, RegExp]>([
    ['payment_order', {}, /民事訴訟法382条ただし書/],
    ['small_claims', {}, /民事訴訟法108条・373条3項4号/],
    ['suit', {}, /民事訴訟法3条の2・3条の3・3条の7/],
    ['enforce', { title: 'judgment' }, /民事執行法144条/],
    ['enforceable_deed', { acknowledged: true, contact: 'responsive' }, /民事執行法144条/],
    ['mediation', { contact: 'responsive', distress: 'some' }, /民事調停法3条/],
    ['settle_before_suit', { contact: 'responsive', acknowledged: true }, /民事訴訟法4条・275条1項/],
  ])('%s is closed by its article', async (id, claim, article) => {
    const { bars } = await optionOf(id, { ...small, ...claim, debtor_country: 'US' });
    expect(bars.map(({ code }) => code)).toEqual(['debtor_abroad']);
    expect(bars[0]!.citation).toMatch(article);
    expect(await codesOf(id, { ...small, ...claim, debtor_country: 'JP' })).toEqual([]);
  });

  test.each<[string, Fields, string[]]>([
    ['payment_order', {}, ['debtor_country']],
    ['suit', {}, ['debtor_country', 'court_here', 'assets_here']],
    ['enforce', { title: 'judgment' }, ['debtor_country', 'assets_here']],
  ])('%s names what decided it', async (id, claim, inputs) => {
    const { bars } = await optionOf(id, { ...small, ...claim, debtor_country: 'US' });
    expect(Object.keys(bars[0]!.inputs)).toEqual(inputs);
  });

  test.each<[string, Fields, string[]]>([
    ['suit', { court_here: true }, []],
    ['suit', { assets_here: true }, []],
    ['suit', { court_here: false }, ['debtor_abroad']],
    ['payment_order', { court_here: true, assets_here: true }, ['debtor_abroad']],
    ['small_claims', { court_here: true, assets_here: true }, ['debtor_abroad']],
    ['enforce', { title: 'judgment', court_here: true }, ['debtor_abroad']],
    ['enforce', { title: 'judgment', assets_here: true }, []],
    ['enforceable_deed', { acknowledged: true, contact: 'responsive', assets_here: true }, []],
    ['mediation', { contact: 'responsive', distress: 'some', court_here: true, assets_here: true }, ['debtor_abroad']],
    [
      'settle_before_suit',
      { contact: 'responsive', acknowledged: true, court_here: true, assets_here: true },
      ['debtor_abroad'],
    ],
  ])('%s with %o', async (id, reach, codes) => {
    expect(await codesOf(id, { ...small, ...reach, debtor_country: 'us' })).toEqual(codes);
  });

  test('what remains is said, and a letter goes by registered mail', async () => {
    expect(await warningOf('debtor_abroad', { debtor_country: 'US' })).toMatch(/US.*現地の弁護士.*民事訴訟法108条/);
    expect(await warningOf('debtor_abroad', { debtor_country: 'JP' })).toBeUndefined();
    for (const id of ['pursue', 'demand', 'plan', 'settle'])
      expect(await codesOf(id, { debtor_country: 'US' }), id).toEqual([]);
    expect(await firstStep({ debtor_country: 'US', options: 'demand' })).toContain('追跡できる書留');
  });

  test.each(['Japan', 'ZZ', '1'])('%j is no country', async (country) => {
    const response = await createApp().request('/v1/evaluate', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as_of: AS_OF, amount: 1_000_000, overdue_days: 30, debtor_country: country }),
    });
    expect(response.status).toBe(422);
  });
});

describe('bills and electronic claims', () => {
  test.each([
    ['bill', '2026-11-20', '2023-11-20', '手形法70条1項・77条1項8号'],
    ['bill', '2026-11-21', '2023-11-21', '手形法70条1項・77条1項8号'],
    ['electronic_claim', '2026-11-21', '2023-11-21', '電子記録債権法23条'],
  ])('%s: three years, to %s when due on %s', async (claim_kind, last_day, due_date, article) => {
    const { limitation } = (await evaluate({ overdue_days: undefined, due_date, claim_kind })).claim;
    expect(limitation).toMatchObject({ last_day, status: last_day < AS_OF ? 'expired_invocable' : 'due_soon' });
    expect(limitation.citation).toBe(article);
  });

  test('the suit on a bill and the suspension of dealings are told with their sources', async () => {
    expect(await warningOf('summary_suit', { claim_kind: 'bill' })).toMatch(/手形・小切手.*350条1項/);
    expect(await warningOf('bill_dishonour', { claim_kind: 'bill' })).toMatch(/6か月以内に2回/);
    expect(await warningOf('electronic_claim_default', { claim_kind: 'electronic_claim' })).toMatch(/6か月以内に2回/);
    expect(await warningOf('summary_suit', { claim_kind: 'electronic_claim' })).toBeUndefined();
    expect(await warningOf('bill_dishonour', { claim_kind: 'goods' })).toBeUndefined();
  });

  test('the calculator of instruments tells it, too', async () => {
    const codes = async (instrument: string): Promise<string> =>
      (await createApp().request(`/v1/instruments?instrument=${instrument}&as_of=${AS_OF}`)).text();
    expect(await codes('promissory_note')).toContain('bill_dishonour');
    expect(await codes('electronic_claim')).toContain('electronic_claim_default');
  });
});

describe('factoring', () => {
  const early = { overdue_days: -46 };
  const quoted = { ...early, factor: { fee_rate: '5%' } };

  test('without a quote it is not valued, and the usual fees are told', async () => {
    const { status, bars } = await optionOf('factor', early);
    expect(status).toBe('needs_terms');
    expect(bars[0]!.inputs).toEqual({ 'factor.fee_rate': null });
    expect(bars[0]!.text).toMatch(/2社間で7\.3%～19\.7%、3社間で3\.1%～8\.2%/);
    expect((await optionOf('factor', quoted)).status).toBe('open');
  });

  test('the highest fee worth paying is told without a quote', async () => {
    const { break_even } = await optionOf('factor', { ...early, include: 'break_even' });
    expect(break_even).toBeDefined();
  });

  test.each<[string, Fields, string[]]>([
    ['severe distress', { distress: 'severe' }, ['debtor_failing']],
    ['some distress', { distress: 'some' }, []],
    ...CRISIS_STATES.map((insolvency): [string, Fields, string[]] => [insolvency, { insolvency }, ['debtor_failing']]),
    ['bankruptcy', { insolvency: 'bankruptcy' }, ['debtor_failing']],
    ['liquidation', { insolvency: 'liquidation' }, ['debtor_failing']],
    ['none', { insolvency: 'none' }, []],
  ])('%s', async (_, claim, codes) => {
    expect(await codesOf('factor', { ...quoted, ...claim })).toEqual(codes);
  });

  test('recourse is said to be a loan wherever factoring is considered, and nowhere else', async () => {
    const cheap = { ...early, factor: { fee_rate: '30%', recourse: true } };
    expect((await evaluate(cheap)).recommendation.option).not.toBe('factor');
    for (const request of [cheap, quoted, early])
      expect(await warningOf('factor', request)).toMatch(/償還請求権.*貸付け.*貸金業法2条1項/);
    expect(await warningOf('factor', {})).toBeUndefined();
    expect(await warningOf('factor', { ...quoted, distress: 'severe' })).toBeUndefined();
  });
});

describe('having somebody else collect', () => {
  test('an ordinary trade claim: for lawyers only, by the Attorney Act and the Servicer Act', async () => {
    const { status, bars } = await optionOf('agency', { claim_kind: 'goods' });
    expect(status).toBe('barred');
    expect(bars.map(({ code, citation }) => [code, citation])).toEqual([
      ['unlicensed_collector', '弁護士法72条・73条'],
      ['not_a_servicer_claim', '債権管理回収業に関する特別措置法（サービサー法）2条1項・3条'],
    ]);
    for (const { opens_if } of bars) expect(opens_if).toContain('agency.collector=lawful_collector');
  });

  test.each<[string, Fields, string[], string]>([
    [
      'a servicer, goods',
      { claim_kind: 'goods', agency: { collector: 'servicer' } },
      ['not_a_servicer_claim'],
      'barred',
    ],
    [
      'a firm without a licence, a lease',
      { claim_kind: 'lease', agency: { collector: 'unlicensed' } },
      ['unlicensed_collector'],
      'barred',
    ],
    ['a loan of ours', { claim_kind: 'loan', agency: { fee_rate: '20%' } }, ['servicer_condition'], 'barred'],
    ['a loan that a bank held', { claim_kind: 'loan', agency: { fee_rate: '20%', condition_met: true } }, [], 'open'],
    ['a lease, no fee told', { claim_kind: 'lease' }, ['terms_missing'], 'needs_terms'],
    ['a lease, the fee told', { claim_kind: 'lease', agency: { fee_rate: '25%' } }, [], 'open'],
    [
      'goods, a lawyer',
      { claim_kind: 'goods', agency: { collector: 'lawful_collector', fee_rate: '20%' } },
      [],
      'open',
    ],
    ['a lease in bankruptcy', { claim_kind: 'lease', insolvency: 'bankruptcy' }, ['stayed_by_insolvency'], 'barred'],
    ['a lease not yet due', { claim_kind: 'lease', overdue_days: -1 }, ['not_due'], 'barred'],
    ['a lease due today', { claim_kind: 'lease', overdue_days: 0, agency: { fee_rate: '25%' } }, [], 'open'],
  ])('%s', async (_, claim, codes, status) => {
    const found = await optionOf('agency', claim);
    expect(found.bars.map(({ code }) => code)).toEqual(codes);
    expect(found.status).toBe(status);
  });

  test('a lower fee is worth more, and what is usual is told where none is', async () => {
    const at = async (fee_rate: string) =>
      Number((await optionOf('agency', { claim_kind: 'lease', agency: { fee_rate } })).net_value);
    expect(await at('20%')).toBeGreaterThan(await at('25%'));
    expect((await optionOf('agency', { claim_kind: 'lease' })).bars[0]!.text).toMatch(/18%～34\.7%/);
  });
});

describe('what the step says follows the situation', () => {
  const chase = { options: 'pursue' };
  test('until the due date has passed the day is watched; from the next day on the debtor is chased', async () => {
    expect(await firstStep({ ...chase, overdue_days: -40 })).toMatch(/^支払期日（2026-12-31）を見守ります/);
    expect(await firstStep({ ...chase, overdue_days: -40 })).toMatch(/2027-01-\d\dからは、電話/);
    expect(await firstStep({ ...chase, overdue_days: 0 })).toMatch(/^今日が支払期日です。今日中の入金を確かめ/);
    expect(await firstStep({ ...chase, overdue_days: 1 })).toMatch(/^電話/);
    expect(await firstStep({ ...chase, overdue_days: -40, claim_kind: 'bill' })).toMatch(/^満期（2026-12-31）/);
    expect(await firstStep({ options: 'wait', overdue_days: -40 })).toMatch(/^支払期日（2026-12-31）を見守り/);
    expect(await firstStep({ options: 'wait', overdue_days: 0 })).toMatch(/^新たな手は打たず/);
  });

  test('whoever cannot be reached is looked for first', async () => {
    const lost = { ...chase, contact: 'unreachable', overdue_days: 5, amount: 30_000_000 };
    expect(await firstStep(lost)).toMatch(/^登記.*代表者の自宅/);
    expect(await firstStep({ ...lost, debtor_type: 'consumer' })).not.toContain('登記');
    expect(await firstStep({ ...chase, contact: 'evasive' })).not.toContain('登記');
    expect(await firstStep({ ...lost, options: 'demand' })).toContain('代表者の自宅');
  });

  test('from the fifth month of chasing on something must be different', async () => {
    expect(await firstStep({ ...chase, effort_months: 3.9 })).toMatch(
      /^電話.*2026-12-\d\dからは、同じ督促を繰り返しません/,
    );
    expect(await firstStep({ ...chase, effort_months: 4 })).toMatch(/^同じ督促を繰り返しません.*支払約束書/);
    const lost = { ...chase, effort_months: 4, contact: 'unreachable', overdue_days: 5, amount: 30_000_000 };
    expect(await firstStep(lost)).toContain('別の手に移ります');
  });
});
