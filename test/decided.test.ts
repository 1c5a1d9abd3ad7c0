// What a decision starts from and what it says beside the best sequence, each said a second time: what a yen is worth in a month, which news
// reach the belief, how the claim stands, what is kept, which options are valued, what each is worth alone, and what a need of cash costs.

import { describe, expect, test } from 'vitest';
import { DEFAULTS } from '../src/assumptions/values.ts';
import { caseOf, overridesOf, settingOf, setUp } from '../src/decision/programme/case.ts';
import type { Decision } from '../src/decision/programme/decide.ts';
import { effortsEnd } from '../src/decision/programme/horizon.ts';
import type { Move } from '../src/decision/tree/family_tree.ts';
import type { Option } from '../src/options/option.ts';
import { enumerated } from './enumeration.ts';
import { CONSIDER, decisionOn, type Fields, jp, OPTIONS, read } from './receivables.ts';

const CLAIM = { amount: 1_500_000, overdue_days: 60 };
const NEED = { cash_needed_by: '2027-02-21', bridge_rate: '30%' };

const setUpOn = (fields: Fields) => {
  const { claim, terms, assumptions } = read(fields);
  return setUp({ claim, terms, overrides: assumptions, options: OPTIONS, consider: CONSIDER, law: jp });
};
const settingOn = (fields: Fields) => settingOf(setUpOn(fields));

describe('a yen in a month', () => {
  test('is discounted by the yearly rate, and by the bridge rate for the months after the day on which cash is needed', () => {
    const [calm, hurried] = [setUpOn(CLAIM), setUpOn({ ...CLAIM, ...NEED })];
    const yearly = (rate: number, months: number) => (1 + rate) ** (-months / 12);
    const rate = DEFAULTS.money.discount_rate;
    const needed = hurried.facts.liquidity!.months;
    expect(needed).toBeCloseTo(3, 0);
    for (const months of [0, 1, needed, needed + 1, 24]) {
      expect(calm.discount(months)).toBeCloseTo(yearly(rate, months), 12);
      const later = Math.max(0, months - needed);
      expect(hurried.discount(months)).toBeCloseTo(yearly(rate, months - later) * yearly(0.3, later), 12);
    }
  });

  test('and an hour cost what the caller says instead of what is assumed', () => {
    const { claim, assumptions } = read({ ...CLAIM, discount_rate: '8%', staff_rate: 4_000 });
    expect(overridesOf({ claim, overrides: { ...assumptions, 'plan.offer_cost': 7 } })).toEqual({
      'money.discount_rate': 0.08,
      'money.staff_rate': 4_000,
      'plan.offer_cost': 7,
    });
    expect(overridesOf({ claim: read(CLAIM).claim, overrides: {} })).toEqual({});
    expect(setUpOn({ ...CLAIM, discount_rate: '8%', staff_rate: 4_000 }).a.money).toMatchObject({
      discount_rate: 0.08,
      staff_rate: 4_000,
    });
  });
});

describe('what is known of a claim', () => {
  const TITLED = { title: 'judgment', title_on: '2026-01-10', overdue_days: 400 };
  test.each<[title: string, without: Fields, told: Fields]>([
    ['how long it is overdue', {}, { overdue_days: 400 }],
    ['for how long it was chased', { overdue_days: 200 }, { overdue_days: 200, effort_months: 1 }],
    ['a probability of failure', {}, { pd: 0.3 }],
    ['proceedings', {}, { insolvency: 'bankruptcy' }],
    ['how the debtor answers', {}, { contact: 'evasive' }],
    ['a demand that brought nothing', {}, { demand_sent: true }],
    ["a lawyer's letter that brought nothing", { demand_sent: true }, { demand_sent: true, lawyer_letter_sent: true }],
    ['instalments that were refused', {}, { plan_refused: true }],
    ['a discount that was refused', {}, { settlement_refused: true }],
    ['a stage of a procedure', {}, { procedure: { kind: 'suit', stage: 'served' } }],
    ['a title that was not paid', { overdue_days: 400 }, TITLED],
  ])('moves the belief about the debtor: %s', (_, without, told) => {
    const [before, after] = [without, told].map((more) => settingOn({ ...CLAIM, ...more }).belief.weights);
    expect(after).not.toEqual(before);
    expect(after!.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
  });

  test.each<[title: string, told: Fields, state: object]>([
    [
      'nothing but the sum',
      {},
      { balance: 1_500_000, share: null, standing: 'fresh', enforceable: false, acknowledged: false, counsel: false },
    ],
    ['a title', TITLED, { standing: 'title', enforceable: true }],
    ['a title that is none', { title: 'none' }, { standing: 'fresh', enforceable: false }],
    ['an acknowledgment', { acknowledged: true }, { acknowledged: true }],
    ['none', { acknowledged: false }, { acknowledged: false }],
    ['a lawyer', { lawyer: 'yes' }, { counsel: true }],
    ['no lawyer', { lawyer: 'no' }, { counsel: false }],
    ['a lawyer who represents us', { representation: 'lawyer' }, { counsel: true }],
    ['a scrivener who does', { representation: 'scrivener' }, { counsel: false }],
  ])('is how it stands today: %s', (_, told, state) => {
    const setting = settingOn({ ...CLAIM, ...told });
    expect(setting.state).toMatchObject({ used: '', fee_paid: 0, ...state });
    expect(setting.state.limitation).toBe(setting.case.facts.limitation_months);
  });

  test('is worked out once for each question about it, and anew for another case', () => {
    const c = setUpOn(CLAIM);
    let asked = 0;
    const count = (_: unknown, ...given: readonly (string | number | boolean)[]) => `${++asked}: ${given.join('+')}`;
    const again = (_: unknown) => ++asked;
    expect([c.once(count), c.once(count), c.once(count, 1), c.once(count, 1), c.once(count, 2)]).toEqual([
      '1: ',
      '1: ',
      '2: 1',
      '2: 1',
      '3: 2',
    ]);
    expect([c.once(count, 1, true), c.once(count, 1, true), c.once(count, 1, false)]).toEqual([
      '4: 1+true',
      '4: 1+true',
      '5: 1+false',
    ]);
    expect([c.once(again), c.once(again), caseOf(c).once(again)]).toEqual([6, 6, 7]);
    expect(c.once((own) => own)).toBe(c);
  });
});

describe('the options of a decision', () => {
  test('are those to consider and waiting, with which all are compared; of the others it is said that they were left out', () => {
    const { open, closed } = decisionOn(CLAIM, {}, new Set(['pursue', 'suit', 'enforce', 'offset']));
    expect(open.map(({ option }) => option.id).sort()).toEqual(['pursue', 'suit', 'wait']);
    const why = Object.fromEntries(
      closed.map(({ option, bars, needs }) => [option.id, [bars.map((b) => b.code), needs]]),
    );
    expect(why.enforce).toEqual([['no_title'], []]);
    expect(why.offset).toEqual([[], ['offset.payable']]);
    expect(why.demand).toEqual([['not_considered'], []]);
    expect(why.return_goods).toEqual([['not_considered'], []]);
    expect(open.length + closed.length).toBe(OPTIONS.length);
  });

  test('that are barred say why and ask for nothing', () => {
    const { closed } = decisionOn({ ...CLAIM, claim_kind: 'services', insolvency: 'bankruptcy' });
    expect(closed.length).toBeGreaterThan(10);
    for (const { option, bars, needs } of closed) expect(bars.length > 0, option.id).toBe(needs.length === 0);
  });

  test.each<[title: string, fields: Fields]>([
    ['a trade claim', { ...CLAIM, margin_per_year: 300_000 }],
    ['one with a deed and goods', { ...CLAIM, return_goods: { value: 300_000, consent: true } }],
    ['one of which a part can be set off', { ...CLAIM, tax_rate: 0.3, offset: { payable: 500_000 } }],
    ['one not due yet', { ...CLAIM, overdue_days: -20, factor: { fee_rate: '5%', recourse: true } }],
  ])(
    'are worth alone what they are worth where nothing but waiting, and what belongs to them, may follow: %s',
    (_, fields) => {
      const { open, case: c, situation, belief } = decisionOn(fields);
      const setting = { c, state: situation.state, weights: belief.weights };
      const movesOf = (which: (option: Option) => boolean): Move[] =>
        OPTIONS.filter(which).flatMap((one) => one.variants(situation).map((its) => ({ option: one, terms: its })));
      const waiting = movesOf(({ baseline }) => baseline === true);
      const ways = movesOf(({ follows }) => !follows.includes('fresh'));
      // It goes on while an offer is considered.
      const ordinary = movesOf((one) => one.ordinary === true);
      let met = 0;
      for (const { option, terms, alone, value, valued } of open) {
        if (option.shape === 'exit') {
          expect(alone, option.id).toBe(value);
          continue;
        }
        expect(alone, option.id).toBeLessThanOrEqual(value + 1e-6);
        // Of efforts only pursuit is decided exactly (docs/model.md 8).
        if (option.shape === 'effort' && !option.ordinary) continue;
        met++;
        const beside = option.shape === 'offer' ? [...ways, ...ordinary] : [];
        const moves = [{ option, terms }, ...waiting, ...beside];
        const months = { effort: effortsEnd(c.facts), offer: valued.to?.month ?? 0, reduction: 0 }[option.shape];
        const exact = enumerated(setting, { c, moves, months, remembered: new Map() });
        expect(alone, option.id).toBeCloseTo(exact.get(option.id)!, 3);
      }
      expect(met).toBeGreaterThan(0);
    },
  );
});

describe('what a need of cash costs', () => {
  test('is what a step without choices loses against the same claim without the need; nothing where there is none', () => {
    const fields = { ...CLAIM, sell: { offer: 400_000, buyer: 'lawful_buyer' } };
    const [calm, hurried] = [decisionOn(fields), decisionOn({ ...fields, ...NEED })];
    const of = (decision: Decision, id: string) => decision.open.find(({ option }) => option.id === id)!;
    for (const { option, liquidityCost } of calm.open) expect(liquidityCost, option.id).toBe(0);
    for (const id of ['wait', 'sell'])
      expect(of(hurried, id).liquidityCost, id).toBeCloseTo(of(hurried, id).value - of(calm, id).value, 4);
    expect(of(hurried, 'sell').liquidityCost).toBeCloseTo(0, 6);
    expect(of(hurried, 'wait').liquidityCost).toBeLessThan(-1_000);
    expect(of(hurried, 'pursue').liquidityCost).toBeLessThan(-1_000);
  });
});

describe('tax', () => {
  test('gives back the consumption tax in a loss that is booked and its share of the rest, months later', () => {
    const worth = (fields: Fields) => {
      const decision = decisionOn({ ...CLAIM, overdue_days: 500, dealings_stopped_on: '2025-06-01', ...fields });
      const { case: c, open } = decision;
      return {
        value: open.find(({ option }) => option.id === 'write_off')!.value,
        later: c.discount(c.a.tax.lag_months),
      };
    };
    const back = (fields: Fields, share: number) => {
      const { value, later } = worth(fields);
      expect(value).toBeCloseTo(1_500_000 * share * later, 4);
    };
    back({}, 0);
    back({ tax_rate: 0.34 }, 0.34);
    back({ consumption_tax_rate: '10%' }, 0.1 / 1.1);
    back({ tax_rate: 0.34, consumption_tax_rate: '10%' }, 0.34 / 1.1 + 0.1 / 1.1);
  });
});
