// The best sequence: a finite-horizon dynamic programme on (month, set of offers already made), solved exactly (model sections 5 and 8).
// While the claim stays unpaid the only news is "still unpaid" and refusals; both multiply each weight by a known factor, so the belief
// after any history depends on the month and the set of offers alone.

import { dot, every, INSOLVENT, KIND_COUNT, type PerKind, perKind, total } from '../debtor/kinds.ts';
import type { Flow, Prospect, State } from '../options/option.ts';
import type { Board, Move } from './board.ts';
import { flowValue, gradient, type Worth, worthOf } from './compile.ts';

/** Months looked ahead after the due date. */
export const HORIZON_MONTHS = 24;

/** Where the programme stands: a month and the set of offers already made (a bit mask over `Solution.offers`). */
export interface Node {
  readonly month: number;
  readonly made: number;
}

/** A move from a node, with its value and the node it leads to if the claim stays open. */
export interface Valued {
  readonly move: Move;
  /** Expected net present value at the valuation day, for the weights that reach the node. */
  readonly value: number;
  /** The same per unit of weight of each kind: value = Σ weight·alpha. */
  readonly alpha: PerKind;
  /** The node reached by those who stay open; null when the move ends our part. */
  readonly to: Node | null;
  /** The smaller problem that a reduction leaves. */
  readonly rest: Solution | null;
}

export interface Solution {
  readonly board: Board;
  readonly offers: readonly Move[];
  readonly months: number;
  readonly state: State;
  /** Weights of those still open at a node, per kind as labelled today. */
  readonly weights: (node: Node) => PerKind;
  /** Value of the best policy from a node. */
  readonly value: (node: Node) => number;
  /** The best move at a node. */
  readonly best: (node: Node) => Valued;
  /** Every move that is open on the valuation day. */
  readonly first: readonly Valued[];
  /** The claim after a set of offers. */
  readonly stateAfter: (made: number) => State;
  /** The month as of which an offer made in `month` is reckoned. */
  readonly reckoned: (move: Move, month: number) => number;
  /** The effort that goes on while an offer is considered. */
  readonly ordinary: Move | null;
}

/** Share of each kind that still behaves as labelled after `months` (model section 4, deterioration inside the horizon). */
export function stillSound(board: Board, month: number): PerKind {
  const since = Math.max(0, month - board.case.facts.due_in);
  const { deteriorate } = board.case.debtor.hazards;
  return perKind((k) => (k === INSOLVENT ? 1 : Math.exp(-deteriorate[k]! * since)));
}

/** Labelled weights as they behave now: the share that deteriorated behaves as insolvent. */
export function drift(w: PerKind, sound: PerKind): PerKind {
  const u = new Float64Array(KIND_COUNT);
  let failed = 0;
  for (let k = 0; k < KIND_COUNT; k++) {
    u[k] = w[k]! * sound[k]!;
    failed += w[k]! * (1 - sound[k]!);
  }
  u[INSOLVENT]! += failed;
  return u;
}

/** A vector over behaving kinds, seen from the labels. */
export const undrift = (g: PerKind, sound: PerKind): PerKind =>
  perKind((k) => sound[k]! * g[k]! + (1 - sound[k]!) * g[INSOLVENT]!);

/** Value of the business relationship that would be lost, per kind (model 11.3). */
export function relationshipValue(board: Board): PerKind {
  const { margin_per_year: margin, relationship_years: years } = board.case.facts;
  return perKind((k) => margin * years * board.case.a.relationship.weight[k]!);
}

/** Net cost of asking, in present value at the start month (tax included). */
export function askingCost(flows: readonly Flow[] | undefined, month: number, board: Board): number {
  const value = { now: 0, growth: 0 };
  let cost = 0;
  for (const flow of flows ?? []) {
    flowValue(flow, flow.at ?? 0, INSOLVENT, month, board.terms, value);
    cost -= value.now;
  }
  return cost;
}

/** What a yes from a debtor who has since failed still brings: nothing but the tax effect of the loss, nominal and present. */
export function lapsedRate(state: State, month: number, board: Board): { amount: number; present: number } {
  const { tax_rate, tax_lag, discount } = board.terms;
  const amount = tax_rate * state.balance;
  return { amount, present: amount === 0 ? 0 : (amount * discount(month + tax_lag)) / discount(month) };
}

/** The first month in which a move may be started, or null. */
export function firstOpenMonth(board: Board, move: Move, state: State, months: number): number | null {
  for (let i = 0; i <= months; i++) if (board.open(move, state, i)) return i;
  return null;
}

/**
 * The month as of which an offer's interest is reckoned: offers are valued as of the first month in which they can be made,
 * unless a liquidity need makes every month different.
 */
export const reckonedMonth = (board: Board, first: number, month: number): number => (board.steady ? first : month);

/**
 * Solves the programme for a claim in `state` with belief `weights`, over the moves for which `allowed` holds.
 * Every value is a present value on the valuation day in yen.
 */
export function solve(
  board: Board,
  weights: PerKind,
  state: State,
  allowed: (move: Move) => boolean = () => true,
  solveRest: (state: State, without: Move) => Solution | null = () => null,
): Solution {
  const { discount } = board.terms;
  const months = Math.ceil(HORIZON_MONTHS + board.case.facts.due_in);
  const R = relationshipValue(board);
  const hasRelationship = total(R) > 0;
  const ofShape = (shape: string) => board.moves.filter((m) => m.option.shape === shape && allowed(m));
  const exits = ofShape('exit').filter((m) => m.option.follows.includes('fresh') || state.standing !== 'fresh');
  const efforts = ofShape('effort');
  const ordinary = board.moves.find((m) => m.option.shape === 'effort') ?? null;

  const offers = ofShape('offer').filter((move) => firstOpenMonth(board, move, state, months) !== null);
  const sets = 1 << offers.length;
  const firstMonths = offers.map((move) => firstOpenMonth(board, move, state, months) ?? 0);
  const offerProspects: Prospect[] = offers.map((move, o) => board.ask(move, state, firstMonths[o]!).prospect);
  const states: State[] = [];
  for (let f = 0; f < sets; f++) {
    let after = state;
    for (let o = 0; o < offers.length; o++)
      if (f & (1 << o) && offerProspects[o]!.leaves) after = { ...after, ...offerProspects[o]!.leaves };
    states.push(after);
  }

  const sound: PerKind[] = [];
  for (let i = 0; i <= months; i++) sound.push(stillSound(board, i));

  // Effort per month: gain per unit of labelled weight (present value) and the share that stays open.
  interface Step {
    gain: PerKind;
    stays: PerKind;
    window: number;
  }
  const stepMemo = new Map<Prospect, Map<number, Step>>();
  const step = (move: Move, f: number, i: number): Step => {
    const { prospect, worth } = board.ask(move, states[f]!, i);
    let byMonth = stepMemo.get(prospect);
    if (!byMonth) {
      byMonth = new Map();
      stepMemo.set(prospect, byMonth);
    }
    const known = byMonth.get(i);
    if (known) return known;
    const d = discount(i);
    const s = sound[i]!;
    const delay = i - worth.start;
    const behaving = perKind((k) => worth.v0[k]! + delay * worth.v1[k]!);
    const stays = undrift(prospect.stays ?? every(0), s);
    const window = prospect.window ?? 1;
    const loss = prospect.relationship ?? 0;
    const back = prospect.staying ? -askingCost(prospect.staying, i + window, board) * (discount(i + window) / d) : 0;
    const gain = perKind(
      (k) => d * (s[k]! * behaving[k]! + (1 - s[k]!) * behaving[INSOLVENT]! - loss * R[k]! + back * stays[k]!),
    );
    const answer = { gain, stays, window };
    byMonth.set(i, answer);
    return answer;
  };
  const effortOpen = (f: number, i: number): boolean =>
    ordinary !== null && i < months && board.open(ordinary, states[f]!, i);

  /** Ordinary pursuit for `n` months from (i, f): what it brings and who is still open, per unit of weight. */
  const pursueFor = (f: number, i: number, n: number): Step => {
    let gain = new Float64Array(KIND_COUNT);
    let stays = every(1);
    for (let j = 0; j < n; j++) {
      const next = effortOpen(f, i + j) ? step(ordinary!, f, i + j) : null;
      if (!next) continue;
      gain = perKind((k) => gain[k]! + stays[k]! * next.gain[k]!) as Float64Array<ArrayBuffer>;
      stays = perKind((k) => stays[k]! * next.stays[k]!) as Float64Array<ArrayBuffer>;
    }
    return { gain, stays, window: n };
  };

  // Weights of those still open, by set of offers made and month.
  const open: PerKind[][] = [];
  for (let f = 0; f < sets; f++) {
    let w = perKind((k) => {
      let share = weights[k]!;
      for (let o = 0; o < offers.length; o++) if (f & (1 << o)) share *= 1 - offerProspects[o]!.taken![k]!;
      return share;
    });
    const row: PerKind[] = [w];
    for (let i = 0; i < months; i++) {
      const stays = effortOpen(f, i) ? step(ordinary!, f, i).stays : every(1);
      w = perKind((k) => w[k]! * stays[k]!);
      row.push(w);
    }
    open.push(row);
  }

  const values: number[][] = open.map((row) => row.map(() => 0));
  const alphas: PerKind[][] = open.map((row) => row.slice());
  const chosen: (Valued | null)[][] = open.map((row) => row.map(() => null));

  const exitValue = (move: Move, f: number, i: number, w: PerKind, detailed: boolean): Valued => {
    const { prospect, worth } = board.ask(move, states[f]!, i);
    const u = drift(w, sound[i]!);
    const d = discount(i);
    const loss = hasRelationship ? (prospect.relationship ?? 0) : 0;
    const value = d * (worthOf(worth, u, i) - loss * dot(w, R));
    const alpha = detailed ? undrift(gradient(worth, u, i), sound[i]!).map((g, k) => d * (g - loss * R[k]!)) : NO_ALPHA;
    return { move, value, alpha, to: null, rest: null };
  };

  const effortValue = (move: Move, f: number, i: number, w: PerKind): Valued | null => {
    const { gain, stays, window } = step(move, f, i);
    if (i + window > months) return null;
    const next = alphas[f]![i + window]!;
    const alpha = perKind((k) => gain[k]! + stays[k]! * next[k]!);
    return { move, value: dot(w, alpha), alpha, to: { month: i + window, made: f }, rest: null };
  };

  const takenGradient = (worth: Worth, prospect: Prospect, f: number, i: number, as: number, w: PerKind): PerKind => {
    const taken = perKind((k) => w[k]! * prospect.taken![k]!);
    const s = sound[i]!;
    if (prospect.lapses) {
      const g = gradient(
        worth,
        perKind((k) => taken[k]! * s[k]!),
        i,
      );
      const empty = lapsedRate(states[f]!, i, board).present;
      return perKind((k) => prospect.taken![k]! * (s[k]! * g[k]! + (1 - s[k]!) * empty));
    }
    const g = undrift(gradient(worth, drift(taken, s), as), s);
    return perKind((k) => prospect.taken![k]! * g[k]!);
  };

  const offerValue = (o: number, f: number, i: number, w: PerKind): Valued | null => {
    const move = offers[o]!;
    const { prospect, worth } = board.ask(move, states[f]!, i);
    const window = prospect.window ?? 1;
    if (i + window > months) return null;
    const made = f | (1 << o);
    const d = discount(i);
    const loss = prospect.relationship ?? 0;
    const asking = askingCost(prospect.asking, i, board);
    const yes = takenGradient(worth, prospect, f, i, reckonedMonth(board, firstMonths[o]!, i), w);
    const no = pursueFor(f, i, window);
    const next = alphas[made]![i + window]!;
    const alpha = perKind(
      (k) =>
        d * (yes[k]! - asking - loss * R[k]!) + (1 - prospect.taken![k]!) * (no.gain[k]! + no.stays[k]! * next[k]!),
    );
    return { move, value: dot(w, alpha), alpha, to: { month: i + window, made }, rest: null };
  };

  /** All moves open at a node, each with its value. */
  const movesAt = (f: number, i: number, detailed: boolean): Valued[] => {
    const w = open[f]![i]!;
    const found: Valued[] = [];
    for (const move of exits) {
      if (!board.open(move, states[f]!, i)) continue;
      const goesOn = board.ask(move, states[f]!, i).prospect.stays !== undefined;
      const valued = goesOn ? effortValue(move, f, i, w) : exitValue(move, f, i, w, detailed);
      if (valued) found.push(valued);
    }
    for (const move of efforts)
      if (i < months && board.open(move, states[f]!, i)) {
        const valued = effortValue(move, f, i, w);
        if (valued) found.push(valued);
      }
    for (let o = 0; o < offers.length; o++)
      if (!(f & (1 << o)) && board.open(offers[o]!, states[f]!, i)) {
        const valued = offerValue(o, f, i, w);
        if (valued) found.push(valued);
      }
    return found;
  };

  const settleNode = (f: number, i: number, found: readonly Valued[]): void => {
    let best: Valued | null = null;
    for (const valued of found) if (!best || valued.value > best.value) best = valued;
    if (!best) {
      alphas[f]![i] = every(0);
      return;
    }
    if (best.alpha === NO_ALPHA) best = exitValue(best.move, f, i, open[f]![i]!, true);
    chosen[f]![i] = best;
    values[f]![i] = best.value;
    alphas[f]![i] = best.alpha;
  };

  for (let i = months; i >= 1; i--) for (let f = sets - 1; f >= 0; f--) settleNode(f, i, movesAt(f, i, false));
  for (let f = sets - 1; f >= 1; f--) settleNode(f, 0, movesAt(f, 0, false));

  const reductions: Valued[] = [];
  for (const move of ofShape('reduction')) {
    if (!board.open(move, state, 0)) continue;
    const { prospect, worth } = board.ask(move, state, 0);
    const left: State = { ...state, ...prospect.leaves };
    const rest = left.balance > 0 ? solveRest(left, move) : null;
    const loss = prospect.relationship ?? 0;
    const g = gradient(worth, weights, 0);
    const after = rest ? rest.best({ month: 0, made: 0 }).alpha : every(0);
    const alpha = perKind((k) => g[k]! - loss * R[k]! + after[k]!);
    reductions.push({ move, value: dot(weights, alpha), alpha, to: null, rest });
  }
  const first = [...movesAt(0, 0, true), ...reductions];
  settleNode(0, 0, first);

  return {
    board,
    offers,
    months,
    state,
    weights: ({ month, made }) => open[made]![month]!,
    value: ({ month, made }) => values[made]![month]!,
    best: ({ month, made }) => chosen[made]![month] ?? nothing(board),
    first,
    stateAfter: (made) => states[made]!,
    reckoned: (move, month) => reckonedMonth(board, firstMonths[offers.indexOf(move)] ?? month, month),
    ordinary,
  };
}

const NO_ALPHA: PerKind = new Float64Array(0);

function nothing(board: Board): Valued {
  const move = board.moves[0];
  if (!move) throw new RangeError('no option is registered');
  return { move, value: 0, alpha: every(0), to: null, rest: null };
}
