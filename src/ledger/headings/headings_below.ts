// Lines that stand above the headings: claims of a list whose headings stand at its foot, which are read, and others, which are told.

import { amountOf, textOf, yearLastDay } from '../cells/figures.ts';
import { totalIn } from '../cells/lines.ts';
import type { CellTable } from '../cells/profile.ts';
import { type LedgerNote, note } from '../found.ts';
import type { Header, Heading } from './header.ts';

const OF_MONEY: ReadonlySet<string> = new Set(['balance', 'billed', 'total', 'amount']);
const OF_PARTY: ReadonlySet<string> = new Set(['debtor_name', 'debtor_code', 'debtor_id']);
const OF_DAY: ReadonlySet<string> = new Set(['due_date', 'invoice_date']);

const fieldOrRole = ({ meaning, field }: Heading): string => field ?? meaning?.role ?? '';

/** Whether a line holds under the headings what a claim does: an amount, with a debtor or a day, and no word of a total. */
function isClaim(row: readonly unknown[], headings: readonly Heading[]): boolean {
  const holds = (roles: ReadonlySet<string>, fits: (cell: unknown) => boolean): boolean =>
    headings.some((one) => roles.has(fieldOrRole(one)) && textOf(row[one.index]) !== '' && fits(row[one.index]));
  const filled = row.filter((cell) => textOf(cell) !== '').length;
  return (
    filled > headings.filter(({ text }) => text !== '').length / 2 &&
    holds(OF_MONEY, (cell) => amountOf(cell, 1, 'point') !== undefined) &&
    (holds(OF_PARTY, (cell) => !/^[\d\s.,:/-]*$/.test(textOf(cell))) ||
      holds(OF_DAY, (cell) => yearLastDay(cell) !== undefined)) &&
    !row.some((cell) => totalIn(textOf(cell))?.strength === 'exact' || /合計|総額|\btotal\b/i.test(textOf(cell)))
  );
}

/** A table with its headings above its lines. */
interface HeadingsAbove {
  readonly cells: CellTable;
  /** The line of every row in the file, from 1. */
  readonly lines: readonly number[];
  readonly doubts: readonly LedgerNote[];
}

/**
 * The table with headings that stand at its foot put above its claims, or the doubt that lines above the headings are not read; undefined
 * where no claim stands above them. `lines` are those of the file, where rows were put elsewhere.
 */
export function headingsAbove(
  cells: CellTable,
  { row, height, headings }: Header,
  lines: readonly number[] = cells.map((_, i) => i + 1),
): HeadingsAbove | undefined {
  const claims = cells.slice(0, row).flatMap((one, i) => (isClaim(one, headings) ? [i] : []));
  const [first] = claims;
  if (first === undefined) return undefined;
  const end = row + height;
  const isFoot = !cells.slice(end).some((one) => isClaim(one, headings));
  if (!isFoot)
    return {
      cells,
      lines,
      doubts: [
        note(
          'lines_above_headings',
          `見出しの行より上に、債権のように見える行が${claims.length}行あり、読んでいません。見出しを一番上に置いてください。`,
          `${claims.length} line${claims.length === 1 ? '' : 's'} above the headings ${claims.length === 1 ? 'looks like a claim and is' : 'look like claims and are'} not read. Put the headings first.`,
        ),
      ],
    };
  const order = [cells.slice(0, first), cells.slice(row, end), cells.slice(first, row), cells.slice(end)];
  const places = [lines.slice(0, first), lines.slice(row, end), lines.slice(first, row), lines.slice(end)];
  return {
    cells: order.flat(),
    lines: places.flat(),
    doubts: [
      note(
        'headings_below',
        '見出しの行が明細の下にあるため、その上の行をこの見出しで読みました。',
        'The headings stand below the lines; the lines above are read under them.',
      ),
    ],
  };
}
