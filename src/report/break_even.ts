// Break-evens for the reader: the figures from which an option is worth taking, by name, and each as a sentence.

import { z } from 'zod';
import type { BreakEven } from '../analysis/break_even.ts';
import type { Option } from '../options/option.ts';
import { quantity } from './quantity.ts';
import type { Told } from './reasons.ts';

const figureSchema = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d+$/)
      .max(20),
    z.enum(['always', 'never']),
  ])
  .meta({ description: 'The figure; "always" if every figure is worth it, "never" if none.', example: 'never' });

export const breakEvenSchema = z.record(z.string(), figureSchema).meta({
  id: 'BreakEven',
  description: 'Least favourable figures worth taking, by the name of the term; null until asked for.',
});

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
export function breakEvenText({ figure, value }: BreakEven, { say, lang }: Pick<Told, 'say' | 'lang'>): string {
  const label = figure.label[lang];
  const colon = lang === 'ja' ? '：' : ': ';
  if (value === 'always') return `${label}${colon}${lang === 'ja' ? 'どの水準でも有利です' : 'worth it at any figure'}`;
  if (value === 'never')
    return `${label}${colon}${lang === 'ja' ? 'なし（どの水準でも、ほかの手段が有利です）' : 'none; another way is better at any figure'}`;
  return `${label}${colon}${quantity(value, figure.kind, say, lang)}`;
}

/** The break-evens of one option as sentences. */
export const breakEvenNotes = (
  found: readonly BreakEven[] | null,
  option: Option,
  told: Pick<Told, 'say' | 'lang'>,
): string[] => (found ?? []).filter((one) => one.option === option).map((one) => breakEvenText(one, told));
