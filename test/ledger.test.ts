// Ledgers as accounting systems export them: whole files in their own encodings, and every rule of reading on both sides of its edge.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSignedAmount } from '../src/fields/number.ts';
import { type Bucket, bucketsOf } from '../src/ledger/buckets.ts';
import { CELL_MAX, COLUMNS_MAX, LEDGER_LINES_MAX, LEDGER_ROWS_MAX, parseCells } from '../src/ledger/cells.ts';
import { decode } from '../src/ledger/decode.ts';
import { amountOf, dateOrder, dayOf, numberStyle, overdueDaysOf, times } from '../src/ledger/figures.ts';
import type { Ledger } from '../src/ledger/found.ts';
import { type LedgerReading, readLedger } from '../src/ledger/ledger.ts';
import { PRESETS } from '../src/ledger/presets.ts';
import { asOfLine, unitOfHeading, unitOfLine } from '../src/ledger/titles.ts';
import { readRequest } from '../src/request/read_request.ts';

const bytesOf = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`./cases/ledgers/${name}`, import.meta.url)));

interface Expected {
  readonly encoding: string;
  readonly separator: string;
  readonly layout: string;
  readonly preset: string | null;
  readonly header_line: number;
  readonly unit: number;
  readonly as_of: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly { line: number; record: Record<string, string | number>; notes: readonly string[] }[];
  readonly left_out: readonly string[];
  readonly doubts: readonly string[];
}

const EXPECTED = JSON.parse(new TextDecoder().decode(bytesOf('expected.json'))) as Record<string, Expected>;

const table = (text: string): string[][] => {
  const read = parseCells(text);
  if (!read.ok) throw new Error(read.detail.en);
  return read.cells;
};

/** The ledger of a table that must be readable. */
function ledger(cells: readonly (readonly unknown[])[] | string, how: LedgerReading = {}): Ledger {
  const read = readLedger(typeof cells === 'string' ? table(cells) : cells, how);
  if (!read.ok) throw new Error(read.detail.en);
  return read.ledger;
}

const records = (cells: readonly (readonly unknown[])[] | string, how: LedgerReading = {}) =>
  ledger(cells, how).rows.map(({ record }) => record);
const codes = (cells: readonly (readonly unknown[])[] | string, how: LedgerReading = {}) =>
  ledger(cells, how).doubts.map(({ code }) => code);
const leftOut = (cells: readonly (readonly unknown[])[] | string, how: LedgerReading = {}) =>
  ledger(cells, how).left_out.map(({ line, why }) => `${line} ${why}`);
/** What each heading is read as. */
const mapping = (cells: readonly (readonly unknown[])[] | string, how: LedgerReading = {}) =>
  Object.fromEntries(ledger(cells, how).columns.map(({ header, field }) => [header, field]));

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
    expect(parseCells('a,b\n'.repeat(LEDGER_LINES_MAX)).ok).toBe(true);
    expect(parseCells('a,b\n'.repeat(LEDGER_LINES_MAX + 1))).toMatchObject({ code: 'too_many_rows' });
    const rows = (count: number) => readLedger([['id', 'amount'], ...Array.from({ length: count }, (_, i) => [i, 1])]);
    expect(rows(LEDGER_ROWS_MAX).ok).toBe(true);
    expect(rows(LEDGER_ROWS_MAX + 1)).toMatchObject({ code: 'too_many_rows' });
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

describe('headings', () => {
  test('titles are skipped but read, and the first line with two known words is the header', () => {
    const found = ledger(
      '売掛残高一覧\n期間,2026/10/01～2026/10/31\n基準日,2026/10/31\n\n請求番号,得意先コード,支払期日,残高（千円）\nA-1,C1,2026/8/31,"1,250"\n',
    );
    expect(found).toMatchObject({ header_line: 5, unit: 1000, as_of: '2026-10-31' });
    expect(found.rows[0]).toEqual({
      line: 6,
      record: { id: 'A-1', debtor_id: 'C1', due_date: '2026-08-31', amount: '1250000' },
      notes: [],
    });
  });

  test('words are compared without width, case, spaces and brackets', () => {
    expect(
      mapping('Ｉｎｖｏｉｃｅ　Ｎｏ．,Due_Date,未回収額 (税込),取引先（得意先）コード\n1,2026-08-31,5,C\n'),
    ).toEqual({
      'Ｉｎｖｏｉｃｅ Ｎｏ．': 'id',
      Due_Date: 'due_date',
      '未回収額 (税込)': 'amount',
      '取引先（得意先）コード': 'debtor_id',
    });
  });

  test('an exact name of ours, or its label, is that field', () => {
    const cells =
      'id,amount,残高,offset.payable,相手方への買掛金,評点,帝国データバンク評点,overdue_days\nA,5,9,3,,,51,30\n';
    expect(mapping(cells)).toMatchObject({
      amount: 'amount',
      残高: null,
      'offset.payable': 'offset.payable',
      相手方への買掛金: null,
      帝国データバンク評点: 'tdb_score',
    });
    expect(records(cells)).toEqual([
      { id: 'A', amount: '5', 'offset.payable': '3', tdb_score: '51', overdue_days: 30 },
    ]);
    expect(codes(cells)).toEqual(['column_not_used', 'column_not_used']);
  });

  test('labels in other letters are the field, but single English words keep their meaning in a ledger', () => {
    expect(
      mapping('id,Due date,Balance,Type of debtor,Title,Contact\nA,2026-08-31,5,consumer,x,A Trading\n'),
    ).toMatchObject({
      'Type of debtor': 'debtor_type',
      Title: null,
      Contact: 'debtor_id',
    });
    expect(mapping('id,due_date,amount,contact\nA,2026-08-31,5,evasive\n')).toMatchObject({ contact: 'contact' });
  });

  test('a heading given twice: the first is used, and a doubt says so', () => {
    const cells = '請求番号,支払期日,残高,残高\nA,2026-08-31,5,9\n';
    expect(records(cells)[0]).toMatchObject({ amount: '5' });
    expect(codes(cells)).toEqual(['repeated_column']);
    expect(ledger(cells).columns.map(({ field }) => field)).toEqual(['id', 'due_date', 'amount', null]);
  });

  test('the balance goes before what was billed; without it the difference is taken', () => {
    expect(records('請求番号,支払期日,請求金額,入金額,残高\nA,2026-08-31,100,30,70\n')[0]).toMatchObject({
      amount: '70',
    });
    const difference = '請求番号,支払期日,請求金額,入金額\nA,2026-08-31,100,30\nB,2026-08-31,50,\nC,2026-08-31,50,50\n';
    expect(records(difference).map(({ amount }) => amount)).toEqual(['70', '50']);
    expect(codes(difference)).toEqual(['amount_from_difference']);
    expect(leftOut(difference)).toEqual(['4 settled']);
    expect(codes('請求番号,支払期日,請求金額\nA,2026-08-31,100\n')).toEqual(['amount_may_be_billed']);
  });

  test('a code goes before a name, and a name serves where there is no code', () => {
    expect(records('得意先コード,得意先名,支払期日,残高\nC1,A商事,2026-08-31,5\n')).toEqual([
      { debtor_id: 'C1', due_date: '2026-08-31', amount: '5' },
    ]);
    expect(records('得意先名,支払期日,残高\nA商事,2026-08-31,5\n')[0]).toMatchObject({ debtor_id: 'A商事' });
  });

  test('a closing day is no due date', () => {
    const cells = '請求番号,請求締日,残高\nA,2026-08-31,5\n';
    expect(mapping(cells)).toMatchObject({ 請求締日: null });
    expect(codes(cells)).toEqual(['no_due_date']);
  });

  test('days whose beginning is not said are read with a doubt, and a due date goes before them', () => {
    expect(codes('請求番号,経過日数,残高\nA,30,5\n')).toEqual(['days_since_unclear']);
    expect(codes('請求番号,期日超過日数,残高\nA,30,5\n')).toEqual([]);
    const both = '請求番号,支払期日,経過日数,残高\nA,2026-08-31,30,5\nB,,45,5\n';
    expect(records(both)).toEqual([
      { id: 'A', due_date: '2026-08-31', amount: '5' },
      { id: 'B', overdue_days: 45, amount: '5' },
    ]);
    expect(codes(both)).toEqual(['days_beside_due_date']);
  });

  test('columns that are not known are listed without a field', () => {
    expect(mapping('請求番号,支払期日,残高,何か\nA,2026-08-31,5,x\n')).toMatchObject({ 何か: null });
  });

  test('a table without headings, or without anything, is refused with what it begins with', () => {
    expect(
      readLedger([
        ['A', 1],
        ['B', 2],
      ]),
    ).toMatchObject({ ok: false, code: 'no_header' });
    expect(readLedger([])).toMatchObject({ ok: false, code: 'empty_ledger' });
    expect(readLedger([[''], [null]])).toMatchObject({ ok: false, code: 'empty_ledger' });
    expect(
      readLedger([
        ['残高', 'x'],
        ['5', 'y'],
      ]),
    ).toMatchObject({ ok: false, code: 'no_header' });
  });

  test('a column headed Due holds days or amounts, as its values show', () => {
    expect(records('Invoice,Due,Amount\nA,2026-08-31,5\n')[0]).toMatchObject({ due_date: '2026-08-31', amount: '5' });
    expect(records('Invoice,Due date,Due\nA,2026-08-31,5\n')[0]).toMatchObject({ due_date: '2026-08-31', amount: '5' });
  });

  test('a currency in a heading is passed on, so that a foreign amount is not taken for yen', () => {
    expect(records('id,due date,Balance (USD)\nA,2026-08-31,5\n')[0]).toMatchObject({ currency: 'USD' });
  });

  test('an unknown system or unit is refused', () => {
    expect(readLedger([['id', 'amount']], { preset: 'freeee' })).toMatchObject({ ok: false, code: 'unknown_preset' });
    expect(readLedger([['id', 'amount']], { unit: 0.5 })).toMatchObject({ ok: false, code: 'unknown_unit' });
  });

  test('a system decides what its own heading means, and only when it is that system', () => {
    const cells = 'ref_number,partner_code,due_date,amount,due_amount\nA,C1,2026-08-31,100,40\n';
    expect(ledger(cells).preset).toBe('freee');
    expect(records(cells)).toEqual([{ id: 'A', debtor_id: 'C1', due_date: '2026-08-31', amount: '40' }]);
    expect(ledger('id,amount,due_date\nA,1,2026-08-31\n').preset).toBeNull();
    expect(ledger('id,amount,due_date\nA,1,2026-08-31\n', { preset: 'xero' }).preset).toBe('xero');
  });

  test('every system is estimated, told by headings of its own, and shown by a worked ledger', () => {
    const shown = new Set(Object.values(EXPECTED).flatMap(({ preset }) => preset ?? []));
    expect(PRESETS.map(({ id }) => id).sort()).toEqual([...shown].sort());
    for (const { telling, certainty } of PRESETS) {
      expect(certainty).toBe('estimated');
      expect(telling.size).toBeGreaterThan(1);
    }
  });

  test('any order of the columns gives the same records', () => {
    const rows = table(
      '請求番号,得意先コード,得意先名,支払期日,請求日,請求金額,残高,摘要\nA,C1,A商事,2026/8/31,2026/7/31,100,▲5,x\nB,C2,B工業,9/30/2026,2026/7/31,200,"1,500",y\n',
    );
    const expected = ledger(rows);
    fc.assert(
      fc.property(fc.shuffledSubarray([...rows[0]!.keys()], { minLength: 8, maxLength: 8 }), (order) => {
        const found = ledger(rows.map((row) => order.map((i) => row[i])));
        expect(found.rows).toEqual(expected.rows);
        expect(found.left_out.map(({ line, why }) => [line, why])).toEqual(
          expected.left_out.map(({ line, why }) => [line, why]),
        );
      }),
    );
  });
});

describe('amounts', () => {
  test.each([
    ['1,250,000', 1, '1250000'],
    ['１，２５０円', 1, '1250'],
    ['¥1,250', 1, '1250'],
    ['1250.00', 1, '1250'],
    ['▲1,250', 1, '-1250'],
    ['△1,250.0', 1, '-1250'],
    ['(1,250)', 1, '-1250'],
    ['1,250-', 1, '-1250'],
    ['1,250.5', 1000, '1250500'],
    ['0.001', 1000, '1'],
    ['-0.5', 1000, '-500'],
    ['1,250千円', 1, '1250000'],
    ['3百万円', 1, '3000000'],
    [1250.5, 1000, '1250500'],
    [0, 1, '0'],
    ['-0.00', 1, '0'],
    ['1,250.5', 1, undefined],
    ['0.0001', 1000, undefined],
    ['1,25', 1, undefined],
    ['$1,250', 1, undefined],
    ['', 1, undefined],
    ['=1+1', 1, undefined],
    ['1e5', 1, undefined],
    ['約100', 1, undefined],
  ])('%j times %d is %j', (cell, unit, expected) => {
    expect(amountOf(cell, unit, 'point')).toBe(expected);
  });

  test('a column is read with decimal commas only when a value forces it and none denies it', () => {
    expect(numberStyle(['1.234,00-', '5'])).toBe('comma');
    expect(numberStyle(['1.234.567'])).toBe('comma');
    expect(numberStyle(['1.234'])).toBe('point');
    expect(numberStyle(['1,234'])).toBe('point');
    expect(numberStyle(['1.234,00', '1,234.00'])).toBe('point');
    expect(amountOf('1.234,00-', 1, 'comma')).toBe('-1234');
    expect(amountOf('1.234', 1, 'comma')).toBe('1234');
    expect(
      records('id;due date;balance\nA;2026-08-31;1.234\nB;2026-08-31;1.234.567,00\n').map(({ amount }) => amount),
    ).toEqual(['1234', '1234567']);
  });

  test('an amount times a unit is exact', () => {
    const decimal = fc.tuple(fc.bigInt(-9_999_999n, 9_999_999n), fc.nat(999));
    fc.assert(
      fc.property(decimal, fc.constantFrom(1000, 1_000_000), ([whole, thousandths], unit) => {
        const text = `${whole}.${String(thousandths).padStart(3, '0')}`;
        const sign = whole < 0n ? -1n : 1n;
        const exact = ((whole * 1000n + sign * BigInt(thousandths)) * BigInt(unit)) / 1000n;
        expect(times(text, unit)).toBe(exact.toString());
        expect(amountOf(text, unit, 'point')).toBe(exact.toString());
      }),
    );
  });

  test.each([
    [['単位：千円'], 1000],
    [['', '(単位:百万円)'], 1_000_000],
    [['単位', '千円'], 1000],
    [['（千円）'], 1000],
    [['単位:円'], 1],
    [['in thousands of yen'], 1000],
    [['株式会社千円'], undefined],
  ])('the line %j states the unit %s', (cells, unit) => {
    expect(unitOfLine(cells)).toBe(unit);
  });

  test('the unit of a heading, of the table and of the caller, and which of them goes first', () => {
    expect(unitOfHeading('残高（千円）')).toBe(1000);
    expect(unitOfHeading('残高(税込)')).toBeUndefined();
    const cells = '単位：千円\nid,due date,balance,offset.payable\nA,2026-08-31,5,2\n';
    expect(records(cells)[0]).toMatchObject({ amount: '5000', 'offset.payable': '2000' });
    expect(records(cells, { unit: 1 })[0]).toMatchObject({ amount: '5' });
    expect(records(cells.replace('balance', 'balance（百万円）'))[0]).toMatchObject({ amount: '5000000' });
    // So does one in a heading of its own, or below the table.
    expect(records('id,due date,balance,(単位：千円)\nA,2026-08-31,5\n')[0]).toMatchObject({ amount: '5000' });
    expect(records('id,due date,balance\nA,2026-08-31,5\n(単位：千円)\n')[0]).toMatchObject({ amount: '5000' });
    expect(ledger(cells.replace(',5,', ',5円,')).rows[0]).toMatchObject({
      record: { amount: '5' },
      notes: [{ code: 'unit_in_cell' }],
    });
  });

  test('what is not read as an amount here is not read as another one by the evaluation', () => {
    const figure = fc.string({ unit: fc.constantFrom(...'0123456789,.-▲()¥円千 '), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 4 }), fc.constantFrom(1, 1000), (column, unit) => {
        const style = numberStyle(column);
        for (const cell of column) {
          const here = amountOf(cell, unit, style);
          const there = readSignedAmount(cell);
          if (here === undefined) expect(there.ok, cell).toBe(false);
          else if (there.ok && unit === 1) expect(here, cell).toBe(there.value);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a text that only begins like a figure is none', () => {
    expect(amountOf(`5${' '.repeat(90)}x`, 1, 'point')).toBeUndefined();
    expect(dayOf(`2026-08-31${' '.repeat(90)}x`, undefined)).toBeUndefined();
  });

  test('what cannot be read stays as it was written, and no line is lost', () => {
    expect(records('id,due date,balance\nA,soon,約100\nB,2026-08-31,\n')).toEqual([
      { id: 'A', due_date: 'soon', amount: '約100' },
      { id: 'B', due_date: '2026-08-31' },
    ]);
  });
});

describe('days', () => {
  test.each([
    ['2026-03-31', '2026-03-31'],
    ['2026/3/31 0:00', '2026-03-31'],
    ['2026-03-31T00:00:00Z', '2026-03-31'],
    ['2026年3月31日(火)', '2026-03-31'],
    ['R8.3.31', '2026-03-31'],
    [46112, '2026-03-31'],
    [46112.75, '2026-03-31'],
    ['Mar 31, 2026', '2026-03-31'],
    ['31 March 2026', '2026-03-31'],
    ['31-Mar-2026', '2026-03-31'],
    ['3/3/2026', '2026-03-03'],
    ['3/4/2026', undefined],
    ['31/03/2026', undefined],
    ['26/03/31', undefined],
    ['Feb 30, 2026', undefined],
    ['Foo 31, 2026', undefined],
  ])('%j is %j where no order is known', (cell, expected) => {
    expect(dayOf(cell, undefined)).toBe(expected);
  });

  test('an order that is known decides', () => {
    expect(dayOf('3/4/2026', 'mdy')).toBe('2026-03-04');
    expect(dayOf('3/4/2026', 'dmy')).toBe('2026-04-03');
    expect(dayOf('31.03.2026', 'dmy')).toBe('2026-03-31');
    expect(dayOf('31.03.2026', 'mdy')).toBeUndefined();
  });

  test('a column forces its order by a part above 12, or leaves it open', () => {
    expect(dateOrder(['3/4/2026', '3/13/2026'])).toEqual({ order: 'mdy', open: false, mixed: false });
    expect(dateOrder(['3/4/2026', '13/3/2026'])).toEqual({ order: 'dmy', open: false, mixed: false });
    expect(dateOrder(['3/4/2026', '12/12/2026'])).toEqual({ order: undefined, open: true, mixed: false });
    expect(dateOrder(['13/3/2026', '3/13/2026'])).toEqual({ order: undefined, open: false, mixed: true });
  });

  test('an open order leaves the values as they are, names the column, and yields to date_order', () => {
    const cells = 'id,due date,balance\nA,3/4/2026,5\n';
    expect(records(cells)).toEqual([{ id: 'A', due_date: '3/4/2026', amount: '5' }]);
    expect(codes(cells)).toEqual(['date_order_unclear']);
    expect(ledger(cells).doubts[0]!.text.en).toMatch(/"due date".*date_order=mdy/);
    expect(records(cells, { date_order: 'dmy' })[0]).toMatchObject({ due_date: '2026-04-03' });
    expect(codes(cells, { date_order: 'dmy' })).toEqual([]);
    expect(codes('id,due date,balance\nA,26/03/31,5\n')).toEqual(['two_digit_year']);
  });

  test('a column that leaves its order open follows another one that forces it, with a doubt', () => {
    const cells = 'id,invoice date,due date,balance\nA,7/1/2026,7/31/2026,5\n';
    expect(records(cells)[0]).toMatchObject({ invoice_date: '2026-07-01', due_date: '2026-07-31' });
    expect(codes(cells)).toEqual(['date_order_from_other_column']);
    // Two columns that force different orders say nothing about a third.
    const torn = 'id,invoice date,due date,contract_date,balance\nA,13/7/2026,7/31/2026,1/2/2026,5\n';
    expect(records(torn)[0]).toMatchObject({
      invoice_date: '2026-07-13',
      due_date: '2026-07-31',
      contract_date: '1/2/2026',
    });
    expect(codes(torn)).toEqual(['date_order_unclear']);
  });

  test.each([
    ['305 days overdue', 305],
    ['30日', 30],
    ['45日超過', 45],
    ['▲3', -3],
    [12, 12],
    ['soon', undefined],
    ['99999', undefined],
  ])('%j is %j days overdue', (cell, days) => {
    expect(overdueDaysOf(cell)).toBe(days);
  });

  test.each([
    [['2026年10月31日現在'], '2026-10-31'],
    [['As of October 31, 2026'], '2026-10-31'],
    [['基準日', '令和8年10月31日'], '2026-10-31'],
    [['終了年月：2026年2月'], '2026-02-28'],
    [['As of 10/31/2026'], '2026-10-31'],
    [['As of 5/6/2026'], undefined],
    [['作成日', '2026/11/02'], undefined],
  ])('the line %j states the day %s', (cells, day) => {
    expect(asOfLine(cells, undefined)).toBe(day);
  });
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

  test('a line with more cells than headings is kept and marked', () => {
    expect(ledger(`${HEAD}A,A商事,2026-08-31,1,250,000\n`).rows[0]).toMatchObject({
      record: { amount: '1' },
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
        const found = ledger([['請求番号', '得意先名', '支払期日', '残高'], ...rows]);
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
