// Decides a claim: belief, bars, terms, the best sequence, and for every option its value, spread and value per kind.

import type { PerKind } from '../../assumptions/kinds.ts';
import type { Belief } from '../../debtor/belief.ts';
import type { Bar, Case, Option, Situation, State } from '../../options/option.ts';
import type { Move } from '../tree/family_tree.ts';
import { caseOf, type Question, settingOf, setUp } from './case.ts';
import { board, type MoveBoard } from './moves.ts';
import { TerminalsCache } from './outcome_list.ts';
import { policyOf, policyValue } from './policy.ts';
import { Programme, type Selected, type Solved, solveBoard } from './programme.ts';
import { type Clarity, clarityOf, type Rankable, rank, tiedWithFirst } from './rank.ts';
import type { Solution, ValuedMove } from './solution.ts';
import { type Spread, spreadOf } from './spread.ts';

/** An option that can be started, with what it is worth. */
export interface OpenOption {
  readonly option: Option;
  readonly terms: unknown;
  readonly valued: ValuedMove;
  /** As first step with the best continuation; yen today. */
  readonly value: number;
  /** This option and nothing after it. */
  readonly alone: number;
  /** Value if the debtor is of each kind; its weighted mean is `value`. */
  readonly alpha: PerKind;
  readonly spread: Spread;
  /** Part of the value that the need of cash by a day takes away (negative), yen; 0 without such a need. */
  readonly liquidityCost: number;
}

/** An option that cannot be started, and why. */
export interface ClosedOption {
  readonly option: Option;
  readonly bars: readonly Bar[];
  /** Fields that must be told first; empty when it is barred. */
  readonly needs: readonly string[];
}

export interface Decision {
  readonly case: Case;
  readonly belief: Belief;
  /** The options considered, for solving again under other weights. */
  readonly programme: Programme;
  readonly solution: Solution;
  /** The terms chosen. */
  readonly selected: Selected;
  readonly situation: Situation;
  /** Open options, best first. */
  readonly open: readonly OpenOption[];
  /** Barred options and those that need terms, in the order of their names. */
  readonly closed: readonly ClosedOption[];
  /** Options whose values are within the band of near ties of the first. */
  readonly tied: ReadonlySet<OpenOption>;
  /** How clear the first place is, in the measure by which options are ranked: certainty equivalents for an averse caller. */
  readonly clarity: Clarity;
}

/** How the figures of a first step are worked out. */
interface Workings {
  readonly alone: (valued: ValuedMove) => number;
  readonly spread: (valued: ValuedMove) => Spread;
  readonly liquidityCost: (valued: ValuedMove) => number;
}

/**
 * Computes the figures of an open option when they are first read, because a ledger reads few of them. It is a class because an object with
 * getters of its own would keep everything they refer to alive until the next full collection.
 */
class LazyOpenOption implements OpenOption {
  readonly option: Option;
  readonly terms: unknown;
  readonly valued: ValuedMove;
  readonly value: number;
  readonly #workings: Workings;
  #alone: number | undefined;
  #spread: Spread | undefined;
  #liquidityCost: number | undefined;

  constructor(valued: ValuedMove, workings: Workings) {
    this.option = valued.move.option;
    this.terms = valued.move.terms;
    this.valued = valued;
    this.value = valued.value;
    this.#workings = workings;
  }

  get alpha(): PerKind {
    return this.valued.alpha;
  }

  get alone(): number {
    this.#alone ??= this.#workings.alone(this.valued);
    return this.#alone;
  }

  get spread(): Spread {
    this.#spread ??= this.#workings.spread(this.valued);
    return this.#spread;
  }

  get liquidityCost(): number {
    this.#liquidityCost ??= this.#workings.liquidityCost(this.valued);
    return this.#liquidityCost;
  }
}

/** What ranking looks at in an open option; an averse caller ranks by certainty equivalents. */
const rankable = (entry: OpenOption, averse: boolean): Rankable & { readonly entry: OpenOption } => ({
  entry,
  id: entry.option.id,
  family: entry.option.family,
  value: averse ? (entry.spread.certainty_equivalent ?? entry.value) : entry.value,
  reversible: entry.valued.to !== null,
});

/** The options of a question that are valued: those to consider, and the baseline, with which all are compared. */
export const consideredOf = ({ options, consider }: Pick<Question, 'options' | 'consider'>): Option[] =>
  options.filter((option) => option.baseline === true || consider.has(option.id));

/** The best other first step: by value, or by certainty equivalent for an averse caller. */
export const runnerUp = ({ open }: Pick<Decision, 'open'>): OpenOption | undefined => open[1];

/** Decides. Throws `LawNotCovered` when the law of a needed day is not in the data. */
export const decide = (question: Question): Decision => decideCase(question, setUp(question));

/** Decides a case that is already set up; `decide` for callers who bring their own facts or tariff. */
export function decideCase(question: Pick<Question, 'options' | 'consider' | 'room'>, c: Case): Decision {
  const setting = settingOf(c);
  const { belief: who, state } = setting;
  const { facts } = c;
  const situation: Situation = { ...c, state, month: 0 };
  const considered = consideredOf(question);
  const programme = new Programme(c, considered, state);
  const { moves, solution, selected } = programme.solve(who.weights);
  const { board: b } = programme;

  const memo = new TerminalsCache(question.room);
  const aversion = facts.claim.risk === 'averse' ? c.a.risk.aversion / facts.principal : 0;
  const workings: Workings = {
    alone: standAlone(b, moves, who.weights, state),
    spread: (valued) => spreadOf(solution, valued, who.weights, { face: facts.principal, memo, aversion }),
    liquidityCost: liquidityCost(programme, { solution, selected }, situation, who.weights),
  };
  const open: OpenOption[] = [];
  const closed: ClosedOption[] = [];
  for (const option of question.options) {
    const valued = solution.first.find(({ move }) => move.option === option);
    if (valued) {
      open.push(new LazyOpenOption(valued, workings));
      continue;
    }
    const needs = option.needs(situation);
    const bars = considered.includes(option) ? option.bars(situation) : [EXCLUDED];
    closed.push({ option, bars, needs: bars.length > 0 ? [] : needs });
  }
  const ranked = rank(open.map((entry) => rankable(entry, aversion > 0)));
  return {
    case: c,
    belief: who,
    programme,
    solution,
    selected,
    situation,
    open: ranked.map(({ entry }) => entry),
    closed,
    tied: new Set(tiedWithFirst(ranked, facts.principal).map(({ entry }) => entry)),
    clarity: clarityOf(ranked, facts.principal),
  };
}

/**
 * Values options that are followed by waiting alone. After a missed instalment, too, only waiting follows, and what belongs to the step
 * itself: the enforcement of its title.
 */
function standAlone(
  b: MoveBoard,
  moves: readonly Move[],
  weights: PerKind,
  state: State,
): (valued: ValuedMove) => number {
  const belongs = ({ option }: Move) => option.baseline === true || !option.follows.includes('fresh');
  let restricted: MoveBoard | null = null;
  return ({ move, value }) => {
    const { option } = move;
    if (option.shape === 'exit') return value;
    const baseline = (other: Move) => other.option.baseline === true;
    const { prospect, tree } = b.timeline(move, state).at(0);
    restricted ??= tree.choices.length > 0 ? board(b.case, moves, { mayFollow: belongs, state }) : null;
    const on = tree.choices.length > 0 && restricted ? restricted : b;
    const solved = solveBoard(on, {
      weights,
      state,
      allowed: (other) => other === move || baseline(other),
      solveRest: ({ left }) => solveBoard(on, { weights, state: left, allowed: baseline, months: 0 }),
      ...(option.shape === 'offer' ? { months: prospect.window ?? 1 } : {}),
    });
    return solved.first.find((valued) => valued.move === move)?.value ?? value;
  };
}

/** Value that a need of cash takes from a policy: its value less that of the same policy without the need (docs/model.md 11.2). */
function liquidityCost(
  { options }: Programme,
  { solution, selected }: Pick<Solved, 'solution' | 'selected'>,
  { state, ...c }: Situation,
  weights: PerKind,
): (valued: ValuedMove) => number {
  if (c.facts.liquidity === null) return () => 0;
  const calm = caseOf({ ...c, facts: { ...c.facts, liquidity: null } });
  const unhurried = new Programme(calm, options, state).solveWith(selected, weights).solution;
  return (valued) => valued.value - policyValue(policyOf(solution, valued), unhurried, weights);
}

const EXCLUDED: Bar = {
  code: 'not_considered',
  text: { ja: 'options の指定により検討の対象から外されています。', en: 'Left out by the request (options).' },
  inputs: {},
  cite: null,
  opens_if: { ja: 'options に含めた場合', en: 'it is named in options' },
};
