// Puts the moves of a claim down month by month, once for all timetables of a programme: claims alike in everything share their timelines,
// and timelines what they answer.

import type { State } from '../../options/option.ts';
import { Setter } from '../shapes/case_values.ts';
import { type EffortStep, setEffort } from '../shapes/effort.ts';
import { type ExitEntry, setExit } from '../shapes/exit.ts';
import { type OfferEntry, setOffer } from '../shapes/offer.ts';
import type { Move } from '../tree/family_tree.ts';
import type { NumberSheet } from '../tree/number_sheet.ts';
import type { MoveInMonth, MoveTimeline } from './claim_family.ts';
import type { MoveBoard } from './moves.ts';

/** An offer with the first month in which it can be made. */
export interface FirstOffer {
  readonly move: Move;
  readonly first: number;
  /** The offer that has to be made before it; null when there is none. */
  readonly after: Move | null;
}

/** An exit, or one that may leave the claim open, by month; null where it is closed. */
export type ExitRow = readonly (ExitEntry | EffortStep | null)[];
/** An effort by month. */
export type EffortRow = readonly (EffortStep | null)[];
/** An offer by month. */
export type OfferRow = readonly (OfferEntry | null)[];

/** Puts down what timelines answer; months are added when they are asked for. */
export class EntrySetter {
  readonly setter: Setter;
  readonly #efforts = new Map<MoveTimeline, (EffortStep | null)[]>();
  readonly #exits = new Map<MoveTimeline, (ExitEntry | EffortStep | null)[]>();
  readonly #offers = new Map<MoveTimeline, (OfferEntry | null)[]>();

  constructor(board: MoveBoard, sheet: NumberSheet) {
    this.setter = new Setter(board, sheet);
  }

  efforts(move: Move, after: State, last: number): EffortRow {
    const timeline = this.setter.board.timeline(move, after);
    return entriesUpTo(last, this.#efforts, timeline, (month) =>
      setEffort(this.setter, move, { ...timeline.at(month), month }),
    );
  }

  exits(move: Move, after: State, last: number): ExitRow {
    const timeline = this.setter.board.timeline(move, after);
    if (timeline.never) return [];
    let before: { readonly answer: MoveInMonth; readonly entry: ExitEntry } | null = null;
    return entriesUpTo(last, this.#exits, timeline, (month) => {
      const answer = timeline.at(month);
      if (answer.prospect.staysOpen) return setEffort(this.setter, move, { ...answer, month });
      if (before?.answer === answer && this.setter.trees.servesAnyMonth(answer.tree)) return before.entry;
      const entry = setExit(this.setter, move, { ...answer, month });
      before = { answer, entry };
      return entry;
    });
  }

  offers(offer: FirstOffer, after: State, last: number): OfferRow {
    const timeline = this.setter.board.timeline(offer.move, after);
    return entriesUpTo(last, this.#offers, timeline, (month) =>
      setOffer(this.setter, offer, { ...timeline.at(month), month }, after),
    );
  }
}

/** The entries of a timeline up to a month. */
function entriesUpTo<T>(
  last: number,
  known: Map<MoveTimeline, (T | null)[]>,
  timeline: MoveTimeline,
  set: (month: number) => T,
): readonly (T | null)[] {
  const entries = known.get(timeline) ?? [];
  known.set(timeline, entries);
  for (let month = entries.length; month <= last; month++) entries.push(timeline.open(month) ? set(month) : null);
  return entries;
}
