// The best sequence: a finite-horizon dynamic programme on (month, set of offers already made), solved exactly (docs/model.md 5 and 8).
// While the claim stays unpaid the only news is "still unpaid" and refusals; both multiply each weight by a known factor, so the belief
// after any history depends on the month and the set of offers alone.

import { dot, type PerKind, zeros } from '../../assumptions/kinds.ts';
import { type EffortStep, effortAlpha, effortThen, effortValue } from '../shapes/effort.ts';
import { exitAlpha, exitValue } from '../shapes/exit.ts';
import type { NodeView } from '../shapes/node_view.ts';
import { offerAlpha, offerValue, reckonedMonth, refusing } from '../shapes/offer.ts';
import { type ReductionEntry, reductionAlpha } from '../shapes/reduction.ts';
import type { Move } from '../tree/family_tree.ts';
import { dotAt, drift, productAt, vectorAt } from '../vector.ts';
import { type Row } from '../../numbers/row.ts';
import type { ProgrammeNode, Solution, ValuedMove } from './solution.ts';
import { type Entry, entryOf, type MonthsOfWorld, type Timetable, viewOf } from './timetable.ts';

/** What to solve on a timetable. */
export interface SequenceProblem {
  readonly timetable: Timetable;
  /** The numbers of the world. */
  readonly row: Row;
  readonly weights: PerKind;
  /** Solves the smaller claim that a reduction leaves; without it nothing follows a reduction. */
  readonly solveRest?: ((left: ReductionEntry) => Solution) | undefined;
}

/**
 * Solves the programme. Every value is a present value on the valuation day in yen.
 * Cost: (months + 1)·2^offers nodes, each with a handful of multiply-adds per move and kind.
 */
export const solve = (problem: SequenceProblem): Solution => new Sequence(problem);

/** One programme in one world with its tables, read by set of offers, then by month. */
class Sequence implements Solution {
  readonly timetable: Timetable;
  readonly row: Row;
  readonly first: readonly ValuedMove[];
  readonly #problem: SequenceProblem;
  readonly #months: number;
  readonly #world: MonthsOfWorld;
  /** The shares that take offers up, by their places. */
  readonly #acceptance = new Map<number, PerKind>();
  /** Weights of those still open. */
  readonly #open: readonly (readonly PerKind[])[];
  readonly #values: readonly Float64Array[];
  readonly #chosen: readonly (MoveAtNode | null)[][];
  readonly #moves: (ValuedMove | null | undefined)[][];
  readonly #best = new BestMove();
  readonly #today: ValuedMove | null;

  constructor(problem: SequenceProblem) {
    const { timetable, row } = problem;
    this.timetable = timetable;
    this.row = row;
    this.#problem = problem;
    this.#months = timetable.months;
    this.#world = timetable.monthsIn(row);
    this.#open = timetable.states.map((_, made) => this.#openAfter(made));
    this.#values = timetable.states.map(() => new Float64Array(this.#months + 1));
    this.#chosen = timetable.states.map(() => []);
    this.#moves = timetable.states.map(() => []);
    for (let month = this.#months; month >= 1; month--)
      for (let made = timetable.states.length - 1; made >= 0; made--) this.#settle({ made, month });
    this.first = this.#firstMoves();
    this.#today = this.first.reduce<ValuedMove | null>(
      (top, next) => (top && top.value >= next.value ? top : next),
      null,
    );
  }

  get board(): Timetable['board'] {
    return this.timetable.board;
  }

  get moves(): readonly Move[] {
    return this.timetable.moves;
  }

  get offers(): readonly Move[] {
    return this.timetable.offers.map(({ move }) => move);
  }

  get months(): number {
    return this.#months;
  }

  get state(): Timetable['state'] {
    return this.timetable.state;
  }

  get ordinary(): Move | null {
    return this.timetable.ordinary;
  }

  weights({ made, month }: ProgrammeNode): PerKind {
    return entryOf(entryOf(this.#open, made), month);
  }

  value({ made, month }: ProgrammeNode): number {
    if (month === 0 && made === 0) return this.#today?.value ?? 0;
    return entryOf(this.#values, made)[month] ?? 0;
  }

  best(node: ProgrammeNode): ValuedMove | null {
    if (node.month === 0) return node.made === 0 ? this.#today : null;
    const moves = entryOf(this.#moves, node.made);
    if (moves[node.month] === undefined) {
      const chosen = entryOf(this.#chosen, node.made)[node.month];
      moves[node.month] = chosen ? this.#made(chosen, this.value(node), node) : null;
    }
    return moves[node.month] ?? null;
  }

  stateAfter(made: number): Timetable['state'] {
    return entryOf(this.timetable.states, made);
  }

  reckoned(move: Move, month: number): number {
    const first = this.timetable.offers.find((offer) => offer.move === move)?.first ?? month;
    return reckonedMonth(this.board, first, month);
  }

  view(node: ProgrammeNode): NodeView {
    return viewOf(this.row, this.#world, node.month, this.weights(node));
  }

  /** Weights of those still open after a set of offers, month by month. */
  #openAfter(made: number): PerKind[] {
    const { acceptance, pursuit } = this.timetable;
    let open = this.#problem.weights;
    for (const [offer, at] of acceptance.entries())
      if (made & (1 << offer)) open = refusing(open, this.#acceptanceAt(at));
    const months = [open];
    for (let month = 0; month < this.#months; month++) {
      const step = entryOf(pursuit, made)[month];
      if (step) open = productAt(this.row, step.stays, open);
      months.push(open);
    }
    return months;
  }

  #acceptanceAt(place: number): PerKind {
    const known = this.#acceptance.get(place);
    if (known) return known;
    const read = vectorAt(this.row, place);
    this.#acceptance.set(place, read);
    return read;
  }

  #alphaAt(node: ProgrammeNode): PerKind {
    return this.best(node)?.alpha ?? NOTHING;
  }

  #effortValue(step: EffortStep, labelled: PerKind, to: ProgrammeNode): number {
    // Those who stay open under ordinary pursuit are the weights of the next node, whose value is known.
    return step.move === this.timetable.ordinary
      ? effortThen(this.row, step, labelled, this.value(to))
      : effortValue(this.row, step, labelled, this.#alphaAt(to));
  }

  /** What those who do not take up an offer are worth per unit: ordinary pursuit goes on with them while it is considered. */
  #refusers({ made, month }: ProgrammeNode, to: ProgrammeNode): PerKind {
    const pursuit = entryOf(this.timetable.pursuit, made);
    let rest = this.#alphaAt(to);
    for (let during = to.month - 1; during >= month; during--) {
      const step = pursuit[during];
      if (step) rest = effortAlpha(this.row, step, rest);
    }
    return rest;
  }

  /** What ordinary pursuit brings from those who do not take up an offer, while it is considered. */
  #meanwhile({ made, month }: ProgrammeNode, labelled: PerKind, acceptance: PerKind, until: number): number {
    const pursuit = entryOf(this.timetable.pursuit, made);
    let others = refusing(labelled, acceptance);
    let value = 0;
    for (let during = month; during < until; during++) {
      const step = pursuit[during];
      if (!step) continue;
      value += dotAt(this.row, step.gain, others);
      if (during + 1 < until) others = productAt(this.row, step.stays, others);
    }
    return value;
  }

  /** Hands the moves that are open at a node to `sink`, which says what they must reach; those that cannot are passed over. */
  #movesAt(node: ProgrammeNode, sink: MoveSink): void {
    const { made, month } = node;
    const { exits, efforts, offers } = this.timetable.at(node);
    const view = this.view(node);
    const { labelled } = view;
    const behaving = drift(labelled, view.sound);
    for (const entry of exits)
      if (entry.shape === 'exit') sink.take(entry, null, exitValue(entry, view, behaving, sink.least));
      else this.#goOn(entry, labelled, node, sink);
    for (const entry of efforts) this.#goOn(entry, labelled, node, sink);
    for (let offer = 0; offer < offers.length; offer++) {
      const entry = offers[offer];
      if (!entry || month + entry.window > this.#months) continue;
      const to = { month: month + entry.window, made: made | (1 << offer) };
      const acceptance = this.#acceptanceAt(entry.acceptance);
      const others = this.#meanwhile(node, labelled, acceptance, to.month) + this.value(to);
      sink.take(entry, to, offerValue(entry, view, { acceptance, others }, sink.least));
    }
  }

  #goOn(entry: EffortStep, labelled: PerKind, { month, made }: ProgrammeNode, sink: MoveSink): void {
    const to = { month: month + entry.window, made };
    if (to.month <= this.#months) sink.take(entry, to, this.#effortValue(entry, labelled, to));
  }

  /** The value per kind of a move from a node. */
  #alphaOf({ entry, to }: MoveAtNode, node: ProgrammeNode): PerKind {
    if (entry.shape === 'exit') return exitAlpha(entry, this.view(node));
    if (to === null) throw new RangeError('a move that leaves the claim open leads to a node');
    if (entry.shape === 'effort') return effortAlpha(this.row, entry, this.#alphaAt(to));
    if (entry.shape === 'offer') return offerAlpha(entry, this.view(node), this.#refusers(node, to));
    throw new RangeError('a reduction is made on the valuation day');
  }

  #made(at: MoveAtNode, value: number, node: ProgrammeNode): ValuedMove {
    return new LazyValuedMove(at, value, () => this.#alphaOf(at, node));
  }

  /** What going on with ordinary pursuit brings, cheap to know: the other moves must reach it. */
  #goingOn(node: ProgrammeNode): number {
    const step = this.timetable.pursues ? entryOf(this.timetable.pursuit, node.made)[node.month] : null;
    if (!step || node.month + step.window > this.#months) return NOT_OPEN;
    const to = { made: node.made, month: node.month + step.window };
    return effortThen(this.row, step, this.weights(node), this.value(to));
  }

  #settle(node: ProgrammeNode): void {
    this.#best.begin(this.#goingOn(node));
    this.#movesAt(node, this.#best);
    const { entry, to, value } = this.#best;
    entryOf(this.#chosen, node.made)[node.month] = entry && { entry, to };
    entryOf(this.#values, node.made)[node.month] = entry ? value : 0;
  }

  /** Every move that is open on the valuation day, valued in full. */
  #firstMoves(): ValuedMove[] {
    const today = { month: 0, made: 0 };
    const first: ValuedMove[] = [];
    this.#movesAt(today, {
      least: NOT_OPEN,
      take: (entry, to, value) => {
        if (value !== null) first.push(this.#made({ entry, to }, value, today));
      },
    });
    for (const entry of this.timetable.reductions) first.push(this.#reduced(entry));
    return first;
  }

  #reduced(entry: ReductionEntry): ValuedMove {
    const { weights, solveRest } = this.#problem;
    const today = { month: 0, made: 0 };
    const rest = entry.left.balance > 0 && solveRest ? solveRest(entry) : null;
    const alpha = reductionAlpha(entry, this.view(today), rest?.best(today)?.alpha ?? NOTHING);
    return { move: entry.move, entry, value: dot(weights, alpha), alpha, to: null, rest };
  }
}

const NOTHING: PerKind = zeros();

/** Value of a move that is not open. */
const NOT_OPEN = Number.NEGATIVE_INFINITY;

/** A move at a node, and where it leads. */
interface MoveAtNode {
  readonly entry: Entry;
  readonly to: ProgrammeNode | null;
}

/** Takes the moves that are open at a node; those that cannot reach `least` need not be valued (their value is null). */
interface MoveSink {
  readonly least: number;
  readonly take: (entry: Entry, to: ProgrammeNode | null, value: number | null) => void;
}

/** The best move of a node; the first taken wins a tie. */
class BestMove implements MoveSink {
  entry: Entry | null = null;
  to: ProgrammeNode | null = null;
  value = 0;
  least = NOT_OPEN;

  /** Begins a node at which some move is known to bring `least`. */
  begin(least: number): void {
    this.entry = null;
    this.least = least;
  }

  take(entry: Entry, to: ProgrammeNode | null, value: number | null): void {
    if (value === null || (this.entry && value <= this.value)) return;
    this.entry = entry;
    this.to = to;
    this.value = value;
    if (value > this.least) this.least = value;
  }
}

/** A move with its value. It computes the value per kind on demand, because mostly the chosen path alone needs it. */
class LazyValuedMove implements ValuedMove {
  readonly entry: Entry;
  readonly value: number;
  readonly to: ProgrammeNode | null;
  readonly rest = null;
  #alpha: PerKind | null = null;
  readonly #detail: () => PerKind;

  constructor({ entry, to }: MoveAtNode, value: number, detail: () => PerKind) {
    this.entry = entry;
    this.value = value;
    this.to = to;
    this.#detail = detail;
  }

  get move(): Move {
    return this.entry.move;
  }

  get alpha(): PerKind {
    this.#alpha ??= this.#detail();
    return this.#alpha;
  }
}
