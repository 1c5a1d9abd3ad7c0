// The day from which the months of an aging table are counted where nothing in the table states it.

import { type Day, lastOfMonth, monthOf, yearOf } from '../../values/day.ts';
import { monthEndBefore, newestMonthEnd } from '../cells/buckets.ts';
import type { ColumnMapping } from '../columns/columns.ts';
import { type LedgerNote, note } from '../found.ts';

/**
 * The day of an aging table that does not say it, with the doubt about it: the end of its newest month, or `valued`, the day on which it is
 * valued, where months lie ahead or name no year. Undefined where its columns lead to none.
 */
export function dayAssumed(
  mapping: ColumnMapping,
  titles: string,
  valued: Day | undefined,
): { readonly day: Day; readonly doubt: LedgerNote } | undefined {
  const newest = newestMonthEnd(mapping.buckets.map(({ bucket }) => bucket));
  if (newest === null)
    return valued !== undefined && isRunOfMonths(mapping, valued) && !/予定|forecast|expected/i.test(titles)
      ? { day: valued, doubt: yearAssumed(valued) }
      : undefined;
  return valued !== undefined && newest > lastOfMonth(yearOf(valued), monthOf(valued))
    ? { day: valued, doubt: monthsAhead(valued) }
    : { day: newest, doubt: endAssumed(newest) };
}

const monthsAhead = (day: Day): LedgerNote =>
  note(
    'months_ahead',
    `これから来る月の列があるため、支払期日の月とみて ${day} から数えます。`,
    `Some columns are months to come; they are taken for the months in which amounts are due, counted from ${day}.`,
  );

const endAssumed = (day: Day): LedgerNote =>
  note(
    'as_of_assumed',
    `基準日が書かれていないため、最も新しい月の末日 ${day} とします。`,
    `The table does not say its day; the end of its newest month, ${day}, is taken.`,
  );

/** Whether the age columns are months without a year that lie one after another when each is the latest one on a day. */
function isRunOfMonths({ buckets }: ColumnMapping, day: Day): boolean {
  const ends = buckets.flatMap(({ bucket }) => monthEndBefore(bucket, day) ?? []);
  const sorted = [...ends].sort();
  return ends.length > 0 && [sorted, sorted.toReversed()].some((run) => run.every((end, i) => end === ends[i]));
}

/** The doubt about the years of months that name none. */
const yearAssumed = (day: Day): LedgerNote =>
  note(
    'as_of_assumed',
    `月の列に年がなく基準日もないため、${day} から見て直近の月とします。`,
    `The months name no year and the table no day; each is taken for the latest one on ${day}.`,
  );
