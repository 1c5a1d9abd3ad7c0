// How the cells of every column but that of the amount become values of a field: days in the order that their column shows, figures, words.

import { describedFields, flatFields } from '../../request/composition.ts';
import type { Day } from '../../values/day.ts';
import { currencyNamed } from '../cells/currencies.ts';
import { withoutAddress } from '../cells/debtor_names.ts';
import { type DateOrder, dateOrder, dayOf, isShortYear, overdueDaysOf, textOf } from '../cells/figures.ts';
import type { PaymentTerms } from '../cells/terms.ts';
import { type LedgerNote, note } from '../found.ts';
import { choiceOf, hasWords } from '../headings/debtor_columns.ts';
import { type AmountStyle, amountIn, amountStyle, amountText } from './amounts.ts';
import type { ColumnMapping } from './columns.ts';

/** The kind of every field of a request by its name. */
const FIELD_KINDS: ReadonlyMap<string, string> = new Map(describedFields().map(({ name, kind }) => [name, kind]));

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
            `「${heading}」の日付は、ほかの列と同じく${common === 'mdy' ? '月' : '日'}が先として読みます。違うときは、年から書くか date_order を付けてください。`,
            `"${heading}" is read with the ${common === 'mdy' ? 'month' : 'day'} first, as another column is written. Write years first, or say date_order, if that is wrong.`,
          ),
        );
      else if (open || mixed)
        doubts.push(
          note(
            mixed ? 'date_order_mixed' : 'date_order_unclear',
            `「${heading}」の日付は月が先か日が先か決められません。年から書くか、date_order=mdy（月が先）か dmy（日が先）を付けてください。`,
            `It is not clear whether "${heading}" writes the month or the day first. Write years first, or say date_order=mdy or dmy.`,
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
        `「${heading}」に年が2桁の日付があります。年・月・日の順が決められないため読みません。年を4桁で書くか、date_order=ymd のように付けてください。`,
        `"${heading}" has days with a year of two digits. Their order is not clear, so they are not read. Write years with four digits, or say date_order, such as ymd.`,
      )
    : note(
        'two_digit_year_order',
        `「${heading}」の日付は年が2桁です。列の値に合う唯一の順（${ORDER_WORDS[order].ja}）で読みます。`,
        `"${heading}" writes years with two digits; they are read in the only order that fits them (${ORDER_WORDS[order].en}).`,
      );

/** A day of six digits, 260731, with marks between its parts, so that its order is looked for; other cells are unchanged. */
const withMarks = (cell: unknown): unknown => {
  const [, year, month, day] = /^(\d\d)(0[1-9]|1[0-2])([0-3]\d)$/.exec(textOf(cell)) ?? [];
  return year === undefined ? cell : `${year}/${month}/${day}`;
};

type ReadCell = (cell: unknown) => string | number;

/** How the cells of a column become values of a field. */
function cellReader(field: string, amounts: AmountStyle, order: DateOrder | undefined): ReadCell {
  const kind = FIELD_KINDS.get(field);
  if (kind === 'amount') return (cell) => amountText(amountIn(cell, amounts)) ?? '';
  if (kind === 'day') return (cell) => dayOf(withMarks(cell), order) ?? textOf(cell);
  if (field === 'overdue_days') return (cell) => overdueDaysOf(cell) ?? textOf(cell);
  if (field === 'currency') return (cell) => currencyNamed(textOf(cell));
  if (field === 'debtor_id') return (cell) => withoutAddress(textOf(cell));
  if (field === 'id' || kind === 'choice') return textOf;
  return (cell) => (typeof cell === 'number' ? cell : textOf(cell));
}

/** Whether a field is a choice or a day beside those of the claim, without which it can be valued all the same. */
const isBeside = (field: string): boolean =>
  ['choice', 'day'].includes(FIELD_KINDS.get(field) ?? '') && !['due_date', 'invoice_date', 'currency'].includes(field);

/** What people write where there is nothing to say. */
const SAYS_NOTHING = /^(?:n\/?a|[-–—―ー]+|なし|無し?|none|never|nil|未定)$/i;

/** What a cell with words of people means for a field; null where it says nothing, undefined where it is not understood. */
export function valueOfWords({ field, read }: FieldReader, cell: unknown): string | number | null | undefined {
  const text = textOf(cell);
  if (hasWords(field)) return choiceOf(field, text);
  if (SAYS_NOTHING.test(text)) return null;
  const value = read(cell);
  return flatFields.get(field)?.safeParse(value).success === true ? value : undefined;
}

/** A column and how its cells become values of a field. */
export interface FieldReader {
  readonly field: string;
  readonly index: number;
  readonly read: ReadCell;
  /** Its heading, where its words are understood here and others leave the field open. */
  readonly words?: string;
}

/** How the columns of a table are read, except those of the amount. Doubts are added to `doubts`. */
export function fieldReaders(
  rows: readonly (readonly unknown[])[],
  { fields }: ColumnMapping,
  reading: TableReading,
  doubts: LedgerNote[],
): FieldReader[] {
  const days = [...fields]
    .filter(([field]) => FIELD_KINDS.get(field) === 'day')
    .map(
      ([field, { text, index }]) =>
        [field, { heading: text, cells: rows.map((row) => withMarks(row[index])) }] as const,
    );
  const orders = dateOrders(new Map(days), reading, doubts);
  return [...fields].map(([field, heading]) => {
    const amounts: AmountStyle =
      FIELD_KINDS.get(field) === 'amount'
        ? amountStyle(rows, heading, reading.unit, doubts)
        : { unit: reading.unit, style: 'point' };
    // A column that bears the very name of the field holds the values of a request, any other one words of people.
    const isOfPeople = heading.by !== 'given' && heading.text !== field && (hasWords(field) || isBeside(field));
    const words = isOfPeople ? { words: heading.text } : {};
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
  /** The line of every row in the file, where rows were put elsewhere. */
  readonly lines: readonly number[] | undefined;
}
