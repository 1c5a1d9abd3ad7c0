// How sure the answer is, for the reader: the chance of each option of being best, the range of its expected value, and one sentence.

import * as z from 'zod';
import { POINTS } from '../analysis/sampling.ts';
import type { Uncertainty } from '../analysis/uncertainty.ts';
import type { Option } from '../options/option.ts';
import { optionLabel } from '../request/options.ts';
import { forDescription } from '../values/description.ts';
import { finite } from '../values/money.ts';
import { phrase, type Sentence, SILENT } from '../values/phrase.ts';
import type { ReportContext } from './context.ts';
import { name, share, text, yen } from './parts.ts';
import type { Voice } from './voice.ts';

export const estimateSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      mean: yen('Mean of its expected net value over the worlds.'),
      p10: yen('In one world of ten its expected net value is less.'),
      p50: yen('Median of its expected net value.'),
      p90: yen('In one world of ten its expected net value is more.'),
    })
    .meta({
      id: 'Estimate',
      description: 'Range of the expected net value under uncertain assumptions, following the plan of today.',
    }),
);

export const uncertaintySchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      worlds: z.int().meta({ description: 'Worlds tried.', example: POINTS }),
      text: text('How sure the recommendation is.'),
      groups: z
        .array(
          z.strictObject({
            id: name('Word for several options together.', 'litigate'),
            chance_best: share('Share of worlds in which one of them is best.'),
          }),
        )
        .max(10)
        .meta({ description: 'Options that a finance team counts together.' }),
      perfect: yen('Most that knowing every uncertain number before deciding could be worth.'),
    })
    .meta({ id: 'Uncertainty', description: 'How sure the answer is; null until asked for.' }),
);

/** A share of worlds to the nearest twentieth: 128 worlds tell no more (docs/model.md 12). */
const twentieth = (p: number): number => Math.round(finite(p) * 20) / 20;

/** How an option fares in the worlds tried. */
interface Faring {
  readonly chance_best?: number;
  readonly chance_level?: number;
  readonly estimate?: z.output<typeof estimateSchema>;
}

/** What the worlds say about one option, as fields of its answer; none where they were not tried. */
export function faring(found: Uncertainty | null, { id }: Option, { amount }: Voice): Faring {
  const fares = found?.fares.find((one) => one.id === id);
  if (!fares) return {};
  const { mean, p10, p50, p90 } = fares;
  return {
    chance_best: twentieth(fares.chance_best),
    chance_level: twentieth(fares.chance_level),
    estimate: { mean: amount(mean), p10: amount(p10), p50: amount(p50), p90: amount(p90) },
  };
}

/** The answer about certainty. */
export function uncertaintyAnswer(found: Uncertainty, { best, say }: ReportContext) {
  return {
    worlds: found.points,
    text: say.tell(sureness(found, best.option)),
    groups: [...found.groups].map(([id, chance]) => ({ id, chance_best: twentieth(chance) })),
    perfect: say.amount(found.perfect),
  };
}

/** How often the recommended step is the best one, and which other one is where it is not the most frequent. */
function sureness({ points, fares, groups }: Uncertainty, best: Option): Sentence {
  const own = fares.find(({ id }) => id === best.id);
  if (own === undefined) throw new RangeError(`no world was tried for ${best.id}`);
  const percent = (p: number) => ({ percent: twentieth(p) });
  const first = fares.reduce((top, next) => (next.chance_best > top.chance_best ? next : top));
  const group = best.group === undefined ? undefined : groups.get(best.group);
  return phrase(
    {
      points,
      label: best.label,
      chance: percent(own.chance_best),
      level:
        own.chance_level > own.chance_best
          ? phrase(
              { chance: percent(own.chance_level) },
              { ja: '、最も有利か互角なのは{chance}', en: ', and best or tied in {chance}' },
            )
          : SILENT,
      together:
        group === undefined
          ? SILENT
          : phrase(
              { chance: percent(group) },
              {
                ja: '（法的手続のどれかが最も有利なのは{chance}）',
                en: '; some court route is best in {chance}',
              },
            ),
      often:
        first === own
          ? SILENT
          : phrase(
              { label: optionLabel(first.id), chance: percent(first.chance_best) },
              {
                ja: '最も多く1位になるのは「{label}」（{chance}）です。',
                en: ' Best most often is "{label}" ({chance}).',
              },
            ),
    },
    {
      ja: '不確かな前提を{points}通りに変えて試すと、「{label}」が最も有利なのは{chance}{level}です{together}。{often}',
      en: 'With every uncertain assumption varied in {points} ways, "{label}" is best in {chance}{level}{together}.{often}',
    },
  );
}
