// Chooses the terms that the caller left open: the plan, the settlement level, the kind of factoring (docs/model.md 5.2).
// A negotiated offer is chosen by its gain over the best policy without any such offer, so a discount goes only to those who need it.

import { dot, every, type PerKind, total } from '../../assumptions/kinds.ts';
import type { Option, State } from '../../options/option.ts';
import { costOf, relationshipValue, stillSound } from '../shapes/case_values.ts';
import { acceptanceOf, takers } from '../shapes/offer.ts';
import { treeValue } from '../tree/compiled_tree.ts';
import type { Move } from '../tree/scalable_tree.ts';
import type { MoveBoard } from './moves.ts';
import { firstOpenMonth, horizonOf, solve } from './sequence.ts';

/** Gain of making an offer in its first open month, compared with the policy that makes no negotiated offer (docs/model.md 5.2). */
function gainOf(b: MoveBoard, move: Move, state: State, weights: PerKind, alpha: PerKind, month: number): number {
  const { prospect, worth } = b.line(move, state).at(month);
  const taken = acceptanceOf(prospect);
  const u = takers(weights, prospect, stillSound(b, month));
  const asking = costOf(prospect.asking, month, b) * total(weights);
  let forgone = 0;
  for (let k = 0; k < taken.length; k++) forgone += weights[k]! * taken[k]! * alpha[k]!;
  return b.terms.discount(month) * (treeValue(worth, u, month, b.scratch) - asking) - forgone;
}

/** Value of starting an exit today with these terms; it compares the variants of one option. */
function exitWorth(b: MoveBoard, move: Move, state: State, weights: PerKind): number {
  const { prospect, worth } = b.line(move, state).at(0);
  return treeValue(worth, weights, 0, b.scratch) - (prospect.relationship ?? 0) * dot(weights, relationshipValue(b));
}

/** The item with the highest score; the first of equals. */
function best<T>(items: readonly T[], score: (item: T) => number): T {
  const scored = items.map((item) => ({ item, value: score(item) }));
  return scored.reduce((top, next) => (next.value > top.value ? next : top)).item;
}

/** Chooses one variant of every option for a claim in `state`; returns one move for each option, in the same order. */
export function choose(
  b: MoveBoard,
  variants: readonly (readonly Move[])[],
  weights: PerKind,
  state: State,
): readonly Move[] {
  const fixed = variants.map((moves) =>
    moves.length === 1 || moves[0]!.option.negotiable
      ? moves[0]!
      : best(moves, (move) => exitWorth(b, move, state, weights)),
  );
  const open = variants.filter((moves) => moves[0]?.option.negotiable && moves.length > 1);
  if (open.length === 0) return fixed;

  const plain = new Set(fixed.filter(({ option }) => !option.negotiable && option.shape !== 'reduction'));
  const without = solve(b, { weights, state, allowed: (move) => plain.has(move) });
  const months = horizonOf(b.case.facts.due_in);
  const chosen = new Map<Option, Move>();
  for (const moves of open) {
    const month = firstOpenMonth(b.line(moves[0]!, state), months);
    if (month === null) continue;
    const node = { month, made: 0 };
    const alpha = without.best(node)?.alpha ?? every(0);
    const w = without.weights(node);
    chosen.set(
      moves[0]!.option,
      best(moves, (move) => gainOf(b, move, state, w, alpha, month)),
    );
  }
  return fixed.map((move) => chosen.get(move.option) ?? move);
}
