// What a compiled tree is: a value that is linear in the belief weights and in the start month, plus the choices left open, each
// decided for the pooled weights that arrive there (docs/model.md 7): one maximum, because the kind of debtor is not observed.

import { INSOLVENT, KIND_COUNT, ofKind, type PerKind } from '../../assumptions/kinds.ts';
import { plus } from '../../numbers/number.ts';
import type { Event, State } from '../../options/option.ts';

/** What is in proportion to the balance, and its growth per month of delay. */
export interface Proportional {
  readonly receipts: PerKind;
  readonly growth: PerKind;
}

/** What a walk of a tree adds up, per kind and unit of weight at the start, in present value at the start. */
export interface TreeParts extends Proportional {
  /** Costs that are the same for every balance; negative. */
  readonly costs: PerKind;
  /** What one yen of each listed price takes. */
  readonly priced: readonly PerKind[];
  /** What a fee of the whole would take from receipts and growth; null when no flow bears a fee. */
  readonly fees: Proportional | null;
  /** What of all this comes from those who had turned insolvent; null where nobody asks for it by itself. */
  readonly turned: (Proportional & { readonly fees: Proportional | null }) | null;
  /** Those who fail, discounted, by the yen that they then owe. */
  readonly failures: readonly { readonly amount: number; readonly weight: PerKind }[];
  /** In the order in which a walk of the tree meets them. */
  readonly choices: readonly DecisionNode[];
}

/** Where a tree leaves a choice open: who arrives, when, and what has happened. */
export interface DecisionPoint {
  /** Chance of arriving here, per kind at the start. */
  readonly reach: PerKind;
  /** Chance of arriving here as an insolvent debtor, per kind at the start. */
  readonly turned: PerKind;
  /** Months after the start. */
  readonly at: number;
  /** Discount from here back to the start. */
  readonly scale: number;
  /** What has happened. */
  readonly event: Event;
  /** The claims that go on from here, whatever their balance. */
  readonly family: ClaimFamily;
}

/** A choice among exits, made once for the pooled weights that reach it. What may be chosen is looked for when it is asked for. */
export class DecisionNode implements DecisionPoint {
  readonly reach: PerKind;
  readonly turned: PerKind;
  readonly at: number;
  readonly scale: number;
  readonly event: Event;
  readonly family: ClaimFamily;
  /** What is still owed here. */
  readonly balance: number;
  /** The month in which it is first arrived at. */
  readonly month: number;
  #candidates: readonly FollowUp[] | null = null;

  /** `started` is the month in which the tree is first started. */
  constructor({ reach, turned, at, scale, event, family }: DecisionPoint, balance: number, started: number) {
    this.reach = reach;
    this.turned = turned;
    this.at = at;
    this.scale = scale;
    this.event = event;
    this.family = family;
    this.balance = balance;
    this.month = plus(started, at);
  }

  get candidates(): readonly FollowUp[] {
    this.#candidates ??= this.family.candidates(this.balance, this.month);
    return this.#candidates;
  }
}

/** Claims alike in everything but the balance, and the exits that may follow them. */
export interface ClaimFamily {
  readonly candidates: (balance: number, month: number) => readonly FollowUp[];
}

/** An exit that may be chosen, with the value it has when started in a given month. */
export interface FollowUp {
  readonly id: string;
  /** Its id with its terms, which tell exits of one option apart. */
  readonly key: string;
  readonly tree: (month: number) => CompiledTree;
  /** The value when it does not depend on the month of the start. */
  readonly fixed: CompiledTree | null;
}

/** Value per unit of weight of each kind, relative to the start month: v0 + delay·v1, plus the best candidate of every choice. */
export interface CompiledTree {
  readonly v0: PerKind;
  readonly v1: PerKind;
  /** In the order in which a walk of the tree meets them. */
  readonly choices: readonly DecisionNode[];
  readonly event: Event;
  readonly state: State;
  /** Month for which it was compiled; once all months discount alike it holds for the later ones, too. */
  readonly start: number;
  /** The weight that is left at the root is not an outcome of the tree: it goes on. */
  readonly goesOn: boolean;
  /** The tree that this one is in proportion to, but for costs that are the same for both; null when there is none. */
  readonly like: { readonly tree: CompiledTree; readonly factor: number } | null;
}

/** The weights that arrive at a choice. */
export function arrivals({ reach, turned }: DecisionPoint, u: PerKind): PerKind {
  const x = [0, 0, 0, 0, 0];
  let failed = 0;
  for (let k = 0; k < KIND_COUNT; k++) {
    x[k] = ofKind(u, k) * ofKind(reach, k);
    failed += ofKind(u, k) * ofKind(turned, k);
  }
  x[INSOLVENT] = ofKind(x, INSOLVENT) + failed;
  return x;
}

/** Value of starting with weights `u` in `month`, relative to that month. */
export function treeValue({ v0, v1, choices, start }: CompiledTree, u: PerKind, month: number): number {
  const delay = month - start;
  let value = 0;
  for (let k = 0; k < KIND_COUNT; k++) value += ofKind(u, k) * (ofKind(v0, k) + delay * ofKind(v1, k));
  for (const choice of choices) value += choice.scale * followUpValue(choice, arrivals(choice, u), month);
  return value;
}

/** Value of the best candidate of a choice for the weights that arrive there; 0 when there is none. */
function followUpValue({ at, candidates }: DecisionNode, x: PerKind, month: number): number {
  let high = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const value = treeValue(candidate.fixed ?? candidate.tree(month + at), x, month + at);
    if (value > high) high = value;
  }
  return candidates.length === 0 ? 0 : high;
}

/** The best candidate of a choice for the weights that arrive there; the first listed wins a tie. Null when there is none. */
export function bestFollowUp(
  { at, candidates }: DecisionNode,
  x: PerKind,
  month: number,
): { readonly candidate: FollowUp; readonly tree: CompiledTree; readonly value: number } | null {
  let best: ReturnType<typeof bestFollowUp> = null;
  for (const candidate of candidates) {
    const tree = candidate.fixed ?? candidate.tree(month + at);
    const value = treeValue(tree, x, month + at);
    if (best === null || value > best.value) best = { candidate, tree, value };
  }
  return best;
}
