// Analyses a decision: how sure it is, what would change it, from which figures on an option pays, what knowing more is worth. Each
// analysis decides the claim many times over, so it runs only when the request asks for it.

import type { Question } from '../decision/programme/case.ts';
import { type Decision, runnerUp } from '../decision/programme/decide.ts';
import { finish, type Steps } from '../values/steps.ts';
import { type Gap, gapOf } from './attribution.ts';
import { type BreakEven, breakEvenSteps } from './break_even.ts';
import { type Information, informationSteps } from './information.ts';
import { type Negotiation, negotiationSteps } from './negotiation.ts';
import { worldsOf } from './scenarios.ts';
import { bySwing, type Sensitivity, sensitivitySteps } from './sensitivity.ts';
import { type Input, variablesOf } from './uncertain_inputs.ts';
import { type Uncertainty, uncertaintySteps } from './uncertainty.ts';

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
export function* analyseSteps(
  question: Question,
  decision: Decision,
  wanted: ReadonlySet<Analysis>,
  inputs: readonly Input[],
): Steps<Analyses> {
  const [best] = decision.open;
  if (!best || wanted.size === 0) return NOT_ASKED;
  const worlds = worldsOf(question, decision);
  const second = runnerUp(decision);
  const variables = wanted.has('sensitivity') ? variablesOf(worlds, inputs) : null;
  yield;
  const moved = variables && (yield* sensitivitySteps(worlds, variables));
  const found = wanted.has('break_even') ? yield* breakEvenSteps(worlds) : null;
  return {
    uncertainty: variables && moved && (yield* uncertaintySteps(worlds, bySwing(variables, moved))),
    sensitivity: moved,
    gap: variables && second ? gapOf(worlds, best.option.id, second.option.id) : null,
    break_even: found,
    information: wanted.has('information') ? yield* informationSteps(worlds) : null,
    negotiation: wanted.has('negotiation') ? yield* negotiationSteps(worlds, found) : null,
  };
}

/** The same at once. */
export const analyse = (...asked: Parameters<typeof analyseSteps>): Analyses => finish(analyseSteps(...asked));
