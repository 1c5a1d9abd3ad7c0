// What would change the answer, for the reader: each number with the ends of its range decided anew, where another step takes over,
// and what knowing it is worth, each with one sentence.

import { z } from 'zod';
import type { End, Sensitivity } from '../analysis/sensitivity.ts';
import { optionLabel } from '../request/options.ts';
import { name, orNull, text, whole, yen } from './parts.ts';
import { quantity } from './quantity.ts';
import type { Told } from './reasons.ts';

const figure = (description: string) => z.number().meta({ description, example: 0.41 });

const endSchema = z
  .strictObject({
    at: figure('The number at this end.'),
    net_value: yen('Value of the best first step there, decided anew.'),
    option: name('Id of the first step with the highest value there.'),
  })
  .meta({ id: 'SensitivityEnd', description: 'One end of a range.' });

export const sensitivitySchema = z
  .array(
    z
      .strictObject({
        id: name('Path of the assumption, name of its group, or name of the input.'),
        label: text('Its name.'),
        kind: z.enum(['assumption', 'input']).meta({ description: 'What it is.', example: 'assumption' }),
        range: z.enum(['estimate', 'probe']).meta({
          description:
            'Whether its ends enclose 90 % of what is thought possible, or are only tried (half and double).',
          example: 'estimate',
        }),
        base: figure('The number now; of a group, the one that weighs most.'),
        low: orNull(endSchema),
        high: orNull(endSchema),
        switch_at: orNull(figure('Where another first step takes over, if it does.')),
        switch_to: orNull(name('The first step that takes over.')),
        worth: orNull(yen('What knowing the number before deciding is worth; null for a number that is only tried.')),
        moves: z
          .array(
            z.strictObject({
              id: name('Path or name that moves with it.'),
              low: figure('Its low end.'),
              base: figure('Its number now.'),
              high: figure('Its high end.'),
            }),
          )
          .max(100)
          .meta({ description: 'Every number that moves together, for asking again.' }),
        text: text('What it does to the answer.'),
      })
      .meta({ id: 'Sensitivity', description: 'What one number does to the answer.' }),
  )
  .max(200)
  .meta({ description: 'What would change the answer, most worth knowing first; null until asked for.' });

/** Six significant digits for reading, ten for asking again. */
const digits = (x: number): number => Number(x.toPrecision(6));
const exactly = (x: number): number => Number(x.toPrecision(10));

const endAnswer = (end: End | null) => end && { at: digits(end.at), net_value: whole(end.value), option: end.option };

/** The answer about sensitivity. */
export const sensitivityAnswer = (found: readonly Sensitivity[], told: Told) =>
  found.map((one) => ({
    id: one.id,
    label: one.label[told.lang],
    kind: one.kind,
    range: one.uncertain ? ('estimate' as const) : ('probe' as const),
    base: digits(one.base),
    low: endAnswer(one.low),
    high: endAnswer(one.high),
    switch_at: one.switch && digits(one.switch.at),
    switch_to: one.switch?.to ?? null,
    worth: one.worth === null ? null : whole(one.worth),
    moves: one.moves.map(({ id, low, base, high }) => ({
      id,
      low: exactly(low),
      base: exactly(base),
      high: exactly(high),
    })),
    text: sentence(one, told),
  }));

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function sentence(one: Sensitivity, told: Told): string {
  const { say, lang } = told;
  const of = (value: number) => quantity(value, one.unit, say, lang);
  const label = one.label[lang];
  const { low, high } = one;
  const worth =
    one.worth !== null && one.worth >= 1
      ? lang === 'ja'
        ? `先に分かれば${say.yen(one.worth)}の値打ちがあります。`
        : ` Knowing it first is worth ${say.yen(one.worth)}.`
      : '';
  if (one.switch) {
    const over = one.switch.at > one.base;
    const [from, to] = [optionLabel(one.from, lang), optionLabel(one.switch.to, lang)];
    if (one.unit === 'count')
      return lang === 'ja'
        ? `${label}が${of(one.switch.at)}なら（いま${of(one.base)}）、「${from}」より「${to}」が有利になります。${worth}`
        : `${capital(label)} of ${of(one.switch.at)} (now ${of(one.base)}): "${to}" overtakes "${from}".${worth}`;
    return lang === 'ja'
      ? `${label}が${of(one.switch.at)}を${over ? '上回る' : '下回る'}と（いま${of(one.base)}）、「${from}」より「${to}」が有利になります。${worth}`
      : `${capital(label)} ${over ? 'above' : 'below'} ${of(one.switch.at)} (now ${of(one.base)}): "${to}" overtakes "${from}".${worth}`;
  }
  if (!low || !high)
    return lang === 'ja' ? `${label}は片側しか試せません。` : `Only one side of ${label} can be tried.`;
  return lang === 'ja'
    ? `${label}が${of(low.at)}から${of(high.at)}の間なら、最も有利な最初の手段は変わりません（見込み${say.yen(low.value)}～${say.yen(high.value)}）。${worth}`
    : `${capital(label)} from ${of(low.at)} to ${of(high.at)}: the best first step stays the same (${say.yen(low.value)} to ${say.yen(high.value)}).${worth}`;
}
