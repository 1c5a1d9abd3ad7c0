// Writes down what a policy receives and pays on average, month by month and option by option, while its outcomes are walked. The sums by
// component are those of the walk itself (docs/model.md 10).

import { INSOLVENT, ofKind, type PerKind } from '../../assumptions/kinds.ts';
import type { Case, Event, Flow } from '../../options/option.ts';
import { endsHere } from '../tree/compile.ts';
import type { CompiledTree } from '../tree/compiled_tree.ts';
import { EXTERNAL, FEES, INTEREST, OWN_TIME, PRINCIPAL, TAX } from '../tree/components.ts';
import { flowsOf } from '../tree/failure.ts';
import { closingRate, type ValuationTerms } from '../tree/flows.ts';

/** The components that are money received or paid. What is conceded or lost with the relationship is not. */
export const CASH_COMPONENTS = [PRINCIPAL, INTEREST, EXTERNAL, FEES, OWN_TIME, TAX] as const;
/** The number of such a component. */
export type CashComponent = (typeof CASH_COMPONENTS)[number];

/** Expected yen of one component in one whole month after the valuation day, from one option; receipts are positive. */
export interface CashFlow {
  readonly month: number;
  /** Id of the option. */
  readonly option: string;
  readonly component: CashComponent;
  readonly amount: number;
}

/** What a policy receives and pays. */
export interface CashFlows {
  readonly flows: readonly CashFlow[];
  /** The most that is paid to others on any way, success fees left out; yen, not negative. */
  readonly external_at_most: number;
}

/** Where a flow falls. */
interface Placed {
  /** Months after the valuation day of the start, and of the start as of which interest is counted. */
  readonly month: number;
  readonly reckoned: number;
  /** Months after the start. */
  readonly at: number;
}

/** Debtors who start a tree, by kind. */
export interface TreeStart {
  readonly weights: PerKind;
  readonly month: number;
  readonly reckoned: number;
  /** Paid to others so far by each of them, yen. */
  readonly paid: number;
}

/** What is walked for the debtors of one kind. */
interface TreeWalk {
  readonly tree: CompiledTree;
  readonly start: TreeStart;
  readonly option: string;
  readonly kind: number;
}

/** Where debtors stand in a tree: the weight of those as they were and of those who turned insolvent, what each has paid us and cost. */
interface TreeStanding {
  readonly labelled: number;
  readonly turned: number;
  readonly got: number;
  readonly gotTurned: number;
  readonly paid: number;
}

/** Collects the cash flows of a walk. */
export class CashBook {
  readonly #case: Case;
  readonly #terms: ValuationTerms;
  readonly #flows = new Map<string, { month: number; option: string; component: CashComponent; amount: number }>();
  #most = 0;
  #option = '';
  /** Paid to others by everybody who is still open. */
  #paidOpen = 0;
  #doors: number[] = [];

  constructor(c: Case, terms: ValuationTerms) {
    this.#case = c;
    this.#terms = terms;
  }

  /** What was written. */
  get all(): CashFlows {
    return { flows: [...this.#flows.values()], external_at_most: this.#most };
  }

  /** The option of the step that is walked from here on. */
  begin(option: string): void {
    this.#option = option;
  }

  /** The option of the step that is walked. */
  get option(): string {
    return this.#option;
  }

  /** Paid to others so far by everybody who is still open. */
  get paid(): number {
    return this.#paidOpen;
  }

  /** Writes a flow that everybody has who is open, of whom there are so many. */
  everybody(flow: Flow, weight: number, placed: Placed): void {
    this.#write(flow, { weight, share: 1 }, placed, this.#option);
    this.carry(flow);
  }

  /** What everybody who stays open has paid to others in a flow that is written already. */
  carry({ external = 0 }: Flow): void {
    this.#paidOpen += external;
    this.#most = Math.max(this.#most, this.#paidOpen);
  }

  /** Writes a tax effect. */
  tax(weight: number, amount: number, month: number): void {
    this.#add(TAX, weight * amount, month, this.#option);
  }

  /** Writes what a tree brings on average to those who start it; returns what each has paid to others when it comes to each choice. */
  tree(tree: CompiledTree, start: TreeStart, option: string): readonly number[] {
    const { weights, paid } = start;
    for (const [kind, labelled] of weights.entries()) {
      this.#doors = [];
      this.#visit({ tree, start, option, kind }, tree.event, { labelled, turned: 0, got: 0, gotTurned: 0, paid }, true);
    }
    return this.#doors;
  }

  #visit(walk: TreeWalk, e: Event, here: TreeStanding, root: boolean): void {
    const { tree, start, option, kind } = walk;
    let { got, gotTurned, paid } = here;
    for (const flow of flowsOf(this.#case, e)) {
      const placed = { month: start.month, reckoned: start.reckoned, at: flow.at ?? e.at };
      const share = flow.share ? ofKind(flow.share, kind) : 1;
      const failed = flow.share ? ofKind(flow.share, INSOLVENT) : 1;
      this.#write(flow, { weight: here.labelled, share }, placed, option);
      this.#write(flow, { weight: here.turned, share: failed }, placed, option);
      got += share * (flow.principal ?? 0);
      gotTurned += failed * (flow.principal ?? 0);
      paid += flow.external ?? 0;
    }
    if (here.labelled + here.turned > 0) this.#most = Math.max(this.#most, paid);
    if (e.goes_on) {
      this.#doors.push(paid);
      return;
    }
    for (const { chance, turned, event } of e.next ?? []) {
      const on = here.labelled * ofKind(chance, kind);
      const turning = on * (turned ? ofKind(turned, kind) : 0);
      const before = here.turned * ofKind(chance, INSOLVENT);
      const all = before + turning;
      const mean = all > 0 ? (before * gotTurned + turning * got) / all : gotTurned;
      this.#visit(walk, event, { labelled: on - turning, turned: all, got, gotTurned: mean, paid }, false);
    }
    if (root && tree.goesOn) return;
    const rate = closingRate(e, this.#terms);
    if (rate === 0) return;
    const month = start.month + (e.closes ?? e.at) + this.#terms.tax_lag;
    const { balance } = tree.state;
    this.#add(TAX, here.labelled * endsHere(e, kind) * rate * Math.max(0, balance - got), month, option);
    this.#add(TAX, here.turned * endsHere(e, INSOLVENT) * rate * Math.max(0, balance - gotTurned), month, option);
  }

  #write(
    flow: Flow,
    { weight, share }: { readonly weight: number; readonly share: number },
    { month, reckoned, at }: Placed,
    option: string,
  ): void {
    if (weight <= 0) return;
    const { interest: rate, age, tax_rate } = this.#terms;
    const principal = share * (flow.principal ?? 0);
    const interest = principal * (flow.interest_share ?? 0) * rate * (age + reckoned + at) + (flow.interest ?? 0);
    const fees = (flow.fee_rate ?? 0) * (principal + interest);
    const [external, own] = [flow.external ?? 0, flow.own_time ?? 0];
    this.#add(PRINCIPAL, weight * principal, month + at, option);
    this.#add(INTEREST, weight * interest, month + at, option);
    this.#add(FEES, -weight * fees, month + at, option);
    this.#add(EXTERNAL, -weight * external, month + at, option);
    this.#add(OWN_TIME, -weight * own, month + at, option);
    this.#add(TAX, -weight * tax_rate * (interest - fees - external - own), month + at, option);
  }

  #add(component: CashComponent, amount: number, at: number, option: string): void {
    if (amount === 0) return;
    const month = Math.floor(at + 1e-9);
    const key = `${month} ${option} ${component}`;
    const known = this.#flows.get(key);
    if (known) known.amount += amount;
    else this.#flows.set(key, { month, option, component, amount });
  }
}
