// A compiled tree laid out for asking often: every linear piece brought into the weights at the start, so that a value is a few
// dozen dot products and its gradient a sum of the pieces chosen. Only for trees whose choices do not vary with the month.

import { INSOLVENT, KIND_COUNT, type PerKind } from '../debtor/kinds.ts';
import { gradient, type Scratch, type Worth, worthOf } from './compile.ts';

/** One number per kind. A plain array: typed ones of this length cost more to make than to use. */
type Numbers = number[];

/** A linear piece and the choices inside it, all per unit of weight at the start of the tree. */
interface Flat {
  /** Value per kind in month 0, and its growth per month. */
  readonly now: Numbers;
  readonly growth: Numbers;
  /** The same if every choice inside could be made knowing the kind, and the growth apart from the value: no weights do better. */
  readonly most: Numbers;
  readonly mostGrowth: Numbers;
  readonly choices: readonly (readonly Flat[])[];
}

/** How weights at the start of the tree arrive at a piece. */
interface Way {
  readonly reach: Numbers | PerKind;
  readonly turned: Numbers | PerKind;
  readonly at: number;
  readonly scale: number;
}

/** Lays out a tree; null when one of its choices varies with the month. */
function flatten(worth: Worth, { reach, turned, at, scale }: Way): Flat | null {
  const { v0, v1, start } = worth;
  const now: Numbers = [0, 0, 0, 0, 0];
  const growth: Numbers = [0, 0, 0, 0, 0];
  const later = at - start;
  const z1 = v1[INSOLVENT]!;
  const z0 = v0[INSOLVENT]! + later * z1;
  for (let k = 0; k < KIND_COUNT; k++) {
    now[k] = scale * (reach[k]! * (v0[k]! + later * v1[k]!) + turned[k]! * z0);
    growth[k] = scale * (reach[k]! * v1[k]! + turned[k]! * z1);
  }
  if (worth.choices.length === 0) return { now, growth, most: now, mostGrowth: growth, choices: NONE };

  const most = now.slice();
  const mostGrowth = growth.slice();
  const choices: Flat[][] = [];
  for (const choice of worth.choices) {
    const inner = { reach: [0, 0, 0, 0, 0], turned: [0, 0, 0, 0, 0] };
    const z = choice.reach[INSOLVENT]! + choice.turned[INSOLVENT]!;
    for (let k = 0; k < KIND_COUNT; k++) {
      inner.reach[k] = reach[k]! * choice.reach[k]!;
      inner.turned[k] = reach[k]! * choice.turned[k]! + turned[k]! * z;
    }
    const way: Way = { ...inner, at: at + choice.at, scale: scale * choice.scale };
    const pieces: Flat[] = [];
    for (const { fixed } of choice.candidates) {
      const piece = fixed && flatten(fixed, way);
      if (!piece) return null;
      pieces.push(piece);
    }
    if (pieces.length === 0) continue;
    addMost(pieces, most, mostGrowth);
    choices.push(pieces);
  }
  return { now, growth, most, mostGrowth, choices };
}

const NONE: readonly (readonly Flat[])[] = [];

/** Adds what is best at a choice for each kind by itself. */
function addMost(pieces: readonly Flat[], most: Numbers, mostGrowth: Numbers): void {
  for (let k = 0; k < KIND_COUNT; k++) {
    let high = Number.NEGATIVE_INFINITY;
    let fast = Number.NEGATIVE_INFINITY;
    for (let p = 0; p < pieces.length; p++) {
      high = Math.max(high, pieces[p]!.most[k]!);
      fast = Math.max(fast, pieces[p]!.mostGrowth[k]!);
    }
    most[k]! += high;
    mostGrowth[k]! += fast;
  }
}

/** Σ over kinds of u·(a + month·b). */
const line = (u: PerKind, a: Numbers, b: Numbers, month: number): number =>
  u[0]! * (a[0]! + month * b[0]!) +
  u[1]! * (a[1]! + month * b[1]!) +
  u[2]! * (a[2]! + month * b[2]!) +
  u[3]! * (a[3]! + month * b[3]!) +
  u[4]! * (a[4]! + month * b[4]!);

function flatValue({ now, growth, choices }: Flat, u: PerKind, month: number): number {
  let value = line(u, now, growth, month);
  for (let i = 0; i < choices.length; i++) {
    const pieces = choices[i]!;
    let high = Number.NEGATIVE_INFINITY;
    for (let p = 0; p < pieces.length; p++) {
      const piece = pieces[p]!;
      // A piece without choices costs as much to value as to bound.
      if (p > 0 && piece.choices.length > 0 && line(u, piece.most, piece.mostGrowth, month) <= high) continue;
      const v = flatValue(piece, u, month);
      if (v > high) high = v;
    }
    value += high;
  }
  return value;
}

function addGradient({ now, growth, choices }: Flat, u: PerKind, month: number, g: PerKind): void {
  for (let k = 0; k < KIND_COUNT; k++) g[k]! += now[k]! + month * growth[k]!;
  for (const pieces of choices) {
    let best = pieces[0]!;
    if (pieces.length > 1) {
      let high = flatValue(best, u, month);
      for (let p = 1; p < pieces.length; p++) {
        const v = flatValue(pieces[p]!, u, month);
        if (v <= high) continue;
        best = pieces[p]!;
        high = v;
      }
    }
    addGradient(best, u, month, g);
  }
}

/** A compiled tree that is asked for its value; its flat form is made when it is first asked. */
export class Laid {
  readonly #worth: Worth;
  readonly #buffers: Scratch;
  #flat: Flat | null | undefined;

  constructor(worth: Worth, buffers: Scratch) {
    this.#worth = worth;
    this.#buffers = buffers;
  }

  #laid(): Flat | null {
    if (this.#flat === undefined) this.#flat = flatten(this.#worth, START);
    return this.#flat;
  }

  /** Value of starting with weights `u` in `month`, relative to that month; the same as `worthOf`. */
  value(u: PerKind, month: number): number {
    const flat = this.#laid();
    return flat ? flatValue(flat, u, month) : worthOf(this.#worth, u, month, this.#buffers);
  }

  /** A value that no policy inside the tree exceeds, for weights `u` in `month`; infinite when the tree cannot be laid out. */
  ceiling(u: PerKind, month: number): number {
    const flat = this.#laid();
    return flat ? line(u, flat.most, flat.mostGrowth, month) : Number.POSITIVE_INFINITY;
  }

  /** Value per unit of weight of each kind; the same as `gradient`. */
  gradient(u: PerKind, month: number): PerKind {
    const flat = this.#laid();
    if (!flat) return gradient(this.#worth, u, month, this.#buffers);
    const g = new Float64Array(KIND_COUNT);
    addGradient(flat, u, month, g);
    return g;
  }
}

/** Values compiled trees and remembers their flat form. */
export class Valuer {
  readonly #laid = new Map<Worth, Laid>();
  readonly #buffers: Scratch;

  constructor(buffers: Scratch) {
    this.#buffers = buffers;
  }

  /** The tree, ready to be asked. */
  of(worth: Worth): Laid {
    let laid = this.#laid.get(worth);
    if (!laid) {
      laid = new Laid(worth, this.#buffers);
      this.#laid.set(worth, laid);
    }
    return laid;
  }

  /** Value of starting with weights `u` in `month`, relative to that month; the same as `worthOf`. */
  value(worth: Worth, u: PerKind, month: number): number {
    return this.of(worth).value(u, month);
  }

  /** Value per unit of weight of each kind; the same as `gradient`. */
  gradient(worth: Worth, u: PerKind, month: number): PerKind {
    return this.of(worth).gradient(u, month);
  }
}

const START: Way = {
  reach: [1, 1, 1, 1, 1],
  turned: [0, 0, 0, 0, 0],
  at: 0,
  scale: 1,
};
