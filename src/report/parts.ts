// The scalars of the answer as schemas: money is decimal text with the digits of its currency, chances are fractions.

import * as z from 'zod';
import { OPTION_IDS } from '../request/options.ts';
import { forDescription } from '../values/description.ts';
import { finite } from '../values/money.ts';

const moneySchema = /* @__PURE__ */ forDescription(() =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .max(20)
    .meta({
      id: 'Money',
      format: 'decimal',
      description:
        'An amount as decimal text, in whole units of a currency that has no smaller one. Read it with a decimal type; as yen it fits exactly into a double up to 9007199254740991, too.',
      example: '812345',
    }),
);

const optionIdSchema = /* @__PURE__ */ forDescription(() =>
  z
    .enum([...OPTION_IDS])
    .meta({ id: 'OptionId', description: 'Id of an option; the list grows, so a program keeps a way for others.' }),
);

/** An amount as decimal text, in whole units of a currency that has no smaller one. */
export const yen = (description: string) => moneySchema.meta({ description });
/** The id of an option. */
export const optionName = (description: string) => optionIdSchema.meta({ description });
/** One of a closed list of names. */
export const oneOf = (names: readonly string[], description: string) => z.enum([...names]).meta({ description });
/** A chance or a share, 0 to 1. */
export const share = (description: string) => z.number().min(0).max(1).meta({ description, example: 0.42 });
/** A text for people, in the language asked for. */
export const text = (description: string) => z.string().max(2000).meta({ description, example: '…' });
/** A name of ours, with one as an example. */
export const name = (description: string, example: string) => z.string().max(64).meta({ description, example });
/** A calendar day. */
export const day = (description: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .meta({ description, example: '2026-12-21' });
/** A figure that may be unknown or not apply. */
export const orNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()]);
/** A sentence with a stable code, which is one of a list. */
export const coded = (codes: readonly string[], about: { readonly id: string; readonly description: string }) =>
  z
    .strictObject({
      code: oneOf(codes, 'What it says; never changes.'),
      text: text('Sentence in the language asked for.'),
    })
    .meta(about);

/** A figure of the answer to so many decimals. Throws `RangeError` when it is not finite. */
export function decimals(x: number, places: number): number {
  const scale = 10 ** places;
  return Math.round(finite(x) * scale) / scale;
}

/** A chance of the answer: six decimals, and what the arithmetic of doubles put beside 0 or 1 is put back. */
export const fraction = (p: number): number => Math.min(1, Math.max(0, decimals(p, 6)));
