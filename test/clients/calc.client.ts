// LibreOffice Calc, headless, opens the workbooks that the service offers and lets WEBSERVICE and FILTERXML fetch from the running
// service. Every cell that it fetched must hold what the service answers for the inputs of its line, and is printed.

import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenWidth } from '../../src/formats/screen_width.ts';
import { EXAMPLE_CELLS } from '../../src/sheets/page.ts';
import { bytesOf, type Running, start } from '../service.ts';

interface Cell {
  readonly text: string;
  readonly value: number;
  readonly formula: string | null;
  readonly number: boolean;
  readonly error: number;
}
type Sheets = Record<string, Cell[][]>;

const SOFFICE = process.env.SOFFICE ?? '/usr/bin/soffice';
const PYTHON = process.env.UNO_PYTHON ?? '/usr/bin/python3';
const AS_OF = '2026-11-20';
const CLAIM = `amount=1250000&overdue_days=82&as_of=${AS_OF}&lang=ja`;
/** Tables that Calc opens by their address. */
const TABLES = { csv: `/v1/evaluate.csv?${CLAIM}&header=ja`, xlsx: `/v1/evaluate.xlsx?${CLAIM}` } as const;

/** The exports of accounting systems that come back as workbooks. */
const EXPORTS = fileURLToPath(new URL('../cases/ledgers/', import.meta.url));
const EXPORTED = (await readdir(EXPORTS)).filter((name) => !name.endsWith('.json'));
/** What the service says that each of them comes to. */
const sums = new Map<string, { readonly face: string; readonly net_value: string }>();

/** What the service answers to a ledger. */
async function sent(name: string, format: string): Promise<Response> {
  const type = name.endsWith('.txt') ? 'text/tab-separated-values' : 'text/csv';
  return fetch(`${service.origin}/v1/portfolio?map=auto&lang=ja&as_of=2026-10-31&format=${format}`, {
    method: 'POST',
    headers: { 'Content-Type': type },
    body: await readFile(join(EXPORTS, name)),
  });
}

let service: Running;
let folder: string;
let opened: Record<string, Sheets>;
const nameOf = new Map<string, string>();

beforeAll(async () => {
  service = await start();
  folder = await mkdtemp(join(tmpdir(), 'kaishu-calc-'));
  const addresses: string[] = [];
  for (const name of ['kaishu.ods', 'kaishu.xlsx']) {
    const path = join(folder, name);
    await writeFile(path, await bytesOf(`${service.origin}/sheets/${name}`));
    nameOf.set(name, pathToFileURL(path).href);
    addresses.push(pathToFileURL(path).href);
  }
  // The formulas of the page, typed as a reader would, under the cells that they read.
  const lines = new TextDecoder()
    .decode(await bytesOf(`${service.origin}/sheets/calc.txt`))
    .trim()
    .split('\n');
  const cells = Object.fromEntries([
    ...EXAMPLE_CELLS.map(([cell, , shown]) => [cell, shown]),
    ...lines.map((line, i) => [`B${i + 5}`, line.split('\t')[1]!]),
  ]);
  const typed = join(folder, 'typed.json');
  await writeFile(typed, JSON.stringify(cells));
  nameOf.set('typed', pathToFileURL(typed).href);
  for (const [name, path] of Object.entries(TABLES)) nameOf.set(name, `${service.origin}${path}`);
  for (const name of EXPORTED) {
    const path = join(folder, `${name}.xlsx`);
    await writeFile(path, new Uint8Array(await (await sent(name, 'xlsx')).arrayBuffer()));
    nameOf.set(name, pathToFileURL(path).href);
    addresses.push(pathToFileURL(path).href);
    const { summary } = (await (await sent(name, 'json')).json()) as { summary: { face: string; net_value: string } };
    sums.set(name, summary);
  }
  addresses.push(...['typed', ...Object.keys(TABLES)].map((name) => nameOf.get(name)!));
  const driver = fileURLToPath(new URL('calc.py', import.meta.url));
  const { stdout } = await promisify(execFile)(PYTHON, [driver, SOFFICE, folder, ...addresses], { maxBuffer: 2 ** 26 });
  opened = JSON.parse(stdout) as Record<string, Sheets>;
});

afterAll(async () => {
  await service?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

const sheetsOf = (name: string): Sheets => opened[nameOf.get(name)!]!;

/** What the service answers for these inputs. */
const answered = async (field: string, facts: Record<string, string>): Promise<string> => {
  const query = new URLSearchParams({ ...facts, as_of: AS_OF, lang: 'ja', field });
  return new TextDecoder().decode(await bytesOf(`${service.origin}/v1/cell?${query}`));
};

/** A ledger of the workbook: which column is which input, and which value stands in each column of answers. */
const LEDGERS: readonly {
  readonly name: string;
  readonly inputs: readonly (string | null)[];
  readonly answers: readonly string[];
}[] = [
  { name: '未入金一覧', inputs: [null, null, 'due_date', 'amount'], answers: ['best_label', 'best_net', 'why'] },
  {
    name: '与信の兆候',
    inputs: [null, 'amount', 'overdue_days', 'tdb_score', 'contact', 'evidence'],
    answers: ['best_label', 'best_net', 'p10'],
  },
  {
    name: '年齢表',
    inputs: [null, null, 'amount', 'overdue_days'],
    answers: ['best_label', 'best_net', 'limitation_last_day'],
  },
];
const NUMBERS = ['best_net', 'p10'];

const factsOf = (row: readonly Cell[], inputs: readonly (string | null)[]): Record<string, string> =>
  Object.fromEntries(
    inputs.flatMap((name, i) => {
      const cell = row[i]!;
      const text = cell.number && name !== 'due_date' ? String(cell.value) : cell.text;
      return name === null || text === '' ? [] : [[name, text]];
    }),
  );

/** Prints cells as a table that stays aligned. */
function show(title: string, rows: readonly (readonly string[])[]): void {
  const cut = (text: string) => (text.length > 44 ? `${text.slice(0, 43)}…` : text);
  const cells = rows.map((row) => row.map(cut));
  const widths = cells[0]!.map((_, i) => Math.max(...cells.map((row) => screenWidth(row[i] ?? ''))));
  const lines = cells.map((row) => row.map((text, i) => text + ' '.repeat(widths[i]! - screenWidth(text))).join(' | '));
  process.stdout.write(`\n${title}\n${lines.join('\n')}\n`);
}

describe.each(['kaishu.ods', 'kaishu.xlsx'])('%s in Calc', (file) => {
  test('the check on the first sheet is fetched', () => {
    const check = sheetsOf(file)
      .設定!.flat()
      .find(({ formula }) => formula !== null)!;
    expect(check.error).toBe(0);
    expect(check.text).toMatch(/^\p{Script=Han}/u);
  });

  test.each(LEDGERS)('$name: every cell is what the service answers', async ({ name, inputs, answers }) => {
    const [head, ...rows] = sheetsOf(file)[name]!;
    show(
      `${file} ${name}`,
      [head!, ...rows].map((row) => [row[0]!, ...row.slice(inputs.length)].map(({ text }) => text)),
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows.slice(0, -1))
      for (const [i, field] of answers.entries()) {
        const cell = row[inputs.length + i]!;
        const expected = await answered(field, factsOf(row, inputs));
        expect(cell.error, cell.formula ?? '').toBe(0);
        expect(cell.number, cell.text).toBe(NUMBERS.includes(field));
        if (cell.number) expect(cell.value).toBe(Number(expected));
        else expect(cell.text).toBe(expected);
      }
  });

  test.each(LEDGERS)('$name: the wrong line says what is wrong', async ({ name, inputs }) => {
    const row = sheetsOf(file)[name]!.at(-1)!;
    const cell = row[inputs.length]!;
    expect(cell.text).toMatch(/^ERR [a-z_]+ .*。/);
    expect(cell.text).toBe(await answered('best_label', factsOf(row, inputs)));
    for (const other of row.slice(inputs.length)) expect(other.error, other.formula ?? '').toBe(0);
  });
});

test('the formulas of the page, typed into Calc, give what the service answers', async () => {
  const rows = Object.values(sheetsOf('typed'))[0]!;
  const cells = rows.slice(4).map((row) => row[1]!);
  show(
    'calc.txt',
    cells.map((cell) => [cell.text, cell.number ? 'number' : 'text']),
  );
  const facts = { amount: '1250000', overdue_days: '82' };
  const [best, net, why, tree] = cells;
  expect(best!.text).toBe(await answered('best_label', { ...facts, tdb_score: '52' }));
  expect([net!.number, net!.value]).toEqual([true, Number(await answered('best_net', { ...facts, tdb_score: '52' }))]);
  expect(why!.text).toBe(await answered('why', { amount: '1250000', due_date: '2026-08-31' }));
  expect([tree!.number, tree!.value]).toEqual([true, Number(await answered('best_net', facts))]);
});

test.each(Object.keys(TABLES))(
  'a table opened as %s by its address has Japanese headings, and figures that are numbers',
  async (name) => {
    // A workbook has a report before its figures.
    const [head, first] = Object.values(sheetsOf(name)).at(name === 'xlsx' ? 1 : 0)!;
    expect(head!.slice(0, 5).map(({ text }) => text)).toEqual(['順位', '手段コード', '手段', '状態', '期待額']);
    expect(first![2]!.text).toBe(await answered('best_label', { amount: '1250000', overdue_days: '82' }));
    expect(first![4]!.number).toBe(true);
    expect(first![4]!.value).toBe(Number(await answered('best_net', { amount: '1250000', overdue_days: '82' })));
  },
);

test.each(EXPORTED)('the answer to %s opens in Calc with a report first, and Calc adds its rows up', (name) => {
  const sheets = sheetsOf(name);
  expect(Object.keys(sheets).slice(0, 2)).toEqual(['報告', '明細']);
  const report = sheets.報告!.flat().map(({ text }) => text);
  for (const title of ['概要', '手段別']) expect(report).toContain(title);
  const [head, ...rows] = sheets.明細!;
  const last = rows.at(-1)!;
  const sumUnder = (heading: string) => last[head!.findIndex(({ text }) => text === heading)]!;
  const { face, net_value } = sums.get(name)!;
  for (const [heading, expected] of [
    ['債権額（読取値）', face],
    ['期待額', net_value],
  ] as const) {
    const { formula, error, value } = sumUnder(heading);
    expect([formula?.slice(0, 9), error]).toEqual(['=SUBTOTAL', 0]);
    expect(value).toBe(Number(expected));
  }
  // Whatever the caller wrote with a leading zero still has it.
  const zeros = rows.flat().filter(({ text }) => /^0\d+$/.test(text));
  for (const { number } of zeros) expect(number).toBe(false);
});
