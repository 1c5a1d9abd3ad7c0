// Lists every end of an event tree for each kind of debtor with its chance and present value, and totals what the tree brings on average by
// component. It walks a compiled tree once, and only trees that a policy uses.

import { INSOLVENT, KIND_COUNT, ofKind, zeros } from '../../assumptions/kinds.ts';
import { numberAt } from '../../numbers/row.ts';
import type { Case, Event, Flow, Fork } from '../../options/option.ts';
import { endsHere, NO_FORKS } from './compile.ts';
import type { CompiledTree } from './compiled_tree.ts';
import {
  COMPONENTS,
  CONCEDED,
  type Components,
  EXTERNAL,
  FEES,
  INTEREST,
  noComponents,
  OWN_TIME,
  PRESENT,
  PRINCIPAL,
  TAX,
  TIMED,
} from './components.ts';
import { flowsOf } from './failure.ts';
import { closingRate, isTaxed, type ValuationTerms } from './flows.ts';

/** Where, behind its chance for each kind, stand the present value of a path that ends, its growth per month of delay, and the principal received. */
export const NOW = KIND_COUNT;
export const GROWTH = KIND_COUNT + 1;
export const GOT = KIND_COUNT + 2;
/** Where its costs stand, in present value: they are the same for a claim of another balance, and all else is in proportion to it. */
export const COST = KIND_COUNT + 3;
const ENDED = KIND_COUNT + 4;

/** The same on the way, where each kind has numbers of its own: a chance, a present value, a growth, a receipt and a cost. */
const OWN_NOW = KIND_COUNT;
const OWN_GROWTH = 2 * KIND_COUNT;
const OWN_GOT = 3 * KIND_COUNT;
const OWN_COST = 4 * KIND_COUNT;
/** Numbers of a path on the way. A kind that cannot take it has no chance. */
const PATH = 5 * KIND_COUNT;

/** Totals stand by component, each for all kinds; where their growth per month of delay stands after them, and those of the costs. */
export const TOTAL_GROWTH = COMPONENTS * KIND_COUNT;
export const TOTAL_COST = 2 * COMPONENTS * KIND_COUNT;
const TOTALS = 3 * COMPONENTS * KIND_COUNT;

/** Stores rows of numbers side by side, because thousands of short arrays cost more to make than to use. */
class NumberRows {
  readonly size: number;
  numbers: Float64Array;
  used = 0;

  constructor(size: number, room: number) {
    this.size = size;
    this.numbers = new Float64Array(size * room);
  }

  /** Where one more row begins; its numbers are 0. */
  take(): number {
    const at = this.used;
    this.used += this.size;
    if (this.used > this.numbers.length) {
      const more = new Float64Array(2 * this.numbers.length);
      more.set(this.numbers);
      this.numbers = more;
    } else this.numbers.fill(0, at, this.used);
    return at;
  }
}

/** What each of the debtors on a path has had: present value, its growth per month of delay, principal, and costs. */
interface Had {
  readonly now: number;
  readonly growth: number;
  readonly got: number;
  readonly cost: number;
}

/** Paths that come to one place, with the chance of each kind to take them: kinds that have had the same stand in one row. */
class PathRows extends NumberRows {
  #from = 0;

  constructor(room: number) {
    super(ENDED, room);
  }

  /** Begins another place; tells where its rows begin. */
  begin(): number {
    this.#from = this.used;
    return this.used;
  }

  /** Adds those of a kind who come here. */
  add(kind: number, chance: number, { now, growth, got, cost }: Had): void {
    const { numbers, size } = this;
    for (let at = this.#from; at < this.used; at += size) {
      if (numbers[at + NOW] !== now || numbers[at + GOT] !== got || numbers[at + COST] !== cost) continue;
      if (numbers[at + GROWTH] !== growth) continue;
      numbers[at + kind] = chance;
      return;
    }
    const at = this.take();
    this.numbers[at + kind] = chance;
    this.numbers[at + NOW] = now;
    this.numbers[at + GROWTH] = growth;
    this.numbers[at + GOT] = got;
    this.numbers[at + COST] = cost;
  }
}

/** Where the kinds stand at one depth of a tree: a path of those who are as they were, and one of those who turned insolvent. */
interface PathLevel {
  readonly labelled: Float64Array;
  readonly turned: Float64Array;
}

/** Room for the ends of the trees of one claim, which the next claim takes over. */
export class TerminalsRoom {
  readonly ends = new PathRows(150);
  readonly doors = new PathRows(30);
  readonly totals = new NumberRows(TOTALS, 30);
  readonly #levels: PathLevel[] = [];

  /** Gives up what was listed. */
  clear(): void {
    for (const rows of [this.ends, this.doors, this.totals]) rows.used = 0;
  }

  /** The level of a depth. A walk never holds two nodes of the same depth. */
  level(depth: number): PathLevel {
    const known = this.#levels[depth];
    if (known) return known;
    const made = { labelled: new Float64Array(PATH), turned: new Float64Array(PATH) };
    this.#levels[depth] = made;
    return made;
  }
}

/** A path that arrives at a choice, as the kind at the start or turned insolvent on the way. */
export interface OpenPath {
  readonly choice: number;
  readonly turned: boolean;
  /** Where its numbers begin among the paths to doors. */
  readonly at: number;
}

/** The ends of a tree. Present values are relative to the start month. */
export interface Terminals {
  /** Where their numbers begin and end among the paths to ends. */
  readonly ends: { readonly from: number; readonly to: number };
  readonly doors: readonly OpenPath[];
  /** Where the totals begin: what the tree's own flows bring on average, without what follows a choice; months from the start. */
  readonly totals: number;
}

/** What a flow brings: `share` times the first part plus the second, by component, with the growth of each per month of delay. */
interface FlowParts {
  readonly unit: Components;
  readonly unitGrowth: Components;
  readonly fixed: Components;
}

const parts = (): FlowParts => ({
  unit: noComponents(),
  unitGrowth: noComponents(),
  fixed: noComponents(),
});

/** A flow in its place: months after the start, the start month, and how money is valued. */
export interface PlacedFlow {
  readonly at: number;
  readonly start: number;
  readonly terms: ValuationTerms;
}

/** Splits a flow into its components; written to `out`. */
function split(flow: Flow, { at, start, terms }: PlacedFlow, out: FlowParts): void {
  const { unit, unitGrowth, fixed } = out;
  const principal = flow.principal ?? 0;
  const fee = flow.fee_rate ?? 0;
  const t = terms.tax_rate;
  const perMonth = principal * (flow.interest_share ?? 0) * terms.interest;
  const interest = perMonth * (terms.age + start + at);
  const d = at === 0 ? 1 : terms.discount(start + at) / terms.discount(start);
  const fees = -fee * (principal + interest);
  const tax = -t * (interest - fee * (principal + interest));
  unit[PRINCIPAL] = principal;
  unit[INTEREST] = interest;
  unit[FEES] = fees;
  unit[TAX] = tax;
  unit[PRESENT] = (principal + interest + fees + tax) * d;
  unit[TIMED] = principal * at;
  const taxGrowth = -t * perMonth * (1 - fee);
  unitGrowth[INTEREST] = perMonth;
  unitGrowth[FEES] = -fee * perMonth;
  unitGrowth[TAX] = taxGrowth;
  unitGrowth[PRESENT] = (perMonth * (1 - fee) + taxGrowth) * d;
  const agreed = flow.interest ?? 0;
  const external = flow.external ?? 0;
  const own = flow.own_time ?? 0;
  const fixedTax = -t * (agreed * (1 - fee) - external - own);
  fixed[INTEREST] = agreed;
  fixed[FEES] = -fee * agreed;
  fixed[EXTERNAL] = -external;
  fixed[OWN_TIME] = -own;
  fixed[TAX] = fixedTax;
  fixed[PRESENT] = (agreed * (1 - fee) - external - own + fixedTax) * d;
}

/** Adds `weight` times what a flow brings everybody alike; returns its present value at the start, and its principal. */
export function addFlow(
  weight: number,
  flow: Flow,
  placed: PlacedFlow,
  to: Components,
): { readonly now: number; readonly got: number } {
  const { unit, fixed } = splitAlone(flow, placed);
  for (let i = 0; i < COMPONENTS; i++) to[i] = ofKind(to, i) + weight * (ofKind(unit, i) + ofKind(fixed, i));
  return { now: ofKind(unit, PRESENT) + ofKind(fixed, PRESENT), got: ofKind(unit, PRINCIPAL) };
}

function splitAlone(flow: Flow, placed: PlacedFlow): FlowParts {
  const out = parts();
  split(flow, placed, out);
  return out;
}

/** Walks compiled trees once for all kinds of debtor. */
export class TerminalsWalker {
  readonly room: TerminalsRoom;
  readonly #brought = parts();
  /** What the flow at hand is weighed with, by kind. */
  readonly #weights = zeros();
  readonly #case: Case;
  readonly #terms: ValuationTerms;
  readonly #taxed: boolean;
  // The tree at hand.
  #at = 0;
  /** Choices are numbered in the order in which `compile` met them. */
  #choice = 0;
  #found: OpenPath[] = [];

  constructor(c: Case, terms: ValuationTerms, room: TerminalsRoom) {
    this.room = room;
    this.#case = c;
    this.#terms = terms;
    this.#taxed = isTaxed(terms);
  }

  of(tree: CompiledTree): Terminals {
    const { ends, totals } = this.room;
    const from = ends.used;
    this.#at = totals.take();
    this.#choice = 0;
    this.#found = [];
    this.room.level(0).labelled.fill(0).fill(1, 0, KIND_COUNT);
    this.#visit(tree, tree.event, 0, false);
    return { ends: { from, to: ends.used }, doors: this.#found, totals: this.#at };
  }

  /** `some` says whether any debtor has turned insolvent on the way. */
  #visit(tree: CompiledTree, e: Event, depth: number, some: boolean): void {
    const { labelled, turned } = this.room.level(depth);
    for (const flow of flowsOf(this.#case, e)) {
      split(flow, { at: flow.at ?? e.at, start: tree.start, terms: this.#terms }, this.#brought);
      this.#receive(labelled, flow, false);
      if (some) this.#receive(turned, flow, true);
    }
    if (e.conceded !== undefined)
      for (let k = 0; k < KIND_COUNT; k++)
        this.#add(CONCEDED, k, (numberAt(labelled, k) + (some ? numberAt(turned, k) : 0)) * e.conceded);
    if (e.goes_on) {
      this.#goOn(labelled, false);
      if (some) this.#goOn(turned, true);
      this.#choice++;
      return;
    }
    for (const fork of e.next ?? NO_FORKS) {
      const turning = some || fork.turned !== undefined;
      pass(fork, labelled, some ? turned : null, this.room.level(depth + 1));
      this.#visit(tree, fork.event, depth + 1, turning);
    }
    if (depth === 0 && tree.goesOn) return;
    this.#end(tree, e, labelled, false);
    if (some) this.#end(tree, e, turned, true);
  }

  #add(component: number, k: number, amount: number): void {
    addAt(this.room.totals.numbers, this.#at + component * KIND_COUNT + k, amount);
  }

  #receive(path: Float64Array, { share }: Flow, turned: boolean): void {
    const { unit, unitGrowth, fixed } = this.#brought;
    const weights = this.#weights;
    const now = ofKind(unit, PRESENT);
    const growth = ofKind(unitGrowth, PRESENT);
    const got = ofKind(unit, PRINCIPAL);
    const cost = ofKind(fixed, PRESENT);
    if (cost !== 0) {
      for (let k = 0; k < KIND_COUNT; k++) {
        const p = numberAt(path, k);
        weights[k] = p > 0 ? p : 0;
        if (p > 0) addAt(path, OWN_COST + k, cost);
      }
      this.#total(TOTAL_COST, fixed);
    }
    if (got === 0) return;
    for (let k = 0; k < KIND_COUNT; k++) {
      const p = numberAt(path, k);
      const part = share ? ofKind(share, turned ? INSOLVENT : k) : 1;
      weights[k] = p > 0 ? p * part : 0;
      if (p <= 0) continue;
      addAt(path, OWN_NOW + k, part * now);
      addAt(path, OWN_GOT + k, part * got);
      if (growth !== 0) addAt(path, OWN_GROWTH + k, part * growth);
    }
    this.#total(0, unit);
    if (growth !== 0) this.#total(TOTAL_GROWTH, unitGrowth);
  }

  /** Adds what a flow brings to totals of one sort, weighed for each kind. Most components of a flow are 0. */
  #total(sort: number, brought: Components): void {
    const { numbers } = this.room.totals;
    const weights = this.#weights;
    for (let i = 0; i < COMPONENTS; i++) {
      const amount = ofKind(brought, i);
      if (amount === 0) continue;
      const at = this.#at + sort + i * KIND_COUNT;
      for (let k = 0; k < KIND_COUNT; k++) addAt(numbers, at + k, ofKind(weights, k) * amount);
    }
  }

  #goOn(path: Float64Array, turned: boolean): void {
    const { doors } = this.room;
    const from = doors.begin();
    for (let k = 0; k < KIND_COUNT; k++) if (numberAt(path, k) > 0) doors.add(k, numberAt(path, k), hadBy(path, k, 0));
    for (let at = from; at < doors.used; at += doors.size) this.#found.push({ choice: this.#choice, turned, at });
  }

  #end(tree: CompiledTree, e: Event, path: Float64Array, turned: boolean): void {
    if (isEmpty(path)) return;
    const { ends } = this.room;
    ends.begin();
    for (let k = 0; k < KIND_COUNT; k++) {
      if (numberAt(path, k) <= 0) continue;
      const p = numberAt(path, k) * endsHere(e, turned ? INSOLVENT : k);
      if (p <= 0) continue;
      const closing = this.#taxed ? this.#closing(tree, e, { k, weight: p, got: numberAt(path, OWN_GOT + k) }) : 0;
      ends.add(k, p, hadBy(path, k, closing));
    }
  }

  /** Present value of the tax effect of what is still unpaid when the file closes, of a path that so many take. */
  #closing(
    { start, state }: CompiledTree,
    e: Event,
    { k, weight, got }: { readonly k: number; readonly weight: number; readonly got: number },
  ): number {
    const { discount, tax_lag } = this.#terms;
    const back = closingRate(e, this.#terms) * Math.max(0, state.balance - got);
    const value = (back * discount(start + (e.closes ?? e.at) + tax_lag)) / discount(start);
    this.#add(TAX, k, weight * back);
    this.#add(PRESENT, k, weight * value);
    return value;
  }
}

/** What those of a kind have had on a path, with what closing the file brings. */
const hadBy = (path: Float64Array, k: number, closing: number): Had => ({
  now: numberAt(path, OWN_NOW + k) + closing,
  growth: numberAt(path, OWN_GROWTH + k),
  got: numberAt(path, OWN_GOT + k),
  cost: numberAt(path, OWN_COST + k),
});

/** Adds to a number among others. */
const addAt = (numbers: Float64Array, at: number, amount: number): void => {
  numbers[at] = numberAt(numbers, at) + amount;
};

/** Whether no kind takes a path. */
function isEmpty(path: Float64Array): boolean {
  for (let k = 0; k < KIND_COUNT; k++) if (numberAt(path, k) > 0) return false;
  return true;
}

/** Copies what a path has brought so far, without its chances. */
function carry(from: Float64Array, to: Float64Array): void {
  for (let i = KIND_COUNT; i < PATH; i++) to[i] = numberAt(from, i);
}

/** Passes a fork. Debtors who turn insolvent there go on beside those who turned before, with what both have brought on average. */
function pass({ chance, turned: turns }: Fork, here: Float64Array, before: Float64Array | null, next: PathLevel): void {
  const { labelled, turned } = next;
  carry(here, labelled);
  if (before) carry(before, turned);
  else if (turns) carry(here, turned);
  for (let k = 0; k < KIND_COUNT; k++) {
    const on = numberAt(here, k) * ofKind(chance, k);
    const share = turns ? ofKind(turns, k) : 0;
    labelled[k] = turns ? on * (1 - share) : on;
    if (before) turned[k] = numberAt(before, k) * ofKind(chance, INSOLVENT);
    else if (turns) turned[k] = on * share;
    if (before && on * share > 0) join(here, turned, k, on * share);
  }
}

/** Lets `more` of the debtors of a kind on one path join another: what each has brought becomes the mean of both. */
function join(from: Float64Array, to: Float64Array, k: number, more: number): void {
  const there = numberAt(to, k);
  to[k] = there + more;
  const part = more / (there + more);
  for (let i = k + KIND_COUNT; i < PATH; i += KIND_COUNT)
    to[i] = numberAt(to, i) + part * (numberAt(from, i) - numberAt(to, i));
}
