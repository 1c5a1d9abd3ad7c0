// Analyses a decision: how sure it is, what would change it, from which figures on an option pays, what knowing more is worth. Each
// analysis decides the claim many times over, so it runs only when the request asks for it.

import type { Question } from '../decision/programme/case.ts';
import { type Decision, runnerUp } from '../decision/programme/decide.ts';
import { type Gap, gapOf } from './attribution.ts';
import { type BreakEven, breakEvens } from './break_even.ts';
import { type Information, information } from './information.ts';
import { type Negotiation, negotiation } from './negotiation.ts';
import { worldsOf } from './scenarios.ts';
import { bySwing, type Sensitivity, sensitivity } from './sensitivity.ts';
import { type Input, variablesOf } from './uncertain_inputs.ts';
import { type Uncertainty, uncertainty } from './uncertainty.ts';

/** The analyses that can be asked for. */
export const ANALYSES = ['sensitivity', 'break_even', 'information', 'negotiation'] as const;
/** The name of an analysis. */
export type Analysis = (typeof ANALYSES)[number];

/** What was found; null where it was not asked for. */
export interface Analyses {
  readonly uncertainty: Uncertainty | null;
  readonly sensitivity: readonly Sensitivity[] | null;
  readonly gap: Gap | null;
  readonly break_even: readonly BreakEven[] | null;
  readonly information: Information | null;
  readonly negotiation: Negotiation | null;
}

const NOT_ASKED: Analyses = {
  uncertainty: null,
  sensitivity: null,
  gap: null,
  break_even: null,
  information: null,
  negotiation: null,
};

/** Analyses a decision as far as `wanted` says; `inputs` are the numbers of the question that can be moved. */
export function analyse(
  question: Question,
  decision: Decision,
  wanted: ReadonlySet<Analysis>,
  inputs: readonly Input[],
): Analyses {
  const [best] = decision.open;
  if (!best || wanted.size === 0) return NOT_ASKED;
  const worlds = worldsOf(question, decision);
  const second = runnerUp(decision);
  const variables = wanted.has('sensitivity') ? variablesOf(worlds, inputs) : null;
  const moved = variables && sensitivity(worlds, variables);
  const found = wanted.has('break_even') ? breakEvens(worlds) : null;
  return {
    uncertainty: variables && moved && uncertainty(worlds, bySwing(variables, moved)),
    sensitivity: moved,
    gap: variables && second ? gapOf(worlds, best.option.id, second.option.id) : null,
    break_even: found,
    information: wanted.has('information') ? information(worlds) : null,
    negotiation: wanted.has('negotiation') ? negotiation(worlds, found) : null,
  };
}
