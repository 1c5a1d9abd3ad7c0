// The options of one case with their terms chosen, and everything that is asked of them once: prospects and compiled worths.
// What does not vary with the month is asked once per claim state; the rest once per month.

import type { PerKind } from '../debtor/kinds.ts';
import type { Case, Option, Prospect, Situation, State } from '../options/option.ts';
import { type Candidate, compile, type Terms, type Worth } from './compile.ts';

/** An option with the terms chosen for it. */
export interface Move {
  readonly option: Option;
  readonly terms: unknown;
}

/** The moves of one case, and what is known about them. */
export interface Board {
  readonly case: Case;
  readonly moves: readonly Move[];
  readonly terms: Terms;
  /** Every month discounts alike: nothing but the month itself tells one start from another. */
  readonly steady: boolean;
  /** Prospect and compiled worth of a move from a claim state in a month. */
  readonly ask: (move: Move, state: State, month: number) => Asked;
  /** Whether the move may be started on this claim in this month. */
  readonly open: (move: Move, state: State, month: number) => boolean;
}

export interface Asked {
  readonly prospect: Prospect;
  readonly worth: Worth;
}

/** Present value and interest terms of a case. */
export function termsOf(c: Case): Terms {
  const { claim } = c.facts;
  return {
    discount: c.discount,
    interest: c.facts.delay_rate / 12,
    age: c.facts.age,
    tax_rate: claim.tax_rate ?? 0,
    relief_rate:
      claim.consumption_tax_rate === undefined ? 0 : claim.consumption_tax_rate / (1 + claim.consumption_tax_rate),
    tax_lag: c.a.tax.lag_months,
  };
}

/**
 * Prepares the moves of a case. Nothing is asked of an option until its answer is needed.
 * `mayFollow` restricts the exits that are considered after a judgment or a missed instalment.
 */
export function board(c: Case, moves: readonly Move[], mayFollow: (move: Move) => boolean = () => true): Board {
  const terms = termsOf(c);
  const steady = c.facts.liquidity === null;
  const shares = new Map<PerKind, number>();
  const asked = new Map<string, Asked>();
  const bars = new Map<string, readonly { lifts?: number }[]>();
  const followers = new Map<string, readonly Candidate[]>();
  const indexOf = new Map(moves.map((move, index) => [move, index]));

  const stateKey = (s: State): string => {
    let share = 0;
    if (s.share) {
      share = shares.get(s.share) ?? shares.size + 1;
      shares.set(s.share, share);
    }
    return `${s.balance}|${s.standing}|${s.acknowledged ? 1 : 0}${s.enforceable ? 1 : 0}${s.counsel ? 1 : 0}|${s.limitation}|${s.unseen}|${share}`;
  };
  const situation = (state: State, month: number): Situation => ({ ...c, state, month });
  const phase = (state: State, month: number): string =>
    `${month >= c.facts.due_in ? 'd' : 'n'}${month >= state.limitation ? 'x' : 'r'}`;
  const varies = (move: Move, state: State, month: number): boolean =>
    !steady || move.option.varies(situation(state, month)) === 'monthly';

  const ask = (move: Move, state: State, month: number): Asked => {
    const monthly = varies(move, state, month);
    const key = `${indexOf.get(move)}|${stateKey(state)}|${monthly ? month : phase(state, month)}`;
    const known = asked.get(key);
    if (known) return known;
    const prospect = move.option.prospect(situation(state, month), move.terms);
    const start = monthly ? month : 0;
    const worth = compile(prospect.event, state, start, prospect.stays !== undefined, terms, candidates);
    const answer = { prospect, worth };
    asked.set(key, answer);
    return answer;
  };

  const open = (move: Move, state: State, month: number): boolean => {
    const key = `${indexOf.get(move)}|${stateKey(state)}`;
    let reasons = bars.get(key);
    if (!reasons) {
      const s = situation(state, month);
      reasons = move.option.needs(s).length > 0 ? [{}] : move.option.bars(s);
      bars.set(key, reasons);
    }
    for (const reason of reasons) if (reason.lifts === undefined || reason.lifts > month) return false;
    const { open: window } = ask(move, state, month).prospect;
    return !window || ((window.from ?? 0) <= month && month < (window.until ?? Number.POSITIVE_INFINITY));
  };

  function candidates(state: State, month: number): readonly Candidate[] {
    const key = `${stateKey(state)}|${steady ? '' : month}`;
    const known = followers.get(key);
    if (known) return known;
    const found: Candidate[] = [];
    for (const move of moves) {
      if (move.option.shape !== 'exit' || !move.option.follows.includes(state.standing)) continue;
      if (!mayFollow(move)) continue;
      if (!open(move, state, month)) continue;
      const fixed = varies(move, state, month) ? null : ask(move, state, month).worth;
      found.push({ id: move.option.id, fixed, worth: (m) => ask(move, state, m).worth });
    }
    followers.set(key, found);
    return found;
  }

  return { case: c, moves, terms, steady, ask, open };
}
