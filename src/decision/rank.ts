// Ranking first steps: by value, but options within the near-tie band count as level and are ordered by what can go wrong
// (docs/model.md 9.7). The words for how clear the answer is are thresholds on the margin.

/** Options whose values are this close are level: a hundredth of face, at least this many yen. */
export const LEVEL_SHARE = 0.01;
export const LEVEL_MIN = 3_000;
/** A margin above this share of face is a clear answer. A judgement. */
export const CLEAR_SHARE = 0.05;

export type Call = 'clear' | 'likely' | 'close';

/** What ranking looks at. */
export interface Rankable {
  readonly value: number;
  readonly p10: number;
  /** External cost expected, yen (positive). */
  readonly external: number;
  /** The step keeps other options open. */
  readonly reversible: boolean;
  readonly id: string;
}

/** The band within which two values are level. */
export const levelBand = (face: number): number => Math.max(LEVEL_SHARE * face, LEVEL_MIN);

/** Best first: the level ones by higher P10, lower external cost, reversibility, name; then the others by value. */
export function rank<T extends Rankable>(items: readonly T[], face: number): T[] {
  const top = Math.max(...items.map(({ value }) => value));
  const level = (item: T) => top - item.value <= levelBand(face);
  return [...items].sort((a, b) => {
    if (level(a) !== level(b)) return level(a) ? -1 : 1;
    if (!level(a)) return b.value - a.value || (a.id < b.id ? -1 : 1);
    return (
      b.p10 - a.p10 ||
      a.external - b.external ||
      Number(b.reversible) - Number(a.reversible) ||
      b.value - a.value ||
      (a.id < b.id ? -1 : 1)
    );
  });
}

/** How clear the first place is, given the ranked items. */
export function callOf(ranked: readonly Rankable[], face: number): { call: Call; margin: number } {
  const [first, ...others] = ranked;
  if (!first) return { call: 'clear', margin: 0 };
  if (others.length === 0) return { call: 'clear', margin: first.value };
  const margin = first.value - Math.max(...others.map(({ value }) => value));
  if (margin <= levelBand(face)) return { call: 'close', margin };
  return { call: margin > CLEAR_SHARE * face ? 'clear' : 'likely', margin };
}
