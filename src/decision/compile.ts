// Compiles an event tree to a value that is linear in the belief weights and in the start month, plus the choices left open
// (model section 7: one maximum over the pooled weights, because the kind of debtor is not observed).

import { amountOf, INSOLVENT, KIND_COUNT, type PerKind } from '../debtor/kinds.ts';
import type { Event, Flow, State } from '../options/option.ts';

/** What turns flows into present values for one case. */
export interface Terms {
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

/** A choice among exits, made once for the pooled weights that reach it. */
export interface Choice {
  /** Chance of arriving here, per kind at the start. */
  readonly reach: PerKind;
  /** Chance of arriving here as an insolvent debtor, per kind at the start. */
  readonly turned: PerKind;
  /** Months after the start. */
  readonly at: number;
  /** Discount from here back to the start. */
  readonly scale: number;
  readonly candidates: readonly Candidate[];
  /** The event at which the choice is made. */
  readonly event: Event;
}

/** An exit that may be chosen, with the value it has when started in a given month. */
export interface Candidate {
  readonly id: string;
  readonly worth: (month: number) => Worth;
  /** The value when it does not depend on the month of the start. */
  readonly fixed: Worth | null;
}

/** Value per unit of weight of each kind: start·(v0 + month·v1), plus the best candidate of every choice. */
export interface Worth {
  readonly v0: PerKind;
  readonly v1: PerKind;
  readonly choices: readonly Choice[];
  readonly event: Event;
  readonly state: State;
  /** Month for which it was compiled; 0 when it holds for every month. */
  readonly start: number;
  /** True when the weight that stays open is not an outcome of the tree (efforts). */
  readonly stays: boolean;
}

/** Finds the exits that may follow a changed claim. */
export type Candidates = (state: State, month: number) => readonly Candidate[];

const NONE: PerKind = new Float64Array(KIND_COUNT);

/** A flow's worth for one kind: present value at the start month, and its growth per month of delay. */
export function flowValue(
  flow: Flow,
  at: number,
  k: number,
  start: number,
  terms: Terms,
  out: { now: number; growth: number },
): void {
  const principal = flow.principal === undefined ? 0 : amountOf(flow.principal, k);
  const rate = (flow.interest_share ?? 0) * terms.interest;
  const interest =
    principal * rate * (terms.age + start + at) + (flow.interest === undefined ? 0 : amountOf(flow.interest, k));
  const kept = 1 - (flow.fee_rate ?? 0);
  const cost = (flow.external ?? 0) + (flow.own_time ?? 0);
  const d = terms.discount(start + at) / terms.discount(start);
  const untaxed = principal * kept + interest * kept - cost;
  out.now = untaxed * d;
  out.growth = principal * rate * kept * d;
  if (terms.tax_rate > 0) {
    // Principal was taxed when it was invoiced; interest is taxable and every cost is deductible.
    const taxed = interest * kept - principal * (1 - kept) - cost;
    out.now -= terms.tax_rate * taxed * d;
    out.growth -= terms.tax_rate * principal * rate * kept * d;
  }
}

/** Tax back on what was never received, when the file is closed (model 11.4). */
export function closingRate(event: Event, terms: Terms): number {
  return terms.tax_rate + (event.relief ? terms.relief_rate : 0);
}

/**
 * Compiles `event` for a claim in `state`, started in month `start` (0 with a constant discount rate, where every month is alike).
 * Costs 5 multiply-adds per flow; choices are kept, not decided.
 */
export function compile(
  event: Event,
  state: State,
  start: number,
  stays: boolean,
  terms: Terms,
  candidates: Candidates,
): Worth {
  const v0 = new Float64Array(KIND_COUNT);
  const v1 = new Float64Array(KIND_COUNT);
  const choices: Choice[] = [];
  const value = { now: 0, growth: 0 };
  const taxed = terms.tax_rate > 0 || terms.relief_rate > 0;
  const base = terms.discount(start);

  const add = (flow: Flow, at: number, reach: PerKind, turned: PerKind): void => {
    const same = typeof (flow.principal ?? 0) === 'number' && typeof (flow.interest ?? 0) === 'number';
    flowValue(flow, at, INSOLVENT, start, terms, value);
    const { now: zNow, growth: zGrowth } = value;
    for (let k = 0; k < KIND_COUNT; k++) {
      if (!same) flowValue(flow, at, k, start, terms, value);
      v0[k]! += reach[k]! * value.now + turned[k]! * zNow;
      v1[k]! += reach[k]! * value.growth + turned[k]! * zGrowth;
    }
  };

  const visit = (
    e: Event,
    reach: PerKind,
    turned: PerKind,
    paid: PerKind,
    paidTurned: PerKind,
    root: boolean,
  ): void => {
    let paidHere = paid;
    let paidTurnedHere = paidTurned;
    if (e.flows) {
      for (const flow of e.flows) add(flow, flow.at ?? e.at, reach, turned);
      if (taxed) {
        paidHere = paid.slice();
        paidTurnedHere = paidTurned.slice();
        for (const flow of e.flows)
          for (let k = 0; k < KIND_COUNT; k++) {
            paidHere[k]! += amountOf(flow.principal ?? 0, k);
            paidTurnedHere[k]! += amountOf(flow.principal ?? 0, INSOLVENT);
          }
      }
    }
    if (e.goes_on) {
      const next = { ...state, ...e.goes_on };
      choices.push({
        reach: reach.slice(),
        turned: turned.slice(),
        at: e.at,
        scale: terms.discount(start + e.at) / base,
        candidates: candidates(next, start + e.at),
        event: e,
      });
      return;
    }
    let left: PerKind | null = null;
    if (e.next) {
      if (taxed) left = new Float64Array(KIND_COUNT).fill(1);
      for (const fork of e.next) {
        const childReach = new Float64Array(KIND_COUNT);
        const childTurned = new Float64Array(KIND_COUNT);
        for (let k = 0; k < KIND_COUNT; k++) {
          const share = fork.turned ? fork.turned[k]! : 0;
          childReach[k] = reach[k]! * fork.chance[k]! * (1 - share);
          childTurned[k] = reach[k]! * fork.chance[k]! * share + turned[k]! * fork.chance[INSOLVENT]!;
          if (left) left[k]! -= fork.chance[k]!;
        }
        visit(fork.event, childReach, childTurned, paidHere, paidTurnedHere, false);
      }
    }
    if (taxed && !(root && stays)) {
      const rate = closingRate(e, terms) * (terms.discount(start + (e.closes ?? e.at) + terms.tax_lag) / base);
      const rest = (k: number) => (left ? Math.max(0, left[k]!) : 1);
      for (let k = 0; k < KIND_COUNT; k++) {
        v0[k]! += reach[k]! * rest(k) * rate * Math.max(0, state.balance - paidHere[k]!);
        v0[k]! += turned[k]! * rest(INSOLVENT) * rate * Math.max(0, state.balance - paidTurnedHere[k]!);
      }
    }
  };
  visit(event, new Float64Array(KIND_COUNT).fill(1), NONE, NONE, NONE, true);
  return { v0, v1, choices, event, state, start, stays };
}

/** The weights that arrive at a choice. */
export function arriving(choice: Choice, u: PerKind): PerKind {
  const x = new Float64Array(KIND_COUNT);
  let turned = 0;
  for (let k = 0; k < KIND_COUNT; k++) {
    x[k] = u[k]! * choice.reach[k]!;
    turned += u[k]! * choice.turned[k]!;
  }
  x[INSOLVENT]! += turned;
  return x;
}

/** Value of starting with weights `u` in `month`, relative to that month. */
export function worthOf(worth: Worth, u: PerKind, month: number): number {
  const { v0, v1 } = worth;
  const delay = month - worth.start;
  let value = 0;
  for (let k = 0; k < KIND_COUNT; k++) value += u[k]! * (v0[k]! + delay * v1[k]!);
  for (const choice of worth.choices) value += choice.scale * bestOf(choice, arriving(choice, u), month).value;
  return value;
}

/** The best candidate of a choice for the pooled weights, and its value; the first listed wins a tie. */
export function bestOf(
  choice: Choice,
  x: PerKind,
  month: number,
): { value: number; index: number; worth: Worth | null } {
  let value = 0;
  let index = -1;
  let best: Worth | null = null;
  for (let c = 0; c < choice.candidates.length; c++) {
    const candidate = choice.candidates[c]!;
    const worth = candidate.fixed ?? candidate.worth(month + choice.at);
    const v = worthOf(worth, x, month + choice.at);
    if (index < 0 || v > value) {
      value = v;
      index = c;
      best = worth;
    }
  }
  return { value, index, worth: best };
}

/** Value per unit of weight of each kind under the choices that are best for `u`: the gradient, exact by the envelope theorem. */
export function gradient(worth: Worth, u: PerKind, month: number): PerKind {
  const delay = month - worth.start;
  const g = new Float64Array(KIND_COUNT);
  for (let k = 0; k < KIND_COUNT; k++) g[k] = worth.v0[k]! + delay * worth.v1[k]!;
  for (const choice of worth.choices) {
    const x = arriving(choice, u);
    const best = bestOf(choice, x, month);
    if (!best.worth) continue;
    const inner = gradient(best.worth, x, month + choice.at);
    for (let k = 0; k < KIND_COUNT; k++)
      g[k]! += choice.scale * (choice.reach[k]! * inner[k]! + choice.turned[k]! * inner[INSOLVENT]!);
  }
  return g;
}
