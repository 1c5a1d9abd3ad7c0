// The exact outcomes of a policy: every way it can end, and where each yen goes on average (docs/model.md 10).
// It walks the event trees of the value with the same pooled choices, so the explanation is the computation's own record.

import type { PerKind } from '../../assumptions/kinds.ts';
import { walkEffort } from '../shapes/effort.ts';
import { walkExit } from '../shapes/exit.ts';
import { walkOffer } from '../shapes/offer.ts';
import { walkReduction } from '../shapes/reduction.ts';
import type { CompiledTree } from '../tree/compiled_tree.ts';
import type { Components } from '../tree/components.ts';
import type { Move } from '../tree/family_tree.ts';
import { type Terminals, TerminalsWalker } from '../tree/terminals.ts';
import type { MoveBoard } from './moves.ts';
import { Quantiles } from './quantiles.ts';
import type { ProgrammeNode, Solution, ValuedMove } from './solution.ts';
import { Walk, type WalkedStep } from './walk.ts';

/**
 * All ends of a policy, and its expected totals by component. Present values are on the valuation day. The memo owns the arrays and
 * overwrites them for the next policy.
 */
export interface Outcomes {
  readonly chance: Float64Array<ArrayBuffer>;
  readonly present: Float64Array<ArrayBuffer>;
  readonly principal: Float64Array<ArrayBuffer>;
  readonly expected: Components;
}

/** Lists outcomes side by side; the next policy overwrites them. */
export class OutcomeList {
  chance = new Float64Array(2_048);
  present = new Float64Array(2_048);
  principal = new Float64Array(2_048);
  count = 0;

  add(chance: number, present: number, principal: number): void {
    this.room(1);
    this.set(chance, present, principal);
  }

  /** Adds one for which there is room. */
  set(chance: number, present: number, principal: number): void {
    const i = this.count++;
    this.chance[i] = chance;
    this.present[i] = present;
    this.principal[i] = principal;
  }

  /** Makes room for so many more. */
  room(more: number): void {
    while (this.count + more > this.chance.length) {
      this.chance = twice(this.chance);
      this.present = twice(this.present);
      this.principal = twice(this.principal);
    }
  }

  all(expected: Components): Outcomes {
    return {
      chance: this.chance.subarray(0, this.count),
      present: this.present.subarray(0, this.count),
      principal: this.principal.subarray(0, this.count),
      expected,
    };
  }
}

/** The same numbers with as much room again. */
function twice(numbers: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const more = new Float64Array(2 * numbers.length);
  more.set(numbers);
  return more;
}

/** Caches the ends of compiled trees, which many policies of a claim share, and owns the buffers in which outcomes are listed and ranked. */
export class TerminalsCache {
  readonly listed = new OutcomeList();
  readonly quantiles = new Quantiles();
  readonly #known = new Map<CompiledTree, Terminals>();
  #walker: TerminalsWalker | null = null;

  /** The walker that stores the ends of all trees. */
  walker({ case: c, terms }: MoveBoard): TerminalsWalker {
    this.#walker ??= new TerminalsWalker(c, terms);
    return this.#walker;
  }

  of(tree: CompiledTree, walker: TerminalsWalker): Terminals {
    let ends = this.#known.get(tree);
    if (!ends) {
      ends = walker.of(tree);
      this.#known.set(tree, ends);
    }
    return ends;
  }
}

/** Walks the policy that begins with `first`, for the labelled weights `weights`. */
export function outcomes(solution: Solution, first: ValuedMove, weights: PerKind, memo: TerminalsCache): Outcomes {
  memo.listed.count = 0;
  const walk = new Walk(memo, solution.board);
  follow(walk, solution, first, weights);
  return memo.listed.all(walk.expected);
}

/** A step of a policy as it is walked. */
function stepOf(
  { board, stateAfter, reckoned }: BoundSolution,
  move: Move,
  at: ProgrammeNode,
  open: PerKind,
): WalkedStep {
  const { month } = at;
  const state = stateAfter(at.made);
  const { prospect, tree } = board.timeline(move, state).at(month);
  return { board, state, month, reckoned: prospect.acceptance ? reckoned(move, month) : month, open, prospect, tree };
}

/** What a walk asks of a solution. */
type BoundSolution = Pick<Solution, 'board' | 'stateAfter' | 'reckoned'>;

/** Follows one move, then the best moves after it. */
function follow(walk: Walk, solution: Solution, first: ValuedMove, weights: PerKind): void {
  const asked: BoundSolution = {
    board: solution.board,
    stateAfter: (made) => solution.stateAfter(made),
    reckoned: (move, month) => solution.reckoned(move, month),
  };
  let current: ValuedMove = first;
  let at: ProgrammeNode = { month: 0, made: 0 };
  let open = weights;
  for (;;) {
    const { entry } = current;
    const step = stepOf(asked, entry.move, at, open);
    walk.loseRelationship(step);
    switch (entry.shape) {
      case 'exit':
        walkExit(walk, step);
        return;
      case 'reduction': {
        walkReduction(walk, step);
        const next = current.rest?.best({ month: 0, made: 0 });
        if (current.rest && next) follow(walk, current.rest, next, open);
        else walk.leave(open);
        return;
      }
      case 'effort':
        open = walkEffort(walk, step);
        break;
      case 'offer':
        open = walkOffer(walk, step);
        for (let month = at.month; month < at.month + entry.window; month++) {
          const during = { month, made: at.made };
          const { ordinary } = solution;
          if (!ordinary || !solution.board.timeline(ordinary, step.state).open(month)) continue;
          const pursuit = stepOf(asked, ordinary, during, open);
          walk.loseRelationship(pursuit);
          open = walkEffort(walk, pursuit);
        }
        break;
    }
    if (!current.to) return;
    at = current.to;
    const best = solution.best(at);
    if (!best) {
      walk.leave(open);
      return;
    }
    current = best;
  }
}
