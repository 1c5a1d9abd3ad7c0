// Numbers side by side. Each function reads one type of array, because one that reads several is slow for all of them. What is asked for is
// always there, which only these lines have to assert.

/** All numbers of a programme in one world, side by side. */
export type Row = Float64Array;

/** A number of a row. */
export const numberAt = (n: Row, at: number): number => n[at]!;

/** A place in a list of places. */
export const placeAt = (places: Int32Array, at: number): number => places[at]!;

/** A code in a list of codes. */
export const codeAt = (codes: Uint8Array, at: number): number => codes[at]!;
