// POST /v1/portfolio/map: what is answered about a ledger, in every way of sending one, and what is refused.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import type { Problem } from '../src/problem.ts';

const app = createApp();
const CSV = '請求番号,得意先コード,支払期日,残高（千円）\nINV-1,C1,2026/8/31,"1,250"\n,合計,,"1,250"\n';

const send = (
  body: string | Uint8Array<ArrayBuffer>,
  type = 'text/csv',
  query = '',
  headers: Record<string, string> = {},
) =>
  app.request(`/v1/portfolio/map${query}`, {
    method: 'POST',
    headers: { 'Content-Type': type, 'Accept-Language': 'en', ...headers },
    body,
  });

const file = (name: string) => new Uint8Array(readFileSync(new URL(`./cases/ledgers/${name}`, import.meta.url)));

interface Answer {
  readonly columns: readonly { header: string; field: string | null; label: string | null; doubt: string | null }[];
  readonly samples: readonly { record: Record<string, unknown> }[];
  readonly left_out: { count: number; lines: readonly unknown[] };
  readonly [name: string]: unknown;
}

describe('an answer', () => {
  test('says how the ledger was read, and samples it', async () => {
    const answer = await send(file('bugyo.csv'), 'text/csv', '?lang=ja');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    const body = (await answer.json()) as Answer;
    expect(body).toMatchObject({
      encoding: 'shift_jis',
      separator: ',',
      layout: 'open_items',
      preset: { id: 'bugyo', certainty: 'estimated' },
      header_line: 5,
      unit: 1000,
      as_of: '2026-10-31',
      rows: 2,
      missing: [],
      left_out: { count: 8, by_reason: { title: 3, blank: 1, credit: 1, total: 3 } },
    });
    expect(body.columns[6]).toEqual({
      index: 6,
      header: '債権残高',
      field: 'amount',
      label: '債権額',
      by: 'preset',
      doubt: null,
    });
    expect(body.columns[5]!.doubt).toMatch(/予定日/);
    // The credit of line 7 is deducted from the older claim of the same debtor, unless it is left out.
    expect(body.samples[0]).toMatchObject({ line: 6, record: { id: '00012345', amount: '1130500' } });
    const left = (await (await send(file('bugyo.csv'), 'text/csv', '?credits=leave')).json()) as Answer;
    expect(left.samples[0]).toMatchObject({ line: 6, record: { id: '00012345', amount: '1250500' } });
  });

  test.each(['text/csv', 'text/plain; charset=utf-8', 'application/octet-stream', 'application/vnd.ms-excel'])(
    'a table sent as %s is read',
    async (type) => {
      const answer = await send(CSV, type);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ rows: 1, unit: 1000, left_out: { count: 1 } });
    },
  );

  test('tab-separated text and a JSON table are the same ledger', async () => {
    const table = [
      ['id', 'debtor_id', 'due_date', 'amount'],
      ['INV-1', 'C1', '2026-08-31', 1250000],
    ];
    const json = (await (await send(JSON.stringify({ table }), 'application/json')).json()) as Answer;
    const tabs = (await (
      await send(table.map((row) => row.join('\t')).join('\n'), 'text/tab-separated-values')
    ).json()) as Answer;
    expect(json).toMatchObject({ encoding: null, separator: null, rows: 1 });
    expect(tabs).toMatchObject({ encoding: 'utf-8', separator: '\t', rows: 1 });
    expect(tabs.samples).toEqual(json.samples);
  });

  test('what is missing is named, and at most five samples and twenty lines are shown', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i},5\n合計,150\n`).join('');
    const body = (await (await send(`請求番号,残高\n${rows}`)).json()) as Answer;
    expect(body).toMatchObject({ missing: ['due_date'], rows: 30, left_out: { count: 30 } });
    expect(body.samples).toHaveLength(5);
    expect(body.left_out.lines).toHaveLength(20);
    expect(await (await send('請求番号,支払期日\nA,2026-08-31\n')).json()).toMatchObject({ missing: ['amount'] });
  });

  test('the parameters decide what the table leaves open', async () => {
    const open = 'id,due date,balance\nA,3/4/2026,5\n';
    const said = (await (await send(open, 'text/csv', '?date_order=dmy&unit=million&map=xero')).json()) as Answer;
    expect(said).toMatchObject({ unit: 1_000_000, preset: { id: 'xero' }, doubts: [] });
    expect(said.samples[0]!.record).toEqual({ id: 'A', due_date: '2026-04-03', amount: '5000000' });
    expect(await (await send(open, 'text/csv', '?map=auto')).json()).toMatchObject({
      preset: null,
      doubts: [{ code: 'date_order_unclear', line: null }],
    });
  });

  test.each(['csv', 'tsv', 'txt', 'xml'])('the mapping comes as %s, too', async (format) => {
    const answer = await send(CSV, 'text/csv', `?format=${format}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('due_date');
    const type = answer.headers.get('Content-Type')!.split(';')[0]!;
    expect((await send(CSV, 'text/csv', '', { Accept: type })).headers.get('Content-Type')).toContain(type);
  });
});

describe('what is refused', () => {
  const problem = async (answer: Response): Promise<Problem> => (await answer.json()) as Problem;

  test.each([
    ['an Excel file', new Uint8Array([0x50, 0x4b, 3, 4]), 'excel_file'],
    ['NUL characters', new Uint8Array([0x69, 0x64, 0x0a, 0, 0, 0x41, 0x2c]), 'nul_character'],
    ['mixed encodings', new Uint8Array([0xe6, 0xae, 0x8b, 0x0a, 0x8e, 0x63, 0x0a, 0xff]), 'mixed_encodings'],
    ['a quote that is not closed', 'id,amount\nA,"5\nB,6\n', 'unbalanced_quotes'],
    ['too many columns', `${'a,'.repeat(4999)}a\n`, 'too_many_columns'],
    ['a cell that is too long', `id,amount\nA,${'5'.repeat(200_000)}\n`, 'cell_too_long'],
    ['no headings', 'A,5\nB,6\n', 'no_header'],
    ['nothing', '\n', 'empty_ledger'],
  ])('%s', async (_, body, code) => {
    const answer = await send(body);
    const isTooLarge = code === 'too_many_columns' || code === 'cell_too_long';
    expect(answer.status).toBe(isTooLarge ? 413 : 422);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await problem(answer)).toMatchObject({
      code: isTooLarge ? 'ledger_too_large' : 'unreadable_ledger',
      errors: [{ code, parameter: 'body' }],
    });
  });

  test('a body of ten megabytes, with or without its length', async () => {
    const body = new Uint8Array(10 * 1024 * 1024).fill(0x61);
    const answer = await send(body);
    expect(answer.status).toBe(413);
    expect((await problem(answer)).detail).toContain('8 MB');
    expect((await send(body, 'text/csv', '', { 'Content-Length': String(body.length) })).status).toBe(413);
  });

  test.each([
    ['{"table": 5}', '/table'],
    ['{"table": [], "more": 1}', '/table'],
    ['[]', '/table'],
    ['null', '/table'],
    ['{"table": [5]}', '/table/0'],
    ['{"table": [["id"], ["x", {}]]}', '/table/1/1'],
  ])('the JSON %s', async (body, pointer) => {
    const answer = await send(body, 'application/json');
    expect(answer.status).toBe(400);
    expect((await problem(answer)).errors![0]).toMatchObject({ pointer });
  });

  test('JSON that is none, a type that carries no table, and parameters that are not known', async () => {
    expect((await send('{', 'application/json')).status).toBe(400);
    expect((await send(CSV, 'image/png')).status).toBe(415);
    expect((await send(CSV, 'text/csv', '', { Accept: 'image/png' })).status).toBe(406);
    const wrong = await problem(await send(CSV, 'text/csv', '?map=freeee&unit=dozen&date_order=ydm&colour=red&_=1'));
    expect(wrong.errors!.map(({ parameter }) => parameter).sort()).toEqual(['colour', 'date_order', 'map', 'unit']);
    expect((await send(CSV, 'text/csv', '?format=pdf')).status).toBe(422);
  });
});
