// Asks the options of one case, claim by claim, for openings, prospects, compiled trees and the exits that may follow. It asks once per
// claim state for what does not vary with the month, and once for all balances for what scales with the balance.

import type { Bar, Prospect, Situation, State } from '../../options/option.ts';
import type { ClaimFamily, CompiledTree, FollowUp, ScalableTree, SeparatedTree } from '../tree/compiled_tree.ts';
import type { FlatTree, FlatTrees } from '../tree/flat_tree.ts';
import { type Move, ScaledTree, UnitTree } from '../tree/scalable_tree.ts';

/** What an option answers for one claim state in one month. */
export interface MoveInMonth {
  readonly prospect: Prospect;
  readonly worth: CompiledTree;
  /** The same, for asking often. */
  readonly flat: FlatTree;
}

/** One move from one claim state, over the months. */
export interface MoveTimeline {
  readonly move: Move;
  /** It cannot be started in any month. */
  readonly never: boolean;
  /** Whether it may be started in this month. */
  readonly open: (month: number) => boolean;
  readonly at: (month: number) => MoveInMonth;
  /** The worth when it holds in every month that is like this one; null when it varies. */
  readonly fixed: (month: number) => CompiledTree | null;
}

/** Whether two states are equal in everything but the balance. */
const alikeBeside = (a: State, b: State): boolean =>
  a.standing === b.standing &&
  a.limitation === b.limitation &&
  a.unseen === b.unseen &&
  a.enforceable === b.enforceable &&
  a.acknowledged === b.acknowledged &&
  a.counsel === b.counsel &&
  isSameShare(a.share, b.share);

/** Courts grant equal shares to claims that came to them by different ways. */
const isSameShare = (a: State['share'], b: State['share']): boolean =>
  a === b || (a !== null && b !== null && a.every((share, k) => share === b[k]));

/** What lines and claims need of their board. */
export interface TimelineContext {
  /** The month from which all months discount alike: the one in which cash is needed, if it is needed by one. */
  readonly steadyFrom: number;
  readonly due_in: number;
  readonly valuer: FlatTrees;
  /** The exits that may follow a claim that goes on. */
  readonly followers: readonly Move[];
  readonly situation: (state: State, month: number) => Situation;
  readonly compiled: (move: Move, prospect: Prospect, state: State, month: number) => SeparatedTree;
  /** Where a balance stands among the thresholds of all followers; null when one of them has none to tell. */
  readonly bandOf: (balance: number) => number | null;
}

const NO_MONTH = Number.POSITIVE_INFINITY;

/** The month in which every bar has lifted; never when one stays. */
function liftsAt(bars: readonly Bar[]): number {
  let month = Number.NEGATIVE_INFINITY;
  for (const { lifts = NO_MONTH } of bars) month = Math.max(month, lifts);
  return month;
}

/** What was asked, and the tree that it was read from if that serves other balances. */
class StatedMove implements MoveInMonth {
  readonly prospect: Prospect;
  readonly worth: CompiledTree;
  readonly unit: UnitTree | null;
  readonly #valuer: FlatTrees;
  #flat: FlatTree | null = null;

  constructor(prospect: Prospect, worth: CompiledTree, unit: UnitTree | null, valuer: FlatTrees) {
    this.prospect = prospect;
    this.worth = worth;
    this.unit = unit;
    this.#valuer = valuer;
  }

  get flat(): FlatTree {
    this.#flat ??= this.#valuer.of(this.worth);
    return this.#flat;
  }
}

class LazyTimeline implements MoveTimeline {
  readonly move: Move;
  readonly #context: TimelineContext;
  readonly #state: State;
  readonly #units: UnitTree[];
  readonly never: boolean;
  /** The month from which nothing stands against it. */
  readonly #from: number;
  /** What was asked when it does not vary, by phase; made when needed, because most lines are asked once. */
  #byPhase: (StatedMove | 'varies' | undefined)[] | null = null;
  #byMonth: Map<number, StatedMove> | null = null;

  /** `units` are trees of claims alike in all but the balance. */
  constructor(context: TimelineContext, move: Move, state: State, units: UnitTree[]) {
    this.#context = context;
    this.move = move;
    this.#state = state;
    this.#units = units;
    const today = context.situation(state, 0);
    this.#from = move.option.needs(today).length > 0 ? NO_MONTH : liftsAt(move.option.bars(today));
    this.never = this.#from === NO_MONTH;
  }

  open(month: number): boolean {
    if (month < this.#from) return false;
    const { open } = this.at(month).prospect;
    return open === undefined || ((open.from ?? 0) <= month && month < (open.until ?? Number.POSITIVE_INFINITY));
  }

  at(month: number): StatedMove {
    const phase = this.#phase(month);
    this.#byPhase ??= [];
    let asked = this.#byPhase[phase];
    if (asked === undefined) {
      asked = this.#variesIn(month) ? 'varies' : this.#ask(month, false);
      this.#byPhase[phase] = asked;
    }
    return asked === 'varies' ? this.#inMonth(month) : asked;
  }

  fixed(month: number): CompiledTree | null {
    return this.answer(month)?.worth ?? null;
  }

  /** The answer for every month like this one; null when it varies. */
  answer(month: number): StatedMove | null {
    const answer = this.at(month);
    return this.#byPhase?.[this.#phase(month)] === 'varies' ? null : answer;
  }

  #inMonth(month: number): StatedMove {
    this.#byMonth ??= new Map();
    let asked = this.#byMonth.get(month);
    if (!asked) {
      asked = this.#ask(month, true);
      this.#byMonth.set(month, asked);
    }
    return asked;
  }

  #ask(month: number, varies: boolean): StatedMove {
    const { option, terms } = this.move;
    const { valuer } = this.#context;
    const s = this.#context.situation(this.#state, month);
    const scaling = varies ? null : (option.scaling?.(s) ?? null);
    const known = scaling && this.#units.find((one) => one.move === this.move && one.scaling.alike === scaling.alike);
    if (known) {
      const worth = new ScaledTree(known, this.#state, month);
      return new StatedMove(known.prospect, worth, known, valuer);
    }
    const prospect = option.prospect(s, terms);
    const worth = this.#context.compiled(this.move, prospect, this.#state, month);
    const unit = scaling && new UnitTree(this.move, scaling, prospect, worth, this.#context.situation);
    if (unit) this.#units.push(unit);
    return new StatedMove(prospect, worth, unit, valuer);
  }

  /** Months alike in what is due, in whether the limitation period still runs, and in how they discount. */
  #phase(month: number): number {
    const { due_in, steadyFrom } = this.#context;
    return (month >= due_in ? 1 : 0) + (month >= this.#state.limitation ? 2 : 0) + (month >= steadyFrom ? 4 : 0);
  }

  #variesIn(month: number): boolean {
    if (month < this.#context.steadyFrom) return true;
    return this.move.option.varies(this.#context.situation(this.#state, month)) === 'monthly';
  }
}

/** An exit that may follow a changed claim. */
class FollowUpExit implements FollowUp {
  readonly id: string;
  readonly move: Move;
  readonly unit: UnitTree | null;
  readonly #claim: ClaimVersion;
  readonly #make: () => CompiledTree | null;
  #fixed: CompiledTree | null | undefined;

  /** `make` is asked for a tree that serves all months, once it is needed. */
  constructor(claim: ClaimVersion, move: Move, make: () => CompiledTree | null, unit: UnitTree | null) {
    this.id = move.option.id;
    this.move = move;
    this.unit = unit;
    this.#claim = claim;
    this.#make = make;
  }

  get fixed(): CompiledTree | null {
    if (this.#fixed === undefined) this.#fixed = this.#make();
    return this.#fixed;
  }

  worth(month: number): CompiledTree {
    return this.fixed ?? this.#claim.line(this.move).at(month).worth;
  }
}

/** Claims alike in everything but the balance. */
export class AlikeClaims implements ClaimFamily {
  readonly units: UnitTree[] = [];
  readonly #state: State;
  readonly #context: TimelineContext;
  readonly #claims = new Map<number, ClaimVersion>();
  /** One claim of each band: what may follow it may follow all others of the band. */
  readonly #ofBand: (ClaimVersion | undefined)[] = [];
  /** The trees that serve all claims of a band; null when one of its exits has none. */
  readonly #unitsOfBand: (readonly UnitTree[] | null | undefined)[] = [];

  constructor(state: State, context: TimelineContext) {
    this.#state = state;
    this.#context = context;
  }

  isAlike(state: State): boolean {
    return alikeBeside(this.#state, state);
  }

  of(balance: number): ClaimVersion {
    let claim = this.#claims.get(balance);
    if (!claim) {
      const state = balance === this.#state.balance ? this.#state : { ...this.#state, balance };
      claim = new ClaimVersion(state, this, this.#context);
      this.#claims.set(balance, claim);
    }
    return claim;
  }

  candidates(balance: number, month: number): readonly FollowUp[] {
    const claim = this.of(balance);
    const band = this.#context.bandOf(balance);
    if (band === null || month < this.#context.steadyFrom) return claim.candidates(month);
    const like = this.#ofBand[band];
    this.#ofBand[band] = like ?? claim;
    return claim.candidates(month, like);
  }

  shared(balance: number, month: number): readonly ScalableTree[] | null {
    const band = month < this.#context.steadyFrom ? null : this.#context.bandOf(balance);
    if (band === null) return null;
    let units = this.#unitsOfBand[band];
    if (units === undefined) {
      this.candidates(balance, month);
      units = unitsOf(this.#ofBand[band]!.candidates(month));
      this.#unitsOfBand[band] = units;
    }
    return units;
  }
}

/** The trees of exits; null when one of them has none that serves other balances. */
function unitsOf(exits: readonly FollowUpExit[]): UnitTree[] | null {
  const units: UnitTree[] = [];
  for (const { unit } of exits) {
    if (!unit) return null;
    units.push(unit);
  }
  return units;
}

/** One claim as it may stand: its moves, and the exits that may follow when it goes on. States that are equal share it. */
class ClaimVersion {
  readonly #state: State;
  readonly #kin: AlikeClaims;
  readonly #context: TimelineContext;
  readonly #lines: LazyTimeline[] = [];
  #always: readonly FollowUpExit[] | null = null;
  #byMonth: Map<number, readonly FollowUpExit[]> | null = null;

  constructor(state: State, kin: AlikeClaims, context: TimelineContext) {
    this.#state = state;
    this.#kin = kin;
    this.#context = context;
  }

  line(move: Move): LazyTimeline {
    for (const one of this.#lines) if (one.move === move) return one;
    const made = new LazyTimeline(this.#context, move, this.#state, this.#kin.units);
    this.#lines.push(made);
    return made;
  }

  /** Exits that may follow in a month. Once all months discount alike that is asked once; `like` is a claim of the same kind. */
  candidates(month: number, like: ClaimVersion = this): readonly FollowUpExit[] {
    if (month >= this.#context.steadyFrom) {
      this.#always ??= like === this ? this.#found(month) : like.candidates(month).map((one) => this.#as(one, month));
      return this.#always;
    }
    this.#byMonth ??= new Map();
    let found = this.#byMonth.get(month);
    if (!found) {
      found = this.#found(month);
      this.#byMonth.set(month, found);
    }
    return found;
  }

  #found(month: number): readonly FollowUpExit[] {
    const found: FollowUpExit[] = [];
    for (const move of this.#context.followers) {
      if (!move.option.follows.includes(this.#state.standing)) continue;
      if (this.line(move).open(month)) found.push(this.#following(move, month));
    }
    return found;
  }

  #following(move: Move, month: number): FollowUpExit {
    const line = this.line(move);
    const answer = line.answer(month);
    return new FollowUpExit(this, move, () => answer?.worth ?? null, answer?.unit ?? null);
  }

  /** An exit of a claim of the same kind, as it may follow this one: from the same tree if one serves both. */
  #as({ move, unit }: FollowUpExit, month: number): FollowUpExit {
    if (!unit) return this.#following(move, month);
    const worth = () => new ScaledTree(unit, this.#state, month);
    return new FollowUpExit(this, move, worth, unit);
  }
}
