// Computes a recording again for many worlds at a time: each operation runs over a column of worlds, and only what follows from the inputs
// that differ is computed.

import { tapePlaceOf } from './number.ts';
import { CODES, type Differences, type Operations, type WayTaken } from './operations.ts';
import { codeAt, numberAt, placeAt, type Row } from './row.ts';

/** What a batch of worlds came to: a row of the wanted numbers for each; null where the world goes another way than the recorded one. */
export type Rows = readonly (Float64Array | null)[];

/** What follows from some inputs. */
interface Slice {
  readonly inputs: string;
  /** How many operations follow. */
  readonly count: number;
  /** Wanted numbers that differ, by their place in a row, and their slots among the columns. */
  readonly differ: Int32Array;
  readonly slots: Int32Array;
  /** Ways that may be others. */
  readonly ways: readonly WayTaken[];
}

/** Computes the wanted numbers of a recording for batches of worlds. */
export class Player {
  /** The needed operations alone, which refer to one another. */
  readonly #tape: Operations;
  /** Where a place of the recording stands among the needed ones; −1 where it is not needed. */
  readonly #among: Int32Array;
  readonly #ways: readonly WayTaken[];
  /** Where the wanted numbers stand; −1 for a plain one. */
  readonly #wanted: Int32Array;
  readonly #baseRow: Row;
  /** One more than the slot of an operation among the columns; 0 for a number that is the same in all worlds. */
  readonly #slots: Int32Array;
  /** The operations that differ, by their slots. */
  readonly #list: Int32Array;
  #slice: Slice | null = null;
  #columns: Row = new Float64Array(0);
  #width = 0;

  constructor(tape: Operations, among: Int32Array, ways: readonly WayTaken[], wanted: readonly number[]) {
    this.#tape = tape;
    this.#among = among;
    this.#ways = ways;
    this.#wanted = new Int32Array(wanted.length);
    this.#baseRow = new Float64Array(wanted.length);
    for (let i = 0; i < wanted.length; i++) {
      const number = wanted[i] ?? 0;
      const place = tapePlaceOf(number);
      const at = place < 0 ? -1 : placeAt(among, place);
      this.#wanted[i] = at;
      this.#baseRow[i] = at < 0 ? number : numberAt(tape.base, at);
    }
    this.#slots = new Int32Array(tape.codes.length);
    this.#list = new Int32Array(tape.codes.length);
  }

  /**
   * The wanted numbers in each world. Costs an operation for each number that differs and each world, and one pass over the tape when other
   * inputs differ than the last time.
   */
  play(worlds: readonly Differences[]): Rows {
    const slice = this.#sliceOf(worlds);
    const { count, ways } = slice;
    const width = worlds.length;
    this.#width = width;
    for (let slot = 0; slot < count; slot++) {
      const at = placeAt(this.#list, slot);
      if (codeAt(this.#tape.codes, at) > CODES.input) this.#run(slot * width, at);
    }
    return worlds.map((_, w) => (this.#followed(ways, w) ? this.#rowOf(slice, w) : null));
  }

  get size() {
    return this.#tape.codes.length;
  }
  #slotOf(at: number): number {
    return at < 0 ? -1 : placeAt(this.#slots, at) - 1;
  }

  /** What follows from the inputs that differ in some world. The last slice is kept: a search looks along one input many times. */
  #sliceOf(worlds: readonly Differences[]): Slice {
    const inputs = new Set<number>();
    for (const world of worlds) for (const place of world.keys()) inputs.add(place);
    const key = [...inputs].join();
    const slice = this.#slice?.inputs === key ? this.#slice : this.#slicedBy(inputs, key);
    this.#slice = slice;
    const columns =
      this.#columns.length < this.#list.length * worlds.length ? this.#widened(worlds.length) : this.#columns;
    for (const place of inputs) {
      const at = placeAt(this.#among, place);
      const slot = this.#slotOf(at);
      if (slot < 0) continue;
      const base = numberAt(this.#tape.base, at);
      for (const [w, world] of worlds.entries()) columns[slot * worlds.length + w] = world.get(place) ?? base;
    }
    return slice;
  }

  #widened(width: number): Row {
    this.#columns = new Float64Array(this.#list.length * width);
    return this.#columns;
  }

  #slicedBy(inputs: ReadonlySet<number>, key: string): Slice {
    const { codes, a, b } = this.#tape;
    const slots = this.#slots.fill(0);
    const list = this.#list;
    let count = 0;
    for (const place of inputs) {
      const at = placeAt(this.#among, place);
      if (at < 0) continue;
      list[count] = at;
      slots[at] = ++count;
    }
    for (let at = 0; at < codes.length; at++) {
      if (codeAt(codes, at) <= CODES.input) continue;
      if ((placeAt(slots, placeAt(a, at)) | placeAt(slots, placeAt(b, at))) === 0) continue;
      list[count] = at;
      slots[at] = ++count;
    }
    const differ: number[] = [];
    for (let i = 0; i < this.#wanted.length; i++) if (this.#slotOf(placeAt(this.#wanted, i)) >= 0) differ.push(i);
    const ways = this.#ways.filter((way) => this.#slotOf(way.a) >= 0 || this.#slotOf(way.b) >= 0);
    const slotsOf = differ.map((i) => this.#slotOf(placeAt(this.#wanted, i)));
    return { inputs: key, count, differ: Int32Array.from(differ), slots: Int32Array.from(slotsOf), ways };
  }

  /** One operation over all worlds; a number that is the same in all of them is read once. */
  #run(to: number, place: number): void {
    const { codes, a, b, base } = this.#tape;
    const code = codeAt(codes, place);
    const first = placeAt(a, place);
    const second = placeAt(b, place);
    const atA = placeAt(this.#slots, first) - 1;
    const atB = placeAt(this.#slots, second) - 1;
    if (atA < 0) this.#withFirst(code, to, numberAt(base, first), atB * this.#width);
    else if (atB < 0) this.#withSecond(code, to, atA * this.#width, numberAt(base, second));
    else this.#withBoth(code, to, atA * this.#width, atB * this.#width);
  }

  /** Both numbers differ from world to world. */
  #withBoth(code: number, to: number, a: number, b: number): void {
    const n = this.#columns;
    const width = this.#width;
    switch (code) {
      case CODES.plus:
        for (let w = 0; w < width; w++) n[to + w] = numberAt(n, a + w) + numberAt(n, b + w);
        return;
      case CODES.minus:
        for (let w = 0; w < width; w++) n[to + w] = numberAt(n, a + w) - numberAt(n, b + w);
        return;
      case CODES.times:
        for (let w = 0; w < width; w++) n[to + w] = numberAt(n, a + w) * numberAt(n, b + w);
        return;
      case CODES.over:
        for (let w = 0; w < width; w++) n[to + w] = numberAt(n, a + w) / numberAt(n, b + w);
        return;
      case CODES.atLeast:
        for (let w = 0; w < width; w++) n[to + w] = Math.max(numberAt(n, a + w), numberAt(n, b + w));
        return;
      default:
        for (let w = 0; w < width; w++) n[to + w] = applied(code, numberAt(n, a + w), numberAt(n, b + w));
    }
  }

  /** The second number is the same in all worlds. */
  #withSecond(code: number, to: number, a: number, y: number): void {
    const n = this.#columns;
    const width = this.#width;
    switch (code) {
      case CODES.plus:
        for (let w = 0; w < width; w++) n[to + w] = numberAt(n, a + w) + y;
        return;
      case CODES.minus:
        for (let w = 0; w < width; w++) n[to + w] = numberAt(n, a + w) - y;
        return;
      case CODES.times:
        for (let w = 0; w < width; w++) n[to + w] = numberAt(n, a + w) * y;
        return;
      default:
        for (let w = 0; w < width; w++) n[to + w] = applied(code, numberAt(n, a + w), y);
    }
  }

  /** The first number is the same in all worlds. */
  #withFirst(code: number, to: number, x: number, b: number): void {
    const n = this.#columns;
    const width = this.#width;
    switch (code) {
      case CODES.plus:
        for (let w = 0; w < width; w++) n[to + w] = x + numberAt(n, b + w);
        return;
      case CODES.minus:
        for (let w = 0; w < width; w++) n[to + w] = x - numberAt(n, b + w);
        return;
      case CODES.times:
        for (let w = 0; w < width; w++) n[to + w] = x * numberAt(n, b + w);
        return;
      default:
        for (let w = 0; w < width; w++) n[to + w] = applied(code, x, numberAt(n, b + w));
    }
  }

  /** Whether a world goes the way of the recorded one wherever it might go another. */
  #followed(decisions: readonly WayTaken[], w: number): boolean {
    const at = (place: number): number => {
      const slot = this.#slotOf(place);
      return slot < 0 ? numberAt(this.#tape.base, place) : numberAt(this.#columns, slot * this.#width + w);
    };
    return decisions.every(({ a, b, holds }) => at(a) > at(b) === holds);
  }

  #rowOf({ differ, slots }: Slice, w: number): Row {
    const row = this.#baseRow.slice();
    const columns = this.#columns;
    const width = this.#width;
    for (let j = 0; j < differ.length; j++) row[placeAt(differ, j)] = numberAt(columns, placeAt(slots, j) * width + w);
    return row;
  }
}

/** The less frequent operations. */
function applied(code: number, a: number, b: number): number {
  switch (code) {
    case CODES.over:
      return a / b;
    case CODES.exp:
      return Math.exp(a);
    case CODES.log:
      return Math.log(a);
    case CODES.power:
      return a ** b;
    case CODES.atMost:
      return Math.min(a, b);
    case CODES.atLeast:
      return Math.max(a, b);
    default:
      return Number(a > b);
  }
}
