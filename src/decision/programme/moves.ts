// The board of one case: its options with their terms, prepared so that the programme can ask for prospects and values.

import { valuedAge } from '../../debtor/belief.ts';
import type { Case, Event, State } from '../../options/option.ts';
import { compile, type ValuationTerms, WalkLevels } from '../tree/compile.ts';
import { type Scratch, type SeparatedTree, scratch } from '../tree/compiled_tree.ts';
import { FlatTrees } from '../tree/flat_tree.ts';
import type { Move } from '../tree/scalable_tree.ts';
import { AlikeClaims, type MoveTimeline, type TimelineContext } from './claim_family.ts';

/** The moves of one case, and what is known about them. */
export interface MoveBoard {
  readonly case: Case;
  readonly moves: readonly Move[];
  readonly terms: ValuationTerms;
  /** All months discount at the same rate, so two starts differ only by their month. */
  readonly steady: boolean;
  readonly line: (move: Move, state: State) => MoveTimeline;
  readonly scratch: Scratch;
  readonly valuer: FlatTrees;
}

/** Present value and interest terms of a case. */
export function termsOf(c: Case): ValuationTerms {
  const { claim } = c.facts;
  const taxed = c.facts.credited_tax_rate;
  const isTaxed = claim.tax_rate !== undefined || taxed !== undefined;
  return {
    discount: c.discount,
    interest: c.facts.delay_rate / 12,
    age: valuedAge(c.facts.interest_age, c.a),
    tax_rate: claim.tax_rate ?? 0,
    relief_rate: taxed === undefined ? 0 : taxed / (1 + taxed),
    tax_lag: isTaxed ? c.a.tax.lag_months : 0,
  };
}

/** Counts the thresholds below a balance, which is its band; null where an exit states no thresholds. */
function banding(moves: readonly Move[], c: Case): (balance: number) => number | null {
  const thresholds: number[] = [];
  for (const { option } of moves) {
    if (!option.follows.some((standing) => standing !== 'fresh')) continue;
    if (!option.thresholds) return () => null;
    thresholds.push(...option.thresholds(c));
  }
  return (balance) => {
    let below = 0;
    for (const threshold of thresholds) if (threshold < balance) below++;
    return below;
  };
}

/**
 * Prepares the moves of a case. It asks an option only when the programme needs the prospect.
 * `mayFollow` restricts the exits that are considered after a judgment or a missed instalment.
 */
export function board(c: Case, moves: readonly Move[], mayFollow: (move: Move) => boolean = () => true): MoveBoard {
  const terms = termsOf(c);
  const steadyFrom = Math.max(0, c.facts.liquidity?.months ?? 0);
  const buffers = scratch();
  const levels = new WalkLevels();
  const valuer = new FlatTrees(buffers);
  const followers = moves.filter((move) => move.option.shape === 'exit' && mayFollow(move));
  // An event that an option states again is compiled once, unless choices follow it, which depend on the month.
  const known = new Map<Event, SeparatedTree>();

  const context: TimelineContext = {
    steadyFrom,
    due_in: c.facts.due_in,
    valuer,
    followers,
    bandOf: banding(followers, c),
    situation: (state, month) => ({ ...c, state, month }),
    compiled: ({ option }, prospect, state, month) => {
      const { event } = prospect;
      const goesOn = prospect.staysOpen !== undefined || option.shape === 'reduction';
      const start = Math.min(month, steadyFrom);
      const same = known.get(event);
      if (same && same.start === start && same.goesOn === goesOn && same.state.balance === state.balance) return same;
      const worth = compile(event, { state, start, month, goesOn, terms, kinOf, levels });
      if (worth.choices.length === 0) known.set(event, worth);
      return worth;
    },
  };
  // Claims that are equal in every field share their lines. Balances are whole yen so that equal claims meet.
  const kindred: AlikeClaims[] = [];
  function kinOf(state: State): AlikeClaims {
    for (const one of kindred) if (one.isAlike(state)) return one;
    const made = new AlikeClaims(state, context);
    kindred.push(made);
    return made;
  }
  const line = (move: Move, state: State): MoveTimeline => kinOf(state).of(state.balance).line(move);

  return { case: c, moves, terms, steady: c.facts.liquidity === null, line, scratch: buffers, valuer };
}
