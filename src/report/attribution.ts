// Why the first is ahead of the second, for the reader: what each fact of the request did to the difference, in yen that add up to it.

import * as z from 'zod';
import type { Gap } from '../analysis/attribution.ts';
import { forDescription } from '../values/description.ts';
import { roundWhole, splitNamed } from '../values/money.ts';
import type { Lang, Text } from '../values/text.ts';
import { name, text, whole, yen } from './parts.ts';

export const gapSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      first: name('Id of the recommended first step.'),
      second: name('Id of the best other first step.'),
      amount: yen('Value of the first less that of the second.'),
      start: yen('The difference when only amount, age and terms are known.'),
      by_field: z
        .array(
          z.strictObject({
            field: name('Field of the request.'),
            label: text('Its name.'),
            amount: yen('What telling it adds to the difference.'),
          }),
        )
        .max(60)
        .meta({
          description: 'What each fact adds, told one after another in this order; with start they sum to amount.',
        }),
    })
    .meta({ id: 'Gap', description: 'Why the first is ahead of the second, fact by fact; null until asked for.' }),
);

/** The gap in whole yen that add up. */
export function gapAnswer(gap: Gap, labels: ReadonlyMap<string, Text>, lang: Lang) {
  const told = gap.by_field.map(({ field, amount }): [string, number] => [field, amount]);
  const [, ...parts] = splitNamed([['start', gap.start], ...told], gap.amount);
  const amount = roundWhole(gap.amount);
  return {
    first: gap.first,
    second: gap.second,
    amount: whole(amount),
    start: whole(parts.reduce((rest, [, part]) => rest - part, amount)),
    by_field: parts.map(([field, part]) => ({
      field,
      label: labels.get(field)?.[lang] ?? field,
      amount: whole(part),
    })),
  };
}
