// Numbers side by side.

/** All numbers of a programme in one world, side by side. */
export type Row = Float64Array;

/** A number of a row. A row holds one at every place that is asked for, which only this line has to assert. */
export const numberAt = (n: ArrayLike<number>, at: number): number => n[at]!;
