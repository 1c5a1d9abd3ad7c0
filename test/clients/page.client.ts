// Chromium opens the page about spreadsheets: nothing is asked of another host, nothing complains, what is copied is what stands there,
// and the rules of accessibility that a machine can check hold.

import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, start } from '../service.ts';
import { startBrowser } from './browser.ts';

let service: Running;
let browser: Browser;

beforeAll(async () => {
  service = await start();
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

interface Visit {
  readonly page: Page;
  readonly complaints: string[];
  readonly hosts: Set<string>;
}

async function visit(path: string, width = 1200, script = true): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: script });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  const complaints: string[] = [];
  const hosts = new Set<string>();
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  page.on('pageerror', (error) => void complaints.push(error.message));
  page.on('request', (request) => void hosts.add(new URL(request.url()).origin));
  await page.goto(`${service.origin}${path}`, { waitUntil: 'networkidle' });
  return { page, complaints, hosts };
}

const LANGS = [
  ['/sheets/', 'ja', 'コピー', 'コピーしました'],
  ['/sheets/?lang=en', 'en', 'Copy', 'Copied'],
] as const;

describe.each(LANGS)('%s', (path, lang, copy, copied) => {
  test('it is drawn without a complaint and asks no other host', async () => {
    const { page, complaints, hosts } = await visit(path);
    expect(await page.getAttribute('html', 'lang')).toBe(lang);
    expect(await page.locator('h2').count()).toBeGreaterThan(6);
    expect(complaints).toEqual([]);
    expect([...hosts]).toEqual([service.origin]);
  });

  test('what is copied is what stands there', async () => {
    const { page } = await visit(path);
    const block = page.locator('pre').first();
    const button = page.getByRole('button', { name: copy }).first();
    await button.click();
    await page.getByRole('button', { name: copied }).waitFor();
    const held = await page.evaluate('navigator.clipboard.readText()');
    expect(held).toBe(await block.textContent());
    expect(held).toMatch(/^=WEBSERVICE\("http:\/\/127\.0\.0\.1:\d+\/v1\/cell\?/);
  });

  test.each(['light', 'dark'] as const)('no rule of accessibility is broken: %s', async (colorScheme) => {
    const { page } = await visit(path);
    await page.emulateMedia({ colorScheme });
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor === 'rgb(255, 255, 255)'")).toBe(
      colorScheme === 'light',
    );
    for (const summary of await page.locator('summary').all()) await summary.click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  test('its pictures are there, as large as they say, with words for those who do not see them', async () => {
    const { page } = await visit(path);
    const seen = (await page.evaluate(PICTURES)) as { drawn: string; said: string; words: number }[];
    expect(seen.length).toBe(2);
    for (const { drawn, said, words } of seen) {
      expect(drawn).toBe(said);
      expect(words).toBeGreaterThan(30);
    }
  });

  test('on a telephone nothing is wider than the screen', async () => {
    const { page } = await visit(path, 360);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });
});

test('without its script the page reads the same, without buttons', async () => {
  const { page } = await visit('/sheets/', 1200, false);
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.locator('pre').first().textContent()).toMatch(/^=WEBSERVICE/);
});

/** Every picture with its size, the size that the page leaves for it, and the length of its words. */
const PICTURES = `Promise.all([...document.querySelectorAll('figure img')].map(async (one) => {
  one.loading = 'eager';
  await one.decode();
  return {
    drawn: one.naturalWidth + ' ' + one.naturalHeight,
    said: one.getAttribute('width') + ' ' + one.getAttribute('height'),
    words: one.alt.length,
  };
}))`;
