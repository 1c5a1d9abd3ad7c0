// A ledger over HTTP: the shapes in which it comes and goes, what is refused as a whole, ledgers longer than memory, and exported files.

import { readdirSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { readSettings } from '../src/http/settings.ts';
import { portfolioSchema } from '../src/portfolio/answer.ts';
import type { Problem } from '../src/problem.ts';
import { ask } from './asking.ts';
import { SCENARIOS } from './cases/scenarios.ts';
import { type Answer, AS_OF, alone, answered, app, CLAIM, NOW, OTHER, send, sendJson } from './sending_ledgers.ts';

async function refusedAs(answer: Response): Promise<Problem> {
  expect(answer.headers.get('Content-Type')).toContain('problem+json');
  return (await answer.json()) as Problem;
}

describe('the shape of a ledger', () => {
  const CSV = `id,amount,overdue_days,memo\n1,"1,250,000",82,"a, ""b"""\n2,,40,\n\n3,¥300000,40,=1+1\n`;
  const query = `?as_of=${AS_OF}&lang=en&out=best,best_net`;
  const first = alone(CLAIM, 'best,best_net');
  const third = alone({ amount: 300_000, overdue_days: 40 }, 'best,best_net');

  test('CSV comes back line for line with our columns behind it', async () => {
    const answer = await send(CSV, 'text/csv', query);
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('Content-Disposition')).toBe('inline; filename="portfolio.csv"');
    const [a, b] = [await first, await third];
    expect((await answer.text()).split('\r\n')).toEqual([
      'id,amount,overdue_days,memo,best,best_net,notes,decided_with,status,problem',
      `1,"1,250,000",82,"a, ""b""",${a.best},${a.best_net},,,200,`,
      '2,,40,,,,,,422,missing amount: The value is missing.',
      ',,,,,,,,,',
      `3,¥300000,40,'=1+1,${b.best},${b.best_net},,,200,`,
      '',
    ]);
  });

  test('TSV comes back as TSV', async () => {
    const answer = await send('amount\toverdue_days\n1250000\t82\n', 'text/tab-separated-values', query);
    const { best, best_net } = await first;
    expect(await answer.text()).toBe(
      `amount\toverdue_days\tbest\tbest_net\tnotes\tdecided_with\tstatus\tproblem\n1250000\t82\t${best}\t${best_net}\t\t\t200\t\n`,
    );
  });

  test('a table of cells comes back as values for the cells beside it', async () => {
    const table = [
      ['債権額', '滞留日数', 'memo'],
      [1_250_000, 82, 'x'],
      ['', null, ''],
      ['x', 1, ''],
      [300_000, '40', ''],
    ];
    const answer = await sendJson({ table, header: 'ja', lang: 'ja', as_of: AS_OF, out: 'best,best_net' });
    const { table: found, ledger } = (await answer.json()) as Answer;
    const [a, b] = [await first, await third];
    expect(found).toEqual([
      ['推奨する手段のコード', '期待額'],
      [a.best, Number(a.best_net)],
      ['', ''],
      ['ERR not_a_number 債権額（amount）：「x」は数として読めません。', ''],
      [b.best, Number(b.best_net)],
    ]);
    expect(ledger.columns.map(({ field }) => field)).toEqual(['amount', 'overdue_days', null]);
  });

  test('NDJSON comes back row by row, the sums last', async () => {
    const lines = [JSON.stringify({ id: 1, ...CLAIM }), '', '{oops', JSON.stringify(OTHER)].join('\n');
    const answer = await send(lines, 'application/x-ndjson', query);
    expect(answer.headers.get('Content-Type')).toBe('application/x-ndjson');
    const found = (await answer.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(found.map(({ status }) => status)).toEqual([200, 400, 200, undefined]);
    expect(found[0]).toEqual({ index: 0, line: 1, id: '1', debtor_id: null, status: 200, result: await first });
    expect(found[1]).toMatchObject({ index: 1, line: 3, problem: { code: 'malformed_json' } });
    expect(found[3].summary).toMatchObject({ rows: 3, ok: 2, failed: 1 });
    expect(found[3].meta).toMatchObject({ as_of: AS_OF, lang: 'en' });
  });

  test.each([
    ['application/json', '{"meta"'],
    ['application/x-ndjson', '{"index":0'],
    ['text/csv', 'id,debtor_id,best'],
    ['text/tab-separated-values', 'id\tdebtor_id\tbest'],
    ['text/plain', '1 row with'],
    ['application/xml', '<answer name="portfolio">'],
  ])('is %s when Accept says so', async (accept, begins) => {
    const answer = await send(JSON.stringify({ rows: [CLAIM] }), 'application/json', query, { Accept: accept });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(new RegExp(`^${begins.replaceAll(/[{"]/g, '\\$&')}`));
  });

  test('a file to keep begins with a byte order mark and has a Japanese name', async () => {
    const answer = await send(CSV, 'text/csv', `${query}&download=1&header=ja`);
    expect([...new Uint8Array(await answer.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(answer.headers.get('Content-Disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('回収_portfolio.csv')}`,
    );
  });

  test('a workbook has the caller’s columns with ours behind them, and the sums on a sheet of their own', async () => {
    const answer = await send(CSV, 'text/csv', `${query}&format=xlsx`);
    expect(answer.headers.get('Content-Type')).toContain('spreadsheetml.sheet');
    const text = new TextDecoder().decode(await answer.arrayBuffer());
    for (const heading of ['memo', 'net value', 'status', 'claims decided']) expect(text).toContain(`>${heading}<`);
    expect(text).toContain(`<v>${(await first).best_net}</v>`);
    // A text stays a text: nothing of the caller becomes a formula, and the only formulas add our columns up.
    expect(text).toContain('>=1+1<');
    expect(text).not.toMatch(/<f>(?!SUBTOTAL\(109,[A-Z]+2:[A-Z]+\d+\)<)/);
  });

  test('nothing that a caller calls a row runs in a spreadsheet', async () => {
    const ids = ["=cmd|' /C calc'!A0", '＝1+1', '@SUM(1)', '\t=1', '-2+3', '2026-001', '-5'];
    const answer = await sendJson({ rows: ids.map((id) => ({ id, ...CLAIM })), out: 'best' }, '?format=csv&lang=en');
    const cells = Papa.parse<string[]>((await answer.text()).trimEnd())
      .data.slice(1)
      .map(([id]) => id);
    expect(cells).toEqual(["'=cmd|' /C calc'!A0", "'＝1+1", "'@SUM(1)", "'=1", "'-2+3", '2026-001', '-5']);
  });

  test('every shape holds the same values', async () => {
    const rows = SCENARIOS.slice(0, 6).map(({ request }, i) => ({ id: `r${i}`, ...request }));
    const { rows: found } = await answered(rows, { out: 'best,best_net' });
    const expected = found.map(({ result }) => `${result!.best},${result!.best_net}`);
    const csv = await (await sendJson({ rows, out: 'best,best_net', as_of: AS_OF, lang: 'en' }, '?format=csv')).text();
    const lines = await send(rows.map((row) => JSON.stringify(row)).join('\n'), 'application/jsonl', query);
    expect(
      csv
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',').slice(2, 4).join(',')),
    ).toEqual(expected);
    const parsed = (await lines.text())
      .trimEnd()
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line).result);
    expect(parsed.map(({ best, best_net }) => `${best},${best_net}`)).toEqual(expected);
  });
});

describe('what cannot be used as a whole is refused with the place and the way out', () => {
  const MB = 1024 * 1024;

  test.each([
    ['a body of 10 MB', 'text/csv', 'a'.repeat(10 * MB), 413, 'ledger_too_large'],
    ['10 MB of JSON', 'application/json', `{"rows":["${'a'.repeat(10 * MB)}"]}`, 413, 'ledger_too_large'],
    ['10,001 rows', 'application/json', JSON.stringify({ rows: Array(10_001).fill({}) }), 413, 'ledger_too_large'],
    ['5,000 columns', 'text/csv', `${Array(5000).fill('a').join(',')}\n`, 413, 'ledger_too_large'],
    ['a cell of 200,000 characters', 'text/csv', `amount,memo\n1,${'x'.repeat(200_000)}\n`, 413, 'ledger_too_large'],
    ['a quote that is never closed', 'text/csv', 'amount,overdue_days\n1,"2\n3,4\n', 422, 'unreadable_ledger'],
    ['NUL bytes', 'text/csv', 'amount,overdue_days\n1,\x002\n', 422, 'unreadable_ledger'],
    [
      'two encodings in one file',
      'text/csv',
      new Uint8Array([0x93, 0xfa, 0x0a, 0xe6, 0x97, 0xa5, 0xff, 0xfe, 0x80]),
      422,
      'unreadable_ledger',
    ],
    ['an image', 'image/png', 'x', 415, 'unsupported_media_type'],
    ['a list', 'application/json', '[]', 422, 'invalid_input'],
    ['no JSON', 'application/json', '{', 400, 'malformed_json'],
    ['nesting', 'application/json', `{"rows":${'['.repeat(50)}${']'.repeat(50)}}`, 400, 'too_deep'],
    ['no rows', 'application/json', '{}', 422, 'invalid_input'],
    ['rows and a table', 'application/json', '{"rows":[],"table":[]}', 400, 'malformed_input'],
    ['rows that are no list', 'application/json', '{"rows":{}}', 400, 'malformed_input'],
    ['a table of no rows', 'application/json', '{"table":[1]}', 400, 'malformed_input'],
    ['no column of amounts', 'text/csv', 'amonut,overdue_days\n1,2\n', 422, 'invalid_input'],
    ['a column twice', 'text/csv', 'amount,債権額,overdue_days\n1,2,3\n', 422, 'invalid_input'],
    ['an unknown member', 'application/json', '{"rows":[],"row":1}', 400, 'malformed_input'],
    ['an unknown value', 'application/json', '{"rows":[],"out":"bset"}', 422, 'invalid_input'],
    ['hours below zero', 'application/json', '{"rows":[],"hours":-1}', 422, 'invalid_input'],
  ])('%s', async (_, type, body, status, code) => {
    const answer = await send(body as string | Uint8Array<ArrayBuffer>, type, '?lang=en');
    expect(answer.status).toBe(status);
    expect((await refusedAs(answer)).code).toBe(code);
  });

  test('a misspelt heading is named with what was meant', async () => {
    const { errors } = await refusedAs(await send('amonut,overdue_days\n1,2\n', 'text/csv', '?lang=en'));
    expect(errors![0]).toMatchObject({
      code: 'missing_column',
      detail: expect.stringContaining('Did you mean amount?'),
    });
  });

  test('mistakes in the defaults are told once, not on every row', async () => {
    const answer = await sendJson({
      rows: [CLAIM, CLAIM],
      defaults: { pd: 5, evidnce: 'strong', 'sell.offer': 'x' },
      lang: 'en',
    });
    const { errors } = await refusedAs(answer);
    expect(errors!.map(({ parameter }) => parameter).sort()).toEqual(['evidnce', 'pd', 'sell.offer']);
  });

  test('values that decide a claim hundreds of times over are for few rows', async () => {
    const rows = Array(21).fill(CLAIM);
    const { errors } = await refusedAs(await sendJson({ rows, out: 'break_even.sell', lang: 'en' }));
    expect(errors![0]).toMatchObject({ parameter: 'out', code: 'too_many' });
    const { rows: few } = await answered(rows.slice(0, 1), { out: 'break_even.sell' });
    const { options } = await ask({ ...CLAIM, include: 'break_even' });
    const sale = options.find(({ id }) => id === 'sell')!;
    expect(few[0]!.result!['break_even.sell']).toBe(sale.break_even!.offer);
  });
});

describe('how long a table may be', () => {
  const ask = (service: ReturnType<typeof createApp>, lines: number, format = 'csv') =>
    service.request(`/v1/portfolio?out=best&format=${format}`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/csv' },
      body: `id,amount\n${'1,x\n'.repeat(lines - 1)}`,
    });

  test('is what whoever runs the service sets, in lines and in bytes', async () => {
    const four = createApp({ now: () => NOW, settings: readSettings({ TABLE_LINES_MAX: '4' }) });
    expect((await ask(four, 4)).status).toBe(200);
    expect((await refusedAs(await ask(four, 5))).errors![0]).toMatchObject({ code: 'too_many_rows' });
    const short = createApp({ now: () => NOW, settings: readSettings({ TABLE_BYTES_MAX: '26' }) });
    expect((await ask(short, 5)).status).toBe(200);
    expect(await refusedAs(await ask(short, 6))).toMatchObject({ status: 413, code: 'ledger_too_large' });
  });

  test('ends for answers that are written as a whole at 10,000 rows, whatever is set', async () => {
    const long = createApp({ now: () => NOW, settings: readSettings({ TABLE_LINES_MAX: '20000' }) });
    expect(await refusedAs(await ask(long, 10_002, 'xlsx'))).toMatchObject({ status: 413, code: 'ledger_too_large' });
    const lines = await (await ask(long, 10_002)).text();
    expect(lines.trimEnd().split('\r\n')).toHaveLength(10_002);
  });
});

describe('a long ledger', () => {
  const line = JSON.stringify(CLAIM);

  test('is read while it arrives and answered while it is read', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent++;
        controller.enqueue(new TextEncoder().encode(`${line}\n`));
        if (sent >= 2_100) controller.close();
      },
    });
    const request = new Request('http://x/v1/portfolio?out=best', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-ndjson' },
      body,
      duplex: 'half',
    } as RequestInit);
    const reader = (await app.request(request)).body!.getReader();
    await reader.read();
    // The first window has been read, and not the rest.
    expect(sent).toBeLessThan(2_050);
    await reader.cancel();
  });

  test('that has more rows than are allowed is answered up to there and ends with the problem', async () => {
    const small = createApp({ now: () => NOW, limits: { bytes: 10_000, rows: 3 } });
    const ask = (body: string) =>
      small.request('/v1/portfolio?out=best', {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-ndjson' },
        body,
      });
    const four = (await (await ask(`${line}\n`.repeat(4))).text()).trimEnd().split('\n');
    expect(JSON.parse(four.at(-1)!)).toMatchObject({ problem: { code: 'ledger_too_large', status: 413 } });
    const three = (await (await ask(`${line}\n`.repeat(3))).text()).trimEnd().split('\n');
    expect(JSON.parse(three.at(-1)!).summary.ok).toBe(3);
    const big = await small.request('/v1/portfolio', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-ndjson', 'Content-Length': '10001' },
      body: line,
    });
    expect(big.status).toBe(413);
  });

  test.each(['json', 'csv', 'tsv', 'ndjson'])(
    'that breaks off in the middle leaves %s that can be read and says so',
    async (format) => {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new TextEncoder().encode(`${line}\n${line}\n`)),
        pull: (controller) => controller.error(new TypeError('cut off')),
      });
      const answer = await app.request(`/v1/portfolio?out=best_net&format=${format}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-ndjson' },
        body,
        duplex: 'half',
      } as RequestInit);
      const text = await answer.text();
      const last = text.trimEnd().split(/\r?\n/).at(-1)!;
      if (format === 'json') {
        expect(JSON.parse(text)).toMatchObject({ rows: [], problem: { code: 'internal' } });
        // As it is described: with the problem in the place of the sums.
        expect(portfolioSchema.safeParse(JSON.parse(text)).error).toBeUndefined();
      }
      if (format === 'ndjson') expect(JSON.parse(last)).toMatchObject({ problem: { code: 'internal' } });
      if (format === 'csv' || format === 'tsv') {
        const separator = format === 'csv' ? ',' : '\t';
        const [heading = ''] = text.split(/\r?\n/);
        expect(last.split(separator)).toHaveLength(heading.split(separator).length);
        expect(last).toContain(`500${separator}internal `);
      }
    },
  );

  test('is too long for a page or a budget of hours, and is refused', async () => {
    const page = await send('{}\n'.repeat(10_001), 'application/x-ndjson', '?format=txt&out=best');
    expect(page.status).toBe(413);
    const { errors } = await refusedAs(await sendJson({ rows: Array(2_001).fill(CLAIM), hours: 1, lang: 'en' }));
    expect(errors![0]).toMatchObject({ parameter: 'hours', code: 'too_many' });
    const lines = await send('{}\n'.repeat(2_001), 'application/x-ndjson', '?hours=1&out=best');
    expect(JSON.parse((await lines.text()).trimEnd().split('\n').at(-1)!)).toMatchObject({ problem: { status: 413 } });
  });

  test('tells where the rows of a debtor stand too far apart to be decided together', async () => {
    const debtor = JSON.stringify({ ...CLAIM, debtor_id: 'D' });
    const body = [debtor, ...Array(2_100).fill('{}'), debtor, debtor].join('\n');
    const found = (await (await send(body, 'application/x-ndjson', '?out=best,warnings&lang=en')).text())
      .trimEnd()
      .split('\n');
    const last = JSON.parse(found[2_101]!);
    expect(JSON.parse(found[0]!).notes).toBeUndefined();
    expect(last.notes).toMatchObject([{ code: 'debtor_split' }]);
    expect(last.result.warnings).toContain('Sort the ledger by debtor');
    expect(last.decided_with).toEqual([2_101, 2_102]);
  });

  test('with a line too long to be read keeps the others', async () => {
    const answer = await send(`${line}\n{"id":"${'x'.repeat(70_000)}"}\n${line}`, 'application/x-ndjson', '?out=best');
    const found = (await answer.text())
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(found.map(({ status }) => status)).toEqual([200, 413, 200, undefined]);
  });
});

describe('a ledger as an accounting system exports it', () => {
  const file = (name: string) => new Uint8Array(readFileSync(new URL(`./cases/ledgers/${name}`, import.meta.url)));
  const NAMES = readdirSync(new URL('./cases/ledgers/', import.meta.url)).filter((name) => !name.endsWith('.json'));

  test.each(NAMES)('%s is evaluated row by row, and comes back line for line', async (name) => {
    const query = '?map=auto&lang=en&as_of=2026-10-31&out=best,best_net,warnings';
    const type = name.endsWith('.txt') ? 'text/tab-separated-values' : 'text/csv';
    const mapped = await app.request('/v1/portfolio/map', {
      method: 'POST',
      headers: { 'Content-Type': type },
      body: file(name),
    });
    const {
      rows: found,
      left_out,
      header_line,
    } = (await mapped.json()) as {
      rows: number;
      left_out: { count: number };
      header_line: number;
    };
    const json = (await (await send(file(name), type, `${query}&format=json`)).json()) as Answer;
    expect(json.rows.map(({ status }) => status)).toEqual(Array(found).fill(200));
    expect(found).toBeGreaterThan(1);
    const table = (await (await send(file(name), type, query)).text()).trimEnd();
    const lines = Papa.parse<string[]>(table, { newline: name.endsWith('.txt') ? '\n' : '\r\n' }).data;
    const statuses = lines.map((cells) => cells.at(-2));
    expect(statuses.filter((status) => status === '200')).toHaveLength(new Set(json.rows.map(({ line }) => line)).size);
    // Every line of the file is there: titles, headings, rows, and those left out with the reason.
    expect(lines).toHaveLength(new Set(json.rows.map(({ line }) => line)).size + left_out.count + 1);
    expect(lines[header_line - 1]!.slice(-5)).toEqual(['best_net', 'warnings', 'decided_with', 'status', 'problem']);
    const nets = lines.filter((_, i) => statuses[i] === '200').map((cells) => Number(cells.at(-5)));
    expect(nets.reduce((all, net) => all + net, 0)).toBe(Number(json.summary.net_value));
  });

  test('says on its rows what is doubtful about them', async () => {
    const aging = (await (
      await send(file('xero.csv'), 'text/csv', '?map=auto&lang=en&format=json&out=warnings')
    ).json()) as Answer;
    expect(aging.rows[0]!.result!.warnings).toContain('stand for "Current"');
    expect(aging.rows[0]!.notes).toMatchObject([{ code: 'age_estimated' }]);
    const credits = (await (
      await send(file('bugyo.csv'), 'text/csv', '?map=auto&lang=ja&format=json&out=warnings')
    ).json()) as Answer;
    expect(credits.rows[0]!.result!.warnings).toContain('差し引きました');
    const left = (await (
      await send(file('bugyo.csv'), 'text/csv', '?map=auto&credits=leave&lang=ja&format=json&out=warnings')
    ).json()) as Answer;
    expect(left.rows[0]!.result!.warnings).toContain('差し引いていません');
    // Where the warnings are not among the values, the table has a column for it.
    const table = await (await send(file('bugyo.csv'), 'text/csv', '?map=auto&lang=ja&out=best')).text();
    expect(table.split('\r\n')[5]).toContain('差し引きました');
    const warned = await (await send(file('bugyo.csv'), 'text/csv', '?map=auto&lang=ja&out=best,warnings')).text();
    expect(warned.split('貸方（7行目）を差し引きました')).toHaveLength(2);
  });

  test('is valued on the day that it says, unless another is named', async () => {
    const days = async (query: string) => {
      const answer = (await (
        await send(file('bugyo.csv'), 'text/csv', `?map=auto&format=json&out=interest${query}`)
      ).json()) as Answer & { meta: { as_of: string } };
      return answer.meta.as_of;
    };
    expect(await days('')).toBe('2026-10-31');
    expect(await days('&as_of=2026-11-20')).toBe('2026-11-20');
  });

  test('is read by its headings only when that is asked for', async () => {
    const { errors } = await refusedAs(await send(file('freee.csv'), 'text/csv', '?lang=en'));
    expect(errors![0]).toMatchObject({ code: 'missing_column', expected: expect.stringContaining('map=auto') });
    const { errors: unit } = await refusedAs(
      await send('amount,overdue_days\n1,2\n', 'text/csv', '?lang=en&unit=thousand'),
    );
    expect(unit![0]).toMatchObject({ code: 'needs_map', parameter: 'unit' });
  });
});
