// The scalars of the answer as schemas: money is decimal text in whole yen, chances are fractions.

import { z } from 'zod';
import { roundWhole } from '../values/money.ts';

export const yen = (description: string) =>
  z
    .string()
    .regex(/^-?\d+$/)
    .max(20)
    .meta({ description, example: '812345' });
export const share = (description: string) => z.number().min(0).max(1).meta({ description, example: 0.42 });
export const text = (description: string) => z.string().max(2000).meta({ description, example: '…' });
/** A name of ours. Here 'pursue' is an example of one, not an option. */
export const name = (description: string) => z.string().max(64).meta({ description, example: 'pursue' });
export const day = (description: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .meta({ description, example: '2026-12-21' });
export const orNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()]);
export const coded = z.strictObject({ code: name('Stable code.'), text: text('Sentence in the language asked for.') });

/** Yen of the engine as the answer writes it: the one place where its doubles become money again. */
export const whole = (yen: number): string => String(roundWhole(yen));
