// Lays a compiled tree out for valuing it often: every linear piece is expressed in the weights at the start, so that a value is a few
// dozen dot products, its gradient a sum of the chosen pieces, and a fixed policy a list of pieces. The numbers stand on a sheet.

import { INSOLVENT, KIND_COUNT, ofKind, type PerKind, perKind, zeros } from '../../assumptions/kinds.ts';
import { atLeast, minus, plus, times } from '../../numbers/number.ts';
import { numberAt, type Row } from '../../numbers/row.ts';
import { dotAt } from '../vector.ts';
import type { CompiledTree, DecisionNode } from './compiled_tree.ts';
import type { NumberSheet } from './number_sheet.ts';

/** A linear piece and the choices inside it, all per unit of weight at the start of the tree. */
export interface Piece {
  /** The exit that it belongs to, with its terms; null for the tree itself. */
  readonly key: string | null;
  /** Where its numbers begin: the value per kind in month 0, then its growth per month. */
  readonly own: number;
  /**
   * The same if every choice inside could be made knowing the kind, and the growth apart from the value: no weights do better.
   * The piece's own numbers when it has no choices.
   */
  readonly most: number;
  readonly choices: readonly Choice[];
}

/** A choice among pieces. */
export interface Choice {
  /** Which choice of the tree it is. */
  readonly which: number;
  readonly pieces: readonly Piece[];
  /** The piece that was best last time. It mostly is again, so that the others need not be valued. */
  lastBest: Piece;
}

/** A tree laid out. */
export interface LaidOut {
  readonly piece: Piece;
  /** It serves any month of the start; else what may follow was looked for from one month. */
  readonly anyMonth: boolean;
}

/** Where a walk stands: the chances of arriving, as the kind at the start or turned insolvent, the month, and the discount to the start. */
interface Way {
  readonly reach: PerKind;
  readonly turned: PerKind;
  /** Months after the start of the whole tree. */
  readonly at: number;
  readonly scale: number;
}

const FROM_THE_START: Way = { reach: perKind(() => 1), turned: zeros(), at: 0, scale: 1 };

/** Lays out a tree that is started in `month`. */
export function layOut(tree: CompiledTree, month: number, sheet: NumberSheet): LaidOut {
  const layout = new TreeLayout(month, sheet);
  const piece = layout.pieceOf(tree, null, FROM_THE_START);
  return { piece, anyMonth: layout.anyMonth };
}

/** One tree being laid out. */
class TreeLayout {
  anyMonth = true;
  readonly #month: number;
  readonly #entries: number[];

  constructor(month: number, { entries }: NumberSheet) {
    this.#month = month;
    this.#entries = entries;
  }

  pieceOf(tree: CompiledTree, key: string | null, way: Way): Piece {
    const own = this.#put(tree, way);
    const choices: Choice[] = [];
    for (const [which, choice] of tree.choices.entries()) {
      const pieces = this.#piecesOf(choice, wayThrough(choice, way));
      const [lastBest] = pieces;
      if (lastBest !== undefined) choices.push({ which, pieces, lastBest });
    }
    return { key, own, most: choices.length === 0 ? own : this.#putMost(own, choices), choices };
  }

  #piecesOf(choice: DecisionNode, way: Way): Piece[] {
    return choice.candidates.map((candidate) => {
      if (candidate.fixed === null) this.anyMonth = false;
      const tree = candidate.fixed ?? candidate.tree(plus(this.#month, way.at));
      return this.pieceOf(tree, candidate.key, way);
    });
  }

  /** The numbers of a tree without its choices, per unit of weight at the start of the whole. */
  #put({ v0, v1, start }: CompiledTree, { reach, turned, at, scale }: Way): number {
    const place = this.#entries.length;
    const later = minus(at, start);
    const growth = ofKind(v1, INSOLVENT);
    const failed = plus(ofKind(v0, INSOLVENT), times(later, growth));
    for (let k = 0; k < KIND_COUNT; k++) {
      const now = plus(ofKind(v0, k), times(later, ofKind(v1, k)));
      this.#entries.push(times(scale, plus(times(ofKind(reach, k), now), times(ofKind(turned, k), failed))));
    }
    for (let k = 0; k < KIND_COUNT; k++) {
      const arriving = plus(times(ofKind(reach, k), ofKind(v1, k)), times(ofKind(turned, k), growth));
      this.#entries.push(times(scale, arriving));
    }
    return place;
  }

  /** Bounds a piece from above: its own part, and at each choice the best exit for each kind by itself. */
  #putMost(own: number, choices: readonly Choice[]): number {
    const place = this.#entries.length;
    for (let i = 0; i < 2 * KIND_COUNT; i++) {
      let most = ofKind(this.#entries, own + i);
      for (const { pieces, lastBest } of choices) {
        let high = ofKind(this.#entries, lastBest.most + i);
        for (const piece of pieces) if (piece !== lastBest) high = atLeast(high, ofKind(this.#entries, piece.most + i));
        most = plus(most, high);
      }
      this.#entries.push(most);
    }
    return place;
  }
}

/** The way through a choice. */
function wayThrough({ reach, turned, at, scale }: DecisionNode, way: Way): Way {
  const failed = plus(ofKind(reach, INSOLVENT), ofKind(turned, INSOLVENT));
  const on = [0, 0, 0, 0, 0];
  const off = [0, 0, 0, 0, 0];
  for (let k = 0; k < KIND_COUNT; k++) {
    const here = ofKind(way.reach, k);
    on[k] = times(here, ofKind(reach, k));
    off[k] = plus(times(here, ofKind(turned, k)), times(ofKind(way.turned, k), failed));
  }
  return { reach: on, turned: off, at: plus(way.at, at), scale: times(way.scale, scale) };
}

/** Σ over kinds of u·(value + month·growth), of the numbers that begin at `i`. Most offers are reckoned as of month 0. */
export const linearAt = (n: Row, i: number, u: PerKind, month: number): number =>
  month === 0 ? dotAt(n, i, u) : dotAt(n, i, u) + month * dotAt(n, i + KIND_COUNT, u);

/** Value of starting a tree with weights `u` in `month`, relative to that month. */
export const pieceValue = (n: Row, { own, choices }: Piece, u: PerKind, month: number): number =>
  choices.length === 0 ? linearAt(n, own, u, month) : linearAt(n, own, u, month) + choicesValue(n, choices, u, month);

/** A value that no policy inside the tree exceeds. */
export const ceilingOf = (n: Row, { most }: Piece, u: PerKind, month: number): number => linearAt(n, most, u, month);

/** Value of the choices inside a piece. */
function choicesValue(n: Row, choices: Piece['choices'], u: PerKind, month: number): number {
  let value = 0;
  for (const choice of choices) {
    const { pieces, lastBest: likely } = choice;
    let high = pieceValue(n, likely, u, month);
    for (const piece of pieces) {
      if (piece === likely) continue;
      const ceiling = linearAt(n, piece.most, u, month);
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

/** The best piece of a choice; the first listed wins a tie. */
function bestPiece(n: Row, [first, ...others]: readonly Piece[], u: PerKind, month: number): Piece {
  if (first === undefined) throw new RangeError('a choice has no pieces');
  let best = first;
  if (others.length === 0) return best;
  let high = pieceValue(n, best, u, month);
  for (const piece of others) {
    const v = pieceValue(n, piece, u, month);
    if (v <= high) continue;
    best = piece;
    high = v;
  }
  return best;
}

/** The pieces that are taken for weights `u`: the tree itself, and what is best at each of its choices. */
export function taken(n: Row, piece: Piece, u: PerKind, month: number): Piece[] {
  const all = [piece];
  // The list grows while it is read: what is taken at a choice may leave choices of its own.
  for (const { choices } of all) for (const { pieces } of choices) all.push(bestPiece(n, pieces, u, month));
  return all;
}

/** Value per unit of weight of each kind under the choices that are best for `u`: the gradient, exact by the envelope theorem. */
export function gradientOf(n: Row, piece: Piece, u: PerKind, month: number): PerKind {
  const g = zeros();
  for (const { own } of taken(n, piece, u, month))
    for (let k = 0; k < KIND_COUNT; k++)
      g[k] = ofKind(g, k) + numberAt(n, own + k) + month * numberAt(n, own + KIND_COUNT + k);
  return g;
}
