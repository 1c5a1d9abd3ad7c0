// Every file that spreadsheets load: its path below the page, its type, what it is, and how its template is filled in with an address of
// the service. Templates are made before the service starts, so that the Worker does not hold what writes them.

import type { Content } from '../formats/format.ts';
import { XLSX_TYPE } from '../formats/workbook.ts';
import { type ZipEntry, zipped } from '../formats/zip.ts';
import type { Lang } from '../values/text.ts';
import { ICON_SIZES } from './icons.ts';
import { PANE_POLICY } from './pane.ts';
import { PICTURE_NAMES } from './pictures.ts';

/** A file that spreadsheets load. */
export interface SheetFile {
  /** Path below /sheets/. */
  readonly path: string;
  /** Its media type. */
  readonly type: string;
  /** What it is, for the description of the service. */
  readonly about: string;
  /** What its template is: a text without it, the entries of an archive as JSON, or the file itself. */
  readonly template?: 'entries' | 'bytes';
  /** Whether its texts are in the language asked for. */
  readonly isSpoken?: true;
  /** Whether it is kept as a file rather than shown. */
  readonly kept?: true;
  /** Its content security policy, where it is a page. */
  readonly policy?: string;
}

const SCRIPT_TYPE = 'text/javascript';
const JSON_TYPE = 'application/json';
/** Media type of an .ods file. */
export const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

const PROGRAM_NAMES = { excel: 'Excel on Windows', calc: 'LibreOffice Calc', google: 'Google Sheets' } as const;

/** The page about all files, which stands at /sheets/ itself. */
export const SHEETS_PAGE: SheetFile = {
  path: 'index.html',
  type: 'text/html',
  about: 'The page about spreadsheets: every way in, to copy.',
  isSpoken: true,
};

/** Every file below the page. */
export const SHEET_FILES: readonly SheetFile[] = [
  { path: 'kaishu.gs', type: 'text/plain', about: 'Custom functions for Google Apps Script.', isSpoken: true },
  { path: 'appsscript.json', type: JSON_TYPE, about: 'Manifest of the Apps Script.' },
  { path: 'kaishu.pq', type: 'text/plain', about: 'A function for Power Query.', isSpoken: true },
  ...Object.entries(PROGRAM_NAMES).map(([id, name]) => ({
    path: `${id}.txt`,
    type: 'text/plain',
    about: `Formulas for ${name}.`,
    isSpoken: true as const,
  })),
  {
    path: 'kaishu.xlsx',
    type: XLSX_TYPE,
    about: 'A workbook for Excel with three example ledgers.',
    template: 'entries',
    kept: true,
  },
  {
    path: 'kaishu.ods',
    type: ODS_TYPE,
    about: 'A workbook for LibreOffice with three example ledgers.',
    template: 'entries',
    kept: true,
  },
  { path: 'addin/manifest.xml', type: 'application/xml', about: 'Manifest of the Excel add-in.' },
  {
    path: 'addin/functions.json',
    type: JSON_TYPE,
    about: 'Descriptions of the functions of the add-in in English.',
  },
  {
    path: 'addin/functions.ja.json',
    type: JSON_TYPE,
    about: 'Descriptions of the functions of the add-in in Japanese.',
  },
  { path: 'addin/functions.js', type: SCRIPT_TYPE, about: 'The functions of the add-in.' },
  {
    path: 'addin/functions.html',
    type: 'text/html',
    about: 'The page of the shared runtime of the add-in.',
    policy: PANE_POLICY,
  },
  ...ICON_SIZES.map((size) => ({
    path: `addin/icon_${size}.png`,
    type: 'image/png',
    about: `The icon of the add-in, ${size} pixels wide.`,
    template: 'bytes' as const,
  })),
  ...PICTURE_NAMES.map((name) => ({
    path: `pictures/${name}.webp`,
    type: 'image/webp',
    about: 'A picture of what comes out, for the page.',
    template: 'bytes' as const,
  })),
  { path: 'page.css', type: 'text/css', about: 'Style of the page.' },
  { path: 'copy.js', type: SCRIPT_TYPE, about: 'Buttons of the page that copy.' },
];

/** What stands in a template for the address of the service. */
export const ORIGIN_MARK = '@ORIGIN@';

/** The name of the template of a file among the files made before the service starts. */
export const templateName = ({ path, isSpoken }: SheetFile, lang: Lang): string =>
  isSpoken ? `sheets/${lang}/${path}` : `sheets/${path}`;

/** The content of a file from its template, with an address that `originIn` has let pass. */
export async function filledIn(template: Response, file: SheetFile, origin: string): Promise<Content> {
  const bytes = new Uint8Array(await template.arrayBuffer());
  if (file.template === 'bytes') return bytes;
  const text = new TextDecoder().decode(bytes).replaceAll(ORIGIN_MARK, origin);
  return file.template === 'entries' ? zipped(JSON.parse(text) as ZipEntry[]) : text;
}

/**
 * The origin of an address, if it can stand inside a file: a host of letters, digits, dots, dashes and underscores; undefined for any other. `forwarded`
 * is the scheme that a proxy reports; it is believed only where it makes the address safer. Throws a `TypeError` for a text that is no
 * address.
 */
export function originIn(url: string, forwarded?: string): string | undefined {
  const requested = new URL(url).origin;
  const origin = forwarded === 'https' ? requested.replace(/^http:/, 'https:') : requested;
  return /^https?:\/\/(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])(?::\d{1,5})?$/.test(origin)
    ? origin
    : undefined;
}
