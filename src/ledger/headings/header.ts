// Finds the line of the headings, which is the one with the most known words, and what each heading means by itself. Lines above are titles.

import { FIELD_LABELS, flatFields } from '../../request/composition.ts';
import { parseAgeLabel } from '../cells/buckets.ts';
import { amountOf, dayOf, textOf, yearLastDay } from '../cells/figures.ts';
import { isSumOf, wholeOf } from '../cells/profile.ts';
import { agesBeside } from './ages_beside.ts';
import { fieldOfHeading } from './debtor_columns.ts';
import { meaningByParts } from './heading_words.ts';
import { PRESETS, type Preset, presetOf } from './presets.ts';
import { EXPECTED_DAY, EXPECTED_PART, fold, type Meaning, meaningOf, placeOfRole, type Role } from './vocabulary.ts';

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
  readonly by: 'name' | 'synonym' | 'preset' | 'bucket' | 'given' | 'values' | null;
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

/** The number before a heading, as ①請求額 or (1) 請求額 have it. */
const NUMBERED = /^(?:[①-⑳⑴-⒇]|[(（]\d{1,2}[)）])\s*(?=\p{L})/u;

/** A heading with its meaning; the meaning of a word in a system goes before the general one. */
export function headingOf(cell: unknown, index: number, preset: Preset | undefined): Heading {
  const text = textOf(cell).replace(/\s+/g, ' ');
  const exact = text.slice(0, 100).normalize('NFKC');
  const inner = /^[【〔[](.+)[】〕\]]$/.exec(exact)?.[1];
  const folded = fold(inner ?? text.replace(NUMBERED, ''));
  const base = { index, text, folded };
  const role = preset?.roles.get(folded);
  if (role !== undefined) return { ...base, meaning: { role, place: FIRST_PLACE, doubt: undefined }, by: 'preset' };
  const renamed = preset?.fields.get(folded);
  if (renamed !== undefined) return { ...base, field: renamed, by: 'preset' };
  const bucket = preset?.buckets.get(folded);
  if (bucket !== undefined) return { ...base, bucket, by: 'bucket' };
  const beside = fieldOfHeading(folded);
  if (beside !== undefined && !isName(exact)) return { ...base, field: beside, by: 'synonym' };
  const age = text !== '' && !meaningOf(folded) && parseAgeLabel(text) !== undefined;
  const plain = text.replace(NUMBERED, '').replace(/[\s(]*(?:JPY|円)\)?$/, '');
  const meaning =
    meaningOf(folded) ??
    (age ? undefined : (meaningByParts(text.replace(NUMBERED, '')) ?? meaningOf(fold(plain)) ?? meaningByParts(plain)));
  if (isName(exact)) return { ...base, field: exact, by: 'name' };
  const labelled = BY_LABEL.get(exact);
  if (labelled !== undefined) return { ...base, field: labelled, ...(meaning && { meaning }), by: 'name' };
  if (meaning !== undefined) return { ...base, meaning, by: 'synonym' };
  const alike = folded === '' ? undefined : BY_FOLDED_LABEL.get(folded);
  if (alike !== undefined) return { ...base, field: alike, by: 'name' };
  if (age) return { ...base, bucket: text, by: 'bucket' };
  return inTwoLanguages({ ...base, by: null }, preset);
}

const BETWEEN_LANGUAGES =
  / ?[/／|｜] ?|(?<=[a-z]): |(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー)）]) ?(?=[A-Za-z][A-Za-z .]{2})|(?<=[A-Za-z.)]) ?(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{2})/u;

/** A heading in two languages, such as 支払期限 / Due date, with the meaning on which its known parts agree; others are unchanged. */
function inTwoLanguages(heading: Heading, preset: Preset | undefined): Heading {
  if (heading.text.length > 60 || /\b[bc]\/[df]\b/i.test(heading.text)) return heading;
  const parts = heading.text.split(BETWEEN_LANGUAGES).filter((part) => part !== '' && part !== heading.text);
  if (parts.length < 2 || parts.length > 3) return heading;
  const known = parts.map((part) => headingOf(part, heading.index, preset)).filter(({ by }) => by !== null);
  const [first] = known;
  const same = ({ field, meaning, bucket }: Heading): boolean =>
    field === first?.field && meaning?.role === first?.meaning?.role && bucket === first?.bucket;
  return first !== undefined && known.every(same) ? { ...first, text: heading.text } : heading;
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
  // A line of data may say the same again and again, as 済 in years does.
  const words = new Set<string>();
  let ages = 0;
  for (const cell of row) {
    if (typeof cell !== 'string' || cell === '' || cell.length > 100) continue;
    // A figure is a heading only where a system has one.
    if (/^\d+$/.test(cell) && !KNOWN_TO_A_SYSTEM.has(cell)) continue;
    const { by, bucket, folded } = headingOf(cell, 0, undefined);
    if (bucket !== undefined) ages++;
    else if (by !== null || KNOWN_TO_A_SYSTEM.has(folded)) words.add(folded);
  }
  // A matrix may leave the heading over the names empty: three ages are then enough.
  const isMatrix = ages >= 3 && textOf(row[0]) === '';
  return words.size === 0 && !isMatrix ? 0 : words.size + ages;
}

/** A heading such as "due", "net due" or "to" with the meaning that the cells under it show: an amount, a day, a debtor. Others are unchanged. */
function settled(heading: Heading, below: readonly (readonly unknown[])[]): Heading {
  const { folded, meaning, index } = heading;
  if (/^(?:支払|入金|回収|決済)い?予定$/.test(folded)) {
    const planned = below.map((row) => row[index]).find((cell) => textOf(cell) !== '');
    const place = placeOfRole('due_date') + 1;
    return (yearLastDay(planned) ?? dayOf(planned, 'ymd')) === undefined
      ? heading
      : { ...heading, meaning: { role: 'due_date', place, doubt: EXPECTED_DAY }, by: 'synonym' };
  }
  if (meaning === undefined || !/^(?:[a-z]*due|to|closing)$/.test(folded)) return heading;
  if (!/^(?:balance|due_date|debtor_name)$/.test(meaning.role)) return heading;
  const first = below.map((row) => row[index]).find((cell) => textOf(cell) !== '');
  const isDay = yearLastDay(first) !== undefined;
  if (folded === 'to' || folded === 'closing') return isDay ? { index, text: heading.text, folded, by: null } : heading;
  const isAmount = amountOf(first, 1, 'point') !== undefined;
  return isDay === isAmount ? heading : { ...heading, meaning: { ...meaning, role: isDay ? 'due_date' : 'balance' } };
}

/** A heading such as Down payment without the field of a rate that its label names, where amounts stand below it. */
function withoutRate(heading: Heading, below: CellRows): Heading {
  if (heading.by !== 'name' || heading.field?.endsWith('_rate') !== true) return heading;
  const isMoney = below.some((row) => (wholeOf(row[heading.index]) ?? 0n) > 100n);
  return isMoney ? { index: heading.index, text: heading.text, folded: heading.folded, by: null } : heading;
}

/** Figures from which on they are rather yen than days. */
const DAYS_MAX = 3650n;

/** Figures in round hundreds from which on they are rather yen than days. */
const ROUND_MONEY_LEAST = 500n;

/** Whether a column is added to another one in a third, on every line. */
const isInSum = (part: number, headings: readonly Heading[], below: CellRows): boolean =>
  headings.some((whole) =>
    headings.some((other) => whole !== other && whole.index !== part && isSumOf(below, whole.index, other.index, part)),
  );

/** The headings with words such as Overdue read by the figures under them: days where they are small and another column holds amounts. */
function withLateness(headings: readonly Heading[], below: CellRows): Heading[] {
  const roles = ['balance', 'billed', 'total'];
  return headings.map((heading): Heading => {
    const { folded, index, field, by } = heading;
    if (
      field !== undefined ||
      by === 'preset' ||
      !/^(?:pastdue|overdue|arrears|late|delinquent)(?:by|for)?$/.test(folded)
    )
      return heading;
    const figures = below.flatMap((row) => amountOf(row[index], 1, 'point') ?? []).map(BigInt);
    const isDays = below.some((row) => /^-?\d{1,4}\s*(?:days?|日)$/i.test(textOf(row[index])));
    if (figures.length === 0 && !isDays) return heading;
    // Days of arrears are not all of them hundreds.
    const isRound = folded === 'arrears' && figures.every((figure) => figure % 100n === 0n);
    const beside = headings.some((one) => one !== heading && roles.includes(one.meaning?.role ?? one.field ?? ''));
    const isMoney = figures.some((figure) => figure > DAYS_MAX || (beside && isRound && figure >= ROUND_MONEY_LEAST));
    // What is in the total of a bill is owed as a part of it.
    if (isMoney && folded === 'arrears' && isInSum(index, headings, below))
      return { index, text: heading.text, folded, by: null };
    if (!isMoney && !beside) return heading;
    const role = isMoney ? 'balance' : 'overdue_days';
    return {
      ...heading,
      by: 'synonym',
      meaning: { role, place: placeOfRole(role) + 1, doubt: isMoney ? EXPECTED_PART : undefined },
    };
  });
}

/** The headings with the word コード read as the code of the debtor whose name stands beside it. */
const withNamedCode = (headings: readonly Heading[]): Heading[] =>
  headings.map((heading, i) =>
    heading.by === null &&
    /^(?:コード|cd|code)$/.test(heading.folded) &&
    headings[i + 1]?.meaning?.role === 'debtor_name' &&
    !headings.some(({ meaning }) => meaning?.role === 'debtor_code')
      ? {
          ...heading,
          meaning: { role: 'debtor_code', place: placeOfRole('debtor_code'), doubt: undefined },
          by: 'synonym',
        }
      : heading,
  );

/** Words of fees, whose 納入日 is a day of payment; that of goods is one of delivery. */
const OF_FEES = /^[年月]額|会費|組合費|月謝|授業料|保育料|給食|管理費|積立金|家賃|賃料|納(?:入|付)?期限/;

/** Headings with 納入日 as a day of payment in a list of fees, and 支払日 beside the last day for it. */
const withDayOfPayment = (headings: readonly Heading[]): readonly Heading[] =>
  headings.map((heading) =>
    (heading.by === null && heading.folded === '納入日' && headings.some(({ text }) => OF_FEES.test(text))) ||
    (heading.folded === '支払日' && headings.some(({ text }) => /期[限日]/.test(text)))
      ? {
          ...heading,
          meaning: { role: 'paid_date', place: placeOfRole('paid_date'), doubt: undefined },
          by: 'synonym',
        }
      : heading,
  );

/** Headings without 契約残 as a balance where others say what was billed or paid: it is what a contract has still to be billed. */
const withoutUnbilled = (headings: readonly Heading[]): readonly Heading[] => {
  const isOpen = ({ folded }: Heading): boolean => /^(?:工事)?契約残[高額]?$/.test(folded);
  const isBilled = headings.some(({ folded }) => /^(?!.*(?:番号|no|日|書|先|予定|区分)).*(?:請求|出来高)/.test(folded));
  return isBilled
    ? headings.map((one) => (isOpen(one) ? { index: one.index, text: one.text, folded: one.folded, by: null } : one))
    : headings;
};

/** Rows among which the headings are looked for. */
const SEARCHED = 100;

/** The row with the most known words among the first ones, at least two; of equals the first. */
function headerRow(cells: CellRows): number {
  let [best, most] = [-1, 1];
  for (const [i, row] of cells.slice(0, SEARCHED).entries()) {
    const known = knownIn(row);
    if (known > most) [best, most] = [i, known];
  }
  return best;
}

/** Whether a heading is known by itself. */
const isKnown = (text: string): boolean => text !== '' && headingOf(text, 0, undefined).by !== null;

/**
 * A heading of two lines as one: ages or words under a common heading, such as 得意先 over コード and 名称. Undefined where the second line
 * is no part of the heading. `isRepeated` says that the second line is known for headings, of which some stand there again.
 */
function joinedHeadings(
  written: readonly unknown[],
  lower: readonly unknown[],
  isRepeated = false,
): string[] | undefined {
  const under = lower.map(textOf);
  // A file may write a common heading over each of its columns.
  const upper = written.map((cell, i) => (i > 0 && textOf(cell) === textOf(written[i - 1]) ? '' : cell));
  const filled = under.filter((text) => text !== '');
  const ages = filled.filter((text) => parseAgeLabel(text) !== undefined).length;
  const hasAges = upper.some((cell) => isBucket(cell));
  const fills = fillsSpans(upper.map(textOf), under);
  if (ages >= 2 && ages === filled.length && (!hasAges || fills))
    return Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => under[i] || textOf(upper[i]));
  // A common heading has an empty cell beside it, with a word of its own below.
  const isSpanned = under.some((text, i) => text !== '' && textOf(upper[i]) === '');
  if (!isSpanned || filled.length < 2 || filled.some((text) => /\d/.test(text) || text.length > 20)) return undefined;
  let over = '';
  const joined: string[] = [];
  for (let i = 0; i < Math.max(upper.length, lower.length); i++) {
    const [top, bottom] = [textOf(upper[i]), under[i] ?? ''];
    if (top !== '') over = top;
    const both = over + bottom;
    if (bottom === '') joined.push(top);
    else if (isKnown(both)) joined.push(both);
    else if (isKnown(`${over} ${bottom}`)) joined.push(`${over} ${bottom}`);
    else if (fills) joined.push(isKnown(bottom) && !isKnown(over) ? bottom : both);
    else if (isRepeated && isKnown(bottom)) joined.push(bottom);
    else return undefined;
  }
  return joined;
}

/**
 * Whether a second line fills exactly the places that a common heading leaves empty, and the one under it, and nothing else: no line of a
 * table does, because its first columns are filled.
 */
function fillsSpans(upper: readonly string[], under: readonly string[]): boolean {
  const width = Math.max(upper.length, under.length);
  // Empty cells at the end of a line are left out of some files.
  const isSpan = (i: number): boolean => (upper[i] ?? '') === '' || (i + 1 < width && (upper[i + 1] ?? '') === '');
  return (
    upper[0] !== '' &&
    !isSpan(0) &&
    Array.from({ length: width }, (_, i) => i).every((i) => isSpan(i) === ((under[i] ?? '') !== ''))
  );
}

const isBucket = (cell: unknown): boolean =>
  typeof cell === 'string' && headingOf(cell, 0, undefined).bucket !== undefined;

type CellRows = readonly (readonly unknown[])[];

/**
 * Finds the headings of a table. `wanted` is the accounting system by which they are read; without it the headings decide. `named` are
 * headings that the caller gives fields to. Undefined when no row has two known words.
 */
export function findHeader(
  cells: CellRows,
  wanted: Preset | undefined,
  named: ReadonlyMap<string, string> = new Map(),
): Header | undefined {
  const best = named.size > 0 ? rowOfNamed(cells, named) : headerRow(cells);
  const row = named.size > 0 ? best : withUpperLine(cells, best);
  const isRepeated = row < best;
  const upper = cells[row];
  if (upper === undefined) return undefined;
  const joined = joinedHeadings(upper, cells[row + 1] ?? [], isRepeated);
  const height = joined === undefined ? 1 : 2;
  const texts =
    joined ??
    withThoseAbove(upper, cells.slice(Math.max(0, row - ABOVE_MAX), row), cells.slice(row + 1, row + SEARCHED));
  const preset = wanted ?? presetOf([...new Set(texts.map((cell) => fold(textOf(cell))))]);
  const below = cells.slice(row + height, row + height + SEARCHED);
  const found = Array.from(texts, (cell, i) => withoutRate(settled(headingOf(cell, i, preset), below), below));
  // What is due today is no day late: a figure is an age among ages alone.
  const isAged = found.filter(({ bucket }) => bucket !== undefined).length > 1;
  const beside = agesBeside(found);
  const aged = found.map((one, i): Heading => {
    const bucket = beside.get(i) ?? (isAged && one.text === '0' ? '0 days' : undefined);
    return bucket === undefined ? one : { ...one, bucket, by: 'bucket' };
  });
  const headings = withoutUnbilled(withDayOfPayment(withNamedCode(withLateness(aged, below))));
  return { row, height, headings: headings.map((heading) => givenByName(heading, named)), preset };
}

/**
 * The line above a line of headings where both make up headings that are all known, such as Invoice over No. and Date; else the line itself.
 * Words that stand there twice are told apart only so.
 */
function withUpperLine(cells: CellRows, row: number): number {
  const [upper = [], lower = []] = [cells[row - 1], cells[row]];
  const texts = lower.map(textOf).filter((text) => text !== '');
  if (row < 1 || upper.filter((cell) => textOf(cell) !== '').length < 2 || new Set(texts).size === texts.length)
    return row;
  const joined = joinedHeadings(upper, lower, true)?.filter((text) => text !== '');
  return joined !== undefined &&
    joined.filter(isKnown).length * 2 > joined.length &&
    new Set(joined).size === joined.length
    ? row - 1
    : row;
}

/** Lines above the headings in which a heading over an empty cell is looked for. */
const ABOVE_MAX = 2;

/** Headings with the empty ones over a filled column named by a line right above, where a known word stands there: 期日前 over a lower line. */
function withThoseAbove(upper: readonly unknown[], above: CellRows, below: CellRows): readonly unknown[] {
  return Array.from({ length: Math.max(upper.length, ...above.map(({ length }) => length)) }, (_, i) => {
    const cell = upper[i];
    if (textOf(cell) !== '' || !below.some((row) => textOf(row[i]) !== '')) return cell;
    const over = above.findLast((row) => row.filter((one) => textOf(one) !== '').length > 1 && textOf(row[i]) !== '');
    return over !== undefined && isKnown(textOf(over[i])) ? over[i] : cell;
  });
}

/** The first row that holds every heading the caller names; the row with the most known words where there is none. */
function rowOfNamed(cells: CellRows, named: ReadonlyMap<string, string>): number {
  const at = cells.slice(0, SEARCHED).findIndex((row) => {
    const texts = new Set(row.map(headingKey));
    return [...named.keys()].every((heading) => texts.has(heading));
  });
  return at < 0 ? headerRow(cells) : at;
}

/** A heading as the caller may name it: without width, case and spaces. */
export const headingKey = (cell: unknown): string => textOf(cell).normalize('NFKC').toLowerCase().replace(/\s/g, '');

/** The heading with the field that the caller gives it; a field given elsewhere is not this column's. */
function givenByName(heading: Heading, named: ReadonlyMap<string, string>): Heading {
  if (named.size === 0) return heading;
  const field = named.get(headingKey(heading.text));
  const { index, text, folded } = heading;
  if (field === undefined) {
    const own = heading.field ?? heading.meaning?.role;
    return own !== undefined && [...named.values()].includes(own) ? { index, text, folded, by: null } : heading;
  }
  const role = NAMED_ROLES.has(field)
    ? ({ role: field as Role, place: FIRST_PLACE, doubt: undefined } satisfies Meaning)
    : undefined;
  return { index, text, folded, ...(role === undefined ? { field } : { meaning: role }), by: 'given' };
}

/** Roles that a caller may give to a column beside the fields of a request. */
const NAMED_ROLES: ReadonlySet<string> = new Set<Role>([
  'status',
  'kind',
  'paid_date',
  'paid',
  'terms',
  'closing_date',
  'promise_date',
  'age',
]);

/** Whether a caller may give a column this field. */
export const isColumnField = (field: string): boolean => isName(field) || NAMED_ROLES.has(field);

/** How many headings of a table are known, where they are known best, and their texts; 0 for a table without any. */
export const knownHeadings = (cells: CellRows): { readonly known: number; readonly texts: string } => {
  const row = cells[headerRow(cells)] ?? [];
  return { known: knownIn(row), texts: row.map(headingKey).join() };
};
