// Compiles an event tree to a value that is linear in the belief weights and in the start month, plus the choices left open
// (docs/model.md 7): one maximum over the pooled weights, because the kind of debtor is not observed.

import { INSOLVENT, KIND_COUNT, ofKind, type PerKind, perKind, zeros } from '../../assumptions/kinds.ts';
import { atLeast, isAbove, minus, oneMinus, over, plus, times } from '../../numbers/number.ts';
import type { Case, Event, Flow, Fork, State } from '../../options/option.ts';
import { type ClaimFamily, DecisionNode, type TreeParts } from './compiled_tree.ts';
import { NO_FLOWS, proceedsOf } from './failure.ts';
import { closingRate, type FlowValue, flowValue, isTaxed, type Start, startIn, type ValuationTerms } from './flows.ts';

/** Deepest event tree: an agreement with its instalments. */
const TREE_DEPTH = 160;

interface WalkLevel {
  readonly reach: number[];
  readonly turned: number[];
  /** Those of them who had turned insolvent before the fork that led here. */
  readonly turnedBefore: number[];
  /** Principal received on the way here, as the kind at the start and as an insolvent one; kept for the tax on the rest. */
  readonly paid: number[];
  readonly paidTurned: number[];
}

/** Reuses the levels of a walk, because a walk never holds two nodes of the same depth and candidates are compiled after it. */
export class WalkLevels {
  readonly #levels: WalkLevel[] = [];

  at(depth: number): WalkLevel {
    const known = this.#levels[depth];
    if (known) return known;
    if (depth > TREE_DEPTH) throw new RangeError('an event tree is deeper than any option states');
    const level = { reach: zeros(), turned: zeros(), turnedBefore: zeros(), paid: zeros(), paidTurned: zeros() };
    this.#levels[depth] = level;
    return level;
  }
}

/** How a tree is compiled. */
export interface Compiling {
  readonly case: Case;
  readonly state: State;
  /** Month for which it is compiled: the first of those that discount alike, 0 when all do, or one before them. */
  readonly start: number;
  /** Month in which it is first started, for asking what may follow. */
  readonly month: number;
  /** The weight that is left at the root goes on elsewhere: an effort's next step, a reduction's smaller claim. */
  readonly goesOn: boolean;
  /** It is compiled for every balance: listed prices, fees and failures are kept apart. */
  readonly scales: boolean;
  /** It is compiled for every share of the claim that a court may grant: what comes from those who turned insolvent is kept apart. */
  readonly granted: boolean;
  readonly terms: ValuationTerms;
  readonly familyOf: (state: State) => ClaimFamily;
  readonly levels: WalkLevels;
}

/** Compiles `event`. Costs some 15 multiply-adds per event and kind; choices are kept, not decided. */
export const compile = (event: Event, compiling: Compiling): TreeParts => new TreeCompiler(compiling).compiled(event);

/** One walk of a tree of events, in which what its flows bring is added up for all kinds at once. */
class TreeCompiler {
  readonly #compiling: Compiling;
  readonly #taxed: boolean;
  readonly #start: Start;
  readonly #earned = new Earned();
  readonly #turned: Earned | null;
  readonly #costs = zeros();
  readonly #priced: number[][] = [];
  readonly #failures: { readonly amount: number; readonly weight: number[] }[] = [];
  readonly #choices: DecisionNode[] = [];

  constructor(compiling: Compiling) {
    this.#compiling = compiling;
    this.#taxed = isTaxed(compiling.terms);
    this.#turned = compiling.granted ? new Earned() : null;
    this.#start = startIn(compiling.start, compiling.terms);
  }

  compiled(event: Event): TreeParts {
    const root = this.#compiling.levels.at(0);
    root.reach.fill(1);
    root.paid.fill(0);
    root.paidTurned.fill(0);
    this.#visit(event, 0, false);
    const { receipts, growth, fees } = this.#earned;
    return {
      receipts,
      growth,
      costs: this.#costs,
      priced: this.#priced,
      fees,
      turned: this.#turned,
      failures: this.#failures,
      choices: this.#choices,
    };
  }

  /** `some` says whether any weight arrives as an insolvent debtor. Mostly none does, which saves half the work. */
  #visit(event: Event, depth: number, some: boolean): void {
    const { levels, goesOn, scales } = this.#compiling;
    const here = levels.at(depth);
    for (const flow of event.flows ?? NO_FLOWS) this.#receive(flow, event.at, here, some);
    if (event.goes_on) {
      this.#goOn(event, event.goes_on, here, some);
      return;
    }
    if (event.fails !== undefined) {
      if (scales) {
        this.#fail(event, event.fails, here, some);
        return;
      }
      for (const flow of proceedsOf(this.#compiling.case, event)) this.#receive(flow, event.at, here, some);
    }
    for (const fork of event.next ?? NO_FORKS) this.#visit(fork.event, depth + 1, this.#pass(fork, here, depth, some));
    if (this.#taxed && !(depth === 0 && goesOn)) this.#close(event, here, some);
  }

  #receive(flow: Flow, at: number, here: WalkLevel, some: boolean): void {
    const value = flowValue(flow, at, this.#start, this.#compiling.terms);
    if (value.fixed !== 0) this.#pay(flow, value, here, some);
    if (value.now !== 0 || value.growth !== 0) this.#earn(flow, value, here, some);
    if (!this.#taxed) return;
    const { share, principal = 0 } = flow;
    const failed = times(principal, share ? ofKind(share, INSOLVENT) : 1);
    for (let k = 0; k < KIND_COUNT; k++) {
      here.paid[k] = plus(ofKind(here.paid, k), times(principal, share ? ofKind(share, k) : 1));
      here.paidTurned[k] = plus(ofKind(here.paidTurned, k), failed);
    }
  }

  /** The part of a flow that does not scale with the balance: a listed price, or a cost. */
  #pay({ price, external = 0 }: Flow, { fixed }: FlowValue, { reach, turned }: WalkLevel, some: boolean): void {
    let part = this.#costs;
    let yen = fixed;
    if (price !== undefined && this.#compiling.scales) {
      this.#priced[price] ??= zeros();
      part = this.#priced[price];
      yen = external === 0 ? 0 : over(yen, external);
    }
    for (let k = 0; k < KIND_COUNT; k++) {
      const weight = some ? plus(ofKind(reach, k), ofKind(turned, k)) : ofKind(reach, k);
      addTo(part, k, times(weight, yen));
    }
  }

  /** The part of a flow that scales with the balance, and the fee on it. */
  #earn({ share, fee_rate }: Flow, value: FlowValue, { reach, turned }: WalkLevel, some: boolean): void {
    const failed = share ? ofKind(share, INSOLVENT) : 1;
    const hasFee = fee_rate !== undefined;
    for (let k = 0; k < KIND_COUNT; k++) {
      let weight = share ? times(ofKind(reach, k), ofKind(share, k)) : ofKind(reach, k);
      if (some) {
        const joined = times(ofKind(turned, k), failed);
        weight = plus(weight, joined);
        this.#turned?.add(k, joined, value, hasFee);
      }
      this.#earned.add(k, weight, value, hasFee);
    }
  }

  /** Those who fail, discounted to the start, by what they then owe. */
  #fail(event: Event, amount: number, here: WalkLevel, some: boolean): void {
    const { start, terms } = this.#compiling;
    const { reach, turned } = here;
    const { at } = event;
    const d = at === 0 ? 1 : over(terms.discount(plus(start, at)), this.#start.discount);
    const weights = this.#failing(amount);
    for (let k = 0; k < KIND_COUNT; k++) {
      const weight = some ? plus(ofKind(reach, k), ofKind(turned, k)) : ofKind(reach, k);
      addTo(weights, k, times(weight, d));
    }
    if (this.#taxed) this.#giveUp(event, amount, here, some);
  }

  /** The weights of those who fail owing so many yen. */
  #failing(amount: number): number[] {
    for (const known of this.#failures) if (known.amount === amount) return known.weight;
    const weight = zeros();
    this.#failures.push({ amount, weight });
    return weight;
  }

  /** The tax effect of what is neither paid nor owed when a debtor fails: it was given up on the way, by an agreement that was made. */
  #giveUp(event: Event, amount: number, { reach, turned, paid, paidTurned }: WalkLevel, some: boolean): void {
    const rate = this.#closingRate(event);
    const gone = (received: PerKind, k: number) =>
      minus(minus(this.#compiling.state.balance, ofKind(received, k)), amount);
    for (let k = 0; k < KIND_COUNT; k++) {
      const own = times(ofKind(reach, k), gone(paid, k));
      const failed = some ? times(ofKind(turned, k), gone(paidTurned, k)) : 0;
      addTo(this.#earned.receipts, k, times(rate, plus(own, failed)));
    }
  }

  #goOn(event: Event, changes: Partial<State>, { reach, turned }: WalkLevel, some: boolean): void {
    const { state, start, month, terms, familyOf } = this.#compiling;
    const after = { ...state, ...changes };
    const point = {
      reach: [...reach],
      turned: some ? [...turned] : NO_VALUES,
      at: event.at,
      scale: over(terms.discount(plus(start, event.at)), this.#start.discount),
      event,
      family: familyOf(after),
    };
    this.#choices.push(new DecisionNode(point, after.balance, month));
  }

  /** Passes a fork; tells whether any weight arrives behind it as an insolvent debtor. */
  #pass({ chance, turned: turns }: Fork, here: WalkLevel, depth: number, some: boolean): boolean {
    const child = this.#compiling.levels.at(depth + 1);
    const turning = some || turns !== undefined;
    const failed = ofKind(chance, INSOLVENT);
    for (let k = 0; k < KIND_COUNT; k++) {
      const on = times(ofKind(here.reach, k), ofKind(chance, k));
      if (!turning) {
        child.reach[k] = on;
        continue;
      }
      const share = turns ? ofKind(turns, k) : 0;
      child.reach[k] = times(on, oneMinus(share));
      const before = some ? times(ofKind(here.turned, k), failed) : 0;
      child.turnedBefore[k] = before;
      child.turned[k] = plus(times(on, share), before);
    }
    if (this.#taxed) this.#passPaid(here, child, turns !== undefined);
    return turning;
  }

  /** What those who pass a fork have paid; of those who turned insolvent at several times, the mean. */
  #passPaid(here: WalkLevel, child: WalkLevel, turns: boolean): void {
    for (let k = 0; k < KIND_COUNT; k++) {
      const paid = ofKind(here.paid, k);
      const before = ofKind(here.paidTurned, k);
      child.paid[k] = paid;
      child.paidTurned[k] = before;
      if (!turns || paid === before) continue;
      const all = ofKind(child.turned, k);
      if (!isAbove(all, 0)) continue;
      const joining = minus(all, child.turnedBefore[k] ?? 0);
      child.paidTurned[k] = plus(before, times(over(joining, all), minus(paid, before)));
    }
  }

  /** What a yen that is lost where the file closes gives back as tax, discounted to the start. */
  #closingRate(event: Event): number {
    const { start, terms } = this.#compiling;
    const day = plus(plus(start, event.closes ?? event.at), terms.tax_lag);
    return times(closingRate(event, terms), over(terms.discount(day), this.#start.discount));
  }

  /** The tax effect of what is still unpaid where the file closes. */
  #close(event: Event, { reach, turned, paid, paidTurned }: WalkLevel, some: boolean): void {
    const { state } = this.#compiling;
    const rate = this.#closingRate(event);
    const ends = endingHere(event);
    const lost = (received: PerKind, k: number) => atLeast(minus(state.balance, ofKind(received, k)), 0);
    for (let k = 0; k < KIND_COUNT; k++) {
      const own = times(times(ofKind(reach, k), ofKind(ends, k)), lost(paid, k));
      const failed = some ? times(times(ofKind(turned, k), ofKind(ends, INSOLVENT)), lost(paidTurned, k)) : 0;
      addTo(this.#earned.receipts, k, times(rate, plus(own, failed)));
    }
  }
}

/** What flows bring that scales with the balance, per kind, and the fees on it. */
class Earned {
  readonly receipts = zeros();
  readonly growth = zeros();
  fees: { readonly receipts: number[]; readonly growth: number[] } | null = null;

  add(k: number, weight: number, { now, growth, fee, feeGrowth }: FlowValue, hasFee: boolean): void {
    addTo(this.receipts, k, times(weight, now));
    if (growth !== 0) addTo(this.growth, k, times(weight, growth));
    if (!hasFee) return;
    this.fees ??= { receipts: zeros(), growth: zeros() };
    addTo(this.fees.receipts, k, times(weight, fee));
    addTo(this.fees.growth, k, times(weight, feeGrowth));
  }
}

/** Adds to the number of a kind. */
const addTo = (to: number[], k: number, amount: number): void => {
  to[k] = plus(ofKind(to, k), amount);
};

/** Where nothing follows an event. */
export const NO_FORKS: readonly Fork[] = [];

/** Nothing for every kind. */
const NO_VALUES: PerKind = zeros();

/** Chance that nothing follows an event, per kind. */
const endingHere = (event: Event): PerKind =>
  perKind((k) =>
    atLeast(
      (event.next ?? []).reduce((left, { chance }) => minus(left, ofKind(chance, k)), 1),
      0,
    ),
  );

/** Chance that nothing follows an event, for one kind. */
export function endsHere(event: Event, k: number): number {
  let left = 1;
  for (const fork of event.next ?? NO_FORKS) left -= ofKind(fork.chance, k);
  return left > 1e-15 ? left : 0;
}
