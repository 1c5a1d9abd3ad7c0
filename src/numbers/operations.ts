// The operations of a recording side by side.

import { OPERATIONS, type Operation } from './number.ts';

/** Operations by the small whole numbers that the tape holds. */
export const CODES = Object.fromEntries(OPERATIONS.map((name, code) => [name, code])) as Readonly<
  Record<Operation, number>
>;

/** The operations of a recording side by side. */
export interface Operations {
  readonly codes: Uint8Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly base: Float64Array;
}

/** The same operations with room for so many. */
export function withRoom(before: Operations | null, room: number): Operations {
  const tape = {
    codes: new Uint8Array(room),
    a: new Int32Array(room),
    b: new Int32Array(room),
    base: new Float64Array(room),
  };
  if (before) for (const column of ['codes', 'a', 'b', 'base'] as const) tape[column].set(before[column]);
  return tape;
}

/** Inputs that differ from the recorded world, by their places. */
export type Differences = ReadonlyMap<number, number>;

/** A way that was chosen because one number is, or is not, greater than another. */
export interface WayTaken {
  readonly a: number;
  readonly b: number;
  readonly holds: boolean;
}
