// Rules that the law states in words: conditions of a remedy, and what follows from a fact. A calculator says of each whether it is kept.
import type { Text } from '../../values/text.ts';
import type { Dated } from '../dated.ts';

/** Rules by name; null on a day on which the law does not have the rule. */
export type RuleSet<K extends string> = Readonly<Record<K, Dated<Text>>>;
