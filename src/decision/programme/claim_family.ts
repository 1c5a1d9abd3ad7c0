// Asks the options of one case, claim by claim, for openings, prospects, compiled trees and the exits that may follow. It asks once per
// claim state for what does not vary with the month, and once for all balances for what scales with the balance.

import { isAbove } from '../../numbers/number.ts';
import type { Bar, Case, Prospect, State } from '../../options/option.ts';
import type { ClaimFamily, CompiledTree, FollowUp } from '../tree/compiled_tree.ts';
import { type FamilyContext, type FamilyTree, isDearer, type Move } from '../tree/family_tree.ts';

/** What an option answers for one claim state in one month. */
export interface MoveInMonth {
  readonly prospect: Prospect;
  readonly tree: CompiledTree;
}

/** One move from one claim state, over the months. */
export interface MoveTimeline {
  readonly move: Move;
  /** It cannot be started in any month. */
  readonly never: boolean;
  /** The field that says that the offer was refused which has to be made before it; null when there is none. */
  readonly after: string | null;
  /** Whether it is not used any more once an offer was refused, by the field that says so. */
  readonly spentAfter: (refused: string) => boolean;
  /** Whether it may be started in this month. */
  readonly open: (month: number) => boolean;
  readonly at: (month: number) => MoveInMonth;
}

/** Whether two states are equal in everything but the balance. */
const alikeBeside = (a: State, b: State): boolean =>
  a.standing === b.standing &&
  a.limitation === b.limitation &&
  a.used === b.used &&
  a.fee_paid === b.fee_paid &&
  a.enforceable === b.enforceable &&
  a.acknowledged === b.acknowledged &&
  a.counsel === b.counsel &&
  isSameShare(a.share, b.share);

/** Courts grant equal shares to claims that came to them by different ways. */
const isSameShare = (a: State['share'], b: State['share']): boolean =>
  a === b || (a !== null && b !== null && a.every((share, k) => share === b[k]));

/** What timelines and claims need of their board. */
export interface TimelineContext extends FamilyContext {
  /** The month from which all months discount alike: the one in which cash is needed, if it is needed by one. */
  readonly steadyFrom: number;
  /** The exits that may follow a claim that goes on. */
  readonly followers: readonly Move[];
  /** Compiles what an option answers for one claim. */
  readonly single: (move: Move, prospect: Prospect, state: State, month: number) => CompiledTree;
  /** Compiles it for all claims of a band; null where the option does not scale. */
  readonly shared: (move: Move, state: State, month: number) => FamilyTree | null;
  /** Where a balance stands among the thresholds of all followers; null when one of them has none to tell. */
  readonly bandOf: (balance: number) => number | null;
}

const NO_MONTH = Number.POSITIVE_INFINITY;

/** Whether a month is before a limit that may be far away. */
const isBefore = (month: number, limit: number): boolean =>
  limit === NO_MONTH || (limit !== Number.NEGATIVE_INFINITY && isAbove(limit, month));

/** The month in which every bar has lifted but for those that another offer lifts; never when one stays. */
function liftsAt(bars: readonly Bar[]): number {
  let month = Number.NEGATIVE_INFINITY;
  for (const { lifts = NO_MONTH, lifted_by } of bars) if (lifted_by === undefined) month = Math.max(month, lifts);
  return month;
}

/** How many thresholds of an option are below a balance. */
export const bandIn = ({ option }: Move, c: Case, balance: number): number =>
  (option.thresholds?.(c) ?? []).filter((threshold) => threshold < balance).length;

class LazyTimeline implements MoveTimeline {
  readonly move: Move;
  readonly never: boolean;
  readonly after: string | null;
  readonly #context: TimelineContext;
  readonly #state: State;
  readonly #family: AlikeClaims;
  /** The month from which nothing stands against it. */
  readonly #from: number;
  /** Months from which it is another one. */
  readonly #changes: readonly number[];
  /** What was asked when it does not vary, by phase. */
  readonly #byPhase: (MoveInMonth | 'varies' | undefined)[] = [];
  #byMonth: Map<number, MoveInMonth> | null = null;

  constructor(context: TimelineContext, move: Move, state: State, family: AlikeClaims) {
    this.#context = context;
    this.move = move;
    this.#state = state;
    this.#family = family;
    const today = context.situation(state, 0);
    this.#changes = move.option.changes?.(today) ?? [];
    const bars = move.option.bars(today);
    this.#from = move.option.needs(today).length > 0 ? NO_MONTH : liftsAt(bars);
    this.after = bars.find(({ lifted_by }) => lifted_by !== undefined)?.lifted_by ?? null;
    this.never = this.#from === NO_MONTH;
  }

  open(month: number): boolean {
    if (isBefore(month, this.#from)) return false;
    const { open } = this.at(month).prospect;
    if (open === undefined) return true;
    return !isBefore(month, open.from ?? 0) && isBefore(month, open.until ?? NO_MONTH);
  }

  spentAfter(refused: string): boolean {
    return this.move.option.spent_after?.(this.#context.situation(this.#state, 0), refused) ?? false;
  }

  at(month: number): MoveInMonth {
    return this.answer(month) ?? this.#inMonth(month);
  }

  /** The answer for every month like this one; null when it varies. */
  answer(month: number): MoveInMonth | null {
    const phase = this.#phase(month);
    let asked = this.#byPhase[phase];
    if (asked === undefined) {
      asked = this.#variesIn(month) ? 'varies' : this.#always(month);
      this.#byPhase[phase] = asked;
    }
    return asked === 'varies' ? null : asked;
  }

  #inMonth(month: number): MoveInMonth {
    this.#byMonth ??= new Map();
    let asked = this.#byMonth.get(month);
    if (!asked) {
      asked = this.#ask(month);
      this.#byMonth.set(month, asked);
    }
    return asked;
  }

  #always(month: number): MoveInMonth {
    const shared = this.#family.shared(this.move, this.#state, month);
    return shared ? { prospect: shared.prospect, tree: shared.of(this.#state, month) } : this.#ask(month);
  }

  #ask(month: number): MoveInMonth {
    const prospect = this.move.option.prospect(this.#context.situation(this.#state, month), this.move.terms);
    return { prospect, tree: this.#context.single(this.move, prospect, this.#state, month) };
  }

  /** Months alike in what is due, in whether the limitation period still runs, and in how they discount. */
  #phase(month: number): number {
    const { case: c, steadyFrom } = this.#context;
    const reached = (limit: number): number => (isBefore(month, limit) ? 0 : 1);
    let changed = 0;
    for (const change of this.#changes) if (!isBefore(month, change)) changed++;
    return reached(c.facts.due_in) + 2 * reached(this.#state.limitation) + 4 * reached(steadyFrom) + 8 * changed;
  }

  #variesIn(month: number): boolean {
    if (isBefore(month, this.#context.steadyFrom)) return true;
    return this.move.option.varies(this.#context.situation(this.#state, month)) === 'monthly';
  }
}

/** An exit that may follow a changed claim. */
class FollowUpExit implements FollowUp {
  readonly id: string;
  readonly move: Move;
  readonly shared: FamilyTree | null;
  readonly #claim: ClaimVersion;
  readonly #make: () => CompiledTree | null;
  #fixed: CompiledTree | null | undefined;
  #key: string | null = null;

  /** `make` is asked for a tree that serves all months, once it is needed. */
  constructor(claim: ClaimVersion, move: Move, make: () => CompiledTree | null, shared: FamilyTree | null) {
    this.id = move.option.id;
    this.move = move;
    this.shared = shared;
    this.#claim = claim;
    this.#make = make;
  }

  get key(): string {
    this.#key ??= `${this.id} ${JSON.stringify(this.move.terms)}`;
    return this.#key;
  }

  get fixed(): CompiledTree | null {
    if (this.#fixed === undefined) this.#fixed = this.#make();
    return this.#fixed;
  }

  tree(month: number): CompiledTree {
    return this.fixed ?? this.#claim.timeline(this.move).at(month).tree;
  }
}

/** Leaves out what is the same as another exit but dearer; of two that cost the same the first stays. */
const withoutDearer = (exits: readonly FollowUpExit[]): FollowUpExit[] =>
  exits.filter(
    ({ shared }, i) =>
      shared === null ||
      !exits.some(
        ({ shared: other }, j) =>
          other !== null && i !== j && isDearer(shared, other) && !(i < j && isDearer(other, shared)),
      ),
  );

/** Claims alike in everything but the balance. */
export class AlikeClaims implements ClaimFamily {
  readonly #state: State;
  readonly #context: TimelineContext;
  readonly #claims = new Map<number, ClaimVersion>();
  readonly #trees: FamilyTree[] = [];
  /** One claim of each band: what may follow it may follow all others of the band. */
  readonly #ofBand: (ClaimVersion | undefined)[] = [];

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

  /** The tree of a move that serves all claims of the band; null where it does not scale. */
  shared(move: Move, state: State, month: number): FamilyTree | null {
    const { case: c, shared } = this.#context;
    const band = bandIn(move, c, state.balance);
    const known = this.#trees.find((tree) => tree.move === move && tree.band === band);
    if (known) return known;
    const made = shared(move, state, month);
    if (made) this.#trees.push(made);
    return made;
  }

  candidates(balance: number, month: number): readonly FollowUp[] {
    const claim = this.of(balance);
    const band = this.#context.bandOf(balance);
    if (band === null || isBefore(month, this.#context.steadyFrom)) return claim.candidates(month);
    const like = this.#ofBand[band];
    this.#ofBand[band] = like ?? claim;
    return claim.candidates(month, like);
  }
}

/** One claim as it may stand: its moves, and the exits that may follow when it goes on. States that are equal share it. */
class ClaimVersion {
  readonly #state: State;
  readonly #family: AlikeClaims;
  readonly #context: TimelineContext;
  readonly #timelines: LazyTimeline[] = [];
  #always: readonly FollowUpExit[] | null = null;
  #byMonth: Map<number, readonly FollowUpExit[]> | null = null;

  constructor(state: State, family: AlikeClaims, context: TimelineContext) {
    this.#state = state;
    this.#family = family;
    this.#context = context;
  }

  timeline(move: Move): LazyTimeline {
    for (const one of this.#timelines) if (one.move === move) return one;
    const made = new LazyTimeline(this.#context, move, this.#state, this.#family);
    this.#timelines.push(made);
    return made;
  }

  /** Exits that may follow in a month. Once all months discount alike that is asked once; `like` is a claim of the same kind. */
  candidates(month: number, like: ClaimVersion = this): readonly FollowUpExit[] {
    if (!isBefore(month, this.#context.steadyFrom)) {
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
      const timeline = this.timeline(move);
      if (!timeline.open(month)) continue;
      const answer = timeline.answer(month);
      const shared = answer === null ? null : this.#family.shared(move, this.#state, month);
      found.push(new FollowUpExit(this, move, () => answer?.tree ?? null, shared));
    }
    return withoutDearer(found);
  }

  /** An exit of a claim of the same kind, as it may follow this one: from the same tree if one serves both. */
  #as({ move, shared }: FollowUpExit, month: number): FollowUpExit {
    if (shared) return new FollowUpExit(this, move, () => shared.of(this.#state, month), shared);
    const answer = this.timeline(move).answer(month);
    return new FollowUpExit(this, move, () => answer?.tree ?? null, null);
  }
}
