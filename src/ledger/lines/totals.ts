// Tells totals from receivables by arithmetic before words: a line whose amounts are the sum of the lines since an earlier total, or of the
// lines that belong to it, is a total with or without a word; a line with such a word that sums nothing is a debtor.

import { inSteps, type Steps } from '../../values/steps.ts';
import { parseAgeLabel } from '../cells/buckets.ts';
import { currencyIn } from '../cells/currencies.ts';
import { textOf } from '../cells/figures.ts';
import { type LineClues, type LineKind, lineKind, nameKey, namesTotal, totalIn } from '../cells/lines.ts';
import { type LedgerNote, note } from '../found.ts';
import { isWholeWord, type Wholes, wholesDoubt, wholesIn } from './wholes.ts';

/** The amounts of a line, column by column: undefined for an empty cell, null for one that cannot be read. */
export type LineAmounts = readonly (bigint | undefined | null)[];

/** What is known about a table to find its totals. */
export interface TotalClues extends LineClues {
  /** Columns that name the debtor. */
  readonly names: readonly number[];
  /** The column of days overdue, if there is one: a line without a name but with an age is no total. */
  readonly days?: number;
}

/** A line with its amounts and what its words make of it. */
interface SummedLine {
  readonly kind: LineKind;
  readonly amounts: LineAmounts;
  /** Name of its debtor, empty without one. */
  readonly name: string;
  /** Whether it has a word beside its amounts and its name, as of a branch or a person in charge. */
  readonly said: boolean;
  /** How far the name is indented. */
  readonly indent: number;
  /** Whether it has a number or a day of its own. */
  readonly own: boolean;
  /** Whether it has an age of its own. */
  readonly aged: boolean;
  /** Whether it names the whole of a firm: in a column of its own, or in the line of a group above. */
  readonly whole: boolean;
  /** Whether it names an account of what is owed to us, such as 売掛金. */
  readonly account: boolean;
}

/** Places from which a total may sum that are kept: earlier totals and groups. The beginning of the present debtor is one more. */
const BOUNDARIES_KEPT = 500;

/** The sums at a place of the list, and how many receivables stand above it. */
interface SumsAt {
  readonly sums: readonly bigint[];
  readonly count: number;
}

/** Sums of the receivables so far, and the places from which a total may count. */
class RunningSums {
  readonly #width: number;
  #now: readonly bigint[];
  #count = 0;
  readonly #from: SumsAt[] = [];
  #debtor: SumsAt | undefined;

  constructor(width: number) {
    this.#width = width;
    this.#now = Array.from({ length: width }, () => 0n);
    this.mark();
  }

  add(amounts: LineAmounts): void {
    this.#now = this.#now.map((sum, i) => sum + (amounts[i] ?? 0n));
    this.#count++;
  }

  mark(): void {
    if (this.#from.at(-1)?.count === this.#count) return;
    this.#from.push({ sums: this.#now, count: this.#count });
    // The first place stays, because a grand total counts from there.
    if (this.#from.length > BOUNDARIES_KEPT) this.#from.splice(1, 1);
  }

  /** Whether amounts are the sum of two lines or more of the present debtor. */
  isSumOfDebtor(amounts: LineAmounts): boolean {
    const from = this.#debtor;
    return from !== undefined && this.#count - from.count > 1 && isDifference(amounts, this.#now, from.sums);
  }

  /** Marks the first line of another debtor. */
  markDebtor(): void {
    this.#debtor = { sums: this.#now, count: this.#count };
  }

  /** Whether amounts are the sum of at least `least` lines since one of the marks. */
  isSum(amounts: LineAmounts, least: number): boolean {
    if (amounts.length !== this.#width) return false;
    const isSince = ({ sums, count }: SumsAt): boolean =>
      this.#count - count >= least && isDifference(amounts, this.#now, sums);
    // Most totals count from the last place, so that one is tried first.
    return (this.#debtor !== undefined && isSince(this.#debtor)) || this.#from.findLastIndex(isSince) >= 0;
  }
}

/** Whether the filled amounts of a line are these sums less those before, at least one of them not zero. */
function isDifference(amounts: LineAmounts, sums: readonly bigint[], before: readonly bigint[]): boolean {
  let some = false;
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i];
    if (amount === undefined) continue;
    if (amount !== (sums[i] ?? 0n) - (before[i] ?? 0n)) return false;
    if (amount !== 0n) some = true;
  }
  return some;
}

/** Whether the filled amounts of a line are these sums, at least one of them not zero. */
const isEqual = (amounts: LineAmounts, sums: readonly bigint[]): boolean => isDifference(amounts, sums, []);

const sumOf = (lines: readonly SummedLine[], width: number): bigint[] =>
  Array.from({ length: width }, (_, i) => lines.reduce((sum, { amounts }) => sum + (amounts[i] ?? 0n), 0n));

/** Whether a line belongs under a name: Parent:Child, or a name that is indented further. */
const isChild = (line: SummedLine, parent: SummedLine): boolean =>
  (line.indent > parent.indent && line.name !== '') ||
  (line.name.startsWith(parent.name) && /^\s*[:：]/.test(line.name.slice(parent.name.length)));

/** Lines that may belong to one parent. */
const CHILDREN_MAX = 500;

/** Whether the amounts of a line are the sum of the lines below that belong to it. */
function isParent(lines: readonly SummedLine[], at: number): boolean {
  const parent = lines[at];
  if (parent === undefined || parent.own || parent.name === '') return false;
  const children: SummedLine[] = [];
  for (let i = at + 1; i <= at + CHILDREN_MAX; i++) {
    const line = lines[i];
    if (line === undefined || line.kind.kind !== 'row' || !isChild(line, parent)) break;
    // Grandchildren are part of the sum of their own parent, which stands above them.
    const before = children.at(-1);
    if (before === undefined || !isChild(line, before)) children.push(line);
  }
  return children.length > 0 && isEqual(parent.amounts, sumOf(children, parent.amounts.length));
}

/**
 * Lines without a number or a day that are the sums of the lines with one right below them, until the next such line: a debtor above its
 * invoices, in a list that lost its indents. `all` is the line that sums them all, if there is one. Undefined where any of them sums nothing,
 * because two lines of one debtor may be alike by chance.
 */
function headedGroups(
  lines: readonly SummedLine[],
): { heads: ReadonlySet<number>; all: number | undefined } | undefined {
  const rows = lines.flatMap((line, at) => (line.kind.kind === 'row' ? [{ line, at }] : []));
  const width = rows[0]?.line.amounts.length ?? 0;
  const filled = ({ amounts }: SummedLine): boolean => amounts.some((amount) => amount !== undefined && amount !== 0n);
  const heads = new Set<number>();
  let [all, most]: [number | undefined, number] = [undefined, 0];
  for (const [i, { line, at }] of rows.entries()) {
    if (line.own) {
      if (heads.size === 0) return undefined;
      continue;
    }
    let end = i + 1;
    while (rows[end]?.line.own === true) end++;
    const below = rows.slice(i + 1, end).map((one) => one.line);
    if ((line.name === '' && !line.said) || !filled(line)) return undefined;
    if (below.length === 0 && i === 0) {
      const own = rows.filter((one) => one.line.own).map((one) => one.line);
      if (!isEqual(line.amounts, sumOf(own, width))) return undefined;
      all = at;
    } else if (isEqual(line.amounts, sumOf(below, width))) {
      heads.add(at);
      most = Math.max(most, below.length);
    } else return undefined;
  }
  return heads.size > 1 || most > 1 ? { heads, all } : undefined;
}

/** Lines at the end of a list without a debtor that name ages and sum all of it: the ages of what stands above. */
function agesBelow(lines: readonly SummedLine[], rows: readonly (readonly unknown[])[]): ReadonlySet<number> {
  const found: number[] = [];
  let at = lines.length - 1;
  for (; at >= 0; at--) {
    const line = lines[at];
    if (line?.kind.kind !== 'row') continue;
    const isAge = (rows[at] ?? []).some((cell) => parseAgeLabel(textOf(cell)) !== undefined);
    if (line.name !== '' || !isAge) break;
    found.push(at);
  }
  const ages = found.flatMap((i) => lines[i] ?? []);
  const above = lines.slice(0, at + 1).filter(({ kind }) => kind.kind === 'row');
  const width = lines[0]?.amounts.length ?? 0;
  return ages.length > 1 && isEqual(sumOf(ages, width), sumOf(above, width)) ? new Set(found) : new Set();
}

/** Lines at the end of a list without a number and a day of which each sums the lines of its debtor above: its summary by debtor. */
function debtorsBelow(lines: readonly SummedLine[]): ReadonlySet<number> {
  const found: number[] = [];
  let at = lines.length - 1;
  for (; at >= 0; at--) {
    const line = lines[at];
    if (line?.kind.kind !== 'row') continue;
    if (line.own || line.aged || line.name === '') break;
    found.push(at);
  }
  if (found.length === 0 || at < 0) return new Set();
  const byName = new Map<string, SummedLine[]>();
  let name = '';
  for (const line of lines.slice(0, at + 1)) {
    if (line.kind.kind !== 'row') continue;
    if (line.name !== '') name = nameKey(line.name);
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [line]);
    else known.push(line);
  }
  const above = found.map((i) => byName.get(nameKey(lines[i]?.name ?? '')) ?? []);
  const isSummed = found.every((i, k) => {
    const [line, own = []] = [lines[i], above[k]];
    return line !== undefined && own.length > 0 && isEqual(line.amounts, sumOf(own, line.amounts.length));
  });
  return isSummed && (found.length > 1 || (above[0]?.length ?? 0) > 1) ? new Set(found) : new Set();
}

/** Kinds of documents, which stand below a debtor in the column of its name. */
const KINDS_OF_DOCUMENTS =
  /^(?:(?:sales|customer|tax) )?invoices?$|^(?:(?:sales|customer) )?credit (?:note|memo)s?$|^(?:customer )?payments?$|^bank (?:deposit|payment)s?$|^journal entry$/i;

/** Headings of the parts of a firm, or none. */
const OF_PARTS =
  /^$|部門|部署|支店|店|拠点|営業所|事業所|会社|法人|地域|エリア|区分|branch|dep(?:artmen)?t|division|store|location|office|site|region|area|entity|company|segment|group|unit/i;

/** The lines of wholes that repeat their parts, and those that do not. A cell that is empty repeats the debtor above. */
function wholesAmong(lines: readonly SummedLine[]): Wholes {
  let debtor = '';
  return wholesIn(
    lines.map(({ kind, name, whole, amounts }) => {
      if (name !== '' && kind.kind === 'row') debtor = nameKey(name);
      return { isRow: kind.kind === 'row', whole, debtor, amounts };
    }),
  );
}

/**
 * What each line below the headings is, its amounts considered. `amountsOf` reads the amounts of a line. Doubts are added to `doubts`.
 */
export function* lineKinds(
  rows: readonly (readonly unknown[])[],
  clues: TotalClues,
  amountsOf: (row: readonly unknown[]) => LineAmounts,
  doubts: LedgerNote[],
): Steps<LineKind[]> {
  const lines: SummedLine[] = [];
  const spoken = new Set([...clues.names, ...clues.own, ...clues.amounts]);
  const parts = clues.headings.flatMap((text, i) => (spoken.has(i) || !OF_PARTS.test(text) ? [] : [i]));
  const namesWhole = (row: readonly unknown[]): boolean =>
    parts.some((i) => {
      const text = textOf(row[i]);
      return text !== '' && text.length <= 40 && (isWholeWord(nameKey(text)) || namesTotal(text));
    });
  const isPivot = clues.headings.some((text) => /^(?:行ラベル|row labels)$/i.test(text));
  const last = rows.findLastIndex((row) => row.some((cell) => textOf(cell) !== ''));
  let below = false;
  yield* inSteps(rows, (row, i) => {
    const name = clues.names.map((index) => row[index]).find((cell) => textOf(cell) !== '');
    // The last line may have a day, as in a pivot table, and still be the total.
    const word = i === last ? totalIn(textOf(name)) : undefined;
    const kind: LineKind = word?.grand === true ? { kind: 'total', word } : lineKind(row, clues);
    if (kind.kind === 'group') below = isWholeWord(nameKey(kind.name));
    lines.push({
      kind,
      amounts: amountsOf(row),
      name: textOf(name),
      said: textOf(name) === '' && row.some((cell, at) => !spoken.has(at) && /\p{L}/u.test(textOf(cell))),
      indent: typeof name === 'string' ? (/^[\s　]*/.exec(name)?.[0].length ?? 0) : 0,
      // A pivot table gives its groups the days of their lines; the numbers of the lines tell them from the groups.
      own: isPivot
        ? /^[A-Z]{0,4}[-\d]+$/i.test(textOf(name))
        : clues.own.some((index) => textOf(row[index]) !== '') || KINDS_OF_DOCUMENTS.test(textOf(name)),
      aged: clues.days !== undefined && textOf(row[clues.days]) !== '',
      whole: below || namesWhole(row),
      account: clues.names.some((index) => OF_ACCOUNT.test(nameKey(textOf(row[index])))),
    });
  });
  const headed = lines.some(({ own }) => own) ? headedGroups(lines) : undefined;
  const ages = clues.names.length === 0 ? new Set() : agesBelow(lines, rows);
  const wholes = wholesAmong(lines);
  const summary = debtorsBelow(lines);
  const sums = new RunningSums(lines[0]?.amounts.length ?? 0);
  const known = new Set<string>();
  const hasOwn = lines.some(({ own }) => own);
  const hasNames = lines.some(({ kind, name }) => kind.kind === 'row' && name !== '');
  let before = '';
  const kinds: LineKind[] = [];
  yield* inSteps(lines, (line, i) => {
    // A line that names no debtor heads those of a branch or a person in charge.
    const kind = headed?.heads.has(i)
      ? line.name === ''
        ? WORDLESS
        : HEAD
      : headed?.all === i || ages.has(i) || wholes.repeated.has(i) || summary.has(i)
        ? WORDLESS
        : settledKind(line, lines, i, { sums, known, named: clues.names.length > 0, before, hasOwn, hasNames });
    if (kind.kind === 'total') sums.mark();
    else if (kind.kind === 'group') {
      sums.mark();
      known.add(nameKey(kind.name));
    } else if (kind.kind === 'row') {
      if (line.name !== before) sums.markDebtor();
      before = line.name;
      if (line.name !== '') known.add(nameKey(line.name));
      sums.add(line.amounts);
    }
    kinds.push(kind);
  });
  // A whole that turned out to be a total counts nothing.
  doubts.push(...wholesDoubt(wholes.differing.filter((i) => kinds[i]?.kind === 'row').length));
  const unnamed = kinds.filter((kind, i) => kind.kind === 'row' && mayBeTotal(lines[i])).length;
  if (unnamed > 0 && hasOwn && clues.names.length > 0) doubts.push(unnamedDoubt(unnamed));
  return kinds;
}

/** Whether a line without a debtor, a number, a day and an age has a word and an amount, as the total of a branch does. */
const mayBeTotal = (line: SummedLine | undefined): boolean =>
  line !== undefined &&
  line.name === '' &&
  !line.own &&
  !line.aged &&
  line.said &&
  line.amounts.some((amount) => amount !== undefined && amount !== null && amount !== 0n);

const unnamedDoubt = (count: number): LedgerNote =>
  note(
    'unnamed_lines_read',
    `相手方も番号も日付もない行が${count}行あり、債権として読みました。部門や担当者の小計なら、二重に数えています。`,
    `${count} line${count === 1 ? '' : 's'} without a debtor, a number and a day ${count === 1 ? 'is' : 'are'} read as claims. If they are subtotals of branches or people in charge, they count twice.`,
  );

interface SumsSoFar {
  readonly sums: RunningSums;
  /** Names of debtors and groups above. */
  readonly known: ReadonlySet<string>;
  /** Whether the table names debtors at all. */
  readonly named: boolean;
  /** The debtor of the line above. */
  readonly before: string;
  /** Whether lines have a number or a day of their own. */
  readonly hasOwn: boolean;
  /** Whether lines name their debtors. */
  readonly hasNames: boolean;
}

const HEAD: LineKind = { kind: 'total', word: { grand: false, strength: 'named', of: '', heads: true } };
const WORDLESS: LineKind = { kind: 'total', word: { grand: false, strength: 'weak', of: '' } };

function settledKind(
  line: SummedLine,
  lines: readonly SummedLine[],
  at: number,
  { sums, known, named, before, hasOwn, hasNames }: SumsSoFar,
): LineKind {
  const { kind, amounts, own } = line;
  if (kind.kind === 'total') {
    const { strength, of } = kind.word;
    if (strength === 'exact' || sums.isSum(amounts, 1)) return kind;
    if (strength === 'named' && !own && headsLinesBelow(lines, at, of)) return HEAD;
    if (at === 0 && sumsAllBelow(lines)) return kind;
    // The total of a debtor above stays one when a line cannot be read; a total without any amount sums nothing, and one that stands in another
    // column than the debtors is none of them.
    if (
      strength === 'named' &&
      (known.has(of) ||
        (named && hasNames && line.name === '' && !own) ||
        currencyIn(of.toUpperCase()) === of.toUpperCase() ||
        amounts.every((amount) => amount === undefined))
    )
      return kind;
    return { kind: 'row' };
  }
  if (kind.kind !== 'row') return kind;
  if (line.account && sumsUpToNext(lines, at)) return WORDLESS;
  if (isParent(lines, at)) return { kind: 'total', word: { grand: false, strength: 'named', of: '' } };
  // A pivot table may give a total the first of the days above.
  const word = line.name === '' ? undefined : totalIn(line.name);
  const isOfDebtor = word !== undefined && known.has(word.of);
  if (word !== undefined && (word.strength !== 'weak' || isOfDebtor) && sums.isSum(amounts, isOfDebtor ? 1 : 2))
    return { kind: 'total', word };
  if (own || line.aged || !named) return kind;
  // A sum of its lines may stand below the lines of a debtor, under its name. One amount may be alike by chance; a line without the number
  // and the day of the others, or with several amounts, is not.
  const isMarked =
    hasOwn || amounts.filter((amount) => amount !== undefined && amount !== 0n && amount !== null).length > 1;
  if (line.name !== '') return line.name === before && isMarked && sums.isSumOfDebtor(amounts) ? WORDLESS : kind;
  if (sums.isSum(amounts, 1)) return WORDLESS;
  return at === 0 && sumsAllBelow(lines) ? WORDLESS : kind;
}

/** Whether a total of a debtor stands above its lines, which name nobody or the same debtor. */
function headsLinesBelow(lines: readonly SummedLine[], at: number, of: string): boolean {
  let end = at + 1;
  const belongs = (line: SummedLine | undefined): boolean =>
    line?.kind.kind === 'row' && (line.name === '' || nameKey(line.name) === of);
  while (end - at <= CHILDREN_MAX && belongs(lines[end])) end++;
  const head = lines[at];
  return (
    head !== undefined && end > at + 1 && isEqual(head.amounts, sumOf(lines.slice(at + 1, end), head.amounts.length))
  );
}

/** Names of accounts of what is owed to us, which are no debtors, bare of marks. */
const OF_ACCOUNT =
  /^(?:売掛金?|売上債権|未収入?金|受取手形|電子記録債権|(?:accounts?|trade)(?:receivables?|debtors))(?:残高)?$/;

/** Whether a line is the sum of those below it, up to the next account of the books. */
function sumsUpToNext(lines: readonly SummedLine[], at: number): boolean {
  const head = lines[at];
  const next = lines.findIndex((one, i) => i > at && (one.account || one.kind.kind !== 'row'));
  const below = lines.slice(at + 1, next < 0 ? lines.length : next);
  return head !== undefined && below.length > 0 && isEqual(head.amounts, sumOf(below, head.amounts.length));
}

/** Whether the first line is the sum of all lines below: a total may also stand above what it sums. */
function sumsAllBelow(lines: readonly SummedLine[]): boolean {
  const [first, ...others] = lines;
  const below = others.filter((one) => one.kind.kind === 'row' && (one.name !== '' || one.own));
  return first !== undefined && below.length > 1 && isEqual(first.amounts, sumOf(below, first.amounts.length));
}
