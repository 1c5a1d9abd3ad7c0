// Decides the claim anew at every pair of values of two numbers, to show which first step wins where.

import type { Question } from '../decision/programme/case.ts';
import { LawNotCovered } from '../law/dated.ts';
import type { Option } from '../options/option.ts';
import type { Steps } from '../values/steps.ts';
import { type Outlook, outlookFor } from './scenarios.ts';
import { type Input, withInputs } from './uncertain_inputs.ts';

/** A number that moves along one side of a grid: an input of the request, or an assumption by its path. */
export interface Axis {
  readonly along: Pick<Input, 'name' | 'kind'> | { readonly assumption: string };
  readonly values: readonly number[];
}

const moved = (question: Question, { along }: Axis, value: number): Question =>
  'assumption' in along
    ? { ...question, overrides: { ...question.overrides, [along.assumption]: value } }
    : withInputs(question, [{ ...along, value }]);

/** The outlook at every pair, row by row of `y`, a step a pair; null where the law of a needed day is not in the data. */
export function* gridSteps(
  question: Question,
  options: readonly Option[],
  x: Axis,
  y: Axis,
): Steps<(Outlook | null)[][]> {
  const at = (row: number, column: number): Outlook | null => {
    try {
      return outlookFor(moved(moved(question, y, row), x, column), options);
    } catch (problem) {
      if (problem instanceof LawNotCovered) return null;
      throw problem;
    }
  };
  const rows: (Outlook | null)[][] = [];
  for (const row of y.values) {
    const found: (Outlook | null)[] = [];
    for (const column of x.values) {
      found.push(at(row, column));
      yield;
    }
    rows.push(found);
  }
  return rows;
}
