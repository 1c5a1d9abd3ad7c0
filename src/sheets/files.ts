// Every file that spreadsheets load: its path below the page, its type, what it is, and its content for an address of the service.

import type { Content } from '../formats/format.ts';
import { officeOpenXml, XLSX_TYPE } from '../formats/workbook.ts';
import type { Lang } from '../values/text.ts';
import { functionsScript } from './addin_functions.ts';
import { addinManifest } from './addin_manifest.ts';
import { functionsMetadata } from './addin_metadata.ts';
import { appsScript, appsScriptManifest } from './apps_script.ts';
import { formulaText, STORED_IN_ODS, STORED_IN_XLSX } from './formula.ts';
import { PROGRAMS, type Program } from './formulas.ts';
import { ICON_SIZES, icon } from './icons.ts';
import { exampleWorkbook } from './ledgers.ts';
import { ODS_TYPE, openDocument } from './ods.ts';
import { sheetsPage } from './page.ts';
import { COPY_SCRIPT, PAGE_STYLE } from './page_parts.ts';
import { PANE, PANE_POLICY } from './pane.ts';
import { powerQuery } from './power_query.ts';

/** A file that spreadsheets load. */
export interface SheetFile {
  /** Path below /sheets/. */
  readonly path: string;
  /** Its media type. */
  readonly type: string;
  /** What it is, for the description of the service. */
  readonly about: string;
  /** Its content; `origin` is the address of the service, `lang` the language asked for. */
  readonly write: (origin: string, lang: Lang) => Content;
  /** Whether its texts are in the language asked for. */
  readonly isSpoken?: true;
  /** Whether it is kept as a file rather than shown. */
  readonly kept?: true;
  /** Its content security policy, where it is a page. */
  readonly policy?: string;
}

const SCRIPT_TYPE = 'text/javascript';
const JSON_TYPE = 'application/json';

/** Formulas of a program as lines: what each gives, a tab, and the formula. */
const formulaLines =
  ({ syntax, offered }: Program) =>
  (origin: string, lang: Lang): string =>
    offered(origin, lang)
      .map(({ title, formula }) => `${title[lang]}\t=${formulaText(formula, syntax)}\n`)
      .join('');

const PROGRAM_NAMES = { excel: 'Excel on Windows', calc: 'LibreOffice Calc', google: 'Google Sheets' } as const;

/** Every file below the page. */
export const SHEET_FILES: readonly SheetFile[] = [
  { path: 'kaishu.gs', type: 'text/plain', about: 'Custom functions for Google Apps Script.', write: appsScript },
  { path: 'appsscript.json', type: JSON_TYPE, about: 'Manifest of the Apps Script.', write: appsScriptManifest },
  { path: 'kaishu.pq', type: 'text/plain', about: 'A function for Power Query.', write: powerQuery },
  ...PROGRAMS.map((program) => ({
    path: `${program.id}.txt`,
    type: 'text/plain',
    about: `Formulas for ${PROGRAM_NAMES[program.id]}.`,
    isSpoken: true as const,
    write: formulaLines(program),
  })),
  {
    path: 'kaishu.xlsx',
    type: XLSX_TYPE,
    about: 'A workbook for Excel with three example ledgers.',
    kept: true,
    write: (origin) => officeOpenXml(exampleWorkbook(origin, STORED_IN_XLSX)),
  },
  {
    path: 'kaishu.ods',
    type: ODS_TYPE,
    about: 'A workbook for LibreOffice with three example ledgers.',
    kept: true,
    write: (origin) => openDocument(exampleWorkbook(origin, STORED_IN_ODS)),
  },
  {
    path: 'addin/manifest.xml',
    type: 'application/xml',
    about: 'Manifest of the Excel add-in.',
    write: addinManifest,
  },
  {
    path: 'addin/functions.json',
    type: JSON_TYPE,
    about: 'Descriptions of the functions of the add-in in English.',
    write: (origin) => functionsMetadata(origin, 'en'),
  },
  {
    path: 'addin/functions.ja.json',
    type: JSON_TYPE,
    about: 'Descriptions of the functions of the add-in in Japanese.',
    write: (origin) => functionsMetadata(origin, 'ja'),
  },
  { path: 'addin/functions.js', type: SCRIPT_TYPE, about: 'The functions of the add-in.', write: functionsScript },
  {
    path: 'addin/functions.html',
    type: 'text/html',
    about: 'The page of the shared runtime of the add-in.',
    policy: PANE_POLICY,
    write: () => PANE,
  },
  ...ICON_SIZES.map((size) => ({
    path: `addin/icon_${size}.png`,
    type: 'image/png',
    about: `The icon of the add-in, ${size} pixels wide.`,
    write: () => icon(size),
  })),
  { path: 'page.css', type: 'text/css', about: 'Style of the page.', write: () => PAGE_STYLE },
  { path: 'copy.js', type: SCRIPT_TYPE, about: 'Buttons of the page that copy.', write: () => COPY_SCRIPT },
];

/** The page about all files, in a language; it shows some of them in full. */
export const pageOf = (origin: string, lang: Lang): string =>
  sheetsPage(origin, lang, (name) => {
    const file = SHEET_FILES.find(({ path }) => path === name);
    if (file === undefined) throw new RangeError(`there is no file ${name}`);
    return String(file.write(origin, lang));
  });

/**
 * The origin of an address, if it can stand inside a file: a host of letters, digits, dots and dashes; undefined for any other. `forwarded`
 * is the scheme that a proxy reports; it is believed only where it makes the address safer. Throws a `TypeError` for a text that is no
 * address.
 */
export function originIn(url: string, forwarded?: string): string | undefined {
  const requested = new URL(url).origin;
  const origin = forwarded === 'https' ? requested.replace(/^http:/, 'https:') : requested;
  return /^https?:\/\/(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])(?::\d{1,5})?$/.test(origin) ? origin : undefined;
}
