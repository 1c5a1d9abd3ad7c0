// Records how numbers follow from inputs, once, and computes them again for many worlds at a time: each operation runs over a column of
// worlds, and only what follows from the inputs that differ is computed. A recording belongs to one request.

import { APPLY, OPERATIONS, type Operation, StrictNumber, standingFor, type Tape, tapePlaceOf } from './number.ts';
import { codeAt, numberAt, placeAt, type Row } from './row.ts';

/** Operations by the small whole numbers that the tape holds. */
const CODES = Object.fromEntries(OPERATIONS.map((name, code) => [name, code])) as Readonly<Record<Operation, number>>;

/** The operations of a recording side by side. */
interface Operations {
  readonly codes: Uint8Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly base: Float64Array;
}

/** The same operations with room for so many. */
function withRoom(before: Operations | null, room: number): Operations {
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
interface WayTaken {
  readonly a: number;
  readonly b: number;
  readonly holds: boolean;
}

/** A tape of operations. Places count from 0; an operation refers to earlier places only. */
export class Recording implements Tape {
  #tape = withRoom(null, 65_536);
  #length = 0;
  readonly #constants = new Map<number, number>();
  readonly #known = new PlaceTable();
  readonly #decisions: WayTaken[] = [];
  /** Numbers on which an operator by itself throws; null where places stand as numbers. */
  readonly #strict: StrictNumber[] | null;

  /** `strict` records with numbers on which an operator by itself throws. */
  constructor(strict = false) {
    this.#strict = strict ? [] : null;
  }

  /** A number that may differ from world to world. */
  input(base: number): number {
    return this.#stand(this.#append('input', 0, 0, base));
  }

  note(operation: Operation, a: number, b: number): number {
    const simple = simplified(operation, a, b);
    if (simple !== null) return simple;
    return this.#stand(this.#place(operation, this.#placeOf(a), this.#placeOf(b)));
  }

  decide(first: number, second: number): boolean {
    const [a, b] = [this.#placeOf(first), this.#placeOf(second)];
    const holds = this.baseAt(a) > this.baseAt(b);
    this.#decisions.push({ a, b, holds });
    return holds;
  }

  baseAt(place: number): number {
    return numberAt(this.#tape.base, place);
  }

  /** How many operations are recorded. */
  get length(): number {
    return this.#length;
  }

  /** A player for numbers that are wanted; what they do not rest on is left out. */
  player(wanted: readonly number[]): Player {
    const length = this.#length;
    const { codes, a, b, base } = this.#tape;
    const needed = new Uint8Array(length);
    for (const number of wanted) {
      const place = tapePlaceOf(number);
      if (place >= 0) needed[place] = 1;
    }
    for (const decision of this.#decisions) {
      needed[decision.a] = 1;
      needed[decision.b] = 1;
    }
    for (let place = length - 1; place >= 0; place--) {
      if (needed[place] === 0 || codeAt(codes, place) <= CODES.input) continue;
      needed[placeAt(a, place)] = 1;
      needed[placeAt(b, place)] = 1;
    }
    const places: number[] = [];
    for (let place = 0; place < length; place++)
      if (codeAt(needed, place) !== 0 && codeAt(codes, place) >= CODES.input) places.push(place);
    const tape = {
      codes: codes.subarray(0, length),
      a: a.subarray(0, length),
      b: b.subarray(0, length),
      base: base.subarray(0, length),
    };
    return new Player(tape, Int32Array.from(places), this.#decisions, wanted);
  }

  #placeOf(x: number): number {
    const place = tapePlaceOf(x);
    if (place >= 0) return place;
    const known = this.#constants.get(x);
    if (known !== undefined) return known;
    const made = this.#append('constant', 0, 0, x);
    this.#constants.set(x, made);
    return made;
  }

  #place(operation: Operation, a: number, b: number): number {
    const code = CODES[operation];
    const found = this.#known.find(this.#tape, code, a, b);
    if (found >= 0) return found;
    const { base } = this.#tape;
    const place = this.#append(operation, a, b, APPLY[operation](numberAt(base, a), numberAt(base, b)));
    this.#known.take(found, place, this.#tape);
    return place;
  }

  #append(operation: Operation, a: number, b: number, base: number): number {
    const place = this.#length++;
    if (place === this.#tape.codes.length) this.#tape = withRoom(this.#tape, 2 * place);
    const tape = this.#tape;
    tape.codes[place] = CODES[operation];
    tape.a[place] = a;
    tape.b[place] = b;
    tape.base[place] = base;
    return place;
  }

  /** The number that stands for a place. Equal places give the same number, so that they can be compared. */
  #stand(place: number): number {
    if (this.#strict === null) return standingFor(place);
    this.#strict[place] ??= new StrictNumber(place);
    return this.#strict[place] as unknown as number;
  }
}

const ENDLESS = Number.POSITIVE_INFINITY;

/** What an operation comes to that need not be recorded, because one of its numbers is plain and simple; null for any other. */
function simplified(operation: Operation, a: number, b: number): number | null {
  switch (operation) {
    case 'plus':
      return a === 0 ? b : b === 0 ? a : null;
    case 'minus':
      return b === 0 || a === ENDLESS ? a : null;
    case 'times':
      return a === 0 || b === 0 ? 0 : a === 1 ? b : b === 1 ? a : null;
    case 'over':
      return a === 0 ? 0 : b === 1 ? a : null;
    case 'atMost':
      return a === ENDLESS ? b : b === ENDLESS ? a : null;
    case 'atLeast':
      return a === ENDLESS || b === ENDLESS ? ENDLESS : null;
    default:
      return null;
  }
}

/** Finds operations that were recorded before: open addressing over the places of a tape. */
class PlaceTable {
  #places = new Int32Array(131_072).fill(-1);
  #count = 0;

  /** The place of an operation, or −1 − the cell that it may take. */
  find(tape: Pick<Operations, 'codes' | 'a' | 'b'>, code: number, a: number, b: number): number {
    const places = this.#places;
    const mask = places.length - 1;
    for (let cell = hashOf(code, a, b) & mask; ; cell = (cell + 1) & mask) {
      const place = placeAt(places, cell);
      if (place < 0) return -1 - cell;
      if (tape.a[place] === a && tape.b[place] === b && tape.codes[place] === code) return place;
    }
  }

  /** Takes the cell of an operation that was not found. */
  take(found: number, place: number, tape: Pick<Operations, 'codes' | 'a' | 'b'>): void {
    this.#places[-1 - found] = place;
    if (2 * ++this.#count > this.#places.length) this.#grow(tape);
  }

  #grow(tape: Pick<Operations, 'codes' | 'a' | 'b'>): void {
    const before = this.#places;
    this.#places = new Int32Array(4 * before.length).fill(-1);
    for (const place of before) {
      if (place < 0) continue;
      const cell = this.find(tape, codeAt(tape.codes, place), placeAt(tape.a, place), placeAt(tape.b, place));
      this.#places[-1 - cell] = place;
    }
  }
}

const hashOf = (code: number, a: number, b: number): number => {
  const mixed = Math.imul(a, 0x9e37_79b1) ^ Math.imul(b, 0x85eb_ca6b) ^ Math.imul(code, 0xc2b2_ae35);
  return mixed ^ (mixed >>> 15);
};

/** What a batch of worlds came to: a row of the wanted numbers for each; null where the world goes another way than the recorded one. */
export type Rows = readonly (Float64Array | null)[];

/** The operations that follow from some inputs, in order, and the wanted numbers among them. */
interface Slice {
  readonly inputs: string;
  /** Places; their slots among the columns count from 0 in this order. */
  readonly places: Int32Array;
  /** Wanted numbers that differ, by their place in a row. */
  readonly differ: readonly number[];
  /** Ways that may be others. */
  readonly decisions: readonly WayTaken[];
}

/** Computes the wanted numbers of a recording for batches of worlds. */
export class Player {
  readonly #tape: Operations;
  /** Inputs and operations on which the wanted numbers rest, in order. */
  readonly #needed: Int32Array;
  readonly #decisions: readonly WayTaken[];
  /** Places of the wanted numbers; −1 for a plain one. */
  readonly #wanted: Int32Array;
  readonly #baseRow: Row;
  /** One more than the slot of a place among the columns; 0 for a number that is the same in all worlds. */
  readonly #slots: Int32Array;
  #slice: Slice | null = null;
  #columns: Row = new Float64Array(0);
  #width = 0;

  constructor(tape: Operations, needed: Int32Array, decisions: readonly WayTaken[], wanted: readonly number[]) {
    this.#tape = tape;
    this.#needed = needed;
    this.#decisions = decisions;
    this.#wanted = Int32Array.from(wanted, tapePlaceOf);
    this.#baseRow = new Float64Array(wanted.length);
    for (const [i, number] of wanted.entries()) {
      const place = placeAt(this.#wanted, i);
      this.#baseRow[i] = place < 0 ? number : numberAt(tape.base, place);
    }
    this.#slots = new Int32Array(tape.codes.length);
  }

  /**
   * The wanted numbers in each world. Costs an operation for each number that differs and each world, and one pass over the tape when other
   * inputs differ than the last time.
   */
  play(worlds: readonly Differences[]): Rows {
    const { places, differ, decisions } = this.#sliceOf(worlds);
    const width = worlds.length;
    this.#width = width;
    if (this.#columns.length < places.length * width) this.#columns = new Float64Array(places.length * width);
    for (let slot = 0; slot < places.length; slot++) {
      const place = placeAt(places, slot);
      if (codeAt(this.#tape.codes, place) <= CODES.input) this.#fill(slot, place, worlds);
      else this.#run(slot * width, place);
    }
    return worlds.map((_, w) => (this.#followed(decisions, w) ? this.#rowOf(differ, w) : null));
  }

  #slotOf(place: number): number {
    return place < 0 ? -1 : placeAt(this.#slots, place) - 1;
  }

  /** What follows from the inputs that differ in some world. The last slice is kept: a search looks along one input many times. */
  #sliceOf(worlds: readonly Differences[]): Slice {
    const differing = new Set(worlds.flatMap((world) => [...world.keys()]));
    const inputs = [...differing].join();
    if (this.#slice?.inputs === inputs) return this.#slice;
    const { codes, a, b } = this.#tape;
    const slots = this.#slots.fill(0);
    const needed = this.#needed;
    const places: number[] = [];
    for (let i = 0; i < needed.length; i++) {
      const place = placeAt(needed, i);
      const differs =
        codeAt(codes, place) <= CODES.input
          ? differing.has(place)
          : placeAt(slots, placeAt(a, place)) !== 0 || placeAt(slots, placeAt(b, place)) !== 0;
      if (differs) slots[place] = places.push(place);
    }
    const differ: number[] = [];
    for (let i = 0; i < this.#wanted.length; i++) if (this.#slotOf(placeAt(this.#wanted, i)) >= 0) differ.push(i);
    const decisions = this.#decisions.filter(({ a, b }) => this.#slotOf(a) >= 0 || this.#slotOf(b) >= 0);
    this.#slice = { inputs, places: Int32Array.from(places), differ, decisions };
    return this.#slice;
  }

  #fill(slot: number, place: number, worlds: readonly Differences[]): void {
    const base = this.#tape.base[place] ?? 0;
    for (const [w, world] of worlds.entries()) this.#columns[slot * worlds.length + w] = world.get(place) ?? base;
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

  #rowOf(differ: readonly number[], w: number): Row {
    const row = this.#baseRow.slice();
    for (const i of differ) row[i] = numberAt(this.#columns, this.#slotOf(placeAt(this.#wanted, i)) * this.#width + w);
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
