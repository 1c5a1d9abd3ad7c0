// A workbook, and how it is stored as Office Open XML (ECMA-376): sheets of texts, numbers, days and formulas, names for cells, and first
// rows that stay in sight. Texts are stored inside their cells; formulas are computed when the file is opened.

import { type Day, dayNumber } from '../values/day.ts';
import { escaped } from './markup.ts';
import { type ZipEntry, zipped } from './zip.ts';

/** A cell of a workbook; null for an empty one. The look `input` marks a cell that the reader may change, `head` a heading. */
export type WorkbookCell =
  | { readonly kind: 'text'; readonly text: string; readonly look?: 'head' | 'input' }
  | { readonly kind: 'number'; readonly value: number; readonly decimals?: boolean }
  | { readonly kind: 'day'; readonly day: Day; readonly look?: 'input' }
  | { readonly kind: 'formula'; readonly formula: string; readonly look?: 'amount' }
  | null;

/** A sheet of a workbook. */
export interface WorkbookSheet {
  readonly name: string;
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly WorkbookCell[])[];
  /** How many first rows stay in sight. */
  readonly frozen: number;
}

/** A workbook, as .xlsx and .ods files hold it. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  /** Names of single cells: the sheet, and the cell as `$B$3`. */
  readonly names: readonly { readonly name: string; readonly sheet: string; readonly cell: string }[];
}

/** Media type of an .xlsx file. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The letters of a column by its index: 0 is `A`, 26 is `AA`. */
const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

/** The number of a day as spreadsheets count: days since 1899-12-30. */
const serial = (day: Day): number => dayNumber(day) - dayNumber('1899-12-30');

/** Index of each look in the list of cell formats (`cellXfs`). */
const LOOK = { plain: 0, head: 1, input: 2, day: 3, inputDay: 4, amount: 5, decimals: 6 } as const;

const SHEET_MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const STYLES = `${DECLARATION}<styleSheet xmlns="${SHEET_MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Yu Gothic"/></font><font><b/><sz val="11"/><name val="Yu Gothic"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3ECEF"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF8DC"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">${[
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>',
  '<xf numFmtId="0" fontId="0" fillId="3" borderId="0" xfId="0" applyFill="1"/>',
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="164" fontId="0" fillId="3" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/>',
  '<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
].join('')}</cellXfs></styleSheet>`;

function cellXml(cell: WorkbookCell, at: string): string {
  if (cell === null) return '';
  const look = (style: number): string => (style === LOOK.plain ? '' : ` s="${style}"`);
  switch (cell.kind) {
    case 'text':
      return `<c r="${at}" t="inlineStr"${look(cell.look ? LOOK[cell.look] : LOOK.plain)}><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`;
    case 'number':
      return `<c r="${at}"${look(cell.decimals ? LOOK.decimals : LOOK.amount)}><v>${cell.value}</v></c>`;
    case 'day':
      return `<c r="${at}"${look(cell.look ? LOOK.inputDay : LOOK.day)}><v>${serial(cell.day)}</v></c>`;
    case 'formula':
      return `<c r="${at}"${look(cell.look ? LOOK[cell.look] : LOOK.plain)}><f>${escaped(cell.formula)}</f></c>`;
  }
}

function sheetXml({ widths, rows, frozen }: WorkbookSheet): string {
  const pane =
    frozen === 0
      ? ''
      : `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`;
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const lines = rows.map((row, y) => {
    const cells = row.map((cell, x) => cellXml(cell, `${columnName(x)}${y + 1}`)).join('');
    return `<row r="${y + 1}">${cells}</row>`;
  });
  return `${DECLARATION}<worksheet xmlns="${SHEET_MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>${lines.join('')}</sheetData></worksheet>`;
}

/** The entries of an .xlsx file that holds a workbook. */
export function officeOpenXmlEntries({ sheets, names }: Workbook): ZipEntry[] {
  const ids = sheets.map((_, i) => i + 1);
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`;
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`;
  const links = (inner: string) =>
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
  const defined = names.map(
    ({ name, sheet, cell }) => `<definedName name="${name}">'${escaped(sheet)}'!${cell}</definedName>`,
  );
  const listed = sheets.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  return [
    [
      '[Content_Types].xml',
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${ids.map((id) => part(`worksheets/sheet${id}`, 'worksheet')).join('')}</Types>`,
    ],
    ['_rels/.rels', links(link('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `${DECLARATION}<workbook xmlns="${SHEET_MAIN}" xmlns:r="${DOCUMENT}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets>${defined.length > 0 ? `<definedNames>${defined.join('')}</definedNames>` : ''}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      links(
        ids.map((id) => link(`rId${id}`, 'worksheet', `worksheets/sheet${id}.xml`)).join('') +
          link(`rId${sheets.length + 1}`, 'styles', 'styles.xml'),
      ),
    ],
    ['xl/styles.xml', STYLES],
    ...sheets.map((sheet, i): [string, string] => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)]),
  ];
}

/** A workbook as the bytes of an .xlsx file. */
export const officeOpenXml = (workbook: Workbook): Uint8Array<ArrayBuffer> => zipped(officeOpenXmlEntries(workbook));
