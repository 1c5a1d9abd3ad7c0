// Days on which payment was promised: a receivable that is still open after such a day says that the promise was broken.

import type { Day } from '../values/day.ts';
import { type LedgerNote, type LedgerRow, note } from './found.ts';

/** The receivables of a list with the promises that were broken, and what is to be said about it. */
export interface PromisedRows {
  readonly rows: readonly LedgerRow[];
  readonly doubts: readonly LedgerNote[];
}

/** Most promises that a request states. */
const BROKEN_MAX = 99;

/** Whose promise it was: of the debtor, else of the line alone. */
const promiser = ({ record, line }: LedgerRow): string | number => record.debtor_id ?? `line ${line}`;

/**
 * Counts the promises of every debtor whose day has passed: several invoices promised for one day are one promise. `promised` has the days
 * by line, `today` is the day of the valuation, where it is known. A row that says itself how many were broken is left as it is.
 */
export function withPromises(
  rows: readonly LedgerRow[],
  promised: ReadonlyMap<number, Day>,
  today: Day | undefined,
): PromisedRows {
  if (promised.size === 0) return { rows, doubts: [] };
  const dayOfRow = ({ line }: LedgerRow): Day | undefined => promised.get(line);
  const isBroken = (row: LedgerRow): boolean => {
    const day = dayOfRow(row);
    return today !== undefined && day !== undefined && day < today && row.record.broken_promises === undefined;
  };
  const broken = rows.filter(isBroken);
  const days = new Map<string | number, Set<Day | undefined>>();
  for (const row of broken) days.set(promiser(row), (days.get(promiser(row)) ?? new Set()).add(dayOfRow(row)));
  const others = rows.filter((row) => dayOfRow(row) !== undefined && !isBroken(row)).length;
  return {
    rows: rows.map((row) => {
      const count = isBroken(row) ? days.get(promiser(row))?.size : undefined;
      return count === undefined
        ? row
        : { ...row, record: { ...row.record, broken_promises: Math.min(count, BROKEN_MAX) } };
    }),
    doubts: [
      ...(broken.length === 0
        ? []
        : [
            note(
              'promises_broken',
              `支払を約束した日を過ぎても残っている債権が${broken.length}件あり、支払約束の不履行として数えました（同じ相手の同じ日の約束は1回）。`,
              `${broken.length} receivable${broken.length === 1 ? ' is' : 's are'} still open after the day on which payment was promised; that counts as a broken promise, once for each debtor and day.`,
            ),
          ]),
      ...(others === 0
        ? []
        : [
            note(
              'promises_not_used',
              `支払を約束した日が過ぎていない、または過ぎたか分からない債権が${others}件あります。その約束は評価に使いません。`,
              `${others} receivable${others === 1 ? ' has' : 's have'} a promised day that has not passed, or of which that is not known; such a promise is not used.`,
            ),
          ]),
    ],
  };
}
