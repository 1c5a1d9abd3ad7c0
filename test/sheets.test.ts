// What is served under /sheets: every file with its type and the address of the caller, formulas within the limits of their programs,
// a manifest that holds together, workbooks that are sound, and a page that asks no other host.

import { crc32 as referenceCrc } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { crc32 } from '../src/formats/zip.ts';
import { MADE_FILES, madeFile } from '../src/made_files.ts';
import { ACCESS_METHODS } from '../src/sheets/access_methods.ts';
import { originIn, SHEET_FILES, SHEETS_PAGE, templateName } from '../src/sheets/files.ts';
import { COMMA_SYNTAX, type Formula, formulaText, LITERAL_MAX } from '../src/sheets/formula.ts';
import { ANSWER_MAX, FORMULA_MAX, PROGRAMS, URL_MAX } from '../src/sheets/formulas.ts';
import { EXAMPLE_CELLS } from '../src/sheets/page.ts';
import { OFFICE_LIBRARY } from '../src/sheets/pane.ts';

const app = createApp({ asset: madeFile });
const ORIGIN = 'https://kaishu.example';
const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(`${ORIGIN}/sheets/${path}`, { headers });
const textOf = async (path: string): Promise<string> => (await get(path)).text();

/** Files that hold the address of the service. */
const WITH_ORIGIN = /^(kaishu\.|appsscript|excel|calc|google|addin\/(manifest|functions\.(json|ja\.json|js)))/;

describe('every file', () => {
  test('the page and every file have a template, and there is no other', () => {
    const names = [SHEETS_PAGE, ...SHEET_FILES].flatMap((file) => [templateName(file, 'ja'), templateName(file, 'en')]);
    expect([...MADE_FILES.keys()].filter((name) => name.startsWith('sheets/')).sort()).toEqual(
      [...new Set(names)].sort(),
    );
  });

  test('without its templates the service says that there is no such file', async () => {
    for (const path of ['', ...SHEET_FILES.map((file) => file.path)])
      expect((await createApp().request(`${ORIGIN}/sheets/${path}`)).status, path).toBe(404);
  });

  test.each(SHEET_FILES)(
    '$path is served with its type, may be kept for an hour, and is not sent twice',
    async (file) => {
      const answer = await get(file.path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Content-Type')!.split(';')[0]).toBe(file.type);
      // The address in it is the one that the caller named.
      expect(answer.headers.get('Cache-Control')).toBe('private, max-age=3600');
      expect(answer.headers.get('Content-Disposition') ?? 'shown').toMatch(file.kept ? /^attachment; / : /^shown$/);
      const again = await get(file.path, { 'If-None-Match': answer.headers.get('ETag')! });
      expect(again.status).toBe(304);
    },
  );

  test.each(SHEET_FILES.filter(({ path }) => WITH_ORIGIN.test(path)))(
    '$path holds the address of the caller',
    async (file) => {
      const text = await textOf(file.path);
      expect(text).toContain(ORIGIN);
      expect(text).not.toMatch(/@[A-Z]+@/);
      const elsewhere = await (await app.request(`http://127.0.0.1:8991/sheets/${file.path}`)).text();
      expect(elsewhere).toContain('http://127.0.0.1:8991');
      expect(elsewhere).not.toContain('kaishu.example');
    },
  );

  test('a host that could mean something inside a file is refused by all of them', async () => {
    for (const host of [
      'a"b.example',
      "a'b.example",
      'a&b.example',
      'a`b.example',
      'a{b}.example',
      'a$(b).example',
      'a;b',
    ])
      for (const path of ['', ...SHEET_FILES.map((file) => file.path)]) {
        const answer = await app.request(`http://${host}/sheets/${path}`);
        expect(answer.status, `${host} ${path}`).toBe(404);
        expect(await answer.text()).not.toContain(host);
      }
  });

  test('an origin is a host of letters, digits, dots and dashes, or an IP address, with a port', () => {
    for (const good of ['https://kaishu.example', 'http://localhost:8787', 'http://127.0.0.1:1', 'http://[::1]:8787'])
      expect(originIn(`${good}/sheets/?lang=en`)).toBe(good);
    expect(originIn('https://user:secret@kaishu.example/')).toBe('https://kaishu.example');
    // Behind a proxy that ends TLS the service is asked by http; nothing else that a header says is believed.
    expect(originIn('http://kaishu.example:8080/', 'https')).toBe('https://kaishu.example:8080');
    expect(originIn('https://kaishu.example/', 'http')).toBe('https://kaishu.example');
    expect(originIn('http://kaishu.example/', 'javascript')).toBe('http://kaishu.example');
  });

  test('nothing names a host outside, but the library that Office demands and the names of XML vocabularies', async () => {
    for (const { path } of SHEET_FILES) {
      const text = (await textOf(path)).replaceAll(
        /xmlns(:\w+)?="[^"]*"|http:\/\/schemas\.[a-z/]+\.(com|org)[^"]*/g,
        '',
      );
      const hosts = [...text.matchAll(/https?:\/\/[^/"'\s<>]+/g)]
        .map(([host]) => host)
        .filter((host) => host !== ORIGIN);
      const allowed: string[] = path === 'addin/functions.html' ? [OFFICE_LIBRARY] : [];
      if (path === 'appsscript.json') allowed.push('https://www.googleapis.com');
      expect([...new Set(hosts)], path).toEqual(allowed);
    }
  });
});

describe('formulas', () => {
  const cells = new Map(EXAMPLE_CELLS.map(([cell, , shown]) => [cell, shown]));

  /** Every part of a formula. */
  function* parts(formula: Formula): Generator<Formula> {
    yield formula;
    if (formula.kind === 'call') for (const arg of formula.args) yield* parts(arg);
    if (formula.kind === 'joined') for (const part of formula.parts) yield* parts(part);
    if (formula.kind === 'equal') yield* [formula.left, formula.right].flatMap((side) => [...parts(side)]);
  }

  const ROWS = Array.from({ length: 59 }, () => '123456789,365').join(';');

  /** What a program makes of the parts of an address; a block of rows is as long as it gets. */
  function computed(formula: Formula): string {
    if (formula.kind === 'text') return formula.value;
    if (formula.kind === 'joined') return formula.parts.map(computed).join('');
    if (formula.kind === 'cell') return cells.get(formula.at.replaceAll('$', '')) ?? expect.fail(formula.at);
    if (formula.kind === 'call' && formula.fn === 'TEXT') return computed(formula.args[0]!);
    if (formula.kind === 'call' && formula.fn === 'TEXTJOIN') return ROWS;
    return formula.kind === 'name' && formula.name === 'q' ? ROWS : expect.fail(JSON.stringify(formula));
  }

  const FETCHES = ['WEBSERVICE', 'IMPORTDATA', 'IMPORTXML'];
  const urlOf = (formula: Formula): string => {
    for (const part of parts(formula))
      if (part.kind === 'call' && FETCHES.includes(part.fn)) return computed(part.args[0]!);
    return expect.fail('it asks nothing');
  };

  const LONG = `https://${'a-rather-long-name.'.repeat(8)}example`;
  const all = PROGRAMS.flatMap((program) =>
    (['ja', 'en'] as const).flatMap((lang) =>
      [ORIGIN, LONG].flatMap((origin) =>
        program.offered(origin, lang).map(({ title, formula }) => ({
          name: `${program.id} ${lang} ${title.en} ${origin.length}`,
          formula,
          text: formulaText(formula, program.syntax),
        })),
      ),
    ),
  );

  test.each(all)(
    '$name: text, literals, address and answer are within the limits, and nothing is an error',
    async (one) => {
      expect(one.text.length).toBeLessThanOrEqual(FORMULA_MAX);
      for (const [literal] of one.text.matchAll(/"(?:[^"]|"")*"/g))
        expect(literal.length - 2).toBeLessThanOrEqual(LITERAL_MAX);
      const url = urlOf(one.formula);
      expect(url.length).toBeLessThanOrEqual(URL_MAX);
      const answer = await app.request(url);
      const text = await answer.text();
      expect(answer.status, text).toBe(200);
      expect(text).not.toMatch(/ERR/);
      expect(text.length).toBeLessThanOrEqual(ANSWER_MAX);
    },
  );

  test.each(all)('$name: quotes and brackets are even', ({ text }) => {
    const bare = text.replaceAll(/"(?:[^"]|"")*"/g, '');
    expect(bare).not.toContain('"');
    expect(bare.split('(').length).toBe(bare.split(')').length);
  });

  test('LibreOffice separates by semicolons, the others by commas', () => {
    for (const { name, text } of all) {
      const bare = text.replaceAll(/"(?:[^"]|"")*"/g, '');
      expect(bare.includes(name.startsWith('calc') ? ',' : ';'), name).toBe(false);
    }
  });

  test('a long text is written in pieces that Excel takes', () => {
    const text = formulaText({ kind: 'text', value: `${'x'.repeat(600)}"` }, COMMA_SYNTAX);
    expect(text.split('&').map((piece) => piece.length - 2)).toEqual([255, 255, 92]);
  });

  test('no formula for Google depends on a volatile function', () => {
    for (const { name, text } of all.filter((one) => one.name.startsWith('google')))
      expect(text, name).not.toMatch(/\b(NOW|TODAY|RAND\w*)\(/);
  });
});

describe('the add-in', () => {
  interface Metadata {
    functions: {
      id: string;
      name: string;
      description: string;
      parameters: { name: string; description: string; type: string; dimensionality: string; optional?: boolean }[];
      result: { type: string; dimensionality: string };
    }[];
  }
  const metadata = async (path: string) => JSON.parse(await textOf(`addin/${path}`)) as Metadata;

  test('the manifest is well formed: every element is closed where it should be', async () => {
    const open: string[] = [];
    const xml = (await textOf('addin/manifest.xml')).replace(/^<\?xml[^>]*\?>/, '');
    for (const [, closing, name, , empty] of xml.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g)) {
      if (closing) expect(open.pop()).toBe(name);
      else if (!empty) open.push(name!);
    }
    expect(open).toEqual([]);
    expect(xml.replaceAll(/<\/?[\w:]+(?:\s+[\w:]+="[^"<]*")*\s*\/?>/g, '')).not.toMatch(/[<>]/);
  });

  test('every address in it is one that is served, and every id that it refers to is defined', async () => {
    const xml = await textOf('addin/manifest.xml');
    const urls = [...xml.matchAll(/(?:DefaultValue|Value)="(https:[^"]*)"/g)].map(([, url]) => url!);
    expect(urls.length).toBeGreaterThan(10);
    for (const url of new Set(urls)) expect((await app.request(url)).status, url).toBe(200);
    const defined = [...xml.matchAll(/<bt:(?:Url|Image|String) id="([^"]+)"/g)].map(([, id]) => id!);
    const referred = [...xml.matchAll(/resid="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(defined).size).toBe(defined.length);
    for (const id of referred) expect(defined).toContain(id);
    for (const id of defined) expect(id.length).toBeLessThanOrEqual(32);
  });

  test('it asks for the shared runtime, has an id that never changes, and Japanese where Excel is Japanese', async () => {
    const xml = await textOf('addin/manifest.xml');
    expect(xml).toContain('<Set Name="SharedRuntime" MinVersion="1.1"/>');
    expect(xml).toContain('<Id>53ee51a4-137d-46ce-a642-92bcd420eadc</Id>');
    expect(xml).toMatch(
      /id="Functions\.Metadata"[^>]*functions\.json"><bt:Override Locale="ja-jp" Value="[^"]*functions\.ja\.json"/,
    );
  });

  test('the Japanese descriptions differ from the English ones in words only', async () => {
    const [en, ja] = [await metadata('functions.json'), await metadata('functions.ja.json')];
    const shape = ({ functions }: Metadata) =>
      functions.map(({ description: _, parameters, ...rest }) => ({
        id: rest.id,
        name: rest.name,
        result: rest.result,
        parameters: parameters.map(({ description: __, ...other }) => other),
      }));
    expect(shape(ja)).toEqual(shape(en));
    const texts = ({ functions }: Metadata) =>
      functions.flatMap(({ description, parameters }) => [description, ...parameters.map((one) => one.description)]);
    for (const text of texts(ja)) expect(text).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
    for (const text of texts(en)) expect(text).toMatch(/^[\x20-\x7e]+$/);
    for (const { id, parameters } of en.functions) {
      expect(id).toMatch(/^[A-Z][A-Z0-9_.]{2,}$/);
      // What may be left out comes last.
      const left = parameters.map(({ optional }) => optional === true);
      expect(left).toEqual([...left].sort((a, b) => Number(a) - Number(b)));
    }
  });

  test('its page may stand inside Excel on the web, and no other page may stand inside another', async () => {
    const pane = await get('addin/functions.html');
    expect(pane.headers.get('Content-Security-Policy')).toContain('frame-ancestors https:');
    expect(pane.headers.get('X-Frame-Options')).toBeNull();
    for (const path of ['', 'kaishu.gs', 'addin/manifest.xml']) {
      const other = await get(path);
      expect(other.headers.get('X-Frame-Options'), path).toBe('DENY');
      expect(other.headers.get('Content-Security-Policy'), path).toContain("frame-ancestors 'none'");
    }
  });

  test('the icons are pictures of their size', async () => {
    for (const size of [16, 32, 64, 80]) {
      const view = new DataView(await (await get(`addin/icon_${size}.png`)).arrayBuffer());
      expect([view.getUint32(0), view.getUint32(16), view.getUint32(20)]).toEqual([0x89504e47, size, size]);
    }
  });
});

describe('workbooks', () => {
  /** Entries of an archive, read by its directory. */
  function entries(bytes: Uint8Array): Map<string, string> {
    const view = new DataView(bytes.buffer);
    const end = bytes.length - 22;
    expect(view.getUint32(end, true)).toBe(0x06054b50);
    const read = new Map<string, string>();
    let at = view.getUint32(end + 16, true);
    for (let i = 0; i < view.getUint16(end + 10, true); i++) {
      const [sum, size] = [view.getUint32(at + 16, true), view.getUint32(at + 24, true)];
      const [path, place] = [view.getUint16(at + 28, true), view.getUint32(at + 42, true)];
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + path));
      const content = bytes.subarray(place + 30 + path, place + 30 + path + size);
      expect(referenceCrc(content), name).toBe(sum);
      read.set(name, new TextDecoder().decode(content));
      at += 46 + path;
    }
    return read;
  }

  const bookOf = async (path: string) => entries(new Uint8Array(await (await get(path)).arrayBuffer()));

  test('the checksum is the one of everybody else', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  test('the OpenDocument file says first what it is, and names the cell with the address', async () => {
    const bytes = new Uint8Array(await (await get('kaishu.ods')).arrayBuffer());
    expect(new TextDecoder().decode(bytes.subarray(30, 84))).toBe(
      'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
    );
    const content = (await bookOf('kaishu.ods')).get('content.xml')!;
    expect(content).toContain('table:name="API"');
    expect(content).toContain('of:=COM.MICROSOFT.WEBSERVICE(API&amp;');
    expect(content.match(/<table:table /g)).toHaveLength(4);
  });

  test('both are printed with all columns of a sheet across a page', async () => {
    const sheets = [...(await bookOf('kaishu.xlsx'))].filter(([name]) => name.startsWith('xl/worksheets/'));
    expect(sheets).toHaveLength(4);
    for (const [name, xml] of sheets)
      expect(xml, name).toMatch(/<pageSetup [^>]*orientation="landscape" fitToWidth="1" fitToHeight="0"/);
    const styles = (await bookOf('kaishu.ods')).get('styles.xml')!;
    expect(styles).toMatch(/style:print-orientation="landscape"[^>]*style:scale-to-X="1" style:scale-to-Y="0"/);
  });

  test('the Excel file stores newer functions under their prefix, and is computed when it is opened', async () => {
    const book = await bookOf('kaishu.xlsx');
    const workbook = book.get('xl/workbook.xml')!;
    expect(workbook).toContain(`<definedName name="API">'設定'!$B$3</definedName>`);
    expect(workbook).toContain('fullCalcOnLoad="1"');
    const formulas = [...book.values()].flatMap((xml) =>
      [...xml.matchAll(/<f>(.*?)<\/f>/g)].map(([, formula]) => formula!),
    );
    expect(formulas.length).toBeGreaterThan(30);
    for (const formula of formulas) {
      expect(formula).toMatch(/_xlfn\.WEBSERVICE\(/);
      expect(formula).not.toMatch(/(?<!_xlfn\.)\b(WEBSERVICE|FILTERXML|ENCODEURL|NUMBERVALUE)\(/);
      expect(formula.length).toBeLessThanOrEqual(FORMULA_MAX);
    }
    for (const [name, xml] of book) expect(xml, name).toMatch(/^<\?xml/);
    for (const part of book.get('[Content_Types].xml')!.matchAll(/PartName="\/([^"]+)"/g))
      expect(book.has(part[1]!)).toBe(true);
  });
});

describe('the page', () => {
  test.each([
    ['', 'ja', '表計算ソフトから使う'],
    ['?lang=en', 'en', 'Use it from a spreadsheet'],
  ])('%s is in %s, with every way in and everything to copy', async (query, lang, title) => {
    const answer = await get(query);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain(`<html lang="${lang}">`);
    expect(html).toContain(`<h1>${title}</h1>`);
    for (const { id, files } of ACCESS_METHODS) {
      expect(html).toContain(`<h2 id="${id}">`);
      for (const file of files) expect(html).toContain(`href="/sheets/${file}`);
    }
    for (const { path } of SHEET_FILES.filter((file) => ['kaishu.gs', 'kaishu.pq'].includes(file.path))) {
      const first = (await textOf(path)).split('\n')[1]!;
      expect(html).toContain(
        first.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
      );
    }
    expect(html.match(/<table>/g)!.length).toBe(html.match(/<caption>/g)!.length);
  });

  test('it runs no script of its own text and loads nothing from elsewhere', async () => {
    const answer = await get('');
    const html = await answer.text();
    expect(answer.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*script-src 'self'/);
    expect(html).not.toMatch(/<script(?![^>]*\bsrc="\/)|\son\w+=|<style|\sstyle=/);
    for (const [, address] of html.matchAll(/(?:src|href)="([^"]*)"/g)) expect(address).toMatch(/^[/#]/);
    // The page is a file that is built beside the service (test/page.test.ts).
    for (const [, address] of html.matchAll(/(?:src|href)="(\/[^"#]*)"/g))
      if (!address!.startsWith('/docs') && address !== '/')
        expect((await app.request(`${ORIGIN}${address!.replaceAll('&amp;', '&')}`)).status, address).toBe(200);
  });

  test('it stands with and without its slash, and the documentation links to it', async () => {
    expect(await (await app.request(`${ORIGIN}/sheets`)).text()).toBe(await textOf(''));
    expect(await (await app.request(`${ORIGIN}/docs`)).text()).toContain('href="/sheets/"');
  });
});

test.each([
  ['kaishu.gs', (lang: string) => `KAISHU_LANG = '${lang}'`],
  ['kaishu.pq', (lang: string) => `lang = null then "${lang}"`],
])('%s answers in the language of the page from which it is copied', async (path, said) => {
  for (const lang of ['ja', 'en']) {
    expect(await textOf(`${path}?lang=${lang}`)).toContain(said(lang));
    const page = await textOf(`?lang=${lang}`);
    expect(page.replaceAll('&#39;', "'").replaceAll('&quot;', '"')).toContain(said(lang));
    expect(page).toContain(lang === 'ja' ? `"/sheets/${path}"` : `"/sheets/${path}?lang=en"`);
  }
});

test('the Power Query function asks the ledger and reads problems', async () => {
  const query = await textOf('kaishu.pq');
  for (const part of ['RelativePath = "v1/portfolio"', 'ManualStatusHandling', 'Table.SelectColumns', 'map = "auto"'])
    expect(query).toContain(part);
  const bare = query.replaceAll(/^\s*\/\/.*$/gm, '').replaceAll(/"(?:[^"]|"")*"/g, '');
  for (const [left, right] of ['()', '[]', '{}'])
    expect(bare.split(left!).length, left).toBe(bare.split(right!).length);
  expect(bare.match(/\blet\b/g)).toHaveLength(bare.match(/\bin\b/g)!.length);
});
