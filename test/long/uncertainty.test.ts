// The fixed worlds against thousands of random ones: the errors that docs/model.md 12 states for 128 points.
import { describe, expect, test } from 'vitest';
import { bySwing, sensitivity } from '../../src/analysis/sensitivity.ts';
import { uncertainty } from '../../src/analysis/uncertainty.ts';
import { judged, scenario } from '../judging.ts';
import { normals } from '../random.ts';
import { COMPARED, NOISE, OF_CHANCE, OF_FACE } from '../random_worlds.ts';

const DRAWS = 8_192;
/** Standard deviations of a normal distribution between its tenth and its ninetieth percentile. */
const P10_TO_P90 = 2.563;

describe('the fixed worlds against 8,192 random ones', () => {
  test.each(COMPARED)(
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
