// Puts the options of one claim with every variant of their terms on one board, chooses terms and solves the programme for any belief. After
// a reduction it chooses terms and solves anew for the smaller claim.

import type { PerKind } from '../../assumptions/kinds.ts';
import type { Case, Option, State } from '../../options/option.ts';
import type { Move } from '../tree/scalable_tree.ts';
import { board, type MoveBoard } from './moves.ts';
import { type Solution, solve } from './sequence.ts';
import { choose } from './terms.ts';

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

/** The programme of one claim in `state`; with `selected` its terms are taken as they were chosen elsewhere. */
export class Programme {
  readonly board: MoveBoard;
  readonly options: readonly Option[];
  readonly #case: Case;
  readonly #state: State;
  readonly #selected: Selected | undefined;
  readonly #variants: readonly (readonly Move[])[];
  readonly #rests = new Map<Option, Programme>();

  constructor(c: Case, options: readonly Option[], state: State, selected?: Selected) {
    this.#case = c;
    this.options = options;
    this.#state = state;
    this.#selected = selected;
    const s = { ...c, state, month: 0 };
    this.#variants = options.map((option, i) => {
      const all = option.variants(s);
      const terms = selected === undefined ? all : [all[selected.places[i]!] ?? all[0]];
      return terms.map((one): Move => ({ option, terms: one }));
    });
    this.board = board(c, this.#variants.flat());
  }

  /** Chooses terms for these weights and solves. */
  solve(weights: PerKind): Solved {
    const moves = choose(this.board, this.#variants, weights, this.#state);
    const allowed = new Set(moves);
    const rests = new Map<Option, Selected>();
    const solution = solve(this.board, {
      weights,
      state: this.#state,
      allowed: (move) => allowed.has(move),
      solveRest: (left, { option }) => {
        const rest = this.#restOf(option, left).solve(weights);
        rests.set(option, rest.selected);
        return rest.solution;
      },
    });
    const places = moves.map((move, i) => this.#variants[i]!.indexOf(move));
    return { moves, solution, selected: { places, rests } };
  }

  #restOf(made: Option, left: State): Programme {
    let rest = this.#rests.get(made);
    if (!rest) {
      const others = this.options.filter((option) => option !== made);
      rest = new Programme(this.#case, others, left, this.#selected?.rests.get(made));
      this.#rests.set(made, rest);
    }
    return rest;
  }
}
