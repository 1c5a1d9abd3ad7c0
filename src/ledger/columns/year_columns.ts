// Columns of years beside a yearly fee in which nothing stands but whether it is paid, as the lists of clubs and associations have them.

import { textOf } from '../cells/figures.ts';
import type { CellTable } from '../cells/profile.ts';
import { lineStatus } from '../cells/states.ts';
import type { Heading } from '../headings/header.ts';

/** Headings of years. */
const YEAR = /^(?:(?:令和|平成|R|H)?\s?(?:\d{1,4}|元)年度?分?|(?:FY)?\s?20\d\d|(?:FY|[RH])\s?\d{1,2})$/i;
/** What says in a year that its fee is paid or not, beside words of states. */
const OF_YEAR = /^(?:[済未○〇×✕✗-]|済み|納[入付]?(?:済み?)?|完納)$/;
const OPEN_YEAR = /^[未×✕✗]$/;
/** Headings of fees that are due every year where years stand beside them. */
const FEE_OF_YEARS = /^(?:[年正個団賛]\S{0,3})?会費|組合費|年額|年貢|annual|yearly|dues|membership/i;

/** Whether a cell says that the fee of its year is open. */
export const isOpenYear = (text: string): boolean =>
  OPEN_YEAR.test(text) || (!OF_YEAR.test(text) && lineStatus(text, false) === 'open');

/** The columns of years in which nothing stands but whether the yearly fee is paid; none where the amount is no such fee. */
export function yearColumns(fee: Heading | undefined, headings: readonly Heading[], rows: CellTable): Heading[] {
  if (fee === undefined || !FEE_OF_YEARS.test(fee.text.normalize('NFKC'))) return [];
  const years = headings.filter(({ text }) => YEAR.test(text.normalize('NFKC').trim()));
  const isUnderstood = ({ index }: Heading): boolean => {
    const words = new Set(rows.slice(0, YEARS_LOOKED_AT).map((row) => textOf(row[index])));
    words.delete('');
    const isState = (word: string): boolean =>
      OF_YEAR.test(word) || ['open', 'paid'].includes(lineStatus(word, false) ?? '');
    return words.size <= 8 && [...words].every(isState);
  };
  return years.length > 1 && years.every(isUnderstood) ? years : [];
}

/** Lines that are looked at to know what stands in a column of a year. */
const YEARS_LOOKED_AT = 2000;
