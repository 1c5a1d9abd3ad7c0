// The pictures of the page about spreadsheets: the ready workbook in Calc with its answers, and the report on a list that was answered. They
// are written into src/sheets/pictures.ts, so that every runtime has them.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { PICTURE_WIDTH } from '../../src/sheets/pictures.ts';
import { bytesOf } from '../service.ts';

const run = promisify(execFile);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const SOFFICE = process.env.SOFFICE ?? '/usr/bin/soffice';
const PYTHON = process.env.UNO_PYTHON ?? '/usr/bin/python3';
const DAY = '2026-10-31';
/** The lists that are answered: one of an accounting system of each language. */
const LISTS = { ja: 'bugyo.csv', en: 'xero.csv' } as const;
/** Columns of the workbook that fit into a picture; the sentence behind them does not. */
const COLUMNS = 6;

/** Cuts the margins off a page and makes it as wide as a picture. */
const CUT = `async ([address, width]) => {
  const page = await createImageBitmap(await (await fetch(address)).blob());
  const whole = new OffscreenCanvas(page.width, page.height).getContext('2d');
  whole.drawImage(page, 0, 0);
  const { data } = whole.getImageData(0, 0, page.width, page.height);
  let [left, top, right, bottom] = [page.width, page.height, 0, 0];
  for (let y = 0; y < page.height; y++)
    for (let x = 0; x < page.width; x++) {
      const at = 4 * (y * page.width + x);
      if (data[at] + data[at + 1] + data[at + 2] > 750) continue;
      [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
    }
  const [wide, high] = [right - left + 1, bottom - top + 1];
  const height = Math.round((high * width) / wide);
  const cut = new OffscreenCanvas(width, height);
  const brush = cut.getContext('2d');
  brush.imageSmoothingQuality = 'high';
  brush.drawImage(page, left, top, wide, high, 0, 0, width, height);
  const bytes = new Uint8Array(await (await cut.convertToBlob({ type: 'image/webp', quality: 0.5 })).arrayBuffer());
  return { height, text: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) };
}`;

/** Lets Calc draw the workbook and the answered lists, each on a page of PDF. */
async function drawn(folder: string, origin: string): Promise<readonly string[]> {
  const book = join(folder, 'kaishu.ods');
  await writeFile(book, await bytesOf(`${origin}/sheets/kaishu.ods`));
  const names: string[] = [];
  const wanted: string[] = [];
  for (const [lang, list] of Object.entries(LISTS)) {
    const answer = await fetch(`${origin}/v1/portfolio?map=auto&lang=${lang}&as_of=${DAY}&format=xlsx`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: await readFile(here(`../cases/ledgers/${list}`)),
    });
    const answered = join(folder, `answered_${lang}.xlsx`);
    await writeFile(answered, new Uint8Array(await answer.arrayBuffer()));
    const pdf = (name: string): string => pathToFileURL(join(folder, `${name}_${lang}.pdf`)).href;
    wanted.push(pathToFileURL(book).href, '1', String(COLUMNS), lang, pdf('workbook'));
    wanted.push(pathToFileURL(answered).href, '0', '0', lang, pdf('list'));
    names.push(`workbook_${lang}`, `list_${lang}`);
  }
  await run(PYTHON, [here('calc_picture.py'), SOFFICE, folder, ...wanted]);
  for (const name of names)
    await run('pdftoppm', ['-singlefile', '-r', '200', '-png', join(folder, `${name}.pdf`), join(folder, name)]);
  return names;
}

/** Makes the pictures anew with a service and a browser that run. */
export async function writeSheetPictures(origin: string, browser: Browser): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kaishu-pictures-'));
  const page = await browser.newPage();
  const lines: string[] = [];
  for (const name of await drawn(folder, origin)) {
    const png = `data:image/png;base64,${await readFile(join(folder, `${name}.png`), 'base64')}`;
    const picture = (await page.evaluate(`(${CUT})(${JSON.stringify([png, PICTURE_WIDTH])})`)) as {
      height: number;
      text: string;
    };
    lines.push(`  ${name}: {\n    height: ${picture.height},\n    webp: '${picture.text}',\n  },`);
  }
  await page.close();
  await rm(folder, { recursive: true, force: true });
  const file = new URL('../../src/sheets/pictures.ts', import.meta.url);
  const written = await readFile(file, 'utf8');
  const [before, after] = [written.indexOf('> = {\n'), written.indexOf('\n};\n')];
  if (before < 0 || after < before) throw new Error('the pictures have no place in their file');
  await writeFile(file, `${written.slice(0, before)}> = {\n${lines.join('\n')}${written.slice(after)}`);
}
