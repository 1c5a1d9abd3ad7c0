// Trees that serve many claims: what scales with the balance is compiled for one of them and read for all others.

import { KIND_COUNT, type PerKind } from '../debtor/kinds.ts';
import type { Event, Option, Prospect, Scaling, Situation, State } from '../options/option.ts';
import { arrive, Choice, type Compiled, choiceValue, type Scratch, type Worth, zeros } from './compile.ts';

/** An option with the terms chosen for it. */
export interface Move {
  readonly option: Option;
  readonly terms: unknown;
}

/** The situation in which a claim is asked about. */
type Situated = (state: State, month: number) => Situation;

/** A tree compiled for one balance that serves every claim alike in the rest. */
export class Unit {
  readonly move: Move;
  readonly scaling: Scaling;
  readonly prospect: Prospect;
  readonly worth: Compiled;
  /** Some of its costs depend on the balance. */
  readonly priced: boolean;

  constructor(move: Move, scaling: Scaling, prospect: Prospect, worth: Compiled) {
    this.move = move;
    this.scaling = scaling;
    this.prospect = prospect;
    this.worth = worth;
    this.priced = scaling.prices.length > 0 || scaling.fee_rate !== undefined;
  }

  /** Value per kind of the tree itself for a claim with this balance, prices and fee, written to `v0` and `v1`. */
  rescale(balance: number, { prices, fee_rate }: Scaling, v0: number[], v1: number[]): void {
    const { worth, scaling } = this;
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
    if (!fees || fee_rate === undefined || scaling.fee_rate === undefined) return;
    const more = (fee_rate - scaling.fee_rate) * factor;
    for (let k = 0; k < KIND_COUNT; k++) {
      v0[k]! += more * fees.v0[k]!;
      v1[k]! += more * fees.v1[k]!;
    }
  }

  /** Value of starting it in `month` with weights `x`, for a claim with this balance, prices and fee; no tree is made for it. */
  value(balance: number, scaling: Scaling, x: PerKind, month: number, buffers: Scratch, depth: number): number {
    const { start, choices } = this.worth;
    const v0 = zeros();
    const v1 = zeros();
    this.rescale(balance, scaling, v0, v1);
    const delay = month - start;
    let value = 0;
    for (let k = 0; k < KIND_COUNT; k++) value += x[k]! * (v0[k]! + delay * v1[k]!);
    for (let c = 0; c < choices.length; c++) {
      const choice = choices[c]!;
      const at = month + choice.at;
      const arriving = arrive(choice, x, buffers[depth]!);
      const left = choice.event.goes_on?.balance ?? balance;
      value += choice.scale * choiceValue(choice.kin, left, arriving, at, buffers, depth + 1);
    }
    return value;
  }
}

/** The tree of a unit for a claim with another balance (see `Scaling`); what is not asked for is not made. */
export class Rescaled implements Worth {
  readonly v0 = zeros();
  readonly v1 = zeros();
  readonly state: State;
  readonly #unit: Unit;
  readonly #month: number;
  readonly #situation: Situated;
  #choices: readonly Choice[] | null = null;
  #event: Event | null = null;

  /** `scaling` is that of the claim; `month` is the one in which the tree is first asked for. */
  constructor(unit: Unit, state: State, scaling: Scaling, month: number, situation: Situated) {
    this.state = state;
    this.#unit = unit;
    this.#month = month;
    this.#situation = situation;
    unit.rescale(state.balance, scaling, this.v0, this.v1);
  }

  get choices(): readonly Choice[] {
    this.#choices ??= this.#unit.worth.choices.map(
      (choice) => new Choice(choice, choice.event.goes_on?.balance ?? this.state.balance, this.#month),
    );
    return this.#choices;
  }

  get event(): Event {
    const { move } = this.#unit;
    this.#event ??= move.option.prospect(this.#situation(this.state, this.#month), move.terms).event;
    return this.#event;
  }

  get start(): number {
    return this.#unit.worth.start;
  }

  get goesOn(): boolean {
    return this.#unit.worth.goesOn;
  }
}
