// Cell values: the values of an evaluation by their names, and mistakes as text that a cell can show, for the two addresses of cells.

import * as z from 'zod';
import { didYouMean, nearest } from '../fields/nearest.ts';
import { LawNotCovered } from '../law/dated.ts';
import { lawOf } from '../law/jurisdictions.ts';
import { errorText, type FieldError, parameterError } from '../problem.ts';
import { FLAT_FIELDS, type FlatField, type FlatValue, neededFor } from '../report/flat.ts';
import { reportOf } from '../report/report.ts';
import { canonicalInput } from '../request/canonical.ts';
import type { Include } from '../request/control_fields.ts';
import { type WorkCost, workCost } from '../request/cost.ts';
import { missingLaw } from '../request/missing_law.ts';
import { askSteps } from '../request/question.ts';
import type { EvaluationRequest } from '../request/read_request.ts';
import { sha256 } from '../values/hash.ts';
import type { Lang } from '../values/text.ts';
import { REFUSAL_CACHED, varyHeader } from './caching.ts';
import type { Ctx } from './context.ts';
import { type Declined, isDeclined, withinLimits } from './limits.ts';
import { helpFor } from './problem_help.ts';
import { refuseRequest, send, sendProblem } from './sending.ts';
import { inTurns } from './turns.ts';

/** Most claims of one request for values that decide each claim many times over. */
export const ROWS_JUDGED_MAX = 20;

/** Whether a part of an answer decides the claim many times over. Here 'plan' is such a part, not an option. */
export const isJudged = (part: Include): boolean => part !== 'bridge' && part !== 'plan';

/** A value as a cell holds it: bare, an empty text where there is none. */
export const cellValueText = (value: FlatValue): string => (value === null ? '' : String(value));

/** A parameter without which there is nothing to answer. */
export const missingParameter = (parameter: string, lang: Lang, expected: string): FieldError =>
  parameterError(
    parameter,
    'missing',
    { ja: `${parameter} がありません。`, en: `${parameter} is missing.` }[lang],
    expected,
  );

/** How a mistake in a query of cells is answered. */
export interface CellRefusal {
  readonly lang: Lang;
  /** The query names its language. */
  readonly langNamed: boolean;
  /** With its status, not as a text that a cell shows. */
  readonly isStrict: boolean;
  /** Media type of the cells. */
  readonly type: string;
}

/** Answers with the mistakes of a query: as a text that a cell shows, or with their status where the query is strict. */
export function refuseInCell(c: Ctx, errors: readonly FieldError[], refusal: CellRefusal): Response {
  const { lang, langNamed, isStrict, type } = refusal;
  const headers = { 'Cache-Control': REFUSAL_CACHED, 'Content-Language': lang, ...varyHeader(langNamed) };
  return isStrict ? refuseRequest(c, errors, lang, headers) : send(c, errorText(errors, lang), { type, headers });
}

/** Does the work of cells when it may be done, or says in the cell why not. */
export async function cellsWithin(
  c: Ctx,
  cost: WorkCost,
  refusal: CellRefusal,
  work: () => Promise<Response>,
): Promise<Response> {
  const { lang, isStrict, type } = refusal;
  const found = await withinLimits(c, cost, work);
  if (!isDeclined(found)) return found;
  const { declined, headers } = found;
  const detail = declinedDetail(found, lang);
  if (isStrict) return sendProblem(c, declined, { lang, detail }, headers);
  const text = errorText([parameterError('', declined, detail, '')], lang);
  return send(c, text, { type, headers: { ...headers, 'Cache-Control': 'no-store', 'Content-Language': lang } });
}

const declinedDetail = ({ declined, detail }: Declined, lang: Lang): string => (detail ?? helpFor(declined))[lang];

/** The fields named in a query, with a mistake for each name that is none. */
export function fieldsNamed(
  names: readonly string[],
  parameter: string,
  lang: Lang,
): { readonly fields: readonly FlatField[]; readonly errors: readonly FieldError[] } {
  const fields: FlatField[] = [];
  const errors: FieldError[] = [];
  for (const name of names) {
    const known = FLAT_FIELDS.get(name);
    if (known) {
      fields.push(known);
      continue;
    }
    const near = nearest(name, [...FLAT_FIELDS.keys()]);
    const listed = { ja: '/v1/fields の answer にある名前', en: 'a name listed at /v1/fields under answer' }[lang];
    const detail = {
      ja: `「${name.slice(0, 64)}」という値はありません。${didYouMean(near).ja}`,
      en: `There is no value "${name.slice(0, 64)}".${didYouMean(near).en}`,
    }[lang];
    errors.push(
      name === ''
        ? missingParameter(parameter, lang, listed)
        : parameterError(parameter, 'unknown_value', detail, near ?? listed),
    );
  }
  return { fields, errors };
}

/** What the values of one request cost. */
export const costOfValues = (request: EvaluationRequest, fields: readonly FlatField[]): WorkCost =>
  workCost({ ...request, include: neededFor(fields).include });

/** The values of one request, or what is wrong with it. */
type ValuesOrErrors = { readonly values: readonly FlatValue[] } | { readonly errors: readonly FieldError[] };

/** The values of one request, computing no part of the answer that none of them needs. */
export async function valuesOf(
  c: Ctx,
  request: EvaluationRequest,
  fields: readonly FlatField[],
): Promise<ValuesOrErrors> {
  const { include, detailed } = neededFor(fields);
  const hash = sha256(canonicalInput(request));
  try {
    const report = reportOf(await inTurns(c, askSteps({ ...request, include })), hash, detailed);
    return { values: fields.map(({ of }) => of(report)) };
  } catch (error) {
    if (!(error instanceof LawNotCovered)) throw error;
    const law = lawOf(request.claim.jurisdiction);
    const stated = { law, lang: request.lang, data: { ...request.claim }, dayField: 'as_of' };
    return { errors: missingLaw(error, stated).errors };
  }
}

/** Whether a mistake is answered with its status. */
export const strictField = z.enum(['0', '1']).optional().meta({
  description: 'Whether a mistake is answered with its status instead of a text.',
  example: '1',
  'x-label-ja': '誤りを状態コードで返す',
});
