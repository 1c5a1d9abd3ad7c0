// An answer as a workbook for Excel. An evaluation is a report on one page, every figure, and the assumptions. Another answer has its rows
// on one sheet and its facts on another; one with tables beside its rows begins with a page that reports them. Figures are numbers and
// days are days; headings are in the language of the answer.

import { isDay } from '../values/day.ts';
import type { Lang, Text } from '../values/text.ts';
import { assumptionsSheet, EVALUATION_SHEETS, evaluationPage, negotiationPages } from './evaluation_page.ts';
import type { Cell, Column, Content, Fact, Format, Layout, Part, Sheet } from './format.ts';
import { ANSWER_LABELS } from './labels.ts';
import { cellWidth, headingCell, LINE_POINTS, type PageBlock, pageSheet } from './page.ts';
import { screenWidth } from './screen_width.ts';
import { COLUMN_NAMES, evaluationGrid, UNKNOWN } from './table.ts';
import {
  type CellFormat,
  columnName,
  officeOpenXml,
  type WorkbookCell,
  type WorkbookSheet,
  XLSX_TYPE,
} from './workbook.ts';

/** Digits that a spreadsheet keeps of a number. */
const DIGITS_KEPT = 15;

/** A value as a cell of a workbook: a number, a day, or a text, which no spreadsheet runs as a formula. */
function workbookCell(value: Cell, kind: Column['kind']): WorkbookCell {
  if (value === null || value === undefined || value === '') return null;
  const text = String(value);
  if (kind === 'own' && typeof value !== 'number') return { kind: 'text', text, look: { format: 'text' } };
  if (kind === 'text') return { kind: 'text', text };
  if (/^-?\d+(\.\d+)?$/.test(text) && text.replaceAll(/\D/g, '').length <= DIGITS_KEPT)
    return { kind: 'number', value: Number(text), look: { format: numberFormat(text, kind), right: true } };
  return isDay(text) ? { kind: 'day', day: text } : { kind: 'text', text };
}

const numberFormat = (text: string, kind: Column['kind']): CellFormat =>
  kind === 'share' ? 'share' : kind === 'own' ? 'general' : text.includes('.') ? 'decimal' : 'amount';

const NARROWEST = 8;
const WIDEST = 40;
/** Characters of a line of headings; a longer heading goes on in the next line. */
const HEADING_WIDTH = 14;

/** A table that fills a sheet. */
interface FullTable {
  readonly name: string;
  /** Its first line, which stays in sight; null for none. */
  readonly headings: readonly string[] | null;
  readonly rows: readonly (readonly WorkbookCell[])[];
  /** Its last line, below what can be filtered. */
  readonly sums?: readonly WorkbookCell[];
}

/** A sheet that holds a table; printed across a page. */
function tableSheet({ name, headings, rows, sums }: FullTable): WorkbookSheet {
  const columns = rows.reduce((most, { length }) => Math.max(most, length), headings?.length ?? 0);
  const widths = Array.from({ length: columns }, (_, column) => {
    const heading = Math.min(HEADING_WIDTH, screenWidth(headings?.[column] ?? ''));
    const below = cellWidth(sums?.[column] ?? null);
    const widest = rows.reduce((most, row) => Math.max(most, cellWidth(row[column] ?? null)), Math.max(heading, below));
    return Math.min(WIDEST, Math.max(NARROWEST, widest + 2));
  });
  const first = headings?.map((text, i) => {
    const filled = rows.find((row) => (row[i] ?? null) !== null);
    return headingCell(text, [filled?.[i] ?? null]);
  });
  const lines = (headings ?? []).map((text, i) => Math.ceil(screenWidth(text) / ((widths[i] ?? NARROWEST) - 1)));
  return {
    name,
    widths,
    frozen: first ? 1 : 0,
    rows: [...(first ? [first] : []), ...rows, ...(sums ? [sums] : [])],
    print: { landscape: true, one_page: false },
    ...(first
      ? {
          filtered: rows.length + 1,
          heights: new Map([[0, Math.max(1, ...lines) * LINE_POINTS + 3]]),
        }
      : {}),
  };
}

function evaluationWorkbook(...[report, lang, layout]: Parameters<Format['write']>): Content {
  const { head, rows } = evaluationGrid(report, layout);
  return officeOpenXml({
    sheets: [
      evaluationPage(report, lang),
      ...negotiationPages(report, lang),
      tableSheet({
        name: EVALUATION_SHEETS.figures[lang],
        headings: head,
        rows: rows.map((row) => row.map(({ value, kind }) => workbookCell(value, kind))),
      }),
      assumptionsSheet(report, lang),
    ],
    names: [],
  });
}

const SHEET_NAMES = {
  lines: { ja: '明細', en: 'lines' },
  figures: { ja: '概要', en: 'summary' },
} as const satisfies Record<string, Text>;

/** The language and the headings in which a workbook is written. */
interface Writing {
  readonly lang: Lang;
  readonly heading: (column: Column) => string;
  /** Whether tables have a line of headings. */
  readonly headed: boolean;
}

const valueCell = (value: Cell, { kind }: Pick<Column, 'kind'>): WorkbookCell =>
  workbookCell(value === null ? UNKNOWN : value, kind);

const cellsOf = (columns: readonly Column[], row: readonly Cell[]): WorkbookCell[] =>
  columns.map((column, i) => valueCell(row[i], column));

/** The rows of an answer on a sheet of their own, so that their columns can be sorted and added. */
function linesSheet({ columns, rows, aside, summed = [] }: Sheet, { lang, heading, headed }: Writing): WorkbookSheet {
  const body = rows.map((row, i) => {
    const cells = cellsOf(columns, row);
    return aside?.has(i) === true ? cells.map(besideAnswer) : cells;
  });
  const first = headed ? 2 : 1;
  const sums = columns.map((column, i): WorkbookCell => {
    if (!summed.includes(column.name) || rows.length === 0)
      return i === 0 ? { kind: 'text', text: ANSWER_LABELS.total[lang], look: { tone: 'sum' } } : SUM_BLANK;
    const name = columnName(i);
    return {
      kind: 'formula',
      // A subtotal adds what a filter leaves in sight.
      formula: `SUBTOTAL(109,${name}${first}:${name}${first + rows.length - 1})`,
      value: body.reduce((sum, row) => sum + (row[i]?.kind === 'number' ? row[i].value : 0), 0),
      look: { format: 'amount', tone: 'sum' },
    };
  });
  return tableSheet({
    name: SHEET_NAMES.lines[lang],
    headings: headed ? columns.map(heading) : null,
    rows: body,
    ...(summed.length === 0 ? {} : { sums }),
  });
}

const SUM_BLANK: WorkbookCell = { kind: 'blank', look: { tone: 'sum' } };

/** A cell of a row that takes no part in the answer. */
const besideAnswer = (cell: WorkbookCell): WorkbookCell =>
  cell === null ? null : { ...cell, look: { ...cell.look, tone: 'aside' } };

/** Rows of a table that the page shows; a longer table has a sheet of its own, too. */
const PART_ROWS_SHOWN = 8;

const partBlock = ({ title, columns, rows }: Part, { lang, heading }: Writing): PageBlock => ({
  kind: 'table',
  title,
  headings: columns.map(heading),
  rows: rows.slice(0, PART_ROWS_SHOWN).map((row) => cellsOf(columns, row)),
  ...(rows.length <= PART_ROWS_SHOWN
    ? {}
    : {
        below:
          lang === 'ja'
            ? `ほか${rows.length - PART_ROWS_SHOWN}件はシート「${title}」にあります。`
            : `${rows.length - PART_ROWS_SHOWN} more on the sheet "${title}".`,
      }),
});

/** An answer with tables beside its rows: a page that reports it, the rows, and the tables that the page cannot hold. */
function reportSheets(sheet: Sheet, parts: readonly Part[], writing: Writing): WorkbookSheet[] {
  const { headline, facts, rows, notes, origin } = sheet;
  const { lang, heading, headed } = writing;
  const known = facts.filter(({ value, tabled }) => value !== undefined && tabled !== true);
  const computedWith = origin.map(({ name, value }) => `${name} ${value}`).join('  ');
  const page = pageSheet({
    name: EVALUATION_SHEETS.report[lang],
    landscape: false,
    foot: `kaishu ${computedWith}`,
    blocks: [
      { kind: 'paragraph', text: sheet.title ?? headline, tone: 'title' },
      ...(sheet.title === undefined ? [] : [{ kind: 'paragraph', text: headline, tone: 'strong' } as const]),
      {
        kind: 'table',
        title: SHEET_NAMES.figures[lang],
        headings: known.map(heading),
        rows: [known.map((one) => valueCell(one.value, one))],
      },
      ...parts.map((part) => partBlock(part, writing)),
      ...notes.map((text): PageBlock => ({ kind: 'paragraph', text })),
      { kind: 'paragraph', text: computedWith, tone: 'aside' },
    ],
  });
  return [
    page,
    ...(rows.length === 0 ? [] : [linesSheet(sheet, writing)]),
    ...parts
      .filter((part) => part.rows.length > PART_ROWS_SHOWN)
      .map((part) =>
        tableSheet({
          name: part.title,
          headings: headed ? part.columns.map(heading) : null,
          rows: part.rows.map((row) => cellsOf(part.columns, row)),
        }),
      ),
  ];
}

/** An answer without such tables: its rows, and the facts of the whole answer on another sheet. */
function plainSheets(sheet: Sheet, writing: Writing): WorkbookSheet[] {
  const { headline, facts, rows, notes, origin } = sheet;
  const textCell = (text: string): WorkbookCell => ({ kind: 'text', text });
  const known = [...facts, ...origin].filter(({ value }) => value !== undefined);
  const labelled = (one: Fact): WorkbookCell[] => [
    { kind: 'text', text: writing.heading(one), look: { tone: 'head' } },
    valueCell(one.value, one),
  ];
  return [
    ...(rows.length === 0 ? [] : [linesSheet(sheet, writing)]),
    tableSheet({
      name: SHEET_NAMES.figures[writing.lang],
      headings: null,
      rows: [[textCell(headline)], ...known.map(labelled), ...notes.map((note) => [textCell(note)])],
    }),
  ];
}

function answerWorkbook(sheet: Sheet, lang: Lang, { header }: Layout): Content {
  const heading = ({ name, label }: Column): string => (header === 'key' ? name : label[header ?? lang]);
  const writing: Writing = { lang, heading, headed: header !== null };
  const { parts } = sheet;
  return officeOpenXml({
    sheets: parts === undefined ? plainSheets(sheet, writing) : reportSheets(sheet, parts, writing),
    names: [],
  });
}

/** The format `xlsx`. */
export const xlsx: Format = {
  extension: 'xlsx',
  media_type: XLSX_TYPE,
  label: { ja: 'Excel ブック', en: 'an Excel workbook' },
  columns: COLUMN_NAMES,
  isFile: true,
  write: evaluationWorkbook,
  writeSheet: answerWorkbook,
};
