// Trees that serve many claims: they are compiled for one balance and scaled to all others.

import { KIND_COUNT, type PerKind } from '../../assumptions/kinds.ts';
import type { Event, Option, Prospect, Scaling, Situation, State } from '../../options/option.ts';
import {
  arrivals,
  type CompiledTree,
  DecisionNode,
  decisionValue,
  type ScalableTree,
  type Scratch,
  type SeparatedTree,
  type Values,
  zeros,
} from './compiled_tree.ts';

/** An option with the terms chosen for it. */
export interface Move {
  readonly option: Option;
  readonly terms: unknown;
}

/** The situation in which a claim is asked about. */
type Situated = (state: State, month: number) => Situation;

/** A tree compiled for one balance that serves every claim alike in the rest. */
export class UnitTree implements ScalableTree {
  readonly move: Move;
  readonly scaling: Scaling;
  readonly prospect: Prospect;
  readonly worth: SeparatedTree;
  /** Some of its costs depend on the balance. */
  readonly priced: boolean;
  readonly situation: Situated;
  /** By balance; made when needed, because most trees have no prices. */
  #scalings: Map<number, Scaling> | null = null;

  constructor(move: Move, scaling: Scaling, prospect: Prospect, worth: SeparatedTree, situation: Situated) {
    this.move = move;
    this.scaling = scaling;
    this.prospect = prospect;
    this.worth = worth;
    this.situation = situation;
    this.priced = scaling.prices.length > 0 || scaling.fee_rate !== undefined;
  }

  /** Prices and fee of a claim with this balance. */
  #scalingTo(balance: number, month: number): Scaling {
    const { move, scaling, worth } = this;
    if (!this.priced || balance === worth.state.balance) return scaling;
    this.#scalings ??= new Map();
    let found = this.#scalings.get(balance);
    if (!found) {
      found = move.option.scaling?.(this.situation({ ...worth.state, balance }, month)) ?? scaling;
      this.#scalings.set(balance, found);
    }
    return found;
  }

  /** Value per kind of the tree itself for a claim with this balance, written to `v0` and `v1`. */
  rescale(balance: number, month: number, v0: number[], v1: number[]): void {
    const { worth, scaling } = this;
    const { prices, fee_rate } = this.#scalingTo(balance, month);
    const { costs, priced, fees } = worth;
    const factor = balance / worth.state.balance;
    for (let k = 0; k < KIND_COUNT; k++) {
      let fixed = costs[k]!;
      let changed = fixed;
      for (let p = 0; p < priced.length; p++) {
        const part = priced[p]?.[k] ?? 0;
        fixed += part * scaling.prices[p]!;
        changed += part * prices[p]!;
      }
      v0[k] = (worth.v0[k]! - fixed) * factor + changed;
      v1[k] = worth.v1[k]! * factor;
    }
    if (!fees) return;
    const more = ((fee_rate ?? 0) - (scaling.fee_rate ?? 0)) * factor;
    for (let k = 0; k < KIND_COUNT; k++) {
      v0[k]! += more * fees.v0[k]!;
      v1[k]! += more * fees.v1[k]!;
    }
  }

  /** Value of starting it in `month` with weights `x`, for a claim with this balance; no tree is made for it. */
  value(balance: number, x: PerKind, month: number, buffers: Scratch, depth: number): number {
    const { start, choices, v0, v1, costs, priced, fees, state } = this.worth;
    const { prices, fee_rate } = this.#scalingTo(balance, month);
    const factor = balance / state.balance;
    const delay = month - start;
    let whole = 0;
    let fixed = 0;
    for (let k = 0; k < KIND_COUNT; k++) {
      whole += x[k]! * (v0[k]! + delay * v1[k]!);
      fixed += x[k]! * costs[k]!;
    }
    let changed = fixed;
    for (let p = 0; p < priced.length; p++) {
      const part = priced[p] ? along(x, priced[p]!) : 0;
      fixed += part * this.scaling.prices[p]!;
      changed += part * prices[p]!;
    }
    let value = (whole - fixed) * factor + changed;
    const more = fees ? (fee_rate ?? 0) - (this.scaling.fee_rate ?? 0) : 0;
    if (more !== 0) value += more * factor * (along(x, fees!.v0) + delay * along(x, fees!.v1));
    for (let c = 0; c < choices.length; c++) {
      const choice = choices[c]!;
      const at = month + choice.at;
      const arriving = arrivals(choice, x, buffers[depth]!);
      const left = choice.event.goes_on?.balance ?? balance;
      value += choice.scale * decisionValue(choice.kin, left, arriving, at, buffers, depth + 1);
    }
    return value;
  }
}

/** w·a. */
const along = (w: PerKind, a: Values): number =>
  w[0]! * a[0]! + w[1]! * a[1]! + w[2]! * a[2]! + w[3]! * a[3]! + w[4]! * a[4]!;

/** The tree of a unit for a claim with another balance (see `Scaling`). It builds choices and events only when they are read. */
export class ScaledTree implements CompiledTree {
  readonly v0 = zeros();
  readonly v1 = zeros();
  readonly state: State;
  readonly #unit: UnitTree;
  readonly #month: number;
  #choices: readonly DecisionNode[] | null = null;
  #event: Event | null = null;

  /** `month` is the one in which the tree is first asked for. */
  constructor(unit: UnitTree, state: State, month: number) {
    this.state = state;
    this.#unit = unit;
    this.#month = month;
    unit.rescale(state.balance, month, this.v0, this.v1);
  }

  get like(): CompiledTree['like'] {
    const { worth, priced } = this.#unit;
    return priced ? null : { worth, factor: this.state.balance / worth.state.balance };
  }

  get choices(): readonly DecisionNode[] {
    this.#choices ??= this.#unit.worth.choices.map(
      (choice) => new DecisionNode(choice, choice.event.goes_on?.balance ?? this.state.balance, this.#month),
    );
    return this.#choices;
  }

  get event(): Event {
    const { move, situation } = this.#unit;
    this.#event ??= move.option.prospect(situation(this.state, this.#month), move.terms).event;
    return this.#event;
  }

  get start(): number {
    return this.#unit.worth.start;
  }

  get goesOn(): boolean {
    return this.#unit.worth.goesOn;
  }
}
