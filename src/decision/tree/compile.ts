// Compiles an event tree to a value that is linear in the belief weights and in the start month, plus the choices left open
// (docs/model.md 7): one maximum over the pooled weights, because the kind of debtor is not observed.

import { INSOLVENT, KIND_COUNT, type PerKind } from '../../assumptions/kinds.ts';
import type { Event, Flow, State } from '../../options/option.ts';
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
export function compile(event: Event, { state, start, month, goesOn, terms, kinOf, levels }: Compiling): SeparatedTree {
  const v0 = zeros();
  let v1: number[] | null = null;
  let costs: number[] | null = null;
  const priced: number[][] = [];
  const choices: DecisionNode[] = [];
  let fees: { v0: number[]; v1: number[] } | null = null;
  const value = noFlowValue();
  const taxed = isTaxed(terms);
  const base = terms.discount(start);

  /** `some` says whether any weight arrives as an insolvent debtor. Mostly none does, which saves half the work. */
  const visit = (e: Event, depth: number, some: boolean): void => {
    const here = levels.at(depth);
    const { reach, turned } = here;
    if (e.flows)
      for (const flow of e.flows) {
        flowValue(flow, flow.at ?? e.at, start, terms, value, base);
        const { now, growth, fixed } = value;
        const { share, price } = flow;
        if (fixed !== 0) {
          let part: number[];
          let yen = fixed;
          if (price === undefined) {
            costs ??= zeros();
            part = costs;
          } else {
            priced[price] ??= zeros();
            part = priced[price];
            yen = flow.external ? fixed / flow.external : 0;
          }
          for (let k = 0; k < KIND_COUNT; k++) {
            const weight = some ? reach[k]! + turned[k]! : reach[k]!;
            part[k]! += weight * yen;
            v0[k]! += weight * fixed;
          }
        }
        if (now !== 0 || growth !== 0) {
          const z = share ? share[INSOLVENT]! : 1;
          if (growth !== 0) v1 ??= zeros();
          const bears = flow.fee_rate !== undefined;
          if (bears) fees ??= { v0: zeros(), v1: zeros() };
          for (let k = 0; k < KIND_COUNT; k++) {
            let weight = share ? reach[k]! * share[k]! : reach[k]!;
            if (some) weight += turned[k]! * z;
            v0[k]! += weight * now;
            if (growth !== 0) v1![k]! += weight * growth;
            if (!bears) continue;
            fees!.v0[k]! += weight * value.fee;
            fees!.v1[k]! += weight * value.feeGrowth;
          }
        }
        if (taxed)
          for (let k = 0; k < KIND_COUNT; k++) {
            here.paid[k]! += (flow.principal ?? 0) * (share ? share[k]! : 1);
            here.paidTurned[k]! += (flow.principal ?? 0) * (share ? share[INSOLVENT]! : 1);
          }
      }
    if (e.goes_on) {
      const after = { ...state, ...e.goes_on };
      const crossing = {
        reach: [reach[0]!, reach[1]!, reach[2]!, reach[3]!, reach[4]!],
        turned: some ? [turned[0]!, turned[1]!, turned[2]!, turned[3]!, turned[4]!] : NO_VALUES,
        at: e.at,
        scale: terms.discount(start + e.at) / base,
        event: e,
        kin: kinOf(after),
      };
      choices.push(new DecisionNode(crossing, after.balance, month));
      return;
    }
    if (e.next)
      for (const { chance, turned: turns, event: follows } of e.next) {
        const child = levels.at(depth + 1);
        const turning = some || turns !== undefined;
        for (let k = 0; k < KIND_COUNT; k++) child.reach[k] = reach[k]! * chance[k]!;
        if (turning) {
          const z = chance[INSOLVENT]!;
          for (let k = 0; k < KIND_COUNT; k++) {
            const on = child.reach[k]!;
            const share = turns ? turns[k]! : 0;
            child.reach[k] = on * (1 - share);
            child.turned[k] = on * share + (some ? turned[k]! * z : 0);
          }
        }
        if (taxed) {
          child.paid.set(here.paid);
          child.paidTurned.set(here.paidTurned);
        }
        visit(follows, depth + 1, turning);
      }
    if (taxed && !(depth === 0 && goesOn)) {
      const rate = closingRate(e, terms) * (terms.discount(start + (e.closes ?? e.at) + terms.tax_lag) / base);
      for (let k = 0; k < KIND_COUNT; k++) {
        const lost = Math.max(0, state.balance - here.paid[k]!);
        const lostTurned = Math.max(0, state.balance - here.paidTurned[k]!);
        const failed = some ? turned[k]! * endsHere(e, INSOLVENT) * lostTurned : 0;
        v0[k]! += rate * (reach[k]! * endsHere(e, k) * lost + failed);
      }
    }
  };
  const root = levels.at(0);
  root.reach.fill(1);
  root.paid.fill(0);
  root.paidTurned.fill(0);
  visit(event, 0, false);
  return {
    v0,
    v1: v1 ?? NO_VALUES,
    costs: costs ?? NO_VALUES,
    priced,
    fees,
    choices,
    event,
    state,
    start,
    goesOn,
    like: null,
  };
}

/** Nothing for every kind. */
const NO_VALUES: Values = zeros();

/** Chance that nothing follows an event, for one kind. */
export function endsHere(event: Event, k: number): number {
  let left = 1;
  for (const fork of event.next ?? []) left -= fork.chance[k]!;
  return left > 1e-15 ? left : 0;
}
