// The options of one case with their terms, and everything that is asked of them: openings, prospects and compiled worths.
// What does not vary with the month is asked once per claim state; the rest once per month.

import type { Bar, Case, Event, Option, Prospect, Scaling, Situation, State } from '../options/option.ts';
import { type Candidate, compile, Levels, Rescaled, type Scratch, scratch, type Terms, type Worth } from './compile.ts';
import { type Laid, Valuer } from './flat.ts';

/** An option with the terms chosen for it. */
export interface Move {
  readonly option: Option;
  readonly terms: unknown;
}

/** What an option answers for one claim state in one month. */
export interface Asked {
  readonly prospect: Prospect;
  readonly worth: Worth;
  /** The same, for asking often. */
  readonly laid: Laid;
}

/** One move from one claim state, over the months. */
export interface Line {
  readonly move: Move;
  /** It cannot be started in any month. */
  readonly never: boolean;
  /** Whether it may be started in this month. */
  readonly open: (month: number) => boolean;
  readonly at: (month: number) => Asked;
  /** The worth when it holds in every month that is like this one; null when it varies. */
  readonly fixed: (month: number) => Worth | null;
}

/** The moves of one case, and what is known about them. */
export interface Board {
  readonly case: Case;
  readonly moves: readonly Move[];
  readonly terms: Terms;
  /** Every month discounts alike: nothing but the month itself tells one start from another. */
  readonly steady: boolean;
  readonly line: (move: Move, state: State) => Line;
  readonly scratch: Scratch;
  readonly valuer: Valuer;
}

/** Present value and interest terms of a case. */
export function termsOf(c: Case): Terms {
  const { claim } = c.facts;
  const taxed = claim.consumption_tax_rate;
  return {
    discount: c.discount,
    interest: c.facts.delay_rate / 12,
    age: c.facts.age,
    tax_rate: claim.tax_rate ?? 0,
    relief_rate: taxed === undefined ? 0 : taxed / (1 + taxed),
    tax_lag: c.a.tax.lag_months,
  };
}

/** Whether two states are equal in everything but the balance. */
const alikeBeside = (a: State, b: State): boolean =>
  a.standing === b.standing &&
  a.limitation === b.limitation &&
  a.unseen === b.unseen &&
  a.share === b.share &&
  a.enforceable === b.enforceable &&
  a.acknowledged === b.acknowledged &&
  a.counsel === b.counsel;

/** What a line needs of its board. */
interface Context {
  readonly steady: boolean;
  readonly due_in: number;
  readonly situation: (state: State, month: number) => Situation;
  readonly compiled: (move: Move, prospect: Prospect, state: State, month: number) => Worth;
  readonly valuer: Valuer;
  /** Trees that serve other balances. */
  readonly units: Unit[];
  readonly rescaled: (unit: Unit, state: State, prices: readonly number[], month: number) => Worth;
}

/** A tree compiled for one balance that serves every claim alike in the rest. */
interface Unit {
  readonly move: Move;
  readonly state: State;
  readonly scaling: Scaling;
  readonly asked: Asked;
}

const sameTree = (unit: Unit, move: Move, state: State, scaling: Scaling): boolean =>
  unit.move === move && unit.scaling.alike === scaling.alike && alikeBeside(unit.state, state);

const NEVER = Number.POSITIVE_INFINITY;

/** The month in which every bar has lifted; never when one stays. */
function liftsAt(bars: readonly Bar[]): number {
  let month = Number.NEGATIVE_INFINITY;
  for (const { lifts = NEVER } of bars) month = Math.max(month, lifts);
  return month;
}

class Asking implements Line {
  readonly move: Move;
  readonly #context: Context;
  readonly #state: State;
  readonly never: boolean;
  /** The month from which nothing stands against it. */
  readonly #from: number;
  /** What was asked when it does not vary, by phase; made when needed, because most lines are asked once. */
  #byPhase: (Asked | 'varies' | undefined)[] | null = null;
  #byMonth: Map<number, Asked> | null = null;

  constructor(context: Context, move: Move, state: State) {
    this.#context = context;
    this.move = move;
    this.#state = state;
    const today = context.situation(state, 0);
    this.#from = move.option.needs(today).length > 0 ? NEVER : liftsAt(move.option.bars(today));
    this.never = this.#from === NEVER;
  }

  open(month: number): boolean {
    if (month < this.#from) return false;
    const { open } = this.at(month).prospect;
    return open === undefined || ((open.from ?? 0) <= month && month < (open.until ?? Number.POSITIVE_INFINITY));
  }

  at(month: number): Asked {
    const phase = this.#phase(month);
    this.#byPhase ??= [];
    let asked = this.#byPhase[phase];
    if (asked === undefined) {
      asked = this.#variesIn(month) ? 'varies' : this.#ask(month, false);
      this.#byPhase[phase] = asked;
    }
    return asked === 'varies' ? this.#inMonth(month) : asked;
  }

  fixed(month: number): Worth | null {
    const { worth } = this.at(month);
    return this.#byPhase?.[this.#phase(month)] === 'varies' ? null : worth;
  }

  #inMonth(month: number): Asked {
    this.#byMonth ??= new Map();
    let asked = this.#byMonth.get(month);
    if (!asked) {
      asked = this.#ask(month, true);
      this.#byMonth.set(month, asked);
    }
    return asked;
  }

  #ask(month: number, varies: boolean): Asked {
    const { option, terms } = this.move;
    const s = this.#context.situation(this.#state, month);
    const scaling = varies ? null : (option.scaling?.(s) ?? null);
    const unit = scaling && this.#context.units.find((one) => sameTree(one, this.move, this.#state, scaling));
    if (unit) {
      const worth = this.#context.rescaled(unit, this.#state, scaling.prices, month);
      return { prospect: unit.asked.prospect, worth, laid: this.#context.valuer.of(worth) };
    }
    const prospect = option.prospect(s, terms);
    const worth = this.#context.compiled(this.move, prospect, this.#state, month);
    const asked = { prospect, worth, laid: this.#context.valuer.of(worth) };
    if (scaling) this.#context.units.push({ move: this.move, state: this.#state, scaling, asked });
    return asked;
  }

  /** Months alike in what is due and in whether the limitation period still runs. */
  #phase(month: number): number {
    return (month >= this.#context.due_in ? 1 : 0) + (month >= this.#state.limitation ? 2 : 0);
  }

  #variesIn(month: number): boolean {
    if (!this.#context.steady) return true;
    return this.move.option.varies(this.#context.situation(this.#state, month)) === 'monthly';
  }
}

/** An exit that may follow a changed claim. */
class Following implements Candidate {
  readonly id: string;
  readonly fixed: Worth | null;
  readonly #line: Line;

  constructor(line: Line, fixed: Worth | null) {
    this.id = line.move.option.id;
    this.fixed = fixed;
    this.#line = line;
  }

  worth(month: number): Worth {
    return this.#line.at(month).worth;
  }
}

/**
 * Prepares the moves of a case. Nothing is asked of an option until its answer is needed.
 * `mayFollow` restricts the exits that are considered after a judgment or a missed instalment.
 */
export function board(c: Case, moves: readonly Move[], mayFollow: (move: Move) => boolean = () => true): Board {
  const terms = termsOf(c);
  const steady = c.facts.liquidity === null;
  const buffers = scratch();
  const levels = new Levels();
  const followers = moves.filter((move) => move.option.shape === 'exit' && mayFollow(move));

  // States that are equal in every field share their lines: balances are whole yen so that they meet.
  interface Known {
    readonly state: State;
    readonly lines: Line[];
    readonly candidates: Map<number, readonly Candidate[]> | null;
    always: readonly Candidate[] | null;
  }
  const byBalance = new Map<number, Known[]>();
  const known = (state: State): Known => {
    let group = byBalance.get(state.balance);
    if (!group) {
      group = [];
      byBalance.set(state.balance, group);
    }
    for (const one of group) if (alikeBeside(one.state, state)) return one;
    const entry: Known = { state, lines: [], candidates: steady ? null : new Map(), always: null };
    group.push(entry);
    return entry;
  };

  const valuer = new Valuer(buffers);
  // An event that an option states again is compiled once, unless choices follow it, which depend on the month.
  const compiled = new Map<Event, Worth>();
  const context: Context = {
    steady,
    due_in: c.facts.due_in,
    situation: (state, month) => ({ ...c, state, month }),
    compiled: ({ option }, prospect, state, month) => {
      const { event } = prospect;
      const goesOn = prospect.stays !== undefined || option.shape === 'reduction';
      const known = compiled.get(event);
      if (known && known.goesOn === goesOn && known.state.balance === state.balance) return known;
      const start = steady ? 0 : month;
      const worth = compile(event, { state, start, month, goesOn, terms, candidates, levels });
      if (steady && worth.choices.length === 0) compiled.set(event, worth);
      return worth;
    },
    valuer,
    units: [],
    rescaled: ({ move, asked, scaling }, state, prices, month) =>
      new Rescaled(
        asked.worth,
        scaling.prices,
        state,
        prices,
        month,
        candidates,
        (at) => move.option.prospect(context.situation(at, month), move.terms).event,
      ),
  };

  const lineOf = (entry: Known, move: Move): Line => {
    for (const one of entry.lines) if (one.move === move) return one;
    const made = new Asking(context, move, entry.state);
    entry.lines.push(made);
    return made;
  };
  const line = (move: Move, state: State): Line => lineOf(known(state), move);

  const following = (entry: Known, month: number): readonly Candidate[] => {
    const found: Candidate[] = [];
    for (const move of followers) {
      if (!move.option.follows.includes(entry.state.standing)) continue;
      const of = lineOf(entry, move);
      if (of.open(month)) found.push(new Following(of, of.fixed(month)));
    }
    return found;
  };
  function candidates(state: State, month: number): readonly Candidate[] {
    const entry = known(state);
    if (!entry.candidates) {
      entry.always ??= following(entry, month);
      return entry.always;
    }
    let found = entry.candidates.get(month);
    if (!found) {
      found = following(entry, month);
      entry.candidates.set(month, found);
    }
    return found;
  }

  return { case: c, moves, terms, steady, line, scratch: buffers, valuer };
}
