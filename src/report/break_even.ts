// Break-evens for the reader: the figures from which an option is worth taking, by name, and each as a sentence.

import * as z from 'zod';
import type { BreakEven } from '../analysis/break_even.ts';
import type { Option } from '../options/option.ts';
import { forDescription } from '../values/description.ts';
import { type Phrase, phrase } from '../values/phrase.ts';
import { quantity } from './quantity.ts';
import type { Voice } from './voice.ts';

const figureSchema = /* @__PURE__ */ forDescription(() =>
  z
    .union([
      z.number(),
      z
        .string()
        .regex(/^-?\d+$/)
        .max(20),
      z.enum(['always', 'never']),
    ])
    .meta({ description: 'The figure; "always" if every figure is worth it, "never" if none.', example: 'never' }),
);

export const breakEvenSchema = /* @__PURE__ */ forDescription(() =>
  z.record(z.string(), figureSchema).meta({
    id: 'BreakEven',
    description: 'Least favourable figures worth taking, by the name of the term; null until asked for.',
  }),
);

/** The break-evens of one option; null when it states none or they were not asked for. */
export function breakEvenAnswer(found: readonly BreakEven[] | null, option: Option) {
  const own = (found ?? []).filter((one) => one.option === option);
  if (own.length === 0) return null;
  return Object.fromEntries(
    own.map(({ figure, value }) => [
      figure.name,
      typeof value === 'number' && figure.kind === 'amount' ? String(value) : value,
    ]),
  );
}

/** A break-even as a sentence. */
export function breakEvenText({ figure: { label, kind }, value }: BreakEven): Phrase {
  if (value === 'always')
    return phrase(
      { label },
      { ja: '{label}：どの水準でも受けるほうが有利です', en: '{label}: any figure is worth it' },
    );
  if (value === 'never')
    return phrase(
      { label },
      {
        ja: '{label}：なし（どの水準でも、ほかの手段が有利です）',
        en: '{label}: none; another way is better at any figure',
      },
    );
  if (kind === 'count') return phrase({ label, at: value }, { ja: '{label}：{at}回', en: '{label}: {at}' });
  return phrase({ label, at: quantity(value, kind) }, { ja: '{label}：{at}', en: '{label}: {at}' });
}

/** The break-evens of one option as sentences. */
export const breakEvenNotes = (found: readonly BreakEven[] | null, option: Option, say: Voice): string[] =>
  (found ?? []).filter((one) => one.option === option).map((one) => say.tell(breakEvenText(one)));
