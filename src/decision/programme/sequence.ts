// The best sequence: a finite-horizon dynamic programme on (month, set of offers already made), solved exactly (docs/model.md 5 and 8).
// While the claim stays unpaid the only news is "still unpaid" and refusals; both multiply each weight by a known factor, so the belief
// after any history depends on the month and the set of offers alone.

import { dot, type PerKind, zeros } from '../../assumptions/kinds.ts';
import { numberAt, placeAt, type Row } from '../../numbers/row.ts';
import { type EffortStep, effortAlpha, effortThen, effortValue } from '../shapes/effort.ts';
import { exitAlpha, exitValue } from '../shapes/exit.ts';
import type { NodeView, ValuedNode } from '../shapes/node_view.ts';
import { offerAlpha, offerValue, reckonedMonth, refusing } from '../shapes/offer.ts';
import { type ReductionEntry, reductionAlpha } from '../shapes/reduction.ts';
import type { Move } from '../tree/family_tree.ts';
import { dotAt, drift, productAt, vectorAt } from '../vector.ts';
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

/** Where a move leads that ends our part. */
const NOWHERE = -1;

/** One programme in one world. Its tables are read by the number of a node: the set of offers made times the months, plus the month. */
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
  readonly #open: PerKind[] = [];
  readonly #values: Row;
  readonly #entries: (Entry | null)[] = [];
  readonly #leads: Int32Array;
  readonly #moves: (ValuedMove | null | undefined)[] = [];
  readonly #best = new BestMove();
  /** The node at hand, written over from node to node. */
  readonly #here: NodeAtHand;
  readonly #today: ValuedMove | null;

  constructor(problem: SequenceProblem) {
    const { timetable, row } = problem;
    this.timetable = timetable;
    this.row = row;
    this.#problem = problem;
    this.#months = timetable.months;
    this.#world = timetable.monthsIn(row);
    const sets = timetable.states.length;
    for (let made = 0; made < sets; made++) this.#openAfter(made);
    this.#values = new Float64Array(sets * (this.#months + 1));
    this.#leads = new Int32Array(sets * (this.#months + 1));
    this.#here = new NodeAtHand(row, this.#world);
    const after = [...timetable.states.keys()].filter((made) => timetable.comesAbout(made)).reverse();
    for (let month = this.#months; month >= 1; month--) for (const made of after) this.#settle(made, month);
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
    return entryOf(this.#open, this.#number(made, month));
  }

  value({ made, month }: ProgrammeNode): number {
    return month === 0 && made === 0 ? (this.#today?.value ?? 0) : numberAt(this.#values, this.#number(made, month));
  }

  best({ made, month }: ProgrammeNode): ValuedMove | null {
    if (month === 0) return made === 0 ? this.#today : null;
    return this.#bestAt(this.#number(made, month));
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

  #number(made: number, month: number): number {
    return made * (this.#months + 1) + month;
  }

  #node(number: number): ProgrammeNode {
    const months = this.#months + 1;
    return { month: number % months, made: Math.floor(number / months) };
  }

  /** Weights of those still open after a set of offers, month by month. */
  #openAfter(made: number): void {
    const { acceptance } = this.timetable;
    const pursuit = entryOf(this.timetable.pursuit, made);
    let open = this.#problem.weights;
    for (let offer = 0; offer < acceptance.length; offer++)
      if (made & (1 << offer)) open = refusing(open, this.#acceptanceAt(entryOf(acceptance, offer)));
    this.#open.push(open);
    for (let month = 0; month < this.#months; month++) {
      const step = pursuit[month];
      if (step) open = productAt(this.row, step.stays, open);
      this.#open.push(open);
    }
  }

  #acceptanceAt(place: number): PerKind {
    const known = this.#acceptance.get(place);
    if (known) return known;
    const read = vectorAt(this.row, place);
    this.#acceptance.set(place, read);
    return read;
  }

  #bestAt(number: number): ValuedMove | null {
    let move = this.#moves[number];
    if (move === undefined) {
      const entry = this.#entries[number] ?? null;
      move = entry && this.#made(entry, placeAt(this.#leads, number), numberAt(this.#values, number), number);
      this.#moves[number] = move;
    }
    return move;
  }

  #alphaAt(number: number): PerKind {
    return this.#bestAt(number)?.alpha ?? NOTHING;
  }

  /** What those who do not take up an offer are worth per unit: ordinary pursuit goes on with them while it is considered. */
  #refusers({ made, month }: ProgrammeNode, to: number): PerKind {
    const pursuit = entryOf(this.timetable.pursuit, made);
    let rest = this.#alphaAt(to);
    for (let during = (to % (this.#months + 1)) - 1; during >= month; during--) {
      const step = pursuit[during];
      if (step) rest = effortAlpha(this.row, step, rest);
    }
    return rest;
  }

  /** What ordinary pursuit brings from those who do not take up an offer, while it is considered. */
  #meanwhile(made: number, acceptance: PerKind, until: number): number {
    const pursuit = entryOf(this.timetable.pursuit, made);
    let others = refusing(this.#here.labelled, acceptance);
    let value = 0;
    for (let during = this.#here.month; during < until; during++) {
      const step = pursuit[during];
      if (!step) continue;
      value += dotAt(this.row, step.gain, others);
      if (during + 1 < until) others = productAt(this.row, step.stays, others);
    }
    return value;
  }

  /** Hands the moves that are open at a node to `sink`, which says what they must reach; those that cannot are passed over. */
  #movesAt(made: number, month: number, sink: MoveSink): void {
    const { exits, efforts, offers } = this.timetable.at(made, month);
    const here = this.#here;
    here.set(month, entryOf(this.#open, this.#number(made, month)));
    for (let i = 0; i < exits.length; i++) {
      const entry = entryOf(exits, i);
      if (entry.shape === 'exit') sink.take(entry, NOWHERE, exitValue(entry, here, sink.least));
      else this.#goOn(entry, made, month, sink);
    }
    for (let i = 0; i < efforts.length; i++) this.#goOn(entryOf(efforts, i), made, month, sink);
    for (let offer = 0; offer < offers.length; offer++) {
      const entry = offers[offer];
      if (!entry || month + entry.window > this.#months) continue;
      const to = this.#number(made | (1 << offer), month + entry.window);
      const acceptance = this.#acceptanceAt(entry.acceptance);
      const others = this.#meanwhile(made, acceptance, month + entry.window) + numberAt(this.#values, to);
      sink.take(entry, to, offerValue(entry, here, { acceptance, others }, sink.least));
    }
  }

  #goOn(step: EffortStep, made: number, month: number, sink: MoveSink): void {
    if (month + step.window > this.#months) return;
    const to = this.#number(made, month + step.window);
    const { labelled } = this.#here;
    // Those who stay open under ordinary pursuit are the weights of the next node, whose value is known.
    const value =
      step.move === this.timetable.ordinary
        ? effortThen(this.row, step, labelled, numberAt(this.#values, to))
        : effortValue(this.row, step, labelled, this.#alphaAt(to));
    sink.take(step, to, value);
  }

  /** The value per kind of a move from a node. */
  #alphaOf(entry: Entry, to: number, node: ProgrammeNode): PerKind {
    if (entry.shape === 'exit') return exitAlpha(entry, this.view(node));
    if (entry.shape === 'effort') return effortAlpha(this.row, entry, this.#alphaAt(to));
    if (entry.shape === 'offer') return offerAlpha(entry, this.view(node), this.#refusers(node, to));
    throw new RangeError('a reduction is made on the valuation day');
  }

  #made(entry: Entry, to: number, value: number, number: number): ValuedMove {
    const leads = to === NOWHERE ? null : this.#node(to);
    return new LazyValuedMove(entry, leads, value, () => this.#alphaOf(entry, to, this.#node(number)));
  }

  /** What going on with ordinary pursuit brings, cheap to know: the other moves must reach it. */
  #goingOn(made: number, month: number): number {
    const step = this.timetable.at(made, month).efforts.find(({ move }) => move === this.timetable.ordinary);
    if (!step || month + step.window > this.#months) return NOT_OPEN;
    const after = numberAt(this.#values, this.#number(made, month + step.window));
    return effortThen(this.row, step, entryOf(this.#open, this.#number(made, month)), after);
  }

  #settle(made: number, month: number): void {
    this.#best.begin(this.#goingOn(made, month));
    this.#movesAt(made, month, this.#best);
    const { entry, to, value } = this.#best;
    const number = this.#number(made, month);
    this.#entries[number] = entry;
    this.#leads[number] = to;
    this.#values[number] = entry ? value : 0;
  }

  /** Every move that is open at a node, valued in full; reductions are made on the valuation day alone. */
  movesAt({ made, month }: ProgrammeNode): ValuedMove[] {
    const open: ValuedMove[] = [];
    const number = this.#number(made, month);
    this.#movesAt(made, month, {
      least: NOT_OPEN,
      take: (entry, to, value) => {
        if (value !== null) open.push(this.#made(entry, to, value, number));
      },
    });
    return open;
  }

  #firstMoves(): ValuedMove[] {
    const first = this.movesAt({ made: 0, month: 0 });
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

/** The node at hand. */
class NodeAtHand implements ValuedNode {
  readonly n: Row;
  readonly relationship: PerKind;
  readonly behaving = [0, 0, 0, 0, 0];
  readonly behavingInCourt = [0, 0, 0, 0, 0];
  readonly takers = [0, 0, 0, 0, 0];
  month = 0;
  labelled: PerKind = NOTHING;
  sound: PerKind = NOTHING;
  inCourt: PerKind = NOTHING;
  discount = 1;
  relationshipOpen = 0;
  readonly #world: MonthsOfWorld;

  constructor(n: Row, world: MonthsOfWorld) {
    this.n = n;
    this.#world = world;
    this.relationship = world.relationship ?? NOTHING;
  }

  set(month: number, labelled: PerKind): void {
    const { sound, inCourt, discounts, relationship } = this.#world;
    this.month = month;
    this.labelled = labelled;
    this.sound = entryOf(sound, month);
    this.inCourt = entryOf(inCourt, month);
    this.discount = entryOf(discounts, month);
    this.relationshipOpen = relationship === null ? 0 : dot(labelled, relationship);
    drift(labelled, this.sound, this.behaving);
    drift(labelled, this.inCourt, this.behavingInCourt);
  }
}

/** Takes the moves that are open at a node; those that cannot reach `least` need not be valued (their value is null). */
interface MoveSink {
  readonly least: number;
  readonly take: (entry: Entry, to: number, value: number | null) => void;
}

/** The best move of a node; the first taken wins a tie. */
class BestMove implements MoveSink {
  entry: Entry | null = null;
  to = NOWHERE;
  value = 0;
  least = NOT_OPEN;

  /** Begins a node at which some move is known to bring `least`. */
  begin(least: number): void {
    this.entry = null;
    this.least = least;
  }

  take(entry: Entry, to: number, value: number | null): void {
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

  constructor(entry: Entry, to: ProgrammeNode | null, value: number, detail: () => PerKind) {
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
