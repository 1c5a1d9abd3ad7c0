// What a professional writes back, and does beside what runs: an offer that is too low, an order that must be declared enforceable, an
// attachment, proceedings in which the claim was filed, letters that come back. Each is asked of the service, on both sides of the fact.

import { describe, expect, test } from 'vitest';
import type { Report } from '../src/report/answer.ts';
import { ask } from './asking.ts';
import { scenario } from './judging.ts';

const CLAIM = { amount: 2_000_000, overdue_days: 75, contact: 'responsive', evidence: 'strong' };
/** Who is not asked hardly pays, so that waiting is never best. */
const UNASKED = { assumptions: { 'hazard.passive_factor': 0.1 } };

const optionOf = ({ options }: Report, id: string) => options.find((option) => option.id === id)!;
const netOf = (report: Report, id: string) => Number(optionOf(report, id).net_value);
const stepsOf = (report: Report) => (report.recommendation.plan ?? []).map(({ option }) => option);
const firstText = async (facts: object) => (await ask({ ...CLAIM, ...facts })).recommendation.plan?.[0]?.text ?? '';
const reasonOf = ({ recommendation }: Report, code: string) =>
  recommendation.reasons.find((reason) => reason.code === code)?.text;
const risksOf = async (facts: object) =>
  (await ask({ ...CLAIM, ...facts })).recommendation.risks.map(({ text }) => text).join(' ');
const warningOf = async (code: string, facts: object) =>
  (await ask({ ...CLAIM, ...facts })).warnings.find((warning) => warning.code === code)?.text;
const yenIn = (text: string) => [...text.matchAll(/¥([\d,]+)/g)].map(([, yen]) => Number(yen?.replaceAll(',', '')));

describe('a lump sum that is too low', () => {
  const low = { settle: { offer: 800_000 } };

  test('is declined in writing with the least sum that is worth taking', async () => {
    const sound = { ...CLAIM, tdb_score: 66 };
    const report = await ask({ ...sound, ...low });
    const text = reasonOf(report, 'offer_declined')!;
    expect(text).toMatch(/^The offer of ¥800,000 is too low.*Reply in writing: take it on account/);
    const least = Number(/ask for a single payment of ¥([\d,]+) or more/.exec(text)![1]!.replaceAll(',', ''));
    const best = Number(report.recommendation.net_value);
    const taken = async (offer: number) =>
      netOf(await ask({ ...sound, settle: { offer, final: true } }), 'settle') - best;
    expect(await taken(least)).toBeGreaterThanOrEqual(0);
    expect(await taken(least - 1_000)).toBeLessThanOrEqual(0);
  });

  test('of who can hardly pay more is answered with a sum to begin with, and one to end at', async () => {
    const poor = { ...CLAIM, distress: 'severe', overdue_days: 60, settle: { offer: 500_000 } };
    const text = reasonOf(await ask(poor), 'offer_declined')!;
    const [offer, asked, least] = yenIn(text) as [number, number, number];
    expect(text).toMatch(/ask for a single payment of ¥.* first, and take none below ¥/);
    expect(asked).toBeGreaterThan(least);
    expect(least).toBeGreaterThan(offer);
  });

  test('is answered with another sum where nothing else is asked', async () => {
    expect(await firstText({ ...low, ...UNASKED, options: 'settle' })).toMatch(
      /^The offer of ¥800,000 is too low: reply in writing and ask for a single payment of 95% of the balance \(¥1,900,000\)/,
    );
    expect(await firstText({ ...UNASKED, options: 'settle' })).toMatch(/^Offer to settle for a single payment/);
  });

  /** What the offer is worth, and what it would be as the last word of the debtor. */
  async function worthOf(facts: { settle: object }): Promise<[number, number]> {
    const final = { ...CLAIM, ...facts, settle: { ...facts.settle, final: true } };
    return [netOf(await ask({ ...CLAIM, ...facts }), 'settle'), netOf(await ask(final), 'settle')];
  }

  test.each<[rule: string, facts: { readonly settle: object } & Readonly<Record<string, unknown>>]>([
    ['of who has refused ours', { ...low, settlement_refused: true }],
    ['of who has stopped paying its creditors', { ...low, insolvency: 'payment_suspended' }],
    ['in a dispute over the whole', { ...low, dispute: 'full' }],
    ['of a public body', { ...low, debtor_type: 'public_body' }],
    ['that is above all that we would ask for', { settle: { offer: 1_950_000 } }],
  ])('%s is taken or not', async (_, facts) => {
    const [worth, final] = await worthOf(facts);
    expect(worth).toBe(final);
  });

  test('of a customer whose dealings are worth more than an answer brings is taken or left as it stands', async () => {
    const custom = { ...scenario('S9:'), settle: { offer: 595_242 } };
    const terms = async (facts: object) => optionOf(await ask({ ...custom, ...facts }), 'settle').terms;
    expect(await terms({})).toMatchObject({ amount: 595_242 });
    expect(await terms({ margin_per_year: 0 })).toHaveProperty('level');
  });

  test('may bring more where it is answered than as the last word', async () => {
    const [worth, final] = await worthOf(low);
    expect(worth).toBeGreaterThan(final);
  });
});

describe('a single payment that the debtor offers', () => {
  test.each<[number, RegExp]>([
    [1, /^Accept the single payment the debtor offers in 1 month, in writing/],
    [2, /^Accept the 2 monthly instalments the debtor offers.*acceleration on default/],
  ])('%d instalments: %s', async (instalments, words) => {
    const offered = { acknowledged: true, plan: { instalments, offered: true }, options: 'plan' };
    expect(await firstText(offered)).toMatch(words);
  });
});

describe('an order for payment on its way', () => {
  const served = (stage_on: string) => ({ procedure: { kind: 'payment_order', stage: 'served', stage_on } });

  test('is never let lapse for chasing, however well the debtor answers', async () => {
    for (const procedure of [{ kind: 'payment_order', stage: 'filed' }, served('2026-11-18').procedure])
      for (const facts of [{ cause: 'short_of_cash' }, { payment_history: 'good' }, { distress: 'some' }]) {
        const steps = stepsOf(await ask({ ...CLAIM, ...facts, procedure }));
        expect(steps.slice(0, 2), JSON.stringify({ procedure, facts })).toContain('go_on');
      }
  });

  test('is applied for by its day while the debtor is talked to', async () => {
    const words = /Do not withdraw the payment order; apply for provisional enforcement by 2026-12-30 meanwhile/;
    expect(await firstText({ ...served('2026-11-16'), options: 'pursue' })).toMatch(words);
    const offered = { acknowledged: true, plan: { instalments: 3, offered: true }, options: 'plan' };
    expect(await firstText({ ...served('2026-11-16'), ...offered })).toMatch(words);
    expect(await firstText({ ...offered })).not.toContain('provisional enforcement');
  });

  test('is asked about at court in a later step, once the time for an objection has passed', async () => {
    const { plan = [] } = (await ask({ ...CLAIM, amount: 900_000, payment_history: 'good', ...served('2026-11-16') }))
      .recommendation;
    const later = plan.find(({ option, from }) => option === 'go_on' && from > '2026-11-30');
    expect(later?.text).toMatch(/^The time for an objection ended on 2026-11-30/);
  });

  test('that was opposed asks for the rest of the fee, whatever is agreed meanwhile', async () => {
    const fee = /Pay the rest of the fee in the time that the court sets/;
    for (const options of ['plan', 'settle', 'pursue']) {
      const asked = { ...UNASKED, options };
      expect(await firstText({ ...asked, procedure: { kind: 'payment_order', stage: 'objected' } })).toMatch(fee);
      expect(await firstText({ ...asked, procedure: { kind: 'suit', stage: 'served' } })).not.toMatch(fee);
    }
  });

  test('has told the debtor of the debt: no invoice is sent again', async () => {
    const forgotten = { cause: 'forgotten', options: 'pursue' };
    expect(await firstText(forgotten)).toMatch(/^First send the invoice again/);
    expect(await firstText({ ...forgotten, ...served('2026-11-16') })).not.toMatch(/invoice/);
    expect(await firstText({ ...forgotten, title: 'judgment' })).not.toMatch(/invoice/);
  });
});

describe('an attachment under way', () => {
  const enforcing = { procedure: { kind: 'suit', stage: 'enforcing' }, options: 'go_on' };

  test('is collected by the creditor, within its time, and a report is due where nothing comes', async () => {
    expect(await firstText(enforcing)).toMatch(/collect it from them yourself.*art\. 143, 155.*sue them/);
    expect(await risksOf(enforcing)).toContain('After 2 years in which nothing could be collected');
    expect(await firstText({ procedure: { kind: 'suit', stage: 'judged' }, options: 'go_on' })).not.toMatch(
      /collect it/,
    );
  });
});

test('an attachment is kept until what the debtor offers is paid', async () => {
  const offered = { settle: { offer: 1_900_000, final: true }, options: 'settle' };
  const kept = /Do not withdraw the attachment before the money is there/;
  expect(await firstText({ ...offered, procedure: { kind: 'suit', stage: 'enforcing' } })).toMatch(kept);
  expect(await firstText({ ...offered, procedure: { kind: 'suit', stage: 'judged' } })).not.toMatch(kept);
});

test.each<[string, object, boolean]>([
  ['an order that was filed', { procedure: { kind: 'payment_order', stage: 'filed' } }, true],
  ['an order that was opposed', { procedure: { kind: 'payment_order', stage: 'objected' } }, false],
  ['no order', {}, false],
])('whoever waits hears what becomes of %s', async (_, facts, told) => {
  const text = await firstText({ ...facts, options: 'wait' });
  expect(text.includes('The payment order loses its effect unless')).toBe(told);
});

describe('a set-off beside a suit', () => {
  test.each<[string, object, boolean]>([
    ['a suit that is not decided', { procedure: { kind: 'suit', stage: 'hearing' } }, true],
    ['mediation', { procedure: { kind: 'mediation', stage: 'hearing' } }, false],
    ['a judgment', { procedure: { kind: 'suit', stage: 'judged' } }, false],
    ['no procedure', {}, false],
  ])('reduces what is claimed there: %s', async (_, facts, told) => {
    const text = await firstText({ ...facts, offset: { payable: 900_000 }, options: 'offset' });
    expect(text.includes('Reduce the claim in the procedure that runs')).toBe(told);
  });
});

describe('a claim in proceedings', () => {
  const filed = { events: [{ on: '2025-02-20', kind: 'insolvency_proof' }] };
  const late = { insolvency: 'bankruptcy', claims_deadline: '2025-03-01', investigation_ends_on: '2025-06-01' };

  test('that was filed brings its dividend, and one that was not nothing', async () => {
    const report = await ask({ ...CLAIM, ...late, ...filed });
    expect(report.recommendation.option).toBe('wait');
    expect(Number(report.recommendation.net_value)).toBeGreaterThan(0);
    expect(report.recommendation.plan?.[0]?.text).toMatch(/^The claim is filed: ask the trustee/);
    expect(Number((await ask({ ...CLAIM, ...late })).recommendation.net_value)).toBe(0);
  });

  test('that was filed does not ask for what to do by the end of the limitation period', async () => {
    const day = async (facts: object) =>
      (await ask({ ...CLAIM, ...facts })).recommendation.deadlines.find(({ kind }) => kind === 'limitation')?.text;
    expect(await day({ ...late, ...filed })).toMatch(/^The claim was filed in the proceedings/);
    expect(await day(late)).toMatch(/the time for filing the claim is already over.*insolvency_proof/);
    const over = [{ on: '2025-02-20', kind: 'insolvency_proof', ended_on: '2026-02-01' }];
    expect(await day({ insolvency: 'bankruptcy', events: over })).toMatch(/^A claim filed in the proceedings cannot/);
  });

  test('past the time for filing may be on the list of a person, and not of a company', async () => {
    const past = { insolvency: 'rehabilitation', claims_deadline: '2026-11-20' };
    expect(await firstText({ ...past, debtor_type: 'consumer' })).toMatch(
      /^A claim on the list of creditors counts as/,
    );
    expect(await firstText({ ...past, debtor_type: 'corporation' })).not.toMatch(/list of creditors/);
  });

  test.each<[string, boolean]>([
    ['consumer', true],
    ['sole_proprietor', true],
    ['corporation', false],
  ])('of a %s in rehabilitation follows the rules for persons: %s', async (debtor_type, isPerson) => {
    const facts = { insolvency: 'rehabilitation', debtor_type, claims_deadline: '2026-12-20' };
    expect((await firstText(facts)).includes('20%')).toBe(isPerson);
    expect((await warningOf('in_proceedings', facts))?.includes('art. 225, 244')).toBe(isPerson);
    expect((await risksOf(facts)).includes('neither on the list of creditors nor filed is')).toBe(isPerson);
  });
});

describe('whom nobody finds', () => {
  const lost = { contact: undefined, address_known: false };

  test('is looked for, and not called, where letters come back from who does not answer', async () => {
    expect(await firstText({ ...lost, options: 'pursue' })).toMatch(/^Check the commercial register/);
    expect(await firstText({ ...lost, contact: 'responsive', options: 'pursue' })).toMatch(/^Call, write/);
    for (const contact of [undefined, 'evasive', 'unreachable'])
      expect(stepsOf(await ask({ ...CLAIM, ...lost, contact }))).not.toContain('plan');
  });

  test('is a person looked up once a letter was of no use', async () => {
    const silent = { contact: 'unreachable', debtor_type: 'sole_proprietor', options: 'wait' };
    const register = /^Find the address in the register of residents/;
    expect(await firstText({ ...silent, demand_sent: true })).toMatch(register);
    expect(await firstText({ ...silent, lawyer_letter_sent: true })).toMatch(register);
    expect(await firstText(silent)).not.toMatch(register);
  });
});

test.each<[string, RegExp]>([
  ['lease', /suit for their return/],
  ['goods', /seller’s lien/],
])('goods that the holder keeps are asked for by the right in them: %s', async (claim_kind, words) => {
  const kept = { ...CLAIM, claim_kind, return_goods: { value: 900_000, consent: false } };
  const bar = optionOf(await ask(kept), 'return_goods').bars?.find(({ code }) => code === 'no_consent');
  expect(bar?.opens_if).toMatch(words);
});

describe('who owes beside the debtor', () => {
  const joint = { other_debtors: [{ kind: 'joint_debtor', amount: 2_000_000 }] };
  const guaranteed = { guarantor: { value: 1_000_000 } };

  test.each<[rule: string, facts: object, who: string, risk: RegExp]>([
    ['a joint debtor', joint, 'from the joint debtor by', /Civil Code art\. 441/],
    ['a guarantor', guaranteed, 'from the guarantor by', /against the principal/],
    ['both', { ...joint, ...guaranteed }, 'from the guarantor and others who owe', /against the principal/],
  ])('is named by its position: %s', async (_, facts, who, risk) => {
    expect(await firstText({ ...facts, options: 'guarantor' })).toContain(who);
    expect(await risksOf({ ...facts, options: 'guarantor' })).toMatch(risk);
  });

  test('is sent a copy of the demand where it owes jointly', async () => {
    expect(await firstText({ ...joint, options: 'demand' })).toContain('copy to the joint debtor');
    expect(await firstText({ options: 'demand' })).not.toContain('copy');
  });
});

describe('what must be told', () => {
  test.each<[rule: string, facts: object, told: boolean]>([
    ['an agreed rate above the cap on a loan', { claim_kind: 'loan', debtor_type: 'consumer', delay_rate: 0.36 }, true],
    ['one below it', { claim_kind: 'loan', debtor_type: 'consumer', delay_rate: 0.2 }, false],
    ['one that nothing caps', { claim_kind: 'goods', debtor_type: 'corporation', delay_rate: 0.36 }, false],
  ])('the rate that is claimed instead: %s', async (_, facts, told) => {
    expect((await warningOf('delay_rate_capped', facts)) !== undefined).toBe(told);
  });

  test.each<[rule: string, facts: object, told: boolean]>([
    ['past due', { security_value: 500_000 }, true],
    ['not due yet', { security_value: 500_000, overdue_days: -10 }, false],
    ['without any', {}, false],
    ['in proceedings, where another thing is told', { security_value: 500_000, insolvency: 'bankruptcy' }, false],
  ])('that security needs no title: %s', async (_, facts, told) => {
    expect((await warningOf('security_without_title', facts)) !== undefined).toBe(told);
  });

  test('that no step pays is not said where there is none', async () => {
    const told = async (facts: object) => reasonOf(await ask({ ...CLAIM, ...facts }), 'effort_does_not_pay');
    const small = { amount: 4_000, contact: 'unreachable', demand_sent: true, overdue_days: 400 };
    expect(await told(small)).toBeDefined();
    const filed = { insolvency: 'bankruptcy', events: [{ on: '2026-11-01', kind: 'insolvency_proof' }] };
    expect(await told(filed)).toBeUndefined();
  });
});

describe('what is stated is what is valued', () => {
  const early = { overdue_days: -45, payment_history: 'good', margin_per_year: 3_000_000, options: 'factor' };
  const factored = (kind?: string) =>
    ask({ ...CLAIM, ...early, factor: { fee_rate: 0.05, ...(kind ? { kind } : {}) } });

  test('of both kinds of factoring the one that is stated, though the other is better', async () => {
    const values = new Map<string, number>();
    for (const kind of ['two_party', 'three_party']) {
      const report = await factored(kind);
      expect(report.recommendation.plan?.[0]?.text).toContain(kind === 'two_party' ? 'two-party' : 'three-party');
      values.set(kind, netOf(report, 'factor'));
    }
    expect(values.get('two_party')).not.toBe(values.get('three_party'));
    expect(netOf(await factored(), 'factor')).toBe(Math.max(...values.values()));
  });

  test.each<[rule: string, facts: object, inputs: object]>([
    ['its cause', { cause: 'forgotten' }, { cause: 'forgotten' }],
    ['how it answers', { cause: 'short_of_cash' }, { cause: 'short_of_cash', contact: 'responsive' }],
    ['what it says', { dispute: 'partial' }, { dispute: 'partial', contact: 'responsive' }],
    ['its age', { overdue_days: 10 }, { overdue_days: 10, contact: 'responsive' }],
    [
      'who it is',
      { overdue_days: 10, debtor_type: 'public_body' },
      { debtor_type: 'public_body', effort_months: null },
    ],
  ])('a letter that comes too early names what decides that: %s', async (_, facts, inputs) => {
    const bar = optionOf(await ask({ ...CLAIM, ...facts }), 'demand').bars?.find(({ code }) => code === 'ask_first');
    expect(bar?.inputs).toEqual(inputs);
  });

  test('a lien is lost in another way on goods than on what they were sold on for', async () => {
    const goods = { claim_kind: 'goods', distress: 'severe', options: 'lien' };
    expect(await risksOf({ ...goods, lien: { goods_value: 1_500_000 } })).toContain(
      'once the goods are delivered to a buyer',
    );
    const resold = { still_held: false, resale_price: 1_500_000 };
    expect(await risksOf({ ...goods, lien: resold })).toContain('if the buyer pays first');
  });
});
