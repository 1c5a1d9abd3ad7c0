// The best sequence: a finite-horizon dynamic programme on (month, set of offers already made), solved exactly (docs/model.md 5 and 8).
// While the claim stays unpaid the only news is "still unpaid" and refusals; both multiply each weight by a known factor, so the belief
// after any history depends on the month and the set of offers alone.

import { dot, every, ofKind, type PerKind, perKind, product } from '../../assumptions/kinds.ts';
import type { Prospect, Shape, State } from '../../options/option.ts';
import { relationshipValue, stillSound } from '../shapes/case_values.ts';
import { type EffortStep, effortStep } from '../shapes/effort.ts';
import { exitAlpha, exitValue } from '../shapes/exit.ts';
import type { NodeView } from '../shapes/node_view.ts';
import { acceptanceOf, type OfferAtNode, offerAlpha, offerValue, reckonedMonth, refusing } from '../shapes/offer.ts';
import { leftBy, reductionAlpha } from '../shapes/reduction.ts';
import type { Move } from '../tree/scalable_tree.ts';
import { dotSum, drift, plusProduct } from '../vector.ts';
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

/** The first month in which a move may be started, or null. */
export function firstOpenMonth(line: MoveTimeline, months: number): number | null {
  for (let month = 0; month <= months; month++) if (line.open(month)) return month;
  return null;
}

/** A timeline over the months: what it answers where it is open, and, of an effort, its steps as they are needed. */
interface MoveSteps {
  readonly line: MoveTimeline;
  readonly stated: readonly (MoveInMonth | null)[];
  readonly steps: EffortStep[];
}

interface OfferMove {
  readonly move: Move;
  readonly first: number;
  readonly prospect: Prospect;
}

/** An entry that must be there. Throws `RangeError` where a table is shorter than what is looked up in it. */
function entry<T>(table: readonly T[], place: number): T {
  const found = table[place];
  if (found === undefined) throw new RangeError('a table of the programme is too short');
  return found;
}

/**
 * Solves the programme. Every value is a present value on the valuation day in yen.
 * Cost: (months + 1)·2^offers nodes, each with a handful of multiply-adds per move and kind.
 */
export const solve = (board: MoveBoard, problem: SequenceProblem): Solution => new Sequence(board, problem).solution();

/** One programme with its tables. Sets of offers made are bit masks, and tables are read by set, then by month. */
class Sequence {
  readonly #board: MoveBoard;
  readonly #problem: SequenceProblem;
  readonly #months: number;
  readonly #relationship: PerKind;
  readonly #discounts: readonly number[];
  readonly #sound: readonly PerKind[];
  /** The effort that goes on while an offer is considered, and whether it may be made by itself, too. */
  readonly #ordinary: Move | null;
  readonly #pursues: boolean;
  readonly #offers: readonly OfferMove[];
  /** The claim after each set of offers. */
  readonly #states: readonly State[];
  readonly #exits: readonly (readonly MoveSteps[])[];
  readonly #efforts: readonly (readonly MoveSteps[])[];
  readonly #offered: readonly (readonly MoveSteps[])[];
  /** Ordinary pursuit; null where it is closed. */
  readonly #pursuit: readonly (readonly (EffortStep | null)[])[];
  /** Weights of those still open. */
  readonly #open: readonly (readonly PerKind[])[];
  readonly #chosen: (ValuedMove | null)[][];
  /** Claims alike in everything share their timelines, and timelines their steps. */
  readonly #known = new Map<MoveTimeline, MoveSteps>();
  /** Weights at the node at hand, written over from node to node. */
  readonly #here = { behaving: every(0), takers: every(0), others: every(0) };
  readonly #best = new BestMove();

  constructor(board: MoveBoard, problem: SequenceProblem) {
    const { state } = problem;
    this.#board = board;
    this.#problem = problem;
    this.#months = problem.months ?? horizonOf(board.case.facts.due_in);
    this.#relationship = relationshipValue(board);
    this.#discounts = Array.from({ length: this.#months + 1 }, (_, month) => board.terms.discount(month));
    this.#sound = this.#discounts.map((_, month) => stillSound(board, month));
    this.#ordinary = board.moves.find(({ option }) => option.shape === 'effort') ?? null;
    this.#pursues = this.#ordinary !== null && this.#isAllowed(this.#ordinary);
    this.#offers = this.#movesOf('offer').flatMap((move) => this.#offerOf(move) ?? []);
    this.#states = this.#statesAfterOffers();
    const exits = this.#movesOf('exit').filter(
      ({ option }) => option.follows.includes('fresh') || state.standing !== 'fresh',
    );
    this.#exits = this.#tableOf(exits).map((of) => of.filter(({ line }) => !line.never));
    this.#efforts = this.#tableOf(this.#movesOf('effort'));
    this.#offered = this.#tableOf(this.#offers.map(({ move }) => move));
    this.#pursuit = this.#states.map((after) => this.#pursuitOf(after));
    this.#open = this.#states.map((_, made) => this.#openAfter(made));
    this.#chosen = this.#open.map((months) => months.map(() => null));
  }

  #isAllowed(move: Move): boolean {
    return this.#problem.allowed?.(move) ?? true;
  }

  #movesOf(shape: Shape): Move[] {
    return this.#board.moves.filter((move) => move.option.shape === shape && this.#isAllowed(move));
  }

  #offerOf(move: Move): OfferMove | null {
    const line = this.#board.line(move, this.#problem.state);
    const first = firstOpenMonth(line, this.#months);
    return first === null ? null : { move, first, prospect: line.at(first).prospect };
  }

  #statesAfterOffers(): State[] {
    return Array.from({ length: 1 << this.#offers.length }, (_, made) => {
      const left = this.#offers.map(({ prospect }, offer) => (made & (1 << offer) ? prospect.after : undefined));
      return Object.assign({}, this.#problem.state, ...left);
    });
  }

  #stepsOf(move: Move, after: State): MoveSteps {
    const line = this.#board.line(move, after);
    let known = this.#known.get(line);
    if (!known) {
      known = { line, stated: this.#sound.map((_, month) => (line.open(month) ? line.at(month) : null)), steps: [] };
      this.#known.set(line, known);
    }
    return known;
  }

  #tableOf(moves: readonly Move[]): MoveSteps[][] {
    return this.#states.map((after) => moves.map((move) => this.#stepsOf(move, after)));
  }

  #step({ steps }: MoveSteps, { prospect, worth }: MoveInMonth, month: number): EffortStep {
    steps[month] ??= effortStep(this.#board, prospect, worth, month);
    return steps[month];
  }

  #pursuitOf(after: State): (EffortStep | null)[] {
    const steps = this.#ordinary && this.#stepsOf(this.#ordinary, after);
    return this.#sound.map((_, month) => {
      const stated = month < this.#months && steps?.stated[month];
      return steps && stated ? this.#step(steps, stated, month) : null;
    });
  }

  /** Weights of those still open after a set of offers, month by month. */
  #openAfter(made: number): PerKind[] {
    const refused = this.#offers.flatMap(({ prospect }, offer) =>
      made & (1 << offer) ? [acceptanceOf(prospect)] : [],
    );
    let open = perKind((k) =>
      refused.reduce((share, acceptance) => share * (1 - ofKind(acceptance, k)), ofKind(this.#problem.weights, k)),
    );
    const months = [open];
    for (let month = 0; month < this.#months; month++) {
      const step = entry(entry(this.#pursuit, made), month);
      if (step) open = product(open, step.stays);
      months.push(open);
    }
    return months;
  }

  #weightsAt({ made, month }: ProgrammeNode): PerKind {
    return entry(entry(this.#open, made), month);
  }

  #bestAt({ made, month }: ProgrammeNode): ValuedMove | null {
    return entry(entry(this.#chosen, made), month);
  }

  #valueAt(node: ProgrammeNode): number {
    return this.#bestAt(node)?.value ?? 0;
  }

  #alphaAt(node: ProgrammeNode): PerKind {
    return this.#bestAt(node)?.alpha ?? NOTHING;
  }

  /** A node as the shapes see it; who behaves how is written to `behaving`. */
  #view(node: ProgrammeNode, behaving?: PerKind): NodeView {
    const labelled = this.#weightsAt(node);
    const sound = entry(this.#sound, node.month);
    return {
      board: this.#board,
      month: node.month,
      labelled,
      behaving: drift(labelled, sound, behaving),
      sound,
      discount: entry(this.#discounts, node.month),
      relationship: this.#relationship,
      relationshipOpen: dot(labelled, this.#relationship),
    };
  }

  #effortValue(row: MoveSteps, step: EffortStep, labelled: PerKind, to: ProgrammeNode): number {
    // Those who stay open under ordinary pursuit are the weights of the next node, whose value is known.
    if (row.line.move === this.#ordinary) return dot(labelled, step.gain) + this.#valueAt(to);
    return dotSum(labelled, step.gain, step.stays, this.#alphaAt(to));
  }

  /** What those who do not take up an offer are worth per unit: ordinary pursuit goes on with them while it is considered. */
  #refusers({ made, month }: ProgrammeNode, to: ProgrammeNode): PerKind {
    const pursuit = entry(this.#pursuit, made);
    let rest = this.#alphaAt(to);
    for (let during = to.month - 1; during >= month; during--) {
      const step = pursuit[during];
      if (step) rest = plusProduct(step.gain, step.stays, rest);
    }
    return rest;
  }

  /** What ordinary pursuit brings from those who do not take up an offer, while it is considered. */
  #meanwhile({ made, month }: ProgrammeNode, labelled: PerKind, acceptance: PerKind, until: number): number {
    const pursuit = entry(this.#pursuit, made);
    let others = refusing(labelled, acceptance, this.#here.others);
    let value = 0;
    for (let during = month; during < until; during++) {
      const step = pursuit[during];
      if (!step) continue;
      value += dot(others, step.gain);
      if (during + 1 < until) others = product(others, step.stays);
    }
    return value;
  }

  #offerAt(offer: number, stated: MoveInMonth, { made, month }: ProgrammeNode): OfferAtNode {
    const { first } = entry(this.#offers, offer);
    return { stated, state: entry(this.#states, made), reckoned: reckonedMonth(this.#board, first, month) };
  }

  /** Hands the moves that are open at a node to `sink`, which says what they must reach; those that cannot are passed over. */
  #movesAt(node: ProgrammeNode, sink: MoveSink): void {
    const { made, month } = node;
    const view = this.#view(node, this.#here.behaving);
    const goOn = (row: MoveSteps, stated: MoveInMonth): void => {
      const to = { month: month + (stated.prospect.window ?? 1), made };
      if (to.month > this.#months) return;
      const step = this.#step(row, stated, month);
      sink.take({ row, stated, offer: -1, to }, this.#effortValue(row, step, view.labelled, to));
    };
    for (const row of entry(this.#exits, made)) {
      const stated = row.stated[month];
      if (!stated) continue;
      if (stated.prospect.staysOpen) goOn(row, stated);
      else sink.take({ row, stated, offer: -1, to: null }, exitValue(stated, view, sink.least));
    }
    if (month < this.#months)
      for (const row of entry(this.#efforts, made)) {
        const stated = row.stated[month];
        if (stated) goOn(row, stated);
      }
    for (const [offer, row] of entry(this.#offered, made).entries()) {
      const stated = row.stated[month];
      if (made & (1 << offer) || !stated) continue;
      const to = { month: month + (stated.prospect.window ?? 1), made: made | (1 << offer) };
      if (to.month > this.#months) continue;
      const meanwhile = this.#meanwhile(node, view.labelled, acceptanceOf(stated.prospect), to.month);
      const value = offerValue(this.#offerAt(offer, stated, node), view, {
        others: [meanwhile, this.#valueAt(to)],
        least: sink.least,
        buffer: this.#here.takers,
      });
      sink.take({ row, stated, offer, to }, value);
    }
  }

  /** The value per kind of a move from a node. */
  #alphaOf({ row, stated, offer, to }: MoveAtNode, node: ProgrammeNode): PerKind {
    if (!to) return exitAlpha(stated, this.#view(node));
    if (offer < 0) {
      const { gain, stays } = this.#step(row, stated, node.month);
      return plusProduct(gain, stays, this.#alphaAt(to));
    }
    return offerAlpha(this.#offerAt(offer, stated, node), this.#view(node), this.#refusers(node, to));
  }

  #made(at: MoveAtNode, value: number, node: ProgrammeNode): ValuedMove {
    return new LazyValuedMove(at.row.line.move, value, at.to, () => this.#alphaOf(at, node));
  }

  /** What going on with ordinary pursuit brings, cheap to know: the other moves must reach it. */
  #goingOn(node: ProgrammeNode): number {
    const step = this.#pursues ? entry(entry(this.#pursuit, node.made), node.month) : null;
    const month = node.month + (step?.window ?? 1);
    if (!step || month > this.#months) return NOT_OPEN;
    return dot(this.#weightsAt(node), step.gain) + this.#valueAt({ made: node.made, month });
  }

  #settle(node: ProgrammeNode): void {
    this.#best.begin(this.#goingOn(node));
    this.#movesAt(node, this.#best);
    const { at, value } = this.#best;
    entry(this.#chosen, node.made)[node.month] = at && this.#made(at, value, node);
  }

  /** Every move that is open on the valuation day, valued in full. */
  #firstMoves(): ValuedMove[] {
    const today = { month: 0, made: 0 };
    const first: ValuedMove[] = [];
    this.#movesAt(today, {
      least: NOT_OPEN,
      take: (at, value) => {
        if (value !== null) first.push(this.#made(at, value, today));
      },
    });
    for (const move of this.#movesOf('reduction')) {
      const line = this.#board.line(move, this.#problem.state);
      if (line.open(0)) first.push(this.#reduced(move, line.at(0)));
    }
    return first;
  }

  #reduced(move: Move, stated: MoveInMonth): ValuedMove {
    const { weights, state, solveRest } = this.#problem;
    const left = leftBy(state, stated);
    const rest = left.balance > 0 && solveRest ? solveRest(left, move) : null;
    const after = rest?.best({ month: 0, made: 0 })?.alpha ?? NOTHING;
    const alpha = reductionAlpha(stated, weights, this.#relationship, after);
    return { move, value: dot(weights, alpha), alpha, to: null, rest };
  }

  solution(): Solution {
    for (let month = this.#months; month >= 1; month--)
      for (let made = this.#states.length - 1; made >= 0; made--) this.#settle({ made, month });
    const first = this.#firstMoves();
    const best = first.reduce<ValuedMove | null>((top, next) => (top && top.value >= next.value ? top : next), null);
    entry(this.#chosen, 0)[0] = best;
    const board = this.#board;
    return {
      board,
      moves: board.moves.filter((move) => this.#isAllowed(move)),
      offers: this.#offers.map(({ move }) => move),
      months: this.#months,
      state: this.#problem.state,
      weights: (node) => this.#weightsAt(node),
      value: (node) => this.#valueAt(node),
      best: (node) => this.#bestAt(node),
      first,
      stateAfter: (made) => entry(this.#states, made),
      reckoned: (move, month) =>
        reckonedMonth(board, this.#offers.find((offer) => offer.move === move)?.first ?? month, month),
      ordinary: this.#ordinary,
    };
  }
}

const NOTHING: PerKind = every(0);

/** Value of a move that is not open. */
const NOT_OPEN = Number.NEGATIVE_INFINITY;

/** A move at a node: what it answers there, the number of the offer (-1 for any other move), and where it leads. */
interface MoveAtNode {
  readonly row: MoveSteps;
  readonly stated: MoveInMonth;
  readonly offer: number;
  readonly to: ProgrammeNode | null;
}

/** Takes the moves that are open at a node; those that cannot reach `least` need not be valued (their value is null). */
interface MoveSink {
  readonly least: number;
  readonly take: (at: MoveAtNode, value: number | null) => void;
}

/** The best move of a node; the first taken wins a tie. */
class BestMove implements MoveSink {
  at: MoveAtNode | null = null;
  value = 0;
  least = NOT_OPEN;

  /** Begins a node at which some move is known to bring `least`. */
  begin(least: number): void {
    this.at = null;
    this.least = least;
  }

  take(at: MoveAtNode, value: number | null): void {
    if (value === null || (this.at && value <= this.value)) return;
    this.at = at;
    this.value = value;
    if (value > this.least) this.least = value;
  }
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
