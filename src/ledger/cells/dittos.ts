// Cells that repeat what stands above them: 〃 and 同上, and empty cells of a column of currencies that names yen, as merged cells leave them.

import { type LedgerNote, note } from '../found.ts';
import { isYen } from './currencies.ts';
import { isDitto, textOf } from './figures.ts';

/** Gives every line what its cells repeat. */
export interface RepeatedCells {
  readonly full: (row: readonly unknown[]) => readonly unknown[];
  /** What is to be said once all lines are read. */
  readonly doubts: () => LedgerNote[];
}

/**
 * Gives cells of `columns` that say no more than that they are the same as above what stands there. An amount is not taken over, and debtors
 * are followed by themselves. `currency` is the column of currencies: where it names yen, an empty cell below another currency is that one; where
 * it does not, an empty cell may be yen, which is told.
 */
export function repeatedCells(
  columns: readonly number[],
  currency: { readonly index: number; readonly read: (cell: unknown) => string | number } | undefined,
  rows: readonly (readonly unknown[])[],
): RepeatedCells {
  const above = new Map<number, unknown>();
  const isForeign = (cell: unknown): boolean =>
    currency !== undefined && textOf(cell) !== '' && !isYen(String(currency.read(cell)));
  const namesYen =
    currency !== undefined &&
    rows.some((row) => textOf(row[currency.index]) !== '' && isYen(String(currency.read(row[currency.index]))));
  let [repeated, open] = [0, 0];
  const isSame = (index: number, cell: unknown): boolean => {
    if (isDitto(cell)) return true;
    if (index !== currency?.index || textOf(cell) !== '' || !isForeign(above.get(index))) return false;
    if (namesYen) repeated++;
    else open++;
    return namesYen;
  };
  return {
    full: (row) => {
      let whole = row;
      for (const index of columns) {
        if (!isSame(index, row[index])) {
          if (index !== currency?.index || textOf(row[index]) !== '') above.set(index, row[index]);
        } else if (above.has(index)) whole = whole.with(index, above.get(index));
      }
      return whole;
    },
    doubts: () => [
      ...(repeated === 0
        ? []
        : [
            note(
              'currency_carried_down',
              `通貨の欄が空の${repeated}行は、その上の行と同じ通貨として読みました。円の行なら JPY と書いてください。`,
              `${repeated} line${repeated === 1 ? '' : 's'} without a currency ${repeated === 1 ? 'is' : 'are'} read in the foreign one of the line above. Write JPY where it is yen.`,
            ),
          ]),
      ...(open === 0
        ? []
        : [
            note(
              'currency_empty',
              `外貨の行の下に、通貨の欄が空の行が${open}行あり、円として読みました。上の行と同じ通貨なら、書き足してください。`,
              `${open} line${open === 1 ? '' : 's'} below a foreign currency ${open === 1 ? 'names' : 'name'} none and ${open === 1 ? 'is' : 'are'} read in yen. Write the currency if it is that of the line above.`,
            ),
          ]),
    ],
  };
}
