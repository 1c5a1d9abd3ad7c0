// Chooses the terms that the caller left open: the plan, the settlement level, the kind of factoring (docs/model.md 5.2).
// A negotiated offer is chosen by its gain over the best policy without any such offer, so a discount goes only to those who need it.

import { every, type PerKind } from '../../assumptions/kinds.ts';
import type { Row } from '../../numbers/row.ts';
import type { State } from '../../options/option.ts';
import { costOf, type Setter } from '../shapes/case_values.ts';
import { type ExitEntry, setExit } from '../shapes/exit.ts';
import { acceptanceOf, type OfferVariant, offerGain, setOffer } from '../shapes/offer.ts';
import { treeValue } from '../tree/compiled_tree.ts';
import type { Move } from '../tree/family_tree.ts';
import { pieceValue } from '../tree/pieces.ts';
import { vectorAt } from '../vector.ts';
import type { EntrySetter } from './entries.ts';
import { horizonOf } from './horizon.ts';
import { solve } from './sequence.ts';
import { firstOpenMonth, Timetable, viewOf } from './timetable.ts';

/** An offer as its variants are compared, in a world. */
type ReadVariant = (row: Row) => OfferVariant;

/** Variants of one option: exits that are started today, or offers in their first open month. */
interface VariantContest {
  /** Place of the option among the options of the claim. */
  readonly option: number;
  /** Null where such a one cannot be started today. */
  readonly exits: readonly (ExitEntry | null)[];
  readonly offers: readonly ReadVariant[];
  /** The first month of the offers. */
  readonly month: number;
}

/** The place of the highest score; the first of equals. */
function placeOfHighest<T>(items: readonly T[], score: (item: T) => number): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [i, item] of items.entries()) {
    const value = score(item);
    if (value <= most) continue;
    most = value;
    best = i;
  }
  return best;
}

/** The terms of a claim in `state` among which is chosen; what that needs is put down once and serves every world. */
export class OpenTerms {
  readonly #entries: EntrySetter;
  readonly #variants: readonly (readonly Move[])[];
  readonly #state: State;
  readonly #contests: readonly VariantContest[];
  readonly #today: Timetable;
  /** Timetables without negotiated offers, by the variants chosen for the exits. */
  readonly #without = new Map<string, Timetable>();

  constructor(entries: EntrySetter, variants: readonly (readonly Move[])[], state: State) {
    this.#entries = entries;
    this.#variants = variants;
    this.#state = state;
    this.#contests = variants.flatMap((moves, option) => contestOf(entries.setter, moves, option, state) ?? []);
    this.#today = new Timetable(entries, { state, allowed: () => false, months: 0 });
  }

  /** The place of the variant chosen for each option, in the order of the options, in the world of `rowNow`. */
  choose(rowNow: () => Row, weights: PerKind): readonly number[] {
    const places = this.#variants.map(() => 0);
    const row = rowNow();
    const today = viewOf(row, this.#today.monthsIn(row), 0, weights);
    const worth = (exit: ExitEntry | null) =>
      exit === null
        ? Number.NEGATIVE_INFINITY
        : pieceValue(row, exit.piece, weights, 0) - (row[exit.loss] ?? 0) * today.relationshipOpen;
    for (const { option, exits } of this.#contests) if (exits.length > 0) places[option] = placeOfHighest(exits, worth);
    const negotiated = this.#contests.filter(({ offers }) => offers.length > 0);
    if (negotiated.length === 0) return places;
    const timetable = this.#withoutNegotiation(places);
    const without = solve({ timetable, row: rowNow(), weights });
    for (const { option, offers, month } of negotiated) {
      // It opens after the last month in which anything is decided.
      if (month > timetable.months) continue;
      const node = { month, made: 0 };
      const alpha = without.best(node)?.alpha ?? every(0);
      const view = without.view(node);
      places[option] = placeOfHighest(offers, (read) => offerGain(read(view.n), view, alpha));
    }
    return places;
  }

  #withoutNegotiation(places: readonly number[]): Timetable {
    const key = places.join();
    const known = this.#without.get(key);
    if (known) return known;
    const plain = new Set(
      this.#variants.flatMap((moves, i) => {
        const move = moves[places[i] ?? 0];
        return move === undefined || move.option.negotiable || move.option.shape === 'reduction' ? [] : [move];
      }),
    );
    const allowed = (move: Move) => plain.has(move);
    // Even of exits alone: what an offer forgoes is asked for its first month.
    const made = new Timetable(this.#entries, { state: this.#state, allowed, goesOn: true });
    this.#without.set(key, made);
    return made;
  }
}

/** The variants of an option side by side; null when there is nothing to choose, or the option can never be started. */
function contestOf(setter: Setter, moves: readonly Move[], option: number, state: State): VariantContest | null {
  const { board } = setter;
  const [first] = moves;
  // What stands against an option stands against all its variants.
  if (first === undefined || moves.length === 1 || board.timeline(first, state).never) return null;
  if (first.option.negotiable !== true) {
    const exits = moves.map((move) => {
      const timeline = board.timeline(move, state);
      return timeline.open(0) ? setExit(setter, move, { ...timeline.at(0), month: 0 }) : null;
    });
    return { option, exits, offers: [], month: 0 };
  }
  const month = firstOpenMonth(board.timeline(first, state), horizonOf(board.case.facts.due_in));
  if (month === null) return null;
  return { option, exits: [], offers: moves.map((move) => variantOf(setter, move, state, month)), month };
}

/** An offer of which only the gain in its first open month is asked. In one world it is read from the tree, which need not be laid out. */
function variantOf(setter: Setter, move: Move, state: State, month: number): ReadVariant {
  const { board, sheet } = setter;
  const stated = { ...board.timeline(move, state).at(month), month };
  if (sheet.isRecorded) {
    const { piece, acceptance, asking, loss, empty, reckoned } = setOffer(
      setter,
      { move, first: month },
      stated,
      state,
    );
    return (row) => ({
      acceptance: vectorAt(row, acceptance),
      asking: row[asking] ?? 0,
      loss: row[loss] ?? 0,
      isVoid: empty !== null,
      value: (u) => pieceValue(row, piece, u, reckoned),
    });
  }
  const { prospect, tree } = stated;
  const variant = {
    acceptance: acceptanceOf(prospect),
    asking: costOf(prospect.asking, month, board),
    loss: prospect.relationship ?? 0,
    isVoid: prospect.voidIfFailed === true,
    value: (u: PerKind) => treeValue(tree, u, month),
  };
  return () => variant;
}
