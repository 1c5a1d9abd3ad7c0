// What the sentences of a report are about, and the voice that tells them.

import type { Decision, OpenOption } from '../decision/programme/decide.ts';
import type { Lang } from '../values/text.ts';
import type { PlanStep } from './plan.ts';
import type { Voice } from './voice.ts';

/** A decision with its first option and plan, and the language of the reader. */
export interface ReportContext {
  readonly decision: Decision;
  readonly best: OpenOption;
  readonly plan: readonly PlanStep[];
  readonly say: Voice;
  readonly lang: Lang;
}

/** A sentence with a stable code. */
export interface CodedText {
  readonly code: string;
  readonly text: string;
}
