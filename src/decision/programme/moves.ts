// The board of one case: its options with their terms, prepared so that the programme can ask for prospects and values.

import { every, type PerKind } from '../../assumptions/kinds.ts';
import { valuedAge } from '../../debtor/belief.ts';
import { atMost } from '../../numbers/number.ts';
import type { Case, Event, State } from '../../options/option.ts';
import { type Compiling, compile, WalkLevels } from '../tree/compile.ts';
import type { CompiledTree } from '../tree/compiled_tree.ts';
import { failureValue } from '../tree/failure.ts';
import { FamilyTree, type Move, SingleTree } from '../tree/family_tree.ts';
import { isTaxed, type ValuationTerms } from '../tree/flows.ts';
import { AlikeClaims, bandIn, type MoveTimeline, type TimelineContext } from './claim_family.ts';
import { Soundness } from './soundness.ts';
import { stateOf } from './state.ts';

/** The moves of one case, and what is known about them. */
export interface MoveBoard {
  readonly case: Case;
  readonly moves: readonly Move[];
  readonly terms: ValuationTerms;
  /** All months discount at the same rate, so two starts differ only by their month. */
  readonly steady: boolean;
  readonly timeline: (move: Move, state: State) => MoveTimeline;
  /** The effort that goes on while an offer is considered. */
  readonly ordinary: Move | null;
  /** How many of those still open behave as they were labelled. */
  readonly soundness: Soundness;
}

/** Present value and interest terms of a case. */
export function termsOf(c: Case): ValuationTerms {
  const { claim } = c.facts;
  const taxed = c.facts.credited_tax_rate;
  const told = claim.tax_rate !== undefined || taxed !== undefined;
  const tax_rate = claim.tax_rate ?? 0;
  return {
    discount: c.discount,
    interest: c.facts.delay_rate / 12,
    age: valuedAge(c.facts.interest_age, c.a),
    tax_rate,
    // What is relieved is no loss any more, or is income: either way corporate tax takes its share of it.
    relief_rate: taxed === undefined ? 0 : (taxed / (1 + taxed)) * (1 - tax_rate),
    tax_lag: told ? c.a.tax.lag_months : 0,
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
  return (balance) => thresholds.filter((threshold) => threshold < balance).length;
}

/** A court has granted all of the claim against every kind of debtor. */
const ALL_GRANTED: PerKind = every(1);

/** What a board is made for. */
interface BoardRequest {
  /** Restricts the exits that are considered after a judgment or a missed instalment. */
  readonly mayFollow?: (move: Move) => boolean;
  /** The claim that is pursued; that of today when missing. */
  readonly state?: State;
}

/** Prepares the moves of a case. It asks an option only when the programme needs the prospect. */
export function board(
  c: Case,
  moves: readonly Move[],
  { mayFollow = () => true, state: claim = stateOf(c.facts) }: BoardRequest = {},
): MoveBoard {
  const terms = termsOf(c);
  const steadyFrom = Math.max(0, c.facts.liquidity?.months ?? 0);
  const levels = new WalkLevels();
  const followers = moves.filter((move) => move.option.shape === 'exit' && mayFollow(move));
  // An event that an option states again is compiled once, unless choices follow it, which depend on the month.
  const known = new Map<Event, CompiledTree>();
  const failures = new Map<number, number>();
  const situation: TimelineContext['situation'] = (state, month) => ({ ...c, state, month });
  const compiling = (state: State, month: number, how: Pick<Compiling, 'goesOn' | 'scales' | 'granted'>): Compiling => {
    const start = steadyFrom === 0 ? 0 : atMost(month, steadyFrom);
    return { case: c, state, start, month, terms, familyOf, levels, ...how };
  };

  const context: TimelineContext = {
    case: c,
    steadyFrom,
    followers,
    bandOf: banding(followers, c),
    situation,
    failed: (amount) => {
      const value = failures.get(amount) ?? failureValue(c, amount, terms, steadyFrom);
      failures.set(amount, value);
      return value;
    },
    single: ({ option }, { event, staysOpen }, state, month) => {
      const goesOn = staysOpen !== undefined || option.shape === 'reduction';
      const how = compiling(state, month, { goesOn, scales: false, granted: false });
      const same = known.get(event);
      if (same && same.start === how.start && same.goesOn === goesOn && same.state.balance === state.balance)
        return same;
      const tree = new SingleTree(compile(event, how), { event, state, start: how.start, goesOn });
      if (tree.choices.length === 0) known.set(event, tree);
      return tree;
    },
    shared: (move, state, month) => {
      const asked = situation(state, month);
      const scaling = move.option.scaling?.(asked);
      if (!scaling) return null;
      const { share } = state;
      // What tax gives back for the rest is not in proportion to a share.
      const granted = scaling.granted === true && share !== null && !isTaxed(terms);
      if (granted && share.some((part) => part !== 1)) {
        const whole = { ...state, share: ALL_GRANTED };
        return familyOf(whole).shared(move, whole, month)?.granted(share) ?? null;
      }
      const prospect = move.option.prospect(asked, move.terms);
      const how = compiling(state, month, { goesOn: false, scales: true, granted });
      const parts = compile(prospect.event, how);
      const band = bandIn(move, c, state.balance);
      return new FamilyTree({ move, prospect, parts, state, start: how.start, band }, scaling, context);
    },
  };
  // Claims that are equal in every field share their timelines. Balances are whole yen so that equal claims meet.
  const families: AlikeClaims[] = [];
  function familyOf(state: State): AlikeClaims {
    for (const one of families) if (one.isAlike(state)) return one;
    const made = new AlikeClaims(state, context);
    families.push(made);
    return made;
  }
  const timeline: MoveBoard['timeline'] = (move, state) => familyOf(state).of(state.balance).timeline(move);
  const efforts = moves.filter(({ option }) => option.shape === 'effort');
  const ordinary = efforts.find(({ option }) => option.ordinary) ?? efforts[0] ?? null;
  const pursued = ordinary && timeline(ordinary, claim);
  const stays = (month: number) => (pursued?.open(month) ? (pursued.at(month).prospect.staysOpen ?? null) : null);
  return {
    case: c,
    moves,
    terms,
    steady: c.facts.liquidity === null,
    timeline,
    ordinary,
    soundness: new Soundness(c, stays),
  };
}
