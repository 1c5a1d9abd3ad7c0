// Flattens a compiled tree that is valued often: every linear piece is expressed in the weights at the start, so that a value is a few
// dozen dot products and its gradient a sum of the chosen pieces. It serves trees whose choices do not vary with the month.

import { INSOLVENT, KIND_COUNT, type PerKind } from '../../assumptions/kinds.ts';
import {
  type CompiledTree,
  type DecisionPoint,
  gradient,
  type ScalableTree,
  type Scratch,
  treeValue,
  type Values,
  zeros,
} from './compiled_tree.ts';

/** A linear piece and the choices inside it, all per unit of weight at the start of the tree. */
interface FlatPiece {
  /** Where its numbers begin in the pool: the value per kind in month 0, then its growth per month. */
  readonly own: number;
  /**
   * The same if every choice inside could be made knowing the kind, and the growth apart from the value: no weights do better.
   * The piece's own numbers when it has no choices.
   */
  readonly most: number;
  readonly choices: readonly FlatChoice[];
}

/** A choice among pieces. */
interface FlatChoice {
  readonly pieces: readonly FlatPiece[];
  /** The piece that was best last time. It mostly is again, so that the others need not be valued. */
  lastBest: FlatPiece;
}

/** Numbers of a piece: a value and a growth for each kind. */
const SIZE = 2 * KIND_COUNT;

/** Where the way of those begins who stand at the start of a tree, as the kind they are. */
const EVERYBODY = 0;

/** Stores the numbers of all pieces of a board side by side, because hundreds of short arrays cost more to make than to use. */
class NumberPool {
  numbers = new Float64Array(300 * SIZE).fill(1, EVERYBODY, KIND_COUNT);
  /** Room for a tree read for another balance, until it is laid out. */
  readonly v0 = zeros();
  readonly v1 = zeros();
  #used = SIZE;

  /** Room for the numbers of one more piece, all 0. */
  take(): number {
    const at = this.#used;
    this.#used += SIZE;
    if (this.#used > this.numbers.length) {
      const more = new Float64Array(2 * this.numbers.length);
      more.set(this.numbers);
      this.numbers = more;
    }
    return at;
  }
}

/**
 * Flattens a tree that is reached `at` months after the start; null when one of its choices varies with the month. The pool holds at `way`
 * the chances of arriving, as the kind at the start and then as an insolvent debtor.
 */
function flatten(worth: CompiledTree, way: number, at: number, scale: number, pool: NumberPool): FlatPiece | null {
  const { v0, v1, start, choices } = worth;
  const own = layOut(v0, v1, at - start, way, scale, pool);
  if (choices.length === 0) return { own, most: own, choices: NO_CHOICES };
  const found: FlatChoice[] = [];
  for (const choice of choices) {
    const { balance, month } = choice;
    if (!addFork(choice, balance, month, way, at, scale, pool, found)) return null;
  }
  return { own, most: mostOf(own, found, pool), choices: found };
}

/** Flattens a tree that serves many balances without making the tree of this one; `month` is that of its start. */
function flattenShared(
  tree: ScalableTree,
  balance: number,
  month: number,
  way: number,
  at: number,
  scale: number,
  pool: NumberPool,
): FlatPiece | null {
  const { start, choices } = tree.worth;
  tree.rescale(balance, month, pool.v0, pool.v1);
  const own = layOut(pool.v0, pool.v1, at - start, way, scale, pool);
  if (choices.length === 0) return { own, most: own, choices: NO_CHOICES };
  const found: FlatChoice[] = [];
  for (const choice of choices) {
    const left = choice.event.goes_on?.balance ?? balance;
    if (!addFork(choice, left, month + choice.at, way, at, scale, pool, found)) return null;
  }
  return { own, most: mostOf(own, found, pool), choices: found };
}

/** The numbers of a tree without its choices. */
function layOut(v0: Values, v1: Values, later: number, way: number, scale: number, pool: NumberPool): number {
  const own = pool.take();
  const { numbers } = pool;
  const z1 = v1[INSOLVENT]!;
  const z0 = v0[INSOLVENT]! + later * z1;
  for (let k = 0; k < KIND_COUNT; k++) {
    const reach = numbers[way + k]!;
    const turned = numbers[way + KIND_COUNT + k]!;
    numbers[own + k] = scale * (reach * (v0[k]! + later * v1[k]!) + turned * z0);
    numbers[own + KIND_COUNT + k] = scale * (reach * v1[k]! + turned * z1);
  }
  return own;
}

/** Adds a choice of a tree that is reached by `way`, if anything can be chosen; false when that varies with the month. */
function addFork(
  choice: DecisionPoint,
  balance: number,
  month: number,
  way: number,
  at: number,
  scale: number,
  pool: NumberPool,
  found: FlatChoice[],
): boolean {
  const { kin } = choice;
  const on = wayOn(choice, way, pool);
  const then = at + choice.at;
  const scaled = scale * choice.scale;
  const pieces: FlatPiece[] = [];
  const shared = kin.shared(balance, month);
  if (shared)
    for (const tree of shared) {
      const piece = flattenShared(tree, balance, month, on, then, scaled, pool);
      if (!piece) return false;
      pieces.push(piece);
    }
  else
    for (const { fixed } of kin.candidates(balance, month)) {
      const piece = fixed && flatten(fixed, on, then, scaled, pool);
      if (!piece) return false;
      pieces.push(piece);
    }
  if (pieces.length > 0) found.push({ pieces, lastBest: pieces[0]! });
  return true;
}

/** The way through a choice, for those who came to its tree by `way`. */
function wayOn({ reach, turned }: DecisionPoint, way: number, pool: NumberPool): number {
  const on = pool.take();
  const { numbers } = pool;
  const z = reach[INSOLVENT]! + turned[INSOLVENT]!;
  for (let k = 0; k < KIND_COUNT; k++) {
    const here = numbers[way + k]!;
    numbers[on + k] = here * reach[k]!;
    numbers[on + KIND_COUNT + k] = here * turned[k]! + numbers[way + KIND_COUNT + k]! * z;
  }
  return on;
}

const NO_CHOICES: readonly FlatChoice[] = [];

/** Bounds a piece from above: its own part, and at each choice the best exit for each kind by itself. */
function mostOf(own: number, choices: readonly FlatChoice[], pool: NumberPool): number {
  const most = pool.take();
  const { numbers } = pool;
  for (let k = 0; k < SIZE; k++) {
    let sum = numbers[own + k]!;
    for (const { pieces } of choices) {
      let high = Number.NEGATIVE_INFINITY;
      for (const piece of pieces) high = Math.max(high, numbers[piece.most + k]!);
      sum += high;
    }
    numbers[most + k] = sum;
  }
  return most;
}

/** Σ over kinds of u·(value + month·growth), of the numbers that begin at `i`. */
const line = (n: Float64Array, i: number, u: PerKind, month: number): number =>
  u[0]! * (n[i]! + month * n[i + 5]!) +
  u[1]! * (n[i + 1]! + month * n[i + 6]!) +
  u[2]! * (n[i + 2]! + month * n[i + 7]!) +
  u[3]! * (n[i + 3]! + month * n[i + 8]!) +
  u[4]! * (n[i + 4]! + month * n[i + 9]!);

/** Value of the choices inside a piece. */
function choicesValue(n: Float64Array, choices: FlatPiece['choices'], u: PerKind, month: number): number {
  let value = 0;
  for (let i = 0; i < choices.length; i++) {
    const choice = choices[i]!;
    const { pieces, lastBest: likely } = choice;
    let high = pieceValue(n, likely, u, month);
    for (let p = 0; p < pieces.length; p++) {
      const piece = pieces[p]!;
      if (piece === likely) continue;
      const ceiling = line(n, piece.most, u, month);
      if (ceiling <= high) continue;
      const v = piece.choices.length === 0 ? ceiling : pieceValue(n, piece, u, month);
      if (v <= high) continue;
      high = v;
      choice.lastBest = piece;
    }
    value += high;
  }
  return value;
}

const pieceValue = (n: Float64Array, { own, choices }: FlatPiece, u: PerKind, month: number): number =>
  choices.length === 0 ? line(n, own, u, month) : line(n, own, u, month) + choicesValue(n, choices, u, month);

function addGradient(n: Float64Array, { own, choices }: FlatPiece, u: PerKind, month: number, g: PerKind): void {
  for (let k = 0; k < KIND_COUNT; k++) g[k]! += n[own + k]! + month * n[own + KIND_COUNT + k]!;
  for (const { pieces } of choices) {
    let best = pieces[0]!;
    if (pieces.length > 1) {
      let high = pieceValue(n, best, u, month);
      for (let p = 1; p < pieces.length; p++) {
        const v = pieceValue(n, pieces[p]!, u, month);
        if (v <= high) continue;
        best = pieces[p]!;
        high = v;
      }
    }
    addGradient(n, best, u, month, g);
  }
}

/** A compiled tree that is asked for its value; its flat form is made when it is first asked. */
export class FlatTree {
  readonly #worth: CompiledTree;
  readonly #pool: NumberPool;
  readonly #buffers: Scratch;
  #flat: FlatPiece | null | undefined;

  constructor(worth: CompiledTree, pool: NumberPool, buffers: Scratch) {
    this.#worth = worth;
    this.#pool = pool;
    this.#buffers = buffers;
  }

  #laid(): FlatPiece | null {
    if (this.#flat === undefined) this.#flat = flatten(this.#worth, EVERYBODY, 0, 1, this.#pool);
    return this.#flat;
  }

  /** Value of starting with weights `u` in `month`, relative to that month; the same as `worthOf`. */
  value(u: PerKind, month: number): number {
    const flat = this.#laid();
    return flat ? pieceValue(this.#pool.numbers, flat, u, month) : treeValue(this.#worth, u, month, this.#buffers);
  }

  /** A value that no policy inside the tree exceeds, for weights `u` in `month`; infinite when the tree cannot be laid out. */
  ceiling(u: PerKind, month: number): number {
    const flat = this.#laid();
    return flat ? line(this.#pool.numbers, flat.most, u, month) : Number.POSITIVE_INFINITY;
  }

  /** Value per unit of weight of each kind; the same as `gradient`. */
  gradient(u: PerKind, month: number): PerKind {
    const flat = this.#laid();
    if (!flat) return gradient(this.#worth, u, month, this.#buffers);
    const g = new Float64Array(KIND_COUNT);
    addGradient(this.#pool.numbers, flat, u, month, g);
    return g;
  }
}

/** Values compiled trees and caches their flat form. */
export class FlatTrees {
  readonly #laid = new Map<CompiledTree, FlatTree>();
  readonly #pool = new NumberPool();
  readonly #buffers: Scratch;

  constructor(buffers: Scratch) {
    this.#buffers = buffers;
  }

  /** The tree, ready to be asked. */
  of(worth: CompiledTree): FlatTree {
    let laid = this.#laid.get(worth);
    if (!laid) {
      laid = new FlatTree(worth, this.#pool, this.#buffers);
      this.#laid.set(worth, laid);
    }
    return laid;
  }

  /** Value of starting with weights `u` in `month`, relative to that month; the same as `worthOf`. */
  value(worth: CompiledTree, u: PerKind, month: number): number {
    return this.of(worth).value(u, month);
  }

  /** Value per unit of weight of each kind; the same as `gradient`. */
  gradient(worth: CompiledTree, u: PerKind, month: number): PerKind {
    return this.of(worth).gradient(u, month);
  }
}
