// Lays a compiled tree out for valuing it often: its own part is two dot products, and each choice inside it hands the weights that arrive
// there on to the trees that may follow, which all choices that lead to them share. The numbers stand on a sheet.
//
// A value of a tree is sublinear in the weights: at most a multiple of the value of other weights plus a bound of what is left over. So a
// value that was found once bounds those of like weights, and mostly the exits that were not best the last time need not be valued again.

import { INSOLVENT, KIND_COUNT, ofKind, type PerKind, zeros } from '../../assumptions/kinds.ts';
import { atLeast, minus, plus, times } from '../../numbers/number.ts';
import { numberAt, type Row } from '../../numbers/row.ts';
import { dotAt } from '../vector.ts';
import type { CompiledTree, DecisionNode, FollowUp } from './compiled_tree.ts';
import type { NumberSheet } from './number_sheet.ts';

/** A tree laid out, all per unit of weight at its own start. */
export interface Piece {
  /** Where its own numbers begin: the value per kind of a start in month 0, then its growth per month. */
  readonly own: number;
  /**
   * The same if every choice inside could be made knowing the kind, and the growth apart from the value: no weights do better.
   * The piece's own numbers when it has no choices.
   */
  readonly most: number;
  /** Whether it, or what may follow it, is worth more or less when it is started later. */
  readonly grows: boolean;
  readonly choices: readonly Choice[];
  /** What it was worth the last time. */
  readonly last: KnownValue;
}

/** An exit that may be chosen: its option with its terms, and its tree. */
export interface Way {
  readonly exit: FollowUp;
  readonly piece: Piece;
}

/** A choice among exits. */
export interface Choice {
  /** Which choice of the tree it is. */
  readonly which: number;
  /** Where it stands who arrives, as the kind at the start, per unit of weight at the start and discounted to it. */
  readonly arriving: number;
  /** The same of those who arrive insolvent; null where nobody turns on the way. */
  readonly turned: number | null;
  /** Where it stands how many months after the start it is. */
  readonly at: number;
  readonly ways: readonly Way[];
  /** Where the highest bound among the ways stands, for each kind by itself: of the value, then of the growth. */
  readonly most: number;
  /** The way that was best last time. */
  likely: Way;
  /** What the best of the others was then worth at most. */
  readonly others: KnownValue;
  /** The weights that arrive, written over from value to value. */
  readonly weights: number[];
}

/** A value that was found for some weights in one world, which bounds the values of other weights there. */
class KnownValue {
  #row: Row | null = null;
  #month = 0;
  #value = 0;
  readonly #weights = [0, 0, 0, 0, 0];

  set(n: Row, u: PerKind, month: number, value: number): void {
    this.#row = n;
    this.#month = month;
    this.#value = value;
    for (let k = 0; k < KIND_COUNT; k++) this.#weights[k] = ofKind(u, k);
  }

  /**
   * What the value for `u` in `month` cannot exceed; `most` is where the bounds for each kind by itself begin. A later start is never worth
   * less by its growth, so a value bounds those of earlier months.
   */
  bound(n: Row, most: number, u: PerKind, month: number): number {
    if (this.#row !== n || month > this.#month) return linearAt(n, most, u, month);
    const known = this.#weights;
    let scale = Number.POSITIVE_INFINITY;
    for (let k = 0; k < KIND_COUNT; k++) {
      const before = ofKind(known, k);
      if (before > 0) scale = Math.min(scale, ofKind(u, k) / before);
    }
    if (scale === Number.POSITIVE_INFINITY) scale = 0;
    let bound = scale * this.#value;
    for (let k = 0; k < KIND_COUNT; k++) {
      const more = ofKind(u, k) - scale * ofKind(known, k);
      bound += more * (numberAt(n, most + k) + this.#month * numberAt(n, most + KIND_COUNT + k));
    }
    return bound;
  }
}

/** Lays trees out on a sheet, each once for all months in which it serves. */
export class TreeLayout {
  readonly #sheet: NumberSheet;
  readonly #anyMonth = new Map<CompiledTree, Piece>();
  readonly #inMonth = new Map<number, Map<CompiledTree, Piece>>();
  readonly #arrivals = new Map<PerKind, number>();

  constructor(sheet: NumberSheet) {
    this.#sheet = sheet;
  }

  /** Whether the tree is laid out for any month; else what may follow it was looked for from one month. */
  servesAnyMonth(tree: CompiledTree): boolean {
    return this.#anyMonth.has(tree);
  }

  /** A tree laid out for a start in `month`. */
  piece(tree: CompiledTree, month: number): Piece {
    const always = this.#anyMonth.get(tree);
    if (always) return always;
    const inMonth = this.#inMonth.get(month) ?? new Map<CompiledTree, Piece>();
    const known = inMonth.get(tree);
    if (known) return known;
    const { piece, anyMonth } = this.#layOut(tree, month);
    if (anyMonth) this.#anyMonth.set(tree, piece);
    else this.#inMonth.set(month, inMonth.set(tree, piece));
    return piece;
  }

  #layOut(tree: CompiledTree, month: number): { readonly piece: Piece; readonly anyMonth: boolean } {
    const own = this.#putOwn(tree);
    let grows = tree.v1.some((growth) => growth !== 0);
    let anyMonth = true;
    const choices: Choice[] = [];
    for (const [which, node] of tree.choices.entries()) {
      const then = plus(month, node.at);
      const ways = node.candidates.map((candidate): Way => {
        const { fixed } = candidate;
        const next = fixed ?? candidate.tree(then);
        const piece = this.piece(next, then);
        anyMonth &&= fixed !== null && this.servesAnyMonth(next);
        grows ||= piece.grows;
        return { exit: candidate, piece };
      });
      const [likely] = ways;
      if (likely !== undefined) choices.push(this.#choice(which, node, ways, likely));
    }
    const most = choices.length === 0 ? own : this.#putMost(own, choices);
    return { piece: { own, most, grows, choices, last: new KnownValue() }, anyMonth };
  }

  /** The numbers of a tree without its choices. */
  #putOwn({ v0, v1, start }: CompiledTree): number {
    const { entries } = this.#sheet;
    const place = entries.length;
    for (let k = 0; k < KIND_COUNT; k++) entries.push(minus(ofKind(v0, k), times(start, ofKind(v1, k))));
    for (let k = 0; k < KIND_COUNT; k++) entries.push(ofKind(v1, k));
    return place;
  }

  /** Puts a choice down. What follows is in proportion to who arrives, so its discount goes with the weights. */
  #choice(which: number, { reach, turned, at, scale }: DecisionNode, ways: readonly Way[], likely: Way): Choice {
    const place = (shares: PerKind) => this.#arriving(shares, scale);
    return {
      which,
      arriving: place(reach),
      turned: turned.some((share) => share !== 0) ? place(turned) : null,
      at: this.#sheet.put(at),
      ways,
      most: this.#putHighest(ways, at),
      likely,
      others: new KnownValue(),
      weights: zeros(),
    };
  }

  /** Puts shares that arrive down, discounted. Claims of all balances arrive alike. */
  #arriving(shares: PerKind, scale: number): number {
    const known = this.#arrivals.get(shares);
    if (known !== undefined) return known;
    const at = this.#sheet.putVector(shares.map((share) => times(scale, share)));
    this.#arrivals.set(shares, at);
    return at;
  }

  /** Bounds a piece from above: its own part, and at each choice the best exit for each kind by itself. */
  #putMost(own: number, choices: readonly Choice[]): number {
    const { entries } = this.#sheet;
    const place = entries.length;
    for (let i = 0; i < NUMBERS; i++) entries.push(ofKind(entries, own + i));
    for (const choice of choices) {
      for (let i = 0; i < NUMBERS; i++) {
        const k = i % KIND_COUNT;
        let more = times(ofKind(entries, choice.arriving + k), ofKind(entries, choice.most + i));
        if (choice.turned !== null) {
          const failed = ofKind(entries, choice.most + i - k + INSOLVENT);
          more = plus(more, times(ofKind(entries, choice.turned + k), failed));
        }
        entries[place + i] = plus(ofKind(entries, place + i), more);
      }
    }
    return place;
  }

  /** The highest bound among ways that are `later` months after a start, for each kind by itself. */
  #putHighest(ways: readonly Way[], later: number): number {
    const { entries } = this.#sheet;
    const place = entries.length;
    for (let i = 0; i < NUMBERS; i++) {
      let high = Number.NEGATIVE_INFINITY;
      for (const { piece } of ways) {
        const bound = ofKind(entries, piece.most + i);
        const growth = i < KIND_COUNT && piece.grows ? ofKind(entries, piece.most + i + KIND_COUNT) : 0;
        high = atLeast(plus(bound, times(later, growth)), high);
      }
      entries.push(high);
    }
    return place;
  }
}

/** Numbers of a piece: a value and its growth for each kind. */
const NUMBERS = 2 * KIND_COUNT;

/** Σ over kinds of u·(value + month·growth), of the numbers that begin at `i`. */
const linearAt = (n: Row, i: number, u: PerKind, month: number): number =>
  month === 0 ? dotAt(n, i, u) : dotAt(n, i, u) + month * dotAt(n, i + KIND_COUNT, u);

/** What a piece brings by itself, without what follows its choices. */
const ownValue = (n: Row, { own, grows }: Piece, u: PerKind, month: number): number =>
  linearAt(n, own, u, grows ? month : 0);

/** Value of starting a tree with weights `u` in `month`, relative to that month. */
export function pieceValue(n: Row, piece: Piece, u: PerKind, month: number): number {
  let value = ownValue(n, piece, u, month);
  for (const choice of piece.choices) value += choiceValue(n, choice, u, month);
  return value;
}

/** The same, remembered as a bound for the values of like weights. */
export function rememberedValue(n: Row, piece: Piece, u: PerKind, month: number): number {
  const value = pieceValue(n, piece, u, month);
  piece.last.set(n, u, month, value);
  return value;
}

/** A value that no policy inside the tree exceeds; that of a tree without choices itself. */
export const ceilingOf = (n: Row, piece: Piece, u: PerKind, month: number): number =>
  piece.choices.length === 0 ? ownValue(n, piece, u, month) : piece.last.bound(n, piece.most, u, month);

/** The weights that arrive at a choice; the next call for the same choice writes them over. */
function arrivalsAt(n: Row, { arriving, turned, weights }: Choice, u: PerKind): PerKind {
  for (let k = 0; k < KIND_COUNT; k++) weights[k] = ofKind(u, k) * numberAt(n, arriving + k);
  if (turned !== null) weights[INSOLVENT] = ofKind(weights, INSOLVENT) + dotAt(n, turned, u);
  return weights;
}

function choiceValue(n: Row, choice: Choice, u: PerKind, month: number): number {
  const { ways, likely, others } = choice;
  const x = arrivalsAt(n, choice, u);
  const then = month + numberAt(n, choice.at);
  let high = pieceValue(n, likely.piece, x, then);
  if (ways.length === 1 || others.bound(n, choice.most, x, month) <= high) return high;
  let second = Number.NEGATIVE_INFINITY;
  for (const way of ways) {
    if (way === likely) continue;
    const v = pieceValue(n, way.piece, x, then);
    if (v > high) {
      second = Math.max(second, high);
      high = v;
      choice.likely = way;
    } else second = Math.max(second, v);
  }
  others.set(n, x, month, second);
  return high;
}

/** The best way of a choice for the weights `x` that arrive there; the first listed wins a tie. */
function bestWay(n: Row, { ways: [first, ...others] }: Choice, x: PerKind, month: number): Way {
  if (first === undefined) throw new RangeError('a choice has no ways');
  let best = first;
  if (others.length === 0) return best;
  let high = pieceValue(n, best.piece, x, month);
  for (const way of others) {
    const v = pieceValue(n, way.piece, x, month);
    if (v <= high) continue;
    best = way;
    high = v;
  }
  return best;
}

/** Value per unit of weight of each kind under the choices that are best for `u`: the gradient, exact by the envelope theorem. */
export function gradientOf(n: Row, { own, grows, choices }: Piece, u: PerKind, month: number): PerKind {
  const late = grows ? month : 0;
  const g = zeros();
  for (let k = 0; k < KIND_COUNT; k++) g[k] = numberAt(n, own + k) + late * numberAt(n, own + KIND_COUNT + k);
  for (const choice of choices) {
    const x = arrivalsAt(n, choice, u);
    const then = month + numberAt(n, choice.at);
    const after = gradientOf(n, bestWay(n, choice, x, then).piece, x, then);
    for (let k = 0; k < KIND_COUNT; k++) {
      const failed = choice.turned === null ? 0 : numberAt(n, choice.turned + k) * ofKind(after, INSOLVENT);
      g[k] = ofKind(g, k) + numberAt(n, choice.arriving + k) * ofKind(after, k) + failed;
    }
  }
  return g;
}

/** What is chosen at each choice of a tree, by its number: the option with its terms, and what is chosen after it. */
export type Picks = ReadonlyMap<number, { readonly key: string; readonly after: Picks }>;

/** What is best inside a piece when its tree is started with weights `u` in `month`. */
export function picksOf(n: Row, { choices }: Piece, u: PerKind, month: number): Picks {
  const picks = new Map<number, { readonly key: string; readonly after: Picks }>();
  for (const choice of choices) {
    const x = arrivalsAt(n, choice, u);
    const then = month + numberAt(n, choice.at);
    const { exit, piece } = bestWay(n, choice, x, then);
    picks.set(choice.which, { key: exit.key, after: picksOf(n, piece, x, then) });
  }
  return picks;
}

/** A tree with its choices made; one whose pick is not open there brings nothing. */
export interface PickedPiece {
  readonly piece: Piece;
  readonly after: readonly { readonly choice: Choice; readonly picked: PickedPiece }[];
}

/** Makes the choices of a piece as they were made elsewhere. */
export function pickedPiece(piece: Piece, picks: Picks): PickedPiece {
  const after = piece.choices.flatMap((choice) => {
    const pick = picks.get(choice.which);
    const way = pick && choice.ways.find(({ exit }) => exit.key === pick.key);
    return way ? [{ choice, picked: pickedPiece(way.piece, pick.after) }] : [];
  });
  return { piece, after };
}

/** Value of starting a tree with its choices made, relative to `month`. */
export function pickedValue(n: Row, { piece, after }: PickedPiece, u: PerKind, month: number): number {
  let value = ownValue(n, piece, u, month);
  for (const { choice, picked: next } of after)
    value += pickedValue(n, next, arrivalsAt(n, choice, u), month + numberAt(n, choice.at));
  return value;
}
