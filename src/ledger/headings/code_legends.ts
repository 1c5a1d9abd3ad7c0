// Reads codes by the legend that a list gives them, in the heading of their column or on a line beside the table: 状態 0=未入金 1=入金済,
// "O = open, P = paid, V = void". The cells then hold the words, which are read as everywhere else.

import { textOf } from '../cells/figures.ts';
import type { CellTable } from '../cells/profile.ts';
import { kindOf, leftOutByStatus, lineStatus } from '../cells/states.ts';
import { type LedgerNote, note } from '../found.ts';
import type { Header, Heading } from './header.ts';
import { placeOfRole } from './vocabulary.ts';

/** A code and its word, up to the next code or the end. */
const PAIR =
  /(?<![\p{L}\p{N}])([A-Za-z]{1,3}|\d{1,2}|[+-])\s?[=:→]\s?([^\s,、;/()|][^,、;/()=:→|]{0,30}?)(?=\s*(?:[,、;/)|]|$|(?<=\s)(?:[A-Za-z]{1,3}|\d{1,2}|[+-])\s?[=:→]))/gu;

/** Most characters of a line with a legend. */
const LEGEND_MAX = 200;

/** The words of codes that a text explains; undefined where it explains fewer than two, or no state or kind among them. */
function legendIn(written: string): ReadonlyMap<string, string> | undefined {
  const text = written.slice(0, LEGEND_MAX).normalize('NFKC');
  if (!/[=:→]/.test(text)) return undefined;
  const words = new Map([...text.matchAll(PAIR)].map(([, code = '', word = '']) => [code.toLowerCase(), word.trim()]));
  const isOfStates = [...words.values()].some(
    (word) => lineStatus(word, false) !== 'unknown' || /^未$|^済$/.test(word) || kindOf(word) !== 'unknown',
  );
  return words.size > 1 && isOfStates ? words : undefined;
}

/** Whether a column may hold codes: it holds no field, amount or day. */
const mayHoldCodes = ({ by, meaning, bucket }: Heading): boolean =>
  bucket === undefined &&
  (by === null || meaning === undefined || ['status', 'kind', 'other', 'paid'].includes(meaning.role));

/** Headings of what a bank writes back of a direct debit. */
const OF_DEBITS = /^(?:口座)?(?:振替|引落し?)結果(?:コード|cd|区分)?$/;
/** The codes of the association of Japanese banks (全国銀行協会) for it, by their words: all but 0 say that nothing was collected. */
const DEBIT_CODES: ReadonlyMap<string, string> = new Map([
  ['0', '振替済'],
  ['1', '資金不足'],
  ...['2', '3', '4', '8', '9'].map((code): [string, string] => [code, '振替不能']),
]);

/** A heading of codes that a legend explains as one of states, where no other meaning is known. */
const asStatus = (heading: Heading): Heading => ({
  ...heading,
  meaning: { role: 'status', place: placeOfRole('status'), doubt: undefined },
  by: 'synonym',
});

/** A table with its codes replaced by their words, and what is said of it. */
export interface ReadCodes {
  readonly cells: CellTable;
  /** Its headings, those of codes that say what became of a claim as headings of states. */
  readonly header: Header;
  readonly doubts: readonly LedgerNote[];
}

/** Lines below a table in which a legend may stand. */
const BELOW_MAX = 5;

/** The table with the codes of its legends replaced by their words. */
export function withCodesRead(cells: CellTable, header: Header): ReadCodes {
  const { row, height, headings } = header;
  const start = row + height;
  const lines = [...cells.slice(Math.max(0, row - 20), row), ...cells.slice(Math.max(start, cells.length - BELOW_MAX))];
  const stated = lines.flatMap((line) => {
    const text = line.map(textOf).filter(Boolean).join(' ');
    const words = legendIn(text);
    return words === undefined ? [] : [{ text, words }];
  });
  const read = new Map<number, ReadonlyMap<string, string>>();
  const owns = headings.map(({ text, folded }) => legendIn(text) ?? (OF_DEBITS.test(folded) ? DEBIT_CODES : undefined));
  if (stated.length === 0 && owns.every((own) => own === undefined)) return { cells, header, doubts: [] };
  const body = cells.slice(start);
  const several = body.filter((line) => line.some((cell, i) => i > 1 && textOf(cell) !== ''));
  const isOfCodes = (index: number, words: ReadonlyMap<string, string>): boolean => {
    let isFilled = false;
    for (const line of several) {
      const code = textOf(line[index]).toLowerCase();
      if (code !== '' && !words.has(code)) return false;
      isFilled ||= code !== '';
    }
    return isFilled;
  };
  for (const [i, heading] of headings.entries()) {
    const own = owns[i];
    const [name = ''] = heading.text.split(/[(（]/);
    const words =
      (own === DEBIT_CODES ? stated.find(({ text }) => name !== '' && text.includes(name))?.words : undefined) ??
      own ??
      (mayHoldCodes(heading) ? stated.find(({ text }) => name !== '' && text.includes(name))?.words : undefined);
    if (words !== undefined && isOfCodes(heading.index, words)) read.set(heading.index, words);
  }
  for (const { words } of read.size > 0 ? [] : stated) {
    const fitting: Heading[] = [];
    for (const one of headings) {
      if (fitting.length < 2 && mayHoldCodes(one) && isOfCodes(one.index, words)) fitting.push(one);
    }
    const [only] = fitting;
    if (fitting.length === 1 && only !== undefined) read.set(only.index, words);
  }
  if (read.size === 0) return { cells, header, doubts: [] };
  const asWord = (cell: unknown, i: number): unknown => read.get(i)?.get(textOf(cell).toLowerCase()) ?? cell;
  const names = [...read.keys()].map((index) => headings[index]?.text.split(/[(（]/)[0] ?? '');
  const [legend = new Map<string, string>() as ReadonlyMap<string, string>] = read.values();
  const isOfClaims = ({ index, by }: Heading): boolean =>
    by === null && [...(read.get(index)?.values() ?? [])].some((word) => leftOutByStatus(lineStatus(word, false)));
  return {
    header: { ...header, headings: headings.map((one) => (isOfClaims(one) ? asStatus(one) : one)) },
    cells: cells.map((line, i) => (i < start ? line : line.map(asWord))),
    doubts: legend === DEBIT_CODES ? debitsDoubt(names, headings) : [readByLegend(names, legend)],
  };
}

/** Says by which legend codes were read. */
function readByLegend(names: readonly string[], legend: ReadonlyMap<string, string>): LedgerNote {
  const shown = (between: string): string[] => [...legend].map((pair) => pair.join(between));
  return note(
    'codes_read_by_legend',
    `「${names.join('」「')}」の記号は、表にある説明（${shown('＝').join('、')}）で読みました。`,
    `The codes under "${names.join('", "')}" are read by their legend (${shown(' = ').join(', ')}).`,
  );
}

/** Says that figures were read as the results of a bank; nothing where another column says them in words. */
const debitsDoubt = (names: readonly string[], headings: readonly Heading[]): LedgerNote[] =>
  headings.filter(({ folded }) => OF_DEBITS.test(folded)).length > 1
    ? []
    : [
        note(
          'codes_read_by_legend',
          `「${names.join('」「')}」の数字は、銀行の口座振替の結果（0＝振替済、1＝資金不足、他も振替不能）とみて読みました。違うなら「0=未入金 1=入金済」のように表に書いてください。`,
          `The figures under "${names.join('", "')}" are read as a bank's results of direct debits (0 = collected, all others = not). If they mean something else, write it beside the table, as in 0=unpaid 1=paid.`,
        ),
      ];
