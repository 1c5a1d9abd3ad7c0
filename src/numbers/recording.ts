// Records how numbers follow from inputs, once, so that they can be computed again for many worlds (numbers/player.ts). A recording belongs
// to one request.

import { APPLY, type Operation, StrictNumber, standingFor, type Tape, tapePlaceOf } from './number.ts';
import { CODES, type Operations, type WayTaken, withRoom } from './operations.ts';
import { Player } from './player.ts';
import { codeAt, numberAt, placeAt } from './row.ts';

/** A tape of operations. Places count from 0; an operation refers to earlier places only. */
export class Recording implements Tape {
  #tape = withRoom(null, 65_536);
  #length = 0;
  readonly #constants = new Map<number, number>();
  readonly #known = new PlaceTable();
  /** The ways that are noted already, by both places. */
  readonly #decided = new Set<number>();
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
    const way = a * 2 ** 26 + b;
    if (!this.#decided.has(way)) this.#decisions.push({ a, b, holds });
    this.#decided.add(way);
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
    const { codes, a, b, base } = this.#tape;
    const needed = this.#neededFor(wanted);
    // Where a needed operation stands among the needed ones.
    const among = new Int32Array(this.#length).fill(-1);
    let count = 0;
    for (let place = 0; place < needed.length; place++) if (codeAt(needed, place) !== 0) among[place] = count++;
    const tape = withRoom(null, count);
    for (let place = 0; place < needed.length; place++) {
      const to = placeAt(among, place);
      if (to < 0) continue;
      tape.codes[to] = codeAt(codes, place);
      tape.base[to] = numberAt(base, place);
      if (codeAt(codes, place) <= CODES.input) continue;
      tape.a[to] = placeAt(among, placeAt(a, place));
      tape.b[to] = placeAt(among, placeAt(b, place));
    }
    const ways = this.#decisions.map(({ a: x, b: y, holds }) => ({
      a: placeAt(among, x),
      b: placeAt(among, y),
      holds,
    }));
    return new Player(tape, among, ways, wanted);
  }

  #neededFor(wanted: readonly number[]): Uint8Array {
    const { codes, a, b } = this.#tape;
    const needed = new Uint8Array(this.#length);
    for (const number of wanted) {
      const place = tapePlaceOf(number);
      if (place >= 0) needed[place] = 1;
    }
    for (const way of this.#decisions) {
      needed[way.a] = 1;
      needed[way.b] = 1;
    }
    for (let place = needed.length - 1; place >= 0; place--) {
      if (codeAt(needed, place) === 0 || codeAt(codes, place) <= CODES.input) continue;
      needed[placeAt(a, place)] = 1;
      needed[placeAt(b, place)] = 1;
    }
    return needed;
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
      if (a === ENDLESS || b === ENDLESS) return ENDLESS;
      return a === -ENDLESS ? b : b === -ENDLESS ? a : null;
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
