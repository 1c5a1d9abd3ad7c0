// Why the first is ahead of the second, for the reader: what each fact of the request did to the difference, in yen that add up to it.

import * as z from 'zod';
import type { Gap } from '../analysis/attribution.ts';
import { roundDigits } from '../values/currency.ts';
import { forDescription } from '../values/description.ts';
import { splitNamed } from '../values/money.ts';
import type { Text } from '../values/text.ts';
import type { ReportContext } from './context.ts';
import { name, optionName, text, yen } from './parts.ts';

export const gapSchema = /* @__PURE__ */ forDescription(() =>
  z
    .strictObject({
      first: optionName('The recommended first step.'),
      second: optionName('The best other first step.'),
      amount: yen('Value of the first less that of the second.'),
      start: yen('The difference when only amount, age and terms are known.'),
      by_field: z
        .array(
          z.strictObject({
            field: name('Field of the request.', 'contact'),
            label: text('Its name.'),
            amount: yen('What telling it adds to the difference.'),
          }),
        )
        .max(60)
        .meta({
          description:
            'What each fact adds when entered one after another in this order; with start they sum to amount.',
        }),
    })
    .meta({ id: 'Gap', description: 'Why the first is ahead of the second, fact by fact; null until asked for.' }),
);

/** The gap in amounts that add up. */
export function gapAnswer(gap: Gap, labels: ReadonlyMap<string, Text>, { say, lang, decision }: ReportContext) {
  const digits = decision.case.law.minor_digits;
  const told = gap.by_field.map(({ field, amount }): [string, number] => [field, amount]);
  const [, ...parts] = splitNamed([['start', gap.start], ...told], gap.amount, digits);
  const amount = roundDigits(gap.amount, digits);
  return {
    first: gap.first,
    second: gap.second,
    amount: say.amount(amount),
    start: say.amount(parts.reduce((rest, [, part]) => rest - part, amount)),
    by_field: parts.map(([field, part]) => ({
      field,
      label: labels.get(field)?.[lang] ?? field,
      amount: say.amount(part),
    })),
  };
}
