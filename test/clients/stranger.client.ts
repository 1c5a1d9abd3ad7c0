// Chromium does on the page what a stranger does: mistakes, another file after the first, the other language in the middle, the same control
// twice. Nothing that is seen belongs to what was there before, and every state can be left.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Running, start } from '../service.ts';
import { startBrowser } from './browser.ts';

const CASE = '#as_of=2026-11-20&lang=ja&amount=1250000&overdue_days=82';

vi.setConfig({ testTimeout: 300_000 });

let service: Running;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  service = await start();
  browser = await startBrowser();
  folder = await mkdtemp(join(tmpdir(), 'kaishu-stranger-'));
  // The first visit waits for the page to be built.
  expect((await fetch(service.origin)).status).toBe(200);
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

async function opened(hash = CASE): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ja-JP' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(`${service.origin}/${hash}`);
  await page.locator('[data-field=amount]').waitFor();
  return page;
}

const settled = (page: Page) => page.locator('.day .ready').waitFor({ state: 'attached' });

/** Writes a file and drops it on the view of lists. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const file = join(folder, name);
  await writeFile(file, text);
  await page.getByRole('button', { name: '一覧をまとめて調べる' }).click();
  await page.setInputFiles('.drop input[type=file]', file);
  await page.locator('.reading', { hasText: name }).waitFor();
}

async function valued(page: Page, name: string, text: string): Promise<void> {
  await drop(page, name, text);
  await page.getByRole('button', { name: 'すべて計算する' }).click();
  await page.locator('.sums').waitFor();
}

const SMALL = '得意先,債権残高,支払期日\nA,300,2026-10-31\n';
const LARGE = '得意先,債権残高,支払期日\nB,2500000,2026-08-31\n';

/** Lines that the figures over the columns of the map take. */
const LINES_OF_HEADINGS = `[...document.querySelectorAll('.winners thead th')].map((one) => {
  const range = document.createRange();
  range.selectNodeContents(one);
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
})`;

/** Drops a table on the page, beside every place that waits for one. */
const DROP_ON_THE_PAGE = `{
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(['得意先,支払期日,残高\\nA商会,2026-08-31,110000\\n'], 'list.csv'));
  document.querySelector('h1').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}`;

describe('a case', () => {
  test('the day or the days, whichever is typed, takes the place of the other', async () => {
    const page = await opened();
    await page.fill('#field-due_date', '2026-08-31');
    expect(await page.inputValue('#field-overdue_days')).toBe('');
    await page.locator('.day .ready').waitFor({ state: 'attached' });
    expect(await page.locator('.mistake').count()).toBe(0);
    await page.fill('#field-overdue_days', '30');
    expect(await page.inputValue('#field-due_date')).toBe('');
    // Taking one out brings nothing back and takes nothing else out.
    await page.fill('#field-overdue_days', '');
    expect(await page.inputValue('#field-amount')).toBe('1250000');
  });

  test('the answer to what was there before a mistake says so and is not printed, until the mistake is mended', async () => {
    const page = await opened();
    await settled(page);
    const print = page.locator('.print-panel button.main');
    await expect.poll(() => print.isEnabled()).toBe(true);
    expect(await page.locator('.stale').count()).toBe(0);
    await page.fill('#field-amount', '百');
    await page.locator('.stale').waitFor();
    expect(await print.isDisabled()).toBe(true);
    await page.fill('#field-amount', '900000');
    await page.locator('.stale').waitFor({ state: 'detached' });
    await settled(page);
    await expect.poll(() => print.isEnabled()).toBe(true);
  });

  test('what the browser prints by itself is the whole sheet, or why there is none yet', async () => {
    const page = await opened();
    const onPaper = async (): Promise<string> => {
      await page.emulateMedia({ media: 'print' });
      const text = await page.innerText('body');
      await page.emulateMedia({ media: null });
      return text;
    };
    await page.locator('.sentence').first().waitFor();
    expect(await onPaper()).toMatch(/^計算中か、[^\n]*まだ印刷できません。$/);
    const print = page.locator('.print-panel button.main');
    await expect.poll(() => print.isEnabled(), { timeout: 120_000 }).toBe(true);
    const whole = await onPaper();
    expect(whole).toMatch(/^稟議書[\s\S]*承認を求める費用[\s\S]*モデル/);
    expect(whole).not.toContain('まだ印刷できません');
    await page.fill('#field-amount', '百');
    await page.locator('.stale').waitFor();
    expect(await onPaper()).toMatch(/^計算中か、[^\n]*まだ印刷できません。$/);
    // A list is printed as it stands there, and not the case that was looked at before.
    await valued(page, 'small.csv', SMALL);
    expect(await onPaper()).toMatch(/^列の読み方[\s\S]*まとめ[\s\S]*1 \/ 1/);
  });

  test('the map begins at the case and says there what the answer says, until a slider is moved', async () => {
    const page = await opened(`${CASE}&pd=0.2`);
    await settled(page);
    const said = async (): Promise<string> => (await page.locator('.winner').textContent()) ?? '';
    const [amount, days] = [page.locator('.slider').first(), page.locator('.slider').last()];
    expect([await amount.locator('output').textContent(), await days.locator('output').textContent()]).toEqual([
      '1,250,000',
      '82',
    ]);
    expect(await page.locator('.result .bars [data-option]').first().textContent()).toContain(
      (await page.locator('.winner strong').textContent()) ?? '-',
    );
    const before = await said();
    await days.locator('input').press('ArrowRight');
    expect(await said()).not.toBe(before);
    await page.locator('.axes select').last().selectOption('pd');
    // What is still drawn belongs to the other numbers.
    expect(await page.locator('.winners').count()).toBe(0);
    await page.locator('.winners').waitFor();
    expect(await days.locator('output').textContent()).toBe('0.2');
    expect(await said()).toBe(before);
  });

  test('a link with a field that does not exist computes nothing for ever, and the field can be taken out', async () => {
    const page = await opened(`${CASE}&foo=1`);
    await page.locator('.form > .mistake').waitFor();
    expect(await page.locator('main > .waiting').count()).toBe(0);
    await page.locator('.form > .mistake button').click();
    await page.locator('.sentence').first().waitFor();
    expect(await page.locator('.mistake').count()).toBe(0);
  });

  test('a link counts as copied until the case is another', async () => {
    const page = await opened();
    await settled(page);
    await page.getByRole('button', { name: 'リンクを写す' }).click();
    await page.getByRole('button', { name: '写しました' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain('amount=1250000');
    await page.fill('#field-amount', '900000');
    await page.getByRole('button', { name: 'リンクを写す' }).waitFor();
  });

  test.each([
    ['a body of a request', '{"amount":700000,"overdue_days":30,"settle":{"offer":500000}}', '700000'],
    ['a list', '[1,2]', '1250000'],
    ['what is no JSON', 'amount=1', '1250000'],
  ])('%s is opened as far as it is a case, and refused otherwise', async (_, text, amount) => {
    const page = await opened();
    await settled(page);
    const file = join(folder, 'case.json');
    await writeFile(file, text);
    await page.setInputFiles('.case input[type=file]', file);
    if (amount === '700000') {
      await page.locator('[data-field="settle.offer"].told').waitFor({ state: 'attached' });
      expect(await page.locator('.mistake').count()).toBe(0);
    } else await page.locator('.result > .mistake', { hasText: 'このファイルは開けません' }).waitFor();
    expect(await page.inputValue('#field-amount')).toBe(amount);
  });

  test.each([
    ['a table', 'list.csv', '得意先,支払期日,残高\nA商会,2026-08-31,110000\n'],
    ['a list of claims as JSON', 'list.json', '[{"amount":110000,"due_date":"2026-08-31"}]'],
  ])('%s that is opened as a case is shown as the list it is', async (_, name, text) => {
    const page = await opened();
    await settled(page);
    const file = join(folder, name);
    await writeFile(file, text);
    await page.setInputFiles('.case input[type=file]', file);
    await page.locator('.reading', { hasText: name }).waitFor();
    expect(await page.locator('.mistake').count()).toBe(0);
  });

  test('a file that misses the place for it is read, and does not take the page away', async () => {
    const page = await opened();
    await settled(page);
    await page.evaluate(DROP_ON_THE_PAGE);
    await page.locator('.reading', { hasText: 'list.csv' }).waitFor();
    expect(new URL(page.url()).protocol).toBe('http:');
  });

  test('a subject can be emptied, and an amount is moved however it was typed', async () => {
    const page = await opened(CASE.replace('1250000', encodeURIComponent('1,250,000円')));
    const subject = page.locator('.print-panel input').first();
    await subject.fill('');
    expect(await subject.inputValue()).toBe('');
    await page.locator('.winners').waitFor();
    expect(await page.locator('.axes select').first().inputValue()).toBe('amount');
  });

  test('an end of a range that is small says its unit', async () => {
    const page = await opened();
    await page.locator('.bars .spread').first().waitFor();
    for (const text of await page.locator('.result .bars .spread').allTextContents())
      for (const end of text.split(' – ')) expect(end).toMatch(/[円万億]$/);
  });

  test('no figure of the map is broken in two on a telephone', async () => {
    const page = await opened(CASE.replace('lang=ja', 'lang=en'));
    await page.setViewportSize({ width: 390, height: 800 });
    await page.locator('.winners').waitFor();
    const lines = (await page.evaluate(LINES_OF_HEADINGS)) as number[];
    expect(lines).toHaveLength(7);
    expect(Math.max(...lines)).toBe(1);
  });

  test('a draft counts as copied until another is seen', async () => {
    const page = await opened();
    await settled(page);
    await page.locator('.drafts summary').click();
    await page.locator('.draft-words h3').waitFor();
    await page.getByRole('button', { name: '本文を写す' }).click();
    await page.locator('.drafts').getByRole('button', { name: '写しました' }).waitFor();
    await page.locator('.drafts select').selectOption('file_note');
    await page.locator('.drafts').getByRole('button', { name: '本文を写す' }).waitFor();
  });
});

describe('a list', () => {
  test('what the answers to one list were narrowed to does not hide those to the next', async () => {
    const page = await opened();
    await valued(page, 'small.csv', SMALL);
    await page.locator('.sums th button').first().click();
    await valued(page, 'large.csv', LARGE);
    expect(await page.locator('.rows tbody tr').count()).toBe(1);
    expect(await page.locator('.sums th button[aria-pressed=true]').count()).toBe(0);
  });

  test('the other language is that of its columns, doubts and answers, too, and corrections stay', async () => {
    const page = await opened();
    await drop(page, 'odd.csv', '顧客,残り,期日\nA,1200000,2026-08-31\nB,900000,2026-09-30\n');
    await page.getByLabel('読み方: 残り').selectOption('amount');
    await page.getByRole('button', { name: 'すべて計算する' }).click();
    await page.locator('.sums').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('.sums .sentence', { hasText: 'expected to bring' }).waitFor();
    await page.locator('.rows tbody tr').nth(1).waitFor();
    const shown = [
      ...(await page.locator('.doubts li').allTextContents()),
      ...(await page.locator('.rows tbody td:nth-child(5)').allTextContents()),
      ...(await page.locator('.sums th').allTextContents()),
    ].join(' ');
    expect(shown.replaceAll(/[「"][^」"]*[」"]/g, '')).not.toMatch(/[ぁ-ん一-龠]/);
    expect(await page.getByLabel('Read as: 残り').inputValue()).toBe('amount');
  });

  test('a file that is chosen again is read again, and thousands are told over the amounts', async () => {
    const page = await opened();
    await valued(page, 'unit.csv', `（単位：千円）,,\n${LARGE}`);
    expect(await page.locator('.rows th').nth(3).textContent()).toContain('×1000');
    const chooser = page.locator('.drop input[type=file]');
    const [asked] = await Promise.all([page.waitForEvent('filechooser'), chooser.click()]);
    expect(await chooser.inputValue()).toBe('');
    await asked.setFiles(join(folder, 'unit.csv'));
    await page.locator('.rows').waitFor({ state: 'detached' });
  });

  test('is no wider than a telephone, and no day is broken in two', async () => {
    const page = await opened();
    await page.setViewportSize({ width: 390, height: 800 });
    await valued(page, 'large.csv', LARGE);
    await page.locator('.rows tbody td').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(await page.locator('.rows tbody td').last().textContent()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(await page.evaluate("getComputedStyle(document.querySelector('.rows td:last-child')).whiteSpace")).toBe(
      'nowrap',
    );
  });

  test('debtors have their names beside their codes, amounts their thousands apart, and deadlines what to do', async () => {
    const page = await opened();
    const codes =
      '得意先コード,得意先名,支払期日,残高,備考\n1001,A商会,2026-08-31,1284000,電話不通\n1002,B工業,2021-12-31,220000,\n';
    await valued(page, 'codes.csv', codes);
    const cells = await page.locator('.rows tbody tr').first().locator('td').allTextContents();
    expect([cells[2], cells[3]]).toEqual(['1001 A商会', '1,284,000']);
    // What is doubtful about the list stands above it, and not again on its first row.
    expect(await page.locator('.reading').textContent()).toContain('備考');
    expect(cells[4]).toBe(
      '内容証明による催告「備考」に「電話不通」とあります。判断には使っていません。「連絡」の列に「連絡が取れない」と書けば使います。',
    );
    expect(await page.locator('.soon li').first().textContent()).toMatch(/^2026-12-31 .*1002 B工業.*民法166条/);
  });

  test('largest first is said to be descending', async () => {
    const page = await opened();
    await valued(page, 'large.csv', LARGE);
    const sorted = page.locator('.rows th', { hasText: '期待額' });
    await sorted.locator('button').click();
    expect(await sorted.getAttribute('aria-sort')).toBe('descending');
  });
});
