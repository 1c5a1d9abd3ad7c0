// What to know about how the cells of a line were read.

import { textOf, unitInCell } from '../cells/figures.ts';
import type { LineClues } from '../cells/lines.ts';
import { unitOfHeading } from '../cells/titles.ts';
import type { TableReading } from '../columns/field_readers.ts';
import { type LedgerNote, note } from '../found.ts';

/** The note that a word of a column is not understood. */
export const wordNote = (heading: string, word: string, line: number): LedgerNote =>
  note(
    'word_not_understood',
    `「${heading}」の「${word.slice(0, 30)}」は意味が分からないため使いません。`,
    `"${heading}": "${word.slice(0, 30)}" is not understood and not used.`,
    line,
  );

/** Whether a cell states another unit than that of its column. */
const isOtherUnit = (cell: unknown, unit: number): boolean => (unitInCell(cell) ?? unit) !== unit;

/** What to know about how a line was read. */
export function lineNotes(
  row: readonly unknown[],
  line: number,
  { clues, reading }: { readonly clues: LineClues; readonly reading: TableReading },
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
  if (amounts.some((index) => isOtherUnit(row[index], unitOfHeading(headings[index] ?? '') ?? reading.unit)))
    notes.push(
      note(
        'unit_in_cell',
        'セルに書かれた単位で読みました。見出しや表の単位と異なります。',
        'The unit written in the cell is used; it differs from that of its heading or table.',
        line,
      ),
    );
  return notes;
}
