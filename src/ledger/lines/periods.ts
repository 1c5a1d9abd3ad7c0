// Lines that say for how many months, years or instalments a fee is unpaid, such as 未納（2年分） beside a yearly fee: what is owed is then
// that many fees. Where the heading of the fee does not say for how long it is, the amount stays as it is written and the caller is told.

import { grouped } from '../../values/text.ts';
import { textOf } from '../cells/figures.ts';
import type { ColumnMapping } from '../columns/columns.ts';
import { isOpenYear } from '../columns/year_columns.ts';
import { type LedgerNote, note } from '../found.ts';
import type { Heading } from '../headings/header.ts';
import type { LineCells } from '../table/line_states.ts';

type FeePeriod = 'month' | 'year' | 'instalment';

const KANJI_DIGITS = '〇一二三四五六七八九十';
// 8月分 names a month, 令和7年分 and 7年度 a year, 3回目 and 第3期 one of several: none of them counts.
const COUNTED =
  /(?<![\d第令平和成rh])(?<count>\d{1,2}|[一二三四五六七八九十])\s*(?:[ヶケかカヵ箇個](?<month>月)|(?<year>年)(?=分|間|未|滞)|回(?!目)|期(?=分))/iu;
const MONTH_NAMED = /(?<!\d)(\d{1,2})月/g;
const COUNTED_ENGLISH =
  /\b(?<count>\d{1,3})\s*(?:(?<month>months?|mos?\b)|(?<year>years?|yrs?\b)|(?:instal?lments?|payments?|periods?|terms)\b)/i;
/** Words beside a count that make it one of what is unpaid, and not an age or a time of day. */
const SAID_UNPAID = /未|滞納|分|unpaid|behind|arrears|owed|owing|missed|outstanding/i;
/** Headings that ask for how many periods a fee is unpaid. */
const COUNT_HEADING =
  /^(?:未納|未払|未収|滞納)(?:い|の)?(?:(?<month>月数|(?:対象)?月分?|期間)|(?<year>年数)|回数|期数)$|^(?:(?<months>months?)|(?<years>years?))(?:unpaid|owed|owing|inarrears|behind|missed)$|^(?:unpaid|missed)(?:(?<some>months)|(?<more>years)|(?:instal?lments?|payments?))$/;

const FEE_OF_YEAR = /年[会額費間]|^年払|\b(?:annual|yearly)\b|per (?:year|annum)/i;
const FEE_OF_MONTH = /月[会額謝費々]|家賃|賃料|地代|駐車(?:場)?(?:代|料)|\bmonthly\b|per month|\brent\b/i;

/** How many periods something is unpaid for. */
interface UnpaidPeriods {
  readonly count: number;
  readonly period: FeePeriod;
  readonly text: string;
}

const namedPeriod = (groups: Readonly<Record<string, string | undefined>>): FeePeriod =>
  (groups.month ?? groups.months ?? groups.some) !== undefined
    ? 'month'
    : (groups.year ?? groups.years ?? groups.more) !== undefined
      ? 'year'
      : 'instalment';

/** How many months a text names: two in 4月・5月分, three in 4月～6月. */
function monthsNamed(text: string): number {
  const months = new Set([...text.matchAll(MONTH_NAMED)].map(([, month]) => Number(month)));
  const [first = 0, last = 0] = months;
  return months.size === 2 && /月分?\s*[~〜-]/.test(text) ? ((last - first + 12) % 12) + 1 : months.size;
}

/** The unpaid periods that a cell of words names; undefined where it names none or one. */
function periodsIn(text: string): UnpaidPeriods | undefined {
  const plain = text.slice(0, 60).normalize('NFKC');
  if (!SAID_UNPAID.test(plain)) return undefined;
  const groups = (COUNTED.exec(plain) ?? COUNTED_ENGLISH.exec(plain))?.groups;
  const stated = groups?.count;
  if (groups === undefined || stated === undefined) {
    const named = monthsNamed(plain);
    return named > 1 ? { count: named, period: 'month', text } : undefined;
  }
  const count = /\d/.test(stated) ? Number(stated) : KANJI_DIGITS.indexOf(stated);
  return count < 2 ? undefined : { count, period: namedPeriod(groups), text };
}

/** How often a fee is owed on a line, and what is to be said about it. */
interface TimesOwed {
  readonly times: bigint;
  readonly notes: readonly LedgerNote[];
}

const ONCE: TimesOwed = { times: 1n, notes: [] };

/** Reads how often the amount of a line is owed. */
export type PeriodReader = (cells: LineCells, line: number) => TimesOwed;

/** The count in a cell of a column of counts: 3, 3ヶ月, or the months that it names; one where it names none. */
const countIn = (text: string): number =>
  /\d月/.test(text) ? Math.max(1, monthsNamed(text)) : Number(/^\d{1,3}(?=\D*$)/.exec(text)?.[0] ?? 1);

/** How the lines of a table say how often their amount is owed. A balance is owed once, whatever stands beside it. */
export function periodReader({ amount, states, years }: ColumnMapping, headings: readonly Heading[]): PeriodReader {
  if (amount !== null && years.length > 0) return byYears(amount.amount, years);
  const role = amount?.amount.meaning?.role;
  if (amount === null || role === 'balance' || role === 'total') return () => ONCE;
  const fee = amount.amount;
  const words = states.get('status') ?? [];
  const counts = headings.flatMap((heading) => {
    const groups = COUNT_HEADING.exec(heading.folded)?.groups;
    return groups === undefined ? [] : [{ heading, period: namedPeriod(groups) }];
  });
  if (words.length + counts.length === 0) return () => ONCE;
  const isYearly = FEE_OF_YEAR.test(fee.text);
  const isMonthly = !isYearly && FEE_OF_MONTH.test(fee.text);
  return (cells, line) => {
    const unpaid =
      counts
        .map(({ heading, period }) => ({ period, text: textOf(cells[heading.index]).normalize('NFKC') }))
        .map(({ period, text }) => ({ period, text, count: countIn(text) }))
        .find(({ count }) => count !== 1) ?? words.map(({ index }) => periodsIn(textOf(cells[index]))).find(Boolean);
    if (unpaid === undefined) return ONCE;
    const { count, period, text } = unpaid;
    const fits = isYearly ? period !== 'month' : isMonthly ? period !== 'year' : false;
    const said = text.slice(0, 30);
    // No month of rent is unpaid where a column that counts them says 0.
    if (count === 0) return fits ? { times: 0n, notes: [] } : ONCE;
    return fits
      ? {
          times: BigInt(count),
          notes: [feeNote(said, fee.text, count, line)],
        }
      : {
          times: 1n,
          notes: [
            note(
              'periods_not_counted',
              `「${said}」とありますが、「${fee.text}」が1回分か全部かは見出しから分からず、書かれた額のまま読みました。`,
              `It says "${said}", but not whether "${fee.text}" is for one period or all; the amount is read as it is written.`,
              line,
            ),
          ],
        };
  };
}

/** Counts the years that are unpaid, where each has a column; empty cells are years before a member joined. */
const byYears =
  (fee: Heading, years: readonly Heading[]): PeriodReader =>
  (cells, line) => {
    const open = years.filter(({ index }) => isOpenYear(textOf(cells[index])));
    const said = open.map(({ text }) => text).join('・');
    return { times: BigInt(open.length), notes: open.length === 0 ? [] : [feeNote(said, fee.text, open.length, line)] };
  };

/** The note that a fee is owed a number of times, by what a cell says. */
export const feeNote = (said: string, fee: string, count: number, line: number): LedgerNote =>
  note(
    'fee_times_periods',
    `「${said}」とあるため、「${fee}」の${count}倍を債権額としました。`,
    `By "${said}", ${count} times "${fee}" is read as owed.`,
    line,
  );

const PERIOD_CODES = ['fee_times_periods', 'periods_not_counted'] as const;

/** The doubt that lines name several unpaid periods; none where none does. */
export function periodsDoubt(noted: readonly (readonly LedgerNote[])[]): LedgerNote[] {
  const codes = noted.flatMap(
    (notes) => notes.find(({ code }) => PERIOD_CODES.some((one) => one === code))?.code ?? [],
  );
  const [times, once] = PERIOD_CODES.map((code) => codes.filter((one) => one === code).length);
  return codes.length === 0
    ? []
    : [
        note(
          'several_periods',
          `何か月分・何年分が未納とある行が${codes.length}行あります。${grouped(times ?? 0)}行はその回数分を、${grouped(once ?? 0)}行は書かれた額のまま読みました。`,
          `${codes.length} line${codes.length === 1 ? ' says' : 's say'} that several months, years or instalments are unpaid: ${times} read as that many fees, ${once} with the amount as it is written.`,
        ),
      ];
}
