// A budget of staff hours, spent where an hour earns most. Every claim has several courses of action that take different hours. Charging
// an hour a price beside its wage (docs/model.md 11.5) finds the courses that are best at that price. The hours then go to upgrades from one course
// to the next in order of what they bring an hour, which is the greedy solution of the multiple-choice knapsack.

import { consideredOf, decide, type OpenOption } from '../decision/programme/decide.ts';
import { policyOf, policyValue } from '../decision/programme/policy.ts';
import { Programme } from '../decision/programme/programme.ts';
import { OWN_TIME } from '../decision/tree/components.ts';
import type { TariffReader } from '../law/tariff.ts';
import { questionOf } from '../request/question.ts';
import { money } from '../values/money.ts';
import type { DebtorGroup } from './grouping.ts';

/** What can be done about a claim. */
export interface CourseOfAction {
  /** Id of the first step. */
  readonly option: string;
  /** Expected net value in yen, with an hour at its wage. */
  readonly value: number;
  /** Expected hours of own time. */
  readonly hours: number;
}

/** What is done about each claim, and what one more hour would bring. */
export interface HourAllotment {
  /** The course chosen for each claim, in the order of the claims. */
  readonly courses: readonly CourseOfAction[];
  /** Hours of all courses together. */
  readonly hours: number;
  /** Yen that one more hour would bring; 0 when there are enough. */
  readonly price_of_one_more_hour: number;
}

/** Prices of an hour beside its wage at which claims are decided anew, in multiples of the wage. */
const PRICES = [2, 8, 32] as const;

/** Expected hours of own time of a first step, when an hour costs `rate` yen. */
const hoursOf = ({ spread }: OpenOption, rate: number): number => Math.max(0, -spread.expected[OWN_TIME]! / rate);

/** The courses of action for a claim: every first step with its best continuation, and the best courses when hours are dear. */
export function coursesOf({ request, accrued }: DebtorGroup, tariffs: TariffReader): CourseOfAction[] {
  const question = questionOf(request, { accrued, tariffs });
  const plain = decide(question);
  const wage = plain.case.a.money.staff_rate;
  const courses = plain.open.map(
    (open): CourseOfAction => ({ option: open.option.id, value: open.value, hours: hoursOf(open, wage) }),
  );
  for (const multiple of PRICES) {
    const rate = wage * (1 + multiple);
    const dear = decide({ ...question, claim: { ...question.claim, staff_rate: money(rate) } });
    const best = dear.open.reduce((top, one) => (one.value > top.value ? one : top));
    const { weights } = plain.belief;
    // The same steps on the same terms, with an hour at its wage again.
    const again = new Programme(plain.case, consideredOf(question), plain.situation.state);
    const value = policyValue(
      policyOf(dear.solution, best.valued),
      again.solveWith(dear.selected, weights).solution,
      weights,
    );
    courses.push({ option: best.option.id, value, hours: hoursOf(best, rate) });
  }
  return courses;
}

/** The courses that are best at some price of an hour, by hours: each brings more than the one before, and less for each hour more. */
function efficientFrontier(courses: readonly CourseOfAction[]): CourseOfAction[] {
  const sorted = [...courses].sort((a, b) => a.hours - b.hours || b.value - a.value);
  const frontier: CourseOfAction[] = [];
  for (const course of sorted) {
    const last = frontier.at(-1);
    if (last !== undefined && course.value <= last.value) continue;
    while (lastIsBelow(frontier, course)) frontier.pop();
    frontier.push(course);
  }
  return frontier;
}

/** Whether the last course of a frontier lies below the line from the one before it to the next, so that it is best at no price. */
function lastIsBelow(frontier: readonly CourseOfAction[], next: CourseOfAction): boolean {
  const [before, last] = frontier.slice(-2);
  return before !== undefined && last !== undefined && gainPerHour(last, next) >= gainPerHour(before, last);
}

/** Yen an hour from one course to the next. */
const gainPerHour = (from: CourseOfAction, to: CourseOfAction): number =>
  to.hours > from.hours ? (to.value - from.value) / (to.hours - from.hours) : Number.POSITIVE_INFINITY;

/** A step of a claim from one course of its frontier to the next. */
interface Upgrade {
  readonly claim: number;
  readonly from: CourseOfAction;
  readonly to: CourseOfAction;
  /** Yen an hour. */
  readonly gain: number;
}

/** The upgrades of a claim along its frontier, in their order. */
function upgradesOf(frontier: readonly CourseOfAction[], claim: number): Upgrade[] {
  const upgrades: Upgrade[] = [];
  let [from] = frontier;
  for (const to of frontier.slice(1)) {
    if (from !== undefined) upgrades.push({ claim, from, to, gain: gainPerHour(from, to) });
    from = to;
  }
  return upgrades;
}

/**
 * Spends `budget` hours over claims, given the courses of each (at least one). What has to be done in any case is done even above the
 * budget. Throws a `RangeError` for a claim without a course.
 */
export function allotHours(claims: readonly (readonly CourseOfAction[])[], budget: number): HourAllotment {
  const frontiers = claims.map(efficientFrontier);
  const chosen = frontiers.map(([least]) => {
    if (least === undefined) throw new RangeError('a claim has no course of action');
    return least;
  });
  let spent = chosen.reduce((sum, { hours }) => sum + hours, 0);
  // The sort is stable: equal gains stay in the order of the claims, and of the courses of a claim.
  const upgrades = frontiers.flatMap(upgradesOf).sort((a, b) => b.gain - a.gain);
  let price = 0;
  for (const { claim, from, to, gain } of upgrades) {
    const hours = to.hours - from.hours;
    // Upgrades of a claim come in their order, because each brings less an hour than the one before.
    if (chosen[claim] === from && spent + hours <= budget) {
      chosen[claim] = to;
      spent += hours;
    } else if (price === 0) price = gain;
  }
  return { courses: chosen, hours: spent, price_of_one_more_hour: Number.isFinite(price) ? price : 0 };
}
