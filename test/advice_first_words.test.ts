// What a professional says or does first in ordinary cases: whom nobody finds, what is undisputed, what may be gone, who was never asked, whose
// guarantee is asked for. Each is asked of the service as a caller asks, on both sides of the fact.

import { describe, expect, test } from 'vitest';
import type { Option } from '../src/options/option.ts';
import type { Report } from '../src/report/answer.ts';
import { ask } from './asking.ts';
import { MEMBERS, situationOf, VOICES } from './situations.ts';

const CLAIM = { amount: 1_500_000, overdue_days: 90, evidence: 'strong' };

const optionOf = ({ options }: Report, id: string) => options.find((option) => option.id === id)!;
const barsOf = async (id: string, facts: object) =>
  (optionOf(await ask({ ...CLAIM, ...facts }), id).bars ?? []).map(({ code }) => code);
/** The text of the first step. */
const textOf = async (facts: object) => (await ask({ ...CLAIM, ...facts })).recommendation.plan?.[0]?.text ?? '';
const warningsOf = async (facts: object) => (await ask({ ...CLAIM, ...facts })).warnings.map(({ code }) => code);
const warningOf = async (code: string, facts: object) =>
  (await ask({ ...CLAIM, ...facts })).warnings.find((warning) => warning.code === code)?.text ?? '';

/** A claim whose period ends nineteen days after the valuation day. */
const NEARLY_OVER = { overdue_days: undefined, due_date: '2021-12-10', contract_date: '2021-10-01' };

describe('talks about a dispute', () => {
  const partial = { dispute: 'partial', options: 'resolve_dispute' };

  test.each<[rule: string, facts: object, isClosed: boolean]>([
    ['who cannot be reached', { contact: 'unreachable' }, true],
    ['who avoids us and whose letters come back', { contact: 'evasive', address_known: false }, true],
    ['who avoids us', { contact: 'evasive' }, false],
    ['who answers from no known address', { contact: 'responsive', address_known: false }, false],
  ])('are not held with %s: %#', async (_, facts, isClosed) => {
    for (const dispute of ['partial', 'full'])
      expect((await barsOf('resolve_dispute', { dispute, ...facts })).includes('nobody_to_answer')).toBe(isClosed);
  });

  test.each<[rule: string, facts: object, words: RegExp]>([
    ['what is undisputed', { disputed_amount: 300_000 }, /^Ask for payment of the undisputed ¥1,200,000 now\. Check/],
    ['the undisputed part, where nobody said how much', {}, /^Ask for payment of the undisputed part now\. Check/],
    ['the facts, where all is disputed', { dispute: 'full' }, /^Check the facts/],
    ['the facts, where nobody may be paid alone', { insolvency: 'liquidation' }, /^Check the facts/],
  ])('begin with %s', async (_, facts, words) => {
    expect(await textOf({ ...partial, contact: 'responsive', ...facts })).toMatch(words);
  });

  test.each<[rule: string, facts: object, isTold: boolean]>([
    ['ends soon', { ...NEARLY_OVER }, true],
    ['ends in half a year', { ...NEARLY_OVER, due_date: '2022-05-20' }, true],
    ['ends later', { ...NEARLY_OVER, due_date: '2022-06-10' }, false],
    ['is carried by a demand', { ...NEARLY_OVER, events: [{ on: '2026-11-01', kind: 'demand_received' }] }, false],
  ])('stop no period, which is told where it %s', async (_, facts, isTold) => {
    const text = await textOf({ ...partial, contact: 'responsive', ...facts });
    expect(text.includes('Talks alone do not stop the limitation period: first sign an agreement to consult')).toBe(
      isTold,
    );
  });
});

describe('a debtor whose address nobody knows', () => {
  const lost = { contact: 'unreachable', address_known: false, options: 'pursue' };

  test('is looked for today where its period ends within the month, and then sued or given up', async () => {
    expect(await textOf({ ...lost, ...NEARLY_OVER })).toMatch(
      /, at once\. By 2026-12-10 a demand must have arrived or a suit be filed; if nobody is found, decide by then whether to sue with service by public notice/,
    );
    for (const facts of [{ due_date: '2022-02-10' }, { debtor_country: 'US' }])
      expect(await textOf({ ...lost, ...NEARLY_OVER, ...facts })).not.toContain('public notice');
  });

  test('is looked for once, however long the step', async () => {
    const text = await textOf({ ...lost, contact: 'evasive' });
    expect(text.match(/Check the commercial register/g)).toHaveLength(1);
    expect(text).toMatch(/From 20\d\d-\d\d-\d\d on: If nobody answers even then, stop calling/);
  });
});

describe('what may be gone once the debtor is warned', () => {
  const known = { assets: 'known', contact: 'evasive' };
  const words = 'apply before anything warns the debtor';

  test.each<[rule: string, facts: object, isTold: boolean]>([
    ['a letter', { options: 'demand' }, true],
    ['talks', { options: 'resolve_dispute', dispute: 'partial' }, true],
    ['a call to who is failing', { options: 'pursue', contact: 'responsive', distress: 'severe' }, true],
    ['a letter to who answers', { options: 'demand', contact: 'responsive' }, false],
    ['a letter where nothing is known', { options: 'demand', assets: 'unknown' }, false],
    ['a suit', { options: 'suit' }, false],
    ['waiting', { options: 'wait' }, false],
    ['a call to who is sued', { options: 'pursue', procedure: { kind: 'suit', stage: 'served' } }, false],
  ])('is attached before %s: %#', async (_, facts, isTold) => {
    expect((await textOf({ ...known, ...facts })).includes(words)).toBe(isTold);
  });
});

describe('how a person is dunned', () => {
  test.each<[string, boolean]>([
    ['none', true],
    ['counsel_notice', true],
    ['bankruptcy', false],
    ['rehabilitation', false],
  ])('is told while it may be dunned: %s', async (insolvency, isTold) => {
    expect((await warningsOf({ debtor_type: 'consumer', insolvency })).includes('conduct')).toBe(isTold);
  });
});

describe('who was never asked', () => {
  const late = { overdue_days: 400, contact: 'responsive' };

  test.each<[rule: string, facts: object, isClosed: boolean]>([
    ['has not been asked', { effort_months: 0 }, true],
    ['was asked for half a month', { effort_months: 0.5 }, true],
    ['was asked for a month', { effort_months: 1 }, false],
    ['was asked ever since', {}, false],
    ['avoids us', { effort_months: 0, contact: 'evasive' }, false],
    ['broke a promise', { effort_months: 0, broken_promises: 1 }, false],
    ['says why it does not pay', { effort_months: 0, cause: 'unwilling' }, false],
    ['refused what was offered', { effort_months: 0, settlement_refused: true }, false],
    ['was sent a letter', { effort_months: 0, lawyer_letter_sent: true }, false],
    ['may soon invoke the limitation', { ...NEARLY_OVER, effort_months: 0 }, false],
  ])('is sent no letter and offered nothing who %s: %#', async (_, facts, isClosed) => {
    for (const id of ['demand', 'plan', 'settle'])
      expect((await barsOf(id, { ...late, ...facts })).includes('ask_first'), id).toBe(isClosed);
  });

  test('is asked to pay in the ordinary way', async () => {
    expect((await ask({ ...CLAIM, ...late, effort_months: 0 })).recommendation.option).toBe('pursue');
  });
});

describe('the director of a company that gets instalments', () => {
  const short = { contact: 'responsive', cause: 'short_of_cash', options: 'plan' };
  const guarantor = { value: 500_000, written: true };

  test.each<[rule: string, facts: object, isAsked: boolean]>([
    ['it is short of cash', {}, true],
    ['it is not', { cause: undefined }, false],
    ['somebody else owes already', { guarantor }, false],
    ['the debtor is a person', { debtor_type: 'consumer' }, false],
    ['it offers the instalments itself', { plan: { instalments: 3, offered: true } }, false],
  ])('is asked for a guarantee where %s: %#', async (_, facts, isAsked) => {
    expect((await textOf({ ...short, ...facts })).includes('joint guarantee of its director')).toBe(isAsked);
  });
});

describe('who is still supplied', () => {
  const supplied = { contact: 'responsive', overdue_days: 130, stop_supply: { per_month: 500_000 } };

  test.each<[rule: string, facts: object, isTold: boolean]>([
    ['is chased in vain for months', {}, true],
    ['is hardly late', { overdue_days: 60 }, false],
    ['was chased for two months', { effort_months: 2 }, false],
    ['says why it does not pay', { dispute: 'partial' }, false],
  ])('is supplied on other terms, or no more, where it %s: %#', async (_, facts, isTold) => {
    expect((await warningsOf({ ...supplied, ...facts })).includes('stop_supply')).toBe(isTold);
  });

  test('is told first that deliveries stop, in whichever month that comes, where they were not to stop before', () => {
    const { sentences } = new Map<string, Option>(MEMBERS).get('stop_supply')!;
    const told = (overdue_days: number) =>
      VOICES.en.tell(sentences.step({ ...situationOf({ ...CLAIM, ...supplied, overdue_days }), month: 4 }, {}));
    expect(told(60)).toMatch(/^Tell the debtor in writing that deliveries stop/);
    expect(told(130)).toMatch(/^Deliveries stay stopped/);
  });
});

describe('others who owe', () => {
  const bankrupt = { insolvency: 'bankruptcy', claims_deadline: '2026-12-20', options: 'guarantor' };
  const reasonOf = async (facts: object) =>
    (await ask({ ...CLAIM, ...bankrupt, ...facts })).recommendation.reasons.find(
      ({ code }) => code === 'guarantor_suits',
    )?.text;

  test('are named for what they are', async () => {
    expect(await reasonOf({ guarantor: { value: 900_000, written: true } })).toMatch(/^What the guarantor must pay/);
    expect(await reasonOf({ other_debtors: [{ kind: 'joint_debtor', amount: 900_000 }] })).toMatch(
      /^What the joint debtor must pay/,
    );
  });

  test.each<[string, boolean]>([
    ['none', false],
    ['partial', true],
  ])('may raise what the debtor says: %s', async (dispute, isTold) => {
    const { recommendation } = await ask({
      ...CLAIM,
      dispute,
      contact: 'responsive',
      options: 'guarantor',
      guarantor: { value: 900_000, written: true, kind: 'individual' },
    });
    expect(recommendation.risks.some(({ text }) => text.includes('art. 457(2)'))).toBe(isTold);
  });
});

describe('what a claim brings', () => {
  const lateDay = { overdue_days: 20, received_on: '2026-08-01' };

  test.each<[rule: string, facts: object, words: RegExp]>([
    ['the one', { freelance_act: true }, /\(Act on[^;]*art\. 4\(2\); re-commissions/],
    ['the other', { subcontract_act: true }, /\([^;]*art\. 3\(2\); re-commissions/],
    ['both', { freelance_act: true, subcontract_act: true }, /art\. 4\(2\);.*art\. 3\(2\); re-commissions/],
  ])('the due day by law rests on %s act that applies', async (_, facts, words) => {
    expect(await warningOf('due_day_by_law', { ...lateDay, ...facts })).toMatch(words);
  });

  test.each<[string, RegExp]>([
    ['rent', /^Where we hold a deposit, give written notice that ¥1,500,000 of it is applied to the rent/],
    ['goods', /^Declare set-off of ¥1,500,000 by certified mail/],
  ])('a deposit is applied and not set off: %s', async (claim_kind, words) => {
    const offset = { payable: 2_000_000, payable_due_date: '2026-12-01' };
    expect(await textOf({ claim_kind, offset, options: 'offset' })).toMatch(words);
  });

  test.each<[rule: string, facts: object, isAsked: boolean]>([
    ['nothing was sent', {}, true],
    ['a demand was sent', { demand_sent: true }, false],
    ['a court has judged', { title: 'judgment', title_on: '2025-06-01', failed_attachments: 1 }, false],
  ])('a loss is booked on a record of demands: %s', async (_, facts, isAsked) => {
    const gone = { overdue_days: 700, contact: 'unreachable', continuing_dealings: true, tax_rate: '30%' };
    const { plan = [] } = (await ask({ ...CLAIM, ...gone, amount: 20_000, options: 'write_off', ...facts }))
      .recommendation;
    const text = plan.find(({ option }) => option === 'write_off')?.text ?? '';
    expect(text).toContain('book the loss');
    expect(text.includes('first demand payment once in writing')).toBe(isAsked);
  });
});
