// Puts the options of one claim with every variant of their terms on one board, chooses terms and solves the programme for any belief and
// any world. After a reduction it chooses terms and solves anew for the smaller claim.

import type { PerKind } from '../../assumptions/kinds.ts';
import type { Row } from '../../numbers/row.ts';
import type { Case, Option, State } from '../../options/option.ts';
import type { ReductionEntry } from '../shapes/reduction.ts';
import type { Move } from '../tree/family_tree.ts';
import { NumberSheet } from '../tree/number_sheet.ts';
import { EntrySetter } from './entries.ts';
import { board, type MoveBoard } from './moves.ts';
import { solve } from './sequence.ts';
import type { Solution } from './solution.ts';
import { OpenTerms } from './terms.ts';
import { Timetable, type TimetableRequest } from './timetable.ts';

/** Which variant of its terms each option uses, and the same for the smaller claim that a reduction leaves. */
export interface Selected {
  /** Place of the variant, in the order of the options. */
  readonly places: readonly number[];
  readonly rests: ReadonlyMap<Option, Selected>;
}

export interface Solved {
  /** One move for each option. */
  readonly moves: readonly Move[];
  readonly solution: Solution;
  readonly selected: Selected;
}

/** Solves a board by itself, in the one world of its case. */
export function solveBoard(b: MoveBoard, { weights, solveRest, ...request }: SolveBoard): Solution {
  const sheet = new NumberSheet();
  const timetable = new Timetable(new EntrySetter(b, sheet), request);
  return solve({ timetable, row: sheet.row(), weights, solveRest });
}

/** What to solve on a board. */
export interface SolveBoard extends TimetableRequest {
  readonly weights: PerKind;
  readonly solveRest?: ((left: ReductionEntry) => Solution) | undefined;
}

/** The programme of one claim in `state`; with `selected` its terms are taken as they were chosen elsewhere. */
export class Programme {
  readonly board: MoveBoard;
  readonly options: readonly Option[];
  /** Where the numbers of this programme and of those that follow it stand. */
  readonly sheet: NumberSheet;
  readonly #case: Case;
  readonly #state: State;
  readonly #entries: EntrySetter;
  readonly #variants: readonly (readonly Move[])[];
  readonly #timetables = new Map<string, Timetable>();
  readonly #rests = new Map<Option, Programme>();
  #terms: OpenTerms | null = null;

  constructor(c: Case, options: readonly Option[], state: State, sheet = new NumberSheet()) {
    this.#case = c;
    this.options = options;
    this.#state = state;
    this.sheet = sheet;
    const s = { ...c, state, month: 0 };
    this.#variants = options.map((option) => option.variants(s).map((terms): Move => ({ option, terms })));
    this.board = board(c, this.#variants.flat(), { state });
    this.#entries = new EntrySetter(this.board, sheet);
  }

  /** Chooses terms for these weights and solves, in the world of `rowNow`: the row of all numbers put down by the time it is asked for. */
  solve(weights: PerKind, rowNow: () => Row = () => this.sheet.row()): Solved {
    this.#terms ??= new OpenTerms(this.#entries, this.#variants, this.#state);
    return this.#solved(this.#terms.choose(rowNow, weights), weights, rowNow, (rest) => rest.solve(weights, rowNow));
  }

  /** Solves with the terms that were chosen elsewhere. */
  solveWith({ places, rests }: Selected, weights: PerKind, rowNow: () => Row = () => this.sheet.row()): Solved {
    return this.#solved(places, weights, rowNow, (rest, option) => {
      const selected = rests.get(option);
      return selected === undefined ? rest.solve(weights, rowNow) : rest.solveWith(selected, weights, rowNow);
    });
  }

  #solved(
    places: readonly number[],
    weights: PerKind,
    rowNow: () => Row,
    solveRest: (rest: Programme, option: Option) => Solved,
  ): Solved {
    const timetable = this.#timetable(places);
    const rests = new Map<Option, Selected>();
    const solution = solve({
      timetable,
      row: rowNow(),
      weights,
      solveRest: ({ move: { option }, left }) => {
        const rest = solveRest(this.#restOf(option, left), option);
        rests.set(option, rest.selected);
        return rest.solution;
      },
    });
    return { moves: timetable.moves, solution, selected: { places, rests } };
  }

  #timetable(places: readonly number[]): Timetable {
    const key = places.join();
    const known = this.#timetables.get(key);
    if (known) return known;
    // Terms that were chosen in a world with more variants fall back to the first.
    const chosen = new Set(this.#variants.map((moves, i) => moves[places[i] ?? 0] ?? moves[0]));
    const made = new Timetable(this.#entries, { state: this.#state, allowed: (move) => chosen.has(move) });
    this.#timetables.set(key, made);
    return made;
  }

  #restOf(made: Option, left: State): Programme {
    const known = this.#rests.get(made);
    if (known) return known;
    const others = this.options.filter((option) => option !== made);
    const rest = new Programme(this.#case, others, left, this.sheet);
    this.#rests.set(made, rest);
    return rest;
  }
}
