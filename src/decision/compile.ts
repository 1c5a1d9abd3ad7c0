// Compiles an event tree to a value that is linear in the belief weights and in the start month, plus the choices left open
// (model section 7: one maximum over the pooled weights, because the kind of debtor is not observed).

import { INSOLVENT, KIND_COUNT, type PerKind } from '../debtor/kinds.ts';
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

/** One number per kind. A plain array: a case makes hundreds, and typed ones of this length cost more to make than to use. */
export type Values = readonly number[];

/** Nothing yet, for every kind. */
export const zeros = (): number[] => [0, 0, 0, 0, 0];

/** Where a tree leaves a choice open: who arrives, when, and what has happened. */
export interface Crossing {
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
  readonly kin: Kin;
}

/** A choice among exits, made once for the pooled weights that reach it. What may be chosen is looked for when it is asked for. */
export class Choice implements Crossing {
  readonly reach: Values;
  readonly turned: Values;
  readonly at: number;
  readonly scale: number;
  readonly event: Event;
  readonly kin: Kin;
  /** What is still owed here. */
  readonly balance: number;
  /** The month in which it is first arrived at. */
  readonly month: number;
  #candidates: readonly Candidate[] | null = null;

  /** `started` is the month in which the tree is first started. */
  constructor({ reach, turned, at, scale, event, kin }: Crossing, balance: number, started: number) {
    this.reach = reach;
    this.turned = turned;
    this.at = at;
    this.scale = scale;
    this.event = event;
    this.kin = kin;
    this.balance = balance;
    this.month = started + at;
  }

  get candidates(): readonly Candidate[] {
    this.#candidates ??= this.kin.candidates(this.balance, this.month);
    return this.#candidates;
  }
}

/** Claims alike in everything but the balance, and the exits that may follow them. */
export interface Kin {
  readonly candidates: (balance: number, month: number) => readonly Candidate[];
  /** The trees of these exits, in the same order, if each serves claims of any balance like this one; else null. */
  readonly shared: (balance: number, month: number) => readonly Shared[] | null;
}

/** A tree compiled for one balance that serves others. */
export interface Shared {
  readonly worth: Compiled;
  /** Value of starting it in `month` with weights `x`, for a claim with this balance. */
  readonly value: (balance: number, x: PerKind, month: number, buffers: Scratch, depth: number) => number;
  /** Value per kind of the tree itself for such a claim, written to `v0` and `v1`. */
  readonly rescale: (balance: number, month: number, v0: number[], v1: number[]) => void;
}

/** An exit that may be chosen, with the value it has when started in a given month. */
export interface Candidate {
  readonly id: string;
  readonly worth: (month: number) => Worth;
  /** The value when it does not depend on the month of the start. */
  readonly fixed: Worth | null;
}

/** Value per unit of weight of each kind, relative to the start month: v0 + delay·v1, plus the best candidate of every choice. */
export interface Worth {
  readonly v0: Values;
  readonly v1: Values;
  /** In the order in which a walk of the tree meets them. */
  readonly choices: readonly Choice[];
  readonly event: Event;
  readonly state: State;
  /** Month for which it was compiled; once all months discount alike it holds for the later ones, too. */
  readonly start: number;
  /** The weight that is left at the root is not an outcome of the tree: it goes on. */
  readonly goesOn: boolean;
  /** The tree that this one is in proportion to, but for costs that are the same for both; null when there is none. */
  readonly like: { readonly worth: Worth; readonly factor: number } | null;
}

/** A worth that says which part of it scales with the balance. */
export interface Compiled extends Worth {
  /** The part of v0 that does not scale with the balance: costs, without those listed as prices. */
  readonly costs: Values;
  /** What one yen of each price takes from v0. */
  readonly priced: readonly Values[];
  /** What a fee of the whole would take from v0 and v1; nothing when no flow bears a fee. */
  readonly fees: { readonly v0: Values; readonly v1: Values } | null;
}

/** A flow in present values at the start month: share·(now + delay·growth) + fixed. */
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
  terms: Terms,
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

/** Share of a loss that comes back when the file closes at this event (model 11.4). */
export const closingRate = (event: Event, terms: Terms): number =>
  terms.tax_rate + (event.relief ? terms.relief_rate : 0);

/** Whether losses have a tax effect at all. */
export const isTaxed = (terms: Terms): boolean => terms.tax_rate > 0 || terms.relief_rate > 0;

/** Deepest event tree: an agreement with its instalments. */
const TREE_DEPTH = 160;

interface Level {
  readonly reach: PerKind;
  readonly turned: PerKind;
  /** Principal received on the way here, as the kind at the start and as an insolvent one; kept for the tax on the rest. */
  readonly paid: PerKind;
  readonly paidTurned: PerKind;
}

/** Levels of a walk, made when needed and reused: a walk never holds two nodes of the same depth, and candidates come after it. */
export class Levels {
  readonly #levels: Level[] = [];

  at(depth: number): Level {
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
  readonly terms: Terms;
  readonly kinOf: (state: State) => Kin;
  readonly levels: Levels;
}

/** Compiles `event`. Costs some 15 multiply-adds per event and kind; choices are kept, not decided. */
export function compile(event: Event, { state, start, month, goesOn, terms, kinOf, levels }: Compiling): Compiled {
  const v0 = zeros();
  let v1: number[] | null = null;
  let costs: number[] | null = null;
  const priced: number[][] = [];
  const choices: Choice[] = [];
  let fees: { v0: number[]; v1: number[] } | null = null;
  const value = noFlowValue();
  const taxed = isTaxed(terms);
  const base = terms.discount(start);

  /** `some` says whether any weight arrives as an insolvent debtor; mostly none does, and half the work falls away. */
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
        turned: some ? [turned[0]!, turned[1]!, turned[2]!, turned[3]!, turned[4]!] : NONE,
        at: e.at,
        scale: terms.discount(start + e.at) / base,
        event: e,
        kin: kinOf(after),
      };
      choices.push(new Choice(crossing, after.balance, month));
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
  return { v0, v1: v1 ?? NONE, costs: costs ?? NONE, priced, fees, choices, event, state, start, goesOn, like: null };
}

/** Nothing for every kind. */
const NONE: Values = zeros();

/** Chance that nothing follows an event, for one kind. */
export function endsHere(event: Event, k: number): number {
  let left = 1;
  for (const fork of event.next ?? []) left -= fork.chance[k]!;
  return left > 1e-15 ? left : 0;
}

/** The weights that arrive at a choice, written to `x`. */
export function arrive(choice: Crossing, u: PerKind, x: PerKind): PerKind {
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
export function worthOf(worth: Worth, u: PerKind, month: number, buffers: Scratch, depth = 0): number {
  const { v0, v1, choices } = worth;
  const delay = month - worth.start;
  let value = 0;
  for (let k = 0; k < KIND_COUNT; k++) value += u[k]! * (v0[k]! + delay * v1[k]!);
  for (let c = 0; c < choices.length; c++) {
    const choice = choices[c]!;
    const x = arrive(choice, u, buffers[depth]!);
    const at = month + choice.at;
    value += choice.scale * choiceValue(choice.kin, choice.balance, x, at, buffers, depth + 1);
  }
  return value;
}

/** Value of the best exit of a claim that goes on with weights `x`. */
export function choiceValue(
  kin: Kin,
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
    const v = worthOf(candidate.fixed ?? candidate.worth(month), x, month, buffers, depth);
    if (i === 0 || v > most) most = v;
  }
  return most;
}

/** The best candidate of a choice for the weights that arrive there; the first listed wins a tie. Null when there is none. */
export function bestOf(
  choice: Choice,
  x: PerKind,
  month: number,
  buffers: Scratch,
): { readonly candidate: Candidate; readonly worth: Worth } | null {
  const at = month + choice.at;
  const { kin, balance, candidates } = choice;
  const shared = kin.shared(balance, choice.month);
  let most = 0;
  let best: Candidate | null = null;
  for (let i = 0; i < candidates.length; i++) {
    const candidate = candidates[i]!;
    const tree = shared?.[i];
    const v = tree
      ? tree.value(balance, x, at, buffers, 0)
      : worthOf(candidate.fixed ?? candidate.worth(at), x, at, buffers);
    if (best === null || v > most) {
      most = v;
      best = candidate;
    }
  }
  return best && { candidate: best, worth: best.fixed ?? best.worth(at) };
}

/** Value per unit of weight of each kind under the choices that are best for `u`: the gradient, exact by the envelope theorem. */
export function gradient(worth: Worth, u: PerKind, month: number, buffers: Scratch): PerKind {
  const delay = month - worth.start;
  const g = new Float64Array(KIND_COUNT);
  for (let k = 0; k < KIND_COUNT; k++) g[k] = worth.v0[k]! + delay * worth.v1[k]!;
  for (const choice of worth.choices) {
    const x = arrive(choice, u, new Float64Array(KIND_COUNT));
    const best = bestOf(choice, x, month, buffers);
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
