// The best sequence: a finite-horizon dynamic programme on (month, set of offers already made), solved exactly (docs/model.md 5 and 8).
// While the claim stays unpaid the only news is "still unpaid" and refusals; both multiply each weight by a known factor, so the belief
// after any history depends on the month and the set of offers alone.

import { dot, every, INSOLVENT, KIND_COUNT, type PerKind, perKind, product, total } from '../../assumptions/kinds.ts';
import type { Case, Flow, Prospect, State } from '../../options/option.ts';
import { flowValue, noFlowValue } from '../tree/compile.ts';
import type { CompiledTree } from '../tree/compiled_tree.ts';
import type { Move } from '../tree/scalable_tree.ts';
import type { MoveInMonth, MoveTimeline } from './claim_family.ts';
import type { MoveBoard } from './moves.ts';

/** Months looked ahead after the due date. */
export const HORIZON_MONTHS = 24;

/** Months of the programme for a claim that is due in so many months. */
export const horizonOf = (due_in: number): number => Math.ceil(HORIZON_MONTHS + due_in);

/** Where the programme stands: a month and the set of offers already made (a bit mask over `Solution.offers`). */
export interface ProgrammeNode {
  readonly month: number;
  readonly made: number;
}

/** A move from a node, with its value and the node it leads to if the claim stays open. */
export interface ValuedMove {
  readonly move: Move;
  /** Expected net present value on the valuation day, for the weights that reach the node. */
  readonly value: number;
  /** The same per unit of weight of each kind: value = Σ weight·alpha. */
  readonly alpha: PerKind;
  /** The node reached by those who stay open; null when the move ends our part. */
  readonly to: ProgrammeNode | null;
  /** The smaller problem that a reduction leaves. */
  readonly rest: Solution | null;
}

export interface Solution {
  readonly board: MoveBoard;
  /** The moves that were allowed. */
  readonly moves: readonly Move[];
  readonly offers: readonly Move[];
  readonly months: number;
  readonly state: State;
  /** Weights of those still open at a node, per kind as labelled today. */
  readonly weights: (node: ProgrammeNode) => PerKind;
  /** Value of the best policy from a node. */
  readonly value: (node: ProgrammeNode) => number;
  /** The best move at a node; null when none is open, and the claim is left alone. */
  readonly best: (node: ProgrammeNode) => ValuedMove | null;
  /** Every move that is open on the valuation day. */
  readonly first: readonly ValuedMove[];
  /** The claim after a set of offers. */
  readonly stateAfter: (made: number) => State;
  /** The month as of which an offer made in `month` is reckoned. */
  readonly reckoned: (move: Move, month: number) => number;
  /** The effort that goes on while an offer is considered. */
  readonly ordinary: Move | null;
}

/** What to solve. */
export interface SequenceProblem {
  readonly weights: PerKind;
  readonly state: State;
  /** Moves that may be made; all when missing. */
  readonly allowed?: (move: Move) => boolean;
  /** Solves the smaller claim that a reduction leaves; without it nothing follows a reduction. */
  readonly solveRest?: (state: State, made: Move) => Solution;
  /** Months of the programme; the whole horizon when missing. */
  readonly months?: number;
}

/** Kept by the case; filled month by month. */
const soundByMonth = (): PerKind[] => [];

/** Share of each kind that still behaves as labelled after `month` (docs/model.md 4). */
export function stillSound(board: MoveBoard, month: number): PerKind {
  const since = Math.max(0, month - board.case.facts.due_in);
  const { deteriorate } = board.case.debtor.hazards;
  const known = board.case.once(soundByMonth);
  known[month] ??= perKind((k) => (k === INSOLVENT ? 1 : Math.exp(-deteriorate[k]! * since)));
  return known[month];
}

/** Labelled weights as they behave now: the share that deteriorated behaves as insolvent. Written to `u`. */
export function drift(w: PerKind, sound: PerKind, u: PerKind = new Float64Array(KIND_COUNT)): PerKind {
  let failed = 0;
  for (let k = 0; k < KIND_COUNT; k++) {
    failed += w[k]! * (1 - sound[k]!);
    u[k] = w[k]! * sound[k]!;
  }
  u[INSOLVENT]! += failed;
  return u;
}

/** A vector over behaving kinds, seen from the labels. */
export function undrift(g: PerKind, sound: PerKind): PerKind {
  const out = new Float64Array(KIND_COUNT);
  for (let k = 0; k < KIND_COUNT; k++) out[k] = sound[k]! * g[k]! + (1 - sound[k]!) * g[INSOLVENT]!;
  return out;
}

/** Value of the business relationship that would be lost, per kind (docs/model.md 11.3). */
export function relationshipValue(board: MoveBoard): PerKind {
  return board.case.once(relationshipOf);
}

function relationshipOf({ facts, a }: Case): PerKind {
  const { margin_per_year: margin, relationship_years: years } = facts;
  return perKind((k) => margin * years * a.relationship.weight[k]!);
}

/** Net cost of flows that everybody still open has, in present value at the start month. */
export function costOf(flows: readonly Flow[] | undefined, month: number, board: MoveBoard): number {
  if (flows === undefined) return 0;
  const value = noFlowValue();
  let cost = 0;
  for (const flow of flows) {
    flowValue(flow, flow.at ?? 0, month, board.terms, value);
    cost -= value.now + value.fixed;
  }
  return cost;
}

/** What a yes from a debtor who has since failed still brings: nothing but the tax effect of the loss, nominal and present. */
export function lapsedRate(state: State, month: number, board: MoveBoard): { amount: number; present: number } {
  const { tax_rate, tax_lag, discount } = board.terms;
  const amount = tax_rate * state.balance;
  return { amount, present: amount === 0 ? 0 : (amount * discount(month + tax_lag)) / discount(month) };
}

/** The first month in which a move may be started, or null. */
export function firstOpenMonth(line: MoveTimeline, months: number): number | null {
  for (let i = 0; i <= months; i++) if (line.open(i)) return i;
  return null;
}

/**
 * The month as of which an offer's interest is reckoned: offers are valued as of the first month in which they can be made,
 * unless a liquidity need makes every month different.
 */
export const reckonedMonth = (board: MoveBoard, first: number, month: number): number => (board.steady ? first : month);

/** One step of an effort per unit of labelled weight: its gain in present value today, and who stays open. */
interface EffortStep {
  readonly gain: PerKind;
  readonly stays: PerKind;
  readonly window: number;
}

/** A line over the months: what it answers where it is open, and, of an effort, its steps as they are asked for. */
interface MoveSteps {
  readonly line: MoveTimeline;
  readonly asked: readonly (MoveInMonth | null)[];
  readonly steps: EffortStep[];
}

interface OfferMove {
  readonly move: Move;
  readonly first: number;
  readonly prospect: Prospect;
}

/**
 * Solves the programme. Every value is a present value on the valuation day in yen.
 * Cost: (months + 1)·2^offers nodes, each with a handful of multiply-adds per move and kind.
 */
export function solve(
  board: MoveBoard,
  { weights, state, allowed = () => true, solveRest, months: limit }: SequenceProblem,
): Solution {
  const { discount } = board.terms;
  const months = limit ?? horizonOf(board.case.facts.due_in);
  const R = relationshipValue(board);
  const ofShape = (shape: string) => board.moves.filter((m) => m.option.shape === shape && allowed(m));
  const exits = ofShape('exit').filter((m) => m.option.follows.includes('fresh') || state.standing !== 'fresh');
  const efforts = ofShape('effort');
  const ordinary = board.moves.find((m) => m.option.shape === 'effort') ?? null;

  const offers: OfferMove[] = [];
  for (const move of ofShape('offer')) {
    const line = board.line(move, state);
    const first = firstOpenMonth(line, months);
    if (first !== null) offers.push({ move, first, prospect: line.at(first).prospect });
  }
  const sets = 1 << offers.length;
  const states: State[] = [];
  for (let f = 0; f < sets; f++) {
    const left = offers.map(({ prospect }, o) => (f & (1 << o) ? prospect.after : undefined));
    states.push(Object.assign({}, state, ...left));
  }
  const pursues = ordinary !== null && allowed(ordinary);
  const discounts = Array.from({ length: months + 1 }, (_, i) => discount(i));
  const sound = discounts.map((_, i) => stillSound(board, i));

  // Claims alike in everything share their lines, and lines their steps.
  const known = new Map<MoveTimeline, MoveSteps>();
  const rowOf = (move: Move, after: State): MoveSteps => {
    const line = board.line(move, after);
    let row = known.get(line);
    if (!row) {
      row = { line, asked: sound.map((_, i) => (line.open(i) ? line.at(i) : null)), steps: [] };
      known.set(line, row);
    }
    return row;
  };
  const rows = (moves: readonly Move[]) => states.map((after) => moves.map((move) => rowOf(move, after)));
  const exitRows = rows(exits).map((of) => of.filter(({ line }) => !line.never));
  const effortRows = rows(efforts);
  const offerRows = rows(offers.map(({ move }) => move));
  const step = ({ asked, steps }: MoveSteps, i: number): EffortStep => {
    steps[i] ??= stepOf(board, asked[i]!.prospect, asked[i]!.worth, i, sound[i]!, R);
    return steps[i];
  };
  /** Ordinary pursuit by set of offers made and month; null where it is closed. */
  const pursuit = states.map((after) => {
    const row = ordinary && rowOf(ordinary, after);
    return sound.map((_, i) => (i < months && row?.asked[i] ? step(row, i) : null));
  });

  // Weights of those still open, by set of offers made and month.
  const open: PerKind[][] = [];
  for (let f = 0; f < sets; f++) {
    let w = perKind((k) =>
      offers.reduce(
        (share, { prospect }, o) => (f & (1 << o) ? share * (1 - prospect.acceptance![k]!) : share),
        weights[k]!,
      ),
    );
    const row = [w];
    for (let i = 0; i < months; i++) {
      const next = pursuit[f]![i];
      if (next) w = product(w, next.stays);
      row.push(w);
    }
    open.push(row);
  }

  // Weights at the node at hand, written over from node to node.
  const here = { behaving: every(0), takers: every(0), others: every(0) };
  const chosen: (ValuedMove | null)[][] = open.map((row) => row.map(() => null));
  const alphaAt = (f: number, i: number): PerKind => chosen[f]![i]?.alpha ?? NOTHING;
  const valueAt = ({ made, month }: ProgrammeNode): number => chosen[made]![month]?.value ?? 0;

  /** Value of an exit; null when even with hindsight it would not beat `least`, which spares the choices inside it. */
  const exitValue = (
    { prospect, laid }: MoveInMonth,
    i: number,
    u: PerKind,
    lost: number,
    least: number,
  ): number | null => {
    const d = discounts[i]!;
    const loss = (prospect.relationship ?? 0) * lost;
    if (d * (laid.ceiling(u, i) - loss) < least - SLACK) return null;
    return d * (laid.value(u, i) - loss);
  };
  const exitAlpha = ({ prospect, laid }: MoveInMonth, i: number, u: PerKind): PerKind => {
    const g = undrift(laid.gradient(u, i), sound[i]!);
    const d = discounts[i]!;
    const loss = prospect.relationship ?? 0;
    for (let k = 0; k < KIND_COUNT; k++) g[k] = d * (g[k]! - loss * R[k]!);
    return g;
  };
  const effortValue = (row: MoveSteps, i: number, w: PerKind, to: ProgrammeNode): number => {
    const { gain, stays } = step(row, i);
    // Those who stay open under ordinary pursuit are the weights of the next node, whose value is known.
    if (row.line.move === ordinary) return dot(w, gain) + valueAt(to);
    return dotSum(w, gain, stays, alphaAt(to.made, to.month));
  };
  const effortAlpha = (row: MoveSteps, i: number, to: ProgrammeNode): PerKind => {
    const { gain, stays } = step(row, i);
    return plusProduct(gain, stays, alphaAt(to.made, to.month));
  };

  /** What those who do not take up an offer are worth per unit: ordinary pursuit goes on with them while it is considered. */
  const refusers = (f: number, i: number, to: ProgrammeNode): PerKind => {
    let rest = alphaAt(to.made, to.month);
    for (let j = to.month - 1; j >= i; j--) {
      const next = pursuit[f]![j];
      if (next) rest = plusProduct(next.gain, next.stays, rest);
    }
    return rest;
  };
  /** Value that ordinary pursuit brings from those who do not take up an offer while it is considered. */
  const meanwhile = (f: number, i: number, w: PerKind, taken: PerKind, until: number): number => {
    let others = refusing(w, taken, here.others);
    let value = 0;
    for (let j = i; j < until; j++) {
      const next = pursuit[f]![j];
      if (!next) continue;
      value += dot(others, next.gain);
      if (j + 1 < until) others = product(others, next.stays);
    }
    return value;
  };
  /** Value of an offer; null when even with hindsight it would not beat `least`, which spares the choices inside it. */
  const offerValue = (
    o: number,
    f: number,
    i: number,
    w: PerKind,
    lost: number,
    to: ProgrammeNode,
    least: number,
  ): number | null => {
    const { prospect, laid } = offerRows[f]![o]!.asked[i]!;
    const taken = prospect.acceptance!;
    const s = sound[i]!;
    const d = discounts[i]!;
    const lapses = prospect.voidIfFailed === true;
    const empty = lapses ? lapsing(w, taken, s) * lapsedRate(states[f]!, i, board).present : 0;
    const asking = costOf(prospect.asking, i, board) * total(w);
    const beside =
      d * (empty - asking - (prospect.relationship ?? 0) * lost) + meanwhile(f, i, w, taken, to.month) + valueAt(to);
    const u = takers(w, taken, s, lapses, here.takers);
    const as = reckonedMonth(board, offers[o]!.first, i);
    if (d * laid.ceiling(u, as) + beside < least - SLACK) return null;
    return d * laid.value(u, as) + beside;
  };
  const offerAlpha = (o: number, f: number, i: number, w: PerKind, to: ProgrammeNode): PerKind => {
    const { prospect, laid } = offerRows[f]![o]!.asked[i]!;
    const taken = prospect.acceptance!;
    const s = sound[i]!;
    const lapses = prospect.voidIfFailed === true;
    const g = laid.gradient(takers(w, taken, s, lapses), reckonedMonth(board, offers[o]!.first, i));
    const empty = lapses ? lapsedRate(states[f]!, i, board).present : g[INSOLVENT]!;
    const rest = refusers(f, i, to);
    const d = discounts[i]!;
    const asking = costOf(prospect.asking, i, board);
    const loss = prospect.relationship ?? 0;
    return perKind((k) => {
      const yes = taken[k]! * (s[k]! * g[k]! + (1 - s[k]!) * empty);
      return d * (yes - asking - loss * R[k]!) + (1 - taken[k]!) * rest[k]!;
    });
  };

  /** Hands the moves that are open at a node to `best`, which says what they must reach; those that cannot are passed over. */
  const movesAt = (f: number, i: number, best: MoveSink): void => {
    const w = open[f]![i]!;
    const u = drift(w, sound[i]!, here.behaving);
    const lost = dot(w, R);
    const goOn = (row: MoveSteps, { prospect }: MoveInMonth): void => {
      const to = { month: i + (prospect.window ?? 1), made: f };
      if (to.month <= months) best.take(row, -1, effortValue(row, i, w, to), to);
    };
    for (const row of exitRows[f]!) {
      const asked = row.asked[i];
      if (!asked) continue;
      if (asked.prospect.staysOpen) goOn(row, asked);
      else best.take(row, -1, exitValue(asked, i, u, lost, best.least), null);
    }
    if (i < months)
      for (const row of effortRows[f]!) {
        const asked = row.asked[i];
        if (asked) goOn(row, asked);
      }
    for (let o = 0; o < offers.length; o++) {
      const row = offerRows[f]![o]!;
      const asked = row.asked[i];
      if (f & (1 << o) || !asked) continue;
      const to = { month: i + (asked.prospect.window ?? 1), made: f | (1 << o) };
      if (to.month <= months) best.take(row, o, offerValue(o, f, i, w, lost, to, best.least), to);
    }
  };
  /** The value per kind of a move from a node. */
  const detail = (row: MoveSteps, offer: number, f: number, i: number, to: ProgrammeNode | null): PerKind => {
    const w = open[f]![i]!;
    if (!to) return exitAlpha(row.asked[i]!, i, drift(w, sound[i]!));
    return offer < 0 ? effortAlpha(row, i, to) : offerAlpha(offer, f, i, w, to);
  };
  /** Value of going on with ordinary pursuit. It is cheap to compute, and the other moves must reach it. */
  const goingOn = (f: number, i: number): number => {
    const next = pursues ? pursuit[f]![i] : null;
    const month = i + (next?.window ?? 1);
    return next && month <= months ? dot(open[f]![i]!, next.gain) + valueAt({ made: f, month }) : NOT_OPEN;
  };

  const best = new BestMove();
  const settleNode = (f: number, i: number): void => {
    best.begin(goingOn(f, i));
    movesAt(f, i, best);
    const { row, offer, value, to } = best;
    chosen[f]![i] = row && new LazyValuedMove(row.line.move, value, to, () => detail(row, offer, f, i, to));
  };

  for (let i = months; i >= 1; i--) for (let f = sets - 1; f >= 0; f--) settleNode(f, i);

  // On the valuation day every open move is valued, whether or not it can be best.
  const first: ValuedMove[] = [];
  movesAt(0, 0, {
    least: NOT_OPEN,
    take: (row, offer, value, to) => {
      if (value !== null) first.push(new LazyValuedMove(row.line.move, value, to, () => detail(row, offer, 0, 0, to)));
    },
  });
  for (const move of ofShape('reduction')) {
    const line = board.line(move, state);
    if (!line.open(0)) continue;
    const { prospect, laid } = line.at(0);
    const left: State = { ...state, ...prospect.after };
    const rest = left.balance > 0 && solveRest ? solveRest(left, move) : null;
    const after = rest?.best({ month: 0, made: 0 })?.alpha ?? NOTHING;
    const g = laid.gradient(weights, 0);
    const alpha = perKind((k) => g[k]! - (prospect.relationship ?? 0) * R[k]! + after[k]!);
    first.push({ move, value: dot(weights, alpha), alpha, to: null, rest });
  }
  chosen[0]![0] = first.reduce<ValuedMove | null>((top, next) => (top && top.value >= next.value ? top : next), null);

  return {
    board,
    moves: board.moves.filter(allowed),
    offers: offers.map(({ move }) => move),
    months,
    state,
    weights: ({ month, made }) => open[made]![month]!,
    value: valueAt,
    best: ({ month, made }) => chosen[made]![month] ?? null,
    first,
    stateAfter: (made) => states[made]!,
    reckoned: (move, month) => reckonedMonth(board, offers.find((offer) => offer.move === move)?.first ?? month, month),
    ordinary,
  };
}

const NOTHING: PerKind = every(0);

/** Value of a move that is not open. */
const NOT_OPEN = Number.NEGATIVE_INFINITY;

/** Yen by which a ceiling may miss the value it bounds: only rounding lies between them. */
const SLACK = 1e-3;

/** Those who take up an offer and can still answer for it, as they behave. Written to `u`. */
export function takers(
  w: PerKind,
  taken: PerKind,
  sound: PerKind,
  lapses: boolean,
  u: PerKind = new Float64Array(KIND_COUNT),
): PerKind {
  for (let k = 0; k < KIND_COUNT; k++) u[k] = w[k]! * taken[k]! * (lapses ? sound[k]! : 1);
  return lapses ? u : drift(u, sound, u);
}

/** Those who do not take up an offer, written to `out`. */
function refusing(w: PerKind, taken: PerKind, out: PerKind): PerKind {
  for (let k = 0; k < KIND_COUNT; k++) out[k] = w[k]! * (1 - taken[k]!);
  return out;
}

/** Weight of those whose yes is empty, because they have failed since. */
function lapsing(w: PerKind, taken: PerKind, sound: PerKind): number {
  let lapsed = 0;
  for (let k = 0; k < KIND_COUNT; k++) lapsed += w[k]! * taken[k]! * (1 - sound[k]!);
  return lapsed;
}

/** Takes the moves that are open at a node; those that cannot reach `least` need not be valued (their value is null). */
interface MoveSink {
  readonly least: number;
  readonly take: (row: MoveSteps, offer: number, value: number | null, to: ProgrammeNode | null) => void;
}

/** The best move of a node; the first taken wins a tie. */
class BestMove implements MoveSink {
  row: MoveSteps | null = null;
  /** Number of the offer, -1 for any other move. */
  offer = -1;
  value = 0;
  to: ProgrammeNode | null = null;
  least = NOT_OPEN;

  /** Begins a node at which some move is known to bring `least`. */
  begin(least: number): void {
    this.row = null;
    this.least = least;
  }

  take(row: MoveSteps, offer: number, value: number | null, to: ProgrammeNode | null): void {
    if (value === null || (this.row && value <= this.value)) return;
    this.row = row;
    this.offer = offer;
    this.value = value;
    this.to = to;
    if (value > this.least) this.least = value;
  }
}

/** w·(a + b∘c). */
function dotSum(w: PerKind, a: PerKind, b: PerKind, c: PerKind): number {
  let sum = 0;
  for (let k = 0; k < KIND_COUNT; k++) sum += w[k]! * (a[k]! + b[k]! * c[k]!);
  return sum;
}

/** A move with its value. It computes the value per kind on demand, because mostly the chosen path alone needs it. */
class LazyValuedMove implements ValuedMove {
  readonly move: Move;
  readonly value: number;
  readonly to: ProgrammeNode | null;
  readonly rest = null;
  #alpha: PerKind | null = null;
  readonly #detail: () => PerKind;

  constructor(move: Move, value: number, to: ProgrammeNode | null, detail: () => PerKind) {
    this.move = move;
    this.value = value;
    this.to = to;
    this.#detail = detail;
  }

  get alpha(): PerKind {
    this.#alpha ??= this.#detail();
    return this.#alpha;
  }
}

/** a + b∘c. */
function plusProduct(a: PerKind, b: PerKind, c: PerKind): PerKind {
  const out = new Float64Array(KIND_COUNT);
  for (let k = 0; k < KIND_COUNT; k++) out[k] = a[k]! + b[k]! * c[k]!;
  return out;
}

/** One step of an effort in month `i`, per unit of labelled weight. */
export function stepOf(
  board: MoveBoard,
  prospect: Prospect,
  worth: CompiledTree,
  i: number,
  sound: PerKind,
  R: PerKind,
): EffortStep {
  const { discount } = board.terms;
  const d = discount(i);
  const delay = i - worth.start;
  const window = prospect.window ?? 1;
  const loss = prospect.relationship ?? 0;
  const stays = undrift(prospect.staysOpen!, sound);
  const back = prospect.flowsIfOpen ? -costOf(prospect.flowsIfOpen, i + window, board) * discount(i + window) : 0;
  const failed = worth.v0[INSOLVENT]! + delay * worth.v1[INSOLVENT]!;
  const gain = new Float64Array(KIND_COUNT);
  for (let k = 0; k < KIND_COUNT; k++) {
    const behaving = sound[k]! * (worth.v0[k]! + delay * worth.v1[k]!) + (1 - sound[k]!) * failed;
    gain[k] = d * (behaving - loss * R[k]!) + back * stays[k]!;
  }
  return { gain, stays, window };
}
