// Where the numbers of a programme stand side by side: what is valued often refers to places, so that the same structure serves one world
// or many. On a sheet of plain numbers there is one world; on one that is being recorded each world has a row of its own.

import { ofKind, type PerKind } from '../../assumptions/kinds.ts';
import { plainNumber } from '../../numbers/number.ts';
import type { Row } from '../../numbers/row.ts';

const NO_ROW: Row = new Float64Array(0);

/** Numbers in the order in which they were put down. */
export class NumberSheet {
  readonly entries: number[] = [];
  readonly #vectors = new Map<PerKind, number>();
  #row: Row = NO_ROW;
  #filled = 0;
  /** The numbers are recorded, and each world has a row of its own. */
  readonly isRecorded: boolean;

  constructor(isRecorded = false) {
    this.isRecorded = isRecorded;
  }

  /** Puts a number down; returns its place. */
  put(x: number): number {
    return this.entries.push(x) - 1;
  }

  /** Puts a vector down, once; returns where it begins. */
  putVector(vector: PerKind): number {
    const known = this.#vectors.get(vector);
    if (known !== undefined) return known;
    const at = this.entries.length;
    this.entries.push(...vector);
    this.#vectors.set(vector, at);
    return at;
  }

  /** The row of the world at hand: all numbers put down so far. Throws `TypeError` while some of them are recorded. */
  row(): Row {
    const { length } = this.entries;
    if (this.#row.length < length) {
      // The first row mostly is the last; typed arrays are dear to make.
      const more = new Float64Array(this.#filled === 0 ? length : 2 * length);
      more.set(this.#row);
      this.#row = more;
    }
    for (; this.#filled < length; this.#filled++)
      this.#row[this.#filled] = plainNumber(ofKind(this.entries, this.#filled));
    return this.#row;
  }
}
