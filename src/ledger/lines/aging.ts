// Reads an aging table, which has one line for each debtor: every amount in an age column becomes a receivable of its own, as many days
// overdue as the middle of that age. Every such row carries a note that its age is estimated.

import type { Day } from '../../values/day.ts';
import { grouped } from '../../values/text.ts';
import { ageNote, type Bucket, bucketsOf, isCalendarMonth } from '../cells/buckets.ts';
import { amountOf, textOf } from '../cells/figures.ts';
import { MONEY_LEAST } from '../cells/profile.ts';
import { type AmountStyle, amountIn, amountStyle, isCrossed, OPEN_MARK } from '../columns/amounts.ts';
import type { ColumnMapping } from '../columns/columns.ts';
import { isFee } from '../columns/fees.ts';
import { type LedgerNote, type LedgerRow, type LeftOut, note } from '../found.ts';
import type { Header, Heading } from '../headings/header.ts';
import { type CreditRule, CreditSide, type Receivables, signedAmount } from './open_items.ts';
import { feeNote } from './periods.ts';
import type { ReceivableLine } from './records.ts';

/** The doubt whether ages count from the due date or from the day of issue; none where the table says that they count from due dates. */
function basisDoubt(header: Header, buckets: readonly Bucket[], titles: string): LedgerNote[] {
  // Months to come are those in which amounts are due.
  if (buckets.some(({ label, to }) => isCalendarMonth(label) && to !== null && to < 0)) return [];
  const fromDue =
    buckets.some(({ from }) => from === null) ||
    /期日超過|期日基準|期日から|延滞|past due|overdue|by due date/i.test(titles);
  const fromIssue =
    header.preset?.from_issue === true ||
    buckets.some(({ label }) => isCalendarMonth(label)) ||
    /発生日|請求日基準|売上日基準|by invoice date/i.test(titles);
  if (fromIssue)
    return [
      note(
        'aging_from_issue',
        '発生日（請求日）からの年齢と思われます。支払期日からの滞留日数より長く見積もられます。',
        'Ages seem to count from the day of issue; days overdue are then overestimated.',
      ),
    ];
  return fromDue
    ? []
    : [
        note(
          'aging_since_unclear',
          '年齢が支払期日からか発生日からか、表からは分かりません。支払期日からとして読みます。',
          'The table does not say whether ages count from the due date or from issue; they are read as from the due date.',
        ),
      ];
}

/** What is known about an aging table as a whole. */
interface AgingContext {
  /** What its amounts are multiplied by. */
  readonly unit: number;
  /** Day of the table, where it is known. */
  readonly as_of: Day | null;
  /** The text above it. */
  readonly titles: string;
  readonly credits: CreditRule;
  /** Receivables beyond which the table is refused. */
  readonly most: number;
}

/** An age column with its place in time and the way its amounts are written. */
interface PlacedAge {
  readonly heading: Heading;
  readonly bucket: Bucket | null;
  readonly style: AmountStyle;
}

/** What the ages of one line come to. */
interface AgedLine {
  readonly rows: readonly LedgerRow[];
  /** Amounts below zero, with their ids. */
  readonly credits: readonly { readonly id: string; readonly value: bigint; readonly record: LedgerRow['record'] }[];
  /** Their sum; undefined where one cannot be read. */
  readonly sum: bigint | undefined;
  /** Ages in which a word such as 済 stands for an amount. */
  readonly settled: number;
}

/** A fee that is due every month, where crosses say of which months it is owed. */
interface MarkedFee {
  readonly heading: Heading;
  readonly style: AmountStyle;
}

const PAID_MARK = /^[○〇◯●✓✔レ]$/;

/** The fee of each month in a table of crosses; undefined in other tables and where no column holds it. */
function markedFee(
  cells: readonly (readonly unknown[])[],
  { headings }: Header,
  { buckets }: ColumnMapping,
  unit: number,
): MarkedFee | undefined {
  const fee = headings.find((one) => one.bucket === undefined && isFee(one));
  return fee === undefined || !buckets.some(({ heading }) => isCrossed(cells, heading.index))
    ? undefined
    : { heading: fee, style: amountStyle(cells, fee, unit, []) };
}

/** Reads the ages of one line as receivables. */
function agedLine(
  { line, cells, record, notes, state }: ReceivableLine,
  columns: readonly PlacedAge[],
  fee: MarkedFee | undefined,
): AgedLine {
  const rows: LedgerRow[] = [];
  const credits: AgedLine['credits'][number][] = [];
  let [sum, settled]: [bigint | undefined, number] = [0n, 0];
  // A day in the line itself takes precedence over an age, which covers many days.
  const isDated = record.due_date !== undefined || record.overdue_days !== undefined;
  for (const { heading, bucket, style } of columns) {
    const mark = fee === undefined ? '' : textOf(cells[heading.index]);
    if (PAID_MARK.test(mark)) {
      settled++;
      continue;
    }
    const marked = fee !== undefined && OPEN_MARK.test(mark) ? fee : undefined;
    const amount = amountIn(cells[(marked?.heading ?? heading).index], marked?.style ?? style);
    if (amount.kind === 'empty') {
      if (amount.why !== undefined) settled++;
      continue;
    }
    const stated = amount.kind === 'amount' ? amount.value : undefined;
    sum = sum === undefined || stated === undefined ? undefined : sum + stated;
    if (stated === 0n) continue;
    const value = stated === undefined ? undefined : signedAmount(stated, state);
    const id = [record.id ?? record.debtor_id, heading.text].filter((part) => part !== undefined).join(' ');
    const dated = isDated || bucket === null;
    const aged = { ...record, id, amount: amount.text, ...(dated ? {} : { overdue_days: bucket.days }) };
    if (value !== undefined && value < 0n) credits.push({ id, value, record: aged });
    else
      rows.push({
        line,
        record: aged,
        notes: [
          ...notes,
          ...(dated ? [] : [ageNote(bucket, line)]),
          ...(marked === undefined ? [] : [feeNote(mark, marked.heading.text, 1, line)]),
        ],
      });
  }
  return { rows, credits, sum, settled };
}

/** What the total of a line states beyond its ages: it is owed, although no age column holds it. */
function remainderRow(
  { line, record, notes }: ReceivableLine,
  rest: bigint,
  notDue: boolean,
  total: Heading | null,
): LedgerRow {
  const id = [record.id ?? record.debtor_id, total?.text].filter((part) => part !== undefined).join(' ');
  return {
    line,
    record: { ...record, id, amount: rest.toString(), ...(notDue ? { overdue_days: -NOT_DUE_DAYS } : {}) },
    notes: [
      ...notes,
      notDue
        ? note(
            'remainder_not_due',
            `表の合計のうち ${grouped(rest)}円はどの年齢の列にもありません。期日前の債権として読みます。`,
            `${grouped(rest)} yen of the total stand in no age column; they are read as not yet due.`,
            line,
          )
        : note(
            'remainder_of_unknown_age',
            `表の合計のうち ${grouped(rest)}円はどの年齢の列にもなく、滞留日数が分かりません。`,
            `${grouped(rest)} yen of the total stand in no age column; how old they are is not known.`,
            line,
          ),
    ],
  };
}

/** Whether a cell of no age column holds exactly what its line has beyond its ages, or below them: credits that are not applied yet. */
const isRestCell = (cell: unknown, index: number, rest: bigint, { buckets, total }: ColumnMapping): boolean =>
  index !== total?.index &&
  !buckets.some(({ heading }) => heading.index === index) &&
  /\d/.test(textOf(cell)) &&
  [rest, -rest].includes(BigInt(amountOf(cell, 1, 'point') ?? 0));

/** Whether a column that no word explains holds a part of what its line has beyond its ages: it may be an age of its own. */
function holdsUnknownMoney({ by, text, index }: Heading, row: readonly unknown[], rest: bigint, aged: bigint): boolean {
  if (by !== null || text === '') return false;
  const value = BigInt(amountOf(row[index], 1, 'point') ?? 0);
  return value >= MONEY_LEAST && value <= rest && value !== aged;
}

/** Days before the due date at which a remainder is placed: half a month, as for other amounts that are not due. */
const NOT_DUE_DAYS = 15;

/** Lines whose ages do not add up to their total that are named one by one. */
const DIFFERENCES_SAID = 20;

/** The doubt that the ages of a line do not add up to its total. */
const differsNote = (line: number, sum: bigint | undefined, total: string): LedgerNote =>
  note(
    'buckets_differ_from_total',
    `${line}行目の区分の合計 ${grouped(sum ?? '')} が、表の合計 ${grouped(total)} と合いません。`,
    `On line ${line} the ages add up to ${grouped(sum ?? '')}, not to the total ${grouped(total)}.`,
    line,
  );

/** The doubt that words stand in age columns in place of amounts; none where none does. */
const markedDoubt = (count: number): LedgerNote[] =>
  count === 0
    ? []
    : [
        note(
          'paid_cells',
          `年齢や月の列に「済」などとあるセルが${count}件あり、債権はないものとして読みました。`,
          `${count} cell${count === 1 ? '' : 's'} of the ages or months ${count === 1 ? 'holds' : 'hold'} a word such as "paid" in place of an amount; nothing is owed there.`,
        ),
      ];

/** Reads the receivables of an aging table. */
export function readAging(
  lines: readonly ReceivableLine[],
  header: Header,
  mapping: ColumnMapping,
  { unit, as_of, titles, credits: rule, most }: AgingContext,
): Receivables {
  const doubts: LedgerNote[] = [];
  const cells = lines.map((one) => one.cells);
  const labels = mapping.buckets.map(({ bucket }) => bucket);
  const placed = bucketsOf(labels, as_of);
  const columns = mapping.buckets.map(({ heading }, i) => ({
    heading,
    bucket: placed[i] ?? null,
    style: amountStyle(cells, heading, unit, doubts),
  }));
  const totalColumn =
    mapping.total === null
      ? null
      : { index: mapping.total.index, style: amountStyle(cells, mapping.total, unit, doubts) };
  const fee = markedFee(cells, header, mapping, unit);
  const rows: LedgerRow[] = [];
  const left_out: LeftOut[] = [];
  const sums: (bigint | undefined)[] = [];
  const credits = new CreditSide(rule);
  let [differing, marked] = [0, 0];
  for (const one of lines) {
    const { line, cells: row, state } = one;
    // Beyond the limit the table is refused whatever follows.
    if (rows.length > most) break;
    const text = row.map(textOf).filter(Boolean).join(' ').slice(0, 200);
    const aged = agedLine(one, columns, fee);
    sums.push(aged.sum);
    if (state.why !== undefined) {
      left_out.push({ line, why: state.why, text, ...(state.because && { because: state.because }) });
      continue;
    }
    rows.push(...aged.rows);
    marked += aged.settled;
    for (const { id, value, record } of aged.credits)
      credits.add({ line, why: state.reduces ?? 'credit', value, record, text: `${id} ${value}` });
    const total = totalColumn === null ? null : amountIn(row[totalColumn.index], totalColumn.style);
    const rest = total?.kind === 'amount' && aged.sum !== undefined ? total.value - aged.sum : 0n;
    if (rest !== 0n && ++differing <= DIFFERENCES_SAID)
      doubts.push(differsNote(line, aged.sum, total?.kind === 'amount' ? total.text : ''));
    const holders =
      rest === 0n ? [] : header.headings.filter(({ index }) => isRestCell(row[index], index, rest, mapping));
    if (rest < 0n && holders.length > 0)
      credits.add({ line, why: 'credit', value: rest, record: one.record, text: `${text} ${rest}`.slice(0, 200) });
    // Where no column holds what is not due, that is what the ages leave out; what a column without a known word holds is
    // of an age of its own.
    const notDue =
      holders.every(({ by }) => by !== null) &&
      columns.every(({ bucket }) => bucket?.from !== null) &&
      !header.headings.some((heading) => holdsUnknownMoney(heading, row, rest, aged.sum ?? 0n));
    if (rest > 0n && state.reduces === undefined) rows.push(remainderRow(one, rest, notDue, mapping.total));
    else if (aged.rows.length + aged.credits.length === 0) left_out.push({ line, why: 'settled', text });
  }
  if (differing > DIFFERENCES_SAID)
    doubts.push(
      note(
        'buckets_differ_from_total',
        `合計と合わない行は全部で${differing}行あります。`,
        `${differing} lines in all differ from their total.`,
      ),
    );
  if (header.preset !== undefined && header.preset.buckets.size > 0)
    doubts.push(
      note(
        'period_length_assumed',
        '期間の長さは表に書かれていないため、30日ごととします。',
        'The table does not say how long a period is; thirty days are taken.',
      ),
    );
  const ages = placed.filter((bucket) => bucket !== null);
  const settled = credits.settle(rows);
  return {
    rows: settled.rows,
    left_out: [...left_out, ...settled.left_out],
    doubts: [...doubts, ...markedDoubt(marked), ...basisDoubt(header, ages, titles), ...settled.doubts],
    sums,
    open: sums,
    stated: (total) => {
      const amounts = columns.map(({ heading, style }) => amountIn(total[heading.index], style));
      if (amounts.some(({ kind }) => kind === 'unread')) return undefined;
      return amounts.reduce((sum, amount) => (amount.kind === 'amount' ? sum + amount.value : sum), 0n);
    },
    unit: columns[0]?.style.unit ?? unit,
  };
}
