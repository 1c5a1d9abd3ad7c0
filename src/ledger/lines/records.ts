// Reads the lines of a table as records: figures and days column by column. Groups, totals and blank lines are left out, each with its
// reason.

import { type Day, isDay } from '../../values/day.ts';
import { inSteps, type Steps } from '../../values/steps.ts';
import { ageNote, type Bucket, namedAges } from '../cells/buckets.ts';
import {
  currencyBehind,
  currencyOfCell,
  currencyOfColumn,
  currencyOfGroup,
  currencyOfHeading,
  isYen,
} from '../cells/currencies.ts';
import { labelledDebtor } from '../cells/debtor_names.ts';
import { type RepeatedCells, repeatedCells } from '../cells/dittos.ts';
import { type DateOrder, dateOrder, dayOf, isDitto, isErrorValue, textOf } from '../cells/figures.ts';
import { type LineKind, withFigureBehind } from '../cells/lines.ts';
import { dueUnder, type PaymentTerms, readTerms } from '../cells/terms.ts';
import { type AmountStyle, amountIn, amountStyle } from '../columns/amounts.ts';
import type { ColumnMapping } from '../columns/columns.ts';
import { type FieldReader, fieldReaders, type TableReading, valueOfWords } from '../columns/field_readers.ts';
import { type LedgerNote, type LeftOut, note, type WhyLeftOut } from '../found.ts';
import type { Header, Heading } from '../headings/header.ts';
import { cutSentence } from '../headings/list_words.ts';
import {
  headedState,
  headingNotRead,
  isAboutBelow,
  type LineState,
  type StateReader,
  stateReader,
} from '../table/line_states.ts';
import { type Section, sectionDoubts, sectionsOf } from '../table/sections.ts';
import { rejoined } from '../table/shifted.ts';
import { type DebtorTracker, debtorsOf } from './debtors.ts';
import { lineNotes, wordNote } from './line_notes.ts';
import { LinesAbove } from './lines_above.ts';
import { type PeriodReader, periodReader } from './periods.ts';
import { recordDoubts } from './record_doubts.ts';
import { remarkColumns, remarkNotes, remarksInName } from './remarks.ts';
import { type LineAmounts, lineKinds, type TotalClues } from './totals.ts';

/** A line that is a receivable, with the values of its columns other than the amount. */
export interface ReceivableLine {
  /** Line of the table, from 1. */
  readonly line: number;
  readonly cells: readonly unknown[];
  readonly record: Readonly<Record<string, string | number>>;
  readonly notes: readonly LedgerNote[];
  /** What it says about itself. */
  readonly state: LineState;
  /** The day on which payment of it was promised. */
  readonly promised?: Day;
  /** How often its amount is owed, where it says so: a fee of several months. */
  readonly times: bigint;
  /** The cells in which a figure seems to be cut up, where it cannot be joined again. */
  readonly cut?: string;
}

/** The grand total of a list, and its place among the lines. */
export interface GrandTotal {
  /** Line of the table, from 1. */
  readonly line: number;
  readonly cells: readonly unknown[];
  /** How many receivables come before it. */
  readonly after: number;
}

/** The lines below the headings. */
export interface ReceivableLines {
  readonly lines: readonly ReceivableLine[];
  readonly totals: readonly GrandTotal[];
  /** All totals that say so, and the numbers of receivables before each total, group and section. */
  readonly parts: readonly GrandTotal[];
  readonly marks: ReadonlySet<number>;
  readonly left_out: readonly LeftOut[];
  readonly doubts: readonly LedgerNote[];
}

/** Columns of amounts, wherever they are. */
const amountColumns = ({ amount, buckets, total }: ColumnMapping): Heading[] => [
  ...(amount === null ? [] : [amount.amount, ...amount.less]),
  ...buckets.map(({ heading }) => heading),
  ...(total === null ? [] : [total]),
];

/** What a line of cells holds, shortened for the caller. */
const lineText = (cells: readonly unknown[]): string => cells.map(textOf).filter(Boolean).join(' ').slice(0, 200);

/** How the lines of a table become records: everything that its columns say, gathered once. */
interface RecordReading {
  readonly readers: readonly FieldReader[];
  readonly states: StateReader;
  readonly debtors: DebtorTracker;
  readonly clues: TotalClues;
  readonly reading: TableReading;
  readonly mapping: ColumnMapping;
  /** Order of the days of columns beside the fields. */
  readonly order: DateOrder | undefined;
  /** Columns of free text. */
  readonly remarks: readonly Heading[];
  readonly ages: ReadonlyMap<string, Bucket>;
  readonly periods: PeriodReader;
  /** Currency of the headings of amounts or of the titles. */
  readonly currency: string | undefined;
  /** Currency that a line above names for those below it, and the one behind the name of their group. */
  below?: string;
  grouped?: string | undefined;
  /** State that a line above gives those below it. */
  headed?: LineState;
}

/** The order that the days of a table force together; undefined where they force none or contradict. */
function orderOfDays(rows: readonly (readonly unknown[])[], { fields, states }: ColumnMapping): DateOrder | undefined {
  const days = [
    ...['due_date', 'invoice_date'].flatMap((field) => fields.get(field) ?? []),
    ...(['promise_date', 'closing_date', 'paid_date'] as const).flatMap((role) => states.get(role) ?? []),
  ];
  return dateOrder(days.flatMap(({ index }) => rows.map((row) => row[index]))).order;
}

/** What tells totals and groups from receivables. `amounts` are the places of the amounts. */
function cluesOf(
  { headings }: Header,
  { fields, states, names }: ColumnMapping,
  amounts: readonly number[],
): TotalClues {
  const days = fields.get('overdue_days')?.index ?? states.get('age')?.[0]?.index;
  return {
    headings: headings.map(({ text }) => text),
    own: ['id', 'due_date', 'invoice_date'].flatMap((field) => fields.get(field)?.index ?? []),
    amounts,
    names: names.map(({ index }) => index),
    ...(days === undefined ? {} : { days }),
  };
}

/** The currency that the headings of amounts, the titles, or marks on the first figure or the total of a column state. */
function currencyOfAmounts(
  {
    header,
    mapping,
    places,
    reading,
  }: { header: Header; mapping: ColumnMapping; places: number[]; reading: TableReading },
  rows: readonly (readonly unknown[])[],
  kinds: readonly LineKind[],
): string | undefined {
  const headed = places.map((index) => currencyOfHeading(header.headings[index]?.text ?? ''));
  const stated = headed.find((one) => one !== undefined) ?? reading.currency;
  if (stated !== undefined || mapping.fields.has('currency')) return stated;
  const totals = rows.filter((_, i) => kinds[i]?.kind === 'total');
  const cellsAt = (index: number, lines: typeof rows): unknown[] => lines.map((row) => row[index]);
  return places
    .map((index) => currencyOfColumn(cellsAt(index, rows), cellsAt(index, totals)))
    .find((one) => one !== undefined);
}

/** The lines of titles above the first claim, those of the headings without the one that stands for them. */
const titleLines = (rows: readonly (readonly unknown[])[], headings: number): LeftOut[] =>
  rows.flatMap((row, i): LeftOut[] =>
    i === headings ? [] : [{ line: i + 1, why: lineText(row) === '' ? 'blank' : 'title', text: lineText(row) }],
  );

/** Columns beside those of amounts without which a line belongs to what stands beside the table. */
const columnsOfLines = ({ mapping, clues, readers }: RecordReading): number[] => [
  mapping.amount?.running?.index ?? -1,
  ...clues.own,
  ...clues.names,
  ...readers.map(({ index }) => index),
];

/** Reads the lines below the headings. No line is lost: what is no receivable is in `left_out`. */
export function* readReceivableLines(
  cells: readonly (readonly unknown[])[],
  header: Header,
  mapping: ColumnMapping,
  reading: TableReading,
): Steps<ReceivableLines> {
  const start = header.row + header.height;
  const doubts: LedgerNote[] = [];
  const left_out = titleLines(cells.slice(0, start), header.row);
  const amounts = amountColumns(mapping);
  const places = amounts.map(({ index }) => index);
  const joined = (row: readonly unknown[]) => cutSentence(row) ?? rejoined(row, header.headings.length, places) ?? row;
  const whole = cells.slice(start).map(joined);
  const titles = new Set(cells.slice(0, header.row).flatMap((row) => row.map(textOf)));
  const clues = { ...cluesOf(header, mapping, places), titles };
  const sections = sectionsOf(whole, header);
  // Without a column of debtors, a label above the lines may name one.
  const isNameless = mapping.names.length === 0 && !mapping.fields.has('debtor_id');
  const labels = isNameless ? cells.map((row) => labelledDebtor(row)) : [];
  const own = whole.map((row, i) => (sections[i] === undefined && labels[start + i] === undefined ? row : []));
  const styles = amounts.map((heading) => ({ index: heading.index, ...amountStyle(own, heading, reading.unit, []) }));
  const kinds = yield* lineKinds(
    own,
    clues,
    (row) => styles.map((style) => amountForSum(row[style.index], style)),
    doubts,
  );
  const closed = new Set(kinds.flatMap((kind) => (kind.kind === 'total' && kind.word.of !== '' ? [kind.word.of] : [])));
  const order = reading.order ?? orderOfDays(own, mapping);
  const context: RecordReading = {
    order,
    readers: fieldReaders(own, mapping, reading, doubts),
    states: stateReader(mapping, own, { order, today: reading.today }),
    debtors: debtorsOf(header.headings, mapping, closed),
    clues,
    reading,
    mapping,
    remarks: remarkColumns(header.headings),
    periods: periodReader(mapping, header.headings),
    ages: namedAges(own, mapping.states.get('age')?.[0]?.index),
    currency: currencyOfAmounts({ header, mapping, places, reading }, own, kinds),
  };
  const read = [...places, ...columnsOfLines(context)];
  const dittos = withoutDittos(context, own);
  const lines: ReceivableLine[] = [];
  const [totals, parts, marks]: [GrandTotal[], GrandTotal[], Set<number>] = [[], [], new Set()];
  if (isNameless) openFirst(cells, header.row, { labels: labels.slice(0, start), rows: whole, sections }, context);
  const above = new LinesAbove(lines, isNameless);
  yield* inSteps(whole, (row, i) => {
    const line = reading.lines?.[start + i] ?? start + i + 1;
    const beside = besideTable(row, { section: sections[i], label: labels[start + i] }, context);
    if (beside !== undefined || /total|group/.test(kinds[i]?.kind ?? '')) marks.add(lines.length);
    if (beside !== undefined) {
      left_out.push({ line, why: beside, text: lineText(row) });
      return;
    }
    const kind = kinds[i] ?? { kind: 'row' };
    if (kind.kind === 'row') {
      if (read.some((index) => textOf(row[index]) !== ''))
        lines.push(receivableLine(dittos.full(row), line, context, row === cells[start + i]));
      else left_out.push({ line, why: 'other_table', text: lineText(row) });
      return;
    }
    left_out.push({ line, why: kind.kind, text: lineText(row) });
    if (kind.kind === 'total') {
      const total = { line, cells: withFigureBehind(row, places), after: lines.length };
      if (kind.word.grand) totals.push(total);
      if (kind.word.strength !== 'weak' && kind.word.heads !== true) parts.push(total);
      above.close(row);
    }
    if (kind.kind === 'group') doubts.push(...headingNotRead(kind.name, line));
    if (kind.kind !== 'group' || isAboutBelow(kind.name) || !above.tell(row, line)) followLine(kind, row, context);
  });
  return {
    lines,
    totals,
    parts,
    marks,
    left_out,
    doubts: [
      ...doubts,
      ...context.debtors.doubts(),
      ...above.doubts(),
      ...context.states.doubts(),
      ...recordDoubts(lines, mapping),
      ...dittos.doubts(),
      ...sectionDoubts(sections, start + 1),
    ],
  };
}

/** What may name the debtor of the first lines of a list that names none in a column. */
interface AboveFirst {
  /** Labels above the lines, such as 得意先：0001. */
  readonly labels: readonly (string | undefined)[];
  readonly rows: readonly (readonly unknown[])[];
  readonly sections: readonly Section[];
}

/** Takes a label, or the line above the headings where such a line stands above them each time they come again, for the first debtor. */
function openFirst(
  cells: readonly (readonly unknown[])[],
  header: number,
  { labels, rows, sections }: AboveFirst,
  { debtors }: RecordReading,
): void {
  const labelled = labels.findLast((label) => label !== undefined);
  if (labelled !== undefined) debtors.open(labelled, [], true, true);
  const above = cells[header - 1];
  const isAlone = (row: readonly unknown[] | undefined): boolean =>
    row !== undefined && row.filter((cell) => textOf(cell) !== '').length === 1;
  const again = sections.flatMap((section, i) => (section === 'headings' ? [rows[i - 1]] : []));
  if (labelled === undefined && above !== undefined && again.length > 0 && [above, ...again].every(isAlone))
    debtors.open(lineText(above), above, true);
}

/** Gives lines what their cells repeat of those above: days, terms, states and currencies. */
function withoutDittos(
  { clues, readers, mapping }: RecordReading,
  rows: readonly (readonly unknown[])[],
): RepeatedCells {
  const columns = [
    ...clues.own,
    ...readers.map(({ index }) => index),
    ...(['terms', 'closing_date', 'status', 'kind'] as const).flatMap((role) =>
      (mapping.states.get(role) ?? []).map(({ index }) => index),
    ),
  ];
  return repeatedCells(
    columns,
    readers.find(({ field }) => field === 'currency'),
    rows,
  );
}

/** Why a line belongs to no line of the table, and what it means for those below; undefined for the lines of the table. */
function besideTable(
  row: readonly unknown[],
  { section, label }: { readonly section: Section; readonly label: string | undefined },
  context: RecordReading,
): WhyLeftOut | undefined {
  if (section !== undefined) {
    if (section !== 'headings') context.debtors.close(true);
    return lineText(row) === '' ? 'blank' : section === 'headings' ? 'title' : section;
  }
  const named = currencyOfGroup(row);
  if (named !== undefined) context.below = named;
  else if (label !== undefined) context.debtors.open(label, row, true, true);
  return named === undefined && label === undefined ? undefined : 'group';
}

/** The amount of a cell as totals count it. */
function amountForSum(cell: unknown, style: AmountStyle): LineAmounts[number] {
  const found = amountIn(cell, style);
  return found.kind === 'empty' ? undefined : found.kind === 'amount' ? found.value : null;
}

/** What a line that is no receivable means for the debtor and the state of those after it. */
function followLine(kind: LineKind, row: readonly unknown[], context: RecordReading): void {
  const { debtors } = context;
  if (kind.kind === 'group') {
    // A word in a column further to the right is rather a remark on the line above.
    const headed = row.slice(0, 2).some((cell) => textOf(cell) !== '') ? headedState(kind.name) : undefined;
    context.grouped = currencyBehind(kind.name);
    if (headed === undefined) debtors.open(kind.name, row, kind.debtor);
    else context.headed = headed;
  } else if (kind.kind === 'blank') debtors.interrupt();
  else if (kind.kind === 'total' && kind.word.strength === 'named' && kind.word.of === '')
    debtors.parent(row, kind.word.heads === true);
  else if (kind.kind === 'total') debtors.close();
}

/** One line as a record. */
function receivableLine(
  cells: readonly unknown[],
  line: number,
  context: RecordReading,
  isWhole: boolean,
): ReceivableLine {
  const { readers, debtors, clues, mapping } = context;
  const record: Record<string, string | number> = {};
  const notes: LedgerNote[] = lineNotes(cells, line, context, isWhole);
  for (const reader of readers) {
    const { field, index, read, words } = reader;
    const text = textOf(cells[index]);
    if (text === '') continue;
    const value = words === undefined ? read(cells[index]) : valueOfWords(reader, cells[index]);
    if (value === undefined) notes.push(wordNote(words ?? field, text, line));
    else if (value !== null) record[field] = value;
  }
  const own = context.states.stateOf(cells);
  const state = own.why === undefined && context.headed !== undefined ? { ...own, ...context.headed } : own;
  if (state.why === undefined) {
    const remarks = remarkNotes(cells, context.remarks, line);
    notes.push(...(remarks.length > 0 ? remarks : remarksInName(cells, clues.names, line)));
  }
  const promise = mapping.states.get('promise_date')?.[0];
  const promised = promise === undefined ? undefined : dayOf(cells[promise.index], context.order);
  if (state.disputed === true) record.dispute ??= 'full';
  if (record.due_date !== undefined) delete record[isAgedOnly(record) ? 'due_date' : 'overdue_days'];
  if (isDitto(record.debtor_id) || isErrorValue(record.debtor_id)) delete record.debtor_id;
  const owes = state.why === undefined && clues.amounts.some((index) => /[^\s0.,¥￥円-]/.test(textOf(cells[index])));
  const debtor = debtors.debtorOf(cells, owes || clues.amounts.length === 0);
  if (debtor !== undefined && (record.debtor_id === undefined || debtor.by !== 'own')) {
    record.debtor_id = debtor.debtor;
    if (debtor.job !== undefined) record.id ??= debtor.job;
  }
  const stated =
    clues.amounts.map((index) => currencyOfCell(cells[index])).find((one) => one !== undefined) ??
    context.grouped ??
    context.below ??
    context.currency ??
    currencyBehind(textOf(record.debtor_id));
  if (record.currency === undefined && stated !== undefined && !isYen(stated)) record.currency = stated;
  const age = context.ages.get(textOf(cells[mapping.states.get('age')?.[0]?.index ?? -1]));
  if (age !== undefined && record.due_date === undefined && record.overdue_days === undefined) {
    record.overdue_days = age.days;
    notes.push(ageNote(age, line));
  }
  // A cell of due dates may hold terms, such as 翌月末.
  const termsInCell =
    record.due_date === undefined || isDay(record.due_date) ? undefined : readTerms(`${record.due_date}`);
  const due =
    termsInCell !== undefined || (record.due_date === undefined && typeof record.overdue_days !== 'number')
      ? dueByTerms(cells, record, context, termsInCell)
      : undefined;
  if (due !== undefined) {
    record.due_date = due;
    delete record.overdue_days;
    notes.push(
      note(
        'due_from_terms',
        `支払期日 ${due} は支払条件から計算しました。`,
        `The due date ${due} is worked out from the terms of payment.`,
        line,
      ),
    );
  }
  const beyond = cells.slice(clues.headings.length).map(textOf);
  const cut = beyond.some((text) => /^\d{3}[)円-]?$/.test(text))
    ? { cut: lineText(cells.slice(Math.min(...clues.amounts))) }
    : {};
  const { times, notes: owed } = context.periods(cells, line);
  notes.push(...owed);
  return { line, cells, record, notes, state, times, ...(promised && { promised }), ...cut };
}

/** Whether the days overdue of a record say when it was due, and its due date, such as 18 Oct, does not. */
const isAgedOnly = ({ due_date, overdue_days }: ReceivableLine['record']): boolean =>
  typeof overdue_days === 'number' && overdue_days > 0 && !isDay(due_date) && readTerms(`${due_date}`) === undefined;

/** The due date that the terms of a line give; undefined where they or the day to count from are not known. */
function dueByTerms(
  cells: readonly unknown[],
  record: Readonly<Record<string, string | number>>,
  { mapping, reading, order }: RecordReading,
  inCell: PaymentTerms | undefined,
): Day | undefined {
  const stated = (mapping.states.get('terms') ?? []).map(({ index, text }) => {
    const words = textOf(cells[index]);
    return readTerms(/^\d{1,3}$/.test(words) && /days|日|^terms$/i.test(text) ? `${words} days` : words);
  });
  const terms = inCell ?? stated.find((one) => one !== undefined) ?? reading.terms;
  if (terms === undefined) return undefined;
  const closing = mapping.states.get('closing_date')?.[0];
  const closed = closing === undefined ? undefined : dayOf(cells[closing.index], order);
  return dueUnder(terms, isDay(record.invoice_date) ? record.invoice_date : undefined, closed);
}
