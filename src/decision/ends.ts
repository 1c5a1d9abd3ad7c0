// Every end of an event tree for a debtor of one kind: its chance, its present value, and what the tree brings on average by
// component. Made once per compiled tree, and only for trees that a policy really uses.

import { INSOLVENT, KIND_COUNT, type PerKind } from '../debtor/kinds.ts';
import type { Event, Flow } from '../options/option.ts';
import { closingRate, endsHere, isTaxed, type Terms, type Worth } from './compile.ts';
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

/** What a flow brings: `share` times the first part plus the second, by component, with the growth of each per month of delay. */
interface Parts {
  readonly unit: Components;
  readonly unitGrowth: Components;
  readonly fixed: Components;
}

const parts = (): Parts => ({
  unit: noComponents(),
  unitGrowth: noComponents(),
  fixed: noComponents(),
});

/** Splits a flow that falls `at` months after a start in month `start` into its components; written to `out`. */
function split(flow: Flow, at: number, start: number, terms: Terms, base: number, out: Parts): void {
  const { unit, unitGrowth, fixed } = out;
  const principal = flow.principal ?? 0;
  const fee = flow.fee_rate ?? 0;
  const t = terms.tax_rate;
  const perMonth = principal * (flow.interest_share ?? 0) * terms.interest;
  const interest = perMonth * (terms.age + start + at);
  const d = terms.discount(start + at) / base;
  unit[PRINCIPAL] = principal;
  unit[INTEREST] = interest;
  unit[FEES] = -fee * (principal + interest);
  unit[TAX] = -t * (interest - fee * (principal + interest));
  unit[PRESENT] = (principal + interest + unit[FEES] + unit[TAX]) * d;
  unit[TIMED] = principal * at;
  unitGrowth[INTEREST] = perMonth;
  unitGrowth[FEES] = -fee * perMonth;
  unitGrowth[TAX] = -t * perMonth * (1 - fee);
  unitGrowth[PRESENT] = (perMonth * (1 - fee) + unitGrowth[TAX]) * d;
  const agreed = flow.interest ?? 0;
  const external = flow.external ?? 0;
  const own = flow.own_time ?? 0;
  fixed[INTEREST] = agreed;
  fixed[FEES] = -fee * agreed;
  fixed[EXTERNAL] = -external;
  fixed[OWN_TIME] = -own;
  fixed[TAX] = -t * (agreed * (1 - fee) - external - own);
  fixed[PRESENT] = (agreed * (1 - fee) - external - own + fixed[TAX]) * d;
}

/** Adds `weight` times what a flow brings everybody alike, started in month `start`; returns its present value and principal. */
export function addFlow(
  weight: number,
  flow: Flow,
  at: number,
  start: number,
  terms: Terms,
  to: Components,
): { readonly now: number; readonly got: number } {
  const out = parts();
  split(flow, at, start, terms, terms.discount(start), out);
  const { unit, fixed } = out;
  for (let i = 0; i < COMPONENTS; i++) to[i]! += weight * (unit[i]! + fixed[i]!);
  return { now: unit[PRESENT]! + fixed[PRESENT]!, got: unit[PRINCIPAL]! };
}

/** Where the kinds stand at one depth of a tree: their chance of being here, and what the path brought. */
interface Level {
  readonly chance: PerKind;
  readonly now: PerKind;
  readonly growth: PerKind;
  readonly got: PerKind;
}

const level = (): Level => {
  const zeros = () => new Float64Array(KIND_COUNT);
  return { chance: zeros(), now: zeros(), growth: zeros(), got: zeros() };
};

class Collected implements Ends {
  readonly chance: number[] = [];
  readonly now: number[] = [];
  readonly growth: number[] = [];
  readonly got: number[] = [];
  readonly doors: Door[] = [];
  readonly expected: Components = noComponents();
  readonly expectedGrowth: Components = noComponents();
}

/** Walks compiled trees once for all kinds of debtor. Levels are reused: a walk never holds two nodes of the same depth. */
export class EndsWalker {
  readonly #labelled: Level[] = [];
  readonly #turned: Level[] = [];
  readonly #parts = parts();

  of(worth: Worth, terms: Terms): readonly Ends[] {
    return walk(worth, terms, this.#parts, levelsOf(this.#labelled), levelsOf(this.#turned));
  }
}

type LevelAt = (depth: number) => Level;

const levelsOf =
  (levels: Level[]): LevelAt =>
  (depth) => {
    levels[depth] ??= level();
    return levels[depth];
  };

function walk(worth: Worth, terms: Terms, brought: Parts, labelledAt: LevelAt, turnedAt: LevelAt): readonly Ends[] {
  const { start, state, event: root } = worth;
  const taxed = isTaxed(terms);
  const base = terms.discount(start);
  const all = Array.from({ length: KIND_COUNT }, () => new Collected());
  // Choices are numbered in the order in which `compile` met them.
  let choice = 0;

  const receive = (levels: Level, flow: Flow, turned: boolean): void => {
    const { unit, unitGrowth, fixed } = brought;
    const { share } = flow;
    for (let k = 0; k < KIND_COUNT; k++) {
      const p = levels.chance[k]!;
      if (p <= 0) continue;
      const part = share ? share[turned ? INSOLVENT : k]! : 1;
      const { expected, expectedGrowth } = all[k]!;
      for (let i = 0; i < COMPONENTS; i++) {
        expected[i]! += p * (part * unit[i]! + fixed[i]!);
        expectedGrowth[i]! += p * part * unitGrowth[i]!;
      }
      levels.now[k]! += part * unit[PRESENT]! + fixed[PRESENT]!;
      levels.growth[k]! += part * unitGrowth[PRESENT]!;
      levels.got[k]! += part * unit[PRINCIPAL]!;
    }
  };
  const goOn = ({ chance, now, growth, got }: Level, turned: boolean): void => {
    for (let k = 0; k < KIND_COUNT; k++)
      if (chance[k]! > 0)
        all[k]!.doors.push({
          choice,
          kind: turned ? INSOLVENT : k,
          chance: chance[k]!,
          now: now[k]!,
          growth: growth[k]!,
          got: got[k]!,
        });
  };
  const end = (e: Event, { chance, now, growth, got }: Level, turned: boolean): void => {
    for (let k = 0; k < KIND_COUNT; k++) {
      if (chance[k]! <= 0) continue;
      const p = chance[k]! * endsHere(e, turned ? INSOLVENT : k);
      if (p <= 0) continue;
      const ends = all[k]!;
      let present = now[k]!;
      if (taxed) {
        const back = closingRate(e, terms) * Math.max(0, state.balance - got[k]!);
        const value = (back * terms.discount(start + (e.closes ?? e.at) + terms.tax_lag)) / base;
        ends.expected[TAX]! += p * back;
        ends.expected[PRESENT]! += p * value;
        present += value;
      }
      ends.chance.push(p);
      ends.now.push(present);
      ends.growth.push(growth[k]!);
      ends.got.push(got[k]!);
    }
  };
  const descend = (from: Level, to: Level): void => {
    for (let k = 0; k < KIND_COUNT; k++) {
      to.now[k] = from.now[k]!;
      to.growth[k] = from.growth[k]!;
      to.got[k] = from.got[k]!;
    }
  };

  /** `some` says whether any debtor has turned insolvent on the way. */
  const visit = (e: Event, depth: number, some: boolean): void => {
    const here = labelledAt(depth);
    const turned = some ? turnedAt(depth) : null;
    for (const flow of e.flows ?? []) {
      split(flow, flow.at ?? e.at, start, terms, base, brought);
      receive(here, flow, false);
      if (turned) receive(turned, flow, true);
    }
    if (e.conceded !== undefined)
      for (let k = 0; k < KIND_COUNT; k++)
        all[k]!.expected[CONCEDED]! += (here.chance[k]! + (turned ? turned.chance[k]! : 0)) * e.conceded;
    if (e.goes_on) {
      goOn(here, false);
      if (turned) goOn(turned, true);
      choice++;
      return;
    }
    for (const { chance, turned: turns, event } of e.next ?? []) {
      const next = labelledAt(depth + 1);
      descend(here, next);
      for (let k = 0; k < KIND_COUNT; k++) next.chance[k] = here.chance[k]! * chance[k]!;
      if (some || turns)
        passTurned(here, turned, next, turnedAt(depth + 1), chance, turns, () => visit(event, depth + 1, true));
      else visit(event, depth + 1, false);
    }
    if (depth === 0 && worth.goesOn) return;
    end(e, here, false);
    if (turned) end(e, turned, true);
  };

  /** Those who turn here keep the path they came by; those who turned before come on as insolvent. */
  const passTurned = (
    here: Level,
    before: Level | null,
    next: Level,
    to: Level,
    chance: PerKind,
    turns: PerKind | undefined,
    go: () => void,
  ): void => {
    // An event either turns debtors or follows a turn, never both, so a kind has one path as insolvent.
    if (before && turns) throw new RangeError('a debtor turns insolvent twice on one path');
    if (before) {
      descend(before, to);
      for (let k = 0; k < KIND_COUNT; k++) to.chance[k] = before.chance[k]! * chance[INSOLVENT]!;
    } else {
      descend(here, to);
      for (let k = 0; k < KIND_COUNT; k++) {
        const share = turns ? turns[k]! : 0;
        to.chance[k] = next.chance[k]! * share;
        next.chance[k]! *= 1 - share;
      }
    }
    go();
  };

  const first = labelledAt(0);
  first.chance.fill(1);
  first.now.fill(0);
  first.growth.fill(0);
  first.got.fill(0);
  visit(root, 0, false);
  return all;
}
