// Legs, court routes and orders of means under a title against what is written of them (plain_procedures.ts), for claims on which each rule
// shows: legs by integrals, orders kind by kind, routes with all that may follow.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Assumptions, assume, DEFAULTS } from '../src/assumptions/values.ts';
import { board } from '../src/decision/programme/moves.ts';
import { solveBoard } from '../src/decision/programme/programme.ts';
import { ORDERS, type OrderName, ordersFor } from '../src/options/court/title_means.ts';
import type { State } from '../src/options/option.ts';
import { legChances, type Pressure } from '../src/options/parts/leg.ts';
import { addDays } from '../src/values/day.ts';
import { money } from '../src/values/money.ts';
import { AS_OF, optionNamed, type Setting, settingOf } from './golden_cases.ts';
import { PlainProcedures, plainLeg, type Route } from './plain_procedures.ts';
import { KINDS, sum, type Vector } from './plain_steps.ts';
import { tries } from './tries.ts';

type Stated = Parameters<typeof settingOf>[0];
const BASE = { amount: 400_000, overdue_days: 122, contact: 'evasive', evidence: 'strong', tdb_score: 50 } as const;

const PRESSURES: readonly Pressure[] = ['procedure', 'title', 'expired_title'];
const lengths = fc.double({ min: 0, max: 24, noNaN: true });

describe('a leg: months between two events of a procedure', () => {
  const { c } = settingOf(BASE);

  test.each(PRESSURES)('%s: chances are the integrals of competing hazards', (pressure) => {
    for (const months of [0.4, 1, 2.5, 12]) {
      const { paid, failed, arrives, turned } = legChances(c, months, pressure);
      for (const k of KINDS) {
        const plain = plainLeg(c, k, months, pressure);
        expect(paid[k]).toBeCloseTo(plain.paid, 10);
        expect(failed[k]).toBeCloseTo(plain.failed, 10);
        expect(arrives[k]).toBeCloseTo(plain.arrives, 12);
        expect(turned[k]).toBeCloseTo(plain.turned, 12);
      }
    }
  });

  test('whatever its length and what presses, everybody pays, fails or arrives, and who is insolvent stays so', () => {
    fc.assert(
      fc.property(lengths, fc.constantFrom(...PRESSURES), (months, pressure) => {
        const { paid, failed, arrives, turned } = legChances(c, months, pressure);
        for (const k of KINDS) {
          expect(paid[k]! + failed[k]! + arrives[k]!).toBeCloseTo(1, 12);
          for (const chance of [paid[k]!, failed[k]!, arrives[k]!, turned[k]!])
            expect(chance >= 0 && chance <= 1).toBe(true);
        }
        expect(turned[4]).toBe(0);
      }),
      { numRuns: tries(50, 2_000) },
    );
  });

  test.each(PRESSURES)('%s: in no months nothing happens', (pressure) => {
    expect(legChances(c, 0, pressure)).toEqual({
      paid: [0, 0, 0, 0, 0],
      failed: [0, 0, 0, 0, 0],
      arrives: [1, 1, 1, 1, 1],
      turned: [0, 0, 0, 0, 0],
    });
  });

  test('two legs one after the other are one as long as both', () => {
    fc.assert(
      fc.property(lengths, lengths, fc.constantFrom(...PRESSURES), (first, second, pressure) => {
        const [a, b, both] = [first, second, first + second].map((months) => legChances(c, months, pressure));
        for (const k of KINDS) {
          expect(a!.arrives[k]! * b!.arrives[k]!).toBeCloseTo(both!.arrives[k]!, 12);
          expect(a!.paid[k]! + a!.arrives[k]! * b!.paid[k]!).toBeCloseTo(both!.paid[k]!, 12);
          expect(a!.failed[k]! + a!.arrives[k]! * b!.failed[k]!).toBeCloseTo(both!.failed[k]!, 12);
          expect((1 - a!.turned[k]!) * (1 - b!.turned[k]!)).toBeCloseTo(1 - both!.turned[k]!, 12);
        }
      }),
      { numRuns: tries(50, 2_000) },
    );
  });

  test('who cannot be reached pays less by itself while a procedure runs, and when pressed with a title', () => {
    const lost = settingOf({ ...BASE, contact: 'unreachable' }).c;
    for (const k of KINDS) {
      expect(legChances(lost, 2, 'procedure').paid[k]).toBeLessThan(legChances(c, 2, 'procedure').paid[k]!);
      expect(legChances(lost, 2, 'title').paid[k]).toBeLessThan(legChances(c, 2, 'title').paid[k]!);
    }
  });
});

/** The claim after a judgment that was not paid. */
const titled = (state: State, more: Partial<State> = {}): State => ({
  ...state,
  standing: 'title',
  enforceable: true,
  acknowledged: true,
  limitation: Number.POSITIVE_INFINITY,
  ...more,
});

/** What the engine says of one order for weights. */
function engineOrder({ c }: Setting, state: State, order: OrderName, weights: Vector): number {
  const moves = [{ option: optionNamed('enforce'), terms: { order } }];
  const [first] = solveBoard(board(c, moves), { weights, state, months: 0 }).first;
  return first!.value;
}

const only = (kind: number): Vector => KINDS.map((k) => (k === kind ? 1 : 0));
const ALL: Vector = [1, 1, 1, 1, 1];

interface Titled {
  readonly title: string;
  readonly fields: Stated;
  readonly more?: Partial<State>;
}
const TITLED: readonly Titled[] = [
  { title: 'assets unknown', fields: BASE },
  { title: 'assets partly known', fields: { ...BASE, assets: 'partly' } },
  {
    title: 'assets known, older, counsel',
    fields: { ...BASE, amount: 2_600_000, overdue_days: 500, assets: 'known' },
    more: { counsel: true },
  },
  { title: 'assets were sought in vain', fields: { ...BASE, assets: 'none_found' } },
  { title: 'two attachments took nothing', fields: { ...BASE, failed_attachments: 2 } },
  { title: 'security for a part', fields: { ...BASE, security_value: money(150_000) } },
  { title: 'security for more than half', fields: { ...BASE, security_value: money(330_000) } },
  { title: 'security for all', fields: { ...BASE, security_value: money(900_000) } },
  { title: 'a judgment for a part', fields: BASE, more: { share: [1, 1, 1, 0.6, 1] } },
  { title: 'on the day it is due', fields: { ...BASE, overdue_days: 0 } },
];

describe('orders of means under a title', () => {
  test.each(TITLED)('$title: each order is worth to each kind what is written of it', ({ fields, more }) => {
    const setting = settingOf(fields);
    const state = titled(setting.state, more);
    const plain = new PlainProcedures(setting.c, state);
    for (const [name, { means }] of Object.entries(ORDERS))
      for (const k of KINDS) {
        const arrival = { month: 0, weights: only(k), share: state.share ?? ALL, counsel: state.counsel };
        const engine = engineOrder(setting, state, name as OrderName, only(k));
        expect(Math.abs(engine - plain.order(means, arrival)), `${name}, kind ${k}`).toBeLessThan(1e-5);
      }
  });

  test('a title that is new is announced first', () => {
    const setting = settingOf({ ...BASE, title: 'judgment', title_on: AS_OF });
    const plain = new PlainProcedures(setting.c, setting.state);
    for (const [name, { means }] of Object.entries(ORDERS)) {
      const arrival = { month: 0, weights: setting.weights, share: ALL, counsel: false };
      const engine = engineOrder(setting, setting.state, name as OrderName, setting.weights);
      expect(Math.abs(engine - plain.order(['announce', ...means], arrival)), name).toBeLessThan(1e-5);
    }
  });

  test('a title that the debtor has known for a year is not announced, and an attachment is supposed to have failed', () => {
    const setting = settingOf({ ...BASE, title: 'judgment', title_on: addDays(AS_OF, -365) });
    const plain = new PlainProcedures(setting.c, setting.state);
    for (const [name, { means }] of Object.entries(ORDERS)) {
      const arrival = { month: 0, weights: setting.weights, share: ALL, counsel: false };
      const engine = engineOrder(setting, setting.state, name as OrderName, setting.weights);
      expect(Math.abs(engine - plain.order(means, arrival)), name).toBeLessThan(1e-5);
    }
  });

  test('of a title whose limitation period has run, only those who do not invoke that let anything happen', () => {
    const setting = settingOf({ amount: 400_000, due_date: '2010-01-31', title: 'judgment', title_on: '2016-05-31' });
    expect(setting.c.facts.limitation.status).toBe('expired_invocable');
    const plain = new PlainProcedures(setting.c, setting.state, true);
    for (const [name, { means }] of Object.entries(ORDERS)) {
      const arrival = { month: 0, weights: setting.weights, share: ALL, counsel: false };
      const engine = engineOrder(setting, setting.state, name as OrderName, setting.weights);
      expect(Math.abs(engine - plain.order(means, arrival)), name).toBeLessThan(1e-5);
    }
  });

  const at = (fields: Partial<Stated>, order: OrderName, a: Assumptions = DEFAULTS): number => {
    const setting = settingOf({ ...BASE, ...fields }, {}, { a });
    return engineOrder(setting, titled(setting.state), order, [0, 0, 1, 0, 0]);
  };

  test('nothing is to be found out where the assets are known, or where there is nobody to ask', () => {
    const names = (fields: Partial<Stated>, more: object = {}) => {
      const { c } = settingOf({ ...BASE, ...fields });
      return ordersFor({ ...c, tariff: { ...c.tariff, ...more } });
    };
    const usual = Object.keys(ORDERS).filter((name) => name !== 'find_out_agree');
    const without = usual.filter((name) => name !== 'find_out');
    for (const assets of ['unknown', 'partly', 'none_found'] as const) expect(names({ assets }), assets).toEqual(usual);
    expect(names({ assets: 'known' })).toEqual(without);
    expect(names({ assets: 'unknown' }, { asset_information: null })).toEqual(without);
  });

  test.each<[rule: string, fields: Partial<Stated>, instalments: boolean, after: boolean]>([
    ['nothing has failed yet', { contact: 'responsive' }, true, false],
    [
      'an attachment took nothing, and the debtor answers',
      { contact: 'responsive', failed_attachments: 1 },
      true,
      true,
    ],
    [
      'an attachment took nothing, and the debtor avoids us',
      { contact: 'evasive', failed_attachments: 1 },
      false,
      true,
    ],
    ['it did, and what there is is known', { contact: 'evasive', failed_attachments: 1, assets: 'known' }, true, false],
    ['nobody can be reached', { contact: 'unreachable', failed_attachments: 1 }, false, false],
  ])('instalments are agreed at once, or after what there is was asked for: %s', (_, fields, instalments, after) => {
    const { c } = settingOf({ ...BASE, title: 'judgment', title_on: addDays(AS_OF, -200), ...fields });
    const names = ordersFor(c);
    expect([names.includes('instalments'), names.includes('find_out_agree')]).toEqual([instalments, after]);
  });

  test('assets sought in vain are worth less than unknown ones, and these less than such as are known', () => {
    const values = (['none_found', 'unknown', 'partly', 'known'] as const).map((assets) => at({ assets }, 'attach'));
    for (const [i, value] of values.slice(1).entries()) expect(value).toBeGreaterThan(values[i]!);
  });

  test('every attachment that took nothing makes the next one worth less, and after five there is nothing more to learn', () => {
    const values = [0, 1, 2, 3, 4, 5, 6].map((failed_attachments) => at({ failed_attachments }, 'attach'));
    for (const [i, value] of values.slice(1, 6).entries()) expect(value).toBeLessThan(values[i]!);
    expect(values[6]).toBe(values[5]);
  });

  test('the months after an attachment that took nothing raise the hope of the next one, and none do where nothing is renewed', () => {
    const renewed = (renewal: number) => at({}, 'attach_again', assume({ 'enforce.renewal': renewal }));
    expect(renewed(0.6)).toBeGreaterThan(renewed(0.3));
    expect(renewed(0.3)).toBeGreaterThan(renewed(0));
    expect(at({}, 'attach', assume({ 'enforce.renewal': 1 }))).toBe(at({}, 'attach', assume({ 'enforce.renewal': 0 })));
  });

  test('what there is to take goes with the months past due', () => {
    expect(at({ overdue_days: 400 }, 'attach')).toBeLessThan(at({ overdue_days: 100 }, 'attach'));
    const kept = assume(
      Object.fromEntries(
        ['slow', 'unwilling', 'constrained', 'disputing', 'insolvent'].map((kind) => [`enforce.fades.${kind}`, 0]),
      ),
    );
    const free = { ...kept, money: { ...kept.money, interest_paid_in_court: 0 } };
    expect(at({ overdue_days: 400 }, 'attach', free)).toBeCloseTo(at({ overdue_days: 100 }, 'attach', free), 6);
  });

  test('security is realised once, however often is attached', () => {
    const secured = { security_value: money(399_999), amount: 400_000 };
    for (const name of Object.keys(ORDERS) as OrderName[]) expect(at(secured, name)).toBeLessThanOrEqual(400_000);
  });
});

const ROUTES: readonly (readonly [route: Route, terms: object])[] = [
  ['payment_order', { if_opposed: 'sue' }],
  ['payment_order', { if_opposed: 'drop' }],
  ['small_claims', {}],
  ['suit', {}],
];
const CLAIMS: readonly (readonly [title: string, fields: Stated])[] = [
  ['an evader with strong papers', BASE],
  ['disputed in part, medium papers', { ...BASE, dispute: 'partial', evidence: 'medium' }],
  ['disputed in full, weak papers', { ...BASE, dispute: 'full', evidence: 'weak', contact: 'responsive' }],
  ['unreachable, assets known', { ...BASE, contact: 'unreachable', assets: 'known' }],
  ['over the limits, with counsel', { ...BASE, amount: 2_600_000, assets: 'partly' }],
  ['with a lawyer over a small amount', { ...BASE, lawyer: 'yes' }],
  ['secured', { ...BASE, security_value: money(150_000) }],
];

describe('court routes', () => {
  test.each(CLAIMS)(
    '%s: each route is worth what is written of it, with the best order after every title',
    (_, fields) => {
      const setting = settingOf(fields);
      const { c, weights } = setting;
      for (const acknowledged of [false, true]) {
        const state = { ...setting.state, acknowledged };
        const s = { ...c, state, month: 0 };
        const enforce = optionNamed('enforce');
        const orders = enforce.variants(s) as readonly { readonly order: OrderName }[];
        const after = [
          ...orders.map((terms) => ({ option: enforce, terms })),
          { option: optionNamed('wait'), terms: {} },
        ];
        for (const [route, terms] of ROUTES) {
          const option = optionNamed(route);
          if (option.bars(s).length > 0) continue;
          const solution = solveBoard(board(c, [{ option, terms }, ...after]), { weights, state, months: 0 });
          const engine = solution.first.find(({ move }) => move.option === option)!;
          const means = orders.map(({ order }) => ORDERS[order].means);
          const lost = (option.prospect(s, terms).relationship ?? 0) * relationship(setting);
          const drops = 'if_opposed' in terms && terms.if_opposed === 'drop';
          const plain = new PlainProcedures(c, state, false, drops).route(route, weights, means) - lost;
          const title = `${route} ${JSON.stringify(terms)}, acknowledged ${acknowledged}`;
          expect(Math.abs(engine.value - plain), title).toBeLessThan(1e-4);
        }
      }
    },
  );
});

const relationship = ({ c, weights }: Setting): number =>
  c.facts.margin_per_year *
  c.facts.relationship_years *
  sum(KINDS.map((k) => weights[k]! * c.a.relationship.weight[k]!));
