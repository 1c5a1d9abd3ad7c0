// Reads the cells of an Excel workbook that was dropped on the page. Sizes are looked at before anything is unpacked, and a cell that lies
// beyond what a ledger may have is refused, because a small file can claim to be a large one.

import { unzipSync } from 'fflate';
import type { Text } from '../values/text.ts';

/** The cells of a sheet as text, or why there are none. */
export type WorkbookCells =
  | { readonly ok: true; readonly cells: string[][]; readonly sheet: string; readonly sheets: readonly string[] }
  | { readonly ok: false; readonly text: Text };

/** Lines and columns that a ledger may have. */
const LINES = 20_000;
const COLUMNS = 500;
/** Bytes that a part may have unpacked. */
const PART_MAX = 50_000_000;

const refused = (ja: string, en: string): WorkbookCells => ({ ok: false, text: { ja, en } });
const TOO_LARGE = refused(
  'このブックは大きすぎます。一覧のシートだけを CSV で保存してください。',
  'This workbook is too large. Save the sheet of the list as CSV.',
);
const UNREADABLE = refused(
  'このブックは読めません。.xlsx か CSV で保存し直してください。',
  'This workbook cannot be read. Save it as .xlsx or CSV.',
);

/** Whether a file begins as a workbook does. */
export const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

const parsed = (bytes: Uint8Array | undefined): Document | null =>
  bytes === undefined ? null : new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'application/xml');

const tags = (holder: Document | Element, name: string): Element[] => [...holder.getElementsByTagName(name)];

/** The text of a string item; readings above characters are left out. */
const textIn = (item: Element): string =>
  tags(item, 't')
    .filter(({ parentElement }) => parentElement?.tagName !== 'rPh')
    .map(({ textContent }) => textContent ?? '')
    .join('');

/** Built-in number formats that show days. */
const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** Which styles of cells show days. */
function dayStyles(styles: Document | null): boolean[] {
  if (styles === null) return [];
  const own = new Map(
    tags(styles, 'numFmt').map((format) => [
      Number(format.getAttribute('numFmtId')),
      /[ymde年月日]/i.test(
        (format.getAttribute('formatCode') ?? '').replace(/\[[^\]]*\]|"[^"]*"|\\./g, (part) =>
          /年|ge/.test(part) ? '年' : '',
        ),
      ),
    ]),
  );
  const [formats] = tags(styles, 'cellXfs');
  return formats === undefined
    ? []
    : tags(formats, 'xf').map((format) => {
        const id = Number(format.getAttribute('numFmtId'));
        return own.get(id) ?? DAY_FORMATS.has(id);
      });
}

const DAY_MS = 86_400_000;
/** Days between the first day of spreadsheets and 1970. */
const EPOCH_DAYS = 25_569;
const OLD_MAC_DAYS = 1_462;

/** The column of a reference such as AB12, from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/\d+$/, '')) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

interface SheetContext {
  readonly strings: readonly string[];
  readonly isDay: readonly boolean[];
  readonly shift: number;
}

function sheetCellText(cell: Element, { strings, isDay, shift }: SheetContext): string {
  const type = cell.getAttribute('t');
  const [inline] = tags(cell, 'is');
  if (inline !== undefined) return textIn(inline);
  const value = tags(cell, 'v')[0]?.textContent ?? '';
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'e') return '';
  const number = Number(value);
  if (type === null || type === 'n') {
    const style = Number(cell.getAttribute('s') ?? '-1');
    if (value !== '' && isDay[style] && number > 0)
      return new Date((Math.floor(number) + shift - EPOCH_DAYS) * DAY_MS).toISOString().slice(0, 10);
  }
  return value;
}

/** The cells of a sheet; null where one lies too far away. */
function sheetCells(sheet: Document, context: SheetContext): string[][] | null {
  const cells: string[][] = [];
  for (const row of tags(sheet, 'row')) {
    const line = Number(row.getAttribute('r') ?? cells.length + 1);
    if (!(line <= LINES)) return null;
    while (cells.length < line) cells.push([]);
    const texts = cells[line - 1] ?? [];
    for (const cell of tags(row, 'c')) {
      const column = columnOf(cell.getAttribute('r') ?? '');
      if (column >= COLUMNS) return null;
      const at = column < 0 ? texts.length : column;
      while (texts.length < at) texts.push('');
      texts[at] = sheetCellText(cell, context);
    }
  }
  return cells;
}

/** The files of a workbook that hold cells; null where one of them is too large. */
function partsOf(bytes: Uint8Array): Record<string, Uint8Array> | null {
  let tooLarge = false;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/^xl\/(workbook|sharedStrings|styles|_rels\/workbook\.xml|worksheets\/[^/]+)\.(xml|rels)$/.test(name))
        return false;
      if (originalSize > PART_MAX) tooLarge = true;
      return originalSize <= PART_MAX;
    },
  });
  return tooLarge ? null : parts;
}

/** Reads the sheet with the most lines, or the one named. */
export function workbookCells(bytes: Uint8Array, named?: string): WorkbookCells {
  try {
    const parts = partsOf(bytes);
    if (parts === null) return TOO_LARGE;
    const workbook = parsed(parts['xl/workbook.xml']);
    const relations = parsed(parts['xl/_rels/workbook.xml.rels']);
    if (workbook === null || relations === null) return UNREADABLE;
    const targets = new Map(
      tags(relations, 'Relationship').map((one) => [one.getAttribute('Id'), one.getAttribute('Target')]),
    );
    const strings = tags(parsed(parts['xl/sharedStrings.xml']) ?? workbook, 'si').map(textIn);
    const old = tags(workbook, 'workbookPr')[0]?.getAttribute('date1904');
    const context = {
      strings,
      isDay: dayStyles(parsed(parts['xl/styles.xml'])),
      shift: old === '1' || old === 'true' ? OLD_MAC_DAYS : 0,
    };
    const found = tags(workbook, 'sheet').flatMap((sheet) => {
      const target = targets.get(sheet.getAttribute('r:id')) ?? '';
      const part = parts[target.startsWith('/') ? target.slice(1) : `xl/${target}`];
      const name = sheet.getAttribute('name') ?? '';
      return part === undefined ? [] : [{ name, part }];
    });
    const largest = [...found].sort((a, b) => b.part.length - a.part.length)[0];
    const chosen = found.find(({ name }) => name === named) ?? largest;
    const document = parsed(chosen?.part);
    if (chosen === undefined || document === null) return UNREADABLE;
    const cells = sheetCells(document, context);
    return cells === null ? TOO_LARGE : { ok: true, cells, sheet: chosen.name, sheets: found.map(({ name }) => name) };
  } catch {
    return UNREADABLE;
  }
}
