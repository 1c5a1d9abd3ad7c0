// Reads the sheets of a workbook (.xlsx) as tables of cells: texts, numbers, days in ISO text, and formulas by the value that was stored
// with them. Limits hold while it is read, so that no small file can take much memory or time.

import {
  CELL_MAX,
  COLUMNS_MAX,
  cellTooLong,
  rowLimitExceeded,
  SHORT_TABLE,
  type TableLimits,
  tooManyColumns,
} from '../file/cells.ts';
import { type Unreadable, unreadable } from '../file/decode.ts';
import { Archive, ArchiveError } from './archive.ts';
import { scanMarkup, type TagAttributes } from './markup.ts';
import { formatOfCell, type NumberFormat, shownValue } from './number_format.ts';

type CellValue = string | number;

/** What somebody wrote beside a cell. */
export interface CellComment {
  /** Row of the cell, from 1. */
  readonly row: number;
  readonly text: string;
}

/** A sheet of a workbook and its cells. */
export interface LedgerSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: readonly (readonly (CellValue | null)[])[];
  /** How many rows with cells are hidden, by hand or by a filter; they are read like the others. */
  readonly hiddenRows: number;
  /** Rows, from 1, in which a figure is struck through; they are read like the others. */
  readonly struckRows: readonly number[];
  /** What people wrote beside cells, with their rows from 1; nothing of it is read. */
  readonly comments?: readonly CellComment[];
}

/** The sheets of a workbook, or why it cannot be read. */
export type ReadWorkbook = { readonly ok: true; readonly sheets: readonly LedgerSheet[] } | Unreadable;

/** Sheets that are read; more are refused, because none may be left out in silence. */
const SHEETS_MAX = 60;
/** Cells of all sheets together. */
const CELLS_MAX = 3_000_000;
/** Characters of all texts together. */
const TEXTS_MAX = 40_000_000;

const XLSX_EXPECTED = {
  ja: 'パスワードのない xlsx、または CSV',
  en: 'an .xlsx file without a password, or CSV',
};

const FAULTS = {
  broken: () =>
    unreadable(
      'excel_file',
      'Excel（xlsx）のファイルとして読めません。壊れているか、別の形式の圧縮ファイルです。',
      'This cannot be read as an Excel (.xlsx) file: it is damaged, or another kind of zip file.',
      XLSX_EXPECTED,
    ),
  encrypted: () =>
    unreadable(
      'excel_file',
      'パスワードで保護されたファイルです。保護を外してください。',
      'This file is protected by a password. Remove the password.',
      XLSX_EXPECTED,
    ),
  too_large: () =>
    unreadable('too_many_bytes', '展開すると大きすぎるファイルです。', 'This file is too large when it is unpacked.', {
      ja: '展開後の合計が64 MBまで',
      en: 'at most 64 MB when it is unpacked',
    }),
} as const;

/** A limit that a sheet exceeds, thrown while it is read. */
class LimitExceeded extends Error {
  readonly why: Unreadable;

  constructor(why: Unreadable) {
    super(why.code);
    this.why = why;
  }
}

/** Reads every sheet of a workbook. */
export async function readWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  limits: TableLimits = SHORT_TABLE,
): Promise<ReadWorkbook> {
  try {
    return { ok: true, sheets: await sheetsOf(new Archive(bytes), limits) };
  } catch (error) {
    if (error instanceof LimitExceeded) return error.why;
    if (error instanceof ArchiveError) return FAULTS[error.fault]();
    if (error instanceof RangeError) return FAULTS.broken();
    throw error;
  }
}

/** A sheet as the workbook lists it. */
interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

async function sheetsOf(archive: Archive, limits: TableLimits): Promise<LedgerSheet[]> {
  const main = 'xl/workbook.xml';
  if (!archive.has(main)) throw new ArchiveError('broken');
  const listed: ListedSheet[] = [];
  let system: 1900 | 1904 = 1900;
  await each(archive, main, (name, of) => {
    if (name === 'sheet')
      listed.push({
        name: of('name') ?? '',
        hidden: (of('state') ?? 'visible') !== 'visible',
        relation: of('id') ?? '',
      });
    else if (name === 'workbookPr' && /^(?:1|true)$/.test(of('date1904') ?? '')) system = 1904;
  });
  if (listed.length > SHEETS_MAX) throw new ArchiveError('too_large');
  const targets = new Map<string, string>();
  await each(archive, 'xl/_rels/workbook.xml.rels', (name, of) => {
    if (name === 'Relationship') targets.set(of('Id') ?? '', partName(of('Target') ?? ''));
  });
  const reading: SheetReading = {
    texts: await sharedTexts(archive),
    formats: await cellFormats(archive),
    system,
    limits,
    left: CELLS_MAX,
  };
  const sheets: LedgerSheet[] = [];
  for (const { name, hidden, relation } of listed) {
    const part = targets.get(relation);
    if (part === undefined || !part.includes('worksheets/')) continue;
    const cells = await cellsOfSheet(archive, part, reading);
    sheets.push({ name, hidden, ...cells, comments: await commentsOf(archive, part) });
  }
  return sheets;
}

/** Comments of a sheet that are kept. */
const COMMENTS_MAX = 1000;

/** The comments on the cells of a sheet. */
async function commentsOf(archive: Archive, sheet: string): Promise<readonly CellComment[]> {
  const relations = sheet.replace(/([^/]+)$/, '_rels/$1.rels');
  let part: string | undefined;
  if (archive.has(relations))
    await each(archive, relations, (name, of) => {
      const target = of('Target') ?? '';
      if (name === 'Relationship' && /comments\d*\.xml$/i.test(target)) part = partName(target.replace(/^\.\.\//, ''));
    });
  const comments: CellComment[] = [];
  if (part === undefined || !archive.has(part)) return comments;
  let [row, text, inText] = [0, '', false];
  await scanMarkup(archive.text(part), {
    open: (name, of) => {
      if (name === 'comment') [row, text] = [Number(/\d+$/.exec(of('ref') ?? '')?.[0] ?? 0), ''];
      else if (name === 't') inText = true;
    },
    text: (piece) => {
      if (inText) text = (text + piece).slice(0, 200);
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'comment' && comments.length < COMMENTS_MAX) comments.push({ row, text: decoded(text).trim() });
    },
  });
  return comments;
}

/** The name of a part in the archive: targets stand beside the workbook unless they begin with a slash. */
const partName = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;

const each = (archive: Archive, part: string, open: (name: string, of: TagAttributes) => void): Promise<void> =>
  scanMarkup(archive.text(part), { open, close: () => undefined, text: () => undefined });

/** The texts that cells refer to by number, without the readings (furigana) beside them. */
async function sharedTexts(archive: Archive): Promise<readonly string[]> {
  const texts: string[] = [];
  let [text, inText, reading, size] = ['', false, 0, 0];
  await scanMarkup(archive.text('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') reading++;
      else if (name === 't') inText = true;
    },
    text: (piece) => {
      if (!inText || reading > 0) return;
      text += piece;
      size += piece.length;
      if (size > TEXTS_MAX) throw new ArchiveError('too_large');
    },
    close: (name) => {
      if (name === 'rPh') reading--;
      else if (name === 't') inText = false;
      else if (name === 'si') texts.push(decoded(text));
      if (texts.length > CELLS_MAX) throw new ArchiveError('too_large');
    },
  });
  return texts;
}

/** A text with characters written _x000D_ in it. */
const decoded = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)).replace('\r', ''),
      )
    : text;

/** What the format of each style of cell says. */
async function cellFormats(archive: Archive): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  const struck = new Set<number>();
  let [fonts, inFonts, inCells] = [0, false, false];
  await scanMarkup(archive.text('xl/styles.xml'), {
    open: (name, of) => {
      if (name === 'numFmt') codes.set(Number(of('numFmtId')), of('formatCode') ?? '');
      else if (name === 'fonts') inFonts = true;
      else if (name === 'font' && inFonts) fonts++;
      else if (name === 'strike' && inFonts && !/^(?:0|false)$/.test(of('val') ?? '')) struck.add(fonts - 1);
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(of('numFmtId') ?? 0);
        const format = formatOfCell(id, codes.get(id));
        formats.push(struck.has(Number(of('fontId') ?? 0)) ? { ...format, struck: true } : format);
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
      else if (name === 'fonts') inFonts = false;
    },
    text: () => undefined,
  });
  return formats;
}

/** What is needed to read the cells of a sheet. */
interface SheetReading {
  readonly texts: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly system: 1900 | 1904;
  readonly limits: TableLimits;
  /** Cells that may still be read. */
  left: number;
}

/** A cell while it is read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly format: NumberFormat | undefined;
  value: string;
  formula: string;
}

/** The column, from 0, of a reference such as AB12; -1 for none. */
function columnOf(reference: string | undefined): number {
  const letters = /^[A-Z]{1,4}/.exec(reference ?? '')?.[0] ?? '';
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** The value of a cell as it is shown; null for an empty one. A formula without a stored value stays a formula, which no reader takes for a figure. */
function cellValue({ type, value, formula, format }: OpenCell, { texts, system }: SheetReading): CellValue | null {
  if (value === '') return formula === '' ? null : `=${formula}`;
  if (type === 's') return texts[Number(value)] ?? null;
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return value.replace(/T00:00:00(?:\.0+)?Z?$/, '');
  if (type === 'str' || type === 'inlineStr' || type === 'e') return decoded(value);
  return format === undefined ? Number(Number(value).toPrecision(15)) : shownValue(value, format, system);
}

/** The cells of a sheet. Only cells with a value count: styles may reach to the end of the sheet. */
async function cellsOfSheet(
  archive: Archive,
  part: string,
  reading: SheetReading,
): Promise<Omit<LedgerSheet, 'name' | 'hidden'>> {
  const rows: (CellValue | null)[][] = [];
  const hidden = new Set<number>();
  const struck = new Set<number>();
  let [row, column, capture, phonetic] = [-1, -1, '', 0];
  let cell: OpenCell | undefined;
  const put = (one: OpenCell): void => {
    const value = cellValue(one, reading);
    if (value === null || value === '') return;
    if (row >= reading.limits.lines) throw new LimitExceeded(rowLimitExceeded('lines', reading.limits));
    if (one.column >= COLUMNS_MAX) throw new LimitExceeded(tooManyColumns(row + 1, one.column + 1));
    if (String(value).length > CELL_MAX)
      throw new LimitExceeded(cellTooLong(row + 1, one.column + 1, String(value).length));
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    // Empty cells in front of a far one take memory, too.
    reading.left -= 1 + Math.max(0, one.column - cells.length);
    if (reading.left < 0) throw new ArchiveError('too_large');
    while (cells.length < one.column) cells.push(null);
    cells[one.column] = value;
    if (one.format?.struck === true) struck.add(row + 1);
  };
  await scanMarkup(archive.text(part), {
    open: (name, of) => {
      if (name === 'row') {
        row = of('r') === undefined ? row + 1 : Number(of('r')) - 1;
        column = -1;
        if (!(Number.isSafeInteger(row) && row >= 0)) throw new ArchiveError('broken');
        if (/^(?:1|true)$/.test(of('hidden') ?? '')) hidden.add(row);
      } else if (name === 'c') {
        column = of('r') === undefined ? column + 1 : columnOf(of('r'));
        if (column < 0) throw new ArchiveError('broken');
        cell = { column, type: of('t') ?? 'n', format: reading.formats[Number(of('s') ?? 0)], value: '', formula: '' };
      } else if (name === 'rPh') phonetic++;
      else if (name === 'v' || name === 't' || name === 'f') capture = name;
    },
    text: (piece) => {
      if (cell === undefined || capture === '' || phonetic > 0) return;
      if (capture === 'f') cell.formula = (cell.formula + piece).slice(0, 200);
      else cell.value += piece;
      if (cell.value.length > CELL_MAX) throw new LimitExceeded(cellTooLong(row + 1, column + 1, cell.value.length));
    },
    close: (name) => {
      if (name === capture) capture = '';
      else if (name === 'rPh') phonetic--;
      else if (name === 'c' && cell !== undefined) {
        put(cell);
        cell = undefined;
      }
    },
  });
  return {
    cells: rows,
    hiddenRows: [...hidden].filter((at) => (rows[at] ?? []).length > 0).length,
    struckRows: [...struck],
  };
}
