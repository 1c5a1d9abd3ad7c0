// The engine as a function, for programs that hold it in their own process: a request in, the answer out, no network and no clock. The types of
// its package are made of the published description (packaging/types.ts), because the schemas lose the names of fields.

import { LawNotCovered } from './law/dated.ts';
import { lawOf } from './law/jurisdictions.ts';
import { type FieldError, inputProblem, type Problem, problem } from './problem.ts';
import type { EvaluationAnswer } from './report/answer.ts';
import { MODEL_VERSION, reportOf } from './report/report.ts';
import { slimmed } from './report/slim.ts';
import { canonicalInput } from './request/canonical.ts';
import { missingLaw } from './request/missing_law.ts';
import type { LocatedMistake } from './request/mistakes.ts';
import { ModelDiffers } from './request/model_version.ts';
import { ask } from './request/question.ts';
import { readRequest } from './request/read_request.ts';
import { sha256 } from './values/hash.ts';
import type { Lang } from './values/text.ts';

export { evaluateRequest as evaluate, MODEL_VERSION };

/** A request that cannot be answered; `problem` says every mistake in it. */
export class RefusedRequest extends Error {
  override readonly name = 'RefusedRequest';
  readonly problem: Problem;

  constructor(refused: Problem) {
    super([refused.detail, ...(refused.errors ?? []).map(({ pointer, detail }) => `${pointer}: ${detail}`)].join('\n'));
    this.problem = refused;
  }
}

const refusedFor = (errors: readonly FieldError[], lang: Lang): RefusedRequest =>
  new RefusedRequest(problem(inputProblem(errors), { lang, errors }));

/** What is said to a request without a day: there is no clock here. */
const NO_DAY: LocatedMistake = {
  path: ['as_of'],
  code: 'missing',
  expected: { ja: '2026-11-21', en: '2026-11-21' },
  detail: {
    ja: 'as_of を書いてください。この関数は時計を読みません。',
    en: 'Write as_of: this function reads no clock.',
  },
};

/**
 * Values every way of recovering one receivable, as `POST /v1/evaluate` does. The request must hold `as_of`. Throws `RefusedRequest` when the
 * request has mistakes or the law of a day it depends on is not covered.
 */
function evaluateRequest(request: Readonly<Record<string, unknown>>): EvaluationAnswer {
  const read = readRequest(request, { today: NO_DAY, lang: 'ja' });
  if (!read.ok) throw refusedFor(read.errors, read.lang);
  try {
    // A report of which no single values are asked holds whole options, as the contract has them.
    return slimmed(reportOf(ask(read.request), sha256(canonicalInput(read.request))), read.request) as EvaluationAnswer;
  } catch (error) {
    if (error instanceof ModelDiffers)
      throw new RefusedRequest(problem('model_version_differs', { lang: read.request.lang }));
    if (!(error instanceof LawNotCovered)) throw error;
    const { claim } = read.request;
    const law = lawOf(claim.jurisdiction);
    const missing = missingLaw(error, { law, lang: read.request.lang, data: { ...claim }, dayField: 'as_of' });
    throw new RefusedRequest(problem('law_not_covered', { lang: read.request.lang, ...missing }));
  }
}
