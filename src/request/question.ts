// Turns a request into a question to the engine and answers it: the decision, and the analyses that the request includes.

import { ANALYSES, type Analyses, analyse } from '../analysis/analyse.ts';
import type { Accrued } from '../claim/facts.ts';
import type { Question } from '../decision/programme/case.ts';
import { type Decision, decide } from '../decision/programme/decide.ts';
import { lawOf } from '../law/jurisdictions.ts';
import type { Jurisdiction } from '../law/law.ts';
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

/** The question that a request asks the engine; `accrued` is the late interest where the claim represents several invoices. */
export const questionOf = (request: EvaluationRequest, accrued?: Accrued): Question => ({
  claim: request.claim,
  terms: request.terms,
  overrides: request.assumptions,
  options: OPTIONS,
  consider: new Set(request.options),
  law: lawOf(request.claim.jurisdiction),
  accrued,
});

/** Decides a request and makes the analyses it includes. Throws `LawNotCovered` when the law of a day it depends on is not in the data. */
export function ask(request: EvaluationRequest, accrued?: Accrued): Evaluation {
  const question = questionOf(request, accrued);
  const decision = decide(question);
  const wanted = new Set(ANALYSES.filter((part) => request.include.includes(part)));
  const inputs = wanted.size === 0 ? [] : numericInputs(request, decision.case.facts.overdue_days);
  return { request, law: question.law, decision, analyses: analyse(question, decision, wanted, inputs) };
}
