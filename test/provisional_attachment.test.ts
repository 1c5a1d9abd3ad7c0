// Provisional attachment as a term of a suit: where it is open, what it costs, what it keeps and presses out, and that it is taken by value.

import { describe, expect, test } from 'vitest';
import type { Event, Flow, Option, Situation } from '../src/options/option.ts';
import type { Report } from '../src/report/answer.ts';
import { ask } from './asking.ts';
import { OPTIONS, situationOf } from './situations.ts';

const CLAIM = { amount: 1_250_000, overdue_days: 120, contact: 'evasive', evidence: 'strong', broken_promises: 2 };
const DEPOSIT = { object: 'bank_deposit', value: 1_000_000 };

const suit = OPTIONS.find(({ id }) => id === 'suit')! as Option<{ secure: boolean }>;
const canBeSecured = (claim: object): boolean =>
  suit.variants(situationOf({ ...CLAIM, ...claim })).some(({ secure }) => secure);
const worthOf = (report: Report, id: string): number =>
  Number(report.options.find((option) => option.id === id)!.net_value);

const eventOf = (s: Situation, secure: boolean): Event => suit.prospect(s, { secure }).event;
const inside = (event: Event, id: string): Event | undefined =>
  event.id === id
    ? event
    : (event.next ?? []).map((fork) => inside(fork.event, id)).find((found) => found !== undefined);
const paid = (flows: readonly Flow[] | undefined): number =>
  (flows ?? []).reduce((sum, { external = 0 }) => sum + external, 0);

/** What is paid at once, and for the locked security, more than without securing. */
function costs(claim: object): { now: number; locked: number } {
  const s = situationOf({ ...CLAIM, assets: 'known', ...claim });
  const [without, secured] = [eventOf(s, false), eventOf(s, true)];
  return { now: paid(secured.flows) - paid(without.flows), locked: paid(inside(secured, 'frozen')!.flows) };
}

describe('where a suit can be secured', () => {
  test.each([
    ['assets are known', { assets: 'known' }, true],
    ['assets are known in part, and an object is named', { assets: 'partly', provisional_attachment: DEPOSIT }, true],
    ['assets are known in part', { assets: 'partly' }, false],
    ['nothing is known', {}, false],
    ['a title is in hand', { assets: 'known', title: 'judgment' }, false],
    ['the debtor is bankrupt', { assets: 'known', insolvency: 'bankruptcy' }, false],
    ['payments are suspended', { assets: 'known', insolvency: 'payment_suspended' }, false],
    ['the debtor is abroad', { assets: 'known', debtor_country: 'US', court_here: true }, false],
    ['the debtor is abroad with assets here', { assets: 'known', debtor_country: 'US', assets_here: true }, true],
  ])('%s', (_, claim, open) => {
    expect(canBeSecured(claim)).toBe(open);
  });
});

describe('what securing costs', () => {
  test('the fee of the petition, and the interest on the security until the title is enforced', () => {
    const { now, locked } = costs({ lawyer: 'no', provisional_attachment: DEPOSIT });
    expect(now).toBe(2_000);
    // A quarter of 1,000,000 yen at 6 % for 5.5 + 1 + 2.5 months.
    expect(locked).toBeCloseTo(250_000 * 0.06 * (9 / 12), 6);
  });

  test('security for movables is a share of the claim, whatever they are worth', () => {
    const { locked } = costs({ lawyer: 'no', provisional_attachment: { object: 'movables', value: 300_000 } });
    expect(locked).toBeCloseTo(0.25 * 1_250_000 * 0.06 * (9 / 12), 6);
  });

  test('real estate bears the tax of its registration, 0.4 % of the claim', () => {
    expect(costs({ lawyer: 'no', provisional_attachment: { object: 'real_estate', value: 900_000 } }).now).toBe(
      2_000 + 5_000,
    );
  });

  test('counsel takes half a retainer for it', () => {
    const s = situationOf({ ...CLAIM, assets: 'known', lawyer: 'yes' });
    const { now } = costs({ lawyer: 'yes', provisional_attachment: DEPOSIT });
    expect(now).toBe(2_000 + s.tariff.retainer(1_250_000) / 2);
  });

  test('a bill needs less security', () => {
    const of = (claim_kind: string) => costs({ claim_kind, lawyer: 'no', provisional_attachment: DEPOSIT }).locked;
    expect(of('bill')).toBeCloseTo((of('goods') * 0.175) / 0.25, 6);
  });
});

describe('what securing brings', () => {
  const frozenChance = (claim: object) =>
    eventOf(situationOf({ ...CLAIM, assets: 'known', ...claim }), true).next!.map(({ chance }) => chance);

  test('what is frozen is found more often than what is attached after a judgment, the most with an evader', () => {
    const [hits, misses] = frozenChance({});
    const { success } = situationOf(CLAIM).a.enforce;
    const gained = hits!.map((chance, k) => chance - success.known[k]!);
    for (const gain of gained) expect(gain).toBeGreaterThanOrEqual(-0.1);
    expect(gained[1]).toBeGreaterThan(gained[0]!);
    for (const [k, chance] of hits!.entries()) expect(chance + misses![k]!).toBeCloseTo(1, 12);
  });

  test('what stands in a register is frozen for certain where its value is told, an account is not', () => {
    const hits = (provisional_attachment: object) => frozenChance({ provisional_attachment })[0]!;
    expect([...hits({ object: 'real_estate', value: 900_000 })]).toEqual([1, 1, 1, 1, 1]);
    expect(Math.max(...hits({ object: 'real_estate' }))).toBeLessThan(1);
    expect(Math.max(...hits({ object: 'bank_deposit', value: 900_000 }))).toBeLessThan(1);
    expect(Math.max(...hits({ value: 900_000 }))).toBeLessThan(1);
  });

  test('who avoids us and has land worth the claim is sued with the land frozen, and not offered a large discount before', async () => {
    const land = {
      ...CLAIM,
      amount: 120_000_000,
      contact: 'evasive',
      evidence: 'strong',
      broken_promises: 2,
      assets: 'known',
    };
    const first = async (object: string) =>
      (await ask({ ...land, provisional_attachment: { object, value: 200_000_000 } })).recommendation.plan!.map(
        ({ option }) => option,
      );
    expect(await first('real_estate')).toContain('suit');
    expect(await first('real_estate')).not.toContain('settle');
    expect(await first('bank_deposit')).not.toContain('suit');
  });

  test('an evader with a known account is sued with its account frozen first; one without is not', async () => {
    const frozen = await ask({
      ...CLAIM,
      amount: 6_000_000,
      assets: 'known',
      provisional_attachment: { value: 6_000_000 },
    });
    expect(frozen.options.find(({ id }) => id === 'suit')!.terms).toMatchObject({ secure: true });
    const small = await ask({ ...CLAIM, amount: 60_000, assets: 'known', provisional_attachment: { value: 20_000 } });
    expect(small.options.find(({ id }) => id === 'suit')!.terms).toMatchObject({ secure: false });
  });

  test('it is never worth less to know what could be frozen, and a more valuable object is worth more', async () => {
    const at = async (value: number) =>
      worthOf(await ask({ ...CLAIM, amount: 6_000_000, assets: 'known', provisional_attachment: { value } }), 'suit');
    const [small, large] = [await at(500_000), await at(6_000_000)];
    expect(large).toBeGreaterThan(small);
    const partly = { ...CLAIM, amount: 6_000_000, assets: 'partly' };
    const named = worthOf(await ask({ ...partly, provisional_attachment: { value: 3_000_000 } }), 'suit');
    expect(named).toBeGreaterThanOrEqual(worthOf(await ask(partly), 'suit'));
  });

  test('it falls with insolvency: what fails meanwhile fails as without it', () => {
    const s = situationOf({ ...CLAIM, assets: 'known' });
    const failing = (event: Event, k: number): number =>
      (event.next ?? []).reduce(
        (sum, { chance, event: then }) => sum + chance[k]! * (then.fails === undefined ? failing(then, k) : 1),
        0,
      );
    const weighed = inside(eventOf(s, true), 'stays_frozen')!;
    expect(failing(weighed, 1)).toBeCloseTo(failing(eventOf(s, false), 1), 12);
  });
});
