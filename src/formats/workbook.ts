// A workbook, and how it is stored as Office Open XML (ECMA-376): sheets of texts, numbers, days and formulas, names for cells, and first
// rows that stay in sight. Texts are stored inside their cells; formulas are computed when the file is opened.

import { type Day, dayNumber } from '../values/day.ts';
import { escaped } from './markup.ts';
import { type ZipEntry, zipped } from './zip.ts';

/** How the value of a cell is written. */
export type CellFormat = 'general' | 'text' | 'amount' | 'decimal' | 'share' | 'day';
/** What a cell is to its reader: `input` may be changed, `aside` takes no part, `row` is a line of a table on a page. */
export type CellTone = 'plain' | 'head' | 'input' | 'aside' | 'strong' | 'title' | 'row' | 'sum';

/** How a cell looks. */
export interface Look {
  readonly format?: CellFormat;
  readonly tone?: CellTone;
  /** Whether a long text goes on in a new line of its cell. */
  readonly wrap?: true;
  /** Whether it is flush right, as the heading of a column of figures. */
  readonly right?: true;
}

/** A cell of a workbook; null for an empty one. A formula may carry the value that it has. */
export type WorkbookCell =
  | { readonly kind: 'text'; readonly text: string; readonly look?: Look }
  | { readonly kind: 'number'; readonly value: number; readonly look?: Look }
  | { readonly kind: 'day'; readonly day: Day; readonly look?: Look }
  | { readonly kind: 'formula'; readonly formula: string; readonly value?: number; readonly look?: Look }
  | { readonly kind: 'blank'; readonly look: Look }
  | null;

/** Cells in which a member of a list is chosen; rows count from 1 and columns from 0. */
export interface CellChoice {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  /** The members; they hold no comma. */
  readonly members: readonly string[];
}

/** How a sheet is printed: as wide as its page, unless that could not be read, and on one page where `one_page` is set. */
export interface PrintedPage {
  readonly landscape: boolean;
  readonly one_page: boolean;
}

/** A sheet of a workbook. */
export interface WorkbookSheet {
  readonly name: string;
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly WorkbookCell[])[];
  /** How many first rows stay in sight; they are repeated on each page. */
  readonly frozen: number;
  /** Heights of rows in points by their index, from 0; other rows have the usual height. */
  readonly heights?: ReadonlyMap<number, number>;
  /** Cells that are one: the row and the first and last column, from 0. */
  readonly merged?: readonly (readonly [row: number, from: number, to: number])[];
  readonly choices?: readonly CellChoice[];
  /** How many rows can be filtered by their headings, the headings included. */
  readonly filtered?: number;
  readonly print?: PrintedPage;
  /** What is printed at the foot of each page, before the number of the page. */
  readonly foot?: string;
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
export const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

/** The number of a day as spreadsheets count: days since 1899-12-30. */
const serial = (day: Day): number => dayNumber(day) - dayNumber('1899-12-30');

const SHEET_MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** The namespace of packages of files. */
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** The first line of a file in XML. */
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const FORMATS: Readonly<Record<CellFormat, { readonly id: number; readonly code?: string }>> = {
  general: { id: 0 },
  text: { id: 49 },
  amount: { id: 165, code: '#,##0;[Red]-#,##0' },
  decimal: { id: 166, code: '#,##0.0##' },
  share: { id: 9 },
  day: { id: 164, code: 'yyyy\\-mm\\-dd' },
};

/** The font, the fill and the border of each tone, by their places in the lists below. */
const TONES: Readonly<Record<CellTone, readonly [font: number, fill: number, border: number]>> = {
  plain: [0, 0, 0],
  head: [1, 2, 1],
  input: [0, 3, 0],
  aside: [2, 0, 0],
  strong: [1, 0, 0],
  title: [3, 0, 0],
  row: [0, 0, 1],
  sum: [1, 0, 2],
};

const FORMAT_NAMES = Object.keys(FORMATS) as CellFormat[];
const TONE_NAMES = Object.keys(TONES) as CellTone[];

/** The ways in which a cell may be aligned, in the order of their places. */
const ALIGNED: readonly Pick<Look, 'wrap' | 'right'>[] = [
  {},
  { wrap: true },
  { right: true },
  { wrap: true, right: true },
];

/** The place of a look in the list of cell formats (`cellXfs`), which holds every look there is. */
const styleOf = ({ format = 'general', tone = 'plain', wrap, right }: Look): number =>
  (FORMAT_NAMES.indexOf(format) * TONE_NAMES.length + TONE_NAMES.indexOf(tone)) * ALIGNED.length +
  (wrap ? 1 : 0) +
  (right ? 2 : 0);

const font = (weight: string, size: number, colour = ''): string =>
  `<font>${weight}<sz val="${size}"/>${colour}<name val="Yu Gothic"/></font>`;
const FONTS = [font('', 10), font('<b/>', 10), font('', 10, '<color rgb="FF808080"/>'), font('<b/>', 15)];
const solid = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/></patternFill></fill>`;
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  solid('FFE3ECEF'),
  solid('FFFFF8DC'),
];
const border = (top: string, bottom: string): string => `<border><left/><right/>${top}${bottom}<diagonal/></border>`;
const line = (side: string, colour: string): string => `<${side} style="thin"><color rgb="${colour}"/></${side}>`;
const BORDERS = [
  border('<top/>', '<bottom/>'),
  border('<top/>', line('bottom', 'FFD5DCDF')),
  border(line('top', 'FF404040'), '<bottom/>'),
];

const cellFormatXml = (format: CellFormat, tone: CellTone, { wrap, right }: Look): string => {
  const [fontId, fillId, borderId] = TONES[tone];
  const isFigure = format === 'amount' || format === 'decimal' || format === 'share';
  // A figure keeps away from the text in the next column.
  const side = right || isFigure ? ' horizontal="right" indent="1"' : format === 'day' ? ' horizontal="left"' : '';
  return `<xf numFmtId="${FORMATS[format].id}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"${side}${wrap ? ' wrapText="1"' : ''}/></xf>`;
};

const counted = (name: string, members: readonly string[]): string =>
  `<${name} count="${members.length}">${members.join('')}</${name}>`;

const STYLES = [
  `${DECLARATION}<styleSheet xmlns="${SHEET_MAIN}">`,
  counted(
    'numFmts',
    Object.values(FORMATS).flatMap(({ id, code }) =>
      code === undefined ? [] : [`<numFmt numFmtId="${id}" formatCode="${code}"/>`],
    ),
  ),
  counted('fonts', FONTS),
  counted('fills', FILLS),
  counted('borders', BORDERS),
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  counted(
    'cellXfs',
    FORMAT_NAMES.flatMap((format) =>
      TONE_NAMES.flatMap((tone) => ALIGNED.map((aligned) => cellFormatXml(format, tone, aligned))),
    ),
  ),
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('');

function cellXml(cell: WorkbookCell, at: string): string {
  if (cell === null) return '';
  const usual: Look = cell.kind === 'number' ? { format: 'amount' } : cell.kind === 'day' ? { format: 'day' } : {};
  const style = styleOf({ ...usual, ...cell.look });
  const open = `<c r="${at}"${style === 0 ? '' : ` s="${style}"`}`;
  switch (cell.kind) {
    case 'text':
      return `${open} t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`;
    case 'number':
      return `${open}><v>${cell.value}</v></c>`;
    case 'day':
      return `${open}><v>${serial(cell.day)}</v></c>`;
    case 'formula':
      return `${open}><f>${escaped(cell.formula)}</f>${cell.value === undefined ? '' : `<v>${cell.value}</v>`}</c>`;
    case 'blank':
      return `${open}/>`;
  }
}

function sheetXml(sheet: WorkbookSheet): string {
  const { widths, rows, frozen, heights } = sheet;
  const pane =
    frozen === 0
      ? ''
      : `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`;
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const names = widths.map((_, x) => columnName(x));
  const lines = rows.map((row, y) => {
    const cells = row.map((cell, x) => cellXml(cell, `${names[x] ?? columnName(x)}${y + 1}`)).join('');
    const height = heights?.get(y);
    return `<row r="${y + 1}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${cells}</row>`;
  });
  return [
    `${DECLARATION}<worksheet xmlns="${SHEET_MAIN}">`,
    sheet.print ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
    `<sheetViews><sheetView workbookViewId="0"${sheet.print?.one_page ? ' showGridLines="0"' : ''}>${pane}</sheetView></sheetViews>`,
    columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`,
    `<sheetData>${lines.join('')}</sheetData>`,
    ...belowData(sheet),
    '</worksheet>',
  ].join('');
}

/** Characters across a page that are still easy to read. */
const READABLE_ACROSS = 260;

/** How many pages a sheet takes side by side. */
const pagesAcross = (widths: readonly number[]): number =>
  Math.max(1, Math.ceil(widths.reduce((sum, width) => sum + width, 0) / READABLE_ACROSS));

/** What stands below the cells of a sheet, in the order that the format asks for. */
function belowData({ widths, rows, filtered, merged = [], choices = [], print, foot }: WorkbookSheet): string[] {
  const last = columnName(Math.max(0, widths.length - 1));
  const parts = [filtered === undefined ? '' : `<autoFilter ref="A1:${last}${filtered}"/>`];
  if (merged.length > 0)
    parts.push(
      counted(
        'mergeCells',
        merged.map(([row, from, to]) => `<mergeCell ref="${columnName(from)}${row + 1}:${columnName(to)}${row + 1}"/>`),
      ),
    );
  if (choices.length > 0) parts.push(counted('dataValidations', choices.map(choiceXml)));
  if (print !== undefined)
    parts.push(
      '<pageMargins left="0.4" right="0.4" top="0.45" bottom="0.55" header="0.2" footer="0.25"/>',
      `<pageSetup paperSize="9" orientation="${print.landscape ? 'landscape' : 'portrait'}" fitToWidth="${print.one_page ? 1 : pagesAcross(widths)}" fitToHeight="${print.one_page ? 1 : 0}"/>`,
      `<headerFooter><oddFooter>${escaped(`&L&8${(foot ?? '').replaceAll('&', '&&')}&R&8&P / &N`)}</oddFooter></headerFooter>`,
      `<ignoredErrors><ignoredError sqref="A1:${last}${Math.max(1, rows.length)}" numberStoredAsText="1"/></ignoredErrors>`,
    );
  return parts;
}

const choiceXml = ({ column, from, to, members }: CellChoice): string =>
  `<dataValidation type="list" allowBlank="1" sqref="${columnName(column)}${from}:${columnName(column)}${to}"><formula1>${escaped(`"${members.join(',')}"`)}</formula1></dataValidation>`;

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
  const repeated = sheets.flatMap(({ name, frozen, print }, i) =>
    print === undefined || frozen === 0
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${escaped(`'${name.replaceAll("'", "''")}'!$1:$${frozen}`)}</definedName>`,
        ],
  );
  const listed = sheets.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const definedNames = [...repeated, ...defined].join('');
  return [
    [
      '[Content_Types].xml',
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${ids.map((id) => part(`worksheets/sheet${id}`, 'worksheet')).join('')}</Types>`,
    ],
    ['_rels/.rels', links(link('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `${DECLARATION}<workbook xmlns="${SHEET_MAIN}" xmlns:r="${DOCUMENT}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets>${definedNames === '' ? '' : `<definedNames>${definedNames}</definedNames>`}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`,
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
