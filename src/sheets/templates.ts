// What writes the templates of the files that spreadsheets load: each with a mark in place of the address of the service.

import type { Content } from '../formats/format.ts';
import { officeOpenXmlEntries } from '../formats/workbook.ts';
import { LANGS, type Lang } from '../values/text.ts';
import { functionsScript } from './addin_functions.ts';
import { addinManifest } from './addin_manifest.ts';
import { functionsMetadata } from './addin_metadata.ts';
import { appsScript, appsScriptManifest } from './apps_script.ts';
import { ORIGIN_MARK, SHEET_FILES, SHEETS_PAGE, templateName } from './files.ts';
import { formulaText, STORED_IN_ODS, STORED_IN_XLSX } from './formula.ts';
import { PROGRAMS, type Program } from './formulas.ts';
import { ICON_SIZES, icon } from './icons.ts';
import { exampleWorkbook } from './ledgers.ts';
import { openDocumentEntries } from './ods.ts';
import { sheetsPage } from './page.ts';
import { COPY_SCRIPT, PAGE_STYLE } from './page_parts.ts';
import { PANE } from './pane.ts';
import { PICTURE_NAMES, pictureBytes } from './pictures.ts';
import { powerQuery } from './power_query.ts';

/** Writes the template of a file for an address of the service, in the language asked for. */
type TemplateWriter = (origin: string, lang: Lang) => Content;

/** Formulas of a program as lines: what each gives, a tab, and the formula. */
const formulaLines =
  ({ syntax, offered }: Program): TemplateWriter =>
  (origin, lang) =>
    offered(origin, lang)
      .map(({ title, formula }) => `${title[lang]}\t=${formulaText(formula, syntax)}\n`)
      .join('');

/** What writes each file, by its path below the page. */
const TEMPLATE_WRITERS: ReadonlyMap<string, TemplateWriter> = new Map<string, TemplateWriter>([
  ['kaishu.gs', appsScript],
  ['appsscript.json', appsScriptManifest],
  ['kaishu.pq', powerQuery],
  ...PROGRAMS.map((program) => [`${program.id}.txt`, formulaLines(program)] as const),
  ['kaishu.xlsx', (origin) => JSON.stringify(officeOpenXmlEntries(exampleWorkbook(origin, STORED_IN_XLSX)))],
  ['kaishu.ods', (origin) => JSON.stringify(openDocumentEntries(exampleWorkbook(origin, STORED_IN_ODS)))],
  ['addin/manifest.xml', addinManifest],
  ['addin/functions.json', (origin) => functionsMetadata(origin, 'en')],
  ['addin/functions.ja.json', (origin) => functionsMetadata(origin, 'ja')],
  ['addin/functions.js', functionsScript],
  ['addin/functions.html', () => PANE],
  ...ICON_SIZES.map((size) => [`addin/icon_${size}.png`, () => icon(size)] as const),
  ...PICTURE_NAMES.map((name) => [`pictures/${name}.webp`, () => pictureBytes(name)] as const),
  ['page.css', () => PAGE_STYLE],
  ['copy.js', () => COPY_SCRIPT],
  // The page shows some of the files in full.
  [SHEETS_PAGE.path, (origin, lang) => sheetsPage(origin, lang, (path) => String(writtenFor(path, lang)))],
]);

/** The template of a file in a language. Throws for a path that no file has. */
function writtenFor(path: string, lang: Lang): Content {
  const write = TEMPLATE_WRITERS.get(path);
  if (write === undefined) throw new RangeError(`there is no file ${path}`);
  return write(ORIGIN_MARK, lang);
}

/** What writes each template, by its name. */
export const SHEET_TEMPLATES: ReadonlyMap<string, () => Content> = new Map(
  [SHEETS_PAGE, ...SHEET_FILES].flatMap((file) =>
    LANGS.map((lang) => [templateName(file, lang), () => writtenFor(file.path, lang)] as const),
  ),
);
