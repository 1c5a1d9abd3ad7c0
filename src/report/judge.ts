// Everything that a request asks to be judged about its decision: how sure it is, what would change it, from which figures on an option
// pays, what knowing more is worth. Each decides many times over, so that nothing is computed that was not asked for.

import type { Accrued } from '../claim/facts.ts';
import { type BreakEven, breakEvens } from '../decision/break_even.ts';
import type { Question } from '../decision/case.ts';
import type { Decision } from '../decision/decide.ts';
import { type Gap, gapOf } from '../decision/gap.ts';
import { type Information, information } from '../decision/information.ts';
import { bySwing, type Sensitivity, sensitivity } from '../decision/sensitivity.ts';
import { type Uncertainty, uncertainty } from '../decision/uncertainty.ts';
import { variablesOf } from '../decision/variables.ts';
import { worldsOf } from '../decision/worlds.ts';
import * as laws from '../law/index.ts';
import type { Jurisdiction } from '../law/law.ts';
import type { EvaluationRequest, Include } from '../request.ts';
import { numericInputs } from './inputs.ts';
import { OPTIONS } from './options.ts';
import { runnerUp } from './reasons.ts';

/** What was found; null where it was not asked for. */
export interface Judged {
  readonly uncertainty: Uncertainty | null;
  readonly sensitivity: readonly Sensitivity[] | null;
  readonly gap: Gap | null;
  readonly break_even: readonly BreakEven[] | null;
  readonly information: Information | null;
}

const NOTHING: Judged = { uncertainty: null, sensitivity: null, gap: null, break_even: null, information: null };

const LAWS: Readonly<Record<string, Jurisdiction>> = laws;

/** The question that a request asks the engine, under the law of its jurisdiction. */
export function questionOf({ claim, terms, assumptions, options }: EvaluationRequest, accrued?: Accrued): Question {
  const law = LAWS[claim.jurisdiction];
  if (!law) throw new RangeError(`no law for ${claim.jurisdiction}`);
  return { claim, terms, overrides: assumptions, options: OPTIONS, consider: new Set(options), law, accrued };
}

/** Judges a decision as far as the request asks for it. */
export function judge(question: Question, decision: Decision, request: EvaluationRequest): Judged {
  const asked = (part: Include) => request.include.includes(part);
  const best = decision.open[0];
  if (!best || !(asked('sensitivity') || asked('break_even') || asked('information'))) return NOTHING;
  const worlds = worldsOf(question, decision);
  const second = runnerUp({ decision, best });
  const variables = asked('sensitivity')
    ? variablesOf(worlds, worlds.options, numericInputs(request, decision.case.facts.overdue_days))
    : null;
  const moved = variables && sensitivity(worlds, variables);
  return {
    uncertainty: variables && moved && uncertainty(worlds, bySwing(variables, moved)),
    sensitivity: moved,
    gap: variables && second ? gapOf(worlds, best.option.id, second.option.id) : null,
    break_even: asked('break_even') ? breakEvens(worlds) : null,
    information: asked('information') ? information(worlds) : null,
  };
}
