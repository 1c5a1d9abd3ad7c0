// Finds the figure from which an option is worth taking: the price, the lump sum, the fee, the chance of winning at which its value passes
// what it must beat. It searches the grid on which figures are written and decides the claim anew at every try (docs/model.md 9.4).

import type { Claim } from '../claim/claim.ts';
import type { Question } from '../decision/programme/case.ts';
import type { Figure, Option, QuestionChange } from '../options/option.ts';
import { finish, type Steps } from '../values/steps.ts';
import { outlookFor, type Worlds } from './scenarios.ts';

/** The figure from which an option is worth taking. */
export interface BreakEven {
  readonly option: Option;
  readonly figure: Figure;
  /** The least favourable figure at which it is worth taking; `always` if every figure is, `never` if none. */
  readonly value: number | 'always' | 'never';
}

/** Steps in which figures are written: whole yen, whole instalments, hundredths of a percent. */
const STEP: Readonly<Record<Figure['kind'], number>> = { amount: 1, count: 1, rate: 1e-4, chance: 1e-4 };

/** The question with the figure set to a value. */
export const asking = (question: Question, figure: Figure, value: number): Question =>
  changedBy(question, figure.ask(value));

/** The question with fields written anew. */
export function changedBy(question: Question, { claim = {}, terms = {} }: QuestionChange): Question {
  return {
    ...question,
    claim: { ...question.claim, ...claim } as Claim,
    terms: { ...question.terms, ...terms },
  };
}

/** Value of a first step, and of what it must beat; null where it is closed. */
type Contest = (value: number) => number | null;

/** How far an option is ahead of the best other first step. */
const aheadOfOthers =
  ({ question, options }: Pick<Worlds, 'question' | 'options'>, option: Option, figure: Figure): Contest =>
  (value) => {
    const { values } = outlookFor(asking(question, figure, value), options);
    const own = values.get(option.id);
    if (own === undefined) return null;
    return own - Math.max(...[...values].map(([id, other]) => (id === option.id ? Number.NEGATIVE_INFINITY : other)));
  };

/** How far an exit is ahead of the best that can be done without it and its group; only exits can follow an exit. */
function aheadOfDoingWithout(
  { question, options }: Pick<Worlds, 'question' | 'options'>,
  option: Option,
  figure: Figure,
): Contest {
  const { group } = option;
  const rest = options.filter((other) => other !== option && (group === undefined || other.group !== group));
  const rival = outlookFor(question, rest).value;
  const exits = options.filter(({ shape }) => shape === 'exit');
  return (value) => {
    const { values } = outlookFor(asking(question, figure, value), exits);
    const own = values.get(option.id);
    return own === undefined ? null : own - rival;
  };
}

/** Steps after which the search halves the interval instead of following the straight line. */
const STALLED = 16;

/**
 * The least favourable place on the grid from 0 (worst) to `last` (best) at which `ahead` is not negative, when it is negative at 0 and
 * not at `last`: false position with the Illinois weights, which close in from both sides, and halving where that stalls.
 */
function* leastWinning(ahead: (place: number) => number, last: number, atWorst: number, atBest: number): Steps<number> {
  let [loses, behind] = [0, atWorst];
  let [wins, leads] = [last, atBest];
  let side = 0;
  for (let i = 1; wins - loses > 1; i++) {
    const straight = Math.round(loses + ((wins - loses) * -behind) / (leads - behind));
    const guess = i > STALLED || !Number.isFinite(straight) ? Math.floor((loses + wins) / 2) : straight;
    const place = Math.min(wins - 1, Math.max(loses + 1, guess));
    const lead = ahead(place);
    yield;
    if (lead < 0) {
      [loses, behind] = [place, lead];
      if (side < 0) leads /= 2;
      side = -1;
    } else {
      [wins, leads] = [place, lead];
      if (side > 0) behind /= 2;
      side = 1;
    }
  }
  return wins;
}

/** The break-even of one figure; null where the option cannot be taken at its ends. A step a try. */
export function* breakEvenOf(
  worlds: Pick<Worlds, 'question' | 'options'>,
  option: Option,
  figure: Figure,
): Steps<BreakEven | null> {
  const { worst, best, kind } = figure;
  const contest =
    figure.against === 'others' ? aheadOfOthers(worlds, option, figure) : aheadOfDoingWithout(worlds, option, figure);
  const last = Math.round(Math.abs(best - worst) / STEP[kind]);
  const numberAt = (place: number): number => {
    // Of a claim of one yen the worst sum is the best one, too.
    const raw = last === 0 ? worst : worst + ((best - worst) * place) / last;
    return Math.round(raw / STEP[kind]) / Math.round(1 / STEP[kind]);
  };
  const known = new Map<number, number | null>();
  const at = (place: number): number | null => {
    if (!known.has(place)) known.set(place, contest(numberAt(place)));
    return known.get(place)!;
  };
  const atWorst = at(0);
  yield;
  const atBest = at(last);
  if (atWorst === null || atBest === null) return null;
  if (atWorst >= 0) return { option, figure, value: 'always' };
  if (atBest < 0) return { option, figure, value: 'never' };
  const ahead = (place: number) => at(place) ?? Number.NEGATIVE_INFINITY;
  return { option, figure, value: numberAt(yield* leastWinning(ahead, last, atWorst, atBest)) };
}

/** The break-evens of every option that states any and can be taken at them; a step a try. */
export function* breakEvenSteps(worlds: Worlds): Steps<BreakEven[]> {
  const { situation } = worlds.decision;
  const found: BreakEven[] = [];
  for (const option of worlds.options)
    for (const figure of option.figures?.(situation) ?? []) {
      const one = yield* breakEvenOf(worlds, option, figure);
      if (one !== null) found.push(one);
      yield;
    }
  return found;
}

/** The same at once. */
export const breakEvens = (worlds: Worlds): BreakEven[] => finish(breakEvenSteps(worlds));
