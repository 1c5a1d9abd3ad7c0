// A workbook for Excel: the table of an answer on one sheet, figures and days as what they are, headings in the language of the answer.

import { isDay } from '../claim/day.ts';
import type { Lang } from '../problem.ts';
import type { Cell, Content, Format } from './format.ts';
import { COLUMN_NAMES, evaluationGrid, type Grid, sheetGrid } from './table.ts';
import { officeOpenXml, type WorkbookCell } from './workbook.ts';

/** Digits that a spreadsheet keeps of a number. */
const DIGITS_KEPT = 15;

/** A figure as a number, a day as a day, everything else as text, which no spreadsheet takes for a formula. */
function cellOf(value: Cell, kind: 'text' | 'plain'): WorkbookCell {
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
const widthOf = (text: string): number => [...text].reduce((sum, mark) => sum + (mark > '\u02ff' ? 2 : 1), 2);

function workbook({ head, rows }: Grid, name: string): Content {
  const lines = rows.map((row) => row.map(({ value, kind }) => cellOf(value, kind)));
  const texts = [...(head === null ? [] : [head]), ...rows.map((row) => row.map(({ value }) => String(value ?? '')))];
  const widths = (texts[0] ?? []).map((_, column) =>
    Math.min(WIDEST, Math.max(NARROWEST, ...texts.map((line) => widthOf(line[column] ?? '')))),
  );
  const first = head?.map((text): WorkbookCell => ({ kind: 'text', text, look: 'head' }));
  return officeOpenXml({
    sheets: [{ name, widths, frozen: first ? 1 : 0, rows: [...(first ? [first] : []), ...lines] }],
    names: [],
  });
}

const NAME: Readonly<Record<Lang, string>> = { ja: '回収', en: 'recovery' };

export const xlsx: Format = {
  extension: 'xlsx',
  media_type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  label: { ja: 'Excel ブック', en: 'an Excel workbook' },
  columns: COLUMN_NAMES,
  isFile: true,
  write: (report, lang, layout) => workbook(evaluationGrid(report, layout), NAME[lang]),
  writeSheet: (sheet, lang, layout) => workbook(sheetGrid(sheet, layout), NAME[lang]),
};
