// Finds the known name that a misspelt one was meant to be, so that a refusal can ask for it.

import type { Text } from '../values/text.ts';

/** A longer word is no misspelt name. */
const WORD_MAX = 40;

/** The question whether a known name was meant; nothing where none is near. */
export const didYouMean = (near: string | undefined): Text =>
  near === undefined ? { ja: '', en: '' } : { ja: `${near} のことですか。`, en: ` Did you mean ${near}?` };

/** The cost in a column that a row of the table has. */
const costAt = (row: readonly number[], column: number): number => row[column]!;

/** Edit distance with adjacent transpositions (optimal string alignment), given up once it must exceed the limit. */
function distance(left: string, right: string, limit: number): number {
  let before: number[] = [];
  let above = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let best = Math.min(
        costAt(above, column) + 1,
        costAt(current, column - 1) + 1,
        costAt(above, column - 1) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        best = Math.min(best, costAt(before, column - 2) + 1);
      }
      current.push(best);
    }
    // A transposition reaches back two rows, so both must be beyond the limit.
    if (Math.min(...current) > limit && Math.min(...above) > limit) return limit + 1;
    before = above;
    above = current;
  }
  return costAt(above, right.length);
}

/** The known name nearest to a misspelt one, or undefined when none is near enough to be meant. */
export function nearest<const T extends string>(word: string, known: readonly T[]): T | undefined {
  if (word.length > WORD_MAX) return undefined;
  const wanted = word.toLowerCase();
  // A single letter that is another one is no misspelling.
  const allowed = wanted.length < 2 ? 0 : wanted.length <= 3 ? 1 : wanted.length <= 7 ? 2 : 3;
  let best: T | undefined;
  let least = allowed + 1;
  for (const name of known) {
    if (Math.abs(name.length - wanted.length) > allowed) continue;
    const apart = distance(wanted, name.toLowerCase(), allowed);
    if (apart < least) {
      least = apart;
      best = name;
    }
  }
  if (best !== undefined || wanted.length < 3) return best;
  // Half a name is meant more often than a far misspelling: `due` is due_date, `offer` is sell.offer.
  return known.find(
    (name) => name.startsWith(`${wanted}_`) || name.endsWith(`.${wanted}`) || name.endsWith(`_${wanted}`),
  );
}
