// Which assumptions an answer rests on: found by stating its plan once more with numbers that note when they are read, so that nobody has to
// keep a list of them.

import { assuming, settingOf } from '../decision/programme/case.ts';
import { Programme } from '../decision/programme/programme.ts';
import type { Case, Option, State } from '../options/option.ts';
import { watched } from './watched.ts';

/** A step of a plan as it is stated: the option with its terms, and the claim and the month in which it begins. */
interface StatedStep {
  readonly option: Option;
  readonly terms: unknown;
  readonly state: State;
  readonly from: number;
}

/** Paths of the assumptions that are read where a claim is decided with these options alone. */
export function assumptionsRead(c: Case, options: readonly Option[]): ReadonlySet<string> {
  const paths = new Set<string>();
  const { case: watchedCase, belief, state } = settingOf(assuming(c, watched(c.a, paths)));
  new Programme(watchedCase, options, state).solve(belief.weights);
  return paths;
}

/** Paths of the assumptions that are read where it is said who the debtor is and what these steps may bring: fewer, and sooner found. */
export function assumptionsStated(c: Case, steps: readonly StatedStep[]): ReadonlySet<string> {
  const paths = new Set<string>();
  const setting = settingOf(assuming(c, watched(c.a, paths)));
  for (const { option, terms, state, from } of steps) option.prospect({ ...setting.case, state, month: from }, terms);
  return paths;
}
