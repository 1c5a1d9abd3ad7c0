// How tables come to spreadsheets: the columns and the language asked for, files with a Japanese name, TSV and XML that a cell can read.
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { PLAIN_LAYOUT } from '../src/formats/format.ts';
import { escaped } from '../src/formats/markup.ts';
import { COLUMN_NAMES, delimitedCell, TABS } from '../src/formats/table.ts';
import { tsv } from '../src/formats/tsv.ts';

const app = createApp();
const CLAIM = 'amount=1250000&overdue_days=82&as_of=2026-11-21';
const get = (path: string) => app.request(path);
const text = async (path: string) => (await get(path)).text();
/** What the first option is in words and worth, in the language of the query. */
async function bestOf(query: string): Promise<{ id: string; label: string; net: string }> {
  const { options } = JSON.parse(await text(`/v1/evaluate.json?${query}`)) as {
    options: readonly { id: string; label: string; net_value: string }[];
  };
  const { id, label, net_value: net } = options[0]!;
  return { id, label, net };
}
const bytes = async (path: string) => new Uint8Array(await (await get(path)).arrayBuffer());

describe('columns and header', () => {
  test('out names the columns, in the order of the caller', async () => {
    const lines = (await text(`/v1/evaluate.csv?${CLAIM}&out=net_value,option,rank`)).split('\r\n');
    expect(lines[0]).toBe('net_value,option,rank');
    const { id, net } = await bestOf(CLAIM);
    expect(lines[1]).toBe(`${net},${id},1`);
  });

  test.each([
    ['key', 'option_label,net_value'],
    ['ja', '手段,期待額'],
    ['en', 'option,net value'],
  ])('header=%s', async (header, first) => {
    const lines = (await text(`/v1/evaluate.csv?${CLAIM}&lang=ja&out=option_label,net_value&header=${header}`)).split(
      '\r\n',
    );
    expect(lines[0]).toBe(first);
    const { label, net } = await bestOf(`${CLAIM}&lang=ja`);
    expect(lines[1]).toBe(`${label},${net}`);
  });

  test('header=0 leaves the first line out', async () => {
    const lines = (await text(`/v1/evaluate.tsv?${CLAIM}&out=option,net_value&header=0`)).split('\n');
    const { id, net } = await bestOf(CLAIM);
    expect(lines[0]).toBe(`${id}\t${net}`);
  });

  test('without them every column comes in its fixed order', async () => {
    const lines = (await text(`/v1/evaluate.csv?${CLAIM}`)).split('\r\n');
    expect(lines[0]!.split(',')).toEqual(COLUMN_NAMES);
  });

  test('a calculator has a header in a language, too', async () => {
    const [head] = (await text('/v1/interest.csv?amount=1000000&due_date=2026-03-31&as_of=2026-11-21&header=ja')).split(
      '\r\n',
    );
    expect(head).toMatch(/遅延損害金/);
  });

  test.each([
    ['/v1/evaluate.json?amount=1&overdue_days=1&header=ja', 'header', 'not_a_table'],
    ['/v1/evaluate.csv?amount=1&overdue_days=1&header=fr', 'header', 'unknown_value'],
    ['/v1/evaluate.csv?amount=1&overdue_days=1&out=net_valu', 'out', 'unknown_value'],
    ['/v1/evaluate.csv?amount=1&overdue_days=1&out=rank&out=p10', 'out', 'repeated_parameter'],
    ['/v1/evaluate.csv?amount=1&overdue_days=1&download=perhaps', 'download', 'not_a_flag'],
    ['/v1/interest.csv?amount=1&due_date=2026-03-31&out=interest', 'out', 'not_a_table'],
  ])('refused: %s', async (path, parameter, code) => {
    const answer = await get(path);
    expect([400, 422]).toContain(answer.status);
    const { errors } = (await answer.json()) as { errors: { parameter: string; code: string }[] };
    expect(errors.map((error) => [error.parameter, error.code])).toEqual([[parameter, code]]);
  });

  test('a misspelt column is told beside a mistake in the claim, and with the nearest name', async () => {
    const answer = await get('/v1/evaluate.csv?amount=-1&overdue_days=1&out=net_valu&lang=en');
    const { errors } = (await answer.json()) as { errors: { parameter: string; detail: string }[] };
    expect(errors.map(({ parameter }) => parameter)).toEqual(['amount', 'out']);
    expect(errors[1]!.detail).toContain('net_value');
  });

  test('another layout is another representation', async () => {
    const tag = async (more: string) => (await get(`/v1/evaluate.csv?${CLAIM}${more}`)).headers.get('ETag');
    expect(await tag('&header=ja')).not.toBe(await tag(''));
    expect(await tag('&out=rank')).not.toBe(await tag(''));
    expect(await tag('&header=key')).toBe(await tag(''));
  });
});

describe('a file to keep', () => {
  test('begins with a byte order mark and has a Japanese name beside a plain one; what a cell fetches has neither', async () => {
    const kept = await bytes(`/v1/evaluate.csv?${CLAIM}&download=1`);
    expect([...kept.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const fetched = await bytes(`/v1/evaluate.csv?${CLAIM}`);
    expect([...fetched.slice(0, 3)]).toEqual([...new TextEncoder().encode('ran')]);
    const named = (await get(`/v1/evaluate.csv?${CLAIM}&download=1`)).headers.get('Content-Disposition');
    expect(named).toBe(
      `attachment; filename="evaluation.csv"; filename*=UTF-8''${encodeURIComponent('回収_evaluation.csv')}`,
    );
  });

  test('JSON that is kept has no byte order mark, because none may stand there', async () => {
    const kept = await bytes(`/v1/evaluate.json?${CLAIM}&download=1`);
    expect(kept[0]).toBe('{'.charCodeAt(0));
  });
});

describe('tsv', () => {
  test('tabs and line breaks inside a text become spaces, and formulas are filtered', () => {
    expect(delimitedCell('a\tb\r\nc', 'text', TABS)).toBe('a b c');
    expect(delimitedCell('=1+1', 'text', TABS)).toBe("'=1+1");
    expect(delimitedCell('"A" Ltd', 'text', TABS)).toBe('"""A"" Ltd"');
    expect(delimitedCell('A "B" Ltd', 'text', TABS)).toBe('A "B" Ltd');
    expect(delimitedCell('-5', 'plain', TABS)).toBe('-5');
    expect(tsv.columns).toEqual(COLUMN_NAMES);
    expect(PLAIN_LAYOUT).toEqual({ header: 'key', out: null, download: false });
  });
});

describe('xml', () => {
  /** The values of an element, in the order in which they stand; enough of a parser for what we write. */
  const values = (xml: string, element: string): string[] =>
    [...xml.matchAll(new RegExp(`<${element}(?: [^>]*)?>([^<]*)</${element}>`, 'g'))].map((found) => found[1]!);

  test('is well formed, without namespaces, and every figure is an element of its own', async () => {
    const xml = await text(`/v1/evaluate.xml?${CLAIM}&lang=ja`);
    const open: string[] = [];
    for (const [, close, name] of xml.matchAll(/<(\/?)([a-z_0-9]+)(?: [^<>]*)?>/g))
      if (close) expect(open.pop()).toBe(name);
      else open.push(name!);
    expect(open).toEqual([]);
    expect(xml).not.toMatch(/xmlns|CDATA|<\?/);
    const best = /<option rank="1" id="(\w+)">(.*?)<\/option>/.exec(xml)!;
    const first = await bestOf(`${CLAIM}&lang=ja`);
    expect(best[1]).toBe(first.id);
    expect(values(best[2]!, 'net')).toEqual([first.net]);
    expect(values(best[2]!, 'label')).toEqual([first.label]);
    const { options } = JSON.parse(await text(`/v1/evaluate.json?${CLAIM}`)) as { options: { status: string }[] };
    expect(values(xml, 'status')).toEqual(options.map(({ status }) => status));
  });

  test('what has a meaning in XML is written otherwise, and what XML cannot hold is left out', () => {
    expect(escaped('a<b & "c">')).toBe('a&lt;b &amp; &quot;c&quot;&gt;');
    expect(escaped('x\u0000\u0008y\ud800z𠮷')).toBe('xyz𠮷');
  });

  test('the arithmetic of the law has a form of its own', async () => {
    const xml = await text('/v1/interest.xml?amount=1000000&due_date=2026-03-31&as_of=2026-11-21&lang=en');
    expect(xml).toContain('<fact name="interest">19315</fact>');
    expect(xml).toContain('<cell name="line_days">235</cell>');
  });
});
