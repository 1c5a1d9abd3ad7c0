// A compiled tree laid out for asking often: every linear piece brought into the weights at the start, so that a value is a few
// dozen dot products and its gradient a sum of the pieces chosen. Only for trees that do not vary with the month.

import { INSOLVENT, KIND_COUNT, type PerKind } from '../debtor/kinds.ts';
import { gradient, type Scratch, type Worth, worthOf } from './compile.ts';

/** A linear piece and the choices inside it, all per unit of weight at the start of the tree. */
interface Flat {
  /** Value per kind, and its growth per month of delay. */
  readonly now: PerKind;
  readonly growth: PerKind;
  readonly choices: readonly (readonly Flat[])[];
}

/** How weights at the start of the tree arrive at a piece. */
interface Way {
  readonly reach: PerKind;
  readonly turned: PerKind;
  readonly at: number;
  readonly scale: number;
}

function flatten(worth: Worth, { reach, turned, at, scale }: Way): Flat | null {
  if (worth.start !== 0) return null;
  const { v0, v1 } = worth;
  const now = new Float64Array(KIND_COUNT);
  const growth = new Float64Array(KIND_COUNT);
  const z0 = v0[INSOLVENT]! + at * v1[INSOLVENT]!;
  const z1 = v1[INSOLVENT]!;
  for (let k = 0; k < KIND_COUNT; k++) {
    now[k] = scale * (reach[k]! * (v0[k]! + at * v1[k]!) + turned[k]! * z0);
    growth[k] = scale * (reach[k]! * v1[k]! + turned[k]! * z1);
  }
  const choices: Flat[][] = [];
  for (const choice of worth.choices) {
    const inner = { reach: new Float64Array(KIND_COUNT), turned: new Float64Array(KIND_COUNT) };
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
    choices.push(pieces);
  }
  return { now, growth, choices };
}

function flatValue({ now, growth, choices }: Flat, u: PerKind, delay: number): number {
  let value = 0;
  for (let k = 0; k < KIND_COUNT; k++) value += u[k]! * (now[k]! + delay * growth[k]!);
  for (let i = 0; i < choices.length; i++) {
    const pieces = choices[i]!;
    let most = 0;
    for (let p = 0; p < pieces.length; p++) {
      const v = flatValue(pieces[p]!, u, delay);
      if (p === 0 || v > most) most = v;
    }
    value += most;
  }
  return value;
}

function addGradient({ now, growth, choices }: Flat, u: PerKind, delay: number, g: PerKind): void {
  for (let k = 0; k < KIND_COUNT; k++) g[k]! += now[k]! + delay * growth[k]!;
  for (const pieces of choices) {
    let best: Flat | null = null;
    let most = 0;
    for (const piece of pieces) {
      const v = pieces.length === 1 ? 0 : flatValue(piece, u, delay);
      if (best === null || v > most) {
        best = piece;
        most = v;
      }
    }
    if (best) addGradient(best, u, delay, g);
  }
}

/** Value per kind if every choice could be made knowing the kind: no weights can do better. */
function upperBound({ now, growth, choices }: Flat, delay: number): PerKind {
  const bound = new Float64Array(KIND_COUNT);
  for (let k = 0; k < KIND_COUNT; k++) bound[k] = now[k]! + delay * growth[k]!;
  for (const pieces of choices) {
    const inner = pieces.map((piece) => upperBound(piece, delay));
    for (let k = 0; k < KIND_COUNT; k++) {
      let most = Number.NEGATIVE_INFINITY;
      for (const piece of inner) most = Math.max(most, piece[k]!);
      if (inner.length > 0) bound[k]! += most;
    }
  }
  return bound;
}

/** Values compiled trees and remembers their flat form. */
export class Valuer {
  readonly #flat = new Map<Worth, Flat | null>();
  readonly #ceilings = new Map<Flat, { month: number; bound: PerKind }>();
  readonly #buffers: Scratch;

  constructor(buffers: Scratch) {
    this.#buffers = buffers;
  }

  #of(worth: Worth): Flat | null {
    let flat = this.#flat.get(worth);
    if (flat === undefined) {
      flat = flatten(worth, START);
      this.#flat.set(worth, flat);
    }
    return flat;
  }

  /** Value of starting with weights `u` in `month`, relative to that month; the same as `worthOf`. */
  value(worth: Worth, u: PerKind, month: number): number {
    const flat = this.#of(worth);
    return flat ? flatValue(flat, u, month) : worthOf(worth, u, month, this.#buffers);
  }

  /** A value per kind that no policy inside the tree exceeds, when started in `month`; null when the tree varies with the month. */
  ceiling(worth: Worth, month: number): PerKind | null {
    const flat = this.#of(worth);
    if (!flat) return null;
    let known = this.#ceilings.get(flat);
    if (known?.month !== month) {
      known = { month, bound: upperBound(flat, month) };
      this.#ceilings.set(flat, known);
    }
    return known.bound;
  }

  /** Value per unit of weight of each kind; the same as `gradient`. */
  gradient(worth: Worth, u: PerKind, month: number): PerKind {
    const flat = this.#of(worth);
    if (!flat) return gradient(worth, u, month, this.#buffers);
    const g = new Float64Array(KIND_COUNT);
    addGradient(flat, u, month, g);
    return g;
  }
}

const START: Way = {
  reach: new Float64Array(KIND_COUNT).fill(1),
  turned: new Float64Array(KIND_COUNT),
  at: 0,
  scale: 1,
};
