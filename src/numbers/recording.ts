// Records how numbers follow from inputs, once, and computes them again for many worlds at a time: each operation runs over a column of
// worlds, and only what follows from the inputs that differ is computed. A recording belongs to one request.

import { baseOf, OPERATIONS, type Operation, RecordedNumber, recorded, type Tape } from './number.ts';

/** Operations by the small whole numbers that the tape holds. */
const CODES = Object.fromEntries(OPERATIONS.map((name, code) => [name, code])) as Readonly<Record<Operation, number>>;

/** An operation on plain numbers, by its code. */
const APPLY: Readonly<Record<Operation, (a: number, b: number) => number>> = {
  constant: (a) => a,
  input: (a) => a,
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  times: (a, b) => a * b,
  over: (a, b) => a / b,
  exp: (a) => Math.exp(a),
  log: (a) => Math.log(a),
  power: (a, b) => a ** b,
  atMost: (a, b) => Math.min(a, b),
  atLeast: (a, b) => Math.max(a, b),
  above: (a, b) => Number(a > b),
};

/** Inputs that differ from the recorded world, by their places. */
export type Differences = ReadonlyMap<number, number>;

/** A way that was chosen because one number is, or is not, greater than another. */
interface Decision {
  readonly a: number;
  readonly b: number;
  readonly holds: boolean;
}

/** A tape of operations. Places count from 0; an operation refers to earlier places only. */
export class Recording implements Tape {
  #codes = new Uint8Array(4_096);
  #a = new Int32Array(4_096);
  #b = new Int32Array(4_096);
  #base = new Float64Array(4_096);
  #length = 0;
  readonly #numbers: RecordedNumber[] = [];
  readonly #constants = new Map<number, number>();
  readonly #known = new PlaceTable();
  readonly #decisions: Decision[] = [];

  /** A number that may differ from world to world. */
  input(base: number): number {
    return this.#stand(this.#append('input', 0, 0, base));
  }

  note(operation: Operation, a: number, b: number): number {
    const simple = simplified(operation, a, b);
    if (simple !== undefined) return simple;
    return this.#stand(this.#place(operation, this.#placeOf(a), this.#placeOf(b)));
  }

  decide(a: number, b: number): boolean {
    const holds = baseOf(a) > baseOf(b);
    this.#decisions.push({ a: this.#placeOf(a), b: this.#placeOf(b), holds });
    return holds;
  }

  /** How many operations are recorded. */
  get length(): number {
    return this.#length;
  }

  /** A player for numbers that are wanted; what they do not rest on is left out. */
  player(wanted: readonly number[]): Player {
    const length = this.#length;
    const needed = new Uint8Array(length);
    for (const number of wanted) {
      const place = recorded(number)?.place;
      if (place !== undefined) needed[place] = 1;
    }
    for (const { a, b } of this.#decisions) {
      needed[a] = 1;
      needed[b] = 1;
    }
    for (let place = length - 1; place >= 0; place--) {
      if (needed[place] === 0 || (this.#codes[place] ?? 0) <= CODES.input) continue;
      needed[this.#a[place] ?? 0] = 1;
      needed[this.#b[place] ?? 0] = 1;
    }
    return new Player(
      {
        codes: this.#codes.subarray(0, length),
        a: this.#a.subarray(0, length),
        b: this.#b.subarray(0, length),
        base: this.#base.subarray(0, length),
      },
      needed,
      this.#decisions,
      wanted,
    );
  }

  #placeOf(x: number): number {
    const number = recorded(x);
    if (number !== null) return number.place;
    const known = this.#constants.get(x);
    if (known !== undefined) return known;
    const place = this.#append('constant', 0, 0, x);
    this.#constants.set(x, place);
    return place;
  }

  #place(operation: Operation, a: number, b: number): number {
    const code = CODES[operation];
    const known = this.#known.find(code, a, b);
    if (known >= 0) return known;
    const place = this.#append(operation, a, b, APPLY[operation](this.#base[a] ?? 0, this.#base[b] ?? 0));
    this.#known.add(code, a, b, place);
    return place;
  }

  #append(operation: Operation, a: number, b: number, base: number): number {
    const place = this.#length++;
    if (place === this.#codes.length) this.#grow();
    this.#codes[place] = CODES[operation];
    this.#a[place] = a;
    this.#b[place] = b;
    this.#base[place] = base;
    return place;
  }

  #grow(): void {
    const room = 2 * this.#codes.length;
    const [codes, a, b, base] = [this.#codes, this.#a, this.#b, this.#base];
    this.#codes = new Uint8Array(room);
    this.#a = new Int32Array(room);
    this.#b = new Int32Array(room);
    this.#base = new Float64Array(room);
    this.#codes.set(codes);
    this.#a.set(a);
    this.#b.set(b);
    this.#base.set(base);
  }

  /** The number at a place, as the code that computes with it sees it. Equal places give the same object, so that they can be compared. */
  #stand(place: number): number {
    let number = this.#numbers[place];
    if (number === undefined) {
      number = new RecordedNumber(this, place, this.#base[place] ?? 0);
      this.#numbers[place] = number;
    }
    // The one place where a recorded number is handed out as a number (see numbers/number.ts).
    return number as unknown as number;
  }
}

/** What an operation with a plain number comes to without being recorded. */
function simplified(operation: Operation, a: number, b: number): number | undefined {
  switch (operation) {
    case 'plus':
      return a === 0 ? b : b === 0 ? a : undefined;
    case 'minus':
      return b === 0 ? a : a === Number.POSITIVE_INFINITY ? a : undefined;
    case 'times':
      return a === 0 || b === 0 ? 0 : a === 1 ? b : b === 1 ? a : undefined;
    case 'over':
      return a === 0 ? 0 : b === 1 ? a : undefined;
    case 'atMost':
      return a === Number.POSITIVE_INFINITY ? b : b === Number.POSITIVE_INFINITY ? a : undefined;
    case 'atLeast':
      return a === Number.POSITIVE_INFINITY || b === Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : undefined;
    default:
      return undefined;
  }
}

/** Finds the place of an operation that was recorded before: open addressing over the code and both places. */
class PlaceTable {
  #places = new Int32Array(16_384).fill(-1);
  #codes = new Uint8Array(16_384);
  #a = new Int32Array(16_384);
  #b = new Int32Array(16_384);
  #count = 0;

  find(code: number, a: number, b: number): number {
    const mask = this.#places.length - 1;
    for (let i = hashOf(code, a, b) & mask; ; i = (i + 1) & mask) {
      const place = this.#places[i] ?? -1;
      if (place < 0 || (this.#a[i] === a && this.#b[i] === b && this.#codes[i] === code)) return place;
    }
  }

  add(code: number, a: number, b: number, place: number): void {
    if (2 * ++this.#count > this.#places.length) this.#grow();
    const mask = this.#places.length - 1;
    let i = hashOf(code, a, b) & mask;
    while ((this.#places[i] ?? -1) >= 0) i = (i + 1) & mask;
    this.#places[i] = place;
    this.#codes[i] = code;
    this.#a[i] = a;
    this.#b[i] = b;
  }

  #grow(): void {
    const [places, codes, a, b] = [this.#places, this.#codes, this.#a, this.#b];
    const room = 2 * places.length;
    this.#places = new Int32Array(room).fill(-1);
    this.#codes = new Uint8Array(room);
    this.#a = new Int32Array(room);
    this.#b = new Int32Array(room);
    this.#count = 1;
    for (let i = 0; i < places.length; i++) {
      const place = places[i] ?? -1;
      if (place >= 0) this.add(codes[i] ?? 0, a[i] ?? 0, b[i] ?? 0, place);
    }
  }
}

const hashOf = (code: number, a: number, b: number): number => {
  const mixed = Math.imul(a, 0x9e37_79b1) ^ Math.imul(b, 0x85eb_ca6b) ^ Math.imul(code, 0xc2b2_ae35);
  return mixed ^ (mixed >>> 15);
};

/** The operations of a recording side by side. */
interface Operations {
  readonly codes: Uint8Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly base: Float64Array;
}

/** What a batch of worlds came to: a row of the wanted numbers for each; null where the world goes another way than the recorded one. */
export type Rows = readonly (Float64Array | null)[];

/** Computes the wanted numbers of a recording for batches of worlds. */
export class Player {
  readonly #tape: Operations;
  readonly #needed: Uint8Array;
  readonly #decisions: readonly Decision[];
  /** Places of the wanted numbers; −1 for a plain one. */
  readonly #wanted: Int32Array;
  readonly #baseRow: Float64Array;
  /** One more than the slot of a place among the columns; 0 for a number that is the same in all worlds. */
  readonly #slots: Int32Array;
  readonly #list: Int32Array;
  #columns = new Float64Array(0);

  constructor(tape: Operations, needed: Uint8Array, decisions: readonly Decision[], wanted: readonly number[]) {
    this.#tape = tape;
    this.#needed = needed;
    this.#decisions = decisions;
    this.#wanted = Int32Array.from(wanted, (number) => recorded(number)?.place ?? -1);
    this.#baseRow = Float64Array.from(wanted, baseOf);
    this.#slots = new Int32Array(tape.codes.length);
    this.#list = new Int32Array(tape.codes.length);
  }

  /** The wanted numbers in each world. Costs one pass over the tape and an operation for each number that differs and each world. */
  play(worlds: readonly Differences[]): Rows {
    const count = this.#differing(worlds);
    const width = worlds.length;
    if (this.#columns.length < count * width) this.#columns = new Float64Array(count * width);
    for (let slot = 0; slot < count; slot++) {
      const place = this.#list[slot]!;
      if (this.#tape.codes[place]! <= CODES.input) this.#fill(slot, place, worlds);
      else this.#run(slot * width, place, width);
    }
    const differ: number[] = [];
    for (let i = 0; i < this.#wanted.length; i++) if (this.#slotOf(this.#wanted[i]!) >= 0) differ.push(i);
    const rows = worlds.map((_, w) => (this.#followed(w, width) ? this.#rowOf(differ, w, width) : null));
    this.#slots.fill(0);
    return rows;
  }

  #slotOf(place: number): number {
    return place < 0 ? -1 : this.#slots[place]! - 1;
  }

  /** Lists the places that differ in some world, in order, and gives each a slot; returns how many there are. */
  #differing(worlds: readonly Differences[]): number {
    const { codes, a, b } = this.#tape;
    const needed = this.#needed;
    const slots = this.#slots;
    const list = this.#list;
    let count = 0;
    for (const world of worlds)
      for (const place of world.keys()) {
        if (slots[place] !== 0 || needed[place] === 0) continue;
        list[count] = place;
        slots[place] = ++count;
      }
    for (let place = 0; place < codes.length; place++) {
      if (codes[place]! <= CODES.input || needed[place] === 0) continue;
      if (slots[a[place]!] === 0 && slots[b[place]!] === 0) continue;
      list[count] = place;
      slots[place] = ++count;
    }
    return count;
  }

  #fill(slot: number, place: number, worlds: readonly Differences[]): void {
    const base = this.#tape.base[place] ?? 0;
    for (const [w, world] of worlds.entries()) this.#columns[slot * worlds.length + w] = world.get(place) ?? base;
  }

  /** One operation over all worlds; a number that is the same in all of them is read once. */
  #run(to: number, place: number, width: number): void {
    const { codes, a, b, base } = this.#tape;
    const first = a[place]!;
    const second = b[place]!;
    const atA = this.#slots[first]! - 1;
    const atB = this.#slots[second]! - 1;
    if (atA < 0) runWithFirst(codes[place]!, this.#columns, to, base[first]!, atB * width, width);
    else if (atB < 0) runWithSecond(codes[place]!, this.#columns, to, atA * width, base[second]!, width);
    else runBoth(codes[place]!, this.#columns, to, atA * width, atB * width, width);
  }

  #followed(w: number, width: number): boolean {
    const at = (place: number): number => {
      const slot = this.#slotOf(place);
      return slot < 0 ? this.#tape.base[place]! : this.#columns[slot * width + w]!;
    };
    return this.#decisions.every(({ a, b, holds }) => at(a) > at(b) === holds);
  }

  #rowOf(differ: readonly number[], w: number, width: number): Float64Array {
    const row = this.#baseRow.slice();
    for (const i of differ) row[i] = this.#columns[this.#slotOf(this.#wanted[i]!) * width + w]!;
    return row;
  }
}

/** Applies an operation whose numbers both differ from world to world. */
function runBoth(code: number, n: Float64Array, to: number, a: number, b: number, width: number): void {
  switch (code) {
    case CODES.plus:
      for (let w = 0; w < width; w++) n[to + w] = n[a + w]! + n[b + w]!;
      return;
    case CODES.minus:
      for (let w = 0; w < width; w++) n[to + w] = n[a + w]! - n[b + w]!;
      return;
    case CODES.times:
      for (let w = 0; w < width; w++) n[to + w] = n[a + w]! * n[b + w]!;
      return;
    case CODES.over:
      for (let w = 0; w < width; w++) n[to + w] = n[a + w]! / n[b + w]!;
      return;
    default:
      for (let w = 0; w < width; w++) n[to + w] = applied(code, n[a + w]!, n[b + w]!);
  }
}

/** Applies an operation whose second number is the same in all worlds. */
function runWithSecond(code: number, n: Float64Array, to: number, a: number, y: number, width: number): void {
  switch (code) {
    case CODES.plus:
      for (let w = 0; w < width; w++) n[to + w] = n[a + w]! + y;
      return;
    case CODES.minus:
      for (let w = 0; w < width; w++) n[to + w] = n[a + w]! - y;
      return;
    case CODES.times:
      for (let w = 0; w < width; w++) n[to + w] = n[a + w]! * y;
      return;
    default:
      for (let w = 0; w < width; w++) n[to + w] = applied(code, n[a + w]!, y);
  }
}

/** Applies an operation whose first number is the same in all worlds. */
function runWithFirst(code: number, n: Float64Array, to: number, x: number, b: number, width: number): void {
  switch (code) {
    case CODES.plus:
      for (let w = 0; w < width; w++) n[to + w] = x + n[b + w]!;
      return;
    case CODES.minus:
      for (let w = 0; w < width; w++) n[to + w] = x - n[b + w]!;
      return;
    case CODES.times:
      for (let w = 0; w < width; w++) n[to + w] = x * n[b + w]!;
      return;
    default:
      for (let w = 0; w < width; w++) n[to + w] = applied(code, x, n[b + w]!);
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
