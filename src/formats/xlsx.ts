// A workbook for Excel: the table of an evaluation on one sheet; of another answer its lines on one and its figures on another. Figures
// and days are what they are, headings stand in the language of the answer.

import { isDay } from '../values/day.ts';
import type { Lang } from '../values/text.ts';
import type { Cell, Column, Content, Format, Layout, Sheet } from './format.ts';
import { COLUMN_NAMES, evaluationGrid, type Grid, UNKNOWN } from './table.ts';
import { officeOpenXml, type WorkbookCell, type WorkbookSheet, XLSX_TYPE } from './workbook.ts';

/** Digits that a spreadsheet keeps of a number. */
const DIGITS_KEPT = 15;

/** A figure as a number, a day as a day, everything else as text, which no spreadsheet takes for a formula. */
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

/** Characters that a text takes, wide ones counted twice. */
const columnWidth = (text: string): number => [...text].reduce((sum, mark) => sum + (mark > '\u02ff' ? 2 : 1), 2);

/** A sheet of lines under a first line that stays in sight. */
function workbookSheet(
  name: string,
  head: readonly string[] | null,
  lines: readonly (readonly WorkbookCell[])[],
): WorkbookSheet {
  const columns = Math.max(head?.length ?? 0, ...lines.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, column) => {
    const texts = [head?.[column] ?? '', ...lines.map((line) => shownIn(line[column] ?? null))];
    return Math.min(WIDEST, Math.max(NARROWEST, ...texts.map(columnWidth)));
  });
  const first = head?.map((text): WorkbookCell => ({ kind: 'text', text, look: 'head' }));
  return { name, widths, frozen: first ? 1 : 0, rows: [...(first ? [first] : []), ...lines] };
}

const shownIn = (cell: WorkbookCell): string =>
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

/** Lines on a sheet of their own, so that their columns can be sorted and added; the figures of the whole answer on another. */
function answerWorkbook(
  { headline, facts, columns, rows, notes, origin }: Sheet,
  lang: Lang,
  { header }: Layout,
): Content {
  const named = ({ name, label }: Column): string => (header === 'key' ? name : label[header ?? lang]);
  const valued = (value: Cell, { kind }: Pick<Column, 'kind'>): WorkbookCell =>
    workbookCell(value === null ? UNKNOWN : value, kind);
  const text = (said: string): WorkbookCell => ({ kind: 'text', text: said });
  const figures = [...facts, ...origin].filter(({ value }) => value !== undefined);
  const lines = rows.map((row) => row.map((value, i) => valued(value, columns[i]!)));
  const told: WorkbookCell[][] = [
    [text(headline)],
    ...figures.map((one): WorkbookCell[] => [{ kind: 'text', text: named(one), look: 'head' }, valued(one.value, one)]),
    ...notes.map((note) => [text(note)]),
  ];
  return officeOpenXml({
    sheets: [
      ...(rows.length === 0
        ? []
        : [workbookSheet(SHEET_NAMES.lines[lang], header === null ? null : columns.map(named), lines)]),
      workbookSheet(SHEET_NAMES.figures[lang], null, told),
    ],
    names: [],
  });
}

const SHEET_NAMES = {
  evaluation: { ja: '回収', en: 'recovery' },
  lines: { ja: '明細', en: 'lines' },
  figures: { ja: '概要', en: 'summary' },
} as const satisfies Record<string, Readonly<Record<Lang, string>>>;

export const xlsx: Format = {
  extension: 'xlsx',
  media_type: XLSX_TYPE,
  label: { ja: 'Excel ブック', en: 'an Excel workbook' },
  columns: COLUMN_NAMES,
  isFile: true,
  write: (report, lang, layout) => evaluationWorkbook(evaluationGrid(report, layout), lang),
  writeSheet: (sheet, lang, layout) => answerWorkbook(sheet, lang, layout),
};
