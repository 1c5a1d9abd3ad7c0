// Every option as the report and the engine meet it, and its name for the reader.

import * as registry from '../options/index.ts';
import type { Option } from '../options/option.ts';
import type { Lang, Text } from '../values/text.ts';

// The one cast over the registry: its members differ only in the type of their terms, which nobody but they read.
export const OPTIONS = Object.values(registry).sort((a, b) => (a.id < b.id ? -1 : 1)) as unknown as readonly Option[];

const LABELS: ReadonlyMap<string, Text> = new Map(OPTIONS.map(({ id, label }) => [id, label]));

/** The name of an option in every language. */
export const optionLabel = (id: string): Text => LABELS.get(id) ?? { ja: id, en: id };

/** The name of an option in a language. */
export const labelOf = (id: string, lang: Lang): string => optionLabel(id)[lang];
