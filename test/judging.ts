// What the tests of uncertainty, sensitivity, break-evens and information share: a request as the engine meets it.

import { type Worlds, worldsOf } from '../src/analysis/scenarios.ts';
import { type Input, type Variable, variablesOf } from '../src/analysis/uncertain_inputs.ts';
import type { Question } from '../src/decision/programme/case.ts';
import { decide } from '../src/decision/programme/decide.ts';
import { numericInputs } from '../src/request/numeric_inputs.ts';
import { questionOf } from '../src/request/question.ts';
import { type EvaluationRequest, readRequest } from '../src/request/read_request.ts';
import { SCENARIOS } from './cases/scenarios.ts';

export const AS_OF = '2026-11-21';

/** The request of a scenario, by the beginning of its name. */
export const scenario = (name: string): Readonly<Record<string, unknown>> =>
  SCENARIOS.find((one) => one.name.startsWith(name))!.request;

export function requestOf(fields: object): EvaluationRequest {
  const read = readRequest({ as_of: AS_OF, ...fields }, { today: AS_OF, lang: 'en' });
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.request;
}

/** A request with its decision, and everything in it that can be moved. */
export interface Judged {
  readonly question: Question;
  readonly worlds: Worlds;
  readonly inputs: readonly Input[];
  readonly variables: readonly Variable[];
}

export function judged(fields: object): Judged {
  const request = requestOf(fields);
  const question = questionOf(request);
  const worlds = worldsOf(question, decide(question));
  const inputs = numericInputs(request, worlds.case.facts.overdue_days);
  return { question, worlds, inputs, variables: variablesOf(worlds, inputs) };
}
