// The exact outcome tree: every way a policy can end, with its probability and where each yen went (model section 10).
// It walks the same event trees with the same pooled choices as the value, so the explanation is the computation's own record.

import { amountOf, INSOLVENT, KIND_COUNT, type PerKind, perKind } from '../debtor/kinds.ts';
import type { Event, Flow } from '../options/option.ts';
import type { Board } from './board.ts';
import { arriving, bestOf, closingRate, type Terms, type Worth } from './compile.ts';
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
  RELATIONSHIP,
  TAX,
  TIMED,
} from './components.ts';
import { drift, lapsedRate, type Node, relationshipValue, type Solution, stillSound, type Valued } from './sequence.ts';

/** One way the policy can end. */
export interface Outcome {
  readonly probability: number;
  readonly components: Components;
}

/** Adds what a flow brings for one kind, started in month `start` with interest reckoned as of `lag` months earlier. */
function addFlow(to: Components, flow: Flow, at: number, k: number, start: number, terms: Terms, lag = 0): void {
  const principal = flow.principal === undefined ? 0 : amountOf(flow.principal, k);
  const rate = (flow.interest_share ?? 0) * terms.interest;
  const interest =
    principal * rate * (terms.age + start - lag + at) + (flow.interest === undefined ? 0 : amountOf(flow.interest, k));
  const fee = (flow.fee_rate ?? 0) * (principal + interest);
  const external = flow.external ?? 0;
  const own = flow.own_time ?? 0;
  const tax = -terms.tax_rate * (interest - fee - external - own);
  to[PRINCIPAL]! += principal;
  to[INTEREST]! += interest;
  to[FEES]! -= fee;
  to[EXTERNAL]! -= external;
  to[OWN_TIME]! -= own;
  to[TAX]! += tax;
  to[PRESENT]! += (principal + interest - fee - external - own + tax) * terms.discount(start + at);
  to[TIMED]! += principal * (start + at);
}

/** Tax back on what the claim never brought, when its file closes. */
function addClosing(to: Components, event: Event, lost: number, start: number, terms: Terms): void {
  const rate = closingRate(event, terms);
  if (rate === 0 || lost <= 0) return;
  to[TAX]! += rate * lost;
  to[PRESENT]! += rate * lost * terms.discount(start + (event.closes ?? event.at) + terms.tax_lag);
}

type Emit = (probability: number, components: Components) => void;

/** The candidates taken at the choices of a tree, decided for its pooled weights. */
interface Decided {
  readonly worth: Worth;
  readonly month: number;
  /** Months by which interest is reckoned earlier than the start. */
  readonly lag: number;
  readonly taken: ReadonlyMap<Event, Decided>;
}

function decide(worth: Worth, u: PerKind, month: number, lag = 0): Decided {
  const taken = new Map<Event, Decided>();
  for (const choice of worth.choices) {
    const x = arriving(choice, u);
    const best = bestOf(choice, x, month - lag);
    if (best.worth) taken.set(choice.event, decide(best.worth, x, month + choice.at, lag));
  }
  return { worth, month, lag, taken };
}

/** Walks a decided tree as a debtor who behaves as kind `k`, from `prefix`, and emits every end. `got` is principal received so far. */
function walk(decided: Decided, k: number, probability: number, prefix: Components, terms: Terms, emit: Emit): void {
  const { worth, month: start, lag, taken } = decided;
  const { balance } = worth.state;
  const visit = (event: Event, kind: number, chance: number, before: Components, root: boolean): void => {
    if (chance <= 0) return;
    const here = before.slice();
    for (const flow of event.flows ?? []) addFlow(here, flow, flow.at ?? event.at, kind, start, terms, lag);
    if (event.conceded !== undefined) here[CONCEDED]! += amountOf(event.conceded, kind);
    const next = taken.get(event);
    if (next) {
      walk(next, kind, chance, here, terms, emit);
      return;
    }
    let left = 1;
    for (const fork of event.next ?? []) {
      const share = fork.chance[kind]!;
      const turned = fork.turned ? fork.turned[kind]! : 0;
      left -= share;
      visit(fork.event, kind, chance * share * (1 - turned), here, false);
      if (turned > 0) visit(fork.event, INSOLVENT, chance * share * turned, here, false);
    }
    if (left <= 1e-15 || (root && worth.stays)) return;
    addClosing(here, event, balance - (here[PRINCIPAL]! - prefix[PRINCIPAL]!), start, terms);
    emit(chance * left, here);
  };
  visit(worth.event, k, probability, prefix, true);
}

/** Walks a policy from a first move and emits every end with its probability. */
export function outcomes(solution: Solution, first: Valued, weights: PerKind, emit: Emit): void {
  const { board } = solution;
  const { terms } = board;
  const R = relationshipValue(board);
  const prefixes = Array.from({ length: KIND_COUNT }, () => new Float64Array(COMPONENTS));
  follow(solution, first, { month: 0, made: 0 }, weights, prefixes, R, terms, emit);
}

/** Runs one move for the labelled weights `w`, then the best moves after it. Prefixes are per label. */
function follow(
  solution: Solution,
  valued: Valued,
  node: Node,
  w: PerKind,
  prefixes: Components[],
  R: PerKind,
  terms: Terms,
  emit: Emit,
): void {
  const { board } = solution;
  let current: Valued | null = valued;
  let at = node;
  let open = w;
  let before = prefixes;
  while (current) {
    const { month } = at;
    const { prospect, worth } = board.ask(current.move, solution.stateAfter(at.made), month);
    const sound = stillSound(board, month);
    const d = terms.discount(month);
    const loss = prospect.relationship ?? 0;
    const start = before.map((prefix, k) => {
      const next = prefix.slice();
      next[RELATIONSHIP]! -= loss * R[k]!;
      next[PRESENT]! -= loss * R[k]! * d;
      for (const flow of prospect.asking ?? []) addFlow(next, flow, flow.at ?? 0, INSOLVENT, month, terms);
      return next;
    });

    if (current.rest || (current.to === null && prospect.leaves)) {
      // A reduction is certain: what it brings comes before the smaller claim.
      for (const prefix of start)
        for (const flow of worth.event.flows ?? []) addFlow(prefix, flow, flow.at ?? 0, INSOLVENT, 0, terms);
      if (!current.rest) {
        for (let k = 0; k < KIND_COUNT; k++) emit(open[k]!, start[k]!);
        return;
      }
      const rest: Solution = current.rest;
      follow(rest, rest.best({ month: 0, made: 0 }), { month: 0, made: 0 }, open, start, R, terms, emit);
      return;
    }

    if (prospect.taken) {
      const taken = perKind((k) => open[k]! * prospect.taken![k]!);
      const u = prospect.lapses ? perKind((k) => taken[k]! * sound[k]!) : drift(taken, sound);
      const decided = decide(worth, u, month, month - solution.reckoned(current.move, month));
      for (let k = 0; k < KIND_COUNT; k++) {
        walk(decided, k, taken[k]! * sound[k]!, start[k]!, terms, emit);
        const failed = taken[k]! * (1 - sound[k]!);
        if (failed <= 0) continue;
        if (!prospect.lapses) walk(decided, INSOLVENT, failed, start[k]!, terms, emit);
        else {
          const empty = start[k]!.slice();
          const { amount, present } = lapsedRate(solution.stateAfter(at.made), month, board);
          empty[TAX]! += amount;
          empty[PRESENT]! += present * d;
          emit(failed, empty);
        }
      }
      open = perKind((k) => open[k]! * (1 - prospect.taken![k]!));
      const window = prospect.window ?? 1;
      for (let j = 0; j < window; j++) {
        const made: number = at.made;
        const state = solution.stateAfter(made);
        if (!solution.ordinary || !board.open(solution.ordinary, state, month + j)) continue;
        const step = board.ask(solution.ordinary, state, month + j);
        const result = effort(
          board,
          step.prospect,
          step.worth,
          month + j,
          open,
          j === 0 ? start : before,
          R,
          terms,
          emit,
        );
        open = result.open;
        before = result.prefixes;
      }
    } else if (prospect.stays) {
      const result = effort(board, { ...prospect, relationship: 0 }, worth, month, open, start, R, terms, emit);
      open = result.open;
      before = result.prefixes;
    } else {
      const u = drift(open, sound);
      const decided = decide(worth, u, month);
      for (let k = 0; k < KIND_COUNT; k++) {
        walk(decided, k, open[k]! * sound[k]!, start[k]!, terms, emit);
        const failed = open[k]! * (1 - sound[k]!);
        if (failed > 0) walk(decided, INSOLVENT, failed, start[k]!, terms, emit);
      }
      return;
    }
    if (!current.to) return;
    at = current.to;
    current = solution.best(at);
  }
}

/** One step of an effort: emits those who pay or fail, and returns those who stay open with what it cost. */
function effort(
  board: Board,
  prospect: { stays?: PerKind; staying?: readonly Flow[]; window?: number; relationship?: number },
  worth: Worth,
  month: number,
  open: PerKind,
  prefixes: Components[],
  R: PerKind,
  terms: Terms,
  emit: Emit,
): { open: PerKind; prefixes: Components[] } {
  const sound = stillSound(board, month);
  const loss = prospect.relationship ?? 0;
  const d = terms.discount(month);
  const start = prefixes.map((prefix, k) => {
    const next = prefix.slice();
    next[RELATIONSHIP]! -= loss * R[k]!;
    next[PRESENT]! -= loss * R[k]! * d;
    return next;
  });
  const decided = decide(worth, drift(open, sound), month);
  for (let k = 0; k < KIND_COUNT; k++) {
    walk(decided, k, open[k]! * sound[k]!, start[k]!, terms, emit);
    const failed = open[k]! * (1 - sound[k]!);
    if (failed > 0) walk(decided, INSOLVENT, failed, start[k]!, terms, emit);
  }
  const stays = prospect.stays!;
  const left = perKind((k) => open[k]! * (sound[k]! * stays[k]! + (1 - sound[k]!) * stays[INSOLVENT]!));
  const after = start.map((prefix) => {
    const next = prefix.slice();
    for (const flow of worth.event.flows ?? []) addFlow(next, flow, flow.at ?? worth.event.at, INSOLVENT, month, terms);
    for (const flow of prospect.staying ?? []) addFlow(next, flow, prospect.window ?? 1, INSOLVENT, month, terms);
    return next;
  });
  return { open: left, prefixes: after };
}
