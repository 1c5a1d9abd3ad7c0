// From a claim to a decision: belief, gates, terms, the best sequence, and for every option its value, spread and table row.

import { type Assumptions, assume, type Override } from '../assumptions/values.ts';
import type { Claim } from '../claim/claim.ts';
import { type Facts, factsOf } from '../claim/facts.ts';
import { type Belief, belief } from '../debtor/belief.ts';
import type { PerKind } from '../debtor/kinds.ts';
import { type Debtor, debtorOf } from '../debtor/known.ts';
import type { Jurisdiction } from '../law/law.ts';
import { type Tariff, tariffOn } from '../law/tariff.ts';
import type { Bar, Case, Option, Situation, State } from '../options/option.ts';
import { type Board, board, type Move } from './board.ts';
import { choose } from './choose.ts';
import { EXTERNAL } from './components.ts';
import { EndsMemo } from './outcomes.ts';
import { type Call, callOf, rank } from './rank.ts';
import { type Solution, solve, type Valued } from './sequence.ts';
import { type Spread, spreadOf } from './spread.ts';

/** What a decision is asked about. */
export interface Question {
  readonly claim: Claim;
  readonly terms: Readonly<Record<string, unknown>>;
  readonly overrides: Readonly<Record<string, Override>>;
  /** Every option known; `consider` names those to value. The baseline is always valued, because all are compared with it. */
  readonly options: readonly Option[];
  readonly consider: ReadonlySet<string>;
  readonly law: Jurisdiction;
}

/** An option that can be started, with what it is worth. */
export interface Open {
  readonly option: Option;
  readonly terms: unknown;
  readonly valued: Valued;
  /** As first step with the best continuation; yen today. */
  readonly value: number;
  /** This option and nothing after it. */
  readonly alone: number;
  /** Value if the debtor is of each kind; its weighted mean is `value`. */
  readonly alpha: PerKind;
  readonly spread: Spread;
}

/** An option that cannot be started, and why. */
export interface Closed {
  readonly option: Option;
  readonly bars: readonly Bar[];
  /** Fields that must be told first; empty when it is barred. */
  readonly needs: readonly string[];
}

export interface Decision {
  readonly case: Case;
  readonly belief: Belief;
  readonly solution: Solution;
  readonly situation: Situation;
  /** Open options, best first. */
  readonly open: readonly Open[];
  /** Barred options and those that need terms, in the order of their names. */
  readonly closed: readonly Closed[];
  readonly call: Call;
  readonly margin: number;
}

/** Present value of a yen after `months`: the discount rate, and the bridge rate once cash is needed (model 11.2). */
function discounting(facts: Facts, a: Assumptions): (months: number) => number {
  const r = Math.log(1 + a.money.discount_rate) / 12;
  const { liquidity } = facts;
  if (!liquidity) return (months) => Math.exp(-r * months);
  const extra = Math.log(1 + liquidity.rate) / 12 - r;
  return (months) => Math.exp(-r * months - extra * Math.max(0, months - liquidity.months));
}

/** Sets up a case. */
export function caseOf(
  facts: Facts,
  debtor: Debtor,
  tariff: Tariff,
  law: Jurisdiction,
  a: Assumptions,
  terms: Question['terms'],
): Case {
  const known = new Map<string, unknown>();
  return {
    facts,
    debtor,
    law,
    tariff,
    a,
    discount: discounting(facts, a),
    terms,
    once: <T>(key: string, make: () => T): T => {
      if (!known.has(key)) known.set(key, make());
      return known.get(key) as T;
    },
  };
}

/** The claim as it stands today. */
export function stateOf(facts: Facts): State {
  const titled = (facts.claim.title ?? 'none') !== 'none';
  return {
    balance: facts.principal,
    share: null,
    standing: titled ? 'title' : 'fresh',
    enforceable: titled,
    acknowledged: false,
    counsel: facts.claim.lawyer === 'yes',
    limitation: facts.limitation_months,
    unseen: 0,
  };
}

/** Decides. Throws `LawNotCovered` when the law of a needed day is not in the data. */
export function decide(question: Question): Decision {
  const { claim, law } = question;
  const a = assume({
    ...question.overrides,
    ...(claim.discount_rate === undefined ? {} : { 'money.discount_rate': claim.discount_rate }),
    ...(claim.staff_rate === undefined ? {} : { 'money.staff_rate': claim.staff_rate.toNumber() }),
  });
  const facts = factsOf(claim, law);
  const debtor = debtorOf(claim, facts.principal, a);
  // Counsel must file online, which only the reform made possible; oneself one may choose.
  const own = claim.filing ?? (claim.lawyer === 'yes' ? 'online' : 'paper');
  const tariff = tariffOn(law, claim.as_of, own, 'online');
  return decideCase(question, caseOf(facts, debtor, tariff, law, a, question.terms));
}

/** Decides a case that is already set up; `decide` for callers who bring their own facts or tariff. */
export function decideCase(question: Pick<Question, 'options' | 'consider'>, c: Case): Decision {
  const { facts, debtor, a } = c;
  const seen = {
    age: facts.age,
    effort_months: facts.claim.effort_months,
    pd: debtor.pd,
    proceedings: facts.proceedings,
    signs: debtor.signs,
  };
  const who = belief(seen, debtor.hazards, a);
  const state = stateOf(facts);
  const situation: Situation = { ...c, state, month: 0 };
  const isConsidered = (option: Option) => option.baseline === true || question.consider.has(option.id);
  const considered = question.options.filter(isConsidered);
  const { board: b, moves, solution } = sequence(c, considered, who.weights, state);

  const memo = new EndsMemo();
  const lone = standAlone(b, moves, who.weights, state);
  const open: Open[] = [];
  const closed: Closed[] = [];
  for (const option of question.options) {
    const valued = solution.first.find(({ move }) => move.option === option);
    if (valued) {
      open.push({
        option,
        terms: valued.move.terms,
        valued,
        value: valued.value,
        alone: lone(valued),
        alpha: valued.alpha,
        spread: spreadOf(solution, valued, who.weights, facts.principal, memo),
      });
      continue;
    }
    const needs = option.needs(situation);
    const bars = isConsidered(option) ? option.bars(situation) : [EXCLUDED];
    closed.push({ option, bars, needs: bars.length > 0 ? [] : needs });
  }
  const ranked = rank(
    open.map((entry) => ({
      entry,
      id: entry.option.id,
      value: entry.value,
      p10: entry.spread.p10,
      external: -entry.spread.expected[EXTERNAL]!,
      reversible: entry.valued.to !== null,
    })),
    facts.principal,
  );
  return {
    case: c,
    belief: who,
    solution,
    situation,
    open: ranked.map(({ entry }) => entry),
    closed,
    ...callOf(ranked, facts.principal),
  };
}

/** Terms chosen and the programme solved for a claim; after a reduction the smaller claim is chosen for and solved anew. */
function sequence(
  c: Case,
  options: readonly Option[],
  weights: PerKind,
  state: State,
): { board: Board; moves: readonly Move[]; solution: Solution } {
  const { board: b, moves } = choose(c, options, weights, state);
  const allowed = new Set(moves);
  const rest = (left: State, made: Move): Solution =>
    sequence(
      c,
      options.filter((option) => option !== made.option),
      weights,
      left,
    ).solution;
  return {
    board: b,
    moves,
    solution: solve(b, { weights, state, allowed: (move) => allowed.has(move), solveRest: rest }),
  };
}

/**
 * Values options with nothing but waiting after them. After a missed instalment, too, there is only waiting, and what belongs to the
 * step itself: the enforcement of a title.
 */
function standAlone(b: Board, moves: readonly Move[], weights: PerKind, state: State): (valued: Valued) => number {
  const belongs = ({ option }: Move) => option.baseline === true || !option.follows.includes('fresh');
  let restricted: Board | null = null;
  return ({ move, value }) => {
    const { option } = move;
    if (option.shape === 'exit') return value;
    const baseline = (other: Move) => other.option.baseline === true;
    const { prospect, worth } = b.line(move, state).at(0);
    restricted ??= worth.choices.length > 0 ? board(b.case, moves, belongs) : null;
    const on = worth.choices.length > 0 && restricted ? restricted : b;
    const solved = solve(on, {
      weights,
      state,
      allowed: (other) => other === move || baseline(other),
      solveRest: (left) => solve(on, { weights, state: left, allowed: baseline, months: 0 }),
      ...(option.shape === 'offer' ? { months: prospect.window ?? 1 } : {}),
    });
    return solved.first.find((valued) => valued.move === move)?.value ?? value;
  };
}

const EXCLUDED: Bar = {
  code: 'not_considered',
  text: { ja: 'options の指定により検討の対象から外されています。', en: 'Left out by the request (options).' },
  inputs: {},
  cite: null,
  opens_if: { ja: 'options に含めた場合', en: 'it is named in options' },
};
