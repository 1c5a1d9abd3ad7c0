// What a compiled tree is: a value that is linear in the belief weights and in the start month, plus the choices left open, each
// decided for the pooled weights that arrive there (docs/model.md 7): one maximum, because the kind of debtor is not observed.

import { INSOLVENT, KIND_COUNT, type PerKind } from '../../assumptions/kinds.ts';
import type { Event, State } from '../../options/option.ts';

/** One number per kind. A plain array: a case makes hundreds, and typed ones of this length cost more to make than to use. */
export type Values = readonly number[];

/** Nothing yet, for every kind. */
export const zeros = (): number[] => [0, 0, 0, 0, 0];

/** Where a tree leaves a choice open: who arrives, when, and what has happened. */
export interface DecisionPoint {
  /** Chance of arriving here, per kind at the start. */
  readonly reach: Values;
  /** Chance of arriving here as an insolvent debtor, per kind at the start. */
  readonly turned: Values;
  /** Months after the start. */
  readonly at: number;
  /** Discount from here back to the start. */
  readonly scale: number;
  /** What has happened. */
  readonly event: Event;
  /** The claims that go on from here, whatever their balance. */
  readonly kin: ClaimFamily;
}

/** A choice among exits, made once for the pooled weights that reach it. What may be chosen is looked for when it is asked for. */
export class DecisionNode implements DecisionPoint {
  readonly reach: Values;
  readonly turned: Values;
  readonly at: number;
  readonly scale: number;
  readonly event: Event;
  readonly kin: ClaimFamily;
  /** What is still owed here. */
  readonly balance: number;
  /** The month in which it is first arrived at. */
  readonly month: number;
  #candidates: readonly FollowUp[] | null = null;

  /** `started` is the month in which the tree is first started. */
  constructor({ reach, turned, at, scale, event, kin }: DecisionPoint, balance: number, started: number) {
    this.reach = reach;
    this.turned = turned;
    this.at = at;
    this.scale = scale;
    this.event = event;
    this.kin = kin;
    this.balance = balance;
    this.month = started + at;
  }

  get candidates(): readonly FollowUp[] {
    this.#candidates ??= this.kin.candidates(this.balance, this.month);
    return this.#candidates;
  }
}

/** Claims alike in everything but the balance, and the exits that may follow them. */
export interface ClaimFamily {
  readonly candidates: (balance: number, month: number) => readonly FollowUp[];
  /** The trees of these exits, in the same order, if each serves claims of any balance like this one; else null. */
  readonly shared: (balance: number, month: number) => readonly ScalableTree[] | null;
}

/** A tree compiled for one balance that serves others. */
export interface ScalableTree {
  readonly worth: SeparatedTree;
  /** Value of starting it in `month` with weights `x`, for a claim with this balance. */
  readonly value: (balance: number, x: PerKind, month: number, buffers: Scratch, depth: number) => number;
  /** Value per kind of the tree itself for such a claim, written to `v0` and `v1`. */
  readonly rescale: (balance: number, month: number, v0: number[], v1: number[]) => void;
}

/** An exit that may be chosen, with the value it has when started in a given month. */
export interface FollowUp {
  readonly id: string;
  readonly worth: (month: number) => CompiledTree;
  /** The value when it does not depend on the month of the start. */
  readonly fixed: CompiledTree | null;
}

/** Value per unit of weight of each kind, relative to the start month: v0 + delay·v1, plus the best candidate of every choice. */
export interface CompiledTree {
  readonly v0: Values;
  readonly v1: Values;
  /** In the order in which a walk of the tree meets them. */
  readonly choices: readonly DecisionNode[];
  readonly event: Event;
  readonly state: State;
  /** Month for which it was compiled; once all months discount alike it holds for the later ones, too. */
  readonly start: number;
  /** The weight that is left at the root is not an outcome of the tree: it goes on. */
  readonly goesOn: boolean;
  /** The tree that this one is in proportion to, but for costs that are the same for both; null when there is none. */
  readonly like: { readonly worth: CompiledTree; readonly factor: number } | null;
}

/** A worth that says which part of it scales with the balance. */
export interface SeparatedTree extends CompiledTree {
  /** The part of v0 that does not scale with the balance: costs, without those listed as prices. */
  readonly costs: Values;
  /** What one yen of each price takes from v0. */
  readonly priced: readonly Values[];
  /** What a fee of the whole would take from v0 and v1; nothing when no flow bears a fee. */
  readonly fees: { readonly v0: Values; readonly v1: Values } | null;
}

/** Value for one kind when the tree is started `delay` months after its own start. */
export const valueOfKind = ({ v0, v1 }: CompiledTree, k: number, delay: number): number => v0[k]! + delay * v1[k]!;

/** The weights that arrive at a choice, written to `x`. */
export function arrivals(choice: DecisionPoint, u: PerKind, x: PerKind): PerKind {
  const { reach, turned } = choice;
  let failed = 0;
  for (let k = 0; k < KIND_COUNT; k++) {
    x[k] = u[k]! * reach[k]!;
    failed += u[k]! * turned[k]!;
  }
  x[INSOLVENT]! += failed;
  return x;
}

/** Value of starting with weights `u` in `month`, relative to that month. */
export function treeValue(worth: CompiledTree, u: PerKind, month: number, buffers: Scratch, depth = 0): number {
  const { v0, v1, choices } = worth;
  const delay = month - worth.start;
  let value = 0;
  for (let k = 0; k < KIND_COUNT; k++) value += u[k]! * (v0[k]! + delay * v1[k]!);
  for (let c = 0; c < choices.length; c++) {
    const choice = choices[c]!;
    const x = arrivals(choice, u, buffers[depth]!);
    const at = month + choice.at;
    value += choice.scale * decisionValue(choice.kin, choice.balance, x, at, buffers, depth + 1);
  }
  return value;
}

/** Value of the best exit of a claim that goes on with weights `x`. */
export function decisionValue(
  kin: ClaimFamily,
  balance: number,
  x: PerKind,
  month: number,
  buffers: Scratch,
  depth: number,
): number {
  let most = 0;
  const shared = kin.shared(balance, month);
  if (shared) {
    for (let i = 0; i < shared.length; i++) {
      const tree = shared[i]!;
      const v = tree.value(balance, x, month, buffers, depth);
      if (i === 0 || v > most) most = v;
    }
    return most;
  }
  const candidates = kin.candidates(balance, month);
  for (let i = 0; i < candidates.length; i++) {
    const candidate = candidates[i]!;
    const v = treeValue(candidate.fixed ?? candidate.worth(month), x, month, buffers, depth);
    if (i === 0 || v > most) most = v;
  }
  return most;
}

/** The best candidate of a choice for the weights that arrive there; the first listed wins a tie. Null when there is none. */
export function bestFollowUp(
  choice: DecisionNode,
  x: PerKind,
  month: number,
  buffers: Scratch,
): { readonly candidate: FollowUp; readonly worth: CompiledTree } | null {
  const at = month + choice.at;
  const { kin, balance, candidates } = choice;
  const shared = kin.shared(balance, choice.month);
  let most = 0;
  let best: FollowUp | null = null;
  for (let i = 0; i < candidates.length; i++) {
    const candidate = candidates[i]!;
    const tree = shared?.[i];
    const v = tree
      ? tree.value(balance, x, at, buffers, 0)
      : treeValue(candidate.fixed ?? candidate.worth(at), x, at, buffers);
    if (best === null || v > most) {
      most = v;
      best = candidate;
    }
  }
  return best && { candidate: best, worth: best.fixed ?? best.worth(at) };
}

/** Value per unit of weight of each kind under the choices that are best for `u`: the gradient, exact by the envelope theorem. */
export function gradient(worth: CompiledTree, u: PerKind, month: number, buffers: Scratch): PerKind {
  const delay = month - worth.start;
  const g = new Float64Array(KIND_COUNT);
  for (let k = 0; k < KIND_COUNT; k++) g[k] = worth.v0[k]! + delay * worth.v1[k]!;
  for (const choice of worth.choices) {
    const x = arrivals(choice, u, new Float64Array(KIND_COUNT));
    const best = bestFollowUp(choice, x, month, buffers);
    if (!best) continue;
    const inner = gradient(best.worth, x, month + choice.at, buffers);
    for (let k = 0; k < KIND_COUNT; k++)
      g[k]! += choice.scale * (choice.reach[k]! * inner[k]! + choice.turned[k]! * inner[INSOLVENT]!);
  }
  return g;
}

/** Deepest nesting of choices: an agreement broken, a suit decided, a judgment enforced, and one to spare. */
const DEPTH = 6;

/** Buffers for the weights on the way down a tree, so that valuing allocates nothing. */
export type Scratch = readonly PerKind[];

export const scratch = (): Scratch => Array.from({ length: DEPTH }, () => new Float64Array(KIND_COUNT));
