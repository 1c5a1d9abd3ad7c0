// A draft as a .docx file for a word processor (ECMA-376 part 1, WordprocessingML): paragraphs and tables on A4 in a Mincho face. It is
// written here with the archive writer of workbooks, because a library for it brings 225 kB of script for what takes 4.

import type { Draft, WrittenParagraph } from '../documents/draft_answer.ts';
import { letterLines } from '../law/letter_sheets.ts';
import { escaped } from './markup.ts';
import { DECLARATION, PACKAGE } from './workbook.ts';
import { type ZipEntry, zipped } from './zip.ts';

/** The media type of .docx. */
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PART = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Letters in half points, and lengths in twentieths of a point. */
const SIZES = { body: 21, title: 28, note: 16 } as const;
const SHEET = { width: 11906, height: 16838, margin: 1418 } as const;
const LIST_INDENT = 420;

/** Properties of a paragraph by its style: alignment, indent, space around. */
const PROPERTIES: Readonly<Record<WrittenParagraph['style'], string>> = {
  title: '<w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/>',
  heading: '<w:keepNext/><w:spacing w:before="240" w:after="60"/>',
  text: '<w:spacing w:after="60"/>',
  item: `<w:spacing w:after="60"/><w:ind w:left="${LIST_INDENT}"/>`,
  right: '<w:spacing w:after="0"/><w:jc w:val="right"/>',
  table: '',
  note: '<w:spacing w:before="360"/>',
};

const run = (text: string, size: number): string =>
  text === ''
    ? ''
    : `<w:r>${size === SIZES.body ? '' : `<w:rPr><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** The layout of certified mail: a line ends where the post counts it, and so many lines fill the sheet. */
type MailLayout = Pick<NonNullable<Draft['sheets']>, 'characters' | 'lines'>;

/** A paragraph of certified mail: its lines are broken by hand, because a word processor sets two digits in the room of one sign. */
function mailedXml({ style, text }: WrittenParagraph, { characters, lines }: MailLayout): string {
  const pitch = Math.floor((SHEET.height - 2 * SHEET.margin) / lines);
  const aligned =
    style === 'right' || style === 'title' ? `<w:jc w:val="${style === 'right' ? 'right' : 'center'}"/>` : '';
  const runs = letterLines(text, characters).map((line) => run(line, SIZES.body));
  return `<w:p><w:pPr><w:spacing w:after="0" w:line="${pitch}" w:lineRule="exact"/>${aligned}</w:pPr>${runs.join('<w:r><w:br/></w:r>')}</w:p>`;
}

const paragraphXml = ({ style, text }: Pick<WrittenParagraph, 'style' | 'text'>): string => {
  const size = style === 'title' || style === 'note' ? SIZES[style] : SIZES.body;
  return `<w:p><w:pPr>${PROPERTIES[style]}</w:pPr>${run(text, size)}</w:p>`;
};

const EDGES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('');

function wordTable(rows: readonly (readonly string[])[]): string {
  const columns = rows[0]?.length ?? 0;
  const width = Math.floor((SHEET.width - 2 * SHEET.margin) / Math.max(1, columns));
  const cell = (text: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraphXml({ style: 'table', text })}</w:tc>`;
  const grid = `<w:gridCol w:w="${width}"/>`.repeat(columns);
  const body = rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${EDGES}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body}</w:tbl>`;
}

const DOCX_STYLES = `${DECLARATION}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="ＭＳ 明朝"/><w:sz w:val="${SIZES.body}"/><w:szCs w:val="${SIZES.body}"/><w:lang w:val="en-US" w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults></w:styles>`;

/** The entries of the file. */
function entriesOf(paragraphs: readonly WrittenParagraph[], mailed: MailLayout | null): ZipEntry[] {
  const xmlOf = (one: WrittenParagraph): string => {
    if (one.rows !== undefined) return wordTable(one.rows);
    return mailed === null || one.style === 'note' ? paragraphXml(one) : mailedXml(one, mailed);
  };
  const body = paragraphs.map(xmlOf).join('');
  const { width, height, margin } = SHEET;
  const sides = ['top', 'right', 'bottom', 'left'].map((side) => `w:${side}="${margin}"`).join(' ');
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`;
  const links = (inner: string) =>
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
  const part = (name: string, type: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${PART}.${type}+xml"/>`;
  return [
    [
      '[Content_Types].xml',
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('document', 'document.main')}${part('styles', 'styles')}</Types>`,
    ],
    ['_rels/.rels', links(link('rId1', 'officeDocument', 'word/document.xml'))],
    ['word/_rels/document.xml.rels', links(link('rId1', 'styles', 'styles.xml'))],
    ['word/styles.xml', DOCX_STYLES],
    [
      'word/document.xml',
      `${DECLARATION}<w:document xmlns:w="${MAIN}"><w:body>${body}<w:sectPr><w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar ${sides} w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    ],
  ];
}

/** The bytes of a draft as a .docx file; what goes by certified mail has the lines and sheets of its layout. */
export const draftDocx = ({ paragraphs, sheets }: Pick<Draft, 'paragraphs' | 'sheets'>): Uint8Array<ArrayBuffer> =>
  zipped(entriesOf(paragraphs, sheets));
