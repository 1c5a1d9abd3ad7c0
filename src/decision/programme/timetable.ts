// The timetable of a programme: which moves may be made in which month after which offers, and where their numbers stand. It is the same in
// every world that differs only in its numbers; a world is solved on it by decision/programme/sequence.ts.

import { dot, type PerKind, total, zeros } from '../../assumptions/kinds.ts';
import type { Row } from '../../numbers/row.ts';
import type { Shape, State } from '../../options/option.ts';
import { type MonthPlaces, relationshipValue } from '../shapes/case_values.ts';
import type { EffortStep } from '../shapes/effort.ts';
import type { ExitEntry } from '../shapes/exit.ts';
import type { NodeView } from '../shapes/node_view.ts';
import type { OfferEntry } from '../shapes/offer.ts';
import { type ReductionEntry, setReduction } from '../shapes/reduction.ts';
import type { Move } from '../tree/family_tree.ts';
import { vectorAt } from '../vector.ts';
import type { MoveTimeline } from './claim_family.ts';
import type { EffortRow, EntrySetter, ExitRow, FirstOffer } from './entries.ts';
import { effortsEnd, horizonOf, waitsUntil } from './horizon.ts';
import type { MoveBoard } from './moves.ts';

/** A move in one month. */
export type Entry = ExitEntry | EffortStep | OfferEntry | ReductionEntry;

/** The moves of one month after one set of offers, in the order in which ties are won. */
export interface TimetableCell {
  /** Exits, and such as may leave the claim open. */
  readonly exits: readonly (ExitEntry | EffortStep)[];
  readonly efforts: readonly EffortStep[];
  /** By the number of the offer; null where it cannot be made. */
  readonly offers: readonly (OfferEntry | null)[];
}

/** What the months are like in one world. */
export interface MonthsOfWorld {
  /** Value of the relationship per kind; null when there is nothing to lose. */
  readonly relationship: PerKind | null;
  /** Share of each kind that still behaves as labelled, by month. */
  readonly sound: readonly PerKind[];
  /** The same of those who still behave so before a court. */
  readonly inCourt: readonly PerKind[];
  /** Present value on the valuation day of a yen in each month. */
  readonly discounts: readonly number[];
}

/** A node in one world, with the weights of those who are open there. */
export function viewOf(
  n: Row,
  { relationship, sound, inCourt, discounts }: MonthsOfWorld,
  month: number,
  labelled: PerKind,
): NodeView {
  return {
    n,
    month,
    labelled,
    sound: entryOf(sound, month),
    inCourt: entryOf(inCourt, month),
    discount: entryOf(discounts, month),
    relationship: relationship ?? NO_RELATIONSHIP,
    relationshipOpen: relationship === null ? 0 : dot(labelled, relationship),
  };
}

const NO_RELATIONSHIP: PerKind = zeros();

/** What a timetable is made for. */
export interface TimetableRequest {
  readonly state: State;
  /** Moves that may be made; all when missing. */
  readonly allowed?: ((move: Move) => boolean) | undefined;
  /** Months of the programme; as many as its moves take when missing. */
  readonly months?: number | undefined;
  /** Whether months pass although no move may leave the claim open. */
  readonly goesOn?: boolean | undefined;
}

/** How an offer leaves the claim when it has brought nothing, and the months that it takes. */
interface OfferChange {
  readonly after: Partial<State> | undefined;
  readonly window: number;
}

/** The first month in which a move may be started, `from` one on, or null. */
export function firstOpenMonth(timeline: MoveTimeline, months: number, from = 0): number | null {
  for (let month = from; month <= months; month++) if (timeline.open(month)) return month;
  return null;
}

/** The moves of a claim over the months. Sets of offers made are bit masks, and tables are read by set, then by month. */
export class Timetable {
  readonly board: MoveBoard;
  readonly state: State;
  readonly months: number;
  /** The moves that are allowed. */
  readonly moves: readonly Move[];
  readonly offers: readonly FirstOffer[];
  /** The claim after each set of offers. */
  readonly states: readonly State[];
  readonly reductions: readonly ReductionEntry[];
  /** The effort that goes on while an offer is considered. */
  readonly ordinary: Move | null;
  /** Ordinary pursuit by set and month; null where it is closed. */
  readonly pursuit: readonly (readonly (EffortStep | null)[])[];
  /** Where the shares that take each offer up stand. */
  readonly acceptance: readonly number[];
  /** For each offer the set of the one that has to be made before it. */
  readonly #before: readonly number[];
  /** The offers after which a move is not used any more, as a set; moves that are always used are missing. */
  readonly #spent: ReadonlyMap<Move, number>;
  readonly #cells: readonly (readonly TimetableCell[])[];
  readonly #entries: EntrySetter;
  /** Where the numbers of the months stand. */
  readonly #places: MonthPlaces;
  readonly #effortsEnd: readonly number[];
  readonly #relationship: number;
  readonly #exitTables: { readonly rows: readonly ExitRow[]; readonly months: TimetableCell['exits'][] }[] = [];

  constructor(entries: EntrySetter, { state, allowed, months, goesOn = false }: TimetableRequest) {
    const { setter } = entries;
    const { board, sheet } = setter;
    this.board = board;
    this.state = state;
    this.moves = board.moves.filter((move) => allowed?.(move) ?? true);
    const horizon = months ?? (goesOn || this.#mayGoOn() ? horizonOf(board.case.facts.due_in) : 0);
    this.#entries = entries;
    this.#relationship = sheet.putVector(relationshipValue(board));
    this.ordinary = board.ordinary;
    const offers = this.#of('offer');
    const found = offers.flatMap((move) => this.#firstOffer(move, offers, horizon) ?? []);
    const end = effortsEnd(board.case.facts, this.#lastOpening(found));
    // Nothing is left to decide once all offers are made and efforts have come to their end.
    this.months =
      months ??
      Math.min(
        horizon,
        found.reduce((sum, offer) => sum + this.#changeBy(offer).window, end),
      );
    this.offers = found.filter(({ first }) => first <= this.months);
    this.#before = this.offers.map(({ after }) => this.#bitOf(after));
    this.#spent = this.#spentMoves();
    const changes = this.offers.map((offer) => this.#changeBy(offer));
    this.states = this.#afterOffers(changes);
    this.#effortsEnd = this.#endsAfterOffers(end, changes);
    this.#places = setter.months(this.months);
    this.pursuit = this.states.map((after) => this.#pursuitOf(after));
    this.#cells = this.states.map((after, made) => (this.comesAbout(made) ? this.#cellsOf(after, made) : []));
    this.acceptance = this.offers.map((_, offer) => this.#acceptanceOf(offer));
    this.reductions = this.#of('reduction').flatMap((move) => this.#reductionOf(move) ?? []);
  }

  /** The moves of a node. */
  at(made: number, month: number): TimetableCell {
    return entryOf(entryOf(this.#cells, made), month);
  }

  /** Whether a set of offers can have been made: none of them without the one that has to come before it. */
  comesAbout(made: number): boolean {
    return this.#before.every((before, offer) => (made & (1 << offer)) === 0 || (made & before) === before);
  }

  /** What the months are like in the world of a row. */
  monthsIn(n: Row): MonthsOfWorld {
    const relationship = vectorAt(n, this.#relationship);
    const { sound, inCourt, discounts } = this.#places;
    return {
      relationship: total(relationship) === 0 ? null : relationship,
      sound: sound.map((at) => vectorAt(n, at)),
      inCourt: inCourt.map((at) => vectorAt(n, at)),
      discounts: discounts.map((at) => n[at] ?? 0),
    };
  }

  /** Whether any move leaves the claim open, so that there are later months to decide in. */
  #mayGoOn(): boolean {
    return this.moves.some((move) => {
      if (move.option.shape !== 'exit') return true;
      const timeline = this.board.timeline(move, this.state);
      return timeline.open(0) && timeline.at(0).prospect.staysOpen !== undefined;
    });
  }

  #of(shape: Shape): Move[] {
    return this.moves.filter((move) => move.option.shape === shape);
  }

  /** The first month of an offer; null when it can never be made, or not after the one among `others` that has to come before it. */
  #firstOffer(move: Move, others: readonly Move[], months: number): FirstOffer | null {
    const timeline = this.board.timeline(move, this.state);
    const { after } = timeline;
    if (after === null) return this.#firstAfter(move, null, months);
    // What opens it also puts an end to it.
    if (timeline.spentAfter(after)) return null;
    const earlier = others.find(({ option }) => option.refused_as === after);
    const before = earlier ? this.#firstOffer(earlier, others, months) : null;
    return before && this.#firstAfter(move, before, months);
  }

  #firstAfter(move: Move, before: FirstOffer | null, months: number): FirstOffer | null {
    const made = before && this.#changeBy(before);
    const from = before === null || made === null ? 0 : before.first + made.window;
    const first = firstOpenMonth(this.board.timeline(move, { ...this.state, ...made?.after }), months, from);
    return first === null ? null : { move, first, after: before?.move ?? null };
  }

  /** The set with one offer, or none. */
  #bitOf(offer: Move | null): number {
    return offer === null ? 0 : 1 << this.offers.findIndex(({ move }) => move === offer);
  }

  /** Which moves are over once which offers were refused. */
  #spentMoves(): Map<Move, number> {
    const spent = new Map<Move, number>();
    for (const move of this.moves) {
      if (move.option.spent_after === undefined) continue;
      const timeline = this.board.timeline(move, this.state);
      for (const [i, { move: offer }] of this.offers.entries()) {
        const { refused_as } = offer.option;
        if (offer === move || refused_as === undefined || !timeline.spentAfter(refused_as)) continue;
        spent.set(move, (spent.get(move) ?? 0) | (1 << i));
      }
    }
    return spent;
  }

  #isSpent(move: Move, made: number): boolean {
    return ((this.#spent.get(move) ?? 0) & made) !== 0;
  }

  /** The month in which the last of the ways opens that are closed today and for which a plan waits; 0 when there is none. Nobody waits to stop. */
  #lastOpening(offers: readonly FirstOffer[]): number {
    const last = waitsUntil(this.board.case.facts);
    const exits = this.#of('exit')
      .filter(({ option }) => option.family !== 'stop')
      .map((move) => firstOpenMonth(this.board.timeline(move, this.state), last) ?? 0);
    const opening = offers.filter(({ first, after }) => after === null && first <= last).map(({ first }) => first);
    return Math.max(0, ...exits, ...opening);
  }

  /** How an offer leaves the claim, and the months that it takes. */
  #changeBy({ move, first }: FirstOffer): OfferChange {
    const { after, window = 1 } = this.board.timeline(move, this.state).at(first).prospect;
    return { after, window };
  }

  #afterOffers(changes: readonly OfferChange[]): State[] {
    return Array.from({ length: 1 << changes.length }, (_, made) =>
      Object.assign({}, this.state, ...changes.map(({ after }, offer) => (made & (1 << offer) ? after : undefined))),
    );
  }

  /** The month from which no effort is made, by set of offers: the months that these took come on top. */
  #endsAfterOffers(end: number, changes: readonly OfferChange[]): number[] {
    return this.states.map((_, made) =>
      changes.reduce((sum, { window }, offer) => (made & (1 << offer) ? sum + window : sum), end),
    );
  }

  #pursuitOf(after: State): EffortRow {
    return this.ordinary === null ? [] : this.#entries.efforts(this.ordinary, after, this.months - 1);
  }

  #cellsOf(after: State, made: number): TimetableCell[] {
    const follows = this.#of('exit').filter(
      ({ option }) => option.follows.includes('fresh') || this.state.standing !== 'fresh',
    );
    const exits = this.#exitMonths(follows.map((move) => this.#entries.exits(move, after, this.months)));
    const lastEffort = Math.min(this.months, entryOf(this.#effortsEnd, made)) - 1;
    const efforts = this.#of('effort')
      .filter((move) => !this.#isSpent(move, made))
      .map((move) => this.#entries.efforts(move, after, lastEffort));
    const offers = this.offers.map((offer, i) =>
      made & (1 << i) || !this.comesAbout(made | (1 << i)) || this.#isSpent(offer.move, made)
        ? CLOSED
        : this.#entries.offers(offer, after, this.months),
    );
    const cells: TimetableCell[] = [];
    for (let month = 0; month <= this.months; month++)
      cells.push({
        exits: entryOf(exits, month),
        efforts: month > lastEffort ? [] : openIn(efforts, month),
        offers: offers.map((of) => of[month] ?? null),
      });
    return cells;
  }

  /** The exits of each month; sets of offers after which the claim is alike have them in common. */
  #exitMonths(rows: readonly ExitRow[]): TimetableCell['exits'][] {
    for (const known of this.#exitTables) if (known.rows.every((row, i) => row === rows[i])) return known.months;
    const months: TimetableCell['exits'][] = [];
    for (let month = 0; month <= this.months; month++) months.push(openIn(rows, month));
    this.#exitTables.push({ rows, months });
    return months;
  }

  #acceptanceOf(offer: number): number {
    const { first } = entryOf(this.offers, offer);
    const entry = this.at(entryOf(this.#before, offer), first).offers[offer];
    if (!entry) throw new RangeError('an offer is closed in its first month');
    return entry.acceptance;
  }

  #reductionOf(move: Move): ReductionEntry | null {
    const timeline = this.board.timeline(move, this.state);
    return timeline.open(0)
      ? setReduction(this.#entries.setter, move, { ...timeline.at(0), month: 0 }, this.state)
      : null;
  }
}

const CLOSED: readonly null[] = [];

/** What is open in a month, of rows that have an entry for each. */
function openIn<T>(rows: readonly (readonly (T | null)[])[], month: number): T[] {
  const open: T[] = [];
  for (const row of rows) {
    const entry = row[month];
    if (entry) open.push(entry);
  }
  return open;
}

/** An entry that must be there. Throws `RangeError` where a table is shorter than what is looked up in it. */
export function entryOf<T>(table: readonly T[], place: number): T {
  const found = table[place];
  if (found === undefined) throw new RangeError('a table of the programme is too short');
  return found;
}
