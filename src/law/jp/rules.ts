// Japan: how rules in words are written down: a name, the sentence in both languages, where it stands, and from when it holds.

import type { Text } from '../../values/text.ts';
import type { Citation, DatedPeriod, TableEntry } from '../dated.ts';
import { REFORM_FROM } from './interest.ts';

/** A rule that holds since the reform of the law of obligations, or as long as anybody who collects now must know. */
export const rule = (label: Text, value: Text | null, citation: Citation): TableEntry<Text> => ({
  label,
  unit: 'rule',
  from: REFORM_FROM,
  value,
  citation,
});

/** A rule that holds from a day of its own. */
export const ruleSince = (from: string, label: Text, value: Text | null, citation: Citation): TableEntry<Text> => ({
  label,
  unit: 'rule',
  from,
  value,
  citation,
});

/** A rule that changes on later days. */
export const changing = (entry: TableEntry<Text>, later: readonly DatedPeriod<Text>[]): TableEntry<Text> => ({
  ...entry,
  later,
});
