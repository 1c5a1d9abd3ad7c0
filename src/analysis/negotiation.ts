// Prepares talks with the debtor: what the alternative to an agreement is worth, the lump sum below which nobody should agree, today and
// as the months pass, what concessions cost and gain, what to ask for in return, and which questions are worth asking (docs/model.md 9.8).
// Every figure decides the claim again.

import { every, total } from '../assumptions/kinds.ts';
import { assume } from '../assumptions/values.ts';
import type { Claim } from '../claim/claim.ts';
import { type CallQuestion, callQuestions } from '../debtor/call_questions.ts';
import { assuming, overridesOf, type Question, settingOf, setUp } from '../decision/programme/case.ts';
import type { Decision } from '../decision/programme/decide.ts';
import { board } from '../decision/programme/moves.ts';
import { Programme } from '../decision/programme/programme.ts';
import { acceptanceOf, takers } from '../decision/shapes/offer.ts';
import { treeValue } from '../decision/tree/compiled_tree.ts';
import { LawNotCovered } from '../law/dated.ts';
import type { Bar, Bargaining, Concession, Counterpart, Figure, Option, Situation } from '../options/option.ts';
import { dayAfter } from '../values/day.ts';
import type { Steps } from '../values/steps.ts';
import { type BreakEven, breakEvenOf, changedBy } from './break_even.ts';
import { worthOfHearing } from './information.ts';
import { outlookFor, type Worlds } from './scenarios.ts';

/** A figure of a break-even: yen, or that every sum or none is worth it. */
export type Floor = BreakEven['value'];

/** The floor of a lump sum in a later month, when nothing was agreed or paid until then. */
export interface LaterFloor {
  readonly month: number;
  readonly value: Floor;
}

/** What a concession gives away if the debtor agrees, and how it moves the chance of agreement. */
export interface ConcessionValue {
  readonly option: Option;
  readonly concession: Concession;
  /** Yen that we are worse off if the debtor agrees. */
  readonly cost: number;
  readonly chance_before: number;
  readonly chance_after: number;
}

/** What something asked for in return adds to the value, yen; null where the engine does not value it. */
export interface CounterpartValue {
  readonly counterpart: Counterpart;
  readonly adds: number | null;
}

/** A question, what hearing the answer is worth, and the first step after each reply. */
export interface QuestionValue {
  readonly question: CallQuestion;
  readonly worth: number;
  readonly replies: readonly { readonly chance: number; readonly option: string }[];
}

/** Talks with the debtor, prepared; yen. */
export interface Negotiation {
  /** The best first step of those that need no agreement of the debtor, and its value. */
  readonly alternative: { readonly option: string; readonly value: number };
  /** The least lump sum worth accepting; null where none can be accepted. */
  readonly floor: Floor | null;
  /** Why no lump sum can be accepted or offered. */
  readonly closed: readonly Bar[];
  readonly later: readonly LaterFloor[];
  /** The lump sum that the engine would offer; null where it would offer none. */
  readonly target: number | null;
  readonly opening: number | null;
  /** Lump sum that the debtor has offered. */
  readonly offered: number | null;
  readonly concessions: readonly ConcessionValue[];
  readonly asks: readonly CounterpartValue[];
  readonly questions: readonly QuestionValue[];
}

/** Months ahead for which the floor is stated. */
const MONTHS_AHEAD = [1, 3, 6] as const;

/** Sums to be named in talks are round. */
const ROUND_TO = 1_000;

/** Prepares the talks about a decision, in steps between which others may be served. */
export function* negotiationSteps(worlds: Worlds, known: readonly BreakEven[] | null): Steps<Negotiation> {
  const { question, decision, options } = worlds;
  const lump = lumpSumOf(options, decision.situation);
  const floor = yield* floorOf(worlds, lump, known);
  const all = options.map((option) => ({ option, ...bargainingOf(decision, option) }));
  // Where no agreement is worth having, or none can be made, there is nothing to give away or to ask for.
  const talks = floor === 'never' || decision.situation.facts.proceedings ? [] : all;
  const target = targetOf(worlds, lump, floor);
  const principal = decision.situation.facts.principal;
  const share = decision.case.a.bargaining.opening_share;
  const alternative = outlookFor(
    question,
    options.filter(({ consensual }) => consensual !== true),
  );
  yield;
  const asks: CounterpartValue[] = [];
  for (const { option, asks: counterparts = [] } of talks)
    for (const counterpart of counterparts) {
      asks.push(counterpartValue(worlds, option, counterpart));
      yield;
    }
  return {
    alternative: { option: alternative.best, value: alternative.value },
    floor,
    closed: floor === null ? (decision.closed.find(({ option }) => option === lump?.option)?.bars ?? []) : [],
    later: floor === null ? [] : yield* laterFloors(worlds),
    target,
    opening: target === null ? null : roundSum(target + share * (principal - target), principal),
    offered: all.find(({ offered }) => offered !== undefined)?.offered ?? null,
    concessions: talks
      .flatMap(({ option, concessions = [] }) =>
        concessions
          .filter(({ to }) => isAcceptable(option.bargaining?.(decision.situation, to).lump_sum, floor))
          .map((concession) => concessionValue(worlds, option, concession)),
      )
      .sort(byPriceOfAgreement),
    asks: asks.sort((x, y) => (y.adds ?? Number.NEGATIVE_INFINITY) - (x.adds ?? Number.NEGATIVE_INFINITY)),
    questions: yield* questionsOf(worlds),
  };
}

/** Whether a lump sum that terms come to is not below the floor; other terms have none. */
const isAcceptable = (sum: number | undefined, floor: Floor | null): boolean =>
  sum === undefined || typeof floor !== 'number' || sum >= floor;

/** A sum to be named: rounded up to whole thousands, and never more than is owed. */
const roundSum = (yen: number, principal: number): number =>
  Math.min(principal, Math.ceil(Math.round(yen) / ROUND_TO) * ROUND_TO);

/** What an option says about talks as it stands. */
function bargainingOf({ situation, open }: Decision, option: Option): Bargaining {
  const entry = open.find((one) => one.option === option);
  return option.bargaining?.(situation, entry?.terms ?? null) ?? {};
}

/** An option whose break-even is the least sum for which to close the matter. */
interface LumpSum {
  readonly option: Option;
  readonly figure: Figure;
}

/** Finds it among the options; its figure is that of the situation. */
function lumpSumOf(options: readonly Option[], situation: Situation): LumpSum | null {
  for (const option of options) {
    const figure = option.negotiable === true && option.figures?.(situation).find(({ kind }) => kind === 'amount');
    if (figure) return { option, figure };
  }
  return null;
}

/** The floor, taken from the break-evens where they were asked for as well. */
function* floorOf(worlds: Worlds, lump: LumpSum | null, known: readonly BreakEven[] | null): Steps<Floor | null> {
  if (lump === null) return null;
  const { option, figure } = lump;
  const same = known?.find((one) => one.option === option && one.figure.name === figure.name);
  return (same ?? (yield* breakEvenOf(worlds, option, figure)))?.value ?? null;
}

/** The lump sum that serves us best as an offer of ours, never below the floor or what was offered; null where it would be no use. */
function targetOf({ question, decision }: Worlds, lump: LumpSum | null, floor: Floor | null): number | null {
  if (lump === null || floor === null || floor === 'never') return null;
  const { option } = lump;
  const { principal } = decision.situation.facts;
  const least = floor === 'always' ? 0 : floor;
  const own = bargainingOf(decision, option);
  const sum = own.offered === undefined ? own.lump_sum : withoutOffer(question, decision, option).lump_sum;
  return sum === undefined ? null : roundSum(Math.max(sum, least, own.offered ?? 0), principal);
}

/** What an option would bargain for if the debtor had offered nothing itself. */
function withoutOffer(question: Question, { programme, belief }: Decision, option: Option): Bargaining {
  const { [option.id]: _, ...terms } = question.terms;
  const c = setUp({ ...question, terms });
  const { state } = settingOf(c);
  const situation: Situation = { ...c, state, month: 0 };
  if (option.bars(situation).length > 0) return {};
  const { moves } = new Programme(c, programme.options, state).solve(belief.weights);
  const chosen = moves.find((move) => move.option === option);
  return chosen === undefined ? {} : (option.bargaining?.(situation, chosen.terms) ?? {});
}

/** The claim as it will be after some months in which the plan was followed and nothing was paid or agreed. */
function laterQuestion({ question, decision }: Worlds, month: number): Question {
  const { overdue_days: _, effort_months, ...claim } = question.claim;
  const tried = new Set(stepsUntil(decision, month).flatMap(({ refused_as }) => refused_as ?? []));
  return {
    ...question,
    claim: {
      ...claim,
      as_of: dayAfter(claim.as_of, month),
      due_date: decision.case.facts.due_date,
      ...(effort_months === undefined ? {} : { effort_months: effort_months + month }),
      ...Object.fromEntries([...tried].map((field) => [field, true])),
    } as Claim,
  };
}

/** The options that the best sequence takes before a month. */
function stepsUntil({ solution, open: [best] }: Decision, month: number): Option[] {
  const steps: Option[] = [];
  for (let move = best?.valued ?? null; move !== null; move = move.to && solution.best(move.to)) {
    steps.push(move.move.option);
    if (move.to === null || move.to.month >= month) break;
  }
  return steps;
}

/** The floors of the months to come, as far as the law of those days is known and a lump sum can be accepted then. */
function* laterFloors(worlds: Worlds): Steps<LaterFloor[]> {
  const found: LaterFloor[] = [];
  try {
    for (const month of MONTHS_AHEAD) {
      const question = laterQuestion(worlds, month);
      const c = setUp(question);
      const lump = lumpSumOf(worlds.options, { ...c, state: settingOf(c).state, month: 0 });
      const there = { question, options: worlds.options };
      const value = lump && (yield* breakEvenOf(there, lump.option, lump.figure))?.value;
      if (value === null || value === undefined) break;
      found.push({ month, value });
    }
  } catch (fault) {
    if (!(fault instanceof LawNotCovered)) throw fault;
  }
  return found;
}

/** What terms are worth if the debtor agrees to them, by those who would agree to `among`. Yen per agreement, and its chance. */
function agreed(
  { decision, question }: Worlds,
  { option, among, changes = {} }: { option: Option; among: unknown; changes?: Concession['changes'] },
  terms: unknown,
): { readonly value: number; readonly chance: number } {
  const { state } = decision.situation;
  const isSame = Object.keys(changes).length === 0;
  const b = isSame
    ? decision.programme.board
    : board(assuming(decision.case, assume({ ...overridesOf(question), ...changes })), decision.programme.board.moves);
  const labelled = decision.belief.weights;
  const { prospect } = b.timeline({ option, terms: among }, state).at(0);
  const agreeing = takers({ labelled, sound: every(1) }, acceptanceOf(prospect), prospect.voidIfFailed === true);
  const chance = total(agreeing);
  const { tree } = b.timeline({ option, terms }, state).at(0);
  return { value: chance > 0 ? treeValue(tree, agreeing, 0) / chance : 0, chance };
}

function concessionValue(worlds: Worlds, option: Option, concession: Concession): ConcessionValue {
  const { from, to, changes } = concession;
  const before = agreed(worlds, { option, among: to }, from);
  const after = agreed(worlds, { option, among: to, ...(changes === undefined ? {} : { changes }) }, to);
  return {
    option,
    concession,
    cost: Math.max(0, before.value - after.value),
    chance_before: agreed(worlds, { option, among: from }, from).chance,
    chance_after: after.chance,
  };
}

/** The cheapest chance of agreement first; what gains none last, the cheaper first. */
function byPriceOfAgreement(x: ConcessionValue, y: ConcessionValue): number {
  const price = ({ cost, chance_before, chance_after }: ConcessionValue): number =>
    chance_after - chance_before > NO_GAIN ? cost / (chance_after - chance_before) : Number.POSITIVE_INFINITY;
  const [one, other] = [price(x), price(y)];
  return one === other ? x.cost - y.cost : one - other;
}

/** Gains in the chance of agreement below this are rounding. */
const NO_GAIN = 1e-9;

function counterpartValue(worlds: Worlds, option: Option, counterpart: Counterpart): CounterpartValue {
  const { change, terms } = counterpart;
  const { question, decision, options } = worlds;
  if (terms !== undefined) {
    const value = (of: unknown) => agreed(worlds, { option, among: terms.to }, of).value;
    return { counterpart, adds: value(terms.to) - value(terms.from) };
  }
  if (change === undefined) return { counterpart, adds: null };
  const now = decision.open.reduce((most, { value }) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  return { counterpart, adds: outlookFor(changedBy(question, change), options).value - now };
}

/** The questions to ask in a call, those most worth an answer first. */
function* questionsOf(worlds: Worlds): Steps<QuestionValue[]> {
  const { case: c, question, options } = worlds;
  const about = callQuestions(c.facts.claim, c.a, c.facts.proceedings);
  const heard = yield* worthOfHearing(worlds, about);
  return heard
    .map(({ worth, after }, i): QuestionValue | null => {
      const asked = about[i];
      if (asked === undefined) return null;
      const replies = after.map(({ chance, option }, place) => ({
        chance,
        option:
          asked.changes_claim === true
            ? outlookFor(changedBy(question, { claim: asked.findings[place]?.fields ?? {} }), options).best
            : option,
      }));
      return { question: asked, worth, replies };
    })
    .filter((one) => one !== null)
    .sort((x, y) => y.worth - x.worth);
}
