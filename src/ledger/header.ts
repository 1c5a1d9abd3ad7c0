// Finds the line of the headings, which is the first with two known words, and what each heading means by itself. Lines above are titles.

import { FIELD_LABELS, flatFields } from '../request/composition.ts';
import { parseAgeLabel } from './buckets.ts';
import { amountOf, dayOf, textOf } from './figures.ts';
import { meaningByParts } from './heading_words.ts';
import { PRESETS, type Preset, presetOf } from './presets.ts';
import { fold, type Meaning, meaningOf } from './vocabulary.ts';

/** Names of a record that are not fields of a request. */
const OWN_NAMES = ['id', 'debtor_id'];

/** A heading with what it means. */
export interface Heading {
  /** Place of its column, from 0. */
  readonly index: number;
  /** As it is written. */
  readonly text: string;
  /** As words are compared (`fold`). */
  readonly folded: string;
  /** The field that its name or published label names. */
  readonly field?: string;
  /** What the word means in ledgers. */
  readonly meaning?: Meaning;
  /** The age it stands for, as the label of a bucket. */
  readonly bucket?: string;
  /** How its meaning was found; null for a heading that is not known. */
  readonly by: 'name' | 'synonym' | 'preset' | 'bucket' | null;
}

/** The headings of a table. */
export interface Header {
  /** Index of their row, from 0. */
  readonly row: number;
  /** Rows they take: two when month columns stand under a common heading. */
  readonly height: 1 | 2;
  /** One for each column, in their order. */
  readonly headings: readonly Heading[];
  /** The accounting system whose headings these are. */
  readonly preset: Preset | undefined;
}

const BY_LABEL: ReadonlyMap<string, string> = new Map(
  [...FIELD_LABELS]
    .filter(([name]) => flatFields.has(name))
    .flatMap(([name, { ja, en }]) => [
      [ja.normalize('NFKC'), name],
      [en, name],
    ]),
);

/** Folded labels, without single English words: Title or Contact means something else in a ledger. */
const BY_FOLDED_LABEL: ReadonlyMap<string, string> = new Map(
  [...BY_LABEL].filter(([label]) => !/^[a-z]+$/.test(label)).map(([label, name]) => [fold(label), name]),
);

/** Place of a meaning that a system gives to a heading: before every word of that role. */
const FIRST_PLACE = -1;

const isName = (text: string): boolean => flatFields.has(text) || OWN_NAMES.includes(text);

/** A heading with its meaning; the meaning of a word in a system goes before the general one. */
function headingOf(cell: unknown, index: number, preset: Preset | undefined): Heading {
  const text = textOf(cell).replace(/\s+/g, ' ');
  const exact = text.slice(0, 100).normalize('NFKC');
  const folded = fold(text);
  const base = { index, text, folded };
  const role = preset?.roles.get(folded);
  if (role !== undefined) return { ...base, meaning: { role, place: FIRST_PLACE, doubt: undefined }, by: 'preset' };
  const renamed = preset?.fields.get(folded);
  if (renamed !== undefined) return { ...base, field: renamed, by: 'preset' };
  const bucket = preset?.buckets.get(folded);
  if (bucket !== undefined) return { ...base, bucket, by: 'bucket' };
  const meaning = meaningOf(folded) ?? meaningByParts(text);
  if (isName(exact)) return { ...base, field: exact, by: 'name' };
  const labelled = BY_LABEL.get(exact);
  if (labelled !== undefined) return { ...base, field: labelled, ...(meaning && { meaning }), by: 'name' };
  if (meaning !== undefined) return { ...base, meaning, by: 'synonym' };
  const alike = folded === '' ? undefined : BY_FOLDED_LABEL.get(folded);
  if (alike !== undefined) return { ...base, field: alike, by: 'name' };
  if (text !== '' && parseAgeLabel(text) !== undefined) return { ...base, bucket: text, by: 'bucket' };
  return { ...base, by: null };
}

const KNOWN_TO_A_SYSTEM: ReadonlySet<string> = new Set(
  PRESETS.flatMap(({ roles, buckets, fields, telling }) => [
    ...roles.keys(),
    ...buckets.keys(),
    ...fields.keys(),
    ...telling,
  ]),
);

/** How many words of a row are known. Ages alone do not count, because data may look like them. */
function knownIn(row: readonly unknown[]): number {
  let [words, ages] = [0, 0];
  for (const cell of row) {
    if (typeof cell !== 'string' || cell === '' || cell.length > 100) continue;
    const { by, bucket, folded } = headingOf(cell, 0, undefined);
    if (bucket !== undefined) ages++;
    else if (by !== null || KNOWN_TO_A_SYSTEM.has(folded)) words++;
  }
  // A matrix may leave the heading over the names empty: three ages are then enough.
  const isMatrix = ages >= 3 && textOf(row[0]) === '';
  return words === 0 && !isMatrix ? 0 : words + ages;
}

/** The heading "due" with the meaning that the cells under it show: an amount or a day. Other headings are unchanged. */
function settled(heading: Heading, below: readonly (readonly unknown[])[]): Heading {
  if (heading.folded !== 'due' || heading.meaning === undefined) return heading;
  const first = below.map((row) => row[heading.index]).find((cell) => textOf(cell) !== '');
  const isDay = dayOf(first, 'mdy') !== undefined || dayOf(first, 'dmy') !== undefined;
  return isDay && amountOf(first, 1, 'point') === undefined
    ? { ...heading, meaning: { ...heading.meaning, role: 'due_date' } }
    : heading;
}

/** Rows among which the headings are looked for. */
const SEARCHED = 100;

/**
 * Finds the headings of a table. `wanted` is the accounting system by which they are read; without it the headings decide. Undefined when
 * no row has two known words.
 */
export function findHeader(cells: readonly (readonly unknown[])[], wanted: Preset | undefined): Header | undefined {
  const row = cells.slice(0, SEARCHED).findIndex((one) => knownIn(one) >= 2);
  const upper = cells[row];
  if (upper === undefined) return undefined;
  const lower = cells[row + 1] ?? [];
  const under = lower.filter((cell) => typeof cell === 'string' && parseAgeLabel(cell) !== undefined).length;
  const others = lower.filter((cell) => textOf(cell) !== '').length;
  const height =
    under >= 2 &&
    under === others &&
    !upper.some((cell) => typeof cell === 'string' && headingOf(cell, 0, undefined).bucket !== undefined)
      ? 2
      : 1;
  const merged =
    height === 1
      ? upper
      : Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => textOf(lower[i]) || upper[i]);
  const preset = wanted ?? presetOf([...new Set(merged.map((cell) => fold(textOf(cell))))]);
  const below = cells.slice(row + height, row + height + SEARCHED);
  return { row, height, headings: Array.from(merged, (cell, i) => settled(headingOf(cell, i, preset), below)), preset };
}
