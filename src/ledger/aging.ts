// Reads an aging table, which has one line for each debtor: every amount in an age column becomes a receivable of its own, as many days
// overdue as the middle of that age. Every such row carries a note that its age is estimated.

import type { Day } from '../values/day.ts';
import { type Bucket, bucketsOf, isCalendarMonth } from './buckets.ts';
import { LEDGER_ROWS_MAX } from './cells.ts';
import type { ColumnMapping } from './columns.ts';
import { textOf } from './figures.ts';
import { type LedgerNote, type LedgerRow, type LeftOut, note } from './found.ts';
import type { Header } from './header.ts';
import { creditsDoubt, type Receivables } from './open_items.ts';
import { amountIn, amountStyle, type ReceivableLine } from './records.ts';

/** The range of a bucket in words. */
function rangeText({ from, to }: Bucket): { ja: string; en: string } {
  if (from === null) return { ja: '期日前', en: 'not yet due' };
  return to === null
    ? { ja: `${from}日以上`, en: `${from} days or more` }
    : { ja: `${from}～${to}日`, en: `${from} to ${to} days` };
}

/** The note that the age of a row is estimated from its bucket. */
function ageNote(bucket: Bucket, line: number): LedgerNote {
  const { ja, en } = rangeText(bucket);
  const rule =
    bucket.from === null || bucket.to === null
      ? {
          ja: '端が開いているため、隣の区分の幅の半分を加えた日',
          en: 'the open end is taken half the width of its neighbour away',
        }
      : { ja: '区分の中央', en: 'the middle of the range' };
  return note(
    'age_estimated',
    `滞留日数${bucket.days}日は「${bucket.label}」（${ja}）からの推定です（${rule.ja}）。`,
    `${bucket.days} days overdue stand for "${bucket.label}" (${en}); ${rule.en}.`,
    line,
  );
}

/** The doubt whether ages count from the due date or from the day of issue; none where the table says that they count from due dates. */
function basisDoubt(header: Header, buckets: readonly Bucket[], titles: string): LedgerNote[] {
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
}

/** Reads the receivables of an aging table. */
export function readAging(
  lines: readonly ReceivableLine[],
  header: Header,
  mapping: ColumnMapping,
  { unit, as_of, titles }: AgingContext,
): Receivables {
  const doubts: LedgerNote[] = [];
  const cells = lines.map((one) => one.cells);
  const placed = bucketsOf(
    mapping.buckets.map(({ bucket }) => bucket),
    as_of,
  );
  const columns = mapping.buckets.map(({ heading }, i) => ({
    heading,
    bucket: placed[i] ?? null,
    style: amountStyle(cells, heading, unit, doubts),
  }));
  const totalColumn =
    mapping.total === null
      ? null
      : { index: mapping.total.index, style: amountStyle(cells, mapping.total, unit, doubts) };
  const rows: LedgerRow[] = [];
  const left_out: LeftOut[] = [];
  const sums: (bigint | undefined)[] = [];
  let [credits, creditSum] = [0, 0n];
  for (const { line, cells: row, record, notes } of lines) {
    // Beyond the limit the table is refused whatever follows.
    if (rows.length > LEDGER_ROWS_MAX) break;
    let [sum, filled]: [bigint | undefined, number] = [0n, 0];
    for (const { heading, bucket, style } of columns) {
      const amount = amountIn(row[heading.index], style);
      if (amount.kind === 'empty') continue;
      const value = amount.kind === 'amount' ? amount.value : undefined;
      sum = sum === undefined || value === undefined ? undefined : sum + value;
      if (value === 0n) continue;
      filled++;
      const id = [record.id ?? record.debtor_id, heading.text].filter((part) => part !== undefined).join(' ');
      if (value !== undefined && value < 0n) {
        left_out.push({ line, why: 'credit', text: `${id} ${amount.text}` });
        credits++;
        creditSum += value;
        continue;
      }
      // A day in the line itself takes precedence over an age, which covers many days.
      const dated = record.due_date !== undefined || record.overdue_days !== undefined || bucket === null;
      rows.push({
        line,
        record: { ...record, id, amount: amount.text, ...(dated ? {} : { overdue_days: bucket.days }) },
        notes: dated ? notes : [...notes, ageNote(bucket, line)],
      });
    }
    const total = totalColumn === null ? null : amountIn(row[totalColumn.index], totalColumn.style);
    if (total?.kind === 'amount' && sum !== undefined && total.value !== sum)
      doubts.push(
        note(
          'buckets_differ_from_total',
          `${line}行目の区分の合計 ${sum} が、表の合計 ${total.text} と合いません。`,
          `On line ${line} the ages add up to ${sum}, not to the total ${total.text}.`,
          line,
        ),
      );
    sums.push(sum);
    if (filled === 0)
      left_out.push({ line, why: 'settled', text: row.map(textOf).filter(Boolean).join(' ').slice(0, 200) });
  }
  if (header.preset !== undefined && header.preset.buckets.size > 0)
    doubts.push(
      note(
        'period_length_assumed',
        '期間の長さは表に書かれていないため、30日ごととします。',
        'The table does not say how long a period is; thirty days are taken.',
      ),
    );
  const ages = placed.filter((bucket) => bucket !== null);
  return {
    rows,
    left_out,
    doubts: [...doubts, ...basisDoubt(header, ages, titles), ...creditsDoubt(credits, creditSum)],
    sums,
    stated: (total) => {
      const amounts = columns.map(({ heading, style }) => amountIn(total[heading.index], style));
      if (amounts.some(({ kind }) => kind === 'unread')) return undefined;
      return amounts.reduce((sum, amount) => (amount.kind === 'amount' ? sum + amount.value : sum), 0n);
    },
    unit: columns[0]?.style.unit ?? unit,
  };
}
