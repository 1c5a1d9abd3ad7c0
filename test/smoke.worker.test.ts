// The production runtime: the Worker answers the main requests, refuses the bad ones, and agrees with itself.

// @ts-expect-error: this module exists in workerd only, and its types would clash with those of Node.
import { env } from 'cloudflare:workers';
import { describe, expect, test, vi } from 'vitest';
import { createApp } from '../src/app.ts';
import { zipped } from '../src/formats/zip.ts';
import worker from '../src/worker.ts';

// The Worker logs to the console; here that would only bury the results.
vi.spyOn(console, 'log').mockImplementation(() => undefined);

const request = (path: string, init?: RequestInit): Promise<Response> =>
  Promise.resolve(worker.fetch(new Request(`https://kaishu.example${path}`, init), env));

/** The bytes of an answer as text, whatever its type says. */
const textOf = async (answer: Response): Promise<string> => new TextDecoder().decode(await answer.arrayBuffer());

const QUERY = 'amount=1250000&overdue_days=82&as_of=2026-11-21&lang=ja';

describe('in workerd', () => {
  test('a receivable is evaluated, by POST and by GET alike', async () => {
    const posted = await request('/v1/evaluate', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ amount: 1250000, overdue_days: 82, as_of: '2026-11-21', lang: 'ja' }),
    });
    expect(posted.status).toBe(200);
    const got = await request(`/v1/evaluate.json?${QUERY}`);
    expect(await got.text()).toBe(await posted.text());
  });

  test('assistants find the tools, and one of them answers', async () => {
    const message = async (method: string, params: object) => {
      const answer = await request('/mcp', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      });
      return textOf(answer);
    };
    expect(await message('tools/list', {})).toContain('compare_recovery_options');
    const given = { name: 'compare_recovery_options', arguments: { amount: 1250000, overdue_days: 82 } };
    expect(await message('tools/call', given)).toContain('"structuredContent"');
  });

  test.each(['csv', 'txt', 'xlsx'])('the %s format is written', async (format) => {
    const answer = await request(`/v1/evaluate.${format}?${QUERY}`);
    expect(answer.status).toBe(200);
    expect((await textOf(answer)).length).toBeGreaterThan(100);
  });

  test.each([
    ['shift_jis', [0x8e, 0x63, 0x8d, 0x82, 0x2c]],
    ['utf-16le', [0xff, 0xfe, 0x8b, 0x6b, 0xd8, 0x9a, 0x2c, 0x00]],
    ['utf-16be', [0xfe, 0xff, 0x6b, 0x8b, 0x9a, 0xd8, 0x00, 0x2c]],
  ])('a ledger in %s is decoded', async (encoding, start) => {
    const wide = encoding.startsWith('utf-16');
    const rest = [...'due date\n1,2026-08-31\n'].flatMap((one) => {
      const code = one.charCodeAt(0);
      return wide ? (encoding.endsWith('le') ? [code, 0] : [0, code]) : [code];
    });
    const answer = await request('/v1/portfolio/map', {
      method: 'POST',
      headers: { 'Content-Type': 'text/csv' },
      body: new Uint8Array([...start, ...rest]),
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ encoding, rows: 1, missing: [], columns: [{ header: '残高' }, {}] });
  });

  test('a workbook is unpacked and read, and one that is made to do harm is refused', async () => {
    const cells = (row: number, texts: readonly string[]) =>
      `<row r="${row}">${texts.map((text, i) => `<c r="${'ABC'[i]}${row}" t="str"><v>${text}</v></c>`).join('')}</row>`;
    const sheet = `<worksheet><sheetData>${cells(1, ['請求番号', '支払期日', '残高'])}${cells(2, ['S-1', '2026/07/31', '5'])}</sheetData></worksheet>`;
    const packed = new Uint8Array(
      await new Response(new Blob([sheet]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer(),
    );
    // The stream that unpacks is the runtime's own: what it packs, it must unpack.
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    expect(await new Response(unpacked).text()).toBe(sheet);
    const book = (worksheet: string) =>
      zipped([
        ['xl/workbook.xml', '<workbook><sheets><sheet name="a" r:id="r"/></sheets></workbook>'],
        ['xl/_rels/workbook.xml.rels', '<x><Relationship Id="r" Target="worksheets/sheet1.xml"/></x>'],
        ['xl/worksheets/sheet1.xml', worksheet],
      ]);
    const send = (body: Uint8Array<ArrayBuffer>) =>
      request('/v1/portfolio/map', { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body });
    expect(await (await send(book(sheet))).json()).toMatchObject({ sheet: 'a', rows: 1 });
    expect((await send(book(sheet.replaceAll('2', '1048576')))).status).toBe(413);
  });

  test('bad input is a problem, and a known answer is 304', async () => {
    const bad = await request('/v1/evaluate?amount=-5&overdue_days=1');
    expect(bad.status).toBe(422);
    expect(bad.headers.get('Content-Type')).toBe('application/problem+json');
    const tag = (await request(`/v1/evaluate?${QUERY}`)).headers.get('ETag') ?? '';
    expect((await request(`/v1/evaluate?${QUERY}`, { headers: { 'If-None-Match': tag } })).status).toBe(304);
  });

  test('the description, the catalogues and the health check are served', async () => {
    for (const path of [
      '/openapi.json',
      '/v1/options',
      '/v1/fields',
      '/v1/assumptions',
      '/docs',
      '/sheets/',
      '/sheets/kaishu.xlsx',
      '/sheets/kaishu.ods',
      '/sheets/addin/functions.js',
      '/sheets/addin/icon_80.png',
      '/health',
      '/version',
    ]) {
      expect((await request(path)).status, path).toBe(200);
    }
  });

  test('the files of the documentation come from the bound package', async () => {
    const script = await request('/docs/swagger-ui-bundle.js');
    expect(script.status).toBe(200);
    expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect((await script.text()).length).toBeGreaterThan(100_000);
  });

  test('what spreadsheets load holds the address of the service', async () => {
    for (const path of ['', 'kaishu.gs', 'kaishu.xlsx', 'kaishu.ods', 'addin/manifest.xml', 'addin/functions.js']) {
      const text = await textOf(await request(`/sheets/${path}`));
      expect(text, path).toContain('https://kaishu.example');
      expect(text, path).not.toContain('@ORIGIN@');
    }
  });

  test('a ledger is evaluated while it arrives, and in every shape', async () => {
    const rows = [
      { id: 'a', amount: 1250000, overdue_days: 82 },
      { id: 'b', amount: 'x' },
    ];
    const ask = (body: string | ReadableStream, type: string) =>
      request('/v1/portfolio?as_of=2026-11-21&lang=ja&out=best_net', {
        method: 'POST',
        headers: { 'Content-Type': type },
        body,
      });
    const chunks = rows.map((row) => new TextEncoder().encode(`${JSON.stringify(row)}\n`));
    const arriving = new ReadableStream<Uint8Array>({
      pull(controller) {
        const next = chunks.shift();
        if (next) controller.enqueue(next);
        else controller.close();
      },
    });
    const lines = (await textOf(await ask(arriving, 'application/x-ndjson'))).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { status?: number }).status)).toEqual([200, 422, undefined]);
    const answer = await ask(JSON.stringify({ rows }), 'application/json');
    const { rows: found } = (await answer.json()) as { rows: { result?: { best_net: string } }[] };
    expect(found[0]!.result).toEqual((JSON.parse(lines[0]!) as { result: unknown }).result);
    const table = await (await ask('id,amount,overdue_days\na,1250000,82\n', 'text/csv')).text();
    expect(table.split('\r\n')[1]).toBe(`a,1250000,82,${found[0]!.result!.best_net},,,200,`);
  });

  test('today is the day in the jurisdiction, whatever the zone of the machine', async () => {
    // 2026-11-20 15:30 UTC is half past midnight of the 21st in Tokyo.
    const app = createApp({ now: () => Date.UTC(2026, 10, 20, 15, 30) });
    const answer = await app.request('/v1/evaluate?amount=5000&overdue_days=1');
    expect(((await answer.json()) as { meta: { as_of: string } }).meta.as_of).toBe('2026-11-21');
  });
});
