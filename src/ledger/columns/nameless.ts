// Who owes in a list whose first column has names and no heading.

import { textOf } from '../cells/figures.ts';
import { isPlainLine } from '../cells/lines.ts';
import { type CellTable, profileOf } from '../cells/profile.ts';
import { isYesOrNo, lineStatus } from '../cells/states.ts';
import type { Heading } from '../headings/header.ts';
import type { Assignment } from './assignment.ts';
import { RUN_LOOKED_AT } from './balances.ts';

/** The first column without a heading as that of the debtors, where no other one names them and words alone stand there. */
export function namelessDebtor(headings: readonly Heading[], rows: CellTable, to: Assignment): Heading | undefined {
  const [first] = headings;
  if (first === undefined || first.text !== '' || to.fields.has('debtor_id')) return undefined;
  // The name of a group stands alone on its line, or before a total.
  const lines = rows
    .slice(0, RUN_LOOKED_AT)
    .filter((row) => row.filter((cell) => textOf(cell) !== '').length > 2 && isPlainLine(row));
  const { filled, figures, days } = profileOf(lines, first.index);
  const isName = (row: readonly unknown[]): boolean => {
    const text = textOf(row[first.index]);
    return text === '' || (/\p{L}/u.test(text) && !isYesOrNo(text) && lineStatus(text, false) === 'unknown');
  };
  if (filled === 0 || figures > 0 || days > 0 || !lines.every(isName)) return undefined;
  const named: Heading = { ...first, by: 'values' };
  to.give(named, 'debtor_id');
  return named;
}
