// A claim recorded once, to be decided in many worlds that differ only in their assumptions: the numbers of a world are played from the
// recording, and the programme is solved on the timetables of the base. A world that goes another way than the base somewhere (an offer
// that takes three months instead of two) cannot be played; whoever asks decides it by itself.

import { type Change, changed, type DriverPart } from '../assumptions/drivers.ts';
import { ofKind, type PerKind } from '../assumptions/kinds.ts';
import { assuming, settingOf } from '../decision/programme/case.ts';
import { Programme, type Selected } from '../decision/programme/programme.ts';
import type { Solution } from '../decision/programme/solution.ts';
import { NumberSheet } from '../decision/tree/number_sheet.ts';
import { vectorAt } from '../decision/vector.ts';
import { baseOf, noting, tapePlaceOf } from '../numbers/number.ts';
import type { Differences } from '../numbers/operations.ts';
import type { Player } from '../numbers/player.ts';
import { Recording } from '../numbers/recording.ts';
import type { Row } from '../numbers/row.ts';
import type { Case, Option } from '../options/option.ts';
import { watched } from './watched.ts';

/** Worlds that are played side by side. More would not fit into the caches of a processor. */
export const SIDE_BY_SIDE = 16;

/** Changes of a world that was drawn, and the weights there. */
export interface DrawnChanges {
  readonly changes: readonly Change[];
  readonly weights: PerKind;
}

/** A claim to be recorded: its options, the numbers that can move, and the terms of the base. */
export interface ToRecord {
  readonly case: Case;
  readonly options: readonly Option[];
  readonly parts: readonly DriverPart[];
  readonly selected: Selected;
}

/** A claim with the numbers that can move recorded. */
export class RecordedClaim {
  readonly #recording: Recording;
  readonly #inputs = new Map<string, number>();
  readonly #paths = new Set<string>();
  readonly #programme: Programme;
  readonly #selected: Selected;
  /** How many numbers the terms of the base need: they are put down first. */
  readonly #fixed: number;
  /** Where the belief stands. */
  readonly #weights: number;
  readonly #players = new Map<number, Player>();
  #base: Row = new Float64Array(0);

  /** Records a claim with its parts as inputs; `strict` recordings are for tests. */
  constructor({ case: c, options, parts, selected }: ToRecord, strict = false) {
    const recording = new Recording(strict);
    this.#recording = recording;
    this.#selected = selected;
    const inputs = parts.map((part) => ({ part, value: recording.input(part.mean) }));
    for (const { part, value } of inputs) this.#inputs.set(part.id, value);
    const stated = noting(recording, () => {
      const { case: traced, belief, state } = settingOf(assuming(c, watched(changed(c.a, inputs), this.#paths)));
      const programme = new Programme(traced, options, state, new NumberSheet(true));
      const weights = belief.weights.map(baseOf);
      programme.solveWith(selected, weights, () => this.#baseRow(programme.sheet));
      const fixed = programme.sheet.entries.length;
      const place = programme.sheet.putVector(belief.weights);
      programme.solve(weights, () => this.#baseRow(programme.sheet));
      return { programme, fixed, place };
    });
    this.#programme = stated.programme;
    this.#fixed = stated.fixed;
    this.#weights = stated.place;
  }

  /** Paths of the assumptions that were read: nothing else can move the answer. */
  get paths(): ReadonlySet<string> {
    return this.#paths;
  }

  /** Worlds after these changes, decided anew there: belief, terms, sequence. Null for a world that cannot be played. */
  anew(worlds: readonly (readonly Change[])[]): (Solution | null)[] {
    const { entries } = this.#programme.sheet;
    const differences = worlds.map((changes) => this.#differences(changes));
    const rows = this.#player(entries.length).play(differences);
    // Terms that win in one of these worlds alone are recorded when they do.
    return noting(this.#recording, () =>
      rows.map((first, w) => {
        if (first === null) return null;
        let row = first;
        const rowNow = (): Row => {
          if (row.length < entries.length)
            row = this.#player(entries.length).play(differences.slice(w, w + 1))[0] ?? row;
          return row;
        };
        return this.#programme.solve(vectorAt(row, this.#weights), rowNow).solution;
      }),
    );
  }

  /** Worlds after these changes, decided with the terms of the base for weights. Null for a world that cannot be played. */
  withSameTerms(worlds: readonly DrawnChanges[]): (Solution | null)[] {
    const rows = this.#player(this.#fixed).play(worlds.map(({ changes }) => this.#differences(changes)));
    return worlds.map(({ weights }, w) => {
      const row = rows[w];
      return row ? this.#programme.solveWith(this.#selected, weights, () => row).solution : null;
    });
  }

  #differences(changes: readonly Change[]): Differences {
    const found = new Map<number, number>();
    for (const { part, value } of changes) {
      const place = tapePlaceOf(this.#inputs.get(part.id) ?? 0);
      if (place < 0) throw new RangeError(`${part.id} is not recorded`);
      if (value !== part.mean) found.set(place, value);
    }
    return found;
  }

  /** Plays the first so many numbers of the sheet. */
  #player(count: number): Player {
    const known = this.#players.get(count);
    if (known) return known;
    const made = this.#recording.player(this.#programme.sheet.entries.slice(0, count));
    this.#players.set(count, made);
    return made;
  }

  /** The row of the world in which the claim is recorded. */
  #baseRow({ entries }: NumberSheet): Row {
    const before = this.#base;
    if (before.length === entries.length) return before;
    this.#base = new Float64Array(entries.length);
    this.#base.set(before);
    for (let i = before.length; i < entries.length; i++) this.#base[i] = baseOf(ofKind(entries, i));
    return this.#base;
  }
}
