// What goes back for a ledger beside its figures: what is doubtful and what was left out, in every format, and the workbook that keeps the
// caller's table behind a report.

import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { RowAnswer } from '../src/portfolio/answer.ts';
import { type Answer, answered, CLAIM, send } from './sending_ledgers.ts';

const BUGYO = new Uint8Array(readFileSync(new URL('./cases/ledgers/bugyo.csv', import.meta.url)));
const asked = (format: string, more = '') =>
  send(BUGYO, 'text/csv', `?map=auto&credits=leave&lang=ja&as_of=2026-10-31&out=best,best_net&format=${format}${more}`);
/** A doubt about a column, one about the table, and one about a line. */
const DOUBTS = ['入金・回収の予定日は', 'マイナスの行が1件', 'この相手にはマイナスの行'];
const LEFT_OUT = ['残高がマイナスのため対象外', '合計行'];

describe('what is doubtful and what is left out', () => {
  test.each(['json', 'ndjson', 'csv', 'tsv', 'txt', 'xml', 'xlsx'])(
    'stands in %s, and its number in the header',
    async (format) => {
      const answer = await asked(format);
      const text = await answer.text();
      for (const doubt of DOUBTS) expect(text).toContain(doubt);
      expect([answer.headers.get('X-Ledger-Doubts'), answer.headers.get('X-Ledger-Left-Out')]).toEqual(['3', '7']);
      if (format === 'json' || format === 'ndjson') expect(text).toContain('"by_reason":{"title":3');
      else for (const why of LEFT_OUT) expect(text).toContain(why);
    },
  );

  test('stands on the first row and once, where the rows are read', async () => {
    const { rows } = (await (await asked('json')).json()) as Answer;
    expect(rows.map(({ notes = [] }) => notes.length)).toEqual([3, 0]);
    const { data } = Papa.parse<string[]>((await (await asked('csv')).text()).trimEnd());
    const notes = data[4]!.indexOf('notes');
    for (const doubt of DOUBTS) expect(data[5]![notes]).toContain(doubt);
    expect(data[8]![notes]).toBe('');
  });

  test('stands on a row that cannot be evaluated, too', async () => {
    const table = '得意先コード,支払期日,残高\nA,未定,"1,000,000"\nB,2026-07-31,-5000\n';
    const answer = await send(table, 'text/csv', '?map=auto&credits=leave&lang=ja&format=json&out=best');
    const { rows } = (await answer.json()) as { rows: RowAnswer[] };
    expect(rows[0]).toMatchObject({ status: 422 });
    expect(rows[0]!.notes!.map(({ code }) => code)).toContain('credits_left_out');
    const csv = await send(table, 'text/csv', '?map=auto&credits=leave&lang=ja&out=best,warnings');
    expect((await csv.text()).split('\r\n')[1]).toContain('マイナスの行が1件');
  });

  test('stands on the first line left out, where no line is a receivable', async () => {
    const table = '得意先コード,回収予定日,残高\nB,2026-07-31,-5000\n';
    const answer = await send(table, 'text/csv', '?map=auto&credits=leave&lang=ja&out=best');
    expect(answer.headers.get('X-Ledger-Doubts')).not.toBe('0');
    expect((await answer.text()).split('\r\n')[1]).toMatch(/残高がマイナスのため対象外 \/ .*マイナスの行が1件/);
  });

  test('a table of cells gets the reason beside a line that is left out', async () => {
    const table = [
      ['得意先コード', '支払期日', '残高'],
      ['A', '2026-07-31', 1_000_000],
      ['合計', '', 1_000_000],
    ];
    const answer = await send(
      JSON.stringify({ table, map: 'auto', lang: 'ja', out: 'best,best_net' }),
      'application/json',
    );
    const { table: found } = (await answer.json()) as Answer;
    expect(found[2]).toEqual(['合計行', '']);
  });
});

/** The cells of a sheet of a workbook, whose entries are not compressed, as the text of their XML by their addresses. */
async function sheetOf(answer: Response, index: number): Promise<{ xml: string; cell: (at: string) => string }> {
  const text = new TextDecoder().decode(await answer.arrayBuffer());
  const from = text.indexOf(
    '<worksheet',
    text.indexOf(`xl/worksheets/sheet${index}.xml`, text.indexOf('</styleSheet>')),
  );
  const xml = text.slice(from, text.indexOf('</worksheet>', from));
  return { xml, cell: (at) => new RegExp(`<c r="${at}"[^>]*?(?:/>|>.*?</c>)`).exec(xml)?.[0] ?? '' };
}

describe('the workbook that goes back', () => {
  test('keeps what the caller wrote as text, with what was read beside it as numbers and days', async () => {
    const { cell } = await sheetOf(await asked('xlsx'), 2);
    // The line, then the columns of the table; row 5 is the first receivable, below three titles.
    expect(cell('A5')).toContain('<v>6</v>');
    expect(cell('B5')).toMatch(/t="inlineStr".*>0001</);
    const heads = [
      ...(await sheetOf(await asked('xlsx'), 2)).xml.matchAll(/<c r="([A-Z]+)1"[^>]*>.*?preserve">(.*?)<\/t>/g),
    ];
    const columnOf = (heading: string) => heads.find(([, , text]) => text === heading)![1]!;
    expect(cell(`${columnOf('債権残高')}5`)).toMatch(/>1,250\.5</);
    expect(cell(`${columnOf('債権額（読取値）')}5`)).toContain('<v>1250500</v>');
    // 2026-07-31 as spreadsheets count days.
    expect(cell(`${columnOf('支払期日（読取値）')}5`)).toContain('<v>46234</v>');
    expect(cell(`${columnOf('回収予定日')}5`)).toMatch(/>2026\/07\/31</);
  });

  test('shows lines left out in grey with their reason, and adds up only what is valued', async () => {
    const { xml, cell } = await sheetOf(await asked('xlsx'), 2);
    const style = (at: string) => / s="(\d+)"/.exec(cell(at))?.[1];
    expect(style('B6')).not.toBe(style('B5'));
    expect(style('B6')).toBe(style('B7') ?? style('C7'));
    expect(xml).toContain('残高がマイナスのため対象外');
    const sums = [...xml.matchAll(/<f>SUBTOTAL\(109,([A-Z]+)2:\1(\d+)\)<\/f><v>(\d+)<\/v>/g)].map(([, , to, sum]) => [
      to,
      sum,
    ]);
    const { summary } = (await (await asked('json')).json()) as Answer;
    expect(sums).toEqual([
      ['10', summary.face],
      ['10', summary.net_value],
    ]);
  });

  test('begins with a report on one page, and its lines keep their headings in sight', async () => {
    const report = await sheetOf(await asked('xlsx'), 1);
    expect(report.xml).toContain('orientation="portrait" fitToWidth="1" fitToHeight="1"');
    for (const title of ['概要', '手段別', '読み取りの疑問', '除いた行']) expect(report.xml).toContain(`>${title}<`);
    const lines = await sheetOf(await asked('xlsx'), 2);
    for (const part of ['state="frozen"', '<autoFilter', 'orientation="landscape"', 'fitToHeight="0"'])
      expect(lines.xml).toContain(part);
  });

  test('names the debtor of a deadline beside the code that the list has for it', async () => {
    const list = '得意先コード,得意先名,支払期日,残高\n1001,A商会,2021-12-31,110000\n';
    const answer = await send(list, 'text/csv', '?format=xlsx&map=auto&as_of=2026-11-21&lang=ja');
    expect((await sheetOf(answer, 1)).xml).toContain('>1001 A商会<');
  });

  test.each([
    ['a period that ends 90 days ahead', '2021-02-28', 1],
    ['one that ends a day later', '2021-03-01', 0],
  ])('tells of %s', async (_, due_date, count) => {
    // Five years after the due date; 2026-02-28 is 90 days after 2025-11-30.
    const { summary } = await answered([{ ...CLAIM, overdue_days: undefined, due_date, id: 'A-1' }], {
      as_of: '2025-11-30',
    });
    const found = summary.deadlines.filter(({ kind }) => kind === 'limitation');
    expect(found.map(({ on, days, id }) => [on, days, id])).toEqual(count === 0 ? [] : [['2026-02-28', 90, 'A-1']]);
  });

  test('sums by option are the sums of the ledger', async () => {
    const rows = [CLAIM, { amount: 300_000, overdue_days: 400 }, { amount: 20_000, overdue_days: 10 }];
    const { summary } = await answered(rows);
    const options = Object.values(summary.by_option);
    for (const name of ['face', 'net_value', 'over_waiting'] as const)
      expect(options.reduce((sum, option) => sum + Number(option[name]), 0)).toBe(Number(summary[name]));
  });
});

test.each([
  [20, 20],
  [21, 20],
])('of %i rows decided as one claim each names %i', async (count, named) => {
  const rows = Array.from({ length: count }, (_, i) => ({ ...CLAIM, id: `r${i}`, debtor_id: 'D' }));
  const { rows: found } = await answered(rows, { out: 'best' });
  for (const { decided_with, decided_rows } of found)
    expect([decided_with?.length, decided_rows]).toEqual([named, count]);
});
