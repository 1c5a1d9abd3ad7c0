// A workbook as OpenDocument 1.3 (ISO/IEC 26300), the native format of LibreOffice Calc. Its first entry holds its type uncompressed, so
// that a program can recognise the file by its first bytes.

import { escaped } from '../formats/markup.ts';
import type { Workbook, WorkbookCell, WorkbookSheet } from '../formats/workbook.ts';
import type { ZipEntry } from '../formats/zip.ts';
import { ODS_TYPE } from './files.ts';

const NAMESPACES = ['office', 'table', 'text', 'style', 'number']
  .map((name) => ` xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === 'number' ? 'datastyle' : name}:1.0"`)
  .join('')
  .concat(
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"',
  );

const cellStyle = (name: string, inner: string, data = ''): string =>
  `<style:style style:name="${name}" style:family="table-cell"${data === '' ? '' : ` style:data-style-name="${data}"`}>${inner}</style:style>`;
const fill = (colour: string): string => `<style:table-cell-properties fo:background-color="${colour}"/>`;

const DATE_STYLE = `<number:date-style style:name="day"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>`;
const AMOUNT_STYLE = `<number:number-style style:name="whole"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:number-style>`;
const CELL_STYLES = [
  cellStyle('head', `${fill('#e3ecef')}<style:text-properties fo:font-weight="bold"/>`),
  cellStyle('input', fill('#fff8dc')),
  cellStyle('date', '', 'day'),
  cellStyle('input_date', fill('#fff8dc'), 'day'),
  cellStyle('amount', '', 'whole'),
].join('');

/** Width of a character in centimetres, roughly. */
const CENTIMETRES = 0.21;

const styled = (style: string): string => (style === '' ? '' : ` table:style-name="${style}"`);
const paragraph = (text: string): string => `<text:p>${escaped(text)}</text:p>`;

/** The style of a heading or of a cell that may be changed; none for any other. */
const toneOf = ({ look }: NonNullable<WorkbookCell>): string =>
  look?.tone === 'head' || look?.tone === 'input' ? look.tone : '';

function tableCellXml(cell: WorkbookCell, choice: string): string {
  const element = (style: string, attributes: string, inner = ''): string =>
    `<table:table-cell${styled(style)}${choice}${attributes}>${inner}</table:table-cell>`;
  if (cell === null) return '<table:table-cell/>';
  switch (cell.kind) {
    case 'blank':
      return '<table:table-cell/>';
    case 'text':
      return element(toneOf(cell), ' office:value-type="string"', paragraph(cell.text));
    case 'number':
      return element(
        cell.look?.format === 'decimal' ? '' : 'amount',
        ` office:value-type="float" office:value="${cell.value}"`,
        paragraph(String(cell.value)),
      );
    case 'day':
      return element(
        toneOf(cell) === 'input' ? 'input_date' : 'date',
        ` office:value-type="date" office:date-value="${cell.day}"`,
        paragraph(cell.day),
      );
    case 'formula':
      return element(cell.look?.format === 'amount' ? 'amount' : '', ` table:formula="of:=${escaped(cell.formula)}"`);
  }
}

/** The name of a list to choose from, by the places of its sheet and of the list. */
const listName = (sheet: number, list: number): string => `list${sheet}_${list}`;

/** The lists of a sheet from which cells are chosen. */
const listsXml = ({ choices = [] }: WorkbookSheet, index: number): string =>
  choices
    .map(({ members }, i) => {
      const condition = `of:cell-content-is-in-list(${members.map((member) => `"${member}"`).join(';')})`;
      return `<table:content-validation table:name="${listName(index, i)}" table:condition="${escaped(condition)}" table:allow-empty-cell="true" table:display-list="unsorted"/>`;
    })
    .join('');

function tableXml({ name, widths, rows, choices = [] }: WorkbookSheet, index: number): string {
  const columns = widths.map((_, i) => `<table:table-column table:style-name="co${index}_${i}"/>`).join('');
  const listAt = (y: number, x: number): string => {
    const list = choices.findIndex(({ column, from, to }) => column === x && y + 1 >= from && y + 1 <= to);
    return list < 0 ? '' : ` table:content-validation-name="${listName(index, list)}"`;
  };
  const lines = rows
    .map(
      (row, y) =>
        `<table:table-row>${row.map((cell, x) => tableCellXml(cell, listAt(y, x))).join('')}</table:table-row>`,
    )
    .join('');
  return `<table:table table:name="${escaped(name)}">${columns}${lines}</table:table>`;
}

const columnStyles = ({ widths }: WorkbookSheet, index: number): string =>
  widths
    .map(
      (width, i) =>
        `<style:style style:name="co${index}_${i}" style:family="table-column"><style:table-column-properties style:column-width="${(width * CENTIMETRES).toFixed(2)}cm"/></style:style>`,
    )
    .join('');

/** How every sheet is printed: all its columns across a page. */
const PAGE_STYLES = `<office:automatic-styles><style:page-layout style:name="across"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1cm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="across"/></office:master-styles>`;

/** The entries of an .ods file that holds a workbook. */
export function openDocumentEntries({ sheets, names }: Workbook): ZipEntry[] {
  const ranges = names
    .map(({ name, sheet, cell }) => {
      const address = `$'${escaped(sheet)}'.${cell}`;
      return `<table:named-range table:name="${name}" table:base-cell-address="${address}" table:cell-range-address="${address}"/>`;
    })
    .join('');
  const lists = sheets.map(listsXml).join('');
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const content = `${declaration}<office:document-content${NAMESPACES} office:version="1.3"><office:automatic-styles>${DATE_STYLE}${AMOUNT_STYLE}${sheets.map(columnStyles).join('')}${CELL_STYLES}</office:automatic-styles><office:body><office:spreadsheet>${lists === '' ? '' : `<table:content-validations>${lists}</table:content-validations>`}${sheets.map(tableXml).join('')}<table:named-expressions>${ranges}</table:named-expressions></office:spreadsheet></office:body></office:document-content>`;
  const entry = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  return [
    ['mimetype', ODS_TYPE],
    ['content.xml', content],
    [
      'styles.xml',
      `${declaration}<office:document-styles${NAMESPACES} office:version="1.3">${PAGE_STYLES}</office:document-styles>`,
    ],
    [
      'META-INF/manifest.xml',
      `${declaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entry('/', ODS_TYPE)}${entry('content.xml', 'text/xml')}${entry('styles.xml', 'text/xml')}</manifest:manifest>`,
    ],
  ];
}
