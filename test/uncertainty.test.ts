// How sure the answer is: the hundred and some fixed worlds against thousands of random ones, and what must hold in any world.
import { describe, expect, test } from 'vitest';
import { kronecker, matched, POINTS } from '../src/analysis/sampling.ts';
import { outlookOf, withSameTerms } from '../src/analysis/scenarios.ts';
import { bySwing, sensitivity } from '../src/analysis/sensitivity.ts';
import { uncertainty } from '../src/analysis/uncertainty.ts';
import { policyOf, policyValue } from '../src/decision/policy.ts';
import { SCENARIOS } from './cases/scenarios.ts';
import { judged, scenario } from './judging.ts';
import { normals } from './random.ts';

const DRAWS = 8_192;

/** Errors that 128 points may have (docs/model.md 12): percent of face for the value and for EVPI, and points of chance. */
const OF_FACE = { mean: 0.06, perfect: 0.13 };
const OF_CHANCE = 0.04;
/** Standard errors of the random draws that are allowed beside that. */
const NOISE = 3;
/** Standard deviations of a normal distribution between its tenth and its ninetieth percentile. */
const P10_TO_P90 = 2.563;

describe('the fixed worlds against 8,192 random ones', () => {
  test.each(['S2:', 'S6:', 'S8:', 'S12:'])(
    '%s mean, worth of knowing everything, and chances of being best',
    (name) => {
      const { worlds, variables } = judged(scenario(name));
      const uncertain = variables.filter((variable) => variable.uncertain);
      const ordered = bySwing(uncertain, sensitivity(worlds, uncertain));
      const next = normals(20_261_121);
      const random = Array.from({ length: DRAWS }, () => ordered.map(() => next()));
      const [fixed, drawn] = [uncertainty(worlds, ordered), uncertainty(worlds, ordered, random)];
      const face = worlds.case.facts.principal;
      const percent = (difference: number) => (100 * Math.abs(difference)) / face;
      expect(percent(fixed.perfect - drawn.perfect)).toBeLessThan(OF_FACE.perfect);
      const [leader, sampled] = [fixed.fares[0]!, drawn.fares[0]!];
      const noise = (sampled.p90 - sampled.p10) / P10_TO_P90 / Math.sqrt(DRAWS);
      expect(percent(leader.mean - sampled.mean)).toBeLessThan(OF_FACE.mean + percent(NOISE * noise));
      const close = (chance: number, other: number, what: string) =>
        expect(Math.abs(chance - other), what).toBeLessThan(
          OF_CHANCE + NOISE * Math.sqrt((other * (1 - other)) / DRAWS),
        );
      for (const [i, { id, chance_best }] of fixed.fares.entries()) close(chance_best, drawn.fares[i]!.chance_best, id);
      for (const [group, chance] of fixed.groups) close(chance, drawn.groups.get(group) ?? 0, group);
    },
    300_000,
  );
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
      for (const point of kronecker(uncertain.length, 12)) {
        const shifts = uncertain.map((variable, j) => variable.draw(point[j]!));
        const { solution, weights } = withSameTerms(worlds, {
          changes: shifts.flatMap(({ changes }) => changes),
          inputs: [],
        });
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
    const certain = judged({ ...scenario('S12:'), litigate: { win_rate: 0.7 } });
    const ranged = judged({ ...scenario('S12:'), litigate: { win_rate: { mean: 0.7, low: 0.3, high: 0.95 } } });
    const uncertainIn = ({ variables }: typeof certain) =>
      variables.filter(({ uncertain }) => uncertain).map(({ id }) => id);
    expect(uncertainIn(certain)).not.toContain('litigate.win_rate');
    expect(uncertainIn(ranged)).toContain('litigate.win_rate');
    const spread = ({ worlds, variables }: typeof certain) => {
      const d = variables.filter(({ uncertain }) => uncertain).length;
      const { fares } = uncertainty(worlds, variables, matched(kronecker(d, 64)));
      const court = fares.find(({ id }) => id === 'payment_order')!;
      return court.p90 - court.p10;
    };
    expect(spread(ranged)).toBeGreaterThan(spread(certain));
  });
});
