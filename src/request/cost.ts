// What a request will cost, told before anything is computed: how often the claim is decided, by the parts that are asked for, the options
// considered and the numbers that can move. The weights are judgements from measurements; they are right within a factor of about three.

import { ASSUMPTION_GROUPS } from '../assumptions/groups.ts';
import type { Include } from './control_fields.ts';
import { numericInputs } from './numeric_inputs.ts';
import { OPTIONS } from './options.ts';
import type { EvaluationRequest } from './read_request.ts';

/** What a piece of work costs: the claim decided and told once, of which only amount and age are known, costs 1. */
export interface WorkCost {
  readonly units: number;
  /** The parts of it that can be left out, dearest first. */
  readonly parts: readonly { readonly name: Include; readonly units: number }[];
}

/** Work that is always allowed. */
export const NO_COST: WorkCost = { units: 0, parts: [] };

/** How much dearer a claim is to decide for each number that is told of it beside amount and age. */
const PER_NUMBER = 0.25;
/** The share of a decision that does not depend on how many options are considered. */
const FIXED_SHARE = 0.3;
/** A cell of a grid is decided and not told. */
const PER_CELL = 0.8;

/** The cost of deciding a claim once. */
function decisionUnits({ options }: EvaluationRequest, told: number): number {
  const share = options.length / OPTIONS.length;
  return (FIXED_SHARE + (1 - FIXED_SHARE) * share) * (1 + PER_NUMBER * Math.max(0, told - 2));
}

/** How often each part decides the claim anew, when `told` numbers of it can move and `uncertain` assumptions. */
const LOOKS: Partial<Record<Include, (told: number, uncertain: number) => number>> = {
  sensitivity: (told, uncertain) => 35 + 1.4 * uncertain + 7 * told,
  break_even: () => 40,
  information: () => 17,
  negotiation: () => 60,
  // Here 'plans' and 'outcomes' are parts of the answer.
  plans: () => 1,
  outcomes: () => 3,
  cash: () => 1,
};

/** The cost of an evaluation with the parts that it includes. */
export function workCost(request: EvaluationRequest): WorkCost {
  const told = numericInputs(request, 1).length;
  const uncertain = ASSUMPTION_GROUPS.length + Object.keys(request.assumptions).length;
  const once = decisionUnits(request, told);
  const parts = request.include
    .map((name) => ({ name, units: once * (LOOKS[name]?.(told, uncertain) ?? 0) }))
    .filter(({ units }) => units > 0)
    .sort((a, b) => b.units - a.units);
  return { units: parts.reduce((sum, { units }) => sum + units, once), parts };
}

/** The cost of a grid of so many cells. */
export function gridCost(request: EvaluationRequest, cells: number): WorkCost {
  return { units: PER_CELL * cells * decisionUnits(request, numericInputs(request, 1).length), parts: [] };
}

/** The cost of several pieces of work. */
export function costOfAll(costs: readonly WorkCost[]): WorkCost {
  const parts = new Map<Include, number>();
  for (const { name, units } of costs.flatMap((cost) => cost.parts)) parts.set(name, (parts.get(name) ?? 0) + units);
  return {
    units: costs.reduce((sum, { units }) => sum + units, 0),
    parts: [...parts].map(([name, units]) => ({ name, units })).sort((a, b) => b.units - a.units),
  };
}

/** The parts without which work costs no more than `most`, dearest first; null when leaving parts out is not enough. */
export function partsToLeaveOut({ units, parts }: WorkCost, most: number): Include[] | null {
  const out: Include[] = [];
  let left = units;
  for (const part of parts) {
    if (left <= most) break;
    out.push(part.name);
    left -= part.units;
  }
  return left <= most ? out : null;
}
