// A budget of staff hours, spent where an hour earns most. Every claim has several ways that take different hours; charging each hour
// a price beside its wage (docs/model.md 11.5) finds the ways that are best at that price, and the hours go to the upgrades in order of what
// they bring an hour, which is the greedy solution of the multiple-choice knapsack.

import { OWN_TIME } from '../decision/components.ts';
import { consideredOf, type Decision, decide } from '../decision/decide.ts';
import { policyOf, policyValue } from '../decision/policy.ts';
import { Programme } from '../decision/programme.ts';
import { questionOf } from '../request/question.ts';
import { money } from '../values/money.ts';
import type { Together } from './grouping.ts';

/** One way of going about a claim. */
export interface Way {
  /** Id of the first step. */
  readonly option: string;
  /** Expected net value in yen, an hour at its wage. */
  readonly value: number;
  /** Expected hours of own time. */
  readonly hours: number;
}

/** What is done about each claim, and what one more hour would bring. */
export interface Allotted {
  /** One for each claim, in their order. */
  readonly ways: readonly Way[];
  readonly hours: number;
  /** Yen that one more hour would bring; 0 when there are enough. */
  readonly price_of_one_more_hour: number;
}

/** Prices of an hour beside its wage at which claims are decided anew, in multiples of the wage. */
const PRICES = [2, 8, 32] as const;

const hoursOf = (decision: Decision, place: number, rate: number): number =>
  Math.max(0, -decision.open[place]!.spread.expected[OWN_TIME]! / rate);

/** The ways of a claim: every first step with its best continuation, and what is best when hours are dear. */
export function waysOf({ request, accrued }: Together): Way[] {
  const question = questionOf(request, accrued);
  const plain = decide(question);
  const wage = plain.case.a.money.staff_rate;
  const ways = plain.open.map(
    ({ option, value }, i): Way => ({ option: option.id, value, hours: hoursOf(plain, i, wage) }),
  );
  for (const multiple of PRICES) {
    const rate = wage * (1 + multiple);
    const dear = decide({ ...question, claim: { ...question.claim, staff_rate: money(rate) } });
    const best = dear.open.reduce((top, one) => (one.value > top.value ? one : top));
    const { weights } = plain.belief;
    // The same steps on the same terms, with an hour at its wage again.
    const again = new Programme(plain.case, consideredOf(question), plain.situation.state, dear.selected);
    const value = policyValue(policyOf(dear.solution, best.valued), again.solve(weights).solution, weights);
    ways.push({ option: best.option.id, value, hours: hoursOf(dear, dear.open.indexOf(best), rate) });
  }
  return ways;
}

/** The ways worth having at some price of an hour, by hours: each brings more than the one before, and ever less an hour. */
export function frontier(ways: readonly Way[]): Way[] {
  const sorted = [...ways].sort((a, b) => a.hours - b.hours || b.value - a.value);
  const kept: Way[] = [];
  for (const way of sorted) {
    if (kept.length > 0 && way.value <= kept.at(-1)!.value) continue;
    while (kept.length > 1 && gain(kept.at(-1)!, way) >= gain(kept.at(-2)!, kept.at(-1)!)) kept.pop();
    kept.push(way);
  }
  return kept;
}

/** Yen an hour from one way to the next. */
const gain = (from: Way, to: Way): number =>
  to.hours > from.hours ? (to.value - from.value) / (to.hours - from.hours) : Number.POSITIVE_INFINITY;

interface Upgrade {
  readonly claim: number;
  readonly step: number;
  readonly hours: number;
  readonly gain: number;
}

/** Spends `budget` hours over claims, given the ways of each. What has to be done in any case is done even above the budget. */
export function allot(claims: readonly (readonly Way[])[], budget: number): Allotted {
  const frontiers = claims.map(frontier);
  const chosen = frontiers.map(() => 0);
  let spent = frontiers.reduce((sum, [least]) => sum + (least?.hours ?? 0), 0);
  const upgrades = frontiers.flatMap((ways, claim) =>
    ways.slice(1).map((way, i): Upgrade => {
      const from = ways[i]!;
      return { claim, step: i + 1, hours: way.hours - from.hours, gain: gain(from, way) };
    }),
  );
  upgrades.sort((a, b) => b.gain - a.gain || a.claim - b.claim || a.step - b.step);
  let price = 0;
  for (const { claim, step, hours, gain: yen } of upgrades) {
    // Upgrades of a claim come in their order, because each brings less an hour than the one before.
    if (chosen[claim] === step - 1 && spent + hours <= budget) {
      chosen[claim] = step;
      spent += hours;
    } else if (price === 0) price = yen;
  }
  return {
    ways: frontiers.map((ways, i) => ways[chosen[i]!]!),
    hours: spent,
    price_of_one_more_hour: Number.isFinite(price) ? price : 0,
  };
}
