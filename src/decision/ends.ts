// Every end of an event tree for a debtor of one kind: its chance, its present value, and what the tree brings on average by
// component. Made once per compiled tree, and only for trees that a policy really uses.

import { INSOLVENT, KIND_COUNT } from '../debtor/kinds.ts';
import type { Event, Flow } from '../options/option.ts';
import { closingRate, isTaxed, type Terms, type Worth } from './compile.ts';
import {
  COMPONENTS,
  CONCEDED,
  type Components,
  EXTERNAL,
  FEES,
  INTEREST,
  OWN_TIME,
  PRESENT,
  PRINCIPAL,
  TAX,
  TIMED,
} from './components.ts';

/** Where a path stands: present value now and per month of delay, and principal received. */
interface Path {
  readonly now: number;
  readonly growth: number;
  readonly got: number;
}

/** A path that arrives at a choice as a debtor of `kind`. */
export interface Door extends Path {
  readonly choice: number;
  readonly kind: number;
  readonly chance: number;
}

/** The ends of a tree for a debtor of one kind. Present values are relative to the start month. */
export interface Ends {
  readonly chance: readonly number[];
  readonly now: readonly number[];
  readonly growth: readonly number[];
  readonly got: readonly number[];
  readonly doors: readonly Door[];
  /** Expected totals of the tree's own flows, without what follows a choice; months are counted from the start. */
  readonly expected: Components;
  /** Their growth per month of delay. */
  readonly expectedGrowth: Components;
}

/** Adds `weight` times what a flow brings a debtor of kind `k`, started in month `start`, and its growth per month of delay. */
export function addFlow(
  weight: number,
  flow: Flow,
  at: number,
  k: number,
  start: number,
  terms: Terms,
  to: Components,
  growth: Components,
): Path {
  const principal = (flow.principal ?? 0) * (flow.share ? flow.share[k]! : 1);
  const fee = flow.fee_rate ?? 0;
  const perMonth = principal * (flow.interest_share ?? 0) * terms.interest;
  const interest = perMonth * (terms.age + start + at) + (flow.interest ?? 0);
  const external = flow.external ?? 0;
  const own = flow.own_time ?? 0;
  const fees = fee * (principal + interest);
  const tax = -terms.tax_rate * (interest - fees - external - own);
  const taxGrowth = -terms.tax_rate * perMonth * (1 - fee);
  const d = terms.discount(start + at) / terms.discount(start);
  const now = (principal + interest - fees - external - own + tax) * d;
  const grows = (perMonth * (1 - fee) + taxGrowth) * d;
  to[PRINCIPAL]! += weight * principal;
  to[INTEREST]! += weight * interest;
  to[FEES]! -= weight * fees;
  to[EXTERNAL]! -= weight * external;
  to[OWN_TIME]! -= weight * own;
  to[TAX]! += weight * tax;
  to[PRESENT]! += weight * now;
  to[TIMED]! += weight * principal * at;
  growth[INTEREST]! += weight * perMonth;
  growth[FEES]! -= weight * fee * perMonth;
  growth[TAX]! += weight * taxGrowth;
  growth[PRESENT]! += weight * grows;
  return { now, growth: grows, got: principal };
}

/** Walks a compiled tree for every kind of debtor. */
export function endsOf(worth: Worth, terms: Terms): readonly Ends[] {
  const { start, state } = worth;
  const taxed = isTaxed(terms);
  const base = terms.discount(start);
  // Choices are numbered as `compile` met them; every kind meets the same ones.
  const numbers = new Map<Event, number>();
  const number = (event: Event): void => {
    if (event.goes_on) numbers.set(event, numbers.size);
    else for (const fork of event.next ?? []) number(fork.event);
  };
  number(worth.event);

  return Array.from({ length: KIND_COUNT }, (_, first) => {
    const ends = {
      chance: [] as number[],
      now: [] as number[],
      growth: [] as number[],
      got: [] as number[],
      doors: [] as Door[],
      expected: new Float64Array(COMPONENTS),
      expectedGrowth: new Float64Array(COMPONENTS),
    };
    const visit = (event: Event, k: number, chance: number, path: Path, root: boolean): void => {
      if (chance <= 0) return;
      let { now, growth, got } = path;
      for (const flow of event.flows ?? []) {
        const brings = addFlow(chance, flow, flow.at ?? event.at, k, start, terms, ends.expected, ends.expectedGrowth);
        now += brings.now;
        growth += brings.growth;
        got += brings.got;
      }
      if (event.conceded !== undefined) ends.expected[CONCEDED]! += chance * event.conceded;
      if (event.goes_on) {
        ends.doors.push({ choice: numbers.get(event)!, kind: k, chance, now, growth, got });
        return;
      }
      const here = { now, growth, got };
      let left = 1;
      for (const fork of event.next ?? []) {
        const share = fork.chance[k]!;
        const turned = fork.turned ? fork.turned[k]! : 0;
        left -= share;
        visit(fork.event, k, chance * share * (1 - turned), here, false);
        if (turned > 0) visit(fork.event, INSOLVENT, chance * share * turned, here, false);
      }
      if (left <= 1e-15 || (root && worth.stays)) return;
      if (taxed) {
        const back = closingRate(event, terms) * Math.max(0, state.balance - got);
        const present = (back * terms.discount(start + (event.closes ?? event.at) + terms.tax_lag)) / base;
        ends.expected[TAX]! += chance * left * back;
        ends.expected[PRESENT]! += chance * left * present;
        now += present;
      }
      ends.chance.push(chance * left);
      ends.now.push(now);
      ends.growth.push(growth);
      ends.got.push(got);
    };
    visit(worth.event, first, 1, { now: 0, growth: 0, got: 0 }, true);
    return ends;
  });
}
