// Ranking first steps: by value, always (docs/model.md 9.7). Options within a narrow band of the best are tied with it, which is said and
// changes no place. How clear an answer is, is said twice: of the family of options, which is what a manager decides, and of the step
// inside the family.

import type { Family } from '../../options/option.ts';

/** Options whose values are this close are tied: a hundredth of face, at least this many yen. A judgement. */
const TIE_SHARE = 0.01;
const TIE_MIN = 3_000;
/** A margin above this share of face is a clear answer. A judgement. */
export const CLEAR_SHARE = 0.05;

export type Call = 'clear' | 'likely' | 'close';

/** What ranking looks at. */
export interface Rankable {
  readonly id: string;
  readonly family: Family;
  /** Yen by which options are ranked: the expected net value, or its certainty equivalent for an averse caller. */
  readonly value: number;
  /** The step keeps other options open. */
  readonly reversible: boolean;
}

/** How clear the first place is. Margins are yen of the measure by which options are ranked, and never negative. */
export interface Clarity {
  /** Of the family: how far its best option is ahead of the best of any other family. */
  readonly call: Call;
  readonly family_margin: number | null;
  /** Of the step inside its family. */
  readonly step_call: Call;
  readonly step_margin: number | null;
  /** Over the best other step of any family; null when it is the only one. */
  readonly margin: number | null;
}

/** The band in yen within which two values are tied. */
export const tieBand = (face: number): number => Math.max(TIE_SHARE * face, TIE_MIN);

/** Best first: by value; of equal values the step that keeps others open, then by name. */
export const rank = <T extends Rankable>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => b.value - a.value || Number(b.reversible) - Number(a.reversible) || (a.id < b.id ? -1 : 1));

/** The options tied with the first of a ranking, the first left out. */
export function tiedWithFirst<T extends Rankable>([first, ...others]: readonly T[], face: number): T[] {
  return first === undefined ? [] : others.filter(({ value }) => first.value - value <= tieBand(face));
}

/** The word for a margin; an option that has no rival is clear. */
function callOf(margin: number | null, face: number): Call {
  if (margin === null) return 'clear';
  if (margin <= tieBand(face)) return 'close';
  return margin > CLEAR_SHARE * face ? 'clear' : 'likely';
}

/** How clear the first place of a ranking is, for the family and for the step inside it. */
export function clarityOf([first, ...others]: readonly Rankable[], face: number): Clarity {
  const over = (rival: Rankable | undefined): number | null =>
    first === undefined || rival === undefined ? null : first.value - rival.value;
  const family_margin = over(others.find(({ family }) => family !== first?.family));
  const step_margin = over(others.find(({ family }) => family === first?.family));
  return {
    call: callOf(family_margin, face),
    family_margin,
    step_call: callOf(step_margin, face),
    step_margin,
    margin: over(others[0]),
  };
}
