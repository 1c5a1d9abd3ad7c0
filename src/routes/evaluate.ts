// POST and GET /v1/evaluate: one receivable in, every way of recovering it valued and ranked.
// The GET form is a flat query for spreadsheets and links; its format stands in the address, so that caches see it.

import { ASSUMPTIONS_VERSION } from '../assumptions/values.ts';
import { REFUSAL_CACHED } from '../http/caching.ts';
import { jurisdictionIn } from '../http/clock.ts';
import type { DescribedOperation, Route } from '../http/context.ts';
import { describedPost, describedQuery } from '../http/description.ts';
import { DEFAULT_FORMAT } from '../http/negotiation.ts';
import { type Resource, type ResourceQuery, servePost, serveQuery } from '../http/resource.ts';
import { sendAnswer, sendProblem } from '../http/sending.ts';
import { inTurns } from '../http/turns.ts';
import { LawNotCovered } from '../law/dated.ts';
import { lawOf } from '../law/jurisdictions.ts';
import { answerSchema } from '../report/answer.ts';
import { reportOf } from '../report/report.ts';
import { slimmed } from '../report/slim.ts';
import { canonicalInput } from '../request/canonical.ts';
import { flatFields, requestSchema } from '../request/composition.ts';
import { workCost } from '../request/cost.ts';
import { missingLaw } from '../request/missing_law.ts';
import { askSteps } from '../request/question.ts';
import { type EvaluationRequest, readQueryRequest, readRequest } from '../request/read_request.ts';
import { sha256 } from '../values/hash.ts';

interface EvaluationQuery extends ResourceQuery {
  readonly request: EvaluationRequest;
  /** SHA-256 of the canonical input. */
  readonly hash: string;
}

const evaluationResource: Resource<EvaluationQuery> = {
  dayField: 'as_of',
  read: (input, todayIn, lang) => {
    const surroundings = { today: todayIn(jurisdictionIn(input)), lang };
    const read = 'query' in input ? readQueryRequest(input.query, surroundings) : readRequest(input.body, surroundings);
    if (!read.ok) return read;
    const { request } = read;
    const hash = sha256(canonicalInput(request));
    return {
      ok: true,
      lang: request.lang,
      jurisdiction: request.claim.jurisdiction,
      follows_from: [hash, request.include, request.reference, ASSUMPTIONS_VERSION],
      request,
      hash,
    };
  },
  selects: true,
  cost: ({ request }) => workCost(request),
  answer: async (c, { request, hash, lang }, rendering) => {
    const { format, layout, headers } = rendering;
    try {
      const report = reportOf(await inTurns(c, askSteps(request)), hash);
      // A table or a page shows all of it; data are as long as they are read.
      const content = format.write(format === DEFAULT_FORMAT ? slimmed(report, request) : report, lang, layout);
      return sendAnswer(c, { content, name: 'evaluation', lang }, rendering);
    } catch (error) {
      if (!(error instanceof LawNotCovered)) throw error;
      const law = lawOf(request.claim.jurisdiction);
      const missing = missingLaw(error, { law, lang, data: { ...request.claim }, dayField: 'as_of' });
      const kept: Record<string, string> = 'ETag' in headers ? { 'Cache-Control': REFUSAL_CACHED } : {};
      return sendProblem(c, 'law_not_covered', { lang, ...missing }, kept);
    }
  },
};

const EVALUATE_PATH = '/v1/evaluate';

/** The descriptions of the operations. */
export function describeEvaluate(): DescribedOperation[] {
  const operation = {
    path: EVALUATE_PATH,
    id: 'evaluate',
    tag: 'evaluate',
    schema: answerSchema,
    isHeavy: true,
    problems: ['model_version_differs'],
  } as const;
  return [
    describedPost(
      {
        ...operation,
        summary: 'Evaluate one receivable',
        description:
          'Values every way of recovering one receivable, ranks them, and explains the recommendation. Answers 409 when expect_model_version names another version of the model.',
      },
      {
        schema: requestSchema,
        description: 'The receivable; only amount and one of due_date and overdue_days are needed.',
      },
    ),
    ...describedQuery(
      {
        ...operation,
        summary: 'Evaluate from a query',
        description: 'The same from a flat query, for spreadsheets and links.',
      },
      Object.fromEntries(flatFields),
      evaluationResource.selects,
    ),
  ];
}

/** Adds the evaluation of one receivable. */
export const evaluate: Route = (app) => {
  servePost(app, evaluationResource, EVALUATE_PATH);
  serveQuery(app, evaluationResource, EVALUATE_PATH);
};
