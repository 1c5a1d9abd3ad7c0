// How sure the answer is: the hundred and some fixed worlds against random ones, and what must hold in any world.
import { describe, expect, test } from 'vitest';
import { kronecker, matched, POINTS } from '../src/analysis/sampling.ts';
import { outlookOf, withSameTerms } from '../src/analysis/scenarios.ts';
import { together, type Uncertainty, uncertainty } from '../src/analysis/uncertainty.ts';
import { policyOf, policyValue } from '../src/decision/programme/policy.ts';
import { analysed } from './asking.ts';
import { SCENARIOS } from './cases/scenarios.ts';
import { judged, scenario } from './judging.ts';
import { COMPARED, NOISE, OF_CHANCE, OF_FACE, randomWorlds } from './random_worlds.ts';

/** Pairs of random worlds in this suite; the nightly run compares with 8,192 single ones. */
const PAIRS = 128;
/** Chances are stated to the nearest twentieth. */
const ROUNDED = 0.025;

describe('the fixed worlds of an answer against 256 random ones', () => {
  test.each(COMPARED)('%s mean, worth of knowing everything, and chances of being best', async (name) => {
    const { claim, recommendation, options, uncertainty: sure } = await analysed(scenario(name));
    const random = randomWorlds(judged(scenario(name)), PAIRS);
    const close = (stated: number, of: (found: Uncertainty) => number, allowed: number, what: string) => {
      const { mean, error } = random.figure(of);
      expect(Math.abs(stated - mean), what).toBeLessThan(allowed + NOISE * error);
    };
    const percent = Number(claim.principal) / 100;
    close(Number(sure!.perfect), ({ perfect }) => perfect, OF_FACE.perfect * percent, 'worth of knowing everything');
    const fares = ({ fares: all }: Uncertainty, id: string) => all.find((one) => one.id === id)!;
    const best = options.find(({ id }) => id === recommendation.option)!;
    close(Number(best.estimate!.mean), (found) => fares(found, best.id).mean, OF_FACE.mean * percent, 'mean');
    for (const { id, chance_best } of options)
      if (chance_best !== undefined)
        close(chance_best, (found) => fares(found, id).chance_best, OF_CHANCE + ROUNDED, id);
    for (const { id, chance_best } of sure!.groups)
      close(chance_best, ({ groups }) => groups.get(id) ?? 0, OF_CHANCE + ROUNDED, id);
  });
});

describe('the points', () => {
  test('matched points have mean 0, variance 1 and no correlation', () => {
    const points = matched(kronecker(40));
    expect(matched(kronecker(40))).toEqual(points);
    for (let i = 0; i < 40; i++) {
      expect(Math.abs(points.reduce((sum, point) => sum + point[i]!, 0))).toBeLessThan(1e-9);
      for (let j = 0; j <= i; j++) {
        const product = points.reduce((sum, point) => sum + point[i]! * point[j]!, 0) / POINTS;
        expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-9);
      }
    }
  });
});

describe('a policy followed in other worlds', () => {
  test.each(SCENARIOS)('in its own world it is worth what the programme says — $name', ({ request }) => {
    const { worlds } = judged(request);
    const { solution, belief } = worlds.decision;
    for (const first of solution.first)
      expect(policyValue(policyOf(solution, first), solution, belief.weights), first.move.option.id).toBeCloseTo(
        first.value,
        5,
      );
  });

  test.each(['S1:', 'S2:', 'S4b', 'S6:', 'S7:', 'S8:', 'S13'])(
    '%s in no world does a fixed policy beat the best one for that world',
    (name) => {
      const { worlds, variables } = judged(scenario(name));
      const uncertain = variables.filter((variable) => variable.uncertain);
      const points = kronecker(uncertain.length, 12);
      const drawn = withSameTerms(
        worlds,
        points.map((point) => together(uncertain, point)),
      );
      expect(drawn).toHaveLength(12);
      for (const { solution, weights } of drawn) {
        const best = outlookOf(solution).value;
        for (const { option, policy } of worlds.courses)
          expect(policyValue(policy, solution, weights), option.id).toBeLessThanOrEqual(best + 1e-6);
      }
    },
  );

  test.each(SCENARIOS)('chances sum to one, and nothing is worth less than nothing to know — $name', ({ request }) => {
    const { worlds, variables } = judged(request);
    const uncertain = variables.filter((variable) => variable.uncertain);
    const found = uncertainty(worlds, variables, kronecker(uncertain.length, 16));
    expect(found.fares.reduce((sum, { chance_best }) => sum + chance_best, 0)).toBeCloseTo(1, 9);
    expect(found.perfect).toBeGreaterThanOrEqual(0);
    for (const fare of found.fares) {
      expect(fare.chance_level).toBeGreaterThanOrEqual(fare.chance_best);
      expect(fare.p10).toBeLessThanOrEqual(fare.p50);
      expect(fare.p50).toBeLessThanOrEqual(fare.p90);
    }
  });

  test('an input with a range is uncertain, and without one it is not', () => {
    // In court alone, and with nothing else to follow, so that the range of the chance is not lost among other draws.
    const inCourt = { ...scenario('S12:'), dispute: 'partial', options: ['suit', 'wait'] };
    const certain = judged({ ...inCourt, litigate: { win_rate: 0.7 } });
    const ranged = judged({ ...inCourt, litigate: { win_rate: { mean: 0.7, low: 0.3, high: 0.95 } } });
    const uncertainIn = ({ variables }: typeof certain) =>
      variables.filter(({ uncertain }) => uncertain).map(({ id }) => id);
    expect(uncertainIn(certain)).not.toContain('litigate.win_rate');
    expect(uncertainIn(ranged)).toContain('litigate.win_rate');
    const spread = ({ worlds, variables }: typeof certain) => {
      const d = variables.filter(({ uncertain }) => uncertain).length;
      const { fares } = uncertainty(worlds, variables, matched(kronecker(d, 1024)));
      const court = fares.find(({ id }) => id === 'suit')!;
      return court.p90 - court.p10;
    };
    expect(spread(ranged)).toBeGreaterThan(spread(certain));
  });
});
