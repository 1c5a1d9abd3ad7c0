// Every option recorded equals the option on plain numbers: what it says of a claim is recorded once and played in random worlds, and is
// there what it says when it is asked in that world. A branch on an assumption, which a recording would freeze as it is in the base world,
// shows here under the name of the option.

import { describe, expect, test } from 'vitest';
import { leaves } from '../src/assumptions/assumption.ts';
import { atQuantile, type Change, changed, driversOf } from '../src/assumptions/drivers.ts';
import * as registry from '../src/assumptions/index.ts';
import { assuming } from '../src/decision/programme/case.ts';
import { noting, StrictNumber, tapePlaceOf } from '../src/numbers/number.ts';
import type { Differences } from '../src/numbers/operations.ts';
import { Recording } from '../src/numbers/recording.ts';
import type { Case, Option, Situation } from '../src/options/option.ts';
import { normals } from './random.ts';
import { AFTER, GRID_CASES, isOpen, MEMBERS } from './situations.ts';
import { tries } from './tries.ts';

/**
 * Ranges for the numbers that are certain unless a caller says otherwise: months that are counted, limits, references. So narrow that few worlds
 * count another whole number of months, whatever is drawn.
 */
const CERTAIN = Object.fromEntries(
  [...leaves(registry)]
    .filter(({ about, mean }) => about.spread.scale === 'fixed' && mean > 0)
    .map(({ id, mean }) => [id, { mean, low: 0.8 * mean, high: 1.25 * mean }]),
);
/** Every number that can move, each by itself. */
const PARTS = driversOf(CERTAIN).flatMap(({ parts }) => parts);
const WORLDS = tries(3, 24);
const MONTHS = [0, 7];

/** Random worlds, the same in every run: each number somewhere in its range or a little outside. */
const next = normals(20_261_121);
const DRAWN: readonly (readonly Change[])[] = Array.from({ length: WORLDS }, () =>
  PARTS.map((part) => ({ part, value: atQuantile(part, next()) })),
);

/** Whether a leaf is a number that stands for a place on the tape. */
const isRecorded = (leaf: unknown): leaf is number => leaf instanceof StrictNumber;

/** Everything that is said, in order: words and names as they are, numbers plain or recorded. */
function leavesOf(node: unknown, into: unknown[] = []): unknown[] {
  if (typeof node !== 'object' || node === null || isRecorded(node)) into.push(node);
  else
    for (const [name, value] of Object.entries(node)) {
      into.push(name);
      leavesOf(value, into);
    }
  return into;
}

/** A claim and what may have become of it, in some months. */
function* momentsOf(c: Situation): Generator<Pick<Situation, 'state' | 'month'>> {
  for (const [after, of] of AFTER) {
    // Nothing is broken or decided before the debt is due, nor while proceedings run.
    if (after !== 'fresh' && (c.facts.due_in > 0 || c.facts.proceedings)) continue;
    for (const month of MONTHS) yield { state: { ...c.state, ...of(c) }, month };
  }
}

/** All that the engine asks of an option about a claim. */
function saidOf(option: Option, c: Case, moments: readonly Pick<Situation, 'state' | 'month'>[]): unknown[] {
  const said: unknown[] = [option.thresholds?.(c)];
  for (const moment of moments) {
    const s: Situation = { ...c, ...moment };
    if (!option.follows.includes(s.state.standing) || option.needs(s).length > 0) continue;
    const bars = option.bars(s);
    said.push(bars.map(({ code, lifts }) => [code, lifts]));
    if (bars.some(({ lifts }) => lifts === undefined)) continue;
    const variants = option.variants(s);
    const shown = [...new Set([variants[0], variants.at(-1)])];
    said.push(option.varies(s), option.scaling?.(s), ...shown.map((terms) => option.prospect(s, terms)));
  }
  return leavesOf(said);
}

const isClose = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) ||
  (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b)));

/** Of how many worlds a recording was asked, and how many it could not serve. */
interface Tally {
  asked: number;
  apart: number;
}

/** Records an option on a claim and holds what is played in every drawn world against what the option says there. */
function compare(option: Option, name: string, today: Situation, tally: Tally): void {
  const moments = [...momentsOf(today)];
  // On its numbers an operator by itself throws.
  const tape = new Recording(true);
  const inputs = PARTS.map((part) => ({ part, value: tape.input(part.mean) }));
  const said = noting(tape, () => saidOf(option, assuming(today, changed(today.a, inputs)), moments));
  const numbers = said.filter(isRecorded);
  const places = inputs.map(({ value }) => tapePlaceOf(value));
  const worlds = DRAWN.map((changes): Differences => new Map(changes.map(({ value }, i) => [places[i]!, value])));
  for (const [w, row] of tape.player(numbers).play(worlds).entries()) {
    tally.asked++;
    if (row === null) {
      tally.apart++;
      continue;
    }
    const there = saidOf(option, assuming(today, changed(today.a, DRAWN[w]!)), moments);
    let i = 0;
    const played = said.map((leaf) => (isRecorded(leaf) ? row[i++] : leaf));
    const off = there.findIndex((leaf, at) => !isClose(leaf, played[at]));
    if (off >= 0 || there.length !== played.length)
      expect.fail(
        `${name}, world ${w}: says ${String(there[off])} and was recorded as ${String(played[off])}, after ${JSON.stringify(there.slice(Math.max(0, off - 12), off))}`,
      );
  }
}

describe('an option recorded once says in every world what it says there', () => {
  test.each(MEMBERS)('%s', (_, option) => {
    const tally = { asked: 0, apart: 0 };
    let open = 0;
    for (const [name, today] of GRID_CASES) {
      if ([...momentsOf(today)].some((moment) => isOpen(option, { ...today, ...moment }))) open++;
      compare(option, name, today, tally);
    }
    expect(open, 'the grid opens it somewhere').toBeGreaterThan(0);
    // A number that is counted by, such as months of waiting, rounds to another whole number in some worlds.
    expect(tally.apart / tally.asked).toBeLessThan(0.1);
  });
});
