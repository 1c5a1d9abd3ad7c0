// Makes the pictures of the README (the page on a desk and the approval sheet) and those of the page about spreadsheets, in both languages.
// It needs Chromium, LibreOffice Calc with its Python, and pdftoppm.
//   node test/clients/pictures.ts

import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { start } from '../service.ts';
import { startBrowser } from './browser.ts';
import { writeSheetPictures } from './sheet_pictures.ts';

const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
/** A day that stays, so that the pictures change only when the page does. */
const CASE = 'amount=1250000&overdue_days=82&contact=evasive&evidence=strong&as_of=2026-11-20';
/** A4 inside its margins, in pixels. */
const PAPER = { width: 703, height: 1040 };

const service = await start();
const browser = await startBrowser();
await mkdir(FOLDER, { recursive: true });
for (const lang of ['ja', 'en']) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1180 } });
  await page.goto(`${service.origin}/#${CASE}&lang=${lang}`);
  await page.locator('.day .ready').waitFor({ state: 'attached', timeout: 120_000 });
  await page.waitForTimeout(600);
  await writeFile(`${FOLDER}page_${lang}.png`, await page.screenshot());
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(PAPER);
  await page.waitForTimeout(400);
  await writeFile(`${FOLDER}sheet_${lang}.png`, await page.screenshot());
  await page.close();
}
await writeSheetPictures(service.origin, browser);
await browser.close();
await service.stop();
