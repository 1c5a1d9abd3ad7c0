// Preferences beside the expected value: aversion to risk re-orders the options and says so; a need of cash stands as a line of its own.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certaintyEquivalent } from '../src/decision/programme/spread.ts';
import type { Report } from '../src/report/answer.ts';
import { ask } from './asking.ts';
import { scenario } from './judging.ts';

const open = ({ options }: Report) => options.filter(({ status }) => status === 'open');

describe('the certainty equivalent', () => {
  test('of two equal chances of 0 and 1 under aversion 1 it is −ln((1 + 1/e)/2)', () => {
    expect(certaintyEquivalent(Float64Array.of(0, 1), Float64Array.of(0.5, 0.5), 1)).toBeCloseTo(
      -Math.log((1 + Math.exp(-1)) / 2),
      12,
    );
  });

  test('lies between the worst outcome and the mean, falls with aversion, and moves with a sum that is added to every outcome', () => {
    const outcomes = fc.array(fc.integer({ min: -1_000_000, max: 9_000_000 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(outcomes, fc.double({ min: 0.1, max: 8, noNaN: true }), (values, aversion) => {
        const chance = Float64Array.from(values, () => 1 / values.length);
        const gamma = aversion / 3_000_000;
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        const sure = certaintyEquivalent(Float64Array.from(values), chance, gamma);
        expect(sure).toBeLessThanOrEqual(mean + 1e-3);
        expect(sure).toBeGreaterThanOrEqual(Math.min(...values) - 1e-3);
        expect(certaintyEquivalent(Float64Array.from(values), chance, 2 * gamma)).toBeLessThanOrEqual(sure + 1e-3);
        const more = Float64Array.from(values, (value) => value + 500_000);
        expect(certaintyEquivalent(more, chance, gamma)).toBeCloseTo(sure + 500_000, 2);
      }),
      { numRuns: 200, seed: 20_261_121 },
    );
  });

  test('under any aversion it is a number: the worst outcome and what its chance adds', () => {
    const sure = certaintyEquivalent(Float64Array.of(5_000_000, 0), Float64Array.of(0.5, 0.5), 1);
    expect(sure).toBeCloseTo(Math.log(2), 9);
    const of = certaintyEquivalent(Float64Array.of(-2_000_000, 3_000_000), Float64Array.of(0.25, 0.75), 1);
    expect(of).toBeCloseTo(-2_000_000 + Math.log(4), 6);
  });

  test('nearly without aversion it is the mean', () => {
    expect(certaintyEquivalent(Float64Array.of(0, 100, 400), Float64Array.of(0.2, 0.5, 0.3), 1e-9)).toBeCloseTo(170, 2);
  });
});

describe('risk=averse', () => {
  test('orders by certainty equivalents, says what the order is not, and leaves every value as it is', async () => {
    const request = scenario('S10, a lawful buyer');
    const [neutral, averse] = [await ask(request), await ask({ ...request, risk: 'averse' })];
    const values = (report: Report) => Object.fromEntries(report.options.map(({ id, net_value }) => [id, net_value]));
    expect(values(averse)).toEqual(values(neutral));
    const sure = open(averse).map(({ certainty_equivalent }) => Number(certainty_equivalent));
    expect(sure).toEqual(sure.toSorted((a, b) => b - a));
    expect(averse.warnings.map(({ code }) => code)).toContain('risk_ranking');
    expect(averse.recommendation.reasons.map(({ code }) => code)).toContain('risk_averse');
    expect(averse.recommendation.headline).toMatch(/for certain/);
    for (const option of open(neutral)) expect(option.certainty_equivalent).toBeUndefined();
  });

  test('a file worth a little on average but nothing in the middle is sold for certain cash', async () => {
    const request = { ...scenario('S10, a lawful buyer') };
    const averse = await ask({ ...request, risk: 'averse' });
    expect(averse.recommendation.option).toBe('sell');
    const at = (report: Report, id: string) => Number(report.options.find((o) => o.id === id)!.certainty_equivalent);
    expect(at(averse, 'sell')).toBe(55_000);
    expect(at(averse, 'sell')).toBeGreaterThan(at(averse, 'wait'));
  });

  test('the aversion is an assumption that the caller may replace', async () => {
    const request = { ...scenario('S10, a lawful buyer'), risk: 'averse' };
    const sure = async (aversion: number) =>
      Number(
        (await ask({ ...request, assumptions: { 'risk.aversion': aversion } })).options.find(({ id }) => id === 'wait')!
          .certainty_equivalent,
      );
    expect(await sure(6)).toBeLessThan(await sure(3));
    expect(await sure(3)).toBeLessThan(await sure(0.01));
  });
});

describe('a need of cash', () => {
  const line = (report: Report, id: string, step: string) =>
    report.options.find((option) => option.id === id)?.bridge?.find((one) => one.step === step)?.amount;

  test('what bridging takes away stands in the bridge, apart from time value, and is what ending the need gives back', async () => {
    const request = scenario('S4:');
    const hurried = await ask(request);
    expect(line(hurried, 'factor', 'liquidity')).toBeUndefined();
    const taken = Number(line(hurried, 'pursue', 'liquidity'));
    expect(taken).toBeLessThan(-100_000);
    // The same policy valued without the need: here the first step and what follows it are the same.
    const { cash_needed_by: _, bridge_rate: __, ...calm } = request;
    const unhurried = await ask(calm);
    const net = (report: Report) => Number(report.options.find(({ id }) => id === 'pursue')!.net_value);
    expect(Math.abs(net(hurried) - taken - net(unhurried))).toBeLessThan(0.01 * 4_000_000);
    for (const { bridge } of open(hurried)) {
      const parts = bridge!.slice(0, -1).reduce((sum, { amount }) => sum + Number(amount), 0);
      expect(parts).toBe(Number(bridge!.at(-1)!.amount));
    }
  });

  test('without such a need there is no such line', async () => {
    expect(line(await ask(scenario('S4b')), 'pursue', 'liquidity')).toBeUndefined();
  });
});
