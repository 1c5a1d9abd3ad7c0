// How an option can turn out, for the reader: the shares paid in full, in part and not at all, and the distribution in at most 60 points
// whose mean is the expected net value.

import * as z from 'zod';
import type { Decision, OpenOption } from '../decision/programme/decide.ts';
import { type Outcomes, TerminalsCache } from '../decision/programme/outcome_list.ts';
import { outcomes } from '../decision/programme/outcomes.ts';
import { FULL_SHARE } from '../decision/programme/spread.ts';
import { numberAt } from '../numbers/row.ts';
import { forDescription } from '../values/description.ts';
import { splitExactly } from '../values/money.ts';
import { share, yen } from './parts.ts';
import type { Voice } from './voice.ts';

/** Points of a distribution at most. */
export const POINTS_MAX = 60;
/** Parts into which a chance is split, so that chances add up to one exactly. */
const PARTS = 1e8;
export const outcomesSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      in_full: share('Chance of receiving at least nine tenths of face.'),
      in_part: share('Chance of receiving less, but something.'),
      nothing: share('Chance of receiving nothing; the three sum to 1.'),
      at_a_loss: share('Chance that costs exceed receipts, whatever was received.'),
      points: z
        .array(
          z
            .strictObject({
              net_value: yen('Net present value; the mean of the outcomes that were merged.'),
              chance: share('Chance of the point; all sum to 1.'),
            })
            .meta({ id: 'OutcomePoint', description: 'Outcomes that lie close together.' }),
        )
        .max(POINTS_MAX)
        .meta({
          description: 'The distribution, lowest first. Its mean is net_value but for the rounding of the points.',
        }),
    })
    .meta({ id: 'Outcomes', description: 'How the option can turn out, followed by the best continuation.' }),
);

/** A part of the distribution. */
interface DistributionPoint {
  readonly present: number;
  readonly chance: number;
}

/** Merges outcomes that lie close together: strips of equal width, each at its mean. */
function mergedPoints({ chance, present }: Outcomes): DistributionPoint[] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < present.length; i++) {
    if (numberAt(chance, i) <= 0) continue;
    low = Math.min(low, numberAt(present, i));
    high = Math.max(high, numberAt(present, i));
  }
  const strips = Array.from({ length: POINTS_MAX }, () => ({ chance: 0, sum: 0 }));
  for (let i = 0; i < present.length; i++) {
    const p = numberAt(chance, i);
    if (p <= 0) continue;
    const place = high > low ? Math.floor(((numberAt(present, i) - low) / (high - low)) * POINTS_MAX) : 0;
    const strip = strips[Math.min(place, POINTS_MAX - 1)];
    if (strip === undefined) throw new RangeError('an outcome lies beside the strips');
    strip.chance += p;
    strip.sum += p * numberAt(present, i);
  }
  return strips.flatMap((strip) =>
    strip.chance > 0 ? [{ chance: strip.chance, present: strip.sum / strip.chance }] : [],
  );
}

/** Chances as decimal fractions that sum to 1. */
const exactChances = (chances: readonly number[]): number[] => {
  const all = chances.reduce((sum, chance) => sum + chance, 0);
  return splitExactly(
    chances.map((chance) => (chance / all) * PARTS),
    PARTS,
  ).map((part) => part / PARTS);
};

/** How an open option can turn out. */
export function outcomesAnswer(entry: OpenOption, decision: Decision, say: Voice) {
  const found = outcomes(decision.solution, entry.valued, decision.belief.weights, new TerminalsCache());
  const face = decision.case.facts.principal;
  let [full, part, nothing] = [0, 0, 0];
  for (let i = 0; i < found.chance.length; i++) {
    const [p, got] = [numberAt(found.chance, i), numberAt(found.principal, i)];
    if (got >= FULL_SHARE * face) full += p;
    else if (got > 0) part += p;
    else nothing += p;
  }
  const [in_full = 0, in_part = 0, none = 0] = exactChances([full, part, nothing]);
  const points = mergedPoints(found);
  const chances = exactChances(points.map(({ chance }) => chance));
  return {
    in_full,
    in_part,
    nothing: none,
    at_a_loss: Math.min(1, Math.max(0, Math.round(entry.spread.chance_of_loss * PARTS) / PARTS)),
    points: points.map(({ present }, i) => ({ net_value: say.amount(present), chance: chances[i] ?? 0 })),
  };
}
