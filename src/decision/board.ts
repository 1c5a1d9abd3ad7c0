// The options of one case with their terms, and everything that is asked of them, made ready for the programme.

import type { Case, Event, Option, State } from '../options/option.ts';
import { type Compiled, compile, type Kin, Levels, type Scratch, scratch, type Terms } from './compile.ts';
import { Valuer } from './flat.ts';
import { type Asking, type Context, Kindred, type Line, type Move } from './lines.ts';

export type { Asked, Line, Move } from './lines.ts';

/** The moves of one case, and what is known about them. */
export interface Board {
  readonly case: Case;
  readonly moves: readonly Move[];
  readonly terms: Terms;
  /** Every month discounts alike: nothing but the month itself tells one start from another. */
  readonly steady: boolean;
  readonly line: (move: Move, state: State) => Line;
  /** The line of a move from a claim that was asked about before; null when none was. */
  readonly known: (move: Move, state: State) => Asking | null;
  readonly scratch: Scratch;
  readonly valuer: Valuer;
}

export type Standing = State['standing'];

/** Sees what the options of a board are asked about claims of each standing. */
export interface Witness {
  /** The case as it is shown to an option; without a standing when it is asked about no claim. */
  readonly caseFor: (option: Option, standing: Standing | null) => Case;
  /** A tree of an option leads from claims of one standing to claims of another. */
  readonly leads: (option: Option, from: Standing, to: Standing) => void;
}

/** Answers of another board that hold here, too. */
export interface Shared {
  /** The moves of that board for an option, with all its variants; null when they differ here. */
  readonly variants: (option: Option) => readonly Move[] | null;
  /** What was asked there about one of these moves; null when it was not, or does not hold here. */
  readonly line: (move: Move, state: State) => Asking | null;
}

/** How a board stands to others: most stand alone. */
export interface Relation {
  readonly witness?: Witness;
  readonly shared?: Shared;
}

/** Present value and interest terms of a case. */
export function termsOf(c: Case): Terms {
  const { claim } = c.facts;
  const taxed = claim.consumption_tax_rate;
  const isTaxed = claim.tax_rate !== undefined || taxed !== undefined;
  return {
    discount: c.discount,
    interest: c.facts.delay_rate / 12,
    age: c.facts.age,
    tax_rate: claim.tax_rate ?? 0,
    relief_rate: taxed === undefined ? 0 : taxed / (1 + taxed),
    tax_lag: isTaxed ? c.a.tax.lag_months : 0,
  };
}

/** Where a balance stands among thresholds: the number of those below it. */
function banding(moves: readonly Move[], shown: (option: Option) => Case): (balance: number) => number | null {
  const thresholds: number[] = [];
  for (const { option } of moves) {
    if (!option.follows.some((standing) => standing !== 'fresh')) continue;
    if (!option.thresholds) return () => null;
    thresholds.push(...option.thresholds(shown(option)));
  }
  return (balance) => {
    let below = 0;
    for (const threshold of thresholds) if (threshold < balance) below++;
    return below;
  };
}

/**
 * Prepares the moves of a case. Nothing is asked of an option until its answer is needed.
 * `mayFollow` restricts the exits that are considered after a judgment or a missed instalment; a board that shares answers has no such
 * restriction.
 */
export function board(
  c: Case,
  moves: readonly Move[],
  mayFollow: (move: Move) => boolean = () => true,
  { witness, shared }: Relation = {},
): Board {
  const terms = termsOf(c);
  const steadyFrom = Math.max(0, c.facts.liquidity?.months ?? 0);
  const buffers = scratch();
  const levels = new Levels();
  const valuer = new Valuer(buffers);
  const followers = moves.filter((move) => move.option.shape === 'exit' && mayFollow(move));
  // An event that an option states again is compiled once, unless choices follow it, which depend on the month.
  const trees = new Map<Event, Compiled>();

  const context: Context = {
    steadyFrom,
    due_in: c.facts.due_in,
    valuer,
    followers,
    shared: (move, state) => shared?.line(move, state) ?? null,
    bandOf: banding(followers, (option) => witness?.caseFor(option, null) ?? c),
    situation: (option, state, month) => ({ ...(witness?.caseFor(option, state.standing) ?? c), state, month }),
    compiled: ({ option }, prospect, state, month) => {
      const { event } = prospect;
      const goesOn = prospect.stays !== undefined || option.shape === 'reduction';
      const start = Math.min(month, steadyFrom);
      const same = trees.get(event);
      if (same && same.start === start && same.goesOn === goesOn && same.state.balance === state.balance) return same;
      const leadsTo = (after: State): Kin => {
        witness?.leads(option, state.standing, after.standing);
        return kinOf(after);
      };
      const worth = compile(event, { state, start, month, goesOn, terms, kinOf: leadsTo, levels });
      if (worth.choices.length === 0) trees.set(event, worth);
      return worth;
    },
  };
  // Claims that are equal in every field share their lines: balances are whole yen so that they meet.
  const kindred: Kindred[] = [];
  function kinOf(state: State): Kindred {
    for (const one of kindred) if (one.isAlike(state)) return one;
    const made = new Kindred(state, context);
    kindred.push(made);
    return made;
  }
  const line = (move: Move, state: State): Line => kinOf(state).of(state.balance).line(move);
  const known = (move: Move, state: State): Asking | null =>
    kindred
      .find((one) => one.isAlike(state))
      ?.known(state.balance)
      ?.known(move) ?? null;

  return { case: c, moves, terms, steady: c.facts.liquidity === null, line, known, scratch: buffers, valuer };
}
