// The exact outcomes of a policy: every way it can end, and where each yen goes on average (docs/model.md 10).
// It walks the event trees of the value with the same pooled choices, so the explanation is the computation's own record.

import { INSOLVENT, KIND_COUNT, type PerKind, product, total, zeros } from '../../assumptions/kinds.ts';
import type { Flow, Prospect } from '../../options/option.ts';
import { relationshipValue, stillSound } from '../shapes/case_values.ts';
import { staysOpenIn } from '../shapes/effort.ts';
import { acceptanceOf, emptyYesRate, refusing } from '../shapes/offer.ts';
import { arrivals, bestFollowUp, type CompiledTree } from '../tree/compiled_tree.ts';
import {
  COMPONENTS,
  type Components,
  noComponents,
  PRESENT,
  PRINCIPAL,
  RELATIONSHIP,
  TAX,
  TIMED,
} from '../tree/components.ts';
import {
  addFlow,
  COST,
  GOT,
  GROWTH,
  NOW,
  PATH,
  type Terminals,
  TerminalsWalker,
  TOTAL_COST,
  TOTAL_GROWTH,
} from '../tree/terminals.ts';
import { drift, undrift } from '../vector.ts';
import type { MoveBoard } from './moves.ts';
import { Quantiles } from './quantiles.ts';
import type { ProgrammeNode, Solution, ValuedMove } from './solution.ts';

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
class OutcomeList {
  chance = new Float64Array(2_048);
  present = new Float64Array(2_048);
  principal = new Float64Array(2_048);
  count = 0;

  add(chance: number, present: number, principal: number): void {
    this.room(1);
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

/** The trees taken at the choices of a tree, decided for its pooled weights. */
interface DecidedTree {
  readonly tree: CompiledTree;
  readonly month: number;
  readonly taken: readonly (DecidedTree | null)[];
}

function decideTree(tree: CompiledTree, u: PerKind, month: number): DecidedTree {
  const taken = tree.choices.map((choice) => {
    const x = arrivals(choice, u);
    const best = total(x) > 0 ? bestFollowUp(choice, x, month) : null;
    return best && decideTree(best.tree, x, month + choice.at);
  });
  return { tree, month, taken };
}

/** Walks the policy that begins with `first`, for the labelled weights `weights`. */
export function outcomes(solution: Solution, first: ValuedMove, weights: PerKind, memo: TerminalsCache): Outcomes {
  memo.listed.count = 0;
  const walk = new Walk(memo, solution.board);
  walk.follow(solution, first, weights);
  return memo.listed.all(walk.expected);
}

class Walk {
  readonly expected: Components = noComponents();
  /** Present value so far of a claim still open, per label: only the relationship differs between them. */
  readonly #before = zeros();
  /** Principal received so far. */
  #got = 0;
  readonly #memo: TerminalsCache;
  readonly #walker: TerminalsWalker;
  readonly #listed: OutcomeList;

  constructor(memo: TerminalsCache, board: MoveBoard) {
    this.#memo = memo;
    this.#walker = memo.walker(board);
    this.#listed = memo.listed;
  }

  /** Follows one move, then the best moves after it. */
  follow(solution: Solution, first: ValuedMove, weights: PerKind): void {
    const { board } = solution;
    const R = relationshipValue(board);
    let current: ValuedMove = first;
    let at: ProgrammeNode = { month: 0, made: 0 };
    let open = weights;
    for (;;) {
      const { month } = at;
      const { prospect, tree } = board.timeline(current.move, solution.stateAfter(at.made)).at(month);
      this.#loseRelationship(prospect.relationship ?? 0, R, open, month, solution);
      this.#spend(prospect.asking, open, month, 0, solution);

      if (current.move.option.shape === 'reduction') {
        // A reduction is certain, so its flows come before the smaller claim.
        this.#spend(tree.event.flows, open, 0, tree.event.at, solution);
        const next = current.rest?.best({ month: 0, made: 0 });
        if (current.rest && next) this.follow(current.rest, next, open);
        else this.#leave(open);
        return;
      }
      if (prospect.acceptance) {
        this.#take(solution, current, at, open);
        open = refusing(open, prospect.acceptance);
        for (let j = 0; j < (prospect.window ?? 1); j++) {
          const pursuit = solution.ordinary && board.timeline(solution.ordinary, solution.stateAfter(at.made));
          if (!pursuit?.open(month + j)) continue;
          const step = pursuit.at(month + j);
          this.#loseRelationship(step.prospect.relationship ?? 0, R, open, month + j, solution);
          open = this.#effort(solution, step.tree, step.prospect, open, month + j);
        }
      } else if (prospect.staysOpen) {
        open = this.#effort(solution, tree, prospect, open, month);
      } else {
        this.#run(solution, tree, open, month, 0, true);
        return;
      }
      if (!current.to) return;
      at = current.to;
      const best = solution.best(at);
      if (!best) {
        this.#leave(open);
        return;
      }
      current = best;
    }
  }

  /** What is lost of the relationship, from everybody still open. */
  #loseRelationship(loss: number, R: PerKind, open: PerKind, month: number, { board }: Solution): void {
    if (loss === 0) return;
    const d = board.terms.discount(month);
    for (let k = 0; k < KIND_COUNT; k++) {
      this.expected[RELATIONSHIP]! -= open[k]! * loss * R[k]!;
      this.expected[PRESENT]! -= open[k]! * loss * R[k]! * d;
      this.#before[k]! -= loss * R[k]! * d;
    }
  }

  /** Flows that everybody still open has, whatever the kind. */
  #spend(flows: readonly Flow[] | undefined, open: PerKind, month: number, at: number, { board }: Solution): void {
    const { terms } = board;
    const d = terms.discount(month);
    const weight = total(open);
    for (const flow of flows ?? []) {
      const present = this.expected[PRESENT]!;
      const principal = this.expected[PRINCIPAL]!;
      const { now, got } = addFlow(weight, flow, flow.at ?? at, month, terms, this.expected);
      this.expected[PRESENT] = present + weight * now * d;
      this.expected[TIMED]! += month * (this.expected[PRINCIPAL]! - principal);
      this.#got += got;
      for (let k = 0; k < KIND_COUNT; k++) this.#before[k]! += now * d;
    }
  }

  /** Those who take up an offer; a yes from a debtor who has since failed is empty when the offer lapses. */
  #take(solution: Solution, { move }: ValuedMove, { month, made }: ProgrammeNode, open: PerKind): void {
    const { board } = solution;
    const state = solution.stateAfter(made);
    const { prospect, tree } = board.timeline(move, state).at(month);
    const taken = product(open, acceptanceOf(prospect));
    const lag = month - solution.reckoned(move, month);
    this.#run(solution, tree, taken, month, lag, !prospect.voidIfFailed);
    if (!prospect.voidIfFailed) return;
    const sound = stillSound(board, month);
    const d = board.terms.discount(month);
    const { amount, present } = emptyYesRate(state, month, board);
    for (let k = 0; k < KIND_COUNT; k++) {
      const failed = taken[k]! * (1 - sound[k]!);
      if (failed <= 0) continue;
      this.expected[TAX]! += failed * amount;
      this.expected[PRESENT]! += failed * present * d;
      this.#listed.add(failed, this.#before[k]! + present * d, this.#got);
    }
  }

  /** One step of an effort: those who pay or fail end here; returns those who stay open. */
  #effort(solution: Solution, tree: CompiledTree, prospect: Prospect, open: PerKind, month: number): PerKind {
    this.#run(solution, tree, open, month, 0, true);
    const { board } = solution;
    const { terms } = board;
    const d = terms.discount(month);
    const left = product(open, undrift(staysOpenIn(prospect), stillSound(board, month)));
    // The step's own cost is already in the expected totals; those who stay carry it on.
    for (const flow of tree.event.flows ?? []) {
      const { now, got } = addFlow(0, flow, flow.at ?? tree.event.at, month, terms, this.expected);
      this.#got += got;
      for (let k = 0; k < KIND_COUNT; k++) this.#before[k]! += now * d;
    }
    if (prospect.flowsIfOpen) this.#spend(prospect.flowsIfOpen, left, month + (prospect.window ?? 1), 0, solution);
    return left;
  }

  /** Runs a tree from labelled weights: each label behaves as itself or, once it has deteriorated, as insolvent. */
  #run(solution: Solution, tree: CompiledTree, w: PerKind, month: number, lag: number, failedToo: boolean): void {
    const { board } = solution;
    const sound = stillSound(board, month);
    const u = failedToo ? drift(w, sound) : product(w, sound);
    const decided = decideTree(tree, u, month - lag);
    const d = board.terms.discount(month);
    const uniform = this.#before.every((value) => value === this.#before[0]);
    for (let k = 0; k < KIND_COUNT; k++) {
      if (uniform) {
        this.#walk(decided, k, u[k]!, this.#before[0]!, this.#got, month, d);
        continue;
      }
      this.#walk(decided, k, w[k]! * sound[k]!, this.#before[k]!, this.#got, month, d);
      if (failedToo && sound[k]! < 1)
        this.#walk(decided, INSOLVENT, w[k]! * (1 - sound[k]!), this.#before[k]!, this.#got, month, d);
    }
  }

  /** Lists every end of a decided tree for a debtor who behaves as kind `k`. `d` discounts its start to the valuation day. */
  #walk(decided: DecidedTree, k: number, weight: number, before: number, got: number, month: number, d: number): void {
    if (weight <= 0) return;
    const { tree, taken } = decided;
    const delay = decided.month - tree.start;
    const factor = tree.like?.factor ?? 1;
    const ends = this.#memo.of(tree.like?.tree ?? tree, this.#walker);
    this.#account(ends, k, weight, factor, month, delay, d);

    this.#list(ends, k, weight, factor, before, got, delay, d);
    const { doors } = this.#walker;
    for (const door of ends.doors) {
      // The numbers may have moved while the ways through other doors were walked.
      const { numbers } = doors;
      const at = door.at + k;
      if (numbers[at]! <= 0) continue;
      const chance = weight * numbers[at]!;
      const brought = factor * (numbers[at + NOW]! + delay * numbers[at + GROWTH]!) + numbers[at + COST]!;
      const value = before + d * brought;
      const received = got + factor * numbers[at + GOT]!;
      const next = taken[door.choice];
      if (next) {
        const { at: after, scale } = tree.choices[door.choice]!;
        this.#walk(next, door.turned ? INSOLVENT : k, chance, value, received, month + after, d * scale);
      } else this.#listed.add(chance, value, received);
    }
  }

  /** Lists the ends of a tree itself, without what follows its choices. */
  #list(
    { from, to }: Terminals,
    k: number,
    weight: number,
    factor: number,
    before: number,
    got: number,
    delay: number,
    d: number,
  ): void {
    const listed = this.#listed;
    listed.room((to - from) / PATH);
    const { chance, present, principal } = listed;
    const { numbers } = this.#walker.ends;
    let n = listed.count;
    for (let at = from + k; at < to; at += PATH) {
      const p = numbers[at]!;
      if (p <= 0) continue;
      const brought = factor * (numbers[at + NOW]! + delay * numbers[at + GROWTH]!) + numbers[at + COST]!;
      chance[n] = weight * p;
      present[n] = before + d * brought;
      principal[n] = got + factor * numbers[at + GOT]!;
      n++;
    }
    listed.count = n;
  }

  /** Adds what a tree's own flows bring on average to the expected totals; `factor` is that of its balance. */
  #account(ends: Terminals, k: number, weight: number, factor: number, month: number, delay: number, d: number): void {
    const { expected } = this;
    const { numbers } = this.#walker.totals;
    const at = ends.totals + k * COMPONENTS;
    const scaled = weight * factor;
    for (let i = 0; i < COMPONENTS; i++) {
      const brought = scaled * (numbers[at + i]! + delay * numbers[at + TOTAL_GROWTH + i]!);
      const sum = brought + weight * numbers[at + TOTAL_COST + i]!;
      expected[i]! += i === PRESENT ? sum * d : sum;
    }
    expected[TIMED]! += scaled * month * numbers[at + PRINCIPAL]!;
  }

  /** Nothing more is done for those still open. */
  #leave(open: PerKind): void {
    for (let k = 0; k < KIND_COUNT; k++) this.#listed.add(open[k]!, this.#before[k]!, this.#got);
  }
}
