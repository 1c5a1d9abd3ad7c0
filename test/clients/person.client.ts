// Chromium opens the page as a person would: an answer before typing, fields, options, a list by drop, a link, one file without a network,
// the keyboard alone, paper. Every figure is that of the service, to the yen.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { SCENARIOS } from '../cases/scenarios.ts';
import { type Running, start } from '../service.ts';
import { startBrowser } from './browser.ts';

const AS_OF = '2026-11-20';
const PAGE_FILE = fileURLToPath(new URL('../../dist/page/kaishu.html', import.meta.url));
const LEDGERS = fileURLToPath(new URL('../cases/ledgers/', import.meta.url));

/** Machines that run tests are busy, and every case is decided hundreds of times over. */
vi.setConfig({ testTimeout: 900_000 });

let service: Running;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  service = await start();
  browser = await startBrowser();
  folder = await mkdtemp(join(tmpdir(), 'kaishu-page-'));
  // The first visit waits for the page to be built.
  expect((await fetch(service.origin)).status).toBe(200);
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
  readonly asked: string[];
}

interface Look {
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  readonly locale?: string;
}

/** Opens the page with what stands behind `#`; `asked` lists every request after the page itself. */
async function visit(
  hash = '',
  { width = 1440, scheme = 'light', locale = 'ja-JP' }: Look = {},
  address = `${service.origin}/`,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, locale });
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  page.on('pageerror', (error) => void complaints.push(error.message));
  page.on('request', (request) => void (/^(?:https?|wss?):/.test(request.url()) && asked.push(request.url())));
  await page.goto(`${address}${hash}`);
  await page.locator('.sentence').first().waitFor();
  asked.splice(0, asked.length, ...asked.filter((url) => url.split('#')[0] !== address));
  return { page, context, complaints, asked };
}

/** Waits until nothing is computed any more. */
const settled = (page: Page) => page.locator('.day .ready').waitFor({ state: 'attached', timeout: 300_000 });

/** Waits until an expression holds; the page itself may evaluate none. */
async function until(page: Page, expression: string): Promise<void> {
  for (let i = 0; i < 3_000; i++) {
    if (await page.evaluate(expression)) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`never: ${expression}`);
}

/** A request as the address holds it. */
function hashOf(request: object, lang = 'ja'): string {
  const fields: Record<string, string> = { as_of: AS_OF, lang };
  const take = (held: object, prefix: string): void => {
    for (const [name, value] of Object.entries(held)) {
      const isTerms = typeof value === 'object' && value !== null && !Array.isArray(value) && !('mean' in value);
      if (isTerms) take(value, `${prefix}${name}.`);
      else fields[prefix + name] = typeof value === 'object' ? JSON.stringify(value) : String(value);
    }
  };
  take(request, '');
  return `#${new URLSearchParams(fields)}`;
}

async function evaluated(request: object): Promise<Report> {
  const answer = await fetch(`${service.origin}/v1/evaluate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as_of: AS_OF, lang: 'ja', ...request }),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Report;
}

/** Brings a page to another case and waits for its answer. */
async function goTo(page: Page, hash: string, report: Report): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
  await page.locator('.versions', { hasText: report.meta.input_hash }).waitFor();
}

describe('the first screen', () => {
  test('shows an answer before anybody types, and asks nothing after loading', async () => {
    const { page, complaints, asked } = await visit();
    expect(await page.locator('.sentence').first().textContent()).toMatch(/を勧めます/);
    const [answered] = (await page.evaluate(
      "performance.getEntriesByName('kaishu-answer').map(({ startTime }) => startTime)",
    )) as number[];
    process.stdout.write(`first answer after ${Math.round(answered ?? 0)} ms\n`);
    await settled(page);
    expect(complaints).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('speaks the language of the browser, and the other one by its switch', async () => {
    const { page } = await visit('', { locale: 'en-US' });
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.getByRole('button', { name: '日本語' }).click();
    await page.locator('.sentence', { hasText: 'を勧めます' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('ja');
  });

  test('links to the sheets, the documentation and the description', async () => {
    const { page } = await visit();
    for (const path of ['/sheets/', '/docs', '/openapi.json', '/kaishu.html'])
      expect(await page.locator(`nav a[href^="${path}"]`).count()).toBe(1);
  });
});

describe('the fields', () => {
  test('a figure that is typed changes the answer, which is that of the service', async () => {
    const { page } = await visit(hashOf({ amount: 1250000, overdue_days: 82 }));
    await page.fill('#field-amount', '3,200,000円');
    const report = await evaluated({ amount: '3,200,000円', overdue_days: 82 });
    await page.locator('.versions', { hasText: report.meta.input_hash }).waitFor();
    expect(await page.locator('.net').getAttribute('value')).toBe(report.recommendation.net_value);
  });

  test('a mistake stands beside its field in the words of the service, and the last answer stays', async () => {
    const { page } = await visit();
    const before = await page.locator('.sentence').first().textContent();
    await page.fill('#field-amount', '百');
    const mistake = page.locator('[data-field=amount] .mistake');
    await mistake.waitFor();
    const answer = await fetch(`${service.origin}/v1/evaluate?amount=百&overdue_days=82&lang=ja`);
    const { errors } = (await answer.json()) as { errors: { detail: string }[] };
    expect(await mistake.textContent()).toContain(errors[0]!.detail);
    expect(await page.locator('.sentence').first().textContent()).toBe(before);
    await page.fill('#field-amount', '100000');
    await mistake.waitFor({ state: 'detached' });
  });

  test('a field that is told is marked, and an empty one says what is assumed', async () => {
    const { page } = await visit();
    await page.locator('[data-topic=debtor] > summary').click();
    expect(await page.locator('[data-field=assets] .assumed').textContent()).toContain('把握していない');
    await page.selectOption('#field-assets', 'known');
    await page.locator('[data-field=assets].told').waitFor();
    expect(await page.locator('[data-topic=debtor] .count').textContent()).toBe('1');
  });

  test('what has happened and who else owes is typed row by row, and counts once a row is complete', async () => {
    const claim = { amount: 1250000, overdue_days: 82 };
    const { page } = await visit(hashOf(claim));
    const isAnswered = async (request: object): Promise<void> => {
      const { meta } = await evaluated({ ...claim, ...request });
      await page.locator('.versions', { hasText: meta.input_hash }).waitFor();
    };
    await page.locator('[data-topic=papers] > summary').click();
    const events = page.locator('[data-list=events]');
    await events.getByRole('button', { name: '追加する' }).click();
    await events.locator('.typed-row .hint').waitFor();
    await events.locator('select').first().selectOption('acknowledgment');
    expect(await events.locator('[data-field=months]').count()).toBe(0);
    await events.locator('[data-field=on] input').fill('きのう');
    const mistake = events.locator('[data-field=on] .mistake');
    await mistake.waitFor();
    expect(await mistake.textContent()).toContain('日付として読めません');
    await events.locator('[data-field=on] input').fill('2026-10-01');
    await mistake.waitFor({ state: 'detached' });
    await isAnswered({ events: [{ on: '2026-10-01', kind: 'acknowledgment' }] });
    await events.locator('select').first().selectOption('consultation_agreement');
    await events.locator('[data-field=months] input').fill('6');
    const agreed = [{ on: '2026-10-01', kind: 'consultation_agreement', months: 6 }];
    await isAnswered({ events: agreed });
    await page.locator('[data-topic=debtor] > summary').click();
    const others = page.locator('[data-list=other_debtors]');
    await others.getByRole('button', { name: '追加する' }).click();
    await others.locator('select').first().selectOption('joint_debtor');
    await others.locator('[data-field=amount] input').fill('500,000円');
    await isAnswered({ events: agreed, other_debtors: [{ kind: 'joint_debtor', amount: 500000 }] });
    await until(page, "location.hash.includes('joint_debtor')");
    const again = await visit('', {}, page.url());
    expect(await again.page.locator('[data-list=other_debtors] [data-field=amount] input').inputValue()).toBe(
      '500,000円',
    );
    await events.getByRole('button', { name: '取り消す' }).click();
    await others.getByRole('button', { name: '取り消す' }).click();
    await isAnswered({});
  });

  test('what is typed stands in the address, and the link brings the case back', async () => {
    const { page } = await visit();
    await page.fill('#field-amount', '777000');
    await until(page, "location.hash.includes('777000')");
    const address = page.url();
    const other = await visit('', {}, address);
    expect(await other.page.inputValue('#field-amount')).toBe('777000');
  });
});

describe('the figures', () => {
  /** Claims of many kinds, the same at every run. */
  function* claims(count: number): Generator<object> {
    let seed = 20261128;
    const next = (most: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * most);
    };
    const pick = <T>(list: readonly T[]): T => list[next(list.length)]!;
    for (let i = 0; i < count; i++)
      yield {
        amount: pick([3, 12, 45, 98, 320, 1250, 4800]) * 10_000 + next(9_999),
        overdue_days: next(600) - 40,
        contact: pick(['responsive', 'evasive', 'unreachable']),
        dispute: pick(['none', 'none', 'partial', 'full']),
        evidence: pick(['strong', 'medium', 'weak']),
        ...pick([
          {},
          { tdb_score: 42 },
          { assets: 'known' },
          { distress: 'some' },
          { 'sell.offer': 20_000 },
          { demand_sent: true },
        ]),
      };
  }

  test('of 200 claims are those of the service to the yen', async () => {
    const { page } = await visit();
    let compared = 0;
    for (const request of claims(200)) {
      const report = await evaluated(request);
      await goTo(page, hashOf(request), report);
      const shown = (await page.$$eval('.result .bars .value', (all) =>
        all.map((one) => one.getAttribute('value')),
      )) as string[];
      const open = report.options.filter(({ status }) => status === 'open');
      expect(shown).toEqual(open.map(({ net_value }) => net_value));
      const bridge = (await page.$$eval('.result .waterfall .value', (all) =>
        all.map((one) => one.getAttribute('value')),
      )) as string[];
      expect(bridge).toEqual(
        (open[0]?.bridge ?? [])
          .filter(({ step, amount }) => step === 'face' || step === 'net' || amount !== '0')
          .map(({ amount }) => amount),
      );
      expect(await page.locator('.sentence').first().textContent()).toBe(report.recommendation.headline);
      compared += shown.length + bridge.length;
    }
    process.stdout.write(`${compared} figures compared\n`);
    expect(compared).toBeGreaterThan(2_000);
  });

  test('of an option that is chosen replace those of the first; ties are bracketed and closed ones give their reason', async () => {
    const request = { amount: 1250000, overdue_days: 82 };
    const report = await evaluated({ ...request, include: 'bridge,plan,plans,outcomes' });
    const { page } = await visit(hashOf(request));
    const second = report.options[1]!;
    await page.locator(`.result [data-option=${second.id}] button`).click();
    await page.locator('.outcomes .of', { hasText: second.label }).waitFor();
    expect(await page.locator('.result .waterfall li[data-step=net] .value').getAttribute('value')).toBe(
      second.net_value,
    );
    expect(await page.locator('.result .in-tie').count()).toBe(report.options.filter(({ tied }) => tied).length);
    await page.locator('.closed summary').last().click();
    const barred = report.options.find(({ status }) => status === 'barred')!;
    expect(await page.locator(`.closed [data-option=${barred.id}]`).textContent()).toContain(
      barred.bars[0]!.citation ?? barred.label,
    );
    await settled(page);
    const share = `${Math.round(second.outcomes!.in_full * 100)}%`;
    expect(await page.locator('.shares .in_full dd').textContent()).toBe(share);
    await page.locator('.result .waterfall li[data-step=own_time] button').click();
    expect(await page.locator('.origin').textContent()).toMatch(/人件費[\s\S]*money\.staff_rate/);
  });

  test('what would change the answer follows by itself, with a map of two numbers', async () => {
    const { page } = await visit(
      hashOf({ amount: 280000, overdue_days: 122, contact: 'evasive', broken_promises: 2, evidence: 'strong' }),
    );
    await settled(page);
    expect(await page.locator('.tornado li').count()).toBeGreaterThan(5);
    await page.locator('.winners').waitFor();
    expect(await page.locator('.winners tbody td').count()).toBe(49);
    const before = await page.locator('.winner').textContent();
    await page.locator('.slider input').first().focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft');
    expect(await page.locator('.winner').textContent()).not.toBe(before);
  });
});

/** Chooses the fields of the third and the fourth column without waiting in between. */
const CHOOSE_BOTH = `(() => {
  const all = [...document.querySelectorAll('.columns select')];
  for (const [place, field] of [[2, 'amount'], [3, 'due_date']]) {
    all[place].value = field;
    all[place].dispatchEvent(new Event('change', { bubbles: true }));
  }
})()`;

describe('a list', () => {
  const drop = async (page: Page, file: string): Promise<void> => {
    await page.getByRole('button', { name: '一覧をまとめて調べる' }).click();
    await page.setInputFiles('.drop input[type=file]', file);
    await page.locator('.reading').waitFor();
  };

  test('in Shift_JIS is read with its doubts, valued, and the same as the service values it', async () => {
    const { page, asked } = await visit();
    await drop(page, join(LEDGERS, 'bugyo.csv'));
    expect(await page.locator('.doubts li').count()).toBe(2);
    await page.getByRole('button', { name: 'すべて計算する' }).click();
    await page.locator('.sums').waitFor();
    const answer = await fetch(`${service.origin}/v1/portfolio?map=auto&lang=ja&format=json&out=best_net`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: await readFile(join(LEDGERS, 'bugyo.csv')),
    });
    const { rows, summary } = (await answer.json()) as {
      rows: { result: { best_net: string } }[];
      summary: { text: string };
    };
    expect(await page.$$eval('.rows data', (all) => all.map((one) => one.getAttribute('value')))).toEqual(
      rows.map(({ result }) => result.best_net),
    );
    expect(await page.locator('.sums .sentence').textContent()).toBe(summary.text);
    expect(asked).toEqual([]);
  });

  test('whose column was read wrongly is corrected by hand', async () => {
    const file = join(folder, 'odd.csv');
    await writeFile(file, '顧客,伝票,残り,期限の日\nA,1,120000,2026-08-31\nB,2,90000,2026-09-30\n');
    const { page } = await visit();
    await drop(page, file);
    await page.getByLabel('読み方: 残り').selectOption('amount');
    await page.getByLabel('読み方: 期限の日').selectOption('due_date');
    const run = page.getByRole('button', { name: 'すべて計算する' });
    await run.click();
    await page.locator('.sums').waitFor();
    expect(await page.locator('.rows data').count()).toBe(2);
  });

  test('whose columns are chosen faster than answers come is read by the last choice', async () => {
    const file = join(folder, 'odd.csv');
    await writeFile(file, '顧客,伝票,残り,期限の日\nA,1,120000,2026-08-31\nB,2,90000,2026-09-30\n');
    for (let i = 0; i < 4; i++) {
      const { page, context } = await visit();
      await drop(page, file);
      await page.locator('.columns option[value=due_date]').nth(3).waitFor({ state: 'attached' });
      await page.evaluate(CHOOSE_BOTH);
      await page.waitForTimeout(1_000);
      expect(await page.locator('.reading .mistake').count()).toBe(0);
      await context.close();
    }
  });

  test('is taken from the clipboard, and saved as a workbook that is one', async () => {
    const { page } = await visit();
    await page.getByRole('button', { name: '一覧をまとめて調べる' }).click();
    await page.evaluate(PASTE);
    await page.locator('.reading').waitFor();
    await page.getByRole('button', { name: 'すべて計算する' }).click();
    await page.locator('.sums').waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '.xlsx' }).click(),
    ]);
    const path = join(folder, 'saved.xlsx');
    await saved.saveAs(path);
    expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK');
    // What was saved is a workbook that the page itself reads again.
    await page.setInputFiles('.drop input[type=file]', path);
    await page.locator('.reading', { hasText: 'saved.xlsx' }).waitFor();
    expect(await page.locator('.columns tbody tr').count()).toBeGreaterThan(3);
  });

  test('of JSON that writes a member twice is refused with its place, and nothing of it is valued', async () => {
    const file = join(folder, 'twice.json');
    await writeFile(file, '[{"相手":"A","残高":100000,"残高":900000,"支払期日":"2026-08-31"}]');
    const { page } = await visit();
    await page.getByRole('button', { name: '一覧をまとめて調べる' }).click();
    await page.setInputFiles('.drop input[type=file]', file);
    const said = page.getByText('残高', { exact: false }).first();
    await said.waitFor();
    expect(await said.textContent()).toContain('0.残高 が二度書かれています');
    expect(await page.getByRole('button', { name: 'すべて計算する' }).count()).toBe(0);
  });

  test('of 200 rows is decided by several workers, as the service decides it, and valued again after that', async () => {
    const lines = Array.from(
      { length: 200 },
      (_, i) => `R${i},D${i % 150},${50_000 + i * 3_700},2026-0${1 + (i % 9)}-15`,
    );
    const text = `番号,得意先コード,債権残高,支払期日\n${lines.join('\n')}\n`;
    const file = join(folder, 'many.csv');
    await writeFile(file, text);
    const { page, complaints } = await visit();
    let most = 0;
    page.on('worker', () => {
      most = Math.max(most, page.workers().length);
    });
    await drop(page, file);
    const before = page.workers().length;
    const answer = await fetch(`${service.origin}/v1/portfolio?map=auto&lang=ja&format=json&out=best_net`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: text,
    });
    const { rows } = (await answer.json()) as { rows: { result: { best_net: string } }[] };
    for (let time = 0; time < 2; time++) {
      await page.getByRole('button', { name: 'すべて計算する' }).click();
      await page.locator('.sums').waitFor();
      expect(await page.$$eval('.rows data', (all) => all.map((one) => one.getAttribute('value')))).toEqual(
        rows.map(({ result }) => result.best_net),
      );
    }
    const cores = await page.evaluate('navigator.hardwareConcurrency');
    expect(most - before).toBe(Math.min(4, Number(cores)) - 1);
    // A worker that has ended is told a moment later.
    await expect.poll(() => page.workers().length, { timeout: 10_000 }).toBe(before);
    expect(complaints).toEqual([]);
  });

  test('of 10,000 rows shows its progress and can be cancelled', async () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, i) => `R${i},D${i % 4_000},${50_000 + i * 37},2026-0${1 + (i % 9)}-15`,
    );
    const file = join(folder, 'long.csv');
    await writeFile(file, `番号,得意先コード,債権残高,支払期日\n${lines.join('\n')}\n`);
    const { page } = await visit();
    await drop(page, file);
    await page.getByRole('button', { name: 'すべて計算する' }).click();
    await until(page, "Number(document.querySelector('[role=status] progress')?.getAttribute('value')) > 200");
    await page.getByRole('button', { name: '中止' }).click();
    const done = Number(await page.locator('[role=status] progress').getAttribute('value'));
    expect(done).toBeLessThan(10_000);
    await page.getByRole('button', { name: '.csv' }).waitFor();
    expect(await page.locator('.rows tbody tr').count()).toBe(200);
  });
});

describe('one file', () => {
  test('works from a folder with the network switched off', async () => {
    const { page, context, complaints, asked } = await visit('', {}, pathToFileURL(PAGE_FILE).href);
    await context.setOffline(true);
    await page.fill('#field-amount', '640000');
    const report = await evaluated({
      amount: 640000,
      overdue_days: 82,
      contact: 'evasive',
      evidence: 'strong',
      as_of: undefined,
    });
    await page.locator('.net').waitFor();
    await until(page, `document.querySelector('.net')?.getAttribute('value') === '${report.recommendation.net_value}'`);
    await settled(page);
    expect(complaints).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('cannot send, neither the page nor its worker', async () => {
    const { page } = await visit();
    const refused = await page.evaluate(`fetch('${service.origin}/health').then(() => 'sent', () => 'refused')`);
    expect(refused).toBe('refused');
  });
});

describe('everybody', () => {
  test('reaches every control by the keyboard alone', async () => {
    const { page } = await visit();
    const reached = new Set<string>();
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      reached.add(
        (await page.evaluate("document.activeElement?.id || document.activeElement?.tagName || ''")) as string,
      );
    }
    for (const id of [
      'field-amount',
      'field-overdue_days',
      'field-contact',
      'field-dispute',
      'field-evidence',
      'SUMMARY',
      'BUTTON',
    ])
      expect(reached).toContain(id);
  });

  test.each([
    { lang: 'ja', scheme: 'light', width: 1440 },
    { lang: 'ja', scheme: 'dark', width: 390 },
    { lang: 'en', scheme: 'light', width: 390 },
    { lang: 'en', scheme: 'dark', width: 1440 },
  ] as const)('meets the rules of accessibility: $lang, $scheme, $width pixels', async ({ lang, scheme, width }) => {
    const { page } = await visit(hashOf({ amount: 1250000, overdue_days: 82 }, lang), { scheme, width });
    await settled(page);
    await page.locator('.winners').waitFor();
    for (const topic of await page.locator('details > summary').all()) await topic.click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
    ).toEqual([]);
    const wide = (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number;
    expect(wide).toBeLessThanOrEqual(0);
    if (lang === 'ja') {
      await page.getByRole('button', { name: '一覧をまとめて調べる' }).click();
      await page.setInputFiles('.drop input[type=file]', join(LEDGERS, 'freee.csv'));
      await page.getByRole('button', { name: 'すべて計算する' }).click();
      await page.locator('.sums').waitFor();
      const list = await new AxeBuilder({ page }).analyze();
      expect(list.violations.map(({ id }) => id)).toEqual([]);
    }
  });
});

describe('paper', () => {
  /** Pages of a PDF. */
  const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

  test.each(['ja', 'en'])('the approval sheet is one page for every scenario: %s', async (lang) => {
    const { page } = await visit();
    const letters: number[] = [];
    for (const { name, request } of SCENARIOS) {
      const report = await evaluated({ ...request, lang });
      await goTo(page, hashOf(request, lang), report);
      await page.locator('.sheet footer', { hasText: report.meta.input_hash }).waitFor({ state: 'attached' });
      await page.locator('.sheet .figures').waitFor({ state: 'attached', timeout: 300_000 });
      await page.waitForTimeout(350);
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      if (process.env.SHEETS) await writeFile(join(process.env.SHEETS, `${lang}-${name.split(':')[0]}.pdf`), pdf);
      expect(pagesIn(pdf), name).toBe(1);
      await page.emulateMedia({ media: 'print' });
      const overlaps = (await page.evaluate(OVERLAPS)) as string[];
      const size = (await page.evaluate(
        "parseFloat(document.querySelector('.sheet').style.getPropertyValue('--letters'))",
      )) as number;
      await page.emulateMedia({ media: null });
      expect(overlaps, name).toEqual([]);
      letters.push(size);
    }
    process.stdout.write(`${lang}: letters from ${Math.min(...letters)} to ${Math.max(...letters)} pt\n`);
    expect(Math.min(...letters)).toBeGreaterThanOrEqual(6);
  });

  test('a second sheet holds the assumptions when it is wanted, and boxes can be renamed', async () => {
    const { page } = await visit(hashOf({ amount: 1250000, overdue_days: 82 }));
    await settled(page);
    await page.locator('.print-panel input[type=checkbox]').check();
    await page.locator('.print-panel fieldset input').nth(1).fill('経理課長');
    await page.waitForTimeout(400);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pagesIn(pdf)).toBeGreaterThan(1);
    expect(await page.locator('.sheet .stamps').textContent()).toContain('経理課長');
  });

  test('the preparation of a call is one page, and a record sheet to fill in follows', async () => {
    const { page } = await visit(hashOf({ amount: 1250000, overdue_days: 82 }));
    await settled(page);
    await page.evaluate('window.print = () => {}');
    await page.locator('.print-panel button').last().click();
    await page.locator('.sheet.talks .sentence').waitFor({ state: 'attached', timeout: 300_000 });
    expect(await page.locator('.sheet .record td').count()).toBe(45);
    // Printing brings the request for approval back.
    expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(2);
    expect(await page.locator('.sheet .stamps').count()).toBe(1);
  });
});

describe('drafts', () => {
  const CASE = { amount: 1_250_000, overdue_days: 82, contact: 'evasive', evidence: 'strong', claim_kind: 'goods' };
  const NAMES = { creditor: '株式会社山田製作所', debtor: '有限会社髙橋商店', invoice: 'INV-2026-081' };

  /** Opens the drafts of a case. */
  async function drafts(more: object = {}): Promise<Visit> {
    const seen = await visit(hashOf({ ...CASE, ...more }));
    await seen.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await settled(seen.page);
    await seen.page.locator('.drafts summary').click();
    await seen.page.locator('.draft-words h3').waitFor();
    return seen;
  }

  test('the draft of the recommended step is that of the service, and names typed into it stay on the page', async () => {
    const { page, complaints, asked } = await drafts();
    const report = await evaluated({ ...CASE, include: 'plan' });
    const [kind = ''] = report.recommendation.plan?.[0]?.documents ?? [];
    expect(await page.locator('.drafts select').inputValue()).toBe(kind);
    await page.locator('.drafts select').selectOption('demand');
    await page.locator('.sheets').waitFor();
    expect(await page.locator('.sheets').textContent()).toContain('1');
    for (const [name, text] of Object.entries(NAMES)) await page.locator(`.names input[name=${name}]`).fill(text);
    const served = await fetch(`${service.origin}/v1/documents/demand`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...CASE, as_of: AS_OF, lang: 'ja' }),
    });
    const filled = (await served.text())
      .replaceAll('［債権者名］', NAMES.creditor)
      .replaceAll('［債務者名］', NAMES.debtor)
      .replaceAll('［請求書番号］', NAMES.invoice);
    await page.getByRole('button', { name: '本文を写す' }).click();
    await page.locator('.drafts').getByRole('button', { name: '写しました' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(filled);
    expect(decodeURIComponent(page.url())).not.toContain('山田');
    expect(asked).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('a draft is saved as text and for a word processor, with the same words', async () => {
    // Who avoids us is offered instalments after a demand if cash is what it lacks.
    const { page } = await drafts({ demand_sent: true, distress: 'some' });
    await page.locator('.drafts select').selectOption('plan_agreement');
    await page.locator('.draft-table').first().waitFor();
    await page.locator('.names input[name=debtor]').fill(NAMES.debtor);
    const saved = async (name: string): Promise<Buffer> => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
      expect(file.suggestedFilename()).toMatch(/^plan_agreement\.(txt|docx)$/);
      return readFile(await file.path());
    };
    const text = (await saved('.txt で保存')).toString('utf8');
    expect(text).toContain(NAMES.debtor);
    const xml = strFromU8(unzipSync(await saved('.docx で保存'))['word/document.xml']!);
    const words = [...xml.matchAll(/<w:t xml:space="preserve">([^<]*)<\/w:t>/g)].map(([, word]) => word).join('');
    expect(words.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
  });

  test('a draft that does not fit the claim says why, and what is missing', async () => {
    const { page } = await drafts();
    await page.locator('.drafts select').selectOption('set_off_notice');
    await page.locator('.refused li').waitFor();
    expect(await page.locator('.refused').textContent()).toContain('買掛金');
    await page.locator('.drafts select').selectOption('complaint_small_claims');
    await page.locator('.refused', { hasText: '600,000円以下' }).waitFor();
  });

  test('on paper the draft is alone, and no rule of accessibility is broken', async () => {
    const { page } = await drafts();
    await page.locator('.drafts select').selectOption('second_reminder');
    await page.locator('.draft-words h3', { hasText: '督促状' }).waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.evaluate("document.body.classList.add('print-draft')");
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.paper.draft h3').isVisible()).toBe(true);
    expect(await page.locator('.sheet').first().isVisible()).toBe(false);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
    await page.evaluate("document.body.classList.remove('print-draft')");
    expect(await page.locator('.paper.draft h3').isVisible()).toBe(false);
  });

  const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
});

/** Pastes cells as a spreadsheet copies them. */
const PASTE = `(() => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text', '番号\\t未回収額\\t支払期日\\nA-1\\t350000\\t2026-08-31\\n');
  document.querySelector('.drop textarea').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
})()`;

/** Blocks of text on the sheet that lie over one another or outside it. */
const OVERLAPS = `(() => {
  const sheet = document.querySelector('.sheet');
  const frame = sheet.getBoundingClientRect();
  const parts = [...sheet.querySelectorAll('h1, h2, p, li .name, li .value, td, th, li, footer')].filter((one) => one.getClientRects().length > 0 && one.textContent.trim() !== '');
  const boxes = parts.map((one) => [one, one.getBoundingClientRect()]);
  const found = [];
  for (const [one, box] of boxes) {
    if (box.right > frame.right + 1 || box.left < frame.left - 1) found.push('outside: ' + one.textContent.slice(0, 30));
    if (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline') found.push('cut: ' + one.textContent.slice(0, 30));
  }
  for (let i = 0; i < boxes.length; i++)
    for (let j = i + 1; j < boxes.length; j++) {
      const [[one, a], [other, b]] = [boxes[i], boxes[j]];
      if (one.contains(other) || other.contains(one)) continue;
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 2 && high > 2) found.push(one.textContent.slice(0, 20) + ' over ' + other.textContent.slice(0, 20));
    }
  return found;
})()`;
