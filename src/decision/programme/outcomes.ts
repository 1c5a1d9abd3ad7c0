// The exact outcomes of a policy: every way it can end, and where each yen goes on average (docs/model.md 10).
// It walks the event trees of the value with the same pooled choices, so the explanation is the computation's own record.

import type { PerKind } from '../../assumptions/kinds.ts';
import { walkEffort } from '../shapes/effort.ts';
import { walkExit } from '../shapes/exit.ts';
import { walkOffer } from '../shapes/offer.ts';
import { walkReduction } from '../shapes/reduction.ts';
import type { Move } from '../tree/family_tree.ts';
import { CashBook, type CashFlows } from './cash_book.ts';
import { type Outcomes, TerminalsCache } from './outcome_list.ts';
import type { ProgrammeNode, Solution, ValuedMove } from './solution.ts';
import { Walk, type WalkedStep } from './walk.ts';

/** Walks the policy that begins with `first`, for the labelled weights `weights`. */
export function outcomes(solution: Solution, first: ValuedMove, weights: PerKind, memo: TerminalsCache): Outcomes {
  const { listed } = memo.room;
  listed.count = 0;
  const walk = new Walk(memo, solution.board);
  follow(walk, solution, first, weights);
  return listed.all(walk.expected);
}

/** What the policy that begins with `first` receives and pays on average, month by month. */
export function cashFlows(solution: Solution, first: ValuedMove, weights: PerKind): CashFlows {
  const { board } = solution;
  const book = new CashBook(board.case, board.terms);
  follow(new Walk(new TerminalsCache(), board, book), solution, first, weights);
  return book.all;
}

/** A step of a policy as it is walked. */
function stepOf(solution: Solution, move: Move, at: ProgrammeNode, open: PerKind): WalkedStep {
  const { board } = solution;
  const { month } = at;
  const state = solution.stateAfter(at.made);
  const { prospect, tree } = board.timeline(move, state).at(month);
  const reckoned = prospect.acceptance ? solution.reckoned(move, month) : month;
  const { option } = move;
  return { option, board, state, month, reckoned, open, deciding: solution.weights(at), prospect, tree };
}

/** Follows one move, then the best moves after it. */
function follow(walk: Walk, solution: Solution, first: ValuedMove, weights: PerKind): void {
  let current: ValuedMove = first;
  let at: ProgrammeNode = { month: 0, made: 0 };
  let open = weights;
  for (;;) {
    const { entry } = current;
    const step = stepOf(solution, entry.move, at, open);
    walk.begin(entry.move.option.id);
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
          const pursuit = stepOf(solution, ordinary, during, open);
          walk.begin(ordinary.option.id);
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
