// An answer as a workbook for Excel. An evaluation fills one sheet; another answer has its rows on one sheet and its facts on another.
// Figures are numbers and days are days; headings are in the language of the answer.

import { isDay } from '../values/day.ts';
import type { Lang } from '../values/text.ts';
import type { Cell, Column, Content, Format, Layout, Sheet } from './format.ts';
import { screenWidth } from './screen_width.ts';
import { COLUMN_NAMES, evaluationGrid, type Grid, UNKNOWN } from './table.ts';
import { officeOpenXml, type WorkbookCell, type WorkbookSheet, XLSX_TYPE } from './workbook.ts';

/** Digits that a spreadsheet keeps of a number. */
const DIGITS_KEPT = 15;

/** A value as a cell of a workbook: a number, a day, or a text, which no spreadsheet runs as a formula. */
function workbookCell(value: Cell, kind: Column['kind']): WorkbookCell {
  if (value === null || value === undefined || value === '') return null;
  const text = String(value);
  if (kind === 'text') return { kind: 'text', text };
  if (/^-?\d+(\.\d+)?$/.test(text) && text.replaceAll(/\D/g, '').length <= DIGITS_KEPT)
    return { kind: 'number', value: Number(text), decimals: text.includes('.') };
  return isDay(text) ? { kind: 'day', day: text } : { kind: 'text', text };
}

const NARROWEST = 8;
const WIDEST = 40;

/** Width of a column that holds a text, in characters, with a margin. */
const columnWidth = (text: string): number => screenWidth(text) + 2;

/** A sheet of rows; the headings, if there are any, stay in sight. */
function workbookSheet(
  name: string,
  headings: readonly string[] | null,
  rows: readonly (readonly WorkbookCell[])[],
): WorkbookSheet {
  const columns = Math.max(headings?.length ?? 0, ...rows.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, column) => {
    const texts = [headings?.[column] ?? '', ...rows.map((row) => cellContent(row[column] ?? null))];
    return Math.min(WIDEST, Math.max(NARROWEST, ...texts.map(columnWidth)));
  });
  const first = headings?.map((text): WorkbookCell => ({ kind: 'text', text, look: 'head' }));
  return { name, widths, frozen: first ? 1 : 0, rows: [...(first ? [first] : []), ...rows] };
}

/** What a cell shows, as far as its width matters. */
const cellContent = (cell: WorkbookCell): string =>
  cell === null ? '' : cell.kind === 'text' ? cell.text : cell.kind === 'number' ? String(cell.value) : cell.kind;

const evaluationWorkbook = ({ head, rows }: Grid, lang: Lang): Content =>
  officeOpenXml({
    sheets: [
      workbookSheet(
        SHEET_NAMES.evaluation[lang],
        head,
        rows.map((row) => row.map(({ value, kind }) => workbookCell(value, kind))),
      ),
    ],
    names: [],
  });

/** Puts rows on a sheet of their own, so that their columns can be sorted and added, and the facts of the whole answer on another. */
function answerWorkbook(
  { headline, facts, columns, rows, notes, origin }: Sheet,
  lang: Lang,
  { header }: Layout,
): Content {
  const heading = ({ name, label }: Column): string => (header === 'key' ? name : label[header ?? lang]);
  const valueCell = (value: Cell, { kind }: Pick<Column, 'kind'>): WorkbookCell =>
    workbookCell(value === null ? UNKNOWN : value, kind);
  const textCell = (text: string): WorkbookCell => ({ kind: 'text', text });
  const known = [...facts, ...origin].filter(({ value }) => value !== undefined);
  const body = rows.map((row) => columns.map((column, i) => valueCell(row[i], column)));
  const summary: WorkbookCell[][] = [
    [textCell(headline)],
    ...known.map((one): WorkbookCell[] => [
      { kind: 'text', text: heading(one), look: 'head' },
      valueCell(one.value, one),
    ]),
    ...notes.map((note) => [textCell(note)]),
  ];
  return officeOpenXml({
    sheets: [
      ...(rows.length === 0
        ? []
        : [workbookSheet(SHEET_NAMES.lines[lang], header === null ? null : columns.map(heading), body)]),
      workbookSheet(SHEET_NAMES.figures[lang], null, summary),
    ],
    names: [],
  });
}

const SHEET_NAMES = {
  evaluation: { ja: '回収', en: 'recovery' },
  lines: { ja: '明細', en: 'lines' },
  figures: { ja: '概要', en: 'summary' },
} as const satisfies Record<string, Readonly<Record<Lang, string>>>;

/** The format `xlsx`. */
export const xlsx: Format = {
  extension: 'xlsx',
  media_type: XLSX_TYPE,
  label: { ja: 'Excel ブック', en: 'an Excel workbook' },
  columns: COLUMN_NAMES,
  isFile: true,
  write: (report, lang, layout) => evaluationWorkbook(evaluationGrid(report, layout), lang),
  writeSheet: (sheet, lang, layout) => answerWorkbook(sheet, lang, layout),
};
