// How sure the answer is, for the reader: the chance of each option of being best, the range of its expected value, and one sentence.

import { z } from 'zod';
import { POINTS } from '../analysis/sampling.ts';
import type { Uncertainty } from '../analysis/uncertainty.ts';
import type { Option } from '../options/option.ts';
import { optionLabel } from '../request/options.ts';
import { name, share, text, whole, yen } from './parts.ts';
import type { Told } from './reasons.ts';

export const estimateSchema = z
  .strictObject({
    mean: yen('Mean of its expected net value over the worlds.'),
    p10: yen('In one world of ten its expected net value is less.'),
    p50: yen('Median of its expected net value.'),
    p90: yen('In one world of ten its expected net value is more.'),
  })
  .meta({
    id: 'Estimate',
    description: 'Range of the expected net value under uncertain assumptions, following the plan of today.',
  });

export const uncertaintySchema = z
  .strictObject({
    worlds: z.int().meta({ description: 'Worlds tried.', example: POINTS }),
    text: text('How sure the recommendation is.'),
    groups: z
      .array(
        z.strictObject({
          id: name('Word for several options together.'),
          chance_best: share('Share of worlds in which one of them is best.'),
        }),
      )
      .max(10)
      .meta({ description: 'Options that a finance team counts together.' }),
    perfect: yen('Most that knowing every uncertain number before deciding could be worth.'),
  })
  .meta({ id: 'Uncertainty', description: 'How sure the answer is; null until asked for.' });

/** A share of worlds to the nearest twentieth: 128 worlds tell no more (docs/model.md 12). */
export const twentieth = (p: number): number => Math.round(p * 20) / 20;

/** What the worlds say about one option, as fields of its answer. */
export function faring(found: Uncertainty | null, { id }: Option) {
  const fares = found?.fares.find((one) => one.id === id);
  if (!fares) return { chance_best: null, chance_level: null, estimate: null };
  const { mean, p10, p50, p90 } = fares;
  return {
    chance_best: twentieth(fares.chance_best),
    chance_level: twentieth(fares.chance_level),
    estimate: { mean: whole(mean), p10: whole(p10), p50: whole(p50), p90: whole(p90) },
  };
}

/** The answer about certainty. */
export function uncertaintyAnswer(found: Uncertainty, told: Told) {
  return {
    worlds: found.points,
    text: sureness(found, told),
    groups: [...found.groups].map(([id, chance]) => ({ id, chance_best: twentieth(chance) })),
    perfect: whole(found.perfect),
  };
}

function sureness({ points, fares, groups }: Uncertainty, { best, say, lang }: Told): string {
  const own = fares.find(({ id }) => id === best.option.id)!;
  const percent = (p: number) => say.percent(twentieth(p));
  const first = fares.reduce((top, next) => (next.chance_best > top.chance_best ? next : top));
  const other = first === own ? null : { label: optionLabel(first.id, lang), chance: percent(first.chance_best) };
  const label = best.option.label[lang];
  const group = best.option.group === undefined ? undefined : groups.get(best.option.group);
  if (lang === 'ja') {
    const level = own.chance_level > own.chance_best ? `、最も有利か互角なのは${percent(own.chance_level)}` : '';
    const together = group === undefined ? '' : `（法的手続のどれかが最も有利なのは${percent(group)}）`;
    const often = other === null ? '' : `最も多く1位になるのは「${other.label}」（${other.chance}）です。`;
    return `不確かな前提を${points}通りに変えて試すと、「${label}」が最も有利なのは${percent(own.chance_best)}${level}です${together}。${often}`;
  }
  const level = own.chance_level > own.chance_best ? `, and best or tied in ${percent(own.chance_level)}` : '';
  const together = group === undefined ? '' : `; some court route is best in ${percent(group)}`;
  return `In ${points} worlds that differ in every uncertain assumption, "${label}" is best in ${percent(own.chance_best)}${level}${together}.${other === null ? '' : ` Best most often is "${other.label}" (${other.chance}).`}`;
}
