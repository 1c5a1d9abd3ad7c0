// Reads the lines of a table as records: figures and days column by column. Groups, totals and blank lines are left out, each with its
// reason.

import { describedFields } from '../request/composition.ts';
import { type Day, isDay } from '../values/day.ts';
import { inSteps, type Steps } from '../values/steps.ts';
import { type AmountStyle, amountIn, amountStyle, amountText } from './amounts.ts';
import { ageNote, type Bucket, bucketsOf } from './buckets.ts';
import type { ColumnMapping } from './columns.ts';
import { currencyOfCell, currencyOfHeading, isYen } from './currencies.ts';
import { choiceOf, hasWords } from './debtor_columns.ts';
import { labelledDebtor, withoutAddress } from './debtor_names.ts';
import { DebtorTracker } from './debtors.ts';
import {
  type DateOrder,
  dateOrder,
  dayOf,
  isDitto,
  isShortYear,
  overdueDaysOf,
  textOf,
  unitInCell,
} from './figures.ts';
import { type LedgerNote, type LeftOut, note } from './found.ts';
import type { Header, Heading } from './header.ts';
import { type LineState, type StateReader, stateReader } from './line_states.ts';
import type { LineKind } from './lines.ts';
import { recordDoubts } from './record_doubts.ts';
import { remarkColumns, remarkNote } from './remarks.ts';
import { sectionDoubts, sectionsOf } from './sections.ts';
import { rejoined } from './shifted.ts';
import { dueUnder, type PaymentTerms, readTerms } from './terms.ts';
import { type LineAmounts, lineKinds, type TotalClues } from './totals.ts';

/** The kind of every field of a request by its name. */
const FIELD_KINDS: ReadonlyMap<string, string> = new Map(describedFields().map(({ name, kind }) => [name, kind]));

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
  readonly left_out: readonly LeftOut[];
  readonly doubts: readonly LedgerNote[];
}

/** The order of the days of every column. Its own values force it; where they do not, those of another column do, which is a doubt. */
function dateOrders(
  columns: ReadonlyMap<string, { heading: string; cells: readonly unknown[] }>,
  { order: wanted, today }: TableReading,
  doubts: LedgerNote[],
): ReadonlyMap<string, DateOrder | undefined> {
  const seen = [...columns].map(([field, { heading, cells }]) => ({
    field,
    heading,
    cells,
    ...dateOrder(cells, today),
  }));
  const forced = new Set(seen.flatMap(({ order }) => order ?? []));
  const common = forced.size === 1 && !seen.some(({ mixed }) => mixed) ? [...forced][0] : undefined;
  return new Map(
    seen.map(({ field, heading, cells, order, open, mixed }) => {
      const short = cells.some(isShortYear);
      if (short && wanted === undefined) doubts.push(shortYearDoubt(heading, order));
      if (wanted !== undefined || order !== undefined) return [field, wanted ?? order];
      if (short) return [field, undefined];
      if (open && common !== undefined)
        doubts.push(
          note(
            'date_order_from_other_column',
            `「${heading}」の日付は、ほかの列と同じく${common === 'mdy' ? '月' : '日'}が先として読みます。違うときは date_order を付けてください。`,
            `"${heading}" is read with the ${common === 'mdy' ? 'month' : 'day'} first, as another column is written. Say date_order if that is wrong.`,
          ),
        );
      else if (open || mixed)
        doubts.push(
          note(
            mixed ? 'date_order_mixed' : 'date_order_unclear',
            `「${heading}」の日付は月が先か日が先か決められません。date_order=mdy（月が先）か date_order=dmy（日が先）を付けてください。`,
            `It is not clear whether "${heading}" writes the month or the day first. Say date_order=mdy or date_order=dmy.`,
          ),
        );
      return [field, common];
    }),
  );
}

const ORDER_WORDS: Readonly<Record<DateOrder, { ja: string; en: string }>> = {
  ymd: { ja: '年・月・日', en: 'year, month, day' },
  mdy: { ja: '月・日・年', en: 'month, day, year' },
  dmy: { ja: '日・月・年', en: 'day, month, year' },
};

/** The doubt that a column writes years with two digits: in the only order that fits it, or in one that is not clear. */
const shortYearDoubt = (heading: string, order: DateOrder | undefined): LedgerNote =>
  order === undefined
    ? note(
        'two_digit_year',
        `「${heading}」に年が2桁の日付があります。年・月・日の順が決められないため読みません。date_order=ymd のように付けてください。`,
        `"${heading}" has days with a year of two digits. Their order is not clear, so they are not read. Say date_order, such as ymd.`,
      )
    : note(
        'two_digit_year_order',
        `「${heading}」の日付は年が2桁です。列の値に合う唯一の順（${ORDER_WORDS[order].ja}）で読みます。`,
        `"${heading}" writes years with two digits; they are read in the only order that fits them (${ORDER_WORDS[order].en}).`,
      );

type ReadCell = (cell: unknown) => string | number;

/** How the cells of a column become values of a field. */
function cellReader(field: string, amounts: AmountStyle, order: DateOrder | undefined): ReadCell {
  const kind = FIELD_KINDS.get(field);
  if (kind === 'amount') return (cell) => amountText(amountIn(cell, amounts)) ?? '';
  if (kind === 'day') return (cell) => dayOf(cell, order) ?? textOf(cell);
  if (field === 'overdue_days') return (cell) => overdueDaysOf(cell) ?? textOf(cell);
  if (field === 'currency')
    return (cell) => {
      const text = textOf(cell).normalize('NFKC');
      return /^(?:円|日本円|¥|yen)$/i.test(text) ? 'JPY' : /^[a-z]{3}$/i.test(text) ? text.toUpperCase() : text;
    };
  if (field === 'debtor_id') return (cell) => withoutAddress(textOf(cell));
  if (field === 'id' || kind === 'choice') return textOf;
  return (cell) => (typeof cell === 'number' ? cell : textOf(cell));
}

/** Columns of amounts, wherever they are. */
const amountColumns = ({ amount, buckets, total }: ColumnMapping): Heading[] => [
  ...(amount === null ? [] : [amount.amount, ...amount.less]),
  ...buckets.map(({ heading }) => heading),
  ...(total === null ? [] : [total]),
];

/** A column and how its cells become values of a field. */
interface FieldReader {
  readonly field: string;
  readonly index: number;
  readonly read: ReadCell;
  /** Its heading, where its words are understood here and others leave the field open. */
  readonly words?: string;
}

/** How the columns of a table are read, except those of the amount. Doubts are added to `doubts`. */
function fieldReaders(
  rows: readonly (readonly unknown[])[],
  { fields }: ColumnMapping,
  reading: TableReading,
  doubts: LedgerNote[],
): FieldReader[] {
  const days = [...fields]
    .filter(([field]) => FIELD_KINDS.get(field) === 'day')
    .map(([field, { text, index }]) => [field, { heading: text, cells: rows.map((row) => row[index]) }] as const);
  const orders = dateOrders(new Map(days), reading, doubts);
  return [...fields].map(([field, heading]) => {
    const amounts: AmountStyle =
      FIELD_KINDS.get(field) === 'amount'
        ? amountStyle(rows, heading, reading.unit, doubts)
        : { unit: reading.unit, style: 'point' };
    const words = heading.by === 'synonym' && hasWords(field) ? { words: heading.text } : {};
    return { field, index: heading.index, read: cellReader(field, amounts, orders.get(field)), ...words };
  });
}

/** What is known about a table as a whole. */
export interface TableReading {
  /** What its amounts are multiplied by. */
  readonly unit: number;
  /** Order of days such as 3/4/2026; undefined where the columns decide. */
  readonly order: DateOrder | undefined;
  /** A day near which its days lie, where one is known. */
  readonly today: Day | undefined;
  /** Currency that its titles state; undefined where they state none. */
  readonly currency: string | undefined;
  /** Terms of payment for lines that state none. */
  readonly terms: PaymentTerms | undefined;
}

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
  /** Columns of free text. */
  readonly remarks: readonly Heading[];
  readonly ages: ReadonlyMap<string, Bucket>;
  /** Currency of the headings of amounts or of the titles. */
  readonly currency: string | undefined;
}

/** The ages that the cells of a column name, by their text. */
function namedAges(rows: readonly (readonly unknown[])[], column: Heading | undefined): ReadonlyMap<string, Bucket> {
  if (column === undefined) return new Map();
  const labels = [...new Set(rows.map((row) => textOf(row[column.index])))]
    .filter((label) => label !== '')
    .slice(0, 100);
  return new Map(
    bucketsOf(labels, null).flatMap((bucket, i): [string, Bucket][] =>
      bucket === null ? [] : [[labels[i] ?? '', bucket]],
    ),
  );
}

/** Reads the lines below the headings. No line is lost: what is no receivable is in `left_out`. */
export function* readReceivableLines(
  cells: readonly (readonly unknown[])[],
  header: Header,
  mapping: ColumnMapping,
  reading: TableReading,
): Steps<ReceivableLines> {
  const start = header.row + header.height;
  const doubts: LedgerNote[] = [];
  const left_out: LeftOut[] = [];
  for (const [i, row] of cells.slice(0, start).entries())
    if (i !== header.row)
      left_out.push({ line: i + 1, why: lineText(row) === '' ? 'blank' : 'title', text: lineText(row) });

  const amounts = amountColumns(mapping);
  const places = amounts.map(({ index }) => index);
  const whole = cells.slice(start).map((row) => rejoined(row, header.headings.length, places) ?? row);
  const days = mapping.fields.get('overdue_days')?.index ?? mapping.states.get('age')?.[0]?.index;
  const clues: TotalClues = {
    headings: header.headings.map(({ text }) => text),
    own: ['id', 'due_date', 'invoice_date'].flatMap((field) => mapping.fields.get(field)?.index ?? []),
    amounts: places,
    names: mapping.names.map(({ index }) => index),
    ...(days === undefined ? {} : { days }),
  };
  const sections = sectionsOf(whole, header);
  // Without a column of debtors, a label above the lines may name one.
  const labels =
    mapping.names.length === 0 && !mapping.fields.has('debtor_id') ? cells.map((row) => labelledDebtor(row)) : [];
  const own = whole.map((row, i) => (sections[i] === undefined && labels[start + i] === undefined ? row : []));
  const styles = amounts.map((heading) => ({ index: heading.index, ...amountStyle(own, heading, reading.unit, []) }));
  const kinds = yield* lineKinds(own, clues, (row) => styles.map((style) => amountForSum(row[style.index], style)));
  const closed = new Set(kinds.flatMap((kind) => (kind.kind === 'total' && kind.word.of !== '' ? [kind.word.of] : [])));
  const context: RecordReading = {
    readers: fieldReaders(own, mapping, reading, doubts),
    states: stateReader(mapping, own),
    debtors: new DebtorTracker(clues.names, mapping.fields.get('debtor_id')?.index, closed),
    clues,
    reading,
    mapping,
    remarks: remarkColumns(header.headings),
    ages: namedAges(own, mapping.states.get('age')?.[0]),
    currency: amounts.map(({ text }) => currencyOfHeading(text)).find((one) => one !== undefined) ?? reading.currency,
  };
  const lines: ReceivableLine[] = [];
  const totals: GrandTotal[] = [];
  const above = labels.slice(0, start).findLast((label) => label !== undefined);
  if (above !== undefined) context.debtors.open(above, [], true);
  yield* inSteps(whole, (row, i) => {
    const line = start + i + 1;
    const section = sections[i];
    if (section !== undefined) {
      const why = lineText(row) === '' ? 'blank' : section === 'headings' ? 'title' : section;
      left_out.push({ line, why, text: lineText(row) });
      if (section !== 'headings') context.debtors.close();
      return;
    }
    const label = labels[start + i];
    if (label !== undefined) {
      left_out.push({ line, why: 'group', text: lineText(row) });
      context.debtors.open(label, row, true);
      return;
    }
    const kind = kinds[i] ?? { kind: 'row' };
    if (kind.kind === 'row') {
      const isWhole = row === cells[start + i];
      lines.push(receivableLine(row, line, context, isWhole));
      return;
    }
    left_out.push({ line, why: kind.kind, text: lineText(row) });
    followLine(kind, row, context.debtors);
    if (kind.kind === 'total' && kind.word.grand) totals.push({ line, cells: row, after: lines.length });
  });
  return {
    lines,
    totals,
    left_out,
    doubts: [
      ...doubts,
      ...context.debtors.doubts(),
      ...context.states.doubts(),
      ...recordDoubts(lines),
      ...sectionDoubts(sections, start + 1),
    ],
  };
}

/** The amount of a cell as totals count it. */
function amountForSum(cell: unknown, style: AmountStyle): LineAmounts[number] {
  const found = amountIn(cell, style);
  return found.kind === 'empty' ? undefined : found.kind === 'amount' ? found.value : null;
}

/** What a line that is no receivable means for the debtor of those after it. */
function followLine(kind: LineKind, row: readonly unknown[], debtors: DebtorTracker): void {
  if (kind.kind === 'group') debtors.open(kind.name, row, kind.debtor);
  else if (kind.kind === 'blank') debtors.interrupt();
  else if (kind.kind === 'total' && kind.word.strength === 'named' && kind.word.of === '') debtors.parent(row);
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
  for (const { field, index, read, words } of readers) {
    const text = textOf(cells[index]);
    if (text === '') continue;
    if (words === undefined) record[field] = read(cells[index]);
    else {
      const choice = choiceOf(field, text);
      if (choice !== undefined) record[field] = choice;
      else notes.push(wordNote(words, text, line));
    }
  }
  const state = context.states.stateOf(cells);
  const remark = state.why === undefined ? remarkNote(cells, context.remarks, line) : undefined;
  if (remark !== undefined) notes.push(remark);
  const promise = mapping.states.get('promise_date')?.[0];
  const promised = promise === undefined ? undefined : dayOf(cells[promise.index], context.reading.order);
  if (state.disputed === true) record.dispute ??= 'full';
  if (record.due_date !== undefined) delete record.overdue_days;
  if (isDitto(record.debtor_id)) delete record.debtor_id;
  const debtor = debtors.debtorOf(cells);
  if (debtor !== undefined && (record.debtor_id === undefined || debtor.by !== 'own')) {
    record.debtor_id = debtor.debtor;
    if (debtor.job !== undefined) record.id ??= debtor.job;
  }
  const stated =
    clues.amounts.map((index) => currencyOfCell(cells[index])).find((one) => one !== undefined) ?? context.currency;
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
    termsInCell !== undefined || (record.due_date === undefined && record.overdue_days === undefined)
      ? dueByTerms(cells, record, context, termsInCell)
      : undefined;
  if (due !== undefined) {
    record.due_date = due;
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
  return { line, cells, record, notes, state, ...(promised && { promised }), ...cut };
}

/** The note that a word of a column is not understood. */
const wordNote = (heading: string, word: string, line: number): LedgerNote =>
  note(
    'word_not_understood',
    `「${heading}」の「${word.slice(0, 30)}」は意味が分からないため使いません。`,
    `"${heading}": "${word.slice(0, 30)}" is not understood and not used.`,
    line,
  );

/** The due date that the terms of a line give; undefined where they or the day to count from are not known. */
function dueByTerms(
  cells: readonly unknown[],
  record: Readonly<Record<string, string | number>>,
  { mapping, reading }: RecordReading,
  inCell: PaymentTerms | undefined,
): Day | undefined {
  const stated = (mapping.states.get('terms') ?? []).map(({ index }) => readTerms(textOf(cells[index])));
  const terms = inCell ?? stated.find((one) => one !== undefined) ?? reading.terms;
  if (terms === undefined) return undefined;
  const closing = mapping.states.get('closing_date')?.[0];
  const closed = closing === undefined ? undefined : dayOf(cells[closing.index], reading.order);
  return dueUnder(terms, isDay(record.invoice_date) ? record.invoice_date : undefined, closed);
}

/** What to know about how a line was read. */
function lineNotes(
  row: readonly unknown[],
  line: number,
  { clues, reading }: RecordReading,
  isWhole: boolean,
): LedgerNote[] {
  const { headings, amounts } = clues;
  const notes: LedgerNote[] = [];
  if (!isWhole)
    notes.push(
      note(
        'figure_rejoined',
        '引用符のないコンマで分かれていた金額をつなぎ直しました。',
        'A figure that commas without quotes had cut into cells is joined again.',
        line,
      ),
    );
  else if (row.slice(headings.length).some((cell) => textOf(cell) !== ''))
    notes.push(
      note(
        'extra_cells',
        '見出しより多くのセルがあります。金額の桁区切りのコンマで列がずれていないか確かめてください。',
        'There are more cells than headings. Check that a comma inside a figure has not shifted the columns.',
        line,
      ),
    );
  if (amounts.some((index) => (unitInCell(row[index]) ?? reading.unit) !== reading.unit))
    notes.push(
      note(
        'unit_in_cell',
        'セルに書かれた単位で読みました。表の単位と異なります。',
        'The unit written in the cell is used; it differs from that of the table.',
        line,
      ),
    );
  return notes;
}
