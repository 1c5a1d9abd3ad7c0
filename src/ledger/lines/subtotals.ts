// Subtotals that their lines do not reach: a line may be missing, or a figure wrong, although the total of the list says nothing.

import { grouped } from '../../values/text.ts';
import { currencyIn } from '../cells/currencies.ts';
import { textOf } from '../cells/figures.ts';
import { type LedgerNote, note } from '../found.ts';
import { type Receivables, sumOfKnown } from './open_items.ts';
import type { ReceivableLines } from './records.ts';

/** Words of totals that sum other lines than those right above: earlier months, shares, allowances, rates of tax. */
const OTHER_SUM =
  /前|次|翌|先月|昨年|繰|累計|差|比|率|平均|引当|増減|純額|件|名|社$|最|中央|[%％]|うち|税|対象|prior|previous|forward|\b[bc]\/?[fd]\b|allow|provision|reserve|average|\bmax|\bmin|median|count|of which|thereof|change|tax|vat/i;

/** Whether the word of a total says that it sums other lines: those of a currency, too. */
const sumsOthers = (text: string): boolean =>
  OTHER_SUM.test(text) || (!/\d/.test(text) && currencyIn(text.toUpperCase()) !== undefined);

/** Places before a subtotal from which it may sum. */
const PLACES_MAX = 500;

/** The numbers of lines before each line of another debtor. */
const debtorChanges = (lines: ReceivableLines['lines']): number[] =>
  lines.flatMap(({ record }, i) => (record.debtor_id === lines[i - 1]?.record.debtor_id ? [] : [i]));

/** What the lines before each place come to. */
function runningSums(amounts: Receivables['sums']): bigint[] {
  const run = [0n];
  for (const amount of amounts) run.push((run.at(-1) ?? 0n) + (amount ?? 0n));
  return run;
}

/** The doubt that subtotals are not the sum of their lines. The total of the whole list, its last one, is compared by itself. */
export function subtotalsDoubt(
  { lines, totals, parts, marks: places }: ReceivableLines,
  { sums, open, stated }: Receivables,
): LedgerNote[] {
  if (parts.length === 0) return [];
  const marks = [...new Set([0, ...places, ...debtorChanges(lines), sums.length])].sort((a, b) => a - b);
  const at = new Map(marks.map((mark, i) => [mark, i]));
  const grand = totals.at(-1)?.line;
  const [all, unpaid] = [sums, open].map(runningSums);
  const isSum = (total: bigint, i: number, run: readonly bigint[] = []): boolean => {
    const here = run[marks[i] ?? 0] ?? 0n;
    for (let k = i - 1; k >= Math.max(0, i - PLACES_MAX); k--)
      if (here - (run[marks[k] ?? 0] ?? 0n) === total) return true;
    // A subtotal may sum all of the list, or stand above its lines.
    return here === total || (run[marks[i + 1] ?? -1] ?? here) - here === total;
  };
  const differing = parts.flatMap(({ line, cells, after }) => {
    const i = at.get(after) ?? 0;
    const total = line === grand || after === 0 ? undefined : stated(cells);
    if (total === undefined || cells.some((cell) => sumsOthers(textOf(cell)))) return [];
    if (isSum(total, i, all) || isSum(total, i, unpaid)) return [];
    const above = sums.slice(marks.slice(0, i).findLast((mark) => places.has(mark)) ?? 0, after);
    return above.includes(undefined) ? [] : [{ line, total, sum: sumOfKnown(above) }];
  });
  const [first] = differing;
  return first === undefined
    ? []
    : [
        note(
          'subtotal_differs',
          `小計${differing.length}行が、その上の行の合計と合いません。${first.line}行目は ${grouped(first.total)} とあり、行の合計は ${grouped(first.sum)} です。行が抜けていないか確かめてください。`,
          `${differing.length} subtotal${differing.length === 1 ? ' is' : 's are'} not the sum of the lines above: line ${first.line} states ${grouped(first.total)}, its lines add up to ${grouped(first.sum)}. Check that no line is missing.`,
          first.line,
        ),
      ];
}
