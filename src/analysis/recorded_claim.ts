// A claim recorded once, to be decided in many worlds that differ only in their assumptions: the numbers of a world are played from the
// recording, and the programme is solved on the timetables of the base. A world that goes another way than the base somewhere (an offer
// that takes three months instead of two) cannot be played; whoever asks decides it by itself.

import { type Change, changed, type DriverPart } from '../assumptions/drivers.ts';
import type { PerKind } from '../assumptions/kinds.ts';
import { assuming, settingOf } from '../decision/programme/case.ts';
import { Programme, type Selected } from '../decision/programme/programme.ts';
import type { Solution } from '../decision/programme/solution.ts';
import { Sheet } from '../decision/tree/sheet.ts';
import { vectorAt } from '../decision/vector.ts';
import { type Row } from '../numbers/row.ts';
import { baseOf, noting, placeOf } from '../numbers/number.ts';
import { type Differences, type Player, Recording } from '../numbers/recording.ts';
import type { Case, Option } from '../options/option.ts';
import { watched } from './watched.ts';

/** Worlds that are played side by side. More would not fit into the caches of a processor. */
export const SIDE_BY_SIDE = 16;

/** A claim with the numbers that can move recorded. */
export class RecordedClaim {
  readonly #recording = new Recording();
  readonly #inputs = new Map<string, number>();
  readonly #paths = new Set<string>();
  readonly #selected: Selected;
  /** The programme with the terms of the base, and the one that chooses them: of the former, less has to be played. */
  readonly #fixed: RecordedProgramme;
  readonly #free: RecordedProgramme;
  readonly #weights: number;

  /** Records `c` with these parts as inputs. `selected` are the terms of the base. */
  constructor(c: Case, options: readonly Option[], parts: readonly DriverPart[], selected: Selected) {
    this.#selected = selected;
    const inputs = parts.map((part) => ({ part, value: this.#recording.input(part.mean) }));
    for (const { part, value } of inputs) this.#inputs.set(part.id, value);
    const stated = noting(this.#recording, () => {
      const { case: traced, belief, state } = settingOf(assuming(c, watched(changed(c.a, inputs), this.#paths)));
      const programme = () =>
        new RecordedProgramme(this.#recording, new Programme(traced, options, state, new Sheet(true)));
      const [fixed, free] = [programme(), programme()];
      const place = free.programme.sheet.putVector(belief.weights);
      const weights = belief.weights.map(baseOf);
      fixed.programme.solveWith(selected, weights, () => fixed.base());
      free.programme.solve(weights, () => free.base());
      return { fixed, free, place };
    });
    this.#fixed = stated.fixed;
    this.#free = stated.free;
    this.#weights = stated.place;
  }

  /** Paths of the assumptions that were read: nothing else can move the answer. */
  get paths(): ReadonlySet<string> {
    return this.#paths;
  }

  /** Worlds after these changes, decided anew there: belief, terms, sequence. Null for a world that cannot be played. */
  anew(worlds: readonly (readonly Change[])[]): (Solution | null)[] {
    const { programme } = this.#free;
    const rows = this.#free.play(worlds.map((changes) => this.#differences(changes)));
    // Terms that win in one of these worlds alone are recorded when they do.
    return noting(this.#recording, () =>
      rows.map((rowNow) => rowNow && programme.solve(vectorAt(rowNow(), this.#weights), rowNow).solution),
    );
  }

  /** Worlds after these changes, decided with the terms of the base for weights. Null for a world that cannot be played. */
  withSameTerms(worlds: readonly DrawnChanges[]): (Solution | null)[] {
    const rows = this.#fixed.play(worlds.map(({ changes }) => this.#differences(changes)));
    return worlds.map(({ weights }, w) => {
      const rowNow = rows[w];
      return rowNow ? this.#fixed.programme.solveWith(this.#selected, weights, rowNow).solution : null;
    });
  }

  #differences(changes: readonly Change[]): Differences {
    const found = new Map<number, number>();
    for (const { part, value } of changes) {
      const place = placeOf(this.#inputs.get(part.id) ?? 0);
      if (place < 0) throw new RangeError(`${part.id} is not recorded`);
      if (value !== part.mean) found.set(place, value);
    }
    return found;
  }
}

/** Changes of a world that was drawn, and the weights there. */
export interface DrawnChanges {
  readonly changes: readonly Change[];
  readonly weights: PerKind;
}

/** A programme whose sheet is recorded. */
class RecordedProgramme {
  readonly programme: Programme;
  readonly #recording: Recording;
  #player: { readonly of: Player; readonly entries: number } | null = null;

  constructor(recording: Recording, programme: Programme) {
    this.#recording = recording;
    this.programme = programme;
  }

  /** The row of the world in which it was recorded. */
  base(): Row {
    return Float64Array.from(this.programme.sheet.entries, baseOf);
  }

  /** For each world its row as far as the sheet reaches when it is asked for; null where the world cannot be played. */
  play(worlds: readonly Differences[]): ((() => Row) | null)[] {
    const { entries } = this.programme.sheet;
    return this.#current()
      .play(worlds)
      .map((first, w) => {
        const differs = worlds[w];
        if (!first || !differs) return null;
        let row = first;
        // Terms that win nowhere else are put down when they win here.
        return () => {
          if (row.length < entries.length) row = this.#current().play([differs])[0] ?? row;
          return row;
        };
      });
  }

  #current(): Player {
    const { entries } = this.programme.sheet;
    if (this.#player?.entries !== entries.length)
      this.#player = { of: this.#recording.player(entries), entries: entries.length };
    return this.#player.of;
  }
}
