// Days on which payment was promised: a receivable that is still open after such a day says that the promise was broken.

import type { Day } from '../../values/day.ts';
import { type LedgerNote, type LedgerRow, note } from '../found.ts';

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
  const broken = new Set(rows.filter(isBroken));
  const days = new Map<string | number, Set<Day | undefined>>();
  for (const row of broken) days.set(promiser(row), (days.get(promiser(row)) ?? new Set()).add(dayOfRow(row)));
  const others = rows.filter((row) => dayOfRow(row) !== undefined && !broken.has(row)).length;
  return {
    rows: rows.map((row) => {
      const count = broken.has(row) ? days.get(promiser(row))?.size : undefined;
      return count === undefined
        ? row
        : { ...row, record: { ...row.record, broken_promises: Math.min(count, BROKEN_MAX) } };
    }),
    doubts: [
      ...(broken.size === 0
        ? []
        : [
            note(
              'promises_broken',
              `支払を約束した日を過ぎた債権が${broken.size}件あり、相手と日ごとに1回の不履行として数えました。`,
              `Lines open after a promised day: ${broken.size}. Each day of a debtor is a broken promise.`,
            ),
          ]),
      ...(others === 0
        ? []
        : [
            note(
              'promises_not_used',
              `過ぎていない約束の日（${others}件）は使いません。`,
              `Promised days that have not passed (${others}) are not used.`,
            ),
          ]),
    ],
  };
}
