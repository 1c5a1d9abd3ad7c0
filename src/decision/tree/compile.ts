// Compiles an event tree to a value that is linear in the belief weights and in the start month, plus the choices left open
// (docs/model.md 7): one maximum over the pooled weights, because the kind of debtor is not observed.

import { INSOLVENT, KIND_COUNT, ofKind, type PerKind } from '../../assumptions/kinds.ts';
import type { Event, Flow, Fork, State } from '../../options/option.ts';
import { type ClaimFamily, DecisionNode, type SeparatedTree, type Values, zeros } from './compiled_tree.ts';

/** What turns flows into present values for one case. */
export interface ValuationTerms {
  /** Present value of 1 yen `months` after the valuation day. */
  readonly discount: (months: number) => number;
  /** Late-payment interest per yen and month. */
  readonly interest: number;
  /** Age of the debt on the valuation day, months past due. */
  readonly age: number;
  /** Share of loss and cost that comes back as tax; 0 when not asked for. */
  readonly tax_rate: number;
  /** Consumption tax contained in a yen of the claim, relieved on losses that qualify; 0 when not asked for. */
  readonly relief_rate: number;
  /** Months from a loss to its tax effect. */
  readonly tax_lag: number;
}

/** The present value of a flow at the start month is share·(now + delay·growth) + fixed. */
export interface FlowValue {
  now: number;
  growth: number;
  fixed: number;
  /** What a fee of the whole would take from `now` and `growth`. */
  fee: number;
  feeGrowth: number;
}

export const noFlowValue = (): FlowValue => ({ now: 0, growth: 0, fixed: 0, fee: 0, feeGrowth: 0 });

/** Values a flow that falls `at` months after a start in month `start`; the result is written to `out`. `base` discounts the start. */
export function flowValue(
  flow: Flow,
  at: number,
  start: number,
  terms: ValuationTerms,
  out: FlowValue,
  base = terms.discount(start),
): void {
  const principal = flow.principal ?? 0;
  const kept = 1 - (flow.fee_rate ?? 0);
  const rate = (flow.interest_share ?? 0) * terms.interest;
  // Principal was taxed when it was invoiced; interest is taxable and every cost is deductible.
  const taxed = 1 - terms.tax_rate;
  const d = at === 0 ? 1 : terms.discount(start + at) / base;
  const grows = principal * rate * kept * taxed * d;
  out.now = principal * (kept + terms.tax_rate * (1 - kept)) * d + grows * (terms.age + start + at);
  out.growth = grows;
  out.feeGrowth = -principal * rate * taxed * d;
  out.fee = -principal * taxed * d + out.feeGrowth * (terms.age + start + at);
  out.fixed = ((flow.interest ?? 0) * kept - (flow.external ?? 0) - (flow.own_time ?? 0)) * taxed * d;
}

/** Share of a loss that tax gives back when the file closes at this event (docs/model.md 11.4). */
export const closingRate = (event: Event, terms: ValuationTerms): number =>
  terms.tax_rate + (event.relief ? terms.relief_rate : 0);

/** Whether losses have a tax effect at all. */
export const isTaxed = (terms: ValuationTerms): boolean => terms.tax_rate > 0 || terms.relief_rate > 0;

/** Deepest event tree: an agreement with its instalments. */
const TREE_DEPTH = 160;

interface WalkLevel {
  readonly reach: PerKind;
  readonly turned: PerKind;
  /** Principal received on the way here, as the kind at the start and as an insolvent one; kept for the tax on the rest. */
  readonly paid: PerKind;
  readonly paidTurned: PerKind;
}

/** Reuses the levels of a walk, because a walk never holds two nodes of the same depth and candidates are compiled after it. */
export class WalkLevels {
  readonly #levels: WalkLevel[] = [];

  at(depth: number): WalkLevel {
    let level = this.#levels[depth];
    if (!level) {
      if (depth > TREE_DEPTH) throw new RangeError('an event tree is deeper than any option states');
      const zeros = () => new Float64Array(KIND_COUNT);
      level = { reach: zeros(), turned: zeros(), paid: zeros(), paidTurned: zeros() };
      this.#levels[depth] = level;
    }
    return level;
  }
}

/** How a tree is compiled. */
export interface Compiling {
  readonly state: State;
  /** Month for which it is compiled: the first of those that discount alike, 0 when all do, or one before them. */
  readonly start: number;
  /** Month in which it is first started, for asking what may follow. */
  readonly month: number;
  /** The weight that is left at the root goes on elsewhere: an effort's next step, a reduction's smaller claim. */
  readonly goesOn: boolean;
  readonly terms: ValuationTerms;
  readonly kinOf: (state: State) => ClaimFamily;
  readonly levels: WalkLevels;
}

/** Compiles `event`. Costs some 15 multiply-adds per event and kind; choices are kept, not decided. */
export const compile = (event: Event, compiling: Compiling): SeparatedTree =>
  new TreeCompiler(compiling).compiled(event);

/** One walk of a tree of events, in which what its flows bring is added up for all kinds at once. */
class TreeCompiler {
  readonly #compiling: Compiling;
  readonly #taxed: boolean;
  /** Discount of the start. */
  readonly #base: number;
  readonly #v0 = zeros();
  readonly #v1 = zeros();
  readonly #costs = zeros();
  readonly #priced: number[][] = [];
  readonly #choices: DecisionNode[] = [];
  #fees: { v0: number[]; v1: number[] } | null = null;
  /** The flow at hand in present values. */
  readonly #value = noFlowValue();

  constructor(compiling: Compiling) {
    this.#compiling = compiling;
    this.#taxed = isTaxed(compiling.terms);
    this.#base = compiling.terms.discount(compiling.start);
  }

  compiled(event: Event): SeparatedTree {
    const { levels, state, start, goesOn } = this.#compiling;
    const root = levels.at(0);
    root.reach.fill(1);
    root.paid.fill(0);
    root.paidTurned.fill(0);
    this.#visit(event, 0, false);
    return {
      v0: this.#v0,
      v1: this.#v1,
      costs: this.#costs,
      priced: this.#priced,
      fees: this.#fees,
      choices: this.#choices,
      event,
      state,
      start,
      goesOn,
      like: null,
    };
  }

  /** `some` says whether any weight arrives as an insolvent debtor. Mostly none does, which saves half the work. */
  #visit(event: Event, depth: number, some: boolean): void {
    const { levels, goesOn } = this.#compiling;
    const here = levels.at(depth);
    for (const flow of event.flows ?? []) this.#receive(flow, event.at, here, some);
    if (event.goes_on) {
      this.#goOn(event, event.goes_on, here, some);
      return;
    }
    for (const fork of event.next ?? []) this.#visit(fork.event, depth + 1, this.#pass(fork, here, depth, some));
    if (this.#taxed && !(depth === 0 && goesOn)) this.#close(event, here, some);
  }

  #receive(flow: Flow, at: number, here: WalkLevel, some: boolean): void {
    const { start, terms } = this.#compiling;
    flowValue(flow, flow.at ?? at, start, terms, this.#value, this.#base);
    if (this.#value.fixed !== 0) this.#pay(flow, here, some);
    if (this.#value.now !== 0 || this.#value.growth !== 0) this.#earn(flow, here, some);
    if (!this.#taxed) return;
    const { share, principal = 0 } = flow;
    const failed = principal * (share ? ofKind(share, INSOLVENT) : 1);
    for (let k = 0; k < KIND_COUNT; k++) {
      here.paid[k] = ofKind(here.paid, k) + principal * (share ? ofKind(share, k) : 1);
      here.paidTurned[k] = ofKind(here.paidTurned, k) + failed;
    }
  }

  /** The part of a flow that does not scale with the balance: a listed price, or a cost. */
  #pay({ price, external }: Flow, { reach, turned }: WalkLevel, some: boolean): void {
    const { fixed } = this.#value;
    let part = this.#costs;
    let yen = fixed;
    if (price !== undefined) {
      this.#priced[price] ??= zeros();
      part = this.#priced[price];
      yen = external ? fixed / external : 0;
    }
    for (let k = 0; k < KIND_COUNT; k++) {
      const weight = some ? ofKind(reach, k) + ofKind(turned, k) : ofKind(reach, k);
      add(part, k, weight * yen);
      add(this.#v0, k, weight * fixed);
    }
  }

  /** The part of a flow that scales with the balance, and the fee on it. */
  #earn({ share, fee_rate }: Flow, { reach, turned }: WalkLevel, some: boolean): void {
    const { now, growth, fee, feeGrowth } = this.#value;
    const failed = share ? ofKind(share, INSOLVENT) : 1;
    if (fee_rate !== undefined) this.#fees ??= { v0: zeros(), v1: zeros() };
    for (let k = 0; k < KIND_COUNT; k++) {
      let weight = share ? ofKind(reach, k) * ofKind(share, k) : ofKind(reach, k);
      if (some) weight += ofKind(turned, k) * failed;
      add(this.#v0, k, weight * now);
      if (growth !== 0) add(this.#v1, k, weight * growth);
      if (fee_rate === undefined || this.#fees === null) continue;
      add(this.#fees.v0, k, weight * fee);
      add(this.#fees.v1, k, weight * feeGrowth);
    }
  }

  #goOn(event: Event, changes: Partial<State>, { reach, turned }: WalkLevel, some: boolean): void {
    const { state, start, month, terms, kinOf } = this.#compiling;
    const after = { ...state, ...changes };
    const point = {
      reach: [...reach],
      turned: some ? [...turned] : NO_VALUES,
      at: event.at,
      scale: terms.discount(start + event.at) / this.#base,
      event,
      kin: kinOf(after),
    };
    this.#choices.push(new DecisionNode(point, after.balance, month));
  }

  /** Passes a fork; tells whether any weight arrives behind it as an insolvent debtor. */
  #pass({ chance, turned: turns }: Fork, here: WalkLevel, depth: number, some: boolean): boolean {
    const child = this.#compiling.levels.at(depth + 1);
    const turning = some || turns !== undefined;
    const failed = ofKind(chance, INSOLVENT);
    for (let k = 0; k < KIND_COUNT; k++) {
      const on = ofKind(here.reach, k) * ofKind(chance, k);
      const share = turns ? ofKind(turns, k) : 0;
      child.reach[k] = turning ? on * (1 - share) : on;
      if (turning) child.turned[k] = on * share + (some ? ofKind(here.turned, k) * failed : 0);
    }
    if (this.#taxed) {
      child.paid.set(here.paid);
      child.paidTurned.set(here.paidTurned);
    }
    return turning;
  }

  /** The tax effect of what is still unpaid where the file closes. */
  #close(event: Event, { reach, turned, paid, paidTurned }: WalkLevel, some: boolean): void {
    const { state, start, terms } = this.#compiling;
    const day = start + (event.closes ?? event.at) + terms.tax_lag;
    const rate = closingRate(event, terms) * (terms.discount(day) / this.#base);
    for (let k = 0; k < KIND_COUNT; k++) {
      const lost = Math.max(0, state.balance - ofKind(paid, k));
      const lostTurned = Math.max(0, state.balance - ofKind(paidTurned, k));
      const failed = some ? ofKind(turned, k) * endsHere(event, INSOLVENT) * lostTurned : 0;
      add(this.#v0, k, rate * (ofKind(reach, k) * endsHere(event, k) * lost + failed));
    }
  }
}

/** Adds to the number of a kind. */
const add = (to: number[], k: number, amount: number): void => {
  to[k] = (to[k] ?? 0) + amount;
};

/** Nothing for every kind. */
const NO_VALUES: Values = zeros();

/** Chance that nothing follows an event, for one kind. */
export function endsHere(event: Event, k: number): number {
  let left = 1;
  for (const fork of event.next ?? []) left -= fork.chance[k]!;
  return left > 1e-15 ? left : 0;
}
