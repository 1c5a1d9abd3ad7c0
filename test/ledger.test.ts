// Ledgers as accounting systems export them: whole files in their own encodings, cells, lines left out and aging tables.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bucket, bucketsOf } from '../src/ledger/cells/buckets.ts';
import { CELL_MAX, COLUMNS_MAX, parseCells, SHORT_TABLE } from '../src/ledger/file/cells.ts';
import { decode } from '../src/ledger/file/decode.ts';
import { readLedger } from '../src/ledger/ledger.ts';
import { readRequest } from '../src/request/read_request.ts';
import { bytesOf, codes, EXPECTED, ledger, leftOut, records, table } from './reading_ledgers.ts';

describe('exported files', () => {
  test.each(Object.entries(EXPECTED))('%s is read as a person would read it', (name, expected) => {
    const decoded = decode(bytesOf(name));
    if (!decoded.ok) throw new Error(decoded.detail.en);
    const cells = parseCells(decoded.text);
    if (!cells.ok) throw new Error(cells.detail.en);
    const found = ledger(cells.cells);
    expect({
      encoding: decoded.encoding,
      separator: cells.separator,
      layout: found.layout,
      preset: found.preset,
      header_line: found.header_line,
      unit: found.unit,
      as_of: found.as_of,
      columns: found.columns
        .filter(({ field }) => field !== null)
        .map(({ header, field, by, doubt }) => `${header} > ${field} (${by})${doubt === null ? '' : '?'}`),
      rows: found.rows.map(({ line, record, notes }) => ({ line, record, notes: notes.map(({ code }) => code) })),
      left_out: found.left_out.map(({ line, why }) => `${line} ${why}`),
      doubts: found.doubts.map(({ code }) => code),
    }).toEqual(expected);
  });

  test.each(Object.keys(EXPECTED))('every row of %s is a request that can be valued', (name) => {
    for (const { record } of EXPECTED[name]!.rows) {
      const { id: _, debtor_id: __, ...request } = record;
      const read = readRequest(request, { today: '2026-10-31', lang: 'en' });
      expect(read.ok ? [] : read.errors).toEqual([]);
    }
  });

  test('in each of them receivables and what is left out are all the lines there are', () => {
    for (const [name, { encoding, rows, left_out, header_line }] of Object.entries(EXPECTED)) {
      const text = new TextDecoder(encoding).decode(bytesOf(name));
      const all = table(text).length;
      const seen = new Set([
        header_line,
        ...rows.map(({ line }) => line),
        ...left_out.map((one) => Number.parseInt(one, 10)),
      ]);
      expect(seen.size, name).toBe(all);
    }
  });
});

describe('encodings', () => {
  const utf8 = new TextEncoder();
  const SJIS = new Uint8Array([0x8e, 0x63, 0x8d, 0x82, 0x2c, 0x0a]); // 残高,
  const utf16 = (text: string, little: boolean, mark: boolean) =>
    new Uint8Array(
      [...(mark ? '\ufeff' : ''), ...text].flatMap((one) => {
        const code = one.charCodeAt(0);
        return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
      }),
    );

  test.each([
    ['UTF-8', utf8.encode('残高,\n'), 'utf-8'],
    ['UTF-8 with a mark', utf8.encode('\ufeff残高,\n'), 'utf-8'],
    ['Shift_JIS', SJIS, 'shift_jis'],
    ['UTF-16 LE with a mark', utf16('残高,\n', true, true), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16('残高,\n', false, true), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16('残高,\n', true, false), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16('残高,\n', false, false), 'utf-16be'],
  ])('%s is recognised', (_, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ ok: true, text: '残高,\n', encoding });
  });

  test('what the sender says counts only where UTF-8 does not fit and no mark decides', () => {
    const euc = new Uint8Array([0xbb, 0xc4, 0xb9, 0xe2]);
    expect(decode(euc, 'EUC-JP')).toMatchObject({ text: '残高', encoding: 'euc-jp' });
    expect(decode(utf8.encode('残高'), 'shift_jis')).toMatchObject({ text: '残高', encoding: 'utf-8' });
    expect(decode(utf8.encode('\ufeff残高'), 'windows-1252')).toMatchObject({ text: '残高' });
    expect(decode(SJIS, 'utf-8')).toMatchObject({ encoding: 'shift_jis' });
    expect(decode(SJIS, 'no-such-charset')).toMatchObject({ encoding: 'shift_jis' });
  });

  test('bytes that fit no encoding are a problem that names the lines', () => {
    const mixed = new Uint8Array([...utf8.encode('id,x\n髙,1\n'), ...SJIS, ...utf8.encode('髙,2\n')]);
    const read = decode(mixed);
    expect(read).toMatchObject({ ok: false, code: 'mixed_encodings' });
    if (!read.ok) {
      expect(read.detail.en).toMatch(/UTF-8 fails on line 3 \(after byte 1[0-2]\), Shift_JIS on line [24]/);
      expect(read.detail.ja).toContain('3行目');
    }
  });

  test('a file cut inside a character is no UTF-16 and no UTF-8', () => {
    expect(decode(new Uint8Array([0xff, 0xfe, 0x61]))).toMatchObject({ ok: false, code: 'broken_encoding' });
    expect(decode(new Uint8Array([0xef, 0xbb, 0xbf, 0xe6]))).toMatchObject({ ok: false, code: 'broken_encoding' });
  });

  test.each([
    ['an Excel file', [0x50, 0x4b, 0x03, 0x04, 0x14], 'excel_file'],
    ['an old Excel file', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'excel_file'],
    ['a PDF', [...new TextEncoder().encode('%PDF-1.7')], 'pdf_file'],
    ['a compressed file', [0x1f, 0x8b, 0x08], 'binary_file'],
    ['NUL characters', [...new TextEncoder().encode('id,amount\n1,\0\0'), 0x41], 'nul_character'],
  ])('%s is refused by name', (_, bytes, code) => {
    expect(decode(new Uint8Array(bytes))).toMatchObject({ ok: false, code });
  });

  test('the line of a NUL character is named', () => {
    const read = decode(utf8.encode('id,amount\nA,1\nB,\0,xyz'));
    expect(read.ok ? '' : read.detail.en).toContain('Line 3');
  });

  test('what is encoded as UTF-8 or UTF-16 comes back', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !/[\0\ufeff]/.test(text));
    fc.assert(
      fc.property(line, (text) => {
        const csv = `id,amount,due_date\n${text}`;
        const read = decode(utf8.encode(csv));
        expect(read).toEqual({ ok: true, text: csv, encoding: 'utf-8' });
        const units = new Uint8Array([
          0xff,
          0xfe,
          ...[...Array(csv.length).keys()].flatMap((i) => [csv.charCodeAt(i) & 255, csv.charCodeAt(i) >> 8]),
        ]);
        expect(decode(units)).toEqual({ ok: true, text: csv, encoding: 'utf-16le' });
      }),
    );
  });
});

describe('cells', () => {
  test.each([
    [',', 'a,b\n1,"2;3;4;5"\n'],
    ['\t', 'a\tb\n1,000\t2\n'],
    [';', 'a;b;c\n1,5;2;3\n'],
    [',', 'one column\n'],
  ])('the separator %j is found by counting outside quotes', (separator, text) => {
    expect(parseCells(text)).toMatchObject({ ok: true, separator });
  });

  test('line ends of every system, quoted line breaks and doubled quotes', () => {
    expect(table('a,b\r\n1,"x\r\ny"\r2,"say ""no"""\n\n')).toEqual([
      ['a', 'b'],
      ['1', 'x\ny'],
      ['2', 'say "no"'],
      [''],
    ]);
  });

  test.each([
    ['never closed', 'id,amount\nA,1\nB,"2\nC,3\n', 3],
    ['closed in the middle of a value', 'id,amount\nA,"1" 000\nB,2\n', 2],
    ['closed by the stray quote of a later line', 'a,b,c,d\n1,2,3,4\n1,"x,3,4\n2,y",3,4\n1,2,3,4\n', 3],
  ])('a quote that is %s is a problem that names the line where it opens', (_, text, line) => {
    const read = parseCells(text);
    expect(read).toMatchObject({ ok: false, code: 'unbalanced_quotes' });
    expect(read.ok ? '' : read.detail.en).toContain(`line ${line} `);
  });

  test('an inch mark inside a value is no quote', () => {
    expect(table('id,text\nA,19" rack\n')[1]).toEqual(['A', '19" rack']);
  });

  test('limits on both sides', () => {
    const wide = (columns: number) => parseCells(`${'a,'.repeat(columns - 1)}a\n`);
    expect(wide(COLUMNS_MAX).ok).toBe(true);
    expect(wide(COLUMNS_MAX + 1)).toMatchObject({ code: 'too_many_columns' });
    expect(wide(5000)).toMatchObject({ code: 'too_many_columns' });
    expect(parseCells(`id,x\nA,${'x'.repeat(CELL_MAX)}`).ok).toBe(true);
    const long = parseCells(`id,x\nA,${'x'.repeat(200_000)}`);
    expect(long).toMatchObject({ code: 'cell_too_long' });
    expect(long.ok ? '' : long.detail.en).toContain('Line 2, column 2');
    expect(parseCells('a,b\n'.repeat(SHORT_TABLE.lines)).ok).toBe(true);
    expect(parseCells('a,b\n'.repeat(SHORT_TABLE.lines + 1))).toMatchObject({ code: 'too_many_rows' });
    const rows = (count: number) => readLedger([['id', 'amount'], ...Array.from({ length: count }, (_, i) => [i, 1])]);
    expect(rows(SHORT_TABLE.rows).ok).toBe(true);
    expect(rows(SHORT_TABLE.rows + 1)).toMatchObject({ code: 'too_many_rows' });
    expect(readLedger([['id', 'amount'], Array(501).fill('1')])).toMatchObject({ code: 'too_many_columns' });
    expect(
      readLedger([
        ['id', 'amount'],
        ['1', 'x'.repeat(40_000)],
      ]),
    ).toMatchObject({ code: 'cell_too_long' });
  });

  test.each(['\n'.repeat(2e6), `"${',\n'.repeat(1e6)}`, '",'.repeat(1e6), '"a"b'.repeat(5e5)])(
    'a hostile text is refused without effort',
    (text) => {
      expect(parseCells(text).ok).toBe(false);
    },
  );
});

describe('lines left out', () => {
  const HEAD = '請求番号,得意先名,支払期日,残高\n';

  test.each([
    '合計',
    '合　計',
    '小計',
    '総計',
    '計',
    '【合計】',
    'Total',
    'TOTAL',
    'Total for A',
    'A商事 計',
    'A商事 合計',
    '得意先計',
    'Subtotal',
    '*',
  ])('a line of %s is a total', (word) => {
    expect(leftOut(`${HEAD}A,A商事,2026-08-31,5\n,${word},,5\n`)).toEqual(['3 total']);
  });

  test.each(['A会計', 'A設計', 'Total Systems', '合計システム'])(
    'the debtor %s with a number and a day is a receivable',
    (name) => {
      expect(records(`${HEAD}A,${name},2026-08-31,5\n`)).toHaveLength(1);
    },
  );

  test('blank lines, repeated headings and settled lines', () => {
    expect(leftOut(`${HEAD}A,A商事,2026-08-31,0\n,,,\n${HEAD}B,B工業,2026-08-31,1\n`)).toEqual([
      '2 settled',
      '3 blank',
      '4 title',
    ]);
  });

  test('credits are left out with their number and sum', () => {
    const cells = `${HEAD}A,A商事,2026-08-31,100\nB,A商事,2026-08-31,▲30\nC,A商事,2026-08-31,-5\n`;
    expect(leftOut(cells)).toEqual(['3 credit', '4 credit']);
    const [doubt] = ledger(cells).doubts;
    expect(doubt).toMatchObject({ code: 'credits_left_out' });
    expect(doubt!.text.en).toContain('-35 yen');
  });

  test('the name of a group is the debtor of the lines under it, until its total', () => {
    const cells =
      'Customer,Num,Due date,Open balance\nA Trading,,,\n,1,2026-08-31,5\nTotal for A Trading,,,5\n,2,2026-08-31,7\n31 - 60 days past due,,,\n,3,2026-08-31,8\n';
    expect(leftOut(cells)).toEqual(['2 group', '4 total', '6 group']);
    expect(records(cells).map(({ id, debtor_id }) => [id, debtor_id])).toEqual([
      ['1', 'A Trading'],
      ['2', undefined],
      ['3', undefined],
    ]);
  });

  test('a footnote is no debtor', () => {
    expect(records('Num,Due date,Open balance\n※ 見込みを含む,,\n1,2026-08-31,5\n')[0]).not.toHaveProperty('debtor_id');
  });

  test('the grand total is compared with the lines, credits included', () => {
    const cells = (total: string) => `${HEAD}A,A商事,2026-08-31,100\nB,A商事,2026-08-31,▲30\n,合計,,${total}\n`;
    expect(codes(cells('70'))).toEqual(['credits_left_out']);
    expect(codes(cells('71'))).toEqual(['credits_left_out', 'total_differs']);
    // Totals of parts under the same name are no grand total.
    expect(codes(`${HEAD}A,A商事,2026-08-31,100\n,合計,,100\nB,B工業,2026-08-31,30\n,合計,,30\n`)).toEqual([]);
  });

  test('a figure that commas without quotes have cut is joined again, and one that is not clear is refused', () => {
    expect(ledger(`${HEAD}A,A商事,2026-08-31,1,250,000\n`).rows[0]).toMatchObject({
      record: { amount: '1,250,000'.replaceAll(',', '') },
      notes: [{ code: 'figure_rejoined' }],
    });
    const [row] = ledger(`${HEAD}A,A商事,2026-08-31,1,25,000\n`).rows;
    expect(row).toMatchObject({ record: { amount: '1 25 000' }, notes: [{ code: 'extra_cells' }] });
  });

  test('a line with more cells than headings is kept and marked', () => {
    expect(ledger(`${HEAD}A,A商事,2026-08-31,1250,memo\n`).rows[0]).toMatchObject({
      record: { amount: '1250' },
      notes: [{ code: 'extra_cells' }],
    });
  });

  test('a formula in a cell passes through as text', () => {
    expect(
      records([
        ['id', 'due date', 'balance'],
        ["=cmd|' /C calc'!A0", 46112, 5],
      ]),
    ).toEqual([{ id: "=cmd|' /C calc'!A0", due_date: '2026-03-31', amount: '5' }]);
  });

  test('no line is ever lost, whatever stands in it', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.integer(),
      fc.double(),
      fc.constantFrom('', '合計', 'Total', '▲5', '2026-08-31', null),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }), (rows) => {
        // The unit is given, because a table of amounts with decimals is refused otherwise.
        const found = ledger([['請求番号', '得意先名', '支払期日', '残高'], ...rows], { unit: 1 });
        const seen = [...found.rows, ...found.left_out].map(({ line }) => line).sort((a, b) => a - b);
        expect(seen).toEqual(rows.map((_, i) => i + 2));
      }),
    );
  });
});

describe('aging tables', () => {
  const days = (labels: string, as_of: string | null = '2026-10-31') =>
    bucketsOf(labels.split(','), as_of).map((bucket: Bucket | null) => bucket?.days ?? null);

  test.each([
    ['当月,1ヶ月,2ヶ月,3ヶ月超', [15, 46, 76, 106]],
    ['1ヶ月,2ヶ月,3ヶ月,3ヶ月超', [16, 46, 76, 106]],
    ['当月,1か月,2か月,3か月,3か月以上', [15, 46, 76, 106, 136]],
    ['当月,前月,前々月,3ヶ月以前', [15, 46, 76, 106]],
    ['0-30,31-60,61-90,91+', [15, 46, 76, 106]],
    ['Current,1 - 30,31 - 60,61 - 90,91 and over', [-15, 16, 46, 76, 106]],
    ['Current,< 1 Month,1 Month,2 Months,3 Months,Older', [-15, 16, 46, 76, 106, 136]],
    ['期日未到来,30日以内,60日以内,90日超', [-15, 16, 46, 106]],
    ['2026年8月,2026/09,Oct 2026', [76, 46, 15]],
    ['8月,9月,10月,11月', [76, 46, 15, 350]],
    ['2026年8月以前,2026年9月', [76, 46]],
  ])('%s stand for %j days', (labels, expected) => {
    expect(days(labels)).toEqual(expected);
  });

  test('a calendar month has no age without a day of the table', () => {
    expect(days('8月,9月', null)).toEqual([null, null]);
  });

  const TABLE =
    '得意先コード,得意先名,期日未到来,1-30日,31-60日,61日以上,合計\nC1,A商事,100,,50,0,150\nC2,B工業,,,,"1,000","1,000"\nC3,C物産,,▲20,,,▲20\nC4,D商会,0,0,0,0,0\n,合計,100,▲20,50,"1,000","1,130"\n';

  test('every amount that is not zero is a receivable of its own, marked as estimated', () => {
    const found = ledger(TABLE);
    expect(found.layout).toBe('aging');
    expect(found.rows.map(({ line, record }) => [line, record])).toEqual([
      [2, { id: 'C1 期日未到来', debtor_id: 'C1', amount: '100', overdue_days: -15 }],
      [2, { id: 'C1 31-60日', debtor_id: 'C1', amount: '50', overdue_days: 46 }],
      [3, { id: 'C2 61日以上', debtor_id: 'C2', amount: '1000', overdue_days: 76 }],
    ]);
    for (const { notes, line } of found.rows) expect(notes).toMatchObject([{ code: 'age_estimated', line }]);
    expect(found.rows[1]!.notes[0]!.text).toEqual({
      ja: '滞留日数46日は「31-60日」（31～60日）からの推定です（区分の中央）。',
      en: '46 days overdue stand for "31-60日" (31 to 60 days); the middle of the range.',
    });
    expect(found.left_out.map(({ line, why }) => `${line} ${why}`)).toEqual(['4 credit', '5 settled', '6 total']);
    expect(found.doubts.map(({ code }) => code)).toEqual(['credits_left_out']);
  });

  test('a total that is not the sum of its ages, or of the lines, is told', () => {
    expect(codes(TABLE.replace('0,150\n', '0,151\n'))).toContain('buckets_differ_from_total');
    expect(codes(TABLE.replace('合計,100,', '合計,101,'))).toContain('total_differs');
  });

  test('whether ages count from issue is a doubt where it is so, or not said', () => {
    expect(codes('取引先,2026年8月,2026年9月\nA商事,1,2\n')).toEqual(['as_of_assumed', 'aging_from_issue']);
    expect(codes('得意先コード,当月,1ヶ月,2ヶ月超\nC1,1,2,3\n')).toEqual(['aging_since_unclear']);
    expect(codes('発生日からの年齢表\n得意先コード,当月,1ヶ月,2ヶ月超\nC1,1,2,3\n')).toEqual(['aging_from_issue']);
  });

  test('ages under a common heading, and a matrix without a heading over its names', () => {
    const cells = '得意先コード,滞留額,,,合計\n,0-30日,31-60日,61日以上,\nC1,1,2,3,6\n';
    expect(ledger(cells)).toMatchObject({ header_line: 1, layout: 'aging' });
    expect(records(cells).map(({ amount }) => amount)).toEqual(['1', '2', '3']);
    const matrix = ',CURRENT,1 - 30,31 - 60,61 - 90,91 AND OVER,TOTAL\nA Trading,5,,,,,5\n';
    expect(records(matrix)).toEqual([
      { id: 'A Trading CURRENT', debtor_id: 'A Trading', amount: '5', overdue_days: -15 },
    ]);
  });

  test('an invoice spread over ages keeps its own due date', () => {
    const cells = 'Invoice Number,Due Date,Current,< 1 Month,1 Month,Older,Total\nINV-1,2026-08-31,0,0,0,7,7\n';
    expect(ledger(cells).layout).toBe('open_items');
    expect(records(cells)).toEqual([{ id: 'INV-1', due_date: '2026-08-31', amount: '7' }]);
  });
});
