// Puts below each other what a table repeats from left to right: the same headings again, as a list in two columns has them, and the days
// and amounts of instalments (期日1, 金額1, 期日2, 金額2). Every line keeps its number in the file.

import { amountOf, textOf, yearLastDay } from '../cells/figures.ts';
import { type CellTable, wholeOf } from '../cells/profile.ts';
import { type LedgerNote, note } from '../found.ts';
import { type Heading, headingOf } from '../headings/header.ts';
import { headedState } from './line_states.ts';
import { isPayablesTitle, namesCreditor } from './whole_table.ts';

/** A table with its parts below each other. */
export interface StackedTable {
  readonly cells: CellTable;
  /** The line of every row in the file, from 1. */
  readonly lines: readonly number[];
  readonly doubts: readonly LedgerNote[];
}

/** Rows among which the headings of such a table are looked for. */
const STACKED_SEARCHED = 20;
/** Times that the same headings may stand beside each other. */
const REPEATED_MAX = 24;

/** The table with what stands beside each other below each other; undefined for other tables. */
export function stackedTable(cells: CellTable): StackedTable | undefined {
  for (let at = 0; at < Math.min(STACKED_SEARCHED, cells.length); at++) {
    const row = cells[at] ?? [];
    if (row.length < 4) continue;
    const texts = row.map(textOf);
    if (texts.filter((text) => text !== '').length < 4) continue;
    const found = besideEachOther(cells, at, texts) ?? inInstalments(cells, at, texts);
    if (found !== undefined) return found;
  }
  return undefined;
}

const AMOUNT_ROLES: ReadonlySet<string> = new Set(['balance', 'billed', 'total']);
const isMoney = ({ meaning, field }: Heading): boolean => AMOUNT_ROLES.has(meaning?.role ?? '') || field === 'amount';
const isParty = ({ meaning, field, text }: Heading): boolean =>
  meaning?.role === 'debtor_name' || meaning?.role === 'debtor_code' || field === 'debtor_id' || namesCreditor(text);

/** Columns from one place to before another. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** The tables in a line of headings: parted by empty columns, or the same words again and again. One, where there are not several. */
function spansIn(texts: readonly string[], isEmpty: (column: number) => boolean): readonly Span[] {
  const spans: Span[] = [];
  let from = -1;
  for (let i = 0; i <= texts.length; i++) {
    const ends = i === texts.length || (texts[i] === '' && isEmpty(i));
    if (ends && from >= 0) spans.push({ from, to: i });
    from = ends ? -1 : from < 0 ? i : from;
  }
  const [only] = spans;
  if (spans.length !== 1 || only === undefined) return spans;
  const words = texts.slice(only.from, only.to);
  const width = words.indexOf(words[0] ?? '', 1);
  const isRepeated = width > 1 && words.length % width === 0 && words.every((word, i) => word === words[i % width]);
  return isRepeated
    ? Array.from({ length: words.length / width }, (_, i) => ({
        from: only.from + i * width,
        to: only.from + (i + 1) * width,
      }))
    : spans;
}

/** Tables that stand beside each other, each with those who owe and what they owe; undefined where there are not several. */
function besideEachOther(cells: CellTable, at: number, texts: readonly string[]): StackedTable | undefined {
  const below = cells.slice(at + 1);
  // Nothing else needs to be looked at where no amount has the same heading as another.
  const first = new Set<string>();
  const isTwice = texts.some((text) => {
    const again = text !== '' && first.has(text) && isMoney(headingOf(text, 0, undefined));
    first.add(text);
    return again;
  });
  if (!isTwice) return undefined;
  const spans = spansIn(texts, (i) => below.every((row) => textOf(row[i]) === ''));
  if (spans.length < 2 || spans.length > REPEATED_MAX) return undefined;
  const tables = spans.flatMap((span) => {
    const headings = texts.slice(span.from, span.to).map((text, i) => headingOf(text, i, undefined));
    const title = textOf(cells[at - 1]?.slice(span.from, span.to).find((cell) => textOf(cell) !== ''));
    return headings.some(isMoney) && headings.some(isParty) ? [{ ...span, headings, title }] : [];
  });
  const [leftmost] = tables;
  if (leftmost === undefined || tables.length !== spans.length) return undefined;
  const isOwed = (table: (typeof tables)[number]): boolean =>
    !table.headings.some(({ text }) => namesCreditor(text)) &&
    !isPayablesTitle(table.title) &&
    table.title !== '買掛金';
  const wordsOf = ({ headings }: (typeof tables)[number]): string => headings.map(({ folded }) => folded).join();
  const [ours = leftmost, ...others] = tables.filter(isOwed);
  const titles = new Set(tables.map(({ title }) => title));
  // Titles other than states may be months, of which one holds what the other held.
  const isTold = titles.size === 1 || tables.every(({ title }) => headedState(title) !== undefined);
  const isAlike = tables.every((one) => isOwed(one) && wordsOf(one) === wordsOf(ours));
  if (isAlike && isTold && !haveTheSame(below, tables)) return stackedSpans(cells, at, tables, titles.size > 1);
  if (others.length === tables.length - 1) return undefined;
  const kept = cells.map((row, i) =>
    i < at - 1 ? row : row.map((cell, k) => (k >= ours.from && k < ours.to ? cell : '')),
  );
  const names = tables.filter((one) => !isOwed(one)).map((one) => one.title || (one.headings[0]?.text ?? ''));
  return {
    cells: kept,
    lines: cells.map((_, i) => i + 1),
    doubts: [
      note(
        'table_beside_not_read',
        `横に並ぶ別の表「${names.join('」「')}」は、当方が支払うものとみて読んでいません。`,
        `Another table stands beside this one ("${names.join('", "')}"): it seems to be what we owe, and is not read.`,
      ),
    ],
  };
}

/** Whether tables name the same debtors without a number that tells their lines apart, as lists of two months do. */
function haveTheSame(rows: CellTable, tables: readonly (Span & { readonly headings: readonly Heading[] })[]): boolean {
  const headings = tables[0]?.headings ?? [];
  const place = headings.findIndex(isParty);
  const number = headings.findIndex(({ meaning, field }) => meaning?.role === 'id' || field === 'id');
  const seen = tables.map(
    ({ from }) =>
      new Set(
        rows
          .filter((row) => isDebtorName(textOf(row[from + place])))
          .map((row) => `${textOf(row[from + place])} ${number < 0 ? '' : textOf(row[from + number])}`),
      ),
  );
  const all = seen.reduce((sum, { size }) => sum + size, 0);
  return new Set(seen.flatMap((names) => [...names])).size < all;
}

const isDebtorName = (text: string): boolean =>
  text !== '' && !/^[^\p{L}]*(?:合|総|小)?計[^\p{L}]*$|total/iu.test(text);

/** A row with its line in the file, from 1. */
interface FileRow {
  readonly row: readonly unknown[];
  readonly line: number;
}

const belowEachOther = (rows: readonly FileRow[], doubt: LedgerNote): StackedTable => ({
  cells: rows.map(({ row }) => row),
  lines: rows.map(({ line }) => line),
  doubts: [doubt],
});

/** Tables with the same headings below each other, each below its title where they have titles of their own. */
function stackedSpans(
  cells: CellTable,
  at: number,
  tables: readonly (Span & { readonly title: string })[],
  isTitled: boolean,
): StackedTable {
  const [first = { from: 0, to: 0 }] = tables;
  const stacked: FileRow[] = [];
  for (const [i, row] of cells.slice(0, at).entries())
    stacked.push({ row: isTitled && i === at - 1 ? [] : row, line: i + 1 });
  stacked.push({ row: (cells[at] ?? []).slice(first.from, first.to), line: at + 1 });
  for (const { from, to, title } of tables) {
    if (isTitled) stacked.push({ row: [title], line: at });
    for (let i = at + 1; i < cells.length; i++) {
      const row = (cells[i] ?? []).slice(from, to);
      if (from === first.from || row.some((cell) => textOf(cell) !== '')) stacked.push({ row, line: i + 1 });
    }
  }
  return belowEachOther(
    stacked,
    note(
      'tables_beside_read',
      `同じ見出しの表が横に${tables.length}つ並んでいるため、続きの一覧として読みました。`,
      `${tables.length} tables with the same headings stand beside each other; they are read as one list.`,
    ),
  );
}

/** The number in a heading of one of several instalments, and its word without it; undefined for other headings. */
function numberedWord(text: string): { readonly number: number; readonly word: string } | undefined {
  const plain = text.slice(0, 60).normalize('NFKC').toLowerCase();
  const spelled = plain.replace(/\b(first|second|third|fourth)\b/g, (word) => String(ORDINALS.indexOf(word) + 1));
  const [whole, digits] =
    /第?(?<!\d)(\d{1,2})(?!\d)(?:\s*(?:回目?|期(?![日限]))|st\b|nd\b|rd\b|th\b)?[の\s]*/.exec(spelled) ?? [];
  // A month, an age or a day is no number of an instalment.
  if (whole === undefined || /\d{1,2}\s*(?:月|日|か月|ヶ月|days?|%|年)|\d\D+\d/.test(spelled)) return undefined;
  return {
    number: Number(digits),
    word: spelled
      .replace(whole, ' ')
      .replace(/[\s_.#()・:-]+/g, ' ')
      .trim(),
  };
}
const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** What was paid, and when, stands beside a bill in pairs, too. */
const OF_PAYMENT = /入金[日額]|支払済|領収|受領|回収[日額]|paid|received|receipt|payment date/;

const DAY_ROLES: ReadonlySet<string> = new Set(['due_date', 'invoice_date']);

/** Whether a word heads something of a claim: by what it means, or because it says no more than that it is a day or an amount. */
const isWordOf = (word: string, roles: ReadonlySet<string>, plain: RegExp): boolean =>
  plain.test(word) || roles.has(headingOf(word, 0, undefined).meaning?.role ?? '');

/** A table with a line for each instalment of those that stand beside each other in pairs of a day and an amount; undefined for others. */
function inInstalments(cells: CellTable, at: number, texts: readonly string[]): StackedTable | undefined {
  const places = new Map<number, Map<string, number>>();
  for (const [i, text] of texts.entries()) {
    const found = numberedWord(text);
    if (found === undefined) continue;
    const group = places.get(found.number) ?? new Map<string, number>();
    if (group.has(found.word)) return undefined;
    places.set(found.number, group.set(found.word, i));
  }
  const groups = Array.from({ length: places.size }, (_, i) => places.get(i + 1));
  const [first] = groups;
  const words = [...(first?.keys() ?? [])];
  if (
    groups.length < 2 ||
    groups.length > REPEATED_MAX ||
    words.length < 2 ||
    words.some((word) => OF_PAYMENT.test(word))
  )
    return undefined;
  if (!groups.every((group) => group?.size === words.length && words.every((word) => group.has(word))))
    return undefined;
  const below = cells.slice(at + 1);
  const cellsOf = (word: string): unknown[] =>
    groups.flatMap((group) => below.map((row) => row[group?.get(word) ?? -1])).filter((cell) => textOf(cell) !== '');
  const isDay = (cell: unknown): boolean => yearLastDay(cell) !== undefined;
  const all = (word: string, fits: (cell: unknown) => boolean): boolean => {
    const filled = cellsOf(word);
    return filled.length > 0 && filled.every(fits);
  };
  // A figure may be the serial number of a day.
  const isFigure = (cell: unknown): boolean => amountOf(cell, 1, 'point') !== undefined;
  const amounts = words.filter((word) => all(word, isFigure));
  const days = words.filter((word) => !amounts.includes(word) && all(word, isDay));
  const [day, amount] = [days[0], amounts[0]];
  if (day === undefined || amount === undefined || days.length > 1 || amounts.length > 1) return undefined;
  if (
    !isWordOf(day, DAY_ROLES, /^(?:日付?|date)?$|\bdue\b/) ||
    !isWordOf(amount, AMOUNT_ROLES, /^(?:金?額|am(?:oun)?t)?$|instal|\binst\b|分割/)
  )
    return undefined;
  const parts = groups.map((group) => group ?? new Map<string, number>());
  const whole = wholesOf(texts, below, parts, amount);
  return whole === undefined ? undefined : stackedParts(cells, at, { parts, day, amount, whole });
}

/** The columns that hold the sum of the instalments; undefined where another column of money holds something else on a line of its own. */
function wholesOf(
  texts: readonly string[],
  rows: CellTable,
  parts: readonly ReadonlyMap<string, number>[],
  amount: string,
): ReadonlySet<number> | undefined {
  const own = new Set(parts.flatMap((part) => [...part.values()]));
  const money = texts.flatMap((text, i) => (!own.has(i) && isMoney(headingOf(text, i, undefined)) ? [i] : []));
  const sum = (row: readonly unknown[]): bigint =>
    parts.reduce((all, part) => all + (wholeOf(row[part.get(amount) ?? -1]) ?? 0n), 0n);
  return money.every((i) => rows.every((row) => textOf(row[i]) === '' || wholeOf(row[i]) === sum(row)))
    ? new Set(money)
    : undefined;
}

/** A table with the instalments of all lines below each other, the first ones first. */
function stackedParts(
  cells: CellTable,
  at: number,
  {
    parts,
    day,
    amount,
    whole,
  }: {
    readonly parts: readonly ReadonlyMap<string, number>[];
    readonly day: string;
    readonly amount: string;
    readonly whole: ReadonlySet<number>;
  },
): StackedTable {
  const [first = new Map<string, number>()] = parts;
  const later = new Set(parts.slice(1).flatMap((part) => [...part.values()]));
  const asPart = (row: readonly unknown[], part: ReadonlyMap<string, number>): unknown[] => {
    const moved = row.map((cell, i) => (later.has(i) || whole.has(i) ? '' : cell));
    for (const [word, i] of first) moved[i] = row[part.get(word) ?? -1] ?? '';
    return moved;
  };
  const isJapanese = /[^\p{ASCII}]/u.test((cells[at] ?? []).map(textOf).join(''));
  const wordFor = (word: string): string => {
    const { meaning } = headingOf(word, 0, undefined);
    if (word === day) return meaning !== undefined || word !== '' ? word : isJapanese ? '支払期日' : 'Due date';
    if (word === amount) return AMOUNT_ROLES.has(meaning?.role ?? '') ? word : isJapanese ? '金額' : 'Amount';
    return word;
  };
  const headings = asPart(cells[at] ?? [], first);
  for (const [word, i] of first) headings[i] = wordFor(word);
  const stacked: FileRow[] = cells.slice(0, at).map((row, i) => ({ row, line: i + 1 }));
  stacked.push({ row: headings, line: at + 1 });
  let count = 0;
  for (const part of parts)
    for (let i = at + 1; i < cells.length; i++) {
      const row = cells[i] ?? [];
      const isFilled = [...part.values()].some((k) => textOf(row[k]) !== '');
      const isPlain = later.size > 0 && ![...first.values(), ...later].some((k) => textOf(row[k]) !== '');
      if (!isFilled && !(isPlain && part === first)) continue;
      if (isFilled) count++;
      stacked.push({ row: asPart(row, part), line: i + 1 });
    }
  return belowEachOther(
    stacked,
    note(
      'instalments_beside',
      `1行に${parts.length}組の期日と金額が並んでいるため、組ごとに1件の債権として読みました（${count}組）。`,
      `${parts.length} pairs of a day and an amount stand on each line; each pair is read as a claim of its own (${count} in all).`,
    ),
  );
}
