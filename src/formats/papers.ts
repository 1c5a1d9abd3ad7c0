// The names of documents in a report for people.

import * as registry from '../documents/index.ts';
import type { Lang, Text } from '../values/text.ts';

const LABELS: ReadonlyMap<string, Text> = new Map(Object.values(registry).map(({ id, label }) => [id, label]));

/** The documents of a step by name, in one line. */
export const papersText = (kinds: readonly string[], lang: Lang): string =>
  kinds.map((kind) => LABELS.get(kind)?.[lang] ?? kind).join(lang === 'ja' ? '、' : ', ');
