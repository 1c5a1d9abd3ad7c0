// Reads members of choices by the words for them. A member that means something else in one field than in the others has its word there.
// Words are accepted as input and stand in lists to choose from.

import { type ChoiceWord, MEMBER_WORDS } from './member_words.ts';
import { TEXT_MAX } from './reading.ts';

/** Words for members of a choice in one field. */
export type ChoiceWords<T extends string> = Readonly<Partial<Record<T, ChoiceWord>>>;

/** The word for a member of a choice; the member itself where nobody has another word for it. */
export const choiceWord = (member: string): ChoiceWord =>
  (Object.hasOwn(MEMBER_WORDS, member) ? MEMBER_WORDS[member] : undefined) ?? { ja: member, en: member };

/** A word as it is compared: half-width, in small letters, without spaces and the marks between its parts. */
const foldedWord = (text: string): string =>
  text
    .slice(0, 4 * TEXT_MAX)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_・、,。.-]/g, '');

/** The members of a choice by everything that may be written for them. A word that two members share stands for neither. */
export function membersByWord<const T extends string>(
  members: readonly T[],
  own?: ChoiceWords<T>,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  const shared = new Set<string>();
  for (const member of members) {
    const { ja, en, also = [] } = own?.[member] ?? choiceWord(member);
    for (const word of new Set([ja, en, `${ja}(${member})`, `${en}(${member})`, ...also].map(foldedWord))) {
      if (found.has(word)) shared.add(word);
      found.set(word, member);
    }
  }
  for (const word of shared) found.delete(word);
  // The code of a member is always its own.
  for (const member of members) found.set(foldedWord(member), member);
  return found;
}

/** The member of a choice that a text names; undefined where it names none. */
export const memberNamed = <T extends string>(text: string, words: ReadonlyMap<string, T>): T | undefined =>
  words.get(foldedWord(text));
