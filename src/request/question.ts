// Turns a request into a question to the engine and answers it: the decision, and the analyses that the request includes.

import { ANALYSES, type Analyses, analyseSteps } from '../analysis/analyse.ts';
import type { Question } from '../decision/programme/case.ts';
import { type Decision, decide } from '../decision/programme/decide.ts';
import { OutcomeRoom } from '../decision/programme/outcome_list.ts';
import { lawOf } from '../law/jurisdictions.ts';
import type { Jurisdiction } from '../law/law.ts';
import { tariffReader } from '../law/tariff.ts';
import { finish, type Steps } from '../values/steps.ts';
import { expectModel } from './model_version.ts';
import { numericInputs } from './numeric_inputs.ts';
import { OPTIONS } from './options.ts';
import type { EvaluationRequest } from './read_request.ts';

/** A request with the answer of the engine. */
export interface Evaluation {
  readonly request: EvaluationRequest;
  readonly law: Jurisdiction;
  readonly decision: Decision;
  readonly analyses: Analyses;
}

/** What a question holds beside its request. */
type QuestionExtras = Pick<Question, 'accrued' | 'tariffs' | 'room'>;

/** The question that a request asks the engine. Throws `ModelDiffers` when the request counts on another version of the model. */
export function questionOf(request: EvaluationRequest, extras: QuestionExtras = {}): Question {
  expectModel(request.expect_model_version);
  return {
    claim: request.claim,
    terms: request.terms,
    overrides: request.assumptions,
    options: OPTIONS,
    consider: new Set(request.options),
    law: lawOf(request.claim.jurisdiction),
    tariffs: tariffReader(),
    ...extras,
    room: extras.room ?? new OutcomeRoom(),
  };
}

/**
 * Decides a request and makes the analyses it includes. Throws `LawNotCovered` when the law of a day it depends on is not in the data, and
 * `ModelDiffers` as `questionOf` does.
 */
export function* askSteps(request: EvaluationRequest, extras?: QuestionExtras): Steps<Evaluation> {
  const question = questionOf(request, extras);
  const decision = decide(question);
  yield;
  const wanted = new Set(ANALYSES.filter((part) => request.include.includes(part)));
  const inputs = wanted.size === 0 ? [] : numericInputs(request, decision.case.facts.overdue_days);
  return { request, law: question.law, decision, analyses: yield* analyseSteps(question, decision, wanted, inputs) };
}

/** The same at once. */
export const ask = (...asked: Parameters<typeof askSteps>): Evaluation => finish(askSteps(...asked));
